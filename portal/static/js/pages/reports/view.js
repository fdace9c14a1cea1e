/**
 * The figures: charts with a table behind each, the same for facilitators and for the coordinator.
 * @module pages/reports/view
 */

import { AGE_EDGES, GONE, riskView } from '../../client/statistics/statistics.js';
import { dayInWords, language, t, tn } from '../../ui/texts.js';
import { badge, html, icon, nothing } from '../../ui/view.js';
import { figure, lyingBars, shares, spreads, standingBars } from './charts.js';
import { labelOf, outcomeName } from '../staff/labels.js';

/**
 * @typedef {import('../../client/statistics/aggregates.js').Numbers} Numbers
 * @typedef {import('../../client/statistics/statistics.js').YearNumbers} YearNumbers
 * @typedef {import('../../client/statistics/statistics.js').Spread} Spread
 * @typedef {import('../../client/statistics/statistics.js').Kept} Kept
 */

/** @typedef {'class'|'count'|'moved'|'R'|'label'} Order */

/** @param {number|null} days @returns {string} */
export function inDays(days) {
  if (days === null) return '–';
  return new Intl.NumberFormat(`${language}-BE`, { maximumFractionDigits: 1 }).format(days);
}

/** @param {number} part @param {number} whole */
export function percent(part, whole) {
  if (whole === 0) return '–';
  return new Intl.NumberFormat(`${language}-BE`, { style: 'percent', maximumFractionDigits: 0 }).format(part / whole);
}

/** Months as two letters at most: twelve must fit on a phone. @param {number} index */
function month(index) {
  return new Intl.DateTimeFormat(`${language}-BE`, { month: 'narrow', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, index, 1)),
  );
}

/** @param {number} index */
function monthName(index) {
  return new Intl.DateTimeFormat(`${language}-BE`, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, index, 1)),
  );
}

/**
 * What one person looks at: a year, an order of the risks.
 */
export class Figures {
  /** @param {any} org @param {() => void} draw */
  constructor(org, draw) {
    this.org = org;
    this.draw = draw;
    /** @type {number|null} */
    this.year = null;
    /** @type {Order} */
    this.order = 'R';
  }

  /** @param {Numbers} numbers */
  chosen({ years, day }) {
    const wanted = this.year ?? Number(day.slice(0, 4));
    return years.find(({ year }) => year === wanted) ?? years.at(-1) ?? null;
  }

  /** @param {Numbers} numbers */
  render(numbers) {
    const now = this.chosen(numbers);
    if (now === null) {
      return html`<div class="card empty stack tight">
        ${icon('chart-column')}
        <h2>${t('Er zijn nog geen cijfers')}</h2>
        <p>${t('Zodra de eerste vraag binnen is, staan hier de aantallen en de termijnen.')}</p>
      </div>`;
    }
    const before = numbers.years.find(({ year }) => year === now.year - 1) ?? null;
    return html`<div class="stack figures">
      ${this.pickYear(numbers, now)} ${this.headline(now, before)}
      <div class="charts">
        ${this.months(now, before)} ${this.quarters(now, before)} ${this.age(numbers)}
        ${this.counted(t('Vragen per groep'), 'groups', numbers.years, now, groupName)}
        ${this.counted(t('Vragen per soort'), 'kinds', numbers.years, now, (key) => labelOf(this.org.kinds, key))}
        ${this.counted(t('Verwezen of doorgegeven aan'), 'authorities', numbers.years, now, (key) => labelOf(this.org.authorities, key))}
        ${this.times(numbers, 'feedback', t('Tijd tot de eerste feedback'), this.org.promises.feedback)}
        ${this.times(numbers, 'throughput', t('Tijd tot het definitieve antwoord'), this.org.promises.final)}
        ${this.counted(t('Uitkomsten'), 'outcomes', numbers.years, now, (key) => outcomeName(this.org, key))}
        ${this.kept(numbers, 'feedbackKept', t('Eerste feedback binnen de termijn'), this.org.promises.feedback)}
        ${this.kept(numbers, 'finalKept', t('Definitief antwoord binnen de termijn'), this.org.promises.final)}
      </div>
      ${this.risks(numbers, now)}
    </div>`;
  }

  /** @param {Numbers} numbers @param {YearNumbers} now */
  pickYear({ years, day }, now) {
    return html`<div class="row spread no-print">
      <div class="segments" role="group" aria-label=${t('Jaar')}>
        ${years.map(
          ({ year }) =>
            html`<button
              type="button"
              class="segment"
              aria-pressed=${String(year === now.year)}
              @click=${() => {
                this.year = year;
                this.draw();
              }}
            >
              ${year}
            </button>`,
        )}
      </div>
      <p class="hint">${t('Toestand op {day}', { day: dayInWords(day, { year: true, weekday: false }) })}</p>
    </div>`;
  }

  /** @param {YearNumbers} now @param {YearNumbers|null} before */
  headline(now, before) {
    const card = (/** @type {string} */ label, /** @type {string} */ value, /** @type {string} */ note) =>
      html`<div class="card figure-card">
        <p class="muted">${label}</p>
        <p class="big-number">${value}</p>
        <p class="hint">${note}</p>
      </div>`;
    const all = (/** @type {Kept} */ { kept, late }) => kept + late;
    return html`<div class="figure-cards">
      ${card(t('Vragen in {year}', { year: now.year }), String(now.total), before ? t('{n} in {year}', { n: before.total, year: before.year }) : t('eerste jaar'))}
      ${card(t('Eerste feedback, gemiddeld'), t('{n} werkdagen', { n: inDays(now.feedback.mean) }), t('beloofd binnen {n}', { n: this.org.promises.feedback }))}
      ${card(t('Doorlooptijd, gemiddeld'), t('{n} werkdagen', { n: inDays(now.throughput.mean) }), t('beloofd binnen {n}', { n: this.org.promises.final }))}
      ${card(t('Antwoord binnen de termijn'), percent(now.finalKept.kept, all(now.finalKept)), tn('{n} wacht nog, binnen de termijn', '{n} wachten nog, binnen de termijn', now.finalKept.running))}
    </div>`;
  }

  /** @param {YearNumbers} now @param {YearNumbers|null} before */
  months(now, before) {
    return this.standing(t('Vragen per maand'), 'months', { short: month, long: monthName }, now, before);
  }

  /** @param {YearNumbers} now @param {YearNumbers|null} before */
  quarters(now, before) {
    const name = (/** @type {number} */ index) => t('K{n}', { n: index + 1 });
    return this.standing(t('Vragen per kwartaal'), 'quarters', { short: name, long: name }, now, before);
  }

  /**
   * Parts of a year as bars beside those of the year before.
   * @param {string} title @param {'months'|'quarters'} what
   * @param {{short: (index: number) => string, long: (index: number) => string}} names under a bar, in the table
   * @param {YearNumbers} now @param {YearNumbers|null} before
   */
  standing(title, what, names, now, before) {
    const parts = now[what].map((value, index) => ({ index, value, before: before?.[what][index] ?? null }));
    const bars = parts.map((part) => ({ ...part, label: names.short(part.index) }));
    return figure(
      title,
      html`${standingBars(t('{title} in {year}', { title, year: now.year }), bars)}${legend(now, before)}`,
      this.table(
        title,
        now,
        before,
        parts.map((part) => [names.long(part.index), part.value, part.before ?? 0]),
      ),
      words(),
    );
  }

  /**
   * The year and the one before it drawn, every earlier one in the table.
   * @param {string} title @param {'groups'|'kinds'|'outcomes'|'authorities'} what
   * @param {YearNumbers[]} years @param {YearNumbers} now @param {(key: string) => string} nameOf
   */
  counted(title, what, years, now, nameOf) {
    const shown = [now, ...years.filter(({ year }) => year < now.year).reverse()];
    const before = shown.find(({ year }) => year === now.year - 1) ?? null;
    const count = (/** @type {YearNumbers|null} */ one, /** @type {string} */ key) => one?.[what].get(key) ?? 0;
    const keys = [...new Set(shown.flatMap((one) => [...one[what].keys()]))].sort(
      (a, b) => count(now, b) - count(now, a) || nameOf(a).localeCompare(nameOf(b)),
    );
    if (keys.length === 0) {
      return figure(title, html`<p class="muted">${t('Nog niets.')}</p>`, { title, head: ['', ''], rows: [] }, words());
    }
    const bars = keys
      .filter((key) => count(now, key) > 0 || count(before, key) > 0)
      .map((key) => ({
        label: shorten(nameOf(key)),
        value: count(now, key),
        before: before ? count(before, key) : null,
      }));
    const rows = keys.map((key) => [nameOf(key), ...shown.map((one) => count(one, key))]);
    return figure(
      title,
      html`${bars.length > 0 ? lyingBars(title, bars) : html`<p class="muted">${t('Nog niets.')}</p>`}${legend(now, before)}`,
      { title, head: ['', ...shown.map(({ year }) => String(year))], rows },
      words(),
    );
  }

  /** @param {Numbers} numbers @param {'feedback'|'throughput'} what @param {string} title @param {number} promise */
  times({ years }, what, title, promise) {
    const rows = years.map((one) => ({ label: String(one.year), spread: one[what] }));
    /** @type {[string, (spread: Spread) => string|number][]} */
    const lines = [
      [t('aantal'), ({ count }) => count],
      [t('gemiddeld'), ({ mean }) => inDays(mean)],
      [t('mediaan'), ({ median }) => inDays(median)],
      [t('1 op 4 binnen'), ({ low }) => inDays(low)],
      [t('3 op 4 binnen'), ({ high }) => inDays(high)],
      [t('langste'), ({ longest }) => inDays(longest)],
    ];
    return figure(
      title,
      html`${spreads(title, rows, { days: promise, label: t('beloofd: {n}', { n: promise }) })}
        <p class="hint">
          ${t('In werkdagen. Balk: de spreiding, van een kwart tot drie kwart van de vragen. Streep: de mediaan. Ruit: het gemiddelde.')}
        </p>`,
      byYear(title, years, lines, (one) => one[what]),
      words(),
    );
  }

  /** @param {Numbers} numbers @param {'feedbackKept'|'finalKept'} what @param {string} title @param {number} promise */
  kept({ years }, what, title, promise) {
    const rows = years.map((one) => {
      const { kept, late, running } = one[what];
      return {
        label: String(one.year),
        parts: [kept, late, running],
        note: t('{share} op tijd', { share: percent(kept, kept + late) }),
      };
    });
    /** @type {[string, (kept: Kept) => string|number][]} */
    const lines = [
      [t('op tijd'), (one) => one.kept],
      [t('later'), (one) => one.late],
      [t('nog binnen de termijn'), (one) => one.running],
      [t('deel op tijd'), (one) => percent(one.kept, one.kept + one.late)],
    ];
    return figure(
      title,
      html`${shares(title, rows)}
        <p class="hint parts">
          <span><span class="swatch p0"></span>${t('binnen {n} werkdagen', { n: promise })}</span>
          <span><span class="swatch p1"></span>${t('later')}</span>
          <span><span class="swatch p2"></span>${t('nog binnen de termijn')}</span>
        </p>`,
      byYear(title, years, lines, (one) => one[what]),
      words(),
    );
  }

  /** @param {Numbers} numbers */
  age({ age }) {
    const title = t('Lopend werk naar ouderdom');
    const name = (/** @type {number} */ index) => {
      const edge = AGE_EDGES[index];
      if (edge === undefined) return t('meer dan {n} werkdagen', { n: AGE_EDGES.at(-1) ?? 0 });
      return index === 0
        ? t('tot {n} werkdagen', { n: edge })
        : t('{from} tot {to} werkdagen', { from: (AGE_EDGES[index - 1] ?? 0) + 1, to: edge });
    };
    const bars = age.map((value, index) => ({ label: name(index), value }));
    return figure(
      title,
      lyingBars(title, bars),
      { title, head: [t('ouderdom'), t('aantal')], rows: age.map((value, index) => [name(index), value]) },
      words(),
    );
  }

  /** @param {string} title @param {YearNumbers} now @param {YearNumbers|null} before @param {(string|number)[][]} rows */
  table(title, now, before, rows) {
    return {
      title,
      head: ['', String(now.year), ...(before ? [String(before.year)] : [])],
      rows: before ? rows : rows.map((row) => row.slice(0, 2)),
    };
  }

  /** @param {Numbers} numbers @param {YearNumbers} now */
  risks({ years }, now) {
    const rows = riskView(years, now.year, this.org.categories).sort(comparing(this.order));
    const most = Math.max(1, ...rows.map(({ count }) => count));
    const orders = /** @type {[Order, string][]} */ ([
      ['R', t('risico')],
      ['count', t('aantal vragen')],
      ['moved', t('verschil met vorig jaar')],
      ['label', t('naam')],
    ]);
    return html`<section class="risks stack tight" aria-labelledby="risk-title">
      <h2 id="risk-title">${t('Vragen naast de risicoanalyse')}</h2>
      <p class="hint">
        ${t('W waarschijnlijkheid, B blootstelling, E ernst, R = W × B × E. Klasse A is onaanvaardbaar, E aanvaardbaar.')}
      </p>
      <div class="segments no-print" role="group" aria-label=${t('Sorteer op')}>
        ${orders.map(
          ([key, label]) =>
            html`<button
              type="button"
              class="segment"
              aria-pressed=${String(this.order === key)}
              @click=${() => {
                this.order = key;
                this.draw();
              }}
            >
              ${label}
            </button>`,
        )}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('Tabel van de risico’s')}>
        <table class="numbers risk-table">
          <thead>
            <tr>
              <th scope="col">${t('Categorie')}</th>
              <th scope="col" class="num">${now.year}</th>
              <th scope="col" class="num">${now.year - 1}</th>
              <th scope="col" class="moved">${t('Verschil')}</th>
              <th scope="col" class="num">R</th>
              <th scope="col">${t('Klasse')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => riskRow(row, most))}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}

/** @param {ReturnType<typeof riskView>[number]} row @param {number} most */
function riskRow({ category, count, before, class: letter }, most) {
  const { R, W, B, E } = category;
  const factors = R === null ? [] : [`W ${inDays(W)}`, `B ${inDays(B)}`, `E ${inDays(E)}`];
  return html`<tr>
    <th scope="row">
      ${category.label}<small class="muted"> ${[groupName(category.group), ...factors].join(' · ')}</small>
    </th>
    <td class="num">
      ${count}<svg class="inline-bar" viewBox="0 0 60 8" aria-hidden="true">
        <rect class="bar" x=${60 - (count / most) * 60} y="0" width=${(count / most) * 60} height="8"></rect>
      </svg>
    </td>
    <td class="num">${before}</td>
    <td class="moved">${moved(count - before)}</td>
    <td class="num">${inDays(R)}</td>
    <td>
      ${letter === null ? '–' : badge(letter, letter === 'A' || letter === 'B' ? 'danger' : letter === 'C' ? 'warn' : '')}
    </td>
  </tr>`;
}

/**
 * A column for each year, as all tables here: what is measured stands at the left, and a phone still shows them all.
 * @template T
 * @param {string} title @param {YearNumbers[]} years @param {[string, (part: T) => string|number][]} lines
 * @param {(year: YearNumbers) => T} part
 */
function byYear(title, years, lines, part) {
  const shown = [...years].reverse();
  return {
    title,
    head: ['', ...shown.map(({ year }) => String(year))],
    rows: lines.map(([label, value]) => [label, ...shown.map((one) => value(part(one)))]),
  };
}

/** @param {string} group */
function groupName(group) {
  if (group === '') return t('nog niet ingedeeld');
  return group === GONE ? t('staat niet meer in de lijst') : group;
}

/** @param {number} by */
function moved(by) {
  if (by === 0) return html`<span class="muted">=</span>`;
  return by > 0 ? html`▲ +${by}` : html`▼ −${-by}`;
}

/** @param {Order} order @returns {(a: ReturnType<typeof riskView>[number], b: ReturnType<typeof riskView>[number]) => number} */
function comparing(order) {
  const by = {
    R: (/** @type {any} */ row) => -(row.category.R ?? -1),
    class: (/** @type {any} */ row) => row.class ?? 'Z',
    count: (/** @type {any} */ row) => -row.count,
    moved: (/** @type {any} */ row) => -Math.abs(row.count - row.before),
    label: (/** @type {any} */ row) => row.category.label,
  }[order];
  return (a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : a.category.label.localeCompare(b.category.label));
}

/** @param {string} text */
function shorten(text) {
  return text.length > 52 ? `${text.slice(0, 50)}…` : text;
}

const words = () => ({ table: t('Toon de tabel') });

/** @param {YearNumbers} now @param {YearNumbers|null} before */
function legend(now, before) {
  if (before === null) return nothing;
  return html`<p class="hint parts">
    <span><span class="swatch now"></span>${now.year}</span>
    <span><span class="swatch before"></span>${before.year}</span>
  </p>`;
}
