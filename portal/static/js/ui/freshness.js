/**
 * A warning when nobody has confirmed the staff directory for a long time, or when nobody can tell.
 * @module ui/freshness
 */

import { dayInWords, t } from './texts.js';
import { html, nothing, notice } from './view.js';

/** @param {import('../client/place.js').Place} place */
export function freshnessWarning(place) {
  const { state } = place.freshness;
  if (state === 'unknown') return nothing;
  // By which clock it is old or fresh, is then the question.
  if (place.clocksDiffer && ['fresh', 'old'].includes(state)) return warning(clockWords(place));
  if (state === 'fresh') return nothing;
  return warning(
    t(
      'De lijst van medewerkers is al meer dan 45 dagen niet bevestigd. Misschien is iedereen met vakantie, misschien houdt iemand iets tegen. Vraag bij twijfel op je werk na of het adviespunt nog draait, zonder te zeggen waarom.',
    ),
  );
}

/** @param {string} words */
const warning = (words) => notice('warn', html`<p><strong>${t('Let op.')}</strong> ${words}</p>`);

/** @param {import('../client/place.js').Place} place */
function clockWords({ ownDay, organisation }) {
  const inWords = (/** @type {string} */ day) => dayInWords(day, { weekday: false, year: true });
  return t(
    'Je toestel zegt dat het {own} is, de server zegt {server}. We weten dus niet zeker of de lijst van medewerkers onlangs is bevestigd. Staat de datum van je toestel verkeerd, zet ze dan juist: je kunt intussen gewoon verder. Staat ze goed, vraag dan op je werk na of het adviespunt nog draait, zonder te zeggen waarom.',
    { own: inWords(ownDay), server: inWords(organisation.day) },
  );
}
