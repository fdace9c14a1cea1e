/**
 * Charts as inline SVG: shapes differ in pattern and carry their number in text, so none needs colour to be read.
 * Every chart stands above a table with the same numbers. No style attributes: the page's policy forbids them.
 * @module pages/reports/charts
 */

import { html, nothing, svg } from '../../../vendor/lit-html.js';

const WIDTH = 360;
const ROW = 30;
const LABEL = 13;

/**
 * @typedef {{label: string, value: number, before?: number|null, note?: string}} Bar
 * @typedef {{title: string, head: string[], rows: (string|number)[][], caption?: string}} Table
 */

/** @type {(title: string, chart: unknown, table: Table, words: {table: string}) => unknown} */
export function figure(title, chart, table, words) {
  return html`<figure class="chart stack tight">
    <figcaption><h2>${title}</h2></figcaption>
    ${chart}
    <details>
      <summary>${words.table}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${title}>${plainTable(table)}</div>
    </details>
  </figure>`;
}

/** @param {Table} table */
export function plainTable({ title, head, rows, caption }) {
  const numeric = head.map((_, column) => column > 0 && rows.every((row) => isNumber(row[column])));
  const place = (/** @type {number} */ column) => (numeric[column] ? 'num' : '');
  const heading = (/** @type {string} */ text, /** @type {number} */ column) =>
    text === '' ? html`<td></td>` : html`<th scope="col" class=${place(column)}>${text}</th>`;
  const cell = (/** @type {string|number} */ value, /** @type {number} */ column) =>
    column === 0 ? html`<th scope="row">${value}</th>` : html`<td class=${place(column)}>${value}</td>`;
  return html`<table class="numbers">
    <caption class=${caption ? '' : 'sr'}>
      ${caption || title}
    </caption>
    <thead>
      <tr>
        ${head.map(heading)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map(cell)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** @param {string|number|undefined} value */
const isNumber = (value) => typeof value === 'number' || /^[\d.,–]/.test(value ?? '');

/**
 * Lying bars with the label above and the number behind; an outlined bar below each for the year before.
 * @param {string} name read aloud
 * @param {Bar[]} bars
 */
export function lyingBars(name, bars) {
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.value, bar.before ?? 0)));
  const scale = (WIDTH - 70) / most;
  const height = bars.reduce((sum, bar) => sum + rowHeight(bar), 4);
  let y = 0;
  return picture(
    name,
    height,
    bars.map((bar) => {
      const top = y;
      y += rowHeight(bar);
      return lyingBar(bar, top, scale);
    }),
  );
}

/** @param {Bar} bar */
function rowHeight(bar) {
  return ROW + (bar.before === undefined || bar.before === null ? 6 : 12);
}

/** @param {Bar} bar @param {number} top @param {number} scale */
function lyingBar(bar, top, scale) {
  const width = bar.value * scale;
  const hasBefore = bar.before !== undefined && bar.before !== null;
  return svg`<g>
    <text class="label" x="0" y=${top + LABEL}>${bar.label}</text>
    <rect class="bar" x="0" y=${top + 18} width=${Math.max(width, bar.value ? 1.5 : 0)} height="11" rx="2"></rect>
    <text class="value" x=${width + 6} y=${top + 28}>${bar.note ?? bar.value}</text>
    ${hasBefore ? svg`<rect class="before" x="0.5" y=${top + 31} width=${Math.max(Number(bar.before) * scale, 0.5)} height="5"></rect>` : nothing}
  </g>`;
}

/**
 * Standing bars side by side: filled for this year, outlined for the year before.
 * @param {string} name
 * @param {Bar[]} bars
 */
export function standingBars(name, bars) {
  const height = 150;
  const foot = 24;
  const head = 16;
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.value, bar.before ?? 0)));
  const scale = (height - foot - head) / most;
  const step = WIDTH / bars.length;
  return picture(name, height, [
    svg`<line class="axis" x1="0" y1=${height - foot + 0.5} x2=${WIDTH} y2=${height - foot + 0.5}></line>`,
    ...bars.map((bar, index) => standingBar(bar, index * step, step, height - foot, scale)),
  ]);
}

/** @param {Bar} bar @param {number} left @param {number} step @param {number} base @param {number} scale */
function standingBar(bar, left, step, base, scale) {
  const width = step * 0.5;
  const before = bar.before ?? null;
  const x = left + step * (before === null ? 0.25 : 0.12);
  return svg`<g>
    ${before === null ? nothing : svg`<rect class="before" x=${x + width + 1} y=${base - before * scale} width=${step * 0.22} height=${before * scale}></rect>`}
    <rect class="bar" x=${x} y=${base - bar.value * scale} width=${width} height=${bar.value * scale} rx="1"></rect>
    <text class="value middle" x=${x + width / 2} y=${base - bar.value * scale - 4}>${bar.value}</text>
    <text class="label middle" x=${left + step / 2} y=${base + 16}>${bar.label}</text>
  </g>`;
}

/**
 * One line a year: from the lower to the upper quartile, a bar at the median, a diamond at the mean, a rule at the promise.
 * @param {string} name
 * @param {{label: string, spread: import('../../client/statistics/statistics.js').Spread}[]} rows
 * @param {{days: number, label: string}} promise
 */
export function spreads(name, rows, promise) {
  const most = Math.max(
    promise.days * 1.15,
    ...rows.map(({ spread }) => spread.high ?? 0),
    ...rows.map(({ spread }) => spread.mean ?? 0),
  );
  const scale = (WIDTH - 60) / most;
  const at = (/** @type {number} */ days) => 46 + days * scale;
  const height = 28 + rows.length * 32;
  return picture(name, height, [
    svg`<line class="promise" x1=${at(promise.days)} y1="18" x2=${at(promise.days)} y2=${height}></line>
      <text class="label middle" x=${at(promise.days)} y="12">${promise.label}</text>`,
    ...rows.map(({ label, spread }, index) => spreadRow(label, spread, 32 + index * 32, at)),
  ]);
}

/** @param {string} label @param {import('../../client/statistics/statistics.js').Spread} spread @param {number} y @param {(days: number) => number} at */
function spreadRow(label, spread, y, at) {
  const { low, high, median, mean } = spread;
  if (low === null || high === null || median === null || mean === null) {
    return svg`<text class="label" x="0" y=${y + 10}>${label}</text><text class="label" x="46" y=${y + 10}>–</text>`;
  }
  const x = at(mean);
  return svg`<g>
    <text class="label" x="0" y=${y + 10}>${label}</text>
    <rect class="range" x=${at(low)} y=${y} width=${Math.max(at(high) - at(low), 2)} height="13" rx="3"></rect>
    <line class="median" x1=${at(median)} y1=${y - 3} x2=${at(median)} y2=${y + 16}></line>
    <path class="mean" d=${`M${x} ${y + 1} l5 5.5 l-5 5.5 l-5 -5.5 z`}></path>
  </g>`;
}

/**
 * Parts of a whole, a line a year: filled, hatched, empty.
 * @param {string} name
 * @param {{label: string, parts: number[], note: string}[]} rows
 */
export function shares(name, rows) {
  const height = rows.length * 40 + 4;
  return picture(
    name,
    height,
    rows.map(({ label, parts, note }, index) => {
      const top = index * 40;
      const whole = parts.reduce((a, b) => a + b, 0);
      let x = 0;
      return svg`<g>
      <text class="label" x="0" y=${top + LABEL}>${label}</text>
      <text class="value end" x=${WIDTH} y=${top + LABEL}>${note}</text>
      ${parts.map((part, place) => {
        const width = whole === 0 ? 0 : (part / whole) * WIDTH;
        const left = x;
        x += width;
        return svg`<rect class=${`part p${place}`} x=${left + 0.5} y=${top + 19} width=${Math.max(width - 1, 0)} height="14"></rect>`;
      })}
    </g>`;
    }),
  );
}

/** @param {string} name @param {number} height @param {unknown} inner */
function picture(name, height, inner) {
  return html`<svg class="plot" viewBox=${`0 0 ${WIDTH} ${height}`} role="img" aria-label=${name}>
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="5"></line>
      </pattern>
    </defs>
    ${inner}
  </svg>`;
}
