/**
 * Rosters: who takes part in a case, and the rules by which that may change (protocol, section 6).
 * @module crypto/roster
 */
import { b64, compare, equal, fromB64, randomBytes } from './bytes.js';
import { activeMember, activeMembers, CASEWORK, keyHashes, memberOf } from './directory.js';
import { ARCHIVE, ASKER, encodeHeader, openParsed, parseEnvelope, seal } from './envelope.js';
import { Refused } from './errors.js';
import { PUBLIC_KEY_LENGTH } from './hpke.js';
import { commit } from './keys.js';
import * as shape from './shape.js';
import { parseSigned, sign, signedHash, verify } from './sign.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {import('./directory.js').Directories} Directories */
/** @typedef {import('./directory.js').VerifiedDirectory} VerifiedDirectory */
/** @typedef {'asker'|'facilitator'|'helper'|'coach'|'archive'} CaseRole */
/** @typedef {{kem: Uint8Array, sign: Uint8Array}} PublicKeys raw */

/** @typedef {{id: Uint8Array, kem: Uint8Array, role: CaseRole, sign: Uint8Array}} Entry `kem`, `sign`: SHA-256 of the public keys */

/**
 * @typedef {object} RosterContent
 * @property {number} number
 * @property {Uint8Array|null} previous
 * @property {number} epoch
 * @property {Uint8Array} case commitment of the epoch's case key
 * @property {Uint8Array|null} notes commitment of the epoch's notes key
 * @property {import('./directory.js').DirectoryMark} directory
 * @property {Entry[]} participants sorted by id
 * @property {PublicKeys|null} asker in roster 0 alone
 */

/** @typedef {RosterContent & {author: Uint8Array, hash: Bytes}} Roster one that was read */
/** @typedef {{portal: Uint8Array, case: Uint8Array}} CasePlace */

/** The staff that a case may have. */
export const HANDLERS = Object.freeze(['facilitator', 'helper', 'coach']);
const NO_SIGNING_KEY = new Uint8Array(32);

const entryShape = shape.object({
  id: shape.id,
  kem: shape.hash,
  role: shape.oneOf('asker', 'facilitator', 'helper', 'coach', 'archive'),
  sign: shape.hash,
});
const rosterShape = shape.object({
  v: shape.version,
  number: shape.count,
  previous: shape.optional(shape.hash),
  epoch: shape.small,
  case: shape.hash,
  notes: shape.optional(shape.hash),
  directory: shape.directoryMark,
  participants: shape.strictlySorted(entryShape, (entry) => entry.id),
  asker: shape.optional(shape.object({ kem: shape.bytes(PUBLIC_KEY_LENGTH), sign: shape.bytes(32) })),
});

// --- reading ----------------------------------------------------------------------------------------

/** @typedef {{roster: Roster, parsed: {raw: Bytes, signature: Bytes}, context: Bytes}} UncheckedRoster */

/**
 * Opens a roster's envelope and reads it; nothing is checked yet but its place and its key.
 * @param {Uint8Array} caseKey of the epoch that the envelope names
 * @param {CasePlace} place
 * @param {Uint8Array} envelope
 * @returns {Promise<UncheckedRoster>}
 * @throws {import('./errors.js').ProtocolError}
 */
export async function readRoster(caseKey, place, envelope) {
  const outer = parseEnvelope(envelope);
  const { header } = outer;
  const here = equal(header.portal, place.portal) && equal(header.case, place.case) && header.kind === 'roster';
  if (!here) throw new Refused('place');
  const signed = await openParsed(caseKey, outer);
  const parsed = parseSigned(signed, rosterShape);
  const roster = decode(parsed.body, header.writer, await signedHash(signed));
  if (roster.epoch !== header.epoch) throw new Refused('epoch');
  // The case key is the one it commits to, else another key could open the same bytes.
  if (!equal(roster.case, await commit(caseKey, 'case'))) throw new Refused('commitment');
  return { roster, parsed, context: outer.rawHeader };
}

/** @param {Record<string, any>} body @param {Uint8Array} author @param {Bytes} hash @returns {Roster} */
function decode(body, author, hash) {
  return {
    number: body['number'],
    previous: body['previous'] && fromB64(body['previous']),
    epoch: body['epoch'],
    case: fromB64(body['case']),
    notes: body['notes'] && fromB64(body['notes']),
    directory: { version: body['directory'].version, hash: fromB64(body['directory'].hash) },
    participants: body['participants'].map(decodeEntry),
    asker: body['asker'] && { kem: fromB64(body['asker'].kem), sign: fromB64(body['asker'].sign) },
    author,
    hash,
  };
}

/** @param {any} entry @returns {Entry} */
const decodeEntry = ({ id, kem, role, sign: signing }) => ({
  id: fromB64(id),
  kem: fromB64(kem),
  role,
  sign: fromB64(signing),
});

/** @param {RosterContent} roster @param {Uint8Array} id @returns {Entry|null} */
export const entryOf = (roster, id) => roster.participants.find((entry) => equal(entry.id, id)) ?? null;

// --- the rules ----------------------------------------------------------------------------------------

/**
 * Holds a roster against those before it.
 * @param {UncheckedRoster} unchecked
 * @param {Roster[]} past accepted ones, from 0
 * @param {Directories} directories
 * @returns {Promise<Roster>}
 * @throws {import('./errors.js').ProtocolError} at the first broken rule; rule 5 is `checkKeptOut`
 */
export async function checkRoster({ roster, parsed, context }, past, directories) {
  checkNumber(roster, past);
  const directory = await directories.at(roster.directory);
  await verify(await signerOf(roster, past, directory), 'roster', context, parsed);
  await checkFixed(roster, past, directory);
  await checkMembers(roster, past.at(-1) ?? null, directory);
  if (past.length > 0) checkChange(roster, past);
  else checkFirst(roster);
  return roster;
}

/** @param {Roster} roster @param {Roster[]} past */
function checkNumber(roster, past) {
  const before = past.at(-1) ?? null;
  if (roster.number !== past.length) throw new Refused('number');
  if (!same(roster.previous, before && before.hash)) throw new Refused('previous');
  if (before && roster.directory.version < before.directory.version) throw new Refused('directory-back');
}

/** @param {Uint8Array|null} a @param {Uint8Array|null} b */
const same = (a, b) => (a === null || b === null ? a === b : equal(a, b));

/** Rules 2 and 3: by whose key it must be signed. @param {Roster} roster @param {Roster[]} past @param {VerifiedDirectory} directory */
async function signerOf(roster, past, directory) {
  const before = past.at(-1);
  if (!before) {
    if (!equal(roster.author, ASKER) || !roster.asker) throw new Refused('author');
    return roster.asker.sign;
  }
  const entry = entryOf(before, roster.author);
  const member = activeMember(directory, roster.author, CASEWORK);
  if (!entry || !CASEWORK.includes(entry.role) || !member) throw new Refused('author');
  if (!equal((await keyHashes(member)).sign, entry.sign)) throw new Refused('author');
  return member.sign;
}

/** Asker and archive: always there, never changed. @param {Roster} roster @param {Roster[]} past @param {VerifiedDirectory} directory */
async function checkFixed(roster, past, directory) {
  const first = past[0];
  if (first && roster.asker) throw new Refused('asker');
  const asker = first ? entryOf(first, ASKER) : roster.asker && (await askerEntry(roster.asker));
  const archive = first ? entryOf(first, ARCHIVE) : await archiveEntry(directory);
  if (!sameEntry(entryOf(roster, ASKER), asker)) throw new Refused('asker');
  if (!sameEntry(entryOf(roster, ARCHIVE), archive)) throw new Refused('archive');
}

/** @param {Entry|null} a @param {Entry|null} b */
const sameEntry = (a, b) => a !== null && b !== null && a.role === b.role && sameKeys(a, b) && equal(a.id, b.id);

/** @param {{kem: Uint8Array, sign: Uint8Array}} a @param {{kem: Uint8Array, sign: Uint8Array}} b */
const sameKeys = (a, b) => equal(a.kem, b.kem) && equal(a.sign, b.sign);

/** Rules 4 and 7. @param {Roster} roster @param {Roster|null} before @param {VerifiedDirectory} directory */
async function checkMembers(roster, before, directory) {
  const staff = roster.participants.filter(({ id }) => !equal(id, ASKER) && !equal(id, ARCHIVE));
  for (const entry of staff) await checkMember(entry, before, directory);
  if (!staff.some(({ role }) => CASEWORK.includes(role))) throw new Refused('nobody-left');
}

/** @param {Entry} entry @param {Roster|null} before @param {VerifiedDirectory} directory */
async function checkMember(entry, before, directory) {
  const member = memberOf(directory, entry.id);
  const known = before && entryOf(before, entry.id);
  if (!member) throw new Refused('member');
  if (sameEntry(known, entry)) return;
  if (known && !sameKeys(known, entry)) throw new Refused('keys-changed');
  if (!member.active || member.role !== entry.role || !HANDLERS.includes(entry.role)) throw new Refused('role');
  if (!sameKeys(entry, await keyHashes(member))) throw new Refused('keys');
}

/** @param {Roster} roster */
function checkFirst({ epoch, notes, participants }) {
  if (epoch !== 0 || notes || participants.some(({ role }) => role === 'coach')) throw new Refused('first');
}

/** Rule 6. @param {Roster} roster @param {Roster[]} past */
function checkChange(roster, past) {
  const before = past[past.length - 1];
  if (!roster.notes) throw new Refused('notes');
  if (!entryOf(roster, roster.author)) throw new Refused('author-leaves');
  const gone = before.participants.some(({ id }) => !entryOf(roster, id));
  if (roster.epoch === before.epoch && !gone) {
    const kept = equal(roster.case, before.case) && (!before.notes || equal(roster.notes, before.notes));
    if (!kept) throw new Refused('epoch');
  } else if (roster.epoch !== before.epoch + 1 || repeatsKey(roster, past)) {
    throw new Refused('epoch');
  }
}

/** @param {Roster} roster @param {Roster[]} past */
function repeatsKey(roster, past) {
  const earlier = past.flatMap(({ case: of, notes }) => (notes ? [of, notes] : [of]));
  return [roster.case, roster.notes].some((own) => own && earlier.some((commitment) => equal(own, commitment)));
}

/**
 * Rule 5: nobody whom the asker keeps out is in any roster.
 * @param {Roster[]} rosters @param {string[]} excluded b64 person ids @param {Directories} directories
 * @throws {Refused} `excluded`
 */
export async function checkKeptOut(rosters, excluded, directories) {
  if (excluded.length === 0) return;
  for (const { directory: mark, participants } of rosters) {
    const directory = await directories.at(mark);
    const persons = participants.map(({ id }) => memberOf(directory, id)?.person);
    if (persons.some((person) => person && excluded.includes(b64(person)))) throw new Refused('excluded');
  }
}

// --- writing ------------------------------------------------------------------------------------------

/** @param {PublicKeys} keys raw @returns {Promise<Entry>} */
export const askerEntry = async (keys) => ({ id: ASKER, role: 'asker', ...(await keyHashes(keys)) });

/** @param {VerifiedDirectory} directory @returns {Promise<Entry>} */
export async function archiveEntry({ archive }) {
  const { kem } = await keyHashes({ kem: archive.kem, sign: NO_SIGNING_KEY });
  return { id: ARCHIVE, role: 'archive', kem, sign: NO_SIGNING_KEY };
}

/**
 * @param {VerifiedDirectory} directory @param {Uint8Array} id
 * @returns {Promise<Entry>}
 * @throws {Refused} `role` for somebody who cannot take part in cases
 */
export async function memberEntry(directory, id) {
  const member = activeMember(directory, id, HANDLERS);
  if (!member) throw new Refused('role');
  return { id: member.id, role: /** @type {CaseRole} */ (member.role), ...(await keyHashes(member)) };
}

/** @param {Entry[]} entries @returns {Entry[]} */
export const sortEntries = (entries) => [...entries].sort((a, b) => compare(a.id, b.id));

/**
 * Everybody who gets the first keys: asker, archive, every facilitator and helper whom the asker does not keep out.
 * @param {PublicKeys} asker @param {VerifiedDirectory} directory @param {string[]} excluded b64 person ids
 * @returns {Promise<Entry[]>}
 * @throws {Refused} `excluded` when no facilitator is left
 */
export async function firstParticipants(asker, directory, excluded) {
  const staff = activeMembers(directory, ...CASEWORK).filter(({ person }) => !excluded.includes(b64(person)));
  // A helper alone cannot change the staff, so somebody must be left who can.
  if (!staff.some(({ role }) => role === 'facilitator')) throw new Refused('excluded');
  const entries = await Promise.all(staff.map(({ id }) => memberEntry(directory, id)));
  return sortEntries([await askerEntry(asker), await archiveEntry(directory), ...entries]);
}

/**
 * A participant carried over: the role follows the directory, the keys never change.
 * @param {Entry} entry @param {VerifiedDirectory} directory
 * @returns {Entry}
 */
export function renewed(entry, directory) {
  const member = activeMember(directory, entry.id, HANDLERS);
  return member ? { ...entry, role: /** @type {CaseRole} */ (member.role) } : entry;
}

/**
 * Signs a roster and seals it under the case key of its epoch.
 * @param {Uint8Array} caseKey @param {CryptoKey} privateKey of the author @param {CasePlace} place
 * @param {Uint8Array} author @param {RosterContent} content
 * @returns {Promise<{id: Bytes, envelope: Bytes, hash: Bytes}>}
 */
export async function sealRoster(caseKey, privateKey, { portal, case: of }, author, content) {
  const header = { portal, case: of, epoch: content.epoch, id: randomBytes(16), writer: author, kind: 'roster' };
  const signed = await sign(privateKey, 'roster', encodeHeader(header), plain(content));
  return { id: header.id, envelope: await seal(caseKey, header, signed), hash: await signedHash(signed) };
}

/** @param {RosterContent} roster */
const plain = (roster) => ({
  v: 1,
  number: roster.number,
  previous: roster.previous && b64(roster.previous),
  epoch: roster.epoch,
  case: b64(roster.case),
  notes: roster.notes && b64(roster.notes),
  directory: { hash: b64(roster.directory.hash), version: roster.directory.version },
  participants: roster.participants.map(({ id, kem, role, sign: signing }) => ({
    id: b64(id),
    kem: b64(kem),
    role,
    sign: b64(signing),
  })),
  asker: roster.asker && { kem: b64(roster.asker.kem), sign: b64(roster.asker.sign) },
});
