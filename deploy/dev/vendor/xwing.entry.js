/**
 * X-Wing (MLKEM768-X25519, 0x647A) in JavaScript, from @noble/post-quantum, for browsers that have none of their
 * own: a KEM in the form that `hpke` takes. It gives the same bytes as a browser's.
 */
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js';

const NAME = 'MLKEM768-X25519';
const SEED_BYTES = 32;
const PUBLIC_KEY_BYTES = 1216;
const ENCAPSULATED_BYTES = 1120;

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

export const kem = () => ({
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
