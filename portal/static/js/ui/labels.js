/**
 * What people read for the short keys of cases. The plain pages say the same in portal/assisted/texts.py.
 * @module ui/labels
 */

import { t } from './texts.js';

/** @type {Record<string, {words: () => string, tone: 'accent'|'warn'|'good'|''}>} */
const STATES = {
  new: { words: () => t('verstuurd, nog niet geopend'), tone: '' },
  open: { words: () => t('geopend'), tone: 'accent' },
  answering: { words: () => t('eerste reactie gegeven'), tone: 'accent' },
  answered: { words: () => t('beantwoord'), tone: 'good' },
  reopened: { words: () => t('heropend, wacht op antwoord'), tone: 'accent' },
  passed: { words: () => t('doorgegeven'), tone: 'warn' },
  closed: { words: () => t('afgesloten'), tone: 'good' },
  withdrawn: { words: () => t('ingetrokken'), tone: '' },
  unreadable: { words: () => t('niet te openen'), tone: 'warn' },
};

/** The asker wrote again after the answer. @param {Standing} summary */
export const isReopened = ({ state, answered_on: answeredOn }) =>
  answeredOn !== null && (state === 'open' || state === 'answering');

/**
 * @typedef {{state: string, answered_on: string|null, waits_for: 'staff'|'asker'|null}} Standing
 */

/** The state as people see it: who wrote again after the answer is not told of a first reaction. @param {Standing} summary */
function shownState(summary) {
  if (!isReopened(summary)) return summary.state;
  return summary.waits_for === 'staff' ? 'reopened' : 'answered';
}

/** @param {Standing} summary */
export const stateWords = (summary) => STATES[shownState(summary)]?.words() ?? summary.state;

/** @param {Standing} summary */
export const stateTone = (summary) => STATES[shownState(summary)]?.tone ?? '';

/** @type {Record<string, () => string>} */
const ROLES = {
  asker: () => t('Jij'),
  facilitator: () => t('facilitator'),
  helper: () => t('helper van de facilitator'),
  coach: () => t('integriteitscoach'),
  archive: () => t('het archief (op slot)'),
};

/** @param {string} role */
export const roleWords = (role) => ROLES[role]?.() ?? role;

/** Marks that turn the direction of what follows: a name could turn our own sentence around, or put another in its place. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A name that somebody chose, to stand in a sentence of ours. @param {string} name */
export const withoutTurns = (name) => name.replace(TURNS, '');
