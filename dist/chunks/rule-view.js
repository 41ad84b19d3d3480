import { t as FAULT_CODES } from "./errors.js";
import { a as formatDuration, c as formatScore, i as formatDelta, l as plural, n as formatBytes, o as formatPercent, r as formatCount, s as formatPercentDelta, t as decimalsFor } from "./format.js";
import "./validation-rules.js";
import { r as safeName } from "./safe-text.js";
import { n as proseOf } from "./prose.js";
// src/core/report/remarks.ts
/** Whether the reason is something that went wrong, rather than something to know. */
function isFault({ code }) {
	return Object.hasOwn(FAULT_CODES, code);
}
/** Reasons that the rules do not tell anyway: every undecided rule is shown with a reason of its own. */
function toldReasons(reasons) {
	return reasons.filter(({ code }) => code !== "inconclusive");
}
function reasonRemarks(reasons) {
	return toldReasons(reasons).map((reason) => ({
		status: isFault(reason) ? "failed" : "warning",
		prose: proseOf(reason.message),
		...reason.details !== void 0 && { details: reason.details }
	}));
}
/** Most warnings of one document that a report spells out. */
const MOST = 10;
/** Warnings about the holdout. */
function dataRemarks(document) {
	if (document.schema !== "onnx-gate/evaluation/v1") return [];
	const warnings = (document.data ?? []).filter(({ level }) => level === "warning");
	return withRest(warnings.slice(0, MOST).map(({ check, message }) => ({
		status: "warning",
		prose: [
			...proseOf(message),
			" (",
			{ code: safeName(check) },
			")"
		]
	})), warnings.length, "evaluation.json");
}
/** Warnings only: errors are the reason of the rule `validate`. */
function findingRemarks(document) {
	if (document.schema !== "onnx-gate/validation/v1") return [];
	const warnings = document.findings.filter(({ severity }) => severity === "warning");
	return withRest(warnings.slice(0, MOST).map(({ check, message, at, fix, details }) => ({
		status: "warning",
		prose: [
			...proseOf(fix === void 0 ? message : `${message} ${fix}`),
			...at === null ? [" ("] : [
				" (at ",
				{ code: safeName(at) },
				", "
			],
			{ code: safeName(check) },
			")"
		],
		...details !== void 0 && { details }
	})), warnings.length, "validation.json");
}
/** Most errors of the model's check whose raw words are printed: as many as the rule's reason tells. */
const MOST_QUOTED = 3;
/** What an engine said of the errors that failed the rule `validate`. */
function engineWords({ metric }, measurements) {
	if (metric !== "validate") return [];
	return measurements.flatMap((document) => document.schema === "onnx-gate/validation/v1" ? document.findings : []).filter(({ severity }) => severity === "error").slice(0, MOST_QUOTED).flatMap(({ details }) => details ?? []);
}
function withRest(shown, all, file) {
	const more = all - shown.length;
	if (more <= 0) return [...shown];
	return [...shown, {
		status: "warning",
		prose: [`${plural(more, "more warning")} in ${file}.`]
	}];
}
// src/core/report/status.ts
/** What a rule comes to in a report, the most important first. `warning` is any miss that does not decide. */
const STATUSES = [
	"failed",
	"inconclusive",
	"warning",
	"skipped",
	"passed"
];
function statusOf(rule) {
	if (rule.result === "pass") return "passed";
	if (rule.result === "skipped") return "skipped";
	if (rule.level === "warn") return "warning";
	return rule.result === "fail" ? "failed" : "inconclusive";
}
/** Sort key: 0 is read first. */
function rankOf(status) {
	return STATUSES.indexOf(status);
}
function tallyOf(statuses) {
	const tally = {
		failed: 0,
		inconclusive: 0,
		warning: 0,
		skipped: 0,
		passed: 0
	};
	for (const status of statuses) tally[status]++;
	return tally;
}
const TALLIED = {
	failed: (count) => `${formatCount(count)} failed`,
	inconclusive: (count) => `${formatCount(count)} inconclusive`,
	warning: (count) => `${formatCount(count)} ${count === 1 ? "warning" : "warnings"}`,
	skipped: (count) => `${formatCount(count)} skipped`,
	passed: (count) => `${formatCount(count)} passed`
};
/** `2 failed, 3 passed`; empty without rules. */
function tallyText(tally) {
	return STATUSES.filter((status) => tally[status] > 0).map((status) => TALLIED[status](tally[status])).join(", ");
}
// src/core/report/rule-view.ts
/** `direction` is the metric's, null where no measurement says; time and memory are better when lower. */
function ruleView(rule, direction) {
	const measured = rule.unit === "seconds" || rule.unit === "bytes";
	const better = measured ? "lower" : direction;
	const base = decimalsFor(rule.margin, rule.interval, rule.delta);
	const amount = rule.unit === "bytes" ? formatBytes : formatDuration;
	const difference = measured ? (value) => formatPercentDelta(value, Math.max(1, base - 2)) : (value) => formatDelta(value, base);
	const score = (value) => value === null ? "" : measured ? amount(value) : formatScore(value, base);
	return {
		result: rule,
		status: statusOf(rule),
		metric: metricName(rule.metric),
		slice: rule.slice === null ? null : safeName(rule.slice),
		candidate: score(rule.value),
		baseline: score(rule.baseline),
		difference: rule.delta === null ? "" : difference(rule.delta),
		interval: rule.interval ? `[${difference(rule.interval.lower)}, ${difference(rule.interval.upper)}]` : "",
		allowed: rule.margin === null ? boundTexts(rule).join(", ") : allowedText(difference(rule.margin), better),
		strip: better === null ? null : stripData(rule, better),
		reason: proseOf(rule.reason),
		at: rule.at && `${safeName(rule.at.file)}:${rule.at.line}:${rule.at.column}`
	};
}
/** `latency/batch=32/p99` → `p99 batch 32`; any other as it is. */
function metricName(metric, most) {
	const latency = /^latency\/batch=(\d{1,9})\/(p\d{1,3})$/.exec(metric);
	return latency ? `${latency[2]} batch ${latency[1]}` : safeName(metric.replace(/^latency\/(?=memory$|load$)/, ""), most);
}
/** The smallest difference that is found with 80 % power; empty where it is not known. */
function detectableText({ mde, unit, margin, interval, delta }) {
	if (mde === null) return "";
	return unit === "seconds" ? formatPercent(mde) : formatScore(mde, decimalsFor(margin, interval, delta));
}
/** Two digits: the standard error behind it has no more. Empty without a margin. */
function rowsNeededText({ rowsNeeded }) {
	return rowsNeeded === void 0 ? "" : formatCount(Number(rowsNeeded.toPrecision(2)));
}
/** `margin` comes with a plus, unless it is zero. */
function allowedText(margin, better) {
	if (better === "lower") return `≤ ${margin}`;
	const size = margin.replace("+", "");
	if (better === null) return `loss ≤ ${size}`;
	return margin.startsWith("+") ? `≥ −${size}` : `≥ ${size}`;
}
/** Bounds are printed as they were written: rounding one would show a value that breaks it as equal to it. */
function boundTexts({ bounds, unit }) {
	const text = (bound) => unit === "seconds" ? formatDuration(bound) : unit === "bytes" ? formatBytes(bound) : String(bound);
	return ["min", "max"].flatMap((side) => {
		const bound = bounds?.[side] ?? null;
		return bound === null ? [] : [`${side} ${text(bound)}`];
	});
}
function stripData({ delta, interval, margin }, better) {
	if (delta === null) return null;
	const { lower, upper } = interval ?? {
		lower: delta,
		upper: delta
	};
	return better === "higher" ? {
		delta,
		lower,
		upper,
		margin
	} : {
		delta: -delta,
		lower: -upper,
		upper: -lower,
		margin
	};
}
export { rankOf as a, tallyText as c, findingRemarks as d, isFault as f, ruleView as i, dataRemarks as l, toldReasons as m, metricName as n, statusOf as o, reasonRemarks as p, rowsNeededText as r, tallyOf as s, detectableText as t, engineWords as u };
