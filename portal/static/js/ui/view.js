/**
 * The one place that knows the rendering library.
 * @module ui/view
 */

import { html, nothing, render, svg } from '../../vendor/lit-html.js';
import { ICONS } from './icons.js';

export { html, nothing, render, svg };

/** @typedef {ReturnType<typeof html> | typeof nothing | HTMLElement | string | number | null} Part */
/** @typedef {Part | Part[]} Content */

/**
 * An icon beside a word that says the same: hidden from readers of the screen.
 * @param {string} name a symbol of static/icons/icons.svg
 */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ICONS[name]}</svg>`;
}

/**
 * A box that stands out.
 * @param {'info'|'warn'|'danger'|'good'} tone
 * @param {Content} content
 */
export function notice(tone, content) {
  const icons = { info: 'info', warn: 'triangle-alert', danger: 'circle-x', good: 'circle-check' };
  return html`<div class="notice ${tone}">
    ${icon(icons[tone])}
    <div class="stack tight">${content}</div>
  </div>`;
}

/** @param {Content} content @param {'accent'|'warn'|'danger'|'good'|''} [tone] */
export function badge(content, tone = '') {
  return html`<span class="badge ${tone}">${content}</span>`;
}
