import { i as fault, o as throwFaults } from "./errors.js";
import { a as runResolveRows } from "./models.js";
import { n as toHalf, t as fromHalf } from "./half.js";
import { i as shapeText, n as code, t as clip } from "./words.js";
import { a as missingColumn, n as planInputs, o as columnsOf$1, s as planOutput, t as checkMappingNames } from "./mapping.js";
import { t as ELEMENTS } from "./elements.js";
import { h as parsePercent } from "./image3.js";
// src/core/scoring/extract.ts
const ACTIVATIONS = {
	none: (values, start, _width, column) => values[start + column],
	sigmoid: (values, start, _width, column) => 1 / (1 + Math.exp(-values[start + column])),
	softmax(values, start, width, column) {
		let largest = Number.NEGATIVE_INFINITY;
		for (let i = 0; i < width; i++) largest = Math.max(largest, values[start + i]);
		let sum = 0;
		for (let i = 0; i < width; i++) sum += Math.exp(values[start + i] - largest);
		return Math.exp(values[start + column] - largest) / sum;
	}
};
/**
* The scores of the first `count` rows of an output [rows], [rows, 1] or [rows, classes]: one a row, or one a class,
* row-major. `rows` is how many were fed: more than `count` when the batch was padded. Throws `model-signature` when the
* output is not one line a row.
*/
function extractScores(plan, tensor, rows, count) {
	const { type, data, shape } = tensor;
	const width = data.length / rows;
	if (shape[0] !== rows || !Number.isInteger(width) || width === 0) throw fault("model-signature", `Output ${code(plan.name)} came back as ${shapeText(shape)} for ${rows} rows.`, { fix: "Name an output that has one line a row." });
	const columns = columnsOf$1(plan, width);
	const values = type === "float16" ? Float64Array.from(data, fromHalf) : data;
	const activate = ACTIVATIONS[plan.activation];
	const classes = columns.length;
	const scores = new Float64Array(count * classes);
	if (plan.activation === "none" && classes === 1) {
		for (let i = 0, at = columns[0]; i < count; i++, at += width) scores[i] = values[at];
		return {
			scores,
			classes
		};
	}
	for (let i = 0; i < count; i++) for (let k = 0; k < classes; k++) scores[i * classes + k] = activate(values, i * width, width, columns[k]);
	return {
		scores,
		classes
	};
}
// src/core/scoring/pack-columns.ts
/** Fills up a batch of `count` rows to `rows`, which the model insists on. */
function repeatLast(data, count, rows, width) {
	const last = (count - 1) * width;
	for (let row = count; row < rows; row++) if (Array.isArray(data)) for (let i = 0; i < width; i++) data[row * width + i] = data[last + i];
	else data.copyWithin(row * width, last, last + width);
}
/** Puts the values of one column in place, each converted to the type. */
function packColumn(type, out, column, lane) {
	const { family, range } = ELEMENTS[type];
	if (family === "string") return packText(out, column, lane);
	if (type === "float16") return packHalf(out, column, lane);
	if (family === "float") return packFloat(out, column, lane);
	if (type === "int64" || type === "uint64") return packLong(out, column, lane, type === "uint64");
	return packInteger(out, column, lane, range);
}
function packFloat(out, { data, valid }, lane) {
	const values = data;
	const { from, step, count, width, offset, missing } = lane;
	const fill = typeof missing === "number" ? missing : NaN;
	for (let i = 0; i < count; i++) {
		const at = from + i * step;
		let value = values[at];
		if (valid !== null && valid[at] === 0 || Number.isNaN(value)) {
			if (missing === "fail") return {
				index: i,
				value: null
			};
			value = fill;
		}
		out[i * width + offset] = value;
	}
	return null;
}
/** Values that a tensor of that type holds as they are, from the column's own array; null when any needs a look. */
function asTheyAre(type, { data, valid }, from, count) {
	if (valid !== null || Array.isArray(data)) return null;
	const { as } = ELEMENTS[type];
	if (type !== as) return null;
	const part = data.subarray(from, from + count);
	return part instanceof BigInt64Array || allFinite(part) ? part : null;
}
/** In four sums, each of which the processor can add to without waiting for the others. */
function allFinite(values) {
	let [a, b, c, d] = [
		0,
		0,
		0,
		0
	];
	const even = values.length - values.length % 4;
	for (let i = 0; i < even; i += 4) {
		a += values[i] * 0;
		b += values[i + 1] * 0;
		c += values[i + 2] * 0;
		d += values[i + 3] * 0;
	}
	for (let i = even; i < values.length; i++) a += values[i] * 0;
	return a + b + c + d === 0;
}
function packHalf(out, column, lane) {
	const values = new Float64Array(lane.count);
	const stop = packFloat(values, column, {
		...lane,
		width: 1,
		offset: 0
	});
	for (let i = 0; i < lane.count; i++) out[i * lane.width + lane.offset] = toHalf(values[i]);
	return stop;
}
/** The two 32-bit halves of each 64-bit integer, low half first: every platform that we run on is little-endian. */
function halves(values) {
	return new Int32Array(values.buffer, values.byteOffset, values.length * 2);
}
function packInteger(out, { data, valid }, { from, step, count, width, offset, missing }, [low, high]) {
	const words = halves(data);
	for (let i = 0; i < count; i++) {
		const at = from + i * step;
		if (valid !== null && valid[at] === 0) {
			if (missing === "fail") return {
				index: i,
				value: null
			};
			out[i * width + offset] = missing;
			continue;
		}
		const value = words[2 * at + 1] * 2 ** 32 + (words[2 * at] >>> 0);
		if (value < low || value > high) return {
			index: i,
			value: String(data[at])
		};
		out[i * width + offset] = value;
	}
	return null;
}
function packLong(out, { data, valid }, { from, step, count, width, offset, missing }, unsigned) {
	const words = halves(data);
	const target = halves(out);
	const fill = halves(BigInt64Array.of(typeof missing === "number" ? BigInt(missing) : 0n));
	for (let i = 0; i < count; i++) {
		const at = from + i * step;
		const present = valid === null || valid[at] === 1;
		if (!present && missing === "fail") return {
			index: i,
			value: null
		};
		const source = present ? words : fill;
		const word = present ? 2 * at : 0;
		if (unsigned && source[word + 1] < 0) return {
			index: i,
			value: String(data[at])
		};
		const to = 2 * (i * width + offset);
		target[to] = source[word];
		target[to + 1] = source[word + 1];
	}
	return null;
}
function packText(out, { data, valid }, { from, step, count, width, offset }) {
	for (let i = 0; i < count; i++) {
		const at = from + i * step;
		if (valid !== null && valid[at] === 0) return {
			index: i,
			value: null
		};
		out[i * width + offset] = data[at];
	}
	return null;
}
function stopFault(input, { from }, { value }, row) {
	const what = "sql" in from ? `The expression ${code(from.sql)}` : `Column ${code(from.column)}`;
	const { family, range } = ELEMENTS[input.type];
	if (value !== null) {
		const bounds = range && range[1] < 2 ** 53 ? ` (${range[0]} to ${range[1]})` : "";
		return {
			code: "column-type",
			message: `${what} holds ${value} in row ${row}, which input ${code(input.name)} of type ${input.type}${bounds} cannot take.`,
			fix: "Correct the value, or map another column."
		};
	}
	const choices = {
		float: "`missing: 0` or `missing: nan`",
		integer: "`missing: 0`",
		string: null
	}[family];
	const fix = choices ? `Fill it in, or say under \`inputs\` what a missing value of ${code(input.name)} becomes: ${choices}.` : `Fill it in, or map an expression such as \`{ sql: "coalesce(…, 'unknown')" }\`.`;
	return {
		code: "value-missing",
		message: `${what} has no value in row ${row}, and input ${code(input.name)} needs one.`,
		fix
	};
}
// src/core/scoring/pack-lists.ts
const nameOf = ({ from }) => "sql" in from ? `The expression ${code(from.sql)}` : `Column ${code(from.column)}`;
/** [rows, length, …], each row filled up with `pad` or cut as `truncate` says. The first fault of the column. */
function packLists(input, column, { first, from, count }, rows, { allocate, spans, faults }) {
	const { name, type, flat, pad, truncate, missing } = input;
	const [request] = input.requests;
	const { lengths, valid } = column.lists;
	const [outer] = lengths;
	const refuse = (row, what, fix) => {
		const message = `${nameOf(request)} ${what} in row ${first + row + 1}, and input ${code(name)} needs `;
		faults.push({
			code: "column-type",
			message: `${message}${needs}.`,
			fix
		});
		return {
			type,
			data: ELEMENTS[type].allocate(0),
			shape: [0]
		};
	};
	const longest = () => outer.subarray(from, from + count).reduce((most, length) => Math.max(most, length), 1);
	const sizes = input.sizes.map((size, depth) => size ?? (depth === 0 ? longest() : lengths[depth][0] ?? 1));
	const product = (from) => sizes.slice(from).reduce((all, size) => all * size, 1);
	const length = flat ? product(0) : sizes[0];
	const inner = flat ? 1 : product(1);
	const needs = flat ? `${length}` : `${pad === null ? "" : "at most "}${length}`;
	const width = length * inner;
	for (let i = 0; i < count; i++) {
		const at = from + i;
		if (valid !== null && valid[at] === 0) return refuse(i, "has no list", "Fill it in, or map an expression such as `{ list: { sql: \"coalesce(…, [])\" } }` with `pad`.");
		const given = outer[at];
		if (given > length && truncate === null) return refuse(i, `holds a list of ${given}`, "Say which end to cut off: `truncate: start` or `truncate: end`.");
		if (given < length && pad === null) return refuse(i, `holds a list of ${given}`, "Say what fills up short lists, such as `pad: 0`.");
	}
	const ragged = raggedInside(lengths, sizes, flat, from, count);
	if (ragged !== null) return refuse(ragged.row, `holds a list of ${ragged.length} inside its list`, `Inside, all must have ${ragged.wanted}.`);
	const data = allocate(name, type, rows * width);
	if (pad !== null) fill(data, type, pad);
	const own = new Int32Array(rows);
	let start = 0;
	for (let row = 0; row < from; row++) start += outer[row] * inner;
	for (let i = 0; i < count; i++) {
		const given = outer[from + i];
		const taken = Math.min(given, length);
		const skipped = truncate === "start" ? given - taken : 0;
		const stop = packColumn(type, data, column, {
			from: start + skipped * inner,
			step: 1,
			count: taken * inner,
			width: 1,
			offset: i * width,
			missing
		});
		if (stop) {
			faults.push(stopFault(input, request, stop, first + i + 1));
			break;
		}
		own[i] = taken;
		start += given * inner;
	}
	own.fill(own[count - 1] ?? 0, count);
	repeatLast(data, count, rows, width);
	spans.set(name, {
		own,
		length
	});
	return {
		type,
		data,
		shape: [rows, ...sizes]
	};
}
/** The first row with an inner list of another length than the input takes. */
function raggedInside(lengths, sizes, flat, from, count) {
	if (flat) return null;
	for (let depth = 1; depth < lengths.length; depth++) {
		const wanted = sizes[depth];
		const odd = lengths[depth].findIndex((length) => length !== wanted);
		if (odd < 0) continue;
		const row = rowOf(lengths, depth, odd);
		if (row >= from && row < from + count) return {
			row: row - from,
			length: lengths[depth][odd],
			wanted
		};
	}
	return null;
}
/** The row that holds list `index` of a depth. */
function rowOf(lengths, depth, index) {
	let at = index;
	for (let level = depth - 1; level >= 0; level--) {
		let parent = 0;
		for (let end = lengths[level][0] ?? 0; end <= at; end += lengths[level][++parent]);
		at = parent;
	}
	return at;
}
/** [rows, length]: one where the row has an element of its own. */
function packMask({ name, type }, { own, length }, rows, allocate) {
	const data = allocate(name, type, rows * length);
	const [zero, one] = [0, 1].map((value) => stored(type, value));
	data.fill(zero);
	for (let row = 0; row < rows; row++) data.fill(one, row * length, row * length + own[row]);
	return {
		type,
		data,
		shape: [rows, length]
	};
}
/** The constant in every place. */
function packValue({ name, type, value, sizes }, rows, allocate) {
	const shape = sizes.map((size) => size ?? rows);
	const data = allocate(name, type, shape.reduce((all, size) => all * size, 1));
	fill(data, type, value);
	return {
		type,
		data,
		shape
	};
}
function fill(data, type, value) {
	data.fill(stored(type, value));
}
/** A constant as an element of the array. */
function stored(type, value) {
	if (typeof value === "string") return value;
	if (type === "int64" || type === "uint64") return BigInt(Number(value));
	return type === "float16" ? toHalf(Number(value)) : Number(value);
}
// src/core/scoring/reads.ts
/** What is read for a plan, in the order that `packInputs` takes. */
const readsOf = (plan) => plan.inputs.flatMap(readsOfInput);
/** Several columns of numbers are read side by side, as their tensor wants them. */
function readsOfInput({ kind, requests }) {
	const [first, ...rest] = requests;
	if (kind !== "columns" || rest.length === 0 || first.as === "string") return requests;
	return [{
		side: requests.map(({ from }) => from),
		as: first.as
	}];
}
// src/core/scoring/pack.ts
/** Column batches to row-major tensors. */
/**
* One tensor per input, of `count` rows, or of `plan.fixedBatch` rows with the last one repeated.
* `columns` as in `readsOf(plan)`, whose arrays the tensors may share. Throws `value-missing` (no value or NaN where `missing` is `fail`) and
* `column-type` (out of the integer type's range), with row and column, one for each column; `model-signature` when `count` exceeds a fixed batch.
* `arrays`: those of an earlier call, overwritten where their length is right, and gathered for the next one.
*/
function packInputs(plan, columns, range, arrays = /* @__PURE__ */ new Map()) {
	const { fixedBatch } = plan;
	if (fixedBatch !== null && range.count > fixedBatch) {
		const message = `The model takes exactly ${fixedBatch} rows a call, and ${range.count} were asked for.`;
		throw fault("model-signature", message, { fix: "Export it with a dynamic first dimension." });
	}
	const faults = [];
	const tensors = /* @__PURE__ */ new Map();
	const spans = /* @__PURE__ */ new Map();
	const rows = fixedBatch ?? range.count;
	const allocate = (name, type, length) => {
		const known = arrays.get(name);
		const data = known?.length === length ? known : ELEMENTS[type].allocate(length);
		arrays.set(name, data);
		return data;
	};
	let next = 0;
	for (const input of plan.inputs) {
		const own = columns.slice(next, next + readsOfInput(input).length);
		next += own.length;
		if (input.kind === "columns") tensors.set(input.name, packInput(input, own, range, rows, allocate, faults));
		else if (input.kind === "list") tensors.set(input.name, packLists(input, own[0], range, rows, {
			allocate,
			spans,
			faults
		}));
		else if (input.kind === "value") tensors.set(input.name, packValue(input, rows, allocate));
	}
	throwFaults(faults);
	for (const input of plan.inputs) if (input.kind === "mask") tensors.set(input.name, packMask(input, spans.get(input.of), rows, allocate));
	return tensors;
}
function packInput(input, columns, { first, from, count }, rows, allocate, faults) {
	const { name, type, rank, requests, missing } = input;
	const width = requests.length;
	const shape = rank === 1 ? [rows] : [rows, width];
	const [only, ...others] = columns;
	const ready = others.length === 0 && rows === count && asTheyAre(type, only, from * width, count * width);
	if (ready) return {
		type,
		data: ready,
		shape
	};
	const data = allocate(name, type, rows * width);
	for (const [offset, request] of requests.entries()) {
		const lane = {
			...others.length === 0 ? {
				from: from * width + offset,
				step: width
			} : {
				from,
				step: 1
			},
			count,
			width,
			offset,
			missing: missing[offset]
		};
		const stop = packColumn(type, data, columns[offset] ?? only, lane);
		if (stop) faults.push(stopFault(input, request, stop, first + from + stop.index + 1));
	}
	repeatLast(data, count, rows, width);
	return {
		type,
		data,
		shape
	};
}
// src/core/scoring/both-sides.ts
const MOST = 50;
/** What the model takes and what the holdout has, as details of the last fault of a mapping. */
function withBothSides(faults, { inputs }, columns) {
	const last = faults.at(-1);
	if (!last) return [];
	const details = [`The model takes ${listed(inputs.map(({ name, type, shape }) => `${clip(name)} ${type ?? "not a tensor"} ${shapeText(shape)}`))}.`, `The holdout has ${listed(columns.map(({ name, type }) => `${clip(name)} ${clip(type, 40)}`))}.`].join("\n");
	return [...faults.slice(0, -1), {
		...last,
		details
	}];
}
function listed(names) {
	const more = names.length > MOST ? ` and ${names.length - MOST} more` : "";
	return names.length === 0 ? "nothing" : names.slice(0, MOST).join(", ") + more;
}
// src/core/scoring/mappings.ts
/** Of the model at that place: the candidate's is 0, the baseline's 1. */
function inputsAt({ inputs, "baseline-inputs": own = {} }, place) {
	if (place === 0) return {
		inputs,
		key: "inputs"
	};
	return {
		inputs: inputs === "auto" ? own : {
			...inputs,
			...own
		},
		key: "baseline-inputs"
	};
}
function outputAt({ output, "baseline-output": own }, place) {
	return place === 0 ? output : own ?? output;
}
/** Names that are mapped and that no model, or not the baseline, has as an input. */
function checkNames({ inputs, "baseline-inputs": own }, signatures) {
	const [, baseline] = signatures;
	return [...checkMappingNames(inputs, signatures), ...own && baseline ? checkMappingNames(own, [baseline], "baseline-inputs") : []];
}
// src/core/scoring/roles.ts
/** Roles that name no column: `column-missing`. */
function checkRoles({ label, group, weight, item }, columns) {
	const names = new Set(columns.map(({ name }) => name));
	return Object.entries({
		label,
		group,
		weight,
		item
	}).flatMap(([role, name]) => {
		return name === void 0 || names.has(name) ? [] : [missingColumn(`The ${role} column ${code(name)} is not in the holdout.`, name, columns)];
	});
}
/** The first row without a value: `value-missing`. `first`: the batch's first row in the holdout, from 0. */
function checkRoleValues(role, column, { valid }, first) {
	const at = valid?.indexOf(0) ?? -1;
	if (at < 0) return [];
	return [{
		code: "value-missing",
		message: `The ${role} column ${code(column)} has no value in row ${first + at + 1}.`,
		fix: `Every row needs one: fill it in, or leave such rows out with \`query: SELECT … WHERE … IS NOT NULL\`.`
	}];
}
// src/core/scoring/pass.ts
/** Throws nothing: the faults of the roles, of the mapping and of all models come back together. */
function planPass(signatures, columns, mappings, roles, slices = [], perClass = false) {
	const plans = signatures.map((signature, place) => {
		const { inputs, key } = inputsAt(mappings, place);
		return {
			feeds: planInputs(signature, columns, inputs, roles, key),
			output: planOutput(signature, outputAt(mappings, place), perClass)
		};
	});
	const perModel = plans.map((plan, place) => [...withBothSides(faultsOf(plan.feeds), signatures[place], columns), ...faultsOf(plan.output)]);
	const faults = [
		...checkRoles(roles, columns),
		...checkNames(mappings, signatures),
		...addressFaults(perModel)
	];
	const planned = plans.flatMap(({ feeds, output }) => {
		return feeds.ok && output.ok ? [{
			feeds: feeds.plan,
			output: output.plan
		}] : [];
	});
	if (faults.length > 0) return {
		ok: false,
		faults
	};
	const { requests, placeOf } = collectRequests();
	const role = (name, as) => {
		return name === void 0 ? null : placeOf({
			from: { column: name },
			as
		});
	};
	return {
		ok: true,
		plan: {
			requests,
			label: role(roles.label, "float64"),
			weight: role(roles.weight, "float64"),
			group: role(roles.group, "string"),
			item: role(roles.item, "string"),
			slices: slices.filter(({ from }) => "sql" in from || columns.some(({ name }) => name === from.column)).map(({ from, stored }) => ({
				stored,
				place: placeOf({
					from,
					as: "string"
				})
			})),
			models: planned.map((model) => ({
				...model,
				places: readsOf(model.feeds).map(placeOf)
			})),
			notes: [...new Set(planned.flatMap(({ feeds }) => feeds.notes))]
		}
	};
}
/** What `packInputs` takes, out of a batch of the whole pass. */
function columnsOf({ places }, columns) {
	return places.map((place) => columns[place]);
}
/**
* Faults that both models share, once; the others say whose they are. `perModel`: the candidate's, then the
* baseline's if there is one.
*/
function addressFaults(perModel) {
	if (perModel.length === 1) return [...perModel[0]];
	const titles = ["candidate", "baseline"];
	const key = (fault) => `${fault.code}\n${fault.message}`;
	const keys = perModel.map((faults) => new Set(faults.map(key)));
	return perModel.flatMap((faults, model) => {
		return faults.flatMap((fault) => {
			if (keys.every((each) => each.has(key(fault)))) return model === 0 ? [fault] : [];
			return [{
				...fault,
				message: `The ${titles[model]}: ${fault.message}`
			}];
		});
	});
}
const faultsOf = (planned) => planned.ok ? [] : planned.faults;
function collectRequests() {
	const requests = [];
	const places = /* @__PURE__ */ new Map();
	const placeOf = (request) => {
		const key = JSON.stringify([request.as, "side" in request ? request.side : request.from]);
		const known = places.get(key);
		if (known !== void 0) return known;
		places.set(key, requests.push(request) - 1);
		return requests.length - 1;
	};
	return {
		requests,
		placeOf
	};
}
// src/commands/row-source.ts
/** Where a holdout's rows are, and which of them count. */
function rowSourceOf(holdout) {
	const { query, source = [], where, sample, seed, limit, "install-extensions": install } = holdout;
	const size = typeof sample === "string" ? parsePercent(sample) : sample;
	const selection = {
		...install && { install },
		...where !== void 0 && { where },
		...size !== void 0 && sample !== "100%" && { sample: {
			size,
			seed
		} },
		...limit !== void 0 && { limit }
	};
	if (query !== void 0) return {
		query,
		...selection
	};
	return {
		files: typeof source === "string" ? [source] : source,
		...selection
	};
}
// src/commands/resolve-holdout.ts
/** The policy with paths in place of what was fetched. `holdout` is null when nothing was. Throws as `runResolve` does. */
async function runResolveHoldout(policy, ports) {
	const { holdout } = policy;
	if (holdout === void 0) return {
		policy,
		holdout: null
	};
	const files = await resolve(holdout.source, ports);
	const baseline = await resolve(holdout.baseline, ports);
	const fetched = files.filter(({ reference, path }) => reference !== path);
	const paths = (found) => found.map(({ path }) => path);
	return {
		policy: {
			...policy,
			holdout: {
				...holdout,
				...files.length > 0 && { source: paths(files) },
				...baseline.length > 0 && { baseline: paths(baseline) }
			}
		},
		holdout: fetched.length === 0 ? null : {
			source: files.map(({ reference }) => reference).join(", "),
			fetched: fetched.map(({ path: _, ...origin }) => origin)
		}
	};
}
const resolve = (named = [], ports) => runResolveRows(typeof named === "string" ? [named] : named, ports);
export { planPass as a, inputsAt as c, extractScores as d, columnsOf as i, packInputs as l, rowSourceOf as n, checkRoleValues as o, addressFaults as r, checkNames as s, runResolveHoldout as t, readsOf as u };
