/**
 * Steps that setting up and joining share.
 * @module pages/staff-steps
 */

import { ApiError } from '../client/api.js';
import { actionButton, lineField } from '../ui/fields.js';
import { t } from '../ui/texts.js';
import { html } from '../ui/view.js';
import { failure, sentenceFor, waiting } from './staff-app.js';
import { secondFactor } from './staff-second-factor.js';
import { submit } from './staff-words.js';

/**
 * Shows a new second factor and takes its first code.
 * @param {import('./staff-app.js').App} app
 * @param {() => Promise<import('./staff-second-factor.js').SecondFactor>} ask
 * @param {(code: string) => Promise<void>} finish
 * @returns {import('./staff-app.js').Screen}
 */
export function secondFactorScreen(app, ask, finish) {
  /** @type {import('./staff-second-factor.js').SecondFactor|null} */
  let factor = null;
  /** @type {string|null} */
  let error = null;
  let code = '';
  let busy = false;

  const fetchFactor = async () => {
    error = null;
    try {
      factor = await ask();
    } catch (problem) {
      error = sentenceFor(problem);
    }
    app.update();
  };
  const go = async () => {
    if (busy) return;
    busy = true;
    error = null;
    app.update();
    try {
      await finish(code.replace(/\s+/g, ''));
    } catch (problem) {
      error =
        problem instanceof ApiError && problem.problem === 'wrong-credentials'
          ? t('Deze code klopt niet. Wacht op de volgende code in je app en typ die.')
          : sentenceFor(problem);
    }
    busy = false;
    code = '';
    app.update();
  };
  const form = () =>
    html`<form class="stack" @submit=${submit(go)}>
      ${secondFactor(/** @type {any} */ (factor))}
      ${lineField({
        id: 'totp-code',
        label: t('Code van zes cijfers'),
        hint: t('De code die de app nu toont. Ze verandert elke halve minuut.'),
        value: code,
        input: (value) => {
          code = value;
        },
      })}
      ${failure(error)}
      <div class="actions">
        ${actionButton({ label: t('Bevestig'), busyLabel: t('Even geduld…'), busy, click: go, type: 'submit', kind: 'primary big' })}
      </div>
    </form>`;
  return {
    shown: () => {
      if (factor === null) fetchFactor();
    },
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('Koppel je telefoon')}</h1>
        <p>${t('Bij elke aanmelding typ je naast je wachtzin een code die op je telefoon staat.')}</p>
        ${factor ? form() : error ? html`${failure(error)}${actionButton({ label: t('Probeer opnieuw'), click: fetchFactor })}` : waiting(t('Even geduld…'))}
      </div>`,
  };
}
