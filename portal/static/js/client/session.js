/**
 * What this tab keeps between pages: one seed, sealed under a key that only the server's session holds.
 *
 * `sessionStorage` reaches the disk and stays there, even after it is cleared. So nothing but ciphertext goes in, and what
 * ends it is the server's forgetting of its half: at signing out, or after fifteen idle minutes.
 * @module client/session
 */

import { b64, concat, fromB64, randomBytes, utf8, wipe } from '../crypto/bytes.js';
import { source } from '../crypto/kdf.js';
import { ApiError } from './api.js';

/** @typedef {import('../crypto/bytes.js').Bytes} Bytes */
/** @typedef {import('./api.js').Api} Api */

/**
 * Who is signed in, in this tab.
 * @typedef {object} Kept
 * @property {'mailbox'|'staff'} kind
 * @property {Bytes} id mailbox or member id, 16 bytes
 * @property {string|null} role of a member of staff
 * @property {Bytes} seed 32 bytes
 */

export const IDLE_MINUTES = 15;

/** So often the server hears that somebody is still writing, and only when they are. */
const SIGN_OF_LIFE_MINUTES = 5;

const PLACE = 'k';
const NONCE_BYTES = 12;
const MINUTE = 60_000;

/**
 * @param {{kind: Kept['kind'], id: Uint8Array, seed: Uint8Array}} kept
 * @param {string} tabKey b64, from the server's answer to signing in
 */
export async function keep({ kind, id, seed }, tabKey) {
  const nonce = randomBytes(NONCE_BYTES);
  const key = await tabCipher(tabKey, 'encrypt');
  const sealed = await crypto.subtle.encrypt(cipher(nonce, kind, id), key, source(seed));
  sessionStorage.setItem(PLACE, b64(concat(nonce, new Uint8Array(sealed))));
}

/**
 * The seed that this tab kept, if the server still has its half.
 * @param {Api} api
 * @param {Kept['kind']} kind
 * @returns {Promise<Kept|null>} null when this tab has to sign in
 * @throws {ApiError} when the server cannot be reached
 */
export async function restore(api, kind) {
  const kept = sessionStorage.getItem(PLACE);
  if (kept === null) return null;
  const session = await currentSession(api);
  if (session === null || session.kind !== kind) return null;
  try {
    return await opened(fromB64(kept), session);
  } catch {
    // Another tab signed in since: its session has another key, and this tab's half opens nothing any more.
    forget();
    return null;
  }
}

/** @param {Api} api */
async function currentSession(api) {
  try {
    return await api.get('/session');
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    forget();
    return null;
  }
}

/** @param {Bytes} kept @param {{kind: Kept['kind'], id: string, role?: string|null, tab_key: string}} session @returns {Promise<Kept>} */
async function opened(kept, { kind, id, role = null, tab_key: tabKey }) {
  const owner = fromB64(id, 16);
  const key = await tabCipher(tabKey, 'decrypt');
  const how = cipher(kept.slice(0, NONCE_BYTES), kind, owner);
  const seed = new Uint8Array(await crypto.subtle.decrypt(how, key, kept.slice(NONCE_BYTES)));
  return { kind, id: owner, role, seed };
}

/** @param {string} tabKey @param {KeyUsage} use */
async function tabCipher(tabKey, use) {
  const raw = fromB64(tabKey, 32);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, [use]);
  wipe(raw);
  return key;
}

/** @param {Bytes} iv @param {string} kind @param {Uint8Array} id */
function cipher(iv, kind, id) {
  return { name: 'AES-GCM', iv, additionalData: concat(utf8(`adviespunt/v1/tab/${kind}`), id) };
}

/** Forgets this tab's half. The caller drops the keys it holds in memory. */
export function forget() {
  sessionStorage.removeItem(PLACE);
}

/**
 * Ends the session on both sides. A server that cannot be reached forgets by itself after a quarter of an hour.
 * @param {Api} api
 */
export async function end(api) {
  forget();
  await api.del('/session').catch(() => undefined);
}

/**
 * Watches for fifteen minutes without a key, a touch or a click. Meanwhile the server hears now and then that somebody is
 * there, so that a long text does not outlive the session.
 * @param {Api} api
 * @param {() => void} idle called once; forget the keys there and ask for the password in place
 * @returns {() => void} stops watching
 */
export function watchIdle(api, idle) {
  let seen = Date.now();
  let told = seen;
  const active = () => {
    seen = Date.now();
  };
  const look = () => {
    const now = Date.now();
    if (now - seen >= IDLE_MINUTES * MINUTE) {
      stop();
      forget();
      idle();
    } else if (seen > told && now - told >= SIGN_OF_LIFE_MINUTES * MINUTE) {
      told = now;
      api.get('/session').catch(() => undefined);
    }
  };
  const kinds = ['keydown', 'pointerdown', 'input', 'wheel'];
  const timer = setInterval(look, MINUTE / 4);
  const stop = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    for (const kind of kinds) removeEventListener(kind, active, { capture: true });
  };
  for (const kind of kinds) addEventListener(kind, active, { capture: true, passive: true });
  // A phone that slept comes back with a late clock: look before anything is shown.
  document.addEventListener('visibilitychange', look);
  return stop;
}
