/**
 * A warning when nobody has confirmed the staff directory for a long time.
 * @module ui/freshness
 */

import { t } from './texts.js';
import { html, nothing, notice } from './view.js';

/** @param {{freshness: import('../client/directory.js').Freshness}} place */
export function freshnessWarning({ freshness }) {
  if (['fresh', 'unknown'].includes(freshness.state)) return nothing;
  return notice(
    'warn',
    html`<p>
      <strong>${t('Let op.')}</strong>
      ${t('De lijst van medewerkers is al meer dan 45 dagen niet bevestigd. Misschien is iedereen met vakantie, misschien houdt iemand iets tegen. Vraag bij twijfel op je werk na of het adviespunt nog draait, zonder te zeggen waarom.')}
    </p>`,
  );
}
