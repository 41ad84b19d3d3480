import { c as formatScore, l as plural } from "./format.js";
// src/core/gate/context.ts
/** A rule with no numbers; families fill in what they have. */
function ruleOf(context, metric, path, more) {
	return {
		id: `${context.model}/${metric}`,
		model: context.model,
		metric,
		slice: null,
		level: "error",
		unit: "none",
		value: null,
		baseline: null,
		delta: null,
		interval: null,
		margin: null,
		bounds: null,
		p: null,
		pAdjusted: null,
		mde: null,
		n: null,
		waiver: null,
		at: context.at(path),
		...more
	};
}
const WORST_FIRST = [
	"fail",
	"inconclusive",
	"pass",
	"skipped"
];
/** The worst of several conditions, with the sentences of those that made it so. */
function combine(parts) {
	const result = WORST_FIRST.find((one) => parts.some((part) => part.result === one));
	const reasons = parts.filter((part) => part.result === result).map(({ reason }) => reason);
	return {
		result,
		reason: [...new Set(reasons)].join(" ")
	};
}
/** Said of every rule that needs a baseline where there is none; the same words, so that reports can group them. */
const NO_BASELINE = {
	result: "skipped",
	reason: "There is no baseline to compare with."
};
/** Said of a rule that only asks for a measurement. */
const NO_CONDITION = {
	result: "skipped",
	reason: "The policy sets no condition."
};
/** Whether quality or speed is in question, not the file alone. */
function measures(scope) {
	return scope.includes("evaluation") || scope.includes("benchmark");
}
/** NaN and infinities are no numbers to judge by. */
function finite(value) {
	return value !== null && Number.isFinite(value) ? value : null;
}
/** Null for one that is missing, turned around or has an end that is no number. */
function soundInterval(interval) {
	const { lower, upper } = interval ?? {
		lower: NaN,
		upper: NaN
	};
	return Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper ? interval : null;
}
/** Rounding of the difference of two numbers near 1: 0.698 − 0.7 is a loss of 0.002, though not in doubles. */
const ROUNDING = 1e-12;
// src/core/gate/words.ts
/** A number of the policy, as its author wrote it: 0.002, not 0.0020. */
function exact(value) {
	return String(Number(value.toPrecision(12))).replace("-", "−");
}
/** Foreign words in a sentence of ours. */
function clip(text, most = 500) {
	return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
/** With as many decimals as it takes to differ from a bound that it is not equal to. */
function apartFrom(value, bound) {
	for (let decimals = 4; decimals < 12; decimals++) if (Number(value.toFixed(decimals)) !== bound) return formatScore(value, decimals);
	return formatScore(value, 4);
}
/** `95% interval −0.0254 to −0.0172`. */
function intervalWords(interval, format) {
	return `${exact(interval.confidence * 100)}% interval ${format(interval.lower)} to ${format(interval.upper)}`;
}
// src/core/gate/validation-rules.ts
/** Id of the rule that every model has: it must be valid. */
const VALIDATE = "validate";
/** Findings that fit into a sentence. */
const MOST_FINDINGS = 3;
/** The one rule about the file itself. */
function validationRules(context) {
	const part = context.validation.ok ? judgeValidation(context.validation.document) : context.validation;
	return [ruleOf(context, VALIDATE, ["candidate"], {
		result: part.result,
		reason: part.reason
	})];
}
function judgeValidation({ findings, status, runtime }) {
	const errors = findings.filter(({ severity }) => severity === "error");
	if (status === "pass" && errors.length === 0) {
		const warnings = findings.filter(({ severity }) => severity === "warning").length;
		const rest = warnings > 0 ? `, with ${plural(warnings, "warning")}` : "";
		return {
			result: "pass",
			reason: `${findings.every(({ check }) => check !== "not-loaded") ? `The model loads in ${runtime.name} ${runtime.version}` : "The file is sound, and the model was not loaded"}${rest}.`
		};
	}
	const told = errors.slice(0, MOST_FINDINGS).map(({ message }) => clip(message.replace(/[.\s]+$/, "")));
	const more = errors.length > told.length ? [`and ${plural(errors.length - told.length, "more error")}`] : [];
	return {
		result: "fail",
		reason: `The model is not valid: ${[...told, ...more].join("; ") || "validation failed without naming an error"}.${errors.length === 1 && errors[0].fix !== void 0 ? ` ${clip(errors[0].fix)}` : ""}`
	};
}
export { exact as a, NO_CONDITION as c, finite as d, measures as f, clip as i, ROUNDING as l, soundInterval as m, validationRules as n, intervalWords as o, ruleOf as p, apartFrom as r, NO_BASELINE as s, VALIDATE as t, combine as u };
