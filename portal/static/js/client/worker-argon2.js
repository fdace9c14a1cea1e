/**
 * Runs Argon2id apart from the page: one question, one answer, then it is ended.
 * @module client/worker-argon2
 */
import { argon2Here } from '../crypto/kdf.js';

globalThis.onmessage = async ({ data }) => {
  try {
    globalThis.postMessage({ root: await argon2Here(data.password, data.salt) });
  } catch {
    globalThis.postMessage({ root: null });
  }
};
