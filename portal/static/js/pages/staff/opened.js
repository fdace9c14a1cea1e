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
const GLANCE_LASTS_MS = 5 * 60 * 1000;

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

/** @typedef {{at: number, filed: ReturnType<typeof glance>|Promise<null>}} Glance */

/** @type {WeakMap<object, Map<string, Glance>>} */
const glances = new WeakMap();

/** How the case was filed a few minutes ago at most: who comes back to the list has nothing fetched twice. @param {App} app @param {string} key */
function filedOf(app, key) {
  const known = glances.get(app.me) ?? new Map();
  glances.set(app.me, known);
  const before = known.get(key);
  if (before !== undefined && Date.now() - before.at < GLANCE_LASTS_MS) return before.filed;
  const filed = glance(app.me, key).catch(onlyRefusals);
  known.set(key, { at: Date.now(), filed });
  filed.catch(() => known.delete(key));
  return filed;
}

/**
 * Coaches and helpers have no key of the register: what it would add to their list stands in the cases themselves.
 * Those that nobody opened yet stay so, since the server counts who fetches them.
 * @param {App} app @param {QueueCase[]} items @param {() => void} draw
 */
export async function glanceAt(app, items, draw) {
  if (app.me.role !== 'coach' && app.me.role !== 'helper') return;
  const own = openedCases(app);
  const others = items.filter((item) => !own.has(item.key) && item.summary.opened && !isEnded(item));
  await inBatches(
    others.slice(0, GLANCES),
    async (item) => {
      const filed = await filedOf(app, item.key);
      if (filed !== null && !own.has(item.key)) item.opened = { ...filed, text: '' };
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
