/**
 * The six words of the key that a question is sealed under, beside the button that sends it. Those on the start page come
 * from another answer of the server: who compared them there knows nothing yet of the one that counts.
 * @module ui/six-words
 */

import { loadWords } from '../client/word-list.js';
import { fingerprint } from '../crypto/words.js';
import { t } from './texts.js';
import { html, nothing } from './view.js';

export class SixWords {
  /** @param {{key: Uint8Array|null}} place its key, which a newer sign-in may replace @param {() => void} changed */
  constructor(place, changed) {
    this.place = place;
    this.changed = changed;
    /** @type {Uint8Array|null} whose words these are */
    this.key = null;
    this.words = '';
    this.open = false;
  }

  /** @param {boolean} open the list of words is fetched only when somebody looks */
  async look(open) {
    this.open = open;
    const { key } = this.place;
    if (!open || key === null || key === this.key) return;
    this.key = key;
    this.words = t('Even geduld…');
    const words = await loadWords()
      .then((list) => fingerprint(list, key))
      .catch(() => null);
    if (this.key !== key) return;
    if (words === null) this.key = null;
    this.words = words ?? t('De woorden kwamen niet aan. Er is niets verstuurd. Vouw dit dicht en weer open.');
    this.changed();
  }

  render() {
    if (this.place.key === null) return nothing;
    if (this.open && this.place.key !== this.key && this.key !== null) this.look(true);
    return html`<details
      @toggle=${(/** @type {Event} */ event) => this.look(/** @type {HTMLDetailsElement} */ (event.target).open)}
    >
      <summary>${t('Zes woorden van dit adviespunt')}</summary>
      <p>
        ${t('Met deze sleutel gaat je vraag op slot. Zijn het dezelfde woorden als op de affiche of het intranet, dan gaat ze naar de juiste mensen. Zie je andere, verstuur dan niets.')}
      </p>
      <p class="fingerprint words" aria-live="polite">${this.words}</p>
    </details>`;
  }
}
