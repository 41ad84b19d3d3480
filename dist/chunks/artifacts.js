import { i as zipEntries, r as unpackEntry } from "./zip.js";
import { i as fault } from "./errors.js";
// src/commands/artifacts.ts
/** Caps on what a run of untrusted code may hand over: far above what the gate writes, far below what hurts. */
const MOST_ARTIFACTS = 100;
const MOST_PACKED = 64 * 2 ** 20;
const MOST_ENTRIES = 1e4;
const MOST_UNPACKED = 128 * 2 ** 20;
/**
* The JSON documents in the artifacts of a run whose names fit `pattern` (`*` stands for anything), read in memory:
* nothing is written to disk, and an entry's name opens no file. Throws `document-invalid` beyond a cap.
*/
async function runReadArtifacts(run, pattern, ports) {
	const all = await ports.artifacts.list(run);
	const wanted = newestByName(all.filter(({ name }) => fits(name, pattern)));
	if (wanted.length === 0) throw fault("document-invalid", `The run ${run} has no artifact called \`${pattern}\`.`, { fix: "Let the measuring workflow upload the folder `.onnx-gate`, also when the gate failed (`if: always()`)." });
	if (wanted.length > MOST_ARTIFACTS) throw fault("document-invalid", `The run has ${wanted.length} artifacts called \`${pattern}\`; at most ${MOST_ARTIFACTS} are read.`);
	const files = [];
	let unpacked = 0;
	for (const artifact of wanted) {
		const entries = zipEntries(await ports.artifacts.download(artifact, MOST_PACKED), MOST_ENTRIES);
		if (!entries) throw broken(artifact, `is no zip file of at most ${MOST_ENTRIES} entries`);
		for (const entry of entries.filter(({ name }) => name.endsWith(".json"))) {
			if (leadsOut(entry.name)) throw broken(artifact, `has an entry that leads out of it: ${entry.name.slice(0, 200)}`);
			unpacked += entry.size;
			if (unpacked > MOST_UNPACKED) throw broken(artifact, `unpacks to more than ${MOST_UNPACKED} bytes`);
			const content = await unpackEntry(entry, MOST_UNPACKED);
			if (!content) throw broken(artifact, `has a damaged entry: ${entry.name.slice(0, 200)}`);
			files.push({
				name: `${artifact.name}/${entry.name}`,
				read: async () => content
			});
		}
	}
	return {
		files,
		artifacts: all
	};
}
/** A run that was tried again has left some names more than once. */
function newestByName(artifacts) {
	const sorted = artifacts.toSorted((a, b) => a.id - b.id);
	return [...new Map(sorted.map((one) => [one.name, one])).values()];
}
function fits(name, pattern) {
	const parts = pattern.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
	return new RegExp(`^${parts.join(".*")}$`, "s").test(name);
}
const leadsOut = (name) => name.startsWith("/") || name.includes("\\") || name.includes(":") || name.split("/").includes("..");
function broken(artifact, what) {
	return fault("document-invalid", `The artifact \`${artifact.name.slice(0, 100)}\` ${what}.`, { fix: "Upload the folder that the gate wrote, and nothing else." });
}
export { runReadArtifacts };
