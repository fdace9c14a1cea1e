/** Texts to begin from, as a facilitator's browser reads those of its colleagues. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b64, canonical, randomBytes } from '../../portal/static/js/crypto/bytes.js';
import { NO_CASE, seal } from '../../portal/static/js/crypto/envelope.js';
import { derive } from '../../portal/static/js/crypto/kdf.js';
import { sealRegisterKey } from '../../portal/static/js/crypto/register.js';
import { loadTemplates } from '../../portal/static/js/client/staff/templates.js';
import { World } from './world.js';

const world = await World.make();
const { an } = world.members;
const key = await derive(world.registerSeed, 'template');

/** A template that somebody with the register's key made, whatever stands in it. @param {object} body */
async function made(body) {
  const id = randomBytes(16);
  const header = { portal: world.portal, case: NO_CASE, epoch: 0, id, writer: an.id, kind: 'template' };
  return { id: b64(id), number: 0, envelope: b64(await seal(key, header, canonical(body))) };
}

/** @param {object[]} templates as the server gives them */
async function sessionWith(templates) {
  const kem = an.identity.kem.publicKey;
  const sealed = await sealRegisterKey(kem, world.portal, world.register.id, an.id, world.registerSeed);
  const answers = {
    '/templates': { templates },
    '/register/key': { keys: [{ key: b64(world.register.id), sealed: b64(sealed) }] },
  };
  const current = { version: 1, history: [], register: world.register };
  return {
    portal: { id: world.portal },
    member: an.id,
    identity: an.identity,
    directories: { current, version: async () => current },
    api: { get: async (/** @type {'/templates'} */ address) => answers[address] },
  };
}

test('one that a changed browser made leaves the others standing', async () => {
  const good = { v: 1, act: 'reply', name: 'Dank', text: 'Dank je.' };
  const bad = [{ v: 1, act: 'reply', text: '' }, { ...good, name: 3 }, { ...good, v: 2 }, { ...good, more: '' }, {}];
  const given = await Promise.all([...bad, good].map(made));
  const read = await loadTemplates(await sessionWith(given));
  assert.deepEqual(
    read.map(({ name }) => name),
    ['Dank'],
  );
});
