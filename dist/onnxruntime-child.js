import { n as FaultError } from "./chunks/errors.js";
import { t as createReceiver } from "./chunks/exchange.js";
import { n as openModel, r as results, t as EngineError } from "./chunks/session.js";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
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
* launch also ends when one arm has this many times its share.
*/
const SLOWEST = 4;
/**
* Rounds of turns, one turn for each arm a round, in random order. Ends after the first round in which every arm
* has `seconds` of timed calls, or one of them has four times as many.
* Returns seconds per call for each arm, in the order the calls were made; all of one length.
*/
async function timeTurns(arms, plan, random) {
	const records = arms.map(() => ({
		samples: /* @__PURE__ */ new Float64Array(4096),
		count: 0,
		seconds: 0
	}));
	const order = arms.map((_, index) => index);
	const unfinished = () => records.some(({ seconds }) => seconds < plan.seconds) && records.every(({ seconds }) => seconds < plan.seconds * SLOWEST);
	do
		for (const index of shuffled(order, random)) await takeTurn(arms[index], records[index], plan.callsPerTurn);
	while (unfinished());
	return records.map(({ samples, count }) => samples.slice(0, count));
}
/** The same turns, thrown away: every arm has its warm-up behind it before the first timed call. */
async function warmUp(arms, plan, random) {
	await timeTurns(arms, {
		...plan,
		seconds: plan.warmupSeconds
	}, random);
}
async function takeTurn(call, record, calls) {
	while (record.count + calls > record.samples.length) {
		const grown = new Float64Array(record.samples.length * 2);
		grown.set(record.samples);
		record.samples = grown;
	}
	await call();
	for (let i = 1; i < calls; i++) {
		const start = process.hrtime.bigint();
		await call();
		const seconds = Number(process.hrtime.bigint() - start) / 1e9;
		record.samples[record.count++] = seconds;
		record.seconds += seconds;
	}
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
/** Enough for an interval. Left alone, V8 would reserve 512 MiB, and count them against the memory limit. */
const SMALL = {
	codeRangeSizeMb: 4,
	maxOldGenerationSizeMb: 8,
	maxYoungGenerationSizeMb: 1
};
const [directory = ".", parent = "0"] = process.argv.slice(2);
process.on("disconnect", () => process.exit());
process.on("SIGINT", () => {});
if (process.platform !== "win32") new Worker(WATCH, {
	eval: true,
	workerData: Number(parent),
	resourceLimits: SMALL
}).unref();
serve(loadEngine());
function loadEngine() {
	process.env.ORT_DISABLE_TELEMETRY = "1";
	Reflect.deleteProperty(globalThis, "Float16Array");
	try {
		return createRequire(join(directory, "_.js"))("onnxruntime-node");
	} catch (cause) {
		return new EngineError("start", directory, cause);
	}
}
function send(reply) {
	process.send?.(reply);
}
function serve(engine) {
	if (engine instanceof EngineError) {
		send(failure(engine));
		return;
	}
	const handlers = handlersFor(engine);
	let last = Promise.resolve();
	process.on("message", (request) => {
		last = last.then(async () => send(await answer(handlers, request)));
	});
	send({
		kind: "done",
		value: null
	});
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
				threads: 1,
				foldedBytes: FOLDED_BYTES
			});
			return opened.signature;
		},
		async run({ feeds, outputs }) {
			if (!opened) throw new Error("run before open");
			return results(await opened.prepare(receive(feeds), outputs)());
		},
		time: (launch) => time(engine, launch)
	};
}
/**
* Sessions are made in random order, for placement in memory biases a launch by up to 1 %. Constants fold without
* our limit, as they do where the model is served.
*/
async function time(engine, launch) {
	const { baseline } = launch;
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
		send({
			kind: "doing",
			what: `loading ${path}`
		});
		const model = await openModel(engine, {
			path,
			file: path,
			optimization: "all",
			strictShapes: false,
			threads: launch.threads,
			foldedBytes: null
		});
		calls.set(name, model.prepare(feeds));
	}
	const ordered = arms.map(({ name }) => calls.get(name));
	send({
		kind: "doing",
		what: `timing ${arms[0].path}${baseline ? ` against ${baseline.path}` : ""}`
	});
	await warmUp(ordered, launch, random);
	const [candidate, ofBaseline = null, control = null] = await timeTurns(ordered, launch, random);
	return {
		candidate,
		baseline: ofBaseline,
		control
	};
}
export {};
