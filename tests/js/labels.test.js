/** Words for keys, and names that stand in sentences of ours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeName } from '../../portal/static/js/pages/staff/labels.js';
import { withoutTurns } from '../../portal/static/js/ui/labels.js';

test('a name turns no sentence around, and keeps its letters', () => {
  assert.equal(withoutTurns('Jan\u202E .mo ee\u2069m'), 'Jan .mo eem');
  assert.equal(withoutTurns('Zoë ’t Séjour-Ñandú علي'), 'Zoë ’t Séjour-Ñandú علي');
});

test('an outcome that every object has is a word like any other', () => {
  for (const key of ['constructor', 'toString', '__proto__']) {
    assert.equal(outcomeName({ outcomes: [] }, key), key);
  }
});
