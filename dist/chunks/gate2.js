import { t as runReadDocuments } from "./documents2.js";
import { i as runMakeFeeds, n as firstBatch, r as runFeedSignatures, t as runJudge } from "./judge.js";
import { a as columnsOf, c as metricIdsOf, d as targetFindings, f as minimumRuntime, n as runPlan, o as sliceName, u as parseTarget } from "./plan2.js";
import { a as nearest, i as fault, n as FaultError, o as throwFaults } from "./errors.js";
import { n as runBindExternal, r as runFindModels, s as externalData, t as isEndpoint } from "./models.js";
import { c as inputsAt, d as extractScores, l as packInputs, n as rowSourceOf, s as checkNames, t as runResolveHoldout, u as readsOf } from "./resolve-holdout.js";
import { A as placements, C as percentile, D as normalQuantile, F as oneClass, I as sumByPart, M as epsilonOf, N as sortedRows, O as mcnemar, P as argsort, _ as proportionInterval, a as evaluateMetric, b as undefinedBecause, d as tiedPairs, f as isGrouped, g as withPositiveWeights, h as groupedOrder, i as checkMetrics, j as divide$1, k as classWeights, l as pairs, m as findOffender, n as measureHere, o as parseMetricId, p as queryWeights, r as METRICS, u as sortCountingInversions, v as wilson, x as wald, y as candidateAlone } from "./measure-slices2.js";
import { S as string, g as literal, y as object } from "./schemas.js";
import { _ as merged, f as allowedShare, g as latencyArms, h as PERCENTILES, m as compareBudget, p as compareArm, v as sortLaunch, y as looksOf } from "./judge2.js";
import { h as parsePercent, p as parseDuration } from "./image3.js";
import { o as seededRandom } from "./curve-bootstrap.js";
import { t as _usingCtx } from "./usingCtx.js";
import { i as headerOf, n as summarize, r as readFacts, t as commitOf } from "./commit.js";
import { l as plural, o as formatPercent, r as formatCount, s as formatPercentDelta } from "./format.js";
import "./documents.js";
import { a as checkShards, i as sliceColumns, n as scoreModel, r as scoresFile, t as mappingsOf } from "./score-model.js";
import { n as clipForeign } from "./foreign.js";
import { i as shapeText, n as code, r as list } from "./words.js";
import { i as identityOf, l as datetime, t as digest } from "./common.js";
import { i as BEHAVIOUR_CHECKS, n as FIXED_CHECKS, r as KEEPS_FROM_LOADING } from "./check-ids.js";
import { n as toHalf, r as readNpz, t as fromHalf } from "./half.js";
import { r as elementOf } from "./elements.js";
import { n as planInputs, s as planOutput } from "./mapping.js";
import { n as MOST_FINDINGS, t as MOST_ENTRIES } from "./validation.js";
import { t as readTensorProto } from "./tensor-proto2.js";
import { a as readExternalWeights, i as externalFingerprints, n as parseModel, t as checkModel } from "./check-model.js";
import { c as inspectLocations, u as safeFiles } from "./table.js";
import { t as renderGraphSvg } from "./graph-svg.js";
import { t as VERSION } from "./version.js";
import { n as readEvent } from "./event.js";
import { n as toAnnotations } from "./annotations.js";
import { n as SUMMARY_BYTES, r as markdownPages, t as COMMENT_BYTES } from "./markdown.js";
import { t as renderText } from "./text2.js";
import { r as FORMATS, t as addToPast } from "./past.js";
// src/core/metrics/check-label.ts
const RULES = {
	binary: {
		bad: (value) => value !== 0 && value !== 1,
		must: () => "0 or 1",
		fix: (name) => `Make it so with a query, such as \`SELECT * REPLACE ((${name} > 0)::INT AS ${name}) FROM 'holdout.parquet'\`.`,
		single: "no model can be judged on one class"
	},
	multiclass: {
		bad: (value, classes) => !Number.isInteger(value) || value < 0 || value >= classes,
		must: (classes) => `a class from 0 to ${classes - 1}, as the model has ${classes} scores a row`,
		fix: () => "Number the classes from 0 in the order of the output, or name the output with a score for each.",
		single: "no model can be judged on one class"
	},
	regression: {
		bad: (value) => !Number.isFinite(value),
		must: () => "a finite number",
		fix: (name) => `Leave such rows out with a query, such as \`SELECT * FROM 'holdout.parquet' WHERE isfinite(${name})\`.`,
		single: null
	},
	ranking: {
		bad: (value) => !(value >= 0 && value < Number.POSITIVE_INFINITY),
		must: () => "a grade of relevance, a finite number from 0",
		fix: () => "Give irrelevant rows 0, and better ones higher grades.",
		single: null
	}
};
/** Labels that the task does not have, or that cannot tell models apart; code `label-invalid`. */
function checkLabel(label, column, task, classes) {
	const name = JSON.stringify(column.slice(0, 100));
	const { bad, must, fix, single } = RULES[task];
	const offender = findOffender(label, (value) => bad(value, classes));
	if (offender !== null) return [{
		code: "label-invalid",
		message: `The label ${name} is ${offender.value} in ${offender.where}; it must be ${must(classes)}.`,
		fix: fix(name)
	}];
	const only = label[0];
	if (single === null || label.some((value) => value !== only)) return [];
	const rows = label.length === 1 ? "The only row has" : `All ${label.length} rows have`;
	const others = task === "binary" ? `rows with label ${1 - only} too` : "rows of other classes too";
	return [{
		code: "label-invalid",
		message: `${rows} ${only} as the label ${name}; ${single}.`,
		fix: `Widen the holdout until it has ${others}, or check that ${name} is the right column.`
	}];
}
// src/core/metrics/check.ts
/**
* Everything that makes these scores unfit to be measured, all at once; rows are counted from 1.
* No rows `holdout-empty` · a label that the task does not have, or only one of them `label-invalid` · a score that is
* NaN or infinite `score-invalid` · weights that cannot weigh `weight-invalid` · a single group `group-invalid`.
*
* `labelColumn`: its name, for messages.
*/
function checkScores(scores, labelColumn, task = "binary") {
	if (scores.label.length === 0) return [{
		code: "holdout-empty",
		message: "The holdout has no rows.",
		fix: "Check the path, the glob or the query of the holdout."
	}];
	const { classes = 1 } = scores;
	return [
		...checkLabel(scores.label, labelColumn, task, classes),
		...checkScore(scores.candidate, "candidate", classes),
		...scores.baseline === null ? [] : checkScore(scores.baseline, "baseline", classes),
		...scores.weight === null ? [] : checkWeight(scores.weight),
		...scores.group === null ? [] : checkGroups(scores.group.count)
	];
}
function checkScore(values, model, classes) {
	const offender = findOffender(values, (value) => !Number.isFinite(value), classes);
	if (offender === null) return [];
	return [{
		code: "score-invalid",
		message: `The ${model}'s score in ${offender.where} is ${offender.value}.`,
		fix: "Look at the features of that row: a missing value, the logarithm of 0 or a float16 overflow makes such scores."
	}];
}
function checkWeight(weight) {
	const offender = findOffender(weight, (value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
	if (offender !== null) return [{
		code: "weight-invalid",
		message: `The weight in ${offender.where} is ${offender.value}; weights are finite and not negative.`,
		fix: "Repair the weight column, or leave `weight` out."
	}];
	if (weight.some((value) => value > 0)) return [];
	return [{
		code: "weight-invalid",
		message: `The weight is 0 in all ${weight.length} rows, so that no row counts.`,
		fix: "Name another weight column, or leave `weight` out."
	}];
}
function checkGroups(count) {
	if (count >= 2) return [];
	return [{
		code: "group-invalid",
		message: "All rows are of one group, so that nothing can be said about other groups.",
		fix: "Name a column with many groups, such as a user or a query, or leave `group` out."
	}];
}
// src/core/latency/histogram.ts
/** Of 60 bins that a document may hold, two are for what lies beyond the middle 99 %. */
const MIDDLE = 38;
const TAIL = .005;
/**
* All calls of one batch size over common edges: even in logarithms over the middle 99 % of all models together, and one bin
* each for what is faster and slower. `launches`: from `sortLaunch`, not empty.
*/
function histogramOf$1(launches) {
	const candidate = merged(launches.map((launch) => launch.candidate));
	const baseline = merged(launches.map((launch) => launch.baseline));
	const control = merged(launches.map((launch) => launch.control));
	const models = [
		candidate,
		...baseline ? [baseline] : [],
		...control ? [control] : []
	];
	const low = Math.min(...models.map((sorted) => percentile(sorted, TAIL)));
	const high = Math.max(...models.map((sorted) => percentile(sorted, .995)));
	const step = Math.log(high / low) / MIDDLE;
	const inner = Array.from({ length: 39 }, (_, i) => low * Math.exp(i * step));
	const least = Math.min(...models.map((sorted) => sorted[0]));
	const greatest = Math.max(...models.map((sorted) => sorted.at(-1)));
	const edges = [
		least,
		...inner,
		greatest
	].filter((edge, i, all) => i === 0 || edge > all[i - 1]);
	if (edges.length === 1) edges.push(edges[0] * 1.01);
	const counts = (sorted) => sorted && countIn(sorted, edges);
	return {
		edges,
		candidate: countIn(candidate, edges),
		baseline: counts(baseline),
		control: counts(control)
	};
}
/** Bins take their lower edge; the last also its upper. */
function countIn(sorted, edges) {
	const counts = new Array(edges.length - 1).fill(0);
	let bin = 0;
	for (const seconds of sorted) {
		while (bin < counts.length - 1 && seconds >= edges[bin + 1]) bin++;
		counts[bin]++;
	}
	return counts;
}
// src/core/latency/noise.ts
/** How noisy the machine was, in two numbers. */
/**
* Standard deviation over launches of log(p95 of the baseline's second session / p95 of its first): how far two equal
* models lie apart in one launch, as a share. Null for fewer than two launches with a control.
*
* `launches`: from `sortLaunch`.
*/
function noiseScore(launches) {
	const logs = launches.flatMap(({ baseline, control }) => baseline && control ? [Math.log(percentile(control, .95) / percentile(baseline, .95))] : []);
	if (logs.length < 2) return null;
	const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
	return Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1));
}
/**
* How much slower the last third of the launches' calls was than the first, by their medians: the largest share of any
* launch, signed. Times in the order they were made, at least three per launch.
*/
function driftOf(launches) {
	return launches.map((calls) => {
		const third = Math.floor(calls.length / 3);
		if (third === 0) return 0;
		const median = (part) => percentile(part.toSorted(), .5);
		return median(calls.subarray(calls.length - third)) / median(calls.subarray(0, third)) - 1;
	}).reduce((worst, drift) => Math.abs(drift) > Math.abs(worst) ? drift : worst, 0);
}
// src/core/latency/arrivals.ts
/**
* When requests are due, in seconds from the beginning: a Poisson process of `rate` a second, cut at `seconds` or `most`.
* Users do not wait for each other, so that the gaps between them are exponential. `random`: uniform below one.
*/
function poissonArrivals(rate, { seconds, most }, random) {
	const arrivals = [];
	for (let at = gap(rate, random); at < seconds && arrivals.length < most; at += gap(rate, random)) arrivals.push(at);
	return arrivals;
}
const gap = (rate, random) => -Math.log(1 - random()) / rate;
// src/commands/endpoint-load.ts
/** `clients` of them, each with one request at a time, for `seconds`. Throws what a request throws for good. */
async function runClosedLoop(request, { clients, seconds }, pace) {
	const tally = createTally(pace);
	const start = pace.now();
	const client = async () => {
		while (pace.now() < start + seconds) if (!await tally.count(request, pace.now())) return;
	};
	await settled(Array.from({ length: clients }, client));
	const answered = tally.answered();
	return {
		clients,
		rate: answered.calls / (pace.now() - start),
		...answered
	};
}
/** Requests at a rate, seeded. Times count from the moment that a request was due. */
async function runOpenLoop(request, limits, random, pace) {
	const tally = createTally(pace);
	const start = pace.now();
	const sent = [];
	for (const arrival of poissonArrivals(limits.rate, limits, random)) {
		const due = start + arrival;
		await pace.until(due);
		const counted = tally.count(request, due);
		counted.catch(() => {});
		sent.push(counted);
	}
	await settled(sent);
	return {
		rate: limits.rate,
		...tally.answered()
	};
}
/** All have ended before the first failure is thrown: no request outlives its loop. */
async function settled(work) {
	await Promise.allSettled(work);
	await Promise.all(work);
}
/** What a server under load may answer; anything else is no matter of load. */
const OVERLOADED = ["runtime-unavailable", "model-timeout"];
function createTally(pace) {
	const times = [];
	let failed = 0;
	return {
		/** Whether it was answered. */
		async count(request, from) {
			try {
				await request();
				times.push(pace.now() - from);
				return true;
			} catch (error) {
				if (!(error instanceof FaultError && error.faults.every(({ code }) => OVERLOADED.includes(code)))) throw error;
				failed++;
				return false;
			}
		},
		answered() {
			const sorted = times.sort((a, b) => a - b);
			const at = (p) => sorted.length === 0 ? null : percentile(sorted, p);
			return {
				calls: sorted.length,
				failed,
				p50: at(.5),
				p95: at(.95),
				p99: at(.99)
			};
		}
	};
}
// src/commands/benchmark-endpoint.ts
const WARM_UP_CALLS = 20;
const CLOSED_SECONDS = .5;
const MOST_CLIENTS = 64;
/** Twice the clients that bring less than this have reached the maximum. */
const GAIN = 1.05;
const OPEN = {
	seconds: 3,
	most: 1e5
};
/** Of the maximum. */
const SHARES = [.5, .8];
/**
* A served model under load: first as many requests as it takes (closed loop), then at rates below that (open loop).
* Throws what opening and asking throw, `model-signature` for what cannot be fed, and `model-run-rejected` for an answer
* of another shape than the endpoint's metadata says.
*/
async function runBenchmarkEndpoint(inputs, ports) {
	try {
		var _usingCtx$5 = _usingCtx();
		const { latency, limits } = inputs;
		const { tensors } = latency;
		const endpoint = _usingCtx$5.a(await ports.endpoints.open(inputs.address, {
			seconds: limits.seconds,
			tensors
		}));
		const { feedsOf, notes } = await runFeedSignatures([endpoint.signature], {
			...inputs,
			batches: latency.batch,
			dimensions: latency.dimensions
		}, ports);
		const { url, server } = endpoint.identity;
		const loads = [];
		for (const batch of latency.batch) {
			const [feeds] = feedsOf(batch);
			const request = requestOf(endpoint, feeds, batch);
			for (let call = 0; call < WARM_UP_CALLS; call++) await request();
			const report = (what) => ports.progress.report(`${inputs.model}: endpoint, batch ${batch}, ${what}`);
			const { closed, maximum } = await findMaximum(request, report, ports.pace);
			if (maximum === 0) throw fault("runtime-unavailable", `${url} refused a request of its only client, after ${closed[0].calls} answers.`, { fix: "Look at the log of the server." });
			const rates = latency.rate === void 0 ? SHARES.map((share) => share * maximum) : [latency.rate];
			loads.push({
				batch,
				closed,
				maximum,
				open: await loadAt(rates, request, report, ports.pace)
			});
		}
		return {
			endpoint: {
				url,
				server: `${server.name} ${server.version}`.trim(),
				tensors: endpoint.binary ? "bytes" : "JSON",
				loads
			},
			notes: notes.map((note) => `Endpoint: ${note}`)
		};
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
/** Twice the clients, until that brings no more or something is refused. */
async function findMaximum(request, report, pace) {
	const closed = [];
	let maximum = 0;
	for (let clients = 1; clients <= MOST_CLIENTS; clients *= 2) {
		report(clients === 1 ? "1 client" : `${clients} clients`);
		const level = await runClosedLoop(request, {
			clients,
			seconds: CLOSED_SECONDS
		}, pace);
		closed.push(level);
		const grown = level.rate >= maximum * GAIN;
		if (level.failed === 0) maximum = Math.max(maximum, level.rate);
		if (level.failed > 0 || !grown) break;
	}
	return {
		closed,
		maximum
	};
}
async function loadAt(rates, request, report, pace) {
	const { uniform } = seededRandom(1);
	const open = [];
	for (const rate of rates) {
		report(`${rate.toPrecision(3)} requests a second`);
		open.push(await runOpenLoop(request, {
			rate,
			...OPEN
		}, uniform, pace));
	}
	return open;
}
/** Every answer is held to the declared shape; a wrong one is no faster answer. */
function requestOf(endpoint, feeds, batch) {
	const { outputs } = endpoint.signature;
	const names = outputs.map(({ name }) => name);
	return async () => {
		const answer = await endpoint.infer(feeds, names);
		for (const { name, shape } of outputs) {
			const given = answer.get(name).shape;
			if (!(given.length === shape.length && shape.every((size, axis) => typeof size === "number" ? given[axis] === size : axis > 0 || given[axis] === batch))) throw fault("model-run-rejected", `${endpoint.identity.url} answered a batch of ${batch} with output \`${name}\` [${given.join(", ")}]; its metadata says [${shape.map((size) => size ?? "?").join(", ")}].`, { fix: "Look at the log of the server, and compare its metadata with the model." });
		}
	};
}
// src/core/latency/profile.ts
/** Kinds of operator that a document lists. */
const MOST = 10;
/**
* Where the time goes: of each kind of operator its share of the time in operators, those first whose share changed
* most (of a candidate alone, the largest), and the kinds that only the optimiser made, such as `FusedGemm`.
*/
function compareProfiles(candidate, baseline) {
	const ours = sharesOf(candidate.optimized);
	const theirs = baseline && sharesOf(baseline.optimized);
	const names = /* @__PURE__ */ new Set([...ours.keys(), ...theirs?.keys() ?? []]);
	const change = (operator) => Math.abs((ours.get(operator) ?? 0) - (theirs?.get(operator) ?? 0));
	return {
		candidate: summaryOf(candidate),
		baseline: baseline && summaryOf(baseline),
		operators: [...names].sort((a, b) => change(b) - change(a) || (a < b ? -1 : 1)).slice(0, MOST).map((operator) => ({
			operator: operator.slice(0, 4096),
			candidate: ours.get(operator) ?? 0,
			baseline: theirs && (theirs.get(operator) ?? 0)
		}))
	};
}
function sharesOf({ operators }) {
	const total = operators.reduce((sum, { seconds }) => sum + seconds, 0);
	return new Map(operators.map(({ operator, seconds }) => [operator, total > 0 ? Math.min(1, seconds / total) : 0]));
}
function summaryOf({ written, optimized }) {
	const before = new Set(written.operators.map(({ operator }) => operator));
	const made = optimized.operators.map(({ operator }) => operator).filter((name) => !before.has(name));
	return {
		nodes: optimized.nodes,
		written: written.nodes,
		made: made.toSorted().slice(0, 100).map((name) => name.slice(0, 4096))
	};
}
// src/commands/footprint.ts
/**
* Fresh processes per model. Memory differs by 0.2 MB from one to the next, so that three show it; the time of a load differs
* by a factor of two and more, and a rule on it wants the median of seven.
*/
const PROCESSES = {
	memory: 3,
	load: 7
};
/** Of a load, per client count and model. */
const LOAD_SECONDS = .2;
/**
* Loading, first answer and memory of both models: medians over fresh processes that take turns. `judgesLoad`: whether a rule
* is on the time of loading.
*/
async function runMeasureFootprints({ title, batch, candidate, baseline, settings, limits }, judgesLoad, { meter, progress }) {
	progress.report(`${title}: loading and memory`);
	const ours = [];
	const theirs = [];
	for (let i = 0; i < PROCESSES[judgesLoad ? "load" : "memory"]; i++) {
		const measures = [async () => ours.push(await meter.footprint(candidate, settings, limits)), ...baseline ? [async () => theirs.push(await meter.footprint(baseline, settings, limits))] : []];
		for (const measure of i % 2 === 0 ? measures : measures.reverse()) await measure();
	}
	return {
		batch,
		candidate: mediansOf(ours),
		baseline: baseline && mediansOf(theirs)
	};
}
function mediansOf(samples) {
	const median = (of) => percentile(samples.map(of).sort((a, b) => a - b), .5);
	return {
		load: median(({ load }) => load),
		firstInference: median(({ firstInference }) => firstInference),
		firstAnswer: median(({ firstAnswer }) => firstAnswer),
		resident: Math.round(median(({ resident }) => resident)),
		peak: samples.some(({ peak }) => peak === null) ? null : Math.round(median(({ peak }) => peak)),
		processes: samples.length
	};
}
/** Calls per second at one, two, four … clients, up to `most`. */
async function runMeasureThroughput({ title, batch, candidate, baseline, settings, limits }, most, { meter, progress }) {
	const found = [];
	for (const clients of clientCounts(most)) {
		progress.report(`${title}: throughput with ${clients === 1 ? "1 client" : `${clients} clients`}`);
		const rate = (model) => meter.throughput(model, {
			clients,
			seconds: LOAD_SECONDS
		}, settings, limits);
		found.push({
			batch,
			clients,
			candidate: await rate(candidate),
			baseline: baseline && await rate(baseline)
		});
	}
	return found;
}
/** `clientCounts(6)` = 1, 2, 4, 6. */
function clientCounts(most) {
	const counts = [];
	for (let clients = 1; clients < most; clients *= 2) counts.push(clients);
	return most > 0 ? [...counts, most] : [];
}
/** Where the time goes in both models, and what the optimiser does to each. */
async function runProfile({ title, batch, candidate, baseline, settings, limits }, { meter, progress }) {
	progress.report(`${title}: profile`);
	const profile = async (model) => ({
		written: await meter.profile(model, {
			...settings,
			optimization: "disabled"
		}, limits),
		optimized: await meter.profile(model, settings, limits)
	});
	return {
		batch,
		...compareProfiles(await profile(candidate), baseline && await profile(baseline))
	};
}
/** What is shown beside the times must not cost them: a measure that fails becomes a note. */
async function attempt$2(what, notes, measure) {
	try {
		return await measure();
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		notes.push(`${what} was not measured: ${error.faults.map((each) => each.message).join(" ")}`);
		return null;
	}
}
// src/core/latency/decided.ts
/** Whether any rule of the policy compares with the baseline, and so can be open. */
function hasComparisons(latency) {
	return PERCENTILES.some(({ metric }) => latency[metric]?.["max-regression"] !== void 0);
}
/**
* Whether every rule of one batch size has its answer. Proved slower counts only when it would be so among all rules of
* the policy (Bonferroni, so that Holm's correction in the gate agrees). A rule that too few calls bear stays open in
* the gate, but more launches would not help it: it does not keep the benchmark going.
*/
function isDecided(arms, latency, confidence) {
	const family = PERCENTILES.filter(({ metric }) => latency[metric]?.["max-regression"] !== void 0).length * latency.batch.length;
	return arms.every((arm) => {
		const { max, "max-regression": regression } = latency[arm.metric] ?? {};
		if (max !== void 0 && compareBudget(arm.candidateInterval, parseDuration(max)) === "inconclusive") return false;
		if (regression === void 0 || arm.reason !== void 0 || arm.baseline === null) return true;
		if (!arm.interval) return false;
		const allowed = allowedShare(parsePercent(regression), parseDuration(latency.floor), arm.baseline);
		const { status, p } = compareArm(arm, arm.interval, allowed);
		return status === "fail" ? p * family <= (1 - confidence) / 2 : status === "pass";
	});
}
// src/core/latency/block-bootstrap.ts
/** Blocks in all; each far longer than a burst of the scheduler where calls are short. */
const BLOCKS = 200;
const RESAMPLES = 500;
/** Buckets between the least and the greatest time, even in logarithms: 0.7 % apart over three decades. */
const BUCKETS = 1024;
/**
* Bounds of percentiles when neighbouring calls hang together, each end with `confidence`: blocks of calls in a row
* are drawn with replacement (Künsch 1989; here blocks that do not overlap), and the percentiles of each resample
* are read from the summed histograms of its blocks, exact to one bucket.
*
* `launches`: seconds per call in the order they were made, not empty. The seed is fixed: the same calls give the same
* bounds.
*/
function blockBootstrap(launches, ps, confidence) {
	const calls = launches.reduce((sum, launch) => sum + launch.length, 0);
	const [least, greatest] = range(launches);
	const width = Math.log(greatest / least) / 1023 || 1;
	const bucketOf = (seconds) => Math.round(Math.log(seconds / least) / width);
	const blocks = launches.flatMap((launch) => histograms(launch, Math.ceil(calls / BLOCKS), bucketOf));
	const random = seededRandom(1);
	const found = ps.map(() => new Float64Array(RESAMPLES));
	const counts = new Int32Array(BUCKETS);
	for (let resample = 0; resample < RESAMPLES; resample++) {
		counts.fill(0);
		for (let i = 0; i < blocks.length; i++) {
			const block = blocks[Math.floor(random.uniform() * blocks.length)];
			for (const [bucket, calls] of block) counts[bucket] += calls;
		}
		const drawn = counts.reduce((sum, count) => sum + count, 0);
		for (const [i, p] of ps.entries()) found[i][resample] = least * Math.exp(bucketAt(counts, p * (drawn - 1)) * width);
	}
	return found.map((each) => {
		each.sort();
		return {
			lower: percentile(each, 1 - confidence),
			upper: percentile(each, confidence)
		};
	});
}
function histograms(launch, size, bucketOf) {
	const blocks = [];
	for (let from = 0; from < launch.length; from += size) {
		const block = /* @__PURE__ */ new Map();
		for (const seconds of launch.subarray(from, from + size)) {
			const bucket = bucketOf(seconds);
			block.set(bucket, (block.get(bucket) ?? 0) + 1);
		}
		blocks.push([...block]);
	}
	return blocks;
}
function range(launches) {
	let least = Number.POSITIVE_INFINITY;
	let greatest = 0;
	for (const launch of launches) for (const seconds of launch) {
		if (seconds < least) least = seconds;
		if (seconds > greatest) greatest = seconds;
	}
	return [least, greatest];
}
function bucketAt(counts, position) {
	let below = 0;
	for (let bucket = 0; bucket < counts.length; bucket++) {
		below += counts[bucket];
		if (below > position) return bucket;
	}
	return counts.length - 1;
}
// src/core/latency/binomial.ts
/**
* P(X ≤ k) for X ~ Binomial(n, p), to about 1e-8 relative in both tails for millions of trials: the terms are summed away from `k`, on the
* side where they fall. `binomialAtMost(1, 11, 0.5)` = 12/2048 = 0.005859375.
*
* `n` a whole number from 0, 0 < p < 1.
*/
function binomialAtMost(k, n, p) {
	if (k < 0) return 0;
	if (k >= n) return 1;
	return k < n * p ? tail(k, n, p) : 1 - tail(n - k - 1, n, 1 - p);
}
/** P(X ≤ k) below the mean: pmf(k) · (1 + pmf(k − 1)/pmf(k) + …). */
function tail(k, n, p) {
	const odds = (1 - p) / p;
	let term = 1;
	let total = 1;
	for (let i = k; i > 0 && term > 1e-16 * total; i--) {
		term *= i * odds / (n - i + 1);
		total += term;
	}
	const logPmf = logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p);
	return Math.min(1, Math.exp(logPmf) * total);
}
/** Stirling's series; the recurrence below where it has full precision. */
function logFactorial(n) {
	let product = 1;
	let x = n;
	for (; x < 16; x++) product *= x + 1;
	const v = 1 / (x * x);
	const series = (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v / 1680))) / x;
	return (x + .5) * Math.log(x) - x + .5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
// src/core/latency/early-stopping.ts
/**
* How many calls a percentile needs, and what they prove about it: MLPerf's early stopping (inference rules, appendix
* "Early stopping"). Each call independently takes longer than the percentile p with chance 1 − p, so the number of those that
* do is binomial.
*/
/** MLPerf's confidence. */
const CONFIDENCE = .99;
/** Of `calls`, how many may take longer than a bound; −1 when there are too few to prove anything. */
function mostOver(calls, p, confidence = CONFIDENCE) {
	return firstWhere(0, calls, (over) => binomialAtMost(over, calls, 1 - p) > 1 - confidence) - 1;
}
/**
* What the calls prove: the percentile is at most `upper`, and at least `lower`, each with `confidence`. These are
* order statistics; null where there are too few calls.
*
* `sorted`: ascending, not empty.
*/
function percentileBounds(sorted, p, confidence = CONFIDENCE) {
	const calls = sorted.length;
	const over = mostOver(calls, p, confidence);
	const under = mostOver(calls, 1 - p, confidence);
	return {
		lower: under < 0 ? null : sorted[under],
		upper: over < 0 ? null : sorted[calls - 1 - over]
	};
}
/** The smallest whole number from `low` for which `holds`, at most `high`; it must hold from there on. */
function firstWhere(low, high, holds) {
	let from = low;
	let to = high;
	while (from < to) {
		const middle = Math.floor((from + to) / 2);
		if (holds(middle)) to = middle;
		else from = middle + 1;
	}
	return from;
}
// src/core/latency/percentile-interval.ts
/**
* The interval that the calls prove for each percentile of one model, in the order of `PERCENTILES`: order statistics by
* MLPerf's early-stopping rule, widened by a block bootstrap where calls hang together (a burst slows many in a row).
* Each end holds with 99 %. Null where there are too few calls.
*
* `launches`: seconds per call in the order they were made, not empty.
*/
function percentileIntervals(launches) {
	const sorted = merged(launches);
	const blocks = blockBootstrap(launches, PERCENTILES.map(({ p }) => p), CONFIDENCE);
	return PERCENTILES.map(({ p }, i) => {
		const { lower, upper } = percentileBounds(sorted, p);
		if (lower === null || upper === null) return null;
		return {
			lower: Math.min(lower, blocks[i].lower),
			upper: Math.max(upper, blocks[i].upper),
			confidence: 2 * CONFIDENCE - 1,
			method: "early stopping (binomial), widened by block bootstrap"
		};
	});
}
// src/commands/time-batch.ts
/** Calls in a row before the turn changes (reference: 8, with the first of them kept apart). */
const CALLS_PER_TURN = 8;
/**
* Launches of one batch size, until every rule has its answer, the planned looks are used up or the time is
* (core/latency/looks.ts). `deadline`: milliseconds of the clock; at least one launch is made.
*/
async function runTimeBatch(inputs, ports) {
	const { title, latency, confidence, limits, deadline } = inputs;
	const { threads, spinning, execution, optimization } = latency;
	const launch = {
		candidate: inputs.candidate,
		baseline: inputs.baseline,
		settings: {
			threads,
			spinning,
			execution,
			optimization
		},
		seconds: latency.seconds,
		minimumCalls: 130,
		callsPerTurn: CALLS_PER_TURN
	};
	const comparing = inputs.baseline !== null && hasComparisons(latency);
	const budgeted = PERCENTILES.some(({ metric }) => latency[metric]?.max !== void 0);
	const looks = looksOf(latency.launches, comparing || budgeted);
	const launches = [];
	const sorted = [];
	const now = () => ports.clock.now().getTime();
	let said = "";
	let ended = looks.length === 1 ? "planned" : "undecided";
	let { share } = looks[0];
	for (const look of looks) {
		share = look.share;
		while (launches.length < look.launches && ended !== "time") {
			const of = Math.max(look.launches, latency.launches);
			ports.progress.report(`${title}, launch ${launches.length + 1} of ${of}${said}`, launches.length / of);
			const start = now();
			const samples = await ports.runner.time({
				...launch,
				seed: launches.length + 1
			}, limits);
			launches.push(samples);
			sorted.push(sortLaunch(samples, 7));
			said = soFar(sorted, confidence);
			if (launches.length < looks.at(-1).launches && 2 * now() - start > deadline) ended = "time";
		}
		if (ended === "time") break;
		const arms = latencyArms(sorted, confidence, share);
		if (looks.length > 1 && isDecided(budgeted ? proved(arms, launches) : arms, latency, confidence)) {
			ended = "decided";
			break;
		}
	}
	return {
		launches,
		sorted,
		arms: latencyArms(sorted, confidence, share),
		ended
	};
}
/** The arms with what the calls prove about each model alone. */
function proved(arms, launches) {
	const candidate = percentileIntervals(launches.map((launch) => launch.candidate));
	const baselines = launches.flatMap((launch) => launch.baseline ? [launch.baseline] : []);
	const baseline = baselines.length > 0 ? percentileIntervals(baselines) : [];
	return arms.map((arm, i) => ({
		...arm,
		candidateInterval: candidate[i] ?? null,
		baselineInterval: baseline[i] ?? null
	}));
}
/** `: p50 +1.2% [−0.3%, +2.7%]`, empty while there is no interval. */
function soFar(launches, confidence) {
	const [p50] = latencyArms(launches, confidence);
	if (p50.ratio === null || !p50.interval) return "";
	const { lower, upper } = p50.interval;
	const [ratio, low, high] = [
		p50.ratio,
		lower,
		upper
	].map((each) => formatPercentDelta(each - 1));
	return `: p50 ${ratio} [${low}, ${high}]`;
}
// src/commands/benchmark.ts
/**
* Times candidate and baseline: per batch size several fresh processes with both models inside, interleaved in short
* turns of random order, and a second session of the baseline as control. Then each model alone: loading, memory,
* throughput and where its time goes.
*/
async function runBenchmark(inputs, ports) {
	const { candidate, baseline, latency } = inputs;
	const machine = ports.machine.describe();
	const before = ports.machine.counters();
	const served = latency.endpoint === void 0 ? null : await runBenchmarkEndpoint({
		...inputs,
		address: latency.endpoint
	}, ports);
	const models = [candidate.path, ...baseline ? [baseline.path] : []];
	const { feedsOf, notes } = await runMakeFeeds({
		...inputs,
		models,
		batches: latency.batch,
		dimensions: latency.dimensions
	}, ports);
	const { threads, spinning, execution, optimization } = latency;
	const settings = {
		threads,
		spinning,
		execution,
		optimization
	};
	const deadline = ports.clock.now().getTime() + parseDuration(latency["max-time"]) * 1e3;
	const batches = latency.batch.map((batch) => {
		const [ours, theirs] = feedsOf(batch);
		return {
			...inputs,
			title: `${inputs.model}: batch ${batch}`,
			batch,
			settings,
			candidate: {
				path: candidate.path,
				feeds: ours
			},
			baseline: baseline && {
				path: baseline.path,
				feeds: theirs
			}
		};
	});
	const timed = [];
	for (const one of batches) timed.push({
		batch: one.batch,
		...await runTimeBatch({
			...inputs,
			...one,
			deadline
		}, ports)
	});
	const footprints = [];
	const throughput = [];
	const clients = latency.clients ?? Math.min(machine.cores, 64);
	for (const one of batches) {
		footprints.push(await runMeasureFootprints(one, latency.load !== void 0, ports));
		throughput.push(...await attempt$2("Throughput", notes, () => runMeasureThroughput(one, clients, ports)) ?? []);
	}
	const largest = batches.reduce((most, one) => one.batch > most.batch ? one : most);
	const profile = await attempt$2("Where the time goes", notes, () => runProfile(largest, ports));
	const { name, version } = await ports.runner.engine();
	const launches = timed.flatMap((one) => one.launches);
	return {
		schema: "onnx-gate/benchmark/v1",
		...headerOf(inputs, ports.clock),
		candidate: candidate.subject,
		baseline: baseline?.subject ?? null,
		arms: timed.flatMap((one) => proved(one.arms, one.launches).map((arm) => ({
			batch: one.batch,
			threads,
			...arm
		}))),
		histograms: timed.map(({ batch, sorted }) => ({
			batch,
			threads,
			...histogramOf$1(sorted)
		})),
		settings,
		runs: timed.map(runOf),
		footprints,
		throughput,
		profile,
		...served && { endpoint: served.endpoint },
		notes: [
			...notes,
			...served?.notes ?? [],
			...timed.flatMap(cutShort)
		],
		environment: {
			...machine,
			runtime: `${name} ${version}`,
			...spent(before, ports.machine.counters()),
			interruptions: perSecond(launches),
			noise: noisiest(timed)
		}
	};
}
function runOf({ batch, launches, ended }) {
	const median = (parts) => percentile(parts.flatMap((part) => [...part ?? []]).sort((a, b) => a - b), .5);
	const switched = launches.map(({ afterSwitch }) => afterSwitch);
	return {
		batch,
		launches: launches.length,
		ended,
		unsteady: launches.filter(({ steady }) => !steady).length,
		drift: driftOf(launches.map((launch) => launch.candidate)),
		afterSwitch: {
			candidate: median(switched.map((one) => one.candidate)),
			baseline: switched[0].baseline && median(switched.map((one) => one.baseline))
		}
	};
}
function cutShort({ batch, ended, launches }) {
	if (ended !== "time") return [];
	return [`The time was up after launch ${launches.length} of batch ${batch}; \`max-time\` gives more.`];
}
function noisiest(timed) {
	const scores = timed.map(({ sorted }) => noiseScore(sorted)).filter((score) => score !== null);
	return scores.length === 0 ? null : Math.max(...scores);
}
function perSecond(launches) {
	const seconds = launches.reduce((sum, launch) => sum + launch.seconds, 0);
	return launches.reduce((sum, { interruptions }) => sum + interruptions, 0) / seconds;
}
/** What the machine's counters say of the time between two looks. */
function spent(before, after) {
	const total = (after.processors?.total ?? 0) - (before.processors?.total ?? 0);
	const stolen = (after.processors?.stolen ?? 0) - (before.processors?.stolen ?? 0);
	return {
		throttled: before.throttled === null || after.throttled === null ? null : Math.max(0, after.throttled - before.throttled),
		steal: total > 0 ? Math.min(1, Math.max(0, stolen / total)) : null
	};
}
// src/core/curves/class-sums.ts
/** One pass over sorted rows. `label` 0 or 1. Labels 0 1 1, scores .5 .5 .9: positive 1 1, negative 1 0. */
function classSums(label, { order, begins }, weight) {
	let levels = 0;
	for (let i = 0; i < begins.length; i++) levels += begins[i];
	const positive = new Float64Array(levels);
	const negative = new Float64Array(levels);
	for (let i = 0, level = -1; i < order.length; i++) {
		level += begins[i];
		const row = order[i];
		const sums = label[row] === 1 ? positive : negative;
		sums[level] += weight === null ? 1 : weight[row];
	}
	return {
		positive,
		negative,
		positives: sum(positive),
		negatives: sum(negative)
	};
}
function sum(values) {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i];
	return total;
}
// src/core/curves/histogram.ts
/** Bars that a page has room for; fewer for few rows (the square root of their number). */
const FEWEST = 10;
const USUAL = 40;
/** Edges of equal width over all finite values; one bar around a single value. */
function histogramEdges(arms) {
	let [least, most, rows] = [
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY,
		0
	];
	for (const values of arms) {
		rows = Math.max(rows, values.length);
		for (const value of values) {
			if (value < least) least = value;
			if (value > most) most = value;
		}
	}
	if (!(most > least)) {
		const middle = Number.isFinite(least) ? least : 0;
		const reach = Math.max(1e-9, Math.abs(middle) * 1e-6);
		return [middle - reach, middle + reach];
	}
	const bars = Math.min(USUAL, 60, Math.max(FEWEST, Math.round(Math.sqrt(rows))));
	const step = most / bars - least / bars;
	return Array.from({ length: bars + 1 }, (_, i) => i === bars ? most : least + step * i);
}
/** Rows by bar; the last bar holds its upper edge. `label` null where labels are not 0 and 1. */
function histogramOf(scores, edges, label) {
	const bars = edges.length - 1;
	const [least, most] = [edges[0], edges.at(-1)];
	const counts = new Array(bars).fill(0);
	const positives = new Array(bars).fill(0);
	const scale = bars / (most / 2 - least / 2);
	for (let row = 0; row < scores.length; row++) {
		const bar = Math.min(bars - 1, Math.floor(scale * (scores[row] / 2 - least / 2)));
		counts[bar]++;
		if (label?.[row] === 1) positives[bar]++;
	}
	return {
		edges: [...edges],
		counts,
		positives: label === null ? null : positives
	};
}
// src/core/curves/reliability.ts
/**
* A reliability diagram (DeGroot and Fienberg 1983): in bins of equal weight, the mean score against the rate of label 1.
* Equal scores stay in one bin, as in the metric `ece`. Wilson's interval is over the bin's effective rows: with weights
* (Σw)²/Σw², and no more than p(1−p)/Var with the variance over groups (Korn and Graubard 1998), so that rows of one
* user do not pass for many.
*/
function reliabilityBins({ label, weight, group }, scores, { order, begins }, confidence) {
	const weightOf = (row) => weight === null ? 1 : weight[row];
	let total = 0;
	for (const row of order) total += weightOf(row);
	const bins = [];
	const residuals = new Float64Array(group?.count ?? 0);
	for (let start = 0, below = 0; start < order.length;) {
		const bin = Math.floor(20 * below / total);
		let [end, here] = [start, 0];
		while (end < order.length) {
			const inside = Math.floor(20 * (below + here) / total) === bin;
			const tied = end > start && begins[end] === 0;
			if (!inside && !tied) break;
			here += weightOf(order[end++]);
		}
		if (here > 0) bins.push(binOf(order.subarray(start, end), here));
		below += here;
		start = bins.length < 20 ? end : order.length;
	}
	return bins;
	function binOf(rows, mass) {
		let [score, hits, squares] = [
			0,
			0,
			0
		];
		for (const row of rows) {
			const w = weightOf(row);
			score += w * scores[row];
			hits += w * label[row];
			squares += w * w;
		}
		const rate = Math.min(1, hits / mass);
		const n = Math.max(1, Math.min(mass * mass / squares, groupedRows(rows, mass, rate)));
		const { lower, upper } = wilson(Math.min(n, rate * n), n, confidence);
		return {
			rows: rows.length,
			score: Math.min(1, Math.max(0, score / mass)),
			rate,
			lower: Math.min(1, Math.max(0, lower)),
			upper: Math.min(1, Math.max(0, upper))
		};
	}
	function groupedRows(rows, mass, rate) {
		if (group === null) return Number.POSITIVE_INFINITY;
		for (const row of rows) residuals[group.code[row]] += weightOf(row) * (label[row] - rate) / mass;
		let variance = 0;
		for (const row of rows) {
			const code = group.code[row];
			variance += residuals[code] ** 2;
			residuals[code] = 0;
		}
		return variance > 0 ? rate * (1 - rate) / variance : Number.POSITIVE_INFINITY;
	}
}
// src/core/curves/simplify.ts
/** Points that the slower step starts from, as a multiple of what is wanted. */
const COARSE = 10;
/**
* At most `most` of the points, both ends among them, chosen so that the line looks the same: those are dropped whose
* triangle with its neighbours is smallest (Visvalingam and Whyatt 1993). A line of very many points is thinned before,
* to the last point of each step of equal length along |dx| + |dy|. `most` at least 2.
*/
function simplify(whole, most) {
	const line = thinned(whole, most * COARSE);
	const next = line.map((_, i) => i + 1);
	const previous = line.map((_, i) => i - 1);
	const areas = line.map((_, i) => areaAt(line, i - 1, i, i + 1));
	for (let left = line.length; left > most; left--) {
		let smallest = next[0];
		for (let i = next[0]; i < line.length - 1; i = next[i]) if (areas[i] < areas[smallest]) smallest = i;
		const [before, after] = [previous[smallest], next[smallest]];
		next[before] = after;
		previous[after] = before;
		for (const i of [before, after]) areas[i] = Math.max(areas[smallest], areaAt(line, previous[i], i, next[i]));
	}
	const kept = [];
	for (let i = 0; i < line.length; i = next[i]) kept.push(line[i]);
	return kept;
}
function thinned(line, most) {
	let [steps, whole] = [0, 0];
	alongSteps(line, (length) => {
		steps++;
		whole += length;
	});
	const longest = steps < most ? -1 : whole / (most - 2);
	const kept = [];
	let gone = 0;
	const end = alongSteps(line, (length, x, y) => {
		if (kept.length === 0 || gone + length > longest && kept.length < most - 1) {
			kept.push([x, y]);
			gone = 0;
		}
		gone += length;
	});
	return [...kept, end];
}
/** Visits each step, its length |dx| + |dy| and the point where it starts; returns where the last one ends. */
function alongSteps(line, visit) {
	let [lastX, lastY] = [NaN, NaN];
	line((x, y) => {
		const length = Math.abs(x - lastX) + Math.abs(y - lastY);
		if (!Number.isNaN(length)) visit(length, lastX, lastY);
		lastX = x;
		lastY = y;
	});
	return [lastX, lastY];
}
/** Twice the triangle's area; the ends of a line have no triangle and stay. */
function areaAt(line, a, b, c) {
	if (a < 0 || c >= line.length) return Number.POSITIVE_INFINITY;
	const [[ax, ay], [bx, by], [cx, cy]] = [
		line[a],
		line[b],
		line[c]
	];
	return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}
// src/core/curves/roc.ts
/** The two curves of a ranking's quality, one point for each distinct score. */
/** Straight parts of a ROC curve need no points inside. Decimals that a drawing can show. */
const DECIMALS = 5;
const rounded = (value) => Math.min(1, Number(value.toFixed(DECIMALS)));
/**
* From 0, 0 to 1, 1; tied scores are one step, drawn as the straight line that AUC counts as half.
* Labels 0 0 1 1, scores .1 .4 .35 .8: 0,0 · 0,.5 · .5,.5 · .5,1 · 1,1. Null with one class only.
*/
function rocPoints(sums) {
	const { positive, negative, positives, negatives } = sums;
	if (!(positives > 0 && negatives > 0)) return null;
	return drawable((visit) => {
		let [truePositive, falsePositive] = [0, 0];
		visit(0, 0);
		for (let i = positive.length - 1; i >= 0; i--) {
			truePositive += positive[i];
			falsePositive += negative[i];
			visit(falsePositive / negatives, truePositive / positives);
		}
	});
}
/**
* Recall and precision at each distinct threshold, the highest score first, from recall 0 at the first precision.
* Labels 0 0 1 1, scores .1 .4 .35 .8: 0,1 · .5,1 · .5,.5 · 1,.6667 · 1,.5. Null without positives.
*/
function precisionRecallPoints({ positive, negative, positives }) {
	if (!(positives > 0)) return null;
	return drawable((visit) => {
		let [truePositive, all] = [0, 0];
		for (let i = positive.length - 1; i >= 0; i--) {
			const isFirst = all === 0;
			truePositive += positive[i];
			all += positive[i] + negative[i];
			if (all === 0) continue;
			if (isFirst) visit(0, truePositive / all);
			visit(truePositive / positives, truePositive / all);
		}
	});
}
function drawable(line) {
	return simplify(line, 200).map(([x, y]) => [rounded(x), rounded(y)]);
}
// src/core/curves/curves.ts
/**
* Curves of both models, bounded whatever the number of rows; empty where every class has a score of its own or no row
* has weight. Curves and rates are weighted, bars count rows. `scores` have passed `checkScores`.
*/
function curvesOf(scores, task, confidence) {
	const used = withPositiveWeights(scores);
	const { candidate, baseline, label, classes = 1 } = used;
	if (classes > 1 || task === "multiclass" || label.length === 0) return {};
	const edges = histogramEdges(baseline === null ? [candidate] : [candidate, baseline]);
	const model = (arm, values) => ({
		...task === "binary" ? binaryCurves(used, arm, values, confidence) : {
			roc: null,
			precisionRecall: null,
			reliability: null
		},
		scoreHistogram: histogramOf(values, edges, task === "binary" ? label : null)
	});
	return { curves: {
		candidate: model("candidate", candidate),
		baseline: baseline === null ? null : model("baseline", baseline),
		confidence
	} };
}
function binaryCurves(scores, arm, values, confidence) {
	const sorted = sortedRows(scores, arm);
	const sums = classSums(scores.label, sorted, scores.weight);
	const probabilities = values.every((score) => score >= 0 && score <= 1);
	const bothClasses = sums.positives > 0 && sums.negatives > 0;
	return {
		roc: rocPoints(sums),
		precisionRecall: bothClasses ? precisionRecallPoints(sums) : null,
		reliability: probabilities ? reliabilityBins(scores, values, sorted, confidence) : null
	};
}
// src/core/metrics/churn/win-tie-loss.ts
/**
* Counts groups in which the candidate's value of a metric is better, equal, or worse. Groups that either side does not
* define (NaN) are left out. `candidate` and `baseline`: one value per group, in one order.
* Candidate .5 .7 NaN, baseline .5 .9 1, higher is better: 0 wins, 1 tie, 1 loss.
*/
function winTieLoss(candidate, baseline, direction) {
	let higher = 0;
	let ties = 0;
	let lower = 0;
	for (let group = 0; group < candidate.length; group++) {
		const difference = candidate[group] - baseline[group];
		if (difference > 0) higher++;
		else if (difference < 0) lower++;
		else if (difference === 0) ties++;
	}
	return direction === "higher" ? {
		wins: higher,
		ties,
		losses: lower
	} : {
		wins: lower,
		ties,
		losses: higher
	};
}
// src/core/metrics/churn/group-results.ts
/**
* For each metric that has a value per group, or a mean over rows that can be taken per group, on how many groups the
* candidate is better. Nothing without groups or a baseline. Rows without weight do not count.
*/
function groupResults(all, ids, task) {
	const scores = withPositiveWeights(all);
	const { group, baseline } = scores;
	if (group === null || baseline === null || group.count === 0) return [];
	return ids.flatMap((id) => {
		const parsed = parseMetricId(id, task);
		if (!parsed.ok) return [];
		const { definition, options } = parsed.metric;
		if (typeof definition.direction === "object") return [];
		const perGroup = (arm) => {
			const prepared = definition.prepare(scores, arm, options);
			if (prepared.kind === "groups") return prepared.values;
			return prepared.kind === "rows" ? groupMeans(prepared.values, scores, group) : null;
		};
		const candidate = perGroup("candidate");
		const other = candidate === null ? null : perGroup("baseline");
		if (candidate === null || other === null) return [];
		return [{
			metric: id,
			...winTieLoss(candidate, other, definition.direction)
		}];
	});
}
function groupMeans(values, { weight }, { code, count }) {
	const sums = new Float64Array(count);
	const totals = new Float64Array(count);
	for (let row = 0; row < values.length; row++) {
		const w = weight === null ? 1 : weight[row];
		sums[code[row]] += w * values[row];
		totals[code[row]] += w;
	}
	return sums.map((sum, g) => sum / totals[g]);
}
// src/core/metrics/churn/paired-ranks.ts
/**
* Equal scores keep the order of the input in both lists, so that two models with equal scores have equal lists.
* `scores` must have a baseline.
*/
function pairedRanks(scores) {
	const { starts, rows } = groupedOrder(scores, "candidate");
	const baseline = groupedOrder(scores, "baseline");
	const rankOfRow = new Uint32Array(rows.length);
	for (let group = 0; group < scores.group.count; group++) {
		const from = starts[group];
		for (let place = from; place < starts[group + 1]; place++) rankOfRow[baseline.rows[place]] = place - from;
	}
	return {
		starts,
		baselineRank: rows.map((row) => rankOfRow[row])
	};
}
/** `measure(from, to)` for the places of each group; NaN for a group without rows. */
function byGroup(starts, measure) {
	const values = new Float64Array(starts.length - 1);
	for (let group = 0; group < values.length; group++) {
		const from = starts[group];
		const to = starts[group + 1];
		values[group] = from === to ? NaN : measure(from, to);
	}
	return values;
}
// src/core/metrics/churn/first-changed.ts
/** By group, 1 where the first row is another one than in the baseline's list, else 0. NaN for a group without rows. */
function firstChanged({ starts, baselineRank }) {
	return byGroup(starts, (from) => baselineRank[from] === 0 ? 0 : 1);
}
// src/core/metrics/churn/flip-rate.ts
/**
* Weighted share of rows that the two models put on different sides of a threshold; above it means strictly above (TFMA's
* boolean flip rates, both directions together). `weight` null: all ones. NaN without rows.
* Candidate .6 .4, baseline .4 .3, threshold .5: .5.
*/
function flipRate(candidate, baseline, weight, threshold) {
	let flipped = 0;
	let total = 0;
	for (let row = 0; row < candidate.length; row++) {
		const w = weight === null ? 1 : weight[row];
		total += w;
		if (candidate[row] > threshold !== baseline[row] > threshold) flipped += w;
	}
	return flipped / total;
}
// src/core/metrics/churn/kendall.ts
/**
* Kendall's tau-b: (concordant − discordant)/√((n₀ − n₁)(n₀ − n₂)), n₀ all pairs, n₁ and n₂ those tied in x and in y (Kendall
* 1945), by Knight's algorithm (1966) in O(n log n). Rows count once, whatever their weight. All counts are exact up to 134
* million rows. NaN when either side is constant or there are fewer than two rows.
* x 1 2 3 4, y 1 3 2 4: 4/6. x 1 1 2, y 1 2 3: 2/√(2 · 3).
*/
function kendallTauB(x, y) {
	const n = x.length;
	const order = argsort(x);
	const xs = new Float64Array(n);
	const ys = new Float64Array(n);
	for (let i = 0; i < n; i++) {
		xs[i] = x[order[i]];
		ys[i] = y[order[i]];
	}
	let tiedInBoth = 0;
	for (let start = 0, end = 0; start < n; start = end) {
		while (end < n && xs[end] === xs[start]) end++;
		if (end - start > 1) tiedInBoth += tiedPairs(ys.subarray(start, end).sort());
	}
	const discordant = sortCountingInversions(ys);
	const untiedX = pairs(n) - tiedPairs(xs);
	const untiedY = pairs(n) - tiedPairs(ys);
	return (untiedX + untiedY - pairs(n) + tiedInBoth - 2 * discordant) / Math.sqrt(untiedX * untiedY);
}
// src/core/metrics/churn/overlap.ts
/**
* By group, the share of the first k rows that both lists have in common: |A ∩ B|/min(k, n) for a group of n rows. Groups of
* at most k rows have 1. NaN for a group without rows.
* Candidate a b c, baseline a c b, k 2: .5.
*/
function overlapAt({ starts, baselineRank }, k) {
	return byGroup(starts, (from, to) => {
		const depth = Math.min(k, to - from);
		let shared = 0;
		for (let place = from; place < from + depth; place++) if (baselineRank[place] < depth) shared++;
		return shared / depth;
	});
}
// src/core/metrics/churn/rbo.ts
/**
* By group, the extrapolated rank-biased overlap of both lists, RBO_ext = A_n·pⁿ + (1 − p)/p·Σ_{d≤n} A_d·p^d with A_d the
* share that the first d rows have in common (Webber, Moffat & Zobel 2010, equation 23). Both lists hold the same rows, and so
* A_n = 1: equal lists have 1. `p` in (0, 1) is the chance of looking one row further. NaN for a group without rows.
* Candidate a b, baseline b a, p .9: A 0 1, .81 + .1/.9·.81 = .9.
*/
function rankBiasedOverlap({ starts, baselineRank }, p) {
	return byGroup(starts, (from, to) => {
		const n = to - from;
		const joins = new Uint32Array(n);
		for (let rank = 0; rank < n; rank++) joins[Math.max(rank, baselineRank[from + rank])]++;
		let shared = 0;
		let sum = 0;
		for (let rank = 0; rank < n; rank++) {
			shared += joins[rank];
			sum += shared / (rank + 1) * p ** rank;
		}
		return p ** n + (1 - p) * sum;
	});
}
// src/core/metrics/churn/score-shift.ts
/** `weight` null: all ones. Candidate .6 .4, baseline .4 .3: mean .15, max .2. */
function scoreShift(candidate, baseline, weight) {
	let sum = 0;
	let total = 0;
	let max = 0;
	for (let row = 0; row < candidate.length; row++) {
		const w = weight === null ? 1 : weight[row];
		const shift = Math.abs(candidate[row] - baseline[row]);
		sum += w * shift;
		total += w;
		if (shift > max) max = shift;
	}
	return {
		mean: sum / total,
		max
	};
}
// src/core/metrics/churn/spearman.ts
/**
* Spearman's rank correlation: Pearson's of the midranks (Spearman 1904; tied values share their mean rank). Rows count once,
* whatever their weight. NaN when either side is constant or there are fewer than two rows. O(n log n).
* x 1 2 3 4, y 1 3 2 4: .8.
*/
function spearman(x, y) {
	const a = centredMidranks(x);
	const b = centredMidranks(y);
	let products = 0;
	let squaresOfA = 0;
	let squaresOfB = 0;
	for (let row = 0; row < a.length; row++) {
		products += a[row] * b[row];
		squaresOfA += a[row] ** 2;
		squaresOfB += b[row] ** 2;
	}
	return products / Math.sqrt(squaresOfA * squaresOfB);
}
/** Midranks minus their mean, (n + 1)/2. */
function centredMidranks(values) {
	const n = values.length;
	const order = argsort(values);
	const ranks = new Float64Array(n);
	for (let start = 0, end = 0; start < n; start = end) {
		const value = values[order[start]];
		while (end < n && values[order[end]] === value) end++;
		const rank = (start + end - n) / 2;
		for (let i = start; i < end; i++) ranks[order[i]] = rank;
	}
	return ranks;
}
// src/core/metrics/churn/index.ts
/** How much the candidate's answers differ from the baseline's; needs no labels. */
/** The persistence of rank-biased overlap: 86 % of its weight is on the first ten ranks (Webber et al. 2010). */
const RBO_P = .9;
/**
* Compares the scores of both models, which must be finite; `scores` must have a baseline. Labels are not looked at.
* Row weights weigh rows, but not in rank correlations; a group weighs as much as its mean row.
*/
function churnOf(scores, { threshold, k }) {
	const { candidate, baseline, weight } = scores;
	const shift = scoreShift(candidate, baseline, weight);
	return {
		rows: candidate.length,
		flipRate: threshold === null ? null : orNull(flipRate(candidate, baseline, weight, threshold)),
		meanShift: orNull(shift.mean),
		maxShift: candidate.length === 0 ? null : shift.max,
		spearman: orNull(spearman(candidate, baseline)),
		kendallTauB: orNull(kendallTauB(candidate, baseline)),
		...listChurn(scores, k)
	};
}
function listChurn(scores, k) {
	if (!isGrouped(scores)) return {
		groups: 0,
		overlap: null,
		rbo: null,
		firstChanged: null
	};
	const ranks = pairedRanks(scores);
	const weights = queryWeights(scores);
	const changed = firstChanged(ranks);
	return {
		groups: changed.reduce((count, value) => Number.isNaN(value) ? count : count + 1, 0),
		overlap: groupMean(overlapAt(ranks, k), weights),
		rbo: groupMean(rankBiasedOverlap(ranks, RBO_P), weights),
		firstChanged: groupMean(changed, weights)
	};
}
function groupMean(values, weights) {
	let sum = 0;
	let total = 0;
	for (let group = 0; group < values.length; group++) {
		if (Number.isNaN(values[group])) continue;
		sum += weights[group] * values[group];
		total += weights[group];
	}
	return orNull(sum / total);
}
function orNull(value) {
	return Number.isNaN(value) ? null : value;
}
// src/core/metrics/where/leave-out.ts
/** What a metric that is no sum over rows comes to without some of them. */
/**
* By part, the metric of all other rows. `scores` are all rows, of which `prepared` has those of positive weight.
*
* A function of sums takes them once for all parts that share no row; bins stay those of all rows, as in its resamples.
* Anything else goes through the rows once for each part.
*/
function leaveOut(prepared, scores, parts) {
	const { resampled } = prepared;
	return resampled?.by === "sums" ? withoutSums(resampled, scores, parts) : withoutRows(prepared, scores, parts);
}
function withoutRows({ value }, scores, parts) {
	const times = new Float64Array(scores.label.length);
	return Float64Array.from(parts, (rows) => {
		times.fill(1);
		for (const row of rows) times[row] = 0;
		return value(counting(times, scores));
	});
}
function withoutSums({ terms, of }, scores, parts) {
	const values = new Float64Array(parts.length);
	const weight = scores.weight && counting(scores.weight, scores);
	for (const { code, members } of divisions(parts, scores.label.length)) {
		const count = members.length + 1;
		const sums = sumByPart(terms, weight, {
			code: counting(code, scores),
			count
		});
		for (const [place, part] of members.entries()) values[part] = of(othersOf(sums, count, place + 1));
	}
	return values;
}
/** Of the rows that have weight. */
function counting(values, { weight }) {
	return weight === null ? values : values.filter((_, row) => weight[row] > 0);
}
/** Parts as they come, as many at a time as share no row. */
function* divisions(parts, rows) {
	const code = new Int32Array(rows);
	let members = [];
	for (const [part, own] of parts.entries()) {
		if (own.some((row) => code[row] !== 0)) {
			yield {
				code,
				members
			};
			code.fill(0);
			members = [];
		}
		members.push(part);
		for (const row of own) code[row] = members.length;
	}
	yield {
		code,
		members
	};
}
/** Added up, for a difference from the total would leave its rounding error where nothing is left. */
function othersOf(sums, count, part) {
	const width = sums.length / count;
	const total = new Float64Array(width);
	for (let other = 0; other < count; other++) {
		if (other === part) continue;
		for (let cell = 0; cell < width; cell++) total[cell] += sums[cell * count + other];
	}
	return total;
}
// src/core/metrics/where/row-losses.ts
/**
* - `rows`: with d the row's own difference, w·d/Σw.
* - `groups`: w·d/Σw of its group over the groups that both models define, in equal parts to the rows of the group.
* - `auc`: with D the difference of the row's placements (DeLong 1988), ½·w·D/W, W the weight of its class, and for Gini twice that. AUC is the
*   mean placement of either class, so that each class gives half; a pair counts half for its positive and half for its
*   negative.
*
* Null where there is no such sum. `scores` have a baseline and positive weights.
*/
const TERMS = {
	rows: rowTerms,
	groups: groupTerms,
	auc: aucTerms
};
function rowTerms(candidate, baseline, { weight }) {
	let total = 0;
	const terms = candidate.values.map((value, row) => {
		const w = weight === null ? 1 : weight[row];
		total += w;
		return w * (value - baseline.values[row]);
	});
	for (let row = 0; row < terms.length; row++) terms[row] /= total;
	return terms;
}
function groupTerms(candidate, baseline, { group }) {
	if (group === null) return null;
	let total = 0;
	const share = candidate.values.map((value, code) => {
		const difference = value - baseline.values[code];
		const w = candidate.weights[code];
		if (Number.isNaN(difference) || !(w > 0)) return 0;
		total += w;
		return w * difference;
	});
	const sizes = new Float64Array(group.count);
	for (const code of group.code) sizes[code]++;
	const terms = new Float64Array(group.code.length);
	for (let row = 0; row < terms.length; row++) {
		const code = group.code[row];
		terms[row] = share[code] / total / sizes[code];
	}
	return terms;
}
function aucTerms({ gini }, _second, scores) {
	const { label, candidate, baseline, weight } = scores;
	const total = classWeights(label, weight);
	if (baseline === null || total.positive === 0 || total.negative === 0) return null;
	const terms = placements(label, candidate, weight).of;
	const others = placements(label, baseline, weight).of;
	for (let row = 0; row < terms.length; row++) {
		const w = weight === null ? 1 : weight[row];
		terms[row] = (gini ? 1 : .5) * w * (terms[row] - others[row]) / (label[row] === 1 ? total.positive : total.negative);
	}
	return terms;
}
// src/core/metrics/where/worst.ts
/** The parts of the rows that lose most. */
/** The largest losses above zero, largest first; equal ones as they stand. One pass. */
function largest(losses) {
	const found = [];
	for (let index = 0; index < losses.length; index++) {
		const loss = losses[index];
		if (!(loss > 0) || found.length === 5 && loss <= found.at(-1).loss) continue;
		const place = found.findIndex((one) => one.loss < loss);
		found.splice(place < 0 ? found.length : place, 0, {
			index,
			loss
		});
		if (found.length > 5) found.pop();
	}
	return found;
}
function worstSlices(slices, losses) {
	return largest(losses).map(({ index, loss }) => {
		const { id, rows } = slices[index];
		return {
			slice: id,
			rows: rows.length,
			loss
		};
	});
}
function worstGroups(losses, group, names) {
	const sums = new Float64Array(group.count);
	const sizes = new Int32Array(group.count);
	for (let row = 0; row < losses.length; row++) {
		sums[group.code[row]] += losses[row];
		sizes[group.code[row]]++;
	}
	return largest(sums).map(({ index, loss }) => ({
		group: (names[index] ?? "").slice(0, LONGEST_NAME),
		rows: sizes[index],
		loss
	}));
}
const LONGEST_NAME = 100;
// src/core/metrics/where/where.ts
/** Slices that are left out one at a time: each may cost a metric of all rows, twice. */
const MOST_LEFT_OUT = 100;
/**
* For a metric of all rows by which the candidate is worse, the parts that lose most; null when it is not worse, or when
* neither way applies.
*
* - Means over rows or groups, and AUC, are sums over rows (see `TERMS`): the losses of the parts of any division add up to the
*   whole. Of means over groups there are no worst rows.
* - Other metrics: a slice's loss is the loss of all rows minus the loss without the slice (see `leaveOut`); no groups and rows.
*
* `scores` have passed `checkScores`; `result` is of all of them.
*/
function whereWorse(result, scores, slices, groupNames, task) {
	const sign = result.direction === "higher" ? -1 : 1;
	const loss = result.delta === null ? 0 : sign * result.delta;
	if (!(loss > 0) || scores.baseline === null) return null;
	const parsed = parseMetricId(result.metric, task);
	if (!parsed.ok) return null;
	const { definition, options } = parsed.metric;
	const used = withPositiveWeights(scores);
	const candidate = definition.prepare(used, "candidate", options);
	const baseline = definition.prepare(used, "baseline", options);
	if (candidate.kind === "undefined" || baseline.kind !== candidate.kind) return null;
	const head = {
		metric: result.metric,
		loss
	};
	if (candidate.kind === "functional") {
		const tried = slices.slice(0, MOST_LEFT_OUT);
		const losses = leftOut(candidate, baseline, definition.direction, scores, tried, loss);
		return {
			...head,
			method: "leave-out",
			slices: worstSlices(tried, losses),
			groups: [],
			rows: []
		};
	}
	const terms = TERMS[candidate.kind](candidate, baseline, used);
	if (terms === null) return null;
	const losses = spread(terms, scores, sign);
	return {
		...head,
		method: "sum",
		slices: worstSlices(slices, Float64Array.from(slices, ({ rows }) => sumOver(rows, losses))),
		groups: scores.group === null ? [] : worstGroups(losses, scores.group, groupNames ?? []),
		rows: candidate.kind === "groups" ? [] : largest(losses).map((part) => rowOf(part, scores))
	};
}
/** Terms of the rows that count, signed so that a loss is positive, by row of all; 0 for the others. */
function spread(terms, { weight, label }, sign) {
	const all = new Float64Array(label.length);
	let next = 0;
	for (let row = 0; row < all.length; row++) if (weight === null || weight[row] > 0) all[row] = sign * terms[next++];
	return all;
}
function sumOver(rows, losses) {
	let sum = 0;
	for (let i = 0; i < rows.length; i++) sum += losses[rows[i]];
	return sum;
}
/** By slice, the loss of all rows minus that of the others. */
function leftOut(candidate, baseline, direction, scores, slices, whole) {
	const badness = (value) => typeof direction === "object" ? Math.abs(value - direction.target) : direction === "higher" ? -value : value;
	const parts = slices.map(({ rows }) => rows);
	const others = leaveOut(baseline, scores, parts);
	return leaveOut(candidate, scores, parts).map((value, slice) => whole - (badness(value) - badness(others[slice])));
}
function rowOf({ index, loss }, { label, candidate, baseline, classes = 1 }) {
	const at = classes === 1 ? index : index * classes + label[index];
	return {
		row: index + 1,
		label: label[index],
		candidate: candidate[at],
		baseline: baseline[at],
		loss
	};
}
// src/core/metrics/ranking/tie-rate.ts
/**
* Of the neighbours in the ranked lists of one model, the share with equal scores; 0 without neighbours. Above 1 % the
* convention `ties` begins to matter. Scores .5 .5 .1 in one group: .5.
*/
function tieRate(scores, arm) {
	const { starts, runEnds } = groupedOrder(scores, arm);
	let neighbours = 0;
	let tied = 0;
	for (let group = 0; group < scores.group.count; group++) {
		const to = starts[group + 1];
		for (let place = starts[group]; place + 1 < to; place++) {
			neighbours++;
			if (runEnds[place] > place + 1) tied++;
		}
	}
	return neighbours === 0 ? 0 : tied / neighbours;
}
// src/core/quality/distinct.ts
/** How many of the rows differ in these columns, bit by bit: −0 is 0, and NaN is NaN. Open addressing, 8 to 16 bytes a row. */
function countDistinct(columns, rows) {
	if (rows === 0) return 0;
	const width = columns.map((column) => column.length / rows);
	const words = columns.map((column) => bits(column));
	const steps = words.map((view, i) => view.length / columns[i].length * width[i]);
	const mask = 2 ** Math.ceil(Math.log2(2 * rows)) - 1;
	/** Row + 1, or 0 where the slot is free. */
	const slots = new Uint32Array(mask + 1);
	let distinct = 0;
	for (let row = 0; row < rows; row++) {
		let slot = hashOf(words, steps, row) & mask;
		for (;;) {
			const other = slots[slot];
			if (other === 0) {
				slots[slot] = row + 1;
				distinct++;
				break;
			}
			if (equal$1(words, steps, row, other - 1)) break;
			slot = slot + 1 & mask;
		}
	}
	return distinct;
}
function bits(column) {
	const plain = column.some((value) => Object.is(value, -0)) ? column.map((value) => value + 0) : column;
	return new Uint32Array(plain.buffer, plain.byteOffset, plain.byteLength / 4);
}
/** Mixing as in MurmurHash3 (Appleby, public domain). */
function hashOf(words, steps, row) {
	let hash = 0;
	for (let i = 0; i < words.length; i++) {
		const view = words[i];
		const step = steps[i];
		for (let at = row * step, end = at + step; at < end; at++) {
			let word = Math.imul(view[at], 3432918353);
			word = word << 15 | word >>> 17;
			hash ^= Math.imul(word, 461845907);
			hash = Math.imul(hash << 13 | hash >>> 19, 5) + 3864292196 | 0;
		}
	}
	hash = Math.imul(hash ^ hash >>> 16, 2246822507);
	hash = Math.imul(hash ^ hash >>> 13, 3266489909);
	return (hash ^ hash >>> 16) >>> 0;
}
function equal$1(words, steps, row, other) {
	for (let i = 0; i < words.length; i++) {
		const view = words[i];
		const step = steps[i];
		for (let k = 0; k < step; k++) if (view[row * step + k] !== view[other * step + k]) return false;
	}
	return true;
}
// src/core/quality/finding.ts
function finding(check, level, message, more = {}) {
	return {
		check,
		level,
		message,
		...more
	};
}
// src/core/quality/scores.ts
/** Fewer rows of a class than this: the normal approximation of its intervals is a guess. */
const FEW = 100;
/** Where the treatment of ties begins to move metrics of ranked lists (see `tieRate`). */
const MANY_TIES = .01;
const MANY_REPEATED = .05;
/** `scores` have passed `checkScores`. */
function scoreFindings(scores, task) {
	return [
		...labelBalance(scores, task),
		...emptyGroups(scores, task),
		...constantScores(scores),
		...repeatedRows(scores),
		...ties(scores)
	];
}
function labelBalance({ label }, task) {
	const rows = label.length;
	const counts = /* @__PURE__ */ new Map();
	if (task === "regression" || task === "ranking") {
		if (rows === 0 || label.some((value) => value !== label[0])) return [];
		return [finding("label-balance", "warning", `Every row has label ${label[0]}: nothing can be ranked or explained.`, { value: 1 })];
	}
	for (const value of label) counts.set(value, (counts.get(value) ?? 0) + 1);
	if (task === "binary") return [positivesFinding(counts.get(1) ?? 0, rows)];
	const [rarest, count] = [...counts].reduce((least, one) => one[1] < least[1] ? one : least, [NaN, Number.POSITIVE_INFINITY]);
	const said = `The rarest of ${counts.size} classes is ${rarest}, with ${plural(count, "row")} of ${formatCount(rows)}`;
	return [count < FEW ? finding("label-balance", "warning", `${said}: with fewer than ${FEW}, what is said of it is rough.`, { value: count / rows }) : finding("label-balance", "info", `${said}.`, { value: count / rows })];
}
/** How many of `rows` have label 1. */
function positivesFinding(positives, rows) {
	const rate = rows === 0 ? 0 : positives / rows;
	const rarer = Math.min(positives, rows - positives);
	const said = `${formatCount(positives)} of ${plural(rows, "row")} are positive (${formatPercent(rate, 2)})`;
	return rarer < FEW ? finding("label-balance", "warning", `${said}: with fewer than ${FEW} rows of a class, intervals are rough.`, { value: rate }) : finding("label-balance", "info", `${said}.`, { value: rate });
}
/** What the convention `empty` of ranked lists decides about: left out by default, 0 or 1 by the presets of other tools. */
function emptyGroups({ label, group }, task) {
	if (group === null || task !== "binary" && task !== "ranking") return [];
	const relevant = /* @__PURE__ */ new Set();
	for (let row = 0; row < label.length; row++) if (label[row] > 0) relevant.add(group.code[row]);
	const empty = group.count - relevant.size;
	if (empty === 0) return [];
	const share = empty / group.count;
	return [finding("empty-groups", "info", `${formatCount(empty)} of ${plural(group.count, "group")} (${formatPercent(share, 2)}) have no row with a label above 0.`, { value: share })];
}
function constantScores(scores) {
	return ["candidate", "baseline"].flatMap((arm) => {
		const values = scores[arm];
		const { classes = 1 } = scores;
		if (values === null || scores.label.length < 2) return [];
		if (values.some((value, i) => value !== values[i % classes])) return [];
		return [finding("constant-scores", "warning", `The ${arm} gives every row the same score, ${values.subarray(0, Math.min(3, classes)).join(", ")}.`, { column: arm })];
	});
}
/** Coarse scores repeat by themselves; with the group and both models agreeing they hardly do. */
function repeatedRows({ label, candidate, baseline, group }) {
	const rows = label.length;
	const repeated = rows - countDistinct([
		label,
		candidate,
		...baseline ? [baseline] : [],
		...group ? [group.code] : []
	], rows);
	if (repeated === 0) return [];
	const share = repeated / rows;
	const same = `the label${group ? ", the group" : ""} and the score${baseline ? "s" : ""} of another row`;
	const said = `${formatCount(repeated)} of ${plural(rows, "row")} (${formatPercent(share, 2)}) repeat ${same}`;
	return [group !== null && baseline !== null && share >= MANY_REPEATED ? finding("repeated-rows", "warning", `${said}: rows that stand twice count twice.`, { value: share }) : finding("repeated-rows", "info", `${said}.`, { value: share })];
}
function ties(scores) {
	if ((scores.classes ?? 1) > 1 || scores.label.length < 2) return [];
	return ["candidate", "baseline"].flatMap((arm) => {
		const values = scores[arm];
		if (values === null) return [];
		const { group } = scores;
		const rate = group === null ? (values.length - countDistinct([values], values.length)) / (values.length - 1) : tieRate({
			...scores,
			group
		}, arm);
		if (rate === 0) return [];
		const said = `Of ${group === null ? "rows next to each other by score" : "rows next to each other in the ranked lists"}, ${formatPercent(rate, 2)} have the same score from the ${arm}`;
		return [group !== null && rate > MANY_TIES ? finding("score-ties", "warning", `${said}: how ties are broken moves the metrics of ranked lists.`, {
			column: arm,
			value: rate
		}) : finding("score-ties", "info", `${said}.`, {
			column: arm,
			value: rate
		})];
	});
}
// src/core/scoring/slices.ts
/** Most distinct values that rows are divided by; a column with more, such as a user's id, makes no slices. */
const MOST_SLICES = 1e3;
/** Of a value within a slice's id. */
const LONGEST_VALUE = 100;
/**
* One entry per entry of `policies`. `columns` are those of `sliceColumns(policies)`, null where the holdout has none.
* `binary`: whether labels are 0 and 1, and `min-positives` holds.
*/
function planSlices(policies, columns, { label }, binary) {
	const places = new Map(sliceColumns(policies).map(({ stored }, place) => [stored, place]));
	const column = (stored) => columns[places.get(stored)] ?? null;
	return policies.map((policy) => {
		const parts = partition(policy, column, label.length);
		const name = clipForeign(sliceName(policy));
		if (typeof parts === "string") return {
			group: {
				name,
				measured: [],
				suppressed: [],
				reason: parts
			},
			slices: []
		};
		const judged = parts.map((slice) => ({
			slice,
			...sizeOf$1(slice, policy, label, binary)
		}));
		const suppressed = judged.flatMap(({ slice, positives, reason }) => reason === null ? [] : [{
			slice: slice.id,
			rows: slice.rows.length,
			positives,
			reason
		}]);
		const slices = judged.filter(({ reason }) => reason === null).map(({ slice }) => slice);
		return {
			group: {
				name,
				measured: slices.map(({ id }) => id),
				suppressed,
				reason: null
			},
			slices
		};
	});
}
/** All parts of one entry, in the order of their values; or why there are none. */
function partition(policy, find, rows) {
	if (policy.where !== void 0) return condition(policy, find(`where.${sliceName(policy)}`));
	const names = columnsOf(policy);
	const columns = names.map((name) => find(`slice.${name}`));
	const absent = names.filter((_, i) => columns[i] === null);
	if (absent.length > 0) return `The holdout has no column ${list(absent)}. Correct \`by\`, or add the column.`;
	const crossed = cross(columns, rows);
	if (crossed === null) return `${list(names)} ${names.length > 1 ? "together have" : "has"} more than ${formatCount(MOST_SLICES)} different values, too many to judge each. Group them in a query, or write conditions with \`where\`.`;
	const { tuples } = crossed;
	const ids = unique(tuples.map((tuple) => tuple.map((value, i) => valueText(names[i], columns[i].names[value])).join(",")));
	return divide(crossed.code, ids).sort((a, b) => compareText(a.id, b.id));
}
function condition(policy, column) {
	const name = sliceName(policy);
	if (column === null) return `The scores have no column for the condition ${code(name)}.`;
	const odd = column.names.find((value) => value !== "true" && value !== "false");
	if (odd !== void 0) return `${code(policy.where)} is no condition: it gives ${code(odd)}, and not true or false.`;
	const holds = column.names.indexOf("true");
	const [slice] = divide(column.code.map((one) => one >= 0 && one === holds ? 0 : -1), [clipForeign(name)]);
	return slice.rows.length === 0 ? `No row of the holdout meets ${code(policy.where)}.` : [slice];
}
/** Codes of the combinations that occur, by first appearance; null when there are too many. */
function cross(columns, rows) {
	let code = new Int32Array(rows);
	let tuples = [[]];
	for (const column of columns) {
		if (column.names.length > 1e3) return null;
		const width = column.names.length + 1;
		const dense = /* @__PURE__ */ new Map();
		const crossed = [];
		const next = new Int32Array(rows);
		for (let row = 0; row < rows; row++) {
			const value = column.code[row];
			const key = code[row] * width + value + 1;
			let known = dense.get(key);
			if (known === void 0) {
				known = dense.size;
				if (known === 1e3) return null;
				dense.set(key, known);
				crossed.push([...tuples[code[row]], value]);
			}
			next[row] = known;
		}
		code = next;
		tuples = crossed;
	}
	return {
		code,
		tuples
	};
}
/** Rows by code, in one pass; those with a negative code belong to none. */
function divide(code, ids) {
	const counts = new Int32Array(ids.length);
	for (const one of code) if (one >= 0) counts[one]++;
	const rows = ids.map((_, i) => new Int32Array(counts[i]));
	counts.fill(0);
	for (let row = 0; row < code.length; row++) {
		const one = code[row];
		if (one >= 0) rows[one][counts[one]++] = row;
	}
	return ids.map((id, i) => ({
		id,
		rows: rows[i]
	}));
}
function sizeOf$1({ rows }, policy, label, binary) {
	const positives = binary ? rows.reduce((sum, row) => sum + label[row], 0) : null;
	const negatives = positives === null ? null : rows.length - positives;
	const [leastRows, least] = [policy["min-rows"], policy["min-positives"]];
	const few = (count, wanted, what) => `${plural(count, `${what}row`)}; ${formatCount(wanted)} are needed`;
	return {
		positives,
		reason: rows.length < leastRows ? few(rows.length, leastRows, "") : positives !== null && positives < least ? few(positives, least, "positive ") : negatives !== null && negatives < least ? few(negatives, least, "negative ") : null
	};
}
function valueText(column, value) {
	const name = column.slice(0, LONGEST_VALUE);
	if (value === void 0) return `${name} is missing`;
	return `${name}=${value.length <= LONGEST_VALUE ? value : `${value.slice(0, 99)}…`}`;
}
/** Long values may be cut to the same text. */
function unique(ids) {
	const seen = /* @__PURE__ */ new Map();
	return ids.map((id) => {
		const times = (seen.get(id) ?? 0) + 1;
		seen.set(id, times);
		return times === 1 ? id : `${id} (${times})`;
	});
}
/** Numbers within by size: `month=2` stands before `month=10`. The same on every machine. */
function compareText(a, b) {
	const [left, right] = [a, b].map((text) => text.split(/(\d{1,15})/));
	for (let i = 0; i < Math.min(left.length, right.length); i++) {
		const [x, y] = [left[i], right[i]];
		if (x === y) continue;
		return (i % 2 === 1 ? Number(x) - Number(y) : 0) || (x < y ? -1 : 1);
	}
	return left.length - right.length;
}
// src/core/metrics/out-of-core/check.ts
const score$1 = (model) => ({
	code: "score-invalid",
	say: (row, value) => `The ${model}'s score in row ${row} is ${value}.`,
	fix: "Look at the features of that row: a missing value, the logarithm of 0 or a float16 overflow makes such scores."
});
/** The sentences of core/metrics/check.ts, for a table that was only surveyed. */
const WORDS = {
	label: {
		code: "label-invalid",
		say: (row, value, label) => `The label ${label} is ${value} in row ${row}; it must be LABELS.`,
		fix: "Correct the label, or leave such rows out."
	},
	weight: {
		code: "weight-invalid",
		say: (row, value) => `The weight in row ${row} is ${value}; weights are finite and not negative.`,
		fix: "Repair the weight column, or leave `weight` out."
	},
	candidate: score$1("candidate"),
	baseline: score$1("baseline")
};
/** Everything that makes these scores unfit to be measured, all at once. */
function checkSurvey(survey, labelColumn, task, wanted) {
	const { rows, used, groups, ones } = survey;
	const label = JSON.stringify(labelColumn.slice(0, 100));
	if (rows === 0) return [{
		code: "holdout-empty",
		message: "The holdout has no rows.",
		fix: "Check its source."
	}];
	const faults = survey.offenders.flatMap((offender) => offenderFault(offender, label, task, wanted));
	const one = (code, message, fix) => faults.push({
		code,
		message,
		fix
	});
	const labelled = !survey.offenders.some(({ kind }) => kind === "label");
	if (task === "binary" && labelled && (ones === 0 || ones === rows)) one("label-invalid", `All ${rows} rows have ${ones === 0 ? 0 : 1} as the label ${label}; no model can be judged on one class.`, `Widen the holdout until it has rows of the other class too, or check that ${label} is the right column.`);
	if (survey.weighted && used === 0) one("weight-invalid", `The weight is 0 in all ${rows} rows, so that no row counts.`, "Name another weight column, or leave `weight` out.");
	if (groups && groups.all < 2) one("group-invalid", "All rows are of one group, so that nothing can be said about other groups.", "Name a column with many groups, such as a user or a query, or leave `group` out.");
	return faults;
}
function offenderFault({ kind, row, value }, label, task, wanted) {
	if (kind === "candidate-outside" || kind === "baseline-outside") {
		const minding = wanted.filter(({ parsed }) => parsed.definition.needs === "probabilities");
		if (minding.length === 0) return [];
		const names = minding.map(({ id }) => id).join(" and ");
		return [{
			code: "score-invalid",
			message: `The ${kind.replace("-outside", "")}'s score in row ${row} is ${value}, but ${names} ${minding.length === 1 ? "needs" : "need"} probabilities from 0 to 1.`,
			fix: "Write probabilities and not logits; `auc` takes any score."
		}];
	}
	const { code, say, fix } = WORDS[kind];
	const must = task === "binary" ? "0 or 1" : "a finite number";
	return [{
		code,
		message: say(row, value, label).replace("LABELS", must),
		fix
	}];
}
// src/core/metrics/out-of-core/table.ts
/** The metrics that can be computed without holding the rows: areas, and functions of weighted means. */
const mean = (feature) => ({
	kind: "means",
	features: (options) => [feature(options)],
	value: null
});
const logLoss = ({ convention }) => ({
	kind: "log-loss",
	epsilon: epsilonOf(convention)
});
const decision = ({ at, convention }) => ({
	at,
	inclusive: convention.op === "ge"
});
function entropyRatio(title, of) {
	return {
		kind: "means",
		features: (options) => [logLoss(options), { kind: "label" }],
		value([loss, rate]) {
			return of(loss / (-rate * Math.log(rate) - (1 - rate) * Math.log1p(-rate)));
		},
		undefinedBecause: (_, survey) => singleClass(survey, title)
	};
}
function singleClass({ positiveWeight, negativeWeight, labels }, title) {
	return positiveWeight > 0 && negativeWeight > 0 ? null : oneClass(Float64Array.of(labels.least), title);
}
function confusion(of, reason) {
	return {
		kind: "means",
		features: (options) => [0, 1].flatMap((truth) => [0, 1].map((decided) => {
			return {
				kind: "cell",
				truth,
				decision: decided,
				...decision(options)
			};
		})),
		value: ([tn, fp, fn, tp], convention) => of({
			tn,
			fp,
			fn,
			tp
		}, convention),
		reason
	};
}
/** By name, with the definitions and conventions of the table of metrics. */
const OUT_OF_CORE = /* @__PURE__ */ new Map([
	["auc", {
		kind: "area",
		scale: 1,
		offset: 0
	}],
	["gini", {
		kind: "area",
		scale: 2,
		offset: -1
	}],
	["logloss", mean(logLoss)],
	["ne", entropyRatio("normalised entropy", (ratio) => ratio)],
	["rig", entropyRatio("relative information gain", (ratio) => 1 - ratio)],
	["brier", mean(() => ({ kind: "squared-error" }))],
	["copc", {
		kind: "means",
		features: () => [{ kind: "label" }, { kind: "score" }],
		value: ([clicks, predicted]) => predicted === 0 ? NaN : clicks / predicted,
		reason: "Every score is 0, so that there are no predicted clicks to divide by."
	}],
	["accuracy", {
		...mean((options) => ({
			kind: "right",
			...decision(options)
		})),
		share: ([right]) => [right, 1]
	}],
	["balanced_accuracy", {
		...confusion(({ tp, fp, fn, tn }) => (tp / (tp + fn) + tn / (tn + fp)) / 2, ""),
		undefinedBecause: (_, survey) => singleClass(survey, "balanced accuracy")
	}],
	["precision", {
		...confusion(({ tp, fp }, convention) => divide$1(tp, tp + fp, convention), "No row is decided 1, so that precision is 0/0."),
		share: ([, fp, , tp]) => [tp, tp + fp]
	}],
	["recall", {
		...confusion(({ tp, fn }, convention) => divide$1(tp, tp + fn, convention), "No row has label 1, so that recall is 0/0."),
		share: ([, , fn, tp]) => [tp, tp + fn]
	}],
	["f1", confusion(({ tp, fp, fn }, convention) => divide$1(2 * tp, 2 * tp + fp + fn, convention), "No row has label 1 or is decided 1, so that F1 is 0/0.")],
	["mcc", confusion(({ tp, fp, fn, tn }, convention) => divide$1(tp * tn - fp * fn, Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn), convention), "All labels or all decisions are the same, so that the correlation is 0/0.")],
	["rmse", {
		kind: "means",
		features: () => [{ kind: "squared-error" }],
		value: ([square]) => Math.sqrt(square)
	}],
	["mae", mean(() => ({ kind: "absolute-error" }))],
	["mape", {
		...mean(() => ({
			kind: "relative-error",
			epsilon: Number.EPSILON
		})),
		undefinedBecause: ({ convention }, { zeros, used }) => convention.zero === "undefined" && zeros > 0 ? `${zeros} of ${used} rows have label 0; an error relative to 0 has no size.` : null
	}],
	["r2", {
		kind: "means",
		features: (_, { labels }) => [{ kind: "squared-error" }, {
			kind: "label-spread",
			around: labels.mean
		}],
		value: ([error, spread]) => 1 - error / spread,
		undefinedBecause: (_, { labels }) => labels.least === labels.most ? `Every row has label ${labels.least}, so that there is nothing to explain.` : null
	}]
]);
// src/core/metrics/out-of-core/compare.ts
/** The metrics of these ids. Faults: `metric-unknown`, also for metrics that need all rows at once. */
function readWanted(ids, task) {
	const none = /* @__PURE__ */ new Float64Array(0);
	const faults = [...checkMetrics(ids, {
		label: none,
		candidate: none,
		baseline: null,
		weight: null,
		group: {
			code: /* @__PURE__ */ new Int32Array(0),
			count: 0
		}
	}, task)];
	const wanted = ids.flatMap((id) => {
		const read = parseMetricId(id, task);
		return read.ok ? [{
			id,
			parsed: read.metric
		}] : [];
	});
	const possible = METRICS.filter(({ name, tasks }) => tasks.includes(task) && OUT_OF_CORE.has(name));
	const names = [...new Set(possible.map(({ name }) => name))];
	for (const { id, parsed } of wanted) {
		if (OUT_OF_CORE.has(parsed.definition.name)) continue;
		faults.push({
			code: "metric-unknown",
			message: `\`${id}\` needs all rows in memory, and these scores are evaluated out of core.`,
			fix: names.length > 0 ? `Out of core there are ${names.join(", ")}; or evaluate on a larger machine, or with \`--out-of-core never\`.` : `No metric of ${task} is computed out of core: evaluate on a larger machine, or with \`--out-of-core never\`.`
		});
	}
	return {
		wanted,
		faults
	};
}
function resultOf({ id, parsed }, survey, comparison) {
	const { definition, convention } = parsed;
	return {
		metric: id,
		convention,
		direction: typeof definition.direction === "object" ? "lower" : definition.direction,
		slice: null,
		n: survey.used,
		...comparison,
		dropped: {
			rows: survey.rows - survey.used,
			groups: survey.groups ? survey.groups.all - survey.groups.used : 0
		}
	};
}
/** AUC and what is linear in it. Without both classes undefined, or 1 where the convention says so. */
function compareAreas({ parsed }, areas, survey, confidence) {
	const { definition, options } = parsed;
	const metric = OUT_OF_CORE.get(definition.name);
	if (metric?.kind !== "area") throw new TypeError(`${definition.name} is no area`);
	if (areas === null) {
		const reason = oneClass(Float64Array.of(survey.labels.least), definition.title);
		return options.convention.one_class === "one" ? candidateAlone(1) : undefinedBecause(reason);
	}
	const scaled = (area) => metric.scale * area + metric.offset;
	const candidate = scaled(areas.candidate);
	if (areas.baseline === null || areas.spread === null) return candidateAlone(candidate);
	const baseline = scaled(areas.baseline);
	const { standardError, ...rest } = areaSpread(areas.spread, survey);
	const delta = metric.scale * (areas.candidate - areas.baseline);
	const scaledError = standardError === null ? null : metric.scale * standardError;
	return {
		candidate,
		baseline,
		delta,
		...wald({
			delta,
			standardError: scaledError,
			...rest
		}, confidence)
	};
}
const besselFactor = (count) => count / (count - 1);
function areaSpread({ positive, negative, across }, { groups }) {
	const degrees = groups ? groups.used - 1 : Number.POSITIVE_INFINITY;
	const method = groups ? "DeLong, clustered (Obuchowski)" : "DeLong";
	if (positive.units < 2 || negative.units < 2) return {
		standardError: null,
		degrees,
		method,
		reason: groups ? `An interval needs two groups with each class; ${positive.units} of ${groups.used} hold a label 1 and ${negative.units} a label 0.` : `An interval needs two rows of each class; there are ${positive.units} with label 1 and ${negative.units} with label 0.`
	};
	const variance = positive.squares * besselFactor(positive.units) + negative.squares * besselFactor(negative.units) + (groups ? 2 * across * besselFactor(groups.used) : 0);
	return {
		standardError: Math.sqrt(Math.max(0, variance)),
		degrees,
		method,
		reason: null
	};
}
function meansMetric({ parsed }) {
	const metric = OUT_OF_CORE.get(parsed.definition.name);
	return metric?.kind === "means" ? metric : null;
}
/** `means`: those of the metric's features, in their order. */
function compareMeans({ parsed }, features, means, survey, confidence) {
	const metric = OUT_OF_CORE.get(parsed.definition.name);
	const known = metric.undefinedBecause?.(parsed.options, survey) ?? null;
	if (known !== null) return undefinedBecause(known);
	const { direction } = parsed.definition;
	const value = (of) => metric.value === null ? of[0] : metric.value(of, parsed.options.convention);
	const ofCandidate = means.map(({ candidate }) => candidate);
	const candidate = value(ofCandidate);
	if (Number.isNaN(candidate)) return undefinedBecause(metric.reason ?? "The metric is undefined on these rows.");
	if (!Number.isFinite(candidate)) return undefinedBecause(TOO_LARGE);
	const own = ownInterval(metric, ofCandidate, survey, confidence);
	if (!survey.baseline) return {
		...candidateAlone(candidate),
		...own
	};
	const ofBaseline = means.map(({ baseline }) => baseline);
	const baseline = value(ofBaseline);
	if (!Number.isFinite(baseline)) return {
		...candidateAlone(candidate),
		...own,
		reason: metric.reason ?? TOO_LARGE
	};
	const judged = (of) => typeof direction === "object" ? Math.abs(of - direction.target) : of;
	const slope = (of) => metric.value === null ? [1] : gradient((at) => judged(value(at)), of);
	const terms = (model, of, sign) => slope(of).map((factor, k) => ({
		feature: features[k],
		model,
		factor: sign * factor,
		mean: of[k]
	}));
	const linear = { terms: [...terms("candidate", ofCandidate, 1), ...terms("baseline", ofBaseline, -1)] };
	const discordant = metric.value === null && !survey.weighted && !survey.groups ? means[0].discordant : null;
	const paired = metric.value === null ? "paired t, skewness-corrected" : "paired t, skewness-corrected, linearised";
	return {
		candidate,
		baseline,
		delta: judged(candidate) - judged(baseline),
		linear,
		test: discordant && mcnemar(discordant.candidateOnly, discordant.baselineOnly),
		method: survey.groups ? `${paired}, clustered` : paired,
		own
	};
}
/** Of a share of independent unweighted rows; null otherwise, as in core/metrics/own-interval.ts. */
function ownInterval({ share }, means, { weighted, groups, used }, confidence) {
	if (!share || weighted || groups) return null;
	const [successes, n] = share(means).map((part) => Math.round(part * used));
	const interval = proportionInterval({
		successes,
		n
	}, confidence);
	return interval && { candidateInterval: interval };
}
const TOO_LARGE = "Labels or scores are too large to compute with; are they in the right unit?";
/** `squares`, `cubes`: Σ over units of the square, and the cube, of the sum of the linear terms in it (core/stats/paired-mean.ts). */
function concludeMeans({ candidate, baseline, delta, test, method, own }, { squares, cubes }, survey, confidence) {
	const units = survey.groups ? survey.groups.used : survey.used;
	const what = survey.groups ? "groups" : "rows";
	const estimate = units < 2 ? {
		standardError: null,
		degrees: 0,
		reason: `An interval needs two ${what}; there is ${units}.`
	} : {
		standardError: Math.sqrt(units / (units - 1) * squares) / survey.weight,
		degrees: units - 1,
		skewness: squares > 0 ? cubes / squares ** 1.5 : 0,
		reason: null
	};
	const said = wald({
		delta,
		method,
		...estimate
	}, confidence);
	return {
		candidate,
		baseline,
		delta,
		...said,
		...said.p !== null && test,
		...own
	};
}
/** Central differences, to about 1e-9 of the slope: an interval needs three digits of it. */
function gradient(of, at) {
	return at.map((value, k) => {
		const step = 1e-6 * Math.max(Math.abs(value), 1e-6);
		const moved = (by) => of(at.with(k, value + by));
		return (moved(step) - moved(-step)) / (2 * step);
	});
}
// src/core/quality/columns.ts
/** A column that is missing in most rows tells little about what its values do. */
const MOSTLY = .5;
/** Of rows that were trained on. */
const MANY_SHARED = .01;
function columnFindings({ rows, columns }) {
	return columns.flatMap(({ name, missing, min, constant }) => {
		const column = clipForeign(name);
		const share = rows === 0 ? 0 : missing / rows;
		if (missing === rows) return [finding("missing-values", "warning", `${code(name)} has no value in any row.`, {
			column,
			value: 1
		})];
		const gaps = finding("missing-values", share >= MOSTLY ? "warning" : "info", `${code(name)} has no value in ${formatCount(missing)} of ${plural(rows, "row")} (${formatPercent(share, 2)}).`, {
			column,
			value: share
		});
		const alike = finding("constant-column", "warning", `${code(name)} is ${code(min ?? "")} in every row${missing > 0 ? " that has a value" : ""}: the holdout does not show what it does.`, { column });
		return [...missing > 0 ? [gaps] : [], ...constant && rows > 1 ? [alike] : []];
	});
}
function sharedFinding(shared, rows, columns) {
	const share = rows === 0 ? 0 : shared / rows;
	const said = `${formatCount(shared)} of ${plural(rows, "row")} (${formatPercent(share, 2)}) have the same values in ${columns === 1 ? "the feature column" : `all ${formatCount(columns)} feature columns`} as a row that was trained on`;
	return share >= MANY_SHARED ? finding("shared-rows", "warning", `${said}: a model is flattered by what it has seen.`, { value: share }) : finding("shared-rows", "info", `${said}.`, { value: share });
}
// src/core/stats/kolmogorov-smirnov.ts
/**
* What the greatest distance of the distribution functions of two samples exceeds with probability `alpha` at most, when both
* are of one continuous population: √(−½·ln(α/2))·√(1/n + 1/m), the first term of Kolmogorov's series (Smirnov 1948). With tied
* values it is exceeded less often.
* 100 and 100 values, .05: 1.358 · .1414 = .1921.
*/
function kolmogorovSmirnovByChance(n, m, alpha) {
	return Math.sqrt(-.5 * Math.log(alpha / 2)) * Math.sqrt(1 / n + 1 / m);
}
// src/core/stats/population-stability.ts
/** Added to every count: without it a bin that one sample does not have would make the index infinite. */
const HALF = .5;
/**
* Population stability index Σ (cᵢ − bᵢ)·ln(cᵢ/bᵢ) over the shares bᵢ and cᵢ of bins that any sample has, each count
* taken as half a row more: the symmetrised Kullback–Leibler divergence (Jeffreys 1946). 0 for equal shares; for normal values
* shifted by δ standard deviations at most δ².
* Counts 50 50 against 70 30: shares .5 .5 and .698 .302, PSI = .198 · .838 = .1659.
*/
function populationStability({ baseline, candidate }) {
	const used = [...baseline.keys()].filter((bin) => baseline[bin] + candidate[bin] > 0);
	const totals = [baseline, candidate].map((counts) => used.reduce((sum, bin) => sum + counts[bin], 0) + HALF * used.length);
	return used.reduce((sum, bin) => {
		const b = (baseline[bin] + HALF) / totals[0];
		const c = (candidate[bin] + HALF) / totals[1];
		return sum + (c - b) * Math.log(c / b);
	}, 0);
}
/**
* What the index exceeds with probability `alpha` when both samples are of one population: (1/n + 1/m)·χ² with one degree of freedom
* less than there are bins (Yurdakul & Naranjo 2020, Statistical properties of the population stability index, J. Risk Model
* Validation 14). The quantile of χ² by Wilson & Hilferty 1931: at .0001 7 % too
* high with one degree, 1.3 % with nine.
* Ten bins, 1,000 rows each, .05: .002 · 16.9 = .0338.
*/
function stabilityByChance({ baseline, candidate }, alpha) {
	const total = (counts) => counts.reduce((sum, count) => sum + count, 0);
	const bins = baseline.filter((count, bin) => count + candidate[bin] > 0).length;
	if (bins < 2) return 0;
	const degrees = bins - 1;
	const spread = 2 / (9 * degrees);
	return degrees * (1 - spread + normalQuantile(1 - alpha) * Math.sqrt(spread)) ** 3 * (1 / total(baseline) + 1 / total(candidate));
}
// src/core/quality/drift.ts
/** Columns that are named one by one, of each check. */
const MOST_NAMED = 50;
/** So rare by chance that in hundreds of columns it hardly happens. */
const CHANCE = 1e-4;
/**
* The usual limits of PSI, .1 and .25, and the distances that belong to them: normal values that are shifted so far that PSI is δ²
* are 2Φ(δ/2) − 1 apart, .126 and .197.
*/
const CHECKS$1 = [{
	check: "drift-psi",
	name: "PSI",
	some: .1,
	much: .25,
	measure: ({ bins }) => bins && {
		value: populationStability(bins),
		chance: stabilityByChance(bins, CHANCE)
	}
}, {
	check: "drift-ks",
	name: "Kolmogorov–Smirnov distance",
	some: .126,
	much: .197,
	measure: ({ distance }) => distance && {
		value: distance.value,
		chance: kolmogorovSmirnovByChance(distance.baseline, distance.candidate, CHANCE)
	}
}];
/** For each check its farthest column, and every column that has moved farther than chance and the limits. */
function driftFindings(columns) {
	return [...CHECKS$1.flatMap(({ check, name, some, much, measure }) => {
		const measured = columns.flatMap((column) => {
			const found = measure(column);
			return found === null ? [] : [{
				column: column.name,
				...found
			}];
		}).sort((a, b) => b.value - a.value);
		const [farthest] = measured;
		if (farthest === void 0) return [];
		const moved = measured.filter(({ value, chance }) => value >= some && value > chance);
		const say = ({ column, value }) => `${name} of ${code(column)} is ${value.toFixed(3)}`;
		const against = "against the baseline's holdout";
		if (moved.length === 0) return [finding(check, "info", `Of ${plural(measured.length, "column")} none has drifted ${against}: the greatest ${say(farthest)}.`, { value: farthest.value })];
		return moved.slice(0, MOST_NAMED).map((one) => {
			const level = one.value >= much ? "warning" : "info";
			const how = level === "warning" ? "far" : "a little";
			return finding(check, level, `The ${say(one)} ${against}: its values have moved ${how}.`, {
				column: clipForeign(one.column),
				value: one.value
			});
		});
	}), ...onlyHere(columns)];
}
function onlyHere(columns) {
	const absent = columns.filter(({ bins }) => bins === null).map(({ name }) => name);
	if (absent.length === 0) return [];
	return [finding("drift-unknown", "info", `The baseline's holdout has no ${absent.slice(0, 5).map((name) => code(name)).join(", ")}${absent.length > 5 ? ` and ${plural(absent.length - 5, "more column")}` : ""}: no drift can be told there.`, { value: absent.length })];
}
// src/core/quality/ledger.ts
/** The ledger of a holdout: one JSON line for each candidate that it has judged. */
const entry = object({
	schema: literal("onnx-gate/holdout-ledger/v1"),
	created: datetime(),
	model: string().max(4096),
	holdout: digest,
	candidate: digest,
	/** Of the weights beside the candidate, where it has some: other ones make another candidate. */
	external: digest.optional()
});
const candidateOf = ({ candidate, external }) => identityOf({
	digest: candidate,
	external: external === void 0 ? void 0 : { digest: external }
});
/**
* Notes that `next.holdout` has judged `next.candidate`, once, however often it does.
*
* Why holdouts wear out: whoever keeps the better of what a holdout has judged fits the holdout by hand. When k
* candidates are each let through by luck with probability α, the one-sided error of the interval, some one gets through with
* 1 − (1 − α)^k; when later candidates are chosen by what earlier ones scored, it is no better (Dwork et al. 2015, The
* reusable holdout, Science 349:636). 95 % intervals and 100 candidates: 92 %.
*/
function recordJudged(ledger, next, wornAfter, confidence) {
	const seen = /* @__PURE__ */ new Set();
	const damaged = [];
	for (const [at, line] of ledger.split("\n").entries()) {
		if (line.trim() === "") continue;
		const read = readEntry(line);
		if (read === null) damaged.push(at + 1);
		else if (read.holdout === next.holdout) seen.add(candidateOf(read));
	}
	const known = seen.has(candidateOf(next));
	seen.add(candidateOf(next));
	const whole = ledger === "" || ledger.endsWith("\n") ? ledger : `${ledger}\n`;
	return {
		text: known ? null : `${whole}${JSON.stringify(next)}\n`,
		findings: [wear(seen.size, wornAfter, confidence), ...damaged.length > 0 ? [unread(damaged)] : []]
	};
}
function readEntry(line) {
	try {
		const parsed = entry.safeParse(JSON.parse(line));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
function wear(candidates, wornAfter, confidence) {
	const said = `This holdout has judged ${plural(candidates, "candidate")}, this one included`;
	if (candidates <= wornAfter) return finding("holdout-wear", "info", `${said}.`, { value: candidates });
	const lucky = 1 - (1 - (1 - confidence) / 2) ** candidates;
	return finding("holdout-wear", "warning", `${said}, more than the ${formatCount(wornAfter)} after which it counts as worn out: of so many, one that is just too bad is let through by luck with a probability of ${formatPercent(lucky, 0)}. Collect fresh rows.`, { value: candidates });
}
function unread(lines) {
	const more = lines.length > 1 ? ` and ${plural(lines.length - 1, "more line")}` : "";
	return finding("ledger-damaged", "warning", `Line ${lines[0]}${more} of the holdout's ledger cannot be read and was not counted. Mend or delete it.`, { value: lines.length });
}
// src/commands/holdout-quality.ts
/**
* What is odd about the rows. The ledger is written last: only a holdout that has judged is worn.
* Throws as the tables do, also for the training files, and `file-unwritable`.
*/
async function runExamineHoldout({ holdout, models, model, confidence }, ports) {
	const ofColumns = holdout.table ? await profileHoldout(holdout.table, ports) : [];
	const drift = holdout.drift ? await compareHoldouts(holdout.drift, ports) : [];
	const judged = models && {
		model,
		holdout: holdout.digest,
		candidate: models.candidate.subject
	};
	return [
		...holdout.ledger && judged ? await recordIn(holdout.ledger, judged, confidence, ports) : [],
		...ofColumns,
		...drift
	];
}
async function profileHoldout({ rows, features, training }, ports) {
	const columns = features.slice(0, 300);
	if (columns.length === 0) return [];
	const profile = await ports.tables.profile(rows, columns);
	const findings = columnFindings(profile);
	if (training === null) return findings;
	const shared = await ports.tables.countShared(rows, training, features);
	return [...findings, sharedFinding(shared, profile.rows, features.length)];
}
async function compareHoldouts({ rows, baseline, columns }, ports) {
	return driftFindings(await ports.tables.compareColumns(rows, baseline, columns.slice(0, 300)));
}
/** Writes the candidate into the ledger, once. Two runs at the same moment may lose one line. */
async function recordIn(ledger, judged, confidence, ports) {
	const recorded = recordJudged(await ports.files.read(ledger.path).then((bytes) => new TextDecoder().decode(bytes), (error) => {
		if (error instanceof FaultError && error.faults[0].code === "file-missing") return "";
		throw error;
	}), {
		schema: "onnx-gate/holdout-ledger/v1",
		created: ports.clock.now().toISOString(),
		model: judged.model,
		holdout: judged.holdout,
		candidate: judged.candidate.digest,
		...judged.candidate.external && { external: judged.candidate.external.digest }
	}, ledger.wornAfter, confidence);
	if (recorded.text !== null) await ports.files.write(ledger.path, recorded.text);
	return recorded.findings;
}
// src/commands/evaluate-out-of-core.ts
/**
* The numbers of `runEvaluate` to rounding, for AUC and for what is a mean or a function of means; for the latter the
* interval is the linearised one, where memory would allow a bootstrap. Metrics and slices that need all rows at once
* are refused (`metric-unknown`, `usage-invalid`), with the faults of the table.
*/
async function runEvaluateOutOfCore(inputs, ports) {
	try {
		var _usingCtx$4 = _usingCtx();
		const { task, confidence, columns } = inputs;
		const { wanted, faults } = readWanted(metricIdsOf(inputs), task);
		const refused = [...faults];
		if (inputs.slices.length > 0) refused.push({
			code: "usage-invalid",
			message: "Slices are not measured out of core, and these scores do not fit in memory.",
			fix: "Evaluate each slice on its own, from a table with its rows alone, or use a larger machine."
		});
		throwFaults(refused);
		if (task !== "binary" && task !== "regression") throw fault("usage-invalid", `${task} is not measured out of core.`);
		const sums = _usingCtx$4.a(await ports.tables.openScoreSums(inputs.scores, columns));
		const survey = await sums.survey(task);
		throwFaults(checkSurvey(survey, inputs.holdout.label, task, wanted));
		const metrics = await measure$1(wanted, survey, sums, confidence);
		return {
			schema: "onnx-gate/evaluation/v1",
			...headerOf(inputs, ports.clock),
			candidate: inputs.models?.candidate.subject ?? null,
			baseline: inputs.models?.baseline?.subject ?? null,
			compared: survey.baseline,
			holdout: {
				source: inputs.holdout.source,
				digest: inputs.holdout.digest,
				...inputs.holdout.fetched && { fetched: inputs.holdout.fetched },
				rows: survey.rows,
				positives: task === "binary" ? survey.ones : null,
				groups: survey.groups?.all ?? null
			},
			metrics,
			churn: null,
			slices: [],
			data: [
				{
					check: "out-of-core",
					level: "info",
					message: `The ${survey.rows} rows were evaluated out of core: by sorting on disk and by sums. Churn, curves, the worst rows and repeated, tied or constant scores were not looked at.`,
					value: survey.rows
				},
				...task === "binary" ? [positivesFinding(survey.ones, survey.rows)] : [],
				...await runExamineHoldout(inputs, ports)
			],
			where: []
		};
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
async function measure$1(wanted, survey, sums, confidence) {
	const plans = wanted.map((one) => {
		const metric = meansMetric(one);
		return {
			one,
			features: metric ? metric.features(one.parsed.options, survey) : null
		};
	});
	const means = await sums.means(plans.flatMap(({ features }) => features ?? []), survey);
	const areas = survey.positiveWeight > 0 && survey.negativeWeight > 0 && plans.some(({ features }) => features === null) ? await sums.areas(survey) : null;
	let next = 0;
	const compared = plans.map(({ one, features }) => {
		if (features === null) return compareAreas(one, areas, survey, confidence);
		next += features.length;
		return compareMeans(one, features, means.slice(next - features.length, next), survey, confidence);
	});
	const open = compared.flatMap((comparison) => "linear" in comparison ? [comparison] : []);
	const moments = await sums.moments(open.map(({ linear }) => linear), survey);
	return compared.map((comparison, i) => {
		if (!("linear" in comparison)) return resultOf(wanted[i], survey, comparison);
		const ofOne = moments[open.indexOf(comparison)];
		return resultOf(wanted[i], survey, concludeMeans(comparison, ofOne, survey, confidence));
	});
}
// src/commands/evaluate.ts
/**
* Computes metrics with paired intervals from a scores table.
* Throws every fault of the table at once (labels, scores, weights, groups, what the metrics need); nothing is computed on rubbish.
*/
async function runEvaluate(inputs, ports) {
	if (await goesOutOfCore(inputs, ports.tables)) return runEvaluateOutOfCore(inputs, ports);
	const slices = sliceColumns(inputs.slices).map(({ from, stored }) => inputs.models === null ? from : { column: stored });
	const scores = await ports.tables.readScores(inputs.scores, {
		...inputs.columns,
		slices
	});
	const ids = metricIdsOf(inputs);
	const { task, confidence } = inputs;
	throwFaults([...checkScores(scores, inputs.holdout.label, task), ...checkMetrics(ids, scores, task)]);
	const planned = planSlices(inputs.slices, scores.slices, scores, task === "binary");
	const entries = planned.map(({ slices: parts }) => parts);
	const { slices: meter = measureHere } = ports;
	const finishSlices = meter({
		scores,
		entries,
		metrics: ids,
		task,
		confidence
	});
	const judging = {
		task,
		...ports.resampler && { resampler: ports.resampler }
	};
	const whole = ids.map((id) => evaluateMetric(id, scores, confidence, judging));
	const parts = entries.flat();
	const where = whole.flatMap((one) => whereWorse(one, scores, parts, scores.groupNames, task) ?? []);
	const churn = churnIn(scores, ids, task);
	const data = [...scoreFindings(scores, task), ...await runExamineHoldout(inputs, ports)];
	const curves = curvesOf(scores, task, confidence);
	const ofSlices = await finishSlices();
	return {
		schema: "onnx-gate/evaluation/v1",
		...headerOf(inputs, ports.clock),
		candidate: inputs.models?.candidate.subject ?? null,
		baseline: inputs.models?.baseline?.subject ?? null,
		compared: scores.baseline !== null,
		holdout: {
			source: inputs.holdout.source,
			...inputs.holdout.fetched && { fetched: inputs.holdout.fetched },
			digest: inputs.holdout.digest,
			rows: scores.label.length,
			positives: task === "binary" ? scores.label.reduce((sum, label) => sum + label, 0) : null,
			groups: scores.group?.count ?? null
		},
		...inputs.scoring && { scoring: inputs.scoring },
		metrics: [...whole, ...ofSlices.flat()],
		churn,
		slices: planned.map(({ group }) => group),
		data,
		where,
		...curves
	};
}
async function goesOutOfCore({ outOfCore = "never", scores }, tables) {
	return outOfCore === "auto" ? !(await tables.measureScores(scores)).fits : outOfCore === "always";
}
/** Of a yes-or-no answer; what a service does with a score in between is not known here. */
const THRESHOLD = .5;
const CUT_OFF = 10;
function churnIn(scores, ids, task) {
	const { candidate, baseline, classes = 1 } = scores;
	if (baseline === null || classes > 1) return null;
	const isShare = (score) => score >= 0 && score <= 1;
	const options = {
		threshold: task === "binary" && candidate.every(isShare) && baseline.every(isShare) ? THRESHOLD : null,
		k: CUT_OFF
	};
	const winTieLoss = groupResults(scores, ids, task);
	return {
		...options,
		...churnOf({
			...scores,
			baseline
		}, options),
		winTieLoss
	};
}
// src/core/behaviour/declared.ts
/** From what a policy calls a column to its places in the inputs of a model. */
/** As the rows of the holdout are fed. */
function placesOfPlan({ inputs }) {
	return gather(inputs.filter(({ kind }) => kind === "columns").map(({ name, requests }) => ({
		name,
		from: requests.map(({ from }) => from)
	})));
}
/** Without a holdout: by the mapping, or by the name of an input that takes one column. */
function placesOfSignature({ inputs }, mapping) {
	return gather(inputs.map(({ name, shape }) => {
		const entry = mapping !== "auto" && Object.hasOwn(mapping, name) ? mapping[name] : void 0;
		if (entry === void 0) return {
			name,
			from: shape.length < 2 || shape.length === 2 && shape[1] === 1 ? [{ column: name }] : []
		};
		if (typeof entry === "object" && ("list" in entry || "mask" in entry || "value" in entry)) return {
			name,
			from: []
		};
		const columns = typeof entry === "object" && "columns" in entry ? entry.columns : entry;
		return {
			name,
			from: (Array.isArray(columns) ? columns : [columns]).map((one) => typeof one === "string" ? { column: one } : one)
		};
	}));
}
function gather(inputs) {
	const places = /* @__PURE__ */ new Map();
	for (const { name, from } of inputs) for (const [column, one] of from.entries()) {
		const key = "sql" in one ? one.sql : one.column;
		const known = places.get(key) ?? [];
		known.push({
			input: name,
			column
		});
		places.set(key, known);
	}
	return places;
}
/** What `validate.monotonic` declares, in its places; a fault for each name that feeds no input. */
function declaredMonotonic(declared, places, model, positions) {
	const monotonic = [];
	const faults = [];
	for (const [name, direction] of Object.entries(declared)) {
		const found = places.get(name);
		if (found) monotonic.push({
			name,
			places: found,
			direction
		});
		else faults.push(unknown(name, [...places.keys()], model, positions));
	}
	return {
		monotonic,
		faults
	};
}
function unknown(name, known, model, positions) {
	const [near] = nearest(name, known, 1);
	return {
		code: positions ? "policy-invalid" : "usage-invalid",
		message: `\`monotonic\` names ${code(name)}, which feeds no input of the model.`,
		fix: near === void 0 ? `What feeds it is ${list(known)}.` : `Did you mean ${code(near)}?`,
		...positions && { at: positions.at([
			"models",
			model,
			"validate",
			"monotonic",
			name
		]) }
	};
}
// src/core/behaviour/findings.ts
/** A finding of a row of BEHAVIOUR_CHECKS, with that row's severity and advice unless said otherwise. */
function findingFor(check, message, more = {}) {
	const { severity, fix } = BEHAVIOUR_CHECKS[check];
	const { at = null, details } = more;
	return {
		check,
		severity: more.severity ?? severity,
		message: clipForeign(message),
		at: at === null ? null : clipForeign(at),
		fix: clipForeign(more.fix ?? fix),
		...details !== void 0 && { details: clipForeign(details) }
	};
}
/** Faults that say something about the model. */
const CHECKS = {
	"model-rejected": "load",
	"model-run-rejected": "run",
	"model-crashed": "crash",
	"model-timeout": "timeout",
	"model-memory": "memory",
	"model-processes": "processes"
};
/** Faults after which the process is gone. */
const DEADLY = /* @__PURE__ */ new Set([
	"model-crashed",
	"model-timeout",
	"model-memory",
	"model-processes"
]);
const isDeadly = ({ code }) => DEADLY.has(code);
/** What onnxruntime-node says of an element type that it has no name for. */
const UNCARRIED = /^Unsupported data type: \d+/;
/**
* The finding that a runner's fault is, or null for a fault that says nothing about the model (a missing file, an
* engine that is not there): throw that on. The signal, the limit and the last words come along in `message` and
* `details`.
*/
function findingOf({ code, message, fix, details }) {
	const known = CHECKS[code];
	if (!known) return null;
	return findingFor(known === "load" && details !== void 0 && UNCARRIED.test(details) ? "untestable" : known, message, {
		...fix !== void 0 && { fix },
		...details !== void 0 && { details }
	});
}
// src/core/behaviour/numbers.ts
/** Tensors as numbers, and where in them something stands. */
/** Element `index` for arithmetic; whole numbers beyond 2^53 lose digits. NaN for text. */
function numberAt({ type, data }, index) {
	const value = data[index];
	if (type === "float16") return fromHalf(value);
	return typeof value === "string" ? NaN : Number(value);
}
const isFloat = ({ type }) => type === "float32" || type === "float64" || type === "float16";
/** `[2, 0]` for the element `index` of a row-major tensor. */
function placeOf(shape, index) {
	const place = [];
	let rest = index;
	for (const size of [...shape].reverse()) {
		place.unshift(rest % size);
		rest = Math.floor(rest / size);
	}
	return `[${place.join(", ")}]`;
}
/** Enough digits to tell two float32 apart. */
function numberText(value) {
	return Number.isInteger(value) && Math.abs(value) < 0x38d7ea4c68000 ? String(value) : String(Number(value.toPrecision(9)));
}
// src/core/behaviour/compare.ts
/** What onnx's own backend tests allow. */
const GOLDEN = {
	rtol: .001,
	atol: 1e-7
};
/** Sums of another order in another kernel: real models stay below it (25 of 47 that differ at all). */
const REORDERED = {
	rtol: .001,
	atol: 1e-5
};
const EXACT = {
	rtol: 0,
	atol: 0
};
/**
* The worst element of two tensors of one type and shape, or null when all are within tolerance. NaN equals NaN, an
* infinity its like, texts and whole numbers only themselves.
*/
function worstDifference(expected, actual, { rtol, atol }) {
	const float = isFloat(expected);
	let worst = -1;
	let excess = -1;
	let count = 0;
	for (let i = 0; i < expected.data.length; i++) {
		if (expected.data[i] === actual.data[i]) continue;
		const wanted = numberAt(expected, i);
		const found = numberAt(actual, i);
		if (float && (Object.is(wanted, found) || wanted === found)) continue;
		const distance = Math.abs(found - wanted);
		const over = distance - atol - rtol * Math.abs(wanted);
		if (float && over <= 0) continue;
		count++;
		const beyond = float ? over : distance;
		const badness = Number.isFinite(beyond) ? beyond : float ? Number.POSITIVE_INFINITY : 0;
		if (badness > excess) {
			excess = badness;
			worst = i;
		}
	}
	if (count === 0) return null;
	const absolute = Math.abs(numberAt(actual, worst) - numberAt(expected, worst));
	return {
		index: worst,
		count,
		of: expected.data.length,
		expected: elementText(expected, worst),
		actual: elementText(actual, worst),
		absolute: Number.isFinite(absolute) ? absolute : NaN
	};
}
function elementText(tensor, index) {
	const value = tensor.data[index];
	if (typeof value === "string") return code(value);
	return isFloat(tensor) ? numberText(numberAt(tensor, index)) : String(value);
}
/**
* Why `actual` is not `expected`, as the end of a sentence about an output, or null. `relation` leads to the expected
* value.
* @example 'is 0.75 at [3, 0] and should be 0.5 (off by 0.25; 2 of 8 elements differ)'
*/
function mismatch(expected, actual, tolerance, relation = "should be") {
	if (expected.type !== actual.type) return `is ${actual.type} and should be ${expected.type}`;
	const [wanted, found] = [expected.shape, actual.shape];
	if (wanted.length !== found.length || wanted.some((size, axis) => size !== found[axis])) return `has the shape ${shapeText(found)} and should have ${shapeText(wanted)}`;
	const difference = worstDifference(expected, actual, tolerance);
	if (!difference) return null;
	const { index, count, of, absolute } = difference;
	const off = Number.isNaN(absolute) ? "" : `off by ${numberText(absolute)}; `;
	return `is ${difference.actual} at ${placeOf(wanted, index)} and ${relation} ${difference.expected} (${off}${count} of ${of} elements differ)`;
}
// src/core/behaviour/golden.ts
const POSITION = /^(input|output)_(\d+)$/;
/**
* Puts stored tensors in their places: by the tensor's own name where the model has it, else `input_0`, `output_1` and
* so on by the order of the signature. Findings name every tensor that has no place or cannot be read; the vector is
* null when an input of the model is missing or no output is there.
*/
function assembleGolden(name, parts, { inputs, outputs }) {
	const findings = [];
	const given = /* @__PURE__ */ new Map();
	const expected = /* @__PURE__ */ new Map();
	const unusable = (what) => {
		findings.push(findingFor("golden-unread", `Golden vector ${code(name)}: ${what}.`));
	};
	for (const { place, stored } of parts) {
		if (!stored.ok) {
			unusable(`${code(place)} ${stored.why}`);
			continue;
		}
		const [, role, position] = POSITION.exec(place) ?? [];
		const known = {
			input: inputs,
			output: outputs
		};
		const roles = role === "input" || role === "output" ? [role] : ["input", "output"];
		const named = roles.find((one) => known[one].some((info) => info.name === stored.name));
		const info = named ? { name: stored.name } : position === void 0 ? void 0 : known[roles[0]][Number(position)];
		if (!info) unusable(`${code(place)} is neither an input nor an output of the model`);
		else (named === "output" || !named && role === "output" ? expected : given).set(info.name, stored.tensor);
	}
	const missing = inputs.filter((input) => !given.has(input.name));
	if (findings.length === 0 && missing.length > 0) unusable(`it has no values for input ${code(missing[0].name)}`);
	if (findings.length === 0 && expected.size === 0) unusable("it has no outputs");
	return {
		golden: missing.length === 0 && expected.size > 0 ? {
			name,
			inputs: given,
			outputs: expected
		} : null,
		findings
	};
}
/** One finding for each output that differs, with its worst element. */
function judgeGolden({ name, outputs }, actual, tolerance = GOLDEN) {
	return [...outputs].flatMap(([output, expected]) => {
		const found = actual.get(output);
		const words = found ? mismatch(expected, found, tolerance) : "was not computed";
		if (words === null) return [];
		return [findingFor("golden", `Golden vector ${code(name)}: output ${code(output)} ${words}.`, { at: output })];
	});
}
// src/core/behaviour/rows.ts
/** Names of first dimensions that count something else than rows. */
const NOT_ROWS = /seq|time|step|len|token|frame|chan|height|width|past|cache/i;
/**
* The inputs that hold one line a row: those whose first dimension is open, under one name for all. Null when no
* input has such a dimension, or when its name says that it is something else, such as the length of a sequence.
*/
function batchedInputs({ inputs }) {
	const open = inputs.filter(({ shape }) => isOpen(shape[0]));
	const names = new Set(open.flatMap(({ shape }) => typeof shape[0] === "string" ? [shape[0]] : []));
	if (open.length === 0 || names.size > 1 || [...names].some((name) => NOT_ROWS.test(name))) return null;
	return new Set(open.map(({ name }) => name));
}
const isOpen = (size) => size === null || typeof size === "string";
/** How many rows the feeds have; null when the batched inputs do not agree. */
function rowsOf(feeds, batched) {
	const sizes = new Set([...batched].map((name) => feeds.get(name)?.shape[0]));
	const [rows] = sizes;
	return sizes.size === 1 && rows !== void 0 ? rows : null;
}
/** The rows at `indices`, in that order; a row may be taken twice. */
function takeRows(tensor, indices) {
	const [rows = 1, ...rest] = tensor.shape;
	const width = tensor.data.length / rows;
	const shape = [indices.length, ...rest];
	const { data } = tensor;
	if (Array.isArray(data)) return {
		...tensor,
		data: indices.flatMap((row) => data.slice(row * width, (row + 1) * width)),
		shape
	};
	const picked = data.slice(0, 0).constructor;
	const out = new picked(indices.length * width);
	for (const [i, row] of indices.entries()) out.set(data.subarray(row * width, (row + 1) * width), i * width);
	return {
		...tensor,
		data: out,
		shape
	};
}
/** The feeds with only these rows of the batched inputs. */
function feedsOfRows(feeds, batched, indices) {
	return new Map([...feeds].map(([name, tensor]) => [name, batched.has(name) ? takeRows(tensor, indices) : tensor]));
}
/** Row tensors, one after the other, as one. All of one type and width. */
function joinRows(tensors) {
	const [first] = tensors;
	const shape = [tensors.reduce((sum, { shape }) => sum + (shape[0] ?? 1), 0), ...first.shape.slice(1)];
	if (Array.isArray(first.data)) return {
		type: "string",
		data: tensors.flatMap(({ data }) => data),
		shape
	};
	const length = tensors.reduce((sum, { data }) => sum + data.length, 0);
	const out = new first.data.constructor(length);
	let at = 0;
	for (const { data } of tensors) {
		out.set(data, at);
		at += data.length;
	}
	return {
		type: first.type,
		data: out,
		shape
	};
}
// src/core/behaviour/judge.ts
/** Elements of float outputs that are not finite, the first with its place. */
function judgeFinite(outputs, on, check = "finite", severity) {
	return [...outputs].flatMap(([name, tensor]) => {
		const bad = notFinite(tensor);
		if (!bad) return [];
		const { index, count } = bad;
		return [findingFor(check, `Output ${code(name)} is ${numberText(numberAt(tensor, index))} at ${placeOf(tensor.shape, index)} on ${on}; ${count} of ${tensor.data.length} elements are not finite.`, {
			at: name,
			...severity && { severity }
		})];
	});
}
function notFinite(tensor) {
	if (!isFloat(tensor)) return null;
	let index = -1;
	let count = 0;
	for (let i = 0; i < tensor.data.length; i++) {
		if (Number.isFinite(numberAt(tensor, i))) continue;
		if (index < 0) index = i;
		count++;
	}
	return count === 0 ? null : {
		index,
		count
	};
}
/** The same inputs twice: equal to the bit. */
function judgeRepeat(first, second) {
	return [...first].flatMap(([name, expected]) => {
		const words = mismatch(expected, second.get(name), EXACT, "was");
		if (words === null) return [];
		return [findingFor("deterministic", `The second time on the same inputs, output ${code(name)} ${words}.`, { at: name })];
	});
}
/** The outputs that have one line for each of `rows` rows. */
function rowOutputs(outputs, rows) {
	return new Map([...outputs].filter(([, { shape }]) => shape[0] === rows));
}
/** Rows of one run of a batch (`batch`) against the same rows, each run alone (`singles`). */
function judgeSingles(batch, singles, tolerance = REORDERED) {
	const indices = singles.map((_, i) => i);
	return [...batch].flatMap(([name, tensor]) => {
		const alone = singles.map((outputs) => outputs.get(name));
		const odd = alone.find(({ shape }) => shape[0] !== 1);
		const words = odd ? `has the shape ${shapeText(odd.shape)} for one row and ${shapeText(tensor.shape)} for ${tensor.shape[0]}` : mismatch(joinRows(alone), takeRows(tensor, indices), tolerance, "alone is");
		if (words === null) return [];
		return [findingFor("batch-invariant", `In a batch of ${tensor.shape[0]}, output ${code(name)} ${words}.`, { at: name })];
	});
}
/** A batch against the same rows in the order of `indices`. */
function judgeOrder(batch, reordered, indices, tolerance = REORDERED) {
	return [...batch].flatMap(([name, tensor]) => {
		const words = mismatch(takeRows(tensor, indices), reordered.get(name), tolerance, "was");
		if (words === null) return [];
		return [findingFor("row-order", `With the rows of the batch in another order, output ${code(name)} ${words}.`, { at: name })];
	});
}
/** A batch against the same batch with NaN in the floats of its first row. */
function judgeMissing(batch, holed) {
	return [...batch].flatMap(([name, tensor]) => {
		const others = Array.from({ length: tensor.shape[0] - 1 }, (_, i) => i + 1);
		const found = holed.get(name);
		const words = mismatch(takeRows(tensor, others), takeRows(found, others), REORDERED, "was");
		const first = notFinite(takeRows(found, [0]));
		const spread = `With NaN in the first row alone, output ${code(name)} of the rows after it ${words}.`;
		const own = `Output ${code(name)} is not finite for a row whose floats are all NaN.`;
		return [...words === null ? [] : [findingFor("missing-spread", spread, { at: name })], ...first === null ? [] : [findingFor("missing-values", own, { at: name })]];
	});
}
// src/core/behaviour/made-up.ts
/** Inputs for a model when there are no real rows: seeded, and ordinary enough that most models take them. */
/** In the order to try them: a model may take only one of them. */
const FILLINGS = [
	{
		open: 8,
		below: 2
	},
	{
		open: 8,
		below: 1
	},
	{
		open: 32,
		below: 1
	},
	{
		open: 1,
		below: 1
	}
];
const MOST_ROWS = 8;
/** Elements of all inputs together: 16 MiB of float32. */
const MOST_ELEMENTS = 2 ** 22;
/** Floats in [0, 1), small whole numbers, empty text; or the input that nothing can be made up for. */
function madeUpInputs({ inputs }, { open, below }, random) {
	const odd = inputs.find(({ type }) => type === null || !elementOf(type));
	if (odd) return { why: `input ${code(odd.name)} is ${odd.type ?? "a sequence or a map"}` };
	const sizesFor = (rows) => inputs.map(({ shape }) => shape.map((size, axis) => typeof size === "number" ? size : axis === 0 ? rows : open));
	const count = (sizes) => sizes.reduce((sum, shape) => sum + shape.reduce((product, size) => product * size, 1), 0);
	let rows = MOST_ROWS;
	while (rows > 2 && count(sizesFor(rows)) > MOST_ELEMENTS) rows--;
	const sizes = sizesFor(rows);
	if (!(count(sizes) <= 16 * MOST_ELEMENTS)) return { why: "its inputs are too large" };
	const made = inputs.map(({ name, type }, i) => {
		const shape = sizes[i];
		return [name, {
			type,
			data: valuesOf(type, shape, below, random),
			shape
		}];
	});
	return { feeds: new Map(made) };
}
function valuesOf(type, shape, below, random) {
	const element = elementOf(type);
	const data = element.allocate(shape.reduce((product, size) => product * size, 1));
	if (element.family === "string") return data;
	const draw = element.family === "float" ? random : () => Math.floor(random() * below);
	const convert = type === "float16" ? toHalf : type === "int64" || type === "uint64" ? BigInt : Number;
	for (let i = 0; i < data.length; i++) data[i] = convert(draw());
	return data;
}
// src/core/behaviour/perturb.ts
/** Feeds with other values in them. */
/** A copy with element `index` of the tensor set by number; float16 is rounded, whole numbers are truncated. */
function setter(tensor) {
	const { type } = tensor;
	const convert = type === "float16" ? toHalf : type === "int64" || type === "uint64" ? (value) => BigInt(Math.trunc(value)) : Number;
	return (data, index, value) => {
		data[index] = convert(value);
	};
}
/** Every float input filled with one value; the others as they are. Null when there is no float input. */
function withFloats(feeds, value, half = value) {
	if (![...feeds.values()].some(isFloat)) return null;
	return new Map([...feeds].map(([name, tensor]) => {
		const fill = tensor.type === "float16" ? half : value;
		return [name, isFloat(tensor) ? withValues(tensor, () => fill) : tensor];
	}));
}
/** As the feeds, with NaN in the floats of the first row of the batched inputs. Null when these hold no float. */
function withHole(feeds, batched) {
	const holed = [...batched].filter((name) => isFloat(feeds.get(name)));
	if (holed.length === 0) return null;
	return new Map([...feeds].map(([name, tensor]) => {
		const width = tensor.data.length / (tensor.shape[0] || 1);
		return [name, holed.includes(name) ? withValues(tensor, (i) => i < width ? NaN : null) : tensor];
	}));
}
/** As the tensor, with `value` in one column of every row. */
function withColumn(tensor, column, value) {
	const width = tensor.data.length / (tensor.shape[0] || 1);
	return withValues(tensor, (i) => i % width === column ? value : null);
}
/** `valueAt` null: the element stays. */
function withValues(tensor, valueAt) {
	const data = tensor.data.slice();
	const set = setter(tensor);
	for (let i = 0; i < data.length; i++) {
		const value = valueAt(i);
		if (value !== null) set(data, i, value);
	}
	return {
		...tensor,
		data
	};
}
// src/core/behaviour/monotonic.ts
/** Values of a column that each row is tried with. */
const STEPS$1 = 8;
/** Scores of a flat piece differ by the rounding of float32. */
const ROUNDING = {
	absolute: 1e-6,
	relative: 1e-5
};
/** Why a declaration cannot be looked at, as a finding, or null. */
function checkMonotonic({ name, places }, feeds) {
	const odd = places.find(({ input }) => ["string", "bool"].includes(feeds.get(input).type));
	if (!odd) return null;
	const type = feeds.get(odd.input).type;
	return findingFor("monotonic", `\`monotonic\` names ${code(name)}, and input ${code(odd.input)} is ${type}.`, {
		at: odd.input,
		fix: "Leave it out: only numbers go up and down."
	});
}
/**
* The values to try, going up: quantiles of the column over the given rows; around its only value when there is but
* one. Each row then meets values that occur, so that a fault found here is one that requests can meet.
*/
function gridOf(tensor, column) {
	const rows = tensor.shape[0] || 1;
	const width = tensor.data.length / rows;
	const sorted = Array.from({ length: rows }, (_, row) => numberAt(tensor, row * width + column)).filter(Number.isFinite).sort((a, b) => a - b);
	if (sorted.length === 0) return [0, 1];
	const picked = Array.from({ length: STEPS$1 }, (_, i) => sorted[Math.round(i * (sorted.length - 1) / 7)]);
	const grid = [...new Set(picked)];
	return grid.length > 1 ? grid : [grid[0], grid[0] + 1];
}
/** The feeds with the column at `value` in every row. */
function monotonicFeeds({ places }, feeds, value) {
	const changed = new Map(feeds);
	for (const { input, column } of places) changed.set(input, withColumn(changed.get(input), column, value));
	return changed;
}
/** `scores[i]` are the rows' scores with the column at `grid[i]`. One finding with the worst step, or none. */
function judgeMonotonic({ name, places, direction }, grid, scores) {
	const sign = direction === "increasing" ? 1 : -1;
	const rows = scores[0].length;
	const wrong = /* @__PURE__ */ new Set();
	let worst = {
		by: 0,
		row: 0,
		step: 0
	};
	for (let step = 1; step < grid.length; step++) for (let row = 0; row < rows; row++) {
		const [before, after] = [scores[step - 1][row], scores[step][row]];
		const by = sign * (before - after);
		if (!(by > ROUNDING.absolute + ROUNDING.relative * Math.abs(before))) continue;
		wrong.add(row);
		if (by > worst.by) worst = {
			by,
			row,
			step
		};
	}
	if (wrong.size === 0) return [];
	const [from, to] = [worst.step - 1, worst.step];
	const move = `${numberText(grid[from])} to ${numberText(grid[to])}`;
	const scored = `${numberText(scores[from][worst.row])} to ${numberText(scores[to][worst.row])}`;
	return [findingFor("monotonic", `The score must not go ${direction === "increasing" ? "down" : "up"} with ${code(name)}, and does for ${wrong.size} of ${rows} rows: in row ${worst.row + 1}, from ${move}, it goes from ${scored}.`, { at: places[0].input })];
}
// src/commands/try-monotonic.ts
/** Moves each declared column over the rows, and judges which way the score goes. */
async function* tryMonotonic({ session, run, feeds }, declared, choice) {
	if (declared.length === 0) return;
	const planned = planOutput(session.signature, choice);
	if (!planned.ok) {
		yield planned.faults.map(({ message, fix }) => findingFor("monotonic", `\`monotonic\` needs to know the score. ${message}`, { ...fix !== void 0 && { fix } }));
		return;
	}
	for (const one of declared) {
		const wrong = checkMonotonic(one, feeds);
		if (wrong) {
			yield [wrong];
			continue;
		}
		const [place] = one.places;
		const tensor = feeds.get(place.input);
		const rows = tensor.shape[0] ?? 1;
		const grid = gridOf(tensor, place.column);
		const scores = [];
		for (const value of grid) {
			const ran = await run(monotonicFeeds(one, feeds, value));
			if (!ran.ok) {
				yield [findingFor("monotonic", `\`monotonic\` names \`${one.name}\`: ${ran.fault.message}`, { at: place.input })];
				break;
			}
			const read = scoresOf(planned.plan, ran.outputs, rows);
			if (!(read instanceof Float64Array)) {
				yield [findingFor("monotonic", `\`monotonic\` needs to know the score. ${read.message}`)];
				return;
			}
			scores.push(read);
		}
		if (scores.length === grid.length) yield judgeMonotonic(one, grid, scores);
	}
}
/** The score of each row; the fault when the output has not one line a row, which only a run can tell. */
function scoresOf(plan, outputs, rows) {
	try {
		return extractScores(plan, outputs.get(plan.name), rows, rows).scores;
	} catch (error) {
		if (error instanceof FaultError) return error.faults[0];
		throw error;
	}
}
// src/commands/try-rows.ts
/** Rows that are run alone: each is a call. */
const MOST_SINGLES = 16;
async function* tryRows({ session, run, feeds, first, real }, finite, tolerance) {
	const { signature } = session;
	const batched = batchedInputs(signature);
	const rows = batched && rowsOf(feeds, batched);
	if (!batched || !rows || rows < 2) return;
	const batch = rowOutputs(first, rows);
	const name = signature.inputs.find((input) => batched.has(input.name)).shape[0];
	const pick = (indices) => run(feedsOfRows(feeds, batched, indices));
	const refused = (count, { message, details }) => {
		const sure = typeof name === "string" || real;
		return findingFor("dynamic-dimensions", `${rows} rows run and ${count} does not: ${message}`, {
			at: [...batched][0],
			...!sure && { severity: "warning" },
			...details !== void 0 && { details }
		});
	};
	const singles = [];
	for (let row = 0; row < Math.min(rows, MOST_SINGLES); row++) {
		const alone = await pick([row]);
		if (!alone.ok) {
			yield [refused(1, alone.fault)];
			break;
		}
		singles.push(alone.outputs);
	}
	const variant = singles.length === 0 ? [] : judgeSingles(batch, singles, tolerance);
	yield variant;
	const reversed = Array.from({ length: rows }, (_, i) => rows - 1 - i);
	const reordered = await pick(reversed);
	if (reordered.ok && variant.length === 0) yield judgeOrder(batch, reordered.outputs, reversed, tolerance);
	if (singles.length > 0 && rows > 2) {
		const fewer = await pick(reversed.slice(1));
		if (!fewer.ok) yield [refused(rows - 1, fewer.fault)];
	}
	const holed = withHole(feeds, batched);
	const ran = holed && await run(holed);
	if (ran?.ok && finite && variant.length === 0) yield judgeMissing(batch, ran.outputs);
}
/** Doubled, for many models want a multiple of what they halve. */
async function tryOpenSizes({ session, run }, filling, seed) {
	const { signature } = session;
	const open = signature.inputs.find(({ shape }) => shape.slice(1).some((size) => typeof size !== "number"));
	if (!open) return [];
	const other = filling.open * 2;
	const made = madeUpInputs(signature, {
		...filling,
		open: other
	}, seededRandom(seed).uniform);
	const ran = "feeds" in made ? await run(made.feeds) : null;
	if (!ran || ran.ok) return [];
	const { message, details } = ran.fault;
	return [findingFor("dynamic-dimensions", `Inputs run with ${filling.open} in every open dimension but the first, and not with ${other}: ${message}`, {
		at: open.name,
		severity: "warning",
		...details !== void 0 && { details }
	})];
}
// src/commands/behaviour.ts
/** A wrong unit, such as cents for thousands: finite in float32 even when a model squares it twice. */
const EXTREME = 1e6;
/** The largest round number that a float16 holds with room above. */
const EXTREME_HALF = 1e4;
/**
* Runs an opened model on golden vectors and on rows, and judges what comes out: equal to what is stored, finite, the
* same twice, the same for a row alone as in any batch and order, monotone where that is declared, and finite on large
* inputs. When the process dies or is stopped, that is a finding and the last one.
* Throws faults that are not the model's.
*/
async function runBehaviour(session, inputs) {
	const found = [];
	try {
		for await (const findings of examine(session, inputs)) found.push(...findings);
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		const ends = error.faults.map(findingOf);
		if (ends.includes(null)) throw error;
		found.push(...ends);
	}
	return found;
}
async function* examine(session, { rows, many, goldens, tolerance, monotonic, output, seed, beside }) {
	const { signature } = session;
	const outputs = signature.outputs.filter(({ type }) => type !== null && elementOf(type)).map(({ name }) => name);
	if (outputs.length === 0) {
		yield [findingFor("untestable", "The model has no output that onnxruntime-node can fetch.")];
		return;
	}
	const run = (feeds) => attempt$1(session, feeds, outputs);
	for (const { name, parts } of goldens) {
		const { golden, findings } = assembleGolden(name, parts, signature);
		yield findings;
		if (golden) yield await tryGolden(session, golden, tolerance);
	}
	const started = rows ? await startReal(run, rows) : await startMadeUp(session, run, seed);
	if ("finding" in started) {
		yield [started.finding];
		return;
	}
	const subject = {
		session,
		run,
		...started
	};
	const { on, real, first } = subject;
	const unsound = judgeFinite(first, on, "finite", real ? "error" : "warning");
	yield unsound;
	yield await tryTwice(subject);
	await beside?.({
		feeds: subject.feeds,
		rows: countRows(signature, subject.feeds)
	});
	yield* tryRows(subject, unsound.length === 0, tolerance);
	if (started.filling) yield await tryOpenSizes(subject, started.filling, seed);
	yield* tryMonotonic({
		...subject,
		feeds: many ?? subject.feeds
	}, monotonic, output);
	if (unsound.length === 0) yield* tryExtremes(subject);
}
function countRows(signature, feeds) {
	const batched = batchedInputs(signature);
	return (batched && rowsOf(feeds, batched)) ?? 1;
}
/** A refusal is an answer; an end of the process is thrown. */
async function attempt$1(session, feeds, outputs) {
	try {
		return {
			ok: true,
			outputs: await session.run(feeds, outputs)
		};
	} catch (error) {
		if (!(error instanceof FaultError) || error.faults.some((each) => isDeadly(each) || !findingOf(each))) throw error;
		return {
			ok: false,
			fault: error.faults[0]
		};
	}
}
async function tryGolden(session, golden, tolerance) {
	const ran = await attempt$1(session, golden.inputs, [...golden.outputs.keys()]);
	if (ran.ok) return judgeGolden(golden, ran.outputs, tolerance);
	return [findingFor("golden", `Golden vector \`${golden.name}\`: ${ran.fault.message}`, { ...detailsOf$1(ran.fault) })];
}
const detailsOf$1 = ({ details }) => details === void 0 ? {} : { details };
async function startReal(run, feeds) {
	const ran = await run(feeds);
	if (ran.ok) return {
		feeds,
		on: "rows of the holdout",
		real: true,
		first: ran.outputs,
		filling: null
	};
	return { finding: findingFor("run", ran.fault.message, { ...detailsOf$1(ran.fault) }) };
}
async function startMadeUp({ signature }, run, seed) {
	let why = "";
	for (const filling of FILLINGS) {
		const made = madeUpInputs(signature, filling, seededRandom(seed).uniform);
		if ("why" in made) return { finding: notMade(made.why) };
		const ran = await run(made.feeds);
		if (ran.ok) return {
			feeds: made.feeds,
			on: "made-up inputs",
			real: false,
			first: ran.outputs,
			filling
		};
		why = ran.fault.message;
	}
	return { finding: notMade(why) };
}
const notMade = (why) => findingFor("inputs", `No inputs could be made up, so behaviour was not looked at: ${why.replace(/\.$/, "")}.`);
async function tryTwice({ run, feeds, first }) {
	const again = await run(feeds);
	return again.ok ? judgeRepeat(first, again.outputs) : [];
}
/** Last, for they are what a model is most likely to die of. */
async function* tryExtremes({ run, feeds }) {
	for (const sign of [1, -1]) {
		const extreme = withFloats(feeds, sign * EXTREME, sign * EXTREME_HALF);
		const ran = extreme && await run(extreme);
		if (!ran) continue;
		const on = `inputs that are all ${sign < 0 ? "−" : ""}${EXTREME.toLocaleString("en")}`;
		yield ran.ok ? judgeFinite(ran.outputs, on, "extreme-values") : [findingFor("extreme-values", `On ${on}: ${ran.fault.message}`, {
			severity: "info",
			...detailsOf$1(ran.fault)
		})];
	}
}
// src/core/behaviour/ulp.ts
/**
* The distance of two float tensors of one type, by element; null for other types. Both elements must be finite.
* The bits of IEEE 754 numbers of one sign, read as a whole number, rise with the number; those of negative ones count
* down from zero, so that +0 and −0 are 0 apart.
* @example 1 and the next float32, 1.00000012, are 1 apart; the smallest numbers of both signs are 2 apart.
*/
function ulpsBetween(a, b) {
	const kind = a.type === b.type ? ORDERS[a.type] : void 0;
	if (!kind) return null;
	const [left, right] = [kind(a.data), kind(b.data)];
	return (index) => {
		const [one, other] = [left(index), right(index)];
		return typeof one === "bigint" || typeof other === "bigint" ? Math.abs(Number(BigInt(one) - BigInt(other))) : Math.abs(one - other);
	};
}
const ORDERS = {
	float16(data) {
		return (i) => data[i] & 32768 ? -(data[i] & 32767) : data[i];
	},
	float32(data) {
		const bits = new Int32Array(data.buffer, data.byteOffset, data.length);
		return (i) => bits[i] < 0 ? -(bits[i] & 2147483647) : bits[i];
	},
	float64(data) {
		const bits = new BigInt64Array(data.buffer, data.byteOffset, data.length);
		return (i) => bits[i] < 0n ? -(bits[i] & 9223372036854775807n) : bits[i];
	}
};
// src/core/behaviour/outputs.ts
/** What two models say to the same rows. */
/** Outputs that are in one model only are told by the signature. */
function compareOutputs(candidate, baseline, rows) {
	const list = [];
	const notes = [];
	for (const [name, now] of [...candidate].slice(0, MOST_ENTRIES)) {
		const before = baseline.get(name);
		if (!before) continue;
		const compared = compareOutput(name, now, before, rows);
		if (typeof compared === "string") notes.push(clipForeign(compared));
		else list.push(compared);
	}
	if (list.length + notes.length === 0) notes.push("The models have no output in common.");
	return {
		list,
		notes: notes.slice(0, 20)
	};
}
function compareOutput(name, now, before, rows) {
	const told = [now, before].map(({ shape }) => shapeText(shape));
	if (told[0] !== told[1]) return `Output ${code(name)} came back as ${told[0]}, and as ${told[1]} before.`;
	if (now.type === "string" !== (before.type === "string")) return `Output ${code(name)} is ${now.type}; it was ${before.type}.`;
	const byRow = now.shape[0] === rows;
	const lines = byRow ? rows : 1;
	const width = now.data.length / lines;
	const ulps = ulpsBetween(now, before);
	const differing = /* @__PURE__ */ new Set();
	const worst = {
		absolute: null,
		relative: null,
		ulp: null
	};
	let incomparable = 0;
	const note = (kind, value, at, c, b) => {
		if (!Number.isFinite(value) || value <= (worst[kind]?.value ?? 0)) return;
		const row = byRow ? Math.floor(at / width) : null;
		worst[kind] = {
			value,
			row,
			index: at % width,
			candidate: c,
			baseline: b
		};
	};
	for (let i = 0; i < now.data.length; i++) {
		if (now.type === before.type && now.type !== "float16" && now.data[i] === before.data[i]) continue;
		const [c, b] = [numberAt(now, i), numberAt(before, i)];
		if (now.type !== "string" && (c === b || Number.isNaN(c) && Number.isNaN(b))) continue;
		differing.add(Math.floor(i / width));
		const distance = Math.abs(c - b);
		if (!Number.isFinite(distance)) {
			incomparable++;
			continue;
		}
		note("absolute", distance, i, c, b);
		if (b !== 0) note("relative", distance / Math.abs(b), i, c, b);
		if (ulps) note("ulp", ulps(i), i, c, b);
	}
	return {
		name: clipForeign(name),
		differing: differing.size / lines,
		...worst,
		incomparable
	};
}
// src/commands/compare-outputs.ts
/**
* Runs both models on the same rows and compares the outputs that they share. Where the baseline fails, or either
* refuses the rows, a note says why. Throws the fault that ends the candidate's process, and those that are no model's.
*/
async function runCompareOutputs(candidate, baseline, { on, rows }) {
	const names = fetched(candidate.session).filter((name) => fetched(baseline.session).includes(name));
	if (names.length === 0) return uncompared(on, rows, "the models have no output in common.");
	const now = await attempt(candidate, names, rows);
	if ("code" in now) {
		if (isDeadly(now)) throw new FaultError([now]);
		return uncompared(on, rows, `the candidate refuses the rows. ${now.message}`);
	}
	const before = await attempt(baseline, names, rows);
	if ("code" in before) return uncompared(on, rows, `the baseline does not run. ${before.message}`);
	return {
		on,
		rows,
		...compareOutputs(now, before, rows)
	};
}
function uncompared(on, rows, why) {
	return {
		on,
		rows,
		list: [],
		notes: [clipForeign(why)]
	};
}
const fetched = ({ signature }) => signature.outputs.filter(({ type }) => type !== null && elementOf(type)).map(({ name }) => name);
async function attempt(fed, names, rows) {
	try {
		return await runAll(fed, names, rows);
	} catch (error) {
		if (!(error instanceof FaultError) || error.faults.some((each) => !findingOf(each))) throw error;
		return error.faults[0];
	}
}
async function runAll({ session, calls, size }, names, rows) {
	const parts = [];
	for (const feeds of calls) parts.push(await session.run(feeds, names));
	if (size === null) return parts[0];
	const wanted = Array.from({ length: rows }, (_, i) => i);
	const lines = names.filter((name) => parts.every((part) => part.get(name).shape[0] === size));
	return new Map(lines.map((name) => [name, takeRows(joinRows(parts.map((part) => part.get(name))), wanted)]));
}
// src/commands/first-rows.ts
/**
* Reads the first `most` rows, or fewer where the holdout has fewer, for each model; faults of a model whose inputs
* they cannot feed. Throws what opening and reading throw, and the faults of the mapping that are no single model's.
*/
async function runReadFirstRows(wanted, signatures, { tables }) {
	try {
		var _usingCtx$3 = _usingCtx();
		const table = _usingCtx$3.a(await tables.open(wanted.rows.source));
		throwFaults(checkNames(wanted.mappings, signatures));
		const found = [];
		for (const [place, signature] of signatures.entries()) {
			const { inputs, key } = inputsAt(wanted.mappings, place);
			const planned = planInputs(signature, table.columns, inputs, wanted.rows, key);
			if (!planned.ok) {
				found.push(planned);
				continue;
			}
			const { plan } = planned;
			const { rows, columns } = await firstBatch(table, readsOf(plan), wanted.most);
			const feeds = (count) => {
				const calls = [];
				const most = Math.min(count, rows);
				const size = plan.fixedBatch ?? most;
				for (let from = 0; from < most; from += size) calls.push(packInputs(plan, columns, {
					first: 0,
					from,
					count: Math.min(size, most - from)
				}));
				return calls;
			};
			found.push({
				ok: true,
				plan: {
					plan,
					rows,
					feeds
				}
			});
		}
		return found;
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
// src/commands/goldens.ts
const PROTO = /^(?:(.*)[\\/])?((?:input|output)_\d+)\.pb$/;
/**
* Reads the golden vectors below a folder: every `*.npz`, and every folder with `input_0.pb`, `output_0.pb` and so on,
* such as `test_data_set_0`. Throws `file-missing`, and `file-kind` for an .npz that is none.
*/
async function runReadGoldens(folder, { files }) {
	const protos = /* @__PURE__ */ new Map();
	const archives = [];
	for (const file of await files.list(folder)) {
		const path = `${folder}/${file}`;
		const [, within = "", place = ""] = PROTO.exec(file) ?? [];
		if (place !== "") {
			const parts = protos.get(within) ?? [];
			parts.push({
				place,
				stored: readTensorProto(await files.read(path))
			});
			protos.set(within, parts);
		}
		if (!file.endsWith(".npz")) continue;
		const arrays = await readNpz(await files.read(path));
		if (!arrays) throw fault("file-kind", `${path} is not an archive of NumPy.`, { fix: "Write it with `np.savez(path, **arrays)`, one array for each input and output, by their names." });
		archives.push({
			name: file,
			parts: [...arrays].map(([place, stored]) => ({
				place,
				stored
			}))
		});
	}
	return [...[...protos].map(([name, parts]) => ({
		name: name === "" ? folder : name,
		parts
	})), ...archives];
}
// src/commands/run-model.ts
/** A loaded model, run on golden vectors and rows and beside its baseline. */
/** Rows for what calls the model again and again. */
const FEW_ROWS = 8;
/** Rows for what takes a call or two. */
const MANY_ROWS = 256;
/**
* Judges what the model says, and compares it with what the baseline says to the same rows.
* Throws faults of the policy, of the holdout and of the golden vectors: what is wrong around the models.
*/
async function runModel(session, inputs, ports) {
	try {
		var _usingCtx$2 = _usingCtx();
		const goldens = inputs.golden === void 0 ? [] : await runReadGoldens(inputs.golden, ports);
		const baseline = _usingCtx$2.a(await openBaseline(inputs, ports));
		const [own, others] = await readRows(session, baseline, inputs, ports);
		const { monotonic, faults } = declaredMonotonic(inputs.monotonic, own ? placesOfPlan(own.plan) : placesOfSignature(session.signature, inputs.inputs), inputs.model, inputs.positions);
		throwFaults(faults);
		let outputs = null;
		return {
			findings: await runBehaviour(session, {
				rows: own?.feeds(FEW_ROWS)[0] ?? null,
				many: own?.feeds(MANY_ROWS)[0] ?? null,
				goldens,
				tolerance: inputs.tolerance && {
					rtol: inputs.tolerance.relative,
					atol: inputs.tolerance.absolute
				},
				monotonic,
				output: inputs.output,
				seed: 1,
				async beside(sample) {
					outputs = baseline && await compare(session, baseline, own, others, sample);
				}
			}),
			outputs
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** A baseline that does not load is told of, and no fault of the candidate. */
async function openBaseline({ baseline, limits }, { runner }) {
	if (baseline === null) return null;
	try {
		const session = await runner.open(baseline, limits);
		return {
			session,
			[Symbol.asyncDispose]: () => session[Symbol.asyncDispose]()
		};
	} catch (error) {
		if (!(error instanceof FaultError) || error.faults.some((each) => !findingOf(each))) throw error;
		return {
			why: `the baseline does not load. ${error.faults[0].message}`,
			[Symbol.asyncDispose]: async () => {}
		};
	}
}
/** For the candidate, which must be fed, and for the baseline, which may not. */
async function readRows(session, baseline, { rows, ...mappings }, ports) {
	if (!rows) return [null, null];
	const signatures = [session, ...baseline && "session" in baseline ? [baseline.session] : []];
	const [own, others] = await runReadFirstRows({
		rows,
		mappings,
		most: MANY_ROWS
	}, signatures.map(({ signature }) => signature), ports);
	if (!own.ok) throwFaults(own.faults);
	if (!own.ok) throw new Error("unreachable: what cannot be planned has faults");
	if (!others) return [own.plan, null];
	const why = others.ok ? "" : `the rows do not feed the baseline. ${others.faults[0].message}`;
	return [own.plan, others.ok ? others.plan : { why }];
}
async function compare(session, baseline, own, others, { feeds, rows }) {
	const on = own ? "holdout" : "made up";
	const count = own ? Math.min(MANY_ROWS, own.rows) : rows;
	if ("why" in baseline) return uncompared(on, count, baseline.why);
	if (others && "why" in others) return uncompared(on, count, others.why);
	const fed = (of, read) => {
		if (read) return {
			session: of,
			calls: read.feeds(count),
			size: read.plan.fixedBatch
		};
		const known = new Set(of.signature.inputs.map(({ name }) => name));
		return {
			session: of,
			calls: [new Map([...feeds].filter(([name]) => known.has(name)))],
			size: null
		};
	};
	return runCompareOutputs(fed(session, own), fed(baseline.session, others), {
		on,
		rows: count
	});
}
// src/core/gate/finding-levels.ts
/** Findings as the policy wants them judged. */
const SEVERITIES = {
	error: "error",
	warn: "warning"
};
/**
* Applies preset, levels and ignore list. What is ignored stays in the list, as information with its reason. `fixed`
* names checks that no policy turns down: a model that cannot be read or loaded was not checked. `today` is a date
* such as `2027-01-31`; an entry counts on its last day, and an expired one is a warning of its own.
*/
function levelled(findings, policy, today, fixed) {
	const levels = new Map(Object.entries(policy.checks));
	const current = policy.ignore.filter(({ expires }) => expires >= today);
	const judged = findings.flatMap((finding) => {
		if (fixed.has(finding.check)) return [finding];
		const level = levels.get(finding.check);
		if (level === "off") return [];
		const severity = level ? SEVERITIES[level] : preset(finding.severity, policy.preset);
		const known = current.find(({ check, at }) => check === finding.check && (at ?? finding.at) === finding.at);
		if (!known) return [{
			...finding,
			severity
		}];
		const message = clipForeign(`${finding.message} Ignored until ${known.expires}: ${known.reason}`);
		return [{
			...finding,
			severity: "info",
			message
		}];
	});
	const expired = policy.ignore.filter(({ expires }) => expires < today).filter(({ check, at }) => findings.some((one) => one.check === check && (at ?? one.at) === one.at));
	return [...judged, ...expired.slice(0, 20).map(expiry)];
}
function preset(severity, name) {
	return name === "strict" && severity === "warning" ? "error" : severity;
}
function expiry({ check, at, expires, reason }) {
	return {
		check: "ignore-expired",
		severity: "warning",
		message: clipForeign(`\`${check}\` is no longer ignored since ${expires}: ${reason}`),
		at: at ?? null,
		fix: "Mend it, or set a later date."
	};
}
// src/core/onnx/compare/outputs-sentence.ts
/**
* The output that differs most, and how many others do.
* @example 'Outputs on 256 rows of the holdout: `p` differs in 100% of them, at most by 0.031 at [17, 0], by 4.2% and 260,000 ulp.'
*/
function outputsSentence({ on, rows, list, notes }) {
	const [note] = notes;
	if (list.length === 0) return `Outputs were not compared: ${note ?? "there are none."}`;
	const where = `Outputs on ${rows.toLocaleString("en-US")} ${on === "holdout" ? "rows of the holdout" : "made-up rows"}`;
	const different = list.filter(({ differing }) => differing > 0);
	const [worst] = different.sort((a, b) => b.differing - a.differing || sizeOf(b) - sizeOf(a));
	const rest = note === void 0 ? "" : ` ${note}`;
	if (!worst) return `${where}: the same to the last digit.${rest}`;
	const others = different.length - 1;
	const more = others > 0 ? ` ${others} other output${others === 1 ? " differs" : "s differ"} as well.` : "";
	return `${where}: ${code(worst.name)} differs in ${percent$1(worst.differing)} of them${extremes(worst)}.${more}${rest}`;
}
const sizeOf = ({ relative, absolute }) => relative?.value ?? absolute?.value ?? 0;
function extremes({ absolute, relative, ulp, incomparable }) {
	if (!absolute) return incomparable > 0 ? ", in text or in numbers that are not finite" : "";
	const place = absolute.row === null ? `[${absolute.index}]` : `[${absolute.row}, ${absolute.index}]`;
	const others = [relative && percent$1(relative.value), ulp && `${digits(ulp.value)} ulp`].filter(Boolean);
	return `, at most by ${digits(absolute.value)} at ${place}${others.length > 0 ? `, by ${others.join(" and ")}` : ""}`;
}
/** Three digits; whole numbers in full. */
const digits = (value) => Number.isInteger(value) && value < 0x38d7ea4c68000 ? value.toLocaleString("en-US") : String(Number(value.toPrecision(3)));
const percent$1 = (share) => `${digits(share * 100)}%`;
// src/core/onnx/compare/sentences.ts
/** A comparison in sentences. */
/** Names in one sentence. */
const MOST_NAMES = 6;
/** One row per sentence, the most important first; null where there is nothing to say. */
const SENTENCES = [
	({ compatibility, signature }) => {
		if (signature.length === 0) return "The signature is the same.";
		const breaking = signature.filter(({ level }) => level === "breaking").length;
		if (compatibility === "breaking") return `The signature breaks callers of the baseline: ${counted(breaking, "change")}.`;
		return `The signature differs in ${counted(signature.length, "place")}, and ${compatibility === "warning" ? "some callers may notice" : "no caller can tell"}.`;
	},
	({ outputs }) => outputs && outputsSentence(outputs),
	({ weights }) => {
		const { added, removed, changed, same, unread } = weights;
		const parts = [
			changed > 0 && `${number(changed)} changed`,
			added > 0 && `${number(added)} new`,
			removed > 0 && `${number(removed)} gone`,
			unread > 0 && `${number(unread)} not compared`
		].filter((part) => part !== false);
		if (parts.length === 0) return same > 0 ? `All ${counted(same, "weight")} are the same to the byte.` : null;
		return `Weights: ${parts.join(", ")}, ${number(same)} the same.`;
	},
	({ operators }) => {
		if (operators.length === 0) return null;
		const told = operators.slice(0, MOST_NAMES).map(({ operator, candidate, baseline }) => `\`${short(operator)}\` ${baseline} → ${candidate}`);
		const more = operators.length > MOST_NAMES ? ` and ${operators.length - MOST_NAMES} more` : "";
		return `Operators: ${told.join(", ")}${more}.`;
	},
	({ parameters }) => moved("Parameters", parameters),
	({ multiplyAdds: { candidate, baseline } }) => candidate === null || baseline === null ? null : moved("Multiply-adds a row", {
		candidate,
		baseline
	}),
	({ bytes }) => moved("Bytes", bytes),
	({ opsets }) => opsets.length === 0 ? null : `Opsets: ${opsets.slice(0, MOST_NAMES).map(({ domain, candidate, baseline }) => `\`${short(domain || "ai.onnx")}\` ${baseline ?? "none"} → ${candidate ?? "none"}`).join(", ")}.`,
	({ irVersion: { candidate, baseline } }) => candidate === baseline ? null : `IR version: ${baseline} → ${candidate}.`,
	({ producer: { candidate, baseline } }) => {
		const [now, before] = [candidate, baseline].map(({ name, version }) => short(`${name} ${version}`.trim()) || "none");
		return now === before ? null : `Producer: \`${before}\` → \`${now}\`.`;
	},
	({ quantization: { candidate, baseline } }) => {
		const [now, before] = [candidate, baseline].map(({ share, kinds }) => `${Math.round((share ?? 0) * 100)}%${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}`);
		return now === before ? null : `Quantised weights: ${before} → ${now}.`;
	}
];
function comparisonSentences(facts) {
	return SENTENCES.map((write) => write(facts)).filter((sentence) => sentence !== null).map(clipForeign);
}
function moved(what, { candidate, baseline }) {
	if (candidate === baseline) return null;
	const change = baseline > 0 ? ` (${candidate > baseline ? "+" : "−"}${percent(candidate, baseline)})` : "";
	return `${what}: ${number(baseline)} → ${number(candidate)}${change}.`;
}
function percent(candidate, baseline) {
	const share = Math.abs(candidate / baseline - 1) * 100;
	return `${share < .1 ? "<0.1" : share.toFixed(share < 10 ? 1 : 0)}%`;
}
const number = (value) => value.toLocaleString("en-US");
const counted = (count, what) => `${number(count)} ${what}${count === 1 ? "" : "s"}`;
const short = (text) => text.replaceAll("`", "'").slice(0, 120);
// src/core/onnx/compare/signature.ts
/** Every difference that a caller can notice, the breaking ones first. Equal signatures give none. */
function signatureChanges(candidate, baseline) {
	const rank = {
		breaking: 0,
		warning: 1,
		compatible: 2
	};
	return [...side("input", candidate.inputs, baseline.inputs), ...side("output", candidate.outputs, baseline.outputs)].sort((a, b) => rank[a.level] - rank[b.level]);
}
const CONSEQUENCES = {
	input: {
		removed: ["breaking", "callers that send it are refused"],
		added: ["breaking", "callers do not send it"]
	},
	output: {
		removed: ["breaking", "callers that read it find nothing"],
		added: ["compatible", "callers that do not ask for it see no difference"]
	}
};
function side(kind, now, before) {
	const [current, former] = [now, before].map((values) => new Map(values.map((one) => [one.name, one])));
	const changes = [];
	const tell = (level, at, message) => changes.push({
		level,
		message,
		at: at.slice(0, 4096)
	});
	for (const [name, value] of former) {
		const other = current.get(name);
		if (other) changes.push(...valueChanges(kind, other, value));
		else tell(CONSEQUENCES[kind].removed[0], name, `${told(kind, name)} is gone: ${CONSEQUENCES[kind].removed[1]}.`);
	}
	for (const name of current.keys()) if (!former.has(name)) tell(CONSEQUENCES[kind].added[0], name, `${told(kind, name)} is new: ${CONSEQUENCES[kind].added[1]}.`);
	const order = [current, former].map((side) => [...side.keys()].filter((name) => former.has(name) && current.has(name)));
	const moved = order[0].find((name, at) => order[1][at] !== name);
	if (moved !== void 0) tell("warning", moved, `The ${kind}s come in another order: callers that go by position get the wrong one.`);
	return changes;
}
function valueChanges(kind, now, before) {
	const change = (level, message) => ({
		level,
		message,
		at: now.name.slice(0, 4096)
	});
	const it = told(kind, now.name);
	if (now.type !== before.type) return [change("breaking", `${it} is ${now.type ?? "not a tensor"}; it was ${before.type ?? "not a tensor"}.`)];
	if (!now.shape || !before.shape) return now.shape === before.shape ? [] : [change(now.shape && kind === "input" ? "warning" : "compatible", `${it} ${now.shape ? `is now declared as ${dimensions(now.shape)}` : `no longer declares its shape; it was ${dimensions(before.shape)}`}.`)];
	const level = worst(now.shape, before.shape, kind);
	if (level === null) return [];
	const why = level === "breaking" && kind === "input" ? ": callers that send the former shape are refused" : "";
	return [change(level, `${it} is ${dimensions(now.shape)}; it was ${dimensions(before.shape)}${why}.`)];
}
/** Null when no caller can tell: a dynamic dimension may be called anything. */
function worst(now, before, kind) {
	if (now.length !== before.length) return "breaking";
	let found = null;
	for (const [axis, size] of now.entries()) {
		const [fixed, was] = [typeof size === "number", typeof before[axis] === "number"];
		if (fixed && was && size !== before[axis]) return "breaking";
		if (fixed && !was) found = kind === "input" ? "breaking" : found ?? "warning";
		if (!fixed && was) found ??= kind === "input" ? "compatible" : "warning";
	}
	return found;
}
const told = (kind, name) => `The ${kind} \`${name.slice(0, 200)}\``;
function dimensions(shape) {
	return `[${shape.slice(0, 16).map((size) => size === null ? "?" : String(size).slice(0, 60)).join(", ")}${shape.length > 16 ? ", …" : ""}]`;
}
// src/core/onnx/compare/weights.ts
/** Weights by name: which are new, gone, other, or the same to the last byte. */
/** Bytes of each file at hand at a time. */
const CHUNK = 1 << 20;
/** float_data and double_data hold the same bytes as raw_data; other fields store numbers in their own way. */
const AS_RAW = /* @__PURE__ */ new Map([[4, 9], [10, 9]]);
/** Reads both files, in chunks, where type and shape agree; stops at the first byte that differs. */
async function compareWeights(candidate, baseline) {
	const [now, before] = [candidate, baseline].map(({ facts }) => new Map(facts.weights.map((weight) => [weight.name, weight])));
	const counts = {
		added: 0,
		removed: 0,
		changed: 0,
		same: 0,
		unread: 0
	};
	const list = [];
	const tell = (name, one, other) => {
		if (list.length < 1e3) list.push({
			name: clipForeign(name),
			candidate: one ? typeAndShape(one) : null,
			baseline: other ? typeAndShape(other) : null
		});
	};
	for (const [name, weight] of now) {
		const other = before.get(name);
		if (!other) {
			counts.added++;
			tell(name, weight, void 0);
			continue;
		}
		const verdict = weight.external && other.external ? compareOutside(weight, candidate, other, baseline) : await compareOne(weight, candidate.source, other, baseline.source);
		counts[verdict]++;
		if (verdict === "changed") tell(name, weight, other);
	}
	for (const [name, weight] of before) if (!now.has(name)) {
		counts.removed++;
		tell(name, void 0, weight);
	}
	return {
		...counts,
		list
	};
}
function compareOutside(a, from, b, other) {
	if (typeAndShape(a) !== typeAndShape(b)) return "changed";
	const [one, two] = [from.fingerprints.get(a.name), other.fingerprints.get(b.name)];
	if (one === void 0 || two === void 0) return "unread";
	return one === two ? "same" : "changed";
}
async function compareOne(a, from, b, other) {
	if (typeAndShape(a) !== typeAndShape(b)) return "changed";
	if (a.list !== null && b.list !== null) return a.list === b.list ? "same" : "changed";
	if (a.segments.length === 0 || b.segments.length === 0) return "unread";
	if (formOf(a.segments) === null || formOf(a.segments) !== formOf(b.segments)) return "unread";
	const [left, right] = [chunks(a.segments, from), chunks(b.segments, other)];
	for (;;) {
		const [one, two] = [await left.next(), await right.next()];
		if (one.done || two.done) return one.done && two.done ? "same" : "changed";
		if (!equal(one.value, two.value)) return "changed";
	}
}
/** The way the bytes are written; null when it is mixed. */
function formOf(segments) {
	const forms = new Set(segments.map(({ field }) => AS_RAW.get(field) ?? field));
	return forms.size === 1 ? [...forms][0] : null;
}
/** The bytes of all segments, in pieces that do not depend on where segments begin and end. */
async function* chunks(segments, source) {
	if (segments.length === 1) {
		const [{ offset, length }] = segments;
		for (let at = 0; at < length; at += CHUNK) yield await source.read(offset + at, Math.min(CHUNK, length - at));
		return;
	}
	let piece = new Uint8Array(CHUNK);
	let filled = 0;
	for (const { offset, length } of segments) for (let at = 0; at < length;) {
		const bytes = await source.read(offset + at, Math.min(CHUNK - filled, length - at));
		if (bytes.length === 0) return;
		piece.set(bytes, filled);
		filled += bytes.length;
		at += bytes.length;
		if (filled === CHUNK) {
			yield piece;
			piece = new Uint8Array(CHUNK);
			filled = 0;
		}
	}
	if (filled > 0) yield piece.subarray(0, filled);
}
function equal(a, b) {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}
const typeAndShape = ({ type, shape }) => `${type}[${shape.slice(0, 16).join(",")}${shape.length > 16 ? ",…" : ""}]`.slice(0, 400);
// src/core/onnx/compare/compare.ts
/** Candidate against baseline: what is different, for a person. */
async function compareModels(candidate, baseline) {
	const signature = signatureChanges(candidate.facts, baseline.facts);
	const both = (key) => ({
		candidate: candidate.summary[key],
		baseline: baseline.summary[key]
	});
	const comparison = {
		compatibility: signature[0]?.level ?? "compatible",
		signature: signature.slice(0, MOST_ENTRIES),
		bytes: {
			candidate: candidate.bytes,
			baseline: baseline.bytes
		},
		parameters: both("parameters"),
		nodes: both("nodes"),
		multiplyAdds: both("multiplyAdds"),
		irVersion: both("irVersion"),
		producer: both("producer"),
		quantization: both("quantization"),
		opsets: different(new Map(candidate.summary.opsets.map(({ domain, version }) => [domain, version])), new Map(baseline.summary.opsets.map(({ domain, version }) => [domain, version])), null).map(([domain, one, other]) => ({
			domain,
			candidate: one,
			baseline: other
		})),
		operators: different(candidate.facts.operators, baseline.facts.operators, 0).map(([operator, one, other]) => ({
			operator: clipForeign(operator),
			candidate: one,
			baseline: other
		})),
		weights: await compareWeights(candidate, baseline),
		baselineDrawing: baseline.summary.drawing,
		outputs: null
	};
	return {
		...comparison,
		sentences: comparisonSentences(comparison)
	};
}
/** The comparison with what both models said, which is known once they have run. */
function withOutputs(comparison, outputs) {
	const { sentences: _, ...facts } = {
		...comparison,
		outputs
	};
	return {
		...facts,
		sentences: comparisonSentences(facts)
	};
}
/** What callers must know; a breaking change is an error unless the policy says otherwise. */
function comparisonFindings({ signature }) {
	return signature.flatMap(({ level, message, at }) => level === "compatible" ? [] : [{
		check: level === "breaking" ? "signature-breaking" : "signature-changed",
		severity: level === "breaking" ? "error" : "warning",
		message: clipForeign(message),
		at,
		fix: level === "breaking" ? "Keep the signature of the baseline, or change the callers first and set this check to `warn`." : "Check the callers."
	}]);
}
function different(now, before, none) {
	return [.../* @__PURE__ */ new Set([...now.keys(), ...before.keys()])].map((key) => [
		key,
		now.get(key) ?? none,
		before.get(key) ?? none
	]).filter(([, one, other]) => one !== other).slice(0, MOST_ENTRIES);
}
// src/commands/examine.ts
/** Reads and checks a model without loading it anywhere. `bytes` are those of the file. */
async function runExamine({ source, external }, { path, bytes, skip }) {
	const { graph, findings, parts, fingerprints } = await checkModel(source, {
		path,
		external,
		skip
	});
	return {
		model: graph && await compared(graph, {
			source,
			bytes,
			fingerprints
		}),
		findings,
		parts
	};
}
/** A model that is only compared with; null when it cannot be read. */
async function runRead({ source, external }, { path, bytes }) {
	const { graph } = await parseModel(source, path);
	if (!graph) return {
		model: null,
		parts: []
	};
	const files = safeFiles(await inspectLocations(graph, external));
	const weights = await readExternalWeights(graph, external, files);
	return {
		model: await compared(graph, {
			source,
			bytes,
			fingerprints: externalFingerprints(weights)
		}),
		parts: weights.parts
	};
}
async function compared(graph, { bytes, ...stored }) {
	const facts = await readFacts(graph, stored.source);
	const summary = summarize(facts);
	return {
		...stored,
		facts,
		summary,
		bytes: bytes + summary.externalBytes
	};
}
// src/commands/load.ts
const AS_WRITTEN = {
	optimization: "disabled",
	strictShapes: false
};
const STRICT = {
	optimization: "all",
	strictShapes: true
};
const SERVED = {
	optimization: "all",
	strictShapes: false
};
/**
* Loads the model as it is written, then as services do, in one process: without and with graph optimisation, the
* latter strict about declared shapes where it can be. Of very many nodes, only the last. What the engine refuses, dies of or chokes on is a finding.
* Throws faults that are not the model's.
*/
async function runLoad({ path, limits, nodes }, { runner }) {
	if (nodes > 2e4) {
		const only = await findings(() => runner.open(path, limits, SERVED));
		const message = `${path} has ${nodes} nodes, and was loaded with graph optimisation only.`;
		return only.ok ? {
			session: only.value,
			findings: [findingFor("load-once", message), ...rewritten(only.value)]
		} : {
			session: null,
			findings: only.findings.map((one) => withWays(one, nodes))
		};
	}
	const first = await findings(() => runner.open(path, limits, AS_WRITTEN));
	if (first.ok) return finish(path, first.value, []);
	if (first.deadly) return {
		session: null,
		findings: first.findings
	};
	const served = await findings(() => runner.open(path, limits, SERVED));
	if (!served.ok) return {
		session: null,
		findings: first.findings
	};
	const [why] = first.findings;
	const message = `${path} loads with graph optimisation only. ${why?.message ?? ""}`;
	return finish(path, served.value, [findingFor("load-unoptimised", message, { ...detailsOf(why) })]);
}
/** A model of this size is rather slow to load than endless. */
const withWays = (finding, nodes) => finding.check === "timeout" ? {
	...finding,
	fix: `It has ${formatCount(nodes)} nodes, for which ONNX Runtime needs minutes. Give it time in the policy (\`limits: { seconds: 900 }\`), or judge the file alone (\`validate: { load: false }\`).`
} : finding;
/** Takes the session over: disposes of it when the model does not load at the level of services. */
async function finish(path, session, earlier) {
	const strict = await reopen(session, STRICT);
	if (strict.ok) return {
		session,
		findings: [...earlier, ...rewritten(session)]
	};
	const served = strict.deadly ? strict : await reopen(session, SERVED);
	if (!served.ok) {
		await session[Symbol.asyncDispose]();
		return {
			session: null,
			findings: [...earlier, ...served.findings]
		};
	}
	const [why] = strict.findings;
	const declared = findingFor("declared-shapes", `${path} loads, but not when declared shapes are taken at their word. ${why?.message ?? ""}`, { ...detailsOf(why) });
	return {
		session,
		findings: [
			...earlier,
			declared,
			...rewritten(session)
		]
	};
}
const rewritten = ({ notes = [] }) => notes.map((note) => findingFor("rewritten", note));
async function reopen(session, options) {
	try {
		return await findings(() => session.reopen(options));
	} catch (error) {
		await session[Symbol.asyncDispose]();
		throw error;
	}
}
const detailsOf = (why) => why?.details === void 0 ? {} : { details: why.details };
/** Faults of the model as findings; others are thrown on. */
async function findings(work) {
	try {
		return {
			ok: true,
			value: await work()
		};
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		const found = error.faults.map(findingOf);
		if (found.includes(null)) throw error;
		return {
			ok: false,
			findings: found,
			deadly: error.faults.some(isDeadly)
		};
	}
}
// src/commands/validate.ts
/**
* Reads and checks the candidate, compares it with the baseline, looks where it will run, and loads it: cheapest
* first, and not at all when loading it would harm. Everything that is wrong with the model is a finding; a fault is
* what is wrong around it.
*/
async function runValidate(inputs, ports) {
	try {
		var _usingCtx$1 = _usingCtx();
		const candidate = _usingCtx$1.a(await ports.modelFiles.open(inputs.candidate.path));
		const { reference, bytes } = inputs.candidate.subject;
		const off = Object.entries(inputs.validate.checks).flatMap(([id, level]) => level === "off" ? [id] : []);
		const examined = await runExamine(candidate, {
			path: reference,
			bytes,
			skip: new Set(off.filter((id) => !FIXED_CHECKS.has(id)))
		});
		const { comparison, parts } = await compareWith(inputs.baseline, examined, ports);
		const summary = examined.model?.summary ?? null;
		const targets = inputs.validate.targets.map((text) => parseTarget(text));
		const ran = await load(inputs, examined, ports);
		const findings = [
			...examined.findings,
			...comparison ? comparisonFindings(comparison) : [],
			...summary ? targets.flatMap((target) => targetFindings(summary, target)) : [],
			...ran.findings
		];
		const today = ports.clock.now().toISOString().slice(0, 10);
		const judged = bounded(levelled(findings, inputs.validate, today, FIXED_CHECKS));
		return {
			schema: "onnx-gate/validation/v1",
			...headerOf(inputs, ports.clock),
			candidate: await withParts(inputs.candidate.subject, examined.parts),
			baseline: inputs.baseline && await withParts(inputs.baseline.subject, parts),
			...examined.parts.length > 0 && { external: examined.parts.slice(0, 1e3).map(partOf) },
			summary,
			comparison: comparison && withOutputs(comparison, ran.outputs),
			minimumRuntime: summary && minimumRuntime(summary),
			runtime: await ports.runner.engine(),
			findings: judged,
			status: judged.some(({ severity }) => severity === "error") ? "fail" : "pass"
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** The baseline's files are read even when the candidate cannot be: they are part of what it is. */
async function compareWith(baseline, { model }, ports) {
	try {
		var _usingCtx3 = _usingCtx();
		if (!baseline) return {
			comparison: null,
			parts: []
		};
		const file = _usingCtx3.a(await ports.modelFiles.open(baseline.path));
		const { reference, bytes } = baseline.subject;
		const other = await runRead(file, {
			path: reference,
			bytes
		});
		return {
			comparison: model && other.model ? await compareModels(model, other.model) : null,
			parts: other.parts
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function withParts(subject, parts) {
	const external = await externalData(parts);
	return external ? {
		...subject,
		external
	} : subject;
}
async function load({ candidate, limits, validate, behaviour }, { model, findings }, ports) {
	try {
		var _usingCtx4 = _usingCtx();
		const errors = findings.filter(({ severity }) => severity === "error");
		const reasons = errors.map(({ check }) => check).filter((check) => KEEPS_FROM_LOADING.has(check));
		if (!model || reasons.length > 0) return {
			findings: [notLoaded(reasons, errors.length > 0)],
			outputs: null
		};
		if (!validate.load) return {
			findings: [NOT_ASKED],
			outputs: null
		};
		const { nodes } = model.summary;
		if (nodes > 2e4) ports.progress.report(slowly(candidate.path, nodes, limits));
		const { session, findings: loading } = await runLoad({
			path: candidate.path,
			limits,
			nodes
		}, ports);
		if (!session) return {
			findings: loading,
			outputs: null
		};
		const open = _usingCtx4.a(session);
		const ran = behaviour ? await behaviour(open) : {
			findings: [],
			outputs: null
		};
		return {
			...ran,
			findings: [...loading, ...ran.findings]
		};
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
const NOT_ASKED = {
	check: "not-loaded",
	severity: "info",
	message: "The model was not loaded, as the policy says (`load: false`): it was judged by its file alone.",
	at: null,
	fix: "Load it where it will run before it ships."
};
const slowly = (path, nodes, { seconds }) => `${path} has ${formatCount(nodes)} nodes, which ONNX Runtime may take minutes to load; it is stopped after ${seconds} s`;
/** An error of its own only where nothing else says why. */
function notLoaded(checks, told) {
	const why = checks.length > 0 ? `: ${[...new Set(checks)].join(", ")} would harm whoever does` : "";
	return {
		check: "not-loaded",
		severity: told ? "info" : "error",
		message: `The model was not loaded${why}.`,
		at: null,
		fix: "Mend what is told above first."
	};
}
const partOf = ({ location, bytes, sha256 }) => ({
	location: clipForeign(location),
	bytes,
	digest: `sha256:${sha256}`
});
/** The worst come first, and are what is kept. */
function bounded(findings) {
	const rank = {
		error: 0,
		warning: 1,
		info: 2
	};
	return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MOST_FINDINGS);
}
// src/entry/steps.ts
/** One row per measuring step: from a model of the policy to the inputs of its command. */
/** A step gives null when the policy asks nothing of it. */
const STEPS = {
	async validation(job, context) {
		if (!job.pair || isEndpoint(job.pair.candidate.path)) return null;
		context.host.report(`${job.model}: checking and loading the model`);
		const { validate } = job.policy;
		const document = await runValidate({
			...meta(job),
			...job.pair,
			limits: job.plan.limits,
			validate,
			behaviour: behaviour(job, job.pair, context)
		}, context);
		if (document.summary?.drawing) await context.files.write(`${job.folder}/graph.svg`, renderGraphSvg(document.summary.drawing));
		return document;
	},
	async evaluation(job, context) {
		const { holdout, metrics, slices, task } = job.policy;
		if (!holdout) return null;
		const table = job.pair ? await score(job, job.pair, holdout, context) : await joined(job.scores, external(job.scores, holdout, task === "multiclass"), context);
		const { digest, files } = await context.tables.identify(table.source);
		if (!job.pair) checkShards(files);
		return runEvaluate({
			...meta(job),
			...table,
			models: job.pair,
			holdout: {
				source: (job.pair && job.holdout?.source) ?? sourceText(table.source),
				...job.pair && job.holdout && { fetched: job.holdout.fetched },
				digest,
				label: holdout.label,
				...quality(job, holdout, table)
			},
			..."batchRows" in table && { scoring: { batch: table.batchRows } },
			metrics,
			task,
			slices,
			confidence: job.plan.policy.confidence,
			outOfCore: job.outOfCore
		}, context);
	},
	async benchmark(job, context) {
		const { holdout, latency } = job.policy;
		if (!latency || !job.pair || isEndpoint(job.pair.candidate.path)) return null;
		context.host.report(`${job.model}: timing both models`);
		const rows = holdout ? {
			...holdout,
			source: rowSourceOf(holdout)
		} : null;
		const { limits, policy } = job.plan;
		return runBenchmark({
			...meta(job),
			...job.pair,
			...mappingsOf(job.policy),
			rows,
			latency,
			confidence: policy.confidence,
			limits
		}, context);
	}
};
/** Runs a loaded model; null when the policy does not ask. */
function behaviour({ model, policy, plan }, pair, context) {
	const { validate, holdout } = policy;
	const { golden, tolerance, monotonic } = validate;
	if (!validate.behaviour && golden === void 0 && Object.keys(monotonic).length === 0) return null;
	return (session) => {
		context.host.report(`${model}: running the model`);
		return runModel(session, {
			model,
			positions: plan.positions,
			baseline: pair.baseline?.path ?? null,
			rows: holdout ? {
				...holdout,
				source: rowSourceOf(holdout)
			} : null,
			...mappingsOf(policy),
			golden,
			tolerance,
			monotonic,
			limits: plan.limits
		}, context);
	};
}
/** Scores both models and names the columns of the table that came out. */
async function score(job, pair, holdout, context) {
	const { source, path, features, batchRows } = await scoreModel({
		...job,
		pair,
		holdout,
		shard: null
	}, context);
	const columns = storedColumns(holdout, pair.baseline !== null, job.policy.task === "multiclass");
	return {
		source,
		scores: { files: [path] },
		columns,
		features,
		batchRows
	};
}
/** The ledger lies beside the models' folders, where the policy names no other place. */
function quality(job, holdout, table) {
	const { training, baseline, ledger, label } = holdout;
	const files = several(training);
	const before = several(baseline);
	return {
		...table.features && { table: {
			rows: table.source,
			features: table.features,
			training: files ? { files } : null
		} },
		...before && { drift: {
			rows: table.source,
			baseline: { files: before },
			columns: [label, ...table.features ?? [table.columns.candidate]]
		} },
		ledger: {
			path: ledger ?? job.folder.replace(/[^\\/]+$/, "holdout-ledger.jsonl"),
			wornAfter: holdout["worn-after"]
		}
	};
}
const several = (files) => typeof files === "string" ? [files] : files;
/** Of the table that `evaluate` leaves behind. */
function storedColumns(holdout, baseline, perClass) {
	return {
		label: "label",
		candidate: "candidate",
		baseline: baseline ? "baseline" : null,
		weight: holdout.weight === void 0 ? null : "weight",
		group: holdout.group === void 0 ? null : "group",
		item: holdout.item === void 0 ? null : "item",
		perClass
	};
}
/** A model's scores without scoring: made elsewhere, or left in its folder by `evaluate`. */
function scoreTable(folder, holdout, made) {
	if (made.scores !== null) return external(made.scores, holdout, made.perClass);
	const columns = storedColumns(holdout, made.baseline, made.perClass);
	return {
		scores: { files: [scoresFile(folder)] },
		columns
	};
}
/** The table's identity is that of all files; its rows are those of the join. */
async function joined({ files, apart }, table, { tables }) {
	if (apart === null) return table;
	const { source, baseline } = await tables.joinScores({ files }, { files: apart.files }, apart.key, table.columns.baseline);
	const selected = {
		...table.source,
		files: [...files, ...apart.files]
	};
	const { files: _, ...selection } = selected;
	return {
		source: selected,
		scores: {
			...selection,
			...source
		},
		columns: {
			...table.columns,
			baseline
		}
	};
}
function external(scores, holdout, perClass) {
	const source = {
		...rowSourceOf(holdout),
		files: scores.files
	};
	const { label, weight = null, group = null, item = null } = holdout;
	return {
		source,
		scores: source,
		columns: {
			label,
			weight,
			group,
			item,
			perClass,
			candidate: scores.candidate,
			baseline: scores.baseline
		}
	};
}
function meta({ model }) {
	return {
		model,
		toolVersion: VERSION
	};
}
const sourceText = (source) => "query" in source ? source.query : source.files.join(", ");
// src/entry/measure.ts
/** Measures every model of the plan and writes `<out>/<model>/<kind>.json`. */
async function measure(plan, steps, options, context) {
	const documents = [];
	const faults = [];
	for (const [model, policy] of plan.models) try {
		for await (const document of measureModel(model, policy, plan, steps, options, context)) documents.push(document);
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		faults.push(...error.faults.map((fault) => ({
			model,
			fault
		})));
	}
	return {
		documents,
		faults
	};
}
async function* measureModel(model, policy, plan, steps, options, context) {
	const baseline = typeof policy.baseline === "string" ? [policy.baseline] : policy.baseline ?? [];
	const wanted = {
		candidate: policy.candidate,
		baseline,
		sameModel: options.sameModel
	};
	let pair = options.scores ? null : await runFindModels(wanted, context);
	const { holdout, policy: local } = await runResolveHoldout(policy, context);
	const folder = `${options.out}/${model}`;
	for (const step of steps) {
		if (pair && step !== "validation") pair = await runBindExternal(pair, context);
		const document = await STEPS[step]({
			...options,
			model,
			policy: local,
			plan,
			pair,
			holdout,
			folder
		}, context);
		if (document === null && steps.length === 1) throw fault("usage-invalid", ...nothingToDo(step, model));
		if (document === null) continue;
		await context.files.write(`${folder}/${step}.json`, `${JSON.stringify(document, null, 2)}\n`);
		yield document;
		if ("status" in document && document.status === "fail") return;
	}
}
const LACKS = {
	validation: ["a model file", "Name one; scores alone cannot be validated."],
	evaluation: ["a holdout", "Name its rows and the label: `--holdout rows.parquet --label clicked`, or `holdout:` in the policy."],
	benchmark: ["`latency:`", "Add it to the policy, or name batch sizes: `--batch 1,32`."]
};
/** A command that was asked for one thing must not pass by doing nothing. */
function nothingToDo(step, model) {
	const [what, fix] = LACKS[step];
	return [`There is nothing to do for ${model}: it has no ${what.replace(/^a /, "")}.`, { fix }];
}
// src/entry/written.ts
/** The reports that a run writes beside its documents. */
const WRITTEN = [
	{
		format: "html",
		file: "report.html",
		output: "report-file"
	},
	{
		format: "junit",
		file: "junit.xml",
		output: "junit-file"
	},
	{
		format: "sarif",
		file: "report.sarif",
		output: "sarif-file"
	},
	{
		format: "openmetrics",
		file: "metrics.txt",
		output: "openmetrics-file"
	}
];
/** The policy's wishes, with the flags over them. Throws `usage-invalid` for each report that there is not. */
function wantedReports(policy, flags) {
	const known = WRITTEN.map(({ format }) => format);
	throwFaults(flags.report.filter((name) => !known.includes(name)).map((name) => ({
		code: "usage-invalid",
		message: `There is no report \`${name.slice(0, 100)}\`.`,
		fix: `There are ${known.join(", ")}.`
	})));
	const asked = flags.report.length > 0;
	return {
		...policy,
		...Object.fromEntries(WRITTEN.map(({ format }) => [format, asked ? flags.report.includes(format) : policy[format]])),
		...flags.history !== void 0 && { history: flags.history }
	};
}
// src/entry/publish.ts
/** Writes the verdict and its renderings and tells the host. Never changes the verdict. */
async function publish(verdict, documents, options, context) {
	const verdictFile = `${options.out}/verdict.json`;
	const commentFile = `${options.out}/comment.md`;
	const json = `${JSON.stringify(verdict, null, 2)}\n`;
	await context.files.write(verdictFile, json);
	const markdown = markdownPages(verdict, documents, { full: verdictFile });
	await context.files.write(commentFile, markdown(COMMENT_BYTES));
	const written = await writeReports(verdict, documents, options, context);
	const text = () => renderText(verdict, documents, {
		palette: options.palette,
		width: options.width,
		files: [
			verdictFile,
			commentFile,
			...written.map(({ path }) => path)
		]
	});
	context.host.print(options.format === "json" ? json : text());
	context.host.annotate(toAnnotations(verdict));
	await context.host.summary(() => markdown(SUMMARY_BYTES));
	context.host.output("verdict", verdict.verdict);
	context.host.output("verdict-file", verdictFile);
	context.host.output("comment-file", commentFile);
	for (const { output, path } of written) context.host.output(output, path);
	context.host.output("out", options.out);
	await options.announce?.(verdict, documents);
}
/** The history first, so that the page's trend has this run in it. */
async function writeReports(verdict, measurements, { out, reports, palette, width }, context) {
	const commit = readEvent(process.env).commit || commitOf(process.env);
	const { history: place } = reports;
	const history = place === void 0 ? [] : await addToPast(place, {
		verdict,
		commit
	}, context.host);
	const written = [];
	for (const { format, file, output } of WRITTEN) {
		if (!reports[format]) continue;
		const path = `${out}/${file}`;
		await context.files.write(path, await FORMATS[format]({
			verdict,
			measurements,
			commit,
			history
		}, {
			palette,
			width
		}));
		written.push({
			output,
			path
		});
	}
	return written;
}
// src/entry/gate.ts
/** Plan, measure (or read what was measured), judge, publish: the way through the gate that every command shares. */
/** Returns the exit code. Throws FaultError when there is nothing to judge by. */
async function passGate(inputs, steps, context, terminal) {
	const scores = externalScores(inputs);
	const plan = await runPlan({
		...inputs,
		baseSha: context.host.pullRequest?.baseSha ?? null
	}, context);
	const reports = wantedReports(plan.policy.report, inputs);
	const measured = inputs.documents && inputs.documents.length > 0 ? {
		documents: await runReadDocuments(inputs.documents, context),
		faults: [],
		scope: [...steps, "image"]
	} : {
		scope: steps,
		...await measure(plan, steps, {
			out: inputs.out,
			sameModel: inputs["same-model"],
			scores,
			outOfCore: inputs["out-of-core"] ?? "auto"
		}, context)
	};
	const verdict = runJudge({
		plan,
		...measured,
		toolVersion: VERSION
	}, context);
	await publish(verdict, measured.documents, {
		...inputs,
		...terminal,
		reports
	}, context);
	return verdict.exitCode;
}
/** Null when there are none. */
function externalScores(inputs) {
	const { scores = [], "candidate-score": candidate, "baseline-score": baseline = null } = inputs;
	const { "baseline-scores": other = [], key } = inputs;
	if (scores.length === 0) return null;
	const faults = [];
	if (candidate === void 0) faults.push({
		code: "usage-invalid",
		message: "`--scores` was given without `--candidate-score`.",
		fix: "Name the column that holds the candidate’s score."
	});
	if (other.length > 0 && (key === void 0 || baseline === null)) faults.push({
		code: "usage-invalid",
		message: "`--baseline-scores` was given without `--key` and `--baseline-score`.",
		fix: "Name the column of both tables that says which rows belong together, and the column with the baseline’s score."
	});
	throwFaults(faults);
	return {
		files: scores,
		candidate,
		baseline,
		apart: other.length > 0 ? {
			files: other,
			key
		} : null
	};
}
export { checkScores as i, passGate as n, scoreTable as r, externalScores as t };
