import { S as string, T as union, d as _enum, f as _null, g as literal, h as int, p as array, v as number, x as strictObject } from "./schemas.js";
import { n as foreign, o as subject, r as header, t as digest } from "./common.js";
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
	/** The baseline's graph; the candidate's stands in the summary. Null when there is too much of it. */
	baselineDrawing: drawing.nullable().optional(),
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
export { validation as i, MOST_FINDINGS as n, tensorInfo as r, MOST_ENTRIES as t };
