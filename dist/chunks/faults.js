import { o as wrap } from "./columns.js";
import { t as detailLines } from "./detail-lines.js";
import { l as plural } from "./format.js";
import { i as safeText, n as inertLines, r as safeName } from "./safe-text.js";
// src/core/report/faults.ts
/** Most faults that are spelled out. */
const FAULTS = 50;
/** All faults for a terminal: what happened and where, what to do, and the engine's own words below. */
function renderFaults(faults, palette, width = 100) {
	const shown = faults.slice(0, FAULTS).map((fault) => faultLines(fault, palette, width).join("\n"));
	const more = faults.length - shown.length;
	const rest = more > 0 ? [palette.dim(`and ${plural(more, "more fault")}`)] : [];
	return `${inertLines([...shown, ...rest].join("\n\n"))}\n`;
}
function faultLines({ message, fix, at, details }, palette, width) {
	const place = at && `${safeName(at.file, 400)}:${at.line}:${at.column}`;
	return [
		...place ? [`${palette.red("✗")} ${palette.cyan(place)}`] : [],
		...wrap(safeText(message, 2e3), width - 2).map((line, index) => index === 0 && !place ? `${palette.red("✗")} ${palette.bold(line)}` : `  ${palette.bold(line)}`),
		...fix ? hanging("fix: ", safeText(fix, 2e3), width, palette) : [],
		...details ? detailLines(details).map((line) => palette.dim(`  │ ${line}`)) : []
	];
}
function hanging(label, text, width, palette) {
	return wrap(text, width - 2 - label.length).map((line, index) => `  ${index === 0 ? palette.green(label) : " ".repeat(label.length)}${line}`);
}
export { renderFaults as t };
