/**
 * Where a case stands. The server's index says so in plain columns; this works it out again from the signed acts, by the
 * same rules as portal/services/casework/answering.py, so that the server cannot say that nobody answered or looked.
 *
 * What no act tells stays the server's word: the days themselves, whether somebody only looked, and whether a facilitator
 * could not open it and set it aside.
 * @module client/standing
 */

import { UNREADABLE } from './states.js';

/**
 * The columns of the index that follow from the acts.
 * @typedef {object} Standing
 * @property {string} state
 * @property {boolean} opened
 * @property {string|null} feedback_on
 * @property {string|null} answered_on
 * @property {string|null} closed_on
 * @property {'staff'|'asker'|null} waits_for
 */

/** @typedef {Pick<import('./case.js').CaseView, 'messages'|'notes'>} Acts verified, in their order */
/** @typedef {(before: Standing, day: string, asks: boolean) => Partial<Standing>} Act */

/** @type {Standing} */
const SENT = {
  state: 'new',
  opened: false,
  feedback_on: null,
  answered_on: null,
  closed_on: null,
  waits_for: 'staff',
};

/** @param {Standing} before @param {string} day */
const firstFeedback = ({ state, feedback_on: given }, day) => ({
  feedback_on: given ?? day,
  state: state === 'new' || state === 'open' ? 'answering' : state,
});

/** A first answer that is final keeps both promises; so does passing on. @param {Standing} before @param {string} day */
const answer = (before, day) => ({ ...firstFeedback(before, day), answered_on: before.answered_on ?? day });

/** What the asker writes after the answer opens the case again. @type {Act} */
function askersReply({ state, feedback_on: given }) {
  if (state !== 'answered' && state !== 'closed') return { waits_for: 'staff' };
  return { waits_for: 'staff', state: given === null ? 'open' : 'answering', closed_on: null };
}

/** What each kind changes; any other changes nothing. @type {Record<string, Act>} */
const ACTS = {
  reply: (before, day, asks) =>
    asks ? askersReply(before, day, asks) : { ...firstFeedback(before, day), waits_for: 'asker' },
  feedback: (before, day) => ({
    ...firstFeedback(before, day),
    waits_for: before.answered_on === null ? 'staff' : before.waits_for,
  }),
  final: (before, day) => ({ ...answer(before, day), state: 'answered', waits_for: null }),
  pass: (before, day) => ({ ...answer(before, day), state: 'passed', waits_for: null, closed_on: day }),
  close: ({ state }, day) => ({ state: state === 'passed' ? 'passed' : 'closed', waits_for: null, closed_on: day }),
  withdraw: (_, day) => ({ state: 'withdrawn', waits_for: null, closed_on: day }),
};

/** @param {Acts} acts @param {Map<string, string>} days on which the server received each message, by its key @returns {Standing} */
function standingBy({ messages, notes }, days) {
  let standing = SENT;
  for (const { kind, key, author } of messages) {
    const asks = author.role === 'asker';
    if (!asks) standing = looked(standing);
    standing = { ...standing, ...ACTS[kind]?.(standing, days.get(key) ?? '', asks) };
  }
  return notes.length > 0 ? looked(standing) : standing;
}

/** Who writes has read. @param {Standing} standing @returns {Standing} */
const looked = (standing) => ({ ...standing, opened: true, state: standing.state === 'new' ? 'open' : standing.state });

/** Where the index names a day, the acts say whether there is one. */
const DAYS = /** @type {const} */ (['feedback_on', 'answered_on', 'closed_on']);

/**
 * The index as the signed acts have it.
 * @template {Standing} T
 * @param {Acts} acts
 * @param {T} index as the server gives it
 * @param {Map<string, string>} days on which the server received each message, by its key
 * @returns {{summary: T, contradicted: boolean}} `contradicted`: the server said otherwise, which people are told
 */
export function checkedBySigned(acts, index, days) {
  const signed = standingBy(acts, days);
  // Looking is no act. Where nothing more is known, the server's word for it stands.
  const only = signed.opened ? signed : { ...signed, ...onlyLookedAt(signed, index) };
  for (const day of DAYS) if (only[day] !== null) only[day] = index[day] ?? only[day];
  const columns = /** @type {(keyof Standing)[]} */ (Object.keys(SENT));
  return { summary: { ...index, ...only }, contradicted: columns.some((column) => index[column] !== only[column]) };
}

/**
 * Opens a case and holds the index against it. A message may come in while the server answers, so that it gives the case
 * as it was and the messages as they are: only what it says twice is held against it.
 * @template {{index: Standing, days: Map<string, string>} & Acts} L
 * @param {() => Promise<L>} load fetches and opens the case anew
 * @returns {Promise<L & {summary: L['index'], contradicted: boolean}>}
 */
export async function loadChecked(load) {
  const checked = (/** @type {L} */ loaded) => ({ ...loaded, ...checkedBySigned(loaded, loaded.index, loaded.days) });
  const first = checked(await load());
  return first.contradicted ? checked(await load()) : first;
}

/** @param {Standing} signed @param {Standing} index @returns {Partial<Standing>} */
function onlyLookedAt({ state }, { opened, state: said, closed_on: closed }) {
  if (said === UNREADABLE) return { opened: true, state: said, waits_for: null, closed_on: closed };
  return { opened, state: state === 'new' && opened && said === 'open' ? 'open' : state };
}
