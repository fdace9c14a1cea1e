// Bundles what the pages borrow from others into portal/static/vendor, the same bytes every time.
//
//   node build.mjs FOLDER            writes FOLDER/*.js and prints their sizes
//   node build.mjs --compare FOLDER  fails if FOLDER/*.js are not what the locked packages give
import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = new URL('.', import.meta.url);
const root = new URL('../../../', here);

/** Each file, and the packages whose names and versions stand in its first line. */
const FILES = {
  'lit-html': ['lit-html'],
  hpke: ['hpke'],
  xwing: ['@noble/post-quantum', '@noble/curves', '@noble/hashes'],
  argon2id: ['hash-wasm'],
  zxcvbn: ['@zxcvbn-ts/core', '@zxcvbn-ts/language-common', '@zxcvbn-ts/language-nl-be'],
};

const comparing = process.argv[2] === '--compare';
const folder = new URL(`${process.argv[comparing ? 3 : 2]}/`, `file://${process.cwd()}/`);

async function named(name) {
  const manifest = await readFile(new URL(`node_modules/${name}/package.json`, root), 'utf8');
  const { version, license } = JSON.parse(manifest);
  return `${name} ${version} (${license})`;
}

const MOST_PASSWORDS = 6000;

const exported = (values) =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');

/** Ranks count by order of magnitude only, and sorted text compresses to half. */
function sortedByDoubling(ranked) {
  const sorted = [];
  for (let start = 0, end = 64; start < ranked.length; start = end, end *= 2) {
    sorted.push(...ranked.slice(start, end).sort());
  }
  return sorted;
}

/** The commonest passwords and the keyboards of this country, out of a larger collection. */
const common = {
  name: 'common',
  setup(plugin) {
    plugin.onResolve({ filter: /^virtual:common$/ }, () => ({ path: 'common', namespace: 'virtual' }));
    plugin.onLoad({ filter: /^common$/, namespace: 'virtual' }, async () => {
      const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common');
      const { azerty, keypad, qwerty } = adjacencyGraphs;
      const passwords = sortedByDoubling(dictionary['passwords-common'].slice(0, MOST_PASSWORDS));
      return { contents: exported({ keyboards: { azerty, keypad, qwerty }, passwords: passwords.join(' ') }) };
    });
  },
};

/** X-Wing's curve without what it does not use. */
const smallCurve = {
  name: 'small-curve',
  setup(plugin) {
    plugin.onResolve({ filter: /^@noble\/curves\/ed25519\.js$/ }, () => ({
      path: new URL('x25519.js', here).pathname,
      sideEffects: false,
    }));
  },
};

async function bundle(name, packages) {
  const sources = (await Promise.all(packages.map(named))).join(', ');
  const result = await build({
    entryPoints: [new URL(`${name}.entry.js`, here).pathname],
    absWorkingDir: root.pathname,
    plugins: [common, smallCurve],
    nodePaths: [new URL('node_modules', root).pathname],
    banner: { js: `/* Built by \`make vendor\` from ${sources}. */` },
    bundle: true,
    charset: 'utf8',
    format: 'esm',
    legalComments: 'inline',
    loader: { '.txt': 'text' },
    minify: true,
    target: 'es2022',
    treeShaking: true,
    write: false,
    logLevel: 'warning',
    metafile: process.env.VENDOR_META === '1',
  });
  if (result.metafile) {
    const { inputs } = Object.values(result.metafile.outputs)[0];
    const sizes = Object.entries(inputs).map(([path, { bytesInOutput }]) => [bytesInOutput, path]);
    console.log(sizes.sort((a, b) => b[0] - a[0]).slice(0, 12));
  }
  return Buffer.from(result.outputFiles[0].contents);
}

async function sameAs(path, bytes) {
  const committed = await readFile(path).catch(() => Buffer.alloc(0));
  return bytes.equals(committed);
}

let differing = 0;
for (const [name, packages] of Object.entries(FILES)) {
  const path = new URL(`${name}.js`, folder);
  const bytes = await bundle(name, packages);
  if (comparing) {
    if (!(await sameAs(path, bytes))) {
      console.error(`portal/static/vendor/${name}.js is not what \`make vendor\` builds`);
      differing += 1;
    }
  } else {
    await writeFile(path, bytes);
    const gzipped = gzipSync(bytes, { level: 9 }).length;
    console.log(`${name}.js: ${bytes.length} bytes, ${gzipped} gzipped`);
  }
}
process.exit(differing ? 1 : 0);
