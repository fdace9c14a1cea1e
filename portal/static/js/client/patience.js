/**
 * Sending again when the portal is busy: after some computing, or after a while. The asker sees why and can stop it.
 *
 * What computes (`worker-work.js`, with Argon2id in it) is fetched only when a portal asks for it.
 * @module client/patience
 */

import { ApiError } from './api.js';
import { waitAWhile, work } from './work.js';

/**
 * @typedef {object} Waiting
 * @property {(sentence: string) => void} tell what the browser is doing; empty when it goes on
 * @property {AbortSignal} signal
 */

/** @typedef {Record<string, string>} Headers */

/** What is shown for a busy portal: the proof of work that was done, for all that belongs to one thing. */
export class Patience {
  /** @param {Waiting} waiting @param {ReadonlySet<string>} [problems] that are answered by patience */
  constructor(waiting, problems = BUSY) {
    this.waiting = waiting;
    this.problems = problems;
    /** @type {Headers} */
    this.headers = {};
    /** @type {Promise<void>|null} */
    this.settling = null;
  }

  /**
   * @template T
   * @param {(headers: Headers) => Promise<T>} act tried again until it is not too busy
   * @returns {Promise<T>}
   * @throws {ApiError} `stopped` when the asker stopped it
   */
  async until(act) {
    for (;;) {
      const shown = this.headers;
      try {
        return await act(shown);
      } catch (error) {
        if (!(error instanceof ApiError) || !this.problems.has(error.problem)) throw error;
        await this.settle(error, shown);
      }
    }
  }

  /** Pages go side by side: one of them does the work, and the others show the same. @param {ApiError} error @param {Headers} shown */
  async settle(error, shown) {
    if (this.settling === null && shown !== this.headers) return;
    this.settling ??= this.answer(error).finally(() => {
      this.settling = null;
      this.waiting.tell('');
    });
    await this.settling;
  }

  /** @param {ApiError} error */
  async answer({ problem, content }) {
    if (problem === 'work') this.headers = { 'Adviespunt-Work': await work(content.work, this.waiting) };
    else await waitAWhile(Number(content?.seconds ?? 5), this.waiting);
  }
}

const BUSY = new Set(['work', 'throttled']);
/** Wrong words are not sent again by themselves: there a person decides. */
const WORK = new Set(['work']);

/**
 * The api, its changes sent patiently.
 * @param {import('./api.js').Api} api @param {Waiting} waiting
 * @returns {import('./api.js').Api}
 */
export const patient = (api, waiting) => sentBy(api, new Patience(waiting));

/**
 * The api for signing in, which asks for work where many try.
 * @param {import('./api.js').Api} api @param {Waiting} waiting
 * @returns {import('./api.js').Api}
 */
export const working = (api, waiting) => sentBy(api, new Patience(waiting, WORK));

/** @param {import('./api.js').Api} api @param {Patience} patience @returns {import('./api.js').Api} */
function sentBy(api, patience) {
  return {
    ...api,
    put: (path, body) => patience.until((headers) => api.put(path, body, headers)),
    post: (path, body) => patience.until((headers) => api.post(path, body, headers)),
  };
}
