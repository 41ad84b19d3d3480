import { fileURLToPath } from "node:url";
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
export { findEngine as n, findNatives as r, besideEntries as t };
