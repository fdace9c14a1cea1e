/**
 * Opens sealed entries of the register apart from the page: first the key, then one entry after the other.
 * @module client/worker-opening
 */
import { KemKeyPair } from '../crypto/hpke.js';

/** @type {KemKeyPair|null} */
let pair = null;

globalThis.onmessage = async ({ data }) => {
  if (data.seed) {
    pair = new KemKeyPair(data.seed);
    return;
  }
  const opened = await pair?.open(data.info, data.sealed).catch(() => null);
  globalThis.postMessage({ number: data.number, opened: opened ?? null });
};
