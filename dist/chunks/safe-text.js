const ANNOTATION_LENGTH = 4096;
const ANSI = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-~]/g;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const PLAIN = /^[!-~−]+(?: [!-~−]+)*$/;
const SPACES = /[\t-\r\x85\p{Z}]+/gu;
/**
* One line of visible text, at most `most` code points long. Cut text shows `…` at the end, or in the middle,
* where a name or a path says the least.
*/
function safeText(text, most = 600, cut = "end") {
	if (text.length <= most && PLAIN.test(text)) return text;
	const window = most * 8 + 1e3;
	const clean = (text.length <= 2 * window ? text : `${text.slice(0, window)}…${text.slice(-window)}`).replace(ANSI, "").replace(SPACES, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ").trim();
	const points = Array.from(clean);
	if (points.length <= most) return clean;
	const tail = cut === "middle" ? Math.floor((most - 1) / 2) : 0;
	return `${points.slice(0, most - 1 - tail).join("")}…${tail > 0 ? points.slice(-tail).join("") : ""}`;
}
/** A name, path or slice: never empty, cut in the middle. */
function safeName(text, most = 120) {
	return safeText(text, most, "middle") || "(empty)";
}
/** The message of a CI annotation: one line, at most 4,096 code points. */
function annotationText(text) {
	return safeText(text, ANNOTATION_LENGTH);
}
/**
* Keeps a CI host from reading a line of ours as a command: GitHub obeys `::name::` after leading blanks, and
* `##[name]` anywhere. For whole rendered text, after wrapping; no line changes its width.
*/
function inertLines(text) {
	return text.replace(/^([ \t]*)::/gm, "$1: ").replaceAll("##[", "# [");
}
export { safeText as i, inertLines as n, safeName as r, annotationText as t };
