/**
 * Keys, codes and fingerprints as Dutch words (protocol, section 3). The list comes in as an argument: 8,192 words.
 * @module crypto/words
 */
import { concat, randomBytes, utf8 } from './bytes.js';
import { Unreadable } from './errors.js';
import { sha256 } from './kdf.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {readonly string[]} WordList */

const BITS = 13;
const CHECK = 12; // at least so many check bits
export const LIST_LENGTH = 2 ** BITS;

/**
 * @param {string} file the sorted words, each as the number of letters that it shares with the word before and the rest:
 *   `0aaien3nbid` is "aaien", "aanbid"
 * @returns {WordList}
 */
export function parseWordList(file) {
  /** @type {string[]} */
  const words = [];
  for (const [, shared, rest] of file.matchAll(/(\d)([a-z]+)/g)) {
    words.push((words.at(-1) ?? '').slice(0, Number(shared)) + rest);
  }
  const list = Object.freeze(words);
  if (list.length !== LIST_LENGTH) throw new Unreadable('list');
  return list;
}

/** @param {WordList} list @param {Uint8Array} bytes @returns {Promise<string>} */
export async function toWords(list, bytes) {
  const count = Math.ceil((8 * bytes.length + CHECK) / BITS);
  const check = await sha256(concat(utf8('adviespunt/v1/words'), bytes));
  return firstWords(list, concat(bytes, check), count);
}

/**
 * @param {WordList} list @param {string} text as a person typed it @param {number} length bytes expected
 * @returns {Promise<Bytes>}
 * @throws {Unreadable} `length`, `word` (its `cause` is the place of the unknown word, from 0) or `check`
 */
export async function fromWords(list, text, length) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length !== Math.ceil((8 * length + CHECK) / BITS)) throw new Unreadable('length');
  const bytes = fromNumbers(words.map((word, place) => indexOf(list, word, place))).slice(0, length);
  // Encoding again checks every check bit without a second piece of bit handling.
  if ((await toWords(list, bytes)) !== words.join(' ')) throw new Unreadable('check');
  return bytes;
}

/** @param {WordList} list @param {string} word @param {number} place */
function indexOf(list, word, place) {
  const index = list.indexOf(word);
  if (index < 0) throw new Unreadable('word', place);
  return index;
}

/** A passphrase of independent words, 13 bits each. @param {WordList} list @param {number} count @returns {string} */
export function passphrase(list, count) {
  return firstWords(list, randomBytes(Math.ceil((count * BITS) / 8)), count);
}

/** Six words of an organisation's key. @param {WordList} list @param {Uint8Array} key @returns {Promise<string>} */
export async function fingerprint(list, key) {
  return firstWords(list, await sha256(concat(utf8('adviespunt/v1/fingerprint'), key)), 6);
}

/** Two words by which people name a case. @param {WordList} list @param {Uint8Array} id @returns {Promise<string>} */
export async function caseName(list, id) {
  return firstWords(list, await sha256(concat(utf8('adviespunt/v1/case-name'), id)), 2);
}

/** @param {WordList} list @param {Uint8Array} bytes @param {number} count words from the front */
function firstWords(list, bytes, count) {
  return Array.from({ length: count }, (_, i) => list[bitsAt(bytes, i * BITS)]).join(' ');
}

/** @param {Uint8Array} bytes @param {number} at @returns {number} 13 bits from bit `at`, most significant first */
function bitsAt(bytes, at) {
  let value = 0;
  for (let bit = at; bit < at + BITS; bit += 1) value = (value << 1) | ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
  return value;
}

/** @param {number[]} numbers of 13 bits @returns {Bytes} */
function fromNumbers(numbers) {
  const bytes = new Uint8Array(Math.ceil((numbers.length * BITS) / 8));
  numbers.forEach((number, i) => {
    for (let bit = 0; bit < BITS; bit += 1) {
      const at = i * BITS + bit;
      bytes[at >> 3] |= ((number >> (BITS - 1 - bit)) & 1) << (7 - (at & 7));
    }
  });
  return bytes;
}
