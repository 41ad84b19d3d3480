import { l as plural } from "./format.js";
import { f as isFault, m as toldReasons, o as statusOf } from "./rule-view.js";
import { r as safeName, t as annotationText } from "./safe-text.js";
// src/core/report/annotations.ts
/** Most of one level that GitHub shows for a step. */
const MOST = 10;
const LEVELS = [
	"error",
	"warning",
	"notice"
];
/** Failed and inconclusive rules and the reasons of a verdict. What keeps a model from shipping is an error. */
function allAnnotations(verdict) {
	return [...toldReasons(verdict.reasons).map(ofReason), ...verdict.rules.flatMap((rule) => ofRule(rule, verdict.mode))];
}
/** As many as a step may have: of more than ten of a level, the tenth says how many more. */
function toAnnotations(verdict) {
	const all = allAnnotations(verdict);
	return LEVELS.flatMap((level) => limited(all.filter((one) => one.level === level)));
}
function ofReason(reason) {
	const { model, code, message } = reason;
	return {
		level: isFault(reason) ? "error" : code === "no-baseline" ? "notice" : "warning",
		title: `${model === null ? "onnx-gate" : safeName(model, 60)}: ${safeName(code, 40)}`,
		message: annotationText(message)
	};
}
function ofRule(rule, mode) {
	const status = statusOf(rule);
	const level = levelOf(status, mode);
	if (level === null) return [];
	const place = rule.at === null ? {} : {
		file: rule.at.file,
		line: rule.at.line,
		column: rule.at.column
	};
	return [{
		level,
		title: `${safeName(rule.id, 100)}: ${status}`,
		message: annotationText(rule.reason),
		...place
	}];
}
function levelOf(status, mode) {
	if (status === "passed" || status === "skipped") return null;
	return status === "failed" || status === "inconclusive" && mode === "strict" ? "error" : "warning";
}
function limited(annotations) {
	if (annotations.length <= MOST) return [...annotations];
	const shown = annotations.slice(0, 9);
	const more = annotations.length - shown.length;
	const { level } = annotations[0];
	return [...shown, {
		level,
		title: `onnx-gate: ${plural(more, `more ${level}`)}`,
		message: "All of them are in the report and in verdict.json."
	}];
}
export { toAnnotations as n, allAnnotations as t };
