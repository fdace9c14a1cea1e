/**
 * What staff read when something goes wrong: what happened, whether anything was kept, what to do.
 * @module pages/staff/problems
 */

import { ApiError } from '../../client/api.js';
import { ClockRefused } from '../../client/clock.js';
import { StaffRefused } from '../../client/staff/member.js';
import { NoPasskey } from '../../client/staff/passkeys.js';
import { t } from '../../ui/texts.js';
import { clockRefused } from './clock.js';

/**
 * What went wrong, whether anything was kept, what to do.
 * @param {unknown} error
 * @returns {string}
 */
export function sentenceFor(error) {
  if (error instanceof ClockRefused) return clockRefused();
  if (error instanceof NoPasskey) return PASSKEYS[error.reason]();
  if (!(error instanceof ApiError)) {
    if (error instanceof StaffRefused) {
      return t(
        'De server gaf een oudere toestand dan je al zag. Er is niets veranderd. Meld je opnieuw aan; gebeurt het weer, verwittig dan de systeembeheerder en je collega’s.',
      );
    }
    return t(
      'Er ging iets mis in deze browser. Er is niets verstuurd. Laad de pagina opnieuw en probeer het nog eens.',
    );
  }
  // The server's own sentence is in Dutch, whoever reads it.
  return SENTENCES[error.problem]?.() ?? t('De server weigerde dit. Er is niets veranderd. Probeer het later opnieuw.');
}

/** @type {Record<NoPasskey['reason'], () => string>} */
const PASSKEYS = {
  gone: () => t('Er is geen passkey gebruikt. Er is niets veranderd. Probeer het opnieuw.'),
  known: () => t('Op dit toestel staat al een passkey van jou. Er is niets veranderd.'),
  refused: () => t('Dit toestel kan hier geen passkey gebruiken. Er is niets veranderd. Neem een ander toestel.'),
};

const tooMuch = () => t('Dit is meer dan de server aanneemt. Er is niets bewaard. Kort het in of doe het in delen.');
const notArrived = () =>
  t('Dit kwam niet goed aan. Er is niets bewaard. Laad de pagina opnieuw en probeer het nog eens.');

/** @type {Record<string, () => string>} */
const SENTENCES = {
  network: () => t('Er is geen verbinding met de server. Wat je typte, staat hier nog. Probeer het opnieuw.'),
  'wrong-credentials': () => t('Deze gegevens kloppen niet samen. Kijk je naam, wachtzin en tweede factor na.'),
  'sign-in-again': () => t('Er is niets veranderd. Meld je hiervoor eerst opnieuw aan.'),
  'last-factor': () => t('Dit is je enige tweede factor. Er is niets veranderd. Voeg eerst een andere toe.'),
  'wrong-passkey': () => t('De server kon je passkey niet nakijken. Er is niets veranderd. Probeer het opnieuw.'),
  'wrong-code': () => t('Deze code klopt niet. Wacht op de volgende code in je app en typ die.'),
  throttled: () => t('Te veel pogingen. Wacht een paar minuten en probeer dan opnieuw.'),
  'signed-out': () => t('Je bent afgemeld. Meld je opnieuw aan; wat je typte, staat hier nog.'),
  forbidden: () => t('Dit mag met jouw rol niet. Er is niets veranderd.'),
  conflict: () => t('Iemand anders was je net voor. Er is niets verloren: laad opnieuw en kijk na wat er veranderde.'),
  already: () => t('Dit was al gedaan. Er is niets veranderd. Laad opnieuw om te zien hoe het nu staat.'),
  'author-left': () =>
    t('Wie deze cijfers ondertekende, is geen facilitator meer. Ze komen terug zodra een facilitator zich aanmeldt.'),
  clock: () => t('De klok van de server staat verkeerd. Er is niets bewaard. Verwittig de systeembeheerder.'),
  closed: () => t('Dit kan niet meer bij deze vraag. Er is niets bewaard. Laad opnieuw om te zien hoe het nu staat.'),
  different: () => t('Op de server staat hier al iets anders. Er is niets bewaard. Laad opnieuw en kijk na.'),
  journal: () => t('Het logboek klopt niet: er is iets veranderd of weggelaten. Verwittig de systeembeheerder.'),
  limits: tooMuch,
  malformed: notArrived,
  method: notArrived,
  'not-active': () => t('Je toegang staat nog niet of niet meer aan. Vraag het aan een facilitator.'),
  'not-found': () => t('Dit is er niet meer, of je neemt er niet aan deel. Er is niets veranderd. Laad opnieuw.'),
  'not-ready': () => t('Dit kan pas als het portaal is ingericht. Er is niets bewaard.'),
  'not-yet': () => t('Daar is het nog te vroeg voor. Er is niets veranderd.'),
  'nothing-ready': () => t('Geen enkele vraag van dat jaar is al klaar voor het archief. Er is niets veranderd.'),
  'open-cases': () =>
    t(
      'Er zijn nog lopende dossiers. Er is niets veranderd. Sluit ze af, of duid aan dat ze overgaan naar het volgende jaar.',
    ),
  server: () => t('Er ging iets mis op de server. Doe het nog eens: het gebeurt nooit twee keer.'),
  'too-large': tooMuch,
  work: () => t('Het is nu druk op de server. Er is niets bewaard. Wacht even en probeer opnieuw.'),
  full: () => t('De server heeft geen plaats meer. Er is niets bewaard. Verwittig de systeembeheerder.'),
};
