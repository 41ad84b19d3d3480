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
	description: "What to compare with: a path, or a reference such as `git:REV[:path]`. Of several, the first that resolves."
};
const holdout = {
	name: "holdout",
	kind: "list",
	description: "Files or globs with the holdout rows: Parquet, CSV, JSON lines, Arrow, NumPy."
};
const label = {
	name: "label",
	kind: "string",
	description: "Column of the holdout with the truth: 0 or 1."
};
/** Which rows of the holdout count. */
const selection = [
	{
		name: "where",
		kind: "string",
		description: "DuckDB condition: only rows for which it is true count."
	},
	{
		name: "sample",
		kind: "string",
		description: "Rows drawn at random, the same on every machine: a percentage such as `10%`, or how many."
	},
	{
		name: "limit",
		kind: "string",
		description: "Only the first rows count, this many."
	},
	{
		name: "install-extensions",
		kind: "boolean",
		description: "Allow DuckDB to download its extension httpfs, which https and s3 need."
	}
];
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
const githubToken = {
	name: "github-token",
	kind: "string",
	actionOnly: true,
	actionDefault: "${{ github.token }}",
	description: "Token for GitHub’s API; what it may do comes from the job’s `permissions`."
};
const checkRun = {
	name: "check-run",
	kind: "string",
	actionOnly: true,
	description: "Name of a check run that shows the verdict, with annotations in the policy file; needs `checks: write`. None when empty."
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
const untrusted = {
	name: "dangerously-load-untrusted-models",
	kind: "boolean",
	actionOnly: true,
	description: "Measure although the event gives this job secrets and a token that writes (`pull_request_target`, `workflow_run` after a fork). Whoever opens a pull request may then run code with them."
};
/** What every command takes that measures. */
const everywhere = [
	{
		name: "out",
		kind: "string",
		default: ".onnx-gate",
		description: "Folder for the documents."
	},
	...runtime,
	checkRun,
	githubToken,
	untrusted,
	format,
	quiet
];
const report = {
	name: "report",
	kind: "list",
	description: "Reports to write beside the documents, instead of the policy’s: `html`, `junit`, `sarif`, `openmetrics`."
};
const history = {
	name: "history",
	kind: "string",
	description: "Where the verdict is appended: a folder, a `.jsonl` file, or `branch:NAME` of this repository."
};
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
		name: "report-file",
		description: "Path of the report as a page, where it was asked for."
	},
	{
		name: "junit-file",
		description: "Path of the JUnit XML, where it was asked for."
	},
	{
		name: "sarif-file",
		description: "Path of the SARIF log, where it was asked for."
	},
	{
		name: "openmetrics-file",
		description: "Path of the OpenMetrics text, where it was asked for."
	},
	{
		name: "out",
		description: "Folder with all documents."
	}
];
export { selection as _, format as a, holdout as c, model as d, policy as f, sameModel as g, runtime as h, everywhere as i, label as l, report as m, candidate as n, githubToken as o, quiet as p, checkRun as r, history as s, baseline as t, mode as u, untrusted as v, verdictOutputs as y };
