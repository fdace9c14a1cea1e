/**
 * What was done in a case, as the server wrote it down: a chain in which no line can be changed unnoticed.
 * @module pages/staff/journal
 */

import { fromB64 } from '../../crypto/bytes.js';
import { readJournal } from '../../crypto/journal.js';
import { memberBy } from '../../client/staff/directory.js';
import { dayInWords, t } from '../../ui/texts.js';
import { html, nothing, notice } from '../../ui/view.js';
import { sentenceFor } from './problems.js';

/** @typedef {import('../../crypto/journal.js').Journal} Journal */

/** @type {WeakMap<object, Journal|'loading'|string>} */
const journals = new WeakMap();

/**
 * @param {import('./case.js').CasePage} page
 * @param {import('../../client/staff/case.js').OpenCase} open
 */
export function journalPart(page, open) {
  return journalDetails(page.app, open, `/journal?case=${open.key}`, () => page.draw());
}

/** @param {import('./app.js').App} app @param {object} place keeps what was fetched @param {string} address @param {() => void} draw */
export function journalDetails(app, place, address, draw) {
  const known = journals.get(place);
  const toggled = (/** @type {Event} */ event) => {
    if (/** @type {HTMLDetailsElement} */ (event.target).open && known === undefined) {
      fetchJournal(app, place, address, draw);
    }
  };
  return html`<details class="journal" @toggle=${toggled}>
    <summary>${t('Logboek')}</summary>
    ${known === undefined || known === 'loading' ? html`<p class="hint">${t('Wordt opgehaald…')}</p>` : typeof known === 'string' ? html`<p>${known}</p>` : lines(app, known)}
  </details>`;
}

/** @param {import('./app.js').App} app @param {object} place @param {string} address @param {() => void} draw */
async function fetchJournal(app, place, address, draw) {
  journals.set(place, 'loading');
  try {
    const { lines: given } = await app.call(() => app.me.api.get(address));
    journals.set(place, await readJournal(given.map((/** @type {string} */ line) => fromB64(line))));
  } catch (problem) {
    journals.set(place, sentenceFor(problem));
  }
  draw();
}

/** @param {import('./app.js').App} app @param {Journal} journal */
function lines(app, { lines: all, whole, head }) {
  const name = (/** @type {string|null} */ key) => (key === null ? '' : (memberBy(app.me, key)?.name ?? ''));
  return html`<div class="stack tight">
    ${whole ? nothing : notice('danger', html`<p>${t('Een regel in dit logboek past niet aan de vorige: er is iets veranderd of weggelaten. Verwittig je collega’s.')}</p>`)}
    <ol class="journal-lines">
      ${all.map((line) => html`<li><small>${dayInWords(line.day, { weekday: false })}</small> ${name(line.member) || t('de vraagsteller of het portaal')}: ${actionName(line.action)}${line.subject && memberBy(app.me, line.subject) ? html` (${name(line.subject)})` : nothing}</li>`)}
    </ol>
    ${head === null ? nothing : html`<p class="hint">${t('Code van de laatste regel, om elders te noteren:')} <span class="words">${head.slice(0, 16)}</span></p>`}
  </div>`;
}

/**
 * What a line says was done; one about a year ends in it.
 * @param {string} action
 */
export function actionName(action) {
  const about = /^(.+)-(\d{4})$/.exec(action);
  const year = about?.[2] ?? '';
  const names = {
    open: t('opende het dossier'),
    notes: t('begon met nota’s'),
    assign: t('wees iemand toe'),
    remove: t('haalde iemand van het dossier'),
    feedback: t('gaf eerste feedback'),
    reply: t('schreef een bericht'),
    final: t('gaf een definitief antwoord'),
    pass: t('gaf het dossier door'),
    close: t('sloot het dossier af'),
    note: t('schreef een nota'),
    triage: t('paste de indeling aan'),
    draft: t('legde een ontwerp voor'),
    record: t('legde vast wat werd doorgegeven'),
    recuse: t('stapte opzij'),
    'set-aside': t('legde het dossier opzij als niet te openen'),
    directory: t('veranderde de lijst van medewerkers'),
    invite: t('nodigde iemand uit'),
    cancel: t('trok een uitnodiging in'),
    reset: t('gaf een code voor een nieuwe tweede factor'),
    'lapse-invite': t('liet een uitnodiging vervallen die niemand gebruikte'),
    'lapse-reset': t('liet een code voor een nieuwe tweede factor vervallen die niemand gebruikte'),
    renew: t('stelde een nieuwe tweede factor in'),
    'passkey-add': t('voegde een passkey toe'),
    'passkey-remove': t('verwijderde een passkey'),
    'codes-set': t('koppelde een telefoon voor codes'),
    'codes-remove': t('verwijderde de codes op de telefoon'),
    activate: t('zette een toegang aan'),
    deactivate: t('zette een toegang uit'),
    role: t('gaf iemand een andere rol'),
    'open-with-one': t('liet vragen toe met één facilitator'),
    'wait-for-two': t('liet vragen wachten op een tweede facilitator'),
    setup: t('richtte het portaal in'),
    credentials: t('koos een andere naam of wachtzin'),
    absence: t('meldde een afwezigheid'),
    'absence-remove': t('schrapte een afwezigheid'),
    template: t('bewaarde een voorbeeldtekst'),
    'template-remove': t('verwijderde een voorbeeldtekst'),
    report: t('ondertekende het verslag over {year}', { year }),
    presented: t('schreef op dat het verslag over {year} werd voorgesteld', { year }),
    archive: t('begon met het archiveren van {year}', { year }),
    'archive-undo': t('maakte het archiveren van {year} ongedaan', { year }),
    destroy: t('vernietigde het archief van {year}', { year }),
  };
  return /** @type {Record<string, string>} */ (names)[about?.[1] ?? action] ?? action;
}
