/**
 * Working days between two days, counted as the server counts them: weekends and the days it names do not count.
 * @module client/working-days
 */

const DAY = 86_400_000;

/** @param {string} day YYYY-MM-DD @returns {number} days since 1 January 1970 */
export function dayNumber(day) {
  return Math.round(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / DAY);
}

/** @param {number} number @returns {string} YYYY-MM-DD */
export function dayText(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/**
 * @typedef {object} WorkingDays
 * @property {(after: string, until: string) => number} between working days after the first day up to and including the second;
 *   negative when the second is earlier
 */

/**
 * @param {{from: number, to: number, closed: Iterable<string>}} calendar years covered, and the closed days in them
 * @returns {WorkingDays} days outside the years are held to the nearest year's edge
 */
export function workingDays({ from, to, closed }) {
  const first = dayNumber(`${from}-01-01`);
  const last = dayNumber(`${to}-12-31`);
  const shut = new Set([...closed].map(dayNumber));
  const running = new Int32Array(last - first + 1);
  let count = 0;
  for (let number = first; number <= last; number += 1) {
    // 1 January 1970 was a Thursday: 0 is Sunday, 6 Saturday.
    const weekday = (number + 4) % 7;
    if (weekday !== 0 && weekday !== 6 && !shut.has(number)) count += 1;
    running[number - first] = count;
  }
  /** @param {string} day */
  const upTo = (day) => /** @type {number} */ (running[Math.min(Math.max(dayNumber(day), first), last) - first]);
  return { between: (after, until) => upTo(until) - upTo(after) };
}
