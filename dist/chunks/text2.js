import { a as widthOf, i as tableLines, n as columnWidth, o as wrap, r as padEnd, t as clip } from "./columns.js";
import { t as detailLines } from "./detail-lines.js";
import { i as strip, n as pruned, r as unitsByPriority, t as leftOutText } from "./priority.js";
import { t as plainText } from "./prose.js";
import { i as safeText, n as inertLines, r as safeName } from "./safe-text.js";
import { c as tallyText } from "./rule-view.js";
import { t as viewOf } from "./view.js";
// src/core/report/text-rules.ts
const TEXT_MARKS = {
	failed: "✗",
	inconclusive: "?",
	warning: "!",
	skipped: "-",
	passed: "✓"
};
const COLOURS = {
	failed: "red",
	inconclusive: "yellow",
	warning: "yellow",
	skipped: "dim",
	passed: "green"
};
function paintOf(status, palette) {
	return palette[COLOURS[status]];
}
const STRIP = {
	least: 11,
	most: 25
};
const RULE_NAME = {
	least: 12,
	most: 40
};
const INDENT = "  ";
/** Blanks between two columns. */
const GAP = 2;
/** What a narrow terminal goes without, tried in this order. */
const WITHOUT = [
	[],
	["interval"],
	["interval", "allowed"],
	[
		"interval",
		"allowed",
		"strip"
	],
	[
		"interval",
		"allowed",
		"strip",
		"baseline"
	]
];
/** Whether the table of the model has room for strips. */
function hasStrips(model, width) {
	return layout(model, width).some(({ name }) => name === "strip");
}
function layout(model, width) {
	const all = textColumns(model);
	const layouts = WITHOUT.map((names) => all.filter(({ name }) => !names.includes(name)));
	const room = width - 2;
	return layouts.find((columns) => leastWidth(columns, model.rules) <= room) ?? layouts.at(-1);
}
/** The rules of a model as aligned lines, within `width` where a terminal has room for numbers at all. */
function ruleTable(model, palette, width) {
	const columns = filled(layout(model, width), model.rules, width - 2);
	return tableLines(columns, (cell, row, column) => {
		if (row < 0) return palette.dim(cell);
		const { status } = model.rules[row];
		return column.name === "mark" || column.name === "strip" || column.name === "difference" ? paintOf(status, palette)(cell) : status === "skipped" ? palette.dim(cell) : cell;
	}).map((line) => (INDENT + line).trimEnd());
}
function textColumns({ rules, confidence }) {
	const column = (name, header, align, cells) => ({
		name,
		header,
		align,
		cells
	});
	const numbers = (name, header, cellOf) => {
		const cells = rules.map(cellOf);
		if (cells.every((cell) => cell === "")) return [];
		return [column(name, header, "right", cells)];
	};
	const drawn = rules.some((rule) => rule.strip !== null);
	return [
		column("mark", " ", "left", rules.map(({ status }) => TEXT_MARKS[status])),
		column("rule", "rule", "left", rules.map(ruleName)),
		...numbers("candidate", "candidate", (rule) => rule.candidate),
		...numbers("baseline", "baseline", (rule) => rule.baseline),
		...numbers("difference", "difference", (rule) => rule.difference),
		...numbers("interval", `${confidence} interval`.trim(), (rule) => rule.interval),
		...drawn ? [column("strip", "", "left", rules.map(() => ""))] : [],
		...numbers("allowed", "allowed", (rule) => rule.allowed)
	];
}
const ruleName = ({ metric, slice }) => slice === null ? metric : `${metric} on ${slice}`;
/** With the shortest strip and the shortest name that still say something. */
function leastWidth(columns, rules) {
	return widthWith(columns, STRIP.least, Math.min(nameWidth(columns), nameNeeded(rules)));
}
/** Names are cut to what the layout needs to keep its strip, but not beyond recognition. */
function nameNeeded(rules) {
	return rules.some(({ slice }) => slice !== null) ? 2 * RULE_NAME.least : RULE_NAME.least;
}
function nameWidth(columns) {
	const rule = columns.find(({ name }) => name === "rule");
	return Math.min(RULE_NAME.most, rule ? columnWidth(rule) : 0);
}
function widthWith(columns, stripWidth, ruleWidth) {
	const widths = columns.map((column) => column.name === "strip" ? stripWidth : column.name === "rule" ? ruleWidth : columnWidth(column));
	return widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1);
}
/** Gives the names what they want and the strip the rest. */
function filled(columns, rules, room) {
	const spare = room - widthWith(columns, columns.some(({ name }) => name === "strip") ? STRIP.least : 0, 0);
	const ruleWidth = Math.max(RULE_NAME.least, Math.min(nameWidth(columns), spare));
	const rest = Math.min(STRIP.most, STRIP.least + Math.max(0, spare - ruleWidth));
	const stripWidth = rest % 2 === 1 ? rest : rest - 1;
	return columns.map((column) => {
		if (column.name === "rule") return {
			...column,
			cells: column.cells.map((name) => clip(name, ruleWidth))
		};
		if (column.name !== "strip") return column;
		const header = `worse${" ".repeat(Math.max(1, stripWidth - 11))}better`;
		const cells = rules.map((rule) => rule.strip ? strip(rule.strip, stripWidth) : "");
		return {
			...column,
			header: stripWidth < header.length ? "better →" : header,
			cells
		};
	});
}
// src/core/report/text.ts
/** Most things that a terminal is asked to show; more scrolls the verdict away. */
const MOST_UNITS = 200;
const OUTCOMES = {
	pass: {
		mark: "✓",
		status: "passed"
	},
	fail: {
		mark: "✗",
		status: "failed"
	},
	inconclusive: {
		mark: "?",
		status: "inconclusive"
	},
	error: {
		mark: "✗",
		status: "failed"
	}
};
/** The verdict for a terminal. Ends with a newline. */
function renderText(verdict, measurements, { palette, width = 100, files = [], commit }) {
	const whole = viewOf(verdict, measurements);
	const columns = Math.max(40, width);
	const units = unitsByPriority(whole);
	const view = pruned(whole, units.slice(0, MOST_UNITS));
	const blocks = [
		headline(view, commit, palette, columns),
		view.remarks.flatMap((remark) => remarkLines(remark, palette, columns)),
		...view.models.map((model) => modelBlock(model, view.models.length === 1, palette, columns)),
		footer(view, palette, columns),
		leftOut(leftOutText(whole, units.slice(MOST_UNITS)), files, columns),
		written(files, palette)
	];
	return `${inertLines(blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n"))}\n`;
}
function headline({ headline: { outcome, title, sentence: told } }, commit, palette, width) {
	const { mark, status } = OUTCOMES[outcome];
	const judged = commit === void 0 ? "" : ` Judged at ${safeName(commit.slice(0, 12))}.`;
	return [palette.bold(paintOf(status, palette)(`${mark} ${title}`)), ...wrap(told + judged, width - 2).map((line) => `  ${line}`)];
}
function modelBlock(model, alone, palette, width) {
	return [
		title(model, alone, palette, width),
		...subjectLines(model, palette, width),
		...model.remarks.flatMap((remark) => ["", ...remarkLines(remark, palette, width)]),
		...model.rules.length === 0 ? [] : ["", ...ruleTable(model, palette, width)],
		...model.rules.flatMap((rule) => reason(rule, palette, width)),
		...model.notes.length === 0 ? [] : ["", ...notes(model, palette, width)]
	];
}
/** Among several models, each with its own result. */
function title({ name, status, tally }, alone, palette, width) {
	if (alone) return palette.bold(clip(name, width));
	const told = `  ${tallyText(tally)}`;
	return `${paintOf(status, palette)(TEXT_MARKS[status])} ${palette.bold(clip(name, Math.max(20, width - 2 - told.length)))}${palette.dim(told)}`.trimEnd();
}
const ROLE_WIDTH = 9;
/** Role, reference, digest and facts in columns; facts that find no room stand below. */
function subjectLines({ subjects }, palette, width) {
	const digests = subjects.map(({ digest }) => digest.replace("sha256:", ""));
	const indent = 13;
	const room = width - indent - 2 - Math.max(0, ...digests.map(widthOf));
	const references = subjects.map(({ reference }) => clip(reference, room));
	const widest = Math.max(0, ...references.map(widthOf));
	return subjects.flatMap(({ role, facts: parts }, index) => {
		const facts = parts.join(", ");
		const line = `  ${palette.dim(padEnd(role, ROLE_WIDTH))}  ${padEnd(references[index], widest)}  ${palette.dim(digests[index])}`;
		return indent + widest + 2 + widthOf(digests[index]) + 2 + widthOf(facts) <= width ? [`${line}  ${palette.dim(facts)}`] : [line, " ".repeat(indent) + palette.dim(facts)];
	});
}
/** Why a rule is not a plain pass, and where the policy asks for it. */
function reason({ status, metric, slice, reason: why, at, where, details }, palette, width) {
	if (status === "passed" || status === "skipped") return [];
	const paint = paintOf(status, palette);
	const name = clip(slice === null ? metric : `${metric} on ${slice}`, width - 5 - status.length);
	const place = at === null ? [] : wrap(at, width - 4);
	const beside = at !== null && 4 + widthOf(name) + 1 + status.length + 2 + widthOf(at) <= width;
	return [
		"",
		`  ${paint(TEXT_MARKS[status])} ${palette.bold(name)} ${paint(status)}${beside ? palette.dim(`  ${at}`) : ""}`,
		...beside ? [] : place.map((line) => `    ${palette.dim(line)}`),
		...sentence(why, "    ", width),
		...where.flatMap((line) => sentence(line, "    ", width)).map(palette.dim),
		...details.flatMap((words) => quoted(words, palette, width))
	];
}
function remarkLines({ status, prose, details }, palette, width) {
	const mark = paintOf(status, palette)(TEXT_MARKS[status]);
	return [...sentence(prose, "    ", width).map((line, index) => index === 0 ? `  ${mark} ${line.trimStart()}` : line), ...details ? quoted(details, palette, width) : []];
}
function quoted(details, palette, width) {
	return detailLines(details).flatMap((line) => wrap(line, width - 6)).slice(-20).map((line) => palette.dim(`    │ ${line}`));
}
function notes(model, palette, width) {
	return model.notes.flatMap((note) => sentence(note, "  ", width)).map(palette.dim);
}
function sentence(prose, indent, width) {
	return wrap(plainText(prose), width - indent.length).map((line) => indent + line);
}
function footer(view, palette, width) {
	return [...view.models.some((model) => hasStrips(model, width)) ? [["│ no difference   ┊ the most that may be lost   ├─●─┤ the interval"]] : [], ...view.notes].flatMap((note) => sentence(note, "", width)).map(palette.dim);
}
function leftOut(what, files, width) {
	if (what === "") return [];
	const full = files.find((file) => file.endsWith("verdict.json")) ?? "verdict.json";
	return wrap(`Not shown: ${what}. All of it is in ${safeText(full, 400)}.`, width);
}
function written(files, palette) {
	if (files.length === 0) return [];
	return [palette.dim("Written"), ...files.map((path) => `  ${palette.cyan(safeText(path, 400, "middle"))}`)];
}
export { renderText as t };
