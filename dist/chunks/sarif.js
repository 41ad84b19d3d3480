import { a as rankOf, f as isFault, n as metricName, o as statusOf } from "./rule-view.js";
import { i as safeText, r as safeName } from "./safe-text.js";
// src/core/report/sarif.ts
/** Results that GitHub shows of one run. */
const MOST_RESULTS = 5e3;
const ID = 1e3;
const MESSAGE = 2e3;
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/** Level of what a reader must see; null for the rest. */
const LEVELS = {
	failed: "error",
	inconclusive: "warning",
	warning: "warning",
	skipped: null,
	passed: null
};
/**
* A result for each rule that is no plain pass, on its line of the policy; the worst 5,000, with a note on the others.
* What kept the gate from judging is a notification of the tool.
*/
function toSarif(verdict) {
	const told = verdict.rules.filter((rule) => LEVELS[statusOf(rule)] !== null).sort((a, b) => rankOf(statusOf(a)) - rankOf(statusOf(b)));
	const shown = told.slice(0, MOST_RESULTS);
	const described = new Map(shown.map((rule) => [idOf(rule), rule]));
	const indexes = new Map([...described.keys()].map((id, index) => [id, index]));
	return {
		$schema: SCHEMA,
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "onnx-gate",
				version: safeName(verdict.tool.version),
				informationUri: "https://github.com/onnx-gate/onnx-gate",
				rules: [...described.values()].map(descriptor)
			} },
			invocations: [{
				executionSuccessful: verdict.verdict !== "error",
				exitCode: verdict.exitCode,
				endTimeUtc: verdict.created,
				toolExecutionNotifications: [...verdict.reasons.filter(isFault).map(({ message }) => notification("error", message)), ...told.length > shown.length ? [notification("note", `${told.length - shown.length} more results are in verdict.json.`)] : []]
			}],
			columnKind: "unicodeCodePoints",
			results: shown.map((rule) => result(rule, indexes.get(idOf(rule)), verdict))
		}]
	};
}
const idOf = ({ id }) => safeName(id, ID);
function notification(level, text) {
	return {
		level,
		message: { text: safeText(text, MESSAGE) || "No message." }
	};
}
function descriptor(rule) {
	const { model, metric, slice } = rule;
	const part = slice === null ? "" : ` on ${safeName(slice)}`;
	return {
		id: idOf(rule),
		shortDescription: { text: `${metricName(metric)}${part} of ${safeName(model)}` },
		help: { text: "What the rule demands stands in the policy file at this line; docs/verdict.md says how it is judged." }
	};
}
function result(rule, ruleIndex, verdict) {
	const place = rule.at ?? (verdict.policy && { file: verdict.policy.path });
	return {
		ruleId: idOf(rule),
		ruleIndex,
		level: LEVELS[statusOf(rule)],
		message: { text: safeText(rule.reason, MESSAGE) || "No reason was given." },
		...place && { locations: [{ physicalLocation: {
			artifactLocation: { uri: uriOf(place.file) },
			..."line" in place && { region: {
				startLine: place.line,
				startColumn: place.column
			} }
		} }] },
		partialFingerprints: { "onnxGateRule/v1": idOf(rule) }
	};
}
/** A path as a relative reference: also a colon is encoded, so that no name is taken for a scheme. */
function uriOf(path) {
	return safeName(path, ID).replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
export { toSarif };
