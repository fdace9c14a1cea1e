/**
 * Signing in as an asker: on a page of its own, or in place over whatever was being written.
 * @module ui/sign-in
 */

import { api } from '../client/api.js';
import { signIn } from '../client/asker.js';
import { b64 } from '../crypto/bytes.js';
import { open } from './dialogs.js';
import { actionButton, lineField, secretField } from './fields.js';
import { sentenceFor } from './problems.js';
import { t } from './texts.js';
import { html, icon, nothing, notice, render } from './view.js';

/** @typedef {import('../client/asker.js').Place} Place */
/** @typedef {import('../client/asker.js').Mailbox} Mailbox */

/** The two fields and what happens with them; the page decides where they stand. */
export class SignIn {
  /**
   * @param {Place} place
   * @param {() => void} changed draws again
   * @param {(mailbox: Mailbox) => void} done
   */
  constructor(place, changed, done) {
    this.name = '';
    this.password = '';
    this.shown = false;
    this.busy = false;
    /** What the browser does while it is busy there; '' while it is not. */
    this.waiting = '';
    this.stop = new AbortController();
    this.problem = '';
    this.place = place;
    this.changed = changed;
    this.done = done;
  }

  wipe() {
    this.name = '';
    this.password = '';
  }

  /** @param {string} sentence */
  tell = (sentence) => {
    this.waiting = sentence;
    this.changed();
  };

  get signal() {
    return this.stop.signal;
  }

  async submit() {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    this.stop = new AbortController();
    this.changed();
    try {
      const mailbox = await signIn(api, this.place, { name: this.name, password: this.password }, this);
      this.wipe();
      this.done(mailbox);
    } catch (error) {
      this.problem = sentenceFor(error);
    }
    this.busy = false;
    this.changed();
  }

  render() {
    return html`<div
      class="stack"
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && event.target instanceof HTMLInputElement && this.submit()}
    >
      ${lineField({
        id: 'sign-in-name',
        label: t('De naam die je zelf koos'),
        value: this.name,
        input: (value) => {
          this.name = value;
        },
      })}
      ${secretField({
        id: 'sign-in-password',
        label: t('Je wachtwoord, of je zes woorden'),
        value: this.password,
        shown: this.shown,
        toggle: () => {
          this.shown = !this.shown;
          this.changed();
        },
        input: (value) => {
          this.password = value;
        },
      })}
      <div role="alert">${this.problem ? notice('danger', html`<p>${this.problem}</p>`) : nothing}</div>
      ${this.busy ? html`<p class="muted" role="status">${this.waiting || t('Je sleutel wordt gemaakt. Dat duurt enkele tellen.')}</p>` : nothing}
      <div class="row">
        ${this.waiting ? html`<button type="button" class="button" @click=${() => this.stop.abort()}>${icon('circle-x')}${t('Stop')}</button>` : nothing}
        ${actionButton({ label: html`${icon('key-round')}${t('Open je brievenbus')}`, busyLabel: t('Even geduld…'), busy: this.busy, kind: 'primary big', click: () => this.submit() })}
      </div>
    </div>`;
  }
}

/**
 * Asks for name and password over the page, which stays as it is underneath.
 * @param {Place} place
 * @param {Mailbox} mailbox the one that was open: another one is not taken
 * @returns {() => Promise<Mailbox|null>} null when the asker does not want to
 */
export function signInAgain(place, mailbox) {
  return () =>
    open((close) => {
      const room = document.createElement('div');
      const draw = () =>
        render(
          again(form, () => close(null)),
          room,
        );
      const form = new SignIn(place, draw, (opened) => {
        if (b64(opened.id) === b64(mailbox.id)) return close(mailbox.take(opened));
        form.problem = t('Dit is een andere brievenbus. Meld je aan met de naam en het wachtwoord van daarnet.');
        return draw();
      });
      draw();
      return html`${room}`;
    });
}

/** @param {SignIn} form @param {() => void} cancel */
function again(form, cancel) {
  return html`<div class="stack">
    <h2 id="dialog-title">${t('Meld je opnieuw aan')}</h2>
    <p>${t('Het was een tijd stil, en dan sluit je brievenbus vanzelf. Wat je schreef staat er nog.')}</p>
    ${form.render()}
    <div class="row"><button type="button" class="button quiet" @click=${cancel}>${t('Nu niet')}</button></div>
  </div>`;
}
