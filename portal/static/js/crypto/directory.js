/**
 * The staff directory: who works here, under which keys, and who vouches for it (protocol, section 8).
 * @module crypto/directory
 */
import { b64, compare, concat, equal, fromB64, lps, utf8 } from './bytes.js';
import { BadSignature, Refused, Unsealable } from './errors.js';
import { hpkeSeal, PUBLIC_KEY_LENGTH } from './hpke.js';
import { sha256 } from './kdf.js';
import * as shape from './shape.js';
import { parseSigned, sign, signedHash, signFromSeed, verify } from './sign.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {'facilitator'|'helper'|'coach'|'coordinator'} StaffRole */

/**
 * @typedef {object} Member
 * @property {Bytes} id
 * @property {Bytes} person stays the same when somebody is enrolled anew
 * @property {string} name
 * @property {string} function
 * @property {StaffRole} role
 * @property {Bytes} kem public key
 * @property {Bytes} sign public key
 * @property {boolean} active
 */

/** @typedef {{version: number, hash: Bytes}} DirectoryMark how others name a version */

/**
 * @typedef {object} VerifiedDirectory one version, of which every signature held or whose hash stands in such a one
 * @property {number} version
 * @property {Bytes} hash
 * @property {Uint8Array} signed the bytes it came in
 * @property {Bytes[]} history hashes of versions 1 to version − 1
 * @property {Bytes} author
 * @property {string} day
 * @property {Bytes} organisation the first organisation key
 * @property {Bytes[]} credentials signed
 * @property {Member[]} members sorted by id
 * @property {{id: Bytes, kem: Bytes, year: number}} archive
 * @property {{id: Bytes, kem: Bytes}} register
 */

/** The roles that may change who takes part in a case. */
export const CASEWORK = Object.freeze(['facilitator', 'helper']);

const FRESH_DAYS = 45;
const CLOCKS_DIFFER_DAYS = 2;
const DAY = 86_400_000;

const key = shape.bytes(32);
const kem = shape.bytes(PUBLIC_KEY_LENGTH);
const memberShape = shape.object({
  id: shape.id,
  person: shape.id,
  name: shape.text(1, 200),
  function: shape.text(0, 200),
  role: shape.oneOf('facilitator', 'helper', 'coach', 'coordinator'),
  kem,
  sign: key,
  active: shape.flag,
});
const directoryShape = shape.object({
  v: shape.version,
  version: shape.versionNumber,
  history: shape.list(shape.hash),
  author: shape.id,
  day: shape.day,
  organisation: key,
  credentials: shape.list(shape.bytes()),
  members: shape.strictlySorted(memberShape, (member) => member.id),
  archive: shape.object({ id: shape.id, kem, year: shape.count }),
  register: shape.object({ id: shape.id, kem }),
});
const appointmentShape = shape.object({
  v: shape.version,
  what: shape.oneOf('appoint', 'revoke'),
  member: shape.id,
  kem: shape.hash,
  sign: shape.hash,
  day: shape.day,
  serial: shape.count,
});
const successionShape = shape.object({
  v: shape.version,
  what: shape.oneOf('successor'),
  key,
  day: shape.day,
  serial: shape.count,
});
const freshnessShape = shape.object({
  v: shape.version,
  version: shape.versionNumber,
  hash: shape.hash,
  day: shape.day,
  author: shape.id,
});

// --- reading --------------------------------------------------------------------------------------

/**
 * Accepts a directory by the five rules.
 * @param {Uint8Array} signed
 * @param {object} expected
 * @param {Uint8Array} expected.portal
 * @param {Uint8Array} expected.organisation the key known by its fingerprint or kept in the state
 * @param {DirectoryMark|null} [expected.lastSeen]
 * @returns {Promise<VerifiedDirectory>}
 * @throws {Refused|BadSignature|import('./errors.js').Malformed}
 */
export async function verifyDirectory(signed, { portal, organisation, lastSeen = null }) {
  const { directory, parsed } = await readDirectory(signed);
  if (!equal(directory.organisation, organisation)) throw new Refused('organisation');
  if (directory.history.length !== directory.version - 1) throw new Refused('history');
  const { appointed } = await verifyCredentials(directory.credentials, portal, organisation);
  const author = activeMember(directory, directory.author, ['facilitator']);
  if (!author) throw new Refused('author');
  for (const member of activeMembers(directory, 'facilitator')) {
    if (!appointed.has(await appointmentOf(member))) throw new Refused('appointment');
  }
  await verify(author.sign, 'directory', portal, parsed);
  requireDescent(directory, lastSeen);
  return directory;
}

/**
 * Reads a version without verifying it: only for one whose hash stands in the history of a verified one.
 * @param {Uint8Array} signed
 */
async function readDirectory(signed) {
  const parsed = parseSigned(signed, directoryShape);
  const { body } = parsed;
  /** @type {VerifiedDirectory} */
  const directory = {
    version: body['version'],
    hash: await signedHash(signed),
    signed,
    history: body['history'].map(raw),
    author: fromB64(body['author']),
    day: body['day'],
    organisation: fromB64(body['organisation']),
    credentials: body['credentials'].map(raw),
    members: body['members'].map(readMember),
    archive: { id: raw(body['archive'].id), kem: raw(body['archive'].kem), year: body['archive'].year },
    register: { id: raw(body['register'].id), kem: raw(body['register'].kem) },
  };
  return { directory, parsed };
}

/** @param {string} text */
const raw = (text) => fromB64(text);

/** @param {any} member @returns {Member} */
function readMember(member) {
  const [id, person, ownKem, ownSign] = [member.id, member.person, member.kem, member.sign].map(raw);
  return { ...member, id, person, kem: ownKem, sign: ownSign };
}

/** @param {VerifiedDirectory} directory @param {DirectoryMark|null} lastSeen */
function requireDescent(directory, lastSeen) {
  if (!lastSeen) return;
  if (directory.version < lastSeen.version) throw new Refused('rollback');
  requireInHistory(directory, lastSeen);
}

/** @param {VerifiedDirectory} directory @param {DirectoryMark} mark */
function requireInHistory(directory, { version, hash }) {
  const own = version === directory.version ? directory.hash : directory.history[version - 1];
  if (!own || !equal(own, hash)) throw new Refused('history');
}

/**
 * Refuses a version that takes back what an earlier one of its history says (rule 6). A facilitator who was dismissed could
 * leave the dismissal out of the next version, and sign it: nothing in that version alone would be wrong.
 * @param {VerifiedDirectory} before @param {VerifiedDirectory} now
 * @throws {Refused} `taken-back`
 */
export function requireContinued(before, now) {
  requireInHistory(now, before);
  const same = before.credentials.every((one, serial) => equal(one, now.credentials[serial] ?? NOTHING));
  if (!same || !before.members.every((member) => isStill(member, memberOf(now, member.id)))) {
    throw new Refused('taken-back');
  }
}

const NOTHING = new Uint8Array(0);

/** @param {Member} before @param {Member|null} now */
const isStill = (before, now) =>
  now !== null && equal(before.kem, now.kem) && equal(before.sign, now.sign) && equal(before.person, now.person);

/** The newest directory and the older versions that rosters and entries name. */
export class Directories {
  /** @type {Map<number, Promise<VerifiedDirectory>>} */
  #older = new Map();
  #fetchOlder;

  /**
   * @param {VerifiedDirectory} current verified
   * @param {(version: number) => Promise<Uint8Array>} [fetchOlder] gives a signed older version when one is needed
   */
  constructor(current, fetchOlder = unknown) {
    this.current = current;
    this.#fetchOlder = fetchOlder;
  }

  /**
   * @param {VerifiedDirectory} current verified
   * @param {Uint8Array[]} [older] signed, believed by their hash in the history of the current one
   * @returns {Promise<Directories>}
   * @throws {Refused}
   */
  static async of(current, older = []) {
    const read = await Promise.all(older.map(readDirectory));
    for (const { directory } of read) requireInHistory(current, directory);
    const signed = new Map(read.map(({ directory }) => [directory.version, directory.signed]));
    return new Directories(current, async (version) => signed.get(version) ?? unknown());
  }

  /**
   * @param {DirectoryMark} mark
   * @returns {Promise<VerifiedDirectory>}
   * @throws {Refused} `directory-unknown` for one that cannot be had, `history` for one of another history
   */
  async at(mark) {
    if (mark.version > this.current.version) throw new Refused('directory-unknown');
    requireInHistory(this.current, mark);
    return this.version(mark.version);
  }

  /**
   * @param {number} version
   * @returns {Promise<VerifiedDirectory>}
   * @throws {Refused} `directory-unknown`
   */
  async version(version) {
    if (version === this.current.version) return this.current;
    if (version > this.current.version) throw new Refused('directory-unknown');
    const found = this.#older.get(version) ?? this.#read(version);
    this.#older.set(version, found);
    // What failed once, perhaps for want of a network, is asked for again the next time.
    found.catch(() => this.#older.delete(version));
    return found;
  }

  /**
   * Holds the newest version against the one that was seen last.
   * @param {DirectoryMark|null} lastSeen
   * @throws {Refused} `taken-back`, or as `at`
   */
  async requireContinued(lastSeen) {
    if (lastSeen === null || lastSeen.version === this.current.version) return;
    requireContinued(await this.at(lastSeen), this.current);
  }

  /** @param {number} version */
  async #read(version) {
    const { directory } = await readDirectory(await this.#fetchOlder(version));
    if (directory.version !== version) throw new Refused('history');
    requireInHistory(this.current, directory);
    return directory;
  }
}

/** @returns {never} */
function unknown() {
  throw new Refused('directory-unknown');
}

/** @param {VerifiedDirectory} directory @param {Uint8Array} id @returns {Member|null} */
export const memberOf = (directory, id) => directory.members.find((member) => equal(member.id, id)) ?? null;

/** @param {VerifiedDirectory} directory @param {...string} roles @returns {Member[]} */
export const activeMembers = (directory, ...roles) =>
  directory.members.filter((member) => member.active && roles.includes(member.role));

/** @param {VerifiedDirectory} directory @param {Uint8Array} id @param {readonly string[]} roles @returns {Member|null} */
export function activeMember(directory, id, roles) {
  const member = memberOf(directory, id);
  return member?.active && roles.includes(member.role) ? member : null;
}

/**
 * How fresh a verified directory is; all but `fresh` is worth a warning.
 * @param {VerifiedDirectory} directory
 * @param {Uint8Array} portal
 * @param {Uint8Array} signed freshness statement
 * @param {string} today YYYY-MM-DD
 * @returns {Promise<{state: 'fresh'|'old'|'other-version', day: string}>}
 * @throws {Refused|BadSignature|import('./errors.js').Malformed} for a statement that is not valid
 */
export async function freshnessOf(directory, portal, signed, today) {
  const parsed = parseSigned(signed, freshnessShape);
  const { version, hash, day, author } = parsed.body;
  // Its author is known by the version it names only.
  if (version !== directory.version || hash !== b64(directory.hash)) return { state: 'other-version', day };
  const voucher = activeMember(directory, fromB64(author), ['facilitator', 'coordinator']);
  if (!voucher) throw new Refused('author');
  await verify(voucher.sign, 'freshness', portal, parsed);
  const age = (Date.parse(today) - Date.parse(day)) / DAY;
  return { state: age >= -CLOCKS_DIFFER_DAYS && age <= FRESH_DAYS ? 'fresh' : 'old', day };
}

// --- credentials: what the organisation key signs ---------------------------------------------------

/**
 * @param {Uint8Array[]} chain signed credentials
 * @param {Uint8Array} portal
 * @param {Uint8Array} organisation the first organisation key
 * @returns {Promise<{appointed: Set<string>, inForce: Uint8Array, serial: number}>} `inForce` signs the next, number `serial`
 * @throws {Refused|import('./errors.js').Malformed}
 */
export async function verifyCredentials(chain, portal, organisation) {
  /** @type {Set<string>} */
  const appointed = new Set();
  let inForce = organisation;
  for (const [serial, signed] of chain.entries()) {
    const body = await credentialBy(inForce, portal, signed);
    if (body['serial'] !== serial) throw new Refused('credential');
    const appointment = `${body['member']} ${body['kem']} ${body['sign']}`;
    if (body['what'] === 'appoint') appointed.add(appointment);
    else if (body['what'] === 'revoke') appointed.delete(appointment);
    else inForce = fromB64(body['key']);
  }
  return { appointed, inForce, serial: chain.length };
}

/** @param {Uint8Array} organisationKey @param {Uint8Array} portal @param {Uint8Array} signed */
async function credentialBy(organisationKey, portal, signed) {
  const parsed = parseSigned(signed, (body) => (body.what === 'successor' ? successionShape : appointmentShape)(body));
  try {
    await verify(organisationKey, 'credential', portal, parsed);
  } catch (error) {
    if (error instanceof BadSignature) throw new Refused('credential', error);
    throw error;
  }
  return parsed.body;
}

/** @param {Member} member */
async function appointmentOf(member) {
  const hashes = await keyHashes(member);
  return [member.id, hashes.kem, hashes.sign].map(b64).join(' ');
}

/** @type {WeakMap<object, Promise<{kem: Bytes, sign: Bytes}>>} */
const hashed = new WeakMap();

/**
 * What rosters and credentials say of somebody's keys: SHA-256 of the public halves, computed once.
 * @param {{kem: Uint8Array, sign: Uint8Array}} keys
 * @returns {Promise<{kem: Bytes, sign: Bytes}>}
 */
export function keyHashes(keys) {
  const known = hashed.get(keys) ?? hashBoth(keys);
  hashed.set(keys, known);
  return known;
}

/** @param {{kem: Uint8Array, sign: Uint8Array}} keys */
const hashBoth = async (keys) => ({ kem: await sha256(keys.kem), sign: await sha256(keys.sign) });

// --- writing ----------------------------------------------------------------------------------------

/** @typedef {{seed: Uint8Array, publicKey: Bytes, privateKey: CryptoKey}} OrganisationKey */

/** @param {Uint8Array} seed 32 random bytes @returns {Promise<OrganisationKey>} */
export const organisationKey = async (seed) => ({ seed, ...(await signFromSeed(seed)) });

/**
 * @param {CryptoKey} organisation private key in force
 * @param {Uint8Array} portal
 * @param {'appoint'|'revoke'} what
 * @param {{id: Uint8Array, kem: Uint8Array, sign: Uint8Array}} member with raw public keys
 * @param {string} day @param {number} serial
 * @returns {Promise<Bytes>} signed
 */
export async function signCredential(organisation, portal, what, member, day, serial) {
  const [id, kemHash, signHash] = [member.id, await sha256(member.kem), await sha256(member.sign)].map(b64);
  return sign(organisation, 'credential', portal, {
    v: 1,
    what,
    member: id,
    kem: kemHash,
    sign: signHash,
    day,
    serial,
  });
}

/**
 * @param {CryptoKey} organisation the private key that steps down @param {Uint8Array} portal
 * @param {Uint8Array} successor public key @param {string} day @param {number} serial
 * @returns {Promise<Bytes>} signed
 */
export const signSuccessor = (organisation, portal, successor, day, serial) =>
  sign(organisation, 'credential', portal, { v: 1, what: 'successor', key: b64(successor), day, serial });

/**
 * @typedef {object} DirectoryContent what the next version shall say
 * @property {Uint8Array} organisation the first organisation key
 * @property {Uint8Array[]} credentials
 * @property {Omit<Member, never>[]} members in any order
 * @property {{id: Uint8Array, kem: Uint8Array, year: number}} archive
 * @property {{id: Uint8Array, kem: Uint8Array}} register
 */

/**
 * Signs the version after `previous` (or version 1).
 * @param {CryptoKey} privateKey of the author
 * @param {Uint8Array} portal
 * @param {Uint8Array} author member id of an active facilitator
 * @param {string} day
 * @param {VerifiedDirectory|null} previous
 * @param {DirectoryContent} content
 * @returns {Promise<Bytes>} signed
 */
export async function signDirectory(privateKey, portal, author, day, previous, content) {
  const history = previous ? [...previous.history, previous.hash] : [];
  const members = [...content.members].sort((a, b) => compare(a.id, b.id));
  return sign(privateKey, 'directory', portal, {
    v: 1,
    version: history.length + 1,
    history: history.map(b64),
    author: b64(author),
    day,
    organisation: b64(content.organisation),
    credentials: content.credentials.map(b64),
    members: members.map(plainMember),
    archive: { id: b64(content.archive.id), kem: b64(content.archive.kem), year: content.archive.year },
    register: { id: b64(content.register.id), kem: b64(content.register.kem) },
  });
}

/** @param {Member} member */
const plainMember = (member) => ({
  id: b64(member.id),
  person: b64(member.person),
  name: member.name,
  function: member.function,
  role: member.role,
  kem: b64(member.kem),
  sign: b64(member.sign),
  active: member.active,
});

/**
 * @param {CryptoKey} privateKey of the author @param {Uint8Array} portal @param {Uint8Array} author member id
 * @param {DirectoryMark} directory @param {string} day today
 * @returns {Promise<Bytes>} signed
 */
export const signFreshness = (privateKey, portal, author, { version, hash }, day) =>
  sign(privateKey, 'freshness', portal, { v: 1, version, hash: b64(hash), day, author: b64(author) });

// --- the organisation key at rest -------------------------------------------------------------------

/** @param {Uint8Array} portal @param {Uint8Array} publicKey */
const organisationInfo = (portal, publicKey) => concat(utf8('adviespunt/v1/organisation'), lps(portal, publicKey));

/**
 * @param {Uint8Array} recovery public X-Wing key @param {Uint8Array} portal @param {OrganisationKey} organisation
 * @returns {Promise<Bytes>}
 */
export const sealOrganisationKey = (recovery, portal, organisation) =>
  hpkeSeal(recovery, organisationInfo(portal, organisation.publicKey), organisation.seed);

/**
 * @param {import('./hpke.js').KemKeyPair} recovery made of the 21 written words
 * @param {Uint8Array} portal @param {Uint8Array} publicKey of the organisation @param {Uint8Array} sealed
 * @returns {Promise<OrganisationKey>}
 * @throws {Unsealable}
 */
export async function openOrganisationKey(recovery, portal, publicKey, sealed) {
  const seed = await recovery.open(organisationInfo(portal, publicKey), sealed);
  if (seed.length !== 32) throw new Unsealable();
  const organisation = await organisationKey(seed);
  if (!equal(organisation.publicKey, publicKey)) throw new Unsealable();
  return organisation;
}
