/**
 * Whether this is the adviespunt it says it is: six words to compare, and whether its staff list is confirmed.
 * @module client/genuine
 */

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
  return { words: await fingerprint(list, place.directory.organisation), place };
}
