/**
 * What this page has opened, for as long as it lives: cases, and the register.
 * @module pages/staff/opened
 */

import { ApiError } from '../../client/api.js';
import { CaseRefused } from '../../client/case.js';
import { inBatches } from '../../client/send.js';
import { glance } from '../../client/staff/case.js';
import { isEnded } from '../../client/staff/turn.js';
import { Register } from '../../client/statistics/register.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../client/staff/queue.js').QueueCase} QueueCase
 */

/** Cases that are opened for what the list says of them: more than anybody has on their hands. */
const GLANCES = 60;
const GLANCES_AT_ONCE = 4;

/** @type {WeakMap<App, Map<string, NonNullable<QueueCase['opened']>>>} */
const opened = new WeakMap();

/** @param {App} app */
export function openedCases(app) {
  const known = opened.get(app) ?? new Map();
  opened.set(app, known);
  return known;
}

/** @type {WeakMap<object, Promise<Register>>} */
const registers = new WeakMap();

/** One register a session, so that nothing is opened twice. @param {App} app @returns {Promise<Register>} */
export function registerOf(app) {
  const known = registers.get(app.me);
  if (known) return known;
  const made = Register.of(app.me);
  registers.set(app.me, made);
  made.catch(() => registers.delete(app.me));
  return made;
}

/**
 * Coaches and helpers have no key of the register: what it would add to their list stands in the cases themselves.
 * Those that nobody opened yet stay so, since the server counts who fetches them.
 * @param {App} app @param {QueueCase[]} items @param {() => void} draw
 */
export async function glanceAt(app, items, draw) {
  const session = app.me;
  if (session.role !== 'coach' && session.role !== 'helper') return;
  const unknown = items.filter((item) => item.opened === null && item.summary.opened && !isEnded(item));
  await inBatches(
    unknown.slice(0, GLANCES),
    async (item) => {
      const filed = await glance(session, item.key).catch(onlyRefusals);
      if (filed !== null) item.opened ??= { ...filed, text: '' };
      draw();
    },
    GLANCES_AT_ONCE,
  );
}

/** One that does not open says why to who opens it; one that is gone leaves the list at the next look. @param {unknown} error @returns {null} */
function onlyRefusals(error) {
  if (error instanceof CaseRefused || (error instanceof ApiError && error.status === 404)) return null;
  throw error;
}
