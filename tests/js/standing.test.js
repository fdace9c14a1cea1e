/** What the server says of a case, held against what was signed in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedBySigned, loadChecked } from '../../portal/static/js/client/standing.js';
import { lineAfter } from '../../portal/static/js/client/staff/case.js';
import { changeRoster, newDraft, sendMessage } from '../../portal/static/js/client/case.js';
import { b64 } from '../../portal/static/js/crypto/bytes.js';
import { DAY, newCase, World } from './world.js';

const world = await World.make();
const { an, cas } = world.members;
const FIELDS = { final: { referred: [] }, pass: { authority: 'audit' }, close: { outcome: 'advised' } };

/** As a case begins, by the index of the server. */
const NEW = { state: 'new', opened: false, waits_for: 'staff', feedback_on: null, answered_on: null, closed_on: null };

const write = (server, who, kind) =>
  sendMessage(
    server.api(who.id),
    server.loader(world, who),
    newDraft({ kind, text: kind, fields: FIELDS[kind] ?? {} }),
  );

/** A case in which An and the asker wrote these, one after the other. */
async function walked(...acts) {
  const server = await newCase(world, 'Vraag');
  for (const act of acts) {
    const [who, kind] = act.split(' ');
    await write(server, who === 'asker' ? world.asker : an, kind);
  }
  return server;
}

/** @param {any} server @param {any} who @param {any} index what the server says */
async function checked(server, who, index) {
  const { days, ...view } = await server.loader(world, who)();
  return checkedBySigned(view, index, days);
}

const answered = { state: 'answered', opened: true, waits_for: null, feedback_on: DAY, answered_on: DAY };

/** What the server's own rules make of it: portal/services/casework/answering.py. */
const WALKS = /** @type {[string[], object][]} */ ([
  [[], {}],
  [['asker reply', 'asker thanks'], {}],
  [['an feedback'], { state: 'answering', opened: true, feedback_on: DAY }],
  [['an reply'], { state: 'answering', opened: true, feedback_on: DAY, waits_for: 'asker' }],
  [['an feedback', 'an reply', 'asker reply'], { state: 'answering', opened: true, feedback_on: DAY }],
  [['an final'], answered],
  [['an final', 'asker thanks'], answered],
  [['an final', 'an feedback'], answered],
  [['an final', 'asker reply'], { ...answered, state: 'answering', waits_for: 'staff' }],
  [['an pass'], { ...answered, state: 'passed', closed_on: DAY }],
  [['an pass', 'an close'], { ...answered, state: 'passed', closed_on: DAY }],
  [['an close'], { state: 'closed', opened: true, waits_for: null, closed_on: DAY }],
  [['an close', 'asker reply'], { state: 'open', opened: true }],
  [['an final', 'an close', 'asker reply'], { ...answered, state: 'answering', waits_for: 'staff' }],
  [
    ['an reply', 'asker withdraw'],
    { state: 'withdrawn', opened: true, feedback_on: DAY, waits_for: null, closed_on: DAY },
  ],
]);

for (const [acts, told] of WALKS) {
  test(`an honest server is believed: ${['question', ...acts].join(', ')}`, async () => {
    const index = { ...NEW, ...told };
    const { summary, contradicted } = await checked(await walked(...acts), world.asker, index);
    assert.deepEqual(summary, index);
    assert.equal(contradicted, false);
  });
}

test('a server cannot say that nobody opened what was answered', async () => {
  const { summary, contradicted } = await checked(await walked('an final'), world.asker, NEW);
  assert.equal(contradicted, true);
  assert.deepEqual(summary, { ...NEW, ...answered });
});

test('nor that something was answered, passed on or closed which was not', async () => {
  const server = await walked('an reply');
  for (const lie of [answered, { closed_on: DAY }, { state: 'passed' }, { state: 'withdrawn' }, { waits_for: null }]) {
    const told = { ...NEW, state: 'answering', opened: true, feedback_on: DAY, waits_for: 'asker' };
    const { summary, contradicted } = await checked(server, world.asker, { ...told, ...lie });
    assert.equal(contradicted, true, JSON.stringify(lie));
    assert.deepEqual(summary, told);
  }
});

test('that a facilitator set it aside unopened is the word of the server, until anybody of the staff wrote', async () => {
  const aside = { ...NEW, state: 'unreadable', opened: true, waits_for: null, closed_on: DAY };
  assert.deepEqual(await checked(await walked(), world.asker, aside), { summary: aside, contradicted: false });
  const { summary, contradicted } = await checked(await walked('an reply'), world.asker, aside);
  assert.equal(contradicted, true);
  assert.equal(summary.state, 'answering');
});

test('that somebody only looked is the word of the server, until a note of the staff says so', async () => {
  const server = await walked();
  const looked = { ...NEW, state: 'open', opened: true };
  assert.deepEqual(await checked(server, world.asker, looked), { summary: looked, contradicted: false });
  assert.equal((await checked(server, world.asker, { ...NEW, state: 'open' })).contradicted, true);
  await changeRoster(server.api(an.id), server.loader(world, an), { firstNotes: true });
  await write(server, an, 'note');
  const { summary, contradicted } = await checked(server, an, NEW);
  assert.equal(contradicted, true);
  assert.deepEqual(summary, looked);
});

test('a message that comes in between is no lie; what is said twice is', async () => {
  const server = await walked('an final');
  const load = server.loader(world, world.asker);
  const saying = (/** @type {any[]} */ ...indexes) =>
    loadChecked(async () => ({ ...(await load()), index: indexes.shift() }));
  const now = { ...NEW, ...answered };
  assert.equal((await saying(NEW, now)).contradicted, false);
  assert.equal((await saying(NEW, NEW)).contradicted, true);
  assert.equal((await saying(now)).contradicted, false);
});

// --- what staff sign of it ---------------------------------------------------------------------------------

/** @param {any} server @param {any} index @param {string} kind @param {string} today */
async function line(server, index, kind, today = DAY) {
  const { days, ...view } = await server.loader(world, an)();
  const session = { key: b64(an.id), today, directories: world.directories };
  const open = { key: b64(server.id), view, summary: index, days, contradicted: false };
  const draft = newDraft({ kind, fields: FIELDS[kind] ?? {} });
  const given = { ...view, index, days };
  return lineAfter(/** @type {any} */ (session), /** @type {any} */ (open), given, draft, DAY);
}

test('a line of the register names no first answer or ending that nobody signed', async () => {
  const lie = { ...NEW, received: DAY, ...answered, state: 'closed', closed_on: DAY };
  const { state, feedback, final, closed } = await line(await walked(), lie, 'note');
  assert.deepEqual([state, feedback, final, closed], ['open', null, null, null]);
});

test('and leaves none out that somebody did', async () => {
  const { state, feedback, final } = await line(await walked('an final'), { ...NEW, received: DAY }, 'note');
  assert.deepEqual([state, feedback, final], ['answered', DAY, DAY]);
});

test('its days lie between the staff list of the question and today, and follow each other', async () => {
  const told = { ...NEW, ...answered, received: '2020-01-01', feedback_on: '2031-01-01', answered_on: '2020-01-01' };
  const { received, feedback, final } = await line(await walked('an final'), told, 'note', '2026-11-30');
  assert.deepEqual([received, feedback, final], [DAY, '2026-11-30', '2026-11-30']);
});

test('a coach who writes is somebody who looked', async () => {
  const server = await walked();
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  await write(server, cas, 'recuse');
  assert.equal((await checked(server, world.asker, NEW)).summary.opened, true);
});
