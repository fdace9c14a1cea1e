/**
 * The directory in the hands of a facilitator: its next version (protocol, section 8).
 *
 * The organisation key signs appointments only. It lies sealed to the recovery key, whose words are on paper: whoever
 * appoints or dismisses a facilitator types them, and they are forgotten right after.
 * @module client/staff/directory
 */

import { b64, equal, fromB64, randomBytes, wipe } from '../../crypto/bytes.js';
import {
  activeMembers,
  Directories,
  memberOf,
  openOrganisationKey,
  signCredential,
  signDirectory,
  signFreshness,
  verifyCredentials,
  verifyDirectory,
} from '../../crypto/directory.js';
import { onlyProtocolErrors, ProtocolError } from '../../crypto/errors.js';
import { KemKeyPair } from '../../crypto/hpke.js';
import { openRegisterKey, sealRegisterKey } from '../../crypto/register.js';
import { signedHash } from '../../crypto/sign.js';
import { clocksDiffer, ownDay, requireSameClock } from '../clock.js';

/**
 * @typedef {import('../api.js').Api} Api
 * @typedef {import('../../crypto/bytes.js').Bytes} Bytes
 * @typedef {import('../../crypto/directory.js').Member} Member
 * @typedef {import('../../crypto/directory.js').StaffRole} StaffRole
 * @typedef {import('../../crypto/directory.js').DirectoryContent} DirectoryContent
 * @typedef {import('../../crypto/directory.js').OrganisationKey} OrganisationKey
 * @typedef {import('./member.js').StaffSession} StaffSession
 */

/** @typedef {{key: string, member: string, sealed: string}} SealedRegisterSeed */

/** Words that open nothing here. */
export class WrongRecoveryWords extends Error {
  constructor() {
    super('recovery words');
    this.name = 'WrongRecoveryWords';
  }
}

/**
 * @param {Api} api @param {Uint8Array} portal @param {Uint8Array} organisation the key known before
 * @param {import('../../crypto/directory.js').DirectoryMark|null} lastSeen
 * @returns {Promise<Directories>}
 */
export async function loadDirectories(api, portal, organisation, lastSeen) {
  const { directory } = await api.get('/directory');
  const current = await verifyDirectory(fromB64(directory), { portal, organisation, lastSeen });
  const directories = new Directories(current, async (version) =>
    fromB64((await api.get(`/directory/${version}`)).directory),
  );
  await directories.requireContinued(lastSeen);
  return directories;
}

/** @param {StaffSession} session @returns {Member[]} also those who left */
export const membersOf = (session) => session.directories.current.members;

/** @param {StaffSession} session @param {string} key @returns {Member|null} */
export const memberBy = (session, key) => memberOf(session.directories.current, fromB64(key, 16));

/**
 * Makes and sends the version after the present one.
 * @param {StaffSession} session
 * @param {Partial<DirectoryContent>} change
 * @param {SealedRegisterSeed[]|null} [seeds]
 * @throws {import('../clock.js').ClockRefused}
 */
async function publish(session, change, seeds = null) {
  requireSameClock(session.portal.org.day);
  const { current } = session.directories;
  const own = session.identity.sign.privateKey;
  const content = { ...current, ...change };
  const directory = await signDirectory(own, session.portal.id, session.member, session.today, current, content);
  const mark = { version: current.version + 1, hash: await signedHash(directory) };
  const freshness = await signFreshness(own, session.portal.id, session.member, mark, session.today);
  await session.api.put('/directory', {
    version: mark.version,
    directory: b64(directory),
    freshness: b64(freshness),
    register_seeds: seeds,
  });
}

/**
 * Opens the organisation key with the words on paper.
 * @param {StaffSession} session
 * @param {Uint8Array|null} recoverySeed 32 bytes; wiped
 * @returns {Promise<OrganisationKey>}
 * @throws {WrongRecoveryWords}
 */
async function organisationKeyBy(session, recoverySeed) {
  if (recoverySeed === null) throw new WrongRecoveryWords();
  const { sealed } = await session.api.get('/organisation/sealed-key');
  const recovery = await KemKeyPair.of(recoverySeed);
  wipe(recoverySeed);
  try {
    return await openOrganisationKey(
      recovery,
      session.portal.id,
      session.directories.current.organisation,
      fromB64(sealed),
    );
  } catch (error) {
    throw error instanceof ProtocolError ? new WrongRecoveryWords() : error;
  } finally {
    recovery.wipe();
  }
}

/** @typedef {{what: 'appoint'|'revoke', member: Member}} Appointment */

/**
 * @param {StaffSession} session @param {Appointment[]} acts @param {Uint8Array|null} recoverySeed
 * @returns {Promise<Bytes[]>} all credentials, the new ones last
 */
async function credentialsWith(session, acts, recoverySeed) {
  const { credentials, organisation } = session.directories.current;
  if (acts.length === 0) return credentials;
  requireSameClock(session.portal.org.day);
  const { serial } = await verifyCredentials(credentials, session.portal.id, organisation);
  const key = await organisationKeyBy(session, recoverySeed);
  const signed = acts.map(({ what, member }, index) =>
    signCredential(key.privateKey, session.portal.id, what, member, session.today, serial + index),
  );
  return [...credentials, ...(await Promise.all(signed))];
}

/** The entries of the same person that a new one replaces. @param {StaffSession} session @param {Uint8Array} person */
export const formerEntries = (session, person) =>
  membersOf(session).filter((one) => one.active && equal(one.person, person));

/** @param {StaffSession} session @param {{role: string, person: Uint8Array}} member */
export function needsRecoveryWords(session, member) {
  return [member, ...formerEntries(session, member.person)].some(({ role }) => role === 'facilitator');
}

/**
 * Somebody whose reply was checked becomes active; a former entry of the same person ends.
 * @param {StaffSession} session
 * @param {Member} member
 * @param {Uint8Array|null} recoverySeed needed for a facilitator
 */
export async function activate(session, member, recoverySeed) {
  const former = formerEntries(session, member.person);
  /** @type {Appointment[]} */
  const acts = former.filter(({ role }) => role === 'facilitator').map((one) => ({ what: 'revoke', member: one }));
  if (member.role === 'facilitator') acts.push({ what: 'appoint', member });
  const credentials = await credentialsWith(session, acts, recoverySeed);
  const seeds = member.role === 'facilitator' ? await registerSeedsFor(session, member) : null;
  const members = membersOf(session).map((one) => (former.includes(one) ? { ...one, active: false } : one));
  await publish(session, { credentials, members: [...members, member] }, seeds);
}

/**
 * Somebody leaves. A facilitator's appointment is revoked, and the register gets a new key that they do not have.
 * @param {StaffSession} session
 * @param {Member} member
 * @param {Uint8Array|null} recoverySeed needed for a facilitator
 */
export async function deactivate(session, member, recoverySeed) {
  const facilitator = member.role === 'facilitator';
  const credentials = await credentialsWith(session, facilitator ? [{ what: 'revoke', member }] : [], recoverySeed);
  const members = membersOf(session).map((one) => (one === member ? { ...one, active: false } : one));
  const renewed = facilitator ? await newRegisterKey(session, members) : null;
  const register = renewed?.register ?? session.directories.current.register;
  await publish(session, { credentials, members, register }, renewed?.seeds ?? null);
}

/**
 * All register keys that I hold, sealed to a new facilitator: so the figures of earlier years stay whole.
 * @param {StaffSession} session @param {Member} member
 * @returns {Promise<SealedRegisterSeed[]>}
 */
async function registerSeedsFor(session, member) {
  const own = await ownRegisterSeeds(session);
  return Promise.all(own.map(({ key, seed }) => sealedSeed(session.portal.id, key, seed, member)));
}

/**
 * @param {StaffSession} session
 * @returns {Promise<{key: Bytes, seed: Bytes}[]>} those that open and are the directory's, of this or an earlier version
 */
export async function ownRegisterSeeds(session) {
  /** @type {{keys: {key: string, sealed: string}[]}} */
  const { keys: given } = await session.api.get('/register/key');
  const known = await registerKeys(session);
  const opened = given.map(async ({ key, sealed }) => {
    const publicKey = known.get(key);
    if (publicKey === undefined) return null;
    const id = fromB64(key, 16);
    const seed = await openRegisterKey(
      session.identity.kem,
      session.portal.id,
      id,
      session.member,
      fromB64(sealed),
      publicKey,
    ).catch(onlyProtocolErrors);
    return seed === null ? null : { key: id, seed };
  });
  return (await Promise.all(opened)).filter((one) => one !== null);
}

/** Every register key that a version of the directory named. @param {StaffSession} session @returns {Promise<Map<string, Bytes>>} */
async function registerKeys({ directories }) {
  return new Map((await everyVersion(directories)).map(({ register }) => [b64(register.id), register.kem]));
}

/** An archive key: the which one of its year, and how many that year has. @typedef {{year: number, number: number, all: number}} ArchiveSeries */

/** Every archive key that a version of the directory named. @param {StaffSession} session @returns {Promise<Map<string, ArchiveSeries>>} */
export async function archiveSeries({ directories }) {
  const years = new Map((await everyVersion(directories)).map(({ archive }) => [b64(archive.id), archive.year]));
  return seriesOf(years);
}

/** @param {Map<string, number>} years by key, the oldest first @returns {Map<string, ArchiveSeries>} */
export function seriesOf(years) {
  const keys = [...years.keys()];
  const ofYear = (/** @type {string} */ key) => keys.filter((other) => years.get(other) === years.get(key));
  return new Map(
    [...years].map(([key, year]) => [key, { year, number: ofYear(key).indexOf(key) + 1, all: ofYear(key).length }]),
  );
}

/** @param {Directories} directories */
async function everyVersion(directories) {
  const older = directories.current.history.map((_hash, index) => directories.version(index + 1));
  return [...(await Promise.all(older)), directories.current];
}

/**
 * Another archive key: what is asked from now on is sealed to it, and what was asked before keeps the one it has. The
 * same again changes nothing.
 * @param {StaffSession} session its directory is the newest
 * @param {Uint8Array} seed 32 bytes whose words are on paper; stays the caller's to wipe
 * @param {number} year
 */
export async function renewArchiveKey(session, seed, year) {
  const { publicKey: kem } = await KemKeyPair.of(seed);
  if (equal(session.directories.current.archive.kem, kem)) return;
  await publish(session, { archive: { id: randomBytes(16), kem, year } });
}

/** @param {Uint8Array} portal @param {Uint8Array} key @param {Uint8Array} seed @param {{id: Uint8Array, kem: Uint8Array}} member @returns {Promise<SealedRegisterSeed>} */
export async function sealedSeed(portal, key, seed, member) {
  const sealed = await sealRegisterKey(member.kem, portal, key, member.id, seed);
  return { key: b64(key), member: b64(member.id), sealed: b64(sealed) };
}

/** @param {StaffSession} session @param {Member[]} members as they will be */
async function newRegisterKey(session, members) {
  const [id, seed] = [randomBytes(16), randomBytes(32)];
  const { publicKey } = await KemKeyPair.of(seed);
  const staying = members.filter((one) => one.active && one.role === 'facilitator');
  const seeds = await Promise.all(staying.map((one) => sealedSeed(session.portal.id, id, seed, one)));
  return { register: { id, kem: publicKey }, seeds };
}

/** Age in days from which a new statement of freshness is signed at sign-in. */
const FRESHNESS_SIGNED_AFTER_DAYS = 7;

/**
 * Signs that the directory is still this one, where the last statement is over a week old or about another version.
 * Not where the clocks differ: one dated ahead would hide, for as long, that nobody confirms the list any more.
 * @param {StaffSession} session
 * @returns {Promise<boolean>} whether one was signed
 */
export async function keepFresh(session) {
  if (!['facilitator', 'coordinator'].includes(session.role)) return false;
  if (clocksDiffer(session.portal.org.day, ownDay())) return false;
  const { freshness } = await session.api.get('/directory');
  if (freshness !== null && !isOld(fromB64(freshness), session)) return false;
  const { current } = session.directories;
  const signed = await signFreshness(
    session.identity.sign.privateKey,
    session.portal.id,
    session.member,
    current,
    session.today,
  );
  await session.api.put('/freshness', { freshness: b64(signed) });
  return true;
}

/** @param {Uint8Array} signed @param {StaffSession} session */
function isOld(signed, { directories, today }) {
  const length = new DataView(signed.buffer, signed.byteOffset).getUint32(0);
  const body = JSON.parse(new TextDecoder().decode(signed.subarray(4, 4 + length)));
  const age = (Date.parse(today) - Date.parse(body.day)) / 86_400_000;
  return body.version !== directories.current.version || !(age <= FRESHNESS_SIGNED_AFTER_DAYS);
}

/** @param {StaffSession} session @returns {number} */
export const facilitatorCount = (session) => activeMembers(session.directories.current, 'facilitator').length;
