import { d as model, f as policy, i as everywhere, l as label, u as mode } from "./shared.js";
// src/specs/selftest.ts
const selftestSpec = {
	name: "selftest",
	description: "How often is the gate wrong? Judges made-up models of known quality on your own holdout.",
	inputs: [
		{
			name: "scores",
			kind: "list",
			description: "Scores made elsewhere: files or globs."
		},
		label,
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
			name: "group",
			kind: "string",
			description: "Column whose rows belong together, such as `user_id`."
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
			name: "task",
			kind: "choice",
			choices: [
				"binary",
				"regression",
				"ranking"
			],
			description: "What the model predicts; `binary` when neither this nor the policy says."
		},
		{
			name: "metric",
			kind: "lines",
			description: "Rules to test, one a line: `auc:margin=0.002`. Those of the policy when not given."
		},
		policy,
		model,
		mode,
		{
			name: "repetitions",
			kind: "string",
			default: "200",
			description: "Pseudo-models of each kind."
		},
		{
			name: "losses",
			kind: "list",
			default: "1,2",
			description: "Losses to inject, in margins."
		},
		{
			name: "seed",
			kind: "string",
			default: "1",
			description: "Whole number; the same one gives the same rates."
		},
		{
			name: "seconds",
			kind: "string",
			default: "300",
			description: "Longest time for one model; repetitions that do not fit are left out."
		},
		...everywhere
	],
	outputs: [],
	examples: ["selftest --model conversion", "selftest --scores scores.parquet --label clicked --candidate-score new --baseline-score old --metric auc:margin=0.002"]
};
export { selftestSpec as t };
