/**
 * HPKE base mode with X-Wing (protocol, section 2), single shot: `enc ‖ ct`.
 *
 * The browser's own X-Wing where it has one; else the vendor's, in JavaScript. Both pass the same vectors.
 * @module crypto/hpke
 */
import * as vendor from '../../vendor/hpke.js';
import { Malformed, Unsealable } from './errors.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

export const PUBLIC_KEY_LENGTH = vendor.PUBLIC_KEY_BYTES;
export const SEALED_KEY_LENGTH = 1_168; // enc 1,120, a key of 32 bytes, tag 16
const SHORTEST = vendor.ENCAPSULATED_BYTES + 16;

/** Whether this browser does X-Wing itself. @returns {boolean} */
export const isNative = vendor.hasNative;

/** The opening half of a key. It gives its public half to everybody and its seed to nobody. */
export class KemKeyPair {
  #seed;

  /** @param {Uint8Array} seed 32 bytes; copied */
  constructor(seed) {
    this.#seed = seed.slice();
    /** @type {Bytes} */
    this.publicKey = vendor.publicKeyOf(this.#seed);
  }

  /**
   * @param {Uint8Array} info @param {Uint8Array} sealed
   * @returns {Promise<Bytes>}
   * @throws {Unsealable}
   */
  async open(info, sealed) {
    if (sealed.length < SHORTEST) throw new Unsealable();
    try {
      return await vendor.open(this.#seed, info, sealed, { native: isNative() });
    } catch (error) {
      throw new Unsealable(error);
    }
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
  try {
    return await vendor.seal(publicKey, info, plaintext, { native: isNative() });
  } catch (error) {
    throw new Malformed('kem', error);
  }
}
