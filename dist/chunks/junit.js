import { i as formatDelta, u as shortDigest } from "./format.js";
import { f as isFault, n as metricName, o as statusOf } from "./rule-view.js";
import { i as safeText, r as safeName } from "./safe-text.js";
import { r as textElement, t as element } from "./xml.js";
// src/core/report/junit.ts
/** Longest name of a case, in code points: a name that is cut could be another rule's. */
const NAME = 1e3;
const MESSAGE = 2e3;
/**
* A suite for each model, a case for each rule. What failed is a failure; inconclusive and skipped rules are skipped with
* their reason, and a warning is a pass that says why. What kept the gate from judging is an error. Ends with a newline.
*/
function renderJunit(verdict) {
	const suites = suitesOf(verdict).filter(({ cases }) => cases.length > 0);
	return `${["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", element("testsuites", {
		name: "onnx-gate",
		...counts(suites.flatMap(({ cases }) => cases))
	}, suites.map(({ name, cases, properties }) => element("testsuite", {
		name,
		...counts(cases),
		timestamp: verdict.created.slice(0, 19)
	}, [...properties.length > 0 ? [element("properties", {}, properties)] : [], ...cases.map(({ xml }) => xml)])))].join("\n")}\n`;
}
/** The run's own first, then models in the verdict's order. */
function suitesOf(verdict) {
	const suites = /* @__PURE__ */ new Map();
	const suiteOf = (model) => {
		const name = model === null ? "onnx-gate" : safeName(model, NAME);
		const suite = suites.get(model) ?? {
			name,
			cases: [],
			properties: []
		};
		suites.set(model, suite);
		return suite;
	};
	suiteOf(null);
	for (const { model, candidate, baseline, holdout } of verdict.subjects) {
		const files = Object.entries({
			candidate,
			baseline,
			holdout
		});
		suiteOf(model).properties.push(...files.flatMap(([name, file]) => file ? [element("property", {
			name,
			value: shortDigest(file.digest)
		})] : []));
	}
	for (const reason of verdict.reasons.filter(isFault)) {
		const { name, cases } = suiteOf(reason.model);
		const message = safeText(reason.message, MESSAGE);
		const error = textElement("error", {
			message,
			type: safeName(reason.code)
		}, safeText(reason.details ?? message, MESSAGE));
		cases.push({
			kind: "error",
			xml: element("testcase", {
				classname: name,
				name: safeName(reason.code)
			}, [error])
		});
	}
	for (const rule of verdict.rules) {
		const { name, cases } = suiteOf(rule.model);
		cases.push(caseOf(rule, name));
	}
	return [...suites.values()];
}
const CHILDREN = {
	failed: (message, body) => ["failure", [textElement("failure", {
		message,
		type: "rule"
	}, body)]],
	inconclusive: (message) => ["skipped", [element("skipped", { message: `Inconclusive: ${message}` })]],
	skipped: (message) => ["skipped", [element("skipped", { message })]],
	warning: (_, body) => ["passed", [textElement("system-out", {}, `Warning: ${body}`)]],
	passed: () => ["passed", []]
};
function caseOf(rule, suite) {
	const { metric, slice, reason, value, baseline, delta, at } = rule;
	const message = safeText(reason, MESSAGE);
	const numbers = Object.entries({
		candidate: value,
		baseline,
		difference: delta
	}).flatMap(([name, number]) => number === null ? [] : [`${name} ${name === "difference" ? formatDelta(number, 6) : number}`]);
	const place = at === null ? [] : [`${safeName(at.file)}:${at.line}:${at.column}`];
	const [kind, children] = CHILDREN[statusOf(rule)](message, [
		message,
		...numbers,
		...place
	].join("; "));
	const name = slice === null ? metricName(metric, NAME) : `${metricName(metric, NAME)} on ${safeName(slice, NAME)}`;
	return {
		kind,
		xml: element("testcase", {
			classname: suite,
			name
		}, children)
	};
}
function counts(cases) {
	const of = (kind) => cases.filter((one) => one.kind === kind).length;
	return {
		tests: cases.length,
		failures: of("failure"),
		errors: of("error"),
		skipped: of("skipped")
	};
}
export { renderJunit };
