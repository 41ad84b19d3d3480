import { _ as selection, c as holdout, d as model, f as policy, g as sameModel, i as everywhere, l as label, n as candidate, t as baseline } from "./shared.js";
// src/specs/score.ts
const scoreSpec = {
	name: "score",
	description: "Scores the holdout rows with candidate and baseline, or a shard of them, and judges nothing.",
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
			name: "shard",
			kind: "string",
			description: "Part of the rows to score, such as `3/16`; together the parts are the scores of one run, to the bit."
		},
		policy,
		model,
		sameModel,
		...everywhere
	],
	outputs: [],
	examples: [
		"score --model conversion",
		"score --model conversion --shard 3/16",
		"score new.onnx --baseline old.onnx --holdout rows.parquet --label clicked --where \"day >= 20\""
	]
};
export { scoreSpec as t };
