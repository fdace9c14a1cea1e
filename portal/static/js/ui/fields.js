/**
 * Fields. None has a name: nothing here can be posted by a form, and no browser has anything to remember.
 * @module ui/fields
 */

import { number, t } from './texts.js';
import { html, icon, nothing } from './view.js';

/**
 * @typedef {object} Field
 * @property {string} id
 * @property {string} label
 * @property {string} value
 * @property {(value: string) => void} input
 * @property {import('./view.js').Content} [hint]
 * @property {string|null} [error]
 * @property {boolean} [disabled]
 * @property {number} [limit] letters
 */

/** Label, hint and error around a field. @param {Field} field @param {import('./view.js').Content} control */
function framed(field, control) {
  return html`<div class="field">
    <label for=${field.id}>${field.label}</label>
    ${field.hint ? html`<div class="hint" id=${`${field.id}-hint`}>${field.hint}</div>` : nothing} ${control}
    ${fieldError(field)}
  </div>`;
}

/** @param {{id: string, error?: string|null}} field */
export function fieldError(field) {
  return html`<div id=${`${field.id}-error`} aria-live="polite">
    ${field.error ? html`<p class="error">${icon('triangle-alert')}<span>${field.error}</span></p>` : nothing}
  </div>`;
}

/** @param {Field} field */
const described = (field) =>
  [field.hint ? `${field.id}-hint` : '', field.error ? `${field.id}-error` : ''].filter(Boolean).join(' ') || nothing;

/** @param {Field} field @returns {(event: Event) => void} */
const onInput = (field) => (event) => field.input(/** @type {HTMLInputElement} */ (event.target).value);

/** One line of text that may be seen: `autocomplete` stays off; spelling is checked on no page, whose shell says so. @param {Field} field */
export function lineField(field) {
  return framed(
    field,
    html`<input
      id=${field.id}
      type="text"
      autocomplete="off"
      autocapitalize="none"
      autocorrect="off"
      data-1p-ignore
      data-lpignore="true"
      data-bwignore
      data-form-type="other"
      .value=${field.value}
      ?disabled=${field.disabled}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${described(field)}
      @input=${onInput(field)}
    />`,
  );
}

/**
 * A password, passphrase or code. Never `type=password`: the browser would offer to keep it and the name beside it.
 * @param {Field & {shown: boolean, toggle: () => void}} field
 */
export function secretField(field) {
  return framed(
    field,
    html`<div class="with-button">
      <input
        id=${field.id}
        type="text"
        class=${field.shown ? '' : 'masked'}
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        data-1p-ignore
        data-lpignore="true"
        data-bwignore
        data-form-type="other"
        .value=${field.value}
        ?disabled=${field.disabled}
        aria-invalid=${field.error ? 'true' : nothing}
        aria-describedby=${described(field)}
        @input=${onInput(field)}
      />
      <button
        type="button"
        class="button square"
        aria-pressed=${String(field.shown)}
        aria-controls=${field.id}
        @click=${field.toggle}
      >
        ${icon(field.shown ? 'eye-off' : 'eye')}<span class="sr">${t('Toon wat je typt')}</span>
      </button>
    </div>`,
  );
}

/** A long text. @param {Field & {rows?: number}} field */
export function areaField(field) {
  return framed(
    field,
    html`<textarea
        id=${field.id}
        rows=${field.rows ?? 10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${field.value}
        ?disabled=${field.disabled}
        aria-invalid=${field.error ? 'true' : nothing}
        aria-describedby=${described(field)}
        @input=${onInput(field)}
      ></textarea>
      ${field.limit ? html`<p class="hint counter">${roomLeft(field.value, field.limit)}</p>` : nothing}`,
  );
}

/** @param {string} text @param {number} limit */
function roomLeft(text, limit) {
  const left = limit - [...text].length;
  if (left < 0) return t('{n} tekens te veel', { n: number(-left) });
  return left < limit / 5
    ? t('Nog plaats voor {n} tekens', { n: number(left) })
    : t('Hoogstens {n} tekens', { n: number(limit) });
}

/**
 * A group of choices of which one holds.
 * @param {{id: string, label: string, value: string|null, options: {key: string, label: string, text?: string}[], change: (key: string) => void, hint?: import('./view.js').Content, error?: string|null}} field
 */
export function choiceField(field) {
  return html`<fieldset aria-describedby=${`${field.id}-error`}>
    <legend>${field.label}</legend>
    ${field.hint ? html`<div class="hint">${field.hint}</div>` : nothing} ${fieldError(field)}
    ${field.options.map(
      (option, index) =>
        html`<label class="choice">
          <input
            type="radio"
            id=${index === 0 ? field.id : `${field.id}-${index}`}
            ?checked=${option.key === field.value}
            .checked=${option.key === field.value}
            @change=${() => field.change(option.key)}
            @keydown=${moveWithin}
          />
          <span>${option.label}${option.text ? html`<small>${option.text}</small>` : nothing}</span>
        </label>`,
    )}
  </fieldset>`;
}

/** Radio buttons without names form no group, so the arrow keys need a hand. @param {KeyboardEvent} event */
function moveWithin(event) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const here = /** @type {HTMLInputElement} */ (event.target);
  const all = [...(here.closest('fieldset')?.querySelectorAll('input[type=radio]') ?? [])];
  const next = /** @type {HTMLInputElement} */ (all[(all.indexOf(here) + step + all.length) % all.length]);
  next.focus();
  next.click();
}

/**
 * A box to tick.
 * @param {{id: string, label: import('./view.js').Content, checked: boolean, change: (checked: boolean) => void, text?: import('./view.js').Content, disabled?: boolean}} field
 */
export function tickField(field) {
  return html`<label class="choice">
    <input
      type="checkbox"
      id=${field.id}
      .checked=${field.checked}
      ?disabled=${field.disabled}
      @change=${(/** @type {Event} */ event) => field.change(/** @type {HTMLInputElement} */ (event.target).checked)}
    />
    <span>${field.label}${field.text ? html`<small>${field.text}</small>` : nothing}</span>
  </label>`;
}

/**
 * @param {Field & {options: {key: string, label: string, group?: string}[], empty?: string}} field
 *   options of one group stand together
 */
export function selectField(field) {
  const groups = [...new Set(field.options.map(({ group }) => group))];
  const drawn = (/** @type {string|undefined} */ name) =>
    field.options
      .filter(({ group }) => group === name)
      .map(({ key, label }) => html`<option value=${key} ?selected=${key === field.value}>${label}</option>`);
  return framed(
    field,
    html`<select
      id=${field.id}
      autocomplete="off"
      ?disabled=${field.disabled}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${described(field)}
      @change=${onInput(field)}
    >
      ${field.empty === undefined ? nothing : html`<option value="" ?selected=${field.value === ''}>${field.empty}</option>`}
      ${groups.map((group) => (group === undefined ? drawn(group) : html`<optgroup label=${group}>${drawn(group)}</optgroup>`))}
    </select>`,
  );
}

/**
 * A button that waits for what it started, so that nothing is done twice.
 * @param {{label: import('./view.js').Content, click: () => void, busy?: boolean, busyLabel?: string, kind?: string, disabled?: boolean, type?: 'button'|'submit'}} button
 */
export function actionButton({
  label,
  click,
  busy = false,
  busyLabel,
  kind = 'primary',
  disabled = false,
  type = 'button',
}) {
  const onClick = () => {
    if (!busy && !disabled && type === 'button') click();
  };
  return html`<button
    type=${type}
    class="button ${kind}"
    aria-busy=${String(busy)}
    aria-disabled=${String(busy || disabled)}
    @click=${onClick}
  >
    ${busy ? (busyLabel ?? label) : label}
  </button>`;
}

/** Puts the cursor on the first field that needs another look. */
export function focusFirstError() {
  const error = document.querySelector('.error');
  const field = error?.closest('.field, fieldset')?.querySelector('input, select, textarea') ?? error;
  if (!(field instanceof HTMLElement)) return;
  // An error that belongs to no single field is read itself.
  if (field === error) field.tabIndex = -1;
  field.scrollIntoView({ block: 'center' });
  field.focus();
}
