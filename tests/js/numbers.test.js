/** What is counted, and what is withheld: pure functions, gone through exhaustively where they are small enough. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical } from '../../portal/static/js/crypto/bytes.js';
import { groupKey, reportNumbers, sameNumbers } from '../../portal/static/js/client/statistics/report.js';
import {
  allNumbers,
  GONE,
  numbersOf,
  openByAge,
  riskClass,
  riskView,
  spreadOf,
  withYear,
  yearsOf,
} from '../../portal/static/js/client/statistics/statistics.js';
import { showNested, showPartition, SMALLEST_SHOWN } from '../../portal/static/js/client/statistics/suppression.js';
import { dayText, workingDays } from '../../portal/static/js/client/working-days.js';

const days = workingDays({ from: 2024, to: 2027, closed: ['2026-04-06', '2026-05-01', '2026-12-25'] });
const categories = [
  { key: 'geld', group: 'geld en goederen', label: 'Geld', W: 1, B: 1, E: 1, R: 1 },
  { key: 'drugs', group: 'geld en goederen', label: 'Drugs', W: 1, B: 1, E: 1, R: 1 },
  { key: 'data', group: 'informatie', label: 'Data', W: 1, B: 1, E: 1, R: 1 },
];
const frame = { today: '2026-11-23', categories, promises: { feedback: 7, final: 30 }, days };
const org = {
  categories,
  promises: frame.promises,
  outcomes: [{ key: 'advies' }, { key: 'verwezen' }],
  authorities: [{ key: 'burgemeester' }],
};

/** Numbers that come back with the same seed. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** @param {(below: number) => number} roll @param {number} count */
function someLines(roll, count) {
  return Array.from({ length: count }, (_, index) => {
    const received = dayText(19_723 + roll(1_000));
    const feedback = roll(4) === 0 ? null : dayText(19_723 + 1_000 + roll(40));
    const closed = roll(3) === 0 ? '2026-11-20' : null;
    return {
      case: String(index),
      kind: ['advies', 'melding'][roll(2)],
      urgent: roll(5) === 0,
      category: [null, 'geld', 'drugs', 'data', 'weg'][roll(5)],
      state: closed ? 'closed' : 'open',
      outcome: closed ? ['advies', 'verwezen'][roll(2)] : null,
      authorities: roll(4) === 0 ? ['burgemeester'] : [],
      received,
      feedback,
      final: feedback && roll(2) === 0 ? feedback : null,
      closed,
    };
  });
}

/** @param {number} length @param {number} most */
function* tables(length, most) {
  if (length === 0) {
    yield [];
    return;
  }
  for (const rest of tables(length - 1, most)) for (let value = 0; value <= most; value += 1) yield [...rest, value];
}

/** @param {number[]} values */
const cells = (values) => values.map((count, index) => ({ key: `k${index}`, count }));

for (const [length, most] of [
  [1, 9],
  [2, 12],
  [3, 10],
  [4, 7],
  [5, 6],
]) {
  test(`no withheld cell of ${length} can be told from what is shown`, () => {
    /** @type {Map<string, number[][]>} */
    const explanations = new Map();
    for (const values of tables(length, most)) {
      const shown = JSON.stringify(showPartition(cells(values)));
      explanations.set(shown, [...(explanations.get(shown) ?? []), values]);
    }
    for (const [shown, possible] of explanations) {
      JSON.parse(shown).cells.forEach((/** @type {{count: number|null}} */ cell, /** @type {number} */ index) => {
        if (cell.count !== null) return;
        const values = new Set(possible.map((one) => one[index]));
        assert.ok(values.size > 1, `${shown} gives away ${[...values]}`);
      });
    }
  });
}

test('no number under three is ever shown', () => {
  for (const values of tables(4, 6)) {
    const shown = showPartition(cells(values));
    for (const { count } of shown.cells) assert.ok(count === null || count >= SMALLEST_SHOWN);
    assert.ok(shown.total === null || shown.total >= SMALLEST_SHOWN);
  }
});

test('it shows everything when every number is large enough', () => {
  assert.deepEqual(
    showPartition(cells([3, 4, 50])).cells.map(({ count }) => count),
    [3, 4, 50],
  );
});

test('it shows no part of a group that is withheld', () => {
  const { groups, parts } = showNested([
    {
      key: 'small',
      parts: [
        { key: 'a', count: 1 },
        { key: 'b', count: 1 },
      ],
    },
    {
      key: 'large',
      parts: [
        { key: 'c', count: 20 },
        { key: 'd', count: 9 },
      ],
    },
    { key: 'other', parts: [{ key: 'e', count: 40 }] },
  ]);
  assert.deepEqual(
    groups.cells.map(({ count }) => count),
    [null, null, 40],
  );
  assert.deepEqual(
    parts.get('small')?.cells.map(({ count }) => count),
    [null, null],
  );
  assert.deepEqual(
    parts.get('large')?.cells.map(({ count }) => count),
    [null, null],
  );
});

test('working days are counted after the first day, without weekends and closed days', () => {
  assert.equal(days.between('2026-11-23', '2026-12-02'), 7);
  assert.equal(days.between('2026-11-20', '2026-11-23'), 1);
  assert.equal(days.between('2026-04-03', '2026-04-07'), 1, 'Easter Monday is closed');
  assert.equal(days.between('2026-11-23', '2026-11-23'), 0);
  assert.equal(days.between('2026-11-24', '2026-11-20'), -2);
});

test('totals, categories and first feedback of a year equal a recount', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const roll = dice(seed);
    const lines = someLines(roll, roll(80));
    for (const year of yearsOf(lines)) {
      const own = lines.filter(({ received }) => received.startsWith(String(year)));
      const numbers = numbersOf(lines, year, frame);
      assert.equal(numbers.total, own.length);
      assert.equal(
        numbers.months.reduce((a, b) => a + b, 0),
        own.length,
      );
      assert.equal(
        numbers.quarters.reduce((a, b) => a + b, 0),
        own.length,
      );
      for (const key of ['geld', 'drugs', 'data', 'weg', '']) {
        assert.equal(numbers.categories.get(key) ?? 0, own.filter((line) => (line.category ?? '') === key).length);
      }
      assert.equal(
        numbers.groups.get('geld en goederen') ?? 0,
        own.filter(({ category }) => ['geld', 'drugs'].includes(category)).length,
      );
      const waits = own
        .filter(({ feedback }) => feedback !== null)
        .map((line) => days.between(line.received, line.feedback));
      assert.equal(numbers.feedback.count, waits.length);
      if (waits.length > 0) {
        assert.ok(Math.abs(numbers.feedback.mean - waits.reduce((a, b) => a + b, 0) / waits.length) < 1e-9);
      }
      const { kept, late, running } = numbers.feedbackKept;
      assert.equal(kept, waits.filter((wait) => wait <= 7).length);
      const forgotten = own.filter(
        ({ state, feedback, received }) =>
          state === 'closed' && feedback === null && days.between(received, frame.today) > 7,
      );
      const promised = own.filter((line) => line.feedback !== null || line.state === 'open');
      assert.equal(kept + late + running, promised.length + forgotten.length);
    }
  }
});

test('closing is no answer: late once the day has passed, and never on time', () => {
  const year = 2026;
  const at = (received, more) => ({
    ...{ case: 'x', kind: 'advies', urgent: false, category: null, outcome: 'advies', authorities: [], received },
    ...{ state: 'closed', feedback: null, final: null, closed: received, ...more },
  });
  const counted = (line) => numbersOf([line], year, frame).feedbackKept;
  assert.deepEqual(counted(at('2026-01-05')), { kept: 0, late: 1, running: 0 });
  assert.deepEqual(counted(at(frame.today)), { kept: 0, late: 0, running: 0 });
  assert.deepEqual(counted(at('2026-01-05', { feedback: '2026-01-06' })), { kept: 1, late: 0, running: 0 });
  for (const state of ['passed', 'withdrawn', 'unreadable']) {
    assert.deepEqual(counted(at('2026-01-05', { state })), { kept: 0, late: 0, running: 0 });
  }
});

test('years without a question between two others are there with nothing in them', () => {
  const lines = someLines(dice(3), 2).map((line, index) => ({
    ...line,
    received: ['2024-03-01', '2026-03-01'][index],
  }));
  const { years } = allNumbers(lines, { from: 2024, to: 2027, closed: [] }, frame);
  assert.deepEqual(
    years.map(({ year, total }) => [year, total]),
    [
      [2024, 1],
      [2025, 0],
      [2026, 1],
    ],
  );
});

test('the spread of an even and an odd number of lengths is the textbook one', () => {
  assert.deepEqual(spreadOf([1, 2, 3, 4, 5]), { count: 5, mean: 3, median: 3, low: 2, high: 4, longest: 5 });
  assert.equal(spreadOf([10, 2, 4, 8]).median, 6);
  assert.equal(spreadOf([]).mean, null);
});

test('open work is put under its age in working days', () => {
  const line = { ...someLines(dice(1), 1)[0], state: 'open', final: null };
  const at = (/** @type {string} */ received) => openByAge([{ ...line, received }], frame).indexOf(1);
  assert.equal(at('2026-11-20'), 0);
  assert.equal(at('2026-11-05'), 1);
  assert.equal(at('2025-11-05'), 4);
});

test('a category that the list no longer has keeps its questions in the risk view, marked', () => {
  const [one] = someLines(dice(1), 1);
  const lines = [
    { ...one, received: '2025-03-02', category: 'weg' },
    { ...one, received: '2026-03-02', category: 'weg' },
    { ...one, received: '2026-03-02', category: 'geld' },
    { ...one, received: '2026-03-02', category: null },
  ];
  const years = yearsOf(lines).map((year) => numbersOf(lines, year, frame));
  const rows = riskView(years, 2026, categories);
  assert.deepEqual(
    rows.map(({ category, count, before }) => [category.key, category.group === GONE, count, before]),
    [
      ['geld', false, 1, 0],
      ['drugs', false, 0, 0],
      ['data', false, 0, 0],
      ['weg', true, 1, 1],
    ],
  );
  assert.equal(rows.at(-1)?.class, null);
});

test('classes of risk have their edges where the analysis puts them', () => {
  assert.deepEqual([401, 400, 200, 70, 20, null].map(riskClass), ['A', 'B', 'C', 'D', 'E', null]);
});

test('a report holds keys and whole numbers only, and nothing small', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const roll = dice(seed);
    const lines = someLines(roll, roll(60));
    for (const year of yearsOf(lines)) {
      const { promises, ...numbers } = reportNumbers(org, numbersOf(lines, year, frame));
      assert.equal(promises.final, 30);
      for (const [name, value] of Object.entries({
        ...numbers.groups,
        ...numbers.categories,
        ...numbers.outcomes,
        ...numbers.authorities,
        total: numbers.total,
      })) {
        assert.match(name, /^[a-z0-9][a-z0-9._-]{0,63}$/);
        assert.ok(value === null || (Number.isInteger(value) && value >= SMALLEST_SHOWN), `${name}: ${value}`);
      }
    }
  }
});

test('a report that was signed comes back in another order, and is the same until a number changes', () => {
  const roll = dice(7);
  const lines = someLines(roll, 50);
  const [year] = yearsOf(lines);
  const made = reportNumbers(org, numbersOf(lines, year, frame));
  const signed = JSON.parse(new TextDecoder().decode(canonical(made)));
  assert.notEqual(JSON.stringify(signed), JSON.stringify(made));
  assert.ok(sameNumbers(made, signed));
  assert.ok(!sameNumbers({ ...made, total: (made.total ?? 0) + 1 }, signed));
  assert.ok(!sameNumbers({ ...made, groups: { ...made.groups, extra: null } }, signed));
});

test('a group with accents and spaces becomes a key', () => {
  assert.equal(groupKey('Omgang met mensen, coördinatie'), 'omgang-met-mensen-coordinatie');
});

test('a year in which nobody asked anything has numbers too, none of which is shown', () => {
  const only = { day: '2028-01-10', years: [numbersOf([], 2027, frame)] };
  assert.equal(withYear(only, 2027), only);
  const both = withYear(only, 2026);
  assert.deepEqual(
    both.years.map(({ year }) => year),
    [2026, 2027],
  );
  assert.deepEqual(both.years[0], { ...numbersOf([], 2026, frame) });
  const { total, groups, outcomes, feedback } = reportNumbers(org, both.years[0]);
  const shown = [total, ...Object.values(groups), ...Object.values(outcomes), ...Object.values(feedback)];
  assert.deepEqual([...new Set(shown)], [null]);
});
