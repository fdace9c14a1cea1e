/**
 * Somebody invited joins: the words they got by hand prove whose organisation this is, and to the facilitator who they are.
 * @module pages/staff-join
 */

import { api, ApiError } from '../client/api.js';
import { loadPortal } from '../client/staff/member.js';
import { finishJoining, openInvitation, prepareMember } from '../client/staff/enrolment.js';
import { fromWords, toWords } from '../crypto/words.js';
import { actionButton, areaField } from '../ui/fields.js';
import { startPage } from '../ui/page.js';
import { address, t } from '../ui/texts.js';
import { html, icon, notice } from '../ui/view.js';
import { App } from './staff/app.js';
import { roleName } from './staff/labels.js';
import { newMemberForm } from './staff/new-member.js';
import { sentenceFor } from './staff/problems.js';
import { passphraseToNote, recoveryToNote } from './staff/signin.js';
import { secondFactorScreen } from './staff/steps.js';
import { noteWords, submit } from './staff/words.js';

/**
 * @typedef {import('../client/staff/enrolment.js').Invitation} Invitation
 * @typedef {import('../client/staff/enrolment.js').NewKeys} NewKeys
 */

startPage(async (main) => {
  const app = new App(main, await loadPortal(api));
  app.reset(codeScreen);
});

/** @type {import('./staff/app.js').MakeScreen} */
function codeScreen(app) {
  let typed = '';
  let busy = false;
  /** @type {string|null} */
  let error = null;
  const go = async () => {
    if (busy) return;
    busy = true;
    error = null;
    app.update();
    try {
      const code = await fromWords(app.portal.words, typed, 16);
      const invitation = await openInvitation(app.portal, code);
      app.reset((self) => offerScreen(self, invitation));
    } catch (problem) {
      error = whyNot(problem);
    }
    busy = false;
    app.update();
  };
  return {
    render: () =>
      html`<form class="stack narrow" @submit=${submit(go)}>
        <h1>${t('Je bent uitgenodigd')}</h1>
        <p class="lead">${t('Je kreeg van een facilitator elf woorden. Typ ze hier, in hun volgorde.')}</p>
        ${areaField({
          id: 'invite-words',
          label: t('De elf woorden van je uitnodiging'),
          value: typed,
          rows: 3,
          error,
          input: (value) => {
            typed = value;
          },
        })}
        <div class="actions">
          ${actionButton({ label: t('Ga verder'), busyLabel: t('Even geduld…'), busy, click: go, type: 'submit', kind: 'primary big' })}
        </div>
      </form>`,
  };
}

/** @param {unknown} problem */
function whyNot(problem) {
  if (problem instanceof ApiError && problem.status === 404) {
    return t('Er is geen open uitnodiging met deze woorden. Vraag de facilitator om een nieuwe.');
  }
  if (problem instanceof ApiError) return sentenceFor(problem);
  const reason = /** @type {any} */ (problem)?.reason;
  if (reason === 'length') return t('Het zijn er geen elf. Kijk na of er een woord ontbreekt.');
  if (reason === 'word') {
    return t('Woord {n} staat niet in de lijst. Kijk na hoe het gespeld is.', {
      n: Number(/** @type {any} */ (problem).cause) + 1,
    });
  }
  if (reason === 'check') return t('De woorden passen niet bij elkaar. Kijk de volgorde na.');
  return t(
    'Deze uitnodiging is niet te vertrouwen: wat de server geeft, past niet bij je woorden. Ga niet verder en verwittig de facilitator.',
  );
}

/** @param {App} app @param {Invitation} invitation @returns {import('./staff/app.js').Screen} */
function offerScreen(app, invitation) {
  const form = newMemberForm(
    app,
    async (answers) => {
      const keys = await prepareMember(app.portal, answers.signInName);
      const recovery = await toWords(app.portal.words, keys.recovery);
      app.reset(() =>
        noteWords(app, passphraseToNote(keys.passphrase), () => {
          app.reset(() => noteWords(app, recoveryToNote(recovery), () => scan(app, invitation, keys)));
        }),
      );
    },
    invitation,
  );
  return {
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('Welkom, {name}', { name: invitation.name })}</h1>
        ${notice('good', html`<p>${t('De uitnodiging klopt: ze komt van {organisation}.', { organisation: app.portal.org.name })}</p>`)}
        <dl class="facts">
          <dt>${t('Rol')}</dt>
          <dd>${roleName(invitation.role)}</dd>
          <dt>${t('Functie')}</dt>
          <dd>${invitation.function}</dd>
        </dl>
        <p>${t('Is dit niet wat je verwacht? Stop dan hier en spreek de facilitator aan.')}</p>
        <p>${t('Leg papier en een pen klaar: je krijgt een wachtzin en een herstelcode.')}</p>
        ${form()}
      </div>`,
  };
}

/** @param {App} app @param {Invitation} invitation @param {NewKeys} keys */
function scan(app, invitation, keys) {
  app.reset((self) =>
    secondFactorScreen(
      self,
      () => self.portal.api.post(`/invitations/${invitation.key}/second-factor`, {}),
      async (proof) => {
        await finishJoining(self.portal, invitation, keys, proof);
        self.reset(waitScreen);
      },
    ),
  );
}

function waitScreen() {
  return {
    render: () =>
      html`<div class="stack narrow">
        <h1>${icon('circle-check')} ${t('Je gegevens zijn verstuurd')}</h1>
        <p>
          ${t('De facilitator die je uitnodigde, kijkt na dat jij het bent en zet je toegang aan. Laat weten dat je klaar bent.')}
        </p>
        <p>${t('Daarna meld je je aan met je naam, je wachtzin en je tweede factor.')}</p>
        <p><a class="button" href=${address('/staff')}>${t('Naar het aanmelden')}</a></p>
      </div>`,
  };
}
