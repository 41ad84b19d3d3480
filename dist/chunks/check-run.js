import { r as getState, s as saveState } from "./core.js";
import { n as FaultError } from "./errors.js";
import { t as allAnnotations } from "./annotations.js";
import { r as headlineOf } from "./view.js";
import { o as statusOf, s as tallyOf } from "./rule-view.js";
import { t as renderFaults } from "./faults.js";
import { i as renderMarkdown } from "./markdown.js";
import { t as openGithub } from "./github.js";
// src/core/report/check-run.ts
/** Ten requests' worth; the summary has the rest. */
const MOST_ANNOTATIONS = 500;
/**
* Passed with warnings is still a success; what the policy lets through undecided is neutral. `summary` is Markdown of
* at most `COMMENT_BYTES`.
*/
function checkResult(verdict, summary) {
	const passed = verdict.verdict === "pass" ? "success" : "neutral";
	return {
		conclusion: verdict.exitCode === 0 ? passed : "failure",
		title: headlineOf(verdict, tallyOf(verdict.rules.map(statusOf))).title,
		summary,
		annotations: allAnnotations(verdict).flatMap(placed).slice(0, MOST_ANNOTATIONS)
	};
}
const LEVELS = {
	error: "failure",
	warning: "warning",
	notice: "notice"
};
/** An annotation must lie on a file of the repository; the others stand in the summary. */
function placed({ file, line, level, title, message }) {
	const path = file?.replace(/^\.\//, "");
	if (path === void 0 || line === void 0 || /^[/\\]|^\w:|(^|\/)\.\.(\/|$)/.test(path)) return [];
	return [{
		path,
		line,
		level: LEVELS[level],
		title,
		message
	}];
}
// src/core/report/palette.ts
const asIs = (text) => text;
/** No colour at all. */
const PLAIN_PALETTE = {
	green: asIs,
	red: asIs,
	yellow: asIs,
	dim: asIs,
	bold: asIs,
	cyan: asIs
};
// src/entry/check-run.ts
/** A check run around the work: in progress before it begins, and ended whatever happens. */
const STARTED = "check-run";
const ENDED = "check-run-ended";
/** Runs `work` inside a check run when one is named. What GitHub refuses is a warning and changes nothing. */
async function withCheckRun(inputs, event, host, work) {
	const name = inputs["check-run"];
	const github = name === void 0 ? null : await openGithub(event, inputs["github-token"], host);
	const id = github && await orWarn(host, () => github.checks.start(name));
	if (!github || id === null) return work(async () => {});
	saveState(STARTED, id);
	const end = (result) => orWarn(host, async () => {
		await github.checks.complete(id, result);
		saveState(ENDED, "true");
	});
	try {
		return await work(async (verdict, documents) => {
			const page = {
				commit: event.commit,
				links: [runLink(event)]
			};
			await end(checkResult(verdict, renderMarkdown(verdict, documents, page)));
		});
	} catch (error) {
		await end(failed("The gate could not run", error instanceof FaultError ? renderFaults(error.faults, PLAIN_PALETTE) : String(error)));
		throw error;
	}
}
/** For the step after: a check run that was started and not ended belongs to a process that died. */
async function endLeftCheckRun(event, token, host) {
	const id = Number(getState(STARTED));
	if (!id || getState(ENDED)) return;
	const github = await openGithub(event, token, host);
	const text = "The process ended without a verdict: it was cancelled, or killed for its time or its memory. See the log.";
	await orWarn(host, async () => github?.checks.complete(id, failed("No verdict", text)));
}
const runLink = ({ runUrl }) => ({
	label: "All documents of this run",
	url: runUrl
});
/** Null when it failed. */
async function orWarn(host, publish) {
	try {
		return await publish();
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		for (const { message, fix } of error.faults) host.warn([message, fix].filter(Boolean).join(" "));
		return null;
	}
}
/** Indented, Markdown takes the words of an error as they are. */
function failed(title, text) {
	return {
		conclusion: "failure",
		title,
		summary: text.slice(0, 2e4).split("\n").map((line) => `    ${line}`).join("\n"),
		annotations: []
	};
}
export { checkResult as a, withCheckRun as i, orWarn as n, runLink as r, endLeftCheckRun as t };
