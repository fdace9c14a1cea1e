/**
 * The 8,192 words, fetched when they are needed first.
 * @module client/word-list
 */

import { parseWordList, passphrase } from '../crypto/words.js';

/** @typedef {import('../crypto/words.js').WordList} WordList */

const ADDRESS = new URL('../../words/nl.txt', import.meta.url);

/** @type {Promise<WordList>|undefined} */
let loading;

/** @returns {Promise<WordList>} @throws when the list does not arrive; the next call tries again */
export function loadWords() {
  loading ??= fetchWords().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchWords() {
  const response = await fetch(ADDRESS, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new TypeError('words');
  return parseWordList(await response.text());
}

/** @param {WordList} list @param {number} count */
export const passphraseOf = (list, count) => passphrase(list, count);
