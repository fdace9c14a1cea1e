/**
 * Every number of the figures and of the report beside a plain recount: one line after the other, days walked one by
 * one, nothing shared with the code that counts. A cell of the report is that number, or it is withheld.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupKey, reportNumbers } from '../../portal/static/js/client/statistics/report.js';
import { AGE_EDGES, allNumbers, riskView } from '../../portal/static/js/client/statistics/statistics.js';
import { SMALLEST_SHOWN } from '../../portal/static/js/client/statistics/suppression.js';

const SETS = Number(process.env.RECOUNT_SETS ?? 90);
const TODAY = '2026-11-23';
const CLOSED = ['2024-12-25', '2025-05-01', '2026-04-06', '2026-05-01', '2026-07-21'];
const CALENDAR = { from: 2024, to: 2027, closed: CLOSED };
const PROMISES = { feedback: 7, final: 30 };
const ENDED = ['passed', 'closed', 'withdrawn', 'unreadable'];

/** @param {string} key @param {string} group @param {number|null} R */
const category = (key, group, R) => ({ key, group, label: key, W: 1, B: 1, E: 1, R });
const categories = [
  category('geld', 'Geld en goederen', 401),
  category('drugs', 'Geld en goederen', 90),
  category('data', 'Informatie', 20),
  category('omgang', 'Omgang met collega’s', null),
];
const org = {
  categories,
  promises: PROMISES,
  outcomes: [{ key: 'advies' }, { key: 'verwezen' }],
  authorities: [{ key: 'burgemeester' }, { key: 'parket' }],
};

/** Numbers that come back with the same seed. @param {number} seed */
function dice(seed) {
  let state = seed * 7_919 + 11;
  return (/** @type {number} */ below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** @param {string} day @param {number} count */
function daysAfter(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/**
 * One line as a browser writes it. Only now and then a rare value, so that small cells stand beside large ones.
 * @param {(below: number) => number} roll @param {string} name
 */
function someLine(roll, name) {
  const pick = (/** @type {any[]} */ some) => some[roll(some.length)];
  const received = daysAfter('2024-01-01', roll(1_050));
  const feedback = roll(5) === 0 ? null : daysAfter(received, roll(4) === 0 ? roll(40) : roll(11));
  const final = feedback === null || roll(3) === 0 ? null : daysAfter(feedback, roll(3) === 0 ? roll(90) : roll(30));
  const state = pick([
    'new',
    'open',
    'answering',
    'answered',
    'closed',
    'closed',
    'closed',
    'passed',
    'withdrawn',
    'unreadable',
  ]);
  return {
    case: name,
    kind: pick(['advies', 'advies', 'melding', 'dilemma', 'unknown']),
    urgent: roll(4) === 0,
    category: pick(['geld', 'geld', 'geld', 'drugs', 'drugs', 'data', 'omgang', 'verdwenen', null]),
    state,
    // Also where it means nothing: on what was passed on, or opened again.
    outcome: roll(6) > 0 ? pick(['advies', 'advies', 'verwezen', 'oud']) : null,
    authorities: pick([[], [], [], ['parket'], ['burgemeester'], ['burgemeester', 'parket']]),
    received,
    feedback,
    final,
    closed: ENDED.includes(state) ? (final ?? received) : null,
  };
}

/** @typedef {ReturnType<typeof someLine>} Line */

// --- the plain recount --------------------------------------------------------------------------------------

/** @param {string} day */
function isWorked(day) {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !CLOSED.includes(day);
}

/** Every day on which is worked, one after the other. */
const WORKED = Array.from({ length: 1_461 }, (_, index) => daysAfter('2024-01-01', index)).filter(isWorked);

/** Working days after the first day, up to and with the second. @param {string} first @param {string} second */
const walked = (first, second) => WORKED.filter((day) => day > first && day <= second).length;

/** How often each value stands there. @param {string[]} values @returns {Record<string, number>} */
function heap(values) {
  /** @type {Record<string, number>} */
  const heaps = {};
  for (const value of values) heaps[value] = (heaps[value] ?? 0) + 1;
  return heaps;
}

/** @param {Line[]} lines @param {'feedback'|'final'} what */
function waits(lines, what) {
  return lines
    .filter((line) => line[what] !== null)
    .map((line) => walked(line.received, /** @type {string} */ (line[what])))
    .sort((a, b) => a - b);
}

/** @param {number[]} sorted @param {number} share */
function point(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [below = 0, above = below] = sorted.slice(Math.floor(at), Math.floor(at) + 2);
  return below + (above - below) * (at % 1);
}

/** @param {number[]} sorted */
function spreadOf(sorted) {
  if (sorted.length === 0) return { count: 0, mean: null, median: null, low: null, high: null, longest: null };
  let sum = 0;
  for (const one of sorted) sum += one;
  const [median, low, high, longest] = [0.5, 0.25, 0.75, 1].map((share) => point(sorted, share));
  return { count: sorted.length, mean: sum / sorted.length, median, low, high, longest };
}

/** @param {Line[]} lines @param {'feedback'|'final'} what */
function promiseOf(lines, what) {
  const found = { kept: 0, late: 0, running: 0 };
  for (const line of lines) {
    const given = line[what];
    if (given === null && ['passed', 'withdrawn', 'unreadable'].includes(line.state)) continue;
    const late = walked(line.received, given ?? TODAY) > PROMISES[what];
    if (late) found.late += 1;
    else if (given === null && line.state === 'closed') continue;
    else if (given === null) found.running += 1;
    else found.kept += 1;
  }
  return found;
}

/** @param {Line} line */
function endOf({ state, outcome }) {
  if (state === 'withdrawn') return 'state:withdrawn';
  if (state === 'unreadable') return 'state:unreadable';
  if (state === 'passed') return 'state:passed';
  if (state === 'closed') return outcome === null ? 'state:closed' : outcome;
  return '';
}

/** @param {Line} line */
function groupOf({ category: key }) {
  if (key === null) return '';
  return categories.find((one) => one.key === key)?.group ?? '?';
}

/** @param {Line[]} all @param {number} year */
function recount(all, year) {
  const lines = all.filter(({ received }) => received.startsWith(`${year}-`));
  const inMonth = (/** @type {number} */ month) =>
    lines.filter(({ received }) => received.startsWith(`${year}-${String(month).padStart(2, '0')}-`)).length;
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(inMonth);
  const quarter = (/** @type {number[]} */ of) => of.reduce((sum, month) => sum + inMonth(month), 0);
  return {
    year,
    total: lines.length,
    urgent: lines.filter(({ urgent }) => urgent).length,
    months,
    quarters: [quarter([1, 2, 3]), quarter([4, 5, 6]), quarter([7, 8, 9]), quarter([10, 11, 12])],
    groups: heap(lines.map(groupOf)),
    categories: heap(lines.map((line) => line.category ?? '')),
    kinds: heap(lines.map(({ kind }) => kind)),
    states: heap(lines.map(({ state }) => state)),
    outcomes: heap(lines.map(endOf)),
    authorities: heap(lines.flatMap(({ authorities }) => authorities)),
    feedback: spreadOf(waits(lines, 'feedback')),
    throughput: spreadOf(waits(lines, 'final')),
    feedbackKept: promiseOf(lines, 'feedback'),
    finalKept: promiseOf(lines, 'final'),
  };
}

/** @param {Line[]} lines */
function agesOf(lines) {
  const ages = lines
    .filter(({ state, final }) => !ENDED.includes(state) && final === null)
    .map(({ received }) => walked(received, TODAY));
  const above = [-Infinity, ...AGE_EDGES];
  const upTo = [...AGE_EDGES, Infinity];
  return upTo.map((edge, place) => ages.filter((age) => age <= edge && age > Number(above[place])).length);
}

// --- what is compared ---------------------------------------------------------------------------------------

/** Counts as plain objects, means held to nine decimals. @param {any} value @returns {any} */
function plain(value) {
  if (value instanceof Map) return plain(Object.fromEntries([...value].sort()));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'number') return Math.round(value * 1e9) / 1e9;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, plain(one)]),
  );
}

/** @type {{lines: Line[], seed: number}[]} */
const sets = Array.from({ length: SETS }, (_, index) => {
  const roll = dice(index + 1);
  // From a handful to a few hundred: nearly all withheld, nearly all shown.
  const many = index % 3 === 0 ? roll(12) : 30 + roll(200);
  return { seed: index + 1, lines: Array.from({ length: many }, (__, at) => someLine(roll, String(at))) };
});

const rest = { today: TODAY, categories, promises: PROMISES };

test('every field of every year equals a plain recount', () => {
  for (const { seed, lines } of sets) {
    const { years, age } = allNumbers(lines, CALENDAR, rest);
    const asked = lines.map(({ received }) => Number(received.slice(0, 4)));
    assert.equal(years.length, lines.length === 0 ? 0 : Math.max(...asked) - Math.min(...asked) + 1);
    for (const one of years) assert.deepEqual(plain(one), plain(recount(lines, one.year)), `seed ${seed}`);
    assert.deepEqual(age, agesOf(lines), `seed ${seed}`);
  }
});

test('the risks stand beside a plain recount of this year and the one before', () => {
  for (const { seed, lines } of sets) {
    const { years } = allNumbers(lines, CALENDAR, rest);
    const of = (/** @type {string} */ key, /** @type {number} */ year) =>
      lines.filter((line) => line.category === key && line.received.startsWith(`${year}-`)).length;
    for (const { year } of years) {
      const listed = categories.map(({ key }) => key);
      const gone = of('verdwenen', year) + of('verdwenen', year - 1) > 0 ? ['verdwenen'] : [];
      assert.deepEqual(
        riskView(years, year, categories).map((row) => [row.category.key, row.count, row.before, row.class]),
        [...listed, ...gone].map((key, place) => [
          key,
          of(key, year),
          of(key, year - 1),
          ['A', 'C', 'E', null, null][place],
        ]),
        `seed ${seed}`,
      );
    }
  }
});

/** @param {Record<string, number|null>} shown @param {Record<string, number>} counted by key, nothing for none @param {string} which */
function partition(shown, counted, which) {
  const all = Object.keys(shown).map((key) => counted[key] ?? 0);
  const total = all.reduce((sum, count) => sum + count, 0);
  const whole = total >= SMALLEST_SHOWN && all.every((count) => count >= SMALLEST_SHOWN);
  let withheld = 0;
  for (const [key, cell] of Object.entries(shown)) {
    if (cell === null) withheld += counted[key] ?? 0;
    else assert.equal(cell, counted[key] ?? 0, `${which} ${key}`);
    if (whole) assert.notEqual(cell, null, `${which} ${key} could have been shown`);
    if (cell !== null) assert.ok(cell >= SMALLEST_SHOWN, `${which} ${key}`);
  }
  for (const [key, count] of Object.entries(counted)) {
    if (count > 0) assert.ok(key in shown, `${which} ${key} is there`);
  }
  return { total, withheld, hidden: Object.values(shown).includes(null) };
}

/** @param {{mean: number|null, share: number|null}} shown @param {Line[]} lines @param {'feedback'|'final'} what @param {string} which */
function onTime(shown, lines, what, which) {
  const given = waits(lines, what);
  const kept = given.filter((wait) => wait <= PROMISES[what]).length;
  const late = given.length - kept;
  const mean = given.reduce((sum, wait) => sum + wait, 0) / given.length;
  const few = lines.length < SMALLEST_SHOWN || given.length < SMALLEST_SHOWN;
  assert.equal(shown.mean, few ? null : Math.round(mean), `${which} ${what}: mean`);
  const tells = given.length < 10 || kept < SMALLEST_SHOWN || (late > 0 && late < SMALLEST_SHOWN);
  if (tells) assert.equal(shown.share, null, `${which} ${what}: share of few`);
  else if (late === 0) assert.equal(shown.share, 100, `${which} ${what}: all`);
  else {
    const exact = Math.min(95, Math.max(5, (100 * kept) / given.length));
    assert.ok(shown.share !== null && shown.share % 5 === 0, `${which} ${what}: steps of five`);
    assert.ok(Math.abs(shown.share - exact) <= 2.5 + 1e-9, `${which} ${what}: ${shown.share} for ${exact}`);
  }
}

test('every cell of the report equals a plain recount, or is withheld', () => {
  const seen = { cells: 0, shares: new Set() };
  for (const { seed, lines } of sets) {
    for (const own of allNumbers(lines, CALENDAR, rest).years) {
      const which = `seed ${seed}, ${own.year}:`;
      const theirs = lines.filter(({ received }) => received.startsWith(`${own.year}-`));
      const report = reportNumbers(org, own);
      const count = recount(lines, own.year);
      assert.equal(report.total, theirs.length < SMALLEST_SHOWN ? null : theirs.length, which);
      const none = (/** @type {string} */ key) => (key === '' || key === '?' ? 'none' : groupKey(key));
      const groups = partition(report.groups, heap(theirs.map((line) => none(groupOf(line)))), `${which} groups`);
      assert.equal(report.groups_together, groups.hidden && groups.total >= 3 ? groups.withheld : null, which);
      const named = (/** @type {string} */ key) => (key === '' ? 'open' : key.replace(':', '.'));
      const ends = partition(report.outcomes, heap(theirs.map((line) => named(endOf(line)))), `${which} outcomes`);
      assert.equal(report.outcomes_together, ends.hidden && ends.total >= 3 ? ends.withheld : null, which);
      for (const { key } of categories) {
        const cell = report.categories[key];
        assert.ok(cell === null || cell === count.categories[key], `${which} ${key}`);
      }
      assert.deepEqual(Object.keys(report.categories), ['geld', 'drugs', 'data', 'omgang']);
      for (const { key } of org.authorities) {
        const many = count.authorities[key] ?? 0;
        assert.equal(report.authorities[key], many < SMALLEST_SHOWN ? null : many, `${which} ${key}`);
      }
      onTime(report.feedback, theirs, 'feedback', which);
      onTime(report.final, theirs, 'final', which);
      assert.deepEqual(report.promises, PROMISES);
      seen.cells += Object.values({ ...report.groups, ...report.categories, ...report.outcomes }).filter(
        Boolean,
      ).length;
      seen.shares.add(report.final.share).add(report.feedback.share);
    }
  }
  assert.ok(seen.cells > SETS, 'enough was shown to be compared');
  assert.ok(seen.shares.size > 4, 'many shares were shown to be compared');
});
