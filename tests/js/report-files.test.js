/** The yearly report for a spreadsheet: what somebody called a category must not run there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportCsv } from '../../portal/static/js/pages/reports/files.js';

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
