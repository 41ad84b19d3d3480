import { n as clipForeign } from "./foreign.js";
import { t as MOST_ENTRIES } from "./validation.js";
import { b as elementTypeName, g as nodeLists, x as attributeOf, y as ELEMENT_TYPES } from "./table.js";
// src/commands/document-meta.ts
function headerOf({ model, toolVersion }, clock) {
	return {
		tool: {
			name: "onnx-gate",
			version: toolVersion
		},
		created: clock.now().toISOString(),
		model
	};
}
// src/core/onnx/summary/facts.ts
/** Product of the sizes; null beyond what a number holds exactly. Negative sizes give null. */
function elementsOf(shape) {
	let elements = 1;
	for (const size of shape) {
		if (size < 0) return null;
		elements *= size;
	}
	return Number.isSafeInteger(elements) ? elements : null;
}
// src/core/onnx/summary/read-facts.ts
/** Shorter lists in attributes are settings, not weights. */
const LEAST_LIST = 16;
/** Longest tensor that is read as a shape: 64 sizes of ten bytes. */
const SHAPE_BYTES = 640;
/** Constants that are read as shapes; a model with more is not a small one. */
const MOST_SHAPES = 1e4;
const INT64 = 7;
/** TensorProto.int64_data. */
const INT64_FIELD = 7;
/** TensorProto.raw_data. */
const RAW_FIELD = 9;
/** Reads nothing of the file but small int64 tensors, which may be shapes. */
async function readFacts(model, source) {
	const graph = model.graph;
	const budget = { shapes: MOST_SHAPES };
	const weights = [];
	for (const [name, tensor] of namedTensors(model)) weights.push(await tensorWeight(name, tensor, source, budget));
	const initializers = new Set(graph?.initializers.map(({ name }) => name));
	const inputs = (graph?.inputs ?? []).filter(({ name }) => !initializers.has(name));
	return {
		irVersion: exact(model.irVersion ?? 0n),
		opsets: model.opsets.map(({ domain, version }) => ({
			domain,
			version: exact(version)
		})),
		producer: model.producer,
		metadata: model.metadata,
		inputs: inputs.map(valueFacts),
		outputs: (graph?.outputs ?? []).map(valueFacts),
		values: new Map((graph?.values ?? []).map((value) => [value.name, valueFacts(value)])),
		nodes: (graph?.nodes ?? []).map(nodeFacts),
		operators: countOperators(model),
		weights: [...weights, ...(graph?.nodes ?? []).flatMap(listWeights)]
	};
}
/** Initializers, also those of subgraphs, and the tensors of Constant nodes beside them. */
function namedTensors(model) {
	const found = [];
	for (const { nodes, graph } of nodeLists(model)) {
		if (!graph) continue;
		for (const tensor of graph.initializers) found.push([tensor.name, tensor]);
		for (const { values } of graph.sparse) if (values) found.push([values.name, values]);
		for (const node of nodes) {
			const constant = node.opType === "Constant" ? attributeOf(node, "value")?.tensors[0] : void 0;
			if (constant) found.push([node.outputs[0] ?? "", constant]);
		}
	}
	return found;
}
async function tensorWeight(name, tensor, source, budget) {
	const shape = tensor.dims.map((size) => Math.max(-1, exact(size)));
	const elements = elementsOf(shape) ?? 0;
	const bits = ELEMENT_TYPES.get(tensor.type)?.bits;
	const { segments } = tensor;
	const stored = segments.reduce((sum, { length }) => sum + length, 0);
	const readable = tensor.type === INT64 && stored > 0 && stored <= SHAPE_BYTES && budget.shapes-- > 0;
	return {
		name,
		type: elementTypeName(tensor.type),
		shape,
		bytes: tensor.external && bits ? bounded(Math.ceil(elements * bits / 8)) : stored,
		external: tensor.external !== null,
		segments,
		list: null,
		integers: readable ? await integersOf(segments, elements, source) : null
	};
}
async function integersOf(segments, elements, source) {
	const found = [];
	for (const { field, offset, length } of segments) {
		const bytes = await source.read(offset, length);
		if (field === RAW_FIELD) found.push(...little(bytes));
		else if (field === INT64_FIELD) found.push(...varints(bytes));
		else return null;
	}
	return found.length === elements ? found : null;
}
function little(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	return Array.from({ length: bytes.length >> 3 }, (_, i) => Number(view.getBigInt64(i * 8, true)));
}
function varints(bytes) {
	const found = [];
	let value = 0n;
	let shift = 0n;
	for (const byte of bytes) {
		value |= BigInt(byte & 127) << shift;
		shift += 7n;
		if (byte < 128) {
			found.push(Number(BigInt.asIntN(64, value)));
			value = 0n;
			shift = 0n;
		}
	}
	return found;
}
/** Tree ensembles and linear models keep what they learnt in attributes. */
function listWeights(node) {
	const kept = (attribute) => {
		if (attribute.floats.length > 0) return {
			type: "float32",
			bits: 32,
			values: attribute.floats
		};
		if (attribute.ints.length > 0) return {
			type: "int64",
			bits: 64,
			values: attribute.ints
		};
		return {
			type: "string",
			bits: 0,
			values: attribute.strings
		};
	};
	return node.attributes.flatMap((attribute) => {
		const { type, bits, values } = kept(attribute);
		const length = values.length + attribute.omitted;
		if (values.length < LEAST_LIST) return [];
		return [{
			name: `${node.name || node.outputs[0] || node.opType}.${attribute.name}`,
			type,
			shape: [length],
			bytes: length * bits / 8,
			external: false,
			segments: [],
			list: attribute.omitted > 0 ? null : values.join(","),
			integers: null
		}];
	});
}
function countOperators(model) {
	const counts = /* @__PURE__ */ new Map();
	for (const { nodes } of nodeLists(model)) for (const node of nodes) {
		const name = operatorOf(node);
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return counts;
}
const operatorOf = ({ domain, opType }) => domain === "" ? opType : `${domain}::${opType}`;
function nodeFacts(node) {
	return {
		name: node.name,
		operator: operatorOf(node),
		inputs: node.inputs,
		outputs: node.outputs,
		ints(name) {
			const attribute = attributeOf(node, name);
			if (!attribute) return null;
			return (attribute.int === null ? attribute.ints : [attribute.int]).map(exact);
		}
	};
}
function valueFacts({ name, type }) {
	if (type.kind !== "tensor") return {
		name,
		type: null,
		shape: null
	};
	const shape = type.shape?.map((size) => typeof size === "bigint" ? exact(size) : size) ?? null;
	return {
		name,
		type: elementTypeName(type.element),
		shape
	};
}
/** As a number, held within those that are exact. */
function exact(value) {
	return bounded(Number(value));
}
function bounded(value) {
	return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value));
}
// src/core/onnx/summary/drawing.ts
/** The graph of a small model as nodes and edges. */
/** Null when there is nothing to draw or too much of it. Constants are left out. */
function drawingOf({ inputs, outputs, nodes }) {
	const drawn = nodes.filter(({ operator }) => operator !== "Constant");
	const total = inputs.length + drawn.length + outputs.length;
	if (drawn.length === 0 || total > 60) return null;
	const shown = [];
	const edges = [];
	const makers = /* @__PURE__ */ new Map();
	const connect = (names, to) => {
		for (const from of new Set(names.map((name) => makers.get(name)))) if (from !== void 0 && edges.length < 1e3) edges.push({
			from,
			to
		});
	};
	for (const { name } of inputs) makers.set(name, shown.push({
		label: clipForeign(name),
		kind: "input"
	}) - 1);
	for (const { operator, inputs: from, outputs: made } of drawn) {
		const at = shown.push({
			label: clipForeign(operator),
			kind: "operator"
		}) - 1;
		connect(from, at);
		for (const name of made) if (name !== "") makers.set(name, at);
	}
	for (const { name } of outputs) connect([name], shown.push({
		label: clipForeign(name),
		kind: "output"
	}) - 1);
	return {
		nodes: shown,
		edges
	};
}
// src/core/onnx/summary/memory.ts
/** Peak memory of intermediate tensors for one row. */
/** Element types that an operator gives whatever goes in; the others pass on their first input's. */
const RESULT_TYPES = new Map([
	...[
		"Equal",
		"Greater",
		"GreaterOrEqual",
		"Less",
		"LessOrEqual",
		"Not",
		"And",
		"Or",
		"Xor",
		"IsNaN"
	].map((name) => [name, "bool"]),
	...[
		"Shape",
		"Size",
		"ArgMax",
		"ArgMin",
		"NonZero"
	].map((name) => [name, "int64"]),
	...["DequantizeLinear", "ai.onnx.ml::Scaler"].map((name) => [name, "float32"]),
	["QuantizeLinear", "uint8"],
	["ai.onnx.ml::LabelEncoder", "int64"]
]);
const BITS = new Map([...ELEMENT_TYPES.values()].map(({ name, bits }) => [name, bits]));
/**
* Each value lives from the node that makes it to the last that reads it; inputs from the start, outputs to the end.
* Weights do not count, nor does reuse in place, so that a runtime may well need less.
*/
function activationBytes(model, shapes) {
	const order = model.nodes;
	const last = lastReads(model);
	const weights = new Set(model.weights.map(({ name }) => name));
	const declared = new Map([...model.values, ...[...model.inputs, ...model.outputs].map((one) => [one.name, one])]);
	const types = /* @__PURE__ */ new Map();
	const sizes = /* @__PURE__ */ new Map();
	let unknown = null;
	const enter = (name, type) => {
		const shape = shapes.of(name);
		const elements = shape && elementsOf(shape);
		const bits = type === "string" ? 0 : BITS.get(type);
		if (elements === null || elements === void 0 || bits === void 0 || bits === null) {
			unknown ??= name;
			return 0;
		}
		types.set(name, type);
		const bytes = Math.ceil(elements * bits / 8);
		sizes.set(name, bytes);
		return bytes;
	};
	let live = 0;
	for (const { name, type } of model.inputs) live += enter(name, type ?? "");
	let peak = live;
	for (const [at, node] of order.entries()) {
		if (node.operator === "Constant") continue;
		for (const output of new Set(node.outputs)) {
			if (output === "" || weights.has(output) || sizes.has(output)) continue;
			live += enter(output, declared.get(output)?.type ?? resultType(node, types));
		}
		if (unknown !== null) break;
		peak = Math.max(peak, live);
		for (const name of /* @__PURE__ */ new Set([...node.inputs, ...node.outputs])) if ((last.get(name) ?? at) === at) {
			live -= sizes.get(name) ?? 0;
			sizes.delete(name);
		}
	}
	if (unknown !== null || !Number.isSafeInteger(peak)) return {
		value: null,
		note: `Peak memory is not known: no fixed shape or type of \`${(unknown ?? "").slice(0, 200)}\`.`
	};
	return {
		value: peak,
		note: null
	};
}
/** Index of the last node that reads a value; outputs of the graph are read after the last. */
function lastReads({ nodes, outputs }) {
	const last = /* @__PURE__ */ new Map();
	for (const [at, { inputs }] of nodes.entries()) for (const name of inputs) last.set(name, at);
	for (const { name } of outputs) last.set(name, nodes.length);
	return last;
}
function resultType(node, types) {
	if (node.operator === "Cast") return ELEMENT_TYPES.get(node.ints("to")?.[0] ?? 0)?.name ?? "";
	return RESULT_TYPES.get(node.operator) ?? node.inputs.map((name) => types.get(name)).find((type) => type !== void 0) ?? "float32";
}
// src/core/onnx/summary/quantization.ts
/** One row per way; `at` finds it by operator. */
const WAYS = [
	{
		kind: "QDQ",
		at: /^(?:com\.microsoft::)?QuantizeLinear$/
	},
	{
		kind: "weights dequantised at run time",
		at: /^(?:com\.microsoft::)?DequantizeLinear$/
	},
	{
		kind: "QLinear operators",
		at: /(?:^|::)QLinear/
	},
	{
		kind: "dynamic",
		at: /(?:^|::)Dynamic(?:QuantizeLinear|QuantizeMatMul|QuantizeLSTM)$/
	},
	{
		kind: "integer operators",
		at: /^(?:MatMulInteger|ConvInteger)$/
	},
	{
		kind: "4-bit blocks",
		at: /^com\.microsoft::(?:MatMulNBits|MatMulBnb4|GatherBlockQuantized)$/
	}
];
const LOW = /^(?:u?int[248]|float[48]e.*)$/;
const HIGH = /^(?:b?float(?:16)?|float(?:32|64))$/;
/** Share of the weights' elements that take 8 bits or fewer; integers of 16 bits or more are indices, not weights. */
function quantizationOf({ operators, weights }) {
	const names = [...operators.keys()];
	const kinds = WAYS.filter(({ at }) => names.some((name) => at.test(name))).map(({ kind }) => kind);
	let low = 0;
	let high = 0;
	const stored = /* @__PURE__ */ new Set();
	for (const { type, shape } of weights) {
		const elements = elementsOf(shape) ?? 0;
		if (LOW.test(type) && elements > 1) {
			low += elements;
			stored.add(`${type} weights`);
		} else if (HIGH.test(type)) {
			high += elements;
			if (type !== "float32" && elements > 1) stored.add(`${type} weights`);
		}
	}
	const dequantises = kinds.includes("QDQ") ? kinds.filter((kind) => !kind.startsWith("weights")) : kinds;
	return {
		share: low + high === 0 ? null : low / (low + high),
		kinds: [...dequantises, ...[...stored].sort()].slice(0, 20)
	};
}
// src/core/onnx/summary/shapes.ts
/** Shapes of a model's values for one row: enough of shape inference to count work and memory. */
const same = ({ input }) => input(0);
const broadcast = ({ node, input }) => {
	let shape = [];
	for (let i = 0; i < node.inputs.length && shape; i++) {
		const other = input(i);
		shape = other && broadcasted(shape, other);
	}
	return shape;
};
function broadcasted(a, b) {
	const rank = Math.max(a.length, b.length);
	const sizes = [];
	for (let i = 0; i < rank; i++) {
		const left = a[a.length - rank + i] ?? 1;
		const right = b[b.length - rank + i] ?? 1;
		if (left !== right && left !== 1 && right !== 1) return null;
		sizes.push(left === 1 ? right : left);
	}
	return sizes;
}
const matmul = ({ node, input }) => {
	const a = input(0);
	const b = input(node.operator === "QLinearMatMul" ? 3 : 1);
	if (!a || !b || a.length === 0 || b.length === 0 || a.at(-1) !== (b.length === 1 ? b[0] : b.at(-2))) return null;
	const rows = a.length === 1 ? [] : [a.at(-2)];
	const columns = b.length === 1 ? [] : [b.at(-1)];
	const batch = broadcasted(a.slice(0, -2), b.slice(0, -2));
	return batch && [
		...batch,
		...rows,
		...columns
	];
};
const gemm = ({ node, input }) => {
	const a = input(0);
	const b = input(1);
	if (a?.length !== 2 || b?.length !== 2) return null;
	return [a[node.ints("transA")?.[0] ? 1 : 0], b[node.ints("transB")?.[0] ? 0 : 1]];
};
/** Convolutions and pools: the channels are the weight's, or the input's own. */
function windowed(weight) {
	return ({ node, input }) => {
		const data = input(0);
		const kernel = weight === null ? null : input(weight);
		const sizes = node.ints("kernel_shape") ?? kernel?.slice(2);
		if (!data || !sizes || data.length !== sizes.length + 2 || weight !== null && !kernel) return null;
		const space = sizes.map((size, axis) => {
			const stride = node.ints("strides")?.[axis] ?? 1;
			const reach = (size - 1) * (node.ints("dilations")?.[axis] ?? 1) + 1;
			const pads = node.ints("pads");
			const padding = pads ? (pads[axis] ?? 0) + (pads[axis + sizes.length] ?? 0) : 0;
			const room = data[axis + 2] + padding - reach;
			const round = node.ints("ceil_mode")?.[0] ? Math.ceil : Math.floor;
			return room < 0 ? -1 : round(room / stride) + 1;
		});
		return [
			data[0],
			kernel?.[0] ?? data[1],
			...space
		];
	};
}
const concat = ({ node, input }) => {
	const shapes = node.inputs.map((_, index) => input(index));
	const [first] = shapes;
	const axis = axisOf(node.ints("axis")?.[0], first?.length ?? 0);
	if (!first || axis === null) return null;
	let size = 0;
	for (const shape of shapes) {
		if (shape?.length !== first.length) return null;
		size += shape[axis];
	}
	return first.with(axis, size);
};
const reshape = ({ node, input, constant }) => {
	const data = input(0);
	const wanted = constant(1);
	if (!data || !wanted) return null;
	const zero = node.ints("allowzero")?.[0] ? null : 0;
	const sizes = wanted.map((size, axis) => size === zero ? data[axis] ?? -2 : size);
	const open = sizes.indexOf(-1);
	if (open < 0) return sizes;
	const elements = elementsOf(data);
	const rest = elementsOf(sizes.filter((_, axis) => axis !== open));
	return elements === null || !rest || elements % rest !== 0 ? null : sizes.with(open, elements / rest);
};
const flatten = ({ node, input }) => {
	const data = input(0);
	const axis = data && axisOf(node.ints("axis")?.[0] ?? 1, data.length + 1);
	if (!data || axis === null) return null;
	const [left, right] = [elementsOf(data.slice(0, axis)), elementsOf(data.slice(axis))];
	return left === null || right === null ? null : [left, right];
};
const transpose = ({ node, input }) => {
	const data = input(0);
	const order = data && (node.ints("perm") ?? data.map((_, axis) => data.length - 1 - axis));
	return order?.every((axis) => axis in data) ? order.map((axis) => data[axis]) : null;
};
const gather = ({ node, input }) => {
	const data = input(0);
	const indices = input(1);
	const axis = data && axisOf(node.ints("axis")?.[0] ?? 0, data.length);
	return data && indices && axis !== null ? [
		...data.slice(0, axis),
		...indices,
		...data.slice(axis + 1)
	] : null;
};
const unsqueeze = ({ node, input, constant }) => {
	const data = input(0);
	const axes = node.ints("axes") ?? constant(1);
	if (!data || !axes) return null;
	const rank = data.length + axes.length;
	const at = new Set(axes.map((axis) => axis < 0 ? axis + rank : axis));
	const rest = [...data];
	return Array.from({ length: rank }, (_, axis) => at.has(axis) ? 1 : rest.shift() ?? 1);
};
const reduce = ({ node, input, constant }) => {
	const data = input(0);
	if (!data) return null;
	const given = node.ints("axes") ?? (node.inputs.length > 1 ? constant(1) : []);
	if (!given) return null;
	const axes = new Set(given.length > 0 ? given.map((axis) => axis < 0 ? axis + data.length : axis) : data.keys());
	return (node.ints("keepdims")?.[0] ?? 1) !== 0 ? data.map((size, i) => axes.has(i) ? 1 : size) : data.filter((_, i) => !axes.has(i));
};
/** `axis` counted from the front; null when it lies outside. */
function axisOf(axis, rank) {
	if (axis === void 0 || axis < -rank || axis >= rank) return null;
	return axis < 0 ? axis + rank : axis;
}
const rows = (rule, names) => names.split(" ").map((name) => [name, rule]);
const RULES = new Map([
	...rows(same, "Relu Sigmoid Tanh Softmax LogSoftmax Dropout BatchNormalization LayerNormalization InstanceNormalization Identity Cast Clip LeakyRelu Elu Selu Erf Exp Log Sqrt Neg Abs Floor Ceil Round Sign Reciprocal Softplus HardSigmoid HardSwish Mish Gelu Not IsNaN Sin Cos PRelu QuantizeLinear DequantizeLinear ai.onnx.ml::Scaler ai.onnx.ml::Imputer ai.onnx.ml::LabelEncoder ai.onnx.ml::Binarizer ai.onnx.ml::Normalizer LpNormalization CumSum"),
	...rows(broadcast, "Add Sub Mul Div Pow Where Max Min Mean Sum And Or Xor Equal Greater GreaterOrEqual Less LessOrEqual Mod"),
	...rows(matmul, "MatMul MatMulInteger QLinearMatMul"),
	...rows(windowed(1), "Conv ConvInteger"),
	...rows(windowed(3), "QLinearConv"),
	...rows(windowed(null), "MaxPool AveragePool LpPool"),
	...rows(({ input }) => {
		return input(0)?.map((size, axis) => axis < 2 ? size : 1) ?? null;
	}, "GlobalAveragePool GlobalMaxPool"),
	...rows(reduce, "ReduceMean ReduceSum ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSumExp ReduceSumSquare"),
	["Gemm", gemm],
	["Concat", concat],
	["Reshape", reshape],
	["Flatten", flatten],
	["Transpose", transpose],
	["Gather", gather],
	["Unsqueeze", unsqueeze]
]);
/**
* Infers shapes from the inputs on, with every dynamic first dimension, and dimensions that share its name, as 1; falls
* back to what the model declares.
*/
function inferShapes(model) {
	const batchNames = new Set(model.inputs.map(({ shape }) => shape?.[0]).filter((size) => typeof size === "string"));
	const shapes = new Map(model.weights.map(({ name, shape }) => [name, shape]));
	const weights = new Map(model.weights.map((weight) => [weight.name, weight]));
	const declared = new Map([...model.values, ...model.outputs.map((one) => [one.name, one])]);
	const fixed = (sizes) => {
		const one = sizes?.map((size, axis) => {
			if (typeof size === "number") return size;
			return axis === 0 || size !== null && batchNames.has(size) ? 1 : -1;
		});
		return one?.every((size) => size >= 0) ? one : null;
	};
	for (const { name, shape } of model.inputs) {
		const one = fixed(shape);
		if (one) shapes.set(name, one);
	}
	for (const node of model.nodes) {
		const input = (index) => shapes.get(node.inputs[index] ?? "") ?? null;
		const constant = (index) => weights.get(node.inputs[index] ?? "")?.integers ?? null;
		const inferred = RULES.get(node.operator)?.({
			node,
			input,
			constant
		}) ?? null;
		for (const [index, output] of node.outputs.entries()) {
			if (output === "" || shapes.has(output)) continue;
			const shape = index === 0 && inferred?.every((size) => Number.isSafeInteger(size) && size >= 0) ? inferred : fixed(declared.get(output)?.shape);
			if (shape) shapes.set(output, shape);
		}
	}
	return { of: (name) => shapes.get(name) ?? null };
}
// src/core/onnx/summary/work.ts
/** Multiply-adds of one row. */
/** Output elements × the length of each dot product. */
const convolution = (weight) => (node, shapes) => {
	const out = shapes.of(node.outputs[0] ?? "");
	const kernel = shapes.of(node.inputs[weight] ?? "");
	return out && kernel && product(elementsOf(out), elementsOf(kernel.slice(1)));
};
/** Every input element meets every weight of its channel. */
const transposed = (node, shapes) => {
	const data = shapes.of(node.inputs[0] ?? "");
	const kernel = shapes.of(node.inputs[1] ?? "");
	return data && kernel && product(elementsOf(data), elementsOf(kernel.slice(1)));
};
const matrices = (transposedBy) => (node, shapes) => {
	const a = shapes.of(node.inputs[0] ?? "");
	const out = shapes.of(node.outputs[0] ?? "");
	const length = transposedBy !== null && node.ints(transposedBy)?.[0] ? a?.at(-2) : a?.at(-1);
	return out && length !== void 0 ? product(elementsOf(out), length) : null;
};
const COUNTS = /* @__PURE__ */ new Map([
	["Conv", convolution(1)],
	["ConvInteger", convolution(1)],
	["QLinearConv", convolution(3)],
	["ConvTranspose", transposed],
	["Gemm", matrices("transA")],
	["MatMul", matrices(null)],
	["MatMulInteger", matrices(null)],
	["QLinearMatMul", matrices(null)]
]);
/** Work that is not counted, and is too much to pass over in silence. */
const HEAVY = /* @__PURE__ */ new Set([
	"LSTM",
	"GRU",
	"RNN",
	"Attention",
	"Einsum",
	"Loop",
	"Scan",
	"If",
	"com.microsoft::Attention",
	"com.microsoft::FusedMatMul",
	"com.microsoft::MatMulNBits",
	"com.microsoft::MultiHeadAttention",
	"com.microsoft::GroupQueryAttention",
	"com.microsoft::FusedConv"
]);
/** Of Conv, Gemm, MatMul and their quantised forms; other operators count nothing. */
function multiplyAdds(model, shapes) {
	let total = 0;
	const left = /* @__PURE__ */ new Set();
	for (const node of model.nodes) {
		if (HEAVY.has(node.operator)) left.add(node.operator);
		const count = COUNTS.get(node.operator);
		if (!count) continue;
		const one = count(node, shapes);
		if (one === null || !Number.isSafeInteger(total + one)) return {
			value: null,
			note: `Multiply-adds are not known: no fixed shape at \`${(node.name || node.outputs[0] || "").slice(0, 200)}\` (${node.operator}).`
		};
		total += one;
	}
	return {
		value: total,
		note: left.size > 0 ? `Multiply-adds leave out ${[...left].slice(0, 5).join(", ")}.` : null
	};
}
function product(a, b) {
	return a === null || b === null || !Number.isSafeInteger(a * b) ? null : a * b;
}
// src/core/onnx/summary/summarize.ts
/** What a model is, in numbers. */
/** Inputs or outputs that a document holds. */
const MOST_VALUES = 1e4;
/** Bounded in every part, whatever the model is. */
function summarize(model) {
	const shapes = inferShapes(model);
	const work = multiplyAdds(model, shapes);
	const memory = activationBytes(model, shapes);
	const operators = [...model.operators].map(([operator, count]) => ({
		operator: clipForeign(operator),
		count
	}));
	const bytesOf = (external) => total(model.weights.filter((weight) => weight.external === external).map(({ bytes }) => bytes));
	const { producer, opsets, metadata } = model;
	return {
		irVersion: model.irVersion,
		opsets: opsets.slice(0, MOST_ENTRIES).map(({ domain, version }) => ({
			domain: clipForeign(domain),
			version
		})),
		producer: {
			name: clipForeign(producer.name),
			version: clipForeign(producer.version)
		},
		metadata: metadata.slice(0, MOST_ENTRIES).map(({ key, value }) => ({
			key: clipForeign(key),
			value: clipForeign(value)
		})),
		inputs: model.inputs.slice(0, MOST_VALUES).map(tensorInfo),
		outputs: model.outputs.slice(0, MOST_VALUES).map(tensorInfo),
		nodes: total(operators.map(({ count }) => count)),
		operators: operators.sort((a, b) => b.count - a.count || (a.operator < b.operator ? -1 : 1)).slice(0, MOST_ENTRIES),
		parameters: total(model.weights.map(({ shape }) => elementsOf(shape) ?? 0)),
		bytes: bytesOf(false),
		externalBytes: bytesOf(true),
		multiplyAdds: work.value,
		activationBytes: memory.value,
		quantization: quantizationOf(model),
		notes: [work.note, memory.note].filter((note) => note !== null),
		drawing: drawingOf(model)
	};
}
function tensorInfo({ name, type, shape }) {
	const sizes = (shape ?? []).slice(0, 64);
	return {
		name: clipForeign(name),
		type: type?.slice(0, 40) ?? null,
		shape: sizes.map((size) => typeof size === "string" ? clipForeign(size) : size)
	};
}
/** Held within the numbers that are exact. */
function total(parts) {
	return Math.min(parts.reduce((sum, part) => sum + part, 0), Number.MAX_SAFE_INTEGER);
}
// src/entry/commit.ts
/** Where each CI system says which commit it runs on. */
const VARIABLES = [
	"GITHUB_SHA",
	"CI_COMMIT_SHA",
	"GIT_COMMIT",
	"BUILDKITE_COMMIT",
	"CIRCLE_SHA1",
	"BUILD_SOURCEVERSION"
];
/** The commit by the CI system's own word; undefined on a laptop. */
function commitOf(env) {
	return VARIABLES.map((name) => env[name]).find((sha) => sha !== void 0 && /^[0-9a-f]{7,64}$/.test(sha));
}
export { headerOf as i, summarize as n, readFacts as r, commitOf as t };
