/**
 * The staff pages: signing in, and then everything on one address.
 * @module pages/staff
 */

import { api, ApiError } from '../client/api.js';
import { watchIdle } from '../client/session.js';
import { loadPortal, resume, signOut, StaffRefused } from '../client/staff/member.js';
import { ProtocolError } from '../crypto/errors.js';
import { guardUnsent } from '../ui/leave.js';
import { startPage } from '../ui/page.js';
import { address, t } from '../ui/texts.js';
import { html } from '../ui/view.js';
import { accountScreen } from './staff/account.js';
import { App } from './staff/app.js';
import { isBegun } from './staff/compose.js';
import { startHousekeeping } from './staff/housekeeping.js';
import { posterScreen } from './staff/poster.js';
import { queueScreen } from './staff/queue.js';
import { figuresScreen } from './staff/figures.js';
import { signInAgain, signInScreen } from './staff/signin.js';
import { teamScreen } from './staff/team.js';

startPage(async (main) => {
  const app = new App(main, await loadPortal(api));
  let watching = () => {};
  app.signInAgain = async (again) => {
    const done = await signInAgain(app, again);
    watching();
    watching = watchIdle(api, () => void app.goIdle());
    return done;
  };
  app.signOut = () => {
    watching();
    leave(app);
  };
  guardUnsent(() => app.screen?.unsent?.() === true || isBegun(app));
  const enter = () => {
    watching();
    watching = watchIdle(api, () => void app.goIdle());
    home(app);
  };
  await begin(app, enter);
});

/** @param {App} app @param {() => void} enter */
async function begin(app, enter) {
  if (!app.portal.org.ready) {
    app.reset(notSetUp);
    return;
  }
  try {
    app.session = await resume(app.portal);
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof ProtocolError || error instanceof StaffRefused)) throw error;
    app.reset(signInScreen(enter, whyNotResumed(error)));
    return;
  }
  if (app.session === null) app.reset(signInScreen(enter));
  else enter();
}

/** @param {Error} error */
function whyNotResumed(error) {
  if (error instanceof ApiError) return t('Meld je opnieuw aan.');
  return t(
    'De lijst van medewerkers die de server geeft, klopt niet met wat je eerder zag. Verwittig een collega voor je verdergaat.',
  );
}

/** What somebody sees first, by role. @param {App} app */
function home(app) {
  const { role } = app.me;
  app.tabs = [];
  if (role !== 'coordinator') app.tabs.push({ key: 'queue', label: t('Vragen'), icon: 'inbox', open: queueScreen });
  if (role === 'facilitator') {
    app.tabs.push({ key: 'team', label: t('Medewerkers'), icon: 'users', open: teamScreen });
    app.tabs.push({ key: 'poster', label: t('Affiche'), icon: 'printer', open: posterScreen });
    app.tabs.push({ key: 'figures', label: t('Cijfers'), icon: 'chart-column', open: figuresScreen });
  }
  app.tabs.push({ key: 'account', label: t('Mijn toegang'), icon: 'key-round', open: accountScreen });
  app.reset(role === 'coordinator' ? toReports : queueScreen);
  startHousekeeping(app);
}

/** @type {import('./staff/app.js').MakeScreen} */
function toReports() {
  return {
    tab: 'reports',
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('Cijfers en jaarverslag')}</h1>
        <p>${t('Als integriteitscoördinator zie je geen dossiers, wel de cijfers.')}</p>
        <p><a class="button primary" href=${address('/reports')}>${t('Naar de cijfers')}</a></p>
      </div>`,
  };
}

function notSetUp() {
  return {
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('Dit adviespunt is nog niet ingericht')}</h1>
        <p>${t('De systeembeheerder kreeg bij het installeren een link waarmee de eerste facilitator dat doet.')}</p>
      </div>`,
  };
}

/** @param {App} app */
async function leave(app) {
  await signOut(app.session, api);
  // A fresh document: nothing of what was opened stays in memory.
  location.replace(address('/staff'));
}
