/**
 * The proof of work that a busy portal asks for (portal/services/doors/work.py): a nonce whose hash, as a number of 32 bits, times
 * the effort is below 2³². A worker finds it.
 * @module client/work
 */

import { b64, fromB64 } from '../crypto/bytes.js';
import { startWorker } from '../crypto/kdf.js';
import { t } from '../ui/texts.js';
import { ApiError } from './api.js';

/** @typedef {import('./patience.js').Waiting} Waiting */
/** @typedef {import('../crypto/bytes.js').Bytes} Bytes */

/** Version, effort and hour of ending stand before the salt. */
const SALT_AT = 13;
const SALT_BYTES = 16;
const SECOND = 1000;
/** Seconds are told in steps, so that a screen reader is not kept busy. */
const STEP = 5;
/** Up to here it is told in seconds, then in minutes: nobody counts to two hundred. */
const IN_SECONDS = 90;

/**
 * @param {{challenge: string, effort: number}} given
 * @param {Waiting} waiting
 * @returns {Promise<string>} the header's value
 * @throws {ApiError} `stopped`
 */
export async function work({ challenge, effort }, { tell, signal }) {
  const salt = fromB64(challenge).slice(SALT_AT, SALT_AT + SALT_BYTES);
  const began = Date.now();
  const progress = (/** @type {number} */ tries) => tell(remaining(tries, effort, Date.now() - began));
  tell(t('Het is nu druk. Je browser rekent even, zodat niemand het adviespunt kan doen vastlopen.'));
  return `${challenge}.${b64(await nonceFrom(salt, effort, progress, signal))}`;
}

/** @param {number} tries @param {number} effort @param {number} spent milliseconds */
function remaining(tries, effort, spent) {
  // Luck has no memory: past the usual number of tries it may still take a part of it.
  const left = Math.max(effort - tries, effort / 4);
  const seconds = ((spent / tries) * left) / SECOND;
  if (seconds > IN_SECONDS) {
    return t('Het is nu druk. Je browser rekent even: nog ongeveer {n} minuten. Wat je schreef blijft staan.', {
      n: Math.ceil(seconds / 60),
    });
  }
  return t('Het is nu druk. Je browser rekent even: nog ongeveer {n} seconden. Wat je schreef blijft staan.', {
    n: inSteps(seconds),
  });
}

/** @param {number} seconds */
const inSteps = (seconds) => Math.max(1, Math.ceil(seconds / STEP)) * STEP;

/**
 * @param {Bytes} salt @param {number} effort @param {(tries: number) => void} progress @param {AbortSignal} signal
 * @returns {Promise<Bytes>}
 */
function nonceFrom(salt, effort, progress, signal) {
  const worker = startWorker('work');
  /** @type {Promise<Bytes>} */
  const found = new Promise((resolve, reject) => {
    const stop = () => reject(new ApiError(429, 'stopped'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    worker.onerror = () => reject(new Error('work'));
    worker.onmessage = ({ data }) => {
      if (data.nonce) resolve(data.nonce);
      else progress(data.tries);
    };
    worker.postMessage({ salt, effort });
  });
  return found.finally(() => worker.terminate());
}

/**
 * @param {number} seconds @param {Waiting} waiting
 * @returns {Promise<void>}
 * @throws {ApiError} `stopped`
 */
export function waitAWhile(seconds, { tell, signal }) {
  return new Promise((resolve, reject) => {
    let left = Math.max(1, Math.ceil(seconds));
    const end = () => {
      clearInterval(timer);
      signal.removeEventListener('abort', stop);
    };
    const stop = () => {
      end();
      reject(new ApiError(429, 'stopped'));
    };
    const count = () => {
      if (left <= 0) {
        end();
        resolve();
        return;
      }
      tell(
        t(
          'Het is nu heel druk. Je browser probeert het vanzelf opnieuw over ongeveer {n} seconden. Wat je schreef blijft staan.',
          { n: inSteps(left) },
        ),
      );
      left -= 1;
    };
    const timer = setInterval(count, SECOND);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    else count();
  });
}
