// Speaks the committed hpke.js and xwing.js for the tests: one JSON request on standard input, one answer out.
import { open, seal } from '../../portal/static/vendor/hpke.js';
import { kem, publicKeyOf } from '../../portal/static/vendor/xwing.js';

const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (array) => Buffer.from(array).toString('hex');

const actions = {
  public: ({ seed }) => publicKeyOf(bytes(seed)),
  seal: ({ key, info, text }) => seal(bytes(key), bytes(info), bytes(text), kem),
  open: ({ seed, info, sealed }) => open(bytes(seed), bytes(info), bytes(sealed), kem),
};

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const request = JSON.parse(Buffer.concat(chunks).toString());
try {
  console.log(JSON.stringify({ ok: hex(await actions[request.action](request)) }));
} catch (error) {
  console.log(JSON.stringify({ refused: error.constructor.name }));
}
