// src/adapters/onnxruntime/text.ts
/** Foreign words in our sentences: bounded, on one line, without control characters. */
/** At most `most` characters, the last of them an ellipsis where something was cut. */
function clip(text, most) {
	return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
/** ANSI colours, control characters and line breaks become single spaces. */
function oneLine(text) {
	return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, "").replace(/[\p{Cc}\s]+/gu, " ").trim();
}
/** A name in quotation marks. */
const quote = (name) => JSON.stringify(clip(oneLine(name), 100));
/** The first ten names, quoted. */
function list(names) {
	if (names.length === 0) return "none";
	const shown = names.slice(0, 10).map(quote).join(", ");
	return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
/** `[batch, 17]`; an unnamed dimension is `?`. */
const shapeText = (shape) => `[${shape.map((size) => size === null ? "?" : clip(oneLine(String(size)), 40)).join(", ")}]`;
/** Whole mebibytes, as limits are written. */
const mebibytes = (bytes) => `${Math.ceil(bytes / 2 ** 20).toLocaleString("en")} MiB`;
export { quote as a, oneLine as i, list as n, shapeText as o, mebibytes as r, clip as t };
