/**
 * A participant's view of a case: what the server gave, opened and checked (protocol, sections 5 to 7),
 * and the acts a participant can add to it.
 *
 * `openCase` is pure over what was fetched. The `send` functions talk to the server and settle every 409 by
 * themselves, so that no page ever sees one.
 * @module client/case
 */

/**
 * Everything one mailbox or member can do, made by `identityFromSeed(seed)` in crypto/identity.js.
 * @typedef {import('../crypto/identity.js').Identity} Identity
 * @typedef {import('../crypto/directory.js').VerifiedDirectory} VerifiedDirectory
 * @typedef {import('./api.js').Api} Api
 */

/**
 * Who looks. `id` is 16 bytes: ASKER for an asker, the member id for staff.
 * @typedef {{id: Uint8Array, role: 'asker'|'facilitator'|'helper'|'coach'}} Me
 */

/**
 * A case as the server gives it: bytes only, nothing believed.
 * @typedef {object} FetchedCase
 * @property {Uint8Array} id case id, 16 bytes
 * @property {Uint8Array[]} rosters roster envelopes by number, from 0
 * @property {{epoch: number, purpose: 'case'|'notes', commitment: Uint8Array, sealed: Uint8Array}[]} keys sealed to me
 * @property {Uint8Array[]} messages envelopes of the case thread, in the server's order
 * @property {Uint8Array[]} notes envelopes of the notes thread, in the server's order; none for an asker
 */

/** @typedef {{id: Uint8Array, hash: Uint8Array}} PageRef id of the page and SHA-256 of its envelope */
/** @typedef {{family: 'photo'|'document', pages: PageRef[]}} Attachment */

/**
 * @typedef {object} Message a message that held
 * @property {Uint8Array} id
 * @property {string} key b64 of the id: good for lists and comparing
 * @property {Uint8Array} hash SHA-256 of the envelope
 * @property {'question'|'reply'|'feedback'|'final'|'pass'|'close'|'withdraw'|'recuse'|'note'|'triage'|'draft'|'record'} kind
 * @property {Uint8Array} writer ASKER or a member id
 * @property {Participant} author as the roster of the message has it
 * @property {string} text
 * @property {Record<string, any>} fields by kind: protocol section 7
 * @property {Attachment[]} attachments
 * @property {number} epoch
 * @property {number} counter
 * @property {number} roster number of the roster the writer knew
 */

/**
 * @typedef {object} Participant
 * @property {Uint8Array} id
 * @property {string} key b64 of the id
 * @property {'asker'|'facilitator'|'helper'|'coach'|'archive'} role
 * @property {string} name as the directory has it; empty for asker and archive
 * @property {string} function as the directory has it
 * @property {Uint8Array|null} person person id; null for asker and archive
 * @property {boolean} active still an active member in the newest directory (asker, archive: true)
 */

/** @typedef {{key: string, kind: string|null, reason: string}} Refused  reason: `envelope`, `signature`, `writer`, `roster`, `counter`, `seen`, `form`, `repeat` */
/** @typedef {{key: string, hash: string, thread: 'case'|'notes'}} Missing */

/**
 * @typedef {object} CaseView
 * @property {Uint8Array} id
 * @property {string} key b64 of the case id
 * @property {Uint8Array} portal
 * @property {Me} me
 * @property {{number: number, hash: Uint8Array, epoch: number, notes: boolean}} roster the newest; `notes`: a notes key exists
 * @property {Message[]} messages the case thread, ordered
 * @property {Message[]} notes the notes thread, ordered; empty for an asker
 * @property {Refused[]} refused
 * @property {Missing[]} missing
 * @property {string[]} excluded b64 person ids whom the asker keeps out
 * @property {Participant[]} participants of the newest roster
 * @property {Opened} opened what compose and page functions need; pages leave it alone
 */

/** @typedef {any} Opened */

/**
 * Opens and checks a whole case.
 *
 * @param {object} input
 * @param {Identity} input.identity
 * @param {Me} input.me
 * @param {Uint8Array} input.portal
 * @param {FetchedCase} input.fetched
 * @param {import('./directory.js').Directories} input.directories every directory version that the rosters name, verified
 * @param {{number: number, hash: Uint8Array}|null} input.lastSeen roster this mailbox or member saw last (from the state)
 * @returns {Promise<CaseView>}
 * @throws {CaseRefused} when keys or rosters do not hold: nothing of the case may be shown
 */
export async function openCase(input) {
  throw new Error('not yet');
}

/** The case cannot be trusted as a whole. `reason`: `keys`, `roster`, `rollback`, `directory`, `excluded`. */
export class CaseRefused extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(`case refused: ${reason}`);
    this.name = 'CaseRefused';
    this.reason = reason;
  }
}

/** @typedef {{media: 'image/webp'|'image/png'|'image/jpeg', width: number, height: number, image: Uint8Array}} CleanPage */

/**
 * What a person wants to send. Make it with `newDraft`, keep the object until it is acknowledged: it remembers the
 * sealed bytes, so that sending again after a broken line sends the same ones.
 * @typedef {object} Draft
 * @property {Message['kind']} kind
 * @property {string} text
 * @property {Record<string, any>} fields
 * @property {{family: 'photo'|'document', pages: CleanPage[]}[]} attachments
 * @property {SealedMessage|null} sealed
 */

/**
 * @typedef {object} SealedMessage
 * @property {Uint8Array} id
 * @property {Message['kind']} kind
 * @property {'case'|'notes'} thread
 * @property {number} epoch
 * @property {Uint8Array} envelope
 * @property {{id: Uint8Array, envelope: Uint8Array}[]} pages
 */

/**
 * @param {{kind: Message['kind'], text?: string, fields?: Record<string, any>, attachments?: Draft['attachments']}} content
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
 * @param {Draft} input.question kind `question`; fields `{excluded: b64[], kind, name, urgent}`
 * @param {string} input.day today, YYYY-MM-DD
 * @returns {Promise<SealedCase>}
 * @throws {CaseRefused} `excluded` when every facilitator and helper would be kept out
 */
export async function beginCase(input) {
  throw new Error('not yet');
}

/**
 * @typedef {object} SealedKey
 * @property {number} epoch
 * @property {'case'|'notes'} purpose
 * @property {Uint8Array} recipient
 * @property {Uint8Array} commitment
 * @property {Uint8Array} sealed 1,168 bytes
 */
/** @typedef {{id: Uint8Array, number: number, epoch: number, envelope: Uint8Array, participants: {id: Uint8Array, role: string}[], keys: SealedKey[]}} SealedRoster */
/** @typedef {{id: Uint8Array, roster: SealedRoster, message: SealedMessage, register: Uint8Array}} SealedCase */

/**
 * @param {CaseView} view
 * @param {Draft} draft
 * @returns {Promise<SealedMessage>}
 */
export async function composeMessage(view, draft) {
  throw new Error('not yet');
}

/** @typedef {{add?: Uint8Array[], remove?: Uint8Array[], firstNotes?: boolean, turn?: boolean}} RosterChange member ids; `turn` makes a new epoch even if nobody goes */

/**
 * @param {CaseView} view
 * @param {RosterChange} change members already there or already gone are passed over
 * @returns {Promise<SealedRoster|null>} null when nothing is left to change
 * @throws {CaseRefused} `excluded` for somebody whom the asker keeps out, `roster` when no facilitator or helper would remain
 */
export async function composeRoster(view, change) {
  throw new Error('not yet');
}

/**
 * Sends a draft: uploads its pages, then the message. When the epoch turned meanwhile it loads the case again, seals
 * the same text and pages anew and sends that.
 * @param {Api} api
 * @param {() => Promise<CaseView>} load fetches and opens the case anew
 * @param {Draft} draft
 * @returns {Promise<SealedMessage>} what was acknowledged
 */
export async function sendMessage(api, load, draft) {
  throw new Error('not yet');
}

/**
 * @param {Api} api
 * @param {() => Promise<CaseView>} load
 * @param {RosterChange} change decided again on every 409
 * @returns {Promise<CaseView>} the case as it is afterwards
 */
export async function changeRoster(api, load, change) {
  throw new Error('not yet');
}

/**
 * Fetches one page, opens it, checks that it is an image within the limits.
 * @param {Api} api
 * @param {CaseView} view
 * @param {Message} message
 * @param {PageRef} page
 * @returns {Promise<CleanPage>} hostile still: draw it with `createImageBitmap` on a canvas, nowhere else
 */
export async function openPage(api, view, message, page) {
  throw new Error('not yet');
}
