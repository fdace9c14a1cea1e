/** Whom a case waits for, what stands on top, and what a search finds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtered, fold, groupOf, sorted, withoutLeavers } from '../../portal/static/js/client/staff/queue.js';
import { draftForMe, needsMe, penOf, turnOf, waitsForMe } from '../../portal/static/js/client/staff/turn.js';
import { b64 } from '../../portal/static/js/crypto/bytes.js';

const carla = { key: 'carla', role: 'coach' };
const cas = { key: 'cas', role: 'coach' };
const fatima = { key: 'fatima', role: 'facilitator' };
const hilde = { key: 'hilde', role: 'helper' };

/** @param {Record<string, any>} [change] */
function item({
  coaches = [],
  left = [],
  away = [],
  pen = null,
  late = false,
  text = '',
  category = null,
  ...summary
} = {}) {
  const people = [fatima, hilde, ...[carla, cas].filter(({ key }) => [...coaches, ...left].includes(key))];
  return {
    key: 'k',
    name: 'blauwe merel',
    summary: {
      state: 'open',
      waits_for: 'staff',
      draft_by: null,
      answered_on: null,
      last: '2026-11-20',
      participants: people.map(({ key, role }) => ({ id: key, role, active: !left.includes(key) })),
      ...summary,
    },
    line: null,
    opened: { pen, category, urgent: false, kind: 'dilemma', text },
    due: { what: 'final', by: '2026-12-01', left: late ? -2 : 9, tone: late ? 'danger' : 'good' },
    coaches,
    away: new Map(away.map((/** @type {any} */ one) => [one.member, one])),
  };
}

const whom = (/** @type {any} */ one) => {
  const { who, keys } = turnOf(one);
  return { who, keys };
};
const absent = (/** @type {string} */ member, /** @type {string|null} */ cover = null) => ({ member, cover });

test('a case that awaits somebody says whom', () => {
  assert.deepEqual(whom(item()), { who: 'facilitators', keys: [] });
  assert.deepEqual(whom(item({ coaches: ['carla'] })), { who: 'members', keys: ['carla'] });
  assert.deepEqual(whom(item({ coaches: ['carla', 'cas'] })), { who: 'members', keys: ['carla', 'cas'] });
  assert.deepEqual(whom(item({ coaches: ['carla', 'cas'], pen: 'cas' })), { who: 'members', keys: ['cas'] });
  assert.deepEqual(whom(item({ waits_for: 'asker' })), { who: 'asker', keys: [] });
  assert.deepEqual(whom(item({ state: 'passed' })), { who: null, keys: [] });
});

test('the only coach writes the answer when nobody was named, and a name comes before that', () => {
  assert.equal(penOf(item()), null);
  assert.equal(penOf(item({ coaches: ['carla'] })), 'carla');
  assert.equal(penOf(item({ coaches: ['carla', 'cas'] })), null);
  assert.equal(penOf(item({ coaches: ['carla'], pen: 'fatima' })), 'fatima');
});

test('who is off the staff list takes part no more, although the server still says so', () => {
  const [els, nadia, bram, dora, asker] = [1, 2, 3, 4, 5].map((byte) => new Uint8Array(16).fill(byte));
  const members = [
    { id: els, role: 'facilitator', active: true },
    { id: nadia, role: 'coach', active: false },
    { id: bram, role: 'coach', active: true },
  ];
  const participants = [
    { id: b64(els), role: 'facilitator', active: true },
    { id: b64(nadia), role: 'coach', active: true },
    { id: b64(bram), role: 'coach', active: false },
    { id: b64(dora), role: 'coach', active: true },
    { id: b64(asker), role: 'asker', active: true },
  ];
  const found = withoutLeavers(/** @type {any} */ ({ participants }), /** @type {any} */ ({ members }));
  assert.deepEqual(
    found.participants.filter(({ active }) => active).map(({ id }) => id),
    [b64(els), b64(asker)],
  );
});

test('who had the pen and stepped aside or left is waited for no longer', () => {
  const left = item({ coaches: ['cas'], left: ['carla'], pen: 'carla' });
  assert.deepEqual(whom(left), { who: 'members', keys: ['cas'] });
  assert.ok(waitsForMe(left, cas));
  const nobody = item({ left: ['carla'], pen: 'carla' });
  assert.deepEqual(whom(nobody), { who: 'facilitators', keys: [] });
  assert.ok(waitsForMe(nobody, fatima) && waitsForMe(nobody, hilde));
});

test('while somebody is away, another coach goes on, else who covers, else a facilitator finds somebody', () => {
  const shared = item({ coaches: ['carla', 'cas'], away: [absent('carla')] });
  assert.deepEqual(turnOf(/** @type {any} */ (shared)), { who: 'members', keys: ['cas'], absent: [] });
  assert.ok(waitsForMe(/** @type {any} */ (shared), cas) && !waitsForMe(/** @type {any} */ (shared), fatima));
  const covered = item({ coaches: ['carla'], away: [absent('carla', 'fatima')] });
  assert.deepEqual(whom(covered), { who: 'members', keys: ['fatima'] });
  assert.ok(waitsForMe(/** @type {any} */ (covered), fatima) && !waitsForMe(/** @type {any} */ (covered), hilde));
  const stranger = item({ coaches: ['carla'], away: [absent('carla', 'cas')] });
  assert.deepEqual(whom(stranger), { who: 'facilitators', keys: [] });
  assert.deepEqual(turnOf(/** @type {any} */ (stranger)).absent, [absent('carla', 'cas')]);
  assert.ok(waitsForMe(/** @type {any} */ (stranger), hilde) && !waitsForMe(/** @type {any} */ (stranger), cas));
  const both = item({ coaches: ['carla'], away: [absent('carla', 'fatima'), absent('fatima')] });
  assert.deepEqual(whom(both), { who: 'facilitators', keys: [] });
  assert.ok(waitsForMe(/** @type {any} */ (both), carla), 'who is away still sees it as their own');
});

test('what is late stands on top for everybody who can act', () => {
  const late = item({ late: true, coaches: ['carla'] });
  const mine = item({ coaches: ['cas'] });
  for (const me of [carla, cas, fatima, hilde]) {
    assert.equal(sorted([mine, late], me)[0], late, me.key);
    assert.equal(groupOf(late, me), 'late');
    assert.ok(filtered([late], { query: '', show: 'mine', category: '', member: '' }, me, () => '').length === 1);
  }
});

test('a search finds words in any order without accents, and filters by category, coach and state', () => {
  const zoe = item({ text: 'Zoë kreeg wijn', category: 'gifts', coaches: ['carla'] });
  const other = item({ text: 'Een collega zoekt op', state: 'closed' });
  const words = (/** @type {any} */ one) => fold(`${one.name} ${one.opened.text} ${one.summary.state}`);
  const find = (/** @type {Record<string, string>} */ change) =>
    filtered([zoe, other], { query: '', show: 'all', category: '', member: '', ...change }, fatima, words);
  assert.deepEqual(find({ query: 'wijn zoe' }), [zoe]);
  assert.deepEqual(find({ query: 'MEREL' }), [zoe, other]);
  assert.deepEqual(find({ query: 'closed' }), [other]);
  assert.deepEqual(find({ query: 'wijn closed' }), []);
  assert.deepEqual(find({ category: 'gifts' }), [zoe]);
  assert.deepEqual(find({ member: 'carla' }), [zoe]);
  assert.deepEqual(find({ show: 'ended' }), [other]);
  assert.deepEqual(find({ show: 'open' }), [zoe]);
});

test('a draft waits for every colleague in the case, and not for who wrote it', () => {
  const drafted = item({ coaches: ['carla', 'cas'], pen: 'carla', waits_for: 'asker', draft_by: 'carla' });
  assert.deepEqual(
    [carla, cas, fatima, hilde].map((me) => draftForMe(drafted, me)),
    [null, 'carla', 'carla', 'carla'],
  );
  assert.deepEqual(
    [carla, cas].map((me) => needsMe(drafted, me)),
    [false, true],
  );
  assert.equal(waitsForMe(drafted, cas), false);
  assert.deepEqual(
    [carla, cas].map((me) => groupOf(drafted, me)),
    ['asker', 'mine'],
  );
  const all = { query: '', category: '', member: '' };
  assert.equal(filtered([drafted], { ...all, show: 'mine' }, cas, () => '').length, 1);
  assert.equal(filtered([drafted], { ...all, show: 'mine' }, carla, () => '').length, 0);
});

test('nobody is asked to read the draft of who left, nor one in a case that has ended', () => {
  assert.equal(draftForMe(item({ left: ['carla'], draft_by: 'carla' }), cas), null);
  assert.equal(draftForMe(item({ coaches: ['carla'], state: 'withdrawn', draft_by: 'carla' }), fatima), null);
});
