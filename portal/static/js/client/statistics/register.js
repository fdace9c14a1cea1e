/**
 * The register, opened by a facilitator: the line that holds for every case, also those that were archived.
 *
 * Opening one entry takes some milliseconds, so a hundred thousand are not opened at every visit: a checkpoint holds the
 * lines up to a day. It is made by whichever facilitator's browser opened many entries, and replaced as they grow.
 * @module client/statistics/register
 */

import { b64, equal, fromB64 } from '../../crypto/bytes.js';
import { openCheckpoint, sealCheckpoint } from '../../crypto/checkpoint.js';
import { parseEnvelope } from '../../crypto/envelope.js';
import { ProtocolError } from '../../crypto/errors.js';
import { hpkeOpen } from '../../crypto/hpke.js';
import { sha256 } from '../../crypto/kdf.js';
import { isAbove, openEntry } from '../../crypto/register.js';
import { ApiError } from '../api.js';
import { canOpenApart, OpeningPool } from '../opening.js';
import { changeState, StaffRefused } from '../staff/member.js';
import { ownRegisterSeeds } from '../staff/directory.js';

/**
 * @typedef {import('../staff/member.js').StaffSession} StaffSession
 * @typedef {import('../../crypto/register.js').RegisterBody} RegisterBody
 * @typedef {import('../../crypto/checkpoint.js').Held} Held
 * @typedef {{done: number, all: number}} Progress
 */

/** @typedef {{key: string, case: string, writer: string, sealed: string, row?: number}} GivenEntry */

/** The first row that the server takes: a day as a number. */
const EARLIEST = 20000101;

/** Entries on their way at once, with workers and without: between helpings the page draws. */
const AT_ONCE = { apart: 64, here: 12 };

/** Entries from which workers are worth starting, and a checkpoint its fetching. */
const MANY = 150;

/** Entries beyond a checkpoint at which a new one is worth its making. */
const CHECKPOINT_AFTER = 200;

/** Entries after which a long opening is kept: who closes the page loses no more than these. */
const KEEP_EVERY = 5_000;

const CLOCKS_DIFFER_MS = 2 * 24 * 60 * 60 * 1000;

/** @param {Uint8Array} sealed @returns {Promise<Uint8Array>} by which sealed bytes are known again */
export const markOf = async (sealed) => (await sha256(sealed)).slice(0, 16);

/** Opens with a seed of the register. @param {Uint8Array} seed @returns {{open: import('../../crypto/hpke.js').KemKeyPair['open']}} */
const openerOf = (seed) => ({ open: (info, sealed) => hpkeOpen(seed, info, sealed) });

/** The register as one facilitator can read it. */
export class Register {
  /** @param {StaffSession} session @param {{key: Uint8Array, seed: Uint8Array}[]} seeds */
  constructor(session, seeds) {
    this.session = session;
    this.seeds = new Map(seeds.map(({ key, seed }) => [b64(key), seed]));
    this.pairs = new Map(seeds.map(({ key, seed }) => [b64(key), openerOf(seed)]));
    /** @type {Map<string, Held>} by case */
    this.held = new Map();
    /** @type {Map<string, RegisterBody|null>} what was opened, by its place and mark; null: does not hold */
    this.opened = new Map();
    /** @type {Promise<{number: number, row: number}>|null} */
    this.checkpoint = null;
    this.refused = 0;
    /** @type {Promise<RegisterBody[]>|null} */
    this.loading = null;
    /** @type {Set<(progress: Progress|null) => void>} */
    this.listening = new Set();
    /** Whether the checkpoint that the server gave did not open. */
    this.damaged = false;
    /** Days of which a line may speak; wide until the first directory is here. */
    this.bounds = { first: '0000-01-01', last: '9999-12-31' };
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
    return [...this.held.values()].map(({ body }) => body).filter((body) => this.wasThere(body));
  }

  /**
   * Whether the portal was there on the days that an asker's line says, which nobody signs. One of another century would
   * stop the figures for everybody, since the working days of all years between are asked for.
   * @param {RegisterBody} body
   */
  wasThere({ number, received, closed }) {
    if (number > 0) return true;
    const { first, last } = this.bounds;
    return first <= received && received <= last && (closed === null || closed <= last);
  }

  /**
   * Opens the entries of some cases; many of them with the help of the checkpoint.
   * @param {GivenEntry[]} entries
   * @param {(progress: Progress) => void} [told]
   */
  async take(entries, told = () => undefined) {
    if (entries.length > MANY) await this.fromCheckpoint();
    await this.takeAll(entries, told);
  }

  /** @param {GivenEntry[]} entries @param {(progress: Progress) => void} told */
  async takeAll(entries, told) {
    const unknown = await this.notHeld(entries);
    const openers = this.openersFor(unknown.length);
    try {
      for (let at = 0; at < unknown.length; at += openers.atOnce) {
        const some = unknown.slice(at, at + openers.atOnce);
        await Promise.all(some.map(({ entry, mark }) => this.takeOne(entry, mark, openers)));
        told({ done: Math.min(at + openers.atOnce, unknown.length), all: unknown.length });
        await breath();
      }
    } finally {
      openers.end();
    }
  }

  /** Leaves out what the checkpoint or an earlier opening has already. @param {GivenEntry[]} entries */
  async notHeld(entries) {
    const marked = await Promise.all(
      entries.map(async (entry) => ({ entry, mark: await markOf(fromB64(entry.sealed)) })),
    );
    return marked.filter(({ entry, mark }) => {
      const held = this.held.get(entry.case);
      return held === undefined || !equal(held.mark, mark);
    });
  }

  /** @param {number} count entries to be opened @returns {Openers} */
  openersFor(count) {
    if (count <= MANY || !canOpenApart()) return { atOnce: AT_ONCE.here, of: (key) => this.pairs.get(key), end() {} };
    /** @type {Map<string, OpeningPool>} */
    const pools = new Map();
    return {
      atOnce: AT_ONCE.apart,
      of: (key) => {
        const pool = pools.get(key) ?? new OpeningPool(/** @type {Uint8Array} */ (this.seeds.get(key)));
        pools.set(key, pool);
        return pool;
      },
      end: () => {
        for (const pool of pools.values()) pool.end();
      },
    };
  }

  /** @param {GivenEntry} entry @param {Uint8Array} mark @param {Openers} openers */
  async takeOne(entry, mark, openers) {
    // With its place: the same bytes under another case are another entry, which does not open.
    const given = [entry.key, entry.case, entry.writer, b64(mark)].join(' ');
    const known = this.opened.get(given);
    const body = known === undefined ? await this.openOne(entry, openers) : known;
    this.opened.set(given, body);
    if (body === null) return;
    const before = this.held.get(entry.case);
    const holds = before === undefined || isAbove(body, mark, before.body, before.mark);
    if (holds) this.held.set(entry.case, { body, mark });
  }

  /** @param {GivenEntry} entry @param {Openers} openers @returns {Promise<RegisterBody|null>} */
  async openOne(entry, openers) {
    const opener = this.seeds.has(entry.key) ? openers.of(entry.key) : undefined;
    const place = {
      portal: this.session.portal.id,
      key: fromB64(entry.key, 16),
      case: fromB64(entry.case, 16),
      writer: fromB64(entry.writer, 16),
    };
    try {
      if (opener === undefined) throw new ProtocolError('register-key');
      return await openEntry(opener, place, fromB64(entry.sealed), this.session.directories);
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
   * @throws {StaffRefused} when the server gives an older checkpoint than this member saw
   */
  loadAll(told = () => undefined) {
    // Who asks while it is going on waits for the same.
    this.listening.add(told);
    this.loading ??= this.load((progress) => {
      for (const one of this.listening) one(progress);
    }).finally(() => {
      this.loading = null;
      this.listening.clear();
    });
    return this.loading;
  }

  /** @param {(progress: Progress|null) => void} told */
  async load(told) {
    this.bounds = await this.ownBounds();
    const checkpoint = await this.fromCheckpoint();
    const entries = await this.entriesFrom(checkpoint.row, told);
    let { number } = checkpoint;
    for (let at = 0; at < entries.length; at += KEEP_EVERY) {
      const rest = { done: at, all: entries.length };
      await this.takeAll(entries.slice(at, at + KEEP_EVERY), ({ done }) => told({ ...rest, done: at + done }));
      const next = entries[at + KEEP_EVERY];
      // What follows may be of the same day: that day is not complete yet.
      if (next?.row !== undefined) number = await this.keepCheckpoint(number, next.row);
    }
    if (entries.length >= CHECKPOINT_AFTER || this.damaged) number = await this.keepCheckpoint(number, this.today());
    await this.remember(number);
    return this.lines();
  }

  /** From the year of the first directory to the day after tomorrow: clocks differ. */
  async ownBounds() {
    const { day } = await this.session.directories.version(1);
    const last = new Date(Date.parse(this.session.today) + CLOCKS_DIFFER_MS).toISOString().slice(0, 10);
    return { first: `${day.slice(0, 4)}-01-01`, last };
  }

  /** Entries in the order of their days. @param {number} row @param {(progress: null) => void} told */
  async entriesFrom(row, told) {
    /** @type {GivenEntry[]} */
    const entries = [];
    let address = `/register?from=${row}`;
    for (;;) {
      const { rows, next } = await this.session.api.get(address);
      entries.push(...rows);
      told(null);
      if (next === null) return entries;
      address = `/register?next=${next}`;
    }
  }

  today() {
    return Number(this.session.today.replaceAll('-', ''));
  }

  /** @returns {Promise<{number: number, row: number}>} from where entries are to be read */
  fromCheckpoint() {
    this.checkpoint ??= this.readCheckpoint();
    this.checkpoint.catch(() => {
      this.checkpoint = null;
    });
    return this.checkpoint;
  }

  async readCheckpoint() {
    const { checkpoint } = await this.session.api.get('/register/checkpoint');
    const number = checkpoint?.number ?? 0;
    if (number < (this.session.state.content.checkpoint ?? 0)) throw new StaffRefused('older');
    if (!checkpoint) return { number, row: EARLIEST };
    try {
      return { number, row: await this.takeCheckpoint(number, fromB64(checkpoint.envelope)) };
    } catch (error) {
      // One that does not open costs time: everything is read from the beginning, and the page says so.
      if (!(error instanceof ProtocolError)) throw error;
      this.damaged = true;
      return { number, row: EARLIEST };
    }
  }

  /** @param {number} number @param {Uint8Array} envelope @returns {Promise<number>} the row up to which it reaches */
  async takeCheckpoint(number, envelope) {
    // Under the key that it was made with: a facilitator who left takes the register's key along, and it is renewed.
    const key = parseEnvelope(envelope).header.id;
    const seed = this.seeds.get(b64(key));
    if (seed === undefined) throw new ProtocolError('register-key');
    const place = { portal: this.session.portal.id, key, number };
    const { row, lines } = await openCheckpoint(seed, place, envelope, this.session.directories);
    for (const line of lines) {
      const before = this.held.get(line.body.case);
      if (before === undefined || isAbove(line.body, line.mark, before.body, before.mark)) {
        this.held.set(line.body.case, line);
      }
    }
    return row;
  }

  /**
   * @param {number} last number of the checkpoint before
   * @param {number} row all entries of earlier days are in it
   * @returns {Promise<number>} the number of the newest that is known
   */
  async keepCheckpoint(last, row) {
    const { register, version } = this.session.directories.current;
    const seed = this.seeds.get(b64(register.id));
    if (seed === undefined) return last;
    const number = last + 1;
    const place = { portal: this.session.portal.id, key: register.id, number, writer: this.session.member };
    const content = { row, directory: version, lines: [...this.held.values()] };
    const envelope = await sealCheckpoint(seed, place, this.session.identity.sign.privateKey, content);
    try {
      await this.session.api.put('/register/checkpoint', { number, row, envelope: b64(envelope) });
      this.checkpoint = Promise.resolve({ number, row });
      return number;
    } catch (error) {
      // A colleague's came first, or the server takes none now: the next visit tries again.
      if (error instanceof ApiError) return last;
      throw error;
    }
  }

  /** An older checkpoint than this one will be refused. @param {number} number */
  async remember(number) {
    if (number <= (this.session.state.content.checkpoint ?? 0)) return;
    await changeState(this.session, (content) => ({
      ...content,
      checkpoint: Math.max(content.checkpoint ?? 0, number),
    }));
  }
}

/**
 * @typedef {object} Openers
 * @property {number} atOnce
 * @property {(key: string) => {open: (info: Uint8Array, sealed: Uint8Array) => Promise<import('../../crypto/bytes.js').Bytes>}|undefined} of
 * @property {() => void} end
 */

/** Lets the page draw. @returns {Promise<void>} */
function breath() {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
