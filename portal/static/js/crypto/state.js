/**
 * What a mailbox or member must not forget between visits (protocol, section 11), and drafts that a browser keeps.
 * @module crypto/state
 */
import { b64, canonical, fromCanonical } from './bytes.js';
import { ASKER, NO_CASE, open, seal } from './envelope.js';
import * as shape from './shape.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {import('./identity.js').Role} Role */

/** @typedef {{hash: string, number: number}} RosterSeen hash in b64 */
/** @typedef {{roster: RosterSeen, read: string[]}} CaseSeen `read`: b64 message ids */

/**
 * @typedef {object} State as it travels
 * @property {1} v
 * @property {string} organisation b64 key
 * @property {{hash: string, version: number}} directory
 * @property {Record<string, CaseSeen>} cases by b64 case id
 * @property {number} [checkpoint] staff only: the newest of the register that was seen, 0 for none
 * @property {Record<string, {code: string, name: string, person: string, role: string}>} [invitations] staff only, by b64 invite id
 */

const cases = shape.map(shape.id, shape.object({ roster: shape.rosterMark, read: shape.list(shape.id) }));
const shared = { v: shape.version, organisation: shape.bytes(32), directory: shape.directoryMark, cases };
const invitation = shape.object({
  code: shape.id,
  name: shape.text(1, 200),
  person: shape.id,
  role: shape.oneOf('facilitator', 'helper', 'coach', 'coordinator'),
});
const shapes = {
  mailbox: shape.object(shared),
  staff: shape.object({ ...shared, checkpoint: shape.count, invitations: shape.map(shape.id, invitation) }),
};

/** @param {Uint8Array} portal @param {Uint8Array} owner mailbox or member id @param {Role} role @param {number} number */
const stateHeader = (portal, owner, role, number) => ({
  portal,
  case: NO_CASE,
  epoch: number,
  id: owner,
  writer: role === 'mailbox' ? ASKER : owner,
  kind: 'state',
});

/**
 * The state of somebody who has not seen anything yet.
 * @param {Role} role @param {Uint8Array} organisation key @param {{version: number, hash: Uint8Array}} directory
 * @returns {State}
 */
export function firstState(role, organisation, { version, hash }) {
  const state = {
    v: /** @type {1} */ (1),
    organisation: b64(organisation),
    directory: { hash: b64(hash), version },
    cases: {},
  };
  return role === 'staff' ? { ...state, checkpoint: 0, invitations: {} } : state;
}

/**
 * @param {CryptoKey|Uint8Array} stateKey @param {Uint8Array} portal @param {Uint8Array} owner @param {Role} role
 * @param {number} number @param {State} state
 * @returns {Promise<Bytes>} envelope
 */
export async function sealState(stateKey, portal, owner, role, number, state) {
  shapes[role](state);
  return seal(stateKey, stateHeader(portal, owner, role, number), canonical(state));
}

/**
 * @param {CryptoKey|Uint8Array} stateKey @param {Uint8Array} portal @param {Uint8Array} owner @param {Role} role
 * @param {number} number @param {Uint8Array} envelope
 * @returns {Promise<State>}
 * @throws {import('./errors.js').ProtocolError}
 */
export async function openState(stateKey, portal, owner, role, number, envelope) {
  const state = fromCanonical(await open(stateKey, stateHeader(portal, owner, role, number), envelope));
  shapes[role](state);
  return /** @type {State} */ (/** @type {unknown} */ (state));
}

/**
 * Takes the newer of everything, for two tabs that saw different things.
 * @param {State} a @param {State} b
 * @returns {State}
 */
export function mergeStates(a, b) {
  const merged = {
    ...a,
    directory: a.directory.version >= b.directory.version ? a.directory : b.directory,
    cases: { ...a.cases },
  };
  for (const [id, seen] of Object.entries(b.cases)) merged.cases[id] = mergeSeen(merged.cases[id], seen);
  if (a.checkpoint !== undefined) merged.checkpoint = Math.max(a.checkpoint, b.checkpoint ?? 0);
  if (a.invitations) merged.invitations = { ...b.invitations, ...a.invitations };
  return merged;
}

/** @param {CaseSeen|undefined} a @param {CaseSeen} b @returns {CaseSeen} */
function mergeSeen(a, b) {
  if (!a) return b;
  return {
    roster: a.roster.number >= b.roster.number ? a.roster : b.roster,
    read: [...new Set([...a.read, ...b.read])],
  };
}
