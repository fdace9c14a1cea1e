/**
 * Checkpoints of the register (protocol, section 9): the lines that hold, packed so that a hundred thousand of them
 * are read in a moment. What is signed names the lines by their hash.
 * @module crypto/checkpoint
 */
import { b64, compare, concat, equal, fromB64, Reader } from './bytes.js';
import { activeMember } from './directory.js';
import { encodeHeader, NO_CASE, open, parseEnvelope, seal } from './envelope.js';
import { Malformed, Refused } from './errors.js';
import { derive, sha256 } from './kdf.js';
import * as shape from './shape.js';
import { parseSigned, sign, verify } from './sign.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {import('./register.js').RegisterBody} RegisterBody */
/** @typedef {{portal: Uint8Array, key: Uint8Array, number: number}} CheckpointPlace `key`: register key id */
/** @typedef {{body: RegisterBody, mark: Uint8Array}} Held a line that holds; `mark`: the first 16 bytes of SHA-256(entry) */
/** @typedef {{row: number, directory: number, lines: Held[]}} Checkpoint `lines`: in any order, one a case */

const LINE = 67;
const NONE = 0xffff;
const SIGNATURE = 64;

/** Where each part of a line stands; the case's 16 bytes come first, its mark after them. */
const MARK = 16;
const AT = { number: 32, directory: 36, kind: 40, category: 42, state: 44, outcome: 46, authorities: 48, urgent: 50 };
const DAYS = /** @type {const} */ ({ received: 51, feedback: 55, final: 59, closed: 63 });

const headShape = shape.object({
  v: shape.version,
  row: shape.count,
  directory: shape.versionNumber,
  words: shape.list(shape.key, 0, NONE),
  lists: shape.list(shape.list(shape.key), 0, NONE),
  hash: shape.hash,
});

/** @param {Uint8Array} seed of the register key */
const checkpointKey = (seed) => derive(seed, 'checkpoint');

/** @param {CheckpointPlace} place @param {Uint8Array} writer */
const headerOf = ({ portal, key, number }, writer) => ({
  portal,
  case: NO_CASE,
  epoch: number,
  id: key,
  writer,
  kind: 'checkpoint',
});

/**
 * @param {Uint8Array} seed of the register key
 * @param {CheckpointPlace & {writer: Uint8Array}} place
 * @param {CryptoKey} privateKey of the facilitator
 * @param {Checkpoint} content
 * @returns {Promise<Bytes>} envelope
 */
export async function sealCheckpoint(seed, { writer, ...place }, privateKey, { row, directory, lines: held }) {
  const header = headerOf(place, writer);
  const { words, lists, lines } = pack(held);
  const head = { v: 1, row, directory, words, lists, hash: b64(await sha256(lines)) };
  const signed = await sign(privateKey, 'checkpoint', encodeHeader(header), head);
  return seal(await checkpointKey(seed), header, concat(signed, lines));
}

/**
 * @param {Uint8Array} seed of the register key
 * @param {CheckpointPlace} place
 * @param {Uint8Array} envelope
 * @param {import('./directory.js').Directories} directories
 * @returns {Promise<{row: number, lines: Held[]}>} sorted by case
 * @throws {import('./errors.js').ProtocolError}
 */
export async function openCheckpoint(seed, place, envelope, directories) {
  const { writer } = parseEnvelope(envelope).header;
  const header = headerOf(place, writer);
  const { signed, lines } = apart(await open(await checkpointKey(seed), header, envelope));
  const parsed = parseSigned(signed, headShape);
  const head = /** @type {{row: number, directory: number, words: string[], lists: string[][], hash: string}} */ (
    parsed.body
  );
  const author = activeMember(await directories.version(head.directory), writer, ['facilitator']);
  if (!author) throw new Refused('writer');
  await verify(author.sign, 'checkpoint', encodeHeader(header), parsed);
  if (!equal(await sha256(lines), fromB64(head.hash))) throw new Malformed('lines');
  return { row: head.row, lines: unpack(head, lines) };
}

/** @param {Bytes} content */
function apart(content) {
  const reader = new Reader(content);
  reader.lp();
  reader.take(SIGNATURE);
  return { signed: content.slice(0, reader.at), lines: content.subarray(reader.at) };
}

// --- lines ----------------------------------------------------------------------------------------------

/** @param {Held[]} held @returns {{words: string[], lists: string[][], lines: Bytes}} */
function pack(held) {
  const sorted = held.map(({ body, mark }) => ({ entry: body, mark, id: fromB64(body.case, 16) }));
  sorted.sort((a, b) => compare(a.id, b.id));
  const words = new Numbering((/** @type {string} */ word) => word);
  const lists = new Numbering((/** @type {string[]} */ keys) => keys.join(' '));
  const lines = new Uint8Array(sorted.length * LINE);
  const view = new DataView(lines.buffer);
  sorted.forEach(({ entry, mark, id }, index) => {
    const start = index * LINE;
    lines.set(id, start);
    lines.set(mark, start + MARK);
    view.setUint32(start + AT.number, entry.number);
    view.setUint32(start + AT.directory, entry.directory);
    view.setUint16(start + AT.kind, words.of(entry.kind));
    view.setUint16(start + AT.category, entry.category === null ? NONE : words.of(entry.category));
    view.setUint16(start + AT.state, words.of(entry.state));
    view.setUint16(start + AT.outcome, entry.outcome === null ? NONE : words.of(entry.outcome));
    view.setUint16(start + AT.authorities, lists.of(entry.authorities));
    view.setUint8(start + AT.urgent, entry.urgent ? 1 : 0);
    for (const [name, at] of Object.entries(DAYS)) {
      view.setUint32(start + at, numberOfDay(entry[/** @type {keyof typeof DAYS} */ (name)]));
    }
  });
  return { words: words.all, lists: lists.all, lines };
}

/** Gives the same thing the same number. @template T */
class Numbering {
  /** @param {(thing: T) => string} nameOf */
  constructor(nameOf) {
    this.nameOf = nameOf;
    /** @type {Map<string, number>} */
    this.known = new Map();
    /** @type {T[]} */
    this.all = [];
  }

  /** @param {T} thing @returns {number} @throws {Refused} when there are more than a line has room for */
  of(thing) {
    const name = this.nameOf(thing);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (this.all.length === NONE) throw new Refused('too-many');
    this.known.set(name, this.all.length);
    this.all.push(thing);
    return this.all.length - 1;
  }
}

/** @param {{words: string[], lists: string[][]}} head @param {Bytes} lines @returns {Held[]} @throws {Malformed} */
function unpack({ words, lists }, lines) {
  if (lines.length % LINE !== 0) throw new Malformed('lines');
  const view = new DataView(lines.buffer, lines.byteOffset, lines.length);
  const dayOf = daysRead();
  const wordAt = (/** @type {number} */ at) => listed(words, view.getUint16(at));
  const maybeAt = (/** @type {number} */ at) => (view.getUint16(at) === NONE ? null : wordAt(at));
  /** @type {Held[]} */
  const held = [];
  for (let start = 0; start < lines.length; start += LINE) {
    const id = lines.subarray(start, start + 16);
    if (start > 0 && compare(lines.subarray(start - LINE, start - LINE + 16), id) >= 0) throw new Malformed('order');
    const directory = view.getUint32(start + AT.directory);
    const urgent = view.getUint8(start + AT.urgent);
    const received = dayOf(view.getUint32(start + DAYS.received));
    if (directory < 1 || urgent > 1 || received === null) throw new Malformed('lines');
    /** @type {RegisterBody} */
    const body = {
      v: 1,
      case: b64(id),
      number: view.getUint32(start + AT.number),
      kind: wordAt(start + AT.kind),
      urgent: urgent === 1,
      category: maybeAt(start + AT.category),
      state: wordAt(start + AT.state),
      outcome: maybeAt(start + AT.outcome),
      authorities: listed(lists, view.getUint16(start + AT.authorities)),
      received,
      feedback: dayOf(view.getUint32(start + DAYS.feedback)),
      final: dayOf(view.getUint32(start + DAYS.final)),
      closed: dayOf(view.getUint32(start + DAYS.closed)),
      directory,
    };
    held.push({ body, mark: lines.slice(start + MARK, start + MARK + 16) });
  }
  return held;
}

/** @template T @param {T[]} all @param {number} number @returns {T} @throws {Malformed} */
function listed(all, number) {
  const found = all[number];
  if (found === undefined) throw new Malformed('lines');
  return found;
}

/** @param {string|null} day @returns {number} 20261123; 0 for none */
const numberOfDay = (day) => (day === null ? 0 : Number(day.replaceAll('-', '')));

/** Reads days as numbers; each different one is checked once. */
function daysRead() {
  /** @type {Map<number, string|null>} */
  const known = new Map([[0, null]]);
  return (/** @type {number} */ number) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const digits = String(number).padStart(8, '0');
    const day = `${digits.slice(0, -4)}-${digits.slice(-4, -2)}-${digits.slice(-2)}`;
    shape.day(day);
    known.set(number, day);
    return day;
  };
}
