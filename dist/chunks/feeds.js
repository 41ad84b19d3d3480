import { a as nearest } from "./errors.js";
import { a as quote, n as list, o as shapeText } from "./text2.js";
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
export { checkOutputs as n, isCarried as r, checkFeeds as t };
