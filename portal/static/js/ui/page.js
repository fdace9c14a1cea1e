/**
 * How every page begins: texts, what this browser can do, and the end of waiting.
 * @module ui/page
 */

import { loadTexts, t } from './texts.js';

/**
 * Runs a page. Until `start` has come back, the sentence for a page that is stuck stays ready to appear.
 * @param {(app: HTMLElement) => Promise<void>|void} start draws into the empty place that the shell has for it
 */
export async function startPage(start) {
  const app = /** @type {HTMLElement} */ (document.getElementById('app'));
  try {
    await loadTexts();
    await checkBrowser();
    await start(app);
    document.body.classList.remove('waiting', 'failed');
    document.querySelector('.stuck-box')?.remove();
  } catch (error) {
    showFailure(error);
  }
}

/** The browser lacks something that sealing needs. */
export class BrowserTooOld extends Error {
  /** @param {string} lacking */
  constructor(lacking) {
    super(lacking);
    this.name = 'BrowserTooOld';
  }
}

/** @throws {BrowserTooOld} */
export async function checkBrowser() {
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) throw new BrowserTooOld('crypto');
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiate !== 'function') throw new BrowserTooOld('wasm');
  // The smallest module there is: eight bytes. Hardened browsers offer WebAssembly by name and refuse it in use.
  await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).catch(() => {
    throw new BrowserTooOld('wasm');
  });
  if (!('createImageBitmap' in globalThis) || !('HTMLDialogElement' in globalThis)) throw new BrowserTooOld('drawing');
}

/**
 * Leaves the sentence of the shell standing and shows it at once. Fields stay as they are: absent or without a name.
 * @param {unknown} error
 */
export function showFailure(error) {
  document.body.classList.add('waiting', 'failed');
  const detail = document.querySelector('.stuck-why');
  if (detail) detail.textContent = reason(error);
}

/** @param {unknown} error */
function reason(error) {
  if (error instanceof BrowserTooOld) {
    return t('Deze browser mist iets dat nodig is om je vraag te verzegelen ({what}).', { what: error.message });
  }
  if (error instanceof TypeError) return t('Een deel van de pagina is niet aangekomen.');
  return '';
}

/**
 * Focus goes to the heading of a new view, so that it is read and the keyboard begins there.
 * @param {ParentNode} root
 */
export function focusHeading(root = document) {
  const heading = root.querySelector('h1');
  if (!(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}
