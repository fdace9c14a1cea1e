/**
 * Where I am signed in: the server knows the day, and neither the time nor the place.
 * @module pages/staff/visits
 */

import { say } from '../../ui/live.js';
import { dayInWords, t } from '../../ui/texts.js';
import { html, nothing } from '../../ui/view.js';
import { failure } from './app.js';
import { sentenceFor } from './problems.js';

/** @typedef {{handle: string, this: boolean, day: string}} Visit */

/** @param {import('./app.js').App} app @returns {() => import('./app.js').Content} */
export function visitsPart(app) {
  /** @type {Visit[]|null} */
  let visits = null;
  /** @type {string|null} */
  let error = null;
  const load = async () => {
    visits ??= [];
    visits = (await app.call(() => app.me.api.get('/sessions'))).sessions;
    app.update();
  };
  const end = async (/** @type {string} */ path, /** @type {string} */ done) => {
    error = null;
    try {
      await app.call(() => app.me.api.del(path));
      say(done);
      await load();
    } catch (problem) {
      error = sentenceFor(problem);
      app.update();
    }
  };
  const row = (/** @type {Visit} */ visit) =>
    html`<li class="row spread">
      <span>
        ${visit.this ? t('Deze browser') : t('Een andere browser')}
        <small>${t('aangemeld op {day}', { day: dayInWords(visit.day, { weekday: false }) })}</small>
      </span>
      ${visit.this ? nothing : html`<button type="button" class="button quiet small" @click=${() => end(`/sessions/${visit.handle}`, t('Die browser is afgemeld.'))}>${t('Meld daar af')}</button>`}
    </li>`;
  return () => {
    if (visits === null) {
      // An empty list would say that nobody else is signed in.
      load().catch((problem) => {
        error = sentenceFor(problem);
        app.update();
      });
    }
    const known = [...(visits ?? [])].sort((one, other) => Number(other.this) - Number(one.this));
    return html`<section class="card stack tight">
      <h2>${t('Waar ben je aangemeld?')}</h2>
      <ul class="people">
        ${known.map(row)}
      </ul>
      ${failure(error)}
      ${
        known.length < 3
          ? nothing
          : html`<p>
              <button
                type="button"
                class="button"
                @click=${() => end('/sessions', t('Je bent overal elders afgemeld.'))}
              >
                ${t('Meld me overal elders af')}
              </button>
            </p>`
      }
      <p class="hint">${t('Herken je er een niet? Meld ze af en maak hieronder een nieuwe wachtzin.')}</p>
    </section>`;
  };
}
