/**
 * From what somebody typed at a sign-in to what opens their mailbox or desk.
 * @module client/credentials
 */

import { Unreadable } from '../crypto/errors.js';
import { credentials } from '../crypto/identity.js';
import { ApiError } from './api.js';

/**
 * @param {'mailbox'|'staff'} role @param {Uint8Array} portal
 * @param {string} name @param {string} password
 * @returns {Promise<import('../crypto/identity.js').Credentials>}
 * @throws {ApiError} `wrong-credentials` for words that can be no name or password here. Whatever else fails stays what
 *   it is: a device that is short of memory for Argon2id must not tell somebody that their password is wrong.
 */
export async function credentialsTyped(role, portal, name, password) {
  try {
    return await credentials(role, portal, name, password);
  } catch (error) {
    if (error instanceof Unreadable) throw new ApiError(404, 'wrong-credentials');
    throw error;
  }
}
