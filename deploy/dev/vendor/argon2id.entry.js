// Argon2id alone, under hash-wasm's own signature. It needs `'wasm-unsafe-eval'`; run it in a worker.
export { argon2id } from 'hash-wasm';
