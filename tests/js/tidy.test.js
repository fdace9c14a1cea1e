/** What a facilitator's browser does by itself at sign-in, whatever the server says of who takes part. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tidy } from '../../portal/static/js/client/staff/case.js';
import { changeRoster, sendMessage } from '../../portal/static/js/client/send.js';
import { newDraft } from '../../portal/static/js/client/case.js';
import { b64 } from '../../portal/static/js/crypto/bytes.js';
import { newCase, World } from './world.js';

const world = await World.make();
const { an, bea, cas } = world.members;

/** A session of An's, as far as it is asked for here. */
const session = (/** @type {any} */ server) => ({
  api: server.api(an.id),
  identity: an.identity,
  key: b64(an.id),
  member: an.id,
  portal: { id: world.portal },
  directories: world.directories,
  state: { content: { cases: {} } },
});

/** The server's index of a case. @param {any} server @param {any[]} people @param {string[]} gone */
const index = (server, people, gone = []) => ({
  case: b64(server.id),
  participants: people.map((one) => ({ id: b64(one.id), role: one.role, active: !gone.includes(b64(one.id)) })),
});

const there = async (/** @type {any} */ server) =>
  (await world.view(server, an)).participants.map(({ key }) => key).filter((key) => key !== '');

test('the word of the server takes nobody out of a case', async () => {
  const server = await newCase(world, 'Vraag');
  const lie = index(server, [an, bea], [b64(bea.id)]);
  assert.equal(await tidy(/** @type {any} */ (session(server)), /** @type {any} */ (lie)), false);
  assert.equal(server.rosters.length, 1);
  assert.ok((await there(server)).includes(b64(bea.id)));
});

test('who stepped aside, by a signed word, is taken out although the server does not say so', async () => {
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  await sendMessage(server.api(cas.id), server.loader(world, cas), newDraft({ kind: 'recuse' }));
  const said = index(server, [an, bea, cas]);
  assert.equal(await tidy(/** @type {any} */ (session(server)), /** @type {any} */ (said)), true);
  assert.ok(!(await there(server)).includes(b64(cas.id)));
  assert.equal(server.epoch, 1);
});
