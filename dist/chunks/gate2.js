import { C as sliceName, F as metricIdsOf, H as MOST_ENTRIES$1, L as parseTarget, M as studentQuantile, R as targetFindings, S as columnsOf$2, U as MOST_FINDINGS, V as runReadDocuments, _ as seededRandom, a as evaluateMetric, b as argsort, c as sortCountingInversions, d as queryWeights, f as groupedOrder, h as percentile, i as checkMetrics, l as tiedPairs, m as withPositiveWeights, o as parseMetricId, p as findOffender, s as pairs, t as runPlan, u as isGrouped, v as classWeights, x as judge, y as placements, z as minimumRuntime } from "./plan2.js";
import { a as nearest, i as fault, n as FaultError, o as throwFaults, t as FAULT_CODES } from "./errors.js";
import { a as ELEMENTS, c as checkFileKind, i as randomInputs, n as parseModel, o as elementOf, s as HEAD_BYTES, t as checkModel } from "./check-model.js";
import { a as yamlName, c as TensorProtoSchema, i as shapeText, n as code$3, p as fromBinary, r as list$3, t as clip, u as TensorProto_DataType, x as _usingCtx } from "./words.js";
import { _ as formatPercentDelta, a as widthOf, b as shortDigest, c as inertLines, d as decimalsFor, f as formatBytes, g as formatPercent, h as formatDuration, i as tableLines, l as safeName, m as formatDelta, n as columnWidth, o as wrap$1, p as formatCount, r as padEnd, s as annotationText, t as clip$1, u as safeText, v as formatScore, y as plural } from "./columns.js";
import { A as datetime, C as digest, H as literal, S as clipForeign, W as object, g as nodeLists, h as elementTypeName, m as ELEMENT_TYPES, n as FIXED_CHECKS, q as string, r as KEEPS_FROM_LOADING, v as attributeOf, x as BEHAVIOUR_CHECKS } from "./check-ids.js";
import { t as VERSION } from "./version.js";
import { t as detailLines } from "./detail-lines.js";
// src/commands/judge.ts
/** Judges what was measured by the plan's policy. `scope`: the kinds of document that this run answers for. */
function runJudge(inputs, ports) {
	const { plan } = inputs;
	const verdict = judge({
		documents: inputs.documents,
		faults: inputs.faults,
		scope: inputs.scope,
		policy: plan.policy,
		...plan.positions && { positions: plan.positions },
		models: [...plan.models.keys()],
		tool: {
			name: "onnx-gate",
			version: inputs.toolVersion
		},
		created: ports.clock.now().toISOString(),
		policySubject: plan.subject
	});
	return {
		...verdict,
		reasons: [...plan.notes, ...verdict.reasons]
	};
}
// src/commands/models.ts
/**
* Finds candidate and baseline and identifies them by content.
* Throws all faults of both: missing or empty files, pointers, files of another kind, unresolved references, and
* `same-model` when both are the same bytes and that was not asked for.
*/
async function runFindModels(wanted, ports) {
	const faults = [];
	const collect = async (work) => work.catch((error) => {
		if (!(error instanceof FaultError)) throw error;
		faults.push(...error.faults);
		return null;
	});
	const candidate = await collect(identify(wanted.candidate, wanted.candidate, ports.files));
	const found = wanted.baseline.length > 0 ? await collect(ports.references.resolve(wanted.baseline, wanted.candidate)) : null;
	const baseline = found && await collect(identify(found.reference, found.path, ports.files));
	if (candidate && baseline?.subject.digest === candidate.subject.digest && !wanted.sameModel) faults.push({
		code: "same-model",
		message: `Candidate ${wanted.candidate} and baseline ${baseline.subject.reference} are the same bytes (${candidate.subject.digest.slice(0, 19)}…).`,
		fix: "Run the gate only when the model changes (a `paths:` filter), or pass `--same-model` for an A/A run."
	});
	throwFaults(faults);
	return {
		candidate,
		baseline
	};
}
async function identify(reference, path, files) {
	const wrongKind = checkFileKind(reference, await files.head(path, HEAD_BYTES));
	throwFaults(wrongKind ? [wrongKind] : []);
	return {
		subject: {
			reference,
			...await files.identify(path)
		},
		path
	};
}
// src/core/stats/log-ratio-interval.ts
/**
* Geometric mean of ratios from independent repetitions (one per launch of a benchmark), with a t interval on the
* logarithm, n − 1 degrees of freedom. The interval is null for fewer than two ratios.
* `logRatioInterval([1, 1.1, 1.21], 0.95)` = ratio 1.1, interval [0.8681, 1.3938].
*
* `ratios`: positive and finite, not empty. RangeError otherwise.
*/
function logRatioInterval(ratios, confidence) {
	const n = ratios.length;
	if (n === 0 || !ratios.every((ratio) => ratio > 0 && ratio < Number.POSITIVE_INFINITY)) throw new RangeError(`ratios must be positive and at least one: ${ratios.slice(0, 10).join(", ")}`);
	const logs = ratios.map(Math.log);
	const mean = logs.reduce((sum, log) => sum + log, 0) / n;
	const ratio = Math.exp(mean);
	if (n === 1) return {
		ratio,
		interval: null
	};
	const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (n - 1);
	const reach = studentQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n);
	return {
		ratio,
		interval: {
			lower: Math.exp(mean - reach),
			upper: Math.exp(mean + reach),
			confidence,
			method: "t on log ratio over launches"
		}
	};
}
// src/core/stats/latency-arms.ts
const PERCENTILES = [
	["p50", .5],
	["p95", .95],
	["p99", .99]
];
/**
* Percentiles of all calls together, and the ratio candidate / baseline: per launch the ratio of the percentiles, over
* launches their geometric mean with a t interval. Calls within a launch are autocorrelated and share its placement in
* memory, so launches, not calls, are the repetitions (Kalibera & Jones 2013).
*
* `launches`: not empty, each with at least one call per model.
*/
function latencyArms(launches, confidence) {
	const sorted = launches.map(({ candidate, baseline, control }) => ({
		candidate: candidate.toSorted(),
		baseline: baseline?.toSorted() ?? null,
		control: control?.toSorted() ?? null
	}));
	const candidate = merged(sorted.map((launch) => launch.candidate));
	const baseline = merged(sorted.map((launch) => launch.baseline));
	return PERCENTILES.map(([metric, p]) => {
		const ratioOf = (over) => {
			const ratios = sorted.flatMap((launch) => {
				const above = launch[over];
				return above && launch.baseline ? [percentile(above, p) / percentile(launch.baseline, p)] : [];
			});
			return ratios.length > 0 ? logRatioInterval(ratios, confidence) : null;
		};
		const compared = baseline && ratioOf("candidate");
		return {
			metric,
			candidate: percentile(candidate, p),
			baseline: baseline && percentile(baseline, p),
			ratio: compared?.ratio ?? null,
			interval: compared?.interval ?? null,
			control: ratioOf("control"),
			samples: candidate.length,
			launches: launches.length
		};
	});
}
/** All calls in one ascending array; null when a launch has none. */
function merged(parts) {
	const all = new Float64Array(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0));
	let at = 0;
	for (const part of parts) {
		if (part === null) return null;
		all.set(part, at);
		at += part.length;
	}
	return all.sort();
}
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
// src/core/scoring/columns.ts
/** Types, as SQL names them, whose values are numbers. */
const NUMERIC = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN)$/;
function isNumeric({ type }) {
	return NUMERIC.test(type);
}
/** `message` says who wants the column. The fix has the nearest names, else what there is. */
function missingColumn(message, name, columns) {
	const names = columns.map((column) => column.name);
	const near = nearest(name, names).map(code$3);
	return {
		code: "column-missing",
		message,
		fix: near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `The columns are ${list$3(names)}.`
	};
}
// src/core/scoring/proposal.ts
const MOST_PROPOSED = 1e3;
/** The fault of an input of several columns without a mapping, with YAML to paste or to complete. */
function proposeColumns({ name, shape }, width, columns, roles, taken) {
	const reserved = /* @__PURE__ */ new Set([
		roles.label,
		roles.group,
		roles.weight
	]);
	const free = columns.filter((column) => isNumeric(column) && !taken.has(column.name) && !reserved.has(column.name)).map((column) => column.name);
	const wants = width === null ? "several columns" : `${width} columns`;
	const have = free.length === 0 ? "the holdout has no numeric column left" : `the holdout has ${free.length} numeric ones left: ${list$3(free)}`;
	const fits = free.length === width && width <= MOST_PROPOSED;
	const shown = fits ? free : [...free.slice(0, 3), "…"];
	const yaml = `inputs:\n  ${yamlName(name)}: [${shown.map((each) => each === "…" ? each : yamlName(each)).join(", ")}]`;
	const opening = fits ? "If these are the columns, in the order that the model was trained on, write" : `List ${wants} in the order that the model was trained on`;
	return {
		code: "model-signature",
		message: `Input ${code$3(name)} ${shapeText(shape)} takes ${wants}, and a name cannot say which; ${have}.`,
		fix: `${opening}:\n${yaml}`
	};
}
// src/core/scoring/mapping.ts
/**
* Maps every input. Inputs that a mapping leaves out are matched by name, as under `auto`: exactly, else by the only
* column that differs in case alone. Names in the mapping that this model lacks are `checkMappingNames`'s.
* Faults: `model-signature` (shape, type, number of columns), `column-missing`.
*/
function planInputs(signature, columns, inputs, roles = {}) {
	const faults = [];
	const notes = [];
	const plans = [];
	const open = [];
	const context = {
		columns,
		roles,
		faults,
		notes
	};
	for (const input of signature.inputs) {
		const element = checkShape(input, faults);
		if (!element) continue;
		const entry = mappingOf(inputs, input.name);
		const width = input.shape.length === 1 ? 1 : sizeOf$2(input.shape[1]);
		const found = entry ? fromMapping(input, entry, context) : fromName(input, width, context);
		if (!found) open.push({
			input,
			width
		});
		else plans.push(planOf(input, element, width, found, faults));
	}
	const taken = new Set(plans.flatMap((plan) => plan.requests).flatMap(({ from }) => columnOf(from)));
	for (const { input, width } of open) faults.push(proposeColumns(input, width, columns, roles, taken));
	const fixedBatch = commonBatch(signature, faults);
	if (faults.length > 0) return {
		ok: false,
		faults
	};
	return {
		ok: true,
		plan: {
			inputs: plans,
			fixedBatch,
			notes
		}
	};
}
/** Everything that a plan reads, in the order that `packInputs` takes. */
function requestsOf(plan) {
	return plan.inputs.flatMap(({ requests }) => requests);
}
/** Names in the mapping that no model has as an input. */
function checkMappingNames(inputs, signatures) {
	if (inputs === "auto") return [];
	const known = [...new Set(signatures.flatMap((each) => each.inputs.map(({ name }) => name)))];
	return Object.keys(inputs).filter((name) => !known.includes(name)).map((name) => {
		const [near] = nearest(name, known, 1);
		return {
			code: "model-signature",
			message: `\`inputs\` maps ${code$3(name)}, and the model has no such input.`,
			fix: near === void 0 ? `Its inputs are ${list$3(known)}.` : `Did you mean ${code$3(near)}?`
		};
	});
}
function mappingOf(inputs, name) {
	return inputs !== "auto" && Object.hasOwn(inputs, name) ? inputs[name] : void 0;
}
const sizeOf$2 = (size) => typeof size === "number" ? size : null;
const columnOf = (from) => "column" in from ? [from.column] : [];
/** The element, when columns can feed the input at all. */
function checkShape({ name, type, shape }, faults) {
	const element = type === null ? null : elementOf(type);
	const refuse = (message, fix) => {
		faults.push({
			code: "model-signature",
			message: `Input ${code$3(name)} ${message}.`,
			fix
		});
		return null;
	};
	if (type === null) return refuse("is a sequence or a map, not a tensor", "Export the model with tensors as inputs.");
	if (!element) return refuse(`takes ${clip(type)}, which columns cannot feed`, "Export it with a Cast from float32.");
	if (shape.length === 0) return refuse("has no batch dimension: it is a scalar, or its shape was left open", "Export the model with a dynamic first dimension, such as [batch, 17].");
	if (shape.length > 2) return refuse(`has ${shape.length} dimensions ${shapeText(shape)}; columns feed [batch] and [batch, columns]`, "Reshape inside the model, behind an input of two dimensions.");
	return element;
}
function fromMapping({ name }, entry, { columns, faults }) {
	const full = typeof entry === "object" && "columns" in entry ? entry : null;
	const given = full ? full.columns : entry;
	const known = new Set(columns.map((column) => column.name));
	return {
		columns: (Array.isArray(given) ? given : [given]).map((each) => {
			if (typeof each !== "string") return each;
			if (!known.has(each)) faults.push(missingColumn(`Input ${code$3(name)} takes the column ${code$3(each)}, which is not in the holdout.`, each, columns));
			return { column: each };
		}),
		missing: full?.missing ?? "fail"
	};
}
/** Null when a name cannot say enough: the input wants several columns. */
function fromName({ name }, width, context) {
	const { roles, notes, faults } = context;
	const columns = context.columns.filter((column) => column.name !== roles.label);
	const found = (column) => ({
		columns: [{ column }],
		missing: "fail"
	});
	if (width !== null && width !== 1) return null;
	if (columns.some((column) => column.name === name)) return found(name);
	const alike = columns.filter((column) => column.name.toLowerCase() === name.toLowerCase());
	if (alike.length === 1) {
		notes.push(`Input ${code$3(name)} is fed from the column ${code$3(alike[0].name)}.`);
		return found(alike[0].name);
	}
	if (width === null) return null;
	if (name === roles.label) {
		const fix = "Map it to a feature under `inputs`, or export the model without it.";
		const message = `Input ${code$3(name)} has the name of the label, which must not be fed to a model.`;
		faults.push({
			code: "column-missing",
			message,
			fix
		});
	} else faults.push(missingColumn(`Input ${code$3(name)} has no column of its name in the holdout.`, name, columns));
	return found(name);
}
function planOf({ name, type, shape }, element, width, { columns, missing }, faults) {
	if (width !== null && columns.length !== width) faults.push({
		code: "model-signature",
		message: `Input ${code$3(name)} ${shapeText(shape)} takes ${count(width)}, and \`inputs\` gives it ${columns.length}.`,
		fix: "List them in the order that the model was trained on."
	});
	const problem = checkMissing(element, missing);
	if (problem) {
		const message = `Input ${code$3(name)} (${type}) ${problem}, so \`missing: ${missing}\` cannot stand there.`;
		faults.push({
			code: "model-signature",
			message,
			fix: "Use a number of its type, or `missing: fail`."
		});
	}
	const requests = columns.map((from) => ({
		from,
		as: element.as
	}));
	return {
		name,
		type,
		rank: shape.length,
		requests,
		missing
	};
}
const count = (width) => width === 1 ? "one column" : `${width} columns`;
function checkMissing({ family, range }, missing) {
	if (missing === "fail" || family === "float") return null;
	if (family === "string") return "takes text";
	if (!Number.isSafeInteger(missing)) return "takes whole numbers";
	const value = missing;
	return range && value >= range[0] && value <= range[1] ? null : "takes a smaller range";
}
/** A model exported for one batch size takes that and nothing else. */
function commonBatch({ inputs }, faults) {
	const sizes = [...new Set(inputs.flatMap(({ shape }) => sizeOf$2(shape[0]) ?? []))];
	if (sizes.length > 1) faults.push({
		code: "model-signature",
		message: `The inputs are fixed to different batch sizes (${sizes.join(", ")}).`,
		fix: "Export the model with a dynamic first dimension."
	});
	return sizes[0] ?? null;
}
// src/core/scoring/half.ts
/** IEEE 754 binary16, as it travels in a Uint16Array: Node 20 and 22 have no Float16Array. */
/** Rounds to nearest, ties to even, straight from the double. 1 → 0x3c00, 65504 → 0x7bff, 65520 → infinity. */
function toHalf(value) {
	if (Number.isNaN(value)) return 32256;
	const sign = value < 0 || Object.is(value, -0) ? 32768 : 0;
	const size = Math.abs(value);
	if (size >= 65520) return sign | 31744;
	if (size < 2 ** -14) return sign | roundEven(size * 2 ** 24);
	let exponent = Math.floor(Math.log2(size));
	if (2 ** exponent > size) exponent--;
	const significand = roundEven(size * 2 ** (10 - exponent));
	return sign | (exponent + 14 << 10) + significand;
}
/** 0x3c00 → 1. */
function fromHalf(bits) {
	const sign = bits & 32768 ? -1 : 1;
	const exponent = bits >> 10 & 31;
	const fraction = bits & 1023;
	if (exponent === 0) return sign * fraction * 2 ** -24;
	if (exponent === 31) return fraction ? NaN : sign * Number.POSITIVE_INFINITY;
	return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
function roundEven(value) {
	const floor = Math.floor(value);
	const rest = value - floor;
	return rest > .5 || rest === .5 && floor % 2 === 1 ? floor + 1 : floor;
}
// src/core/scoring/pack.ts
/** Column batches to row-major tensors. The inner loops touch no BigInt and make no object. */
/**
* One tensor per input, of `count` rows, or of `plan.fixedBatch` rows with the last one repeated.
* `columns` as in `requestsOf(plan)`. Throws `value-missing` (no value or NaN where `missing` is `fail`) and
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
	let next = 0;
	for (const input of plan.inputs) {
		const own = columns.slice(next, next + input.requests.length);
		next += input.requests.length;
		tensors.set(input.name, packInput(input, own, range, fixedBatch ?? range.count, arrays, faults));
	}
	throwFaults(faults);
	return tensors;
}
function packInput(input, columns, { first, from, count }, rows, arrays, faults) {
	const { type, rank, missing } = input;
	const width = columns.length;
	const known = arrays.get(input.name);
	const data = known?.length === rows * width ? known : ELEMENTS[type].allocate(rows * width);
	arrays.set(input.name, data);
	for (const [offset, column] of columns.entries()) {
		const stop = packColumn(input, data, column, {
			from,
			count,
			width,
			offset,
			missing
		});
		if (stop) faults.push(stopFault(input, input.requests[offset], stop, first));
	}
	const last = (count - 1) * width;
	for (let row = count; row < rows; row++) if (Array.isArray(data)) for (let i = 0; i < width; i++) data[row * width + i] = data[last + i];
	else data.copyWithin(row * width, last, last + width);
	return {
		type,
		data,
		shape: rank === 1 ? [rows] : [rows, width]
	};
}
function packColumn({ type }, out, column, lane) {
	const { family, range } = ELEMENTS[type];
	if (family === "string") return packText(out, column, lane);
	if (type === "float16") return packHalf(out, column, lane);
	if (family === "float") return packFloat(out, column, lane);
	if (type === "int64" || type === "uint64") return packLong(out, column, lane, type === "uint64");
	return packInteger(out, column, lane, range);
}
function packFloat(out, { data, valid }, lane) {
	const values = data;
	const { from, count, width, offset, missing } = lane;
	if (valid === null) {
		if (!copyNumbers(out, values, lane)) return null;
	}
	const fill = typeof missing === "number" ? missing : NaN;
	for (let i = 0; i < count; i++) {
		let value = values[from + i];
		if (valid !== null && valid[from + i] === 0 || Number.isNaN(value)) {
			if (missing === "fail") return {
				index: from + i,
				value: null
			};
			value = fill;
		}
		out[i * width + offset] = value;
	}
	return null;
}
/** Whether there is a NaN among them; without one this is all that there is to do. */
function copyNumbers(out, values, { from, count, width, offset }) {
	let sum = 0;
	for (let i = from, to = offset; i < from + count; i++, to += width) {
		const value = values[i];
		sum += value - value;
		out[to] = value;
	}
	return sum !== 0;
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
function packInteger(out, { data, valid }, { from, count, width, offset, missing }, [low, high]) {
	const words = halves(data);
	for (let i = 0; i < count; i++) {
		const at = from + i;
		if (valid !== null && valid[at] === 0) {
			if (missing === "fail") return {
				index: at,
				value: null
			};
			out[i * width + offset] = missing;
			continue;
		}
		const value = words[2 * at + 1] * 2 ** 32 + (words[2 * at] >>> 0);
		if (value < low || value > high) return {
			index: at,
			value: String(data[at])
		};
		out[i * width + offset] = value;
	}
	return null;
}
function packLong(out, { data, valid }, { from, count, width, offset, missing }, unsigned) {
	const words = halves(data);
	const target = halves(out);
	const fill = halves(BigInt64Array.of(typeof missing === "number" ? BigInt(missing) : 0n));
	for (let i = 0; i < count; i++) {
		const at = from + i;
		const present = valid === null || valid[at] === 1;
		if (!present && missing === "fail") return {
			index: at,
			value: null
		};
		const source = present ? words : fill;
		const word = present ? 2 * at : 0;
		if (unsigned && source[word + 1] < 0) return {
			index: at,
			value: String(data[at])
		};
		const to = 2 * (i * width + offset);
		target[to] = source[word];
		target[to + 1] = source[word + 1];
	}
	return null;
}
function packText(out, { data, valid }, { from, count, width, offset }) {
	for (let i = 0; i < count; i++) {
		if (valid !== null && valid[from + i] === 0) return {
			index: from + i,
			value: null
		};
		out[i * width + offset] = data[from + i];
	}
	return null;
}
function stopFault(input, { from }, { index, value }, first) {
	const what = "sql" in from ? `The expression ${code$3(from.sql)}` : `Column ${code$3(from.column)}`;
	const row = first + index + 1;
	const { family, range } = ELEMENTS[input.type];
	if (value !== null) {
		const bounds = range && range[1] < 2 ** 53 ? ` (${range[0]} to ${range[1]})` : "";
		return {
			code: "column-type",
			message: `${what} holds ${value} in row ${row}, which input ${code$3(input.name)} of type ${input.type}${bounds} cannot take.`,
			fix: "Correct the value, or map another column."
		};
	}
	const choices = {
		float: "`missing: 0` or `missing: nan`",
		integer: "`missing: 0`",
		string: null
	}[family];
	const fix = choices ? `Fill it in, or say under \`inputs\` what a missing value of ${code$3(input.name)} becomes: ${choices}.` : `Fill it in, or map an expression such as \`{ sql: "coalesce(…, 'unknown')" }\`.`;
	return {
		code: "value-missing",
		message: `${what} has no value in row ${row}, and input ${code$3(input.name)} needs one.`,
		fix
	};
}
// src/commands/feeds.ts
/**
* Makes the tensors that each model is timed on: the first rows of the holdout, the same for all models, or made-up
* inputs when there is no holdout. Throws what planning and packing throw, and `holdout-empty` when the largest batch
* has more rows than the holdout.
*/
async function runMakeFeeds(inputs, ports) {
	try {
		var _usingCtx$5 = _usingCtx();
		const signatures = await Promise.all(inputs.models.map(async (path) => {
			try {
				var _usingCtx3 = _usingCtx();
				return _usingCtx3.a(await ports.runner.open(path, inputs.limits)).signature;
			} catch (_) {
				_usingCtx3.e = _;
			} finally {
				await _usingCtx3.d();
			}
		}));
		if (inputs.rows === null) return (batch) => signatures.map((each) => randomInputs(each, batch, seededRandom(1).uniform));
		const table = _usingCtx$5.a(await ports.tables.open(inputs.rows.source));
		const largest = Math.max(...inputs.batches);
		if (table.rows < largest) throw fault("holdout-empty", `The holdout has ${table.rows} rows; a batch of ${largest} needs as many.`, { fix: "Time smaller batches (`latency: { batch: [1] }`) or give more rows." });
		const heads = await readHeads(table, signatures, inputs.inputs, inputs.rows, inputs.batches);
		return (batch) => heads.map(({ plan, head }) => packInputs(plan, head.columns, {
			first: 0,
			from: 0,
			count: batch
		}));
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
async function readHeads(table, signatures, mapping, roles, batches) {
	const faults = checkMappingNames(mapping, signatures);
	const plans = signatures.flatMap((signature) => {
		const planned = planInputs(signature, table.columns, mapping, roles);
		if (planned.ok) return [planned.plan];
		faults.push(...planned.faults);
		return [];
	});
	for (const { fixedBatch } of plans) {
		const other = batches.find((batch) => fixedBatch !== null && batch !== fixedBatch);
		if (other === void 0) continue;
		faults.push({
			code: "model-signature",
			message: `A batch of ${other} cannot be timed: the model takes exactly ${fixedBatch} rows.`,
			fix: `Time that size (\`latency: { batch: [${fixedBatch}] }\`), or export the model with a dynamic first dimension.`
		});
	}
	throwFaults(faults);
	const heads = [];
	for (const plan of plans) heads.push({
		plan,
		head: await firstBatch(table, requestsOf(plan), Math.max(...batches))
	});
	return heads;
}
/** The first `rows` rows, or all where there are fewer. Throws `holdout-empty`. */
async function firstBatch(table, requests, rows) {
	for await (const batch of table.read(requests, rows)) return batch;
	throw fault("holdout-empty", "The holdout gave no rows.", { fix: "Check its source." });
}
// src/commands/benchmark.ts
/** Calls in a row before the turn changes (reference: 8, with the first of them not timed). */
const CALLS_PER_TURN = 8;
/** Of a launch's timed seconds, how many come before them untimed. */
const WARMUP_SHARE = .3;
/**
* Times candidate and baseline: per batch size several fresh processes with both models inside, interleaved in short
* turns of random order, and a second session of the baseline as control.
*/
async function runBenchmark(inputs, ports) {
	const { candidate, baseline, latency, limits } = inputs;
	const machine = ports.machine.describe();
	const models = [candidate.path, ...baseline ? [baseline.path] : []];
	const feedsOf = await runMakeFeeds({
		...inputs,
		models,
		batches: latency.batch
	}, ports);
	const arms = [];
	for (const batch of latency.batch) {
		const [candidateFeeds, baselineFeeds] = feedsOf(batch);
		const launches = [];
		for (let launch = 1; launch <= latency.launches; launch++) {
			ports.progress.report(`${inputs.model}: batch ${batch}, launch ${launch} of ${latency.launches}`);
			const samples = await ports.runner.time({
				candidate: {
					path: candidate.path,
					feeds: candidateFeeds
				},
				baseline: baseline && {
					path: baseline.path,
					feeds: baselineFeeds
				},
				seed: launch,
				threads: latency.threads,
				warmupSeconds: latency.seconds * WARMUP_SHARE,
				seconds: latency.seconds,
				callsPerTurn: CALLS_PER_TURN
			}, limits);
			launches.push(samples);
		}
		const { threads } = latency;
		arms.push(...latencyArms(launches, inputs.confidence).map((arm) => ({
			batch,
			threads,
			...arm
		})));
	}
	const { name, version } = await ports.runner.engine();
	return {
		schema: "onnx-gate/benchmark/v1",
		...headerOf(inputs, ports.clock),
		candidate: candidate.subject,
		baseline: baseline?.subject ?? null,
		arms,
		environment: {
			...machine,
			runtime: `${name} ${version}`
		}
	};
}
// src/core/metrics/check-label.ts
const RULES$1 = {
	binary: {
		bad: (value) => value !== 0 && value !== 1,
		must: () => "0 or 1",
		fix: (name) => `Make it so with a query, such as \`SELECT * REPLACE ((${name} > 0)::INT AS ${name}) FROM 'holdout.parquet'\`.`,
		single: "no model can be judged on one class"
	},
	multiclass: {
		bad: (value, classes) => !Number.isInteger(value) || value < 0 || value >= classes,
		must: (classes) => `a class from 0 to ${classes - 1}, as the model has ${classes} scores a row`,
		fix: () => "Number the classes from 0 in the order of the output, or name the output with a score for each.",
		single: "no model can be judged on one class"
	},
	regression: {
		bad: (value) => !Number.isFinite(value),
		must: () => "a finite number",
		fix: (name) => `Leave such rows out with a query, such as \`SELECT * FROM 'holdout.parquet' WHERE isfinite(${name})\`.`,
		single: null
	},
	ranking: {
		bad: (value) => !(value >= 0 && value < Number.POSITIVE_INFINITY),
		must: () => "a grade of relevance, a finite number from 0",
		fix: () => "Give irrelevant rows 0, and better ones higher grades.",
		single: null
	}
};
/** Labels that the task does not have, or that cannot tell models apart; code `label-invalid`. */
function checkLabel(label, column, task, classes) {
	const name = JSON.stringify(column.slice(0, 100));
	const { bad, must, fix, single } = RULES$1[task];
	const offender = findOffender(label, (value) => bad(value, classes));
	if (offender !== null) return [{
		code: "label-invalid",
		message: `The label ${name} is ${offender.value} in ${offender.where}; it must be ${must(classes)}.`,
		fix: fix(name)
	}];
	const only = label[0];
	if (single === null || label.some((value) => value !== only)) return [];
	const rows = label.length === 1 ? "The only row has" : `All ${label.length} rows have`;
	const others = task === "binary" ? `rows with label ${1 - only} too` : "rows of other classes too";
	return [{
		code: "label-invalid",
		message: `${rows} ${only} as the label ${name}; ${single}.`,
		fix: `Widen the holdout until it has ${others}, or check that ${name} is the right column.`
	}];
}
// src/core/metrics/check.ts
/**
* Everything that makes these scores unfit to be measured, all at once; rows are counted from 1.
* No rows `holdout-empty` · a label that the task does not have, or only one of them `label-invalid` · a score that is
* NaN or infinite `score-invalid` · weights that cannot weigh `weight-invalid` · a single group `group-invalid`.
*
* `labelColumn`: its name, for messages.
*/
function checkScores(scores, labelColumn, task = "binary") {
	if (scores.label.length === 0) return [{
		code: "holdout-empty",
		message: "The holdout has no rows.",
		fix: "Check the path, the glob or the query of the holdout."
	}];
	const { classes = 1 } = scores;
	return [
		...checkLabel(scores.label, labelColumn, task, classes),
		...checkScore(scores.candidate, "candidate", classes),
		...scores.baseline === null ? [] : checkScore(scores.baseline, "baseline", classes),
		...scores.weight === null ? [] : checkWeight(scores.weight),
		...scores.group === null ? [] : checkGroups(scores.group.count)
	];
}
function checkScore(values, model, classes) {
	const offender = findOffender(values, (value) => !Number.isFinite(value), classes);
	if (offender === null) return [];
	return [{
		code: "score-invalid",
		message: `The ${model}'s score in ${offender.where} is ${offender.value}.`,
		fix: "Look at the features of that row: a missing value, the logarithm of 0 or a float16 overflow makes such scores."
	}];
}
function checkWeight(weight) {
	const offender = findOffender(weight, (value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
	if (offender !== null) return [{
		code: "weight-invalid",
		message: `The weight in ${offender.where} is ${offender.value}; weights are finite and not negative.`,
		fix: "Repair the weight column, or leave `weight` out."
	}];
	if (weight.some((value) => value > 0)) return [];
	return [{
		code: "weight-invalid",
		message: `The weight is 0 in all ${weight.length} rows, so that no row counts.`,
		fix: "Name another weight column, or leave `weight` out."
	}];
}
function checkGroups(count) {
	if (count >= 2) return [];
	return [{
		code: "group-invalid",
		message: "All rows are of one group, so that nothing can be said about other groups.",
		fix: "Name a column with many groups, such as a user or a query, or leave `group` out."
	}];
}
// src/core/metrics/churn/paired-ranks.ts
/**
* Equal scores keep the order of the input in both lists, so that two models with equal scores have equal lists.
* `scores` must have a baseline.
*/
function pairedRanks(scores) {
	const { starts, rows } = groupedOrder(scores, "candidate");
	const baseline = groupedOrder(scores, "baseline");
	const rankOfRow = new Uint32Array(rows.length);
	for (let group = 0; group < scores.group.count; group++) {
		const from = starts[group];
		for (let place = from; place < starts[group + 1]; place++) rankOfRow[baseline.rows[place]] = place - from;
	}
	return {
		starts,
		baselineRank: rows.map((row) => rankOfRow[row])
	};
}
/** `measure(from, to)` for the places of each group; NaN for a group without rows. */
function byGroup(starts, measure) {
	const values = new Float64Array(starts.length - 1);
	for (let group = 0; group < values.length; group++) {
		const from = starts[group];
		const to = starts[group + 1];
		values[group] = from === to ? NaN : measure(from, to);
	}
	return values;
}
// src/core/metrics/churn/first-changed.ts
/** By group, 1 where the first row is another one than in the baseline's list, else 0. NaN for a group without rows. */
function firstChanged({ starts, baselineRank }) {
	return byGroup(starts, (from) => baselineRank[from] === 0 ? 0 : 1);
}
// src/core/metrics/churn/flip-rate.ts
/**
* Weighted share of rows that the two models put on different sides of a threshold; above it means strictly above (TFMA's
* boolean flip rates, both directions together). `weight` null: all ones. NaN without rows.
* Candidate .6 .4, baseline .4 .3, threshold .5: .5.
*/
function flipRate(candidate, baseline, weight, threshold) {
	let flipped = 0;
	let total = 0;
	for (let row = 0; row < candidate.length; row++) {
		const w = weight === null ? 1 : weight[row];
		total += w;
		if (candidate[row] > threshold !== baseline[row] > threshold) flipped += w;
	}
	return flipped / total;
}
// src/core/metrics/churn/kendall.ts
/**
* Kendall's tau-b: (concordant − discordant)/√((n₀ − n₁)(n₀ − n₂)), n₀ all pairs, n₁ and n₂ those tied in x and in y (Kendall
* 1945), by Knight's algorithm (1966) in O(n log n). Rows count once, whatever their weight. All counts are exact up to 134
* million rows. NaN when either side is constant or there are fewer than two rows.
* x 1 2 3 4, y 1 3 2 4: 4/6. x 1 1 2, y 1 2 3: 2/√(2 · 3).
*/
function kendallTauB(x, y) {
	const n = x.length;
	const order = argsort(x);
	const xs = new Float64Array(n);
	const ys = new Float64Array(n);
	for (let i = 0; i < n; i++) {
		xs[i] = x[order[i]];
		ys[i] = y[order[i]];
	}
	let tiedInBoth = 0;
	for (let start = 0, end = 0; start < n; start = end) {
		while (end < n && xs[end] === xs[start]) end++;
		if (end - start > 1) tiedInBoth += tiedPairs(ys.subarray(start, end).sort());
	}
	const discordant = sortCountingInversions(ys);
	const untiedX = pairs(n) - tiedPairs(xs);
	const untiedY = pairs(n) - tiedPairs(ys);
	return (untiedX + untiedY - pairs(n) + tiedInBoth - 2 * discordant) / Math.sqrt(untiedX * untiedY);
}
// src/core/metrics/churn/overlap.ts
/**
* By group, the share of the first k rows that both lists have in common: |A ∩ B|/min(k, n) for a group of n rows. Groups of
* at most k rows have 1. NaN for a group without rows.
* Candidate a b c, baseline a c b, k 2: .5.
*/
function overlapAt({ starts, baselineRank }, k) {
	return byGroup(starts, (from, to) => {
		const depth = Math.min(k, to - from);
		let shared = 0;
		for (let place = from; place < from + depth; place++) if (baselineRank[place] < depth) shared++;
		return shared / depth;
	});
}
// src/core/metrics/churn/rbo.ts
/**
* By group, the extrapolated rank-biased overlap of both lists, RBO_ext = A_n·pⁿ + (1 − p)/p·Σ_{d≤n} A_d·p^d with A_d the
* share that the first d rows have in common (Webber, Moffat & Zobel 2010, equation 23). Both lists hold the same rows, and so
* A_n = 1: equal lists have 1. `p` in (0, 1) is the chance of looking one row further. NaN for a group without rows.
* Candidate a b, baseline b a, p .9: A 0 1, .81 + .1/.9·.81 = .9.
*/
function rankBiasedOverlap({ starts, baselineRank }, p) {
	return byGroup(starts, (from, to) => {
		const n = to - from;
		const joins = new Uint32Array(n);
		for (let rank = 0; rank < n; rank++) joins[Math.max(rank, baselineRank[from + rank])]++;
		let shared = 0;
		let sum = 0;
		for (let rank = 0; rank < n; rank++) {
			shared += joins[rank];
			sum += shared / (rank + 1) * p ** rank;
		}
		return p ** n + (1 - p) * sum;
	});
}
// src/core/metrics/churn/score-shift.ts
/** `weight` null: all ones. Candidate .6 .4, baseline .4 .3: mean .15, max .2. */
function scoreShift(candidate, baseline, weight) {
	let sum = 0;
	let total = 0;
	let max = 0;
	for (let row = 0; row < candidate.length; row++) {
		const w = weight === null ? 1 : weight[row];
		const shift = Math.abs(candidate[row] - baseline[row]);
		sum += w * shift;
		total += w;
		if (shift > max) max = shift;
	}
	return {
		mean: sum / total,
		max
	};
}
// src/core/metrics/churn/spearman.ts
/**
* Spearman's rank correlation: Pearson's of the midranks (Spearman 1904; tied values share their mean rank). Rows count once,
* whatever their weight. NaN when either side is constant or there are fewer than two rows. O(n log n).
* x 1 2 3 4, y 1 3 2 4: .8.
*/
function spearman(x, y) {
	const a = centredMidranks(x);
	const b = centredMidranks(y);
	let products = 0;
	let squaresOfA = 0;
	let squaresOfB = 0;
	for (let row = 0; row < a.length; row++) {
		products += a[row] * b[row];
		squaresOfA += a[row] ** 2;
		squaresOfB += b[row] ** 2;
	}
	return products / Math.sqrt(squaresOfA * squaresOfB);
}
/** Midranks minus their mean, (n + 1)/2. */
function centredMidranks(values) {
	const n = values.length;
	const order = argsort(values);
	const ranks = new Float64Array(n);
	for (let start = 0, end = 0; start < n; start = end) {
		const value = values[order[start]];
		while (end < n && values[order[end]] === value) end++;
		const rank = (start + end - n) / 2;
		for (let i = start; i < end; i++) ranks[order[i]] = rank;
	}
	return ranks;
}
// src/core/metrics/churn/index.ts
/** How much the candidate's answers differ from the baseline's; needs no labels. */
/** The persistence of rank-biased overlap: 86 % of its weight is on the first ten ranks (Webber et al. 2010). */
const RBO_P = .9;
/**
* Compares the scores of both models, which must be finite; `scores` must have a baseline. Labels are not looked at.
* Row weights weigh rows, but not in rank correlations; a group weighs as much as its mean row.
*/
function churnOf(scores, { threshold, k }) {
	const { candidate, baseline, weight } = scores;
	const shift = scoreShift(candidate, baseline, weight);
	return {
		rows: candidate.length,
		flipRate: threshold === null ? null : orNull(flipRate(candidate, baseline, weight, threshold)),
		meanShift: orNull(shift.mean),
		maxShift: candidate.length === 0 ? null : shift.max,
		spearman: orNull(spearman(candidate, baseline)),
		kendallTauB: orNull(kendallTauB(candidate, baseline)),
		...listChurn(scores, k)
	};
}
function listChurn(scores, k) {
	if (!isGrouped(scores)) return {
		groups: 0,
		overlap: null,
		rbo: null,
		firstChanged: null
	};
	const ranks = pairedRanks(scores);
	const weights = queryWeights(scores);
	const changed = firstChanged(ranks);
	return {
		groups: changed.reduce((count, value) => Number.isNaN(value) ? count : count + 1, 0),
		overlap: groupMean(overlapAt(ranks, k), weights),
		rbo: groupMean(rankBiasedOverlap(ranks, RBO_P), weights),
		firstChanged: groupMean(changed, weights)
	};
}
function groupMean(values, weights) {
	let sum = 0;
	let total = 0;
	for (let group = 0; group < values.length; group++) {
		if (Number.isNaN(values[group])) continue;
		sum += weights[group] * values[group];
		total += weights[group];
	}
	return orNull(sum / total);
}
function orNull(value) {
	return Number.isNaN(value) ? null : value;
}
// src/core/metrics/where/row-losses.ts
/**
* - `rows`: with d the row's own difference, w·d/Σw.
* - `groups`: w·d/Σw of its group over the groups that both models define, in equal parts to the rows of the group.
* - `auc`: with D the difference of the row's placements (DeLong 1988), ½·w·D/W, W the weight of its class. AUC is the
*   mean placement of either class, so that each class gives half; a pair counts half for its positive and half for its
*   negative.
*
* Null where there is no such sum. `scores` have a baseline and positive weights.
*/
const TERMS = {
	rows: rowTerms,
	groups: groupTerms,
	auc: aucTerms
};
function rowTerms(candidate, baseline, { weight }) {
	let total = 0;
	const terms = candidate.values.map((value, row) => {
		const w = weight === null ? 1 : weight[row];
		total += w;
		return w * (value - baseline.values[row]);
	});
	for (let row = 0; row < terms.length; row++) terms[row] /= total;
	return terms;
}
function groupTerms(candidate, baseline, { group }) {
	if (group === null) return null;
	let total = 0;
	const share = candidate.values.map((value, code) => {
		const difference = value - baseline.values[code];
		const w = candidate.weights[code];
		if (Number.isNaN(difference) || !(w > 0)) return 0;
		total += w;
		return w * difference;
	});
	const sizes = new Float64Array(group.count);
	for (const code of group.code) sizes[code]++;
	const terms = new Float64Array(group.code.length);
	for (let row = 0; row < terms.length; row++) {
		const code = group.code[row];
		terms[row] = share[code] / total / sizes[code];
	}
	return terms;
}
function aucTerms(_first, _second, scores) {
	const { label, candidate, baseline, weight } = scores;
	const total = classWeights(label, weight);
	if (baseline === null || total.positive === 0 || total.negative === 0) return null;
	const terms = placements(label, candidate, weight).of;
	const others = placements(label, baseline, weight).of;
	for (let row = 0; row < terms.length; row++) {
		const w = weight === null ? 1 : weight[row];
		terms[row] = .5 * w * (terms[row] - others[row]) / (label[row] === 1 ? total.positive : total.negative);
	}
	return terms;
}
// src/core/metrics/where/worst.ts
/** The parts of the rows that lose most. */
/** The largest losses above zero, largest first; equal ones as they stand. One pass. */
function largest(losses) {
	const found = [];
	for (let index = 0; index < losses.length; index++) {
		const loss = losses[index];
		if (!(loss > 0) || found.length === 5 && loss <= found.at(-1).loss) continue;
		const place = found.findIndex((one) => one.loss < loss);
		found.splice(place < 0 ? found.length : place, 0, {
			index,
			loss
		});
		if (found.length > 5) found.pop();
	}
	return found;
}
function worstSlices(slices, lossOf) {
	return largest(Float64Array.from(slices, ({ rows }) => lossOf(rows))).map(({ index, loss }) => {
		const { id, rows } = slices[index];
		return {
			slice: id,
			rows: rows.length,
			loss
		};
	});
}
function worstGroups(losses, group, names) {
	const sums = new Float64Array(group.count);
	const sizes = new Int32Array(group.count);
	for (let row = 0; row < losses.length; row++) {
		sums[group.code[row]] += losses[row];
		sizes[group.code[row]]++;
	}
	return largest(sums).map(({ index, loss }) => ({
		group: (names[index] ?? "").slice(0, LONGEST_NAME$1),
		rows: sizes[index],
		loss
	}));
}
const LONGEST_NAME$1 = 100;
// src/core/metrics/where/where.ts
/** Slices that are left out one at a time: each costs a metric of all rows, twice. */
const MOST_LEFT_OUT = 100;
/**
* For a metric of all rows by which the candidate is worse, the parts that lose most; null when it is not worse, or when
* neither way applies.
*
* - Means over rows or groups, and AUC, are sums over rows (see `TERMS`): the losses of the parts of any division add up to the
*   whole. Of means over groups there are no worst rows.
* - Other metrics: a slice's loss is the loss of all rows minus the loss without the slice; no groups and rows.
*
* `scores` have passed `checkScores`; `result` is of all of them.
*/
function whereWorse(result, scores, slices, groupNames, task) {
	const sign = result.direction === "higher" ? -1 : 1;
	const loss = result.delta === null ? 0 : sign * result.delta;
	if (!(loss > 0) || scores.baseline === null) return null;
	const parsed = parseMetricId(result.metric, task);
	if (!parsed.ok) return null;
	const { definition, options } = parsed.metric;
	const used = withPositiveWeights(scores);
	const candidate = definition.prepare(used, "candidate", options);
	const baseline = definition.prepare(used, "baseline", options);
	if (candidate.kind === "undefined" || baseline.kind !== candidate.kind) return null;
	const head = {
		metric: result.metric,
		loss
	};
	if (candidate.kind === "functional") {
		const lossOf = leavingOut(candidate, baseline, definition.direction, scores, loss);
		return {
			...head,
			method: "leave-out",
			slices: worstSlices(slices.slice(0, MOST_LEFT_OUT), lossOf),
			groups: [],
			rows: []
		};
	}
	const terms = TERMS[candidate.kind](candidate, baseline, used);
	if (terms === null) return null;
	const losses = spread(terms, scores, sign);
	return {
		...head,
		method: "sum",
		slices: worstSlices(slices, (rows) => rows.reduce((sum, row) => sum + losses[row], 0)),
		groups: scores.group === null ? [] : worstGroups(losses, scores.group, groupNames ?? []),
		rows: candidate.kind === "groups" ? [] : largest(losses).map((part) => rowOf(part, scores))
	};
}
/** Terms of the rows that count, signed so that a loss is positive, by row of all; 0 for the others. */
function spread(terms, { weight, label }, sign) {
	const all = new Float64Array(label.length);
	let next = 0;
	for (let row = 0; row < all.length; row++) if (weight === null || weight[row] > 0) all[row] = sign * terms[next++];
	return all;
}
function leavingOut(candidate, baseline, direction, { weight, label }, whole) {
	const badness = (value) => typeof direction === "object" ? Math.abs(value - direction.target) : direction === "higher" ? -value : value;
	const kept = new Uint8Array(label.length);
	return (rows) => {
		kept.fill(1);
		for (const row of rows) kept[row] = 0;
		const times = Float64Array.from(weight === null ? kept : kept.filter((_, row) => weight[row] > 0));
		return whole - (badness(candidate.value(times)) - badness(baseline.value(times)));
	};
}
function rowOf({ index, loss }, { label, candidate, baseline, classes = 1 }) {
	const at = classes === 1 ? index : index * classes + label[index];
	return {
		row: index + 1,
		label: label[index],
		candidate: candidate[at],
		baseline: baseline[at],
		loss
	};
}
// src/core/metrics/ranking/tie-rate.ts
/**
* Of the neighbours in the ranked lists of one model, the share with equal scores; 0 without neighbours. Above 1 % the
* convention `ties` begins to matter. Scores .5 .5 .1 in one group: .5.
*/
function tieRate(scores, arm) {
	const { starts, runEnds } = groupedOrder(scores, arm);
	let neighbours = 0;
	let tied = 0;
	for (let group = 0; group < scores.group.count; group++) {
		const to = starts[group + 1];
		for (let place = starts[group]; place + 1 < to; place++) {
			neighbours++;
			if (runEnds[place] > place + 1) tied++;
		}
	}
	return neighbours === 0 ? 0 : tied / neighbours;
}
// src/core/quality/distinct.ts
/** How many of the rows differ in these columns, bit by bit: −0 is 0, and NaN is NaN. Open addressing, 8 to 16 bytes a row. */
function countDistinct(columns, rows) {
	if (rows === 0) return 0;
	const width = columns.map((column) => column.length / rows);
	const words = columns.map((column) => bits(column));
	const steps = words.map((view, i) => view.length / columns[i].length * width[i]);
	const mask = 2 ** Math.ceil(Math.log2(2 * rows)) - 1;
	/** Row + 1, or 0 where the slot is free. */
	const slots = new Uint32Array(mask + 1);
	let distinct = 0;
	for (let row = 0; row < rows; row++) {
		let slot = hashOf(words, steps, row) & mask;
		for (;;) {
			const other = slots[slot];
			if (other === 0) {
				slots[slot] = row + 1;
				distinct++;
				break;
			}
			if (equal$1(words, steps, row, other - 1)) break;
			slot = slot + 1 & mask;
		}
	}
	return distinct;
}
function bits(column) {
	const plain = column.some((value) => Object.is(value, -0)) ? column.map((value) => value + 0) : column;
	return new Uint32Array(plain.buffer, plain.byteOffset, plain.byteLength / 4);
}
/** Mixing as in MurmurHash3 (Appleby, public domain). */
function hashOf(words, steps, row) {
	let hash = 0;
	for (let i = 0; i < words.length; i++) {
		const view = words[i];
		const step = steps[i];
		for (let at = row * step, end = at + step; at < end; at++) {
			let word = Math.imul(view[at], 3432918353);
			word = word << 15 | word >>> 17;
			hash ^= Math.imul(word, 461845907);
			hash = Math.imul(hash << 13 | hash >>> 19, 5) + 3864292196 | 0;
		}
	}
	hash = Math.imul(hash ^ hash >>> 16, 2246822507);
	hash = Math.imul(hash ^ hash >>> 13, 3266489909);
	return (hash ^ hash >>> 16) >>> 0;
}
function equal$1(words, steps, row, other) {
	for (let i = 0; i < words.length; i++) {
		const view = words[i];
		const step = steps[i];
		for (let k = 0; k < step; k++) if (view[row * step + k] !== view[other * step + k]) return false;
	}
	return true;
}
// src/core/quality/finding.ts
function finding(check, level, message, more = {}) {
	return {
		check,
		level,
		message,
		...more
	};
}
// src/core/quality/scores.ts
/** Fewer rows of a class than this: the normal approximation of its intervals is a guess. */
const FEW = 100;
/** Where the treatment of ties begins to move metrics of ranked lists (see `tieRate`). */
const MANY_TIES = .01;
const MANY_REPEATED = .05;
/** `scores` have passed `checkScores`. */
function scoreFindings(scores, task) {
	return [
		...labelBalance(scores, task),
		...constantScores(scores),
		...repeatedRows(scores),
		...ties(scores)
	];
}
function labelBalance({ label }, task) {
	const rows = label.length;
	const counts = /* @__PURE__ */ new Map();
	if (task === "regression" || task === "ranking") {
		if (rows === 0 || label.some((value) => value !== label[0])) return [];
		return [finding("label-balance", "warning", `Every row has label ${label[0]}: nothing can be ranked or explained.`, { value: 1 })];
	}
	for (const value of label) counts.set(value, (counts.get(value) ?? 0) + 1);
	if (task === "binary") {
		const positives = counts.get(1) ?? 0;
		const rate = rows === 0 ? 0 : positives / rows;
		const rarer = Math.min(positives, rows - positives);
		const said = `${formatCount(positives)} of ${plural(rows, "row")} are positive (${formatPercent(rate, 2)})`;
		return [rarer < FEW ? finding("label-balance", "warning", `${said}: with fewer than ${FEW} rows of a class, intervals are rough.`, { value: rate }) : finding("label-balance", "info", `${said}.`, { value: rate })];
	}
	const [rarest, count] = [...counts].reduce((least, one) => one[1] < least[1] ? one : least, [NaN, Number.POSITIVE_INFINITY]);
	const said = `The rarest of ${counts.size} classes is ${rarest}, with ${plural(count, "row")} of ${formatCount(rows)}`;
	return [count < FEW ? finding("label-balance", "warning", `${said}: with fewer than ${FEW}, what is said of it is rough.`, { value: count / rows }) : finding("label-balance", "info", `${said}.`, { value: count / rows })];
}
function constantScores(scores) {
	return ["candidate", "baseline"].flatMap((arm) => {
		const values = scores[arm];
		const { classes = 1 } = scores;
		if (values === null || scores.label.length < 2) return [];
		if (values.some((value, i) => value !== values[i % classes])) return [];
		return [finding("constant-scores", "warning", `The ${arm} gives every row the same score, ${values.subarray(0, Math.min(3, classes)).join(", ")}.`, { column: arm })];
	});
}
/** Coarse scores repeat by themselves; with the group and both models agreeing they hardly do. */
function repeatedRows({ label, candidate, baseline, group }) {
	const rows = label.length;
	const repeated = rows - countDistinct([
		label,
		candidate,
		...baseline ? [baseline] : [],
		...group ? [group.code] : []
	], rows);
	if (repeated === 0) return [];
	const share = repeated / rows;
	const same = `the label${group ? ", the group" : ""} and the score${baseline ? "s" : ""} of another row`;
	const said = `${formatCount(repeated)} of ${plural(rows, "row")} (${formatPercent(share, 2)}) repeat ${same}`;
	return [group !== null && baseline !== null && share >= MANY_REPEATED ? finding("repeated-rows", "warning", `${said}: rows that stand twice count twice.`, { value: share }) : finding("repeated-rows", "info", `${said}.`, { value: share })];
}
function ties(scores) {
	if ((scores.classes ?? 1) > 1 || scores.label.length < 2) return [];
	return ["candidate", "baseline"].flatMap((arm) => {
		const values = scores[arm];
		if (values === null) return [];
		const { group } = scores;
		const rate = group === null ? (values.length - countDistinct([values], values.length)) / (values.length - 1) : tieRate({
			...scores,
			group
		}, arm);
		if (rate === 0) return [];
		const said = `Of ${group === null ? "rows next to each other by score" : "rows next to each other in the ranked lists"}, ${formatPercent(rate, 2)} have the same score from the ${arm}`;
		return [group !== null && rate > MANY_TIES ? finding("score-ties", "warning", `${said}: how ties are broken moves the metrics of ranked lists.`, {
			column: arm,
			value: rate
		}) : finding("score-ties", "info", `${said}.`, {
			column: arm,
			value: rate
		})];
	});
}
// src/core/scoring/slice-columns.ts
/** Each once, in the order of the policy. */
function sliceColumns(slices) {
	const columns = slices.flatMap((slice) => slice.where === void 0 ? columnsOf$2(slice).map((column) => ({
		from: { column },
		stored: `slice.${column}`
	})) : [{
		from: { sql: slice.where },
		stored: `where.${sliceName(slice)}`
	}]);
	return [...new Map(columns.map((column) => [column.stored, column])).values()];
}
// src/core/scoring/slices.ts
/** Rows divided by the values of columns, or by a condition. */
/** Most distinct values that rows are divided by; a column with more, such as a user's id, makes no slices. */
const MOST_SLICES = 1e3;
/** Of a value within a slice's id. */
const LONGEST_VALUE = 100;
/**
* One entry per entry of `policies`. `columns` are those of `sliceColumns(policies)`, null where the holdout has none.
* `binary`: whether labels are 0 and 1, and `min-positives` holds.
*/
function planSlices(policies, columns, { label }, binary) {
	const places = new Map(sliceColumns(policies).map(({ stored }, place) => [stored, place]));
	const column = (stored) => columns[places.get(stored)] ?? null;
	return policies.map((policy) => {
		const parts = partition(policy, column, label.length);
		const name = clipForeign(sliceName(policy));
		if (typeof parts === "string") return {
			group: {
				name,
				measured: [],
				suppressed: [],
				reason: parts
			},
			slices: []
		};
		const judged = parts.map((slice) => ({
			slice,
			...sizeOf$1(slice, policy, label, binary)
		}));
		const suppressed = judged.flatMap(({ slice, positives, reason }) => reason === null ? [] : [{
			slice: slice.id,
			rows: slice.rows.length,
			positives,
			reason
		}]);
		const slices = judged.filter(({ reason }) => reason === null).map(({ slice }) => slice);
		return {
			group: {
				name,
				measured: slices.map(({ id }) => id),
				suppressed,
				reason: null
			},
			slices
		};
	});
}
/** All parts of one entry, in the order of their values; or why there are none. */
function partition(policy, find, rows) {
	if (policy.where !== void 0) return condition(policy, find(`where.${sliceName(policy)}`));
	const names = columnsOf$2(policy);
	const columns = names.map((name) => find(`slice.${name}`));
	const absent = names.filter((_, i) => columns[i] === null);
	if (absent.length > 0) return `The holdout has no column ${list$3(absent)}. Correct \`by\`, or add the column.`;
	const crossed = cross(columns, rows);
	if (crossed === null) return `${list$3(names)} ${names.length > 1 ? "together have" : "has"} more than ${formatCount(MOST_SLICES)} different values, too many to judge each. Group them in a query, or write conditions with \`where\`.`;
	const { tuples } = crossed;
	const ids = unique(tuples.map((tuple) => tuple.map((value, i) => valueText(names[i], columns[i].names[value])).join(",")));
	return divide(crossed.code, ids).sort((a, b) => compareText(a.id, b.id));
}
function condition(policy, column) {
	const name = sliceName(policy);
	if (column === null) return `The scores have no column for the condition ${code$3(name)}.`;
	const odd = column.names.find((value) => value !== "true" && value !== "false");
	if (odd !== void 0) return `${code$3(policy.where)} is no condition: it gives ${code$3(odd)}, and not true or false.`;
	const holds = column.names.indexOf("true");
	const [slice] = divide(column.code.map((one) => one >= 0 && one === holds ? 0 : -1), [clipForeign(name)]);
	return slice.rows.length === 0 ? `No row of the holdout meets ${code$3(policy.where)}.` : [slice];
}
/** Codes of the combinations that occur, by first appearance; null when there are too many. */
function cross(columns, rows) {
	let code = new Int32Array(rows);
	let tuples = [[]];
	for (const column of columns) {
		if (column.names.length > 1e3) return null;
		const width = column.names.length + 1;
		const dense = /* @__PURE__ */ new Map();
		const crossed = [];
		const next = new Int32Array(rows);
		for (let row = 0; row < rows; row++) {
			const value = column.code[row];
			const key = code[row] * width + value + 1;
			let known = dense.get(key);
			if (known === void 0) {
				known = dense.size;
				if (known === 1e3) return null;
				dense.set(key, known);
				crossed.push([...tuples[code[row]], value]);
			}
			next[row] = known;
		}
		code = next;
		tuples = crossed;
	}
	return {
		code,
		tuples
	};
}
/** Rows by code, in one pass; those with a negative code belong to none. */
function divide(code, ids) {
	const counts = new Int32Array(ids.length);
	for (const one of code) if (one >= 0) counts[one]++;
	const rows = ids.map((_, i) => new Int32Array(counts[i]));
	counts.fill(0);
	for (let row = 0; row < code.length; row++) {
		const one = code[row];
		if (one >= 0) rows[one][counts[one]++] = row;
	}
	return ids.map((id, i) => ({
		id,
		rows: rows[i]
	}));
}
function sizeOf$1({ rows }, policy, label, binary) {
	const positives = binary ? rows.reduce((sum, row) => sum + label[row], 0) : null;
	const negatives = positives === null ? null : rows.length - positives;
	const [leastRows, least] = [policy["min-rows"], policy["min-positives"]];
	const few = (count, wanted, what) => `${plural(count, `${what}row`)}; ${formatCount(wanted)} are needed`;
	return {
		positives,
		reason: rows.length < leastRows ? few(rows.length, leastRows, "") : positives !== null && positives < least ? few(positives, least, "positive ") : negatives !== null && negatives < least ? few(negatives, least, "negative ") : null
	};
}
function valueText(column, value) {
	const name = column.slice(0, LONGEST_VALUE);
	if (value === void 0) return `${name} is missing`;
	return `${name}=${value.length <= LONGEST_VALUE ? value : `${value.slice(0, 99)}…`}`;
}
/** Long values may be cut to the same text. */
function unique(ids) {
	const seen = /* @__PURE__ */ new Map();
	return ids.map((id) => {
		const times = (seen.get(id) ?? 0) + 1;
		seen.set(id, times);
		return times === 1 ? id : `${id} (${times})`;
	});
}
/** Numbers within by size: `month=2` stands before `month=10`. The same on every machine. */
function compareText(a, b) {
	const [left, right] = [a, b].map((text) => text.split(/(\d{1,15})/));
	for (let i = 0; i < Math.min(left.length, right.length); i++) {
		const [x, y] = [left[i], right[i]];
		if (x === y) continue;
		return (i % 2 === 1 ? Number(x) - Number(y) : 0) || (x < y ? -1 : 1);
	}
	return left.length - right.length;
}
// src/core/scoring/subset.ts
/** These rows alone, in the order given; groups and items are renumbered. */
function subsetOf(scores, rows) {
	const { classes } = scores;
	const pick = (values) => {
		const picked = new Float64Array(rows.length);
		for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]];
		return picked;
	};
	const pickLines = (values) => {
		if (classes === void 0 || classes === 1) return pick(values);
		const picked = new Float64Array(rows.length * classes);
		for (let i = 0; i < rows.length; i++) {
			const from = rows[i] * classes;
			picked.set(values.subarray(from, from + classes), i * classes);
		}
		return picked;
	};
	return {
		...classes !== void 0 && { classes },
		label: pick(scores.label),
		candidate: pickLines(scores.candidate),
		baseline: scores.baseline && pickLines(scores.baseline),
		weight: scores.weight && pick(scores.weight),
		group: scores.group && recode(scores.group, rows),
		...scores.item && { item: recode(scores.item, rows) }
	};
}
function recode({ code, count }, rows) {
	const dense = new Int32Array(count).fill(-1);
	const picked = new Int32Array(rows.length);
	let known = 0;
	for (let i = 0; i < rows.length; i++) {
		const old = code[rows[i]];
		if (dense[old] === -1) dense[old] = known++;
		picked[i] = dense[old];
	}
	return {
		code: picked,
		count: known
	};
}
// src/core/quality/columns.ts
/** What the columns that feed the models say about a holdout. */
/** A column that is missing in most rows tells little about what its values do. */
const MOSTLY = .5;
/** Of rows that were trained on. */
const MANY_SHARED = .01;
function columnFindings({ rows, columns }) {
	return columns.flatMap(({ name, missing, min, constant }) => {
		const column = clipForeign(name);
		const share = rows === 0 ? 0 : missing / rows;
		if (missing === rows) return [finding("missing-values", "warning", `${code$3(name)} has no value in any row.`, {
			column,
			value: 1
		})];
		const gaps = finding("missing-values", share >= MOSTLY ? "warning" : "info", `${code$3(name)} has no value in ${formatCount(missing)} of ${plural(rows, "row")} (${formatPercent(share, 2)}).`, {
			column,
			value: share
		});
		const alike = finding("constant-column", "warning", `${code$3(name)} is ${code$3(min ?? "")} in every row${missing > 0 ? " that has a value" : ""}: the holdout does not show what it does.`, { column });
		return [...missing > 0 ? [gaps] : [], ...constant && rows > 1 ? [alike] : []];
	});
}
function sharedFinding(shared, rows, columns) {
	const share = rows === 0 ? 0 : shared / rows;
	const said = `${formatCount(shared)} of ${plural(rows, "row")} (${formatPercent(share, 2)}) have the same values in ${columns === 1 ? "the feature column" : `all ${formatCount(columns)} feature columns`} as a row that was trained on`;
	return share >= MANY_SHARED ? finding("shared-rows", "warning", `${said}: a model is flattered by what it has seen.`, { value: share }) : finding("shared-rows", "info", `${said}.`, { value: share });
}
// src/core/quality/ledger.ts
/** The ledger of a holdout: one JSON line for each candidate that it has judged. */
const entry = object({
	schema: literal("onnx-gate/holdout-ledger/v1"),
	created: datetime(),
	model: string().max(4096),
	holdout: digest,
	candidate: digest
});
/**
* Notes that `next.holdout` has judged `next.candidate`, once, however often it does.
*
* Why holdouts wear out: whoever keeps the better of what a holdout has judged fits the holdout by hand. When k
* candidates are each let through by luck with probability α, the one-sided error of the interval, some one gets through with
* 1 − (1 − α)^k; when later candidates are chosen by what earlier ones scored, it is no better (Dwork et al. 2015, The
* reusable holdout, Science 349:636). 95 % intervals and 100 candidates: 92 %.
*/
function recordJudged(ledger, next, wornAfter, confidence) {
	const seen = /* @__PURE__ */ new Set();
	const damaged = [];
	for (const [at, line] of ledger.split("\n").entries()) {
		if (line.trim() === "") continue;
		const read = readEntry(line);
		if (read === null) damaged.push(at + 1);
		else if (read.holdout === next.holdout) seen.add(read.candidate);
	}
	const known = seen.has(next.candidate);
	seen.add(next.candidate);
	const whole = ledger === "" || ledger.endsWith("\n") ? ledger : `${ledger}\n`;
	return {
		text: known ? null : `${whole}${JSON.stringify(next)}\n`,
		findings: [wear(seen.size, wornAfter, confidence), ...damaged.length > 0 ? [unread$1(damaged)] : []]
	};
}
function readEntry(line) {
	try {
		const parsed = entry.safeParse(JSON.parse(line));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
function wear(candidates, wornAfter, confidence) {
	const said = `This holdout has judged ${plural(candidates, "candidate")}, this one included`;
	if (candidates <= wornAfter) return finding("holdout-wear", "info", `${said}.`, { value: candidates });
	const lucky = 1 - (1 - (1 - confidence) / 2) ** candidates;
	return finding("holdout-wear", "warning", `${said}, more than the ${formatCount(wornAfter)} after which it counts as worn out: of so many, one that is just too bad is let through by luck with a probability of ${formatPercent(lucky, 0)}. Collect fresh rows.`, { value: candidates });
}
function unread$1(lines) {
	const more = lines.length > 1 ? ` and ${plural(lines.length - 1, "more line")}` : "";
	return finding("ledger-damaged", "warning", `Line ${lines[0]}${more} of the holdout's ledger cannot be read and was not counted. Mend or delete it.`, { value: lines.length });
}
// src/commands/holdout-quality.ts
/** Throws as the tables do, also for the training files. */
async function runProfileHoldout({ rows, features, training }, ports) {
	const columns = features.slice(0, 300);
	if (columns.length === 0) return [];
	const profile = await ports.tables.profile(rows, columns);
	const findings = columnFindings(profile);
	if (training === null) return findings;
	const shared = await ports.tables.countShared(rows, training, features);
	return [...findings, sharedFinding(shared, profile.rows, features.length)];
}
/** Writes the candidate into the ledger, once. Two runs at the same moment may lose one line. Throws `file-unwritable`. */
async function runRecordJudged(ledger, judged, confidence, ports) {
	const recorded = recordJudged(await ports.files.read(ledger.path).then((bytes) => new TextDecoder().decode(bytes), (error) => {
		if (error instanceof FaultError && error.faults[0].code === "file-missing") return "";
		throw error;
	}), {
		schema: "onnx-gate/holdout-ledger/v1",
		created: ports.clock.now().toISOString(),
		...judged
	}, ledger.wornAfter, confidence);
	if (recorded.text !== null) await ports.files.write(ledger.path, recorded.text);
	return recorded.findings;
}
// src/commands/evaluate.ts
/**
* Computes metrics with paired intervals from a scores table.
* Throws every fault of the table at once (labels, scores, weights, groups, what the metrics need); nothing is computed on rubbish.
*/
async function runEvaluate(inputs, ports) {
	const slices = sliceColumns(inputs.slices).map(({ from, stored }) => inputs.models === null ? from : { column: stored });
	const scores = await ports.tables.readScores(inputs.scores, {
		...inputs.columns,
		slices
	});
	const ids = metricIdsOf(inputs);
	const { task, confidence } = inputs;
	throwFaults([...checkScores(scores, inputs.holdout.label, task), ...checkMetrics(ids, scores, task)]);
	const measure = (rows, slice) => ids.map((id) => ({
		...evaluateMetric(id, rows, confidence, { task }),
		slice
	}));
	const planned = planSlices(inputs.slices, scores.slices, scores, task === "binary");
	const parts = planned.flatMap(({ slices }) => slices);
	const whole = measure(scores, null);
	const metrics = [...whole, ...parts.flatMap(({ id, rows }) => measure(subsetOf(scores, rows), id))];
	const where = whole.flatMap((one) => whereWorse(one, scores, parts, scores.groupNames, task) ?? []);
	return {
		schema: "onnx-gate/evaluation/v1",
		...headerOf(inputs, ports.clock),
		candidate: inputs.models?.candidate.subject ?? null,
		baseline: inputs.models?.baseline?.subject ?? null,
		compared: scores.baseline !== null,
		holdout: {
			source: inputs.holdout.source,
			digest: inputs.holdout.digest,
			rows: scores.label.length,
			positives: task === "binary" ? scores.label.reduce((sum, label) => sum + label, 0) : null,
			groups: scores.group?.count ?? null
		},
		metrics,
		churn: churnIn(scores, task),
		slices: planned.map(({ group }) => group),
		data: await dataFindings(inputs, scores, ports),
		where
	};
}
/** The ledger comes last: only a holdout that has judged is worn. */
async function dataFindings({ holdout, models, model, task, confidence }, scores, ports) {
	const ofScores = scoreFindings(scores, task);
	const ofColumns = holdout.table ? await runProfileHoldout(holdout.table, ports) : [];
	const judged = models && {
		model,
		holdout: holdout.digest,
		candidate: models.candidate.subject.digest
	};
	return [
		...holdout.ledger && judged ? await runRecordJudged(holdout.ledger, judged, confidence, ports) : [],
		...ofScores,
		...ofColumns
	];
}
/** Of a yes-or-no answer; what a service does with a score in between is not known here. */
const THRESHOLD = .5;
const CUT_OFF = 10;
function churnIn(scores, task) {
	const { candidate, baseline, classes = 1 } = scores;
	if (baseline === null || classes > 1) return null;
	const isShare = (score) => score >= 0 && score <= 1;
	const options = {
		threshold: task === "binary" && candidate.every(isShare) && baseline.every(isShare) ? THRESHOLD : null,
		k: CUT_OFF
	};
	return {
		...options,
		...churnOf({
			...scores,
			baseline
		}, options)
	};
}
// src/core/behaviour/declared.ts
/** From what a policy calls a column to its places in the inputs of a model. */
/** As the rows of the holdout are fed. */
function placesOfPlan({ inputs }) {
	return gather$1(inputs.map(({ name, requests }) => ({
		name,
		from: requests.map(({ from }) => from)
	})));
}
/** Without a holdout: by the mapping, or by the name of an input that takes one column. */
function placesOfSignature({ inputs }, mapping) {
	return gather$1(inputs.map(({ name, shape }) => {
		const entry = mapping !== "auto" && Object.hasOwn(mapping, name) ? mapping[name] : void 0;
		if (entry === void 0) return {
			name,
			from: shape.length < 2 || shape.length === 2 && shape[1] === 1 ? [{ column: name }] : []
		};
		const columns = typeof entry === "object" && "columns" in entry ? entry.columns : entry;
		return {
			name,
			from: (Array.isArray(columns) ? columns : [columns]).map((one) => typeof one === "string" ? { column: one } : one)
		};
	}));
}
function gather$1(inputs) {
	const places = /* @__PURE__ */ new Map();
	for (const { name, from } of inputs) for (const [column, one] of from.entries()) {
		const key = "sql" in one ? one.sql : one.column;
		const known = places.get(key) ?? [];
		known.push({
			input: name,
			column
		});
		places.set(key, known);
	}
	return places;
}
/** What `validate.monotonic` declares, in its places; a fault for each name that feeds no input. */
function declaredMonotonic(declared, places, model, positions) {
	const monotonic = [];
	const faults = [];
	for (const [name, direction] of Object.entries(declared)) {
		const found = places.get(name);
		if (found) monotonic.push({
			name,
			places: found,
			direction
		});
		else faults.push(unknown$1(name, [...places.keys()], model, positions));
	}
	return {
		monotonic,
		faults
	};
}
function unknown$1(name, known, model, positions) {
	const [near] = nearest(name, known, 1);
	return {
		code: positions ? "policy-invalid" : "usage-invalid",
		message: `\`monotonic\` names ${code$3(name)}, which feeds no input of the model.`,
		fix: near === void 0 ? `What feeds it is ${list$3(known)}.` : `Did you mean ${code$3(near)}?`,
		...positions && { at: positions.at([
			"models",
			model,
			"validate",
			"monotonic",
			name
		]) }
	};
}
// src/core/behaviour/findings.ts
/** A finding of a row of BEHAVIOUR_CHECKS, with that row's severity and advice unless said otherwise. */
function findingFor(check, message, more = {}) {
	const { severity, fix } = BEHAVIOUR_CHECKS[check];
	const { at = null, details } = more;
	return {
		check,
		severity: more.severity ?? severity,
		message: clipForeign(message),
		at: at === null ? null : clipForeign(at),
		fix: clipForeign(more.fix ?? fix),
		...details !== void 0 && { details: clipForeign(details) }
	};
}
/** Faults that say something about the model. */
const CHECKS = {
	"model-rejected": "load",
	"model-run-rejected": "run",
	"model-crashed": "crash",
	"model-timeout": "timeout",
	"model-memory": "memory"
};
/** Faults after which the process is gone. */
const DEADLY = /* @__PURE__ */ new Set([
	"model-crashed",
	"model-timeout",
	"model-memory"
]);
const isDeadly = ({ code }) => DEADLY.has(code);
/** What onnxruntime-node says of an element type that it has no name for. */
const UNCARRIED = /^Unsupported data type: \d+/;
/**
* The finding that a runner's fault is, or null for a fault that says nothing about the model (a missing file, an
* engine that is not there): throw that on. The signal, the limit and the last words come along in `message` and
* `details`.
*/
function findingOf({ code, message, fix, details }) {
	const known = CHECKS[code];
	if (!known) return null;
	return findingFor(known === "load" && details !== void 0 && UNCARRIED.test(details) ? "untestable" : known, message, {
		...fix !== void 0 && { fix },
		...details !== void 0 && { details }
	});
}
// src/core/behaviour/numbers.ts
/** Tensors as numbers, and where in them something stands. */
/** Element `index` for arithmetic; whole numbers beyond 2^53 lose digits. NaN for text. */
function numberAt({ type, data }, index) {
	const value = data[index];
	if (type === "float16") return fromHalf(value);
	return typeof value === "string" ? NaN : Number(value);
}
const isFloat = ({ type }) => type === "float32" || type === "float64" || type === "float16";
/** `[2, 0]` for the element `index` of a row-major tensor. */
function placeOf(shape, index) {
	const place = [];
	let rest = index;
	for (const size of [...shape].reverse()) {
		place.unshift(rest % size);
		rest = Math.floor(rest / size);
	}
	return `[${place.join(", ")}]`;
}
/** Enough digits to tell two float32 apart. */
function numberText(value) {
	return Number.isInteger(value) && Math.abs(value) < 0x38d7ea4c68000 ? String(value) : String(Number(value.toPrecision(9)));
}
// src/core/behaviour/compare.ts
/** What onnx's own backend tests allow. */
const GOLDEN = {
	rtol: .001,
	atol: 1e-7
};
/** Sums of another order in another kernel: real models stay below it (25 of 47 that differ at all). */
const REORDERED = {
	rtol: .001,
	atol: 1e-5
};
const EXACT = {
	rtol: 0,
	atol: 0
};
/**
* The worst element of two tensors of one type and shape, or null when all are within tolerance. NaN equals NaN, an
* infinity its like, texts and whole numbers only themselves.
*/
function worstDifference(expected, actual, { rtol, atol }) {
	const float = isFloat(expected);
	let worst = -1;
	let excess = -1;
	let count = 0;
	for (let i = 0; i < expected.data.length; i++) {
		if (expected.data[i] === actual.data[i]) continue;
		const wanted = numberAt(expected, i);
		const found = numberAt(actual, i);
		if (float && (Object.is(wanted, found) || wanted === found)) continue;
		const distance = Math.abs(found - wanted);
		const over = distance - atol - rtol * Math.abs(wanted);
		if (float && over <= 0) continue;
		count++;
		const beyond = float ? over : distance;
		const badness = Number.isFinite(beyond) ? beyond : float ? Number.POSITIVE_INFINITY : 0;
		if (badness > excess) {
			excess = badness;
			worst = i;
		}
	}
	if (count === 0) return null;
	const absolute = Math.abs(numberAt(actual, worst) - numberAt(expected, worst));
	return {
		index: worst,
		count,
		of: expected.data.length,
		expected: elementText(expected, worst),
		actual: elementText(actual, worst),
		absolute: Number.isFinite(absolute) ? absolute : NaN
	};
}
function elementText(tensor, index) {
	const value = tensor.data[index];
	if (typeof value === "string") return code$3(value);
	return isFloat(tensor) ? numberText(numberAt(tensor, index)) : String(value);
}
/**
* Why `actual` is not `expected`, as the end of a sentence about an output, or null. `relation` leads to the expected
* value.
* @example 'is 0.75 at [3, 0] and should be 0.5 (off by 0.25; 2 of 8 elements differ)'
*/
function mismatch(expected, actual, tolerance, relation = "should be") {
	if (expected.type !== actual.type) return `is ${actual.type} and should be ${expected.type}`;
	const [wanted, found] = [expected.shape, actual.shape];
	if (wanted.length !== found.length || wanted.some((size, axis) => size !== found[axis])) return `has the shape ${shapeText(found)} and should have ${shapeText(wanted)}`;
	const difference = worstDifference(expected, actual, tolerance);
	if (!difference) return null;
	const { index, count, of, absolute } = difference;
	const off = Number.isNaN(absolute) ? "" : `off by ${numberText(absolute)}; `;
	return `is ${difference.actual} at ${placeOf(wanted, index)} and ${relation} ${difference.expected} (${off}${count} of ${of} elements differ)`;
}
// src/core/behaviour/golden.ts
const POSITION = /^(input|output)_(\d+)$/;
/**
* Puts stored tensors in their places: by the tensor's own name where the model has it, else `input_0`, `output_1` and
* so on by the order of the signature. Findings name every tensor that has no place or cannot be read; the vector is
* null when an input of the model is missing or no output is there.
*/
function assembleGolden(name, parts, { inputs, outputs }) {
	const findings = [];
	const given = /* @__PURE__ */ new Map();
	const expected = /* @__PURE__ */ new Map();
	const unusable = (what) => {
		findings.push(findingFor("golden-unread", `Golden vector ${code$3(name)}: ${what}.`));
	};
	for (const { place, stored } of parts) {
		if (!stored.ok) {
			unusable(`${code$3(place)} ${stored.why}`);
			continue;
		}
		const [, role, position] = POSITION.exec(place) ?? [];
		const known = {
			input: inputs,
			output: outputs
		};
		const roles = role === "input" || role === "output" ? [role] : ["input", "output"];
		const named = roles.find((one) => known[one].some((info) => info.name === stored.name));
		const info = named ? { name: stored.name } : position === void 0 ? void 0 : known[roles[0]][Number(position)];
		if (!info) unusable(`${code$3(place)} is neither an input nor an output of the model`);
		else (named === "output" || !named && role === "output" ? expected : given).set(info.name, stored.tensor);
	}
	const missing = inputs.filter((input) => !given.has(input.name));
	if (findings.length === 0 && missing.length > 0) unusable(`it has no values for input ${code$3(missing[0].name)}`);
	if (findings.length === 0 && expected.size === 0) unusable("it has no outputs");
	return {
		golden: missing.length === 0 && expected.size > 0 ? {
			name,
			inputs: given,
			outputs: expected
		} : null,
		findings
	};
}
/** One finding for each output that differs, with its worst element. */
function judgeGolden({ name, outputs }, actual, tolerance = GOLDEN) {
	return [...outputs].flatMap(([output, expected]) => {
		const found = actual.get(output);
		const words = found ? mismatch(expected, found, tolerance) : "was not computed";
		if (words === null) return [];
		return [findingFor("golden", `Golden vector ${code$3(name)}: output ${code$3(output)} ${words}.`, { at: output })];
	});
}
// src/core/behaviour/rows.ts
/** Names of first dimensions that count something else than rows. */
const NOT_ROWS = /seq|time|step|len|token|frame|chan|height|width|past|cache/i;
/**
* The inputs that hold one line a row: those whose first dimension is open, under one name for all. Null when no
* input has such a dimension, or when its name says that it is something else, such as the length of a sequence.
*/
function batchedInputs({ inputs }) {
	const open = inputs.filter(({ shape }) => isOpen(shape[0]));
	const names = new Set(open.flatMap(({ shape }) => typeof shape[0] === "string" ? [shape[0]] : []));
	if (open.length === 0 || names.size > 1 || [...names].some((name) => NOT_ROWS.test(name))) return null;
	return new Set(open.map(({ name }) => name));
}
const isOpen = (size) => size === null || typeof size === "string";
/** How many rows the feeds have; null when the batched inputs do not agree. */
function rowsOf(feeds, batched) {
	const sizes = new Set([...batched].map((name) => feeds.get(name)?.shape[0]));
	const [rows] = sizes;
	return sizes.size === 1 && rows !== void 0 ? rows : null;
}
/** The rows at `indices`, in that order; a row may be taken twice. */
function takeRows(tensor, indices) {
	const [rows = 1, ...rest] = tensor.shape;
	const width = tensor.data.length / rows;
	const shape = [indices.length, ...rest];
	const { data } = tensor;
	if (Array.isArray(data)) return {
		...tensor,
		data: indices.flatMap((row) => data.slice(row * width, (row + 1) * width)),
		shape
	};
	const picked = data.slice(0, 0).constructor;
	const out = new picked(indices.length * width);
	for (const [i, row] of indices.entries()) out.set(data.subarray(row * width, (row + 1) * width), i * width);
	return {
		...tensor,
		data: out,
		shape
	};
}
/** The feeds with only these rows of the batched inputs. */
function feedsOfRows(feeds, batched, indices) {
	return new Map([...feeds].map(([name, tensor]) => [name, batched.has(name) ? takeRows(tensor, indices) : tensor]));
}
/** Row tensors, one after the other, as one. All of one type and width. */
function joinRows(tensors) {
	const [first] = tensors;
	const shape = [tensors.reduce((sum, { shape }) => sum + (shape[0] ?? 1), 0), ...first.shape.slice(1)];
	if (Array.isArray(first.data)) return {
		type: "string",
		data: tensors.flatMap(({ data }) => data),
		shape
	};
	const length = tensors.reduce((sum, { data }) => sum + data.length, 0);
	const out = new first.data.constructor(length);
	let at = 0;
	for (const { data } of tensors) {
		out.set(data, at);
		at += data.length;
	}
	return {
		type: first.type,
		data: out,
		shape
	};
}
// src/core/behaviour/judge.ts
/** Elements of float outputs that are not finite, the first with its place. */
function judgeFinite(outputs, on, check = "finite", severity) {
	return [...outputs].flatMap(([name, tensor]) => {
		const bad = notFinite(tensor);
		if (!bad) return [];
		const { index, count } = bad;
		return [findingFor(check, `Output ${code$3(name)} is ${numberText(numberAt(tensor, index))} at ${placeOf(tensor.shape, index)} on ${on}; ${count} of ${tensor.data.length} elements are not finite.`, {
			at: name,
			...severity && { severity }
		})];
	});
}
function notFinite(tensor) {
	if (!isFloat(tensor)) return null;
	let index = -1;
	let count = 0;
	for (let i = 0; i < tensor.data.length; i++) {
		if (Number.isFinite(numberAt(tensor, i))) continue;
		if (index < 0) index = i;
		count++;
	}
	return count === 0 ? null : {
		index,
		count
	};
}
/** The same inputs twice: equal to the bit. */
function judgeRepeat(first, second) {
	return [...first].flatMap(([name, expected]) => {
		const words = mismatch(expected, second.get(name), EXACT, "was");
		if (words === null) return [];
		return [findingFor("deterministic", `The second time on the same inputs, output ${code$3(name)} ${words}.`, { at: name })];
	});
}
/** The outputs that have one line for each of `rows` rows. */
function rowOutputs(outputs, rows) {
	return new Map([...outputs].filter(([, { shape }]) => shape[0] === rows));
}
/** Rows of one run of a batch (`batch`) against the same rows, each run alone (`singles`). */
function judgeSingles(batch, singles) {
	const indices = singles.map((_, i) => i);
	return [...batch].flatMap(([name, tensor]) => {
		const alone = singles.map((outputs) => outputs.get(name));
		const odd = alone.find(({ shape }) => shape[0] !== 1);
		const words = odd ? `has the shape ${shapeText(odd.shape)} for one row and ${shapeText(tensor.shape)} for ${tensor.shape[0]}` : mismatch(joinRows(alone), takeRows(tensor, indices), REORDERED, "alone is");
		if (words === null) return [];
		return [findingFor("batch-invariant", `In a batch of ${tensor.shape[0]}, output ${code$3(name)} ${words}.`, { at: name })];
	});
}
/** A batch against the same rows in the order of `indices`. */
function judgeOrder(batch, reordered, indices) {
	return [...batch].flatMap(([name, tensor]) => {
		const words = mismatch(takeRows(tensor, indices), reordered.get(name), REORDERED, "was");
		if (words === null) return [];
		return [findingFor("row-order", `With the rows of the batch in another order, output ${code$3(name)} ${words}.`, { at: name })];
	});
}
/** A batch against the same batch with NaN in the floats of its first row. */
function judgeMissing(batch, holed) {
	return [...batch].flatMap(([name, tensor]) => {
		const others = Array.from({ length: tensor.shape[0] - 1 }, (_, i) => i + 1);
		const found = holed.get(name);
		const words = mismatch(takeRows(tensor, others), takeRows(found, others), REORDERED, "was");
		const first = notFinite(takeRows(found, [0]));
		const spread = `With NaN in the first row alone, output ${code$3(name)} of the rows after it ${words}.`;
		const own = `Output ${code$3(name)} is not finite for a row whose floats are all NaN.`;
		return [...words === null ? [] : [findingFor("missing-spread", spread, { at: name })], ...first === null ? [] : [findingFor("missing-values", own, { at: name })]];
	});
}
// src/core/behaviour/made-up.ts
/** Inputs for a model when there are no real rows: seeded, and ordinary enough that most models take them. */
/** In the order to try them: a model may take only one of them. */
const FILLINGS = [
	{
		open: 8,
		below: 2
	},
	{
		open: 8,
		below: 1
	},
	{
		open: 32,
		below: 1
	},
	{
		open: 1,
		below: 1
	}
];
const MOST_ROWS = 8;
/** Elements of all inputs together: 16 MiB of float32. */
const MOST_ELEMENTS = 2 ** 22;
/** Floats in [0, 1), small whole numbers, empty text; or the input that nothing can be made up for. */
function madeUpInputs({ inputs }, { open, below }, random) {
	const odd = inputs.find(({ type }) => type === null || !elementOf(type));
	if (odd) return { why: `input ${code$3(odd.name)} is ${odd.type ?? "a sequence or a map"}` };
	const sizesFor = (rows) => inputs.map(({ shape }) => shape.map((size, axis) => typeof size === "number" ? size : axis === 0 ? rows : open));
	const count = (sizes) => sizes.reduce((sum, shape) => sum + shape.reduce((product, size) => product * size, 1), 0);
	let rows = MOST_ROWS;
	while (rows > 2 && count(sizesFor(rows)) > MOST_ELEMENTS) rows--;
	const sizes = sizesFor(rows);
	if (!(count(sizes) <= 16 * MOST_ELEMENTS)) return { why: "its inputs are too large" };
	const made = inputs.map(({ name, type }, i) => {
		const shape = sizes[i];
		return [name, {
			type,
			data: valuesOf(type, shape, below, random),
			shape
		}];
	});
	return { feeds: new Map(made) };
}
function valuesOf(type, shape, below, random) {
	const element = elementOf(type);
	const data = element.allocate(shape.reduce((product, size) => product * size, 1));
	if (element.family === "string") return data;
	const draw = element.family === "float" ? random : () => Math.floor(random() * below);
	const convert = type === "float16" ? toHalf : type === "int64" || type === "uint64" ? BigInt : Number;
	for (let i = 0; i < data.length; i++) data[i] = convert(draw());
	return data;
}
// src/core/behaviour/perturb.ts
/** Feeds with other values in them. */
/** A copy with element `index` of the tensor set by number; float16 is rounded, whole numbers are truncated. */
function setter(tensor) {
	const { type } = tensor;
	const convert = type === "float16" ? toHalf : type === "int64" || type === "uint64" ? (value) => BigInt(Math.trunc(value)) : Number;
	return (data, index, value) => {
		data[index] = convert(value);
	};
}
/** Every float input filled with one value; the others as they are. Null when there is no float input. */
function withFloats(feeds, value, half = value) {
	if (![...feeds.values()].some(isFloat)) return null;
	return new Map([...feeds].map(([name, tensor]) => {
		const fill = tensor.type === "float16" ? half : value;
		return [name, isFloat(tensor) ? withValues(tensor, () => fill) : tensor];
	}));
}
/** As the feeds, with NaN in the floats of the first row of the batched inputs. Null when these hold no float. */
function withHole(feeds, batched) {
	const holed = [...batched].filter((name) => isFloat(feeds.get(name)));
	if (holed.length === 0) return null;
	return new Map([...feeds].map(([name, tensor]) => {
		const width = tensor.data.length / (tensor.shape[0] || 1);
		return [name, holed.includes(name) ? withValues(tensor, (i) => i < width ? NaN : null) : tensor];
	}));
}
/** As the tensor, with `value` in one column of every row. */
function withColumn(tensor, column, value) {
	const width = tensor.data.length / (tensor.shape[0] || 1);
	return withValues(tensor, (i) => i % width === column ? value : null);
}
/** `valueAt` null: the element stays. */
function withValues(tensor, valueAt) {
	const data = tensor.data.slice();
	const set = setter(tensor);
	for (let i = 0; i < data.length; i++) {
		const value = valueAt(i);
		if (value !== null) set(data, i, value);
	}
	return {
		...tensor,
		data
	};
}
// src/core/behaviour/monotonic.ts
/** Values of a column that each row is tried with. */
const STEPS$1 = 8;
/** Scores of a flat piece differ by the rounding of float32. */
const ROUNDING = {
	absolute: 1e-6,
	relative: 1e-5
};
/** Why a declaration cannot be looked at, as a finding, or null. */
function checkMonotonic({ name, places }, feeds) {
	const odd = places.find(({ input }) => ["string", "bool"].includes(feeds.get(input).type));
	if (!odd) return null;
	const type = feeds.get(odd.input).type;
	return findingFor("monotonic", `\`monotonic\` names ${code$3(name)}, and input ${code$3(odd.input)} is ${type}.`, {
		at: odd.input,
		fix: "Leave it out: only numbers go up and down."
	});
}
/**
* The values to try, going up: quantiles of the column over the given rows; around its only value when there is but
* one. Each row then meets values that occur, so that a fault found here is one that requests can meet.
*/
function gridOf(tensor, column) {
	const rows = tensor.shape[0] || 1;
	const width = tensor.data.length / rows;
	const sorted = Array.from({ length: rows }, (_, row) => numberAt(tensor, row * width + column)).filter(Number.isFinite).sort((a, b) => a - b);
	if (sorted.length === 0) return [0, 1];
	const picked = Array.from({ length: STEPS$1 }, (_, i) => sorted[Math.round(i * (sorted.length - 1) / 7)]);
	const grid = [...new Set(picked)];
	return grid.length > 1 ? grid : [grid[0], grid[0] + 1];
}
/** The feeds with the column at `value` in every row. */
function monotonicFeeds({ places }, feeds, value) {
	const changed = new Map(feeds);
	for (const { input, column } of places) changed.set(input, withColumn(changed.get(input), column, value));
	return changed;
}
/** `scores[i]` are the rows' scores with the column at `grid[i]`. One finding with the worst step, or none. */
function judgeMonotonic({ name, places, direction }, grid, scores) {
	const sign = direction === "increasing" ? 1 : -1;
	const rows = scores[0].length;
	const wrong = /* @__PURE__ */ new Set();
	let worst = {
		by: 0,
		row: 0,
		step: 0
	};
	for (let step = 1; step < grid.length; step++) for (let row = 0; row < rows; row++) {
		const [before, after] = [scores[step - 1][row], scores[step][row]];
		const by = sign * (before - after);
		if (!(by > ROUNDING.absolute + ROUNDING.relative * Math.abs(before))) continue;
		wrong.add(row);
		if (by > worst.by) worst = {
			by,
			row,
			step
		};
	}
	if (wrong.size === 0) return [];
	const [from, to] = [worst.step - 1, worst.step];
	const move = `${numberText(grid[from])} to ${numberText(grid[to])}`;
	const scored = `${numberText(scores[from][worst.row])} to ${numberText(scores[to][worst.row])}`;
	return [findingFor("monotonic", `The score must not go ${direction === "increasing" ? "down" : "up"} with ${code$3(name)}, and does for ${wrong.size} of ${rows} rows: in row ${worst.row + 1}, from ${move}, it goes from ${scored}.`, { at: places[0].input })];
}
// src/core/scoring/output.ts
/** float16 arrives as raw bits. */
const FLOATS = /* @__PURE__ */ new Set([
	"float32",
	"float64",
	"float16"
]);
/**
* The output named in `choice`, else the only one of floats that gives one number a row. Integer outputs, such as
* scikit-learn's `label`, are never scores. Faults: `model-signature`.
*/
function planOutput({ outputs }, given, perClass = false) {
	if (perClass && given.class !== void 0) return {
		ok: false,
		faults: [CLASS_OF_MANY]
	};
	const choice = perClass ? {
		...given,
		class: "all"
	} : given;
	const chosen = choice.name === void 0 ? pick(outputs, choice) : find(outputs, choice.name);
	if ("code" in chosen) return {
		ok: false,
		faults: [chosen]
	};
	const problem = misfit(chosen, choice);
	if (problem) return {
		ok: false,
		faults: [problem]
	};
	return {
		ok: true,
		plan: {
			name: chosen.name,
			activation: choice.activation,
			class: choice.class ?? null
		}
	};
}
const CLASS_OF_MANY = {
	code: "model-signature",
	message: "`output.class` chooses one column, and `task: multiclass` judges all of them.",
	fix: "Leave `class` out, or write `task: binary`."
};
/** Most columns of scores that a table is asked to hold. */
const MOST_CLASSES = 1e3;
function find(outputs, name) {
	const names = outputs.map((output) => output.name);
	const [near] = nearest(name, names, 1);
	const found = outputs.find((output) => output.name === name);
	if (found) return found;
	return {
		code: "model-signature",
		message: `The model has no output ${code$3(name)}; it has ${list$3(names)}.`,
		fix: near === void 0 ? "Correct `output.name`." : `Did you mean ${code$3(near)}?`
	};
}
function pick(outputs, choice) {
	const floats = outputs.filter(({ type }) => type !== null && FLOATS.has(type));
	const [first, second] = floats.filter((output) => misfit(output, choice) === null);
	if (first && !second) return first;
	const [only, another] = [
		floats,
		outputs.filter(({ type }) => type === null),
		outputs
	].find((each) => each.length > 0) ?? [];
	if (only && !another) return only;
	const described = outputs.map(({ name, type, shape }) => {
		return `${code$3(name)} (${type === null ? "not a tensor" : `${clip(type)} ${shapeText(shape)}`})`;
	});
	const example = (first ?? only)?.name ?? "";
	return {
		code: "model-signature",
		message: `Which output is the score cannot be told: the model has ${described.slice(0, 20).join(", ") || "none"}.`,
		fix: `Name it in the policy:\noutput: { name: ${yamlName(example)} }`
	};
}
/** Why an output cannot give one number a row, as far as its declared shape tells. */
function misfit({ name, type, shape }, choice) {
	const refuse = (message, fix) => {
		return {
			code: "model-signature",
			message: `Output ${code$3(name)} ${message}.`,
			fix
		};
	};
	if (type === null) return refuse("is a sequence or a map (such as ZipMap makes), not a tensor", "Export the model without it: `convert_sklearn(…, options={\"zipmap\": False})`.");
	if (!FLOATS.has(type)) return refuse(`holds ${clip(type)}, which are labels and not scores`, "Name an output of probabilities.");
	if (shape.length > 2) return refuse(`has ${shape.length} dimensions ${shapeText(shape)}`, "Export the model with a score of [batch], [batch, 1] or [batch, classes].");
	const width = shape.length === 2 ? shape[1] : shape.length === 1 ? 1 : null;
	return typeof width === "number" ? widthFault(name, width, choice) : null;
}
function widthFault(name, width, choice) {
	const wrong = (message, fix) => ({
		code: "model-signature",
		message,
		fix
	});
	const title = `Output ${code$3(name)}`;
	if (choice.activation === "softmax" && width === 1) return wrong(`${title} has one column, and the softmax of one number is always 1.`, "Write `activation: sigmoid`.");
	if (choice.class === "all") {
		if (width < 2) return wrong(`${title} has one column, and several classes need one each.`, "Name the output of all classes, or write `task: binary`.");
		if (width <= MOST_CLASSES) return null;
		return wrong(`${title} has ${width} columns; at most ${MOST_CLASSES} classes are judged.`, "Judge it as a ranking of items, one row each.");
	}
	if ((choice.class ?? null) === null && width > 2) return wrong(`${title} has ${width} columns, and \`output.class\` does not say which is the score.`, `Add it, counted from 0:\noutput: { name: ${yamlName(name)}, class: 1 }`);
	if ((choice.class ?? 0) < width) return null;
	const have = width === 1 ? "only column 0" : `columns 0 to ${width - 1}`;
	return wrong(`\`output.class\` is ${choice.class}, and output ${code$3(name)} has ${have}.`, width === 1 ? "Leave `class` out." : "Correct `class`; it counts from 0.");
}
/**
* The columns that are scores, for a tensor whose declared shape left their number open. Throws `model-signature`.
*/
function columnsOf$1({ name, activation, class: wanted }, width) {
	const problem = widthFault(name, width, {
		activation,
		class: wanted
	});
	if (problem) throw fault(problem.code, problem.message, { fix: problem.fix });
	if (wanted === "all") return Array.from({ length: width }, (_, column) => column);
	return [wanted ?? width - 1];
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
	if (shape[0] !== rows || !Number.isInteger(width) || width === 0) throw fault("model-signature", `Output ${code$3(plan.name)} came back as ${shapeText(shape)} for ${rows} rows.`, { fix: "Name an output that has one line a row." });
	const columns = columnsOf$1(plan, width);
	const values = type === "float16" ? Float64Array.from(data, fromHalf) : data;
	const activate = ACTIVATIONS[plan.activation];
	const classes = columns.length;
	const scores = new Float64Array(count * classes);
	for (let i = 0; i < count; i++) for (let k = 0; k < classes; k++) scores[i * classes + k] = activate(values, i * width, width, columns[k]);
	return {
		scores,
		classes
	};
}
// src/commands/try-monotonic.ts
/** Moves each declared column over the rows, and judges which way the score goes. */
async function* tryMonotonic({ session, run, feeds }, declared, choice) {
	if (declared.length === 0) return;
	const planned = planOutput(session.signature, choice);
	if (!planned.ok) {
		yield planned.faults.map(({ message, fix }) => findingFor("monotonic", `\`monotonic\` needs to know the score. ${message}`, { ...fix !== void 0 && { fix } }));
		return;
	}
	for (const one of declared) {
		const wrong = checkMonotonic(one, feeds);
		if (wrong) {
			yield [wrong];
			continue;
		}
		const [place] = one.places;
		const tensor = feeds.get(place.input);
		const rows = tensor.shape[0] ?? 1;
		const grid = gridOf(tensor, place.column);
		const scores = [];
		for (const value of grid) {
			const ran = await run(monotonicFeeds(one, feeds, value));
			if (!ran.ok) {
				yield [findingFor("monotonic", `\`monotonic\` names \`${one.name}\`: ${ran.fault.message}`, { at: place.input })];
				break;
			}
			const read = scoresOf(planned.plan, ran.outputs, rows);
			if (!(read instanceof Float64Array)) {
				yield [findingFor("monotonic", `\`monotonic\` needs to know the score. ${read.message}`)];
				return;
			}
			scores.push(read);
		}
		if (scores.length === grid.length) yield judgeMonotonic(one, grid, scores);
	}
}
/** The score of each row; the fault when the output has not one line a row, which only a run can tell. */
function scoresOf(plan, outputs, rows) {
	try {
		return extractScores(plan, outputs.get(plan.name), rows, rows).scores;
	} catch (error) {
		if (error instanceof FaultError) return error.faults[0];
		throw error;
	}
}
// src/commands/behaviour.ts
/** Rows that are run alone: each is a call. */
const MOST_SINGLES = 16;
/** A wrong unit, such as cents for thousands: finite in float32 even when a model squares it twice. */
const EXTREME = 1e6;
/** The largest round number that a float16 holds with room above. */
const EXTREME_HALF = 1e4;
/**
* Runs an opened model on golden vectors and on rows, and judges what comes out: equal to what is stored, finite, the
* same twice, the same for a row alone as in any batch and order, monotone where that is declared, and finite on large
* inputs. When the process dies or is stopped, that is a finding and the last one.
* Throws faults that are not the model's.
*/
async function runBehaviour(session, inputs) {
	const found = [];
	try {
		for await (const findings of examine(session, inputs)) found.push(...findings);
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		const ends = error.faults.map(findingOf);
		if (ends.includes(null)) throw error;
		found.push(...ends);
	}
	return found;
}
async function* examine(session, { rows, many, goldens, monotonic, output, seed, beside }) {
	const { signature } = session;
	const outputs = signature.outputs.filter(({ type }) => type !== null && elementOf(type)).map(({ name }) => name);
	if (outputs.length === 0) {
		yield [findingFor("untestable", "The model has no output that onnxruntime-node can fetch.")];
		return;
	}
	const run = (feeds) => attempt$1(session, feeds, outputs);
	for (const { name, parts } of goldens) {
		const { golden, findings } = assembleGolden(name, parts, signature);
		yield findings;
		if (golden) yield await tryGolden(session, golden);
	}
	const started = rows ? await startReal(run, rows) : await startMadeUp(session, run, seed);
	if ("finding" in started) {
		yield [started.finding];
		return;
	}
	const subject = {
		session,
		run,
		...started
	};
	const { on, real, first } = subject;
	const unsound = judgeFinite(first, on, "finite", real ? "error" : "warning");
	yield unsound;
	yield await tryTwice(subject);
	await beside?.({
		feeds: subject.feeds,
		rows: countRows(signature, subject.feeds)
	});
	yield* tryRows(subject, unsound.length === 0);
	yield* tryMonotonic({
		...subject,
		feeds: many ?? subject.feeds
	}, monotonic, output);
	if (unsound.length === 0) yield* tryExtremes(subject);
}
function countRows(signature, feeds) {
	const batched = batchedInputs(signature);
	return (batched && rowsOf(feeds, batched)) ?? 1;
}
/** A refusal is an answer; an end of the process is thrown. */
async function attempt$1(session, feeds, outputs) {
	try {
		return {
			ok: true,
			outputs: await session.run(feeds, outputs)
		};
	} catch (error) {
		if (!(error instanceof FaultError) || error.faults.some((each) => isDeadly(each) || !findingOf(each))) throw error;
		return {
			ok: false,
			fault: error.faults[0]
		};
	}
}
async function tryGolden(session, golden) {
	const ran = await attempt$1(session, golden.inputs, [...golden.outputs.keys()]);
	if (ran.ok) return judgeGolden(golden, ran.outputs);
	return [findingFor("golden", `Golden vector \`${golden.name}\`: ${ran.fault.message}`, { ...detailsOf$1(ran.fault) })];
}
const detailsOf$1 = ({ details }) => details === void 0 ? {} : { details };
async function startReal(run, feeds) {
	const ran = await run(feeds);
	if (ran.ok) return {
		feeds,
		on: "rows of the holdout",
		real: true,
		first: ran.outputs
	};
	return { finding: findingFor("run", ran.fault.message, { ...detailsOf$1(ran.fault) }) };
}
async function startMadeUp({ signature }, run, seed) {
	let why = "";
	for (const filling of FILLINGS) {
		const made = madeUpInputs(signature, filling, seededRandom(seed).uniform);
		if ("why" in made) return { finding: notMade(made.why) };
		const ran = await run(made.feeds);
		if (ran.ok) return {
			feeds: made.feeds,
			on: "made-up inputs",
			real: false,
			first: ran.outputs
		};
		why = ran.fault.message;
	}
	return { finding: notMade(why) };
}
const notMade = (why) => findingFor("inputs", `No inputs could be made up, so behaviour was not looked at: ${why.replace(/\.$/, "")}.`);
async function tryTwice({ run, feeds, first }) {
	const again = await run(feeds);
	return again.ok ? judgeRepeat(first, again.outputs) : [];
}
async function* tryRows({ session, run, feeds, first, real }, finite) {
	const { signature } = session;
	const batched = batchedInputs(signature);
	const rows = batched && rowsOf(feeds, batched);
	if (!batched || !rows || rows < 2) return;
	const batch = rowOutputs(first, rows);
	const name = signature.inputs.find((input) => batched.has(input.name)).shape[0];
	const pick = (indices) => run(feedsOfRows(feeds, batched, indices));
	const refused = (count, { message, details }) => {
		const sure = typeof name === "string" || real;
		return findingFor("dynamic-dimensions", `${rows} rows run and ${count} does not: ${message}`, {
			at: [...batched][0],
			...!sure && { severity: "warning" },
			...details !== void 0 && { details }
		});
	};
	const singles = [];
	for (let row = 0; row < Math.min(rows, MOST_SINGLES); row++) {
		const alone = await pick([row]);
		if (!alone.ok) {
			yield [refused(1, alone.fault)];
			break;
		}
		singles.push(alone.outputs);
	}
	const variant = singles.length === 0 ? [] : judgeSingles(batch, singles);
	yield variant;
	const reversed = Array.from({ length: rows }, (_, i) => rows - 1 - i);
	const reordered = await pick(reversed);
	if (reordered.ok && variant.length === 0) yield judgeOrder(batch, reordered.outputs, reversed);
	if (singles.length > 0 && rows > 2) {
		const fewer = await pick(reversed.slice(1));
		if (!fewer.ok) yield [refused(rows - 1, fewer.fault)];
	}
	const holed = withHole(feeds, batched);
	const ran = holed && await run(holed);
	if (ran?.ok && finite && variant.length === 0) yield judgeMissing(batch, ran.outputs);
}
/** Last, for they are what a model is most likely to die of. */
async function* tryExtremes({ run, feeds }) {
	for (const sign of [1, -1]) {
		const extreme = withFloats(feeds, sign * EXTREME, sign * EXTREME_HALF);
		const ran = extreme && await run(extreme);
		if (!ran) continue;
		const on = `inputs that are all ${sign < 0 ? "−" : ""}${EXTREME.toLocaleString("en")}`;
		yield ran.ok ? judgeFinite(ran.outputs, on, "extreme-values") : [findingFor("extreme-values", `On ${on}: ${ran.fault.message}`, {
			severity: "info",
			...detailsOf$1(ran.fault)
		})];
	}
}
// src/core/behaviour/ulp.ts
/**
* The distance of two float tensors of one type, by element; null for other types. Both elements must be finite.
* The bits of IEEE 754 numbers of one sign, read as a whole number, rise with the number; those of negative ones count
* down from zero, so that +0 and −0 are 0 apart.
* @example 1 and the next float32, 1.00000012, are 1 apart; the smallest numbers of both signs are 2 apart.
*/
function ulpsBetween(a, b) {
	const kind = a.type === b.type ? ORDERS[a.type] : void 0;
	if (!kind) return null;
	const [left, right] = [kind(a.data), kind(b.data)];
	return (index) => {
		const [one, other] = [left(index), right(index)];
		return typeof one === "bigint" || typeof other === "bigint" ? Math.abs(Number(BigInt(one) - BigInt(other))) : Math.abs(one - other);
	};
}
const ORDERS = {
	float16(data) {
		return (i) => data[i] & 32768 ? -(data[i] & 32767) : data[i];
	},
	float32(data) {
		const bits = new Int32Array(data.buffer, data.byteOffset, data.length);
		return (i) => bits[i] < 0 ? -(bits[i] & 2147483647) : bits[i];
	},
	float64(data) {
		const bits = new BigInt64Array(data.buffer, data.byteOffset, data.length);
		return (i) => bits[i] < 0n ? -(bits[i] & 9223372036854775807n) : bits[i];
	}
};
// src/core/behaviour/outputs.ts
/** What two models say to the same rows. */
/** Outputs that are in one model only are told by the signature. */
function compareOutputs(candidate, baseline, rows) {
	const list = [];
	const notes = [];
	for (const [name, now] of [...candidate].slice(0, MOST_ENTRIES$1)) {
		const before = baseline.get(name);
		if (!before) continue;
		const compared = compareOutput(name, now, before, rows);
		if (typeof compared === "string") notes.push(clipForeign(compared));
		else list.push(compared);
	}
	if (list.length + notes.length === 0) notes.push("The models have no output in common.");
	return {
		list,
		notes: notes.slice(0, 20)
	};
}
function compareOutput(name, now, before, rows) {
	const told = [now, before].map(({ shape }) => shapeText(shape));
	if (told[0] !== told[1]) return `Output ${code$3(name)} came back as ${told[0]}, and as ${told[1]} before.`;
	if (now.type === "string" !== (before.type === "string")) return `Output ${code$3(name)} is ${now.type}; it was ${before.type}.`;
	const byRow = now.shape[0] === rows;
	const lines = byRow ? rows : 1;
	const width = now.data.length / lines;
	const ulps = ulpsBetween(now, before);
	const differing = /* @__PURE__ */ new Set();
	const worst = {
		absolute: null,
		relative: null,
		ulp: null
	};
	let incomparable = 0;
	const note = (kind, value, at, c, b) => {
		if (!Number.isFinite(value) || value <= (worst[kind]?.value ?? 0)) return;
		const row = byRow ? Math.floor(at / width) : null;
		worst[kind] = {
			value,
			row,
			index: at % width,
			candidate: c,
			baseline: b
		};
	};
	for (let i = 0; i < now.data.length; i++) {
		if (now.type === before.type && now.type !== "float16" && now.data[i] === before.data[i]) continue;
		const [c, b] = [numberAt(now, i), numberAt(before, i)];
		if (now.type !== "string" && (c === b || Number.isNaN(c) && Number.isNaN(b))) continue;
		differing.add(Math.floor(i / width));
		const distance = Math.abs(c - b);
		if (!Number.isFinite(distance)) {
			incomparable++;
			continue;
		}
		note("absolute", distance, i, c, b);
		if (b !== 0) note("relative", distance / Math.abs(b), i, c, b);
		if (ulps) note("ulp", ulps(i), i, c, b);
	}
	return {
		name: clipForeign(name),
		differing: differing.size / lines,
		...worst,
		incomparable
	};
}
// src/commands/compare-outputs.ts
/**
* Runs both models on the same rows and compares the outputs that they share. Where the baseline fails, or either
* refuses the rows, a note says why. Throws the fault that ends the candidate's process, and those that are no model's.
*/
async function runCompareOutputs(candidate, baseline, { on, rows }) {
	const names = fetched(candidate.session).filter((name) => fetched(baseline.session).includes(name));
	if (names.length === 0) return uncompared(on, rows, "the models have no output in common.");
	const now = await attempt(candidate, names, rows);
	if ("code" in now) {
		if (isDeadly(now)) throw new FaultError([now]);
		return uncompared(on, rows, `the candidate refuses the rows. ${now.message}`);
	}
	const before = await attempt(baseline, names, rows);
	if ("code" in before) return uncompared(on, rows, `the baseline does not run. ${before.message}`);
	return {
		on,
		rows,
		...compareOutputs(now, before, rows)
	};
}
function uncompared(on, rows, why) {
	return {
		on,
		rows,
		list: [],
		notes: [clipForeign(why)]
	};
}
const fetched = ({ signature }) => signature.outputs.filter(({ type }) => type !== null && elementOf(type)).map(({ name }) => name);
async function attempt(fed, names, rows) {
	try {
		return await runAll(fed, names, rows);
	} catch (error) {
		if (!(error instanceof FaultError) || error.faults.some((each) => !findingOf(each))) throw error;
		return error.faults[0];
	}
}
async function runAll({ session, calls, size }, names, rows) {
	const parts = [];
	for (const feeds of calls) parts.push(await session.run(feeds, names));
	if (size === null) return parts[0];
	const wanted = Array.from({ length: rows }, (_, i) => i);
	const lines = names.filter((name) => parts.every((part) => part.get(name).shape[0] === size));
	return new Map(lines.map((name) => [name, takeRows(joinRows(parts.map((part) => part.get(name))), wanted)]));
}
// src/commands/first-rows.ts
/**
* Reads the first `most` rows, or fewer where the holdout has fewer, for each model; faults of a model whose inputs
* they cannot feed. Throws what opening and reading throw, and the faults of the mapping that are no single model's.
*/
async function runReadFirstRows(wanted, signatures, { tables }) {
	try {
		var _usingCtx$4 = _usingCtx();
		const table = _usingCtx$4.a(await tables.open(wanted.rows.source));
		throwFaults(checkMappingNames(wanted.inputs, signatures));
		const found = [];
		for (const signature of signatures) {
			const planned = planInputs(signature, table.columns, wanted.inputs, wanted.rows);
			if (!planned.ok) {
				found.push(planned);
				continue;
			}
			const { plan } = planned;
			const { rows, columns } = await firstBatch(table, requestsOf(plan), wanted.most);
			const feeds = (count) => {
				const calls = [];
				const most = Math.min(count, rows);
				const size = plan.fixedBatch ?? most;
				for (let from = 0; from < most; from += size) calls.push(packInputs(plan, columns, {
					first: 0,
					from,
					count: Math.min(size, most - from)
				}));
				return calls;
			};
			found.push({
				ok: true,
				plan: {
					plan,
					rows,
					feeds
				}
			});
		}
		return found;
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
// src/core/behaviour/vectors/stored.ts
const unread = (why) => ({
	ok: false,
	why
});
/** Per element type, the array over little-endian bytes. */
const ARRAYS = {
	float32: Float32Array,
	float64: Float64Array,
	float16: Uint16Array,
	int8: Int8Array,
	uint8: Uint8Array,
	bool: Uint8Array,
	int16: Int16Array,
	uint16: Uint16Array,
	int32: Int32Array,
	uint32: Uint32Array,
	int64: BigInt64Array,
	uint64: BigUint64Array
};
/** Elements of a shape; null for a negative dimension, or more than an array can hold. */
function elementsOf$1(shape) {
	const elements = shape.reduce((product, size) => product * size, 1);
	return shape.every((size) => size >= 0) && Number.isSafeInteger(elements) ? elements : null;
}
/** A tensor from little-endian bytes; every platform that we run on is little-endian. */
function fromBytes(name, type, bytes, shape) {
	const array = ARRAYS[type];
	const elements = elementsOf$1(shape);
	if (elements === null || elements * array.BYTES_PER_ELEMENT !== bytes.length) return unread(`has ${bytes.length} bytes, which is not ${type} [${shape.slice(0, 20).join(", ")}]`);
	return {
		ok: true,
		name,
		tensor: {
			type,
			data: new array(new Uint8Array(bytes).buffer),
			shape
		}
	};
}
/** A tensor from values. */
function fromValues(name, type, values, shape) {
	if (elementsOf$1(shape) !== values.length) return unread(`has ${values.length} values for the shape [${shape.slice(0, 20).join(", ")}]`);
	return {
		ok: true,
		name,
		tensor: {
			type,
			data: ARRAYS[type].from.call(ARRAYS[type], values),
			shape
		}
	};
}
function fromTexts(name, texts, shape) {
	if (elementsOf$1(shape) !== texts.length) return unread(`has ${texts.length} texts for the shape [${shape.slice(0, 20).join(", ")}]`);
	return {
		ok: true,
		name,
		tensor: {
			type: "string",
			data: [...texts],
			shape
		}
	};
}
// src/core/behaviour/vectors/npy.ts
const TYPES$1 = /* @__PURE__ */ new Map([
	["f4", "float32"],
	["f8", "float64"],
	["f2", "float16"],
	["i1", "int8"],
	["u1", "uint8"],
	["b1", "bool"],
	["i2", "int16"],
	["u2", "uint16"],
	["i4", "int32"],
	["u4", "uint32"],
	["i8", "int64"],
	["u8", "uint64"]
]);
/** `\x93NUMPY` */
const MAGIC = [
	147,
	78,
	85,
	77,
	80,
	89
];
/** A header of NumPy is under 100 bytes for ordinary arrays; records, which we do not read, are longer. */
const MOST_HEADER = 1e4;
/** Reads a `.npy` file: numbers, booleans and text (`<U…`, `|S…`), in row-major order. */
function readNpy(name, bytes) {
	if (MAGIC.some((byte, i) => bytes[i] !== byte)) return unread("is not a NumPy array");
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const wide = bytes[6] > 1;
	const start = wide ? 12 : 10;
	if (bytes.length < start) return unread("is cut short");
	const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
	if (length > MOST_HEADER) return unread(`has a header of ${length} bytes`);
	const header = new TextDecoder("latin1").decode(bytes.subarray(start, start + length));
	const descr = /'descr':\s*'([<>|=])(\w)(\d+)'/.exec(header);
	const dims = /'shape':\s*\(([\d\s,]*)\)/.exec(header)?.[1];
	if (!descr || dims === void 0) return unread("is not an array of numbers or text");
	const [, order = "", kind = "", size = ""] = descr;
	const shape = dims.split(",").flatMap((size) => size.trim() === "" ? [] : [Number(size)]);
	if (order === ">") return unread("is big-endian; save it with `array.astype(array.dtype.newbyteorder('<'))`");
	if (/'fortran_order':\s*True/.test(header) && shape.length > 1) return unread("is in column-major order; save it with `np.ascontiguousarray(array)`");
	const body = bytes.subarray(start + length);
	if (kind === "U" || kind === "S") return readTexts(name, body, shape, kind, Number(size));
	const type = TYPES$1.get(kind + size);
	return type ? fromBytes(name, type, body, shape) : unread(`holds ${kind}${size}, which no model input takes`);
}
/** Fixed-width texts, filled up with zeros: UTF-32 (`U`, `size` code points) or bytes (`S`). */
function readTexts(name, body, shape, kind, size) {
	const width = kind === "U" ? size * 4 : size;
	const elements = elementsOf$1(shape);
	if (elements === null || elements * width !== body.length) return unread("is cut short");
	const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
	return fromTexts(name, Array.from({ length: elements }, (_, i) => {
		if (kind === "S") return new TextDecoder().decode(body.subarray(i * width, (i + 1) * width));
		return Array.from({ length: size }, (_, at) => view.getUint32(i * width + at * 4, true)).map((point) => String.fromCodePoint(point > 1114111 ? 65533 : point)).join("");
	}).map((text) => text.replace(/\0+$/, "")), shape);
}
// src/core/behaviour/vectors/npz.ts
/** NumPy's archives (`np.savez`, `np.savez_compressed`): zip files of `.npy` (PKWARE APPNOTE 6.3, sections 4.3 and 4.4). */
/** Arrays in one archive; a golden vector has one for each input and output. */
const MOST_ENTRIES = 1e3;
/** Bytes of one array, unpacked: 1 GiB, far beyond a golden vector and below what ends the process. */
const MOST_BYTES = 2 ** 30;
const END = 101010256;
const CENTRAL = 33639248;
const STORED = 0;
const DEFLATED = 8;
/** One result for each array, by its name without `.npy`. Null when the bytes are not a zip file that NumPy writes. */
async function readNpz(bytes) {
	const entries = entriesOf(bytes);
	if (!entries) return null;
	const arrays = /* @__PURE__ */ new Map();
	for (const { name, method, packed, size } of entries) {
		const key = name.replace(/\.npy$/, "");
		const content = method === STORED ? packed : await inflate(packed, size);
		arrays.set(key, content ? readNpy(key, content) : {
			ok: false,
			why: "cannot be unpacked"
		});
	}
	return arrays;
}
function entriesOf(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	if (end === null) return null;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	if (count > MOST_ENTRIES) return null;
	const entries = [];
	for (let i = 0; i < count; i++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
		const [names, extras, comments] = [
			28,
			30,
			32
		].map((offset) => view.getUint16(at + offset, true));
		const packedSize = view.getUint32(at + 20, true);
		const size = view.getUint32(at + 24, true);
		const local = view.getUint32(at + 42, true);
		const method = view.getUint16(at + 10, true);
		if (local + 30 > bytes.length || size > MOST_BYTES || ![STORED, DEFLATED].includes(method)) return null;
		const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
		if (start + packedSize > bytes.length) return null;
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + names));
		entries.push({
			name,
			method,
			packed: bytes.subarray(start, start + packedSize),
			size
		});
		at += 46 + names + extras + comments;
	}
	return entries;
}
/** Offset of the end-of-central-directory record: the last 22 bytes, but for a comment. */
function endOf(view) {
	const first = Math.max(0, view.byteLength - 22 - 65535);
	for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at;
	return null;
}
/** Null when the data is damaged, or is not of the size that it claims: nothing unpacks beyond that. */
async function inflate(packed, size) {
	const out = new Uint8Array(size);
	let at = 0;
	try {
		const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
		for await (const chunk of stream) {
			if (at + chunk.length > size) return null;
			out.set(chunk, at);
			at += chunk.length;
		}
	} catch {
		return null;
	}
	return at === size ? out : null;
}
// src/core/behaviour/vectors/tensor-proto.ts
/** Tensors as ONNX stores them: `test_data_set_0/input_0.pb`. */
/** Element types that Node can carry, and the typed field that holds them where `raw_data` does not. */
const TYPES = /* @__PURE__ */ new Map([
	[TensorProto_DataType.FLOAT, ["float32", ({ floatData }) => floatData]],
	[TensorProto_DataType.DOUBLE, ["float64", ({ doubleData }) => doubleData]],
	[TensorProto_DataType.FLOAT16, ["float16", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.INT8, ["int8", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.UINT8, ["uint8", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.BOOL, ["bool", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.INT16, ["int16", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.UINT16, ["uint16", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.INT32, ["int32", ({ int32Data }) => int32Data]],
	[TensorProto_DataType.UINT32, ["uint32", ({ uint64Data }) => uint64Data.map(Number)]],
	[TensorProto_DataType.INT64, ["int64", ({ int64Data }) => int64Data]],
	[TensorProto_DataType.UINT64, ["uint64", ({ uint64Data }) => uint64Data]]
]);
/** Reads a TensorProto. Its name may be empty. */
function readTensorProto(bytes) {
	const proto = parse(bytes);
	if (!proto) return unread("is not a TensorProto");
	const { name, dims, dataType, rawData } = proto;
	const shape = dims.map(Number);
	if (proto.externalData.length > 0) return unread("keeps its values in another file");
	if (dataType === TensorProto_DataType.STRING) return fromTexts(name, proto.stringData.map((text) => new TextDecoder().decode(text)), shape);
	const [type, values] = TYPES.get(dataType) ?? [];
	if (!type) {
		const known = TensorProto_DataType[dataType];
		return unread(`holds ${known ?? `element type ${dataType}`}, which onnxruntime-node cannot carry, or is no tensor`);
	}
	return rawData.length > 0 ? fromBytes(name, type, rawData, shape) : fromValues(name, type, values(proto), shape);
}
function parse(bytes) {
	try {
		return fromBinary(TensorProtoSchema, bytes);
	} catch {
		return null;
	}
}
// src/commands/goldens.ts
const PROTO = /^(?:(.*)[\\/])?((?:input|output)_\d+)\.pb$/;
/**
* Reads the golden vectors below a folder: every `*.npz`, and every folder with `input_0.pb`, `output_0.pb` and so on,
* such as `test_data_set_0`. Throws `file-missing`, and `file-kind` for an .npz that is none.
*/
async function runReadGoldens(folder, { files }) {
	const protos = /* @__PURE__ */ new Map();
	const archives = [];
	for (const file of await files.list(folder)) {
		const path = `${folder}/${file}`;
		const [, within = "", place = ""] = PROTO.exec(file) ?? [];
		if (place !== "") {
			const parts = protos.get(within) ?? [];
			parts.push({
				place,
				stored: readTensorProto(await files.read(path))
			});
			protos.set(within, parts);
		}
		if (!file.endsWith(".npz")) continue;
		const arrays = await readNpz(await files.read(path));
		if (!arrays) throw fault("file-kind", `${path} is not an archive of NumPy.`, { fix: "Write it with `np.savez(path, **arrays)`, one array for each input and output, by their names." });
		archives.push({
			name: file,
			parts: [...arrays].map(([place, stored]) => ({
				place,
				stored
			}))
		});
	}
	return [...[...protos].map(([name, parts]) => ({
		name: name === "" ? folder : name,
		parts
	})), ...archives];
}
// src/commands/run-model.ts
/** A loaded model, run on golden vectors and rows and beside its baseline. */
/** Rows for what calls the model again and again. */
const FEW_ROWS = 8;
/** Rows for what takes a call or two. */
const MANY_ROWS = 256;
/**
* Judges what the model says, and compares it with what the baseline says to the same rows.
* Throws faults of the policy, of the holdout and of the golden vectors: what is wrong around the models.
*/
async function runModel(session, inputs, ports) {
	try {
		var _usingCtx$3 = _usingCtx();
		const goldens = inputs.golden === void 0 ? [] : await runReadGoldens(inputs.golden, ports);
		const baseline = _usingCtx$3.a(await openBaseline(inputs, ports));
		const [own, others] = await readRows(session, baseline, inputs, ports);
		const { monotonic, faults } = declaredMonotonic(inputs.monotonic, own ? placesOfPlan(own.plan) : placesOfSignature(session.signature, inputs.inputs), inputs.model, inputs.positions);
		throwFaults(faults);
		let outputs = null;
		return {
			findings: await runBehaviour(session, {
				rows: own?.feeds(FEW_ROWS)[0] ?? null,
				many: own?.feeds(MANY_ROWS)[0] ?? null,
				goldens,
				monotonic,
				output: inputs.output,
				seed: 1,
				async beside(sample) {
					outputs = baseline && await compare(session, baseline, own, others, sample);
				}
			}),
			outputs
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
/** A baseline that does not load is told of, and no fault of the candidate. */
async function openBaseline({ baseline, limits }, { runner }) {
	if (baseline === null) return null;
	try {
		const session = await runner.open(baseline, limits);
		return {
			session,
			[Symbol.asyncDispose]: () => session[Symbol.asyncDispose]()
		};
	} catch (error) {
		if (!(error instanceof FaultError) || error.faults.some((each) => !findingOf(each))) throw error;
		return {
			why: `the baseline does not load. ${error.faults[0].message}`,
			[Symbol.asyncDispose]: async () => {}
		};
	}
}
/** For the candidate, which must be fed, and for the baseline, which may not. */
async function readRows(session, baseline, { rows, inputs }, ports) {
	if (!rows) return [null, null];
	const signatures = [session, ...baseline && "session" in baseline ? [baseline.session] : []];
	const [own, others] = await runReadFirstRows({
		rows,
		inputs,
		most: MANY_ROWS
	}, signatures.map(({ signature }) => signature), ports);
	if (!own.ok) throwFaults(own.faults);
	if (!own.ok) throw new Error("unreachable: what cannot be planned has faults");
	if (!others) return [own.plan, null];
	const why = others.ok ? "" : `the rows do not feed the baseline. ${others.faults[0].message}`;
	return [own.plan, others.ok ? others.plan : { why }];
}
async function compare(session, baseline, own, others, { feeds, rows }) {
	const on = own ? "holdout" : "made up";
	const count = own ? Math.min(MANY_ROWS, own.rows) : rows;
	if ("why" in baseline) return uncompared(on, count, baseline.why);
	if (others && "why" in others) return uncompared(on, count, others.why);
	const fed = (of, read) => {
		if (read) return {
			session: of,
			calls: read.feeds(count),
			size: read.plan.fixedBatch
		};
		const known = new Set(of.signature.inputs.map(({ name }) => name));
		return {
			session: of,
			calls: [new Map([...feeds].filter(([name]) => known.has(name)))],
			size: null
		};
	};
	return runCompareOutputs(fed(session, own), fed(baseline.session, others), {
		on,
		rows: count
	});
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
		return name === void 0 || names.has(name) ? [] : [missingColumn(`The ${role} column ${code$3(name)} is not in the holdout.`, name, columns)];
	});
}
/** The first row without a value: `value-missing`. `first`: the batch's first row in the holdout, from 0. */
function checkRoleValues(role, column, { valid }, first) {
	const at = valid?.indexOf(0) ?? -1;
	if (at < 0) return [];
	return [{
		code: "value-missing",
		message: `The ${role} column ${code$3(column)} has no value in row ${first + at + 1}.`,
		fix: `Every row needs one: fill it in, or leave such rows out with \`query: SELECT … WHERE … IS NOT NULL\`.`
	}];
}
// src/core/scoring/pass.ts
/** Throws nothing: the faults of the roles, of the mapping and of all models come back together. */
function planPass(signatures, columns, inputs, output, roles, slices = [], perClass = false) {
	const plans = signatures.map((signature) => ({
		feeds: planInputs(signature, columns, inputs, roles),
		output: planOutput(signature, output, perClass)
	}));
	const perModel = plans.map((plan) => [...faultsOf$1(plan.feeds), ...faultsOf$1(plan.output)]);
	const faults = [
		...checkRoles(roles, columns),
		...checkMappingNames(inputs, signatures),
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
				places: requestsOf(model.feeds).map(placeOf)
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
		const key = JSON.stringify([request.as, request.from]);
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
// src/commands/score-batches.ts
/** The loop of `score`: rows in, packed and sent to the models while earlier batches run, scores out in order. */
/** Batches that a session has or waits for: one runs, the next is there already. */
const AHEAD = 4;
/**
* Scores batches with every model. `sessions`: of each model of the pass, equally many; batches go to them in turn.
* Yields in the order of the rows. Throws the faults of the first batch that has any, of all models.
*/
async function* scoreBatches(batches, pass, sessions, roles, perClass) {
	const workers = sessions[0].length;
	const arrays = pass.models.map(() => /* @__PURE__ */ new Map());
	const pending = [];
	let turn = 0;
	let classes = null;
	const next = async () => {
		const scored = await pending.shift();
		classes ??= scored.classes;
		checkClasses(classes, scored.classes, "batch before");
		const { classes: _, ...single } = scored;
		return perClass ? scored : single;
	};
	for await (const batch of batches) {
		const scoring = scoreBatch(batch, pass, sessions.map((each) => each[turn % workers]), arrays, roles);
		scoring.catch(() => {});
		pending.push(scoring);
		turn++;
		if (pending.length >= workers * AHEAD) yield await next();
	}
	while (pending.length > 0) yield await next();
}
async function scoreBatch(batch, pass, sessions, arrays, roles) {
	const values = readRoles(batch, pass, roles);
	const settled = await Promise.allSettled(sessions.map((session, i) => runBatch(session, pass.models[i], batch, arrays[i])));
	throwFaults(addressFaults(settled.map(faultsOf)));
	const [candidate, baseline] = settled.map((one) => one.value);
	if (baseline) checkClasses(baseline.classes, candidate.classes, "baseline");
	return {
		...values,
		classes: candidate.classes,
		candidate: candidate.scores,
		baseline: baseline?.scores ?? null
	};
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
/** In as many calls as a fixed batch size needs, the last one padded; in one call otherwise. */
async function runBatch(session, model, batch, arrays) {
	const columns = columnsOf(model, batch.columns);
	const { feeds, output } = model;
	const step = feeds.fixedBatch ?? batch.rows;
	const calls = Array.from({ length: Math.ceil(batch.rows / step) }, (_, call) => {
		const from = call * step;
		const count = Math.min(step, batch.rows - from);
		const tensors = packInputs(feeds, columns, {
			first: batch.first,
			from,
			count
		}, arrays);
		return {
			from,
			count,
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
function checkClasses(wanted, classes, other) {
	if (wanted === classes) return;
	throw fault("model-signature", `The model gives ${classes} classes a row, and the ${other} ${wanted}.`, { fix: "Both models must answer with the same classes in the same order." });
}
// src/commands/score.ts
/** Progress is told this many times over the whole table. */
const REPORTS = 10;
/**
* Scores every row of the holdout with both models, in one pass, and writes the scores table.
* Throws all faults that are known at once, of the table and of both models; nothing stays open or half written.
*/
async function runScore(inputs, { runner, tables, progress }) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { candidate, baseline, holdout, limits, out } = inputs;
		const opened = await openAll([
			tables.open(holdout.source),
			runner.open(candidate, limits),
			baseline === null ? Promise.resolve(null) : runner.open(baseline, limits)
		]);
		const table = _usingCtx$2.a(opened[0]);
		const first = _usingCtx$2.a(opened[1]);
		const second = _usingCtx$2.a(opened[2]);
		const sessions = second ? [first, second] : [first];
		const planned = planPass(sessions.map(({ signature }) => signature), table.columns, inputs.inputs, inputs.output, holdout, sliceColumns(inputs.slices ?? []), inputs.perClass);
		if (!planned.ok) throw faultError(planned.faults);
		for (const note of planned.plan.notes) progress.report(note);
		const scored = scoreBatches(table.read(planned.plan.requests, inputs.batchRows), planned.plan, sessions.map((session) => [session]), holdout, inputs.perClass ?? false);
		return {
			rows: await tables.writeScores(out, told$1(scored, table.rows, inputs.batchRows, progress)),
			path: out,
			features: featuresOf(planned.plan)
		};
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
function featuresOf({ models }) {
	const requests = models.flatMap(({ feeds }) => requestsOf(feeds));
	return [...new Set(requests.flatMap(({ from }) => "column" in from ? [from.column] : []))];
}
/** Waits for all. When one fails the others are closed, and the faults of all are thrown. */
async function openAll(openings) {
	const settled = await Promise.allSettled(openings);
	const [table, candidate, baseline] = settled;
	if ([
		table,
		candidate,
		baseline
	].every(({ status }) => status === "fulfilled")) return await Promise.all(openings);
	for (const one of settled) if (one.status === "fulfilled") await one.value?.[Symbol.asyncDispose]();
	throw faultError([...faultsOf(table), ...addressFaults([faultsOf(candidate), faultsOf(baseline)])]);
}
function faultError([first, ...rest]) {
	return new FaultError([first, ...rest]);
}
/** Tells how far it is, REPORTS times. */
async function* told$1(batches, rows, batchRows, progress) {
	const every = Math.ceil(rows / batchRows / REPORTS) * batchRows;
	let done = 0;
	for await (const batch of batches) {
		yield batch;
		done += batch.label.length;
		if (done % every === 0 || done === rows) progress.report(`Scored ${done} of ${rows} rows.`);
	}
}
// src/core/gate/finding-levels.ts
/** Findings as the policy wants them judged. */
const SEVERITIES = {
	error: "error",
	warn: "warning"
};
/**
* Applies preset, levels and ignore list. What is ignored stays in the list, as information with its reason. `fixed`
* names checks that no policy turns down: a model that cannot be read or loaded was not checked. `today` is a date
* such as `2027-01-31`; an entry counts on its last day, and an expired one is a warning of its own.
*/
function levelled(findings, policy, today, fixed) {
	const levels = new Map(Object.entries(policy.checks));
	const current = policy.ignore.filter(({ expires }) => expires >= today);
	const judged = findings.flatMap((finding) => {
		if (fixed.has(finding.check)) return [finding];
		const level = levels.get(finding.check);
		if (level === "off") return [];
		const severity = level ? SEVERITIES[level] : preset(finding.severity, policy.preset);
		const known = current.find(({ check, at }) => check === finding.check && (at ?? finding.at) === finding.at);
		if (!known) return [{
			...finding,
			severity
		}];
		const message = clipForeign(`${finding.message} Ignored until ${known.expires}: ${known.reason}`);
		return [{
			...finding,
			severity: "info",
			message
		}];
	});
	const expired = policy.ignore.filter(({ expires }) => expires < today).filter(({ check, at }) => findings.some((one) => one.check === check && (at ?? one.at) === one.at));
	return [...judged, ...expired.slice(0, 20).map(expiry)];
}
function preset(severity, name) {
	return name === "strict" && severity === "warning" ? "error" : severity;
}
function expiry({ check, at, expires, reason }) {
	return {
		check: "ignore-expired",
		severity: "warning",
		message: clipForeign(`\`${check}\` is no longer ignored since ${expires}: ${reason}`),
		at: at ?? null,
		fix: "Mend it, or set a later date."
	};
}
// src/core/onnx/compare/outputs-sentence.ts
/**
* The output that differs most, and how many others do.
* @example 'Outputs on 256 rows of the holdout: `p` differs in 100% of them, at most by 0.031 at [17, 0], by 4.2% and 260,000 ulp.'
*/
function outputsSentence({ on, rows, list, notes }) {
	const [note] = notes;
	if (list.length === 0) return `Outputs were not compared: ${note ?? "there are none."}`;
	const where = `Outputs on ${rows.toLocaleString("en-US")} ${on === "holdout" ? "rows of the holdout" : "made-up rows"}`;
	const different = list.filter(({ differing }) => differing > 0);
	const [worst] = different.sort((a, b) => b.differing - a.differing || sizeOf(b) - sizeOf(a));
	const rest = note === void 0 ? "" : ` ${note}`;
	if (!worst) return `${where}: the same to the last digit.${rest}`;
	const others = different.length - 1;
	const more = others > 0 ? ` ${others} other output${others === 1 ? " differs" : "s differ"} as well.` : "";
	return `${where}: ${code$3(worst.name)} differs in ${percent$1(worst.differing)} of them${extremes(worst)}.${more}${rest}`;
}
const sizeOf = ({ relative, absolute }) => relative?.value ?? absolute?.value ?? 0;
function extremes({ absolute, relative, ulp, incomparable }) {
	if (!absolute) return incomparable > 0 ? ", in text or in numbers that are not finite" : "";
	const place = absolute.row === null ? `[${absolute.index}]` : `[${absolute.row}, ${absolute.index}]`;
	const others = [relative && percent$1(relative.value), ulp && `${digits(ulp.value)} ulp`].filter(Boolean);
	return `, at most by ${digits(absolute.value)} at ${place}${others.length > 0 ? `, by ${others.join(" and ")}` : ""}`;
}
/** Three digits; whole numbers in full. */
const digits = (value) => Number.isInteger(value) && value < 0x38d7ea4c68000 ? value.toLocaleString("en-US") : String(Number(value.toPrecision(3)));
const percent$1 = (share) => `${digits(share * 100)}%`;
// src/core/onnx/compare/sentences.ts
/** A comparison in sentences. */
/** Names in one sentence. */
const MOST_NAMES$1 = 6;
/** One row per sentence, the most important first; null where there is nothing to say. */
const SENTENCES = [
	({ compatibility, signature }) => {
		if (signature.length === 0) return "The signature is the same.";
		const breaking = signature.filter(({ level }) => level === "breaking").length;
		if (compatibility === "breaking") return `The signature breaks callers of the baseline: ${counted(breaking, "change")}.`;
		return `The signature differs in ${counted(signature.length, "place")}, and ${compatibility === "warning" ? "some callers may notice" : "no caller can tell"}.`;
	},
	({ outputs }) => outputs && outputsSentence(outputs),
	({ weights }) => {
		const { added, removed, changed, same, unread } = weights;
		const parts = [
			changed > 0 && `${number(changed)} changed`,
			added > 0 && `${number(added)} new`,
			removed > 0 && `${number(removed)} gone`,
			unread > 0 && `${number(unread)} not compared`
		].filter((part) => part !== false);
		if (parts.length === 0) return same > 0 ? `All ${counted(same, "weight")} are the same to the byte.` : null;
		return `Weights: ${parts.join(", ")}, ${number(same)} the same.`;
	},
	({ operators }) => {
		if (operators.length === 0) return null;
		const told = operators.slice(0, MOST_NAMES$1).map(({ operator, candidate, baseline }) => `\`${short(operator)}\` ${baseline} → ${candidate}`);
		const more = operators.length > MOST_NAMES$1 ? ` and ${operators.length - MOST_NAMES$1} more` : "";
		return `Operators: ${told.join(", ")}${more}.`;
	},
	({ parameters }) => moved("Parameters", parameters),
	({ multiplyAdds: { candidate, baseline } }) => candidate === null || baseline === null ? null : moved("Multiply-adds a row", {
		candidate,
		baseline
	}),
	({ bytes }) => moved("Bytes", bytes),
	({ opsets }) => opsets.length === 0 ? null : `Opsets: ${opsets.slice(0, MOST_NAMES$1).map(({ domain, candidate, baseline }) => `\`${short(domain || "ai.onnx")}\` ${baseline ?? "none"} → ${candidate ?? "none"}`).join(", ")}.`,
	({ irVersion: { candidate, baseline } }) => candidate === baseline ? null : `IR version: ${baseline} → ${candidate}.`,
	({ producer: { candidate, baseline } }) => {
		const [now, before] = [candidate, baseline].map(({ name, version }) => short(`${name} ${version}`.trim()) || "none");
		return now === before ? null : `Producer: \`${before}\` → \`${now}\`.`;
	},
	({ quantization: { candidate, baseline } }) => {
		const [now, before] = [candidate, baseline].map(({ share, kinds }) => `${Math.round((share ?? 0) * 100)}%${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}`);
		return now === before ? null : `Quantised weights: ${before} → ${now}.`;
	}
];
function comparisonSentences(facts) {
	return SENTENCES.map((write) => write(facts)).filter((sentence) => sentence !== null).map(clipForeign);
}
function moved(what, { candidate, baseline }) {
	if (candidate === baseline) return null;
	const change = baseline > 0 ? ` (${candidate > baseline ? "+" : "−"}${percent(candidate, baseline)})` : "";
	return `${what}: ${number(baseline)} → ${number(candidate)}${change}.`;
}
function percent(candidate, baseline) {
	const share = Math.abs(candidate / baseline - 1) * 100;
	return `${share < .1 ? "<0.1" : share.toFixed(share < 10 ? 1 : 0)}%`;
}
const number = (value) => value.toLocaleString("en-US");
const counted = (count, what) => `${number(count)} ${what}${count === 1 ? "" : "s"}`;
const short = (text) => text.replaceAll("`", "'").slice(0, 120);
// src/core/onnx/compare/signature.ts
/** Every difference that a caller can notice, the breaking ones first. Equal signatures give none. */
function signatureChanges(candidate, baseline) {
	const rank = {
		breaking: 0,
		warning: 1,
		compatible: 2
	};
	return [...side("input", candidate.inputs, baseline.inputs), ...side("output", candidate.outputs, baseline.outputs)].sort((a, b) => rank[a.level] - rank[b.level]);
}
const CONSEQUENCES = {
	input: {
		removed: ["breaking", "callers that send it are refused"],
		added: ["breaking", "callers do not send it"]
	},
	output: {
		removed: ["breaking", "callers that read it find nothing"],
		added: ["compatible", "callers that do not ask for it see no difference"]
	}
};
function side(kind, now, before) {
	const [current, former] = [now, before].map((values) => new Map(values.map((one) => [one.name, one])));
	const changes = [];
	const tell = (level, at, message) => changes.push({
		level,
		message,
		at: at.slice(0, 4096)
	});
	for (const [name, value] of former) {
		const other = current.get(name);
		if (other) changes.push(...valueChanges(kind, other, value));
		else tell(CONSEQUENCES[kind].removed[0], name, `${told(kind, name)} is gone: ${CONSEQUENCES[kind].removed[1]}.`);
	}
	for (const name of current.keys()) if (!former.has(name)) tell(CONSEQUENCES[kind].added[0], name, `${told(kind, name)} is new: ${CONSEQUENCES[kind].added[1]}.`);
	const order = [current, former].map((side) => [...side.keys()].filter((name) => former.has(name) && current.has(name)));
	const moved = order[0].find((name, at) => order[1][at] !== name);
	if (moved !== void 0) tell("warning", moved, `The ${kind}s come in another order: callers that go by position get the wrong one.`);
	return changes;
}
function valueChanges(kind, now, before) {
	const change = (level, message) => ({
		level,
		message,
		at: now.name.slice(0, 4096)
	});
	const it = told(kind, now.name);
	if (now.type !== before.type) return [change("breaking", `${it} is ${now.type ?? "not a tensor"}; it was ${before.type ?? "not a tensor"}.`)];
	if (!now.shape || !before.shape) return now.shape === before.shape ? [] : [change(now.shape && kind === "input" ? "warning" : "compatible", `${it} ${now.shape ? `is now declared as ${dimensions(now.shape)}` : `no longer declares its shape; it was ${dimensions(before.shape)}`}.`)];
	const level = worst(now.shape, before.shape, kind);
	if (level === null) return [];
	const why = level === "breaking" && kind === "input" ? ": callers that send the former shape are refused" : "";
	return [change(level, `${it} is ${dimensions(now.shape)}; it was ${dimensions(before.shape)}${why}.`)];
}
/** Null when no caller can tell: a dynamic dimension may be called anything. */
function worst(now, before, kind) {
	if (now.length !== before.length) return "breaking";
	let found = null;
	for (const [axis, size] of now.entries()) {
		const [fixed, was] = [typeof size === "number", typeof before[axis] === "number"];
		if (fixed && was && size !== before[axis]) return "breaking";
		if (fixed && !was) found = kind === "input" ? "breaking" : found ?? "warning";
		if (!fixed && was) found ??= kind === "input" ? "compatible" : "warning";
	}
	return found;
}
const told = (kind, name) => `The ${kind} \`${name.slice(0, 200)}\``;
function dimensions(shape) {
	return `[${shape.slice(0, 16).map((size) => size === null ? "?" : String(size).slice(0, 60)).join(", ")}${shape.length > 16 ? ", …" : ""}]`;
}
// src/core/onnx/compare/weights.ts
/** Weights by name: which are new, gone, other, or the same to the last byte. */
/** Bytes of each file at hand at a time. */
const CHUNK = 1 << 20;
/** float_data and double_data hold the same bytes as raw_data; other fields store numbers in their own way. */
const AS_RAW = /* @__PURE__ */ new Map([[4, 9], [10, 9]]);
/** Reads both files, in chunks, where type and shape agree; stops at the first byte that differs. */
async function compareWeights(candidate, baseline) {
	const [now, before] = [candidate, baseline].map(({ facts }) => new Map(facts.weights.map((weight) => [weight.name, weight])));
	const counts = {
		added: 0,
		removed: 0,
		changed: 0,
		same: 0,
		unread: 0
	};
	const list = [];
	const tell = (name, one, other) => {
		if (list.length < 1e3) list.push({
			name: clipForeign(name),
			candidate: one ? typeAndShape(one) : null,
			baseline: other ? typeAndShape(other) : null
		});
	};
	for (const [name, weight] of now) {
		const other = before.get(name);
		if (!other) {
			counts.added++;
			tell(name, weight, void 0);
			continue;
		}
		const verdict = await compareOne(weight, candidate.source, other, baseline.source);
		counts[verdict]++;
		if (verdict === "changed") tell(name, weight, other);
	}
	for (const [name, weight] of before) if (!now.has(name)) {
		counts.removed++;
		tell(name, void 0, weight);
	}
	return {
		...counts,
		list
	};
}
async function compareOne(a, from, b, other) {
	if (typeAndShape(a) !== typeAndShape(b)) return "changed";
	if (a.list !== null && b.list !== null) return a.list === b.list ? "same" : "changed";
	if (a.segments.length === 0 || b.segments.length === 0) return "unread";
	if (formOf(a.segments) === null || formOf(a.segments) !== formOf(b.segments)) return "unread";
	const [left, right] = [chunks(a.segments, from), chunks(b.segments, other)];
	for (;;) {
		const [one, two] = [await left.next(), await right.next()];
		if (one.done || two.done) return one.done && two.done ? "same" : "changed";
		if (!equal(one.value, two.value)) return "changed";
	}
}
/** The way the bytes are written; null when it is mixed. */
function formOf(segments) {
	const forms = new Set(segments.map(({ field }) => AS_RAW.get(field) ?? field));
	return forms.size === 1 ? [...forms][0] : null;
}
/** The bytes of all segments, in pieces that do not depend on where segments begin and end. */
async function* chunks(segments, source) {
	if (segments.length === 1) {
		const [{ offset, length }] = segments;
		for (let at = 0; at < length; at += CHUNK) yield await source.read(offset + at, Math.min(CHUNK, length - at));
		return;
	}
	let piece = new Uint8Array(CHUNK);
	let filled = 0;
	for (const { offset, length } of segments) for (let at = 0; at < length;) {
		const bytes = await source.read(offset + at, Math.min(CHUNK - filled, length - at));
		if (bytes.length === 0) return;
		piece.set(bytes, filled);
		filled += bytes.length;
		at += bytes.length;
		if (filled === CHUNK) {
			yield piece;
			piece = new Uint8Array(CHUNK);
			filled = 0;
		}
	}
	if (filled > 0) yield piece.subarray(0, filled);
}
function equal(a, b) {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}
const typeAndShape = ({ type, shape }) => `${type}[${shape.slice(0, 16).join(",")}${shape.length > 16 ? ",…" : ""}]`.slice(0, 400);
// src/core/onnx/compare/compare.ts
/** Candidate against baseline: what is different, for a person. */
async function compareModels(candidate, baseline) {
	const signature = signatureChanges(candidate.facts, baseline.facts);
	const both = (key) => ({
		candidate: candidate.summary[key],
		baseline: baseline.summary[key]
	});
	const comparison = {
		compatibility: signature[0]?.level ?? "compatible",
		signature: signature.slice(0, MOST_ENTRIES$1),
		bytes: {
			candidate: candidate.bytes,
			baseline: baseline.bytes
		},
		parameters: both("parameters"),
		nodes: both("nodes"),
		multiplyAdds: both("multiplyAdds"),
		irVersion: both("irVersion"),
		producer: both("producer"),
		quantization: both("quantization"),
		opsets: different(new Map(candidate.summary.opsets.map(({ domain, version }) => [domain, version])), new Map(baseline.summary.opsets.map(({ domain, version }) => [domain, version])), null).map(([domain, one, other]) => ({
			domain,
			candidate: one,
			baseline: other
		})),
		operators: different(candidate.facts.operators, baseline.facts.operators, 0).map(([operator, one, other]) => ({
			operator: clipForeign(operator),
			candidate: one,
			baseline: other
		})),
		weights: await compareWeights(candidate, baseline),
		outputs: null
	};
	return {
		...comparison,
		sentences: comparisonSentences(comparison)
	};
}
/** The comparison with what both models said, which is known once they have run. */
function withOutputs(comparison, outputs) {
	const { sentences: _, ...facts } = {
		...comparison,
		outputs
	};
	return {
		...facts,
		sentences: comparisonSentences(facts)
	};
}
/** What callers must know; a breaking change is an error unless the policy says otherwise. */
function comparisonFindings({ signature }) {
	return signature.flatMap(({ level, message, at }) => level === "compatible" ? [] : [{
		check: level === "breaking" ? "signature-breaking" : "signature-changed",
		severity: level === "breaking" ? "error" : "warning",
		message: clipForeign(message),
		at,
		fix: level === "breaking" ? "Keep the signature of the baseline, or change the callers first and set this check to `warn`." : "Check the callers."
	}]);
}
function different(now, before, none) {
	return [.../* @__PURE__ */ new Set([...now.keys(), ...before.keys()])].map((key) => [
		key,
		now.get(key) ?? none,
		before.get(key) ?? none
	]).filter(([, one, other]) => one !== other).slice(0, MOST_ENTRIES$1);
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
		bytes: tensor.external && bits ? bounded$1(Math.ceil(elements * bits / 8)) : stored,
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
	return bounded$1(Number(value));
}
function bounded$1(value) {
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
const rows$1 = (rule, names) => names.split(" ").map((name) => [name, rule]);
const RULES = new Map([
	...rows$1(same, "Relu Sigmoid Tanh Softmax LogSoftmax Dropout BatchNormalization LayerNormalization InstanceNormalization Identity Cast Clip LeakyRelu Elu Selu Erf Exp Log Sqrt Neg Abs Floor Ceil Round Sign Reciprocal Softplus HardSigmoid HardSwish Mish Gelu Not IsNaN Sin Cos PRelu QuantizeLinear DequantizeLinear ai.onnx.ml::Scaler ai.onnx.ml::Imputer ai.onnx.ml::LabelEncoder ai.onnx.ml::Binarizer ai.onnx.ml::Normalizer LpNormalization CumSum"),
	...rows$1(broadcast, "Add Sub Mul Div Pow Where Max Min Mean Sum And Or Xor Equal Greater GreaterOrEqual Less LessOrEqual Mod"),
	...rows$1(matmul, "MatMul MatMulInteger QLinearMatMul"),
	...rows$1(windowed(1), "Conv ConvInteger"),
	...rows$1(windowed(3), "QLinearConv"),
	...rows$1(windowed(null), "MaxPool AveragePool LpPool"),
	...rows$1(({ input }) => {
		return input(0)?.map((size, axis) => axis < 2 ? size : 1) ?? null;
	}, "GlobalAveragePool GlobalMaxPool"),
	...rows$1(reduce, "ReduceMean ReduceSum ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSumExp ReduceSumSquare"),
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
		opsets: opsets.slice(0, MOST_ENTRIES$1).map(({ domain, version }) => ({
			domain: clipForeign(domain),
			version
		})),
		producer: {
			name: clipForeign(producer.name),
			version: clipForeign(producer.version)
		},
		metadata: metadata.slice(0, MOST_ENTRIES$1).map(({ key, value }) => ({
			key: clipForeign(key),
			value: clipForeign(value)
		})),
		inputs: model.inputs.slice(0, MOST_VALUES).map(tensorInfo),
		outputs: model.outputs.slice(0, MOST_VALUES).map(tensorInfo),
		nodes: total(operators.map(({ count }) => count)),
		operators: operators.sort((a, b) => b.count - a.count || (a.operator < b.operator ? -1 : 1)).slice(0, MOST_ENTRIES$1),
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
// src/commands/examine.ts
/** Reads and checks a model without loading it anywhere. `bytes` are those of the file. */
async function runExamine({ source, external }, { path, bytes, skip }) {
	const { graph, findings } = await checkModel(source, {
		path,
		external,
		skip
	});
	return {
		model: graph && await compared(graph, source, bytes),
		findings
	};
}
/** A model that is only compared with; null when it cannot be read. */
async function runRead({ source }, { path, bytes }) {
	const { graph } = await parseModel(source, path);
	return graph && compared(graph, source, bytes);
}
async function compared(graph, source, bytes) {
	const facts = await readFacts(graph, source);
	const summary = summarize(facts);
	return {
		facts,
		source,
		summary,
		bytes: bytes + summary.externalBytes
	};
}
// src/commands/load.ts
const AS_WRITTEN = {
	optimization: "disabled",
	strictShapes: false
};
const STRICT = {
	optimization: "all",
	strictShapes: true
};
const SERVED = {
	optimization: "all",
	strictShapes: false
};
/**
* Loads the model as it is written, then as services do, in one process: without and with graph optimisation, the
* latter strict about declared shapes where it can be. What the engine refuses, dies of or chokes on is a finding.
* Throws faults that are not the model's.
*/
async function runLoad({ path, limits }, { runner }) {
	const first = await findings(() => runner.open(path, limits, AS_WRITTEN));
	if (first.ok) return finish(path, first.value, []);
	if (first.deadly) return {
		session: null,
		findings: first.findings
	};
	const served = await findings(() => runner.open(path, limits, SERVED));
	if (!served.ok) return {
		session: null,
		findings: first.findings
	};
	const [why] = first.findings;
	const message = `${path} loads with graph optimisation only. ${why?.message ?? ""}`;
	return finish(path, served.value, [findingFor("load-unoptimised", message, { ...detailsOf(why) })]);
}
/** Takes the session over: disposes of it when the model does not load at the level of services. */
async function finish(path, session, earlier) {
	const rewritten = (session.notes ?? []).map((note) => findingFor("rewritten", note));
	const strict = await reopen(session, STRICT);
	if (strict.ok) return {
		session,
		findings: [...earlier, ...rewritten]
	};
	const served = strict.deadly ? strict : await reopen(session, SERVED);
	if (!served.ok) {
		await session[Symbol.asyncDispose]();
		return {
			session: null,
			findings: [...earlier, ...served.findings]
		};
	}
	const [why] = strict.findings;
	const declared = findingFor("declared-shapes", `${path} loads, but not when declared shapes are taken at their word. ${why?.message ?? ""}`, { ...detailsOf(why) });
	return {
		session,
		findings: [
			...earlier,
			declared,
			...rewritten
		]
	};
}
async function reopen(session, options) {
	try {
		return await findings(() => session.reopen(options));
	} catch (error) {
		await session[Symbol.asyncDispose]();
		throw error;
	}
}
const detailsOf = (why) => why?.details === void 0 ? {} : { details: why.details };
/** Faults of the model as findings; others are thrown on. */
async function findings(work) {
	try {
		return {
			ok: true,
			value: await work()
		};
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		const found = error.faults.map(findingOf);
		if (found.includes(null)) throw error;
		return {
			ok: false,
			findings: found,
			deadly: error.faults.some(isDeadly)
		};
	}
}
// src/commands/validate.ts
/**
* Reads and checks the candidate, compares it with the baseline, looks where it will run, and loads it: cheapest
* first, and not at all when loading it would harm. Everything that is wrong with the model is a finding; a fault is
* what is wrong around it.
*/
async function runValidate(inputs, ports) {
	try {
		var _usingCtx$1 = _usingCtx();
		const candidate = _usingCtx$1.a(await ports.modelFiles.open(inputs.candidate.path));
		const { reference, bytes } = inputs.candidate.subject;
		const off = Object.entries(inputs.validate.checks).flatMap(([id, level]) => level === "off" ? [id] : []);
		const examined = await runExamine(candidate, {
			path: reference,
			bytes,
			skip: new Set(off.filter((id) => !FIXED_CHECKS.has(id)))
		});
		const comparison = await compareWith(inputs.baseline, examined, ports);
		const summary = examined.model?.summary ?? null;
		const targets = inputs.validate.targets.map((text) => parseTarget(text));
		const ran = await load(inputs, examined, ports);
		const findings = [
			...examined.findings,
			...comparison ? comparisonFindings(comparison) : [],
			...summary ? targets.flatMap((target) => targetFindings(summary, target)) : [],
			...ran.findings
		];
		const today = ports.clock.now().toISOString().slice(0, 10);
		const judged = bounded(levelled(findings, inputs.validate, today, FIXED_CHECKS));
		return {
			schema: "onnx-gate/validation/v1",
			...headerOf(inputs, ports.clock),
			candidate: inputs.candidate.subject,
			baseline: inputs.baseline?.subject ?? null,
			summary,
			comparison: comparison && withOutputs(comparison, ran.outputs),
			minimumRuntime: summary && minimumRuntime(summary),
			runtime: await ports.runner.engine(),
			findings: judged,
			status: judged.some(({ severity }) => severity === "error") ? "fail" : "pass"
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function compareWith(baseline, { model }, ports) {
	try {
		var _usingCtx3 = _usingCtx();
		if (!baseline || !model) return null;
		const file = _usingCtx3.a(await ports.modelFiles.open(baseline.path));
		const { reference, bytes } = baseline.subject;
		const other = await runRead(file, {
			path: reference,
			bytes
		});
		return other && await compareModels(model, other);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function load({ candidate, limits, behaviour }, { model, findings }, ports) {
	try {
		var _usingCtx4 = _usingCtx();
		const errors = findings.filter(({ severity }) => severity === "error");
		const reasons = errors.map(({ check }) => check).filter((check) => KEEPS_FROM_LOADING.has(check));
		if (!model || reasons.length > 0) return {
			findings: [notLoaded(reasons, errors.length > 0)],
			outputs: null
		};
		const { session, findings: loading } = await runLoad({
			path: candidate.path,
			limits
		}, ports);
		if (!session) return {
			findings: loading,
			outputs: null
		};
		const open = _usingCtx4.a(session);
		const ran = behaviour ? await behaviour(open) : {
			findings: [],
			outputs: null
		};
		return {
			...ran,
			findings: [...loading, ...ran.findings]
		};
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
/** An error of its own only where nothing else says why. */
function notLoaded(checks, told) {
	const why = checks.length > 0 ? `: ${[...new Set(checks)].join(", ")} would harm whoever does` : "";
	return {
		check: "not-loaded",
		severity: told ? "info" : "error",
		message: `The model was not loaded${why}.`,
		at: null,
		fix: "Mend what is told above first."
	};
}
/** The worst come first, and are what is kept. */
function bounded(findings) {
	const rank = {
		error: 0,
		warning: 1,
		info: 2
	};
	return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MOST_FINDINGS);
}
// src/core/report/graph-svg.ts
const BOX = {
	width: 150,
	height: 28,
	across: 24,
	down: 26,
	margin: 12
};
/** Characters that a box holds. */
const LABEL = 22;
const FILLS = {
	input: "#ddf4ff",
	operator: "#f6f8fa",
	output: "#dafbe1"
};
/** In layers from the inputs down: each node below all that it reads. Labels of the model are cut and escaped. */
function renderGraphSvg({ nodes, edges }) {
	const layers = layersOf(nodes.length, edges);
	const rows = Array.from({ length: Math.max(...layers) + 1 }, (_, row) => layers.flatMap((layer, node) => layer === row ? [node] : []));
	const widest = Math.max(...rows.map((row) => row.length));
	const width = 2 * BOX.margin + widest * (BOX.width + BOX.across) - BOX.across;
	const height = 2 * BOX.margin + rows.length * (BOX.height + BOX.down) - BOX.down;
	const places = /* @__PURE__ */ new Map();
	for (const [layer, row] of rows.entries()) {
		const start = (width - row.length * (BOX.width + BOX.across) + BOX.across) / 2;
		for (const [at, node] of row.entries()) places.set(node, {
			x: start + at * (BOX.width + BOX.across),
			y: BOX.margin + layer * (BOX.height + BOX.down)
		});
	}
	const lines = edges.map(({ from, to }) => {
		const [a, b] = [places.get(from), places.get(to)];
		const [x1, y1, x2, y2] = [
			a.x + BOX.width / 2,
			a.y + BOX.height,
			b.x + BOX.width / 2,
			b.y
		];
		const bend = (y1 + y2) / 2;
		return `<path d="M${x1} ${y1}C${x1} ${bend} ${x2} ${bend} ${x2} ${y2}" fill="none" stroke="#8c959f"/>`;
	});
	const boxes = nodes.map(({ label, kind }, node) => {
		const { x, y } = places.get(node);
		return `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="${FILLS[kind]}" stroke="#8c959f"/><text x="${x + BOX.width / 2}" y="${y + BOX.height / 2 + 4}" text-anchor="middle">${escaped(safeName(label, LABEL))}</text>`;
	});
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui,sans-serif" font-size="12" role="img">`,
		"<title>Graph of the model</title>",
		...lines,
		...boxes,
		"</svg>\n"
	].join("\n");
}
/** Longest way from a node without a maker. Edges go from earlier to later nodes; others, of a cycle, do not count. */
function layersOf(count, edges) {
	const layers = new Array(count).fill(0);
	for (const { from, to } of [...edges].sort((a, b) => a.to - b.to)) if (from < to) layers[to] = Math.max(layers[to], layers[from] + 1);
	return layers;
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
const escaped = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
// src/entry/steps.ts
/** One row per measuring step: from a model of the policy to the inputs of its command. */
/** A step gives null when the policy asks nothing of it. */
const STEPS = {
	async validation(job, context) {
		if (!job.pair) return null;
		context.host.report(`${job.model}: checking and loading the model`);
		const { validate } = job.policy;
		const document = await runValidate({
			...meta(job),
			...job.pair,
			limits: job.plan.limits,
			validate,
			behaviour: behaviour(job, job.pair, context)
		}, context);
		if (document.summary?.drawing) await context.files.write(`${job.folder}/graph.svg`, renderGraphSvg(document.summary.drawing));
		return document;
	},
	async evaluation(job, context) {
		const { holdout, metrics, slices, task } = job.policy;
		if (!holdout) return null;
		const table = job.pair ? await score(job, job.pair, holdout, context) : external(job.scores, holdout, task === "multiclass");
		const { digest } = await context.tables.identify(table.source);
		return runEvaluate({
			...meta(job),
			...table,
			models: job.pair,
			holdout: {
				source: sourceText(table.source),
				digest,
				label: holdout.label,
				...quality(job, holdout, table)
			},
			metrics,
			task,
			slices,
			confidence: job.plan.policy.confidence
		}, context);
	},
	async benchmark(job, context) {
		const { holdout, latency, inputs } = job.policy;
		if (!latency || !job.pair) return null;
		context.host.report(`${job.model}: timing both models`);
		const rows = holdout ? {
			...holdout,
			source: rowSource(holdout)
		} : null;
		const { limits, policy } = job.plan;
		return runBenchmark({
			...meta(job),
			...job.pair,
			rows,
			inputs,
			latency,
			confidence: policy.confidence,
			limits
		}, context);
	}
};
/** Runs a loaded model; null when the policy does not ask. */
function behaviour({ model, policy, plan }, pair, context) {
	const { validate, holdout, inputs, output } = policy;
	const { golden, monotonic } = validate;
	if (!validate.behaviour && golden === void 0 && Object.keys(monotonic).length === 0) return null;
	return (session) => {
		context.host.report(`${model}: running the model`);
		return runModel(session, {
			model,
			positions: plan.positions,
			baseline: pair.baseline?.path ?? null,
			rows: holdout ? {
				...holdout,
				source: rowSource(holdout)
			} : null,
			inputs,
			output,
			golden,
			monotonic,
			limits: plan.limits
		}, context);
	};
}
/** Scores both models and names the columns of the table that came out. */
async function score(job, pair, holdout, context) {
	context.host.report(`${job.model}: scoring the holdout`);
	const source = rowSource(holdout);
	const out = scoresFile(job.folder);
	const { inputs, output, slices, task } = job.policy;
	const perClass = task === "multiclass";
	const { features } = await runScore({
		candidate: pair.candidate.path,
		baseline: pair.baseline?.path ?? null,
		holdout: {
			...holdout,
			source
		},
		slices,
		perClass,
		inputs,
		output,
		batchRows: 4096,
		limits: job.plan.limits,
		out
	}, context);
	const columns = storedColumns(holdout, pair.baseline !== null, perClass);
	return {
		source,
		scores: { files: [out] },
		columns,
		features
	};
}
/** The ledger lies beside the models' folders, where the policy names no other place. */
function quality(job, holdout, table) {
	const { training, ledger } = holdout;
	const files = typeof training === "string" ? [training] : training;
	return {
		...table.features && { table: {
			rows: table.source,
			features: table.features,
			training: files ? { files } : null
		} },
		ledger: {
			path: ledger ?? job.folder.replace(/[^\\/]+$/, "holdout-ledger.jsonl"),
			wornAfter: holdout["worn-after"]
		}
	};
}
const scoresFile = (folder) => `${folder}/scores.parquet`;
/** Of the table that `evaluate` leaves behind. */
function storedColumns(holdout, baseline, perClass) {
	return {
		label: "label",
		candidate: "candidate",
		baseline: baseline ? "baseline" : null,
		weight: holdout.weight === void 0 ? null : "weight",
		group: holdout.group === void 0 ? null : "group",
		item: holdout.item === void 0 ? null : "item",
		perClass
	};
}
/** A model's scores without scoring: made elsewhere, or left in its folder by `evaluate`. */
function scoreTable(folder, holdout, made) {
	if (made.scores !== null) return external(made.scores, holdout, made.perClass);
	const columns = storedColumns(holdout, made.baseline, made.perClass);
	return {
		scores: { files: [scoresFile(folder)] },
		columns
	};
}
function external(scores, holdout, perClass) {
	const source = { files: scores.files };
	const { label, weight = null, group = null, item = null } = holdout;
	return {
		source,
		scores: source,
		columns: {
			label,
			weight,
			group,
			item,
			perClass,
			candidate: scores.candidate,
			baseline: scores.baseline
		}
	};
}
function meta({ model }) {
	return {
		model,
		toolVersion: VERSION
	};
}
function rowSource(holdout) {
	if (holdout.query !== void 0) return { query: holdout.query };
	return { files: typeof holdout.source === "string" ? [holdout.source] : holdout.source ?? [] };
}
const sourceText = (source) => "query" in source ? source.query : source.files.join(", ");
// src/entry/measure.ts
/** Measures every model of the plan and writes `<out>/<model>/<kind>.json`. */
async function measure(plan, steps, options, context) {
	const documents = [];
	const faults = [];
	for (const [model, policy] of plan.models) try {
		for await (const document of measureModel(model, policy, plan, steps, options, context)) documents.push(document);
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		faults.push(...error.faults.map((fault) => ({
			model,
			fault
		})));
	}
	return {
		documents,
		faults
	};
}
async function* measureModel(model, policy, plan, steps, options, context) {
	const baseline = typeof policy.baseline === "string" ? [policy.baseline] : policy.baseline ?? [];
	const wanted = {
		candidate: policy.candidate,
		baseline,
		sameModel: options.sameModel
	};
	const pair = options.scores ? null : await runFindModels(wanted, context);
	const folder = `${options.out}/${model}`;
	for (const step of steps) {
		const document = await STEPS[step]({
			model,
			policy,
			plan,
			pair,
			scores: options.scores,
			folder
		}, context);
		if (document === null && steps.length === 1) throw fault("usage-invalid", ...nothingToDo(step, model));
		if (document === null) continue;
		await context.files.write(`${folder}/${step}.json`, `${JSON.stringify(document, null, 2)}\n`);
		yield document;
		if ("status" in document && document.status === "fail") return;
	}
}
const LACKS = {
	validation: ["a model file", "Name one; scores alone cannot be validated."],
	evaluation: ["a holdout", "Name its rows and the label: `--holdout rows.parquet --label clicked`, or `holdout:` in the policy."],
	benchmark: ["`latency:`", "Add it to the policy, or name batch sizes: `--batch 1,32`."]
};
/** A command that was asked for one thing must not pass by doing nothing. */
function nothingToDo(step, model) {
	const [what, fix] = LACKS[step];
	return [`There is nothing to do for ${model}: it has no ${what.replace(/^a /, "")}.`, { fix }];
}
// src/core/report/prose.ts
const PLAIN = /^[("'[]*[\p{L}\p{M}\p{N}±+−\-.,%/≥≤=→×’'–—…]*[)\]"'’,.;:!?%…]*$|^[<>]=?$/u;
const LINKED = /^\W*(?:www\.|gh-\d)|\b[0-9a-f]{7,40}\b|\]\(/i;
/**
* A sentence that may hold foreign words, as prose. What stands between backticks becomes code, and so do words
* that are not plain; the text that a reader sees stays the same.
*/
function proseOf(text, most = 600) {
	const pieces = [];
	for (const [index, part] of safeText(text, most).split(/`([^`]+)`/).entries()) {
		const quoted = index % 2 === 1 && part.trim() !== "";
		for (const piece of quoted ? [{
			code: part.trim(),
			quoted
		}] : words(part)) append(pieces, piece);
	}
	return pieces;
}
/** The sentence as it was written. */
function plainText(prose) {
	return prose.map((piece) => typeof piece === "string" ? piece : piece.quoted ? `\`${piece.code}\`` : piece.code).join("");
}
function words(part) {
	return part.split(/( )/).flatMap((word) => {
		if (word === "" || word === " " || PLAIN.test(word) && !LINKED.test(word)) return [word];
		const [, before = "", core = "", after = ""] = /^(\(*)(.*?)([),.;:!?]*)$/u.exec(word);
		return core === "" ? [{ code: word }] : [
			before,
			{ code: core },
			after
		];
	});
}
/** Neighbours of a kind become one: two code spans that touch would be read as one with other marks. */
function append(pieces, piece) {
	if (piece === "") return;
	const last = pieces.at(-1);
	const at = pieces.length - 1;
	if (typeof last === "string" && typeof piece === "string") pieces[at] = last + piece;
	else if (typeof last === "object" && typeof piece === "object") pieces[at] = { code: last.code + piece.code };
	else pieces.push(piece);
}
// src/core/report/remarks.ts
/** Whether the reason is something that went wrong, rather than something to know. */
function isFault({ code }) {
	return Object.hasOwn(FAULT_CODES, code);
}
/** Reasons that the rules do not tell anyway: every undecided rule is shown with a reason of its own. */
function toldReasons(reasons) {
	return reasons.filter(({ code }) => code !== "inconclusive");
}
function reasonRemarks(reasons) {
	return toldReasons(reasons).map((reason) => ({
		status: isFault(reason) ? "failed" : "warning",
		prose: proseOf(reason.message),
		...reason.details !== void 0 && { details: reason.details }
	}));
}
/** Most warnings of one document that a report spells out. */
const MOST$2 = 10;
/** Warnings about the holdout. */
function dataRemarks(document) {
	if (document.schema !== "onnx-gate/evaluation/v1") return [];
	const warnings = (document.data ?? []).filter(({ level }) => level === "warning");
	return withRest(warnings.slice(0, MOST$2).map(({ check, message }) => ({
		status: "warning",
		prose: [
			...proseOf(message),
			" (",
			{ code: safeName(check) },
			")"
		]
	})), warnings.length, "evaluation.json");
}
/** Warnings only: errors are the reason of the rule `validate`. */
function findingRemarks(document) {
	if (document.schema !== "onnx-gate/validation/v1") return [];
	const warnings = document.findings.filter(({ severity }) => severity === "warning");
	return withRest(warnings.slice(0, MOST$2).map(({ check, message, at, fix, details }) => ({
		status: "warning",
		prose: [
			...proseOf(fix === void 0 ? message : `${message} ${fix}`),
			...at === null ? [" ("] : [
				" (at ",
				{ code: safeName(at) },
				", "
			],
			{ code: safeName(check) },
			")"
		],
		...details !== void 0 && { details }
	})), warnings.length, "validation.json");
}
/** Most errors of the model's check whose raw words are printed: as many as the rule's reason tells. */
const MOST_QUOTED = 3;
/** What an engine said of the errors that failed the rule `validate`. */
function engineWords({ metric }, measurements) {
	if (metric !== "validate") return [];
	return measurements.flatMap((document) => document.schema === "onnx-gate/validation/v1" ? document.findings : []).filter(({ severity }) => severity === "error").slice(0, MOST_QUOTED).flatMap(({ details }) => details ?? []);
}
function withRest(shown, all, file) {
	const more = all - shown.length;
	if (more <= 0) return [...shown];
	return [...shown, {
		status: "warning",
		prose: [`${plural(more, "more warning")} in ${file}.`]
	}];
}
// src/core/report/status.ts
/** What a rule comes to in a report, the most important first. `warning` is any miss that does not decide. */
const STATUSES = [
	"failed",
	"inconclusive",
	"warning",
	"skipped",
	"passed"
];
function statusOf(rule) {
	if (rule.result === "pass") return "passed";
	if (rule.result === "skipped") return "skipped";
	if (rule.level === "warn") return "warning";
	return rule.result === "fail" ? "failed" : "inconclusive";
}
/** Sort key: 0 is read first. */
function rankOf(status) {
	return STATUSES.indexOf(status);
}
function tallyOf(statuses) {
	const tally = {
		failed: 0,
		inconclusive: 0,
		warning: 0,
		skipped: 0,
		passed: 0
	};
	for (const status of statuses) tally[status]++;
	return tally;
}
const TALLIED = {
	failed: (count) => `${formatCount(count)} failed`,
	inconclusive: (count) => `${formatCount(count)} inconclusive`,
	warning: (count) => `${formatCount(count)} ${count === 1 ? "warning" : "warnings"}`,
	skipped: (count) => `${formatCount(count)} skipped`,
	passed: (count) => `${formatCount(count)} passed`
};
/** `2 failed, 3 passed`; empty without rules. */
function tallyText(tally) {
	return STATUSES.filter((status) => tally[status] > 0).map((status) => TALLIED[status](tally[status])).join(", ");
}
// src/core/report/annotations.ts
/** Most of one level that GitHub shows for a step. */
const MOST$1 = 10;
const LEVELS = [
	"error",
	"warning",
	"notice"
];
/**
* Failed and inconclusive rules and the reasons of a verdict. Where there are more than ten of a level, the tenth
* says how many more. What keeps a model from shipping is an error.
*/
function toAnnotations(verdict) {
	const all = [...toldReasons(verdict.reasons).map(ofReason), ...verdict.rules.flatMap((rule) => ofRule(rule, verdict.mode))];
	return LEVELS.flatMap((level) => limited(all.filter((one) => one.level === level)));
}
function ofReason(reason) {
	const { model, code, message } = reason;
	return {
		level: isFault(reason) ? "error" : code === "no-baseline" ? "notice" : "warning",
		title: `${model === null ? "onnx-gate" : safeName(model, 60)}: ${safeName(code, 40)}`,
		message: annotationText(message)
	};
}
function ofRule(rule, mode) {
	const status = statusOf(rule);
	const level = levelOf(status, mode);
	if (level === null) return [];
	const place = rule.at === null ? {} : {
		file: rule.at.file,
		line: rule.at.line,
		column: rule.at.column
	};
	return [{
		level,
		title: `${safeName(rule.id, 100)}: ${status}`,
		message: annotationText(rule.reason),
		...place
	}];
}
function levelOf(status, mode) {
	if (status === "passed" || status === "skipped") return null;
	return status === "failed" || status === "inconclusive" && mode === "strict" ? "error" : "warning";
}
function limited(annotations) {
	if (annotations.length <= MOST$1) return [...annotations];
	const shown = annotations.slice(0, 9);
	const more = annotations.length - shown.length;
	const { level } = annotations[0];
	return [...shown, {
		level,
		title: `onnx-gate: ${plural(more, `more ${level}`)}`,
		message: "All of them are in the report and in verdict.json."
	}];
}
// src/core/report/budget.ts
const encoder = new TextEncoder();
/** UTF-8 bytes: what the platforms count. */
function byteLength(text) {
	return encoder.encode(text).length;
}
/** How far the sum of the parts may be from the whole: blank lines between blocks, a list's marks. */
const SLACK = 1.02;
/**
* The longest rendering of a prefix of `units` that takes at most `budget` bytes, or null when not even the empty
* one does. Parts are weighed one by one, so a hundred thousand that cannot fit cost no more than those that do.
*/
function fitted(units, weigh, budget, render) {
	const empty = byteLength(render(0));
	if (empty > budget) return null;
	let weight = empty;
	const weights = [];
	for (const unit of units) {
		weights.push(weigh(unit));
		weight += weights.at(-1);
		if (weight > budget * SLACK) break;
	}
	let count = weights.length;
	for (;;) {
		const text = render(count);
		let excess = byteLength(text) - budget;
		if (excess <= 0) return text;
		while (excess > 0 && count > 0) excess -= Math.max(1, weights[--count]);
	}
}
// node_modules/micromark-util-character/index.js
/**
* @import {Code} from 'micromark-util-types'
*/
/**
* Check whether the character code represents an ASCII alpha (`a` through `z`,
* case insensitive).
*
* An **ASCII alpha** is an ASCII upper alpha or ASCII lower alpha.
*
* An **ASCII upper alpha** is a character in the inclusive range U+0041 (`A`)
* to U+005A (`Z`).
*
* An **ASCII lower alpha** is a character in the inclusive range U+0061 (`a`)
* to U+007A (`z`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiAlpha = regexCheck(/[A-Za-z]/);
/**
* Check whether the character code represents an ASCII alphanumeric (`a`
* through `z`, case insensitive, or `0` through `9`).
*
* An **ASCII alphanumeric** is an ASCII digit (see `asciiDigit`) or ASCII alpha
* (see `asciiAlpha`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiAlphanumeric = regexCheck(/[\dA-Za-z]/);
/**
* Check whether the character code represents ASCII punctuation.
*
* An **ASCII punctuation** is a character in the inclusive ranges U+0021
* EXCLAMATION MARK (`!`) to U+002F SLASH (`/`), U+003A COLON (`:`) to U+0040 AT
* SIGN (`@`), U+005B LEFT SQUARE BRACKET (`[`) to U+0060 GRAVE ACCENT
* (`` ` ``), or U+007B LEFT CURLY BRACE (`{`) to U+007E TILDE (`~`).
*
* @param code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
const asciiPunctuation = regexCheck(/[!-/:-@[-`{-~]/);
/**
* Check whether a character code is a markdown line ending (see
* `markdownLineEnding`) or markdown space (see `markdownSpace`).
*
* @param {Code} code
*   Code.
* @returns {boolean}
*   Whether it matches.
*/
function markdownLineEndingOrSpace(code) {
	return code !== null && (code < 0 || code === 32);
}
/**
* Check whether the character code represents Unicode punctuation.
*
* A **Unicode punctuation** is a character in the Unicode `Pc` (Punctuation,
* Connector), `Pd` (Punctuation, Dash), `Pe` (Punctuation, Close), `Pf`
* (Punctuation, Final quote), `Pi` (Punctuation, Initial quote), `Po`
* (Punctuation, Other), or `Ps` (Punctuation, Open) categories, or an ASCII
* punctuation (see `asciiPunctuation`).
*
* See:
* **\[UNICODE]**:
* [The Unicode Standard](https://www.unicode.org/versions/).
* Unicode Consortium.
*
* @param code
*   Code.
* @returns
*   Whether it matches.
*/
const unicodePunctuation = regexCheck(/\p{P}|\p{S}/u);
/**
* Check whether the character code represents Unicode whitespace.
*
* Note that this does handle micromark specific markdown whitespace characters.
* See `markdownLineEndingOrSpace` to check that.
*
* A **Unicode whitespace** is a character in the Unicode `Zs` (Separator,
* Space) category, or U+0009 CHARACTER TABULATION (HT), U+000A LINE FEED (LF),
* U+000C (FF), or U+000D CARRIAGE RETURN (CR) (**\[UNICODE]**).
*
* See:
* **\[UNICODE]**:
* [The Unicode Standard](https://www.unicode.org/versions/).
* Unicode Consortium.
*
* @param code
*   Code.
* @returns
*   Whether it matches.
*/
const unicodeWhitespace = regexCheck(/\s/);
/**
* Create a code check from a regex.
*
* @param {RegExp} regex
*   Expression.
* @returns {(code: Code) => boolean}
*   Check.
*/
function regexCheck(regex) {
	return check;
	/**
	* Check whether a code matches the bound regex.
	*
	* @param {Code} code
	*   Character code.
	* @returns {boolean}
	*   Whether the character code matches the bound regex.
	*/
	function check(code) {
		return code !== null && code > -1 && regex.test(String.fromCharCode(code));
	}
}
// node_modules/unist-util-is/lib/index.js
/**
* Generate an assertion from a test.
*
* Useful if you’re going to test many nodes, for example when creating a
* utility where something else passes a compatible test.
*
* The created function is a bit faster because it expects valid input only:
* a `node`, `index`, and `parent`.
*
* @param {Test} test
*   *   when nullish, checks if `node` is a `Node`.
*   *   when `string`, works like passing `(node) => node.type === test`.
*   *   when `function` checks if function passed the node is true.
*   *   when `object`, checks that all keys in test are in node, and that they have (strictly) equal values.
*   *   when `array`, checks if any one of the subtests pass.
* @returns {Check}
*   An assertion.
*/
const convert = (
/**
* @param {Test} [test]
* @returns {Check}
*/
function(test) {
	if (test === null || test === void 0) return ok;
	if (typeof test === "function") return castFactory(test);
	if (typeof test === "object") return Array.isArray(test) ? anyFactory(test) : propertiesFactory(test);
	if (typeof test === "string") return typeFactory(test);
	throw new Error("Expected function, string, or object as test");
});
/**
* @param {Array<Props | TestFunction | string>} tests
* @returns {Check}
*/
function anyFactory(tests) {
	/** @type {Array<Check>} */
	const checks = [];
	let index = -1;
	while (++index < tests.length) checks[index] = convert(tests[index]);
	return castFactory(any);
	/**
	* @this {unknown}
	* @type {TestFunction}
	*/
	function any(...parameters) {
		let index = -1;
		while (++index < checks.length) if (checks[index].apply(this, parameters)) return true;
		return false;
	}
}
/**
* Turn an object into a test for a node with a certain fields.
*
* @param {Props} check
* @returns {Check}
*/
function propertiesFactory(check) {
	const checkAsRecord = check;
	return castFactory(all);
	/**
	* @param {Node} node
	* @returns {boolean}
	*/
	function all(node) {
		const nodeAsRecord = node;
		/** @type {string} */
		let key;
		for (key in check) if (nodeAsRecord[key] !== checkAsRecord[key]) return false;
		return true;
	}
}
/**
* Turn a string into a test for a node with a certain type.
*
* @param {string} check
* @returns {Check}
*/
function typeFactory(check) {
	return castFactory(type);
	/**
	* @param {Node} node
	*/
	function type(node) {
		return node && node.type === check;
	}
}
/**
* Turn a custom test into a test for a node that passes that test.
*
* @param {TestFunction} testFunction
* @returns {Check}
*/
function castFactory(testFunction) {
	return check;
	/**
	* @this {unknown}
	* @type {Check}
	*/
	function check(value, index, parent) {
		return Boolean(looksLikeANode(value) && testFunction.call(this, value, typeof index === "number" ? index : void 0, parent || void 0));
	}
}
function ok() {
	return true;
}
/**
* @param {unknown} value
* @returns {value is Node}
*/
function looksLikeANode(value) {
	return value !== null && typeof value === "object" && "type" in value;
}
// node_modules/unist-util-visit-parents/lib/color.node.js
/**
* Color a string.
*
* @param {string} d
*   Value.
* @returns {string}
*   Colored value.
*/
function color(d) {
	return "\x1B[33m" + d + "\x1B[39m";
}
// node_modules/unist-util-visit-parents/lib/index.js
/**
* @import {Node as UnistNode, Parent as UnistParent} from 'unist'
*/
/**
* @typedef {Exclude<import('unist-util-is').Test, undefined> | undefined} Test
*   Test from `unist-util-is`.
*
*   Note: we have remove and add `undefined`, because otherwise when generating
*   automatic `.d.ts` files, TS tries to flatten paths from a local perspective,
*   which doesn’t work when publishing on npm.
*/
/**
* @typedef {(
*   Fn extends (value: any) => value is infer Thing
*   ? Thing
*   : Fallback
* )} Predicate
*   Get the value of a type guard `Fn`.
* @template Fn
*   Value; typically function that is a type guard (such as `(x): x is Y`).
* @template Fallback
*   Value to yield if `Fn` is not a type guard.
*/
/**
* @typedef {(
*   Check extends null | undefined // No test.
*   ? Value
*   : Value extends {type: Check} // String (type) test.
*   ? Value
*   : Value extends Check // Partial test.
*   ? Value
*   : Check extends Function // Function test.
*   ? Predicate<Check, Value> extends Value
*     ? Predicate<Check, Value>
*     : never
*   : never // Some other test?
* )} MatchesOne
*   Check whether a node matches a primitive check in the type system.
* @template Value
*   Value; typically unist `Node`.
* @template Check
*   Value; typically `unist-util-is`-compatible test, but not arrays.
*/
/**
* @typedef {(
*   Check extends ReadonlyArray<infer T>
*   ? MatchesOne<Value, T>
*   : Check extends Array<infer T>
*   ? MatchesOne<Value, T>
*   : MatchesOne<Value, Check>
* )} Matches
*   Check whether a node matches a check in the type system.
* @template Value
*   Value; typically unist `Node`.
* @template Check
*   Value; typically `unist-util-is`-compatible test.
*/
/**
* @typedef {0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10} Uint
*   Number; capped reasonably.
*/
/**
* @typedef {I extends 0 ? 1 : I extends 1 ? 2 : I extends 2 ? 3 : I extends 3 ? 4 : I extends 4 ? 5 : I extends 5 ? 6 : I extends 6 ? 7 : I extends 7 ? 8 : I extends 8 ? 9 : 10} Increment
*   Increment a number in the type system.
* @template {Uint} [I=0]
*   Index.
*/
/**
* @typedef {(
*   Node extends UnistParent
*   ? Node extends {children: Array<infer Children>}
*     ? Child extends Children ? Node : never
*     : never
*   : never
* )} InternalParent
*   Collect nodes that can be parents of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {InternalParent<InclusiveDescendant<Tree>, Child>} Parent
*   Collect nodes in `Tree` that can be parents of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {(
*   Depth extends Max
*   ? never
*   :
*     | InternalParent<Node, Child>
*     | InternalAncestor<Node, InternalParent<Node, Child>, Max, Increment<Depth>>
* )} InternalAncestor
*   Collect nodes in `Tree` that can be ancestors of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
* @template {Uint} [Max=10]
*   Max; searches up to this depth.
* @template {Uint} [Depth=0]
*   Current depth.
*/
/**
* @typedef {InternalAncestor<InclusiveDescendant<Tree>, Child>} Ancestor
*   Collect nodes in `Tree` that can be ancestors of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {(
*   Tree extends UnistParent
*     ? Depth extends Max
*       ? Tree
*       : Tree | InclusiveDescendant<Tree['children'][number], Max, Increment<Depth>>
*     : Tree
* )} InclusiveDescendant
*   Collect all (inclusive) descendants of `Tree`.
*
*   > 👉 **Note**: for performance reasons, this seems to be the fastest way to
*   > recurse without actually running into an infinite loop, which the
*   > previous version did.
*   >
*   > Practically, a max of `2` is typically enough assuming a `Root` is
*   > passed, but it doesn’t improve performance.
*   > It gets higher with `List > ListItem > Table > TableRow > TableCell`.
*   > Using up to `10` doesn’t hurt or help either.
* @template {UnistNode} Tree
*   Tree type.
* @template {Uint} [Max=10]
*   Max; searches up to this depth.
* @template {Uint} [Depth=0]
*   Current depth.
*/
/**
* @typedef {'skip' | boolean} Action
*   Union of the action types.
*
* @typedef {number} Index
*   Move to the sibling at `index` next (after node itself is completely
*   traversed).
*
*   Useful if mutating the tree, such as removing the node the visitor is
*   currently on, or any of its previous siblings.
*   Results less than 0 or greater than or equal to `children.length` stop
*   traversing the parent.
*
* @typedef {[(Action | null | undefined | void)?, (Index | null | undefined)?]} ActionTuple
*   List with one or two values, the first an action, the second an index.
*
* @typedef {Action | ActionTuple | Index | null | undefined | void} VisitorResult
*   Any value that can be returned from an enter visitor.
*
*   Like `VisitorResultExit`,
*   but `SKIP` can also be returned,
*   to not walk the children of the node,
*   and `ActionTuple` can be used to combine an action with an index.
*
* @typedef {Index | boolean | null | undefined | void} VisitorResultExit
*   Any value that can be returned from an exit visitor.
*/
/**
* @callback Visitor
*   Handle a node (matching `test`, if given) before its children.
*
*   Changes inside `node` are walked next.
*   Replacing or removing it is easier in `exit`.
*   When replacing or removing it here,
*   return `SKIP` (as otherwise its old children are walked),
*   or `[SKIP, index]` to continue with the node now at `index`.
*   Changing next siblings (in walk order) is fine;
*   changing previous siblings needs a new `Index`.
*   Removing an ancestor or changing its previous siblings is not supported.
* @param {Visited} node
*   Found node.
* @param {Array<VisitedParents>} ancestors
*   Ancestors of `node`.
* @param {number | undefined} index
*   Index of `node` in its parent (the last of `ancestors`),
*   or `undefined` for the tree itself.
* @returns {VisitorResult}
*   What to do next.
*
*   Like `VisitorExit`,
*   but `SKIP` can also be returned,
*   to not walk the children of `node`.
*   Passing a tuple back (`ActionTuple`) only makes sense as `[SKIP, Index]`.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [VisitedParents=UnistParent]
*   Ancestor type.
*/
/**
* @callback VisitorExit
*   Handle a node (matching `test`, if given) after its children.
*
*   Changes inside `node` are not walked,
*   which makes this a good place to change `node` based on its children,
*   or to replace or remove it.
*   When removing `node` or changing previous siblings (in walk order),
*   return a new `Index`.
*   Removing an ancestor or changing its previous siblings is not supported.
* @param {Visited} node
*   Found node.
* @param {Array<VisitedParents>} ancestors
*   Ancestors of `node`.
* @param {number | undefined} index
*   Index of `node` in its parent (the last of `ancestors`),
*   or `undefined` for the tree itself.
* @returns {VisitorResultExit}
*   What to do next.
*
*   `CONTINUE` (`true`, nothing) continues as normal,
*   `EXIT` (`false`) stops traversing,
*   and `Index` continues at that sibling.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [VisitedParents=UnistParent]
*   Ancestor type.
*/
/**
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [VisitedParents=UnistParent]
*   Ancestor type.
* @typedef Visitors
*   Handle nodes when entering and exiting them.
*   The `enter` visitor is optional while `exit` is required.
*
*   Pass an `enter` visitor directly to only handle nodes when entering them.
*
*   `enter` is called before children (if any) are walked and `exit` after that.
*   `exit` is still called when `enter` returns `SKIP`.
*   Both `enter` and `exit` are only called for nodes that match an optional `test`.
* @property {Visitor<Visited, VisitedParents> | null | undefined} [enter]
*   Handle a node before its children (optional).
* @property {VisitorExit<Visited, VisitedParents>} exit
*   Handle a node after its children.
*/
/**
* @typedef {Visitor<Matches<InclusiveDescendant<Tree>, Check>, Ancestor<Tree, Matches<InclusiveDescendant<Tree>, Check>>>} BuildVisitor
*   Build a typed `Visitor` function from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parents`.
* @template {UnistNode} [Tree=UnistNode]
*   Tree type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* @typedef {Visitors<Matches<InclusiveDescendant<Tree>, Check>, Ancestor<Tree, Matches<InclusiveDescendant<Tree>, Check>>>} BuildVisitors
*   Build typed `Visitors` from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parents`.
* @template {UnistNode} [Tree=UnistNode]
*   Tree type.
* @template {Test} [Check=Test]
*   Test type.
*/
/** @type {Readonly<ActionTuple>} */
const empty = [];
/**
* Visit nodes, with ancestral information.
*
* This algorithm performs *depth-first* *tree traversal* in *preorder*
* (**NLR**) or if `reverse` is given,
* in *reverse preorder* (**NRL**).
* An `exit` visitor is called in *postorder* (**LRN**)
* or if `reverse` is given, in *reverse postorder* (**RLN**).
*
* You can choose which nodes are visited by passing a `test`.
* For complex tests, you should test yourself in a visitor, as it will be
* faster and will have improved type information.
*
* Walking the tree is an intensive task.
* Make use of the return values of the visitor when possible.
* Instead of walking a tree multiple times, walk it once, use `unist-util-is`
* to check if a node matches, and then perform different operations.
*
* You can change the tree.
* Changes inside a node made when entering it are walked,
* changes made when exiting it are not.
* See `Visitor` and `VisitorExit` for more info.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitor<Tree, Check>} enter
*   Handle each node when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitors<Tree, Check>} visitors
*   Handle each node when exiting it, and optionally when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitor<Tree>} enter
*   Handle each node when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitors<Tree>} visitors
*   Handle each node when exiting it, and optionally when entering it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @param {UnistNode} tree
*   Tree to traverse.
* @param {Visitor | Visitors | Test} testOrEnterOrVisitors
*   `unist-util-is`-compatible test, `enter`, or `visitors`.
* @param {Visitor | Visitors | boolean | null | undefined} [enterOrVisitorsOrReverse]
*   `enter`, `visitors`, or `reverse` after a test.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @template {UnistNode} Tree
*   Node type.
* @template {Test} Check
*   `unist-util-is`-compatible test.
*/
function visitParents(tree, testOrEnterOrVisitors, enterOrVisitorsOrReverse, reverse) {
	if (!tree || typeof tree !== "object") throw new Error("Unexpected value `" + tree + "` for `tree`, expected node");
	let preorder = true;
	/** @type {Test} */
	let check;
	/** @type {Visitors | Visitor} */
	let visitors;
	/** @type {Visitor | null | undefined} */
	let enter;
	/** @type {VisitorExit | null | undefined} */
	let exit;
	if (typeof enterOrVisitorsOrReverse === "function" || enterOrVisitorsOrReverse && typeof enterOrVisitorsOrReverse === "object") {
		check = testOrEnterOrVisitors;
		visitors = enterOrVisitorsOrReverse;
		if (reverse) preorder = false;
	} else {
		visitors = testOrEnterOrVisitors;
		if (enterOrVisitorsOrReverse) preorder = false;
	}
	if (typeof visitors === "function") enter = visitors;
	else if (visitors && typeof visitors === "object") {
		if (visitors.enter === null || visitors.enter === void 0) {} else if (typeof visitors.enter === "function") enter = visitors.enter;
		else throw new Error("Unexpected value `" + visitors.enter + "` for `visitors.enter`, expected optional visitor");
		if (typeof visitors.exit === "function") exit = visitors.exit;
		else throw new Error("Unexpected value `" + visitors.exit + "` for `visitors.exit`, expected visitor (pass a visitor directly if you only want an enter visitor)");
	} else throw new Error("Unexpected value `" + visitors + "` for `enter` or `visitors`, expected visitor or object with visitors");
	const is = convert(check);
	const step = preorder ? 1 : -1;
	factory(tree, void 0, [])();
	/**
	* Create a function to visit a node.
	*
	* @param {UnistNode} node
	*   Node to visit.
	* @param {number | undefined} index
	*   Index of `node` in its parent.
	* @param {Array<UnistParent>} parents
	*   Ancestors of `node`.
	* @returns {() => Readonly<ActionTuple>}
	*   Visit `node`.
	*/
	function factory(node, index, parents) {
		const value = node && typeof node === "object" ? node : {};
		if (typeof value.type === "string") {
			const name = typeof value.tagName === "string" ? value.tagName : typeof value.name === "string" ? value.name : void 0;
			Object.defineProperty(visit, "name", { value: "node (" + color(node.type + (name ? "<" + name + ">" : "")) + ")" });
		}
		return visit;
		function visit() {
			const matches = !check || is(node, index, parents[parents.length - 1] || void 0);
			/** @type {Readonly<ActionTuple>} */
			let result = empty;
			if (enter && matches) {
				result = toResult(enter(node, parents, index));
				if (result[0] === false) return result;
			}
			if ("children" in node && node.children) {
				const nodeAsParent = node;
				if (nodeAsParent.children && result[0] !== "skip") {
					let offset = (preorder ? -1 : nodeAsParent.children.length) + step;
					const grandparents = [...parents, nodeAsParent];
					while (offset > -1 && offset < nodeAsParent.children.length) {
						const child = nodeAsParent.children[offset];
						const subresult = factory(child, offset, grandparents)();
						if (subresult[0] === false) return subresult;
						offset = typeof subresult[1] === "number" ? subresult[1] : offset + step;
					}
				}
			}
			if (exit && matches) {
				const exitResult = toResult(exit(node, parents, index));
				if (exitResult[0] === "skip") throw new Error("Unexpected value `" + exitResult[0] + "` from `exit`, expected `CONTINUE`, `EXIT`, index, or nothing");
				if (exitResult[0] === false || typeof exitResult[1] === "number") return exitResult;
			}
			return result;
		}
	}
}
/**
* Turn a return value into a clean result.
*
* @param {VisitorResult} value
*   Valid return values from visitors.
* @returns {Readonly<ActionTuple>}
*   Clean result.
*/
function toResult(value) {
	if (Array.isArray(value)) return value;
	if (typeof value === "number") return [true, value];
	return value === null || value === void 0 ? empty : [value];
}
// node_modules/mdast-util-gfm-autolink-literal/lib/index.js
/** @type {ConstructName} */
const inConstruct = "phrasing";
/** @type {Array<ConstructName>} */
const notInConstruct = [
	"autolink",
	"link",
	"image",
	"label"
];
/**
* Create an extension for `mdast-util-to-markdown` to enable GFM autolink
* literals in markdown.
*
* @returns {ToMarkdownExtension}
*   Extension for `mdast-util-to-markdown` to enable GFM autolink literals.
*/
function gfmAutolinkLiteralToMarkdown() {
	return { unsafe: [
		{
			character: "@",
			before: "[+\\-.\\w]",
			after: "[\\-.\\w]",
			inConstruct,
			notInConstruct
		},
		{
			character: ".",
			before: "[Ww]",
			after: "[\\-.\\w]",
			inConstruct,
			notInConstruct
		},
		{
			character: ":",
			before: "[ps]",
			after: "\\/",
			inConstruct,
			notInConstruct
		}
	] };
}
// node_modules/mdast-util-gfm-footnote/lib/index.js
footnoteReference.peek = footnoteReferencePeek;
/** @type {ToMarkdownHandle} */
function footnoteReferencePeek() {
	return "[";
}
/**
* @type {ToMarkdownHandle}
* @param {FootnoteReference} node
*/
function footnoteReference(node, _, state, info) {
	const tracker = state.createTracker(info);
	let value = tracker.move("[^");
	const exit = state.enter("footnoteReference");
	const subexit = state.enter("reference");
	value += tracker.move(state.safe(state.associationId(node), {
		after: "]",
		before: value
	}));
	subexit();
	exit();
	value += tracker.move("]");
	return value;
}
/**
* Create an extension for `mdast-util-to-markdown` to enable GFM footnotes
* in markdown.
*
* @param {ToMarkdownOptions | null | undefined} [options]
*   Configuration (optional).
* @returns {ToMarkdownExtension}
*   Extension for `mdast-util-to-markdown`.
*/
function gfmFootnoteToMarkdown(options) {
	let firstLineBlank = false;
	if (options && options.firstLineBlank) firstLineBlank = true;
	return {
		handlers: {
			footnoteDefinition,
			footnoteReference
		},
		unsafe: [{
			character: "[",
			inConstruct: [
				"label",
				"phrasing",
				"reference"
			]
		}]
	};
	/**
	* @type {ToMarkdownHandle}
	* @param {FootnoteDefinition} node
	*/
	function footnoteDefinition(node, _, state, info) {
		const tracker = state.createTracker(info);
		let value = tracker.move("[^");
		const exit = state.enter("footnoteDefinition");
		const subexit = state.enter("label");
		value += tracker.move(state.safe(state.associationId(node), {
			before: value,
			after: "]"
		}));
		subexit();
		value += tracker.move("]:");
		if (node.children && node.children.length > 0) {
			tracker.shift(4);
			value += tracker.move((firstLineBlank ? "\n" : " ") + state.indentLines(state.containerFlow(node, tracker.current()), firstLineBlank ? mapAll : mapExceptFirst));
		}
		exit();
		return value;
	}
}
/** @type {Map} */
function mapExceptFirst(line, index, blank) {
	return index === 0 ? line : mapAll(line, index, blank);
}
/** @type {Map} */
function mapAll(line, index, blank) {
	return (blank ? "" : "    ") + line;
}
// node_modules/mdast-util-gfm-strikethrough/lib/index.js
/**
* @import {Delete} from 'mdast'
* @import {
*   CompileContext,
*   Extension as FromMarkdownExtension,
*   Handle as FromMarkdownHandle
* } from 'mdast-util-from-markdown'
* @import {
*   Attention,
*   ConstructName,
*   Handle as ToMarkdownHandle,
*   Options as ToMarkdownExtension
* } from 'mdast-util-to-markdown'
*/
/**
* List of constructs that occur in phrasing (paragraphs, headings), but cannot
* contain strikethrough.
* So they sort of cancel each other out.
* Note: could use a better name.
*
* Note: keep in sync with: <https://github.com/syntax-tree/mdast-util-to-markdown/blob/8ce8dbf/lib/unsafe.js#L14>
*
* @type {Array<ConstructName>}
*/
const constructsWithoutStrikethrough = [
	"autolink",
	"destinationLiteral",
	"destinationRaw",
	"reference",
	"titleQuote",
	"titleApostrophe"
];
handleDelete.attention = attentionDelete;
handleDelete.peek = peekDelete;
/**
* Create an extension for `mdast-util-to-markdown` to enable GFM
* strikethrough in markdown.
*
* @returns {ToMarkdownExtension}
*   Extension for `mdast-util-to-markdown` to enable GFM strikethrough.
*/
function gfmStrikethroughToMarkdown() {
	return {
		handlers: { delete: handleDelete },
		unsafe: [{
			character: "~",
			inConstruct: "phrasing",
			notInConstruct: constructsWithoutStrikethrough
		}]
	};
}
/**
* Serialize a delete node.
*
* @type {ToMarkdownHandle}
* @param {Delete} node
*   Node to serialize.
*/
function handleDelete(node, _, state, info) {
	const tracker = state.createTracker(info);
	const sequence = state.stack.includes("strikethrough") ? "~" : "~~";
	const exit = state.enter("strikethrough");
	let value = tracker.move(sequence);
	value += state.containerPhrasing(node, {
		...tracker.current(),
		before: value,
		after: "~"
	});
	value += tracker.move(sequence);
	exit();
	return value;
}
/**
* Serialize a delete node as attention.
*
* @type {Attention}
*/
function attentionDelete() {
	return {
		construct: "strikethrough",
		markers: ["~"],
		sizes: [2, 1]
	};
}
/**
* Peek the first character of a delete node.
*
* @type {ToMarkdownHandle}
*/
function peekDelete() {
	return "~";
}
// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [fillRows=true]
*   Whether to fill rows with empty cells up to the most cells in a row
*   (default: `true`).
*
*   When `true`, all rows have as many cells as the longest row:
*
*   ```markdown
*   | Alpha | B    |   |
*   | ----- | ---- | - |
*   | C     |      |   |
*   | D     | Echo | F |
*   ```
*
*   When `false`, rows keep their cells,
*   and the delimiter row has as many cells as the header row:
*
*   ```markdown
*   | Alpha | B    |
*   | ----- | ---- |
*   | C     |
*   | D     | Echo | F |
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* Get the length of a cell.
*
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize$1(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* Serialize a cell value.
*
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize$1(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* Get the alignment character code from a value.
*
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}
// node_modules/mdast-util-phrasing/lib/index.js
/**
* @typedef {import('mdast').Html} Html
* @typedef {import('mdast').PhrasingContent} PhrasingContent
*/
/**
* Check if the given value is *phrasing content*.
*
* > 👉 **Note**: Excludes `html`, which can be both phrasing or flow.
*
* @param node
*   Thing to check, typically `Node`.
* @returns
*   Whether `value` is phrasing content.
*/
const phrasing$2 = convert([
	"break",
	"delete",
	"emphasis",
	"footnote",
	"footnoteReference",
	"image",
	"imageReference",
	"inlineCode",
	"inlineMath",
	"link",
	"linkReference",
	"mdxJsxTextElement",
	"mdxTextExpression",
	"strong",
	"text",
	"textDirective"
]);
// node_modules/zwitch/index.js
/**
* @callback Handler
*   Handle a value, with a certain ID field set to a certain value.
*   The ID field is passed to `zwitch`, and it’s value is this function’s
*   place on the `handlers` record.
* @param {...any} parameters
*   Arbitrary parameters passed to the zwitch.
*   The first will be an object with a certain ID field set to a certain value.
* @returns {any}
*   Anything!
*/
/**
* @callback UnknownHandler
*   Handle values that do have a certain ID field, but it’s set to a value
*   that is not listed in the `handlers` record.
* @param {unknown} value
*   An object with a certain ID field set to an unknown value.
* @param {...any} rest
*   Arbitrary parameters passed to the zwitch.
* @returns {any}
*   Anything!
*/
/**
* @callback InvalidHandler
*   Handle values that do not have a certain ID field.
* @param {unknown} value
*   Any unknown value.
* @param {...any} rest
*   Arbitrary parameters passed to the zwitch.
* @returns {void|null|undefined|never}
*   This should crash or return nothing.
*/
/**
* @template {InvalidHandler} [Invalid=InvalidHandler]
* @template {UnknownHandler} [Unknown=UnknownHandler]
* @template {Record<string, Handler>} [Handlers=Record<string, Handler>]
* @typedef Options
*   Configuration (required).
* @property {Invalid} [invalid]
*   Handler to use for invalid values.
* @property {Unknown} [unknown]
*   Handler to use for unknown values.
* @property {Handlers} [handlers]
*   Handlers to use.
*/
const own$3 = {}.hasOwnProperty;
/**
* Handle values based on a field.
*
* @template {InvalidHandler} [Invalid=InvalidHandler]
* @template {UnknownHandler} [Unknown=UnknownHandler]
* @template {Record<string, Handler>} [Handlers=Record<string, Handler>]
* @param {string} key
*   Field to switch on.
* @param {Options<Invalid, Unknown, Handlers>} [options]
*   Configuration (required).
* @returns {{unknown: Unknown, invalid: Invalid, handlers: Handlers, (...parameters: Parameters<Handlers[keyof Handlers]>): ReturnType<Handlers[keyof Handlers]>, (...parameters: Parameters<Unknown>): ReturnType<Unknown>}}
*/
function zwitch(key, options) {
	const settings = options || {};
	/**
	* Handle one value.
	*
	* Based on the bound `key`, a respective handler will be called.
	* If `value` is not an object, or doesn’t have a `key` property, the special
	* “invalid” handler will be called.
	* If `value` has an unknown `key`, the special “unknown” handler will be
	* called.
	*
	* All arguments, and the context object, are passed through to the handler,
	* and it’s result is returned.
	*
	* @this {unknown}
	*   Any context object.
	* @param {unknown} [value]
	*   Any value.
	* @param {...unknown} parameters
	*   Arbitrary parameters passed to the zwitch.
	* @property {Handler} invalid
	*   Handle for values that do not have a certain ID field.
	* @property {Handler} unknown
	*   Handle values that do have a certain ID field, but it’s set to a value
	*   that is not listed in the `handlers` record.
	* @property {Handlers} handlers
	*   Record of handlers.
	* @returns {unknown}
	*   Anything.
	*/
	function one(value, ...parameters) {
		/** @type {Handler|undefined} */
		let fn = one.invalid;
		const handlers = one.handlers;
		if (value && own$3.call(value, key)) {
			const id = String(value[key]);
			fn = own$3.call(handlers, id) ? handlers[id] : one.unknown;
		}
		if (fn) return fn.call(this, value, ...parameters);
	}
	one.handlers = settings.handlers || {};
	one.invalid = settings.invalid;
	one.unknown = settings.unknown;
	return one;
}
// node_modules/mdast-util-to-markdown/lib/configure.js
/**
* @import {Options, State} from './types.js'
*/
const own$2 = {}.hasOwnProperty;
/**
* Configure a base state w/ an extension.
*
* @param {State} base
*   Base state to configure.
* @param {Options} extension
*   Extension to apply.
* @returns {State}
*   Given `base`.
*/
function configure(base, extension) {
	let index = -1;
	/** @type {keyof Options} */
	let key;
	if (extension.extensions) while (++index < extension.extensions.length) configure(base, extension.extensions[index]);
	for (key in extension) if (own$2.call(extension, key)) switch (key) {
		case "extensions": break;
		/* c8 ignore next 4 */
		case "unsafe":
			list$2(base[key], extension[key]);
			break;
		case "join":
			list$2(base[key], extension[key]);
			break;
		case "handlers":
			map$2(base[key], extension[key]);
			break;
		default: base.options[key] = extension[key];
	}
	return base;
}
/**
* Merge arrays from the extension into the base state.
*
* @template T
*   Kind.
* @param {Array<T>} left
*   List to merge into.
* @param {Array<T> | null | undefined} right
*   List to merge from.
* @returns {undefined}
*   Nothing.
*/
function list$2(left, right) {
	if (right) left.push(...right);
}
/**
* Merge objects from the extension into the base state.
*
* @template T
*   Kind.
* @param {Record<string, T>} left
*   Object to merge into.
* @param {Record<string, T> | null | undefined} right
*   Object to merge from.
* @returns {undefined}
*   Nothing.
*/
function map$2(left, right) {
	if (right) Object.assign(left, right);
}
// node_modules/mdast-util-to-markdown/lib/handle/blockquote.js
/**
* @import {Blockquote, Parents} from 'mdast'
* @import {Info, Map, State} from 'mdast-util-to-markdown'
*/
/**
* Serialize a blockquote node.
*
* @param {Blockquote} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function blockquote(node, _, state, info) {
	const exit = state.enter("blockquote");
	const tracker = state.createTracker(info);
	tracker.move("> ");
	tracker.shift(2);
	const value = state.indentLines(state.containerFlow(node, tracker.current()), map$1);
	exit();
	return value;
}
/**
* Indent lines w/ blockquote markers.
*
* @type {Map}
*/
function map$1(line, _, blank) {
	return ">" + (blank ? "" : " ") + line;
}
// node_modules/mdast-util-to-markdown/lib/util/pattern-in-scope.js
/**
* @import {ConstructName, Unsafe} from 'mdast-util-to-markdown'
*/
/**
* Check if a pattern is in scope based on the current stack of constructs.
*
* @param {Array<ConstructName>} stack
*   Current stack of constructs.
* @param {Unsafe} pattern
*   Pattern to check.
* @returns {boolean}
*   Whether the pattern is in scope.
*/
function patternInScope(stack, pattern) {
	return listInScope(stack, pattern.inConstruct, true) && !listInScope(stack, pattern.notInConstruct, false);
}
/**
* Check if any of the constructs in the list are present in the stack.
*
* @param {Array<ConstructName>} stack
*   Current stack of constructs.
* @param {Unsafe['inConstruct']} list
*   List of constructs to check for in the stack.
* @param {boolean} none
*   Value to return if the list is empty or not provided.
* @returns {boolean}
*   Whether any of the constructs in the list are present in the stack.
*/
function listInScope(stack, list, none) {
	if (typeof list === "string") list = [list];
	if (!list || list.length === 0) return none;
	let index = -1;
	while (++index < list.length) if (stack.includes(list[index])) return true;
	return false;
}
// node_modules/mdast-util-to-markdown/lib/handle/break.js
/**
* @import {Break, Parents} from 'mdast'
* @import {Info, State} from 'mdast-util-to-markdown'
*/
/**
* Serialize a break node.
*
* @param {Break} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function hardBreak(_, _1, state, info) {
	let index = -1;
	while (++index < state.unsafe.length) {
		const pattern = state.unsafe[index];
		if (pattern.character === "\n" && !pattern.before && !pattern.after && patternInScope(state.stack, pattern)) return /[\t ]/.test(info.before) ? "" : " ";
	}
	return "\\\n";
}
// node_modules/longest-streak/index.js
/**
* Get the count of the longest repeating streak of `substring` in `value`.
*
* @param {string} value
*   Content to search in.
* @param {string} substring
*   Substring to look for, typically one character.
* @returns {number}
*   Count of most frequent adjacent `substring`s in `value`.
*/
function longestStreak(value, substring) {
	const source = String(value);
	let index = source.indexOf(substring);
	let expected = index;
	let count = 0;
	let max = 0;
	if (typeof substring !== "string") throw new TypeError("Expected substring");
	while (index !== -1) {
		if (index === expected) {
			if (++count > max) max = count;
		} else count = 1;
		expected = index + substring.length;
		index = source.indexOf(substring, expected);
	}
	return max;
}
// node_modules/mdast-util-to-markdown/lib/util/format-code-as-indented.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Code} from 'mdast'
*/
/**
* Checks if a code block can be formatted as an indented code block.
*
* @param {Code} node
*   Node to check.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the code can be formatted as an indented code block.
*/
function formatCodeAsIndented(node, state) {
	return Boolean(state.options.fences === false && node.value && !node.lang && /[^\n\r ]/.test(node.value) && !/^[\t ]*(?:[\n\r]|$)|(?:^|[\n\r])[\t ]*$/.test(node.value));
}
// node_modules/mdast-util-to-markdown/lib/util/check-fence.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred fence option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['fence'], null | undefined>}
*   Preferred fence marker.
*/
function checkFence(state) {
	const marker = state.options.fence || "`";
	if (marker !== "`" && marker !== "~") throw new Error("Cannot serialize code with `" + marker + "` for `options.fence`, expected `` ` `` or `~`");
	return marker;
}
// node_modules/mdast-util-to-markdown/lib/handle/code.js
/**
* @import {Info, Map, State} from 'mdast-util-to-markdown'
* @import {Code, Parents} from 'mdast'
*/
/**
* Serialize a code node.
*
* @param {Code} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function code$2(node, _, state, info) {
	const marker = checkFence(state);
	const raw = node.value || "";
	if (formatCodeAsIndented(node, state)) {
		const exit = state.enter("codeIndented");
		const value = state.indentLines(raw, map);
		exit();
		return value;
	}
	const tracker = state.createTracker(info);
	const sequence = marker.repeat(Math.max(longestStreak(raw, marker) + 1, 3));
	const exit = state.enter("codeFenced");
	const suffix = marker === "`" ? "GraveAccent" : "Tilde";
	let value = tracker.move(sequence);
	if (node.lang) {
		const subexit = state.enter(`codeFencedLang${suffix}`);
		value += tracker.move(state.safe(node.lang, {
			before: value,
			after: " ",
			encode: ["`"],
			...tracker.current()
		}));
		subexit();
	}
	if (node.lang && node.meta) {
		const subexit = state.enter(`codeFencedMeta${suffix}`);
		value += tracker.move(" ");
		value += tracker.move(state.safe(node.meta, {
			before: value,
			after: "\n",
			encode: ["`"],
			...tracker.current()
		}));
		subexit();
	}
	value += tracker.move("\n");
	if (raw) value += tracker.move(raw + "\n");
	value += tracker.move(sequence);
	exit();
	return value;
}
/**
* Indent lines w/ code indent.
*
* @type {Map}
*/
function map(line, _, blank) {
	return (blank ? "" : "    ") + line;
}
// node_modules/mdast-util-to-markdown/lib/util/check-quote.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred quote option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['quote'], null | undefined>}
*   Preferred quote.
*/
function checkQuote(state) {
	const marker = state.options.quote || "\"";
	if (marker !== "\"" && marker !== "'") throw new Error("Cannot serialize title with `" + marker + "` for `options.quote`, expected `\"`, or `'`");
	return marker;
}
// node_modules/mdast-util-to-markdown/lib/handle/definition.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Definition, Parents} from 'mdast'
*/
/**
* Serialize a definition node.
*
* @param {Definition} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function definition(node, _, state, info) {
	const quote = checkQuote(state);
	const suffix = quote === "\"" ? "Quote" : "Apostrophe";
	const exit = state.enter("definition");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("[");
	value += tracker.move(state.safe(state.associationId(node), {
		before: value,
		after: "]",
		...tracker.current()
	}));
	value += tracker.move("]: ");
	subexit();
	if (!node.url || /[\0- \u007F]/.test(node.url)) {
		subexit = state.enter("destinationLiteral");
		value += tracker.move("<");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
	} else {
		subexit = state.enter("destinationRaw");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: node.title ? " " : "\n",
			...tracker.current()
		}));
	}
	subexit();
	if (node.title) {
		subexit = state.enter(`title${suffix}`);
		value += tracker.move(" " + quote);
		value += tracker.move(state.safe(node.title, {
			before: value,
			after: quote,
			...tracker.current()
		}));
		value += tracker.move(quote);
		subexit();
	}
	exit();
	return value;
}
// node_modules/mdast-util-to-markdown/lib/util/check-emphasis.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred emphasis option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['emphasis'], null | undefined>}
*   Preferred emphasis marker.
*/
function checkEmphasis(state) {
	const marker = state.options.emphasis || "*";
	if (marker !== "*" && marker !== "_") throw new Error("Cannot serialize emphasis with `" + marker + "` for `options.emphasis`, expected `*`, or `_`");
	return marker;
}
// node_modules/micromark-util-classify-character/index.js
/**
* @import {Code} from 'micromark-util-types'
*/
/**
* Classify whether a code represents whitespace, punctuation, or something
* else.
*
* Used for attention (emphasis, strong), whose sequences can open or close
* based on the class of surrounding characters.
*
* > 👉 **Note**: eof (`null`) is seen as whitespace.
*
* @param {Code} code
*   Code.
* @returns {typeof constants.characterGroupWhitespace | typeof constants.characterGroupPunctuation | undefined}
*   Group.
*/
function classifyCharacter(code) {
	if (code === null || markdownLineEndingOrSpace(code) || unicodeWhitespace(code)) return 1;
	if (unicodePunctuation(code)) return 2;
}
// node_modules/mdast-util-to-markdown/lib/util/character.js
/**
* Get the first character of a value.
*
* Is aware of astral characters (such as emoji).
*
* @param {string} value
*   Value.
* @returns {string}
*   First character; empty if `value` is empty.
*/
function firstCharacter(value) {
	const code = value.codePointAt(0);
	return code === void 0 ? "" : String.fromCodePoint(code);
}
/**
* Get the last character of a value.
*
* Is aware of astral characters (such as emoji).
*
* @param {string} value
*   Value.
* @returns {string}
*   Last character; empty if `value` is empty.
*/
function lastCharacter(value) {
	const code = value.codePointAt(value.length - 2);
	return code !== void 0 && code > 65535 ? value.slice(-2) : value.slice(-1);
}
// node_modules/mdast-util-to-markdown/lib/util/encode-character-reference.js
/**
* Encode a code point as a character reference.
*
* @param {number} code
*   Code point to encode.
* @returns {string}
*   Encoded character reference.
*/
function encodeCharacterReference(code) {
	return "&#x" + code.toString(16).toUpperCase() + ";";
}
// node_modules/mdast-util-to-markdown/lib/util/encode-info.js
/**
* @import {EncodeSides} from '../types.js'
*/
/**
* Check whether to encode (as a character reference) the characters
* surrounding an attention run.
*
* Which characters are around an attention run influence whether it works or
* not.
*
* See <https://github.com/orgs/syntax-tree/discussions/60> for more info.
* See this markdown in a particular renderer to see what works:
*
* ```markdown
* |                         | A (letter inside) | B (punctuation inside) | C (whitespace inside) | D (nothing inside) |
* | ----------------------- | ----------------- | ---------------------- | --------------------- | ------------------ |
* | 1 (letter outside)      | x*y*z             | x*.*z                  | x* *z                 | x**z               |
* | 2 (punctuation outside) | .*y*.             | .*.*.                  | .* *.                 | .**.               |
* | 3 (whitespace outside)  | x *y* z           | x *.* z                | x * * z               | x ** z             |
* | 4 (nothing outside)     | *x*               | *.*                    | * *                   | **                 |
* ```
*
* @param {number} outside
*   Code point on the outer side of the run.
* @param {number} inside
*   Code point on the inner side of the run.
* @param {string} marker
*   Marker of the run.
*   Underscores are handled more strictly (they form less often) than
*   asterisks.
* @returns {EncodeSides}
*   Whether to encode characters.
*/
function encodeInfo(outside, inside, marker) {
	const outsideKind = classifyCharacter(outside);
	const insideKind = classifyCharacter(inside);
	if (outsideKind === void 0) return insideKind === void 0 ? marker === "_" ? {
		inside: true,
		outside: true
	} : {
		inside: false,
		outside: false
	} : insideKind === 1 ? {
		inside: true,
		outside: true
	} : {
		inside: false,
		outside: true
	};
	if (outsideKind === 1) return insideKind === void 0 ? {
		inside: false,
		outside: false
	} : insideKind === 1 ? {
		inside: true,
		outside: true
	} : {
		inside: false,
		outside: false
	};
	return insideKind === void 0 ? {
		inside: false,
		outside: false
	} : insideKind === 1 ? {
		inside: true,
		outside: false
	} : {
		inside: false,
		outside: false
	};
}
// node_modules/micromark-util-html-tag-name/index.js
/**
* List of lowercase HTML “block” tag names.
*
* The list, when parsing HTML (flow), results in more relaxed rules (condition
* 6).
* Because they are known blocks, the HTML-like syntax doesn’t have to be
* strictly parsed.
* For tag names not in this list, a more strict algorithm (condition 7) is used
* to detect whether the HTML-like syntax is seen as HTML (flow) or not.
*
* This is copied from:
* <https://spec.commonmark.org/0.30/#html-blocks>.
*
* > 👉 **Note**: `search` was added in `CommonMark@0.31`.
*/
const htmlBlockNames = [
	"address",
	"article",
	"aside",
	"base",
	"basefont",
	"blockquote",
	"body",
	"caption",
	"center",
	"col",
	"colgroup",
	"dd",
	"details",
	"dialog",
	"dir",
	"div",
	"dl",
	"dt",
	"fieldset",
	"figcaption",
	"figure",
	"footer",
	"form",
	"frame",
	"frameset",
	"h1",
	"h2",
	"h3",
	"h4",
	"h5",
	"h6",
	"head",
	"header",
	"hr",
	"html",
	"iframe",
	"legend",
	"li",
	"link",
	"main",
	"menu",
	"menuitem",
	"nav",
	"noframes",
	"ol",
	"optgroup",
	"option",
	"p",
	"param",
	"search",
	"section",
	"summary",
	"table",
	"tbody",
	"td",
	"tfoot",
	"th",
	"thead",
	"title",
	"tr",
	"track",
	"ul"
];
/**
* List of lowercase HTML “raw” tag names.
*
* The list, when parsing HTML (flow), results in HTML that can include lines
* without exiting, until a closing tag also in this list is found (condition
* 1).
*
* This module is copied from:
* <https://spec.commonmark.org/0.30/#html-blocks>.
*
* > 👉 **Note**: `textarea` was added in `CommonMark@0.30`.
*/
const htmlRawNames = [
	"pre",
	"script",
	"style",
	"textarea"
];
// node_modules/mdast-util-to-markdown/lib/util/html-kind.js
/**
* @typedef {1 | 2 | 3 | 4 | 5 | 6 | 7} Kind
*   Kind of HTML (flow) element.
*/
/**
* Infer the kind of HTML that `value` is.
*
* This works on valid trees as produced by `micromark`.
* Kinds:
*
* 1. raw
* 2. comment
* 3. instruction
* 4. declaration
* 5. cdata
* 6. block
* 7. other
*
* See: <https://spec.commonmark.org/0.31.2/#html-blocks>.
*
* @param {string} value
*   HTML.
* @returns {Kind | undefined}
*   Kind; `undefined` if unknown.
*/
function htmlKind(value) {
	if (value.charCodeAt(0) !== 60) return;
	const next = value.charCodeAt(1);
	if (next === 33) {
		const code = value.charCodeAt(2);
		if (code === 45) return 2;
		if (code === 91) return 5;
		if (asciiAlpha(code)) return 4;
		return;
	}
	if (next === 63) return 3;
	const closing = next === 47;
	const start = closing ? 2 : 1;
	let end = start;
	let code = value.charCodeAt(end);
	if (!asciiAlpha(code)) return;
	while (code === 45 || asciiAlphanumeric(code)) code = value.charCodeAt(++end);
	const name = value.slice(start, end).toLowerCase();
	if (!closing && code !== 47 && htmlRawNames.includes(name)) return 1;
	return htmlBlockNames.includes(name) ? 6 : 7;
}
// node_modules/mdast-util-to-markdown/lib/util/container-phrasing.js
/**
* @import {Attention, Handle, Info, State, Tracker} from 'mdast-util-to-markdown'
* @import {PhrasingParents} from '../types.js'
*/
/**
* Markers for builtin attention (emphasis, strong) to whether they are stricter:
* whether they cannot open and close inside words.
*
* Builtin runs pair following CommonMark rules for emphasis and strong:
* they are split,
* using one or two markers at a time,
* with the rule of 3.
* Other markers pair like GFM strikethrough:
* whole runs pair with a run of the same size.
*
* @type {Map<string, boolean>}
*/
const builtins = /* @__PURE__ */ new Map([["*", false], ["_", true]]);
/**
* @typedef AttentionResult
*   Attention, of which the sequence is chosen later.
* @property {Array<Item>} children
*   Serialized children.
* @property {Array<string>} sequences
*   Sequences that can be used, in order of preference.
*/
/**
* @typedef Improvement
*   Improvement of attention sequences.
* @property {Map<AttentionResult, string>} chosen
*   Chosen sequences for each attention.
* @property {Array<Token>} tokens
*   Tokens involved in the improvement.
* @property {Mistake | undefined} mistake
*   Mistake that led to this improvement, if any.
*/
/**
* @typedef {AttentionResult | string} Item
*   Serialized phrasing.
*/
/**
* @typedef Mistake
*   Sequence that does not form its attention.
* @property {Array<AttentionResult>} attention
*   Attention to try other sequences for.
* @property {number} index
*   Index of the token.
*/
/**
* @typedef Run
*   Sequences next to each other with the same marker.
* @property {boolean} close
*   Whether it can close.
* @property {number} end
*   Index after the last marker not used (to open).
* @property {Array<Token>} markers
*   Sequence of each marker.
* @property {boolean} open
*   Whether it can open.
* @property {boolean} split
*   Whether it can be split (built-in attention).
* @property {number} start
*   Index of the first marker not used (to close).
* @property {Array<Token>} tokens
*   Sequences.
*/
/**
* @typedef Token
*   Rendered phrasing.
* @property {AttentionResult | undefined} attention
*   Attention, if this is one of its sequences.
* @property {string} value
*   Value.
*/
/**
* Get candidates for a mistake:
* attention to try other sequences for,
* later first.
*
* @param {Array<Token>} tokens
*   Tokens.
* @param {Array<Token>} involved
*   Sequences involved in the mistake.
* @param {Map<Token, Run>} runOf
*   Run of each sequence.
* @returns {Array<AttentionResult>}
*   Candidates.
*/
function candidates(tokens, involved, runOf) {
	/** @type {Set<AttentionResult | undefined>} */
	const related = /* @__PURE__ */ new Set();
	for (const token of tokens) {
		const siblings = runOf.get(token);
		if (siblings && token.attention && involved.some((d) => d.attention === token.attention)) for (const sibling of siblings.tokens) related.add(sibling.attention);
	}
	/** @type {Array<AttentionResult>} */
	const ordered = [];
	for (const token of tokens) if (token.attention && related.delete(token.attention)) ordered.push(token.attention);
	ordered.reverse();
	return ordered;
}
/**
* Check whether sequences form their attention, like `micromark`.
*
* Sequences of `*` and `_` pair like emphasis and strong in CommonMark,
* others like strikethrough in GFM.
*
* @param {Array<Token>} tokens
*   Tokens.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Mistake | undefined}
*   First mistake, if any.
*/
function check(tokens, before, after) {
	/** @type {Array<Run>} */
	const runs = [];
	/** @type {Map<Token, Array<Token>>} */
	const wrong = /* @__PURE__ */ new Map();
	/** @type {Map<Token, Run>} */
	const runOf = /* @__PURE__ */ new Map();
	let index = 0;
	while (index < tokens.length) {
		if (!tokens[index].attention) {
			index++;
			continue;
		}
		const marker = tokens[index].value.charAt(0);
		const strict = builtins.get(marker);
		let end = index + 1;
		while (end < tokens.length && tokens[end].attention && tokens[end].value.charAt(0) === marker) end++;
		const head = index ? tokens[index - 1].value : before;
		const previous = classifyCharacter(head.charCodeAt(head.length - 1));
		const next = classifyCharacter((end < tokens.length ? tokens[end].value : after).charCodeAt(0));
		const open = !next || next === 2 && Boolean(previous);
		const close = !previous || previous === 2 && Boolean(next);
		/** @type {Run} */
		const run = {
			tokens: tokens.slice(index, end),
			markers: [],
			start: 0,
			end: 0,
			open: strict ? open && (Boolean(previous) || !close) : open,
			close: strict ? close && (Boolean(next) || !open) : close,
			split: strict !== void 0
		};
		for (const token of run.tokens) {
			wrong.set(token, [...run.tokens]);
			runOf.set(token, run);
			let size = token.value.length;
			while (size--) run.markers.push(token);
		}
		run.end = run.markers.length;
		runs.push(run);
		index = end;
	}
	pair(runs, wrong);
	index = -1;
	while (++index < tokens.length) {
		const involved = wrong.get(tokens[index]);
		if (involved) return {
			attention: candidates(tokens, involved, runOf),
			index
		};
	}
}
/**
* Serialize the children of a parent that contains phrasing children.
*
* @param {PhrasingParents} parent
*   Parent of phrasing nodes.
* @param {State} state
*   Info passed around about the current state.
* @param {Info} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized result.
*/
function containerPhrasing(parent, state, info) {
	return serialize(phrasing$1(parent, state, info), info.before, info.after);
}
/**
* Encode the first or last character of tokens as a character reference,
* if it is text.
*
* @param {Array<Token>} tokens
*   Tokens.
* @param {boolean} start
*   Whether to encode the first or last character.
* @returns {undefined}
*   Nothing.
*/
function encode(tokens, start) {
	const token = tokens[start ? 0 : tokens.length - 1];
	if (!token || token.attention) return;
	const character = start ? firstCharacter(token.value) : lastCharacter(token.value);
	const reference = encodeCharacterReference(character.codePointAt(0));
	if (start) token.value = reference + token.value.slice(character.length);
	else {
		let value = token.value.slice(0, token.value.length - character.length);
		let escapes = 0;
		while (value.charCodeAt(value.length - 1 - escapes) === 92) escapes++;
		if (escapes % 2) value += "\\";
		token.value = value + reference;
	}
}
/**
* Try other sequences for the candidates of a mistake and use the first that
* moves the mistake further.
*
* @param {Array<Item>} items
*   Items.
* @param {Map<AttentionResult, string>} chosen
*   Sequences to use instead of preferred sequences.
* @param {Mistake} mistake
*   Mistake.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Improvement | undefined}
*   Result if better.
*/
function improve(items, chosen, mistake, before, after) {
	for (const attention of mistake.attention) {
		const current = chosen.get(attention) || attention.sequences[0];
		for (const sequence of attention.sequences) {
			if (sequence === current) continue;
			const trial = new Map(chosen);
			trial.set(attention, sequence);
			const tokens = render(items, trial, before, after);
			const next = check(tokens, before, after);
			if (!next || next.index > mistake.index) return {
				chosen: trial,
				mistake: next,
				tokens
			};
		}
	}
}
/**
* Pair runs like `micromark` and mark sequences that do form their attention
* as fine.
*
* Each pair uses markers from the end of an opener and the start of a closer.
* It forms the intended attention if those markers are exactly the whole
* opening and closing sequence of one attention.
* Otherwise attention is mixed up:
* either sequences of different attention pair,
* part of a sequence is used (such as `**` of strong as `*`),
* or several sequences are used together (such as `*` and `*` as `**`).
* Then the sequences involved are recorded with each other.
*
* @param {Array<Run>} runs
*   Runs.
* @param {Map<Token, Array<Token>>} wrong
*   Sequences that are wrong, with the sequences involved.
* @returns {undefined}
*   Nothing, `wrong` is changed.
*/
function pair(runs, wrong) {
	/** @type {Map<string, Array<Run>>} */
	const openersByMarker = /* @__PURE__ */ new Map();
	for (const closer of runs) {
		const marker = closer.tokens[0].value.charAt(0);
		let openers = openersByMarker.get(marker);
		if (!openers) {
			openers = [];
			openersByMarker.set(marker, openers);
		}
		let open = closer.close ? openers.length : 0;
		while (open-- && closer.start < closer.end) {
			const opener = openers[open];
			const openerSize = opener.end - opener.start;
			const closerSize = closer.end - closer.start;
			if (closer.split ? (opener.close || closer.open) && closerSize % 3 && !((openerSize + closerSize) % 3) : openerSize !== opener.markers.length || openerSize !== closerSize) continue;
			const size = closer.split ? openerSize > 1 && closerSize > 1 ? 2 : 1 : closerSize;
			const opening = opener.markers.slice(opener.end - size, opener.end);
			const closing = closer.markers.slice(closer.start, closer.start + size);
			const openToken = opening[0];
			const closeToken = closing[0];
			if (openToken === opening[size - 1] && openToken.value.length === size && closeToken === closing[size - 1] && closeToken.value.length === size && openToken.attention === closeToken.attention) {
				wrong.delete(openToken);
				wrong.delete(closeToken);
			} else {
				const involved = [.../* @__PURE__ */ new Set([...opening, ...closing])];
				for (const token of involved) {
					const list = wrong.get(token);
					if (list) list.push(...involved);
				}
			}
			opener.end -= size;
			closer.start += size;
			if (opener.start === opener.end) openers.splice(open, 1);
			open = openers.length;
		}
		if (closer.open && closer.start < closer.end) openers.push(closer);
	}
}
/**
* Get the sequences that can be used for attention, in order of preference.
*
* @param {string} type
*   Node type.
* @param {Array<string>} markers
*   Markers.
* @param {Array<number>} sizes
*   Sizes.
* @returns {Array<string>}
*   Sequences.
*/
function attentionSequences(type, markers, sizes) {
	if (markers.length === 0) throw new Error("Cannot serialize `" + type + "` as attention without markers, expected one or more markers");
	if (sizes.length === 0) throw new Error("Cannot serialize `" + type + "` as attention without sizes, expected one or more sizes");
	for (const size of sizes) if (!Number.isSafeInteger(size) || size < 1) throw new Error("Cannot serialize `" + type + "` as attention with `" + size + "` as size, expected positive integer");
	/** @type {Array<string>} */
	const sequences = [];
	for (const marker of markers) {
		if (marker.length !== 1) throw new Error("Cannot serialize `" + type + "` as attention with `" + marker + "` as marker, expected a single ascii character");
		if (!asciiPunctuation(marker.charCodeAt(0))) throw new Error("Cannot serialize `" + type + "` as attention with `" + marker + "` as marker, expected ascii punctuation");
		for (const size of sizes) sequences.push(marker.repeat(size));
	}
	return sequences;
}
/**
* Serialize the children of a parent that contains phrasing children,
* keeping attention separate,
* so that its markers can be chosen later.
*
* @param {PhrasingParents} parent
*   Parent of phrasing nodes.
* @param {State} state
*   Info passed around about the current state.
* @param {Info} info
*   Info on where we are in the document we are generating.
* @returns {Array<Item>}
*   Items.
*/
function phrasing$1(parent, state, info) {
	const indexStack = state.indexStack;
	const children = parent.children || [];
	/** @type {Array<Item>} */
	const results = [];
	let index = -1;
	let before = info.before;
	indexStack.push(-1);
	let tracker = state.createTracker(info);
	while (++index < children.length) {
		const child = children[index];
		/** @type {string} */
		let after;
		indexStack[indexStack.length - 1] = index;
		if (index + 1 < children.length) {
			/** @type {Handle} */
			let handle = state.handle.handlers[children[index + 1].type];
			if (handle && handle.peek) handle = handle.peek;
			after = handle ? firstCharacter(handle(children[index + 1], parent, state, {
				before: "",
				after: "",
				...tracker.current()
			})) : "";
		} else after = info.after;
		const previous = results[results.length - 1];
		if (typeof previous === "string" && (before === "\r" || before === "\n") && child.type === "html" && htmlKind(child.value) !== 7) {
			results[results.length - 1] = previous.replace(/(\r?\n|\r)$/, " ");
			before = " ";
			tracker = state.createTracker(info);
			tracker.move(serialize(results, info.before, info.after));
		}
		/** @type {(Handle & {attention?: Attention | undefined}) | undefined} */
		const handle = state.handle.handlers[child.type];
		if (handle && handle.attention) {
			const item = attentionItem(child, handle.attention, state, tracker);
			if (!item) continue;
			results.push(item);
			before = lastCharacter(item.sequences[0]);
		} else {
			const value = state.handle(child, parent, state, {
				...tracker.current(),
				after,
				before
			});
			if (!value) continue;
			tracker.move(value);
			results.push(value);
			before = lastCharacter(value);
		}
	}
	indexStack.pop();
	return results;
}
/**
* Serialize a node as attention,
* with its sequence chosen later.
*
* @param {PhrasingParents} node
*   Node.
* @param {Attention} attention
*   Attention of the node.
* @param {State} state
*   Info passed around about the current state.
* @param {Tracker} tracker
*   Tracker.
* @returns {AttentionResult | undefined}
*   Attention or nothing.
*/
function attentionItem(node, attention, state, tracker) {
	const { construct, markers, sizes } = attention(node, state);
	const sequences = attentionSequences(node.type, markers, sizes);
	const sequence = sequences[0];
	const exit = state.enter(construct);
	const inside = state.createTracker(tracker.current());
	inside.move(sequence);
	const children = phrasing$1(node, state, {
		...inside.current(),
		before: sequence,
		after: sequence
	});
	exit();
	if (children.length === 0) return;
	tracker.move(sequence);
	tracker.move(serialize(children, sequence, sequence));
	tracker.move(sequence);
	return {
		children,
		sequences
	};
}
/**
* Fix mistakes one at a time.
*
* @param {Array<Item>} items
*   Phrasing items.
* @param {Map<AttentionResult, string>} chosen
*   Sequences to start with.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Array<Token> | undefined}
*   Tokens, if all mistakes could be fixed.
*/
function fix(items, chosen, before, after) {
	let tokens = render(items, chosen, before, after);
	let mistake = check(tokens, before, after);
	while (mistake) {
		const next = improve(items, chosen, mistake, before, after);
		if (!next) return;
		chosen = next.chosen;
		tokens = next.tokens;
		mistake = next.mistake;
	}
	return tokens;
}
/**
* Guess sequences for attention so that few mistakes are left to fix because
* each fix is slow.
*
* Prefers another marker when a sequence would touch one with the same marker
* of a sibling or parent (`**a**` and `*b*` as `**a***b*`).
* Except for an only child with a longer builtin sequence,
* as that forms (`***a***`).
*
* @param {Array<Item>} items
*   Phrasing items.
* @param {Map<AttentionResult, string>} chosen
*   Guesses that are not the preferred sequence.
* @param {string} before
*   Sequence of the parent or characters before.
* @param {string} after
*   Sequence of the parent or characters after.
* @returns {undefined}
*   Nothing.
*/
function guess(items, chosen, before, after) {
	let previous = before;
	let index = -1;
	while (++index < items.length) {
		const item = items[index];
		if (typeof item === "string") {
			previous = "";
			continue;
		}
		const next = index === items.length - 1 ? after : "";
		const sequence = item.sequences.find(function(value) {
			const marker = value.charAt(0);
			return marker !== previous.charAt(0) && marker !== next.charAt(0) || items.length === 1 && builtins.has(marker) && value.length > before.length;
		}) || item.sequences[0];
		if (sequence !== item.sequences[0]) chosen.set(item, sequence);
		guess(item.children, chosen, sequence, sequence);
		previous = sequence;
	}
}
/**
* Render items with sequences;
* encoding characters around attention where needed.
*
* @param {Array<Item>} items
*   Serialized phrasing.
* @param {Map<AttentionResult, string>} chosen
*   Sequences to use instead of preferred sequences.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {Array<Token>}
*   Tokens.
*/
function render(items, chosen, before, after) {
	/** @type {Array<Token>} */
	const tokens = [];
	/** @type {string | undefined} */
	let encodeAfter;
	let previous = lastCharacter(before);
	let index = -1;
	while (++index < items.length) {
		const item = items[index];
		if (typeof item === "string") {
			/** @type {Token} */
			const token = {
				value: item,
				attention: void 0
			};
			if (encodeAfter && encodeAfter === firstCharacter(item)) encode([token], true);
			encodeAfter = void 0;
			tokens.push(token);
			if (token.value) previous = lastCharacter(token.value);
			continue;
		}
		const sequence = chosen.get(item) || item.sequences[0];
		const marker = sequence.charAt(0);
		const next = items[index + 1];
		const outsideBefore = previous;
		const outsideAfter = firstCharacter(next === void 0 ? after : typeof next === "string" ? next : chosen.get(next) || next.sequences[0]);
		const inside = render(item.children, chosen, sequence, sequence);
		const head = inside[0].value;
		const open = encodeInfo(outsideBefore.charCodeAt(outsideBefore.length - 1), head.charCodeAt(0), marker);
		if (open.inside) encode(inside, true);
		const tail = lastCharacter(inside[inside.length - 1].value);
		const close = encodeInfo(outsideAfter.charCodeAt(0), tail.charCodeAt(tail.length - 1), marker);
		if (close.inside) encode(inside, false);
		if (open.outside && outsideBefore !== "\n" && outsideBefore !== "\r") encode(tokens, false);
		if (close.outside) encodeAfter = outsideAfter;
		tokens.push({
			value: sequence,
			attention: item
		}, ...inside, {
			value: sequence,
			attention: item
		});
		previous = sequence.charAt(sequence.length - 1);
	}
	return tokens;
}
/**
* Serialize phrasing with attention.
*
* Whether attention forms depends on everything around it.
* This checks that it does and tries other sequences if not.
*
* @param {Array<Item>} items
*   Phrasing items.
* @param {string} before
*   Characters before.
* @param {string} after
*   Characters after.
* @returns {string}
*   Serialized markdown.
*/
function serialize(items, before, after) {
	/** @type {Map<AttentionResult, string>} */
	const guessed = /* @__PURE__ */ new Map();
	guess(items, guessed, before, after);
	const tokens = (guessed.size > 0 ? fix(items, guessed, before, after) : void 0) || fix(items, /* @__PURE__ */ new Map(), before, after) || render(items, /* @__PURE__ */ new Map(), before, after);
	let result = "";
	for (const token of tokens) result += token.value;
	return result;
}
// node_modules/mdast-util-to-markdown/lib/handle/emphasis.js
/**
* @import {AttentionInfo, Info, State} from 'mdast-util-to-markdown'
* @import {Emphasis, Parents} from 'mdast'
*/
emphasis.attention = attention$1;
emphasis.peek = peek$1;
/**
* Serialize an emphasis node.
*
* Attention is properly handled by `containerPhrasing`.
*
* @param {Emphasis} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function emphasis(node, _, state, info) {
	const exit = state.enter("phrasing");
	const item = attentionItem(node, attention$1, state, state.createTracker(info));
	const value = item ? serialize([item], info.before, info.after) : "";
	exit();
	return value;
}
/**
* Serialize an emphasis node as attention.
*
* @param {Emphasis} _
*   Node to serialize.
* @param {State} state
*   Info passed around.
* @returns {AttentionInfo}
*   Info on how to serialize the node.
*/
function attention$1(_, state) {
	return {
		construct: "emphasis",
		markers: checkEmphasis(state) === "*" ? ["*", "_"] : ["_", "*"],
		sizes: [1]
	};
}
/**
* Peek at this node.
*
* @param {Emphasis} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Start of the serialized markdown.
*/
function peek$1(_, _1, state) {
	return state.options.emphasis || "*";
}
// node_modules/unist-util-visit/lib/index.js
/**
* @import {Node as UnistNode, Parent as UnistParent} from 'unist'
* @import {
*   InclusiveDescendant,
*   Matches,
*   Visitors as ParentsVisitors,
*   VisitorResult,
*   VisitorResultExit
* } from 'unist-util-visit-parents'
*/
/**
* @typedef {Exclude<import('unist-util-is').Test, undefined> | undefined} Test
*   Test from `unist-util-is`.
*
*   Note: we have remove and add `undefined`, because otherwise when generating
*   automatic `.d.ts` files, TS tries to flatten paths from a local perspective,
*   which doesn’t work when publishing on npm.
*/
/**
* @typedef {(
*   Node extends UnistParent
*   ? Node extends {children: Array<infer Children>}
*     ? Child extends Children ? Node : never
*     : never
*   : never
* )} InternalParent
*   Collect nodes that can be parents of `Child`.
* @template {UnistNode} Node
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @typedef {InternalParent<InclusiveDescendant<Tree>, Child>} Parent
*   Collect nodes in `Tree` that can be parents of `Child`.
* @template {UnistNode} Tree
*   All node types in a tree.
* @template {UnistNode} Child
*   Node to search for.
*/
/**
* @callback Visitor
*   Handle a node (matching `test`, if given) before its children.
*
*   Like `Visitor` in `unist-util-visit-parents`,
*   but with `index` and `parent` instead of `parents`.
* @param {Visited} node
*   Found node.
* @param {Visited extends UnistNode ? number | undefined : never} index
*   Index of `node` in `parent`,
*   or `undefined` for the tree itself.
* @param {Ancestor extends UnistParent ? Ancestor | undefined : never} parent
*   Parent of `node`,
*   or `undefined` for the tree itself.
* @returns {VisitorResult}
*   What to do next.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
*/
/**
* @callback VisitorExit
*   Handle a node (matching `test`, if given) after its children.
*
*   Like `VisitorExit` in `unist-util-visit-parents`,
*   but with `index` and `parent` instead of `parents`.
* @param {Visited} node
*   Found node.
* @param {Visited extends UnistNode ? number | undefined : never} index
*   Index of `node` in `parent`,
*   or `undefined` for the tree itself.
* @param {Ancestor extends UnistParent ? Ancestor | undefined : never} parent
*   Parent of `node`,
*   or `undefined` for the tree itself.
* @returns {VisitorResultExit}
*   What to do next.
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
*/
/**
* @template {UnistNode} [Visited=UnistNode]
*   Visited node type.
* @template {UnistParent} [Ancestor=UnistParent]
*   Ancestor type.
* @typedef Visitors
*   Handle nodes when entering and exiting them.
*
*   Like `Visitors` in `unist-util-visit-parents`.
* @property {Visitor<Visited, Ancestor> | null | undefined} [enter]
*   Handle a node before its children (optional).
* @property {VisitorExit<Visited, Ancestor>} exit
*   Handle a node after its children.
*/
/**
* @typedef {Visitor<Visited, Parent<Ancestor, Visited>>} BuildVisitorFromMatch
*   Build a typed `Visitor` function from a node and all possible parents.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} Visited
*   Node type.
* @template {UnistParent} Ancestor
*   Parent type.
*/
/**
* @typedef {(
*   BuildVisitorFromMatch<
*     Matches<Descendant, Check>,
*     Extract<Descendant, UnistParent>
*   >
* )} BuildVisitorFromDescendants
*   Build a typed `Visitor` function from a list of descendants and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} Descendant
*   Node type.
* @template {Test} Check
*   Test type.
*/
/**
* @typedef {(
*   BuildVisitorFromDescendants<
*     InclusiveDescendant<Tree>,
*     Check
*   >
* )} BuildVisitor
*   Build a typed `Visitor` function from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} [Tree=UnistNode]
*   Node type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* @typedef {(
*   Visitors<
*     Matches<InclusiveDescendant<Tree>, Check>,
*     Parent<
*       Extract<InclusiveDescendant<Tree>, UnistParent>,
*       Matches<InclusiveDescendant<Tree>, Check>
*     >
*   >
* )} BuildVisitors
*   Build typed `Visitors` from a tree and a test.
*
*   It will infer which values are passed as `node` and which as `parent`.
* @template {UnistNode} [Tree=UnistNode]
*   Node type.
* @template {Test} [Check=Test]
*   Test type.
*/
/**
* Visit nodes.
*
* This algorithm performs *depth-first* *tree traversal* in *preorder*
* (**NLR**) or if `reverse` is given,
* in *reverse preorder* (**NRL**).
* An `exit` visitor is called in *postorder* (**LRN**)
* or if `reverse` is given, in *reverse postorder* (**RLN**).
*
* You can choose which nodes are visited by passing a `test`.
* For complex tests, you should test yourself in a visitor, as it will be
* faster and will have improved type information.
*
* Walking the tree is an intensive task.
* Make use of the return values of the visitor when possible.
* Instead of walking a tree multiple times, walk it once, use `unist-util-is`
* to check if a node matches, and then perform different operations.
*
* You can change the tree.
* Changes inside a node made when entering it are walked,
* changes made when exiting it are not.
* See `Visitor` and `VisitorExit` for more info.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {Check} check
*   `unist-util-is`-compatible test.
* @param {BuildVisitor<Tree, Check> | BuildVisitors<Tree, Check>} visitors
*   Handle each node when entering it,
*   or `{enter, exit}` to also handle it when exiting it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @overload
* @param {Tree} tree
*   Tree to traverse.
* @param {BuildVisitor<Tree> | BuildVisitors<Tree>} visitors
*   Handle each node when entering it,
*   or `{enter, exit}` to also handle it when exiting it.
* @param {boolean | null | undefined} [reverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @param {UnistNode} tree
*   Tree to traverse.
* @param {Visitor | Visitors | Test} testOrEnterOrVisitors
*   `unist-util-is`-compatible test, `enter`, or `visitors`.
* @param {Visitor | Visitors | boolean | null | undefined} [enterOrVisitorsOrReverse]
*   `enter`, `visitors`, or `reverse` after a test.
* @param {boolean | null | undefined} [maybeReverse]
*   Walk children from last to first;
*   for `enter`, reverse preorder (NRL) instead of preorder (NLR);
*   for `exit`, reverse postorder (RLN) instead of postorder (LRN).
* @returns {undefined}
*   Nothing.
*
* @template {UnistNode} Tree
*   Node type.
* @template {Test} Check
*   `unist-util-is`-compatible test.
*/
function visit(tree, testOrEnterOrVisitors, enterOrVisitorsOrReverse, maybeReverse) {
	/** @type {Test} */
	let check;
	/** @type {Visitor | Visitors} */
	let visitors;
	/** @type {boolean | null | undefined} */
	let reverse;
	if (typeof enterOrVisitorsOrReverse === "function" || enterOrVisitorsOrReverse && typeof enterOrVisitorsOrReverse === "object") {
		check = testOrEnterOrVisitors;
		visitors = enterOrVisitorsOrReverse;
		reverse = maybeReverse;
	} else {
		visitors = testOrEnterOrVisitors;
		reverse = enterOrVisitorsOrReverse;
	}
	if (typeof visitors === "function") visitParents(tree, check, wrap(visitors), reverse);
	else visitParents(tree, check, wrapVisitors(visitors), reverse);
}
/**
* Turn `visit` visitors into `visitParents` visitors.
*
* @param {Visitors} visitors
*   Visitors for `visit`.
* @returns {ParentsVisitors}
*   Visitors for `visitParents`.
*/
function wrapVisitors(visitors) {
	if (!visitors || typeof visitors !== "object") return visitors;
	return {
		enter: typeof visitors.enter === "function" ? wrap(visitors.enter) : visitors.enter,
		exit: typeof visitors.exit === "function" ? wrap(visitors.exit) : visitors.exit
	};
}
/**
* Turn a `visit` visitor into a `visitParents` one.
*
* @template {VisitorResult} Result
*   Result type.
* @param {(node: UnistNode, index: number | undefined, parent: UnistParent | undefined) => Result} visitor
*   Visitor for `visit`.
* @returns {(node: UnistNode, parents: Array<UnistParent>, index: number | undefined) => Result}
*   Visitor for `visitParents`.
*/
function wrap(visitor) {
	return overload;
	/**
	* Call `visitor` with `index` and `parent` instead of `parents`.
	*
	* @param {UnistNode} node
	*   Visited node.
	* @param {Array<UnistParent>} parents
	*   Ancestors of `node`.
	* @param {number | undefined} index
	*   Index of `node` in its parent.
	* @returns {Result}
	*   What to do next.
	*/
	function overload(node, parents, index) {
		return visitor(node, index, parents[parents.length - 1]);
	}
}
// node_modules/mdast-util-to-string/lib/index.js
/**
* @typedef {import('mdast').Nodes} Nodes
*
* @typedef Options
*   Configuration (optional).
* @property {boolean | null | undefined} [includeImageAlt=true]
*   Whether to use `alt` for `image`s (default: `true`).
* @property {boolean | null | undefined} [includeHtml=true]
*   Whether to use `value` of HTML (default: `true`).
*/
/** @type {Options} */
const emptyOptions = {};
/**
* Get the text content of a node or list of nodes.
*
* Prefers the node’s plain-text fields, otherwise serializes its children,
* and if the given value is an array, serialize the nodes in it.
*
* @param {unknown} [value]
*   Thing to serialize, typically `Node`.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized `value`.
*/
function toString(value, options) {
	const settings = options || emptyOptions;
	return one(value, typeof settings.includeImageAlt === "boolean" ? settings.includeImageAlt : true, typeof settings.includeHtml === "boolean" ? settings.includeHtml : true);
}
/**
* One node or several nodes.
*
* @param {unknown} value
*   Thing to serialize.
* @param {boolean} includeImageAlt
*   Include image `alt`s.
* @param {boolean} includeHtml
*   Include HTML.
* @returns {string}
*   Serialized node.
*/
function one(value, includeImageAlt, includeHtml) {
	if (node(value)) {
		if ("value" in value) return value.type === "html" && !includeHtml ? "" : value.value;
		if (includeImageAlt && "alt" in value && value.alt) return value.alt;
		if ("children" in value) return all(value.children, includeImageAlt, includeHtml);
	}
	if (Array.isArray(value)) return all(value, includeImageAlt, includeHtml);
	return "";
}
/**
* Serialize a list of nodes.
*
* @param {Array<unknown>} values
*   Thing to serialize.
* @param {boolean} includeImageAlt
*   Include image `alt`s.
* @param {boolean} includeHtml
*   Include HTML.
* @returns {string}
*   Serialized nodes.
*/
function all(values, includeImageAlt, includeHtml) {
	/** @type {Array<string>} */
	const result = [];
	let index = -1;
	while (++index < values.length) result[index] = one(values[index], includeImageAlt, includeHtml);
	return result.join("");
}
/**
* Check if `value` looks like a node.
*
* @param {unknown} value
*   Thing.
* @returns {value is Nodes}
*   Whether `value` is a node.
*/
function node(value) {
	return Boolean(value && typeof value === "object");
}
// node_modules/mdast-util-to-markdown/lib/util/format-heading-as-setext.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Heading} from 'mdast'
*/
/**
* Checks if a heading can be formatted as a setext heading.
*
* @param {Heading} node
*   Node to check.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the heading can be formatted as a setext heading.
*/
function formatHeadingAsSetext$1(node, state) {
	let literalWithBreak = false;
	visit(node, function(node) {
		if ("value" in node && /\r?\n|\r/.test(node.value) || node.type === "break") {
			literalWithBreak = true;
			return false;
		}
	});
	return Boolean((!node.depth || node.depth < 3) && toString(node) && (state.options.setext || literalWithBreak));
}
// node_modules/mdast-util-to-markdown/lib/handle/heading.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Heading, Parents} from 'mdast'
*/
/**
* Serialize a heading node.
*
* @param {Heading} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function heading$1(node, _, state, info) {
	const rank = Math.max(Math.min(6, node.depth || 1), 1);
	const tracker = state.createTracker(info);
	if (formatHeadingAsSetext$1(node, state)) {
		const exit = state.enter("headingSetext");
		const subexit = state.enter("phrasing");
		const value = state.containerPhrasing(node, {
			...tracker.current(),
			before: "\n",
			after: "\n"
		});
		subexit();
		exit();
		return value + "\n" + (rank === 1 ? "=" : "-").repeat(value.length - (Math.max(value.lastIndexOf("\r"), value.lastIndexOf("\n")) + 1));
	}
	const sequence = "#".repeat(rank);
	const exit = state.enter("headingAtx");
	const subexit = state.enter("phrasing");
	tracker.move(sequence + " ");
	let value = state.containerPhrasing(node, {
		before: "# ",
		after: "\n",
		...tracker.current()
	});
	const head = value.charCodeAt(0);
	if (head === 9 || head === 32) value = encodeCharacterReference(head) + value.slice(1);
	value = value ? sequence + " " + value : sequence;
	if (state.options.closeAtx) value += " " + sequence;
	subexit();
	exit();
	return value;
}
// node_modules/mdast-util-to-markdown/lib/handle/html.js
/**
* @import {Html} from 'mdast'
*/
html$1.peek = htmlPeek;
/**
* Serialize an HTML node.
*
* @param {Html} node
*   Node to serialize.
* @returns {string}
*   Serialized markdown.
*/
function html$1(node) {
	return node.value || "";
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function htmlPeek() {
	return "<";
}
// node_modules/mdast-util-to-markdown/lib/handle/image.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Image, Parents} from 'mdast'
*/
image.peek = imagePeek;
/**
* Serialize an image node.
*
* @param {Image} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function image(node, _, state, info) {
	const quote = checkQuote(state);
	const suffix = quote === "\"" ? "Quote" : "Apostrophe";
	const exit = state.enter("image");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("![");
	value += tracker.move(state.safe(node.alt, {
		before: value,
		after: "]",
		...tracker.current()
	}));
	value += tracker.move("](");
	subexit();
	if (!node.url && node.title || /[\0- \u007F]/.test(node.url)) {
		subexit = state.enter("destinationLiteral");
		value += tracker.move("<");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
	} else {
		subexit = state.enter("destinationRaw");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: node.title ? " " : ")",
			...tracker.current()
		}));
	}
	subexit();
	if (node.title) {
		subexit = state.enter(`title${suffix}`);
		value += tracker.move(" " + quote);
		value += tracker.move(state.safe(node.title, {
			before: value,
			after: quote,
			...tracker.current()
		}));
		value += tracker.move(quote);
		subexit();
	}
	value += tracker.move(")");
	exit();
	return value;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function imagePeek() {
	return "!";
}
// node_modules/mdast-util-to-markdown/lib/handle/image-reference.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {ImageReference, Parents} from 'mdast'
*/
imageReference.peek = imageReferencePeek;
/**
* Serialize an image reference node.
*
* @param {ImageReference} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function imageReference(node, _, state, info) {
	const type = node.referenceType;
	const exit = state.enter("imageReference");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("![");
	const alt = state.safe(node.alt, {
		before: value,
		after: "]",
		...tracker.current()
	});
	value += tracker.move(alt + "][");
	subexit();
	const stack = state.stack;
	state.stack = stack.filter(function(d) {
		return d !== "phrasing";
	});
	subexit = state.enter("reference");
	const reference = state.safe(state.associationId(node), {
		before: value,
		after: "]",
		...tracker.current()
	});
	subexit();
	state.stack = stack;
	exit();
	if (type === "full" || !alt || alt !== reference) value += tracker.move(reference + "]");
	else if (type === "shortcut") value = value.slice(0, -1);
	else value += tracker.move("]");
	return value;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function imageReferencePeek() {
	return "!";
}
// node_modules/mdast-util-to-markdown/lib/handle/inline-code.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {InlineCode, Parents} from 'mdast'
*/
inlineCode.peek = inlineCodePeek;
/**
* Serialize an inline code node.
*
* @param {InlineCode} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Serialized markdown.
*/
function inlineCode(node, _, state) {
	let value = node.value || "";
	let sequence = "`";
	let index = -1;
	while (new RegExp("(^|[^`])" + sequence + "([^`]|$)").test(value)) sequence += "`";
	if (/[^\n\r ]/.test(value) && (/^[\n\r ]/.test(value) && /[\n\r ]$/.test(value) || /^`|`$/.test(value))) value = " " + value + " ";
	while (++index < state.unsafe.length) {
		const pattern = state.unsafe[index];
		const expression = state.compilePattern(pattern);
		if (!pattern.atBreak) continue;
		/** @type {RegExpExecArray | null} */
		let match;
		while (match = expression.exec(value)) {
			let position = match.index;
			if (value.charCodeAt(position) === 10 && value.charCodeAt(position - 1) === 13) position--;
			value = value.slice(0, position) + " " + value.slice(match.index + 1);
		}
	}
	return sequence + value + sequence;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function inlineCodePeek() {
	return "`";
}
// node_modules/mdast-util-to-markdown/lib/util/format-link-as-autolink.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Link} from 'mdast'
*/
/**
* Checks if a link can be formatted as an autolink.
*
* @param {Link} node
*   Node to check.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the link can be formatted as an autolink.
*/
function formatLinkAsAutolink(node, state) {
	const raw = toString(node);
	return Boolean(!state.options.resourceLink && node.url && !node.title && node.children && node.children.length === 1 && node.children[0].type === "text" && (raw === node.url || "mailto:" + raw === node.url) && /^[a-z][+\-.a-z]+:/i.test(node.url) && !/[\0- <>\u007F]/.test(node.url));
}
// node_modules/mdast-util-to-markdown/lib/handle/link.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Link, Parents} from 'mdast'
* @import {Exit} from '../types.js'
*/
link.peek = linkPeek;
/**
* Serialize a link node.
*
* @param {Link} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function link(node, _, state, info) {
	const quote = checkQuote(state);
	const suffix = quote === "\"" ? "Quote" : "Apostrophe";
	const tracker = state.createTracker(info);
	if (formatLinkAsAutolink(node, state)) {
		const stack = state.stack;
		state.stack = stack.filter(function(d) {
			return d !== "phrasing";
		});
		const exit = state.enter("autolink");
		let value = tracker.move("<");
		value += tracker.move(state.containerPhrasing(node, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
		exit();
		state.stack = stack;
		return value;
	}
	const exit = state.enter("link");
	let subexit = state.enter("label");
	let value = tracker.move("[");
	const text = state.containerPhrasing(node, {
		before: value,
		after: "](",
		...tracker.current()
	});
	value += tracker.move(text);
	subexit();
	value += tracker.move("](");
	const enclose = /[\0- \u007F]/.test(node.url);
	const last = info.before.charAt(info.before.length - 1);
	let title = node.title || void 0;
	if (!title && !enclose && (last === "\n" || last === "\r")) {
		let index = 0;
		while (index < text.length && text.charCodeAt(index) !== 93) index += text.charCodeAt(index) === 92 ? 2 : 1;
		if (text.charCodeAt(index + 1) === 58) title = "";
	}
	if (!node.url && typeof title === "string" || enclose) {
		subexit = state.enter("destinationLiteral");
		value += tracker.move("<");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: ">",
			...tracker.current()
		}));
		value += tracker.move(">");
	} else {
		subexit = state.enter("destinationRaw");
		value += tracker.move(state.safe(node.url, {
			before: value,
			after: typeof title === "string" ? " " : ")",
			...tracker.current()
		}));
	}
	subexit();
	if (typeof title === "string") {
		subexit = state.enter(`title${suffix}`);
		value += tracker.move(" " + quote);
		value += tracker.move(state.safe(title, {
			before: value,
			after: quote,
			...tracker.current()
		}));
		value += tracker.move(quote);
		subexit();
	}
	value += tracker.move(")");
	exit();
	return value;
}
/**
* Peek at this node.
*
* @param {Link} node
*   Node to peek at.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Start of the serialized markdown.
*/
function linkPeek(node, _, state) {
	return formatLinkAsAutolink(node, state) ? "<" : "[";
}
// node_modules/mdast-util-to-markdown/lib/handle/link-reference.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {LinkReference, Parents} from 'mdast'
*/
linkReference.peek = linkReferencePeek;
/**
* Serialize a link reference node.
*
* @param {LinkReference} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function linkReference(node, _, state, info) {
	const type = node.referenceType;
	const exit = state.enter("linkReference");
	let subexit = state.enter("label");
	const tracker = state.createTracker(info);
	let value = tracker.move("[");
	const text = state.containerPhrasing(node, {
		before: value,
		after: "]",
		...tracker.current()
	});
	value += tracker.move(text + "][");
	subexit();
	const stack = state.stack;
	state.stack = stack.filter(function(d) {
		return d !== "phrasing";
	});
	subexit = state.enter("reference");
	const reference = state.safe(state.associationId(node), {
		before: value,
		after: "]",
		...tracker.current()
	});
	subexit();
	state.stack = stack;
	exit();
	if (type === "full" || !text || text !== reference) value += tracker.move(reference + "]");
	else if (type === "shortcut") value = value.slice(0, -1);
	else value += tracker.move("]");
	return value;
}
/**
* Peek at this node.
*
* @returns {string}
*   Start of the serialized markdown.
*/
function linkReferencePeek() {
	return "[";
}
// node_modules/mdast-util-to-markdown/lib/util/check-bullet.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred list bullet option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['bullet'], null | undefined>}
*   Preferred list bullet.
*/
function checkBullet(state) {
	const marker = state.options.bullet || "*";
	if (marker !== "*" && marker !== "+" && marker !== "-") throw new Error("Cannot serialize items with `" + marker + "` for `options.bullet`, expected `*`, `+`, or `-`");
	return marker;
}
// node_modules/mdast-util-to-markdown/lib/util/check-bullet-other.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred alternate list bullet option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['bullet'], null | undefined>}
*   Preferred alternate list bullet.
*/
function checkBulletOther(state) {
	const bullet = checkBullet(state);
	const bulletOther = state.options.bulletOther;
	if (!bulletOther) return bullet === "*" ? "-" : "*";
	if (bulletOther !== "*" && bulletOther !== "+" && bulletOther !== "-") throw new Error("Cannot serialize items with `" + bulletOther + "` for `options.bulletOther`, expected `*`, `+`, or `-`");
	if (bulletOther === bullet) throw new Error("Expected `bullet` (`" + bullet + "`) and `bulletOther` (`" + bulletOther + "`) to be different");
	return bulletOther;
}
// node_modules/mdast-util-to-markdown/lib/util/check-bullet-ordered.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred ordered list bullet option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['bulletOrdered'], null | undefined>}
*   Preferred ordered list bullet.
*/
function checkBulletOrdered(state) {
	const marker = state.options.bulletOrdered || ".";
	if (marker !== "." && marker !== ")") throw new Error("Cannot serialize items with `" + marker + "` for `options.bulletOrdered`, expected `.` or `)`");
	return marker;
}
// node_modules/mdast-util-to-markdown/lib/util/check-rule.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred rule option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['rule'], null | undefined>}
*   Preferred rule marker.
*/
function checkRule(state) {
	const marker = state.options.rule || "*";
	if (marker !== "*" && marker !== "-" && marker !== "_") throw new Error("Cannot serialize rules with `" + marker + "` for `options.rule`, expected `*`, `-`, or `_`");
	return marker;
}
// node_modules/mdast-util-to-markdown/lib/handle/list.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {List, Parents} from 'mdast'
*/
/**
* Serialize a list node.
*
* @param {List} node
*   Node to serialize.
* @param {Parents | undefined} parent
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function list$1(node, parent, state, info) {
	const exit = state.enter("list");
	const bulletCurrent = state.bulletCurrent;
	/** @type {string} */
	let bullet = node.ordered ? checkBulletOrdered(state) : checkBullet(state);
	/** @type {string} */
	const bulletOther = node.ordered ? bullet === "." ? ")" : "." : checkBulletOther(state);
	let useDifferentMarker = parent && state.bulletLastUsed ? bullet === state.bulletLastUsed : false;
	if (!node.ordered) {
		const firstListItem = node.children ? node.children[0] : void 0;
		if ((bullet === "*" || bullet === "-") && firstListItem && (!firstListItem.children || !firstListItem.children[0]) && state.stack[state.stack.length - 1] === "list" && state.stack[state.stack.length - 2] === "listItem" && state.stack[state.stack.length - 3] === "list" && state.stack[state.stack.length - 4] === "listItem" && state.indexStack[state.indexStack.length - 1] === 0 && state.indexStack[state.indexStack.length - 2] === 0 && state.indexStack[state.indexStack.length - 3] === 0) useDifferentMarker = true;
		if (checkRule(state) === bullet && firstListItem) {
			let index = -1;
			while (++index < node.children.length) {
				const item = node.children[index];
				if (item && item.type === "listItem" && item.children && item.children[0] && item.children[0].type === "thematicBreak") {
					useDifferentMarker = true;
					break;
				}
			}
		}
	}
	if (useDifferentMarker) bullet = bulletOther;
	state.bulletCurrent = bullet;
	const value = state.containerFlow(node, info);
	state.bulletLastUsed = bullet;
	state.bulletCurrent = bulletCurrent;
	exit();
	return value;
}
// node_modules/mdast-util-to-markdown/lib/util/check-list-item-indent.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred list item indent option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['listItemIndent'], null | undefined>}
*   Preferred list item indent.
*/
function checkListItemIndent(state) {
	const style = state.options.listItemIndent || "one";
	if (style !== "tab" && style !== "one" && style !== "mixed") throw new Error("Cannot serialize items with `" + style + "` for `options.listItemIndent`, expected `tab`, `one`, or `mixed`");
	return style;
}
// node_modules/mdast-util-to-markdown/lib/handle/list-item.js
/**
* @import {Info, Map, State} from 'mdast-util-to-markdown'
* @import {ListItem, Parents} from 'mdast'
*/
/**
* Serialize a list item node.
*
* @param {ListItem} node
*   Node to serialize.
* @param {Parents | undefined} parent
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function listItem(node, parent, state, info) {
	const listItemIndent = checkListItemIndent(state);
	let bullet = state.bulletCurrent || checkBullet(state);
	if (parent && parent.type === "list" && parent.ordered) bullet = (typeof parent.start === "number" && parent.start > -1 ? parent.start : 1) + (state.options.incrementListMarker === false ? 0 : parent.children.indexOf(node)) + bullet;
	let size = bullet.length + 1;
	if (listItemIndent === "tab" || listItemIndent === "mixed" && (parent && parent.type === "list" && parent.spread || node.spread)) size = Math.ceil(size / 4) * 4;
	const tracker = state.createTracker(info);
	tracker.move(bullet + " ".repeat(size - bullet.length));
	tracker.shift(size);
	const exit = state.enter("listItem");
	const value = state.indentLines(state.containerFlow(node, tracker.current()), map);
	exit();
	return value;
	/**
	* Indent lines of the list item.
	*
	* @type {Map}
	*/
	function map(line, index, blank) {
		if (index) return (blank ? "" : " ".repeat(size)) + line;
		return (blank ? bullet : bullet + " ".repeat(size - bullet.length)) + line;
	}
}
// node_modules/mdast-util-to-markdown/lib/handle/paragraph.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Paragraph, Parents} from 'mdast'
*/
/**
* Serialize a paragraph node.
*
* @param {Paragraph} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function paragraph$1(node, _, state, info) {
	const exit = state.enter("paragraph");
	const subexit = state.enter("phrasing");
	const value = state.containerPhrasing(node, info);
	subexit();
	exit();
	return value;
}
// node_modules/mdast-util-to-markdown/lib/handle/root.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Parents, Root} from 'mdast'
*/
/**
* Serialize a root node.
*
* @param {Root} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function root(node, _, state, info) {
	if (!node.children.some(function(d) {
		return phrasing$2(d);
	})) return state.containerFlow(node, info);
	const exit = state.enter("phrasing");
	const value = state.containerPhrasing(node, info);
	exit();
	return value;
}
// node_modules/mdast-util-to-markdown/lib/util/check-strong.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred strong option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['strong'], null | undefined>}
*   Preferred strong marker.
*/
function checkStrong(state) {
	const marker = state.options.strong || "*";
	if (marker !== "*" && marker !== "_") throw new Error("Cannot serialize strong with `" + marker + "` for `options.strong`, expected `*`, or `_`");
	return marker;
}
// node_modules/mdast-util-to-markdown/lib/handle/strong.js
/**
* @import {AttentionInfo, Info, State} from 'mdast-util-to-markdown'
* @import {Parents, Strong} from 'mdast'
*/
strong$1.attention = attention;
strong$1.peek = peek;
/**
* Serialize a strong node.
*
* Attention is properly handled by `containerPhrasing`.
*
* @param {Strong} node
*   Node to serialize.
* @param {Parents | undefined} _
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function strong$1(node, _, state, info) {
	const exit = state.enter("phrasing");
	const item = attentionItem(node, attention, state, state.createTracker(info));
	const value = item ? serialize([item], info.before, info.after) : "";
	exit();
	return value;
}
/**
* Serialize a strong node as attention.
*
* @param {Strong} _
*   Node to serialize.
* @param {State} state
*   Info passed around.
* @returns {AttentionInfo}
*   Info on how to serialize the node.
*/
function attention(_, state) {
	return {
		construct: "strong",
		markers: checkStrong(state) === "*" ? ["*", "_"] : ["_", "*"],
		sizes: [2]
	};
}
/**
* Peek at this node.
*
* @param {Strong} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Start of the serialized markdown.
*/
function peek(_, _1, state) {
	return state.options.strong || "*";
}
// node_modules/mdast-util-to-markdown/lib/handle/text.js
/**
* @import {Info, State} from 'mdast-util-to-markdown'
* @import {Parents, Text} from 'mdast'
*/
/**
* Serialize a text node.
*
* @param {Text} node
*   Node to serialize.
* @param {Parents | undefined} parent
*   Parent node.
* @param {State} state
*   Info passed around.
* @param {Info} info
*   Info on surrounding context.
* @returns {string}
*   Serialized markdown.
*/
function text$1(node, parent, state, info) {
	/* c8 ignore next -- parent always passed */
	const siblings = parent ? parent.children : [];
	const index = state.indexStack[state.indexStack.length - 1];
	return state.safe(node.value, {
		...info,
		afterNode: siblings[index + 1],
		beforeNode: siblings[index - 1]
	});
}
// node_modules/mdast-util-to-markdown/lib/util/check-rule-repetition.js
/**
* @import {Options, State} from 'mdast-util-to-markdown'
*/
/**
* Checks the preferred rule repetition option.
*
* @param {State} state
*   Info passed around.
* @returns {Exclude<Options['ruleRepetition'], null | undefined>}
*   Preferred rule repetition.
*/
function checkRuleRepetition(state) {
	const repetition = state.options.ruleRepetition || 3;
	if (repetition < 3) throw new Error("Cannot serialize rules with repetition `" + repetition + "` for `options.ruleRepetition`, expected `3` or more");
	return repetition;
}
// node_modules/mdast-util-to-markdown/lib/handle/thematic-break.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {Parents, ThematicBreak} from 'mdast'
*/
/**
* Serialize a thematic break node.
*
* @param {ThematicBreak} _
*   Node to serialize.
* @param {Parents | undefined} _1
*   Parent node.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Serialized markdown.
*/
function thematicBreak(_, _1, state) {
	const value = (checkRule(state) + (state.options.ruleSpaces ? " " : "")).repeat(checkRuleRepetition(state));
	return state.options.ruleSpaces ? value.slice(0, -1) : value;
}
// node_modules/mdast-util-to-markdown/lib/handle/index.js
/**
* Default (CommonMark) handlers.
*/
const handle = {
	blockquote,
	break: hardBreak,
	code: code$2,
	definition,
	emphasis,
	hardBreak,
	heading: heading$1,
	html: html$1,
	image,
	imageReference,
	inlineCode,
	link,
	linkReference,
	list: list$1,
	listItem,
	paragraph: paragraph$1,
	root,
	strong: strong$1,
	text: text$1,
	thematicBreak
};
// node_modules/mdast-util-to-markdown/lib/join.js
/**
* @import {Join} from 'mdast-util-to-markdown'
*/
/** @type {Array<Join>} */
const join = [joinDefaults];
/**
* Default join function.
*
* @type {Join}
*/
function joinDefaults(left, right, parent, state) {
	if (right.type === "code" && formatCodeAsIndented(right, state) && (left.type === "list" || left.type === right.type && formatCodeAsIndented(left, state))) return false;
	if ("spread" in parent && typeof parent.spread === "boolean") {
		if (parent.spread) return 1;
		if (left.type === "html") {
			const kind = htmlKind(left.value);
			if (kind === void 0 || kind === 6 || kind === 7) return 1;
		}
		if (left.type === "blockquote" && right.type === "blockquote") return 1;
		if ((left.type === "definition" || left.type === "paragraph") && right.type === "list" && (right.ordered && typeof right.start === "number" && right.start !== 1 || right.children.length > 0 && right.children[0].children.length === 0)) return 1;
		if (left.type === "paragraph" && right.type === "thematicBreak" && checkRule(state) === "-" && !state.options.ruleSpaces) return 1;
		let tail = left;
		while ((tail.type === "blockquote" || tail.type === "list" || tail.type === "listItem") && tail.children.length > 0) tail = tail.children[tail.children.length - 1];
		if (tail.type !== "definition" && tail.type !== "paragraph") return 0;
		if (right.type === "code" && formatCodeAsIndented(right, state)) return 1;
		if (right.type === "html") {
			const kind = htmlKind(right.value);
			if (kind === void 0 || kind === 7) return 1;
		}
		if ((left.type === "paragraph" || left !== tail) && (right.type === "definition" || right.type === "heading" && formatHeadingAsSetext$1(right, state) || right.type === "paragraph")) return 1;
		return 0;
	}
}
// node_modules/mdast-util-to-markdown/lib/unsafe.js
/**
* @import {ConstructName, Unsafe} from 'mdast-util-to-markdown'
*/
/**
* List of constructs that occur in phrasing (paragraphs, headings), but cannot
* contain things like attention (emphasis, strong), images, or links.
* So they sort of cancel each other out.
* Note: could use a better name.
*
* @type {Array<ConstructName>}
*/
const fullPhrasingSpans = [
	"autolink",
	"destinationLiteral",
	"destinationRaw",
	"reference",
	"titleQuote",
	"titleApostrophe"
];
/** @type {Array<Unsafe>} */
const unsafe = [
	{
		character: "	",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "	",
		before: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "	",
		inConstruct: ["codeFencedLangGraveAccent", "codeFencedLangTilde"]
	},
	{
		character: "\r",
		inConstruct: [
			"codeFencedLangGraveAccent",
			"codeFencedLangTilde",
			"codeFencedMetaGraveAccent",
			"codeFencedMetaTilde",
			"destinationLiteral",
			"headingAtx"
		]
	},
	{
		character: "\n",
		inConstruct: [
			"codeFencedLangGraveAccent",
			"codeFencedLangTilde",
			"codeFencedMetaGraveAccent",
			"codeFencedMetaTilde",
			"destinationLiteral",
			"headingAtx"
		]
	},
	{
		character: "\r",
		before: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "\r",
		after: "\\r",
		inConstruct: "phrasing"
	},
	{
		character: "\n",
		before: "\\n",
		inConstruct: "phrasing"
	},
	{
		character: "\n",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: " ",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: " ",
		before: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: " ",
		inConstruct: ["codeFencedLangGraveAccent", "codeFencedLangTilde"]
	},
	{
		character: "!",
		after: "\\[",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		character: "\"",
		inConstruct: "titleQuote"
	},
	{
		atBreak: true,
		character: "#"
	},
	{
		character: "#",
		inConstruct: "headingAtx",
		after: "(?:[\r\n]|$)"
	},
	{
		character: "&",
		after: "[#A-Za-z]",
		inConstruct: [
			"codeFencedLangGraveAccent",
			"codeFencedLangTilde",
			"codeFencedMetaGraveAccent",
			"codeFencedMetaTilde",
			"destinationLiteral",
			"destinationRaw",
			"phrasing",
			"titleApostrophe",
			"titleQuote"
		]
	},
	{
		character: "'",
		inConstruct: "titleApostrophe"
	},
	{
		character: "(",
		inConstruct: "destinationRaw"
	},
	{
		before: "\\]",
		character: "(",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		before: "\\d+",
		character: ")"
	},
	{
		character: ")",
		inConstruct: "destinationRaw"
	},
	{
		atBreak: true,
		character: "*",
		after: "(?:[ 	\r\n*])"
	},
	{
		character: "*",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		character: "+",
		after: "(?:[ 	\r\n])"
	},
	{
		atBreak: true,
		character: "-",
		after: "(?:[ 	\r\n-])"
	},
	{
		atBreak: true,
		before: "\\d+",
		character: ".",
		after: "(?:[ 	\r\n]|$)"
	},
	{
		atBreak: true,
		character: "<",
		after: "[!/?A-Za-z]"
	},
	{
		character: "<",
		after: "[!/?A-Za-z]",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		character: "<",
		inConstruct: "destinationLiteral"
	},
	{
		atBreak: true,
		character: "="
	},
	{
		atBreak: true,
		character: ">"
	},
	{
		character: ">",
		inConstruct: "destinationLiteral"
	},
	{
		atBreak: true,
		character: "["
	},
	{
		character: "[",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		character: "[",
		inConstruct: ["label", "reference"]
	},
	{
		character: "\\",
		after: "[\\r\\n]",
		inConstruct: "phrasing"
	},
	{
		character: "]",
		inConstruct: ["label", "reference"]
	},
	{
		atBreak: true,
		character: "_"
	},
	{
		character: "_",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		character: "`"
	},
	{
		character: "`",
		inConstruct: ["codeFencedLangGraveAccent", "codeFencedMetaGraveAccent"]
	},
	{
		character: "`",
		inConstruct: "phrasing",
		notInConstruct: fullPhrasingSpans
	},
	{
		atBreak: true,
		character: "~"
	},
	{
		character: "<",
		inConstruct: "autolink"
	},
	{
		character: ">",
		inConstruct: "autolink"
	},
	{
		character: "",
		inConstruct: "autolink"
	}
];
let code$1 = -1;
while (++code$1 < 33) unsafe.push({
	character: String.fromCharCode(code$1),
	inConstruct: "autolink"
});
// node_modules/character-entities/index.js
/**
* Map of named character references.
*
* @type {Record<string, string>}
*/
const characterEntities = {
	AElig: "Æ",
	AMP: "&",
	Aacute: "Á",
	Abreve: "Ă",
	Acirc: "Â",
	Acy: "А",
	Afr: "𝔄",
	Agrave: "À",
	Alpha: "Α",
	Amacr: "Ā",
	And: "⩓",
	Aogon: "Ą",
	Aopf: "𝔸",
	ApplyFunction: "⁡",
	Aring: "Å",
	Ascr: "𝒜",
	Assign: "≔",
	Atilde: "Ã",
	Auml: "Ä",
	Backslash: "∖",
	Barv: "⫧",
	Barwed: "⌆",
	Bcy: "Б",
	Because: "∵",
	Bernoullis: "ℬ",
	Beta: "Β",
	Bfr: "𝔅",
	Bopf: "𝔹",
	Breve: "˘",
	Bscr: "ℬ",
	Bumpeq: "≎",
	CHcy: "Ч",
	COPY: "©",
	Cacute: "Ć",
	Cap: "⋒",
	CapitalDifferentialD: "ⅅ",
	Cayleys: "ℭ",
	Ccaron: "Č",
	Ccedil: "Ç",
	Ccirc: "Ĉ",
	Cconint: "∰",
	Cdot: "Ċ",
	Cedilla: "¸",
	CenterDot: "·",
	Cfr: "ℭ",
	Chi: "Χ",
	CircleDot: "⊙",
	CircleMinus: "⊖",
	CirclePlus: "⊕",
	CircleTimes: "⊗",
	ClockwiseContourIntegral: "∲",
	CloseCurlyDoubleQuote: "”",
	CloseCurlyQuote: "’",
	Colon: "∷",
	Colone: "⩴",
	Congruent: "≡",
	Conint: "∯",
	ContourIntegral: "∮",
	Copf: "ℂ",
	Coproduct: "∐",
	CounterClockwiseContourIntegral: "∳",
	Cross: "⨯",
	Cscr: "𝒞",
	Cup: "⋓",
	CupCap: "≍",
	DD: "ⅅ",
	DDotrahd: "⤑",
	DJcy: "Ђ",
	DScy: "Ѕ",
	DZcy: "Џ",
	Dagger: "‡",
	Darr: "↡",
	Dashv: "⫤",
	Dcaron: "Ď",
	Dcy: "Д",
	Del: "∇",
	Delta: "Δ",
	Dfr: "𝔇",
	DiacriticalAcute: "´",
	DiacriticalDot: "˙",
	DiacriticalDoubleAcute: "˝",
	DiacriticalGrave: "`",
	DiacriticalTilde: "˜",
	Diamond: "⋄",
	DifferentialD: "ⅆ",
	Dopf: "𝔻",
	Dot: "¨",
	DotDot: "⃜",
	DotEqual: "≐",
	DoubleContourIntegral: "∯",
	DoubleDot: "¨",
	DoubleDownArrow: "⇓",
	DoubleLeftArrow: "⇐",
	DoubleLeftRightArrow: "⇔",
	DoubleLeftTee: "⫤",
	DoubleLongLeftArrow: "⟸",
	DoubleLongLeftRightArrow: "⟺",
	DoubleLongRightArrow: "⟹",
	DoubleRightArrow: "⇒",
	DoubleRightTee: "⊨",
	DoubleUpArrow: "⇑",
	DoubleUpDownArrow: "⇕",
	DoubleVerticalBar: "∥",
	DownArrow: "↓",
	DownArrowBar: "⤓",
	DownArrowUpArrow: "⇵",
	DownBreve: "̑",
	DownLeftRightVector: "⥐",
	DownLeftTeeVector: "⥞",
	DownLeftVector: "↽",
	DownLeftVectorBar: "⥖",
	DownRightTeeVector: "⥟",
	DownRightVector: "⇁",
	DownRightVectorBar: "⥗",
	DownTee: "⊤",
	DownTeeArrow: "↧",
	Downarrow: "⇓",
	Dscr: "𝒟",
	Dstrok: "Đ",
	ENG: "Ŋ",
	ETH: "Ð",
	Eacute: "É",
	Ecaron: "Ě",
	Ecirc: "Ê",
	Ecy: "Э",
	Edot: "Ė",
	Efr: "𝔈",
	Egrave: "È",
	Element: "∈",
	Emacr: "Ē",
	EmptySmallSquare: "◻",
	EmptyVerySmallSquare: "▫",
	Eogon: "Ę",
	Eopf: "𝔼",
	Epsilon: "Ε",
	Equal: "⩵",
	EqualTilde: "≂",
	Equilibrium: "⇌",
	Escr: "ℰ",
	Esim: "⩳",
	Eta: "Η",
	Euml: "Ë",
	Exists: "∃",
	ExponentialE: "ⅇ",
	Fcy: "Ф",
	Ffr: "𝔉",
	FilledSmallSquare: "◼",
	FilledVerySmallSquare: "▪",
	Fopf: "𝔽",
	ForAll: "∀",
	Fouriertrf: "ℱ",
	Fscr: "ℱ",
	GJcy: "Ѓ",
	GT: ">",
	Gamma: "Γ",
	Gammad: "Ϝ",
	Gbreve: "Ğ",
	Gcedil: "Ģ",
	Gcirc: "Ĝ",
	Gcy: "Г",
	Gdot: "Ġ",
	Gfr: "𝔊",
	Gg: "⋙",
	Gopf: "𝔾",
	GreaterEqual: "≥",
	GreaterEqualLess: "⋛",
	GreaterFullEqual: "≧",
	GreaterGreater: "⪢",
	GreaterLess: "≷",
	GreaterSlantEqual: "⩾",
	GreaterTilde: "≳",
	Gscr: "𝒢",
	Gt: "≫",
	HARDcy: "Ъ",
	Hacek: "ˇ",
	Hat: "^",
	Hcirc: "Ĥ",
	Hfr: "ℌ",
	HilbertSpace: "ℋ",
	Hopf: "ℍ",
	HorizontalLine: "─",
	Hscr: "ℋ",
	Hstrok: "Ħ",
	HumpDownHump: "≎",
	HumpEqual: "≏",
	IEcy: "Е",
	IJlig: "Ĳ",
	IOcy: "Ё",
	Iacute: "Í",
	Icirc: "Î",
	Icy: "И",
	Idot: "İ",
	Ifr: "ℑ",
	Igrave: "Ì",
	Im: "ℑ",
	Imacr: "Ī",
	ImaginaryI: "ⅈ",
	Implies: "⇒",
	Int: "∬",
	Integral: "∫",
	Intersection: "⋂",
	InvisibleComma: "⁣",
	InvisibleTimes: "⁢",
	Iogon: "Į",
	Iopf: "𝕀",
	Iota: "Ι",
	Iscr: "ℐ",
	Itilde: "Ĩ",
	Iukcy: "І",
	Iuml: "Ï",
	Jcirc: "Ĵ",
	Jcy: "Й",
	Jfr: "𝔍",
	Jopf: "𝕁",
	Jscr: "𝒥",
	Jsercy: "Ј",
	Jukcy: "Є",
	KHcy: "Х",
	KJcy: "Ќ",
	Kappa: "Κ",
	Kcedil: "Ķ",
	Kcy: "К",
	Kfr: "𝔎",
	Kopf: "𝕂",
	Kscr: "𝒦",
	LJcy: "Љ",
	LT: "<",
	Lacute: "Ĺ",
	Lambda: "Λ",
	Lang: "⟪",
	Laplacetrf: "ℒ",
	Larr: "↞",
	Lcaron: "Ľ",
	Lcedil: "Ļ",
	Lcy: "Л",
	LeftAngleBracket: "⟨",
	LeftArrow: "←",
	LeftArrowBar: "⇤",
	LeftArrowRightArrow: "⇆",
	LeftCeiling: "⌈",
	LeftDoubleBracket: "⟦",
	LeftDownTeeVector: "⥡",
	LeftDownVector: "⇃",
	LeftDownVectorBar: "⥙",
	LeftFloor: "⌊",
	LeftRightArrow: "↔",
	LeftRightVector: "⥎",
	LeftTee: "⊣",
	LeftTeeArrow: "↤",
	LeftTeeVector: "⥚",
	LeftTriangle: "⊲",
	LeftTriangleBar: "⧏",
	LeftTriangleEqual: "⊴",
	LeftUpDownVector: "⥑",
	LeftUpTeeVector: "⥠",
	LeftUpVector: "↿",
	LeftUpVectorBar: "⥘",
	LeftVector: "↼",
	LeftVectorBar: "⥒",
	Leftarrow: "⇐",
	Leftrightarrow: "⇔",
	LessEqualGreater: "⋚",
	LessFullEqual: "≦",
	LessGreater: "≶",
	LessLess: "⪡",
	LessSlantEqual: "⩽",
	LessTilde: "≲",
	Lfr: "𝔏",
	Ll: "⋘",
	Lleftarrow: "⇚",
	Lmidot: "Ŀ",
	LongLeftArrow: "⟵",
	LongLeftRightArrow: "⟷",
	LongRightArrow: "⟶",
	Longleftarrow: "⟸",
	Longleftrightarrow: "⟺",
	Longrightarrow: "⟹",
	Lopf: "𝕃",
	LowerLeftArrow: "↙",
	LowerRightArrow: "↘",
	Lscr: "ℒ",
	Lsh: "↰",
	Lstrok: "Ł",
	Lt: "≪",
	Map: "⤅",
	Mcy: "М",
	MediumSpace: " ",
	Mellintrf: "ℳ",
	Mfr: "𝔐",
	MinusPlus: "∓",
	Mopf: "𝕄",
	Mscr: "ℳ",
	Mu: "Μ",
	NJcy: "Њ",
	Nacute: "Ń",
	Ncaron: "Ň",
	Ncedil: "Ņ",
	Ncy: "Н",
	NegativeMediumSpace: "​",
	NegativeThickSpace: "​",
	NegativeThinSpace: "​",
	NegativeVeryThinSpace: "​",
	NestedGreaterGreater: "≫",
	NestedLessLess: "≪",
	NewLine: "\n",
	Nfr: "𝔑",
	NoBreak: "⁠",
	NonBreakingSpace: "\xA0",
	Nopf: "ℕ",
	Not: "⫬",
	NotCongruent: "≢",
	NotCupCap: "≭",
	NotDoubleVerticalBar: "∦",
	NotElement: "∉",
	NotEqual: "≠",
	NotEqualTilde: "≂̸",
	NotExists: "∄",
	NotGreater: "≯",
	NotGreaterEqual: "≱",
	NotGreaterFullEqual: "≧̸",
	NotGreaterGreater: "≫̸",
	NotGreaterLess: "≹",
	NotGreaterSlantEqual: "⩾̸",
	NotGreaterTilde: "≵",
	NotHumpDownHump: "≎̸",
	NotHumpEqual: "≏̸",
	NotLeftTriangle: "⋪",
	NotLeftTriangleBar: "⧏̸",
	NotLeftTriangleEqual: "⋬",
	NotLess: "≮",
	NotLessEqual: "≰",
	NotLessGreater: "≸",
	NotLessLess: "≪̸",
	NotLessSlantEqual: "⩽̸",
	NotLessTilde: "≴",
	NotNestedGreaterGreater: "⪢̸",
	NotNestedLessLess: "⪡̸",
	NotPrecedes: "⊀",
	NotPrecedesEqual: "⪯̸",
	NotPrecedesSlantEqual: "⋠",
	NotReverseElement: "∌",
	NotRightTriangle: "⋫",
	NotRightTriangleBar: "⧐̸",
	NotRightTriangleEqual: "⋭",
	NotSquareSubset: "⊏̸",
	NotSquareSubsetEqual: "⋢",
	NotSquareSuperset: "⊐̸",
	NotSquareSupersetEqual: "⋣",
	NotSubset: "⊂⃒",
	NotSubsetEqual: "⊈",
	NotSucceeds: "⊁",
	NotSucceedsEqual: "⪰̸",
	NotSucceedsSlantEqual: "⋡",
	NotSucceedsTilde: "≿̸",
	NotSuperset: "⊃⃒",
	NotSupersetEqual: "⊉",
	NotTilde: "≁",
	NotTildeEqual: "≄",
	NotTildeFullEqual: "≇",
	NotTildeTilde: "≉",
	NotVerticalBar: "∤",
	Nscr: "𝒩",
	Ntilde: "Ñ",
	Nu: "Ν",
	OElig: "Œ",
	Oacute: "Ó",
	Ocirc: "Ô",
	Ocy: "О",
	Odblac: "Ő",
	Ofr: "𝔒",
	Ograve: "Ò",
	Omacr: "Ō",
	Omega: "Ω",
	Omicron: "Ο",
	Oopf: "𝕆",
	OpenCurlyDoubleQuote: "“",
	OpenCurlyQuote: "‘",
	Or: "⩔",
	Oscr: "𝒪",
	Oslash: "Ø",
	Otilde: "Õ",
	Otimes: "⨷",
	Ouml: "Ö",
	OverBar: "‾",
	OverBrace: "⏞",
	OverBracket: "⎴",
	OverParenthesis: "⏜",
	PartialD: "∂",
	Pcy: "П",
	Pfr: "𝔓",
	Phi: "Φ",
	Pi: "Π",
	PlusMinus: "±",
	Poincareplane: "ℌ",
	Popf: "ℙ",
	Pr: "⪻",
	Precedes: "≺",
	PrecedesEqual: "⪯",
	PrecedesSlantEqual: "≼",
	PrecedesTilde: "≾",
	Prime: "″",
	Product: "∏",
	Proportion: "∷",
	Proportional: "∝",
	Pscr: "𝒫",
	Psi: "Ψ",
	QUOT: "\"",
	Qfr: "𝔔",
	Qopf: "ℚ",
	Qscr: "𝒬",
	RBarr: "⤐",
	REG: "®",
	Racute: "Ŕ",
	Rang: "⟫",
	Rarr: "↠",
	Rarrtl: "⤖",
	Rcaron: "Ř",
	Rcedil: "Ŗ",
	Rcy: "Р",
	Re: "ℜ",
	ReverseElement: "∋",
	ReverseEquilibrium: "⇋",
	ReverseUpEquilibrium: "⥯",
	Rfr: "ℜ",
	Rho: "Ρ",
	RightAngleBracket: "⟩",
	RightArrow: "→",
	RightArrowBar: "⇥",
	RightArrowLeftArrow: "⇄",
	RightCeiling: "⌉",
	RightDoubleBracket: "⟧",
	RightDownTeeVector: "⥝",
	RightDownVector: "⇂",
	RightDownVectorBar: "⥕",
	RightFloor: "⌋",
	RightTee: "⊢",
	RightTeeArrow: "↦",
	RightTeeVector: "⥛",
	RightTriangle: "⊳",
	RightTriangleBar: "⧐",
	RightTriangleEqual: "⊵",
	RightUpDownVector: "⥏",
	RightUpTeeVector: "⥜",
	RightUpVector: "↾",
	RightUpVectorBar: "⥔",
	RightVector: "⇀",
	RightVectorBar: "⥓",
	Rightarrow: "⇒",
	Ropf: "ℝ",
	RoundImplies: "⥰",
	Rrightarrow: "⇛",
	Rscr: "ℛ",
	Rsh: "↱",
	RuleDelayed: "⧴",
	SHCHcy: "Щ",
	SHcy: "Ш",
	SOFTcy: "Ь",
	Sacute: "Ś",
	Sc: "⪼",
	Scaron: "Š",
	Scedil: "Ş",
	Scirc: "Ŝ",
	Scy: "С",
	Sfr: "𝔖",
	ShortDownArrow: "↓",
	ShortLeftArrow: "←",
	ShortRightArrow: "→",
	ShortUpArrow: "↑",
	Sigma: "Σ",
	SmallCircle: "∘",
	Sopf: "𝕊",
	Sqrt: "√",
	Square: "□",
	SquareIntersection: "⊓",
	SquareSubset: "⊏",
	SquareSubsetEqual: "⊑",
	SquareSuperset: "⊐",
	SquareSupersetEqual: "⊒",
	SquareUnion: "⊔",
	Sscr: "𝒮",
	Star: "⋆",
	Sub: "⋐",
	Subset: "⋐",
	SubsetEqual: "⊆",
	Succeeds: "≻",
	SucceedsEqual: "⪰",
	SucceedsSlantEqual: "≽",
	SucceedsTilde: "≿",
	SuchThat: "∋",
	Sum: "∑",
	Sup: "⋑",
	Superset: "⊃",
	SupersetEqual: "⊇",
	Supset: "⋑",
	THORN: "Þ",
	TRADE: "™",
	TSHcy: "Ћ",
	TScy: "Ц",
	Tab: "	",
	Tau: "Τ",
	Tcaron: "Ť",
	Tcedil: "Ţ",
	Tcy: "Т",
	Tfr: "𝔗",
	Therefore: "∴",
	Theta: "Θ",
	ThickSpace: "  ",
	ThinSpace: " ",
	Tilde: "∼",
	TildeEqual: "≃",
	TildeFullEqual: "≅",
	TildeTilde: "≈",
	Topf: "𝕋",
	TripleDot: "⃛",
	Tscr: "𝒯",
	Tstrok: "Ŧ",
	Uacute: "Ú",
	Uarr: "↟",
	Uarrocir: "⥉",
	Ubrcy: "Ў",
	Ubreve: "Ŭ",
	Ucirc: "Û",
	Ucy: "У",
	Udblac: "Ű",
	Ufr: "𝔘",
	Ugrave: "Ù",
	Umacr: "Ū",
	UnderBar: "_",
	UnderBrace: "⏟",
	UnderBracket: "⎵",
	UnderParenthesis: "⏝",
	Union: "⋃",
	UnionPlus: "⊎",
	Uogon: "Ų",
	Uopf: "𝕌",
	UpArrow: "↑",
	UpArrowBar: "⤒",
	UpArrowDownArrow: "⇅",
	UpDownArrow: "↕",
	UpEquilibrium: "⥮",
	UpTee: "⊥",
	UpTeeArrow: "↥",
	Uparrow: "⇑",
	Updownarrow: "⇕",
	UpperLeftArrow: "↖",
	UpperRightArrow: "↗",
	Upsi: "ϒ",
	Upsilon: "Υ",
	Uring: "Ů",
	Uscr: "𝒰",
	Utilde: "Ũ",
	Uuml: "Ü",
	VDash: "⊫",
	Vbar: "⫫",
	Vcy: "В",
	Vdash: "⊩",
	Vdashl: "⫦",
	Vee: "⋁",
	Verbar: "‖",
	Vert: "‖",
	VerticalBar: "∣",
	VerticalLine: "|",
	VerticalSeparator: "❘",
	VerticalTilde: "≀",
	VeryThinSpace: " ",
	Vfr: "𝔙",
	Vopf: "𝕍",
	Vscr: "𝒱",
	Vvdash: "⊪",
	Wcirc: "Ŵ",
	Wedge: "⋀",
	Wfr: "𝔚",
	Wopf: "𝕎",
	Wscr: "𝒲",
	Xfr: "𝔛",
	Xi: "Ξ",
	Xopf: "𝕏",
	Xscr: "𝒳",
	YAcy: "Я",
	YIcy: "Ї",
	YUcy: "Ю",
	Yacute: "Ý",
	Ycirc: "Ŷ",
	Ycy: "Ы",
	Yfr: "𝔜",
	Yopf: "𝕐",
	Yscr: "𝒴",
	Yuml: "Ÿ",
	ZHcy: "Ж",
	Zacute: "Ź",
	Zcaron: "Ž",
	Zcy: "З",
	Zdot: "Ż",
	ZeroWidthSpace: "​",
	Zeta: "Ζ",
	Zfr: "ℨ",
	Zopf: "ℤ",
	Zscr: "𝒵",
	aacute: "á",
	abreve: "ă",
	ac: "∾",
	acE: "∾̳",
	acd: "∿",
	acirc: "â",
	acute: "´",
	acy: "а",
	aelig: "æ",
	af: "⁡",
	afr: "𝔞",
	agrave: "à",
	alefsym: "ℵ",
	aleph: "ℵ",
	alpha: "α",
	amacr: "ā",
	amalg: "⨿",
	amp: "&",
	and: "∧",
	andand: "⩕",
	andd: "⩜",
	andslope: "⩘",
	andv: "⩚",
	ang: "∠",
	ange: "⦤",
	angle: "∠",
	angmsd: "∡",
	angmsdaa: "⦨",
	angmsdab: "⦩",
	angmsdac: "⦪",
	angmsdad: "⦫",
	angmsdae: "⦬",
	angmsdaf: "⦭",
	angmsdag: "⦮",
	angmsdah: "⦯",
	angrt: "∟",
	angrtvb: "⊾",
	angrtvbd: "⦝",
	angsph: "∢",
	angst: "Å",
	angzarr: "⍼",
	aogon: "ą",
	aopf: "𝕒",
	ap: "≈",
	apE: "⩰",
	apacir: "⩯",
	ape: "≊",
	apid: "≋",
	apos: "'",
	approx: "≈",
	approxeq: "≊",
	aring: "å",
	ascr: "𝒶",
	ast: "*",
	asymp: "≈",
	asympeq: "≍",
	atilde: "ã",
	auml: "ä",
	awconint: "∳",
	awint: "⨑",
	bNot: "⫭",
	backcong: "≌",
	backepsilon: "϶",
	backprime: "‵",
	backsim: "∽",
	backsimeq: "⋍",
	barvee: "⊽",
	barwed: "⌅",
	barwedge: "⌅",
	bbrk: "⎵",
	bbrktbrk: "⎶",
	bcong: "≌",
	bcy: "б",
	bdquo: "„",
	becaus: "∵",
	because: "∵",
	bemptyv: "⦰",
	bepsi: "϶",
	bernou: "ℬ",
	beta: "β",
	beth: "ℶ",
	between: "≬",
	bfr: "𝔟",
	bigcap: "⋂",
	bigcirc: "◯",
	bigcup: "⋃",
	bigodot: "⨀",
	bigoplus: "⨁",
	bigotimes: "⨂",
	bigsqcup: "⨆",
	bigstar: "★",
	bigtriangledown: "▽",
	bigtriangleup: "△",
	biguplus: "⨄",
	bigvee: "⋁",
	bigwedge: "⋀",
	bkarow: "⤍",
	blacklozenge: "⧫",
	blacksquare: "▪",
	blacktriangle: "▴",
	blacktriangledown: "▾",
	blacktriangleleft: "◂",
	blacktriangleright: "▸",
	blank: "␣",
	blk12: "▒",
	blk14: "░",
	blk34: "▓",
	block: "█",
	bne: "=⃥",
	bnequiv: "≡⃥",
	bnot: "⌐",
	bopf: "𝕓",
	bot: "⊥",
	bottom: "⊥",
	bowtie: "⋈",
	boxDL: "╗",
	boxDR: "╔",
	boxDl: "╖",
	boxDr: "╓",
	boxH: "═",
	boxHD: "╦",
	boxHU: "╩",
	boxHd: "╤",
	boxHu: "╧",
	boxUL: "╝",
	boxUR: "╚",
	boxUl: "╜",
	boxUr: "╙",
	boxV: "║",
	boxVH: "╬",
	boxVL: "╣",
	boxVR: "╠",
	boxVh: "╫",
	boxVl: "╢",
	boxVr: "╟",
	boxbox: "⧉",
	boxdL: "╕",
	boxdR: "╒",
	boxdl: "┐",
	boxdr: "┌",
	boxh: "─",
	boxhD: "╥",
	boxhU: "╨",
	boxhd: "┬",
	boxhu: "┴",
	boxminus: "⊟",
	boxplus: "⊞",
	boxtimes: "⊠",
	boxuL: "╛",
	boxuR: "╘",
	boxul: "┘",
	boxur: "└",
	boxv: "│",
	boxvH: "╪",
	boxvL: "╡",
	boxvR: "╞",
	boxvh: "┼",
	boxvl: "┤",
	boxvr: "├",
	bprime: "‵",
	breve: "˘",
	brvbar: "¦",
	bscr: "𝒷",
	bsemi: "⁏",
	bsim: "∽",
	bsime: "⋍",
	bsol: "\\",
	bsolb: "⧅",
	bsolhsub: "⟈",
	bull: "•",
	bullet: "•",
	bump: "≎",
	bumpE: "⪮",
	bumpe: "≏",
	bumpeq: "≏",
	cacute: "ć",
	cap: "∩",
	capand: "⩄",
	capbrcup: "⩉",
	capcap: "⩋",
	capcup: "⩇",
	capdot: "⩀",
	caps: "∩︀",
	caret: "⁁",
	caron: "ˇ",
	ccaps: "⩍",
	ccaron: "č",
	ccedil: "ç",
	ccirc: "ĉ",
	ccups: "⩌",
	ccupssm: "⩐",
	cdot: "ċ",
	cedil: "¸",
	cemptyv: "⦲",
	cent: "¢",
	centerdot: "·",
	cfr: "𝔠",
	chcy: "ч",
	check: "✓",
	checkmark: "✓",
	chi: "χ",
	cir: "○",
	cirE: "⧃",
	circ: "ˆ",
	circeq: "≗",
	circlearrowleft: "↺",
	circlearrowright: "↻",
	circledR: "®",
	circledS: "Ⓢ",
	circledast: "⊛",
	circledcirc: "⊚",
	circleddash: "⊝",
	cire: "≗",
	cirfnint: "⨐",
	cirmid: "⫯",
	cirscir: "⧂",
	clubs: "♣",
	clubsuit: "♣",
	colon: ":",
	colone: "≔",
	coloneq: "≔",
	comma: ",",
	commat: "@",
	comp: "∁",
	compfn: "∘",
	complement: "∁",
	complexes: "ℂ",
	cong: "≅",
	congdot: "⩭",
	conint: "∮",
	copf: "𝕔",
	coprod: "∐",
	copy: "©",
	copysr: "℗",
	crarr: "↵",
	cross: "✗",
	cscr: "𝒸",
	csub: "⫏",
	csube: "⫑",
	csup: "⫐",
	csupe: "⫒",
	ctdot: "⋯",
	cudarrl: "⤸",
	cudarrr: "⤵",
	cuepr: "⋞",
	cuesc: "⋟",
	cularr: "↶",
	cularrp: "⤽",
	cup: "∪",
	cupbrcap: "⩈",
	cupcap: "⩆",
	cupcup: "⩊",
	cupdot: "⊍",
	cupor: "⩅",
	cups: "∪︀",
	curarr: "↷",
	curarrm: "⤼",
	curlyeqprec: "⋞",
	curlyeqsucc: "⋟",
	curlyvee: "⋎",
	curlywedge: "⋏",
	curren: "¤",
	curvearrowleft: "↶",
	curvearrowright: "↷",
	cuvee: "⋎",
	cuwed: "⋏",
	cwconint: "∲",
	cwint: "∱",
	cylcty: "⌭",
	dArr: "⇓",
	dHar: "⥥",
	dagger: "†",
	daleth: "ℸ",
	darr: "↓",
	dash: "‐",
	dashv: "⊣",
	dbkarow: "⤏",
	dblac: "˝",
	dcaron: "ď",
	dcy: "д",
	dd: "ⅆ",
	ddagger: "‡",
	ddarr: "⇊",
	ddotseq: "⩷",
	deg: "°",
	delta: "δ",
	demptyv: "⦱",
	dfisht: "⥿",
	dfr: "𝔡",
	dharl: "⇃",
	dharr: "⇂",
	diam: "⋄",
	diamond: "⋄",
	diamondsuit: "♦",
	diams: "♦",
	die: "¨",
	digamma: "ϝ",
	disin: "⋲",
	div: "÷",
	divide: "÷",
	divideontimes: "⋇",
	divonx: "⋇",
	djcy: "ђ",
	dlcorn: "⌞",
	dlcrop: "⌍",
	dollar: "$",
	dopf: "𝕕",
	dot: "˙",
	doteq: "≐",
	doteqdot: "≑",
	dotminus: "∸",
	dotplus: "∔",
	dotsquare: "⊡",
	doublebarwedge: "⌆",
	downarrow: "↓",
	downdownarrows: "⇊",
	downharpoonleft: "⇃",
	downharpoonright: "⇂",
	drbkarow: "⤐",
	drcorn: "⌟",
	drcrop: "⌌",
	dscr: "𝒹",
	dscy: "ѕ",
	dsol: "⧶",
	dstrok: "đ",
	dtdot: "⋱",
	dtri: "▿",
	dtrif: "▾",
	duarr: "⇵",
	duhar: "⥯",
	dwangle: "⦦",
	dzcy: "џ",
	dzigrarr: "⟿",
	eDDot: "⩷",
	eDot: "≑",
	eacute: "é",
	easter: "⩮",
	ecaron: "ě",
	ecir: "≖",
	ecirc: "ê",
	ecolon: "≕",
	ecy: "э",
	edot: "ė",
	ee: "ⅇ",
	efDot: "≒",
	efr: "𝔢",
	eg: "⪚",
	egrave: "è",
	egs: "⪖",
	egsdot: "⪘",
	el: "⪙",
	elinters: "⏧",
	ell: "ℓ",
	els: "⪕",
	elsdot: "⪗",
	emacr: "ē",
	empty: "∅",
	emptyset: "∅",
	emptyv: "∅",
	emsp13: " ",
	emsp14: " ",
	emsp: " ",
	eng: "ŋ",
	ensp: " ",
	eogon: "ę",
	eopf: "𝕖",
	epar: "⋕",
	eparsl: "⧣",
	eplus: "⩱",
	epsi: "ε",
	epsilon: "ε",
	epsiv: "ϵ",
	eqcirc: "≖",
	eqcolon: "≕",
	eqsim: "≂",
	eqslantgtr: "⪖",
	eqslantless: "⪕",
	equals: "=",
	equest: "≟",
	equiv: "≡",
	equivDD: "⩸",
	eqvparsl: "⧥",
	erDot: "≓",
	erarr: "⥱",
	escr: "ℯ",
	esdot: "≐",
	esim: "≂",
	eta: "η",
	eth: "ð",
	euml: "ë",
	euro: "€",
	excl: "!",
	exist: "∃",
	expectation: "ℰ",
	exponentiale: "ⅇ",
	fallingdotseq: "≒",
	fcy: "ф",
	female: "♀",
	ffilig: "ﬃ",
	fflig: "ﬀ",
	ffllig: "ﬄ",
	ffr: "𝔣",
	filig: "ﬁ",
	fjlig: "fj",
	flat: "♭",
	fllig: "ﬂ",
	fltns: "▱",
	fnof: "ƒ",
	fopf: "𝕗",
	forall: "∀",
	fork: "⋔",
	forkv: "⫙",
	fpartint: "⨍",
	frac12: "½",
	frac13: "⅓",
	frac14: "¼",
	frac15: "⅕",
	frac16: "⅙",
	frac18: "⅛",
	frac23: "⅔",
	frac25: "⅖",
	frac34: "¾",
	frac35: "⅗",
	frac38: "⅜",
	frac45: "⅘",
	frac56: "⅚",
	frac58: "⅝",
	frac78: "⅞",
	frasl: "⁄",
	frown: "⌢",
	fscr: "𝒻",
	gE: "≧",
	gEl: "⪌",
	gacute: "ǵ",
	gamma: "γ",
	gammad: "ϝ",
	gap: "⪆",
	gbreve: "ğ",
	gcirc: "ĝ",
	gcy: "г",
	gdot: "ġ",
	ge: "≥",
	gel: "⋛",
	geq: "≥",
	geqq: "≧",
	geqslant: "⩾",
	ges: "⩾",
	gescc: "⪩",
	gesdot: "⪀",
	gesdoto: "⪂",
	gesdotol: "⪄",
	gesl: "⋛︀",
	gesles: "⪔",
	gfr: "𝔤",
	gg: "≫",
	ggg: "⋙",
	gimel: "ℷ",
	gjcy: "ѓ",
	gl: "≷",
	glE: "⪒",
	gla: "⪥",
	glj: "⪤",
	gnE: "≩",
	gnap: "⪊",
	gnapprox: "⪊",
	gne: "⪈",
	gneq: "⪈",
	gneqq: "≩",
	gnsim: "⋧",
	gopf: "𝕘",
	grave: "`",
	gscr: "ℊ",
	gsim: "≳",
	gsime: "⪎",
	gsiml: "⪐",
	gt: ">",
	gtcc: "⪧",
	gtcir: "⩺",
	gtdot: "⋗",
	gtlPar: "⦕",
	gtquest: "⩼",
	gtrapprox: "⪆",
	gtrarr: "⥸",
	gtrdot: "⋗",
	gtreqless: "⋛",
	gtreqqless: "⪌",
	gtrless: "≷",
	gtrsim: "≳",
	gvertneqq: "≩︀",
	gvnE: "≩︀",
	hArr: "⇔",
	hairsp: " ",
	half: "½",
	hamilt: "ℋ",
	hardcy: "ъ",
	harr: "↔",
	harrcir: "⥈",
	harrw: "↭",
	hbar: "ℏ",
	hcirc: "ĥ",
	hearts: "♥",
	heartsuit: "♥",
	hellip: "…",
	hercon: "⊹",
	hfr: "𝔥",
	hksearow: "⤥",
	hkswarow: "⤦",
	hoarr: "⇿",
	homtht: "∻",
	hookleftarrow: "↩",
	hookrightarrow: "↪",
	hopf: "𝕙",
	horbar: "―",
	hscr: "𝒽",
	hslash: "ℏ",
	hstrok: "ħ",
	hybull: "⁃",
	hyphen: "‐",
	iacute: "í",
	ic: "⁣",
	icirc: "î",
	icy: "и",
	iecy: "е",
	iexcl: "¡",
	iff: "⇔",
	ifr: "𝔦",
	igrave: "ì",
	ii: "ⅈ",
	iiiint: "⨌",
	iiint: "∭",
	iinfin: "⧜",
	iiota: "℩",
	ijlig: "ĳ",
	imacr: "ī",
	image: "ℑ",
	imagline: "ℐ",
	imagpart: "ℑ",
	imath: "ı",
	imof: "⊷",
	imped: "Ƶ",
	in: "∈",
	incare: "℅",
	infin: "∞",
	infintie: "⧝",
	inodot: "ı",
	int: "∫",
	intcal: "⊺",
	integers: "ℤ",
	intercal: "⊺",
	intlarhk: "⨗",
	intprod: "⨼",
	iocy: "ё",
	iogon: "į",
	iopf: "𝕚",
	iota: "ι",
	iprod: "⨼",
	iquest: "¿",
	iscr: "𝒾",
	isin: "∈",
	isinE: "⋹",
	isindot: "⋵",
	isins: "⋴",
	isinsv: "⋳",
	isinv: "∈",
	it: "⁢",
	itilde: "ĩ",
	iukcy: "і",
	iuml: "ï",
	jcirc: "ĵ",
	jcy: "й",
	jfr: "𝔧",
	jmath: "ȷ",
	jopf: "𝕛",
	jscr: "𝒿",
	jsercy: "ј",
	jukcy: "є",
	kappa: "κ",
	kappav: "ϰ",
	kcedil: "ķ",
	kcy: "к",
	kfr: "𝔨",
	kgreen: "ĸ",
	khcy: "х",
	kjcy: "ќ",
	kopf: "𝕜",
	kscr: "𝓀",
	lAarr: "⇚",
	lArr: "⇐",
	lAtail: "⤛",
	lBarr: "⤎",
	lE: "≦",
	lEg: "⪋",
	lHar: "⥢",
	lacute: "ĺ",
	laemptyv: "⦴",
	lagran: "ℒ",
	lambda: "λ",
	lang: "⟨",
	langd: "⦑",
	langle: "⟨",
	lap: "⪅",
	laquo: "«",
	larr: "←",
	larrb: "⇤",
	larrbfs: "⤟",
	larrfs: "⤝",
	larrhk: "↩",
	larrlp: "↫",
	larrpl: "⤹",
	larrsim: "⥳",
	larrtl: "↢",
	lat: "⪫",
	latail: "⤙",
	late: "⪭",
	lates: "⪭︀",
	lbarr: "⤌",
	lbbrk: "❲",
	lbrace: "{",
	lbrack: "[",
	lbrke: "⦋",
	lbrksld: "⦏",
	lbrkslu: "⦍",
	lcaron: "ľ",
	lcedil: "ļ",
	lceil: "⌈",
	lcub: "{",
	lcy: "л",
	ldca: "⤶",
	ldquo: "“",
	ldquor: "„",
	ldrdhar: "⥧",
	ldrushar: "⥋",
	ldsh: "↲",
	le: "≤",
	leftarrow: "←",
	leftarrowtail: "↢",
	leftharpoondown: "↽",
	leftharpoonup: "↼",
	leftleftarrows: "⇇",
	leftrightarrow: "↔",
	leftrightarrows: "⇆",
	leftrightharpoons: "⇋",
	leftrightsquigarrow: "↭",
	leftthreetimes: "⋋",
	leg: "⋚",
	leq: "≤",
	leqq: "≦",
	leqslant: "⩽",
	les: "⩽",
	lescc: "⪨",
	lesdot: "⩿",
	lesdoto: "⪁",
	lesdotor: "⪃",
	lesg: "⋚︀",
	lesges: "⪓",
	lessapprox: "⪅",
	lessdot: "⋖",
	lesseqgtr: "⋚",
	lesseqqgtr: "⪋",
	lessgtr: "≶",
	lesssim: "≲",
	lfisht: "⥼",
	lfloor: "⌊",
	lfr: "𝔩",
	lg: "≶",
	lgE: "⪑",
	lhard: "↽",
	lharu: "↼",
	lharul: "⥪",
	lhblk: "▄",
	ljcy: "љ",
	ll: "≪",
	llarr: "⇇",
	llcorner: "⌞",
	llhard: "⥫",
	lltri: "◺",
	lmidot: "ŀ",
	lmoust: "⎰",
	lmoustache: "⎰",
	lnE: "≨",
	lnap: "⪉",
	lnapprox: "⪉",
	lne: "⪇",
	lneq: "⪇",
	lneqq: "≨",
	lnsim: "⋦",
	loang: "⟬",
	loarr: "⇽",
	lobrk: "⟦",
	longleftarrow: "⟵",
	longleftrightarrow: "⟷",
	longmapsto: "⟼",
	longrightarrow: "⟶",
	looparrowleft: "↫",
	looparrowright: "↬",
	lopar: "⦅",
	lopf: "𝕝",
	loplus: "⨭",
	lotimes: "⨴",
	lowast: "∗",
	lowbar: "_",
	loz: "◊",
	lozenge: "◊",
	lozf: "⧫",
	lpar: "(",
	lparlt: "⦓",
	lrarr: "⇆",
	lrcorner: "⌟",
	lrhar: "⇋",
	lrhard: "⥭",
	lrm: "‎",
	lrtri: "⊿",
	lsaquo: "‹",
	lscr: "𝓁",
	lsh: "↰",
	lsim: "≲",
	lsime: "⪍",
	lsimg: "⪏",
	lsqb: "[",
	lsquo: "‘",
	lsquor: "‚",
	lstrok: "ł",
	lt: "<",
	ltcc: "⪦",
	ltcir: "⩹",
	ltdot: "⋖",
	lthree: "⋋",
	ltimes: "⋉",
	ltlarr: "⥶",
	ltquest: "⩻",
	ltrPar: "⦖",
	ltri: "◃",
	ltrie: "⊴",
	ltrif: "◂",
	lurdshar: "⥊",
	luruhar: "⥦",
	lvertneqq: "≨︀",
	lvnE: "≨︀",
	mDDot: "∺",
	macr: "¯",
	male: "♂",
	malt: "✠",
	maltese: "✠",
	map: "↦",
	mapsto: "↦",
	mapstodown: "↧",
	mapstoleft: "↤",
	mapstoup: "↥",
	marker: "▮",
	mcomma: "⨩",
	mcy: "м",
	mdash: "—",
	measuredangle: "∡",
	mfr: "𝔪",
	mho: "℧",
	micro: "µ",
	mid: "∣",
	midast: "*",
	midcir: "⫰",
	middot: "·",
	minus: "−",
	minusb: "⊟",
	minusd: "∸",
	minusdu: "⨪",
	mlcp: "⫛",
	mldr: "…",
	mnplus: "∓",
	models: "⊧",
	mopf: "𝕞",
	mp: "∓",
	mscr: "𝓂",
	mstpos: "∾",
	mu: "μ",
	multimap: "⊸",
	mumap: "⊸",
	nGg: "⋙̸",
	nGt: "≫⃒",
	nGtv: "≫̸",
	nLeftarrow: "⇍",
	nLeftrightarrow: "⇎",
	nLl: "⋘̸",
	nLt: "≪⃒",
	nLtv: "≪̸",
	nRightarrow: "⇏",
	nVDash: "⊯",
	nVdash: "⊮",
	nabla: "∇",
	nacute: "ń",
	nang: "∠⃒",
	nap: "≉",
	napE: "⩰̸",
	napid: "≋̸",
	napos: "ŉ",
	napprox: "≉",
	natur: "♮",
	natural: "♮",
	naturals: "ℕ",
	nbsp: "\xA0",
	nbump: "≎̸",
	nbumpe: "≏̸",
	ncap: "⩃",
	ncaron: "ň",
	ncedil: "ņ",
	ncong: "≇",
	ncongdot: "⩭̸",
	ncup: "⩂",
	ncy: "н",
	ndash: "–",
	ne: "≠",
	neArr: "⇗",
	nearhk: "⤤",
	nearr: "↗",
	nearrow: "↗",
	nedot: "≐̸",
	nequiv: "≢",
	nesear: "⤨",
	nesim: "≂̸",
	nexist: "∄",
	nexists: "∄",
	nfr: "𝔫",
	ngE: "≧̸",
	nge: "≱",
	ngeq: "≱",
	ngeqq: "≧̸",
	ngeqslant: "⩾̸",
	nges: "⩾̸",
	ngsim: "≵",
	ngt: "≯",
	ngtr: "≯",
	nhArr: "⇎",
	nharr: "↮",
	nhpar: "⫲",
	ni: "∋",
	nis: "⋼",
	nisd: "⋺",
	niv: "∋",
	njcy: "њ",
	nlArr: "⇍",
	nlE: "≦̸",
	nlarr: "↚",
	nldr: "‥",
	nle: "≰",
	nleftarrow: "↚",
	nleftrightarrow: "↮",
	nleq: "≰",
	nleqq: "≦̸",
	nleqslant: "⩽̸",
	nles: "⩽̸",
	nless: "≮",
	nlsim: "≴",
	nlt: "≮",
	nltri: "⋪",
	nltrie: "⋬",
	nmid: "∤",
	nopf: "𝕟",
	not: "¬",
	notin: "∉",
	notinE: "⋹̸",
	notindot: "⋵̸",
	notinva: "∉",
	notinvb: "⋷",
	notinvc: "⋶",
	notni: "∌",
	notniva: "∌",
	notnivb: "⋾",
	notnivc: "⋽",
	npar: "∦",
	nparallel: "∦",
	nparsl: "⫽⃥",
	npart: "∂̸",
	npolint: "⨔",
	npr: "⊀",
	nprcue: "⋠",
	npre: "⪯̸",
	nprec: "⊀",
	npreceq: "⪯̸",
	nrArr: "⇏",
	nrarr: "↛",
	nrarrc: "⤳̸",
	nrarrw: "↝̸",
	nrightarrow: "↛",
	nrtri: "⋫",
	nrtrie: "⋭",
	nsc: "⊁",
	nsccue: "⋡",
	nsce: "⪰̸",
	nscr: "𝓃",
	nshortmid: "∤",
	nshortparallel: "∦",
	nsim: "≁",
	nsime: "≄",
	nsimeq: "≄",
	nsmid: "∤",
	nspar: "∦",
	nsqsube: "⋢",
	nsqsupe: "⋣",
	nsub: "⊄",
	nsubE: "⫅̸",
	nsube: "⊈",
	nsubset: "⊂⃒",
	nsubseteq: "⊈",
	nsubseteqq: "⫅̸",
	nsucc: "⊁",
	nsucceq: "⪰̸",
	nsup: "⊅",
	nsupE: "⫆̸",
	nsupe: "⊉",
	nsupset: "⊃⃒",
	nsupseteq: "⊉",
	nsupseteqq: "⫆̸",
	ntgl: "≹",
	ntilde: "ñ",
	ntlg: "≸",
	ntriangleleft: "⋪",
	ntrianglelefteq: "⋬",
	ntriangleright: "⋫",
	ntrianglerighteq: "⋭",
	nu: "ν",
	num: "#",
	numero: "№",
	numsp: " ",
	nvDash: "⊭",
	nvHarr: "⤄",
	nvap: "≍⃒",
	nvdash: "⊬",
	nvge: "≥⃒",
	nvgt: ">⃒",
	nvinfin: "⧞",
	nvlArr: "⤂",
	nvle: "≤⃒",
	nvlt: "<⃒",
	nvltrie: "⊴⃒",
	nvrArr: "⤃",
	nvrtrie: "⊵⃒",
	nvsim: "∼⃒",
	nwArr: "⇖",
	nwarhk: "⤣",
	nwarr: "↖",
	nwarrow: "↖",
	nwnear: "⤧",
	oS: "Ⓢ",
	oacute: "ó",
	oast: "⊛",
	ocir: "⊚",
	ocirc: "ô",
	ocy: "о",
	odash: "⊝",
	odblac: "ő",
	odiv: "⨸",
	odot: "⊙",
	odsold: "⦼",
	oelig: "œ",
	ofcir: "⦿",
	ofr: "𝔬",
	ogon: "˛",
	ograve: "ò",
	ogt: "⧁",
	ohbar: "⦵",
	ohm: "Ω",
	oint: "∮",
	olarr: "↺",
	olcir: "⦾",
	olcross: "⦻",
	oline: "‾",
	olt: "⧀",
	omacr: "ō",
	omega: "ω",
	omicron: "ο",
	omid: "⦶",
	ominus: "⊖",
	oopf: "𝕠",
	opar: "⦷",
	operp: "⦹",
	oplus: "⊕",
	or: "∨",
	orarr: "↻",
	ord: "⩝",
	order: "ℴ",
	orderof: "ℴ",
	ordf: "ª",
	ordm: "º",
	origof: "⊶",
	oror: "⩖",
	orslope: "⩗",
	orv: "⩛",
	oscr: "ℴ",
	oslash: "ø",
	osol: "⊘",
	otilde: "õ",
	otimes: "⊗",
	otimesas: "⨶",
	ouml: "ö",
	ovbar: "⌽",
	par: "∥",
	para: "¶",
	parallel: "∥",
	parsim: "⫳",
	parsl: "⫽",
	part: "∂",
	pcy: "п",
	percnt: "%",
	period: ".",
	permil: "‰",
	perp: "⊥",
	pertenk: "‱",
	pfr: "𝔭",
	phi: "φ",
	phiv: "ϕ",
	phmmat: "ℳ",
	phone: "☎",
	pi: "π",
	pitchfork: "⋔",
	piv: "ϖ",
	planck: "ℏ",
	planckh: "ℎ",
	plankv: "ℏ",
	plus: "+",
	plusacir: "⨣",
	plusb: "⊞",
	pluscir: "⨢",
	plusdo: "∔",
	plusdu: "⨥",
	pluse: "⩲",
	plusmn: "±",
	plussim: "⨦",
	plustwo: "⨧",
	pm: "±",
	pointint: "⨕",
	popf: "𝕡",
	pound: "£",
	pr: "≺",
	prE: "⪳",
	prap: "⪷",
	prcue: "≼",
	pre: "⪯",
	prec: "≺",
	precapprox: "⪷",
	preccurlyeq: "≼",
	preceq: "⪯",
	precnapprox: "⪹",
	precneqq: "⪵",
	precnsim: "⋨",
	precsim: "≾",
	prime: "′",
	primes: "ℙ",
	prnE: "⪵",
	prnap: "⪹",
	prnsim: "⋨",
	prod: "∏",
	profalar: "⌮",
	profline: "⌒",
	profsurf: "⌓",
	prop: "∝",
	propto: "∝",
	prsim: "≾",
	prurel: "⊰",
	pscr: "𝓅",
	psi: "ψ",
	puncsp: " ",
	qfr: "𝔮",
	qint: "⨌",
	qopf: "𝕢",
	qprime: "⁗",
	qscr: "𝓆",
	quaternions: "ℍ",
	quatint: "⨖",
	quest: "?",
	questeq: "≟",
	quot: "\"",
	rAarr: "⇛",
	rArr: "⇒",
	rAtail: "⤜",
	rBarr: "⤏",
	rHar: "⥤",
	race: "∽̱",
	racute: "ŕ",
	radic: "√",
	raemptyv: "⦳",
	rang: "⟩",
	rangd: "⦒",
	range: "⦥",
	rangle: "⟩",
	raquo: "»",
	rarr: "→",
	rarrap: "⥵",
	rarrb: "⇥",
	rarrbfs: "⤠",
	rarrc: "⤳",
	rarrfs: "⤞",
	rarrhk: "↪",
	rarrlp: "↬",
	rarrpl: "⥅",
	rarrsim: "⥴",
	rarrtl: "↣",
	rarrw: "↝",
	ratail: "⤚",
	ratio: "∶",
	rationals: "ℚ",
	rbarr: "⤍",
	rbbrk: "❳",
	rbrace: "}",
	rbrack: "]",
	rbrke: "⦌",
	rbrksld: "⦎",
	rbrkslu: "⦐",
	rcaron: "ř",
	rcedil: "ŗ",
	rceil: "⌉",
	rcub: "}",
	rcy: "р",
	rdca: "⤷",
	rdldhar: "⥩",
	rdquo: "”",
	rdquor: "”",
	rdsh: "↳",
	real: "ℜ",
	realine: "ℛ",
	realpart: "ℜ",
	reals: "ℝ",
	rect: "▭",
	reg: "®",
	rfisht: "⥽",
	rfloor: "⌋",
	rfr: "𝔯",
	rhard: "⇁",
	rharu: "⇀",
	rharul: "⥬",
	rho: "ρ",
	rhov: "ϱ",
	rightarrow: "→",
	rightarrowtail: "↣",
	rightharpoondown: "⇁",
	rightharpoonup: "⇀",
	rightleftarrows: "⇄",
	rightleftharpoons: "⇌",
	rightrightarrows: "⇉",
	rightsquigarrow: "↝",
	rightthreetimes: "⋌",
	ring: "˚",
	risingdotseq: "≓",
	rlarr: "⇄",
	rlhar: "⇌",
	rlm: "‏",
	rmoust: "⎱",
	rmoustache: "⎱",
	rnmid: "⫮",
	roang: "⟭",
	roarr: "⇾",
	robrk: "⟧",
	ropar: "⦆",
	ropf: "𝕣",
	roplus: "⨮",
	rotimes: "⨵",
	rpar: ")",
	rpargt: "⦔",
	rppolint: "⨒",
	rrarr: "⇉",
	rsaquo: "›",
	rscr: "𝓇",
	rsh: "↱",
	rsqb: "]",
	rsquo: "’",
	rsquor: "’",
	rthree: "⋌",
	rtimes: "⋊",
	rtri: "▹",
	rtrie: "⊵",
	rtrif: "▸",
	rtriltri: "⧎",
	ruluhar: "⥨",
	rx: "℞",
	sacute: "ś",
	sbquo: "‚",
	sc: "≻",
	scE: "⪴",
	scap: "⪸",
	scaron: "š",
	sccue: "≽",
	sce: "⪰",
	scedil: "ş",
	scirc: "ŝ",
	scnE: "⪶",
	scnap: "⪺",
	scnsim: "⋩",
	scpolint: "⨓",
	scsim: "≿",
	scy: "с",
	sdot: "⋅",
	sdotb: "⊡",
	sdote: "⩦",
	seArr: "⇘",
	searhk: "⤥",
	searr: "↘",
	searrow: "↘",
	sect: "§",
	semi: ";",
	seswar: "⤩",
	setminus: "∖",
	setmn: "∖",
	sext: "✶",
	sfr: "𝔰",
	sfrown: "⌢",
	sharp: "♯",
	shchcy: "щ",
	shcy: "ш",
	shortmid: "∣",
	shortparallel: "∥",
	shy: "­",
	sigma: "σ",
	sigmaf: "ς",
	sigmav: "ς",
	sim: "∼",
	simdot: "⩪",
	sime: "≃",
	simeq: "≃",
	simg: "⪞",
	simgE: "⪠",
	siml: "⪝",
	simlE: "⪟",
	simne: "≆",
	simplus: "⨤",
	simrarr: "⥲",
	slarr: "←",
	smallsetminus: "∖",
	smashp: "⨳",
	smeparsl: "⧤",
	smid: "∣",
	smile: "⌣",
	smt: "⪪",
	smte: "⪬",
	smtes: "⪬︀",
	softcy: "ь",
	sol: "/",
	solb: "⧄",
	solbar: "⌿",
	sopf: "𝕤",
	spades: "♠",
	spadesuit: "♠",
	spar: "∥",
	sqcap: "⊓",
	sqcaps: "⊓︀",
	sqcup: "⊔",
	sqcups: "⊔︀",
	sqsub: "⊏",
	sqsube: "⊑",
	sqsubset: "⊏",
	sqsubseteq: "⊑",
	sqsup: "⊐",
	sqsupe: "⊒",
	sqsupset: "⊐",
	sqsupseteq: "⊒",
	squ: "□",
	square: "□",
	squarf: "▪",
	squf: "▪",
	srarr: "→",
	sscr: "𝓈",
	ssetmn: "∖",
	ssmile: "⌣",
	sstarf: "⋆",
	star: "☆",
	starf: "★",
	straightepsilon: "ϵ",
	straightphi: "ϕ",
	strns: "¯",
	sub: "⊂",
	subE: "⫅",
	subdot: "⪽",
	sube: "⊆",
	subedot: "⫃",
	submult: "⫁",
	subnE: "⫋",
	subne: "⊊",
	subplus: "⪿",
	subrarr: "⥹",
	subset: "⊂",
	subseteq: "⊆",
	subseteqq: "⫅",
	subsetneq: "⊊",
	subsetneqq: "⫋",
	subsim: "⫇",
	subsub: "⫕",
	subsup: "⫓",
	succ: "≻",
	succapprox: "⪸",
	succcurlyeq: "≽",
	succeq: "⪰",
	succnapprox: "⪺",
	succneqq: "⪶",
	succnsim: "⋩",
	succsim: "≿",
	sum: "∑",
	sung: "♪",
	sup1: "¹",
	sup2: "²",
	sup3: "³",
	sup: "⊃",
	supE: "⫆",
	supdot: "⪾",
	supdsub: "⫘",
	supe: "⊇",
	supedot: "⫄",
	suphsol: "⟉",
	suphsub: "⫗",
	suplarr: "⥻",
	supmult: "⫂",
	supnE: "⫌",
	supne: "⊋",
	supplus: "⫀",
	supset: "⊃",
	supseteq: "⊇",
	supseteqq: "⫆",
	supsetneq: "⊋",
	supsetneqq: "⫌",
	supsim: "⫈",
	supsub: "⫔",
	supsup: "⫖",
	swArr: "⇙",
	swarhk: "⤦",
	swarr: "↙",
	swarrow: "↙",
	swnwar: "⤪",
	szlig: "ß",
	target: "⌖",
	tau: "τ",
	tbrk: "⎴",
	tcaron: "ť",
	tcedil: "ţ",
	tcy: "т",
	tdot: "⃛",
	telrec: "⌕",
	tfr: "𝔱",
	there4: "∴",
	therefore: "∴",
	theta: "θ",
	thetasym: "ϑ",
	thetav: "ϑ",
	thickapprox: "≈",
	thicksim: "∼",
	thinsp: " ",
	thkap: "≈",
	thksim: "∼",
	thorn: "þ",
	tilde: "˜",
	times: "×",
	timesb: "⊠",
	timesbar: "⨱",
	timesd: "⨰",
	tint: "∭",
	toea: "⤨",
	top: "⊤",
	topbot: "⌶",
	topcir: "⫱",
	topf: "𝕥",
	topfork: "⫚",
	tosa: "⤩",
	tprime: "‴",
	trade: "™",
	triangle: "▵",
	triangledown: "▿",
	triangleleft: "◃",
	trianglelefteq: "⊴",
	triangleq: "≜",
	triangleright: "▹",
	trianglerighteq: "⊵",
	tridot: "◬",
	trie: "≜",
	triminus: "⨺",
	triplus: "⨹",
	trisb: "⧍",
	tritime: "⨻",
	trpezium: "⏢",
	tscr: "𝓉",
	tscy: "ц",
	tshcy: "ћ",
	tstrok: "ŧ",
	twixt: "≬",
	twoheadleftarrow: "↞",
	twoheadrightarrow: "↠",
	uArr: "⇑",
	uHar: "⥣",
	uacute: "ú",
	uarr: "↑",
	ubrcy: "ў",
	ubreve: "ŭ",
	ucirc: "û",
	ucy: "у",
	udarr: "⇅",
	udblac: "ű",
	udhar: "⥮",
	ufisht: "⥾",
	ufr: "𝔲",
	ugrave: "ù",
	uharl: "↿",
	uharr: "↾",
	uhblk: "▀",
	ulcorn: "⌜",
	ulcorner: "⌜",
	ulcrop: "⌏",
	ultri: "◸",
	umacr: "ū",
	uml: "¨",
	uogon: "ų",
	uopf: "𝕦",
	uparrow: "↑",
	updownarrow: "↕",
	upharpoonleft: "↿",
	upharpoonright: "↾",
	uplus: "⊎",
	upsi: "υ",
	upsih: "ϒ",
	upsilon: "υ",
	upuparrows: "⇈",
	urcorn: "⌝",
	urcorner: "⌝",
	urcrop: "⌎",
	uring: "ů",
	urtri: "◹",
	uscr: "𝓊",
	utdot: "⋰",
	utilde: "ũ",
	utri: "▵",
	utrif: "▴",
	uuarr: "⇈",
	uuml: "ü",
	uwangle: "⦧",
	vArr: "⇕",
	vBar: "⫨",
	vBarv: "⫩",
	vDash: "⊨",
	vangrt: "⦜",
	varepsilon: "ϵ",
	varkappa: "ϰ",
	varnothing: "∅",
	varphi: "ϕ",
	varpi: "ϖ",
	varpropto: "∝",
	varr: "↕",
	varrho: "ϱ",
	varsigma: "ς",
	varsubsetneq: "⊊︀",
	varsubsetneqq: "⫋︀",
	varsupsetneq: "⊋︀",
	varsupsetneqq: "⫌︀",
	vartheta: "ϑ",
	vartriangleleft: "⊲",
	vartriangleright: "⊳",
	vcy: "в",
	vdash: "⊢",
	vee: "∨",
	veebar: "⊻",
	veeeq: "≚",
	vellip: "⋮",
	verbar: "|",
	vert: "|",
	vfr: "𝔳",
	vltri: "⊲",
	vnsub: "⊂⃒",
	vnsup: "⊃⃒",
	vopf: "𝕧",
	vprop: "∝",
	vrtri: "⊳",
	vscr: "𝓋",
	vsubnE: "⫋︀",
	vsubne: "⊊︀",
	vsupnE: "⫌︀",
	vsupne: "⊋︀",
	vzigzag: "⦚",
	wcirc: "ŵ",
	wedbar: "⩟",
	wedge: "∧",
	wedgeq: "≙",
	weierp: "℘",
	wfr: "𝔴",
	wopf: "𝕨",
	wp: "℘",
	wr: "≀",
	wreath: "≀",
	wscr: "𝓌",
	xcap: "⋂",
	xcirc: "◯",
	xcup: "⋃",
	xdtri: "▽",
	xfr: "𝔵",
	xhArr: "⟺",
	xharr: "⟷",
	xi: "ξ",
	xlArr: "⟸",
	xlarr: "⟵",
	xmap: "⟼",
	xnis: "⋻",
	xodot: "⨀",
	xopf: "𝕩",
	xoplus: "⨁",
	xotime: "⨂",
	xrArr: "⟹",
	xrarr: "⟶",
	xscr: "𝓍",
	xsqcup: "⨆",
	xuplus: "⨄",
	xutri: "△",
	xvee: "⋁",
	xwedge: "⋀",
	yacute: "ý",
	yacy: "я",
	ycirc: "ŷ",
	ycy: "ы",
	yen: "¥",
	yfr: "𝔶",
	yicy: "ї",
	yopf: "𝕪",
	yscr: "𝓎",
	yucy: "ю",
	yuml: "ÿ",
	zacute: "ź",
	zcaron: "ž",
	zcy: "з",
	zdot: "ż",
	zeetrf: "ℨ",
	zeta: "ζ",
	zfr: "𝔷",
	zhcy: "ж",
	zigrarr: "⇝",
	zopf: "𝕫",
	zscr: "𝓏",
	zwj: "‍",
	zwnj: "‌"
};
// node_modules/decode-named-character-reference/index.js
const own$1 = {}.hasOwnProperty;
/**
* Decode a single character reference (without the `&` or `;`).
* You probably only need this when you’re building parsers yourself that follow
* different rules compared to HTML.
* This is optimized to be tiny in browsers.
*
* @param {string} value
*   `notin` (named), `#123` (deci), `#x123` (hexa).
* @returns {string|false}
*   Decoded reference.
*/
function decodeNamedCharacterReference(value) {
	return own$1.call(characterEntities, value) ? characterEntities[value] : false;
}
// node_modules/micromark-util-decode-numeric-character-reference/index.js
/**
* Turn the number (in string form as either hexa- or plain decimal) coming from
* a numeric character reference into a character.
*
* Sort of like `String.fromCodePoint(Number.parseInt(value, base))`, but makes
* non-characters and control characters safe.
*
* @param {string} value
*   Value to decode.
* @param {number} base
*   Numeric base.
* @returns {string}
*   Character.
*/
function decodeNumericCharacterReference(value, base) {
	const code = Number.parseInt(value, base);
	if (code < 9 || code === 11 || code > 13 && code < 32 || code > 126 && code < 160 || code > 55295 && code < 57344 || code > 64975 && code < 65008 || (code & 65535) === 65535 || (code & 65535) === 65534 || code > 1114111) return "�";
	return String.fromCodePoint(code);
}
// node_modules/micromark-util-decode-string/index.js
const characterEscapeOrReference = /\\([!-/:-@[-`{-~])|&(#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/gi;
/**
* Decode markdown strings (which occur in places such as fenced code info
* strings, destinations, labels, and titles).
*
* The “string” content type allows character escapes and -references.
* This decodes those.
*
* @param {string} value
*   Value to decode.
* @returns {string}
*   Decoded value.
*/
function decodeString(value) {
	return value.replace(characterEscapeOrReference, decode);
}
/**
* @param {string} $0
*   Match.
* @param {string} $1
*   Character escape.
* @param {string} $2
*   Character reference.
* @returns {string}
*   Decoded value
*/
function decode($0, $1, $2) {
	if ($1) return $1;
	if ($2.charCodeAt(0) === 35) {
		const head = $2.charCodeAt(1);
		const hex = head === 120 || head === 88;
		return decodeNumericCharacterReference($2.slice(hex ? 2 : 1), hex ? 16 : 10);
	}
	return decodeNamedCharacterReference($2) || $0;
}
// node_modules/mdast-util-to-markdown/lib/util/association.js
/**
* @import {AssociationId} from '../types.js'
*/
/**
* Get an identifier from an association to match it to others.
*
* Associations are nodes that match to something else through an ID:
* <https://github.com/syntax-tree/mdast#association>.
*
* The `label` of an association is the string value: character escapes and
* references work, and casing is intact.
* The `identifier` is used to match one association to another:
* controversially, character escapes and references don’t work in this
* matching: `&copy;` does not match `©`, and `\+` does not match `+`.
*
* But casing is ignored (and whitespace) is trimmed and collapsed: ` A\nb`
* matches `a b`.
* So, we do prefer the label when figuring out how we’re going to serialize:
* it has whitespace, casing, and we can ignore most useless character
* escapes and all character references.
*
* @type {AssociationId}
*/
function association(node) {
	if (node.label || !node.identifier) return node.label || "";
	return decodeString(node.identifier);
}
// node_modules/mdast-util-to-markdown/lib/util/compile-pattern.js
/**
* @import {CompilePattern} from '../types.js'
*/
/**
* Compiles a pattern object into a regular expression.
*
* @type {CompilePattern}
*/
function compilePattern(pattern) {
	if (!pattern._compiled) {
		const before = (pattern.atBreak ? "[\\r\\n][\\t ]*" : "") + (pattern.before ? "(?:" + pattern.before + ")" : "");
		pattern._compiled = new RegExp((pattern.beforeNode ? "^" : before ? "(" + before + ")" : "") + (/[$()*+.?[\\\]^{|}]/.test(pattern.character) ? "\\" : "") + pattern.character + (pattern.afterNode ? "$" : pattern.after ? "(?:" + pattern.after + ")" : ""), pattern.unicode ? "gu" : "g");
	}
	return pattern._compiled;
}
// node_modules/mdast-util-to-markdown/lib/util/container-flow.js
/**
* @import {State} from 'mdast-util-to-markdown'
* @import {FlowChildren, FlowParents, TrackFields} from '../types.js'
*/
/**
* Serialize the children of a parent that contains flow children.
*
* @param {FlowParents} parent
*   Parent of flow nodes.
* @param {State} state
*   Info passed around about the current state.
* @param {TrackFields} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized children, joined by (blank) lines.
*/
function containerFlow(parent, state, info) {
	const indexStack = state.indexStack;
	const children = parent.children || [];
	const tracker = state.createTracker(info);
	/** @type {Array<string>} */
	const results = [];
	let index = -1;
	indexStack.push(-1);
	while (++index < children.length) {
		const child = children[index];
		indexStack[indexStack.length - 1] = index;
		results.push(tracker.move(state.handle(child, parent, state, {
			before: "\n",
			after: "\n",
			...tracker.current()
		})));
		if (child.type !== "list") state.bulletLastUsed = void 0;
		if (index < children.length - 1) results.push(tracker.move(between(child, children[index + 1], parent, state)));
	}
	indexStack.pop();
	return results.join("");
}
/**
* Determine the markdown to insert between two flow nodes.
*
* @param {FlowChildren} left
*   Left flow node.
* @param {FlowChildren} right
*   Right flow node.
* @param {FlowParents} parent
*   Parent of the flow nodes.
* @param {State} state
*   Info passed around.
* @returns {string}
*   Markdown to insert between the two flow nodes.
*/
function between(left, right, parent, state) {
	let index = state.join.length;
	while (index--) {
		const result = state.join[index](left, right, parent, state);
		if (result === true || result === 1) break;
		if (typeof result === "number") return "\n".repeat(1 + result);
		if (result === false) return "\n\n<!---->\n\n";
	}
	return "\n\n";
}
// node_modules/mdast-util-to-markdown/lib/util/indent-lines.js
/**
* @import {IndentLines} from '../types.js'
*/
const eol = /\r?\n|\r/g;
/**
* Indents each line.
*
* @type {IndentLines}
*/
function indentLines(value, map) {
	/** @type {Array<string>} */
	const result = [];
	let start = 0;
	let line = 0;
	/** @type {RegExpExecArray | null} */
	let match;
	while (match = eol.exec(value)) {
		one(value.slice(start, match.index));
		result.push(match[0]);
		start = match.index + match[0].length;
		line++;
	}
	one(value.slice(start));
	return result.join("");
	/**
	* Indents a single line.
	*
	* @param {string} value
	*   Line.
	*/
	function one(value) {
		result.push(map(value, line, !value));
	}
}
// node_modules/mdast-util-to-markdown/lib/util/safe.js
/**
* @import {Nodes} from 'mdast'
* @import {SafeConfig, State, Unsafe} from 'mdast-util-to-markdown'
*/
const own = {}.hasOwnProperty;
/**
* Make a string safe for embedding in markdown constructs.
*
* In markdown, almost all punctuation characters can, in certain cases,
* result in something.
* Whether they do is highly subjective to where they happen and in what
* they happen.
*
* To solve this, `mdast-util-to-markdown` tracks:
*
* * characters before and after something;
* * what “constructs” we are in.
*
* This information is then used by this function to escape or encode
* special characters.
*
* @param {State} state
*   Info passed around about the current state.
* @param {string | null | undefined} input
*   Raw value to make safe.
* @param {SafeConfig} config
*   Configuration.
* @returns {string}
*   Serialized markdown safe for embedding.
*/
function safe(state, input, config) {
	const value = (config.before || "") + (input || "") + (config.after || "");
	/** @type {Array<number>} */
	const positions = [];
	/** @type {Array<string>} */
	const result = [];
	/** @type {Record<number, {before: boolean, after: boolean}>} */
	const infos = {};
	const percentEncode = state.stack.includes("autolink");
	const offset = config.before ? config.before.length : 0;
	const end = value.length - (config.after ? config.after.length : 0);
	let index = -1;
	while (++index < state.unsafe.length) {
		const pattern = state.unsafe[index];
		if (!patternInScope(state.stack, pattern) || !nodeInScope(pattern.beforeNode, config.beforeNode) || !nodeInScope(pattern.afterNode, config.afterNode)) continue;
		const expression = state.compilePattern(pattern);
		const from = pattern.beforeNode ? offset : 0;
		const subject = value.slice(from, pattern.afterNode ? end : void 0);
		/** @type {RegExpExecArray | null} */
		let match;
		while (match = expression.exec(subject)) {
			const before = Boolean(pattern.before || pattern.atBreak);
			const after = Boolean(pattern.after);
			const position = from + match.index + (before ? match[1].length : 0);
			if (own.call(infos, position)) {
				if (infos[position].before && !before) infos[position].before = false;
				if (infos[position].after && !after) infos[position].after = false;
			} else {
				positions.push(position);
				infos[position] = {
					before,
					after
				};
			}
		}
	}
	positions.sort(numerical);
	let start = offset;
	index = -1;
	while (++index < positions.length) {
		const position = positions[index];
		if (position < start || position >= end) continue;
		if (value.charAt(position) === "_" && position > 0 && classifyCharacter(value.charCodeAt(position - 1)) === void 0 && !own.call(infos, position - 1) && !(position - 1 === offset && /[*_]/.test(value.charAt(offset - 1)))) {
			let sequenceEnd = position + 1;
			while (sequenceEnd < end && value.charAt(sequenceEnd) === "_") sequenceEnd++;
			const skip = sequenceEnd - position - 1;
			if (positions[index + skip] === sequenceEnd - 1 && sequenceEnd < value.length && classifyCharacter(value.charCodeAt(sequenceEnd)) === void 0 && !own.call(infos, sequenceEnd) && !(sequenceEnd === end - 1 && /[*_]/.test(value.charAt(end)))) {
				index += skip;
				continue;
			}
		}
		if (position + 1 < end && positions[index + 1] === position + 1 && infos[position].after && !infos[position + 1].before && !infos[position + 1].after || position - 1 >= offset && positions[index - 1] === position - 1 && infos[position].before && !infos[position - 1].before && !infos[position - 1].after) continue;
		if (start !== position) {
			const slice = value.slice(start, position);
			result.push(percentEncode ? slice : escapeBackslashes(slice, "\\"));
		}
		start = position + 1;
		if (percentEncode) result.push("%" + value.charCodeAt(position).toString(16).toUpperCase().padStart(2, "0"));
		else if (/[!-/:-@[-`{-~]/.test(value.charAt(position)) && (!config.encode || !config.encode.includes(value.charAt(position)))) result.push("\\" + value.charAt(position));
		else result.push(encodeCharacterReference(value.charCodeAt(position)));
	}
	const rest = value.slice(start, end);
	result.push(percentEncode ? rest : escapeBackslashes(rest, config.after));
	return result.join("");
}
/**
* Check if a node matches the node types of a pattern.
*
* @param {Array<Nodes['type']> | Nodes['type'] | null | undefined} types
*   Node types.
* @param {Nodes | undefined} node
*   Node.
* @returns {boolean}
*   Whether `node` matches `types`.
*/
function nodeInScope(types, node) {
	if (!types) return true;
	if (!node) return false;
	return typeof types === "string" ? types === node.type : types.includes(node.type);
}
/**
* Compare two numbers.
*
* @param {number} a
*   Number.
* @param {number} b
*   Other number.
* @returns {number}
*   Result.
*/
function numerical(a, b) {
	return a - b;
}
/**
* Escape backslashes in a string, considering characters that follow.
*
* @param {string} value
*   Value.
* @param {string} after
*   Characters that follow the value.
* @returns {string}
*   Escaped string.
*/
function escapeBackslashes(value, after) {
	const expression = /\\(?=[!-/:-@[-`{-~])/g;
	/** @type {Array<number>} */
	const positions = [];
	/** @type {Array<string>} */
	const results = [];
	const whole = value + after;
	let index = -1;
	let start = 0;
	/** @type {RegExpExecArray | null} */
	let match;
	while (match = expression.exec(whole)) positions.push(match.index);
	while (++index < positions.length) {
		if (start !== positions[index]) results.push(value.slice(start, positions[index]));
		results.push("\\");
		start = positions[index];
	}
	results.push(value.slice(start));
	return results.join("");
}
// node_modules/mdast-util-to-markdown/lib/util/track.js
/**
* @import {CreateTracker, TrackCurrent, TrackMove, TrackShift} from '../types.js'
*/
/**
* Track positional info in the output.
*
* @type {CreateTracker}
*/
function track(config) {
	/* c8 ignore next 5 */
	const options = config || {};
	const now = options.now || {};
	let lineShift = options.lineShift || 0;
	let line = now.line || 1;
	let column = now.column || 1;
	return {
		move,
		current,
		shift
	};
	/**
	* Get the current tracked info.
	*
	* @type {TrackCurrent}
	*/
	function current() {
		return {
			now: {
				line,
				column
			},
			lineShift
		};
	}
	/**
	* Define an increased line shift (the typical indent for lines).
	*
	* @type {TrackShift}
	*/
	function shift(value) {
		lineShift += value;
	}
	/**
	* Move past some generated markdown.
	*
	* @type {TrackMove}
	*/
	function move(input) {
		const value = input || "";
		const chunks = value.split(/\r?\n|\r/g);
		const tail = chunks[chunks.length - 1];
		line += chunks.length - 1;
		column = chunks.length === 1 ? column + tail.length : 1 + tail.length + lineShift;
		return value;
	}
}
// node_modules/mdast-util-to-markdown/lib/index.js
/**
* @import {Info, Join, Options, SafeConfig, State} from 'mdast-util-to-markdown'
* @import {Nodes} from 'mdast'
* @import {Enter, FlowParents, PhrasingParents, TrackFields} from './types.js'
*/
/**
* Turn an mdast syntax tree into markdown.
*
* @param {Nodes} tree
*   Tree to serialize.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized markdown representing `tree`.
*/
function toMarkdown(tree, options) {
	const settings = options || {};
	/** @type {State} */
	const state = {
		associationId: association,
		bulletCurrent: void 0,
		bulletLastUsed: void 0,
		containerPhrasing: containerPhrasingBound,
		containerFlow: containerFlowBound,
		createTracker: track,
		compilePattern,
		enter,
		handlers: { ...handle },
		handle: void 0,
		indentLines,
		indexStack: [],
		join: [...join],
		options: {},
		safe: safeBound,
		stack: [],
		unsafe: [...unsafe]
	};
	configure(state, settings);
	if (state.options.tightDefinitions) state.join.push(joinDefinition);
	state.handle = zwitch("type", {
		invalid,
		unknown,
		handlers: state.handlers
	});
	let result = state.handle(phrasing$2(tree) ? {
		type: "root",
		children: [tree]
	} : tree, void 0, state, {
		before: "\n",
		after: "\n",
		now: {
			line: 1,
			column: 1
		},
		lineShift: 0
	});
	if (result && result.charCodeAt(result.length - 1) !== 10 && result.charCodeAt(result.length - 1) !== 13) result += "\n";
	return result;
	/**
	* Enter a construct.
	*
	* @type {Enter}
	*/
	function enter(name) {
		state.stack.push(name);
		return exit;
		/**
		* Exit a construct.
		*
		* @returns {undefined}
		*   Nothing.
		*/
		function exit() {
			state.stack.pop();
		}
	}
}
/**
* Handle an invalid value that cannot be processed.
*
* @param {unknown} value
*   Value.
* @returns {never}
*   Never.
* @throws {Error}
*   Always.
*/
function invalid(value) {
	throw new Error("Cannot handle value `" + value + "`, expected node");
}
/**
* Handle an unknown node.
*
* @param {unknown} value
*   Value.
* @returns {never}
*   Never.
* @throws {Error}
*   Always.
*/
function unknown(value) {
	throw new Error("Cannot handle unknown node `" + value.type + "`");
}
/**
* Join function for `tightDefinitions` option.
*
* @type {Join}
*/
function joinDefinition(left, right) {
	if (left.type === "definition" && left.type === right.type) return 0;
}
/**
* Serialize the children of a parent that contains phrasing children.
*
* These children will be joined flush together.
*
* @this {State}
*   Info passed around about the current state.
* @param {PhrasingParents} parent
*   Parent of flow nodes.
* @param {Info} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized children, joined together.
*/
function containerPhrasingBound(parent, info) {
	return containerPhrasing(parent, this, info);
}
/**
* Serialize the children of a parent that contains flow children.
*
* These children will typically be joined by blank lines.
* What they are joined by exactly is defined by `Join` functions.
*
* @this {State}
*   Info passed around about the current state.
* @param {FlowParents} parent
*   Parent of flow nodes.
* @param {TrackFields} info
*   Info on where we are in the document we are generating.
* @returns {string}
*   Serialized children, joined by (blank) lines.
*/
function containerFlowBound(parent, info) {
	return containerFlow(parent, this, info);
}
/**
* Make a string safe for embedding in markdown constructs.
*
* In markdown, almost all punctuation characters can, in certain cases,
* result in something.
* Whether they do is highly subjective to where they happen and in what
* they happen.
*
* To solve this, `mdast-util-to-markdown` tracks:
*
* * Characters before and after something;
* * What “constructs” we are in.
*
* This information is then used by this function to escape or encode
* special characters.
*
* @this {State}
*   Info passed around about the current state.
* @param {string | null | undefined} value
*   Raw value to make safe.
* @param {SafeConfig} config
*   Configuration.
* @returns {string}
*   Serialized markdown safe for embedding.
*/
function safeBound(value, config) {
	return safe(this, value, config);
}
// node_modules/mdast-util-gfm-table/lib/index.js
/**
* Create an extension for `mdast-util-to-markdown` to enable GFM tables in
* markdown.
*
* @param {Options | null | undefined} [options]
*   Configuration.
* @returns {ToMarkdownExtension}
*   Extension for `mdast-util-to-markdown` to enable GFM tables.
*/
function gfmTableToMarkdown(options) {
	const { tableCellPadding: padding, tablePipeAlign: alignDelimiters, stringLength } = options || {};
	const around = padding ? " " : "|";
	return {
		handlers: {
			inlineCode: inlineCodeWithTable,
			table: handleTable,
			tableCell: handleTableCell,
			tableRow: handleTableRow
		},
		join: [joinTable],
		unsafe: [
			{
				character: "\r",
				inConstruct: "tableCell"
			},
			{
				character: "\n",
				inConstruct: "tableCell"
			},
			{
				atBreak: true,
				character: "|",
				after: "[	 :-]"
			},
			{
				character: "|",
				inConstruct: "tableCell"
			},
			{
				atBreak: true,
				character: ":",
				after: "-"
			},
			{
				atBreak: true,
				character: "-",
				after: "[:|-]"
			}
		]
	};
	/**
	* Serialize a table.
	*
	* @type {ToMarkdownHandle}
	* @param {Table} node
	*   Table.
	*/
	function handleTable(node, _, state, info) {
		const matrix = handleTableAsData(node, state, info);
		const head = matrix[0];
		if (head) {
			let columns = node.align ? node.align.length : 0;
			let index = -1;
			if (!columns) {
				while (++index < matrix.length) if (matrix[index].length > columns) columns = matrix[index].length;
			}
			while (head.length < columns) head.push("");
		}
		return serializeData(matrix, node.align);
	}
	/**
	* This function isn’t really used normally, because we handle rows at the
	* table level.
	* But, if someone passes in a table row, this ensures we make somewhat sense.
	*
	* @type {ToMarkdownHandle}
	* @param {TableRow} node
	*   Row.
	*/
	function handleTableRow(node, _, state, info) {
		const value = serializeData([handleTableRowAsData(node, state, info)]);
		return value.slice(0, value.indexOf("\n"));
	}
	/**
	* Serialize a cell.
	*
	* @type {ToMarkdownHandle}
	* @param {TableCell} node
	*   Cell.
	*/
	function handleTableCell(node, _, state, info) {
		const exit = state.enter("tableCell");
		const subexit = state.enter("phrasing");
		const value = state.containerPhrasing(node, {
			...info,
			before: around,
			after: around
		});
		subexit();
		exit();
		return value;
	}
	/**
	* Serialize serialized cells as a table.
	*
	* @param {Array<Array<string>>} matrix
	*   Serialized cells.
	* @param {Array<string | null | undefined> | null | undefined} [align]
	*   Alignment.
	* @returns {string}
	*   Result.
	*/
	function serializeData(matrix, align) {
		return markdownTable(matrix, {
			align,
			alignDelimiters,
			fillRows: false,
			padding,
			stringLength
		});
	}
	/**
	* Serialize the cells of a table.
	*
	* @param {Table} node
	*   Table.
	* @param {State} state
	*   State.
	* @param {Info} info
	*   Info.
	* @returns {Array<Array<string>>}
	*   Serialized cells.
	*/
	function handleTableAsData(node, state, info) {
		const { children } = node;
		let index = -1;
		/** @type {Array<Array<string>>} */
		const result = [];
		const subexit = state.enter("table");
		while (++index < children.length) result[index] = handleTableRowAsData(children[index], state, info);
		subexit();
		return result;
	}
	/**
	* Serialize the cells of a row.
	*
	* @param {TableRow} node
	*   Row.
	* @param {State} state
	*   State.
	* @param {Info} info
	*   Info.
	* @returns {Array<string>}
	*   Serialized cells.
	*/
	function handleTableRowAsData(node, state, info) {
		const { children } = node;
		let index = -1;
		/** @type {Array<string>} */
		const result = [];
		const subexit = state.enter("tableRow");
		while (++index < children.length) result[index] = handleTableCell(children[index], node, state, info);
		subexit();
		return result;
	}
	/**
	* Serialize inline code, escaping pipes in tables.
	*
	* @type {ToMarkdownHandle}
	* @param {InlineCode} node
	*   Inline code.
	*/
	function inlineCodeWithTable(node, parent, state) {
		const value = handle.inlineCode(node, parent, state);
		if (!state.stack.includes("tableCell")) return value;
		/** @type {Array<string>} */
		const result = [];
		let start = 0;
		let index = value.indexOf("|");
		while (index !== -1) {
			let before = index;
			while (before > start && value.charCodeAt(before - 1) === 92) before--;
			result.push(value.slice(start, index));
			if ((index - before) % 2 === 0) result.push("\\");
			start = index;
			index = value.indexOf("|", index + 1);
		}
		result.push(value.slice(start));
		return result.join("");
	}
}
/**
* Join a table and the flow after it.
*
* In a tight list item there are no blank lines between flow,
* but text right after a table would be read as rows of it.
*
* @type {Join}
*/
function joinTable(left, right, parent, state) {
	if (left.type === "table" && parent.type === "listItem" && parent.spread === false && (right.type === "definition" || right.type === "heading" && formatHeadingAsSetext(right, state) || right.type === "paragraph" || right.type === "table")) return 1;
}
/**
* Check whether a heading is serialized as a setext heading,
* like `mdast-util-to-markdown` does.
*
* @param {Heading} node
*   Heading.
* @param {State} state
*   Info passed around.
* @returns {boolean}
*   Whether the heading is serialized as a setext heading.
*/
function formatHeadingAsSetext(node, state) {
	let literalWithBreak = false;
	visit(node, function(node) {
		if (node.type === "break" || "value" in node && /\r?\n|\r/.test(node.value)) {
			literalWithBreak = true;
			return false;
		}
	});
	return Boolean((!node.depth || node.depth < 3) && toString(node) && (state.options.setext || literalWithBreak));
}
// node_modules/mdast-util-gfm-task-list-item/lib/index.js
/**
* Create an extension for `mdast-util-to-markdown` to enable GFM task list
* items in markdown.
*
* @returns {ToMarkdownExtension}
*   Extension for `mdast-util-to-markdown` to enable GFM task list items.
*/
function gfmTaskListItemToMarkdown() {
	return {
		handlers: { paragraph: paragraphWithTaskListItem },
		join: [joinDefinitionsBeforeTaskListItemParagraph]
	};
}
/**
* Serialize a paragraph,
* with a check if it is the paragraph of a task list item.
*
* @type {ToMarkdownHandle}
* @param {Paragraph} node
*   Paragraph.
* @param {Parents | undefined} parent
*   Parent.
*/
function paragraphWithTaskListItem(node, parent, state, info) {
	if (!parent || parent.type !== "listItem" || taskListItemParagraph(parent) !== node) return handle.paragraph(node, parent, state, info);
	const checkbox = "[" + (parent.checked ? "x" : " ") + "] ";
	const tracker = state.createTracker(info);
	tracker.move(checkbox);
	return checkbox + handle.paragraph(node.children.length > 0 ? node : {
		type: "paragraph",
		children: [{
			type: "text",
			value: " "
		}]
	}, parent, state, {
		...info,
		...tracker.current()
	});
}
/**
* Join definitions before the paragraph of a task list item without blank
* lines,
* as a check is only seen at the start of the first content of a list item.
*
* @type {ToMarkdownJoin}
*/
function joinDefinitionsBeforeTaskListItemParagraph(left, _, parent) {
	if (!(left.type === "definition" && parent.type === "listItem")) return;
	const paragraph = taskListItemParagraph(parent);
	if (paragraph && parent.children.indexOf(left) < parent.children.indexOf(paragraph)) return 0;
}
/**
* Find the paragraph of a task list item that can start with a check.
*
* @param {ListItem} node
*   List item.
* @returns {Paragraph | undefined}
*   Paragraph, if `node` is checkable.
*/
function taskListItemParagraph(node) {
	if (typeof node.checked !== "boolean") return;
	for (const child of node.children) {
		if (child.type === "paragraph") return child;
		if (child.type !== "definition") return;
	}
}
// node_modules/mdast-util-gfm/lib/index.js
/**
* @import {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
* @import {Options} from 'mdast-util-gfm'
* @import {Options as ToMarkdownExtension} from 'mdast-util-to-markdown'
*/
/**
* Create an extension for `mdast-util-to-markdown` to enable GFM (autolink
* literals, footnotes, strikethrough, tables, tasklists).
*
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {ToMarkdownExtension}
*   Extension for `mdast-util-to-markdown` to enable GFM (autolink literals,
*   footnotes, strikethrough, tables, tasklists).
*/
function gfmToMarkdown(options) {
	return { extensions: [
		gfmAutolinkLiteralToMarkdown(),
		gfmFootnoteToMarkdown(options),
		gfmStrikethroughToMarkdown(),
		gfmTableToMarkdown(options),
		gfmTaskListItemToMarkdown()
	] };
}
// src/core/report/markdown-nodes.ts
const OPTIONS = {
	extensions: [gfmToMarkdown({ tablePipeAlign: false })],
	bullet: "-",
	emphasis: "_"
};
function markdownOf(children) {
	return toMarkdown({
		type: "root",
		children: [...children]
	}, OPTIONS);
}
/** One line of a table, as it stands in the whole. */
function rowMarkdown(row) {
	return toMarkdown(row, OPTIONS);
}
/** The only way for foreign text into Markdown. */
function code(value) {
	return {
		type: "inlineCode",
		value: value.replace(/\\(?=\|)/g, "\\ ")
	};
}
/** Only for fixed strings of ours. */
function html(value) {
	return {
		type: "html",
		value
	};
}
function phrasing(prose) {
	return prose.map((piece) => typeof piece === "string" ? {
		type: "text",
		value: piece
	} : code(piece.code));
}
function paragraph(...children) {
	return {
		type: "paragraph",
		children: [...children]
	};
}
function item(children) {
	return {
		type: "listItem",
		spread: false,
		children: [paragraph(...children)]
	};
}
/** Nothing for no items. */
function list(items) {
	return items.length === 0 ? [] : [{
		type: "list",
		ordered: false,
		spread: false,
		children: [...items]
	}];
}
function cell(...children) {
	return {
		type: "tableCell",
		children: [...children]
	};
}
function row(cells) {
	return {
		type: "tableRow",
		children: [...cells]
	};
}
function text(value) {
	return {
		type: "text",
		value
	};
}
function strong(value) {
	return {
		type: "strong",
		children: [text(value)]
	};
}
// src/core/report/markdown-details.ts
const MOST_LINKS = 10;
const LEGEND = [
	"In the strips ",
	{ code: "│" },
	" is no difference, ",
	{ code: "┊" },
	" the most that may be lost and ",
	{ code: "├─●─┤" },
	" the interval of the difference; right is better."
];
/** Collapsed: methods, the machine, the policy, how to read a strip. Nothing when there are no notes. */
function details(view) {
	const alone = view.models.length === 1;
	const notes = [...view.models.flatMap(({ name, notes }) => notes.map((note) => noteItem(note, alone ? null : name))), ...view.notes.map((note) => noteItem(note, null))];
	if (notes.length === 0) return [];
	const drawn = view.models.some(({ rules }) => rules.some(({ strip }) => strip !== null));
	return [
		html("<details>"),
		html("<summary>How this was measured</summary>"),
		...list(drawn ? [noteItem(LEGEND, null), ...notes] : notes),
		html("</details>")
	];
}
/** Among several models each note names its own. */
function noteItem(note, model) {
	return item(phrasing(model === null ? note : [
		{ code: model },
		" · ",
		...note
	]));
}
function linkLine(links) {
	const shown = links.filter(({ url }) => /^https?:\/\/[^\s]{1,500}$/.test(url)).slice(0, MOST_LINKS);
	if (shown.length === 0) return [];
	return [paragraph(...shown.flatMap(({ label, url }, index) => [...index === 0 ? [] : [text(" · ")], {
		type: "link",
		url,
		children: [text(safeText(label, 60))]
	}]))];
}
// src/core/report/strip.ts
/**
* Draws the interval on a line whose middle `│` is no difference and whose `┊` is the margin; right is better.
* `··├─●─┤···┊·│········` lost more than the margin. Distances are rounded, the order of the marks is exact:
* an end left of `┊` misses the margin. `width` is odd and at least 9.
*/
function strip({ delta, lower, upper, margin }, width) {
	const half = (width - 1) / 2;
	const span = Math.max(Math.abs(lower), Math.abs(upper), Math.abs(delta), margin ?? 0) * 1.08;
	const scale = span > 0 && Number.isFinite(span) ? half / span : 0;
	const within = (column, low, high) => Math.min(high, Math.max(low, column));
	const edge = margin ? within(Math.round(-margin * scale), 1 - half, -2) : null;
	const columnOf = (value) => {
		const column = within(Math.round(value * scale), -half, half);
		if (edge !== null && value < -margin) return Math.min(column, edge - 1);
		if (value < 0) return within(column, edge === null ? -half : edge + 1, -1);
		return value > 0 ? Math.max(column, 1) : 0;
	};
	const cells = new Array(width).fill("·");
	const draw = (column, mark) => {
		cells[column + half] = mark;
	};
	for (let column = columnOf(lower); column <= columnOf(upper); column++) draw(column, "─");
	draw(0, "│");
	if (edge !== null) draw(edge, "┊");
	draw(columnOf(lower), "├");
	draw(columnOf(upper), "┤");
	draw(columnOf(delta), "●");
	return cells.join("");
}
// src/core/report/markdown-rules.ts
const MARKS = {
	failed: "❌",
	inconclusive: "⚠️",
	warning: "⚠️",
	skipped: "➖",
	passed: "✅"
};
const STRIP_WIDTH = 21;
const numbers = (value) => value === "" ? null : [text(value)];
const COLUMNS = [
	{
		header: () => "Rule",
		align: "left",
		cell: ruleName$1
	},
	{
		header: () => "Candidate",
		align: "right",
		cell: ({ candidate }) => numbers(candidate)
	},
	{
		header: () => "Baseline",
		align: "right",
		cell: ({ baseline }) => numbers(baseline)
	},
	{
		header: () => "Difference",
		align: "right",
		cell: ({ difference }) => numbers(difference)
	},
	{
		header: ({ confidence }) => `${confidence} interval`.trim(),
		align: "center",
		cell: ({ interval }) => numbers(interval.replaceAll(" ", "\xA0"))
	},
	{
		header: () => "worse ↔ better",
		align: "center",
		cell: ({ strip: data }) => data ? [code(strip(data, STRIP_WIDTH))] : null
	},
	{
		header: () => "Allowed",
		align: "right",
		cell: ({ allowed }) => numbers(allowed.replaceAll(" ", "\xA0"))
	},
	{
		header: () => "Verdict",
		align: "left",
		cell: ({ status }) => [text(`${MARKS[status]}\u00a0`), status === "failed" ? strong(status) : text(status)]
	}
];
/** The columns that say something for this model. */
function columnsFor({ rules }) {
	return COLUMNS.filter((column) => rules.some((rule) => column.cell(rule) !== null));
}
function headerRow(model, columns) {
	return row(columns.map(({ header }) => cell(text(header(model)))));
}
function ruleRow(rule, columns) {
	return row(columns.map((column) => cell(...column.cell(rule) ?? [])));
}
/** Why the rule is not a plain pass; nothing for the rules whose row says it all. */
function ruleItem(rule) {
	if (rule.status === "passed" || rule.status === "skipped") return [];
	const place = rule.at === null ? [] : [
		text(" ("),
		code(rule.at),
		text(")")
	];
	return [item([
		text(`${MARKS[rule.status]} `),
		...ruleName$1(rule),
		text(": "),
		...phrasing(rule.reason),
		...place
	])];
}
/** Collapsed: where the failed rules lose. Nothing when none can say. */
function whereDetails(rules) {
	const items = rules.flatMap((rule) => rule.where.map((line) => item([
		...ruleName$1(rule),
		text(": "),
		...phrasing(line)
	])));
	if (items.length === 0) return [];
	return [
		html("<details>"),
		html("<summary>Where it is worse</summary>"),
		...list(items),
		html("</details>")
	];
}
function remarkItem({ status, prose }) {
	return item([text(`${MARKS[status]} `), ...phrasing(prose)]);
}
function ruleName$1({ metric, slice }) {
	return slice === null ? [code(metric)] : [
		code(metric),
		text(" on "),
		code(slice)
	];
}
// src/core/report/priority.ts
const RULE_RANKS = {
	failed: 1,
	inconclusive: 2,
	warning: 3,
	skipped: 6,
	passed: 7
};
const REMARK_RANK = 0;
/** Which files were judged and how, of a model that did not simply pass. */
const NOTE_RANK = 4;
const LAST_RANK = 8;
/** What a reader wants first: reasons, failed rules, inconclusive ones, warnings, how it was measured, the rest. */
function unitsByPriority(view) {
	const ranks = Array.from({ length: 9 }, () => []);
	const put = (rank, kind, model, count) => {
		for (let index = 0; index < count; index++) ranks[rank].push({
			kind,
			model,
			index
		});
	};
	put(REMARK_RANK, "remark", -1, view.remarks.length);
	put(NOTE_RANK, "note", -1, view.notes.length);
	view.models.forEach(({ status, remarks, subjects, rules, notes }, model) => {
		const rank = RULE_RANKS[status];
		put(remarks.length > 0 ? REMARK_RANK : rank, "model", model, 1);
		put(REMARK_RANK, "remark", model, remarks.length);
		for (const [index, rule] of rules.entries()) ranks[RULE_RANKS[rule.status]].push({
			kind: "rule",
			model,
			index
		});
		const later = rank < NOTE_RANK ? NOTE_RANK : LAST_RANK;
		put(later, "subjects", model, subjects.length > 0 ? 1 : 0);
		put(later, "note", model, notes.length);
	});
	return ranks.flat();
}
/** The view with nothing but these units, which are a prefix of `unitsByPriority`. */
function pruned(view, units) {
	const counts = /* @__PURE__ */ new Map();
	for (const { kind, model } of units) {
		const key = `${kind} ${model}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const first = (values, kind, model) => values.slice(0, counts.get(`${kind} ${model}`) ?? 0);
	return {
		headline: view.headline,
		remarks: first(view.remarks, "remark", -1),
		notes: first(view.notes, "note", -1),
		models: view.models.flatMap((model, index) => counts.has(`model ${index}`) ? [{
			...model,
			remarks: first(model.remarks, "remark", index),
			subjects: counts.has(`subjects ${index}`) ? model.subjects : [],
			rules: first(model.rules, "rule", index),
			notes: first(model.notes, "note", index)
		}] : [])
	};
}
const NOUNS = {
	remark: "remark",
	model: "model",
	subjects: "list of files",
	note: "note"
};
/** `9,412 passed rules, 80 models`. */
function leftOutText(view, units) {
	const counts = /* @__PURE__ */ new Map();
	for (const { kind, model, index } of units) {
		const noun = kind === "rule" ? `${view.models[model].rules[index].status} rule` : NOUNS[kind];
		counts.set(noun, (counts.get(noun) ?? 0) + 1);
	}
	return [...counts].map(([noun, count]) => plural(count, noun).replace("list of filess", "lists of files")).join(", ");
}
// src/core/report/headline.ts
/** Reasons that stand in the headline, because without them it would say too much. */
const STAMPS = {
	"no-baseline": "no baseline",
	"no-thresholds": "no thresholds"
};
const WORDS$1 = {
	pass: "Passed",
	fail: "Failed",
	inconclusive: "Inconclusive",
	error: "Could not judge"
};
function headlineOf(verdict, tally) {
	const outcome = verdict.verdict;
	const count = {
		pass: 0,
		fail: tally.failed,
		inconclusive: tally.inconclusive,
		error: 0
	}[outcome];
	const named = count > 0 ? `${WORDS$1[outcome]}: ${count} of ${plural(verdict.rules.length, "rule")}` : WORDS$1[outcome];
	const open = outcome === "pass" ? tallyText({
		...tally,
		skipped: 0,
		passed: 0
	}).split(", ") : [];
	const stamps = verdict.reasons.flatMap(({ code }) => Object.hasOwn(STAMPS, code) ? [STAMPS[code]] : []);
	const tallied = tallyText(tally);
	return {
		outcome,
		title: [
			named,
			...open.filter(Boolean),
			...new Set(stamps)
		].join(" · "),
		sentence: [tallied && `${tallied}.`, consequence(verdict)].filter(Boolean).join(" ")
	};
}
function consequence({ verdict, mode, exitCode, rules }) {
	if (verdict === "error") return "The gate could not measure all that it judges by, so nothing may ship on its word.";
	if (rules.length === 0) return "There was nothing to judge by, so this is no blessing.";
	if (verdict === "pass") return "This may ship.";
	if (verdict === "fail") return "This must not ship.";
	return exitCode === 0 ? `Nothing proves this good enough; mode ${mode} lets it through with a warning.` : `Nothing proves this good enough, and mode ${mode} asks for proof.`;
}
// src/core/report/churn-note.ts
/** How differently the two models answer, whatever the labels say; nothing without a baseline. */
function churnNotes(measurements) {
	return measurements.flatMap((document) => {
		const churn = document.schema === "onnx-gate/evaluation/v1" ? document.churn : null;
		if (churn === null) return [];
		const facts = FACTS.flatMap((fact) => fact(churn) ?? []);
		return facts.length === 0 ? [] : [[`Churn against the baseline: ${facts.join("; ")}.`]];
	});
}
const FACTS = [
	({ flipRate, threshold }) => flipRate === null || threshold === null ? null : `${formatPercent(flipRate)} of rows on the other side of ${threshold}`,
	({ meanShift, maxShift }) => meanShift === null || maxShift === null ? null : `scores differ by ${formatScore(meanShift)} on average, ${formatScore(maxShift)} at most`,
	({ spearman }) => spearman === null ? null : `rank correlation ${formatScore(spearman, 3)} (Spearman)`,
	({ overlap, k }) => overlap === null ? null : `the first ${k} of a group share ${formatPercent(overlap)} of their rows`,
	({ firstChanged }) => firstChanged === null ? null : `the first row is another one in ${formatPercent(firstChanged)} of groups`
];
// src/core/report/rule-view.ts
/** `direction` is the metric's, null where no measurement says; a latency is better when lower. */
function ruleView(rule, direction) {
	const better = rule.unit === "seconds" ? "lower" : direction;
	const base = decimalsFor(rule.margin, rule.interval, rule.delta);
	const difference = rule.unit === "seconds" ? (value) => formatPercentDelta(value, Math.max(1, base - 2)) : (value) => formatDelta(value, base);
	const score = (value) => value === null ? "" : rule.unit === "seconds" ? formatDuration(value) : formatScore(value, base);
	return {
		status: statusOf(rule),
		metric: metricName(rule.metric),
		slice: rule.slice === null ? null : safeName(rule.slice),
		candidate: score(rule.value),
		baseline: score(rule.baseline),
		difference: rule.delta === null ? "" : difference(rule.delta),
		interval: rule.interval ? `[${difference(rule.interval.lower)}, ${difference(rule.interval.upper)}]` : "",
		allowed: rule.margin === null ? boundTexts(rule).join(", ") : allowedText(difference(rule.margin), better),
		strip: better === null ? null : stripData(rule, better),
		reason: proseOf(rule.reason),
		at: rule.at && `${safeName(rule.at.file)}:${rule.at.line}:${rule.at.column}`
	};
}
/** `latency/batch=32/p99` → `p99 batch 32`; any other as it is. */
function metricName(metric) {
	const latency = /^latency\/batch=(\d{1,9})\/(p\d{1,3})$/.exec(metric);
	return latency ? `${latency[2]} batch ${latency[1]}` : safeName(metric);
}
/** `margin` comes with a plus, unless it is zero. */
function allowedText(margin, better) {
	if (better === "lower") return `≤ ${margin}`;
	const size = margin.replace("+", "");
	if (better === null) return `loss ≤ ${size}`;
	return margin.startsWith("+") ? `≥ −${size}` : `≥ ${size}`;
}
/** Bounds are printed as they were written: rounding one would show a value that breaks it as equal to it. */
function boundTexts({ bounds, unit }) {
	const text = (bound) => unit === "seconds" ? formatDuration(bound) : String(bound);
	return ["min", "max"].flatMap((side) => {
		const bound = bounds?.[side] ?? null;
		return bound === null ? [] : [`${side} ${text(bound)}`];
	});
}
function stripData({ delta, interval, margin }, better) {
	if (delta === null) return null;
	const { lower, upper } = interval ?? {
		lower: delta,
		upper: delta
	};
	return better === "higher" ? {
		delta,
		lower,
		upper,
		margin
	} : {
		delta: -delta,
		lower: -upper,
		upper: -lower,
		margin
	};
}
// src/core/report/validation-notes.ts
/** Operators that the note names. */
const MOST_OPERATORS = 4;
/** What the model is, where it runs, and what is different from the baseline. */
function validationNotes({ summary, comparison, minimumRuntime }) {
	return [
		...summary ? [model(summary)] : [],
		...minimumRuntime ? [proseOf(`Needs ${minimumRuntime.name} ${minimumRuntime.version} or newer: ${minimumRuntime.reason}.`)] : [],
		...comparison && comparison.sentences.length > 0 ? [["Against the baseline: ", ...comparison.sentences.flatMap((one) => [...proseOf(one), " "])]] : []
	];
}
/** `Candidate: 41 parameters (164 B) in 3 nodes: 2 × Gemm, 1 × Relu; 32 multiply-adds and 64 B of memory a row.` */
function model({ parameters, bytes, externalBytes, nodes, operators, ...summary }) {
	const named = operators.slice(0, MOST_OPERATORS).flatMap(({ operator, count }, index) => {
		return [`${index === 0 ? ": " : ", "}${formatCount(count)} × `, { code: safeName(operator, 60) }];
	});
	const more = operators.length > MOST_OPERATORS ? [`, and ${operators.length - MOST_OPERATORS} more kinds`] : [];
	const { multiplyAdds, activationBytes, quantization } = summary;
	const costs = [multiplyAdds === null ? "" : plural(multiplyAdds, "multiply-add"), activationBytes === null ? "" : `${formatBytes(activationBytes)} of memory`].filter(Boolean);
	const share = quantization.share;
	return [
		`Candidate: ${plural(parameters, "parameter")} (${formatBytes(bytes + externalBytes)}) in ${plural(nodes, "node")}`,
		...named,
		...more,
		costs.length > 0 ? `; ${costs.join(" and ")} a row` : "",
		share ? `; ${formatPercent(share, 0)} of the weights are quantised` : "",
		"."
	];
}
// src/core/report/notes.ts
/** Most entries of one note; the documents hold the rest. */
const MOST = 12;
/** How one model's numbers were made: methods, smallest detectable differences, the machine and its noise. */
function modelNotes(rules, measurements) {
	const whole = rules.filter(({ slice }) => slice === null);
	return [
		...methods(whole),
		...smallestDifferences(whole),
		...conventions(whole, measurements),
		...skipped(rules),
		...measurements.flatMap((document) => document.schema === "onnx-gate/validation/v1" ? validationNotes(document) : []),
		...measurements.flatMap((document) => document.schema === "onnx-gate/benchmark/v1" ? timing(document, whole) : [])
	];
}
/** What the whole verdict rests on. */
function verdictNotes(verdict, measurements) {
	const engines = new Set(measurements.flatMap((document) => document.schema === "onnx-gate/validation/v1" ? [safeText(`${document.runtime.name} ${document.runtime.version}`, 120)] : []));
	const policy = verdict.policy ? [
		"policy ",
		{ code: safeName(verdict.policy.path) },
		" (",
		{ code: shortDigest(verdict.policy.digest) },
		")"
	] : ["no policy file"];
	return [[
		...proseOf([`onnx-gate ${verdict.tool.version}`, ...[...engines].slice(0, MOST)].join(", ")),
		"; ",
		...policy,
		`, mode ${verdict.mode}; ${verdict.created.slice(0, 16).replace("T", " ")} UTC.`
	]];
}
/** `95% intervals: auc by DeLong; logloss, accuracy by paired t.` */
function methods(rules) {
	const confidences = /* @__PURE__ */ new Map();
	for (const { metric, interval } of rules) {
		if (!interval) continue;
		const users = confidences.get(interval.confidence) ?? /* @__PURE__ */ new Map();
		users.set(interval.method, [...users.get(interval.method) ?? [], metricName(metric)]);
		confidences.set(interval.confidence, users);
	}
	return [...confidences].slice(0, MOST).flatMap(([confidence, users]) => note(`${formatPercent(confidence, 0)} intervals: `, [...users].map(([method, metrics]) => [
		...joined(metrics.slice(0, MOST).map((metric) => [{ code: metric }]), ", "),
		" by ",
		...proseOf(method)
	])));
}
function smallestDifferences(rules) {
	return note("Smallest differences found with 80% power: ", rules.flatMap(({ metric, mde, unit, margin, interval, delta }) => {
		if (mde === null) return [];
		const size = unit === "seconds" ? formatPercent(mde) : formatScore(mde, decimalsFor(margin, interval, delta));
		return [[{ code: metricName(metric) }, ` ${size}`]];
	}));
}
function conventions(rules, measurements) {
	const judged = new Set(rules.map(({ metric }) => metric));
	return note("Conventions: ", measurements.flatMap((document) => document.schema !== "onnx-gate/evaluation/v1" ? [] : document.metrics.filter(({ metric, slice, convention }) => slice === null && convention !== "" && judged.has(metric)).map(({ metric, convention }) => [
		{ code: metricName(metric) },
		" ",
		{ code: safeName(convention) }
	])));
}
/** Skipped rules say why once, however many share the reason. */
function skipped(rules) {
	const counts = /* @__PURE__ */ new Map();
	for (const { result, reason } of rules) if (result === "skipped") counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts].slice(0, MOST).map(([reason, count]) => [`${plural(count, "rule")} skipped: `, ...proseOf(reason)]);
}
/** The machine, and what its noise alone does to the times that were judged. */
function timing({ environment, arms: all }, rules) {
	const judged = new Set(rules.map(({ metric }) => metric));
	const arms = all.filter(({ batch, metric }) => judged.has(`latency/batch=${batch}/${metric}`));
	const { cpu, cores, platform, node, load } = environment;
	const busy = load === null ? "" : `, load ${formatScore(load, 1)}`;
	const calls = Math.min(...arms.map(({ samples }) => samples));
	const launches = Math.min(...arms.map((one) => one.launches));
	const effort = arms.length === 0 ? "" : `; at least ${plural(calls, "call")} of each model in ${launches} launches`;
	const noise = arms.flatMap(({ metric, batch, control }) => {
		if (!control) return [];
		const { ratio, interval } = control;
		const range = interval ? ` [${formatPercentDelta(interval.lower - 1)}, ${formatPercentDelta(interval.upper - 1)}]` : "";
		return [[`${metric} batch ${batch} ${formatPercentDelta(ratio - 1)}${range}`]];
	});
	return [proseOf(`Timed on ${cpu}, ${plural(cores, "core")}${busy}; ${platform}, Node ${node}${effort}.`), ...note("The baseline against itself: ", noise)];
}
/** Entries after a title, the first dozen; nothing without entries. */
function note(title, entries) {
	if (entries.length === 0) return [];
	const more = entries.length - MOST;
	return [[
		title,
		...joined(entries.slice(0, MOST), "; "),
		more > 0 ? `; and ${more} more.` : "."
	]];
}
function joined(entries, between) {
	return entries.flatMap((entry, index) => index === 0 ? [...entry] : [between, ...entry]);
}
// src/core/report/slices.ts
/** Most undecided slices, and most warnings, that stand as rows of their own. */
const MOST_OPEN = 5;
/** Most names in one line. */
const MOST_NAMES = 12;
/**
* Leaves out the slices that passed, and the undecided ones and warnings beyond the first five; a note per metric says how many they
* are. `rules` come with the worst first.
*/
function foldSlices(rules) {
	const shown = [];
	const folded = /* @__PURE__ */ new Map();
	const open = {
		inconclusive: 0,
		warning: 0
	};
	for (const rule of rules) {
		const { slice, status } = rule;
		if (slice === null || status === "failed" || (status === "inconclusive" || status === "warning") && open[status]++ < MOST_OPEN) shown.push(rule);
		else {
			const key = `${rule.status} ${rule.metric}`;
			folded.set(key, [...folded.get(key) ?? [], rule]);
		}
	}
	return {
		shown,
		notes: [...folded.values()].map(foldedNote)
	};
}
const WORDS = {
	passed: " passed on ",
	inconclusive: " could not be decided on ",
	skipped: " was skipped on ",
	failed: " failed on ",
	warning: " warns on "
};
function foldedNote(rules) {
	const { metric, status } = rules[0];
	return [
		{ code: metric },
		WORDS[status],
		`${plural(rules.length, status === "passed" || status === "skipped" ? "slice" : "more slice")}: `,
		...names(rules.map(({ slice }) => slice))
	];
}
/** Slices that were too small, one note for each reason's kind of division. */
function suppressedNotes(measurements) {
	return measurements.flatMap((document) => document.schema !== "onnx-gate/evaluation/v1" ? [] : document.slices.filter(({ suppressed }) => suppressed.length > 0).map(({ name, suppressed }) => [
		`${plural(suppressed.length, "slice")} of `,
		{ code: safeName(name) },
		" too small to judge: ",
		...names(suppressed.map(({ slice }) => safeName(slice)), suppressed.map(({ reason }) => ` (${reason})`))
	]));
}
function names(all, facts = []) {
	const pieces = all.slice(0, MOST_NAMES).flatMap((name, i) => [
		...i === 0 ? [] : [", "],
		{ code: name },
		facts[i] ?? ""
	]);
	const more = all.length - MOST_NAMES;
	return [...pieces, more > 0 ? ` and ${more} more.` : "."];
}
// src/core/report/where-lines.ts
const LONGEST_NAME = 60;
/** Of rules on all rows that failed; none for others. */
function whereLines(rule, measurements) {
	if (rule.result !== "fail" || rule.slice !== null) return [];
	const where = measurements.flatMap((document) => document.schema === "onnx-gate/evaluation/v1" ? (document.where ?? []).filter(({ metric }) => metric === rule.metric) : [])[0];
	return where ? [
		...slices(where),
		...groups(where),
		...rows(where)
	] : [];
}
/** `Slices that lose most: `region=3` 61.0% of the loss (812 rows); …` */
function slices({ slices: worst, loss, method }) {
	return entries(method === "sum" ? "Slices that lose most, in shares of the loss: " : "The loss that goes away without a slice: ", worst.map((one) => [{ code: safeName(one.slice) }, ` ${formatPercent(one.loss / loss)} (${plural(one.rows, "row")})`]));
}
function groups({ groups: worst, loss }) {
	return entries("Groups that lose most: ", worst.map((one) => [{ code: safeName(one.group, LONGEST_NAME) }, ` ${formatPercent(one.loss / loss)} (${plural(one.rows, "row")})`]));
}
function rows({ rows: worst }) {
	return entries("Worst rows, baseline → candidate: ", worst.map(({ row, label, baseline, candidate }) => [`row ${row} (label ${formatScore(label, Number.isInteger(label) ? 0 : 4)}) ${formatScore(baseline)} → ${formatScore(candidate)}`]));
}
function entries(title, worst) {
	if (worst.length === 0) return [];
	return [[
		title,
		...worst.flatMap((entry, i) => i === 0 ? [...entry] : ["; ", ...entry]),
		"."
	]];
}
// src/core/report/model-view.ts
function modelView(name, { rules, reasons, measurements, subjects }) {
	const directions = directionsIn(measurements);
	const views = rules.toSorted((a, b) => rankOf(statusOf(a)) - rankOf(statusOf(b)) || undecided(a) - undecided(b)).map((rule) => ({
		...ruleView(rule, directions.get(rule.metric) ?? null),
		where: whereLines(rule, measurements),
		details: engineWords(rule, measurements)
	}));
	const { shown, notes } = foldSlices(views);
	const confidences = new Set(rules.flatMap(({ interval }) => interval ? [interval.confidence] : []));
	const [confidence] = confidences;
	return {
		name: safeName(name),
		status: reasons.some(isFault) ? "failed" : views[0]?.status ?? "skipped",
		tally: tallyOf(views.map(({ status }) => status)),
		subjects: subjectViews(subjects, measurements),
		remarks: [
			...reasonRemarks(reasons),
			...measurements.flatMap(findingRemarks),
			...measurements.flatMap(dataRemarks)
		],
		rules: views.every(({ status, candidate }) => status === "skipped" && candidate === "") ? [] : shown,
		confidence: confidence !== void 0 && confidences.size === 1 ? formatPercent(confidence, 0) : "",
		notes: [
			...notes,
			...suppressedNotes(measurements),
			...churnNotes(measurements),
			...modelNotes(rules, measurements)
		]
	};
}
/** A warning that something is worse stands before one that it might be. */
const undecided = ({ result }) => Number(result === "inconclusive");
function directionsIn(measurements) {
	return new Map(measurements.flatMap((document) => document.schema === "onnx-gate/evaluation/v1" ? document.metrics.map(({ metric, direction }) => [metric, direction]) : []));
}
function subjectViews(subjects, measurements) {
	if (!subjects) return [];
	const model = (role, subject) => ({
		role,
		reference: safeName(subject.reference),
		digest: shortDigest(subject.digest),
		facts: [formatBytes(subject.bytes)]
	});
	const { candidate, baseline, holdout } = subjects;
	return [
		...candidate ? [model("candidate", candidate)] : [],
		...baseline ? [model("baseline", baseline)] : [],
		...holdout ? [{
			role: "holdout",
			reference: safeName(holdout.source),
			digest: shortDigest(holdout.digest),
			facts: [plural(holdout.rows, "row"), ...holdoutFacts(measurements)]
		}] : []
	];
}
function holdoutFacts(measurements) {
	const document = measurements.find((one) => one.schema === "onnx-gate/evaluation/v1");
	if (!document) return [];
	const { positives, groups } = document.holdout;
	return [...positives === null ? [] : [`${formatCount(positives)} positive`], ...groups === null ? [] : [plural(groups, "group")]];
}
// src/core/report/view.ts
function viewOf(verdict, measurements) {
	const names = /* @__PURE__ */ new Set([
		...verdict.subjects.map(({ model }) => model),
		...verdict.rules.map(({ model }) => model),
		...verdict.reasons.flatMap(({ model }) => model === null ? [] : [model])
	]);
	const rules = groupedBy(verdict.rules, ({ model }) => model);
	const reasons = groupedBy(verdict.reasons, ({ model }) => model);
	const documents = groupedBy(measurements, ({ model }) => model);
	const subjects = new Map(verdict.subjects.map((subject) => [subject.model, subject]));
	const models = [...names].map((name) => modelView(name, {
		rules: rules.get(name) ?? [],
		reasons: reasons.get(name) ?? [],
		measurements: documents.get(name) ?? [],
		subjects: subjects.get(name) ?? null
	}));
	return {
		headline: headlineOf(verdict, tallyOf(verdict.rules.map(statusOf))),
		remarks: reasonRemarks(reasons.get(null) ?? []),
		models: models.sort((a, b) => rankOf(a.status) - rankOf(b.status)),
		notes: verdictNotes(verdict, measurements)
	};
}
/** `Map.groupBy`, which Node 20 lacks. */
function groupedBy(values, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}
// src/core/report/markdown.ts
/** Bytes that a comment and a check run may take (design, section 7). */
const COMMENT_BYTES = 6e4;
/** Bytes that a job summary may take. */
const SUMMARY_BYTES = 921600;
const OUTCOME_MARKS = {
	pass: "✅",
	fail: "❌",
	inconclusive: "⚠️",
	error: "❌"
};
/**
* The body of a comment or a job summary. What does not fit is left out whole, the least important first, and the
* text says what and where it is. Throws RangeError when not even the headline fits.
*/
function renderMarkdown(verdict, measurements, options = {}) {
	const bytes = options.bytes ?? 6e4;
	const view = viewOf(verdict, measurements);
	const units = unitsByPriority(view);
	const body = fitted(units, weigher(view), bytes, (count) => page(pruned(view, units.slice(0, count)), leftOutText(view, units.slice(count)), options));
	if (body !== null) return body;
	throw new RangeError(`${bytes} bytes cannot hold the headline of a verdict`);
}
function page(view, leftOut, options) {
	const { outcome, title, sentence } = view.headline;
	const commit = options.commit === void 0 ? [] : [
		text(" Judged at "),
		code(safeName(options.commit.slice(0, 12))),
		text(".")
	];
	return markdownOf([
		{
			type: "heading",
			depth: 2,
			children: [text(`${OUTCOME_MARKS[outcome]} onnx-gate · ${title}`)]
		},
		paragraph(text(sentence), ...commit),
		...list(view.remarks.map(remarkItem)),
		...view.models.flatMap((model) => section(model, view.models.length === 1)),
		...details(view),
		...leftOut === "" ? [] : [leftOutParagraph(leftOut, options.full ?? "verdict.json")],
		...linkLine(options.links ?? [])
	]);
}
function leftOutParagraph(leftOut, full) {
	return paragraph(text(`Left out here for size: ${leftOut}. All of it is in `), code(safeName(full)), text("."));
}
function section(model, alone) {
	return [
		heading(model, alone),
		...subjectLine(model),
		...list(model.remarks.map(remarkItem)),
		...table(model),
		...list(model.rules.flatMap(ruleItem)),
		...whereDetails(model.rules)
	];
}
/** Among several models each shows its own result. */
function heading({ name, status }, alone) {
	return {
		type: "heading",
		depth: 3,
		children: [...alone ? [] : [text(`${MARKS[status]} `)], code(name)]
	};
}
function subjectLine({ subjects }) {
	return subjects.length === 0 ? [] : [paragraph(...subjects.flatMap(subjectPhrases), text("."))];
}
const JOINTS = {
	candidate: "",
	baseline: " against ",
	holdout: " on "
};
/** `a.onnx` (digest) against `b.onnx` (digest) on 4,932 rows of `holdout.csv` (digest; 763 positive). */
function subjectPhrases({ role, reference, digest, facts }) {
	const [rows = "", ...more] = role === "holdout" ? facts : [];
	const amount = rows === "" ? "" : `${rows} of `;
	const rest = more.length === 0 ? ")" : `; ${more.join(", ")})`;
	return [
		text(JOINTS[role] + amount),
		code(reference),
		text(" ("),
		code(digest),
		text(rest)
	];
}
function table(model) {
	if (model.rules.length === 0) return [];
	const columns = columnsFor(model);
	const rows = model.rules.map((rule) => ruleRow(rule, columns));
	return [{
		type: "table",
		align: columns.map(({ align }) => align),
		children: [headerRow(model, columns), ...rows]
	}];
}
/** UTF-8 bytes that a unit adds to the page, nearly. */
function weigher(view) {
	const alone = view.models.length === 1;
	const columns = view.models.map(columnsFor);
	const blocks = (...content) => byteLength(markdownOf(content)) + 1;
	return ({ kind, model: at, index }) => {
		const model = view.models[at];
		if (kind === "note") return blocks(...list([noteItem((model ?? view).notes[index], alone || !model ? null : model.name)]));
		if (kind === "remark" || !model) return blocks(...list([remarkItem((model ?? view).remarks[index])]));
		if (kind === "model") return blocks(heading(model, alone), ...table({
			...model,
			rules: model.rules.slice(0, 1)
		}));
		if (kind === "subjects") return blocks(...subjectLine(model));
		const rule = model.rules[index];
		return byteLength(rowMarkdown(ruleRow(rule, columns[at]))) + 1 + byteLength(markdownOf([...list(ruleItem(rule)), ...whereDetails([rule])]));
	};
}
// src/core/report/text-rules.ts
const TEXT_MARKS = {
	failed: "✗",
	inconclusive: "?",
	warning: "!",
	skipped: "-",
	passed: "✓"
};
const COLOURS = {
	failed: "red",
	inconclusive: "yellow",
	warning: "yellow",
	skipped: "dim",
	passed: "green"
};
function paintOf(status, palette) {
	return palette[COLOURS[status]];
}
const STRIP = {
	least: 11,
	most: 25
};
const RULE_NAME = {
	least: 12,
	most: 40
};
const INDENT = "  ";
/** Blanks between two columns. */
const GAP = 2;
/** What a narrow terminal goes without, tried in this order. */
const WITHOUT = [
	[],
	["interval"],
	["interval", "allowed"],
	[
		"interval",
		"allowed",
		"strip"
	],
	[
		"interval",
		"allowed",
		"strip",
		"baseline"
	]
];
/** Whether the table of the model has room for strips. */
function hasStrips(model, width) {
	return layout(model, width).some(({ name }) => name === "strip");
}
function layout(model, width) {
	const all = textColumns(model);
	const layouts = WITHOUT.map((names) => all.filter(({ name }) => !names.includes(name)));
	const room = width - 2;
	return layouts.find((columns) => leastWidth(columns, model.rules) <= room) ?? layouts.at(-1);
}
/** The rules of a model as aligned lines, within `width` where a terminal has room for numbers at all. */
function ruleTable(model, palette, width) {
	const columns = filled(layout(model, width), model.rules, width - 2);
	return tableLines(columns, (cell, row, column) => {
		if (row < 0) return palette.dim(cell);
		const { status } = model.rules[row];
		return column.name === "mark" || column.name === "strip" || column.name === "difference" ? paintOf(status, palette)(cell) : status === "skipped" ? palette.dim(cell) : cell;
	}).map((line) => (INDENT + line).trimEnd());
}
function textColumns({ rules, confidence }) {
	const column = (name, header, align, cells) => ({
		name,
		header,
		align,
		cells
	});
	const numbers = (name, header, cellOf) => {
		const cells = rules.map(cellOf);
		if (cells.every((cell) => cell === "")) return [];
		return [column(name, header, "right", cells)];
	};
	const drawn = rules.some((rule) => rule.strip !== null);
	return [
		column("mark", " ", "left", rules.map(({ status }) => TEXT_MARKS[status])),
		column("rule", "rule", "left", rules.map(ruleName)),
		...numbers("candidate", "candidate", (rule) => rule.candidate),
		...numbers("baseline", "baseline", (rule) => rule.baseline),
		...numbers("difference", "difference", (rule) => rule.difference),
		...numbers("interval", `${confidence} interval`.trim(), (rule) => rule.interval),
		...drawn ? [column("strip", "", "left", rules.map(() => ""))] : [],
		...numbers("allowed", "allowed", (rule) => rule.allowed)
	];
}
const ruleName = ({ metric, slice }) => slice === null ? metric : `${metric} on ${slice}`;
/** With the shortest strip and the shortest name that still say something. */
function leastWidth(columns, rules) {
	return widthWith(columns, STRIP.least, Math.min(nameWidth(columns), nameNeeded(rules)));
}
/** Names are cut to what the layout needs to keep its strip, but not beyond recognition. */
function nameNeeded(rules) {
	return rules.some(({ slice }) => slice !== null) ? 2 * RULE_NAME.least : RULE_NAME.least;
}
function nameWidth(columns) {
	const rule = columns.find(({ name }) => name === "rule");
	return Math.min(RULE_NAME.most, rule ? columnWidth(rule) : 0);
}
function widthWith(columns, stripWidth, ruleWidth) {
	const widths = columns.map((column) => column.name === "strip" ? stripWidth : column.name === "rule" ? ruleWidth : columnWidth(column));
	return widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1);
}
/** Gives the names what they want and the strip the rest. */
function filled(columns, rules, room) {
	const spare = room - widthWith(columns, columns.some(({ name }) => name === "strip") ? STRIP.least : 0, 0);
	const ruleWidth = Math.max(RULE_NAME.least, Math.min(nameWidth(columns), spare));
	const rest = Math.min(STRIP.most, STRIP.least + Math.max(0, spare - ruleWidth));
	const stripWidth = rest % 2 === 1 ? rest : rest - 1;
	return columns.map((column) => {
		if (column.name === "rule") return {
			...column,
			cells: column.cells.map((name) => clip$1(name, ruleWidth))
		};
		if (column.name !== "strip") return column;
		const header = `worse${" ".repeat(Math.max(1, stripWidth - 11))}better`;
		const cells = rules.map((rule) => rule.strip ? strip(rule.strip, stripWidth) : "");
		return {
			...column,
			header: stripWidth < header.length ? "better →" : header,
			cells
		};
	});
}
// src/core/report/text.ts
/** Most things that a terminal is asked to show; more scrolls the verdict away. */
const MOST_UNITS = 200;
const OUTCOMES = {
	pass: {
		mark: "✓",
		status: "passed"
	},
	fail: {
		mark: "✗",
		status: "failed"
	},
	inconclusive: {
		mark: "?",
		status: "inconclusive"
	},
	error: {
		mark: "✗",
		status: "failed"
	}
};
/** The verdict for a terminal. Ends with a newline. */
function renderText(verdict, measurements, { palette, width = 100, files = [], commit }) {
	const whole = viewOf(verdict, measurements);
	const columns = Math.max(40, width);
	const units = unitsByPriority(whole);
	const view = pruned(whole, units.slice(0, MOST_UNITS));
	const blocks = [
		headline(view, commit, palette, columns),
		view.remarks.flatMap((remark) => remarkLines(remark, palette, columns)),
		...view.models.map((model) => modelBlock(model, view.models.length === 1, palette, columns)),
		footer(view, palette, columns),
		leftOut(leftOutText(whole, units.slice(MOST_UNITS)), files, columns),
		written(files, palette)
	];
	return `${inertLines(blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n"))}\n`;
}
function headline({ headline: { outcome, title, sentence: told } }, commit, palette, width) {
	const { mark, status } = OUTCOMES[outcome];
	const judged = commit === void 0 ? "" : ` Judged at ${safeName(commit.slice(0, 12))}.`;
	return [palette.bold(paintOf(status, palette)(`${mark} ${title}`)), ...wrap$1(told + judged, width - 2).map((line) => `  ${line}`)];
}
function modelBlock(model, alone, palette, width) {
	return [
		title(model, alone, palette, width),
		...subjectLines(model, palette, width),
		...model.remarks.flatMap((remark) => ["", ...remarkLines(remark, palette, width)]),
		...model.rules.length === 0 ? [] : ["", ...ruleTable(model, palette, width)],
		...model.rules.flatMap((rule) => reason(rule, palette, width)),
		...model.notes.length === 0 ? [] : ["", ...notes(model, palette, width)]
	];
}
/** Among several models, each with its own result. */
function title({ name, status, tally }, alone, palette, width) {
	if (alone) return palette.bold(clip$1(name, width));
	const told = `  ${tallyText(tally)}`;
	return `${paintOf(status, palette)(TEXT_MARKS[status])} ${palette.bold(clip$1(name, Math.max(20, width - 2 - told.length)))}${palette.dim(told)}`.trimEnd();
}
const ROLE_WIDTH = 9;
/** Role, reference, digest and facts in columns; facts that find no room stand below. */
function subjectLines({ subjects }, palette, width) {
	const digests = subjects.map(({ digest }) => digest.replace("sha256:", ""));
	const indent = 13;
	const room = width - indent - 2 - Math.max(0, ...digests.map(widthOf));
	const references = subjects.map(({ reference }) => clip$1(reference, room));
	const widest = Math.max(0, ...references.map(widthOf));
	return subjects.flatMap(({ role, facts: parts }, index) => {
		const facts = parts.join(", ");
		const line = `  ${palette.dim(padEnd(role, ROLE_WIDTH))}  ${padEnd(references[index], widest)}  ${palette.dim(digests[index])}`;
		return indent + widest + 2 + widthOf(digests[index]) + 2 + widthOf(facts) <= width ? [`${line}  ${palette.dim(facts)}`] : [line, " ".repeat(indent) + palette.dim(facts)];
	});
}
/** Why a rule is not a plain pass, and where the policy asks for it. */
function reason({ status, metric, slice, reason: why, at, where, details }, palette, width) {
	if (status === "passed" || status === "skipped") return [];
	const paint = paintOf(status, palette);
	const name = clip$1(slice === null ? metric : `${metric} on ${slice}`, width - 5 - status.length);
	const place = at === null ? [] : wrap$1(at, width - 4);
	const beside = at !== null && 4 + widthOf(name) + 1 + status.length + 2 + widthOf(at) <= width;
	return [
		"",
		`  ${paint(TEXT_MARKS[status])} ${palette.bold(name)} ${paint(status)}${beside ? palette.dim(`  ${at}`) : ""}`,
		...beside ? [] : place.map((line) => `    ${palette.dim(line)}`),
		...sentence(why, "    ", width),
		...where.flatMap((line) => sentence(line, "    ", width)).map(palette.dim),
		...details.flatMap((words) => quoted(words, palette, width))
	];
}
function remarkLines({ status, prose, details }, palette, width) {
	const mark = paintOf(status, palette)(TEXT_MARKS[status]);
	return [...sentence(prose, "    ", width).map((line, index) => index === 0 ? `  ${mark} ${line.trimStart()}` : line), ...details ? quoted(details, palette, width) : []];
}
function quoted(details, palette, width) {
	return detailLines(details).flatMap((line) => wrap$1(line, width - 6)).slice(-20).map((line) => palette.dim(`    │ ${line}`));
}
function notes(model, palette, width) {
	return model.notes.flatMap((note) => sentence(note, "  ", width)).map(palette.dim);
}
function sentence(prose, indent, width) {
	return wrap$1(plainText(prose), width - indent.length).map((line) => indent + line);
}
function footer(view, palette, width) {
	return [...view.models.some((model) => hasStrips(model, width)) ? [["│ no difference   ┊ the most that may be lost   ├─●─┤ the interval"]] : [], ...view.notes].flatMap((note) => sentence(note, "", width)).map(palette.dim);
}
function leftOut(what, files, width) {
	if (what === "") return [];
	const full = files.find((file) => file.endsWith("verdict.json")) ?? "verdict.json";
	return wrap$1(`Not shown: ${what}. All of it is in ${safeText(full, 400)}.`, width);
}
function written(files, palette) {
	if (files.length === 0) return [];
	return [palette.dim("Written"), ...files.map((path) => `  ${palette.cyan(safeText(path, 400, "middle"))}`)];
}
// src/entry/publish.ts
/** Writes the verdict and its renderings and tells the host. Never changes the verdict. */
async function publish(verdict, documents, options, context) {
	const verdictFile = `${options.out}/verdict.json`;
	const commentFile = `${options.out}/comment.md`;
	const json = `${JSON.stringify(verdict, null, 2)}\n`;
	await context.files.write(verdictFile, json);
	await context.files.write(commentFile, renderMarkdown(verdict, documents, {
		bytes: COMMENT_BYTES,
		full: verdictFile
	}));
	const text = () => renderText(verdict, documents, {
		palette: options.palette,
		width: options.width,
		files: [verdictFile, commentFile]
	});
	context.host.print(options.format === "json" ? json : text());
	context.host.annotate(toAnnotations(verdict));
	await context.host.summary(() => renderMarkdown(verdict, documents, {
		bytes: SUMMARY_BYTES,
		full: verdictFile
	}));
	context.host.output("verdict", verdict.verdict);
	context.host.output("verdict-file", verdictFile);
	context.host.output("comment-file", commentFile);
	context.host.output("out", options.out);
}
// src/entry/gate.ts
/** Plan, measure (or read what was measured), judge, publish: the way through the gate that every command shares. */
/** Returns the exit code. Throws FaultError when there is nothing to judge by. */
async function passGate(inputs, steps, context, terminal) {
	const scores = externalScores(inputs);
	const plan = await runPlan({
		...inputs,
		baseSha: context.host.pullRequest?.baseSha ?? null
	}, context);
	const measured = inputs.documents && inputs.documents.length > 0 ? {
		documents: await runReadDocuments(inputs.documents, context),
		faults: []
	} : await measure(plan, steps, {
		out: inputs.out,
		sameModel: inputs["same-model"],
		scores
	}, context);
	const verdict = runJudge({
		plan,
		...measured,
		scope: steps,
		toolVersion: VERSION
	}, context);
	await publish(verdict, measured.documents, {
		...inputs,
		...terminal
	}, context);
	return verdict.exitCode;
}
/** Null when there are none. */
function externalScores(inputs) {
	const { scores = [], "candidate-score": candidate, "baseline-score": baseline = null } = inputs;
	if (scores.length === 0) return null;
	if (candidate !== void 0) return {
		files: scores,
		candidate,
		baseline
	};
	throw fault("usage-invalid", "`scores` was given without `candidate-score`.", { fix: "Name the column that holds the candidate’s score." });
}
export { checkScores as i, passGate as n, scoreTable as r, externalScores as t };
