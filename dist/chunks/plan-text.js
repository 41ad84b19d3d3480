import { i as tableLines, o as wrap } from "./columns.js";
import { c as formatScore, o as formatPercent, r as formatCount, t as decimalsFor } from "./format.js";
import { i as safeText, r as safeName } from "./safe-text.js";
// src/core/report/plan-text.ts
/** Ends with a newline. */
function renderPlan(report, terminal) {
	return `${(report.from === "prior" ? priorLines(report, terminal) : measuredLines(report, terminal)).join("\n")}\n`;
}
function priorLines(plan, { palette, width }) {
	const { rows, positives, margin, auc, correlation, confidence, chances } = plan;
	const decimals = decimalsFor(margin, null, null);
	const show = (value) => formatScore(value, decimals);
	const enough = plan.rowsNeeded <= rows;
	const needed = `${formatCount(plan.rowsNeeded)} rows`;
	const names = [
		"as good",
		"worse by the margin",
		"worse by twice the margin"
	];
	return [
		...wrap(`AUC of two models on the same ${formatCount(rows)} rows, ${formatCount(positives)} of them positive`, width),
		"",
		`  standard error of the difference  ${show(plan.standardError)}`,
		`  smallest detectable difference    ${show(plan.mde)}  (80% power)`,
		`  rows that the margin needs        ${(enough ? palette.green : palette.yellow)(needed)}  (for a margin of ${margin})`,
		"",
		...table([
			{
				header: "the candidate is",
				align: "left",
				cells: names
			},
			{
				header: "passes",
				align: "right",
				cells: chances.map(({ pass }) => formatPercent(pass))
			},
			{
				header: "stays open",
				align: "right",
				cells: chances.map(({ inconclusive }) => formatPercent(inconclusive))
			},
			{
				header: "fails",
				align: "right",
				cells: chances.map(({ fail }) => formatPercent(fail))
			}
		], palette),
		"",
		...notes([
			`Assumed: both models have an AUC of ${auc}, and their AUCs correlate at ${correlation} over holdouts; rows are independent and unweighted; scores as in Hanley and McNeil (1982, 1983); intervals at ${confidence}.`,
			"Rows that the margin needs: with so many, a candidate exactly as good as the baseline passes 4 times in 5.",
			"The correlation decides most. When an evaluation is there, `plan --documents .onnx-gate` measures what is assumed here."
		], {
			palette,
			width
		})
	];
}
function measuredLines({ rules, mode }, { palette, width }) {
	const several = new Set(rules.map(({ model }) => model)).size > 1;
	const known = rules.filter(({ rowsNeeded }) => rowsNeeded !== null);
	const grouped = known.some(({ groupsNeeded }) => groupsNeeded !== null);
	const number = ({ margin, standardError }, value) => {
		const spread = {
			lower: -standardError,
			upper: standardError
		};
		return formatScore(value, decimalsFor(margin, spread, null));
	};
	const right = (header, cell) => ({
		header,
		align: "right",
		cells: known.map(cell)
	});
	const columns = [
		{
			header: "rule",
			align: "left",
			cells: known.map((rule) => nameOf(rule, several))
		},
		right("margin", (rule) => number(rule, rule.margin)),
		right("SE", (rule) => number(rule, rule.standardError)),
		right("detectable", (rule) => number(rule, rule.mde)),
		right("equal passes", ({ passChance }) => formatPercent(passChance)),
		right("rows", ({ rows }) => formatCount(rows)),
		right("rows needed", ({ rowsNeeded }) => formatCount(rowsNeeded)),
		...grouped ? [right("groups", ({ groups }) => groups === null ? "" : formatCount(groups)), right("groups needed", ({ groupsNeeded }) => groupsNeeded === null ? "" : formatCount(groupsNeeded))] : []
	];
	const missing = rules.filter(({ rowsNeeded }) => rowsNeeded === null).map((rule) => `${nameOf(rule, several)}: ${safeText(rule.reason ?? "nothing was measured.")}`);
	const by = mode === "point" ? "the bare difference, as `mode: point` judges" : "the interval of the difference";
	return [
		...known.length > 0 ? [...table(columns, palette), ""] : [],
		...missing.flatMap((line) => wrap(line, width)),
		...missing.length > 0 ? [""] : [],
		...notes([`equal passes: the chance that a candidate exactly as good as the baseline passes on these rows, by ${by}.`, "needed: what makes that chance 80%, when more rows are like these and another candidate differs from the baseline as much as this one. A slice needs its own rows."], {
			palette,
			width
		})
	];
}
function nameOf({ model, metric, slice }, several) {
	const parts = [
		...several ? [model] : [],
		metric,
		...slice === null ? [] : [slice]
	];
	return safeName(parts.join("/"), 60);
}
function table(columns, palette) {
	return tableLines(columns, (cell, row) => row === -1 ? palette.dim(cell) : cell).map((line) => `  ${line.trimEnd()}`);
}
function notes(sentences, { palette, width }) {
	return sentences.flatMap((sentence) => wrap(sentence, width).map((line) => palette.dim(line)));
}
export { renderPlan as n, table as r, notes as t };
