import { n as readEvent } from "./event.js";
import { t as filesIn } from "./document-files.js";
import { t as openGithub } from "./github.js";
// src/entry/comment.ts
/** Asks GitHub first, so that its answer is on the way while what was measured is read and shown. */
/** `print` gets what readers see. Returns the exit code of the verdict, whatever could be published. */
async function comment(inputs, host, print) {
	const event = readEvent(process.env);
	const github = await openGithub(event, inputs["github-token"] ?? process.env.GITHUB_TOKEN, host);
	const finding = findDocuments(inputs, event, github);
	if (event.measuring) await finding;
	const reading = finding.then(async (found) => {
		const { readShown } = await import("./show-comment.js");
		return readShown(found, inputs, event);
	});
	const looking = github && inputs.when !== "never" ? lookUp(github, reading) : null;
	looking?.catch(() => {});
	return (await reading).show({
		inputs,
		host,
		github,
		looking,
		print
	});
}
/** The pull request's comments. Null when there is no pull request. */
async function lookUp(github, reading) {
	const number = await github.findPullRequest();
	if (number === null) return null;
	const thread = github.thread(number);
	return {
		thread,
		first: await thread.find(reading.then(({ marker }) => marker))
	};
}
/** After `workflow_run` what that run uploaded, unless folders are named. */
async function findDocuments({ documents, artifact }, { measuring }, github) {
	if (measuring && github && documents.length === 0) {
		const { runReadArtifacts } = await import("./artifacts.js");
		const { files, artifacts } = await runReadArtifacts(measuring.id, artifact, github);
		return {
			files,
			links: artifacts.slice(0, 5).map(({ name, url }) => ({
				label: name,
				url
			}))
		};
	}
	return {
		files: await filesIn(documents.length > 0 ? documents : [".onnx-gate"]),
		links: []
	};
}
export { comment as t };
