/**
 * Texts to begin from: a few that come with the portal, and the facilitators' own, which are sealed.
 * @module pages/staff/templates
 */

import { keepTemplate, loadTemplates, removeTemplate } from '../../client/staff/templates.js';
import { ask } from '../../ui/dialogs.js';
import { actionButton, areaField, lineField, selectField } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { t } from '../../ui/texts.js';
import { html, icon, nothing } from '../../ui/view.js';
import { failure } from './app.js';
import { sentenceFor } from './problems.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../client/staff/templates.js').Template} Template
 */

/** @type {WeakMap<App, Template[]>} what this page has opened */
const opened = new WeakMap();

/** @typedef {{id: string|null, number: number, act: string, name: string, text: string}} Edited */

/** What was being written: it stays when one looks elsewhere. @type {WeakMap<App, Edited>} */
const edited = new WeakMap();

/** @param {App} app */
async function refresh(app) {
  opened.set(app, []);
  opened.set(app, await app.call(() => loadTemplates(app.me)));
  app.update();
}

/**
 * @param {App} app
 * @param {string} act
 * @param {(text: string) => void} use
 */
export function templatesFor(app, act, use) {
  const facilitator = app.me.role === 'facilitator';
  if (facilitator && !opened.has(app)) refresh(app).catch(() => undefined);
  const own = (opened.get(app) ?? []).filter((one) => one.act === act).map(({ name, text }) => ({ name, text }));
  const shipped = SHIPPED.filter((one) => one.act === act).map((one) => ({ name: one.name(), text: one.text() }));
  const all = [...own, ...shipped];
  if (!ACTS().some(({ key }) => key === act)) return nothing;
  const manage = facilitator
    ? html`<p>
        <button type="button" class="button quiet small" @click=${() => app.open(templatesScreen)}>
          ${t('Eigen voorbeeldteksten beheren')}
        </button>
      </p>`
    : nothing;
  // Nothing to begin from: a box with nothing in it would promise something.
  if (all.length === 0) return manage;
  return html`<details class="templates">
    <summary>${t('Begin met een voorbeeldtekst')}</summary>
    <ul class="plain">
      ${all.map((one) => html`<li><button type="button" class="button small" @click=${() => use(one.text)}>${icon('book-open')}${one.name}</button></li>`)}
    </ul>
    ${manage}
  </details>`;
}

const ACTS = () => [
  { key: 'feedback', label: t('Eerste feedback') },
  { key: 'reply', label: t('Bericht') },
  { key: 'final', label: t('Definitief antwoord') },
  { key: 'pass', label: t('Doorgeven') },
  { key: 'close', label: t('Afsluiten') },
];

/** @type {import('./app.js').MakeScreen} */
function templatesScreen(app) {
  /** @returns {Edited} */
  const empty = () => ({ id: null, number: 0, act: 'feedback', name: '', text: '' });
  let now = edited.get(app) ?? empty();
  edited.set(app, now);
  const begin = (/** @type {Edited} */ other) => {
    now = other;
    edited.set(app, now);
  };
  let busy = false;
  /** @type {string|null} */
  let error = null;
  const act = async (/** @type {() => Promise<unknown>} */ does, /** @type {string} */ done) => {
    busy = true;
    error = null;
    app.update();
    try {
      await app.call(does);
      await refresh(app);
      begin(empty());
      say(done);
    } catch (problem) {
      error = sentenceFor(problem);
    }
    busy = false;
    app.update();
  };
  const save = () => {
    if (now.name.trim() === '' || now.text.trim() === '') {
      error = t('Geef de tekst een naam en schrijf hem.');
      app.update();
      return;
    }
    act(() => keepTemplate(app.me, now), t('De tekst is bewaard.'));
  };
  const remove = async (/** @type {Template} */ one) => {
    if (
      await ask({
        title: t('‘{name}’ weggooien?', { name: one.name }),
        text: t('Berichten die er al mee geschreven zijn, blijven.'),
        yes: t('Gooi weg'),
        danger: true,
      })
    ) {
      await act(() => removeTemplate(app.me, one.id), t('De tekst is weg.'));
    }
  };
  return {
    tab: 'queue',
    unsent: () => now.text.trim() !== '',
    render: () =>
      html`<div class="stack narrow">
        <p>
          <button type="button" class="button quiet" @click=${() => app.back()}>
            ${icon('arrow-left')}${t('Terug')}
          </button>
        </p>
        <h1>${t('Voorbeeldteksten')}</h1>
        <p class="hint">
          ${t('Ze zijn verzegeld zoals al wat hier geschreven wordt. Alleen facilitatoren kunnen ze openen.')}
        </p>
        ${opened.get(app)?.length === 0 ? html`<p class="muted">${t('Er zijn nog geen eigen teksten.')}</p>` : nothing}
        <ul class="cards">
          ${(opened.get(app) ?? []).map(
            (one) =>
              html`<li class="card row spread">
                <span
                  ><strong>${one.name}</strong
                  ><small class="muted"> ${ACTS().find(({ key }) => key === one.act)?.label}</small></span
                >
                <span class="row"
                  ><button
                    type="button"
                    class="button small"
                    @click=${() => {
                      begin({ ...one });
                      app.update();
                    }}
                  >
                    ${t('Bewerk')}</button
                  ><button type="button" class="button danger small" @click=${() => remove(one)}>
                    ${t('Gooi weg')}
                  </button></span
                >
              </li>`,
          )}
        </ul>
        <section class="card stack tight">
          <h2>${now.id === null ? t('Een nieuwe tekst') : t('Bewerk de tekst')}</h2>
          ${selectField({
            id: 'template-act',
            label: t('Voor'),
            value: now.act,
            options: ACTS(),
            input: (key) => {
              now.act = key;
            },
          })}
          ${lineField({
            id: 'template-name',
            label: t('Naam'),
            value: now.name,
            input: (value) => {
              now.name = value;
            },
          })}
          ${areaField({
            id: 'template-text',
            label: t('Tekst'),
            value: now.text,
            rows: 8,
            input: (value) => {
              now.text = value;
            },
          })}
          ${failure(error)}
          <div class="actions">
            ${actionButton({ label: t('Bewaar'), busy, click: save })}
            ${
              now.id === null
                ? nothing
                : html`<button
                    type="button"
                    class="button"
                    @click=${() => {
                      begin(empty());
                      app.update();
                    }}
                  >
                    ${t('Laat zoals het was')}
                  </button>`
            }
          </div>
        </section>
      </div>`,
  };
}

/** @type {{act: string, name: () => string, text: () => string}[]} */
const SHIPPED = [
  {
    act: 'feedback',
    name: () => t('We gaan ermee aan de slag'),
    text: () =>
      t(
        'Dank je voor je vraag. We hebben ze gelezen en bekijken ze nu. Een integriteitscoach werkt aan een antwoord. Hebben we nog iets nodig, dan vragen we het hier. Kom terug op de dag die je bij je vraag ziet staan.',
      ),
  },
  {
    act: 'feedback',
    name: () => t('We hebben nog een vraag'),
    text: () =>
      t(
        'Dank je voor je vraag. Om je goed te kunnen raden, weten we graag iets meer. Schrijf alleen wat je zelf wilt vertellen, en geen namen als dat niet nodig is. Onze vraag:',
      ),
  },
  {
    act: 'final',
    name: () => t('Verwijzing naar een andere dienst'),
    text: () =>
      t(
        'We hebben je vraag bekeken. Voor wat je beschrijft, is een andere dienst beter geplaatst dan wij. We raden je aan daar contact op te nemen. Wat je hier schreef, geven we niet door: dat beslis je zelf.',
      ),
  },
  {
    act: 'pass',
    name: () => t('Plicht om door te geven'),
    text: () =>
      t(
        'We hebben je vraag gelezen. Wat je beschrijft, moeten we doorgeven aan de dienst die bevoegd is. Dat hebben we gedaan. Daarmee eindigt de behandeling in dit adviespunt. Je kunt dit bericht nog lezen tot het dossier wordt gearchiveerd.',
      ),
  },
];
