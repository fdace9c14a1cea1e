/** What a facilitator's browser believes of the register that the server gives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b64, fromB64, randomBytes } from '../../portal/static/js/crypto/bytes.js';
import { KemKeyPair } from '../../portal/static/js/crypto/hpke.js';
import { identityFromSeed } from '../../portal/static/js/crypto/identity.js';
import { sealEntry } from '../../portal/static/js/crypto/register.js';
import { firstState } from '../../portal/static/js/crypto/state.js';
import { Register } from '../../portal/static/js/client/statistics/register.js';

const ASKER = new Uint8Array(16);

test('an entry that opened counts for its own case only, whatever case the server names the next time', async () => {
  const [portal, key, seed, own] = [16, 16, 32, 16].map((length) => randomBytes(length));
  const nothing = { category: null, outcome: null, authorities: [], feedback: null, final: null, closed: null };
  const body = { v: 1, case: b64(own), number: 0, kind: 'other', urgent: false, state: 'new', ...nothing };
  const sealed = b64(
    await sealEntry(
      (await KemKeyPair.of(seed)).publicKey,
      { portal, key, case: own, writer: ASKER },
      { ...body, received: '2026-11-23', directory: 1 },
      null,
    ),
  );
  const register = new Register({ portal: { id: portal }, directories: null }, [{ key, seed }]);
  const given = { key: b64(key), case: b64(own), writer: b64(ASKER), sealed };
  await register.take([given, { ...given, case: b64(randomBytes(16)) }]);
  assert.deepEqual(
    register.lines().map((line) => line.case),
    [b64(own)],
  );
  assert.equal(register.refused, 1);
});

test('of the asker’s two lines the withdrawal holds, whatever their hashes', async () => {
  const [portal, key, seed, own] = [16, 16, 32, 16].map((length) => randomBytes(length));
  const nothing = { category: null, outcome: null, authorities: [], feedback: null, final: null };
  const kem = (await KemKeyPair.of(seed)).publicKey;
  const line = async (state, closed) => {
    const body = { v: 1, case: b64(own), number: 0, kind: 'other', urgent: false, ...nothing };
    const rest = { state, closed, received: '2026-11-23', directory: 1 };
    const place = { portal, key, case: own, writer: ASKER };
    const sealed = b64(await sealEntry(kem, place, { ...body, ...rest }, null));
    return { key: b64(key), case: b64(own), writer: b64(ASKER), sealed };
  };
  for (let time = 0; time < 8; time += 1) {
    const given = [await line('new', null), await line('withdrawn', '2026-11-24')];
    const register = new Register({ portal: { id: portal }, directories: null }, [{ key, seed }]);
    await register.take(time % 2 ? given : given.reverse());
    assert.deepEqual(
      register.lines().map(({ state }) => state),
      ['withdrawn'],
    );
  }
});

// --- checkpoints, and a server that lies about them ---------------------------------------------------------

const TODAY = '2026-11-23';

/** A server that keeps entries and checkpoints, and can be told to give others. */
class Office {
  static async open() {
    const office = new Office();
    [office.portal, office.key, office.member, office.seed] = [16, 16, 16, 32].map((length) => randomBytes(length));
    office.identity = await identityFromSeed(randomBytes(32));
    office.kem = (await KemKeyPair.of(office.seed)).publicKey;
    const self = { id: office.member, role: 'facilitator', active: true, sign: office.identity.sign.publicKey };
    const directory = {
      version: 1,
      day: '2026-11-01',
      members: [self],
      register: { id: office.key, kem: office.kem },
      hash: randomBytes(32),
    };
    office.directories = { current: directory, version: async () => directory };
    office.rows = [];
    office.checkpoints = [];
    office.state = firstState('staff', randomBytes(32), directory);
    return office;
  }

  /** @param {number} row @param {string} state */
  async add(row, state = 'new', of = randomBytes(16), number = 1, days = {}) {
    const writer = number === 0 ? ASKER : this.member;
    const place = { portal: this.portal, key: this.key, case: of, writer };
    const authorities = number === 0 ? [] : ['parket'];
    const rest = { category: null, outcome: null, authorities, feedback: null, final: null, closed: null };
    const body = { v: 1, case: b64(of), number, kind: 'advies', urgent: false, state, ...rest };
    const entry = { ...body, received: '2026-11-02', directory: 1, ...days };
    const sealed = await sealEntry(this.kem, place, entry, number === 0 ? null : this.identity.sign.privateKey);
    const given = { row, case: b64(of), key: b64(this.key), writer: b64(writer), sealed: b64(sealed) };
    this.rows.push(given);
    return of;
  }

  /** A facilitator's browser on a new visit: it remembers its state and nothing else. */
  visit() {
    const office = this;
    const session = {
      portal: { id: this.portal },
      member: this.member,
      identity: this.identity,
      directories: this.directories,
      today: TODAY,
      state: { number: 0, content: this.state },
      api: {
        asked: [],
        async get(address) {
          this.asked.push(address);
          if (address === '/register/checkpoint') return { checkpoint: office.checkpoints.at(-1) ?? null };
          const from = Number(address.split('from=')[1]);
          return { rows: office.rows.filter(({ row }) => row >= from), next: null };
        },
        async put(address, body) {
          if (address === '/register/checkpoint') office.checkpoints.push(body);
          return {};
        },
      },
    };
    const register = new Register(session, [{ key: this.key, seed: this.seed }]);
    return { session, register };
  }

  /** @returns {Promise<{states: string[], register: Register, asked: string[]}>} */
  async look() {
    const { session, register } = this.visit();
    const lines = await register.loadAll();
    this.state = session.state.content;
    return { states: lines.map(({ state }) => state).sort(), register, asked: session.api.asked };
  }
}

/** An office with so many entries that a checkpoint was made, and two later ones. */
async function busyOffice() {
  made ??= makeBusy();
  const { office, cases } = await made;
  const { current } = office.directories;
  const own = { ...current, members: current.members.map((member) => ({ ...member })) };
  const more = { rows: [...office.rows], checkpoints: [...office.checkpoints], state: { ...office.state } };
  const directories = { current: own, version: async () => own };
  return { office: Object.assign(Object.create(Office.prototype), office, more, { directories }), cases };
}

/** Sealing takes its time: once for all tests. @type {ReturnType<typeof makeBusy>|undefined} */
let made;

async function makeBusy() {
  const office = await Office.open();
  const cases = [];
  for (let count = 0; count < 200; count += 1) cases.push(await office.add(20261102));
  await office.look();
  assert.equal(office.checkpoints.length, 1);
  return { office, cases };
}

test('after a checkpoint only what came later is fetched, and the newest line of each case still counts', async () => {
  const { office, cases } = await busyOffice();
  await office.add(20261123, 'closed', cases[7], 2);
  await office.add(20261123);
  const { states, asked, register } = await office.look();
  assert.deepEqual(asked, ['/register/checkpoint', '/register?from=20261123']);
  assert.equal(states.length, 201);
  assert.equal(states.filter((state) => state === 'closed').length, 1);
  assert.equal(register.opened.size, 2, 'two entries were opened');
});

test('an older checkpoint than a member saw is refused by name', async () => {
  const { office } = await busyOffice();
  const old = office.checkpoints;
  for (let count = 0; count < 200; count += 1) await office.add(20261123);
  await office.look();
  assert.equal(office.state.checkpoint, 2);
  for (const given of [old.slice(0, 1), []]) {
    office.checkpoints = given;
    await assert.rejects(office.look(), { name: 'StaffRefused', reason: 'older' });
  }
});

test('an older checkpoint under the newest number does not open, and everything is counted anew', async () => {
  const { office } = await busyOffice();
  const [first] = office.checkpoints;
  office.checkpoints = [{ ...first, number: 2 }];
  const { states, register } = await office.look();
  assert.equal(states.length, 200);
  assert.ok(register.damaged);
  assert.equal(office.checkpoints.at(-1).number, 3, 'a sound one was put in its place');
});

for (const [name, damage] of /** @type {[string, (bytes: Uint8Array) => Uint8Array][]} */ ([
  ['cut short', (bytes) => bytes.slice(0, bytes.length - 17)],
  ['cut to nothing', (bytes) => bytes.slice(0, 3)],
  ['changed in one bit', (bytes) => bytes.with(bytes.length - 1, bytes.at(-1) ^ 1)],
])) {
  test(`a checkpoint that was ${name} is noticed and costs nothing but time`, async () => {
    const { office } = await busyOffice();
    const [first] = office.checkpoints;
    office.checkpoints = [{ ...first, envelope: b64(damage(fromB64(first.envelope))) }];
    const { states, register } = await office.look();
    assert.deepEqual([states.length, register.damaged], [200, true]);
  });
}

test('a checkpoint by somebody who is no facilitator counts for nothing', async () => {
  const { office } = await busyOffice();
  office.directories.current.members[0].role = 'coach';
  const { register } = await office.look();
  assert.ok(register.damaged);
});

test('a checkpoint under the key before the last is read, the next is made under the new one', async () => {
  const { office } = await busyOffice();
  const [oldKey, oldSeed] = [office.key, office.seed];
  [office.key, office.seed] = [randomBytes(16), randomBytes(32)];
  office.kem = (await KemKeyPair.of(office.seed)).publicKey;
  office.directories.current.register = { id: office.key, kem: office.kem };
  await office.add(20261123);
  const { register } = office.visit();
  register.seeds.set(b64(oldKey), oldSeed);
  const lines = await register.loadAll();
  assert.deepEqual([lines.length, register.damaged, register.opened.size], [201, false, 1]);
});

test('a queue of many cases opens only what the checkpoint does not hold', async () => {
  const { office, cases } = await busyOffice();
  await office.add(20261123, 'open', cases[0], 2);
  const { register } = office.visit();
  const newest = new Map(office.rows.map((row) => [row.case, row]));
  await register.take([...newest.values()]);
  assert.equal(register.opened.size, 1);
  assert.equal(register.line(b64(cases[0]))?.state, 'open');
  assert.equal(register.line(b64(cases[1]))?.state, 'new');
});

test('an entry under a key that nobody has any more is counted among the refused', async () => {
  const office = await Office.open();
  await office.add(20261102);
  office.rows[0].key = b64(randomBytes(16));
  const { states, register } = await office.look();
  assert.deepEqual([states.length, register.refused], [0, 1]);
});

test('an asker’s line of a day on which the portal was not there counts for nothing, in a checkpoint neither', async () => {
  const office = await Office.open();
  for (const days of [
    { received: '1999-12-31', closed: '2026-11-02' },
    { received: '9999-12-31', closed: '9999-12-31' },
    { received: '2026-11-02', closed: '9999-12-31' },
  ]) {
    await office.add(20261102, 'withdrawn', randomBytes(16), 0, days);
  }
  await office.add(20261102);
  assert.deepEqual((await office.look()).states, ['new']);
  for (let count = 0; count < 200; count += 1) await office.add(20261102);
  await office.look();
  assert.equal(office.checkpoints.length, 1);
  office.rows = [];
  const { states } = await office.look();
  assert.deepEqual([states.length, new Set(states)], [201, new Set(['new'])]);
});
