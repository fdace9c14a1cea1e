/**
 * Signing in: with name, passphrase and code; with the printed recovery code; with a new second factor.
 * @module pages/staff-signin
 */

import { ApiError } from '../client/api.js';
import { renewCredentials, signIn, signInByRecovery } from '../client/staff.js';
import { fromWords, passphrase, toWords } from '../crypto/words.js';
import { randomBytes } from '../crypto/bytes.js';
import { derive } from '../crypto/kdf.js';
import { b64 } from '../crypto/bytes.js';
import { open as openDialog } from '../ui/dialogs.js';
import { actionButton, lineField, secretField } from '../ui/fields.js';
import { t } from '../ui/texts.js';
import { html, nothing, notice, render } from '../ui/view.js';
import { failure, sentenceFor } from './staff-app.js';
import { secondFactor } from './staff-second-factor.js';
import { noteWords, submit } from './staff-words.js';

/**
 * @typedef {import('./staff-app.js').App} App
 * @typedef {import('./staff-second-factor.js').SecondFactor} SecondFactor
 */

const PASSPHRASE_WORDS = 7;

/**
 * @param {(app: App) => void} next where to go when signed in
 * @param {string|null} [reason] why one has to sign in
 * @returns {import('./staff-app.js').MakeScreen}
 */
export function signInScreen(next, reason = null) {
  return (app) => {
    const form = signInForm(app, () => next(app));
    return {
      render: () =>
        html`<div class="stack narrow">
          <h1>${t('Aanmelden als medewerker')}</h1>
          <p class="lead">${t('Voor facilitatoren, integriteitscoaches en de integriteitscoördinator.')}</p>
          ${reason ? notice('info', html`<p>${reason}</p>`) : nothing} ${form()}
          <hr />
          <p>
            <button type="button" class="button quiet" @click=${() => app.open(recoveryScreen(next))}>
              ${t('Je wachtzin kwijt? Gebruik je herstelcode')}
            </button>
          </p>
        </div>`,
    };
  };
}

/**
 * The fields, for the page and for signing in again in the same tab.
 * @param {App} app @param {() => void} done @param {{name?: string, update?: () => void}} [options]
 */
function signInForm(app, done, { name = '', update = () => app.update() } = {}) {
  const fixed = name !== '';
  const typed = { name, passphrase: '', code: '', resetting: false };
  let shown = false;
  let busy = false;
  /** @type {string|null} */
  let error = null;
  /** @type {SecondFactor|null} */
  let factor = null;

  const go = async () => {
    if (busy) return;
    busy = true;
    error = null;
    update();
    try {
      app.session = await signIn(app.portal, { ...typed, code: await codeToSend(app, typed) });
      typed.passphrase = '';
      done();
    } catch (problem) {
      factor = newFactor(problem) ?? factor;
      error = newFactor(problem) === null ? sentenceFor(problem) : null;
      typed.code = '';
      typed.resetting = false;
    }
    busy = false;
    update();
  };
  const set = (/** @type {'name'|'passphrase'|'code'} */ key) => (/** @type {string} */ value) => {
    typed[key] = value;
  };
  return () =>
    html`<form class="stack" @submit=${submit(go)}>
      ${fixed ? nothing : lineField({ id: 'staff-name', label: t('Naam waarmee je je aanmeldt'), value: typed.name, input: set('name') })}
      ${secretField({
        id: 'staff-passphrase',
        label: t('Wachtzin'),
        hint: t('Zeven woorden met een spatie ertussen.'),
        value: typed.passphrase,
        input: set('passphrase'),
        shown,
        toggle: () => {
          shown = !shown;
          update();
        },
      })}
      ${factor ? secondFactor(factor) : nothing} ${codeField(typed, set('code'))}
      ${
        factor
          ? nothing
          : html`<p>
              <button
                type="button"
                class="button quiet"
                @click=${() => {
                  typed.resetting = !typed.resetting;
                  typed.code = '';
                  update();
                }}
              >
                ${typed.resetting ? t('Toch een code van zes cijfers') : t('Ik kreeg een code om mijn tweede factor te vernieuwen')}
              </button>
            </p>`
      }
      ${failure(error)}
      <div class="actions">
        ${actionButton({ label: t('Meld je aan'), busyLabel: t('Even geduld…'), busy, click: go, type: 'submit', kind: 'primary big' })}
      </div>
    </form>`;
}

/** @param {{code: string, resetting: boolean}} typed @param {(value: string) => void} input */
function codeField(typed, input) {
  return lineField({
    id: 'staff-code',
    label: typed.resetting ? t('Code om je tweede factor te vernieuwen') : t('Code van zes cijfers'),
    hint: typed.resetting ? t('Elf woorden, die je van een facilitator kreeg.') : t('Uit de app op je telefoon.'),
    value: typed.code,
    input,
  });
}

/** @param {App} app @param {{code: string, resetting: boolean}} typed */
async function codeToSend(app, { code, resetting }) {
  if (!resetting) return code.replace(/\s+/g, '');
  // Words that are none go as an empty code: the answer to all that is wrong is one.
  const bytes = await fromWords(app.portal.words, code, 16).catch(() => null);
  return bytes === null ? '' : b64(await derive(bytes, 'staff/second-factor-reset'));
}

/** @param {unknown} problem @returns {SecondFactor|null} */
function newFactor(problem) {
  return problem instanceof ApiError && problem.problem === 'second-factor-setup' ? problem.content.totp : null;
}

/**
 * Signing in again on the spot: the page stays behind the dialog as it was.
 * @param {App} app
 * @returns {Promise<void>}
 */
export async function signInAgain(app) {
  const name = app.session?.signInName ?? '';
  await openDialog(
    (close) => {
      const holder = document.createElement('div');
      const draw = () =>
        render(
          html`<div class="stack">
            <h2 id="dialog-title">${t('Meld je opnieuw aan')}</h2>
            <p>${t('Je was een tijd niet actief. Wat je typte, staat er nog.')}</p>
            ${form()}
          </div>`,
          holder,
        );
      const form = signInForm(app, () => close(true), { name, update: draw });
      draw();
      return html`${holder}`;
    },
    { stays: true },
  );
}

/**
 * The printed code opens the seed; a new passphrase and a new printed code come in its place.
 * @param {(app: App) => void} next
 * @returns {import('./staff-app.js').MakeScreen}
 */
function recoveryScreen(next) {
  return (app) => {
    const typed = { name: '', words: '', code: '' };
    let busy = false;
    /** @type {string|null} */
    let error = null;
    const go = async () => {
      if (busy) return;
      busy = true;
      error = null;
      app.update();
      try {
        const code = await fromWords(app.portal.words, typed.words, 16);
        app.session = await signInByRecovery(app.portal, {
          name: typed.name,
          recovery: code,
          code: typed.code.replace(/\s+/g, ''),
        });
        renewScreens(app, typed.name, next);
      } catch (problem) {
        error =
          problem instanceof ApiError
            ? sentenceFor(problem)
            : t('Deze herstelcode klopt niet. Typ de elf woorden in hun volgorde.');
      }
      busy = false;
      app.update();
    };
    const set = (/** @type {'name'|'words'|'code'} */ key) => (/** @type {string} */ value) => {
      typed[key] = value;
    };
    return {
      render: () =>
        html`<form class="stack narrow" @submit=${submit(go)}>
          <h1>${t('Aanmelden met je herstelcode')}</h1>
          <p>${t('Daarna krijg je een nieuwe wachtzin en een nieuwe herstelcode. De oude gelden dan niet meer.')}</p>
          ${lineField({ id: 'recovery-name', label: t('Naam waarmee je je aanmeldt'), value: typed.name, input: set('name') })}
          ${lineField({ id: 'recovery-words', label: t('Herstelcode'), hint: t('Elf woorden, van het blad dat je bewaarde.'), value: typed.words, input: set('words') })}
          ${lineField({ id: 'recovery-totp', label: t('Code van zes cijfers'), hint: t('Uit de app op je telefoon.'), value: typed.code, input: set('code') })}
          ${failure(error)}
          <div class="actions">
            ${actionButton({ label: t('Meld je aan'), busy, click: go, type: 'submit' })}
            <button type="button" class="button" @click=${() => app.back()}>${t('Terug')}</button>
          </div>
        </form>`,
    };
  };
}

/**
 * A new passphrase and recovery code, noted before they are sent.
 * @param {App} app @param {string} name @param {(app: App) => void} next
 */
export function renewScreens(app, name, next) {
  const phrase = passphrase(app.portal.words, PASSPHRASE_WORDS);
  const recovery = randomBytes(16);
  app.reset(() =>
    noteWords(app, passphraseToNote(phrase), async () => {
      const words = await toWords(app.portal.words, recovery);
      app.replace(() =>
        noteWords(app, recoveryToNote(words), () => app.replace(savingScreen(name, phrase, recovery, next))),
      );
    }),
  );
}

/** @param {string} words */
export function passphraseToNote(words) {
  return {
    title: t('Je wachtzin'),
    text: html`<p>${t('Met je naam en deze zeven woorden meld je je aan. Alleen jij ziet ze, en alleen nu.')}</p>
      <p>${t('Leer ze van buiten of bewaar ze op papier, niet bij je telefoon.')}</p>`,
    words,
  };
}

/** @param {string} words */
export function recoveryToNote(words) {
  return {
    title: t('Je herstelcode'),
    text: html`<p>
      ${t('Vergeet je je wachtzin, dan open je met deze elf woorden toch je toegang. Schrijf ze op papier en bewaar ze achter slot.')}
    </p>`,
    words,
    warning: t('Wie deze woorden heeft en je tweede factor, kan zich als jou aanmelden.'),
  };
}

/** @param {string} name @param {string} phrase @param {Uint8Array} recovery @param {(app: App) => void} next @returns {import('./staff-app.js').MakeScreen} */
function savingScreen(name, phrase, recovery, next) {
  return (app) => {
    /** @type {string|null} */
    let error = null;
    let busy = false;
    const save = async () => {
      busy = true;
      error = null;
      app.update();
      try {
        await app.call(() => renewCredentials(app.me, { name, passphrase: phrase, recovery }));
        next(app);
      } catch (problem) {
        error = sentenceFor(problem);
      }
      busy = false;
      app.update();
    };
    return {
      shown: () => void save(),
      render: () =>
        html`<div class="stack narrow">
          <h1>${t('Je nieuwe wachtzin wordt bewaard')}</h1>
          ${failure(error)}
          ${error ? actionButton({ label: t('Probeer opnieuw'), busy, click: save }) : html`<progress aria-label=${t('Even geduld…')}></progress>`}
        </div>`,
    };
  };
}
