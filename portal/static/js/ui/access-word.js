/**
 * Asks for the access word, once a visit, before anything can be asked.
 * @module ui/access-word
 */

import { enterWord } from '../client/access.js';
import { api } from '../client/api.js';
import { patient } from '../client/patience.js';
import { open } from './dialogs.js';
import { actionButton, focusFirstError, secretField } from './fields.js';
import { sentenceFor } from './problems.js';
import { address, t } from './texts.js';
import { html, icon, nothing, notice, render } from './view.js';

export class AccessWord {
  /** @param {() => void} changed draws again @param {() => Promise<void>|void} done the word was right */
  constructor(changed, done) {
    this.changed = changed;
    this.done = done;
    this.word = '';
    this.shown = false;
    this.busy = false;
    this.stop = new AbortController();
    this.waiting = '';
    this.error = '';
  }

  /** @param {string} sentence */
  wait(sentence) {
    this.waiting = sentence;
    this.changed();
  }

  async submit() {
    if (this.busy) return;
    this.error = this.word.trim() === '' ? t('Vul het toegangswoord in.') : '';
    if (this.error === '') await this.enter();
    this.changed();
    if (this.error !== '') focusFirstError();
  }

  async enter() {
    this.busy = true;
    this.stop = new AbortController();
    this.changed();
    try {
      await enterWord(patient(api, { tell: (sentence) => this.wait(sentence), signal: this.stop.signal }), this.word);
      this.word = '';
      await this.done();
    } catch (error) {
      this.error = sentenceFor(error);
    }
    this.busy = false;
  }

  /** @param {import('./view.js').Content} back the way out */
  fields(back) {
    return html`<div
      class="stack loose"
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && event.target instanceof HTMLInputElement && this.submit()}
    >
      ${secretField({
        id: 'access-word',
        label: t('Het toegangswoord'),
        hint: t('Hoofdletters, spaties en streepjes maken niet uit.'),
        value: this.word,
        shown: this.shown,
        error: this.error || null,
        toggle: () => {
          this.shown = !this.shown;
          this.changed();
        },
        input: (value) => {
          this.word = value;
        },
      })}
      <div role="status">${this.waiting ? notice('info', html`<p>${this.waiting}</p>`) : nothing}</div>
      ${this.waiting ? html`<div class="row"><button type="button" class="button" @click=${() => this.stop.abort()}>${icon('circle-x')}${t('Stop')}</button></div>` : nothing}
      <div class="actions">
        ${back}
        ${actionButton({ label: html`${t('Verder')}${icon('arrow-right')}`, busyLabel: t('Even geduld…'), busy: this.busy, kind: 'primary big', click: () => this.submit() })}
      </div>
    </div>`;
  }

  render() {
    return html`<div class="stack loose">
      <div class="stack">
        <h1>${t('Eerst het toegangswoord')}</h1>
        <p class="lead">
          ${t('Wie hier werkt, kent een woord om een vraag te stellen. Het staat op de affiche of je kreeg het in een briefing.')}
        </p>
      </div>
      ${this.fields(html`<a class="button quiet" href=${address('/')}>${t('Terug')}</a>`)}
      ${notice(
        'info',
        html`<p>${t('Het woord zegt niet wie je bent: iedereen geeft hetzelfde woord.')}</p>
          <p>
            ${t('Stelde je hier al een vraag? Om je antwoord te lezen heb je het woord niet nodig.')}
            <a href=${address('/mailbox')}>${t('Lees je antwoord')}</a>
          </p>`,
      )}
    </div>`;
  }
}

/**
 * Asks again, over whatever is on the page: the word was changed while somebody was writing.
 * @returns {Promise<boolean>} false when the asker would rather not
 */
export async function askWordAgain() {
  const given = await open((close) => {
    const room = document.createElement('div');
    const draw = () =>
      render(
        again(word, () => close(false)),
        room,
      );
    const word = new AccessWord(draw, () => close(true));
    draw();
    return html`${room}`;
  });
  return given === true;
}

/** @param {AccessWord} word @param {() => void} cancel */
function again(word, cancel) {
  return html`<div class="stack">
    <h2 id="dialog-title">${t('Geef het toegangswoord nog eens')}</h2>
    <p>${t('Het woord is intussen veranderd, of je was lang weg. Wat je schreef staat er nog.')}</p>
    ${word.fields(html`<button type="button" class="button quiet" @click=${cancel}>${t('Nu niet')}</button>`)}
  </div>`;
}
