/**
 * The keys that spare the mouse, and the switch that turns them off.
 * @module pages/staff/keys
 */

import { open } from '../../ui/dialogs.js';
import { tickField } from '../../ui/fields.js';
import { t } from '../../ui/texts.js';
import { html } from '../../ui/view.js';

/** @typedef {import('./app.js').App} App */

/** @returns {[string, string][]} */
const KEYS = () => [
  ['j / k', t('volgende of vorige vraag')],
  ['Enter', t('open de vraag')],
  ['/', t('zoek')],
  ['u', t('terug naar de lijst')],
  ['a', t('schrijf een antwoord')],
  ['n', t('schrijf een nota')],
  ['?', t('dit overzicht')],
  ['← →  + −  r', t('bij een bijlage: andere pagina, groter of kleiner, draaien')],
];

/** @param {App} app */
export function showKeys(app) {
  return open(
    (close) =>
      html`<div class="stack">
        <h2 id="dialog-title">${t('Toetsen')}</h2>
        <dl class="facts keys">
          ${KEYS().map(
            ([key, text]) =>
              html`<dt><kbd>${key}</kbd></dt>
                <dd>${text}</dd>`,
          )}
        </dl>
        ${tickField({
          id: 'keys-on',
          label: t('Gebruik deze toetsen'),
          text: t(
            'Zet ze uit als je spreekt tegen je computer, of als een letter iets doet wat je niet wou. Dat geldt tot je je afmeldt.',
          ),
          checked: app.keys,
          change: (on) => {
            app.keys = on;
          },
        })}
        <div class="actions">
          <button type="button" class="button primary" autofocus @click=${() => close(null)}>${t('Sluit')}</button>
        </div>
      </div>`,
  );
}
