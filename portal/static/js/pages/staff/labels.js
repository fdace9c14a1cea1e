/**
 * Words for keys, the same everywhere.
 * @module pages/staff/labels
 */

import { memberBy } from '../../client/staff/directory.js';
import { isReopened } from '../../ui/labels.js';
import { dayInWords, t, tn } from '../../ui/texts.js';

/** @type {Record<string, () => string>} */
const ROLES = {
  facilitator: () => t('facilitator'),
  helper: () => t('helper van de facilitator'),
  coach: () => t('integriteitscoach'),
  coordinator: () => t('integriteitscoördinator'),
};

/** @type {Record<string, () => string>} */
const STATES = {
  new: () => t('nieuw'),
  open: () => t('geopend, nog geen feedback'),
  answering: () => t('feedback gegeven'),
  answered: () => t('definitief beantwoord'),
  passed: () => t('doorgegeven'),
  closed: () => t('afgesloten'),
  withdrawn: () => t('ingetrokken'),
  unreadable: () => t('niet te openen'),
};

/** @param {string} key */
export const roleName = (key) => ROLES[key]?.() ?? key;

/** @param {string} key */
export const stateName = (key) => STATES[key]?.() ?? key;

/**
 * Where a case stands: after its answer it is never told of a first feedback again.
 * @param {import('../../ui/labels.js').Standing} summary
 */
export function standingName(summary) {
  if (!isReopened(summary)) return stateName(summary.state);
  return summary.waits_for === 'staff' ? t('vervolg na het antwoord') : stateName('answered');
}

/** What has no outcome in the organisation's list, by its key in the figures and in the report. @type {Record<string, () => string>} */
const WITHOUT_OUTCOME = {
  '': () => t('Nog niet afgesloten'),
  open: () => t('Nog niet afgesloten'),
  'state.withdrawn': () => t('Ingetrokken'),
  'state.passed': () => t('Doorgegeven, nog niet afgesloten'),
  'state.closed': () => t('Afgesloten zonder uitkomst'),
  'state.unreadable': () => t('Niet te openen'),
};

/** @param {any} org @param {string} key */
export function outcomeName(org, key) {
  const own = key.replace('state:', 'state.');
  return Object.hasOwn(WITHOUT_OUTCOME, own) ? WITHOUT_OUTCOME[own]() : labelOf(org.outcomes, key);
}

/**
 * Days left in words; working days.
 * @param {number} left negative when late
 */
export function daysLeft(left) {
  if (left < 0) return tn('{n} werkdag te laat', '{n} werkdagen te laat', -left);
  if (left === 0) return t('vandaag de laatste dag');
  return tn('nog {n} werkdag', 'nog {n} werkdagen', left);
}

/**
 * The label of a key in one of the organisation's lists; the key itself where the list no longer has it.
 * @param {{key: string, label?: string, name?: string}[]} list
 * @param {string|null|undefined} key
 */
export function labelOf(list, key) {
  const found = list.find((one) => one.key === key);
  return found?.label ?? found?.name ?? key ?? '';
}

/** @typedef {import('../../client/staff/absences.js').Absence} Absence */
/** @typedef {import('../../client/staff/member.js').StaffSession} StaffSession */

/** Beside somebody's name. @param {StaffSession} me @param {Absence} absence */
export function awayText(me, absence) {
  const { day, cover } = awayOf(me, absence);
  return cover
    ? t('Afwezig tot en met {day}. {name} neemt over.', { day, name: cover })
    : t('Afwezig tot en met {day}.', { day });
}

/** Where no name stands. @param {StaffSession} me @param {Absence} absence */
export function awaySentence(me, absence) {
  const { day, cover } = awayOf(me, absence);
  const name = memberBy(me, absence.member)?.name ?? t('iemand die weg is');
  return cover
    ? t('{name} is afwezig tot en met {day}. {cover} neemt over.', { name, day, cover })
    : t('{name} is afwezig tot en met {day}.', { name, day });
}

/** @param {StaffSession} me @param {Absence} absence */
function awayOf(me, { last, cover }) {
  const day = dayInWords(last, { weekday: false });
  return { day, cover: cover === null ? undefined : memberBy(me, cover)?.name };
}
