/**
 * Setting up, inviting and joining (protocol, section 8): every key is made in the browser of whoever it belongs to.
 * @module client/staff/enrolment
 */

import { b64, fromB64, randomBytes, wipe } from '../../crypto/bytes.js';
import {
  organisationKey,
  sealOrganisationKey,
  signCredential,
  signDirectory,
  signFreshness,
} from '../../crypto/directory.js';
import { ProtocolError } from '../../crypto/errors.js';
import { checkEnrolment, checkOffer, enrolmentMac, inviteId, offerMac } from '../../crypto/enrolment.js';
import { KemKeyPair } from '../../crypto/hpke.js';
import { credentials, identityFromSeed, recoveryCredentials } from '../../crypto/identity.js';
import { derive } from '../../crypto/kdf.js';
import { signedHash } from '../../crypto/sign.js';
import { firstState, sealState } from '../../crypto/state.js';
import { requireSameClock } from '../clock.js';
import { passphrase } from '../../crypto/words.js';
import { changeState, wrapper } from './member.js';
import { activate, loadDirectories, sealedSeed } from './directory.js';

/**
 * @typedef {import('../../crypto/bytes.js').Bytes} Bytes
 * @typedef {import('./member.js').Portal} Portal
 * @typedef {import('./member.js').StaffSession} StaffSession
 * @typedef {import('../../crypto/directory.js').StaffRole} StaffRole
 */

/** What proves a new second factor. @typedef {{totp_code: string} | {passkey: object}} FirstProof */

/** Seven words of 13 bits: 91 bits. */
const PASSPHRASE_WORDS = 7;

/**
 * Everything a new member's browser makes.
 * @typedef {object} NewKeys
 * @property {Bytes} member
 * @property {Bytes} seed
 * @property {import('../../crypto/identity.js').Identity} identity
 * @property {string} signInName
 * @property {string} passphrase
 * @property {Bytes} recovery 16 bytes
 */

/**
 * @typedef {NewKeys & {name: string, function: string, recoveryKeySeed: Bytes, archiveSeed: Bytes, archiveYear: number,
 *   organisation: import('../../crypto/directory.js').OrganisationKey, registerSeed: Bytes}} SetupPlan
 */

/**
 * @typedef {object} Invitation
 * @property {string} key b64 of the invite id
 * @property {Bytes} code
 * @property {Bytes} organisation
 * @property {Bytes} person
 * @property {StaffRole} role
 * @property {string} name
 * @property {string} function
 */

/** @param {Portal} portal @param {string} signInName @returns {Promise<NewKeys>} */
export async function prepareMember(portal, signInName) {
  const seed = randomBytes(32);
  return {
    member: randomBytes(16),
    seed,
    identity: await identityFromSeed(seed),
    signInName,
    passphrase: passphrase(portal.words, PASSPHRASE_WORDS),
    recovery: randomBytes(16),
  };
}

/**
 * @param {Portal} portal
 * @param {{name: string, function: string, signInName: string}} answers
 * @returns {Promise<SetupPlan>}
 */
export async function prepareSetup(portal, answers) {
  return {
    ...(await prepareMember(portal, answers.signInName)),
    name: answers.name,
    function: answers.function,
    recoveryKeySeed: randomBytes(32),
    archiveSeed: randomBytes(32),
    archiveYear: Number(portal.org.day.slice(0, 4)),
    organisation: await organisationKey(randomBytes(32)),
    registerSeed: randomBytes(32),
  };
}

/** @param {Portal} portal @param {NewKeys} keys what every new member sends */
async function ownPart(portal, keys) {
  const wrap = wrapper(portal.id, keys.member, keys.seed);
  return {
    member: b64(keys.member),
    kem: b64(keys.identity.kem.publicKey),
    sign: b64(keys.identity.sign.publicKey),
    ...(await wrap(await credentials('staff', portal.id, keys.signInName, keys.passphrase))),
    recovery: await wrap(await recoveryCredentials(keys.recovery)),
  };
}

/** @param {Portal} portal @param {NewKeys} keys @param {Uint8Array} organisation @param {import('../../crypto/directory.js').DirectoryMark} directory */
async function ownState(portal, keys, organisation, directory) {
  const state = firstState('staff', organisation, directory);
  return b64(await sealState(keys.identity.stateKey, portal.id, keys.member, 'staff', 0, state));
}

/**
 * The first version of the directory: one facilitator, appointed by the new organisation key.
 * @param {Portal} portal @param {SetupPlan} plan @param {Uint8Array} register id of the register key
 * @throws {import('../clock.js').ClockRefused}
 */
async function firstDirectory(portal, plan, register) {
  const { organisation, identity, member } = plan;
  const { day } = portal.org;
  requireSameClock(day);
  const self = {
    id: member,
    person: randomBytes(16),
    name: plan.name,
    function: plan.function,
    role: /** @type {const} */ ('facilitator'),
    kem: identity.kem.publicKey,
    sign: identity.sign.publicKey,
    active: true,
  };
  const own = identity.sign.privateKey;
  const directory = await signDirectory(own, portal.id, member, day, null, {
    organisation: organisation.publicKey,
    credentials: [await signCredential(organisation.privateKey, portal.id, 'appoint', self, day, 0)],
    members: [self],
    archive: { id: randomBytes(16), kem: (await KemKeyPair.of(plan.archiveSeed)).publicKey, year: plan.archiveYear },
    register: { id: register, kem: (await KemKeyPair.of(plan.registerSeed)).publicKey },
  });
  const mark = { version: 1, hash: await signedHash(directory) };
  return { self, mark, directory, freshness: await signFreshness(own, portal.id, member, mark, day) };
}

/**
 * @param {Portal} portal @param {SetupPlan} plan @param {string} token of the one-time link @param {FirstProof} proof
 */
export async function finishSetup(portal, plan, token, proof) {
  const register = randomBytes(16);
  const { organisation } = plan;
  const first = await firstDirectory(portal, plan, register);
  const recovery = await KemKeyPair.of(plan.recoveryKeySeed);
  const { member, sealed } = await sealedSeed(portal.id, register, plan.registerSeed, first.self);
  await portal.api.put('/setup', {
    token,
    ...(await ownPart(portal, plan)),
    state: await ownState(portal, plan, organisation.publicKey, first.mark),
    ...proof,
    organisation_key: b64(organisation.publicKey),
    sealed_organisation: b64(await sealOrganisationKey(recovery.publicKey, portal.id, organisation)),
    register: { id: b64(register), seeds: [{ member, sealed }] },
    directory: b64(first.directory),
    freshness: b64(first.freshness),
  });
  recovery.wipe();
  wipe(organisation.seed, plan.recoveryKeySeed, plan.archiveSeed, plan.registerSeed, plan.seed);
}

// --- invitations ---------------------------------------------------------------------------------------------

/**
 * Makes an invitation; its code stays in the inviter's sealed state until the reply has been checked.
 * @param {StaffSession} session
 * @param {{name: string, function: string, role: StaffRole, person: Uint8Array|null}} who person: of somebody who is enrolled anew
 * @returns {Promise<Bytes>} the code, to be shown as words once
 */
export async function invite(session, who) {
  const code = randomBytes(16);
  const id = b64(await inviteId(code));
  const person = who.person ?? randomBytes(16);
  const offer = { ...who, person, organisation: fromB64(session.state.content.organisation, 32) };
  await changeState(session, (content) => ({
    ...content,
    invitations: {
      ...content.invitations,
      [id]: { code: b64(code), name: who.name, person: b64(person), role: who.role },
    },
  }));
  const mac = b64(await offerMac(code, session.portal.id, offer));
  await session.api.post('/invitations', {
    id,
    person: b64(person),
    role: who.role,
    name: who.name,
    function: who.function,
    mac,
  });
  return code;
}

/** @param {StaffSession} session @param {string} key of the invitation */
export async function withdrawInvitation(session, key) {
  await session.api.del(`/invitations/${key}`);
  await forgetInvitation(session, key);
}

/** @param {StaffSession} session @param {string} key */
function forgetInvitation(session, key) {
  return changeState(session, (content) => {
    const { [key]: _gone, ...invitations } = content.invitations;
    return { ...content, invitations };
  });
}

/**
 * @typedef {object} OpenInvitation as the server lists it
 * @property {string} id
 * @property {string} name
 * @property {string} function
 * @property {string} person
 * @property {StaffRole} role
 * @property {string} mac of the offer
 * @property {'open'|'enrolled'} status
 * @property {{member: string, kem: string, sign: string, mac: string}|null} enrolment
 */

/**
 * Whether the keys that came back were made by whoever got the words from me.
 * @param {StaffSession} session
 * @param {OpenInvitation} invitation
 * @returns {Promise<'right'|'wrong'|'unknown'>} unknown: somebody else made this invitation
 */
export async function checkReply(session, invitation) {
  const kept = session.state.content.invitations[invitation.id];
  if (kept === undefined || invitation.enrolment === null) return 'unknown';
  // What the server says now must be what this browser offered then.
  const same = kept.person === invitation.person && kept.role === invitation.role && kept.name === invitation.name;
  if (!same) return 'wrong';
  const code = fromB64(kept.code, 16);
  const { person, role, name, function: work } = invitation;
  const organisation = fromB64(session.state.content.organisation, 32);
  const offer = { organisation, person: fromB64(person, 16), role, name, function: work };
  try {
    // The state does not keep the function, but the mac over the whole offer covers it.
    await checkOffer(code, session.portal.id, offer, fromB64(invitation.mac));
    await checkEnrolment(code, session.portal.id, readReply(invitation.enrolment), fromB64(invitation.enrolment.mac));
    return 'right';
  } catch (error) {
    if (error instanceof ProtocolError) return 'wrong';
    throw error;
  }
}

/** @param {NonNullable<OpenInvitation['enrolment']>} given */
const readReply = ({ member, kem, sign }) => ({
  member: fromB64(member, 16),
  kem: fromB64(kem, 1216),
  sign: fromB64(sign, 32),
});

/** What the server shows is not what was agreed. */
export class BadReply extends Error {
  constructor() {
    super('reply');
    this.name = 'BadReply';
  }
}

/**
 * @param {StaffSession} session @param {OpenInvitation} invitation checked
 * @param {Uint8Array|null} recoverySeed for a facilitator
 */
export async function acceptReply(session, invitation, recoverySeed) {
  if ((await checkReply(session, invitation)) !== 'right' || invitation.enrolment === null) throw new BadReply();
  const { member: id, kem, sign } = readReply(invitation.enrolment);
  const { name, function: work, role } = invitation;
  const member = { id, person: fromB64(invitation.person, 16), name, function: work, role, kem, sign, active: true };
  await activate(session, member, recoverySeed);
  await forgetInvitation(session, invitation.id);
}

/**
 * What somebody who got the words is offered, held against those words.
 * @param {Portal} portal @param {Uint8Array} code
 * @returns {Promise<Invitation>}
 * @throws {import('../../crypto/errors.js').BadSignature}
 */
export async function openInvitation(portal, code) {
  const id = await inviteId(code);
  const {
    organisation_key: organisation,
    person,
    role,
    name,
    function: work,
    mac,
  } = await portal.api.get(`/invitations/${b64(id)}`);
  const offer = { organisation: fromB64(organisation, 32), person: fromB64(person, 16), role, name, function: work };
  await checkOffer(code, portal.id, offer, fromB64(mac));
  return { ...offer, key: b64(id), code: Uint8Array.from(code) };
}

/** @param {Portal} portal @param {Invitation} invitation @param {NewKeys} keys @param {FirstProof} proof */
export async function finishJoining(portal, invitation, keys, proof) {
  const reply = { member: keys.member, kem: keys.identity.kem.publicKey, sign: keys.identity.sign.publicKey };
  // The directory that stands now is the oldest this member will ever accept.
  const { current } = await loadDirectories(portal.api, portal.id, invitation.organisation, null);
  await portal.api.put(`/invitations/${invitation.key}/enrolment`, {
    ...(await ownPart(portal, keys)),
    mac: b64(await enrolmentMac(invitation.code, portal.id, reply)),
    state: await ownState(portal, keys, invitation.organisation, current),
    ...proof,
  });
  wipe(keys.seed, keys.recovery);
}

/** @param {StaffSession} session @returns {Promise<OpenInvitation[]>} */
export const openInvitations = (session) => session.api.get('/invitations');

/**
 * A code with which somebody may set up a new second factor once.
 * @param {StaffSession} session @param {string} member
 * @returns {Promise<Bytes>} to be shown as words
 */
export async function resetSecondFactor(session, member) {
  const code = randomBytes(16);
  const hash = await derive(code, 'staff/second-factor-reset');
  await session.api.post(`/staff/members/${member}/second-factor`, { code_hash: b64(hash) });
  return code;
}
