/**
 * HPKE (RFC 9180), base mode, single shot, of one suite: MLKEM768-X25519 (X-Wing, 0x647A),
 * HKDF-SHA256, AES-256-GCM. The KEM comes from @noble/post-quantum, or from the browser itself
 * when the caller asks for it; both give the same bytes.
 */
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js';
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_MLKEM768_X25519 as nativeXwing } from 'hpke';

export const SEED_BYTES = 32;
export const PUBLIC_KEY_BYTES = 1216;
export const ENCAPSULATED_BYTES = 1120;

const NAME = 'MLKEM768-X25519';

/**
 * A key of the portable KEM. hpke looks at these three fields and hands the rest back to us.
 *
 * @typedef {{algorithm: {name: string}, extractable: boolean, type: string, bytes: Uint8Array}} PortableKey
 */

/** @type {(type: string, bytes: Uint8Array, extractable: boolean) => PortableKey} */
const portableKey = (type, bytes, extractable) => ({
  algorithm: { name: NAME },
  extractable,
  type,
  bytes,
});

/** @param {Uint8Array} seed */
const pair = (seed) => {
  const { publicKey } = xwing.keygen(seed);
  return {
    privateKey: portableKey('private', seed, true),
    publicKey: portableKey('public', publicKey, true),
  };
};

const portableXwing = () => ({
  id: 0x647a,
  type: /** @type {const} */ ('KEM'),
  name: NAME,
  Nsecret: 32,
  Nenc: ENCAPSULATED_BYTES,
  Npk: PUBLIC_KEY_BYTES,
  Nsk: SEED_BYTES,
  async DeriveKeyPair() {
    throw new Error('keys come from random seeds');
  },
  async GenerateKeyPair() {
    return pair(crypto.getRandomValues(new Uint8Array(SEED_BYTES)));
  },
  /** @param {PortableKey} key */
  async SerializePublicKey(key) {
    return key.bytes;
  },
  /** @param {Uint8Array} bytes */
  async DeserializePublicKey(bytes) {
    return portableKey('public', bytes.slice(), true);
  },
  /** @param {PortableKey} key */
  async SerializePrivateKey(key) {
    return key.bytes;
  },
  /** @type {(seed: Uint8Array, extractable: boolean) => Promise<PortableKey>} */
  async DeserializePrivateKey(seed, extractable) {
    return portableKey('private', seed.slice(), extractable);
  },
  /** @param {PortableKey} recipient */
  async Encap(recipient) {
    const { cipherText, sharedSecret } = xwing.encapsulate(recipient.bytes);
    return { enc: cipherText, shared_secret: sharedSecret };
  },
  /** @type {(enc: Uint8Array, recipient: PortableKey) => Promise<Uint8Array>} */
  async Decap(enc, recipient) {
    return xwing.decapsulate(enc, recipient.bytes);
  },
});

/** @type {CipherSuite | undefined} */
let portable;
/** @type {CipherSuite | undefined} */
let native;

/** @param {{native?: boolean}} options */
function suite(options) {
  if (options.native) {
    native ??= new CipherSuite(nativeXwing, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
    return native;
  }
  portable ??= new CipherSuite(/** @type {any} */ (portableXwing), KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  return portable;
}

/** Whether this browser says that it has the KEM itself. */
export function hasNative() {
  const subtle = /** @type {any} */ (globalThis.SubtleCrypto);
  return ['encapsulateBits', 'decapsulateBits'].every((operation) => subtle?.supports?.(operation, NAME) ?? false);
}

/**
 * The raw public key of a private seed.
 *
 * @param {Uint8Array} seed 32 random bytes
 * @returns {Uint8Array} 1,216 bytes
 */
export function publicKeyOf(seed) {
  if (seed.length !== SEED_BYTES) {
    throw new RangeError('a seed has 32 bytes');
  }
  return xwing.keygen(seed).publicKey;
}

/**
 * Seals to a public key.
 *
 * @param {Uint8Array} publicKey 1,216 bytes
 * @param {Uint8Array} info what the sealing is bound to
 * @param {Uint8Array} plaintext
 * @param {{native?: boolean}} [options] `native` asks for the browser's own KEM
 * @returns {Promise<Uint8Array>} `enc ‖ ct`: 1,120 bytes, the plaintext's length and a 16-byte tag
 */
export async function seal(publicKey, info, plaintext, options = {}) {
  const chosen = suite(options);
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
 * @param {{native?: boolean}} [options] `native` asks for the browser's own KEM
 * @returns {Promise<Uint8Array>} the plaintext
 * @throws when it was not sealed to this key with this info, or was changed since
 */
export async function open(seed, info, sealed, options = {}) {
  const chosen = suite(options);
  const recipient = await chosen.DeserializePrivateKey(seed, false);
  const encapsulated = sealed.subarray(0, ENCAPSULATED_BYTES);
  return chosen.Open(recipient, encapsulated, sealed.subarray(ENCAPSULATED_BYTES), { info });
}
