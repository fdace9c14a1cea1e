/**
 * Somebody leaves: what becomes of their cases, and taking them off the list.
 * @module pages/staff/leaving
 */

import { b64 } from '../../crypto/bytes.js';
import { CaseRefused } from '../../client/case.js';
import { loadCase, triageOf } from '../../client/staff/case.js';
import { deactivate, facilitatorCount, membersOf, WrongRecoveryWords } from '../../client/staff/directory.js';
import { queueCases } from '../../client/staff/queue.js';
import { isEnded, penOf } from '../../client/staff/turn.js';
import { refreshDirectory } from '../../client/staff/member.js';
import { ask } from '../../ui/dialogs.js';
import { actionButton, tickField } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { t, tn } from '../../ui/texts.js';
import { badge, html, nothing, notice } from '../../ui/view.js';
import { failure, waiting } from './app.js';
import { caseScreen } from './case.js';
import { openedCases } from './opened.js';
import { tidyCases } from './housekeeping.js';
import { sentenceFor } from './problems.js';
import { askRecoveryWords } from './word-dialogs.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../crypto/directory.js').Member} Member
 */

/**
 * Somebody leaves: first their open cases, then the access.
 * @param {Member} member
 * @param {import('./app.js').MakeScreen} after where it goes on
 * @returns {import('./app.js').MakeScreen}
 */
export function leavingScreen(member, after) {
  return (app) => {
    const key = b64(member.id);
    /** @type {import('../../client/staff/queue.js').QueueCase[]|null} */
    let open = null;
    /** @type {string|null} */
    let error = null;
    /** @type {{done: number, all: number}|null} */
    let progress = null;
    let busy = false;
    /** Open cases that only they can handle, and that the asker keeps from me. */
    let behind = 0;
    let knows = false;
    const load = async () => {
      try {
        const { cases } = await app.call(() => app.me.api.get('/queue?keys=false'));
        behind = (await app.call(() => app.me.api.get(`/staff/members/${key}/left-behind`))).cases;
        const all = (await queueCases(app.me, cases, new Map())).filter((item) => !isEnded(item));
        // Whose pen it is stands inside a case. A coach has it only in cases that they are on anyway.
        const closed = member.role === 'coach' ? [] : all.filter(({ coaches }) => !coaches.includes(key));
        for (const [done, item] of closed.entries()) {
          progress = { done, all: closed.length };
          app.update();
          item.opened = await heldIn(app, item.key);
        }
        open = all.filter((item) => item.coaches.includes(key) || penOf(item) === key);
      } catch (problem) {
        error = sentenceFor(problem);
      }
      app.update();
    };
    const alone = (/** @type {import('../../client/staff/queue.js').QueueCase} */ item) =>
      item.coaches.length === 1 && item.coaches.includes(key);
    const go = async () => {
      const words =
        member.role === 'facilitator'
          ? await askRecoveryWords(
              app,
              t('{name} is facilitator. Om dat te beëindigen is de herstelsleutel nodig.', { name: member.name }),
            )
          : undefined;
      if (words === null || busy) return;
      const sure = await ask({
        title: t('De toegang van {name} uitzetten?', { name: member.name }),
        text: html`<p>
          ${t('{name} wordt meteen afgemeld en kan zich niet meer aanmelden. Wat al gelezen is, blijft gelezen.', { name: member.name })}
        </p>`,
        yes: t('Zet de toegang uit'),
        danger: true,
      });
      if (!sure) return;
      busy = true;
      error = null;
      app.update();
      try {
        await app.call(async () => {
          const present = membersOf(app.me).find(({ id }) => b64(id) === key);
          if (present) await deactivate(app.me, present, words ?? null);
          await refreshDirectory(app.me);
        });
        say(t('De toegang is uitgezet.'));
        app.reset(after);
        tidyCases(app).catch(() => undefined);
      } catch (problem) {
        error =
          problem instanceof WrongRecoveryWords
            ? t('Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd.')
            : sentenceFor(problem);
      }
      busy = false;
      app.update();
    };
    const last = member.role === 'facilitator' && facilitatorCount(app.me) <= 1;
    return {
      tab: 'team',
      shown: () => void load(),
      render: () =>
        html`<div class="stack narrow">
          <h1>${t('{name} gaat weg', { name: member.name })}</h1>
          ${last ? notice('danger', html`<p>${t('Dit is de enige facilitator. Stel eerst een ander aan.')}</p>`) : nothing}
          ${failure(error)}
          ${open === null ? waiting(t('De lopende dossiers worden gezocht…'), progress) : caseList(app, member, open, alone)}
          ${
            behind > 0
              ? leftBehind(member, behind, knows, (on) => {
                  knows = on;
                  app.update();
                })
              : nothing
          }
          <div class="actions">
            ${actionButton({ label: t('Zet de toegang uit'), busy, kind: 'danger primary', disabled: last || open === null || open.some(alone) || (behind > 0 && !knows), click: go })}
            <button type="button" class="button" @click=${() => app.back()}>${t('Terug')}</button>
          </div>
        </div>`,
    };
  };
}

/**
 * Who is kept out of a case cannot hand it over. Access must be possible to end all the same: knowingly.
 * @param {Member} member @param {number} count @param {boolean} knows @param {(on: boolean) => void} change
 */
function leftBehind(member, count, knows, change) {
  return notice(
    'danger',
    html`<p>
        ${tn('{name} werkt als enige aan {n} lopend dossier dat jij niet ziet: de vraagsteller hield de anderen erbuiten. Gaat {name} weg, dan kan niemand dat dossier nog behandelen of een ander toevoegen. Vraag {name} om het eerst af te werken, of om iemand toe te voegen die er wel bij mag.', '{name} werkt als enige aan {n} lopende dossiers die jij niet ziet: de vraagstellers hielden de anderen erbuiten. Gaat {name} weg, dan kan niemand die dossiers nog behandelen of een ander toevoegen. Vraag {name} om ze eerst af te werken, of om iemand toe te voegen die er wel bij mag.', count, { name: member.name })}
      </p>
      ${tickField({ id: 'left-behind', label: t('Het kan niet wachten. Ik weet dat deze vraagstellers geen antwoord meer krijgen.'), checked: knows, change })}`,
  );
}

/** @param {import('../../client/staff/queue.js').QueueCase} item @param {string} key @param {(item: import('../../client/staff/queue.js').QueueCase) => boolean} alone */
function standsBadge(item, key, alone) {
  if (!item.coaches.includes(key)) return badge(t('heeft de pen; daarna is het aan een ander'));
  return alone(item) ? badge(t('nog niemand anders'), 'warn') : badge(t('ook een ander'), 'good');
}

/**
 * What the case says of who does what; nothing of a case that cannot be trusted, which shows where it is opened.
 * @param {App} app @param {string} key
 * @returns {Promise<import('../../client/staff/queue.js').QueueCase['opened']>}
 */
async function heldIn(app, key) {
  const known = openedCases(app).get(key);
  if (known !== undefined) return known;
  try {
    const { view } = await app.call(() => loadCase(app.me, key));
    return { ...triageOf(view), kind: '', text: '' };
  } catch (problem) {
    if (problem instanceof CaseRefused) return null;
    throw problem;
  }
}

/** @param {App} app @param {Member} member @param {import('../../client/staff/queue.js').QueueCase[]} open @param {(item: import('../../client/staff/queue.js').QueueCase) => boolean} alone */
function caseList(app, member, open, alone) {
  if (open.length === 0) {
    return html`<p>${t('Er loopt geen dossier waaraan alleen {name} werkt.', { name: member.name })}</p>`;
  }
  return html`<p>
      ${tn('{name} werkt aan {n} lopend dossier. Wijs eerst een ander toe waar niemand anders aan werkt.', '{name} werkt aan {n} lopende dossiers. Wijs eerst een ander toe waar niemand anders aan werkt.', open.length, { name: member.name })}
    </p>
    <ul class="cards">
      ${open.map(
        (item) =>
          html`<li class="card row spread">
            <strong>${item.name}</strong>
            ${standsBadge(item, b64(member.id), alone)}
            <button type="button" class="button small" @click=${() => app.open(caseScreen(item.key, item.name))}>
              ${t('Open')}
            </button>
          </li>`,
      )}
    </ul>`;
}
