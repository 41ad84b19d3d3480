/** 119617 → `119,617`. */
function formatCount(count) {
	return grouped(String(Math.round(count)));
}
/** `1 rule`, `2 rules`, `119,617 rows`. */
function plural(count, noun) {
	return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
/**
* How many decimals say enough: two significant digits of the margin, and of a narrower interval's half width as far
* as four decimals show them; four where nothing says what matters. More, up to three, where rounding would make a
* difference look equal to the margin that it misses or meets.
*/
function decimalsFor(margin, interval, delta) {
	const width = interval ? (interval.upper - interval.lower) / 2 : 0;
	if (!margin) return width > 0 ? twoDigits(width) : 4;
	const base = Math.max(twoDigits(margin), width > 0 ? Math.min(4, twoDigits(width)) : 0);
	const near = [
		delta,
		interval?.lower,
		interval?.upper
	].filter((value) => value !== null && value !== void 0).map(Math.abs);
	const blurred = (decimals) => near.some((value) => value !== margin && value.toFixed(decimals) === margin.toFixed(decimals));
	return [
		0,
		1,
		2,
		3
	].map((more) => base + more).find((decimals) => !blurred(decimals)) ?? base;
}
function twoDigits(scale) {
	return Math.min(7, Math.max(0, Math.ceil(-Math.log10(scale)) + 1));
}
/** 0.92388 with 4 decimals → `0.9239`. Below what the decimals can show: `3.1e-7`. */
function formatScore(value, decimals = 4) {
	if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : `−∞`;
	const size = Math.abs(value);
	const sign = value < 0 ? "−" : "";
	const fixed = size.toFixed(decimals);
	if (size >= 0x38d7ea4c68000) return sign + size.toExponential(2).replace("e+", "e");
	if (Number(fixed) === 0 && size > 0) return sign + size.toExponential(1).replace("-", "−");
	return sign + grouped(fixed);
}
/** 0.0275 → `+0.0275`, -0.0213 → `−0.0213`; what rounds to nothing has no sign. */
function formatDelta(value, decimals = 4) {
	if (Number(value.toFixed(decimals)) === 0) return 0 .toFixed(decimals);
	return (value > 0 ? "+" : "") + formatScore(value, decimals);
}
/** 0.0213 → `2.1%`. */
function formatPercent(fraction, decimals = 1) {
	const percent = fraction * 100;
	return `${Number(percent.toFixed(decimals)) === 0 ? 0 .toFixed(decimals) : formatScore(percent, decimals)}%`;
}
/** 0.0213 → `+2.1%`. */
function formatPercentDelta(fraction, decimals = 1) {
	return `${formatDelta(fraction * 100, decimals)}%`;
}
/** Seconds, with three significant digits: `14.2 µs`, `1.52 ms`, `2.31 s`. */
function formatDuration(seconds) {
	return scaled(seconds, [
		[1e-6, "µs"],
		[.001, "ms"],
		[1, "s"]
	]);
}
/** `812 B`, `1.21 KiB`, `214 MiB`. */
function formatBytes(bytes) {
	if (bytes < 1024) return `${Math.round(bytes)} B`;
	return scaled(bytes, [
		[1024, "KiB"],
		[2 ** 20, "MiB"],
		[2 ** 30, "GiB"],
		[2 ** 40, "TiB"]
	]);
}
/** `sha256:1f2e3d4c5b6a`: enough to tell two files apart by eye. */
function shortDigest(digest) {
	return digest.slice(0, 19);
}
/** In the smallest unit that keeps the number below a thousand, after rounding: 999.96 µs is `1.00 ms`. */
function scaled(value, units) {
	const texts = units.map(([size, name]) => ({
		number: Number((value / size).toPrecision(3)),
		size,
		name
	}));
	const { size, name } = texts.find(({ number }) => Math.abs(number) < 1e3) ?? texts.at(-1);
	const number = Number((value / size).toPrecision(3));
	const decimals = number === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number))));
	return `${formatScore(number, Math.min(decimals, 4))} ${name}`;
}
function grouped(digits) {
	const [whole = "", fraction] = digits.split(".");
	const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
	return fraction === void 0 ? withCommas : `${withCommas}.${fraction}`;
}
const ANNOTATION_LENGTH = 4096;
const ANSI = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-~]/g;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const PLAIN = /^[!-~−]+(?: [!-~−]+)*$/;
const SPACES = /[\t-\r\x85\p{Z}]+/gu;
/**
* One line of visible text, at most `most` code points long. Cut text shows `…` at the end, or in the middle,
* where a name or a path says the least.
*/
function safeText(text, most = 600, cut = "end") {
	if (text.length <= most && PLAIN.test(text)) return text;
	const window = most * 8 + 1e3;
	const clean = (text.length <= 2 * window ? text : `${text.slice(0, window)}…${text.slice(-window)}`).replace(ANSI, "").replace(SPACES, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ").trim();
	const points = Array.from(clean);
	if (points.length <= most) return clean;
	const tail = cut === "middle" ? Math.floor((most - 1) / 2) : 0;
	return `${points.slice(0, most - 1 - tail).join("")}…${tail > 0 ? points.slice(-tail).join("") : ""}`;
}
/** A name, path or slice: never empty, cut in the middle. */
function safeName(text, most = 120) {
	return safeText(text, most, "middle") || "(empty)";
}
/** The message of a CI annotation: one line, at most 4,096 code points. */
function annotationText(text) {
	return safeText(text, ANNOTATION_LENGTH);
}
/**
* Keeps a CI host from reading a line of ours as a command: GitHub obeys `::name::` after leading blanks, and
* `##[name]` anywhere. For whole rendered text, after wrapping; no line changes its width.
*/
function inertLines(text) {
	return text.replace(/^([ \t]*)::/gm, "$1: ").replaceAll("##[", "# [");
}
// src/core/report/columns.ts
/** Text laid out in the columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const MARK = /\p{M}/u;
/** Terminal columns that the text takes. */
function widthOf(text) {
	let width = 0;
	for (const character of text) width += columnsOf(character);
	return width;
}
function columnsOf(character) {
	if (character < "̀") return 1;
	if (MARK.test(character)) return 0;
	return WIDE.test(character) ? 2 : 1;
}
/** Cuts text to `width` columns, with `…` in the middle, where a name or a path says the least. */
function clip(text, width) {
	if (widthOf(text) <= width) return text;
	if (width < 2) return width < 1 ? "" : "…";
	const characters = Array.from(text);
	const tail = taken(characters.toReversed(), Math.floor((width - 1) / 2));
	return `${taken(characters, width - 1 - widthOf(tail.join(""))).join("")}…${tail.toReversed().join("")}`;
}
function taken(characters, width) {
	let used = 0;
	const end = characters.findIndex((character) => {
		used += columnsOf(character);
		return used > width;
	});
	return characters.slice(0, end < 0 ? void 0 : end);
}
function padEnd(text, width) {
	return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
function padStart(text, width) {
	return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}
/** Breaks a sentence at blanks; a word longer than a line is cut into pieces. At least 10 columns wide. */
function wrap(text, width) {
	const room = Math.max(10, width);
	const lines = [];
	let line = "";
	for (const word of text.split(" ").flatMap((one) => pieces(one, room))) if (line === "") line = word;
	else if (widthOf(line) + 1 + widthOf(word) <= room) line += ` ${word}`;
	else {
		lines.push(line);
		line = word;
	}
	return [...lines, line];
}
function pieces(word, room) {
	const parts = [];
	let rest = Array.from(word);
	while (widthOf(rest.join("")) > room) {
		const part = taken(rest, room);
		parts.push(part.join(""));
		rest = rest.slice(part.length);
	}
	return [...parts, rest.join("")];
}
/** Columns side by side, two blanks apart, `paint(line, row)` applied per cell after padding; row -1 is the header. */
function tableLines(columns, paint) {
	const widths = columns.map(columnWidth);
	const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
	return Array.from({ length: rows + 1 }, (_, index) => columns.map((column, at) => {
		const cell = index === 0 ? column.header : column.cells[index - 1] ?? "";
		return paint((column.align === "left" ? padEnd : padStart)(cell, widths[at]), index - 1, column);
	}).join("  "));
}
function columnWidth({ header, cells }) {
	return cells.reduce((widest, cell) => Math.max(widest, widthOf(cell)), widthOf(header));
}
export { formatPercentDelta as _, widthOf as a, shortDigest as b, inertLines as c, decimalsFor as d, formatBytes as f, formatPercent as g, formatDuration as h, tableLines as i, safeName as l, formatDelta as m, columnWidth as n, wrap as o, formatCount as p, padEnd as r, annotationText as s, clip as t, safeText as u, formatScore as v, plural as y };
