import { _ as selection, a as format, c as holdout, d as model, f as policy, h as runtime, l as label, p as quiet } from "./shared.js";
// src/specs/image-probe.ts
const imageProbeSpec = {
	name: "image probe",
	description: "Runs a pushed image as production will, and compares its answers with those of the file.",
	inputs: [
		{
			name: "built",
			kind: "string",
			positional: true,
			default: ".onnx-gate/image.json",
			description: "The `image.json` of the image; what is found is added to it."
		},
		{
			name: "candidate",
			kind: "string",
			description: "The ONNX file that went into it, when it lies elsewhere than `image.json` says."
		},
		holdout,
		label,
		...selection,
		{
			name: "rows",
			kind: "string",
			default: "64",
			description: "Rows of the holdout to replay, in calls of 1, of 7 and of all of them."
		},
		{
			name: "runner",
			kind: "choice",
			choices: [
				"docker",
				"podman",
				"chroot"
			],
			description: "What runs it; the first of these that works here when left out."
		},
		{
			name: "cpus",
			kind: "string",
			description: "Processors that it has, such as `2`."
		},
		{
			name: "memory",
			kind: "string",
			description: "Memory that it has, such as `512Mi`."
		},
		{
			name: "tolerance",
			kind: "string",
			description: "How far an answer y may be off: `1e-5` for 1e-5 + 1e-4·|y|, the default; 0 for equal in every bit."
		},
		{
			name: "ready",
			kind: "string",
			description: "Longest time until it is ready, such as `60s`."
		},
		policy,
		model,
		...runtime,
		format,
		quiet
	],
	outputs: [],
	examples: ["image probe --model conversion --runner docker --cpus 2 --memory 512Mi", "image probe .onnx-gate/image.json --holdout rows.parquet --label clicked --tolerance 0"]
};
export { imageProbeSpec as t };
