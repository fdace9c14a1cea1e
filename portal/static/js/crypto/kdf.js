/**
 * Hashes and key derivation (protocol, sections 1 and 3).
 * @module crypto/kdf
 */
import { concat, utf8, wipe } from './bytes.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

/** Argon2id, RFC 9106: t=3, m=64 MiB, p=1, 32 bytes. */
export const ARGON2 = Object.freeze({ iterations: 3, memorySize: 65_536, parallelism: 1, hashLength: 32 });

/** Literal addresses: whoever follows what a page loads finds them. */
const WORKERS = {
  argon2: new URL('../client/worker-argon2.js', import.meta.url).href,
  work: new URL('../client/worker-work.js', import.meta.url).href,
  opening: new URL('../client/worker-opening.js', import.meta.url).href,
};
const NO_SALT = new Uint8Array(32);

/** @param {Uint8Array} bytes @returns {Promise<Bytes>} */
export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', source(bytes)));
}

/** @param {Uint8Array} key @param {Uint8Array} bytes @returns {Promise<Bytes>} */
export async function hmac(key, bytes) {
  const secret = await crypto.subtle.importKey('raw', source(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', secret, source(bytes)));
}

/**
 * A secret that can be derived from and no longer be read.
 * @param {Uint8Array|CryptoKey} secret
 * @returns {Promise<CryptoKey>}
 */
export async function derivable(secret) {
  if (secret instanceof CryptoKey) return secret;
  return crypto.subtle.importKey('raw', source(secret), 'HKDF', false, ['deriveBits']);
}

/**
 * RFC 5869 with SHA-256.
 * @param {Uint8Array|CryptoKey} ikm @param {Uint8Array} salt @param {Uint8Array} info @param {number} length bytes
 * @returns {Promise<Bytes>}
 */
export async function hkdf(ikm, salt, info, length) {
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: source(salt), info: source(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, await derivable(ikm), 8 * length));
}

/**
 * @param {Uint8Array|CryptoKey} key @param {string} label @param {number} [length]
 * @returns {Promise<Bytes>}
 */
export const derive = (key, label, length = 32) => hkdf(key, NO_SALT, utf8(`adviespunt/v1/${label}`), length);

/**
 * Argon2id off the main thread, so that the page keeps answering; directly where there are no workers (node).
 * @param {Uint8Array} password overwritten afterwards
 * @param {Uint8Array} salt 16 bytes
 * @returns {Promise<Bytes>}
 */
export async function argon2(password, salt) {
  try {
    return typeof Worker === 'undefined' ? await argon2Here(password, salt) : await argon2InWorker(password, salt);
  } finally {
    wipe(password);
  }
}

/**
 * @param {Uint8Array} password @param {Uint8Array} salt
 * @returns {Promise<Bytes>}
 */
export async function argon2Here(password, salt) {
  const { argon2id } = await import('../../vendor/argon2id.js');
  return concat(await argon2id({ ...ARGON2, password, salt, outputType: 'binary' }));
}

/** @param {Uint8Array} password @param {Uint8Array} salt @returns {Promise<Bytes>} */
function argon2InWorker(password, salt) {
  const worker = startWorker('argon2');
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.root ? resolve(data.root) : reject(new Error('argon2')));
    worker.onerror = () => reject(new Error('argon2'));
    worker.postMessage({ password, salt });
  }).finally(() => worker.terminate());
}

/** @type {{createScriptURL: (address: string) => unknown}|undefined} */
let policy;

/** @param {keyof typeof WORKERS} which @returns {Worker} */
export function startWorker(which) {
  return new Worker(/** @type {any} */ (trusted(WORKERS[which])), { type: 'module' });
}

/** The address of one of the workers, and of nothing else, as Trusted Types wants it. @param {string} address */
function trusted(address) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return address;
  policy ??= types.createPolicy('adviespunt', { createScriptURL: onlyAWorker });
  return policy?.createScriptURL(address);
}

/** @param {string} address */
function onlyAWorker(address) {
  if (!Object.values(WORKERS).includes(address)) throw new TypeError('not a worker of this portal');
  return address;
}

/** WebCrypto's types want to know that no shared memory is behind the bytes. @param {Uint8Array} bytes */
export const source = (bytes) => /** @type {Bytes} */ (bytes);
