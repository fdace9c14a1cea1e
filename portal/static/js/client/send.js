/**
 * Sending and fetching a case. Every 409 is settled here: fetch, verify, decide and seal anew, send again.
 * @module client/send
 */
import { b64, fromB64 } from '../crypto/bytes.js';
import { ApiError } from './api.js';
import { openCase, readFetchedPage } from './case.js';
import { composeMessage } from './compose.js';
import { composeRoster } from './participants.js';
import { CaseRefused } from './refused.js';
import { KINDS } from '../crypto/message.js';

/**
 * @typedef {import('./api.js').Api} Api
 * @typedef {import('./case.js').CaseView} CaseView
 * @typedef {import('./case.js').Draft} Draft
 * @typedef {import('./case.js').FetchedCase} FetchedCase
 * @typedef {import('./case.js').Identity} Identity
 * @typedef {import('./case.js').Me} Me
 * @typedef {import('./case.js').SealedCase} SealedCase
 * @typedef {import('./case.js').SealedMessage} SealedMessage
 * @typedef {import('./case.js').SealedRoster} SealedRoster
 * @typedef {import('../crypto/directory.js').Directories} Directories
 * @typedef {{key: Uint8Array, sealed: Uint8Array}} RegisterEntry
 */

/**
 * Fetches and opens a case; `refresh` asks for the newest directory first.
 * @typedef {(refresh?: boolean) => Promise<CaseView & {index: any, days: Map<string, string>}>} Load
 */

/** So often somebody else may be faster before we give up. */
const TRIES = 6;
const UPLOADS_AT_ONCE = 4;

// --- fetching -------------------------------------------------------------------------------------------------

/**
 * @param {Api} api @param {Uint8Array} id
 * @param {{unseen?: boolean}} [how] unseen: keys are put in order, nobody looks; the case does not count as opened
 * @returns {Promise<{fetched: FetchedCase, index: any, days: Map<string, string>}>} `index`: the server's own columns, which
 *   `checkedBySigned` holds against the signed acts before anything of them is shown; `days` on which it received each message, by b64 id
 */
export async function fetchCase(api, id, { unseen = false } = {}) {
  const index = await api.get(`/cases/${b64(id)}${unseen ? '?unseen=true' : ''}`);
  const all = [...index.messages, ...(index.notes ?? [])];
  return { fetched: decodeCase(id, index), index, days: new Map(all.map((message) => [message.id, message.day])) };
}

/** @param {Uint8Array} id @param {any} given @returns {FetchedCase} */
const decodeCase = (id, given) => ({
  id,
  rosters: given.rosters.map((/** @type {string} */ envelope) => fromB64(envelope)),
  keys: given.keys.map(decodeKey),
  messages: given.messages.map(decodeEnvelope),
  notes: (given.notes ?? []).map(decodeEnvelope),
});

/** @param {{epoch: number, purpose: 'case'|'notes', sealed: string}} key */
export const decodeKey = ({ epoch, purpose, sealed }) => ({ epoch, purpose, sealed: fromB64(sealed) });

/** @param {{envelope: string}} message */
const decodeEnvelope = ({ envelope }) => fromB64(envelope);

/**
 * The newest roster of each case that this page has opened. A server that does not keep our state, or gives back an older
 * one, must not lead what is written now under the keys of an earlier epoch.
 * @type {Map<string, {hash: string, number: number}>}
 */
const openedHere = new Map();

/** @param {import('../crypto/state.js').CaseSeen|null} lastSeen from the state @param {string} key of `openedHere` */
function notBehind(lastSeen, key) {
  const roster = openedHere.get(key);
  if (!roster || (lastSeen && lastSeen.roster.number >= roster.number)) return lastSeen;
  return { roster, read: lastSeen?.read ?? [] };
}

/**
 * Gives the `load` that the functions below ask for.
 * @param {object} input
 * @param {Api} input.api
 * @param {Identity} input.identity
 * @param {{id: Uint8Array}} input.me
 * @param {Uint8Array} input.portal
 * @param {Uint8Array} input.id case
 * @param {(refresh: boolean) => Promise<Directories>} input.directories `refresh` asks the server for a newer version
 * @param {() => import('../crypto/state.js').CaseSeen|null} input.lastSeen from the state
 * @param {boolean} [input.unseen] as in `fetchCase`
 * @returns {Load} its views carry the server's `index` and `days` as well
 */
export function caseLoader({ api, identity, me, portal, id, directories, lastSeen, unseen = false }) {
  const key = `${b64(me.id)} ${b64(id)}`;
  /** @param {boolean} refresh */
  const open = async (refresh) => {
    const { fetched, index, days } = await fetchCase(api, id, { unseen });
    const known = await directories(refresh);
    const seen = notBehind(lastSeen(), key);
    const view = await openCase({ identity, me, portal, fetched, directories: known, lastSeen: seen });
    if (view.roster.number >= (openedHere.get(key)?.number ?? 0)) openedHere.set(key, view.seen.roster);
    return { ...view, index, days };
  };
  return async (refresh = false) => {
    try {
      return await open(refresh);
    } catch (error) {
      // A roster may name a directory that was signed after ours was fetched.
      if (error instanceof CaseRefused && error.reason === 'directory' && !refresh) return open(true);
      throw error;
    }
  };
}

/**
 * Opens many things at once, but not so many that the page stops answering.
 * @template T, R
 * @param {T[]} items @param {(item: T, index: number) => Promise<R>} open @param {number} [atOnce]
 * @returns {Promise<R[]>} in the order of the items
 */
export async function inBatches(items, open, atOnce = 64) {
  /** @type {R[]} */
  const done = [];
  for (let at = 0; at < items.length; at += atOnce) {
    done.push(...(await Promise.all(items.slice(at, at + atOnce).map((item, i) => open(item, at + i)))));
  }
  return done;
}

/**
 * Fetches one page and opens it.
 * @param {Api} api @param {CaseView} view @param {import('./case.js').Message} message @param {import('./case.js').PageRef} page
 * @returns {Promise<import('./case.js').CleanPage>} hostile still: draw it with `createImageBitmap` on a canvas, nowhere else
 */
export const openPage = async (api, view, message, page) =>
  readFetchedPage(view, message, page, await api.get(`/cases/${view.key}/pages/${b64(page.id)}`));

// --- sending --------------------------------------------------------------------------------------------------

/** @typedef {{message: SealedMessage, answer: any}} Sent what was acknowledged, and what the server said */

/**
 * Sends a draft: uploads its pages, then the message. When the epoch turned meanwhile it loads the case again, seals
 * the same text and pages anew and sends that. The first note on a case makes its notes key.
 * @param {Api} api
 * @param {(refresh?: boolean) => Promise<CaseView>} load fetches and opens the case anew
 * @param {Draft} draft keep it until this returns: calling again with it sends the same bytes
 * @param {{register?: (view: CaseView, sealed: SealedMessage) => Promise<RegisterEntry|null>}} [options] `register` makes the
 *   register entry that goes with the message, anew for every sealing
 * @returns {Promise<Sent>}
 * @throws {ApiError|CaseRefused}
 */
export async function sendMessage(api, load, draft, { register = async () => null } = {}) {
  for (let left = TRIES; ; left -= 1) {
    const view = draft.sealed ? null : await viewToWrite(api, load, draft);
    if (view) draft.sealed = await sealWithEntry(view, draft, register);
    const sealed = /** @type {SealedMessage} */ (draft.sealed);
    try {
      await uploadPages(api, sealed.case, sealed.pages);
      return {
        message: sealed,
        answer: await api.put(`/cases/${b64(sealed.case)}/messages/${b64(sealed.id)}`, messageBody(sealed)),
      };
    } catch (error) {
      if (!isConflict(error) || left <= 1) throw error;
      draft.sealed = null;
    }
  }
}

/** @param {CaseView} view @param {Draft} draft @param {(view: CaseView, sealed: SealedMessage) => Promise<RegisterEntry|null>} register */
async function sealWithEntry(view, draft, register) {
  const sealed = await composeMessage(view, draft);
  return { ...sealed, register: await register(view, sealed) };
}

/** @param {Api} api @param {(refresh?: boolean) => Promise<CaseView>} load @param {Draft} draft */
async function viewToWrite(api, load, draft) {
  const view = await load();
  const needsNotes = KINDS[draft.kind].thread === 'notes' && !view.roster.notes;
  return needsNotes ? changeRoster(api, load, { firstNotes: true }) : view;
}

/** @param {SealedMessage} sealed */
const messageBody = ({ envelope, pages, register }) => ({
  envelope: b64(envelope),
  pages: pages.map(({ id }) => b64(id)),
  register: register ? { key: b64(register.key), sealed: b64(register.sealed) } : null,
});

/** Stale: fetch and seal again. @param {unknown} error */
const isConflict = (error) => error instanceof ApiError && error.status === 409 && error.problem === 'conflict';

/**
 * Stages pages until the message that names them comes.
 * @param {Api} api @param {Uint8Array} id of the case @param {{id: Uint8Array, envelope: Uint8Array}[]} pages
 * @param {(sent: number) => void} [progress] told after each page
 */
export async function uploadPages(api, id, pages, progress = () => {}) {
  let sent = 0;
  const upload = async (/** @type {{id: Uint8Array, envelope: Uint8Array}} */ page) => {
    await api.put(`/cases/${b64(id)}/pages/${b64(page.id)}`, page.envelope);
    progress((sent += 1));
  };
  await inBatches(pages, upload, UPLOADS_AT_ONCE);
}

/**
 * @param {Api} api
 * @param {(refresh?: boolean) => Promise<CaseView>} load
 * @param {import('./case.js').RosterChange} change decided again on every 409
 * @returns {Promise<CaseView>} the case as it is afterwards
 * @throws {ApiError|CaseRefused}
 */
export async function changeRoster(api, load, change) {
  for (let left = TRIES; ; left -= 1) {
    // After a conflict the staff may have changed too.
    const view = await load(left < TRIES);
    const roster = await composeRoster(view, change);
    if (!roster) return view;
    try {
      await api.post(`/cases/${view.key}/rosters`, rosterBody(roster));
      return await load();
    } catch (error) {
      // No answer: perhaps it was taken. Loading again shows it, and then nothing is left to change.
      if (!(isConflict(error) || isUnreached(error)) || left <= 1) throw error;
    }
  }
}

/** @param {unknown} error */
const isUnreached = (error) => error instanceof ApiError && error.problem === 'network';

/** @param {SealedRoster} roster */
const rosterBody = ({ number, envelope, epoch, notes, participants, keys }) => ({
  ...{ number, envelope: b64(envelope), epoch, notes },
  participants: participants.map(({ id, role }) => ({ id: b64(id), role })),
  keys: keys.map(plainKey),
});

/** @param {import('./case.js').SealedKey} key */
const plainKey = ({ recipient, epoch, purpose, sealed }) => ({
  recipient: b64(recipient),
  epoch,
  purpose,
  sealed: b64(sealed),
});

/**
 * @typedef {object} NewMailbox as the server takes it with the first question
 * @property {Uint8Array} id
 * @property {Uint8Array} locator
 * @property {Uint8Array} login
 * @property {Uint8Array} seed envelope
 * @property {Uint8Array} state envelope
 */

/**
 * Sends a sealed case. Calling again with the same one sends the same bytes and gets the same answer.
 * @param {Api} api @param {SealedCase} sealed
 * @param {NewMailbox|null} mailbox null when this mailbox is signed in
 * @returns {Promise<{received: string, feedback_by: string, answer_by: string, come_back_on: string}>}
 * @throws {ApiError} problem `mailbox-exists`: sign in and begin the case anew with that mailbox's identity
 */
export async function sendCase(api, sealed, mailbox) {
  await uploadPages(api, sealed.id, sealed.message.pages);
  return api.put(`/cases/${b64(sealed.id)}`, {
    roster: b64(sealed.roster.envelope),
    participants: rosterBody(sealed.roster).participants,
    keys: sealed.roster.keys.map(plainKey),
    message: { id: b64(sealed.message.id), envelope: b64(sealed.message.envelope) },
    pages: sealed.message.pages.map(({ id }) => b64(id)),
    register: { key: b64(sealed.register.key), sealed: b64(sealed.register.sealed) },
    archive: b64(sealed.archive),
    mailbox: mailbox && plainMailbox(mailbox),
  });
}

/** @param {NewMailbox} mailbox */
const plainMailbox = ({ id, locator, login, seed, state }) => ({
  id: b64(id),
  locator: b64(locator),
  login: b64(login),
  seed: b64(seed),
  state: b64(state),
});
