/**
 * The forms that bodies must have. Unknown and missing fields are refused.
 * @module crypto/shape
 */
import { compare, fromB64 } from './bytes.js';
import { Malformed } from './errors.js';

/** @typedef {(value: any) => void} Shape throws Malformed unless the value has the form */

/** @param {boolean} holds */
function must(holds) {
  if (!holds) throw new Malformed('form');
}

/** @type {Shape} */
export const count = (value) => must(Number.isSafeInteger(value) && value >= 0);
/** @type {Shape} a number that fits the u32 of an envelope's header */
export const small = (value) => must(Number.isSafeInteger(value) && value >= 0 && value <= 0xffffffff);
/** @type {Shape} */
export const flag = (value) => must(typeof value === 'boolean');
/**
 * @param {number} shortest @param {number} longest in Unicode code points
 * @returns {Shape}
 */
export const text = (shortest, longest) => (value) => {
  must(typeof value === 'string');
  const length = [...value].length;
  must(length >= shortest && length <= longest);
};
/** @type {Shape} a key of a list that the organisation keeps: category, outcome, authority ... */
export const key = (value) => must(typeof value === 'string' && /^[a-z0-9][a-z0-9._-]{0,63}$/.test(value));
/** @type {Shape} a calendar day that exists */
export const day = (value) => {
  must(typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
  const date = new Date(`${value}T00:00:00Z`);
  must(!value.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value));
};
/** @param {number} [length] @returns {Shape} */
export const bytes = (length) => (value) => void fromB64(value, length ?? null);
/** @param {...unknown} allowed @returns {Shape} */
export const oneOf =
  (...allowed) =>
  (value) =>
    must(allowed.includes(value));
/** @param {Shape} shape @returns {Shape} */
export const optional = (shape) => (value) => void (value === null || shape(value));
/** @param {Shape} shape @param {number} [least] @param {number} [most] @returns {Shape} */
export const list =
  (shape, least = 0, most = Number.MAX_SAFE_INTEGER) =>
  (value) => {
    must(Array.isArray(value) && value.length >= least && value.length <= most);
    value.forEach(shape);
  };
/**
 * A list in rising order of one of its binary fields, so without anything twice.
 * @param {Shape} shape
 * @param {(item: any) => string} [by] b64 of what is ordered
 * @returns {Shape}
 */
export const strictlySorted =
  (shape, by = (item) => item) =>
  (value) => {
    list(shape)(value);
    const order = value.map((/** @type {any} */ item) => fromB64(by(item)));
    must(
      order.every(
        (/** @type {Uint8Array} */ item, /** @type {number} */ i) => i === 0 || compare(order[i - 1], item) < 0,
      ),
    );
  };
/** @param {Shape} keys @param {Shape} values @returns {Shape} */
export const map = (keys, values) => (value) => {
  must(typeof value === 'object' && value !== null && !Array.isArray(value));
  for (const [name, inner] of Object.entries(value)) {
    keys(name);
    values(inner);
  }
};
/** @param {Record<string, Shape>} fields @returns {Shape} */
export const object = (fields) => (value) => {
  must(typeof value === 'object' && value !== null && !Array.isArray(value));
  must(Object.keys(value).length === Object.keys(fields).length);
  for (const [name, shape] of Object.entries(fields)) {
    must(Object.hasOwn(value, name));
    shape(value[name]);
  }
};

export const id = bytes(16);
export const hash = bytes(32);
export const version = oneOf(1);
/** @type {Shape} `{"hash","number"}` of a roster */
export const rosterMark = object({ hash, number: count });
/** @type {Shape} a version of the directory: they count from 1 */
export const versionNumber = (value) => {
  count(value);
  must(value >= 1);
};
/** @type {Shape} `{"hash","version"}` of a directory */
export const directoryMark = object({ hash, version: versionNumber });
