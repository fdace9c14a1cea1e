/**
 * Sends a file to be cleaned and reads the pages that come back. No session, no case, no file name goes along, and the
 * sizes on the way go up in steps (ADR 0020): whoever watches the network can't hold a file against one that they have.
 * @module client/cleaning
 */

import { u64 } from '../crypto/bytes.js';
import { paddingAfter, unpadExact } from '../crypto/padding.js';
import { passHeader, passOfSession } from './access.js';
import { ApiError, api } from './api.js';
import { Patience } from './patience.js';

/** @typedef {{media: 'image/webp'|'image/png'|'image/jpeg', width: number, height: number, image: Uint8Array}} CleanPage */

/**
 * @typedef {object} Cleaned
 * @property {'photo'|'document'} family
 * @property {CleanPage[]} pages
 * @property {{kind: string, value: string|null}[]} traces what was taken out
 * @property {{kind: string, page: number|null, value: string|null}[]} cautions what is still to be seen
 * @property {{number: number, name: string}[]} offered attachments of a mail, to be taken separately
 */

/** The file was not taken. `reason` is a key of cleaning, `network`, `too-large` or `throttled`. */
export class NotCleaned extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.name = 'NotCleaned';
    this.reason = reason;
  }
}

/**
 * @param {Blob} file
 * @param {{options?: Record<string, unknown>|undefined, signal?: AbortSignal, tell?: (sentence: string) => void, sent?: (share: number) => void, base?: string}} [how]
 *   tell: why it takes longer, when it is busy; sent: how much of the file left this browser, 0 to 1, where that is known
 * @returns {Promise<Cleaned>}
 * @throws {NotCleaned}
 */
export async function clean(file, { options, signal = NEVER, tell = ignore, sent = ignore, base = '/api/v1' } = {}) {
  // A Blob without a type: the browser's guess says nothing that cleaning believes, and need not travel.
  const padded = new Blob([u64(file.size), file, new Uint8Array(paddingAfter(file.size, 'page'))]);
  const once = async (/** @type {Record<string, string>} */ headers) => {
    const how = { headers: headersOf(options, headers), signal, sent };
    const answer = await ((await comesAlone(base)) ? sendCounted : send)(`${base}/clean`, padded, how);
    if (answer.status === TOO_BUSY) throw busy(answer.body);
    return answer;
  };
  const patience = new Patience({ tell, signal });
  let { status, body } = await patience.until(once).catch(asNotCleaned);
  // Somebody who came back was never asked for the access word: their session gives the pass, and the file goes without it.
  if (refusal(status, body) === 'word' && (await passOfSession(api))) {
    ({ status, body } = await patience.until(once).catch(asNotCleaned));
  }
  if (status !== 200) throw new NotCleaned(refusal(status, body));
  return parseCleaned(body);
}

const NEVER = new AbortController().signal;
const ignore = () => undefined;
const TOO_BUSY = 429;

/** @param {Uint8Array} body */
function busy(body) {
  const content = JSON.parse(new TextDecoder().decode(body));
  return new ApiError(TOO_BUSY, String(content.problem), null, content);
}

/** @param {unknown} error @returns {never} */
function asNotCleaned(error) {
  throw error instanceof ApiError ? new NotCleaned(error.problem) : error;
}

/** @typedef {{headers: Record<string, string>, signal: AbortSignal, sent: (share: number) => void}} How */
/** @typedef {{status: number, body: import('../crypto/bytes.js').Bytes}} Answer */

/** @param {Record<string, unknown>|undefined} options @param {Record<string, string>} more @returns {Record<string, string>} */
function headersOf(options, more) {
  const headers = { ...passHeader(), ...more, 'Content-Type': 'application/octet-stream' };
  return options ? { ...headers, 'Adviespunt-Options': asHeader(options) } : headers;
}

/**
 * Whether this browser has no session here, in any tab: then nothing that it sends is tied to one. What it does not know
 * for sure counts as no.
 * @param {string} base @returns {Promise<boolean>}
 */
async function comesAlone(base) {
  try {
    const answer = await fetch(`${base}/clean/alone`, { credentials: 'same-origin', cache: 'no-store' });
    return answer.ok && (await answer.json()).alone === true;
  } catch {
    return false;
  }
}

/**
 * Without credentials: a session's cookie beside a file that is still dirty would tie the two together. That costs the
 * count of what was sent.
 * @param {string} address @param {Blob} body @param {How} how @returns {Promise<Answer>}
 */
async function send(address, body, { headers, signal }) {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers,
      signal,
      credentials: 'omit',
      cache: 'no-store',
    });
    return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    throw new NotCleaned(signal.aborted ? 'stopped' : 'network');
  }
}

/**
 * The older way of sending counts what left; it takes the cookie along always, so only a browser that has none may use it.
 * @param {string} address @param {Blob} body @param {How} how @returns {Promise<Answer>}
 */
function sendCounted(address, body, { headers, signal, sent }) {
  const call = new XMLHttpRequest();
  const stop = () => call.abort();
  /** @type {Promise<Answer>} */
  const answer = new Promise((resolve, reject) => {
    call.open('POST', address);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.responseType = 'arraybuffer';
    call.upload.onprogress = ({ loaded, total }) => sent(total === 0 ? 1 : loaded / total);
    call.onload = () => resolve({ status: call.status, body: new Uint8Array(call.response) });
    call.onerror = () => reject(new NotCleaned('network'));
    call.onabort = () => reject(new NotCleaned('stopped'));
    signal.addEventListener('abort', stop);
    if (signal.aborted) reject(new NotCleaned('stopped'));
    else call.send(body);
  });
  return answer.finally(() => signal.removeEventListener('abort', stop));
}

/** JSON in ASCII: a header takes nothing else. @param {Record<string, unknown>} options */
function asHeader(options) {
  const escaped = (/** @type {string} */ letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(options).replace(/[^ -~]/g, escaped);
}

/** @param {number} status @param {Uint8Array} body */
function refusal(status, body) {
  if (status === 200) return '';
  try {
    const { reason, problem } = JSON.parse(new TextDecoder().decode(body));
    return String(reason ?? problem);
  } catch {
    return status === 413 ? 'too-large' : 'jail';
  }
}

/**
 * `u32 length ‖ JSON ‖ the bytes of all pages`, padded.
 * @param {import('../crypto/bytes.js').Bytes} padded
 * @returns {Cleaned}
 * @throws {NotCleaned}
 */
export function parseCleaned(padded) {
  try {
    const body = unpadExact(padded);
    const length = new DataView(body.buffer, body.byteOffset).getUint32(0);
    const answer = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.subarray(4, 4 + length)));
    let at = 4 + length;
    const pages = answer.pages.map((/** @type {any} */ page) => {
      const image = body.slice(at, at + page.bytes);
      at += page.bytes;
      return { media: page.media, width: page.width, height: page.height, image };
    });
    if (at !== body.length || pages.length === 0) throw new RangeError('framing');
    return {
      family: answer.family,
      pages,
      traces: answer.traces,
      cautions: answer.cautions,
      offered: answer.offered ?? [],
    };
  } catch (error) {
    throw error instanceof NotCleaned ? error : new NotCleaned('jail');
  }
}
