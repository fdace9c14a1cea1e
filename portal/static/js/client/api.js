/**
 * The only module that talks to the server. JSON in and out, or bytes as they are.
 *
 * It never logs: an address, a body or an error could carry something that a person wrote.
 * @module client/api
 */

import { passHeader } from './access.js';

/** Something the server refused, or that never reached it (status 0, problem `network`). */
export class ApiError extends Error {
  /**
   * @param {number} status HTTP status; 0 when no answer came
   * @param {string} problem short key, e.g. `network`, `conflict`, `epoch`, `session`
   * @param {unknown} detail what else the server said
   * @param {any} content the whole answer, for the few problems that carry more
   */
  constructor(status, problem, detail = null, content = null) {
    super(problem);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
    this.detail = detail;
    this.content = content;
  }
}

/**
 * @typedef {object} Api
 * @property {(path: string) => Promise<any>} get
 * @property {(path: string, body: unknown, headers?: Record<string, string>) => Promise<any>} put retried once when the network fails: same id, same bytes
 * @property {(path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} post
 * @property {(path: string) => Promise<any>} del
 */

/**
 * @param {{base?: string, fetch?: typeof fetch}} [options]
 * @returns {Api}
 */
export function createApi(options = {}) {
  const { base = '/api/v1', fetch = globalThis.fetch.bind(globalThis) } = options;
  /** @type {(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} */
  const call = async (method, path, body, headers) =>
    readAnswer(await fetch(base + path, request(method, body, headers)).catch(unreached));
  return {
    get: (path) => call('GET', path),
    put: (path, body, headers) =>
      call('PUT', path, body, headers).catch((error) => {
        if (error instanceof ApiError && error.problem === 'network') return call('PUT', path, body, headers);
        throw error;
      }),
    post: (path, body, headers) => call('POST', path, body, headers),
    del: (path) => call('DELETE', path),
  };
}

/** @returns {never} */
function unreached() {
  throw new ApiError(0, 'network');
}

/** @param {string} method @param {unknown} body @param {Record<string, string>} [headers] @returns {RequestInit} */
function request(method, body, headers) {
  /** @type {RequestInit} */
  const shared = {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    headers: { ...passHeader(), ...headers },
  };
  if (body === undefined) return shared;
  if (body instanceof FormData) return { ...shared, body };
  if (body instanceof Uint8Array) {
    return {
      ...shared,
      body: /** @type {BufferSource} */ (body),
      headers: { ...shared.headers, 'Content-Type': 'application/octet-stream' },
    };
  }
  return { ...shared, body: JSON.stringify(body), headers: { ...shared.headers, 'Content-Type': 'application/json' } };
}

/** @param {Response} response */
async function readAnswer(response) {
  const content = await readContent(response).catch(unreached);
  if (response.ok) return content;
  const problem = typeof content?.problem === 'string' ? content.problem : `http-${response.status}`;
  throw new ApiError(response.status, problem, content?.detail ?? null, content);
}

/** @param {Response} response */
async function readContent(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (response.status === 204) return null;
  if (type.startsWith('application/octet-stream')) return new Uint8Array(await response.arrayBuffer());
  if (/^application\/([a-z.]+\+)?json\b/.test(type)) return response.json();
  return null;
}

/** The portal that served this page. */
export const api = typeof location === 'undefined' ? /** @type {Api} */ (/** @type {unknown} */ (null)) : createApi();
