/**
 * Writes tests/vectors/javascript/: what the browser's half seals, signs and refuses. Run it as
 *
 *     node tests/js/produce.js
 *
 * Keys are random, so every run gives other bytes; commit them only when something changed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  b64,
  canonical,
  compare,
  concat,
  fromB64,
  lp,
  lps,
  randomBytes,
  u64,
  utf8,
} from '../../portal/static/js/crypto/bytes.js';
import {
  keyHashes,
  organisationKey,
  sealOrganisationKey,
  signCredential,
  signDirectory,
  signFreshness,
  signSuccessor,
} from '../../portal/static/js/crypto/directory.js';
import { sealCheckpoint } from '../../portal/static/js/crypto/checkpoint.js';
import { enrolmentMac, offerMac } from '../../portal/static/js/crypto/enrolment.js';
import { ARCHIVE, ASKER, encodeHeader, envelopeHash, NO_CASE, seal } from '../../portal/static/js/crypto/envelope.js';
import { hpkeSeal, KemKeyPair } from '../../portal/static/js/crypto/hpke.js';
import { hkdf, sha256 } from '../../portal/static/js/crypto/kdf.js';
import { commit, sealKey } from '../../portal/static/js/crypto/keys.js';
import { headsOf, nextCounter, sealMessage } from '../../portal/static/js/crypto/message.js';
import { pad } from '../../portal/static/js/crypto/padding.js';
import { framePage } from '../../portal/static/js/crypto/page.js';
import { sealEntry, sealRegisterKey } from '../../portal/static/js/crypto/register.js';
import { sealRoster, sortEntries } from '../../portal/static/js/crypto/roster.js';
import { sign, unsigned } from '../../portal/static/js/crypto/sign.js';
import { sealState } from '../../portal/static/js/crypto/state.js';
import { parseWordList, passphrase, toWords } from '../../portal/static/js/crypto/words.js';
import { changeRoster, newDraft, sendMessage } from '../../portal/static/js/client/case.js';
import { run } from './vectors.js';
import { DAY, makeMember, newCase, World } from './world.js';

const OUT = new URL('../vectors/javascript/', import.meta.url);
const list = parseWordList(readFileSync(new URL('../../portal/static/words/nl.txt', import.meta.url), 'utf8'));

/** The vectors of one file. */
class Area {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
    /** @type {any[]} */
    this.vectors = [];
  }

  /** What must open. @param {string} name @param {string} what @param {any} inputs */
  async opens(name, what, inputs) {
    this.vectors.push({ name, what, inputs, expect: 'opens', content: await run(what, inputs, list) });
  }

  /** What must not. @param {string} name @param {string} what @param {any} inputs */
  async refuses(name, what, inputs) {
    const content = await run(what, inputs, list).catch(() => null);
    if (content !== null) throw new Error(`${this.name}: "${name}" was not refused`);
    this.vectors.push({ name, what, inputs, expect: 'refused' });
  }

  write() {
    const lines = this.vectors.map((vector) => JSON.stringify(vector));
    writeFileSync(new URL(`${this.name}.json`, OUT), `[\n${lines.join(',\n')}\n]\n`);
    console.log(`${this.name}: ${this.vectors.length}`);
  }
}

/** @param {Uint8Array} bytes @param {number} at @returns {Uint8Array} with one bit turned */
function turned(bytes, at) {
  const other = bytes.slice();
  other[at < 0 ? bytes.length + at : at] ^= 1;
  return other;
}

const plainHeader = (header) => ({
  portal: b64(header.portal),
  case: header.case.length === 0 ? null : b64(header.case),
  epoch: header.epoch,
  id: b64(header.id),
  writer: b64(header.writer),
  kind: header.kind,
});

const newHeader = (kind = 'reply', change = {}) => ({
  ...{ portal: randomBytes(16), case: randomBytes(16), epoch: 0, id: randomBytes(16), writer: randomBytes(16), kind },
  ...change,
});

async function primitives() {
  const area = new Area('primitives');
  const key = randomBytes(32);
  await area.opens('16 bytes', 'derive', { key: b64(key), label: 'invite/id', length: 16 });
  await area.opens('32 bytes', 'derive', { key: b64(key), label: 'kem', length: 32 });
  const portal = b64(randomBytes(16));
  for (const [name, typed, password] of [
    ['an asker', 'blauwe reiger', 'kasteel zee twaalf'],
    ['a name to be folded', ' \tBlauwe \n  REIGER ', 'kasteel zee twaalf'],
    ['a password that NFKC changes', 'x', 'ﬁets e\u0301 Å'],
    ['a password with spaces around', 'x', '  geheim  '],
    ['a password of 1,024 bytes', 'x', 'é'.repeat(512)],
  ]) {
    await area.opens(name, 'credentials', { portal, role: 'mailbox', name: typed, password });
  }
  await area.opens('the same as staff', 'credentials', {
    portal,
    role: 'staff',
    name: 'blauwe reiger',
    password: 'kasteel zee twaalf',
  });
  for (const [name, typed, password] of [
    ['an empty name', ' ', 'x'],
    ['a name of 65 characters', 'a'.repeat(65), 'x'],
    ['a name with an accent', 'réiger', 'x'],
    ['a name with the Kelvin sign', 'reiger \u212a', 'x'],
    ['a name with a no-break space', 'blauwe\u00a0reiger', 'x'],
    ['an empty password', 'x', ''],
    ['a password of 1,025 bytes', 'x', `${'é'.repeat(512)}x`],
  ]) {
    await area.refuses(name, 'credentials', { portal, role: 'mailbox', name: typed, password });
  }
  await area.opens('a recovery code', 'recovery', { code: b64(randomBytes(16)) });
  await area.opens('the keys of a seed', 'seed', { seed: b64(randomBytes(32)) });
  for (const size of [16, 32]) await wordVectors(area, randomBytes(size));
  await area.opens('a fingerprint', 'fingerprint', { key: b64(key) });
  await area.opens('the name of a case', 'case-name', { case: b64(randomBytes(16)) });
  for (const length of [0, 1, 1015, 1016, 1017, 65_528, 65_529, 1_000_000, 2 ** 40 - 9]) {
    for (const floor of [1_024, 65_536]) {
      await area.opens(`${length} bytes above ${floor}`, 'padded', { length, floor });
    }
  }
  await canonicals(area);
  area.write();
}

/** @param {Area} area @param {Uint8Array} bytes */
async function wordVectors(area, bytes) {
  const size = bytes.length;
  const text = await toWords(list, bytes);
  const words = text.split(' ');
  await area.opens(`${size} bytes as words`, 'words-of', { bytes: b64(bytes) });
  await area.opens(`words of ${size} bytes`, 'words', { text, length: size });
  await area.opens(`words of ${size} bytes, badly typed`, 'words', {
    text: ` ${text.toUpperCase().replaceAll(' ', '\n ')}\t`,
    length: size,
  });
  const swapped = [words[1], words[0], ...words.slice(2)].join(' ');
  await area.refuses(`two of the words of ${size} bytes swapped`, 'words', { text: swapped, length: size });
  await area.refuses(`a word of ${size} bytes missing`, 'words', { text: words.slice(1).join(' '), length: size });
  await area.refuses(`an unknown word in ${size} bytes`, 'words', {
    text: ['qqqq', ...words.slice(1)].join(' '),
    length: size,
  });
  await area.refuses(`any words for ${size} bytes`, 'words', { text: passphrase(list, words.length), length: size });
}

/** @param {Area} area */
async function canonicals(area) {
  const opens = (name, text) => area.opens(`canonical: ${name}`, 'canonical', { body: b64(utf8(text)) });
  const refuses = (name, text) =>
    area.refuses(`canonical: ${name}`, 'canonical', { body: b64(typeof text === 'string' ? utf8(text) : text) });
  await opens('every kind of value', '{"a":[1,{"b":null}],"c":true,"d":"é€😀","e":9007199254740991}');
  await opens('escapes', '{"a":"\\b\\f\\n\\r\\t\\"\\\\\\u0000\\u001f\u007f\u2028/"}');
  await opens('a key of another language\u2019s objects', '{"__proto__":{"a":1},"constructor":0}');
  await refuses('white space', '{"a": 1}');
  await refuses('keys out of order', '{"b":1,"a":1}');
  await refuses('a key twice', '{"a":1,"a":1}');
  await refuses('a fraction', '{"a":1.5}');
  await refuses('a fraction of nothing', '{"a":1.0}');
  await refuses('an exponent', '{"a":1e2}');
  await refuses('a negative number', '{"a":-1}');
  await refuses('negative zero', '{"a":-0}');
  await refuses('2^53', '{"a":9007199254740992}');
  await refuses('an escape too many', '{"a":"\\u0041"}');
  await refuses('an escaped slash', '{"a":"\\/"}');
  await refuses('a lone surrogate', '{"a":"\\ud800"}');
  await refuses('a key that is not ASCII', '{"é":1}');
  await refuses('a list', '[]');
  await refuses('two values', '{}{}');
  await refuses('a byte order mark', '\ufeff{}');
  await refuses('what is not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d));
  await refuses('nothing', '');
  await refuses('twenty thousand lists in each other', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`);
}

async function envelopes() {
  const area = new Area('envelopes');
  const key = randomBytes(32);
  const header = newHeader();
  const inputs = (envelope, change = {}) => ({
    envelope: b64(envelope),
    key: b64(key),
    header: plainHeader({ ...header, ...change }),
  });
  for (const length of [0, 1, 1_016, 1_017, 65_528, 65_529, 90_000]) {
    await area.opens(`${length} bytes`, 'envelope', inputs(await seal(key, header, randomBytes32(length))));
  }
  const none = newHeader('state', { case: NO_CASE, epoch: 7 });
  const own = await seal(key, none, utf8('{}'));
  await area.opens('without a case', 'envelope', { envelope: b64(own), key: b64(key), header: plainHeader(none) });

  const envelope = await seal(key, header, utf8('wat iemand schreef'));
  await area.opens('what somebody wrote', 'envelope', inputs(envelope));
  for (const [name, change] of Object.entries({
    'moved to another portal': { portal: randomBytes(16) },
    'moved to another case': { case: randomBytes(16) },
    'moved out of its case': { case: NO_CASE },
    'moved to another epoch': { epoch: 1 },
    'under another id': { id: randomBytes(16) },
    'by another writer': { writer: ASKER },
    'of another kind': { kind: 'note' },
  })) {
    await area.refuses(name, 'envelope', inputs(envelope, change));
  }
  await area.refuses('another key', 'envelope', { ...inputs(envelope), key: b64(randomBytes(32)) });
  const headerEnd = 33 + 4 + encodeHeader(header).length;
  for (const [name, at] of Object.entries({
    version: 0,
    salt: 1,
    header: 60,
    commitment: headerEnd,
    chunk: headerEnd + 32,
    tag: -1,
  })) {
    await area.refuses(`a bit turned in its ${name}`, 'envelope', inputs(turned(envelope, at)));
  }
  await area.refuses('version 2', 'envelope', inputs(Uint8Array.of(2, ...envelope.slice(1))));
  await area.refuses('one byte short', 'envelope', inputs(envelope.slice(0, -1)));
  await area.refuses('one byte more', 'envelope', inputs(concat(envelope, Uint8Array.of(0))));
  await area.refuses('without its chunk', 'envelope', inputs(envelope.slice(0, headerEnd + 32)));
  await area.refuses('nothing at all', 'envelope', inputs(new Uint8Array(0)));
  await chunks(area, key, header, inputs);
  await padding(area, key, header, inputs);
  await pages(area);
  await structures(area, key, header, envelope, headerEnd);
  area.write();
}

/** Random bytes of any length. @param {number} length */
const randomBytes32 = (length) =>
  concat(
    ...Array.from({ length: Math.ceil(length / 65_536) }, (_, i) => randomBytes(Math.min(65_536, length - i * 65_536))),
  );

async function chunks(area, key, header, inputs) {
  const three = await seal(key, header, randomBytes32(140_000));
  const start = 33 + 4 + encodeHeader(header).length + 32;
  const [front, first, second, rest] = [
    three.slice(0, start),
    three.slice(start, start + 65_552),
    three.slice(start + 65_552, start + 131_104),
    three.slice(start + 131_104),
  ];
  await area.refuses('chunks in another order', 'envelope', inputs(concat(front, second, first, rest)));
  await area.refuses('a chunk missing in the middle', 'envelope', inputs(concat(front, first, rest)));
  await area.refuses('cut off after a whole chunk', 'envelope', inputs(concat(front, first, second)));
  await area.refuses('a chunk twice', 'envelope', inputs(concat(front, first, first, rest)));
  await area.refuses(
    'a chunk of another envelope',
    'envelope',
    inputs(concat(front, (await seal(key, header, randomBytes32(140_000))).slice(start, start + 65_552), second, rest)),
  );
}

/** An envelope with whatever padding, as a hostile writer who has the key could make it. */
async function sealPadded(key, header, padded) {
  const [raw, salt] = [encodeHeader(header), randomBytes(32)];
  const both = await hkdf(key, salt, concat(utf8('adviespunt/v1/envelope'), raw), 64);
  const aes = await crypto.subtle.importKey('raw', both.slice(0, 32), 'AES-GCM', false, ['encrypt']);
  const iv = concat(new Uint8Array(11), Uint8Array.of(1));
  const chunk = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aes, padded));
  return concat(Uint8Array.of(1), salt, lp(raw), both.slice(32), chunk);
}

async function padding(area, key, header, inputs) {
  const text = utf8('kort');
  await area.opens('padded by hand', 'envelope', inputs(await sealPadded(key, header, pad(text, 1_024))));
  await area.refuses(
    'padded to a size of its own',
    'envelope',
    inputs(await sealPadded(key, header, pad(text, 1_088))),
  );
  await area.refuses(
    'padded to a size that Padmé never gives',
    'envelope',
    inputs(await sealPadded(key, header, pad(text, 1_025))),
  );
  await area.refuses('not padded', 'envelope', inputs(await sealPadded(key, header, pad(text, 12))));
  await area.refuses(
    'padding that is not zero',
    'envelope',
    inputs(await sealPadded(key, header, turned(pad(text, 1_024), -1))),
  );
  await area.refuses(
    'longer than what is there',
    'envelope',
    inputs(await sealPadded(key, header, concat(u64(1_017), new Uint8Array(1_016)))),
  );
  await area.refuses(
    'a length of 2^64 - 1',
    'envelope',
    inputs(await sealPadded(key, header, concat(new Uint8Array(8).fill(255), new Uint8Array(1_016)))),
  );
}

const WEBP = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64');
const PAGE = { media: 'image/webp', width: 1, height: 1, image: new Uint8Array(WEBP) };

async function pages(area) {
  const key = randomBytes(32);
  const header = newHeader('page');
  const inputs = async (content, change = {}) => {
    const envelope = await seal(key, header, content);
    return {
      envelope: b64(envelope),
      key: b64(key),
      header: plainHeader(header),
      hash: b64(await envelopeHash(envelope)),
      ...change,
    };
  };
  const framed = (meta, image = PAGE.image) => concat(lp(canonical(meta)), image);
  const meta = { height: 1, media: 'image/webp', width: 1 };
  await area.opens('a page', 'page', await inputs(framePage(PAGE)));
  await area.opens(
    'a page of 64 million pixels',
    'page',
    await inputs(framed({ ...meta, height: 8_000, width: 8_000 })),
  );
  await area.refuses('a page of more pixels', 'page', await inputs(framed({ ...meta, height: 8_000, width: 8_001 })));
  await area.refuses('a page without pixels', 'page', await inputs(framed({ ...meta, height: 0 })));
  await area.refuses('a page that says PNG and is not', 'page', await inputs(framed({ ...meta, media: 'image/png' })));
  await area.refuses(
    'a page that is a document',
    'page',
    await inputs(framed({ ...meta, media: 'application/pdf' }, utf8('%PDF-1.7'))),
  );
  await area.refuses(
    'a page that is a drawing with scripts',
    'page',
    await inputs(framed({ ...meta, media: 'image/svg+xml' }, utf8('<svg/>'))),
  );
  await area.refuses('a page with a field more', 'page', await inputs(framed({ ...meta, name: 'IMG_1.jpg' })));
  await area.refuses(
    'a page in the place of another',
    'page',
    await inputs(framePage(PAGE), { hash: b64(randomBytes(32)) }),
  );
}

async function structures(area, key, header, envelope, headerEnd) {
  await area.opens('outside of an envelope', 'structure', { envelope: b64(envelope) });
  const large = await seal(key, newHeader('page'), randomBytes32(70_000));
  await area.opens('outside of a page', 'structure', { envelope: b64(large) });
  const inner = encodeHeader(header);
  const rebuilt = (raw, rest = envelope.slice(headerEnd)) => ({
    envelope: b64(concat(envelope.slice(0, 33), lp(raw), rest)),
  });
  await area.refuses('a header with a byte left over', 'structure', rebuilt(concat(inner, Uint8Array.of(0))));
  await area.refuses('a header cut short', 'structure', rebuilt(inner.slice(0, -1)));
  await area.refuses('a kind in capitals', 'structure', rebuilt(encodeHeader({ ...header, kind: 'REPLY' })));
  await area.refuses('a kind of 33 letters', 'structure', rebuilt(encodeHeader({ ...header, kind: 'a'.repeat(33) })));
  await area.refuses('an id of 15 bytes', 'structure', rebuilt(encodeHeader({ ...header, id: randomBytes(15) })));
  await area.refuses('a case of 8 bytes', 'structure', rebuilt(encodeHeader({ ...header, case: randomBytes(8) })));
  await area.refuses(
    'an empty last chunk',
    'structure',
    rebuilt(inner, concat(new Uint8Array(32), new Uint8Array(65_552), new Uint8Array(16))),
  );
  await area.refuses('a size that no padding gives', 'structure', rebuilt(inner, new Uint8Array(32 + 16 + 1_025)));
  await area.refuses('a page below its floor', 'structure', rebuilt(encodeHeader({ ...header, kind: 'page' })));
}

async function keysOfCases() {
  const area = new Area('keys');
  const seed = randomBytes(32);
  const { publicKey } = await KemKeyPair.of(seed);
  const info = utf8('info');
  const sealed = await hpkeSeal(publicKey, info, utf8('hallo'));
  const hpke = { sealed: b64(sealed), seed: b64(seed), info: b64(info) };
  await area.opens('HPKE', 'hpke', hpke);
  await area.opens('HPKE of nothing', 'hpke', {
    ...hpke,
    sealed: b64(await hpkeSeal(publicKey, info, new Uint8Array(0))),
  });
  await area.refuses('HPKE with other info', 'hpke', { ...hpke, info: b64(utf8('other')) });
  await area.refuses('HPKE to another key', 'hpke', { ...hpke, seed: b64(randomBytes(32)) });
  for (const [name, at] of Object.entries({ 'ML-KEM part': 5, 'X25519 part': 1_100, 'sealed text': 1_121, tag: -1 })) {
    await area.refuses(`HPKE with a bit turned in its ${name}`, 'hpke', { ...hpke, sealed: b64(turned(sealed, at)) });
  }
  await area.refuses('HPKE cut short', 'hpke', { ...hpke, sealed: b64(sealed.slice(0, 1_100)) });

  const key = randomBytes(32);
  const place = {
    portal: randomBytes(16),
    case: randomBytes(16),
    epoch: 3,
    recipient: randomBytes(16),
    purpose: 'case',
  };
  const given = {
    ...{
      sealed: b64(await sealKey(publicKey, place, key)),
      seed: b64(seed),
      portal: b64(place.portal),
      case: b64(place.case),
    },
    ...{ epoch: 3, recipient: b64(place.recipient), purpose: 'case', commitment: b64(await commit(key, 'case')) },
  };
  await area.opens('a case key', 'key', given);
  await area.refuses('a key of another portal', 'key', { ...given, portal: b64(randomBytes(16)) });
  await area.refuses('a key of another case', 'key', { ...given, case: b64(randomBytes(16)) });
  await area.refuses('a key of another epoch', 'key', { ...given, epoch: 2 });
  await area.refuses('a key for another recipient', 'key', { ...given, recipient: b64(ASKER) });
  await area.refuses('a case key as notes key', 'key', {
    ...given,
    purpose: 'notes',
    commitment: b64(await commit(key, 'notes')),
  });
  const servers = randomBytes(32);
  await area.refuses('a case key that the server sealed', 'key', {
    ...given,
    sealed: b64(await sealKey(publicKey, place, servers)),
  });
  await area.refuses('another commitment', 'key', { ...given, commitment: b64(randomBytes(32)) });
  const short = await hpkeSeal(
    publicKey,
    concat(
      utf8('adviespunt/v1/key'),
      lps(place.portal, place.case, Uint8Array.of(0, 0, 0, 3), place.recipient, utf8('case')),
    ),
    key.slice(0, 16),
  );
  await area.refuses('a key of 16 bytes', 'key', { ...given, sealed: b64(short) });
  for (const purpose of ['case', 'notes']) {
    await area.opens(`what commits to a ${purpose} key`, 'commit', { key: b64(key), purpose });
  }
  area.write();
}

async function signatures() {
  const area = new Area('signed');
  const { an, dirk } = { an: await makeMember('an', 'coach'), dirk: await makeMember('dirk', 'coach') };
  const context = randomBytes(16);
  const signed = await sign(an.identity.sign.privateKey, 'message', context, { v: 1, text: 'é' });
  const given = { signed: b64(signed), public: b64(an.sign), purpose: 'message', context: b64(context) };
  await area.opens('a signed body', 'signed', given);
  await area.refuses('another purpose', 'signed', { ...given, purpose: 'roster' });
  await area.refuses('another context', 'signed', { ...given, context: b64(randomBytes(16)) });
  await area.refuses('another signer', 'signed', { ...given, public: b64(dirk.sign) });
  await area.refuses('another body', 'signed', { ...given, signed: b64(turned(signed, -70)) });
  await area.refuses('another signature', 'signed', { ...given, signed: b64(turned(signed, -1)) });
  await area.refuses('no signature', 'signed', { ...given, signed: b64(unsigned({ v: 1 })) });
  await area.refuses('a byte left over', 'signed', { ...given, signed: b64(concat(signed, Uint8Array.of(0))) });
  await area.refuses('a key that is none', 'signed', { ...given, public: b64(new Uint8Array(31)) });
  area.write();
}

async function directories() {
  const area = new Area('directory');
  const world = await World.make({ an: 'facilitator', bert: 'facilitator', cas: 'coach', coor: 'coordinator' });
  const { an, bert, cas, coor } = world.members;
  const base = { portal: b64(world.portal), organisation: b64(world.organisation.publicKey), last_seen: null };
  const given = (signed, change = {}) => ({ signed: b64(signed), ...base, ...change });
  const first = world.signedDirectories[0];
  const mark = (directory) => ({ hash: b64(directory.hash), version: directory.version });
  await area.opens('the first version', 'directory', given(first));
  const one = world.directory;
  cas.active = false;
  const second = await world.publish(bert);
  await area.opens('somebody left', 'directory', given(second));
  await area.opens('descends from the one seen', 'directory', given(second, { last_seen: mark(one) }));
  await area.opens('the one seen before', 'directory', given(second, { last_seen: mark(world.directory) }));
  await area.refuses('gone back to an older version', 'directory', given(first, { last_seen: mark(world.directory) }));
  await area.refuses(
    'another history',
    'directory',
    given(second, { last_seen: { hash: b64(randomBytes(32)), version: 1 } }),
  );
  await area.refuses(
    'another directory of the same version',
    'directory',
    given(second, { last_seen: { hash: b64(randomBytes(32)), version: 2 } }),
  );
  await area.refuses('another organisation key', 'directory', given(second, { organisation: b64(randomBytes(32)) }));
  await area.refuses('another portal', 'directory', given(second, { portal: b64(randomBytes(16)) }));
  await area.refuses('another signature', 'directory', given(turned(second, -1)));
  await area.refuses('signed by a coach', 'directory', given(await signAs(world, cas)));
  await area.refuses('signed by a coordinator', 'directory', given(await signAs(world, coor)));
  const servers = await makeMember('server', 'facilitator');
  await area.refuses(
    'a facilitator whom nobody appointed',
    'directory',
    given(await signAs(world, an, { members: [...everybody(world), servers] })),
  );
  await area.refuses(
    'a facilitator with swapped keys',
    'directory',
    given(
      await signAs(world, an, {
        members: everybody(world).map((m) => (m === bert ? { ...bert, sign: servers.sign } : m)),
      }),
    ),
  );
  await area.refuses(
    'a credential left out',
    'directory',
    given(await signAs(world, an, { credentials: world.credentials.slice(1) })),
  );
  await area.refuses(
    'credentials in another order',
    'directory',
    given(await signAs(world, an, { credentials: [...world.credentials].reverse() })),
  );
  await area.refuses(
    'a credential that the server signed',
    'directory',
    given(await signAs(world, an, { credentials: [...world.credentials, await forgedCredential(world, servers)] })),
  );
  await area.refuses('members not sorted', 'directory', given(await signUnsorted(world)));
  await area.refuses(
    'a history too short',
    'directory',
    given(
      await signDirectory(
        an.identity.sign.privateKey,
        world.portal,
        an.id,
        DAY,
        { ...world.directory, history: [] },
        contentOf(world),
      ),
      { last_seen: mark(world.directory) },
    ),
  );
  await successors(area, world, given);
  await freshness(area, world, base);
  await organisations(area, world);
  await continued(area);
  area.write();
}

const everybody = (world) => Object.values(world.members);
const contentOf = (world) => ({ ...world.directory, credentials: world.credentials, members: everybody(world) });
const signAs = (world, author, change = {}) =>
  signDirectory(author.identity.sign.privateKey, world.portal, author.id, DAY, world.directory, {
    ...contentOf(world),
    ...change,
  });

async function forgedCredential(world, member) {
  const servers = await organisationKey(randomBytes(32));
  return signCredential(servers.privateKey, world.portal, 'appoint', member, DAY, world.credentials.length);
}

async function signUnsorted(world) {
  const { an } = world.members;
  const parsed = JSON.parse(new TextDecoder().decode(world.directory.signed.slice(4, -64)));
  parsed.members.reverse();
  return sign(an.identity.sign.privateKey, 'directory', world.portal, parsed);
}

async function successors(area, world, given) {
  const { an, bert } = world.members;
  const next = await organisationKey(randomBytes(32));
  const serial = world.credentials.length;
  const handed = [
    ...world.credentials,
    await signSuccessor(world.organisation.privateKey, world.portal, next.publicKey, DAY, serial),
  ];
  const revoked = await signCredential(next.privateKey, world.portal, 'revoke', bert, DAY, serial + 1);
  await area.opens(
    'a successor of the organisation key',
    'directory',
    given(await signAs(world, an, { credentials: handed })),
  );
  const without = everybody(world).map((m) => (m === bert ? { ...bert, active: false } : m));
  await area.opens(
    'a facilitator revoked by the successor',
    'directory',
    given(await signAs(world, an, { credentials: [...handed, revoked], members: without })),
  );
  await area.refuses(
    'a revoked facilitator still active',
    'directory',
    given(await signAs(world, an, { credentials: [...handed, revoked] })),
  );
  const old = await signCredential(world.organisation.privateKey, world.portal, 'revoke', bert, DAY, serial + 1);
  await area.refuses(
    'a credential by the key that stepped down',
    'directory',
    given(await signAs(world, an, { credentials: [...handed, old], members: without })),
  );
}

/** Rule 6: what the version seen last says, no later one takes back. */
async function continued(area) {
  const world = await World.make({ an: 'facilitator', bert: 'facilitator', cas: 'coach', dirk: 'coach' });
  const { an, bert, cas, dirk } = world.members;
  const base = { portal: b64(world.portal), organisation: b64(world.organisation.publicKey) };
  const first = b64(world.signedDirectories[0]);
  const appointed = [...world.credentials];
  await world.credential('revoke', bert);
  bert.active = false;
  const seen = b64(await world.publish(an));
  const mark = { hash: b64(world.directory.hash), version: world.directory.version };
  const given = (signed) => ({ ...base, seen, signed: b64(signed) });
  await area.opens('a dismissal', 'continued', { ...base, seen: first, signed: seen });
  await area.opens('nothing new since', 'continued', { ...base, seen, signed: seen });
  /** Nothing but rule 6 refuses it. */
  const refuses = async (name, change, author = an) => {
    const signed = await signAs(world, author, change);
    await area.opens(`${name}, by itself`, 'directory', { ...base, signed: b64(signed), last_seen: mark });
    await area.refuses(name, 'continued', given(signed));
  };
  const back = everybody(world).map((m) => (m === bert ? { ...bert, active: true } : m));
  await refuses('a dismissal left out, by another', { credentials: appointed });
  await refuses('a dismissal left out, by who was dismissed', { credentials: appointed, members: back }, bert);
  await refuses('a dismissal left out, by another who takes them back', { credentials: appointed, members: back });
  for (const field of ['kem', 'sign', 'person']) {
    const members = everybody(world).map((m) => (m === cas ? { ...cas, [field]: dirk[field] } : m));
    await refuses(`another ${field} under the same id`, { members });
  }
  await refuses('somebody who is there no longer', { members: everybody(world).filter((m) => m !== cas) });
  await world.credential('appoint', bert);
  await area.opens('appointed again', 'continued', given(await signAs(world, bert, { members: back })));
}

async function freshness(area, world, { portal, organisation }) {
  const { an, cas, coor } = world.members;
  const { directory } = world;
  const by = (who, mark = directory, day = '2026-11-01') =>
    signFreshness(who.identity.sign.privateKey, world.portal, who.id, mark, day);
  const given = async (signed, today = '2026-11-23') => ({
    signed: b64(await signed),
    portal,
    organisation,
    directory: b64(directory.signed),
    today,
  });
  await area.opens('fresh', 'freshness', await given(by(an)));
  await area.opens('fresh by a coordinator', 'freshness', await given(by(coor)));
  await area.opens('45 days old', 'freshness', await given(by(an), '2026-12-16'));
  await area.opens('46 days old', 'freshness', await given(by(an), '2026-12-17'));
  await area.opens('two days ahead', 'freshness', await given(by(an), '2026-10-30'));
  await area.opens('three days ahead', 'freshness', await given(by(an), '2026-10-29'));
  await area.opens('of another version', 'freshness', await given(by(an, { version: 1, hash: directory.history[0] })));
  await area.refuses('by somebody who left', 'freshness', await given(by(cas)));
  await area.refuses(
    'freshness with another signature',
    'freshness',
    await given(by(an).then((signed) => turned(signed, -1))),
  );
}

async function organisations(area, world) {
  const recovery = randomBytes(32);
  const { portal, organisation } = world;
  const sealed = await sealOrganisationKey((await KemKeyPair.of(recovery)).publicKey, portal, organisation);
  const given = {
    sealed: b64(sealed),
    recovery: b64(recovery),
    portal: b64(portal),
    organisation: b64(organisation.publicKey),
  };
  await area.opens('the organisation key', 'organisation', given);
  await area.refuses('other recovery words', 'organisation', { ...given, recovery: b64(randomBytes(32)) });
  await area.refuses('the organisation key of another portal', 'organisation', {
    ...given,
    portal: b64(randomBytes(16)),
  });
  const other = await organisationKey(randomBytes(32));
  const swapped = await sealOrganisationKey((await KemKeyPair.of(recovery)).publicKey, portal, {
    ...other,
    publicKey: organisation.publicKey,
  });
  await area.refuses('an organisation key that the server sealed', 'organisation', { ...given, sealed: b64(swapped) });
}

async function enrolments() {
  const area = new Area('enrolment');
  const [code, portal] = [randomBytes(16), randomBytes(16)];
  const offer = {
    organisation: randomBytes(32),
    person: randomBytes(16),
    role: 'coach',
    name: 'Inès D’hondt',
    function: '',
  };
  const mac = await offerMac(code, portal, offer);
  const given = {
    code: b64(code),
    portal: b64(portal),
    ...offer,
    organisation: b64(offer.organisation),
    person: b64(offer.person),
    mac: b64(mac),
  };
  await area.opens('an offer', 'offer', given);
  for (const [name, change] of Object.entries({
    'an offer with another organisation key': { organisation: b64(randomBytes(32)) },
    'an offer of another role': { role: 'facilitator' },
    'an offer to another person': { person: b64(randomBytes(16)) },
    'an offer under another name': { name: 'Ines D’hondt' },
    'an offer whose name runs into its function': { name: '', function: 'Inès D’hondt' },
    'an offer of another portal': { portal: b64(randomBytes(16)) },
    'an offer with another code': { code: b64(randomBytes(16)) },
  })) {
    await area.refuses(name, 'offer', { ...given, ...change });
  }
  const joining = await makeMember('x', 'coach');
  const answer = { member: joining.id, kem: joining.kem, sign: joining.sign };
  const reply = {
    ...{
      code: b64(code),
      portal: b64(portal),
      member: b64(joining.id),
      kem: b64(joining.kem),
      sign: b64(joining.sign),
    },
    mac: b64(await enrolmentMac(code, portal, answer)),
  };
  await area.opens('an enrolment', 'enrolment', reply);
  const middle = await makeMember('server', 'coach');
  for (const [name, change] of Object.entries({
    'an enrolment in the middle': { kem: b64(middle.kem), sign: b64(middle.sign) },
    'an enrolment with another signing key': { sign: b64(middle.sign) },
    'an enrolment of another member': { member: b64(middle.id) },
    'an enrolment with the mac of the offer': { mac: b64(mac) },
    'an enrolment with another code': { code: b64(randomBytes(16)) },
  })) {
    await area.refuses(name, 'enrolment', { ...reply, ...change });
  }
  area.write();
}

async function registers() {
  const area = new Area('register');
  const world = await World.make({ an: 'facilitator', cas: 'coach', coor: 'coordinator' });
  const { an, cas, coor } = world.members;
  const { portal, register } = world;
  const of = randomBytes(16);
  const place = (who) => ({ portal, key: register.id, case: of, writer: who.id });
  const body = (number, change = {}) => ({
    ...{
      v: 1,
      case: b64(of),
      number,
      kind: 'advice',
      urgent: false,
      category: null,
      state: 'new',
      outcome: null,
      authorities: [],
    },
    ...{ received: DAY, feedback: null, final: null, closed: null, directory: 1, ...change },
  });
  const by = async (who, content) => ({
    writer: b64(who.id),
    sealed: b64(await sealEntry(register.kem, place(who), content, who.identity?.sign.privateKey ?? null)),
  });
  const asker = { id: ASKER };
  const given = (...entries) => ({
    ...{ entries, seed: b64(world.registerSeed), portal: b64(portal), id: b64(register.id), case: b64(of) },
    ...{ organisation: b64(world.organisation.publicKey), directories: world.signedDirectories.map(b64) },
  });
  const zero = await by(asker, body(0));
  const one = await by(an, body(1, { category: 'gifts', feedback: DAY }));
  await area.opens('the asker’s entry', 'register', given(zero));
  await area.opens('staff above the asker', 'register', given(zero, one));
  await area.opens(
    'the highest number, whatever the order',
    'register',
    given(await by(cas, body(2, { state: 'passed', authorities: ['mayor'] })), zero, one),
  );
  const gone = await by(asker, body(0, { state: 'withdrawn', closed: DAY }));
  for (const [name, first] of [
    ['withdrawn by the asker', zero],
    ['withdrawn, beside another', await by(asker, body(0))],
  ]) {
    await area.opens(name, 'register', given(first, gone));
    await area.opens(`${name}, the other way`, 'register', given(gone, first));
  }
  await area.opens('staff above a withdrawal', 'register', given(gone, one));
  const shut = await by(cas, body(1, { state: 'unreadable', closed: DAY }));
  await area.opens('who wrote above who could not open it', 'register', given(one, shut));
  await area.opens('who wrote above who could not open it, the other way', 'register', given(shut, one));
  await area.opens('two of the same number', 'register', given(one, await by(cas, body(1))));
  await area.opens('an entry by a coordinator does not count', 'register', given(zero, await by(coor, body(9))));
  await area.opens('an asker who counts on does not count', 'register', given(zero, await by(asker, body(9))));
  for (const [name, change] of [
    ['a category', { category: 'gifts' }],
    ['an outcome', { state: 'closed', outcome: 'constructor', closed: DAY }],
    ['a first feedback', { feedback: DAY }],
    ['authorities', { authorities: ['mayor'] }],
    ['an end without a withdrawal', { closed: DAY }],
    ['a withdrawal without a day', { state: 'withdrawn' }],
    ['a withdrawal before the question', { state: 'withdrawn', received: '2026-11-23', closed: '2026-11-22' }],
    ['another state', { state: 'answered' }],
  ]) {
    await area.refuses(`an asker who tells ${name}`, 'register', given(await by(asker, body(0, change))));
  }
  await area.opens('a forged entry does not count', 'register', given(zero, { ...one, writer: b64(cas.id) }));
  await area.opens(
    'an unsigned entry in a member’s name does not count',
    'register',
    given(zero, await unsignedBy(world, place(an), body(5))),
  );
  await area.refuses('staff with number 0', 'register', given(await by(an, body(0))));
  await area.refuses('an entry moved to another case', 'register', { ...given(one), case: b64(randomBytes(16)) });
  await area.refuses('another register key', 'register', { ...given(one), seed: b64(randomBytes(32)) });
  await area.refuses('no entries', 'register', given());

  const sealed = await sealRegisterKey(an.kem, portal, register.id, an.id, world.registerSeed);
  const key = {
    sealed: b64(sealed),
    seed: b64(await kemSeedOf(an)),
    portal: b64(portal),
    id: b64(register.id),
    member: b64(an.id),
    kem: b64(register.kem),
  };
  await area.opens('the register key', 'register-key', key);
  await area.refuses('the register key for another facilitator', 'register-key', { ...key, member: b64(cas.id) });
  await area.refuses('a register key that is not the directory’s', 'register-key', { ...key, kem: b64(an.kem) });

  const content = { row: 7, directory: 1, lines: [{ body: body(1), mark: randomBytes(16) }] };
  const checkpoint = (who) =>
    sealCheckpoint(
      world.registerSeed,
      { portal, key: register.id, number: 3, writer: who.id },
      who.identity.sign.privateKey,
      content,
    );
  const saved = { ...given(), entries: undefined, case: undefined, number: 3 };
  await area.opens('a checkpoint', 'checkpoint', { ...saved, envelope: b64(await checkpoint(an)) });
  await area.refuses('a checkpoint by a coach', 'checkpoint', { ...saved, envelope: b64(await checkpoint(cas)) });
  await area.refuses('a checkpoint of another number', 'checkpoint', {
    ...saved,
    number: 4,
    envelope: b64(await checkpoint(an)),
  });
  area.write();
}

/** An entry that anybody could seal: HPKE needs no key of the sender. */
async function unsignedBy(world, place, body) {
  const info = concat(utf8('adviespunt/v1/register'), lps(place.portal, place.key, place.case, place.writer));
  return {
    writer: b64(place.writer),
    sealed: b64(await hpkeSeal(world.register.kem, info, pad(unsigned(body), 1_024))),
  };
}

const kemSeedOf = async ({ seed }) => hkdf(seed, new Uint8Array(32), utf8('adviespunt/v1/kem'), 32);

async function states() {
  const area = new Area('state');
  const world = await World.make({ an: 'facilitator' });
  const { asker, portal, directory } = world;
  const owner = randomBytes(16);
  const read = [randomBytes(16), randomBytes(16)].sort(compare).map(b64);
  const state = {
    ...{ v: 1, organisation: b64(directory.organisation), directory: { hash: b64(directory.hash), version: 1 } },
    cases: { [b64(randomBytes(16))]: { roster: { hash: b64(randomBytes(32)), number: 2 }, read } },
  };
  const envelope = await sealState(asker.identity.stateKey, portal, owner, 'mailbox', 4, state);
  const given = {
    envelope: b64(envelope),
    seed: b64(asker.seed),
    portal: b64(portal),
    owner: b64(owner),
    writer: b64(ASKER),
    number: 4,
    shape: 'mailbox',
  };
  await area.opens('a mailbox', 'state', given);
  await area.refuses('an older state than it says', 'state', { ...given, number: 5 });
  await area.refuses('the state of another mailbox', 'state', { ...given, owner: b64(randomBytes(16)) });
  await area.refuses('a mailbox as staff', 'state', { ...given, shape: 'staff' });
  const { an } = world.members;
  const invitations = {
    [b64(randomBytes(16))]: { code: b64(randomBytes(16)), name: 'Inès', person: b64(randomBytes(16)), role: 'coach' },
  };
  const own = await sealState(an.identity.stateKey, portal, an.id, 'staff', 0, {
    ...state,
    checkpoint: 7,
    invitations,
  });
  await area.opens('a member', 'state', {
    ...given,
    envelope: b64(own),
    seed: b64(an.seed),
    owner: b64(an.id),
    writer: b64(an.id),
    number: 0,
    shape: 'staff',
  });
  const header = { portal, case: NO_CASE, epoch: 4, id: owner, writer: ASKER, kind: 'state' };
  const more = await seal(asker.identity.stateKey, header, canonical({ ...state, more: 1 }));
  await area.refuses('a state with a field more', 'state', { ...given, envelope: b64(more) });
  area.write();
}

async function journals() {
  const area = new Area('journal');
  const lines = [];
  let previous = null;
  for (const action of ['case-received', 'case-opened', 'message-sent']) {
    const line = {
      v: 1,
      number: lines.length,
      previous,
      day: DAY,
      member: lines.length ? b64(randomBytes(16)) : null,
      action,
      subject: null,
    };
    lines.push(b64(canonical(line)));
    previous = b64(await sha256(canonical(line)));
  }
  await area.opens('three lines', 'journal', { lines });
  await area.refuses('a line taken out', 'journal', { lines: [lines[0], lines[2]] });
  await area.refuses('lines swapped', 'journal', { lines: [lines[0], lines[2], lines[1]] });
  await area.refuses('a first line taken off', 'journal', { lines: lines.slice(1) });
  const text = new TextDecoder().decode(fromB64(lines[1])).replace('case-opened', 'case-closed');
  await area.refuses('a line changed', 'journal', { lines: [lines[0], b64(utf8(text)), lines[2]] });
  area.write();
}

// --- whole cases ------------------------------------------------------------------------------------------------

/** What `who` fetches of a case, with whatever lie is told. */
function caseInputs(world, server, who, lie = {}) {
  const { rosters, keys, messages, notes } = server.fetched(who.id);
  return {
    ...{ portal: b64(world.portal), case: b64(server.id), me: b64(who.id) },
    ...{ seed: who.seed ? b64(who.seed) : null, kem_seed: who.kemSeed ? b64(who.kemSeed) : null },
    ...{
      organisation: b64(world.organisation.publicKey),
      directories: world.signedDirectories.map(b64),
      rosters: rosters.map(b64),
    },
    keys: keys.map(({ epoch, purpose, sealed }) => ({ epoch, purpose, sealed: b64(sealed) })),
    ...{ messages: messages.map(b64), notes: notes.map(b64), last_seen: null, ...lie },
  };
}

/** A case with two epochs, notes, and everybody in it. */
async function longCase(world, options) {
  const { an, cas, dirk } = world.members;
  const server = await newCase(world, 'Mag ik dit geschenk aannemen?', options);
  const act = (who, kind, text, fields = {}) =>
    sendMessage(server.api(who.id), server.loader(world, who), newDraft({ kind, text, fields }));
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  await act(an, 'feedback', 'We hebben je vraag ontvangen.');
  await act(an, 'triage', '', { category: 'gifts', pen: b64(cas.id), urgent: false });
  await act(cas, 'note', 'Ik kijk ernaar.');
  await act(world.asker, 'reply', 'Het gaat om een fles wijn.');
  await changeRoster(server.api(an.id), server.loader(world, an), { remove: [cas.id], add: [dirk.id] });
  await act(dirk, 'final', 'Neem ze niet aan.', { referred: [] });
  await act(an, 'close', '', { outcome: 'advised' });
  await act(world.asker, 'thanks', 'Dank je wel.');
  return server;
}

async function cases() {
  const area = new Area('cases');
  const world = await World.make();
  const { an, bea, cas, dirk } = world.members;
  const archive = { id: ARCHIVE, kemSeed: world.archiveSeed };
  const server = await longCase(world);
  const given = (who, lie) => caseInputs(world, server, who, lie);
  for (const [name, who] of Object.entries({
    'the asker': world.asker,
    'the facilitator': an,
    'a helper': bea,
    'the coach': dirk,
    'the archive': archive,
  })) {
    await area.opens(`a long case: ${name}`, 'case', given(who));
  }
  await area.refuses('a long case: the coach who was removed', 'case', given(cas));
  await area.refuses('a long case: another mailbox', 'case', { ...given(world.asker), seed: b64(randomBytes(32)) });
  const whole = given(an);
  await area.opens('in another order', 'case', {
    ...whole,
    messages: [...whole.messages].reverse(),
    notes: [...whole.notes].reverse(),
  });
  await area.opens('every message twice', 'case', { ...whole, messages: [...whole.messages, ...whole.messages] });
  await area.opens('a message withheld', 'case', { ...whole, messages: whole.messages.filter((_, i) => i !== 1) });
  const orphaned = whole.messages.filter((_, i) => i !== 1).reverse();
  await area.opens('what nobody can place, given before the question', 'case', { ...whole, messages: orphaned });
  await area.opens('a note withheld', 'case', { ...whole, notes: whole.notes.slice(1) });
  await area.opens('the notes key withheld', 'case', {
    ...whole,
    keys: whole.keys.filter(({ purpose, epoch }) => purpose === 'case' || epoch !== 0),
  });
  await area.opens('a message among the notes', 'case', { ...whole, notes: [...whole.notes, whole.messages[1]] });
  await area.opens('what is no envelope', 'case', { ...whole, messages: [...whole.messages, b64(utf8('niets'))] });
  await area.refuses('the question withheld', 'case', { ...whole, messages: whole.messages.slice(1) });
  await area.refuses('a case key withheld', 'case', { ...whole, keys: whole.keys.filter(({ epoch }) => epoch !== 0) });
  await area.refuses('no rosters', 'case', { ...whole, rosters: [] });
  await area.refuses('a roster left out', 'case', { ...whole, rosters: [whole.rosters[0], whole.rosters[2]] });
  await area.refuses('rosters swapped', 'case', {
    ...whole,
    rosters: [whole.rosters[0], whole.rosters[2], whole.rosters[1]],
  });
  await area.refuses('a roster twice', 'case', { ...whole, rosters: [...whole.rosters, whole.rosters[2]] });
  await remembering(area, world, server, whole);
  await serverKeys(area, world, server, an);
  await lyingRosters(area, world);
  await lyingMessages(area, world);
  await writingAfterRemoval(area, world);
  await directoriesInCases(area);
  area.write();
}

/** What the state remembers. */
async function remembering(area, world, server, whole) {
  const { an } = world.members;
  const { seen } = await world.view(server, an);
  await area.opens('as far as it was seen before', 'case', { ...whole, last_seen: seen });
  await area.opens('a message that was read is gone', 'case', {
    ...whole,
    messages: whole.messages.slice(0, -1),
    last_seen: seen,
  });
  // Nothing else names the last message and the last note.
  await area.refuses('the newest roster withheld', 'case', {
    ...whole,
    rosters: whole.rosters.slice(0, 2),
    last_seen: seen,
  });
  await area.refuses('another roster than was seen', 'case', {
    ...whole,
    last_seen: { ...seen, roster: { ...seen.roster, hash: b64(randomBytes(32)) } },
  });
}

/** A server that seals keys of its own: to anybody it can, in nobody's name. */
async function serverKeys(area, world, server, an) {
  const own = randomBytes(32);
  const place = { portal: world.portal, case: server.id, epoch: 0, recipient: an.id };
  const replaced = async (purpose) => {
    const sealed = b64(await sealKey(an.kem, { ...place, purpose }, own));
    const inputs = caseInputs(world, server, an);
    return {
      ...inputs,
      keys: inputs.keys.map((key) => (key.epoch === 0 && key.purpose === purpose ? { ...key, sealed } : key)),
    };
  };
  await area.refuses('a case key sealed by the server', 'case', await replaced('case'));
  await area.opens('a notes key sealed by the server', 'case', await replaced('notes'));
  const servers = await newCase(world, 'van de server');
  const mixed = caseInputs(world, server, an);
  await area.refuses('the rosters of another case', 'case', { ...mixed, rosters: servers.rosters.map(b64) });
}

/** Seals a roster after the last one, with changes no honest browser would make. */
async function forgeRoster(world, server, author, change, options = {}) {
  const view = await world.view(server, options.eyes ?? author);
  const { rosters, caseKeys } = view.opened;
  const before = rosters[rosters.length - 1];
  const epoch = change.epoch ?? before.epoch;
  const caseKey = options.caseKey ?? caseKeys.get(epoch) ?? caseKeys.get(before.epoch);
  const notesKey = options.notesKey ?? randomBytes(32);
  const content = {
    ...{ number: before.number + 1, previous: before.hash, epoch, asker: null, participants: before.participants },
    ...{ case: await commit(caseKey, 'case'), notes: before.notes ?? (await commit(notesKey, 'notes')) },
    directory: { version: world.directory.version, hash: world.directory.hash },
    ...change,
  };
  const place = { portal: world.portal, case: server.id };
  const { envelope } = await sealRoster(
    caseKey,
    author.identity.sign.privateKey,
    place,
    options.writer ?? author.id,
    content,
  );
  const keys = [];
  if (options.caseKey) {
    keys.push({
      epoch,
      purpose: 'case',
      sealed: b64(
        await sealKey(options.reader.kem, { ...place, epoch, recipient: options.reader.id, purpose: 'case' }, caseKey),
      ),
    });
  }
  return { envelope, keys };
}

const memberEntryOf = async (member) => ({
  id: member.id,
  role: member.role,
  ...(await keyHashes({ kem: member.kem, sign: member.sign })),
});

async function lyingRosters(area, world) {
  const { an, bea, cas, dirk } = world.members;
  const server = await newCase(world, 'Vraag');
  const current = (await world.view(server, an)).opened.rosters[0].participants;
  const stranger = await makeMember('vreemd', 'coach');
  const plus = async (...more) => sortEntries([...current, ...(await Promise.all(more.map(memberEntryOf)))]);
  const without = (who) => current.filter(({ id }) => compare(id, who.id) !== 0);
  const refuses = async (name, author, change, options) => {
    const { envelope, keys } = await forgeRoster(world, server, author, change, options);
    const inputs = caseInputs(world, server, an);
    await area.refuses(`roster: ${name}`, 'case', {
      ...inputs,
      rosters: [...inputs.rosters, b64(envelope)],
      keys: [...inputs.keys, ...keys],
    });
  };
  const opens = async (name, author, change, options) => {
    const { envelope, keys } = await forgeRoster(world, server, author, change, options);
    const inputs = caseInputs(world, server, an);
    await area.opens(`roster: ${name}`, 'case', {
      ...inputs,
      rosters: [...inputs.rosters, b64(envelope)],
      keys: [...inputs.keys, ...keys],
    });
  };
  const fresh = { caseKey: randomBytes(32), reader: an };
  await opens('a coach added', an, { participants: await plus(cas) });
  await opens('a new epoch without the helper', an, { epoch: 1, participants: without(bea) }, fresh);
  await refuses('by the asker', world.asker, { participants: await plus(cas) });
  await refuses('by a coach who is not there', cas, { participants: await plus(cas) }, { eyes: an });
  await refuses('in the name of the facilitator', cas, { participants: await plus(cas) }, { eyes: an, writer: an.id });
  await refuses('adds somebody unknown', an, { participants: await plus(stranger) });
  await refuses('a member with swapped keys', an, { participants: await plus({ ...cas, kem: stranger.kem }) });
  await refuses('a participant with swapped keys', an, {
    participants: sortEntries([...without(bea), await memberEntryOf({ ...bea, kem: stranger.kem })]),
  });
  await refuses('a coach as helper', an, { participants: await plus({ ...cas, role: 'helper' }) });
  await refuses('the asker with other keys', an, {
    participants: sortEntries([
      ...without(world.asker),
      { ...(await memberEntryOf(stranger)), id: ASKER, role: 'asker' },
    ]),
  });
  await refuses('without the asker', an, { epoch: 1, participants: without(world.asker) }, fresh);
  await refuses('without the archive', an, { epoch: 1, participants: without({ id: ARCHIVE }) }, fresh);
  await refuses('another archive key', an, {
    participants: sortEntries([
      ...without({ id: ARCHIVE }),
      { id: ARCHIVE, role: 'archive', kem: randomBytes(32), sign: new Uint8Array(32) },
    ]),
  });
  await refuses('somebody removed in the same epoch', an, { participants: without(bea) });
  await refuses('an epoch skipped', an, { epoch: 2, participants: without(bea) }, fresh);
  await refuses('a new epoch under the old key', an, { epoch: 1, participants: without(bea) });
  await refuses('the author leaves', bea, { epoch: 1, participants: without(bea) }, fresh);
  await refuses(
    'nobody left to route the case',
    an,
    { epoch: 1, participants: (await plus(dirk)).filter(({ role }) => role !== 'facilitator' && role !== 'helper') },
    fresh,
  );
  await refuses('out of turn', an, { number: 2 });
  await refuses('after another one', an, { previous: randomBytes(32) });
  await refuses('without notes key', an, { notes: null });
  await refuses('names another key', an, { case: randomBytes(32) });
  await refuses('participants not sorted', an, { participants: [...current].reverse() });
  await refuses('somebody twice', an, { participants: [...current, current[current.length - 1]] });
  await refuses('the asker’s keys a second time', an, {
    asker: { kem: world.asker.identity.kem.publicKey, sign: world.asker.identity.sign.publicKey },
  });
  await refuses('a directory that does not exist', an, { directory: { version: 9, hash: randomBytes(32) } });
  await refuses('a directory of another history', an, { directory: { version: 1, hash: randomBytes(32) } });
  const kept = await newCase(world, 'over Cas', { excluded: [cas.person] });
  const { envelope } = await forgeRoster(world, kept, an, {
    participants: sortEntries([
      ...(await world.view(kept, an)).opened.rosters[0].participants,
      await memberEntryOf(cas),
    ]),
  });
  const inputs = caseInputs(world, kept, an);
  await area.refuses('roster: somebody whom the asker keeps out', 'case', {
    ...inputs,
    rosters: [...inputs.rosters, b64(envelope)],
  });
}

/** Seals a message with changes no honest browser would make. */
async function forgeMessage(world, server, writer, kind, change = {}, options = {}) {
  const view = await world.view(server, options.eyes ?? writer);
  const { caseKeys, notesKeys } = view.opened;
  const { thread = 'case', header: headerChange = {} } = options;
  const known = thread === 'case' ? view.messages : view.notes;
  const header = {
    portal: world.portal,
    case: server.id,
    epoch: view.roster.epoch,
    id: randomBytes(16),
    writer: writer.id,
    kind,
    ...headerChange,
  };
  const key = options.key ?? (thread === 'case' ? caseKeys : notesKeys).get(header.epoch);
  const content = {
    ...{ counter: nextCounter(known, writer.id), roster: { hash: view.roster.hash, number: view.roster.number } },
    ...{ seen: headsOf(known), attachments: [], text: 'vals', fields: {}, ...change },
  };
  return sealMessage(key, writer.identity.sign.privateKey, header, content);
}

async function lyingMessages(area, world) {
  const { an, cas, dirk } = world.members;
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'feedback', text: 'Ontvangen.' }));
  const opens = async (name, added, thread = 'messages') => {
    const inputs = caseInputs(world, server, cas);
    await area.opens(`message: ${name}`, 'case', { ...inputs, [thread]: [...inputs[thread], ...added.map(b64)] });
  };
  const forged = (...args) => forgeMessage(world, server, ...args);
  const [question, feedback] = (await world.view(server, an)).messages;
  const link = ({ id, hash }) => ({ id, hash });
  await opens('an honest one', [await forged(cas, 'reply')]);
  await opens('signed by somebody else', [await forged(an, 'reply', { counter: 0 }, { header: { writer: cas.id } })]);
  await opens('by somebody who is not there', [await forged(dirk, 'reply', {}, { eyes: an })]);
  await opens('a note in the case thread', [await sealNoteAsMessage(world, server, an)]);
  await opens('an answer by the asker', [await forged(world.asker, 'final', { fields: { referred: [] } })]);
  await opens('a close by a coach', [await forged(cas, 'close', { fields: { outcome: 'advised' } })]);
  await opens('a recuse by a facilitator', [await forged(an, 'recuse')]);
  await opens('thanks by a facilitator', [await forged(an, 'thanks')]);
  await opens('thanks by the asker', [await forged(world.asker, 'thanks')]);
  await opens('a second question', [
    await forged(world.asker, 'question', { fields: { excluded: [], kind: 'advice', name: null, urgent: false } }),
  ]);
  await opens('a first message that is no question', [await forged(cas, 'reply', { seen: [], counter: 0 })]);
  await opens('a counter that was there', [await forged(an, 'reply', { counter: 0 })]);
  await opens('a counter with a gap', [await forged(an, 'reply', { counter: 5 })]);
  await opens('a counter with a gap, after one that is missing', [
    await forged(an, 'reply', { counter: 5, seen: [{ id: randomBytes(16), hash: randomBytes(32) }] }),
  ]);
  await opens('saw one with another hash', [
    await forged(cas, 'reply', { seen: [{ id: feedback.id, hash: randomBytes(32) }] }),
  ]);
  await opens('saw only the question', [await forged(cas, 'reply', { seen: [link(question)] })]);
  await opens('a roster of another hash', [
    await forged(cas, 'reply', { roster: { hash: randomBytes(32), number: 1 } }),
  ]);
  await opens('a roster that was not given', [
    await forged(cas, 'reply', { roster: { hash: randomBytes(32), number: 2 } }),
  ]);
  await opens('a roster of before it was there', [
    await forged(cas, 'reply', { roster: { hash: (await world.view(server, cas)).opened.rosters[0].hash, number: 0 } }),
  ]);
  await opens('of an epoch that is not there', [
    await forged(cas, 'reply', {}, { header: { epoch: 1 }, key: randomBytes(32) }),
  ]);
  await opens('of another case', [await forged(cas, 'reply', {}, { header: { case: randomBytes(16) } })]);
  await opens('of another portal', [await forged(cas, 'reply', {}, { header: { portal: randomBytes(16) } })]);
  await opens('under another key', [await forged(cas, 'reply', {}, { key: randomBytes(32) })]);
  const id = randomBytes(16);
  await opens('two with one id', [
    await forged(cas, 'reply', { text: 'a' }, { header: { id } }),
    await forged(cas, 'reply', { text: 'b' }, { header: { id } }),
  ]);
  await opens('two at once by one writer', [
    await forged(cas, 'reply', { text: 'a' }),
    await forged(cas, 'reply', { text: 'b' }),
  ]);
  await opens('an unknown kind', [await sealUnknown(world, server, cas)]);
  await opens('a page that is too many', [
    await forged(cas, 'reply', {
      attachments: [{ family: 'photo', pages: [{ id: randomBytes(16), hash: randomBytes(32) }] }],
    }),
  ]);
  const document = (/** @type {number} */ count) => ({
    family: 'document',
    pages: Array.from({ length: count }, () => ({ id: randomBytes(16), hash: randomBytes(32) })),
  });
  await opens('as many pages as may be', [await forged(cas, 'reply', { attachments: [document(199), document(1)] })]);
  await opens('a first note', [await forged(cas, 'note', {}, { thread: 'notes' })], 'notes');
  await opens(
    'two first notes at once',
    [await forged(cas, 'note', {}, { thread: 'notes' }), await forged(an, 'note', {}, { thread: 'notes' })],
    'notes',
  );
  await opens(
    'a note by the asker',
    [await forged(world.asker, 'note', {}, { thread: 'notes', key: randomBytes(32) })],
    'notes',
  );
  await opens('a note under the case key', [await forged(an, 'note')], 'notes');
}

/** Somebody who was removed still has the old key and a place in the old roster; the server lends ids and hashes. */
async function writingAfterRemoval(area, world) {
  const { an, cas } = world.members;
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  const then = await world.view(server, cas);
  const before = headsOf(then.messages);
  await changeRoster(server.api(an.id), server.loader(world, an), { remove: [cas.id] });
  await sendMessage(
    server.api(an.id),
    server.loader(world, an),
    newDraft({ kind: 'reply', text: 'Na het vertrek van Cas.' }),
  );
  const now = headsOf((await world.view(server, an)).messages);
  const header = {
    portal: world.portal,
    case: server.id,
    epoch: 0,
    id: randomBytes(16),
    writer: cas.id,
    kind: 'reply',
  };
  const roster = { hash: then.roster.hash, number: then.roster.number };
  for (const [name, seen] of [
    ['one removed writes on what came after', now],
    ['one removed writes beside what was there', before],
  ]) {
    const content = { counter: 0, roster, seen, attachments: [], text: name, fields: {} };
    const envelope = await sealMessage(then.opened.caseKeys.get(0), cas.identity.sign.privateKey, header, content);
    const inputs = caseInputs(world, server, an);
    await area.opens(`message: ${name}`, 'case', { ...inputs, messages: [...inputs.messages, b64(envelope)] });
  }
}

/** A note's kind under the case key, given among the messages. */
const sealNoteAsMessage = (world, server, writer) =>
  forgeMessage(world, server, writer, 'note', { seen: [], counter: 0 });

async function sealUnknown(world, server, writer) {
  const view = await world.view(server, writer);
  const header = {
    portal: world.portal,
    case: server.id,
    epoch: 0,
    id: randomBytes(16),
    writer: writer.id,
    kind: 'export',
  };
  return seal(view.opened.caseKeys.get(0), header, unsigned({ v: 1 }));
}

/** Members who come, leave and change while a case is open. */
async function directoriesInCases(area) {
  const world = await World.make();
  const { an, bea, cas, dirk } = world.members;
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  world.members.new = await makeMember('nieuw', 'coach');
  await world.publish();
  await changeRoster(server.api(bea.id), server.loader(world, bea), { add: [world.members.new.id] });
  await area.opens('a member of a newer directory', 'case', caseInputs(world, server, world.members.new));
  cas.active = false;
  await world.publish();
  await area.opens('somebody left and was not removed yet', 'case', caseInputs(world, server, an));
  const back = await forgeRoster(world, server, an, { directory: { version: 1, hash: world.directory.history[0] } });
  const inputs = caseInputs(world, server, an);
  await area.refuses('a roster that goes back to an older directory', 'case', {
    ...inputs,
    rosters: [...inputs.rosters, b64(back.envelope)],
  });
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [dirk.id] });
  await area.opens('who left goes with the next change', 'case', caseInputs(world, server, dirk));
  await area.refuses('who left has no key of the new epoch', 'case', caseInputs(world, server, cas));
  await area.refuses('an older directory that is not given', 'case', {
    ...caseInputs(world, server, an),
    directories: [b64(world.directory.signed)],
  });
  bea.role = 'coach';
  await world.publish();
  const demoted = await forgeRoster(world, server, bea, {});
  const after = caseInputs(world, server, an);
  await area.refuses('a roster by somebody who is no longer helper', 'case', {
    ...after,
    rosters: [...after.rosters, b64(demoted.envelope)],
  });
}

mkdirSync(OUT, { recursive: true });
for (const produce of [
  primitives,
  envelopes,
  keysOfCases,
  signatures,
  directories,
  enrolments,
  registers,
  states,
  journals,
  cases,
]) {
  await produce();
}
