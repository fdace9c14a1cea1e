/**
 * Colleagues: inviting, checking who came back, activating, leaving, lost second factors.
 * @module pages/staff-team
 */

import { b64, fromB64 } from '../crypto/bytes.js';
import { fromWords, toWords } from '../crypto/words.js';
import {
  acceptReply,
  checkReply,
  invite,
  openInvitations,
  resetSecondFactor,
  withdrawInvitation,
} from '../client/staff-enrolment.js';
import {
  deactivate,
  facilitatorCount,
  membersOf,
  needsRecoveryWords,
  WrongRecoveryWords,
} from '../client/staff-directory.js';
import { refreshDirectory } from '../client/staff.js';
import { ask, open as openDialog } from '../ui/dialogs.js';
import { actionButton, areaField, choiceField, lineField } from '../ui/fields.js';
import { say } from '../ui/live.js';
import { dayInWords, t, tn } from '../ui/texts.js';
import { badge, html, icon, nothing, notice, render } from '../ui/view.js';
import { failure, sentenceFor, waiting } from './staff-app.js';
import { showReminder, tidyCases } from './staff-housekeeping.js';
import { journalDetails } from './staff-journal.js';
import { roleName } from './staff-labels.js';
import { caseScreen } from './staff-case.js';
import { queueCases, isEnded } from '../client/staff-queue.js';
import { submit, wordList } from './staff-words.js';

/**
 * @typedef {import('./staff-app.js').App} App
 * @typedef {import('../crypto/directory.js').Member} Member
 * @typedef {import('../crypto/directory.js').StaffRole} StaffRole
 * @typedef {import('../client/staff-enrolment.js').OpenInvitation} OpenInvitation
 */

/** @type {import('./staff-app.js').MakeScreen} */
export const teamScreen = (app) => new Team(app);

class Team {
  tab = 'team';

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {(OpenInvitation & {reply: 'right'|'wrong'|'unknown'})[]} */
    this.invitations = [];
    /** @type {Map<string, {seen: string|null, second_factor: string}>} */
    this.known = new Map();
    this.loading = true;
    /** @type {string|null} */
    this.error = null;
    this.busy = '';
    this.load();
  }

  draw() {
    if (this.app.screen === this) this.app.update();
  }

  async load() {
    try {
      const session = this.app.me;
      const [invitations, { members }] = await this.app.call(() =>
        Promise.all([openInvitations(session), session.api.get('/staff/members')]),
      );
      this.invitations = await Promise.all(
        invitations.map(async (one) => ({ ...one, reply: await checkReply(session, one) })),
      );
      this.known = new Map(members.map((/** @type {any} */ one) => [one.id, one]));
    } catch (problem) {
      this.error = sentenceFor(problem);
    }
    this.loading = false;
    this.draw();
  }

  /**
   * @param {string} what which button is busy
   * @param {() => Promise<void>} act
   */
  async act(what, act) {
    if (this.busy !== '') return;
    this.busy = what;
    this.error = null;
    this.draw();
    try {
      await this.app.call(act);
      await this.load();
    } catch (problem) {
      this.error =
        problem instanceof WrongRecoveryWords
          ? t('Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd.')
          : sentenceFor(problem);
    }
    this.busy = '';
    this.draw();
  }

  render() {
    return html`<div class="stack">
      <div class="row spread">
        <h1>${t('Medewerkers')}</h1>
        <button type="button" class="button primary" @click=${() => this.app.open(inviteScreen(null))}>
          ${icon('user-plus')}${t('Nodig iemand uit')}
        </button>
      </div>
      ${failure(this.error)}
      ${this.loading ? waiting(t('Even geduld…')) : html`${this.open()}${this.list()}${journalDetails(this.app, this, '/journal', () => this.draw())}`}
    </div>`;
  }

  open() {
    if (this.invitations.length === 0) return nothing;
    return html`<section aria-labelledby="open-title" class="stack tight">
      <h2 id="open-title">${t('Uitnodigingen')}</h2>
      <ul class="cards">
        ${this.invitations.map(
          (one) =>
            html`<li class="card stack tight">
              <div class="row spread"><strong>${one.name}</strong>${badge(roleName(one.role))}</div>
              ${this.invitationText(one)}
              <div class="actions">
                ${one.status === 'enrolled' && one.reply === 'right' ? actionButton({ label: t('Zet de toegang aan'), busy: this.busy === one.id, click: () => this.accept(one) }) : nothing}
                <button type="button" class="button" @click=${() => this.withdraw(one)}>
                  ${t('Trek de uitnodiging in')}
                </button>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** @param {OpenInvitation & {reply: string}} one */
  invitationText(one) {
    if (one.status === 'open') {
      return html`<p>${t('Wacht tot {name} de elf woorden intypt op de pagina /staff/join.', { name: one.name })}</p>`;
    }
    if (one.reply === 'right') {
      return notice(
        'good',
        html`<p>${t('De gegevens kwamen terug en passen bij je woorden: het is wie de woorden kreeg.')}</p>`,
      );
    }
    if (one.reply === 'wrong') {
      return notice(
        'danger',
        html`<p>
          ${t('De gegevens passen niet bij de woorden die je gaf. Zet deze toegang niet aan. Trek de uitnodiging in en spreek {name} zelf aan.', { name: one.name })}
        </p>`,
      );
    }
    return html`<p>${t('Een andere facilitator maakte deze uitnodiging en moet ze zelf nakijken.')}</p>`;
  }

  list() {
    const all = [...membersOf(this.app.me)].sort(
      (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name),
    );
    const gone = all.filter(({ active }) => !active);
    return html`<section aria-labelledby="list-title" class="stack tight">
      <h2 id="list-title">${t('Wie werkt hier')}</h2>
      <ul class="cards">
        ${all.filter(({ active }) => active).map((member) => html`<li class="card">${this.member(member)}</li>`)}
      </ul>
      ${
        gone.length > 0
          ? html`<details>
              <summary>${t('Wie hier niet meer werkt ({n})', { n: gone.length })}</summary>
              <ul>
                ${gone.map(({ name, role }) => html`<li>${name}, ${roleName(role)}</li>`)}
              </ul>
            </details>`
          : nothing
      }
    </section>`;
  }

  /** @param {Member} member */
  member(member) {
    const key = b64(member.id);
    const known = this.known.get(key);
    const self = key === this.app.me.key;
    return html`<div class="stack tight">
      <div class="row spread">
        <span
          ><strong>${member.name}</strong>${self ? html` <small>(${t('jij')})</small>` : nothing}<br /><small
            class="muted"
            >${member.function}</small
          ></span
        >${badge(roleName(member.role), member.role === 'facilitator' ? 'accent' : '')}
      </div>
      <p class="hint">
        ${known?.seen ? t('Laatst aangemeld: {day}', { day: dayInWords(known.seen, { weekday: false }) }) : t('Nog niet aangemeld')}${known?.second_factor === 'reset' ? html` · ${t('wacht op een nieuwe tweede factor')}` : nothing}
      </p>
      ${
        self
          ? nothing
          : html`<div class="actions">
              <button type="button" class="button small" @click=${() => this.resetFactor(member)}>
                ${t('Vernieuw de tweede factor')}
              </button>
              <button type="button" class="button small" @click=${() => this.app.open(inviteScreen(member))}>
                ${t('Schrijf opnieuw in')}
              </button>
              <button
                type="button"
                class="button danger small"
                aria-busy=${String(this.busy === key)}
                @click=${() => this.app.open(leavingScreen(member))}
              >
                ${t('Zet de toegang uit')}
              </button>
            </div>`
      }
    </div>`;
  }

  /** @param {OpenInvitation} one */
  async accept(one) {
    const session = this.app.me;
    const words = needsRecoveryWords(session, { role: one.role, person: fromB64(one.person, 16) })
      ? await askRecoveryWords(
          this.app,
          t('{name} wordt facilitator. Daarvoor is de herstelsleutel van de organisatie nodig.', { name: one.name }),
        )
      : undefined;
    if (words === null) return;
    await this.act(one.id, async () => {
      await acceptReply(session, one, words ?? null);
      await refreshDirectory(session);
      say(t('{name} kan zich nu aanmelden.', { name: one.name }));
      showReminder(this.app);
      if (one.role === 'facilitator' || one.role === 'helper') tidyCases(this.app).catch(() => undefined);
    });
  }

  /** @param {OpenInvitation} one */
  async withdraw(one) {
    const sure = await ask({
      title: t('De uitnodiging van {name} intrekken?', { name: one.name }),
      text: html`<p>${t('De elf woorden werken daarna niet meer.')}</p>`,
      yes: t('Trek in'),
    });
    if (sure) await this.act(one.id, () => withdrawInvitation(this.app.me, one.id));
  }

  /** @param {Member} member */
  async resetFactor(member) {
    const sure = await ask({
      title: t('Een nieuwe tweede factor voor {name}?', { name: member.name }),
      text: html`<p>
        ${t('Doe dit als de telefoon of de passkey weg is. Geef de code zelf, aan iemand die je kent. De wachtzin blijft nodig. Is de nieuwe tweede factor ingesteld, dan gelden alle vorige niet meer.')}
      </p>`,
      yes: t('Maak een code'),
    });
    if (!sure) return;
    await this.act(b64(member.id), async () => {
      const code = await resetSecondFactor(this.app.me, b64(member.id));
      await showCode(
        this.app,
        t('Code voor {name}', { name: member.name }),
        code,
        t('Hiermee stelt {name} bij het aanmelden een nieuwe tweede factor in. De code werkt één keer.', {
          name: member.name,
        }),
      );
    });
  }
}

/**
 * Words of a code, shown once.
 * @param {App} app @param {string} title @param {Uint8Array} code @param {string} text
 */
async function showCode(app, title, code, text) {
  const words = await toWords(app.portal.words, code);
  await openDialog(
    (close) =>
      html`<div class="stack">
        <h2 id="dialog-title">${title}</h2>
        <p>${text}</p>
        ${wordList(words)}
        <p class="hint">${t('Geef ze op papier of aan de telefoon, niet per mail. Je ziet ze maar één keer.')}</p>
        <div class="actions">
          <button type="button" class="button primary" @click=${() => close(true)}>${t('Ik heb ze genoteerd')}</button>
        </div>
      </div>`,
    { stays: true },
  );
}

/**
 * @param {App} app @param {string} why
 * @returns {Promise<Uint8Array|null>} 32 bytes; null when the person went back
 */
export function askRecoveryWords(app, why) {
  return openDialog((close) => {
    const holder = document.createElement('div');
    let typed = '';
    /** @type {string|null} */
    let error = null;
    const go = async () => {
      try {
        close(await fromWords(app.portal.words, typed, 32));
      } catch {
        error = t('Dit zijn geen 21 woorden van een sleutel. Kijk de spelling en de volgorde na.');
        draw();
      }
    };
    const draw = () =>
      render(
        html`<form class="stack" @submit=${submit(go)}>
          <h2 id="dialog-title">${t('De herstelsleutel')}</h2>
          <p>${why}</p>
          ${areaField({
            id: 'recovery-key-words',
            label: t('De 21 woorden'),
            value: typed,
            rows: 4,
            error,
            input: (value) => {
              typed = value;
            },
          })}
          <p class="hint">${t('De woorden blijven in deze browser en worden meteen weer vergeten.')}</p>
          <div class="actions">
            <button type="button" class="button" @click=${() => close(null)}>${t('Terug')}</button
            ><button type="submit" class="button primary">${t('Ga verder')}</button>
          </div>
        </form>`,
        holder,
      );
    draw();
    return html`${holder}`;
  });
}

/**
 * Inviting somebody new, or enrolling anew a member who lost everything.
 * @param {Member|null} member
 * @returns {import('./staff-app.js').MakeScreen}
 */
function inviteScreen(member) {
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
          ${words ? handOver(app, typed.name, words) : form()}
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

/** @param {App} app @param {string} name @param {string} words */
function handOver(app, name, words) {
  return html`<p>
      ${t('Geef {name} deze elf woorden zelf, op papier of aan de telefoon. Niet per mail: wie ze heeft, kan zich als {name} inschrijven.', { name })}
    </p>
    ${wordList(words)}
    <p>${t('{name} gaat ermee naar {address}.', { name, address: `${location.origin}/staff/join` })}</p>
    ${notice('warn', html`<p>${t('Je ziet deze woorden maar één keer.')}</p>`)}
    <div class="actions">
      <button type="button" class="button primary" @click=${() => app.reset(teamScreen)}>
        ${t('Ik heb ze genoteerd')}
      </button>
    </div>`;
}

/**
 * Somebody leaves: first their open cases, then the access.
 * @param {Member} member
 * @returns {import('./staff-app.js').MakeScreen}
 */
function leavingScreen(member) {
  return (app) => {
    const key = b64(member.id);
    /** @type {import('../client/staff-queue.js').QueueCase[]|null} */
    let open = null;
    /** @type {string|null} */
    let error = null;
    let busy = false;
    const load = async () => {
      try {
        const { cases } = await app.call(() => app.me.api.get('/queue?keys=false'));
        const all = await queueCases(app.me, cases);
        open = all.filter((item) => !isEnded(item) && item.coaches.includes(key));
      } catch (problem) {
        error = sentenceFor(problem);
      }
      app.update();
    };
    const alone = (/** @type {import('../client/staff-queue.js').QueueCase} */ item) => item.coaches.length === 1;
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
        app.reset(teamScreen);
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
          ${open === null ? waiting(t('De lopende dossiers worden gezocht…')) : caseList(app, member, open, alone)}
          <div class="actions">
            ${actionButton({ label: t('Zet de toegang uit'), busy, kind: 'danger primary', disabled: last || open === null || open.some(alone), click: go })}
            <button type="button" class="button" @click=${() => app.back()}>${t('Terug')}</button>
          </div>
        </div>`,
    };
  };
}

/** @param {App} app @param {Member} member @param {import('../client/staff-queue.js').QueueCase[]} open @param {(item: import('../client/staff-queue.js').QueueCase) => boolean} alone */
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
            ${alone(item) ? badge(t('nog niemand anders'), 'warn') : badge(t('ook een ander'), 'good')}
            <button type="button" class="button small" @click=${() => app.open(caseScreen(item.key, item.name))}>
              ${t('Open')}
            </button>
          </li>`,
      )}
    </ul>`;
}
