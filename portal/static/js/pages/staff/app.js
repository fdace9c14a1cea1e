/**
 * What every screen of the staff pages shares: which screens are open, who is signed in, and what happens when the
 * server says no. Screens live in memory; the address stays the same.
 * @module pages/staff/app
 */

import { ApiError } from '../../client/api.js';
import { say } from '../../ui/live.js';
import { createViews } from '../../ui/navigation.js';
import { showOrganisation } from '../../ui/organisation.js';
import { focusHeading } from '../../ui/page.js';
import { t } from '../../ui/texts.js';
import { html, icon, nothing, notice, render } from '../../ui/view.js';
import { clockNotice } from './clock.js';

/**
 * @typedef {import('../../ui/view.js').Content} Content
 * @typedef {import('../../client/staff/member.js').StaffSession} StaffSession
 * @typedef {import('../../client/staff/member.js').Portal} Portal
 */

/**
 * One screen: it is made once and drawn many times, so what somebody typed stays when they come back to it.
 * @typedef {object} Screen
 * @property {() => Content} render
 * @property {(event: KeyboardEvent) => void} [key] keys pressed outside a field
 * @property {() => void} [shown] each time it comes up
 * @property {string} [tab] which part of the navigation it belongs to
 * @property {() => boolean} [unsent] whether something stands in it that was not sent; a screen made anew finds it again
 */
/** @typedef {(app: App) => Screen} MakeScreen */

/**
 * Why somebody signs in again in the middle of something; `free`: they may go back instead.
 * @typedef {{why?: string, free?: boolean}} Again
 */

/** @typedef {{key: string, label: string, icon: string, open: MakeScreen}} Tab */

export class App {
  /** @param {HTMLElement} main @param {Portal} portal */
  constructor(main, portal) {
    this.main = main;
    this.portal = portal;
    showOrganisation(portal.org);
    this.views = createViews();
    /** @type {StaffSession|null} */
    this.session = null;
    /** @type {Screen|null} */
    this.screen = null;
    /** @type {Tab[]} */
    this.tabs = [];
    /** @type {(again?: Again) => Promise<boolean>} false: the person went back */
    this.signInAgain = async () => false;
    /** @type {() => void} */
    this.signOut = () => undefined;
    /** @type {Content} */
    this.banner = nothing;
    /** Whether single letters do something; whoever speaks to their computer turns that off (WCAG 2.1.4). */
    this.keys = true;
    addEventListener('keydown', (event) => this.key(event));
  }

  /** The session of somebody who is known to be signed in. @returns {StaffSession} */
  get me() {
    if (this.session === null) throw new ApiError(401, 'signed-out');
    return this.session;
  }

  /** @param {MakeScreen} make */
  open(make) {
    const screen = make(this);
    this.views.open(() => this.show(screen));
  }

  /** @param {MakeScreen} make */
  replace(make) {
    const screen = make(this);
    this.views.replace(() => this.show(screen));
  }

  /** Nothing to go back to. @param {MakeScreen} make */
  reset(make) {
    const screen = make(this);
    this.views.reset(() => this.show(screen));
  }

  back() {
    this.views.back();
  }

  /** @param {Screen} screen */
  show(screen) {
    if (this.screen !== screen && this.screen?.unsent?.()) {
      say(t('Wat je schreef, is niet verstuurd. Het staat er nog als je terugkomt.'));
    }
    this.screen = screen;
    this.update();
    focusHeading(this.main);
    screen.shown?.();
  }

  /** Draws the present screen again. */
  update() {
    if (this.screen === null) return;
    const said = this.refusal()?.textContent;
    render(
      html`${this.frame()}${this.session === null ? nothing : clockNotice(this.session.portal.org.day)}${this.banner}${this.screen.render()}`,
      this.main,
    );
    const refusal = this.refusal();
    if (refusal && refusal.textContent !== said) bringIntoView(refusal);
  }

  /** @returns {HTMLElement|null} what was refused, where the present screen says so */
  refusal() {
    return this.main.querySelector('.refusal > .notice');
  }

  frame() {
    if (this.session === null || this.tabs.length === 0) return nothing;
    return html`<nav class="staff-nav no-print" aria-label=${t('Onderdelen')}>
      <ul>
        ${this.tabs.map(
          (tab) =>
            html`<li>
              <button
                type="button"
                class="tab"
                aria-current=${tab.key === this.screen?.tab ? 'page' : nothing}
                @click=${() => this.reset(tab.open)}
              >
                ${icon(tab.icon)}<span>${tab.label}</span>
              </button>
            </li>`,
        )}
      </ul>
      <p class="who">
        <span>${this.session.name}</span>
        <button type="button" class="button quiet" @click=${() => this.signOut()}>
          ${icon('log-out')}${t('Meld je af')}
        </button>
      </p>
    </nav>`;
  }

  /** Nothing was done for a quarter of an hour: keys and what was read go out of sight, what was typed stays. */
  async goIdle() {
    this.session?.identity.kem.wipe();
    this.main.classList.add('away');
    await this.signInAgain();
    this.main.classList.remove('away');
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const writing = target.closest?.('input, textarea, select, dialog, [contenteditable]');
    if (!this.keys || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    this.screen?.key?.(event);
  }

  /**
   * Does something with the server. When the session has ended meanwhile, the person signs in again on the spot and
   * it is done after all; whatever they typed stays where it is. So too where the server asks for a recent sign-in.
   * @template T
   * @param {() => Promise<T>} act
   * @returns {Promise<T>}
   */
  async call(act) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.problem === 'signed-out') await this.signInAgain();
      else if (error.problem !== 'sign-in-again' || !(await this.signInAgain(recently()))) throw error;
      return act();
    }
  }
}

/** @returns {Again} */
export const recently = () => ({ why: t('Wie je toegang verandert, meldt zich eerst nog eens aan.'), free: true });

/**
 * A line about what went wrong, or nothing.
 * @param {string|null} sentence
 */
export function failure(sentence) {
  return html`<div class="refusal" role="alert">
    ${sentence ? notice('danger', html`<p>${sentence}</p>`) : nothing}
  </div>`;
}

/** Who pressed a button far down would not know that it was refused. @param {HTMLElement} refusal */
function bringIntoView(refusal) {
  const { top, bottom } = refusal.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  refusal.tabIndex = -1;
  refusal.scrollIntoView({ block: 'center' });
  refusal.focus({ preventScroll: true });
}

/** @param {string} sentence @param {{done: number, all: number}|null} [progress] */
export function waiting(sentence, progress = null) {
  return html`<div class="working" role="status">
    <p>${sentence}</p>
    ${progress === null ? html`<progress aria-label=${sentence}></progress>` : html`<progress aria-label=${sentence} max=${Math.max(progress.all, 1)} .value=${progress.done}></progress>`}
  </div>`;
}
