/**
 * Pages: pictures that come from hostile hands (protocol, section 4).
 *
 * What is checked here comes before any decoder sees the bytes: kind, size and dimensions.
 * @module crypto/page
 */
import { canonical, concat, fromCanonical, lp, Reader } from './bytes.js';
import { Malformed } from './errors.js';
import * as shape from './shape.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {'image/webp'|'image/png'|'image/jpeg'} Media */
/** @typedef {{media: Media, width: number, height: number, image: Uint8Array}} CleanPage */

export const MAX_IMAGE_BYTES = 16 * 1024 * 1024;
export const MAX_PIXELS = 64_000_000;

const metaShape = shape.object({
  height: shape.small,
  media: shape.oneOf('image/webp', 'image/png', 'image/jpeg'),
  width: shape.small,
});

/** @param {CleanPage} page @returns {Bytes} content of a page envelope @throws {Malformed} */
export function framePage({ media, width, height, image }) {
  checkImage({ media, width, height, image });
  return concat(lp(canonical({ height, media, width })), image);
}

/**
 * @param {Uint8Array} content of a page envelope
 * @returns {CleanPage} hostile still: decode it as a bitmap only
 * @throws {Malformed} when it is not an image of its kind within the limits
 */
export function readPage(content) {
  const reader = new Reader(content);
  const meta = fromCanonical(reader.lp());
  metaShape(meta);
  const page = /** @type {CleanPage} */ ({
    media: meta['media'],
    width: meta['width'],
    height: meta['height'],
    image: reader.rest(),
  });
  checkImage(page);
  return page;
}

/** @param {CleanPage} page */
function checkImage({ media, width, height, image }) {
  if (image.length > MAX_IMAGE_BYTES) throw new Malformed('image-bytes');
  checkPixels(width, height);
  if (!MAGIC[media]?.(image)) throw new Malformed('image-kind');
}

/**
 * Reads the picture's own header: its numbers, not those of the frame around it, decide how much memory a decoder takes.
 * @param {CleanPage} page
 * @throws {Malformed} unless it says the same size as the frame
 */
export function requireDecodable({ media, width, height, image }) {
  const own = DIMENSIONS[media]?.(image) ?? null;
  if (!own) throw new Malformed('image-kind');
  checkPixels(own.width, own.height);
  if (own.width !== width || own.height !== height) throw new Malformed('image-size');
}

/** @param {number} width @param {number} height */
function checkPixels(width, height) {
  if (width < 1 || height < 1 || width * height > MAX_PIXELS) throw new Malformed('image-pixels');
}

/** @type {Record<string, (image: Uint8Array) => boolean>} */
const MAGIC = {
  'image/png': (image) => has(image, 0, '\x89PNG\r\n\x1a\n'),
  'image/jpeg': (image) => has(image, 0, '\xff\xd8\xff'),
  'image/webp': (image) => has(image, 0, 'RIFF') && has(image, 8, 'WEBP'),
};

/** @typedef {{width: number, height: number}|null} Size null when the bytes are of another kind */

/** @type {Record<string, (image: Uint8Array) => Size>} */
const DIMENSIONS = { 'image/png': pngSize, 'image/jpeg': jpegSize, 'image/webp': webpSize };

/** @param {Uint8Array} bytes @param {number} at @param {string} ascii */
const has = (bytes, at, ascii) => [...ascii].every((character, i) => bytes[at + i] === character.charCodeAt(0));

/** @param {Uint8Array} bytes */
const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** PNG, ISO/IEC 15948: the signature, then IHDR first. @param {Uint8Array} image @returns {Size} */
function pngSize(image) {
  if (image.length < 33 || !has(image, 12, 'IHDR')) return null;
  return { width: view(image).getUint32(16), height: view(image).getUint32(20) };
}

/** JPEG, ITU T.81: walks the segments to the frame header. @param {Uint8Array} image @returns {Size} */
function jpegSize(image) {
  let at = 2;
  while (at + 9 < image.length && image[at] === 0xff) {
    const marker = image[at + 1];
    if (isFrame(marker)) return { height: view(image).getUint16(at + 5), width: view(image).getUint16(at + 7) };
    at += 2 + view(image).getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, without the tables and extensions that lie between. @param {number} marker */
const isFrame = (marker) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** WebP, RFC 9649. @param {Uint8Array} image @returns {Size} */
function webpSize(image) {
  if (image.length < 30) return null;
  if (has(image, 12, 'VP8X')) return { width: 1 + u24(image, 24), height: 1 + u24(image, 27) };
  if (has(image, 12, 'VP8L')) return losslessSize(view(image).getUint32(21, true), image[20]);
  if (!has(image, 12, 'VP8 ') || image[23] !== 0x9d || image[24] !== 0x01 || image[25] !== 0x2a) return null;
  return { width: view(image).getUint16(26, true) & 0x3fff, height: view(image).getUint16(28, true) & 0x3fff };
}

/** @param {number} bits @param {number} signature @returns {Size} */
const losslessSize = (bits, signature) =>
  signature === 0x2f ? { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) } : null;

/** @param {Uint8Array} bytes @param {number} at little-endian */
const u24 = (bytes, at) => bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
