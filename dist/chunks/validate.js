import { d as model, f as policy, g as sameModel, i as everywhere, m as report, n as candidate, s as history, t as baseline, u as mode, y as verdictOutputs } from "./shared.js";
// src/specs/validate.ts
const validateSpec = {
	name: "validate",
	description: "Is it sound? Checks an ONNX file, compares it with the baseline and loads it in a process of its own.",
	inputs: [
		candidate,
		baseline,
		policy,
		model,
		mode,
		{
			name: "target",
			kind: "list",
			description: "Where the model must run, such as `onnxruntime==1.19`, `onnxruntime-web/webgpu`, `triton`, `tensorrt` or `openvino`."
		},
		sameModel,
		report,
		history,
		...everywhere
	],
	outputs: verdictOutputs,
	examples: [
		"validate model.onnx",
		"validate model.onnx --baseline git:origin/main --target onnxruntime==1.19",
		"validate --model conversion"
	]
};
export { validateSpec as t };
