/**
 * The category, who has the pen, urgent or not.
 * @module pages/staff/triage
 */

import { draftOf, sendAct, triageOf } from '../../client/staff/case.js';
import { coachesOf, penOf } from '../../client/staff/turn.js';
import { actionButton, selectField, tickField } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { t } from '../../ui/texts.js';
import { html, nothing } from '../../ui/view.js';
import { labelOf } from './labels.js';

/**
 * @typedef {import('./case.js').CasePage} CasePage
 * @typedef {import('../../client/staff/case.js').OpenCase} OpenCase
 */

/** @typedef {{category: string|null, pen: string|null, urgent: boolean}} Triage */

/** What somebody is changing, by page: it stays while other things on the page are done. @type {WeakMap<CasePage, Triage>} */
const changing = new WeakMap();

/** @param {CasePage} page @param {OpenCase} open */
export function triagePart(page, open) {
  const held = triageOf(open.view);
  const casework = page.app.me.role !== 'coach';
  const over = open.summary.state === 'withdrawn';
  return html`<section class="card stack tight" aria-labelledby="triage-title">
    <h2 id="triage-title">${t('Indeling')}</h2>
    ${casework && !over ? form(page, open, held) : facts(page, open, held)}
  </section>`;
}

/** @param {CasePage} page @param {OpenCase} open @param {Triage} held */
function facts(page, open, { category, pen }) {
  const { org } = page.app.me.portal;
  const writer = writerOf(open, pen);
  return html`<dl class="facts tight">
    <dt>${t('Categorie')}</dt>
    <dd>${category ? labelOf(org.categories, category) : t('nog geen')}</dd>
    <dt>${t('Schrijft het antwoord')}</dt>
    <dd>${writer ?? t('niemand aangeduid')}</dd>
  </dl>`;
}

/** @param {OpenCase} open @param {string|null} pen */
function writerOf({ summary, view }, pen) {
  const writer = penOf({ summary, opened: { pen }, coaches: coachesOf(summary) });
  return view.participants.find(({ key }) => key === writer)?.name;
}

/** Who writes when nobody is named. @param {OpenCase} open */
function byItself(open) {
  const only = writerOf(open, null);
  return only ? t('{name}, als enige coach', { name: only }) : t('Niemand aangeduid');
}

/** @param {CasePage} page @param {OpenCase} open @param {Triage} held */
function form(page, open, held) {
  const { org } = page.app.me.portal;
  const now = changing.get(page) ?? held;
  const set = (/** @type {Partial<Triage>} */ change) => {
    changing.set(page, { ...now, ...change });
    page.draw();
  };
  const staff = open.view.participants.filter(({ role }) => !['asker', 'archive'].includes(role));
  return html`<div class="stack tight">
    ${selectField({
      id: 'triage-category',
      label: t('Categorie'),
      value: now.category ?? '',
      empty: t('Nog geen'),
      options: byGroup(org.categories, now.category),
      input: (key) => set({ category: key === '' ? null : key }),
    })}
    ${selectField({
      id: 'triage-pen',
      label: t('Wie schrijft het antwoord?'),
      value: staff.some(({ key }) => key === now.pen) ? (now.pen ?? '') : '',
      empty: byItself(open),
      options: staff.map(({ key, name }) => ({ key, label: name })),
      input: (key) => set({ pen: key === '' ? null : key }),
    })}
    ${tickField({ id: 'triage-urgent', label: t('Dringend'), checked: now.urgent, change: (urgent) => set({ urgent }) })}
    ${
      same(now, held)
        ? nothing
        : html`<div class="actions">
            ${actionButton({ label: t('Bewaar de indeling'), busy: page.busy, click: () => save(page, now) })}
            <button
              type="button"
              class="button"
              @click=${() => {
                changing.delete(page);
                page.draw();
              }}
            >
              ${t('Laat zoals het was')}
            </button>
          </div>`
    }
  </div>`;
}

/** A category that the list no longer has stays to be seen. @param {any[]} categories @param {string|null} present */
function byGroup(categories, present) {
  const options = categories
    .map(({ key, group, label }) => ({ key, group, label }))
    .sort((a, b) => a.group.localeCompare(b.group) || a.label.localeCompare(b.label));
  const gone = present !== null && !categories.some(({ key }) => key === present);
  return gone
    ? [...options, { key: present, label: t('{key} (staat niet meer in de lijst)', { key: present }) }]
    : options;
}

/** @param {Triage} a @param {Triage} b */
const same = (a, b) => a.category === b.category && a.pen === b.pen && a.urgent === b.urgent;

/** @param {CasePage} page @param {Triage} now */
async function save(page, { category, pen, urgent }) {
  const done = await page.act((open) =>
    sendAct(page.app.me, open, draftOf({ kind: 'triage', fields: { category, pen, urgent } })),
  );
  if (!done) return;
  changing.delete(page);
  page.draw();
  say(t('De indeling is bewaard.'));
}
