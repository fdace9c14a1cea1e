/**
 * The figures for a facilitator: worked out here, from the register that only facilitators open.
 * @module pages/staff-figures
 */

import { numbersFrom, publishNumbers } from "../client/aggregates.js";
import { t } from "../ui/texts.js";
import { html, icon, nothing, notice } from "../ui/view.js";
import { Figures } from "./reports-view.js";
import { yearScreen } from "./reports-year.js";
import { failure, sentenceFor, waiting } from "./staff-app.js";
import { registerOf } from "./staff-queue.js";

/** @type {import('./staff-app.js').MakeScreen} */
export function figuresScreen(app) {
  const draw = () => {
    if (app.screen === screen) app.update();
  };
  const figures = new Figures(app.me.portal.org, draw);
  /** @type {import('../client/aggregates.js').Numbers|null} */
  let numbers = null;
  /** @type {string|null} */
  let error = null;
  let refused = 0;
  /** @type {{done: number, all: number}|null} */
  let progress = null;

  const load = async () => {
    try {
      const register = await registerOf(app);
      const lines = await app.call(() =>
        register.loadAll((now) => {
          progress = now;
          draw();
        }),
      );
      refused = register.refused;
      numbers = await numbersFrom(app.me, lines);
      draw();
      await publishNumbers(app.me, numbers);
    } catch (problem) {
      error = sentenceFor(problem);
    }
    draw();
  };
  /** @type {import('./staff-app.js').Screen} */
  const screen = {
    tab: "figures",
    shown: () => {
      if (numbers === null) load();
    },
    render: () => html`<div class="stack">
      <div class="row spread"><h1>${t("Cijfers")}</h1>
        ${numbers ? html`<button type="button" class="button" @click=${() => app.open(yearScreen(/** @type {any} */ (numbers)))}>${icon("file-text")}${t("Jaarverslag")}</button>` : nothing}</div>
      <p class="hint">${t("Alles wordt in deze browser berekend. De server ziet geen enkel cijfer over de inhoud.")}</p>
      ${failure(error)}
      ${refused > 0 ? notice("warn", html`<p>${t("{n} regels van het register kloppen niet en tellen niet mee.", { n: refused })}</p>`) : nothing}
      ${numbers ? figures.render(numbers) : error ? nothing : waiting(t("Het register wordt geopend…"), progress)}
    </div>`,
  };
  return screen;
}
