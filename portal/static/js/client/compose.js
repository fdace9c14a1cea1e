/**
 * Sealing what a person writes: a new case, a message, its pages (protocol, sections 4 to 7).
 * @module client/compose
 */
import { b64, compare, fromB64, randomBytes } from '../crypto/bytes.js';
import { ASKER, envelopeHash, seal } from '../crypto/envelope.js';
import { commit } from '../crypto/keys.js';
import { headsOf, KINDS, nextCounter, sealMessage } from '../crypto/message.js';
import { framePage } from '../crypto/page.js';
import { sealEntry } from '../crypto/register.js';
import { firstParticipants, sealRoster } from '../crypto/roster.js';
import { handOut, kemKeys, plainEntry } from './handing-out.js';
import { asCaseRefused, CaseRefused, keyOf } from './refused.js';

/**
 * @typedef {import('./case.js').CaseView} CaseView
 * @typedef {import('./case.js').Draft} Draft
 * @typedef {import('./case.js').Identity} Identity
 * @typedef {import('./case.js').SealedCase} SealedCase
 * @typedef {import('./case.js').SealedMessage} SealedMessage
 * @typedef {import('./case.js').SealedRoster} SealedRoster
 * @typedef {import('../crypto/directory.js').VerifiedDirectory} VerifiedDirectory
 * @typedef {import('../crypto/message.js').Attachment} Attachment
 * @typedef {import('../crypto/message.js').Kind} Kind
 * @typedef {import('../crypto/message.js').Link} PageRef
 * @typedef {import('../crypto/page.js').CleanPage} CleanPage
 * @typedef {import('../crypto/roster.js').CasePlace} CasePlace
 */

/**
 * @param {{kind: Kind, text?: string, fields?: Record<string, any>, attachments?: Draft['attachments']}} content
 * @returns {Draft}
 */
export function newDraft({ kind, text = '', fields = {}, attachments = [] }) {
  return { kind, text, fields, attachments, sealed: null };
}

/**
 * Seals a new case: keys, roster 0, the question, its pages and register entry 0.
 * @param {object} input
 * @param {Identity} input.identity of the mailbox
 * @param {Uint8Array} input.portal
 * @param {VerifiedDirectory} input.directory the newest
 * @param {Draft} input.question kind `question`; fields `{excluded: b64[], kind, name, urgent}`; `excluded` in any order
 * @param {string} input.day today, YYYY-MM-DD
 * @returns {Promise<SealedCase>}
 * @throws {CaseRefused} `excluded` when every facilitator would be kept out
 */
export async function beginCase({ identity, portal, directory, question, day }) {
  const place = { portal, case: randomBytes(16) };
  const caseKey = randomBytes(32);
  const excluded = sorted(question.fields['excluded']);
  const roster = await firstRoster(identity, place, directory, caseKey, excluded);
  const written = { ...question, fields: { ...question.fields, excluded } };
  const message = await sealDraft(written, caseKey, {
    ...{ place, identity, writer: ASKER, epoch: 0, counter: 0, seen: [] },
    roster: { number: 0, hash: roster.hash },
  });
  const register = await firstEntry(place, directory, question, day);
  return { id: place.case, roster, message, register, archive: directory.archive.id };
}

/** @param {string[]} ids b64 @returns {string[]} each once, in the order of their bytes */
const sorted = (ids) => [...new Set(ids)].sort((a, b) => compare(fromB64(a), fromB64(b)));

/**
 * @param {Identity} identity @param {CasePlace} place @param {VerifiedDirectory} directory @param {Uint8Array} caseKey
 * @param {string[]} excluded b64 person ids
 * @returns {Promise<SealedRoster>}
 */
async function firstRoster(identity, place, directory, caseKey, excluded) {
  const asker = { kem: identity.kem.publicKey, sign: identity.sign.publicKey };
  const participants = await asCaseRefused('excluded', () => firstParticipants(asker, directory, excluded));
  const content = {
    ...{ number: 0, previous: null, epoch: 0, notes: null, participants, asker },
    case: await commit(caseKey, 'case'),
    directory: { version: directory.version, hash: directory.hash },
  };
  const sealed = await sealRoster(caseKey, identity.sign.privateKey, place, ASKER, content);
  const key = /** @type {import('./handing-out.js').Key} */ ({ epoch: 0, purpose: 'case', key: caseKey });
  const shares = participants.map((entry) => ({ entry, keys: [key] }));
  const keys = await handOut(place, shares, kemKeys(asker, directory, directory));
  return { ...sealed, number: 0, epoch: 0, notes: false, participants: participants.map(plainEntry), keys };
}

/** @param {{portal: Uint8Array, case: Uint8Array}} place @param {VerifiedDirectory} directory @param {Draft} question @param {string} day */
const firstEntry = (place, directory, { fields }, day) =>
  askersEntry(place, directory, fields, { state: 'new', received: day, closed: null });

/**
 * What a withdrawal adds to the register, where nobody of the staff may ever write: that nobody waits any more.
 * @param {CaseView} view
 * @param {VerifiedDirectory} directory the newest
 * @param {{received: string, closed: string}} days
 */
export function withdrawalEntry(view, directory, days) {
  const question = view.messages.find(({ kind }) => kind === 'question');
  if (!question) throw new CaseRefused('excluded');
  const place = { portal: view.portal, case: view.id };
  return askersEntry(place, directory, question.fields, { state: 'withdrawn', ...days });
}

/**
 * @param {{portal: Uint8Array, case: Uint8Array}} place @param {VerifiedDirectory} directory
 * @param {Record<string, any>} fields of the question @param {{state: string, received: string, closed: string|null}} what
 */
async function askersEntry(place, { register, version }, fields, what) {
  /** @type {import('../crypto/register.js').RegisterBody} */
  const body = {
    ...{ v: 1, case: b64(place.case), number: 0, kind: fields['kind'], urgent: fields['urgent'], category: null },
    ...{ outcome: null, authorities: [], feedback: null, final: null, directory: version, ...what },
  };
  const key = register.id;
  return { key, sealed: await sealEntry(register.kem, { ...place, key, writer: ASKER }, body, null) };
}

/**
 * @param {CaseView} view
 * @param {Draft} draft
 * @returns {Promise<SealedMessage>}
 * @throws {CaseRefused} `role` for a kind that is not mine to write, `pages` for a note with attachments, `notes` for a note
 *   while the case has no notes key (a facilitator or helper makes it)
 */
export async function composeMessage(view, draft) {
  const { identity, caseKeys, notesKeys } = view.opened;
  const { thread, writers } = KINDS[draft.kind];
  if (!writers.includes(view.me.role)) throw new CaseRefused('role');
  // Pages lie under the case key, which the asker holds.
  if (thread === 'notes' && draft.attachments.length > 0) throw new CaseRefused('pages');
  const { epoch, number, hash } = view.roster;
  const key = (thread === 'case' ? caseKeys : notesKeys).get(epoch);
  if (!key) throw new CaseRefused('notes');
  const known = thread === 'case' ? view.messages : view.notes;
  return sealDraft(draft, key, {
    ...{ place: { portal: view.portal, case: view.id }, identity, writer: view.me.id, epoch, roster: { number, hash } },
    ...{ counter: nextCounter(known, view.me.id), seen: headsOf(known), caseKey: keyOf(caseKeys, epoch) },
  });
}

/**
 * Where a draft is sealed to.
 * @typedef {object} Where
 * @property {CasePlace} place
 * @property {Identity} identity
 * @property {Uint8Array} writer
 * @property {number} epoch
 * @property {{number: number, hash: Uint8Array}} roster
 * @property {number} counter
 * @property {PageRef[]} seen
 * @property {Uint8Array} [caseKey] under which the pages go; without it the thread's key is the case's
 */

/** @param {Draft} draft @param {Uint8Array} key of the thread @param {Where} where @returns {Promise<SealedMessage>} */
async function sealDraft({ kind, text, fields, attachments: drafted }, key, where) {
  const { place, identity, writer, epoch, roster, counter, seen } = where;
  const { pages, attachments } = await sealAttachments(where.caseKey ?? key, { ...place, epoch, writer }, drafted);
  const header = { ...place, epoch, id: randomBytes(16), writer, kind };
  const content = { counter, roster, seen, attachments, text, fields };
  const envelope = await sealMessage(key, identity.sign.privateKey, header, content);
  return { id: header.id, case: place.case, kind, thread: KINDS[kind].thread, epoch, envelope, pages };
}

/** @param {Uint8Array} caseKey @param {PagePlace} place @param {Draft['attachments']} drafted */
async function sealAttachments(caseKey, place, drafted) {
  const sealing = drafted.map(({ pages }) => Promise.all(pages.map((page) => sealPage(caseKey, place, page))));
  const sealed = await Promise.all(sealing);
  /** @type {Attachment[]} */
  const attachments = drafted.map(({ family }, i) => ({
    family,
    pages: sealed[i].map(({ id, hash }) => ({ id, hash })),
  }));
  return { attachments, pages: sealed.flat().map(({ id, envelope }) => ({ id, envelope })) };
}

/** @typedef {CasePlace & {epoch: number, writer: Uint8Array}} PagePlace */

/** @param {Uint8Array} caseKey @param {PagePlace} place @param {CleanPage} page */
async function sealPage(caseKey, place, page) {
  const header = { ...place, id: randomBytes(16), kind: 'page' };
  const envelope = await seal(caseKey, header, framePage(page));
  return { id: header.id, envelope, hash: await envelopeHash(envelope) };
}
