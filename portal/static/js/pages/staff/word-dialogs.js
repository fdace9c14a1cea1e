/**
 * Dialogs with words: those of a code to hand over, those of the recovery key to type.
 * @module pages/staff/word-dialogs
 */

import { fromWords, toWords } from '../../crypto/words.js';
import { open as openDialog } from '../../ui/dialogs.js';
import { areaField } from '../../ui/fields.js';
import { t } from '../../ui/texts.js';
import { html, render } from '../../ui/view.js';
import { submit, wordList } from './words.js';

/**
 * @typedef {import('./app.js').App} App
 */

/**
 * Words of a code, shown once.
 * @param {App} app @param {string} title @param {Uint8Array} code @param {string} text
 */
export async function showCode(app, title, code, text) {
  const words = await toWords(app.portal.words, code);
  await openDialog(
    (close) =>
      html`<div class="stack">
        <h2 id="dialog-title">${title}</h2>
        <p>${text}</p>
        ${wordList(words)}
        <p class="hint">
          ${t('Geef ze op papier of aan de telefoon, niet per mail. Je ziet ze maar één keer, en ze werken twee weken.')}
        </p>
        <div class="actions">
          <button type="button" class="button primary" @click=${() => close(true)}>${t('Ik heb ze genoteerd')}</button>
        </div>
      </div>`,
    { stays: true },
  );
}

/**
 * @param {App} app @param {string} why
 * @returns {Promise<Uint8Array|null>} 32 bytes; null when the person went back
 */
export function askRecoveryWords(app, why) {
  return openDialog((close) => {
    const holder = document.createElement('div');
    let typed = '';
    /** @type {string|null} */
    let error = null;
    const go = async () => {
      try {
        close(await fromWords(app.portal.words, typed, 32));
      } catch {
        error = t('Dit zijn geen 21 woorden van een sleutel. Kijk de spelling en de volgorde na.');
        draw();
      }
    };
    const draw = () =>
      render(
        html`<form class="stack" @submit=${submit(go)}>
          <h2 id="dialog-title">${t('De herstelsleutel')}</h2>
          <p>${why}</p>
          ${areaField({
            id: 'recovery-key-words',
            label: t('De 21 woorden'),
            value: typed,
            rows: 4,
            error,
            input: (value) => {
              typed = value;
            },
          })}
          <p class="hint">${t('De woorden blijven in deze browser en worden meteen weer vergeten.')}</p>
          <div class="actions">
            <button type="button" class="button" @click=${() => close(null)}>${t('Terug')}</button
            ><button type="submit" class="button primary">${t('Ga verder')}</button>
          </div>
        </form>`,
        holder,
      );
    draw();
    return html`${holder}`;
  });
}
