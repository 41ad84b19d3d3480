import { i as fault, n as FaultError, o as throwFaults } from "./errors.js";
import { t as VERSION } from "./version.js";
import { h as parsePercent } from "./image2.js";
import { a as runResolveRows, o as locationsOf, t as isEndpoint } from "./models.js";
import { l as shapeText, n as toHalf, o as clip, s as code, t as fromHalf } from "./half.js";
import { a as requestsOf, i as planInputs, n as planOutput, r as checkMappingNames, s as missingColumn, t as columnsOf$2 } from "./output.js";
import { t as ELEMENTS } from "./elements.js";
import { H as sliceName, V as columnsOf$3, d as probabilityMetrics, f as watchRange, o as metricIdsOf } from "./plan2.js";
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
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
// src/core/scoring/shards.ts
/** Parts of the rows that are scored apart, and give the very scores that one run gives. */
const MOST_SHARDS = 1e4;
/** `3/16`. */
function parseShard(text) {
	const [, index = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
	if (index >= 1 && index <= of && of <= MOST_SHARDS) return {
		ok: true,
		shard: {
			index,
			of
		}
	};
	return {
		ok: false,
		fault: {
			code: "usage-invalid",
			message: `\`--shard ${text.slice(0, 100)}\` is not a part of a whole.`,
			fix: `Write \`--shard 3/16\`, from 1/16 to 16/16; at most ${MOST_SHARDS} parts.`
		}
	};
}
/**
* The rows of a shard: whole batches of the undivided table, so that every row is in the batch that it would be in.
* Null: all rows. Throws `usage-invalid` when there are fewer batches than shards.
*/
function shardSpan(rows, batchRows, shard) {
	if (shard === null) return {
		first: 0,
		rows
	};
	const batches = Math.ceil(rows / batchRows);
	if (batches < shard.of) throw fault("usage-invalid", `${rows} rows are ${batches} batches of ${batchRows}, too few for ${shard.of} shards.`, { fix: `Use ${batches} shards at most.` });
	const edge = (index) => Math.min(Math.floor(batches * index / shard.of) * batchRows, rows);
	const first = edge(shard.index - 1);
	return {
		first,
		rows: edge(shard.index) - first
	};
}
/** Names sort in the order of the rows: `scores-00003-of-00016.parquet`. */
function shardFile({ index, of }) {
	const digits = (value) => String(value).padStart(5, "0");
	return `scores-${digits(index)}-of-${digits(of)}.parquet`;
}
/** Shards of one table that `paths` lack, one fault for each folder. Files with other names are none of them. */
function missingShards(paths) {
	const folders = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const [, folder, index, of] = /^(.*?)scores-(\d{5})-of-(\d{5})\.parquet$/.exec(path) ?? [];
		if (folder === void 0) continue;
		const key = JSON.stringify([folder, Number(of)]);
		folders.set(key, (folders.get(key) ?? /* @__PURE__ */ new Set()).add(Number(index)));
	}
	return [...folders].flatMap(([key, there]) => {
		const [folder, of] = JSON.parse(key);
		const missing = Array.from({ length: Math.min(of, MOST_SHARDS) }, (_, i) => i + 1).filter((index) => !there.has(index));
		if (missing.length === 0) return [];
		const [first, ...rest] = missing.map((index) => shardFile({
			index,
			of
		}));
		const more = rest.length === 0 ? "" : ` and ${rest.length} more`;
		return [{
			code: "file-missing",
			message: `Of ${of} shards ${there.size} are there${folder === "" ? "" : ` in ${folder.slice(0, 200)}`}: ${first}${more} ${rest.length === 0 ? "is" : "are"} missing.`,
			fix: `Run \`onnx-gate score --shard ${missing[0]}/${of}\`, or fetch what its job has written.`
		}];
	});
}
// src/commands/shard.ts
/** Null: there are no shards. Throws `usage-invalid`. */
function readShard(text) {
	if (text === void 0) return null;
	const parsed = parseShard(text);
	if (!parsed.ok) throwFaults([parsed.fault]);
	if (!parsed.ok) throw new Error("unreachable: a refused shard has a fault");
	return {
		...parsed.shard,
		file: shardFile(parsed.shard)
	};
}
/** Throws `file-missing` where scores come from shards of a table and some are not there. */
function checkShards(files) {
	throwFaults(missingShards(files));
}
// src/core/scoring/cache-key.ts
/** SHA-256 over the parts as JSON with sorted keys, in hexadecimal: equal when all parts are. */
async function scoreKey(origin) {
	const bytes = new TextEncoder().encode(JSON.stringify(sorted(origin)));
	const digest = await crypto.subtle.digest("SHA-256", bytes);
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
function sorted(value) {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).filter(([, part]) => part !== void 0);
	return Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1).map(([key, part]) => [key, sorted(part)]));
}
// src/commands/cached-baseline.ts
/** A baseline is the same for many candidates: its scores are kept, and taken instead of running it again. */
/** Null for the rows of a query, whose content nobody has a digest of. */
async function runBaselineCache(inputs, ports) {
	const { baseline, source, mapping, machine, scores } = inputs;
	if ("query" in source) return null;
	const { files: _, ...selection } = source;
	const folder = baseline.path.slice(0, baseline.path.search(/[^\\/]*$/));
	const external = [];
	for (const location of await locationsOf(baseline.path, ports.modelFiles)) external.push({
		location,
		digest: (await ports.files.identify(`${folder}${location}`)).digest
	});
	const { digest } = await ports.tables.identify(source);
	return {
		scores,
		origin: {
			tool: inputs.toolVersion,
			machine: {
				platform: machine.platform,
				cpu: machine.cpu
			},
			model: {
				digest: baseline.subject.digest,
				external
			},
			holdout: {
				digest,
				selection
			},
			mapping
		}
	};
}
/** The key of this pass, and the scores that are kept under it. What cannot be read, or has other rows, counts as not there. */
async function runRecallBaseline({ scores, origin }, { batchRows, perClass, rows }, { runner, tables, progress }) {
	const key = await scoreKey({
		...origin,
		engine: await runner.engine(),
		batchRows,
		perClass
	});
	const path = await scores.get(key);
	if (path === null) return {
		key,
		known: null
	};
	try {
		const table = await tables.readScores({ files: [path] }, columnsOf$1("candidate", perClass));
		if (table.label.length !== rows) return {
			key,
			known: null
		};
		progress.report(`The baseline's scores are those of an earlier run (${key.slice(0, 12)}).`);
		return {
			key,
			known: {
				scores: table.candidate,
				classes: table.classes ?? 1
			}
		};
	} catch (error) {
		if (error instanceof FaultError) return {
			key,
			known: null
		};
		throw error;
	}
}
/** Keeps the baseline's scores of a table that was just written. */
async function runRememberBaseline({ scores }, key, { out, perClass }, { tables }) {
	const table = await tables.readScores({ files: [out] }, columnsOf$1("baseline", perClass));
	const batch = {
		label: table.label,
		...perClass && { classes: table.classes ?? 1 },
		candidate: table.candidate,
		baseline: null,
		weight: null,
		group: null
	};
	const path = `${out}.baseline`;
	await tables.writeScores(path, (async function* () {
		yield batch;
	})());
	await scores.put(key, path);
}
/** Puts the known scores beside the candidate's. `first` is the position of the first row in the table. */
async function* withBaseline(batches, { scores, classes }, first = 0) {
	let from = first * classes;
	for await (const batch of batches) {
		const to = from + batch.label.length * classes;
		yield {
			...batch,
			baseline: scores.subarray(from, to)
		};
		from = to;
	}
}
const columnsOf$1 = (candidate, perClass) => ({
	label: "label",
	candidate,
	baseline: null,
	weight: null,
	group: null,
	perClass
});
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
// src/core/scoring/batch-size.ts
/**
* Of batches of 256 to 16,384 rows, within 8 % of the best for small models, and 30 % ahead of 4,096 for a wide one:
* what lies between two layers stays in the cache of one core, also when its neighbour is busy.
*/
const USUAL = 1024;
/** Rows that are read at once and handed to a model's process in one message: its batches, and what a message costs. */
const HANDED = 4096;
const FEWEST = 16;
/** Of one batch, packed. Two or more of them are in memory for each model. */
const MOST_BYTES = 16 * 2 ** 20;
/**
* Rows a call: 1,024, halved until the widest model's tensors take 16 MiB at most. It depends on nothing else, since
* scores of quantized models depend on it.
*/
function batchSize(plans) {
	const widest = Math.max(...plans.map(({ inputs }) => inputs.reduce((sum, input) => sum + rowBytes(input), 0)));
	let rows = USUAL;
	while (rows > FEWEST && rows * widest > MOST_BYTES) rows /= 2;
	return rows;
}
/** Whole batches that are handed over together; one where it is large. */
const handedRows = (batchRows) => Math.max(1, Math.floor(HANDED / batchRows)) * batchRows;
function rowBytes(input) {
	const array = ELEMENTS[input.type].allocate(1);
	return (Array.isArray(array) ? 16 : array.BYTES_PER_ELEMENT) * elementsOf(input);
}
/** Lists without a size of their own are taken to have 64. */
function elementsOf(input) {
	if (input.kind === "columns") return input.requests.length;
	if (input.kind === "mask") return 64;
	return input.sizes.reduce((all, size) => all * (size ?? (input.kind === "list" ? 64 : 1)), 1);
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
	const perModel = plans.map((plan, place) => [...withBothSides(faultsOf$1(plan.feeds), signatures[place], columns), ...faultsOf$1(plan.output)]);
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
const faultsOf$1 = (planned) => planned.ok ? [] : planned.faults;
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
// src/core/scoring/slice-columns.ts
/** Each once, in the order of the policy. */
function sliceColumns(slices) {
	const columns = slices.flatMap((slice) => slice.where === void 0 ? columnsOf$3(slice).map((column) => ({
		from: { column },
		stored: `slice.${column}`
	})) : [{
		from: { sql: slice.where },
		stored: `where.${sliceName(slice)}`
	}]);
	return [...new Map(columns.map((column) => [column.stored, column])).values()];
}
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
	const columns = columnsOf$2(plan, width);
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
// src/commands/score-batches.ts
/** The loop of `score`: rows in, packed and sent to the models while earlier batches run, scores out in order. */
/** What a session has or waits for: one is run, the next are there already. */
const AHEAD = 4;
/**
* Scores rows with every model, each time by the sessions that have least to do. Yields in the order of the rows.
* Throws the faults of the first rows that have any, of all models.
*/
async function* scoreBatches(batches, scoring) {
	const { pass, sessions, perClass, watches } = scoring;
	const waiting = sessions[0].map(() => 0);
	const arrays = pass.models.map(() => /* @__PURE__ */ new Map());
	const pending = [];
	let classes = null;
	const next = async () => {
		const { first, ...scored } = await pending.shift();
		classes ??= scored.classes;
		checkClasses(classes, scored.classes, "batch before");
		checkRanges(watches, scored, first);
		const { classes: _, ...single } = scored;
		return perClass ? scored : single;
	};
	for await (const batch of batches) {
		const worker = waiting.indexOf(Math.min(...waiting));
		waiting[worker]++;
		const scored = scoreBatch(batch, scoring, worker, arrays).finally(() => waiting[worker]--);
		scored.catch(() => {});
		pending.push(scored);
		if (pending.length >= waiting.length * AHEAD) yield await next();
	}
	while (pending.length > 0) yield await next();
}
async function scoreBatch(batch, { pass, batchRows, sessions, roles }, worker, arrays) {
	const values = readRoles(batch, pass, roles);
	const settled = await Promise.allSettled(sessions.map((team, i) => runBatch(team[worker], pass.models[i], batch, batchRows, arrays[i])));
	throwFaults(addressFaults(settled.map(faultsOf)));
	const [candidate, baseline] = settled.map((one) => one.value);
	if (baseline) checkClasses(baseline.classes, candidate.classes, "baseline");
	return {
		...values,
		first: batch.first,
		classes: candidate.classes,
		candidate: candidate.scores,
		baseline: baseline?.scores ?? null
	};
}
/** Throws the faults of both models. */
function checkRanges(watches, scored, first) {
	const faults = watches.flatMap((watch, i) => {
		try {
			watch.see(i === 0 ? scored.candidate : scored.baseline, scored.classes ?? 1, first);
			return [];
		} catch (error) {
			if (error instanceof FaultError) return error.faults;
			throw error;
		}
	});
	throwFaults(faults);
}
/** What is not a FaultError is a defect of ours, and is thrown as it is. */
function faultsOf(settled) {
	if (settled.status === "fulfilled") return [];
	if (settled.reason instanceof FaultError) return settled.reason.faults;
	throw settled.reason;
}
function readRoles(batch, pass, names) {
	const places = {
		label: pass.label,
		weight: pass.weight,
		group: pass.group,
		item: pass.item
	};
	const faults = [
		"label",
		"weight",
		"group",
		"item"
	].flatMap((role) => {
		const place = places[role];
		return place === null ? [] : checkRoleValues(role, names[role], batch.columns[place], batch.first);
	});
	throwFaults(faults);
	const values = (place) => place === null ? null : batch.columns[place].data.slice();
	return {
		label: values(pass.label),
		weight: values(pass.weight),
		group: values(pass.group),
		item: values(pass.item),
		slices: pass.slices.map(({ stored, place }) => ({
			name: stored,
			values: textOf(batch.columns[place])
		}))
	};
}
function textOf({ data, valid }) {
	return data.map((value, row) => valid?.[row] === 0 ? null : value);
}
async function runBatch(session, model, batch, batchRows, arrays) {
	const columns = columnsOf(model, batch.columns);
	const { feeds, output } = model;
	const calls = callsOf(batch.rows, batchRows, feeds.fixedBatch).map((call) => {
		const tensors = packInputs(feeds, columns, {
			first: batch.first,
			...call
		}, arrays);
		return {
			...call,
			results: session.run(tensors, [output.name])
		};
	});
	const results = await Promise.all(calls.map((call) => call.results));
	const parts = calls.map(({ count }, i) => extractScores(output, results[i].get(output.name), feeds.fixedBatch ?? count, count));
	const { classes } = parts[0];
	if (parts.length === 1) return parts[0];
	const scores = new Float64Array(batch.rows * classes);
	for (const [i, part] of parts.entries()) {
		checkClasses(classes, part.classes, "batch before");
		scores.set(part.scores, calls[i].from * classes);
	}
	return {
		scores,
		classes
	};
}
/** Batch by batch, and each in as many calls as a fixed size needs, the last one to be filled up. */
function callsOf(rows, batchRows, fixed) {
	const calls = [];
	for (let start = 0; start < rows; start += batchRows) {
		const end = Math.min(start + batchRows, rows);
		const step = fixed ?? batchRows;
		for (let from = start; from < end; from += step) calls.push({
			from,
			count: Math.min(step, end - from)
		});
	}
	return calls;
}
function checkClasses(wanted, classes, other) {
	if (wanted === classes) return;
	throw fault("model-signature", `The model gives ${classes} classes a row, and the ${other} ${wanted}.`, { fix: "Both models must answer with the same classes in the same order." });
}
// src/commands/score-parts.ts
/** Writes scores as one table; a long one in parts, which a run that was killed leaves to the next. */
/** Rows of a part, at least: a second or so of scoring, and what may be lost. */
const PART_ROWS = 2 ** 20;
/** Progress is told this many times over the whole table. */
const REPORTS = 10;
/** `score` gives the batches of a span. */
async function runWriteScores({ out, span, batchRows, score, parts }, { tables, progress, clock }) {
	const handed = handedRows(batchRows);
	const step = Math.ceil(PART_ROWS / handed) * handed;
	if (!parts || span.rows <= step) {
		await tables.writeScores(out, told(score(span), span.rows, batchRows, progress, clock), span.first);
		return;
	}
	const kept = await tables.openParts(parts.folder, parts.key);
	const count = Math.ceil(span.rows / step);
	let done = 0;
	while (done < count && kept.finished.has(done)) done++;
	if (done > 0) progress.report(`Going on after ${done * step} rows that an earlier run has scored.`);
	if (done < count) {
		const rest = {
			first: span.first + done * step,
			rows: span.rows - done * step
		};
		await writeParts(told(score(rest), rest.rows, batchRows, progress, clock), {
			from: done,
			count,
			step,
			first: rest.first
		}, kept);
	}
	await kept.join(out, count);
}
/** A part is written while the next one is scored. */
async function writeParts(batches, { from, count, step, first }, kept) {
	const iterator = batches[Symbol.asyncIterator]();
	let writing = Promise.resolve();
	try {
		for (let index = from; index < count; index++) {
			const part = take(iterator, step);
			const write = kept.write(index, part.batches, first + (index - from) * step);
			write.catch(() => {});
			await Promise.race([part.drained, write]);
			await writing;
			writing = write;
		}
		await writing;
	} finally {
		await writing.catch(() => {});
		await iterator.return?.();
	}
}
/** The next `rows` rows, which end with a batch; `drained` when they have all been taken. */
function take(iterator, rows) {
	let drain = () => {};
	const drained = new Promise((resolve) => {
		drain = resolve;
	});
	async function* batches() {
		for (let taken = 0; taken < rows;) {
			const { done, value } = await iterator.next();
			if (done) break;
			taken += value.label.length;
			yield value;
		}
		drain();
	}
	return {
		batches: batches(),
		drained
	};
}
/** Tells how far it is, how fast, and for how long still; not more than once a second. */
async function* told(batches, rows, batchRows, progress, clock) {
	const every = rows / REPORTS;
	const began = clock.now().getTime();
	let done = 0;
	let next = every;
	let toldAt = 0;
	for await (const batch of batches) {
		yield batch;
		done += batch.label.length;
		if (done < next && done !== rows) continue;
		next += every;
		const seconds = (clock.now().getTime() - began) / 1e3;
		if (done !== rows && seconds < toldAt + 1) continue;
		toldAt = seconds;
		progress.report(`Scored ${done} of ${rows} rows${pace(done, rows, seconds, batchRows)}.`, done / rows);
	}
}
/** At the end the size of the batches, on the way the time that is left. */
function pace(done, rows, seconds, batchRows) {
	const rate = Math.round(done / Math.max(seconds, .001));
	if (done === rows) return ` in ${seconds.toFixed(1)} s, in batches of ${batchRows}`;
	return `, ${rate} a second, ${Math.ceil((rows - done) / rate)} s left`;
}
// src/commands/score.ts
/** Batches that are worth the start of a process. */
const BATCHES_PER_WORKER = 256;
/**
* Scores rows of the holdout with both models, in one pass, and writes the scores table.
* Throws all faults that are known at once, of the table and of both models; nothing stays open or half written.
*/
async function runScore(inputs, ports) {
	const { holdout, limits, out } = inputs;
	const { runner, tables, progress } = ports;
	const paths = [inputs.candidate, ...inputs.baseline === null ? [] : [inputs.baseline]];
	const { table, sessions } = await openAll(tables.open(holdout.source), paths.map((path) => runner.open(path, limits)));
	const open = [table, ...sessions];
	try {
		const planned = planPass(sessions.map(({ signature }) => signature), table.columns, inputs, holdout, sliceColumns(inputs.slices ?? []), inputs.perClass);
		if (!planned.ok) throw faultError(planned.faults);
		const { plan } = planned;
		for (const note of plan.notes) progress.report(note);
		const batchRows = inputs.batchRows ?? batchSize(plan.models.map(({ feeds }) => feeds));
		const span = shardSpan(table.rows, batchRows, inputs.shard ?? null);
		const perClass = inputs.perClass ?? false;
		const recalled = inputs.baseline !== null && inputs.cache ? await runRecallBaseline(inputs.cache, {
			batchRows,
			perClass,
			rows: table.rows
		}, ports) : null;
		const known = recalled?.known ?? null;
		const running = known ? 1 : sessions.length;
		const workers = Math.ceil(span.rows / batchRows / BATCHES_PER_WORKER);
		const more = Math.min(inputs.workers ?? 1, workers) - 1;
		const teams = sessions.slice(0, running).map((session) => [session]);
		for (const [i, path] of paths.slice(0, running).entries()) for (let worker = 0; worker < more; worker++) {
			const session = await runner.open(path, limits);
			open.push(session);
			teams[i].push(session);
		}
		const scale = inputs.scale ?? {
			probabilities: false,
			neededBy: []
		};
		const watches = plan.models.slice(0, running).map(({ output }, i) => watchRange(i === 0 ? "The candidate" : "The baseline", output, scale));
		const score = (part) => {
			const scored = scoreBatches(table.read(plan.requests, handedRows(batchRows), part), {
				pass: {
					...plan,
					models: plan.models.slice(0, running)
				},
				batchRows,
				sessions: teams,
				roles: holdout,
				perClass,
				watches
			});
			return known ? withBaseline(scored, known, part.first) : scored;
		};
		await runWriteScores({
			out,
			span,
			batchRows,
			score,
			parts: inputs.parts
		}, ports);
		for (const note of watches.flatMap((watch) => watch.notes())) progress.report(note);
		if (recalled && !known && span.rows === table.rows) await runRememberBaseline(inputs.cache, recalled.key, {
			out,
			perClass
		}, ports);
		return {
			rows: span.rows,
			path: out,
			batchRows,
			features: featuresOf(plan)
		};
	} finally {
		for (const each of open) await each[Symbol.asyncDispose]();
	}
}
function featuresOf({ models }) {
	const requests = models.flatMap(({ feeds }) => requestsOf(feeds));
	return [...new Set(requests.flatMap(({ from }) => "column" in from ? [from.column] : []))];
}
/** Waits for all. When one fails the others are closed, and the faults of all are thrown. */
async function openAll(table, sessions) {
	const settled = await Promise.allSettled([table, ...sessions]);
	if (settled.every(({ status }) => status === "fulfilled")) return {
		table: await table,
		sessions: await Promise.all(sessions)
	};
	for (const one of settled) if (one.status === "fulfilled") await one.value[Symbol.asyncDispose]();
	const [ofTable = [], ...ofModels] = settled.map(faultsOf);
	throw faultError([...ofTable, ...addressFaults(ofModels)]);
}
function faultError([first, ...rest]) {
	return new FaultError([first, ...rest]);
}
// src/commands/score-scale.ts
/** What a policy takes the scores for. */
function scaleOf(policy) {
	const { task } = policy;
	return {
		probabilities: task === "binary" || task === "multiclass",
		neededBy: probabilityMetrics(metricIdsOf(policy), task)
	};
}
// src/entry/score-model.ts
/** From a model of the policy to its scores table. */
/** The whole table of a model, in its folder. */
const scoresFile = (folder) => `${folder}/scores.parquet`;
/** Scores both models, in a table of its own or a shard of one. */
async function scoreModel({ model, policy, plan, pair, holdout, shard, folder }, context) {
	context.host.report(`${model}: scoring the holdout`);
	const source = rowSourceOf(holdout);
	const { slices, task, scoring } = policy;
	const [candidate, baseline] = [pair.candidate, pair.baseline];
	const mappings = mappingsOf(policy);
	const { label, group, weight, item } = holdout;
	const fixed = {
		...mappings,
		slices,
		perClass: task === "multiclass",
		batchRows: scoring.batch,
		shard
	};
	const out = shard ? `${folder}/${shard.file}` : scoresFile(folder);
	const processors = Math.floor(availableParallelism() / (baseline ? 2 : 1));
	const key = createHash("sha256").update(JSON.stringify([
		VERSION,
		await context.runner.engine(),
		...[candidate, baseline].map((model) => [model?.subject.digest, model?.subject.external]),
		(await context.tables.identify(source)).digest,
		{
			label,
			group,
			weight,
			item
		},
		fixed
	]));
	const fixedModels = ![candidate, baseline].some((model) => model && isEndpoint(model.path));
	const cache = baseline && fixedModels && await runBaselineCache({
		baseline,
		source,
		mapping: mappings,
		toolVersion: "0.1.0",
		machine: context.machine.describe(),
		scores: context.scoreCache
	}, context);
	return {
		...await runScore({
			...fixed,
			cache: cache || null,
			candidate: candidate.path,
			baseline: baseline?.path ?? null,
			holdout: {
				...holdout,
				source
			},
			workers: scoring.workers ?? Math.max(1, Math.min(processors, MOST_WORKERS)),
			limits: plan.limits,
			scale: scaleOf(policy),
			out,
			...fixedModels && { parts: {
				folder: `${out}.parts`,
				key: key.digest("hex").slice(0, 32)
			} }
		}, context),
		source
	};
}
/** Of a whole machine; each holds the model once more. */
const MOST_WORKERS = 8;
/** The keys that say how both models are fed and read. */
function mappingsOf(policy) {
	const { inputs, output, "baseline-inputs": baselineInputs, "baseline-output": baselineOutput } = policy;
	return {
		inputs,
		output,
		"baseline-inputs": baselineInputs,
		"baseline-output": baselineOutput
	};
}
export { extractScores as a, checkNames as c, checkShards as d, readShard as f, packInputs as i, inputsAt as l, scoreModel as n, sliceColumns as o, runResolveHoldout as p, scoresFile as r, readsOf as s, mappingsOf as t, rowSourceOf as u };
