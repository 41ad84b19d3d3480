import { t as Missing } from "./place.js";
import { t as _usingCtx } from "./usingCtx.js";
import { promisify } from "node:util";
import { open } from "node:fs/promises";
import { execFile, spawn } from "node:child_process";
// src/adapters/references/git-command.ts
const run = promisify(execFile);
/** Of text that git prints. */
const MOST_TEXT = 64 * 1024 ** 2;
/** Never a question to a person who is not there. */
const quiet = () => ({
	...process.env,
	GIT_TERMINAL_PROMPT: "0",
	GIT_LFS_SKIP_SMUDGE: "1"
});
/** What git prints. Throws `Missing` with its words. */
async function git(...args) {
	try {
		const { stdout } = await run("git", args, {
			maxBuffer: MOST_TEXT,
			env: quiet()
		});
		return stdout;
	} catch (error) {
		throw refused(error);
	}
}
/** As `git`, or null where it fails. */
const maybeGit = async (...args) => git(...args).then((text) => text.trim() || null, () => null);
/** Writes a blob of any size to a file. `path` is read from the working directory, as the candidate's is. */
async function writeBlob(revision, path, file) {
	try {
		var _usingCtx$1 = _usingCtx();
		const object = `${revision}:${path.startsWith("/") ? path : `./${path.replace(/^(\.\/)+/, "")}`}`;
		const out = _usingCtx$1.a(await open(file, "wx"));
		const child = spawn("git", [
			"cat-file",
			"blob",
			object
		], {
			stdio: [
				"ignore",
				out.fd,
				"pipe"
			],
			env: quiet()
		});
		let stderr = "";
		child.stderr.setEncoding("utf8").on("data", (chunk) => {
			stderr += chunk;
		});
		if (await new Promise((done, fail) => {
			child.on("error", (error) => fail(refused(error)));
			child.on("close", done);
		}) !== 0) throw refused({ stderr });
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** What git's credential helpers know of an address; null where they know nothing. */
async function gitCredential(url) {
	const child = spawn("git", ["credential", "fill"], {
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		],
		env: {
			...quiet(),
			GIT_ASKPASS: "true",
			SSH_ASKPASS: "true"
		}
	});
	child.stdin.on("error", () => {});
	child.stdin.end(`protocol=${url.protocol.slice(0, -1)}\nhost=${url.host}\npath=${url.pathname.slice(1)}\n\n`);
	let text = "";
	for await (const chunk of child.stdout.setEncoding("utf8")) text += chunk;
	const value = (key) => new RegExp(`^${key}=(.+)$`, "m").exec(text)?.[1];
	const [user, password] = [value("username"), value("password")];
	return user && password ? {
		user,
		password
	} : null;
}
function refused(error) {
	const { code, stderr } = error;
	if (code === "ENOENT") return new Missing("git is not installed", "Install git, or name a file.", true);
	const words = stderr?.replace(/^fatal: /, "").split("\n")[0]?.replace(/\.$/, "").slice(0, 300);
	if (words && /invalid object name|Needed a single revision|unknown revision|bad revision/.test(words)) return new Missing(`${words} (a shallow clone? check out with \`fetch-depth: 0\`)`);
	return new Missing(words || String(error));
}
export { writeBlob as i, gitCredential as n, maybeGit as r, git as t };
