import { _ as selection, c as holdout, d as model, f as policy, g as sameModel, i as everywhere, l as label, m as report, n as candidate, s as history, t as baseline, u as mode, y as verdictOutputs } from "./shared.js";
// src/specs/evaluate.ts
const evaluateSpec = {
	name: "evaluate",
	description: "Is it as good? Compares candidate and baseline on the same holdout rows, with paired intervals.",
	inputs: [
		candidate,
		baseline,
		holdout,
		label,
		...selection,
		{
			name: "group",
			kind: "string",
			description: "Column whose rows belong together, such as `user_id`."
		},
		{
			name: "task",
			kind: "choice",
			choices: [
				"binary",
				"multiclass",
				"regression",
				"ranking"
			],
			description: "What the model predicts; `binary` when neither this nor the policy says."
		},
		{
			name: "weight",
			kind: "string",
			description: "Column of sample weights."
		},
		{
			name: "item",
			kind: "string",
			description: "Column of what each row shows, such as `item_id`."
		},
		{
			name: "metric",
			kind: "lines",
			description: "Metrics, one a line, each with its rule if it has one: `auc:margin=0.002,min=0.7`."
		},
		{
			name: "scores",
			kind: "list",
			description: "Scores made elsewhere, instead of models: files or globs."
		},
		{
			name: "candidate-score",
			kind: "string",
			description: "Column of `scores` with the candidate’s score."
		},
		{
			name: "baseline-score",
			kind: "string",
			description: "Column of `scores` with the baseline’s score."
		},
		{
			name: "baseline-scores",
			kind: "list",
			description: "Files or globs with the baseline’s scores, when they do not stand in `scores`; needs `key`."
		},
		{
			name: "key",
			kind: "string",
			description: "Column of both tables that says which rows belong together."
		},
		{
			name: "out-of-core",
			kind: "choice",
			choices: [
				"auto",
				"always",
				"never"
			],
			default: "auto",
			description: "Whether scores stay on disk while they are evaluated; `auto` when they would take more than half of the memory."
		},
		policy,
		model,
		mode,
		sameModel,
		report,
		history,
		...everywhere
	],
	outputs: verdictOutputs,
	examples: [
		"evaluate --model conversion",
		"evaluate new.onnx --baseline old.onnx --holdout rows.csv --label clicked --metric auc:margin=0.002",
		"evaluate --scores .onnx-gate/conversion/scores-*.parquet --label label --candidate-score candidate --baseline-score baseline --metric auc",
		"evaluate --scores scores.parquet --label clicked --candidate-score new --baseline-score old --metric auc"
	]
};
export { evaluateSpec as t };
