import { o as throwFaults } from "./errors.js";
import { n as checkOutputs, r as isCarried, t as checkFeeds } from "./feeds.js";
import { a as quote } from "./text2.js";
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
		endProfiling: () => session.endProfiling(),
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
function sessionOptions({ threads = 1, spinning = true, execution = "sequential", foldedBytes, optimization = "all", strictShapes, profile }) {
	return {
		executionProviders: ["cpu"],
		intraOpNumThreads: threads,
		interOpNumThreads: 1,
		executionMode: execution,
		graphOptimizationLevel: optimization,
		extra: {
			...foldedBytes !== null && { optimization: { constant_folding_max_output_size_in_bytes: String(foldedBytes) } },
			session: {
				...strictShapes && { strict_shape_type_inference: "1" },
				...!spinning && { intra_op: { allow_spinning: "0" } }
			}
		},
		...profile !== void 0 && {
			enableProfiling: true,
			profileFilePrefix: profile
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
export { openModel as n, results as r, EngineError as t };
