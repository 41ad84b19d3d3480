import { i as fault, n as FaultError } from "./errors.js";
import { t as makeFolder } from "./make-folder.js";
import { n as exists } from "./packages.js";
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { homedir } from "node:os";
import { setTimeout } from "node:timers/promises";
// src/adapters/runtime/cache.ts
/** The tool cache: `<root>/onnx-gate-runtime/<version>/<target>` with a marker `<target>.complete` beside it. */
/** A staging folder older than this (milliseconds) was left by a process that was killed. */
const ABANDONED = 36e5;
const STAGING = ".staging-";
/** In `cache`, else RUNNER_TOOL_CACHE, else the user's cache folder. The target is in the path: homes are shared. */
function slotOf(cache, env, version, target) {
	const root = resolve(cache || env.RUNNER_TOOL_CACHE || userCache(env));
	const directory = join(root, "onnx-gate-runtime", version, target);
	return {
		directory,
		marker: `${directory}.complete`
	};
}
/** The folder for this tool in the user's cache. */
function userCache(env) {
	const home = env.HOME || homedir();
	if (process.platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "onnx-gate", "cache");
	const xdg = env.XDG_CACHE_HOME;
	return join(xdg && isAbsolute(xdg) ? xdg : join(home, ".cache"), "onnx-gate");
}
async function isComplete({ directory, marker }) {
	return await exists(marker) && await exists(directory);
}
/**
* Fills the slot: `fill` gets a scratch folder for downloads and the folder to fill. Others see all of it or
* nothing. When another process is first, its copy stays. Throws `file-unwritable`, and whatever `fill` throws.
*/
async function install(slot, usable, fill) {
	const tool = dirname(dirname(slot.directory));
	let scratch;
	try {
		await makeFolder(dirname(slot.directory));
		await removeAbandoned(tool);
		scratch = await mkdtemp(join(tool, STAGING));
		const folder = join(scratch, "content");
		await mkdir(folder);
		await clear(slot, usable, join(scratch, "old"));
		await fill(scratch, folder);
		await publish(folder, slot, usable, scratch);
	} catch (error) {
		throw error instanceof FaultError ? error : unwritable(tool, error);
	} finally {
		if (scratch) await rm(scratch, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	}
}
/**
* Moves a broken copy away, long before ours is ready: then whatever bears the slot's name at the end is another
* process's whole copy, which may be in use and must stay. The marker is always written before the folder gets
* its name, so a folder without one is never about to be finished.
*/
async function clear(slot, usable, to) {
	if (await exists(slot.directory) && !await usable()) await rename(slot.directory, to).catch((error) => {
		if (error.code !== "ENOENT") throw error;
	});
}
/** A rename never replaces a folder with files in it. Tried again because Windows' scanners hold new files. */
async function publish(folder, slot, usable, scratch) {
	for (let tries = 1; !await usable(); tries++) try {
		await writeFile(slot.marker, "");
		return await rename(folder, slot.directory);
	} catch (error) {
		if (tries === 5) throw error;
		await setTimeout(50 * tries);
		await clear(slot, usable, join(scratch, `old-${tries}`));
	}
}
async function removeAbandoned(tool) {
	for (const name of await readdir(tool)) {
		if (!name.startsWith(STAGING)) continue;
		const path = join(tool, name);
		const info = await stat(path).catch(() => null);
		if (info && Date.now() - info.mtimeMs > ABANDONED) await rm(path, {
			recursive: true,
			force: true
		});
	}
}
function unwritable(path, error) {
	const { code, message } = error;
	return fault("file-unwritable", `Cannot write the tool cache ${path}: ${code ?? message}`, { fix: "Free some space there (about 250 MB), or set RUNNER_TOOL_CACHE to a folder that can be written." });
}
export { userCache as i, isComplete as n, slotOf as r, install as t };
