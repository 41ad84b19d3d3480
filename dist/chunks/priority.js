import { l as plural } from "./format.js";
// src/core/report/strip.ts
/**
* Draws the interval on a line whose middle `│` is no difference and whose `┊` is the margin; right is better.
* `··├─●─┤···┊·│········` lost more than the margin. Distances are rounded, the order of the marks is exact:
* an end left of `┊` misses the margin. `width` is odd and at least 9.
*/
function strip({ delta, lower, upper, margin }, width) {
	const half = (width - 1) / 2;
	const span = Math.max(Math.abs(lower), Math.abs(upper), Math.abs(delta), margin ?? 0) * 1.08;
	const scale = span > 0 && Number.isFinite(span) ? half / span : 0;
	const within = (column, low, high) => Math.min(high, Math.max(low, column));
	const edge = margin ? within(Math.round(-margin * scale), 1 - half, -2) : null;
	const columnOf = (value) => {
		const column = within(Math.round(value * scale), -half, half);
		if (edge !== null && value < -margin) return Math.min(column, edge - 1);
		if (value < 0) return within(column, edge === null ? -half : edge + 1, -1);
		return value > 0 ? Math.max(column, 1) : 0;
	};
	const cells = new Array(width).fill("·");
	const draw = (column, mark) => {
		cells[column + half] = mark;
	};
	for (let column = columnOf(lower); column <= columnOf(upper); column++) draw(column, "─");
	draw(0, "│");
	if (edge !== null) draw(edge, "┊");
	draw(columnOf(lower), "├");
	draw(columnOf(upper), "┤");
	draw(columnOf(delta), "●");
	return cells.join("");
}
// src/core/report/priority.ts
const RULE_RANKS = {
	failed: 1,
	inconclusive: 2,
	warning: 3,
	skipped: 6,
	passed: 7
};
const REMARK_RANK = 0;
/** Which files were judged and how, of a model that did not simply pass. */
const NOTE_RANK = 4;
const CHARTS_RANK = 9;
const LAST_RANK = 8;
/** What a reader wants first: reasons, failed rules, inconclusive ones, warnings, how it was measured, the rest. */
function unitsByPriority(view) {
	const ranks = Array.from({ length: 10 }, () => []);
	const put = (rank, kind, model, count) => {
		for (let index = 0; index < count; index++) ranks[rank].push({
			kind,
			model,
			index
		});
	};
	put(REMARK_RANK, "remark", -1, view.remarks.length);
	put(NOTE_RANK, "note", -1, view.notes.length);
	view.models.forEach(({ status, remarks, subjects, rules, notes, drawn }, model) => {
		const rank = RULE_RANKS[status];
		put(remarks.length > 0 ? REMARK_RANK : rank, "model", model, 1);
		put(REMARK_RANK, "remark", model, remarks.length);
		for (const [index, rule] of rules.entries()) ranks[RULE_RANKS[rule.status]].push({
			kind: "rule",
			model,
			index
		});
		const later = rank < NOTE_RANK ? NOTE_RANK : LAST_RANK;
		put(later, "subjects", model, subjects.length > 0 ? 1 : 0);
		put(later, "note", model, notes.length);
		put(CHARTS_RANK, "charts", model, drawn.length > 0 ? 1 : 0);
	});
	return ranks.flat();
}
/** The view with nothing but these units, which are a prefix of `unitsByPriority`. */
function pruned(view, units) {
	const counts = /* @__PURE__ */ new Map();
	for (const { kind, model } of units) {
		const key = `${kind} ${model}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const first = (values, kind, model) => values.slice(0, counts.get(`${kind} ${model}`) ?? 0);
	return {
		headline: view.headline,
		remarks: first(view.remarks, "remark", -1),
		notes: first(view.notes, "note", -1),
		models: view.models.flatMap((model, index) => counts.has(`model ${index}`) ? [{
			...model,
			remarks: first(model.remarks, "remark", index),
			subjects: counts.has(`subjects ${index}`) ? model.subjects : [],
			rules: first(model.rules, "rule", index),
			notes: first(model.notes, "note", index),
			drawn: counts.has(`charts ${index}`) ? model.drawn : []
		}] : [])
	};
}
const NOUNS = {
	remark: "remark",
	model: "model",
	subjects: "list of files",
	note: "note",
	charts: "set of charts"
};
/** `9,412 passed rules, 80 models`. */
function leftOutText(view, units) {
	const counts = /* @__PURE__ */ new Map();
	for (const { kind, model, index } of units) {
		const noun = kind === "rule" ? `${view.models[model].rules[index].status} rule` : NOUNS[kind];
		counts.set(noun, (counts.get(noun) ?? 0) + 1);
	}
	return [...counts].map(([noun, count]) => plural(count, noun).replace("list of filess", "lists of files").replace("set of chartss", "sets of charts")).join(", ");
}
export { strip as i, pruned as n, unitsByPriority as r, leftOutText as t };
