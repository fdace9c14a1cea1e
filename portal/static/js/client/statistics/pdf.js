/**
 * A PDF 1.7 of lines of text in Helvetica, which every reader has (ISO 32000-1, 9.6.2.2). Nothing else goes in: no date, no
 * producer, no id; the same lines give the same bytes.
 * @module client/statistics/pdf
 */

import { concat, utf8 } from '../../crypto/bytes.js';

/** @typedef {import('../../crypto/bytes.js').Bytes} Bytes */
/** @typedef {{text: string, x: number, y: number, size: number, bold?: boolean}} Mark x and y in points, from the lower left corner */

/** A4, in points of 1/72 inch. */
export const PAGE = { width: 595, height: 842 };

/** What of WinAnsiEncoding is not at its place of Latin-1. */
const ELSEWHERE = new Map(
  Object.entries({
    '€': 128,
    '‚': 130,
    '„': 132,
    '…': 133,
    Š: 138,
    Œ: 140,
    Ž: 142,
    '‘': 145,
    '’': 146,
    '“': 147,
  }).concat(Object.entries({ '”': 148, '•': 149, '–': 150, '—': 151, '−': 150, š: 154, œ: 156, ž: 158, Ÿ: 159 })),
);

/** Helvetica's own widths of the characters 32 to 126, in thousandths of the size (Adobe Core 14 metrics). */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const OTHER_WIDTH = 556;
/** Bold is wider; a little too much is better than a line that runs over the next. */
const BOLD_WIDER = 1.08;

/** @param {string} text @param {number} size @param {boolean} [bold] @returns {number} points */
export function widthOf(text, size, bold = false) {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '');
  const sum = [...letters].reduce((all, one) => all + (WIDTHS[one.charCodeAt(0) - 32] ?? OTHER_WIDTH), 0);
  return (sum * size * (bold ? BOLD_WIDER : 1)) / 1000;
}

/** @param {string} text @param {number} size @param {number} width points @returns {string[]} lines that fit */
export function wrap(text, size, width) {
  const lines = [''];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (widthOf(longer, size) <= width || lines.at(-1) === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** @param {string} character @returns {number|null} its place in WinAnsiEncoding */
function codeOf(character) {
  const code = character.charCodeAt(0);
  const asLatin = code === 9 || (code >= 32 && code < 127) || (code >= 160 && code < 256);
  return ELSEWHERE.get(character) ?? (asLatin ? code : null);
}

/** @param {string} text @returns {string} a hexadecimal string, so that nothing in it can end it */
function hexOf(text) {
  // A name keeps its letters where Helvetica lacks their marks.
  const codes = [...text.normalize('NFC')].map(
    (character) => codeOf(character) ?? codeOf(character.normalize('NFD').charAt(0)) ?? 63,
  );
  return `<${codes.map((code) => code.toString(16).padStart(2, '0')).join('')}>`;
}

/** @param {number} number */
const short = (number) => String(Math.round(number * 100) / 100);

/** @param {Mark[]} marks */
function contentOf(marks) {
  const drawn = marks.map(
    ({ text, x, y, size, bold }) =>
      `BT /${bold ? 'B' : 'R'} ${short(size)} Tf ${short(x)} ${short(y)} Td ${hexOf(text)} Tj ET`,
  );
  return drawn.join('\n');
}

/** @param {string} text @param {string} [more] */
const stream = (text, more = '') => `<< ${more}/Length ${text.length} >>\nstream\n${text}\nendstream`;

/**
 * @param {Mark[][]} pages
 * @param {{language: string, kept: string}} about `kept`: ASCII that stands in the file and on no page
 * @returns {Bytes}
 */
export function writePdf(pages, { language, kept }) {
  const first = 6; // 1 catalog, 2 pages, 3 and 4 fonts, 5 what is kept
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  const font = (/** @type {string} */ name) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${language}) /AdviespuntReport 5 0 R >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    stream(kept),
    ...pages.flatMap((marks, index) => [
      `<< /Type /Page /Parent 2 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
      stream(contentOf(marks)),
    ]),
  ];
  return assembled(objects);
}

/** @param {string[]} objects ASCII */
function assembled(objects) {
  const parts = [concat(utf8('%PDF-1.7\n%'), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a))];
  let at = /** @type {Bytes} */ (parts[0]).length;
  const places = objects.map((body, index) => {
    const place = at;
    const bytes = utf8(`${index + 1} 0 obj\n${body}\nendobj\n`);
    parts.push(bytes);
    at += bytes.length;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return concat(...parts, utf8(end));
}
