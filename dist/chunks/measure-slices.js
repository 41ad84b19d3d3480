import "./measure-slices2.js";
import { parentPort, workerData } from "node:worker_threads";
// src/adapters/threads/serve-slices.ts
/** Takes entries until there are none left. */
function takeEntries({ job, next }, measure, done) {
	for (;;) {
		const entry = Atomics.add(next, 0, 1);
		if (entry >= job.entries.length) return;
		done({
			entry,
			results: measure(job, entry)
		});
	}
}
/** The whole of a worker's script. */
function serveSlices(measure) {
	takeEntries(workerData, measure, (measured) => parentPort?.postMessage(measured));
}
export { takeEntries as n, serveSlices as t };
