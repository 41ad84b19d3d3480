import { n as FaultError } from "./chunks/errors.js";
import { t as createReceiver } from "./chunks/exchange.js";
import { n as openModel, r as results, t as EngineError } from "./chunks/session.js";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
// src/adapters/onnxruntime/random.ts
/** Numbers in [0, 1) that depend on `seed` alone: mulberry32 (Ettinger 2017), enough for orders. */
function randomFrom(seed) {
	let state = seed | 0;
	return () => {
		state = state + 1831565813 | 0;
		let t = Math.imul(state ^ state >>> 15, 1 | state);
		t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
		return ((t ^ t >>> 14) >>> 0) / 2 ** 32;
	};
}
/** A copy in random order (Fisher and Yates). */
function shuffled(list, random) {
	const copy = [...list];
	for (let i = copy.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[copy[i], copy[j]] = [copy[j], copy[i]];
	}
	return copy;
}
// src/adapters/onnxruntime/timing.ts
/** The timing loop of one latency launch (paired interleaved turns in one process). */
/**
* A model many times slower than the other would multiply the launch, as every arm has equally many turns. So a
* launch also ends when one arm has this many times its share, and when it has this long without the least calls.
*/
const SLOWEST = 4;
const LONGEST_SECONDS = 2;
const emptyRecord = () => ({
	samples: /* @__PURE__ */ new Float64Array(4096),
	count: 0,
	afterSwitch: [],
	seconds: 0
});
/**
* Rounds of turns, one turn for each arm a round, in random order. Ends after the first round in which every arm
* has what `plan` asks, or one of them has far more than its share. All arms have equally many calls.
*/
async function timeTurns(arms, plan, random, now = process.hrtime.bigint) {
	const records = arms.map(emptyRecord);
	const longest = () => records[0].count < plan.minimumCalls ? Math.max(plan.seconds * SLOWEST, LONGEST_SECONDS) : plan.seconds * SLOWEST;
	const unfinished = () => records.some(({ seconds, count }) => seconds < plan.seconds || count < plan.minimumCalls) && records.every(({ seconds }) => seconds < longest());
	do
		await takeRound(arms, records, plan.callsPerTurn, random, now);
	while (unfinished());
	return records.map(({ samples, count, afterSwitch }) => ({
		samples: samples.slice(0, count),
		afterSwitch: Float64Array.from(afterSwitch)
	}));
}
/** Before the first timed call: least calls of each arm and seconds in all, and how long it may take to come to rest. */
const WARM_UP = {
	calls: 100,
	seconds: .15,
	window: .025,
	most: 1
};
/** Windows that must have passed without a median this much below all before them. */
const STEADY = {
	windows: 3,
	within: 1.03
};
/**
* Takes turns until the time per call has stopped falling: for every arm no median of the last three windows of 25 ms lies more
* than 3 % below those before. Returns whether that was within a second.
*
* Only downwards, for a neighbour makes calls slower and never faster (Chen & Revels 2016): windows that need not agree
* upwards come to rest on a noisy machine too.
*/
async function warmUp(arms, callsPerTurn, random, now = process.hrtime.bigint) {
	const start = now();
	const elapsed = () => Number(now() - start) / 1e9;
	const medians = arms.map(() => []);
	for (let calls = 0;;) {
		const records = arms.map(emptyRecord);
		const end = elapsed() + WARM_UP.window;
		do
			await takeRound(arms, records, callsPerTurn, random, now);
		while (elapsed() < end);
		for (const [i, { samples, count }] of records.entries()) medians[i].push(samples.subarray(0, count).sort()[count >> 1]);
		calls += records[0].count;
		if (elapsed() >= WARM_UP.seconds && calls >= WARM_UP.calls && medians.every(isSteady)) return true;
		if (elapsed() >= WARM_UP.most) return false;
	}
}
/** Whether the last windows are no faster than those before. `isSteady([9, 5, 6, 5, 5.1])` is true. */
function isSteady(medians) {
	const before = medians.slice(0, -STEADY.windows);
	const last = medians.slice(-STEADY.windows);
	return before.length > 0 && Math.min(...before) <= Math.min(...last) * STEADY.within;
}
async function takeRound(arms, records, calls, random, now) {
	for (const index of shuffled([...arms.keys()], random)) await takeTurn(arms[index], records[index], calls, now);
}
async function takeTurn(call, record, calls, now) {
	while (record.count + calls > record.samples.length) {
		const grown = new Float64Array(record.samples.length * 2);
		grown.set(record.samples);
		record.samples = grown;
	}
	for (let i = 0; i < calls; i++) {
		const start = now();
		await call();
		const seconds = Number(now() - start) / 1e9;
		if (i === 0) record.afterSwitch.push(seconds);
		else record.samples[record.count++] = seconds;
		record.seconds += i === 0 ? 0 : seconds;
	}
}
// src/adapters/onnxruntime/measure.ts
/** What a child process measures in itself: one launch of the timing loop, one model's footprint, its operators. */
/** Constants fold without our limit, as they do where the model is served. */
const open$1 = (engine, { path, settings }, profile) => openModel(engine, {
	...settings,
	path,
	file: path,
	strictShapes: false,
	foldedBytes: null,
	...profile !== void 0 && { profile }
});
/** Sessions are made in random order, for placement in memory biases a launch by up to 1 %. */
async function timeLaunch(engine, launch, doing) {
	const { baseline, settings } = launch;
	const random = randomFrom(launch.seed);
	const arms = [{
		name: "candidate",
		...launch.candidate
	}, ...baseline ? ["baseline", "control"].map((name) => ({
		name,
		...baseline
	})) : []];
	const calls = /* @__PURE__ */ new Map();
	for (const { name, path, feeds } of shuffled(arms, random)) {
		doing(`loading ${path}`);
		const model = await open$1(engine, {
			path,
			settings
		});
		calls.set(name, model.prepare(feeds));
	}
	const ordered = arms.map(({ name }) => calls.get(name));
	doing(`timing ${arms[0].path}${baseline ? ` against ${baseline.path}` : ""}`);
	const steady = await warmUp(ordered, launch.callsPerTurn, random);
	const before = {
		switches: process.resourceUsage().involuntaryContextSwitches,
		at: performance.now()
	};
	const [candidate, ofBaseline, control] = await timeTurns(ordered, launch, random);
	return {
		candidate: candidate.samples,
		baseline: ofBaseline?.samples ?? null,
		control: control?.samples ?? null,
		afterSwitch: {
			candidate: candidate.afterSwitch,
			baseline: ofBaseline?.afterSwitch ?? null
		},
		steady,
		interruptions: process.resourceUsage().involuntaryContextSwitches - before.switches,
		seconds: (performance.now() - before.at) / 1e3
	};
}
/** Calls after which a model's memory has stopped growing. */
const SETTLING_CALLS = 100;
const SETTLING_SECONDS = .2;
/** `performance.now()` counts from the start of the process. */
async function measureFootprint(engine, alone) {
	const began = performance.now();
	const model = await open$1(engine, alone);
	const loaded = performance.now();
	const call = model.prepare(alone.feeds);
	const prepared = performance.now();
	await call();
	const answered = performance.now();
	await repeat(call, SETTLING_CALLS, SETTLING_SECONDS);
	const { rss } = process.memoryUsage();
	return {
		load: (loaded - began) / 1e3,
		firstInference: (answered - prepared) / 1e3,
		firstAnswer: answered / 1e3,
		resident: rss,
		peak: peakMemory()
	};
}
/** Not getrusage: there a process inherits the peak of the one that started it. */
function peakMemory() {
	if (process.platform !== "linux") return null;
	const status = readFileSync("/proc/self/status", "latin1");
	const kilobytes = Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0);
	return kilobytes > 0 ? kilobytes * 1024 : null;
}
/** Bounds the profiler's file, which has some 500 bytes a node and call. */
const PROFILED_CALLS = 50;
const PROFILED_SECONDS = .3;
/** Seconds are per call. */
async function measureOperators(engine, alone) {
	const model = await open$1(engine, alone, join(alone.folder, "profile"));
	await repeat(model.prepare(alone.feeds), PROFILED_CALLS, PROFILED_SECONDS);
	model.endProfiling();
	const [file] = await readdir(alone.folder);
	return operatorTimes(JSON.parse(await readFile(join(alone.folder, file), "utf8")));
}
/** Of each node the median: the mean of fifty calls is that of one interruption. */
function operatorTimes(events) {
	const nodes = /* @__PURE__ */ new Map();
	for (const { cat, name, dur = 0, args = {} } of events) {
		if (cat !== "Node" || !name?.endsWith("_kernel_time")) continue;
		const key = `${args.node_index} ${name}`;
		const node = nodes.get(key) ?? {
			operator: args.op_name ?? "unknown",
			seconds: []
		};
		nodes.set(key, node);
		node.seconds.push(dur / 1e6);
	}
	const operators = /* @__PURE__ */ new Map();
	for (const { operator, seconds } of nodes.values()) {
		const entry = operators.get(operator) ?? {
			operator,
			nodes: 0,
			seconds: 0
		};
		operators.set(operator, entry);
		entry.nodes++;
		entry.seconds += seconds.sort((a, b) => a - b)[seconds.length >> 1];
	}
	return {
		nodes: nodes.size,
		operators: [...operators.values()]
	};
}
/** Calls until there are `calls` of them or `seconds` have passed; at least one. */
async function repeat(call, calls, seconds) {
	const end = performance.now() + seconds * 1e3;
	let made = 0;
	do {
		await call();
		made++;
	} while (made < calls && performance.now() < end);
}
// src/adapters/onnxruntime/throughput.ts
/**
* Several clients at once, each a thread with a session of its own, in a closed loop: the most that one process serves.
* They begin together, when the last has warmed up.
*/
const WARM_UP_MS = 50;
/** Calls per second, all clients together. `entry`: the file of the child itself, which a thread starts in. */
async function measureThroughput({ clients, ...task }, entry, directory) {
	const workers = Array.from({ length: clients }, () => new Worker(new URL(entry), {
		argv: [directory],
		workerData: task
	}));
	try {
		await Promise.all(workers.map((worker) => wordOf(worker, task.path)));
		const counts = workers.map((worker) => wordOf(worker, task.path));
		for (const worker of workers) worker.postMessage("go");
		return (await Promise.all(counts)).reduce((rate, word) => rate + (typeof word === "object" && "calls" in word ? word.calls / word.seconds : 0), 0);
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}
function wordOf(worker, path) {
	return new Promise((resolve, reject) => {
		worker.once("error", (error) => reject(new EngineError("run", path, error)));
		worker.once("message", (word) => {
			if (typeof word === "object" && "failed" in word) reject(new EngineError("run", path, word.failed));
			else resolve(word);
		});
	});
}
/** The other side, in the thread. */
async function serveClient(engine) {
	const { path, feeds, settings, seconds } = workerData;
	const say = (word) => parentPort.postMessage(word);
	try {
		if (engine instanceof EngineError) throw engine;
		const call = (await openModel(engine, {
			...settings,
			path,
			file: path,
			strictShapes: false,
			foldedBytes: null
		})).prepare(feeds);
		await callFor(call, WARM_UP_MS);
		const go = new Promise((resolve) => parentPort.once("message", resolve));
		say("ready");
		await go;
		say(await callFor(call, seconds * 1e3));
	} catch (error) {
		say({ failed: error instanceof Error ? error.message : String(error) });
	}
}
async function callFor(call, ms) {
	const start = performance.now();
	let calls = 0;
	do {
		await call();
		calls++;
	} while (performance.now() < start + ms);
	return {
		calls,
		seconds: (performance.now() - start) / 1e3
	};
}
// src/adapters/onnxruntime/child.ts
/**
* The process that runs models. Arguments: the directory whose node_modules holds onnxruntime-node, and the id of
* the parent. It serves requests over the IPC channel and lives no longer than its parent.
*/
/** Larger constants are computed with every batch: slower for a few models, but none can fill the memory with them. */
const FOLDED_BYTES = 2 ** 20;
/** A model blocks the main thread, so a second one looks whether the parent is still there. */
const WATCH = `const { workerData } = require('node:worker_threads');
setInterval(() => process.ppid === workerData || process.kill(process.pid, 'SIGKILL'), 500);`;
/** How long an answer may wait for those to the requests that came with it, in milliseconds. */
const HELD = 20;
/** Enough for an interval. Left alone, V8 would reserve 512 MiB, and count them against the memory limit. */
const SMALL = {
	codeRangeSizeMb: 4,
	maxOldGenerationSizeMb: 8,
	maxYoungGenerationSizeMb: 1
};
const [directory = ".", parent = "0"] = process.argv.slice(2);
if (isMainThread) main();
else serveClient(loadEngine());
function main() {
	process.on("disconnect", () => process.exit());
	process.on("SIGINT", () => {});
	if (process.platform !== "win32") new Worker(WATCH, {
		eval: true,
		workerData: Number(parent),
		resourceLimits: SMALL
	}).unref();
	serve(loadEngine());
}
function loadEngine() {
	process.env.ORT_DISABLE_TELEMETRY = "1";
	Reflect.deleteProperty(globalThis, "Float16Array");
	try {
		return createRequire(join(directory, "_.js"))("onnxruntime-node");
	} catch (cause) {
		return new EngineError("start", directory, cause);
	}
}
function send(...replies) {
	process.send?.(replies);
}
const doing = (what) => send({
	kind: "doing",
	what
});
function serve(engine) {
	if (engine instanceof EngineError) {
		send(failure(engine));
		return;
	}
	const handlers = handlersFor(engine);
	let last = Promise.resolve();
	process.on("message", (requests) => {
		last = last.then(() => answerAll(handlers, requests));
	});
	send({
		kind: "done",
		value: null
	});
}
async function answerAll(handlers, requests) {
	let held = [];
	let began = performance.now();
	for (const [i, request] of requests.entries()) {
		held.push(await answer(handlers, request));
		if (i < requests.length - 1 && performance.now() - began < HELD) continue;
		send(...held);
		held = [];
		began = performance.now();
	}
}
async function answer(handlers, { kind, needs }) {
	try {
		return {
			kind: "done",
			value: await handlers[kind](needs)
		};
	} catch (error) {
		return failure(error);
	}
}
/** Anything else than these two is a mistake of ours: it ends the process, and the parent shows the stack. */
function failure(error) {
	if (error instanceof FaultError) return {
		kind: "refused",
		faults: error.faults
	};
	if (!(error instanceof EngineError)) throw error;
	return {
		kind: "engine",
		phase: error.phase,
		path: error.path,
		words: error.message.slice(0, 4096)
	};
}
function handlersFor(engine) {
	const receive = createReceiver(4);
	let opened = null;
	return {
		async open(needs) {
			opened = await openModel(engine, {
				...needs,
				foldedBytes: FOLDED_BYTES
			});
			return opened.signature;
		},
		async run({ feeds, outputs }) {
			if (!opened) throw new Error("run before open");
			return results(await opened.prepare(receive(feeds), outputs)());
		},
		time: (launch) => timeLaunch(engine, launch, doing),
		footprint: (needs) => measureFootprint(engine, needs),
		throughput: (needs) => measureThroughput(needs, import.meta.url, directory),
		profile: (needs) => measureOperators(engine, needs)
	};
}
export {};
