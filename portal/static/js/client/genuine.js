/**
 * Whether this is the adviespunt it says it is: six words to compare, and whether its staff list is confirmed.
 * @module client/genuine
 */

import { fromB64 } from '../crypto/bytes.js';
import { fingerprint } from '../crypto/words.js';
import { loadPlace } from './place.js';
import { loadWords } from './word-list.js';

/**
 * @param {import('./api.js').Api} api
 * @returns {Promise<{words: string, place: import('./place.js').Place}>}
 * @throws when anything does not hold
 */
export async function checkPortal(api) {
  const [list, place] = await Promise.all([loadWords(), loadPlace(api)]);
  const { access_word: comesFirst, organisation_key: key } = place.organisation;
  // Before the access word nobody sees the staff list, so the words can only be those of the key as the server says it.
  const organisation = comesFirst && key !== null ? fromB64(key, 32) : place.directory.organisation;
  return { words: await fingerprint(list, organisation), place };
}
