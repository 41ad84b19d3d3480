import "./curve-bootstrap.js";
import { parentPort } from "node:worker_threads";
// src/adapters/threads/serve-resamples.ts
/** Takes chunks until there are none left. */
function takeChunks(shared, resample) {
	for (;;) {
		const chunk = Atomics.add(shared.next, 0, 1);
		if (chunk >= shared.done.length) return;
		computeChunk(shared, chunk, resample);
	}
}
function computeChunk({ job, chunk, values, done }, index, resample) {
	const first = index * chunk;
	const triples = Math.min(chunk, job.triples - first);
	values.set(resample(first, triples), values.length / job.triples * first);
	Atomics.store(done, index, 1);
	Atomics.notify(done, index);
}
/** The whole of a worker's script. */
function serveResamples(prepare) {
	parentPort?.on("message", (shared) => takeChunks(shared, prepare(shared.job)));
}
export { serveResamples as n, takeChunks as r, computeChunk as t };
