/**
 * Questions that stop everything until they are answered.
 * @module ui/dialogs
 */

import { t } from './texts.js';
import { html, render } from './view.js';

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {import('./view.js').Content} text what will happen, and whether it can be undone
 * @property {string} yes the button says what it does: "Trek je vraag in", never "OK"
 * @property {string} [no]
 * @property {boolean} [danger]
 */

/**
 * @param {Question} question
 * @returns {Promise<boolean>} false when closed in any way but the yes button
 */
export function ask(question) {
  return open(
    (close) =>
      html` <div class="stack">
        <h2 id="dialog-title">${question.title}</h2>
        <div class="stack tight">${question.text}</div>
        <div class="actions">
          <button type="button" class="button" autofocus @click=${() => close(false)}>
            ${question.no ?? t('Nee, ga terug')}
          </button>
          <button type="button" class="button primary ${question.danger ? 'danger' : ''}" @click=${() => close(true)}>
            ${question.yes}
          </button>
        </div>
      </div>`,
  ).then((answer) => answer === true);
}

/**
 * A dialog of one's own: `content(close)` gives the template; Escape closes with null.
 * @template T
 * @param {(close: (value: T|null) => void) => import('./view.js').Content} content
 * @param {{kind?: string, label?: string, stays?: boolean}} [options] stays: Escape does not close it
 * @returns {Promise<T|null>}
 */
export function open(content, { kind = '', label, stays = false } = {}) {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = kind;
    if (label === undefined) dialog.setAttribute('aria-labelledby', 'dialog-title');
    else dialog.setAttribute('aria-label', label);
    /** @type {T|null} */
    let answer = null;
    const close = (/** @type {T|null} */ value) => {
      answer = value;
      dialog.close();
    };
    if (stays) dialog.addEventListener('cancel', (event) => event.preventDefault());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    render(content(close), dialog);
    document.body.append(dialog);
    dialog.showModal();
  });
}
