/**
 * Texts to begin from. They stand in the browser's own code, or sealed on the server where facilitators wrote their own.
 * @module pages/staff-templates
 */

import { t } from "../ui/texts.js";
import { html, icon, nothing } from "../ui/view.js";

/**
 * @param {import('./staff-app.js').App} _app
 * @param {string} act
 * @param {(text: string) => void} use
 */
export function templatesFor(_app, act, use) {
  const own = TEMPLATES.filter((one) => one.act === act);
  if (own.length === 0) return nothing;
  return html`<details class="templates"><summary>${t("Begin met een voorbeeldtekst")}</summary>
    <ul class="plain">${own.map((one) => html`<li><button type="button" class="button small" @click=${() => use(one.text())}>${icon("book-open")}${one.name()}</button></li>`)}</ul>
  </details>`;
}

/** @type {{act: string, name: () => string, text: () => string}[]} */
const TEMPLATES = [
  {
    act: "feedback",
    name: () => t("We gaan ermee aan de slag"),
    text: () =>
      t("Dank je voor je vraag. We hebben ze gelezen en bekijken ze nu. Een integriteitscoach werkt aan een antwoord. Hebben we nog iets nodig, dan vragen we het hier. Kom terug op de dag die je bij je vraag ziet staan."),
  },
  {
    act: "feedback",
    name: () => t("We hebben nog een vraag"),
    text: () =>
      t("Dank je voor je vraag. Om je goed te kunnen raden, weten we graag iets meer. Schrijf alleen wat je zelf wilt vertellen, en geen namen als dat niet nodig is. Onze vraag:"),
  },
  {
    act: "final",
    name: () => t("Verwijzing naar een andere dienst"),
    text: () =>
      t("We hebben je vraag bekeken. Voor wat je beschrijft, is een andere dienst beter geplaatst dan wij. We raden je aan daar contact op te nemen. Wat je hier schreef, geven we niet door: dat beslis je zelf."),
  },
  {
    act: "pass",
    name: () => t("Plicht om door te geven"),
    text: () =>
      t("We hebben je vraag gelezen. Wat je beschrijft, moeten we doorgeven aan de dienst die bevoegd is. Dat hebben we gedaan. Daarmee eindigt de behandeling in dit adviespunt. Je kan dit bericht nog lezen tot het dossier wordt gearchiveerd."),
  },
];
