import { a as list, c as phrasing, d as strong, f as text, i as item, l as row, n as code, o as markdownOf, r as html, s as paragraph, t as cell, u as rowMarkdown } from "./markdown-nodes.js";
import { i as safeText, r as safeName } from "./safe-text.js";
import { i as strip, n as pruned, r as unitsByPriority, t as leftOutText } from "./priority.js";
import { a as formatDuration, c as formatScore } from "./format.js";
import { t as viewOf } from "./view.js";
// src/core/report/budget.ts
const encoder = new TextEncoder();
/** UTF-8 bytes: what the platforms count. */
function byteLength(text) {
	return encoder.encode(text).length;
}
/** How far the sum of the parts may be from the whole: blank lines between blocks, a list's marks. */
const SLACK = 1.02;
/** Parts after which the rest is guessed: what comes first is seldom the lighter half. */
const SAMPLE = 200;
/**
* The longest rendering of a prefix of `units` that takes at most `budget` bytes, or null when not even the empty
* one does. Parts are weighed one by one, so a hundred thousand that cannot fit cost no more than those that do; where
* the first of them promise that all will fit with ease, all are rendered at once.
*/
function fitted(units, weigh, budget, render) {
	const empty = byteLength(render(0));
	if (empty > budget) return null;
	let weight = empty;
	const weights = [];
	for (const unit of units) {
		weights.push(weigh(unit));
		weight += weights.at(-1);
		if (weight > budget * SLACK) break;
		if (weights.length === SAMPLE && weight / SAMPLE * units.length < budget / 2) {
			const whole = render(units.length);
			if (byteLength(whole) <= budget) return whole;
		}
	}
	let count = weights.length;
	for (;;) {
		const text = render(count);
		let excess = byteLength(text) - budget;
		if (excess <= 0) return text;
		while (excess > 0 && count > 0) excess -= Math.max(1, weights[--count]);
	}
}
// src/core/report/markdown-details.ts
const MOST_LINKS = 10;
const LEGEND = [
	"In the strips ",
	{ code: "│" },
	" is no difference, ",
	{ code: "┊" },
	" the most that may be lost and ",
	{ code: "├─●─┤" },
	" the interval of the difference; right is better."
];
/** Collapsed: methods, the machine, the policy, how to read a strip. Nothing when there are no notes. */
function details(view) {
	const alone = view.models.length === 1;
	const notes = [...view.models.flatMap(({ name, notes }) => notes.map((note) => noteItem(note, alone ? null : name))), ...view.notes.map((note) => noteItem(note, null))];
	if (notes.length === 0) return [];
	const drawn = view.models.some(({ rules }) => rules.some(({ strip }) => strip !== null));
	return [
		html("<details>"),
		html("<summary>How this was measured</summary>"),
		...list(drawn ? [noteItem(LEGEND, null), ...notes] : notes),
		html("</details>")
	];
}
/** Among several models each note names its own. */
function noteItem(note, model) {
	return item(phrasing(model === null ? note : [
		{ code: model },
		" · ",
		...note
	]));
}
function linkLine(links) {
	const shown = links.filter(({ url }) => /^https?:\/\/[^\s]{1,500}$/.test(url)).slice(0, MOST_LINKS);
	if (shown.length === 0) return [];
	const linked = shown.flatMap(({ label, url }, index) => [...index === 0 ? [] : [text(" · ")], {
		type: "link",
		url,
		children: [text(safeText(label, 60))]
	}]);
	return [paragraph(...linked)];
}
// src/core/report/markdown-rules.ts
const MARKS = {
	failed: "❌",
	inconclusive: "⚠️",
	warning: "⚠️",
	skipped: "➖",
	passed: "✅"
};
const STRIP_WIDTH = 21;
const numbers = (value) => value === "" ? null : [text(value)];
const COLUMNS = [
	{
		header: () => "Rule",
		align: "left",
		cell: ruleName
	},
	{
		header: () => "Candidate",
		align: "right",
		cell: ({ candidate }) => numbers(candidate)
	},
	{
		header: () => "Baseline",
		align: "right",
		cell: ({ baseline }) => numbers(baseline)
	},
	{
		header: () => "Difference",
		align: "right",
		cell: ({ difference }) => numbers(difference)
	},
	{
		header: ({ confidence }) => `${confidence} interval`.trim(),
		align: "center",
		cell: ({ interval }) => numbers(interval.replaceAll(" ", "\xA0"))
	},
	{
		header: () => "worse ↔ better",
		align: "center",
		cell: ({ strip: data }) => data ? [code(strip(data, STRIP_WIDTH))] : null
	},
	{
		header: () => "Allowed",
		align: "right",
		cell: ({ allowed }) => numbers(allowed.replaceAll(" ", "\xA0"))
	},
	{
		header: () => "Verdict",
		align: "left",
		cell: ({ status }) => [text(`${MARKS[status]}\u00a0`), status === "failed" ? strong(status) : text(status)]
	}
];
/** The columns that say something for this model. */
function columnsFor({ rules }) {
	return COLUMNS.filter((column) => rules.some((rule) => column.cell(rule) !== null));
}
function headerRow(model, columns) {
	return row(columns.map(({ header }) => cell(text(header(model)))));
}
function ruleRow(rule, columns) {
	return row(columns.map((column) => cell(...column.cell(rule) ?? [])));
}
/** Why the rule is not a plain pass; nothing for the rules whose row says it all. */
function ruleItem(rule) {
	if (rule.status === "passed" || rule.status === "skipped") return [];
	const place = rule.at === null ? [] : [
		text(" ("),
		code(rule.at),
		text(")")
	];
	return [item([
		text(`${MARKS[rule.status]} `),
		...ruleName(rule),
		text(": "),
		...phrasing(rule.reason),
		...place
	])];
}
/** Collapsed: where the failed rules lose. Nothing when none can say. */
function whereDetails(rules) {
	const items = rules.flatMap((rule) => rule.where.map((line) => item([
		...ruleName(rule),
		text(": "),
		...phrasing(line)
	])));
	if (items.length === 0) return [];
	return [
		html("<details>"),
		html("<summary>Where it is worse</summary>"),
		...list(items),
		html("</details>")
	];
}
function remarkItem({ status, prose }) {
	return item([text(`${MARKS[status]} `), ...phrasing(prose)]);
}
function ruleName({ metric, slice }) {
	return slice === null ? [code(metric)] : [
		code(metric),
		text(" on "),
		code(slice)
	];
}
// src/core/report/mermaid.ts
/** Points of a line; more do not show at the size that GitHub draws. */
const STEPS = 10;
const MOST_ARMS = 8;
/** ROC curves and times per call of one model, collapsed, each with its numbers as a table below. */
function chartDetails(measurements) {
	const blocks = measurements.flatMap((document) => document.schema === "onnx-gate/evaluation/v1" ? rocBlocks(document.curves) : document.schema === "onnx-gate/benchmark/v1" ? latencyBlocks(document.arms) : []);
	if (blocks.length === 0) return [];
	return [
		html("<details>"),
		html("<summary>Charts</summary>"),
		...blocks,
		html("</details>")
	];
}
function rocBlocks(curves) {
	const lines = [curves?.candidate.roc, curves?.baseline?.roc].filter((line) => line !== null && line !== void 0);
	if (lines.length === 0) return [];
	const at = Array.from({ length: 11 }, (_, i) => i / STEPS);
	const heights = lines.map((line) => at.map((x) => heightAt(line, x)));
	const [candidate, baseline] = heights;
	return [mermaid([
		"xychart-beta",
		"  title \"ROC: true-positive rate by false-positive rate\"",
		"  x-axis \"False-positive rate\" 0 --> 1",
		"  y-axis \"True-positive rate\" 0 --> 1",
		...heights.map((line) => `  line [${line.map((y) => y.toFixed(4)).join(", ")}]`)
	]), table$1([
		"False-positive rate",
		"Candidate",
		...baseline ? ["Baseline"] : []
	], at.map((x, i) => [
		formatScore(x, 1),
		formatScore(candidate[i]),
		...baseline ? [formatScore(baseline[i])] : []
	]))];
}
/** Where the line stands at `x`; the highest of a vertical step. */
function heightAt(line, x) {
	const last = line.findLastIndex((point) => point[0] <= x);
	const [before, after] = [line[Math.max(0, last)], line[last + 1]];
	if (!after || after[0] === before[0]) return before[1];
	return before[1] + (x - before[0]) / (after[0] - before[0]) * (after[1] - before[1]);
}
function latencyBlocks(all) {
	const arms = all.slice(0, MOST_ARMS);
	if (arms.length === 0) return [];
	const compared = arms.every(({ baseline }) => baseline !== null);
	const microseconds = (seconds) => (seconds * 1e6).toFixed(2);
	const names = arms.map(({ metric, batch }) => `${metric} batch ${batch}`);
	return [mermaid([
		"xychart-beta",
		`  title "Time per call: candidate${compared ? " as bars, baseline as line" : ""}"`,
		`  x-axis [${names.map((name) => `"${name}"`).join(", ")}]`,
		"  y-axis \"Microseconds\"",
		`  bar [${arms.map(({ candidate }) => microseconds(candidate)).join(", ")}]`,
		...compared ? [`  line [${arms.map(({ baseline }) => microseconds(baseline)).join(", ")}]`] : []
	]), table$1([
		"Time per call",
		"Candidate",
		...compared ? ["Baseline"] : []
	], arms.map(({ candidate, baseline }, i) => [
		names[i],
		formatDuration(candidate),
		...compared ? [formatDuration(baseline)] : []
	]))];
}
function mermaid(lines) {
	return {
		type: "code",
		lang: "mermaid",
		value: lines.join("\n")
	};
}
function table$1(head, rows) {
	const rowOf = (cells) => row(cells.map((one) => cell(text(one))));
	return {
		type: "table",
		align: head.map(() => "right"),
		children: [rowOf(head), ...rows.map(rowOf)]
	};
}
// src/core/report/markdown.ts
/** Bytes that a comment and a check run may take (design, section 7). */
const COMMENT_BYTES = 6e4;
/** Bytes that a job summary may take. */
const SUMMARY_BYTES = 921600;
const OUTCOME_MARKS = {
	pass: "✅",
	fail: "❌",
	inconclusive: "⚠️",
	error: "❌"
};
const FORK = " This pull request comes from a fork: its own workflow measured, and whoever opened it can change how.";
/**
* The body of a comment or a job summary. What does not fit is left out whole, the least important first, and the
* text says what and where it is. Throws RangeError when not even the headline fits.
*/
function renderMarkdown(verdict, measurements, { bytes = COMMENT_BYTES, ...options } = {}) {
	return markdownPages(verdict, measurements, options)(bytes);
}
/**
* `renderMarkdown` for several sizes: each part is weighed once, and sizes that leave out the same share one text.
* The function takes the UTF-8 bytes that the text may take.
*/
function markdownPages(verdict, measurements, options = {}) {
	const view = viewOf(verdict, measurements);
	const units = unitsByPriority(view);
	const weight = kept(weigher(view));
	const pageOf = kept((count) => page(pruned(view, units.slice(0, count)), leftOutText(view, units.slice(count)), options));
	return (bytes) => {
		const body = fitted(units, weight, bytes, pageOf);
		if (body !== null) return body;
		throw new RangeError(`${bytes} bytes cannot hold the headline of a verdict`);
	};
}
/** `compute`, which is asked once for each argument. */
function kept(compute) {
	const known = /* @__PURE__ */ new Map();
	return (argument) => {
		if (!known.has(argument)) known.set(argument, compute(argument));
		return known.get(argument);
	};
}
function page(view, leftOut, options) {
	const { outcome, title, sentence } = view.headline;
	const commit = options.commit === void 0 ? [] : [
		text(" Judged at "),
		code(safeName(options.commit.slice(0, 12))),
		text(".")
	];
	return markdownOf([
		{
			type: "heading",
			depth: 2,
			children: [text(`${OUTCOME_MARKS[outcome]} onnx-gate · ${title}`)]
		},
		paragraph(text(sentence), ...commit, ...options.fork ? [text(FORK)] : []),
		...list(view.remarks.map(remarkItem)),
		...view.models.flatMap((model) => section(model, view.models.length === 1)),
		...details(view),
		...leftOut === "" ? [] : [leftOutParagraph(leftOut, options.full ?? "verdict.json")],
		...linkLine(options.links ?? [])
	]);
}
function leftOutParagraph(leftOut, full) {
	return paragraph(text(`Left out here for size: ${leftOut}. All of it is in `), code(safeName(full)), text("."));
}
function section(model, alone) {
	return [
		heading(model, alone),
		...subjectLine(model),
		...list(model.remarks.map(remarkItem)),
		...table(model),
		...list(model.rules.flatMap(ruleItem)),
		...whereDetails(model.rules),
		...chartDetails(model.drawn)
	];
}
/** Among several models each shows its own result. */
function heading({ name, status }, alone) {
	return {
		type: "heading",
		depth: 3,
		children: [...alone ? [] : [text(`${MARKS[status]} `)], code(name)]
	};
}
function subjectLine({ subjects }) {
	return subjects.length === 0 ? [] : [paragraph(...subjects.flatMap(subjectPhrases), text("."))];
}
const JOINTS = {
	candidate: "",
	baseline: " against ",
	holdout: " on "
};
/** `a.onnx` (digest) against `b.onnx` (digest) on 4,932 rows of `holdout.csv` (digest; 763 positive). */
function subjectPhrases({ role, reference, digest, facts, resolved, age }) {
	const [rows = "", ...more] = role === "holdout" ? facts : [];
	const amount = rows === "" ? "" : `${rows} of `;
	const known = [...more, age].filter(Boolean).join(", ");
	return [
		text(JOINTS[role] + amount),
		code(reference),
		text(" ("),
		code(digest),
		...resolved === null ? [] : [text("; "), code(resolved)],
		text(known === "" ? ")" : `; ${known})`)
	];
}
function table(model) {
	if (model.rules.length === 0) return [];
	const columns = columnsFor(model);
	const rows = model.rules.map((rule) => ruleRow(rule, columns));
	return [{
		type: "table",
		align: columns.map(({ align }) => align),
		children: [headerRow(model, columns), ...rows]
	}];
}
/** UTF-8 bytes that a unit adds to the page, nearly. */
function weigher(view) {
	const alone = view.models.length === 1;
	const columns = view.models.map(columnsFor);
	const blocks = (...content) => byteLength(markdownOf(content)) + 1;
	return ({ kind, model: at, index }) => {
		const model = view.models[at];
		if (kind === "note") return blocks(...list([noteItem((model ?? view).notes[index], alone || !model ? null : model.name)]));
		if (kind === "remark" || !model) return blocks(...list([remarkItem((model ?? view).remarks[index])]));
		if (kind === "model") return blocks(heading(model, alone), ...table({
			...model,
			rules: model.rules.slice(0, 1)
		}));
		if (kind === "charts") return blocks(...chartDetails(model.drawn));
		if (kind === "subjects") return blocks(...subjectLine(model));
		const rule = model.rules[index];
		return byteLength(rowMarkdown(ruleRow(rule, columns[at]))) + 1 + byteLength(markdownOf([...list(ruleItem(rule)), ...whereDetails([rule])]));
	};
}
export { renderMarkdown as i, SUMMARY_BYTES as n, markdownPages as r, COMMENT_BYTES as t };
