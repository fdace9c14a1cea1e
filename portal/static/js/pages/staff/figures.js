/**
 * The figures for a facilitator: worked out here, from the register that only facilitators open.
 * @module pages/staff/figures
 */

import { numbersFrom, publishNumbers } from '../../client/statistics/aggregates.js';
import { t } from '../../ui/texts.js';
import { html, icon, nothing, notice } from '../../ui/view.js';
import { Figures } from '../reports/view.js';
import { yearScreen } from '../reports/year.js';
import { failure, waiting } from './app.js';
import { archiveScreen } from './archive.js';
import { sentenceFor } from './problems.js';
import { registerOf } from './opened.js';

/** @type {import('./app.js').MakeScreen} */
export const figuresScreen = (app) => figures(app, null);

/** Straight to the report of a year. @param {number} year @returns {import('./app.js').MakeScreen} */
export const reportOf = (year) => (app) => figures(app, year);

/** @param {import('./app.js').App} app @param {number|null} year @returns {import('./app.js').Screen} */
function figures(app, year) {
  const draw = () => {
    if (app.screen === screen) app.update();
  };
  const charts = new Figures(app.me.portal.org, draw);
  /** @type {import('../../client/statistics/aggregates.js').Numbers|null} */
  let numbers = null;
  /** @type {string|null} */
  let error = null;
  let refused = 0;
  let damaged = false;
  /** @type {{done: number, all: number}|null} */
  let progress = null;

  const load = async () => {
    try {
      const register = await registerOf(app);
      const lines = await app.call(() =>
        register.loadAll((now) => {
          progress = now;
          draw();
        }),
      );
      ({ refused, damaged } = register);
      numbers = await numbersFrom(app.me, lines);
      draw();
      if (year !== null) app.open(yearScreen(numbers, year));
      await publishNumbers(app.me, numbers);
    } catch (problem) {
      error = sentenceFor(problem);
    }
    draw();
  };
  /** @type {import('./app.js').Screen} */
  const screen = {
    tab: 'figures',
    shown: () => {
      if (numbers === null) load();
    },
    render: () =>
      html`<div class="stack">
        <div class="row spread">
          <h1>${t('Cijfers')}</h1>
          <div class="row">
            ${numbers ? html`<button type="button" class="button" @click=${() => app.open(yearScreen(/** @type {any} */ (numbers)))}>${icon('file-text')}${t('Jaarverslag')}</button>` : nothing}
            <button type="button" class="button" @click=${() => app.open(archiveScreen)}>
              ${icon('archive')}${t('Archief')}
            </button>
          </div>
        </div>
        <p class="hint">
          ${t('Alles wordt in deze browser berekend. De server ziet geen enkel cijfer over de inhoud.')}
        </p>
        ${failure(error)}
        ${refused > 0 ? notice('warn', html`<p>${t('{n} regels van het register kloppen niet en tellen niet mee.', { n: refused })}</p>`) : nothing}
        ${damaged ? notice('warn', html`<p>${t('De samenvatting van het register die de server gaf, klopte niet. Alles is opnieuw geopend en nageteld; de cijfers hieronder zijn juist. Verwittig de systeembeheerder.')}</p>`) : nothing}
        ${numbers ? charts.render(numbers) : error ? nothing : waiting(t('Het register wordt geopend…'), progress)}
      </div>`,
  };
  return screen;
}
