import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { i as fault, n as FaultError } from "./errors.js";
import { i as isNumeric, n as planInputs, s as planOutput } from "./mapping.js";
import { a as yamlName, i as shapeText, n as code, r as list } from "./words.js";
import { t as _usingCtx } from "./usingCtx.js";
import { t as nameOf } from "./plan2.js";
import { t as initSpec } from "./init.js";
import { t as createContext } from "./context.js";
// src/core/scoring/propose-policy.ts
const LABELS = /^(label|target|y|(is_)?(click(ed)?|purchased?|convert(ed)?|conversion|bought|ordered))$/i;
/** Names of the unit that rows are sampled by, the likeliest first. */
const GROUPS = [
	"user",
	"customer",
	"visitor",
	"query",
	"request",
	"session",
	"impression"
];
function guessGroup(columns) {
	const called = (unit) => columns.find(({ name }) => name.toLowerCase() === `${unit}_id`)?.name;
	return GROUPS.map(called).find((name) => name !== void 0);
}
/** The only column that is called as labels are; null when there is none, or several. */
function guessLabel(columns) {
	const found = columns.filter(({ name }) => LABELS.test(name));
	return found.length === 1 ? found[0].name : null;
}
function proposePolicy(given, signature, columns) {
	const open = [];
	const group = guessGroup(columns);
	const roles = {
		label: given.label,
		group
	};
	if (group !== void 0) open.push(`${code(group)} was taken as the group: rows of one are not independent.`);
	const [file, ...files] = given.files.map(yamlText);
	return {
		text: [
			"version: 1",
			"models:",
			`  ${given.name}:`,
			`    candidate: ${yamlText(given.candidate)}`,
			"    # baseline: git:origin/main",
			"    holdout:",
			`      source: ${files.length > 0 ? `[${[file, ...files].join(", ")}]` : file}`,
			`      label: ${yamlName(given.label)}`,
			...group === void 0 ? [] : [`      group: ${yamlName(group)}`],
			...inputLines(signature, columns, roles, open),
			...outputLines(signature, open),
			"    metrics:",
			"      auc: { margin: 0.002 }",
			"      logloss: { margin: 1% }",
			""
		].join("\n"),
		open
	};
}
const yamlText = (text) => /^[\w./-]+$/.test(text) ? text : JSON.stringify(text);
/** Inputs that their names do not feed; nothing when all are. */
function inputLines(signature, columns, roles, open) {
	const names = new Set(signature.inputs.map(({ name }) => name));
	const one = (input) => ({
		inputs: [input],
		outputs: []
	});
	const unfed = signature.inputs.filter((input) => !planInputs(one(input), columns, "auto", roles).ok);
	if (unfed.length === 0) return [];
	const free = columns.filter((column) => isNumeric(column) && !names.has(column.name) && column.name !== roles.label && column.name !== roles.group);
	return ["    inputs:", ...unfed.flatMap((input) => inputLine(input, free, open))];
}
function inputLine({ name, type, shape }, free, open) {
	const title = `Input ${code(name)} (${type ?? "not a tensor"} ${shapeText(shape)})`;
	const key = `      ${yamlName(name)}`;
	const width = shape.length === 2 ? shape[1] : shape.length === 1 ? 1 : null;
	const names = free.map((column) => yamlName(column.name));
	if (shape.length === 0 && type !== null) {
		open.push(`${title} has no batch: it was given the constant 1.`);
		return [`${key}: { value: 1 } # ${type} ${shapeText(shape)}`];
	}
	if (width === null || type === null) {
		open.push(`${title} cannot be fed from plain columns; the columns are ${list(names)}.`);
		return [`      # ${yamlName(name)}: … # ${type ?? "not a tensor"} ${shapeText(shape)}`];
	}
	const wanted = typeof width === "number" ? width : names.length;
	if (names.length === wanted && wanted > 0) {
		open.push(`${title}: check that its columns stand in the order that the model was trained on.`);
		return [`${key}: [${names.join(", ")}]`];
	}
	open.push(`${title} takes ${wanted === 1 ? "one column" : `${wanted} columns`}, and ${names.length} numeric ones are left: ${list(names)}. Strike out what it does not take, and mind the order.`);
	return [`${key}: [${names.join(", ")}] # ${wanted} of these`];
}
function outputLines(signature, open) {
	const usual = planOutput(signature, { activation: "none" });
	const chosen = usual.ok ? usual.plan.name : signature.outputs.find(({ type }) => type?.startsWith("float"))?.name;
	if (chosen === void 0) {
		open.push("No output of the model holds numbers that could be scores.");
		return [];
	}
	const { shape } = signature.outputs.find(({ name }) => name === chosen);
	const width = shape.length === 2 && typeof shape[1] === "number" ? shape[1] : null;
	const logit = /logit/i.test(chosen);
	if (usual.ok && !logit && width !== 2) return [];
	if (!usual.ok) open.push(`${code(chosen)} was taken as the score: ${usual.faults[0].message}`);
	if (logit) open.push(`${code(chosen)} is taken for logits, by its name.`);
	return [`    output: { ${[
		`name: ${yamlName(chosen)}`,
		...width !== null && width > 1 ? ["class: 1"] : [],
		...logit ? [`activation: ${width !== null && width > 1 ? "softmax" : "sigmoid"}`] : []
	].join(", ")} }`];
}
// src/commands/init.ts
const LIMITS = {
	seconds: 120,
	memory: 4 * 2 ** 30
};
/**
* Writes a first policy, and tells what in it was guessed. Throws `usage-invalid` where there is such a file already,
* `column-missing` where the label cannot be guessed, and what opening the model and the table throw.
*/
async function runInit(wanted, ports) {
	try {
		var _usingCtx$1 = _usingCtx();
		await checkAbsent(wanted.policy, ports.files);
		const table = _usingCtx$1.a(await ports.tables.open({ files: wanted.files }));
		const session = _usingCtx$1.a(await ports.runner.open(wanted.candidate, LIMITS));
		const { columns } = table;
		const names = columns.map(({ name }) => name);
		const label = wanted.label ?? guessLabel(columns);
		if (label === null || !names.includes(label)) {
			const problem = label === null ? "Which column is the label cannot be told" : `There is no column \`${label}\``;
			throw fault("column-missing", `${problem}; the holdout has ${list(names)}.`, { fix: "Name it: `--label clicked`." });
		}
		const proposal = proposePolicy({
			...wanted,
			label
		}, session.signature, columns);
		await ports.files.write(wanted.policy, proposal.text);
		return proposal;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function checkAbsent(path, files) {
	try {
		await files.head(path, 1);
	} catch (error) {
		if (error instanceof FaultError && error.faults[0].code === "file-missing") return;
		throw error;
	}
	throw fault("usage-invalid", `${path} exists, and is not overwritten.`, { fix: "Name another file: `--policy onnx-gate.new.yml`." });
}
// src/entry/answers/init.ts
const answer = async (args) => {
	const inputs = parseCommandLine(initSpec, args);
	const { candidate, holdout, label, policy } = inputs;
	if (candidate === void 0 || holdout.length === 0) throw fault("usage-invalid", "A model and a holdout are needed.", { fix: "Write `onnx-gate init model.onnx holdout.parquet`." });
	const context = createContext(createLocalHost(inputs), {
		...inputs,
		out: ".onnx-gate"
	});
	const { text, open } = await runInit({
		candidate,
		files: holdout,
		label,
		policy,
		name: nameOf(candidate)
	}, context);
	const notes = open.map((note) => `  - ${note}\n`).join("");
	const human = `${text}\nWrote ${policy}.${open.length > 0 ? ` Look at this before you use it:\n${notes}` : "\n"}`;
	context.host.print(inputs.format === "json" ? JSON.stringify({
		policy,
		text,
		open
	}, null, 2) : human);
};
export { answer };
