import { i as partsFor, n as thisMachine, r as MANIFEST, t as targetOf } from "./target.js";
import { r as whyUnusable } from "./packages.js";
import { fileURLToPath } from "node:url";
import { dirname } from "node:path";
// src/adapters/runtime/engine.ts
/** The folder of the file at `url` when a node_modules there or above holds ONNX Runtime; else null. */
async function engineAbove(url) {
	const folder = dirname(fileURLToPath(url));
	const parts = partsFor(MANIFEST, targetOf(thisMachine())).filter(({ name }) => name.startsWith("onnxruntime-"));
	return await whyUnusable(folder, parts, "above") === null ? folder : null;
}
export { engineAbove };
