/**
 * Sealing the keys of a case to those who take part in it (protocol, section 5).
 * @module client/handing-out
 */
import { equal } from '../crypto/bytes.js';
import { memberOf } from '../crypto/directory.js';
import { ARCHIVE, ASKER } from '../crypto/envelope.js';
import { sha256 } from '../crypto/kdf.js';
import { sealKey } from '../crypto/keys.js';
import { CaseRefused } from './refused.js';

/**
 * @typedef {import('./case.js').SealedKey} SealedKey
 * @typedef {import('../crypto/directory.js').VerifiedDirectory} VerifiedDirectory
 * @typedef {import('../crypto/roster.js').CasePlace} CasePlace
 * @typedef {import('../crypto/roster.js').Entry} Entry
 * @typedef {{epoch: number, purpose: 'case'|'notes', key: Uint8Array}} Key
 * @typedef {{entry: Entry, keys: Key[]}} Share what one participant is to get
 */

/** As the server wants to know them. @param {Entry} entry */
export const plainEntry = ({ id, role }) => ({ id, role });

/**
 * Where raw KEM keys are found: the asker's in roster 0, the archive's in the directory of roster 0, members' in the newest.
 * @param {{kem: Uint8Array}} asker @param {VerifiedDirectory} first @param {VerifiedDirectory} newest
 * @returns {(id: Uint8Array) => Uint8Array|null}
 */
export const kemKeys = (asker, first, newest) => (id) => {
  if (equal(id, ASKER)) return asker.kem;
  if (equal(id, ARCHIVE)) return first.archive.kem;
  return memberOf(newest, id)?.kem ?? null;
};

/**
 * @param {CasePlace} place
 * @param {Share[]} shares
 * @param {(id: Uint8Array) => Uint8Array|null} kemKeyOf
 * @returns {Promise<SealedKey[]>}
 * @throws {CaseRefused} `keys` when a raw key is not the one whose hash the roster has
 */
export async function handOut(place, shares, kemKeyOf) {
  const sealed = await Promise.all(shares.map((share) => sealShare(place, share, kemKeyOf(share.entry.id))));
  return sealed.flat();
}

/** @param {CasePlace} place @param {Share} share @param {Uint8Array|null} publicKey @returns {Promise<SealedKey[]>} */
async function sealShare(place, { entry, keys }, publicKey) {
  if (!publicKey || !equal(await sha256(publicKey), entry.kem)) throw new CaseRefused('keys');
  const recipient = entry.id;
  return Promise.all(
    keys.map(async ({ epoch, purpose, key }) => {
      const sealed = await sealKey(publicKey, { ...place, epoch, purpose, recipient }, key);
      return { epoch, purpose, recipient, sealed };
    }),
  );
}
