import { c as policy, l as sameModel, n as candidate, o as mode, r as everywhere, s as model, t as baseline, u as verdictOutputs } from "./shared.js";
// src/specs/validate.ts
const validateSpec = {
	name: "validate",
	description: "Is it sound? Loads an ONNX model in a process of its own and reads its signature.",
	inputs: [
		candidate,
		baseline,
		policy,
		model,
		mode,
		sameModel,
		...everywhere
	],
	outputs: verdictOutputs,
	examples: ["validate model.onnx", "validate --model conversion"]
};
export { validateSpec as t };
