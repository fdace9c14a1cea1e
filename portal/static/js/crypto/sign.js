/**
 * Ed25519 over labelled, canonical bodies (protocol, section 6).
 * @module crypto/sign
 */
import { canonical, concat, fromB64, fromCanonical, lp, lps, Reader, utf8 } from './bytes.js';
import { BadSignature, ProtocolError } from './errors.js';
import { sha256, source } from './kdf.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {{publicKey: Bytes, privateKey: CryptoKey}} SignKeyPair `privateKey` cannot be read again */
/** @typedef {'roster'|'message'|'credential'|'directory'|'freshness'|'register'|'checkpoint'|'aggregates'|'report'} Purpose */

const SIGNATURE = 64;
/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);
const NO_SIGNATURE = new Uint8Array(SIGNATURE);

/**
 * @param {Uint8Array} seed 32 bytes
 * @returns {Promise<SignKeyPair>}
 */
export async function signFromSeed(seed) {
  const encoded = concat(PKCS8, seed);
  // WebCrypto gives the public half only of a key that may leave; that copy is dropped at once.
  const leaving = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', leaving);
  const privateKey = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', false, ['sign']);
  encoded.fill(0);
  return { publicKey: fromB64(x, 32), privateKey };
}

/** @param {Purpose} purpose @param {Uint8Array} context @param {Uint8Array} body */
const labelled = (purpose, context, body) => lps(utf8(`adviespunt/v1/sign/${purpose}`), context, body);

/**
 * @param {CryptoKey} privateKey @param {Purpose} purpose @param {Uint8Array} context @param {object} body
 * @returns {Promise<Bytes>} signed = lp(body) ‖ signature
 */
export async function sign(privateKey, purpose, context, body) {
  const raw = canonical(body);
  const signature = await crypto.subtle.sign('Ed25519', privateKey, labelled(purpose, context, raw));
  return concat(lp(raw), new Uint8Array(signature));
}

/** What the asker writes in the register bears no signature. @param {object} body */
export const unsigned = (body) => concat(lp(canonical(body)), NO_SIGNATURE);

/**
 * Takes a signed body apart. Who may have signed often stands inside, so this comes before `verify`.
 * @param {Uint8Array} signed
 * @param {import('./shape.js').Shape} shape
 * @returns {{raw: Bytes, body: Record<string, any>, signature: Bytes}}
 * @throws {import('./errors.js').Malformed}
 */
export function parseSigned(signed, shape) {
  const reader = new Reader(signed);
  const raw = reader.lp();
  const signature = reader.take(SIGNATURE);
  reader.end();
  const body = fromCanonical(raw);
  shape(body);
  return { raw, body, signature };
}

/**
 * @param {Uint8Array} publicKey @param {Purpose} purpose @param {Uint8Array} context
 * @param {{raw: Uint8Array, signature: Uint8Array}} parsed
 * @throws {BadSignature}
 */
export async function verify(publicKey, purpose, context, { raw, signature }) {
  if (!(await holds(publicKey, labelled(purpose, context, raw), signature))) throw new BadSignature(purpose);
}

/** @param {Uint8Array} publicKey @param {Uint8Array} message @param {Uint8Array} signature */
async function holds(publicKey, message, signature) {
  try {
    const key = await crypto.subtle.importKey('raw', source(publicKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, source(signature), source(message));
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    return false;
  }
}

/** H(signed). @param {Uint8Array} signed */
export const signedHash = (signed) => sha256(signed);
