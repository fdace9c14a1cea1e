/**
 * The yearly report: numbers only, and none that could point at somebody.
 * @module pages/reports/year
 */

import {
  groupKey,
  listReports,
  NONE,
  openReport,
  recordPresentation,
  reportNumbers,
  sameNumbers,
  signReport,
} from '../../client/statistics/report.js';
import { riskClass, withYear } from '../../client/statistics/statistics.js';
import { SMALLEST_SHOWN } from '../../client/statistics/suppression.js';
import { ask } from '../../ui/dialogs.js';
import { actionButton } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { dayInWords, language, t } from '../../ui/texts.js';
import { html, icon, nothing, notice } from '../../ui/view.js';
import { plainTable } from './charts.js';
import { give, reportCsv, reportPdf } from './files.js';
import { inDays } from './view.js';
import { failure, waiting } from '../staff/app.js';
import { labelOf, outcomeName } from '../staff/labels.js';
import { sentenceFor } from '../staff/problems.js';

/**
 * @typedef {import('../staff/app.js').App} App
 * @typedef {import('../../client/statistics/aggregates.js').Numbers} Numbers
 * @typedef {import('../../client/statistics/report.js').ReportNumbers} ReportNumbers
 * @typedef {import('../../client/statistics/report.js').SignedReport} SignedReport
 * @typedef {import('../../client/statistics/report.js').Cells} Cells
 */

/** @typedef {{title: string, head: string[], rows: (string|number)[][]}} Part */

/** @param {Numbers} numbers @param {number|null} [year] @returns {import('../staff/app.js').MakeScreen} */
export function yearScreen(numbers, year = null) {
  return (app) => new YearPage(app, numbers, year);
}

class YearPage {
  tab = 'figures';

  /** @param {App} app @param {Numbers} numbers @param {number|null} year */
  constructor(app, numbers, year) {
    this.app = app;
    // The one that is asked for may have no question at all.
    this.numbers = year === null ? numbers : withYear(numbers, year);
    const past = numbers.years.map((one) => one.year).filter((one) => one < this.thisYear);
    this.year = year ?? past.at(-1) ?? this.thisYear;
    /** @type {Map<number, SignedReport|null>} */
    this.signed = new Map();
    /** @type {string|null} */
    this.error = null;
    this.busy = false;
    this.presented = app.me.today;
    this.load();
  }

  get thisYear() {
    return Number(this.numbers.day.slice(0, 4));
  }

  draw() {
    if (this.app.screen === this) this.app.update();
  }

  async load() {
    const { year } = this;
    try {
      this.signed.set(year, await this.app.call(() => openReport(this.app.me, year)));
      this.error = null;
    } catch (problem) {
      this.error =
        problem instanceof Error && problem.name !== 'ApiError'
          ? t('Het verslag dat de server geeft, is niet door een facilitator ondertekend. Verwittig je collega’s.')
          : sentenceFor(problem);
    }
    this.draw();
  }

  /** @param {number} year */
  choose(year) {
    this.year = year;
    if (!this.signed.has(year)) this.load();
    this.draw();
  }

  /** @param {() => Promise<unknown>} act @param {string} done */
  async act(act, done) {
    this.busy = true;
    this.error = null;
    this.draw();
    try {
      await this.app.call(act);
      say(done);
      await this.load();
    } catch (problem) {
      this.error = sentenceFor(problem);
    }
    this.busy = false;
    this.draw();
  }

  render() {
    const own = this.numbers.years.find((one) => one.year === this.year);
    const signed = this.signed.get(this.year);
    const shown = signed?.numbers ?? (own ? reportNumbers(this.app.me.portal.org, own) : null);
    return html`<div class="stack">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${() => this.app.back()}>
          ${icon('arrow-left')}${t('Terug naar de cijfers')}
        </button>
      </p>
      ${failure(this.error)}
      <div class="row spread no-print">
        <div class="segments" role="group" aria-label=${t('Jaar')}>
          ${this.numbers.years.map(({ year }) => html`<button type="button" class="segment" aria-pressed=${String(year === this.year)} @click=${() => this.choose(year)}>${year}</button>`)}
        </div>
        ${shown ? this.tools(signed ?? null) : nothing}
      </div>
      ${
        shown === null
          ? html`<h1>${t('Jaarverslag')}</h1>
              <p>${t('Er zijn nog geen cijfers.')}</p>`
          : signed === undefined && !this.error
            ? waiting(t('Even geduld…'))
            : html`${this.standing(signed ?? null, shown)}${this.report(shown, signed ?? null)}`
      }
    </div>`;
  }

  /** Files come of what was signed alone: who has a draft and the report could subtract. @param {SignedReport|null} signed */
  tools(signed) {
    return html`<div class="row">
      <button type="button" class="button" @click=${() => print()}>${icon('printer')}${t('Druk af')}</button>
      ${
        signed === null
          ? html`<span class="hint">${t('PDF en CSV zijn er zodra het verslag ondertekend is.')}</span>`
          : html`<button type="button" class="button" @click=${() => this.save(signed, 'pdf')}>
                ${icon('file-text')}${t('Verslag als PDF')}</button
              ><button type="button" class="button" @click=${() => this.save(signed, 'csv')}>
                ${icon('file-text')}${t('Cijfers als CSV')}
              </button>`
      }
    </div>`;
  }

  /** @param {SignedReport} signed @param {'pdf'|'csv'} as */
  save(signed, as) {
    const { org } = this.app.me.portal;
    const parts = reportParts(org, this.year, signed.numbers);
    const about = {
      year: this.year,
      title: this.title(),
      organisation: org.name,
      notes: [rule()],
      signature: signatureOf(signed),
      statement: signed.statement,
    };
    const name = `${org.short_name} ${this.year}.${as}`;
    if (as === 'pdf') give(name, reportPdf(about, parts), 'application/pdf');
    else give(name, reportCsv(about, parts), 'text/csv');
  }

  title() {
    return t('Adviespunt Integriteit: jaarverslag {year}', { year: this.year });
  }

  /** How far the report of this year is, and the next step for whoever looks. @param {SignedReport|null} signed @param {ReportNumbers} shown */
  standing(signed, shown) {
    const over = this.year < this.thisYear;
    if (!over) {
      return html`<div class="no-print">
        ${notice('warn', html`<p>${t('Het jaar is nog niet om: dit zijn voorlopige cijfers.')}</p>`)}
      </div>`;
    }
    if (signed?.presented) {
      return html`<div class="no-print">
        ${notice('good', html`<p>${t('Voorgesteld op {day}. Het verslag ligt vast.', { day: dayInWords(signed.presented, { year: true }) })}</p>`)}
      </div>`;
    }
    return html`<div class="no-print">
      ${this.app.me.role === 'coordinator' ? this.presenting(signed) : this.signing(signed, shown)}
    </div>`;
  }

  /** @param {SignedReport|null} signed @param {ReportNumbers} shown */
  signing(signed, shown) {
    if (signed) {
      const own = this.numbers.years.find((one) => one.year === this.year);
      const again = own ? reportNumbers(this.app.me.portal.org, own) : shown;
      const changed = !sameNumbers(again, signed.numbers);
      return notice(
        changed ? 'warn' : 'good',
        html`<p>
            ${t('Ondertekend door {name} op {day}. De integriteitscoördinator legt vast wanneer het is voorgesteld.', { name: signed.authorName, day: dayInWords(signed.day, { year: true }) })}
          </p>
          ${
            changed
              ? html`<p>
                    ${t('Sindsdien zijn er cijfers veranderd. Geef je een nieuw verslag, haal dan het vorige terug: wie beide heeft, kan kleine aantallen berekenen.')}
                  </p>
                  <div class="actions">${this.signButton(again, t('Onderteken opnieuw'))}</div>`
              : nothing
          }`,
      );
    }
    return notice(
      'info',
      html`<p>
          ${t('Kijk de cijfers na. Met je handtekening leg je het verslag klaar voor de integriteitscoördinator.')}
        </p>
        <div class="actions">${this.signButton(shown, t('Onderteken het verslag'))}</div>`,
    );
  }

  /** @param {ReportNumbers} shown @param {string} label */
  signButton(shown, label) {
    return actionButton({
      label,
      busy: this.busy,
      click: () => this.act(() => signReport(this.app.me, this.year, shown), t('Het verslag is ondertekend.')),
    });
  }

  /** @param {SignedReport|null} signed */
  presenting(signed) {
    if (signed === null) {
      return notice('info', html`<p>${t('Een facilitator moet het verslag van dit jaar nog ondertekenen.')}</p>`);
    }
    return html`<div class="card stack tight">
      <h2>${t('Op welke dag is het verslag voorgesteld?')}</h2>
      <div class="field">
        <label for="presented">${t('Dag')}</label
        ><input
          id="presented"
          type="date"
          autocomplete="off"
          min=${`${this.year + 1}-01-01`}
          max=${this.app.me.today}
          .value=${this.presented}
          @change=${(/** @type {Event} */ event) => {
            this.presented = /** @type {HTMLInputElement} */ (event.target).value;
            this.draw();
          }}
        />
      </div>
      <div class="actions">
        ${actionButton({ label: t('Leg de dag vast'), busy: this.busy, click: () => this.record() })}
      </div>
    </div>`;
  }

  async record() {
    const { presented, year } = this;
    if (presented === '' || Number(presented.slice(0, 4)) <= year || presented > this.app.me.today) {
      this.error = t('Kies een dag na het einde van {year} en niet in de toekomst. Er is niets veranderd.', { year });
      this.draw();
      return;
    }
    const sure = await ask({
      title: t('Voorgesteld op {day}?', { day: dayInWords(presented, { year: true }) }),
      text: html`<p>
        ${t('Daarna ligt het verslag vast en kan een facilitator de dossiers van {year} archiveren. Dit kun je niet meer veranderen.', { year })}
      </p>`,
      yes: t('Leg vast'),
    });
    if (sure) await this.act(() => recordPresentation(this.app.me, year, presented), t('De dag is vastgelegd.'));
  }

  /** @param {ReportNumbers} shown @param {SignedReport|null} signed */
  report(shown, signed) {
    const { org } = this.app.me.portal;
    return html`<article class="report stack">
      <header>
        <h1>${this.title()}</h1>
        <p class="muted">${org.name}</p>
      </header>
      <p>${rule()}</p>
      ${reportParts(org, this.year, shown).map(
        (part) =>
          html`<section>
            <h2>${part.title}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=${part.title}>
              ${plainTable({ ...part, caption: '' })}
            </div>
          </section>`,
      )}
      <p class="hint">
        ${signed ? signatureOf(signed).join(' ') : t('Ontwerp van {day}, niet ondertekend.', { day: dayInWords(this.numbers.day, { year: true }) })}
      </p>
    </article>`;
  }
}

const rule = () =>
  t(
    'Dit verslag bevat alleen aantallen. Een aantal onder {n} wordt niet getoond, en ook niets waaruit het te berekenen is (‘–’).',
    { n: SMALLEST_SHOWN },
  );

/** @param {SignedReport} signed who signed, and how to check it */
function signatureOf({ authorName, day, mark }) {
  return [
    t('Ondertekend door {name} op {day}.', { name: authorName, day: dayInWords(day, { year: true }) }),
    t(
      'Code van de handtekening: {mark}. De systeembeheerder kijkt PDF en CSV na met: adviespunt report verify BESTAND.',
      {
        mark,
      },
    ),
  ];
}

/** Classes of risk that stand in the report with or without questions. */
const HEAVY = new Set(['A', 'B', 'C']);

/** @param {number|null|undefined} count */
const shownCount = (count) => (count === null || count === undefined ? '–' : count);

/**
 * Every table of the report, from its numbers alone.
 * @param {any} org @param {number} year @param {ReportNumbers} numbers
 * @returns {Part[]}
 */
export function reportParts(org, year, numbers) {
  const groups = new Map(org.categories.map((/** @type {any} */ { group }) => [groupKey(group), group]));
  return [
    {
      title: t('Aantal vragen'),
      head: ['', t('aantal')],
      rows: [[t('Vragen in {year}', { year }), shownCount(numbers.total)]],
    },
    counted(t('Per groep'), t('groep'), numbers.groups, numbers.groups_together, (key) =>
      key === NONE ? t('zonder categorie') : String(groups.get(key) ?? key),
    ),
    categoryPart(org, numbers.categories),
    timePart(numbers),
    counted(t('Uitkomst'), t('uitkomst'), numbers.outcomes, numbers.outcomes_together, (key) => outcomeName(org, key)),
    counted(t('Verwezen of doorgegeven aan'), t('dienst'), numbers.authorities, null, (key) =>
      labelOf(org.authorities, key),
    ),
  ];
}

/** @param {string} title @param {string} head @param {Cells} cells @param {number|null} together @param {(key: string) => string} nameOf @returns {Part} */
function counted(title, head, cells, together, nameOf) {
  // What was signed comes back in the order of its keys: people read the largest first, before signing and after.
  const entries = Object.entries(cells).sort(
    ([one, a], [other, b]) => (b ?? 0) - (a ?? 0) || nameOf(one).localeCompare(nameOf(other)),
  );
  const hidden = entries.filter(([, count]) => count === null).map(([key]) => nameOf(key));
  const rows = entries.filter(([, count]) => count !== null).map(([key, count]) => [nameOf(key), shownCount(count)]);
  // What is too small alone stands together on one line, so that the page stays one page.
  if (hidden.length > 0) rows.push([t('Samen: {names}', { names: hidden.join(', ') }), shownCount(together)]);
  return { title, head: [head, t('aantal')], rows };
}

/** @param {any} org @param {Cells} cells @returns {Part} */
function categoryPart(org, cells) {
  const sorted = [...org.categories].sort((a, b) => (b.R ?? -1) - (a.R ?? -1) || a.label.localeCompare(b.label));
  // The heavy risks always, the others where there is a number to set beside them.
  const shown = sorted.filter(({ key, R }) => HEAVY.has(riskClass(R) ?? '') || typeof cells[key] === 'number');
  const rows = shown.map(({ key, label, R }) => [
    label,
    R === null ? '–' : inDays(R),
    riskClass(R) ?? '–',
    shownCount(cells[key]),
  ]);
  const head = [t('categorie'), 'R', t('klasse'), t('aantal')];
  return { title: t('Per categorie, naast de risicoanalyse'), head, rows };
}

/** @param {ReportNumbers} numbers @returns {Part} */
function timePart({ feedback, final, promises }) {
  const percent = new Intl.NumberFormat(`${language}-BE`, { style: 'percent' });
  const row = (
    /** @type {string} */ label,
    /** @type {import('../../client/statistics/report.js').OnTime} */ { mean, share },
  ) => [label, mean === null ? '–' : inDays(mean), share === null ? '–' : percent.format(share / 100)];
  return {
    title: t('Termijnen, in werkdagen'),
    head: ['', t('gemiddeld, ongeveer'), t('op tijd, van wat beantwoord is')],
    rows: [
      row(t('Eerste feedback (beloofd: {n})', { n: promises.feedback }), feedback),
      row(t('Definitief antwoord (beloofd: {n})', { n: promises.final }), final),
    ],
  };
}

/**
 * The report that is asked for, as a line above the page; nothing when none is.
 * @param {App} app @param {(year: number) => void} go
 * @returns {Promise<import('../../ui/view.js').Content>}
 */
export async function reportDue(app, go) {
  const { due, late } = await listReports(app.me);
  if (due === null) return nothing;
  const text = late
    ? t('Het jaarverslag van {year} is te laat: het moest in het eerste kwartaal worden voorgesteld.', { year: due })
    : t('Het jaarverslag van {year} kan worden opgemaakt. Het wordt in het eerste kwartaal voorgesteld.', {
        year: due,
      });
  return html`<div class="banner">
    ${notice(
      late ? 'danger' : 'info',
      html`<p>${text}</p>
        <p>
          <button type="button" class="button small" @click=${() => go(due)}>${t('Naar het jaarverslag')}</button>
        </p>`,
    )}
  </div>`;
}
