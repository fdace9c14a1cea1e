import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b64, randomBytes } from '../../portal/static/js/crypto/bytes.js';
import { firstState, mergeStates } from '../../portal/static/js/crypto/state.js';

const id = () => b64(randomBytes(16));
const mark = (number) => ({ hash: b64(randomBytes(32)), number });
const base = firstState('mailbox', randomBytes(32), { version: 3, hash: randomBytes(32) });

test('two tabs that saw different cases remember both', () => {
  const [one, other] = [id(), id()];
  const a = { ...base, cases: { [one]: { roster: mark(0), read: [] } } };
  const b = { ...base, cases: { [other]: { roster: mark(0), read: [] } } };
  assert.deepEqual(Object.keys(mergeStates(a, b).cases).sort(), [one, other].sort());
});

test('of one case the newer roster and every message read are remembered', () => {
  const of = id();
  const [older, newer] = [mark(1), mark(2)];
  const [x, y] = [id(), id()];
  const a = { ...base, cases: { [of]: { roster: newer, read: [x] } } };
  const b = { ...base, cases: { [of]: { roster: older, read: [x, y] } } };
  const merged = mergeStates(a, b).cases[of];
  assert.deepEqual(merged.roster, newer);
  assert.deepEqual([...merged.read].sort(), [x, y].sort());
});

test('the newer directory is remembered, whichever tab saw it', () => {
  const newer = { ...base, directory: { hash: b64(randomBytes(32)), version: 4 } };
  assert.equal(mergeStates(base, newer).directory.version, 4);
  assert.equal(mergeStates(newer, base).directory.version, 4);
});
