/**
 * Runs the vectors of tests/vectors/ with the browser's half of the protocol: in node by vectors.test.js, in Chromium
 * by tests/browser/test_vectors.py. It uses nothing that a browser lacks.
 */
import { CaseRefused, openCase } from '../../portal/static/js/client/case.js';
import {
  b64,
  canonical,
  compare,
  equal,
  fromB64,
  fromCanonical,
  Reader,
  utf8,
} from '../../portal/static/js/crypto/bytes.js';
import {
  Directories,
  freshnessOf,
  openOrganisationKey,
  verifyDirectory,
} from '../../portal/static/js/crypto/directory.js';
import { openCheckpoint } from '../../portal/static/js/crypto/checkpoint.js';
import { checkEnrolment, checkOffer, inviteId } from '../../portal/static/js/crypto/enrolment.js';
import { ASKER, envelopeHash, NO_CASE, open, parseEnvelope } from '../../portal/static/js/crypto/envelope.js';
import { ProtocolError, Refused } from '../../portal/static/js/crypto/errors.js';
import { KemKeyPair } from '../../portal/static/js/crypto/hpke.js';
import { padme } from '../../portal/static/js/crypto/padding.js';
import {
  credentials,
  identityFromSeed,
  normaliseName,
  recoveryCredentials,
} from '../../portal/static/js/crypto/identity.js';
import { readJournal } from '../../portal/static/js/crypto/journal.js';
import { derive, sha256 } from '../../portal/static/js/crypto/kdf.js';
import { commit, openKey } from '../../portal/static/js/crypto/keys.js';
import { readPage } from '../../portal/static/js/crypto/page.js';
import { entryThatHolds, openRegisterKey } from '../../portal/static/js/crypto/register.js';
import { parseSigned, signedHash, verify } from '../../portal/static/js/crypto/sign.js';
import { openState } from '../../portal/static/js/crypto/state.js';
import { caseName, fingerprint, fromWords, toWords } from '../../portal/static/js/crypto/words.js';

/** @param {Record<string, any>} given @param {...string} names @returns {Uint8Array[]} */
const bytesOf = (given, ...names) => names.map((name) => fromB64(given[name]));

/** @param {any} header */
const headerOf = (header) => ({
  portal: fromB64(header.portal),
  case: header.case === null ? NO_CASE : fromB64(header.case),
  epoch: header.epoch,
  id: fromB64(header.id),
  writer: fromB64(header.writer),
  kind: header.kind,
});

/** @param {any} header */
const plainHeader = ({ portal, case: of, epoch, id, writer, kind }) => ({
  ...{ portal: b64(portal), case: of.length === 0 ? null : b64(of), epoch, id: b64(id), writer: b64(writer), kind },
});

/** @param {{portal: string, organisation: string, directories: string[]}} given */
async function directoriesOf({ portal, organisation, directories }) {
  const signed = directories.map((one) => fromB64(one));
  const place = { portal: fromB64(portal), organisation: fromB64(organisation) };
  return Directories.of(await verifyDirectory(signed[signed.length - 1], place), signed.slice(0, -1));
}

/** What each `what` of the vectors does. @type {Record<string, (inputs: any, list: readonly string[]) => Promise<any>>} */
const OPERATIONS = {
  derive: async ({ key, label, length }) => ({ out: b64(await derive(fromB64(key), label, length)) }),
  async credentials({ portal, role, name, password }) {
    const { locator, login, wrapping } = await credentials(role, fromB64(portal), name, password);
    return { name: normaliseName(name), locator: b64(locator), login: b64(login), wrapping: b64(wrapping) };
  },
  async recovery({ code }) {
    const { locator, login, wrapping } = await recoveryCredentials(fromB64(code));
    return { locator: b64(locator), login: b64(login), wrapping: b64(wrapping) };
  },
  async seed({ seed }) {
    const [state, draft] = await Promise.all(['state', 'draft'].map((use) => derive(fromB64(seed), use)));
    const { kem, sign } = await identityFromSeed(fromB64(seed));
    return { kem: b64(kem.publicKey), sign: b64(sign.publicKey), state: b64(state), draft: b64(draft) };
  },
  words: async ({ text, length }, list) => ({ bytes: b64(await fromWords(list, text, length)) }),
  'words-of': async ({ bytes }, list) => ({ text: await toWords(list, fromB64(bytes)) }),
  fingerprint: async ({ key }, list) => ({ text: await fingerprint(list, fromB64(key)) }),
  'case-name': async ({ case: id }, list) => ({ text: await caseName(list, fromB64(id)) }),
  canonical: async ({ body }) => ({ body: b64(canonical(fromCanonical(fromB64(body)))) }),
  padded: async ({ length, floor }) => ({ size: Math.max(floor, padme(8 + length)) }),
  async structure({ envelope }) {
    const { header, padded } = parseEnvelope(fromB64(envelope));
    return { header: plainHeader(header), padded };
  },
  async envelope({ envelope, key, header }) {
    const content = await open(fromB64(key), headerOf(header), fromB64(envelope));
    return { content: b64(content), hash: b64(await envelopeHash(fromB64(envelope))) };
  },
  async page({ envelope, key, header, hash }) {
    if (b64(await envelopeHash(fromB64(envelope))) !== hash) throw new Refused('page');
    const { height, width, media, image } = readPage(await open(fromB64(key), headerOf(header), fromB64(envelope)));
    return { height, width, media, image: b64(image) };
  },
  async hpke({ sealed, seed, info }) {
    return { plaintext: b64(await (await KemKeyPair.of(fromB64(seed))).open(fromB64(info), fromB64(sealed))) };
  },
  async key(given) {
    const [sealed, seed, portal, of, recipient, commitment] = bytesOf(
      given,
      ...['sealed', 'seed', 'portal', 'case', 'recipient', 'commitment'],
    );
    const place = { portal, case: of, epoch: given.epoch, recipient, purpose: given.purpose };
    return { key: b64(await openKey(await KemKeyPair.of(seed), place, commitment, sealed)) };
  },
  commit: async ({ key, purpose }) => ({ commitment: b64(await commit(fromB64(key), purpose)) }),
  async signed({ signed, public: key, purpose, context }) {
    const parsed = parseSigned(fromB64(signed), () => {});
    await verify(fromB64(key), purpose, fromB64(context), parsed);
    return { body: b64(parsed.raw), hash: b64(await signedHash(fromB64(signed))) };
  },
  async directory({ signed, portal, organisation, last_seen: seen }) {
    const lastSeen = seen && { version: seen.version, hash: fromB64(seen.hash) };
    const place = { portal: fromB64(portal), organisation: fromB64(organisation), lastSeen };
    const { version, hash, members } = await verifyDirectory(fromB64(signed), place);
    const active = members.filter((member) => member.active).map(({ id }) => b64(id));
    return { version, hash: b64(hash), active: active.sort() };
  },
  async continued({ signed, seen, portal, organisation }) {
    const place = { portal: fromB64(portal), organisation: fromB64(organisation) };
    const lastSeen = await verifyDirectory(fromB64(seen), place);
    const current = await verifyDirectory(fromB64(signed), { ...place, lastSeen });
    const older = lastSeen.version === current.version ? [] : [lastSeen.signed];
    await (await Directories.of(current, older)).requireContinued(lastSeen);
    return { version: current.version, hash: b64(current.hash) };
  },
  async freshness({ signed, portal, organisation, directory, today }) {
    const { current } = await directoriesOf({ portal, organisation, directories: [directory] });
    return { state: (await freshnessOf(current, fromB64(portal), fromB64(signed), today)).state };
  },
  async organisation(given) {
    const [sealed, recovery, portal, publicKey] = bytesOf(given, 'sealed', 'recovery', 'portal', 'organisation');
    return { seed: b64((await openOrganisationKey(await KemKeyPair.of(recovery), portal, publicKey, sealed)).seed) };
  },
  async offer(given) {
    const [code, portal, organisation, person, mac] = bytesOf(given, 'code', 'portal', 'organisation', 'person', 'mac');
    const { role, name, function: work } = given;
    await checkOffer(code, portal, { organisation, person, role, name, function: work }, mac);
    return { invite: b64(await inviteId(code)) };
  },
  async enrolment(given) {
    const [code, portal, member, kem, sign, mac] = bytesOf(given, 'code', 'portal', 'member', 'kem', 'sign', 'mac');
    await checkEnrolment(code, portal, { member, kem, sign }, mac);
    return { invite: b64(await inviteId(code)) };
  },
  async 'register-key'(given) {
    const [sealed, seed, portal, id, member, kem] = bytesOf(given, 'sealed', 'seed', 'portal', 'id', 'member', 'kem');
    return { seed: b64(await openRegisterKey(await KemKeyPair.of(seed), portal, id, member, sealed, kem)) };
  },
  async register(given) {
    const [seed, portal, key, of] = bytesOf(given, 'seed', 'portal', 'id', 'case');
    const entries = given.entries.map((/** @type {any} */ entry) => ({
      sealed: fromB64(entry.sealed),
      writer: fromB64(entry.writer),
    }));
    const place = { portal, key, case: of };
    const found = await entryThatHolds(await KemKeyPair.of(seed), place, entries, await directoriesOf(given));
    if (!found) throw new Refused('register');
    return { writer: b64(found.writer), body: b64(canonical(found.body)) };
  },
  async checkpoint(given) {
    const [seed, portal, key, envelope] = bytesOf(given, 'seed', 'portal', 'id', 'envelope');
    const place = { portal, key, number: given.number };
    const { row, lines } = await openCheckpoint(seed, place, envelope, await directoriesOf(given));
    return {
      row,
      cases: lines.map(({ body }) => body.case).sort(),
      lines: lines.map(({ body, mark }) => ({ body: b64(canonical(body)), mark: b64(mark) })),
    };
  },
  async state({ envelope, seed, portal, owner, writer, number, shape }) {
    // The writer follows from whose state it is: ASKER for a mailbox, the member for staff.
    if (writer !== (shape === 'mailbox' ? b64(ASKER) : owner)) throw new Refused('writer');
    const { stateKey } = await identityFromSeed(fromB64(seed));
    const state = await openState(stateKey, fromB64(portal), fromB64(owner), shape, number, fromB64(envelope));
    return { body: b64(canonical(state)) };
  },
  async journal({ lines }) {
    const { head, whole } = await readJournal(lines.map(decode));
    if (!whole) throw new Refused('journal');
    return { head };
  },
  case: async (given) => caseContent(await openGivenCase(given)),
  archive: openArchive,
};

/** @param {any} given */
async function openGivenCase(given) {
  const identity = given.seed
    ? await identityFromSeed(fromB64(given.seed))
    : { kem: await KemKeyPair.of(fromB64(given.kem_seed)) };
  const seen = given.last_seen;
  return openCase({
    identity,
    me: { id: fromB64(given.me) },
    portal: fromB64(given.portal),
    fetched: {
      id: fromB64(given.case),
      rosters: given.rosters.map(decode),
      keys: given.keys.map((/** @type {any} */ key) => ({ ...key, sealed: fromB64(key.sealed) })),
      messages: given.messages.map(decode),
      notes: given.notes.map(decode),
    },
    directories: await directoriesOf(given),
    lastSeen: seen && { roster: seen.roster, read: seen.read },
  });
}

/** @param {string} text */
const decode = (text) => fromB64(text);

/** @param {import('../../portal/static/js/client/case.js').CaseView} view */
function caseContent(view) {
  const { caseKeys, notesKeys } = view.opened;
  const listed = (/** @type {any} */ { id, kind, writer, text }) => ({ id: b64(id), kind, writer: b64(writer), text });
  const unreadable = view.unreadableNotes.map(() => '');
  return {
    number: view.roster.number,
    roster: b64(view.roster.hash),
    epoch: view.roster.epoch,
    participants: [...view.participants]
      .sort((a, b) => compare(a.id, b.id))
      .map(({ key, role }) => ({ id: key, role })),
    keys: { case: [...caseKeys.keys()].sort(), notes: [...notesKeys.keys()].sort() },
    messages: view.messages.map(listed),
    notes: view.notes.map(listed),
    refused: [...view.refused.map(({ key }) => key), ...unreadable].sort(),
    missing: view.missing.map(({ key }) => key).sort(),
  };
}

/** Reads an archive file (protocol, section 14). @param {any} given */
async function openArchive(given) {
  const reader = new Reader(fromB64(given.file));
  if (!equal(reader.take(21), utf8('adviespunt archive 1\n'))) throw new Refused('archive');
  const manifest = fromCanonical(reader.lp());
  const blobs = reader.rest();
  const pages = manifest['cases'].flatMap((/** @type {any} */ one) => one.pages);
  for (const { offset, length, hash } of pages) {
    const blob = blobs.subarray(offset, offset + length);
    if (b64(await sha256(blob)) !== hash) throw new Refused('archive');
  }
  return {
    year: manifest['year'],
    cases: manifest['cases'].map((/** @type {any} */ one) => one.id).sort(),
    pages: pages.length,
  };
}

/**
 * @typedef {{name: string, what: string, inputs: any, expect: 'opens'|'refused', content?: any}} Vector
 */

/** @param {any} value as comparable text, whatever the order of keys */
const comparable = (value) =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * @param {string} what @param {any} inputs @param {readonly string[]} list of words
 * @returns {Promise<any>} content
 */
export const run = (what, inputs, list) => OPERATIONS[what](inputs, list);

/**
 * Runs one vector.
 * @param {Vector} vector @param {readonly string[]} list of words
 * @returns {Promise<string|null>} what is wrong; null when it went as expected
 */
export async function check({ what, inputs, expect, content }, list) {
  const operation = OPERATIONS[what];
  if (!operation) return `unknown operation ${what}`;
  try {
    const found = await operation(inputs, list);
    if (expect === 'refused') return `was not refused, but gave ${comparable(found)}`;
    return comparable(found) === comparable(content) ? null : `gave ${comparable(found)}, not ${comparable(content)}`;
  } catch (error) {
    const refused = error instanceof ProtocolError || error instanceof CaseRefused;
    if (expect === 'refused' && refused) return null;
    return refused ? `was refused: ${error.message}` : `crashed: ${error instanceof Error ? error.stack : error}`;
  }
}
