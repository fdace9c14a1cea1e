/**
 * What this browser lacks, found out by trying.
 * @module crypto/capability
 */
import { equal, utf8 } from './bytes.js';
import { open, seal } from './envelope.js';
import { hpkeSeal, KemKeyPair } from './hpke.js';
import { hmac } from './kdf.js';
import { parseSigned, sign, signFromSeed, verify } from './sign.js';

/** @typedef {'secure-context'|'wasm'|'worker'|'storage'|'encryption'|'signatures'|'key-exchange'} Lack */

const SEED = new Uint8Array(32).fill(7);
/** The smallest module there is: a magic number and a version. */
const EMPTY_WASM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * @returns {Promise<Lack[]>} empty when everything is there; then, and only then, may a page ask for a text
 */
export async function lacks() {
  // Without a secure context there is no WebCrypto at all, and nothing below can be tried.
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) return ['secure-context'];
  const tried = await Promise.all(
    Object.entries(CHECKS).map(async ([lack, check]) => ((await works(check)) ? null : /** @type {Lack} */ (lack))),
  );
  return tried.filter((lack) => lack !== null);
}

/** @param {() => unknown} check */
async function works(check) {
  try {
    return (await check()) !== false;
  } catch {
    return false;
  }
}

/** @type {Record<Exclude<Lack, 'secure-context'>, () => unknown>} */
const CHECKS = {
  wasm: () => WebAssembly.instantiate(EMPTY_WASM),
  worker: () => typeof Worker === 'function',
  storage: () => typeof sessionStorage === 'object',
  encryption: encrypts,
  signatures: signs,
  'key-exchange': exchanges,
};

async function encrypts() {
  const id = new Uint8Array(16);
  const header = { portal: id, case: id, epoch: 0, id, writer: id, kind: 'seed' };
  await hmac(SEED, SEED);
  return equal(await open(SEED, header, await seal(SEED, header, SEED)), SEED);
}

async function signs() {
  const { privateKey, publicKey } = await signFromSeed(SEED);
  await verify(
    publicKey,
    'message',
    SEED,
    parseSigned(await sign(privateKey, 'message', SEED, {}), () => {}),
  );
}

async function exchanges() {
  const pair = new KemKeyPair(SEED);
  const info = utf8('capability');
  return equal(await pair.open(info, await hpkeSeal(pair.publicKey, info, SEED)), SEED);
}
