// src/specs/shared.ts
const policy = {
	name: "policy",
	kind: "string",
	default: "onnx-gate.yml",
	description: "The policy file."
};
const model = {
	name: "model",
	kind: "list",
	description: "Names of the models in the policy to take; all of them when empty."
};
const candidate = {
	name: "candidate",
	kind: "string",
	positional: true,
	description: "The ONNX file to judge. Alone, it is judged without a policy file; with `model`, it replaces that model’s candidate."
};
const baseline = {
	name: "baseline",
	kind: "list",
	description: "What to compare with: a path or `git:REV[:path]`. Of several, the first that resolves."
};
const holdout = {
	name: "holdout",
	kind: "list",
	description: "Files or globs with the holdout rows: Parquet, CSV or JSON lines."
};
const label = {
	name: "label",
	kind: "string",
	description: "Column of the holdout with the truth: 0 or 1."
};
const mode = {
	name: "mode",
	kind: "choice",
	choices: [
		"guard",
		"strict",
		"point"
	],
	description: "What an inconclusive rule means: `guard` warns, `strict` fails, `point` ignores the interval."
};
const sameModel = {
	name: "same-model",
	kind: "boolean",
	description: "Allow candidate and baseline to be the same bytes: an A/A run, which checks the gate itself."
};
const format = {
	name: "format",
	kind: "choice",
	choices: ["text", "json"],
	default: "text",
	cliOnly: true,
	description: "What standard output is: a report for people, or exactly the document."
};
const quiet = {
	name: "quiet",
	kind: "boolean",
	cliOnly: true,
	description: "No progress on standard error."
};
/** Where native parts come from. */
const runtime = [{
	name: "runtime-path",
	kind: "string",
	description: "Folder whose `node_modules` holds onnxruntime-node and @duckdb/node-api, to use as it is."
}, {
	name: "runtime-url",
	kind: "string",
	description: "Mirror to download the native packages from, instead of the npm registry."
}];
/** What every command takes that measures. */
const everywhere = [
	{
		name: "out",
		kind: "string",
		default: ".onnx-gate",
		description: "Folder for the documents."
	},
	...runtime,
	format,
	quiet
];
const verdictOutputs = [
	{
		name: "verdict",
		description: "`pass`, `fail`, `inconclusive` or `error`."
	},
	{
		name: "verdict-file",
		description: "Path of `verdict.json`."
	},
	{
		name: "comment-file",
		description: "Path of the report as Markdown."
	},
	{
		name: "out",
		description: "Folder with all documents."
	}
];
export { holdout as a, model as c, runtime as d, sameModel as f, format as i, policy as l, candidate as n, label as o, verdictOutputs as p, everywhere as r, mode as s, baseline as t, quiet as u };
