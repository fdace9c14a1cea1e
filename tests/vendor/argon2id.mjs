// Speaks the committed argon2id.js for the tests: password and salt as hex arguments.
import { argon2id } from '../../portal/static/vendor/argon2id.js';

const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
const [password, salt, iterations, memoryKiB] = process.argv.slice(2);
const hash = await argon2id({
  password: bytes(password),
  salt: bytes(salt),
  iterations: Number(iterations),
  memorySize: Number(memoryKiB),
  parallelism: 1,
  hashLength: 32,
  outputType: 'binary',
});
console.log(Buffer.from(hash).toString('hex'));
