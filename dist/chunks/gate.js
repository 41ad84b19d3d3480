import { d as policy, h as verdictOutputs, i as everywhere, l as mode, m as sameModel, u as model } from "./shared.js";
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
