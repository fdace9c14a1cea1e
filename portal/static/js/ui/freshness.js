/**
 * A warning when nobody has confirmed the staff directory for a long time.
 * @module ui/freshness
 */

import { dayInWords, t } from './texts.js';
import { html, nothing, notice } from './view.js';

/** @param {{freshness: {state: string, day: string|null}}} place */
export function freshnessWarning({ freshness }) {
  if (freshness.state === 'fresh') return nothing;
  return notice('warn', html`<p><strong>${t('Let op.')}</strong> ${freshness.day === null
    ? t('De lijst van medewerkers is niet onlangs bevestigd.')
    : t('De lijst van medewerkers is sinds {day} niet meer bevestigd.', { day: dayInWords(freshness.day, { year: true }) })}
    ${t('Misschien is iedereen met vakantie, misschien houdt iemand iets tegen. Vraag bij twijfel op je werk na of het adviespunt nog draait, zonder te zeggen waarom.')}</p>`);
}
