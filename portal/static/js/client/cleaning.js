/**
 * Sends a file to be cleaned and reads the pages that come back. No session, no case, no file name goes along.
 * @module client/cleaning
 */

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
 * @param {{options?: Record<string, unknown>|undefined, signal?: AbortSignal, tell?: (sentence: string) => void, base?: string}} [how]
 *   tell: why it takes longer, when it is busy
 * @returns {Promise<Cleaned>}
 * @throws {NotCleaned}
 */
export async function clean(file, { options, signal = NEVER, tell = () => undefined, base = '/api/v1' } = {}) {
  // A Blob without a type: the browser's guess says nothing that cleaning believes, and need not travel.
  const bare = new Blob([file]);
  const once = async (/** @type {Record<string, string>} */ headers) => {
    const answer = await send(`${base}/clean`, bare, { options, signal, headers });
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

/**
 * Without credentials: a session's cookie beside a file that is still dirty would tie the two together.
 * (That costs the bar of progress: only the older way of sending has one, and it always takes the cookie along.)
 * @param {string} address @param {Blob} body
 * @param {{options: Record<string, unknown>|undefined, signal: AbortSignal, headers: Record<string, string>}} how
 * @returns {Promise<{status: number, body: Uint8Array}>}
 */
async function send(address, body, { options, signal, headers: more }) {
  /** @type {Record<string, string>} */
  const headers = { ...passHeader(), ...more, 'Content-Type': 'application/octet-stream' };
  if (options) headers['Adviespunt-Options'] = asHeader(options);
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
 * `u32 length ‖ JSON ‖ the bytes of all pages`.
 * @param {Uint8Array} body
 * @returns {Cleaned}
 * @throws {NotCleaned}
 */
export function parseCleaned(body) {
  try {
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
