/** The yearly report for a spreadsheet: what somebody called a category must not run there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportCsv, reportPdf } from '../../portal/static/js/pages/reports/files.js';

const about = {
  year: 2026,
  title: 'Jaarverslag 2026',
  organisation: 'Zone',
  notes: [],
  signature: [],
  statement: 'abc',
};

/** The cells as a spreadsheet reads them. @param {string} csv */
function cellsOf(csv) {
  const quoted = /"((?:[^"]|"")*)"(;|\r\n)|(\r\n)/gy;
  const rows = [[]];
  quoted.lastIndex = 1;
  let found;
  let read = 1;
  while ((found = quoted.exec(csv))) {
    read = quoted.lastIndex;
    if (found[3] === undefined) rows.at(-1).push(found[1].replaceAll('""', '"'));
    if (found[2] !== ';') rows.push([]);
  }
  assert.equal(csv[0], '\ufeff');
  assert.equal(read, csv.length, 'a cell that is not quoted');
  return rows;
}

const partOf = (label, number = 3) => [{ title: label, head: [label, 'aantal'], rows: [[label, number]] }];

for (const formula of [
  '=HYPERLINK("http://advies.example","klik")',
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
]) {
  test(`no cell begins as a formula: ${JSON.stringify(formula)}`, () => {
    const cells = cellsOf(reportCsv({ ...about, title: formula, organisation: formula }, partOf(formula))).flat();
    assert.deepEqual(
      cells.filter((cell) => cell.includes(formula)),
      Array(5).fill(`'${formula}`),
    );
    assert.deepEqual(
      cells.filter((cell) => /^[=+\-@\s＝＋－＠]/.test(cell)),
      [],
    );
  });
}

test('a text that ends its own cell stays in it', () => {
  const label = 'geld";"=1+1"\r\n"=2';
  assert.deepEqual(cellsOf(reportCsv(about, partOf(label)))[5], [label, '3']);
});

test('other texts and all numbers are as they were', () => {
  const rows = cellsOf(reportCsv(about, partOf('Geld & goederen = 1')));
  assert.deepEqual(rows.slice(0, 3), [['Jaarverslag 2026'], ['Zone'], []]);
  assert.deepEqual(rows[5], ['Geld & goederen = 1', '3']);
});

// --- on one page ---------------------------------------------------------------------------------------------

const long = (/** @type {number} */ index) =>
  `${'Vervreemden van geld dat in beslag genomen, gevonden of betaald werd. '.slice(0, 18 + ((index * 13) % 52))}${index}`;
const rowsOf = (/** @type {number} */ count, /** @type {(string|number)[]} */ ...rest) =>
  Array.from({ length: count }, (_, index) => [long(index), ...rest]);

/** A report with so many categories. @param {number} categories */
function parts(categories) {
  return [
    { title: 'Aantal vragen', head: ['', 'aantal'], rows: [['Vragen in 2026', 400]] },
    { title: 'Per groep', head: ['groep', 'aantal'], rows: rowsOf(6, 12) },
    { title: 'Per categorie', head: ['categorie', 'R', 'klasse', 'aantal'], rows: rowsOf(categories, '252', 'B', 12) },
    {
      title: 'Termijnen, in werkdagen',
      head: ['', 'gemiddeld, ongeveer', 'op tijd, van wat beantwoord is'],
      rows: [
        ['Eerste feedback', 3, '95 %'],
        ['Definitief antwoord', 12, '90 %'],
      ],
    },
    { title: 'Uitkomst', head: ['uitkomst', 'aantal'], rows: rowsOf(4, 12) },
    { title: 'Verwezen of doorgegeven aan', head: ['dienst', 'aantal'], rows: rowsOf(6, 12) },
  ];
}

const whole = { ...about, notes: ['woord '.repeat(28)], signature: ['woord '.repeat(20), 'woord '.repeat(28)] };
const latin = (/** @type {number} */ categories) => Buffer.from(reportPdf(whole, parts(categories))).toString('latin1');
const pagesOf = (/** @type {string} */ pdf) => (pdf.match(/\/Type \/Page /g) ?? []).length;
/** The size of the title, 16 points when nothing shrinks. @param {string} pdf */
const sizeOf = (pdf) => Number(/\/B ([\d.]+) Tf/.exec(pdf)?.[1]);

test('the report is one page for every number of categories up to forty, in letters that can still be read', () => {
  const pdfs = Array.from({ length: 40 }, (_, index) => latin(index + 1));
  assert.deepEqual(pdfs.map(pagesOf), new Array(40).fill(1));
  const sizes = pdfs.map(sizeOf);
  assert.ok(Math.min(...sizes) >= 16 * 0.74 - 0.01);
  assert.ok(
    sizes.slice(1).every((size, index) => size <= Number(sizes[index])),
    'more rows, no larger letters',
  );
  assert.equal(sizes[0], 16);
  assert.ok(Number(sizes.at(-1)) < 16, 'the last was made smaller for it');
});

test('what would be too small to read on one page takes two at full size', () => {
  const pdf = latin(90);
  assert.ok(pagesOf(pdf) > 1);
  assert.equal(sizeOf(pdf), 16);
});

test('a letter that the PDF has no sign for stands there without its mark, and another as a question mark', () => {
  const pdf = Buffer.from(reportPdf({ ...about, organisation: 'Ćosić, Őri, Ștefan, café €, Привет, a\u0080b' }, []));
  const drawn = [...pdf.toString('latin1').matchAll(/<([0-9a-f]+)> Tj/g)].map(([, hex]) => Buffer.from(hex, 'hex'));
  const said = drawn.map((bytes) => bytes.toString('latin1').replaceAll('\x80', '€'));
  assert.ok(said.includes('Cosic, Ori, Stefan, café €, ??????, a?b'), said.join('|'));
});
