import { a as nearest, o as throwFaults } from "./errors.js";
import { a as quote, n as list, o as shapeText } from "./text.js";
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
export { isCarried as i, openModel as n, results as r, EngineError as t };
