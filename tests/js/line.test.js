/** What the register says of a case after an act: one outcome for what was passed on, none for what was opened again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineAfter } from '../../portal/static/js/client/staff/case.js';

const session = { today: '2026-11-23', directories: { current: { version: 3 } } };
const question = { kind: 'question', fields: { kind: 'advies', urgent: false } };
const close = { kind: 'close', fields: { outcome: 'advies' } };
const pass = { kind: 'pass', fields: { authority: 'parket' } };

const feedback = { kind: 'feedback', fields: {} };

/** @param {any[]} acts those before, replies the asker's and all others the staff's @param {any} draft */
function after(acts, draft) {
  const summary = { state: 'new', received: '2026-11-02', feedback_on: null, answered_on: null, closed_on: null };
  const authors = /** @type {Record<string, string>} */ ({ question: 'asker', reply: 'asker' });
  const messages = [question, ...acts].map((act, place) => {
    return { ...act, key: String(place), author: { role: authors[act.kind] ?? 'facilitator' } };
  });
  const days = new Map(messages.map(({ key }) => [key, '2026-11-03']));
  const line = lineAfter(
    /** @type {any} */ (session),
    /** @type {any} */ ({ key: 'k', summary, days }),
    /** @type {any} */ ({ messages, notes: [] }),
    draft,
    '2026-11-01',
  );
  return [line.state, line.outcome];
}

test('closing gives the outcome', () => {
  assert.deepEqual(after([], close), ['closed', 'advies']);
});

test('a note on a closed case leaves its outcome', () => {
  assert.deepEqual(after([close], { kind: 'note', fields: {} }), ['closed', 'advies']);
});

test('what the asker opened again has no outcome until it is closed again', () => {
  const reply = { kind: 'reply', fields: {} };
  assert.deepEqual(after([feedback, close, reply], { kind: 'note', fields: {} }), ['answering', null]);
  assert.deepEqual(after([feedback, close, reply], { kind: 'final', fields: { referred: [] } }), ['answered', null]);
  assert.deepEqual(after([feedback, close, reply], { kind: 'close', fields: { outcome: 'verwezen' } }), [
    'closed',
    'verwezen',
  ]);
});

test('passed on is the only outcome of what was passed on', () => {
  assert.deepEqual(after([feedback, close], pass), ['passed', null]);
  assert.deepEqual(after([pass], close), ['passed', null]);
});
