import { a as nearest, i as fault, n as FaultError, o as throwFaults } from "./errors.js";
import { _ as text, c as expectations, d as memory, f as number, g as percent, h as parsePercent, i as MODEL_NAME, l as expecting, m as parseMemory, n as level, o as choice, p as parseDuration, r as wholeNumber, s as duration, t as image, u as margin } from "./image3.js";
import { S as string, T as union, b as record, c as ZodRecord, g as literal, h as int, m as boolean, n as ZodDefault, o as ZodObject, p as array, s as ZodOptional, t as ZodArray, u as ZodUnion, v as number$1, x as strictObject } from "./schemas.js";
import { d as showSome } from "./table.js";
import { n as clipForeign } from "./foreign.js";
import { o as parseMetricId } from "./measure-slices2.js";
import { n as FIXED_CHECKS, t as CHECK_IDS } from "./check-ids.js";
import { t as require_dist } from "./dist.js";
import { n as wholeNumber$1, t as readNumber } from "./number-flags.js";
// src/core/policy/schema/holdout.ts
const glob = text("a file or glob", "data/holdout/*.parquet");
const holdout = expecting(strictObject({
	source: expecting(union([glob, array(glob).min(1)]), "a file or glob, or a list of them", "data/holdout/*.parquet").optional().describe("Files, globs or references (docs/references.md): Parquet, CSV, JSON lines, Arrow IPC, NumPy, ONNX tensors."),
	query: text("a DuckDB SELECT", "SELECT * FROM 'data/*.parquet' WHERE day >= 20").optional().describe("DuckDB SQL instead of files."),
	where: text("an SQL condition", "day >= 20").optional().describe("DuckDB condition: only rows for which it is true count."),
	sample: expecting(union([percent, wholeNumber(1e5, 1e9)]), "a percentage or a number of rows", "10%").optional().describe("Rows drawn at random, the same on every machine: a percentage, or how many."),
	seed: expecting(int().min(0).max(2 ** 31), "a whole number from 0", 1).default(1).describe("Which `sample` is drawn."),
	limit: wholeNumber(1e5, 1e9).optional().describe("Only the first rows count, this many."),
	"install-extensions": boolean().default(false).describe("Allows DuckDB to download its extension `httpfs`, which https and s3 need."),
	label: text("the name of a column", "purchased").describe("Column with the truth: 0 or 1, a class from 0, a grade or a number, by `task`."),
	group: text("the name of a column", "user_id").optional().describe("Column of the unit that is sampled, such as the user: rows of one are not independent."),
	weight: text("the name of a column", "sample_weight").optional().describe("Column of sample weights."),
	item: text("the name of a column", "item_id").optional().describe("Column of what is shown in the row, for metrics of the catalogue."),
	training: expecting(union([glob, array(glob).min(1)]), "a file or glob, or a list of them", "data/training/*.parquet").optional().describe("Files that the candidate was trained on: rows shared with them are counted."),
	baseline: expecting(union([glob, array(glob).min(1)]), "a file or glob, or a list of them", "data/holdout-last-month/*.parquet").optional().describe("Files that the baseline was judged on: drift of every column against them is told."),
	ledger: text("the path of a file", "ci/holdout-ledger.jsonl").optional().describe("JSON-lines file that remembers which candidates this holdout has judged."),
	"worn-after": wholeNumber(100, 1e6).default(100).describe("The holdout is worn out when it has judged more candidates than this; a warning says so.")
}).meta({ oneOf: [{ required: ["source"] }, { required: ["query"] }] }), "a group of keys that say where the rows are", {
	source: "data/holdout.parquet",
	label: "purchased"
});
// src/core/policy/schema/inputs.ts
const columnName = text("the name of a column", "price");
const sql = text("an SQL expression", "ln(1 + price)").describe("A DuckDB expression.");
const missing = expecting(union([
	literal("fail"),
	literal("nan"),
	number$1()
]), "one of `fail`, `nan`, or a number to put there", "nan");
const column = expecting(union([columnName, strictObject({ sql })]), "the name of a column, or an SQL expression", { sql: "ln(1 + price)" }).meta({
	id: "column",
	description: "A column of the holdout, or a DuckDB expression over its columns."
});
const MISSING = "What a missing or NaN value becomes; `fail` stops and names the row.";
const ownRule = missing.optional().describe(MISSING);
/** A column with a rule of its own, if need be. */
const member = expecting(union([
	columnName,
	strictObject({
		column: columnName.describe("The name of a column."),
		missing: ownRule
	}),
	strictObject({
		sql,
		missing: ownRule
	})
]), "the name of a column, an SQL expression, or one of these with its own rule for missing values", {
	column: "age",
	missing: 0
}).meta({
	id: "member",
	description: "A column of the holdout or a DuckDB expression, with its own rule for missing values if need be."
});
const columns = expecting(array(member).min(1), "a list of columns", ["price", "age"]);
const constant = expecting(union([
	number$1(),
	boolean(),
	string().max(4096)
]), "a number, true or false, or text", .7);
const inputMapping = expecting(union([
	member,
	columns,
	strictObject({
		columns: columns.describe("The columns, in the order of the input."),
		missing: missing.default("fail").describe(MISSING)
	}),
	strictObject({
		list: column.describe("A column of lists, such as the items that a user has seen."),
		length: wholeNumber(1, 1e6).optional().describe("Elements that every row gets; the model's own size where it has one, else the longest of the batch."),
		pad: constant.optional().describe("Fills up shorter lists at their end. Without it all must be of one length."),
		truncate: choice(["start", "end"], "start").optional().describe("Which end of a longer list is cut off. Without it a longer list stops and names the row."),
		missing: missing.default("fail").describe(MISSING)
	}),
	strictObject({ mask: text("the name of another input", "history").describe("The input whose list it goes with: 1 where that has a value, 0 where it was filled up.") }),
	strictObject({ value: constant.describe("The same for every row, or for a scalar input.") })
]), "a column, a list of columns, a list with its own rule for missing values, or one of `list`, `mask` and `value`", {
	columns: ["price", "age"],
	missing: "nan"
}).meta({
	id: "inputMapping",
	description: "What feeds one input of the model."
});
// src/core/policy/schema/latency.ts
const latencyRule = expecting(strictObject({
	max: duration.optional().describe("Longest time per call of the candidate that passes, inclusive."),
	"max-regression": percent.optional().describe("The most that the candidate may be slower than the baseline."),
	level
}), "a group of conditions", { "max-regression": "10%" }).meta({
	id: "latencyRule",
	description: "What a percentile of the time per call must satisfy."
});
/** Floors of these two are constants: core/gate/footprint-rules.ts. */
const memoryRule = expecting(strictObject({
	max: memory.optional().describe("Most memory of the process that passes, in `Mi` or `Gi`."),
	"max-regression": percent.default("10%").describe("The most that it may be above the baseline; 8 MB are always allowed."),
	level
}), "a group of conditions", { "max-regression": "10%" }).meta({
	id: "memoryRule",
	description: "What resident and peak memory must satisfy."
});
const latency = expecting(strictObject({
	batch: expecting(array(wholeNumber(32, 1e6)).min(1).max(100), "a list of batch sizes", [1, 32]).meta({ uniqueItems: true }).default([1, 32]).describe("Batch sizes to time, in rows per call."),
	dimensions: expecting(record(string(), wholeNumber(10, 1e6)), "a group of sizes, one for each open dimension", { sequence: 64 }).default({}).describe("Sizes of open dimensions other than the batch, by name, for inputs that are made up."),
	threads: wholeNumber(1, 1024).default(1).describe("Threads within one call."),
	spinning: boolean().default(true).describe("Whether idle threads of a call wait by spinning."),
	execution: choice(["sequential", "parallel"], "sequential").default("sequential").describe("Whether independent branches of a model run at the same time."),
	optimization: choice([
		"disabled",
		"basic",
		"extended",
		"all"
	], "all").default("all").describe("How far ONNX Runtime optimises the graph."),
	launches: wholeNumber(7, 100).default(7).describe("Fresh processes per batch size; the interval is over them. Fewer are made when all is clear, up to three times as many while it is not."),
	"max-time": duration.default("120s").describe("No launch begins that would end after this long, all batch sizes together."),
	floor: duration.default("20us").describe("A slowdown of fewer seconds per call counts as nothing; neither does one below 2%."),
	clients: expecting(int().min(0).max(64), "a whole number from 0 to 64", 4).optional().describe("Most clients at once when throughput is measured; the machine’s cores by default, 0 for none."),
	seconds: expecting(number$1().min(.01).max(60), "a number from 0.01 to 60", .5).default(.2).describe("Timed seconds per model in each launch."),
	endpoint: expecting(string().min(1).max(2e3), "the address of a served model", "http://127.0.0.1:8000/v2/models/click").optional().describe("A served model to load as well: Open Inference Protocol (`…/v2/models/NAME`) or TensorFlow Serving (`…/v1/models/NAME`)."),
	rate: expecting(number$1().positive().max(1e6), "a number of requests per second", 200).optional().describe("Requests per second to the endpoint; 50 % and 80 % of its maximum by default."),
	tensors: choice([
		"auto",
		"json",
		"bytes"
	], "auto").default("auto").describe("How tensors travel to the endpoint; as bytes where it says that it takes them."),
	p50: latencyRule.optional(),
	p95: latencyRule.optional(),
	p99: latencyRule.optional(),
	memory: memoryRule.default({
		"max-regression": "10%",
		level: "error"
	}).describe("Rule on resident and peak memory."),
	load: latencyRule.optional().describe("Rule on the time from loading the model to its first answer; 100 ms more are always allowed.")
}), "a group of settings", { p95: { "max-regression": "10%" } });
// src/core/policy/schema/metric-rule.ts
const conditions = {
	margin: margin.optional().describe("The most that may be lost against the baseline: a number, or a percentage of its value."),
	min: number("a number", .7).optional().describe("Smallest value of the candidate that passes, inclusive."),
	max: number("a number", 1.03).optional().describe("Largest value of the candidate that passes, inclusive."),
	"max-gain": expecting(number$1().positive(), "a number above zero", .05).optional().describe("An improvement above this fails: too good to be true, often a leak of the label."),
	"min-coverage": percent.optional().describe("Of a metric with a value per group: the least share of rows whose group has one. Below it nothing is decided.")
};
const metricRule = expecting(strictObject({
	...conditions,
	slices: expecting(union([literal("off"), strictObject(conditions)]), "`off`, or conditions for slices", { margin: .02 }).optional().describe("What a slice must satisfy, instead of the `margin` above; `off` judges no slice by this metric."),
	convention: expecting(record(string(), string().max(40)), "a group of conventions", { gain: "exp2" }).optional().describe("How the metric is defined where there is a choice, as `ndcg@10[gain=exp2]` has it."),
	level
}), "a group of conditions", { margin: .002 }).meta({
	id: "metricRule",
	description: "What a metric must satisfy. Without conditions it is only shown."
});
// src/core/policy/schema/output.ts
const output = expecting(strictObject({
	name: text("the name of an output of the model", "probabilities").optional().describe("Which output of the model. Needed when there are several that could be meant."),
	class: expecting(int().min(0), "a whole number, counted from 0", 1).optional().describe("Which column of the output, counted from 0."),
	activation: choice([
		"none",
		"sigmoid",
		"softmax"
	], "sigmoid").default("none").describe("Turns logits into probabilities.")
}), "a group of keys that choose an output", {
	name: "probabilities",
	class: 1
});
// src/core/policy/schema/report.ts
const written = (file) => expecting(boolean(), "`true` or `false`", true).default(false).describe(`Whether \`${file}\` is written.`);
/** What is written beside the documents and the comment. */
const report = expecting(strictObject({
	html: written("report.html"),
	junit: written("junit.xml"),
	sarif: written("report.sarif"),
	openmetrics: written("metrics.txt"),
	history: text("a folder, a `.jsonl` file or `branch:NAME`", "history").optional().describe("Where each verdict is appended: a folder, a `.jsonl` file, or `branch:NAME` of this repository.")
}), "a group of keys, one for each kind of report", {
	html: true,
	junit: true
});
const NO_REPORTS = {
	html: false,
	junit: false,
	sarif: false,
	openmetrics: false
};
// src/core/policy/schema/scoring.ts
const scoring = expecting(strictObject({
	batch: wholeNumber(1024, 1e6).optional().describe("Rows per call of a model; by the size of a row when left out."),
	workers: wholeNumber(2, 64).optional().describe("Processes for each model, at most; as many as there are processors when left out.")
}), "a group of keys", { batch: 1024 });
// src/core/policy/schema/slice.ts
const sliceColumn = text("the name of a column", "region");
const slice = expecting(strictObject({
	by: expecting(union([sliceColumn, array(sliceColumn).min(1).max(4)]), "a column, or a list of up to four", ["region", "month"]).optional().describe("A column of the holdout, one slice for each of its values; a list crosses them."),
	where: text("an SQL condition", "price > 100").optional().describe("A DuckDB condition over the columns of the holdout: its rows are one slice."),
	name: expecting(string().min(1).max(100), "a name of 100 characters at most", "expensive").optional().describe("What the slice of a `where` is called; its text when left out."),
	"min-rows": wholeNumber(500, 1e9).default(200).describe("Slices with fewer rows are not judged, and listed."),
	"min-positives": expecting(int().min(0).max(1e9), "a whole number from 0", 20).default(20).describe("Slices with fewer positive or fewer negative rows are not judged, and listed."),
	level
}).meta({ oneOf: [{ required: ["by"] }, { required: ["where"] }] }), "a group of keys, with `by` or `where`", { by: "region" }).meta({
	id: "slice",
	description: "Parts of the holdout that are judged on their own."
});
// src/core/onnx/targets/runtimes.ts
/**
* Oldest first; only releases that brought something new. Up to 1.20 as published in onnxruntime.ai/docs/reference/compatibility.html;
* 1.30 as measured. What lies between was not published, so a model newer than 1.20's row is only known to run on 1.30.
*/
const RUNTIME_RELEASES = [
	{
		version: "0.1",
		opset: 8,
		ml: 1,
		ir: 3
	},
	{
		version: "0.3",
		opset: 9,
		ml: 1,
		ir: 3
	},
	{
		version: "0.4",
		opset: 10,
		ml: 1,
		ir: 5
	},
	{
		version: "1.0",
		opset: 11,
		ml: 2,
		ir: 6
	},
	{
		version: "1.3",
		opset: 12,
		ml: 2,
		ir: 7
	},
	{
		version: "1.6",
		opset: 13,
		ml: 2,
		ir: 7
	},
	{
		version: "1.8",
		opset: 14,
		ml: 2,
		ir: 7
	},
	{
		version: "1.9",
		opset: 15,
		ml: 2,
		ir: 8
	},
	{
		version: "1.11",
		opset: 16,
		ml: 2,
		ir: 8
	},
	{
		version: "1.12",
		opset: 17,
		ml: 3,
		ir: 8
	},
	{
		version: "1.14",
		opset: 18,
		ml: 3,
		ir: 8
	},
	{
		version: "1.15",
		opset: 19,
		ml: 3,
		ir: 8
	},
	{
		version: "1.16",
		opset: 19,
		ml: 3,
		ir: 9
	},
	{
		version: "1.17",
		opset: 20,
		ml: 4,
		ir: 9
	},
	{
		version: "1.18",
		opset: 21,
		ml: 4,
		ir: 10
	},
	{
		version: "1.30",
		opset: 26,
		ml: 5,
		ir: 13
	}
];
/** The newest release whose row is published; between it and the last row nothing is known. */
const LAST_PUBLISHED = "1.20";
/** −1, 0 or 1, by major, then minor; patch releases change neither opset nor IR. */
function compareVersions(a, b) {
	const [left, right] = [a, b].map((version) => version.split(".").map(Number));
	return Math.sign((left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0));
}
/** What a release takes; for one between the rows, the last row not newer than it. Null before the first. */
function releaseOf(version) {
	return RUNTIME_RELEASES.findLast((release) => compareVersions(release.version, version) <= 0) ?? null;
}
// src/core/onnx/targets/holes.ts
const ORT = "https://github.com/microsoft/onnxruntime/releases/tag/";
const NVIDIA = "https://github.com/NVIDIA/product-security/blob/main/2026/";
const CVE = "https://www.cve.org/CVERecord?id=";
/** Those of the core, which a browser runs as well. */
const CORE = [{
	before: "1.27",
	what: "reads out of bounds in SoftmaxCrossEntropyLoss, WordConvEmbedding and Crop",
	reach: "model",
	source: `${ORT}v1.27.0`
}, {
	before: "1.28.3",
	what: "reads out of bounds by a Loop, and a heap overflow by a buffer used again",
	reach: "model",
	source: `${ORT}v1.28.3`
}];
/** Oldest first. OpenVINO has none whose version its maker names in the record itself. */
const HOLES = {
	"ONNX Runtime": [
		{
			before: "1.13.1",
			what: "external data is read and written outside the folder, and protobuf is open to CVE-2022-1941",
			reach: "files",
			source: `${ORT}v1.13.1`
		},
		...CORE,
		{
			before: "1.30",
			what: "not every form of model that reads files outside its folder, or recurses without end, is refused",
			reach: "files",
			source: "microsoft/onnxruntime#26776, #27374, #28187, #28408, #28709 and #29250; all forms tried on 1.30"
		}
	],
	"ONNX Runtime Web": CORE,
	Triton: [
		{
			before: "25.07",
			what: "remote code execution by requests (CVE-2025-23310, CVE-2025-23317, CVE-2025-23319)",
			reach: "network",
			source: `${CVE}CVE-2025-23317`
		},
		{
			before: "26.03",
			what: "authentication bypass with code execution (CVE-2026-24207)",
			reach: "network",
			source: `${NVIDIA}5828/5828.md`
		},
		{
			before: "26.04",
			what: "denial of service by compressed requests (CVE-2026-24264)",
			reach: "network",
			source: `${NVIDIA}5848/5848.md`
		},
		{
			before: "26.05",
			what: "stack overflow by requests, and another authentication bypass (CVE-2026-47477, CVE-2026-47481)",
			reach: "network",
			source: `${NVIDIA}5853/5853.md`
		},
		{
			before: "26.06",
			what: "path traversal by requests (CVE-2026-47627, CVE-2026-47606)",
			reach: "network",
			source: `${NVIDIA}5865/5865.md`
		},
		{
			before: "26.07",
			what: "denial of service by endless iteration (CVE-2026-16497)",
			reach: "network",
			source: `${NVIDIA}5875/5875.md`
		}
	],
	TensorRT: [{
		before: "10.16.1",
		what: "writes out of bounds (CVE-2026-24188)",
		reach: "network",
		source: `${NVIDIA}5836/5836.md`
	}, {
		before: "11.0",
		what: "heap overflow and code execution by what it is given to load (CVE-2026-24268, CVE-2026-24238, CVE-2026-24272, CVE-2026-24227)",
		reach: "model",
		source: `${NVIDIA}5855/5855.md`
	}]
};
/** A version without a patch number stands for the newest patch of its release. */
function isBefore(version, first) {
	const patch = (text) => text.split(".")[2];
	const order = compareVersions(version, first);
	return order === 0 ? Number(patch(version) ?? Number.MAX_VALUE) < Number(patch(first) ?? 0) : order < 0;
}
/** One finding for all holes that this version has. */
function holeFindings(runtime, version, { externalBytes }) {
	const open = HOLES[runtime].filter(({ before }) => isBefore(version, before));
	const last = open.at(-1);
	if (!last) return [];
	const pressing = open.some(({ reach }) => reach === "network" || reach === "files" && externalBytes > 0);
	const told = open.map(({ before, what }) => `${what} (mended in ${before})`);
	return [{
		check: "target-security",
		severity: pressing ? "warning" : "info",
		message: `${runtime} ${version} has known holes: ${told.join("; ")}.`,
		at: null,
		fix: `Deploy ${last.before} or later; until then, load only models that you made, for callers that you trust.`
	}];
}
// src/core/onnx/targets/minimum.ts
const DOMAINS = {
	"": {
		text: "opset",
		newest: "opset"
	},
	"ai.onnx": {
		text: "opset",
		newest: "opset"
	},
	"ai.onnx.ml": {
		text: "ai.onnx.ml opset",
		newest: "ml"
	}
};
/** Other domains belong to custom operators; no release has a number for them. */
function needsOf({ irVersion, opsets }) {
	return [...opsets.flatMap(({ domain, version }) => {
		const known = Object.hasOwn(DOMAINS, domain) ? DOMAINS[domain] : void 0;
		if (!known) return [];
		return [{
			text: `${known.text} ${version}`,
			met: (release) => version <= release[known.newest]
		}];
	}), {
		text: `IR version ${irVersion}`,
		met: ({ ir }) => irVersion <= ir
	}];
}
/** Null when no release known to this version of onnx-gate takes the model. */
function minimumRuntime(model) {
	const needs = needsOf(model);
	const at = RUNTIME_RELEASES.findIndex((release) => needs.every(({ met }) => met(release)));
	const release = RUNTIME_RELEASES[at];
	if (!release) return null;
	const before = RUNTIME_RELEASES[at - 1];
	const deciding = before ? needs.filter(({ met }) => !met(before)) : needs;
	return {
		name: "ONNX Runtime",
		version: release.version,
		reason: [...new Set(deciding.map(({ text }) => text))].slice(0, 5).join(" and ")
	};
}
// src/core/onnx/targets/operators.ts
/** From lists of names by domain; `Name:12` is supported up to opset 12. */
function operators(lists) {
	return new Map(Object.entries(lists).flatMap(([domain, names]) => names.trim().split(/\s+/).map((entry) => {
		const [name, most] = entry.split(":");
		return [domain === "" ? name : `${domain}::${name}`, most === void 0 ? null : Number(most)];
	})));
}
/** What the table says against the model, and where it says nothing. */
function operatorFindings(model, table) {
	const opset = Math.max(0, ...model.opsets.filter(({ domain }) => domain === "" || domain === "ai.onnx").map(({ version }) => version));
	const missing = [];
	const unknown = [];
	for (const { operator } of model.operators) {
		const most = table.supported.get(operator);
		if (most === null || most !== void 0 && opset <= most) continue;
		(table.unsupported === "others" || table.unsupported.has(operator) || most !== void 0 ? missing : unknown).push(operator);
	}
	return [
		...opsetFindings(opset, table),
		...missing.length === 0 ? [] : [lacking(missing, table)],
		...unknown.length === 0 ? [] : [silent(unknown, table)],
		...typeFindings(model, table)
	];
}
function opsetFindings(opset, { name, opset: range }) {
	if (!range || opset >= range.least && opset <= range.most) return [];
	return [{
		check: "target-version",
		severity: "error",
		message: `The model has opset ${opset}; ${name} takes ${range.least} to ${range.most}.`,
		at: null,
		fix: `Export with an opset from ${range.least} to ${range.most}.`
	}];
}
function lacking(missing, { name, fallback }) {
	const what = `${name} has no ${showSome(missing)}`;
	return fallback === void 0 ? {
		check: "target-operators",
		severity: "error",
		message: `${what}, by its published table.`,
		at: missing[0],
		fix: "Write the model with other operators, or add them to the target as a plugin."
	} : {
		check: "target-operators",
		severity: "info",
		message: `${what}, by its published table; they run on ${fallback}, and tensors are copied to and fro.`,
		at: missing[0],
		fix: "Measure it there: each change of place takes time."
	};
}
const silent = (unknown, { name }) => ({
	check: "target-operators",
	severity: "warning",
	message: `Whether ${name} has ${showSome(unknown)} is unknown: its published table does not name them.`,
	at: unknown[0],
	fix: "Load the model there once."
});
function typeFindings({ inputs, outputs }, { name, types }) {
	if (!types) return [];
	return [...inputs, ...outputs].filter(({ type }) => type === null || !types.has(type)).slice(0, 10).map((value) => ({
		check: "target-types",
		severity: "error",
		message: `${name} does not take ${value.type ?? "a sequence or a map"} as an input or output.`,
		at: value.name,
		fix: "Convert it before the model, or outside of it."
	}));
}
// src/core/onnx/targets/onnxruntime-web.ts
/**
* Operators of ONNX Runtime Web 1.30.0, by execution provider. Source: docs/webgpu-operators.md, docs/webgl-operators.md
* and README.md ("Operators") of the npm package onnxruntime-web 1.30.0. WebAssembly has every operator of ai.onnx and
* ai.onnx.ml, so what WebGPU lacks runs there; WebGL has no such second place.
*/
const WEBGPU = {
	name: "WebGPU in ONNX Runtime Web 1.30",
	supported: operators({
		"": `
      Abs Acos Acosh Add ArgMax ArgMin Asin Asinh Atan Atanh AveragePool BatchNormalization Cast Ceil
      Clip Concat Conv ConvTranspose Cos Cosh CumSum DFT DepthToSpace DequantizeLinear Div Einsum Elu
      Equal Erf Exp Expand Flatten Floor Gather GatherElements GatherND Gelu Gemm GlobalAveragePool
      GlobalMaxPool Greater GreaterOrEqual GridSample:19 HardSigmoid HardSwish If
      InstanceNormalization LayerNormalization LeakyRelu Less LessOrEqual Log MatMul MaxPool Mul Neg
      Not Pad Pow Range Reciprocal ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean
      ReduceMin ReduceProd ReduceSum ReduceSumSquare Relu Reshape Resize ScatterND Shape Sigmoid
      SimplifiedLayerNormalization Sin Sinh Slice Softmax Split Sqrt Squeeze Sub Tan Tanh
      ThresholdedRelu Tile Transpose Unsqueeze Where
    `,
		"com.microsoft": `
      Attention BiasAdd BiasSplitGelu FastGelu FusedConv GatherBlockQuantized Gelu GroupQueryAttention
      MatMulNBits MultiHeadAttention QuickGelu RotaryEmbedding SkipLayerNormalization
      SkipSimplifiedLayerNormalization
    `
	}),
	unsupported: "others",
	fallback: "WebAssembly"
};
const WEBGL = {
	name: "WebGL in ONNX Runtime Web 1.30",
	supported: operators({ "": `
      Abs Acos Add And Asin Atan AveragePool BatchNormalization Cast Ceil Clip Concat Conv
      ConvTranspose Cos DepthToSpace Div Dropout Elu Equal Exp Flatten Floor Gather Gemm
      GlobalAveragePool GlobalMaxPool Greater Identity InstanceNormalization LRN LeakyRelu Less Log
      MatMul MaxPool Mul Neg Not Or PRelu Pad Pow ReduceLogSum ReduceMax ReduceMean ReduceMin
      ReduceProd ReduceSum:12 ReduceSumSquare Relu Reshape Resize Shape Sigmoid Sin Slice Softmax
      Split:12 Sqrt Squeeze Sub Sum Tan Tanh Tile Transpose Unsqueeze Upsample:9 Xor
    ` }),
	unsupported: "others"
};
// src/core/onnx/targets/openvino.ts
/**
* Operators of OpenVINO's ONNX frontend. Source: src/frontends/onnx/docs/supported_ops.md of openvinotoolkit/openvino
* (commit 0ae60f0), where an operator without a supported version is one that is not supported. Its table knows ai.onnx
* up to opset 23. Sequences are supported "only in certain patterns", so nothing is said of them here.
*/
const OPENVINO = {
	name: "OpenVINO's ONNX frontend",
	supported: operators({
		"": `
      ATen Abs Acos Acosh Add Affine AffineGrid And ArgMax ArgMin Asin Asinh Atan Atanh Attention AveragePool
      BatchNormalization BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor BlackmanWindow Cast CastLike Ceil
      Celu CenterCropPad Clip Col2Im Compress Concat Constant ConstantFill ConstantOfShape Conv ConvInteger
      ConvTranspose Cos Cosh Crop CumSum DFT DepthToSpace DequantizeLinear Div Dropout DynamicQuantizeLinear
      Einsum Elu Equal Erf Exp Expand EyeLike Flatten Floor GRU Gather GatherElements GatherND Gelu Gemm
      GlobalAveragePool GlobalLpPool GlobalMaxPool Greater GreaterOrEqual GridSample GroupNormalization
      HammingWindow HannWindow HardSigmoid HardSwish Hardmax Identity If ImageScaler InstanceNormalization
      IsFinite IsInf IsNaN LRN LSTM LayerNormalization LeakyRelu Less LessOrEqual Log LogSoftmax Loop
      LpNormalization MatMul MatMulInteger Max MaxPool MaxRoiPool Mean MeanVarianceNormalization Min Mish Mod
      Mul Multinomial Neg NegativeLogLikelihoodLoss NonMaxSuppression NonZero Not OneHot Or PRelu Pad Pow
      QLinearConv QLinearMatMul QuantizeLinear RMSNormalization RNN RandomNormal RandomNormalLike
      RandomUniform RandomUniformLike Range Reciprocal ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp
      ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare Relu Reshape Resize ReverseSequence
      RoiAlign RotaryEmbedding Round STFT Scan Scatter ScatterElements ScatterND Selu Shape Shrink Sigmoid
      Sign SimplifiedLayerNormalization Sin Sinh Size Slice Softmax SoftmaxCrossEntropyLoss Softplus Softsign
      SpaceToDepth Split SplitToSequence Sqrt Squeeze Sub Sum Tan Tanh ThresholdedRelu Tile TopK Transpose
      Trilu Unique Unsqueeze Upsample Where Xor
    `,
		"ai.onnx.ml": "Normalizer",
		"com.microsoft": `
      Attention BiasAdd BiasGelu BiasSplitGelu BifurcationDetector DequantizeLinear DynamicQuantizeMatMul
      EmbedLayerNormalization FastGelu FusedConv FusedGemm FusedMatMul GatherND Gelu GroupNorm
      GroupQueryAttention MatMulIntegerToFloat MatMulNBits Pad QLinearAdd QLinearAveragePool QLinearConcat
      QLinearLeakyRelu QLinearMul QLinearReduceMean QLinearSigmoid QLinearSoftmax QLinearWhere QuantizeLinear
      QuickGelu Range RotaryEmbedding SimplifiedLayerNormalization SkipLayerNormalization
      SkipSimplifiedLayerNormalization Trilu
    `
	}),
	unsupported: operators({
		"": `
      Bernoulli DeformConv Det ImageDecoder LpPool MaxUnpool MelWeightMatrix Optional OptionalGetElement
      OptionalHasElement RegexFullMatch SequenceMap StringConcat StringNormalizer StringSplit TfIdfVectorizer
    `,
		"com.microsoft": `
      AttnLSTM BeamSearch BiasDropout BiasSoftmax BitmaskBiasDropout BitmaskDropout CDist ComplexMul
      ComplexMulConj ConvTransposeWithDynamicPads CropAndResize DecoderAttention
      DecoderMaskedMultiHeadAttention DecoderMaskedSelfAttention DequantizeBFP DequantizeWithOrder
      DynamicQuantizeLSTM DynamicTimeWarping EPContext ExpandDims FusedMatMulActivation
      GatedRelativePositionBias GemmFastGelu GemmFloat8 GemmaRotaryEmbedding GreedySearch GridSample Inverse
      Irfft LongformerAttention MatMulBnb4 MatMulFpQ4 MatMulInteger16 MaxpoolWithMask MoE MulInteger
      MultiHeadAttention MurmurHash3 NGramRepeatBlock NhwcConv NhwcFusedConv NhwcMaxPool PackedAttention
      PackedMultiHeadAttention QAttention QGemm QLinearConv QLinearGlobalAveragePool QMoE QOrderedAttention
      QOrderedGelu QOrderedLayerNormalization QOrderedLongformerAttention QOrderedMatMul QuantizeBFP
      QuantizeWithOrder ReduceSumInteger RelativePositionBias RemovePadding RestorePadding Rfft Sampling
      SkipGroupNorm SparseAttention SparseToDenseMatMul Tokenizer TorchEmbedding TransposeMatMul UnfoldTensor
      Unique WhisperBeamSearch WordConvEmbedding
    `
	})
};
// src/core/onnx/targets/tensorrt.ts
/**
* Operators of TensorRT's ONNX parser. Source: docs/operators.md of onnx/onnx-tensorrt for TensorRT 10.15. Restrictions
* on attributes and shapes are not in this table, but for the ones that a model of ours can be told from.
*/
const TENSORRT = {
	name: "TensorRT 10.15",
	opset: {
		least: 9,
		most: 24
	},
	types: /* @__PURE__ */ new Set([
		"float64",
		"float32",
		"float16",
		"bfloat16",
		"float8e4m3fn",
		"float4e2m1",
		"int32",
		"int64",
		"int8",
		"int4",
		"uint8",
		"bool"
	]),
	supported: operators({ "": `
      Abs Acos Acosh Add And ArgMax ArgMin Asin Asinh Atan Atanh Attention AveragePool BatchNormalization
      BlackmanWindow Cast CastLike Ceil Celu Clip Concat Constant ConstantOfShape Conv ConvTranspose Cos Cosh
      CumSum DeformConv DepthToSpace DequantizeLinear Div Dropout Einsum Elu Equal Erf Exp Expand EyeLike
      Flatten Floor Gather GatherElements GatherND Gelu Gemm GlobalAveragePool GlobalLpPool GlobalMaxPool
      Greater GreaterOrEqual GridSample GroupNormalization GRU HammingWindow HannWindow HardSigmoid HardSwish
      Hardmax Identity If ImageScaler InstanceNormalization IsInf IsNaN LayerNormalization LeakyRelu Less
      LessOrEqual Log LogSoftmax Loop LRN LSTM LpNormalization LpPool MatMul Max MaxPool Mean
      MeanVarianceNormalization Min Mish Mod Mul Neg NonMaxSuppression NonZero Not OneHot Or Pad
      ParametricSoftplus Pow PRelu QuantizeLinear RandomNormal RandomNormalLike RandomUniform
      RandomUniformLike Range Reciprocal ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean
      ReduceMin ReduceProd ReduceSum ReduceSumSquare Relu Reshape Resize ReverseSequence RMSNormalization RNN
      RoiAlign RotaryEmbedding Round STFT ScaledTanh Scan Scatter ScatterElements ScatterND Selu Shape Shrink
      Sigmoid Sign Sin Sinh Size Slice Softmax Softplus Softsign SpaceToDepth Split Sqrt Squeeze Sub Sum Tan
      Tanh TensorScatter ThresholdedRelu Tile TopK Transpose Trilu Unsqueeze Upsample Where Xor
    ` }),
	unsupported: operators({ "": `
      AffineGrid Bernoulli BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor Col2Im CenterCropPad Compress
      ConcatFromSequence ConvInteger DFT Det DynamicQuantizeLinear ImageDecoder MatMulInteger MaxRoiPool
      MaxUnpool MelWeightMatrix Multinomial NegativeLogLikelihoodLoss Optional OptionalGetElement
      OptionalHasElement QLinearConv QLinearMatMul RegexFullMatch SequenceAt SequenceConstruct SequenceEmpty
      SequenceErase SequenceInsert SequenceLength SequenceMap SoftmaxCrossEntropyLoss SplitToSequence
      StringConcat StringNormalizer StringSplit TfIdfVectorizer Unique
    ` })
};
// src/core/onnx/targets/triton.ts
/** Triton refuses what is no tensor, and batches only when the first dimension of every input and output is dynamic. */
function tritonFindings({ inputs, outputs }) {
	const all = [...inputs, ...outputs];
	const others = all.filter(({ type }) => type === null);
	const fixed = all.filter(({ type, shape }) => type !== null && !(shape.length > 0 && !isSize(shape[0])));
	return [...others.slice(0, 10).map(({ name }) => ({
		check: "target-batching",
		severity: "error",
		message: "Triton takes tensors only, and this is a sequence or a map.",
		at: name,
		fix: "Export with `zipmap: False`, or cut the graph before the node that makes it."
	})), ...fixed.length === 0 || fixed.length === all.length - others.length ? fixed.slice(0, 1).map((one) => batching(one, "info", all.length)) : fixed.slice(0, 10).map((one) => batching(one, "warning", all.length))];
}
function batching({ name, shape }, severity, total) {
	const first = shape.length === 0 ? "it is a scalar" : `its first dimension is ${shape[0]}`;
	return {
		check: "target-batching",
		severity,
		message: `Triton cannot batch requests: the first dimension of every input and output must be dynamic, and ${severity === "info" ? `none of the ${total} inputs and outputs is dynamic there` : first}.`,
		at: name,
		fix: "Export with a dynamic first dimension (`dynamic_axes`), or set `max_batch_size: 0`."
	};
}
const isSize = (size) => typeof size === "number" && size >= 0;
// src/core/onnx/targets/target.ts
/** How a target is written. */
const TARGET = /^(?:openvino|triton(?:==(?<triton>\d\d\.\d\d))?|tensorrt(?:==(?<tensorrt>\d{1,3}\.\d{1,3}(?:\.\d{1,6})?))?|onnxruntime(?:-(?:node|gpu))?==(?<version>\d{1,3}\.\d{1,3}(?:\.\d{1,6})?)|onnxruntime-web(?:\/(?<provider>wasm|webgpu|webgl))?(?:==(?<web>\d{1,3}\.\d{1,3}(?:\.\d{1,6})?))?)$/;
/**
* `onnxruntime==1.19`, also with `-node`, `-gpu` or a patch number; `onnxruntime-web`, also with `/webgpu` or `/webgl` and
* a version (without one, the newest that is known); `triton`, also as `triton==26.07` by its release; `tensorrt`, also
* as `tensorrt==10.16`; `openvino`. Null for anything else.
*/
function parseTarget(text) {
	const groups = TARGET.exec(text)?.groups;
	if (!groups) return null;
	const { version, provider = "wasm", web } = groups;
	for (const kind of [
		"triton",
		"tensorrt",
		"openvino"
	]) if (text.startsWith(kind)) return {
		kind,
		version: groups[kind] ?? null
	};
	if (version !== void 0) return {
		kind: "onnxruntime",
		version
	};
	return {
		kind: "web",
		version: web ?? RUNTIME_RELEASES.at(-1).version,
		provider
	};
}
const WEB_TABLES = {
	wasm: [],
	webgpu: [WEBGPU],
	webgl: [WEBGL]
};
/** What stands in the way of running the model there. */
function targetFindings(model, target) {
	switch (target.kind) {
		case "onnxruntime": return [...versionFindings(model, target.version), ...holeFindings("ONNX Runtime", target.version, model)];
		case "web": return [
			...versionFindings(model, target.version),
			...holeFindings("ONNX Runtime Web", target.version, model),
			...WEB_TABLES[target.provider].flatMap((table) => operatorFindings(model, table))
		];
		case "triton": return [...tritonFindings(model), ...versioned("Triton", target.version, model)];
		case "tensorrt": return [...operatorFindings(model, TENSORRT), ...versioned("TensorRT", target.version, model)];
		case "openvino": return operatorFindings(model, OPENVINO);
	}
}
/** Of a target without a version, nothing is known. */
const versioned = (name, version, model) => version === null ? [] : holeFindings(name, version, model);
function versionFindings(model, version) {
	const newest = RUNTIME_RELEASES.at(-1);
	const release = releaseOf(version);
	const unpublished = compareVersions(version, "1.20") > 0 && compareVersions(version, newest.version) < 0;
	return needsOf(model).flatMap(({ text, met }) => {
		if (release && met(release)) return [];
		const enough = RUNTIME_RELEASES.find(met);
		const fix = enough ? `Export with an older opset and IR version, or run it on ONNX Runtime ${enough.version}.` : "Export with an older opset and IR version.";
		const limit = release === null ? "which is older than every release in its compatibility table" : `which takes ${limits$1(release)}`;
		return unpublished ? [{
			check: "target-version",
			severity: "warning",
			message: `Whether ONNX Runtime ${version} takes ${text} is not known: its compatibility table ends with ${LAST_PUBLISHED}.`,
			at: null,
			fix: "Load the model once in that version, or export with an older opset and IR version."
		}] : [{
			check: "target-version",
			severity: "error",
			message: `The model has ${text} and will not load in ONNX Runtime ${version}, ${limit}.`,
			at: null,
			fix
		}];
	});
}
const limits$1 = ({ opset, ml, ir }) => `opset ${opset}, ai.onnx.ml opset ${ml} and IR version ${ir} at most`;
// src/core/policy/schema/waiver.ts
/** The day itself counts. */
const lastDay = expecting(string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), "a date written YYYY-MM-DD", "2027-01-31");
const waiver = expecting(strictObject({
	rule: text("the id of a rule, as the verdict has it", "conversion/ndcg@10").describe("The rule that is waived: `model/metric`, or `model/metric/slice`."),
	ceiling: expecting(number$1().positive(), "a number above zero", .02).describe("By how much the rule may be missed: the loss against the baseline, or the distance from `min` or `max`."),
	reason: text("why it may be missed", "catalogue migration").describe("Why it may be missed."),
	owner: text("a person or a team", "@search").describe("Who answers for it."),
	issue: expecting(union([int().positive(), string().min(1).max(400)]), "the number or address of an issue", 123).optional().describe("Where it is being mended."),
	expires: lastDay.describe("The last day on which it holds.")
}), "a group of keys that says what is waived, how far, why, by whom and until when", {
	rule: "conversion/ndcg@10",
	ceiling: .02,
	reason: "catalogue migration",
	owner: "@search",
	expires: "2027-01-31"
}).meta({
	id: "waiver",
	description: "A rule that may be missed for a time."
});
// src/core/policy/schema/validate.ts
const checkLevel = choice([
	"error",
	"warn",
	"off"
], "warn");
const checkName = text("the id of a check", "unused-initializers");
const ignore = expecting(strictObject({
	check: checkName.describe("The check whose findings are set aside."),
	at: text("the name of a node, tensor or input", "features").optional().describe("Only findings at this place; everywhere when left out."),
	reason: text("why it may be ignored", "removed with the next training").describe("Why it may be ignored."),
	expires: lastDay.describe("The last day on which it is ignored.")
}), "a group of keys that says what is ignored, why and until when", {
	check: "unused-initializers",
	reason: "removed with the next training",
	expires: "2027-01-31"
});
const validate = expecting(strictObject({
	preset: choice(["default", "strict"], "strict").default("default").describe("`strict` makes every warning of a check an error."),
	checks: expecting(record(string(), checkLevel), "a group of levels, one for each check", { "unused-initializers": "off" }).default({}).describe("A level for single checks: `error`, `warn` or `off`."),
	ignore: expecting(array(ignore).max(1e3), "a list of findings to ignore", [{
		check: "unused-initializers",
		reason: "removed with the next training",
		expires: "2027-01-31"
	}]).default([]).describe("Findings that are known and accepted for a time."),
	targets: expecting(array(expecting(string().regex(TARGET), "`onnxruntime==` and a version such as `1.19`, `onnxruntime-web`, `onnxruntime-web/webgpu`, `onnxruntime-web/webgl`, `triton` or `triton==26.07`, `tensorrt` or `tensorrt==11.0`, or `openvino`", "onnxruntime==1.19")).max(20), "a list of places where the model must run", ["onnxruntime==1.19"]).default([]).describe("Where the model must run: `onnxruntime==1.19`, `onnxruntime-web/webgpu`, `triton`, `tensorrt`, `openvino`."),
	load: expecting(boolean(), "`true` or `false`", false).default(true).describe("`false` judges the file alone: for models that ONNX Runtime takes too long to load."),
	behaviour: expecting(boolean(), "`true` or `false`", true).default(false).describe("Runs the model on rows of the holdout, or made-up ones, and judges what comes out."),
	golden: text("a folder", "models/golden").optional().describe("Folder with golden vectors: `.npz`, or `test_data_set_*/input_*.pb`."),
	tolerance: expecting(strictObject({
		relative: expecting(number$1().min(0).max(1), "a number from 0 to 1", .001).describe("Share of the expected value."),
		absolute: expecting(number$1().min(0), "a number of at least 0", 1e-7).describe("Added to that share.")
	}), "a group of two numbers, `relative` and `absolute`", {
		relative: .001,
		absolute: 1e-7
	}).optional().describe("How far outputs may be from golden vectors, and a row alone from its batch."),
	monotonic: expecting(record(string(), choice(["increasing", "decreasing"], "decreasing")), "a group of directions, one for each column", { price: "decreasing" }).default({}).describe("Which way the score goes when a column goes up; runs the model.")
}), "a group of settings", { preset: "strict" });
// src/core/policy/schema.ts
/** `onnx-gate.yml` as data: the one source of its types, its checks and its published JSON Schema. */
const reference = text("a path or a reference such as `git:REV[:path]`", "git:origin/main");
const model = expecting(strictObject({
	candidate: text("the path of an ONNX file", "models/conversion.onnx").describe("The model to judge: a path or a reference."),
	baseline: expecting(union([reference, array(reference).min(1)]), "a path or a reference such as `git:REV[:path]`, or a list of them; leave it out where there is none yet", "git:origin/main").optional().describe("What it is judged against: a path or a reference (docs/references.md); of a list, the first that resolves."),
	holdout: holdout.optional().describe("The rows to judge on: either `source` or `query`, and their columns."),
	inputs: expecting(union([literal("auto"), record(string(), inputMapping)]), "`auto`, or a column for each input of the model", { features: ["price", "age"] }).default("auto").describe("Which columns feed which input of the model; `auto` matches by name."),
	output: output.default({ activation: "none" }).describe("Which number of the model is the score."),
	"baseline-inputs": expecting(record(string(), inputMapping), "a column for each input that the baseline takes from elsewhere", { features: ["price", "age"] }).optional().describe("Inputs of the baseline that are fed otherwise than `inputs` says."),
	"baseline-output": output.optional().describe("The score of the baseline, where it is not that of `output`."),
	scoring: scoring.default({}).describe("How rows are put through the models."),
	task: choice([
		"binary",
		"multiclass",
		"regression",
		"ranking"
	], "binary").default("binary").describe("What the model predicts."),
	metrics: expecting(record(string(), metricRule), "a group of rules, one for each metric", { auc: { margin: .002 } }).default({}).describe("Rules by metric."),
	slices: expecting(array(slice).max(10), "a list of up to ten slices", [{ by: "region" }]).default([]).describe("Parts of the holdout that are judged on their own."),
	latency: latency.optional().describe("Rules for the time per call."),
	image: image.optional().describe("Rules for the image that serves it."),
	validate: validate.default({
		preset: "default",
		checks: {},
		ignore: [],
		targets: [],
		load: true,
		behaviour: false,
		monotonic: {}
	}).describe("How the model file is checked.")
}).meta({ dependentRequired: {
	metrics: ["holdout"],
	slices: ["holdout"]
} }), "a group of keys, `candidate` at least", { candidate: "models/conversion.onnx" }).meta({
	id: "model",
	description: "One model and its rules."
});
const limits = expecting(strictObject({
	seconds: expecting(number$1().positive(), "a number of seconds above zero", 120).default(120).describe("Longest time for one request to ONNX Runtime."),
	memory: memory.default("4Gi").describe("Most memory of the process that runs the model.")
}), "a group of limits", { seconds: 120 });
const policySchema = expecting(strictObject({
	version: expecting(literal(1), "`1`, the only version there is", 1).describe("Version of this format."),
	mode: choice([
		"guard",
		"strict",
		"point"
	], "guard").default("guard").describe("What inconclusive means: guard warns, strict fails, point compares the bare difference."),
	confidence: expecting(number$1().min(.5).max(.999), "a number from 0.5 to 0.999", .95).default(.95).describe("Confidence of every interval."),
	limits: limits.default({
		seconds: 120,
		memory: "4Gi"
	}).describe("Limits of the process that runs a model."),
	models: expecting(record(string(), model).meta({
		minProperties: 1,
		propertyNames: { pattern: MODEL_NAME.source }
	}), "a group of models, each under its name", { conversion: { candidate: "models/conversion.onnx" } }).describe("The models to judge, by name. The name becomes a folder of the output."),
	waivers: expecting(array(waiver).max(1e3), "a list of waivers", [{
		rule: "conversion/ndcg@10",
		ceiling: .02,
		reason: "catalogue migration",
		owner: "@search",
		expires: "2027-01-31"
	}]).default([]).describe("Rules that may be missed for a time."),
	report: report.default(NO_REPORTS).describe("Reports to write beside the documents.")
}), "a group of keys", {
	version: 1,
	models: { conversion: { candidate: "models/conversion.onnx" } }
}).describe("What a model must satisfy before it ships.");
/** The model of that name. By own key only: a model may be called `constructor`. */
function modelOf(policy, name) {
	return Object.hasOwn(policy.models, name) ? policy.models[name] : void 0;
}
// src/core/policy/metric-id.ts
/** `ndcg@10` with `convention: { gain: exp2 }` is `ndcg@10[gain=exp2]`. */
function metricIdOf(key, { convention }) {
	const pairs = Object.entries(convention ?? {});
	return pairs.length === 0 ? key : `${key}[${pairs.map(([name, value]) => `${name}=${value}`).join(",")}]`;
}
/** Ids to measure, in the order of the policy. */
function metricIdsOf({ metrics }) {
	return Object.entries(metrics).map(([key, rule]) => metricIdOf(key, rule));
}
// src/core/policy/slice-name.ts
/** What an entry of `slices` is called: its columns, or the name or text of its condition. */
function sliceName({ by, where, name }) {
	if (by !== void 0) return columnsOf({ by }).join(",");
	return name ?? where ?? "";
}
/** The columns that are crossed; none for a condition. */
function columnsOf({ by }) {
	return by === void 0 ? [] : typeof by === "string" ? [by] : by;
}
// src/core/policy/words.ts
const LONGEST_SHOWN = 80;
/** Text that means itself in YAML, also between brackets. */
const PLAIN = /^[A-Za-z0-9/](?:[\w@/.%*()+= -]|:(?! ))*$/;
/** Text from the file for a sentence: bounded, with control characters written out. */
function show(value) {
	const written = typeof value === "string" ? quote(value) : flow(value);
	const points = [...written];
	return points.length <= LONGEST_SHOWN ? written : `${points.slice(0, 79).join("")}…`;
}
/** JSON's quotes are YAML's too. */
function quote(text) {
	return JSON.stringify(text.slice(0, 160)).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** A value as one line of YAML. */
function flow(value, depth = 0) {
	if (typeof value === "number") return writeNumber(value);
	if (typeof value === "string") return PLAIN.test(value) ? value : quote(value);
	if (typeof value !== "object" || value === null) return String(value);
	if (depth > 3) return "…";
	if (Array.isArray(value)) return `[${value.slice(0, 10).map((item) => flow(item, depth + 1)).join(", ")}${value.length > 10 ? ", …" : ""}]`;
	const entries = Object.entries(value);
	return `{ ${entries.slice(0, 10).map(([key, item]) => `${key}: ${flow(item, depth + 1)}`).join(", ")}${entries.length > 10 ? ", …" : ""} }`;
}
function writeNumber(value) {
	if (Number.isNaN(value)) return ".nan";
	if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
	return String(value);
}
/** `models.conversion.baseline[0]`. */
function where(path) {
	return path.map((step, i) => {
		if (typeof step === "number") return `[${step}]`;
		const name = /^[\w@/-][\w@/.-]{0,99}$/.test(step) ? step : show(step);
		return i === 0 ? name : `.${name}`;
	}).join("");
}
/** A key in code marks. Ours, or from the file and then bounded. */
function code(name) {
	return /^[\w@/.-]{1,100}$/.test(name) ? `\`${name}\`` : show(name);
}
/** The value at a path, by own keys only. Undefined when there is none. */
function valueAt(root, path) {
	let value = root;
	for (const step of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return void 0;
		value = value[step];
	}
	return value;
}
/** Keys and values of a map; nothing for anything else. */
function entriesOf(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
// src/core/policy/changes.ts
/** Every difference, those that loosen first, else in the order of the file. */
function policyChanges(before, after) {
	const changes = [...differences(keyed(before), keyed(after), [])];
	return EFFECTS.flatMap((effect) => changes.filter((one) => one.effect === effect));
}
const EFFECTS = [
	"loosens",
	"tightens",
	"changes"
];
/** Lists whose entries are told apart by what they are about, not by their place. */
function keyed(policy) {
	const models = Object.entries(policy.models).map(([name, model]) => {
		const { slices, validate } = model;
		const ignore = byKey(validate.ignore, ({ check, at = "" }) => `${check} ${at}`.trim());
		const targets = byKey(validate.targets, (target) => target);
		return [name, {
			...model,
			slices: byKey(slices, sliceName),
			validate: {
				...validate,
				ignore,
				targets
			}
		}];
	});
	return {
		...policy,
		models: Object.fromEntries(models),
		waivers: byKey(policy.waivers, ({ rule }) => rule)
	};
}
function byKey(list, key) {
	return Object.fromEntries(list.map((entry) => [key(entry), entry]));
}
function* differences(before, after, path) {
	if (isGroup(before) && isGroup(after)) {
		for (const key of /* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])) yield* differences(before[key], after[key], [...path, key]);
		return;
	}
	const [old, now] = [before, after].map((value) => value === void 0 ? null : flow(value));
	if (old === now) return;
	yield {
		effect: effectOf(path, before, after),
		path: where(path),
		before: old,
		after: now
	};
}
function isGroup(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** What follows when something that was not there is written. The first that fits. */
const ADDED = [
	[["waivers", "*"], "loosens"],
	[[
		"models",
		"*",
		"validate",
		"ignore",
		"*"
	], "loosens"],
	[["models", "*"], "tightens"],
	[[
		"models",
		"*",
		"holdout"
	], "tightens"],
	[[
		"models",
		"*",
		"metrics",
		"*"
	], "tightens"],
	[[
		"models",
		"*",
		"slices",
		"*"
	], "tightens"],
	[[
		"models",
		"*",
		"latency"
	], "tightens"],
	[[
		"models",
		"*",
		"image"
	], "tightens"],
	[[
		"models",
		"*",
		"validate",
		"targets",
		"*"
	], "tightens"],
	[[
		"models",
		"*",
		"validate",
		"golden"
	], "tightens"],
	[[
		"models",
		"*",
		"validate",
		"monotonic",
		"*"
	], "tightens"]
];
/** Conditions of a rule: to have one is stricter than to have none. `up`: what a larger number does. */
const CONDITIONS = {
	margin: { up: "loosens" },
	max: { up: "loosens" },
	"max-gain": { up: "loosens" },
	"min-coverage": { up: "tightens" },
	"max-regression": { up: "loosens" },
	min: { up: "tightens" }
};
/** Other numbers and words with an order, the laxest word first. */
const NUMBERS = {
	...CONDITIONS,
	"min-rows": { up: "loosens" },
	"min-positives": { up: "loosens" },
	ceiling: { up: "loosens" },
	tolerance: { up: "loosens" },
	relative: { up: "loosens" },
	absolute: { up: "loosens" }
};
const WORDS = [
	{
		at: ["mode"],
		laxestFirst: ["guard", "strict"]
	},
	{
		at: [
			"models",
			"*",
			"validate",
			"preset"
		],
		laxestFirst: ["default", "strict"]
	},
	{
		at: [
			"models",
			"*",
			"validate",
			"checks",
			"*"
		],
		laxestFirst: [
			"off",
			"warn",
			"error"
		]
	},
	{
		at: [
			"models",
			"*",
			"validate",
			"behaviour"
		],
		laxestFirst: [false, true]
	},
	{
		at: [
			"models",
			"*",
			"validate",
			"load"
		],
		laxestFirst: [false, true]
	}
];
const LEVELS = ["warn", "error"];
const OPPOSITE = {
	loosens: "tightens",
	tightens: "loosens",
	changes: "changes"
};
function effectOf(path, before, after) {
	if (before === void 0) return addedEffect(path);
	if (after === void 0) return OPPOSITE[addedEffect(path)];
	const key = String(path.at(-1));
	const words = key === "level" ? LEVELS : WORDS.find(({ at }) => fits(path, at))?.laxestFirst;
	if (words) return ordered(rankIn(words, before), rankIn(words, after), "tightens");
	if (key === "expires") return before < after ? "loosens" : "tightens";
	if (!Object.hasOwn(NUMBERS, key) || typeof before !== typeof after) return "changes";
	return ordered(amountOf(before), amountOf(after), NUMBERS[key].up);
}
function addedEffect(path) {
	const found = ADDED.find(([pattern]) => fits(path, pattern));
	if (found) return found[1];
	return Object.hasOwn(CONDITIONS, String(path.at(-1))) || isPercentile(path) ? "tightens" : "changes";
}
const isPercentile = (path) => fits(path, [
	"models",
	"*",
	"latency",
	"*"
]) && /^p\d+$/.test(String(path[3]));
function fits(path, pattern) {
	return path.length === pattern.length && pattern.every((step, i) => step === "*" || step === path[i]);
}
/** Null has no order: `point` is neither above nor below `strict`. */
function ordered(before, after, up) {
	if (before === null || after === null) return "changes";
	return after > before ? up : OPPOSITE[up];
}
const MAGNITUDES = [{
	form: /%$/,
	read: parsePercent
}, {
	form: /s$/,
	read: parseDuration
}];
function rankIn(words, word) {
	const rank = words.indexOf(word);
	return rank < 0 ? null : rank;
}
function amountOf(value) {
	if (typeof value === "number") return value;
	if (typeof value !== "string") return null;
	return MAGNITUDES.find(({ form }) => form.test(value))?.read(value) ?? null;
}
// src/core/policy/check-validate.ts
/** What a policy says of the checks of the model file. */
/** Names of checks that do not exist, checks that no policy may turn down, and directions of what is no input. */
function* checkValidate(model, path, writer) {
	const at = [...path, "validate"];
	const known = new Set(CHECK_IDS);
	for (const [id, level] of entriesOf(valueAt(model, ["validate", "checks"]))) if (!known.has(id)) yield unknownCheck(id, [
		...at,
		"checks",
		id
	], writer, "key");
	else if (level !== "error" && FIXED_CHECKS.has(id)) yield writer.fault([
		...at,
		"checks",
		id
	], `${code(id)} cannot be turned down: a model that it finds is not checked any further.`, "Leave it out.");
	const ignored = valueAt(model, ["validate", "ignore"]);
	for (const [i, entry] of (Array.isArray(ignored) ? ignored : []).entries()) {
		const id = valueAt(entry, ["check"]);
		if (typeof id === "string" && !known.has(id)) yield unknownCheck(id, [
			...at,
			"ignore",
			i,
			"check"
		], writer, "value");
	}
	yield* checkMonotonic(model, [...at, "monotonic"], writer);
}
/** What can be told before a model is at hand; the columns of its inputs are known later. */
function* checkMonotonic(model, at, writer) {
	const monotonic = valueAt(model, ["validate", "monotonic"]);
	const names = entriesOf(monotonic).map(([name]) => name);
	if (names.length > 0 && valueAt(model, ["task"]) === "multiclass") yield writer.fault(at, "`monotonic` speaks of one score a row, and `task: multiclass` has one for each class.", "Leave it out.", "key");
	if (typeof monotonic === "object" && monotonic !== null && Object.hasOwn(monotonic, "__proto__")) yield writer.fault([...at, "__proto__"], "A column called \"__proto__\" cannot be named here.", "Rename it.", "key");
	const label = valueAt(model, ["holdout", "label"]);
	if (typeof label === "string" && names.includes(label)) yield writer.fault([...at, label], `${code(label)} is the label, which feeds no input.`, "Name a feature.", "key");
}
function unknownCheck(id, path, writer, point) {
	const [close] = nearest(id, CHECK_IDS, 1);
	const fix = close ? `Did you mean ${code(close)}?` : "All of them are in docs/validate.md.";
	return writer.fault(path, `There is no check ${code(id)}.`, fix, point);
}
// src/core/policy/check-waivers.ts
/** Waivers that can never hold. */
/** What is not a number cannot be missed by a little. */
const UNWAIVABLE = {
	validate: "Findings of the model’s check are set aside one by one, under `validate.ignore`.",
	slices: "A slice that was not measured is mended under `slices`."
};
function* checkWaivers(root, writer) {
	const waivers = valueAt(root, ["waivers"]);
	const models = entriesOf(valueAt(root, ["models"])).map(([name]) => name);
	const seen = /* @__PURE__ */ new Set();
	for (const [i, waiver] of (Array.isArray(waivers) ? waivers : []).entries()) {
		const rule = valueAt(waiver, ["rule"]);
		if (typeof rule !== "string") continue;
		const at = [
			"waivers",
			i,
			"rule"
		];
		const [model = "", metric = ""] = rule.split("/", 2);
		if (!models.includes(model)) {
			const [close] = nearest(model, models, 1);
			const fix = close ? `Did you mean ${code(`${close}${rule.slice(model.length)}`)}?` : "Begin with a model’s name.";
			yield writer.fault(at, `${show(rule)} is a rule of no model here.`, fix, "value");
		} else if (metric === "") yield writer.fault(at, `${show(rule)} names no metric.`, `Write, for example, \`${model}/auc\`.`, "value");
		else if (Object.hasOwn(UNWAIVABLE, metric)) yield writer.fault(at, `${show(rule)} cannot be waived.`, UNWAIVABLE[metric], "value");
		else if (seen.has(rule)) yield writer.fault(at, `${show(rule)} is waived twice.`, "Keep one.", "value");
		seen.add(rule);
	}
}
// src/core/policy/across.ts
const TASKS = [
	"binary",
	"multiclass",
	"regression",
	"ranking"
];
function* checkAcross(root, writer) {
	yield* checkNames(valueAt(root, ["models"]), ["models"], writer);
	for (const [name, model] of entriesOf(valueAt(root, ["models"]))) for (const check of MODEL_CHECKS) yield* check(model, ["models", name], writer);
	yield* checkWaivers(root, writer);
}
const checkNames = function* (models, path, writer) {
	const names = entriesOf(models).map(([name]) => name);
	if (names.length === 0 && models !== null && typeof models === "object") yield writer.fault(path, "`models` names no model.", "Write, for example, `models: { conversion: { candidate: models/conversion.onnx } }`.");
	const seen = /* @__PURE__ */ new Map();
	for (const name of names) {
		if (!MODEL_NAME.test(name)) yield writer.fault([...path, name], `${show(name)} cannot be the name of a model: it becomes the name of a folder.`, "Use letters, digits, `.`, `_` and `-`, 100 at most, and begin with a letter or digit.", "key");
		const folded = name.toLowerCase();
		const other = seen.get(folded);
		if (other !== void 0) yield writer.fault([...path, name], `The models ${show(other)} and ${show(name)} differ only in upper and lower case.`, "Rename one: they would share a folder on macOS and Windows.", "key");
		seen.set(folded, name);
	}
};
const checkHoldout = function* (model, path, writer) {
	const holdout = valueAt(model, ["holdout"]);
	const at = [...path, "holdout"];
	if (entriesOf(holdout).length > 0) {
		const [source, query] = ["source", "query"].map((key) => valueAt(holdout, [key]) !== void 0);
		if (source && query) yield writer.fault([...at, "query"], `${where(at)} has both \`source\` and \`query\`.`, "Keep one: `source` names files, and a `query` names its own.", "key");
		if (!source && !query) yield writer.fault(at, `${where(at)} does not say where its rows are.`, "Add `source: data/holdout/*.parquet`, or a `query`.", "key");
	}
	if (valueAt(model, ["task"]) === "ranking" && holdout !== void 0 && valueAt(holdout, ["group"]) === void 0) yield writer.fault(at, `${where(at)} has no \`group\`, and a ranking is judged list by list.`, "Add the column whose rows make one list, such as `group: query_id`.", "key");
	if (valueAt(model, ["metrics"]) !== void 0 && holdout === void 0) yield writer.fault([...path, "metrics"], `${where(path)} has metrics, but no \`holdout\` to measure them on.`, "Add `holdout: { source: data/holdout.parquet, label: purchased }`.", "key");
};
const checkMetrics = function* (model, path, writer) {
	const metrics = [...path, "metrics"];
	const task = valueAt(model, ["task"]) ?? "binary";
	const seen = /* @__PURE__ */ new Map();
	for (const [id, rule] of entriesOf(valueAt(model, ["metrics"]))) {
		if (isTask(task)) yield* checkMetricId(id, rule, [...metrics, id], task, seen, writer);
		yield* checkBounds(rule, [...metrics, id], writer);
		yield* checkBounds(valueAt(rule, ["slices"]), [
			...metrics,
			id,
			"slices"
		], writer);
	}
};
const checkSlices = function* (model, path, writer) {
	const slices = valueAt(model, ["slices"]);
	if (!Array.isArray(slices)) return;
	const at = [...path, "slices"];
	if (valueAt(model, ["holdout"]) === void 0) yield writer.fault(at, `${where(path)} has slices, but no \`holdout\` to cut them from.`, "Add `holdout: { source: data/holdout.parquet, label: purchased }`.", "key");
	const seen = /* @__PURE__ */ new Set();
	for (const [i, slice] of slices.entries()) {
		const place = [...at, i];
		const [by, condition, name] = [
			"by",
			"where",
			"name"
		].map((key) => valueAt(slice, [key]));
		if (by === void 0 === (condition === void 0)) {
			if (typeof slice === "object" && slice !== null) yield writer.fault(place, `${where(place)} has ${by === void 0 ? "neither `by` nor" : "both `by` and"} \`where\`.`, "Write `by: region` for a slice per value, or `where: price > 100` for one slice.");
			continue;
		}
		if (by !== void 0 && name !== void 0) yield writer.fault([...place, "name"], `${where(place)} has a \`name\`, and the slices of \`by\` are named by their values.`, "Leave it out.", "key");
		const columns = Array.isArray(by) ? by : [by];
		const twice = columns.find((column, at) => columns.indexOf(column) < at);
		if (twice !== void 0) yield writer.fault([...place, "by"], `${where([...place, "by"])} has ${show(twice)} twice.`, "Keep one.");
		const key = String(by === void 0 ? `where ${name ?? condition}` : `by ${columns}`).toLowerCase();
		if (seen.has(key)) yield writer.fault(place, `${where(place)} is ${show(by ?? name ?? condition)}, as one above is.`, by === void 0 ? "Keep one, or give it another `name`." : "Keep one.");
		seen.add(key);
	}
};
const isTask = (task) => TASKS.some((one) => one === task);
/** `seen`: what was written, by the id that it comes to. */
function* checkMetricId(key, rule, path, task, seen, writer) {
	const convention = Object.fromEntries(entriesOf(valueAt(rule, ["convention"])).map(([name, value]) => [name, String(value)]));
	if (key.includes("[") && Object.keys(convention).length > 0) {
		yield writer.fault([...path, "convention"], `${where(path)} has conventions in its name and under \`convention\`.`, "Write them in one place.", "key");
		return;
	}
	const parsed = parseMetricId(metricIdOf(key, { convention }), task);
	if (!parsed.ok) {
		for (const { message, fix } of parsed.faults) yield writer.fault(path, message, fix, "key");
		return;
	}
	const { id } = parsed.metric;
	const other = seen.get(id);
	if (other !== void 0) yield writer.fault(path, `${show(other)} and ${show(key)} are the same metric.`, "Keep one.", "key");
	seen.set(id, key);
}
function* checkBounds(rule, path, writer) {
	const min = valueAt(rule, ["min"]);
	const max = valueAt(rule, ["max"]);
	if (typeof min === "number" && typeof max === "number" && min > max) yield writer.fault([...path, "min"], `${where(path)} has a \`min\` of ${flow(min)} above its \`max\` of ${flow(max)}: nothing can pass.`, "Exchange the two, or leave one out.");
}
const PERCENTILES = [
	"p50",
	"p95",
	"p99"
];
const checkLatency = function* (model, path, writer) {
	const latency = valueAt(model, ["latency"]);
	const at = [...path, "latency"];
	const batch = valueAt(latency, ["batch"]);
	if (Array.isArray(batch)) {
		for (const [i, size] of batch.entries()) if (batch.indexOf(size) < i) yield writer.fault([
			...at,
			"batch",
			i
		], `${where([...at, "batch"])} has ${show(size)} twice.`, "Keep one.");
	}
	let lower = null;
	for (const key of PERCENTILES) {
		const max = valueAt(valueAt(latency, [key]), ["max"]);
		const seconds = typeof max === "string" ? secondsOf(max) : null;
		if (seconds === null) continue;
		if (lower && lower.seconds > seconds) yield writer.fault([
			...at,
			key,
			"max"
		], `${where([...at, key])} allows ${show(max)}, less than the ${show(lower.text)} of \`${lower.key}\`, which is never the longer one.`, `Exchange the two, or leave out the \`max\` of \`${lower.key}\`.`);
		lower = {
			key,
			text: max,
			seconds
		};
	}
};
function secondsOf(text) {
	try {
		return parseDuration(text);
	} catch {
		return null;
	}
}
const checkInputs = function* (model, path, writer) {
	for (const key of ["inputs", "baseline-inputs"]) {
		const inputs = valueAt(model, [key]);
		if (typeof inputs === "object" && inputs !== null && Object.hasOwn(inputs, "__proto__")) yield writer.fault([
			...path,
			key,
			"__proto__"
		], "An input called \"__proto__\" cannot be mapped.", `Rename the input in the model, or use \`${key}: auto\`.`, "key");
	}
};
const MODEL_CHECKS = [
	checkHoldout,
	checkMetrics,
	checkSlices,
	checkLatency,
	checkInputs,
	checkValidate
];
// src/core/policy/faults.ts
/** Zod's issues → faults in our words. */
/** More unknown keys than this in one place are not misspellings. */
const MOST_GUESSES = 50;
/** Every issue as one or more faults: an unknown key each, and one per wrong value. */
function* explainIssues(issues, schema, root, writer) {
	const flat = [...flatten(issues, [])];
	const guessed = new Set(flat.flatMap((issue) => misspelled(issue, schema)).map((path) => JSON.stringify(path)));
	const seen = /* @__PURE__ */ new Set();
	for (const issue of flat) {
		const path = issue.path;
		const node = schemaAt(schema, path);
		if (issue.code === "unrecognized_keys") {
			for (const key of issue.keys) yield unknownKey([...path, key], allowedKeys(node), writer);
			continue;
		}
		const id = JSON.stringify(path);
		const value = valueAt(root, path);
		if (seen.has(id) || value === void 0 && guessed.has(id)) continue;
		seen.add(id);
		yield value === void 0 ? missingKey(path, node, writer) : wrongValue(path, value, node, writer);
	}
}
/** Paths of the keys that the unknown ones were probably meant to be. */
function misspelled(issue, schema) {
	if (issue.code !== "unrecognized_keys") return [];
	const path = issue.path;
	const allowed = allowedKeys(schemaAt(schema, path));
	return issue.keys.slice(0, MOST_GUESSES).flatMap((key) => nearest(key, allowed, 1).map((name) => [...path, name]));
}
/** Within a union, only the option that the value was meant to be matters, when that is clear. */
function* flatten(issues, prefix) {
	for (const issue of issues) {
		const path = [...prefix, ...issue.path];
		const meant = issue.code === "invalid_union" ? meantOption(issue.errors) : null;
		if (meant) yield* flatten(meant, path);
		else yield {
			...issue,
			path
		};
	}
}
function meantOption(options) {
	const kinds = /* @__PURE__ */ new Set([
		"invalid_type",
		"invalid_value",
		"invalid_union"
	]);
	const possible = options.filter((issues) => issues.every((issue) => issue.path.length > 0 || !kinds.has(issue.code)));
	const fewest = Math.min(...possible.map(({ length }) => length));
	const best = possible.filter(({ length }) => length === fewest);
	if (best.length <= 1) return best[0] ?? null;
	const close = best.filter(misspelledThere);
	return close.length === 1 ? close[0] : null;
}
/** Whether an unknown key is like one that is missing. */
function misspelledThere(issues) {
	const absent = issues.flatMap((issue) => issue.code === "unrecognized_keys" ? [] : [String(issue.path[0])]);
	return issues.flatMap((issue) => issue.code === "unrecognized_keys" ? issue.keys : []).slice(0, MOST_GUESSES).some((key) => nearest(key, absent, 1).length > 0);
}
function unknownKey(path, allowed, writer) {
	const key = String(path.at(-1));
	const place = path.length > 1 ? ` in ${where(path.slice(0, -1))}` : "";
	return writer.fault(path, `${code(key)} is not a key${place}.`, suggest(key, allowed, "Allowed here"), "key");
}
/** "Did you mean", when a name is close, and all the names there are. */
function suggest(wanted, names, label) {
	const [close] = nearest(wanted, names);
	const all = `${label}: ${names.map(code).join(", ")}.`;
	return close === void 0 ? all : `Did you mean ${code(close)}? ${all}`;
}
function missingKey(path, node, writer) {
	const key = String(path.at(-1));
	const holder = path.length > 1 ? where(path.slice(0, -1)) : "The policy";
	const fix = `Add \`${writer.pair(key, expectationOf(node).example)}\`.`;
	return writer.fault(path, `${holder} has no ${code(key)}.`, fix, "key");
}
function wrongValue(path, value, node, writer) {
	const { expected, example, explain } = expectationOf(node);
	const key = path.at(-1);
	const place = path.length === 0 ? "The policy" : where(path);
	const found = value === null ? "has no value" : `is ${show(value)}`;
	const right = typeof key === "string" ? writer.pair(key, example) : flow(example);
	return writer.fault(path, `${place} ${found}: ${explain?.(value) ?? `it must be ${expected}`}.`, `Write, for example, \`${right}\`.`);
}
const UNKNOWN = {
	expected: "something else",
	example: "…"
};
function expectationOf(schema) {
	return (schema && expectations.get(schema)) ?? UNKNOWN;
}
function unwrap(schema) {
	let inner = schema;
	while (inner instanceof ZodOptional || inner instanceof ZodDefault) inner = inner.def.innerType;
	return inner;
}
/** The schema of the value at a path, without `optional` and `default`; null where there is none. */
function schemaAt(root, path) {
	let options = [unwrap(root)];
	for (const step of path) {
		options = options.flatMap((schema) => stepInto(schema, step)).map(unwrap);
		if (options.length === 0) return null;
	}
	return options[0] ?? null;
}
function stepInto(schema, step) {
	if (schema instanceof ZodUnion) return schema.def.options.flatMap((option) => stepInto(unwrap(option), step));
	if (schema instanceof ZodArray) return typeof step === "number" ? [schema.def.element] : [];
	if (typeof step === "number") return [];
	if (schema instanceof ZodRecord) return [schema.def.valueType];
	if (schema instanceof ZodObject && Object.hasOwn(schema.def.shape, step)) return [schema.def.shape[step]];
	return [];
}
function allowedKeys(schema) {
	if (schema instanceof ZodObject) return Object.keys(schema.def.shape);
	if (schema instanceof ZodUnion) return [...new Set(schema.def.options.flatMap((option) => allowedKeys(unwrap(option))))];
	return [];
}
/** For a value from the file, with its positions; one put together from flags; or the conditions of a `--metric`. */
function faultWriter(source) {
	if (typeof source === "string") return {
		pair: (key, shown) => source === "flags" ? `--${key} ${flow(shown)}` : `${flow(key)}=${flow(shown)}`,
		fault: (_, message, fix) => ({
			code: "usage-invalid",
			message,
			fix
		})
	};
	return {
		pair: (key, shown) => `${flow(key)}: ${flow(shown)}`,
		fault(path, message, fix, point = "value") {
			return {
				code: "policy-invalid",
				message,
				fix,
				at: point === "key" ? source.at(path) : source.ofValue(path)
			};
		}
	};
}
// src/core/policy/check.ts
/** Enough to mend a policy from, and a bound on what a hostile file makes us write. */
const MOST_FAULTS$1 = 100;
/**
* Checks a value that claims to be a policy. Faults have positions when `positions` is given (code `policy-invalid`),
* and none for a policy put together from flags (`usage-invalid`). At most 100 are returned, the last of which then
* says so.
*/
function checkPolicy(value, positions) {
	const writer = faultWriter(positions ?? "flags");
	const parsed = policySchema.safeParse(value);
	const issues = parsed.success ? [] : parsed.error.issues;
	const faults = [];
	for (const source of [explainIssues(issues, policySchema, value, writer), checkAcross(value, writer)]) for (const fault of source) {
		faults.push(fault);
		if (faults.length >= MOST_FAULTS$1) return {
			ok: false,
			faults: [...faults.sort(byPlace), more(writer)]
		};
	}
	if (parsed.success && faults.length === 0) return {
		ok: true,
		policy: parsed.data
	};
	return {
		ok: false,
		faults: faults.sort(byPlace)
	};
}
function more(writer) {
	return writer.fault([], `There are more than ${MOST_FAULTS$1} faults.`, "Mend these first.");
}
function byPlace(a, b) {
	if (!a.at || !b.at) return 0;
	return a.at.line - b.at.line || a.at.column - b.at.column;
}
// src/core/policy/plain.ts
var import_dist = require_dist();
/** The deepest legal policy has 8 levels; every reader recurses. */
const DEEPEST = 50;
/** A policy of a hundred models has some 10,000. Counted as if each alias were written out: stops "billion laughs". */
const MOST_NODES = 1e5;
/** More of one kind are not told. */
const MOST_FAULTS = 20;
const NOTHING = {
	value: null,
	size: 1
};
/** Walks the document once. */
function toPlain(document, position) {
	const fatal = [];
	const faults = [];
	/** By name; without `built` while the node is still being read. */
	const anchors = /* @__PURE__ */ new Map();
	const targets = /* @__PURE__ */ new Map();
	const note = (list, node, message, fix) => {
		const offset = node?.range?.[0] ?? 0;
		if (list.length < MOST_FAULTS) list.push({
			code: "policy-invalid",
			message,
			fix,
			at: position(offset)
		});
	};
	const build = (node, depth) => {
		if ((0, import_dist.isAlias)(node)) return follow(node);
		if (!(0, import_dist.isNode)(node)) return NOTHING;
		const anchor = {
			node,
			built: null
		};
		if (node.anchor) anchors.set(node.anchor, anchor);
		anchor.built = buildNode(node, depth);
		return anchor.built;
	};
	const buildNode = (node, depth) => {
		if ((0, import_dist.isScalar)(node)) return {
			value: node.value,
			size: 1
		};
		if (depth > DEEPEST) {
			note(fatal, node, "This is nested too deeply.", `Use ${DEEPEST} levels at most.`);
			return NOTHING;
		}
		if ((0, import_dist.isSeq)(node)) {
			const items = node.items.map((item) => build(item, depth + 1));
			return {
				value: items.map(({ value }) => value),
				size: sizeOf(items)
			};
		}
		if (!(0, import_dist.isMap)(node)) return NOTHING;
		checkKeys(node.items);
		const entries = node.items.map(({ key, value }) => {
			return {
				name: (0, import_dist.isScalar)(key) ? String(key.value) : "",
				...build(value, depth + 1)
			};
		});
		return {
			value: Object.fromEntries(entries.map((entry) => [entry.name, entry.value])),
			size: sizeOf(entries)
		};
	};
	const follow = (alias) => {
		const anchor = anchors.get(alias.source);
		if (!anchor?.built) {
			note(fatal, alias, `${code(`*${alias.source}`)} refers to nothing above.`, "Write the value out.");
			return NOTHING;
		}
		targets.set(alias, anchor.node);
		return anchor.built;
	};
	const checkKeys = (pairs) => {
		const seen = /* @__PURE__ */ new Set();
		for (const { key } of pairs) {
			if (!(0, import_dist.isScalar)(key) || key.value === null) {
				note(fatal, key, "A key here is not plain text.", "Write `key: value` with a plain key.");
				continue;
			}
			const name = String(key.value);
			if (key.anchor) anchors.set(key.anchor, {
				node: key,
				built: {
					value: key.value,
					size: 1
				}
			});
			if (seen.has(name)) note(faults, key, `${show(name)} is given twice.`, "Keep one of the two.");
			seen.add(name);
		}
	};
	const { value, size } = build(document.contents, 1);
	if (size > MOST_NODES) note(fatal, document.contents, `The file has more than ${MOST_NODES} values, with \`*\` references written out.`, "Split the models over several policies, and do not nest `*` references.");
	return {
		value,
		fatal,
		faults,
		targets
	};
}
function sizeOf(parts) {
	return parts.reduce((sum, { size }) => sum + size, 1);
}
// src/core/policy/positions.ts
/** Paths → places in the text. */
function positionsOf(document, targets, position) {
	const start = (node) => node?.range?.[0] ?? 0;
	/** The deepest node on the path, and the key it stands under. */
	const find = (path) => {
		let value = document.contents;
		let key = start(value);
		for (const step of path) {
			const holder = (0, import_dist.isAlias)(value) ? targets.get(value) ?? null : value;
			if ((0, import_dist.isMap)(holder)) {
				const pair = holder.items.findLast((item) => (0, import_dist.isScalar)(item.key) && String(item.key.value) === step);
				if (!pair) break;
				key = start(pair.key);
				value = pair.value;
			} else if ((0, import_dist.isSeq)(holder) && typeof step === "number" && holder.items[step]) {
				value = holder.items[step];
				key = start(value);
			} else break;
		}
		return {
			key,
			value
		};
	};
	return {
		at: (path) => position(find(path).key),
		ofValue(path) {
			const { key, value } = find(path);
			return position((0, import_dist.isScalar)(value) && value.range && value.range[1] > value.range[0] || (0, import_dist.isAlias)(value) ? start(value) : key);
		}
	};
}
// src/core/policy/yaml.ts
/** YAML text → plain value, with the place of everything in it. */
/** A policy of a hundred models has some 100 KiB; a hostile one of this size takes the parser seconds. */
const LONGEST_TEXT = 2 ** 20;
/** After the first few the parser has lost its way. */
const MOST_SYNTAX_FAULTS = 20;
/** `value` is null for an empty file. Fails with syntax faults, which make every other check pointless. */
function readYaml(text, file) {
	const top = {
		file,
		line: 1,
		column: 1
	};
	const refuse = (message, fix, at = top) => ({ syntax: [{
		code: "policy-invalid",
		message,
		fix,
		at
	}] });
	if (text.length > LONGEST_TEXT) return refuse(`${file} has ${text.length} characters; a policy has at most ${LONGEST_TEXT}.`, "Is it the right file? If so, split the models over several policies.");
	if (text.includes("\0")) return refuse(`${file} is not text in UTF-8.`, "Is it the right file? If so, save it as UTF-8.");
	const lines = new import_dist.LineCounter();
	const position = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			file,
			line: Math.max(line, 1),
			column: Math.max(col, 1)
		};
	};
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: false,
		schema: "core",
		resolveKnownTags: false
	});
	const errors = [...document.errors, ...document.warnings];
	if (errors.length > 0) return { syntax: errors.slice(0, MOST_SYNTAX_FAULTS).map(({ code, message, pos }) => ({
		code: "policy-invalid",
		...syntaxWords(code, message),
		at: position(pos[0])
	})) };
	const { value, fatal, faults, targets } = toPlain(document, position);
	if (fatal.length > 0) return { syntax: [...fatal] };
	return {
		value,
		positions: positionsOf(document, targets, position),
		faults: [...faults]
	};
}
/** In our words for the mistakes that people make; in the parser's for the rest. */
const SYNTAX = {
	TAB_AS_INDENT: ["a tab is used to indent", "Indent with spaces."],
	MULTIPLE_DOCS: ["a second document begins here (`---`)", "Keep one document in the file."],
	TAG_RESOLVE_FAILED: ["a tag (`!…`) stands here, and none has a meaning", "Remove the tag, or quote the text."],
	BAD_SCALAR_START: ["a value begins with a reserved character", "Put the value between quotes."],
	BLOCK_AS_IMPLICIT_KEY: ["a second `key: value` stands on one line", "Put the inner one on its own line, indented, or between `{` and `}`."]
};
function syntaxWords(code, message) {
	const known = Object.hasOwn(SYNTAX, code) ? SYNTAX[code] : void 0;
	if (known) return {
		message: `This is not YAML that can be read: ${known[0]}.`,
		fix: known[1]
	};
	return {
		message: `This is not YAML that can be read: ${/call stack/i.test(message) ? "it is nested too deeply" : message.slice(0, 200)}.`,
		fix: "Look for a missing quote, bracket or colon here or just above, and for uneven indentation."
	};
}
// src/core/policy/parse.ts
/**
* Reads a policy from YAML text. `file` is how the user calls it, for positions.
* Returns every fault at once, in the order of the file, each with a position and what to write instead; only faults
* of the YAML itself hide the others.
*/
function parsePolicy(text, file) {
	const yaml = readYaml(text, file);
	if ("syntax" in yaml) return {
		ok: false,
		faults: yaml.syntax
	};
	if (yaml.value === null) return {
		ok: false,
		faults: [{
			code: "policy-invalid",
			message: `${file} is empty.`,
			fix: "Begin with `version: 1` and `models: { conversion: { candidate: models/conversion.onnx } }`.",
			at: {
				file,
				line: 1,
				column: 1
			}
		}]
	};
	const checked = checkPolicy(yaml.value, yaml.positions);
	const faults = [...yaml.faults, ...checked.ok ? [] : checked.faults].sort(byPlace);
	if (!checked.ok || faults.length > 0) return {
		ok: false,
		faults
	};
	return {
		ok: true,
		policy: checked.policy,
		positions: yaml.positions
	};
}
// src/commands/plan-file.ts
/** The policy file: which one counts, what it says, and where its paths lead. */
/** Throws every fault in the file, with its place. */
async function readPolicy(inputs, ports) {
	const source = await findPolicy(inputs, ports);
	const parsed = parsePolicy(new TextDecoder().decode(await ports.files.read(source.path)), inputs.policy);
	if (!parsed.ok) throwFaults(parsed.faults);
	if (!parsed.ok) throw new Error("unreachable: a refused policy has faults");
	const { digest } = await ports.files.identify(source.path);
	const changes = source.path === inputs.policy ? [] : await changeNotes(parsed.policy, inputs.policy, ports);
	return {
		policy: {
			...parsed.policy,
			models: placed(parsed.policy.models, folderOf(inputs.policy)),
			report: placedReport(parsed.policy.report, folderOf(inputs.policy))
		},
		positions: parsed.positions,
		subject: {
			path: inputs.policy,
			digest
		},
		notes: [...source.notes, ...changes]
	};
}
/** On a pull request the policy is the base branch's: a pull request must not loosen the gate that judges it. */
async function findPolicy(inputs, ports) {
	if (inputs.baseSha === null) return {
		path: inputs.policy,
		notes: []
	};
	const revision = inputs.baseSha;
	const found = await ports.references.find({
		scheme: "git",
		revision,
		path: inputs.policy
	});
	if (found.ok) return {
		path: found.file.path,
		notes: []
	};
	const message = `${inputs.policy} was read from the pull request itself: its base commit has none within reach. Check out with \`fetch-depth: 0\` to judge by the base branch's policy.`;
	return {
		path: inputs.policy,
		notes: [{
			model: null,
			code: "policy-from-head",
			message
		}]
	};
}
/** Most changes that the verdict spells out. */
const MOST_CHANGES = 20;
/** What the pull request's own file would do once it is merged. */
async function changeNotes(base, path, ports) {
	const note = (code, message) => ({
		model: null,
		code,
		message: clipForeign(message)
	});
	let text;
	try {
		text = new TextDecoder().decode(await ports.files.read(path));
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		return [note("policy-loosened", `The pull request removes ${path}, by whose base version it is judged.`)];
	}
	const own = parsePolicy(text, path);
	if (!own.ok) {
		const [first] = own.faults;
		return [note("policy-changed", `The pull request's own ${path} would not be accepted: ${first?.message} It is judged by the base branch's.`)];
	}
	const changes = policyChanges(base, own.policy);
	const told = changes.slice(0, MOST_CHANGES).map(({ effect, path: key, before, after }) => note(effect === "loosens" ? "policy-loosened" : "policy-changed", `The pull request ${effect} \`${key}\`: ${before ?? "nothing"} → ${after ?? "nothing"}. It is judged without that.`));
	if (changes.length <= told.length) return told;
	const rest = `The pull request changes ${changes.length - told.length} more settings of ${path}.`;
	return [...told, note("policy-changed", rest)];
}
const folderOf = (path) => path.slice(0, path.search(/[^\\/]*$/));
function placed(models, folder) {
	return Object.fromEntries(Object.entries(models).map(([name, model]) => [name, inFolder(folder, model)]));
}
/** Paths in a policy file are relative to the file; those in flags to the working directory. */
function placeIn(folder, reference) {
	const [, scheme = "", path] = /^(git:[^:]+(?::|$)|dvc:(?:[^:]+:)?)?(.*)$/.exec(reference);
	return path && !/^([A-Za-z][\w+.-]+:|[\\/])/.test(path) ? `${scheme}${folder}${path}` : reference;
}
function placedReport(report, folder) {
	return report.history === void 0 ? report : {
		...report,
		history: placeIn(folder, report.history)
	};
}
function inFolder(folder, model) {
	const place = (reference) => placeIn(folder, reference);
	const several = (value) => typeof value === "string" ? place(value) : value.map(place);
	return {
		...model,
		candidate: place(model.candidate),
		...model.baseline !== void 0 && { baseline: several(model.baseline) },
		...model.validate.golden !== void 0 && { validate: {
			...model.validate,
			golden: place(model.validate.golden)
		} },
		...model.holdout && { holdout: placedHoldout(model.holdout, place, several) }
	};
}
function placedHoldout(holdout, place, several) {
	const { source, training, baseline, ledger } = holdout;
	return {
		...holdout,
		...source !== void 0 && { source: several(source) },
		...training !== void 0 && { training: several(training) },
		...baseline !== void 0 && { baseline: several(baseline) },
		...ledger !== void 0 && { ledger: place(ledger) }
	};
}
// src/core/metrics/usual.ts
/** What is measured when nobody chose: ranking quality, probability quality, and what people ask for first. */
const USUAL_METRICS = {
	binary: [
		"auc",
		"logloss",
		"copc",
		"ece@20",
		"accuracy"
	],
	multiclass: [
		"accuracy",
		"logloss",
		"auc"
	],
	regression: [
		"rmse",
		"mae",
		"r2"
	],
	ranking: [
		"ndcg@10",
		"mrr@10",
		"map@10"
	]
};
// src/core/policy/flags.ts
/** `--metric auc:margin=0.002,min=0.7`: the rules of the policy file, written on the command line. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/**
* `auc:margin=0.002,min=0.7` → id and rule; `auc` alone measures it without a rule.
* Keys and values are those of the policy file; of which tasks the metric is does not matter here.
* Returns every fault at once, code `usage-invalid`.
*/
function parseMetricFlag(flag) {
	const writer = faultWriter("conditions");
	const faults = [];
	const colon = flag.indexOf(":");
	const metric = (colon < 0 ? flag : flag.slice(0, colon)).trim();
	const conditions = colon < 0 ? [] : flag.slice(colon + 1).split(",");
	faults.push(...unknownMetric(metric).map(({ message, fix }) => writer.fault([], message, fix)));
	const values = /* @__PURE__ */ new Map();
	for (const condition of conditions) {
		const equals = condition.indexOf("=");
		const key = condition.slice(0, Math.max(equals, 0)).trim();
		const value = condition.slice(equals + 1).trim();
		if (key === "" || value === "") faults.push(writer.fault([], `${show(condition)} in --metric ${show(flag)} is not a condition.`, "Write `key=value`, for example `auc:margin=0.002,min=0.7`."));
		else if (values.has(key)) faults.push(writer.fault([], `--metric ${show(flag)} gives ${code(key)} twice.`, "Keep one."));
		else values.set(key, NUMBER.test(value) ? Number(value) : value);
	}
	const schema = strictObject({ [metric]: metricRule });
	const value = { [metric]: Object.fromEntries(values) };
	const parsed = schema.safeParse(value);
	if (!parsed.success) faults.push(...explainIssues(parsed.error.issues, schema, value, writer));
	faults.push(...checkBounds(value[metric], [metric], writer));
	if (!parsed.success || faults.length > 0) return {
		ok: false,
		faults
	};
	return {
		ok: true,
		metric,
		rule: parsed.data[metric]
	};
}
/** Why no task has such a metric, as the first of them says it. */
function unknownMetric(metric) {
	const [first, ...others] = TASKS.map((task) => parseMetricId(metric, task));
	return first.ok || others.some(({ ok }) => ok) ? [] : first.faults;
}
// src/commands/plan-flags.ts
/** What flags, or a step's `with:`, say of one model. */
/** Throws `usage-invalid` for every bad value. Empty when there are none. */
function readFlags(inputs) {
	const faults = [];
	const metrics = {};
	for (const text of inputs.metric ?? []) {
		const parsed = parseMetricFlag(text);
		if (parsed.ok && Object.hasOwn(metrics, parsed.metric)) faults.push(metricTwice(parsed.metric));
		else if (parsed.ok) metrics[parsed.metric] = parsed.rule;
		else faults.push(...parsed.faults);
	}
	const batch = (inputs.batch ?? []).map(Number);
	if (batch.some((size) => !Number.isInteger(size) || size < 1)) faults.push({
		code: "usage-invalid",
		message: `--batch is \`${inputs.batch.join(",").slice(0, 100)}\`; it must be whole numbers from 1.`,
		fix: "Write `--batch 1,32`."
	});
	const latency = {
		...batch.length > 0 && { batch },
		...numbersOf(inputs, faults),
		...inputs["max-time"] !== void 0 && { "max-time": inputs["max-time"] },
		...inputs.endpoint !== void 0 && { endpoint: inputs.endpoint },
		...inputs.rate !== void 0 && { rate: rateOf(inputs.rate) }
	};
	throwFaults(faults);
	const rows = inputs.scores?.length ? inputs.scores : inputs.holdout ?? [];
	const parts = {
		...rows.length > 0 && { source: [...rows] },
		...inputs.label !== void 0 && { label: inputs.label },
		...inputs.group !== void 0 && { group: inputs.group },
		...inputs.weight !== void 0 && { weight: inputs.weight },
		...inputs.item !== void 0 && { item: inputs.item },
		...inputs.where !== void 0 && { where: inputs.where },
		...inputs.sample !== void 0 && { sample: numberOr(inputs.sample) },
		...inputs.limit !== void 0 && { limit: numberOr(inputs.limit) },
		...inputs["install-extensions"] && { "install-extensions": true }
	};
	return {
		...inputs.candidate !== void 0 && { candidate: inputs.candidate },
		...inputs.task !== void 0 && { task: inputs.task },
		...inputs.baseline?.length && { baseline: [...inputs.baseline] },
		...Object.keys(parts).length > 0 && { holdoutParts: parts },
		...Object.keys(metrics).length > 0 && { metrics },
		...inputs.target?.length && { validate: { targets: [...inputs.target] } },
		...Object.keys(latency).length > 0 && { latency }
	};
}
const numberOr = (text) => /^\d+$/.test(text) ? Number(text) : text;
const rateOf = (text) => /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
function numbersOf(inputs, faults) {
	const found = {};
	for (const [name, most] of [["launches", 100], ["threads", 1024]]) {
		const text = inputs[name];
		if (text !== void 0) found[name] = readNumber(name, text, wholeNumber$1(1, most, "7"), faults);
	}
	return found;
}
function metricTwice(id) {
	return {
		code: "usage-invalid",
		message: `--metric names ${id} twice.`,
		fix: `Join the conditions: \`${id}:margin=0.002,min=0.7\`.`
	};
}
/**
* A model that stands for itself: where flags do not choose, the task's usual metrics and batch sizes are measured.
*/
function modelOfFlags(candidate, flags) {
	const metrics = Object.fromEntries(USUAL_METRICS[flags.task ?? "binary"].map((id) => [id, {}]));
	return withFlags({
		candidate,
		latency: {
			p50: {},
			p95: {},
			p99: {}
		},
		...flags.holdoutParts && { metrics }
	}, flags);
}
/** A model of the policy with the flags over it, not yet checked. */
function withFlags(model, { holdoutParts, ...flags }) {
	const { query, ...holdout } = model.holdout ?? {};
	const { metrics = {}, slices = [], ...rest } = model;
	return {
		...rest,
		...Object.keys(metrics).length > 0 && { metrics },
		...slices.length > 0 && { slices },
		...flags,
		...model.validate && flags.validate && { validate: {
			...model.validate,
			...flags.validate
		} },
		...model.latency && flags.latency && { latency: {
			...model.latency,
			...flags.latency
		} },
		...holdoutParts && { holdout: {
			...holdout,
			...query !== void 0 && !holdoutParts.source && { query },
			...holdoutParts
		} }
	};
}
/** Models put together from flags pass the same checks as a file, which also fill in the defaults. */
function checked(models, mode) {
	const result = checkPolicy({
		version: 1,
		...mode && { mode },
		models
	}, null);
	if (result.ok) return result.policy;
	throwFaults(result.faults);
	throw new Error("unreachable: a refused policy has faults");
}
// src/commands/plan.ts
/**
* The policy that this run judges by: from the file, with flags over it, or from flags alone when a candidate is given
* without a model's name. Throws every fault in the file or the flags.
*/
async function runPlan(inputs, ports) {
	const flags = readFlags(inputs);
	const alone = inputs.candidate ?? inputs.scores?.[0];
	if (alone !== void 0 && inputs.model.length === 0) {
		const name = nameOf(alone);
		return {
			...taking(checked({ [name]: modelOfFlags(alone, flags) }, inputs.mode), [name]),
			positions: void 0,
			subject: null,
			notes: []
		};
	}
	const file = await readPolicy(inputs, ports);
	const models = chooseModels(inputs, file.policy);
	if (Object.keys(flags).length > 0 && models.length !== 1) throw fault("usage-invalid", `Flags describe one model, but ${models.length} were taken from ${inputs.policy}.`, { fix: `Name it with \`--model\`: ${models.slice(0, 10).join(", ")}.` });
	const policy = {
		...file.policy,
		mode: inputs.mode ?? file.policy.mode
	};
	if (Object.keys(flags).length > 0) {
		const name = models[0];
		policy.models = {
			...policy.models,
			...checked({ [name]: withFlags(modelOf(policy, name), flags) }, policy.mode).models
		};
	}
	const { positions, subject, notes } = file;
	return {
		...taking(policy, models),
		positions,
		subject,
		notes
	};
}
function taking(policy, names) {
	const { seconds, memory } = policy.limits;
	return {
		policy,
		limits: {
			seconds,
			memory: parseMemory(memory)
		},
		models: new Map(names.map((name) => [name, modelOf(policy, name)]))
	};
}
function chooseModels(inputs, policy) {
	const known = Object.keys(policy.models);
	const faults = inputs.model.filter((name) => !known.includes(name)).map((name) => {
		const [suggestion] = nearest(name, known, 1);
		return {
			code: "usage-invalid",
			message: `${inputs.policy} has no model \`${name.slice(0, 100)}\`.`,
			fix: suggestion ? `Did you mean \`${suggestion}\`?` : `It has ${known.slice(0, 10).join(", ")}.`
		};
	});
	throwFaults(faults);
	return inputs.model.length > 0 ? [...inputs.model] : known;
}
/** A model's name names its folder of documents. */
function nameOf(candidate) {
	return candidate.split(/[\\/]/).at(-1).replace(/\.(onnx|parquet|csv|jsonl?)$/i, "").replace(/[^A-Za-z0-9._-]/g, "-").replace(/^[^A-Za-z0-9]+/, "").slice(0, 100) || "model";
}
export { columnsOf as a, metricIdsOf as c, targetFindings as d, minimumRuntime as f, readFlags as i, modelOf as l, runPlan as n, sliceName as o, checked as r, metricIdOf as s, nameOf as t, parseTarget as u };
