import { n as FaultError } from "./errors.js";
import "./lib.js";
import { f as statusOf, l as headlineOf, p as tallyOf, r as renderMarkdown, t as COMMENT_BYTES, u as allAnnotations } from "./markdown.js";
import { t as renderFaults } from "./faults.js";
import { readFileSync } from "node:fs";
import * as os$1 from "os";
import os, { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants as constants$1, promises } from "fs";
import "path";
import * as events from "events";
import "child_process";
import "timers";
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
		apiUrl: env.GITHUB_API_URL || "https://api.github.com",
		serverUrl,
		commit: SHA.test(commit) ? commit : "",
		run: measuring?.id ?? run,
		runUrl: measuring?.url ?? `${serverUrl}/${owner}/${repo}/actions/runs/${run}`,
		workflow: measuring?.workflow ?? workflowOf(env, `${owner}/${repo}/`),
		pullRequest,
		measuring
	};
}
/** `octo/shop/.github/workflows/gate.yml@refs/pull/7/merge` → `.github/workflows/gate.yml`. */
function workflowOf(env, prefix) {
	const path = (env.GITHUB_WORKFLOW_REF ?? "").split("@")[0];
	return (path.startsWith(prefix) ? path.slice(prefix.length) : path) || (env.GITHUB_WORKFLOW ?? "");
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
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var __awaiter$6 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$6(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants$1.R_OK | constants$1.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$6(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$6(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises;
process.platform;
fs.constants.O_RDONLY;
process.platform;
events.EventEmitter;
events.EventEmitter;
os.platform();
os.arch();
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os$1.EOL);
}
/**
* Saves state for current action, the state can only be retrieved by this action's post job execution.
*
* @param     name     name of the state to store
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
/**
* Gets the value of an state set by this action's main execution.
*
* @param     name     name of the state to get
* @returns   string
*/
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}
// src/core/report/check-run.ts
/** Ten requests' worth; the summary has the rest. */
const MOST_ANNOTATIONS = 500;
/** Passed with warnings is still a success; what the policy lets through undecided is neutral. */
function checkResult(verdict, measurements, options) {
	const passed = verdict.verdict === "pass" ? "success" : "neutral";
	return {
		conclusion: verdict.exitCode === 0 ? passed : "failure",
		title: headlineOf(verdict, tallyOf(verdict.rules.map(statusOf))).title,
		summary: renderMarkdown(verdict, measurements, {
			...options,
			bytes: COMMENT_BYTES
		}),
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
/** GitHub's API, loaded when there is something to ask of it. Null without a token or a repository. */
async function openGithub(event, token, host) {
	if (!token || !event.owner) return null;
	const { createGithub } = await import("./github2.js");
	return createGithub(event, token, host.report);
}
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
			await end(checkResult(verdict, documents, {
				commit: event.commit,
				links: [runLink(event)]
			}));
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
export { withCheckRun as a, info as c, warning as d, summary as f, runLink as i, notice as l, openGithub as n, checkResult as o, readEvent as p, orWarn as r, error as s, endLeftCheckRun as t, setOutput as u };
