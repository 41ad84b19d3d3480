import { d as model, f as policy, g as sameModel, i as everywhere, m as report, s as history, u as mode, y as verdictOutputs } from "./shared.js";
// src/specs/gate.ts
const gateSpec = {
	name: "gate",
	description: "May it ship? Validates, evaluates and benchmarks each model of the policy, and gives one verdict.",
	inputs: [
		policy,
		model,
		mode,
		{
			name: "documents",
			kind: "list",
			description: "Folders with documents measured earlier: judges those and measures nothing."
		},
		sameModel,
		report,
		history,
		...everywhere
	],
	outputs: verdictOutputs,
	examples: [
		"gate",
		"gate --model conversion --mode strict",
		"gate --documents .onnx-gate"
	]
};
export { gateSpec as t };
