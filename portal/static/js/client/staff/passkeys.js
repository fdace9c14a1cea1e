/**
 * Passkeys: this browser's side of WebAuthn. The key itself stays in the authenticator.
 *
 * A passkey is looked for among those that the authenticator keeps under this address: no list of them is sent, so
 * that nothing tells which names exist and what they sign in with.
 * @module client/staff/passkeys
 */

import { b64, fromB64 } from '../../crypto/bytes.js';

const PATIENCE_MILLISECONDS = 120_000;

/**
 * @typedef {object} Offer what the server gives to make a passkey
 * @property {string} challenge b64
 * @property {string} user b64, 32 bytes that name nobody
 * @property {string[]} known b64 of this member's credentials
 * @property {number[]} algorithms COSE numbers
 */

/** The authenticator gave nothing: none was there, or the person broke off. */
export class NoPasskey extends Error {
  /** @param {'gone'|'known'|'refused'} reason known: this authenticator has a passkey of this member already */
  constructor(reason, cause = /** @type {unknown} */ (null)) {
    super(reason, { cause });
    this.name = 'NoPasskey';
    this.reason = reason;
  }
}

/** Whether passkeys exist here: in this browser, and at an address that is a name and not a number. */
export function canUsePasskeys() {
  const isNumber = /^[\d.]+$|^\[/.test(location.hostname);
  return globalThis.PublicKeyCredential !== undefined && isSecureContext && !isNumber;
}

/**
 * Asks the authenticator to answer a fresh challenge.
 * @param {import('../api.js').Api} api
 * @returns {Promise<{credential: string, client_data: string, authenticator_data: string, signature: string}>}
 * @throws {NoPasskey}
 */
export async function answerByPasskey(api) {
  const { challenge } = await api.post('/staff/challenge', {});
  const found = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: fromB64(challenge),
        allowCredentials: [],
        userVerification: 'required',
        timeout: PATIENCE_MILLISECONDS,
      },
    }),
  );
  const said = /** @type {AuthenticatorAssertionResponse} */ (found.response);
  return {
    credential: bytes(found.rawId),
    client_data: bytes(said.clientDataJSON),
    authenticator_data: bytes(said.authenticatorData),
    signature: bytes(said.signature),
  };
}

/**
 * Has the authenticator make a passkey.
 * @param {Offer} offer
 * @param {{portal: string, person: string}} names what the authenticator's own list shows; nobody's name
 * @returns {Promise<{credential: string, client_data: string, attestation: string}>}
 * @throws {NoPasskey}
 */
export async function makePasskey(offer, names) {
  const found = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name: names.portal },
        user: { id: fromB64(offer.user), name: names.person, displayName: names.person },
        challenge: fromB64(offer.challenge),
        pubKeyCredParams: offer.algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: offer.known.map((id) => ({ type: 'public-key', id: fromB64(id) })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        attestation: 'none',
        timeout: PATIENCE_MILLISECONDS,
      },
    }),
  );
  const said = /** @type {AuthenticatorAttestationResponse} */ (found.response);
  return {
    credential: bytes(found.rawId),
    client_data: bytes(said.clientDataJSON),
    attestation: bytes(said.attestationObject),
  };
}

/** @param {() => Promise<Credential|null>} ask @returns {Promise<PublicKeyCredential>} */
async function asked(ask) {
  try {
    const found = await ask();
    if (found instanceof PublicKeyCredential) return found;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === 'InvalidStateError') throw new NoPasskey('known', error);
    throw new NoPasskey(error.name === 'NotAllowedError' || error.name === 'AbortError' ? 'gone' : 'refused', error);
  }
  throw new NoPasskey('gone');
}

/** @param {ArrayBuffer} buffer */
const bytes = (buffer) => b64(new Uint8Array(buffer));
