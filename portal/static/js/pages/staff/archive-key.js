/**
 * The archive key: its words to write down, and another one each year, so that the words of one year open one year.
 * @module pages/staff/archive-key
 */

import { archiveSeries, renewArchiveKey } from '../../client/staff/directory.js';
import { refreshDirectory } from '../../client/staff/member.js';
import { randomBytes, wipe } from '../../crypto/bytes.js';
import { toWords } from '../../crypto/words.js';
import { say } from '../../ui/live.js';
import { t } from '../../ui/texts.js';
import { html, icon, nothing, notice } from '../../ui/view.js';
import { failure, waiting } from './app.js';
import { showReminder } from './housekeeping.js';
import { sentenceFor } from './problems.js';
import { archiveKeyToNote, noteWords } from './words.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('./app.js').MakeScreen} MakeScreen
 */

const SEED_BYTES = 32;

/** @param {App} app */
const thisYear = (app) => Number(app.me.today.slice(0, 4));

/** Which key new questions go to, and the button for another. @param {App} app @param {MakeScreen} after */
export function archiveKeyPart(app, after) {
  const { year } = app.me.directories.current.archive;
  const now = thisYear(app);
  const due = year < now;
  return html`<section class="stack tight" aria-labelledby="archive-key-title">
    <h2 id="archive-key-title">${t('De archiefsleutel')}</h2>
    <p>${t('Wat nu gevraagd wordt, gaat later open met de archiefwoorden van {year}.', { year })}</p>
    <p>
      ${due ? t('Maak er andere voor {year}: wie de woorden van één jaar vindt, opent dan niet elk jaar.', { year: now }) : t('Ben je de woorden kwijt, of heeft iemand ze gezien? Maak dan nieuwe. Wat al gevraagd is, gaat open met de vorige.')}
    </p>
    <p>
      <button type="button" class="button ${due ? 'primary' : ''}" @click=${() => makeArchiveKey(app, after)}>
        ${icon('key-round')}${t('Maak nieuwe archiefwoorden')}
      </button>
    </p>
  </section>`;
}

/** A reminder from the first of January on. @param {App} app @param {MakeScreen} after */
export function archiveKeyDue(app, after) {
  const now = thisYear(app);
  if (app.me.directories.current.archive.year >= now) return nothing;
  return html`<div class="banner">
    ${notice(
      'info',
      html`<p>
          ${t('Voor {year} zijn er nog geen archiefwoorden. Zolang je er geen maakt, blijven die van vroeger gelden.', { year: now })}
        </p>
        <p>
          <button type="button" class="button small" @click=${() => makeArchiveKey(app, after)}>
            ${t('Maak nieuwe archiefwoorden')}
          </button>
        </p>`,
    )}
  </div>`;
}

/**
 * The words first, the directory only when they are on paper: whoever stops before has changed nothing.
 * @param {App} app @param {MakeScreen} after
 */
async function makeArchiveKey(app, after) {
  const seed = randomBytes(SEED_BYTES);
  const year = thisYear(app);
  const before = [...(await archiveSeries(app.me)).values()].filter((one) => one.year === year);
  const sheet = archiveKeyToNote(await toWords(app.portal.words, seed), year, before.length + 1);
  app.open((self) => noteWords(self, sheet, () => self.replace(naming(seed, year, after))));
}

/** @param {Uint8Array} seed @param {number} year @param {MakeScreen} after @returns {MakeScreen} */
const naming = (seed, year, after) => (app) => {
  /** @type {string|null} */
  let error = null;
  const name = async () => {
    error = null;
    app.update();
    try {
      await app.call(async () => {
        await refreshDirectory(app.me);
        await renewArchiveKey(app.me, seed, year);
        await refreshDirectory(app.me);
      });
      wipe(seed);
      say(t('De nieuwe archiefsleutel geldt vanaf nu.'));
      app.reset(after);
      showReminder(app);
    } catch (problem) {
      error = sentenceFor(problem);
      app.update();
    }
  };
  return {
    tab: 'figures',
    shown: () => void name(),
    render: () =>
      html`<div class="stack narrow">
        <h1>${t('De archiefsleutel van {year}', { year })}</h1>
        ${
          error === null
            ? waiting(t('De nieuwe sleutel wordt bekendgemaakt…'))
            : html`${failure(error)}
                <p>${t('De woorden op je papier gelden nog niet. Gooi ze niet weg en probeer het opnieuw.')}</p>
                <div class="actions">
                  <button type="button" class="button primary" @click=${() => name()}>${t('Probeer opnieuw')}</button>
                </div>`
        }
      </div>`,
  };
};

/** @param {App} app @returns {Promise<(key: string) => string>} what to say of an archive: whose words open it */
export async function archiveWordsOf(app) {
  const all = await archiveSeries(app.me);
  return (key) => {
    const series = all.get(key);
    if (series === undefined) return '';
    return series.all === 1
      ? t('Gaat open met de archiefwoorden van {year}.', { year: series.year })
      : t('Gaat open met de archiefwoorden van {year}, reeks {number} van {all}.', { ...series });
  };
}
