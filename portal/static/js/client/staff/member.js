/**
 * A member of staff who is signed in: keys, directory, what must not be forgotten.
 * @module client/staff/member
 */

import { b64, canonical, equal, fromB64, wipe } from '../../crypto/bytes.js';
import { memberOf } from '../../crypto/directory.js';
import { credentials, identityFromSeed, recoveryCredentials, unwrapSeed, wrapSeed } from '../../crypto/identity.js';
import { mergeStates, openState, sealState } from '../../crypto/state.js';
import { language } from '../../ui/texts.js';
import { ApiError } from '../api.js';
import { nearOwn, ownDay } from '../clock.js';
import { credentialsTyped } from '../credentials.js';
import { working } from '../patience.js';
import { loadDirectories } from './directory.js';
import { end, forget, keep, restore } from '../session.js';
import { loadWords } from '../word-list.js';
import { workingDays } from '../working-days.js';

/**
 * @typedef {import('../api.js').Api} Api
 * @typedef {import('../patience.js').Waiting} Waiting
 * @typedef {import('../../crypto/bytes.js').Bytes} Bytes
 * @typedef {import('../../crypto/identity.js').Identity} Identity
 * @typedef {import('../../crypto/directory.js').Directories} Directories
 * @typedef {import('../../crypto/state.js').State} State
 * @typedef {Required<State>} StaffState
 */

/**
 * What anybody may know: the organisation's own data, and the list of words.
 * @typedef {object} Portal
 * @property {Api} api
 * @property {Bytes} id
 * @property {any} org as `GET /organisation` gives it
 * @property {readonly string[]} words
 */

/**
 * @typedef {object} StaffSession
 * @property {Portal} portal
 * @property {Api} api
 * @property {Bytes} member
 * @property {string} key b64 of the member id
 * @property {'facilitator'|'helper'|'coach'|'coordinator'} role
 * @property {string} name
 * @property {string} signInName as typed; empty when the tab was opened again
 * @property {Identity} identity
 * @property {Directories} directories the newest, verified, and older ones as they are needed
 * @property {{number: number, content: StaffState}} state
 * @property {readonly string[]} words
 * @property {string} today as the server says, or as near to that as the own clock allows
 * @property {import('../working-days.js').WorkingDays} days
 */

/** The state could not be read, or is older than the directory it remembers allows. */
export class StaffRefused extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.name = 'StaffRefused';
    this.reason = reason;
  }
}

/** @param {Api} api @returns {Promise<Portal>} */
export async function loadPortal(api) {
  const [org, words] = await Promise.all([api.get(`/organisation?language=${language}`), loadWords()]);
  return { api, id: fromB64(org.portal, 16), org, words };
}

/**
 * A second factor: six digits or a derived reset code; a passkey's answer; a new passkey that completes a reset.
 * @typedef {{code: string} | {passkey: object} | {new_passkey: object}} Proof
 */

/**
 * @param {Portal} portal
 * @param {{name: string, passphrase: string, proof: Proof}} typed
 * @param {Waiting} waiting
 * @returns {Promise<StaffSession>}
 * @throws {ApiError} `wrong-credentials`, `throttled`, `not-active`, or `second-factor-setup` with the new factor
 */
export async function signIn(portal, { name, passphrase, proof }, waiting) {
  const own = await credentialsTyped('staff', portal.id, name, passphrase);
  return begin(portal, own, proof, name, waiting);
}

/**
 * @param {Portal} portal
 * @param {{name: string, recovery: Uint8Array, proof: Proof}} typed
 * @param {Waiting} waiting
 * @returns {Promise<StaffSession>}
 */
export async function signInByRecovery(portal, { name, recovery, proof }, waiting) {
  return begin(portal, await recoveryCredentials(recovery), proof, name, waiting);
}

/**
 * @param {Portal} portal @param {import('../../crypto/identity.js').Credentials} own @param {Proof} proof @param {string} name @param {Waiting} waiting
 * @returns {Promise<StaffSession>}
 */
async function begin(portal, { locator, login, wrapping }, proof, name, waiting) {
  // What cannot be a code is not sent; the answer is the same as to any wrong one.
  if ('code' in proof && !/^([0-9]{6}|[A-Za-z0-9_-]{43})$/.test(proof.code)) {
    throw new ApiError(404, 'wrong-credentials');
  }
  const api = working(portal.api, waiting);
  const answer = await api.post('/staff/session', { locator: b64(locator), login: b64(login), ...proof });
  const member = fromB64(answer.member, 16);
  const seed = await unwrapSeed(wrapping, portal.id, member, 'staff', fromB64(answer.seed));
  wipe(wrapping);
  await keep({ kind: 'staff', id: member, seed }, answer.tab_key);
  return openSession(portal, member, seed, name);
}

/**
 * The session this tab had before it was loaded again.
 * @param {Portal} portal
 * @returns {Promise<StaffSession|null>}
 */
export async function resume(portal) {
  const kept = await restore(portal.api, 'staff');
  return kept === null ? null : openSession(portal, kept.id, kept.seed, '');
}

/** @param {Portal} portal @param {Bytes} member @param {Bytes} seed @param {string} signInName @returns {Promise<StaffSession>} */
async function openSession(portal, member, seed, signInName) {
  const identity = await identityFromSeed(seed);
  wipe(seed);
  const [me, org] = await Promise.all([
    portal.api.get('/staff/me'),
    portal.api.get(`/organisation?language=${language}`),
  ]);
  const content = await readState(portal.id, member, identity, me.state);
  const today = nearOwn(org.day, ownDay());
  const directories = await loadDirectories(portal.api, portal.id, fromB64(content.organisation, 32), markOf(content));
  const self = memberOf(directories.current, member);
  if (!self?.active) throw new StaffRefused('directory');
  // The role that counts is the one that a facilitator signed, not the one that the server says.
  return {
    portal: { ...portal, org },
    api: portal.api,
    member,
    key: b64(member),
    role: self.role,
    name: self.name,
    signInName,
    identity,
    directories,
    state: { number: me.state.number, content },
    words: portal.words,
    today,
    days: await calendar(portal.api, today),
  };
}

/** @param {Api} api @param {string} today */
async function calendar(api, today) {
  const year = Number(today.slice(0, 4));
  const [from, to] = [year - 6, year + 1];
  const { closed } = await api.get(`/calendar?from=${from}&to=${to}`);
  return workingDays({ from, to, closed });
}

/** Ends the session on both sides. @param {StaffSession|null} session @param {Api} api */
export async function signOut(session, api) {
  await end(api);
  forget();
  if (session !== null) Object.assign(session, { identity: null });
}

// --- what must not be forgotten ---------------------------------------------------------------------------

/**
 * @param {Uint8Array} portal @param {Uint8Array} member @param {Identity} identity
 * @param {{number: number, envelope: string}} given
 * @returns {Promise<StaffState>}
 */
async function readState(portal, member, identity, { number, envelope }) {
  const state = await openState(identity.stateKey, portal, member, 'staff', number, fromB64(envelope));
  return /** @type {StaffState} */ (state);
}

/** @param {StaffState} content */
const markOf = ({ directory }) => ({ version: directory.version, hash: fromB64(directory.hash) });

/**
 * Changes the state and keeps it. Where another tab was first, its state is taken and changed in the same way.
 * @param {StaffSession} session
 * @param {(content: StaffState) => StaffState} change
 */
export async function changeState(session, change) {
  for (let attempt = 0; ; attempt += 1) {
    const content = change(structuredClone(session.state.content));
    if (equal(canonical(content), canonical(session.state.content))) return;
    if (await swapped(session, session.state.number + 1, content)) return;
    if (attempt === 4) throw new ApiError(409, 'conflict');
    const me = await session.api.get('/staff/me');
    if (me.state.number < session.state.number) throw new StaffRefused('older');
    const newer = await readState(session.portal.id, session.member, session.identity, me.state);
    const merged = mergeStates(newer, { ...session.state.content, invitations: {} });
    session.state = { number: me.state.number, content: /** @type {StaffState} */ (merged) };
  }
}

/** @param {StaffSession} session @param {number} number @param {StaffState} content @returns {Promise<boolean>} false: another was first */
async function swapped(session, number, content) {
  const { identity, portal, member } = session;
  const envelope = await sealState(identity.stateKey, portal.id, member, 'staff', number, content);
  try {
    await session.api.put('/staff/state', { number, envelope: b64(envelope) });
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return false;
    throw error;
  }
  session.state = { number, content };
  return true;
}

/**
 * Fetches the directory again, and remembers the newest.
 * @param {StaffSession} session
 */
export async function refreshDirectory(session) {
  const { content } = session.state;
  session.directories = await loadDirectories(
    session.api,
    session.portal.id,
    fromB64(content.organisation, 32),
    // What is in hand descends from what the state remembers, and may be newer.
    session.directories.current,
  );
  await rememberDirectory(session);
}

/** @param {StaffSession} session */
export function rememberDirectory(session) {
  const { version, hash } = session.directories.current;
  return changeState(session, (content) => ({ ...content, directory: { version, hash: b64(hash) } }));
}

/**
 * A new passphrase, and a new printed code if one is given; the seed stays the same.
 * @param {StaffSession} session
 * @param {{name: string, passphrase: string, recovery: Uint8Array|null}} renewed
 */
export async function renewCredentials(session, { name, passphrase, recovery }) {
  const kept = await restore(session.api, 'staff');
  if (kept === null) throw new ApiError(401, 'signed-out');
  const wrap = wrapper(session.portal.id, session.member, kept.seed);
  const body = {
    ...(await wrap(await credentials('staff', session.portal.id, name, passphrase))),
    recovery: recovery === null ? null : await wrap(await recoveryCredentials(recovery)),
  };
  wipe(kept.seed);
  await session.api.put('/staff/credentials', body);
  session.signInName = name;
}

/**
 * The three things that the server keeps for one way of signing in.
 * @param {Uint8Array} portal @param {Uint8Array} member @param {Uint8Array} seed
 * @returns {(own: import('../../crypto/identity.js').Credentials) => Promise<{locator: string, login: string, seed: string}>}
 */
export function wrapper(portal, member, seed) {
  return async ({ locator, login, wrapping }) => ({
    locator: b64(locator),
    login: b64(login),
    seed: b64(await wrapSeed(wrapping, portal, member, 'staff', seed)),
  });
}
