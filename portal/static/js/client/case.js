/**
 * A participant's view of a case: what the server gave, opened and checked (protocol, sections 5 to 7),
 * and the acts a participant can add to it.
 *
 * `openCase` is pure over what was fetched. The `send` functions (client/send.js) talk to the server and settle every
 * 409 by themselves, so that no page ever sees one.
 * @module client/case
 */
import { b64, equal, fromB64, randomBytes } from '../crypto/bytes.js';
import { activeMember, keyHashes, memberOf } from '../crypto/directory.js';
import { ARCHIVE, ASKER, envelopeHash, open, parseEnvelope, seal } from '../crypto/envelope.js';
import { ProtocolError, Refused as RuleBroken } from '../crypto/errors.js';
import { commit, openKey, openUnconfirmedKey, sealKey } from '../crypto/keys.js';
import { arrange, headsOf, KINDS, nextCounter, openMessage, sealMessage } from '../crypto/message.js';
import { framePage, readPage, requireDecodable } from '../crypto/page.js';
import { sealEntry } from '../crypto/register.js';
import {
  checkKeptOut,
  checkRoster,
  entryOf,
  firstParticipants,
  HANDLERS,
  memberEntry,
  readRoster,
  renewed,
  sealRoster,
  sortEntries,
} from '../crypto/roster.js';

export {
  caseLoader,
  changeRoster,
  fetchCase,
  inBatches,
  openPage,
  sendCase,
  sendMessage,
  uploadPages,
} from './send.js';

/**
 * @typedef {import('../crypto/bytes.js').Bytes} Bytes
 * @typedef {import('../crypto/identity.js').Identity} Identity made by `identityFromSeed(seed)`
 * @typedef {import('../crypto/directory.js').VerifiedDirectory} VerifiedDirectory
 * @typedef {import('../crypto/directory.js').Directories} Directories
 * @typedef {import('../crypto/message.js').OpenedMessage} OpenedMessage
 * @typedef {import('../crypto/message.js').Attachment} Attachment
 * @typedef {import('../crypto/message.js').Kind} Kind
 * @typedef {import('../crypto/message.js').Link} PageRef id of the page and SHA-256 of its envelope
 * @typedef {import('../crypto/page.js').CleanPage} CleanPage
 * @typedef {import('../crypto/roster.js').Roster} Roster
 * @typedef {import('../crypto/roster.js').CaseRole} CaseRole
 * @typedef {import('../crypto/state.js').CaseSeen} CaseSeen
 */

/** @typedef {{id: Uint8Array, role: CaseRole}} Me who looks: `id` is ASKER for an asker, the member id for staff */

/**
 * A case as the server gives it: bytes only, nothing believed.
 * @typedef {object} FetchedCase
 * @property {Uint8Array} id case id, 16 bytes
 * @property {Uint8Array[]} rosters envelopes by number, from 0
 * @property {{epoch: number, purpose: 'case'|'notes', sealed: Uint8Array}[]} keys sealed to me
 * @property {Uint8Array[]} messages envelopes of the case thread, in the server's order
 * @property {Uint8Array[]} notes envelopes of the notes thread, in the server's order; none for an asker
 */

/**
 * A message that held. Of `fields`, see the table in protocol section 7: ids in them are b64.
 * @typedef {OpenedMessage & {author: Participant}} Message
 */

/**
 * @typedef {object} Participant
 * @property {Uint8Array} id
 * @property {string} key b64 of the id
 * @property {CaseRole} role
 * @property {string} name as the newest directory has it; empty for asker and archive
 * @property {string} function as the newest directory has it
 * @property {Uint8Array|null} person person id; null for asker and archive
 * @property {boolean} active still an active member for cases in the newest directory (asker, archive: true)
 */

/**
 * A message that is not shown. `key`: b64 message id, or '' when not even that can be read.
 * `reason`: `envelope`, `key`, `kind`, `place`, `repeat`, `roster`, `roster-withheld`, `writer`, `signature`, `form`, `seen`, `counter`.
 * @typedef {{key: string, kind: string|null, thread: 'case'|'notes', reason: string}} RefusedMessage
 */

/** @typedef {{key: string, thread: 'case'|'notes'|null}} Missing a message that others, or my own state (`thread` null), know of and the server does not give */

/**
 * @typedef {object} CaseView
 * @property {Uint8Array} id
 * @property {string} key b64 of the case id
 * @property {Uint8Array} portal
 * @property {Me} me with the role of the newest roster
 * @property {{number: number, hash: Uint8Array, epoch: number, notes: boolean}} roster the newest; `notes`: it has a notes key
 * @property {Message[]} messages the case thread, ordered
 * @property {Message[]} notes the notes thread, ordered; empty for an asker
 * @property {RefusedMessage[]} refused
 * @property {Missing[]} missing
 * @property {number[]} unreadableNotes epochs whose notes key was withheld or does not hold
 * @property {string[]} excluded b64 person ids whom the asker keeps out
 * @property {Participant[]} participants of the newest roster
 * @property {string[]} departed b64 ids of participants who stepped aside or left: any change of the roster removes them
 * @property {CaseSeen} seen what to keep in the state once this was shown
 * @property {Opened} opened what the functions below need; pages leave it alone
 */

/**
 * @typedef {object} Opened
 * @property {Identity} identity
 * @property {Directories} directories
 * @property {Roster[]} rosters
 * @property {Map<number, Uint8Array>} caseKeys by epoch
 * @property {Map<number, Uint8Array>} notesKeys by epoch
 */

/** The case cannot be trusted as a whole. `reason`: `keys`, `roster`, `rollback`, `directory`, `excluded`, `question`, `me`, `notes`, `role`, `pages`. */
export class CaseRefused extends Error {
  /** @param {string} reason @param {unknown} [cause] the broken rule */
  constructor(reason, cause = undefined) {
    super(`case refused: ${reason}`, { cause });
    this.name = 'CaseRefused';
    this.reason = reason;
  }
}

// --- opening ----------------------------------------------------------------------------------------------

/**
 * Opens and checks a whole case.
 * @param {object} input
 * @param {Pick<Identity, 'kem'> & Partial<Identity>} input.identity signing is needed only to write
 * @param {{id: Uint8Array}} input.me
 * @param {Uint8Array} input.portal
 * @param {FetchedCase} input.fetched
 * @param {Directories} input.directories
 * @param {CaseSeen|null} input.lastSeen what the state remembers of this case
 * @returns {Promise<CaseView>}
 * @throws {CaseRefused} when keys or rosters do not hold: nothing of the case may be shown
 */
export async function openCase({ identity, me, portal, fetched, directories, lastSeen }) {
  const place = { portal, case: fetched.id };
  const caseKeys = await openCaseKeys(identity, me.id, place, fetched);
  const rosters = await walkRosters(fetched.rosters, caseKeys, place, directories);
  requireNotOlder(rosters, lastSeen);
  const own = await requireMe(rosters, me.id, identity);
  const { keys: notesKeys, unreadable } = await openNotesKeys(identity, me.id, place, fetched, rosters);
  const opened = { identity: /** @type {Identity} */ (identity), directories, rosters, caseKeys, notesKeys };

  const thread = await openThread('case', fetched.messages, place, opened);
  const question = thread.messages[0];
  // Who is kept out stands in the question: without it rule 5 cannot be checked.
  if (question?.kind !== 'question') throw new CaseRefused('question');
  const excluded = question.fields['excluded'];
  await asCaseRefused('excluded', () => checkKeptOut(rosters, excluded, directories));
  // The asker has no notes key: whatever is put among the asker's notes is not looked at.
  const givenNotes = equal(me.id, ASKER) ? [] : fetched.notes;
  const notes = await openThread('notes', givenNotes, place, opened);

  const newest = rosters[rosters.length - 1];
  const messages = thread.messages.map((message) => withAuthor(message, opened));
  const internal = notes.messages.map((message) => withAuthor(message, opened));
  return {
    id: fetched.id,
    key: b64(fetched.id),
    portal,
    me: { id: me.id, role: own.role },
    roster: { number: newest.number, hash: newest.hash, epoch: newest.epoch, notes: newest.notes !== null },
    messages,
    notes: internal,
    refused: [...thread.refused, ...notes.refused],
    missing: [
      ...thread.missing,
      ...notes.missing,
      ...forgotten([...fetched.messages, ...givenNotes], lastSeen, [...thread.missing, ...notes.missing]),
    ],
    unreadableNotes: unreadable,
    excluded,
    participants: newest.participants.map((entry) => participant(entry, directories.current)),
    departed: departedOf(newest, messages, directories.current),
    seen: {
      roster: { hash: b64(newest.hash), number: newest.number },
      read: [...new Set([...(lastSeen?.read ?? []), ...[...messages, ...internal].map(({ key }) => key)])],
    },
    opened,
  };
}

/** @template T @param {string} reason @param {() => Promise<T>} act @returns {Promise<T>} */
async function asCaseRefused(reason, act) {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    throw new CaseRefused(error.reason === 'directory-unknown' ? 'directory' : reason, error);
  }
}

/** @param {Pick<Identity, 'kem'>} identity @param {Uint8Array} me @param {{portal: Uint8Array, case: Uint8Array}} place @param {FetchedCase} fetched */
async function openCaseKeys(identity, me, place, fetched) {
  const opening = async (/** @type {number} */ epoch) => {
    const given = keyGiven(fetched, epoch, 'case');
    if (!given) throw new CaseRefused('keys');
    return openUnconfirmedKey(identity.kem, { ...place, epoch, recipient: me, purpose: 'case' }, given);
  };
  return asCaseRefused('keys', async () => {
    const epochs = [...new Set(fetched.rosters.map((envelope) => parseEnvelope(envelope).header.epoch))];
    const keys = await Promise.all(epochs.map(opening));
    return new Map(epochs.map((epoch, i) => [epoch, keys[i]]));
  });
}

/** @param {FetchedCase} fetched @param {number} epoch @param {'case'|'notes'} purpose */
const keyGiven = ({ keys }, epoch, purpose) =>
  keys.filter((key) => key.epoch === epoch && key.purpose === purpose).at(-1)?.sealed ?? null;

/**
 * @param {Uint8Array[]} envelopes @param {Map<number, Uint8Array>} caseKeys
 * @param {{portal: Uint8Array, case: Uint8Array}} place @param {Directories} directories
 * @returns {Promise<Roster[]>}
 */
async function walkRosters(envelopes, caseKeys, place, directories) {
  const unchecked = await asCaseRefused('roster', () =>
    Promise.all(
      envelopes.map((envelope) => readRoster(keyOf(caseKeys, parseEnvelope(envelope).header.epoch), place, envelope)),
    ),
  );
  /** @type {Roster[]} */
  const past = [];
  for (const roster of unchecked) {
    past.push(await asCaseRefused('roster', () => checkRoster(roster, past, directories)));
  }
  if (past.length === 0) throw new CaseRefused('roster');
  return past;
}

/** @param {Map<number, Uint8Array>} keys @param {number} epoch */
function keyOf(keys, epoch) {
  const key = keys.get(epoch);
  if (!key) throw new CaseRefused('keys');
  return key;
}

/** @param {Roster[]} rosters @param {CaseSeen|null} lastSeen */
function requireNotOlder(rosters, lastSeen) {
  if (!lastSeen) return;
  const { number, hash } = lastSeen.roster;
  if (!rosters[number] || b64(rosters[number].hash) !== hash) throw new CaseRefused('rollback');
}

/** I am in the newest roster, under my own keys. @param {Roster[]} rosters @param {Uint8Array} me @param {Pick<Identity, 'kem'> & Partial<Identity>} identity */
async function requireMe(rosters, me, identity) {
  const own = entryOf(rosters[rosters.length - 1], me);
  const hashes = await keyHashes({ kem: identity.kem.publicKey, sign: identity.sign?.publicKey ?? new Uint8Array(32) });
  if (!own || !equal(own.kem, hashes.kem)) throw new CaseRefused('me');
  if (equal(me, ASKER) && !equal(own.sign, hashes.sign)) throw new CaseRefused('me');
  return own;
}

/**
 * @param {Pick<Identity, 'kem'>} identity @param {Uint8Array} me @param {{portal: Uint8Array, case: Uint8Array}} place
 * @param {FetchedCase} fetched @param {Roster[]} rosters
 */
async function openNotesKeys(identity, me, place, fetched, rosters) {
  /** @type {Map<number, Uint8Array>} */
  const keys = new Map();
  /** @type {number[]} */
  const unreadable = [];
  if (equal(me, ASKER)) return { keys, unreadable };
  const commitments = new Map(rosters.map(({ epoch, notes }) => [epoch, notes]));
  for (const [epoch, commitment] of commitments) {
    if (!commitment) continue;
    const given = keyGiven(fetched, epoch, 'notes');
    const notesPlace = /** @type {const} */ ({ ...place, epoch, recipient: me, purpose: 'notes' });
    const key = given && (await openKey(identity.kem, notesPlace, commitment, given).catch(onlyProtocolErrors));
    if (key) keys.set(epoch, key);
    else unreadable.push(epoch);
  }
  return { keys, unreadable };
}

/** @param {unknown} error @returns {null} */
function onlyProtocolErrors(error) {
  if (error instanceof ProtocolError) return null;
  throw error;
}

/**
 * @param {'case'|'notes'} thread @param {Uint8Array[]} envelopes
 * @param {{portal: Uint8Array, case: Uint8Array}} place @param {Opened} opened
 */
async function openThread(thread, envelopes, place, opened) {
  const taken = await Promise.all(envelopes.map((envelope) => takeIn(thread, envelope, place, opened)));
  // The same bytes twice are one.
  const given = [...new Map(taken.map((one) => [one.hash, one])).values()];
  const { candidates, refused } = sortOut(thread, given);
  const arranged = arrange(
    candidates,
    given.map(({ hash }) => hash),
  );
  const misplaced = arranged.refused.map(({ message, reason }) => ({
    key: message.key,
    kind: message.kind,
    thread,
    reason,
  }));
  return {
    messages: arranged.messages,
    refused: [...refused, ...misplaced],
    missing: arranged.missing.map(({ id }) => ({ key: b64(id), thread })),
  };
}

/** Of two envelopes with one id the first is read. @param {'case'|'notes'} thread @param {Awaited<ReturnType<typeof takeIn>>[]} given */
function sortOut(thread, given) {
  const ids = new Set();
  /** @type {OpenedMessage[]} */
  const candidates = [];
  /** @type {RefusedMessage[]} */
  const refused = [];
  for (const { key, kind, message, reason } of given) {
    if (ids.has(key)) refused.push({ key, kind, thread, reason: 'repeat' });
    else if (message) candidates.push(message);
    else refused.push({ key, kind, thread, reason });
    if (key !== '') ids.add(key);
  }
  return { candidates, refused };
}

/**
 * Opens one envelope of a thread; what does not hold comes back with its reason.
 * @param {'case'|'notes'} thread @param {Uint8Array} bytes @param {{portal: Uint8Array, case: Uint8Array}} place @param {Opened} opened
 * @returns {Promise<{key: string, kind: string|null, hash: string, message: OpenedMessage|null, reason: string}>}
 */
async function takeIn(thread, bytes, place, opened) {
  const hash = await envelopeHash(bytes);
  const taken = {
    key: '',
    kind: /** @type {string|null} */ (null),
    hash: b64(hash),
    message: null,
    reason: 'envelope',
  };
  try {
    const envelope = parseEnvelope(bytes);
    const { header } = envelope;
    Object.assign(taken, { key: b64(header.id), kind: header.kind });
    if (!equal(header.portal, place.portal) || !equal(header.case, place.case)) throw new RuleBroken('place');
    const key = (thread === 'case' ? opened.caseKeys : opened.notesKeys).get(header.epoch);
    if (!key) throw new RuleBroken('key');
    const message = await openMessage(key, thread, envelope, hash, (mark, epoch, writer) =>
      writerIn(opened, mark, epoch, writer),
    );
    return { ...taken, message };
  } catch (error) {
    return { ...taken, reason: reasonOf(error) };
  }
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof ProtocolError)) throw error;
  const named = { BadSignature: 'signature', Malformed: 'form', Unsealable: 'envelope' };
  return /** @type {Record<string, string>} */ (named)[error.name] ?? error.reason;
}

/**
 * The writer of a message as the roster it names has them.
 * @param {Opened} opened @param {{hash: Uint8Array, number: number}} mark @param {number} epoch @param {Uint8Array} writer
 */
async function writerIn({ rosters, directories }, mark, epoch, writer) {
  const roster = rosters[mark.number];
  if (!roster) throw new RuleBroken('roster-withheld');
  if (!equal(roster.hash, mark.hash) || roster.epoch !== epoch) throw new RuleBroken('roster');
  const entry = entryOf(roster, writer);
  if (!entry) throw new RuleBroken('writer');
  if (equal(writer, ASKER)) {
    return { role: entry.role, sign: /** @type {{sign: Uint8Array}} */ (rosters[0].asker).sign };
  }
  const member = memberOf(await directories.at(roster.directory), writer);
  if (!member || !equal((await keyHashes(member)).sign, entry.sign)) throw new RuleBroken('writer');
  return { role: entry.role, sign: member.sign };
}

/** @param {OpenedMessage} message @param {Opened} opened @returns {Message} */
function withAuthor(message, { rosters, directories }) {
  const entry = entryOf(rosters[message.roster.number], message.writer);
  if (!entry) throw new CaseRefused('roster');
  return { ...message, author: participant(entry, directories.current) };
}

/** @param {import('../crypto/roster.js').Entry} entry @param {VerifiedDirectory} directory @returns {Participant} */
function participant({ id, role }, directory) {
  const member = memberOf(directory, id);
  const active = member ? activeMember(directory, id, HANDLERS) !== null : true;
  return {
    id,
    key: b64(id),
    role,
    name: member?.name ?? '',
    function: member?.function ?? '',
    person: member?.person ?? null,
    active,
  };
}

/** Who stepped aside in this epoch, or is no longer an active member for cases. @param {Roster} roster @param {Message[]} messages @param {VerifiedDirectory} directory */
function departedOf(roster, messages, directory) {
  const aside = messages
    .filter(({ kind, epoch }) => kind === 'recuse' && epoch === roster.epoch)
    .map(({ writer }) => b64(writer));
  const staff = roster.participants.filter(({ role }) => role !== 'asker' && role !== 'archive');
  return staff
    .filter(({ id }) => aside.includes(b64(id)) || !activeMember(directory, id, HANDLERS))
    .map(({ id }) => b64(id));
}

/** Messages that I have read and that are no longer given. @param {Uint8Array[]} given @param {CaseSeen|null} lastSeen @param {Missing[]} known */
function forgotten(given, lastSeen, known) {
  const here = new Set(given.map(idOf));
  const gone = (lastSeen?.read ?? []).filter((key) => !here.has(key) && !known.some((missing) => missing.key === key));
  return gone.map((key) => ({ key, thread: null }));
}

/** @param {Uint8Array} envelope */
function idOf(envelope) {
  try {
    return b64(parseEnvelope(envelope).header.id);
  } catch (error) {
    return onlyProtocolErrors(error);
  }
}

// --- writing --------------------------------------------------------------------------------------------------

/**
 * What a person wants to send. Make it with `newDraft`, keep the object until it is acknowledged: it remembers the
 * sealed bytes, so that sending again after a broken line sends the same ones.
 * @typedef {object} Draft
 * @property {Kind} kind
 * @property {string} text
 * @property {Record<string, any>} fields
 * @property {{family: 'photo'|'document', pages: CleanPage[]}[]} attachments
 * @property {SealedMessage|null} sealed
 */

/**
 * @typedef {object} SealedMessage
 * @property {Uint8Array} id
 * @property {Uint8Array} case id
 * @property {Kind} kind
 * @property {'case'|'notes'} thread
 * @property {number} epoch
 * @property {Uint8Array} envelope
 * @property {{id: Uint8Array, envelope: Uint8Array}[]} pages
 * @property {{key: Uint8Array, sealed: Uint8Array}|null} [register] made with it, if any
 */

/** @typedef {{epoch: number, purpose: 'case'|'notes', recipient: Uint8Array, sealed: Uint8Array}} SealedKey */
/** @typedef {{id: Uint8Array, number: number, epoch: number, notes: boolean, envelope: Uint8Array, hash: Uint8Array, participants: {id: Uint8Array, role: string}[], keys: SealedKey[]}} SealedRoster */
/** @typedef {{id: Uint8Array, roster: SealedRoster, message: SealedMessage, register: {key: Uint8Array, sealed: Uint8Array}}} SealedCase */

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
 * @throws {CaseRefused} `excluded` when every facilitator and helper would be kept out
 */
export async function beginCase({ identity, portal, directory, question, day }) {
  const place = { portal, case: randomBytes(16) };
  const caseKey = randomBytes(32);
  const asker = { kem: identity.kem.publicKey, sign: identity.sign.publicKey };
  const excluded = [...new Set(/** @type {string[]} */ (question.fields['excluded']))].sort(byBytes);
  const participants = await asCaseRefused('excluded', () => firstParticipants(asker, directory, excluded));
  const content = {
    ...{ number: 0, previous: null, epoch: 0, notes: null, participants, asker },
    ...{ case: await commit(caseKey, 'case'), directory: { version: directory.version, hash: directory.hash } },
  };
  const sealed = await sealRoster(caseKey, identity.sign.privateKey, place, ASKER, content);
  const keyOfEntry = publicKemOf(asker, directory, directory);
  const wanted = participants.map(
    ({ id }) => /** @type {const} */ ({ epoch: 0, purpose: 'case', recipient: id, key: caseKey }),
  );
  const message = await sealDraft({ ...question, fields: { ...question.fields, excluded } }, caseKey, {
    ...{ place, identity, writer: ASKER, epoch: 0, counter: 0, seen: [] },
    roster: { number: 0, hash: sealed.hash },
  });
  return {
    id: place.case,
    roster: {
      ...sealed,
      number: 0,
      epoch: 0,
      notes: false,
      participants: participants.map(plainEntry),
      keys: await sealAll(place, wanted, keyOfEntry),
    },
    message,
    register: await firstEntry(place, directory, question, day),
  };
}

/** @param {string} a b64 @param {string} b b64 */
function byBytes(a, b) {
  const [left, right] = [fromB64(a), fromB64(b)];
  const at = left.findIndex((byte, i) => byte !== right[i]);
  return at < 0 ? 0 : left[at] - right[at];
}

/** @param {{portal: Uint8Array, case: Uint8Array}} place @param {VerifiedDirectory} directory @param {Draft} question @param {string} day */
async function firstEntry(place, { register, version }, { fields }, day) {
  const body = {
    ...{ v: /** @type {1} */ (1), case: b64(place.case), number: 0, kind: fields['kind'], urgent: fields['urgent'] },
    ...{
      category: null,
      state: 'new',
      outcome: null,
      authorities: [],
      received: day,
      feedback: null,
      final: null,
      closed: null,
    },
    directory: version,
  };
  return {
    key: register.id,
    sealed: await sealEntry(register.kem, { ...place, key: register.id, writer: ASKER }, body, null),
  };
}

/** @param {{id: Uint8Array, role: string}} entry */
const plainEntry = ({ id, role }) => ({ id, role });

/**
 * Where to find the raw KEM key of a participant: the asker's in roster 0, the archive's in the directory of roster 0.
 * @param {{kem: Uint8Array}} asker @param {VerifiedDirectory} first @param {VerifiedDirectory} current
 * @returns {(id: Uint8Array) => Uint8Array}
 */
const publicKemOf = (asker, first, current) => (id) => {
  if (equal(id, ASKER)) return asker.kem;
  if (equal(id, ARCHIVE)) return first.archive.kem;
  const member = memberOf(current, id);
  if (!member) throw new CaseRefused('directory');
  return member.kem;
};

/**
 * @param {{portal: Uint8Array, case: Uint8Array}} place
 * @param {readonly {epoch: number, purpose: 'case'|'notes', recipient: Uint8Array, key: Uint8Array}[]} wanted
 * @param {(id: Uint8Array) => Uint8Array} keyOfEntry
 * @returns {Promise<SealedKey[]>}
 */
const sealAll = (place, wanted, keyOfEntry) =>
  Promise.all(
    wanted.map(async ({ epoch, purpose, recipient, key }) => ({
      ...{ epoch, purpose, recipient },
      sealed: await sealKey(keyOfEntry(recipient), { ...place, epoch, purpose, recipient }, key),
    })),
  );

/**
 * @param {CaseView} view
 * @param {Draft} draft
 * @returns {Promise<SealedMessage>}
 * @throws {CaseRefused} `role` for a kind that is not mine to write, `pages` for a note with attachments, `notes` for a note while the case has no notes key (a facilitator or helper makes it)
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
 * @param {Draft} draft
 * @param {Uint8Array} key of the thread
 * @param {object} where
 * @param {{portal: Uint8Array, case: Uint8Array}} where.place
 * @param {Identity} where.identity
 * @param {Uint8Array} where.writer
 * @param {number} where.epoch
 * @param {{number: number, hash: Uint8Array}} where.roster
 * @param {number} where.counter
 * @param {PageRef[]} where.seen
 * @param {Uint8Array} [where.caseKey] under which the pages go; without it the thread's key is the case's
 * @returns {Promise<SealedMessage>}
 */
async function sealDraft({ kind, text, fields, attachments }, key, where) {
  const { place, identity, writer, epoch, roster, counter, seen, caseKey = key } = where;
  /** @type {{id: Uint8Array, envelope: Uint8Array}[]} */
  const pages = [];
  /** @type {Attachment[]} */
  const named = [];
  for (const { family, pages: clean } of attachments) {
    const sealed = await Promise.all(clean.map((page) => sealPage(caseKey, { ...place, epoch, writer }, page)));
    pages.push(...sealed.map(({ id, envelope }) => ({ id, envelope })));
    named.push({ family, pages: sealed.map(({ id, hash }) => ({ id, hash })) });
  }
  const header = { ...place, epoch, id: randomBytes(16), writer, kind };
  const content = { counter, roster, seen, attachments: named, text, fields };
  const envelope = await sealMessage(key, identity.sign.privateKey, header, content);
  return { id: header.id, case: place.case, kind, thread: KINDS[kind].thread, epoch, envelope, pages };
}

/** @param {Uint8Array} caseKey @param {{portal: Uint8Array, case: Uint8Array, epoch: number, writer: Uint8Array}} place @param {CleanPage} page */
async function sealPage(caseKey, place, page) {
  const header = { ...place, id: randomBytes(16), kind: 'page' };
  const envelope = await seal(caseKey, header, framePage(page));
  return { id: header.id, envelope, hash: await envelopeHash(envelope) };
}

/** @typedef {{add?: Uint8Array[], remove?: Uint8Array[], firstNotes?: boolean, turn?: boolean}} RosterChange member ids; `turn` makes a new epoch even if nobody goes */

/**
 * The next roster. Who stepped aside or is no longer an active member for cases goes with it, asked or not.
 * @param {CaseView} view
 * @param {RosterChange} change members already there or already gone are passed over
 * @returns {Promise<SealedRoster|null>} null when nothing is left to change
 * @throws {CaseRefused} `excluded` for somebody whom the asker keeps out, `roster` when the rules do not allow it
 */
export async function composeRoster(view, { add = [], remove = [], firstNotes = false, turn = false }) {
  const { identity, directories, rosters, caseKeys, notesKeys } = view.opened;
  const before = rosters[rosters.length - 1];
  const directory = directories.current;
  const going = [...remove.map(b64), ...view.departed].filter((key) => key !== b64(ASKER) && key !== b64(ARCHIVE));
  const leaving = before.participants.filter(({ id }) => going.includes(b64(id)));
  const coming = add.filter((id) => !entryOf(before, id) && !going.includes(b64(id)));
  const asked = leaving.length > 0 || coming.length > 0 || turn || (firstNotes && !before.notes);
  if (!asked) return null;
  requireAllowed(view, directory, coming, leaving);
  // Who comes gets every key: one that is withheld from me I cannot hand on.
  if (coming.length > 0 && view.unreadableNotes.length > 0) throw new CaseRefused('notes');

  const entries = await asCaseRefused('roster', () => Promise.all(coming.map((id) => memberEntry(directory, id))));
  const staying = before.participants
    .filter((entry) => !leaving.includes(entry))
    .map((entry) => renewed(entry, directory));
  const participants = sortEntries([...staying, ...entries]);
  const turns = leaving.length > 0 || turn;
  const epoch = before.epoch + (turns ? 1 : 0);
  const caseKey = turns ? randomBytes(32) : keyOf(caseKeys, epoch);
  // A roster after the first always has a notes key: this may be the first staff action.
  const notesKey = turns || !before.notes ? randomBytes(32) : notesKeys.get(epoch);
  if (!notesKey) throw new CaseRefused('notes');
  const content = {
    ...{ number: before.number + 1, previous: before.hash, epoch, participants, asker: null },
    ...{ case: await commit(caseKey, 'case'), notes: await commit(notesKey, 'notes') },
    directory: { version: directory.version, hash: directory.hash },
  };
  const place = { portal: view.portal, case: view.id };
  const sealed = await sealRoster(caseKey, identity.sign.privateKey, place, view.me.id, content);

  const allCase = new Map(caseKeys).set(epoch, caseKey);
  const allNotes = new Map(notesKeys).set(epoch, notesKey);
  const wanted = participants.flatMap(({ id }) => {
    const isNew = coming.some((one) => equal(one, id));
    return [
      ...missingKeys('case', id, allCase, caseKeys, isNew),
      ...missingKeys('notes', id, allNotes, notesKeys, isNew),
    ];
  });
  const first = await directories.at(rosters[0].directory);
  const keyOfEntry = publicKemOf(/** @type {{kem: Uint8Array}} */ (rosters[0].asker), first, directory);
  return {
    ...{ ...sealed, number: content.number, epoch, notes: true },
    participants: participants.map(plainEntry),
    keys: await sealAll(place, wanted, keyOfEntry),
  };
}

/** @param {CaseView} view @param {VerifiedDirectory} directory @param {Uint8Array[]} coming @param {{id: Uint8Array}[]} leaving */
function requireAllowed(view, directory, coming, leaving) {
  const persons = coming.map((id) => memberOf(directory, id)?.person);
  if (persons.some((person) => person && view.excluded.includes(b64(person)))) throw new CaseRefused('excluded');
  if (leaving.some(({ id }) => equal(id, view.me.id))) throw new CaseRefused('roster');
}

/**
 * The keys of one purpose that somebody does not have yet: all of them when new, else what is made now.
 * @param {'case'|'notes'} purpose @param {Uint8Array} recipient
 * @param {Map<number, Uint8Array>} all @param {Map<number, Uint8Array>} before @param {boolean} isNew
 */
function missingKeys(purpose, recipient, all, before, isNew) {
  if (purpose === 'notes' && equal(recipient, ASKER)) return [];
  const epochs = [...all.keys()].filter((epoch) => isNew || !before.has(epoch));
  return epochs.map((epoch) => ({ epoch, purpose, recipient, key: /** @type {Uint8Array} */ (all.get(epoch)) }));
}

// --- pages ------------------------------------------------------------------------------------------------------

/**
 * Opens a page that was fetched, and checks that it is an image within the limits.
 * @param {CaseView} view @param {Message} message @param {PageRef} page @param {Uint8Array} envelope
 * @returns {Promise<CleanPage>} hostile still: draw it with `createImageBitmap` on a canvas, nowhere else
 * @throws {ProtocolError}
 */
export async function readFetchedPage(view, message, page, envelope) {
  if (!equal(await envelopeHash(envelope), page.hash)) throw new RuleBroken('page');
  const { writer, epoch } = message;
  const header = { portal: view.portal, case: view.id, epoch, id: page.id, writer, kind: 'page' };
  const content = readPage(await open(keyOf(view.opened.caseKeys, epoch), header, envelope));
  requireDecodable(content);
  return content;
}
