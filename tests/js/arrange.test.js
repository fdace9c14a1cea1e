/** How a thread is put in order: what an asker's own browser can make of it must not keep a reader's busy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange } from '../../portal/static/js/crypto/message.js';
import { b64 } from '../../portal/static/js/crypto/bytes.js';

const ASKER = new Uint8Array(16);
const bytes = (/** @type {number} */ number, /** @type {number} */ length) =>
  new Uint8Array(length).map((_, at) => (number >> (8 * (at % 4))) & 255);

/** A thread in which each message names up to `links` before it. @param {number} count @param {number} links @param {() => void} looked at a link */
function thread(count, links, looked = () => {}) {
  const hashes = Array.from({ length: count }, (_, at) => bytes(at + 1, 32));
  return hashes.map((hash, at) => ({
    ...{ id: bytes(at + 1, 16), key: b64(bytes(at + 1, 16)), hash, writer: ASKER, epoch: 0, counter: at },
    ...{ kind: at === 0 ? 'question' : 'reply', thread: 'case', roster: { number: 0, hash: bytes(0, 32) } },
    ...{ attachments: [], text: '', fields: {} },
    seen: hashes.slice(Math.max(0, at - links), at).map((named, place) => ({
      id: bytes(Math.max(0, at - links) + place + 1, 16),
      get hash() {
        looked();
        return named;
      },
    })),
  }));
}

/** @param {any[]} given */
const ordered = (given) =>
  arrange(
    given,
    given.map(({ hash }) => b64(hash)),
  ).messages.map(({ counter }) => counter);

test('a thread that comes latest first is put in order, and each link is followed a few times at most', () => {
  let looks = 0;
  const [count, links] = [400, 8];
  const given = thread(count, links, () => (looks += 1)).reverse();
  assert.deepEqual(
    ordered(given),
    given.map((_, at) => at),
  );
  assert.ok(looks <= 8 * count * links, `${looks} looks at ${count * links} links`);
});

test('of those that can stand next the first in the order of the server does', () => {
  const [question, ...replies] = thread(5, 4);
  const free = replies.map((one) => ({
    ...one,
    counter: 1,
    writer: one.id,
    seen: [{ id: question.id, hash: question.hash }],
  }));
  const counted = free.map((one) => ({ ...one, counter: 0 }));
  const [a, b, c, d] = counted;
  const last = { ...d, seen: [{ id: b.id, hash: b.hash }] };
  const given = [last, c, question, b, a];
  const { messages } = arrange(/** @type {any[]} */ (given), []);
  assert.deepEqual(
    messages.map(({ key }) => key),
    [question, c, b, last, a].map(({ key }) => key),
  );
});
