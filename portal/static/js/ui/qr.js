/**
 * A QR code as a drawing that prints sharp at any size.
 * @module ui/qr
 */

import { html } from './view.js';

const QUIET = 4; // modules of white around the code, which readers need

/** @param {string[]} rows of "1" dark and "0" light, without a border @param {string} label */
export function qrDrawing(rows, label) {
  const size = rows.length + 2 * QUIET;
  return html`<svg class="qr-drawing" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label}>
    <rect width=${size} height=${size} fill="#fff"></rect>
    <path d=${pathOf(rows)} fill="#000"></path>
  </svg>`;
}

/** One rectangle for each run of dark modules. @param {string[]} rows */
function pathOf(rows) {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('');
}
