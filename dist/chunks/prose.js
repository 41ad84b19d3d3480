import { i as safeText } from "./safe-text.js";
// src/core/report/prose.ts
const PLAIN = /^[("'[]*[\p{L}\p{M}\p{N}±+−\-.,%/≥≤=→×’'–—…]*[)\]"'’,.;:!?%…]*$|^[<>]=?$/u;
const LINKED = /^\W*(?:www\.|gh-\d)|\b[0-9a-f]{7,40}\b|\]\(/i;
/**
* A sentence that may hold foreign words, as prose. What stands between backticks becomes code, and so do words
* that are not plain; the text that a reader sees stays the same.
*/
function proseOf(text, most = 600) {
	const pieces = [];
	for (const [index, part] of safeText(text, most).split(/`([^`]+)`/).entries()) {
		const quoted = index % 2 === 1 && part.trim() !== "";
		for (const piece of quoted ? [{
			code: part.trim(),
			quoted
		}] : words(part)) append(pieces, piece);
	}
	return pieces;
}
/** The sentence as it was written. */
function plainText(prose) {
	return prose.map((piece) => typeof piece === "string" ? piece : piece.quoted ? `\`${piece.code}\`` : piece.code).join("");
}
function words(part) {
	return part.split(/( )/).flatMap((word) => {
		if (word === "" || word === " " || PLAIN.test(word) && !LINKED.test(word)) return [word];
		const [, before = "", core = "", after = ""] = /^(\(*)(.*?)([),.;:!?]*)$/u.exec(word);
		return core === "" ? [{ code: word }] : [
			before,
			{ code: core },
			after
		];
	});
}
/** Neighbours of a kind become one: two code spans that touch would be read as one with other marks. */
function append(pieces, piece) {
	if (piece === "") return;
	const last = pieces.at(-1);
	const at = pieces.length - 1;
	if (typeof last === "string" && typeof piece === "string") pieces[at] = last + piece;
	else if (typeof last === "object" && typeof piece === "object") pieces[at] = { code: last.code + piece.code };
	else pieces.push(piece);
}
export { proseOf as n, plainText as t };
