/**
 * The puzzle of a proof of work (portal/services/doors/work.py), solved by trying.
 * @module client/puzzle
 */

import { argon2id } from '../../vendor/argon2id.js';

/** Argon2id, RFC 9106: t=1, m=4 MiB, p=1, 4 bytes. */
const COST = Object.freeze({ iterations: 1, memorySize: 4096, parallelism: 1, hashLength: 4 });
const LARGEST = 2 ** 32 - 1;
const NONCE_BYTES = 8;
/** Milliseconds between two words on how far it is. */
const TELL_EVERY = 250;

/**
 * @param {Uint8Array} salt 16 bytes of the challenge
 * @param {number} effort tries on average
 * @param {(tries: number) => void} progress told now and then
 * @returns {Promise<Uint8Array>} the nonce, 8 bytes
 */
export async function solve(salt, effort, progress) {
  const nonce = new Uint8Array(NONCE_BYTES);
  let told = Date.now();
  for (let tries = 1; ; tries += 1) {
    new DataView(nonce.buffer).setUint32(4, tries);
    const hash = await argon2id({ ...COST, password: nonce, salt, outputType: 'binary' });
    if (new DataView(hash.buffer, hash.byteOffset).getUint32(0) * effort <= LARGEST) return nonce;
    if (Date.now() - told < TELL_EVERY) continue;
    told = Date.now();
    progress(tries);
  }
}
