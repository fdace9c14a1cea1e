/**
 * What cleaning found in a file: what it took away, and what to look out for.
 * @module ui/attachments/findings
 */

import { t, tn } from '../texts.js';
import { html, icon, nothing, notice } from '../view.js';
import { cautionWords, traceWords } from './words.js';

/** @typedef {import('../../client/cleaning.js').Cleaned} Cleaned */

/** @param {Cleaned['traces']} traces */
export function traceList(traces) {
  const kinds = grouped(traces);
  if (kinds.length === 0) {
    return html`<p class="row">
      ${icon('shield-check')}<span>${t('We vonden geen verborgen gegevens in dit bestand.')}</span>
    </p>`;
  }
  return html`<details ?open=${kinds.length <= 4}>
    <summary>
      ${tn('1 soort verborgen gegevens weggehaald', '{n} soorten verborgen gegevens weggehaald', kinds.length)}
    </summary>
    <ul class="traces">
      ${kinds.map(([kind, values]) => html`<li>${traceWords(kind)}${values ? html`: <span class="muted">${values}</span>` : nothing}</li>`)}
    </ul>
  </details>`;
}

/** @param {Cleaned['traces']} traces @returns {[string, string][]} kind, and its different values */
function grouped(traces) {
  /** @type {Map<string, Set<string>>} */
  const kinds = new Map();
  for (const { kind, value } of traces) {
    const values = kinds.get(kind) ?? new Set();
    if (value) values.add(value);
    kinds.set(kind, values);
  }
  return [...kinds].map(([kind, values]) => [kind, [...values].join(', ')]);
}

/** @param {Cleaned['cautions']} cautions */
export function cautionList(cautions) {
  if (cautions.length === 0) return nothing;
  return notice(
    'warn',
    html`<p><strong>${t('Let op:')}</strong></p>
      <ul>
        ${cautions.map(({ kind, page, value }) => html`<li>${cautionWords(kind)}${value ? `: ${value}` : ''}${page === null ? '' : ` (${t('bladzijde {n}', { n: page })})`}</li>`)}
      </ul>`,
  );
}
