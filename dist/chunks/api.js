import { p as variable, t as Missing } from "./place.js";
// src/adapters/references/github/api.ts
/** The repository that was named, or the one that the job runs for. */
function repositoryOf(named, { env }, scheme) {
	const name = named ?? variable(env, "GITHUB_REPOSITORY");
	if (name === void 0 || !/^[\w.-]+\/[\w.-]+$/.test(name)) throw new Missing("it does not say which repository", `Write ${scheme}:OWNER/REPO@…, or set GITHUB_REPOSITORY.`);
	return {
		url: `${(variable(env, "GITHUB_API_URL") ?? "https://api.github.com").replace(/\/$/, "")}/repos/${name}`,
		name
	};
}
/** Headers for a JSON answer, or for the bytes of an asset. */
const headers = ({ env }, accept = "application/vnd.github+json") => {
	const token = variable(env, "GITHUB_TOKEN", "GH_TOKEN");
	return async () => ({
		accept,
		"x-github-api-version": "2022-11-28",
		...token !== void 0 && { authorization: `Bearer ${token}` }
	});
};
/** What to set when the API refuses: with a token its permission is missing, without one the token. */
const needs = ({ env }, permission) => variable(env, "GITHUB_TOKEN", "GH_TOKEN") === void 0 ? `Set GITHUB_TOKEN (\`env: { GITHUB_TOKEN: \${{ github.token }} }\`), and give the job \`permissions: { ${permission} }\`.` : `Give the job \`permissions: { ${permission} }\`; another repository needs a token that may read it in GITHUB_TOKEN.`;
export { needs as n, repositoryOf as r, headers as t };
