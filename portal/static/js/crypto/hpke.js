/**
 * HPKE base mode with X-Wing (protocol, section 2), single shot: `enc ‖ ct`.
 *
 * The browser's own X-Wing where it has one; else the vendor's, in JavaScript, which is fetched only then. Both pass
 * the same vectors.
 * @module crypto/hpke
 */
import * as vendor from '../../vendor/hpke.js';
import { Malformed, Unsealable } from './errors.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

export const PUBLIC_KEY_LENGTH = vendor.PUBLIC_KEY_BYTES;
const SHORTEST = vendor.ENCAPSULATED_BYTES + 16;

/** Whether this browser does X-Wing itself. @returns {boolean} */
export const isNative = vendor.hasNative;

/** The vendor's X-Wing where the browser has none; null where it has. */
const portable = async () => (isNative() ? null : import('../../vendor/xwing.js'));

/**
 * @param {Uint8Array} seed 32 bytes @param {Uint8Array} info @param {Uint8Array} sealed
 * @returns {Promise<Bytes>}
 * @throws {Unsealable}
 */
export async function hpkeOpen(seed, info, sealed) {
  if (sealed.length < SHORTEST) throw new Unsealable();
  const xwing = await portable();
  try {
    return await vendor.open(seed, info, sealed, xwing?.kem);
  } catch (error) {
    throw new Unsealable(error);
  }
}

/** The opening half of a key. It gives its public half to everybody and its seed to nobody. */
export class KemKeyPair {
  #seed;

  /** @param {Uint8Array} seed 32 bytes; copied @param {Bytes} publicKey that of the seed: see `of` */
  constructor(seed, publicKey) {
    this.#seed = seed.slice();
    this.publicKey = publicKey;
  }

  /** @param {Uint8Array} seed 32 bytes; copied before this returns */
  static async of(seed) {
    const own = seed.slice();
    const xwing = await portable();
    const pair = new KemKeyPair(own, xwing ? xwing.publicKeyOf(own) : await vendor.publicKeyOf(own));
    own.fill(0);
    return pair;
  }

  /**
   * @param {Uint8Array} info @param {Uint8Array} sealed
   * @returns {Promise<Bytes>}
   * @throws {Unsealable}
   */
  open(info, sealed) {
    return hpkeOpen(this.#seed, info, sealed);
  }

  /** Overwrites the seed: the pair opens nothing any more. */
  wipe() {
    this.#seed.fill(0);
  }
}

/**
 * @param {Uint8Array} publicKey 1,216 bytes
 * @param {Uint8Array} info
 * @param {Uint8Array} plaintext
 * @returns {Promise<Bytes>}
 * @throws {Malformed} for a public key that is none
 */
export async function hpkeSeal(publicKey, info, plaintext) {
  if (publicKey.length !== PUBLIC_KEY_LENGTH) throw new Malformed('length');
  const xwing = await portable();
  try {
    return await vendor.seal(publicKey, info, plaintext, xwing?.kem);
  } catch (error) {
    throw new Malformed('kem', error);
  }
}
