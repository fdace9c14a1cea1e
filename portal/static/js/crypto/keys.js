/**
 * The keys of a case, sealed to its participants (protocol, section 5).
 * @module crypto/keys
 */
import { concat, equal, lps, u32, utf8 } from './bytes.js';
import { Unsealable } from './errors.js';
import { hpkeSeal } from './hpke.js';
import { derive } from './kdf.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {'case'|'notes'} KeyPurpose */

/**
 * @typedef {object} KeyPlace which key of which case, for whom
 * @property {Uint8Array} portal
 * @property {Uint8Array} case
 * @property {number} epoch
 * @property {Uint8Array} recipient
 * @property {KeyPurpose} purpose
 */

/** What a roster says of a key. @param {Uint8Array} key @param {KeyPurpose} purpose */
export const commit = (key, purpose) => derive(key, `commit/${purpose}`);

/** @param {KeyPlace} place */
function keyInfo({ portal, case: of, epoch, recipient, purpose }) {
  return concat(utf8('adviespunt/v1/key'), lps(portal, of, u32(epoch), recipient, utf8(purpose)));
}

/**
 * @param {Uint8Array} publicKey of the recipient
 * @param {KeyPlace} place
 * @param {Uint8Array} key
 * @returns {Promise<Bytes>} 1,168 bytes
 */
export const sealKey = (publicKey, place, key) => hpkeSeal(publicKey, keyInfo(place), key);

/**
 * Opens a key. The caller MUST find its commitment in the roster of the epoch before believing anything that it opens:
 * HPKE base mode does not tell who sealed.
 * @param {import('./hpke.js').KemKeyPair} pair
 * @param {KeyPlace} place
 * @param {Uint8Array} sealed
 * @returns {Promise<Bytes>}
 * @throws {Unsealable}
 */
export async function openUnconfirmedKey(pair, place, sealed) {
  const key = await pair.open(keyInfo(place), sealed);
  if (key.length !== 32) throw new Unsealable();
  return key;
}

/**
 * Opens a key and holds it against the commitment of its roster.
 * @param {import('./hpke.js').KemKeyPair} pair
 * @param {KeyPlace} place
 * @param {Uint8Array} commitment
 * @param {Uint8Array} sealed
 * @returns {Promise<Bytes>}
 * @throws {Unsealable}
 */
export async function openKey(pair, place, commitment, sealed) {
  const key = await openUnconfirmedKey(pair, place, sealed);
  if (!equal(await commit(key, place.purpose), commitment)) throw new Unsealable();
  return key;
}
