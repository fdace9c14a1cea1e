/**
 * One chosen file as its asker sees it: waiting, refused, or what the staff will see, with a yes or no.
 * @module ui/attachments/card
 */

import { secretField, tickField } from '../fields.js';
import { t, tn } from '../texts.js';
import { html, icon, nothing } from '../view.js';
import { choicesFor } from './choices.js';
import { cautionList, traceList } from './findings.js';
import { cleaningWords, refusalWords } from './words.js';

/** @typedef {import('../../client/cleaning.js').Cleaned} Cleaned */
/** @typedef {import('./files.js').Files} Files */
/** @typedef {import('./files.js').Item} Item */
/** @typedef {import('./choices.js').Choices} Choices */

/** @param {Files} list @param {Item} item */
export function card(list, item) {
  const title = list.title(item);
  return html`<section class="card file ${item.state}" aria-label=${title}>
    <div class="row spread">
      <h2>${title} <small class="muted">${t('jouw bestand: {name}', { name: item.file.name })}</small></h2>
      ${item.state === 'kept' ? html`<span class="badge good">${icon('check')}${t('gaat mee')}</span>` : nothing}
    </div>
    ${body(list, item)}
  </section>`;
}

/** @param {Files} list @param {Item} item */
function body(list, item) {
  if (item.state === 'refused') return refused(list, item);
  if (item.state === 'ready' || item.state === 'kept') return shown(list, item);
  return html`<label class="stack tight">
      <span class="hint">${progressWords(item)}</span>
      ${isUnderWay(item) ? html`<progress max="100" .value=${item.sent ?? 0}></progress>` : html`<progress></progress>`}
    </label>
    <div class="row">${dropButton(list, item)}</div>`;
}

/** @param {Files} list @param {Item} item */
function refused(list, item) {
  const canRetry = ['network', 'word', 'jail', 'throttled', 'time', 'memory', 'stopped'].includes(item.reason);
  const locked = item.reason === 'encrypted' || item.reason === 'wrong-password';
  return html`<p class="error" role="alert">${icon('circle-x')}<span>${refusalWords(item.reason)}</span></p>
    <p class="hint">${t('Van dit bestand is niets bewaard. Je tekst en andere bijlagen staan er nog.')}</p>
    ${locked ? unlock(list, item) : nothing}
    <div class="row">
      ${canRetry ? html`<button type="button" class="button" @click=${() => list.again(item)}>${icon('refresh-cw')}${t('Probeer opnieuw')}</button>` : nothing}
      ${dropButton(list, item)}
    </div>`;
}

/** A file under a password of its own: used once, for cleaning. @param {Files} list @param {Item} item */
function unlock(list, item) {
  return html`${secretField({
      id: `file-${item.number}`,
      label: t('Het wachtwoord van dit bestand'),
      value: item.password,
      shown: item.passwordShown,
      toggle: () => {
        item.passwordShown = !item.passwordShown;
        list.changed();
      },
      input: (value) => {
        item.password = value;
      },
    })}
    <div class="row">
      <button type="button" class="button" @click=${() => list.again(item)}>${t('Open het bestand')}</button>
    </div>`;
}

/** How the pages are drawn; whoever chooses otherwise looks at them again. @param {Files} list @param {Item} item */
function chooseHow(list, item) {
  const same = Object.entries(item.choices).every(
    ([name, value]) => item.drawn[/** @type {keyof Choices} */ (name)] === value,
  );
  return html`<details>
    <summary>${t('Meer keuzes voor deze bijlage')}</summary>
    <div class="stack tight">
      ${choicesFor(item).map(([name, label, text, turned]) =>
        tickField({
          id: `file-${item.number}-${name}`,
          label,
          text,
          checked: item.choices[name] !== turned,
          change: (checked) => {
            item.choices[name] = checked !== turned;
            list.changed();
          },
        }),
      )}
      <div class="row">
        <button type="button" class="button" ?disabled=${same} @click=${() => list.again(item)}>
          ${icon('refresh-cw')}${t('Pas deze keuzes toe')}<span class="sr">: ${list.title(item)}</span>
        </button>
      </div>
    </div>
  </details>`;
}

/** What came along in a mail can be taken separately. @param {Files} list @param {Item} item */
function offered(list, item) {
  const parts = item.cleaned?.offered ?? [];
  if (parts.length === 0) return nothing;
  return html`<p class="hint">${t('In deze mail zitten bijlagen. Die gaan niet vanzelf mee.')}</p>
    <div class="row">
      ${parts.map(
        (part) =>
          html`<button type="button" class="button" @click=${() => list.addPart(item, part.number)}>
            ${icon('paperclip')}${t('Neem ook mee: {name}', { name: part.name })}
          </button>`,
      )}
    </div>`;
}

/** @param {Files} list @param {Item} item */
function shown(list, item) {
  const { traces, cautions, pages } = /** @type {Cleaned} */ (item.cleaned);
  return html` <p>
      ${tn('Dit is wat wij te zien krijgen: 1 bladzijde.', 'Dit is wat wij te zien krijgen: {n} bladzijden.', pages.length)}
    </p>
    ${item.pictures} ${traceList(traces)} ${cautionList(cautions)} ${chooseHow(list, item)} ${offered(list, item)}
    ${
      item.state === 'kept'
        ? html`<div class="row">${dropButton(list, item)}</div>`
        : html` <p class="hint">
              ${t('Kijk goed: staat er iets op dat zegt wie je bent? Een gezicht, een naam, een scherm, een handschrift?')}
            </p>
            <div class="row">
              <button type="button" class="button primary" @click=${() => list.keep(item)}>
                ${icon('check')}${t('Neem mee')}<span class="sr">: ${list.title(item)}</span>
              </button>
              ${dropButton(list, item)}
            </div>`
    }`;
}

/** @param {Files} list @param {Item} item */
function dropButton(list, item) {
  return html`<button type="button" class="button quiet" @click=${() => list.drop(item)}>
    ${icon('trash-2')}${t('Laat weg')}<span class="sr">: ${list.title(item)}</span>
  </button>`;
}

/** @param {Item} item */
const isUnderWay = ({ state, busy, sent }) => state === 'cleaning' && busy === '' && sent !== null && sent < 100;

/** @param {Item} item */
function progressWords(item) {
  if (item.state === 'waiting') return t('Wacht op zijn beurt…');
  if (item.busy) return item.busy;
  if (isUnderWay(item)) return t('Onderweg om schoongemaakt te worden: {n} %', { n: item.sent ?? 0 });
  return cleaningWords();
}
