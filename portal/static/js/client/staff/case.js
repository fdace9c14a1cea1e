/**
 * What staff do with one case. Every act carries its register entry, so that the numbers follow by themselves.
 * @module client/staff/case
 */

import { b64, fromB64 } from '../../crypto/bytes.js';
import { sealEntry } from '../../crypto/register.js';
import { newDraft } from '../case.js';
import { checkedBySigned, loadChecked } from '../standing.js';
import { caseLoader, changeRoster, sendMessage } from '../send.js';
import { UNREADABLE } from '../states.js';
import { changeState, refreshDirectory } from './member.js';
import { memberBy, membersOf } from './directory.js';
import { withoutLeavers } from './queue.js';

/**
 * @typedef {import('./member.js').StaffSession} StaffSession
 * @typedef {import('../case.js').CaseView} CaseView
 * @typedef {import('../case.js').Draft} Draft
 * @typedef {import('../case.js').Message} Message
 * @typedef {import('../../crypto/register.js').RegisterBody} RegisterBody
 * @typedef {import('../../crypto/directory.js').Member} Member
 * @typedef {import('./queue.js').Summary} Summary
 */

/** What a view carries besides, where it was fetched just now. @typedef {{index: Summary, days: Map<string, string>}} Loaded */

/**
 * @typedef {object} OpenCase
 * @property {string} key
 * @property {CaseView} view
 * @property {Summary} summary the server's index, where the signed acts do not say otherwise
 * @property {boolean} contradicted they did: people are told
 * @property {boolean} aside a facilitator who could not open it set it aside
 * @property {Map<string, string>} days on which the server received each message, by its key
 */

/**
 * Fetches and opens a case.
 * @param {StaffSession} session @param {string} key
 * @returns {Promise<OpenCase>}
 */
export async function loadCase(session, key) {
  const { summary, contradicted, days, ...view } = await loadChecked(loader(session, key));
  const known = withoutLeavers(summary, session.directories.current);
  return { key, view, summary: takenUp(known), aside: known.state === UNREADABLE, contradicted, days };
}

/**
 * What was set aside as impossible to open, and opens here: whoever acts in it takes it up.
 * @template {Summary} T
 * @param {T} summary @returns {T}
 */
const takenUp = (summary) =>
  summary.state === UNREADABLE ? { ...summary, state: 'open', waits_for: 'staff', closed_on: null } : summary;

/**
 * Keeps, sealed, how far I have seen this case: the server cannot go back behind it.
 * @param {StaffSession} session @param {OpenCase} open
 */
export async function rememberCase(session, { key, view }) {
  const read = [...latest(view.messages), ...latest(view.notes)].sort();
  const roster = { number: view.roster.number, hash: b64(view.roster.hash) };
  await changeState(session, (content) => ({ ...content, cases: { ...content.cases, [key]: { roster, read } } }));
}

/** Everything before these is named by them, so a message that the server drops is missed all the same. */
const REMEMBERED_A_THREAD = 4;

/** @param {Message[]} thread */
const latest = (thread) => thread.slice(-REMEMBERED_A_THREAD).map(({ key }) => key);

/**
 * Messages of others that came after what was read last.
 * @param {StaffSession} session @param {OpenCase} open
 * @returns {Set<string>}
 */
export function unreadOf(session, { key, view }) {
  const read = new Set(session.state.content.cases[key]?.read ?? []);
  const all = [...afterLast(view.messages, read), ...afterLast(view.notes, read)];
  return new Set(all.filter(({ writer }) => b64(writer) !== session.key).map((message) => message.key));
}

/** @param {Message[]} thread @param {Set<string>} read */
function afterLast(thread, read) {
  let last = -1;
  thread.forEach((message, place) => {
    if (read.has(message.key)) last = place;
  });
  return thread.slice(last + 1);
}

/** @param {StaffSession} session @param {string} key @param {{unseen?: boolean}} [how] */
function loader(session, key, { unseen = false } = {}) {
  return caseLoader({
    api: session.api,
    identity: session.identity,
    me: { id: session.member },
    portal: session.portal.id,
    id: fromB64(key, 16),
    directories: async (refresh) => {
      if (refresh) await refreshDirectory(session);
      return session.directories;
    },
    lastSeen: () => session.state.content.cases[key] ?? null,
    unseen,
  });
}

/**
 * The notes key is made by the first act of staff.
 * @param {StaffSession} session @param {OpenCase} open
 */
async function readied(session, open) {
  if (open.view.roster.notes || session.role === 'coach') return;
  await changeRoster(session.api, loader(session, open.key), { firstNotes: true });
}

/**
 * Sends one act. The draft is kept by the caller until this comes back, and sent again as it is when the line broke.
 * @param {StaffSession} session @param {OpenCase} open @param {Draft} draft
 */
export async function sendAct(session, open, draft) {
  await readied(session, open);
  await sendMessage(session.api, loader(session, open.key), draft, {
    register: (view) => entryFor(session, open, view, draft),
  });
}

/** @param {Parameters<typeof newDraft>[0]} content */
export const draftOf = (content) => newDraft(content);

/**
 * How a case is filed, for a list of those who cannot read the register. Nobody looks: nothing counts as opened or read.
 * @param {StaffSession} session @param {string} key
 * @returns {Promise<{urgent: boolean, category: string|null, pen: string|null, kind: string}>}
 * @throws {import('../case.js').CaseRefused|import('../api.js').ApiError}
 */
export async function glance(session, key) {
  const view = await loader(session, key, { unseen: true })();
  return { ...triageOf(view), kind: view.messages[0]?.fields['kind'] ?? '' };
}

// --- who takes part -------------------------------------------------------------------------------------

/** @typedef {{member: Member, key: string, reason: 'there'|'excluded'|null}} Candidate reason: why they cannot be chosen */

/**
 * @param {StaffSession} session @param {CaseView} view
 * @param {...string} roles
 * @returns {Candidate[]} active members with these roles
 */
export function candidates(session, view, ...roles) {
  const excluded = new Set(view.excluded);
  const there = new Set(view.participants.map((one) => one.key));
  return membersOf(session)
    .filter((member) => member.active && roles.includes(member.role))
    .map((member) => ({
      member,
      key: b64(member.id),
      reason: excluded.has(b64(member.person)) ? 'excluded' : there.has(b64(member.id)) ? 'there' : null,
    }));
}

/** @param {StaffSession} session @param {OpenCase} open @param {string[]} keys of members */
export async function assign(session, open, keys) {
  const add = keys.map((key) => fromB64(key, 16));
  await changeRoster(session.api, loader(session, open.key), { add });
}

/** @param {StaffSession} session @param {OpenCase} open @param {string} key */
export async function remove(session, open, key) {
  await changeRoster(session.api, loader(session, open.key), { remove: [fromB64(key, 16)] });
}

/**
 * Who seems to stand in the roster and should not, by the server's word for it. Good for choosing which cases to look
 * at and for nothing else: only what was signed takes anybody out of a case.
 * @param {StaffSession} session @param {Summary} summary
 * @returns {string[]}
 */
export function mayHaveLeft(session, summary) {
  return summary.participants
    .filter(({ id, role }) => !['asker', 'archive'].includes(role) && id !== session.key)
    .filter(({ id, active }) => !active || memberBy(session, id)?.active === false)
    .map(({ id }) => id);
}

/**
 * Colleagues who should be able to read every case and do not take part in this one. Whom the asker keeps out stays
 * out: that is known only when the case has been opened.
 * @param {StaffSession} session @param {Summary} summary
 * @returns {string[]}
 */
export function toAdd(session, summary) {
  const there = new Set(summary.participants.map(({ id }) => id));
  return membersOf(session)
    .filter((member) => member.active && (member.role === 'facilitator' || member.role === 'helper'))
    .map((member) => b64(member.id))
    .filter((key) => !there.has(key));
}

/**
 * One case put in order: who stepped aside or left, by their own signature or the directory's, goes, with a new epoch;
 * who came is given every key, unless the asker keeps them out.
 * @param {StaffSession} session @param {Summary} summary
 * @returns {Promise<boolean>} whether anything changed
 */
export async function tidy(session, summary) {
  const load = loader(session, summary.case, { unseen: true });
  const { departed, excluded } = await load();
  const add = toAdd(session, summary).filter((key) => {
    const member = memberBy(session, key);
    return member !== null && !excluded.includes(b64(member.person));
  });
  if (departed.length === 0 && add.length === 0) return false;
  await changeRoster(session.api, load, { add: add.map((key) => fromB64(key, 16)) });
  return true;
}

// --- the register entry of an act -------------------------------------------------------------------------

/** State after an act, where it changes one. @type {Record<string, string>} */
const STATE_AFTER = {
  feedback: 'answering',
  final: 'answered',
  pass: 'passed',
  close: 'closed',
  withdraw: 'withdrawn',
};

/** The newest triage holds. @param {CaseView} view @returns {{category: string|null, pen: string|null, urgent: boolean}} */
export function triageOf(view) {
  const question = view.messages.find(({ kind }) => kind === 'question');
  const newest = view.notes.filter(({ kind }) => kind === 'triage').at(-1);
  return {
    category: newest?.fields.category ?? null,
    pen: newest?.fields.pen ?? null,
    urgent: newest?.fields.urgent ?? question?.fields.urgent ?? false,
  };
}

/**
 * What the register says of a case once this act is in: made from the case itself, since a coach cannot read the register.
 * Whether there is a day follows from the signed acts. Which day it is, only the server knows: none is signed that lies
 * before the staff list under which the question was asked, before what came earlier, or after today.
 * @param {StaffSession} session @param {OpenCase} open @param {CaseView} view newest @param {Draft} draft
 * @param {string} earliest day of that staff list
 * @returns {RegisterBody}
 */
export function lineAfter(session, open, view, draft, earliest) {
  const { key } = open;
  const { index, days } = { index: open.summary, days: open.days, .../** @type {Partial<Loaded>} */ (view) };
  const summary = takenUp(checkedBySigned(view, index, days).summary);
  const question = view.messages.find(({ kind }) => kind === 'question');
  const acts = [...view.messages, { kind: draft.kind, fields: draft.fields }];
  const triage = draft.kind === 'triage' ? draft.fields : triageOf(view);
  const today = session.today;
  const gives = (/** @type {string} */ kind) => draft.kind === kind;
  // A first answer that is final keeps both promises; so does passing on.
  const answers = gives('feedback') || gives('reply') || gives('final') || gives('pass');
  // What was passed on stays so, as the server has it; an outcome goes with what is closed, until it is opened again.
  const passed = acts.some(({ kind }) => kind === 'pass');
  const state = passed ? 'passed' : (STATE_AFTER[draft.kind] ?? stateNow(summary, draft));
  const closing = acts.filter(({ kind }) => kind === 'close').at(-1);
  const within = (/** @type {string} */ from, /** @type {string|null} */ day) =>
    day === null ? null : [from, [day, today].sort()[0]].sort()[1];
  const received = within(earliest, summary.received) ?? today;
  const feedback = within(received, summary.feedback_on ?? (answers ? today : null));
  const final = within(feedback ?? received, summary.answered_on ?? (gives('final') || gives('pass') ? today : null));
  return {
    v: 1,
    case: key,
    number: view.messages.length + view.notes.length,
    kind: question?.fields.kind ?? 'unknown',
    urgent: triage.urgent,
    category: triage.category,
    state,
    outcome: state === 'closed' ? (closing?.fields['outcome'] ?? null) : null,
    authorities: authoritiesOf(acts),
    received,
    feedback,
    final,
    closed: within(received, gives('close') || gives('pass') ? today : summary.closed_on),
    directory: session.directories.current.version,
  };
}

/** A first reply is a first feedback. @param {Summary} summary @param {Draft} draft */
function stateNow(summary, draft) {
  if (draft.kind === 'reply' && ['new', 'open'].includes(summary.state)) return 'answering';
  return summary.state === 'new' ? 'open' : summary.state;
}

/** @param {{kind: string, fields: Record<string, any>}[]} acts @returns {string[]} each once, sorted */
function authoritiesOf(acts) {
  const all = acts.flatMap(({ kind, fields }) =>
    kind === 'final' ? fields.referred : kind === 'pass' ? [fields.authority] : [],
  );
  return [...new Set(all)].sort();
}

/** @param {StaffSession} session @param {OpenCase} open @param {CaseView} view @param {Draft} draft */
async function entryFor(session, open, view, draft) {
  const { id, kem } = session.directories.current.register;
  const place = { portal: session.portal.id, key: id, case: view.id, writer: session.member };
  const [first] = view.opened.rosters;
  const { day: earliest } = await session.directories.at(first.directory);
  const body = lineAfter(session, open, view, draft, earliest);
  return { key: id, sealed: await sealEntry(kem, place, body, session.identity.sign.privateKey) };
}
