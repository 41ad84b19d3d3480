import { S as string, T as union, d as _enum, g as literal, h as int, p as array, v as number, x as strictObject } from "./schemas.js";
import { a as interval, c as date, l as datetime, n as foreign, o as subject, s as tool, t as digest } from "./common.js";
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
		"bytes",
		"none"
	]),
	value: number().nullable(),
	baseline: number().nullable(),
	/** candidate − baseline; for seconds and bytes the ratio − 1. */
	delta: number().nullable(),
	interval: interval.nullable(),
	/** The most that may be lost, in the units of `delta`; of latency at least what counts as a difference. */
	margin: number().nonnegative().nullable(),
	/** What the candidate's own value must lie between, inclusive; null where the rule has no such bound. */
	bounds: strictObject({
		min: number().nullable(),
		max: number().nullable()
	}).nullable(),
	/** One-sided p-value of a loss beyond the margin; small means proved worse. Of slices and latency only. */
	p: number().min(0).max(1).nullable(),
	/** `p` after all slices of the metric, or all comparisons of latency, were taken together: Holm, and Benjamini–Hochberg for slices that warn. */
	pAdjusted: number().min(0).max(1).nullable(),
	mde: number().nonnegative().nullable(),
	n: int().nonnegative().nullable(),
	/** Rows with which a model exactly as good as the baseline meets the margin in 80 % of holdouts; absent without a margin or a spread. */
	rowsNeeded: int().positive().optional(),
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
	}).nullable(),
	/** That serves the candidate; absent where none was judged. */
	image: strictObject({
		reference: foreign,
		digest
	}).optional()
});
/** Answer to "may it ship?". */
const verdict = strictObject({
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
});
export { verdict as n, ruleResult as t };
