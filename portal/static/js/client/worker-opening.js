/**
 * Opens sealed entries of the register apart from the page: first the key, then one entry after the other.
 * @module client/worker-opening
 */
import { hpkeOpen } from '../crypto/hpke.js';

/** @type {Uint8Array|null} of an X-Wing key */
let seed = null;

globalThis.onmessage = async ({ data }) => {
  if (data.seed) {
    seed = data.seed;
    return;
  }
  const opened = seed && (await hpkeOpen(seed, data.info, data.sealed).catch(() => null));
  globalThis.postMessage({ number: data.number, opened: opened ?? null });
};
