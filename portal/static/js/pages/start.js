/**
 * The start page. Its text stands in the shell already; this fills in what belongs to the organisation.
 * @module pages/start
 */

import { ApiError, api } from '../client/api.js';
import { enableLeaving } from '../ui/leave.js';
import { showOrganisation } from '../ui/organisation.js';
import { startPage } from '../ui/page.js';
import { language, t } from '../ui/texts.js';
import { html, render } from '../../vendor/lit-html.js';

/** @typedef {import('../ui/organisation.js').Welcome} Welcome */

enableLeaving(() => undefined);

startPage(fillIn, { seals: false });

/** @param {HTMLElement} app */
async function fillIn(app) {
  try {
    show(app, await api.get(`/welcome?language=${language}`));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const closed = t('De server antwoordt niet. Lezen kan, een vraag stellen nu niet. Probeer het straks opnieuw.');
    render(notice('warn', closed), app);
  }
}

/** @param {HTMLElement} app @param {Welcome} organisation */
function show(app, organisation) {
  showOrganisation(organisation);
  if (!organisation.accepts) showClosed(app);
  sayPromises(organisation.promises);
  showFingerprint(roomFor('fingerprint'));
}

/** @param {HTMLElement} app */
function showClosed(app) {
  render(
    notice(
      'warn',
      t(
        'Je kunt hier nog geen vraag stellen: er zijn nog niet genoeg facilitatoren. Kom later terug of kies hieronder een andere weg.',
      ),
    ),
    app,
  );
  document.querySelector('[data-ask]')?.remove();
}

/** The shell knows the usual numbers only. @param {Welcome['promises']} promises */
function sayPromises({ feedback, final }) {
  if (feedback === 7 && final === 30) return;
  const place = document.querySelector('[data-promises]');
  const words = t('Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.', {
    feedback,
    final,
  });
  if (place) place.textContent = words;
}

/**
 * A box that stands out, without the icons of ui/view.js: this page is the one that must come at once.
 * @param {'warn'|'danger'|'good'} tone @param {string} text
 */
function notice(tone, text) {
  return html`<div class="notice ${tone}"><p>${text}</p></div>`;
}

/** @param {string} id */
function roomFor(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** The words take a list of 8,192: fetched only when somebody wants to compare. @param {HTMLElement} room */
function showFingerprint(room) {
  const button = (/** @type {boolean} */ busy) =>
    html`<button type="button" class="button" aria-busy=${String(busy)} @click=${look}>
      ${t('Toon de zes woorden')}
    </button>`;
  const look = async () => {
    render(button(true), room);
    render(await fingerprintPart().catch(() => failedPart(look)), room);
  };
  render(button(false), room);
}

async function fingerprintPart() {
  const [{ checkPortal }, { freshnessWarning }] = await Promise.all([
    import('../client/genuine.js'),
    import('../ui/freshness.js'),
  ]);
  const { words, place } = await checkPortal(api);
  return html`<div class="stack">
    <p class="fingerprint words">${words}</p>
    ${
      place.freshness.state === 'unknown'
        ? notice('warn', t('De lijst van medewerkers kijken we na zodra je het toegangswoord gaf.'))
        : place.freshness.state === 'fresh' && !place.clocksDiffer
          ? notice(
              'good',
              t('De lijst van medewerkers is nagekeken: elke handtekening klopt en ze is onlangs bevestigd.'),
            )
          : freshnessWarning(place)
    }
  </div>`;
}

/** @param {() => void} again */
function failedPart(again) {
  return html`<div class="stack">
    ${notice('danger', t('We konden niet nagaan of dit het echte adviespunt is. Stel hier nu geen vraag en probeer het later opnieuw.'))}
    <button type="button" class="button" @click=${again}>${t('Probeer opnieuw')}</button>
  </div>`;
}
