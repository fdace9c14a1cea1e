/**
 * Numbers for whoever may see numbers only: worked out by a facilitator's browser, signed, sealed to each reader.
 * @module client/statistics/aggregates
 */

import { b64, concat, fromB64, lp, lps, utf8 } from '../../crypto/bytes.js';
import { activeMember, activeMembers } from '../../crypto/directory.js';
import { pad, paddedLength, unpadExact } from '../../crypto/padding.js';
import { hpkeSeal } from '../../crypto/hpke.js';
import { parseSigned, sign, verify } from '../../crypto/sign.js';
import { ApiError } from '../api.js';
import { allNumbers } from './statistics.js';

/**
 * @typedef {import('../staff/member.js').StaffSession} StaffSession
 * @typedef {import('./statistics.js').YearNumbers} YearNumbers
 * @typedef {import('./statistics.js').Spread} Spread
 */

/** @typedef {{day: string, years: YearNumbers[], age: number[], author: string|null}} Numbers */

const PURPOSE = /** @type {import('../../crypto/sign.js').Purpose} */ (/** @type {unknown} */ ('aggregates'));

/** Means have two decimals on their way: the protocol knows whole numbers only. */
const HUNDREDTHS = 100;

/** @param {Uint8Array} portal @param {Uint8Array} member */
const info = (portal, member) => concat(utf8('adviespunt/v1/aggregates'), lps(portal, member));

/**
 * @param {StaffSession} session
 * @param {import('./statistics.js').Line[]} lines
 * @returns {Promise<Numbers>}
 */
export async function numbersFrom(session, lines) {
  const { org } = session.portal;
  const first = lines.reduce(
    (year, { received }) => Math.min(year, Number(received.slice(0, 4))),
    Number(session.today.slice(0, 4)),
  );
  const to = Number(session.today.slice(0, 4)) + 1;
  const { closed } = await session.api.get(`/calendar?from=${first}&to=${to}`);
  const rest = { today: session.today, categories: org.categories, promises: org.promises };
  const { years, age } = allNumbers(lines, { from: first, to, closed }, rest);
  return { day: session.today, years, age, author: session.name };
}

/**
 * Seals the numbers to every coordinator, and to myself so that I know of which day they are.
 * @param {StaffSession} session @param {Numbers} numbers
 */
export async function publishNumbers(session, numbers) {
  const signed = await sign(session.identity.sign.privateKey, PURPOSE, lp(session.portal.id), packed(session, numbers));
  const padded = pad(signed, paddedLength(signed.length, PURPOSE));
  const self = activeMember(session.directories.current, session.member, ['facilitator']);
  const readers = [...activeMembers(session.directories.current, 'coordinator'), ...(self ? [self] : [])];
  const recipients = await Promise.all(
    readers.map(async ({ id, kem }) => ({
      member: b64(id),
      sealed: b64(await hpkeSeal(kem, info(session.portal.id, id), padded)),
    })),
  );
  await session.api.put('/aggregates', { recipients });
}

/** The day of the last numbers sealed to me. @param {StaffSession} session @returns {Promise<string|null>} */
export async function numbersDay(session) {
  const found = await given(session);
  return found?.day ?? null;
}

/** @param {StaffSession} session @returns {Promise<{sealed: string, day: string}|null>} */
function given(session) {
  return session.api.get('/aggregates');
}

/**
 * @param {StaffSession} session
 * @returns {Promise<Numbers|null>} null when nobody made any yet
 */
export async function openNumbers(session) {
  const found = await given(session);
  if (found === null) return null;
  const padded = await session.identity.kem.open(info(session.portal.id, session.member), fromB64(found.sealed));
  const parsed = parseSigned(unpadExact(padded), () => undefined);
  const author = activeMember(session.directories.current, fromB64(parsed.body['author'], 16), ['facilitator']);
  if (author === null) throw new ApiError(409, 'author-left');
  await verify(author.sign, PURPOSE, lp(session.portal.id), parsed);
  return { ...unpacked(parsed.body), author: author.name };
}

/** @param {StaffSession} session @param {Numbers} numbers */
function packed(session, { day, years, age }) {
  return { v: 1, author: session.key, day, age, years: years.map(packedYear) };
}

/** @param {YearNumbers} one */
function packedYear(one) {
  return {
    ...one,
    ...Object.fromEntries(
      COUNTS.map((key) => [key, [...one[key]].sort().map(([name, count]) => ({ key: name, count }))]),
    ),
    feedback: packedSpread(one.feedback),
    throughput: packedSpread(one.throughput),
  };
}

const COUNTS = /** @type {const} */ (['groups', 'categories', 'kinds', 'states', 'outcomes', 'authorities']);

/** @param {Spread} spread */
function packedSpread({ count, ...days }) {
  return {
    count,
    ...Object.fromEntries(
      Object.entries(days).map(([key, value]) => [key, value === null ? null : Math.round(value * HUNDREDTHS)]),
    ),
  };
}

/** @param {any} body @returns {Omit<Numbers, 'author'>} */
function unpacked({ day, age, years }) {
  return { day, age, years: years.map(unpackedYear) };
}

/** @param {any} one @returns {YearNumbers} */
function unpackedYear(one) {
  return {
    ...one,
    ...Object.fromEntries(
      COUNTS.map((key) => [key, new Map(one[key].map((/** @type {any} */ cell) => [cell.key, cell.count]))]),
    ),
    feedback: unpackedSpread(one.feedback),
    throughput: unpackedSpread(one.throughput),
  };
}

/** @param {any} spread @returns {Spread} */
function unpackedSpread({ count, ...days }) {
  const read = Object.entries(days).map(([key, value]) => [key, value === null ? null : Number(value) / HUNDREDTHS]);
  return { count, ...Object.fromEntries(read) };
}
