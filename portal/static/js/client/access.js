/**
 * The access word, where the organisation asks for one, and the pass of the day that it gives.
 *
 * The pass is one value for everybody. It stays in this page's memory: on a disk it would tell that somebody who was here
 * knows the word.
 * @module client/access
 */

/** @typedef {import('./api.js').Api} Api */

/** @type {string|null} b64 */
let pass = null;

/** What a request carries to be let in; nothing where no word was asked for. @returns {Record<string, string>} */
export const passHeader = () => (pass === null ? {} : { 'Adviespunt-Pass': pass });

/** @param {Api} api patient: many wrong words make it busy @param {string} word @throws {import('./api.js').ApiError} `wrong-word` */
export async function enterWord(api, word) {
  ({ pass } = await api.post('/access', { word }));
}

/**
 * The pass for somebody who is signed in and was never asked for the word. A file then goes to be cleaned with the pass and
 * without the session.
 * @param {Api} api
 * @returns {Promise<boolean>} whether there is one now
 */
export async function passOfSession(api) {
  pass = await api.get('/access').then(
    (answer) => answer.pass,
    () => null,
  );
  return pass !== null;
}
