/**
 * My own access: where I am signed in, a new passphrase.
 * @module pages/staff-account
 */

import { fingerprint } from "../crypto/words.js";
import { ask, open as openDialog } from "../ui/dialogs.js";
import { lineField } from "../ui/fields.js";
import { say } from "../ui/live.js";
import { t, tn } from "../ui/texts.js";
import { html, nothing, render } from "../ui/view.js";
import { failure, sentenceFor } from "./staff-app.js";
import { roleName } from "./staff-labels.js";
import { renewScreens } from "./staff-signin.js";
import { submit } from "./staff-words.js";

/** @typedef {{handle: string, this: boolean}} Visit */

/** @type {import('./staff-app.js').MakeScreen} */
export function accountScreen(app) {
  /** @type {Visit[]} */
  let visits = [];
  /** @type {string|null} */
  let error = null;
  let words = "";
  const load = async () => {
    try {
      words = await fingerprint(app.portal.words, app.me.directories.current.organisation);
      visits = (await app.call(() => app.me.api.get("/sessions"))).sessions;
    } catch (problem) {
      error = sentenceFor(problem);
    }
    app.update();
  };
  const endOthers = async () => {
    const others = visits.filter((visit) => !visit.this);
    try {
      await app.call(() => Promise.all(others.map(({ handle }) => app.me.api.del(`/sessions/${handle}`))));
      say(t("Je bent op de andere toestellen afgemeld."));
    } catch (problem) {
      error = sentenceFor(problem);
    }
    await load();
  };
  const others = () => visits.filter((visit) => !visit.this).length;
  return {
    tab: "account",
    shown: () => void load(),
    render: () => html`<div class="stack narrow">
      <h1>${t("Mijn toegang")}</h1>
      ${failure(error)}
      <dl class="facts">
        <dt>${t("Naam")}</dt><dd>${app.me.name}</dd>
        <dt>${t("Rol")}</dt><dd>${roleName(app.me.role)}</dd>
        <dt>${t("Kenmerk van de organisatie")}</dt><dd class="words">${words}</dd>
        <dt>${t("Lijst van medewerkers")}</dt><dd>${t("versie {n}, nagekeken", { n: app.me.directories.current.version })}</dd>
      </dl>
      <section class="card stack tight"><h2>${t("Waar ben je aangemeld?")}</h2>
        <p>${others() === 0 ? t("Alleen hier.") : tn("Hier, en op {n} ander toestel of venster.", "Hier, en op {n} andere toestellen of vensters.", others())}</p>
        ${others() === 0 ? nothing : html`<p><button type="button" class="button" @click=${endOthers}>${t("Meld me daar af")}</button></p>`}
      </section>
      <section class="card stack tight"><h2>${t("Nieuwe wachtzin en herstelcode")}</h2>
        <p>${t("Doe dit als iemand je woorden kan hebben gezien. De oude gelden daarna niet meer.")}</p>
        <p><button type="button" class="button" @click=${() => renew(app)}>${t("Maak nieuwe")}</button></p>
      </section>
    </div>`,
  };
}

/** @param {import('./staff-app.js').App} app */
async function renew(app) {
  const sure = await ask({ title: t("Een nieuwe wachtzin en herstelcode maken?"), text: html`<p>${t("Neem papier en een pen. Je noteert eerst zeven, dan elf woorden.")}</p>`, yes: t("Begin") });
  if (!sure) return;
  const name = app.me.signInName || (await askName());
  if (name) renewScreens(app, name, (self) => self.reset(accountScreen));
}

/** @returns {Promise<string|null>} */
function askName() {
  return openDialog((close) => {
    const holder = document.createElement("div");
    let typed = "";
    const go = () => {
      if (typed.trim() !== "") close(typed);
    };
    render(
      html`<form class="stack" @submit=${submit(go)}><h2 id="dialog-title">${t("Met welke naam meld je je aan?")}</h2>
        ${lineField({ id: "renew-name", label: t("Naam waarmee je je aanmeldt"), value: typed, input: (value) => {
          typed = value;
        } })}
        <div class="actions"><button type="button" class="button" @click=${() => close(null)}>${t("Terug")}</button><button type="submit" class="button primary">${t("Ga verder")}</button></div></form>`,
      holder,
    );
    return html`${holder}`;
  });
}
