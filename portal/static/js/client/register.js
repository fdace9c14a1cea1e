/**
 * The register, opened by a facilitator: the line that holds for every case, also those that were archived.
 *
 * A hundred thousand entries are not opened at every visit: a checkpoint holds the lines up to a day, and what this
 * browser opened stays in its memory for as long as the page lives.
 * @module client/register
 */

import { b64, compare, fromB64 } from '../crypto/bytes.js';
import { ProtocolError } from '../crypto/errors.js';
import { KemKeyPair } from '../crypto/hpke.js';
import { sha256 } from '../crypto/kdf.js';
import { openCheckpoint, openEntry, sealCheckpoint } from '../crypto/register.js';
import { ApiError } from './api.js';
import { ownRegisterSeeds } from './staff-directory.js';

/**
 * @typedef {import('./staff.js').StaffSession} StaffSession
 * @typedef {import('../crypto/register.js').RegisterBody} RegisterBody
 * @typedef {{done: number, all: number}} Progress
 */

/** @typedef {{key: string, case: string, writer: string, sealed: string}} GivenEntry */

/** @typedef {{body: RegisterBody, hash: Uint8Array|null}} Held hash null: from a checkpoint */

/** The first row that the server takes: a day as a number. */
const EARLIEST = 20000101;

/** Entries opened between two signs of progress; opening one takes about a millisecond. */
const AT_ONCE = 64;

/** Entries beyond a checkpoint at which a new one is worth its making. */
const CHECKPOINT_AFTER = 500;

/** The register as one facilitator can read it. */
export class Register {
  /** @param {StaffSession} session @param {{key: Uint8Array, seed: Uint8Array}[]} seeds */
  constructor(session, seeds) {
    this.session = session;
    this.seeds = new Map(seeds.map(({ key, seed }) => [b64(key), seed]));
    this.pairs = new Map(seeds.map(({ key, seed }) => [b64(key), new KemKeyPair(seed)]));
    /** @type {Map<string, Held>} by case */
    this.held = new Map();
    /** @type {Map<string, RegisterBody|null>} what was opened, by its place and sealed bytes; null: does not hold */
    this.opened = new Map();
    this.refused = 0;
  }

  /** @param {StaffSession} session @returns {Promise<Register>} */
  static async of(session) {
    return new Register(session, await ownRegisterSeeds(session));
  }

  /** @param {string} caseKey @returns {RegisterBody|null} */
  line(caseKey) {
    return this.held.get(caseKey)?.body ?? null;
  }

  /** @returns {RegisterBody[]} one a case */
  lines() {
    return [...this.held.values()].map(({ body }) => body);
  }

  /**
   * Opens entries, some at a time, so that the page keeps answering.
   * @param {GivenEntry[]} entries
   * @param {(progress: Progress) => void} [told]
   */
  async take(entries, told = () => undefined) {
    for (let at = 0; at < entries.length; at += AT_ONCE) {
      await Promise.all(entries.slice(at, at + AT_ONCE).map((entry) => this.takeOne(entry)));
      told({ done: Math.min(at + AT_ONCE, entries.length), all: entries.length });
      await breath();
    }
  }

  /** @param {GivenEntry} entry */
  async takeOne(entry) {
    // With its place: the same bytes under another case are another entry, which does not open.
    const given = [entry.key, entry.case, entry.writer, entry.sealed].join(' ');
    const known = this.opened.get(given);
    const body = known === undefined ? await this.openOne(entry) : known;
    this.opened.set(given, body);
    if (body === null) return;
    const hash = await sha256(fromB64(entry.sealed));
    const before = this.held.get(entry.case);
    if (before === undefined || isAbove(body, hash, before)) this.held.set(entry.case, { body, hash });
  }

  /** @param {GivenEntry} entry @returns {Promise<RegisterBody|null>} */
  async openOne(entry) {
    const pair = this.pairs.get(entry.key);
    if (pair === undefined) return null;
    const place = {
      portal: this.session.portal.id,
      key: fromB64(entry.key, 16),
      case: fromB64(entry.case, 16),
      writer: fromB64(entry.writer, 16),
    };
    try {
      return await openEntry(pair, place, fromB64(entry.sealed), this.session.directories);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.refused += 1;
      return null;
    }
  }

  /**
   * Fetches and opens everything that is not here yet, beginning at the last checkpoint.
   * @param {(progress: Progress|null) => void} [told]
   * @returns {Promise<RegisterBody[]>}
   */
  async loadAll(told = () => undefined) {
    const checkpoint = await this.fromCheckpoint();
    /** @type {GivenEntry[]} */
    const entries = [];
    let address = `/register?from=${checkpoint?.row || EARLIEST}`;
    for (;;) {
      const { rows, next } = await this.session.api.get(address);
      entries.push(...rows);
      told(null);
      if (next === null) break;
      address = `/register?next=${next}`;
    }
    await this.take(entries, told);
    if (entries.length >= CHECKPOINT_AFTER) await this.keepCheckpoint(checkpoint?.number ?? 0);
    return this.lines();
  }

  /** @returns {Promise<{number: number, row: number}|null>} null when there is none that holds */
  async fromCheckpoint() {
    const { checkpoint } = await this.session.api.get('/register/checkpoint');
    if (!checkpoint) return null;
    const { register } = this.session.directories.current;
    const seed = this.seeds.get(b64(register.id));
    if (seed === undefined) return null;
    const place = { portal: this.session.portal.id, key: register.id, number: checkpoint.number };
    try {
      const { row, entries } = await openCheckpoint(
        seed,
        place,
        fromB64(checkpoint.envelope),
        this.session.directories,
      );
      for (const body of entries) if (!this.held.has(body.case)) this.held.set(body.case, { body, hash: null });
      return { number: checkpoint.number, row };
    } catch (error) {
      // One that does not open costs time only: everything is read from the beginning.
      if (error instanceof ProtocolError) return { number: checkpoint.number, row: 0 };
      throw error;
    }
  }

  /** @param {number} last number of the checkpoint before */
  async keepCheckpoint(last) {
    const { register, version } = this.session.directories.current;
    const seed = this.seeds.get(b64(register.id));
    if (seed === undefined) return;
    const row = Number(this.session.today.replaceAll('-', ''));
    const place = { portal: this.session.portal.id, key: register.id, number: last + 1, writer: this.session.member };
    // Entries of today may still grow, so they are read again next time; the lines themselves only get newer.
    const envelope = await sealCheckpoint(seed, place, this.session.identity.sign.privateKey, {
      row,
      directory: version,
      entries: this.lines(),
    });
    try {
      await this.session.api.put('/register/checkpoint', { number: last + 1, row, envelope: b64(envelope) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }
}

/** @param {RegisterBody} body @param {Uint8Array} hash @param {Held} before */
function isAbove(body, hash, before) {
  if (body.number !== before.body.number) return body.number > before.body.number;
  // A checkpoint keeps no hashes: an entry of the same number is taken anew, and two of them by their hash.
  return before.hash === null || compare(hash, before.hash) > 0;
}

/** Lets the page draw. @returns {Promise<void>} */
function breath() {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
