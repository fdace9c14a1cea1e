/**
 * What can be done with a question that doesn't open: let a colleague try, then set it aside.
 * @module pages/staff/setting-aside
 */

import { setAside } from '../../client/staff/setting-aside.js';
import { ask } from '../../ui/dialogs.js';
import { say } from '../../ui/live.js';
import { t } from '../../ui/texts.js';
import { html, nothing } from '../../ui/view.js';
import { sentenceFor } from './problems.js';
import { registerOf } from './opened.js';

/** @param {import('./case.js').CasePage} page */
export function asidePart(page) {
  if (page.aside === 'done') {
    return html`<p>${t('Dit dossier is opzij gelegd als niet te openen. Er kan niet meer geantwoord worden.')}</p>`;
  }
  if (page.aside === null) return nothing;
  return html`<div class="stack tight">
    <p>
      ${t('Lukt het ook bij je collega’s niet, dan kan niemand deze vraag lezen of beantwoorden. Leg ze dan opzij, zodat ze niet als ‘te laat’ in de lijst blijft staan.')}
    </p>
    <p>
      <button type="button" class="button" ?disabled=${page.busy} @click=${() => layAside(page)}>
        ${t('Leg opzij als niet te openen')}
      </button>
    </p>
  </div>`;
}

/** @param {import('./case.js').CasePage} page */
async function layAside(page) {
  const sure = await ask({
    title: t('Kan niemand deze vraag openen?'),
    text: html`<p>
        ${t('Laat eerst een collega proberen. Leg je ze opzij, dan telt ze als ‘niet te openen’. Wie ze stelde, leest dat en kan opnieuw vragen.')}
      </p>
      <p>${t('Dit kun je niet ongedaan maken.')}</p>`,
    yes: t('Leg opzij'),
    danger: true,
  });
  if (!sure || page.busy) return;
  page.busy = true;
  page.error = null;
  page.draw();
  try {
    const { app, caseKey } = page;
    await app.call(async () => setAside(app.me, caseKey, (await registerOf(app)).line(caseKey)));
    say(t('De vraag is opzij gelegd.'));
    app.back();
  } catch (problem) {
    page.error = sentenceFor(problem);
  }
  page.busy = false;
  page.draw();
}
