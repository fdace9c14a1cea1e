/**
 * A small organisation with real keys, and a server that keeps envelopes: enough to walk whole cases.
 */
import { b64, equal, fromB64, randomBytes } from '../../portal/static/js/crypto/bytes.js';
import {
  Directories,
  organisationKey,
  signCredential,
  signDirectory,
  verifyDirectory,
} from '../../portal/static/js/crypto/directory.js';
import { ASKER, parseEnvelope } from '../../portal/static/js/crypto/envelope.js';
import { KemKeyPair } from '../../portal/static/js/crypto/hpke.js';
import { identityFromSeed } from '../../portal/static/js/crypto/identity.js';
import { ApiError } from '../../portal/static/js/client/api.js';
import { beginCase, caseLoader, composeMessage, newDraft, openCase } from '../../portal/static/js/client/case.js';

export const DAY = '2026-11-23';

/** Somebody on the staff: identity, seed and the member as the directory has them. */
export async function makeMember(name, role) {
  const seed = randomBytes(32);
  const identity = await identityFromSeed(seed);
  const entry = { id: randomBytes(16), person: randomBytes(16), name, function: role, role, active: true };
  return { ...entry, seed, identity, kem: identity.kem.publicKey, sign: identity.sign.publicKey };
}

/** What the directory has of somebody. */
const entryOf = ({ id, person, name, function: work, role, kem, sign, active }) => ({
  ...{ id, person, name, function: work, role, kem, sign, active },
});

export class World {
  /** @param {Record<string, string>} staff names and their roles; the first is a facilitator and signs */
  static async make(staff = { an: 'facilitator', bea: 'helper', cas: 'coach', dirk: 'coach' }) {
    const world = new World();
    world.portal = randomBytes(16);
    world.organisation = await organisationKey(randomBytes(32));
    world.archiveSeed = randomBytes(32);
    world.registerSeed = randomBytes(32);
    world.archive = { id: randomBytes(16), kem: (await KemKeyPair.of(world.archiveSeed)).publicKey, year: 2026 };
    world.register = { id: randomBytes(16), kem: (await KemKeyPair.of(world.registerSeed)).publicKey };
    world.members = {};
    for (const [name, role] of Object.entries(staff)) world.members[name] = await makeMember(name, role);
    world.credentials = [];
    for (const member of Object.values(world.members)) {
      if (member.role === 'facilitator') await world.credential('appoint', member);
    }
    world.signedDirectories = [];
    await world.publish();
    world.asker = await world.newAsker();
    return world;
  }

  async newAsker() {
    const seed = randomBytes(32);
    return { id: ASKER, seed, identity: await identityFromSeed(seed) };
  }

  async credential(what, member) {
    const serial = this.credentials.length;
    const { privateKey } = this.organisation;
    this.credentials.push(await signCredential(privateKey, this.portal, what, member, DAY, serial));
  }

  /** Signs the next version of the directory. */
  async publish(author = Object.values(this.members)[0], change = {}) {
    const content = {
      organisation: this.organisation.publicKey,
      credentials: this.credentials,
      members: Object.values(this.members).map(entryOf),
      archive: this.archive,
      register: this.register,
      ...change,
    };
    const previous = this.directory ?? null;
    const signed = await signDirectory(author.identity.sign.privateKey, this.portal, author.id, DAY, previous, content);
    this.signedDirectories.push(signed);
    this.directory = await verifyDirectory(signed, { portal: this.portal, organisation: this.organisation.publicKey });
    this.directories = await Directories.of(this.directory, this.signedDirectories.slice(0, -1));
    return signed;
  }

  /** @returns {Promise<import('../../portal/static/js/client/case.js').SealedCase>} */
  async ask(text = 'Mag dit?', { attachments = [], excluded = [], asker = this.asker } = {}) {
    const fields = { excluded: excluded.map(b64), kind: 'advice', name: null, urgent: false };
    const question = newDraft({ kind: 'question', text, fields, attachments });
    return beginCase({ identity: asker.identity, portal: this.portal, directory: this.directory, question, day: DAY });
  }

  view(sealedServer, who, lastSeen = null) {
    return openCase({
      identity: who.identity,
      me: { id: who.id },
      portal: this.portal,
      fetched: sealedServer.fetched(who.id),
      directories: this.directories,
      lastSeen,
    });
  }
}

/** A server of one case: takes what the API takes, gives what the API gives, looks at headers only. */
export class Server {
  constructor(sealed) {
    this.id = sealed.id;
    this.epoch = 0;
    this.rosters = [sealed.roster.envelope];
    this.keys = [...sealed.roster.keys];
    this.messages = [sealed.message.envelope];
    this.notes = [];
    this.pages = new Map(sealed.message.pages.map(({ id, envelope }) => [b64(id), envelope]));
    this.requests = [];
  }

  fetched(me) {
    const keys = this.keys.filter(({ recipient }) => equal(recipient, me));
    const notes = equal(me, ASKER) ? [] : [...this.notes];
    return { id: this.id, rosters: [...this.rosters], keys, messages: [...this.messages], notes };
  }

  /** As somebody whose session is there would reach it. */
  api(me) {
    return {
      get: async (path) => this.give(path, me),
      put: async (path, body) => this.take(path, body),
      post: async (path, body) => this.takeRoster(path, body),
      del: async () => null,
    };
  }

  give(path, me) {
    this.requests.push(path);
    const [, , , what, id] = path.split('/');
    if (what === 'pages') return this.pages.get(id);
    const { rosters, keys, messages, notes } = this.fetched(me);
    const listed = (envelope) => ({ id: b64(parseEnvelope(envelope).header.id), envelope: b64(envelope), day: DAY });
    return {
      rosters: rosters.map(b64),
      keys: keys.map(({ epoch, purpose, sealed }) => ({ epoch, purpose, sealed: b64(sealed) })),
      messages: messages.map(listed),
      notes: notes.map(listed),
    };
  }

  take(path, body) {
    this.requests.push(path);
    const [, , , what, id] = path.split('/');
    if (what === 'pages') return void this.pages.set(id, body);
    const envelope = fromB64(body.envelope);
    const thread = ['note', 'triage', 'draft', 'record'].includes(parseEnvelope(envelope).header.kind)
      ? this.notes
      : this.messages;
    if (thread.some((known) => equal(known, envelope))) return { state: 'open' };
    if (parseEnvelope(envelope).header.epoch !== this.epoch) throw new ApiError(409, 'conflict');
    thread.push(envelope);
    return { state: 'open' };
  }

  takeRoster(path, body) {
    this.requests.push(path);
    if (body.number !== this.rosters.length) throw new ApiError(409, 'conflict');
    this.rosters.push(fromB64(body.envelope));
    this.epoch = body.epoch;
    this.keys.push(
      ...body.keys.map((key) => ({ ...key, recipient: fromB64(key.recipient), sealed: fromB64(key.sealed) })),
    );
    return {};
  }

  loader(world, who) {
    return caseLoader({
      api: this.api(who.id),
      identity: who.identity,
      me: { id: who.id },
      portal: world.portal,
      id: this.id,
      directories: async () => world.directories,
      lastSeen: () => null,
    });
  }
}

/** A case with a first question, on a server of its own. */
export async function newCase(world, text, options) {
  return new Server(await world.ask(text, options));
}

/** Seals a message as somebody, without sending it. */
export async function compose(world, server, who, content) {
  return composeMessage(await world.view(server, who), newDraft(content));
}
