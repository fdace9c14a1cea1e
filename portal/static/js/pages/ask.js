/**
 * Asking a question: the question, its attachments, a name and password, a last look, sent.
 * @module pages/ask
 */

import { ApiError, api } from '../client/api.js';
import { Submission, loadPlace, resume } from '../client/asker.js';
import { watchIdle } from '../client/session.js';
import { Attachments } from '../ui/attachments.js';
import { ChooseKey } from '../ui/choose-key.js';
import { ask } from '../ui/dialogs.js';
import {
  actionButton,
  areaField,
  choiceField,
  fieldError,
  focusFirstError,
  lineField,
  tickField,
} from '../ui/fields.js';
import { enableLeaving, guardUnsent } from '../ui/leave.js';
import { roleWords } from '../ui/labels.js';
import { createViews } from '../ui/navigation.js';
import { inLanguage, nameOf, showOrganisation } from '../ui/organisation.js';
import { ownWords } from '../ui/own-words.js';
import { focusHeading, startPage } from '../ui/page.js';
import { sentenceFor } from '../ui/problems.js';
import { signInAgain } from '../ui/sign-in.js';
import { SixWords } from '../ui/six-words.js';
import { address, dayInWords, number, t } from '../ui/texts.js';
import { askBeforeLinks } from '../ui/stay.js';
import { html, icon, nothing, notice, render } from '../ui/view.js';
import { freshnessWarning } from '../ui/freshness.js';

/** @typedef {import('../client/asker.js').Place} Place */
/** @typedef {import('../client/asker.js').Mailbox} Mailbox */
/** @typedef {import('../client/asker.js').Receipt} Receipt */

/** @type {AskPage|null} */
let page = null;

enableLeaving(() => page?.wipe());
guardUnsent(() => page?.unsent ?? false);
askBeforeLinks(() => page?.unsent ?? false);

startPage(async (app) => {
  const place = await loadPlace(api);
  showOrganisation(place.organisation);
  const mailbox = await resume(api, place);
  page = new AskPage(app, place, mailbox);
  // After fifteen quiet minutes the keys go; sending asks for the words again, and the text stays.
  if (mailbox !== null) watchIdle(api, () => mailbox.wipe());
  await page.begin();
});

class AskPage {
  /** @param {HTMLElement} app @param {Place} place @param {Mailbox|null} mailbox open in this tab already */
  constructor(app, place, mailbox) {
    this.app = app;
    this.place = place;
    this.mailbox = mailbox;
    this.views = createViews();
    const draw = () => this.draw();
    this.attachments = new Attachments(place.organisation.limits, draw);
    this.key = new ChooseKey(draw, [place.organisation.name, place.organisation.short_name]);
    this.sixWords = new SixWords(place, draw);
    this.question = { kind: '', text: '', urgent: false, named: false, name: '' };
    /** @type {Set<string>} b64 person ids */
    this.excluded = new Set();
    /** @type {Record<string, string|null>} */
    this.errors = {};
    /** @type {Submission|null} */
    this.submission = null;
    this.step = '';
    this.busy = '';
    this.problem = '';
    /** The asker stopped it: nothing went wrong. */
    this.stopped = false;
    /** @type {Receipt|null} */
    this.receipt = null;
  }

  get steps() {
    const all = [
      ['question', t('Je vraag')],
      ['files', t('Bijlagen')],
      ['key', t('Naam en wachtwoord')],
      ['review', t('Nakijken')],
    ];
    return this.mailbox ? all.filter(([step]) => step !== 'key') : all;
  }

  get unsent() {
    const { text, name } = this.question;
    return this.receipt === null && Boolean(text || name || this.attachments.any || this.key.name);
  }

  async begin() {
    const { accepts, access_word: asked } = this.place.organisation;
    if (!accepts) render(closed(), this.app);
    else if (asked && this.mailbox === null) await this.askWord();
    else this.go('question');
  }

  /** Most organisations ask for no word: what asks for it comes only when needed. */
  async askWord() {
    const { AccessWord } = await import('../ui/access-word.js');
    const word = new AccessWord(
      () => this.step === '' && render(word.render(), this.app),
      async () => {
        await this.place.meet();
        this.go('question');
      },
    );
    word.changed();
    focusHeading(this.app);
  }

  /** Forgets everything; nothing on the page can be read back afterwards. */
  wipe() {
    Object.assign(this.question, { text: '', name: '' });
    this.key.wipe();
    this.attachments.clear();
    this.submission = null;
    this.mailbox = null;
  }

  /** @param {string} step */
  go(step) {
    this.views.open(() => this.show(step));
  }

  /** @param {string} step */
  show(step) {
    this.step = step;
    this.problem = '';
    if (step === 'key') this.key.prepare();
    this.draw();
    focusHeading(this.app);
  }

  draw() {
    /** @type {Record<string, () => import('../ui/view.js').Content>} */
    const views = {
      question: () => this.questionView(),
      files: () => this.filesView(),
      key: () => this.keyView(),
      review: () => this.reviewView(),
      sent: () => sentView(/** @type {Receipt} */ (this.receipt), this.mailbox !== null),
    };
    render(html`<div class="stack loose">${views[this.step]?.() ?? nothing}</div>`, this.app);
  }

  /** @param {string} title @param {import('../ui/view.js').Content} [lead] */
  head(title, lead) {
    const here = this.steps.findIndex(([step]) => step === this.step);
    return html`<div class="stack">
      <ol class="steps" aria-label=${t('Stappen')}>
        ${this.steps.map(([, name], index) => html`<li class=${index < here ? 'done' : ''} aria-current=${index === here ? 'step' : nothing}>${index + 1}<span> ${name}</span></li>`)}
      </ol>
      <h1>${title}</h1>
      ${lead ? html`<p class="lead">${lead}</p>` : nothing}
    </div>`;
  }

  /** @param {string} label @param {() => void} next */
  actions(label, next) {
    return html`<div class="actions">
      ${this.step === 'question' ? html`<a class="button quiet" href=${address('/')}>${t('Terug')}</a>` : html`<button type="button" class="button quiet" @click=${() => this.views.back()}>${icon('arrow-left')}${t('Terug')}</button>`}
      <button type="button" class="button primary big" @click=${next}>${label}${icon('arrow-right')}</button>
    </div>`;
  }

  // ---- the question ----

  questionView() {
    const { kinds, limits } = this.place.organisation;
    const { question, errors } = this;
    return html` ${this.head(t('Wat wil je vragen?'))} ${freshnessWarning(this.place)}
    ${this.mailbox ? linkNotice() : nothing}
    ${notice('info', html`<p>${t('Coaches en facilitatoren hebben een meldplicht: bij sommige feiten moeten ze de bevoegde dienst verwittigen. Dit is advies en niet het officiële meldkanaal voor klokkenluiders.')}</p>`)}
    ${choiceField({ id: 'kind', label: t('Waarover gaat het?'), value: question.kind, options: kinds.map(({ key, label }) => ({ key, label: inLanguage(label) })), error: errors.kind ?? null, change: (key) => this.set('kind', key) })}
    ${areaField({ id: 'text', label: t('Je vraag'), hint: t('Vertel wat er speelt en wat je wilt weten. Noem alleen namen als het moet, en schrijf niets wat alleen jij kunt weten.'), value: question.text, limit: limits.text, error: errors.text ?? null, input: (value) => this.set('text', value) })}
    ${tickField({ id: 'urgent', label: t('Dit is dringend'), text: t('Voor als er binnen enkele dagen iets moet gebeuren. Is er nu gevaar, bel dan 112.'), checked: question.urgent, change: (checked) => this.set('urgent', checked) })}
    ${this.nameFields()} ${this.excludeFields()} ${this.actions(t('Verder naar bijlagen'), () => this.leaveQuestion())}`;
  }

  nameFields() {
    const { question } = this;
    return html`<section class="stack" aria-labelledby="name-title">
      <h2 id="name-title">${t('Je eigen naam')}</h2>
      ${tickField({ id: 'named', label: t('Ik wil zeggen wie ik ben'), text: t('Dat hoeft niet. Je krijgt je antwoord ook zonder naam.'), checked: question.named, change: (checked) => this.set('named', checked) })}
      ${
        question.named
          ? html` ${notice('warn', html`<p>${t('Een naam die je één keer gaf, kun je niet meer terugnemen. Wie je vraag leest, weet dan voorgoed wie je bent.')}</p>`)}
            ${lineField({ id: 'own-name', label: t('Je naam'), value: question.name, error: this.errors.name ?? null, input: (value) => this.set('name', value) })}`
          : nothing
      }
    </section>`;
  }

  excludeFields() {
    const people = this.place.people;
    if (people.length === 0) return nothing;
    return html`<section class="stack" aria-labelledby="exclude-title">
      <h2 id="exclude-title">${t('Wie mag je vraag niet lezen?')}</h2>
      <p>
        ${t('Gaat je vraag over iemand van deze mensen, of ken je iemand te goed? Duid die persoon aan. Hij of zij krijgt de sleutel van je vraag niet en kan ze dus niet openen.')}
      </p>
      <details ?open=${this.excluded.size > 0}>
        <summary>
          ${this.excluded.size === 0 ? t('Bekijk wie er werkt en houd iemand weg') : t('Weggehouden: {n}', { n: this.excluded.size })}
        </summary>
        <div class="stack tight">
          ${people.map((person) =>
            tickField({
              id: `person-${person.key}`,
              label: person.name,
              text: [roleWords(person.role), person.function].filter(Boolean).join(', '),
              checked: this.excluded.has(person.key),
              change: (checked) => this.exclude(person.key, checked),
            }),
          )}
        </div>
      </details>
      ${fieldError({ id: 'exclude', error: this.errors.exclude ?? null })}
      ${this.errors.exclude ? this.outside() : nothing}
    </section>`;
  }

  /** Where to go when nobody would be left to read. */
  outside() {
    const { channels, outside_channel: key } = this.place.organisation;
    const channel = channels.find((one) => one.key === key);
    if (channel === undefined) return nothing;
    return notice(
      'info',
      html`<p>${t('Je kunt dan beter hier terecht:')} <strong>${channel.name}</strong></p>
        ${ownWords(channel.text)}
        <p class="pre">${channel.contact}</p>`,
    );
  }

  /** @param {string} person @param {boolean} out */
  exclude(person, out) {
    if (out) this.excluded.add(person);
    else this.excluded.delete(person);
    this.errors.exclude = this.place.someoneLeft(this.excluded)
      ? null
      : t('Zo blijft er geen enkele facilitator over om je vraag te lezen. Laat minstens één van hen toe.');
    this.draw();
  }

  /** @param {string} field @param {unknown} value */
  set(field, value) {
    this.question = { ...this.question, [field]: value };
    this.errors[field] = null;
    this.draw();
  }

  leaveQuestion() {
    this.errors = this.questionErrors();
    if (Object.values(this.errors).every((error) => !error)) this.go('files');
    else this.draw();
    focusFirstError();
  }

  /** @returns {Record<string, string|null>} */
  questionErrors() {
    const { kind, text, named, name } = this.question;
    const most = this.place.organisation.limits.text;
    const tooMany = [...text].length - most;
    return {
      kind: kind ? null : t('Kies wat het beste past. Twijfel je, neem dan gewoon het eerste.'),
      text: textProblem(text, tooMany, most),
      name: named && name.trim() === '' ? t('Vul je naam in, of zet het vinkje uit.') : null,
      exclude: this.place.someoneLeft(this.excluded)
        ? null
        : t('Zo blijft er geen enkele facilitator over om je vraag te lezen. Laat minstens één van hen toe.'),
    };
  }

  // ---- attachments ----

  filesView() {
    return html` ${this.head(t('Wil je iets meesturen?'), t('Een foto of document mag, maar hoeft niet. Elk bestand wordt eerst schoongemaakt: je ziet zelf wat wij te zien krijgen en wat eruit ging.'))}
    ${notice(
      'warn',
      html`<p>
          ${t('Schoonmaken haalt alleen verborgen gegevens weg. Wat op het beeld staat, blijft staan. Een foto die alleen jij kon maken, verraadt je toch.')}
        </p>
        <p>
          ${t('Om schoon te maken ziet de server het bestand even. Hij bewaart het niet en weet niet bij welke vraag het hoort.')}
        </p>`,
    )}
    ${this.attachments.render()} ${fieldError({ id: 'files', error: this.errors.files ?? null })}
    ${this.actions(this.mailbox ? t('Verder naar nakijken') : t('Verder naar naam en wachtwoord'), () => this.leaveFiles())}`;
  }

  leaveFiles() {
    this.errors.files = this.attachments.obstacle;
    if (this.errors.files === null) this.go(this.mailbox ? 'review' : 'key');
    else this.draw();
    focusFirstError();
  }

  // ---- name and password ----

  keyView() {
    return html` ${this.head(t('Kies een naam en een wachtwoord'), t('Daarmee kom je terug voor je antwoord. Wij kennen ze niet en kunnen ze je nooit opnieuw geven.'))}
    ${this.key.render()}
    ${notice('info', html`<p>${t('Heb je hier al eens een vraag gesteld? Vul dan dezelfde naam en hetzelfde wachtwoord in, en je nieuwe vraag komt erbij. Wil je niet dat je vragen bij elkaar horen, kies dan iets nieuws.')}</p>`)}
    ${this.actions(t('Verder naar nakijken'), () => this.leaveKey())}`;
  }

  async leaveKey() {
    if (await this.key.check()) this.go('review');
    else focusFirstError();
  }

  // ---- a last look ----

  reviewView() {
    const { question } = this;
    const out = this.place.people.filter(({ key }) => this.excluded.has(key)).map(({ name }) => name);
    const uncertain = this.submission?.uncertain ?? false;
    return html` ${this.head(t('Klopt alles?'), t('Dit is wat je verstuurt. Alleen de facilitatoren, hun helpers en de coaches die zij kiezen, kunnen het lezen.'))}
      <section class="card stack" aria-label=${t('Dit verstuur je')}>
        <dl class="facts">
          <dt>${t('Soort vraag')}</dt>
          <dd>${nameOf(this.place.organisation.kinds, question.kind)}</dd>
          <dt>${t('Dringend')}</dt>
          <dd>${question.urgent ? t('ja') : t('nee')}</dd>
          <dt>${t('Je eigen naam')}</dt>
          <dd>${question.named ? question.name : t('geef je niet')}</dd>
          <dt>${t('Mag niet meelezen')}</dt>
          <dd>${out.join(', ') || t('niemand weggehouden')}</dd>
          <dt>${t('Bijlagen')}</dt>
          <dd>${this.attachments.kept.length || t('geen')}</dd>
          ${
            this.mailbox
              ? nothing
              : html`<dt>${t('Naam om terug te komen')}</dt>
                  <dd class="words">${this.key.name.trim()}</dd>`
          }
        </dl>
        <hr />
        <p class="pre" dir="auto">${question.text}</p>
        ${this.attachments.items.map(({ pictures }) => pictures)}
      </section>
      ${this.sixWords.render()}
      ${this.problem ? html`<div role="alert">${notice(this.stopped ? 'info' : 'danger', html`<p>${this.problem}</p>`)}</div>` : nothing}
      <div role="status">${this.busy ? notice('info', html`<p>${this.busy}</p>`) : nothing}</div>
      ${this.submission?.waits ? html`<div class="row"><button type="button" class="button" @click=${() => this.submission?.stop.abort()}>${icon('circle-x')}${t('Stop')}</button></div>` : nothing}
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          aria-disabled=${String(Boolean(this.busy) || uncertain)}
          @click=${() => this.busy || uncertain || this.views.back()}
        >
          ${icon('arrow-left')}${t('Terug')}
        </button>
        ${actionButton({ label: html`${icon('send')}${uncertain ? t('Verstuur nog eens') : t('Versleutel en verstuur je vraag')}`, busyLabel: t('Even geduld…'), busy: Boolean(this.busy), kind: 'primary big', click: () => this.send() })}
      </div>`;
  }

  /** @returns {Promise<void>} */
  async send() {
    this.problem = '';
    this.submission ??= this.newSubmission();
    const progress = (/** @type {string} */ sentence) => {
      this.busy = sentence;
      this.draw();
    };
    try {
      this.receipt = await this.submit(this.submission, progress);
    } catch (error) {
      if (needsWord(error) && (await wordAgain())) return this.send();
      this.stopped = error instanceof ApiError && error.problem === 'stopped';
      this.problem = sentenceFor(error, this.submission.uncertain);
      if (!this.submission.uncertain) this.submission = null;
    }
    progress('');
    if (this.receipt) this.finish();
  }

  newSubmission() {
    const { kind, text, urgent, named, name } = this.question;
    const fields = { kind, urgent, name: named ? name.trim() : null, excluded: [...this.excluded].sort() };
    return new Submission(api, this.place, { text, fields, attachments: this.attachments.kept });
  }

  /** @param {Submission} submission @param {(sentence: string) => void} progress @returns {Promise<Receipt|null>} */
  async submit(submission, progress) {
    if (this.mailbox) return submission.sendFrom(this.mailbox, progress, signInAgain(this.place, this.mailbox));
    const { name, password } = this.key;
    return submission.sendNew({ name, password }, progress, () =>
      ask({
        title: t('Deze brievenbus bestaat al'),
        text: html`<p>
          ${t('Met deze naam en dit wachtwoord stelde je hier al een vraag. Je nieuwe vraag kan erbij. De facilitatoren kunnen dan zien dat je vragen bij elkaar horen.')}
        </p>`,
        yes: t('Zet mijn vraag erbij'),
        no: t('Nee, ik kies iets anders'),
      }),
    );
  }

  finish() {
    const mailbox = this.mailbox;
    this.wipe();
    this.mailbox = mailbox;
    this.views.reset(() => this.show('sent'));
  }
}

/** @param {unknown} error */
const needsWord = (error) => error instanceof ApiError && error.problem === 'word';

async function wordAgain() {
  const { askWordAgain } = await import('../ui/access-word.js');
  return askWordAgain();
}

/** @param {string} text @param {number} tooMany @param {number} most @returns {string|null} */
function textProblem(text, tooMany, most) {
  if (text.trim() === '') return t('Schrijf hier je vraag.');
  if (tooMany > 0) {
    return t('Je tekst is {n} tekens te lang. Er is plaats voor {most}. Kort hem in: er is niets verloren.', {
      n: number(tooMany),
      most: number(most),
    });
  }
  return null;
}

function linkNotice() {
  return notice(
    'warn',
    html`<p>
      ${t('Je vraag komt in de brievenbus die nu open is. De facilitatoren kunnen dan zien dat je vragen bij elkaar horen. Coaches die maar één vraag behandelen, zien dat niet. Wil je dat niet, meld je dan eerst af en kies een andere naam.')}
    </p>`,
  );
}

function closed() {
  return html`<div class="stack">
    <h1>${t('Je kunt hier nog geen vraag stellen')}</h1>
    <p>${t('Er zijn nog niet genoeg facilitatoren om je vraag te lezen. Kom later terug of kies een andere weg.')}</p>
    <p><a class="button" href=${address('/where')}>${t('Waar kan ik wel terecht?')}</a></p>
  </div>`;
}

/** @param {Receipt} receipt @param {boolean} signedIn */
function sentView(receipt, signedIn) {
  return html` <div class="stack">
      <h1>${t('Je vraag is verstuurd')}</h1>
      <p class="lead">
        ${t('Kom terug op {day}.', { day: dayInWords(receipt.come_back_on) })}
        ${t('Dan staat er zeker een eerste reactie. Eerder kijken mag altijd.')}
      </p>
    </div>
    <section class="card stack">
      <dl class="facts">
        <dt>${t('Ontvangen')}</dt>
        <dd>${dayInWords(receipt.received)}</dd>
        <dt>${t('Eerste reactie')}</dt>
        <dd>${t('ten laatste {day}', { day: dayInWords(receipt.feedback_by) })}</dd>
        <dt>${t('Antwoord')}</dt>
        <dd>${t('ten laatste {day}', { day: dayInWords(receipt.answer_by, { year: true }) })}</dd>
      </dl>
    </section>
    ${signedIn ? nothing : notice('warn', html`<p><strong>${t('Bewaar je naam en je wachtwoord.')}</strong> ${t('Niet op het werk. Zonder allebei kan niemand je antwoord nog openen, ook wij niet.')}</p>`)}
    <p>
      ${t('Je krijgt geen bericht: we weten niet wie je bent. Kijk ook na een eerste reactie nog eens terug. Misschien heeft de coach een vraag voor jou.')}
    </p>
    <p>
      ${t('Je kunt je vraag en het antwoord hier zeker lezen tot 1 april van volgend jaar. Is je vraag dan afgesloten, dan gaat ze daarna naar het archief.')}
    </p>
    <div class="row">
      <a class="button" href=${address('/mailbox')}>${icon('inbox')}${t('Naar je brievenbus')}</a>
      <a class="button quiet" href=${address('/')}>${t('Naar het begin')}</a>
    </div>
    ${signedIn ? nothing : html`<p class="hint">${t('Voor je brievenbus meld je je aan met je naam en je wachtwoord: deze pagina heeft ze na het versturen vergeten.')}</p>`}`;
}
