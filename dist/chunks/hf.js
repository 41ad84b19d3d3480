import { S as string, p as array, y as object } from "./schemas.js";
import { a as createdAt, c as fetchFile, f as sibling, i as choose, n as askJson, p as variable, s as encodePath } from "./place.js";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { homedir } from "node:os";
// src/adapters/references/hf.ts
const info = object({
	sha: string().regex(/^[0-9a-f]{40,64}$/),
	lastModified: string().optional(),
	siblings: array(object({
		rfilename: string(),
		lfs: object({ sha256: string() }).nullish()
	}))
});
const NEEDS = "Set HF_TOKEN to a token that may read the repository; gated ones ask to accept their terms on the website first.";
/** Hugging Face Hub API: a file of a repository, by the commit that the revision stands for just now. */
const find = async ({ kind, repository, revision, path }, tools) => {
	const endpoint = (variable(tools.env, "HF_ENDPOINT") ?? "https://huggingface.co").replace(/\/$/, "");
	const token = variable(tools.env, "HF_TOKEN") ?? await storedToken(tools.env);
	const headers = async () => token ? { authorization: `Bearer ${token}` } : {};
	const url = `${endpoint}/api/${kind}/${repository}/revision/${encodeURIComponent(revision)}?blobs=true`;
	const known = await askJson(tools, {
		url,
		headers
	}, info, NEEDS);
	return fileOf(path, known, {
		files: `${endpoint}/${kind === "datasets" ? "datasets/" : ""}${repository}/resolve/${known.sha}`,
		headers,
		repository
	}, tools);
};
async function fileOf(wanted, known, source, tools) {
	const names = known.siblings.map(({ rfilename }) => rfilename);
	const name = choose(wanted, names, source.repository, `Write hf:${source.repository}/PATH.`);
	const sha256 = known.siblings.find(({ rfilename }) => rfilename === name).lfs?.sha256;
	const url = `${source.files}/${encodePath(name)}`;
	return {
		path: (await fetchFile(tools, {
			url,
			name,
			headers: source.headers,
			...sha256 && { sha256 }
		}, NEEDS)).path,
		resolved: `commit ${known.sha}`,
		...createdAt(known.lastModified),
		beside: (location) => fileOf(sibling(name, location), known, source, tools)
	};
}
/** Where `hf auth login` leaves it. */
async function storedToken(env) {
	const home = variable(env, "HF_HOME") ?? join(variable(env, "HOME", "USERPROFILE") ?? homedir(), ".cache", "huggingface");
	return (await readFile(variable(env, "HF_TOKEN_PATH") ?? join(home, "token"), "utf8").catch(() => "")).trim() || void 0;
}
export { find };
