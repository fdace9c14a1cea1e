/**
 * The facilitators' own texts to begin from, sealed like everything else that people write.
 * @module client/staff/templates
 */

import { b64, canonical, fromB64, fromCanonical, randomBytes } from '../../crypto/bytes.js';
import { NO_CASE, open, parseEnvelope, seal } from '../../crypto/envelope.js';
import { ProtocolError } from '../../crypto/errors.js';
import * as shape from '../../crypto/shape.js';
import { derive } from '../../crypto/kdf.js';
import { ownRegisterSeeds } from './directory.js';

/** Characters: more than an envelope of the server's takes. */
const MOST = 1_000_000;

/** @typedef {import('./member.js').StaffSession} StaffSession */
/** @typedef {{id: string, number: number, act: string, name: string, text: string}} Template */

/** A colleague's browser may have been changed: what has another form is left out, and the rest stands. */
const templateShape = shape.object({
  v: shape.version,
  act: shape.text(1, MOST),
  name: shape.text(1, MOST),
  text: shape.text(0, MOST),
});

/** @param {StaffSession} session @returns {Promise<Uint8Array[]>} the newest register key's first */
async function templateKeys(session) {
  const newest = b64(session.directories.current.register.id);
  const seeds = await ownRegisterSeeds(session);
  const sorted = [...seeds].sort((a, b) => Number(b64(b.key) === newest) - Number(b64(a.key) === newest));
  return Promise.all(sorted.map(({ seed }) => derive(seed, 'template')));
}

/**
 * @param {StaffSession} session a facilitator's
 * @returns {Promise<Template[]>} those that open, by name
 */
export async function loadTemplates(session) {
  const { templates } = await session.api.get('/templates');
  if (templates.length === 0) return [];
  const keys = await templateKeys(session);
  const read = await Promise.all(templates.map((/** @type {any} */ one) => openOne(session, keys, one)));
  return read.filter((one) => one !== null).sort((a, b) => a.name.localeCompare(b.name));
}

/** @param {StaffSession} session @param {Uint8Array[]} keys @param {{id: string, number: number, envelope: string}} given @returns {Promise<Template|null>} */
async function openOne(session, keys, { id, number, envelope }) {
  const bytes = fromB64(envelope);
  for (const key of keys) {
    try {
      const { writer } = parseEnvelope(bytes).header;
      const header = {
        portal: session.portal.id,
        case: NO_CASE,
        epoch: number,
        id: fromB64(id, 16),
        writer,
        kind: 'template',
      };
      const body = fromCanonical(await open(key, header, bytes));
      templateShape(body);
      const { act, name, text } = body;
      return { id, number, act, name, text };
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
    }
  }
  return null;
}

/**
 * @param {StaffSession} session
 * @param {{id: string|null, number: number, act: string, name: string, text: string}} template id null: a new one
 */
export async function keepTemplate(session, { id, number, act, name, text }) {
  const [key] = await templateKeys(session);
  if (key === undefined) throw new ProtocolError('register-key');
  const own = id === null ? randomBytes(16) : fromB64(id, 16);
  const next = id === null ? 0 : number + 1;
  const header = {
    portal: session.portal.id,
    case: NO_CASE,
    epoch: next,
    id: own,
    writer: session.member,
    kind: 'template',
  };
  const envelope = await seal(key, header, canonical({ v: 1, act, name, text }));
  await session.api.put(`/templates/${b64(own)}`, { number: next, envelope: b64(envelope) });
}

/** @param {StaffSession} session @param {string} id */
export const removeTemplate = (session, id) => session.api.del(`/templates/${id}`);
