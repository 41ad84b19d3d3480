// src/core/scoring/words.ts
/** In backquotes, on one line, at most 80 characters. */
function code(name) {
	return `\`${clip(name)}\``;
}
function clip(text, most = 80) {
	const line = text.replaceAll(/[\x00-\x1f\x7f`]+/g, " ");
	return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
/** `a, b and 12 more`. */
function list(names, most = 30) {
	const shown = names.slice(0, most).map(code).join(", ");
	return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
/** Plain where YAML reads it back as this very text, else in JSON's quotes, which are YAML's too. */
function yamlName(name) {
	const plain = /^[A-Za-z_][A-Za-z0-9_]*( [A-Za-z0-9_]+)*$/.test(name);
	const keyword = /^(true|false|null|yes|no|on|off|y|n)$/i.test(name);
	return plain && !keyword ? name : JSON.stringify(name);
}
/** `[batch, 17]`; an unnamed dimension is `?`. */
function shapeText(shape) {
	return `[${shape.map((size) => size === null ? "?" : clip(String(size), 30)).join(", ")}]`;
}
export { yamlName as a, shapeText as i, code as n, list as r, clip as t };
