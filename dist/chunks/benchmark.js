import { c as holdout, d as model, f as policy, g as sameModel, i as everywhere, m as report, n as candidate, s as history, t as baseline, u as mode, y as verdictOutputs } from "./shared.js";
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
		{
			name: "launches",
			kind: "string",
			description: "Fresh processes per batch size."
		},
		{
			name: "max-time",
			kind: "string",
			description: "No launch begins that would end after this long, such as `60s`."
		},
		{
			name: "threads",
			kind: "string",
			description: "Threads within one call."
		},
		{
			name: "endpoint",
			kind: "string",
			description: "A served model to load as well, such as `http://127.0.0.1:8000/v2/models/click`."
		},
		{
			name: "rate",
			kind: "string",
			description: "Requests per second to the endpoint; 50 % and 80 % of its maximum by default."
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
		"benchmark --model conversion",
		"benchmark new.onnx --baseline old.onnx --batch 1,32 --max-time 60s",
		"benchmark new.onnx --endpoint http://127.0.0.1:8000/v2/models/click --rate 200"
	]
};
export { benchmarkSpec as t };
