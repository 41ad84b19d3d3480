import { S as string, p as array, v as number, y as object } from "./schemas.js";
import { a as createdAt, c as fetchFile, d as readJson, f as sibling, s as encodePath, t as Missing, u as missing } from "./place.js";
import { n as headers, r as projectUrl, t as NEEDS } from "./api2.js";
// src/adapters/references/gitlab/job.ts
const pipelines = array(object({
	id: number(),
	sha: string()
}));
const jobs = array(object({
	id: number(),
	name: string(),
	finished_at: string().nullish()
}));
/** GitLab job artifacts API: one file of the newest successful pipeline of a branch or tag. */
const find = async ({ project, ref, job, path }, tools) => {
	const url = projectUrl(project, tools, "gitlab-job");
	return fileOf(path, await identified(url, ref, job, tools) ?? byName(url, ref, job), tools);
};
/** Null where the token may read artifacts but not pipelines, as a job's own token. */
async function identified(url, ref, job, tools) {
	const found = await askOrNull(`${url}/pipelines?${`ref=${encodeURIComponent(ref)}&status=success&order_by=id&sort=desc&per_page=1`}`, pipelines, tools);
	if (found === null) return null;
	const [pipeline] = found;
	if (!pipeline) throw new Missing(`there is no successful pipeline for ${ref}`);
	const listed = await askOrNull(`${url}/pipelines/${pipeline.id}/jobs?scope[]=success&per_page=100`, jobs, tools);
	if (listed === null) return null;
	const chosen = listed.find(({ name }) => name === job);
	if (!chosen) {
		const names = listed.map(({ name }) => name).slice(0, 10).join(", ");
		throw new Missing(`pipeline ${pipeline.id} of ${ref} has no successful job ${job}; it has ${names}`);
	}
	return {
		url: (path) => `${url}/jobs/${chosen.id}/artifacts/${encodePath(path)}`,
		resolved: `job ${chosen.id} of pipeline ${pipeline.id}, commit ${pipeline.sha}`,
		...createdAt(chosen.finished_at)
	};
}
const byName = (url, ref, job) => ({
	url: (path) => `${url}/jobs/artifacts/${encodePath(ref)}/raw/${encodePath(path)}?job=${encodeURIComponent(job)}`,
	resolved: `job ${job} of the newest successful pipeline for ${ref}`
});
async function askOrNull(url, schema, tools) {
	const answer = await tools.downloads.ask({
		url,
		headers: headers(tools)
	});
	if (answer.ok) return readJson(answer.text, schema, new URL(url));
	if (answer.status !== null && [
		401,
		403,
		404
	].includes(answer.status)) return null;
	throw missing(answer, NEEDS);
}
async function fileOf(path, job, tools) {
	const { path: local, created } = await fetchFile(tools, {
		url: job.url(path),
		name: path,
		headers: headers(tools)
	}, NEEDS);
	return {
		path: local,
		resolved: job.resolved,
		...created !== void 0 && { created },
		...job.created !== void 0 && { created: job.created },
		beside: (location) => fileOf(sibling(path, location), job, tools)
	};
}
export { find };
