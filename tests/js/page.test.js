import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, u32, utf8 } from '../../portal/static/js/crypto/bytes.js';
import { framePage, readPage, requireDecodable } from '../../portal/static/js/crypto/page.js';

const latin = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const zeros = (length) => new Uint8Array(length);
const le16 = (n) => Uint8Array.of(n & 255, n >> 8);
const le24 = (n) => Uint8Array.of(n & 255, (n >> 8) & 255, n >> 16);
const be16 = (n) => Uint8Array.of(n >> 8, n & 255);

const riff = (kind, rest) => concat(latin('RIFF'), zeros(4), latin(`WEBP${kind}`), zeros(4), rest, zeros(8));
const png = (width, height) =>
  concat(latin('\x89PNG\r\n\x1a\n'), u32(13), latin('IHDR'), u32(width), u32(height), zeros(9));
const lossy = (w, h) => riff('VP8 ', concat(zeros(3), Uint8Array.of(0x9d, 0x01, 0x2a), le16(w), le16(h)));
const lossless = (w, h) => {
  const bits = (w - 1) | ((h - 1) << 14);
  return riff('VP8L', Uint8Array.of(0x2f, bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, bits >>> 24, 0));
};
const extended = (width, height) => riff('VP8X', concat(zeros(4), le24(width - 1), le24(height - 1)));
const segment = (marker, content) => concat(Uint8Array.of(0xff, marker), be16(content.length + 2), content);
const frame = (width, height) => segment(0xc2, concat(Uint8Array.of(8), be16(height), be16(width), zeros(10)));
const jpeg = (width, height) =>
  concat(Uint8Array.of(0xff, 0xd8), segment(0xe0, zeros(14)), segment(0xc4, zeros(40)), frame(width, height), zeros(4));

const KINDS = [
  ['image/png', png],
  ['image/jpeg', jpeg],
  ['image/webp', lossy],
  ['image/webp', lossless],
  ['image/webp', extended],
];

for (const [media, make] of KINDS) {
  const name = `${media} (${make.name})`;

  test(`${name}: a page comes back as it was framed`, () => {
    const page = { media, width: 640, height: 480, image: make(640, 480) };
    const read = readPage(framePage(page));
    assert.deepEqual(read, page);
    requireDecodable(read);
  });

  test(`${name}: a picture that is larger than its frame says never reaches a decoder`, () => {
    assert.throws(() => requireDecodable({ media, width: 1, height: 1, image: make(16_000, 16_000) }), /image-/);
  });

  test(`${name}: a picture without a header never reaches a decoder`, () => {
    const image = make(640, 480).slice(0, 14);
    assert.throws(() => requireDecodable({ media, width: 640, height: 480, image }), /image-kind/);
  });
}

test('a page that says one kind and is another is refused', () => {
  const page = { media: 'image/png', width: 640, height: 480, image: jpeg(640, 480) };
  assert.throws(() => framePage(page), /image-kind/);
});

test('a document with the beginning of a picture is of no use to anybody', () => {
  const image = concat(latin('\x89PNG\r\n\x1a\n'), utf8('%PDF-1.7 '.repeat(10)));
  assert.throws(() => requireDecodable({ media: 'image/png', width: 1, height: 1, image }), /image-kind/);
});

test('a JPEG whose segments lead nowhere ends', () => {
  const image = concat(Uint8Array.of(0xff, 0xd8, 0xff), zeros(1_000));
  assert.throws(() => requireDecodable({ media: 'image/jpeg', width: 1, height: 1, image }), /image-kind/);
});

test('an image over 16 MiB is refused', () => {
  const image = concat(png(10, 10), zeros(16 * 1024 * 1024));
  assert.throws(() => framePage({ media: 'image/png', width: 10, height: 10, image }), /image-bytes/);
});
