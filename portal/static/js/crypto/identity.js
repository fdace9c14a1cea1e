/**
 * From name and password, or from a recovery code, to the keys of a mailbox or member (protocol, section 3).
 * @module crypto/identity
 */
import { concat, utf8, wipe } from './bytes.js';
import { ASKER, NO_CASE, open, seal } from './envelope.js';
import { Unreadable, Unsealable } from './errors.js';
import { KemKeyPair } from './hpke.js';
import { argon2, derivable, derive, sha256 } from './kdf.js';
import { signFromSeed } from './sign.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {'mailbox'|'staff'} Role */
/** @typedef {{locator: Bytes, login: Bytes, wrapping: Bytes}} Credentials the server gets the first two, never `wrapping` */

/**
 * @typedef {object} Identity everything one mailbox or member can do
 * @property {import('./hpke.js').KemKeyPair} kem
 * @property {import('./sign.js').SignKeyPair} sign
 * @property {CryptoKey} stateKey content key of `state` envelopes
 * @property {CryptoKey} draftKey content key of what this browser keeps for itself
 */

const MAX_PASSWORD_BYTES = 1_024;

/**
 * @param {string} name pseudonym or staff name, as typed
 * @returns {string}
 * @throws {Unreadable} `name`
 */
export function normaliseName(name) {
  const folded = name
    .replace(/[\t-\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (!/^[ -~]{1,64}$/.test(folded)) throw new Unreadable('name');
  return folded;
}

/**
 * @param {string} password as typed
 * @returns {Bytes}
 * @throws {Unreadable} `password`
 */
export function normalisePassword(password) {
  const bytes = utf8(password.normalize('NFKC'));
  const wellFormed = !/\p{Surrogate}/u.test(password);
  if (!wellFormed || bytes.length < 1 || bytes.length > MAX_PASSWORD_BYTES) throw new Unreadable('password');
  return bytes;
}

/**
 * Slow on purpose: half a second to some seconds.
 * @param {Role} role @param {Uint8Array} portal @param {string} name @param {string} password
 * @returns {Promise<Credentials>}
 * @throws {Unreadable} `name` or `password`
 */
export async function credentials(role, portal, name, password) {
  const salt = (await sha256(concat(utf8('adviespunt/v1/salt'), portal, utf8(normaliseName(name))))).slice(0, 16);
  const root = await argon2(normalisePassword(password), salt);
  const [locator, login, wrapping] = await Promise.all(
    ['locator', 'login', 'wrap'].map((use) => derive(root, `${role}/${use}`)),
  );
  wipe(root);
  return { locator, login, wrapping };
}

/**
 * @param {Uint8Array} code 16 bytes: the printed recovery code of a member
 * @returns {Promise<Credentials>}
 */
export async function recoveryCredentials(code) {
  const uses = ['recovery-locator', 'recovery-login', 'recovery-wrap'];
  const [locator, login, wrapping] = await Promise.all(uses.map((use) => derive(code, `staff/${use}`)));
  return { locator, login, wrapping };
}

/**
 * @param {Uint8Array} seed 32 bytes; the caller wipes it
 * @returns {Promise<Identity>}
 */
export async function identityFromSeed(seed) {
  const [kem, sign, state, draft] = await Promise.all(
    ['kem', 'sign', 'state', 'draft'].map((use) => derive(seed, use)),
  );
  const identity = {
    kem: await KemKeyPair.of(kem),
    sign: await signFromSeed(sign),
    stateKey: await derivable(state),
    draftKey: await derivable(draft),
  };
  wipe(kem, sign, state, draft);
  return identity;
}

/** @param {Uint8Array} portal @param {Uint8Array} id mailbox or member @param {Role} role */
const seedHeader = (portal, id, role) => ({
  portal,
  case: NO_CASE,
  epoch: 0,
  id,
  writer: role === 'mailbox' ? ASKER : id,
  kind: 'seed',
});

/**
 * @param {Uint8Array} wrapping @param {Uint8Array} portal @param {Uint8Array} id mailbox or member id
 * @param {Role} role @param {Uint8Array} seed
 * @returns {Promise<Bytes>} envelope
 */
export const wrapSeed = (wrapping, portal, id, role, seed) => seal(wrapping, seedHeader(portal, id, role), seed);

/**
 * @param {Uint8Array} wrapping @param {Uint8Array} portal @param {Uint8Array} id @param {Role} role @param {Uint8Array} envelope
 * @returns {Promise<Bytes>} 32 bytes
 * @throws {Unsealable}
 */
export async function unwrapSeed(wrapping, portal, id, role, envelope) {
  const seed = await open(wrapping, seedHeader(portal, id, role), envelope);
  if (seed.length !== 32) throw new Unsealable();
  return seed;
}
