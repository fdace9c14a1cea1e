/**
 * What this browser lacks of what sealing needs, found out by trying. It imports nothing, so that every page can ask.
 *
 * X-Wing is not among it: where the browser has none of its own, the vendor's takes its place.
 * @module crypto/capability
 */

/** @typedef {'crypto'|'wasm'|'workers'|'signatures'|'drawing'} Lack */

/** The smallest module there is: a magic number and a version. */
const EMPTY_WASM = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @type {Record<Lack, () => unknown>} */
const CHECKS = {
  crypto: () => encrypts(),
  // Hardened browsers offer WebAssembly by name and refuse it in use.
  wasm: () => WebAssembly.instantiate(EMPTY_WASM),
  workers: () => typeof Worker === 'function',
  signatures: () => signs(),
  drawing: () => 'createImageBitmap' in globalThis && 'HTMLDialogElement' in globalThis,
};

/**
 * @returns {Promise<Lack[]>} empty when everything is there; then, and only then, may a page ask for a text
 */
export async function lacks() {
  const tried = await Promise.all(
    Object.entries(CHECKS).map(async ([lack, check]) => ((await works(check)) ? [] : [/** @type {Lack} */ (lack)])),
  );
  return tried.flat();
}

/** @param {() => unknown} check */
async function works(check) {
  try {
    return (await check()) !== false;
  } catch {
    return false;
  }
}

/** Outside a secure context there is no `crypto.subtle` at all. */
async function encrypts() {
  const secret = await crypto.subtle.importKey('raw', new Uint8Array(32), 'HKDF', false, ['deriveBits']);
  const none = new Uint8Array(0);
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: none, info: none }, secret, 256);
  const key = await crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt']);
  await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, EMPTY_WASM);
}

async function signs() {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const signature = await crypto.subtle.sign('Ed25519', pair.privateKey, EMPTY_WASM);
  return crypto.subtle.verify('Ed25519', pair.publicKey, signature, EMPTY_WASM);
}
