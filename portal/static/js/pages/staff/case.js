/**
 * One case on one page: the conversation, what may be done, who takes part, the days promised, the notes.
 * @module pages/staff/case
 */

import { b64 } from '../../crypto/bytes.js';
import { CaseRefused } from '../../client/case.js';
import { openPage } from '../../client/send.js';
import { loadCase, rememberCase, triageOf, unreadOf } from '../../client/staff/case.js';
import { memberBy } from '../../client/staff/directory.js';
import { awayToday } from '../../client/staff/absences.js';
import { dueOf } from '../../client/staff/queue.js';
import { asideOf } from '../../client/staff/setting-aside.js';
import { coachesOf, draftForMe, penOf, turnOf, waitsForMe } from '../../client/staff/turn.js';
import { dayInWords, t, tn } from '../../ui/texts.js';
import { withoutTurns } from '../../ui/labels.js';
import { badge, html, icon, nothing, notice } from '../../ui/view.js';
import { thumbnails } from '../../ui/viewer.js';
import { failure, waiting } from './app.js';
import { composerOf } from './compose.js';
import { journalPart } from './journal.js';
import { showKeys } from './keys.js';
import { awaySentence, daysLeft, labelOf, roleName, standingName } from './labels.js';
import { peoplePart } from './people.js';
import { sentenceFor } from './problems.js';
import { asidePart } from './setting-aside.js';
import { openedCases } from './opened.js';
import { triagePart } from './triage.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../client/staff/case.js').OpenCase} OpenCase
 * @typedef {import('../../client/case.js').Message} Message
 * @typedef {import('../../ui/view.js').Content} Content
 */

/** @param {string} key @param {string} name two words @returns {import('./app.js').MakeScreen} */
export function caseScreen(key, name) {
  return (app) => new CasePage(app, key, name);
}

/** A screen with one case. */
export class CasePage {
  tab = 'queue';

  /** @param {App} app @param {string} key @param {string} name */
  constructor(app, key, name) {
    this.app = app;
    this.caseKey = key;
    this.name = name;
    /** @type {OpenCase|null} */
    this.open = null;
    /** @type {string|null} */
    this.error = null;
    /** @type {string|null} why the case as a whole cannot be trusted */
    this.refused = null;
    /** @type {'may'|'done'|null} whether a case that doesn't open may be set aside, or was */
    this.aside = null;
    /** @type {Set<string>} */
    this.unread = new Set();
    /** @type {import('../../client/staff/turn.js').Away} */
    this.away = new Map();
    this.busy = false;
    /** @type {Map<string, HTMLElement>} rows of small pictures, made once a message */
    this.albums = new Map();
    this.composer = composerOf(this);
    this.load();
  }

  unsent() {
    return this.composer.unsent();
  }

  draw() {
    if (this.app.screen === this) this.app.update();
  }

  async load() {
    try {
      const first = this.open === null;
      const [open, away] = await this.app.call(() =>
        Promise.all([loadCase(this.app.me, this.caseKey), awayToday(this.app.me)]),
      );
      this.away = away;
      if (first) this.unread = unreadOf(this.app.me, open);
      this.open = open;
      this.error = null;
      this.remember(open);
      await this.app.call(() => rememberCase(this.app.me, open));
    } catch (problem) {
      if (problem instanceof CaseRefused) {
        this.refused = refusal(problem.reason);
        this.aside = await this.app.call(() => asideOf(this.app.me, this.caseKey)).catch(() => null);
      } else this.error = sentenceFor(problem);
    }
    this.draw();
  }

  /** For the queue's searching: what this browser has opened. @param {OpenCase} open */
  remember({ view }) {
    const question = view.messages[0];
    openedCases(this.app).set(this.caseKey, {
      ...triageOf(view),
      kind: question?.fields.kind ?? '',
      text: [...view.messages, ...view.notes].map(({ text }) => text).join(' '),
    });
  }

  /**
   * Does something with the case, shows that it is busy and what came of it.
   * @param {(open: OpenCase) => Promise<void>} act
   * @returns {Promise<boolean>} whether it was done
   */
  async act(act) {
    if (this.busy || this.open === null) return false;
    const { open } = this;
    this.busy = true;
    this.error = null;
    this.draw();
    let done = false;
    try {
      await this.app.call(() => act(open));
      done = true;
      await this.load();
    } catch (problem) {
      // Part of it may have been done: what stands on the page is what the server has now.
      await this.load();
      this.error = problem instanceof CaseRefused ? refusal(problem.reason) : sentenceFor(problem);
    }
    this.busy = false;
    this.draw();
    return done;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const act = {
      u: () => this.app.back(),
      a: () => this.composer.start('reply'),
      n: () => this.composer.start('note'),
      '?': () => showKeys(this.app),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  render() {
    return html`<div class="case" @contextmenu=${noMenu}>
      <p class="row spread no-print">
        <button type="button" class="button quiet" @click=${() => this.app.back()}>
          ${icon('arrow-left')}${t('Terug naar de lijst')}
        </button>
        <button type="button" class="button quiet small of-keys" @click=${() => showKeys(this.app)}>
          ${icon('keyboard')}${t('Toetsen')}
        </button>
      </p>
      <h1>${this.name}</h1>
      ${failure(this.error)}
      ${
        this.refused
          ? html`<div class="stack">
              <div role="alert">
                ${notice(
                  'danger',
                  html`<p><strong>${t('Dit dossier wordt niet getoond.')}</strong></p>
                    <p>${this.refused}</p>`,
                )}
              </div>
              ${asidePart(this)}
            </div>`
          : this.body()
      }
    </div>`;
  }

  body() {
    const { open } = this;
    if (open === null) return this.error ? nothing : waiting(t('Het dossier wordt geopend…'));
    return html`<div class="case-columns">
      <div class="case-main stack">
        ${this.headline(open)}${this.warnings(open)} ${this.thread(open)} ${this.composer.render(open)}
      </div>
      <aside class="case-side stack" aria-label=${t('Over dit dossier')}>
        ${this.deadlines(open)} ${triagePart(this, open)} ${peoplePart(this, open)} ${this.notes(open)}
        ${journalPart(this, open)}
      </aside>
    </div>`;
  }

  /** @param {OpenCase} open */
  headline(open) {
    const { view, summary } = open;
    const { org } = this.app.me.portal;
    const question = view.messages[0];
    const { urgent } = triageOf(view);
    return html`<p class="row">
        ${badge(standingName(summary), summary.state === 'new' ? 'accent' : '')}
        ${urgent ? badge(html`${icon('flag')}${t('dringend')}`, 'warn') : nothing}
        <span class="muted">${labelOf(org.kinds, question?.fields.kind)}</span>
        ${this.unread.size > 0 ? badge(tn('{n} nieuw bericht', '{n} nieuwe berichten', this.unread.size), 'accent') : nothing}
      </p>
      ${question?.fields.name ? notice('info', html`<p>${t('De vraagsteller gaf zelf een naam op: {name}. Ga er zorgvuldig mee om.', { name: withoutTurns(question.fields.name) })}</p>`) : nothing}
      ${waitsForWhom(this, open)}`;
  }

  /** What did not hold is said, never hidden. @param {OpenCase} open */
  warnings({ view, contradicted, aside }) {
    return html` ${aside ? notice('danger', html`<p>${t('Dit dossier ligt opzij als niet te openen, en bij jou gaat het wel open. Wie de vraag stelde, leest dat niemand ze kon openen. Schrijf erin, dan loopt ze weer. Vraag na waarom ze opzij lag: wie het deed, staat in het logboek.')}</p>`) : nothing}
    ${contradicted ? notice('danger', html`<p>${t('De server zegt iets anders over dit dossier dan de ondertekende berichten. Wat je hier leest, volgt de berichten. Verwittig je collega’s en de systeembeheerder.')}</p>`) : nothing}
    ${missingNotices(view.missing)}
    ${
      view.refused.length > 0
        ? notice(
            'danger',
            html`<p>
                ${tn('{n} bericht wordt niet getoond, omdat het niet klopt: het kan vervalst of verplaatst zijn.', '{n} berichten worden niet getoond, omdat ze niet kloppen: ze kunnen vervalst of verplaatst zijn.', view.refused.length)}
              </p>
              <ul>
                ${view.refused.map((one) => html`<li>${refusedLine(one)}</li>`)}
              </ul>`,
          )
        : nothing
    }
    ${view.unreadableNotes.length > 0 ? notice('warn', html`<p>${t('Een deel van de nota’s kan niet worden geopend: de sleutel ervan is niet gegeven.')}</p>`) : nothing}`;
  }

  /** @param {OpenCase} open */
  thread(open) {
    return html`<section aria-labelledby="thread-title">
      <h2 id="thread-title" class="sr">${t('Gesprek met de vraagsteller')}</h2>
      <ol class="thread">
        ${open.view.messages.map((message) => html`<li>${this.message(open, message)}</li>`)}
      </ol>
    </section>`;
  }

  /** @param {OpenCase} open @param {Message} message */
  message(open, message) {
    const asker = message.author.role === 'asker';
    const mine = b64(message.writer) === this.app.me.key;
    return html`<article
      class=${`message ${asker ? 'from-asker' : 'from-staff'} ${mine ? 'mine' : ''} ${this.unread.has(message.key) ? 'unread' : ''}`}
    >
      <header class="row spread">
        <strong
          >${asker ? t('Vraagsteller') : message.author.name}${asker ? nothing : html` <small>${roleName(message.author.role)}</small>`}</strong
        >
        <span class="row"
          >${kindBadge(message.kind)}${this.unread.has(message.key) ? badge(t('nieuw'), 'accent') : nothing}<small
            class="muted"
            >${this.dayOf(open, message)}</small
          ></span
        >
      </header>
      ${message.text ? html`<p class="pre" dir="auto">${message.text}</p>` : nothing} ${this.extras(message)}
      ${message.attachments.map((attachment, index) => this.attachment(open, message, attachment, index))}
    </article>`;
  }

  /** @param {OpenCase} open @param {Message} message */
  dayOf(open, message) {
    const day = open.days.get(message.key);
    return day ? dayInWords(day, { weekday: false, year: day.slice(0, 4) !== this.app.me.today.slice(0, 4) }) : '';
  }

  /** @param {Message} message */
  extras({ kind, fields }) {
    const { org } = this.app.me.portal;
    if (kind === 'final' && fields.referred.length > 0) {
      return html`<p class="hint">
        ${t('Verwezen naar: {names}', { names: fields.referred.map((/** @type {string} */ key) => labelOf(org.authorities, key)).join(', ') })}
      </p>`;
    }
    if (kind === 'pass') {
      return html`<p class="hint">
        ${t('Doorgegeven aan: {name}', { name: labelOf(org.authorities, fields.authority) })}
      </p>`;
    }
    if (kind === 'close') {
      return html`<p class="hint">${t('Uitkomst: {outcome}', { outcome: labelOf(org.outcomes, fields.outcome) })}</p>`;
    }
    if (kind === 'record') {
      return html`<p class="hint">
        ${t('Doorgegeven aan {name} op {day}', { name: labelOf(org.authorities, fields.authority), day: dayInWords(fields.day) })}
      </p>`;
    }
    if (kind === 'triage') return html`<p class="hint">${this.triageLine(fields)}</p>`;
    return nothing;
  }

  /** @param {Record<string, any>} fields */
  triageLine(fields) {
    const { org } = this.app.me.portal;
    const pen = this.open?.view.participants.find(({ key }) => key === fields.pen)?.name;
    return [
      t('categorie: {label}', { label: fields.category ? labelOf(org.categories, fields.category) : t('nog geen') }),
      fields.urgent ? t('dringend') : t('niet dringend'),
      pen ? t('{name} schrijft het antwoord', { name: pen }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** @param {OpenCase} open @param {Message} message @param {Message['attachments'][number]} attachment @param {number} index */
  attachment(open, message, attachment, index) {
    const title = `${attachment.family === 'photo' ? t('Foto') : t('Document')} ${index + 1}`;
    const place = `${message.key}/${index}`;
    const row = this.albums.get(place) ?? this.album(open, message, attachment, title);
    this.albums.set(place, row);
    return html`<div class="attachment">
      <h3>${title}</h3>
      ${row}
    </div>`;
  }

  /** @param {OpenCase} open @param {Message} message @param {Message['attachments'][number]} attachment @param {string} title */
  album({ view }, message, attachment, title) {
    const session = this.app.me;
    return thumbnails({
      count: attachment.pages.length,
      title,
      watermark: `${session.name} · ${session.today}`,
      load: (index) => {
        const page = attachment.pages[index];
        if (page === undefined) throw new RangeError('page');
        return this.app.call(() => openPage(session.api, view, message, page));
      },
    });
  }

  /** @param {OpenCase} open */
  deadlines({ summary }) {
    const session = this.app.me;
    const due = dueOf(summary, session.today, session.days);
    const line = (
      /** @type {string} */ label,
      /** @type {string} */ by,
      /** @type {string|null} */ on,
      /** @type {'feedback'|'final'} */ what,
    ) =>
      html`<dt>${label}</dt>
        <dd>
          ${
            on
              ? html`${icon('check')} ${t('gegeven op {day}', { day: dayInWords(on, { weekday: false }) })}`
              : html`${t('uiterlijk {day}', { day: dayInWords(by, { weekday: false }) })}
                ${due?.what === what ? badge(daysLeft(due.left), due.tone === 'good' ? '' : due.tone) : nothing}`
          }
        </dd>`;
    return html`<section class="card stack tight" aria-labelledby="days-title">
      <h2 id="days-title">${t('Termijnen')}</h2>
      <dl class="facts tight">
        <dt>${t('Ontvangen')}</dt>
        <dd>${dayInWords(summary.received, { weekday: false, year: true })}</dd>
        ${line(t('Eerste feedback'), summary.feedback_by, summary.feedback_on, 'feedback')}
        ${line(t('Definitief antwoord'), summary.answer_by, summary.answered_on, 'final')}
        ${
          summary.closed_on
            ? html`<dt>${t('Afgesloten')}</dt>
                <dd>${dayInWords(summary.closed_on, { weekday: false })}</dd>`
            : nothing
        }
      </dl>
    </section>`;
  }

  /** A colleague asks to read along, and sees from a note that it was read. @param {OpenCase} open */
  draftToRead({ summary }) {
    const writer = draftForMe({ summary }, this.app.me);
    if (writer === null) return nothing;
    const name = memberBy(this.app.me, writer)?.name ?? t('iemand die weg is');
    return html`<p>
      ${icon('notebook-pen')}
      ${t('{name} vraagt om het ontwerp hieronder na te lezen. Zeg in een nota wat je ervan vindt.', { name })}
    </p>`;
  }

  /** @param {OpenCase} open */
  notes(open) {
    const { notes } = open.view;
    return html`<section class="card stack tight" aria-labelledby="notes-title">
      <h2 id="notes-title">${t('Interne nota’s')}</h2>
      <p class="hint">${t('De vraagsteller kan deze nota’s niet openen.')}</p>
      ${this.draftToRead(open)}
      ${
        notes.length === 0
          ? html`<p class="muted">${t('Nog geen nota’s.')}</p>`
          : html`<ol class="thread small">
              ${notes.map(
                (note) =>
                  html`<li>
                    ${this.message(open, note)}
                    ${note.kind === 'draft' && this.composer.canAnswer(open) ? html`<p><button type="button" class="button small" @click=${() => this.composer.takeOver(note)}>${t('Neem dit ontwerp over')}</button></p>` : nothing}
                  </li>`,
              )}
            </ol>`
      }
      <p class="no-print">
        <button type="button" class="button small" @click=${() => this.composer.start('note')}>
          ${icon('notebook-pen')}${t('Schrijf een nota')}
        </button>
      </p>
    </section>`;
  }
}

/** A page can only discourage keeping a picture. @param {Event} event */
function noMenu(event) {
  if (/** @type {Element} */ (event.target).closest('canvas, .thumb')) event.preventDefault();
}

/** @param {CasePage} page @param {OpenCase} open */
function waitsForWhom({ app, away }, { summary, view }) {
  const item = { summary, coaches: coachesOf(summary), opened: triageOf(view), away };
  const { key, role } = app.me;
  const { who, keys, absent } = turnOf(item);
  const missed = absent.map((one) => html`<p class="muted">${icon('door-open')} ${awaySentence(app.me, one)}</p>`);
  if (waitsForMe(item, { key, role })) {
    const writes = penOf(item) === key;
    return html`<p>${icon('pencil')} ${writes ? t('Jij schrijft het antwoord.') : t('Dit dossier wacht op jou.')}</p>
      ${missed}`;
  }
  const names = keys.map((id) => memberBy(app.me, id)?.name ?? t('iemand die weg is')).join(', ');
  const said = {
    asker: () => t('Nu wacht dit dossier op de vraagsteller.'),
    facilitators: () => t('Dit dossier wacht op een facilitator.'),
    members: () => t('Dit dossier wacht op {names}.', { names }),
  };
  return who === null
    ? nothing
    : html`<p class="muted">${icon('clock')} ${said[who]()}</p>
        ${missed}`;
}

/** @param {Message['kind']} kind */
function kindBadge(kind) {
  const names = {
    thanks: t('bedankt of laat iets weten'),
    feedback: t('eerste feedback'),
    final: t('definitief antwoord'),
    pass: t('doorgegeven'),
    close: t('afgesloten'),
    withdraw: t('ingetrokken'),
    recuse: t('stapte opzij'),
    draft: t('ontwerp'),
    triage: t('indeling'),
    record: t('vastgelegd'),
  };
  const name = /** @type {Record<string, string>} */ (names)[kind];
  return name ? badge(name) : nothing;
}

/** @param {import('../../client/case.js').RefusedMessage} refused */
function refusedLine({ thread, reason }) {
  const where = thread === 'notes' ? t('in de nota’s') : t('in het gesprek');
  const why = {
    signature: t('de handtekening klopt niet'),
    writer: t('de schrijver hoort niet bij dit dossier'),
    'roster-withheld': t('de server houdt een wijziging van de deelnemers achter'),
    repeat: t('het stond er al, met een andere inhoud'),
    key: t('de sleutel ervan is niet gegeven'),
  };
  return `${where}: ${/** @type {Record<string, string>} */ (why)[reason] ?? t('de inhoud past niet op deze plaats')}`;
}

/**
 * What only the asker names may never have been: a changed browser names what it likes.
 * @param {import('../../client/case.js').Missing[]} missing
 */
function missingNotices(missing) {
  const askers = missing.filter(({ by }) => by === 'asker').length;
  const others = missing.length - askers;
  return html`${others > 0 ? notice('danger', html`<p>${tn('Er ontbreekt {n} bericht dat andere berichten noemen. De server geeft het niet. Verwittig je collega’s en de systeembeheerder.', 'Er ontbreken {n} berichten die andere berichten noemen. De server geeft ze niet. Verwittig je collega’s en de systeembeheerder.', others)}</p>`) : nothing}
  ${askers > 0 ? notice('warn', html`<p>${tn('De vraagsteller noemt {n} bericht dat hier niet staat. Vraag je collega’s of iemand het schreef. Zo ja, dan houdt de server het achter: verwittig de systeembeheerder. Zo niet, dan heeft het nooit bestaan.', 'De vraagsteller noemt {n} berichten die hier niet staan. Vraag je collega’s of iemand ze schreef. Zo ja, dan houdt de server ze achter: verwittig de systeembeheerder. Zo niet, dan hebben ze nooit bestaan.', askers)}</p>`) : nothing}`;
}

/** @param {string} reason */
function refusal(reason) {
  const why = {
    rollback: t('De server toont een oudere toestand dan je al zag.'),
    directory: t('Het dossier noemt een lijst van medewerkers die niet te controleren is.'),
    excluded: t('De vraagsteller wil iemand buiten dit dossier houden, en die staat toch bij de deelnemers.'),
    me: t('Je staat niet meer bij de deelnemers van dit dossier.'),
    keys: t('De sleutel van het dossier past niet.'),
    roster: t('De lijst van deelnemers klopt niet.'),
    question: t('De eerste vraag ontbreekt of klopt niet.'),
    notes: t('De sleutel van de nota’s is er niet. Vraag een facilitator om eerst iets in het dossier te doen.'),
  };
  const sentence = /** @type {Record<string, string>} */ (why)[reason] ?? t('Wat de server geeft, klopt niet.');
  return `${sentence} ${t('Er is niets verstuurd. Verwittig een facilitator als dit blijft.')}`;
}
