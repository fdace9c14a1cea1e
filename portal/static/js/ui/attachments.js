/**
 * Choosing files, seeing what the staff will see, and saying yes or no to each.
 * @module ui/attachments
 */

import { NotCleaned, clean } from '../client/cleaning.js';
import { secretField, tickField } from './fields.js';
import { cautionWords, fileWords, refusalWords, traceWords } from './labels.js';
import { speak } from './live.js';
import { sizeInWords, t, tn } from './texts.js';
import { html, icon, nothing, notice } from './view.js';
import { thumbnails } from './viewer.js';

/** @typedef {import('../client/cleaning.js').Cleaned} Cleaned */
/** @typedef {{attachments: number, upload_bytes: number, pages: number}} Limits */

/**
 * One chosen file. Its own name is shown to the asker alone and goes nowhere.
 * @typedef {object} Item
 * @property {number} number
 * @property {File} file
 * @property {'waiting'|'cleaning'|'ready'|'kept'|'refused'} state cleaning: on its way there and back too
 * @property {string} reason
 * @property {Cleaned|null} cleaned
 * @property {HTMLElement|null} pictures
 * @property {AbortController} stop
 * @property {string} busy why it takes longer
 * @property {string} password of the file itself
 * @property {boolean} passwordShown
 * @property {number|null} part number of a mail's attachment that is meant; null for the file itself
 * @property {Choices} choices how it is to be drawn
 * @property {Choices} drawn how it was drawn
 */

/** @typedef {{comments: boolean, forms: boolean, dots: boolean, sharp: boolean}} Choices */

/** As cleaning draws when nothing is chosen. @type {Readonly<Choices>} */
const USUAL = Object.freeze({ comments: false, forms: true, dots: false, sharp: false });

const AT_ONCE = 2;

// A file that is dropped beside its place would open in this tab, and what was typed would be gone.
for (const kind of ['dragover', 'drop']) {
  addEventListener(kind, (event) => {
    if (/** @type {DragEvent} */ (event).dataTransfer?.types.includes('Files')) event.preventDefault();
  });
}

export class Attachments {
  /** @param {Limits} limits @param {() => void} changed draws again */
  constructor(limits, changed) {
    this.limits = limits;
    this.changed = changed;
    /** @type {Item[]} */
    this.items = [];
    this.last = 0;
    this.remark = '';
  }

  /** What goes along: only what was looked at and kept. */
  get kept() {
    return this.items.flatMap(({ state, cleaned }) =>
      state === 'kept' && cleaned ? [{ family: cleaned.family, pages: cleaned.pages }] : [],
    );
  }

  /** Why one cannot go on yet; null when one can. @returns {string|null} */
  get obstacle() {
    if (this.items.some(({ state }) => ['waiting', 'cleaning'].includes(state))) {
      return t('Wacht tot alle bijlagen klaar zijn, of laat ze weg.');
    }
    if (this.items.some(({ state }) => state === 'ready')) {
      return t('Bekijk elke bijlage en kies: neem ze mee of laat ze weg.');
    }
    if (this.items.some(({ state }) => state === 'refused')) {
      return t('Een bijlage is niet gelukt. Probeer ze opnieuw of laat ze weg.');
    }
    return null;
  }

  get pages() {
    return this.items.reduce((sum, { cleaned }) => sum + (cleaned?.pages.length ?? 0), 0);
  }

  /** @param {Iterable<File>} files */
  add(files) {
    const room = this.limits.attachments - this.items.length;
    const all = [...files];
    this.remark =
      all.length > room
        ? t('Er kunnen hoogstens {n} bijlagen mee. De rest is niet toegevoegd.', { n: this.limits.attachments })
        : '';
    for (const file of all.slice(0, room)) this.items.push(this.item(file));
    this.work();
  }

  /** @param {File} file @returns {Item} */
  item(file) {
    const tooLarge = file.size > this.limits.upload_bytes;
    this.last += 1;
    return {
      number: this.last,
      file,
      state: tooLarge ? 'refused' : 'waiting',
      reason: tooLarge ? 'too-large' : '',
      cleaned: null,
      pictures: null,
      stop: new AbortController(),
      busy: '',
      password: '',
      passwordShown: false,
      part: null,
      choices: { ...USUAL },
      drawn: { ...USUAL },
    };
  }

  /** Starts what waits, two at a time. */
  work() {
    const busy = this.items.filter(({ state }) => state === 'cleaning').length;
    for (const item of this.items.filter(({ state }) => state === 'waiting').slice(0, AT_ONCE - busy)) this.clean(item);
    this.changed();
  }

  /** @param {Item} item */
  async clean(item) {
    item.state = 'cleaning';
    item.drawn = { ...item.choices };
    try {
      const tell = (/** @type {string} */ sentence) => this.wait(item, sentence);
      item.cleaned = await clean(item.file, { signal: item.stop.signal, options: optionsOf(item), tell });
      this.arrived(item);
    } catch (error) {
      item.state = 'refused';
      item.reason = error instanceof NotCleaned ? error.reason : 'jail';
      if (item.reason === 'word' && (await wordAgain())) return this.again(item);
    }
    speak(`${this.title(item)}: ${item.reason ? refusalWords(item.reason) : t('klaar om te bekijken')}`);
    this.work();
  }

  /** @param {Item} item @param {string} sentence */
  wait(item, sentence) {
    item.busy = sentence;
    this.changed();
  }

  /** @param {Item} item */
  arrived(item) {
    const { pages } = /** @type {Cleaned} */ (item.cleaned);
    if (this.pages > this.limits.pages) {
      item.cleaned = null;
      throw new NotCleaned('too-many-pages');
    }
    item.pictures = thumbnails({
      count: pages.length,
      load: async (index) => pages[index],
      title: this.title(item),
      watermark: null,
    });
    item.state = 'ready';
  }

  /** @param {Item} item */
  again(item) {
    item.state = 'waiting';
    item.reason = '';
    item.stop = new AbortController();
    this.work();
  }

  /** @param {Item} item */
  drop(item) {
    item.stop.abort();
    this.items = this.items.filter((other) => other !== item);
    this.remark = '';
    this.work();
  }

  /** @param {Item} item */
  keep(item) {
    item.state = 'kept';
    // It did its work: whoever wants the pages drawn otherwise types it again.
    item.password = '';
    item.passwordShown = false;
    this.changed();
  }

  /** @param {Item} item */
  title(item) {
    const family = item.cleaned?.family;
    if (!family) return t('Bijlage {n}', { n: this.items.indexOf(item) + 1 });
    const alike = this.items.filter(({ cleaned }) => cleaned?.family === family);
    return fileWords(family, alike.indexOf(item) + 1);
  }

  clear() {
    for (const item of this.items) item.stop.abort();
    this.items = [];
  }

  render() {
    return html`<div class="stack">
      ${this.chooser()} ${this.remark ? notice('warn', html`<p>${this.remark}</p>`) : nothing}
      ${this.items.map((item) => this.card(item))}
    </div>`;
  }

  chooser() {
    const { attachments, upload_bytes: bytes, pages } = this.limits;
    return html`<div
      class="drop stack tight"
      @dragover=${allowDrop}
      @drop=${(/** @type {DragEvent} */ event) => this.dropped(event)}
    >
      <p class="hint" id="files-hint">
        ${t('Hoogstens {n} bijlagen van elk {size}, samen {pages} bladzijden. Foto, PDF, document of mail.', { n: attachments, size: sizeInWords(bytes), pages })}
      </p>
      <div class="row">
        <label class="button"
          >${icon('paperclip')}${t('Kies bestanden')}
          <input
            class="sr"
            type="file"
            multiple
            autocomplete="off"
            aria-describedby="files-hint"
            @change=${(/** @type {Event} */ event) => this.picked(event)}
        /></label>
        <label class="button"
          >${icon('camera')}${t('Neem een foto')}
          <input
            class="sr"
            type="file"
            accept="image/*"
            capture="environment"
            autocomplete="off"
            aria-describedby="files-hint"
            @change=${(/** @type {Event} */ event) => this.picked(event)}
        /></label>
        <span class="hint drop-hint">${t('of sleep ze hierheen')}</span>
      </div>
    </div>`;
  }

  /** @param {Event} event */
  picked(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const files = [...(field.files ?? [])];
    // Emptied at once: the same file can be chosen again, and the browser has no choice to remember.
    field.value = '';
    this.add(files);
  }

  /** @param {DragEvent} event */
  dropped(event) {
    event.preventDefault();
    this.add(event.dataTransfer?.files ?? []);
  }

  /** @param {Item} item */
  card(item) {
    const title = this.title(item);
    return html`<section class="card file ${item.state}" aria-label=${title}>
      <div class="row spread">
        <h2>${title} <small class="muted">${t('jouw bestand: {name}', { name: item.file.name })}</small></h2>
        ${item.state === 'kept' ? html`<span class="badge good">${icon('check')}${t('gaat mee')}</span>` : nothing}
      </div>
      ${this.body(item)}
    </section>`;
  }

  /** @param {Item} item */
  body(item) {
    if (item.state === 'refused') return this.refused(item);
    if (item.state === 'ready' || item.state === 'kept') return this.shown(item);
    return html`<label class="stack tight"
        ><span class="hint">${progressWords(item)}</span> <progress></progress
      ></label>
      <div class="row">${this.dropButton(item)}</div>`;
  }

  /** @param {Item} item */
  refused(item) {
    const canRetry = ['network', 'word', 'jail', 'throttled', 'time', 'memory', 'stopped'].includes(item.reason);
    const locked = item.reason === 'encrypted' || item.reason === 'wrong-password';
    return html`<p class="error" role="alert">${icon('circle-x')}<span>${refusalWords(item.reason)}</span></p>
      <p class="hint">${t('Van dit bestand is niets bewaard. Je tekst en andere bijlagen staan er nog.')}</p>
      ${locked ? this.unlock(item) : nothing}
      <div class="row">
        ${canRetry ? html`<button type="button" class="button" @click=${() => this.again(item)}>${icon('refresh-cw')}${t('Probeer opnieuw')}</button>` : nothing}
        ${this.dropButton(item)}
      </div>`;
  }

  /** A file under a password of its own: used once, for cleaning. @param {Item} item */
  unlock(item) {
    return html`${secretField({
        id: `file-${item.number}`,
        label: t('Het wachtwoord van dit bestand'),
        value: item.password,
        shown: item.passwordShown,
        toggle: () => {
          item.passwordShown = !item.passwordShown;
          this.changed();
        },
        input: (value) => {
          item.password = value;
        },
      })}
      <div class="row">
        <button type="button" class="button" @click=${() => this.again(item)}>${t('Open het bestand')}</button>
      </div>`;
  }

  /** How the pages are drawn; whoever chooses otherwise looks at them again. @param {Item} item */
  chooseHow(item) {
    const same = Object.entries(item.choices).every(
      ([name, value]) => item.drawn[/** @type {keyof Choices} */ (name)] === value,
    );
    return html`<details>
      <summary>${t('Anders tekenen')}</summary>
      <div class="stack tight">
        ${choicesFor(item).map(([name, label, text, turned]) =>
          tickField({
            id: `file-${item.number}-${name}`,
            label,
            text,
            checked: item.choices[name] !== turned,
            change: (checked) => {
              item.choices[name] = checked !== turned;
              this.changed();
            },
          }),
        )}
        <div class="row">
          <button type="button" class="button" ?disabled=${same} @click=${() => this.again(item)}>
            ${icon('refresh-cw')}${t('Teken opnieuw')}<span class="sr">: ${this.title(item)}</span>
          </button>
        </div>
      </div>
    </details>`;
  }

  /** What came along in a mail can be taken separately. @param {Item} item */
  offered(item) {
    const parts = item.cleaned?.offered ?? [];
    if (parts.length === 0) return nothing;
    return html`<p class="hint">${t('In deze mail zitten bijlagen. Die gaan niet vanzelf mee.')}</p>
      <div class="row">
        ${parts.map(
          (part) =>
            html`<button type="button" class="button" @click=${() => this.addPart(item, part.number)}>
              ${icon('paperclip')}${t('Neem ook mee: {name}', { name: part.name })}
            </button>`,
        )}
      </div>`;
  }

  /** @param {Item} item @param {number} part */
  addPart(item, part) {
    if (this.items.length >= this.limits.attachments) return;
    this.items.push({ ...this.item(item.file), part, password: item.password });
    this.work();
  }

  /** @param {Item} item */
  shown(item) {
    const { traces, cautions, pages } = /** @type {Cleaned} */ (item.cleaned);
    return html` <p>
        ${tn('Dit is wat wij te zien krijgen: 1 bladzijde.', 'Dit is wat wij te zien krijgen: {n} bladzijden.', pages.length)}
      </p>
      ${item.pictures} ${traceList(traces)} ${cautionList(cautions)} ${this.chooseHow(item)} ${this.offered(item)}
      ${
        item.state === 'kept'
          ? html`<div class="row">${this.dropButton(item)}</div>`
          : html` <p class="hint">
                ${t('Kijk goed: staat er iets op dat zegt wie je bent? Een gezicht, een naam, een scherm, een handschrift?')}
              </p>
              <div class="row">
                <button type="button" class="button primary" @click=${() => this.keep(item)}>
                  ${icon('check')}${t('Neem mee')}<span class="sr">: ${this.title(item)}</span>
                </button>
                ${this.dropButton(item)}
              </div>`
      }`;
  }

  /** @param {Item} item */
  dropButton(item) {
    return html`<button type="button" class="button quiet" @click=${() => this.drop(item)}>
      ${icon('trash-2')}${t('Laat weg')}<span class="sr">: ${this.title(item)}</span>
    </button>`;
  }
}

async function wordAgain() {
  const { askWordAgain } = await import('./access-word.js');
  return askWordAgain();
}

/** @param {Item} item @returns {Record<string, string|number|boolean>|undefined} */
function optionsOf({ password, part, choices }) {
  /** @type {Record<string, string|number|boolean>} */
  const options = {};
  for (const [name, value] of Object.entries(choices)) {
    if (value !== USUAL[/** @type {keyof Choices} */ (name)]) options[name] = value;
  }
  if (password !== '') options.password = password;
  if (part !== null) options.attachment = part;
  return Object.keys(options).length > 0 ? options : undefined;
}

const COMMENTS = ['comment', 'comment-author', 'tracked-change'];

/**
 * The choices that mean something for what was found: name, label, explanation, and whether a tick means "no".
 * @param {Item} item @returns {[keyof Choices, string, string, boolean][]}
 */
function choicesFor({ cleaned, drawn }) {
  const { traces, cautions, family } = /** @type {Cleaned} */ (cleaned);
  const found = new Set([...traces, ...cautions].map(({ kind }) => kind));
  /** @type {[keyof Choices, string, string, boolean][]} */
  const all = [
    [
      'dots',
      t('Haal de gele puntjes van een printer weg'),
      t('Voor een scan of foto van een afgedrukt blad. De kleuren verdwijnen, de letters blijven.'),
      false,
    ],
    ['sharp', t('Teken de bladzijden scherper'), t('Voor heel kleine letters. Het bestand wordt groter.'), false],
  ];
  if (family === 'document' && (drawn.comments || COMMENTS.some((kind) => found.has(kind)))) {
    all.push([
      'comments',
      t('Toon opmerkingen en bijgehouden wijzigingen'),
      t('Wie ze schreef, staat er dan bij.'),
      false,
    ]);
  }
  if (!drawn.forms || found.has('form') || found.has('form-shown')) {
    all.push(['forms', t('Laat de ingevulde vakken van een formulier weg'), '', true]);
  }
  return all;
}

/** @param {DragEvent} event */
function allowDrop(event) {
  event.preventDefault();
}

/** @param {Item} item */
function progressWords(item) {
  if (item.state === 'waiting') return t('Wacht op zijn beurt…');
  if (item.busy) return item.busy;
  return t('Wordt schoongemaakt: verborgen gegevens gaan eruit…');
}

/** @param {Cleaned['traces']} traces */
function traceList(traces) {
  const kinds = grouped(traces);
  if (kinds.length === 0) {
    return html`<p class="row">
      ${icon('shield-check')}<span>${t('We vonden geen verborgen gegevens in dit bestand.')}</span>
    </p>`;
  }
  return html`<details ?open=${kinds.length <= 4}>
    <summary>
      ${tn('1 soort verborgen gegevens weggehaald', '{n} soorten verborgen gegevens weggehaald', kinds.length)}
    </summary>
    <ul class="traces">
      ${kinds.map(([kind, values]) => html`<li>${traceWords(kind)}${values ? html`: <span class="muted">${values}</span>` : nothing}</li>`)}
    </ul>
  </details>`;
}

/** @param {Cleaned['traces']} traces @returns {[string, string][]} kind, and its different values */
function grouped(traces) {
  /** @type {Map<string, Set<string>>} */
  const kinds = new Map();
  for (const { kind, value } of traces) {
    const values = kinds.get(kind) ?? new Set();
    if (value) values.add(value);
    kinds.set(kind, values);
  }
  return [...kinds].map(([kind, values]) => [kind, [...values].join(', ')]);
}

/** @param {Cleaned['cautions']} cautions */
function cautionList(cautions) {
  if (cautions.length === 0) return nothing;
  return notice(
    'warn',
    html`<p><strong>${t('Let op:')}</strong></p>
      <ul>
        ${cautions.map(({ kind, page, value }) => html`<li>${cautionWords(kind)}${value ? `: ${value}` : ''}${page === null ? '' : ` (${t('bladzijde {n}', { n: page })})`}</li>`)}
      </ul>`,
  );
}
