/**
 * HPKE (RFC 9180), base mode, single shot, of one suite: MLKEM768-X25519 (X-Wing, 0x647A),
 * HKDF-SHA256, AES-256-GCM. The KEM is the browser's own, or the one that the caller hands over
 * (`xwing.js`); both give the same bytes.
 */
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_MLKEM768_X25519 as nativeXwing } from 'hpke';

export const SEED_BYTES = 32;
export const PUBLIC_KEY_BYTES = 1216;
export const ENCAPSULATED_BYTES = 1120;

const NAME = 'MLKEM768-X25519';

/** @type {Map<unknown, CipherSuite>} */
const suites = new Map();

/** @param {unknown} kem */
function suite(kem = nativeXwing) {
  const made = suites.get(kem) ?? new CipherSuite(/** @type {any} */ (kem), KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  suites.set(kem, made);
  return made;
}

/** Whether this browser says that it has the KEM itself. */
export function hasNative() {
  const subtle = /** @type {any} */ (globalThis.SubtleCrypto);
  const needed = ['encapsulateBits', 'decapsulateBits', 'getPublicKey'];
  return needed.every((operation) => subtle?.supports?.(operation, NAME) ?? false);
}

/**
 * The raw public key of a private seed, by the browser's own KEM.
 *
 * @param {Uint8Array} seed 32 random bytes
 * @returns {Promise<Uint8Array>} 1,216 bytes
 */
export async function publicKeyOf(seed) {
  const subtle = /** @type {any} */ (globalThis.crypto.subtle);
  const own = await subtle.importKey('raw-seed', seed, { name: NAME }, false, ['decapsulateBits']);
  const others = await subtle.getPublicKey(own, ['encapsulateBits']);
  return new Uint8Array(await subtle.exportKey('raw-public', others));
}

/**
 * Seals to a public key.
 *
 * @param {Uint8Array} publicKey 1,216 bytes
 * @param {Uint8Array} info what the sealing is bound to
 * @param {Uint8Array} plaintext
 * @param {unknown} [kem] of `xwing.js`; the browser's own if none is given
 * @returns {Promise<Uint8Array>} `enc ‖ ct`: 1,120 bytes, the plaintext's length and a 16-byte tag
 */
export async function seal(publicKey, info, plaintext, kem) {
  const chosen = suite(kem);
  const recipient = await chosen.DeserializePublicKey(publicKey);
  const { encapsulatedSecret, ciphertext } = await chosen.Seal(recipient, plaintext, { info });
  const sealed = new Uint8Array(encapsulatedSecret.length + ciphertext.length);
  sealed.set(encapsulatedSecret);
  sealed.set(ciphertext, encapsulatedSecret.length);
  return sealed;
}

/**
 * Opens what `seal` made.
 *
 * @param {Uint8Array} seed the recipient's 32-byte X-Wing seed
 * @param {Uint8Array} info the same as when sealing
 * @param {Uint8Array} sealed `enc ‖ ct`
 * @param {unknown} [kem] of `xwing.js`; the browser's own if none is given
 * @returns {Promise<Uint8Array>} the plaintext
 * @throws when it was not sealed to this key with this info, or was changed since
 */
export async function open(seed, info, sealed, kem) {
  const chosen = suite(kem);
  const recipient = await chosen.DeserializePrivateKey(seed, false);
  const encapsulated = sealed.subarray(0, ENCAPSULATED_BYTES);
  return chosen.Open(recipient, encapsulated, sealed.subarray(ENCAPSULATED_BYTES), { info });
}
