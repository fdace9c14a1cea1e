/**
 * Writing back: what is being typed, chosen and attached stays until it was sent or thrown away.
 * @module pages/mailbox/reply
 */

import { reply, thanks } from '../../client/asker.js';
import { Attachments } from '../../ui/attachments.js';
import { actionButton, areaField, choiceField, fieldError } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { sentenceFor } from '../../ui/problems.js';
import { number, t } from '../../ui/texts.js';
import { html, icon, nothing } from '../../ui/view.js';

/** @typedef {import('../../client/asker.js').Summary} Summary */

export class Reply {
  /** @param {import('./case.js').CasePage} page */
  constructor(page) {
    this.page = page;
    this.limits = page.organisation.limits;
    this.attachments = new Attachments(this.limits, () => this.page.draw());
    this.text = '';
    /** @type {string|null} whether more is asked or thanks said, where that makes a difference */
    this.aim = null;
    /** @type {string|null} */
    this.aimError = null;
    this.busy = false;
    this.problem = '';
    /** @type {string|null} */
    this.error = null;
    /** As it was sealed: sent again, it is the same reply. @type {import('../../client/case.js').Draft|null} */
    this.draft = null;
  }

  get unsent() {
    return Boolean(this.text || this.attachments.any);
  }

  wipe() {
    this.text = '';
    this.draft = null;
    this.attachments.clear();
  }

  /** @param {Summary} summary */
  render(summary) {
    return html`<section class="stack" aria-labelledby="reply-title">
      <h2 id="reply-title">${t('Schrijf terug')}</h2>
      ${canRest(summary) ? this.aimField() : nothing}
      ${areaField({ id: 'reply', label: t('Je bericht'), value: this.text, rows: 6, limit: this.limits.text, error: this.error, input: (value) => this.write(value) })}
      <details ?open=${this.attachments.any || this.attachments.problem !== ''}>
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
    this.page.draw();
  }

  /** @param {string} value */
  write(value) {
    this.text = value;
    this.error = null;
    this.draft = null;
    this.page.draw();
  }

  async send() {
    this.error = replyProblem(this.text, this.attachments.kept.length, this.limits.text);
    this.problem = this.attachments.obstacle ?? '';
    const { summary } = this.page;
    const rests = summary !== null && canRest(summary);
    this.aimError = rests && this.aim === null ? t('Kies eerst of je nog een vraag hebt.') : null;
    if (this.error || this.problem || this.aimError) return this.page.draw();
    this.busy = true;
    this.page.draw();
    try {
      const seal = rests && this.aim === 'thanks' ? thanks : reply;
      this.draft ??= seal({ text: this.text, attachments: this.attachments.kept });
      const draft = this.draft;
      await this.page.send(draft);
      this.wipe();
      this.aim = null;
      say(t('Je bericht is verstuurd.'));
      await this.page.load();
    } catch (error) {
      this.problem = sentenceFor(error);
    }
    this.busy = false;
    this.page.draw();
  }
}

/** Whether it may stay as it is when the asker writes. @param {Summary} summary */
const canRest = ({ state }) => state === 'answered' || state === 'closed';

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
