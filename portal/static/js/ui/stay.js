/**
 * Links away from what somebody is writing: said in our words, where the browser's own question tells little.
 * @module ui/stay
 */

import { ask } from './dialogs.js';
import { leaveUnasked } from './leave.js';
import { t } from './texts.js';

/**
 * Asks before a link on the page takes away what was not sent. Closing the window is asked about by the browser.
 * @param {() => boolean} unsent
 */
export function askBeforeLinks(unsent) {
  document.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !unsent() || staysHere(event, link)) return;
    event.preventDefault();
    const sure = await ask({
      title: t('Weg van deze pagina?'),
      text: t('Wat je schreef, is niet verstuurd. Het staat alleen op deze pagina: ga je weg, dan is het gewist.'),
      yes: t('Wis alles en ga weg'),
      no: t('Blijf hier'),
      danger: true,
    });
    if (!sure) return;
    leaveUnasked();
    location.assign(link.href);
  });
}

/** A place on this page, or another tab: nothing is lost. @param {MouseEvent} event @param {HTMLAnchorElement} link */
const staysHere = (event, link) =>
  link.target !== '' || link.getAttribute('href')?.startsWith('#') || event.ctrlKey || event.metaKey || event.shiftKey;
