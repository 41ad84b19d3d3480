// src/core/onnx/graph.ts
const NONE = Object.freeze([]);
/** The key under which a node finds its function. */
const functionKey = (of) => JSON.stringify([
	of.domain,
	of.opType ?? of.name,
	of.overload
]);
const attributeOf = (node, name) => node.attributes.find((attribute) => attribute.name === name);
/** The subgraphs of a node, each with the name of its attribute. */
function subgraphsOf(node) {
	if (!node.attributes.some(({ graphs }) => graphs.length > 0)) return NONE;
	return node.attributes.flatMap(({ name, graphs }) => graphs.map((graph) => ({
		attribute: name,
		graph
	})));
}
// src/core/onnx/element-types.ts
const row = (name, bits, field, node, perEntry = 1) => ({
	name,
	bits,
	field,
	node,
	perEntry
});
const ELEMENT_TYPES = /* @__PURE__ */ new Map([
	[1, row("float32", 32, 4, true)],
	[2, row("uint8", 8, 5, true)],
	[3, row("int8", 8, 5, true)],
	[4, row("uint16", 16, 5, true)],
	[5, row("int16", 16, 5, true)],
	[6, row("int32", 32, 5, true)],
	[7, row("int64", 64, 7, true)],
	[8, row("string", null, 6, true)],
	[9, row("bool", 8, 5, true)],
	[10, row("float16", 16, 5, true)],
	[11, row("float64", 64, 10, true)],
	[12, row("uint32", 32, 11, true)],
	[13, row("uint64", 64, 11, true)],
	[14, row("complex64", 64, 4, false, .5)],
	[15, row("complex128", 128, 10, false, .5)],
	[16, row("bfloat16", 16, 5, false)],
	[17, row("float8e4m3fn", 8, 5, false)],
	[18, row("float8e4m3fnuz", 8, 5, false)],
	[19, row("float8e5m2", 8, 5, false)],
	[20, row("float8e5m2fnuz", 8, 5, false)],
	[21, row("uint4", 4, 5, false, 2)],
	[22, row("int4", 4, 5, false, 2)],
	[23, row("float4e2m1", 4, 5, false, 2)],
	[24, row("float8e8m0", 8, 5, false)],
	[25, row("uint2", 2, 5, false, 4)],
	[26, row("int2", 2, 5, false, 4)]
]);
const elementTypeName = (type) => ELEMENT_TYPES.get(type)?.name ?? `type ${type}`;
// src/core/onnx/tensor-size.ts
/** Elements of a tensor, exact; null when a dimension is negative. An empty list of dimensions is a scalar: 1. */
function elementCount(dims) {
	let count = 1n;
	for (const dim of dims) {
		if (dim < 0n) return null;
		count *= dim;
	}
	return count;
}
/** Bytes of `count` elements as raw_data or external data hold them; null for strings and unknown types. */
function rawBytes(type, count) {
	const bits = ELEMENT_TYPES.get(type)?.bits;
	return bits === void 0 || bits === null ? null : (count * BigInt(bits) + 7n) / 8n;
}
// src/core/onnx/external-range.ts
/** What is wrong with a location before any file is looked at, or null. Source: onnx/docs/ExternalDataSecurity.md. */
function locationFault(location) {
	if (location === "") return "is empty";
	if (location.includes("\0")) return "holds a NUL character";
	if (location.includes("_ORT_MEM_ADDR_")) return "is a memory address tag of ONNX Runtime";
	if (/^[/\\]|^[A-Za-z]:|^\w+:\/\//.test(location)) return "is an absolute path";
	if (location.split(/[/\\]/).includes("..")) return "leaves the model's folder with '..'";
	if (location.length > 4096) return "is longer than 4,096 characters";
	return null;
}
/** The range an external tensor names; null when it cannot be one. The location may still be unsafe. */
function externalRange(tensor) {
	const given = tensor.external;
	if (given === null) return null;
	const offset = wholeNumber(given.get("offset") ?? "0");
	const count = elementCount(tensor.dims);
	const needed = count === null ? null : rawBytes(tensor.type, count);
	const written = given.get("length");
	const length = written !== void 0 ? wholeNumber(written) : needed === null ? null : Number(needed);
	if (offset === null || length === null) return null;
	return {
		location: given.get("location") ?? "",
		offset,
		length
	};
}
function wholeNumber(text) {
	const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
	return Number.isSafeInteger(value) ? value : null;
}
// src/core/onnx/walks.ts
/** Lists over a whole model: its nodes with those of functions and subgraphs, and its tensors. */
/** A model does not change, so what was listed once holds; some forty checks ask for the same lists. */
function once$1(list) {
	const found = /* @__PURE__ */ new WeakMap();
	return (model) => {
		const known = found.get(model) ?? list(model);
		found.set(model, known);
		return known;
	};
}
/** Every list of nodes: the main graph, functions and subgraphs, outermost first. */
const nodeLists = once$1((model) => {
	const main = model.graph;
	const lists = main ? [{
		nodes: main.nodes,
		graph: main,
		where: ""
	}] : [];
	for (const { name, nodes } of model.functions) lists.push({
		nodes,
		graph: null,
		where: `function ${name}`
	});
	for (const { nodes, where } of lists) for (const node of nodes) for (const { graph } of subgraphsOf(node)) {
		const inside = `${where ? `${where}, ` : ""}subgraph of ${node.opType}`.slice(0, 200);
		lists.push({
			nodes: graph.nodes,
			graph,
			where: inside
		});
	}
	return lists;
});
/** Every node of ai.onnx, by operator. */
const standardNodes = once$1((model) => {
	const found = /* @__PURE__ */ new Map();
	for (const { nodes, where } of nodeLists(model)) for (const node of nodes) {
		if (node.domain !== "") continue;
		const same = found.get(node.opType);
		if (same) same.push({
			node,
			where
		});
		else found.set(node.opType, [{
			node,
			where
		}]);
	}
	return found;
});
/** Sparse initializers, and those in attributes. */
const sparseOf = once$1((model) => {
	const found = [];
	for (const { nodes, graph } of nodeLists(model)) {
		found.push(...graph?.sparse ?? []);
		for (const { attributes } of nodes) for (const { sparse } of attributes) found.push(...sparse);
	}
	return found;
});
/** Every tensor: initializers, attributes, both parts of sparse ones. */
const tensorsOf = once$1((model) => {
	const found = [];
	for (const { nodes, graph } of nodeLists(model)) {
		for (const tensor of graph?.initializers ?? []) found.push(tensor);
		for (const { attributes } of nodes) for (const { tensors } of attributes) found.push(...tensors);
	}
	for (const { values, indices } of sparseOf(model)) {
		if (values) found.push(values);
		if (indices) found.push(indices);
	}
	return found;
});
/** Those whose values lie in files beside the model. */
const externalTensors = once$1((model) => tensorsOf(model).filter(({ external }) => external !== null));
/** Tensors of the main graph by the name that nodes use: initializers, and what Constant nodes hold. */
const constantsOf = once$1((model) => {
	const found = new Map((model.graph?.initializers ?? []).map((tensor) => [tensor.name, tensor]));
	for (const { node, where } of standardNodes(model).get("Constant") ?? []) {
		const tensor = node.attributes.find(({ name }) => name === "value")?.tensors[0];
		if (where === "" && tensor && node.outputs[0]) found.set(node.outputs[0], tensor);
	}
	return found;
});
// src/core/onnx/tensor-data.ts
/** Enough for shapes, axes and trip counts, which is what integers are read for. */
const MOST_INTEGERS = 1024n;
/** Fields of TensorProto whose packed entries are the little-endian elements of these types themselves. */
const SAME_AS_RAW = /* @__PURE__ */ new Map([[4, [1, 14]], [10, [11, 15]]]);
function rawRange(tensor) {
	if (tensor.external) {
		const range = externalRange(tensor);
		return range && {
			offset: range.offset,
			length: range.length,
			location: range.location
		};
	}
	const [segment, ...more] = tensor.segments;
	if (segment === void 0 || more.length > 0) return null;
	return segment.field === 9 || segment.wireType === 2 && SAME_AS_RAW.get(segment.field)?.includes(tensor.type) ? {
		offset: segment.offset,
		length: segment.length,
		location: null
	} : null;
}
/** Values of an integer or boolean tensor; null when it is another, is larger than 1,024, or does not hold what it says. */
async function readIntegers(tensor, source, external) {
	const count = elementCount(tensor.dims);
	if (count === null || count > MOST_INTEGERS) return null;
	const values = [];
	const range = rawRange(tensor);
	if (range) {
		const bits = ELEMENT_TYPES.get(tensor.type)?.bits ?? 0;
		const read = READERS.get(tensor.type);
		const bytes = Number(count) * bits / 8;
		if (read === void 0 || range.length < bytes) return null;
		const data = range.location === null ? await source.read(range.offset, bytes) : await external.read(range.location, range.offset, bytes);
		if (data.length < bytes) return null;
		const view = new DataView(data.buffer, data.byteOffset, data.length);
		for (let at = 0; at < bytes; at += bits / 8) values.push(read(view, at));
	} else for (const segment of tensor.segments) {
		if (segment.field !== 5 && segment.field !== 7) return null;
		if (segment.length > Number(MOST_INTEGERS) * 10) return null;
		values.push(...await varints(segment, source));
	}
	return BigInt(values.length) === count ? values : null;
}
async function varints({ offset, length }, source) {
	const values = [];
	let value = 0n;
	let shift = 0n;
	for (const byte of await source.read(offset, length)) {
		value |= BigInt(byte & 127) << shift;
		shift += 7n;
		if (byte < 128) {
			values.push(BigInt.asIntN(64, value));
			value = 0n;
			shift = 0n;
		}
	}
	return values;
}
const READERS = /* @__PURE__ */ new Map([
	[2, (view, at) => BigInt(view.getUint8(at))],
	[3, (view, at) => BigInt(view.getInt8(at))],
	[6, (view, at) => BigInt(view.getInt32(at, true))],
	[7, (view, at) => view.getBigInt64(at, true)],
	[9, (view, at) => BigInt(view.getUint8(at))]
]);
// src/core/onnx/weights/statistics.ts
const startScan = (type) => ({
	type,
	elements: 0,
	bytes: 0,
	nan: 0,
	infinite: 0,
	zero: 0,
	denormal: 0,
	a: 0,
	b: 0,
	c: 0,
	d: 0,
	rest: null
});
/** From here on making views of memory costs less than copying it. */
const VIEW_LEAST = 4096;
/** Four words: what one round of the fingerprint takes. */
const UNIT = 16;
/** Bytes taken at a time: both rounds over them find them in the processor's cache. */
const PART = 65536;
function createScanner() {
	const memory = /* @__PURE__ */ new Uint8Array(65552);
	const memoryWords = new Int32Array(memory.buffer);
	const take = (scan, words, length) => {
		count(scan, words, length);
		fingerprint(scan, words, length >> 2);
	};
	const pushPart = (scan, part) => {
		scan.bytes += part.length;
		const before = scan.rest?.length ?? 0;
		const length = before + part.length;
		const whole = length - length % UNIT;
		if (before === 0 && part.byteOffset % 4 === 0 && whole >= VIEW_LEAST) take(scan, new Int32Array(part.buffer, part.byteOffset, whole >> 2), whole);
		else {
			if (scan.rest) memory.set(scan.rest);
			memory.set(part, before);
			take(scan, memoryWords, whole);
		}
		scan.rest = whole === length ? null : restOf(scan.rest, part, length % UNIT);
	};
	return {
		push(scan, piece) {
			if (piece.length <= PART) pushPart(scan, piece);
			else for (let at = 0; at < piece.length; at += PART) pushPart(scan, piece.subarray(at, at + PART));
		},
		finish(scan) {
			if (scan.rest !== null) {
				memory.fill(0, 0, UNIT);
				memory.set(scan.rest);
				count(scan, memoryWords, scan.rest.length);
				fingerprint(scan, memoryWords, 4);
				scan.rest = null;
			}
			const { type: _, rest: __, a, b, c, d, ...counts } = scan;
			return {
				...counts,
				fingerprint: [
					a,
					b,
					c,
					d
				].join(".")
			};
		}
	};
}
/** The last `length` bytes of what was left before and the part after it. */
function restOf(before, part, length) {
	if (length <= part.length || before === null) return part.slice(part.length - length);
	const rest = new Uint8Array(before.length + part.length);
	rest.set(before);
	rest.set(part, before.length);
	return rest.slice(rest.length - length);
}
/** Four lanes, so that no multiplication waits for another one; the rotation lets high bits reach low ones. */
function fingerprint(scan, words, length) {
	let { a, b, c, d } = scan;
	for (let i = 0; i < length; i += 4) {
		a = Math.imul(a ^ words[i], 2654435761);
		a = a << 13 | a >>> 19;
		b = Math.imul(b ^ words[i + 1], 2246822519);
		b = b << 13 | b >>> 19;
		c = Math.imul(c ^ words[i + 2], 3266489917);
		c = c << 13 | c >>> 19;
		d = Math.imul(d ^ words[i + 3], 668265263);
		d = d << 13 | d >>> 19;
	}
	scan.a = a;
	scan.b = b;
	scan.c = c;
	scan.d = d;
}
/** By TensorProto.DataType: float32, float16, bfloat16, float64. */
const FLOATS = /* @__PURE__ */ new Map([
	[1, {
		bytes: 4,
		exponent: 2139095040,
		fraction: 8388607
	}],
	[10, {
		bytes: 2,
		exponent: 31744,
		fraction: 1023
	}],
	[16, {
		bytes: 2,
		exponent: 32640,
		fraction: 127
	}],
	[11, {
		bytes: 8,
		exponent: 2146435072,
		fraction: 1048575
	}]
]);
const COUNTERS = {
	2: countHalves,
	4: countWords,
	8: countPairs
};
/** `length`: bytes, a whole number of elements but where the file is cut. */
function count(scan, words, length) {
	const float = FLOATS.get(scan.type);
	if (float === void 0) return;
	scan.elements += Math.floor(length / float.bytes);
	COUNTERS[float.bytes](scan, words, length, float);
}
/**
* Nearly every weight is an ordinary number, so one test must rule out the rest: with 1 added to the exponent, all of
* its bits but the lowest are zero only where it was all ones (NaN, infinite) or all zeros (zero, denormal).
*/
function countWords(scan, words, length, float) {
	const end = length >> 2;
	const one = float.fraction + 1;
	const high = float.exponent ^ one;
	let zeros = 0;
	let i = 0;
	for (; i + 3 < end; i += 4) {
		const a = words[i];
		const b = words[i + 1];
		const c = words[i + 2];
		const d = words[i + 3];
		if ((a | b | c | d) === 0) zeros += 4;
		else if ((a + one & high) === 0 || (b + one & high) === 0 || (c + one & high) === 0 || (d + one & high) === 0) for (let j = i; j < i + 4; j++) tally(scan, words[j], 0, float);
	}
	for (; i < end; i++) tally(scan, words[i], 0, float);
	scan.zero += zeros;
}
/** Two at a time; without their signs neither carries into the other. */
function countHalves(scan, words, length, float) {
	const end = length >> 2;
	const one = (float.fraction + 1) * 65537;
	const high = (float.exponent ^ float.fraction + 1) * 65537;
	for (let i = 0; i < end; i++) {
		const word = words[i];
		const left = (word & 2147450879) + one & high;
		if ((left & 65535) !== 0 && left >>> 16 !== 0) continue;
		tally(scan, word & 65535, 0, float);
		tally(scan, word >>> 16, 0, float);
	}
	if (length % 4 >= 2) tally(scan, words[end] & 65535, 0, float);
}
/** The high word of a little-endian float64 stands second. */
function countPairs(scan, words, length, float) {
	const end = length >> 2;
	const one = float.fraction + 1;
	const high = float.exponent ^ one;
	for (let i = 1; i < end; i += 2) if ((words[i] + one & high) === 0) tally(scan, words[i], words[i - 1], float);
}
/** `low`: the lower word of the fraction, where there is one. */
function tally(scan, word, low, { exponent, fraction }) {
	const whole = (word & fraction) === 0 && low === 0;
	const power = word & exponent;
	if (power === exponent) {
		if (whole) scan.infinite++;
		else scan.nan++;
	} else if (power === 0) {
		if (whole) scan.zero++;
		else scan.denormal++;
	}
}
// src/core/onnx/weights/ranges.ts
/** Which bytes of a file belong to which tensor. */
/**
* Ranges in order, each byte in one of them at most: several tensors may share a range, but one that overlaps another
* is left out, or a small model could have a large file read thousands of times.
*/
function rangesOf(tensors) {
	const wanted = [];
	for (const tensor of tensors) {
		const range = tensor.external ? externalRange(tensor) : rawRange(tensor);
		if (range && range.length > 0) wanted.push({
			tensor,
			offset: range.offset,
			length: range.length
		});
	}
	wanted.sort((a, b) => a.offset - b.offset || b.length - a.length);
	const ranges = [];
	const overlapping = [];
	for (const { tensor, offset, length } of wanted) {
		const last = ranges.at(-1);
		if (!last || offset >= last.offset + last.length) ranges.push({
			offset,
			length,
			scan: startScan(tensor.type),
			tensors: [tensor]
		});
		else if (offset === last.offset && length === last.length && tensor.type === last.scan.type) last.tensors.push(tensor);
		else overlapping.push(tensor);
	}
	return {
		ranges,
		overlapping
	};
}
/** Gives each range its part of a file that is read from front to end. */
function feeder(ranges, scanner) {
	let next = 0;
	return (bytes, at) => {
		const end = at + bytes.length;
		for (; next < ranges.length; next++) {
			const { offset, length, scan } = ranges[next];
			const from = Math.max(offset, at);
			const to = Math.min(offset + length, end);
			if (from < to) scanner.push(scan, bytes.subarray(from - at, to - at));
			if (offset + length > end) return;
		}
	};
}
// src/core/onnx/checks/check.ts
const SHOWN = 80;
/** A foreign name for a sentence: quoted, clipped, control and bidirectional characters spelled out. */
function show(name) {
	return `"${(name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name).replace(UNSEEN, (c) => `\\u{${c.codePointAt(0).toString(16)}}`)}"`;
}
/** Characters that do not show, or that reorder what stands around them. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Up to five names for a sentence, and how many more there are. */
function showSome(names) {
	const more = names.length - 5;
	return names.slice(0, 5).map(show).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
const showNode = (node) => `${clipOperator(node.opType)} ${show(nodeName(node))}`;
/** The node's name, or its first output where it has none. */
const nodeName = (node) => node.name || node.outputs.find((output) => output !== "") || "";
/** Sizes of a tensor; the first eight are enough to tell which. */
const showShape = (dims) => `[${dims.slice(0, 8).join(", ")}${dims.length > 8 ? ", …" : ""}]`;
const clipOperator = (opType) => /^\w{1,60}$/.test(opType) ? opType : show(opType);
/** ` (in function f)` for findings away from the main graph. */
const inside = (where) => where === "" ? "" : ` (in ${show(where).slice(1, -1)})`;
/** The names that occur more than once, each once, in order of their second appearance. */
function repeated(names) {
	const seen = /* @__PURE__ */ new Set();
	const twice = /* @__PURE__ */ new Set();
	for (const name of names) {
		if (seen.has(name)) twice.add(name);
		seen.add(name);
	}
	return [...twice];
}
// src/core/onnx/checks/external.ts
const KNOWN_KEYS = /* @__PURE__ */ new Set([
	"location",
	"offset",
	"length",
	"checksum",
	"basepath"
]);
const POINTER = /^(version https:\/\/git-lfs\.github\.com\/spec\/|outs:\s|md5:\s)/;
const locationOf = (tensor) => tensor.external?.get("location") ?? "";
/** Every location a model names. */
const externalLocations = (model) => [...new Set(externalTensors(model).map(locationOf))];
/** Locations looked at on the disk. Real models have one file, or one for each tensor. */
const MOST_LOCATIONS = 1e4;
/** Facts by location, of those that stay in the folder by their name. */
async function inspectLocations(model, external) {
	const facts = /* @__PURE__ */ new Map();
	for (const location of externalLocations(model).slice(0, MOST_LOCATIONS)) if (locationFault(location) === null) facts.set(location, await external.inspect(location));
	return facts;
}
/** Those that may be read. */
const safeFiles = (facts) => new Map([...facts].filter(([, fact]) => isSafe(fact)));
const isSafe = (facts) => facts !== void 0 && facts.kind === "regular" && facts.inside && facts.links <= 1;
/** A row that judges each file by its facts. */
const byFacts = (judge) => (_, { facts }) => [...facts].flatMap(([location, fact]) => {
	const wrong = judge(fact);
	return wrong === null ? [] : [{
		message: `External data ${show(location)} ${wrong}.`,
		at: location
	}];
});
const EXTERNAL_CHECKS = [
	{
		id: "external-location",
		severity: "error",
		what: "External data is named by a path inside the model's folder.",
		why: "Otherwise the model reads any file of the machine into its weights, from where its answers leak it.",
		fix: "Do not load this model with other tools; save it again with its data beside it.",
		others: "CVE-2022-25882 (onnx < 1.13), CVE-2024-27318 (< 1.16); onnx.checker and ONNX Runtime refuse it today. onnx 1.12 accepts `a/../../b`.",
		run: (model) => externalLocations(model).flatMap((location) => {
			const wrong = locationFault(location);
			return wrong === null ? [] : [{
				message: `External data location ${show(location)} ${wrong}.`,
				at: location
			}];
		})
	},
	{
		id: "external-missing",
		severity: "error",
		what: "Every external file exists.",
		why: "The model cannot be loaded without its weights.",
		fix: "Put it beside the model; in CI, check that it is fetched and cached together with it.",
		others: "onnx.checker and ONNX Runtime refuse it.",
		run: byFacts(({ kind }) => kind === "missing" ? "does not exist" : null)
	},
	{
		id: "external-kind",
		severity: "error",
		what: "External data is a regular, readable file.",
		why: "A pipe or a device never ends.",
		fix: "Put the file itself there.",
		others: "onnx.checker 1.12 takes a folder, later ones refuse what is not regular; ONNX Runtime fails to read it.",
		run: byFacts(({ kind }) => KIND_FAULTS.get(kind) ?? null)
	},
	{
		id: "external-outside",
		severity: "error",
		what: "No symbolic link leads external data out of the model's folder.",
		why: "The model reads any file of the machine (CVE-2026-27489, CVE-2026-34447).",
		fix: "Copy the file into the folder.",
		others: "onnx.checker ≥ 1.21 refuses any link; ONNX Runtime one that leads out.",
		run: byFacts(({ kind, inside }) => kind !== "missing" && !inside ? "is a link that leads out of the model's folder" : null)
	},
	{
		id: "external-symlink",
		severity: "warning",
		what: "External data is no symbolic link, even inside the folder.",
		why: "Current onnx refuses it, and archives drop or follow it.",
		fix: "Copy the file there.",
		others: "onnx.checker ≥ 1.21 refuses it; ONNX Runtime allows it, as the cache of Hugging Face needs.",
		run: byFacts(({ symlink, inside }) => symlink && inside ? "is a symbolic link" : null)
	},
	{
		id: "external-hardlink",
		severity: "error",
		what: "External data has one name on its disk.",
		why: "A hard link may be another file of the machine, which nothing tells (CVE-2026-34446).",
		fix: "Copy the file instead of linking it (`cp --reflink=auto`).",
		others: "onnx.checker ≥ 1.21 refuses it; ONNX Runtime does not look.",
		run: byFacts(({ links }) => links > 1 ? `is a hard link: it has ${links} names` : null)
	},
	{
		id: "external-pointer",
		severity: "error",
		what: "External data is no Git LFS or DVC pointer.",
		why: "The weights were not fetched.",
		fix: "Run `git lfs pull` or `dvc pull`, or check out with `lfs: true`.",
		others: "ONNX Runtime complains about offset and length; no tool names the cause.",
		run: byFacts(({ head }) => POINTER.test(new TextDecoder("latin1").decode(head)) ? "is a pointer, not the weights" : null)
	},
	{
		id: "external-range",
		severity: "error",
		what: "Offset and length are whole numbers, lie within the file, and fit the shape.",
		why: "A reader goes past the end, or takes memory for a length of petabytes (CVE-2026-34445).",
		fix: "Save the model and its data again, together.",
		others: "ONNX Runtime refuses it by file size; onnx only when loading in Python.",
		run: (model, { facts }) => externalTensors(model).flatMap((tensor) => {
			const wrong = rangeFault(tensor, facts.get(locationOf(tensor)));
			return wrong === null ? [] : [{
				message: `External tensor ${show(tensor.name)} ${wrong}.`,
				at: tensor.name
			}];
		})
	},
	{
		id: "external-overlap",
		severity: "warning",
		what: "Two external tensors share all of their bytes or none.",
		why: "One of them is read from the wrong place; and a small model may have a large file read again and again.",
		fix: "Save the model and its data again, together.",
		others: "No other tool looks.",
		run: (model) => {
			const byLocation = new Map(externalLocations(model).map((location) => [location, []]));
			for (const tensor of externalTensors(model)) byLocation.get(locationOf(tensor)).push(tensor);
			return [...byLocation].flatMap(([location, tensors]) => {
				const names = rangesOf(tensors).overlapping.map(({ name }) => name);
				return names.length === 0 ? [] : [{
					message: `Tensors overlap others in ${show(location)}: ${showSome(names)}.`,
					at: names[0]
				}];
			});
		}
	},
	{
		id: "external-keys",
		severity: "warning",
		what: "External data uses the keys of onnx.proto: location, offset, length, checksum, basepath.",
		why: "Older onnx sets any key as a Python attribute (CVE-2026-34445).",
		fix: "Remove the other keys.",
		others: "onnx ≥ 1.21 warns; ONNX Runtime ignores them.",
		run: (model) => {
			return [...new Set(externalTensors(model).flatMap(({ external }) => [...external.keys()]))].filter((key) => !KNOWN_KEYS.has(key)).map((key) => ({
				message: `External data has the unknown key ${show(key)}.`,
				at: key
			}));
		}
	},
	{
		id: "external-checksum",
		severity: "error",
		what: "External data has the SHA-1 that the model names for it.",
		why: "The file is not the one that the model was saved with.",
		fix: "Fetch the model and its data again, together.",
		others: "onnx and ONNX Runtime store it, and never compare.",
		run: async (model, context) => {
			const wanted = new Map(externalTensors(model).map((tensor) => [locationOf(tensor), tensor.external.get("checksum")]));
			if (![...wanted.values()].some((checksum) => checksum !== void 0)) return [];
			const { parts } = await context.weights();
			return parts.flatMap(({ location, sha1 }) => {
				const checksum = wanted.get(location);
				return checksum === void 0 || checksum.toLowerCase() === sha1 ? [] : [{
					message: `External data ${show(location)} has the SHA-1 ${sha1}, not ${show(checksum)}.`,
					at: location
				}];
			});
		}
	},
	{
		id: "external-stray",
		severity: "warning",
		what: "Only tensors marked EXTERNAL carry external_data.",
		why: "One tool reads the file, another the values in the model.",
		fix: "Save the model again with the onnx package.",
		others: "onnx.checker and ONNX Runtime ignore it.",
		run: (model) => tensorsOf(model).filter(({ strayExternal }) => strayExternal).map(({ name }) => ({
			message: `Tensor ${show(name)} has external_data but is not marked EXTERNAL.`,
			at: name
		}))
	},
	{
		id: "external-strings",
		severity: "error",
		what: "Strings are not stored externally.",
		why: "They have no fixed size, so no reader can tell them apart.",
		fix: "Store them in the model.",
		others: "ONNX Runtime refuses it; onnx.checker 1.12 does not look.",
		run: (model) => externalTensors(model).filter(({ type }) => type === 8).map(({ name }) => ({
			message: `External tensor ${show(name)} is of strings.`,
			at: name
		}))
	}
];
const KIND_FAULTS = /* @__PURE__ */ new Map([
	["folder", "is a folder"],
	["other", "is a pipe, socket or device"],
	["unreadable", "cannot be read; check its permissions"]
]);
function rangeFault(tensor, facts) {
	const written = tensor.external;
	const range = externalRange(tensor);
	if (range === null) {
		const clip = (key) => show(written.get(key) ?? "0");
		return `has offset ${clip("offset")} and length ${clip("length")}, which cannot be`;
	}
	const count = elementCount(tensor.dims);
	const needed = count === null ? null : rawBytes(tensor.type, count);
	if (needed !== null && BigInt(range.length) !== needed) return `takes ${range.length} bytes, not ${needed}`;
	if (facts === void 0 || !isSafe(facts) || range.offset + range.length <= facts.size) return null;
	return `ends at byte ${range.offset + range.length} of a file of ${facts.size}`;
}
// src/core/onnx/checks/attributes.ts
const ATTRIBUTE_CHECKS = [{
	id: "attribute-duplicate",
	severity: "error",
	what: "A node has each attribute once.",
	why: "Tools take the first or the last.",
	fix: "Keep the one the exporter meant.",
	others: "onnx.checker refuses it; ONNX Runtime keeps the last.",
	run: (model) => nodeLists(model).flatMap(({ nodes, where }) => nodes.flatMap((node) => node.attributes.length < 2 ? [] : repeated(node.attributes.map(({ name }) => name)).map((name) => ({
		message: `${showNode(node)}${inside(where)} has the attribute ${show(name)} more than once.`,
		at: nodeName(node)
	}))))
}, {
	id: "attribute-value",
	severity: "error",
	what: "An attribute has a name, and carries the one value that its type names.",
	why: "Readers that trust the type see a default, those that trust the value see it.",
	fix: "Export again; when it was edited by hand, set `type` to fit the value.",
	others: "onnx.checker and ONNX Runtime refuse it.",
	run: (model) => nodeLists(model).flatMap(({ nodes, where }) => nodes.flatMap((node) => node.attributes.flatMap((attribute) => {
		const wrong = attributeFault(attribute, model.irVersion ?? 3n);
		return wrong === null ? [] : [{
			message: `Attribute ${show(attribute.name)} of ${showNode(node)}${inside(where)} ${wrong}.`,
			at: nodeName(node)
		}];
	})))
}];
/** Which field of AttributeProto each type (1 to 14) names. */
const FIELD_OF_TYPE = [
	null,
	"float",
	"int",
	"string",
	"tensors",
	"graphs",
	"floats",
	"ints",
	"strings",
	"tensors",
	"graphs",
	"sparse",
	"sparse",
	null,
	null
];
const FIELDS = [
	"float",
	"int",
	"string",
	"tensors",
	"graphs",
	"floats",
	"ints",
	"strings",
	"sparse"
];
/** A list may be empty; FLOAT, INT, STRING, TENSOR, GRAPH and SPARSE_TENSOR may not. */
const SINGLE = /* @__PURE__ */ new Set([
	1,
	2,
	3,
	4,
	5,
	11
]);
function attributeFault(attribute, ir) {
	if (attribute.name === "") return "has no name";
	if (attribute.reference !== null) return null;
	if (attribute.type < 0 || attribute.type > 14) return `has the unknown type ${attribute.type}`;
	const present = FIELDS.filter((field) => {
		const value = attribute[field];
		return Array.isArray(value) ? value.length > 0 : value !== null;
	});
	const wanted = FIELD_OF_TYPE[attribute.type] ?? null;
	if (present.length > 1) return `carries ${present.length} values (${present.join(", ")})`;
	if (attribute.type === 0) return ir < 2n ? null : "has no type";
	if (present.length === 1 && present[0] !== wanted) return `is of type ${attribute.type} but carries ${present[0]}`;
	return present.length === 0 && SINGLE.has(attribute.type) && attribute.omitted === 0 ? "carries no value" : null;
}
// src/core/onnx/checks/behaviour.ts
/** Sound models that behave otherwise than their owner thinks. */
const RANDOM = [
	"RandomNormal",
	"RandomUniform",
	"RandomNormalLike",
	"RandomUniformLike",
	"Bernoulli",
	"Multinomial"
];
const STANDARD = /^(ai\.onnx\.ml|ai\.onnx\.training|ai\.onnx\.preview(\.training)?)$/;
/** Microsoft's domains come with ONNX Runtime itself. */
const WITH_RUNTIME = /^com\.(microsoft|ms)(\.|$)/;
/** Nodes of ai.onnx that are one of these operators. */
const named = (model, operators) => [...operators].flatMap((operator) => standardNodes(model).get(operator) ?? []);
/** Graph inputs that a caller fills: those without an initializer as default. */
function callerInputs(model) {
	const inputs = new Map((model.graph?.inputs ?? []).map((value) => [value.name, value]));
	for (const { name } of model.graph?.initializers ?? []) inputs.delete(name);
	return [...inputs.values()];
}
const firstSize = ({ type }) => type.kind === "tensor" ? type.shape?.[0] : void 0;
const integersOf = async (tensor, context) => tensor === void 0 ? null : context.integers(tensor);
const BEHAVIOUR_CHECKS = [
	{
		id: "random",
		severity: "warning",
		what: "The model draws no random numbers.",
		why: "The same row gives different answers; a seed does not help, as it moves on with each call.",
		fix: "Replace the sampling by its expectation, or export in evaluation mode.",
		others: "No other tool looks.",
		run: (model) => named(model, RANDOM).map(({ node, where }) => ({
			message: `${showNode(node)}${inside(where)} draws random numbers.`,
			at: nodeName(node)
		}))
	},
	{
		id: "training-mode",
		severity: "warning",
		what: "Dropout and BatchNormalization are in inference mode.",
		why: "Answers are random, or depend on the other rows of the batch. ONNX Runtime drops such a Dropout when it optimises and obeys it when not.",
		fix: "Call `model.eval()` before `torch.onnx.export`, and leave `training` at its default.",
		others: "No other tool looks.",
		run: async (model, context) => {
			const known = constantsOf(model);
			const found = [];
			for (const { node, where } of named(model, ["Dropout", "BatchNormalization"])) if (await isTraining(node, known, context)) found.push({
				message: `${showNode(node)}${inside(where)} is in training mode.`,
				at: nodeName(node)
			});
			return found;
		}
	},
	{
		id: "batch-reduction",
		severity: "info",
		what: "Nothing reduces over axis 0 of what comes straight from an input.",
		why: "Axis 0 is the batch as a rule; then a row is answered otherwise alone than in company.",
		fix: "Reduce over another axis, or check that axis 0 is not the batch.",
		others: "No other tool looks; Triton assumes it is so.",
		run: async (model, context) => {
			const known = constantsOf(model);
			const rows = new Set(callerInputs(model).filter((value) => typeof firstSize(value) !== "bigint" && firstSize(value) !== void 0).map(({ name }) => name));
			const found = [];
			for (const node of model.graph?.nodes ?? []) {
				const [input] = node.inputs;
				if (node.domain !== "" || input === void 0 || !rows.has(input)) continue;
				if (KEEPS_ROWS.has(node.opType)) for (const name of node.outputs) rows.add(name);
				if (await reducesFirst(node, known, context)) found.push({
					message: `${showNode(node)} works across axis 0.`,
					at: nodeName(node)
				});
			}
			return found;
		}
	},
	{
		id: "frozen-batch",
		severity: "warning",
		what: "The first size of no input is fixed at more than 1.",
		why: "The model takes exactly that many rows at a time, neither one nor a last, smaller batch.",
		fix: "Export with a dynamic first dimension (`dynamic_shapes` or `dynamic_axes` in torch.onnx.export).",
		others: "Triton refuses to batch it; no checker looks.",
		run: (model) => {
			const values = callerInputs(model);
			const fixed = values.filter((value) => {
				const size = firstSize(value);
				return typeof size === "bigint" && size > 1n;
			});
			return fixed.length === 0 || fixed.length < values.length ? [] : [{
				message: `The batch is fixed at ${firstSize(fixed[0])} rows in ${showSome(fixed.map(({ name }) => name))}.`,
				at: fixed[0].name
			}];
		}
	},
	{
		id: "frozen-reshape",
		severity: "warning",
		what: "No Reshape of a model with a dynamic batch fixes the first size at more than 1, or all sizes.",
		why: "The tracer wrote the batch of the example into the graph: other batches fail or mix rows.",
		fix: "In the model, use `x.flatten(1)` or `x.reshape(x.shape[0], …)`.",
		others: "No other tool looks; it fails when it runs.",
		run: async (model, context) => {
			const values = callerInputs(model);
			if (values.length === 0 || values.some((value) => typeof firstSize(value) === "bigint")) return [];
			const known = constantsOf(model);
			const found = [];
			for (const { node, where } of named(model, ["Reshape"])) {
				if (where !== "" || known.has(node.inputs[0] ?? "")) continue;
				const shape = await integersOf(known.get(node.inputs[1] ?? ""), context);
				if (shape && shape.length > 1 && shape[0] > 1n && shape.every((size) => size > 0n)) found.push({
					message: `${showNode(node)} fixes the shape [${shape.slice(0, 8).join(", ")}].`,
					at: nodeName(node)
				});
			}
			return found;
		}
	},
	{
		id: "locale",
		severity: "warning",
		what: "StringNormalizer does not depend on a locale that the machine may lack.",
		why: "On a slim container image ONNX Runtime fails to load it: \"Failed to construct locale\".",
		fix: "Install the locale in the image (Debian: package `locales`, `locale-gen en_US.UTF-8`), or lower-case before the model.",
		others: "ONNX Runtime fails at load, by machine; no checker looks.",
		run: (model) => named(model, ["StringNormalizer"]).map(({ node, where }) => ({
			message: `${showNode(node)}${inside(where)} needs the locale ${show(attributeOf(node, "locale")?.string ?? "en_US")}.`,
			at: nodeName(node)
		}))
	},
	{
		id: "custom-domain",
		severity: "warning",
		what: "Every operator is a standard one, one of ONNX Runtime, or a function of the model.",
		why: "It needs a library that registers it, wherever the model runs.",
		fix: "Ship that library, or export with standard operators.",
		others: "ONNX Runtime refuses it without the library; onnx.checker skips it.",
		run: (model) => {
			const own = new Set(model.functions.map(({ domain, name }) => JSON.stringify([domain, name])));
			const byDomain = /* @__PURE__ */ new Map();
			for (const { domain, opType } of nodeLists(model).flatMap(({ nodes }) => nodes)) {
				if (domain === "" || STANDARD.test(domain) || WITH_RUNTIME.test(domain)) continue;
				if (!own.has(JSON.stringify([domain, opType]))) byDomain.set(domain, (byDomain.get(domain) ?? /* @__PURE__ */ new Set()).add(opType));
			}
			return [...byDomain].map(([domain, operators]) => ({
				message: `Operators of domain ${show(domain)} are not standard: ${showSome([...operators])}.`,
				at: domain
			}));
		}
	},
	{
		id: "io-type",
		severity: "warning",
		what: "Inputs and outputs have element types that onnxruntime-node carries.",
		why: "The model may be sound, but it cannot be tested here.",
		fix: "Cast them to float32 inside the model, or measure with another runtime and give its scores.",
		others: "onnxruntime-node: \"Unsupported data type\"; other bindings carry it.",
		run: (model) => [...callerInputs(model), ...model.graph?.outputs ?? []].flatMap(({ name, type }) => type.kind !== "tensor" || type.element === 0 || ELEMENT_TYPES.get(type.element)?.node !== false ? [] : [{
			message: `${show(name)} is of ${elementTypeName(type.element)}.`,
			at: name
		}])
	},
	{
		id: "io-nontensor",
		severity: "info",
		what: "Inputs and outputs are tensors.",
		why: "onnxruntime-node and Triton take no sequences and maps; the tensor under a ZipMap is read instead.",
		fix: "Export with `options={'zipmap': False}` (skl2onnx, onnxmltools).",
		others: "onnxruntime-node: \"Non tensor type is temporarily not supported\"; Triton refuses it.",
		run: (model) => {
			const zipped = new Set((model.graph?.nodes ?? []).filter(({ opType }) => opType === "ZipMap").flatMap(({ outputs }) => outputs));
			return [...callerInputs(model), ...model.graph?.outputs ?? []].flatMap(({ name, type }) => type.kind === "tensor" || type.kind === "none" ? [] : [{
				message: `${show(name)} is a ${type.kind}${zipped.has(name) ? ", made by ZipMap" : ""}, not a tensor.`,
				at: name
			}]);
		}
	}
];
/** Row i of the result comes from row i of the first input. */
const KEEPS_ROWS = new Set("Relu Sigmoid Tanh Cast Identity Add Sub Mul Div Gemm MatMul Exp Log Neg Abs Sqrt Clip LeakyRelu Elu Dropout".split(" "));
const BY_AXIS = /* @__PURE__ */ new Set([
	"Softmax",
	"LogSoftmax",
	"Hardmax",
	"ArgMax",
	"ArgMin",
	"CumSum",
	"TopK"
]);
async function reducesFirst(node, known, context) {
	if (BY_AXIS.has(node.opType)) return attributeOf(node, "axis")?.int === 0n;
	if (!node.opType.startsWith("Reduce")) return false;
	const attribute = attributeOf(node, "axes")?.ints ?? [];
	const axes = attribute.length > 0 ? attribute : await integersOf(known.get(node.inputs[1] ?? ""), context);
	if (axes) return axes.includes(0n);
	return !node.inputs[1] && attributeOf(node, "noop_with_empty_axes")?.int !== 1n;
}
async function isTraining(node, known, context) {
	if (node.opType === "BatchNormalization") return attributeOf(node, "training_mode")?.int === 1n || node.outputs.filter((name) => name !== "").length > 1;
	if (node.opType !== "Dropout") return false;
	return (await integersOf(known.get(node.inputs[2] ?? ""), context))?.[0] === 1n;
}
// src/core/onnx/checks/memory.ts
/** Memory and time that a small file can ask for: judged from constants, without running anything. */
const GIB = 2n ** 30n;
/** ONNX Runtime folds a constant of up to 1 GiB by default. */
const LARGE = GIB;
/** More than a service of ordinary size has. */
const BOMB = 4n * GIB;
/** Multiply-adds of constants at load: about 10 s on one core. */
const FOLD_COST = 10n ** 11n;
/** More iterations than a scoring call has time for. */
const MANY_TRIPS = 10000000n;
const bytesOf = ({ shape, element }) => rawBytes(element, elementCount(shape) ?? 0n) ?? elementCount(shape) ?? 0n;
const gib = (bytes) => {
	const tenths = bytes * 10n / GIB;
	const text = `${tenths / 10n}.${tenths % 10n}`;
	return text.length > 12 ? `about 10^${text.length - 3} GiB` : `${text} GiB`;
};
async function perGraph(model, context, judge) {
	const found = [];
	for (const { graph, where } of nodeLists(model)) if (graph) found.push(...await judge(await context.constants(graph), graph, where));
	return found;
}
/** A row that names nodes whose result has a size between two bounds. */
const bySize = (least, most) => (model, context) => perGraph(model, context, ({ made }, _, where) => made.filter(({ node, known }) => {
	const bytes = bytesOf(known);
	return node.opType !== "Constant" && bytes >= least && (most === null || bytes < most);
}).map(({ node, known }) => ({
	message: `${showNode(node)}${inside(where)} makes at least ${gib(bytesOf(known))} from constants.`,
	at: nodeName(node)
})));
const MEMORY_CHECKS = [
	{
		id: "memory-bomb",
		severity: "error",
		what: "No node makes 4 GiB or more out of constants (ConstantOfShape, Expand, Tile, Range, Pad, Resize, Concat, …).",
		why: "A file of 200 bytes takes the machine down.",
		fix: "Look at the shape it is given; do not run this model where memory is shared.",
		others: "ONNX Runtime caps folding at 1 GB a node, and allocates at run; no other tool looks.",
		run: bySize(BOMB, null)
	},
	{
		id: "memory-large",
		severity: "warning",
		what: "No node makes 1 GiB or more out of constants.",
		why: "Every copy of the service holds it.",
		fix: "Store it smaller, or let it be computed per row.",
		others: "No other tool looks.",
		run: bySize(LARGE, BOMB)
	},
	{
		id: "fold-memory",
		severity: "error",
		what: "All that an optimiser computes at load is under 4 GiB.",
		why: "ONNX Runtime limits each folded constant, not their sum: 12 of 0.88 GB took 6 GB.",
		fix: "Set `optimization.constant_folding_max_output_size_in_bytes`, or remove the constant nodes.",
		others: "ONNX Runtime exhausts memory; no other tool looks.",
		run: (model, context) => perGraph(model, context, ({ made }, _, where) => {
			const folded = made.filter(({ node, known }) => known.constant && node.opType !== "Constant" && bytesOf(known) < BOMB);
			const bytes = folded.reduce((sum, { known }) => sum + bytesOf(known), 0n);
			return bytes >= BOMB ? [{
				message: `${folded.length} nodes${inside(where)} make ${gib(bytes)} from constants at load.`,
				at: nodeName(folded[0].node)
			}] : [];
		})
	},
	{
		id: "fold-cost",
		severity: "warning",
		what: "Multiplying constants at load takes under 10^11 multiply-adds.",
		why: "ONNX Runtime seems to hang while it loads: 200 products of 4000 x 4000 took over 40 s.",
		fix: "Multiply them before the export.",
		others: "No other tool looks.",
		run: (model, context) => perGraph(model, context, ({ made, known }, _, where) => {
			const products = made.filter(({ node, known: out }) => node.opType === "MatMul" && out.constant);
			const cost = products.reduce((sum, { node, known: out }) => sum + (elementCount(out.shape) ?? 0n) * (known.get(node.inputs[0] ?? "")?.shape.at(-1) ?? 0n), 0n);
			return cost >= FOLD_COST ? [{
				message: `${products.length} products of constants${inside(where)} take ${cost} multiply-adds at load.`,
				at: nodeName(products[0].node)
			}] : [];
		})
	},
	{
		id: "loop-endless",
		severity: "error",
		what: "A Loop has a condition that can change, or a trip count under ten million.",
		why: "The call never returns, and a growing output takes all memory.",
		fix: "Give the Loop a condition or a sane trip count.",
		others: "No other tool looks; ONNX Runtime runs it for ever.",
		run: (model, context) => perGraph(model, context, async ({ known, integers }, graph, where) => {
			const found = [];
			for (const node of graph.nodes) {
				const body = attributeOf(node, "body")?.graphs[0];
				if (node.opType !== "Loop" || node.domain !== "" || !body || !passesOn(body)) continue;
				const [trips, going] = node.inputs;
				const condition = going ? (await integers(known.get(going)))?.[0] : 1n;
				const count = trips ? (await integers(known.get(trips)))?.[0] : null;
				if (condition === 0n || condition === void 0 || count === void 0) continue;
				if (count !== null && count <= MANY_TRIPS) continue;
				const times = count === null ? "for ever" : `${count} times`;
				found.push({
					message: `${showNode(node)}${inside(where)} runs ${times}.`,
					at: nodeName(node)
				});
			}
			return found;
		})
	}
];
/** The body hands its condition on unchanged, or always says true. */
function passesOn(body) {
	const given = body.inputs[1]?.name;
	let name = body.outputs[0]?.name;
	for (let steps = 0; steps <= body.nodes.length; steps++) {
		if (name === void 0) return false;
		if (name === given) return true;
		if (body.initializers.some((tensor) => tensor.name === name)) return true;
		const maker = body.nodes.find(({ outputs }) => outputs.includes(name));
		if (maker?.opType === "Constant") return true;
		if (maker?.opType !== "Identity") return false;
		name = maker.inputs[0];
	}
	return false;
}
// src/core/onnx/checks/names.ts
const MOST_CHARACTERS = 512;
/** Nearly every name; cheaper than looking for what is hidden. */
const PLAIN = /^[\x20-\x7e]{0,512}$/;
const NAME_CHECKS = [
	{
		id: "graph-name",
		severity: "info",
		what: "The main graph has a name.",
		why: "onnx.checker demands one; nothing else does.",
		fix: "Set `graph.name` to anything.",
		others: "onnx.checker: \"Field 'name' of 'graph' is required to be non-empty\"; ONNX Runtime accepts it.",
		run: ({ graph }) => graph?.name === "" ? [{
			message: "The graph has no name.",
			at: null
		}] : []
	},
	{
		id: "operator-name",
		severity: "error",
		what: "Every node names its operator.",
		why: "It cannot be run.",
		fix: "Export the model again.",
		others: "onnx.checker and ONNX Runtime refuse it.",
		run: (model) => nodeLists(model).flatMap(({ nodes, where }) => nodes.filter(({ opType }) => opType === "").map((node) => ({
			message: `Node ${show(nodeName(node))}${inside(where)} names no operator.`,
			at: nodeName(node)
		})))
	},
	{
		id: "name-empty",
		severity: "error",
		what: "Graph inputs, outputs and initializers have names.",
		why: "An empty name means an absent optional value.",
		fix: "Export the model again.",
		others: "onnx.checker and ONNX Runtime refuse it.",
		run: ({ graph }) => (graph ? [
			["input", graph.inputs],
			["output", graph.outputs],
			["initializer", graph.initializers]
		] : []).flatMap(([kind, items]) => items.some(({ name }) => name === "") ? [{
			message: `A graph ${kind} has no name.`,
			at: null
		}] : [])
	},
	{
		id: "name-text",
		severity: "warning",
		what: "Names are of visible characters, at most 512 of them.",
		why: "Control and bidirectional characters make a name look like another one, in logs and in reviews.",
		fix: "Rename it before the export.",
		others: "No other tool looks.",
		run: (model) => {
			const odd = oddNames(model);
			const [first] = odd;
			return first === void 0 ? [] : [{
				message: `Names that are overlong or hold hidden characters: ${showSome(odd)}.`,
				at: first
			}];
		}
	},
	{
		id: "node-name-duplicate",
		severity: "error",
		what: "No two nodes of a graph share a name.",
		why: "Profiles, quantisation and partitioning find nodes by name.",
		fix: "Rename one, or leave both without a name.",
		others: "ONNX Runtime refuses it; onnx.checker does not look.",
		run: ({ graph }) => repeated((graph?.nodes ?? []).map(({ name }) => name).filter((name) => name !== "")).map((name) => ({
			message: `More than one node is called ${show(name)}.`,
			at: name
		}))
	}
];
function oddNames(model) {
	const odd = /* @__PURE__ */ new Set();
	const look = (name) => {
		if (PLAIN.test(name)) return;
		if (name.length > MOST_CHARACTERS || name.search(UNSEEN) >= 0 || name.includes("�")) odd.add(name);
	};
	for (const { nodes, graph } of nodeLists(model)) {
		for (const { name } of graph?.inputs ?? []) look(name);
		for (const { name } of graph?.outputs ?? []) look(name);
		for (const { name } of graph?.initializers ?? []) look(name);
		for (const { name, opType, domain, outputs } of nodes) {
			look(name);
			look(opType);
			look(domain);
			for (const output of outputs) look(output);
		}
	}
	for (const { key } of model.metadata) look(key);
	return [...odd];
}
// src/core/onnx/checks/operator-values.ts
/** Attributes whose values no kernel can work with, as far as one node shows it. */
const ints = (node, name) => attributeOf(node, name)?.ints ?? [];
const atLeast = (least, ...names) => (node) => {
	const name = names.find((one) => ints(node, one).some((value) => value < least));
	return name === void 0 ? null : `has ${name} below ${least}`;
};
/** One value for each axis in space, two for pads. */
const agree = (node) => {
	const rank = ints(node, "kernel_shape").length;
	if (rank === 0) return null;
	for (const [name, each] of [
		["strides", 1],
		["dilations", 1],
		["pads", 2]
	]) {
		const { length } = ints(node, name);
		if (length > 0 && length !== rank * each) return `has ${rank} axes in kernel_shape and ${length} ${name}`;
	}
	return null;
};
const window = [atLeast(1n, "kernel_shape", "strides", "dilations"), agree];
const group = (node) => (attributeOf(node, "group")?.int ?? 1n) < 1n ? "has group below 1" : null;
const permutation = (node) => {
	const perm = ints(node, "perm");
	return new Set(perm).size === perm.length && perm.every((axis) => axis >= 0n && axis < perm.length) ? null : `has a perm that is no order of ${perm.length} axes`;
};
/** By operator of ai.onnx; the first that is wrong is told. */
const JUDGES = /* @__PURE__ */ new Map([
	["Conv", [
		...window,
		atLeast(0n, "pads"),
		group
	]],
	["ConvInteger", [
		...window,
		atLeast(0n, "pads"),
		group
	]],
	["QLinearConv", [
		...window,
		atLeast(0n, "pads"),
		group
	]],
	["ConvTranspose", [...window, group]],
	["MaxPool", [...window, atLeast(0n, "pads")]],
	["AveragePool", [...window, atLeast(0n, "pads")]],
	["LpPool", [...window, atLeast(0n, "pads")]],
	["Transpose", [permutation]]
]);
const OPERATOR_VALUE_CHECKS = [{
	id: "operator-values",
	severity: "error",
	what: "Kernels, strides and dilations are positive and of one rank, `perm` is an order of axes, and a constant shape of Reshape has at most one -1.",
	why: "The kernel divides by zero or fails, at the first request rather than at load.",
	fix: "Correct the attribute in the exporter.",
	others: "onnx.checker sees some of it in shape inference; ONNX Runtime when it runs Conv and Reshape.",
	run: async (model, context) => {
		const found = [];
		const tell = ({ node, where }, wrong) => {
			if (wrong) found.push({
				message: `${showNode(node)}${inside(where)} ${wrong}.`,
				at: nodeName(node)
			});
		};
		for (const [operator, judges] of JUDGES) for (const placed of standardNodes(model).get(operator) ?? []) tell(placed, judges.map((judge) => judge(placed.node)).find((wrong) => wrong !== null));
		const constants = constantsOf(model);
		for (const placed of standardNodes(model).get("Reshape") ?? []) {
			const shape = constants.get(placed.node.inputs[1] ?? "");
			if (placed.where === "" && shape) tell(placed, reshapeFault(await context.integers(shape)));
		}
		return found;
	}
}];
function reshapeFault(shape) {
	if (shape === null) return null;
	if (shape.some((size) => size < -1n)) return "has a size below -1 in its shape";
	return shape.filter((size) => size === -1n).length > 1 ? "leaves more than one size of its shape open" : null;
}
// src/core/onnx/checks/opsets.ts
/** ONNX Runtime 1.30 reads up to this. */
const NEWEST_OPSET = 26n;
const INT32_MOST = 2n ** 31n - 1n;
const plain = (domain) => domain === "ai.onnx" ? "" : domain;
const showDomain = (domain) => domain === "" ? "ai.onnx" : show(domain);
const OPSET_CHECKS = [
	{
		id: "opset-missing",
		severity: "error",
		what: "A model of IR version 3 or later says which operator sets it uses.",
		why: "Without a version an operator has no meaning.",
		fix: "Add `opset_import`, best by exporting again.",
		others: "onnx.checker and ONNX Runtime refuse it.",
		run: ({ opsets, irVersion }) => opsets.length === 0 && (irVersion ?? 3n) >= 3n ? [{
			message: "The model imports no operator set.",
			at: null
		}] : []
	},
	{
		id: "opset-range",
		severity: "error",
		what: "An operator set version is from 1 to 2147483647.",
		why: "Runtimes keep it in 32 bits; a larger one wraps round to another version.",
		fix: "Set the version the exporter really used.",
		others: "onnx.checker and ONNX Runtime do not look.",
		run: (model) => allOpsets(model).filter(({ version }) => version < 1n || version > INT32_MOST).map(({ domain, version }) => ({
			message: `Operator set ${showDomain(domain)} has version ${version}.`,
			at: domain
		}))
	},
	{
		id: "opset-conflict",
		severity: "error",
		what: "Operator set versions agree where a domain is imported twice, '' and 'ai.onnx' being one domain.",
		why: "Tools take the first, the last or the lowest, and so run different models.",
		fix: "Keep the one import the exporter meant.",
		others: "onnx.checker and ONNX Runtime let the last one win; Netron keeps the lowest. None says so.",
		run: ({ opsets }) => repeated(opsets.map(({ domain }) => plain(domain))).flatMap((domain) => {
			const versions = new Set(opsets.filter((one) => plain(one.domain) === domain).map((one) => one.version));
			const many = [...versions].slice(0, 5).join(" and ");
			return versions.size > 1 ? [{
				message: `Operator set ${showDomain(domain)} is imported as version ${many}.`,
				at: domain
			}] : [];
		})
	},
	{
		id: "opset-duplicate",
		severity: "warning",
		what: "Each operator set is imported once.",
		why: "It is a sign of a model edited by hand; some readers refuse it.",
		fix: "Remove the second import.",
		others: "onnx.checker and ONNX Runtime do not look.",
		run: ({ opsets }) => repeated(opsets.map(({ domain }) => plain(domain))).map((domain) => ({
			message: `Operator set ${showDomain(domain)} is imported more than once.`,
			at: domain
		}))
	},
	{
		id: "opset-newer",
		severity: "warning",
		what: `The ai.onnx operator set is at most ${NEWEST_OPSET}.`,
		why: "ONNX Runtime 1.30 refuses a newer one.",
		fix: `Export with \`opset_version=${NEWEST_OPSET}\` or lower.`,
		others: "onnx.checker falls back to its newest operators in silence; ONNX Runtime refuses.",
		run: ({ opsets }) => opsets.filter(({ domain, version }) => plain(domain) === "" && version > NEWEST_OPSET && version <= INT32_MOST).map(({ version }) => ({
			message: `The model uses ai.onnx ${version}, newer than ${NEWEST_OPSET}.`,
			at: null
		}))
	},
	{
		id: "opset-undeclared",
		severity: "error",
		what: "Every domain that a node uses is imported by the model, or inside a function by that function.",
		why: "The version of the operator is unknown.",
		fix: "Import the domain with its version.",
		others: "onnx.checker: \"No opset import for domain\"; ONNX Runtime refuses it.",
		run: (model) => {
			if (model.opsets.length === 0) return [];
			const imported = new Set(model.opsets.map(({ domain }) => plain(domain)));
			const inFunctions = new Set(model.functions.flatMap(({ opsets }) => opsets.map((one) => plain(one.domain))));
			const missing = /* @__PURE__ */ new Map();
			for (const { nodes, where } of nodeLists(model)) for (const node of nodes) if (!(imported.has(node.domain) || where.startsWith("function") && inFunctions.has(node.domain)) && !missing.has(node.domain)) missing.set(node.domain, `${showNode(node)}${inside(where)}`);
			return [...missing].map(([domain, node]) => ({
				message: `${node} is of operator set ${showDomain(domain)}, which is not imported.`,
				at: domain
			}));
		}
	}
];
const allOpsets = ({ opsets, functions }) => [...opsets, ...functions.flatMap((one) => one.opsets)];
// src/core/onnx/checks/sparse.ts
/** Sparse tensors: values, and the indices where they stand. */
/** ONNX Runtime writes sparse initializers out densely without a limit: 16 GiB from one value. */
const DENSE_MOST = 2n ** 30n;
const SPARSE_CHECKS = [{
	id: "sparse-tensor",
	severity: "error",
	what: "Sparse indices are of int64, in rising order, inside the shape; one or `rank` for each value.",
	why: "Values land in the wrong place or outside the tensor.",
	fix: "Sort the indices, or store the tensor densely.",
	others: "onnx.checker refuses it; ONNX Runtime checks the range, not order or duplicates.",
	run: async (model, context) => {
		const found = [];
		for (const sparse of sparseOf(model)) {
			const wrong = await sparseFault(sparse, context);
			const name = sparse.values?.name ?? "";
			if (wrong) found.push({
				message: `Sparse tensor ${show(name)} ${wrong}.`,
				at: name
			});
		}
		return found;
	}
}, {
	id: "sparse-dense-size",
	severity: "error",
	what: "A sparse tensor is under 1 GiB when written out densely.",
	why: "ONNX Runtime does so at load without a limit: one value can cost 16 GiB.",
	fix: "Store it as Gather over a dense table of the rows that are not zero.",
	others: "No other tool looks; ONNX Runtime exhausts memory.",
	run: (model) => sparseOf(model).flatMap(({ values, dims }) => {
		const bytes = rawBytes(values?.type ?? 1, elementCount(dims) ?? 0n) ?? 0n;
		const name = values?.name ?? "";
		return bytes > DENSE_MOST ? [{
			message: `Sparse tensor ${show(name)} of shape ${showShape(dims)} takes ${bytes} bytes.`,
			at: name
		}] : [];
	})
}];
async function sparseFault({ values, indices, dims }, context) {
	if (values === null) return "has no values";
	const total = elementCount(dims);
	if (total === null || dims.some((dim) => dim <= 0n)) return `has the shape ${showShape(dims)}`;
	if (values.dims.length !== 1) return `has values of shape ${showShape(values.dims)}, not one dimension`;
	const many = values.dims[0];
	if (many === 0n && indices === null) return null;
	if (indices === null) return "has no indices";
	if (indices.type !== 7) return `has indices of ${elementTypeName(indices.type)}`;
	const rank = BigInt(dims.length);
	const linear = indices.dims.length === 1;
	if (indices.dims[0] !== many || !linear && (indices.dims.length !== 2 || indices.dims[1] !== rank)) return `has indices of shape ${showShape(indices.dims)} for ${many} values of rank ${rank}`;
	const read = await context.integers(indices);
	if (read === null) return null;
	let previous = -1n;
	for (let i = 0; i < Number(many); i++) {
		let position = linear ? read[i] : 0n;
		if (!linear) for (let axis = 0; axis < dims.length; axis++) {
			const index = read[i * dims.length + axis];
			if (index < 0n || index >= dims[axis]) return `has the index ${index} outside ${showShape(dims)}`;
			position = position * dims[axis] + index;
		}
		if (position < 0n || position >= total) return `has the index ${position} outside ${showShape(dims)}`;
		if (position <= previous) return "has indices that do not rise";
		previous = position;
	}
	return null;
}
// src/core/onnx/checks/specification.ts
/** What the specification (onnx/docs/IR.md) demands of a file as a whole. */
/** ONNX Runtime 1.30 reads up to this. */
const NEWEST_IR = 13n;
const SPECIFICATION_CHECKS = [
	{
		id: "graph-missing",
		severity: "error",
		what: "The file holds a graph.",
		why: "Without one there is nothing to run; a file cut at a field boundary looks like this.",
		fix: "Export the model again, and compare file sizes after the transfer.",
		others: "onnx.checker: \"Field 'graph' of 'model' is required\"; ONNX Runtime refuses it.",
		run: ({ graph }) => graph ? [] : [{
			message: "The file has no graph.",
			at: null
		}]
	},
	{
		id: "ir-version",
		severity: "error",
		what: `The IR version is set, from 1 to ${NEWEST_IR}.`,
		why: "It says how the rest of the file is to be read.",
		fix: `Export with an onnx package whose IR version is at most ${NEWEST_IR}, or set \`model.ir_version\`.`,
		others: "onnx.checker refuses 0 or a newer one, and accepts −1; ONNX Runtime refuses only a newer one.",
		run: ({ irVersion }) => {
			if (irVersion === null) return [{
				message: "The file has no IR version.",
				at: null
			}];
			return irVersion >= 1n && irVersion <= NEWEST_IR ? [] : [{
				message: `IR version ${irVersion} is not between 1 and ${NEWEST_IR}.`,
				at: null
			}];
		}
	},
	{
		id: "metadata-duplicate",
		severity: "error",
		what: "Metadata keys are unique.",
		why: "Readers keep the first or the last.",
		fix: "Remove one.",
		others: "onnx.checker refuses it; ONNX Runtime keeps the last.",
		run: ({ metadata }) => repeated(metadata.map(({ key }) => key)).map((key) => ({
			message: `Metadata has the key ${show(key)} more than once.`,
			at: key
		}))
	},
	{
		id: "training-info",
		severity: "info",
		what: "The model holds no training graphs.",
		why: "They are dead weight where the model only answers.",
		fix: "Export for inference.",
		others: "onnx.checker checks them; ONNX Runtime ignores them.",
		run: ({ trainings }) => trainings > 0 ? [{
			message: `The file holds ${trainings} training graphs.`,
			at: null
		}] : []
	},
	{
		id: "function-duplicate",
		severity: "error",
		what: "No two functions share domain, name and overload.",
		why: "Which one a call means is undefined.",
		fix: "Remove or rename one.",
		others: "onnx.checker 1.23 refuses it.",
		run: ({ functions }) => {
			const twice = new Set(repeated(functions.map(functionKey)));
			const names = functions.filter((one) => twice.has(functionKey(one))).map(({ name }) => name);
			return [...new Set(names)].map((name) => ({
				message: `Function ${show(name)} is defined more than once.`,
				at: name
			}));
		}
	}
];
// src/core/onnx/checks/structure.ts
/** onnx.checker's limit on calls within calls. ONNX Runtime 1.30 has none, and dies of 3,000. */
const CALL_DEPTH = 100;
/** Loading time grows with it: 2^14 took ONNX Runtime 12 s. */
const EXPANDED_NODES = 10000n;
const sighting = (place, sentence) => ({
	message: sentence(`${place.node ? showNode(place.node) : "The graph"}${inside(place.where)}`, show(place.name)),
	at: place.node ? nodeName(place.node) : place.name
});
const functionNames = (functions) => functions.map(({ name }) => name);
const STRUCTURE_CHECKS = [
	{
		id: "graph-input-duplicate",
		severity: "error",
		what: "Graph inputs have different names.",
		why: "A value given by name is ambiguous.",
		fix: "Rename one of them.",
		others: "onnx.checker and ONNX Runtime refuse it.",
		run: ({ graph }) => repeated((graph?.inputs ?? []).map(({ name }) => name)).map((name) => ({
			message: `The graph has more than one input ${show(name)}.`,
			at: name
		}))
	},
	{
		id: "graph-output-duplicate",
		severity: "error",
		what: "Graph outputs have different names.",
		why: "Answers come back by name, so one of them is lost.",
		fix: "Pass one through Identity under another name, or drop it.",
		others: "onnx.checker and ONNX Runtime do not look.",
		run: ({ graph }) => repeated((graph?.outputs ?? []).map(({ name }) => name)).map((name) => ({
			message: `The graph has more than one output ${show(name)}.`,
			at: name
		}))
	},
	{
		id: "initializer-duplicate",
		severity: "error",
		what: "Initializers have different names.",
		why: "Which weights are used depends on the tool.",
		fix: "Rename or remove one.",
		others: "onnx.checker refuses it; ONNX Runtime warns, and the last one wins.",
		run: ({ graph }) => repeated([...(graph?.initializers ?? []).map(({ name }) => name), ...(graph?.sparse ?? []).flatMap(({ values }) => values ? [values.name] : [])]).map((name) => ({
			message: `There is more than one initializer ${show(name)}.`,
			at: name
		}))
	},
	{
		id: "value-made-twice",
		severity: "error",
		what: "Each value is made once in its graph (single static assignment).",
		why: "A later node would see one or the other.",
		fix: "Rename the second output, and its uses.",
		others: "onnx.checker and ONNX Runtime refuse it.",
		run: (_, { flow }) => flow.repeated.map((place) => sighting(place, (node, name) => `${node} makes ${name}, which is there already.`))
	},
	{
		id: "cycle",
		severity: "error",
		what: "No node needs its own result, dead nodes included.",
		why: "It can never run.",
		fix: "Break the cycle at one of the nodes named.",
		others: "onnx.checker says \"Nodes in a graph must be topologically sorted\"; ONNX Runtime refuses it.",
		run: (_, { flow }) => flow.cycles.map(({ nodes, where }) => ({
			message: `${nodes.length} nodes need each other's results${inside(where)}: ${showSome(nodes.map(nodeName))}.`,
			at: nodeName(nodes[0])
		}))
	},
	{
		id: "order",
		severity: "error",
		what: "Nodes stand after those whose results they use (IR.md: topologically sorted).",
		why: "Runtimes that run nodes in the order of the file fail.",
		fix: "Sort the nodes, for instance with `onnx-graphsurgeon` or OnnxSlim.",
		others: "onnx.checker refuses it; ONNX Runtime sorts them itself.",
		run: (_, { flow }) => flow.early.map((place) => sighting(place, (node, name) => `${node} uses ${name}, which only a later node makes.`))
	},
	{
		id: "dangling-input",
		severity: "error",
		what: "Everything a node uses is an input, an initializer, or made by a node in sight.",
		why: "The node cannot run.",
		fix: "Add the missing input or initializer, or export again.",
		others: "onnx.checker and ONNX Runtime refuse it.",
		run: (_, { flow }) => flow.dangling.map((place) => sighting(place, (node, name) => `${node} uses ${name}, which nothing makes.`))
	},
	{
		id: "output-unmade",
		severity: "error",
		what: "Something makes every output of the graph and of each function.",
		why: "The answer cannot be given.",
		fix: "Remove the output, or connect it.",
		others: "onnx.checker 1.23 and ONNX Runtime refuse it; onnx.checker 1.12 does not look.",
		run: (_, { flow }) => flow.unmade.map((place) => ({
			message: `Nothing makes the output ${show(place.name)}${inside(place.where)}.`,
			at: place.name
		}))
	},
	{
		id: "subgraph-shadowing",
		severity: "warning",
		what: "A subgraph does not reuse a name of the graph around it.",
		why: "IR.md forbids it, and tools that inline subgraphs mix the two up.",
		fix: "Rename the value in the subgraph.",
		others: "onnx.checker refuses some forms; ONNX Runtime accepts most.",
		run: (_, { flow }) => flow.shadowing.map((place) => ({
			message: `${show(place.name)}${inside(place.where)} hides a value of the same name around it.`,
			at: place.name
		}))
	},
	{
		id: "dead-nodes",
		severity: "warning",
		what: "Every node serves an output.",
		why: "A node that serves none is a forgotten output, or wasted size.",
		fix: "Remove them (OnnxSlim does), or add the output that was meant.",
		others: "Polygraphy lint warns; ONNX Runtime removes them.",
		run: (_, { flow }) => flow.dead.length === 0 ? [] : [{
			message: `${flow.dead.length} nodes serve no output: ${showSome(flow.dead.map(nodeName))}.`,
			at: nodeName(flow.dead[0])
		}]
	},
	{
		id: "unused-inputs",
		severity: "warning",
		what: "Every graph input is used.",
		why: "The service computes a feature that the model ignores, or the export lost one.",
		fix: "Check the export; remove the input when it is meant to be ignored.",
		others: "Polygraphy lint warns; onnx.checker and ONNX Runtime say nothing.",
		run: ({ graph }, { flow }) => {
			const unused = (graph?.inputs ?? []).map(({ name }) => name).filter((name) => !flow.used.has(name));
			return unused.length === 0 ? [] : [{
				message: `Inputs that nothing uses: ${showSome(unused)}.`,
				at: unused[0]
			}];
		}
	},
	{
		id: "unused-initializers",
		severity: "warning",
		what: "Every initializer is used.",
		why: "It is size without effect, or a sign that the graph was cut.",
		fix: "Remove them (OnnxSlim does).",
		others: "ONNX Runtime removes and logs them; onnx.checker says nothing.",
		run: ({ graph }, { flow }) => {
			const unused = (graph?.initializers ?? []).map(({ name }) => name).filter((name) => !flow.used.has(name));
			return unused.length === 0 ? [] : [{
				message: `${unused.length} initializers that nothing uses: ${showSome(unused)}.`,
				at: unused[0]
			}];
		}
	},
	{
		id: "function-cycle",
		severity: "error",
		what: "No function calls itself, not even by way of others.",
		why: "Inlining it never ends (GHSA-7w46-vvrh-m8q5).",
		fix: "Export with functions inlined.",
		others: "onnx.checker 1.23 and ONNX Runtime refuse it; onnx.checker 1.12 accepts it, or crashes.",
		run: (_, { calls }) => functionNames(calls.cyclic).map((name) => ({
			message: `Function ${show(name)} calls itself.`,
			at: name
		}))
	},
	{
		id: "function-depth",
		severity: "error",
		what: `Functions nest at most ${CALL_DEPTH} deep.`,
		why: "ONNX Runtime 1.30 overflows its stack at 3,000 and takes the process down.",
		fix: "Export with functions inlined.",
		others: "onnx.checker 1.23 stops at 100; ONNX Runtime dies with SIGSEGV.",
		run: (_, { calls: { depth } }) => {
			return depth > CALL_DEPTH ? [{
				message: `Functions nest ${depth} deep.`,
				at: null
			}] : [];
		}
	},
	{
		id: "function-expansion",
		severity: "error",
		what: `Inlining functions makes no more than ${EXPANDED_NODES} nodes out of fewer.`,
		why: "A small file can stand for 2^30 nodes; ONNX Runtime hangs while it inlines them.",
		fix: "Export with functions inlined, and look at the size.",
		others: "No other tool looks; ONNX Runtime hangs.",
		run: (model, { calls }) => {
			const written = BigInt((model.graph?.nodes.length ?? 0) + model.functions.reduce((sum, one) => sum + one.nodes.length, 0));
			if (calls.cyclic.length > 0 || calls.expanded <= EXPANDED_NODES || calls.expanded <= written * 20n) return [];
			const digits = calls.expanded.toString();
			return [{
				message: `Inlining its functions turns ${written} nodes into ${digits.length <= 15 ? digits : `about 10^${digits.length - 1}`}.`,
				at: null
			}];
		}
	},
	{
		id: "function-unused",
		severity: "info",
		what: "Every function is called.",
		why: "It is size without effect.",
		fix: "Remove it.",
		others: "No other tool looks.",
		run: (_, { calls }) => {
			const unused = functionNames(calls.uncalled);
			return unused.length === 0 ? [] : [{
				message: `Functions that nothing calls: ${showSome(unused)}.`,
				at: unused[0]
			}];
		}
	}
];
// src/core/onnx/checks/subgraphs.ts
/** Bodies of If, Loop and Scan: as many inputs and outputs as the node around them gives and takes. */
/** onnx/docs/Operators.md: Loop's body takes a counter and a condition, and hands on the condition; Scan as of opset 9. */
const ARITIES = /* @__PURE__ */ new Map([
	["If", {
		inputs: () => 0,
		outputs: ({ outputs }) => outputs.length
	}],
	["Loop", {
		inputs: ({ inputs }) => Math.max(inputs.length, 2),
		outputs: ({ outputs }) => outputs.length + 1
	}],
	["Scan", {
		inputs: ({ inputs }) => inputs.length,
		outputs: ({ outputs }) => outputs.length
	}]
]);
/** Until then Scan had an optional first input that its body does not see. */
const SCAN_TODAY = 9n;
const SUBGRAPH_CHECKS = [{
	id: "subgraph-arity",
	severity: "error",
	what: "The body of an If, Loop or Scan has the inputs and outputs that its node gives and takes.",
	why: "A value has no place to go to, or none to come from.",
	fix: "Export the model again; a body edited by hand has lost a value.",
	others: "onnx.checker sees it in shape inference; ONNX Runtime refuses it.",
	run: (model) => {
		const opset = model.opsets.find(({ domain }) => domain === "" || domain === "ai.onnx")?.version ?? 0n;
		const found = [];
		for (const [operator, arity] of ARITIES) {
			if (operator === "Scan" && opset < SCAN_TODAY) continue;
			for (const { node, where } of standardNodes(model).get(operator) ?? []) for (const { attribute, graph } of subgraphsOf(node)) {
				const wrong = arityFault(node, graph, arity);
				if (wrong) found.push({
					message: `${attribute} of ${showNode(node)}${inside(where)} ${wrong}.`,
					at: nodeName(node)
				});
			}
		}
		return found;
	}
}];
function arityFault(node, { inputs, outputs }, arity) {
	const [given, taken] = [arity.inputs(node), arity.outputs(node)];
	if (inputs.length !== given) return `has ${inputs.length} inputs, where the node gives ${given}`;
	return outputs.length === taken ? null : `has ${outputs.length} outputs, where the node takes ${taken}`;
}
// src/core/onnx/checks/support-vectors.ts
/** Support vector machines of ai.onnx.ml: lists that must fit each other (onnx/docs/Operators-ml.md). */
const FITS = {
	just: (length, wanted) => length === wanted,
	"at least": (length, wanted) => length >= wanted,
	"a multiple of": (length, wanted) => length > 0 && length % wanted === 0
};
const SUPPORT_VECTOR_CHECKS = [{
	id: "support-vectors",
	severity: "error",
	what: "Coefficients, vectors, offsets and probabilities of a support vector machine are as many as its vectors and classes need.",
	why: "A runtime that does not count them reads past the end of a list.",
	fix: "Export the model again; lists edited by hand have lost entries.",
	others: "onnx.checker does not look; ONNX Runtime 1.30 counts when it makes the kernel.",
	run: (model) => {
		const found = [];
		for (const { nodes, where } of nodeLists(model)) for (const node of nodes) {
			const wrong = (node.domain === "ai.onnx.ml" ? WANTED.get(node.opType)?.(node) : null)?.map((one) => lengthFault$1(node, one)).find((one) => one !== null);
			if (wrong) found.push({
				message: `${showNode(node)}${inside(where)} ${wrong}.`,
				at: nodeName(node)
			});
		}
		return found;
	}
}];
/** By operator; null where the file keeps a list that would have to be added up. Without vectors the machine is linear. */
const WANTED = /* @__PURE__ */ new Map([["SVMClassifier", ofClassifier], ["SVMRegressor", ofRegressor]]);
function ofClassifier(node) {
	const perClass = attributeOf(node, "vectors_per_class");
	if (perClass && perClass.omitted > 0) return null;
	const counts = perClass?.ints ?? [];
	const vectors = Number(counts.reduce((sum, count) => sum + count, 0n));
	const labels = lengthOf$1(node, "classlabels_ints") > 0 ? "classlabels_ints" : "classlabels_strings";
	if (vectors === 0) return [
		[
			labels,
			"at least",
			1
		],
		[
			"coefficients",
			"a multiple of",
			lengthOf$1(node, labels)
		],
		[
			"rho",
			"at least",
			1
		]
	];
	const classes = counts.length;
	const pairs = classes * (classes - 1) / 2;
	const probable = lengthOf$1(node, "prob_a") + lengthOf$1(node, "prob_b") > 0;
	return [
		[
			labels,
			"just",
			classes
		],
		[
			"support_vectors",
			"a multiple of",
			vectors
		],
		[
			"coefficients",
			"at least",
			(classes - 1) * vectors
		],
		[
			"rho",
			"at least",
			pairs
		],
		...probable ? [[
			"prob_a",
			"just",
			pairs
		], [
			"prob_b",
			"just",
			pairs
		]] : []
	];
}
function ofRegressor(node) {
	const vectors = Number(attributeOf(node, "n_supports")?.int ?? 0n);
	const lists = [[
		"coefficients",
		"at least",
		Math.max(vectors, 1)
	], [
		"rho",
		"at least",
		1
	]];
	return vectors === 0 ? lists : [[
		"support_vectors",
		"a multiple of",
		vectors
	], ...lists];
}
function lengthFault$1(node, [name, how, wanted]) {
	const length = lengthOf$1(node, name);
	return FITS[how](length, wanted) ? null : `has ${length} values in ${name} and needs ${how} ${wanted}`;
}
function lengthOf$1(node, name) {
	const list = attributeOf(node, name);
	return list ? list.ints.length + list.floats.length + list.strings.length + list.omitted : 0;
}
// src/core/onnx/checks/tensors.ts
/** Tensors: what they say of themselves against what the file holds. */
const FIELD_NAMES = /* @__PURE__ */ new Map([
	[4, "float_data"],
	[5, "int32_data"],
	[6, "string_data"],
	[7, "int64_data"],
	[9, "raw_data"],
	[10, "double_data"],
	[11, "uint64_data"]
]);
const RAW = 9;
const MOST_BYTES = 2n ** 63n;
const fieldsOf = (tensor) => [...new Set(tensor.segments.map(({ field }) => field))];
function* each(model, judge) {
	for (const tensor of tensorsOf(model)) {
		const wrong = judge(tensor);
		if (wrong) yield {
			message: `Tensor ${show(tensor.name)} ${wrong}.`,
			at: tensor.name
		};
	}
}
const TENSOR_CHECKS = [
	{
		id: "tensor-type",
		severity: "error",
		what: "Every tensor has an element type that onnx.proto lists.",
		why: "Its bytes mean nothing otherwise.",
		fix: "Export again, or take a newer onnx-gate when the type is newer.",
		others: "ONNX Runtime refuses it; onnx.checker 1.12 refuses 0 and takes any other number.",
		run: (model) => each(model, ({ type }) => ELEMENT_TYPES.has(type) ? null : `has the unknown element type ${type}`)
	},
	{
		id: "tensor-dims",
		severity: "error",
		what: "Sizes of a tensor are not negative, and its bytes are countable in 63 bits.",
		why: "Readers that multiply in 64 bits allocate too little and write past it.",
		fix: "Export again; do not run this file elsewhere.",
		others: "onnx.checker 1.23 (safe_math.h) and ONNX Runtime (SafeInt) refuse it; onnx.checker 1.12 partly.",
		run: (model) => each(model, ({ dims, type }) => {
			const count = elementCount(dims);
			if (count === null) return `has a negative size: ${showShape(dims)}`;
			return (rawBytes(type, count) ?? count) >= MOST_BYTES ? `overflows with shape ${showShape(dims)}` : null;
		})
	},
	{
		id: "tensor-field",
		severity: "error",
		what: "A tensor holds its values in one field, the one for its type, or in raw_data or an external file.",
		why: "Tools that look at different fields see different weights.",
		fix: "Save the model again with the onnx package.",
		others: "onnx.checker: \"TensorProto … data is stored in more than one field\"; ONNX Runtime reads raw_data first.",
		run: (model) => each(model, (tensor) => {
			const fields = fieldsOf(tensor);
			const names = fields.map((field) => FIELD_NAMES.get(field)).join(" and ");
			const type = ELEMENT_TYPES.get(tensor.type);
			if (tensor.external && fields.length > 0) return `has external data and ${names} too`;
			if (fields.length > 1) return `holds values in ${names}`;
			if (type === void 0 || fields[0] === void 0) return null;
			if (fields[0] === RAW) return type.bits === null ? "is of strings but holds raw_data" : null;
			return fields[0] === type.field ? null : `of ${type.name} holds its values in ${names}`;
		})
	},
	{
		id: "tensor-size",
		severity: "error",
		what: "A tensor holds exactly as many values as its shape says.",
		why: "Too few are read past their end, too many are a wrong shape.",
		fix: "Export again; a file edited by hand or cut has lost weights.",
		others: "onnx.checker 1.23 refuses too few only, 1.12 does not look; ONNX Runtime refuses both.",
		run: sizes
	}
];
async function sizes(model, context) {
	const found = [];
	for (const tensor of tensorsOf(model)) {
		const count = elementCount(tensor.dims);
		const type = ELEMENT_TYPES.get(tensor.type);
		const fields = fieldsOf(tensor);
		if (tensor.external || type === void 0 || count === null || fields.length > 1) continue;
		const wrong = await sizeFault(tensor, fields[0], count, context);
		if (wrong) found.push({
			message: `Tensor ${show(tensor.name)} of ${elementTypeName(tensor.type)} ${showShape(tensor.dims)} ${wrong}.`,
			at: tensor.name
		});
	}
	return found;
}
async function sizeFault(tensor, field, count, { source }) {
	const type = ELEMENT_TYPES.get(tensor.type);
	if (field === void 0) return count === 0n ? null : "holds no values";
	const bytes = tensor.segments.reduce((sum, { length }) => sum + length, 0);
	if (field === RAW) {
		const needed = rawBytes(tensor.type, count);
		return needed === null || needed === BigInt(bytes) ? null : `holds ${bytes} bytes, not ${needed}`;
	}
	if (field !== type.field) return null;
	let entries = tensor.segments.length;
	if (field === 4 || field === 10) entries = bytes / (field === 4 ? 4 : 8);
	else if (field !== 6) {
		entries = 0;
		for (const { offset, length } of tensor.segments) for (let done = 0; done < length; done += CHUNK) for (const byte of await source.read(offset + done, Math.min(CHUNK, length - done))) if (byte < 128) entries++;
	}
	const needed = Math.ceil(Number(count) / type.perEntry);
	return entries === needed ? null : `holds ${entries} entries of ${FIELD_NAMES.get(field)}, not ${needed}`;
}
const CHUNK = 2 ** 20;
// src/core/onnx/checks/trees.ts
/** Tree ensembles of ai.onnx.ml: parallel lists that must fit each other (onnx/docs/Operators-ml.md). */
const ENSEMBLES = /* @__PURE__ */ new Set(["TreeEnsembleClassifier", "TreeEnsembleRegressor"]);
const GROUPS = [
	/^nodes_(featureids|falsenodeids|hitrates|missing_value_tracks_true|modes|nodeids|treeids|truenodeids|values)$/,
	/^class_(ids|nodeids|treeids|weights)$/,
	/^target_(ids|nodeids|treeids|weights)$/
];
const lengthOf = ({ ints, floats, strings, omitted }) => ints.length + floats.length + strings.length + omitted;
const TREE_CHECKS = [{
	id: "tree-ensemble",
	severity: "error",
	what: "Lists of a tree ensemble are of one length, branches lead to nodes of the same tree, and none comes round.",
	why: "A runtime reads past the end of a list, or never reaches a leaf.",
	fix: "Export the model again; lists edited by hand have lost entries.",
	others: "onnx.checker does not look; ONNX Runtime finds some when it makes the kernel.",
	run: (model) => {
		const found = [];
		for (const { nodes, where } of nodeLists(model)) for (const node of nodes) {
			if (node.domain !== "ai.onnx.ml" || !ENSEMBLES.has(node.opType)) continue;
			const wrong = lengthFault(node) ?? branchFault(node);
			if (wrong) found.push({
				message: `${showNode(node)}${inside(where)} ${wrong}.`,
				at: nodeName(node)
			});
		}
		return found;
	}
}];
function lengthFault(node) {
	for (const group of GROUPS) {
		const lists = node.attributes.filter((attribute) => group.test(attribute.name) && lengthOf(attribute) > 0);
		const odd = lists.find((list) => lengthOf(list) !== lengthOf(lists[0]));
		if (odd) return `has ${lengthOf(lists[0])} values in ${lists[0].name} and ${lengthOf(odd)} in ${odd.name}`;
	}
	return null;
}
/** Of the nodes whose lists were kept whole: a long ensemble is judged by its lengths alone. */
function branchFault(node) {
	const lists = [
		"treeids",
		"nodeids",
		"modes",
		"truenodeids",
		"falsenodeids"
	].map((name) => attributeOf(node, `nodes_${name}`));
	const [trees, ids, modes, whenTrue, whenFalse] = lists;
	if (!trees || !ids || !modes || !whenTrue || !whenFalse) return "lacks one of the lists of its nodes";
	if (lists.some((list) => list.omitted > 0)) return null;
	const places = new Map(ids.ints.map((id, at) => [`${trees.ints[at]} ${id}`, at]));
	if (places.size < ids.ints.length) return "has two nodes of one number in a tree";
	const next = [];
	for (const [at, mode] of modes.strings.entries()) {
		const tree = trees.ints[at];
		next.push([]);
		if (mode === "LEAF") continue;
		for (const branch of [whenTrue.ints[at], whenFalse.ints[at]]) {
			const to = places.get(`${tree} ${branch}`);
			if (to === void 0) return `leads to node ${branch} of tree ${tree}, which is not there`;
			next[at].push(to);
		}
	}
	const round = onCycle(next);
	return round === null ? null : `comes round to node ${ids.ints[round]} of tree ${trees.ints[round]}`;
}
/** A node from which a way leads back to it, by depth-first search; null when there is none. */
function onCycle(next) {
	const state = new Uint8Array(next.length);
	for (const start of next.keys()) {
		const open = state[start] === NEW ? [start] : [];
		while (open.length > 0) {
			const at = open[open.length - 1];
			if (state[at] !== NEW) {
				state[at] = DONE;
				open.pop();
				continue;
			}
			state[at] = OPEN;
			for (const to of next[at]) {
				if (state[to] === OPEN) return to;
				if (state[to] === NEW) open.push(to);
			}
		}
	}
	return null;
}
const NEW = 0;
const OPEN = 1;
const DONE = 2;
// src/core/onnx/checks/weights.ts
/** One finding for all tensors whose statistics are of a kind. */
async function together(context, are, sentence) {
	const hits = [...(await context.weights()).statistics].filter(([, statistics]) => are(statistics) > 0);
	const [first] = hits;
	if (first === void 0) return [];
	const elements = hits.reduce((sum, [, statistics]) => sum + are(statistics), 0);
	return [{
		message: sentence(hits.length, elements, showSome(hits.map(([{ name }]) => name))),
		at: first[0].name
	}];
}
/** Smaller tensors repeat by chance or by nature, such as biases of zero. */
const DUPLICATE_LEAST = 4096;
const WEIGHT_CHECKS = [
	{
		id: "weights-nan",
		severity: "warning",
		what: "No weight is NaN.",
		why: "It spreads to every answer it touches; training has diverged.",
		fix: "Look at the training loss; take an earlier checkpoint.",
		others: "No other tool looks.",
		run: (_, context) => together(context, ({ nan }) => nan, (tensors, elements, names) => `${elements} weights in ${tensors} tensors are NaN: ${names}.`)
	},
	{
		id: "weights-infinite",
		severity: "info",
		what: "No weight is infinite.",
		why: "Masks may be meant so; elsewhere it becomes NaN when multiplied by 0.",
		fix: "Use a large finite number for masks.",
		others: "No other tool looks.",
		run: (_, context) => together(context, ({ infinite }) => infinite, (tensors, elements, names) => `${elements} weights in ${tensors} tensors are infinite: ${names}.`)
	},
	{
		id: "weights-zero",
		severity: "info",
		what: "No tensor of at least 64 weights is all zero.",
		why: "A layer that was never trained, or lost in the export.",
		fix: "Check that the checkpoint was loaded before the export.",
		others: "No other tool looks.",
		run: (_, context) => together(context, ({ zero, elements }) => elements >= 64 && zero === elements ? 1 : 0, (tensors, _elements, names) => `${tensors} tensors are all zero: ${names}.`)
	},
	{
		id: "weights-denormal",
		severity: "info",
		what: "At most 1 in 100 weights of a tensor is denormal.",
		why: "Arithmetic on them is up to a hundred times slower on some processors.",
		fix: "Set weights under 1e-37 to zero, or set `session.set_denormal_as_zero` in ONNX Runtime.",
		others: "No other tool looks.",
		run: (_, context) => together(context, ({ denormal, elements }) => denormal * 100 > elements ? denormal : 0, (tensors, elements, names) => `${elements} weights in ${tensors} tensors are denormal: ${names}.`)
	},
	{
		id: "weights-duplicate",
		severity: "info",
		what: "No two tensors of 4 KiB or more hold the same bytes.",
		why: "It is size without effect; tied weights were untied by the exporter.",
		fix: "Let both nodes use one initializer (OnnxSlim does).",
		others: "OnnxSlim ties them; no checker looks.",
		run: async (_, context) => {
			const first = /* @__PURE__ */ new Map();
			const twice = [];
			let bytes = 0;
			for (const [tensor, statistics] of (await context.weights()).statistics) {
				if (statistics.bytes < DUPLICATE_LEAST) continue;
				const key = `${tensor.type} ${tensor.dims.join()} ${statistics.bytes} ${statistics.fingerprint}`;
				if (!first.has(key)) first.set(key, tensor);
				else {
					twice.push(tensor);
					bytes += statistics.bytes;
				}
			}
			return twice.length === 0 ? [] : [{
				message: `${twice.length} tensors repeat another one (${bytes} bytes): ${showSome(twice.map(({ name }) => name))}.`,
				at: twice[0].name
			}];
		}
	}
];
// src/core/onnx/wire/caps.ts
/**
* How much structure a file may hold before anything is decoded. Each entry of a hostile file costs 2 bytes on disk and
* several hundred in memory once decoded, so counts are capped while the wire is walked. Weights do not count: they stay in the file.
*/
const CAPS = {
	/** Nested messages. protobuf in C++ (ONNX Runtime) and protobuf-es both stop at 100. */
	depth: {
		most: 100,
		what: "levels of nesting"
	},
	/** Nodes in graphs, subgraphs and functions together. ONNX Runtime needs 8 s for 50,000; the largest public models have under 100,000. */
	nodes: {
		most: 25e4,
		what: "nodes"
	},
	/** Attributes of all nodes: 8 a node, four times what convolution has. */
	attributes: {
		most: 2e6,
		what: "attributes"
	},
	/** Tensors anywhere: initializers, attributes, sparse parts. A transformer has about ten a layer. */
	tensors: {
		most: 5e5,
		what: "tensors"
	},
	/** onnx.checker's own limit. */
	functions: {
		most: 1e4,
		what: "functions"
	},
	/** Messages of any kind: about 300 bytes each once decoded. A node with its value infos takes about 12. */
	messages: {
		most: 3e6,
		what: "messages"
	},
	/** Node inputs, outputs and names, which are strings of their own: about 100 bytes each. */
	strings: {
		most: 3e6,
		what: "names"
	},
	/** Sizes of one tensor or type. No runtime goes past 64 dimensions. */
	rank: {
		most: 256,
		what: "dimensions of one tensor"
	},
	/** Bytes of one name. Exporters stay under 1,000; every name is repeated in messages and maps. */
	name: {
		most: 16384,
		what: "bytes in one name"
	},
	/** Bytes of all structure kept for decoding, weights and long attributes left out. */
	structure: {
		most: 256 * 2 ** 20,
		what: "bytes of structure"
	}
};
/** Values kept of one long attribute (tree ensembles have millions); the rest is counted. */
const LIST_KEPT = 4096;
/** Bytes kept of one bytes attribute, metadata value or packed list. A longer one stays in the file and is counted. */
const BLOB_KEPT = 65536;
// src/core/onnx/checks/wire.ts
/** A row over a scan that stopped for one reason; text damage explains the other reasons away. */
const stopped = ({ scan, damage }, kind) => damage === null && scan?.problem?.kind === kind ? scan.problem : null;
const PROTOBUF_MOST = 2 ** 31;
const once = (message) => [{
	message,
	at: null
}];
const WIRE_CHECKS = [
	{
		id: "file-kind",
		severity: "error",
		what: "The file is an ONNX model, and not a pointer, a page or another format.",
		why: "Everything else is a wrong file.",
		fix: "Name the ONNX file.",
		others: "onnx.checker: \"Unable to parse proto\"; ONNX Runtime: \"Protobuf parsing failed\".",
		run: ({ wrongKind }) => wrongKind ? once(`${wrongKind.message} ${wrongKind.fix ?? ""}`.trim()) : []
	},
	{
		id: "file-text-damage",
		severity: "error",
		what: "The file was never treated as text.",
		why: "Line endings or characters were rewritten, and weights with them.",
		fix: "Add `*.onnx binary` to .gitattributes, copy in binary mode, and fetch the file again from before the damage.",
		others: "Every other tool: a parsing error.",
		run: ({ damage }) => damage === null ? [] : once(damage === "crlf" ? "Line feeds in the file became carriage return and line feed." : "Bytes of the file became the Unicode replacement character.")
	},
	{
		id: "file-truncated",
		severity: "error",
		what: "The file is whole.",
		why: "It ends in the middle: an interrupted download or a full disk.",
		fix: "Fetch it again, and compare the size.",
		others: "Every other tool: a parsing error.",
		run: (report) => {
			const problem = stopped(report, "truncated");
			return problem?.kind === "truncated" ? once(`The file ends at byte ${report.size}; at least ${problem.needs} more were announced.`) : [];
		}
	},
	{
		id: "file-malformed",
		severity: "error",
		what: "The file is a protobuf message of the ONNX schema.",
		why: "It is damaged, or of another kind.",
		fix: "Fetch or export it again.",
		others: "onnx.checker: \"Unable to parse proto\"; ONNX Runtime: \"Protobuf parsing failed\".",
		run: (report) => {
			const problem = stopped(report, "malformed");
			if (problem?.kind === "malformed") return once(`The file is damaged at byte ${problem.at}: ${problem.why}.`);
			return report.undecodable === null ? [] : once(`The file cannot be decoded: ${report.undecodable}.`);
		}
	},
	{
		id: "file-limits",
		severity: "error",
		what: "The structure of the file is within the limits of src/core/onnx/wire/caps.ts.",
		why: "Beyond them decoding alone takes more memory than the machine may have.",
		fix: "Split the model; when it is a real one, ask for a higher limit.",
		others: "protobuf stops at 100 levels; nothing else is limited by other tools.",
		run: (report) => {
			const problem = stopped(report, "limit");
			return problem?.kind === "limit" ? once(`The file has more than ${CAPS[problem.cap].most} ${CAPS[problem.cap].what} (at byte ${problem.at}).`) : [];
		}
	},
	{
		id: "file-size",
		severity: "error",
		what: "The .onnx file is smaller than 2 GiB.",
		why: "protobuf reads no larger message, so that neither ONNX Runtime nor the onnx package can load it.",
		fix: "Save it with `save_as_external_data=True`, and ship the data file beside it.",
		others: "onnx.checker and ONNX Runtime fail to parse it.",
		run: ({ size, wrongKind }) => wrongKind === null && size >= PROTOBUF_MOST ? once(`The file has ${size} bytes.`) : []
	},
	{
		id: "file-concatenated",
		severity: "error",
		what: "The file holds one model.",
		why: "protobuf merges two models one after another into one graph, silently.",
		fix: "Write each model to a file of its own.",
		others: "No other tool notices.",
		run: ({ scan, damage }) => damage === null && scan && scan.graphs > 1 ? once(`The file holds ${scan.graphs} graphs one after another.`) : []
	},
	{
		id: "file-unknown-fields",
		severity: "warning",
		what: "The file has only fields that onnx.proto of IR version 13 knows.",
		why: "A newer format, or bytes hidden where no tool shows them.",
		fix: "Take a newer onnx-gate, or find out which tool wrote them.",
		others: "onnx.checker and ONNX Runtime skip them in silence.",
		run: ({ scan }) => {
			if (!scan || scan.problem || scan.unknown.size === 0) return [];
			const some = [...scan.unknown].slice(0, 5).map(([field, times]) => `${show(field)} ${times} times`);
			return once(`Unknown fields: ${some.join(", ")}.`);
		}
	}
];
// src/core/onnx/checks/table.ts
/** Checks over a decoded model, cheapest first; those that read weights come last. */
const MODEL_CHECKS = [
	...SPECIFICATION_CHECKS,
	...OPSET_CHECKS,
	...NAME_CHECKS,
	...ATTRIBUTE_CHECKS,
	...STRUCTURE_CHECKS,
	...SUBGRAPH_CHECKS,
	...TREE_CHECKS,
	...SUPPORT_VECTOR_CHECKS,
	...OPERATOR_VALUE_CHECKS,
	...EXTERNAL_CHECKS,
	...BEHAVIOUR_CHECKS,
	...MEMORY_CHECKS,
	...TENSOR_CHECKS,
	...SPARSE_CHECKS,
	...WEIGHT_CHECKS
];
/** Every static check there is, for documentation and for the names a policy may use. */
const STATIC_CHECKS = [...WIRE_CHECKS, ...MODEL_CHECKS];
export { subgraphsOf as C, functionKey as S, tensorsOf as _, CAPS as a, elementTypeName as b, inspectLocations as c, showSome as d, feeder as f, nodeLists as g, readIntegers as h, BLOB_KEPT as i, isSafe as l, createScanner as m, STATIC_CHECKS as n, LIST_KEPT as o, rangesOf as p, WIRE_CHECKS as r, externalLocations as s, MODEL_CHECKS as t, safeFiles as u, locationFault as v, attributeOf as x, ELEMENT_TYPES as y };
