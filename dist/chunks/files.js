import { a as nearest, i as fault } from "./errors.js";
import { t as makeFolder } from "./make-folder.js";
import { t as strayDigest } from "./stray-digest.js";
import { t as _usingCtx } from "./usingCtx.js";
import { createReadStream } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
// src/adapters/files.ts
/** The file system, with errors in the user's words. */
const files = {
	async read(path) {
		return readFile(path).catch((error) => raise(path, error));
	},
	async head(path, bytes) {
		try {
			try {
				var _usingCtx$1 = _usingCtx();
				await checkRegular(path);
				const handle = _usingCtx$1.a(await open(path));
				const buffer = new Uint8Array(bytes);
				const { bytesRead } = await handle.read(buffer, 0, bytes, 0);
				return buffer.subarray(0, bytesRead);
			} catch (_) {
				_usingCtx$1.e = _;
			} finally {
				await _usingCtx$1.d();
			}
		} catch (error) {
			return raise(path, error);
		}
	},
	async identify(path) {
		const hash = createHash("sha256");
		let bytes = 0;
		try {
			await checkRegular(path);
			for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
				hash.update(chunk);
				bytes += chunk.length;
			}
		} catch (error) {
			return raise(path, error);
		}
		return {
			bytes,
			digest: `sha256:${hash.digest("hex")}`
		};
	},
	async list(folder) {
		return (await readdir(folder, {
			recursive: true,
			withFileTypes: true
		}).catch((error) => raise(folder, error))).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	},
	async write(path, content) {
		const temporary = `${path}.${randomUUID()}.tmp`;
		try {
			await makeFolder(dirname(path));
			await writeFile(temporary, content);
			await rename(temporary, path);
		} catch (error) {
			await rm(temporary, { force: true }).catch(() => {});
			throw fault("file-unwritable", `${path} cannot be written (${codeOf(error)}).`, { fix: "Choose a folder that is writable with `--out`." });
		}
	}
};
const ENDLESS = "a pipe, socket or device";
/** A pipe or a device may never end, nor even open. */
async function checkRegular(path) {
	const found = await stat(path);
	if (!found.isFile() && !found.isDirectory()) throw Object.assign(/* @__PURE__ */ new Error(), { code: ENDLESS });
}
async function raise(path, error) {
	throw codeOf(error) === "ENOENT" ? await missing(path) : unreadable(path, error);
}
async function missing(path) {
	const siblings = await readdir(dirname(path)).catch(() => null);
	if (siblings === null) return fault("file-missing", `${path} does not exist, nor does its folder.`, { fix: "Check the path; it is relative to the working directory." });
	const names = nearest(basename(path), siblings).map((name) => join(dirname(path), name));
	return fault("file-missing", `${path} does not exist.`, { fix: strayDigest(path) ?? (names.length > 0 ? `Did you mean ${names.join(" or ")}?` : "Check the path, or check the file out first.") });
}
function unreadable(path, error) {
	const code = codeOf(error);
	return code === "EISDIR" ? fault("file-missing", `${path} is a folder; a file is needed.`, { fix: "Name the file inside it." }) : fault("file-unreadable", `${path} cannot be read (${code}).`, { fix: code === ENDLESS ? "Copy its content to a file, and name that." : "Check its permissions." });
}
function codeOf(error) {
	return error.code ?? String(error);
}
export { files as t };
