/**
 * Writing in a case. Every kind of act keeps its own text, so that switching loses nothing, and nothing is sent twice.
 * @module pages/staff/compose
 */

import { draftOf, sendAct } from '../../client/staff/case.js';
import { ENDED } from '../../client/states.js';
import { ask } from '../../ui/dialogs.js';
import { actionButton, areaField, selectField, tickField } from '../../ui/fields.js';
import { say } from '../../ui/live.js';
import { number, t } from '../../ui/texts.js';
import { html, icon, nothing, notice } from '../../ui/view.js';
import { labelOf } from './labels.js';
import { templatesFor } from './templates.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../client/staff/case.js').OpenCase} OpenCase
 * @typedef {import('../../client/case.js').Draft} Draft
 * @typedef {'feedback'|'reply'|'final'|'note'|'draft'|'pass'|'close'|'record'} Act
 */

/** @typedef {{text: string, referred: Set<string>, authority: string, outcome: string, for: 'feedback'|'reply'|'final', record: string, sealed: Draft|null, recordSealed: Draft|null}} Entry */

/** @returns {Entry} */
const emptyEntry = () => ({
  text: '',
  referred: new Set(),
  authority: '',
  outcome: '',
  for: 'reply',
  record: '',
  sealed: null,
  recordSealed: null,
});

/** @typedef {{field: 'compose-text'|'pass-authority'|'pass-record'|'close-outcome', says: string}} Fault what is missing, and where */

/** What was begun in each case, as long as this page is open. @type {WeakMap<App, Map<string, Composer>>} */
const begun = new WeakMap();

/** What was being written in this case before, or nothing yet. @param {import('./case.js').CasePage} page @returns {Composer} */
export function composerOf(page) {
  const all = begun.get(page.app) ?? new Map();
  begun.set(page.app, all);
  const composer = all.get(page.caseKey) ?? new Composer(page);
  composer.page = page;
  all.set(page.caseKey, composer);
  return composer;
}

/** Whether text would be lost with this page. @param {App} app */
export const isBegun = (app) => [...(begun.get(app)?.values() ?? [])].some((composer) => composer.unsent());

export class Composer {
  /** @param {import('./case.js').CasePage} page */
  constructor(page) {
    this.page = page;
    /** @type {Act|null} */
    this.act = null;
    /** @type {Map<Act, Entry>} */
    this.entries = new Map();
    /** @type {Fault|null} */
    this.error = null;
    this.sending = false;
  }

  get app() {
    return this.page.app;
  }

  /** @param {Act} act @returns {Entry} */
  entry(act) {
    const known = this.entries.get(act) ?? emptyEntry();
    this.entries.set(act, known);
    return known;
  }

  unsent() {
    return [...this.entries.values()].some(({ text, record }) => text.trim() !== '' || record.trim() !== '');
  }

  /** What may be done now, the likeliest first. @param {OpenCase} open @returns {[Act, string][]} */
  acts({ summary, view }) {
    const casework = this.app.me.role !== 'coach';
    const { state } = summary;
    /** @type {[Act, string][]} */
    const acts = [];
    const live = !ENDED.has(state);
    if (live && summary.feedback_on === null) acts.push(['feedback', t('Eerste feedback')]);
    if (live && summary.feedback_on !== null) acts.push(['reply', t('Bericht')]);
    if (live) acts.push(['final', t('Definitief antwoord')]);
    // What was passed on is written down first; where it is missing all the same, it can still be added.
    if (state === 'passed' && !view.notes.some(({ kind }) => kind === 'record')) {
      acts.push(['record', t('Vastleggen')]);
    }
    acts.push(['note', t('Interne nota')]);
    if (live) acts.push(['draft', t('Ontwerp')], ['pass', t('Doorgeven')]);
    if (casework && live) acts.push(['close', t('Afsluiten')]);
    return acts;
  }

  /** @param {Act} wanted the reply becomes the first feedback where none was given */
  start(wanted) {
    const { open } = this.page;
    if (open === null) return;
    const possible = this.acts(open).map(([act]) => act);
    const act = possible.includes(wanted) ? wanted : wanted === 'reply' ? possible[0] : undefined;
    if (act === undefined) return;
    this.choose(act);
    setTimeout(() => document.getElementById('compose-text')?.focus());
  }

  /** @param {Act} act */
  choose(act) {
    this.act = act;
    this.error = null;
    this.page.draw();
  }

  /** Whether the asker can still be sent anything. @param {OpenCase} open */
  canAnswer({ summary }) {
    return !ENDED.has(summary.state);
  }

  /** @param {import('../../client/case.js').Message} draft of a colleague */
  takeOver(draft) {
    const { open } = this.page;
    if (open === null) return;
    const possible = this.acts(open).map(([act]) => act);
    const wanted = /** @type {Act} */ (draft.fields.for);
    const act = possible.includes(wanted) ? wanted : possible[0];
    if (act === undefined) return;
    const entry = this.entry(act);
    entry.text = entry.text.trim() === '' ? draft.text : `${entry.text}\n\n${draft.text}`;
    entry.sealed = null;
    this.start(act);
  }

  /** @param {OpenCase} open */
  render(open) {
    const acts = this.acts(open);
    // Where nothing is possible any more, what was begun has nowhere to go and stays in sight.
    const stuck = acts.length === 0 && this.unsent();
    if (!stuck) {
      this.moveOn(
        acts.map(([act]) => act),
        open,
      );
    }
    const shown = this.act !== null && (stuck || acts.some(([act]) => act === this.act));
    return html`<section class="compose no-print" aria-labelledby="compose-title">
      <h2 id="compose-title">${t('Schrijf of handel af')}</h2>
      ${ENDED.has(open.summary.state) ? notice('info', html`<p>${endedText(open.summary.state)}</p>`) : nothing}
      ${
        acts.length === 0
          ? nothing
          : html`<div class="segments" role="group" aria-label=${t('Wat wil je doen?')}>
              ${acts.map(([act, label]) => html`<button type="button" class="segment" aria-pressed=${String(this.act === act)} @click=${() => this.choose(act)}>${label}</button>`)}
            </div>`
      }
      ${this.act !== null && shown ? this.form(this.act) : nothing}
    </section>`;
  }

  /** What a colleague or the asker made impossible meanwhile: its text goes along to what is possible still. @param {Act[]} possible @param {OpenCase} open */
  moveOn(possible, { view }) {
    // What is on its way may have made itself impossible: that it went is known only afterwards.
    if (this.sending) return;
    if (this.act !== null && !possible.includes(this.act)) this.act = null;
    // It may have arrived, though the answer got lost.
    const arrived = ['', ...[...view.messages, ...view.notes].map(({ text }) => text)];
    for (const [act, { text, record }] of [...this.entries]) {
      const written = [text, record].filter((part) => !arrived.includes(part.trim()));
      if (possible.includes(act)) continue;
      this.entries.delete(act);
      if (written.length === 0) continue;
      const instead = act === 'feedback' && possible.includes('reply') ? 'reply' : 'note';
      const entry = this.entry(instead);
      entry.text = [entry.text, ...written].filter((part) => part.trim() !== '').join('\n\n');
      entry.sealed = null;
      this.act = instead;
      const says = t('Wat je schreef, kan zo niet meer: dit dossier is intussen veranderd. Je tekst staat hier nog.');
      this.error = { field: 'compose-text', says };
    }
  }

  /** @param {Fault['field']} field */
  faultIn(field) {
    return this.error?.field === field ? this.error.says : null;
  }

  /** @param {Act} act */
  form(act) {
    const entry = this.entry(act);
    return html`<div class="stack compose-form">
      <p class="hint">${explanation(act)}</p>
      ${this.fields(act, entry)}
      ${areaField({
        id: 'compose-text',
        label: textLabel(act),
        value: entry.text,
        rows: act === 'note' ? 5 : 9,
        limit: this.page.app.portal.org.limits.text,
        error: this.faultIn('compose-text'),
        input: (text) => {
          entry.text = text;
          entry.sealed = null;
        },
      })}
      ${templatesFor(this.app, act, (text) => {
        entry.text = entry.text.trim() === '' ? text : `${entry.text}\n\n${text}`;
        entry.sealed = null;
        this.page.draw();
      })}
      ${act === 'pass' ? this.recordField(entry) : nothing}
      <div class="actions">
        ${actionButton({ label: html`${icon(['note', 'draft', 'record'].includes(act) ? 'notebook-pen' : 'send')}${buttonLabel(act)}`, busyLabel: t('Wordt verzegeld en verstuurd…'), busy: this.page.busy, click: () => this.send(act, entry), kind: act === 'pass' || act === 'close' ? 'danger primary' : 'primary' })}
      </div>
    </div>`;
  }

  /** @param {Act} act @param {Entry} entry */
  fields(act, entry) {
    const { org } = this.app.me.portal;
    const named = (/** @type {any[]} */ list) => list.map((one) => ({ key: one.key, label: one.label ?? one.name }));
    if (act === 'final') {
      return html`<details class="referred">
        <summary>${t('Verwijs je naar een andere dienst? Duid aan welke')}</summary>
        <div class="stack tight">
          ${named(org.authorities).map(({ key, label }) =>
            tickField({
              id: `referred-${key}`,
              label,
              checked: entry.referred.has(key),
              change: (on) => {
                entry.referred[on ? 'add' : 'delete'](key);
                entry.sealed = null;
              },
            }),
          )}
        </div>
      </details>`;
    }
    if (act === 'pass') {
      return selectField({
        id: 'pass-authority',
        error: this.faultIn('pass-authority'),
        label: t('Aan welke dienst geef je door?'),
        value: entry.authority,
        empty: t('Kies een dienst'),
        options: named(org.authorities),
        input: (key) => this.set(entry, { authority: key, recordSealed: null }),
      });
    }
    if (act === 'close') {
      return selectField({
        id: 'close-outcome',
        error: this.faultIn('close-outcome'),
        label: t('Met welke uitkomst?'),
        value: entry.outcome,
        empty: t('Kies een uitkomst'),
        options: named(org.outcomes),
        input: (key) => this.set(entry, { outcome: key }),
      });
    }
    if (act === 'draft') {
      const kinds = [
        { key: 'reply', label: t('een bericht') },
        { key: 'feedback', label: t('een eerste feedback') },
        { key: 'final', label: t('een definitief antwoord') },
      ];
      return selectField({
        id: 'draft-for',
        label: t('Ontwerp voor'),
        value: entry.for,
        options: kinds,
        input: (key) => this.set(entry, { for: /** @type {any} */ (key) }),
      });
    }
    return nothing;
  }

  /** @param {Entry} entry @param {Partial<Entry>} change */
  set(entry, change) {
    Object.assign(entry, change, { sealed: null });
    this.error = null;
    this.page.draw();
  }

  /** @param {Entry} entry */
  recordField(entry) {
    return areaField({
      id: 'pass-record',
      label: t('Wat gaf je door, en aan wie precies?'),
      hint: t('Dit blijft verzegeld bij het dossier, voor je collega’s. De vraagsteller ziet het niet.'),
      value: entry.record,
      rows: 4,
      limit: this.page.app.portal.org.limits.text,
      error: this.faultIn('pass-record'),
      input: (text) => {
        entry.record = text;
        entry.recordSealed = null;
      },
    });
  }

  /** Every question gets feedback: the server refuses to close one without. @param {Act} act @returns {Fault|null} */
  unanswered(act) {
    if (act !== 'close' || this.page.open?.summary.feedback_on !== null) return null;
    return {
      field: 'compose-text',
      says: t(
        'De vraagsteller kreeg nog geen reactie. Stuur eerst feedback of een antwoord, en sluit daarna af. Er is niets verstuurd; je tekst staat er nog.',
      ),
    };
  }

  /** @param {Act} act @param {Entry} entry */
  async send(act, entry) {
    this.error = fault(act, entry, this.page.app.portal.org.limits.text) ?? this.unanswered(act);
    if (this.error !== null) {
      this.page.draw();
      document.getElementById(this.error.field)?.focus();
      return;
    }
    if (!(await this.confirmed(act, entry))) return;
    // The same sealed bytes go again when the line breaks: the server then answers as it did the first time.
    const draft = (entry.sealed ??= draftOf({ kind: act, text: entry.text.trim(), fields: this.fieldsOf(act, entry) }));
    this.sending = true;
    const done = await this.page.act(async (now) => {
      // What cannot be undone goes last: a case that was passed on has its record.
      if (act === 'pass') await sendAct(this.app.me, now, this.recordOf(entry));
      await sendAct(this.app.me, now, draft);
    });
    this.sending = false;
    if (!done) return this.page.draw();
    this.entries.delete(act);
    this.act = null;
    this.page.draw();
    say(doneText(act));
  }

  /** What went to whom stays as a sealed record beside the note to the asker. @param {Entry} entry @returns {Draft} */
  recordOf(entry) {
    const fields = { authority: entry.authority, day: this.app.me.today };
    entry.recordSealed ??= draftOf({ kind: 'record', text: entry.record.trim(), fields });
    return entry.recordSealed;
  }

  /** @param {Act} act @param {Entry} entry @returns {Record<string, any>} */
  fieldsOf(act, entry) {
    if (act !== 'record') return fieldsOf(act, entry);
    const passed = this.page.open?.view.messages.find(({ kind }) => kind === 'pass');
    return { authority: passed?.fields['authority'], day: this.app.me.today };
  }

  /** @param {Act} act @param {Entry} entry */
  async confirmed(act, entry) {
    const { org } = this.app.me.portal;
    if (act === 'pass') {
      return ask({
        title: t('Doorgeven aan {name}?', { name: labelOf(org.authorities, entry.authority) }),
        text: html`<p>${t('De vraagsteller krijgt je bericht en ziet aan welke dienst je doorgeeft.')}</p>
          <p>
            ${t('Daarmee eindigt de behandeling hier: er kan niet meer geantwoord worden. Dit kun je niet ongedaan maken.')}
          </p>
          <p>${t('Het portaal stuurt zelf niets naar die dienst: dat doe je zelf.')}</p>`,
        yes: t('Geef door en beëindig'),
        danger: true,
      });
    }
    if (act === 'final') {
      return ask({
        title: t('Het definitieve antwoord versturen?'),
        text: html`<p>
          ${t('De vraagsteller kan het meteen lezen, en je kunt het niet terugnemen. Een bericht erna sturen kan wel.')}
        </p>`,
        yes: t('Verstuur het antwoord'),
      });
    }
    if (act === 'close') {
      return ask({
        title: t('Dit dossier afsluiten?'),
        text: html`<p>
          ${t('De vraagsteller leest dat het dossier is afgesloten, met de uitkomst en wat je schreef. Antwoordt de vraagsteller toch nog, dan gaat het weer open.')}
        </p>`,
        yes: t('Sluit af'),
      });
    }
    return true;
  }
}

/** @param {Act} act @param {Entry} entry @param {number} longest characters @returns {Fault|null} */
function fault(act, entry, longest) {
  const missing = (/** @type {Fault['field']} */ field, /** @type {string} */ says) => ({ field, says });
  if (act === 'pass' && entry.authority === '') {
    return missing('pass-authority', t('Kies eerst aan welke dienst je doorgeeft.'));
  }
  if (act === 'close' && entry.outcome === '') return missing('close-outcome', t('Kies eerst een uitkomst.'));
  if (entry.text.trim() === '' && act !== 'close') return missing('compose-text', t('Schrijf eerst iets.'));
  if (act === 'pass' && entry.record.trim() === '') {
    return missing('pass-record', t('Schrijf op wat je doorgeeft, en aan wie precies.'));
  }
  const tooLong = () => t('Je tekst is te lang. Hoogstens {n} tekens.', { n: number(longest) });
  if ([...entry.text].length > longest) return missing('compose-text', tooLong());
  if ([...entry.record].length > longest) return missing('pass-record', tooLong());
  return null;
}

/** @param {Act} act @param {Entry} entry @returns {Record<string, any>} */
function fieldsOf(act, entry) {
  if (act === 'final') return { referred: [...entry.referred].sort() };
  if (act === 'pass') return { authority: entry.authority };
  if (act === 'close') return { outcome: entry.outcome };
  if (act === 'draft') return { for: entry.for };
  return {};
}

/** @param {string} state */
function endedText(state) {
  if (state === 'passed') {
    return t('Dit dossier is doorgegeven. Er kan niet meer geantwoord worden; nota’s kunnen nog wel.');
  }
  if (state === 'withdrawn') {
    return t('De vraagsteller trok de vraag in. Er kan niet meer geantwoord worden; nota’s kunnen nog wel.');
  }
  return t('Dit dossier is afgesloten. Antwoordt de vraagsteller, dan gaat het weer open.');
}

/** @param {Act} act */
function explanation(act) {
  return {
    feedback: t('De vraagsteller krijgt een eerste teken: de vraag is gelezen, en dit gebeurt ermee.'),
    reply: t('Een vraag om meer uitleg of een tussentijds bericht. De vraagsteller kan antwoorden.'),
    final: t('Je antwoord op de vraag. Is er nog geen eerste feedback, dan geldt dit ook daarvoor.'),
    note: t('Alleen voor wie van de medewerkers aan dit dossier werkt.'),
    draft: t(
      'Een collega leest het na voor het naar de vraagsteller gaat. Wie aan dit dossier werkt, ziet in de lijst dat het er ligt.',
    ),
    pass: t('Een andere dienst neemt het over. De behandeling hier eindigt en de vraagsteller leest dat.'),
    close: t('Het dossier is klaar. Schrijf er een slotwoord bij als je wilt.'),
    record: t('Wat je doorgaf, staat nog niet bij dit dossier. Het blijft verzegeld, voor je collega’s.'),
  }[act];
}

/** @param {Act} act */
function textLabel(act) {
  if (act === 'note') return t('Je nota');
  if (act === 'draft') return t('Je ontwerp');
  if (act === 'close') return t('Slotwoord aan de vraagsteller');
  if (act === 'record') return t('Wat gaf je door, en aan wie precies?');
  return t('Je bericht aan de vraagsteller');
}

/** @param {Act} act */
function buttonLabel(act) {
  return {
    feedback: t('Verstuur de eerste feedback'),
    reply: t('Verstuur het bericht'),
    final: t('Verstuur het definitieve antwoord'),
    note: t('Bewaar de nota'),
    draft: t('Leg het ontwerp voor'),
    pass: t('Geef door…'),
    close: t('Sluit af…'),
    record: t('Leg vast'),
  }[act];
}

/** @param {Act} act */
function doneText(act) {
  if (act === 'note') return t('De nota is bewaard.');
  if (act === 'draft') return t('Het ontwerp staat in de nota’s.');
  if (act === 'close') return t('Het dossier is afgesloten.');
  if (act === 'pass') return t('Het dossier is doorgegeven.');
  if (act === 'record') return t('Wat je doorgaf, is vastgelegd.');
  return t('Je bericht is verstuurd.');
}
