/**
 * What the organisation says about itself, as `/api/v1/organisation` gives it, and the part of it in `/api/v1/welcome`.
 * @module ui/organisation
 */

import { leaveTo } from './leave.js';
import { language } from './texts.js';

/** @typedef {string|Record<string, string>} Words one text, or one for each language */
/** @typedef {import('./own-words.js').OwnWords} OwnWords */

/**
 * @typedef {object} Welcome
 * @property {boolean} accepts questions can be asked
 * @property {string} name
 * @property {string|null} neutral_page where "Snel weg" goes; null: the browser's own empty page
 * @property {{feedback: number, final: number}} promises
 * @property {Record<string, OwnWords>} texts
 */

/**
 * @typedef {object} More
 * @property {string} portal b64
 * @property {boolean} ready a facilitator stands in a directory
 * @property {boolean} access_word asked for before anything else
 * @property {string|null} organisation_key b64
 * @property {string} short_name
 * @property {string[]} languages
 * @property {string} day today in Brussels
 * @property {{key: string, name: string, text: OwnWords, contact: string}[]} channels
 * @property {{key: string, name: Words}[]} authorities
 * @property {{key: string, label: Words}[]} kinds
 * @property {{text: number, attachments: number, upload_bytes: number, pages: number}} limits
 * @property {string} outside_channel key of a channel
 * @property {'name'|'function'} staff_shown_by how askers see the staff
 */

/** @typedef {Welcome & More} Organisation */

/** @param {Words|undefined|null} words @returns {string} */
export function inLanguage(words) {
  if (typeof words === 'string') return words;
  return words?.[language] ?? words?.nl ?? Object.values(words ?? {})[0] ?? '';
}

/** @param {{key: string}[]} list @param {string} key @returns {string} the name or label that belongs to a key */
export function nameOf(list, key) {
  const found = /** @type {any} */ (list.find((one) => one.key === key));
  return found === undefined ? key : inLanguage(found.name ?? found.label);
}

/**
 * How askers see a member of staff: by name, or by function where the organisation prefers that.
 * @param {Organisation} organisation @param {{name: string, function: string}} person @returns {string}
 */
export function shownAs({ staff_shown_by: by }, person) {
  return by === 'function' && person.function !== '' ? person.function : person.name;
}

/**
 * Puts the organisation's name and texts where the shell left room for them, and lets "Snel weg" go where it wants.
 * @param {Welcome} organisation
 */
export async function showOrganisation(organisation) {
  for (const place of document.querySelectorAll('[data-organisation]')) place.textContent = organisation.name;
  leaveTo(organisation.neutral_page);
  for (const place of document.querySelectorAll('[data-own]')) {
    await sayInOwnWords(/** @type {HTMLElement} */ (place), organisation.texts);
  }
}

/**
 * The shell's own text stays where the organisation has none. A part that is the organisation's alone was hidden till now.
 * @param {HTMLElement} place @param {Welcome['texts']} texts
 */
async function sayInOwnWords(place, texts) {
  const own = texts[place.dataset.own ?? ''];
  if (!own) return;
  place.closest('section[hidden]')?.removeAttribute('hidden');
  if (typeof own === 'string') place.textContent = own;
  else (await import('./own-tree.js')).showTree(place, own);
}
