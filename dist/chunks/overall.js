import { r as exitCodeOf } from "./errors.js";
import { h as parsePercent, m as parseMemory, p as parseDuration, t as image } from "./image3.js";
import { a as formatDuration, l as plural, n as formatBytes, s as formatPercentDelta } from "./format.js";
import { a as exact, c as NO_CONDITION, i as clip, p as ruleOf, s as NO_BASELINE, u as combine } from "./validation-rules.js";
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
// src/core/gate/image-rules.ts
/** Ids of these rules begin with it. They vouch for the image, not for the model. */
const IMAGE = "image";
const pass = (reason) => ({
	result: "pass",
	reason
});
const fail = (reason) => ({
	result: "fail",
	reason
});
const listed = (words) => words.slice(0, 3).map((one) => clip(one.replace(/[.\s]+$/, ""), 200)).join("; ") + (words.length > 3 ? `; and ${words.length - 3} more` : "");
/** Asked of every probe; the rest only of an image that was ready. */
const READY = {
	id: "ready",
	key: "ready",
	judge({ ready, readySeconds, stderr }, policy) {
		if (!ready || readySeconds === null) return fail(`It was never ready.${stderr.length > 0 ? ` It said: ${clip(stderr.at(-1))}` : ""}`);
		const most = parseDuration(policy.ready);
		return {
			result: readySeconds <= most ? "pass" : "fail",
			reason: `Ready after ${formatDuration(readySeconds)}; it may take ${policy.ready}.`,
			unit: "seconds",
			value: readySeconds,
			bounds: {
				min: null,
				max: most
			}
		};
	}
};
const CHECKS = [
	{
		id: "signature",
		key: null,
		judge: ({ signature }) => signature === null ? fail("The signature was not asked for.") : signature.length > 0 ? fail(`Served is another signature than the file has: ${listed(signature)}.`) : pass("The signature served is that of the file.")
	},
	{
		id: "parity",
		key: "tolerance",
		judge: judgeParity
	},
	{
		id: "order",
		key: null,
		judge: judgeOrder
	},
	{
		id: "hostile",
		key: null,
		judge({ hostile }) {
			if (hostile.length === 0) return fail("No bad request was sent.");
			const bad = hostile.filter(({ status, ready }) => !ready || status === null || status < 400 || status > 499);
			const told = bad.map(({ request, status, ready }) => ready ? `${request} got ${status ?? "no answer"}` : `after ${request} it was not ready`);
			return bad.length === 0 ? pass(`${plural(hostile.length, "bad request")} got 4xx, and it stayed ready.`) : fail(`A bad request must get 4xx and leave it ready: ${listed(told)}.`);
		}
	},
	{
		id: "memory",
		key: "memory",
		judge: judgeMemory
	},
	{
		id: "isolation",
		key: null,
		judge({ writes, connections }) {
			const told = [...writes.map((path) => `it wrote ${path}`), ...connections.map((peer) => `it opened a connection to ${peer}`)];
			return told.length === 0 ? pass("It wrote no file and opened no connection.") : fail(`A server of models writes nothing and calls nobody: ${listed(told)}.`);
		}
	},
	{
		id: "stop",
		key: null,
		judge({ stop }) {
			if (stop === null) return fail("It was not stopped under load.");
			const { requests, failed, exitCode, seconds } = stop;
			if (failed === 0 && exitCode === 0 && requests > 0) return pass(`SIGTERM under load: ${plural(requests, "request")} answered, ended after ${formatDuration(seconds)}.`);
			const ended = exitCode === null ? "it had to be killed" : `it ended with ${exitCode}`;
			return fail(`SIGTERM under load: ${failed} of ${plural(requests, "request")} failed, and ${ended}.`);
		}
	}
];
/** Where the policy names `image`, or there is a probe: then by the usual tolerance. */
function imageRules(context) {
	const { image: image$1 } = context;
	const asked = context.policy.image;
	const rule = (id, key, judged) => ruleOf(context, id, key === null ? ["image"] : ["image", key], {
		level: asked?.level ?? "error",
		...judged
	});
	if (!image$1.ok) return asked ? [rule(IMAGE, null, {
		result: image$1.result,
		reason: image$1.reason
	})] : [];
	const { probe, reference } = image$1.document;
	if (!probe) return asked ? [rule(IMAGE, null, fail(`${reference} was not probed. Run \`onnx-gate image probe\` on it.`))] : [];
	const policy = asked ?? image.parse({});
	return [READY, ...probe.ready ? CHECKS : []].map(({ id, key, judge }) => rule(`${IMAGE}/${id}`, key, judge(probe, policy)));
}
function judgeParity({ parity }, { tolerance }) {
	if (parity === null || parity.rows === 0) return fail("No row was replayed.");
	const { maxScaled, maxAbs, unequal, worst, rows } = parity;
	const most = worst && clip(worst.output, 100);
	const where = worst ? ` (output ${most}, row ${worst.row}, ${worst.encoding}, batch ${worst.batch})` : "";
	const allowed = tolerance === 0 ? "nothing" : `${exact(tolerance)} + ${exact(10 * tolerance)}·|y|`;
	const reason = unequal > 0 ? `${plural(unequal, "value")} of ${plural(rows, "row")} differ from the file's beyond any tolerance.` : `Over ${plural(rows, "row")} a value is off by ${exact(maxAbs)} at most${where}; allowed is ${allowed}.`;
	return {
		result: unequal === 0 && maxScaled <= tolerance ? "pass" : "fail",
		reason,
		unit: "none",
		value: maxScaled,
		bounds: {
			min: null,
			max: tolerance
		},
		n: rows
	};
}
/** The order that the scores give is what a ranking serves. */
function judgeOrder({ parity }) {
	if (parity === null) return fail("No row was replayed.");
	const { reordered, auc } = parity;
	if (reordered > 0) return fail(`The served scores turn around ${plural(reordered, "pair")} of rows.`);
	if (auc === null) return pass("The served scores keep the order of the rows.");
	const said = `AUC ${exact(auc.served)} as served, ${exact(auc.offline)} by the file`;
	return auc.served === auc.offline ? pass(`The served scores keep the order of the rows: ${said}.`) : fail(`The served scores give another AUC: ${said}.`);
}
function judgeMemory({ peakMemory, limits }, policy) {
	const wanted = policy.memory === void 0 ? null : parseMemory(policy.memory);
	const cpus = policy.cpus ?? null;
	if (wanted !== null && limits.memory !== wanted || cpus !== null && limits.cpus !== cpus) {
		const ran = `${limits.cpus ?? "all"} processors and ${limits.memory === null ? "all memory" : formatBytes(limits.memory)}`;
		return fail(`It was probed with ${ran}, not with what the policy says that production has (${[cpus, policy.memory].filter((one) => one != null).join(", ")}). Probe it again.`);
	}
	if (peakMemory === null) return {
		result: wanted === null ? "skipped" : "pass",
		reason: "It kept to its limits."
	};
	return {
		result: wanted === null || peakMemory <= wanted ? "pass" : "fail",
		reason: `It held ${formatBytes(peakMemory)} at most${policy.memory === void 0 ? "" : ` of ${policy.memory}`}.`,
		unit: "bytes",
		value: peakMemory,
		bounds: wanted === null ? null : {
			min: null,
			max: wanted
		}
	};
}
// src/core/gate/overall.ts
const vouches = (metric) => metric !== "validate" && metric !== "latency/memory" && metric.split("/")[0] !== "image";
/**
* One model's outcome. A failed rule fails it. In strict mode an undecided rule leaves it inconclusive. In any mode
* something must vouch for it: with `measured` (quality or speed were in question) that is a passed rule about those,
* because a file that merely loads, needs no more memory, or is served as it is may still be worse; else the check of the file. A part of the holdout vouches only
* where nothing is asked of the whole. Rules at level `warn` do not count.
*/
function modelOutcome(rules, mode, measured) {
	const deciding = rules.filter(({ level }) => level === "error");
	if (deciding.some(({ result }) => result === "fail")) return "fail";
	if (mode === "strict" && deciding.some(({ result }) => result === "inconclusive")) return "inconclusive";
	const asked = deciding.filter(({ metric, result }) => result !== "skipped" && (!measured || vouches(metric)));
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
export { footprintRules as a, imageRules as i, overall as n, IMAGE as r, modelOutcome as t };
