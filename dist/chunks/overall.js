import { r as exitCodeOf } from "./errors.js";
import { d as parseMemory, f as parsePercent, u as parseDuration } from "./values.js";
import { a as formatDuration, n as formatBytes, s as formatPercentDelta } from "./format.js";
import { c as NO_CONDITION, p as ruleOf, s as NO_BASELINE, t as VALIDATE, u as combine } from "./validation-rules.js";
// src/core/gate/footprint-rules.ts
/**
* What is always allowed. The memory of one model in equal processes differs by some 0.2 MB from run to run, and the
* time to load by a factor of two and more (measured), so that a rule on it wants room.
*/
const MEMORY_FLOOR = 8e6;
const LOAD_FLOOR = .1;
/** The rule on memory, which is judged unasked. */
const MEMORY = "latency/memory";
/** Memory, always where `latency` is judged and measured; loading where the policy asks. */
function footprintRules(context) {
	const { latency } = context.policy;
	if (!latency || !context.benchmark.ok) return [];
	const { footprints } = context.benchmark.document;
	if (!footprints) return [];
	const { memory, load } = latency;
	const ofMemory = judgeAll(context, memoryOf(footprints), {
		max: memory.max === void 0 ? null : {
			value: parseMemory(memory.max),
			text: memory.max
		},
		regression: {
			share: parsePercent(memory["max-regression"]),
			text: memory["max-regression"]
		},
		floor: MEMORY_FLOOR,
		format: formatBytes
	});
	const rules = [ruleOf(context, MEMORY, ["latency", "memory"], {
		level: memory.level,
		unit: "bytes",
		...ofMemory
	})];
	if (!load) return rules;
	const regression = load["max-regression"];
	const ofLoad = judgeAll(context, loadOf(footprints), {
		max: load.max === void 0 ? null : {
			value: parseDuration(load.max),
			text: load.max
		},
		regression: regression === void 0 ? null : {
			share: parsePercent(regression),
			text: regression
		},
		floor: LOAD_FLOOR,
		format: formatDuration
	});
	return [...rules, ruleOf(context, "latency/load", ["latency", "load"], {
		level: load.level,
		unit: "seconds",
		...ofLoad
	})];
}
function quantities(footprints, what, of) {
	return footprints.flatMap(({ batch, candidate, baseline }) => {
		const ours = of(candidate);
		const theirs = baseline && of(baseline);
		return ours === null ? [] : [{
			name: `${what} at batch ${batch}`,
			candidate: ours,
			baseline: theirs
		}];
	});
}
const memoryOf = (footprints) => [...quantities(footprints, "resident memory", ({ resident }) => resident), ...quantities(footprints, "peak memory", ({ peak }) => peak)];
/** Loading does not depend on the batch size: the first tells. */
const loadOf = (footprints) => quantities(footprints.slice(0, 1), "loading and the first answer", ({ load, firstInference }) => load + firstInference);
/** Every quantity keeps to the conditions; the numbers are those of the one that grew most. */
function judgeAll(context, all, conditions) {
	const grown = ({ candidate, baseline }) => baseline ? candidate / baseline : 0;
	const [shown] = all.toSorted((a, b) => grown(b) - grown(a) || b.candidate - a.candidate);
	if (!shown) return {
		result: "fail",
		reason: "It was not measured."
	};
	const { max, regression } = conditions;
	const compared = context.benchmark.ok && context.benchmark.document.baseline !== null;
	const [first, ...rest] = [
		...max ? all.map((one) => againstMax(one, max, conditions)) : [],
		...regression && !compared ? [NO_BASELINE] : [],
		...regression && compared ? all.map((one) => againstBaseline(one, regression, conditions)) : []
	];
	return {
		value: shown.candidate,
		baseline: shown.baseline,
		delta: shown.baseline ? shown.candidate / shown.baseline - 1 : null,
		margin: regression?.share ?? null,
		bounds: max ? {
			min: null,
			max: max.value
		} : null,
		...first ? summed(combine([first, ...rest]), all, conditions) : NO_CONDITION
	};
}
/** Of what passes, the largest says enough. */
function summed(part, all, { regression, format }) {
	if (part.result !== "pass") return part;
	const [worst] = all.toSorted((a, b) => b.candidate - a.candidate);
	const may = regression ? `; it may be at most ${regression.text} above the baseline` : "";
	return {
		result: "pass",
		reason: `${worst.name} is ${format(worst.candidate)}${may}.`
	};
}
function againstMax(one, max, { format }) {
	const reason = `${one.name} is ${format(one.candidate)}; it may be at most ${max.text}.`;
	return {
		result: one.candidate <= max.value ? "pass" : "fail",
		reason
	};
}
function againstBaseline({ name, candidate, baseline }, regression, { floor, format }) {
	if (baseline === null) return {
		result: "fail",
		reason: `${name} was not compared with the baseline.`
	};
	const over = candidate > baseline * (1 + regression.share) + 1e-12 && candidate - baseline > floor;
	const change = formatPercentDelta(candidate / baseline - 1);
	const reason = `${name} is ${format(candidate)}, against ${format(baseline)} (${change}); up to ${regression.text} more, or ${format(floor)}, is allowed.`;
	return {
		result: over ? "fail" : "pass",
		reason
	};
}
// src/core/gate/overall.ts
const NOT_VOUCHING = /* @__PURE__ */ new Set([VALIDATE, MEMORY]);
/**
* One model's outcome. A failed rule fails it. In strict mode an undecided rule leaves it inconclusive. In any mode
* something must vouch for it: with `measured` (quality or speed were in question) that is a passed rule about those,
* because a file that merely loads, or needs no more memory, may still be worse; else the check of the file. A part of the holdout vouches only
* where nothing is asked of the whole. Rules at level `warn` do not count.
*/
function modelOutcome(rules, mode, measured) {
	const deciding = rules.filter(({ level }) => level === "error");
	if (deciding.some(({ result }) => result === "fail")) return "fail";
	if (mode === "strict" && deciding.some(({ result }) => result === "inconclusive")) return "inconclusive";
	const asked = deciding.filter(({ metric, result }) => result !== "skipped" && (!measured || !NOT_VOUCHING.has(metric)));
	const whole = asked.filter(({ slice }) => slice === null);
	return (whole.length > 0 ? whole : asked).some(({ result }) => result === "pass") ? "pass" : "inconclusive";
}
/** All models together: the worst of them, and nothing to judge is no pass. */
function overall(outcomes, faults, mode) {
	if (faults.length > 0) return {
		verdict: "error",
		exitCode: exitCodeOf(faults)
	};
	if (outcomes.includes("fail")) return {
		verdict: "fail",
		exitCode: 1
	};
	if (outcomes.includes("inconclusive") || outcomes.length === 0) return {
		verdict: "inconclusive",
		exitCode: mode === "strict" ? 4 : 0
	};
	return {
		verdict: "pass",
		exitCode: 0
	};
}
export { overall as n, footprintRules as r, modelOutcome as t };
