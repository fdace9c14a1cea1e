/**
 * What staff read when their computer and the server do not agree on the day.
 * @module pages/staff/clock
 */

import { clocksDiffer, ownDay } from '../../client/clock.js';
import { dayInWords, t } from '../../ui/texts.js';
import { html, nothing, notice } from '../../ui/view.js';

/** @param {string} day that the server says */
export function clockNotice(day) {
  const own = ownDay();
  if (!clocksDiffer(day, own)) return nothing;
  const inWords = (/** @type {string} */ one) => dayInWords(one, { weekday: false, year: true });
  return html`<div class="banner">
    ${notice(
      'warn',
      html`<p>
        <strong>${t('De datum klopt niet.')}</strong>
        ${t('Je toestel zegt {own}, de server zegt {server}. Zet de datum van je toestel juist en laad de pagina opnieuw. Klopt ze al, verwittig dan de systeembeheerder en je collega’s. Tot dan ondertekent je browser geen lijst van medewerkers.', { own: inWords(own), server: inWords(day) })}
      </p>`,
    )}
  </div>`;
}

export const clockRefused = () =>
  t(
    'De datum van je toestel en die van de server verschillen meer dan twee dagen. Er is niets veranderd. Zet de datum van je toestel juist, laad de pagina opnieuw en probeer het nog eens.',
  );
