import { r as exitCodeOf } from "./errors.js";
import "./validation-rules.js";
import { C as union, _ as number, b as strictObject, d as _enum, f as _null, g as literal, h as int, m as boolean, p as array, x as string } from "./schemas.js";
import { a as interval, c as date, i as header, l as datetime, n as digest, o as subject, r as foreign, s as tool } from "./common.js";
// src/core/documents/benchmark.ts
const ratio = strictObject({
	ratio: number().positive(),
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
	candidate: number().positive(),
	baseline: number().positive().nullable(),
	/** candidate / baseline: geometric mean over launches, with a t-interval on its logarithm. */
	ratio: number().positive().nullable(),
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
		load: number().nonnegative().nullable()
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
	candidate: number().nullable(),
	baseline: number().nullable(),
	/** candidate − baseline, not signed by direction. */
	delta: number().nullable(),
	standardError: number().nonnegative().nullable(),
	/** Of `delta`, paired. */
	interval: interval.nullable(),
	/** Two-sided p-value of `delta` = 0. */
	p: number().min(0).max(1).nullable(),
	/** Smallest |delta| that this holdout finds with 80 % power at the interval's confidence. */
	mde: number().nonnegative().nullable(),
	dropped: strictObject({
		rows: int().nonnegative(),
		groups: int().nonnegative()
	}),
	/** Why numbers are missing, or null. */
	reason: string().max(400).nullable()
});
/** Room for rounding at the ends. */
const ROUNDED_ONE = 1 + 1e-6;
const share = number().min(0).max(ROUNDED_ONE).nullable();
const correlation = number().min(-1.000001).max(ROUNDED_ONE).nullable();
/** How much the candidate's answers differ from the baseline's; needs no labels. Null where it is not defined. */
const churn = strictObject({
	rows: int().nonnegative(),
	/** Groups with rows; 0 where rows are not grouped. */
	groups: int().nonnegative(),
	/** Null where scores are no probabilities. */
	threshold: number().nullable(),
	/** Share of rows on the other side of `threshold`. */
	flipRate: share,
	/** Mean and greatest |candidate − baseline|. */
	meanShift: number().nonnegative().nullable(),
	maxShift: number().nonnegative().nullable(),
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
	value: number().optional()
});
const worst = (entry) => array(entry).max(5);
/** Where a metric is worse than the baseline's. Every `loss` is in the metric's units, positive for worse; largest first. */
const whereWorse = strictObject({
	metric: string().max(200),
	/** Of all rows. */
	loss: number().positive(),
	/** Whether the loss of a part is its term of a sum, or what goes away when the part is left out. */
	method: _enum(["sum", "leave-out"]),
	slices: worst(strictObject({
		slice: foreign,
		rows: int().positive(),
		loss: number().positive()
	})),
	groups: worst(strictObject({
		group: foreign,
		rows: int().positive(),
		loss: number().positive()
	})),
	/** `row` counts from 1. Scores of several classes are those of the label's class. */
	rows: worst(strictObject({
		row: int().positive(),
		label: number(),
		candidate: number(),
		baseline: number(),
		loss: number().positive()
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
		/** Of sources that were fetched: what each stood for. */
		fetched: array(strictObject({
			reference: foreign,
			resolved: foreign.optional(),
			created: datetime().optional()
		})).max(1e3).optional(),
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
const MOST_FINDINGS = 1e4;
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
	share: number().min(0).max(1).nullable(),
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
	value: number().positive(),
	/** From 0, among the rows that both models were given; null for an output without a line for each row. */
	row: count.nullable(),
	/** Of the number within its row; within the output where there is no row. From 0. */
	index: count,
	candidate: number(),
	baseline: number()
});
/** One output of both models on the same rows. An extreme is null where nothing differs by that measure. */
const outputDifference = strictObject({
	name: foreign,
	/** Rows in which anything differs, of all. */
	differing: number().min(0).max(1),
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
	/** Files beside the candidate that hold its weights; those that are unsafe to read are left out. */
	external: listOf(strictObject({
		location: foreign,
		bytes: count,
		digest
	})).optional(),
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
	findings: array(finding).max(MOST_FINDINGS),
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
	value: number().nullable(),
	baseline: number().nullable(),
	/** candidate − baseline; for latency the ratio − 1. */
	delta: number().nullable(),
	interval: interval.nullable(),
	/** The most that may be lost, in the units of `delta`. */
	margin: number().nonnegative().nullable(),
	/** What the candidate's own value must lie between, inclusive; null where the rule has no such bound. */
	bounds: strictObject({
		min: number().nullable(),
		max: number().nullable()
	}).nullable(),
	/** One-sided p-value of a loss beyond the margin; small means proved worse. Of slices only. */
	p: number().min(0).max(1).nullable(),
	/** `p` after all slices of the metric were taken together: Holm where they gate, Benjamini–Hochberg where they warn. */
	pAdjusted: number().min(0).max(1).nullable(),
	mde: number().nonnegative().nullable(),
	n: int().nonnegative().nullable(),
	/** What lets the rule be missed for a time, and made its level `warn`; null for most rules. */
	waiver: strictObject({
		ceiling: number().positive(),
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
function parseDocument(kind, text, file) {
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
export { MOST_ENTRIES as a, parseDocument as i, overall as n, MOST_FINDINGS as o, DOCUMENTS as r, modelOutcome as t };
