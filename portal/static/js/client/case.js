/**
 * A participant's view of a case: what the server gave, opened and checked (protocol, sections 5 to 7). What a participant
 * adds to it is sealed in client/compose.js and client/participants.js and sent by client/send.js; all of it is had from here.
 *
 * `openCase` is pure over what was fetched. The `send` functions (client/send.js) talk to the server and settle every
 * 409 by themselves, so that no page ever sees one.
 * @module client/case
 */
import { b64, equal } from '../crypto/bytes.js';
import { activeMember, keyHashes, memberOf } from '../crypto/directory.js';
import { ASKER, envelopeHash, open, parseEnvelope } from '../crypto/envelope.js';
import { onlyProtocolErrors, ProtocolError, Refused as RuleBroken } from '../crypto/errors.js';
import { openKey, openUnconfirmedKey } from '../crypto/keys.js';
import { arrange, openMessage } from '../crypto/message.js';
import { readPage, requireDecodable } from '../crypto/page.js';
import { checkKeptOut, checkRoster, entryOf, HANDLERS, readRoster } from '../crypto/roster.js';
import { asCaseRefused, CaseRefused, keyOf } from './refused.js';

export { beginCase, composeMessage, newDraft } from './compose.js';
export { composeRoster } from './participants.js';
export { CaseRefused } from './refused.js';
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

/** @typedef {{key: string, thread: 'case'|'notes'|null, by: 'asker'|'staff'|'me'}} Missing a message that others, or my own state (`thread` null), know of and the server does not give; `by` whom: `asker` where nobody else names it */

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

// --- what the other modules seal -------------------------------------------------------------------------

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
/** @typedef {{id: Uint8Array, roster: SealedRoster, message: SealedMessage, register: {key: Uint8Array, sealed: Uint8Array}, archive: Uint8Array}} SealedCase */

/** @typedef {{add?: Uint8Array[], remove?: Uint8Array[], firstNotes?: boolean, turn?: boolean}} RosterChange member ids; `turn` makes a new epoch even if nobody goes */

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
  await requireMe(rosters, me.id, identity);
  const { notesKeys, unreadableNotes } = await openNotesKeys(identity, me.id, place, fetched, rosters);
  const opened = { identity: /** @type {Identity} */ (identity), directories, rosters, caseKeys, notesKeys };

  const thread = await openThread('case', fetched.messages, place, opened);
  const excluded = await keptOut(thread.messages, rosters, directories);
  // The asker has no notes key: whatever is put among the asker's notes is not looked at.
  const givenNotes = equal(me.id, ASKER) ? [] : fetched.notes;
  const notes = await openThread('notes', givenNotes, place, opened);
  const unseen = [...thread.missing, ...notes.missing];
  return {
    ...{ id: fetched.id, key: b64(fetched.id), portal, excluded, unreadableNotes, opened },
    ...standing(me.id, opened, thread.messages),
    messages: thread.messages,
    notes: notes.messages,
    refused: [...thread.refused, ...notes.refused],
    missing: [...unseen, ...forgotten([...fetched.messages, ...givenNotes], lastSeen, unseen)],
    seen: remembered(rosters[rosters.length - 1], [...thread.messages, ...notes.messages], lastSeen),
  };
}

/** Who is kept out stands in the question: without it rule 5 cannot be checked. @param {Message[]} messages @param {Roster[]} rosters @param {Directories} directories */
async function keptOut(messages, rosters, directories) {
  const question = messages.find(({ kind }) => kind === 'question');
  if (!question) throw new CaseRefused('question');
  const excluded = /** @type {string[]} */ (question.fields['excluded']);
  await asCaseRefused('excluded', () => checkKeptOut(rosters, excluded, directories));
  return excluded;
}

/** Who takes part now, and as what I do. @param {Uint8Array} me @param {Opened} opened @param {Message[]} messages */
function standing(me, { rosters, directories }, messages) {
  const newest = rosters[rosters.length - 1];
  const { number, hash, epoch, notes, participants } = newest;
  const own = /** @type {import('../crypto/roster.js').Entry} */ (entryOf(newest, me));
  return {
    me: { id: me, role: own.role },
    roster: { number, hash, epoch, notes: notes !== null },
    participants: participants.map((entry) => participant(entry, directories.current)),
    departed: departedOf(newest, messages, directories.current),
  };
}

/** What the state keeps of a case. @param {Roster} newest @param {Message[]} shown @param {CaseSeen|null} before @returns {CaseSeen} */
const remembered = ({ hash, number }, shown, before) => ({
  roster: { hash: b64(hash), number },
  read: [...new Set([...(before?.read ?? []), ...shown.map(({ key }) => key)])],
});

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
}

/**
 * @param {Pick<Identity, 'kem'>} identity @param {Uint8Array} me @param {{portal: Uint8Array, case: Uint8Array}} place
 * @param {FetchedCase} fetched @param {Roster[]} rosters
 */
async function openNotesKeys(identity, me, place, fetched, rosters) {
  /** @type {Map<number, Uint8Array>} */
  const notesKeys = new Map();
  /** @type {number[]} */
  const unreadableNotes = [];
  if (equal(me, ASKER)) return { notesKeys, unreadableNotes };
  const commitments = new Map(rosters.map(({ epoch, notes }) => [epoch, notes]));
  for (const [epoch, commitment] of commitments) {
    if (!commitment) continue;
    const given = keyGiven(fetched, epoch, 'notes');
    const notesPlace = /** @type {const} */ ({ ...place, epoch, recipient: me, purpose: 'notes' });
    const key = given && (await openKey(identity.kem, notesPlace, commitment, given).catch(onlyProtocolErrors));
    if (key) notesKeys.set(epoch, key);
    else unreadableNotes.push(epoch);
  }
  return { notesKeys, unreadableNotes };
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
  const staffs = arranged.messages.filter(({ writer }) => !equal(writer, ASKER));
  const namedByStaff = new Set(staffs.flatMap(({ seen }) => seen.map(({ hash }) => b64(hash))));
  return {
    messages: arranged.messages.map((message) => withAuthor(message, opened)),
    refused: [...refused, ...misplaced],
    missing: arranged.missing.map(({ id, hash }) => ({
      key: b64(id),
      thread,
      by: /** @type {Missing['by']} */ (namedByStaff.has(b64(hash)) ? 'staff' : 'asker'),
    })),
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
  return gone.map((key) => ({ key, thread: null, by: /** @type {const} */ ('me') }));
}

/** @param {Uint8Array} envelope */
function idOf(envelope) {
  try {
    return b64(parseEnvelope(envelope).header.id);
  } catch (error) {
    return onlyProtocolErrors(error);
  }
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
