/**
 * My own access: second factors, where I am signed in, a new passphrase, absences, the daily notice.
 * @module pages/staff/account
 */

import { b64 } from '../../crypto/bytes.js';
import { fingerprint } from '../../crypto/words.js';
import { keepAbsence, loadAbsences, removeAbsence } from '../../client/staff/absences.js';
import { memberBy, membersOf } from '../../client/staff/directory.js';
import { ask, open as openDialog } from '../../ui/dialogs.js';
import { actionButton, lineField, selectField } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { dayInWords, t } from '../../ui/texts.js';
import { html, nothing, render } from '../../ui/view.js';
import { failure } from './app.js';
import { factorsPart } from './factors.js';
import { roleName } from './labels.js';
import { sentenceFor } from './problems.js';
import { renewScreens } from './signin.js';
import { visitsPart } from './visits.js';
import { submit } from './words.js';

/** @type {import('./app.js').MakeScreen} */
export function accountScreen(app) {
  /** @type {string|null} */
  let error = null;
  let words = '';
  const load = async () => {
    try {
      words = await fingerprint(app.portal.words, app.me.directories.current.organisation);
    } catch (problem) {
      error = sentenceFor(problem);
    }
    app.update();
  };
  const away = app.me.role === 'coordinator' ? () => nothing : absencePart(app);
  const notices = noticePart(app);
  const factors = factorsPart(app, () => app.reset(accountScreen));
  const visits = visitsPart(app);
  return {
    tab: 'account',
    shown: () => void load(),
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('Mijn toegang')}</h1>
        ${failure(error)}
        <dl class="facts">
          <dt>${t('Naam')}</dt>
          <dd>${app.me.name}</dd>
          <dt>${t('Rol')}</dt>
          <dd>${roleName(app.me.role)}</dd>
          <dt>${t('De zes woorden van het adviespunt')}</dt>
          <dd class="words">${words}</dd>
          <dt>${t('Lijst van medewerkers')}</dt>
          <dd>${t('versie {n}, nagekeken', { n: app.me.directories.current.version })}</dd>
        </dl>
        ${factors()} ${visits()}
        <section class="card stack tight">
          <h2>${t('Nieuwe wachtzin en herstelcode')}</h2>
          <p>${t('Doe dit als iemand je woorden kan hebben gezien. De oude gelden daarna niet meer.')}</p>
          <p><button type="button" class="button" @click=${() => renew(app)}>${t('Maak nieuwe')}</button></p>
        </section>
        ${away()} ${notices()}
      </div>`,
  };
}

/** When I am away, and who covers. @param {import('./app.js').App} app */
function absencePart(app) {
  /** @type {import('../../client/staff/absences.js').Absence[]|null} */
  let own = null;
  const typed = { first: app.me.today, last: app.me.today, cover: '' };
  /** @type {string|null} */
  let error = null;
  const load = async () => {
    own ??= [];
    own = (await app.call(() => loadAbsences(app.me))).filter(({ member }) => member === app.me.key);
    app.update();
  };
  const failed = (/** @type {unknown} */ problem) => {
    error = sentenceFor(problem);
    app.update();
  };
  const act = async (/** @type {() => Promise<unknown>} */ does) => {
    error = null;
    try {
      await app.call(does);
      await load();
    } catch (problem) {
      failed(problem);
    }
  };
  const save = () => {
    if (typed.first === '' || typed.last < typed.first) {
      error = t('De laatste dag kan niet voor de eerste liggen. Er is niets bewaard.');
      app.update();
      return;
    }
    act(() => keepAbsence(app.me, { ...typed, cover: typed.cover === '' ? null : typed.cover }));
  };
  const day = (/** @type {'first'|'last'} */ key, /** @type {string} */ label) =>
    html`<div class="field">
      <label for=${`away-${key}`}>${label}</label>
      <input
        id=${`away-${key}`}
        type="date"
        autocomplete="off"
        .value=${typed[key]}
        @change=${(/** @type {Event} */ event) => {
          typed[key] = /** @type {HTMLInputElement} */ (event.target).value;
        }}
      />
    </div>`;
  const colleagues = () =>
    membersOf(app.me)
      .filter(({ active, role, id }) => active && role !== 'coordinator' && b64(id) !== app.me.key)
      .map(({ id, name }) => ({ key: b64(id), label: name }));
  const line = (/** @type {import('../../client/staff/absences.js').Absence} */ one) =>
    html`<li class="row spread">
      <span
        >${dayInWords(one.first, { weekday: false })} –
        ${dayInWords(one.last, { weekday: false })}${one.cover ? html`, ${t('{name} neemt over', { name: memberBy(app.me, one.cover)?.name ?? '' })}` : nothing}</span
      >
      <button type="button" class="button quiet small" @click=${() => act(() => removeAbsence(app.me, one.id))}>
        ${t('Verwijder')}
      </button>
    </li>`;
  return () => {
    if (own === null) load().catch(failed);
    return html`<section class="card stack tight">
      <h2>${t('Afwezig')}</h2>
      <p>${t('Collega’s zien het in de lijst, in je dossiers en als ze iemand toewijzen.')}</p>
      <ul class="people">
        ${(own ?? []).map(line)}
      </ul>
      <div class="two">${day('first', t('Eerste dag'))}${day('last', t('Laatste dag'))}</div>
      ${selectField({
        id: 'away-cover',
        label: t('Wie neemt over?'),
        value: typed.cover,
        empty: t('Niemand'),
        options: colleagues(),
        input: (key) => {
          typed.cover = key;
        },
      })}
      ${failure(error)}
      <div class="actions">${actionButton({ label: t('Bewaar de afwezigheid'), click: save, kind: '' })}</div>
    </section>`;
  };
}

/** Where the daily notice goes. @param {import('./app.js').App} app */
function noticePart(app) {
  /** @type {string|null} */
  let mail = null;
  /** @type {string|null} */
  let error = null;
  let asked = false;
  const load = async () => {
    asked = true;
    try {
      const { address } = await app.call(() => app.me.api.get('/staff/notice'));
      mail ??= address ?? '';
    } catch (problem) {
      error = sentenceFor(problem);
    }
    app.update();
  };
  const save = async () => {
    // An address that did not come is not one that was taken away.
    if (mail === null) return;
    error = null;
    try {
      await app.call(() => app.me.api.put('/staff/notice', { address: mail?.trim() ? mail.trim() : null }));
      say(mail?.trim() ? t('Het adres is bewaard.') : t('Je krijgt geen mail meer.'));
    } catch (problem) {
      error = sentenceFor(problem);
    }
    app.update();
  };
  return () => {
    if (!asked) load();
    return html`<section class="card stack tight">
      <h2>${t('Een mail als er iets is')}</h2>
      <p>
        ${t('Hoogstens één mail per dag, altijd met dezelfde woorden: er staat iets klaar. Nooit iets over een vraag.')}
      </p>
      ${lineField({
        id: 'notice-address',
        label: t('Mailadres'),
        hint: t('Laat leeg als je geen mail wilt.'),
        value: mail ?? '',
        input: (value) => {
          mail = value;
        },
      })}
      ${failure(error)}
      <div class="actions">${actionButton({ label: t('Bewaar het adres'), click: save, kind: '' })}</div>
    </section>`;
  };
}

/** @param {import('./app.js').App} app */
async function renew(app) {
  const sure = await ask({
    title: t('Een nieuwe wachtzin en herstelcode maken?'),
    text: html`<p>${t('Neem papier en een pen. Je noteert eerst zeven, dan elf woorden.')}</p>`,
    yes: t('Begin'),
  });
  if (!sure) return;
  const name = app.me.signInName || (await askName());
  if (name) renewScreens(app, name, (self) => self.reset(accountScreen));
}

/** @returns {Promise<string|null>} */
function askName() {
  return openDialog((close) => {
    const holder = document.createElement('div');
    let typed = '';
    const go = () => {
      if (typed.trim() !== '') close(typed);
    };
    render(
      html`<form class="stack" @submit=${submit(go)}>
        <h2 id="dialog-title">${t('Met welke naam meld je je aan?')}</h2>
        ${lineField({
          id: 'renew-name',
          label: t('Naam waarmee je je aanmeldt'),
          value: typed,
          input: (value) => {
            typed = value;
          },
        })}
        <div class="actions">
          <button type="button" class="button" @click=${() => close(null)}>${t('Terug')}</button
          ><button type="submit" class="button primary">${t('Ga verder')}</button>
        </div>
      </form>`,
      holder,
    );
    return html`${holder}`;
  });
}
