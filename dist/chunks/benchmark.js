import { d as policy, h as verdictOutputs, i as everywhere, l as mode, m as sameModel, n as candidate, s as holdout, t as baseline, u as model } from "./shared.js";
// src/specs/benchmark.ts
const benchmarkSpec = {
	name: "benchmark",
	description: "Is it as fast? Times candidate and baseline interleaved, in fresh processes, with a control.",
	inputs: [
		candidate,
		baseline,
		holdout,
		{
			name: "batch",
			kind: "list",
			description: "Batch sizes, such as `1,32`."
		},
		policy,
		model,
		mode,
		sameModel,
		...everywhere
	],
	outputs: verdictOutputs,
	examples: ["benchmark --model conversion", "benchmark new.onnx --baseline old.onnx --batch 1,32"]
};
export { benchmarkSpec as t };
