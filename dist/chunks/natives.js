import { fileURLToPath } from "node:url";
// src/core/protocol/datatypes.ts
const DATATYPES = [
	{
		datatype: "BOOL",
		type: "bool",
		bytes: 1,
		json: true
	},
	{
		datatype: "UINT8",
		type: "uint8",
		bytes: 1,
		json: true
	},
	{
		datatype: "UINT16",
		type: "uint16",
		bytes: 2,
		json: true
	},
	{
		datatype: "UINT32",
		type: "uint32",
		bytes: 4,
		json: true
	},
	{
		datatype: "UINT64",
		type: "uint64",
		bytes: 8,
		json: true
	},
	{
		datatype: "INT8",
		type: "int8",
		bytes: 1,
		json: true
	},
	{
		datatype: "INT16",
		type: "int16",
		bytes: 2,
		json: true
	},
	{
		datatype: "INT32",
		type: "int32",
		bytes: 4,
		json: true
	},
	{
		datatype: "INT64",
		type: "int64",
		bytes: 8,
		json: true
	},
	{
		datatype: "FP16",
		type: "float16",
		bytes: 2,
		json: false
	},
	{
		datatype: "BF16",
		type: "float32",
		bytes: 2,
		json: false
	},
	{
		datatype: "FP32",
		type: "float32",
		bytes: 4,
		json: true
	},
	{
		datatype: "FP64",
		type: "float64",
		bytes: 8,
		json: true
	},
	{
		datatype: "BYTES",
		type: "string",
		bytes: null,
		json: true
	}
];
// src/entry/natives.ts
/** Native parts, and files beside the bundle: what the server needs of an environment, and no adapter more. */
async function findNatives(host, inputs) {
	const { ensureRuntime } = await import("./ensure.js");
	const { directory } = await ensureRuntime({
		...inputs["runtime-path"] !== void 0 && { runtimePath: inputs["runtime-path"] },
		...inputs["runtime-url"] !== void 0 && { runtimeUrl: inputs["runtime-url"] },
		from: fileURLToPath(import.meta.url),
		env: process.env,
		report: host.report
	});
	return directory;
}
/** ONNX Runtime alone, which is all that an image for serving has; else as `findNatives`. */
async function findEngine(host, inputs) {
	const { engineAbove } = await import("./engine.js");
	return (inputs["runtime-path"] === void 0 ? await engineAbove(import.meta.url) : null) ?? findNatives(host, inputs);
}
/** A file that lies beside the bundle's entries. */
function besideEntries(name) {
	return `${fileURLToPath(import.meta.url).replace(/[\\/]chunks[\\/][^\\/]+$/, "").replace(/[\\/][^\\/]+\.js$/, "")}/${name}`;
}
export { DATATYPES as i, findEngine as n, findNatives as r, besideEntries as t };
