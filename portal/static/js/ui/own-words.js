/**
 * Texts that the organisation wrote itself: plain words, or Markdown that the server brought down to a tree. Nothing
 * in it is HTML; what is not known here is left out.
 * @module ui/own-words
 */

import { html, nothing } from '../../vendor/lit-html.js';

/** @typedef {string|any[]} Node a text, or [kind, ...inside] */
/** @typedef {string|Node[]} OwnWords */

/** What a link may begin with; the server refuses others when it reads the organisation's file. */
const SCHEME = /^(https?|mailto|tel):/i;

/** @type {Record<string, (inside: unknown) => import('./view.js').Content>} */
const KINDS = {
  p: (inside) => html`<p>${inside}</p>`,
  h: (inside) => html`<h3>${inside}</h3>`,
  ul: (inside) =>
    html`<ul>
      ${inside}
    </ul>`,
  ol: (inside) =>
    html`<ol>
      ${inside}
    </ol>`,
  li: (inside) => html`<li>${inside}</li>`,
  b: (inside) => html`<strong>${inside}</strong>`,
  i: (inside) => html`<em>${inside}</em>`,
  br: () => html`<br />`,
};

/** Paragraphs and lists. @param {OwnWords} words */
export function ownWords(words) {
  if (typeof words === 'string') return words === '' ? nothing : html`<p>${words}</p>`;
  return words.map(drawn);
}

/** @param {Node} node @returns {any} */
function drawn(node) {
  if (typeof node === 'string') return node;
  const [kind, ...inside] = node;
  if (kind === 'a') return link(inside);
  return KINDS[kind]?.(inside.map(drawn)) ?? nothing;
}

/** @param {any[]} link */
function link([address, ...inside]) {
  const words = inside.map(drawn);
  return SCHEME.test(address) ? html`<a href=${address} rel="noreferrer noopener">${words}</a>` : words;
}

/** The same text without its looks, for a place that knows none. @param {OwnWords} words @returns {string} */
export function plainWords(words) {
  return typeof words === 'string' ? words : words.map(spoken).join('\n').trim();
}

/** @param {Node} node @returns {string} */
function spoken(node) {
  if (typeof node === 'string') return node;
  const [kind, ...inside] = node;
  if (kind === 'br') return '\n';
  if (kind === 'a') return `${inside.slice(1).map(spoken).join('')} (${inside[0]})`;
  const words = inside.map(spoken).join(kind === 'ul' || kind === 'ol' ? '\n' : '');
  return kind === 'li' ? `- ${words}` : words;
}
