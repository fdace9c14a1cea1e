/**
 * Words to write down: shown once, and checked by typing two of them back.
 * @module pages/staff/words
 */

import { lineField } from '../../ui/fields.js';
import { t } from '../../ui/texts.js';
import { html, icon, nothing, notice } from '../../ui/view.js';
import { failure } from './app.js';

/**
 * @typedef {object} WordsToNote
 * @property {string} title
 * @property {import('../../ui/view.js').Content} text what they open, where to keep them
 * @property {string} words
 * @property {string} [warning]
 */

/** A numbered list, so that a gap on paper is noticed. @param {string} words */
export function wordList(words) {
  return html`<ol class="word-list">
    ${words.split(' ').map((word) => html`<li><span class="words">${word}</span></li>`)}
  </ol>`;
}

/**
 * The screen for one set of words.
 * @param {import('./app.js').App} app
 * @param {WordsToNote} content
 * @param {() => void} done called when they were noted
 * @param {() => number} [random] from 0 up to 1
 * @returns {import('./app.js').Screen}
 */
export function noteWords(app, content, done, random = Math.random) {
  const all = content.words.split(' ');
  const places = pickTwo(all.length, random);
  let checking = false;
  let typed = ['', ''];
  let error = /** @type {string|null} */ (null);

  const check = () => {
    const right = places.every((place, index) => (typed[index] ?? '').trim().toLowerCase() === all[place]);
    if (right) {
      done();
      return;
    }
    error = t('Dat zijn niet de woorden die daar staan. Kijk na wat je opschreef.');
    app.update();
  };
  const show = (/** @type {boolean} */ now) => {
    checking = now;
    typed = ['', ''];
    error = null;
    app.update();
    if (now) document.getElementById('word-0')?.focus();
  };
  const form = () =>
    html`<form class="stack" @submit=${submit(check)}>
      <p>${t('Neem het papier en typ deze twee woorden over. Zo weet je zeker dat ze er goed op staan.')}</p>
      ${places.map((place, index) =>
        lineField({
          id: `word-${index}`,
          label: t('Woord {n}', { n: place + 1 }),
          value: typed[index] ?? '',
          input: (value) => {
            typed[index] = value;
          },
        }),
      )}
      ${failure(error)}
      <div class="actions">
        <button type="submit" class="button primary">${t('Controleer')}</button>
        <button type="button" class="button" @click=${() => show(false)}>${t('Toon de woorden opnieuw')}</button>
      </div>
    </form>`;
  const list = () =>
    html`${wordList(content.words)}
      <div class="actions">
        <button type="button" class="button primary" @click=${() => show(true)}>
          ${icon('pencil')}${t('Ik heb ze opgeschreven')}
        </button>
      </div>`;
  return {
    render: () =>
      html`<div class="stack narrow">
        <h1>${content.title}</h1>
        <div class="stack tight">${content.text}</div>
        ${content.warning ? notice('warn', html`<p>${content.warning}</p>`) : nothing} ${checking ? form() : list()}
      </div>`,
  };
}

/** @param {string} words @param {number} year @param {number} [number] which one of that year @returns {WordsToNote} */
export function archiveKeyToNote(words, year, number = 1) {
  return {
    title:
      number === 1
        ? t('De archiefsleutel van {year}', { year })
        : t('De archiefsleutel van {year}, reeks {number}', { year, number }),
    text: html`<p>
        ${t('Met deze 21 woorden worden later gearchiveerde dossiers geopend, op een toestel zonder portaal.')}
      </p>
      <p>
        ${t('Bewaar ze in een kluis waar ook een ander dan jij bij kan, bijvoorbeeld in een verzegelde omslag.')}
        ${number === 1 ? t('Schrijf het jaar en de dag van vandaag op de omslag.') : t('Schrijf het jaar, ‘reeks {number}’ en de dag van vandaag op de omslag.', { number })}
      </p>`,
    words,
    warning: t('Gaan deze woorden verloren, dan opent niemand nog het archief van dat jaar.'),
  };
}

/** Forms here never post: their policy forbids it, and this stops them from trying. @param {() => void} act */
export function submit(act) {
  return (/** @type {Event} */ event) => {
    event.preventDefault();
    act();
  };
}

/** @param {number} count @param {() => number} random @returns {number[]} two different places in order */
function pickTwo(count, random) {
  const first = Math.floor(random() * count);
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count;
  return [first, second].sort((a, b) => a - b);
}
