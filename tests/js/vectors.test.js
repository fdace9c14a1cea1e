import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseWordList } from '../../portal/static/js/crypto/words.js';
import { check } from './vectors.js';

const folder = new URL('../vectors/', import.meta.url);
const list = parseWordList(readFileSync(new URL('../../portal/static/words/nl.txt', import.meta.url), 'utf8'));

for (const producer of ['python', 'javascript']) {
  const files = readdirSync(new URL(producer, folder)).filter((name) => name.endsWith('.json'));
  test(`there are vectors of ${producer}`, () => assert.ok(files.length > 0));
  for (const file of files) {
    for (const vector of JSON.parse(readFileSync(new URL(`${producer}/${file}`, folder), 'utf8'))) {
      test(`${producer}/${file}: ${vector.name}`, async () => assert.equal(await check(vector, list), null));
    }
  }
}
