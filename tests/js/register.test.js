/** What a facilitator's browser believes of the register that the server gives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b64, randomBytes } from '../../portal/static/js/crypto/bytes.js';
import { KemKeyPair } from '../../portal/static/js/crypto/hpke.js';
import { sealEntry } from '../../portal/static/js/crypto/register.js';
import { Register } from '../../portal/static/js/client/register.js';

const ASKER = new Uint8Array(16);

test('an entry that opened counts for its own case only, whatever case the server names the next time', async () => {
  const [portal, key, seed, own] = [16, 16, 32, 16].map((length) => randomBytes(length));
  const nothing = { category: null, outcome: null, authorities: [], feedback: null, final: null, closed: null };
  const body = { v: 1, case: b64(own), number: 0, kind: 'other', urgent: false, state: 'new', ...nothing };
  const sealed = b64(
    await sealEntry(
      new KemKeyPair(seed).publicKey,
      { portal, key, case: own, writer: ASKER },
      { ...body, received: '2026-11-23', directory: 1 },
      null,
    ),
  );
  const register = new Register({ portal: { id: portal }, directories: null }, [{ key, seed }]);
  const given = { key: b64(key), case: b64(own), writer: b64(ASKER), sealed };
  await register.take([given, { ...given, case: b64(randomBytes(16)) }]);
  assert.deepEqual(
    register.lines().map((line) => line.case),
    [b64(own)],
  );
  assert.equal(register.refused, 1);
});
