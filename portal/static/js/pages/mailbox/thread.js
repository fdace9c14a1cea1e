/**
 * The conversation of one case: what was written, by whom, and the pages that came along.
 * @module pages/mailbox/thread
 */

import { roleWords } from '../../ui/labels.js';
import { nameOf, shownAs } from '../../ui/organisation.js';
import { dayInWords, fileWords, t } from '../../ui/texts.js';
import { html, nothing } from '../../ui/view.js';
import { thumbnails } from '../../ui/viewer.js';

/** @typedef {import('../../client/case.js').CaseView} CaseView */
/** @typedef {import('../../client/case.js').Message} Message */
/** @typedef {import('../../ui/organisation.js').Organisation} Organisation */

export class Thread {
  /** @param {import('./case.js').CasePage} page */
  constructor(page) {
    this.page = page;
    /** On which day each message came. @type {Map<string, string>} */
    this.days = new Map();
    /** What was read at an earlier visit. @type {Set<string>} */
    this.before = new Set();
    /** Pictures that were drawn stay drawn. @type {Map<string, HTMLElement>} */
    this.pictures = new Map();
  }

  /** @param {CaseView} view */
  render(view) {
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
    const words = eventWords(message, this.page.organisation);
    const day = this.days.get(message.key);
    if (words && message.text === '') {
      return html`<li class="message event">${words}${day ? html` · ${dayInWords(day)}` : nothing}</li>`;
    }
    return html`<li class="message ${own ? 'own' : ''} ${this.isNew(message) ? 'unread' : ''}">
      <header>
        <span
          ><strong>${own ? t('Jij') : shownAs(this.page.organisation, message.author)}</strong>
          ${own ? '' : roleWords(message.author.role)}</span
        ><span>${day ? dayInWords(day) : ''}</span>
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
      const load = (/** @type {number} */ n) => this.page.picture(view, message, attachment.pages[n]);
      this.pictures.set(place, thumbnails({ count: attachment.pages.length, load, title, watermark: null }));
    }
    return html`<div class="stack tight">
      <p class="hint">${title}</p>
      ${this.pictures.get(place)}
    </div>`;
  }
}

/** What a message does besides saying something. @param {Message} message @param {Organisation} organisation */
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
