/**
 * What an asker may expect of a question, and when, in a sentence.
 * @module pages/mailbox/expectation
 */

import { UNREADABLE } from '../../client/states.js';
import { isReopened } from '../../ui/labels.js';
import { dayInWords, t } from '../../ui/texts.js';

/** @typedef {import('../../client/asker.js').Summary} Summary */

/**
 * What to expect, and when. Late is said, with an apology.
 * @param {Summary} summary @param {string} today
 */
export function expectation(summary, today) {
  const { state, feedback_by: feedbackBy, feedback_on: feedbackOn, answer_by: answerBy } = summary;
  const { closed_on: closedOn, waits_for: waitsFor } = summary;
  if (state === 'withdrawn') return t('Je trok deze vraag in. Niemand werkt er nog aan.');
  if (state === UNREADABLE) {
    return t(
      'Niemand kon deze vraag openen, dus ze is niet gelezen. Stel ze opnieuw, als het kan met een andere browser.',
    );
  }
  if (state === 'passed') return t('Je vraag is doorgegeven. De behandeling hier stopt.');
  if (state === 'closed') {
    return closedOn
      ? t('Afgesloten op {day}. Heb je nog een vraag, dan gaat ze weer open.', { day: dayInWords(closedOn) })
      : t('Afgesloten. Heb je nog een vraag, dan gaat ze weer open.');
  }
  if (state === 'answered') return t('Je hebt een antwoord. Is er nog iets, schrijf dan gerust.');
  if (isReopened(summary) && waitsFor === 'staff') {
    return t('Je schreef opnieuw. Een medewerker leest het en antwoordt je hier.');
  }
  if (feedbackOn === null && today > feedbackBy) {
    return t(
      'Onze excuses: je had op {day} een eerste reactie moeten hebben. Je vraag is niet verloren. Ze staat nu als ‘te laat’ bovenaan bij iedereen die ze kan beantwoorden.',
      { day: dayInWords(feedbackBy) },
    );
  }
  if (feedbackOn === null) {
    return t('Je krijgt een eerste reactie ten laatste op {day}.', { day: dayInWords(feedbackBy) });
  }
  if (isLate(summary, today)) {
    return t(
      'Onze excuses: je had op {day} een antwoord moeten hebben. Je vraag is niet verloren. Ze staat nu als ‘te laat’ bovenaan bij iedereen die ze kan beantwoorden.',
      { day: dayInWords(answerBy) },
    );
  }
  if (waitsFor === 'asker') return t('Er wacht een bericht op jou. Antwoord als je kunt.');
  return t('Je krijgt een antwoord ten laatste op {day}.', { day: dayInWords(answerBy) });
}

/** @param {Summary} summary @param {string} today */
export function isLate(summary, today) {
  const {
    state,
    feedback_on: feedbackOn,
    feedback_by: feedbackBy,
    answered_on: answeredOn,
    answer_by: answerBy,
  } = summary;
  // What was answered once has kept its promise, also when it was opened again.
  if (!['new', 'open', 'answering'].includes(state) || answeredOn !== null) return false;
  return feedbackOn === null ? today > feedbackBy : today > answerBy;
}
