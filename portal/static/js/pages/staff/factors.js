/**
 * My own second factors: passkeys, and codes on a telephone.
 * @module pages/staff/factors
 */

import { canUsePasskeys, makePasskey } from '../../client/staff/passkeys.js';
import { b64, randomBytes } from '../../crypto/bytes.js';
import { ask } from '../../ui/dialogs.js';
import { actionButton } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { dayInWords, t } from '../../ui/texts.js';
import { html, nothing } from '../../ui/view.js';
import { failure } from './app.js';
import { sentenceFor } from './problems.js';
import { passkeyNames } from './second-factor.js';
import { telephoneScreen } from './steps.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {{id: string, number: number, day: string, synced: boolean, here: boolean}} Passkey
 * @typedef {{codes: boolean, passkeys: Passkey[]}} Factors
 */

/**
 * @param {App} app @param {() => void} reopen shows the page anew
 * @returns {() => import('./app.js').Content}
 */
export function factorsPart(app, reopen) {
  /** @type {Factors|null} */
  let factors = null;
  let busy = false;
  let asked = false;
  /** @type {string|null} */
  let error = null;
  const load = async () => {
    factors = await app.call(() => app.me.api.get('/staff/factors'));
    app.update();
  };
  /** @param {() => Promise<string|null>} act what to say when it is done; null when nothing was */
  const change = async (act) => {
    if (busy) return;
    busy = true;
    error = null;
    app.update();
    try {
      const done = await act();
      if (done !== null) say(done);
      await load();
    } catch (problem) {
      error = sentenceFor(problem);
    }
    busy = false;
    app.update();
  };
  const add = () => change(() => addPasskey(app));
  const row = (
    /** @type {string} */ name,
    /** @type {string} */ about,
    /** @type {import('../../ui/view.js').Content} */ buttons,
  ) =>
    html`<li class="row spread">
      <span>${name} <small>${about}</small></span
      ><span class="row">${buttons}</span>
    </li>`;
  const removal = (/** @type {() => Promise<string|null>} */ act) =>
    count(factors) < 2
      ? nothing
      : html`<button type="button" class="button quiet small" @click=${() => change(act)}>${t('Verwijder')}</button>`;
  const passkeyRow = (/** @type {Passkey} */ one) =>
    row(
      t('Passkey {n}', { n: one.number }),
      aboutPasskey(one),
      removal(() => removePasskey(app, one)),
    );
  const codesRow = () =>
    row(
      t('Codes op je telefoon'),
      t('uit een app, elke halve minuut een nieuwe'),
      html`<button type="button" class="button quiet small" @click=${() => setCodes(app, reopen)}>
          ${t('Andere telefoon')}
        </button>
        ${removal(() => removeCodes(app))}`,
    );
  return () => {
    if (!asked) {
      asked = true;
      load().catch((problem) => {
        error = sentenceFor(problem);
        app.update();
      });
    }
    return html`<section class="card stack tight">
      <h2>${t('Je tweede factor')}</h2>
      <p>${t('Bij elke aanmelding heb je naast je wachtzin één van deze nodig.')}</p>
      <ul class="people">
        ${factors?.codes ? codesRow() : nothing} ${(factors?.passkeys ?? []).map(passkeyRow)}
      </ul>
      ${count(factors) === 1 ? html`<p class="hint">${t('Dit is je enige. Met een tweede sta je niet buiten als je er een verliest.')}</p>` : nothing}
      ${failure(error)}
      <div class="actions">
        ${canUsePasskeys() ? actionButton({ label: t('Voeg een passkey toe'), busyLabel: t('Even geduld…'), busy, click: add, kind: '' }) : nothing}
        ${factors === null || factors.codes ? nothing : html`<button type="button" class="button" @click=${() => setCodes(app, reopen)}>${t('Koppel een telefoon')}</button>`}
      </div>
      ${canUsePasskeys() ? nothing : html`<p class="hint">${t('In deze browser of op dit adres kun je geen passkey toevoegen.')}</p>`}
    </section>`;
  };
}

/** @param {Factors|null} factors */
const count = (factors) => (factors === null ? 0 : factors.passkeys.length + (factors.codes ? 1 : 0));

/** The name is a number and a day: nothing that somebody wrote. @param {Passkey} one */
function aboutPasskey({ day, synced, here }) {
  const parts = [t('van {day}', { day: dayInWords(day, { weekday: false }) })];
  parts.push(synced ? t('op elk toestel van je wachtwoordbeheerder') : t('op één toestel'));
  if (!here) parts.push(t('voor een ander adres van dit adviespunt'));
  return parts.join(' · ');
}

/** @param {App} app */
async function addPasskey(app) {
  const offer = await app.call(() => app.me.api.post('/staff/passkeys', {}));
  const made = await makePasskey(offer, passkeyNames(app));
  const id = b64(randomBytes(16));
  await app.call(() => app.me.api.put(`/staff/passkeys/${id}`, made));
  return t('Je passkey is toegevoegd.');
}

/** @param {App} app @param {Passkey} one */
async function removePasskey(app, { id, number }) {
  const sure = await ask({
    title: t('Passkey {n} verwijderen?', { n: number }),
    text: html`<p>${t('Je meldt je er niet meer mee aan. Verwijder ze daarna ook op je toestel.')}</p>`,
    yes: t('Verwijder de passkey'),
    danger: true,
  });
  if (!sure) return null;
  await app.call(() => app.me.api.del(`/staff/passkeys/${id}`));
  return t('De passkey is verwijderd.');
}

/** @param {App} app */
async function removeCodes(app) {
  const sure = await ask({
    title: t('De codes op je telefoon verwijderen?'),
    text: html`<p>
      ${t('Je meldt je daarna alleen met een passkey aan. Een code die iemand je ontfutselt, is dan niets meer waard.')}
    </p>`,
    yes: t('Verwijder de codes'),
    danger: true,
  });
  if (!sure) return null;
  await app.call(() => app.me.api.del('/staff/codes'));
  return t('De codes gelden niet meer.');
}

/** @param {App} app @param {() => void} reopen */
function setCodes(app, reopen) {
  app.open((self) =>
    telephoneScreen(
      self,
      () => self.call(() => self.me.api.post('/staff/codes', {})),
      async (code) => {
        await self.me.api.put('/staff/codes', { code });
        say(t('Je telefoon is gekoppeld.'));
        reopen();
      },
      () => self.back(),
    ),
  );
}
