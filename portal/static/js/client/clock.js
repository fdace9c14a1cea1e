/**
 * This browser's own clock, held against the day that the server says: a server that puts its day back makes an old staff
 * list look fresh, and gets days signed that are not today.
 *
 * People have wrong clocks too, so a difference locks nobody out of asking: it is told, and the later of both days counts.
 * @module client/clock
 */

const DAY = 86_400_000;
/** By so much clocks, and the countries they stand in, may differ. */
const DIFFER_DAYS = 2;

/** Today by this browser. @returns {string} YYYY-MM-DD */
export const ownDay = () => new Date().toISOString().slice(0, 10);

/** @param {string} day that the server says @param {string} own @returns {boolean} also for what is no day */
export const clocksDiffer = (day, own) => !(Math.abs(Date.parse(day) - Date.parse(own)) <= DIFFER_DAYS * DAY);

/** @param {string} day @param {string} own @returns {string} the later of both; the own one for what is no day */
export const laterDay = (day, own) => (Date.parse(day) > Date.parse(own) ? day : own);

/**
 * The day that the server says, as far as this browser's clock goes along: nothing is signed that lies further off.
 * @param {string} day @param {string} own @returns {string}
 */
export function nearOwn(day, own) {
  if (!clocksDiffer(day, own)) return day;
  const way = laterDay(day, own) === own ? -DIFFER_DAYS : DIFFER_DAYS;
  return new Date(Date.parse(own) + way * DAY).toISOString().slice(0, 10);
}

/** The clocks differ, so nothing is signed that others rely on for its day. */
export class ClockRefused extends Error {
  constructor() {
    super('clocks differ');
    this.name = 'ClockRefused';
  }
}

/** @param {string} day that the server says @throws {ClockRefused} */
export function requireSameClock(day) {
  if (clocksDiffer(day, ownDay())) throw new ClockRefused();
}
