/**
 * Messages and notes: what they say, who may say it, and how they hang together (protocol, section 7).
 * @module crypto/message
 */
import { b64, compare, equal, fromB64, lps } from './bytes.js';
import { encodeHeader, seal } from './envelope.js';
import { Malformed, Refused } from './errors.js';
import { openParsed } from './envelope.js';
import { commit } from './keys.js';
import * as shape from './shape.js';
import { parseSigned, sign, verify } from './sign.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {import('./envelope.js').Envelope} Envelope */
/** @typedef {'question'|'reply'|'thanks'|'feedback'|'final'|'pass'|'close'|'withdraw'|'recuse'|'note'|'triage'|'draft'|'record'} Kind */
/** @typedef {'case'|'notes'} Thread */
/** @typedef {{id: Uint8Array, hash: Uint8Array}} Link */
/** @typedef {{family: 'photo'|'document', pages: Link[]}} Attachment */

/**
 * @typedef {object} MessageContent what the signature covers, besides its place
 * @property {number} counter
 * @property {{hash: Uint8Array, number: number}} roster
 * @property {Link[]} seen sorted by id
 * @property {Attachment[]} attachments
 * @property {string} text
 * @property {Record<string, any>} fields as they travel: ids in b64
 */

/** @typedef {MessageContent & {id: Uint8Array, key: string, kind: Kind, thread: Thread, writer: Uint8Array, epoch: number, hash: Bytes}} OpenedMessage */

const MOST_ATTACHMENTS = 20;
/** Of all attachments together. */
const MOST_PAGES = 200;
const LONGEST_TEXT = 100_000; // code points
const LONGEST_NAME = 200; // code points

const none = shape.object({});
const asker = ['asker'];
const casework = ['facilitator', 'helper'];
const handlers = [...casework, 'coach'];

/** @type {Readonly<Record<Kind, {writers: string[], thread: Thread, fields: shape.Shape}>>} */
export const KINDS = Object.freeze({
  question: {
    writers: asker,
    thread: 'case',
    fields: shape.object({
      excluded: shape.strictlySorted(shape.id),
      kind: shape.key,
      name: shape.optional(shape.text(1, LONGEST_NAME)),
      urgent: shape.flag,
    }),
  },
  reply: { writers: [...asker, ...handlers], thread: 'case', fields: none },
  thanks: { writers: asker, thread: 'case', fields: none },
  feedback: { writers: handlers, thread: 'case', fields: none },
  final: { writers: handlers, thread: 'case', fields: shape.object({ referred: shape.list(shape.key) }) },
  pass: { writers: handlers, thread: 'case', fields: shape.object({ authority: shape.key }) },
  close: { writers: casework, thread: 'case', fields: shape.object({ outcome: shape.key }) },
  withdraw: { writers: asker, thread: 'case', fields: none },
  recuse: { writers: ['coach'], thread: 'case', fields: none },
  note: { writers: handlers, thread: 'notes', fields: none },
  draft: {
    writers: handlers,
    thread: 'notes',
    fields: shape.object({ for: shape.oneOf('feedback', 'reply', 'final') }),
  },
  triage: {
    writers: casework,
    thread: 'notes',
    fields: shape.object({ category: shape.optional(shape.key), pen: shape.optional(shape.id), urgent: shape.flag }),
  },
  record: { writers: handlers, thread: 'notes', fields: shape.object({ authority: shape.key, day: shape.day }) },
});

const link = shape.object({ hash: shape.hash, id: shape.id });
const attachmentsShape = shape.list(
  shape.object({ family: shape.oneOf('photo', 'document'), pages: shape.list(link, 1) }),
  0,
  MOST_ATTACHMENTS,
);
const bodyShape = shape.object({
  v: shape.version,
  counter: shape.count,
  roster: shape.rosterMark,
  seen: shape.strictlySorted(link, ({ id }) => id),
  attachments: (given) => {
    attachmentsShape(given);
    const pages = given.reduce(
      (/** @type {number} */ sum, /** @type {{pages: unknown[]}} */ one) => sum + one.pages.length,
      0,
    );
    if (pages > MOST_PAGES) throw new Malformed('pages');
  },
  text: shape.text(0, LONGEST_TEXT),
  fields: () => {},
});

/**
 * The kind of message that an envelope claims to be, if it may stand in this thread.
 * @param {string} kind @param {Thread} thread
 * @returns {Kind}
 * @throws {Refused} `kind`
 */
export function kindIn(kind, thread) {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[/** @type {Kind} */ (kind)] : null;
  if (known?.thread !== thread) throw new Refused('kind');
  return /** @type {Kind} */ (kind);
}

// --- reading --------------------------------------------------------------------------------------------

/**
 * Opens and verifies one message, all but its place among the others (`arrange`).
 * @param {Uint8Array} key case or notes key of its epoch
 * @param {Thread} thread
 * @param {Envelope} envelope whose portal and case the caller has checked
 * @param {Bytes} hash of the envelope
 * @param {(roster: {hash: Uint8Array, number: number}, epoch: number, writer: Uint8Array) => Promise<{role: string, sign: Uint8Array}>} writerIn
 *   the writer as that roster has them, with the raw signing key; throws Refused
 * @returns {Promise<OpenedMessage>}
 * @throws {import('./errors.js').ProtocolError}
 */
export async function openMessage(key, thread, envelope, hash, writerIn) {
  const { id, writer, epoch } = envelope.header;
  const kind = kindIn(envelope.header.kind, thread);
  const parsed = parseSigned(await openParsed(key, envelope), bodyShape);
  KINDS[kind].fields(parsed.body['fields']);
  const content = decode(parsed.body);
  if (kind === 'question' && content.roster.number !== 0) throw new Refused('roster');
  const author = await writerIn(content.roster, epoch, writer);
  if (!KINDS[kind].writers.includes(author.role)) throw new Refused('writer');
  await verify(author.sign, 'message', lps(envelope.rawHeader, await commit(key, thread)), parsed);
  return { ...content, id, key: b64(id), kind, thread, writer, epoch, hash };
}

/** @param {Record<string, any>} body @returns {MessageContent} */
const decode = (body) => ({
  counter: body['counter'],
  roster: { hash: fromB64(body['roster'].hash), number: body['roster'].number },
  seen: body['seen'].map(decodeLink),
  attachments: body['attachments'].map(decodeAttachment),
  text: body['text'],
  fields: body['fields'],
});

/** @param {{id: string, hash: string}} named @returns {Link} */
const decodeLink = ({ id, hash }) => ({ id: fromB64(id), hash: fromB64(hash) });

/** @param {{family: 'photo'|'document', pages: {id: string, hash: string}[]}} attachment @returns {Attachment} */
const decodeAttachment = ({ family, pages }) => ({ family, pages: pages.map(decodeLink) });

// --- how they hang together -------------------------------------------------------------------------------

/** @typedef {{counters: Map<string, number>, whole: boolean, roster: number}} Reach what `seen` leads to: each writer's highest counter, whether all is there, and the newest roster named */

/**
 * Orders verified messages of one thread by what they have seen, then by the server's order.
 * @template {OpenedMessage} T
 * @param {T[]} candidates in the server's order, each id once
 * @param {Iterable<string>} givenHashes b64, of all envelopes that the server gave, refused ones too
 * @returns {{messages: T[], refused: {message: T, reason: string}[], missing: Link[]}}
 */
export function arrange(candidates, givenHashes) {
  const byHash = new Map(candidates.map((message) => [b64(message.hash), message]));
  /** @type {Map<string, Reach>} */
  const reached = new Map();
  /** @type {{messages: T[], refused: {message: T, reason: string}[]}} */
  const sorted = { messages: [], refused: [] };
  for (const message of bySeen(candidates, byHash)) {
    const reach = reachOf(message, byHash, reached);
    const reason = brokenRule(message, reach);
    if (reason) {
      sorted.refused.push({ message, reason });
    } else {
      sorted.messages.push(message);
      reached.set(b64(message.hash), reach);
    }
  }
  return { ...sorted, missing: notGiven(sorted.messages, new Set([...byHash.keys(), ...givenHashes])) };
}

/** @param {OpenedMessage[]} messages @param {Set<string>} given @returns {Link[]} each once, sorted by id */
function notGiven(messages, given) {
  const named = messages.flatMap(({ seen }) => seen).filter(({ hash }) => !given.has(b64(hash)));
  const once = new Map(named.map((missing) => [`${b64(missing.id)} ${b64(missing.hash)}`, missing]));
  return [...once.values()].sort((a, b) => compare(a.id, b.id));
}

/**
 * Every message after those it has seen, the first in the server's order of those that can stand next. Hashes name
 * hashes, so there is no circle. Each link is followed once: a thread of thousands is an asker's to make.
 * @template {OpenedMessage} T
 * @param {T[]} candidates @param {Map<string, T>} byHash
 * @returns {T[]}
 */
function bySeen(candidates, byHash) {
  const place = new Map(candidates.map((message, index) => [message, index]));
  /** @type {number[][]} */
  const followers = candidates.map(() => []);
  const waitsFor = candidates.map(({ seen }, index) => {
    const named = seen.map(({ hash }) => place.get(/** @type {T} */ (byHash.get(b64(hash))))).filter(isPlace);
    const before = new Set(named);
    for (const one of before) followers[one].push(index);
    return before.size;
  });
  /** Latest first, so that the next is taken from the end. */
  const ready = candidates.flatMap((_, index) => (waitsFor[index] === 0 ? [index] : [])).reverse();
  /** @type {T[]} */
  const ordered = [];
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    ordered.push(candidates[next]);
    for (const follower of followers[next]) {
      waitsFor[follower] -= 1;
      if (waitsFor[follower] === 0) insert(ready, follower);
    }
  }
  if (ordered.length < candidates.length) throw new Malformed('circle');
  return ordered;
}

/** @param {number|undefined} place @returns {place is number} */
const isPlace = (place) => place !== undefined;

/** @param {number[]} falling @param {number} place */
function insert(falling, place) {
  let [low, high] = [0, falling.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (falling[middle] > place) low = middle + 1;
    else high = middle;
  }
  falling.splice(low, 0, place);
}

/** @param {OpenedMessage} message @param {Map<string, OpenedMessage>} byHash @param {Map<string, Reach>} reached @returns {Reach} */
function reachOf({ seen }, byHash, reached) {
  /** @type {Reach} */
  const reach = { counters: new Map(), whole: true, roster: 0 };
  for (const { hash } of seen) {
    const before = reached.get(b64(hash));
    const named = byHash.get(b64(hash));
    reach.whole &&= before?.whole ?? false;
    if (!before || !named) continue;
    reach.roster = Math.max(reach.roster, before.roster, named.roster.number);
    for (const [writer, counter] of [...before.counters, /** @type {const} */ ([b64(named.writer), named.counter])]) {
      reach.counters.set(writer, Math.max(counter, reach.counters.get(writer) ?? counter));
    }
  }
  return reach;
}

/** @param {OpenedMessage} message @param {Reach} reach @returns {string|null} */
function brokenRule({ seen, counter, kind, thread, writer, roster }, reach) {
  const first = seen.length === 0;
  if (first && counter !== 0) return 'seen';
  if (thread === 'case' && (kind === 'question') !== first) return 'seen';
  // Whoever was removed could else go on writing, with the server's help.
  if (roster.number < reach.roster) return 'roster';
  const expected = 1 + (reach.counters.get(b64(writer)) ?? -1);
  return counter < expected || (reach.whole && counter !== expected) ? 'counter' : null;
}

/** What the next message names: the messages that no other has seen. @param {OpenedMessage[]} messages @returns {Link[]} */
export function headsOf(messages) {
  const seen = new Set(messages.flatMap((message) => message.seen.map(({ hash }) => b64(hash))));
  const heads = messages.filter(({ hash }) => !seen.has(b64(hash)));
  return heads.map(({ id, hash }) => ({ id, hash })).sort((a, b) => compare(a.id, b.id));
}

/** @param {OpenedMessage[]} messages @param {Uint8Array} writer @returns {number} */
export const nextCounter = (messages, writer) =>
  1 + Math.max(-1, ...messages.filter((message) => equal(message.writer, writer)).map(({ counter }) => counter));

// --- writing ------------------------------------------------------------------------------------------------

/**
 * Signs a message and seals it.
 * @param {Uint8Array} key case or notes key of the epoch
 * @param {CryptoKey} privateKey of the writer
 * @param {import('./envelope.js').Header} header
 * @param {MessageContent} content
 * @returns {Promise<Bytes>} envelope
 */
export async function sealMessage(key, privateKey, header, content) {
  const kind = /** @type {Kind} */ (header.kind);
  const body = plain(content);
  bodyShape(body);
  KINDS[kind].fields(body.fields);
  const context = lps(encodeHeader(header), await commit(key, KINDS[kind].thread));
  return seal(key, header, await sign(privateKey, 'message', context, body));
}

/** @param {MessageContent} content */
const plain = ({ counter, roster, seen, attachments, text, fields }) => ({
  v: 1,
  counter,
  roster: { hash: b64(roster.hash), number: roster.number },
  seen: seen.map(plainLink),
  attachments: attachments.map(({ family, pages }) => ({ family, pages: pages.map(plainLink) })),
  text,
  fields,
});

/** @param {Link} named */
const plainLink = ({ id, hash }) => ({ hash: b64(hash), id: b64(id) });
