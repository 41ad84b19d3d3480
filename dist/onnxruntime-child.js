import { a as nearest, n as FaultError, o as throwFaults } from "./chunks/errors.js";
import { a as quote, n as list, o as shapeText } from "./chunks/text.js";
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
// src/adapters/onnxruntime/feeds.ts
/** Checks a request against the model's signature, so that the user reads our sentence and not the engine's. */
const CARRIED = /* @__PURE__ */ new Set([
	"float32",
	"float64",
	"float16",
	"int8",
	"uint8",
	"bool",
	"int16",
	"uint16",
	"int32",
	"uint32",
	"int64",
	"uint64",
	"string"
]);
const rejected = (message, fix) => ({
	code: "model-run-rejected",
	message,
	...fix === void 0 ? {} : { fix }
});
const names = (infos) => infos.map(({ name }) => name);
const product = (shape) => shape.reduce((size, next) => size * next, 1);
/** Whether values of this type can be fed and fetched at all. */
const isCarried = ({ type }) => type !== null && CARRIED.has(type);
/** Missing, unknown and ill-typed inputs, and shapes that contradict the declared sizes. All at once. */
function checkFeeds(path, signature, feeds) {
	const known = new Set(names(signature.inputs));
	const unknown = [...feeds.keys()].filter((name) => !known.has(name));
	return [...signature.inputs.flatMap((input) => checkFeed(path, input, feeds.get(input.name))), ...unknown.map((name) => absent(path, "input", name, signature.inputs))];
}
function checkFeed(path, input, given) {
	const title = `Input ${quote(input.name)} of ${path}`;
	if (!isCarried(input)) return [rejected(`${title} takes ${input.type ?? "a sequence or a map"}, which onnxruntime-node cannot be fed.`, "Export the model with tensors of ordinary numbers or strings as inputs.")];
	if (!given) return [rejected(`${title} (${input.type} ${shapeText(input.shape)}) was given no values.`)];
	if (given.type !== input.type) return [rejected(`${title} takes ${input.type} and was given ${given.type}.`)];
	if (product(given.shape) !== given.data.length) return [rejected(`${title} was given ${given.data.length} values for the shape ${shapeText(given.shape)}.`)];
	return fits(input.shape, given.shape) ? [] : [rejected(`${title} takes the shape ${shapeText(input.shape)} and was given ${shapeText(given.shape)}.`, fixedBatch(input.shape, given.shape))];
}
/** An empty declared shape says nothing: ONNX Runtime reports it for a scalar and for no shape at all. */
function fits(declared, given) {
	if (declared.length === 0) return true;
	return declared.length === given.length && declared.every((size, axis) => typeof size !== "number" || size === given[axis]);
}
function fixedBatch(declared, given) {
	const [rows] = declared;
	if (typeof rows !== "number" || rows === given[0]) return void 0;
	return `Export the model with a dynamic first dimension, or run it in batches of exactly ${rows}.`;
}
/** Unknown outputs, and those that onnxruntime-node cannot fetch. */
function checkOutputs(path, signature, outputs) {
	return outputs.flatMap((name) => {
		const output = signature.outputs.find((info) => info.name === name);
		if (!output) return [absent(path, "output", name, signature.outputs)];
		return isCarried(output) ? [] : [uncarried(path, output, signature)];
	});
}
function uncarried(path, output, signature) {
	const title = `Output ${quote(output.name)} of ${path}`;
	const others = names(signature.outputs.filter(isCarried));
	const or = others.length === 0 ? "" : `, or name another output: ${list(others)}`;
	if (output.type !== null) return rejected(`${title} has the type ${output.type}, which onnxruntime-node cannot fetch.`, `Export the model with a Cast to float32 at that output${or}.`);
	return rejected(`${title} is not a tensor but a sequence or a map (such as ZipMap makes), which onnxruntime-node cannot fetch.`, `Export the model again without it (skl2onnx: options={"zipmap": False})${or}.`);
}
function absent(path, what, name, infos) {
	const [closest] = nearest(name, names(infos), 1);
	return rejected(`${path} has no ${what} ${quote(name)}; it has ${list(names(infos))}.`, closest === void 0 ? void 0 : `Did you mean ${quote(closest)}?`);
}
// src/adapters/onnxruntime/session.ts
/** What ONNX Runtime threw, and when. */
var EngineError = class extends Error {
	phase;
	path;
	constructor(phase, path, cause) {
		super(cause instanceof Error ? cause.message : String(cause));
		this.phase = phase;
		this.path = path;
	}
};
/** Throws EngineError, or FaultError `model-rejected` for a signature beyond the bounds of our documents. */
async function openModel(engine, opening) {
	const { path, file } = opening;
	const failed = (phase) => (cause) => {
		throw new EngineError(phase, path, cause);
	};
	const session = await engine.InferenceSession.create(file, sessionOptions(opening)).catch(failed("load"));
	const signature = {
		inputs: session.inputMetadata.map(tensorInfo),
		outputs: session.outputMetadata.map(tensorInfo)
	};
	throwFaults(checkBounds(path, signature));
	return {
		signature,
		prepare(given, outputs) {
			const wanted = outputs ?? signature.outputs.filter(isCarried).map(({ name }) => name);
			throwFaults([...checkFeeds(path, signature, given), ...checkOutputs(path, signature, wanted)]);
			const feeds = tensors(engine, given);
			return () => session.run(feeds, wanted).catch(failed("run"));
		}
	};
}
/**
* One thread each by default, as latency and determinism want it. The folding limit defuses models that unfold
* into gigabytes of constants while they load.
*/
function sessionOptions({ threads, foldedBytes, optimization, strictShapes }) {
	return {
		executionProviders: ["cpu"],
		intraOpNumThreads: threads,
		interOpNumThreads: 1,
		executionMode: "sequential",
		graphOptimizationLevel: optimization,
		extra: {
			...foldedBytes !== null && { optimization: { constant_folding_max_output_size_in_bytes: String(foldedBytes) } },
			...strictShapes && { session: { strict_shape_type_inference: "1" } }
		}
	};
}
function tensorInfo(info) {
	if (!info.isTensor) return {
		name: info.name,
		type: null,
		shape: []
	};
	return {
		name: info.name,
		type: info.type,
		shape: info.shape.map((size) => size === "" ? null : size)
	};
}
/** The bounds of `tensorInfo` and `summary` in core/documents/validation.ts. */
function checkBounds(path, { inputs, outputs }) {
	const rejected = (message) => ({
		code: "model-rejected",
		message
	});
	const crowded = [inputs, outputs].filter((infos) => infos.length > 1e4).map((infos) => rejected(`${path} has ${infos.length} inputs or outputs; at most 10,000 are supported.`));
	const odd = [...inputs, ...outputs].filter(({ name, shape }) => name.length > 4096 || shape.length > 64 || shape.some((size) => typeof size === "string" && size.length > 4096)).slice(0, 10).map(({ name }) => rejected(`${path}: ${quote(name)} has a name of more than 4,096 characters or more than 64 dimensions.`));
	return [...crowded, ...odd];
}
/** An object without a prototype: with the child's `--disable-proto`, even `__proto__` is a name like others. */
function tensors(engine, given) {
	const made = Object.create(null);
	for (const [name, { type, data, shape }] of given) made[name] = new engine.Tensor(type, data, shape);
	return made;
}
/** The fetched values by name. */
function results(values) {
	return new Map(Object.entries(values).map(([name, value]) => [name, result(value)]));
}
const result = ({ type, data, dims }) => ({
	type,
	data,
	shape: dims
});
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
			return results(await opened.prepare(feeds, outputs)());
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
