/**
 * Coming back: sign in, see where things stand, open a question, choose other words.
 * @module pages/mailbox
 */

import { api } from '../client/api.js';
import { loadPlace, resume } from '../client/asker.js';
import { watchIdle } from '../client/session.js';
import { ChooseKey } from '../ui/choose-key.js';
import { actionButton } from '../ui/fields.js';
import { freshnessWarning } from '../ui/freshness.js';
import { stateTone, stateWords } from '../ui/labels.js';
import { enableLeaving, guardUnsent } from '../ui/leave.js';
import { say } from '../ui/live.js';
import { createViews } from '../ui/navigation.js';
import { showOrganisation } from '../ui/organisation.js';
import { focusHeading, startPage } from '../ui/page.js';
import { sentenceFor } from '../ui/problems.js';
import { SignIn, signInAgain } from '../ui/sign-in.js';
import { askBeforeLinks } from '../ui/stay.js';
import { address, dayInWords, t, tn } from '../ui/texts.js';
import { badge, html, icon, nothing, notice, render } from '../ui/view.js';
import { CasePage } from './mailbox/case.js';
import { expectation } from './mailbox/expectation.js';
import { Reply } from './mailbox/reply.js';

/** @typedef {import('../client/asker.js').Mailbox} Mailbox */
/** @typedef {import('../client/asker.js').Place} Place */
/** @typedef {import('../client/asker.js').Summary} Summary */
/** @typedef {import('../ui/view.js').Content} Content */

/** @type {MailboxPage|null} */
let page = null;

enableLeaving(() => page?.wipe());
guardUnsent(() => page?.unsent ?? false);
askBeforeLinks(() => page?.unsent ?? false);

startPage(async (app) => {
  const place = await loadPlace(api);
  showOrganisation(place.organisation);
  page = new MailboxPage(app, place);
  await page.begin();
});

export class MailboxPage {
  /** @param {HTMLElement} app @param {Place} place */
  constructor(app, place) {
    this.app = app;
    this.place = place;
    this.views = createViews();
    /** @type {Mailbox|null} */
    this.mailbox = null;
    /** @type {() => Content} */
    this.view = () => nothing;
    /** @type {CasePage|null} */
    this.casePage = null;
    /** What was begun in each case: it stays when the asker looks elsewhere. @type {Map<string, Reply>} */
    this.replies = new Map();
    /** @type {ChooseKey|null} */
    this.renewal = null;
    this.renewalBusy = false;
    this.problem = '';
    this.stopWatching = () => {};
    this.signIn = new SignIn(
      place,
      () => this.draw(),
      (mailbox) => this.enter(mailbox),
    );
  }

  get unsent() {
    return [...this.replies.values()].some((reply) => reply.unsent);
  }

  /** @param {CasePage} shown @returns {Reply} what was begun in this case before, or an empty one */
  replyIn(shown) {
    const reply = this.replies.get(shown.key) ?? new Reply(shown);
    reply.page = shown;
    this.replies.set(shown.key, reply);
    return reply;
  }

  wipeReplies() {
    for (const reply of this.replies.values()) reply.wipe();
    this.replies.clear();
  }

  get open() {
    if (this.mailbox === null) throw new TypeError('no mailbox');
    return this.mailbox;
  }

  async begin() {
    try {
      const mailbox = await resume(api, this.place);
      if (mailbox === null) this.askToSignIn('');
      else this.enter(mailbox);
    } catch (error) {
      if (!isGone(error)) throw error;
      this.askToSignIn(sentenceFor(error));
    }
  }

  wipe() {
    this.mailbox?.wipe();
    this.signIn.wipe();
    this.renewal?.wipe();
    this.casePage?.wipe();
    this.wipeReplies();
  }

  /** @param {string} remark */
  askToSignIn(remark) {
    this.views.reset(() => this.show(() => signInView(this.signIn, remark)));
  }

  /** @param {Mailbox} mailbox */
  enter(mailbox) {
    this.mailbox = mailbox;
    this.watch();
    this.views.reset(() => this.showCases());
  }

  watch() {
    this.stopWatching();
    this.stopWatching = watchIdle(api, () => this.idle());
  }

  /** After fifteen quiet minutes: the keys go, what was being typed stays. */
  async idle() {
    const closed = this.open;
    closed.wipe();
    // Whoever finds the screen must not read on behind the question.
    this.app.hidden = true;
    const opened = await signInAgain(this.place, closed)();
    this.app.hidden = false;
    if (opened === null) {
      this.casePage = null;
      this.wipeReplies();
      this.askToSignIn(t('Je brievenbus is gesloten.'));
      return;
    }
    this.watch();
    await closed.refresh();
    this.draw();
  }

  /**
   * Does something with the server; where the session has ended, the asker signs in again on the spot.
   * @template T @param {() => Promise<T>} act @returns {Promise<T>}
   */
  async call(act) {
    try {
      return await act();
    } catch (error) {
      if (/** @type {any} */ (error).problem !== 'signed-out') throw error;
      if ((await signInAgain(this.place, this.open)()) === null) throw error;
      return act();
    }
  }

  /** @param {() => Content} view */
  show(view) {
    this.view = view;
    this.draw();
    focusHeading(this.app);
  }

  draw() {
    render(html`<div class="stack loose">${this.view()}</div>`, this.app);
  }

  // ---- all cases ----

  showCases() {
    if (this.casePage?.unsent) say(stays());
    this.casePage = null;
    this.renewal = null;
    this.show(() => this.casesView());
    this.call(() => this.open.refresh()).then(
      () => this.draw(),
      (error) => (isGone(error) ? this.closeEmpty(error) : say(sentenceFor(error))),
    );
  }

  /** The last question went to the archive while this tab was open. @param {unknown} error */
  closeEmpty(error) {
    const { open } = this;
    this.stopWatching();
    this.wipe();
    this.mailbox = null;
    open.signOut().catch(() => undefined);
    this.askToSignIn(sentenceFor(error));
  }

  casesView() {
    const { summaries } = this.open;
    return html` <div class="stack">
        <h1>${t('Je brievenbus')}</h1>
        ${freshnessWarning(this.place)}
      </div>
      ${
        summaries.length === 0
          ? html`<p>${t('Deze brievenbus is leeg. Je kunt hier een nieuwe vraag stellen, of je afmelden.')}</p>`
          : html`<ul class="cases">
              ${newestFirst(summaries).map((summary) => html`<li>${this.caseLink(summary)}</li>`)}
            </ul>`
      }
      <div class="row ways">
        <a class="button primary" href=${address('/ask')}>${icon('pencil')}${t('Stel nog een vraag')}</a>
        <button type="button" class="button" @click=${() => this.views.open(() => this.showRenewal())}>
          ${icon('key-round')}${t('Kies een andere naam of een ander wachtwoord')}
        </button>
        <button type="button" class="button" @click=${() => this.leave()}>${icon('log-out')}${t('Meld je af')}</button>
      </div>
      <p class="hint">
        ${t('Stel je hier nog een vraag, dan kunnen de facilitatoren zien dat je vragen bij elkaar horen. Coaches die maar één vraag behandelen, zien dat niet. Wil je dat niet, meld je dan af en kies een nieuwe naam.')}
      </p>`;
  }

  /** @param {Summary} summary */
  caseLink(summary) {
    const unread = this.open.unread(summary);
    return html`<button type="button" class="case-link" @click=${() => this.openCase(summary.case)}>
      <span class="row"
        ><strong>${t('Vraag van {day}', { day: dayInWords(summary.received, { weekday: false }) })}</strong>
        ${badge(stateWords(summary), stateTone(summary))}
        ${unread > 0 ? badge(tn('1 nieuw bericht', '{n} nieuwe berichten', unread), 'accent') : nothing}</span
      >
      <span class="muted">${expectation(summary, this.place.organisation.day)}</span>
    </button>`;
  }

  /** @param {string} key */
  openCase(key) {
    this.views.open(() => {
      this.casePage ??= new CasePage(this, key);
      this.show(() => this.casePage?.render() ?? nothing);
      this.casePage.load();
    });
  }

  async leave() {
    this.stopWatching();
    this.wipe();
    await this.open.signOut();
    this.mailbox = null;
    this.askToSignIn(t('Je bent afgemeld.'));
  }

  // ---- other words ----

  showRenewal() {
    const { name, short_name: short } = this.place.organisation;
    this.renewal ??= new ChooseKey(() => this.draw(), [name, short]);
    this.renewal.prepare();
    this.problem = '';
    this.show(() => this.renewalView());
  }

  renewalView() {
    return html` <div class="stack">
        <h1>${t('Kies een andere naam of een ander wachtwoord')}</h1>
        <p class="lead">${t('Je vragen blijven. De oude naam en het oude wachtwoord openen daarna niets meer.')}</p>
      </div>
      ${this.renewal?.render()}
      ${this.problem ? html`<div role="alert">${notice('danger', html`<p>${this.problem}</p>`)}</div>` : nothing}
      <div class="actions">
        <button type="button" class="button quiet" @click=${() => this.views.back()}>${t('Terug')}</button>
        ${actionButton({ label: t('Vervang naam en wachtwoord'), busyLabel: t('Even geduld…'), busy: this.renewalBusy, click: () => this.renew() })}
      </div>`;
  }

  async renew() {
    const renewal = /** @type {ChooseKey} */ (this.renewal);
    if (!(await renewal.check())) return;
    this.renewalBusy = true;
    this.draw();
    try {
      await this.call(() => this.open.rename({ name: renewal.name, password: renewal.password }));
      renewal.wipe();
      say(t('Vanaf nu meld je je aan met je nieuwe naam en wachtwoord.'));
      this.views.back();
    } catch (error) {
      this.problem = sentenceFor(error);
    }
    this.renewalBusy = false;
    this.draw();
  }
}

/** @param {unknown} error */
const isGone = (error) => /** @type {any} */ (error)?.problem === 'not-found';

const stays = () => t('Wat je schreef, is niet verstuurd. Het staat er nog als je terugkomt.');

/** @param {SignIn} form @param {string} remark */
function signInView(form, remark) {
  return html` <div class="stack">
      <h1>${t('Lees je antwoord')}</h1>
      ${remark ? html`<div role="status">${notice('info', html`<p>${remark}</p>`)}</div>` : nothing}
    </div>
    ${form.render()}
    <p class="hint">
      ${t('Naam of wachtwoord kwijt? Dan kan niemand je brievenbus nog openen, ook wij niet. Stel je vraag gerust opnieuw, met een nieuwe naam.')}
    </p>`;
}

/** @param {Summary[]} summaries */
const newestFirst = (summaries) => [...summaries].sort((a, b) => b.received.localeCompare(a.received));
