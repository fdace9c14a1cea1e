/**
 * One case, opened: where it stands, what was said, writing back, withdrawing.
 * @module pages/mailbox/case
 */

import { withdrawal } from '../../client/asker.js';
import { UNREADABLE } from '../../client/states.js';
import { loadChecked } from '../../client/standing.js';
import { ask } from '../../ui/dialogs.js';
import { roleWords, stateTone, stateWords } from '../../ui/labels.js';
import { say } from '../../ui/live.js';
import { shownAs } from '../../ui/organisation.js';
import { sentenceFor } from '../../ui/problems.js';
import { dayInWords, t, tn } from '../../ui/texts.js';
import { badge, html, icon, nothing, notice } from '../../ui/view.js';
import { expectation, isLate } from './expectation.js';
import { Thread } from './thread.js';

/** @typedef {import('../../client/asker.js').Summary} Summary */
/** @typedef {import('../../client/case.js').CaseView} CaseView */
/** @typedef {import('../../client/case.js').Message} Message */

const ENDED = new Set(['passed', 'withdrawn', UNREADABLE]);

export class CasePage {
  /** @param {import('../mailbox.js').MailboxPage} parent @param {string} key b64 of the case id */
  constructor(parent, key) {
    this.parent = parent;
    this.key = key;
    this.organisation = parent.place.organisation;
    /** @type {CaseView|null} */
    this.view = null;
    /** @type {Summary|null} */
    this.summary = null;
    /** The server's index said otherwise than the signed acts. */
    this.contradicted = false;
    this.failure = '';
    this.thread = new Thread(this);
    this.reply = parent.replyIn(this);
  }

  get unsent() {
    return this.reply.unsent;
  }

  wipe() {
    this.view = null;
    this.reply.wipe();
  }

  draw() {
    this.parent.draw();
  }

  /** @param {import('../../client/case.js').Draft} draft */
  send(draft) {
    return this.parent.call(() => this.parent.open.send(this.key, draft));
  }

  /** @param {CaseView} view @param {Message} message @param {Message['attachments'][number]['pages'][number]} place */
  picture(view, message, place) {
    return this.parent.call(() => this.parent.open.page(view, message, place));
  }

  async load() {
    try {
      const { parent, key } = this;
      if (this.view === null) this.thread.before = parent.open.readBefore(key);
      const opened = await loadChecked(() => parent.call(() => parent.open.open(key)));
      const { summary, contradicted, days, ...view } = opened;
      Object.assign(this, { view, summary, contradicted, failure: '' });
      this.thread.days = days;
      await parent.open.remember(view);
    } catch (error) {
      this.failure = this.view === null ? refusedWords(error) : '';
    }
    this.draw();
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
    return html`${back}${this.head(this.summary, this.view)}${this.warnings(this.view)}${this.thread.render(this.view)}${this.replyPart(this.summary)}${this.withdrawPart(this.summary)}`;
  }

  /** @param {Summary} summary @param {CaseView} view */
  head(summary, view) {
    const { organisation } = this;
    const readers = view.participants.filter(({ role }) => role !== 'asker' && role !== 'archive');
    return html`<div class="stack">
      <h1>${t('Vraag van {day}', { day: dayInWords(summary.received, { weekday: false }) })}</h1>
      <p class="row">${badge(stateWords(summary), stateTone(summary))}</p>
      ${this.expected(summary)} ${this.stays(summary)}
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
    const { day } = this.organisation;
    const words = expectation(summary, day);
    return isLate(summary, day) ? notice('warn', html`<p>${words}</p>`) : html`<p>${words}</p>`;
  }

  /** What ended can still be read for a while: until when must not have to be looked for. @param {Summary} summary */
  stays({ state, archive_from: day }) {
    const ended = state === 'closed' || ENDED.has(state);
    if (!ended || day === null || this.organisation.day >= day) return nothing;
    return html`<p class="muted">
      ${t('Je kunt deze vraag hier zeker lezen tot {day}. Daarna gaat ze naar het archief.', { day: dayInWords(day, { year: true }) })}
    </p>`;
  }

  /** @param {CaseView} view */
  warnings(view) {
    if (view.refused.length === 0 && view.missing.length === 0 && !this.contradicted) return nothing;
    return html`<div role="alert">
      ${notice(
        'danger',
        html` ${view.refused.length ? html`<p>${tn('1 bericht klopt niet en wordt niet getoond: iemand heeft er misschien aan gezeten.', '{n} berichten kloppen niet en worden niet getoond: iemand heeft er misschien aan gezeten.', view.refused.length)}</p>` : nothing}
        ${view.missing.length ? html`<p>${tn('Er ontbreekt 1 bericht dat er eerst wel was.', 'Er ontbreken {n} berichten die er eerst wel waren.', view.missing.length)}</p>` : nothing}
        ${this.contradicted ? html`<p>${t('De server zegt iets anders over je vraag dan de berichten zelf. Wat je hier leest, volgt de berichten. Er is niets verloren. Vraag op je werk na of het adviespunt goed werkt, zonder te zeggen waarom.')}</p>` : nothing}`,
      )}
    </div>`;
  }

  /** @param {Summary} summary */
  replyPart(summary) {
    if (!ENDED.has(summary.state)) return this.reply.render(summary);
    return html`<p class="notice">
      ${icon('info')}<span>${t('Hier kun je niet meer antwoorden. Je kunt wel een nieuwe vraag stellen.')}</span>
    </p>`;
  }

  /** @param {Summary} summary */
  withdrawPart(summary) {
    const over = ENDED.has(summary.state) || summary.state === 'closed';
    if (over && summary.state !== UNREADABLE) return nothing;
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
      yes: yesTo(summary),
      danger: true,
    });
    if (!sure) return;
    try {
      const answer = await this.send(withdrawal());
      say(answer?.destroyed ? t('Je vraag is vernietigd.') : t('Je vraag is ingetrokken. De behandeling stopt.'));
      this.wipe();
      this.parent.views.reset(() => this.parent.showCases());
    } catch (error) {
      this.reply.problem = sentenceFor(error);
      this.draw();
    }
  }
}

/** What the button that withdraws says. @param {Summary} summary */
function yesTo({ state, opened }) {
  if (state === UNREADABLE) return t('Trek je vraag in');
  return opened ? t('Stop de behandeling') : t('Vernietig mijn vraag');
}

/** @param {Summary} summary */
const withdrawalMeans = (summary) =>
  summary.state === UNREADABLE
    ? t('Niemand kon je vraag openen. Trek je ze in, dan verdwijnt ze uit je brievenbus.')
    : meansByOpening(summary);

/** @param {Summary} summary */
const meansByOpening = (summary) =>
  summary.opened
    ? t(
        'Iemand heeft je vraag al gelezen. De behandeling stopt, niemand antwoordt nog en de vraag verdwijnt uit je brievenbus. Wat gelezen is, blijft bewaard voor wie aan je vraag werkte: de facilitatoren, hun helpers en de coaches die zij erbij haalden.',
      )
    : t('Nog niemand heeft je vraag geopend. Ze wordt helemaal vernietigd: niemand kan ze ooit nog lezen.');

/** @param {unknown} error */
function refusedWords(error) {
  if (/** @type {any} */ (error)?.name === 'CaseRefused') {
    return t(
      'Deze vraag klopt niet met wat je toestel onthoudt. Iemand heeft er misschien aan gezeten. Ze wordt daarom niet getoond, en je schrijft hier beter niets meer.',
    );
  }
  return sentenceFor(error);
}
