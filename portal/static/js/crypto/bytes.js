/**
 * Bytes and canonical JSON (protocol, section 1).
 * @module crypto/bytes
 */
import { Malformed } from './errors.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @param {string} text @returns {Bytes} */
export const utf8 = (text) => encoder.encode(text);

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 * @throws {Malformed} when it is not UTF-8
 */
export function fromUtf8(bytes) {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    throw new Malformed('utf8', error);
  }
}

/** @param {...Uint8Array} parts @returns {Bytes} */
export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {number} n @returns {Bytes} 4 bytes, big-endian */
export function u32(n) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, n);
  return bytes;
}

/** @param {number} n @returns {Bytes} 8 bytes, big-endian */
export function u64(n) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(n));
  return bytes;
}

/** @param {Uint8Array} bytes @returns {Bytes} length-prefixed */
export const lp = (bytes) => concat(u32(bytes.length), bytes);

/** @param {...Uint8Array} parts @returns {Bytes} each length-prefixed, one after the other */
export const lps = (...parts) => concat(...parts.map(lp));

/** @param {number} length @returns {Bytes} */
export const randomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Compares in a time that depends on the lengths alone.
 * @param {Uint8Array} a @param {Uint8Array} b @returns {boolean}
 */
export function equal(a, b) {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= a[i] ^ b[i];
  return difference === 0;
}

/** @param {...Uint8Array} secrets overwritten with zeros: the best that a garbage-collected language offers */
export function wipe(...secrets) {
  for (const secret of secrets) secret.fill(0);
}

/** Order of two byte strings as unsigned numbers. @param {Uint8Array} a @param {Uint8Array} b @returns {number} */
export function compare(a, b) {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** Reads a byte string from front to back; everything must be used up. */
export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  /** @param {number} length @returns {Bytes} a copy @throws {Malformed} */
  take(length) {
    if (this.at + length > this.bytes.length) throw new Malformed('too-short');
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }

  /** @returns {number} */
  u32() {
    const bytes = this.take(4);
    return new DataView(bytes.buffer).getUint32(0);
  }

  /** @returns {Bytes} @throws {Malformed} */
  lp() {
    return this.take(this.u32());
  }

  /** @returns {Bytes} what is left */
  rest() {
    return this.take(this.bytes.length - this.at);
  }

  /** @throws {Malformed} when bytes are left over */
  end() {
    if (this.at !== this.bytes.length) throw new Malformed('left-over');
  }
}

/** @param {Uint8Array} bytes @returns {string} base64url without padding */
export function b64(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * @param {unknown} text
 * @param {number|null} [length] bytes expected
 * @returns {Bytes}
 * @throws {Malformed} for padding, other characters, non-zero trailing bits or another length
 */
export function fromB64(text, length = null) {
  if (typeof text !== 'string' || !/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new Malformed('b64');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  // Only the last characters can stand for more bits than there are bytes.
  const whole = text.length - (text.length % 4);
  if (b64(bytes.subarray((whole / 4) * 3)) !== text.slice(whole)) throw new Malformed('b64');
  if (length !== null && bytes.length !== length) throw new Malformed('length');
  return bytes;
}

/**
 * RFC 8785, narrowed to what the protocol uses: ASCII keys, whole numbers from 0, well-formed strings.
 * @param {unknown} value
 * @returns {Bytes}
 * @throws {Malformed}
 */
export const canonical = (value) => utf8(stringify(value));

/** @param {unknown} value @returns {string} */
function stringify(value) {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return wholeNumber(value);
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return `[${value.map(stringify).join(',')}]`;
  if (typeof value === 'object') return stringifyObject(/** @type {Record<string, unknown>} */ (value));
  throw new Malformed('json');
}

/** @param {Record<string, unknown>} value */
function stringifyObject(value) {
  const keys = Object.keys(value).sort();
  if (!keys.every((key) => /^[\x00-\x7f]*$/.test(key))) throw new Malformed('json');
  return `{${keys.map((key) => `${JSON.stringify(key)}:${stringify(value[key])}`).join(',')}}`;
}

/** @param {number} value */
function wholeNumber(value) {
  if (!Number.isSafeInteger(value) || value < 0 || Object.is(value, -0)) throw new Malformed('json');
  return String(value);
}

/** @param {string} value */
function wellFormed(value) {
  // A lone surrogate would come out as U+FFFD: other bytes than were signed.
  if (/\p{Surrogate}/u.test(value)) throw new Malformed('json');
  return JSON.stringify(value);
}

/**
 * Parses a canonical body and refuses it unless encoding it again gives the same bytes.
 * @param {Uint8Array} bytes
 * @returns {Record<string, any>}
 * @throws {Malformed}
 */
export function fromCanonical(bytes) {
  const value = parse(fromUtf8(bytes));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed('json');
  if (!equal(again(value), bytes)) throw new Malformed('json');
  return value;
}

/** Encodes what was parsed; nesting that no stack holds is refused like any other form. @param {object} value */
function again(value) {
  try {
    return canonical(value);
  } catch (error) {
    throw error instanceof RangeError ? new Malformed('json', error) : error;
  }
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Malformed('json', error);
  }
}
