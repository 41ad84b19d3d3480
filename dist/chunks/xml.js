// src/core/report/xml.ts
/** What XML 1.0 cannot hold, escaped or not (production Char). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** Text for between tags and inside attributes, of XML and HTML alike. */
function escapeMarkup(text) {
	return text.replace(FORBIDDEN, "").replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
/** An element on lines of its own; `children` are elements, and stand indented. */
function element(name, attributes, children = []) {
	const head = openTag(name, attributes);
	if (children.length === 0) return `<${head}/>`;
	return [
		`<${head}>`,
		...children.map((child) => child.replace(/^/gm, "  ")),
		`</${name}>`
	].join("\n");
}
/** An element that holds one line of text. */
function textElement(name, attributes, text) {
	return `<${openTag(name, attributes)}>${escapeMarkup(text)}</${name}>`;
}
function openTag(name, attributes) {
	return [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeMarkup(String(value))}"`)].join(" ");
}
export { escapeMarkup as n, textElement as r, element as t };
