import "./curve-bootstrap.js";
import { parentPort, workerData } from "node:worker_threads";
// src/adapters/resampler/serve.ts
/** Takes chunks until there are none left. */
function takeChunks(shared, compute) {
	for (;;) {
		const chunk = Atomics.add(shared.next, 0, 1);
		if (chunk >= shared.done.length) return;
		computeChunk(shared, chunk, compute);
	}
}
function computeChunk({ job, chunk, values, done }, index, compute) {
	const first = index * chunk;
	const triples = Math.min(chunk, job.triples - first);
	const part = compute({
		...job,
		firstTriple: job.firstTriple + first,
		triples
	});
	values.set(part, values.length / job.triples * first);
	Atomics.store(done, index, 1);
	Atomics.notify(done, index);
}
/** The whole of a worker's script. */
function serveResamples(compute) {
	takeChunks(workerData, compute);
	parentPort?.close();
}
export { serveResamples as n, takeChunks as r, computeChunk as t };
