/**
 * The signed report as files: a PDF to give away and the numbers for a spreadsheet. Both carry the signed statement, which
 * `adviespunt report verify FILE` checks.
 * @module pages/reports/files
 */

import { PAGE, widthOf, wrap, writePdf } from '../../client/statistics/pdf.js';
import { language, t } from '../../ui/texts.js';

/** @typedef {import('./year.js').Part} Part */
/** @typedef {import('../../client/statistics/pdf.js').Mark} Mark */
/** @typedef {{year: number, title: string, organisation: string, notes: string[], signature: string[], statement: string}} About */

/** What the command looks for. */
const LABEL = 'adviespunt-report:';

const MARGIN = 52;
const COLUMN = 92;
/** Of the full size, to be one page: smaller could not be read. */
const SMALLEST_PERCENT = 74;

/** @param {About} about @param {Part[]} parts @returns {Uint8Array<ArrayBuffer>} */
export function reportPdf(about, parts) {
  const { pages } = sheetOf(about, parts);
  return writePdf(pages, { language: `${language}-BE`, kept: `${LABEL}${about.statement}` });
}

/**
 * One page, as large as it can be; more pages only where one could not be read. What a smaller size gives is tried, not
 * reckoned: other words wrap, and some lines stay together.
 * @param {About} about @param {Part[]} parts
 */
function sheetOf(about, parts) {
  for (let percent = 100; ; percent -= 1) {
    const sheet = new Sheet(percent / 100);
    lay(sheet, about, parts);
    if (sheet.pages.length === 1) return sheet;
    if (percent <= SMALLEST_PERCENT) break;
  }
  const large = new Sheet(1);
  lay(large, about, parts);
  return large;
}

/** Lines from top to bottom, on as many pages as they need. */
class Sheet {
  /** @param {number} scale */
  constructor(scale) {
    this.scale = scale;
    this.room = PAGE.height - 2 * MARGIN;
    /** @type {Mark[][]} */
    this.pages = [[]];
    this.used = 0;
  }

  /** @param {number} height @param {number} [together] height that must not be parted from it */
  down(height, together = 0) {
    if (this.used + (height + together) * this.scale > this.room) {
      this.pages.push([]);
      this.used = 0;
    }
    this.used += height * this.scale;
  }

  /** @param {string} text @param {number} x @param {number} size @param {{bold?: boolean, right?: boolean}} [how] */
  put(text, x, size, { bold = false, right = false } = {}) {
    const scaled = size * this.scale;
    const from = right ? x - widthOf(text, scaled, bold) : x;
    this.pages.at(-1)?.push({ text, x: from, y: PAGE.height - MARGIN - this.used, size: scaled, bold });
  }

  /** @param {string} text @param {number} size @param {number} lead */
  paragraph(text, size, lead) {
    for (const line of wrap(text, size * this.scale, PAGE.width - 2 * MARGIN)) {
      this.down(lead);
      this.put(line, MARGIN, size);
    }
  }
}

/** @param {Sheet} sheet @param {About} about @param {Part[]} parts */
function lay(sheet, { title, organisation, notes, signature }, parts) {
  sheet.down(16);
  sheet.put(title, MARGIN, 16, { bold: true });
  sheet.down(16);
  sheet.put(organisation, MARGIN, 10);
  sheet.down(4);
  for (const note of notes) sheet.paragraph(note, 9, 12);
  for (const part of parts) layPart(sheet, part);
  sheet.down(12);
  for (const line of signature) sheet.paragraph(line, 8, 11);
}

/** @param {Sheet} sheet @param {Part} part */
function layPart(sheet, { title, head, rows }) {
  if (rows.length === 0) return;
  sheet.down(24, 26);
  sheet.put(title, MARGIN, 11, { bold: true });
  const width = PAGE.width - 2 * MARGIN - COLUMN * (head.length - 1);
  if (head.length > 2) layRow(sheet, head, width, true);
  for (const row of rows) layRow(sheet, row.map(String), width, false);
}

/** @param {Sheet} sheet @param {string[]} cells @param {number} width of the first column @param {boolean} bold */
function layRow(sheet, [label = '', ...numbers], width, bold) {
  const lines = wrap(label, 9 * sheet.scale, width - 8);
  const columns = numbers.map((text) => wrap(text, 9 * sheet.scale * (bold ? 1.1 : 1), COLUMN - 8));
  const deep = Math.max(lines.length, ...columns.map((column) => column.length));
  for (let line = 0; line < deep; line += 1) {
    sheet.down(12, line === 0 ? (deep - 1) * 12 : 0);
    sheet.put(lines[line] ?? '', MARGIN, 9, { bold });
    columns.forEach((column, index) => {
      const right = PAGE.width - MARGIN - COLUMN * (columns.length - 1 - index);
      sheet.put(column[line] ?? '', right, 9, { bold, right: true });
    });
  }
}

/** @param {About} about @param {Part[]} parts @returns {string} for a spreadsheet */
export function reportCsv({ title, organisation, statement }, parts) {
  const lines = [
    [title],
    [organisation],
    [],
    ...parts.flatMap((part) => [[part.title], part.head, ...part.rows, []]),
    [t('handtekening'), `${LABEL}${statement}`],
  ];
  return `\ufeff${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet cannot take for a formula. @param {string|number} value */
function cell(value) {
  const text = String(value);
  const safe = /^[=+\-@\s＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** @param {string} name @param {BlobPart} content @param {string} type */
export function give(name, content, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name.replace(/[^\w .-]/g, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
