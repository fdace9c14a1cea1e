/**
 * The first facilitator sets up the advice point: every key of the organisation is made in this browser.
 * @module pages/staff-setup
 */

import { api } from '../client/api.js';
import { loadPortal } from '../client/staff/member.js';
import { finishSetup, prepareSetup } from '../client/staff/enrolment.js';
import { fingerprint, toWords } from '../crypto/words.js';
import { startPage } from '../ui/page.js';
import { address, t } from '../ui/texts.js';
import { html, icon, notice } from '../ui/view.js';
import { App } from './staff/app.js';
import { newMemberForm } from './staff/new-member.js';
import { passphraseToNote, recoveryToNote } from './staff/signin.js';
import { secondFactorScreen } from './staff/steps.js';
import { archiveKeyToNote, noteWords } from './staff/words.js';

/** @typedef {import('../client/staff/enrolment.js').SetupPlan} SetupPlan */

startPage(async (main) => {
  const token = takeToken();
  const app = new App(main, await loadPortal(api));
  if (app.portal.org.ready) app.reset(alreadyDone);
  else if (token === '') app.reset(noLink);
  else app.reset((self) => welcome(self, token));
});

/** The one-time link carries its token behind the #; it leaves the address bar at once. */
function takeToken() {
  const token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return token;
}

function alreadyDone() {
  return {
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('Dit adviespunt is al ingericht')}</h1>
        <p>${t('De link waarmee je kwam, werkte één keer. Nieuwe medewerkers nodigt een facilitator uit.')}</p>
        <p><a class="button primary" href=${address('/staff')}>${t('Naar het aanmelden')}</a></p>
      </div>`,
  };
}

function noLink() {
  return {
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('Hiervoor heb je een link nodig')}</h1>
        <p>
          ${t('De systeembeheerder krijgt bij het installeren één link om het adviespunt in te richten. Open die link volledig, met alles achter het hekje (#).')}
        </p>
      </div>`,
  };
}

/** @param {App} app @param {string} token @returns {import('./staff/app.js').Screen} */
function welcome(app, token) {
  const form = newMemberForm(app, async (answers) => {
    const plan = await prepareSetup(app.portal, answers);
    noteAll(app, plan, token);
  });
  return {
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('Richt het adviespunt in')}</h1>
        <p class="lead">${t('Je wordt de eerste facilitator van {name}.', { name: app.portal.org.name })}</p>
        <p>${t('Wat er nu gebeurt, duurt ongeveer een kwartier:')}</p>
        <ol>
          <li>${t('Je krijgt een wachtzin en een herstelcode voor jezelf.')}</li>
          <li>
            ${t('Je krijgt twee reeksen van 21 woorden voor de organisatie: de herstelsleutel en de archiefsleutel. Die bestaan alleen op papier.')}
          </li>
          <li>${t('Je kiest een tweede factor: een passkey of codes op je telefoon.')}</li>
        </ol>
        ${notice('warn', html`<p>${t('Leg vier bladen papier en een pen klaar. Doe dit alleen, op een toestel dat je vertrouwt, en maak geen foto van de woorden.')}</p>`)}
        ${form()}
      </div>`,
  };
}

/**
 * One set of words after the other; only then the second factor.
 * @param {App} app @param {SetupPlan} plan @param {string} token
 */
async function noteAll(app, plan, token) {
  const words = app.portal.words;
  const sheets = [
    passphraseToNote(plan.passphrase),
    recoveryToNote(await toWords(words, plan.recovery)),
    recoveryKeyToNote(await toWords(words, plan.recoveryKeySeed)),
    archiveKeyToNote(await toWords(words, plan.archiveSeed), plan.archiveYear),
  ];
  const next = (/** @type {number} */ index) => {
    const sheet = sheets[index];
    if (sheet === undefined) scan(app, plan, token);
    else {
      app.reset(() =>
        noteWords(
          app,
          {
            ...sheet,
            title: t('{title} (blad {n} van {all})', { title: sheet.title, n: index + 1, all: sheets.length }),
          },
          () => next(index + 1),
        ),
      );
    }
  };
  next(0);
}

/** @param {string} words */
function recoveryKeyToNote(words) {
  return {
    title: t('De herstelsleutel van de organisatie'),
    text: html`<p>
        ${t('Met deze 21 woorden worden facilitatoren aangesteld en ontslagen. Je hebt ze nodig om een tweede facilitator aan te stellen.')}
      </p>
      <p>${t('Bewaar ze in een kluis, apart van de server en apart van de archiefsleutel.')}</p>`,
    words,
    warning: t('Gaan deze woorden verloren, dan kan niemand nog een facilitator aanstellen.'),
  };
}

/** @param {App} app @param {SetupPlan} plan @param {string} token */
function scan(app, plan, token) {
  app.reset((self) =>
    secondFactorScreen(
      self,
      () => self.portal.api.post('/setup/second-factor', { token }),
      (proof) => finish(self, plan, token, proof),
    ),
  );
}

/** @param {App} app @param {SetupPlan} plan @param {string} token @param {import('../client/staff/enrolment.js').FirstProof} proof */
async function finish(app, plan, token, proof) {
  await finishSetup(app.portal, plan, token, proof);
  const words = await fingerprint(app.portal.words, plan.organisation.publicKey);
  app.reset(() => ready(words));
}

/** @param {string} words */
function ready(words) {
  return {
    render: () =>
      html`<div class="stack narrow">
        <h1>${icon('circle-check')} ${t('Het adviespunt is ingericht')}</h1>
        <p>
          ${t('Dit is het kenmerk van je organisatie. Zet deze zes woorden op de affiche en op het intranet: zo kan iedereen nagaan dat dit het echte adviespunt is.')}
        </p>
        <p class="words fingerprint">${words}</p>
        ${notice('info', html`<p>${t('Nodig nu een tweede facilitator uit. Vragen stellen kan pas als er twee zijn.')}</p>`)}
        <p><a class="button primary big" href=${address('/staff')}>${t('Meld je aan')}</a></p>
      </div>`,
  };
}
