import { i as fault } from "./errors.js";
import { t as makeFolder } from "./make-folder.js";
import { t as _usingCtx } from "./usingCtx.js";
import { randomUUID } from "node:crypto";
import { open, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";
// src/adapters/history/name.ts
/** Sorts by time; no two runs share one. */
function lineName() {
	return `${(/* @__PURE__ */ new Date()).toISOString().replace(/[:.]/g, "-")}-${randomUUID()}.jsonl`;
}
// src/adapters/history/branch.ts
const NAME = /^(?!.*(\.\.|\/\/|\/$|\.lock$))[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/;
const REMOTE = "origin";
/** Runs that may push in between before this one gives up. */
const ATTEMPTS = 30;
/** Milliseconds between two attempts, at most; drawn anew each time, so that runs fall out of step. */
const LONGEST_WAIT = 1500;
const WHO = {
	NAME: "onnx-gate",
	EMAIL: "onnx-gate@users.noreply.github.com"
};
/**
* One file per run on a branch of `origin`, committed without touching the working tree or the index. A push that
* another run came before is refused by the server; it is then made anew upon that run's commit.
*/
function branchHistory(branch) {
	return {
		async append(line) {
			check(branch);
			const blob = (await git([
				"hash-object",
				"-w",
				"--stdin"
			], { input: line })).trim();
			let said = "";
			for (let attempt = 0; attempt < ATTEMPTS; attempt++) try {
				const commit = await commitOn(await tip(branch), blob);
				await git([
					"push",
					"--quiet",
					REMOTE,
					`${commit}:refs/heads/${branch}`
				]);
				return;
			} catch (error) {
				said = String(error instanceof Error ? error.message : error);
				if (!/rejected|fetch first|non-fast-forward|cannot lock ref|failed to update ref|reference already exists|File exists/i.test(said)) break;
				await setTimeout(Math.random() * LONGEST_WAIT);
			}
			throw fault("history-unwritable", `The history could not be pushed to branch ${branch}.`, {
				fix: "Let this run write contents: in GitHub Actions, `permissions: { contents: write }`. On a fork it may not.",
				details: said
			});
		},
		async read() {
			check(branch);
			const at = await tip(branch);
			if (at === null) return [];
			return (await git(["cat-file", "--batch"], { input: (await git([
				"ls-tree",
				"-r",
				at
			])).split("\n").flatMap((file) => /^100644 blob ([0-9a-f]+)\t.*\.jsonl$/.exec(file)?.[1] ?? []).map((blob) => `${blob}\n`).join("") })).split("\n").filter((line) => line.startsWith("{"));
		}
	};
}
function check(branch) {
	if (NAME.test(branch)) return;
	throw fault("usage-invalid", `\`${branch.slice(0, 100)}\` cannot be the name of a branch.`, { fix: "Write, for example, `branch:onnx-gate-history`." });
}
/** The branch's newest commit on the remote, fetched; null where there is no such branch. */
async function tip(branch) {
	const listed = await git([
		"ls-remote",
		REMOTE,
		`refs/heads/${branch}`
	]).catch((error) => {
		throw fault("history-unreadable", `The branches of ${REMOTE} cannot be listed.`, {
			fix: "Run inside a clone whose `origin` can be reached.",
			details: String(error instanceof Error ? error.message : error)
		});
	});
	const commit = /^[0-9a-f]{40,64}/.exec(listed)?.[0];
	if (commit === void 0) return null;
	await git([
		"fetch",
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		REMOTE,
		commit
	]);
	return commit;
}
async function commitOn(parent, blob) {
	const index = join(tmpdir(), `onnx-gate-${randomUUID()}.index`);
	const env = {
		GIT_INDEX_FILE: index,
		...Object.fromEntries(["AUTHOR", "COMMITTER"].flatMap((role) => Object.entries(WHO).map(([key, value]) => [`GIT_${role}_${key}`, value])))
	};
	try {
		await git(parent === null ? ["read-tree", "--empty"] : ["read-tree", parent], { env });
		await git([
			"update-index",
			"--add",
			"--cacheinfo",
			`100644,${blob},runs/${lineName()}`
		], { env });
		return (await git([
			"commit-tree",
			(await git(["write-tree"], { env })).trim(),
			...parent === null ? [] : ["-p", parent],
			"-m",
			"A verdict"
		], { env })).trim();
	} finally {
		await rm(index, { force: true });
	}
}
/** Standard output; throws what git said. */
function git(args, { input = "", env = {} } = {}) {
	const child = spawn("git", args, {
		env: {
			...process.env,
			GIT_TERMINAL_PROMPT: "0",
			LC_ALL: "C",
			...env
		},
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	const output = [];
	const errors = [];
	child.stdout.on("data", (chunk) => output.push(chunk));
	child.stderr.on("data", (chunk) => errors.push(chunk));
	child.stdin.on("error", () => {});
	child.stdin.end(input);
	return new Promise((done, fail) => {
		child.on("error", fail);
		child.on("close", (code) => code === 0 ? done(Buffer.concat(output).toString("utf8")) : fail(new Error(Buffer.concat(errors).toString("utf8").trim() || `git ended with ${code}`)));
	});
}
// src/adapters/history/history.ts
/**
* A history by its place: `branch:NAME`, a file that ends with `.jsonl`, or a folder.
*
* A folder holds one file per run, written aside and renamed: runs never write the same file, so it needs no lock, also
* not on a network drive, and folders of several machines are merged by copying them together. A file is appended to
* with one write of one line, which a local file system does not interleave.
*/
function createHistory(place) {
	const branch = /^branch:(.+)$/.exec(place)?.[1];
	if (branch !== void 0) return branchHistory(branch);
	return place.endsWith(".jsonl") ? fileHistory(place) : folderHistory(place);
}
function folderHistory(folder) {
	return {
		async append(line) {
			const path = join(folder, lineName());
			const aside = `${path}.${randomUUID()}.tmp`;
			await told("history-unwritable", folder, async () => {
				await makeFolder(folder);
				await writeFile(aside, line);
				await rename(aside, path);
			});
		},
		async read() {
			return told("history-unreadable", folder, async () => {
				const files = (await readdir(folder, {
					recursive: true,
					withFileTypes: true
				}).catch(noneYet)).filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl"));
				const texts = [];
				for (const { parentPath, name } of files) texts.push(await readFile(join(parentPath, name), "utf8"));
				return texts;
			});
		}
	};
}
function fileHistory(path) {
	return {
		async append(line) {
			await told("history-unwritable", path, async () => {
				try {
					var _usingCtx$1 = _usingCtx();
					await makeFolder(dirname(path));
					const file = _usingCtx$1.a(await open(path, "a"));
					const bytes = Buffer.from(line);
					const { bytesWritten } = await file.write(bytes);
					if (bytesWritten < bytes.length) throw new Error(`${bytesWritten} of ${bytes.length} bytes`);
				} catch (_) {
					_usingCtx$1.e = _;
				} finally {
					await _usingCtx$1.d();
				}
			});
		},
		async read() {
			return told("history-unreadable", path, async () => {
				return [await readFile(path, "utf8").catch((error) => noneYet(error)[0] ?? "")];
			});
		}
	};
}
/** A place that is not there yet holds nothing. */
function noneYet(error) {
	if (error.code === "ENOENT") return [];
	throw error;
}
async function told(code, place, work) {
	try {
		return await work();
	} catch (error) {
		const { code: why = String(error) } = error;
		throw fault(code, `The history at ${place} cannot be ${code === "history-unwritable" ? "written" : "read"} (${why}).`, { fix: "Name a folder, a `.jsonl` file or `branch:NAME` that this run may use." });
	}
}
export { createHistory };
