import { n as parseDocument, t as DOCUMENTS } from "./documents.js";
import { i as fault, o as throwFaults } from "./errors.js";
// src/commands/documents.ts
/** Kinds that measuring commands write; a verdict is not judged again. */
const MEASURED = Object.keys(DOCUMENTS).filter((kind) => kind !== "verdict");
/**
* Reads every measurement below the folders, such as `.onnx-gate/conversion/evaluation.json`.
* Throws `document-invalid` for each that is not one, and when there are two of a kind for one model.
*/
async function runReadDocuments(folders, ports) {
	const documents = /* @__PURE__ */ new Map();
	const faults = [];
	for (const folder of folders) for (const file of await ports.files.list(folder)) {
		const kind = MEASURED.find((one) => file.split(/[\\/]/).at(-1) === `${one}.json`);
		if (!kind) continue;
		const path = `${folder}/${file}`;
		const parsed = parseDocument(kind, new TextDecoder().decode(await ports.files.read(path)), path);
		if (!parsed.ok) {
			faults.push(...parsed.faults);
			continue;
		}
		const key = `${kind} ${parsed.document.model}`;
		const other = documents.get(key);
		if (other) faults.push(twice(kind, parsed.document.model, other.path, path));
		else documents.set(key, {
			path,
			document: parsed.document
		});
	}
	throwFaults(faults);
	if (documents.size === 0) throw fault("document-invalid", `No documents were found in ${folders.join(", ")}.`, { fix: `Run \`onnx-gate validate\`, \`evaluate\` or \`benchmark\` first; they write ${MEASURED.map((kind) => `${kind}.json`).join(", ")}.` });
	return [...documents.values()].map(({ document }) => document);
}
function twice(kind, model, first, second) {
	return {
		code: "document-invalid",
		message: `${first} and ${second} are both the ${kind} of model \`${model.slice(0, 100)}\`.`,
		fix: "Name only the folders of this run."
	};
}
export { runReadDocuments as t };
