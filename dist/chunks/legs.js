import { t as modelOutcome } from "./overall.js";
import { t as VALIDATE } from "./validation-rules.js";
import { f as isFault } from "./rule-view.js";
import { n as parseDocument, t as DOCUMENTS } from "./documents.js";
import { i as fault, o as throwFaults } from "./errors.js";
// src/core/comment/legs.ts
/**
* Of several reports on one model and leg, the newest. The same whatever the order they come in, and merging again
* changes nothing: writers that race end with one text.
*/
function mergeLegs(legs) {
	const newestFirst = legs.toSorted((a, b) => compared(b.verdict.created, a.verdict.created) || compared(JSON.stringify(a), JSON.stringify(b)));
	const taken = /* @__PURE__ */ new Set();
	const kept = [];
	for (const one of newestFirst) {
		const models = modelsOf(one.verdict);
		const free = models.filter((model) => !taken.has(keyOf(one.leg, model)));
		if (models.length === 0 ? !taken.has(keyOf(one.leg, null)) : free.length > 0) kept.push(free.length === models.length ? one : restricted(one, free));
		for (const model of [...free, null]) taken.add(keyOf(one.leg, model));
	}
	return kept.sort((a, b) => compared(a.leg, b.leg) || compared(firstModel(a.verdict), firstModel(b.verdict)));
}
/** All legs as one verdict. A model that several legs judged is named with the leg. */
function mergedVerdict(legs) {
	const seen = /* @__PURE__ */ new Set();
	const often = /* @__PURE__ */ new Set();
	for (const model of legs.flatMap(({ verdict }) => modelsOf(verdict))) (seen.has(model) ? often : seen).add(model);
	const named = legs.map((leg) => withLegNames(leg, often));
	const [worst] = legs.map(({ verdict }) => verdict).sort((a, b) => RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict) || b.exitCode - a.exitCode || compared(a.created, b.created));
	const reasons = new Map(named.flatMap(({ verdict }) => verdict.reasons.map((one) => [JSON.stringify(one), one])));
	return {
		verdict: {
			...worst,
			created: legs.map(({ verdict }) => verdict.created).sort()[legs.length - 1],
			rules: named.flatMap(({ verdict }) => verdict.rules),
			subjects: named.flatMap(({ verdict }) => verdict.subjects),
			policy: legs.map(({ verdict }) => verdict.policy).find(Boolean) ?? null,
			reasons: [...reasons.values()]
		},
		measurements: named.flatMap(({ measurements }) => measurements)
	};
}
/** The worst first. */
const RANK = [
	"error",
	"fail",
	"inconclusive",
	"pass"
];
function modelsOf({ rules, subjects, reasons }) {
	return [.../* @__PURE__ */ new Set([
		...subjects.map(({ model }) => model),
		...rules.map(({ model }) => model),
		...reasons.flatMap(({ model }) => model === null ? [] : [model])
	])].sort();
}
const firstModel = (verdict) => modelsOf(verdict)[0] ?? "";
const keyOf = (leg, model) => JSON.stringify([leg, model]);
const compared = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** The part of a report that is about some of its models, with the outcome that these have. */
function restricted({ leg, verdict, measurements }, models) {
	const about = ({ model }) => models.includes(model);
	const rules = verdict.rules.filter(about);
	const reasons = verdict.reasons.filter(({ model }) => model === null || models.includes(model));
	const outcomes = models.map((name) => {
		const own = rules.filter(({ model }) => model === name);
		const measured = own.some(({ metric }) => metric !== VALIDATE);
		return reasons.some((one) => isFault(one) && (one.model ?? name) === name) ? "error" : modelOutcome(own, verdict.mode, measured);
	});
	const outcome = RANK.find((one) => outcomes.includes(one)) ?? "pass";
	const strict = outcome === "inconclusive" && verdict.mode === "strict";
	const exitCode = {
		error: verdict.exitCode,
		fail: 1,
		inconclusive: strict ? 4 : 0,
		pass: 0
	};
	return {
		leg,
		verdict: {
			...verdict,
			verdict: outcome,
			exitCode: exitCode[outcome],
			rules,
			reasons,
			subjects: verdict.subjects.filter(about)
		},
		measurements: measurements.filter(about)
	};
}
function withLegNames({ leg, verdict, measurements }, models) {
	const named = (one) => leg !== "" && one.model !== null && models.has(one.model) ? {
		...one,
		model: `${one.model} · ${leg}`
	} : one;
	return {
		verdict: {
			...verdict,
			rules: verdict.rules.map(named),
			subjects: verdict.subjects.map(named),
			reasons: verdict.reasons.map(named)
		},
		measurements: measurements.map(named)
	};
}
// src/commands/legs.ts
/** More files than any run writes, and more bytes than any document has. */
const MOST_FILES = 5e3;
const MOST_BYTES = 32 * 2 ** 20;
/**
* Each `verdict.json` with the measurements in its folder and below. Where there are several, the folder that holds
* it is part of the leg's name. Throws `document-invalid` for all that is broken.
*/
async function runReadLegs(files, leg) {
	const documents = files.filter(({ name }) => kindOf(name) !== null);
	if (documents.length > MOST_FILES) throw fault("document-invalid", `There are ${documents.length} documents; at most ${MOST_FILES} are read.`);
	if (new Set(documents.map(({ name }) => name)).size < documents.length) throw fault("document-invalid", "A document is there twice, under one name.");
	const folders = documents.filter(({ name }) => kindOf(name) === "verdict").map(({ name }) => folderOf(name));
	const faults = [];
	const legs = [];
	for (const folder of folders) {
		const own = documents.filter(({ name }) => nearest(folders, name) === folder);
		const parsed = [];
		for (const file of own) parsed.push(await parse(file));
		faults.push(...parsed.flatMap((one) => "faults" in one ? one.faults : []));
		const found = parsed.flatMap((one) => "document" in one ? [one.document] : []);
		const verdict = found.find((one) => one.schema === "onnx-gate/verdict/v1");
		const measurements = found.filter((one) => one.schema !== "onnx-gate/verdict/v1");
		const name = folders.length > 1 ? [leg, legName(folder)].filter(Boolean).join(" ") : leg;
		if (verdict) legs.push({
			leg: name.slice(0, 300),
			verdict,
			measurements
		});
	}
	throwFaults(faults);
	const [first, ...rest] = mergeLegs(legs);
	if (first) return {
		legs: [first, ...rest],
		...mergedVerdict([first, ...rest])
	};
	throw fault("document-invalid", "No verdict.json was found.", { fix: "Run `onnx-gate gate` first, and name the folder that it wrote." });
}
function kindOf(name) {
	const file = name.split("/").at(-1);
	return Object.keys(DOCUMENTS).find((kind) => file === `${kind}.json`) ?? null;
}
const folderOf = (name) => name.split("/").slice(0, -1).join("/");
/** The deepest folder with a verdict that holds the file. */
function nearest(folders, name) {
	return folders.filter((folder) => folder === "" || name.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
}
/** Artifacts come in a folder of their name, with what was uploaded inside. */
function legName(folder) {
	return (folder.split("/").filter((part) => part !== "" && part !== "." && part !== ".onnx-gate").at(-1) ?? "").slice(0, 200);
}
async function parse(file) {
	const bytes = await file.read();
	if (bytes.length > MOST_BYTES) return { faults: [{
		code: "document-invalid",
		message: `${file.name.slice(0, 200)} has ${bytes.length} bytes; a document has at most ${MOST_BYTES}.`
	}] };
	const parsed = parseDocument(kindOf(file.name), new TextDecoder().decode(bytes), file.name.slice(0, 200));
	return parsed.ok ? { document: parsed.document } : { faults: parsed.faults };
}
export { modelsOf as i, mergeLegs as n, mergedVerdict as r, runReadLegs as t };
