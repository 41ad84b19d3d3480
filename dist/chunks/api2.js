import { p as variable, t as Missing } from "./place.js";
// src/adapters/references/gitlab/api.ts
/** Address of a project in the API: the one that was named, or the one that the job runs for. */
function projectUrl(named, { env }, scheme) {
	const id = named ?? variable(env, "CI_PROJECT_ID");
	if (id === void 0) throw new Missing("it does not say which project", `Write ${scheme}:GROUP/PROJECT@…, or set CI_PROJECT_ID.`);
	return `${(variable(env, "CI_API_V4_URL") ?? "https://gitlab.com/api/v4").replace(/\/$/, "")}/projects/${encodeURIComponent(id)}`;
}
/** A token of the user's goes before the job's, which may do less. */
const headers = ({ env }) => {
	const own = variable(env, "GITLAB_TOKEN");
	const job = variable(env, "CI_JOB_TOKEN");
	const chosen = own ? { "private-token": own } : job ? { "job-token": job } : {};
	return async () => chosen;
};
const NEEDS = "Set GITLAB_TOKEN to a token with `read_api`, or let the job token of this project into the other one (Settings, CI/CD, Job token permissions).";
export { headers as n, projectUrl as r, NEEDS as t };
