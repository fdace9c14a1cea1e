/**
 * The yearly report: numbers only, and none that could point at somebody.
 * @module pages/reports-year
 */

import { showLoose, showNested, showPartition, SMALLEST_SHOWN } from "../client/suppression.js";
import { riskClass } from "../client/statistics.js";
import { t } from "../ui/texts.js";
import { html, icon, nothing, notice } from "../ui/view.js";
import { plainTable } from "./reports-charts.js";
import { Figures, inDays, percent } from "./reports-view.js";
import { labelOf } from "./staff-labels.js";

/**
 * @typedef {import('../client/aggregates.js').Numbers} Numbers
 * @typedef {import('../client/statistics.js').YearNumbers} YearNumbers
 * @typedef {import('../client/suppression.js').ShownTable} ShownTable
 */

/** @typedef {{title: string, head: string[], rows: (string|number)[][]}} Part */

/** @param {Numbers} numbers @returns {import('./staff-app.js').MakeScreen} */
export function yearScreen(numbers) {
  return (app) => {
    const draw = () => app.update();
    const past = numbers.years.map(({ year }) => year).filter((year) => year < Number(numbers.day.slice(0, 4)));
    let year = past.at(-1) ?? Number(numbers.day.slice(0, 4));
    return {
      tab: "figures",
      render: () => html`<p class="no-print"><button type="button" class="button quiet" @click=${() => app.back()}>${icon("arrow-left")}${t("Terug naar de cijfers")}</button></p>
        ${yearView(app.me.portal.org, numbers, year, (chosen) => {
          year = chosen;
          draw();
        })}`,
    };
  };
}

/** @param {any} org @param {Numbers} numbers @param {number} year @param {(year: number) => void} choose */
export function yearView(org, numbers, year, choose) {
  const own = numbers.years.find((one) => one.year === year);
  const over = year < Number(numbers.day.slice(0, 4));
  if (own === undefined) return html`<h1>${t("Jaarverslag")}</h1><p>${t("Er zijn nog geen cijfers.")}</p>`;
  const parts = reportParts(org, own);
  return html`<article class="report stack">
    <div class="row spread no-print">
      <div class="segments" role="group" aria-label=${t("Jaar")}>${numbers.years.map((one) => html`<button type="button" class="segment" aria-pressed=${String(one.year === year)} @click=${() => choose(one.year)}>${one.year}</button>`)}</div>
      <div class="row"><button type="button" class="button" @click=${() => print()}>${icon("printer")}${t("Druk af")}</button>
        <button type="button" class="button" @click=${() => saveCsv(org, year, parts)}>${icon("file-text")}${t("Cijfers als CSV")}</button></div>
    </div>
    <header><h1>${t("Adviespunt Integriteit: jaarverslag {year}", { year })}</h1><p class="muted">${org.name}</p></header>
    ${over ? nothing : html`<div class="no-print">${notice("warn", html`<p>${t("Het jaar is nog niet om: dit zijn voorlopige cijfers.")}</p>`)}</div>`}
    <p>${t("Dit verslag bevat alleen aantallen. Een aantal onder {n} wordt niet getoond, en ook niets waaruit het te berekenen is (‘–’).", { n: SMALLEST_SHOWN })}</p>
    ${parts.map((part) => html`<section><h2>${part.title}</h2><div class="scroll">${plainTable({ ...part, caption: "" })}</div></section>`)}
    <p class="hint">${t("Opgemaakt op {day}.", { day: numbers.day })}</p>
  </article>`;
}

/** @param {number|null} count */
const shown = (count) => (count === null ? "–" : count);

/**
 * Every table of the report, with what may not be shown already gone.
 * @param {any} org @param {YearNumbers} own
 * @returns {Part[]}
 */
export function reportParts(org, own) {
  const groups = showNested(groupsOf(org, own));
  const enough = groups.groups.total !== null;
  return [
    { title: t("Aantal vragen"), head: ["", t("aantal")], rows: [[t("Vragen in {year}", { year: own.year }), shown(groups.groups.total)]] },
    groupPart(groups.groups),
    categoryPart(org, groups.parts),
    timePart(org, own, enough),
    outcomePart(org, own),
    authorityPart(org, own),
  ];
}

/** @param {any} org @param {YearNumbers} own @returns {{key: string, parts: {key: string, count: number}[]}[]} */
function groupsOf(org, own) {
  const groups = [...new Set(org.categories.map((/** @type {any} */ one) => one.group))].sort();
  const known = new Set(org.categories.map((/** @type {any} */ one) => one.key));
  const named = groups.map((group) => ({
    key: group,
    parts: org.categories.filter((/** @type {any} */ one) => one.group === group).map((/** @type {any} */ one) => ({ key: one.key, count: own.categories.get(one.key) ?? 0 })),
  }));
  // Without a category, or with one that the list no longer has.
  const rest = [...own.categories].filter(([key]) => !known.has(key)).reduce((sum, [, count]) => sum + count, 0);
  return [...named, { key: "", parts: [{ key: "", count: rest }] }];
}

/** @param {ShownTable} groups @returns {Part} */
function groupPart({ cells, together }) {
  const rows = cells.map(({ key, count }) => [key === "" ? t("zonder categorie") : key, shown(count)]);
  const sum = together === null ? [] : [[t("samen voor wat niet getoond wordt"), together]];
  return { title: t("Per groep"), head: [t("groep"), t("aantal")], rows: [...rows, ...sum] };
}

/** @param {any} org @param {Map<string, ShownTable>} parts @returns {Part} */
function categoryPart(org, parts) {
  const counts = new Map([...parts.values()].flatMap(({ cells }) => cells.map(({ key, count }) => [key, count])));
  const sorted = [...org.categories].sort((a, b) => (b.R ?? -1) - (a.R ?? -1) || a.label.localeCompare(b.label));
  const rows = sorted.map(({ key, label, R }) => [label, R === null ? "–" : inDays(R), riskClass(R) ?? "–", shown(counts.get(key) ?? null)]);
  return { title: t("Per categorie, naast de risicoanalyse"), head: [t("categorie"), "R", t("klasse"), t("aantal")], rows };
}

/** @param {any} org @param {YearNumbers} own @param {boolean} enough @returns {Part} */
function timePart(org, own, enough) {
  const row = (/** @type {string} */ label, /** @type {import('../client/statistics.js').Spread} */ spread, /** @type {import('../client/statistics.js').Kept} */ kept) => {
    // A share over few, or of which few were late, would give the few away.
    const all = kept.kept + kept.late;
    const share = enough && kept.kept >= SMALLEST_SHOWN && (kept.late >= SMALLEST_SHOWN || kept.late === 0) ? percent(kept.kept, all) : "–";
    return [label, enough && spread.count >= SMALLEST_SHOWN ? inDays(spread.mean) : "–", share];
  };
  return {
    title: t("Termijnen, in werkdagen"),
    head: ["", t("gemiddeld"), t("op tijd")],
    rows: [
      row(t("Eerste feedback (beloofd: {n})", { n: org.promises.feedback }), own.feedback, own.feedbackKept),
      row(t("Definitief antwoord (beloofd: {n})", { n: org.promises.final }), own.throughput, own.finalKept),
    ],
  };
}

/** @param {any} org @param {YearNumbers} own @returns {Part} */
function outcomePart(org, own) {
  const keys = new Set(["", "state:withdrawn", "state:passed", "state:closed", ...org.outcomes.map((/** @type {any} */ one) => one.key), ...own.outcomes.keys()]);
  const names = new Figures(org, () => undefined);
  const { cells, together } = showPartition([...keys].map((key) => ({ key, count: own.outcomes.get(key) ?? 0 })));
  const rows = cells.map(({ key, count }) => [names.outcome(key), shown(count)]);
  const sum = together === null ? [] : [[t("samen voor wat niet getoond wordt"), together]];
  return { title: t("Uitkomst"), head: [t("uitkomst"), t("aantal")], rows: [...rows, ...sum] };
}

/** @param {any} org @param {YearNumbers} own @returns {Part} */
function authorityPart(org, own) {
  const cells = showLoose(org.authorities.map((/** @type {any} */ one) => ({ key: one.key, count: own.authorities.get(one.key) ?? 0 })));
  return { title: t("Verwezen of doorgegeven aan"), head: [t("dienst"), t("aantal")], rows: cells.map(({ key, count }) => [labelOf(org.authorities, key), shown(count)]) };
}

/** @param {any} org @param {number} year @param {Part[]} parts */
function saveCsv(org, year, parts) {
  const lines = parts.flatMap(({ title, head, rows }) => [[title], head, ...rows, []]);
  const text = lines.map((line) => line.map(cell).join(";")).join("\r\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  link.download = `${org.short_name} ${year}.csv`.replace(/[^\w .-]/g, "-");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A cell that a spreadsheet cannot take for a formula. @param {string|number} value */
function cell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && text !== "–" ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
