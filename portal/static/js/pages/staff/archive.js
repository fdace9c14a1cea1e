/**
 * Archiving a year: what is ready, what stays, and what was archived before.
 * @module pages/staff/archive
 */

import { fromB64 } from '../../crypto/bytes.js';
import { caseName } from '../../crypto/words.js';
import { ask } from '../../ui/dialogs.js';
import { actionButton, tickField } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { dayInWords, t, tn } from '../../ui/texts.js';
import { html, icon, nothing, notice } from '../../ui/view.js';
import { failure, waiting } from './app.js';
import { archiveKeyPart, archiveWordsOf } from './archive-key.js';
import { caseScreen } from './case.js';
import { sentenceFor } from './problems.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {{id: string, year: number, archive_key: string, step: string, day: string, cases: number, file: string|null, hash: string|null}} Past
 * @typedef {{year: number, starts: string, presented: string|null, ready: string[], open: string[], waiting: string[], others: number, past: Past[]}} Outlook
 */

/** @type {import('./app.js').MakeScreen} */
export const archiveScreen = (app) => new ArchivePage(app);

class ArchivePage {
  tab = 'figures';

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.year = Number(app.me.today.slice(0, 4)) - 1;
    /** @type {Outlook|null} */
    this.outlook = null;
    /** @type {Map<string, string>} */
    this.names = new Map();
    /** @type {Set<string>} */
    this.carried = new Set();
    /** @type {(key: string) => string} */
    this.opensWith = () => '';
    /** @type {string|null} */
    this.error = null;
    this.busy = false;
  }

  shown() {
    this.load();
  }

  draw() {
    if (this.app.screen === this) this.app.update();
  }

  async load() {
    try {
      this.outlook = await this.app.call(() => this.app.me.api.get(`/archive?year=${this.year}`));
      // Every version of the staff list is read for it: only where there is a file to name.
      if (this.outlook?.past.length) this.opensWith = await archiveWordsOf(this.app);
      for (const key of this.outlook?.open ?? []) {
        this.names.set(key, await caseName(this.app.portal.words, fromB64(key, 16)));
      }
    } catch (problem) {
      this.error = sentenceFor(problem);
    }
    this.draw();
  }

  /** @param {() => Promise<unknown>} act @param {string} done */
  async act(act, done) {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    this.draw();
    try {
      await this.app.call(act);
      say(done);
    } catch (problem) {
      this.error = sentenceFor(problem);
    }
    this.busy = false;
    await this.load();
  }

  render() {
    return html`<div class="stack narrow">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${() => this.app.back()}>
          ${icon('arrow-left')}${t('Terug naar de cijfers')}
        </button>
      </p>
      <h1>${t('Archiveer {year}', { year: this.year })}</h1>
      <div class="row">
        <button type="button" class="button small" @click=${() => this.turn(-1)}>${t('Vorig jaar')}</button
        ><button type="button" class="button small" @click=${() => this.turn(1)}>${t('Volgend jaar')}</button>
      </div>
      ${failure(this.error)}
      ${this.outlook === null ? (this.error ? nothing : waiting(t('Even geduld…'))) : this.body(this.outlook)}
    </div>`;
  }

  /** @param {number} step */
  turn(step) {
    this.year += step;
    this.outlook = null;
    this.carried.clear();
    this.load();
  }

  /** @param {Outlook} outlook */
  body(outlook) {
    return html` <p>
        ${t('Wat je archiveert, gaat in één bestand dat alleen met de archiefwoorden opengaat. Daarna worden de sleutels op de server vernietigd: niemand leest die dossiers hier nog.')}
      </p>
      ${outlook.presented ? html`<p>${t('Het jaarverslag is voorgesteld op {day}.', { day: dayInWords(outlook.presented, { year: true }) })}</p>` : notice('warn', html`<p>${t('Het jaarverslag van {year} is nog niet voorgesteld. Archiveren kan pas daarna.', { year: this.year })}</p>`)}
      ${
        this.app.me.today < outlook.starts
          ? notice(
              'info',
              html`<p>
                ${t('De vraagstellers van {year} zien dat hun vraag vanaf {day} naar het archief kan. Tot dan blijft ze hier.', { year: this.year, day: dayInWords(outlook.starts, { year: true }) })}
              </p>`,
            )
          : nothing
      }
      <dl class="facts">
        <dt>${t('Klaar om te archiveren')}</dt>
        <dd>${outlook.ready.length}</dd>
        <dt>${t('Volgt later')}</dt>
        <dd>
          ${outlook.waiting.length}
          <small class="muted"
            >${t('korter dan 60 dagen afgesloten, of korter dan een jaar en nog niet gelezen door de vraagsteller')}</small
          >
        </dd>
        <dt>${t('Loopt nog')}</dt>
        <dd>${outlook.open.length}</dd>
        ${
          outlook.others > 0
            ? html`<dt>${t('Dossiers zonder jou')}</dt>
                <dd>${outlook.others} <small class="muted">${t('een andere facilitator ziet die')}</small></dd>`
            : nothing
        }
      </dl>
      ${outlook.open.length > 0 ? this.openCases(outlook) : nothing}
      ${outlook.ready.length === 0 ? html`<p class="muted">${t('Er is nu niets te archiveren.')}</p>` : this.archiveButton(outlook)}
      ${this.past(outlook.past)}${archiveKeyPart(this.app, archiveScreen)}`;
  }

  /** @param {Outlook} outlook */
  archiveButton(outlook) {
    return html`<div class="actions">
      ${actionButton({ label: html`${icon('archive')}${tn('Archiveer {n} dossier', 'Archiveer {n} dossiers', outlook.ready.length)}`, busyLabel: t('Wordt gearchiveerd…'), busy: this.busy, kind: 'danger primary', disabled: outlook.presented === null || outlook.open.some((key) => !this.carried.has(key)), click: () => this.archive(outlook) })}
    </div>`;
  }

  /** @param {Outlook} outlook */
  openCases({ open }) {
    return html`<section class="stack tight">
      <h2>${t('Lopende dossiers')}</h2>
      <p>${t('Sluit ze af, of duid aan dat ze overgaan naar het volgende jaar.')}</p>
      ${open.map(
        (key) =>
          html`<div class="row">
            ${tickField({
              id: `carry-${key}`,
              label: this.names.get(key) ?? '',
              text: t('gaat over naar volgend jaar'),
              checked: this.carried.has(key),
              change: (on) => {
                this.carried[on ? 'add' : 'delete'](key);
                this.draw();
              },
            })}<button
              type="button"
              class="button small"
              @click=${() => this.app.open(caseScreen(key, this.names.get(key) ?? ''))}
            >
              ${t('Open')}
            </button>
          </div>`,
      )}
    </section>`;
  }

  /** @param {Outlook} outlook */
  async archive({ ready }) {
    const sure = await ask({
      title: tn('{n} dossier van {year} archiveren?', '{n} dossiers van {year} archiveren?', ready.length, {
        year: this.year,
      }),
      text: html`<p>
          ${t('Daarna opent alleen wie de archiefwoorden heeft deze dossiers nog, op een toestel zonder portaal. Dit kun je niet ongedaan maken.')}
        </p>
        <p>${t('Zeker dat de archiefwoorden veilig op papier staan?')}</p>`,
      yes: t('Archiveer'),
      danger: true,
    });
    if (sure) {
      await this.act(
        () => this.app.me.api.post('/archive', { year: this.year, carry: [...this.carried] }),
        t('Het archief is gemaakt.'),
      );
    }
  }

  /** @param {Past[]} past */
  past(past) {
    if (past.length === 0) return nothing;
    return html`<section class="stack tight">
      <h2>${t('Gemaakte archieven')}</h2>
      <ul class="cards">
        ${past.map(
          (one) =>
            html`<li class="card stack tight">
              <div class="row spread">
                <strong>${one.year}</strong
                ><span
                  >${tn('{n} dossier', '{n} dossiers', one.cases)},
                  ${dayInWords(one.day, { weekday: false, year: true })}</span
                >
              </div>
              ${one.file ? html`<p class="words small">${one.file}</p>` : nothing}
              <p>${this.opensWith(one.archive_key)}</p>
              ${one.hash ? html`<p class="hint">${t('Kenmerk van het bestand:')} <span class="words">${one.hash}</span></p>` : nothing}
              ${howFar(one.step)}
              ${['collected', 'written'].includes(one.step) ? html`<p><button type="button" class="button small" @click=${() => this.act(() => this.app.me.api.del(`/archive/${one.id}`), t('De dossiers zijn terug.'))}>${t('Maak ongedaan')}</button></p>` : nothing}
            </li>`,
        )}
      </ul>
      <p class="hint">${t('De systeembeheerder geeft je het bestand van de server.')}</p>
    </section>`;
  }
}

/** @param {string} step */
function howFar(step) {
  if (step === 'done') return nothing;
  if (step === 'destroyed') return html`<p>${t('Dit archief is vernietigd.')}</p>`;
  return html`<p>${t('Nog bezig. De server maakt het af.')}</p>`;
}
