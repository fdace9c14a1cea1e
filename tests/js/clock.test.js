/** A server that says another day than the browser's own clock. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { clocksDiffer, laterDay, nearOwn, ownDay } from '../../portal/static/js/client/clock.js';
import { Place } from '../../portal/static/js/client/place.js';
import { deactivate, keepFresh } from '../../portal/static/js/client/staff/directory.js';
import { signFreshness } from '../../portal/static/js/crypto/directory.js';
import { b64 } from '../../portal/static/js/crypto/bytes.js';
import { DAY, World } from './world.js';

const world = await World.make();
const { an } = world.members;

/** @param {string} day of this browser's own clock @param {() => Promise<void>} body */
async function on(day, body) {
  mock.timers.enable({ apis: ['Date'], now: Date.parse(`${day}T12:00:00Z`) });
  try {
    await body();
  } finally {
    mock.timers.reset();
  }
}

test('two days apart is nothing, three is', () => {
  assert.equal(clocksDiffer('2026-11-25', DAY), false);
  assert.equal(clocksDiffer('2026-11-21', DAY), false);
  assert.equal(clocksDiffer('2026-11-26', DAY), true);
  assert.equal(clocksDiffer('2026-11-20', DAY), true);
  assert.equal(clocksDiffer('yesterday', DAY), true);
});

test('the later day counts, and what is signed lies near the own one', () => {
  assert.equal(laterDay('2024-01-10', DAY), DAY);
  assert.equal(laterDay('2026-12-24', DAY), '2026-12-24');
  assert.equal(laterDay('yesterday', DAY), DAY);
  assert.equal(nearOwn('2026-11-22', DAY), '2026-11-22');
  assert.equal(nearOwn('2024-01-10', DAY), '2026-11-21');
  assert.equal(nearOwn('2031-01-10', DAY), '2026-11-25');
  assert.equal(nearOwn('yesterday', DAY), '2026-11-21');
});

// --- an asker: how old the staff list is -------------------------------------------------------------------

const vouched = async (/** @type {string} */ day) =>
  b64(await signFreshness(an.identity.sign.privateKey, world.portal, an.id, world.directory, day));

/** A place whose server says it is this day. @param {string} day @param {string} freshness */
async function placeOn(day, freshness) {
  const api = { get: async () => ({ directory: b64(world.directory.signed), freshness }) };
  const place = new Place(/** @type {any} */ (api), /** @type {any} */ ({ portal: b64(world.portal), day }));
  await place.trust(world.organisation.publicKey);
  return place;
}

test('an old statement is not made fresh by a server that puts its day back', () =>
  on('2027-01-20', async () => {
    const place = await placeOn(DAY, await vouched(DAY));
    assert.equal(place.freshness.state, 'old');
    assert.equal(place.clocksDiffer, true);
  }));

test('nor by a clock of the own that stands still', () =>
  on(DAY, async () => {
    const place = await placeOn('2027-01-20', await vouched(DAY));
    assert.equal(place.freshness.state, 'old');
    assert.equal(place.clocksDiffer, true);
  }));

test('where both agree nothing is said', () =>
  on('2026-11-24', async () => {
    const place = await placeOn(DAY, await vouched(DAY));
    assert.equal(place.freshness.state, 'fresh');
    assert.equal(place.clocksDiffer, false);
  }));

// --- staff: what is signed ------------------------------------------------------------------------------------

/** @param {string} day that the server says @param {string[]} sent what is sent to it */
const session = (day, sent) => ({
  role: 'facilitator',
  identity: an.identity,
  member: an.id,
  key: b64(an.id),
  today: nearOwn(day, ownDay()),
  portal: { id: world.portal, org: { day } },
  directories: world.directories,
  api: { get: async () => ({ freshness: null }), put: async (/** @type {string} */ path) => void sent.push(path) },
});

test('no staff list is confirmed and none made on a day that the own clock does not know', () =>
  on(DAY, async () => {
    /** @type {string[]} */
    const sent = [];
    const lied = /** @type {any} */ (session('2027-06-01', sent));
    assert.equal(await keepFresh(lied), false);
    await assert.rejects(deactivate(lied, world.members.dirk, null), { name: 'ClockRefused' });
    assert.deepEqual(sent, []);
    assert.equal(await keepFresh(/** @type {any} */ (session('2026-11-24', sent))), true);
    assert.deepEqual(sent, ['/freshness']);
  }));
