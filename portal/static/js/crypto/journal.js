/**
 * The journal: hash-chained lines, written by the server, without content (protocol, section 10).
 * @module crypto/journal
 */
import { b64, fromCanonical, utf8 } from './bytes.js';
import { Refused } from './errors.js';
import { sha256 } from './kdf.js';
import * as shape from './shape.js';

/** @typedef {{v: 1, number: number, previous: string|null, day: string, member: string|null, action: string, subject: string|null}} JournalLine */

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
 * @param {string[]} lines canonical JSON, as the server gives them
 * @returns {Promise<{lines: JournalLine[], head: string|null}>} `head`: b64 hash of the last line, to be noted down elsewhere
 * @throws {import('./errors.js').ProtocolError} when a line does not follow the one before
 */
export async function readJournal(lines) {
  /** @type {string|null} */
  let head = null;
  const read = [];
  for (const [number, line] of lines.entries()) {
    const body = /** @type {JournalLine} */ (fromCanonical(utf8(line)));
    lineShape(body);
    if (body.number !== number || body.previous !== head) throw new Refused('journal');
    read.push(body);
    head = b64(await sha256(utf8(line)));
  }
  return { lines: read, head };
}
