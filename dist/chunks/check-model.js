import { n as clipForeign } from "./foreign.js";
import { t as bufferedSource } from "./byte-source.js";
import { C as subgraphsOf, S as functionKey, _ as tensorsOf, a as CAPS, c as inspectLocations, f as feeder, h as readIntegers, l as isSafe, m as createScanner, p as rangesOf, r as WIRE_CHECKS, t as MODEL_CHECKS, u as safeFiles, x as attributeOf } from "./table.js";
import { t as BinaryReader } from "./binary-encoding.js";
// src/core/onnx/file-kind.ts
/** Bytes of the file's head that `checkFileKind` wants. A Git LFS pointer is under 1,024 (its specification). */
const HEAD_BYTES = 1024;
const starts = (...bytes) => (head) => bytes.every((byte, i) => head[i] === byte);
const starting = (pattern) => (_, text) => pattern.test(text);
const ZIP = starts(80, 75, 3, 4);
const exportIt = () => "Export the model to ONNX and name that file.";
/** First match wins. None of these can begin an ONNX file, whose first byte is a protobuf tag of ModelProto. */
const KINDS = [
	{
		is: starting(/^version https:\/\/git-lfs\.github\.com\/spec\//),
		what: "a Git LFS pointer",
		fix: (path) => `Fetch it with \`git lfs pull --include ${quote(path)}\`, or check out with \`lfs: true\`.`
	},
	{
		is: starting(/^(outs|md5):\s/),
		what: "a DVC pointer",
		fix: (path) => `Fetch it with \`dvc pull ${quote(path)}\` and name the file it stands for.`
	},
	{
		is: starting(/^\s*<(!doctype|html|\?xml)/i),
		what: "an HTML or XML page",
		fix: () => "The download gave an error or login page; open the file and fetch the model again."
	},
	{
		is: starting(/^\s*[{[]/),
		what: "JSON text",
		fix: exportIt
	},
	{
		is: (head, text) => ZIP(head) && /^.{26,200}?(data\.pkl|\/\.format_version|\/version)/s.test(text),
		what: "a PyTorch checkpoint or TorchScript archive",
		fix: () => "Export the model with `torch.onnx.export` and name that file."
	},
	{
		is: ZIP,
		what: "a zip archive",
		fix: (path) => `Unpack it with \`unzip ${quote(path)}\` and name the model in it.`
	},
	{
		is: starts(31, 139),
		what: "gzip-compressed",
		fix: (path) => `Unpack it with \`gunzip ${quote(path)}\` first.`
	},
	{
		is: (head) => starts(253, 55, 122, 88)(head) || starts(40, 181, 47, 253)(head) || starts(66, 90, 104)(head),
		what: "compressed (xz, Zstandard or bzip2)",
		fix: (path) => `Unpack it with \`unxz\`, \`unzstd\` or \`bunzip2\`, such as \`unxz ${quote(path)}\`.`
	},
	{
		is: (head) => head[0] === 128 && head[1] >= 2 && head[1] <= 5,
		what: "a Python pickle",
		fix: exportIt
	},
	{
		is: (_, text) => /^.{5}\0{3}\{\s*"/s.test(text),
		what: "a safetensors file (weights without a graph)",
		fix: exportIt
	},
	{
		is: (_, text) => text.slice(257, 262) === "ustar",
		what: "a tar archive",
		fix: (path) => `Unpack it with \`tar xf ${quote(path)}\` and name the model in it.`
	},
	{
		is: starts(137, 72, 68, 70),
		what: "an HDF5 file (Keras)",
		fix: exportIt
	},
	{
		is: starts(71, 71, 85, 70),
		what: "a GGUF file",
		fix: exportIt
	},
	{
		is: (head) => starts(0, 0, 0, 79, 82, 84, 77)(head.subarray(1)),
		what: "a model in ONNX Runtime's own format (.ort)",
		fix: () => "Name the .onnx file that it was converted from."
	},
	{
		is: (head) => starts(0, 0, 0, 84, 70, 76, 51)(head.subarray(1)),
		what: "a TensorFlow Lite file",
		fix: exportIt
	},
	{
		is: starting(/^(?!["(2:Br])[\t\r\n -~]+$/),
		what: "a text file",
		fix: exportIt
	}
];
/** The fault in a file that cannot be an ONNX model, or null when it may be one. */
function checkFileKind(path, head) {
	if (head.length === 0) return {
		code: "file-empty",
		message: `${path} is empty.`,
		fix: "Export the model again, or check the file out again."
	};
	const text = new TextDecoder("latin1").decode(head);
	const kind = KINDS.find(({ is }) => is(head, text));
	return kind ? {
		code: "file-kind",
		message: `${path} is ${kind.what}, not an ONNX model.`,
		fix: kind.fix(path)
	} : null;
}
const quote = (path) => /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
// src/core/onnx/checks/call-graph.ts
/** One visit per function, without recursion: 2^30 expanded nodes and 10,000 nested calls cost the same as none. */
function traceCalls(model) {
	if (model.functions.length === 0) return {
		cyclic: [],
		depth: 0,
		expanded: BigInt(model.graph?.nodes.length ?? 0),
		uncalled: []
	};
	const functions = new Map(model.functions.map((one) => [functionKey(one), one]));
	const costs = /* @__PURE__ */ new Map();
	const cyclic = /* @__PURE__ */ new Map();
	const mainCalls = flatten(model.graph?.nodes ?? []);
	const open = [];
	const path = /* @__PURE__ */ new Set();
	const called = /* @__PURE__ */ new Set();
	const visit = (nodes) => {
		for (const node of nodes) {
			const key = functionKey(node);
			if (!functions.has(key)) continue;
			called.add(key);
			if (path.has(key)) cyclic.set(key, functions.get(key));
			else if (!costs.has(key)) open.push({
				key,
				entered: false
			});
		}
	};
	const bodies = /* @__PURE__ */ new Map();
	const bodyOf = (key) => {
		let body = bodies.get(key);
		if (body === void 0) {
			body = flatten(functions.get(key).nodes);
			bodies.set(key, body);
		}
		return body;
	};
	const run = () => {
		while (open.length > 0) {
			const top = open[open.length - 1];
			if (top.entered || costs.has(top.key)) {
				open.pop();
				if (top.entered) {
					path.delete(top.key);
					costs.set(top.key, sum(bodyOf(top.key), costs));
				}
				continue;
			}
			top.entered = true;
			path.add(top.key);
			visit(bodyOf(top.key));
		}
	};
	visit(mainCalls);
	run();
	const total = sum(mainCalls, costs);
	const fromMain = new Set(called);
	for (const key of functions.keys()) {
		if (costs.has(key)) continue;
		open.push({
			key,
			entered: false
		});
		run();
	}
	return {
		cyclic: [...cyclic.values()],
		depth: total.depth,
		expanded: total.nodes,
		uncalled: model.functions.filter((one) => !fromMain.has(functionKey(one)))
	};
}
/** A call costs its function's body and itself nothing; any other node costs 1. */
function sum(nodes, costs) {
	let total = 0n;
	let depth = 0;
	for (const node of nodes) {
		const cost = costs.get(functionKey(node));
		total += cost?.nodes ?? 1n;
		if (cost && cost.depth + 1 > depth) depth = cost.depth + 1;
	}
	return {
		nodes: total,
		depth
	};
}
/** The nodes and those of their subgraphs. */
function flatten(nodes) {
	const all = [];
	const open = [nodes];
	while (open.length > 0) for (const node of open.pop()) {
		all.push(node);
		for (const { graph } of subgraphsOf(node)) open.push(graph.nodes);
	}
	return all;
}
// src/core/onnx/checks/constant-shapes.ts
/** What is known of values before the model runs: shapes and small integers that follow from constants. */
const FLOAT = 1;
const INT64 = 7;
/** Lists of integers are followed up to this length; shapes are shorter. */
const MOST_INTEGERS = 64;
/** Goes through the nodes once, in order of the file; what does not follow from the rules is left out. */
async function followConstants(graph, read) {
	const known = /* @__PURE__ */ new Map();
	for (const { name, type } of graph.inputs) {
		if (type.kind !== "tensor" || type.shape === null) continue;
		const shape = type.shape.map((dim) => typeof dim === "bigint" ? dim : 1n);
		known.set(name, {
			shape,
			element: type.element,
			constant: false
		});
	}
	for (const tensor of graph.initializers) known.set(tensor.name, {
		shape: tensor.dims,
		element: tensor.type,
		constant: true,
		tensor
	});
	const integers = async (value) => value === void 0 ? null : value.integers ?? (value.tensor ? read(value.tensor) : null);
	const made = [];
	for (const node of graph.nodes) {
		const rule = RULES.get(node.opType);
		const output = node.outputs[0];
		if (rule === void 0 || node.domain !== "" || output === void 0) continue;
		const inputs = node.inputs.map((name) => known.get(name));
		const given = rule(node, inputs, integers);
		const result = given instanceof Promise ? await given : given;
		if (result === null || result.shape.some((dim) => dim < 0n) || result.shape.length > 64) continue;
		const tensor = node.opType === "Constant" ? attributeOf(node, "value")?.tensors[0] : void 0;
		const value = {
			shape: result.shape,
			element: result.element ?? inputs.find((input) => input !== void 0)?.element ?? FLOAT,
			constant: node.inputs.every((name, i) => name === "" || inputs[i]?.constant === true),
			...tensor ? { tensor } : {},
			...result.integers && result.integers.length <= MOST_INTEGERS ? { integers: result.integers } : {}
		};
		known.set(output, value);
		made.push({
			node,
			output,
			known: value
		});
	}
	return {
		made,
		known,
		integers
	};
}
const same = async (_, [x], integers) => {
	if (!x) return null;
	const values = x.integers !== void 0 || x.tensor !== void 0 ? await integers(x) : null;
	return {
		shape: x.shape,
		...values ? { integers: values } : {}
	};
};
const keepShape = (_, [x]) => x ? { shape: x.shape } : null;
function broadcast(a, b) {
	const rank = Math.max(a.length, b.length);
	return Array.from({ length: rank }, (_, i) => {
		const left = a[i - rank + a.length] ?? 1n;
		const right = b[i - rank + b.length] ?? 1n;
		return left > right ? left : right;
	});
}
const elementwise = (compute) => (_, inputs, integers) => {
	const [a, b] = inputs;
	if (!a || !b) return null;
	const shape = broadcast(a.shape, b.shape);
	return !compute || !a.constant || !b.constant ? { shape } : computed(compute, shape, [a, b], integers);
};
async function computed(compute, shape, [a, b], integers) {
	const left = await integers(a);
	const right = await integers(b);
	if (!left || !right || left.length === 0 || right.length === 0) return { shape };
	const length = Math.max(left.length, right.length);
	if (length > MOST_INTEGERS || left.length !== length && left.length !== 1) return { shape };
	if (right.length !== length && right.length !== 1) return { shape };
	return {
		shape,
		integers: Array.from({ length }, (__, i) => BigInt.asIntN(64, compute(left[left.length === 1 ? 0 : i], right[right.length === 1 ? 0 : i])))
	};
}
const axisOf = (node, rank, fallback = 0) => {
	const axis = Number(attributeOf(node, "axis")?.int ?? fallback);
	return axis < 0 ? axis + rank : axis;
};
const RULES = new Map([
	...["Identity", "Cast"].map((op) => [op, same]),
	...[
		"Relu",
		"Neg",
		"Abs",
		"Exp",
		"Sigmoid",
		"Tanh",
		"Sqrt",
		"Softmax",
		"Dropout",
		"Not"
	].map((op) => [op, keepShape]),
	["Add", elementwise((a, b) => a + b)],
	["Sub", elementwise((a, b) => a - b)],
	["Mul", elementwise((a, b) => a * b)],
	...[
		"Div",
		"Pow",
		"Max",
		"Min",
		"Where"
	].map((op) => [op, elementwise()]),
	["Constant", (node) => {
		const [attribute] = node.attributes;
		const tensor = attributeOf(node, "value")?.tensors[0];
		if (tensor) return {
			shape: tensor.dims,
			element: tensor.type
		};
		if (attribute?.name === "value_int") return {
			shape: [],
			element: INT64,
			integers: [attribute.int ?? 0n]
		};
		if (attribute?.name === "value_ints") return {
			shape: [BigInt(attribute.ints.length)],
			element: INT64,
			integers: attribute.ints
		};
		return attribute?.name === "value_float" ? {
			shape: [],
			element: FLOAT
		} : null;
	}],
	["ConstantOfShape", async (node, [size], integers) => {
		const shape = await integers(size);
		return shape && {
			shape,
			element: attributeOf(node, "value")?.tensors[0]?.type ?? FLOAT
		};
	}],
	["Shape", (_, [x]) => x ? {
		shape: [BigInt(x.shape.length)],
		element: INT64,
		...x.constant ? { integers: x.shape } : {}
	} : null],
	["Expand", async (_, [x, size], integers) => {
		const shape = await integers(size);
		return shape && { shape: broadcast(x?.shape ?? [], shape) };
	}],
	["Tile", async (_, [x, repeats], integers) => {
		const times = await integers(repeats);
		if (!times || !x || times.length !== x.shape.length) return null;
		return { shape: x.shape.map((dim, i) => dim * times[i]) };
	}],
	["Range", async (_, inputs, integers) => {
		const [start, limit, delta] = await Promise.all([
			0,
			1,
			2
		].map(async (i) => (await integers(inputs[i]))?.[0]));
		if (start === void 0 || limit === void 0 || !delta) return null;
		const steps = (limit - start + delta + (delta > 0n ? -1n : 1n)) / delta;
		return { shape: [steps > 0n ? steps : 0n] };
	}],
	["Pad", async (node, [x, pads], integers) => {
		const given = attributeOf(node, "pads")?.ints;
		const amounts = given && given.length > 0 ? given : await integers(pads);
		if (!x || !amounts || node.inputs[3]) return null;
		if (amounts.length !== x.shape.length * 2) return null;
		return { shape: x.shape.map((dim, i) => dim + amounts[i] + amounts[i + x.shape.length]) };
	}],
	["Resize", async (_, [x, , , sizes], integers) => {
		const shape = await integers(sizes);
		return shape && shape.length === x?.shape.length ? { shape } : null;
	}],
	["Reshape", async (_, [x, size], integers) => {
		const shape = await integers(size);
		if (!x || !shape || shape.some((dim) => dim <= 0n)) return null;
		const values = x.constant ? await integers(x) : null;
		return {
			shape,
			...values ? { integers: values } : {}
		};
	}],
	...["Unsqueeze", "Squeeze"].map((op) => [op, async (_, [x], integers) => {
		const values = x?.constant ? await integers(x) : null;
		return values ? {
			shape: op === "Squeeze" ? [] : [BigInt(values.length)],
			integers: values
		} : null;
	}]),
	["Concat", async (node, inputs, integers) => {
		const parts = inputs.filter((input) => input !== void 0);
		const [first] = parts;
		if (parts.length !== inputs.length || first === void 0) return null;
		const axis = axisOf(node, first.shape.length);
		const size = parts.reduce((sum, part) => sum + (part.shape[axis] ?? 0n), 0n);
		const shape = first.shape.map((dim, i) => i === axis ? size : dim);
		if (shape.length !== 1 || size > BigInt(MOST_INTEGERS) || !parts.every(({ constant }) => constant)) return { shape };
		const values = await Promise.all(parts.map(integers));
		return values.every((list) => list !== null) ? {
			shape,
			integers: values.flat()
		} : { shape };
	}],
	["MatMul", (_, [a, b]) => {
		if (!a || !b || a.shape.length < 2 || b.shape.length < 2) return null;
		return { shape: [
			...broadcast(a.shape.slice(0, -2), b.shape.slice(0, -2)),
			a.shape.at(-2),
			b.shape.at(-1)
		] };
	}]
]);
// src/core/onnx/checks/flow.ts
/** Who makes and who uses each value: one pass that the checks on names, order and use share. */
/** In place of a node's index, for what is there before any node runs. */
const GIVEN = -1;
const NO_WALK = {
	free: /* @__PURE__ */ new Map(),
	needs: [],
	maker: /* @__PURE__ */ new Map(),
	used: /* @__PURE__ */ new Set(),
	doubtful: false
};
/** Linear in nodes and names. Recursion is as deep as subgraphs nest, which the cap on depth bounds at about 30. */
function traceFlow(model) {
	const report = {
		repeated: [],
		early: [],
		cycles: [],
		dangling: [],
		unmade: [],
		shadowing: []
	};
	const graph = model.graph;
	const main = graph ? root(scopeOf(graph, ""), report) : NO_WALK;
	for (const one of model.functions) root({
		given: one.inputs,
		nodes: one.nodes,
		outputs: one.outputs,
		where: `function ${one.name}`
	}, report);
	const outputs = graph?.outputs.map(({ name }) => name) ?? [];
	const dead = graph && main.doubtful ? deadNodes(graph.nodes, outputs, main) : [];
	return {
		...report,
		dead,
		used: main.used
	};
}
function scopeOf(graph, where) {
	const given = graph.inputs.map(({ name }) => name);
	for (const { name } of graph.initializers) given.push(name);
	for (const { values } of graph.sparse) if (values) given.push(values.name);
	return {
		given,
		nodes: graph.nodes,
		outputs: graph.outputs.map(({ name }) => name),
		where
	};
}
function root(scope, report) {
	const walk = trace(scope, [], report);
	for (const place of walk.free.values()) (place.node ? report.dangling : report.unmade).push(place);
	return walk;
}
function trace(scope, around, report) {
	const { nodes, where } = scope;
	const maker = makers(scope, around, report);
	const free = /* @__PURE__ */ new Map();
	const used = /* @__PURE__ */ new Set();
	const serves = new Uint8Array(nodes.length);
	const early = [];
	const take = (name, index, node, place = null) => {
		const from = maker.get(name);
		if (from === void 0) {
			if (!free.has(name)) free.set(name, place ?? {
				name,
				node,
				where
			});
		} else if (from === GIVEN) used.add(name);
		else {
			serves[from] = 1;
			if (from >= index) early.push({
				...place ?? {
					name,
					node,
					where
				},
				index
			});
		}
	};
	const needs = nodes.map((node, index) => {
		const names = node.inputs.includes("") ? node.inputs.filter((name) => name !== "") : node.inputs;
		for (const name of names) take(name, index, node);
		const subgraphs = subgraphsOf(node);
		if (subgraphs.length === 0) return names;
		const taken = [...names];
		for (const { attribute, graph } of subgraphs) {
			const label = `${where ? `${where}, ` : ""}${attribute} of ${node.opType}`.slice(0, 200);
			for (const place of trace(scopeOf(graph, label), [...around, maker], report).free.values()) {
				take(place.name, index, null, place);
				taken.push(place.name);
			}
		}
		return taken;
	});
	for (const name of scope.outputs) take(name, nodes.length, null);
	if (early.length > 0) {
		const stuck = onCycles(needs, maker);
		const cycle = oneCycle(stuck, needs, maker);
		if (cycle.length > 0) report.cycles.push({
			nodes: cycle.map((i) => nodes[i]),
			where
		});
		for (const { index, ...place } of early) if (!stuck.has(index)) report.early.push(place);
	}
	return {
		free,
		needs,
		maker,
		used,
		doubtful: early.length > 0 || serves.includes(0)
	};
}
/** Who makes each name; reports those that are made twice, or that hide one from around. */
function makers({ given, nodes, where }, around, report) {
	const maker = /* @__PURE__ */ new Map();
	for (const name of given) maker.set(name, GIVEN);
	nodes.forEach((node, i) => {
		for (const name of node.outputs) {
			if (name === "") continue;
			if (maker.has(name)) report.repeated.push({
				name,
				node,
				where
			});
			else maker.set(name, i);
		}
	});
	if (around.length === 0) return maker;
	for (const name of maker.keys()) if (name !== "" && around.some((names) => names.has(name))) report.shadowing.push({
		name,
		node: null,
		where
	});
	return maker;
}
/** Kahn's algorithm: the nodes that can never run, because they are on a cycle or behind one. */
function onCycles(needs, makers) {
	const waiting = needs.map(() => 0);
	const followers = needs.map(() => []);
	needs.forEach((names, i) => {
		for (const name of new Set(names)) {
			const maker = makers.get(name);
			if (maker === void 0 || maker === GIVEN) continue;
			waiting[i]++;
			followers[maker].push(i);
		}
	});
	const ready = waiting.flatMap((count, i) => count === 0 ? [i] : []);
	const stuck = new Set(needs.keys());
	while (ready.length > 0) {
		const i = ready.pop();
		stuck.delete(i);
		for (const next of followers[i]) if (--waiting[next] === 0) ready.push(next);
	}
	return stuck;
}
/** From any stuck node, going back along inputs that are stuck too must come round. */
function oneCycle(stuck, needs, makers) {
	const path = [];
	const position = /* @__PURE__ */ new Map();
	let [at] = stuck;
	while (at !== void 0 && !position.has(at)) {
		position.set(at, path.length);
		path.push(at);
		at = needs[at].map((name) => makers.get(name)).find((maker) => maker !== void 0 && stuck.has(maker));
	}
	return at === void 0 ? [] : path.slice(position.get(at)).reverse();
}
function deadNodes(nodes, outputs, walk) {
	const live = /* @__PURE__ */ new Set();
	const open = [...outputs];
	while (open.length > 0) {
		const maker = walk.maker.get(open.pop());
		if (maker === void 0 || maker === GIVEN || live.has(maker)) continue;
		live.add(maker);
		for (const name of walk.needs[maker]) open.push(name);
	}
	return nodes.filter((_, i) => !live.has(i));
}
// src/core/onnx/decode/fields.ts
const LENGTH_DELIMITED$1 = 2;
/** Shared by all that have none: most lists of most nodes. */
const NONE = Object.freeze([]);
function add(list, item) {
	if (list.length === 0) return [item];
	list.push(item);
	return list;
}
const fields = (numbered) => Array.from({ length: Math.max(...Object.keys(numbered).map(Number)) + 1 }, (_, field) => numbered[field]);
/** Fills `into` until `end`. What occurs again is merged into what is there, as protobuf demands. */
function fill(known, into, reader, end) {
	while (reader.pos < end) {
		const tag = reader.uint32();
		const read = known[tag >>> 3];
		if (read === void 0) reader.skip(tag & 7);
		else read(into, reader, tag & 7);
	}
	return into;
}
/** A message nested in another one: its length, then its fields. */
function nested(known, into, reader) {
	const length = reader.uint32();
	return fill(known, into, reader, reader.pos + length);
}
/** One value, or several of them packed. */
function several(list, reader, wireType, one) {
	if (wireType !== LENGTH_DELIMITED$1) return add(list, one(reader));
	let all = list;
	const length = reader.uint32();
	for (const end = reader.pos + length; reader.pos < end;) all = add(all, one(reader));
	return all;
}
const readLong = (reader) => BigInt(reader.int64());
/** `''` and `ai.onnx` name the same operators. */
function readDomain(reader) {
	const domain = reader.string();
	return domain === "ai.onnx" ? "" : domain;
}
/** What the pre-scan left in a message. */
function readNote(reader) {
	reader.uint32();
	return [
		reader.double(),
		reader.double(),
		reader.double()
	];
}
// src/core/onnx/decode/entries.ts
const ENTRY = fields({
	1: (entry, reader) => {
		entry.key = reader.string();
	},
	2: (entry, reader) => {
		entry.value = reader.string();
	}
});
const readEntry = (reader) => nested(ENTRY, {
	key: "",
	value: ""
}, reader);
const OPSET = fields({
	1: (opset, reader) => {
		opset.domain = reader.string();
	},
	2: (opset, reader) => {
		opset.version = readLong(reader);
	}
});
const readOpset = (reader) => nested(OPSET, {
	domain: "",
	version: 0n
}, reader);
/** Rules by field number, per message. */
const MESSAGES = new Map(Object.entries({
	Model: {
		1: "number",
		2: "name",
		3: "name",
		4: "name",
		5: "number",
		6: "doc",
		7: "Graph",
		8: "Opset",
		14: "Entry",
		20: "Training",
		25: "Function",
		26: "doc"
	},
	Graph: {
		1: "Node",
		2: "name",
		5: "Tensor",
		10: "doc",
		11: "Value",
		12: "Value",
		13: "Value",
		14: "Annotation",
		15: "Sparse",
		16: "Entry"
	},
	Node: {
		1: "name",
		2: "name",
		3: "name",
		4: "name",
		5: "Attribute",
		6: "doc",
		7: "name",
		8: "name",
		9: "doc",
		10: "doc"
	},
	Attribute: {
		1: "name",
		2: "float",
		3: "number",
		4: "blob",
		5: "Tensor",
		6: "Graph",
		7: "list-floats",
		8: "list-ints",
		9: "list-strings",
		10: "Tensor",
		11: "Graph",
		13: "doc",
		14: "Type",
		15: "Type",
		20: "number",
		21: "name",
		22: "Sparse",
		23: "Sparse"
	},
	Tensor: {
		1: "numbers",
		2: "number",
		3: "doc",
		4: "data-32",
		5: "data-varint",
		6: "data-bytes",
		7: "data-varint",
		8: "name",
		9: "data-bytes",
		10: "data-64",
		11: "data-varint",
		12: "doc",
		13: "Entry",
		14: "number",
		16: "doc"
	},
	Sparse: {
		1: "Tensor",
		2: "Tensor",
		3: "numbers"
	},
	Value: {
		1: "name",
		2: "Type",
		3: "doc",
		4: "doc"
	},
	Type: {
		1: "TensorType",
		4: "ElementType",
		5: "MapType",
		6: "name",
		7: "OpaqueType",
		8: "TensorType",
		9: "ElementType"
	},
	TensorType: {
		1: "number",
		2: "Shape"
	},
	ElementType: { 1: "Type" },
	MapType: {
		1: "number",
		2: "Type"
	},
	OpaqueType: {
		1: "name",
		2: "name"
	},
	Shape: { 1: "Dimension" },
	Dimension: {
		1: "number",
		2: "name",
		3: "name"
	},
	Opset: {
		1: "name",
		2: "number"
	},
	Entry: {
		1: "name",
		2: "blob"
	},
	Annotation: {
		1: "name",
		2: "Entry"
	},
	Training: {
		1: "doc",
		2: "doc",
		3: "doc",
		4: "doc"
	},
	Function: {
		1: "name",
		4: "name",
		5: "name",
		6: "name",
		7: "Node",
		8: "doc",
		9: "Opset",
		10: "name",
		11: "Attribute",
		12: "Value",
		13: "name",
		14: "Entry"
	}
}).map(([name, fields]) => [name, new Map(Object.entries(fields).map(([field, rule]) => [Number(field), rule]))]));
/** Wire types a rule accepts, one bit each: 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes. */
const WIRE_TYPES = /* @__PURE__ */ new Map([
	["number", 1],
	["numbers", 5],
	["float", 32],
	["list-floats", 36],
	["list-ints", 5],
	["data-32", 36],
	["data-64", 6],
	["data-varint", 5]
]);
const LENGTH_DELIMITED = 4;
const accepts = (rule, wireType) => ((WIRE_TYPES.get(rule) ?? LENGTH_DELIMITED) >> wireType & 1) === 1;
/** Field numbers that the pre-scan adds to the skeleton, above all of onnx.proto. A file's own unknown fields are dropped, so it cannot forge them. */
const ADDED = {
	segment: 100,
	omitted: 101
};
// src/core/onnx/decode/tensor.ts
/** TensorProto.DataLocation. */
const EXTERNAL = 1;
const TENSOR = fields({
	1: (tensor, reader, wireType) => {
		tensor.dims = several(tensor.dims, reader, wireType, readLong);
	},
	2: (tensor, reader) => {
		tensor.type = reader.int32();
	},
	8: (tensor, reader) => {
		tensor.name = reader.string();
	},
	13: (tensor, reader) => {
		tensor.entries = add(tensor.entries, readEntry(reader));
	},
	14: (tensor, reader) => {
		tensor.location = reader.int32();
	},
	[ADDED.segment]: (tensor, reader) => {
		const [kind, offset, length] = readNote(reader);
		const segment = {
			field: Math.floor(kind / 8),
			wireType: kind % 8,
			offset,
			length
		};
		tensor.segments = add(tensor.segments, segment);
	}
});
function readTensor(reader, before = null) {
	const written = before ?? {
		name: "",
		type: 0,
		dims: NONE,
		segments: NONE,
		external: null,
		strayExternal: false,
		location: 0,
		entries: NONE
	};
	nested(TENSOR, written, reader);
	const external = written.location === EXTERNAL;
	written.external = external ? new Map(written.entries.map(({ key, value }) => [key, value])) : null;
	written.strayExternal = !external && written.entries.length > 0;
	return written;
}
const SPARSE = fields({
	1: (sparse, reader) => {
		sparse.values = readTensor(reader, sparse.values);
	},
	2: (sparse, reader) => {
		sparse.indices = readTensor(reader, sparse.indices);
	},
	3: (sparse, reader, wireType) => {
		sparse.dims = several(sparse.dims, reader, wireType, readLong);
	}
});
const readSparse = (reader, before = null) => nested(SPARSE, before ?? {
	values: null,
	indices: null,
	dims: NONE
}, reader);
// src/core/onnx/decode/type.ts
const NO_TYPE = { kind: "none" };
const DIMENSION = fields({
	1: (dimension, reader) => {
		dimension.size = readLong(reader);
	},
	2: (dimension, reader) => {
		dimension.size = reader.string() || null;
	}
});
const SHAPE = fields({ 1: (shape, reader) => {
	shape.dims = add(shape.dims, nested(DIMENSION, { size: null }, reader).size);
} });
const TENSOR_TYPE = fields({
	1: (type, reader) => {
		type.element = reader.int32();
	},
	2: (type, reader) => {
		type.shape = nested(SHAPE, { dims: type.shape ?? NONE }, reader).dims;
	}
});
const ELEMENT_TYPE = fields({ 1: (type, reader) => {
	type.of = readType(reader, type.of);
} });
const MAP_TYPE = fields({
	1: (type, reader) => {
		type.key = reader.int32();
	},
	2: (type, reader) => {
		type.value = readType(reader, type.value);
	}
});
/** One of several kinds: the same one again is merged, another one takes its place. */
const again = (type, fresh) => type.kind === fresh.kind ? type : fresh;
const TYPE = fields({
	1: (type, reader) => {
		type.is = nested(TENSOR_TYPE, again(type.is, {
			kind: "tensor",
			element: 0,
			shape: null
		}), reader);
	},
	4: (type, reader) => {
		type.is = nested(ELEMENT_TYPE, again(type.is, {
			kind: "sequence",
			of: NO_TYPE
		}), reader);
	},
	5: (type, reader) => {
		type.is = nested(MAP_TYPE, again(type.is, {
			kind: "map",
			key: 0,
			value: NO_TYPE
		}), reader);
	},
	7: (type, reader, wireType) => {
		reader.skip(wireType);
		type.is = NO_TYPE;
	},
	8: (type, reader) => {
		type.is = nested(TENSOR_TYPE, again(type.is, {
			kind: "sparse",
			element: 0,
			shape: null
		}), reader);
	},
	9: (type, reader) => {
		type.is = nested(ELEMENT_TYPE, again(type.is, {
			kind: "optional",
			of: NO_TYPE
		}), reader);
	}
});
const readType = (reader, before) => nested(TYPE, { is: before }, reader).is;
const VALUE = fields({
	1: (value, reader) => {
		value.name = reader.string();
	},
	2: (value, reader) => {
		value.type = readType(reader, value.type);
	}
});
const readValue = (reader) => nested(VALUE, {
	name: "",
	type: NO_TYPE
}, reader);
// src/core/onnx/decode/graph.ts
const decoder = new TextDecoder();
const ATTRIBUTE = fields({
	1: (attribute, reader) => {
		attribute.name = reader.string();
	},
	2: (attribute, reader) => {
		attribute.float = reader.float();
	},
	3: (attribute, reader) => {
		attribute.int = readLong(reader);
	},
	4: (attribute, reader) => {
		attribute.string = decoder.decode(reader.bytes());
	},
	5: (attribute, reader) => {
		attribute.tensor = readTensor(reader, attribute.tensor);
	},
	6: (attribute, reader) => {
		attribute.graph = readGraph(reader, attribute.graph);
	},
	7: (attribute, reader, wireType) => {
		attribute.floats = several(attribute.floats, reader, wireType, readFloat);
	},
	8: (attribute, reader, wireType) => {
		attribute.ints = several(attribute.ints, reader, wireType, readLong);
	},
	9: (attribute, reader) => {
		attribute.strings = add(attribute.strings, decoder.decode(reader.bytes()));
	},
	10: (attribute, reader) => {
		attribute.tensors = add(attribute.tensors, readTensor(reader));
	},
	11: (attribute, reader) => {
		attribute.graphs = add(attribute.graphs, readGraph(reader));
	},
	20: (attribute, reader) => {
		attribute.type = reader.int32();
	},
	21: (attribute, reader) => {
		attribute.reference = reader.string() || null;
	},
	22: (attribute, reader) => {
		attribute.sparseTensor = readSparse(reader, attribute.sparseTensor);
	},
	23: (attribute, reader) => {
		attribute.sparse = add(attribute.sparse, readSparse(reader));
	},
	[ADDED.omitted]: (attribute, reader) => {
		attribute.omitted += readNote(reader)[0];
	}
});
function readAttribute(reader) {
	const written = {
		name: "",
		type: 0,
		reference: null,
		int: null,
		float: null,
		string: null,
		ints: NONE,
		floats: NONE,
		strings: NONE,
		omitted: 0,
		tensors: NONE,
		sparse: NONE,
		graphs: NONE,
		tensor: null,
		sparseTensor: null,
		graph: null
	};
	nested(ATTRIBUTE, written, reader);
	if (written.tensor) written.tensors = [written.tensor, ...written.tensors];
	if (written.sparseTensor) written.sparse = [written.sparseTensor, ...written.sparse];
	if (written.graph) written.graphs = [written.graph, ...written.graphs];
	return written;
}
const readFloat = (reader) => reader.float();
const NODE = fields({
	1: (node, reader) => {
		node.inputs = add(node.inputs, reader.string());
	},
	2: (node, reader) => {
		node.outputs = add(node.outputs, reader.string());
	},
	3: (node, reader) => {
		node.name = reader.string();
	},
	4: (node, reader) => {
		node.opType = reader.string();
	},
	5: (node, reader) => {
		node.attributes = add(node.attributes, readAttribute(reader));
	},
	7: (node, reader) => {
		node.domain = readDomain(reader);
	},
	8: (node, reader) => {
		node.overload = reader.string();
	}
});
const readNode = (reader) => nested(NODE, {
	name: "",
	opType: "",
	domain: "",
	overload: "",
	inputs: NONE,
	outputs: NONE,
	attributes: NONE
}, reader);
const GRAPH = fields({
	1: (graph, reader) => {
		graph.nodes = add(graph.nodes, readNode(reader));
	},
	2: (graph, reader) => {
		graph.name = reader.string();
	},
	5: (graph, reader) => {
		graph.initializers = add(graph.initializers, readTensor(reader));
	},
	11: (graph, reader) => {
		graph.inputs = add(graph.inputs, readValue(reader));
	},
	12: (graph, reader) => {
		graph.outputs = add(graph.outputs, readValue(reader));
	},
	13: (graph, reader) => {
		graph.values = add(graph.values, readValue(reader));
	},
	15: (graph, reader) => {
		graph.sparse = add(graph.sparse, readSparse(reader));
	}
});
const readGraph = (reader, before = null) => nested(GRAPH, before ?? {
	name: "",
	nodes: NONE,
	inputs: NONE,
	outputs: NONE,
	values: NONE,
	initializers: NONE,
	sparse: NONE
}, reader);
// src/core/onnx/decode/model.ts
const FUNCTION = fields({
	1: (one, reader) => {
		one.name = reader.string();
	},
	4: (one, reader) => {
		one.inputs = add(one.inputs, reader.string());
	},
	5: (one, reader) => {
		one.outputs = add(one.outputs, reader.string());
	},
	6: (one, reader) => {
		one.attributes = add(one.attributes, reader.string());
	},
	7: (one, reader) => {
		one.nodes = add(one.nodes, readNode(reader));
	},
	9: (one, reader) => {
		one.opsets = add(one.opsets, readOpset(reader));
	},
	10: (one, reader) => {
		one.domain = readDomain(reader);
	},
	11: (one, reader) => {
		one.defaults = add(one.defaults, readAttribute(reader));
	},
	13: (one, reader) => {
		one.overload = reader.string();
	}
});
const readFunction = (reader) => nested(FUNCTION, {
	name: "",
	domain: "",
	overload: "",
	inputs: NONE,
	outputs: NONE,
	attributes: NONE,
	defaults: NONE,
	nodes: NONE,
	opsets: NONE
}, reader);
const MODEL = fields({
	1: (model, reader) => {
		model.irVersion = readLong(reader);
	},
	2: (model, reader) => {
		model.producer = {
			...model.producer,
			name: reader.string()
		};
	},
	3: (model, reader) => {
		model.producer = {
			...model.producer,
			version: reader.string()
		};
	},
	4: (model, reader) => {
		model.domain = reader.string();
	},
	5: (model, reader) => {
		model.modelVersion = readLong(reader);
	},
	7: (model, reader) => {
		model.graph = readGraph(reader, model.graph);
	},
	8: (model, reader) => {
		model.opsets = add(model.opsets, readOpset(reader));
	},
	14: (model, reader) => {
		model.metadata = add(model.metadata, readEntry(reader));
	},
	20: (model, reader, wireType) => {
		reader.skip(wireType);
		model.trainings++;
	},
	25: (model, reader) => {
		model.functions = add(model.functions, readFunction(reader));
	}
});
/** Decodes what `scanWire` kept and so has looked over. Throws what the reader of @bufbuild/protobuf throws. */
function decodeModel(skeleton) {
	return fill(MODEL, {
		irVersion: null,
		producer: {
			name: "",
			version: ""
		},
		domain: "",
		modelVersion: 0n,
		opsets: NONE,
		metadata: NONE,
		graph: null,
		functions: NONE,
		trainings: 0
	}, new BinaryReader(skeleton), skeleton.length);
}
// src/core/onnx/weights/read.ts
/** Bytes read at a time. */
const CHUNK = 2 ** 20;
/** `files`: the facts by location of all that may be read. */
async function readWeights(model, source, external, files) {
	const tensors = tensorsOf(model);
	const scanner = createScanner();
	const { ranges: inside } = rangesOf(tensors.filter((tensor) => tensor.external === null));
	await readInside(source, inside, scanner);
	const beside = await readBeside(tensors, external, files, scanner);
	return {
		statistics: statisticsOf(tensors, [...inside, ...beside.ranges], scanner),
		parts: beside.parts
	};
}
/** Of the tensors alone that lie in files beside the model. */
async function readExternalWeights(model, external, files) {
	const tensors = tensorsOf(model);
	const scanner = createScanner();
	const { ranges, parts } = await readBeside(tensors, external, files, scanner);
	return {
		statistics: statisticsOf(tensors, ranges, scanner),
		parts
	};
}
async function readBeside(tensors, external, files, scanner) {
	const byLocation = new Map([...files.keys()].map((location) => [location, []]));
	for (const tensor of tensors) byLocation.get(tensor.external?.get("location") ?? "")?.push(tensor);
	const all = [];
	const parts = [];
	for (const locations of byFile(files)) {
		const inFile = locations.flatMap(({ location }) => byLocation.get(location));
		const { ranges } = rangesOf(inFile);
		for (const range of ranges) all.push(range);
		const checked = inFile.some((tensor) => tensor.external?.has("checksum"));
		const [{ location, size }] = locations;
		const hashes = await external.scan(location, feeder(ranges, scanner), checked ? ["sha256", "sha1"] : ["sha256"]);
		if (hashes?.sha256 === void 0) continue;
		const { sha256, sha1 = null } = hashes;
		parts.push({
			location,
			bytes: size,
			sha256,
			sha1
		});
	}
	return {
		ranges: all,
		parts
	};
}
/** In the order of the tensors. */
function statisticsOf(tensors, ranges, scanner) {
	const results = /* @__PURE__ */ new Map();
	for (const range of ranges) {
		if (range.scan.bytes === 0) continue;
		const statistics = scanner.finish(range.scan);
		for (const tensor of range.tensors) results.set(tensor, statistics);
	}
	const found = tensors.filter((tensor) => results.has(tensor));
	return new Map(found.map((tensor) => [tensor, results.get(tensor)]));
}
/** By name, of the weights in files beside the model: what two models are compared by. */
const externalFingerprints = ({ statistics }) => new Map([...statistics].filter(([{ external }]) => external !== null).map(([{ name }, { fingerprint, bytes }]) => [name, `${bytes} ${fingerprint}`]));
/** Locations that name one file stand together. */
function byFile(files) {
	const found = /* @__PURE__ */ new Map();
	for (const [location, { file, size }] of files) {
		const same = found.get(file);
		if (same) same.push({
			location,
			size
		});
		else found.set(file, [{
			location,
			size
		}]);
	}
	return [...found.values()];
}
/** The next megabyte is read while this one is looked at, in two pieces of memory. */
async function readInside(source, ranges, scanner) {
	const feed = feeder(ranges, scanner);
	const memory = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)];
	const read = (turn, start) => start === void 0 ? null : source.read(start, CHUNK, memory[turn % 2]);
	const starts = chunkStarts(ranges);
	let start = starts.next().value;
	let reading = read(0, start);
	for (let turn = 1; reading !== null && start !== void 0; turn++) {
		const bytes = await reading;
		const at = start;
		start = starts.next().value;
		reading = read(turn, start);
		feed(bytes, at);
	}
}
/** A chunk begins where a tensor does, so that large ones are aligned in memory; what lies between is passed over. */
function* chunkStarts(ranges) {
	let done = 0;
	for (const { offset, length } of ranges) {
		if (done < offset) done = offset;
		else if (done >= offset + length) continue;
		for (; done < offset + length; done += CHUNK) yield done;
	}
}
// src/core/onnx/wire/damage.ts
/** Names what broke a file that does not parse, from its first bytes. */
/** Bytes worth reading for `textDamage`. */
const DAMAGE_BYTES = 65536;
/**
* How text tools damaged a binary file, or null. Only ask of a file that does not parse: a sound one could, by chance, look like this.
* `crlf`: every line feed has a carriage return before it, as Git does with `text=auto` and FTP in ASCII mode.
* `utf8`: bytes over 127 were replaced by U+FFFD, as decoding and encoding as text does.
*/
function textDamage(head) {
	let feeds = 0;
	let bare = 0;
	let replacements = 0;
	for (let i = 0; i < head.length; i++) {
		if (head[i] === 10) {
			feeds++;
			if (head[i - 1] !== 13) bare++;
		}
		if (head[i] === 239 && head[i + 1] === 191 && head[i + 2] === 189) replacements++;
	}
	if (replacements >= 2 && isUtf8(head)) return "utf8";
	return feeds >= 3 && bare === 0 ? "crlf" : null;
}
/** The last character may be cut off by the end of the head. */
function isUtf8(head) {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
		return true;
	} catch {
		return false;
	}
}
// src/core/onnx/wire/skeleton.ts
/** Bytes of a padded length: a varint may be written longer than it needs, so a message's length can be filled in afterwards. */
const LENGTH_BYTES = 5;
function createSkeleton() {
	let buffer = /* @__PURE__ */ new Uint8Array(65536);
	let size = 0;
	const room = (more) => {
		if (size + more <= buffer.length) return;
		const larger = new Uint8Array(Math.max(buffer.length * 2, size + more));
		larger.set(buffer.subarray(0, size));
		buffer = larger;
	};
	const varint = (value) => {
		let rest = value;
		while (rest > 127) {
			buffer[size++] = rest & 127 | 128;
			rest >>>= 7;
		}
		buffer[size++] = rest;
	};
	return {
		get size() {
			return size;
		},
		copy(bytes) {
			room(bytes.length);
			buffer.set(bytes, size);
			size += bytes.length;
		},
		open(field) {
			room(16);
			varint(field << 3 | 2);
			size += LENGTH_BYTES;
			return size - LENGTH_BYTES;
		},
		close(lengthAt) {
			let rest = size - lengthAt - LENGTH_BYTES;
			for (let i = 0; i < LENGTH_BYTES; i++) {
				buffer[lengthAt + i] = rest & 127 | (i < 4 ? 128 : 0);
				rest >>>= 7;
			}
		},
		note(field, a, b, c) {
			room(32);
			varint(field << 3 | 2);
			varint(24);
			const view = new DataView(buffer.buffer, size, 24);
			[
				a,
				b,
				c
			].forEach((value, i) => {
				view.setFloat64(i * 8, value, true);
			});
			size += 24;
		},
		bytes: () => buffer.subarray(0, size)
	};
}
// src/core/onnx/wire/scan.ts
const WINDOW = 262144;
/** A tag and a length take at most 10 bytes each. */
const HEADER = 20;
const COUNTED = /* @__PURE__ */ new Map([
	["Node", "nodes"],
	["Attribute", "attributes"],
	["Tensor", "tensors"],
	["Function", "functions"]
]);
/** Reads by range: about the bytes of the structure, never the weights. */
async function scanWire(source) {
	const skeleton = createSkeleton();
	const unknown = /* @__PURE__ */ new Map();
	const counts = {};
	const stack = [{
		name: "Model",
		rules: MESSAGES.get("Model"),
		end: source.size,
		lengthAt: -1,
		values: 0,
		omitted: 0
	}];
	let graphs = 0;
	let problem = null;
	let window = /* @__PURE__ */ new Uint8Array();
	let base = 0;
	let position = 0;
	const load = async (bytes) => {
		base = position;
		window = await source.read(position, Math.min(source.size - position, Math.max(bytes, WINDOW)));
	};
	/** A varint at `position`, exact up to 2^53; −1 when it does not end within 10 bytes or the window. */
	const varint = () => {
		let result = 0;
		let factor = 1;
		for (let i = 0; i < 10; i++) {
			const byte = window[position - base];
			if (byte === void 0) return -1;
			position++;
			result += (byte & 127) * factor;
			if (byte < 128) return result;
			factor *= 128;
		}
		return -1;
	};
	/** Inside a message whose end is known, running out of bytes is damage. */
	const cutOff = () => stack.length === 1 && position >= source.size;
	const stop = (found) => {
		problem ??= found;
	};
	const malformed = (at, why) => stop({
		kind: "malformed",
		at,
		why
	});
	const count = (cap, value) => {
		counts[cap] = value;
		if (value > CAPS[cap].most) stop({
			kind: "limit",
			at: position,
			cap,
			found: value
		});
	};
	const more = (cap) => count(cap, (counts[cap] ?? 0) + 1);
	while (problem === null) {
		const frame = stack[stack.length - 1];
		if (position >= frame.end) {
			if (frame.omitted > 0) skeleton.note(ADDED.omitted, frame.omitted, 0, 0);
			if (stack.length === 1) break;
			skeleton.close(frame.lengthAt);
			stack.pop();
			continue;
		}
		const at = position;
		if (at < base || at + HEADER > base + window.length) {
			if (at < base || base + window.length < source.size) await load(HEADER);
		}
		const tag = varint();
		const field = Math.floor(tag / 8);
		const wireType = tag % 8;
		if (tag < 0 || position > frame.end) {
			if (cutOff()) stop({
				kind: "truncated",
				at,
				needs: 1
			});
			else malformed(at, "a field number does not end");
			break;
		}
		if (field === 0 || field > 536870911) {
			malformed(at, `field number ${field}`);
			break;
		}
		const rule = frame.rules.get(field);
		if (wireType !== 0 && wireType !== 1 && wireType !== 2 && wireType !== 5) {
			malformed(at, `wire type ${wireType} in ${frame.name}Proto`);
			break;
		}
		if (rule !== void 0 && !accepts(rule, wireType)) {
			malformed(at, `field ${field} of ${frame.name}Proto has wire type ${wireType}`);
			break;
		}
		let length = wireType === 1 ? 8 : wireType === 5 ? 4 : 0;
		let start = position;
		if (wireType === 0 || wireType === 2) {
			const value = varint();
			if (value < 0) {
				if (cutOff()) stop({
					kind: "truncated",
					at,
					needs: 1
				});
				else malformed(at, `a number in ${frame.name}Proto does not end`);
				break;
			}
			if (wireType === 2) {
				length = value;
				start = position;
			} else length = position - start;
		}
		const end = start + length;
		if (end > frame.end) {
			if (stack.length === 1) stop({
				kind: "truncated",
				at,
				needs: end - source.size
			});
			else malformed(at, `field ${field} of ${frame.name}Proto is longer than what holds it`);
			break;
		}
		position = end;
		if (rule === void 0) {
			const key = `${frame.name}Proto.${field}`;
			if (unknown.has(key) || unknown.size < 100) unknown.set(key, (unknown.get(key) ?? 0) + 1);
			continue;
		}
		if (rule === "doc") continue;
		const nested = MESSAGES.get(rule);
		if (nested !== void 0) {
			position = start;
			if (rule === "Graph" && frame.name === "Model") graphs++;
			more("messages");
			const cap = COUNTED.get(rule);
			if (cap !== void 0) more(cap);
			if (rule === "Dimension") count("rank", ++frame.values);
			if (stack.length >= CAPS.depth.most) stop({
				kind: "limit",
				at,
				cap: "depth",
				found: stack.length + 1
			});
			const lengthAt = skeleton.open(field);
			if (skeleton.size > CAPS.structure.most) count("structure", skeleton.size);
			stack.push({
				name: rule,
				rules: nested,
				end,
				lengthAt,
				values: 0,
				omitted: 0
			});
			continue;
		}
		if (rule.startsWith("data-")) {
			skeleton.note(ADDED.segment, field * 8 + wireType, start, length);
			if (wireType !== 2 || field === 6) more("strings");
			continue;
		}
		if (rule.startsWith("list-") && frame.values >= 4096) {
			frame.omitted++;
			continue;
		}
		if (length > 65536 && rule !== "name") {
			frame.omitted += length;
			continue;
		}
		if (rule === "name") {
			more("strings");
			if (length > CAPS.name.most) count("name", length);
		} else if (rule.startsWith("list-")) frame.values++;
		else if (rule === "numbers") {
			frame.values += wireType === 2 ? length : 1;
			count("rank", frame.values);
		}
		if (problem === null) {
			if (at < base || end > base + window.length) {
				position = at;
				await load(end - at);
				position = end;
			}
			skeleton.copy(window.subarray(at - base, end - base));
			if (skeleton.size > CAPS.structure.most) count("structure", skeleton.size);
		}
	}
	return {
		problem,
		skeleton: skeleton.bytes(),
		graphs,
		unknown
	};
}
// src/core/onnx/check-model.ts
/** Judges a model file without running it. */
/** Findings of one check; more of the same kind say nothing new. */
const MOST_FINDINGS = 20;
/**
* Reads a model by range and runs every static check. A broken model is a finding, never an exception: what throws is a
* source or a port that cannot be read. Weights are read once, for the checks on values, and never kept.
*/
async function checkModel(source, options) {
	const { report, graph } = await parseModel(source, options.path);
	const findings = [];
	const skip = options.skip ?? /* @__PURE__ */ new Set();
	for (const check of WIRE_CHECKS) if (!skip.has(check.id)) findings.push(...toFindings(check, check.run(report, NO_CONTEXT)));
	if (graph === null) return {
		graph,
		findings,
		parts: [],
		fingerprints: /* @__PURE__ */ new Map()
	};
	const context = await createContext(graph, bufferedSource(source), options.external);
	for (const check of MODEL_CHECKS) if (!skip.has(check.id)) findings.push(...toFindings(check, await check.run(graph, context)));
	const weights = await context.weights();
	return {
		graph,
		findings,
		parts: weights.parts,
		fingerprints: externalFingerprints(weights)
	};
}
/** The structure alone, without judging it: null where it cannot be decoded. */
async function parseModel(source, path) {
	const report = {
		wrongKind: checkFileKind(path, await source.read(0, HEAD_BYTES)),
		scan: null,
		damage: null,
		size: source.size,
		undecodable: null
	};
	if (report.wrongKind !== null) return {
		graph: null,
		report
	};
	const scan = await scanWire(source);
	if (scan.problem !== null) {
		const damage = textDamage(await source.read(0, DAMAGE_BYTES));
		return {
			graph: null,
			report: {
				...report,
				scan,
				damage
			}
		};
	}
	try {
		return {
			graph: decodeModel(scan.skeleton),
			report: {
				...report,
				scan
			}
		};
	} catch (error) {
		const undecodable = error instanceof Error ? error.message : String(error);
		return {
			graph: null,
			report: {
				...report,
				scan,
				undecodable
			}
		};
	}
}
async function createContext(model, source, external) {
	const facts = await inspectLocations(model, external);
	const safe = (location) => isSafe(facts.get(location));
	const constants = /* @__PURE__ */ new Map();
	let weights = null;
	const read = /* @__PURE__ */ new Map();
	const integers = (tensor) => {
		if (tensor.external !== null && !safe(tensor.external.get("location") ?? "")) return NOTHING;
		const values = read.get(tensor) ?? readIntegers(tensor, source, external);
		read.set(tensor, values);
		return values;
	};
	return {
		source,
		external,
		flow: traceFlow(model),
		calls: traceCalls(model),
		facts,
		constants: (graph) => {
			const facts = constants.get(graph) ?? followConstants(graph, integers);
			constants.set(graph, facts);
			return facts;
		},
		integers,
		weights: () => {
			weights ??= readWeights(model, source, external, safeFiles(facts));
			return weights;
		}
	};
}
const NOTHING = Promise.resolve(null);
/** Rows on the wire look at the report alone. */
const NO_CONTEXT = void 0;
function toFindings(check, sightings) {
	const findings = [];
	let more = 0;
	for (const { message, at } of sightings) if (findings.length < MOST_FINDINGS) findings.push({
		check: check.id,
		severity: check.severity,
		message: clipForeign(`${message} ${check.fix}`),
		at: at === null ? null : clipForeign(at)
	});
	else more++;
	if (more > 0) {
		const message = `${more} more findings of this kind are not listed.`;
		findings.push({
			check: check.id,
			severity: check.severity,
			message,
			at: null
		});
	}
	return findings;
}
export { readExternalWeights as a, externalFingerprints as i, parseModel as n, HEAD_BYTES as o, byFile as r, checkFileKind as s, checkModel as t };
