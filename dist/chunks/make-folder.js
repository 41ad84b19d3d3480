import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
// src/adapters/make-folder.ts
/**
* Makes a folder and those above it; one that is there is fine. Throws as `mkdir` does. Node's own recursive mkdir never
* returns where the system says of a folder that cannot be made that its parent is missing, as Linux does below /proc.
*/
async function makeFolder(folder) {
	try {
		await mkdir(folder);
	} catch (error) {
		const { code } = error;
		if (code === "EEXIST") return;
		const parent = dirname(folder);
		if (!(code === "ENOENT" && !await stat(parent).catch(() => null))) throw error;
		await makeFolder(parent);
		await makeFolder(folder);
	}
}
export { makeFolder as t };
