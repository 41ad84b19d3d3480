import { a as format, p as quiet } from "./shared.js";
// src/specs/init.ts
const initSpec = {
	name: "init",
	description: "Writes a first onnx-gate.yml from a model and the rows that it is to be judged on.",
	inputs: [
		{
			name: "candidate",
			kind: "string",
			positional: true,
			description: "The ONNX file to judge."
		},
		{
			name: "holdout",
			kind: "list",
			positional: true,
			description: "Files or globs with the holdout rows: Parquet, CSV, JSON lines, Arrow, NumPy."
		},
		{
			name: "label",
			kind: "string",
			description: "Column with the truth; guessed when left out."
		},
		{
			name: "policy",
			kind: "string",
			default: "onnx-gate.yml",
			description: "The file to write; it must not exist."
		},
		{
			name: "runtime-path",
			kind: "string",
			description: "Folder whose `node_modules` holds onnxruntime-node and @duckdb/node-api."
		},
		{
			name: "runtime-url",
			kind: "string",
			description: "Mirror to download the native packages from."
		},
		format,
		quiet
	],
	outputs: [],
	examples: ["init model.onnx holdout.parquet", "init model.onnx \"data/*.parquet\" --label clicked"]
};
export { initSpec as t };
