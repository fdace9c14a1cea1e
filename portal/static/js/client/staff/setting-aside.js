/**
 * A question that nobody can open: no act can be written in it, so a facilitator ends it with a line of the register alone.
 * @module client/staff/setting-aside
 */

import { b64, fromB64 } from '../../crypto/bytes.js';
import { sealEntry } from '../../crypto/register.js';
import { ENDED, UNREADABLE } from '../states.js';

/** @typedef {import('./member.js').StaffSession} StaffSession */
/** @typedef {import('../../crypto/register.js').RegisterBody} RegisterBody */

/**
 * How a case stands that this member cannot open. Setting it aside is for a facilitator who never opened it, where nobody
 * of the staff wrote yet.
 * @param {StaffSession} session @param {string} key of the case
 * @returns {Promise<'may'|'done'|null>} `done`: somebody set it aside
 * @throws {import('../api.js').ApiError}
 */
export async function asideOf({ api, role, state }, key) {
  const index = await api.get(`/cases/${key}?unseen=true`);
  if (index.state === UNREADABLE) return 'done';
  const may = role === 'facilitator' && state.content.cases[key] === undefined;
  return may && !ENDED.has(index.state) && index.roster === 0 ? 'may' : null;
}

/**
 * @param {StaffSession} session @param {string} key of the case
 * @param {RegisterBody|null} askers what the register has of it, from whoever asked
 * @returns {Promise<void>}
 * @throws {import('../api.js').ApiError} `closed` where somebody of the staff wrote in it
 */
export async function setAside(session, key, askers) {
  const { id, kem } = session.directories.current.register;
  const place = { portal: session.portal.id, key: id, case: fromB64(key, 16), writer: session.member };
  const body = await lineOf(session, key, askers);
  const sealed = await sealEntry(kem, place, body, session.identity.sign.privateKey);
  await session.api.put(`/cases/${key}/set-aside`, { register: { key: b64(id), sealed: b64(sealed) } });
}

/** @param {StaffSession} session @param {string} key @param {RegisterBody|null} askers @returns {Promise<RegisterBody>} */
async function lineOf({ api, today, directories }, key, askers) {
  const [index, first] = await Promise.all([api.get(`/cases/${key}`), directories.version(1)]);
  // The server's word for the day, as in every line: never one before there was a staff list, or after today.
  const received = [first.day, [index.received, today].sort()[0]].sort()[1];
  return {
    v: 1,
    case: key,
    number: 1,
    kind: askers?.kind ?? 'unknown',
    urgent: askers?.urgent ?? false,
    category: null,
    state: UNREADABLE,
    outcome: null,
    authorities: [],
    received,
    feedback: null,
    final: null,
    closed: today,
    directory: directories.current.version,
  };
}
