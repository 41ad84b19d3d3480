import { i as safeText } from "./safe-text.js";
// src/core/report/open-metrics.ts
const VERDICTS = [
	"pass",
	"fail",
	"inconclusive",
	"error"
];
const ofRule = ({ model, metric, slice }) => ({
	model,
	metric,
	slice: slice ?? ""
});
/** A number of each rule with the given unit; rules without it have no sample. */
function numbers(unit, of, label) {
	return ({ rules }) => rules.filter((rule) => rule.unit === unit).flatMap((rule) => Object.entries(of(rule)).flatMap(([name, value]) => value === null ? [] : [[{
		...ofRule(rule),
		[label]: name
	}, value]]));
}
const arms = ({ value, baseline }) => ({
	candidate: value,
	baseline
});
const differences = ({ delta, interval, margin }) => ({
	difference: delta,
	lower: interval?.lower ?? null,
	upper: interval?.upper ?? null,
	margin
});
const FAMILIES = [
	{
		name: "onnx_gate_verdict",
		help: "Verdict of the run: 1 for the one that it is.",
		samples: ({ verdict }) => VERDICTS.map((one) => [{ verdict: one }, Number(one === verdict)])
	},
	{
		name: "onnx_gate_judged_timestamp_seconds",
		help: "When the verdict was reached, since the epoch.",
		unit: "seconds",
		samples: ({ created }) => [[{}, Date.parse(created) / 1e3]]
	},
	{
		name: "onnx_gate_rule",
		help: "Result of a rule, in a label; always 1.",
		samples: ({ rules }) => rules.map((rule) => [{
			...ofRule(rule),
			level: rule.level,
			result: rule.result
		}, 1])
	},
	{
		name: "onnx_gate_metric",
		help: "Value of a metric for the candidate and the baseline.",
		samples: numbers("score", arms, "arm")
	},
	{
		name: "onnx_gate_metric_difference",
		help: "Candidate minus baseline, its confidence interval, and the margin that may be lost.",
		samples: numbers("score", differences, "bound")
	},
	{
		name: "onnx_gate_latency_seconds",
		help: "Time per call of the candidate and the baseline.",
		unit: "seconds",
		samples: numbers("seconds", arms, "arm")
	},
	{
		name: "onnx_gate_latency_change_ratio",
		help: "Relative change of the time per call, its confidence interval, and the largest that is allowed.",
		unit: "ratio",
		samples: numbers("seconds", differences, "bound")
	}
];
/** Ends with `# EOF` and a newline. Of samples whose labels read the same, the first stands. */
function renderOpenMetrics(verdict) {
	return `${[...FAMILIES.flatMap(({ name, help, unit, samples }) => {
		const lines = new Map(samples(verdict).toReversed().map(([labels, value]) => [`${name}${labelText(labels)}`, numberText(value)]));
		if (lines.size === 0) return [];
		return [
			`# TYPE ${name} gauge`,
			...unit ? [`# UNIT ${name} ${unit}`] : [],
			`# HELP ${name} ${help}`,
			...[...lines].toReversed().map(([series, value]) => `${series} ${value}`)
		];
	}), "# EOF"].join("\n")}\n`;
}
const ESCAPES = {
	"\\": "\\\\",
	"\"": "\\\"",
	"\n": "\\n"
};
const LABEL_LENGTH = 1e3;
function labelText(labels) {
	const pairs = Object.entries(labels).map(([name, value]) => `${name}="${safeText(value, LABEL_LENGTH).replace(/[\\"\n]/g, (character) => ESCAPES[character])}"`);
	return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
function numberText(value) {
	if (Number.isFinite(value)) return String(value);
	return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}
export { renderOpenMetrics };
