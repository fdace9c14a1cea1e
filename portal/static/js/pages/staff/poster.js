/**
 * Getting people there: a poster to print and a text for the intranet, from the organisation's own settings. The six
 * words come from the staff list that this browser has verified, not from what the server says they are.
 * @module pages/staff/poster
 */

import { fingerprint } from '../../crypto/words.js';
import { actionButton, areaField } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { plainWords } from '../../ui/own-words.js';
import { qrDrawing } from '../../ui/qr.js';
import { language, t } from '../../ui/texts.js';
import { html, icon, nothing, notice } from '../../ui/view.js';
import { failure, waiting } from './app.js';
import { sentenceFor } from './problems.js';

/** @typedef {{address: string, onion: boolean, qr: string[]}} Entrance */
/** @typedef {import('../../ui/organisation.js').Organisation} Organisation */

const LANGUAGES = { nl: 'Nederlands', fr: 'Français', en: 'English' };

/** @type {import('./app.js').MakeScreen} */
export function posterScreen(app) {
  /** @type {Entrance[]|null} */
  let entrances = null;
  let words = '';
  /** @type {string|null} as changed by hand; null: as it was made */
  let changed = null;
  /** @type {string|null} */
  let error = null;
  const load = async () => {
    try {
      words = await fingerprint(app.portal.words, app.me.directories.current.organisation);
      entrances = (await app.call(() => app.me.api.get('/entrances'))).entrances;
    } catch (problem) {
      error = sentenceFor(problem);
    }
    app.update();
  };
  return {
    tab: 'poster',
    shown: () => {
      if (entrances === null) load();
    },
    render: () => {
      if (entrances === null) {
        return html`${failure(error)}${error ? nothing : waiting(t('De affiche wordt gemaakt…'))}`;
      }
      const told = { organisation: app.portal.org, entrances, words };
      return html`${howToHang(told)}${poster(told)}${intranet(changed ?? intranetText(told), (value) => {
        changed = value;
      })}`;
    },
  };
}

/** @typedef {{organisation: Organisation, entrances: Entrance[], words: string}} Told */

/** @param {Told} told */
function howToHang({ organisation }) {
  const others = organisation.languages.filter((other) => other !== language);
  return html`<div class="stack no-print">
    <div class="row spread">
      <h1>${t('Affiche en tekst voor het intranet')}</h1>
      ${actionButton({ label: html`${icon('printer')}${t('Druk de affiche af')}`, click: () => print() })}
    </div>
    <p>
      ${t('Hang de affiche waar mensen alleen zijn en waar geen camera hangt, bijvoorbeeld in de kleedkamer of op het toilet.')}
    </p>
    ${notice('info', html`<p>${t('De zes woorden komen uit de lijst van medewerkers die jouw browser heeft nagekeken. Kijk na of ze dezelfde zijn als op je eigen papier voor je afdrukt.')}</p>`)}
    ${
      others.length > 0
        ? html`<p class="row">
            ${t('In een andere taal:')}
            ${others.map((other) => html`<a href=${other === 'nl' ? '/staff' : `/${other}/staff`} lang=${other}>${/** @type {any} */ (LANGUAGES)[other]}</a>`)}
          </p>`
        : nothing
    }
  </div>`;
}

/** The sheet itself. @param {Told} told */
function poster({ organisation, entrances, words }) {
  const { feedback, final } = organisation.promises;
  return html`<article class="poster" aria-label=${t('Affiche')}>
    <header>
      <p class="poster-brand">${t('Adviespunt Integriteit')}</p>
      <p>${organisation.name}</p>
    </header>
    <h2>${t('Twijfel je? Vraag raad, zonder te zeggen wie je bent.')}</h2>
    <p class="poster-lead">
      ${t('Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee.')}
    </p>
    <p>
      ${t('Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.', { feedback, final })}
    </p>
    <div class="poster-ways">${entrances.map(entrance)}</div>
    <p class="poster-own">
      <strong>${t('Gebruik je eigen toestel en je eigen internet, niet het netwerk van het werk.')}</strong>
    </p>
    ${
      organisation.access_word
        ? html`<p class="poster-word">${t('Toegangswoord:')} <span class="poster-line"></span></p>`
        : nothing
    }
    <section class="poster-words">
      <p>
        ${t('Is dit wel het echte adviespunt? Deze zes woorden horen erbij. Zie je er andere, stel dan geen vraag.')}
      </p>
      <p class="words">${words.split(' ').map((word) => html`<span>${word}</span> `)}</p>
    </section>
    <footer>
      <p>${t('Dit is advies, geen klokkenluidersmelding.')} <strong>${t('Is er nu gevaar? Bel 112.')}</strong></p>
    </footer>
  </article>`;
}

/** @param {Entrance} entrance */
function entrance({ address, onion, qr }) {
  const bare = address.replace(/^https?:\/\//, '');
  return html`<div class="poster-way ${onion ? 'onion' : ''}">
    ${qrDrawing(qr, t('QR-code van {address}', { address: bare }))}
    <p>
      <span>${onion ? t('Of met Tor Browser:') : t('Scan, of typ over:')}</span>
      <strong class="words">${onion ? bare : address}</strong>
    </p>
  </div>`;
}

/** @param {string} text @param {(text: string) => void} change */
function intranet(text, change) {
  const copy = async () => {
    await navigator.clipboard.writeText(/** @type {HTMLTextAreaElement} */ (document.getElementById('intranet')).value);
    say(t('De tekst is gekopieerd.'));
  };
  return html`<section class="stack no-print" aria-labelledby="intranet-title">
    <h2 id="intranet-title">${t('Tekst voor het intranet')}</h2>
    <p>
      ${t('Zet het adres erin als tekst, niet als link: wie er op het werk op klikt, staat in de logboeken van het netwerk.')}
    </p>
    ${areaField({ id: 'intranet', label: t('De tekst'), value: text, rows: 18, input: change })}
    <div class="row">
      ${actionButton({ label: html`${icon('file-text')}${t('Kopieer de tekst')}`, kind: '', click: copy })}
    </div>
  </section>`;
}

/** @param {Told} told @returns {string} */
function intranetText({ organisation, entrances, words }) {
  const { texts, promises } = organisation;
  const own = (/** @type {string} */ key) => (texts[key] ? plainWords(texts[key]) : '');
  return [
    t('Twijfel je? Vraag raad, zonder te zeggen wie je bent.'),
    own('start') ||
      t(
        'Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee.',
      ),
    own('who'),
    t('Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.', promises),
    own('duty'),
    own('advice'),
    [
      t('Zo kom je er, met je eigen toestel en je eigen internet. Typ het adres over:'),
      ...entrances.map(({ address, onion }) => (onion ? t('{address} (met Tor Browser)', { address }) : address)),
    ].join('\n'),
    `${t('Deze zes woorden horen bij het echte adviespunt. Zie je op de startpagina andere, stel dan geen vraag:')}\n${words}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}
