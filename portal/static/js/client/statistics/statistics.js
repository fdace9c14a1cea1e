/**
 * Numbers over the register, worked out in the browser: the server never sees a line of it.
 * @module client/statistics/statistics
 */

import { ENDED, UNREADABLE } from '../states.js';
import { workingDays } from '../working-days.js';

/**
 * The line that holds for a case: the newest entry of the register that was verified.
 * @typedef {object} Line
 * @property {string} case
 * @property {string} kind
 * @property {boolean} urgent
 * @property {string|null} category
 * @property {string} state
 * @property {string|null} outcome
 * @property {string[]} authorities
 * @property {string} received
 * @property {string|null} feedback
 * @property {string|null} final
 * @property {string|null} closed
 */

/**
 * @typedef {{key: string, group: string, label: string, W: number|null, B: number|null, E: number|null, R: number|null}} Category
 * @typedef {{today: string, categories: Category[], promises: {feedback: number, final: number}, days: import('../working-days.js').WorkingDays}} Frame
 * @typedef {{count: number, mean: number|null, median: number|null, low: number|null, high: number|null, longest: number|null}} Spread
 *   days; `low` and `high` are the quartiles
 * @typedef {{kept: number, late: number, running: number}} Kept running: neither given nor late yet
 * @typedef {Map<string, number>} Count
 */

/**
 * @typedef {object} YearNumbers
 * @property {number} year
 * @property {number} total
 * @property {number} urgent
 * @property {number[]} months twelve numbers
 * @property {number[]} quarters
 * @property {Count} groups
 * @property {Count} categories `''`: none chosen yet
 * @property {Count} kinds
 * @property {Count} states
 * @property {Count} outcomes `''`: still open
 * @property {Count} authorities a question can count for several
 * @property {Spread} feedback working days from receipt to first feedback
 * @property {Spread} throughput working days from receipt to final answer
 * @property {Kept} feedbackKept
 * @property {Kept} finalKept
 */

/** Ages of open work, in working days: upper edges; the last has none. */
export const AGE_EDGES = [7, 15, 30, 60];

/** The group of a category that the list no longer has. */
export const GONE = '?';

/** @param {Line[]} lines @returns {number[]} every year from the first to the last, without gaps */
export function yearsOf(lines) {
  let first = Infinity;
  let last = -Infinity;
  for (const line of lines) {
    const year = Number(line.received.slice(0, 4));
    if (year < first) first = year;
    if (year > last) last = year;
  }
  return lines.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * A year in which nobody asked anything, before the first question or after the last, is reported on too.
 * @template {{years: YearNumbers[]}} N
 * @param {N} numbers @param {number} year
 * @returns {N} with that year among its years
 */
export function withYear(numbers, year) {
  if (numbers.years.some((one) => one.year === year)) return numbers;
  const frame = { today: '', categories: [], promises: { feedback: 0, final: 0 }, days: { between: () => 0 } };
  const empty = numbersOf([], year, /** @type {any} */ (frame));
  return { ...numbers, years: [...numbers.years, empty].sort((one, other) => one.year - other.year) };
}

/**
 * @param {Line[]} lines of all years
 * @param {number} year of receipt
 * @param {Frame} frame
 * @returns {YearNumbers}
 */
export function numbersOf(lines, year, frame) {
  const own = lines.filter((line) => Number(line.received.slice(0, 4)) === year);
  const groupOf = new Map(frame.categories.map(({ key, group }) => [key, group]));
  const months = own.reduce((all, line) => {
    all[Number(line.received.slice(5, 7)) - 1] += 1;
    return all;
  }, new Array(12).fill(0));
  return {
    year,
    total: own.length,
    urgent: own.filter((line) => line.urgent).length,
    months,
    quarters: [0, 3, 6, 9].map((start) => months.slice(start, start + 3).reduce((a, b) => a + b, 0)),
    groups: tally(own, (line) => (line.category === null ? '' : (groupOf.get(line.category) ?? GONE))),
    categories: tally(own, (line) => line.category ?? ''),
    kinds: tally(own, (line) => line.kind),
    states: tally(own, (line) => line.state),
    outcomes: tally(own, outcomeOf),
    authorities: tallyAll(own, (line) => line.authorities),
    feedback: spread(own, (line) => line.feedback, frame),
    throughput: spread(own, (line) => line.final, frame),
    feedbackKept: kept(own, (line) => line.feedback, frame.promises.feedback, frame),
    finalKept: kept(own, (line) => line.final, frame.promises.final, frame),
  };
}

/** Passed on is one outcome, whatever else a line says of it. @param {Line} line */
function outcomeOf(line) {
  if (line.state === 'closed' && line.outcome !== null) return line.outcome;
  return ENDED.has(line.state) ? `state:${line.state}` : '';
}

/**
 * Open work by age. Open is what nobody closed, passed on or withdrew, and has no final answer yet.
 * @param {Line[]} lines
 * @param {Frame} frame
 * @returns {number[]} one more number than there are edges
 */
export function openByAge(lines, frame) {
  const counts = new Array(AGE_EDGES.length + 1).fill(0);
  for (const line of lines) {
    if (ENDED.has(line.state) || line.final !== null) continue;
    const age = frame.days.between(line.received, frame.today);
    const place = AGE_EDGES.findIndex((edge) => age <= edge);
    counts[place === -1 ? AGE_EDGES.length : place] += 1;
  }
  return counts;
}

/**
 * Each risk beside the questions that were asked about it.
 * @param {YearNumbers[]} years
 * @param {number} year
 * @param {Category[]} categories
 * @returns {{category: Category, count: number, before: number, class: string|null}[]}
 */
export function riskView(years, year, categories) {
  const of = (/** @type {number} */ wanted) => years.find((one) => one.year === wanted)?.categories ?? new Map();
  const [now, before] = [of(year), of(year - 1)];
  return [...categories, ...goneCategories(categories, now, before)].map((category) => ({
    category,
    count: now.get(category.key) ?? 0,
    before: before.get(category.key) ?? 0,
    class: riskClass(category.R),
  }));
}

/**
 * What was asked about and the list no longer has: its questions still count.
 * @param {Category[]} categories @param {...Count} counts @returns {Category[]}
 */
function goneCategories(categories, ...counts) {
  const known = new Set(['', ...categories.map(({ key }) => key)]);
  const asked = new Set(counts.flatMap((count) => [...count.keys()]));
  return [...asked]
    .filter((key) => !known.has(key))
    .sort()
    .map((key) => ({ key, group: GONE, label: key, W: null, B: null, E: null, R: null }));
}

/** Classes after Fine and Kinney. @param {number|null} risk @returns {string|null} A to E */
export function riskClass(risk) {
  if (risk === null || risk === undefined) return null;
  if (risk > 400) return 'A';
  if (risk > 200) return 'B';
  if (risk > 70) return 'C';
  return risk > 20 ? 'D' : 'E';
}

/**
 * @param {Line[]} lines
 * @param {{closed: string[], from: number, to: number}} calendar
 * @param {Omit<Frame, 'days'>} rest
 * @returns {{frame: Frame, years: YearNumbers[], age: number[]}}
 */
export function allNumbers(lines, calendar, rest) {
  const frame = { ...rest, days: workingDays(calendar) };
  return { frame, years: yearsOf(lines).map((year) => numbersOf(lines, year, frame)), age: openByAge(lines, frame) };
}

/** @param {Line[]} lines @param {(line: Line) => string} keyOf @returns {Count} */
function tally(lines, keyOf) {
  return tallyAll(lines, (line) => [keyOf(line)]);
}

/** @param {Line[]} lines @param {(line: Line) => string[]} keysOf @returns {Count} */
function tallyAll(lines, keysOf) {
  const counts = new Map();
  for (const line of lines) for (const key of keysOf(line)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** @param {Line[]} lines @param {(line: Line) => string|null} dayOf @param {Frame} frame @returns {Spread} */
function spread(lines, dayOf, frame) {
  const lengths = [];
  for (const line of lines) {
    const day = dayOf(line);
    if (day !== null) lengths.push(frame.days.between(line.received, day));
  }
  return spreadOf(lengths);
}

/** @param {number[]} lengths @returns {Spread} */
export function spreadOf(lengths) {
  const sorted = Float64Array.from(lengths).sort();
  if (sorted.length === 0) return { count: 0, mean: null, median: null, low: null, high: null, longest: null };
  return {
    count: sorted.length,
    mean: sorted.reduce((a, b) => a + b, 0) / sorted.length,
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    longest: /** @type {number} */ (sorted[sorted.length - 1]),
  };
}

/** Linear between the two nearest. @param {Float64Array} sorted @param {number} share */
function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const low = /** @type {number} */ (sorted[Math.floor(place)]);
  const high = /** @type {number} */ (sorted[Math.ceil(place)]);
  return low + (high - low) * (place - Math.floor(place));
}

/** Where nobody waits for an answer any more. What was closed without one is none of these. */
const NOBODY_WAITS = new Set(['passed', 'withdrawn', UNREADABLE]);

/**
 * Whether the promise was kept. Withdrawn and passed-on questions without the answer are left out: nobody waits. One that
 * was closed without it is late once its day has passed: closing is no answer.
 * @param {Line[]} lines
 * @param {(line: Line) => string|null} dayOf
 * @param {number} promise working days
 * @param {Frame} frame
 * @returns {Kept}
 */
function kept(lines, dayOf, promise, frame) {
  const result = { kept: 0, late: 0, running: 0 };
  for (const line of lines) {
    const day = dayOf(line);
    if (day !== null) result[frame.days.between(line.received, day) <= promise ? 'kept' : 'late'] += 1;
    else if (NOBODY_WAITS.has(line.state)) continue;
    else if (frame.days.between(line.received, frame.today) > promise) result.late += 1;
    else if (!ENDED.has(line.state)) result.running += 1;
  }
  return result;
}
