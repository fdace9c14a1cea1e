import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { b64, equal } from '../../portal/static/js/crypto/bytes.js';
import { changeRoster, composeRoster, newDraft, openPage, sendMessage } from '../../portal/static/js/client/case.js';
import { compose, newCase, Server, World } from './world.js';

/** @type {World} */
let world;
before(async () => {
  world = await World.make();
});

const refusedBecause = (reason) => (error) => error.name === 'CaseRefused' && error.reason === reason;
const WEBP = new Uint8Array(Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64'));
const page = { media: 'image/webp', width: 1, height: 1, image: WEBP };

test('a question arrives whole at the facilitator', async () => {
  const { an } = world.members;
  const server = await newCase(world, 'Mag ik dit geschenk aannemen?');
  const view = await world.view(server, an);
  assert.equal(view.messages[0].text, 'Mag ik dit geschenk aannemen?');
  assert.equal(view.messages[0].author.role, 'asker');
  assert.equal(view.me.role, 'facilitator');
  assert.deepEqual(view.refused, []);
  assert.deepEqual(view.participants.map(({ role }) => role).sort(), ['archive', 'asker', 'facilitator', 'helper']);
});

test('an answer of a coach who was added comes back to the asker', async () => {
  const { an, cas } = world.members;
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  const load = server.loader(world, cas);
  await sendMessage(server.api(cas.id), load, newDraft({ kind: 'feedback', text: 'We bekijken het.' }));
  const view = await world.view(server, world.asker);
  assert.deepEqual(
    view.messages.map(({ text }) => text),
    ['Vraag', 'We bekijken het.'],
  );
  assert.equal(view.messages[1].author.name, 'cas');
});

test('a note makes the notes key by itself, and the asker cannot see it', async () => {
  const { an, bea } = world.members;
  const server = await newCase(world, 'Vraag');
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'note', text: 'intern' }));
  assert.deepEqual(
    (await world.view(server, bea)).notes.map(({ text }) => text),
    ['intern'],
  );
  const asker = await world.view(server, world.asker);
  assert.deepEqual(asker.notes, []);
  assert.equal(asker.opened.notesKeys.size, 0);
});

test('a message written while the epoch turned arrives all the same, pages and all', async () => {
  const { an, cas } = world.members;
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  const load = server.loader(world, world.asker);
  const draft = newDraft({ kind: 'reply', text: 'Nog iets', attachments: [{ family: 'photo', pages: [page] }] });
  let turned = false;
  const slow = async () => {
    const view = await load();
    if (!turned) {
      turned = true;
      await changeRoster(server.api(an.id), server.loader(world, an), { remove: [cas.id] });
    }
    return view;
  };
  await sendMessage(server.api(world.asker.id), slow, draft);
  const view = await world.view(server, an);
  assert.equal(view.roster.epoch, 1);
  const message = view.messages[1];
  assert.equal(message.epoch, 1);
  const opened = await openPage(server.api(an.id), view, message, message.attachments[0].pages[0]);
  assert.ok(equal(opened.image, WEBP));
});

test('a draft that may have arrived is sent again with the same bytes', async () => {
  const { an } = world.members;
  const server = await newCase(world, 'Vraag');
  const draft = newDraft({ kind: 'feedback', text: 'Dank je.' });
  const api = server.api(an.id);
  let broken = true;
  const flaky = {
    ...api,
    put: async (path, body) => {
      const answer = await api.put(path, body);
      if (!broken) return answer;
      broken = false;
      throw Object.assign(new Error('network'), { problem: 'network' });
    },
  };
  await assert.rejects(sendMessage(flaky, server.loader(world, an), draft));
  await sendMessage(flaky, server.loader(world, an), draft);
  assert.equal((await world.view(server, an)).messages.length, 2);
});

test('somebody removed cannot open what is written afterwards', async () => {
  const { an, cas } = world.members;
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  await changeRoster(server.api(an.id), server.loader(world, an), { remove: [cas.id] });
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'reply', text: 'zonder Cas' }));
  await assert.rejects(world.view(server, cas), refusedBecause('keys'));
});

test('who is added reads what was written in every epoch', async () => {
  const { an, cas, dirk } = world.members;
  const server = await newCase(world, 'eerst');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'note', text: 'in epoch 0' }));
  await changeRoster(server.api(an.id), server.loader(world, an), { remove: [cas.id], add: [dirk.id] });
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'note', text: 'in epoch 1' }));
  const view = await world.view(server, dirk);
  assert.deepEqual(
    view.notes.map(({ text }) => text),
    ['in epoch 0', 'in epoch 1'],
  );
  assert.deepEqual(
    view.messages.map(({ text }) => text),
    ['eerst'],
  );
});

test('nobody adds a person whom the asker keeps out', async () => {
  const { an, cas } = world.members;
  const server = await newCase(world, 'over Cas', { excluded: [cas.person] });
  const view = await world.view(server, an);
  await assert.rejects(composeRoster(view, { add: [cas.id] }), refusedBecause('excluded'));
});

test('a question that keeps every facilitator and helper out is refused before it is sealed', async () => {
  const { an, bea } = world.members;
  await assert.rejects(world.ask('?', { excluded: [an.person, bea.person] }), refusedBecause('excluded'));
});

test('a change that was made already is nothing left to do', async () => {
  const { an, cas } = world.members;
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  const count = server.rosters.length;
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  assert.equal(server.rosters.length, count);
});

test('two who change a roster at once both have their way', async () => {
  const { an, bea, cas, dirk } = world.members;
  const server = await newCase(world, 'Vraag');
  await Promise.all([
    changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] }),
    changeRoster(server.api(bea.id), server.loader(world, bea), { add: [dirk.id] }),
  ]);
  const { participants } = await world.view(server, an);
  const keys = participants.map(({ key }) => key);
  assert.ok(keys.includes(b64(cas.id)) && keys.includes(b64(dirk.id)));
});

test('two who write at once make two heads, which the next message joins', async () => {
  const { an, bea } = world.members;
  const server = await newCase(world, 'Vraag');
  const first = await compose(world, server, an, { kind: 'reply', text: 'a' });
  const second = await compose(world, server, bea, { kind: 'reply', text: 'b' });
  server.messages.push(first.envelope, second.envelope);
  await sendMessage(
    server.api(world.asker.id),
    server.loader(world, world.asker),
    newDraft({ kind: 'reply', text: 'c' }),
  );
  const view = await world.view(server, an);
  assert.deepEqual(
    view.messages.map(({ text }) => text),
    ['Vraag', 'a', 'b', 'c'],
  );
  assert.equal(view.messages[3].seen.length, 2);
});

test('a message that the server drops is reported by whoever named it', async () => {
  const { an } = world.members;
  const server = await newCase(world, 'Vraag');
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'reply', text: 'weg' }));
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'reply', text: 'erna' }));
  const [dropped] = server.messages.splice(1, 1);
  const view = await world.view(server, world.asker);
  assert.deepEqual(
    view.missing.map(({ by }) => by),
    ['staff'],
  );
  assert.deepEqual(
    view.messages.map(({ text }) => text),
    ['Vraag', 'erna'],
  );
  assert.ok(dropped);
});

test('one that the asker alone names is told apart: it may never have been', async () => {
  const { an } = world.members;
  const server = await newCase(world, 'Vraag');
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'reply', text: 'weg' }));
  const askers = newDraft({ kind: 'reply', text: 'dank' });
  await sendMessage(server.api(world.asker.id), server.loader(world, world.asker), askers);
  const [dropped] = server.messages.splice(1, 1);
  const told = async () => (await world.view(server, an)).missing.map(({ by }) => by);
  assert.deepEqual(await told(), ['asker']);
  server.messages.splice(1, 0, dropped);
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'reply', text: 'erna' }));
  server.messages.splice(2, 1);
  assert.deepEqual(await told(), ['staff']);
});

test('a message that was read and is gone is reported from the state alone', async () => {
  const { an } = world.members;
  const server = await newCase(world, 'Vraag');
  await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'reply', text: 'weg' }));
  const { seen } = await world.view(server, an);
  server.messages.pop();
  const view = await world.view(server, an, seen);
  assert.deepEqual(
    view.missing.map(({ thread }) => thread),
    [null],
  );
});

test('the thread is in order whatever the order in which the server gives it', async () => {
  const { an } = world.members;
  const server = await newCase(world, '0');
  for (const text of ['1', '2', '3']) {
    await sendMessage(server.api(an.id), server.loader(world, an), newDraft({ kind: 'reply', text }));
  }
  server.messages.reverse();
  const view = await world.view(server, world.asker);
  assert.deepEqual(
    view.messages.map(({ text }) => text),
    ['0', '1', '2', '3'],
  );
});

test('a roster that goes back behind the one seen before refuses the case', async () => {
  const { an, cas } = world.members;
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  const { seen } = await world.view(server, an);
  server.rosters.pop();
  await assert.rejects(world.view(server, an, seen), refusedBecause('rollback'));
});

test('a server that puts back a removal while somebody writes gets nothing under the earlier keys', async () => {
  const { an, cas } = world.members;
  const server = await newCase(world, 'Vraag');
  const load = server.loader(world, an);
  await changeRoster(server.api(an.id), load, { add: [cas.id] });
  const rosters = [...server.rosters];
  await changeRoster(server.api(an.id), load, { remove: [cas.id] });
  await load();
  // The state was never kept (lastSeen is null here), and the roster that removed the coach is withheld.
  server.rosters = rosters;
  server.epoch = 0;
  const draft = newDraft({ kind: 'reply', text: 'niet voor cas' });
  await assert.rejects(sendMessage(server.api(an.id), server.loader(world, an), draft), refusedBecause('rollback'));
  assert.equal(server.messages.length, 1);
});

test('a message moved from another case is not shown', async () => {
  const { an } = world.members;
  const [server, other] = [await newCase(world, 'een'), await newCase(world, 'twee')];
  await sendMessage(other.api(an.id), other.loader(world, an), newDraft({ kind: 'reply', text: 'elders' }));
  server.messages.push(other.messages[1]);
  const view = await world.view(server, world.asker);
  assert.deepEqual(
    view.refused.map(({ reason }) => reason),
    ['place'],
  );
  assert.equal(view.messages.length, 1);
});

test('a coach who stepped aside goes with the next change, whatever it is', async () => {
  const { an, cas, dirk } = world.members;
  const server = await newCase(world, 'Vraag');
  await changeRoster(server.api(an.id), server.loader(world, an), { add: [cas.id] });
  await sendMessage(server.api(cas.id), server.loader(world, cas), newDraft({ kind: 'recuse' }));
  assert.deepEqual((await world.view(server, an)).departed, [b64(cas.id)]);
  const view = await changeRoster(server.api(an.id), server.loader(world, an), { add: [dirk.id] });
  assert.equal(view.roster.epoch, 1);
  assert.deepEqual(view.departed, []);
  assert.ok(!view.participants.some(({ key }) => key === b64(cas.id)));
});

test('after a conflict the staff is looked up anew', async () => {
  const { an, bea, cas } = world.members;
  const server = await newCase(world, 'Vraag');
  const asked = [];
  const load = async (refresh = false) => {
    asked.push(refresh);
    const view = await world.view(server, an);
    if (asked.length === 1) await changeRoster(server.api(bea.id), server.loader(world, bea), { firstNotes: true });
    return view;
  };
  await changeRoster(server.api(an.id), load, { add: [cas.id] });
  assert.deepEqual(asked.slice(0, 2), [false, true]);
});

test('a role that may not write a kind does not seal it', async () => {
  const server = await newCase(world, 'Vraag');
  const refused = compose(world, server, world.asker, { kind: 'final', fields: { referred: [] } });
  await assert.rejects(refused, refusedBecause('role'));
});

test('a note takes no pages, since the asker holds the key they would lie under', async () => {
  const { an } = world.members;
  const server = await newCase(world, 'Vraag');
  const refused = compose(world, server, an, { kind: 'note', attachments: [{ family: 'photo', pages: [page] }] });
  await assert.rejects(refused, refusedBecause('pages'));
});

test('a page that the server swaps for another of the same message is refused', async () => {
  const { an } = world.members;
  const attachments = [{ family: 'photo', pages: [page, page] }];
  const sealed = await world.ask('Vraag', { attachments });
  const server = new Server(sealed);
  const [first, second] = sealed.message.pages.map(({ id }) => b64(id));
  server.pages.set(first, server.pages.get(second));
  const view = await world.view(server, an);
  const [message] = view.messages;
  await assert.rejects(openPage(server.api(an.id), view, message, message.attachments[0].pages[0]), { reason: 'page' });
});
