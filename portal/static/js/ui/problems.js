/**
 * What an asker reads when something goes wrong: what happened, whether anything was kept, what to do.
 * @module ui/problems
 */

import { ApiError } from '../client/api.js';
import { t } from './texts.js';

/** @type {Record<string, () => string>} */
const SENTENCES = {
  network: () =>
    t('Er is geen verbinding. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het opnieuw.'),
  'wrong-credentials': () =>
    t(
      'Deze naam en dit wachtwoord horen niet bij elkaar, of je vraag is intussen gearchiveerd. Kijk op je papier en probeer het opnieuw.',
    ),
  'not-found': () =>
    t(
      'Hier is niets meer te lezen: je vraag is gearchiveerd of ingetrokken. Er is niets verstuurd. Heb je nog een vraag, stel ze dan gerust opnieuw.',
    ),
  throttled: () => t('Er wordt nu te vaak geprobeerd om aan te melden. Wacht enkele minuten en probeer het opnieuw.'),
  'signed-out': () =>
    t('Je bent afgemeld omdat het een tijd stil was. Meld je opnieuw aan: wat je schreef staat er nog.'),
  closed: () =>
    t('Deze vraag is afgesloten of ingetrokken. Je bericht is niet verstuurd. Stel gerust een nieuwe vraag.'),
  'not-ready': () => t('Hier kan nog geen vraag gesteld worden. Er is niets verstuurd.'),
  full: () => t('De server is vol. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het later opnieuw.'),
  limits: () => t('Dit is te groot om te versturen. Laat een bijlage weg of kort je tekst in. Er is niets verstuurd.'),
  'too-large': () =>
    t('Dit is te groot om te versturen. Laat een bijlage weg of kort je tekst in. Er is niets verstuurd.'),
  conflict: () => t('Er veranderde net iets aan de lijst van medewerkers. Er is niets verstuurd. Verstuur nog eens.'),
  stopped: () => t('Je hebt het gestopt. Er is niets verstuurd, en wat je schreef staat er nog.'),
  'wrong-word': () => t('Dit is niet het toegangswoord. Kijk na wat je op het werk kreeg en typ het opnieuw.'),
  word: () => t('Het toegangswoord is intussen veranderd. Er is niets verstuurd, en wat je schreef staat er nog.'),
  'mailbox-exists': () => t('Deze naam met dit wachtwoord is al in gebruik. Kies iets anders.'),
};

/**
 * A part of the page's own code that did not come over the line. Each browser says so in words of its own, and of a
 * worker's code it says nothing at all.
 * @param {unknown} error
 */
const missedModule = (error) =>
  !(error instanceof ApiError) &&
  (navigator.onLine === false || (error instanceof TypeError && /import|module/i.test(error.message)));

/**
 * @param {unknown} error
 * @param {boolean} [uncertain] something may have arrived: say so, and that sending again does no harm
 * @returns {string}
 */
export function sentenceFor(error, uncertain = false) {
  if (uncertain) {
    return t(
      'We kregen geen bevestiging. Misschien is je bericht aangekomen, misschien niet. Verstuur het nog eens: het komt nooit dubbel aan. Sluit deze pagina nog niet.',
    );
  }
  if (missedModule(error)) return SENTENCES.network();
  if (!(error instanceof ApiError)) {
    return t(
      'Er ging iets mis in je browser. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het opnieuw.',
    );
  }
  return (
    SENTENCES[error.problem]?.() ??
    t('De server weigerde dit. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het straks opnieuw.')
  );
}
