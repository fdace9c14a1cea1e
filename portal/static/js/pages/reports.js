/**
 * The coordinator's page: figures and the yearly report, no case.
 * @module pages/reports
 */

import { api } from '../client/api.js';
import { openNumbers } from '../client/statistics/aggregates.js';
import { watchIdle } from '../client/session.js';
import { loadPortal, rememberDirectory, resume, signOut } from '../client/staff/member.js';
import { keepFresh } from '../client/staff/directory.js';
import { startPage } from '../ui/page.js';
import { address, t } from '../ui/texts.js';
import { html, icon, nothing, notice } from '../ui/view.js';
import { Figures } from './reports/view.js';
import { reportDue, yearScreen } from './reports/year.js';
import { accountScreen } from './staff/account.js';
import { App, failure, waiting } from './staff/app.js';
import { sentenceFor } from './staff/problems.js';
import { signInAgain, signInScreen } from './staff/signin.js';

startPage(async (main) => {
  const app = new App(main, await loadPortal(api));
  let watching = () => {};
  app.signInAgain = (again) => signInAgain(app, again);
  app.signOut = async () => {
    watching();
    await signOut(app.session, api);
    location.replace(address('/reports'));
  };
  const enter = () => {
    watching = watchIdle(api, () => void app.goIdle());
    app.tabs = [
      { key: 'figures', label: t('Cijfers'), icon: 'chart-column', open: reportsScreen },
      { key: 'account', label: t('Mijn toegang'), icon: 'key-round', open: accountScreen },
    ];
    app.reset(reportsScreen);
    rememberDirectory(app.me)
      .then(() => keepFresh(app.me))
      .catch(() => undefined);
  };
  app.session = await resume(app.portal).catch(() => null);
  if (app.session === null) app.reset(signInScreen(enter));
  else enter();
});

/** @type {import('./staff/app.js').MakeScreen} */
function reportsScreen(app) {
  const figures = new Figures(app.me.portal.org, () => app.update());
  /** @type {import('../client/statistics/aggregates.js').Numbers|null|undefined} undefined: not fetched yet */
  let numbers;
  /** @type {string|null} */
  let error = null;
  const allowed = app.me.role === 'coordinator' || app.me.role === 'facilitator';
  const load = async () => {
    try {
      numbers = await app.call(() => openNumbers(app.me));
    } catch (problem) {
      error = sentenceFor(problem);
    }
    app.banner = await reportDue(app, (year) => numbers && app.open(yearScreen(numbers, year))).catch(() => nothing);
    app.update();
  };
  const body = () => {
    if (!allowed) {
      return notice('info', html`<p>${t('De cijfers zijn voor facilitatoren en de integriteitscoördinator.')}</p>`);
    }
    if (error) return nothing;
    if (numbers === undefined) return waiting(t('De cijfers worden opgehaald…'));
    if (numbers === null) {
      return html`<div class="card empty stack tight">
        ${icon('chart-column')}
        <h2>${t('Er zijn nog geen cijfers')}</h2>
        <p>${t('Ze verschijnen zodra een facilitator zich heeft aangemeld.')}</p>
      </div>`;
    }
    return figures.render(numbers);
  };
  return {
    tab: 'figures',
    shown: () => {
      if (numbers === undefined && allowed) load();
    },
    render: () =>
      html`<div class="stack">
        <div class="row spread">
          <h1>${t('Cijfers en jaarverslag')}</h1>
          ${numbers ? html`<button type="button" class="button" @click=${() => app.open(yearScreen(/** @type {any} */ (numbers)))}>${icon('file-text')}${t('Jaarverslag')}</button>` : nothing}
        </div>
        ${numbers?.author ? html`<p class="hint">${t('Berekend en ondertekend door {name}.', { name: numbers.author })}</p>` : nothing}
        ${failure(error)} ${body()}
      </div>`,
  };
}
