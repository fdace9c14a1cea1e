/**
 * Choosing a second factor: when setting up, when joining, and later.
 * @module pages/staff/steps
 */

import { ApiError } from '../../client/api.js';
import { canUsePasskeys, makePasskey } from '../../client/staff/passkeys.js';
import { actionButton, lineField } from '../../ui/fields.js';
import { t } from '../../ui/texts.js';
import { html, nothing } from '../../ui/view.js';
import { failure, recently, waiting } from './app.js';
import { sentenceFor } from './problems.js';
import { passkeyNames, secondFactor } from './second-factor.js';
import { submit } from './words.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./second-factor.js').SecondFactor} SecondFactor
 * @typedef {SecondFactor & {passkey: import('../../client/staff/passkeys.js').Offer}} Offered
 */

/**
 * A passkey or codes on a telephone; where this browser has no passkeys, codes at once.
 * @param {App} app
 * @param {() => Promise<Offered>} ask
 * @param {(proof: import('../../client/staff/enrolment.js').FirstProof) => Promise<void>} finish
 * @returns {import('./app.js').Screen}
 */
export function secondFactorScreen(app, ask, finish) {
  const byCode = (/** @type {(() => void)|null} */ back) =>
    telephoneScreen(app, ask, (code) => finish({ totp_code: code }), back);
  if (!canUsePasskeys()) return byCode(null);
  /** @type {string|null} */
  let error = null;
  let busy = false;
  const byPasskey = async () => {
    if (busy) return;
    busy = true;
    error = null;
    app.update();
    try {
      const { passkey } = await ask();
      await finish({ passkey: await makePasskey(passkey, passkeyNames(app)) });
    } catch (problem) {
      error = sentenceFor(problem);
    }
    busy = false;
    app.update();
  };
  return {
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('Kies je tweede factor')}</h1>
        <p>${t('Bij elke aanmelding heb je naast je wachtzin iets nodig dat alleen jij hebt.')}</p>
        <section class="card stack tight">
          <h2>${t('Een passkey')}</h2>
          <p>
            ${t('Je toestel of je beveiligingssleutel bewaart ze en vraagt je vinger, je gezicht of een pincode. Ze werkt alleen op dit adres: een vervalste pagina kan er niets mee.')}
          </p>
          ${actionButton({ label: t('Maak een passkey'), busyLabel: t('Even geduld…'), busy, click: byPasskey, kind: 'primary' })}
        </section>
        <section class="card stack tight">
          <h2>${t('Codes op je telefoon')}</h2>
          <p>
            ${t('Een app toont elke halve minuut een nieuwe code van zes cijfers. Codes werken op elk adres van het adviespunt.')}
          </p>
          <p>
            <button type="button" class="button" @click=${() => app.open(() => byCode(() => app.back()))}>
              ${t('Gebruik codes')}
            </button>
          </p>
        </section>
        ${failure(error)}
      </div>`,
  };
}

/**
 * Shows a new secret for a telephone and takes its first code.
 * @param {App} app
 * @param {() => Promise<SecondFactor>} ask
 * @param {(code: string) => Promise<void>} finish
 * @param {(() => void)|null} [back]
 * @returns {import('./app.js').Screen}
 */
export function telephoneScreen(app, ask, finish, back = null) {
  /** @type {SecondFactor|null} */
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
      error = (await tookTooLong(problem)) ?? sentenceFor(problem);
    }
    busy = false;
    code = '';
    app.update();
  };
  /** The secret belongs to the visit it was shown in: after signing in again there is another one. @param {unknown} problem */
  const tookTooLong = async (problem) => {
    if (!(problem instanceof ApiError) || problem.problem !== 'sign-in-again') return null;
    if (!(await app.signInAgain(recently()))) return null;
    await fetchFactor();
    return t('Het duurde wat lang. Scan deze nieuwe code; de vorige geldt niet.');
  };
  const form = (/** @type {SecondFactor} */ shown) =>
    html`<form class="stack" @submit=${submit(go)}>
      ${secondFactor(shown)}
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
        ${back ? html`<button type="button" class="button" @click=${back}>${t('Terug')}</button>` : nothing}
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
        ${factor ? form(factor) : error ? html`${failure(error)}${actionButton({ label: t('Probeer opnieuw'), click: fetchFactor })}` : waiting(t('Even geduld…'))}
      </div>`,
  };
}
