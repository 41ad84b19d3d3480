import { r as results } from "./chunks/session.js";
import { t as openSession } from "./chunks/session2.js";
import { parentPort, workerData } from "node:worker_threads";
// src/server/worker.ts
/**
* The thread that runs one model. `session.run` of onnxruntime-node blocks the thread that calls it, and the main
* thread must answer probes meanwhile.
*/
const { natives, file } = workerData;
const port = parentPort;
/** What is transferred costs no copy; text cannot be. */
const buffersOf = (tensors) => [...tensors.values()].flatMap(({ data }) => Array.isArray(data) ? [] : [data.buffer]);
function send(answer) {
	port.postMessage(answer, answer.kind === "done" ? buffersOf(answer.results) : []);
}
const words = (error) => error instanceof Error ? error.message : String(error);
async function open() {
	let model;
	try {
		model = await openSession(natives, file);
	} catch (error) {
		send({
			kind: "broken",
			words: words(error)
		});
		return;
	}
	port.on("message", async ({ id, feeds, outputs }) => {
		const started = process.hrtime.bigint();
		try {
			send({
				kind: "done",
				id,
				results: results(await model.prepare(feeds, outputs)()),
				seconds: Number(process.hrtime.bigint() - started) / 1e9
			});
		} catch (error) {
			send({
				kind: "failed",
				id,
				words: words(error)
			});
		}
	});
	send({
		kind: "open",
		signature: model.signature
	});
}
await open();
export {};
