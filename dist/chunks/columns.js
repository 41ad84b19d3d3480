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
export { widthOf as a, tableLines as i, columnWidth as n, wrap as o, padEnd as r, clip as t };
