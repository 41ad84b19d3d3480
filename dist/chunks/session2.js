import { n as openModel } from "./session.js";
import { createRequire } from "node:module";
import { join } from "node:path";
// src/server/session.ts
/** A session on this thread. Throws the engine's words. */
async function openSession(natives, file) {
	Reflect.deleteProperty(globalThis, "Float16Array");
	const engine = createRequire(join(natives, "_.js"))("onnxruntime-node");
	return openModel(engine, {
		path: file,
		file,
		optimization: "all",
		strictShapes: false,
		threads: 1,
		foldedBytes: null
	});
}
export { openSession as t };
