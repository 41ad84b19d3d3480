import { S as string, p as array, v as number, y as object } from "./schemas.js";
import { a as createdAt, c as fetchFile, f as sibling, i as choose, n as askJson, s as encodePath, t as Missing } from "./place.js";
import { n as headers, r as projectUrl, t as NEEDS } from "./api2.js";
// src/adapters/references/gitlab/package.ts
const packages = array(object({
	id: number(),
	name: string(),
	version: string()
}));
const files = array(object({
	id: number(),
	file_name: string(),
	created_at: string(),
	file_sha256: string().nullish()
}));
/** GitLab packages API ("List packages", "List package files") and its generic packages repository. */
const find = async ({ project, name, version, file }, tools) => {
	const url = projectUrl(project, tools, "gitlab-package");
	const ask = (path, schema) => askJson(tools, {
		url: `${url}/${path}`,
		headers: headers(tools)
	}, schema, NEEDS);
	const versions = (await ask(`packages?${`package_type=generic&package_name=${encodeURIComponent(name)}&order_by=created_at&sort=desc&per_page=100`}`, packages)).filter((one) => one.name === name);
	const chosen = versions.find((one) => version === "latest" || one.version === version);
	if (!chosen) {
		const known = versions.map((one) => one.version).slice(0, 5).join(", ");
		throw new Missing(`there is no package ${name} ${version}${known && `; there are versions ${known}`}`, known ? void 0 : NEEDS);
	}
	return fileOf(file, await ask(`packages/${chosen.id}/package_files?per_page=100`, files), `${url}/packages/generic/${encodePath(`${name}/${chosen.version}`)}`, chosen, tools);
};
async function fileOf(wanted, listed, url, { name, version }, tools) {
	const path = choose(wanted, listed.map(({ file_name }) => file_name), `package ${name} ${version}`, "");
	const { file_sha256, created_at } = listed.filter(({ file_name }) => file_name === path).sort((a, b) => b.id - a.id)[0];
	const request = {
		url: `${url}/${encodePath(path)}`,
		name: path,
		headers: headers(tools),
		...file_sha256 && { sha256: file_sha256 }
	};
	return {
		path: (await fetchFile(tools, request, NEEDS)).path,
		resolved: `package ${name} ${version}`,
		...createdAt(created_at),
		beside: (location) => fileOf(sibling(path, location), listed, url, {
			name,
			version
		}, tools)
	};
}
export { find };
