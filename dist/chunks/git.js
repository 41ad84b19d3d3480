import { D as url, S as string, b as record, m as boolean, p as array, v as number, y as object } from "./schemas.js";
import { i as writeBlob, n as gitCredential, r as maybeGit, t as git } from "./git-command.js";
import { a as createdAt, c as fetchFile, d as readJson, f as sibling, l as jsonOf, o as digestOf, p as variable, r as basic, t as Missing, u as missing } from "./place.js";
import { promisify } from "node:util";
import querystring from "node:querystring";
import { access, copyFile, readFile, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { execFile } from "node:child_process";
// src/adapters/references/git-ssh.ts
/** Git LFS over ssh: the host says where its server is and what to show there (git-lfs/docs/api/authentication.md). */
/** A host that does not answer must not hold up the run. */
const TIMEOUT = 6e4;
const answer = object({
	href: url({ protocol: /^https?$/ }).optional(),
	header: record(string(), string()).optional()
});
/** `ssh://git@host:22/team/models.git` or `git@host:team/models.git`; null for other addresses. */
function parseRemote(address) {
	const url = /^(?:git\+)?ssh:\/\/((?:[\w.-]+@)?[\w.-]+)(?::(\d+))?(\/.+)$/.exec(address);
	if (url) return {
		host: url[1],
		port: url[2] ?? null,
		path: url[3]
	};
	const short = /^((?:[\w.-]+@)?[\w.-]{2,}):(?!\/\/)(.+)$/.exec(address);
	return short ? {
		host: short[1],
		port: null,
		path: short[2]
	} : null;
}
/** The LFS server of a remote that is reached over ssh, and the headers that it wants; null for other addresses. Throws `Missing`. */
async function askOverSsh(address, env) {
	const remote = parseRemote(address);
	if (!remote || remote.host.startsWith("-")) return null;
	const { host, port, path } = remote;
	const quoted = /^[\w./~+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
	const args = [
		...port ? ["-p", port] : [],
		host,
		`git-lfs-authenticate ${quoted} download`
	];
	const text = await run(host, await command(env), args);
	const parsed = answer.safeParse(jsonOf(text));
	if (!parsed.success) throw new Missing(`${host} gave an answer to git-lfs-authenticate that is not understood`);
	const { href, header = {} } = parsed.data;
	const url = href ?? `https://${host.replace(/^.*@/, "")}/${path.replace(/^\//, "").replace(/(\.git)?$/, ".git")}/info/lfs`;
	return {
		url: new URL(url),
		headers: Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]))
	};
}
/** As git chooses it: a line for the shell first, then a program. */
async function command(env) {
	const line = variable(env, "GIT_SSH_COMMAND") ?? await maybeGit("config", "--get", "core.sshCommand");
	if (line) return [
		"sh",
		"-c",
		`${line} "$@"`,
		line
	];
	const program = variable(env, "GIT_SSH");
	return program ? [program] : [
		"ssh",
		"-o",
		"BatchMode=yes"
	];
}
async function run(host, [file, ...first], args) {
	try {
		const { stdout } = await promisify(execFile)(file, [...first, ...args], { timeout: TIMEOUT });
		return stdout;
	} catch (error) {
		const { code, stderr, killed } = error;
		const words = stderr?.trim().split("\n").at(-1)?.slice(0, 300);
		const why = killed ? `no answer within ${TIMEOUT / 1e3} s` : words || `ssh ended with ${code}`;
		throw new Missing(`it is a Git LFS pointer, and ${host} does not say over ssh where its file is: ${why}`, "Give the job an ssh key that may read the repository (`ssh-key` of actions/checkout, or GIT_SSH_COMMAND), or run `git lfs fetch` first.", true);
	}
}
const MEDIA = "application/vnd.git-lfs+json";
function parsePointer(text) {
	if (!/^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(text)) return null;
	const oid = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
	const size = /^size (\d+)$/m.exec(text)?.[1];
	return oid && size ? {
		oid,
		size: Number(size)
	} : null;
}
/** Path of the file: from our cache, the repository's own store, that of a remote on this disk, or the remote's server. */
async function fetchFromLfs(pointer, name, tools) {
	const digest = `sha256:${pointer.oid}`;
	const kept = await tools.blobs.find(digest, name);
	if (kept !== null) return kept;
	const remote = await maybeGit("config", "--get", "remote.pushDefault") ?? "origin";
	const address = await maybeGit("remote", "get-url", remote);
	for (const store of await stores(address)) {
		const staged = await copied(join(store, pointer.oid.slice(0, 2), pointer.oid.slice(2, 4), pointer.oid), tools);
		if (staged === null) continue;
		if (await digestOf(staged) === digest) return tools.blobs.keep(staged, digest, name);
		await rm(staged, { force: true });
	}
	return fromServer(await serverOf(remote, address, tools.env), pointer, name, tools);
}
/** Folders that may hold objects: ours, and the remote's where it is a folder. */
async function stores(address) {
	const common = await maybeGit("rev-parse", "--git-common-dir");
	const own = await maybeGit("config", "--get", "lfs.storage") ?? "lfs";
	const folder = address?.startsWith("file://") ? new URL(address).pathname : address;
	const local = folder && !/^[\w.+-]+:|^[^/]+@/.test(folder) ? [join(folder, ".git"), folder] : [];
	return [...common ? [resolve(common, own)] : [], ...local.map((path) => join(path, "lfs"))].map((path) => join(path, "objects"));
}
async function copied(object, { blobs }) {
	if (!await access(object).then(() => true, () => false)) return null;
	const staged = await blobs.stage();
	await copyFile(object, staged);
	return staged;
}
/** The LFS server, in the order that the specification gives, and what to show there from the start. */
async function serverOf(remote, address, env) {
	const set = await maybeGit("config", "--get", "lfs.url") ?? await maybeGit("config", "--get", `remote.${remote}.lfsurl`) ?? await maybeGit("config", "-f", ".lfsconfig", "--get", "lfs.url");
	const text = set ?? (address && `${address.replace(/\/$/, "").replace(/(\.git)?$/, ".git")}/info/lfs`);
	if (text && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) {
		const url = new URL(text);
		return {
			url,
			headers: await configured(url)
		};
	}
	const asked = await askOverSsh(set ?? address ?? "", env);
	if (asked) return asked;
	const where = text === null ? `there is no remote ${remote}` : `its remote ${remote} is reached neither over https nor over ssh`;
	throw new Missing(`it is a Git LFS pointer, its file is not in the local store, and ${where}`, "Run `git lfs fetch` for that revision first, or check out with `lfs: true`.");
}
const batch = object({ objects: array(object({
	authenticated: boolean().optional(),
	error: object({
		code: number(),
		message: string()
	}).optional(),
	actions: object({ download: object({
		href: url(),
		header: record(string(), string()).optional()
	}) }).optional()
})).min(1) });
const NEEDS = "Give git credentials for that host (`git credential fill` must know them; actions/checkout leaves them behind unless `persist-credentials: false`), with the right to read the repository.";
async function fromServer(server, { oid, size }, name, tools) {
	const url = new URL(server.url);
	url.username = url.password = "";
	url.pathname = `${url.pathname.replace(/\/$/, "")}/objects/batch`;
	const body = JSON.stringify({
		operation: "download",
		transfers: ["basic"],
		objects: [{
			oid,
			size
		}],
		hash_algo: "sha256"
	});
	const ask = (authorization) => tools.downloads.ask({
		url: url.href,
		headers: async () => ({
			accept: MEDIA,
			"content-type": MEDIA,
			...authorization
		}),
		body
	});
	let authorization = server.headers;
	let answer = await ask(authorization);
	if (!answer.ok && answer.status === 401) {
		const known = await gitCredential(url);
		if (known) {
			authorization = { authorization: basic(known.user, known.password) };
			answer = await ask(authorization);
		}
	}
	if (!answer.ok) throw missing(answer, NEEDS);
	const [object] = readJson(answer.text, batch, url).objects;
	if (object.error) throw new Missing(`${url.host} says of ${name} in Git LFS: ${object.error.message.slice(0, 200)} (${object.error.code})`);
	const download = object.actions?.download;
	if (!download) throw new Missing(`${url.host} has no ${name} in Git LFS`);
	const same = new URL(download.href).origin === url.origin && !object.authenticated;
	const headers = async () => ({
		...same && authorization,
		...download.header
	});
	return (await fetchFile(tools, {
		url: download.href,
		headers,
		name,
		sha256: oid,
		maxBytes: size
	}, NEEDS)).path;
}
/** What the address or `http.<url>.extraheader` says, which is where actions/checkout leaves its token. */
async function configured(server) {
	if (server.username) {
		const [user, password] = [server.username, server.password].map(querystring.unescape);
		return { authorization: basic(user, password) };
	}
	const header = await maybeGit("config", "--get-urlmatch", "http.extraheader", server.href);
	const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(header ?? "") ?? [];
	return name && value ? { [name.toLowerCase()]: value } : {};
}
// src/adapters/references/git.ts
/** The file of a commit; a Git LFS pointer becomes the file that it stands for. */
const find = async ({ revision, path }, tools) => {
	if (path === null) throw new Missing("it names no path, and there is no local model to take it from", `Write git:${revision}:PATH.`);
	return blobAt(revision, path, tools);
};
async function blobAt(revision, path, tools) {
	const staged = await tools.blobs.stage();
	try {
		await writeBlob(revision, path, staged);
		const commit = (await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)).trim();
		const changed = await maybeGit("log", "-1", "--format=%cI", commit, "--", path);
		const pointer = (await stat(staged)).size <= 1024 ? parsePointer(await readFile(staged, "utf8")) : null;
		return {
			path: pointer ? await fetchFromLfs(pointer, path, tools) : await tools.blobs.keep(staged, await digestOf(staged), path),
			resolved: `commit ${commit}`,
			...createdAt(changed),
			beside: (location) => blobAt(revision, sibling(path, location), tools)
		};
	} finally {
		await rm(staged, { force: true });
	}
}
export { find };
