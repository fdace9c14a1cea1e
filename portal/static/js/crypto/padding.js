/**
 * Sizes that go up in steps: a length alone can identify a text or a file (protocol, section 4).
 * @module crypto/padding
 */
import { u64 } from './bytes.js';
import { Unsealable } from './errors.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

const FLOOR = 1_024;
const PAGE_FLOOR = 65_536;
/** What stands before the content: its length. */
const LENGTH = 8;

/**
 * Padmé (Nikitin et al., PETS 2019): leaks at most log log of the length.
 * @param {number} length from 2
 * @returns {number}
 */
export function padme(length) {
  const exponent = log2(length);
  const kept = log2(exponent) + 1;
  // Arithmetic instead of bit masks: those are 32 bits wide in JavaScript.
  const unit = 2 ** Math.max(exponent - kept, 0);
  return Math.ceil(length / unit) * unit;
}

/** Whole binary logarithm; `Math.log2` alone rounds up just below large powers of two. @param {number} n */
function log2(n) {
  const near = Math.round(Math.log2(n));
  return 2 ** near > n ? near - 1 : near;
}

/** @param {number} contentLength @param {string} kind @returns {number} */
export function paddedLength(contentLength, kind) {
  return Math.max(kind === 'page' ? PAGE_FLOOR : FLOOR, padme(LENGTH + contentLength));
}

/** How many zeros follow the content. @param {number} contentLength @param {string} kind @returns {number} */
export const paddingAfter = (contentLength, kind) => paddedLength(contentLength, kind) - LENGTH - contentLength;

/** @param {Uint8Array} content @param {number} length @returns {Bytes} u64(length of content) ‖ content ‖ zeros */
export function pad(content, length) {
  const padded = new Uint8Array(length);
  padded.set(u64(content.length));
  padded.set(content, LENGTH);
  return padded;
}

/** @param {Bytes} padded of whatever size @returns {Bytes} the content @throws {Unsealable} */
export function unpadExact(padded) {
  if (padded.length < LENGTH) throw new Unsealable();
  const length = new DataView(padded.buffer, padded.byteOffset).getBigUint64(0);
  if (length > BigInt(padded.length - LENGTH)) throw new Unsealable();
  const end = LENGTH + Number(length);
  if (padded.subarray(end).some((byte) => byte !== 0)) throw new Unsealable();
  return padded.slice(LENGTH, end);
}
