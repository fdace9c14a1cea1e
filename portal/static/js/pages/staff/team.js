/**
 * Colleagues: who was invited, checking who came back, activating, lost second factors.
 * @module pages/staff/team
 */

import { b64, fromB64 } from '../../crypto/bytes.js';
import {
  acceptReply,
  checkReply,
  openInvitations,
  resetSecondFactor,
  withdrawInvitation,
} from '../../client/staff/enrolment.js';
import { membersOf, needsRecoveryWords, WrongRecoveryWords } from '../../client/staff/directory.js';
import { refreshDirectory } from '../../client/staff/member.js';
import { ask } from '../../ui/dialogs.js';
import { actionButton } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { dayInWords, t } from '../../ui/texts.js';
import { badge, html, icon, nothing, notice } from '../../ui/view.js';
import { failure, waiting } from './app.js';
import { showReminder, tidyCases } from './housekeeping.js';
import { inviteScreen } from './invite.js';
import { journalDetails } from './journal.js';
import { roleName } from './labels.js';
import { leavingScreen } from './leaving.js';
import { sentenceFor } from './problems.js';
import { askRecoveryWords, showCode } from './word-dialogs.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../crypto/directory.js').Member} Member
 * @typedef {import('../../crypto/directory.js').StaffRole} StaffRole
 * @typedef {import('../../client/staff/enrolment.js').OpenInvitation} OpenInvitation
 */

/** @type {import('./app.js').MakeScreen} */
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
        <button type="button" class="button primary" @click=${() => this.app.open(inviteScreen(null, teamScreen))}>
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
              <button
                type="button"
                class="button small"
                @click=${() => this.app.open(inviteScreen(member, teamScreen))}
              >
                ${t('Schrijf opnieuw in')}
              </button>
              <button
                type="button"
                class="button danger small"
                aria-busy=${String(this.busy === key)}
                @click=${() => this.app.open(leavingScreen(member, teamScreen))}
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
