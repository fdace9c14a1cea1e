/**
 * The files that were chosen: each is sent to be cleaned, shown as the staff will see it, and kept or left out.
 * Fetched when the first one is chosen: most questions come without.
 * @module ui/attachments/files
 */

import { NotCleaned, clean } from '../../client/cleaning.js';
import { speak } from '../live.js';
import { fileWords, t } from '../texts.js';
import { html, nothing, notice } from '../view.js';
import { thumbnails } from '../viewer.js';
import { card } from './card.js';
import { USUAL, optionsOf } from './choices.js';
import { cleaningWords, refusalWords } from './words.js';

/** @typedef {import('./choices.js').Choices} Choices */
/** @typedef {import('../../client/cleaning.js').Cleaned} Cleaned */
/** @typedef {import('../attachments.js').Limits} Limits */

/**
 * One chosen file. Its own name is shown to the asker alone and goes nowhere.
 * @typedef {object} Item
 * @property {number} number
 * @property {File} file
 * @property {'waiting'|'cleaning'|'ready'|'kept'|'refused'} state cleaning: on its way there and back too
 * @property {string} reason
 * @property {Cleaned|null} cleaned
 * @property {HTMLElement|null} pictures
 * @property {AbortController} stop
 * @property {number|null} sent percent that the server has; null where the browser does not say
 * @property {string} busy why it takes longer
 * @property {string} password of the file itself
 * @property {boolean} passwordShown
 * @property {number|null} part number of a mail's attachment that is meant; null for the file itself
 * @property {Choices} choices how it is to be drawn
 * @property {Choices} drawn how it was drawn
 */

const AT_ONCE = 2;

export class Files {
  /** @param {Limits} limits @param {() => void} changed draws again */
  constructor(limits, changed) {
    this.limits = limits;
    this.changed = changed;
    /** @type {Item[]} */
    this.items = [];
    this.last = 0;
    this.remark = '';
  }

  /** What goes along: only what was looked at and kept. */
  get kept() {
    return this.items.flatMap(({ state, cleaned }) =>
      state === 'kept' && cleaned ? [{ family: cleaned.family, pages: cleaned.pages }] : [],
    );
  }

  /** Why one cannot go on yet; null when one can. @returns {string|null} */
  get obstacle() {
    if (this.items.some(({ state }) => ['waiting', 'cleaning'].includes(state))) {
      return t('Wacht tot alle bijlagen klaar zijn, of laat ze weg.');
    }
    if (this.items.some(({ state }) => state === 'ready')) {
      return t('Bekijk elke bijlage en kies: neem ze mee of laat ze weg.');
    }
    if (this.items.some(({ state }) => state === 'refused')) {
      return t('Een bijlage is niet gelukt. Probeer ze opnieuw of laat ze weg.');
    }
    return null;
  }

  get pages() {
    return this.items.reduce((sum, { cleaned }) => sum + (cleaned?.pages.length ?? 0), 0);
  }

  /** @param {Iterable<File>} files */
  add(files) {
    const room = this.limits.attachments - this.items.length;
    const all = [...files];
    this.remark =
      all.length > room
        ? t('Er kunnen hoogstens {n} bijlagen mee. De rest is niet toegevoegd.', { n: this.limits.attachments })
        : '';
    for (const file of all.slice(0, room)) this.items.push(this.item(file));
    this.work();
  }

  /** @param {File} file @returns {Item} */
  item(file) {
    const tooLarge = file.size > this.limits.upload_bytes;
    this.last += 1;
    return {
      number: this.last,
      file,
      state: tooLarge ? 'refused' : 'waiting',
      reason: tooLarge ? 'too-large' : '',
      cleaned: null,
      pictures: null,
      stop: new AbortController(),
      sent: null,
      busy: '',
      password: '',
      passwordShown: false,
      part: null,
      choices: { ...USUAL },
      drawn: { ...USUAL },
    };
  }

  /** Starts what waits, two at a time. */
  work() {
    const busy = this.items.filter(({ state }) => state === 'cleaning').length;
    for (const item of this.items.filter(({ state }) => state === 'waiting').slice(0, AT_ONCE - busy)) this.clean(item);
    this.changed();
  }

  /** @param {Item} item */
  async clean(item) {
    item.state = 'cleaning';
    item.sent = null;
    item.drawn = { ...item.choices };
    try {
      const tell = (/** @type {string} */ sentence) => this.wait(item, sentence);
      const sent = (/** @type {number} */ share) => this.underWay(item, share);
      item.cleaned = await clean(item.file, { signal: item.stop.signal, options: optionsOf(item), tell, sent });
      this.arrived(item);
    } catch (error) {
      item.state = 'refused';
      item.reason = error instanceof NotCleaned ? error.reason : 'jail';
      if (item.reason === 'word' && (await wordAgain())) return this.again(item);
    }
    speak(`${this.title(item)}: ${item.reason ? refusalWords(item.reason) : t('klaar om te bekijken')}`);
    this.work();
  }

  /** @param {Item} item @param {string} sentence */
  wait(item, sentence) {
    item.busy = sentence;
    this.changed();
  }

  /** Whole percents: the page is drawn again a hundred times at most. @param {Item} item @param {number} share of the file */
  underWay(item, share) {
    const percent = Math.floor(100 * share);
    if (percent === item.sent) return;
    item.sent = percent;
    if (percent === 100) speak(`${this.title(item)}: ${cleaningWords()}`);
    this.changed();
  }

  /** @param {Item} item */
  arrived(item) {
    const { pages } = /** @type {Cleaned} */ (item.cleaned);
    if (this.pages > this.limits.pages) {
      item.cleaned = null;
      throw new NotCleaned('too-many-pages');
    }
    item.pictures = thumbnails({
      count: pages.length,
      load: async (index) => pages[index],
      title: this.title(item),
      watermark: null,
    });
    item.state = 'ready';
  }

  /** @param {Item} item */
  again(item) {
    item.state = 'waiting';
    item.reason = '';
    item.stop = new AbortController();
    this.work();
  }

  /** @param {Item} item */
  drop(item) {
    item.stop.abort();
    this.items = this.items.filter((other) => other !== item);
    this.remark = '';
    this.work();
  }

  /** @param {Item} item */
  keep(item) {
    item.state = 'kept';
    // It did its work: whoever wants the pages drawn otherwise types it again.
    item.password = '';
    item.passwordShown = false;
    this.changed();
  }

  /** @param {Item} item */
  title(item) {
    const family = item.cleaned?.family;
    if (!family) return t('Bijlage {n}', { n: this.items.indexOf(item) + 1 });
    const alike = this.items.filter(({ cleaned }) => cleaned?.family === family);
    return fileWords(family, alike.indexOf(item) + 1);
  }

  clear() {
    for (const item of this.items) item.stop.abort();
    this.items = [];
  }

  render() {
    return html`${this.remark ? notice('warn', html`<p>${this.remark}</p>`) : nothing}
    ${this.items.map((item) => card(this, item))}`;
  }

  /** @param {Item} item @param {number} part */
  addPart(item, part) {
    if (this.items.length >= this.limits.attachments) return;
    this.items.push({ ...this.item(item.file), part, password: item.password });
    this.work();
  }
}

async function wordAgain() {
  const { askWordAgain } = await import('../access-word.js');
  return askWordAgain();
}
