import { n as clipForeign } from "./foreign.js";
import { a as nearest } from "./errors.js";
import { l as modelOf, o as sliceName, s as metricIdOf } from "./plan2.js";
import { a as exact, c as NO_CONDITION, d as finite, f as measures, i as clip, l as ROUNDING$1, m as soundInterval, n as validationRules, o as intervalWords, p as ruleOf, r as apartFrom, s as NO_BASELINE, u as combine } from "./validation-rules.js";
import { i as identityOf } from "./common.js";
import { a as formatDuration, c as formatScore, l as plural, o as formatPercent, r as formatCount, s as formatPercentDelta, t as decimalsFor, u as shortDigest } from "./format.js";
import { a as footprintRules, i as imageRules, n as overall, t as modelOutcome } from "./overall.js";
import { C as percentile, D as normalQuantile, E as studentSurvival, S as EITHER_SIDE, T as studentQuantile, w as detectableDifference } from "./measure-slices2.js";
import { h as parsePercent, p as parseDuration } from "./image3.js";
// src/core/gate/documents.ts
/** Which documents speak of a model, and whether they speak of the same files. */
/**
* The model's document of one kind. None is a failure, because a rule that nobody measured must not pass; it is only
* skipped with an `excuse`: a reason that decides the verdict by itself.
*/
function findDocument(kind, documents, excuse) {
	const found = documents.filter((document) => document.schema === `onnx-gate/${kind}/v1`);
	if (found.length === 1) return {
		ok: true,
		document: found[0]
	};
	if (found.length > 1) return {
		ok: false,
		result: "fail",
		reason: `There are ${found.length} ${kind} documents; one is needed.`
	};
	return excuse === null ? {
		ok: false,
		result: "fail",
		reason: `There is no ${kind} document.`
	} : {
		ok: false,
		result: "skipped",
		reason: excuse
	};
}
/** An image is of one model alone. */
const subjectOf = (document, role) => role === "candidate" ? document.candidate : "baseline" in document ? document.baseline : null;
/** The files that the model's documents name. */
function subjectsOf(model, documents) {
	const first = (role) => documents.map((one) => subjectOf(one, role)).find(Boolean) ?? null;
	const { source, digest, rows } = documents.find((one) => one.schema === "onnx-gate/evaluation/v1")?.holdout ?? {};
	const image = documents.find((one) => one.schema === "onnx-gate/image/v1");
	return {
		model,
		candidate: first("candidate"),
		baseline: first("baseline"),
		holdout: source === void 0 || digest === void 0 || rows === void 0 ? null : {
			source,
			digest,
			rows
		},
		...image && { image: {
			reference: image.reference,
			digest: image.digest
		} }
	};
}
/** A document left over from another run must not vouch for this candidate. */
function checkSubjects(model, documents) {
	return ["candidate", "baseline"].flatMap((role) => {
		const named = documents.flatMap((document) => {
			const subject = subjectOf(document, role);
			return subject ? [{
				kind: document.schema.split("/")[1],
				subject
			}] : [];
		});
		const [first] = named;
		const other = named.find(({ subject }) => identityOf(subject) !== identityOf(first.subject));
		if (!first || !other) return [];
		const say = ({ kind, subject }) => `${shortIdentity(subject)} in the ${kind}`;
		return [{
			code: "document-invalid",
			message: `The documents of ${model} are about different files: the ${role} is ${say(first)} and ${say(other)}.`,
			fix: "Measure again, all in one run."
		}];
	});
}
const shortIdentity = ({ digest, external }) => external ? `${shortDigest(digest)} with ${shortDigest(external.digest)} beside it` : shortDigest(digest);
// src/core/stats/log-ratio-interval.ts
/** Of seven repetitions the highest and the lowest do not count, of fourteen two each: one that met with an accident says nothing. */
const TRIMMED = 1 / 7;
const trimmedFrom = (n) => Math.floor(n * TRIMMED + 1e-9);
/** Of the t interval over `n` repetitions. */
const degreesOfFreedom = (n) => n - 2 * trimmedFrom(n) - 1;
/**
* Geometric mean of ratios from independent repetitions (one per launch of a benchmark), with a t interval on the
* logarithm: a trimmed mean, its error from the winsorized variance (Tukey & McLaughlin 1963; Yuen 1974). Below seven
* ratios nothing is trimmed. The interval is null for fewer than two.
* `logRatioInterval([1, 1.1, 1.21], 0.95)` = ratio 1.1, interval [0.8681, 1.3938].
*
* `ratios`: positive and finite, not empty. RangeError otherwise.
*/
function logRatioInterval(ratios, confidence) {
	const n = ratios.length;
	if (n === 0 || !ratios.every((ratio) => ratio > 0 && ratio < Number.POSITIVE_INFINITY)) throw new RangeError(`ratios must be positive and at least one: ${ratios.slice(0, 10).join(", ")}`);
	const logs = ratios.map(Math.log).sort((a, b) => a - b);
	const trimmed = trimmedFrom(n);
	const mean = meanOf(logs.slice(trimmed, n - trimmed));
	const ratio = Math.exp(mean);
	if (n === 1) return {
		ratio,
		interval: null,
		standardError: null
	};
	const winsorized = logs.map((_, i) => logs[Math.min(Math.max(i, trimmed), n - 1 - trimmed)]);
	const center = meanOf(winsorized);
	const variance = winsorized.reduce((sum, log) => sum + (log - center) ** 2, 0) / (n - 1);
	const standardError = Math.sqrt(variance / n) / (1 - 2 * trimmed / n);
	const reach = studentQuantile((1 + confidence) / 2, degreesOfFreedom(n)) * standardError;
	return {
		ratio,
		standardError,
		interval: {
			lower: Math.exp(mean - reach),
			upper: Math.exp(mean + reach),
			confidence,
			method: "t on trimmed log ratios over launches"
		}
	};
}
const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
// src/core/latency/looks.ts
const SHARES = [
	1 / 8,
	1 / 2,
	1 / 4,
	1 / 8
];
/**
* The plan of a batch size: a first look a little after half the launches, in case all is clear by then; one at their
* end; and, while anything is undecided, after twice and after three times as many.
*
* Whoever looks often finds something sooner or later. So each look has a share of the error, and its interval is
* that much wider: all of them hold together with the policy's confidence (Bonferroni over looks, a group-sequential
* design in the sense of Jennison & Turnbull 1999, "repeated confidence intervals"), whatever the reason to stop was.
*
* `looksOf(7)` = 4, 7, 14 and 21 launches. `decidable`: whether any rule waits for the numbers; without one there is
* nothing to look for, and the only look has the whole error.
*/
function looksOf(launches, decidable) {
	if (!decidable) return [{
		launches,
		share: 1
	}];
	const first = Math.ceil(launches * 4 / 7);
	const counts = [
		...first >= 3 && first < launches ? [first] : [],
		launches,
		launches * 2,
		launches * 3
	];
	return counts.map((count, i) => ({
		launches: count,
		share: SHARES[i + SHARES.length - counts.length]
	}));
}
/** Confidence of the interval at a look, of which all together have `confidence`. */
function confidenceAt(share, confidence) {
	return 1 - share * (1 - confidence);
}
// src/core/latency/undisturbed.ts
/** A turn whose median is this many times the usual one fell into a disturbance. */
const DISTURBED = 1.25;
/**
* The calls of two sessions in the rounds that left a third one, the witness, undisturbed, sorted. A burst of the machine that covers 5 % of
* a launch decides whether p95 lies inside it or outside, in each session by chance. What the witness took says which
* rounds those are; and since neither of the two was looked at, both lose the same, on average, and neither its own slow calls.
*
* All three: seconds per call in the order they were made, equally many, in turns of `turn` calls; the turns of one index belong
* to one round (adapters/onnxruntime/timing.ts). Where fewer than `least` calls would be left, all of them.
*/
function undisturbed([over, under], witness, turn, least) {
	const middle = Math.floor(turn / 2);
	const medians = Float64Array.from({ length: Math.floor(witness.length / turn) }, (_, round) => witness.slice(round * turn, (round + 1) * turn).sort()[middle]);
	if (medians.length === 0) return [over.toSorted(), under.toSorted()];
	const usual = percentile(medians.toSorted(), .5) * DISTURBED;
	const isCalm = (round) => (medians[round] ?? 0) <= usual;
	const isKept = (_, call) => {
		const round = Math.floor(call / turn);
		return isCalm(round - 1) && isCalm(round) && isCalm(round + 1);
	};
	const kept = [over.filter(isKept), under.filter(isKept)];
	const [left, right] = kept[0].length < least ? [over.slice(), under.slice()] : kept;
	return [left.sort(), right.sort()];
}
// src/core/latency/arms.ts
/**
* Calls of each model that a launch needs for a ratio of the percentile: what proves anything with one call above it
* (early-stopping.ts), and ten times that for p99, whose few calls are the machine's more than the model's.
*/
const PERCENTILES = [
	{
		metric: "p50",
		p: .5,
		calls: 11
	},
	{
		metric: "p95",
		p: .95,
		calls: 130
	},
	{
		metric: "p99",
		p: .99,
		calls: 6620
	}
];
/** `turn`: timed calls in a row. Each pair has the third session as its witness. */
function sortLaunch({ candidate, baseline, control }, turn) {
	const pair = (over, under, witness) => witness ? undisturbed([over, under], witness, turn, 130) : [over.toSorted(), under.toSorted()];
	return {
		candidate: candidate.toSorted(),
		baseline: baseline?.toSorted() ?? null,
		control: control?.toSorted() ?? null,
		pairs: baseline && {
			candidate: pair(candidate, baseline, control),
			control: control && pair(control, baseline, candidate)
		}
	};
}
/**
* Percentiles of all calls together, and the ratio candidate / baseline: per launch the ratio of the percentiles, over
* launches their trimmed geometric mean with a t interval. Calls within a launch are autocorrelated and share its placement
* in memory, so launches, not calls, are the repetitions (Kalibera & Jones 2013).
*
* `launches`: from `sortLaunch`, not empty, each with at least one call per model. `share`: the look's (looks.ts).
*/
function latencyArms(launches, confidence, share = 1) {
	const candidate = merged(launches.map((launch) => launch.candidate));
	const baseline = merged(launches.map((launch) => launch.baseline));
	const fewest = Math.min(...launches.map(({ candidate, pairs }) => pairs ? pairs.candidate[0].length : candidate.length));
	return PERCENTILES.map(({ metric, p, calls }) => {
		const ratioOf = (over) => {
			const ratios = launches.flatMap((launch) => {
				const pair = launch.pairs?.[over];
				return pair ? [percentile(pair[0], p) / percentile(pair[1], p)] : [];
			});
			if (ratios.length === 0) return null;
			const { ratio, interval, standardError } = logRatioInterval(ratios, confidenceAt(share, confidence));
			return {
				ratio,
				standardError,
				interval: interval && {
					...interval,
					confidence
				}
			};
		};
		const enough = fewest >= calls;
		const compared = enough ? ratioOf("candidate") : null;
		const control = enough ? ratioOf("control") : null;
		return {
			metric,
			candidate: percentile(candidate, p),
			baseline: baseline && percentile(baseline, p),
			ratio: compared?.ratio ?? null,
			interval: compared?.interval ?? null,
			standardError: compared?.standardError ?? null,
			share,
			control: control && {
				ratio: control.ratio,
				interval: control.interval
			},
			samples: candidate.length,
			launches: launches.length,
			...!enough && baseline && { reason: `a launch made ${fewest} calls of each model undisturbed, and a ratio of ${metric} needs ${calls}` }
		};
	});
}
/** All calls in one ascending array; null when a launch has none. */
function merged(parts) {
	const all = new Float64Array(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0));
	let at = 0;
	for (const part of parts) {
		if (part === null) return null;
		all.set(part, at);
		at += part.length;
	}
	return all.sort();
}
// src/core/latency/budget.ts
/**
* A percentile against an absolute bound, by what the calls prove about it and not by the raw percentile: within
* when the proved upper end is, over when the proved lower end is. `interval`: from percentile-interval.ts.
*/
function compareBudget(interval, most) {
	if (!interval) return "inconclusive";
	if (interval.upper <= most) return "pass";
	return interval.lower > most ? "fail" : "inconclusive";
}
// src/core/latency/compare.ts
/** A slowdown below this share of the baseline is nothing, whatever the policy says. */
const SMALLEST_SHARE = .02;
const ROUNDING = 1e-12;
/**
* How much slower, as a share, is no regression: what the policy allows, or where that is less, what counts as nothing
* (`floor` seconds, and 2 %). `allowedShare(0.05, 20e-6, 100e-6)` = 0.2.
*/
function allowedShare(allowed, floor, baseline) {
	const nothing = baseline === null || !(baseline > 0) ? 0 : floor / baseline;
	return Math.max(allowed, SMALLEST_SHARE, nothing);
}
/**
* `allowed`: from `allowedShare`. `interval` of the arm must be sound. Where the machine is too noisy, an arm is proved slower,
* or no slower, when it is so by more than the noise can explain; otherwise everything stays open.
*/
function compareArm(arm, interval, allowed) {
	const limit = 1 + allowed;
	const noise = noiseOf(arm.control, allowed);
	const p = pValue(arm, interval, limit);
	const most = noise?.most ?? 1;
	const isKnown = noise === null || noise.control !== null;
	if (interval.lower > limit * most) return {
		status: "fail",
		p,
		noise
	};
	if (isKnown && interval.upper * most <= limit + ROUNDING) return {
		status: "pass",
		p,
		noise
	};
	return {
		status: "inconclusive",
		p,
		noise
	};
}
/**
* A second session of the baseline against the first should have a ratio of 1: too noisy when the interval is wider than
* `allowed`, or lies wholly more than half of it away from 1.
*/
function noiseOf(control, allowed) {
	if (!control?.interval) return {
		control: null,
		most: 1
	};
	const { lower, upper } = control.interval;
	const tolerance = 1 + allowed / 2;
	if (!(lower > tolerance || upper < 1 / tolerance) && upper - lower <= allowed + ROUNDING) return null;
	return {
		control: {
			ratio: control.ratio,
			interval: control.interval
		},
		most: Math.max(upper, 1 / lower)
	};
}
/** Without the standard error, from the interval alone: significant at its level or not at all. */
function pValue({ ratio, standardError, share = 1, launches }, interval, limit) {
	if (ratio === null || standardError === null || standardError === void 0 || standardError === 0) return interval.lower > limit ? (1 - interval.confidence) / 2 : 1;
	return Math.min(1, studentSurvival(Math.log(ratio / limit) / standardError, degreesOfFreedom(launches)) / share);
}
// src/core/stats/holm.ts
/**
* Holm's adjusted p-values (Holm 1979), in the order given: reject those at most α and the chance of any false rejection
* is at most α, however the tests depend on each other. The i-th smallest of m becomes the largest so far of
* (m − i + 1)·p. `holm([0.01, 0.04, 0.03])` = [0.03, 0.06, 0.06].
*
* p-values in [0, 1]; none is null: a test that could not be made counts as 1.
*/
function holm(ps) {
	const adjusted = new Array(ps.length);
	let largest = 0;
	for (const [rank, index] of ascending(ps).entries()) {
		largest = Math.max(largest, Math.min(1, (ps.length - rank) * ps[index]));
		adjusted[index] = largest;
	}
	return adjusted;
}
/** Indices of `ps` from the smallest p to the largest; equal ones keep their order. */
function ascending(ps) {
	return ps.map((_, index) => index).sort((a, b) => ps[a] - ps[b]);
}
// src/core/gate/latency-rules.ts
/**
* One result per batch size and percentile that has a rule: batch sizes in the policy's order. Proved slower counts
* only when it is proved among all of them (Holm): of many comparisons, one looks bad by chance.
*/
function latencyRules(context) {
	const { latency } = context.policy;
	if (!latency) return [];
	const all = latency.batch.flatMap((batch) => PERCENTILES.flatMap(({ metric }) => {
		const rule = latency[metric];
		return rule ? [factsOf$1(context, latency, rule, batch, metric)] : [];
	}));
	const family = all.filter(({ comparison }) => comparison?.p != null);
	const adjusted = holm(family.map(({ comparison }) => comparison.p));
	return all.map((facts) => {
		const at = family.indexOf(facts);
		return latencyRule(context, facts, latency.threads, {
			pAdjusted: at < 0 ? null : adjusted[at],
			of: family.length
		});
	});
}
function factsOf$1({ benchmark, mode }, latency, rule, batch, percentile) {
	const arms = benchmark.ok ? benchmark.document.arms.filter((arm) => arm.batch === batch && arm.metric === percentile && arm.threads === latency.threads) : [];
	const [arm = null] = arms;
	const ratio = finite(arm?.ratio ?? null);
	const interval = soundInterval(arm?.interval ?? null);
	const regression = rule["max-regression"];
	const allowed = regression === void 0 ? 0 : allowedShare(parsePercent(regression), parseDuration(latency.floor), finite(arm?.baseline ?? null));
	const asked = regression !== void 0 && mode !== "point" && arms.length === 1;
	return {
		name: `${percentile} at batch ${batch}`,
		batch,
		percentile,
		rule,
		arms,
		ratio,
		interval,
		allowed,
		comparison: asked && ratio !== null && interval ? compareArm(arm, interval, allowed) : null
	};
}
function latencyRule(context, facts, threads, family) {
	const { benchmark } = context;
	const { name, rule, batch, percentile, arms, ratio, interval, comparison } = facts;
	const metric = `latency/batch=${batch}/${percentile}`;
	const write = (more) => ruleOf(context, metric, ["latency", percentile], {
		level: rule.level,
		unit: "seconds",
		...more
	});
	if (!benchmark.ok) return write({
		result: benchmark.result,
		reason: benchmark.reason
	});
	const [arm] = arms;
	if (!arm || arms.length > 1) {
		const times = arm ? `${arms.length} times; one is needed` : "not at all";
		return write({
			result: "fail",
			reason: `${name} with ${plural(threads, "thread")} was measured ${times}.`
		});
	}
	const regression = rule["max-regression"];
	const compared = benchmark.document.baseline !== null;
	const [first, ...rest] = [...regression === void 0 ? [] : [againstBaseline(facts, arm, compared, family, context)], ...rule.max === void 0 ? [] : [againstMax$1(facts, arm, context)]];
	return write({
		value: finite(arm.candidate),
		baseline: finite(arm.baseline),
		delta: ratio && ratio - 1,
		interval: interval && lessOne(interval),
		margin: regression === void 0 ? null : facts.allowed,
		bounds: rule.max === void 0 ? null : {
			min: null,
			max: parseDuration(rule.max)
		},
		p: comparison?.p ?? null,
		pAdjusted: family.pAdjusted,
		n: arm.samples,
		...first ? combine([first, ...rest]) : NO_CONDITION
	});
}
/** By what the calls prove, not by the raw percentile; in mode `point` by that. */
function againstMax$1({ name, rule }, arm, { mode }) {
	const { candidate, candidateInterval } = arm;
	const most = parseDuration(rule.max);
	if (!Number.isFinite(candidate)) return {
		result: "fail",
		reason: `${name} has no time.`
	};
	const shown = formatDuration(candidate);
	const takes = `${name} takes ${shown === formatDuration(most) && candidate !== most ? `${exact(candidate)} s` : shown}`;
	const may = `it may take at most ${rule.max}`;
	if (mode === "point") return {
		result: candidate <= most ? "pass" : "fail",
		reason: `${takes}; ${may}.`
	};
	const interval = soundInterval(candidateInterval ?? null);
	if (!interval) return {
		result: "inconclusive",
		reason: `Cannot tell: ${plural(arm.samples, "call")} are too few to prove ${arm.metric}; ${takes}, and ${may}.`
	};
	const result = compareBudget(interval, most);
	const proved = `${takes} (proved: ${formatDuration(interval.lower)} to ${formatDuration(interval.upper)})`;
	return {
		result,
		reason: result === "inconclusive" ? `Cannot tell: ${proved}; ${may}.` : `${proved}; ${may}.`
	};
}
function againstBaseline(facts, arm, compared, family, context) {
	const { ratio, interval, name, rule, comparison } = facts;
	if (!compared) return NO_BASELINE;
	if (ratio === null && arm.reason !== void 0) return {
		result: "inconclusive",
		reason: `Cannot tell: ${arm.reason}; give \`seconds\` more.`
	};
	if (ratio === null) return {
		result: "fail",
		reason: `${name} was not compared with the baseline.`
	};
	const allowed = parsePercent(rule["max-regression"]);
	const widened = facts.allowed > allowed;
	const most = `${formatPercent(facts.allowed, 1)}, which counts as nothing at ${formatDuration(arm.baseline ?? NaN)}`;
	const may = `it may be at most ${widened ? most : `${rule["max-regression"]} slower`}`;
	const digits = Math.max(1, decimalsFor(allowed, interval && lessOne(interval), ratio - 1) - 2);
	const slower = speedWords(name, ratio, digits);
	if (context.mode === "point") return {
		result: ratio <= 1 + allowed + 1e-12 ? "pass" : "fail",
		reason: `${slower}; ${may}.`
	};
	if (!interval || !comparison) return {
		result: "inconclusive",
		reason: `Cannot tell: ${slower}, but there is no interval; ${may}.`
	};
	if (interval.confidence < context.confidence - 1e-12) return {
		result: "fail",
		reason: `${name} was measured at a confidence of ${exact(interval.confidence)}, and the policy asks for ${exact(context.confidence)}: benchmark again.`
	};
	const sentence = `${slower} (${intervalWords(lessOne(interval), (value) => formatPercentDelta(value, digits))})`;
	const { status, noise } = comparison;
	if (status === "fail" && (family.pAdjusted ?? 0) > (1 - context.confidence) / 2 + 1e-12) return {
		result: "inconclusive",
		reason: `Cannot tell: ${sentence}, which is not proved among ${family.of} comparisons; ${may}.`
	};
	if (status !== "inconclusive") return {
		result: status,
		reason: `${sentence}; ${may}.`
	};
	if (noise) return {
		result: "inconclusive",
		reason: `Cannot tell: ${noiseWords(noise)}; ${sentence}, and ${may}.`
	};
	return {
		result: "inconclusive",
		reason: `Cannot tell: ${sentence}; ${may}.`
	};
}
function noiseWords({ control }) {
	if (!control) return "the noise of the machine was not measured";
	const range = intervalWords(lessOne(control.interval), (value) => formatPercentDelta(value));
	return `the machine is too noisy, the baseline differs from itself by ${formatPercentDelta(control.ratio - 1)} (${range})`;
}
/** `p99 at batch 32 is 12.3% slower than the baseline`. */
function speedWords(name, ratio, digits) {
	if (ratio === 1) return `${name} is as fast as the baseline`;
	return `${name} is ${formatPercent(Math.abs(ratio - 1), digits)} ${ratio > 1 ? "slower" : "faster"} than the baseline`;
}
function lessOne(interval) {
	return {
		...interval,
		lower: interval.lower - 1,
		upper: interval.upper - 1
	};
}
// src/core/stats/power.ts
/** What a holdout can be expected to decide, before the models are compared on it. */
/**
* The chance that the verdict is a pass, P(gain − q·SE ≥ −margin), for a candidate whose true gain is `gain` (negative: worse).
* margin and SE equal, gain 0: 0.1685; margin 2.8016·SE: 0.8; gain −margin: 0.025.
*/
function passPower(plan, gain) {
	const notWorse = shifted(plan, (plan.margin + gain) / plan.standardError);
	if (!plan.eitherSide) return notWorse;
	return Math.max(0, notWorse + shifted(plan, (plan.margin - gain) / plan.standardError) - 1);
}
/** The chance that the verdict is "proved worse", P(gain + q·SE < −margin), for a candidate whose true gain is `gain`. */
function failPower(plan, gain) {
	return shifted(plan, -(gain + plan.margin) / plan.standardError);
}
/**
* Rows that a holdout of the same kind needs for a pass with chance `power`, from the standard error on `rows` of them: it shrinks as the root of
* the rows (or groups). `gain`: the candidate's true gain, 0 for one that is as good. Infinite when gain ≤ −margin.
* 10,000 rows of SE 0.002, margin 0.002, power 0.8: 78,489.
*/
function rowsNeeded(plan, rows, power, gain = 0) {
	const room = gain + plan.margin;
	if (room <= 0) return Number.POSITIVE_INFINITY;
	const degrees = plan.degrees ?? Number.POSITIVE_INFINITY;
	const sure = plan.eitherSide ? (1 + power) / 2 : power;
	const steps = studentQuantile((1 + plan.confidence) / 2, degrees) + studentQuantile(sure, degrees);
	return Math.ceil(rows * (steps * plan.standardError / room) ** 2);
}
/** P(T > q − shift): a shifted t stands for the noncentral one, as in `detectableDifference`. */
function shifted({ confidence, degrees = Number.POSITIVE_INFINITY }, shift) {
	return studentSurvival(studentQuantile((1 + confidence) / 2, degrees) - shift, degrees);
}
// src/core/stats/hanley-mcneil.ts
/**
* Standard error of one AUC from its size and the class counts alone (Hanley & McNeil 1982): scores of exponential
* form have Q₁ = A/(2 − A) and Q₂ = 2A²/(1 + A), and
* Var = (A(1 − A) + (m − 1)(Q₁ − A²) + (n − 1)(Q₂ − A²))/(mn). `hanleyMcneil(0.8, 50, 50)` = 0.0445.
*/
function hanleyMcneil(auc, positives, negatives) {
	const q1 = auc / (2 - auc);
	const q2 = 2 * auc * auc / (1 + auc);
	const variance = auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc);
	return Math.sqrt(variance / (positives * negatives));
}
/** Standard error of the difference of two such AUCs on the same rows: SE·√(2(1 − r)) (Hanley & McNeil 1983). */
function aucDifferenceError({ auc, positives, negatives, correlation }) {
	return hanleyMcneil(auc, positives, negatives) * Math.sqrt(2 * (1 - correlation));
}
// src/core/planning/prior.ts
/** What a holdout can be expected to decide about AUC, from its size alone. */
/** What every plan is made for. */
const POWER = .8;
/** Losses that chances are told for, in margins: an equal model, one at the limit, one clearly worse. */
const LOSSES = [
	0,
	1,
	2
];
/**
* 10,000 rows, 5 % positive, AUC 0.75, correlation 0.9, margin 0.002 at 0.95: SE 0.0057, mde 0.0161, 646,263 rows needed.
* The prior has at least one row of each label.
*/
function planPrior(prior) {
	const { rows, auc, correlation, margin, confidence } = prior;
	const positives = positivesOf(prior);
	const standardError = aucDifferenceError({
		auc,
		positives,
		negatives: rows - positives,
		correlation
	});
	const plan = {
		margin,
		standardError,
		confidence
	};
	const chances = LOSSES.map((times) => {
		const loss = times * margin;
		const [pass, fail] = [passPower(plan, -loss), failPower(plan, -loss)];
		return {
			loss,
			pass,
			inconclusive: Math.max(0, 1 - pass - fail),
			fail
		};
	});
	return {
		...prior,
		positives,
		standardError,
		mde: detectableDifference(standardError, confidence, Number.POSITIVE_INFINITY),
		rowsNeeded: rowsNeeded(plan, rows, POWER),
		chances
	};
}
/** Whole rows with label 1. */
function positivesOf({ rows, positiveRate }) {
	return Math.round(rows * positiveRate);
}
// src/core/planning/needed.ts
/** To plan a margin with; null without a spread. */
function planOf(measured, margin, mode) {
	const { standardError, interval } = measured;
	if (!standardError || interval === null) return null;
	return {
		margin,
		standardError,
		confidence: mode === "point" ? 0 : interval.confidence,
		degrees: degreesOf$1(measured, interval.confidence),
		eitherSide: interval.method.endsWith(EITHER_SIDE)
	};
}
/** Rows with which an equal model passes with a chance of 80 %; null where that cannot be told, or no holdout is so large. */
function rowsForMargin(measured, margin, mode) {
	const plan = margin === null || measured.n === 0 ? null : planOf(measured, margin, mode);
	if (plan === null) return null;
	const rows = rowsNeeded(plan, measured.n, POWER);
	return Number.isSafeInteger(rows) ? rows : null;
}
/** Of Student's t that the measurement used: mde = (q at (1 + confidence)/2 + q at 0.8)·SE tells them. */
function degreesOf$1({ standardError, mde }, confidence) {
	if (!standardError || mde === null) return Number.POSITIVE_INFINITY;
	const steps = (degrees) => studentQuantile((1 + confidence) / 2, degrees) + studentQuantile(POWER, degrees);
	const wanted = mde / standardError;
	if (wanted <= steps(MANY)) return Number.POSITIVE_INFINITY;
	let [low, high] = [0, Math.log(MANY)];
	for (let step = 0; step < 40; step++) {
		const middle = (low + high) / 2;
		if (steps(Math.exp(middle)) > wanted) low = middle;
		else high = middle;
	}
	return Math.exp(high);
}
/** Degrees of freedom from which Student's t is the normal distribution, for planning. */
const MANY = 1e5;
// src/core/gate/metric-conditions.ts
/** The conditions of a rule, each of which the policy may leave out. */
const CONDITIONS = [
	{
		key: "margin",
		judge: againstMargin
	},
	{
		key: "max-gain",
		judge: againstGain
	},
	{
		key: "min",
		judge: againstMin
	},
	{
		key: "max",
		judge: againstMax
	},
	{
		key: "min-coverage",
		judge: againstCoverage
	}
];
/** All conditions of the rule together. */
function judgeMetric(facts) {
	const [first, ...rest] = CONDITIONS.filter(({ key }) => facts.rule[key] !== void 0).map(({ judge }) => judge(facts));
	if (first) return combine([first, ...rest]);
	if (finite(facts.measured.candidate) === null) return undefinedPart(facts);
	return NO_CONDITION;
}
function undefinedPart({ id, measured }) {
	return {
		result: "fail",
		reason: `${id} is undefined${measured.reason ? `: ${clip(measured.reason.replace(/[.\s]+$/, ""))}` : ""}.`
	};
}
/** Difference, signed so that up is better; null when it cannot be known. */
function gainOf({ measured }) {
	const delta = finite(measured.delta);
	if (delta === null || finite(measured.candidate) === null || finite(measured.baseline) === null) return null;
	return measured.direction === "higher" ? delta : -delta;
}
function againstMargin(facts) {
	const { compared, mode, interval, margin, measured, confidence, id } = facts;
	if (!compared) return NO_BASELINE;
	const gain = gainOf(facts);
	if (gain === null || margin === null) return undefinedPart(facts);
	const allowed = allowedWords(facts, margin);
	if (mode === "point") return {
		result: gain >= -margin - 1e-12 ? "pass" : "fail",
		reason: `${differenceWords(facts, gain)}; ${allowed}.`
	};
	if (!interval) return {
		result: "fail",
		reason: `${id} has no interval, so its difference cannot be judged.`
	};
	if (interval.confidence < confidence - 1e-12) return {
		result: "fail",
		reason: `${id} was measured at a confidence of ${exact(interval.confidence)}, and the policy asks for ${exact(confidence)}: evaluate again.`
	};
	const [lower, upper] = measured.direction === "higher" ? [interval.lower, interval.upper] : [-interval.upper, -interval.lower];
	const sentence = `${differenceWords(facts, gain)} (${intervalWords(interval, formatIn(facts))})`;
	if (lower >= -margin - 1e-12) return {
		result: "pass",
		reason: `${sentence}; ${allowed}.`
	};
	if (upper < -margin - 1e-12) {
		const chance = chanceWords(facts);
		if (chance === null) return {
			result: "fail",
			reason: `${sentence}; ${allowed}.`
		};
		return {
			result: "inconclusive",
			reason: `Cannot tell: ${sentence}; ${allowed}; ${chance}.`
		};
	}
	const mde = finite(measured.mde);
	return {
		result: "inconclusive",
		reason: `Cannot tell: ${sentence}; ${allowed}${`${mde === null ? "" : `; this holdout detects differences of ${formatIn(facts)(mde)} or more`}${neededWords(facts, margin)}`}.`
	};
}
/** Empty where the rows are enough for an equal model, so that the difference itself is what is close. */
function neededWords({ measured, mode }, margin) {
	const rows = rowsForMargin(measured, margin, mode);
	if (rows === null || rows <= measured.n) return "";
	return `; an equal model needs about ${formatCount(Number(rows.toPrecision(2)))} rows to pass`;
}
/** What is proved of one slice alone may be chance among many; null where it is not. */
function chanceWords({ family, confidence }) {
	if (family === null || family.pAdjusted <= (1 - confidence) / 2) return null;
	return `among ${family.slices} slices that may be chance (adjusted p ${formatScore(family.pAdjusted, 3)})`;
}
function againstGain(facts) {
	if (!facts.compared) return NO_BASELINE;
	const gain = gainOf(facts);
	const most = facts.rule["max-gain"];
	if (gain === null) return undefinedPart(facts);
	const sentence = `${differenceWords(facts, gain, apartFrom(Math.abs(facts.measured.delta), most))}; a gain above ${exact(most)} is too good to be true`;
	return gain > most + 1e-12 ? {
		result: "fail",
		reason: `${sentence}: look for a feature that knows the label.`
	} : {
		result: "pass",
		reason: `${sentence}.`
	};
}
function againstMin(facts) {
	const least = facts.rule.min;
	return againstBound(facts, least, "at least", (value) => value >= least - ROUNDING$1);
}
function againstMax(facts) {
	const most = facts.rule.max;
	return againstBound(facts, most, "at most", (value) => value <= most + ROUNDING$1);
}
/** What stands for few of the rows cannot be told of all; a bound that is missed is missed on those few. */
function againstCoverage({ id, rule, measured }) {
	const { coverage, dropped } = measured;
	if (coverage === void 0) return {
		result: "fail",
		reason: `${id} has no value per group, so it has no coverage.`
	};
	const least = rule["min-coverage"];
	const groups = plural(dropped.groups, "group");
	const sentence = `${id} stands for ${formatPercent(coverage)} of the rows, as it is undefined on ${groups}; at least ${least} is asked for`;
	return coverage >= parsePercent(least) - 1e-12 ? {
		result: "pass",
		reason: `${sentence}.`
	} : {
		result: "inconclusive",
		reason: `Cannot tell: ${sentence}.`
	};
}
function againstBound(facts, bound, words, holds) {
	const value = finite(facts.measured.candidate);
	if (value === null) return undefinedPart(facts);
	const pass = holds(value);
	const shown = pass ? formatScore(value, 4) : apartFrom(value, bound);
	return {
		result: pass ? "pass" : "fail",
		reason: `${facts.id} is ${shown}; it must be ${words} ${exact(bound)}.`
	};
}
/** `auc is 0.0213 below the baseline`. */
function differenceWords(facts, gain, shown) {
	const { id, measured } = facts;
	const delta = measured.delta;
	if (delta === 0) return `${id} equals the baseline's`;
	const side = delta < 0 ? "below" : "above";
	const worse = measured.direction === "lower" && gain < 0 ? ", and lower is better" : "";
	return `${id} is ${shown ?? formatIn(facts)(Math.abs(delta))} ${side} the baseline${worse}`;
}
function allowedWords({ rule }, margin) {
	const share = typeof rule.margin === "string" ? ` (${rule.margin} of the baseline)` : "";
	return `at most ${share ? formatScore(margin, decimalsFor(margin, null, null)) : exact(margin)}${share} may be lost`;
}
function formatIn({ margin, interval, measured }) {
	const decimals = decimalsFor(margin, interval, finite(measured.delta));
	return (value) => formatScore(value, decimals);
}
// src/core/gate/metric-rules.ts
/** One result per metric that the policy names, in its order. */
function metricRules(context) {
	return Object.entries(context.policy.metrics).map(([key, rule]) => {
		const { evaluation } = context;
		const metric = metricIdOf(key, rule);
		const write = (more) => ruleOf(context, key, ["metrics", key], {
			level: rule.level,
			unit: "score",
			metric,
			...more
		});
		if (!evaluation.ok) return write({
			result: evaluation.result,
			reason: evaluation.reason
		});
		const measured = findMetric(evaluation.document, metric, null);
		if (typeof measured === "string") return write({
			result: "fail",
			reason: measured
		});
		const facts = factsOf(measured, rule, context, evaluation.document.compared);
		return write({
			...numbersOf(facts),
			...judgeMetric(facts)
		});
	});
}
/** The one result of a metric on a slice, or on the whole holdout for null; or why there is none. */
function findMetric({ metrics }, id, slice) {
	const found = metrics.filter((one) => one.metric === id && one.slice === slice);
	if (found.length === 1) return found[0];
	return found.length === 0 ? `${id} was not measured.` : `${id} was measured ${found.length} times; one is needed.`;
}
function factsOf(measured, rule, context, compared) {
	const { mode, confidence } = context;
	const interval = soundInterval(measured.interval);
	const margin = absoluteMargin(rule.margin, finite(measured.baseline));
	return {
		id: measured.metric,
		rule,
		mode,
		confidence,
		measured,
		compared,
		interval,
		margin,
		family: null
	};
}
/** What a rule shows of the measurement. */
function numbersOf({ measured, interval, margin, rule, mode }) {
	const rows = rowsForMargin(measured, margin, mode);
	return {
		value: finite(measured.candidate),
		baseline: finite(measured.baseline),
		delta: finite(measured.delta),
		interval,
		margin,
		bounds: boundsOf(rule),
		mde: finite(measured.mde),
		n: measured.n,
		...rows !== null && { rowsNeeded: rows }
	};
}
function boundsOf({ min, max }) {
	return min === void 0 && max === void 0 ? null : {
		min: min ?? null,
		max: max ?? null
	};
}
/** A percentage is of the baseline's size. */
function absoluteMargin(margin, baseline) {
	if (typeof margin !== "string") return margin ?? null;
	return baseline === null ? null : parsePercent(margin) * Math.abs(baseline);
}
// src/core/gate/reasons.ts
/** What a reader must know before the rules. */
/** As many as a verdict holds. */
const MOST = 1e4;
function reasonsOf(models, faults, scope) {
	return [
		...faults.map(({ model, fault }) => faultReason(model, fault)),
		...models.length === 0 ? [{
			model: null,
			code: "no-models",
			message: "No model was judged."
		}] : [],
		...models.filter((judged) => faults.every(({ model }) => model !== judged.model)).flatMap((judged) => STAMPS.flatMap((stamp) => stamp(judged, scope)))
	].slice(0, MOST).map((reason) => ({
		...reason,
		model: reason.model && clipForeign(reason.model),
		message: clipForeign(reason.message)
	}));
}
function faultReason(model, { code, message, fix, details, at }) {
	const told = {
		model,
		code,
		message: `${at ? `${at.file}:${at.line}:${at.column}: ` : ""}${message}${fix === void 0 ? "" : ` ${fix}`}`
	};
	return details ? {
		...told,
		details: details.slice(-4e3)
	} : told;
}
const STAMPS = [
	noBaseline,
	noThresholds,
	inconclusive,
	({ model, notes }) => notes.map((note) => ({
		model,
		...note
	}))
];
function noBaseline({ model, documents }, scope) {
	if (!documents.some((document) => scope.includes("evaluation") && "compared" in document && !document.compared || scope.includes("benchmark") && "arms" in document && !document.baseline)) return [];
	return [{
		model,
		code: "no-baseline",
		message: `${model} had no baseline to compare with: rules against a baseline were skipped.`
	}];
}
function noThresholds({ model, policy }, scope) {
	if (!policy || !measures(scope) || THRESHOLDS.some((one) => scope.includes(one.scope) && one.any(policy))) return [];
	return [{
		model,
		code: "no-thresholds",
		message: `${model} has no rule that it could fail, so nothing vouches for it. Give it metrics or latency in the policy.`
	}];
}
/** A rule at level `warn` cannot fail a model, and one without a condition cannot either. */
const THRESHOLDS = [{
	scope: "evaluation",
	any: ({ metrics, slices }) => Object.values(metrics).some(({ level, slices: own, convention: _, ...conditions }) => level === "error" && (hasValue(conditions) || typeof own === "object" && hasValue(own) && slices.some((slice) => slice.level === "error")))
}, {
	scope: "benchmark",
	any: ({ latency }) => [
		latency?.p50,
		latency?.p95,
		latency?.p99
	].some((rule) => {
		const { level, ...conditions } = rule ?? {};
		return level === "error" && hasValue(conditions);
	})
}];
function hasValue(conditions) {
	return Object.values(conditions).some((value) => value !== void 0);
}
function inconclusive({ model, rules }) {
	const open = rules.filter(({ result, level }) => result === "inconclusive" && level === "error");
	if (open.length === 0) return [];
	const names = open.slice(0, 5).map(({ metric, slice }) => slice === null ? metric : `${metric} on ${clip(slice, 100)}`);
	const more = open.length > names.length ? ` and ${open.length - names.length} more` : "";
	return [{
		model,
		code: "inconclusive",
		message: `${plural(open.length, "rule")} of ${model} could not be decided: ${names.join(", ")}${more}.`
	}];
}
// src/core/stats/benjamini-hochberg.ts
/**
* Benjamini–Hochberg adjusted p-values (1995), in the order given: reject those at most q and the expected share of
* false ones among the rejected is at most q, for independent or positively dependent tests. The i-th smallest of m becomes
* the smallest, from there on, of p·m/i. `benjaminiHochberg([0.04, 0.2, 0.01])` = [0.06, 0.2, 0.03].
*/
function benjaminiHochberg(ps) {
	const adjusted = new Array(ps.length);
	const order = ascending(ps);
	let smallest = 1;
	for (let rank = order.length; rank >= 1; rank--) {
		const index = order[rank - 1];
		smallest = Math.min(smallest, ps[index] * ps.length / rank);
		adjusted[index] = smallest;
	}
	return adjusted;
}
// src/core/stats/non-inferiority.ts
/** Sides of an interval this close, relative to its width, make it a symmetric one. */
const SYMMETRIC = 1e-9;
/** See `nonInferiorityP`. */
function inferiorityP(estimate, margin) {
	return tail(estimate, margin, -1);
}
function tail({ gain, interval, standardError }, margin, side) {
	const { lower, upper, confidence } = interval;
	const distance = gain + margin;
	const reach = distance >= 0 ? gain - lower : upper - gain;
	if (reach <= 0) return distance * side >= 0 && (distance !== 0 || side === 1) ? 0 : 1;
	const level = (1 + confidence) / 2;
	const degrees = Math.abs(upper - gain - (gain - lower)) <= SYMMETRIC * (upper - lower) && standardError ? degreesOf(reach / standardError, level) : Number.POSITIVE_INFINITY;
	const quantile = studentQuantile(level, degrees);
	return studentSurvival(side * quantile * (distance / reach), degrees);
}
/** The degrees of freedom at which Student's quantile is `quantile`; infinite where that of the normal is as large. */
function degreesOf(quantile, level) {
	if (quantile <= normalQuantile(level) * 1.000000001) return Number.POSITIVE_INFINITY;
	let [low, high] = [0, 40];
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (studentQuantile(level, Math.exp(middle)) > quantile) low = middle;
		else high = middle;
	}
	return Math.exp(high);
}
// src/core/gate/slice-rules.ts
/** `metric` of the rule that stands for an entry of `slices` that could not be measured. */
const SLICES = "slices";
/**
* Entries of `slices` that were not measured come first, each a failure. Then one result per metric with a condition on
* slices and slice that was large enough.
*/
function sliceRules(context) {
	const { evaluation, policy } = context;
	const found = policy.slices.map((slice, index) => ({
		slice,
		index,
		group: groupOf(slice, context)
	}));
	const absent = found.flatMap(({ slice, index, group }) => "result" in group ? [absentRule(context, slice, index, group)] : []);
	if (!evaluation.ok) return absent;
	const measured = found.flatMap(({ slice, group }) => "result" in group ? [] : group.measured.map((id) => ({
		id,
		level: slice.level
	})));
	const rules = Object.entries(policy.metrics).flatMap(([key, rule]) => metricOnSlices(context, evaluation.document, key, rule, measured));
	return [...absent, ...rules];
}
function groupOf(slice, { evaluation }) {
	if (!evaluation.ok) return {
		result: evaluation.result,
		reason: evaluation.reason
	};
	const name = sliceName(slice);
	const group = evaluation.document.slices.find((one) => one.name === name);
	if (!group) return {
		result: "fail",
		reason: `${name} was not measured.`
	};
	return group.reason === null ? group : {
		result: "fail",
		reason: group.reason
	};
}
function absentRule(context, slice, index, part) {
	const name = sliceName(slice);
	const { level } = slice;
	return onSlice(ruleOf(context, SLICES, ["slices", index], {
		level,
		...part
	}), name);
}
function onSlice(rule, slice) {
	return {
		...rule,
		id: `${rule.id}/${slice}`,
		slice
	};
}
function metricOnSlices(context, document, key, rule, slices) {
	const conditions = conditionsOf(rule);
	if (conditions === null) return [];
	const metric = metricIdOf(key, rule);
	return withFamilies(slices.map(({ id: slice, level }) => {
		const measured = findMetric(document, metric, slice);
		const facts = typeof measured === "string" ? measured : factsOf(measured, conditions, context, document.compared);
		return {
			slice,
			level: rule.level === "warn" ? "warn" : level,
			facts
		};
	})).map(({ slice, level, facts, p, pAdjusted }) => {
		const more = typeof facts === "string" ? {
			result: "fail",
			reason: facts
		} : {
			...numbersOf(facts),
			p,
			pAdjusted,
			...judgeMetric(facts)
		};
		return onSlice(ruleOf(context, key, ["metrics", key], {
			level,
			unit: "score",
			metric,
			...more
		}), slice);
	});
}
/**
* What slices must satisfy, or null for nothing. Of the conditions on the whole, only `margin` is asked of a slice: it
* compares two models on the same rows, while bounds on one model's value were chosen for the mix of all rows.
*/
function conditionsOf({ margin, slices }) {
	const own = slices ?? { margin };
	if (own === "off" || Object.values(own).every((value) => value === void 0)) return null;
	return own;
}
/** By level: what gates must rarely cry wolf at all, what warns must rarely be wrong when it does. */
const ADJUST = {
	error: holm,
	warn: benjaminiHochberg
};
/** All slices of one metric at one level share the error of being called worse. */
function withFamilies(judged) {
	const results = judged.map((one) => ({
		...one,
		p: typeof one.facts === "string" ? null : lossP(one.facts),
		pAdjusted: null
	}));
	for (const level of ["error", "warn"]) {
		const family = results.filter((one) => one.level === level && one.p !== null);
		const adjusted = ADJUST[level](family.map(({ p }) => p));
		for (const [i, one] of family.entries()) {
			const pAdjusted = adjusted[i];
			one.pAdjusted = pAdjusted;
			one.facts = {
				...one.facts,
				family: {
					pAdjusted,
					slices: family.length
				}
			};
		}
	}
	return results;
}
/** Small means that the loss exceeds the margin, as the interval says it. */
function lossP(facts) {
	const { margin, measured, interval } = facts;
	const gain = gainOf(facts);
	if (gain === null || margin === null || interval === null) return null;
	const { confidence } = interval;
	return inferiorityP({
		gain,
		interval: measured.direction === "higher" ? interval : {
			lower: -interval.upper,
			upper: -interval.lower,
			confidence
		},
		standardError: finite(measured.standardError)
	}, margin);
}
// src/core/gate/waivers.ts
/** Days before its end from which a waiver says so. */
const SOON = 14;
const MS_PER_DAY = 864e5;
/**
* Applies the waivers of one model. A rule that failed or could not be decided, was measured and misses by no more than
* the ceiling comes back at level `warn`, with its waiver; its result stays. `lower` tells whether less is better for a
* metric. `today` is a date such as `2027-01-31`. `complete`: whether every kind of rule was judged, so that a
* waiver without a rule is one too many.
*/
function withWaivers(rules, waivers, about) {
	const byRule = new Map(rules.map((rule) => [rule.id, rule]));
	const judged = waivers.map((waiver) => ({
		waiver,
		...judgeWaiver(waiver, byRule.get(waiver.rule), about)
	}));
	const holding = new Map(judged.filter(({ holds }) => holds).map(({ waiver }) => [waiver.rule, waiver]));
	return {
		rules: rules.map((rule) => {
			const waiver = holding.get(rule.id);
			return waiver ? {
				...rule,
				level: "warn",
				waiver: recorded(waiver)
			} : rule;
		}),
		notes: judged.flatMap(({ note }) => note ?? [])
	};
}
function judgeWaiver(waiver, rule, { lower, today, complete }) {
	const name = `The waiver of \`${clip(waiver.rule, 200)}\``;
	const silent = (code, message) => ({
		holds: false,
		note: {
			code,
			message
		}
	});
	if (!rule) {
		if (!complete) return {
			holds: false,
			note: null
		};
		return silent("waiver-unknown", `${name} names no rule of this policy. Mend its id, or remove it.`);
	}
	const missed = rule.result === "fail" || rule.result === "inconclusive";
	if (rule.result === "pass") return silent("waiver-unused", `${name} is not needed: the rule passes. Remove it.`);
	if (!missed || rule.level === "warn") return {
		holds: false,
		note: null
	};
	if (waiver.expires < today) return silent("waiver-expired", `${name} expired on ${waiver.expires}, and the rule decides again.`);
	const miss = missOf(rule, lower(rule.metric));
	if (miss === null) return silent("waiver-exceeded", `${name} does not hold: what was not measured cannot be waived.`);
	if (miss > waiver.ceiling + 1e-12) return silent("waiver-exceeded", `${name} holds up to ${exact(waiver.ceiling)}, and the rule is missed by ${formatScore(miss, 4)}.`);
	const issue = waiver.issue === void 0 ? "" : `, issue ${clip(String(waiver.issue), 400)}`;
	const days = Math.round((Date.parse(waiver.expires) - Date.parse(today)) / MS_PER_DAY);
	const soon = days > SOON ? "" : ` It ends ${days === 0 ? "today" : `in ${days} ${days === 1 ? "day" : "days"}`}.`;
	return {
		holds: true,
		note: {
			code: "waived",
			message: `\`${clip(rule.id, 200)}\` is missed and waived until ${waiver.expires}, up to ${exact(waiver.ceiling)}, by ${clip(waiver.owner, 100)}${issue}: ${clip(waiver.reason.replace(/[.\s]+$/, ""))}.${soon}`
		}
	};
}
/** How far a rule is from passing, in the units of its numbers; null where something was not measured. */
function missOf({ delta, margin, value, bounds }, lower) {
	const { min = null, max = null } = bounds ?? {};
	if (value === null || margin !== null && delta === null) return null;
	const loss = delta === null ? null : lower ? delta : -delta;
	const misses = [
		...margin === null ? [] : [loss],
		...min === null ? [] : [min - value],
		...max === null ? [] : [value - max]
	];
	const most = Math.max(...misses);
	return most > 0 ? most : loss === null ? null : Math.max(0, -loss);
}
function recorded({ ceiling, reason, owner, issue, expires }) {
	return {
		ceiling,
		reason,
		owner,
		issue: issue === void 0 ? null : String(issue),
		expires
	};
}
// src/core/gate/judge.ts
/** By the kind of document that they read, in the order of the report. */
const FAMILIES = [
	{
		scope: "validation",
		rules: validationRules
	},
	{
		scope: "evaluation",
		rules: metricRules
	},
	{
		scope: "evaluation",
		rules: sliceRules
	},
	{
		scope: "benchmark",
		rules: latencyRules
	},
	{
		scope: "benchmark",
		rules: footprintRules
	},
	{
		scope: "image",
		rules: imageRules
	}
];
/**
* Measurements and a policy → the verdict. Pure: reads nothing, prints nothing, knows no CI host.
* Rules stand by model, then validation, metrics in the policy's order, the same on slices, latency by batch size and percentile, memory, loading, the image.
*/
function judge(input) {
	const mode = input.mode ?? input.policy.mode;
	const models = [...new Set(input.models)].map((model) => judgeModel(model, mode, input));
	const faults = [...input.faults, ...models.flatMap(({ model, faults }) => faults.map((fault) => ({
		model,
		fault
	})))];
	return {
		schema: "onnx-gate/verdict/v1",
		tool: input.tool,
		created: input.created,
		...overall(models.map(({ outcome }) => outcome), faults.map(({ fault }) => fault), mode),
		mode,
		rules: models.flatMap(({ rules }) => rules),
		subjects: models.map(({ subjects }) => subjects),
		policy: input.policySubject,
		reasons: reasonsOf(models, faults, input.scope)
	};
}
function judgeModel(model, mode, input) {
	const documents = input.documents.filter((document) => document.model === model);
	const policy = modelOf(input.policy, model);
	const given = input.faults.filter((one) => one.model === null || one.model === model);
	const faults = policy ? checkSubjects(model, documents) : [unknownModel(model, input.policy)];
	const { rules, notes } = waive(model, policy ? judgeRules(model, policy, mode, documents, given.length > 0, input) : [], documents, input);
	return {
		model,
		policy,
		rules,
		notes,
		faults,
		outcome: modelOutcome(rules, mode, measures(input.scope)),
		documents,
		subjects: subjectsOf(model, documents)
	};
}
function waive(model, rules, documents, { policy, scope, created }) {
	const lower = new Set(documents.flatMap((one) => "metrics" in one ? one.metrics.filter(({ direction }) => direction === "lower") : []).map(({ metric }) => metric));
	return withWaivers(rules, policy.waivers.filter(({ rule }) => rule.startsWith(`${model}/`) && (scope.includes("image") || !rule.startsWith(`${model}/image/`))), {
		lower: (metric) => metric.startsWith("latency/") || lower.has(metric),
		today: created.slice(0, 10),
		complete: FAMILIES.every((family) => family.scope === "image" || scope.includes(family.scope))
	});
}
function judgeRules(model, policy, mode, documents, broken, { scope, positions, policy: { confidence } }) {
	const fault = broken ? "Not measured, because of a fault." : null;
	const validation = findDocument("validation", documents, fault);
	const invalid = scope.includes("validation") && validation.ok && validation.document.status === "fail";
	const excuse = fault ?? (invalid ? "Not measured, because the model is not valid." : null);
	const context = {
		model,
		policy,
		mode,
		confidence,
		validation,
		evaluation: findDocument("evaluation", documents, excuse),
		benchmark: findDocument("benchmark", documents, excuse),
		image: findDocument("image", documents, excuse),
		at: (path) => positions?.at([
			"models",
			model,
			...path
		]) ?? null
	};
	return FAMILIES.filter((family) => scope.includes(family.scope)).flatMap(({ rules }) => rules(context)).map((rule) => ({
		...rule,
		reason: clipForeign(rule.reason)
	}));
}
function unknownModel(model, policy) {
	const known = Object.keys(policy.models);
	const [close] = nearest(model, known);
	return {
		code: "usage-invalid",
		message: `The policy has no model ${model}.`,
		fix: close === void 0 ? `It has ${known.slice(0, 10).join(", ")}.` : `Did you mean ${close}?`
	};
}
export { merged as _, judgeMetric as a, planPrior as c, rowsNeeded as d, allowedShare as f, latencyArms as g, PERCENTILES as h, findMetric as i, positivesOf as l, compareBudget as m, absoluteMargin as n, planOf as o, compareArm as p, factsOf as r, POWER as s, judge as t, passPower as u, sortLaunch as v, looksOf as y };
