/**
 * Sealing a change of who takes part in a case (protocol, section 6).
 * @module client/participants
 */
import { b64, equal, randomBytes } from '../crypto/bytes.js';
import { activeMember, CASEWORK, memberOf } from '../crypto/directory.js';
import { ARCHIVE, ASKER } from '../crypto/envelope.js';
import { commit } from '../crypto/keys.js';
import { entryOf, memberEntry, renewed, sealRoster, sortEntries } from '../crypto/roster.js';
import { handOut, kemKeys, plainEntry } from './handing-out.js';
import { asCaseRefused, CaseRefused, keyOf } from './refused.js';

/**
 * @typedef {import('./case.js').CaseView} CaseView
 * @typedef {import('./case.js').RosterChange} RosterChange
 * @typedef {import('./case.js').SealedRoster} SealedRoster
 * @typedef {import('./handing-out.js').Key} Key
 * @typedef {import('./handing-out.js').Share} Share
 * @typedef {import('../crypto/roster.js').Entry} Entry
 * @typedef {import('../crypto/roster.js').Roster} Roster
 */

/** @typedef {{coming: Uint8Array[], leaving: Entry[], turns: boolean}} Move who comes and goes, and whether new keys are due */
/** @typedef {{epoch: number, caseKeys: Map<number, Uint8Array>, notesKeys: Map<number, Uint8Array>}} NextKeys by epoch, the next one's too */

/**
 * The next roster. Who stepped aside or is no longer an active member for cases goes with it, asked or not.
 * @param {CaseView} view
 * @param {RosterChange} change members already there or already gone are passed over
 * @returns {Promise<SealedRoster|null>} null when nothing is left to change
 * @throws {CaseRefused} `excluded` for somebody whom the asker keeps out, `role` when I may not change it, `roster` when the
 *   rules do not allow it, `notes` when a notes key was withheld from me that I would have to hand on
 */
export async function composeRoster(view, change) {
  const { identity, directories, rosters } = view.opened;
  const before = rosters[rosters.length - 1];
  const move = whoMoves(view, before, change);
  if (move === null) return null;
  requireAllowed(view, move);

  const participants = await participantsAfter(view, before, move);
  const keys = nextKeys(view, before, move.turns);
  const content = {
    ...{ number: before.number + 1, previous: before.hash, epoch: keys.epoch, participants, asker: null },
    case: await commit(keyOf(keys.caseKeys, keys.epoch), 'case'),
    notes: await commit(keyOf(keys.notesKeys, keys.epoch), 'notes'),
    directory: { version: directories.current.version, hash: directories.current.hash },
  };
  const place = { portal: view.portal, case: view.id };
  const caseKey = keyOf(keys.caseKeys, keys.epoch);
  const sealed = await sealRoster(caseKey, identity.sign.privateKey, place, view.me.id, content);
  const shares = participants.map((entry) => shareOf(view, entry, before, keys));
  return {
    ...{ ...sealed, number: content.number, epoch: keys.epoch, notes: true },
    participants: participants.map(plainEntry),
    keys: await handOut(place, shares, await kemKeysOf(view)),
  };
}

/** @param {CaseView} view @param {Roster} before @param {RosterChange} change @returns {Move|null} null when nothing is left to change */
function whoMoves(view, before, { add = [], remove = [], firstNotes = false, turn = false }) {
  const fixed = [b64(ASKER), b64(ARCHIVE)];
  const going = [...remove.map(b64), ...view.departed].filter((key) => !fixed.includes(key));
  const leaving = before.participants.filter(({ id }) => going.includes(b64(id)));
  const coming = add.filter((id) => !entryOf(before, id) && !going.includes(b64(id)));
  const makesNotes = firstNotes && !before.notes;
  if (leaving.length === 0 && coming.length === 0 && !turn && !makesNotes) return null;
  return { coming, leaving, turns: leaving.length > 0 || turn };
}

/** @param {CaseView} view @param {Move} move */
function requireAllowed(view, { coming, leaving }) {
  const directory = view.opened.directories.current;
  const mayChange = CASEWORK.includes(view.me.role) && activeMember(directory, view.me.id, CASEWORK);
  if (!mayChange) throw new CaseRefused('role');
  const persons = coming.map((id) => memberOf(directory, id)?.person);
  if (persons.some((person) => person && view.excluded.includes(b64(person)))) throw new CaseRefused('excluded');
  // Nobody takes the keys from themselves: somebody must be left who has them.
  if (leaving.some(({ id }) => equal(id, view.me.id))) throw new CaseRefused('roster');
  if (coming.length > 0 && view.unreadableNotes.length > 0) throw new CaseRefused('notes');
}

/** @param {CaseView} view @param {Roster} before @param {Move} move @returns {Promise<Entry[]>} */
async function participantsAfter(view, before, { coming, leaving }) {
  const directory = view.opened.directories.current;
  const staying = before.participants.filter((entry) => !leaving.includes(entry));
  const entries = asCaseRefused('roster', () => Promise.all(coming.map((id) => memberEntry(directory, id))));
  return sortEntries([...staying.map((entry) => renewed(entry, directory)), ...(await entries)]);
}

/** @param {CaseView} view @param {Roster} before @param {boolean} turns @returns {NextKeys} */
function nextKeys(view, before, turns) {
  const epoch = before.epoch + (turns ? 1 : 0);
  const [caseKeys, notesKeys] = [new Map(view.opened.caseKeys), new Map(view.opened.notesKeys)];
  if (turns) caseKeys.set(epoch, randomBytes(32));
  // A roster after the first always has a notes key: this may be the first staff action.
  if (turns || !before.notes) notesKeys.set(epoch, randomBytes(32));
  if (!notesKeys.has(epoch)) throw new CaseRefused('notes');
  return { epoch, caseKeys, notesKeys };
}

/**
 * The keys that somebody does not have yet: all of them when new here, else what is made now.
 * @param {CaseView} view @param {Entry} entry @param {Roster} before @param {NextKeys} next
 * @returns {Share}
 */
function shareOf({ opened }, entry, before, { caseKeys, notesKeys }) {
  const isNew = entryOf(before, entry.id) === null;
  const keys = missing('case', caseKeys, isNew ? null : opened.caseKeys);
  if (!equal(entry.id, ASKER)) keys.push(...missing('notes', notesKeys, isNew ? null : opened.notesKeys));
  return { entry, keys };
}

/** @param {'case'|'notes'} purpose @param {Map<number, Uint8Array>} all @param {Map<number, Uint8Array>|null} had @returns {Key[]} */
const missing = (purpose, all, had) =>
  [...all].filter(([epoch]) => !had?.has(epoch)).map(([epoch, key]) => ({ epoch, purpose, key }));

/** @param {CaseView} view */
async function kemKeysOf({ opened: { rosters, directories } }) {
  const asker = /** @type {{kem: Uint8Array}} */ (rosters[0].asker);
  return kemKeys(asker, await directories.at(rosters[0].directory), directories.current);
}
