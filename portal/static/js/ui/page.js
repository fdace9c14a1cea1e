/**
 * How every page begins: texts, what this browser can do, and the end of waiting.
 * @module ui/page
 */

import { lacks } from '../crypto/capability.js';
import { loadTexts, t } from './texts.js';

/**
 * Runs a page. Until `start` has come back, the sentence for a page that is stuck stays ready to appear.
 * @param {(app: HTMLElement) => Promise<void>|void} start draws into the empty place that the shell has for it
 * @param {{seals?: boolean}} [page] a page that is only read asks nothing of the browser
 */
export async function startPage(start, { seals = true } = {}) {
  const app = /** @type {HTMLElement} */ (document.getElementById('app'));
  try {
    await loadTexts();
    if (seals) await checkBrowser();
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
  const [lacking] = await lacks();
  if (lacking) throw new BrowserTooOld(lacking);
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

/** What the protocol calls its refusals, by name: this page must not wait for that code to arrive. */
const UNTRUE = new Set(['Refused', 'BadSignature', 'Malformed']);

/** @param {unknown} error */
function reason(error) {
  if (error instanceof BrowserTooOld) {
    return t('Deze browser mist iets dat nodig is om je vraag te verzegelen ({what}).', { what: error.message });
  }
  if (error instanceof TypeError) return t('Een deel van de pagina is niet aangekomen.');
  const name = error instanceof Error ? error.name : '';
  if (name === 'ApiError') return t('De server antwoordt niet zoals het hoort.');
  return UNTRUE.has(name)
    ? t('De lijst van medewerkers klopt niet: iemand heeft er misschien aan gezeten. Stel hier nu geen vraag.')
    : '';
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
