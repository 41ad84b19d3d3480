import { S as string, b as record, p as array, y as object } from "./schemas.js";
import { i as writeBlob, r as maybeGit } from "./git-command.js";
import { a as createdAt, c as fetchFile, f as sibling, i as choose, l as jsonOf, o as digestOf, p as variable, r as basic, t as Missing } from "./place.js";
import { n as s3Request, r as require_ini, t as S3_NEEDS } from "./s3.js";
import { t as require_dist } from "./dist.js";
import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import { access, copyFile, readFile, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { homedir } from "node:os";
import { pipeline } from "node:stream/promises";
// src/adapters/references/dvc/config.ts
var import_ini = require_ini();
/**
* Settings by DVC's order: `.dvc/config.local`, `.dvc/config`, the user's, the system's. Paths in them are relative to
* the file that has them. Always those of the working folder, as DVC takes them also for another revision.
*/
async function readConfig(path, env) {
	const folder = await rootOf(path);
	const home = variable(env, "HOME", "USERPROFILE") ?? homedir();
	const user = variable(env, "DVC_GLOBAL_CONFIG_DIR") ?? join(variable(env, "XDG_CONFIG_HOME") ?? join(home, ".config"), "dvc");
	const system = variable(env, "DVC_SYSTEM_CONFIG_DIR") ?? "/etc/xdg/dvc";
	const files = [
		join(system, "config"),
		join(user, "config"),
		join(folder, "config"),
		join(folder, "config.local")
	];
	const remotes = /* @__PURE__ */ new Map();
	let [cache, remote] = [join(folder, "cache"), null];
	for (const file of files) {
		const sections = (0, import_ini.parse)(await readFile(file, "utf8").catch(() => ""));
		for (const [name, section] of Object.entries(sections)) {
			const called = /^'?remote "(.+)"'?$/.exec(name)?.[1];
			if (called) remotes.set(called, {
				...remotes.get(called),
				...placed(section, dirname(file))
			});
		}
		remote = sections.core?.remote ?? remote;
		if (sections.cache?.dir) cache = resolve(dirname(file), sections.cache.dir);
	}
	return {
		cache,
		remote,
		remotes
	};
}
/** A remote's folder, relative to its configuration file. */
function placed(section, folder) {
	const { url } = section;
	return url === void 0 || /^[\w.+-]+:\/\//.test(url) || isAbsolute(url) ? section : {
		...section,
		url: resolve(folder, url)
	};
}
/** The nearest `.dvc` folder at or above the data. */
async function rootOf(path) {
	for (let folder = dirname(resolve(path));; folder = dirname(folder)) {
		if (await access(join(folder, ".dvc")).then(() => true, () => false)) return join(folder, ".dvc");
		if (folder === dirname(folder)) throw new Missing("there is no .dvc folder at or above it", "Run `dvc init`, or check the path.");
	}
}
// src/adapters/references/dvc/files.ts
var import_dist = require_dist();
const output = object({
	path: string(),
	md5: string().optional(),
	hash: string().optional(),
	remote: string().optional()
});
/** A `.dvc` file has outputs, a `dvc.lock` stages with outputs (schema 2.0). */
const file = object({
	outs: array(output).optional(),
	wdir: string().optional(),
	stages: record(string(), object({ outs: array(output).optional() })).optional()
});
/** The output that is `path`, or a folder above it. Null when the text describes neither. `path` is relative to the file. */
function outputIn(text, path, name) {
	const parsed = file.safeParse(yamlOf(text));
	if (!parsed.success) throw new Missing(`${name} is not understood as a DVC file`, "Check it with `dvc status`.");
	const { outs = [], stages = {}, wdir = "." } = parsed.data;
	const all = [...outs.map((out) => ({
		...out,
		path: joined(wdir, out.path)
	})), ...Object.values(stages).flatMap(({ outs = [] }) => outs)];
	for (const { path: tracked, md5, hash, remote } of all) {
		const inside = path === tracked ? null : path.startsWith(`${tracked}/`) ? path.slice(tracked.length + 1) : void 0;
		if (inside === void 0) continue;
		if (md5 === void 0 || !/^[0-9a-f]{32}(\.dir)?$/.test(md5)) throw new Missing(`${name} has no MD5 for ${tracked}: it is not kept in a DVC cache`, `Run \`dvc get . ${path}\` in a step before, and name the file.`);
		if (md5.endsWith(".dir") !== (inside !== null)) throw new Missing(inside === null ? `${tracked} is a folder` : `${tracked} is no folder`, "Name a file in the folder: dvc:FOLDER/FILE.");
		return {
			output: {
				algorithm: "md5",
				hash: md5,
				layout: hash === void 0 ? 2 : 3,
				remote: remote ?? null
			},
			inside
		};
	}
	return null;
}
const joined = (folder, path) => folder === "." ? path : `${folder.replace(/\/$/, "")}/${path}`;
function yamlOf(text) {
	try {
		return (0, import_dist.parse)(text);
	} catch {
		return null;
	}
}
// src/adapters/references/dvc/objects.ts
/** A folder: what lies in it, by relative path. */
const listing = array(object({
	md5: string().regex(/^[0-9a-f]{32}$/),
	relpath: string()
}));
/** Path of the data. `inside` is a path within a tracked folder, whose listing is an object itself. */
async function objectOf(output, inside, name, config, tools) {
	const get = (hash) => fromCacheOrRemote({
		...output,
		hash
	}, name, config, tools);
	if (inside === null) return get(output.hash);
	const parsed = listing.safeParse(jsonOf(await readFile(await get(output.hash), "utf8")));
	if (!parsed.success) throw new Missing(`the listing ${output.hash} is not understood`);
	const path = choose(inside, parsed.data.map(({ relpath }) => relpath), "the tracked folder", "");
	return get(parsed.data.find(({ relpath }) => relpath === path).md5);
}
/** DVC 3 keeps objects in `files/md5`, DVC 2 kept them at the top. */
const place = ({ hash, layout }) => `${layout === 3 ? "files/md5/" : ""}${hash.slice(0, 2)}/${hash.slice(2)}`;
async function fromCacheOrRemote(output, name, config, tools) {
	const local = await copied(join(config.cache, place(output)), output, name, tools);
	if (local !== null) return local;
	const called = output.remote ?? config.remote;
	const remote = called === null ? void 0 : config.remotes.get(called);
	if (remote?.url === void 0) {
		const known = [...config.remotes.keys()].join(", ");
		throw new Missing(`it is not in the DVC cache ${config.cache}, and ${called === null ? "no remote is set" : `the remote ${called} is not configured`}${known && ` (there are ${known})`}`, "Set one with `dvc remote add --default NAME URL`, or run `dvc pull` before.");
	}
	const { url } = remote;
	if (/^(file:\/\/|[/\\]|[A-Za-z]:[/\\])/.test(url)) {
		const found = await copied(join(url.replace(/^file:\/\//, ""), place(output)), output, name, tools);
		if (found === null) throw new Missing(`neither the DVC cache nor the remote ${called} has ${output.hash}`, "Run `dvc push` where the data is.");
		return found;
	}
	const md5 = output.hash.replace(".dir", "");
	const { request, needs } = await requestFor(called, remote, place(output), tools);
	const { path } = await fetchFile(tools, {
		...request,
		name,
		md5
	}, needs);
	return path;
}
/** A copy of an object in a folder, checked; null when there is none, or a damaged one. */
async function copied(object, { hash }, name, { blobs }) {
	if (!await access(object).then(() => true, () => false)) return null;
	const staged = await blobs.stage();
	try {
		await copyFile(object, staged);
		const md5 = createHash("md5");
		await pipeline(createReadStream(staged), md5);
		return md5.digest("hex") === hash.replace(".dir", "") ? await blobs.keep(staged, await digestOf(staged), name) : null;
	} finally {
		await rm(staged, { force: true });
	}
}
async function requestFor(called, remote, object, { env }) {
	const url = `${remote.url.replace(/\/$/, "")}/${object}`;
	if (url.startsWith("s3://")) {
		const bucket = {
			endpoint: remote.endpointurl,
			region: remote.region,
			profile: remote.profile,
			accessKeyId: remote.access_key_id,
			secretAccessKey: remote.secret_access_key,
			sessionToken: remote.session_token
		};
		return {
			request: await s3Request(url, bucket, env),
			needs: S3_NEEDS
		};
	}
	if (/^https?:\/\//.test(url)) {
		const { user, password = "", custom_auth_header: custom } = remote;
		const authorization = custom !== void 0 ? { [custom.toLowerCase()]: password } : user !== void 0 ? { authorization: basic(user, password) } : {};
		const needs = `Put user and password of the remote ${called} into .dvc/config.local: \`dvc remote modify --local ${called} user NAME\`.`;
		return {
			request: {
				url,
				headers: async () => authorization
			},
			needs
		};
	}
	throw new Missing(`the remote ${called} is at ${url.split("://")[0]}://, which is not read from here (file, http, https and s3 are)`, "Run `dvc pull` in a step before, and name the file.");
}
// src/adapters/references/dvc/find.ts
/** The data that `.dvc` and `dvc.lock` files describe: from the local cache, else from the remote (dvc.org/doc/user-guide/project-structure). */
const find = async ({ revision, path }, tools) => {
	const read = revision === null ? onDisk : (path) => inCommit(revision, path, tools);
	const commit = revision === null ? null : await maybeGit("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
	if (revision !== null && commit === null) throw new Missing(`${revision} is not in this repository (a shallow clone? check out with \`fetch-depth: 0\`)`);
	return dataAt(path, commit, read, tools);
};
async function dataAt(path, commit, read, tools) {
	const found = await outputOf(path, read);
	if (found === null) throw new Missing(`neither ${path}.dvc nor a .dvc or dvc.lock above it describes it${commit ? ` in ${commit.slice(0, 12)}` : ""}`, "Run `dvc add` or `dvc repro`, and commit the .dvc or dvc.lock file.");
	const { output, described, inside } = found;
	const local = await objectOf(output, inside, path, await readConfig(path, tools.env), tools);
	const changed = await maybeGit("log", "-1", "--format=%cI", ...commit ? [commit] : [], "--", described);
	return {
		path: local,
		resolved: `${output.algorithm} ${output.hash}${inside ? `, ${inside}` : ""}${commit ? `, commit ${commit}` : ""}`,
		...createdAt(changed),
		beside: (location) => dataAt(sibling(path, location), commit, read, tools)
	};
}
/** Looks into `PATH.dvc`, then upwards: a folder may be tracked as a whole, or be the output of a stage. */
async function outputOf(path, read) {
	const parts = path.replace(/^(\.\/)+/, "").split("/");
	for (let length = parts.length; length > 0; length--) {
		const folder = parts.slice(0, length - 1).join("/");
		const from = path.startsWith("/") && folder === "" ? "/" : folder;
		const prefix = from === "" || from === "/" ? from : `${from}/`;
		const rest = parts.slice(length - 1).join("/");
		for (const file of [`${prefix}${parts[length - 1]}.dvc`, `${prefix}dvc.lock`]) {
			const text = await read(file);
			const found = text === null ? null : outputIn(text, rest, file);
			if (found) return {
				...found,
				described: file
			};
		}
	}
	return null;
}
const onDisk = (path) => readFile(path, "utf8").catch(() => null);
async function inCommit(revision, path, tools) {
	const staged = await tools.blobs.stage();
	try {
		await writeBlob(revision, path, staged);
		return await readFile(staged, "utf8");
	} catch (error) {
		if (error instanceof Missing) return null;
		throw error;
	} finally {
		await rm(staged, { force: true });
	}
}
export { find };
