import { a as format, d as model, f as policy, p as quiet } from "./shared.js";
// src/specs/plan.ts
const planSpec = {
	name: "plan",
	description: "How many rows are enough? From what is expected of AUC, or from an evaluation that is done.",
	inputs: [
		{
			name: "rows",
			kind: "string",
			description: "Rows of the holdout, such as `200000`."
		},
		{
			name: "positive-rate",
			kind: "string",
			description: "Share of rows with label 1, such as `0.05`."
		},
		{
			name: "auc",
			kind: "string",
			description: "AUC expected of both models, such as `0.75`."
		},
		{
			name: "correlation",
			kind: "string",
			description: "Of the two models’ AUC over holdouts: 0 for unrelated models, near 1 for a retrained one; 0.9 when not given."
		},
		{
			name: "margin",
			kind: "string",
			description: "The most AUC that may be lost, such as `0.002`."
		},
		{
			name: "confidence",
			kind: "string",
			description: "Of the interval that the verdict is by; 0.95 when not given."
		},
		{
			name: "documents",
			kind: "list",
			description: "Folders with an evaluation that is done: plans every rule with a margin by it."
		},
		{
			name: "metric",
			kind: "lines",
			description: "With `documents`: margins to plan for, instead of the policy’s, such as `auc:margin=0.001`."
		},
		policy,
		model,
		format,
		quiet
	],
	outputs: [],
	examples: [
		"plan --rows 200000 --positive-rate 0.05 --auc 0.75 --margin 0.002",
		"plan --documents .onnx-gate --model conversion",
		"plan --documents .onnx-gate --metric auc:margin=0.001"
	]
};
export { planSpec as t };
