/**
 * Fetching the staff directory, and believing it only as far as its signatures go (protocol, section 8).
 * @module client/directory
 */
import { fromB64 } from '../crypto/bytes.js';
import { Directories, freshnessOf, verifyDirectory } from '../crypto/directory.js';
import { ProtocolError } from '../crypto/errors.js';

/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('../crypto/directory.js').VerifiedDirectory} VerifiedDirectory */
/** @typedef {import('../crypto/directory.js').DirectoryMark} DirectoryMark */

/**
 * @typedef {object} Freshness all but `fresh` is worth a warning, once it is known
 * @property {'fresh'|'old'|'other-version'|'missing'|'unknown'} state unknown: not fetched yet
 * @property {string|null} day on which somebody last confirmed this version
 */

/**
 * Fetches the newest directory and verifies it; older versions come when a roster names them.
 * @param {Api} api
 * @param {object} expected
 * @param {Uint8Array} expected.portal
 * @param {Uint8Array} expected.organisation the key from the state; at a first visit the one whose fingerprint is shown
 * @param {DirectoryMark|null} expected.lastSeen from the state
 * @param {string} expected.today YYYY-MM-DD
 * @returns {Promise<{directories: Directories, freshness: Freshness}>}
 * @throws {ProtocolError|import('./api.js').ApiError}
 */
export async function openDirectories(api, { portal, organisation, lastSeen, today }) {
  const given = await api.get('/directory');
  const current = await verifyDirectory(fromB64(given.directory), { portal, organisation, lastSeen });
  const fetchOlder = async (/** @type {number} */ version) =>
    fromB64((await api.get(`/directory/${version}`)).directory);
  const directories = new Directories(current, fetchOlder);
  await directories.requireContinued(lastSeen);
  return {
    directories,
    freshness: await readFreshness(current, portal, given.freshness, today),
  };
}

/** @param {VerifiedDirectory} directory @param {Uint8Array} portal @param {string|null} signed @param {string} today @returns {Promise<Freshness>} */
async function readFreshness(directory, portal, signed, today) {
  try {
    if (signed !== null) return await freshnessOf(directory, portal, fromB64(signed), today);
  } catch (error) {
    // A statement that does not hold warns; it is not a reason to turn somebody away.
    if (!(error instanceof ProtocolError)) throw error;
  }
  return { state: 'missing', day: null };
}
