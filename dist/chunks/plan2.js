import { i as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { a as nearest, i as fault, n as FaultError, o as throwFaults, r as exitCodeOf } from "./errors.js";
import { A as datetime, B as boolean, C as digest, D as subject, E as interval, F as ZodRecord, G as record, H as literal, I as ZodUnion, J as union, K as strictObject, L as _enum, M as ZodDefault, N as ZodObject, O as tool, P as ZodOptional, R as _null, S as clipForeign, T as header, U as number$1, V as int, Y as registry, j as ZodArray, k as date, n as FIXED_CHECKS, q as string, t as CHECK_IDS, w as foreign, z as array } from "./check-ids.js";
import { _ as formatPercentDelta, b as shortDigest, d as decimalsFor, g as formatPercent, h as formatDuration, p as formatCount, v as formatScore, y as plural } from "./columns.js";
// src/core/documents/benchmark.ts
const ratio = strictObject({
	ratio: number$1().positive(),
	interval: interval.nullable()
});
/** One percentile at one batch size. Times are seconds per call. */
const arm = strictObject({
	batch: int().positive(),
	threads: int().positive(),
	metric: _enum([
		"p50",
		"p95",
		"p99"
	]),
	candidate: number$1().positive(),
	baseline: number$1().positive().nullable(),
	/** candidate / baseline: geometric mean over launches, with a t-interval on its logarithm. */
	ratio: number$1().positive().nullable(),
	interval: interval.nullable(),
	/** The baseline against a second session of itself: what the machine's noise alone does. */
	control: ratio.nullable(),
	/** Calls timed per model, all launches together. */
	samples: int().positive(),
	launches: int().positive()
});
/** Answer to "is it as fast?", written by `onnx-gate benchmark`. */
const benchmark = strictObject({
	schema: literal("onnx-gate/benchmark/v1"),
	...header,
	candidate: subject,
	baseline: subject.nullable(),
	arms: array(arm).max(1e3),
	environment: strictObject({
		runtime: string().max(80),
		node: string().max(40),
		platform: string().max(80),
		cpu: string().max(200),
		cores: int().positive(),
		/** 1-minute load average when the benchmark began; null where the system has none. */
		load: number$1().nonnegative().nullable()
	})
});
// src/core/documents/evaluation.ts
/**
* One metric on one slice, for both models. Without a baseline, everything that compares is null. Any other null has
* its `reason`: the metric is undefined, or its interval is.
*/
const metricResult = strictObject({
	/** The metric's id, such as `auc` or `ndcg@10`. */
	metric: string().max(200),
	/** How ties, clipping and empty groups were treated, such as `eps=2.2e-16`. Empty where there is no choice. */
	convention: string().max(200),
	/** Which way is better. */
	direction: _enum(["higher", "lower"]),
	slice: foreign.nullable(),
	/** Rows that entered. */
	n: int().nonnegative(),
	candidate: number$1().nullable(),
	baseline: number$1().nullable(),
	/** candidate − baseline, not signed by direction. */
	delta: number$1().nullable(),
	standardError: number$1().nonnegative().nullable(),
	/** Of `delta`, paired. */
	interval: interval.nullable(),
	/** Two-sided p-value of `delta` = 0. */
	p: number$1().min(0).max(1).nullable(),
	/** Smallest |delta| that this holdout finds with 80 % power at the interval's confidence. */
	mde: number$1().nonnegative().nullable(),
	dropped: strictObject({
		rows: int().nonnegative(),
		groups: int().nonnegative()
	}),
	/** Why numbers are missing, or null. */
	reason: string().max(400).nullable()
});
/** Room for rounding at the ends. */
const ROUNDED_ONE = 1 + 1e-6;
const share = number$1().min(0).max(ROUNDED_ONE).nullable();
const correlation = number$1().min(-1.000001).max(ROUNDED_ONE).nullable();
/** How much the candidate's answers differ from the baseline's; needs no labels. Null where it is not defined. */
const churn = strictObject({
	rows: int().nonnegative(),
	/** Groups with rows; 0 where rows are not grouped. */
	groups: int().nonnegative(),
	/** Null where scores are no probabilities. */
	threshold: number$1().nullable(),
	/** Share of rows on the other side of `threshold`. */
	flipRate: share,
	/** Mean and greatest |candidate − baseline|. */
	meanShift: number$1().nonnegative().nullable(),
	maxShift: number$1().nonnegative().nullable(),
	spearman: correlation,
	kendallTauB: correlation,
	/** Cut-off of `overlap`. */
	k: int().positive(),
	/** Means over groups: share of the first `k` that both have, rank-biased overlap, share whose first row changed. */
	overlap: share,
	rbo: share,
	firstChanged: share
});
/** What became of one entry of the policy's `slices`. */
const sliceGroup = strictObject({
	/** As `sliceName` gives it: the columns, or the condition's name. */
	name: foreign,
	/** Slices that were measured, by the text that stands in `metrics[].slice`. */
	measured: array(foreign).max(1e3),
	/** Slices that were too small. */
	suppressed: array(strictObject({
		slice: foreign,
		rows: int().nonnegative(),
		/** Rows with label 1; null where labels are not 0 and 1. */
		positives: int().nonnegative().nullable(),
		reason: string().max(400)
	})).max(1e3),
	/** Why there is no slice at all, or null. */
	reason: foreign.nullable()
});
/** What is odd about the holdout. It never decides; warnings stand in the report. */
const dataFinding = strictObject({
	/** Such as `label-balance`; docs/holdout.md lists them. */
	check: string().max(80),
	level: _enum(["warning", "info"]),
	/** One sentence for a person. */
	message: foreign,
	/** The column that it is about. */
	column: foreign.optional(),
	/** The number that was judged: a count, or a share as a fraction. */
	value: number$1().optional()
});
const worst = (entry) => array(entry).max(5);
/** Where a metric is worse than the baseline's. Every `loss` is in the metric's units, positive for worse; largest first. */
const whereWorse = strictObject({
	metric: string().max(200),
	/** Of all rows. */
	loss: number$1().positive(),
	/** Whether the loss of a part is its term of a sum, or what goes away when the part is left out. */
	method: _enum(["sum", "leave-out"]),
	slices: worst(strictObject({
		slice: foreign,
		rows: int().positive(),
		loss: number$1().positive()
	})),
	groups: worst(strictObject({
		group: foreign,
		rows: int().positive(),
		loss: number$1().positive()
	})),
	/** `row` counts from 1. Scores of several classes are those of the label's class. */
	rows: worst(strictObject({
		row: int().positive(),
		label: number$1(),
		candidate: number$1(),
		baseline: number$1(),
		loss: number$1().positive()
	}))
});
/** Answer to "is it as good?", written by `onnx-gate evaluate`. */
const evaluation = strictObject({
	schema: literal("onnx-gate/evaluation/v1"),
	...header,
	/** Null when the scores were made elsewhere. */
	candidate: subject.nullable(),
	baseline: subject.nullable(),
	/** Whether there was a baseline score to compare with, wherever it came from. */
	compared: boolean(),
	holdout: strictObject({
		source: foreign,
		digest,
		rows: int().nonnegative(),
		/** Rows with label 1; null where labels are not 0 and 1. */
		positives: int().nonnegative().nullable(),
		/** Distinct groups, or null when rows are taken as independent. */
		groups: int().nonnegative().nullable()
	}),
	metrics: array(metricResult).max(1e5),
	/** Null without a baseline, and where every class has a score of its own. */
	churn: churn.nullable(),
	/** In the policy's order. */
	slices: array(sliceGroup).max(100),
	/** Absent in documents of versions that did not look. */
	data: array(dataFinding).max(1e3).optional(),
	/** Metrics of all rows by which the candidate is worse; those that cannot be divided are absent. */
	where: array(whereWorse).max(1e3).optional()
});
// src/core/documents/validation.ts
/** A graph input or output. `shape` holds sizes, names of dynamic dimensions, or null for unnamed ones. */
const tensorInfo = strictObject({
	name: foreign,
	/** ONNX Runtime's element type, such as `float32`; null when it is not a tensor (a sequence or a map). */
	type: string().max(40).nullable(),
	shape: array(union([
		int(),
		foreign,
		_null()
	])).max(64)
});
const finding = strictObject({
	check: string().max(80),
	severity: _enum([
		"error",
		"warning",
		"info"
	]),
	message: foreign,
	/** Where in the model: a node, tensor or input name. */
	at: foreign.nullable(),
	/** What to do about it. */
	fix: foreign.optional(),
	/** Raw words of an engine. */
	details: foreign.optional()
});
/** Findings that a document holds. */
const MOST_FINDINGS$1 = 1e4;
/** Entries that any list of names in the summary or the comparison holds. */
const MOST_ENTRIES = 1e3;
const count = int().nonnegative();
const words = string().max(400);
const listOf = (entry) => array(entry).max(MOST_ENTRIES);
const bothOf = (value) => strictObject({
	candidate: value,
	baseline: value
});
const opset = strictObject({
	domain: foreign,
	version: int()
});
const producer = strictObject({
	name: foreign,
	version: foreign
});
const quantization = strictObject({
	/** Weights of 8 bits or fewer, of all weights that are not int16 or wider; null without weights. */
	share: number$1().min(0).max(1).nullable(),
	/** How, such as `QDQ`, `int8 weights`. */
	kinds: array(string().max(80)).max(20)
});
/** The graph of a small model, for drawing: nodes in topological order, edges by index. */
const drawing = strictObject({
	nodes: array(strictObject({
		label: foreign,
		kind: _enum([
			"input",
			"operator",
			"output"
		])
	})).max(60),
	edges: array(strictObject({
		from: count,
		to: count
	})).max(MOST_ENTRIES)
});
const summary = strictObject({
	irVersion: int(),
	/** A list, as the file has it: a domain may be there twice. */
	opsets: listOf(opset),
	producer,
	metadata: listOf(strictObject({
		key: foreign,
		value: foreign
	})),
	inputs: array(tensorInfo).max(1e4),
	outputs: array(tensorInfo).max(1e4),
	/** Of the graph and its subgraphs; functions count once for each time they are written, not called. */
	nodes: count,
	/** The most frequent first; `domain::Name` outside ai.onnx. */
	operators: listOf(strictObject({
		operator: foreign,
		count
	})),
	/** Elements of all weights. */
	parameters: count,
	/** Bytes of weights inside the file. */
	bytes: count,
	/** Bytes of weights in files beside it. */
	externalBytes: count,
	/** For one row. Null where a shape is not known; `notes` says which. */
	multiplyAdds: count.nullable(),
	/** Most bytes of intermediate tensors alive at once, for one row, without reuse in place. An estimate. */
	activationBytes: count.nullable(),
	quantization,
	notes: array(foreign).max(20),
	/** Null for a graph too large to be drawn. */
	drawing: drawing.nullable()
});
const COMPATIBILITIES = [
	"compatible",
	"warning",
	"breaking"
];
const weight = strictObject({
	name: foreign,
	/** Type and shape, such as `float32[64,32]`; both when they differ. */
	candidate: words.nullable(),
	baseline: words.nullable()
});
const extreme = strictObject({
	value: number$1().positive(),
	/** From 0, among the rows that both models were given; null for an output without a line for each row. */
	row: count.nullable(),
	/** Of the number within its row; within the output where there is no row. From 0. */
	index: count,
	candidate: number$1(),
	baseline: number$1()
});
/** One output of both models on the same rows. An extreme is null where nothing differs by that measure. */
const outputDifference = strictObject({
	name: foreign,
	/** Rows in which anything differs, of all. */
	differing: number$1().min(0).max(1),
	/** |candidate − baseline|. */
	absolute: extreme.nullable(),
	/** The same over |baseline|; baselines of 0 are left out. */
	relative: extreme.nullable(),
	/** Numbers of the type that lie between the two; for floats of one type. */
	ulp: extreme.nullable(),
	/** Elements that differ and have no distance: text, not finite in one model, or too far apart for a double. */
	incomparable: count
});
/** What both models said to the same rows. */
const outputs = strictObject({
	/** Where the rows came from. */
	on: _enum(["holdout", "made up"]),
	rows: count,
	list: listOf(outputDifference),
	/** What could not be compared, and why. */
	notes: array(foreign).max(20)
});
/** What is different from the baseline. */
const comparison = strictObject({
	/** What a caller of the baseline meets: the worst of `signature`. */
	compatibility: _enum(COMPATIBILITIES),
	signature: listOf(strictObject({
		level: _enum(COMPATIBILITIES),
		message: foreign,
		at: foreign
	})),
	bytes: bothOf(count),
	parameters: bothOf(count),
	nodes: bothOf(count),
	multiplyAdds: bothOf(count.nullable()),
	irVersion: bothOf(int()),
	producer: bothOf(producer),
	quantization: bothOf(quantization),
	/** Only those that differ; null where there is none. */
	opsets: listOf(strictObject({
		domain: foreign,
		...bothOf(int().nullable()).shape
	})),
	operators: listOf(strictObject({
		operator: foreign,
		...bothOf(count).shape
	})),
	weights: strictObject({
		added: count,
		removed: count,
		changed: count,
		same: count,
		/** Equal in type and shape, but their bytes were not compared. */
		unread: count,
		/** Added, removed and changed ones by name. */
		list: listOf(weight)
	}),
	/** Null when the models were not run. */
	outputs: outputs.nullable(),
	/** One sentence each, for a reader in a hurry; the most important first. */
	sentences: array(foreign).max(50)
});
/** Answer to "is it sound?", written by `onnx-gate validate`. */
const validation = strictObject({
	schema: literal("onnx-gate/validation/v1"),
	...header,
	candidate: subject,
	baseline: subject.nullable(),
	/** Null when the file could not be read as a model. */
	summary: summary.nullable(),
	/** Null without a baseline, or when either model could not be read. */
	comparison: comparison.nullable(),
	/** Oldest ONNX Runtime for the model's opsets and IR version; null when none is known or it could not be read. */
	minimumRuntime: strictObject({
		name: string().max(80),
		version: string().max(40),
		reason: words
	}).nullable(),
	/** What the model was loaded with. */
	runtime: strictObject({
		name: string().max(80),
		version: string().max(40)
	}),
	findings: array(finding).max(MOST_FINDINGS$1),
	status: _enum(["pass", "fail"])
});
// src/core/documents/verdict.ts
/** What one rule of the policy says about the measurements. */
const ruleResult = strictObject({
	/** `model/metric` or `model/metric/slice`; waivers name rules by it. */
	id: foreign,
	model: foreign,
	/** A metric id, `latency/batch=32/p99`, or `validate`. */
	metric: foreign,
	slice: foreign.nullable(),
	result: _enum([
		"pass",
		"fail",
		"inconclusive",
		"skipped"
	]),
	/** `warn` rules are shown and never decide. */
	level: _enum(["error", "warn"]),
	/** How to print the numbers below. */
	unit: _enum([
		"score",
		"seconds",
		"none"
	]),
	value: number$1().nullable(),
	baseline: number$1().nullable(),
	/** candidate − baseline; for latency the ratio − 1. */
	delta: number$1().nullable(),
	interval: interval.nullable(),
	/** The most that may be lost, in the units of `delta`. */
	margin: number$1().nonnegative().nullable(),
	/** What the candidate's own value must lie between, inclusive; null where the rule has no such bound. */
	bounds: strictObject({
		min: number$1().nullable(),
		max: number$1().nullable()
	}).nullable(),
	/** One-sided p-value of a loss beyond the margin; small means proved worse. Of slices only. */
	p: number$1().min(0).max(1).nullable(),
	/** `p` after all slices of the metric were taken together: Holm where they gate, Benjamini–Hochberg where they warn. */
	pAdjusted: number$1().min(0).max(1).nullable(),
	mde: number$1().nonnegative().nullable(),
	n: int().nonnegative().nullable(),
	/** What lets the rule be missed for a time, and made its level `warn`; null for most rules. */
	waiver: strictObject({
		ceiling: number$1().positive(),
		reason: foreign,
		owner: foreign,
		issue: foreign.nullable(),
		expires: date()
	}).nullable(),
	/** One sentence for a person: why the result is what it is. */
	reason: foreign,
	/** Position of the rule in the policy file, where it has one. */
	at: strictObject({
		file: foreign,
		line: int().positive(),
		column: int().positive()
	}).nullable()
});
const verdictSubjects = strictObject({
	model: foreign,
	candidate: subject.nullable(),
	baseline: subject.nullable(),
	holdout: strictObject({
		source: foreign,
		digest,
		rows: int().nonnegative()
	}).nullable()
});
// src/core/documents/index.ts
/** Every document that onnx-gate writes, by kind; the file is `<kind>.json`. */
const DOCUMENTS = {
	validation,
	evaluation,
	benchmark,
	verdict: strictObject({
		schema: literal("onnx-gate/verdict/v1"),
		tool,
		created: datetime(),
		verdict: _enum([
			"pass",
			"fail",
			"inconclusive",
			"error"
		]),
		mode: _enum([
			"guard",
			"strict",
			"point"
		]),
		/** What the process that reached this verdict exits with (design, section 5). */
		exitCode: union([
			literal(0),
			literal(1),
			literal(2),
			literal(3),
			literal(4)
		]),
		rules: array(ruleResult).max(1e5),
		subjects: array(verdictSubjects).max(1e3),
		policy: strictObject({
			path: foreign,
			digest
		}).nullable(),
		/** What a reader must know before the rules: `no baseline`, `no thresholds`, faults. */
		reasons: array(strictObject({
			model: foreign.nullable(),
			code: string().max(80),
			message: foreign,
			details: foreign.optional()
		})).max(1e4)
	})
};
/**
* Reads a document of one kind from JSON text.
* Returns all faults, each naming the field, when the text is not such a document.
*/
function parseDocument$1(kind, text, file) {
	let json;
	try {
		json = JSON.parse(text);
	} catch (error) {
		return {
			ok: false,
			faults: [{
				code: "document-invalid",
				message: `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
				fix: `Write it again with \`onnx-gate\`.`
			}]
		};
	}
	const parsed = DOCUMENTS[kind].safeParse(json);
	if (parsed.success) return {
		ok: true,
		document: parsed.data
	};
	return {
		ok: false,
		faults: parsed.error.issues.slice(0, 20).map((issue) => ({
			code: "document-invalid",
			message: `${file} is not an onnx-gate ${kind} document: ${issue.path.join(".") || "the top level"}: ${issue.message}`,
			fix: "Make it again with the same version of onnx-gate that reads it."
		}))
	};
}
// src/commands/documents.ts
/** Kinds that measuring commands write; a verdict is not judged again. */
const MEASURED = Object.keys(DOCUMENTS).filter((kind) => kind !== "verdict");
/**
* Reads every measurement below the folders, such as `.onnx-gate/conversion/evaluation.json`.
* Throws `document-invalid` for each that is not one, and when there are two of a kind for one model.
*/
async function runReadDocuments(folders, ports) {
	const documents = /* @__PURE__ */ new Map();
	const faults = [];
	for (const folder of folders) for (const file of await ports.files.list(folder)) {
		const kind = MEASURED.find((one) => file.split(/[\\/]/).at(-1) === `${one}.json`);
		if (!kind) continue;
		const path = `${folder}/${file}`;
		const parsed = parseDocument$1(kind, new TextDecoder().decode(await ports.files.read(path)), path);
		if (!parsed.ok) {
			faults.push(...parsed.faults);
			continue;
		}
		const key = `${kind} ${parsed.document.model}`;
		const other = documents.get(key);
		if (other) faults.push(twice(kind, parsed.document.model, other.path, path));
		else documents.set(key, {
			path,
			document: parsed.document
		});
	}
	throwFaults(faults);
	if (documents.size === 0) throw fault("document-invalid", `No documents were found in ${folders.join(", ")}.`, { fix: `Run \`onnx-gate validate\`, \`evaluate\` or \`benchmark\` first; they write ${MEASURED.map((kind) => `${kind}.json`).join(", ")}.` });
	return [...documents.values()].map(({ document }) => document);
}
function twice(kind, model, first, second) {
	return {
		code: "document-invalid",
		message: `${first} and ${second} are both the ${kind} of model \`${model.slice(0, 100)}\`.`,
		fix: "Name only the folders of this run."
	};
}
// src/core/policy/values.ts
/** The values that the policy file is made of: how each is written, and how it is read. */
/** By schema. Zod's own messages are for programmers; faults are made from these instead. */
const expectations = registry();
/** Gives a schema its expectation. */
function expecting(schema, expected, example, explain) {
	const shown = schema.meta({ examples: [example] });
	expectations.add(shown, explain ? {
		expected,
		example,
		explain
	} : {
		expected,
		example
	});
	return shown;
}
/** Float32 near-ties move AUC by up to this much from machine to machine (design, section 5). */
const SMALLEST_MARGIN = 1e-5;
/** Longest text that a document of ours can quote. */
const LONGEST_TEXT$1 = 4096;
function text(expected, example) {
	return expecting(string().min(1).max(LONGEST_TEXT$1), expected, example);
}
function number(expected, example) {
	return expecting(number$1(), expected, example);
}
function choice(values, example) {
	const names = values.map((value) => `\`${value}\``).join(", ");
	return expecting(_enum(values), values.length > 1 ? `one of ${names}` : names, example);
}
/** Three decimals at most, and not all zero: the smallest percentage is then SMALLEST_MARGIN. */
const PERCENT = /^(?=.*[1-9])\d{1,4}(\.\d{1,3})?%$/;
const DURATION = /^(?=.*[1-9])\d{1,6}(\.\d{1,6})?(us|ms|s)$/;
const MEMORY = /^[1-9]\d{0,5}(Mi|Gi)$/;
/** A model's name becomes a folder, on every operating system. */
const MODEL_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const percent = expecting(string().regex(PERCENT), "a percentage above zero, with three decimals at most and no space before the sign", "10%");
const duration = expecting(string().regex(DURATION), "a duration above zero in `us`, `ms` or `s`, without a space", "15ms");
const memory = expecting(string().regex(MEMORY), "a whole number of `Mi` or `Gi`", "4Gi");
/** A number, or a percentage of the baseline's value. */
const margin = expecting(union([number$1().min(SMALLEST_MARGIN), string().regex(PERCENT)]), "a number of 0.00001 or more, or a percentage of the baseline such as `1%`, without a space", .002, (value) => {
	const amount = typeof value === "string" ? readPercent(value) : value;
	if (typeof amount !== "number" || !(amount < 1e-5)) return null;
	return amount < 0 ? "a margin is how much may be lost, so it is never negative" : "float32 near-ties move a metric by 0.00001 from machine to machine, so a smaller margin would fail by chance";
});
function readPercent(value) {
	const written = /^(-?\d+(?:\.\d+)?)%$/.exec(value)?.[1];
	return written === void 0 ? null : Number(written) / 100;
}
/** `10%` → 0.1. Takes only what the schema accepts. */
function parsePercent(value) {
	if (!PERCENT.test(value)) throw new RangeError(`not a percentage: ${value}`);
	return Number(value.slice(0, -1)) / 100;
}
const UNITS_PER_SECOND = {
	us: 1e6,
	ms: 1e3,
	s: 1
};
/** `15ms` → 0.015 seconds. Takes only what the schema accepts. */
function parseDuration(value) {
	const unit = DURATION.exec(value)?.[2];
	if (!unit) throw new RangeError(`not a duration: ${value}`);
	return Number(value.slice(0, -unit.length)) / UNITS_PER_SECOND[unit];
}
const BYTES = {
	Mi: 2 ** 20,
	Gi: 2 ** 30
};
/** `2Gi` → 2147483648 bytes. Takes only what the schema accepts. */
function parseMemory(value) {
	const unit = MEMORY.exec(value)?.[1];
	if (!unit) throw new RangeError(`not an amount of memory: ${value}`);
	return Number(value.slice(0, -unit.length)) * BYTES[unit];
}
// src/core/policy/schema/words.ts
const level = choice(["error", "warn"], "warn").default("error").describe("`warn` is shown and never decides.");
const wholeNumber = (example, most) => expecting(int().min(1).max(most), `a whole number from 1 to ${most}`, example);
// src/core/policy/schema/holdout.ts
const glob = text("a file or glob", "data/holdout/*.parquet");
const holdout = expecting(strictObject({
	source: expecting(union([glob, array(glob).min(1)]), "a file or glob, or a list of them", "data/holdout/*.parquet").optional().describe("Files or globs: Parquet, CSV, JSON lines."),
	query: text("a DuckDB SELECT", "SELECT * FROM 'data/*.parquet' WHERE day >= 20").optional().describe("DuckDB SQL instead of files."),
	label: text("the name of a column", "purchased").describe("Column with the truth: 0 or 1, a class from 0, a grade or a number, by `task`."),
	group: text("the name of a column", "user_id").optional().describe("Column of the unit that is sampled, such as the user: rows of one are not independent."),
	weight: text("the name of a column", "sample_weight").optional().describe("Column of sample weights."),
	item: text("the name of a column", "item_id").optional().describe("Column of what is shown in the row, for metrics of the catalogue."),
	training: expecting(union([glob, array(glob).min(1)]), "a file or glob, or a list of them", "data/training/*.parquet").optional().describe("Files that the candidate was trained on: rows shared with them are counted."),
	ledger: text("the path of a file", "ci/holdout-ledger.jsonl").optional().describe("JSON-lines file that remembers which candidates this holdout has judged."),
	"worn-after": wholeNumber(100, 1e6).default(100).describe("The holdout is worn out when it has judged more candidates than this; a warning says so.")
}).meta({ oneOf: [{ required: ["source"] }, { required: ["query"] }] }), "a group of keys that say where the rows are", {
	source: "data/holdout.parquet",
	label: "purchased"
});
// src/core/policy/schema/inputs.ts
const columnName = text("the name of a column", "price");
const column = expecting(union([columnName, strictObject({ sql: text("an SQL expression", "ln(1 + price)").describe("A DuckDB expression.") })]), "the name of a column, or an SQL expression", { sql: "ln(1 + price)" }).meta({
	id: "column",
	description: "A column of the holdout, or a DuckDB expression over its columns."
});
const columns = expecting(array(column).min(1), "a list of columns", ["price", "age"]);
const inputMapping = expecting(union([
	column,
	columns,
	strictObject({
		columns: columns.describe("The columns, in the order of the input."),
		missing: expecting(union([
			literal("fail"),
			literal("nan"),
			number$1()
		]), "one of `fail`, `nan`, or a number to put there", "nan").default("fail").describe("What a missing or NaN value becomes; `fail` stops and names the row.")
	})
]), "a column, a list of columns, or a list with its own rule for missing values", {
	columns: ["price", "age"],
	missing: "nan"
}).meta({
	id: "inputMapping",
	description: "What feeds one input of the model."
});
// src/core/policy/schema/latency.ts
const latencyRule$1 = expecting(strictObject({
	max: duration.optional().describe("Longest time per call of the candidate that passes, inclusive."),
	"max-regression": percent.optional().describe("The most that the candidate may be slower than the baseline."),
	level
}), "a group of conditions", { "max-regression": "10%" }).meta({
	id: "latencyRule",
	description: "What a percentile of the time per call must satisfy."
});
const latency = expecting(strictObject({
	batch: expecting(array(wholeNumber(32, 1e6)).min(1).max(100), "a list of batch sizes", [1, 32]).meta({ uniqueItems: true }).default([1, 32]).describe("Batch sizes to time, in rows per call."),
	threads: wholeNumber(1, 1024).default(1).describe("Threads within one call."),
	launches: wholeNumber(7, 100).default(5).describe("Fresh processes per batch size; the interval is over them, so one has none."),
	seconds: expecting(number$1().min(.01).max(60), "a number from 0.01 to 60", .5).default(.25).describe("Timed seconds per model in each launch."),
	p50: latencyRule$1.optional(),
	p95: latencyRule$1.optional(),
	p99: latencyRule$1.optional()
}), "a group of settings", { p95: { "max-regression": "10%" } });
// src/core/policy/schema/metric-rule.ts
const conditions = {
	margin: margin.optional().describe("The most that may be lost against the baseline: a number, or a percentage of its value."),
	min: number("a number", .7).optional().describe("Smallest value of the candidate that passes, inclusive."),
	max: number("a number", 1.03).optional().describe("Largest value of the candidate that passes, inclusive."),
	"max-gain": expecting(number$1().positive(), "a number above zero", .05).optional().describe("An improvement above this fails: too good to be true, often a leak of the label.")
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
/**
* External data that leaves the folder, in-memory tags and recursive functions were refused in every form tried.
* Fixes of these in earlier releases are many (microsoft/onnxruntime#26776, #27374, #28187, #28408, #28709, #29250).
*/
const SAFEST_TRIED = "1.30";
/** −1, 0 or 1, by major, then minor; patch releases change neither opset nor IR. */
function compareVersions(a, b) {
	const [left, right] = [a, b].map((version) => version.split(".").map(Number));
	return Math.sign((left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0));
}
/** What a release takes; for one between the rows, the last row not newer than it. Null before the first. */
function releaseOf(version) {
	return RUNTIME_RELEASES.findLast((release) => compareVersions(release.version, version) <= 0) ?? null;
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
const TARGET = /^(?:triton|onnxruntime(?:-(?:node|gpu))?==(\d{1,3}\.\d{1,3})(?:\.\d{1,6})?)$/;
/** `onnxruntime==1.19`, also with `-node`, `-gpu` or a patch number; `triton`. Null for anything else. */
function parseTarget(text) {
	const match = TARGET.exec(text);
	if (!match) return null;
	return match[1] === void 0 ? { kind: "triton" } : {
		kind: "onnxruntime",
		version: match[1]
	};
}
/** What stands in the way of running the model there. */
function targetFindings(model, target) {
	return target.kind === "triton" ? tritonFindings(model) : [...versionFindings(model, target.version), ...securityFindings(model, target.version)];
}
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
function securityFindings({ externalBytes }, version) {
	if (compareVersions(version, "1.30") >= 0) return [];
	return [{
		check: "target-security",
		severity: externalBytes > 0 ? "warning" : "info",
		message: `ONNX Runtime ${version} is older than ${SAFEST_TRIED}, the first in which a model that reads files outside its folder or recurses without end was seen to be refused in every form.`,
		at: null,
		fix: `Load only models that you made in ${version}, or deploy ${SAFEST_TRIED}.`
	}];
}
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
	targets: expecting(array(expecting(string().regex(TARGET), "`onnxruntime==` and a version such as `1.19`, or `triton`", "onnxruntime==1.19")).max(20), "a list of places where the model must run", ["onnxruntime==1.19"]).default([]).describe("Where the model must run: `onnxruntime==1.19`, `triton`."),
	behaviour: expecting(boolean(), "`true` or `false`", true).default(false).describe("Runs the model on rows of the holdout, or made-up ones, and judges what comes out."),
	golden: text("a folder", "models/golden").optional().describe("Folder with golden vectors: `.npz`, or `test_data_set_*/input_*.pb`."),
	monotonic: expecting(record(string(), choice(["increasing", "decreasing"], "decreasing")), "a group of directions, one for each column", { price: "decreasing" }).default({}).describe("Which way the score goes when a column goes up; runs the model.")
}), "a group of settings", { preset: "strict" });
// src/core/policy/schema.ts
/** `onnx-gate.yml` as data: the one source of its types, its checks and its published JSON Schema. */
const reference = text("a path or `git:REV[:path]`", "git:origin/main");
const model = expecting(strictObject({
	candidate: text("the path of an ONNX file", "models/conversion.onnx").describe("The model to judge."),
	baseline: expecting(union([reference, array(reference).min(1)]), "a path or `git:REV[:path]`, or a list of them; leave it out where there is none yet", "git:origin/main").optional().describe("What it is judged against: a path or git:REV[:path]; of a list, the first that resolves."),
	holdout: holdout.optional().describe("The rows to judge on: either `source` or `query`, and their columns."),
	inputs: expecting(union([literal("auto"), record(string(), inputMapping)]), "`auto`, or a column for each input of the model", { features: ["price", "age"] }).default("auto").describe("Which columns feed which input of the model; `auto` matches by name."),
	output: output.default({ activation: "none" }).describe("Which number of the model is the score."),
	task: choice([
		"binary",
		"multiclass",
		"regression",
		"ranking"
	], "binary").default("binary").describe("What the model predicts."),
	metrics: expecting(record(string(), metricRule), "a group of rules, one for each metric", { auc: { margin: .002 } }).default({}).describe("Rules by metric."),
	slices: expecting(array(slice).max(10), "a list of up to ten slices", [{ by: "region" }]).default([]).describe("Parts of the holdout that are judged on their own."),
	latency: latency.optional().describe("Rules for the time per call."),
	validate: validate.default({
		preset: "default",
		checks: {},
		ignore: [],
		targets: [],
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
	}]).default([]).describe("Rules that may be missed for a time.")
}), "a group of keys", {
	version: 1,
	models: { conversion: { candidate: "models/conversion.onnx" } }
}).describe("What a model must satisfy before it ships.");
/** The model of that name. By own key only: a model may be called `constructor`. */
function modelOf(policy, name) {
	return Object.hasOwn(policy.models, name) ? policy.models[name] : void 0;
}
// src/core/gate/context.ts
/** A rule with no numbers; families fill in what they have. */
function ruleOf(context, metric, path, more) {
	return {
		id: `${context.model}/${metric}`,
		model: context.model,
		metric,
		slice: null,
		level: "error",
		unit: "none",
		value: null,
		baseline: null,
		delta: null,
		interval: null,
		margin: null,
		bounds: null,
		p: null,
		pAdjusted: null,
		mde: null,
		n: null,
		waiver: null,
		at: context.at(path),
		...more
	};
}
const WORST_FIRST = [
	"fail",
	"inconclusive",
	"pass",
	"skipped"
];
/** The worst of several conditions, with the sentences of those that made it so. */
function combine(parts) {
	const result = WORST_FIRST.find((one) => parts.some((part) => part.result === one));
	const reasons = parts.filter((part) => part.result === result).map(({ reason }) => reason);
	return {
		result,
		reason: [...new Set(reasons)].join(" ")
	};
}
/** Said of every rule that needs a baseline where there is none; the same words, so that reports can group them. */
const NO_BASELINE = {
	result: "skipped",
	reason: "There is no baseline to compare with."
};
/** Said of a rule that only asks for a measurement. */
const NO_CONDITION = {
	result: "skipped",
	reason: "The policy sets no condition."
};
/** Whether quality or speed is in question, not the file alone. */
function measures(scope) {
	return scope.includes("evaluation") || scope.includes("benchmark");
}
/** NaN and infinities are no numbers to judge by. */
function finite(value) {
	return value !== null && Number.isFinite(value) ? value : null;
}
/** Null for one that is missing, turned around or has an end that is no number. */
function soundInterval(interval) {
	const { lower, upper } = interval ?? {
		lower: NaN,
		upper: NaN
	};
	return Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper ? interval : null;
}
/** Rounding of the difference of two numbers near 1: 0.698 − 0.7 is a loss of 0.002, though not in doubles. */
const ROUNDING$1 = 1e-12;
// src/core/gate/documents.ts
/**
* The model's document of one kind. None is a failure, because a rule that nobody measured must not pass; it is only
* skipped with an `excuse`: a reason that decides the verdict by itself.
*/
function findDocument(kind, documents, excuse) {
	const found = documents.filter((document) => document.schema === `onnx-gate/${kind}/v1`);
	if (found.length === 1) return {
		ok: true,
		document: found[0]
	};
	if (found.length > 1) return {
		ok: false,
		result: "fail",
		reason: `There are ${found.length} ${kind} documents; one is needed.`
	};
	return excuse === null ? {
		ok: false,
		result: "fail",
		reason: `There is no ${kind} document.`
	} : {
		ok: false,
		result: "skipped",
		reason: excuse
	};
}
/** The files that the model's documents name. */
function subjectsOf(model, documents) {
	const first = (role) => documents.map((one) => one[role]).find(Boolean) ?? null;
	const { source, digest, rows } = documents.find((one) => one.schema === "onnx-gate/evaluation/v1")?.holdout ?? {};
	return {
		model,
		candidate: first("candidate"),
		baseline: first("baseline"),
		holdout: source === void 0 || digest === void 0 || rows === void 0 ? null : {
			source,
			digest,
			rows
		}
	};
}
/** A document left over from another run must not vouch for this candidate. */
function checkSubjects(model, documents) {
	return ["candidate", "baseline"].flatMap((role) => {
		const named = documents.flatMap((document) => {
			const subject = document[role];
			return subject ? [{
				kind: document.schema.split("/")[1],
				digest: subject.digest
			}] : [];
		});
		const [first] = named;
		const other = named.find(({ digest }) => digest !== first?.digest);
		if (!first || !other) return [];
		return [{
			code: "document-invalid",
			message: `The documents of ${model} are about different files: the ${role} is ${shortDigest(first.digest)} in the ${first.kind} and ${shortDigest(other.digest)} in the ${other.kind}.`,
			fix: "Measure again, all in one run."
		}];
	});
}
// src/core/gate/words.ts
/** A number of the policy, as its author wrote it: 0.002, not 0.0020. */
function exact(value) {
	return String(Number(value.toPrecision(12))).replace("-", "−");
}
/** Foreign words in a sentence of ours. */
function clip$1(text, most = 500) {
	return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
/** With as many decimals as it takes to differ from a bound that it is not equal to. */
function apartFrom(value, bound) {
	for (let decimals = 4; decimals < 12; decimals++) if (Number(value.toFixed(decimals)) !== bound) return formatScore(value, decimals);
	return formatScore(value, 4);
}
/** `95% interval −0.0254 to −0.0172`. */
function intervalWords(interval, format) {
	return `${exact(interval.confidence * 100)}% interval ${format(interval.lower)} to ${format(interval.upper)}`;
}
// src/core/gate/latency-rules.ts
const PERCENTILES$1 = [
	"p50",
	"p95",
	"p99"
];
/** One result per batch size and percentile that has a rule: batch sizes in the policy's order. */
function latencyRules(context) {
	const { latency } = context.policy;
	if (!latency) return [];
	return latency.batch.flatMap((batch) => PERCENTILES$1.flatMap((percentile) => {
		const rule = latency[percentile];
		return rule ? [latencyRule(context, rule, batch, latency.threads, percentile)] : [];
	}));
}
function latencyRule(context, rule, batch, threads, percentile) {
	const { benchmark } = context;
	const metric = `latency/batch=${batch}/${percentile}`;
	const write = (more) => ruleOf(context, metric, ["latency", percentile], {
		level: rule.level,
		unit: "seconds",
		...more
	});
	if (!benchmark.ok) return write({
		result: benchmark.result,
		reason: benchmark.reason
	});
	const arms = benchmark.document.arms.filter((arm) => arm.batch === batch && arm.metric === percentile && arm.threads === threads);
	const [arm] = arms;
	if (!arm || arms.length > 1) {
		const times = arm ? `${arms.length} times; one is needed` : "not at all";
		return write({
			result: "fail",
			reason: `${percentile} at batch ${batch} with ${plural(threads, "thread")} was measured ${times}.`
		});
	}
	const ratio = finite(arm.ratio);
	const interval = soundInterval(arm.interval);
	const name = `${percentile} at batch ${batch}`;
	const compared = benchmark.document.baseline !== null;
	const regression = rule["max-regression"];
	return write({
		value: finite(arm.candidate),
		baseline: finite(arm.baseline),
		delta: ratio && ratio - 1,
		interval: interval && lessOne(interval),
		margin: regression === void 0 ? null : parsePercent(regression),
		bounds: rule.max === void 0 ? null : {
			min: null,
			max: parseDuration(rule.max)
		},
		n: arm.samples,
		...judgeArm({
			name,
			rule,
			arm,
			compared,
			ratio,
			interval,
			context
		})
	});
}
function judgeArm(facts) {
	const { rule } = facts;
	const [first, ...rest] = [...rule["max-regression"] === void 0 ? [] : [againstBaseline(facts, parsePercent(rule["max-regression"]))], ...rule.max === void 0 ? [] : [againstMax$1(facts, parseDuration(rule.max))]];
	return first ? combine([first, ...rest]) : NO_CONDITION;
}
function againstMax$1({ arm, name, rule }, most) {
	const { candidate } = arm;
	if (!Number.isFinite(candidate)) return {
		result: "fail",
		reason: `${name} has no time.`
	};
	const shown = formatDuration(candidate);
	const reason = `${name} takes ${shown === formatDuration(most) && candidate !== most ? `${exact(candidate)} s` : shown}; it may take at most ${rule.max}.`;
	return {
		result: candidate <= most ? "pass" : "fail",
		reason
	};
}
function againstBaseline(facts, allowed) {
	const { arm, compared, ratio, interval, context, name, rule } = facts;
	if (!compared) return NO_BASELINE;
	if (ratio === null) return {
		result: "fail",
		reason: `${name} was not compared with the baseline.`
	};
	const may = `it may be at most ${rule["max-regression"]} slower`;
	const digits = Math.max(1, decimalsFor(allowed, interval && lessOne(interval), ratio - 1) - 2);
	const slower = speedWords(name, ratio, digits);
	if (context.mode === "point") return {
		result: ratio <= 1 + allowed + 1e-12 ? "pass" : "fail",
		reason: `${slower}; ${may}.`
	};
	if (!interval) return {
		result: "inconclusive",
		reason: `Cannot tell: ${slower}, but there is no interval; ${may}.`
	};
	if (interval.confidence < context.confidence - 1e-12) return {
		result: "fail",
		reason: `${name} was measured at a confidence of ${exact(interval.confidence)}, and the policy asks for ${exact(context.confidence)}: benchmark again.`
	};
	const sentence = `${slower} (${intervalWords(lessOne(interval), (value) => formatPercentDelta(value, digits))})`;
	const noise = noiseOf(arm, allowed);
	if (interval.lower > (1 + allowed) * noise.most) return {
		result: "fail",
		reason: `${sentence}; ${may}.`
	};
	if (noise.words !== null) return {
		result: "inconclusive",
		reason: `Cannot tell: ${noise.words}; ${sentence}, and ${may}.`
	};
	if (interval.upper <= 1 + allowed + 1e-12) return {
		result: "pass",
		reason: `${sentence}; ${may}.`
	};
	return {
		result: "inconclusive",
		reason: `Cannot tell: ${sentence}; ${may}.`
	};
}
/**
* What the control says: a second session of the baseline against the first should have a ratio of 1.
* `words` is null when the machine is quiet enough for the bound. Otherwise `most` is how much slower its noise alone
* may make a model look.
*/
function noiseOf({ control }, allowed) {
	if (!control?.interval) return {
		words: "the noise of the machine was not measured",
		most: 1
	};
	const { lower, upper } = control.interval;
	const tolerance = 1 + allowed / 2;
	if (!(lower > tolerance || upper < 1 / tolerance) && upper - lower <= allowed + 1e-12) return {
		words: null,
		most: 1
	};
	const range = intervalWords(lessOne(control.interval), (value) => formatPercentDelta(value));
	return {
		words: `the machine is too noisy, the baseline differs from itself by ${formatPercentDelta(control.ratio - 1)} (${range})`,
		most: Math.max(upper, 1 / lower)
	};
}
/** `p99 at batch 32 is 12.3% slower than the baseline`. */
function speedWords(name, ratio, digits) {
	if (ratio === 1) return `${name} is as fast as the baseline`;
	return `${name} is ${formatPercent(Math.abs(ratio - 1), digits)} ${ratio > 1 ? "slower" : "faster"} than the baseline`;
}
function lessOne(interval) {
	return {
		...interval,
		lower: interval.lower - 1,
		upper: interval.upper - 1
	};
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
// src/core/stats/normal.ts
/**
* The standard normal distribution, to 3e-15 relative in both tails (measured against values of 40 digits).
* No fitted tables: a power series near 0, Laplace's continued fraction for Mills' ratio beyond
* (Abramowitz & Stegun 26.2.11 and 26.2.14).
*/
const ROOT_2PI = Math.sqrt(2 * Math.PI);
const LOG_ROOT_2PI = Math.log(ROOT_2PI);
/** Where the series stops losing no more than a digit to ½ − Φ, and the fraction is short enough. */
const TAIL = 1.5;
/** Levels of the fraction that reach 1e-16 at `TAIL`. */
const LEVELS$2 = 200;
/** P(Z ≤ x). `normalCdf(1.96)` = 0.9750021048517795. */
function normalCdf(x) {
	return normalSurvival(-x);
}
/** P(Z > x), accurate where `1 - normalCdf(x)` would be 0. `normalSurvival(10)` = 7.619853024160525e-24. */
function normalSurvival(x) {
	if (Number.isNaN(x)) return NaN;
	if (x === Number.POSITIVE_INFINITY) return 0;
	if (x < -1.5) return 1 - normalSurvival(-x);
	return x < TAIL ? .5 - centre$1(x) : density(x) * mills(x);
}
/**
* The x with P(Z ≤ x) = p; −∞ at 0, ∞ at 1, NaN outside [0, 1]. `normalQuantile(0.975)` = 1.959963984540054.
* Newton's method on log P (concave, so it converges from the start below) in the tails, on P − ½ near 0.
*/
function normalQuantile(p) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (p > .5) return -normalQuantile(1 - p);
	if (p === 0) return Number.NEGATIVE_INFINITY;
	return p > .0668 ? centreQuantile$1(p - .5) : -tailQuantile$1(p);
}
function density(x) {
	const high = Math.trunc(x * 16) / 16;
	return Math.exp(-high * high / 2) * Math.exp(-(x - high) * (x + high) / 2) / ROOT_2PI;
}
/** P(0 < Z ≤ x) for small |x|, signed: φ(x)·(x + x³/3 + x⁵/(3·5) + …). */
function centre$1(x) {
	let term = x;
	let total = x;
	for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(total); k += 2) {
		term *= x * x / k;
		total += term;
	}
	return density(x) * total;
}
/** (1 − Φ(x))/φ(x) = 1/(x + 1/(x + 2/(x + 3/(x + …)))) for x ≥ `TAIL`, from the inside out. */
function mills(x) {
	let value = x;
	for (let level = LEVELS$2; level > 0; level--) value = x + level / value;
	return 1 / value;
}
function centreQuantile$1(excess) {
	let x = excess * ROOT_2PI;
	for (let round = 0; round < 50; round++) {
		const step = (centre$1(x) - excess) / density(x);
		x -= step;
		if (Math.abs(step) <= 1e-15 * Math.abs(x)) break;
	}
	return x;
}
function tailQuantile$1(p) {
	const logP = Math.log(p);
	let x = Math.sqrt(-2 * logP);
	for (let round = 0; round < 50; round++) {
		const ratio = mills(x);
		const step = (Math.log(ratio) - x * x / 2 - LOG_ROOT_2PI - logP) * ratio;
		x += step;
		if (Math.abs(step) <= 1e-15 * x) break;
	}
	return x;
}
// src/core/stats/student.ts
/**
* Student's t distribution with `degrees` of freedom (any positive number), to about 1e-14 relative in the tails.
* P(T > t) = ½ I_x(ν/2, ½) with x = ν/(ν + t²), I the regularised incomplete beta function: its power series near 0,
* its continued fraction beyond (Abramowitz & Stegun 26.5 and 26.7).
* Infinite degrees are the normal distribution, so that one function serves z and t.
*/
/** Where the series hands over to the continued fraction, which converges fast for t² > 3. */
const TAIL_SQUARED = 3;
/** Levels of the fraction that reach 1e-16 there. */
const LEVELS$1 = 100;
/** P(T > t), accurate in the far tail. `studentSurvival(2.228138851986274, 10)` = 0.025. */
function studentSurvival(t, degrees) {
	if (!(degrees > 0) || Number.isNaN(t)) return NaN;
	if (degrees === Number.POSITIVE_INFINITY) return normalSurvival(t);
	if (t * t <= TAIL_SQUARED) return .5 - centre(t, degrees);
	return t < 0 ? 1 - Math.exp(logTail(-t, degrees)) : Math.exp(logTail(t, degrees));
}
/**
* The t with P(T ≤ t) = p; −∞ at 0, ∞ at 1, NaN outside [0, 1]. `studentQuantile(0.975, 10)` = 2.228138851986274.
* Newton's method on P − ½ near 0, on log P against log t (concave) in the tails: both converge from any start.
*/
function studentQuantile(p, degrees) {
	if (!(degrees > 0)) return NaN;
	if (degrees === Number.POSITIVE_INFINITY || !(p > 0 && p < 1)) return normalQuantile(p);
	if (p > .5) return -studentQuantile(1 - p, degrees);
	return p > studentSurvival(Math.sqrt(TAIL_SQUARED), degrees) ? centreQuantile(p - .5, degrees) : -tailQuantile(p, degrees);
}
/** Density at 0: Γ((ν+1)/2) / (√(νπ) Γ(ν/2)). */
function densityAtZero(degrees) {
	return gammaRatio(degrees / 2) / Math.sqrt(degrees * Math.PI);
}
function logDensity(t, degrees) {
	const scaled = Math.abs(t) / Math.sqrt(degrees);
	const log = scaled > 1e8 ? 2 * Math.log(scaled) : Math.log1p(scaled * scaled);
	return Math.log(densityAtZero(degrees)) - (degrees + 1) / 2 * log;
}
/** Γ(a + ½)/Γ(a): the recurrence up to where the expansion of its logarithm in 1/a has full precision. */
function gammaRatio(a) {
	let factor = 1;
	let x = a;
	for (; x < 30; x++) factor *= x / (x + .5);
	const v = 1 / (x * x);
	const log = (-1 / 8 + v * (1 / 192 + v * (-1 / 640 + v * (17 / 14336 - v * 31 / 18432)))) / x;
	return factor * Math.sqrt(x) * Math.exp(log);
}
/** P(0 < T ≤ t), signed: t·f(t)·(1+t²/ν)·Σ (a+½)ₙ/(3/2)ₙ yⁿ with a = ν/2, y = t²/(ν+t²). */
function centre(t, degrees) {
	const y = t * t / (degrees + t * t);
	let term = 1;
	let total = 1;
	for (let n = 0; term > 1e-17 * total; n++) {
		term *= (degrees / 2 + .5 + n) / (1.5 + n) * y;
		total += term;
	}
	const power = Math.exp(-((degrees - 1) / 2) * Math.log1p(t * t / degrees));
	return t * densityAtZero(degrees) * power * total * (1 - y);
}
/**
* log P(T > t) for t² > 3: ½·t·f(t) over the continued fraction of I_x(a, ½), from the inside out.
* Didonato & Morris 1992 (TOMS 708), whose terms do not cancel when there are millions of degrees.
*/
function logTail(t, degrees) {
	if (t === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
	const a = degrees / 2;
	const b = .5;
	const odds = (t / Math.sqrt(degrees)) ** 2;
	const x = 1 / (1 + odds);
	const y = 1 / (1 + 1 / odds);
	const lambda = (a + b) * y - b;
	const beta = (n) => n + (n === 0 ? 0 : n * (b - n) * x / (a + 2 * n - 1)) + (a + n) / (a + 2 * n + 1) * (lambda + 1 + n * (1 + y));
	let value = beta(LEVELS$1);
	for (let n = LEVELS$1; n > 0; n--) {
		const alpha = (a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x / (a + 2 * n - 1) ** 2;
		value = beta(n - 1) + alpha / value;
	}
	return logDensity(t, degrees) + Math.log(t / 2 / value);
}
function centreQuantile(excess, degrees) {
	let t = excess / densityAtZero(degrees);
	for (let round = 0; round < 100; round++) {
		const step = (centre(t, degrees) - excess) / Math.exp(logDensity(t, degrees));
		t -= step;
		if (Math.abs(step) <= 1e-15 * Math.abs(t)) break;
	}
	return t;
}
function tailQuantile(p, degrees) {
	const logP = Math.log(p);
	let t = Math.max(-normalQuantile(p), Math.sqrt(TAIL_SQUARED));
	for (let round = 0; round < 100; round++) {
		const log = logTail(t, degrees);
		const step = (log - logP) / (t * Math.exp(logDensity(t, degrees) - log));
		t *= Math.exp(step);
		if (Math.abs(step) <= 1e-15) break;
	}
	return t;
}
// src/core/stats/power.ts
/** What a holdout can be expected to decide, before the models are compared on it. */
/**
* The chance that the verdict is a pass, P(gain − q·SE ≥ −margin), for a candidate whose true gain is `gain` (negative: worse).
* margin and SE equal, gain 0: 0.1685; margin 2.8016·SE: 0.8; gain −margin: 0.025.
*/
function passPower(plan, gain) {
	return shifted(plan, (gain + plan.margin) / plan.standardError);
}
/** The chance that the verdict is "proved worse", P(gain + q·SE < −margin), for a candidate whose true gain is `gain`. */
function failPower(plan, gain) {
	return shifted(plan, -(gain + plan.margin) / plan.standardError);
}
/**
* Rows that a holdout of the same kind needs for a pass with chance `power`, from the standard error on `rows` of them: it shrinks as the root of
* the rows (or groups). `gain`: the candidate's true gain, 0 for one that is as good. Infinite when gain ≤ −margin.
* 10,000 rows of SE 0.002, margin 0.002, power 0.8: 78,489.
*/
function rowsNeeded(plan, rows, power, gain = 0) {
	const room = gain + plan.margin;
	if (room <= 0) return Number.POSITIVE_INFINITY;
	const degrees = plan.degrees ?? Number.POSITIVE_INFINITY;
	const steps = studentQuantile((1 + plan.confidence) / 2, degrees) + studentQuantile(power, degrees);
	return Math.ceil(rows * (steps * plan.standardError / room) ** 2);
}
/** P(T > q − shift): a shifted t stands for the noncentral one, as in `detectableDifference`. */
function shifted({ confidence, degrees = Number.POSITIVE_INFINITY }, shift) {
	return studentSurvival(studentQuantile((1 + confidence) / 2, degrees) - shift, degrees);
}
// src/core/gate/metric-conditions.ts
/** The conditions of a rule, each of which the policy may leave out. */
const CONDITIONS$1 = [
	{
		key: "margin",
		judge: againstMargin
	},
	{
		key: "max-gain",
		judge: againstGain
	},
	{
		key: "min",
		judge: againstMin
	},
	{
		key: "max",
		judge: againstMax
	}
];
/** All conditions of the rule together. */
function judgeMetric(facts) {
	const [first, ...rest] = CONDITIONS$1.filter(({ key }) => facts.rule[key] !== void 0).map(({ judge }) => judge(facts));
	if (first) return combine([first, ...rest]);
	if (finite(facts.measured.candidate) === null) return undefinedPart(facts);
	return NO_CONDITION;
}
function undefinedPart({ id, measured }) {
	return {
		result: "fail",
		reason: `${id} is undefined${measured.reason ? `: ${clip$1(measured.reason.replace(/[.\s]+$/, ""))}` : ""}.`
	};
}
/** Difference, signed so that up is better; null when it cannot be known. */
function gainOf({ measured }) {
	const delta = finite(measured.delta);
	if (delta === null || finite(measured.candidate) === null || finite(measured.baseline) === null) return null;
	return measured.direction === "higher" ? delta : -delta;
}
function againstMargin(facts) {
	const { compared, mode, interval, margin, measured, confidence, id } = facts;
	if (!compared) return NO_BASELINE;
	const gain = gainOf(facts);
	if (gain === null || margin === null) return undefinedPart(facts);
	const allowed = allowedWords(facts, margin);
	if (mode === "point") return {
		result: gain >= -margin - 1e-12 ? "pass" : "fail",
		reason: `${differenceWords(facts, gain)}; ${allowed}.`
	};
	if (!interval) return {
		result: "fail",
		reason: `${id} has no interval, so its difference cannot be judged.`
	};
	if (interval.confidence < confidence - 1e-12) return {
		result: "fail",
		reason: `${id} was measured at a confidence of ${exact(interval.confidence)}, and the policy asks for ${exact(confidence)}: evaluate again.`
	};
	const [lower, upper] = measured.direction === "higher" ? [interval.lower, interval.upper] : [-interval.upper, -interval.lower];
	const sentence = `${differenceWords(facts, gain)} (${intervalWords(interval, formatIn(facts))})`;
	if (lower >= -margin - 1e-12) return {
		result: "pass",
		reason: `${sentence}; ${allowed}.`
	};
	if (upper < -margin - 1e-12) {
		const chance = chanceWords(facts);
		if (chance === null) return {
			result: "fail",
			reason: `${sentence}; ${allowed}.`
		};
		return {
			result: "inconclusive",
			reason: `Cannot tell: ${sentence}; ${allowed}; ${chance}.`
		};
	}
	const mde = finite(measured.mde);
	return {
		result: "inconclusive",
		reason: `Cannot tell: ${sentence}; ${allowed}${`${mde === null ? "" : `; this holdout detects differences of ${formatIn(facts)(mde)} or more`}${neededWords(facts, margin, interval)}`}.`
	};
}
/** Empty where the rows are enough for an equal model, so that the difference itself is what is close. */
function neededWords({ measured }, margin, { confidence }) {
	const standardError = finite(measured.standardError);
	if (!standardError || measured.n === 0) return "";
	const rows = rowsNeeded({
		margin,
		standardError,
		confidence
	}, measured.n, .8);
	if (!Number.isFinite(rows) || rows <= measured.n) return "";
	return `; an equal model needs about ${formatCount(Number(rows.toPrecision(2)))} rows to pass`;
}
/** What is proved of one slice alone may be chance among many; null where it is not. */
function chanceWords({ family, confidence }) {
	if (family === null || family.pAdjusted <= (1 - confidence) / 2) return null;
	return `among ${family.slices} slices that may be chance (adjusted p ${formatScore(family.pAdjusted, 3)})`;
}
function againstGain(facts) {
	if (!facts.compared) return NO_BASELINE;
	const gain = gainOf(facts);
	const most = facts.rule["max-gain"];
	if (gain === null) return undefinedPart(facts);
	const sentence = `${differenceWords(facts, gain, apartFrom(Math.abs(facts.measured.delta), most))}; a gain above ${exact(most)} is too good to be true`;
	return gain > most + 1e-12 ? {
		result: "fail",
		reason: `${sentence}: look for a feature that knows the label.`
	} : {
		result: "pass",
		reason: `${sentence}.`
	};
}
function againstMin(facts) {
	const least = facts.rule.min;
	return againstBound(facts, least, "at least", (value) => value >= least - ROUNDING$1);
}
function againstMax(facts) {
	const most = facts.rule.max;
	return againstBound(facts, most, "at most", (value) => value <= most + ROUNDING$1);
}
function againstBound(facts, bound, words, holds) {
	const value = finite(facts.measured.candidate);
	if (value === null) return undefinedPart(facts);
	const pass = holds(value);
	const shown = pass ? formatScore(value, 4) : apartFrom(value, bound);
	return {
		result: pass ? "pass" : "fail",
		reason: `${facts.id} is ${shown}; it must be ${words} ${exact(bound)}.`
	};
}
/** `auc is 0.0213 below the baseline`. */
function differenceWords(facts, gain, shown) {
	const { id, measured } = facts;
	const delta = measured.delta;
	if (delta === 0) return `${id} equals the baseline's`;
	const side = delta < 0 ? "below" : "above";
	const worse = measured.direction === "lower" && gain < 0 ? ", and lower is better" : "";
	return `${id} is ${shown ?? formatIn(facts)(Math.abs(delta))} ${side} the baseline${worse}`;
}
function allowedWords({ rule }, margin) {
	const share = typeof rule.margin === "string" ? ` (${rule.margin} of the baseline)` : "";
	return `at most ${share ? formatScore(margin, decimalsFor(margin, null, null)) : exact(margin)}${share} may be lost`;
}
function formatIn({ margin, interval, measured }) {
	const decimals = decimalsFor(margin, interval, finite(measured.delta));
	return (value) => formatScore(value, decimals);
}
// src/core/gate/metric-rules.ts
/** One result per metric that the policy names, in its order. */
function metricRules(context) {
	return Object.entries(context.policy.metrics).map(([key, rule]) => {
		const { evaluation } = context;
		const metric = metricIdOf(key, rule);
		const write = (more) => ruleOf(context, key, ["metrics", key], {
			level: rule.level,
			unit: "score",
			metric,
			...more
		});
		if (!evaluation.ok) return write({
			result: evaluation.result,
			reason: evaluation.reason
		});
		const measured = findMetric(evaluation.document, metric, null);
		if (typeof measured === "string") return write({
			result: "fail",
			reason: measured
		});
		const facts = factsOf(measured, rule, context, evaluation.document.compared);
		return write({
			...numbersOf(facts),
			...judgeMetric(facts)
		});
	});
}
/** The one result of a metric on a slice, or on the whole holdout for null; or why there is none. */
function findMetric({ metrics }, id, slice) {
	const found = metrics.filter((one) => one.metric === id && one.slice === slice);
	if (found.length === 1) return found[0];
	return found.length === 0 ? `${id} was not measured.` : `${id} was measured ${found.length} times; one is needed.`;
}
function factsOf(measured, rule, context, compared) {
	const { mode, confidence } = context;
	const interval = soundInterval(measured.interval);
	const margin = absoluteMargin(rule.margin, finite(measured.baseline));
	return {
		id: measured.metric,
		rule,
		mode,
		confidence,
		measured,
		compared,
		interval,
		margin,
		family: null
	};
}
/** What a rule shows of the measurement. */
function numbersOf({ measured, interval, margin, rule }) {
	return {
		value: finite(measured.candidate),
		baseline: finite(measured.baseline),
		delta: finite(measured.delta),
		interval,
		margin,
		bounds: boundsOf(rule),
		mde: finite(measured.mde),
		n: measured.n
	};
}
function boundsOf({ min, max }) {
	return min === void 0 && max === void 0 ? null : {
		min: min ?? null,
		max: max ?? null
	};
}
/** A percentage is of the baseline's size. */
function absoluteMargin(margin, baseline) {
	if (typeof margin !== "string") return margin ?? null;
	return baseline === null ? null : parsePercent(margin) * Math.abs(baseline);
}
// src/core/gate/validation-rules.ts
/** Id of the rule that every model has: it must be valid. */
const VALIDATE = "validate";
/** Findings that fit into a sentence. */
const MOST_FINDINGS = 3;
/** The one rule about the file itself. */
function validationRules(context) {
	const part = context.validation.ok ? judgeValidation(context.validation.document) : context.validation;
	return [ruleOf(context, VALIDATE, ["candidate"], {
		result: part.result,
		reason: part.reason
	})];
}
function judgeValidation({ findings, status, runtime }) {
	const errors = findings.filter(({ severity }) => severity === "error");
	if (status === "pass" && errors.length === 0) {
		const warnings = findings.filter(({ severity }) => severity === "warning").length;
		const rest = warnings > 0 ? `, with ${plural(warnings, "warning")}` : "";
		return {
			result: "pass",
			reason: `The model loads in ${runtime.name} ${runtime.version}${rest}.`
		};
	}
	const told = errors.slice(0, MOST_FINDINGS).map(({ message }) => clip$1(message.replace(/[.\s]+$/, "")));
	const more = errors.length > told.length ? [`and ${plural(errors.length - told.length, "more error")}`] : [];
	return {
		result: "fail",
		reason: `The model is not valid: ${[...told, ...more].join("; ") || "validation failed without naming an error"}.${errors.length === 1 && errors[0].fix !== void 0 ? ` ${clip$1(errors[0].fix)}` : ""}`
	};
}
// src/core/gate/overall.ts
/**
* One model's outcome. A failed rule fails it. In strict mode an undecided rule leaves it inconclusive. In any mode
* something must vouch for it: with `measured` (quality or speed were in question) that is a passed rule about those,
* because a file that merely loads may still be worse; else the check of the file. A part of the holdout vouches only
* where nothing is asked of the whole. Rules at level `warn` do not count.
*/
function modelOutcome(rules, mode, measured) {
	const deciding = rules.filter(({ level }) => level === "error");
	if (deciding.some(({ result }) => result === "fail")) return "fail";
	if (mode === "strict" && deciding.some(({ result }) => result === "inconclusive")) return "inconclusive";
	const asked = deciding.filter(({ metric, result }) => result !== "skipped" && (!measured || metric !== "validate"));
	const whole = asked.filter(({ slice }) => slice === null);
	return (whole.length > 0 ? whole : asked).some(({ result }) => result === "pass") ? "pass" : "inconclusive";
}
/** All models together: the worst of them, and nothing to judge is no pass. */
function overall(outcomes, faults, mode) {
	if (faults.length > 0) return {
		verdict: "error",
		exitCode: exitCodeOf(faults)
	};
	if (outcomes.includes("fail")) return {
		verdict: "fail",
		exitCode: 1
	};
	if (outcomes.includes("inconclusive") || outcomes.length === 0) return {
		verdict: "inconclusive",
		exitCode: mode === "strict" ? 4 : 0
	};
	return {
		verdict: "pass",
		exitCode: 0
	};
}
// src/core/gate/reasons.ts
/** What a reader must know before the rules. */
/** As many as a verdict holds. */
const MOST = 1e4;
function reasonsOf(models, faults, scope) {
	return [
		...faults.map(({ model, fault }) => faultReason(model, fault)),
		...models.length === 0 ? [{
			model: null,
			code: "no-models",
			message: "No model was judged."
		}] : [],
		...models.filter((judged) => faults.every(({ model }) => model !== judged.model)).flatMap((judged) => STAMPS.flatMap((stamp) => stamp(judged, scope)))
	].slice(0, MOST).map((reason) => ({
		...reason,
		model: reason.model && clipForeign(reason.model),
		message: clipForeign(reason.message)
	}));
}
function faultReason(model, { code, message, fix, details, at }) {
	const told = {
		model,
		code,
		message: `${at ? `${at.file}:${at.line}:${at.column}: ` : ""}${message}${fix === void 0 ? "" : ` ${fix}`}`
	};
	return details ? {
		...told,
		details: details.slice(-4e3)
	} : told;
}
const STAMPS = [
	noBaseline,
	noThresholds,
	inconclusive,
	({ model, notes }) => notes.map((note) => ({
		model,
		...note
	}))
];
function noBaseline({ model, documents }, scope) {
	if (!documents.some((document) => scope.includes("evaluation") && "compared" in document && !document.compared || scope.includes("benchmark") && "arms" in document && !document.baseline)) return [];
	return [{
		model,
		code: "no-baseline",
		message: `${model} had no baseline to compare with: rules against a baseline were skipped.`
	}];
}
function noThresholds({ model, policy }, scope) {
	if (!policy || !measures(scope) || THRESHOLDS.some((one) => scope.includes(one.scope) && one.any(policy))) return [];
	return [{
		model,
		code: "no-thresholds",
		message: `${model} has no rule that it could fail, so nothing vouches for it. Give it metrics or latency in the policy.`
	}];
}
/** A rule at level `warn` cannot fail a model, and one without a condition cannot either. */
const THRESHOLDS = [{
	scope: "evaluation",
	any: ({ metrics, slices }) => Object.values(metrics).some(({ level, slices: own, convention: _, ...conditions }) => level === "error" && (hasValue(conditions) || typeof own === "object" && hasValue(own) && slices.some((slice) => slice.level === "error")))
}, {
	scope: "benchmark",
	any: ({ latency }) => [
		latency?.p50,
		latency?.p95,
		latency?.p99
	].some((rule) => {
		const { level, ...conditions } = rule ?? {};
		return level === "error" && hasValue(conditions);
	})
}];
function hasValue(conditions) {
	return Object.values(conditions).some((value) => value !== void 0);
}
function inconclusive({ model, rules }) {
	const open = rules.filter(({ result, level }) => result === "inconclusive" && level === "error");
	if (open.length === 0) return [];
	const names = open.slice(0, 5).map(({ metric, slice }) => slice === null ? metric : `${metric} on ${clip$1(slice, 100)}`);
	const more = open.length > names.length ? ` and ${open.length - names.length} more` : "";
	return [{
		model,
		code: "inconclusive",
		message: `${plural(open.length, "rule")} of ${model} could not be decided: ${names.join(", ")}${more}.`
	}];
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
// src/core/stats/holm.ts
/**
* Holm's adjusted p-values (Holm 1979), in the order given: reject those at most α and the chance of any false rejection
* is at most α, however the tests depend on each other. The i-th smallest of m becomes the largest so far of
* (m − i + 1)·p. `holm([0.01, 0.04, 0.03])` = [0.03, 0.06, 0.06].
*
* p-values in [0, 1]; none is null: a test that could not be made counts as 1.
*/
function holm(ps) {
	const adjusted = new Array(ps.length);
	let largest = 0;
	for (const [rank, index] of ascending(ps).entries()) {
		largest = Math.max(largest, Math.min(1, (ps.length - rank) * ps[index]));
		adjusted[index] = largest;
	}
	return adjusted;
}
/** Indices of `ps` from the smallest p to the largest; equal ones keep their order. */
function ascending(ps) {
	return ps.map((_, index) => index).sort((a, b) => ps[a] - ps[b]);
}
// src/core/stats/benjamini-hochberg.ts
/**
* Benjamini–Hochberg adjusted p-values (1995), in the order given: reject those at most q and the expected share of
* false ones among the rejected is at most q, for independent or positively dependent tests. The i-th smallest of m becomes
* the smallest, from there on, of p·m/i. `benjaminiHochberg([0.04, 0.2, 0.01])` = [0.06, 0.2, 0.03].
*/
function benjaminiHochberg(ps) {
	const adjusted = new Array(ps.length);
	const order = ascending(ps);
	let smallest = 1;
	for (let rank = order.length; rank >= 1; rank--) {
		const index = order[rank - 1];
		smallest = Math.min(smallest, ps[index] * ps.length / rank);
		adjusted[index] = smallest;
	}
	return adjusted;
}
// src/core/stats/non-inferiority.ts
/** Sides of an interval this close, relative to its width, make it a symmetric one. */
const SYMMETRIC = 1e-9;
/** See `nonInferiorityP`. */
function inferiorityP(estimate, margin) {
	return tail(estimate, margin, -1);
}
function tail({ gain, interval, standardError }, margin, side) {
	const { lower, upper, confidence } = interval;
	const distance = gain + margin;
	const reach = distance >= 0 ? gain - lower : upper - gain;
	if (reach <= 0) return distance * side >= 0 && (distance !== 0 || side === 1) ? 0 : 1;
	const level = (1 + confidence) / 2;
	const degrees = Math.abs(upper - gain - (gain - lower)) <= SYMMETRIC * (upper - lower) && standardError ? degreesOf(reach / standardError, level) : Number.POSITIVE_INFINITY;
	return studentSurvival(side * studentQuantile(level, degrees) * (distance / reach), degrees);
}
/** The degrees of freedom at which Student's quantile is `quantile`; infinite where that of the normal is as large. */
function degreesOf(quantile, level) {
	if (quantile <= normalQuantile(level) * 1.000000001) return Number.POSITIVE_INFINITY;
	let [low, high] = [0, 40];
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (studentQuantile(level, Math.exp(middle)) > quantile) low = middle;
		else high = middle;
	}
	return Math.exp(high);
}
// src/core/gate/slice-rules.ts
/** `metric` of the rule that stands for an entry of `slices` that could not be measured. */
const SLICES = "slices";
/**
* Entries of `slices` that were not measured come first, each a failure. Then one result per metric with a condition on
* slices and slice that was large enough.
*/
function sliceRules(context) {
	const { evaluation, policy } = context;
	const found = policy.slices.map((slice, index) => ({
		slice,
		index,
		group: groupOf(slice, context)
	}));
	const absent = found.flatMap(({ slice, index, group }) => "result" in group ? [absentRule(context, slice, index, group)] : []);
	if (!evaluation.ok) return absent;
	const measured = found.flatMap(({ slice, group }) => "result" in group ? [] : group.measured.map((id) => ({
		id,
		level: slice.level
	})));
	const rules = Object.entries(policy.metrics).flatMap(([key, rule]) => metricOnSlices(context, evaluation.document, key, rule, measured));
	return [...absent, ...rules];
}
function groupOf(slice, { evaluation }) {
	if (!evaluation.ok) return {
		result: evaluation.result,
		reason: evaluation.reason
	};
	const name = sliceName(slice);
	const group = evaluation.document.slices.find((one) => one.name === name);
	if (!group) return {
		result: "fail",
		reason: `${name} was not measured.`
	};
	return group.reason === null ? group : {
		result: "fail",
		reason: group.reason
	};
}
function absentRule(context, slice, index, part) {
	const name = sliceName(slice);
	const { level } = slice;
	return onSlice(ruleOf(context, SLICES, ["slices", index], {
		level,
		...part
	}), name);
}
function onSlice(rule, slice) {
	return {
		...rule,
		id: `${rule.id}/${slice}`,
		slice
	};
}
function metricOnSlices(context, document, key, rule, slices) {
	const conditions = conditionsOf(rule);
	if (conditions === null) return [];
	const metric = metricIdOf(key, rule);
	return withFamilies(slices.map(({ id: slice, level }) => {
		const measured = findMetric(document, metric, slice);
		const facts = typeof measured === "string" ? measured : factsOf(measured, conditions, context, document.compared);
		return {
			slice,
			level: rule.level === "warn" ? "warn" : level,
			facts
		};
	})).map(({ slice, level, facts, p, pAdjusted }) => {
		const more = typeof facts === "string" ? {
			result: "fail",
			reason: facts
		} : {
			...numbersOf(facts),
			p,
			pAdjusted,
			...judgeMetric(facts)
		};
		return onSlice(ruleOf(context, key, ["metrics", key], {
			level,
			unit: "score",
			metric,
			...more
		}), slice);
	});
}
/**
* What slices must satisfy, or null for nothing. Of the conditions on the whole, only `margin` is asked of a slice: it
* compares two models on the same rows, while bounds on one model's value were chosen for the mix of all rows.
*/
function conditionsOf({ margin, slices }) {
	const own = slices ?? { margin };
	if (own === "off" || Object.values(own).every((value) => value === void 0)) return null;
	return own;
}
/** By level: what gates must rarely cry wolf at all, what warns must rarely be wrong when it does. */
const ADJUST = {
	error: holm,
	warn: benjaminiHochberg
};
/** All slices of one metric at one level share the error of being called worse. */
function withFamilies(judged) {
	const results = judged.map((one) => ({
		...one,
		p: typeof one.facts === "string" ? null : lossP(one.facts),
		pAdjusted: null
	}));
	for (const level of ["error", "warn"]) {
		const family = results.filter((one) => one.level === level && one.p !== null);
		const adjusted = ADJUST[level](family.map(({ p }) => p));
		for (const [i, one] of family.entries()) {
			const pAdjusted = adjusted[i];
			one.pAdjusted = pAdjusted;
			one.facts = {
				...one.facts,
				family: {
					pAdjusted,
					slices: family.length
				}
			};
		}
	}
	return results;
}
/** Small means that the loss exceeds the margin, as the interval says it. */
function lossP(facts) {
	const { margin, measured, interval } = facts;
	const gain = gainOf(facts);
	if (gain === null || margin === null || interval === null) return null;
	const { confidence } = interval;
	return inferiorityP({
		gain,
		interval: measured.direction === "higher" ? interval : {
			lower: -interval.upper,
			upper: -interval.lower,
			confidence
		},
		standardError: finite(measured.standardError)
	}, margin);
}
// src/core/gate/waivers.ts
/** Days before its end from which a waiver says so. */
const SOON = 14;
const MS_PER_DAY = 864e5;
/**
* Applies the waivers of one model. A rule that failed or could not be decided, was measured and misses by no more than
* the ceiling comes back at level `warn`, with its waiver; its result stays. `lower` tells whether less is better for a
* metric. `today` is a date such as `2027-01-31`. `complete`: whether every kind of rule was judged, so that a
* waiver without a rule is one too many.
*/
function withWaivers(rules, waivers, about) {
	const byRule = new Map(rules.map((rule) => [rule.id, rule]));
	const judged = waivers.map((waiver) => ({
		waiver,
		...judgeWaiver(waiver, byRule.get(waiver.rule), about)
	}));
	const holding = new Map(judged.filter(({ holds }) => holds).map(({ waiver }) => [waiver.rule, waiver]));
	return {
		rules: rules.map((rule) => {
			const waiver = holding.get(rule.id);
			return waiver ? {
				...rule,
				level: "warn",
				waiver: recorded(waiver)
			} : rule;
		}),
		notes: judged.flatMap(({ note }) => note ?? [])
	};
}
function judgeWaiver(waiver, rule, { lower, today, complete }) {
	const name = `The waiver of \`${clip$1(waiver.rule, 200)}\``;
	const silent = (code, message) => ({
		holds: false,
		note: {
			code,
			message
		}
	});
	if (!rule) {
		if (!complete) return {
			holds: false,
			note: null
		};
		return silent("waiver-unknown", `${name} names no rule of this policy. Mend its id, or remove it.`);
	}
	const missed = rule.result === "fail" || rule.result === "inconclusive";
	if (rule.result === "pass") return silent("waiver-unused", `${name} is not needed: the rule passes. Remove it.`);
	if (!missed || rule.level === "warn") return {
		holds: false,
		note: null
	};
	if (waiver.expires < today) return silent("waiver-expired", `${name} expired on ${waiver.expires}, and the rule decides again.`);
	const miss = missOf(rule, lower(rule.metric));
	if (miss === null) return silent("waiver-exceeded", `${name} does not hold: what was not measured cannot be waived.`);
	if (miss > waiver.ceiling + 1e-12) return silent("waiver-exceeded", `${name} holds up to ${exact(waiver.ceiling)}, and the rule is missed by ${formatScore(miss, 4)}.`);
	const issue = waiver.issue === void 0 ? "" : `, issue ${clip$1(String(waiver.issue), 400)}`;
	const days = Math.round((Date.parse(waiver.expires) - Date.parse(today)) / MS_PER_DAY);
	const soon = days > SOON ? "" : ` It ends ${days === 0 ? "today" : `in ${days} ${days === 1 ? "day" : "days"}`}.`;
	return {
		holds: true,
		note: {
			code: "waived",
			message: `\`${clip$1(rule.id, 200)}\` is missed and waived until ${waiver.expires}, up to ${exact(waiver.ceiling)}, by ${clip$1(waiver.owner, 100)}${issue}: ${clip$1(waiver.reason.replace(/[.\s]+$/, ""))}.${soon}`
		}
	};
}
/** How far a rule is from passing, in the units of its numbers; null where something was not measured. */
function missOf({ delta, margin, value, bounds }, lower) {
	const { min = null, max = null } = bounds ?? {};
	if (value === null || margin !== null && delta === null) return null;
	const loss = delta === null ? null : lower ? delta : -delta;
	const misses = [
		...margin === null ? [] : [loss],
		...min === null ? [] : [min - value],
		...max === null ? [] : [value - max]
	];
	const most = Math.max(...misses);
	return most > 0 ? most : loss === null ? null : Math.max(0, -loss);
}
function recorded({ ceiling, reason, owner, issue, expires }) {
	return {
		ceiling,
		reason,
		owner,
		issue: issue === void 0 ? null : String(issue),
		expires
	};
}
// src/core/gate/judge.ts
/** By the kind of document that they read, in the order of the report. */
const FAMILIES = [
	{
		scope: "validation",
		rules: validationRules
	},
	{
		scope: "evaluation",
		rules: metricRules
	},
	{
		scope: "evaluation",
		rules: sliceRules
	},
	{
		scope: "benchmark",
		rules: latencyRules
	}
];
/**
* Measurements and a policy → the verdict. Pure: reads nothing, prints nothing, knows no CI host.
* Rules stand by model, then validation, metrics in the policy's order, the same on slices, latency by batch size and percentile.
*/
function judge(input) {
	const mode = input.mode ?? input.policy.mode;
	const models = [...new Set(input.models)].map((model) => judgeModel(model, mode, input));
	const faults = [...input.faults, ...models.flatMap(({ model, faults }) => faults.map((fault) => ({
		model,
		fault
	})))];
	return {
		schema: "onnx-gate/verdict/v1",
		tool: input.tool,
		created: input.created,
		...overall(models.map(({ outcome }) => outcome), faults.map(({ fault }) => fault), mode),
		mode,
		rules: models.flatMap(({ rules }) => rules),
		subjects: models.map(({ subjects }) => subjects),
		policy: input.policySubject,
		reasons: reasonsOf(models, faults, input.scope)
	};
}
function judgeModel(model, mode, input) {
	const documents = input.documents.filter((document) => document.model === model);
	const policy = modelOf(input.policy, model);
	const given = input.faults.filter((one) => one.model === null || one.model === model);
	const faults = policy ? checkSubjects(model, documents) : [unknownModel(model, input.policy)];
	const { rules, notes } = waive(model, policy ? judgeRules(model, policy, mode, documents, given.length > 0, input) : [], documents, input);
	return {
		model,
		policy,
		rules,
		notes,
		faults,
		outcome: modelOutcome(rules, mode, measures(input.scope)),
		documents,
		subjects: subjectsOf(model, documents)
	};
}
function waive(model, rules, documents, { policy, scope, created }) {
	const lower = new Set(documents.flatMap((one) => "metrics" in one ? one.metrics.filter(({ direction }) => direction === "lower") : []).map(({ metric }) => metric));
	return withWaivers(rules, policy.waivers.filter(({ rule }) => rule.startsWith(`${model}/`)), {
		lower: (metric) => metric.startsWith("latency/") || lower.has(metric),
		today: created.slice(0, 10),
		complete: FAMILIES.every((family) => scope.includes(family.scope))
	});
}
function judgeRules(model, policy, mode, documents, broken, { scope, positions, policy: { confidence } }) {
	const fault = broken ? "Not measured, because of a fault." : null;
	const validation = findDocument("validation", documents, fault);
	const invalid = scope.includes("validation") && validation.ok && validation.document.status === "fail";
	const excuse = fault ?? (invalid ? "Not measured, because the model is not valid." : null);
	const context = {
		model,
		policy,
		mode,
		confidence,
		validation,
		evaluation: findDocument("evaluation", documents, excuse),
		benchmark: findDocument("benchmark", documents, excuse),
		at: (path) => positions?.at([
			"models",
			model,
			...path
		]) ?? null
	};
	return FAMILIES.filter((family) => scope.includes(family.scope)).flatMap(({ rules }) => rules(context)).map((rule) => ({
		...rule,
		reason: clipForeign(rule.reason)
	}));
}
function unknownModel(model, policy) {
	const known = Object.keys(policy.models);
	const [close] = nearest(model, known);
	return {
		code: "usage-invalid",
		message: `The policy has no model ${model}.`,
		fix: close === void 0 ? `It has ${known.slice(0, 10).join(", ")}.` : `Did you mean ${close}?`
	};
}
// src/core/policy/words.ts
const LONGEST_SHOWN = 80;
/** Text that means itself in YAML, also between brackets. */
const PLAIN = /^[A-Za-z0-9/](?:[\w@/.%*()+= -]|:(?! ))*$/;
/** Text from the file for a sentence: bounded, with control characters written out. */
function show(value) {
	const written = typeof value === "string" ? quote$1(value) : flow(value);
	const points = [...written];
	return points.length <= LONGEST_SHOWN ? written : `${points.slice(0, 79).join("")}…`;
}
/** JSON's quotes are YAML's too. */
function quote$1(text) {
	return JSON.stringify(text.slice(0, 160)).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** A value as one line of YAML. */
function flow(value, depth = 0) {
	if (typeof value === "number") return writeNumber(value);
	if (typeof value === "string") return PLAIN.test(value) ? value : quote$1(value);
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
	"max-regression": { up: "loosens" },
	min: { up: "tightens" }
};
/** Other numbers and words with an order, the laxest word first. */
const NUMBERS$1 = {
	...CONDITIONS,
	"min-rows": { up: "loosens" },
	"min-positives": { up: "loosens" },
	ceiling: { up: "loosens" }
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
	if (!Object.hasOwn(NUMBERS$1, key) || typeof before !== typeof after) return "changes";
	return ordered(amountOf(before), amountOf(after), NUMBERS$1[key].up);
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
// src/core/metrics/functional.ts
function scoresOf(scores, arm) {
	return arm === "candidate" ? scores.candidate : scores.baseline;
}
const NO_ROWS$1 = {
	kind: "undefined",
	reason: "There are no rows."
};
/** For labels and scores of a regression, which have no bounds. */
const TOO_LARGE = {
	kind: "undefined",
	reason: "Labels or scores are too large to compute with; are they in the right unit?"
};
/** The mean of one value per row. */
function rowMean(values, clipped) {
	if (values.length === 0) return NO_ROWS$1;
	if (!values.every(Number.isFinite)) return TOO_LARGE;
	return {
		kind: "rows",
		values,
		...clipped !== void 0 && { clipped }
	};
}
/**
* A metric as a function of the weights of rows, null for all ones; a weight may be 0, as in a resample.
* `evaluate` gives NaN where the metric is undefined; when it does so for the rows themselves, `reason` is why.
*/
function functional({ label, weight }, evaluate, reason) {
	if (label.length === 0) return NO_ROWS$1;
	const value = evaluate(weight);
	if (Number.isNaN(value)) return {
		kind: "undefined",
		reason
	};
	if (!Number.isFinite(value)) return TOO_LARGE;
	const product = weight === null ? null : new Float64Array(weight.length);
	return {
		kind: "functional",
		value(times) {
			if (times === null) return value;
			if (weight === null || product === null) return evaluate(times);
			for (let row = 0; row < times.length; row++) product[row] = weight[row] * times[row];
			return evaluate(product);
		}
	};
}
/** The weighted mean of `values`. NaN without weight. */
function weightedMean$1(values, weight) {
	let sum = 0;
	let total = 0;
	for (let row = 0; row < values.length; row++) {
		const w = weight === null ? 1 : weight[row];
		sum += w * values[row];
		total += w;
	}
	return sum / total;
}
/** Why a metric of two classes is undefined, for rows that have one. */
function oneClass(label, metric) {
	return `Every row has label ${label[0]}; ${metric} needs both classes.`;
}
// src/core/metrics/binary/auc.ts
/**
* Area under the ROC curve: the probability that a positive row is scored above a negative one, ties counting half,
* pairs weighted by the product of their weights (scikit-learn's `roc_auc_score`). With one class undefined, or 1 as
* LightGBM has it.
*/
const auc$1 = {
	name: "auc",
	title: "AUC",
	direction: "higher",
	tasks: ["binary"],
	needs: "scores",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {
		ties: ["half"],
		one_class: ["undefined", "one"]
	},
	prepare({ label }, _arm, { convention }) {
		if (label.length === 0) return NO_ROWS$1;
		if (label.includes(0) && label.includes(1)) return { kind: "auc" };
		if (convention.one_class === "one") return {
			kind: "functional",
			value: () => 1
		};
		return {
			kind: "undefined",
			reason: oneClass(label, "AUC")
		};
	}
};
// src/core/metrics/binary/brier.ts
/** Mean (p − y)² (Brier 1950; scikit-learn's `brier_score_loss`). */
const brier = {
	name: "brier",
	title: "Brier score",
	direction: "lower",
	tasks: ["binary"],
	needs: "probabilities",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {},
	prepare(scores, arm) {
		const p = scoresOf(scores, arm);
		return rowMean(scores.label.map((truth, row) => (p[row] - truth) ** 2));
	}
};
// src/core/stats/order-key.ts
const value = /* @__PURE__ */ new Float32Array(1);
const bits = new Int32Array(value.buffer);
/** The key of 0; −0 has the one below. */
const ZERO_KEY = 2147483648;
/**
* A whole number that orders as the float32 nearest to `x` does, 0 … 2³² − 1. Rounding never swaps two doubles, so
* after a sort by key only doubles of one key remain to be compared. `orderKey(0)` = 2³¹, `orderKey(-0)` = 2³¹ − 1.
*/
function orderKey(x) {
	value[0] = x;
	const word = bits[0];
	return (word ^ (word >> 31 | ZERO_KEY)) >>> 0;
}
// src/core/stats/radix.ts
/** Least-significant-digit radix sort of (key, row) pairs that lie side by side, so that one cache line serves both. */
/** 11 bits a digit: three passes over 32 bits, and the 2,048 places being written to stay in the cache. */
const DIGITS = [
	{
		shift: 0,
		size: 2048
	},
	{
		shift: 11,
		size: 2048
	},
	{
		shift: 22,
		size: 1024
	}
];
/** `pairs` holds key, row, key, row, … The same pairs by ascending key, stably. O(n); uses `pairs` as scratch. */
function sortPairs(pairs) {
	let from = pairs;
	let to = null;
	for (const { shift, size } of DIGITS) {
		const places = firstPlaces(from, shift, size);
		if (places === null) continue;
		to ??= new Uint32Array(pairs.length);
		for (let i = 0; i < from.length; i += 2) {
			const key = from[i];
			const digit = key >>> shift & size - 1;
			const place = places[digit];
			places[digit] = place + 2;
			to[place] = key;
			to[place + 1] = from[i + 1];
		}
		[from, to] = [to, from];
	}
	return from;
}
/** Where the pairs of each digit begin, or null when all have the same digit. */
function firstPlaces(pairs, shift, size) {
	const places = new Uint32Array(size);
	for (let i = 0; i < pairs.length; i += 2) places[pairs[i] >>> shift & size - 1] += 2;
	if (pairs.length === 0 || places[pairs[0] >>> shift & size - 1] === pairs.length) return null;
	let next = 0;
	for (let digit = 0; digit < size; digit++) {
		const count = places[digit];
		places[digit] = next;
		next += count;
	}
	return places;
}
// src/core/stats/argsort.ts
/**
* Sorts rows by value; no NaN. `sortRows([0.5, 0.1, 0.5])`: order 1 0 2, begins 1 1 0.
*
* A radix sort of the values rounded to float32, O(n), then the doubles that share a float32 among themselves: none
* when scores came from float32, a few each in other scores, O(n log n) when all crowd within one step of float32.
*/
function sortRows(values) {
	const n = values.length;
	const pairs = new Uint32Array(2 * n);
	let rounded = false;
	for (let row = 0; row < n; row++) {
		const value = values[row];
		if (Math.fround(value) !== value) rounded = true;
		pairs[2 * row] = orderKey(value);
		pairs[2 * row + 1] = row;
	}
	const sorted = sortPairs(pairs);
	const order = new Uint32Array(n);
	const begins = new Uint8Array(n);
	let previous = 0;
	for (let i = 0; i < n; i++) {
		const key = sorted[2 * i];
		order[i] = sorted[2 * i + 1];
		begins[i] = i === 0 || key !== previous && !(key === 2147483648 && previous === 2147483647) ? 1 : 0;
		previous = key;
	}
	if (rounded) sortWithinRuns(values, order, begins);
	return {
		order,
		begins
	};
}
/** The order of `sortRows` alone. `argsort([0.5, 0.1, 0.9])` = 1 0 2. */
function argsort(values) {
	return sortRows(values).order;
}
/** Longer runs that are out of order go to the library's sort. */
const LONG_RUN = 32;
/** Sorts each run of one key by its values, stably, and marks where those change. */
function sortWithinRuns(values, order, begins) {
	const n = order.length;
	const sorted = new Float64Array(n);
	for (let i = 0; i < n; i++) sorted[i] = values[order[i]];
	for (let start = 0, end = 0; start < n; start = end) {
		for (end = start + 1; end < n && begins[end] === 0;) end++;
		if (end - start > LONG_RUN && !ascends(sorted, start, end)) {
			order.subarray(start, end).sort((a, b) => values[a] - values[b]);
			for (let i = start; i < end; i++) sorted[i] = values[order[i]];
		}
		for (let i = start + 1; i < end; i++) {
			const value = sorted[i];
			const row = order[i];
			let place = i;
			for (; place > start && sorted[place - 1] > value; place--) {
				sorted[place] = sorted[place - 1];
				order[place] = order[place - 1];
			}
			sorted[place] = value;
			order[place] = row;
		}
	}
	for (let i = 1; i < n; i++) begins[i] = sorted[i] === sorted[i - 1] ? 0 : 1;
}
function ascends(values, start, end) {
	for (let i = start + 1; i < end; i++) if (values[i - 1] > values[i]) return false;
	return true;
}
// src/core/metrics/score-levels.ts
/** Binary labels by distinct score: the one sort behind every metric of a ranking's quality. */
/** Scores .5 .1 .5: levels .1 and .5, rows 1 0 1. No NaN; −0 is 0. */
function scoreLevels(scores) {
	const order = argsort(scores);
	const of = new Uint32Array(scores.length);
	const distinct = new Float64Array(scores.length);
	let count = 0;
	for (const row of order) {
		const value = scores[row];
		if (count === 0 || distinct[count - 1] !== value) distinct[count++] = value;
		of[row] = count - 1;
	}
	return {
		score: distinct.slice(0, count),
		of
	};
}
/** Sorts once; each call is then one pass over rows and one over levels. `label` 0 or 1. */
function classSums(label, scores) {
	const { score, of } = scoreLevels(scores);
	const positive = new Float64Array(score.length);
	const negative = new Float64Array(score.length);
	return (weight) => {
		positive.fill(0);
		negative.fill(0);
		for (let row = 0; row < of.length; row++) {
			const w = weight === null ? 1 : weight[row];
			if (label[row] === 1) positive[of[row]] += w;
			else negative[of[row]] += w;
		}
		return {
			score,
			positive,
			negative,
			positives: sum$1(positive),
			negatives: sum$1(negative)
		};
	};
}
function sum$1(values) {
	let total = 0;
	for (let i = 0; i < values.length; i++) total += values[i];
	return total;
}
// src/core/metrics/binary/calibration-error.ts
/** How far scores are from the rates that they promise, by bins of score. */
/**
* Expected calibration error Σ (w_b/W)·|ȳ_b − p̄_b| over `at` bins (Naeini et al. 2015; Guo et al. 2017).
*
* `bins=mass`: the row with c of the weight W scored below it is in bin ⌊at·c/W⌋, so that bins weigh the same; click
* scores bunch near 0, where equal widths would put all of them into one bin. Equal scores stay in one bin, which
* keeps the order of rows out of it. `bins=width`: score p is in bin ⌊at·p⌋, and 1 in the last.
* Labels 0 1 0 1, scores .1 .3 .6 .8, two bins either way: 0.25.
*/
const ece = calibrationError("ece", "expected calibration error", (gaps) => {
	let sum = 0;
	let total = 0;
	gaps((gap, weight) => {
		sum += gap * weight;
		total += weight;
	});
	return sum / total;
});
/** Maximum calibration error: the largest |ȳ_b − p̄_b| of the bins of `ece`. */
const mce = calibrationError("mce", "maximum calibration error", (gaps) => {
	let most = NaN;
	gaps((gap) => {
		if (!(gap <= most)) most = gap;
	});
	return most;
});
function calibrationError(name, title, summarise) {
	return {
		name,
		title,
		direction: "lower",
		tasks: ["binary"],
		needs: "probabilities",
		grouped: false,
		at: "count",
		defaultAt: 20,
		conventions: { bins: ["mass", "width"] },
		prepare(scores, arm, { at, convention }) {
			const sums = classSums(scores.label, scoresOf(scores, arm));
			const equalMass = convention.bins === "mass";
			const value = (weight) => {
				const ofLevels = sums(weight);
				return summarise((visit) => visitGaps(ofLevels, at, equalMass, visit));
			};
			return functional(scores, value, "No row has weight.");
		}
	};
}
/** Levels ascend, and so do their bins: one is finished before the next begins. */
function visitGaps(sums, bins, equalMass, visit) {
	const { score, positive, negative, positives, negatives } = sums;
	const total = positives + negatives;
	let [bin, below, weight, promised, happened] = [
		0,
		0,
		0,
		0,
		0
	];
	const finish = () => {
		if (weight > 0) visit(Math.abs(happened - promised) / weight, weight);
		[weight, promised, happened] = [
			0,
			0,
			0
		];
	};
	for (let i = 0; i < score.length; i++) {
		const here = positive[i] + negative[i];
		if (here === 0) continue;
		const next = Math.min(Math.floor(equalMass ? bins * below / total : bins * score[i]), bins - 1);
		if (next !== bin) finish();
		bin = next;
		below += here;
		weight += here;
		promised += here * score[i];
		happened += positive[i];
	}
	finish();
}
// src/core/metrics/clipping.ts
/** Probabilities away from 0 and 1, whose logarithms are infinite. */
/**
* The smallest probability, by the text that a convention says it in. The machine epsilon of float64 (scikit-learn 1.2
* and later) and of float32 (the same, given float32 scores), LightGBM's 1e-15, and 1e-11 of Microsoft's recommenders.
* A certain and wrong score costs 36.04, 15.94, 34.54 or 25.33.
*/
const EPSILONS = /* @__PURE__ */ new Map([
	["2.2e-16", Number.EPSILON],
	["1.2e-7", 2 ** -23],
	["1e-15", 1e-15],
	["1e-11", 1e-11]
]);
const EPSILON_NAMES = [...EPSILONS.keys()];
function epsilonOf(convention) {
	return EPSILONS.get(convention.eps);
}
function clip(p, epsilon) {
	return Math.min(Math.max(p, epsilon), 1 - epsilon);
}
/** How many probabilities `clip` changes. */
function countClipped(values, epsilon) {
	let count = 0;
	for (const p of values) if (p < epsilon || p > 1 - epsilon) count++;
	return count;
}
// src/core/metrics/binary/calibration-line.ts
/** Slope and intercept of the line that would calibrate the scores. */
/**
* b of P(y = 1) = σ(a + b·logit p), fitted by maximum likelihood (Cox 1958). 1 when calibrated; below 1 the scores are
* too far from the base rate, as those of an overfitted model. Undefined when the classes do not overlap: the fit
* is then infinitely steep.
*/
const calibrationSlope = lineMetric("cal_slope", "calibration slope", 1, ({ slope }) => slope);
/** a of the same fit: 0 when calibrated. */
const calibrationIntercept = lineMetric("cal_intercept", "calibration intercept", 0, ({ intercept }) => intercept);
function lineMetric(name, title, target, of) {
	return {
		name,
		title,
		direction: { target },
		tasks: ["binary"],
		needs: "probabilities",
		grouped: false,
		at: "none",
		defaultAt: null,
		conventions: { eps: EPSILON_NAMES },
		prepare(scores, arm, { convention }) {
			const p = scoresOf(scores, arm);
			const epsilon = epsilonOf(convention);
			const x = p.map((score) => logit(clip(score, epsilon)));
			const reason = "The scores of the two classes do not overlap, so that no line through their logits is the best.";
			const fit = (weight) => of(fitLine(scores.label, x, weight));
			const prepared = functional(scores, fit, reason);
			return prepared.kind === "functional" ? {
				...prepared,
				clipped: countClipped(p, epsilon)
			} : prepared;
		}
	};
}
function logit(p) {
	return Math.log(p) - Math.log1p(-p);
}
const UNDEFINED = {
	intercept: NaN,
	slope: NaN
};
/** A Newton step smaller than this, relative to the parameters, is rounding. */
const SETTLED = 1e-12;
const MOST_STEPS = 100;
/**
* Newton's method on the concave log likelihood, halving steps that lower it. x is centred and scaled, and the first
* line is flat at the base rate, where the two parameters do not interact; from there some 6 steps of one pass each
* suffice, however far off the scores are.
*/
function fitLine(label, x, weight) {
	const frame = frameOf(label, x, weight);
	if (frame === null) return UNDEFINED;
	const { centre, scale, rate } = frame;
	let at = {
		a: logit(rate),
		b: 0
	};
	let here = slopesAt(label, x, weight, frame, at);
	for (let step = 0; step < MOST_STEPS; step++) {
		const determinant = here.aa * here.bb - here.ab ** 2;
		const da = (here.bb * here.a - here.ab * here.b) / determinant;
		const db = (here.aa * here.b - here.ab * here.a) / determinant;
		if (!Number.isFinite(da) || !Number.isFinite(db)) return UNDEFINED;
		const settled = Math.abs(da) + Math.abs(db) <= SETTLED * (1 + Math.abs(at.a) + Math.abs(at.b));
		let share = 1;
		let next = {
			a: at.a + da,
			b: at.b + db
		};
		if (settled) {
			at = next;
			break;
		}
		let there = slopesAt(label, x, weight, frame, next);
		while (there.loss > here.loss * 1.000000000001 && share > SETTLED) {
			share /= 2;
			next = {
				a: at.a + share * da,
				b: at.b + share * db
			};
			there = slopesAt(label, x, weight, frame, next);
		}
		[at, here] = [next, there];
	}
	return {
		slope: at.b / scale,
		intercept: at.a - at.b * centre / scale
	};
}
/** Mean and spread of x, and the base rate; null when no finite line is the best, which is when the ranges of the classes do not overlap. */
function frameOf(label, x, weight) {
	const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	const most = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
	let [total, positive, sum, squares] = [
		0,
		0,
		0,
		0
	];
	for (let row = 0; row < x.length; row++) {
		const w = weight === null ? 1 : weight[row];
		if (w === 0) continue;
		const value = x[row];
		const side = label[row];
		least[side] = Math.min(least[side], value);
		most[side] = Math.max(most[side], value);
		total += w;
		positive += w * side;
		sum += w * value;
		squares += w * value * value;
	}
	if (!(least[1] < most[0] && least[0] < most[1])) return null;
	const centre = sum / total;
	return {
		centre,
		scale: Math.sqrt(squares / total - centre ** 2),
		rate: positive / total
	};
}
/** Negative log likelihood of the line a + b·(x − centre)/scale, its downward gradient and its curvature. */
function slopesAt(label, x, weight, { centre, scale }, at) {
	let [loss, a, b, aa, ab, bb] = [
		0,
		0,
		0,
		0,
		0,
		0
	];
	for (let row = 0; row < x.length; row++) {
		const w = weight === null ? 1 : weight[row];
		if (w === 0) continue;
		const z = (x[row] - centre) / scale;
		const line = at.a + at.b * z;
		const small = Math.exp(-Math.abs(line));
		const q = (line >= 0 ? 1 : small) / (1 + small);
		const miss = w * (label[row] - q);
		const curve = w * small / (1 + small) ** 2;
		loss += w * (Math.max(line, 0) - line * label[row] + Math.log1p(small));
		a += miss;
		b += miss * z;
		aa += curve;
		ab += curve * z;
		bb += curve * z * z;
	}
	return {
		loss,
		a,
		b,
		aa,
		ab,
		bb
	};
}
// src/core/metrics/binary/copc.ts
/**
* Clicks over predicted clicks, Σwy / Σwp: 1 is calibrated on the whole, above 1 the model says too little. Undefined
* when every score is 0. Labels 0 1, scores .2 .6: 1.25.
*/
const copc = {
	name: "copc",
	title: "clicks over predicted clicks",
	direction: { target: 1 },
	tasks: ["binary"],
	needs: "probabilities",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {},
	prepare(scores, arm) {
		const p = scoresOf(scores, arm);
		const ratio = (weight) => {
			const predicted = weightedMean$1(p, weight);
			return predicted === 0 ? NaN : weightedMean$1(scores.label, weight) / predicted;
		};
		return functional(scores, ratio, "Every score is 0, so that there are no predicted clicks to divide by.");
	}
};
// src/core/metrics/binary/curves.ts
/** Metrics of the whole ranking, from the weight of either class at each distinct score. */
const CURVE = {
	direction: "higher",
	tasks: ["binary"],
	needs: "scores",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {}
};
function curve(name, title, of, more = {}) {
	return {
		...CURVE,
		name,
		title,
		prepare(scores, arm, { at }) {
			const sums = classSums(scores.label, scoresOf(scores, arm));
			return functional(scores, (weight) => of(sums(weight), at ?? 1), oneClass(scores.label, title));
		},
		...more
	};
}
/** 2·AUC − 1, ties counting half. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
const gini$1 = curve("gini", "Gini", ({ positive, negative, positives, negatives }) => {
	let below = 0;
	let pairs = 0;
	for (let i = 0; i < positive.length; i++) {
		pairs += positive[i] * (below + negative[i] / 2);
		below += negative[i];
	}
	return 2 * pairs / (positives * negatives) - 1;
});
/** Kolmogorov–Smirnov: the largest TPR − FPR over all thresholds. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
const ks = curve("ks", "KS", ({ positive, negative, positives, negatives }) => {
	if (positives === 0 || negatives === 0) return NaN;
	let [truePositive, falsePositive, best] = [
		0,
		0,
		0
	];
	for (let i = positive.length - 1; i >= 0; i--) {
		truePositive += positive[i];
		falsePositive += negative[i];
		best = Math.max(best, truePositive / positives - falsePositive / negatives);
	}
	return best;
});
/**
* Area under the ROC curve up to a false-positive rate of `at`, the curve cut there by linear interpolation, and
* standardised (McClish 1989) so that a constant model has 0.5 and a perfect one 1. scikit-learn's `max_fpr`.
*/
const partialAuc = curve("pauc", "partial AUC", standardisedArea, {
	at: "fraction",
	defaultAt: .1
});
function standardisedArea({ positive, negative, positives, negatives }, most) {
	if (positives === 0 || negatives === 0) return NaN;
	let [x, y, area] = [
		0,
		0,
		0
	];
	let [truePositive, falsePositive] = [0, 0];
	for (let i = positive.length - 1; i >= 0 && x < most; i--) {
		truePositive += positive[i];
		falsePositive += negative[i];
		const nextX = falsePositive / negatives;
		const nextY = truePositive / positives;
		const share = nextX > most ? (most - x) / (nextX - x) : 1;
		const cutY = y + share * (nextY - y);
		area += (Math.min(nextX, most) - x) * ((y + cutY) / 2);
		[x, y] = [nextX, nextY];
	}
	const least = most ** 2 / 2;
	return (1 + (area - least) / (most - least)) / 2;
}
/**
* Average precision Σ(Rₙ − Rₙ₋₁)Pₙ over distinct thresholds, a step function without interpolation; tied scores are
* one threshold (scikit-learn's `average_precision_score`). Without positives undefined, 0 or 1.
* Labels 0 0 1 1, scores .1 .4 .35 .8: 0.8333333333333333.
*/
const averagePrecision = {
	...CURVE,
	name: "ap",
	title: "average precision",
	conventions: {
		ties: ["one_threshold"],
		empty: [
			"undefined",
			"zero",
			"one"
		]
	},
	prepare(scores, arm, { convention }) {
		const sums = classSums(scores.label, scoresOf(scores, arm));
		const empty = {
			zero: 0,
			one: 1
		}[convention.empty] ?? NaN;
		return functional(scores, (weight) => stepArea(sums(weight), empty), "No row has label 1; average precision needs one.");
	}
};
function stepArea({ positive, negative, positives }, empty) {
	if (positives === 0) return empty;
	let [truePositive, all, area] = [
		0,
		0,
		0
	];
	for (let i = positive.length - 1; i >= 0; i--) {
		truePositive += positive[i];
		all += positive[i] + negative[i];
		if (positive[i] > 0) area += positive[i] * (truePositive / all);
	}
	return area / positives;
}
// src/core/metrics/binary/logloss.ts
const LOSS = {
	tasks: ["binary"],
	needs: "probabilities",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: { eps: EPSILON_NAMES }
};
/** −(y ln p + (1 − y) ln(1 − p)), weighted mean over rows, natural logarithm, p clipped to [eps, 1 − eps]. */
const logloss$1 = {
	...LOSS,
	name: "logloss",
	title: "log loss",
	direction: "lower",
	prepare(scores, arm, { convention }) {
		const p = scoresOf(scores, arm);
		const epsilon = epsilonOf(convention);
		return rowMean(losses(scores.label, p, epsilon), countClipped(p, epsilon));
	}
};
/**
* Normalised entropy: log loss over that of always saying the base rate of these very rows (He et al. 2014).
* Below 1 the model knows something. Undefined with one class. Labels 0 1, scores .25 .75: 0.4150374992788438.
*/
const ne = entropyRatio("ne", "normalised entropy", "lower", (ratio) => ratio);
/** Relative information gain, 1 − ne: D² of the log loss. */
const rig = entropyRatio("rig", "relative information gain", "higher", (ratio) => 1 - ratio);
function entropyRatio(name, title, direction, of) {
	return {
		...LOSS,
		name,
		title,
		direction,
		prepare(scores, arm, { convention }) {
			const { label } = scores;
			const p = scoresOf(scores, arm);
			const epsilon = epsilonOf(convention);
			const values = losses(label, p, epsilon);
			const ratio = (weight) => {
				const rate = weightedMean$1(label, weight);
				const entropy = -rate * Math.log(rate) - (1 - rate) * Math.log1p(-rate);
				return of(weightedMean$1(values, weight) / entropy);
			};
			const prepared = functional(scores, ratio, oneClass(label, title));
			return prepared.kind === "functional" ? {
				...prepared,
				clipped: countClipped(p, epsilon)
			} : prepared;
		}
	};
}
function losses(label, p, epsilon) {
	return label.map((truth, row) => {
		const clipped = clip(p[row], epsilon);
		return truth === 1 ? -Math.log(clipped) : -Math.log1p(-clipped);
	});
}
// src/core/metrics/zero-division.ts
/** What 0/0 is, such as the precision of a model that never says 1. scikit-learn has 0, with a warning. */
const ZERO_DIVISION = { zero_division: [
	"0",
	"1",
	"undefined"
] };
function divide(part, whole, convention) {
	return whole === 0 ? Number(convention.zero_division) : part / whole;
}
// src/core/metrics/binary/threshold.ts
/** Metrics of the decision that a threshold makes. */
/**
* A score above `at` is a 1, and with `op=ge` one equal to it too. `gt` is what LightGBM, XGBoost and the `predict` of a
* scikit-learn classifier do (argmax takes the first of equal probabilities).
*/
const THRESHOLD = {
	direction: "higher",
	tasks: ["binary"],
	needs: "probabilities",
	grouped: false,
	at: "threshold",
	defaultAt: .5,
	conventions: { op: ["gt", "ge"] }
};
/** 1 where the decision is 1. */
function decisions(score, { at, convention }) {
	const inclusive = convention.op === "ge";
	return score.map((s) => s > at || inclusive && s === at ? 1 : 0);
}
/** Weighted share of rows that are decided rightly. */
const accuracy$1 = {
	...THRESHOLD,
	name: "accuracy",
	title: "accuracy",
	prepare(scores, arm, options) {
		const decided = decisions(scoresOf(scores, arm), options);
		return rowMean(scores.label.map((truth, row) => truth === decided[row] ? 1 : 0));
	}
};
function ofConfusion(name, title, conventions, of, reason) {
	return {
		...THRESHOLD,
		name,
		title,
		conventions: {
			...THRESHOLD.conventions,
			...conventions
		},
		prepare(scores, arm, options) {
			const decided = decisions(scoresOf(scores, arm), options);
			const value = (weight) => of(confusionOf(scores.label, decided, weight), options.convention);
			return functional(scores, value, reason(scores.label));
		}
	};
}
function confusionOf(label, decided, weight) {
	const cells = [
		0,
		0,
		0,
		0
	];
	for (let row = 0; row < label.length; row++) cells[2 * label[row] + decided[row]] += weight === null ? 1 : weight[row];
	const [tn, fp, fn, tp] = cells;
	return {
		tp,
		fp,
		fn,
		tn
	};
}
// src/core/metrics/binary/index.ts
const BINARY_METRICS = [
	auc$1,
	partialAuc,
	averagePrecision,
	logloss$1,
	ne,
	rig,
	brier,
	copc,
	ece,
	mce,
	calibrationSlope,
	calibrationIntercept,
	accuracy$1,
	ofConfusion("balanced_accuracy", "balanced accuracy", {}, ({ tp, fp, fn, tn }) => (tp / (tp + fn) + tn / (tn + fp)) / 2, (label) => oneClass(label, "balanced accuracy")),
	ofConfusion("precision", "precision", ZERO_DIVISION, ({ tp, fp }, convention) => divide(tp, tp + fp, convention), () => "No row is decided 1, so that precision is 0/0."),
	ofConfusion("recall", "recall", ZERO_DIVISION, ({ tp, fn }, convention) => divide(tp, tp + fn, convention), () => "No row has label 1, so that recall is 0/0."),
	ofConfusion("f1", "F1", ZERO_DIVISION, ({ tp, fp, fn }, convention) => divide(2 * tp, 2 * tp + fp + fn, convention), () => "No row has label 1 or is decided 1, so that F1 is 0/0."),
	ofConfusion("mcc", "Matthews' correlation", ZERO_DIVISION, ({ tp, fp, fn, tn }, convention) => divide(tp * tn - fp * fn, Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn), convention), () => "All labels or all decisions are the same, so that the correlation is 0/0."),
	gini$1,
	ks
];
// src/core/metrics/presets.ts
/**
* By preset, values by key; of several values the first that a metric knows counts. Keys and values that a metric does
* not have leave it alone, so that any preset goes with any metric.
*
* From the sources of scikit-learn 1.2, trec_eval 10, ranx, LightGBM and XGBoost; `din` is the GAUC of Zhou et al. 2018,
* `mind` the numbers of the MIND news challenge.
*/
const PRESETS = /* @__PURE__ */ new Map([
	["sklearn", {
		gain: ["linear"],
		ties: ["expected", "last"],
		empty: ["zero"]
	}],
	["trec_eval", {
		gain: ["linear"],
		ties: ["id_desc"],
		empty: ["zero"],
		D: ["R"]
	}],
	["ranx", {
		gain: ["linear"],
		empty: ["zero"],
		D: ["R"]
	}],
	["lightgbm", {
		gain: ["exp2"],
		ties: ["input"],
		empty: ["one"],
		D: ["minRk"],
		one_class: ["one"],
		eps: ["1e-15"]
	}],
	["xgboost", {
		gain: ["exp2"],
		empty: ["one"],
		D: ["minRk"]
	}],
	["din", { weight: ["impressions"] }],
	["mind", {
		weight: ["uniform"],
		gain: ["exp2"]
	}]
]);
const PRESET_NAMES = [...PRESETS.keys()];
/** What `preset` changes in a metric. */
function presetOf(preset, conventions) {
	const changed = {};
	for (const [key, wanted] of Object.entries(PRESETS.get(preset) ?? {})) {
		const value = wanted.find((one) => Object.hasOwn(conventions, key) && conventions[key].includes(one));
		if (value !== void 0) changed[key] = value;
	}
	return changed;
}
// src/core/metrics/id.ts
/** `ndcg@10[gain=exp2,ties=input]`: how a metric is named in a policy, on a command line and in a document. */
const GRAMMAR = /^([^@[\]]*)(?:@([^[\]]*))?(?:\[([^[\]]*)\])?$/;
const LONGEST = 200;
/** Six decimals, which print as they are read. */
const DECIMAL = /^(\d(\.\d{0,6})?|\.\d{1,6})$/;
/** What may stand behind `@`. */
const NUMBERS = {
	none: {
		words: "",
		example: "",
		accepts: () => false
	},
	count: {
		words: "a whole number from 1",
		example: "10",
		accepts: (text) => /^[1-9]\d{0,8}$/.test(text)
	},
	fraction: {
		words: "a number above 0, and 1 at most, of up to six decimals",
		example: "0.1",
		accepts: (text) => DECIMAL.test(text) && Number(text) > 0 && Number(text) <= 1
	},
	threshold: {
		words: "a number from 0 to 1, of up to six decimals",
		example: "0.5",
		accepts: (text) => DECIMAL.test(text) && Number(text) <= 1
	}
};
/**
* Reads `name[@number][[key=value,…]]` against the metrics of a task; `preset` is a key of every metric, and other keys
* win over it. One name may mean another metric in another task. All faults at once, code `metric-unknown`.
*/
function readMetricId(text, task, metrics) {
	const match = text.length > LONGEST ? null : GRAMMAR.exec(text.trim());
	if (match === null) return refused(`${quote(text)} is no metric.`, "Write `name`, `name@10` or `name@10[key=value,key=value]`.");
	const [, name = "", number, list] = match;
	const named = metrics.filter((metric) => metric.name === name.trim());
	const possible = named.filter(({ tasks }) => tasks.includes(task));
	const definition = possible.find(({ at }) => number !== void 0 && NUMBERS[at].accepts(number)) ?? possible[0];
	if (definition === void 0) return {
		ok: false,
		faults: [noSuchMetric(name, task, named, metrics)]
	};
	const faults = [...checkNumber(definition, number)];
	const convention = readConventions(definition, list, faults);
	if (faults.length > 0) return {
		ok: false,
		faults
	};
	return {
		ok: true,
		metric: namedMetric(definition, {
			at: number === void 0 ? definition.defaultAt : Number(number),
			convention
		})
	};
}
function namedMetric(definition, options) {
	const { at, convention } = options;
	const entries = Object.entries(convention);
	const unusual = entries.filter(([key, value]) => value !== definition.conventions[key][0]);
	const print = (pairs) => pairs.map(([key, value]) => `${key}=${value}`);
	const number = at === null || at === definition.defaultAt ? "" : `@${at}`;
	return {
		definition,
		options,
		id: `${definition.name}${number}${unusual.length > 0 ? `[${print(unusual).join(",")}]` : ""}`,
		convention: [...at !== null && Number.isFinite(at) ? [`@${at}`] : [], ...print(entries)].join(",")
	};
}
function* checkNumber({ name, at, defaultAt }, number) {
	const { words, example, accepts } = NUMBERS[at];
	if (number === void 0) {
		if (at !== "none" && defaultAt === null) yield unknown(`\`${name}\` needs a number.`, `Write \`${name}@${example}\`.`);
	} else if (at === "none") yield unknown(`\`${name}\` takes no number, but has @${clean(number)}.`, `Write \`${name}\`.`);
	else if (!accepts(number)) yield unknown(`The number of \`${name}\` is ${quote(number)}; it must be ${words}.`, `Write, for example, \`${name}@${example}\`.`);
}
/** Conventions with defaults filled in, in the order of the table. Adds what is wrong to `faults`. */
function readConventions({ name, conventions }, list, faults) {
	const given = /* @__PURE__ */ new Map();
	for (const part of list === void 0 ? [] : list.split(",")) {
		const [key = "", value = "", ...rest] = part.split("=").map((side) => side.trim());
		const allowed = allowedValues(key, conventions);
		if (value === "" || rest.length > 0) faults.push(unknown(`${quote(part)} in \`${name}[…]\` is not \`key=value\`.`, options(conventions)));
		else if (allowed === null) {
			const [close] = nearest(key, [...Object.keys(conventions), "preset"], 1);
			const guess = close === void 0 ? "" : `Did you mean \`${close}\`? `;
			faults.push(unknown(`\`${name}\` has no convention ${quote(key)}.`, guess + options(conventions)));
		} else if (!allowed.includes(value)) {
			const fix = `Write one of ${allowed.map((one) => `\`${key}=${one}\``).join(", ")}.`;
			faults.push(unknown(`The convention \`${key}\` of \`${name}\` is ${quote(value)}.`, fix));
		} else if (given.has(key)) faults.push(unknown(`\`${name}[…]\` gives \`${key}\` twice.`, "Keep one."));
		else given.set(key, value);
	}
	const preset = presetOf(given.get("preset") ?? "", conventions);
	return Object.fromEntries(Object.entries(conventions).map(([key, [usual]]) => [key, given.get(key) ?? preset[key] ?? usual]));
}
function allowedValues(key, conventions) {
	if (key === "preset") return PRESET_NAMES;
	return Object.hasOwn(conventions, key) ? conventions[key] : null;
}
function options(conventions) {
	return `It takes ${Object.entries({
		...conventions,
		preset: PRESET_NAMES
	}).map(([key, values]) => `${key} (${values.join(", ")})`).join("; ")}.`;
}
function noSuchMetric(name, task, elsewhere, metrics) {
	const names = namesOf$1(metrics.filter(({ tasks }) => tasks.includes(task)));
	const all = `Metrics of ${task} are ${names.join(", ")}.`;
	if (elsewhere.length > 0) return unknown(`\`${name}\` is a metric of ${[...new Set(elsewhere.flatMap((metric) => metric.tasks))].join(" and ")}, not of ${task}.`, all);
	const [close] = nearest(name, names, 1);
	return unknown(`There is no metric ${quote(name)}.`, close === void 0 ? all : `Did you mean \`${close}\`?`);
}
function namesOf$1(metrics) {
	return [...new Set(metrics.map(({ name }) => name))];
}
function unknown(message, fix) {
	return {
		code: "metric-unknown",
		message,
		fix
	};
}
function refused(message, fix) {
	return {
		ok: false,
		faults: [unknown(message, fix)]
	};
}
function quote(text) {
	return JSON.stringify(text.slice(0, 80));
}
function clean(text) {
	return quote(text).slice(1, -1);
}
// src/core/stats/unsort.ts
/** Rows of a block: what is written to them stays in the cache. */
const BLOCK_BITS = 14;
/**
* Brings numbers in some order of the rows back to the rows: the result at `order[i]` is `sorted[i]`.
* `order` holds every row once. `unsort([2, 0, 1], [7, 8, 9])` = 8 9 7.
*
* O(n), in two passes that write to few places at a time: first to blocks of neighbouring rows, then within each.
* One pass would miss the cache on nearly every write; at 10 million rows this takes a third of its time.
*/
function unsort(order, sorted) {
	const n = order.length;
	const blocks = Math.ceil(n / 2 ** BLOCK_BITS);
	const places = Uint32Array.from({ length: blocks }, (_, block) => block << 15);
	const pairs = new Uint32Array(2 * n);
	for (let i = 0; i < n; i++) {
		const row = order[i];
		const place = places[row >>> BLOCK_BITS];
		places[row >>> BLOCK_BITS] = place + 2;
		pairs[place] = row;
		pairs[place + 1] = sorted[i];
	}
	const result = new Uint32Array(n);
	for (let i = 0; i < pairs.length; i += 2) result[pairs[i]] = pairs[i + 1];
	return result;
}
// src/core/stats/placements.ts
/**
* AUC = Σᵢⱼ wᵢwⱼ([sᵢ > sⱼ] + ½[sᵢ = sⱼ]) / Σᵢⱼ wᵢwⱼ over positives i and negatives j, and the placement values that it
* is the mean of (the structural components of DeLong 1988), in one sort and one sweep (Sun & Xu 2014).
* `label` 0 or 1; `score` without NaN; `weight` positive or null; all of one length.
* Labels 0 0 1 1, scores .1 .4 .35 .8: auc 0.75, placements 1 .5 .5 1.
*/
function placements(label, score, weight) {
	return weight === null ? countedPlacements(label, score) : weightedPlacements(label, score, weight);
}
/** Without weights placements are whole numbers of half rows until the end, and go back to their rows as such. */
function countedPlacements(label, score) {
	const n = score.length;
	const { order, begins } = sortRows(score);
	const isPositive = labelsInOrder(label, order);
	const total = classWeights(label, null);
	const halves = new Uint32Array(n);
	let positiveBelow = 0;
	let negativeBelow = 0;
	let pairs = 0;
	for (let start = 0, end = 0; start < n; start = end) {
		let positive = 0;
		do
			positive += isPositive[end++];
		while (end < n && begins[end] === 0);
		const negative = end - start - positive;
		const below = 2 * negativeBelow + negative;
		const above = 2 * (total.positive - positiveBelow) - positive;
		for (let i = start; i < end; i++) halves[i] = isPositive[i] === 1 ? below : above;
		pairs += positive * below / 2;
		positiveBelow += positive;
		negativeBelow += negative;
	}
	const of = new Float64Array(unsort(order, halves));
	for (let row = 0; row < n; row++) of[row] /= 2 * (label[row] === 1 ? total.negative : total.positive);
	return {
		auc: pairs / (total.positive * total.negative),
		of
	};
}
function weightedPlacements(label, score, weight) {
	const n = score.length;
	const { order, begins } = sortRows(score);
	const isPositive = labelsInOrder(label, order);
	const total = classWeights(label, weight);
	const of = new Float64Array(n);
	let positiveBelow = 0;
	let negativeBelow = 0;
	let pairs = 0;
	for (let start = 0, end = 0; start < n; start = end) {
		let positive = 0;
		let negative = 0;
		do
			if (isPositive[end] === 1) positive += weight[order[end]];
			else negative += weight[order[end]];
		while (++end < n && begins[end] === 0);
		const wins = negativeBelow + negative / 2;
		const above = (total.positive - positiveBelow - positive / 2) / total.positive;
		for (let i = start; i < end; i++) of[order[i]] = isPositive[i] === 1 ? wins / total.negative : above;
		pairs += positive * wins;
		positiveBelow += positive;
		negativeBelow += negative;
	}
	return {
		auc: pairs / (total.positive * total.negative),
		of
	};
}
/** By position, a byte each: what is read out of order should fit the cache. */
function labelsInOrder(label, order) {
	const bytes = new Uint8Array(label);
	const sorted = new Uint8Array(order.length);
	for (let i = 0; i < order.length; i++) sorted[i] = bytes[order[i]];
	return sorted;
}
/** The weight of each class. */
function classWeights(label, weight) {
	let positive = 0;
	let negative = 0;
	for (let row = 0; row < label.length; row++) {
		const w = weight === null ? 1 : weight[row];
		if (label[row] === 1) positive += w;
		else negative += w;
	}
	return {
		positive,
		negative
	};
}
// src/core/stats/area.ts
/**
* Area under the ROC curve, ties counting half (see `placements`, which gives the same number to the bit).
* NaN when a class is empty. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.75.
*
* Unweighted float32 scores take a shorter way, O(n): only their order matters, not whose they are.
*/
function areaUnderCurve(label, score, weight) {
	const counted = weight === null ? countPairs(label, score) : null;
	if (counted === null) return placements(label, score, weight).auc;
	const { twiceWins, positives, negatives } = counted;
	return twiceWins / 2 / (positives * negatives);
}
/** Bits of a key below the split. */
const LOW_BITS = 10;
const LOWS = 1024;
/**
* Counts pairs of float32 scores; null when a score is not a float32.
*
* Keys are split into a high and a low part. One counting sort brings the high parts into the order of (low, label).
* Going through them, a counter per high part knows how many negatives share it and have a lower low part. Pairs with
* different high parts need the counters' totals alone.
*/
function countPairs(label, score) {
	const n = score.length;
	const ends = new Uint32Array(2 * LOWS);
	let lowest = 4194303;
	let highest = 0;
	for (let row = 0; row < n; row++) {
		const value = score[row] + 0;
		if (Math.fround(value) !== value) return null;
		const key = orderKey(value);
		const high = key >>> LOW_BITS;
		if (high < lowest) lowest = high;
		if (high > highest) highest = high;
		ends[(key & 1023) << 1 | label[row]]++;
	}
	let next = 0;
	for (let slot = 0; slot < ends.length; slot++) {
		const count = ends[slot];
		ends[slot] = next;
		next += count;
	}
	const highs = new Uint32Array(n);
	for (let row = 0; row < n; row++) {
		const key = orderKey(score[row] + 0);
		highs[ends[(key & 1023) << 1 | label[row]]++] = (key >>> LOW_BITS) - lowest;
	}
	const negative = new Uint32Array(Math.max(0, highest - lowest + 1));
	const positive = new Uint32Array(negative.length);
	let twiceWins = 0;
	for (let low = 0, start = 0; low < LOWS; low++) {
		const middle = ends[2 * low];
		const end = ends[2 * low + 1];
		for (let i = middle; i < end; i++) twiceWins += negative[highs[i]];
		for (let i = start; i < middle; i++) negative[highs[i]]++;
		for (let i = middle; i < end; i++) {
			const high = highs[i];
			twiceWins += negative[high];
			positive[high]++;
		}
		start = end;
	}
	let positives = 0;
	let negatives = 0;
	for (let high = 0; high < negative.length; high++) {
		twiceWins += 2 * positive[high] * negatives;
		negatives += negative[high];
		positives += positive[high];
	}
	return {
		twiceWins,
		positives,
		negatives
	};
}
// src/core/stats/delong.ts
/**
* AUC of two models on the same rows, and the standard error of candidate − baseline.
*
* Independent rows: DeLong, DeLong & Clarke-Pearson 1988, by placements. With D the difference of a row's placements
* and δ that of the AUCs, Var = Σ⁺w²(D−δ)²·m/(m−1)/W⁺² + the same over the n negatives; for unit weights this is
* S₁₀/m + S₀₁/n of the paper. Weights are taken as fixed: known ratios of importance, not counts of copies.
*
* With groups: Obuchowski 1997. Those deviations are summed within each group first, the factors count the groups
* that hold a positive (I₁₀) and a negative (I₀₁), and twice the covariance of both sums is added with I/(I−1). When
* every row is its own group this is DeLong again. Few groups make the normal distribution too confident, so t with
* I − 1 degrees of freedom takes its place.
*
* O(n log n); both classes must be present. Labels 0 0 1 1, candidate .1 .4 .35 .8, baseline .4 .1 .35 .8:
* both AUCs 0.75, SE 0.5.
*/
function delong(label, candidate, baseline, sampling) {
	const { weight, group } = sampling;
	const first = placements(label, candidate, weight);
	const second = placements(label, baseline, weight);
	const delta = first.auc - second.auc;
	const total = classWeights(label, weight);
	const deviation = new Float64Array(label.length);
	for (let row = 0; row < label.length; row++) {
		const share = (weight === null ? 1 : weight[row]) / (label[row] === 1 ? total.positive : total.negative);
		deviation[row] = share * (first.of[row] - second.of[row] - delta);
	}
	const spread = group === null ? rowSpread(label, deviation) : groupSpread(label, deviation, group);
	return {
		candidate: first.auc,
		baseline: second.auc,
		delta,
		...spread
	};
}
function rowSpread(label, deviation) {
	const method = {
		method: "DeLong",
		degrees: Number.POSITIVE_INFINITY
	};
	const count = [0, 0];
	const squares = [0, 0];
	for (let row = 0; row < label.length; row++) {
		const side = label[row] === 1 ? 1 : 0;
		count[side]++;
		squares[side] += deviation[row] ** 2;
	}
	const [negatives, positives] = count;
	if (negatives < 2 || positives < 2) {
		const reason = `An interval needs two rows of each class; there are ${positives} with label 1 and ${negatives} with label 0.`;
		return {
			...method,
			standardError: null,
			reason
		};
	}
	const variance = squares[1] * besselFactor(positives) + squares[0] * besselFactor(negatives);
	return {
		...method,
		standardError: Math.sqrt(variance),
		reason: null
	};
}
function groupSpread(label, deviation, group) {
	const method = {
		method: "DeLong, clustered (Obuchowski)",
		degrees: group.count - 1
	};
	const positive = new Float64Array(group.count);
	const negative = new Float64Array(group.count);
	const holdsPositive = new Uint8Array(group.count);
	const holdsNegative = new Uint8Array(group.count);
	for (let row = 0; row < label.length; row++) {
		const code = group.code[row];
		if (label[row] === 1) {
			positive[code] += deviation[row];
			holdsPositive[code] = 1;
		} else {
			negative[code] += deviation[row];
			holdsNegative[code] = 1;
		}
	}
	let [withPositive, withNegative, ofPositive, ofNegative, across] = [
		0,
		0,
		0,
		0,
		0
	];
	for (let code = 0; code < group.count; code++) {
		withPositive += holdsPositive[code];
		withNegative += holdsNegative[code];
		ofPositive += positive[code] ** 2;
		ofNegative += negative[code] ** 2;
		across += positive[code] * negative[code];
	}
	if (withPositive < 2 || withNegative < 2) {
		const reason = `An interval needs two groups with each class; ${withPositive} of ${group.count} hold a label 1 and ${withNegative} a label 0.`;
		return {
			...method,
			standardError: null,
			reason
		};
	}
	const variance = ofPositive * besselFactor(withPositive) + ofNegative * besselFactor(withNegative) + 2 * across * besselFactor(group.count);
	return {
		...method,
		standardError: Math.sqrt(Math.max(0, variance)),
		reason: null
	};
}
function besselFactor(count) {
	return count / (count - 1);
}
// src/core/stats/random.ts
/**
* xoshiro128** 1.1 (Blackman & Vigna 2018; period 2¹²⁸ − 1), its state filled from `seed` by the finaliser of
* MurmurHash3 over a Weyl sequence, so that neighbouring seeds give unrelated streams.
* `seed`: a whole number; its lowest 32 bits count. `seededRandom(1).uint32()` = 2442144158.
*/
function seededRandom(seed) {
	let weyl = seed | 0;
	const word = () => {
		weyl = weyl + 2654435769 | 0;
		return mix(weyl);
	};
	return xoshiro128(word(), word(), word(), word());
}
/** The bare generator, from 128 bits of state that are not all 0. */
function xoshiro128(a, b, c, d) {
	const uint32 = () => {
		const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = rotate(d, 11);
		return result;
	};
	return {
		uint32,
		uniform: () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 2 ** 53
	};
}
function rotate(x, bits) {
	return x << bits | x >>> 32 - bits;
}
function mix(x) {
	let h = x;
	h = Math.imul(h ^ h >>> 16, 2246822507);
	h = Math.imul(h ^ h >>> 13, 3266489909);
	return h ^ h >>> 16;
}
// src/core/stats/fisher-randomization.ts
/** Sums this close, relative to the largest possible one, are equal: their terms were only added in another order. */
const ROUNDING = 1e-12;
/**
* Two-sided p-value of Fisher's randomization test of paired differences: if neither model is better, each unit's
* difference could as well have had the other sign (Fisher 1935; Smucker, Allan & Carterette 2007 for queries).
* The share of sign patterns whose |sum| reaches the observed one: of all 2ⁿ when that is at most `resamples`, else
* (1 + hits)/(1 + resamples) over random ones, which keeps the test valid. Zeros cannot change and do not count.
*
* `differences` no NaN, multiplied by their weights. `fisherRandomizationP(Float64Array.of(1, 2, 3), 1000, 1)` = 0.25.
*/
function fisherRandomizationP(differences, resamples, seed) {
	const moving = differences.filter((difference) => difference !== 0);
	const observed = Math.abs(moving.reduce((sum, difference) => sum + difference, 0));
	const largest = moving.reduce((sum, difference) => sum + Math.abs(difference), 0);
	const reached = observed - ROUNDING * largest;
	if (moving.length < 31 && 2 ** moving.length <= resamples) return enumerate(moving, reached);
	const { uint32 } = seededRandom(seed);
	let hits = 0;
	for (let index = 0; index < resamples; index++) {
		let sum = 0;
		let word = 0;
		for (let unit = 0; unit < moving.length; unit++) {
			word = unit % 32 === 0 ? uint32() : word >>> 1;
			sum += (word & 1) === 1 ? moving[unit] : -moving[unit];
		}
		if (Math.abs(sum) >= reached) hits++;
	}
	return (1 + hits) / (1 + resamples);
}
function enumerate(moving, reached) {
	const patterns = 2 ** moving.length;
	let hits = 0;
	for (let pattern = 0; pattern < patterns; pattern++) {
		let sum = 0;
		for (let unit = 0; unit < moving.length; unit++) sum += (pattern >>> unit & 1) === 1 ? moving[unit] : -moving[unit];
		if (Math.abs(sum) >= reached) hits++;
	}
	return hits / patterns;
}
// src/core/stats/mcnemar.ts
/**
* Two-sided mid-p of McNemar's test: rows that only one of two models gets right are coin tosses if the models are
* equally good. 2·P(X < k) + P(X = k) of X ~ Binomial(n, ½), n = `candidateOnly` + `baselineOnly`, k the smaller of them.
* Mid-p holds its level to a fraction of a percent, where the exact test wastes half of it and the χ² test exceeds it
* (Fagerland, Lydersen & Laake 2013). `mcnemarMidP(1, 6)` = 0.0703125; 1 without discordant rows.
*
* O(√n): terms relative to the largest, outwards until nothing is added.
*/
function mcnemarMidP(candidateOnly, baselineOnly) {
	const n = candidateOnly + baselineOnly;
	const k = Math.min(candidateOnly, baselineOnly);
	if (candidateOnly === baselineOnly) return 1;
	const mode = Math.floor(n / 2);
	let below = 0;
	let at = 0;
	let term = 1;
	let total = 0;
	for (let successes = mode; successes >= 0 && term > 0; successes--) {
		total += term;
		if (successes === k) at = term;
		if (successes < k) below += term;
		term *= successes / (n - successes + 1);
	}
	const all = 2 * total - (n % 2 === 0 ? 1 : 0);
	return (2 * below + at) / all;
}
// src/core/stats/detectable-difference.ts
const POWER = .8;
/**
* The smallest difference that a two-sided test at 1 − `confidence` finds with 80 % power:
* (q at (1 + confidence)/2 + q at 0.8)·SE, with q of Student's t with `degrees`, infinite for the normal.
* The negligible chance of significance in the wrong direction is left out.
* `detectableDifference(1, 0.95, Infinity)` = 2.801585218112968.
*/
function detectableDifference(standardError, confidence, degrees) {
	return (studentQuantile((1 + confidence) / 2, degrees) + studentQuantile(POWER, degrees)) * standardError;
}
// src/core/stats/percentile.ts
/**
* The value below which the share `p` of `sorted` lies, by linear interpolation between order statistics:
* position h = (n − 1)·p from 0 (Hyndman & Fan 1996, type 7; the default of R and NumPy).
* `percentile([1, 2, 4, 8], 0.5)` = 3.
*
* `sorted` ascending, not empty; 0 ≤ p ≤ 1. RangeError otherwise.
*/
function percentile(sorted, p) {
	if (sorted.length === 0 || !(p >= 0 && p <= 1)) throw new RangeError(`percentile ${p} of ${sorted.length} samples`);
	const position = (sorted.length - 1) * p;
	const below = Math.floor(position);
	const low = sorted[below];
	const high = sorted[Math.min(below + 1, sorted.length - 1)];
	return low + (position - below) * (high - low);
}
// src/core/stats/poisson-times.ts
/**
* How many of 65,536 draws are 0, 1, 2 … : Poisson(1), each count moved by at most 1.4 so that mean and variance are
* exactly 1 (the third central moment is 1.0006). Whole numbers, so that a draw is the same on every platform.
*/
const COUNTS = [
	24109,
	24109,
	12056,
	4018,
	1005,
	200,
	33,
	5,
	1
];
/** The table that turns 16 random bits into a number of copies. 64 KiB, made once per bootstrap. */
function poissonTable() {
	const table = /* @__PURE__ */ new Uint8Array(65536);
	let start = 0;
	for (const [copies, count] of COUNTS.entries()) {
		table.fill(copies, start, start + count);
		start += count;
	}
	return table;
}
/**
* Fills `times` with the copies of each unit in one resample. Two units per random word, the low half first; the next
* resample starts on a fresh word.
*/
function drawTimes(times, table, random) {
	const { length } = times;
	for (let unit = 0; unit < length; unit += 2) {
		const word = random.uint32();
		times[unit] = table[word & 65535];
		if (unit + 1 < length) times[unit + 1] = table[word >>> 16];
	}
}
// src/core/stats/paired-bootstrap.ts
/** What resampling says about a difference between two models that no formula covers. */
/** More undefined resamples than this share, and what is left no longer stands for all. */
const MOST_UNDEFINED = .01;
/**
* Paired bootstrap of `difference`, a function of how often each row counts (null: once), over rows or, where there are
* groups, over whole groups; both models see the same resample.
*
* Copies are Poisson(1), each unit on its own (Chamandy et al. 2012): unlike multinomial counts they are drawn in row
* order at any size, and their variance of 1, not (n − 1)/n, takes nothing off the spread of few units. Metrics are
* ratios, so that the total, which varies, cancels.
*
* Interval by percentiles, with Student's t in place of the normal distribution for few units (Hesterberg 2015). BCa
* held the truth less often than it promises, in `npm run bench:statistics`. The two-sided p inverts the same bounds. Undefined resamples drop out and are
* counted in the method; above 1 % there is no interval. Memory: one number per row and per resample.
*/
function pairedBootstrap(difference, rows, group, options) {
	const { confidence, resamples } = options;
	const unit = group === null ? "rows" : "groups";
	const units = group === null ? rows : group.count;
	const delta = difference(null);
	if (units < 2) return nothing(`An interval needs two ${unit}; there is ${units}.`);
	const spread = spreader(rows, group);
	const values = resample((times) => difference(spread(times)), units, options).filter((value) => !Number.isNaN(value)).sort();
	const undefinedCount = resamples - values.length;
	if (undefinedCount > MOST_UNDEFINED * resamples) return nothing(`The metric is undefined in ${undefinedCount} of ${resamples} resamples, so that it has no interval; more rows or groups are needed.`);
	const at = (z) => percentile(values, normalCdf(z));
	const reach = studentQuantile((1 + confidence) / 2, units - 1);
	const [lower, upper] = [at(-reach), at(reach)];
	const standardError = deviation(values);
	if (standardError === 0 && delta !== 0) return nothing("The difference is the same in every resample, so its spread cannot be estimated.");
	return {
		standardError,
		interval: {
			lower,
			upper,
			confidence,
			method: `paired bootstrap, percentile, over ${unit} (${resamples}${undefinedCount === 0 ? "" : `, ${undefinedCount} undefined`})`
		},
		p: standardError === 0 ? 1 : pOfZero(at, values.length, units - 1),
		mde: detectableDifference(standardError, confidence, units - 1),
		reason: null
	};
}
/** `statistic` of every resample, in order; the same for one seed, whatever the platform. */
function resample(statistic, units, { seed, resamples }) {
	const random = seededRandom(seed);
	const table = poissonTable();
	const times = new Float64Array(units);
	const values = new Float64Array(resamples);
	for (let index = 0; index < resamples; index++) {
		drawTimes(times, table, random);
		values[index] = statistic(times);
	}
	return values;
}
/** From copies of units to copies of rows, in one buffer that the next call overwrites. */
function spreader(rows, group) {
	if (group === null) return (times) => times;
	const { code } = group;
	const ofRows = new Float64Array(rows);
	return (times) => {
		for (let row = 0; row < rows; row++) ofRows[row] = times[code[row]];
		return ofRows;
	};
}
function deviation(values) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return values[0] === values.at(-1) ? 0 : Math.sqrt(squares / (values.length - 1));
}
/** Twice the tail beyond the level whose bound is 0, by bisection; never below what so many resamples can show. */
function pOfZero(at, resamples, degrees) {
	let [low, high] = [-40, 40];
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (at(middle) < 0) low = middle;
		else high = middle;
	}
	return Math.min(1, Math.max(2 * studentSurvival(Math.abs(low), degrees), 2 / (resamples + 1)));
}
function nothing(reason) {
	return {
		standardError: null,
		interval: null,
		p: null,
		mde: null,
		reason
	};
}
// src/core/stats/paired-mean.ts
/**
* The standard error of `delta`, the weighted mean of per-row differences, for a paired t test.
*
* The mean is a ratio Σwd/Σw; its linearised residual is eᵢ = wᵢ(dᵢ − delta)/Σw, and Var = U/(U−1)·Σ(Σe)², the inner
* sum over one unit of sampling (Cochran 1977, 6.3 and 9A): a row, or with groups a group. U − 1 degrees of freedom.
* For rows of unit weight this is the paired t test of every textbook.
*
* `differences` candidate − baseline by row, not empty. Differences 1 2 3 4, delta 2.5: SE 0.6454972243679028,
* 3 degrees; in two groups {1, 2} and {3, 4}: SE 1, 1 degree.
*/
function pairedMean(differences, delta, sampling) {
	const { weight, group } = sampling;
	const units = group === null ? differences.length : group.count;
	const method = group === null ? "paired t" : "paired t, clustered";
	if (units < 2) return {
		delta,
		standardError: null,
		degrees: 0,
		method,
		reason: `An interval needs two ${group === null ? "rows" : "groups"}; there is ${units}.`
	};
	let total = 0;
	const sums = new Float64Array(units);
	for (let row = 0; row < differences.length; row++) {
		const w = weight === null ? 1 : weight[row];
		total += w;
		sums[group === null ? row : group.code[row]] += w * (differences[row] - delta);
	}
	let squares = 0;
	for (const sum of sums) squares += sum ** 2;
	return {
		delta,
		standardError: Math.sqrt(units / (units - 1) * squares) / total,
		degrees: units - 1,
		method,
		reason: null
	};
}
// src/core/stats/wald.ts
/** A standard error this small beside the difference is rounding, not information. */
const DEGENERATE = 1e-10;
/**
* Wald interval `delta` ± q·SE at `confidence`, q of Student's t with `degrees`, and the two-sided p of delta = 0.
* delta 2, SE 1, infinite degrees, 0.95: interval [0.0400, 3.9600], p 0.0455, mde 2.8016.
*
* Two models that score alike have SE 0 and delta 0: interval [0, 0], p 1. With SE 0 and another delta (such as a
* perfect model against a constant one) the data say nothing about the spread: all null, with a reason.
*/
function wald(estimate, confidence) {
	const { delta, standardError, degrees, method, reason } = estimate;
	if (standardError === null) return {
		standardError,
		interval: null,
		p: null,
		mde: null,
		reason
	};
	if (standardError <= DEGENERATE * Math.abs(delta) && delta !== 0) return {
		standardError: null,
		interval: null,
		p: null,
		mde: null,
		reason: NO_SPREAD
	};
	const reach = studentQuantile((1 + confidence) / 2, degrees) * standardError;
	return {
		standardError,
		interval: {
			lower: delta - reach,
			upper: delta + reach,
			confidence,
			method
		},
		p: delta === 0 ? 1 : 2 * studentSurvival(Math.abs(delta) / standardError, degrees),
		mde: detectableDifference(standardError, confidence, degrees),
		reason
	};
}
const NO_SPREAD = "The difference is the same in every row, so its spread cannot be estimated; more varied rows are needed.";
// src/core/metrics/metric.ts
const NOTHING$1 = {
	baseline: null,
	delta: null,
	standardError: null,
	interval: null,
	p: null,
	mde: null
};
/** A metric that these rows do not define. */
function undefinedBecause(reason) {
	return {
		candidate: null,
		...NOTHING$1,
		reason
	};
}
/** There is no baseline. */
function candidateAlone(candidate) {
	return {
		candidate,
		...NOTHING$1,
		reason: null
	};
}
// src/core/metrics/infer.ts
/** From what a metric made of two models' scores to what can be said about their difference. */
const BY_KIND = {
	rows: compareRows,
	groups: compareGroups,
	auc: compareAuc,
	functional: compareFunctionals
};
/**
* Values of both models, and of their difference: standard error, interval, two-sided p of no difference, smallest
* difference that 80 % of such holdouts detect. Without a baseline the candidate's value alone.
*
* - `rows`: paired t, over groups where there are any. p is McNemar's mid-p where independent unweighted rows are each
*   0 or 1 (accuracy).
* - `groups`: paired t over the groups that both models define; p is Fisher's randomization.
* - `auc`: DeLong, or Obuchowski with groups.
* - `functional`: paired bootstrap over groups, or rows.
*
* `delta` is candidate − baseline; of a metric with a target it is |candidate − target| − |baseline − target|, so that lower is better.
*
* `scores` have passed `checkScores`, weights are positive; both preparations are of these scores and of one kind
* (TypeError otherwise).
*/
function infer(definition, candidate, baseline, scores, options) {
	if (candidate.kind === "undefined") return undefinedBecause(candidate.reason);
	if (scores.label.length === 0) return undefinedBecause("There are no rows.");
	const known = baseline === null || baseline.kind === "undefined" ? null : baseline;
	if (known !== null && known.kind !== candidate.kind) throw new TypeError(`${candidate.kind} against ${known.kind}`);
	if (typeof definition.direction === "object" && candidate.kind !== "functional") throw new TypeError(`${candidate.kind} has no inference about a distance from a target`);
	const compare = BY_KIND[candidate.kind];
	const comparison = compare(candidate, known, scores, options, definition.direction);
	return baseline?.kind === "undefined" ? {
		...comparison,
		reason: baseline.reason
	} : comparison;
}
function compareRows(candidate, baseline, scores, { confidence }) {
	const mean = weightedMean(candidate.values, scores.weight);
	if (baseline === null) return candidateAlone(mean);
	const baselineMean = weightedMean(baseline.values, scores.weight);
	const differences = subtract(candidate.values, baseline.values);
	const delta = mean - baselineMean;
	const said = wald(pairedMean(differences, delta, scores), confidence);
	const p = said.p === null ? null : discordantP(candidate, baseline, scores) ?? said.p;
	return {
		candidate: mean,
		baseline: baselineMean,
		delta,
		...said,
		p
	};
}
/** McNemar's p, or null where these are not independent right or wrong answers. */
function discordantP(candidate, baseline, scores) {
	if (scores.group !== null || scores.weight !== null) return null;
	const isAnswer = (value) => value === 0 || value === 1;
	if (!candidate.values.every(isAnswer) || !baseline.values.every(isAnswer)) return null;
	const only = [0, 0];
	for (const [row, value] of candidate.values.entries()) if (value !== baseline.values[row]) only[value]++;
	return mcnemarMidP(only[1], only[0]);
}
function compareGroups(candidate, baseline, _scores, { confidence, resamples, seed }) {
	const defined = (index) => !Number.isNaN(candidate.values[index]) && !(baseline !== null && Number.isNaN(baseline.values[index])) && candidate.weights[index] > 0;
	const keep = (values) => values.filter((_, index) => defined(index));
	const values = keep(candidate.values);
	const weight = keep(candidate.weights);
	if (values.length === 0) return undefinedBecause("The metric is defined in none of the groups.");
	const mean = weightedMean(values, weight);
	if (baseline === null) return candidateAlone(mean);
	const baselineValues = keep(baseline.values);
	const baselineMean = weightedMean(baselineValues, weight);
	const delta = mean - baselineMean;
	const differences = subtract(values, baselineValues);
	const estimate = pairedMean(differences, delta, {
		weight,
		group: null
	});
	const reason = values.length > 1 ? null : "An interval needs two groups; the metric is defined in 1.";
	const said = wald({
		...estimate,
		method: "paired t over groups",
		reason
	}, confidence);
	const weighted = differences.map((difference, index) => difference * weight[index]);
	const p = said.p === null ? null : fisherRandomizationP(weighted, resamples, seed);
	return {
		candidate: mean,
		baseline: baselineMean,
		delta,
		...said,
		p
	};
}
function compareAuc(_candidate, baseline, scores, { confidence }) {
	const { label, candidate, weight } = scores;
	const first = label[0];
	if (label.every((value) => value === first)) return undefinedBecause(`Every row has label ${first}; AUC needs both classes.`);
	if (baseline === null || scores.baseline === null) return candidateAlone(areaUnderCurve(label, candidate, weight));
	const both = delong(label, candidate, scores.baseline, scores);
	return {
		candidate: both.candidate,
		baseline: both.baseline,
		delta: both.delta,
		...wald(both, confidence)
	};
}
function compareFunctionals(candidate, baseline, scores, options, direction) {
	const value = candidate.value(null);
	if (Number.isNaN(value)) return undefinedBecause("The metric is undefined on these rows.");
	if (baseline === null) return candidateAlone(value);
	const baselineValue = baseline.value(null);
	if (Number.isNaN(baselineValue)) return {
		...candidateAlone(value),
		reason: "The metric is undefined for the baseline, so there is no difference."
	};
	const difference = (times) => judged(candidate.value(times), direction) - judged(baseline.value(times), direction);
	const said = pairedBootstrap(difference, scores.label.length, scores.group, options);
	return {
		candidate: value,
		baseline: baselineValue,
		delta: difference(null),
		...said
	};
}
/** What is compared: the value, or its distance from the target. */
function judged(value, direction) {
	return typeof direction === "object" ? Math.abs(value - direction.target) : value;
}
function subtract(candidate, baseline) {
	return candidate.map((value, index) => value - baseline[index]);
}
function weightedMean(values, weight) {
	let sum = 0;
	let total = 0;
	for (let index = 0; index < values.length; index++) {
		const w = weight === null ? 1 : weight[index];
		sum += w * values[index];
		total += w;
	}
	return sum / total;
}
// src/core/metrics/multiclass/classes.ts
/** What all metrics of several classes share. */
const MULTICLASS = {
	direction: "higher",
	tasks: ["multiclass"],
	needs: "scores",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {}
};
function classScores(scores, arm) {
	return {
		score: scoresOf(scores, arm),
		count: scores.classes ?? 1
	};
}
/** By row, the class of the highest score; of equal ones the first, as numpy's argmax. */
function predictions({ score, count }) {
	const predicted = new Int32Array(score.length / count);
	for (let row = 0; row < predicted.length; row++) {
		let best = 0;
		const start = row * count;
		for (let c = 1; c < count; c++) if (score[start + c] > score[start + best]) best = c;
		predicted[row] = best;
	}
	return predicted;
}
/** Weight of rows by class: rightly predicted, labelled so, predicted so. */
function countsOf(label, predicted, classes, weight) {
	const [hits, truths, guesses] = [
		0,
		0,
		0
	].map(() => new Float64Array(classes));
	for (let row = 0; row < label.length; row++) {
		const w = weight === null ? 1 : weight[row];
		const truth = label[row];
		const guess = predicted[row];
		truths[truth] += w;
		guesses[guess] += w;
		if (truth === guess) hits[truth] += w;
	}
	return {
		hits,
		truths,
		guesses
	};
}
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}
// src/core/metrics/multiclass/accuracy.ts
/** Share of rows whose class has the highest score; of equal scores the first class is predicted. */
const accuracy = {
	...MULTICLASS,
	name: "accuracy",
	title: "accuracy",
	conventions: { ties: ["first"] },
	prepare(scores, arm) {
		const predicted = predictions(classScores(scores, arm));
		return rowMean(scores.label.map((truth, row) => truth === predicted[row] ? 1 : 0));
	}
};
/**
* Share of rows whose class is among the `at` highest scores. Among equal scores the first class goes ahead, as in
* `accuracy`; or the last, as in scikit-learn's `top_k_accuracy_score`.
*/
const top = {
	...MULTICLASS,
	name: "top",
	title: "top-k accuracy",
	at: "count",
	conventions: { ties: ["first", "last"] },
	prepare(scores, arm, { at, convention }) {
		const { score, count } = classScores(scores, arm);
		const last = convention.ties === "last";
		return rowMean(scores.label.map((truth, row) => {
			const own = score[row * count + truth];
			let ahead = 0;
			for (let c = 0; c < count; c++) {
				const other = score[row * count + c];
				if (other > own || other === own && (last ? c > truth : c < truth)) ahead++;
			}
			return ahead < at ? 1 : 0;
		}));
	}
};
// src/core/metrics/multiclass/agreement.ts
/** How far labels and predictions agree beyond what their frequencies alone would give. */
function ofCounts(name, title, conventions, of) {
	return {
		...MULTICLASS,
		name,
		title,
		conventions,
		prepare(scores, arm, { convention }) {
			const given = classScores(scores, arm);
			const predicted = predictions(given);
			const value = (weight) => of(countsOf(scores.label, predicted, given.count, weight), convention);
			return functional(scores, value, `All labels or all predictions are the same, so that ${title} is 0/0.`);
		}
	};
}
/** Mean recall over the classes that occur as labels. */
const balancedAccuracy = ofCounts("balanced_accuracy", "balanced accuracy", {}, ({ hits, truths }) => {
	let [total, classes] = [0, 0];
	for (let c = 0; c < truths.length; c++) {
		if (truths[c] === 0) continue;
		total += hits[c] / truths[c];
		classes++;
	}
	return total / classes;
});
/** Matthews' correlation for several classes (Gorodkin 2004); for two classes that of `mcc`. */
const mcc = ofCounts("mcc", "Matthews' correlation", ZERO_DIVISION, ({ hits, truths, guesses }, convention) => {
	const all = sum(truths);
	return divide(sum(hits) * all - dot(truths, guesses), Math.sqrt(all * all - dot(truths, truths)) * Math.sqrt(all * all - dot(guesses, guesses)), convention);
});
/** Cohen's kappa: agreement above chance, over the most that there could be above it. */
const kappa = ofCounts("kappa", "Cohen's kappa", ZERO_DIVISION, ({ hits, truths, guesses }, convention) => {
	const all = sum(truths);
	const chance = dot(truths, guesses) / all;
	return divide(sum(hits) - chance, all - chance, convention);
});
function dot(a, b) {
	let total = 0;
	for (let i = 0; i < a.length; i++) total += a[i] * b[i];
	return total;
}
// src/core/metrics/multiclass/auc.ts
/**
* AUC of several classes. `multi=ovr`: of each class against all others by the class's own score; `multi=ovo`: of each
* pair of classes, the mean of both scores' AUCs (Hand & Till 2001). `average=macro`: the plain mean; `weighted`: by
* the prevalence of the class, or of the pair. Ties count half. As scikit-learn's `roc_auc_score`, with weights in
* `ovo` too. Undefined when a class has no rows.
*/
const auc = {
	...MULTICLASS,
	name: "auc",
	title: "AUC",
	conventions: {
		multi: ["ovr", "ovo"],
		average: ["macro", "weighted"],
		ties: ["half"]
	},
	prepare(scores, arm, { convention }) {
		const of = classScores(scores, arm);
		const wins = countWins(scores.label, of);
		const summarise = convention.multi === "ovo" ? oneVersusOne : oneVersusRest;
		const weighted = convention.average === "weighted";
		const value = (weight) => summarise(wins(weight), of.count, weighted);
		return functional(scores, value, missingClass(scores.label, of.count));
	}
};
function missingClass(label, count) {
	const seen = new Set(label);
	return `No row has label ${Array.from({ length: count }, (_, c) => c).find((c) => !seen.has(c)) ?? 0}; AUC needs all ${count} classes.`;
}
/** Sorts each class's scores once. A call costs rows × classes, whatever the convention. */
function countWins(label, { score, count }) {
	const n = label.length;
	const column = (c) => Float64Array.from({ length: n }, (_, row) => score[row * count + c]);
	const orders = Array.from({ length: count }, (_, c) => argsort(column(c)));
	return (weight) => {
		const pairs = new Float64Array(count * count);
		const total = new Float64Array(count);
		for (let row = 0; row < n; row++) total[label[row]] += weight === null ? 1 : weight[row];
		for (let c = 0; c < count; c++) {
			const order = orders[c];
			const below = new Float64Array(count);
			const tied = new Float64Array(count);
			for (let start = 0, end = 0; start < n; start = end) {
				const value = score[order[start] * count + c];
				for (; end < n && score[order[end] * count + c] === value; end++) {
					const row = order[end];
					tied[label[row]] += weight === null ? 1 : weight[row];
				}
				const own = tied[c];
				if (own > 0) for (let b = 0; b < count; b++) pairs[c * count + b] += own * (below[b] + tied[b] / 2);
				for (let i = start; i < end; i++) {
					const of = label[order[i]];
					below[of] += tied[of];
					tied[of] = 0;
				}
			}
		}
		return {
			pairs,
			total
		};
	};
}
function oneVersusRest({ pairs, total }, count, weighted) {
	const all = total.reduce((sum, w) => sum + w, 0);
	let [sum, weights] = [0, 0];
	for (let a = 0; a < count; a++) {
		let won = 0;
		for (let b = 0; b < count; b++) if (b !== a) won += pairs[a * count + b];
		const w = weighted ? total[a] : 1;
		sum += w * won / (total[a] * (all - total[a]));
		weights += w;
	}
	return sum / weights;
}
function oneVersusOne({ pairs, total }, count, weighted) {
	let [sum, weights] = [0, 0];
	for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) {
		const w = weighted ? total[a] + total[b] : 1;
		const won = (pairs[a * count + b] + pairs[b * count + a]) / 2;
		sum += w * won / (total[a] * total[b]);
		weights += w;
	}
	return sum / weights;
}
// src/core/metrics/multiclass/averaged.ts
/** Precision, recall and F1 of every class against the others, averaged. */
/**
* `average=macro`: the mean over the classes that occur as a label or a prediction; `weighted`: the same, weighted by
* labels; `micro`: of the counts summed over classes, which is accuracy. As scikit-learn.
*/
function averaged(name, title, ratio) {
	return {
		...MULTICLASS,
		name,
		title,
		conventions: {
			average: [
				"macro",
				"micro",
				"weighted"
			],
			...ZERO_DIVISION
		},
		prepare(scores, arm, { convention }) {
			const of = classScores(scores, arm);
			const predicted = predictions(of);
			const share = ([part, whole]) => divide(part, whole, convention);
			const value = (weight) => {
				const { hits, truths, guesses } = countsOf(scores.label, predicted, of.count, weight);
				if (convention.average === "micro") return share(ratio(sum(hits), sum(truths), sum(guesses)));
				let [total, weights] = [0, 0];
				for (let c = 0; c < of.count; c++) {
					if (truths[c] === 0 && guesses[c] === 0) continue;
					const w = convention.average === "macro" ? 1 : truths[c];
					if (w === 0) continue;
					total += w * share(ratio(hits[c], truths[c], guesses[c]));
					weights += w;
				}
				return total / weights;
			};
			return functional(scores, value, `The ${title} of a class is 0/0.`);
		}
	};
}
// src/core/metrics/multiclass/index.ts
const MULTICLASS_METRICS = [
	accuracy,
	top,
	averaged("precision", "precision", (hits, _, predicted) => [hits, predicted]),
	averaged("recall", "recall", (hits, truths) => [hits, truths]),
	averaged("f1", "F1", (hits, truths, predicted) => [2 * hits, truths + predicted]),
	balancedAccuracy,
	mcc,
	kappa,
	{
		...MULTICLASS,
		name: "logloss",
		title: "log loss",
		direction: "lower",
		needs: "probabilities",
		conventions: { eps: EPSILON_NAMES },
		prepare(scores, arm, { convention }) {
			const { score, count } = classScores(scores, arm);
			const epsilon = epsilonOf(convention);
			let clipped = 0;
			return rowMean(scores.label.map((truth, row) => {
				let sum = 0;
				for (let c = 0; c < count; c++) sum += clip(score[row * count + c], epsilon);
				const given = score[row * count + truth];
				const own = clip(given, epsilon);
				if (own !== given) clipped++;
				return -Math.log(own / sum);
			}), clipped);
		}
	},
	auc
];
// src/core/metrics/positive-weights.ts
/**
* The rows that count: those of positive weight, and the groups that still have one, renumbered.
* Returns `scores` itself when that is all of them.
*/
function withPositiveWeights(scores) {
	const { weight, classes = 1 } = scores;
	if (weight === null || weight.every((w) => w > 0)) return scores;
	const counts = (row) => weight[row] > 0;
	const keep = (values) => values.filter((_, row) => counts(row));
	const keepScores = (values) => values.filter((_, i) => counts(Math.floor(i / classes)));
	return {
		...scores,
		label: keep(scores.label),
		candidate: keepScores(scores.candidate),
		baseline: scores.baseline && keepScores(scores.baseline),
		weight: keep(weight),
		group: scores.group && renumber(scores.group.code.filter((_, row) => counts(row))),
		...scores.item && { item: {
			...scores.item,
			code: scores.item.code.filter((_, row) => counts(row))
		} }
	};
}
function renumber(codes) {
	const dense = /* @__PURE__ */ new Map();
	return {
		code: codes.map((old) => {
			const known = dense.get(old) ?? dense.size;
			dense.set(old, known);
			return known;
		}),
		count: dense.size
	};
}
// src/core/metrics/find-offender.ts
/**
* The first value that is `bad`, with words for where it stands, such as `row 3 (and 7 more of 100)`; or null.
* With several `columns`, values are row-major and a row is bad once.
*/
function findOffender(values, bad, columns = 1) {
	let first = -1;
	let lastRow = -1;
	let count = 0;
	for (let i = 0; i < values.length; i++) {
		if (!bad(values[i])) continue;
		const row = Math.floor(i / columns);
		if (count === 0) first = i;
		if (row !== lastRow) count++;
		lastRow = row;
	}
	if (count === 0) return null;
	const more = count === 1 ? "" : ` (and ${count - 1} more of ${values.length / columns})`;
	const column = columns === 1 ? "" : `, class ${first % columns},`;
	return {
		value: values[first],
		where: `row ${Math.floor(first / columns) + 1}${column}${more}`
	};
}
// src/core/metrics/ranking/sort-ranges.ts
/** Runs this short are sorted by insertion, which is faster than merging them. */
const SHORT = 24;
/**
* Sorts every range `starts[g]` … `starts[g + 1] − 1` of `keys` descending, in place, and `rows` along with it. Equal
* keys keep their order; −0 equals 0. No NaN. O(n log n) of the longest range; scratch of its length.
* Keys 1 3 2 5 4, starts 0 3 5: keys 3 2 1 5 4.
*/
function sortRangesDescending(keys, rows, starts) {
	let longest = 0;
	for (let g = 0; g + 1 < starts.length; g++) longest = Math.max(longest, starts[g + 1] - starts[g]);
	const spareKeys = new Float64Array(longest > SHORT ? longest : 0);
	const spareRows = new Uint32Array(spareKeys.length);
	for (let g = 0; g + 1 < starts.length; g++) {
		const from = starts[g];
		const to = starts[g + 1];
		for (let start = from; start < to; start += SHORT) insert(keys, rows, start, Math.min(start + SHORT, to));
		for (let width = SHORT; width < to - from; width *= 2) for (let start = from; start + width < to; start += 2 * width) merge(keys, rows, start, start + width, Math.min(start + 2 * width, to), spareKeys, spareRows);
	}
}
function insert(keys, rows, from, to) {
	for (let i = from + 1; i < to; i++) {
		const key = keys[i];
		const row = rows[i];
		let place = i;
		for (; place > from && keys[place - 1] < key; place--) {
			keys[place] = keys[place - 1];
			rows[place] = rows[place - 1];
		}
		keys[place] = key;
		rows[place] = row;
	}
}
/** Merges two sorted neighbours. Only the left one is set aside: what it leaves free is always enough. */
function merge(keys, rows, from, middle, to, spareKeys, spareRows) {
	const left = middle - from;
	for (let i = 0; i < left; i++) {
		spareKeys[i] = keys[from + i];
		spareRows[i] = rows[from + i];
	}
	let place = from;
	let right = middle;
	for (let i = 0; i < left; place++) if (right < to && keys[right] > spareKeys[i]) {
		keys[place] = keys[right];
		rows[place] = rows[right++];
	} else {
		keys[place] = spareKeys[i];
		rows[place] = spareRows[i++];
	}
}
// src/core/metrics/ranking/grouped-order.ts
/** Every ranking metric starts from the same order: it lives exactly as long as the scores it belongs to. */
const KNOWN = /* @__PURE__ */ new WeakMap();
/**
* The rows of each group by the score of one model, or by label (the ideal order), descending. Sorted at the first
* call and kept. `scores[by]` must be there, without NaN. O(n log n), 12 bytes a row.
* Groups 0 1 0, scores .1 .5 .2: starts 0 2 3, rows 2 0 1.
*/
function groupedOrder(scores, by) {
	const known = KNOWN.get(scores) ?? /* @__PURE__ */ new Map();
	KNOWN.set(scores, known);
	const order = known.get(by) ?? orderWithinGroups(scores[by], scores.group);
	known.set(by, order);
	return order;
}
function orderWithinGroups(values, { code, count }) {
	const n = values.length;
	const starts = new Uint32Array(count + 1);
	for (let row = 0; row < n; row++) starts[code[row] + 1]++;
	let longest = 0;
	for (let g = 0; g < count; g++) {
		longest = Math.max(longest, starts[g + 1]);
		starts[g + 1] += starts[g];
	}
	const next = starts.slice(0, count);
	const rows = new Uint32Array(n);
	const keys = new Float64Array(n);
	for (let row = 0; row < n; row++) {
		const place = next[code[row]]++;
		rows[place] = row;
		keys[place] = values[row];
	}
	sortRangesDescending(keys, rows, starts);
	return {
		starts,
		rows,
		runEnds: runEnds(keys, starts),
		longest
	};
}
function runEnds(keys, starts) {
	const ends = new Uint32Array(keys.length);
	for (let g = starts.length - 2; g >= 0; g--) {
		const from = starts[g];
		const to = starts[g + 1];
		for (let place = to - 1; place >= from; place--) ends[place] = place + 1 < to && keys[place + 1] === keys[place] ? ends[place + 1] : place + 1;
	}
	return ends;
}
// src/core/metrics/ranking/ranked-list.ts
/** What becomes of rows with equal scores. */
const TIES = [
	"expected",
	"input",
	"worst",
	"best"
];
/**
* Gains in the order of one model's scores. `ties` decides among equal scores: `expected` keeps them as runs, whose
* every order is equally likely; `input` takes the order of the rows, `worst` the least gain first, `best` the greatest.
*/
function rankedGains(scores, arm, ties, gain) {
	const order = groupedOrder(scores, arm);
	const gains = gainsInOrder(scores, order, gain);
	if (ties === "expected") return {
		order,
		gains,
		runEnds: order.runEnds
	};
	if (ties !== "input") sortRuns(gains, order.runEnds, ties === "best");
	return {
		order,
		gains,
		runEnds: order.runEnds.map((_, place) => place + 1)
	};
}
/** Gains in the best order there is. */
function idealGains(scores, gain) {
	return gainsInOrder(scores, groupedOrder(scores, "label"), gain);
}
function gainsInOrder({ label }, { rows }, gain) {
	const gains = new Float64Array(rows.length);
	for (let place = 0; place < rows.length; place++) gains[place] = gain(label[rows[place]]);
	return gains;
}
function sortRuns(gains, ends, descending) {
	for (let start = 0; start < gains.length; start = ends[start]) {
		if (ends[start] - start === 1) continue;
		const run = gains.subarray(start, ends[start]).sort();
		if (descending) run.reverse();
	}
}
// src/core/metrics/ranking/per-query.ts
/** What a query without anything relevant counts as: nothing, 0 or 1. */
const EMPTY = {
	skip: NaN,
	zero: 0,
	one: 1
};
/** The fields that metrics over ranked lists share. */
const RANKED = {
	direction: "higher",
	tasks: ["binary", "ranking"],
	needs: "scores",
	grouped: true,
	at: "count",
	defaultAt: null,
	conventions: {
		ties: TIES,
		empty: [
			"skip",
			"zero",
			"one"
		]
	}
};
/** `defaultAt` of metrics that without a cut-off rank the whole list. */
const WHOLE_LIST = Number.POSITIVE_INFINITY;
/** 1 for a relevant row: a grade above 0. */
const RELEVANCE = {
	of: (grade) => grade > 0 ? 1 : 0,
	highest: Number.MAX_VALUE
};
/**
* A metric that is the mean over queries of a value per ranked list, each query weighted by the mean weight of its rows
* (as LightGBM does). `valuing(scores, depth)` gives that value; it sees only lists with something relevant, and `depth`
* is the cut-off or the longest list, whichever is less. What the other lists count as is the convention `empty`.
*
* Undefined without groups, with a grade that is negative or above `gain.highest`, and when no query has a value.
*/
function perQuery(scores, arm, { at, convention }, gain, valuing) {
	if (!isGrouped(scores)) return NO_GROUPS;
	const unfit = checkGrades(scores.label, gain.highest);
	if (unfit !== null) return unfit;
	const { order, gains, runEnds } = rankedGains(scores, arm, convention.ties, gain.of);
	const measure = valuing(scores, Math.min(at ?? WHOLE_LIST, order.longest));
	const ofEmpty = EMPTY[convention.empty];
	return perGroup(scores, queryWeights(scores), "has a row with a grade above 0", (group) => {
		const from = order.starts[group];
		const to = order.starts[group + 1];
		if (from === to) return NaN;
		let relevant = 0;
		for (let place = from; place < to; place++) if (gains[place] > 0) relevant++;
		return relevant === 0 ? ofEmpty : measure({
			gains,
			runEnds,
			from,
			to,
			relevant
		});
	});
}
/** `measure(group)` for every group, NaN where undefined; when that is everywhere, none of the groups `qualifies`. */
function perGroup({ group }, weights, qualifies, measure) {
	const values = new Float64Array(group.count);
	let defined = 0;
	for (let code = 0; code < group.count; code++) {
		const value = measure(code);
		values[code] = value;
		if (!Number.isNaN(value)) defined++;
	}
	if (defined > 0) return {
		kind: "groups",
		values,
		weights
	};
	return {
		kind: "undefined",
		reason: group.count === 0 ? "There are no groups." : `None of the ${group.count} groups ${qualifies}.`
	};
}
function isGrouped(scores) {
	return scores.group !== null;
}
const NO_GROUPS = {
	kind: "undefined",
	reason: "Rows are not grouped; name the column of the user or the query as `group`."
};
/** Why these labels are no grades, or null. */
function checkGrades(label, highest = Number.MAX_VALUE) {
	const bad = (grade) => !(grade >= 0 && grade <= highest);
	let row = 0;
	while (row < label.length && !bad(label[row])) row++;
	const offender = row === label.length ? null : findOffender(label, bad);
	if (offender === null) return null;
	const range = highest === Number.MAX_VALUE ? "0 or more" : `from 0 to ${highest}`;
	return {
		kind: "undefined",
		reason: `The grade in ${offender.where} is ${offender.value}; here grades are ${range}.`
	};
}
/** By group, the mean weight of its rows; 1 where rows have no weights, 0 for a group without rows. */
function queryWeights({ group, weight }) {
	const mean = new Float64Array(group.count);
	if (weight === null) {
		for (let row = 0; row < group.code.length; row++) mean[group.code[row]] = 1;
		return mean;
	}
	const rows = new Uint32Array(group.count);
	for (let row = 0; row < group.code.length; row++) {
		const code = group.code[row];
		rows[code]++;
		mean[code] += (weight[row] - mean[code]) / rows[code];
	}
	return mean;
}
// src/core/metrics/ranking/average-precision.ts
/**
* MAP@k: the mean of Σ_{i≤k} relᵢ·P@i / D over queries (Buckley & Voorhees). D is R, everything relevant (trec_eval, ranx),
* or min(R, k) (LightGBM, XGBoost, RecBole).
* Relevance 1 0 1 by rank: (1 + 2/3)/2 = .8333; at 1 with R .5, with min(R, k) 1.
*/
const map = {
	...RANKED,
	name: "map",
	title: "MAP",
	defaultAt: WHOLE_LIST,
	conventions: {
		D: ["R", "minRk"],
		...RANKED.conventions
	},
	prepare: (scores, arm, options) => {
		const most = options.convention.D === "minRk" ? options.at ?? WHOLE_LIST : WHOLE_LIST;
		return perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => expectedPrecisionSum(list, depth) / Math.min(list.relevant, most));
	}
};
/**
* The expectation of Σ relᵢ·P@i over the orders of tied rows (McSherry & Najork 2008, section 3.3): in a run of t rows, r of
* them relevant, behind b relevant ones, the row at the run's i-th place is relevant with probability r/t, and then
* finds b + (i − 1)(r − 1)/(t − 1) relevant ones above it.
*/
function expectedPrecisionSum({ gains, runEnds, from, to }, depth) {
	const limit = Math.min(to, from + depth);
	let sum = 0;
	let before = 0;
	for (let start = from; start < limit; start = runEnds[start]) {
		const end = runEnds[start];
		let hits = 0;
		for (let place = start; place < end; place++) hits += gains[place];
		if (hits === 0) continue;
		const size = end - start;
		const above = size === 1 ? 0 : (hits - 1) / (size - 1);
		for (let place = start; place < Math.min(end, limit); place++) sum += hits / size * (before + 1 + (place - start) * above) / (place - from + 1);
		before += hits;
	}
	return sum;
}
// src/core/metrics/ranking/exposure.ts
/** The fields that metrics over what is shown share. */
const EXPOSED = {
	...RANKED,
	conventions: { ties: ["expected", "input"] }
};
/**
* A metric over what one model shows in the first k of each list. `valuing(exposure, scores)` gives its value, NaN where
* undefined, for a resample that holds row r `times[r]` times. Undefined without groups or items.
*/
function overExposure(scores, arm, options, valuing) {
	if (!isGrouped(scores)) return NO_GROUPS;
	if (!hasItems(scores)) return NO_ITEMS;
	if (scores.label.length === 0) return NO_ROWS;
	return {
		kind: "functional",
		value: valuing(exposureOf(scores, arm, options), scores)
	};
}
const NO_ROWS = {
	kind: "undefined",
	reason: "There are no rows."
};
const NO_ITEMS = {
	kind: "undefined",
	reason: "It is not known which item each row shows; name the column of the item as `item`."
};
function hasItems(scores) {
	return scores.item != null && scores.item.count > 0;
}
function exposureOf(scores, arm, { at, convention }) {
	const k = at;
	const expected = convention.ties === "expected";
	const { starts, rows, runEnds } = groupedOrder(scores, arm);
	const row = [];
	const chance = [];
	for (let group = 0; group < scores.group.count; group++) {
		const from = starts[group];
		const limit = Math.min(starts[group + 1], from + k);
		for (let start = from; start < limit; start = runEnds[start]) {
			const end = runEnds[start];
			const shared = expected && end > limit;
			for (let place = start; place < (shared ? end : Math.min(end, limit)); place++) {
				row.push(rows[place]);
				chance.push(shared ? (limit - start) / (end - start) : 1);
			}
		}
	}
	return {
		row: Uint32Array.from(row),
		item: Int32Array.from(row, (r) => scores.item.code[r]),
		chance: Float64Array.from(chance),
		items: scores.item.count,
		weight: scores.weight
	};
}
/** By item, its summed chances of being shown, weighted; `times` as in `Prepared`. */
function exposureByItem({ row, item, chance, items, weight }, times) {
	const shown = new Float64Array(items);
	for (let i = 0; i < row.length; i++) {
		const w = weight === null ? 1 : weight[row[i]];
		shown[item[i]] += chance[i] * w * (times === null ? 1 : times[row[i]]);
	}
	return shown;
}
// src/core/metrics/ranking/catalogue-coverage.ts
/**
* Share of the catalogue, all items that the holdout has, that stands among the first k of at least one list (Ge et al.
* 2010, catalogue coverage). With ties, the expected share: an item is missed with probability Π(1 − chance), lists being
* independent. Row weights do not matter.
* Lists a b | a c of four items a b c d, k 1: 1/4.
*/
const catalogueCoverage = {
	...EXPOSED,
	name: "coverage",
	title: "catalogue coverage",
	prepare: (scores, arm, options) => overExposure(scores, arm, options, ({ row, item, chance, items }) => (times) => {
		const missed = new Float64Array(items).fill(1);
		for (let i = 0; i < row.length; i++) missed[item[i]] *= (1 - chance[i]) ** (times === null ? 1 : times[row[i]]);
		let sum = 0;
		for (const chanceOfMiss of missed) sum += 1 - chanceOfMiss;
		return sum / items;
	})
};
// src/core/metrics/ranking/expected-sum.ts
/**
* Σ gain · `byRank[rank − 1]` over the first `depth` ranks, in expectation over the orders of tied rows: each run
* contributes its mean gain times the sum of its weights (McSherry & Najork 2008, section 3). `byRank` must reach as far
* as the list or the depth, whichever is shorter.
*
* Gains 0 and 3 tied for the first place, weights 1 and .5: 1.5 · 1.5 = 2.25; to depth 1: 1.5.
*/
function expectedSum(list, byRank, depth) {
	const { gains, runEnds, from } = list;
	const limit = Math.min(list.to, from + depth);
	let sum = 0;
	for (let start = from; start < limit; start = runEnds[start]) {
		const end = runEnds[start];
		let gain = 0;
		for (let place = start; place < end; place++) gain += gains[place];
		if (gain === 0) continue;
		let weight = 0;
		for (let place = start; place < Math.min(end, limit); place++) weight += byRank[place - from];
		sum += gain / (end - start) * weight;
	}
	return sum;
}
/** `weight(rank)` for ranks 1 … `length`. */
function weightsByRank(length, weight) {
	return Float64Array.from({ length }, (_, index) => weight(index + 1));
}
// src/core/metrics/ranking/dcg.ts
const GAINS = {
	linear: {
		of: (grade) => grade,
		highest: Number.MAX_VALUE
	},
	exp2: {
		of: (grade) => 2 ** grade - 1,
		highest: 31
	}
};
/**
* DCG@k = Σ_{i≤k} gain(gᵢ)/log₂(i + 1). Gain linear: Järvelin & Kekäläinen 2002 (trec_eval, scikit-learn); exp2, 2^g − 1:
* Burges et al. 2005 (LightGBM, XGBoost). Tied scores: the mean over their orders, as scikit-learn.
* Grades 3 0 2 0 1 0 by rank: DCG@3 = 3 + 2/2 = 4.
*/
const dcg = {
	...RANKED,
	name: "dcg",
	title: "DCG",
	defaultAt: WHOLE_LIST,
	conventions: {
		gain: ["linear", "exp2"],
		ties: TIES,
		empty: ["skip", "zero"]
	},
	prepare: (scores, arm, options) => discounted(scores, arm, options, () => () => 1)
};
/**
* nDCG@k: DCG@k over that of the ideal order, which takes the k best grades of the query.
* Grades 3 0 2 0 1 0 with scores .5 .4 .9 .1 .3 .8: nDCG@5 = .8162468467211518, with exp2 .7332063582049066.
*/
const ndcg = {
	...RANKED,
	name: "ndcg",
	title: "nDCG",
	defaultAt: WHOLE_LIST,
	conventions: {
		gain: ["linear", "exp2"],
		...RANKED.conventions
	},
	prepare: (scores, arm, options) => discounted(scores, arm, options, idealDcg)
};
const idealDcg = (scores, gain, discounts) => {
	const ideal = idealGains(scores, gain.of);
	return (from, to) => {
		const limit = Math.min(to, from + discounts.length);
		let sum = 0;
		for (let place = from; place < limit; place++) sum += ideal[place] * discounts[place - from];
		return sum;
	};
};
function discounted(scores, arm, options, norm) {
	const gain = GAINS[options.convention.gain];
	return perQuery(scores, arm, options, gain, (grouped, depth) => {
		const discounts = weightsByRank(depth, (rank) => 1 / Math.log2(rank + 1));
		const normOf = norm(grouped, gain, discounts);
		return (list) => expectedSum(list, discounts, depth) / normOf(list.from, list.to);
	});
}
// src/core/metrics/ranking/err.ts
/**
* Expected reciprocal rank ERR@k = Σ_{i≤k} (1/i)·Πⱼ<ᵢ(1 − Rⱼ)·Rᵢ, R = (2^g − 1)/2^gmax, the chance that a reader stops at a
* row (Chapelle et al. 2009). `gmax` is the highest grade of the scale, 4 as in gdeval; a higher grade leaves it undefined.
* Grades 2 0 1 by rank, gmax 2: R = .75 0 .25, ERR@3 = .75 + .25·.25/3 = .7708.
*/
const err = {
	...RANKED,
	name: "err",
	title: "ERR",
	conventions: {
		gmax: [
			"4",
			"1",
			"2",
			"3",
			"5",
			"6",
			"7",
			"8",
			"9",
			"10"
		],
		...RANKED.conventions
	},
	prepare: (scores, arm, options) => {
		const highest = Number(options.convention.gmax);
		return perQuery(scores, arm, options, {
			of: (grade) => (2 ** grade - 1) / 2 ** highest,
			highest
		}, (_, depth) => (list) => expectedErr(list, depth));
	}
};
/**
* In expectation over the orders of tied rows. With q(s) the mean over all s-subsets of a run of Π(1 − R), a reader who
* arrives at the run stops at its i-th place with probability q(i − 1) − q(i). Linear but for ties: a run of t rows costs
* t times its rows before the cut.
*/
function expectedErr({ gains, runEnds, from, to }, depth) {
	const limit = Math.min(to, from + depth);
	let sum = 0;
	let arrives = 1;
	for (let start = from; start < limit && arrives > 0; start = runEnds[start]) {
		const end = Math.min(runEnds[start], limit);
		const goesOn = meanProducts(gains.subarray(start, runEnds[start]), end - start);
		for (let i = 1; i < goesOn.length; i++) sum += arrives * (goesOn[i - 1] - goesOn[i]) / (start - from + i);
		arrives *= goesOn[end - start];
	}
	return sum;
}
/**
* q(0) … q(most): q(s) the mean of Π(1 − R) over all s-subsets of `stops`. Row by row: of the s-subsets of n + 1 rows, a share
* of s/(n + 1) holds the last one. All terms are positive, so that nothing cancels.
*/
function meanProducts(stops, most) {
	const q = new Float64Array(most + 1);
	q[0] = 1;
	for (let n = 0; n < stops.length; n++) for (let s = Math.min(n + 1, most); s > 0; s--) {
		const share = s / (n + 1);
		q[s] = (1 - share) * q[s] + share * (1 - stops[n]) * q[s - 1];
	}
	return q;
}
// src/core/metrics/ranking/exposure-gini.ts
/**
* Gini index of how often the items of the catalogue stand among the first k: 0 when all are shown equally often, 1 − 1/n when
* only one of n is. Σᵢ(2i − n − 1)xᵢ / (n·Σx), x ascending (RecBole's `giniindex`). Items that are never shown count.
* A call also sorts the items.
* Exposures 3 1 0 0: (1 · 1 + 3 · 3)/(4 · 4) = .625.
*/
const exposureGini = {
	...EXPOSED,
	name: "exposure_gini",
	title: "Gini index of exposure",
	direction: "lower",
	prepare: (scores, arm, options) => overExposure(scores, arm, options, (exposure) => (times) => gini(exposureByItem(exposure, times)))
};
function gini(values) {
	const n = values.length;
	let moment = 0;
	let total = 0;
	values.sort().forEach((value, index) => {
		moment += (2 * (index + 1) - n - 1) * value;
		total += value;
	});
	return moment / (n * total);
}
// src/core/metrics/ranking/gauc.ts
/** By the convention `weight`: what a group weighs, from the weights of its positive and its negative rows. */
const WEIGHTS = {
	impressions: (positive, negative) => positive + negative,
	positives: (positive) => positive,
	uniform: (positive, negative) => positive + negative > 0 ? 1 : 0
};
/**
* Grouped AUC Σ w_g·AUC_g / Σ w_g over the groups that have both classes; positive is a label above 0, tied scores count
* half, and row weights weigh pairs. A group's weight is its impressions (Zhou et al. 2018, DIN), its positives (RecBole) or 1
* (the evaluation of MIND).
* Labels 1 0 | 1 1 0, scores .9 .1 | .2 .3 .2: AUCs 1 and .75; impressions (2·1 + 3·.75)/5 = .85.
*/
const gauc = {
	...RANKED,
	name: "gauc",
	title: "GAUC",
	at: "none",
	conventions: { weight: [
		"impressions",
		"positives",
		"uniform"
	] },
	prepare(scores, arm, { convention }) {
		if (!isGrouped(scores)) return NO_GROUPS;
		const unfit = checkGrades(scores.label);
		if (unfit !== null) return unfit;
		const weightOf = WEIGHTS[convention.weight];
		const weights = new Float64Array(scores.group.count);
		const pairsOf = pairCounter(scores, groupedOrder(scores, arm));
		return perGroup(scores, weights, "has rows of both classes", (group) => {
			const { right, positive, negative } = pairsOf(group);
			weights[group] = weightOf(positive, negative);
			return positive > 0 && negative > 0 ? right / (positive * negative) : NaN;
		});
	}
};
function pairCounter({ label, weight }, { starts, rows, runEnds }) {
	const positiveRow = new Uint8Array(label.length);
	for (let row = 0; row < label.length; row++) positiveRow[row] = label[row] > 0 ? 1 : 0;
	return (group) => {
		const to = starts[group + 1];
		let [right, positive, negative] = [
			0,
			0,
			0
		];
		for (let place = starts[group]; place < to;) {
			const end = runEnds[place];
			let [positiveHere, negativeHere] = [0, 0];
			for (; place < end; place++) {
				const row = rows[place];
				const w = weight === null ? 1 : weight[row];
				if (positiveRow[row] === 1) positiveHere += w;
				else negativeHere += w;
			}
			right += negativeHere * (positive + positiveHere / 2);
			positive += positiveHere;
			negative += negativeHere;
		}
		return {
			right,
			positive,
			negative
		};
	};
}
// src/core/metrics/ranking/hits.ts
/**
* P@k: relevant rows among the first k, over k, also where the list is shorter (trec_eval, ranx).
* Relevance 1 0 1 by rank: P@2 = .5, P@5 = .4.
*/
const precisionAt = {
	...RANKED,
	name: "precision",
	title: "precision",
	tasks: ["ranking"],
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, () => (list) => expectedHits(list, options.at) / options.at)
};
/** Relevant rows among the first k, over all relevant ones of the query. Relevance 1 0 1 by rank: .5 at 1 and at 2. */
const recallAt = {
	...RANKED,
	name: "recall",
	title: "recall",
	tasks: ["ranking"],
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => expectedHits(list, depth) / list.relevant)
};
/** Share of queries with something relevant among the first k (trec_eval's `success`). */
const hit = {
	...RANKED,
	name: "hit",
	title: "hit rate",
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => 1 - chanceOfNone(list, depth))
};
/** R-precision: precision at R, the number of relevant rows of the query (trec_eval's `Rprec`). */
const rPrecision = {
	...RANKED,
	name: "r_prec",
	title: "R-precision",
	at: "none",
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, () => (list) => expectedHits(list, list.relevant) / list.relevant)
};
/** Relevant rows among the first `depth`; a run that straddles the cut gives its share. */
function expectedHits({ gains, runEnds, from, to }, depth) {
	const limit = Math.min(to, from + depth);
	let sum = 0;
	for (let start = from; start < limit; start = runEnds[start]) {
		const end = runEnds[start];
		let hits = 0;
		for (let place = start; place < end; place++) hits += gains[place];
		sum += end <= limit ? hits : hits * (limit - start) / (end - start);
	}
	return sum;
}
/** The probability that none of the first `depth` rows is relevant: hypergeometric in the run that straddles the cut. */
function chanceOfNone({ gains, runEnds, from, to }, depth) {
	const limit = Math.min(to, from + depth);
	for (let start = from; start < limit; start = runEnds[start]) {
		const end = runEnds[start];
		let hits = 0;
		for (let place = start; place < end; place++) hits += gains[place];
		if (hits === 0) continue;
		let none = 1;
		for (let place = start; place < Math.min(end, limit) && none > 0; place++) none *= 1 - hits / (end - place);
		return none;
	}
	return 1;
}
// src/core/metrics/ranking/novelty.ts
/**
* Mean self-information, in bits, of what stands among the first k: −log₂ of an item's share of the holdout's rows, weighted
* (Zhou et al. 2010; Vargas & Castells 2011). The popularity is that of the whole holdout, in resamples too.
* An item on half of the rows is worth 1 bit, one on an eighth 3.
*/
const novelty = {
	...EXPOSED,
	name: "novelty",
	title: "novelty",
	prepare: (scores, arm, options) => overExposure(scores, arm, options, (exposure, known) => {
		const bits = selfInformation(known);
		return (times) => {
			let sum = 0;
			let total = 0;
			exposureByItem(exposure, times).forEach((shown, item) => {
				if (shown === 0) return;
				sum += shown * bits[item];
				total += shown;
			});
			return sum / total;
		};
	})
};
function selfInformation({ item, weight }) {
	const rows = new Float64Array(item.count);
	let total = 0;
	for (let row = 0; row < item.code.length; row++) {
		const w = weight === null ? 1 : weight[row];
		rows[item.code[row]] += w;
		total += w;
	}
	return rows.map((count) => -Math.log2(count / total));
}
// src/core/metrics/ranking/inversions.ts
/**
* The number of pairs i < j with `values[i] > values[j]`, by merge sort (Knight 1966). Sorts `values` ascending on the way.
* O(n log n); exact below 2⁵³, that is up to 134 million values. 3 1 2 has 2.
*/
function sortCountingInversions(values) {
	const n = values.length;
	let from = values;
	let to = new Float64Array(n);
	let count = 0;
	for (let width = 1; width < n; width *= 2) {
		for (let start = 0; start < n; start += 2 * width) {
			const middle = Math.min(start + width, n);
			const end = Math.min(start + 2 * width, n);
			let left = start;
			let right = middle;
			for (let place = start; place < end; place++) if (left < middle && (right === end || from[left] <= from[right])) to[place] = from[left++];
			else {
				count += middle - left;
				to[place] = from[right++];
			}
		}
		[from, to] = [to, from];
	}
	if (from !== values) values.set(from);
	return count;
}
/** n(n − 1)/2: the pairs among n things. */
function pairs(n) {
	return n * (n - 1) / 2;
}
/** Pairs of equal neighbours' runs: Σ t(t − 1)/2 over runs of t equal values. `values` sorted. */
function tiedPairs(values) {
	let count = 0;
	for (let start = 0, end = 0; start < values.length; start = end) {
		while (end < values.length && values[end] === values[start]) end++;
		count += pairs(end - start);
	}
	return count;
}
// src/core/metrics/ranking/pairwise-accuracy.ts
/**
* Ordered-pair accuracy: of the pairs of a query whose grades differ, the share that the scores put in the right order, ties
* counting half; the mean over queries that have such a pair (TF-Ranking's OPA). With grades 0 and 1 it is the query's AUC.
* Grades 2 1 0, scores .5 .9 .5: pairs wrong, tied, right: .5.
*/
const pairwiseAccuracy = {
	...RANKED,
	name: "pairwise_acc",
	title: "pairwise accuracy",
	at: "none",
	conventions: {},
	prepare(scores, arm) {
		if (!isGrouped(scores)) return NO_GROUPS;
		const unfit = checkGrades(scores.label);
		if (unfit !== null) return unfit;
		const { starts, rows, runEnds } = groupedOrder(scores, arm);
		return perGroup(scores, queryWeights(scores), "has two rows of different grades", (group) => {
			const from = starts[group];
			const to = starts[group + 1];
			const grades = new Float64Array(to - from);
			let tied = 0;
			for (let start = from; start < to; start = runEnds[start]) {
				const end = runEnds[start];
				for (let place = start; place < end; place++) grades[to - 1 - place] = scores.label[rows[place]];
				if (end - start === 1) continue;
				tied += pairs(end - start) - tiedPairs(grades.subarray(to - end, to - start).sort());
			}
			const wrong = sortCountingInversions(grades);
			const comparable = pairs(grades.length) - tiedPairs(grades);
			return comparable === 0 ? NaN : (comparable - wrong - tied / 2) / comparable;
		});
	}
};
// src/core/metrics/ranking/rbp.ts
/**
* Rank-biased precision (1 − p)·Σ relᵢ·p^(i−1) (Moffat & Zobel 2008); p, the chance that a reader goes on to the next row, is
* the number behind `@`. A list has an end, and so even the best value is 1 − p^R.
* Relevance 1 0 1 by rank, p .9: .1 · (1 + .81) = .181.
*/
const rbp = {
	...RANKED,
	name: "rbp",
	title: "rank-biased precision",
	at: "fraction",
	defaultAt: .9,
	prepare: (scores, arm, options) => {
		const p = options.at;
		if (p === 1) return NEVER_STOPS;
		return perQuery(scores, arm, {
			...options,
			at: null
		}, RELEVANCE, (_, depth) => {
			const patience = weightsByRank(depth, (rank) => (1 - p) * p ** (rank - 1));
			return (list) => expectedSum(list, patience, depth);
		});
	}
};
const NEVER_STOPS = {
	kind: "undefined",
	reason: "A reader who goes on with probability 1 gives no rank any weight; write `rbp@` with a number below 1."
};
// src/core/metrics/ranking/reciprocal-rank.ts
/**
* MRR@k: the mean over queries of 1/rank of the first relevant row, 0 when none is among the first k (trec_eval's
* `recip_rank`). Relevance 0 0 1 1 by rank: 1/3; at 2: 0.
*/
const mrr = {
	...RANKED,
	name: "mrr",
	title: "MRR",
	defaultAt: WHOLE_LIST,
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => expectedReciprocalRank(list, depth))
};
/**
* What the evaluation of the MIND data set calls MRR: the mean over queries of Σ (relᵢ/i)/R over all relevant rows. Equal to
* `mrr` only where one row is relevant. Relevance 0 0 1 1 by rank: (1/3 + 1/4)/2.
*/
const mindMrr = {
	...RANKED,
	name: "mind_mrr",
	title: "MRR as in MIND",
	at: "none",
	prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, (_, depth) => {
		const reciprocals = weightsByRank(depth, (rank) => 1 / rank);
		return (list) => expectedSum(list, reciprocals, depth) / list.relevant;
	})
};
/**
* Only the run of the first relevant row counts. Of its t rows, r relevant, the first relevant one stands at place j with
* probability (r/(t − j + 1))·Π_{i<j} (1 − r/(t − i + 1)) (McSherry & Najork 2008, section 3.4).
*/
function expectedReciprocalRank({ gains, runEnds, from, to }, depth) {
	const limit = Math.min(to, from + depth);
	for (let start = from; start < limit; start = runEnds[start]) {
		const end = runEnds[start];
		let hits = 0;
		for (let place = start; place < end; place++) hits += gains[place];
		if (hits === 0) continue;
		let sum = 0;
		let noneYet = 1;
		for (let place = start; place < Math.min(end, limit) && noneYet > 0; place++) {
			const chance = hits / (end - place);
			sum += noneYet * chance / (place - from + 1);
			noneYet *= 1 - chance;
		}
		return sum;
	}
	return 0;
}
// src/core/metrics/ranking/index.ts
const RANKING_METRICS = [
	gauc,
	ndcg,
	dcg,
	map,
	mrr,
	mindMrr,
	precisionAt,
	recallAt,
	hit,
	rPrecision,
	rbp,
	err,
	pairwiseAccuracy,
	catalogueCoverage,
	exposureGini,
	novelty
];
// src/core/metrics/regression/errors.ts
/** How far predictions of a number, such as watch time or order value, are off. */
const REGRESSION = {
	direction: "lower",
	tasks: ["regression"],
	needs: "scores",
	grouped: false,
	at: "none",
	defaultAt: null,
	conventions: {}
};
/** Root of the mean squared error. */
const rmse = {
	...REGRESSION,
	name: "rmse",
	title: "RMSE",
	prepare(scores, arm) {
		const score = scoresOf(scores, arm);
		const squares = scores.label.map((truth, row) => (score[row] - truth) ** 2);
		return functional(scores, (weight) => Math.sqrt(weightedMean$1(squares, weight)), "No row has weight.");
	}
};
/** Mean absolute error. */
const mae = {
	...REGRESSION,
	name: "mae",
	title: "MAE",
	prepare(scores, arm) {
		const score = scoresOf(scores, arm);
		return rowMean(scores.label.map((truth, row) => Math.abs(score[row] - truth)));
	}
};
/**
* Mean absolute error relative to the label, a fraction. A label of 0 makes it undefined, or with `zero=eps`
* is taken as 2.2e-16, as scikit-learn does.
*/
const mape = {
	...REGRESSION,
	name: "mape",
	title: "MAPE",
	conventions: { zero: ["undefined", "eps"] },
	prepare(scores, arm, { convention }) {
		const { label } = scores;
		if (convention.zero === "undefined" && label.includes(0)) return {
			kind: "undefined",
			reason: `${label.reduce((count, truth) => truth === 0 ? count + 1 : count, 0)} of ${label.length} rows have label 0; an error relative to 0 has no size.`
		};
		const score = scoresOf(scores, arm);
		return rowMean(label.map((truth, row) => Math.abs(score[row] - truth) / Math.max(Math.abs(truth), Number.EPSILON)));
	}
};
/** 1 − Σw(y − p)²/Σw(y − ȳ)². Undefined when all labels are the same. */
const r2 = {
	...REGRESSION,
	name: "r2",
	title: "R²",
	direction: "higher",
	prepare(scores, arm) {
		const { label } = scores;
		const score = scoresOf(scores, arm);
		const squares = label.map((truth, row) => (score[row] - truth) ** 2);
		const explained = (weight) => {
			const spread = spreadOf(label, weight);
			return spread > 0 ? 1 - weightedMean$1(squares, weight) / spread : NaN;
		};
		return functional(scores, explained, `Every row has label ${label[0]}, so that there is nothing to explain.`);
	}
};
/** Weighted variance, exactly 0 for equal values. */
function spreadOf(values, weight) {
	let [sum, total, least, most] = [
		0,
		0,
		Number.POSITIVE_INFINITY,
		Number.NEGATIVE_INFINITY
	];
	for (let row = 0; row < values.length; row++) {
		const w = weight === null ? 1 : weight[row];
		if (w === 0) continue;
		const value = values[row];
		sum += w * value;
		total += w;
		least = Math.min(least, value);
		most = Math.max(most, value);
	}
	if (!(most > least)) return 0;
	const mean = sum / total;
	let squares = 0;
	for (let row = 0; row < values.length; row++) squares += (weight === null ? 1 : weight[row]) * (values[row] - mean) ** 2;
	return squares / total;
}
// src/core/metrics/regression/xauc.ts
/**
* Share of the pairs of rows with different labels whose scores are in the same order, equal scores counting half; a
* pair weighs the product of its weights. AUC for labels that are numbers, such as watch time; for labels 0 and 1 it
* is AUC. Undefined when all labels are the same. Labels 1 2 3, scores 5 9 7: 0.6666666666666666.
*
* O(n log n): rows enter by label, and a Fenwick tree over the scores tells the weight below each.
*/
const xauc = {
	...REGRESSION,
	name: "xauc",
	title: "xAUC",
	direction: "higher",
	conventions: { ties: ["half"] },
	prepare(scores, arm) {
		const { label } = scores;
		const order = argsort(label);
		const { score: levels, of } = scoreLevels(scoresOf(scores, arm));
		const share = (weight) => concordance(label, order, of, levels.length, weight);
		return functional(scores, share, `Every row has label ${label[0]}; xAUC needs pairs that differ.`);
	}
};
function concordance(label, order, level, levels, weight) {
	const tree = new Float64Array(levels + 1);
	const at = new Float64Array(levels);
	let [entered, won, pairs] = [
		0,
		0,
		0
	];
	for (let start = 0, end = 0; start < order.length; start = end) {
		const value = label[order[start]];
		let fresh = 0;
		for (; end < order.length && label[order[end]] === value; end++) {
			const row = order[end];
			const w = weight === null ? 1 : weight[row];
			if (w === 0) continue;
			won += w * (weightBelow(tree, level[row]) + at[level[row]] / 2);
			fresh += w;
		}
		pairs += fresh * entered;
		entered += fresh;
		for (let i = start; i < end; i++) {
			const row = order[i];
			const w = weight === null ? 1 : weight[row];
			if (w === 0) continue;
			at[level[row]] += w;
			for (let node = level[row] + 1; node <= levels; node += node & -node) tree[node] += w;
		}
	}
	return won / pairs;
}
/** Sum over the levels before `level`. */
function weightBelow(tree, level) {
	let sum = 0;
	for (let node = level; node > 0; node -= node & -node) sum += tree[node];
	return sum;
}
// src/core/metrics/regression/index.ts
const REGRESSION_METRICS = [
	rmse,
	mae,
	mape,
	r2,
	xauc
];
// src/core/metrics/requirements.ts
/** Probabilities of a row may miss 1 by this: float16 rounds five of them by some 0.001. */
const SUM_TOLERANCE = .01;
/** `score-invalid` and `group-invalid`, once each, with the metrics that mind. */
function checkRequirements(wanted, scores) {
	const probable = wanted.filter(({ definition }) => definition.needs === "probabilities");
	const grouped = wanted.filter(({ definition }) => definition.grouped);
	return [...probable.length > 0 ? checkProbabilities(namesOf(probable), scores) : [], ...grouped.length > 0 && scores.group === null ? [noGroups(namesOf(grouped))] : []];
}
function namesOf(wanted) {
	return {
		words: wanted.map(({ id }) => id).join(" and "),
		need: wanted.length === 1 ? "needs" : "need"
	};
}
function checkProbabilities({ words, need }, { classes = 1, candidate, baseline }) {
	const faults = [];
	for (const [model, values] of [["candidate", candidate], ["baseline", baseline]]) {
		if (values === null) continue;
		const outside = (score) => Number.isFinite(score) && (score < 0 || score > 1);
		const offender = findOffender(values, outside, classes);
		if (offender !== null) {
			faults.push({
				code: "score-invalid",
				message: `The ${model}'s score in ${offender.where} is ${offender.value}, but ${words} ${need} probabilities from 0 to 1.`,
				fix: classes > 1 ? "If the model gives logits, write `output: { activation: softmax }`; `accuracy` takes any scores." : "If the model gives logits, write `output: { activation: sigmoid }`; `auc` takes any score."
			});
			continue;
		}
		const uneven = classes > 1 ? findOffender(rowSums(values, classes), (sum) => Math.abs(sum - 1) > SUM_TOLERANCE) : null;
		if (uneven === null) continue;
		faults.push({
			code: "score-invalid",
			message: `The ${model}'s scores in ${uneven.where} add up to ${uneven.value}, but ${words} ${need} probabilities, which add up to 1.`,
			fix: "Name the output with the probabilities, or write `output: { activation: softmax }`."
		});
	}
	return faults;
}
function rowSums(values, classes) {
	const sums = new Float64Array(values.length / classes);
	for (let i = 0; i < values.length; i++) sums[Math.floor(i / classes)] += values[i];
	return sums;
}
function noGroups({ words, need }) {
	return {
		code: "group-invalid",
		message: `${words} ${need} rows in groups, and there is no group column.`,
		fix: "Name it: `holdout: { group: query_id }`, or a user or session."
	};
}
// src/core/metrics/table.ts
const METRICS = [
	...BINARY_METRICS,
	...RANKING_METRICS,
	...MULTICLASS_METRICS,
	...REGRESSION_METRICS
];
namesOf$1(METRICS);
/** Reads `ndcg@10[gain=exp2]` for a task; code `metric-unknown` with every fault in it. */
function parseMetricId(id, task = "binary") {
	return readMetricId(id, task, METRICS);
}
/**
* Every reason not to compute these metrics on these scores: ids that the table does not have (`metric-unknown`),
* scores outside [0, 1] where probabilities are needed (`score-invalid`), rows without groups where those are
* (`group-invalid`).
*/
function checkMetrics$1(ids, scores, task = "binary") {
	const faults = [];
	const known = [];
	for (const id of ids) {
		const parsed = parseMetricId(id, task);
		if (parsed.ok) known.push({
			id,
			definition: parsed.metric.definition
		});
		else faults.push(...parsed.faults);
	}
	return [...faults, ...checkRequirements(known, scores)];
}
const USUAL = {
	task: "binary",
	seed: 1,
	resamples: 1e3
};
/**
* One metric of one set of rows that has passed `checkScores`. Rows of zero weight drop out and are counted.
* Throws what `checkMetrics` finds.
*/
function evaluateMetric(id, scores, confidence, judging = {}) {
	const { task, seed, resamples } = {
		...USUAL,
		...judging
	};
	throwFaults(checkMetrics$1([id], scores, task));
	const parsed = parseMetricId(id, task);
	if (!parsed.ok) throw new Error("unreachable: a refused id has faults");
	const { definition, options, convention } = parsed.metric;
	const used = withPositiveWeights(scores);
	const candidate = definition.prepare(used, "candidate", options);
	const baseline = used.baseline === null ? null : definition.prepare(used, "baseline", options);
	return {
		metric: id,
		convention,
		direction: typeof definition.direction === "object" ? "lower" : definition.direction,
		slice: null,
		n: used.label.length,
		...infer(definition, candidate, baseline, used, {
			confidence,
			seed,
			resamples
		}),
		dropped: {
			rows: scores.label.length - used.label.length,
			groups: (scores.group?.count ?? 0) - (used.group?.count ?? 0)
		}
	};
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
	const inputs = valueAt(model, ["inputs"]);
	if (typeof inputs === "object" && inputs !== null && Object.hasOwn(inputs, "__proto__")) yield writer.fault([
		...path,
		"inputs",
		"__proto__"
	], "An input called \"__proto__\" cannot be mapped.", "Rename the input in the model, or use `inputs: auto`.", "key");
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
	return best.length === 1 ? best[0] : null;
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
	if (schema instanceof ZodUnion) return schema.def.options.flatMap((option) => allowedKeys(unwrap(option)));
	return [];
}
/** For a value from the file, with its positions; or, without, for one put together from flags. */
function faultWriter(positions) {
	return {
		pair: (key, shown) => `${flow(key)}${positions ? ": " : "="}${flow(shown)}`,
		fault(path, message, fix, point = "value") {
			if (!positions) return {
				code: "usage-invalid",
				message,
				fix
			};
			return {
				code: "policy-invalid",
				message,
				fix,
				at: point === "key" ? positions.at(path) : positions.ofValue(path)
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
	const writer = faultWriter(positions);
	const parsed = policySchema.safeParse(value);
	const issues = parsed.success ? [] : parsed.error.issues;
	const faults = [];
	for (const source of [explainIssues(issues, policySchema, value, writer), checkAcross(value, writer)]) for (const fault of source) {
		faults.push(fault);
		if (faults.length >= MOST_FAULTS$1) return {
			ok: false,
			faults: [...faults.sort(byPlace), more(positions)]
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
function more(positions) {
	return faultWriter(positions).fault([], `There are more than ${MOST_FAULTS$1} faults.`, "Mend these first.");
}
function byPlace(a, b) {
	if (!a.at || !b.at) return 0;
	return a.at.line - b.at.line || a.at.column - b.at.column;
}
// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));
// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));
// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));
// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));
// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));
// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));
// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));
// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));
// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));
// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));
// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));
// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));
// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));
// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = /* @__PURE__ */ new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));
// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));
// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));
// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));
// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));
// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		return new Pair(createNode.createNode(key, void 0, ctx), createNode.createNode(value, void 0, ctx));
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));
// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));
// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));
// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	exports.map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));
// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	exports.seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	exports.string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));
// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));
// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));
// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
}));
// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	exports.schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
}));
// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	exports.binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));
// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));
// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));
// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));
// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));
// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
}));
// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));
// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	exports.Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
}));
// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));
// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));
// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));
// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));
// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));
// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));
// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));
// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));
// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));
// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));
// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));
// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));
// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));
// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = /* @__PURE__ */ new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = /* @__PURE__ */ new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));
// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));
// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));
// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));
// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));
// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));
// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));
// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));
// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));
// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));
// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));
// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));
// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));
// src/core/policy/plain.ts
var import_dist = (/* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
})))();
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
			models: placed(parsed.policy.models, folderOf(inputs.policy))
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
	try {
		const { path } = await ports.references.resolve([`git:${inputs.baseSha}`], inputs.policy);
		return {
			path,
			notes: []
		};
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
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
function inFolder(folder, model) {
	const place = (reference) => {
		const [, scheme = "", path] = /^(git:[^:]+(?::|$))?(.*)$/.exec(reference);
		return path && !/^([a-z][a-z+]+:|[\\/])/.test(path) ? `${scheme}${folder}${path}` : reference;
	};
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
	const { source, training, ledger } = holdout;
	return {
		...holdout,
		...source !== void 0 && { source: several(source) },
		...training !== void 0 && { training: several(training) },
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
	const writer = faultWriter(null);
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
	throwFaults(faults);
	const rows = inputs.scores?.length ? inputs.scores : inputs.holdout ?? [];
	const parts = {
		...rows.length > 0 && { source: [...rows] },
		...inputs.label !== void 0 && { label: inputs.label },
		...inputs.group !== void 0 && { group: inputs.group },
		...inputs.weight !== void 0 && { weight: inputs.weight }
	};
	return {
		...inputs.candidate !== void 0 && { candidate: inputs.candidate },
		...inputs.task !== void 0 && { task: inputs.task },
		...inputs.baseline?.length && { baseline: [...inputs.baseline] },
		...Object.keys(parts).length > 0 && { holdoutParts: parts },
		...Object.keys(metrics).length > 0 && { metrics },
		...inputs.target?.length && { validate: { targets: [...inputs.target] } },
		...batch.length > 0 && { latency: { batch } }
	};
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
export { passPower as A, SMALLEST_MARGIN as B, sliceName as C, findMetric as D, factsOf as E, metricIdsOf as F, MOST_ENTRIES as H, modelOf as I, parseTarget as L, studentQuantile as M, normalQuantile as N, judgeMetric as O, metricIdOf as P, targetFindings as R, columnsOf as S, absoluteMargin as T, MOST_FINDINGS$1 as U, runReadDocuments as V, seededRandom as _, evaluateMetric as a, argsort as b, sortCountingInversions as c, queryWeights as d, groupedOrder as f, detectableDifference as g, percentile as h, checkMetrics$1 as i, rowsNeeded as j, failPower as k, tiedPairs as l, withPositiveWeights as m, checked as n, parseMetricId as o, findOffender as p, readFlags as r, pairs as s, runPlan as t, isGrouped as u, classWeights as v, VALIDATE as w, judge as x, placements as y, minimumRuntime as z };
