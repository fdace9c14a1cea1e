/**
 * Enrolment: a 16-byte code, handed over outside the portal, vouches for both sides (protocol, section 8).
 * @module crypto/enrolment
 */
import { equal, lps, utf8 } from './bytes.js';
import { BadSignature } from './errors.js';
import { derive, hmac } from './kdf.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

/**
 * @typedef {object} Offer what the inviting browser promises
 * @property {Uint8Array} organisation key
 * @property {Uint8Array} person
 * @property {string} role
 * @property {string} name
 * @property {string} function
 */

/** @typedef {{member: Uint8Array, kem: Uint8Array, sign: Uint8Array}} Enrolment what the joining browser answers */

/** By which the server knows an invitation. @param {Uint8Array} code */
export const inviteId = (code) => derive(code, 'invite/id', 16);

/** @param {Uint8Array} code @param {string} label @param {Uint8Array} portal @param {Uint8Array[]} parts */
async function mac(code, label, portal, parts) {
  const key = await derive(code, 'invite/mac');
  return hmac(key, lps(utf8(`adviespunt/v1/${label}`), portal, await inviteId(code), ...parts));
}

/** @param {Uint8Array} code @param {Uint8Array} portal @param {Offer} offer @returns {Promise<Bytes>} */
export const offerMac = (code, portal, offer) =>
  mac(code, 'offer', portal, [
    offer.organisation,
    offer.person,
    utf8(offer.role),
    utf8(offer.name),
    utf8(offer.function),
  ]);

/** @param {Uint8Array} code @param {Uint8Array} portal @param {Enrolment} enrolment @returns {Promise<Bytes>} */
export const enrolmentMac = (code, portal, { member, kem, sign }) => mac(code, 'enrol', portal, [member, kem, sign]);

/**
 * The joining browser's check: only then is the organisation key the right one.
 * @param {Uint8Array} code @param {Uint8Array} portal @param {Offer} offer @param {Uint8Array} given
 * @throws {BadSignature}
 */
export async function checkOffer(code, portal, offer, given) {
  if (!equal(await offerMac(code, portal, offer), given)) throw new BadSignature('offer');
}

/**
 * The inviting browser's check, before it signs a directory with the member in it.
 * @param {Uint8Array} code @param {Uint8Array} portal @param {Enrolment} enrolment @param {Uint8Array} given
 * @throws {BadSignature}
 */
export async function checkEnrolment(code, portal, enrolment, given) {
  if (!equal(await enrolmentMac(code, portal, enrolment), given)) throw new BadSignature('enrol');
}
