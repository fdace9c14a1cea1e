/** HPKE base mode, single shot: MLKEM768-X25519 (X-Wing), HKDF-SHA256, AES-256-GCM. */
export declare const SEED_BYTES: 32;
export declare const PUBLIC_KEY_BYTES: 1216;
export declare const ENCAPSULATED_BYTES: 1120;
/** Whether this browser says that it has the KEM itself, and the way from a seed to its public key. */
export declare function hasNative(): boolean;
/** 32-byte X-Wing seed to raw 1,216-byte public key, by the browser's own KEM; check `hasNative()` first. */
export declare function publicKeyOf(seed: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
/** Gives `enc ‖ ct`, 1,136 bytes longer than the plaintext. `kem`: that of `xwing.js`, else the browser's own. */
export declare function seal(
  publicKey: Uint8Array,
  info: Uint8Array,
  plaintext: Uint8Array,
  kem?: unknown,
): Promise<Uint8Array<ArrayBuffer>>;
/** Gives the plaintext; throws when key, info or bytes are not those of the sealing. */
export declare function open(
  seed: Uint8Array,
  info: Uint8Array,
  sealed: Uint8Array,
  kem?: unknown,
): Promise<Uint8Array<ArrayBuffer>>;
