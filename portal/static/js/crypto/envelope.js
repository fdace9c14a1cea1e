/**
 * Envelopes: how everything that anyone wrote is sealed (protocol, section 4).
 * @module crypto/envelope
 */
import { concat, equal, fromUtf8, lp, lps, randomBytes, Reader, u32, utf8, wipe } from './bytes.js';
import { ProtocolError, Unsealable } from './errors.js';
import { hkdf, sha256, source } from './kdf.js';
import { pad, paddedLength, unpadExact } from './padding.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

/**
 * @typedef {object} Header where an envelope stands
 * @property {Uint8Array} portal 16 bytes
 * @property {Uint8Array} case 16 bytes, or none
 * @property {number} epoch
 * @property {Uint8Array} id 16 bytes
 * @property {Uint8Array} writer 16 bytes
 * @property {string} kind
 */

/** @typedef {{header: Header, rawHeader: Bytes, salt: Bytes, commitment: Bytes, chunks: Bytes, padded: number}} Envelope `padded`: size of what is inside, padding included */

export const ASKER = new Uint8Array(16);
export const ARCHIVE = new Uint8Array(16).fill(0xff);
export const NO_CASE = new Uint8Array(0);

const VERSION = 1;
const CHUNK = 65_536;
const TAG = 16;
const KIND = /^[a-z-]{1,32}$/;

/** @param {Header} header @returns {Bytes} */
export function encodeHeader({ portal, case: place, epoch, id, writer, kind }) {
  return lps(portal, place, u32(epoch), id, writer, utf8(kind));
}

/** @param {Bytes} raw @returns {Header} */
function decodeHeader(raw) {
  const reader = new Reader(raw);
  const [portal, place, epoch, id, writer, kind] = Array.from({ length: 6 }, () => reader.lp());
  reader.end();
  const sizes = [portal, id, writer].every((part) => part.length === 16) && [0, 16].includes(place.length);
  if (!sizes || epoch.length !== 4 || !KIND.test(fromUtf8(kind))) throw new Unsealable();
  return { portal, case: place, epoch: new Reader(epoch).u32(), id, writer, kind: fromUtf8(kind) };
}

/**
 * Takes an envelope apart without any key: its header is a claim until it is opened.
 * @param {Uint8Array} bytes
 * @returns {Envelope}
 * @throws {Unsealable}
 */
export function parseEnvelope(bytes) {
  return unsealableUnless(() => {
    const reader = new Reader(bytes);
    if (reader.take(1)[0] !== VERSION) throw new Unsealable();
    const salt = reader.take(32);
    const rawHeader = reader.lp();
    const header = decodeHeader(rawHeader);
    const commitment = reader.take(32);
    const chunks = reader.rest();
    const padded = paddedSize(chunks.length);
    if (padded !== paddedLength(padded - 8, header.kind)) throw new Unsealable();
    return { header, rawHeader, salt, commitment, chunks, padded };
  });
}

/** @param {number} sealed size of all chunks @returns {number} size of what they hold @throws {Unsealable} for an empty chunk */
function paddedSize(sealed) {
  const full = Math.floor(sealed / (CHUNK + TAG));
  const rest = sealed % (CHUNK + TAG);
  if (sealed === 0 || (rest > 0 && rest <= TAG)) throw new Unsealable();
  return full * CHUNK + Math.max(0, rest - TAG);
}

/** @template T @param {() => T} act @returns {T} */
function unsealableUnless(act) {
  try {
    return act();
  } catch (error) {
    throw error instanceof ProtocolError ? new Unsealable(error) : error;
  }
}

/** SHA-256 of the whole envelope. @param {Uint8Array} bytes */
export const envelopeHash = (bytes) => sha256(bytes);

/**
 * @param {Uint8Array|CryptoKey} contentKey
 * @param {Header} header
 * @param {Uint8Array} content
 * @param {Uint8Array} [salt] fresh for every envelope; given only by tests
 * @returns {Promise<Bytes>}
 */
export async function seal(contentKey, header, content, salt = randomBytes(32)) {
  const raw = encodeHeader(header);
  const { key, commitment } = await oneUse(contentKey, salt, raw, 'encrypt');
  const padded = pad(content, paddedLength(content.length, header.kind));
  const chunks = await Promise.all(
    cut(padded, CHUNK).map((piece, i, all) => encrypt(key, nonce(i, i === all.length - 1), piece)),
  );
  wipe(padded);
  return concat(Uint8Array.of(VERSION), salt, lp(raw), commitment, ...chunks);
}

/**
 * Opens an envelope at the place where it was expected.
 * @param {Uint8Array|CryptoKey} contentKey
 * @param {Header} expected
 * @param {Uint8Array} bytes
 * @returns {Promise<Bytes>}
 * @throws {Unsealable} whatever is wrong with it
 */
export async function open(contentKey, expected, bytes) {
  const envelope = parseEnvelope(bytes);
  if (!equal(encodeHeader(expected), envelope.rawHeader)) throw new Unsealable();
  return openParsed(contentKey, envelope);
}

/**
 * Opens an envelope whose header the caller has already checked against its place.
 * @param {Uint8Array|CryptoKey} contentKey
 * @param {Envelope} envelope
 * @returns {Promise<Bytes>}
 * @throws {Unsealable}
 */
export async function openParsed(contentKey, { header, rawHeader, salt, commitment, chunks }) {
  const { key, commitment: own } = await oneUse(contentKey, salt, rawHeader, 'decrypt');
  // Before any decryption: AES-GCM opens one text under two keys, the commitment does not.
  if (!equal(own, commitment)) throw new Unsealable();
  const pieces = cut(chunks, CHUNK + TAG);
  const opened = await Promise.all(pieces.map((piece, i) => decrypt(key, nonce(i, i === pieces.length - 1), piece)));
  return unpad(concat(...opened), header.kind);
}

/** @param {Uint8Array|CryptoKey} contentKey @param {Uint8Array} salt @param {Bytes} rawHeader @param {KeyUsage} use */
async function oneUse(contentKey, salt, rawHeader, use) {
  const both = await hkdf(contentKey, salt, concat(utf8('adviespunt/v1/envelope'), rawHeader), 64);
  const key = await crypto.subtle.importKey('raw', both.subarray(0, 32), 'AES-GCM', false, [use]);
  const commitment = both.slice(32);
  wipe(both);
  return { key, commitment };
}

/** @param {number} i @param {boolean} last @returns {Bytes} u88(i) ‖ last */
function nonce(i, last) {
  return concat(new Uint8Array(7), u32(i), Uint8Array.of(last ? 1 : 0));
}

/** @param {Uint8Array} bytes @param {number} size @returns {Uint8Array[]} */
function cut(bytes, size) {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

/** @param {CryptoKey} key @param {Bytes} iv @param {Uint8Array} piece @returns {Promise<Bytes>} */
async function encrypt(key, iv, piece) {
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, source(piece)));
}

/** @param {CryptoKey} key @param {Bytes} iv @param {Uint8Array} piece @returns {Promise<Bytes>} */
async function decrypt(key, iv, piece) {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, source(piece)));
  } catch (error) {
    throw new Unsealable(error);
  }
}

/** @param {Bytes} padded @param {string} kind @returns {Bytes} @throws {Unsealable} */
function unpad(padded, kind) {
  const content = unpadExact(padded);
  if (padded.length !== paddedLength(content.length, kind)) throw new Unsealable();
  return content;
}
