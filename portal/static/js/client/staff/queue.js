/**
 * The queue: what the server's index says, and what this browser has opened of it. Sorting, filtering and searching
 * happen here; no word that somebody searches for leaves the browser.
 * @module client/staff/queue
 */

import { b64, fromB64 } from '../../crypto/bytes.js';
import { activeMember } from '../../crypto/directory.js';
import { HANDLERS } from '../../crypto/roster.js';
import { caseName } from '../../crypto/words.js';
import { coachesOf, isEnded, needsMe } from './turn.js';

/**
 * @typedef {import('./member.js').StaffSession} StaffSession
 * @typedef {import('../statistics/statistics.js').Line} Line
 * @typedef {import('../working-days.js').WorkingDays} WorkingDays
 */

/**
 * A case as the server's index has it.
 * @typedef {object} Summary
 * @property {string} case
 * @property {string} state
 * @property {string} received
 * @property {string} feedback_by
 * @property {string|null} feedback_on
 * @property {string} answer_by
 * @property {string|null} answered_on
 * @property {string|null} closed_on
 * @property {string|null} archive_from
 * @property {number} epoch
 * @property {number} roster
 * @property {boolean} opened
 * @property {{id: string, role: string, active: boolean}[]} participants
 * @property {number} messages
 * @property {string} last
 * @property {'staff'|'asker'|null} waits_for
 * @property {string|null} draft_by who laid a draft before colleagues, until anybody of the staff writes after it
 */

/** @typedef {{what: 'feedback'|'final', by: string, left: number, tone: 'danger'|'warn'|'good'}} Due */

/**
 * @typedef {object} QueueCase
 * @property {string} key
 * @property {string} name two words
 * @property {Summary} summary
 * @property {Line|null} line what the register says, once opened
 * @property {{urgent: boolean, category: string|null, kind: string, pen: string|null, text: string}|null} opened what the case itself says, once opened
 * @property {Due|null} due
 * @property {string[]} coaches member keys
 * @property {import('./turn.js').Away} away
 */

/** Working days before a promise ends at which it is shown as near. */
const NEAR = 2;

/**
 * @param {Summary} summary
 * @param {string} today
 * @param {WorkingDays} days
 * @returns {Due|null} null when nothing is promised any more
 */
export function dueOf(summary, today, days) {
  if (isEnded({ summary }) || summary.answered_on !== null) return null;
  const what = summary.feedback_on === null ? 'feedback' : 'final';
  const by = what === 'feedback' ? summary.feedback_by : summary.answer_by;
  const left = days.between(today, by);
  const late = by < today;
  return { what, by, left: late ? Math.min(left, -1) : left, tone: late ? 'danger' : left <= NEAR ? 'warn' : 'good' };
}

/**
 * Who left takes part in nothing any more, also before a browser has taken them out of the case.
 * @param {Summary} summary
 * @param {import('../../crypto/directory.js').VerifiedDirectory} directory
 * @returns {Summary}
 */
export function withoutLeavers(summary, directory) {
  const here = (/** @type {string} */ id) => activeMember(directory, fromB64(id, 16), HANDLERS) !== null;
  const participants = summary.participants.map((one) => ({
    ...one,
    active: one.active && (!HANDLERS.includes(one.role) || here(one.id)),
  }));
  return { ...summary, participants };
}

/**
 * @param {StaffSession} session
 * @param {Summary[]} summaries as the server gives them
 * @param {import('./turn.js').Away} away
 * @returns {Promise<QueueCase[]>}
 */
export async function queueCases(session, summaries, away) {
  const now = summaries.map((summary) => withoutLeavers(summary, session.directories.current));
  return Promise.all(
    now.map(async (summary) => ({
      key: summary.case,
      name: await caseName(session.words, fromB64(summary.case, 16)),
      summary,
      line: null,
      opened: null,
      due: dueOf(summary, session.today, session.days),
      coaches: coachesOf(summary),
      away,
    })),
  );
}

/** @param {QueueCase} item */
export const isUrgent = (item) => item.opened?.urgent ?? item.line?.urgent ?? false;

/** @param {QueueCase} item */
export const categoryOf = (item) => item.opened?.category ?? item.line?.category ?? null;

/** @param {QueueCase} item */
export const kindOf = (item) => item.opened?.kind ?? item.line?.kind ?? null;

/**
 * First what is late; then what waits for me, urgent before not and due soonest before later; then what others should
 * do soon; then what waits for others, for the asker; at the end what has ended, the last first.
 * @param {QueueCase[]} items
 * @param {{key: string, role: string}} me
 * @returns {QueueCase[]} a new list
 */
export function sorted(items, me) {
  const rank = new Map(items.map((item) => [item, rankOf(item, me)]));
  return [...items].sort((a, b) => compareRanks(/** @type {Rank} */ (rank.get(a)), /** @type {Rank} */ (rank.get(b))));
}

/** @typedef {'late'|'mine'|'colleagues'|'asker'|'answered'|'ended'} Group */

/** @type {Group[]} by the first number of a rank */
const GROUPS = ['late', 'mine', 'colleagues', 'colleagues', 'asker', 'answered', 'ended'];

/**
 * Under which heading a case stands, in the order in which they are sorted.
 * @param {QueueCase} item
 * @param {{key: string, role: string}} me
 * @returns {Group}
 */
export const groupOf = (item, me) => GROUPS[Number(rankOf(item, me)[0])] ?? 'ended';

/** @typedef {(number|string)[]} Rank */

/** @param {QueueCase} item @param {{key: string, role: string}} me @returns {Rank} */
function rankOf(item, me) {
  if (isEnded(item)) return [6, 0, invert(item.summary.last), item.name];
  const late = item.due !== null && item.due.left < 0;
  const near = item.due?.tone === 'warn';
  const waits = needsMe(item, me) ? 1 : item.summary.waits_for !== 'staff' ? (item.due ? 4 : 5) : near ? 2 : 3;
  // What is late is everybody's business: it stands above all else.
  return [late ? 0 : waits, isUrgent(item) ? 0 : 1, item.due?.by ?? '9999-12-31', item.name];
}

/** @param {string} day */
const invert = (day) => 99_999_999 - Number(day.replaceAll('-', ''));

/** @param {Rank} a @param {Rank} b */
function compareRanks(a, b) {
  for (let place = 0; place < a.length; place += 1) {
    const [one, other] = [a[place], b[place]];
    if (one === undefined || other === undefined || one === other) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}

/**
 * @typedef {object} Filter
 * @property {string} query words that must all be found
 * @property {'mine'|'open'|'waiting'|'ended'|'all'} show
 * @property {string} category '' for every
 * @property {string} member '' for every
 */

/**
 * @param {QueueCase[]} items
 * @param {Filter} filter
 * @param {{key: string, role: string}} me
 * @param {(item: QueueCase) => string} textOf everything about it that was opened, folded, to search in
 */
export function filtered(items, filter, me, textOf) {
  const words = fold(filter.query).split(' ').filter(Boolean);
  return items.filter((item) => {
    if (filter.show === 'mine' && !(needsMe(item, me) || (item.due !== null && item.due.left < 0))) return false;
    if (filter.show === 'open' && isEnded(item)) return false;
    if (filter.show === 'waiting' && (isEnded(item) || item.summary.waits_for !== 'asker')) return false;
    if (filter.show === 'ended' && !isEnded(item)) return false;
    if (filter.category !== '' && categoryOf(item) !== filter.category) return false;
    if (filter.member !== '' && !item.coaches.includes(filter.member)) return false;
    if (words.length === 0) return true;
    const text = textOf(item);
    return words.every((word) => text.includes(word));
  });
}

/** Without accents and capitals, so that "zoe" finds "Zoë". @param {string} text */
export function fold(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @param {Uint8Array} id */
export const keyOf = (id) => b64(id);
