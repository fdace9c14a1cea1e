/**
 * Showing a new second factor as a QR code, drawn here from rows of dark and light.
 * @module pages/staff/second-factor
 */

import { t } from '../../ui/texts.js';
import { html } from '../../ui/view.js';

const QUIET = 4; // modules of white around the code, which readers need
const MODULE = 6; // pixels

/** @typedef {{secret: string, uri: string, qr: string[]}} SecondFactor */

/** What a device's own list of passkeys shows: which portal, and nobody's name. @param {import('./app.js').App} app */
export const passkeyNames = (app) => ({ portal: app.portal.org.name, person: t('medewerker') });

/** @param {SecondFactor} factor */
export function secondFactor(factor) {
  return html`<div class="stack tight">
    <p>
      ${t('Scan deze code met een app voor eenmalige codes op je telefoon, bijvoorbeeld Aegis, 2FAS of Google Authenticator.')}
    </p>
    ${qrCanvas(factor.qr)}
    <details>
      <summary>${t('Kun je niet scannen? Typ de sleutel over')}</summary>
      <p class="words">${(factor.secret.match(/.{1,4}/g) ?? []).join(' ')}</p>
    </details>
  </div>`;
}

/** @type {WeakMap<string[], HTMLCanvasElement>} drawn once, however often the screen is */
const drawn = new WeakMap();

/** @param {string[]} rows @returns {HTMLCanvasElement} */
function qrCanvas(rows) {
  const known = drawn.get(rows);
  if (known) return known;
  const canvas = drawQr(rows);
  drawn.set(rows, canvas);
  return canvas;
}

/** @param {string[]} rows @returns {HTMLCanvasElement} */
function drawQr(rows) {
  const canvas = document.createElement('canvas');
  const size = (rows.length + 2 * QUIET) * MODULE;
  canvas.width = size;
  canvas.height = size;
  canvas.className = 'qr';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', t('QR-code van je tweede factor'));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  rows.forEach((row, y) => {
    [...row].forEach((dark, x) => {
      if (dark === '1') context.fillRect((x + QUIET) * MODULE, (y + QUIET) * MODULE, MODULE, MODULE);
    });
  });
  return canvas;
}
