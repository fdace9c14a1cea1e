/**
 * How the pages of a file are drawn, as far as its asker may choose.
 * @module ui/attachments/choices
 */

import { t } from '../texts.js';

/** @typedef {import('./files.js').Item} Item */
/** @typedef {import('../../client/cleaning.js').Cleaned} Cleaned */
/** @typedef {{comments: boolean, forms: boolean, dots: boolean, sharp: boolean}} Choices */

/** As cleaning draws when nothing is chosen. @type {Readonly<Choices>} */
export const USUAL = Object.freeze({ comments: false, forms: true, dots: false, sharp: false });

/** What cleaning is asked for besides the file; undefined for the usual. @param {Item} item @returns {Record<string, string|number|boolean>|undefined} */
export function optionsOf({ password, part, choices }) {
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
export function choicesFor({ cleaned, drawn }) {
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
