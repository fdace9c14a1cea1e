/**
 * Inviting somebody, and the words to hand over.
 * @module pages/staff/invite
 */

import { toWords } from '../../crypto/words.js';
import { invite } from '../../client/staff/enrolment.js';
import { actionButton, choiceField, lineField } from '../../ui/fields.js';
import { t } from '../../ui/texts.js';
import { html, nothing, notice } from '../../ui/view.js';
import { failure } from './app.js';
import { roleName } from './labels.js';
import { sentenceFor } from './problems.js';
import { submit, wordList } from './words.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../crypto/directory.js').Member} Member
 * @typedef {import('../../crypto/directory.js').StaffRole} StaffRole
 */

/**
 * Inviting somebody new, or enrolling anew a member who lost everything.
 * @param {Member|null} member
 * @param {import('./app.js').MakeScreen} after where it goes on
 * @returns {import('./app.js').MakeScreen}
 */
export function inviteScreen(member, after) {
  return (app) => {
    const typed = { name: member?.name ?? '', function: member?.function ?? '', role: member?.role ?? 'coach' };
    let busy = false;
    /** @type {string|null} */
    let error = null;
    /** @type {string|null} */
    let words = null;
    const go = async () => {
      if (busy || typed.name.trim() === '' || typed.function.trim() === '') {
        error = busy ? null : t('Vul de naam en de functie in.');
        app.update();
        return;
      }
      busy = true;
      error = null;
      app.update();
      try {
        const who = {
          name: typed.name.trim(),
          function: typed.function.trim(),
          role: /** @type {StaffRole} */ (typed.role),
          person: member?.person ?? null,
        };
        words = await toWords(app.portal.words, await app.call(() => invite(app.me, who)));
      } catch (problem) {
        error = sentenceFor(problem);
      }
      busy = false;
      app.update();
    };
    const line = (/** @type {'name'|'function'} */ key, /** @type {string} */ label) =>
      lineField({
        id: `invite-${key}`,
        label,
        value: typed[key],
        input: (value) => {
          typed[key] = value;
        },
      });
    const form = () =>
      html`<form class="stack" @submit=${submit(go)}>
        ${member ? notice('info', html`<p>${t('Doe dit als {name} alles kwijt is: wachtzin, herstelcode en telefoon. De oude toegang eindigt zodra de nieuwe aangaat; de lopende dossiers komen mee.', { name: member.name })}</p>`) : nothing}
        ${line('name', t('Naam, zoals collega’s en vraagstellers die zien'))} ${line('function', t('Functie'))}
        ${choiceField({
          id: 'invite-role',
          label: t('Rol'),
          value: typed.role,
          options: ROLES().map(([key, text]) => ({ key, label: roleName(key), text })),
          change: (key) => {
            typed.role = /** @type {StaffRole} */ (key);
            app.update();
          },
        })}
        ${failure(error)}
        <div class="actions">
          ${actionButton({ label: t('Maak de uitnodiging'), busy, click: go, type: 'submit' })}
          <button type="button" class="button" @click=${() => app.back()}>${t('Terug')}</button>
        </div>
      </form>`;
    return {
      tab: 'team',
      render: () =>
        html`<div class="stack narrow">
          <h1>
            ${words ? t('De uitnodiging voor {name}', { name: typed.name }) : member ? t('{name} opnieuw inschrijven', { name: member.name }) : t('Nodig iemand uit')}
          </h1>
          ${words ? handOver(app, typed.name, words, after) : form()}
        </div>`,
    };
  };
}

/** @returns {[StaffRole, string][]} */
const ROLES = () => [
  ['coach', t('Leest en beantwoordt alleen de dossiers die aan haar of hem zijn toegewezen.')],
  ['helper', t('Doet met dossiers wat een facilitator doet, maar beheert geen medewerkers of archief.')],
  [
    'facilitator',
    t(
      'Leest alle vragen, wijst toe, nodigt medewerkers uit. Hiervoor zijn straks de woorden van de herstelsleutel nodig.',
    ),
  ],
  ['coordinator', t('Ziet de cijfers en het jaarverslag, geen dossiers.')],
];

/** @param {App} app @param {string} name @param {string} words @param {import('./app.js').MakeScreen} after */
function handOver(app, name, words, after) {
  return html`<p>
      ${t('Geef {name} deze elf woorden zelf, op papier of aan de telefoon. Niet per mail: wie ze heeft, kan zich als {name} inschrijven.', { name })}
    </p>
    ${wordList(words)}
    <p>${t('{name} gaat ermee naar {address}.', { name, address: `${location.origin}/staff/join` })}</p>
    ${notice('warn', html`<p>${t('Je ziet deze woorden maar één keer. Ze werken twee weken.')}</p>`)}
    <div class="actions">
      <button type="button" class="button primary" @click=${() => app.reset(after)}>${t('Ik heb ze genoteerd')}</button>
    </div>`;
}
