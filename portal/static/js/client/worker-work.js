/**
 * Does a proof of work apart from the page: tells how far it is, then the nonce, and is ended.
 * @module client/worker-work
 */
import { solve } from './puzzle.js';

globalThis.onmessage = async ({ data }) => {
  const nonce = await solve(data.salt, data.effort, (tries) => globalThis.postMessage({ tries }));
  globalThis.postMessage({ nonce });
};
