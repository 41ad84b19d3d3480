// src/entry/github.ts
/** GitHub's API, loaded when there is something to ask of it. Null without a token or a repository. */
async function openGithub(event, token, host) {
	if (!token || !event.owner) return null;
	const { createGithub } = await import("./github3.js");
	return createGithub(event, token, host.report);
}
export { openGithub as t };
