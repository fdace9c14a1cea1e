/**
 * What an asker does: open a mailbox, ask, read, answer, withdraw. Every secret stays here; pages hold an object each.
 * @module client/asker
 */

import { b64, fromB64, randomBytes, wipe } from '../crypto/bytes.js';
import { ASKER } from '../crypto/envelope.js';
import { identityFromSeed, unwrapSeed, wrapSeed } from '../crypto/identity.js';
import { firstState, mergeStates, openState, sealState } from '../crypto/state.js';
import { t } from '../ui/texts.js';
import { ApiError } from './api.js';
import { beginCase, newDraft } from './case.js';
import { withdrawalEntry } from './compose.js';
import { credentialsTyped } from './credentials.js';
import { patient, working } from './patience.js';
import { loadPlace, Place } from './place.js';
import { caseLoader, openPage, sendCase, sendMessage } from './send.js';
import { end, keep, restore } from './session.js';

export { loadPlace, Place };

/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('../crypto/bytes.js').Bytes} Bytes */
/** @typedef {import('../crypto/state.js').State} State */
/** @typedef {import('./case.js').CaseView} CaseView */
/** @typedef {import('./case.js').Draft} Draft */
/** @typedef {import('./case.js').SealedCase} SealedCase */
/** @typedef {import('../crypto/identity.js').Identity} Identity */
/** @typedef {import('../crypto/identity.js').Credentials} Credentials */
/** @typedef {{name: string, password: string}} Typed */
/** @typedef {{received: string, feedback_by: string, answer_by: string, come_back_on: string}} Receipt days */
/** @typedef {(sentence: string) => void} Progress */

/**
 * What the server's index says of a case. In a list that is its word alone; where a case is opened, what the signed acts
 * say goes before it (client/standing.js).
 * @typedef {object} Summary
 * @property {string} case b64
 * @property {string} state
 * @property {string} received
 * @property {string} feedback_by
 * @property {string|null} feedback_on
 * @property {string} answer_by
 * @property {string|null} answered_on
 * @property {string|null} closed_on
 * @property {string|null} archive_from
 * @property {boolean} opened
 * @property {number} messages
 * @property {string} last
 * @property {'staff'|'asker'|null} waits_for
 */

/** @type {{id: Uint8Array}} */
const ME = { id: ASKER };

/** Attempts to put a state down while other tabs do the same. */
const ATTEMPTS = 5;

/** A mailbox that is open in this tab. */
export class Mailbox {
  /** @param {Place} place @param {Bytes} id @param {Identity} identity */
  constructor(place, id, identity) {
    this.place = place;
    this.api = place.api;
    this.id = id;
    /** @type {Identity|null} */
    this.keys = identity;
    /** @type {{number: number, content: State}|null} */
    this.state = null;
    /** @type {Summary[]} */
    this.summaries = [];
  }

  /** @throws {ApiError} `signed-out` when the keys were forgotten */
  get identity() {
    if (this.keys === null) throw new ApiError(401, 'signed-out');
    return this.keys;
  }

  /** Takes over what a newer sign-in to the same mailbox brought. @param {Mailbox} other */
  take(other) {
    this.keys = other.keys;
    this.state = other.state;
    this.summaries = other.summaries;
    return this;
  }

  /** Forgets the keys. Whatever is open after this cannot be read or written with. */
  wipe() {
    this.keys = null;
    this.state = null;
    this.summaries = [];
  }

  /** Fetches the list of cases and this mailbox's own memory. */
  async refresh() {
    const answer = await this.api.get('/mailbox');
    await this.readState(answer.state);
    this.summaries = answer.cases;
    const { organisation, directory } = this.known.content;
    await this.place.trust(fromB64(organisation, 32), {
      hash: fromB64(directory.hash, 32),
      version: directory.version,
    });
    return this;
  }

  /** @param {{number: number, envelope: string}} given @throws {StateRefused} */
  async readState({ number, envelope }) {
    if (this.state !== null && number < this.state.number) throw new StateRefused('older');
    const content = await openState(
      this.identity.stateKey,
      this.place.portal,
      this.id,
      'mailbox',
      number,
      fromB64(envelope),
    );
    this.state = { number, content };
  }

  get known() {
    if (this.state === null) throw new TypeError('no state');
    return this.state;
  }

  /** How many messages of a case were not read yet. @param {Summary} summary */
  unread({ case: key, messages }) {
    return Math.max(0, messages - (this.known.content.cases[key]?.read.length ?? 0));
  }

  /** Ids of messages that were read before. @param {string} key @returns {Set<string>} */
  readBefore(key) {
    return new Set(this.known.content.cases[key]?.read ?? []);
  }

  /** @param {string} key b64 of the case id */
  loader(key) {
    const { api, identity, place } = this;
    return caseLoader({
      api,
      identity,
      me: ME,
      portal: place.portal,
      id: fromB64(key, 16),
      directories: (refresh) => place.latest(refresh),
      lastSeen: () => this.known.content.cases[key] ?? null,
    });
  }

  /**
   * Fetches a case, opens it and checks everything but the server's index.
   * @param {string} key b64 of the case id
   * @returns {Promise<CaseView & {index: Summary, days: Map<string, string>}>} days: of messages, by b64 id
   * @throws {ApiError|import('./case.js').CaseRefused}
   */
  open(key) {
    return this.loader(key)();
  }

  /** Remembers what was seen of a case, so that it cannot be taken back unnoticed. @param {CaseView} view */
  async remember({ key, seen }) {
    await this.change((content) => withCase(content, key, seen));
  }

  /**
   * Puts a changed state down; where another tab was first, both are merged.
   * @param {(content: State) => State} edit
   */
  async change(edit) {
    for (let attempt = 1; ; attempt += 1) {
      const { number, content } = this.known;
      const next = withDirectory(edit(content), this.place.directory);
      if (JSON.stringify(next) === JSON.stringify(content)) return;
      const envelope = await sealState(this.identity.stateKey, this.place.portal, this.id, 'mailbox', number + 1, next);
      try {
        await this.api.put('/mailbox/state', { number: number + 1, envelope: b64(envelope) });
        this.state = { number: number + 1, content: next };
        return;
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 409 || attempt === ATTEMPTS) throw error;
        await this.mergeStored(next);
      }
    }
  }

  /** @param {State} own */
  async mergeStored(own) {
    const { state } = await this.api.get('/mailbox');
    await this.readState(state);
    this.state = { number: this.known.number, content: mergeStates(own, this.known.content) };
  }

  /**
   * Sends a reply, thanks or a withdrawal.
   * @param {string} key b64 of the case id
   * @param {Draft} draft
   * @returns {Promise<Record<string, any>>} the server's answer
   */
  async send(key, draft) {
    const register = draft.kind === 'withdraw' ? this.withdrawn : undefined;
    const { answer } = await sendMessage(this.api, this.loader(key), draft, { ...(register && { register }) });
    return answer;
  }

  /** The register's line of a withdrawal. @param {CaseView} view */
  withdrawn = async (view) => {
    const { index } = /** @type {CaseView & {index: Summary}} */ (view);
    // Its key may have been renewed since this mailbox was opened.
    const { current } = await this.place.latest(true);
    return withdrawalEntry(view, current, { received: index.received, closed: this.place.organisation.day });
  };

  /** @param {CaseView} view @param {import('./case.js').Message} message @param {import('./case.js').PageRef} page */
  page(view, message, page) {
    return openPage(this.api, view, message, page);
  }

  /** Other words for the same mailbox. @param {Typed} typed @throws {ApiError} `signed-out`, `mailbox-exists` */
  async rename(typed) {
    const { locator, login, wrapping } = await credentialsOf(this.place, typed);
    const kept = await restore(this.api, 'mailbox');
    if (kept === null) throw new ApiError(401, 'signed-out');
    const seed = await wrapSeed(wrapping, this.place.portal, this.id, 'mailbox', kept.seed);
    wipe(kept.seed, wrapping);
    await this.api.put('/mailbox/password', { locator: b64(locator), login: b64(login), seed: b64(seed) });
  }

  async signOut() {
    this.wipe();
    await end(this.api);
  }
}

/** The server gave an older state than this tab has seen. */
export class StateRefused extends Error {}

/** @param {State} content @param {string} key @param {import('../crypto/state.js').CaseSeen} seen @returns {State} */
function withCase(content, key, { roster, read }) {
  const before = content.cases[key];
  const newer = before && before.roster.number > roster.number ? before.roster : roster;
  const all = [...new Set([...(before?.read ?? []), ...read])];
  return { ...content, cases: { ...content.cases, [key]: { roster: newer, read: all } } };
}

/** @param {State} content @param {import('../crypto/directory.js').DirectoryMark} directory @returns {State} */
function withDirectory(content, { version, hash }) {
  return version > content.directory.version ? { ...content, directory: { hash: b64(hash), version } } : content;
}

/**
 * @param {Api} api @param {Place} place @param {Typed} typed @param {import('./patience.js').Waiting} waiting
 * @returns {Promise<Mailbox>}
 * @throws {ApiError} `wrong-credentials`, also for words that can be no name or password here; `stopped`
 */
export async function signIn(api, place, typed, waiting) {
  return enter(working(api, waiting), place, await credentialsOf(place, typed));
}

/** @param {Place} place @param {Typed} typed */
const credentialsOf = (place, { name, password }) => credentialsTyped('mailbox', place.portal, name, password);

/** @param {Api} api @param {Place} place @param {Credentials} own */
async function enter(api, place, { locator, login, wrapping }) {
  const answer = await api.post('/mailbox/session', { locator: b64(locator), login: b64(login) });
  const id = fromB64(answer.mailbox, 16);
  const seed = await unwrapSeed(wrapping, place.portal, id, 'mailbox', fromB64(answer.seed));
  await keep({ kind: 'mailbox', id, seed }, answer.tab_key);
  return openMailbox(place, id, seed);
}

/** @param {Place} place @param {Bytes} id @param {Bytes} seed overwritten */
async function openMailbox(place, id, seed) {
  const identity = await identityFromSeed(seed);
  wipe(seed);
  return new Mailbox(place, id, identity).refresh();
}

/**
 * The mailbox that this tab had open before the page was left, if the server still has its half of the key.
 * @param {Api} api @param {Place} place
 * @returns {Promise<Mailbox|null>}
 */
export async function resume(api, place) {
  const kept = await restore(api, 'mailbox');
  return kept === null ? null : openMailbox(place, kept.id, kept.seed);
}

/** @param {{text: string, attachments?: Draft['attachments']}} content */
export const reply = (content) => newDraft({ kind: 'reply', ...content });

/** Asks for no answer, so nothing reopens. @param {{text: string, attachments?: Draft['attachments']}} content */
export const thanks = (content) => newDraft({ kind: 'thanks', ...content });

export const withdrawal = () => newDraft({ kind: 'withdraw' });

/**
 * A question on its way. Its bytes are made once and kept until the server has said that it has them, so that sending
 * again after a broken line sends the same ones and never makes a second case.
 */
export class Submission {
  /** @param {Api} api @param {Place} place @param {{text: string, fields: Record<string, any>, attachments: Draft['attachments']}} content */
  constructor(api, place, content) {
    this.api = api;
    this.place = place;
    this.content = content;
    /** The last attempt may have reached the server. */
    this.uncertain = false;
    /** It is busy: nothing is on its way now, and the asker may stop. */
    this.waits = false;
    this.stop = new AbortController();
    /** @type {{sealed: SealedCase, mailbox: import('./send.js').NewMailbox|null}|null} */
    this.ready = null;
  }

  /**
   * @param {Typed} typed
   * @param {Progress} progress
   * @param {() => Promise<boolean>} mayJoin asked when these words open a mailbox already
   * @returns {Promise<Receipt|null>} null when the asker would rather choose other words
   */
  async sendNew(typed, progress, mayJoin) {
    progress(t('Je sleutel wordt gemaakt. Dat duurt enkele tellen.'));
    const own = await credentialsOf(this.place, typed);
    this.ready ??= await this.prepareNew(own, progress);
    try {
      return await this.deliver(progress);
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem !== 'mailbox-exists') throw error;
    }
    this.ready = null;
    if (!(await mayJoin())) return null;
    return this.sendFrom(
      await enter(working(this.api, this.waiting(progress)), this.place, own),
      progress,
      async () => null,
    );
  }

  /** @param {Progress} progress @returns {import('./patience.js').Waiting} */
  waiting(progress) {
    return { tell: (sentence) => this.wait(sentence, progress), signal: this.stop.signal };
  }

  /** @param {Credentials} own @param {Progress} progress */
  async prepareNew(own, progress) {
    const [id, seed] = [randomBytes(16), randomBytes(32)];
    const identity = await identityFromSeed(seed);
    const sealed = await this.seal(identity, progress);
    const { portal, directory } = this.place;
    const state = withCase(firstState('mailbox', directory.organisation, directory), b64(sealed.id), seenOf(sealed));
    const mailbox = {
      id,
      locator: own.locator,
      login: own.login,
      seed: await wrapSeed(own.wrapping, portal, id, 'mailbox', seed),
      state: await sealState(identity.stateKey, portal, id, 'mailbox', 0, state),
    };
    wipe(seed);
    return { sealed, mailbox };
  }

  /**
   * @param {Mailbox} mailbox
   * @param {Progress} progress
   * @param {() => Promise<Mailbox|null>} signInAgain when the session ended meanwhile
   * @returns {Promise<Receipt|null>}
   */
  async sendFrom(mailbox, progress, signInAgain) {
    const attempt = async () => {
      this.ready ??= { sealed: await this.seal(mailbox.identity, progress), mailbox: null };
      return this.deliver(progress);
    };
    const receipt = await attempt().catch(async (error) => {
      if (!(error instanceof ApiError) || error.problem !== 'signed-out') throw error;
      return (await signInAgain()) === null ? null : attempt();
    });
    // The question has arrived: what this mailbox remembers of it can follow at the next visit.
    if (receipt !== null && this.ready !== null) {
      const { sealed } = this.ready;
      await mailbox.change((content) => withCase(content, b64(sealed.id), seenOf(sealed))).catch(() => undefined);
    }
    return receipt;
  }

  /** @param {Identity} identity @param {Progress} progress */
  async seal(identity, progress) {
    progress(t('Je vraag wordt versleuteld…'));
    const { portal, organisation } = this.place;
    // Somebody may have come or gone while the question was being written.
    const { current: directory } = await this.place.latest(true);
    return beginCase({
      identity,
      portal,
      directory,
      question: newDraft({ kind: 'question', ...this.content }),
      day: organisation.day,
    });
  }

  /** @param {string} sentence @param {Progress} progress */
  wait(sentence, progress) {
    this.waits = sentence !== '';
    progress(sentence || t('Je vraag wordt verstuurd. We wachten op de bevestiging…'));
  }

  /** @param {Progress} progress @returns {Promise<Receipt>} */
  async deliver(progress) {
    const { sealed, mailbox } = /** @type {NonNullable<Submission['ready']>} */ (this.ready);
    try {
      const api = patient(this.api, this.waiting(progress));
      const receipt = await sendCase(counting(api, sealed.message.pages.length, progress), sealed, mailbox);
      this.uncertain = false;
      return receipt;
    } catch (error) {
      this.uncertain = mayHaveArrived(error);
      if (isStale(error)) this.ready = null;
      throw error;
    }
  }
}

/** The api, telling how far the pages are. @param {Api} api @param {number} all @param {Progress} progress @returns {Api} */
function counting(api, all, progress) {
  let done = 0;
  const tell = () =>
    progress(
      done < all
        ? t('Bladzijde {n} van {all} wordt verstuurd…', { n: done + 1, all })
        : t('Je vraag wordt verstuurd. We wachten op de bevestiging…'),
    );
  tell();
  const put = async (/** @type {string} */ path, /** @type {unknown} */ body) => {
    const answer = await api.put(path, body);
    done += 1;
    if (done <= all) tell();
    return answer;
  };
  return { ...api, put };
}

/** No answer, or the server broke while it was at work. @param {unknown} error */
const mayHaveArrived = (error) =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500) && error.problem !== 'full';

/** The staff changed meanwhile: sealed anew, the same question can be sent. @param {unknown} error */
const isStale = (error) => error instanceof ApiError && error.problem === 'conflict';

/** @param {SealedCase} sealed @returns {import('../crypto/state.js').CaseSeen} */
const seenOf = ({ roster, message }) => ({
  roster: { hash: b64(roster.hash), number: roster.number },
  read: [b64(message.id)],
});
