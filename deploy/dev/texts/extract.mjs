// Every Dutch text that the browser's modules show, with where it stands, as JSON.
// Babel's own reader of JavaScript loses texts inside nested templates; a real parser does not.
// Usage: node extract.mjs FOLDER

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';

/** How many of a call's first arguments are texts. */
const TEXTS = new Map([
  ['t', 1],
  ['tn', 2],
  ['mark', 1],
]);

const found = [];
const faults = [];

for (const name of readdirSync(process.argv[2], { recursive: true, encoding: 'utf8' }).sort()) {
  if (!name.endsWith('.js') || name.startsWith('texts/')) continue;
  const file = join(process.argv[2], name);
  const tree = parse(readFileSync(file, 'utf8'), { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  simple(tree, {
    CallExpression(call) {
      const count = TEXTS.get(call.callee.name) ?? 0;
      for (const argument of call.arguments.slice(0, count)) take(argument, file);
    },
  });
}

if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
process.stdout.write(JSON.stringify(found));

function take(argument, file) {
  const place = { file, line: argument.loc.start.line };
  if (argument.type === 'Literal') found.push({ ...place, text: argument.value });
  else if (argument.type === 'ConditionalExpression') {
    take(argument.consequent, file);
    take(argument.alternate, file);
  } else if (argument.type === 'TemplateLiteral') {
    faults.push(`${file}:${place.line}: values go in {braces}, not into the text`);
  }
  // Anything else is a text that was marked where it was written: t(LABELS[key]).
}
