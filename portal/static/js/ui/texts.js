/**
 * Texts. Dutch is written where it is used and is its own key; other languages are looked up.
 * @module ui/texts
 */

/** @type {Record<string, string>} */
let catalogue = {};

/** Language of this page, from its address by way of `<html lang>`. */
export const language = typeof document === 'undefined' ? 'nl' : document.documentElement.lang || 'nl';

/** Loads the other language's texts, those of this page; Dutch needs none. Await it before the first `t`. */
export async function loadTexts() {
  if (language === 'nl') return;
  const file = `../texts/${language}-${document.documentElement.dataset.page}.js`;
  // A page in Dutch is better than none.
  const loaded = await import(file).catch(() => ({ default: {} }));
  catalogue = loaded.default;
}

/**
 * The text in the language of the page, with `{name}` replaced by values.
 * @param {string} text in Dutch
 * @param {Record<string, string|number>} [values]
 * @returns {string}
 */
export function t(text, values = {}) {
  return fill(catalogue[text] ?? text, values);
}

/**
 * Marks a text for translation where it is written, for a `t` elsewhere: `LABELS = { a: mark("...") }`, `t(LABELS.a)`.
 * @param {string} text
 */
export const mark = (text) => text;

/**
 * As `t`, for a number: one text for 1, another for every other number.
 * @param {string} one
 * @param {string} many
 * @param {number} n stands for `{n}`
 * @param {Record<string, string|number>} [values]
 */
export function tn(one, many, n, values = {}) {
  return t(isOne(n) ? one : many, { n, ...values });
}

/** French counts 0 as one. @param {number} n */
function isOne(n) {
  return n === 1 || (language === 'fr' && n === 0);
}

/** @param {string} text @param {Record<string, string|number>} values */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * A day in words: "donderdag 26 november".
 * @param {string} day YYYY-MM-DD
 * @param {{year?: boolean, weekday?: boolean}} [show]
 */
export function dayInWords(day, { year = false, weekday = true } = {}) {
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { timeZone: 'UTC', day: 'numeric', month: 'long' };
  if (weekday) options.weekday = 'long';
  if (year) options.year = 'numeric';
  return new Intl.DateTimeFormat(`${language}-BE`, options).format(new Date(`${day}T00:00:00Z`));
}

/** A number as people write it: "40.000". @param {number} value */
export function number(value) {
  return new Intl.NumberFormat(`${language}-BE`).format(value);
}

/** An address of this portal in the language of the page. @param {string} path begins with / */
export function address(path) {
  return language === 'nl' ? path : `/${language}${path === '/' ? '' : path}`;
}

/** Sizes as people read them: "3,2 MB". @param {number} bytes */
export function sizeInWords(bytes) {
  if (bytes < 100_000) return t('{n} kB', { n: Math.ceil(bytes / 1000) });
  const format = new Intl.NumberFormat(`${language}-BE`, { maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 });
  return t('{n} MB', { n: format.format(bytes / 1_000_000) });
}

/** "Foto 1", "Document 2": the only name a file has here. @param {'photo'|'document'} family @param {number} n */
export const fileWords = (family, n) => (family === 'photo' ? t('Foto {n}', { n }) : t('Document {n}', { n }));
