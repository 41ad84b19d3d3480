import { S as string, d as _enum, g as literal, h as int, m as boolean, p as array, v as number, w as tuple, x as strictObject } from "./schemas.js";
import { a as interval, l as datetime, n as foreign, o as subject, r as header, t as digest } from "./common.js";
import { i as validation } from "./validation.js";
import { n as verdict } from "./verdict.js";
// src/core/documents/benchmark.ts
const ratio = strictObject({
	ratio: number().positive(),
	interval: interval.nullable()
});
const seconds$1 = number().positive();
const share$2 = number().min(0).max(1);
/** One percentile at one batch size. Times are seconds per call. */
const arm = strictObject({
	batch: int().positive(),
	threads: int().positive(),
	metric: _enum([
		"p50",
		"p95",
		"p99"
	]),
	candidate: seconds$1,
	baseline: seconds$1.nullable(),
	/** What the calls prove about `candidate` and `baseline`; null where they are too few. */
	candidateInterval: interval.nullable().optional(),
	baselineInterval: interval.nullable().optional(),
	/** candidate / baseline: geometric mean over launches, with a t-interval on its logarithm. */
	ratio: number().positive().nullable(),
	interval: interval.nullable(),
	/** Of the logarithm of `ratio`. */
	standardError: number().nonnegative().nullable().optional(),
	/** Of the error that all looks at the numbers share, the part of the look that `interval` was made at. */
	share: share$2.optional(),
	/** The baseline against a second session of itself: what the machine's noise alone does. */
	control: ratio.nullable(),
	/** Calls timed per model, all launches together. */
	samples: int().positive(),
	launches: int().positive(),
	/** Why there is a baseline and no ratio. */
	reason: foreign.optional()
});
const edges = array(seconds$1).min(2).max(61);
const counts = array(int().nonnegative()).min(1).max(60);
/** All calls of one batch size: `edges` has one entry more than the counts. */
const histogram = strictObject({
	batch: int().positive(),
	threads: int().positive(),
	edges,
	candidate: counts,
	baseline: counts.nullable(),
	control: counts.nullable()
});
/** One model in fresh processes of its own: medians over them. */
const footprint = strictObject({
	/** Making the session, in seconds. */
	load: seconds$1,
	firstInference: seconds$1,
	/** From the start of the process to its first answer. */
	firstAnswer: seconds$1,
	/** Bytes of memory after the warm-up, and the most there ever were; null where the system does not tell. */
	resident: int().positive(),
	peak: int().positive().nullable(),
	processes: int().positive()
});
const both = (each) => ({
	candidate: each,
	baseline: each.nullable()
});
const operator = strictObject({
	operator: foreign,
	candidate: share$2,
	baseline: share$2.nullable()
});
const profiled = strictObject({
	/** Nodes as ONNX Runtime runs them, and as the file has them. */
	nodes: int().nonnegative(),
	written: int().nonnegative(),
	/** Kinds of node that the optimiser made. */
	made: array(foreign).max(100)
});
const answered = {
	/** Requests answered, and those that were refused or not answered in time. */
	calls: int().nonnegative(),
	failed: int().nonnegative(),
	/** Seconds; null where nothing was answered. */
	p50: seconds$1.nullable(),
	p95: seconds$1.nullable(),
	p99: seconds$1.nullable()
};
/** A served model under load, at one batch size. */
const endpointLoad = strictObject({
	batch: int().positive(),
	/** Each client asks again when it has its answer: how much the server does at most. */
	closed: array(strictObject({
		clients: int().positive(),
		rate: number().nonnegative(),
		...answered
	})).max(20),
	/** Requests per second. */
	maximum: number().positive(),
	/** Requests come when they come (Poisson); times are from the moment that each was due. */
	open: array(strictObject({
		rate: number().positive(),
		...answered
	})).max(20)
});
/** Answer to "is it as fast?", written by `onnx-gate benchmark`. */
const benchmark = strictObject({
	schema: literal("onnx-gate/benchmark/v1"),
	...header,
	candidate: subject,
	baseline: subject.nullable(),
	arms: array(arm).max(1e3),
	histograms: array(histogram).max(100).optional(),
	/** How the models were run. */
	settings: strictObject({
		threads: int().positive(),
		spinning: boolean(),
		execution: _enum(["sequential", "parallel"]),
		optimization: _enum([
			"disabled",
			"basic",
			"extended",
			"all"
		])
	}).optional(),
	/** One entry per batch size. */
	runs: array(strictObject({
		batch: int().positive(),
		launches: int().positive(),
		/** Why no further launches were made. */
		ended: _enum([
			"decided",
			"planned",
			"undecided",
			"time"
		]),
		/** Launches whose warm-up did not come to rest. */
		unsteady: int().nonnegative(),
		/** The largest share by which the end of a launch was slower than its beginning. */
		drift: number(),
		/** Median of the first calls after the other model's turn, which wait for the cache. */
		afterSwitch: strictObject(both(seconds$1))
	})).max(100).optional(),
	footprints: array(strictObject({
		batch: int().positive(),
		...both(footprint)
	})).max(100).optional(),
	/** Calls per second of several clients at once, each with a session of its own. */
	throughput: array(strictObject({
		batch: int().positive(),
		clients: int().positive(),
		...both(number().nonnegative())
	})).max(1e3).optional(),
	profile: strictObject({
		batch: int().positive(),
		...both(profiled),
		/** Shares of the time in operators: those that changed most, or of a candidate alone the largest. */
		operators: array(operator).max(20)
	}).nullable().optional(),
	endpoint: strictObject({
		/** Without user and password. */
		url: foreign,
		server: foreign,
		tensors: _enum(["JSON", "bytes"]),
		loads: array(endpointLoad).max(100)
	}).optional(),
	/** What a reader must know about how it was measured, in sentences. */
	notes: array(foreign).max(100).optional(),
	environment: strictObject({
		runtime: string().max(80),
		node: string().max(40),
		platform: string().max(80),
		cpu: string().max(200),
		cores: int().positive(),
		/** 1-minute load average when the benchmark began; null where the system has none. */
		load: number().nonnegative().nullable(),
		governor: string().max(80).nullable().optional(),
		/** Of the container: processors and bytes of memory it may use; null where there is no limit. */
		container: strictObject({
			cpus: number().positive().nullable(),
			memory: number().positive().nullable()
		}).nullable().optional(),
		/** While it ran: seconds that the container was held back, and the share of time the hypervisor took away. */
		throttled: number().nonnegative().nullable().optional(),
		steal: share$2.nullable().optional(),
		/** Times that a timing process was interrupted for another, per second. */
		interruptions: number().nonnegative().nullable().optional(),
		/** How far the baseline's p95 lies from its own in one launch (standard deviation of the log ratio). */
		noise: number().nonnegative().nullable().optional()
	})
});
const share$1 = number().min(0).max(1);
const line = array(tuple([share$1, share$1])).max(200);
const count$2 = int().nonnegative();
/** One model's scores as pictures. Null where labels are not 0 and 1, or of one class only. */
const modelCurves = strictObject({
	/** False-positive rate, true-positive rate, from 0, 0 to 1, 1. */
	roc: line.nullable(),
	/** Recall, precision; recall ascends. */
	precisionRecall: line.nullable(),
	/** Bins of equal mass by score, ascending; null too where scores are no probabilities. */
	reliability: array(strictObject({
		rows: int().positive(),
		/** Means of the bin: of the score, and of the label with Wilson's interval. */
		score: share$1,
		rate: share$1,
		lower: share$1,
		upper: share$1
	})).max(20).nullable(),
	/** Rows by score, in bars of equal width; `edges` is one longer. Both models have the same edges. */
	scoreHistogram: strictObject({
		edges: array(number()).min(2).max(61),
		counts: array(count$2).max(60),
		/** Of these, rows with label 1; null where labels are not 0 and 1. */
		positives: array(count$2).max(60).nullable()
	})
});
/** What a report draws of the scores. Nothing is judged by it. */
const curves = strictObject({
	candidate: modelCurves,
	baseline: modelCurves.nullable(),
	/** Confidence of the intervals. */
	confidence: number().gt(0).lt(1)
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
	/** Rows of positive weight. */
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
	/** The test behind `p`, where it is not that of the interval. */
	test: string().max(80).optional(),
	/** Of `candidate`, where it is a proportion of independent rows or queries; else absent. */
	candidateInterval: interval.optional(),
	/** Smallest |delta| that this holdout finds with 80 % power at the interval's confidence. */
	mde: number().nonnegative().nullable(),
	/** Rows and groups that do not count: without weight, or in a group that the metric does not define. */
	dropped: strictObject({
		rows: int().nonnegative(),
		groups: int().nonnegative()
	}),
	/** Of a metric with a value per group: the share of the `n` rows whose group has one; else absent. */
	coverage: number().min(0).max(1).optional(),
	/** Probabilities so near to 0 or 1 that the metric clips them; absent where there are none. */
	clipped: strictObject({
		candidate: int().nonnegative(),
		baseline: int().nonnegative().nullable()
	}).optional(),
	/** Why numbers are missing, or null. */
	reason: string().max(400).nullable()
});
/** Room for rounding at the ends. */
const ROUNDED_ONE = 1 + 1e-6;
const share = number().min(0).max(ROUNDED_ONE).nullable();
const count$1 = int().nonnegative();
const correlation = number().min(-1.000001).max(ROUNDED_ONE).nullable();
/** How much the candidate's answers differ from the baseline's. Null where it is not defined. */
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
	firstChanged: share,
	/** Groups on which the candidate's value of a metric is better, equal and worse; this alone looks at labels. */
	winTieLoss: array(strictObject({
		metric: string().max(200),
		wins: count$1,
		ties: count$1,
		losses: count$1
	})).max(1e3)
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
	/** How the models were run; absent where the scores were made elsewhere. `batch`: rows a call, which int8 scores depend on. */
	scoring: strictObject({ batch: int().positive() }).optional(),
	metrics: array(metricResult).max(1e5),
	/** Null without a baseline, and where every class has a score of its own. */
	churn: churn.nullable(),
	/** In the policy's order. */
	slices: array(sliceGroup).max(100),
	/** Absent in documents of versions that did not look. */
	data: array(dataFinding).max(1e3).optional(),
	/** Metrics of all rows by which the candidate is worse; those that cannot be divided are absent. */
	where: array(whereWorse).max(1e3).optional(),
	/** For drawing; absent where every class has a score of its own. */
	curves: curves.optional()
});
// src/core/documents/image.ts
const bytes = int().nonnegative();
const count = int().nonnegative();
const seconds = number().nonnegative();
const gap = number().nonnegative();
const platform = string().max(80);
/** What serves the image answered, in one encoding at one batch size, against the model outside of it. */
const parityCase = strictObject({
	encoding: _enum(["json", "binary"]),
	batch: int().positive(),
	rows: count,
	maxScaled: gap
});
/** Gaps between a served value s and the offline value y, over every output of every row. */
const parity = strictObject({
	rows: count,
	/** |s − y|; a value that is finite on one side alone makes `unequal`, not a gap. */
	maxAbs: gap,
	/** |s − y| / |y|, of y that are not 0. */
	maxRel: gap,
	/** |s − y| / (1 + 10·|y|): what the policy's `tolerance` bounds, so that 1e-5 means 1e-5 + 1e-4·|y|. */
	maxScaled: gap,
	/** Values that no gap describes: other text, other integers, or NaN and infinities on one side alone. */
	unequal: count,
	/** Pairs of neighbouring rows, in the order of the offline scores, that the served scores turn around by more than a tie. */
	reordered: count,
	/** Over the rows that were asked; null without a label or with one class alone. */
	auc: strictObject({
		served: number(),
		offline: number()
	}).nullable(),
	cases: array(parityCase).max(100),
	/** Where `maxScaled` was met. */
	worst: strictObject({
		output: foreign,
		row: count,
		encoding: _enum(["json", "binary"]),
		batch: int().positive(),
		served: number(),
		offline: number()
	}).nullable()
});
/** One request that must be refused. */
const hostile = strictObject({
	request: string().max(80),
	/** HTTP status; null when the connection was closed without an answer. */
	status: int().nullable(),
	/** Still ready when it was asked right after. */
	ready: boolean()
});
/** What came of running this very digest under production limits (after TFX's InfraValidator). */
const probe = strictObject({
	/** What ran it, and why that. */
	runner: _enum([
		"docker",
		"podman",
		"chroot"
	]),
	why: foreign,
	limits: strictObject({
		cpus: number().positive().nullable(),
		memory: bytes.nullable()
	}),
	ready: boolean(),
	/** From the start of the process to its first `ready`; null when it never was. */
	readySeconds: seconds.nullable(),
	/** Differences between the signature that is served and that of the file, in sentences; null when it was not asked. */
	signature: array(foreign).max(100).nullable(),
	/** Null when nothing was replayed: it was never ready. */
	parity: parity.nullable(),
	hostile: array(hostile).max(100),
	/** Most memory in bytes that it held; null where the system does not tell. */
	peakMemory: bytes.nullable(),
	/** Files that were made or changed outside of `/tmp`. */
	writes: array(foreign).max(100),
	/** Peers of connections that it opened by itself. */
	connections: array(foreign).max(100),
	/** SIGTERM in the midst of requests; null when it was never ready. */
	stop: strictObject({
		requests: count,
		failed: count,
		/** Null when it was killed. */
		exitCode: int().nullable(),
		seconds
	}).nullable(),
	/** Last words of the server, oldest first. */
	stderr: array(foreign).max(100)
});
/** An image, or artifact, of a model. Written by `onnx-gate image`; `onnx-gate image probe` adds `probe`. */
const image = strictObject({
	schema: literal("onnx-gate/image/v1"),
	...header,
	candidate: subject,
	/** Where the server finds it: `/models/<name>/<version>/`. */
	served: strictObject({
		name: string().max(100),
		version: string().max(20)
	}),
	kind: _enum([
		"serving",
		"model",
		"modelpack"
	]),
	/** `registry/repository@sha256:…`. */
	reference: foreign,
	digest,
	/** Of the configuration, which Docker calls the image's ID; null for an index. */
	imageId: digest.nullable(),
	form: _enum([
		"image",
		"index",
		"artifact"
	]),
	/** `linux/amd64`; none for an artifact. */
	platforms: array(platform).max(100),
	layers: array(strictObject({
		digest,
		bytes,
		kind: _enum([
			"base",
			"build",
			"model"
		])
	})).max(1e4),
	/** What built it, and why that. */
	engine: strictObject({
		name: _enum([
			"append",
			"buildx",
			"docker",
			"buildah"
		]),
		why: foreign
	}),
	/** As it was written, and what that stood for; null where the image has no base or a Dockerfile names it. */
	base: strictObject({
		reference: foreign,
		digest
	}).nullable(),
	uploadedBytes: bytes,
	/** Bytes that the registry had. */
	reusedBytes: bytes,
	tags: array(string().max(128)).max(1e3),
	/** Why there is no tag, though some were asked for; null otherwise. */
	untagged: foreign.nullable(),
	/** What a reader must know, in sentences. */
	notes: array(foreign).max(100),
	probe: probe.optional()
});
// src/core/documents/index.ts
/** Every document that onnx-gate writes, by kind; the file is `<kind>.json`. */
const DOCUMENTS = {
	validation,
	evaluation,
	benchmark,
	image,
	verdict
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
export { parseDocument as n, DOCUMENTS as t };
