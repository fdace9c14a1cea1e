/**
 * Choosing a name and a password of one's own: a six-word passphrase that is offered and checked, or one's own words.
 * @module ui/choose-key
 */

import { loadWords, passphraseOf } from '../client/word-list.js';
import { normaliseName } from '../crypto/identity.js';
import { fieldError, lineField, secretField } from './fields.js';
import { judge } from './strength.js';
import { t } from './texts.js';
import { html, icon, notice } from './view.js';

const WORDS = 6;
/** Of these words the asker is asked to copy two from their own paper. */
const ASKED_WORDS = 2;

/** @typedef {'given'|'own'} Way */

export class ChooseKey {
  /**
   * @param {() => void} changed draws again
   * @param {string[]} context words that a guesser would try first: the organisation's name
   */
  constructor(changed, context) {
    this.changed = changed;
    this.context = context;
    this.name = '';
    /** @type {Way} */
    this.way = 'given';
    this.phrase = '';
    this.own = '';
    this.again = '';
    this.shown = false;
    /** @type {number[]} */
    this.asked = [];
    /** @type {Record<number, string>} */
    this.copied = {};
    /** @type {Record<string, string|null>} */
    this.errors = {};
    this.failed = false;
  }

  /** The password as chosen. */
  get password() {
    return this.way === 'given' ? this.phrase : this.own;
  }

  /** Forgets everything that was typed or offered. */
  wipe() {
    Object.assign(this, { name: '', phrase: '', own: '', again: '', copied: {} });
  }

  /** Makes six words, the first time they are needed. */
  async prepare() {
    if (this.phrase === '') await this.renew();
  }

  async renew() {
    try {
      this.phrase = passphraseOf(await loadWords(), WORDS);
      this.asked = pick(WORDS, ASKED_WORDS);
      this.copied = {};
      this.failed = false;
    } catch {
      this.failed = true;
      this.way = 'own';
    }
    this.changed();
  }

  /** Whether both will do; says what will not. @returns {Promise<boolean>} */
  async check() {
    this.errors = {
      name: nameProblem(this.name),
      ...(this.way === 'given' ? this.checkCopied() : await this.checkOwn()),
    };
    this.changed();
    return Object.values(this.errors).every((error) => !error);
  }

  checkCopied() {
    const words = this.phrase.split(' ');
    const wrong = this.asked.filter((place) => fold(this.copied[place]) !== words[place]);
    /** @type {Record<string, string>} */
    const errors = {};
    for (const place of wrong) {
      errors[`word-${place}`] = this.copied[place]
        ? t('Dit is niet woord {n}. Kijk op je papier.', { n: place + 1 })
        : t('Typ hier woord {n}, van je papier.', { n: place + 1 });
    }
    return errors;
  }

  async checkOwn() {
    const own = await this.judgeOwn();
    const again =
      own === null && this.own !== this.again ? t('Dit is niet hetzelfde als hierboven. Typ het nog eens.') : null;
    return { own, again };
  }

  /** @returns {Promise<string|null>} why one's own password will not do */
  async judgeOwn() {
    try {
      return await judge(this.own, this.name, this.context);
    } catch {
      return t('De sterkte van dit wachtwoord kon niet worden nagegaan. Neem de zes woorden, of probeer het opnieuw.');
    }
  }

  render() {
    return html`<div class="stack loose">
      ${lineField({
        id: 'name',
        label: t('Een naam die je zelf verzint'),
        hint: t('Niet je eigen naam, je stamnummer of een bijnaam die collega’s kennen. Hoofdletters maken niet uit.'),
        value: this.name,
        error: this.errors.name ?? null,
        input: (value) => this.set('name', value),
      })}
      ${this.ways()} ${this.way === 'given' ? this.given() : this.ownFields()}
    </div>`;
  }

  ways() {
    return html`<fieldset>
      <legend>${t('Een wachtwoord')}</legend>
      ${
        this.failed
          ? notice(
              'warn',
              html`<p>
                  ${t('De lijst met woorden is niet aangekomen. Kies zelf een wachtwoord, of probeer het opnieuw.')}
                </p>
                <button type="button" class="button" @click=${() => this.retry()}>${t('Probeer opnieuw')}</button>`,
            )
          : ''
      }
      ${this.wayChoice('given', t('Neem zes woorden die het toeval koos'), t('Moeilijk te raden en makkelijk over te schrijven. Dit raden we aan.'))}
      ${this.wayChoice('own', t('Kies zelf'), t('Een lange zin die nergens staat en die je nergens anders gebruikt.'))}
    </fieldset>`;
  }

  retry() {
    this.way = 'given';
    this.renew();
  }

  /** @param {Way} way @param {string} label @param {string} text */
  wayChoice(way, label, text) {
    return html`<label class="choice"
      ><input type="radio" id=${`way-${way}`} .checked=${this.way === way} @change=${() => this.take(way)} />
      <span>${label}<small>${text}</small></span></label
    >`;
  }

  /** @param {Way} way */
  take(way) {
    this.way = way;
    this.errors = {};
    this.changed();
    if (way === 'given') this.prepare();
  }

  given() {
    if (this.phrase === '') return html`<p class="muted" role="status">${t('De woorden worden gekozen…')}</p>`;
    return html`<section class="card stack" aria-labelledby="phrase-title">
      <h2 id="phrase-title">${t('Schrijf deze zes woorden op')}</h2>
      <p>
        ${t('Op papier, op een plek die alleen jij kent. Liever niet als foto of bericht op je telefoon. Je ziet ze alleen nu.')}
      </p>
      <ol class="phrase">
        ${this.phrase.split(' ').map((word) => html`<li>${word}</li>`)}
      </ol>
      <div class="row">
        <button type="button" class="button quiet" @click=${() => this.renew()}>
          ${icon('refresh-cw')}${t('Geef andere woorden')}
        </button>
      </div>
      <p>
        <strong>${t('Klopt je papier?')}</strong> ${t('Typ twee woorden over, van je papier en niet van het scherm.')}
      </p>
      ${this.asked.map((place) =>
        lineField({
          id: `word-${place}`,
          label: t('Woord {n}', { n: place + 1 }),
          value: this.copied[place] ?? '',
          error: this.errors[`word-${place}`] ?? null,
          input: (value) => {
            this.copied[place] = value;
          },
        }),
      )}
    </section>`;
  }

  ownFields() {
    const toggle = () => {
      this.shown = !this.shown;
      this.changed();
    };
    return html` ${secretField({ id: 'own', label: t('Je wachtwoord'), value: this.own, shown: this.shown, toggle, error: this.errors.own ?? null, input: (value) => this.set('own', value) })}
    ${secretField({ id: 'again', label: t('Nog eens je wachtwoord'), value: this.again, shown: this.shown, toggle, error: this.errors.again ?? null, input: (value) => this.set('again', value) })}
    ${fieldError({ id: 'key', error: null })}`;
  }

  /** @param {'name'|'own'|'again'} field @param {string} value */
  set(field, value) {
    this[field] = value;
    if (!this.errors[field]) return;
    this.errors[field] = null;
    this.changed();
  }
}

/** @param {string|undefined} word */
const fold = (word) => (word ?? '').trim().toLowerCase();

/** @param {string} name @returns {string|null} */
export function nameProblem(name) {
  if (name.trim() === '') return t('Verzin een naam: zonder naam vind je je vraag niet terug.');
  try {
    normaliseName(name);
  } catch {
    return name.length > 64
      ? t('Deze naam is te lang: hoogstens 64 tekens.')
      : t(
          'Gebruik alleen gewone letters, cijfers en leestekens, zonder accenten of emoji. Niet elk toetsenbord typt die op dezelfde manier, en dan kom je er later niet meer in.',
        );
  }
  if (/^\S+@\S+\.\S+$/.test(name.trim())) {
    return t('Dit lijkt op een mailadres. Verzin een naam die niets over jou zegt.');
  }
  return null;
}

/** Different places, in order. @param {number} count @param {number} wanted @returns {number[]} */
function pick(count, wanted) {
  const places = Array.from({ length: count }, (_, place) => place);
  while (places.length > wanted) places.splice(crypto.getRandomValues(new Uint8Array(1))[0] % places.length, 1);
  return places;
}
