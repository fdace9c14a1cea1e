/**
 * Small numbers in what leaves the building: a cell under three could point at somebody.
 *
 * The rule is meant to be known to whoever reads the report, and still to give nothing back: for every cell that is
 * withheld, at least two different values must explain everything that is shown. `tests/js/disclosure.test.js` goes
 * through all small tables to hold it to that.
 * @module client/statistics/suppression
 */

/** Numbers below this are never shown (the field's own rule for published statistics). */
export const SMALLEST_SHOWN = 3;

/**
 * @typedef {{key: string, count: number}} Cell
 * @typedef {{key: string, count: number|null}} ShownCell null: withheld
 * @typedef {{total: number|null, cells: ShownCell[], together: number|null}} ShownTable
 *   `together`: what the withheld cells come to; null when none is withheld or when that too is withheld
 */

/**
 * Shows a table whose cells add up to a total that is shown as well.
 *
 * Every cell under three is withheld; because the total gives away their sum, the smallest of the others goes with them,
 * and all that are as small as that one (picking one of equals by its name would tell them apart).
 * A total under three withholds the whole table.
 * @param {Cell[]} cells
 * @returns {ShownTable}
 */
export function showPartition(cells) {
  const total = sum(cells);
  if (total < SMALLEST_SHOWN) return { total: null, cells: cells.map(withheld), together: null };
  const small = cells.filter(isSmall);
  if (small.length === 0) return { total, cells: cells.map((cell) => ({ ...cell })), together: null };
  const smallestOther = Math.min(...cells.filter((cell) => !isSmall(cell)).map((cell) => cell.count));
  const hidden = new Set(cells.filter((cell) => cell.count <= smallestOther || isSmall(cell)).map((cell) => cell.key));
  return {
    total,
    cells: cells.map((cell) => (hidden.has(cell.key) ? withheld(cell) : { ...cell })),
    together: sum(cells.filter((cell) => hidden.has(cell.key))),
  };
}

/**
 * Shows groups, and the parts of a group only where the group itself is shown.
 * @param {{key: string, parts: Cell[]}[]} groups
 * @returns {{groups: ShownTable, parts: Map<string, ShownTable>}}
 */
export function showNested(groups) {
  const shown = showPartition(groups.map(({ key, parts }) => ({ key, count: sum(parts) })));
  const parts = new Map(
    groups.map(({ key, parts: own }) => {
      const visible = shown.cells.find((cell) => cell.key === key)?.count !== null;
      return [key, visible ? showPartition(own) : { total: null, cells: own.map(withheld), together: null }];
    }),
  );
  return { groups: shown, parts };
}

/**
 * Shows numbers that do not add up to anything shown (a question can be referred to several authorities).
 * @param {Cell[]} cells
 * @returns {ShownCell[]}
 */
export function showLoose(cells) {
  return cells.map((cell) => (isSmall(cell) ? withheld(cell) : { ...cell }));
}

/** @param {Cell} cell */
function isSmall(cell) {
  return cell.count < SMALLEST_SHOWN;
}

/** @param {Cell} cell @returns {ShownCell} */
function withheld({ key }) {
  return { key, count: null };
}

/** @param {Cell[]} cells */
function sum(cells) {
  return cells.reduce((total, cell) => total + cell.count, 0);
}
