// src/core/documents/foreign.ts
/** Longest text from outside that a document holds. */
const MOST_FOREIGN = 4096;
/** Bounds untrusted text to what `foreign` of common.ts takes. Apart from it: most who clip need no schema, which costs 0.1 s to load. */
function clipForeign(text) {
	return text.length <= 4096 ? text : `${text.slice(0, 4095)}…`;
}
export { clipForeign as n, MOST_FOREIGN as t };
