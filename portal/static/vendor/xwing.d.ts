/** X-Wing (MLKEM768-X25519) in JavaScript, where the browser has none of its own. */
/** A KEM in the form that `hpke.js` takes. */
export declare const kem: unknown;
/** 32-byte X-Wing seed to raw 1,216-byte public key. */
export declare function publicKeyOf(seed: Uint8Array): Uint8Array<ArrayBuffer>;
