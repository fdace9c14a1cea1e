/**
 * The yearly report: numbers and keys only, small ones withheld, signed by a facilitator.
 * @module client/statistics/report
 */

import { b64, canonical, equal, fromB64 } from '../../crypto/bytes.js';
import { memberOf } from '../../crypto/directory.js';
import { parseSigned, sign, signedHash, verify } from '../../crypto/sign.js';
import { ApiError } from '../api.js';
import { showLoose, showNested, showPartition, SMALLEST_SHOWN } from './suppression.js';

/**
 * @typedef {import('../staff/member.js').StaffSession} StaffSession
 * @typedef {import('./statistics.js').YearNumbers} YearNumbers
 * @typedef {import('./suppression.js').ShownCell} ShownCell
 */

/** @typedef {Record<string, number|null>} Cells null: withheld */
/** @typedef {{mean: number|null, share: number|null}} OnTime mean in whole working days; share of what was answered, in steps of 5 percent */

/**
 * @typedef {object} ReportNumbers everything the report says
 * @property {number|null} total
 * @property {Cells} groups
 * @property {number|null} groups_together what the withheld groups come to
 * @property {Cells} categories
 * @property {OnTime} feedback
 * @property {OnTime} final
 * @property {Cells} outcomes
 * @property {number|null} outcomes_together
 * @property {Cells} authorities
 * @property {{feedback: number, final: number}} promises
 */

/** @typedef {{year: number, day: string, author: string, presented: string|null}} Listed */
/** @typedef {Listed & {numbers: ReportNumbers, authorName: string, statement: string, mark: string}} SignedReport `statement`: what was signed, b64; `mark`: the beginning of its hash */

const PURPOSE = /** @type {import('../../crypto/sign.js').Purpose} */ (/** @type {unknown} */ ('report'));

/** Of fewer a share tells how many there were. */
const ENOUGH_FOR_A_SHARE = 10;

/** The key of what has none. */
export const NONE = 'none';

/** A group's name as a key. @param {string} name */
export function groupKey(name) {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || NONE
  );
}

/** Counts are kept by `state:closed` and the like; a report knows points only. @param {string} key */
const outcomeKey = (key) => (key === '' ? 'open' : key.replace(':', '.'));

/**
 * @param {any} org
 * @param {YearNumbers} own
 * @returns {ReportNumbers} with everything gone that may not be shown
 */
export function reportNumbers(org, own) {
  const nested = showNested(groupsOf(org, own));
  const outcomes = showPartition(outcomesOf(org, own));
  const enough = nested.groups.total !== null;
  const authorities = showLoose(
    org.authorities.map((/** @type {any} */ { key }) => ({ key, count: own.authorities.get(key) ?? 0 })),
  );
  return {
    total: nested.groups.total,
    groups: cellsOf(nested.groups.cells),
    groups_together: nested.groups.together,
    categories: cellsOf([...nested.parts].filter(([key]) => key !== NONE).flatMap(([, { cells }]) => cells)),
    feedback: promiseOf(own.feedback, own.feedbackKept, enough),
    final: promiseOf(own.throughput, own.finalKept, enough),
    outcomes: cellsOf(outcomes.cells),
    outcomes_together: outcomes.together,
    authorities: cellsOf(authorities),
    promises: { feedback: org.promises.feedback, final: org.promises.final },
  };
}

/** @param {any} org @param {YearNumbers} own */
function groupsOf(org, own) {
  /** @type {Map<string, {key: string, count: number}[]>} */
  const groups = new Map();
  for (const { key, group } of org.categories) {
    const parts = groups.get(groupKey(group)) ?? [];
    parts.push({ key, count: own.categories.get(key) ?? 0 });
    groups.set(groupKey(group), parts);
  }
  // Without a category, or with one that the list no longer has.
  const known = new Set(org.categories.map((/** @type {any} */ one) => one.key));
  const rest = [...own.categories].filter(([key]) => !known.has(key)).reduce((sum, [, count]) => sum + count, 0);
  groups.set(NONE, [{ key: NONE, count: rest }]);
  return [...groups].map(([key, parts]) => ({ key, parts }));
}

/** @param {any} org @param {YearNumbers} own */
function outcomesOf(org, own) {
  const listed = [
    '',
    'state:withdrawn',
    'state:passed',
    'state:closed',
    'state:unreadable',
    ...org.outcomes.map((/** @type {any} */ one) => one.key),
  ];
  return [...new Set([...listed, ...own.outcomes.keys()])].map((key) => ({
    key: outcomeKey(key),
    count: own.outcomes.get(key) ?? 0,
  }));
}

/** @param {ShownCell[]} cells @returns {Cells} */
const cellsOf = (cells) => Object.fromEntries(cells.map(({ key, count }) => [key, count]));

/**
 * A mean over few, or a share of which few were late, would give the few away. So would decimals: 3.57 days over at most
 * eight questions is 25 over seven, and one was never answered. Only what was answered counts: a share of what still
 * runs as well would tell how the outcomes that are left out lie.
 * @param {import('./statistics.js').Spread} spread @param {import('./statistics.js').Kept} kept @param {boolean} enough
 * @returns {OnTime}
 */
function promiseOf({ count, mean }, { kept }, enough) {
  const many = (/** @type {number} */ some) => some >= SMALLEST_SHOWN;
  const late = count - kept;
  return {
    mean: enough && many(count) ? Math.round(mean ?? 0) : null,
    share: count >= ENOUGH_FOR_A_SHARE && many(kept) && (many(late) || late === 0) ? shareOf(kept, late) : null,
  };
}

/** All is said only when it is all. @param {number} kept @param {number} late */
function shareOf(kept, late) {
  if (late === 0) return 100;
  return Math.min(95, Math.max(5, Math.round((20 * kept) / (kept + late)) * 5));
}

/**
 * @param {StaffSession} session a facilitator's
 * @param {number} year @param {ReportNumbers} numbers
 */
export async function signReport(session, year, numbers) {
  const body = { v: 1, year, author: session.key, day: session.today, numbers };
  const signed = await sign(session.identity.sign.privateKey, PURPOSE, session.portal.id, body);
  await session.api.put(`/reports/${year}`, { signed: b64(signed) });
}

/**
 * @param {StaffSession} session
 * @returns {Promise<{reports: Listed[], due: number|null, late: boolean}>}
 */
export const listReports = (session) => session.api.get('/reports');

/**
 * @param {StaffSession} session @param {number} year
 * @returns {Promise<SignedReport|null>} null when there is none
 * @throws {import('../../crypto/errors.js').ProtocolError} when it is not what a facilitator signed
 */
export async function openReport(session, year) {
  const { reports } = await listReports(session);
  if (!reports.some((one) => one.year === year)) return null;
  const given = await session.api.get(`/reports/${year}`);
  const parsed = parseSigned(fromB64(given.signed), () => undefined);
  const { author, numbers, day } = parsed.body;
  // A facilitator who left meanwhile stays in the directory, with the key that signed.
  const member = memberOf(session.directories.current, fromB64(author, 16));
  if (member?.role !== 'facilitator' || parsed.body['year'] !== year) throw new ApiError(403, 'forbidden');
  await verify(member.sign, PURPOSE, session.portal.id, parsed);
  const mark = await markOf(fromB64(given.signed));
  return {
    year,
    day,
    author,
    presented: given.presented,
    numbers,
    authorName: member.name,
    statement: given.signed,
    mark,
  };
}

/** Whether both say the same, in whatever order: what was signed comes back sorted. @param {ReportNumbers} one @param {ReportNumbers} other */
export const sameNumbers = (one, other) => equal(canonical(one), canonical(other));

/** As people compare it: 8 bytes in four groups. @param {Uint8Array} signed */
async function markOf(signed) {
  const start = (await signedHash(signed)).slice(0, 8);
  const hex = [...start].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

/** @param {StaffSession} session the coordinator's @param {number} year @param {string} day */
export const recordPresentation = (session, year, day) => session.api.put(`/reports/${year}/presentation`, { day });
