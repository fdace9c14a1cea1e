import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b64, randomBytes } from '../../portal/static/js/crypto/bytes.js';
import { openDirectories } from '../../portal/static/js/client/directory.js';
import { loadDirectories } from '../../portal/static/js/client/staff/directory.js';
import { DAY, World } from './world.js';

const markOf = ({ version, hash }) => ({ version, hash });
const takenBack = (error) => error.name === 'Refused' && error.reason === 'taken-back';

/** What a server gives that has these versions. */
const apiOf = (signed) => ({
  get: async (path) => {
    const version = Number(path.split('/')[2] ?? signed.length);
    return { directory: b64(signed[version - 1]), freshness: null };
  },
});

/** Both ways in which pages fetch it: an asker's and the staff's. */
async function fetchBoth(world, lastSeen) {
  const api = apiOf(world.signedDirectories);
  const { portal, organisation } = world;
  const expected = { portal, organisation: organisation.publicKey, lastSeen, today: DAY };
  const { directories } = await openDirectories(api, expected);
  await loadDirectories(api, portal, organisation.publicKey, lastSeen);
  return directories.current.version;
}

/** @returns what was seen when bert had been dismissed, and the credentials from before that */
async function dismissal(world) {
  const before = [...world.credentials];
  await world.credential('revoke', world.members.bert);
  world.members.bert.active = false;
  await world.publish();
  return { seen: markOf(world.directory), before };
}

test('a facilitator who was dismissed cannot sign, with the server, that it did not happen', async () => {
  const world = await World.make({ an: 'facilitator', bert: 'facilitator', cas: 'coach' });
  const { seen, before } = await dismissal(world);
  world.members.bert.active = true;
  world.credentials = before;
  // By its history, and under the organisation's key, nothing is wrong with it.
  await world.publish(world.members.bert);
  const api = apiOf(world.signedDirectories);
  const expected = { portal: world.portal, organisation: world.organisation.publicKey, lastSeen: seen, today: DAY };
  await assert.rejects(openDirectories(api, expected), takenBack);
  await assert.rejects(loadDirectories(api, world.portal, world.organisation.publicKey, seen), takenBack);
});

for (const change of ['kem', 'sign', 'person']) {
  test(`a later version that changes somebody's ${change} under the same id is refused`, async () => {
    const world = await World.make({ an: 'facilitator', cas: 'coach', dirk: 'coach' });
    const seen = markOf(world.directory);
    world.members.cas[change] = world.members.dirk[change];
    await world.publish();
    await assert.rejects(fetchBoth(world, seen), takenBack);
  });
}

test('a later version without somebody who was there is refused', async () => {
  const world = await World.make({ an: 'facilitator', cas: 'coach', dirk: 'coach' });
  const seen = markOf(world.directory);
  delete world.members.dirk;
  await world.publish();
  await assert.rejects(fetchBoth(world, seen), takenBack);
});

test('a version in which people came, left and changed their role follows on an earlier one', async () => {
  const world = await World.make({ an: 'facilitator', bert: 'facilitator', cas: 'coach' });
  const seen = markOf(world.directory);
  world.members.cas.role = 'helper';
  await dismissal(world);
  assert.equal(await fetchBoth(world, seen), 2);
  assert.equal(await fetchBoth(world, null), 2);
});

test('an earlier version that is not the one that was seen proves nothing', async () => {
  const world = await World.make({ an: 'facilitator', bert: 'facilitator', cas: 'coach' });
  const seen = markOf(world.directory);
  await world.publish();
  world.signedDirectories[0] = (await World.make()).signedDirectories[0];
  await assert.rejects(fetchBoth(world, seen), { name: 'Refused' });
  await assert.rejects(fetchBoth(world, { ...seen, hash: randomBytes(32) }), { name: 'Refused' });
});
