/**
 * The register: one sealed line a case, for statistics (protocol, section 9).
 * @module crypto/register
 */
import { b64, compare, concat, equal, lps, utf8 } from './bytes.js';
import { activeMember } from './directory.js';
import { ASKER } from './envelope.js';
import { onlyProtocolErrors, Refused, Unsealable } from './errors.js';
import { hpkeSeal, KemKeyPair } from './hpke.js';
import { sha256 } from './kdf.js';
import { pad, unpadExact } from './padding.js';
import * as shape from './shape.js';
import { parseSigned, sign, unsigned, verify } from './sign.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

/**
 * @typedef {object} RegisterBody as it travels; days YYYY-MM-DD
 * @property {1} v
 * @property {string} case b64
 * @property {number} number 0 is the asker's, members begin at 1
 * @property {string} kind
 * @property {boolean} urgent
 * @property {string|null} category
 * @property {string} state
 * @property {string|null} outcome
 * @property {string[]} authorities
 * @property {string} received
 * @property {string|null} feedback
 * @property {string|null} final
 * @property {string|null} closed
 * @property {number} directory version at which the writer was active
 */

/** @typedef {{portal: Uint8Array, key: Uint8Array, case: Uint8Array, writer: Uint8Array}} RegisterPlace `key`: register key id */
/** @typedef {{sealed: Uint8Array, writer: Uint8Array}} SealedEntry */

const ENTRY_LENGTH = 1_024;
const HANDLERS = ['facilitator', 'helper', 'coach'];
const nullableDay = shape.optional(shape.day);
const entryShape = shape.object({
  v: shape.version,
  case: shape.id,
  number: shape.count,
  kind: shape.key,
  urgent: shape.flag,
  category: shape.optional(shape.key),
  state: shape.key,
  outcome: shape.optional(shape.key),
  authorities: shape.list(shape.key),
  received: shape.day,
  feedback: nullableDay,
  final: nullableDay,
  closed: nullableDay,
  directory: shape.versionNumber,
});

/** @param {RegisterPlace} place */
const entryInfo = ({ portal, key, case: of, writer }) =>
  concat(utf8('adviespunt/v1/register'), lps(portal, key, of, writer));

/** @param {Uint8Array} portal @param {Uint8Array} key @param {Uint8Array} member */
const keyInfo = (portal, key, member) => concat(utf8('adviespunt/v1/register-key'), lps(portal, key, member));

/**
 * @param {Uint8Array} publicKey of the register
 * @param {RegisterPlace} place
 * @param {RegisterBody} body
 * @param {CryptoKey|null} privateKey of the writer; null for the asker
 * @returns {Promise<Bytes>}
 */
export async function sealEntry(publicKey, place, body, privateKey) {
  entryShape(body);
  const context = lps(place.portal, place.case);
  const signed = privateKey ? await sign(privateKey, 'register', context, body) : unsigned(body);
  if (signed.length + 8 > ENTRY_LENGTH) throw new Refused('entry-too-long');
  return hpkeSeal(publicKey, entryInfo(place), pad(signed, ENTRY_LENGTH));
}

/**
 * Opens one entry and checks who wrote it.
 * @param {{open: KemKeyPair['open']}} register the register's key
 * @param {RegisterPlace} place
 * @param {Uint8Array} sealed
 * @param {import('./directory.js').Directories} directories
 * @returns {Promise<RegisterBody>}
 * @throws {ProtocolError}
 */
export async function openEntry(register, place, sealed, directories) {
  const padded = await register.open(entryInfo(place), sealed);
  if (padded.length !== ENTRY_LENGTH) throw new Unsealable();
  const parsed = parseSigned(unpadExact(padded), entryShape);
  const body = /** @type {RegisterBody} */ (parsed.body);
  if (body.case !== b64(place.case)) throw new Refused('case');
  await (equal(place.writer, ASKER)
    ? checkAskers(body, parsed.signature)
    : checkMembers(place, parsed, body, directories));
  return body;
}

/**
 * Nobody signs an asker's line, so it says no more than an asker's browser knows: that there is a question, or was one.
 * @param {RegisterBody} body @param {Uint8Array} signature
 */
async function checkAskers(body, signature) {
  if (body.number !== 0 || signature.some((byte) => byte !== 0)) throw new Refused('writer');
  const answers = [body.category, body.outcome, body.feedback, body.final, ...body.authorities];
  const days = body.state === 'withdrawn' ? body.closed !== null && body.received <= body.closed : body.closed === null;
  if (!['new', 'withdrawn'].includes(body.state) || answers.some((one) => one !== null) || !days) {
    throw new Refused('writer');
  }
}

/**
 * @param {RegisterPlace} place
 * @param {{raw: Bytes, signature: Bytes}} parsed
 * @param {RegisterBody} body
 * @param {import('./directory.js').Directories} directories
 */
async function checkMembers(place, parsed, body, directories) {
  if (body.number < 1) throw new Refused('writer');
  const member = activeMember(await directories.version(body.directory), place.writer, HANDLERS);
  if (!member) throw new Refused('writer');
  await verify(member.sign, 'register', lps(place.portal, place.case), parsed);
}

/**
 * The entry of a case that holds: the highest number, of the asker's two the withdrawal, and of two alike the higher hash.
 * @param {KemKeyPair} register
 * @param {Omit<RegisterPlace, 'writer'>} place
 * @param {SealedEntry[]} entries all that the server gives for the case, in any order
 * @param {import('./directory.js').Directories} directories
 * @returns {Promise<{writer: Uint8Array, body: RegisterBody}|null>} null when none holds
 */
export async function entryThatHolds(register, place, entries, directories) {
  const opened = await Promise.all(
    entries.map(async ({ sealed, writer }) => {
      const body = await openEntry(register, { ...place, writer }, sealed, directories).catch(onlyProtocolErrors);
      return body && { writer, body, hash: await sha256(sealed) };
    }),
  );
  const holding = opened.filter((entry) => entry !== null);
  holding.sort((a, b) => (isAbove(a.body, a.hash, b.body, b.hash) ? -1 : 1));
  return holding[0] ?? null;
}

/**
 * What of two entries with one number holds. An asker's two have number 0: the question, and that it was withdrawn. Of a
 * member's, who could not open the case knew less of it than who wrote in it.
 * @param {RegisterBody} body
 */
const knowsMore = ({ number, state }) => (number === 0 ? state === 'withdrawn' : state !== 'unreadable');

/**
 * Whether of two entries of one case the first holds: by number, of the asker's two the withdrawal, of a member's that which
 * does not say that it could not be opened, else by hash.
 * @param {RegisterBody} body @param {Uint8Array} hash SHA-256 of the sealed entry, or the first bytes of both
 * @param {RegisterBody} otherBody @param {Uint8Array} otherHash
 */
export function isAbove(body, hash, otherBody, otherHash) {
  if (body.number !== otherBody.number) return body.number > otherBody.number;
  if (knowsMore(body) !== knowsMore(otherBody)) return knowsMore(body);
  return compare(hash, otherHash) > 0;
}

// --- the register key ---------------------------------------------------------------------------------

/**
 * @param {Uint8Array} publicKey of the facilitator @param {Uint8Array} portal @param {Uint8Array} key register key id
 * @param {Uint8Array} member @param {Uint8Array} seed of the register key
 * @returns {Promise<Bytes>}
 */
export const sealRegisterKey = (publicKey, portal, key, member, seed) =>
  hpkeSeal(publicKey, keyInfo(portal, key, member), seed);

/**
 * @param {KemKeyPair} own the facilitator's @param {Uint8Array} portal @param {Uint8Array} key register key id
 * @param {Uint8Array} member @param {Uint8Array} sealed
 * @param {Uint8Array} publicKey the register's, as the directory has it
 * @returns {Promise<Bytes>} the seed
 * @throws {Unsealable} also when it is not the directory's
 */
export async function openRegisterKey(own, portal, key, member, sealed, publicKey) {
  const seed = await own.open(keyInfo(portal, key, member), sealed);
  if (seed.length !== 32 || !equal((await KemKeyPair.of(seed)).publicKey, publicKey)) throw new Unsealable();
  return seed;
}
