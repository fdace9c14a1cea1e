/**
 * Puts a text of the organisation's in the place of a sentence of the shell. Fetched only where it is more than words.
 * @module ui/own-tree
 */

import { render } from '../../vendor/lit-html.js';
import { ownWords } from './own-words.js';

/**
 * Puts a text with paragraphs and lists where the page had one line.
 * @param {HTMLElement} place @param {import('./own-words.js').Node[]} words
 */
export function showTree(place, words) {
  const inner = document.createElement('div');
  inner.className = `stack tight ${place.className}`;
  render(ownWords(words), inner);
  if (place.tagName === 'LI') place.replaceChildren(inner);
  else place.replaceWith(inner);
}
