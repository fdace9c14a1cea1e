// Joins what a page needs into few files in portal/static/app, the same bytes every time: `make app` writes them,
// `--compare` says whether the committed ones are those of the sources.
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { strings, textsOf } from './texts.mjs';

const root = new URL('../../../', import.meta.url);
const SOURCES = 'portal/static/js';
const LANGUAGES = ['fr', 'en'];
/** Style sheets are joined in this order. */
const STYLES = {
  asker: ['base', 'parts', 'asker'],
  how: ['how'],
  plain: ['base', 'parts', 'asker', 'plain'],
  staff: ['base', 'parts', 'staff'],
};
/** Large, without state, and fetched only when needed: they stay files of their own. */
const APART = ['*/vendor/argon2id.js', '*/vendor/zxcvbn.js'];
const TARGET = 'es2022';
const OPTIONS = {
  absWorkingDir: root.pathname,
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  legalComments: 'inline',
  logLevel: 'warning',
  metafile: true,
  minify: true,
  target: TARGET,
  treeShaking: true,
  write: false,
};

const comparing = process.argv[2] === '--compare';
const folder = new URL(`${process.argv[comparing ? 3 : 2]}/`, `file://${process.cwd()}/`);

const read = (path) => readFile(new URL(path, root), 'utf8');
const named = async (path, start = '') => {
  const names = await readdir(new URL(path, root));
  return names.filter((name) => name.startsWith(start) && name.endsWith('.js')).sort();
};

/** Each module that stands in pages/ itself is a page; what a page is made of stands in a folder of its name. */
const pages = async () => (await named(`${SOURCES}/pages`)).map((name) => basename(name, '.js'));

/** Of the icons, those that are named somewhere in the page: two thirds of the drawings are the staff's. */
const onlyIcons = (names) => ({
  name: 'icons',
  setup(plugin) {
    plugin.onLoad({ filter: /\/ui\/icons\.js$/ }, async ({ path }) => {
      const whole = await readFile(path, 'utf8');
      const contents = whole.replace(/^ {2}'([a-z0-9-]+)': .*\n/gm, (line, name) => (names.has(name) ? line : ''));
      return { contents, loader: 'js' };
    });
  },
});

const joined = (name, icons) =>
  build({
    ...OPTIONS,
    entryPoints: [`${SOURCES}/pages/${name}.js`],
    external: APART,
    outdir: name,
    plugins: [onlyIcons(icons)],
    splitting: true,
  });

/** One file a page, and one for each part that it fetches later. @returns {Promise<Map<string, string>>} */
async function page(name) {
  const bare = await joined(name, new Set());
  const { metafile, outputFiles } = await joined(name, strings(bare.outputFiles.map(({ text }) => text)));
  const names = new Map(Object.entries(metafile.outputs).map(([path, made]) => [basename(path), nameOf(made)]));
  if (new Set(names.values()).size !== names.size) throw new Error(`two parts of ${name} have one name`);
  return new Map(outputFiles.map(({ path, text }) => [`${name}/${names.get(basename(path))}`, renamed(text, names)]));
}

/** A part is called after its largest module: esbuild's own names change with every byte. */
function nameOf({ entryPoint, inputs }) {
  const [[largest] = [entryPoint]] = Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
  return basename(entryPoint ?? largest);
}

const renamed = (text, names) =>
  text.replace(/(["'])\.\/([\w-]+\.js)\1/g, (whole, quote, name) =>
    names.has(name) ? `${quote}./${names.get(name)}${quote}` : whole,
  );

/** What runs beside a page has no import map, so it is one file with everything in it. */
async function worker(name) {
  const { outputFiles } = await build({ ...OPTIONS, entryPoints: [`${SOURCES}/client/${name}`] });
  return outputFiles[0].text;
}

async function style(sheets) {
  const texts = await Promise.all(sheets.map((name) => read(`portal/static/css/${name}.css`)));
  return (await transform(texts.join('\n'), { loader: 'css', minify: true, charset: 'utf8', target: TARGET })).code;
}

/** Every file of portal/static/app: path and content. */
async function everything() {
  const files = new Map();
  files.set('first.js', (await transform(await read(`${SOURCES}/first.js`), { minify: true, target: TARGET })).code);
  for (const [name, sheets] of Object.entries(STYLES)) files.set(`${name}.css`, await style(sheets));
  for (const name of await named(`${SOURCES}/client`, 'worker-')) files.set(`client/${name}`, await worker(name));
  for (const name of await pages()) {
    const parts = await page(name);
    for (const [path, text] of parts) files.set(path, text);
    for (const language of LANGUAGES) {
      const { default: catalogue } = await import(new URL(`${SOURCES}/texts/${language}.js`, root));
      files.set(`texts/${language}-${name}.js`, textsOf(catalogue, [...parts.values()]));
    }
  }
  return files;
}

const present = async () => {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder.pathname, join(entry.parentPath, entry.name)));
};

async function compare(files) {
  const wrong = (await present()).filter((path) => !files.has(path));
  for (const [path, text] of files) {
    const committed = await readFile(new URL(path, folder), 'utf8').catch(() => null);
    if (committed !== text) wrong.push(path);
  }
  for (const path of wrong) console.error(`portal/static/app/${path} is not what \`make app\` builds`);
  return wrong.length ? 1 : 0;
}

async function write(files) {
  for (const path of await present()) if (!files.has(path)) await rm(new URL(path, folder), { force: true });
  for (const [path, text] of files) {
    const target = new URL(path, folder);
    if ((await readFile(target, 'utf8').catch(() => null)) === text) continue;
    await mkdir(dirname(target.pathname), { recursive: true });
    // Renamed into place: a portal that reads it meanwhile finds the whole file, old or new.
    const half = new URL(`${path}.${process.pid}`, folder);
    await writeFile(half, text);
    await rename(half, target);
  }
  return 0;
}

const files = await everything();
process.exit(await (comparing ? compare(files) : write(files)));
