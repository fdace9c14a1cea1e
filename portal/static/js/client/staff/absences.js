/**
 * Who is away and who covers: everybody says so for themselves, signed.
 * @module client/staff/absences
 */

import { b64, fromB64, randomBytes } from '../../crypto/bytes.js';
import { memberOf } from '../../crypto/directory.js';
import { ProtocolError } from '../../crypto/errors.js';
import { ApiError } from '../api.js';
import { parseSigned, sign, verify } from '../../crypto/sign.js';

/** @typedef {import('./member.js').StaffSession} StaffSession */
/** @typedef {{id: string, member: string, first: string, last: string, cover: string|null}} Absence */

const PURPOSE = /** @type {import('../../crypto/sign.js').Purpose} */ (/** @type {unknown} */ ('absence'));

/**
 * @param {StaffSession} session
 * @returns {Promise<Absence[]>} those that their members signed
 */
export async function loadAbsences(session) {
  const { absences } = await session.api.get('/absences');
  const read = await Promise.all(absences.map((/** @type {any} */ one) => checked(session, one)));
  return read.filter((one) => one !== null);
}

/** @param {StaffSession} session @param {{signed: string}} given @returns {Promise<Absence|null>} */
async function checked(session, { signed }) {
  try {
    const parsed = parseSigned(fromB64(signed), () => undefined);
    const { id, member: key, first, last, cover } = parsed.body;
    const member = memberOf(session.directories.current, fromB64(key, 16));
    if (member === null) return null;
    await verify(member.sign, PURPOSE, session.portal.id, parsed);
    return { id, member: key, first, last, cover };
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

/** @param {StaffSession} session @param {{first: string, last: string, cover: string|null}} when */
export async function keepAbsence(session, { first, last, cover }) {
  const id = b64(randomBytes(16));
  const body = { v: 1, id, member: session.key, first, last, cover };
  const signed = await sign(session.identity.sign.privateKey, PURPOSE, session.portal.id, body);
  await session.api.put(`/absences/${id}`, { first, last, cover, signed: b64(signed) });
}

/** @param {StaffSession} session @param {string} id */
export const removeAbsence = (session, id) => session.api.del(`/absences/${id}`);

/**
 * Who is away today. Without a connection it is as if everybody were there: the queue does not wait for this.
 * @param {StaffSession} session
 * @returns {Promise<import('./turn.js').Away>} by member key
 */
export async function awayToday(session) {
  if (session.role === 'coordinator') return new Map();
  const absences = await loadAbsences(session).catch((error) => {
    if (error instanceof ApiError) return [];
    throw error;
  });
  const now = absences.filter(({ first, last }) => first <= session.today && session.today <= last);
  return new Map(now.map((one) => [one.member, one]));
}
