/**
 * Signing in: with name, passphrase and code; with the printed recovery code; with a new second factor.
 * @module pages/staff/signin
 */

import { ApiError } from '../../client/api.js';
import { answerByPasskey, canUsePasskeys, makePasskey, NoPasskey } from '../../client/staff/passkeys.js';
import { renewCredentials, signIn, signInByRecovery } from '../../client/staff/member.js';
import { fromWords, passphrase, toWords } from '../../crypto/words.js';
import { randomBytes } from '../../crypto/bytes.js';
import { derive } from '../../crypto/kdf.js';
import { b64 } from '../../crypto/bytes.js';
import { open as openDialog } from '../../ui/dialogs.js';
import { actionButton, lineField, secretField } from '../../ui/fields.js';
import { t } from '../../ui/texts.js';
import { html, icon, nothing, notice, render } from '../../ui/view.js';
import { failure } from './app.js';
import { sentenceFor } from './problems.js';
import { passkeyNames, secondFactor } from './second-factor.js';
import { noteWords, submit } from './words.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../client/staff/member.js').Proof} Proof
 * @typedef {{totp: import('./second-factor.js').SecondFactor, passkey: import('../../client/staff/passkeys.js').Offer}} NewFactor
 */

const PASSPHRASE_WORDS = 7;

/**
 * @param {(app: App) => void} next where to go when signed in
 * @param {string|null} [reason] why one has to sign in
 * @returns {import('./app.js').MakeScreen}
 */
export function signInScreen(next, reason = null) {
  return (app) => {
    const form = signInForm(app, () => next(app));
    return {
      render: () =>
        html`<div class="stack narrow">
          <h1>${t('Aanmelden als medewerker')}</h1>
          <p class="lead">
            ${t('Voor facilitatoren, hun helpers, integriteitscoaches en de integriteitscoördinator.')}
          </p>
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
  /** @type {NewFactor|null} after a reset code */
  let factor = null;
  const waiting = whileBusy(update);

  /** @param {() => Promise<Proof>} prove */
  const by = async (prove) => {
    if (busy) return;
    busy = true;
    error = null;
    update();
    try {
      // The authenticator first: browsers want it asked for right after a click.
      const proof = await prove();
      app.session = await signIn(app.portal, { ...typed, proof }, waiting);
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
  const go = () => by(async () => ({ code: await codeToSend(app, typed) }));
  const goByPasskey = () => {
    if (typed.name.trim() !== '' && typed.passphrase.trim() !== '') return by(() => passkeyProof(app, factor));
    error = t('Typ eerst je naam en je wachtzin. Daarna vraagt je toestel je passkey.');
    return update();
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
      ${factor ? newFactorPart(factor) : nothing} ${codeField(typed, set('code'))}
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
      ${waiting.said()} ${failure(error)}
      <div class="actions">
        ${actionButton({ label: t('Meld je aan'), busyLabel: t('Even geduld…'), busy, click: go, type: 'submit', kind: 'primary big' })}
        ${passkeyButton(goByPasskey, factor ? t('Maak een passkey') : t('Gebruik een passkey'))}
      </div>
    </form>`;
}

/** @param {() => void} click @param {string} label */
function passkeyButton(click, label) {
  if (!canUsePasskeys()) return nothing;
  return html`<button type="button" class="button big" @click=${click}>${icon('key-round')} ${label}</button>`;
}

/** @param {App} app @param {NewFactor|null} [factor] to be set up after a reset code @returns {Promise<Proof>} */
async function passkeyProof(app, factor = null) {
  if (factor === null) return { passkey: await answerByPasskey(app.portal.api) };
  return { new_passkey: await makePasskey(factor.passkey, passkeyNames(app)) };
}

/** @param {NewFactor} factor */
function newFactorPart(factor) {
  return html`${notice('good', html`<p>${t('Je code klopt. Kies nu je nieuwe tweede factor; de vorige gelden daarna niet meer.')}</p>`)}
  ${secondFactor(factor.totp)}`;
}

/** @param {{code: string, resetting: boolean}} typed @param {(value: string) => void} input */
function codeField(typed, input) {
  return lineField({
    id: 'staff-code',
    label: typed.resetting ? t('Code om je tweede factor te vernieuwen') : t('Code van zes cijfers'),
    hint: typed.resetting ? t('Elf woorden, die je van een facilitator kreeg.') : codeHint(),
    value: typed.code,
    input,
  });
}

const codeHint = () =>
  canUsePasskeys()
    ? t('Uit de app op je telefoon. Niet nodig als je een passkey gebruikt.')
    : t('Uit de app op je telefoon.');

/** @param {App} app @param {{code: string, resetting: boolean}} typed */
async function codeToSend(app, { code, resetting }) {
  if (!resetting) return code.replace(/\s+/g, '');
  // Words that are none go as an empty code: the answer to all that is wrong is one.
  const bytes = await fromWords(app.portal.words, code, 16).catch(() => null);
  return bytes === null ? '' : b64(await derive(bytes, 'staff/second-factor-reset'));
}

/** @param {unknown} problem @returns {NewFactor|null} */
function newFactor(problem) {
  return problem instanceof ApiError && problem.problem === 'second-factor-setup' ? problem.content : null;
}

/**
 * Signing in again on the spot: the page stays behind the dialog as it was.
 * @param {App} app @param {import('./app.js').Again} [again]
 * @returns {Promise<boolean>} false: the person went back
 */
export async function signInAgain(app, { why, free = false } = {}) {
  const name = app.session?.signInName ?? '';
  const done = await openDialog(
    (close) => {
      const holder = document.createElement('div');
      const draw = () =>
        render(
          html`<div class="stack">
            <h2 id="dialog-title">${t('Meld je opnieuw aan')}</h2>
            <p>${why ?? t('Je was een tijd niet actief. Wat je typte, staat er nog.')}</p>
            ${form()}
            ${free ? html`<p><button type="button" class="button quiet" @click=${() => close(null)}>${t('Terug')}</button></p>` : nothing}
          </div>`,
          holder,
        );
      const form = signInForm(app, () => close(true), { name, update: draw });
      draw();
      return html`${holder}`;
    },
    { stays: !free },
  );
  return done === true;
}

/**
 * What the browser does while many try to sign in, said where somebody waits for it.
 * @param {() => void} update
 * @returns {import('../../client/patience.js').Waiting & {said: () => import('../../ui/view.js').Content}}
 */
function whileBusy(update) {
  let sentence = '';
  return {
    tell: (now) => {
      sentence = now;
      update();
    },
    signal: new AbortController().signal,
    said: () => html`<div role="status">${sentence ? notice('info', html`<p>${sentence}</p>`) : nothing}</div>`,
  };
}

/**
 * The printed code opens the seed; a new passphrase and a new printed code come in its place.
 * @param {(app: App) => void} next
 * @returns {import('./app.js').MakeScreen}
 */
function recoveryScreen(next) {
  return (app) => {
    const typed = { name: '', words: '', code: '' };
    let busy = false;
    /** @type {string|null} */
    let error = null;
    const waiting = whileBusy(() => app.update());
    /** @param {() => Promise<Proof>} prove */
    const by = async (prove) => {
      if (busy) return;
      busy = true;
      error = null;
      app.update();
      try {
        const proof = await prove();
        const recovery = await fromWords(app.portal.words, typed.words, 16);
        app.session = await signInByRecovery(app.portal, { name: typed.name, recovery, proof }, waiting);
        renewScreens(app, typed.name, next);
      } catch (problem) {
        error =
          problem instanceof ApiError || problem instanceof NoPasskey
            ? sentenceFor(problem)
            : t('Deze herstelcode klopt niet. Typ de elf woorden in hun volgorde.');
      }
      busy = false;
      app.update();
    };
    const go = () => by(async () => ({ code: typed.code.replace(/\s+/g, '') }));
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
          ${lineField({ id: 'recovery-totp', label: t('Code van zes cijfers'), hint: codeHint(), value: typed.code, input: set('code') })}
          ${waiting.said()} ${failure(error)}
          <div class="actions">
            ${actionButton({ label: t('Meld je aan'), busy, click: go, type: 'submit' })}
            ${passkeyButton(() => by(() => passkeyProof(app)), t('Gebruik een passkey'))}
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

/** @param {string} name @param {string} phrase @param {Uint8Array} recovery @param {(app: App) => void} next @returns {import('./app.js').MakeScreen} */
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
