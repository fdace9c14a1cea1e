/**
 * Why a case is not shown, or an act not sealed.
 * @module client/refused
 */
import { ProtocolError } from '../crypto/errors.js';

/**
 * The case cannot be trusted as a whole, or does not allow what was asked. `reason`: `keys`, `roster`, `rollback`, `directory`,
 * `excluded`, `question`, `me`; when writing also `notes`, `role`, `pages`.
 */
export class CaseRefused extends Error {
  /** @param {string} reason @param {unknown} [cause] the broken rule */
  constructor(reason, cause = undefined) {
    super(`case refused: ${reason}`, { cause });
    this.name = 'CaseRefused';
    this.reason = reason;
  }
}

/**
 * @template T @param {string} reason @param {() => Promise<T>} act
 * @returns {Promise<T>}
 * @throws {CaseRefused} for whatever the protocol refuses; `directory` when a newer one is to be fetched
 */
export async function asCaseRefused(reason, act) {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    throw new CaseRefused(error.reason === 'directory-unknown' ? 'directory' : reason, error);
  }
}

/**
 * @param {Map<number, Uint8Array>} keys by epoch @param {number} epoch
 * @returns {Uint8Array}
 * @throws {CaseRefused} `keys`
 */
export function keyOf(keys, epoch) {
  const key = keys.get(epoch);
  if (!key) throw new CaseRefused('keys');
  return key;
}
