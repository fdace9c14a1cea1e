/**
 * The queue: what needs me first, found again by keyboard and by words.
 * @module pages/staff/queue
 */

import { b64 } from '../../crypto/bytes.js';
import { awayToday } from '../../client/staff/absences.js';
import { memberBy, membersOf } from '../../client/staff/directory.js';
import { categoryOf, filtered, fold, groupOf, isUrgent, kindOf, queueCases, sorted } from '../../client/staff/queue.js';
import { draftForMe, isEnded, needsMe, turnOf, waitsForMe } from '../../client/staff/turn.js';
import { dayInWords, t, tn } from '../../ui/texts.js';
import { badge, html, icon, nothing, render } from '../../ui/view.js';
import { failure, waiting } from './app.js';
import { caseScreen } from './case.js';
import { showKeys } from './keys.js';
import { awaySentence, daysLeft, labelOf, standingName, stateName } from './labels.js';
import { glanceAt, openedCases, registerOf } from './opened.js';
import { sentenceFor } from './problems.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../client/staff/queue.js').QueueCase} QueueCase
 * @typedef {import('../../client/staff/queue.js').Filter} Filter
 */

/** Rows drawn before the page answers again: two screens full at first, then larger helpings. */
const FIRST_ROWS = 40;
const MORE_ROWS = 250;

/** From here on, rows out of sight are not laid out. */
const MANY = 150;

/** @type {import('./app.js').MakeScreen} */
export function queueScreen(app) {
  return new Queue(app);
}

/** A screen. */
class Queue {
  tab = 'queue';

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {QueueCase[]} */
    this.items = [];
    /** @type {Filter} */
    this.filter = { query: '', show: 'open', category: '', member: '' };
    /** @type {string|null} */
    this.error = null;
    this.loading = true;
    /** @type {{done: number, all: number}|null} */
    this.progress = null;
    this.rows = FIRST_ROWS;
    /** @type {WeakMap<QueueCase, {line: unknown, opened: unknown, text: string}>} */
    this.texts = new WeakMap();
    /** @type {Map<string, {item: QueueCase, line: unknown, opened: unknown, element: HTMLElement}>} by case */
    this.elements = new Map();
    this.load();
  }

  get me() {
    return { key: this.app.me.key, role: this.app.me.role };
  }

  shown() {
    // Back from a case: what happened there shows at once.
    if (!this.loading) this.load();
  }

  async load() {
    this.loading = true;
    this.error = null;
    try {
      const [{ cases }, away] = await this.app.call(() =>
        Promise.all([this.app.me.api.get('/queue?keys=false'), awayToday(this.app.me)]),
      );
      const known = new Map(this.items.map((item) => [item.key, item]));
      this.items = await queueCases(this.app.me, cases, away);
      for (const item of this.items) this.keepOpened(item, known.get(item.key));
      this.loading = false;
      this.draw();
      await this.openEntries();
      await this.app.call(() => glanceAt(this.app, this.items, () => this.draw()));
    } catch (problem) {
      this.error = sentenceFor(problem);
    }
    this.loading = false;
    this.progress = null;
    this.draw();
  }

  /** What was opened of a case stays known while the page lives. @param {QueueCase} item @param {QueueCase|undefined} before */
  keepOpened(item, before) {
    item.opened = openedCases(this.app).get(item.key) ?? before?.opened ?? null;
    item.line = before?.line ?? null;
  }

  /** The list stands there already: what the register adds to it comes after. */
  async openEntries() {
    const session = this.app.me;
    if (session.role !== 'facilitator' || this.items.length === 0) return;
    const [{ rows }, register] = await Promise.all([session.api.get('/register/newest'), registerOf(this.app)]);
    let drawn = Date.now();
    await register.take(rows, (progress) => {
      this.progress = progress;
      for (const item of this.items) item.line ??= register.line(item.key);
      if (Date.now() - drawn < 250) return;
      drawn = Date.now();
      this.draw();
    });
    for (const item of this.items) item.line = register.line(item.key);
  }

  draw() {
    if (this.app.screen === this) this.app.update();
  }

  /** @param {string} key */
  nameOf(key) {
    return memberBy(this.app.me, key)?.name ?? t('iemand die weg is');
  }

  /** @param {QueueCase} item everything about it that a search may find, folded once */
  textOf(item) {
    const known = this.texts.get(item);
    if (known !== undefined && known.line === item.line && known.opened === item.opened) return known.text;
    const text = fold(this.wordsOf(item));
    this.texts.set(item, { line: item.line, opened: item.opened, text });
    return text;
  }

  /** @param {QueueCase} item */
  wordsOf(item) {
    const { org } = this.app.me.portal;
    return [
      item.name,
      standingName(item.summary),
      labelOf(org.categories, categoryOf(item)),
      labelOf(org.kinds, kindOf(item)),
      ...item.coaches.map((key) => this.nameOf(key)),
      isUrgent(item) ? t('dringend') : '',
      item.opened?.text ?? '',
    ].join(' ');
  }

  visible() {
    return sorted(
      filtered(this.items, this.filter, this.me, (item) => this.textOf(item)),
      this.me,
    );
  }

  /** @param {Partial<Filter>} change */
  set(change) {
    Object.assign(this.filter, change);
    this.rows = FIRST_ROWS;
    this.draw();
  }

  /** @param {QueueCase} item */
  enter(item) {
    this.app.open(caseScreen(item.key, item.name));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const act = {
      j: () => this.move(1),
      k: () => this.move(-1),
      '/': () => focusSearch(),
      '?': () => showKeys(this.app),
      Enter: () => this.enterSelected(event),
    }[event.key];
    if (act === undefined) return;
    if (event.key !== 'Enter') event.preventDefault();
    act();
  }

  /** @param {number} step */
  move(step) {
    const rows = [...document.querySelectorAll('.queue-row')];
    const here = rows.indexOf(/** @type {Element} */ (document.activeElement));
    const next =
      rows[Math.min(rows.length - 1, Math.max(0, (here === -1 ? (step > 0 ? -1 : rows.length) : here) + step))];
    if (next instanceof HTMLElement) next.focus();
  }

  /** @param {KeyboardEvent} event a focused row opens by itself; otherwise the first one is meant */
  enterSelected(event) {
    if (/** @type {Element} */ (event.target).closest('button, a, summary')) return;
    const first = this.visible()[0];
    if (first) this.enter(first);
  }

  render() {
    if (this.items.length === 0 && this.loading) {
      return html`<div class="stack">
        <h1>${t('Vragen')}</h1>
        ${waiting(t('De vragen worden opgehaald…'))}
      </div>`;
    }
    return html`<div class="stack">
      <div class="row spread">
        <h1>${t('Vragen')}</h1>
        ${this.unknown ? nothing : this.summaryLine()}
      </div>
      ${failure(this.error)}
      ${this.error ? html`<p><button type="button" class="button" @click=${() => this.load()}>${t('Probeer opnieuw')}</button></p>` : nothing}
      ${this.unknown ? nothing : this.items.length === 0 ? this.empty() : html`${this.tools()}${this.list()}`}
    </div>`;
  }

  /** Nothing came: that is not the same as nothing to do. */
  get unknown() {
    return this.items.length === 0 && this.error !== null;
  }

  summaryLine() {
    const mine = this.items.filter((item) => needsMe(item, this.me)).length;
    const late = this.items.filter((item) => item.due !== null && item.due.left < 0).length;
    return html`<p class="row" role="status">
      ${badge(mine === 0 ? t('Niets wacht op jou') : tn('{n} vraag wacht op jou', '{n} vragen wachten op jou', mine), mine === 0 ? 'good' : 'accent')}
      ${late > 0 ? badge(html`${icon('triangle-alert')}${tn('{n} te laat', '{n} te laat', late)}`, 'danger') : nothing}
    </p>`;
  }

  empty() {
    const coach = this.app.me.role === 'coach';
    return html`<div class="card empty stack tight">
      ${icon('inbox')}
      <h2>${coach ? t('Er is je nog geen vraag toegewezen') : t('Er zijn nog geen vragen')}</h2>
      <p>
        ${
          coach
            ? t('Zodra een facilitator je een vraag toewijst, staat ze hier.')
            : t(
                'Maak het adviespunt bekend: hang de affiche op en zet de tekst op het intranet. Een nieuwe vraag staat hier vanzelf.',
              )
        }
      </p>
    </div>`;
  }

  tools() {
    const shows = /** @type {[Filter['show'], string][]} */ ([
      ['mine', t('Voor mij')],
      ['open', t('Lopend')],
      ['waiting', t('Wacht op de vraagsteller')],
      ['ended', t('Beëindigd')],
      ['all', t('Alle')],
    ]);
    return html`<div class="queue-tools" role="search">
      <div class="segments" role="group" aria-label=${t('Toon')}>
        ${shows.map(([key, label]) => html`<button type="button" class="segment" aria-pressed=${String(this.filter.show === key)} @click=${() => this.set({ show: key })}>${label}</button>`)}
      </div>
      <div class="queue-fields">
        <label class="search"
          ><span class="sr">${t('Zoek in wat je geopend hebt')}</span>${icon('search')}
          <input
            id="queue-search"
            type="text"
            autocomplete="off"
            data-form-type="other"
            placeholder=${t('Zoek')}
            .value=${this.filter.query}
            @input=${(/** @type {Event} */ event) => this.set({ query: valueOf(event) })}
        /></label>
        ${this.pick('category', t('Alle categorieën'), this.categories())}
        ${this.app.me.role === 'coach' ? nothing : this.pick('member', t('Alle coaches'), this.coaches())}
      </div>
      <p class="hint row">
        <span>${t('Zoeken gebeurt in deze browser: wat je typt, gaat niet naar de server.')}</span>
        <button type="button" class="button quiet small of-keys" @click=${() => showKeys(this.app)}>
          ${icon('keyboard')}${t('Toetsen')}
        </button>
      </p>
    </div>`;
  }

  categories() {
    return this.app.me.portal.org.categories.map((/** @type {any} */ one) => ({ key: one.key, label: one.label }));
  }

  coaches() {
    return membersOf(this.app.me)
      .filter(({ role, active }) => role === 'coach' && active)
      .map(({ id, name }) => ({ key: b64(id), label: name }));
  }

  /** @param {'category'|'member'} key @param {string} every @param {{key: string, label: string}[]} options */
  pick(key, every, options) {
    return html`<label
      ><span class="sr">${every}</span
      ><select autocomplete="off" @change=${(/** @type {Event} */ event) => this.set({ [key]: valueOf(event) })}>
        <option value="">${every}</option>
        ${options.map((option) => html`<option value=${option.key} ?selected=${this.filter[key] === option.key}>${option.label}</option>`)}
      </select></label
    >`;
  }

  list() {
    const all = this.visible();
    if (all.length === 0) return this.nothingFound();
    const some = all.slice(0, this.rows);
    if (some.length < all.length) this.drawMoreSoon();
    return html`${this.progress && this.progress.done < this.progress.all ? waiting(t('{done} van {all} dossiers geopend', this.progress), this.progress) : nothing}
      <ol class=${all.length > MANY ? 'queue many' : 'queue'} aria-label=${t('Vragen, wat eerst moet bovenaan')}>
        ${this.grouped(some)}
      </ol>
      ${some.length < all.length ? html`<p class="hint" role="status">${t('{n} van {all} getoond…', { n: some.length, all: all.length })}</p>` : nothing}`;
  }

  /** What needs whom, said above the rows that it goes for. @param {QueueCase[]} items */
  grouped(items) {
    let last = '';
    return items.flatMap((item) => {
      const group = groupOf(item, this.me);
      const begins = group !== last;
      last = group;
      const row = this.rowElement(item);
      return begins ? [html`<li class=${`queue-group ${group}`}><h2>${groupName(group)}</h2></li>`, row] : [row];
    });
  }

  drawMoreSoon() {
    const rows = this.rows;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (this.rows !== rows) return;
        this.rows += MORE_ROWS;
        this.draw();
      }),
    );
  }

  nothingFound() {
    const searching = this.filter.query !== '' || this.filter.category !== '' || this.filter.member !== '';
    return html`<div class="card empty stack tight">
      ${icon(searching ? 'search' : 'circle-check')}
      <h2>${searching ? t('Niets gevonden') : t('Hier is niets te doen')}</h2>
      <p>
        ${
          searching
            ? t(
                'Er wordt gezocht in wat je in deze browser geopend hebt. De tekst van een vraag wordt pas vindbaar als je ze geopend hebt.',
              )
            : t('Kies ‘Alle’ om ook de andere vragen te zien.')
        }
      </p>
      <p>
        <button
          type="button"
          class="button"
          @click=${() => this.set({ query: '', category: '', member: '', show: 'all' })}
        >
          ${t('Toon alle vragen')}
        </button>
      </p>
    </div>`;
  }

  /**
   * A row is drawn once for what is known of its case: thousands of them need not be looked through again. Its element
   * stays, since a click on one that is replaced under the finger is lost.
   * @param {QueueCase} item
   */
  rowElement(item) {
    const known = this.elements.get(item.key);
    if (known?.item === item && known.line === item.line && known.opened === item.opened) return known.element;
    const element = known?.element ?? document.createElement('li');
    render(this.row(item), element);
    this.elements.set(item.key, { item, line: item.line, opened: item.opened, element });
    return element;
  }

  /** @param {QueueCase} item */
  row(item) {
    const { summary } = item;
    const { org } = this.app.me.portal;
    const mine = waitsForMe(item, this.me);
    const category = categoryOf(item);
    return html`<button
      type="button"
      class=${`queue-row ${needsMe(item, this.me) ? 'mine' : ''} ${item.due && item.due.left < 0 ? 'late' : ''}`}
      @click=${() => this.enter(item)}
    >
      <span class="queue-due">${dueBadge(item)}</span>
      <span class="queue-name"
        ><strong>${item.name}</strong>
        ${isUrgent(item) ? badge(html`${icon('flag')}${t('dringend')}`, 'warn') : nothing}
        <small
          >${labelOf(org.kinds, kindOf(item)) || nothing}${category ? html` · ${labelOf(org.categories, category)}` : nothing}</small
        ></span
      >
      <span class="queue-state"
        ><span>${standingName(summary)}</span>${this.waitsLine(item, mine)}${this.draftLine(item)}</span
      >
      <span class="queue-people"
        >${item.coaches.length > 0 ? item.coaches.map((key) => this.nameOf(key)).join(', ') : html`<small>${t('geen coach')}</small>`}</span
      >
      <span class="queue-day"
        ><small>${t('ontvangen {day}', { day: dayInWords(summary.received, { weekday: false }) })}</small></span
      >
    </button>`;
  }

  /** Whom it waits for, and who is away meanwhile. @param {QueueCase} item @param {boolean} mine */
  waitsLine(item, mine) {
    const { who, keys, absent } = turnOf(item);
    if (who === null) return nothing;
    const names = keys.map((key) => this.nameOf(key)).join(', ');
    const said = {
      asker: () => t('wacht op de vraagsteller'),
      facilitators: () => t('wacht op een facilitator'),
      members: () => t('wacht op {names}', { names }),
    };
    const away = absent.map((one) => html`<small>${awaySentence(this.app.me, one)}</small>`);
    return html`<small>${mine ? t('wacht op jou') : said[who]()}</small>${away}`;
  }

  /** A colleague asks to read along. @param {QueueCase} item */
  draftLine(item) {
    const writer = draftForMe(item, this.me);
    if (writer === null) return nothing;
    return html`<small
      >${icon('notebook-pen')} ${t('ontwerp van {name}: lees je mee?', { name: this.nameOf(writer) })}</small
    >`;
  }
}

/** @param {import('../../client/staff/queue.js').Group} group */
function groupName(group) {
  return {
    late: t('Te laat'),
    mine: t('Wacht op jou'),
    colleagues: t('Wacht op een collega'),
    asker: t('Wacht op de vraagsteller'),
    answered: t('Beantwoord'),
    ended: t('Beëindigd'),
  }[group];
}

/** The asker wrote again after the answer. @param {QueueCase['summary']} summary */
function reopened(summary) {
  return summary.answered_on !== null && summary.waits_for === 'staff' && !isEnded({ summary });
}

/** @param {QueueCase} item */
export function dueBadge({ due, summary }) {
  if (due === null) {
    if (reopened(summary)) return badge(html`${icon('inbox')}${t('nieuw bericht')}`, 'accent');
    return badge(summary.answered_on && !isEnded({ summary }) ? t('beantwoord') : stateName(summary.state));
  }
  const what = due.what === 'feedback' ? t('feedback') : t('antwoord');
  const tone = due.tone === 'good' ? '' : due.tone;
  return html`${badge(html`${due.left < 0 ? icon('triangle-alert') : icon('clock')}${daysLeft(due.left)}`, tone)}<small
      >${what}</small
    >`;
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;

function focusSearch() {
  document.getElementById('queue-search')?.focus();
}
