import { c as setOutput, h as summary, i as info, n as error, o as notice, u as warning } from "./core.js";
// src/adapters/hosts/github.ts
const SAY = {
	error,
	warning,
	notice
};
/** A GitHub Actions step: outputs, annotations and the job summary through the runner's own protocol. */
function createGithubHost(env, pullRequest) {
	return {
		pullRequest,
		report: (message) => info(message),
		print: info,
		fail: error,
		warn: (message) => warning(message, { title: "onnx-gate" }),
		annotate(annotations) {
			for (const { level, message, title, file, line, column } of annotations) SAY[level](message, {
				title,
				...file !== void 0 && { file },
				...line !== void 0 && { startLine: line },
				...column !== void 0 && { startColumn: column }
			});
		},
		output: setOutput,
		async summary(markdown) {
			if (env.GITHUB_STEP_SUMMARY) await summary.addRaw(markdown(), true).write();
		}
	};
}
export { createGithubHost as t };
