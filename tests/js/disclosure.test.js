/**
 * Whoever reads a report knows the rule by which numbers were left out, and how the portal works. For every number that
 * is left out there must still be another set of cases, as possible as the real one, with another number there and the
 * same report to the letter: then nothing that is published gives it back, by whatever calculation.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportNumbers } from '../../portal/static/js/client/statistics/report.js';
import { numbersOf } from '../../portal/static/js/client/statistics/statistics.js';
import { SMALLEST_SHOWN } from '../../portal/static/js/client/statistics/suppression.js';
import { dayText, workingDays } from '../../portal/static/js/client/working-days.js';

const YEAR = 2026;
const TODAY = '2027-02-10';
const days = workingDays({ from: 2025, to: 2028, closed: ['2026-12-25', '2027-01-01'] });
const risk = (/** @type {string} */ key, /** @type {string} */ group) => ({ key, group, label: key, R: 1 });
const categories = [
  ...['geld', 'drugs', 'wapens'].map((key) => risk(key, 'goederen')),
  ...['data', 'pers'].map((key) => risk(key, 'informatie')),
  risk('gezag', 'mensen'),
];
const org = {
  categories,
  promises: { feedback: 7, final: 30 },
  outcomes: ['advies', 'verwezen', 'doorgegeven', 'weg'].map((key) => ({ key })),
  authorities: ['burgemeester', 'parket', 'dit'].map((key) => ({ key })),
};
const frame = { today: TODAY, categories, promises: org.promises, days };

/** What can happen to a question: everything that reaches the report. */
const CATEGORIES = [null, 'verdwenen', ...categories.map(({ key }) => key)];
/** @type {Map<string, (string|null)[]>} */
const GROUPS = new Map([['none', [null, 'verdwenen']]]);
for (const { key, group } of categories) GROUPS.set(group, [...(GROUPS.get(group) ?? []), key]);
const ENDINGS = ['open', 'withdrawn', 'passed', 'closed', 'unreadable', ...org.outcomes.map(({ key }) => key)];
const AUTHORITIES = org.authorities.map(({ key }) => key);
/** Day numbers after receipt: at once, in time, late, not yet. */
const FEEDBACK = [0, 3, 20, null];
const FINAL = [0, 12, 30, 80, null];

/** @typedef {{category: string|null, ending: string, authorities: string[], feedback: number|null, final: number|null}} Fate */

/**
 * Whether the portal lets this happen, as every reader may know: whoever passes on says to whom, and a final answer is
 * feedback too. That whoever was advised to go elsewhere was told where is no rule, and taken for one here.
 * @param {Fate} fate
 */
function possible({ ending, authorities, feedback, final }) {
  if (needsAuthority(ending) && authorities.length === 0) return false;
  if (final !== null && feedback === null) return false;
  return final === null || feedback === null || feedback <= final;
}

/** @param {Fate[]} fates */
function reportOf(fates) {
  const lines = fates.map(({ category: key, ending, authorities, feedback, final }, index) => {
    const outcome = org.outcomes.some((one) => one.key === ending) ? ending : null;
    const later = (/** @type {number|null} */ after) => (after === null ? null : dayText(20_520 + after));
    return {
      case: String(index),
      kind: 'advies',
      urgent: false,
      category: key,
      state: outcome === null ? ending : 'closed',
      outcome,
      authorities,
      received: dayText(20_520),
      feedback: later(feedback),
      final: later(final),
      closed: null,
    };
  });
  return reportNumbers(org, numbersOf(lines, YEAR, frame));
}

/** @param {number} seed */
function dice(seed) {
  let state = seed * 7_919 + 17;
  return (/** @type {number} */ below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** @template T @param {(below: number) => number} roll @param {T[]} some @returns {T} */
const pick = (roll, some) => /** @type {T} */ (some[roll(some.length)]);

/** @param {(below: number) => number} roll @returns {Fate} */
function someFate(roll) {
  for (;;) {
    const fate = {
      category: pick(roll, CATEGORIES),
      ending: pick(roll, ENDINGS),
      authorities: AUTHORITIES.filter(() => roll(4) === 0),
      feedback: pick(roll, FEEDBACK),
      final: pick(roll, FINAL),
    };
    if (possible(fate)) return fate;
  }
}

/** Some cases, of few or many kinds, so that small numbers stand beside large ones. @param {(below: number) => number} roll */
function someFates(roll) {
  const kinds = Array.from({ length: 1 + roll(7) }, () => someFate(roll));
  return Array.from({ length: roll(22) }, () => (roll(3) === 0 ? someFate(roll) : pick(roll, kinds)));
}

/** Every number that the report could say, by the name under which it is left out. @param {Fate[]} fates */
function truth(fates) {
  const count = (/** @type {(fate: Fate) => boolean} */ holds) => fates.filter(holds).length;
  const grouped = (/** @type {Fate} */ { category: key }) => categories.find((one) => one.key === key)?.group ?? 'none';
  const endings = { open: 'open' };
  for (const state of ['withdrawn', 'passed', 'closed', 'unreadable']) endings[state] = `state.${state}`;
  return {
    groups: Object.fromEntries(
      ['goederen', 'informatie', 'mensen', 'none'].map((key) => [key, count((fate) => grouped(fate) === key)]),
    ),
    categories: Object.fromEntries(categories.map(({ key }) => [key, count((fate) => fate.category === key)])),
    outcomes: Object.fromEntries(
      ENDINGS.map((key) => [endings[/** @type {'open'} */ (key)] ?? key, count(({ ending }) => ending === key)]),
    ),
    authorities: Object.fromEntries(
      AUTHORITIES.map((key) => [key, count(({ authorities }) => authorities.includes(key))]),
    ),
  };
}

// --- other sets of cases, column by column ------------------------------------------------------------------

/** How often each value stands in a column. @typedef {Record<string, number>} Counts */

/** @param {string[]} keys @param {string[]} column @returns {Counts} */
const counted = (keys, column) =>
  Object.fromEntries(keys.map((key) => [key, column.filter((one) => one === key).length]));

/** @param {Counts} counts @returns {string[]} */
const spreadOut = (counts) => Object.entries(counts).flatMap(([key, count]) => new Array(count).fill(key));

/** Counts with the same sum: two change places, or some move from one to another. @param {Counts} counts */
function* shifted(counts) {
  const keys = Object.keys(counts);
  for (const a of keys) {
    for (const b of keys) {
      if (a === b) continue;
      const both = { [a]: counts[b] ?? 0, [b]: counts[a] ?? 0 };
      if (both[a] !== both[b]) yield { ...counts, ...both };
      for (let moved = 1; moved <= Math.min(4, counts[a] ?? 0); moved += 1) {
        yield { ...counts, [a]: (counts[a] ?? 0) - moved, [b]: (counts[b] ?? 0) + moved };
      }
    }
  }
}

/** Two steps away. @param {Counts} counts */
function* around(counts) {
  yield counts;
  yield* shifted(counts);
  for (const one of shifted(counts)) yield* shifted(one);
}

/** Every number from nothing to four, for each of these. @param {string[]} keys @returns {Generator<Counts>} */
function* few(keys) {
  const [first, ...rest] = keys;
  if (first === undefined) {
    yield {};
    return;
  }
  for (const others of few(rest)) for (let count = 0; count <= 4; count += 1) yield { [first]: count, ...others };
}

const needsAuthority = (/** @type {string} */ ending) => ending === 'passed' || ending === 'verwezen';

/**
 * A set of cases with these columns; times stay as they were.
 * @param {Fate[]} fates @param {Counts} endings @param {Counts} authorities
 * @returns {Fate[]|null} null when the portal could not have it
 */
function withColumns(fates, endings, authorities) {
  const column = spreadOut(endings);
  const other = fates.map((fate, index) => ({
    ...fate,
    ending: /** @type {string} */ (column[index]),
    authorities: /** @type {string[]} */ ([]),
  }));
  const waiting = other.filter(({ ending }) => needsAuthority(ending));
  for (const key of spreadOut(authorities).sort((a, b) => (authorities[b] ?? 0) - (authorities[a] ?? 0))) {
    const place = waiting.shift() ?? other.find((fate) => !fate.authorities.includes(key));
    if (place === undefined) return null;
    place.authorities.push(key);
  }
  return other.every(possible) ? other : null;
}

/** Sets of cases with other final answers: where one more would not show. @param {Fate[]} fates @param {any} published */
function* otherTimes(fates, { feedback, final }) {
  yield fates;
  // Working days in the report, days on the calendar here.
  const inDays = (/** @type {number} */ mean) => Math.round(mean * 1.4);
  const [first, usual] = [inDays(feedback.mean ?? 3), inDays(final.mean ?? 9) + 2];
  for (const more of [1, 2]) {
    let left = more;
    yield fates.map((fate) => {
      if (fate.final !== null || left === 0) return fate;
      left -= 1;
      const earlier = fate.feedback ?? first;
      return { ...fate, feedback: earlier, final: Math.max(earlier, usual) };
    });
  }
}

/** @param {string|null} key */
const named = (key) => key ?? 'none';

/** Two groups change places, all of one under a single category of the other. @param {Fate[]} fates */
function* otherGroups(fates) {
  const groups = [...GROUPS.values()];
  for (const a of groups) {
    for (const b of groups) {
      for (const to of b) {
        yield fates.map((fate) => ({
          ...fate,
          category: a.includes(fate.category) ? to : b.includes(fate.category) ? (a[0] ?? null) : fate.category,
        }));
      }
    }
  }
}

/** Sets of cases with other categories. @param {Fate[]} fates */
function* otherCategories(fates) {
  yield* otherGroups(fates);
  const keys = CATEGORIES.map(named);
  for (const counts of around(
    counted(
      keys,
      fates.map((fate) => named(fate.category)),
    ),
  )) {
    const column = spreadOut(counts);
    yield fates.map((fate, index) => ({ ...fate, category: /** @type {string} */ (column[index]) }));
  }
}

/** Sets of cases with other endings, and other numbers of the authorities that are left out. @param {Fate[]} fates @param {any} published */
function* otherEndings(fates, published) {
  const own = counted(
    AUTHORITIES,
    fates.flatMap(({ authorities }) => authorities),
  );
  const tried = [...few(AUTHORITIES.filter((key) => published.authorities[key] === null))];
  for (const endings of around(
    counted(
      ENDINGS,
      fates.map(({ ending }) => ending),
    ),
  )) {
    const column = spreadOut(endings);
    // Whether a case may end so comes after: most of these would show other outcomes anyway.
    const bare = reportOf(fates.map((fate, index) => ({ ...fate, ending: /** @type {string} */ (column[index]) })));
    if (JSON.stringify(bare.outcomes) !== JSON.stringify(published.outcomes)) continue;
    for (const timed of otherTimes(fates, published)) {
      for (const counts of tried) {
        const other = withColumns(timed, endings, { ...own, ...counts });
        if (other) yield other;
      }
    }
  }
}

/** Sets of another size: where not even the total is shown. @param {Fate[]} fates */
function* otherSizes(fates) {
  if (fates.length >= SMALLEST_SHOWN) return;
  yield [];
  const fate = { feedback: 3, final: 12 };
  for (const category of CATEGORIES) {
    for (const ending of ENDINGS) yield [{ ...fate, category, ending, authorities: AUTHORITIES }];
  }
}

const SETS = Number(process.env.DISCLOSURE_SETS ?? 60);

/** @param {any} published @returns {string[]} `groups.mensen` ... */
const leftOut = (published) =>
  ['groups', 'categories', 'outcomes', 'authorities'].flatMap((table) =>
    Object.entries(published[table])
      .filter(([, count]) => count === null)
      .map(([key]) => `${table}.${key}`),
  );

/** @param {any} numbers @param {string} name */
function at(numbers, name) {
  const [table, ...key] = name.split('.');
  return numbers[/** @type {string} */ (table)][key.join('.')];
}

test('for every number that is left out there is another set of cases with the same report', () => {
  let found = 0;
  for (let seed = 1; seed <= SETS; seed += 1) {
    const fates = someFates(dice(seed));
    const [published, own] = [reportOf(fates), truth(fates)];
    const [shown, missing] = [JSON.stringify(published), new Set(leftOut(published))];
    found += missing.size;
    /** @param {RegExp} tables @param {Iterable<Fate[]>} others */
    const lookIn = (tables, others) => {
      const sought = () => [...missing].filter((name) => tables.test(name));
      if (sought().length === 0) return;
      for (const other of others) {
        const theirs = truth(other);
        const changed = [...missing].filter((name) => at(theirs, name) !== at(own, name));
        if (changed.length === 0 || JSON.stringify(reportOf(other)) !== shown) continue;
        for (const name of changed) missing.delete(name);
        if (sought().length === 0) return;
      }
    };
    lookIn(/./, otherSizes(fates));
    lookIn(/^(groups|categories)/, otherCategories(fates));
    lookIn(/^(outcomes|authorities)/, otherEndings(fates, published));
    assert.deepEqual([...missing], [], `seed ${seed}: ${shown} gives back what ${JSON.stringify(own)} holds`);
  }
  assert.ok(found > SETS, 'numbers were left out');
});
