/** HPKE base mode, single shot: MLKEM768-X25519 (X-Wing), HKDF-SHA256, AES-256-GCM. */
export declare const SEED_BYTES: 32;
export declare const PUBLIC_KEY_BYTES: 1216;
export declare const ENCAPSULATED_BYTES: 1120;
export interface Options {
  /** Ask for the browser's own KEM; check `hasNative()` first. The bytes are the same. */
  native?: boolean;
}
/** Whether this browser says that it has the KEM itself. */
export declare function hasNative(): boolean;
/** 32-byte X-Wing seed to raw 1,216-byte public key. */
export declare function publicKeyOf(seed: Uint8Array): Uint8Array<ArrayBuffer>;
/** Gives `enc ‖ ct`, 1,136 bytes longer than the plaintext. */
export declare function seal(
  publicKey: Uint8Array,
  info: Uint8Array,
  plaintext: Uint8Array,
  options?: Options,
): Promise<Uint8Array<ArrayBuffer>>;
/** Gives the plaintext; throws when key, info or bytes are not those of the sealing. */
export declare function open(
  seed: Uint8Array,
  info: Uint8Array,
  sealed: Uint8Array,
  options?: Options,
): Promise<Uint8Array<ArrayBuffer>>;
