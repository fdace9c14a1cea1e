/**
 * Coming back: sign in, see where things stand, read, answer, withdraw.
 * @module pages/mailbox
 */

import { api } from '../client/api.js';
import { loadPlace, reply, resume, thanks, withdrawal } from '../client/asker.js';
import { watchIdle } from '../client/session.js';
import { Attachments } from '../ui/attachments.js';
import { ChooseKey } from '../ui/choose-key.js';
import { ask } from '../ui/dialogs.js';
import { actionButton, areaField, choiceField, fieldError } from '../ui/fields.js';
import { freshnessWarning } from '../ui/freshness.js';
import { fileWords, isReopened, roleWords, stateTone, stateWords } from '../ui/labels.js';
import { enableLeaving, guardUnsent } from '../ui/leave.js';
import { say } from '../ui/live.js';
import { createViews } from '../ui/navigation.js';
import { nameOf, shownAs, showOrganisation } from '../ui/organisation.js';
import { focusHeading, startPage } from '../ui/page.js';
import { sentenceFor } from '../ui/problems.js';
import { SignIn, signInAgain } from '../ui/sign-in.js';
import { address, dayInWords, number, t, tn } from '../ui/texts.js';
import { badge, html, icon, nothing, notice, render } from '../ui/view.js';
import { thumbnails } from '../ui/viewer.js';

/** @typedef {import('../client/asker.js').Mailbox} Mailbox */
/** @typedef {import('../client/asker.js').Place} Place */
/** @typedef {import('../client/asker.js').Summary} Summary */
/** @typedef {import('../client/case.js').CaseView} CaseView */
/** @typedef {import('../client/case.js').Message} Message */
/** @typedef {import('../ui/view.js').Content} Content */

const ENDED = new Set(['passed', 'withdrawn']);

/** @type {MailboxPage|null} */
let page = null;

enableLeaving(() => page?.wipe());
guardUnsent(() => page?.unsent ?? false);

startPage(async (app) => {
  const place = await loadPlace(api);
  showOrganisation(place.organisation);
  page = new MailboxPage(app, place);
  await page.begin();
});

class MailboxPage {
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
    return this.casePage?.unsent ?? false;
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

/** @param {SignIn} form @param {string} remark */
function signInView(form, remark) {
  return html` <div class="stack">
      <h1>${t('Lees je antwoord')}</h1>
      ${remark ? html`<p role="status">${remark}</p>` : nothing}
    </div>
    ${form.render()}
    <p class="hint">
      ${t('Naam of wachtwoord kwijt? Dan kan niemand je brievenbus nog openen, ook wij niet. Stel je vraag gerust opnieuw, met een nieuwe naam.')}
    </p>`;
}

/** @param {Summary[]} summaries */
const newestFirst = (summaries) => [...summaries].sort((a, b) => b.received.localeCompare(a.received));

/**
 * What to expect, and when. Late is said, with an apology.
 * @param {Summary} summary @param {string} today
 */
export function expectation(summary, today) {
  const { state, feedback_by: feedbackBy, feedback_on: feedbackOn, answer_by: answerBy } = summary;
  const { closed_on: closedOn, waits_for: waitsFor } = summary;
  if (state === 'withdrawn') return t('Je trok deze vraag in. Niemand werkt er nog aan.');
  if (state === 'passed') return t('Je vraag is doorgegeven. De behandeling hier stopt.');
  if (state === 'closed') {
    return closedOn
      ? t('Afgesloten op {day}. Heb je nog een vraag, dan gaat ze weer open.', { day: dayInWords(closedOn) })
      : t('Afgesloten. Heb je nog een vraag, dan gaat ze weer open.');
  }
  if (state === 'answered') return t('Je hebt een antwoord. Is er nog iets, schrijf dan gerust.');
  if (isReopened(summary) && waitsFor === 'staff') {
    return t('Je schreef opnieuw. Een medewerker leest het en antwoordt je hier.');
  }
  if (feedbackOn === null && today > feedbackBy) {
    return t(
      'Onze excuses: je had op {day} een eerste reactie moeten hebben. Je vraag is niet verloren. Ze staat nu als ‘te laat’ bovenaan bij iedereen die ze kan beantwoorden.',
      { day: dayInWords(feedbackBy) },
    );
  }
  if (feedbackOn === null) {
    return t('Je krijgt een eerste reactie ten laatste op {day}.', { day: dayInWords(feedbackBy) });
  }
  if (isLate(summary, today)) {
    return t(
      'Onze excuses: je had op {day} een antwoord moeten hebben. Je vraag is niet verloren. Ze staat nu als ‘te laat’ bovenaan bij iedereen die ze kan beantwoorden.',
      { day: dayInWords(answerBy) },
    );
  }
  if (waitsFor === 'asker') return t('Er wacht een bericht op jou. Antwoord als je kunt.');
  return t('Je krijgt een antwoord ten laatste op {day}.', { day: dayInWords(answerBy) });
}

/** One case, opened. */
class CasePage {
  /** @param {MailboxPage} parent @param {string} key b64 of the case id */
  constructor(parent, key) {
    this.parent = parent;
    this.key = key;
    /** @type {CaseView|null} */
    this.view = null;
    /** @type {Summary|null} */
    this.summary = null;
    /** @type {Map<string, string>} */
    this.days = new Map();
    /** @type {Set<string>} */
    this.before = new Set();
    /** @type {Map<string, HTMLElement>} */
    this.pictures = new Map();
    this.attachments = new Attachments(parent.place.organisation.limits, () => parent.draw());
    this.text = '';
    /** @type {string|null} whether more is asked or thanks said, where that makes a difference */
    this.aim = null;
    /** @type {string|null} */
    this.aimError = null;
    this.busy = false;
    this.problem = '';
    this.failure = '';
    /** @type {string|null} */
    this.error = null;
    /** @type {import('../client/case.js').Draft|null} */
    this.draft = null;
  }

  get unsent() {
    return Boolean(this.text || this.attachments.items.length);
  }

  wipe() {
    this.text = '';
    this.view = null;
    this.draft = null;
    this.attachments.clear();
  }

  async load() {
    try {
      const { parent, key } = this;
      if (this.view === null) this.before = parent.open.readBefore(key);
      const { view, summary, days } = await parent.call(() => parent.open.open(key));
      Object.assign(this, { view, summary, days, failure: '' });
      await parent.open.remember(view);
    } catch (error) {
      this.failure = this.view === null ? refusedWords(error) : '';
    }
    this.parent.draw();
  }

  render() {
    const back = html`<p>
      <button type="button" class="button quiet" @click=${() => this.parent.views.back()}>
        ${icon('arrow-left')}${t('Naar je brievenbus')}
      </button>
    </p>`;
    if (this.failure) {
      return html`${back}
        <h1>${t('Deze vraag gaat niet open')}</h1>
        ${notice('danger', html`<p>${this.failure}</p>`)}`;
    }
    if (this.view === null || this.summary === null) {
      return html`${back}
        <h1>${t('Je vraag')}</h1>
        <p class="muted" role="status">${t('Je vraag wordt geopend…')}</p>`;
    }
    return html`${back}${this.head(this.summary, this.view)}${this.warnings(this.view)}${this.thread(this.view)}${this.replyPart(this.summary)}${this.withdrawPart(this.summary)}`;
  }

  /** @param {Summary} summary @param {CaseView} view */
  head(summary, view) {
    const { organisation } = this.parent.place;
    const readers = view.participants.filter(({ role }) => role !== 'asker' && role !== 'archive');
    return html`<div class="stack">
      <h1>${t('Vraag van {day}', { day: dayInWords(summary.received, { weekday: false }) })}</h1>
      <p class="row">${badge(stateWords(summary), stateTone(summary))}</p>
      ${this.expected(summary)}
      <details>
        <summary>${t('Dagen en mensen')}</summary>
        <dl class="facts">
          <dt>${t('Ontvangen')}</dt>
          <dd>${dayInWords(summary.received)}</dd>
          <dt>${t('Eerste reactie')}</dt>
          <dd>
            ${summary.feedback_on ? dayInWords(summary.feedback_on) : t('ten laatste {day}', { day: dayInWords(summary.feedback_by) })}
          </dd>
          <dt>${t('Antwoord')}</dt>
          <dd>
            ${summary.answered_on ? dayInWords(summary.answered_on) : t('ten laatste {day}', { day: dayInWords(summary.answer_by) })}
          </dd>
          ${
            summary.archive_from
              ? html`<dt>${t('In het archief vanaf')}</dt>
                  <dd>
                    ${dayInWords(summary.archive_from, { year: true })}.
                    ${t('Daarna kun je deze vraag hier niet meer lezen.')}
                  </dd>`
              : nothing
          }
          <dt>${t('Wie kan lezen')}</dt>
          <dd>${readers.map((one) => `${shownAs(organisation, one)} (${roleWords(one.role)})`).join(', ')}</dd>
        </dl>
      </details>
    </div>`;
  }

  /** @param {Summary} summary */
  expected(summary) {
    const { day } = this.parent.place.organisation;
    const words = expectation(summary, day);
    return isLate(summary, day) ? notice('warn', html`<p>${words}</p>`) : html`<p>${words}</p>`;
  }

  /** @param {CaseView} view */
  warnings(view) {
    if (view.refused.length === 0 && view.missing.length === 0) return nothing;
    return html`<div role="alert">
      ${notice(
        'danger',
        html` ${view.refused.length ? html`<p>${tn('1 bericht klopt niet en wordt niet getoond: iemand heeft er misschien aan gezeten.', '{n} berichten kloppen niet en worden niet getoond: iemand heeft er misschien aan gezeten.', view.refused.length)}</p>` : nothing}
        ${view.missing.length ? html`<p>${tn('Er ontbreekt 1 bericht dat er eerst wel was.', 'Er ontbreken {n} berichten die er eerst wel waren.', view.missing.length)}</p>` : nothing}`,
      )}
    </div>`;
  }

  // ---- the conversation ----

  /** @param {CaseView} view */
  thread(view) {
    const firstNew = view.messages.findIndex((message) => this.isNew(message));
    return html`<ol class="thread" aria-label=${t('Gesprek')}>
      ${view.messages.map(
        (message, index) =>
          html` ${index === firstNew ? html`<li class="divider"><span>${t('Nieuw sinds je vorige bezoek')}</span></li>` : nothing}
          ${this.message(message, view)}`,
      )}
    </ol>`;
  }

  /** @param {Message} message */
  isNew({ key, author }) {
    return author.role !== 'asker' && !this.before.has(key);
  }

  /** @param {Message} message @param {CaseView} view */
  message(message, view) {
    const own = message.author.role === 'asker';
    const words = eventWords(message, this.parent.place.organisation);
    const day = this.days.get(message.key);
    if (words && message.text === '') {
      return html`<li class="message event">${words}${day ? html` · ${dayInWords(day)}` : nothing}</li>`;
    }
    return html`<li class="message ${own ? 'own' : ''} ${this.isNew(message) ? 'unread' : ''}">
      <header>
        <strong>${own ? t('Jij') : shownAs(this.parent.place.organisation, message.author)}</strong
        ><span>${own ? '' : roleWords(message.author.role)}</span><span>${day ? dayInWords(day) : ''}</span>
      </header>
      ${words ? html`<p><strong>${words}</strong></p>` : nothing}
      <p class="pre" dir="auto">${message.text}</p>
      ${message.attachments.map((attachment, index) => this.album(message, attachment, index, view))}
    </li>`;
  }

  /** @param {Message} message @param {Message['attachments'][number]} attachment @param {number} index @param {CaseView} view */
  album(message, attachment, index, view) {
    const place = `${message.key} ${index}`;
    const title = fileWords(
      attachment.family,
      1 + message.attachments.slice(0, index).filter(({ family }) => family === attachment.family).length,
    );
    if (!this.pictures.has(place)) {
      const load = (/** @type {number} */ n) =>
        this.parent.call(() => this.parent.open.page(view, message, attachment.pages[n]));
      this.pictures.set(place, thumbnails({ count: attachment.pages.length, load, title, watermark: null }));
    }
    return html`<div class="stack tight">
      <p class="hint">${title}</p>
      ${this.pictures.get(place)}
    </div>`;
  }

  // ---- answering ----

  /** @param {Summary} summary */
  replyPart(summary) {
    if (ENDED.has(summary.state)) {
      return html`<p class="notice">
        ${icon('info')}<span>${t('Hier kun je niet meer antwoorden. Je kunt wel een nieuwe vraag stellen.')}</span>
      </p>`;
    }
    return html`<section class="stack" aria-labelledby="reply-title">
      <h2 id="reply-title">${t('Schrijf terug')}</h2>
      ${canRest(summary) ? this.aimField() : nothing}
      ${areaField({ id: 'reply', label: t('Je bericht'), value: this.text, rows: 6, limit: this.parent.place.organisation.limits.text, error: this.error, input: (value) => this.write(value) })}
      <details ?open=${this.attachments.items.length > 0}>
        <summary>${t('Voeg een foto of document toe')}</summary>
        ${this.attachments.render()}
      </details>
      ${fieldError({ id: 'reply-files', error: this.problem || null })}
      <div class="actions">
        ${actionButton({ label: html`${icon('send')}${t('Versleutel en verstuur je bericht')}`, busyLabel: t('Wordt verstuurd…'), busy: this.busy, kind: 'primary big', click: () => this.send() })}
      </div>
    </section>`;
  }

  /** Who only says thanks makes no work for anybody. */
  aimField() {
    return choiceField({
      id: 'reply-aim',
      label: t('Je vraag is al beantwoord. Wat wil je doen?'),
      value: this.aim,
      error: this.aimError,
      options: [
        {
          key: 'reply',
          label: t('Ik heb nog een vraag'),
          text: t('Je vraag gaat weer open. Een medewerker antwoordt je.'),
        },
        {
          key: 'thanks',
          label: t('Ik wil alleen bedanken of iets laten weten'),
          text: t('Een medewerker kan het lezen. Je vraag gaat niet weer open en je krijgt geen antwoord.'),
        },
      ],
      change: (key) => this.choose(key),
    });
  }

  /** @param {string} key */
  choose(key) {
    this.aim = key;
    this.aimError = null;
    this.draft = null;
    this.parent.draw();
  }

  /** @param {string} value */
  write(value) {
    this.text = value;
    this.error = null;
    this.draft = null;
    this.parent.draw();
  }

  async send() {
    this.error = replyProblem(this.text, this.attachments.kept.length, this.parent.place.organisation.limits.text);
    this.problem = this.attachments.obstacle ?? '';
    const rests = this.summary !== null && canRest(this.summary);
    this.aimError = rests && this.aim === null ? t('Kies eerst of je nog een vraag hebt.') : null;
    if (this.error || this.problem || this.aimError) return this.parent.draw();
    this.busy = true;
    this.parent.draw();
    try {
      const seal = rests && this.aim === 'thanks' ? thanks : reply;
      this.draft ??= seal({ text: this.text, attachments: this.attachments.kept });
      const draft = this.draft;
      await this.parent.call(() => this.parent.open.send(this.key, draft));
      this.wipeWritten();
      say(t('Je bericht is verstuurd.'));
      await this.load();
    } catch (error) {
      this.problem = sentenceFor(error);
    }
    this.busy = false;
    this.parent.draw();
  }

  wipeWritten() {
    this.text = '';
    this.aim = null;
    this.draft = null;
    this.attachments.clear();
  }

  // ---- withdrawing ----

  /** @param {Summary} summary */
  withdrawPart(summary) {
    if (ENDED.has(summary.state) || summary.state === 'closed') return nothing;
    return html`<section class="stack" aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">${t('Wil je je vraag intrekken?')}</h2>
      <p>${withdrawalMeans(summary)}</p>
      <div class="row">
        <button type="button" class="button danger" @click=${() => this.withdraw(summary)}>
          ${icon('trash-2')}${t('Trek je vraag in')}
        </button>
      </div>
    </section>`;
  }

  /** @param {Summary} summary */
  async withdraw(summary) {
    const sure = await ask({
      title: t('Je vraag intrekken?'),
      text: html`<p>${withdrawalMeans(summary)}</p>
        <p>${t('Dit kun je niet ongedaan maken.')}</p>`,
      yes: summary.opened ? t('Stop de behandeling') : t('Vernietig mijn vraag'),
      danger: true,
    });
    if (!sure) return;
    try {
      const answer = await this.parent.call(() => this.parent.open.send(this.key, withdrawal()));
      say(answer?.destroyed ? t('Je vraag is vernietigd.') : t('Je vraag is ingetrokken. De behandeling stopt.'));
      this.wipe();
      this.parent.views.reset(() => this.parent.showCases());
    } catch (error) {
      this.problem = sentenceFor(error);
      this.parent.draw();
    }
  }
}

/** @param {Summary} summary */
const withdrawalMeans = (summary) =>
  summary.opened
    ? t(
        'Iemand heeft je vraag al gelezen. De behandeling stopt, niemand antwoordt nog en de vraag verdwijnt uit je brievenbus. Wat gelezen is, blijft wel bewaard bij de facilitatoren.',
      )
    : t('Nog niemand heeft je vraag geopend. Ze wordt helemaal vernietigd: niemand kan ze ooit nog lezen.');

/** Whether it may stay as it is when the asker writes. @param {Summary} summary */
const canRest = ({ state }) => state === 'answered' || state === 'closed';

/** @param {Summary} summary @param {string} today */
export function isLate(summary, today) {
  const {
    state,
    feedback_on: feedbackOn,
    feedback_by: feedbackBy,
    answered_on: answeredOn,
    answer_by: answerBy,
  } = summary;
  // What was answered once has kept its promise, also when it was opened again.
  if (!['new', 'open', 'answering'].includes(state) || answeredOn !== null) return false;
  return feedbackOn === null ? today > feedbackBy : today > answerBy;
}

/** @param {string} text @param {number} attached @param {number} most @returns {string|null} */
function replyProblem(text, attached, most) {
  const tooMany = [...text].length - most;
  if (text.trim() === '' && attached === 0) return t('Schrijf hier je bericht.');
  if (tooMany > 0) {
    return t('Je tekst is {n} tekens te lang. Er is plaats voor {most}. Kort hem in: er is niets verloren.', {
      n: number(tooMany),
      most: number(most),
    });
  }
  return null;
}

/** @param {unknown} error */
function refusedWords(error) {
  if (/** @type {any} */ (error)?.name === 'CaseRefused') {
    return t(
      'Deze vraag klopt niet met wat je toestel onthoudt. Iemand heeft er misschien aan gezeten. Ze wordt daarom niet getoond, en je schrijft hier beter niets meer.',
    );
  }
  return sentenceFor(error);
}

/** What a message does besides saying something. @param {Message} message @param {import('../ui/organisation.js').Organisation} organisation */
function eventWords(message, organisation) {
  const { kind, fields } = message;
  const authority = (/** @type {string} */ key) => nameOf(organisation.authorities, key);
  if (kind === 'feedback') return t('Eerste reactie');
  if (kind === 'final') {
    return fields.referred.length
      ? t('Antwoord, met advies om te gaan naar: {where}', { where: fields.referred.map(authority).join(', ') })
      : t('Antwoord');
  }
  if (kind === 'pass') {
    return t('Doorgegeven aan {where}. De behandeling hier stopt.', { where: authority(fields.authority) });
  }
  if (kind === 'close') return t('De vraag is afgesloten');
  if (kind === 'thanks') return t('Bedanking');
  if (kind === 'withdraw') return t('Je trok je vraag in');
  if (kind === 'recuse') return t('Een coach is opzijgestapt');
  return '';
}
