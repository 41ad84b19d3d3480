import { a as table, c as trendCharts, i as figures, o as document, r as pill, s as html, t as OUTCOMES } from "./page.js";
import { l as plural, u as shortDigest } from "./format.js";
import { r as safeName } from "./safe-text.js";
import { c as tallyText, o as statusOf, s as tallyOf } from "./rule-view.js";
// src/core/report/html/dashboard.ts
/** Runs that the table spells out; trends take all. */
const MOST_RUNS = 500;
const MOST_MODELS = 100;
/** Past runs, the oldest first, as one page: a table of runs and, for each model, its trends. */
function renderDashboard(history, draw) {
	const newest = history.toReversed();
	const [last] = newest;
	const names = [...new Set(newest.flatMap(({ models }) => models.map(({ name }) => name)))];
	const passed = history.filter(({ verdict }) => verdict === "pass").length;
	const sentence = last === void 0 ? "No verdict was appended here yet." : `${passed} passed. The last one is of ${last.created.slice(0, 16).replace("T", " ")} UTC.`;
	const body = html`<header class="verdict ${last ? OUTCOMES[last.verdict] : "skipped"}">
<p class="brand">onnx-gate</p>
<h1>${plural(history.length, "run")}, ${plural(names.length, "model")}</h1>
<p class="sentence">${sentence}</p>
</header>
<main>
${names.slice(0, MOST_MODELS).map((name, at) => modelTrends(name, at, history, draw))}
<section class="model"><h2>Runs</h2>${runs(newest.slice(0, MOST_RUNS))}${newest.length > MOST_RUNS ? html`<p>${newest.length - MOST_RUNS} older runs are not in the table.</p>` : null}</section>
</main>`;
	return document("onnx-gate · past runs", body);
}
function modelTrends(name, at, history, draw) {
	const charts = trendCharts(history, name);
	return html`<section class="model" id="model-${at}"><header><h2><code>${safeName(name)}</code></h2></header>${figures(charts, draw) ?? html`<p>A trend needs two runs.</p>`}</section>`;
}
function runs(entries) {
	return table({
		caption: "The newest first",
		columns: [
			"Judged",
			"Verdict",
			"Commit",
			"Rules",
			"Models",
			"Candidates"
		].map((header) => ({ header })),
		rows: entries.map(({ created, verdict, commit, models }) => {
			const rules = models.flatMap(({ rules: own }) => own.map(statusOf));
			return [
				{
					content: html`<time datetime="${created}">${created.slice(0, 16).replace("T", " ")}</time>`,
					sort: created
				},
				{
					content: pill(OUTCOMES[verdict]),
					sort: verdict
				},
				{ content: commit === null ? "" : html`<code>${commit.slice(0, 12)}</code>` },
				{ content: tallyText(tallyOf(rules)) },
				{
					content: models.slice(0, 6).map(({ name }) => safeName(name, 40)).join(", "),
					sort: models.length
				},
				{ content: models.slice(0, 6).flatMap(({ candidate }) => candidate === null ? [] : [shortDigest(candidate)]).join(", ") }
			];
		})
	});
}
export { renderDashboard };
