/**
 * Whose turn it is in a case: who has the pen, whom it waits for, and who does it while somebody is away.
 * @module client/staff/turn
 */

import { ENDED } from '../states.js';

/** @typedef {import('./queue.js').Summary} Summary */
/** @typedef {import('./absences.js').Absence} Absence */

/** Who is away today, by member key. @typedef {ReadonlyMap<string, Absence>} Away */

/**
 * What is asked of a case to know whose turn it is.
 * @typedef {object} Waiting
 * @property {Pick<Summary, 'state'|'waits_for'|'participants'|'draft_by'>} summary
 * @property {{pen: string|null}|null} opened
 * @property {string[]} coaches member keys
 * @property {Away} away
 */

/**
 * `keys`: of the members whose turn it is; `absent`: whom they stand in for.
 * @typedef {{who: 'asker'|'facilitators'|'members'|null, keys: string[], absent: Absence[]}} Turn
 */

/** Whether nobody needs to do anything about it any more. @param {{summary: Pick<Summary, 'state'>}} item */
export const isEnded = (item) => ENDED.has(item.summary.state);

/** @param {Pick<Summary, 'participants'>} summary @returns {string[]} keys of the coaches who take part */
export const coachesOf = (summary) =>
  summary.participants.filter(({ role, active }) => role === 'coach' && active).map(({ id }) => id);

/**
 * Who writes the answer: whoever was named, as long as they take part, else the only coach.
 * @param {Pick<Waiting, 'opened'|'coaches'> & {summary: Pick<Summary, 'participants'>}} item
 * @returns {string|null}
 */
export function penOf({ summary, opened, coaches }) {
  const named = summary.participants.find(({ id, active }) => active && id === opened?.pen);
  return named?.id ?? (coaches.length === 1 ? (coaches[0] ?? null) : null);
}

/**
 * Nobody is waited for while they are away, unless somebody else is there to do it: first who shares the work, then
 * who covers and takes part, else a facilitator, who can bring somebody in.
 * @param {Waiting} item
 * @returns {Turn}
 */
export function turnOf(item) {
  const { summary, coaches, away } = item;
  if (isEnded(item) || summary.waits_for === null) return { who: null, keys: [], absent: [] };
  if (summary.waits_for === 'asker') return { who: 'asker', keys: [], absent: [] };
  const pen = penOf(item);
  const theirs = pen === null ? coaches : [pen];
  const here = theirs.filter((key) => !away.has(key));
  if (here.length > 0) return { who: 'members', keys: here, absent: [] };
  const absent = theirs.flatMap((key) => away.get(key) ?? []);
  const covers = summary.participants
    .filter(({ id, active }) => active && !away.has(id) && absent.some(({ cover }) => cover === id))
    .map(({ id }) => id);
  return { who: covers.length > 0 ? 'members' : 'facilitators', keys: covers, absent };
}

/**
 * Whether it is my turn: for a coach what is theirs, for a facilitator also what nobody has or can do now.
 * @param {Waiting} item
 * @param {{key: string, role: string}} me
 */
export function waitsForMe(item, me) {
  const { who, keys, absent } = turnOf(item);
  if (who === 'facilitators' && (me.role === 'facilitator' || me.role === 'helper')) return true;
  // Who looks in while away still sees it as their own.
  return keys.includes(me.key) || absent.some(({ member }) => member === me.key);
}

/**
 * Whose draft I am asked to read: a colleague's who still takes part, as long as nobody wrote after it.
 * @param {{summary: Pick<Summary, 'state'|'participants'|'draft_by'>}} item
 * @param {{key: string}} me
 * @returns {string|null} a member key
 */
export function draftForMe({ summary }, me) {
  if (isEnded({ summary }) || summary.draft_by === me.key) return null;
  return summary.participants.find(({ id, active }) => active && id === summary.draft_by)?.id ?? null;
}

/** Whether there is anything for me to do. @param {Waiting} item @param {{key: string, role: string}} me */
export const needsMe = (item, me) => waitsForMe(item, me) || draftForMe(item, me) !== null;
