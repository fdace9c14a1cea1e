/**
 * Who takes part in a case; assigning, removing, stepping aside.
 * @module pages/staff/people
 */

import { b64 } from '../../crypto/bytes.js';
import { awayToday } from '../../client/staff/absences.js';
import { assign, candidates, draftOf, remove, sendAct } from '../../client/staff/case.js';
import { membersOf } from '../../client/staff/directory.js';
import { ask, open as openDialog } from '../../ui/dialogs.js';
import { tickField } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { t } from '../../ui/texts.js';
import { badge, html, icon, nothing, render } from '../../ui/view.js';
import { awayText, roleName } from './labels.js';
import { sentenceFor } from './problems.js';

/**
 * @typedef {import('./case.js').CasePage} CasePage
 * @typedef {import('../../client/staff/case.js').OpenCase} OpenCase
 * @typedef {import('../../client/case.js').Participant} Participant
 */

/** @param {CasePage} page @param {OpenCase} open */
export function peoplePart(page, open) {
  const session = page.app.me;
  // Nobody new is let in once the asker took the question back.
  const changes = session.role !== 'coach' && open.summary.state !== 'withdrawn';
  const index = new Map(open.summary.participants.map((one) => [one.id, one]));
  const away = (/** @type {string} */ key) => {
    const text = awayOf(page, page.away, key);
    return text === null ? nothing : html`<small>${icon('door-open')}${text}</small>`;
  };
  const staff = open.view.participants.filter(({ role }) => !['asker', 'archive'].includes(role)).sort(byRole);
  return html`<section class="card stack tight" aria-labelledby="people-title">
    <h2 id="people-title">${t('Wie werkt hieraan')}</h2>
    <ul class="people">
      ${staff.map(
        (one) =>
          html`<li class="row spread">
            <span
              ><strong>${one.name || t('iemand die weg is')}</strong
              ><small>${roleName(one.role)}</small>${away(one.key)}</span
            >
            ${index.get(one.key)?.active === false ? badge(t('doet niet meer mee'), 'warn') : nothing}
            ${changes && one.role === 'coach' ? html`<button type="button" class="button quiet small no-print" @click=${() => removeOne(page, one)}>${t('Verwijder')}<span class="sr"> ${one.name}</span></button>` : nothing}
          </li>`,
      )}
    </ul>
    ${keptOut(page, open)}
    ${changes ? html`<p class="no-print"><button type="button" class="button" @click=${() => choose(page, open)}>${icon('user-plus')}${t('Wijs een coach toe')}</button></p>` : nothing}
    ${session.role === 'coach' ? html`<p class="no-print"><button type="button" class="button danger small" @click=${() => stepAside(page)}>${icon('door-open')}${t('Stap opzij')}</button></p>` : nothing}
  </section>`;
}

/** Coaches first: they do the work. @param {Participant} a @param {Participant} b */
function byRole(a, b) {
  return a.role.localeCompare(b.role) || a.name.localeCompare(b.name);
}

/** @param {CasePage} page @param {OpenCase} open */
function keptOut(page, { view }) {
  if (view.excluded.length === 0) return nothing;
  const names = membersOf(page.app.me)
    .filter(({ person }) => view.excluded.includes(b64(person)))
    .map(({ name }) => name);
  return html`<p class="hint">
    ${icon('user-round-x')}
    ${t('De vraagsteller houdt buiten dit dossier: {names}', { names: [...new Set(names)].join(', ') || t('iemand die hier niet meer werkt') })}
  </p>`;
}

/** @param {CasePage} page @param {OpenCase} open */
async function choose(page, open) {
  const all = candidates(page.app.me, open.view, 'coach').sort((a, b) => a.member.name.localeCompare(b.member.name));
  const absent = await page.app.call(() => awayToday(page.app.me));
  /** @type {Set<string>} */
  const chosen = new Set();
  const answer = await openDialog((close) => {
    const holder = document.createElement('div');
    const draw = () =>
      render(
        html`<div class="stack">
          <h2 id="dialog-title">${t('Wijs een of meer coaches toe')}</h2>
          <p class="hint">${t('Wie je toewijst, kan het hele dossier lezen, ook wat er al geschreven is.')}</p>
          ${all.length === 0 ? html`<p>${t('Er zijn nog geen coaches. Nodig er een uit bij ‘Medewerkers’.')}</p>` : nothing}
          ${all.map(({ member, key, reason }) =>
            tickField({
              id: `coach-${key}`,
              label: member.name,
              text: whyNot(reason) ?? awayOf(page, absent, key) ?? member.function,
              checked: reason === 'there' || chosen.has(key),
              disabled: reason !== null,
              change: (on) => {
                chosen[on ? 'add' : 'delete'](key);
                draw();
              },
            }),
          )}
          <div class="actions">
            <button type="button" class="button" @click=${() => close(null)}>${t('Terug')}</button>
            <button
              type="button"
              class="button primary"
              aria-disabled=${String(chosen.size === 0)}
              @click=${() => chosen.size > 0 && close(true)}
            >
              ${t('Wijs toe')}
            </button>
          </div>
        </div>`,
        holder,
      );
    draw();
    return html`${holder}`;
  });
  if (answer !== true) return;
  if (await page.act((now) => assign(page.app.me, now, [...chosen]))) say(t('Toegewezen.'));
}

/** @param {CasePage} page @param {import('../../client/staff/turn.js').Away} away @param {string} key */
function awayOf(page, away, key) {
  const absence = away.get(key);
  return absence ? awayText(page.app.me, absence) : null;
}

/** @param {'there'|'excluded'|null} reason */
function whyNot(reason) {
  if (reason === 'there') return t('Werkt al aan dit dossier.');
  return reason === 'excluded' ? t('Kan niet: de vraagsteller wil deze persoon buiten het dossier houden.') : null;
}

/** @param {CasePage} page @param {Participant} one */
async function removeOne(page, one) {
  const sure = await ask({
    title: t('{name} van dit dossier halen?', { name: one.name }),
    text: html`<p>
      ${t('{name} kan niets meer lezen van wat hierna komt. Wat al gelezen is, blijft gelezen.', { name: one.name })}
    </p>`,
    yes: t('Verwijder'),
    danger: true,
  });
  if (!sure) return;
  if (await page.act((open) => remove(page.app.me, open, one.key))) say(t('{name} is verwijderd.', { name: one.name }));
}

/** @param {CasePage} page */
async function stepAside(page) {
  const sure = await ask({
    title: t('Opzij stappen?'),
    text: html`<p>
        ${t('Doe dit als je niet neutraal kunt zijn, bijvoorbeeld omdat je iemand kent. Een facilitator en de vraagsteller lezen dat je opzij stapt, niet waarom.')}
      </p>
      <p>
        ${t('Je ziet het dossier daarna niet meer. Dit kun je niet ongedaan maken; een facilitator kan je wel opnieuw toewijzen.')}
      </p>`,
    yes: t('Stap opzij'),
    danger: true,
  });
  if (!sure || page.open === null) return;
  const { open } = page;
  try {
    await page.app.call(() => sendAct(page.app.me, open, draftOf({ kind: 'recuse', text: '', fields: {} })));
    say(t('Je bent opzij gestapt.'));
    page.app.back();
  } catch (problem) {
    page.error = sentenceFor(problem);
    page.draw();
  }
}
