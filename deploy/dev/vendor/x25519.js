/**
 * X25519 as @noble/post-quantum asks for it, without what makes the library's own one three times as large.
 *
 * The library's `x25519` multiplies the base point on the Edwards curve, which is faster and brings that whole curve
 * along: 6 kB on the line for everybody whose browser has no X-Wing. Here its Montgomery ladder does both, with the
 * numbers of curve25519 (RFC 7748, sections 4.1 and 5). The bytes are the same.
 */
import { pow } from '@noble/curves/abstract/modular.js';
import { montgomery } from '@noble/curves/abstract/montgomery.js';

const P = 2n ** 255n - 19n;

/** "decodeScalar25519" of RFC 7748. @param {Uint8Array} bytes 32 bytes, changed in place */
function adjustScalarBytes(bytes) {
  bytes[0] = Number(bytes[0]) & 248;
  bytes[31] = (Number(bytes[31]) & 127) | 64;
  return bytes;
}

export const x25519 = /* @__PURE__ */ montgomery({
  P,
  type: 'x25519',
  adjustScalarBytes,
  powPminus2: (x) => pow(x, P - 2n, P),
});
