import { A as _isoDate, S as string, g as literal, h as int, i as ZodISODateTime, j as _isoDateTime, r as ZodISODate, v as number, x as strictObject } from "./schemas.js";
import { t as MOST_FOREIGN } from "./foreign.js";
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}
// src/core/documents/common.ts
/** SHA-256 of a byte string, as it is written in every document. */
const digest = string().regex(/^sha256:[0-9a-f]{64}$/);
/** Text that a model, a dataset or a path supplied. Untrusted: renderers escape it, and it is bounded. */
const foreign = string().max(MOST_FOREIGN);
const tool = strictObject({
	name: literal("onnx-gate"),
	version: string().max(64)
});
/**
* The files beside a model that it takes weights from. `digest` is the SHA-256 of a line for each, `<sha256>  <location>`,
* sorted by location: `sha256sum LOCATION… | LC_ALL=C sort -k 2 | sha256sum`.
*/
const externalData = strictObject({
	files: int().positive(),
	bytes: int().nonnegative(),
	digest
});
/** A file that was judged, by content. `reference` is what the user wrote, such as `git:origin/main:model.onnx`. */
const subject = strictObject({
	reference: foreign,
	/** What the reference stood for when it was fetched, such as `commit …`, a tag or a run. Absent for a path. */
	resolved: foreign.optional(),
	/** When that was made, by the place it came from. */
	created: datetime().optional(),
	digest,
	bytes: int().nonnegative(),
	/** Absent for a model that stands alone. Files that are unsafe to read are not in it. */
	external: externalData.optional()
});
/** Equal for equal models: a model of the same bytes with other weights beside it is another one. */
const identityOf = ({ digest, external }) => external ? `${digest} with ${external.digest}` : digest;
/** A confidence interval. `method` names how it was made, such as `DeLong` or `paired t over groups`. */
const interval = strictObject({
	lower: number(),
	upper: number(),
	confidence: number().gt(0).lt(1),
	method: string().max(80)
});
/** What every document starts with. `model` is the name in the policy. */
const header = {
	tool,
	created: datetime(),
	model: foreign
};
export { interval as a, date as c, identityOf as i, datetime as l, foreign as n, subject as o, header as r, tool as s, digest as t };
