import { D as url, S as string, p as array, y as object } from "./schemas.js";
import { a as createdAt, c as fetchFile, i as choose, n as askJson } from "./place.js";
import { n as needs, r as repositoryOf, t as headers } from "./api.js";
// src/adapters/references/github/release.ts
const release = object({
	tag_name: string(),
	assets: array(object({
		name: string(),
		url: url(),
		updated_at: string(),
		/** `sha256:…`; older releases have none. */
		digest: string().nullish()
	}))
});
/** GitHub REST API, "Get the latest release", "Get a release by tag name" and "Get a release asset". */
const find = async ({ repository, tag, asset }, tools) => {
	const { url, name } = repositoryOf(repository, tools, "release");
	const want = needs(tools, "contents: read");
	const which = tag === "latest" ? "latest" : `tags/${encodeURIComponent(tag)}`;
	const found = await askJson(tools, {
		url: `${url}/releases/${which}`,
		headers: headers(tools)
	}, release, want);
	return assetOf(asset, found, `release ${found.tag_name} of ${name}`, tools, want);
};
async function assetOf(wanted, { assets, tag_name }, where, tools, want) {
	const chosen = choose(wanted, assets.map(({ name }) => name), where, "");
	const { name, url, digest, updated_at } = assets.find((one) => one.name === chosen);
	const sha256 = /^sha256:([0-9a-f]{64})$/.exec(digest ?? "")?.[1];
	const request = {
		url,
		name,
		headers: headers(tools, "application/octet-stream"),
		...sha256 && { sha256 }
	};
	const { path } = await fetchFile(tools, request, want);
	return {
		path,
		resolved: `release ${tag_name}`,
		...createdAt(updated_at),
		beside: (location) => assetOf(location.split(/[/\\]/).at(-1), {
			assets,
			tag_name
		}, where, tools, want)
	};
}
export { find };
