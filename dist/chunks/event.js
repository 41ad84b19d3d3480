import { readFileSync } from "node:fs";
// src/adapters/github/event.ts
/** What a GitHub Actions run is about, from its environment and its event. */
const SHA = /^[0-9a-f]{40,64}$/;
/** Outside of GitHub Actions everything in it is empty. */
function readEvent(env) {
	const [owner = "", repo = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
	const payload = env.GITHUB_EVENT_PATH ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8")) : {};
	const serverUrl = env.GITHUB_SERVER_URL || "https://github.com";
	const pullRequest = pullRequestOf(payload);
	const measuring = env.GITHUB_EVENT_NAME === "workflow_run" ? measuringOf(payload) : null;
	const commit = measuring?.headSha ?? payload.pull_request?.head?.sha ?? payload.merge_group?.head_sha ?? env.GITHUB_SHA ?? "";
	const run = Number(env.GITHUB_RUN_ID) || 0;
	return {
		name: env.GITHUB_EVENT_NAME ?? "",
		owner,
		repo,
		repository: payload.repository?.id ?? 0,
		defaultBranch: payload.repository?.default_branch ?? "main",
		apiUrl: env.GITHUB_API_URL || "https://api.github.com",
		serverUrl,
		commit: SHA.test(commit) ? commit : "",
		run: measuring?.id ?? run,
		runUrl: measuring?.url ?? `${serverUrl}/${owner}/${repo}/actions/runs/${run}`,
		workflow: measuring?.workflow ?? workflowOf(env, `${owner}/${repo}/`),
		...pushOf(env, payload),
		pullRequest,
		measuring
	};
}
/** `octo/shop/.github/workflows/gate.yml@refs/pull/7/merge` → `.github/workflows/gate.yml`. */
function workflowOf(env, prefix) {
	const path = (env.GITHUB_WORKFLOW_REF ?? "").split("@")[0];
	return (path.startsWith(prefix) ? path.slice(prefix.length) : path) || (env.GITHUB_WORKFLOW ?? "");
}
function pushOf(env, { before = "" }) {
	const branch = /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? "")?.[1] ?? "";
	if (env.GITHUB_EVENT_NAME === "push") return {
		branch,
		before: SHA.test(before) && !/^0+$/.test(before) ? before : ""
	};
	return ["schedule", "workflow_dispatch"].includes(env.GITHUB_EVENT_NAME ?? "") ? {
		branch,
		before: env.GITHUB_SHA ?? ""
	} : {
		branch: "",
		before: ""
	};
}
/** Runs without a pull request (push, schedule, merge_group) have none in their event either. */
function pullRequestOf({ pull_request }) {
	const { number, base, head } = pull_request ?? {};
	if (typeof number !== "number" || typeof base?.sha !== "string" || !SHA.test(base.sha)) return null;
	const fork = head !== void 0 && head.repo?.id !== base.repo?.id;
	return {
		number,
		baseSha: base.sha,
		baseBranch: base.ref ?? "",
		fork
	};
}
function measuringOf({ workflow_run: one }) {
	if (!one || typeof one.id !== "number" || !SHA.test(one.head_sha ?? "")) return null;
	return {
		id: one.id,
		event: one.event ?? "",
		headSha: one.head_sha,
		headBranch: one.head_branch ?? "",
		headOwner: one.head_repository?.owner?.login ?? "",
		headRepository: one.head_repository?.id ?? 0,
		url: one.html_url ?? "",
		workflow: (one.path ?? "").split("@")[0]
	};
}
/** Whether this run was triggered by the end of one that a fork's pull request had started. */
function isAfterFork({ measuring, repository }) {
	return measuring?.event.startsWith("pull_request") === true && measuring.headRepository !== repository;
}
export { readEvent as n, isAfterFork as t };
