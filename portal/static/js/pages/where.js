/**
 * "Waar kan ik terecht?": a few questions lead to the right place. Everything that can be asked came with the page, so
 * no answer is sent, and nothing of them is kept: not in the address, not in the history, not in any storage.
 * @module pages/where
 */

import { api } from '../client/api.js';
import { choiceField } from '../ui/fields.js';
import { enableLeaving } from '../ui/leave.js';
import { speak } from '../ui/live.js';
import { showOrganisation } from '../ui/organisation.js';
import { ownWords } from '../ui/own-words.js';
import { startPage } from '../ui/page.js';
import { address, language, t } from '../ui/texts.js';
import { html, icon, nothing, notice, render } from '../ui/view.js';

/** @typedef {import('../ui/organisation.js').Organisation} Organisation */
/** @typedef {import('../ui/own-words.js').OwnWords} OwnWords */
/** @typedef {{label: string, text: OwnWords, to: string[], next: string|null}} Answer */
/** @typedef {{key: string, question: string, answers: Answer[]}} Question */

/** The place that is no channel: asking here. */
const HERE = 'hier';

/** @type {WherePage|null} */
let page = null;

enableLeaving(() => page?.wipe());

startPage(
  async (app) => {
    const [organisation, { questions }] = await Promise.all([
      api.get(`/organisation?language=${language}`),
      api.get(`/signpost?language=${language}`),
    ]);
    showOrganisation(organisation);
    page = new WherePage(app, organisation, questions);
    page.draw();
  },
  { seals: false },
);

class WherePage {
  /** @param {HTMLElement} app @param {Organisation} organisation @param {Question[]} questions */
  constructor(app, organisation, questions) {
    this.app = app;
    this.organisation = organisation;
    this.questions = questions;
    /** @type {number[]} the answer chosen to each question so far */
    this.chosen = [];
  }

  wipe() {
    this.chosen = [];
  }

  /** The questions to show: those answered, and the next one if there is one. @returns {Question[]} */
  get asked() {
    /** @type {Question[]} */
    const asked = [];
    let question = this.questions.at(0);
    while (question !== undefined) {
      asked.push(question);
      const next = question.answers[this.chosen[asked.length - 1]]?.next;
      question = this.questions.find(({ key }) => key === next);
    }
    return asked;
  }

  /** The answer that leads to places, once it is given. @returns {Answer|null} */
  get end() {
    const last = this.asked.at(-1);
    const answer = last?.answers[this.chosen[this.asked.length - 1]];
    return answer?.next === null ? answer : null;
  }

  /** @param {number} place @param {number} answer */
  choose(place, answer) {
    this.chosen = [...this.chosen.slice(0, place), answer];
    this.draw();
    speak(this.end ? t('Hier kun je terecht, onder de vragen.') : t('Er kwam een vraag bij.'));
  }

  again() {
    this.wipe();
    this.draw();
    document.getElementById('question-0')?.focus();
  }

  draw() {
    render(html`<div class="stack loose">${this.way()}${this.everywhere()}</div>`, this.app);
  }

  way() {
    if (this.questions.length === 0) return nothing;
    return html`${this.asked.map((question, place) => this.question(question, place))}
    ${this.end ? this.places(this.end) : nothing}
    ${
      this.chosen.length > 0
        ? html`<p>
            <button type="button" class="button quiet" @click=${() => this.again()}>
              ${icon('refresh-cw')}${t('Begin opnieuw')}
            </button>
          </p>`
        : nothing
    }`;
  }

  /** @param {Question} question @param {number} place */
  question(question, place) {
    const chosen = this.chosen[place];
    return choiceField({
      id: `question-${place}`,
      label: question.question,
      value: chosen === undefined ? null : String(chosen),
      options: question.answers.map(({ label }, key) => ({ key: String(key), label })),
      change: (key) => this.choose(place, Number(key)),
    });
  }

  /** @param {Answer} end */
  places(end) {
    return html`<section class="stack" aria-labelledby="places">
      <h2 id="places">${t('Hier kun je terecht')}</h2>
      ${ownWords(end.text)} ${end.to.map((key) => (key === HERE ? this.here() : this.channel(key)))}
    </section>`;
  }

  here() {
    if (!this.organisation.accepts) {
      return notice('warn', html`<p>${t('Hier kan nog geen vraag gesteld worden. Kies een andere weg.')}</p>`);
    }
    return html`<section class="card stack tight" aria-labelledby="here">
      <h3 id="here">${t('Vraag het hier, zonder te zeggen wie je bent')}</h3>
      <p>${t('Een integriteitscoach denkt met je mee. Je krijgt advies: er komt geen onderzoek van.')}</p>
      <p><a class="button primary" href=${address('/ask')}>${icon('pencil')}${t('Stel je vraag')}</a></p>
    </section>`;
  }

  /** @param {string} key */
  channel(key) {
    const channel = this.organisation.channels.find((one) => one.key === key);
    if (channel === undefined) return nothing;
    return html`<section class="card stack tight" aria-labelledby=${`channel-${key}`}>
      <h3 id=${`channel-${key}`}>${channel.name}</h3>
      ${ownWords(channel.text)} ${channel.contact ? html`<p class="pre">${channel.contact}</p>` : nothing}
    </section>`;
  }

  everywhere() {
    const { channels } = this.organisation;
    if (channels.length === 0) return nothing;
    return html`<section class="stack" aria-labelledby="all">
      <h2 id="all">${t('Alle plaatsen op een rij')}</h2>
      <div class="stack tight">
        ${channels.map(
          (channel) =>
            html`<details>
              <summary>${channel.name}</summary>
              <div class="stack tight">
                ${ownWords(channel.text)}
                ${channel.contact ? html`<p class="muted pre">${channel.contact}</p>` : nothing}
              </div>
            </details>`,
        )}
      </div>
    </section>`;
  }
}
