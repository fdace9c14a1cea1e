/**
 * Several workers that open with one key, so that thousands of entries do not hold up the page.
 * @module client/opening
 */

import { Unsealable } from '../crypto/errors.js';
import { startWorker } from '../crypto/kdf.js';

/** @typedef {import('../crypto/bytes.js').Bytes} Bytes */
/** @typedef {{resolve: (opened: Bytes) => void, reject: (error: Error) => void}} Waiting */

/** More than this gains little: the page itself checks every signature. */
const MOST_WORKERS = 4;

export const canOpenApart = () => typeof Worker !== 'undefined';

/** Opens as `KemKeyPair` does. `end` stops the workers, and the key goes with them. */
export class OpeningPool {
  /** @param {Uint8Array} seed of an X-Wing key */
  constructor(seed) {
    /** @type {Map<number, Waiting>} */
    this.waiting = new Map();
    this.asked = 0;
    const count = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1);
    this.workers = Array.from({ length: count }, () => this.started(seed));
  }

  /** @param {Uint8Array} seed */
  started(seed) {
    const worker = startWorker('opening');
    worker.onmessage = ({ data }) => this.answered(data);
    worker.onerror = () => this.end();
    worker.postMessage({ seed });
    return worker;
  }

  /** @param {{number: number, opened: Bytes|null}} answer */
  answered({ number, opened }) {
    const one = this.waiting.get(number);
    this.waiting.delete(number);
    if (opened === null) one?.reject(new Unsealable());
    else one?.resolve(opened);
  }

  /**
   * @param {Uint8Array} info @param {Uint8Array} sealed
   * @returns {Promise<Bytes>}
   * @throws {Unsealable}
   */
  open(info, sealed) {
    const number = this.asked;
    this.asked += 1;
    const worker = this.workers[number % this.workers.length];
    return new Promise((resolve, reject) => {
      if (worker === undefined) return reject(new Error('ended'));
      this.waiting.set(number, { resolve, reject });
      worker.postMessage({ number, info, sealed });
    });
  }

  end() {
    for (const worker of this.workers) worker.terminate();
    this.workers = [];
    // Not `Unsealable`: what was not tried is not to be counted as forged.
    for (const { reject } of this.waiting.values()) reject(new Error('ended'));
    this.waiting.clear();
  }
}
