import { D as url, S as string, b as record, m as boolean, p as array, v as number, y as object } from "./schemas.js";
import { i as writeBlob, n as gitCredential, r as maybeGit, t as git } from "./git-command.js";
import { a as createdAt, c as fetchFile, d as readJson, f as sibling, o as digestOf, r as basic, t as Missing, u as missing } from "./place.js";
import { access, copyFile, readFile, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
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
	return fromServer(await serverOf(remote, address), pointer, name, tools);
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
/** Address of the LFS server, in the order that the specification gives. */
async function serverOf(remote, address) {
	const text = await maybeGit("config", "--get", "lfs.url") ?? await maybeGit("config", "--get", `remote.${remote}.lfsurl`) ?? await maybeGit("config", "-f", ".lfsconfig", "--get", "lfs.url") ?? (address && `${address.replace(/\/$/, "").replace(/(\.git)?$/, ".git")}/info/lfs`);
	if (text && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
	const where = text === null ? `there is no remote ${remote}` : `its remote ${remote} is not reached over https`;
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
	const url = new URL(server);
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
	let authorization = await configured(server);
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
		const [user, password] = [server.username, server.password].map(decodeURIComponent);
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
