import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi } from '../../portal/static/js/client/api.js';

const { Response } = globalThis;

/** A network that gives these answers one after the other; an Error is a line that breaks. */
function network(...answers) {
  const asked = [];
  const fetch = async (address, request) => {
    asked.push({ address, ...request });
    const answer = answers[asked.length - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, api: createApi({ fetch }) };
}

const json = (body, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const broken = () => new TypeError('Failed to fetch');

test('a PUT whose line broke is sent once more, with the same bytes', async () => {
  const { api, asked } = network(broken(), json({ fine: true }));
  assert.deepEqual(await api.put('/cases/x', { a: 1 }), { fine: true });
  assert.equal(asked[0].body, asked[1].body);
});

test('a PUT whose line stays broken says so', async () => {
  const { api, asked } = network(broken(), broken());
  await assert.rejects(api.put('/cases/x', {}), { name: 'ApiError', status: 0, problem: 'network' });
  assert.equal(asked.length, 2);
});

test('a POST is never sent twice by itself', async () => {
  const { api, asked } = network(broken(), json({}));
  await assert.rejects(api.post('/mailbox/session', {}), { problem: 'network' });
  assert.equal(asked.length, 1);
});

test('an answer cut off half-way is a broken line', async () => {
  const half = new Response('{"fine"', { headers: { 'Content-Type': 'application/json' } });
  await assert.rejects(network(half).api.get('/queue'), { problem: 'network' });
});

test('what the server refuses comes with its key and its sentence', async () => {
  const { api } = network(json({ problem: 'conflict', detail: 'Iemand was eerst.' }, 409));
  await assert.rejects(api.put('/x', {}), { status: 409, problem: 'conflict', detail: 'Iemand was eerst.' });
});

test('an error page of a proxy is an error with its status', async () => {
  const { api } = network(
    new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
  );
  await assert.rejects(api.get('/x'), { status: 502, problem: 'http-502' });
});

test('bytes go and come as bytes', async () => {
  const answer = new Response(Uint8Array.of(1, 2), { headers: { 'Content-Type': 'application/octet-stream' } });
  const { api, asked } = network(answer);
  assert.deepEqual(await api.put('/p', Uint8Array.of(3)), Uint8Array.of(1, 2));
  assert.equal(asked[0].headers['Content-Type'], 'application/octet-stream');
});

test('every call stays on this site and leaves nothing in a cache', async () => {
  const { api, asked } = network(json({}));
  await api.get('/queue');
  const { credentials, cache, redirect, referrerPolicy } = asked[0];
  assert.deepEqual(
    { credentials, cache, redirect, referrerPolicy },
    {
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    },
  );
});
