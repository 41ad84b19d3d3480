import { M as registry, S as string, T as union, d as _enum, h as int, v as number$1, x as strictObject } from "./schemas.js";
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
const LONGEST_TEXT = 4096;
function text(expected, example) {
	return expecting(string().min(1).max(LONGEST_TEXT), expected, example);
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
// src/core/policy/schema/image.ts
/** Rules on the image that serves the model: core/gate/image-rules.ts. */
const image = expecting(strictObject({
	tolerance: expecting(number$1().min(0).max(1), "a number from 0 to 1", 1e-5).default(1e-5).describe("How far a served value may be from the value y of the file: 1e-5 for 1e-5 + 1e-4·|y|; 0 for equal in every bit."),
	cpus: expecting(number$1().positive().max(1024), "a number of processors above zero", 2).optional().describe("Processors that it has in production, and in the probe."),
	memory: memory.optional().describe("Memory that it has in production, in `Mi` or `Gi`, and in the probe."),
	ready: duration.default("60s").describe("Longest time from its start until it is ready."),
	level
}), "a group of settings", {
	tolerance: 1e-5,
	cpus: 2,
	memory: "2Gi"
});
export { text as _, SMALLEST_MARGIN as a, expectations as c, memory as d, number as f, percent as g, parsePercent as h, MODEL_NAME as i, expecting as l, parseMemory as m, level as n, choice as o, parseDuration as p, wholeNumber as r, duration as s, image as t, margin as u };
