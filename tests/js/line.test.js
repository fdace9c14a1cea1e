/** What the register says of a case after an act: one outcome for what was passed on, none for what was opened again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineAfter } from '../../portal/static/js/client/staff/case.js';

const session = { today: '2026-11-23', directories: { current: { version: 3 } } };
const question = { kind: 'question', fields: { kind: 'advies', urgent: false } };
const close = { kind: 'close', fields: { outcome: 'advies' } };
const pass = { kind: 'pass', fields: { authority: 'parket' } };

/** @param {string} state the server's @param {any[]} acts those before @param {any} draft */
function after(state, acts, draft) {
  const summary = { state, received: '2026-11-02', feedback_on: '2026-11-03', answered_on: null, closed_on: null };
  const view = { messages: [question, ...acts], notes: [] };
  const line = lineAfter(
    /** @type {any} */ (session),
    /** @type {any} */ ({ key: 'k', summary }),
    /** @type {any} */ (view),
    draft,
  );
  return [line.state, line.outcome];
}

test('closing gives the outcome', () => {
  assert.deepEqual(after('answered', [], close), ['closed', 'advies']);
});

test('a note on a closed case leaves its outcome', () => {
  assert.deepEqual(after('closed', [close], { kind: 'note', fields: {} }), ['closed', 'advies']);
});

test('what the asker opened again has no outcome until it is closed again', () => {
  const reply = { kind: 'reply', fields: {} };
  assert.deepEqual(after('answering', [close, reply], { kind: 'note', fields: {} }), ['answering', null]);
  assert.deepEqual(after('answering', [close, reply], { kind: 'final', fields: { referred: [] } }), ['answered', null]);
  assert.deepEqual(after('answered', [close, reply], { kind: 'close', fields: { outcome: 'verwezen' } }), [
    'closed',
    'verwezen',
  ]);
});

test('passed on is the only outcome of what was passed on', () => {
  assert.deepEqual(after('answering', [close], pass), ['passed', null]);
  assert.deepEqual(after('passed', [pass], close), ['passed', null]);
});
