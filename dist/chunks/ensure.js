import { i as fault, n as FaultError } from "./errors.js";
import { n as isComplete, r as slotOf, t as install } from "./cache.js";
import { i as partsFor, n as thisMachine, r as MANIFEST, t as targetOf } from "./target.js";
import { r as whyUnusable } from "./packages.js";
import { basename, dirname, join, resolve } from "node:path";
// src/adapters/runtime/ensure.ts
/** The native parts (ONNX Runtime and DuckDB), found or fetched on first need. docs/adr/0001-native-parts.md. */
const SOURCE = {
	manifest: MANIFEST,
	patience: {
		idle: 3e4,
		pauses: [1e3, 4e3]
	}
};
/**
* In this order: `runtimePath`, tool cache, node_modules, download. Only the download uses the network, and
* nothing is unpacked whose SHA-512 is not the manifest's. Calls do not share work; share the promise.
* Throws `runtime-unavailable` with every place tried and why not, or `file-unwritable`.
*/
async function ensureRuntime(options, { manifest, patience } = SOURCE) {
	const target = targetOf(thisMachine());
	const parts = partsFor(manifest, target);
	if (options.runtimePath) return {
		directory: await given(options.runtimePath, parts),
		source: "path"
	};
	const slot = slotOf(options.cache, options.env, manifest.version, target.name);
	const inCache = async () => await isComplete(slot) ? await whyUnusable(slot.directory, parts, "inside") : "no complete copy";
	const notInCache = await inCache();
	if (notInCache === null) return {
		directory: slot.directory,
		source: "cache"
	};
	const beside = dirname(resolve(options.from));
	const notBeside = await whyUnusable(beside, parts, "above");
	if (notBeside === null) return {
		directory: beside,
		source: "node_modules"
	};
	try {
		await install(slot, async () => await inCache() === null, async (scratch, folder) => {
			const { download } = await import("./download.js");
			await download({
				...options,
				patience
			}, parts, scratch, folder);
		});
		return {
			directory: slot.directory,
			source: "download"
		};
	} catch (error) {
		if (!(error instanceof FaultError) || error.faults[0].code !== "runtime-unavailable") throw error;
		const [{ message, fix }] = error.faults;
		const tried = [
			"runtime-path is not set",
			`tool cache ${slot.directory}: ${notInCache}`,
			`node_modules at or above ${beside}: ${notBeside}`,
			`download: ${message}`
		];
		throw fault("runtime-unavailable", `The native parts of onnx-gate (${wanted(parts)}) are not here: ${tried.join("; ")}`, { fix: fix ?? GENERAL_FIX });
	}
}
const GENERAL_FIX = "With a network, point NPM_CONFIG_REGISTRY (or .npmrc) at a registry that this machine reaches, or runtime-url at a mirror. Without, keep the tool cache folder from a run that had one, or set runtime-path to a folder where the packages are installed.";
const wanted = (parts) => parts.filter(({ loadedBy }) => loadedBy === null).map(({ name, version }) => `${name} ${version}`).join(", ");
/** The user said where: then it is there, or it is a fault. */
async function given(path, parts) {
	const folder = resolve(path);
	const directory = basename(folder) === "node_modules" ? dirname(folder) : folder;
	const reason = await whyUnusable(directory, parts, "inside");
	if (reason === null) return directory;
	const roots = parts.filter(({ loadedBy }) => loadedBy === null);
	throw fault("runtime-unavailable", `runtime-path ${path} does not hold the native parts: ${reason} in ${join(directory, "node_modules")}`, { fix: `Run \`npm install --ignore-scripts ${roots.map(({ name, version }) => `${name}@${version}`).join(" ")}\` in that folder, on the same kind of machine.` });
}
export { ensureRuntime };
