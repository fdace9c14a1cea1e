/**
 * The journal: hash-chained lines, written by the server, without content (protocol, section 10).
 * @module crypto/journal
 */
import { b64, fromCanonical } from './bytes.js';
import { sha256 } from './kdf.js';
import * as shape from './shape.js';

/** @typedef {{v: 1, number: number, previous: string|null, day: string, member: string|null, action: string, subject: string|null}} JournalLine */

/**
 * @typedef {object} Journal
 * @property {JournalLine[]} lines
 * @property {boolean} whole every line follows the one before; if not, something was changed or left out
 * @property {string|null} head b64 hash of the last line, to be noted down elsewhere
 */

const lineShape = shape.object({
  v: shape.version,
  number: shape.count,
  previous: shape.optional(shape.hash),
  day: shape.day,
  member: shape.optional(shape.id),
  action: shape.key,
  subject: shape.optional(shape.id),
});

/**
 * Walks a chain from its first line.
 * @param {Uint8Array[]} given lines as canonical JSON
 * @returns {Promise<Journal>}
 * @throws {import('./errors.js').Malformed} for what is no line at all
 */
export async function readJournal(given) {
  /** @type {Journal} */
  const journal = { lines: [], whole: true, head: null };
  for (const [number, bytes] of given.entries()) {
    const line = /** @type {JournalLine} */ (fromCanonical(bytes));
    lineShape(line);
    journal.whole &&= line.number === number && line.previous === journal.head;
    journal.lines.push(line);
    journal.head = b64(await sha256(bytes));
  }
  return journal;
}
