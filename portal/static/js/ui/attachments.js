/**
 * Choosing files. What handles them is fetched with the first one.
 * @module ui/attachments
 */

import { sizeInWords, t } from './texts.js';
import { html, icon, nothing, notice } from './view.js';

/** @typedef {import('./attachments/files.js').Files} Files */
/** @typedef {{attachments: number, upload_bytes: number, pages: number}} Limits */

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
    /** @type {Files|null} */
    this.files = null;
    /** Choices that wait for what handles them. */
    this.coming = 0;
    this.round = 0;
    this.problem = '';
  }

  get items() {
    return this.files?.items ?? [];
  }

  /** What goes along: only what was looked at and kept. */
  get kept() {
    return this.files?.kept ?? [];
  }

  /** Something was chosen and would be lost. */
  get any() {
    return this.coming > 0 || this.items.length > 0;
  }

  /** Why one cannot go on yet; null when one can. @returns {string|null} */
  get obstacle() {
    if (this.coming > 0) return t('Wacht tot alle bijlagen klaar zijn, of laat ze weg.');
    return this.files?.obstacle ?? null;
  }

  /** @param {Iterable<File>} chosen */
  async add(chosen) {
    const all = [...chosen];
    if (all.length === 0) return;
    const { round } = this;
    this.problem = '';
    this.coming += 1;
    this.changed();
    try {
      const { Files } = await import('./attachments/files.js');
      // Everything was wiped meanwhile: nothing may come back.
      if (round !== this.round) return;
      this.files ??= new Files(this.limits, this.changed);
      this.files.add(all);
    } catch {
      this.problem = t(
        'Er is geen verbinding. Je bestand is niet toegevoegd; wat je schreef, staat er nog. Kies het opnieuw.',
      );
    }
    this.coming -= 1;
    this.changed();
  }

  clear() {
    this.round += 1;
    this.coming = 0;
    this.files?.clear();
  }

  render() {
    return html`<div class="stack">
      ${this.chooser()}
      <div role="alert">${this.problem ? notice('danger', html`<p>${this.problem}</p>`) : nothing}</div>
      ${this.coming > 0 ? html`<label class="stack tight"><span class="hint">${t('Even geduld…')}</span> <progress></progress></label>` : nothing}
      ${this.files?.render() ?? nothing}
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
}

/** @param {DragEvent} event */
function allowDrop(event) {
  event.preventDefault();
}
