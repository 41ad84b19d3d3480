import { t as files } from "./files.js";
import { t as isAfterFork } from "./event.js";
import { n as inflateRaw, t as deflateRaw } from "./zip.js";
import { t as DOCUMENTS } from "./documents.js";
import { l as plural } from "./format.js";
import { c as tallyText, o as statusOf, s as tallyOf } from "./rule-view.js";
import { i as modelsOf, n as mergeLegs, r as mergedVerdict, t as runReadLegs } from "./legs.js";
import { E as unknown, S as string, h as int, p as array, x as strictObject } from "./schemas.js";
import { i as fault } from "./errors.js";
import { n as SUMMARY_BYTES, r as markdownPages, t as COMMENT_BYTES } from "./markdown.js";
import { a as checkResult, n as orWarn, r as runLink } from "./check-run.js";
/** Unpacked, far beyond what fits into `HIDDEN_BYTES` of honest data. */
const MOST_INFLATED = 4 * 2 ** 20;
const NAME = "onnx-gate/comment/v1";
/** `workflow` and `policy` keep comments of several gates on one pull request apart. */
function markerOf(workflow, policy) {
	return `<!-- ${NAME} ${base64(new TextEncoder().encode(`${workflow.slice(0, 300)}\n${policy.slice(0, 300)}`))} `;
}
/** The line that `marker` begins, of at most about `HIDDEN_BYTES`: what does not fit is told in less detail. */
async function packState(marker, state) {
	let line = "";
	for (const shorten of LEVELS) {
		const text = JSON.stringify({
			...state,
			legs: state.legs.map(shorten)
		}, withoutHeavy);
		line = `${marker}${base64(await deflateRaw(new TextEncoder().encode(text)))} -->`;
		if (line.length <= 24e3) return line;
	}
	return `${marker}${base64(await deflateRaw(new TextEncoder().encode(JSON.stringify({
		...state,
		legs: []
	}))))} -->`;
}
/** Null when the body has no such line, or one that is damaged. Documents of another version are left out. */
async function unpackState(marker, body) {
	const at = body.lastIndexOf(marker);
	if (at === -1) return null;
	const data = /^([A-Za-z0-9+/=]*) -->/.exec(body.slice(at + marker.length))?.[1];
	const bytes = data === void 0 ? null : unbase64(data);
	const text = bytes && await inflateRaw(bytes, MOST_INFLATED);
	if (!text) return null;
	try {
		const parsed = stateSchema.safeParse(JSON.parse(new TextDecoder().decode(text)));
		return parsed.success ? {
			...parsed.data,
			legs: parsed.data.legs.flatMap(readLeg)
		} : null;
	} catch {
		return null;
	}
}
const stateSchema = strictObject({
	run: int().nonnegative(),
	commit: string().regex(/^[0-9a-f]{0,64}$/),
	legs: array(strictObject({
		leg: string().max(300),
		verdict: unknown(),
		measurements: array(unknown())
	})).max(1e3)
});
function readLeg({ leg, verdict, measurements }) {
	const judged = DOCUMENTS.verdict.safeParse(verdict);
	if (!judged.success) return [];
	const kinds = [
		DOCUMENTS.validation,
		DOCUMENTS.evaluation,
		DOCUMENTS.benchmark
	];
	return [{
		leg,
		verdict: judged.data,
		measurements: measurements.flatMap((one) => {
			const parsed = kinds.map((kind) => kind.safeParse(one)).find(({ success }) => success);
			return parsed?.success ? [parsed.data] : [];
		})
	}];
}
/** From all that a comment shows to hardly more than the outcome. */
const LEVELS = [
	(leg) => ({
		...leg,
		measurements: leg.measurements.flatMap(slim)
	}),
	(leg) => ({
		...leg,
		measurements: []
	}),
	({ leg, verdict }) => {
		return {
			leg,
			measurements: [],
			verdict: summarised(verdict, verdict.rules.filter((rule) => statusOf(rule) !== "passed"))
		};
	},
	({ leg, verdict }) => ({
		leg,
		measurements: [],
		verdict: summarised(verdict, [])
	})
];
/** Optional parts of documents that comments do not show. */
const HEAVY = /* @__PURE__ */ new Set([
	"where",
	"data",
	"curves",
	"histograms"
]);
const withoutHeavy = (key, value) => HEAVY.has(key) ? void 0 : value;
/** Of an image nothing is shown but the rules about it, which the verdict has. */
function slim(document) {
	if (document.schema === "onnx-gate/image/v1") return [];
	if (document.schema === "onnx-gate/evaluation/v1") return [{
		...document,
		slices: [],
		metrics: document.metrics.filter(({ slice }) => slice === null)
	}];
	if (document.schema === "onnx-gate/validation/v1") return [{
		...document,
		summary: null,
		comparison: null,
		findings: document.findings.slice(0, 10)
	}];
	return [document];
}
/** Rules that are left out are counted for each model. */
function summarised(verdict, rules) {
	const kept = new Set(rules);
	const told = modelsOf(verdict).flatMap((model) => {
		const gone = verdict.rules.filter((rule) => rule.model === model && !kept.has(rule));
		const message = `${tallyText(tallyOf(gone.map(statusOf)))}: too many to carry here; ${plural(gone.length, "rule")} in the run’s documents.`;
		return gone.length === 0 ? [] : [{
			model,
			code: "summarised",
			message
		}];
	});
	const subjects = verdict.subjects.map(({ model }) => ({
		model,
		candidate: null,
		baseline: null,
		holdout: null
	}));
	return {
		...verdict,
		rules,
		subjects,
		reasons: [...verdict.reasons.slice(0, 20), ...told]
	};
}
function base64(bytes) {
	let text = "";
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}
function unbase64(text) {
	try {
		return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
	} catch {
		return null;
	}
}
// src/core/comment/worth.ts
const WORTH = {
	always: () => true,
	"on-change": (verdict) => verdict.verdict !== "pass" || verdict.reasons.length > 0 || verdict.rules.some(changed),
	"on-failure": ({ verdict }) => verdict !== "pass",
	never: () => false
};
function worthComment(when, verdict) {
	return WORTH[when](verdict);
}
/** A rule that did not hold, or a difference from the baseline that is not chance. */
function changed(rule) {
	const status = statusOf(rule);
	if (status !== "passed" && status !== "skipped") return true;
	const { interval } = rule;
	return interval !== null && (interval.lower > 0 || interval.upper < 0);
}
// src/core/report/comment-body.ts
/** The same state gives the same text, whoever writes it. */
async function renderBody(state, { marker, links, full, fork }) {
	const hidden = await packState(marker, state);
	const { verdict, measurements } = mergedVerdict(state.legs);
	const pages = markdownPages(verdict, measurements, {
		full,
		links,
		fork,
		...state.commit !== "" && { commit: state.commit }
	});
	const shown = pages(COMMENT_BYTES - hidden.length - 1);
	return {
		text: `${shown}\n${hidden}`,
		shown,
		pages
	};
}
// src/commands/comment.ts
/** Tries to be the one that all agree on before giving up. */
const ROUNDS = 20;
/** What this gate's comments are found by. */
const markerFor = (workflow, legs) => markerOf(workflow, legs.map(({ verdict }) => verdict.policy?.path).find(Boolean) ?? "");
/**
* Brings the pull request's comment up to date. Jobs of one run that race lose nothing: each adds its part to what
* the comment carries while no other may write, and comments that were created at the same instant become the oldest.
* `first`: what `thread.find(markerFor(…))` gave, asked for as early as the caller could.
*/
async function runComment(inputs, { thread, first }) {
	const { state } = inputs;
	const marker = markerFor(inputs.workflow, state.legs);
	for (let round = 0; round < ROUNDS; round++) {
		const found = await withStates(marker, round === 0 ? first : await thread.find(marker));
		if (found.some((one) => one.state !== null && one.state.run > state.run)) return { status: "outdated" };
		const [target] = found.filter((one) => inputs.mode === "update" || one.state?.run === state.run);
		if (!target) {
			const { verdict } = mergedVerdict(state.legs);
			if (found.length === 0 && !worthComment(inputs.when, verdict)) return { status: "kept-quiet" };
			const made = await thread.create(inputs.body);
			const now = found.length === 0 ? await thread.find(marker) : [];
			if (now.length === 1 && now[0].id === made.id) return {
				status: "posted",
				url: made.url
			};
			continue;
		}
		if (await target.comment.exclusively((alone) => join(inputs, marker, target.comment, alone, thread))) return {
			status: "posted",
			url: target.comment.url
		};
	}
	throw fault("host-failed", `The comment was still changing after ${ROUNDS} attempts.`, { fix: "Post it from one job that `needs` all others." });
}
async function withStates(marker, comments) {
	return Promise.all(comments.map(async (comment) => ({
		comment,
		state: await unpackState(marker, comment.body)
	})));
}
/** Adds this job's part to `target` and takes away what it replaces. False: things have changed, look again. */
async function join(inputs, marker, target, alone, thread) {
	const { state, mode } = inputs;
	const all = await withStates(marker, await thread.find(marker));
	const isShared = ({ state: other }) => mode === "update" || other?.run === state.run;
	const shared = all.filter(isShared);
	const now = await target.read();
	if (now === null || shared[0]?.comment.id !== target.id) return false;
	const states = [await unpackState(marker, now), ...shared.slice(1).map((one) => one.state)].filter((one) => one !== null && one.run >= state.run);
	if (states.some((one) => one.run > state.run)) return false;
	const others = states.flatMap((one) => one.legs);
	const body = others.length === 0 ? inputs.body : await bodyWith(others, inputs, marker);
	if (body.trim() !== now.trim()) {
		await target.update(body);
		if (!alone) return false;
	}
	for (const { comment } of shared.slice(1)) await comment.retire("delete");
	if (mode === "recreate" || mode === "hide-and-recreate") {
		const how = mode === "recreate" ? "delete" : "hide";
		for (const { comment } of all.filter((one) => !isShared(one))) await comment.retire(how);
	}
	return true;
}
async function bodyWith(others, inputs, marker) {
	const [first, ...more] = mergeLegs([...others, ...inputs.state.legs]);
	const { text } = await renderBody({
		...inputs.state,
		legs: [first, ...more]
	}, {
		...inputs,
		marker
	});
	return text;
}
// src/entry/show-comment.ts
/** What was measured, shown where reviewers look. Loaded after the first request has been made. */
/** `show` returns the exit code of the verdict. Throws what `runReadLegs` throws. */
async function readShown(found, { leg }, event) {
	const read = await runReadLegs(found.files, leg ?? "");
	const marker = markerFor(event.workflow, read.legs);
	return {
		marker,
		show: (how) => show({
			found,
			read,
			marker,
			event
		}, how)
	};
}
async function show({ found, read, marker, event }, { inputs, host, github, looking, print }) {
	const { verdict } = read;
	const page = {
		links: [
			...found.links,
			...inputs.links.flatMap(parseLink),
			...event.run ? [runLink(event)] : []
		],
		full: `${inputs.out}/verdict.json`,
		fork: isAfterFork(event) || event.pullRequest?.fork === true
	};
	const file = `${inputs.out}/comment.md`;
	const state = {
		run: event.run,
		commit: event.commit,
		legs: read.legs
	};
	const { text: body, shown, pages } = await renderBody(state, {
		...page,
		marker
	});
	await files.write(file, shown);
	await print(read, shown);
	await host.summary(() => pages(SUMMARY_BYTES));
	const url = looking && await orWarn(host, async () => post({
		...inputs,
		...page,
		state,
		body
	}, event, await looking, host));
	const name = inputs["check-run"];
	if (github && name !== void 0) await orWarn(host, async () => github.checks.complete(await github.checks.start(name), checkResult(verdict, shown)));
	host.output("verdict", verdict.verdict);
	host.output("comment-url", url ?? "");
	host.output("comment-file", file);
	return verdict.exitCode;
}
/** Null when there is no comment. */
async function post(content, event, looked, host) {
	if (looked === null) {
		host.report(`No open pull request has its head at ${event.commit.slice(0, 12)}: no comment.`);
		return null;
	}
	const posted = await runComment({
		...content,
		workflow: event.workflow
	}, looked);
	if (posted.status === "outdated") host.report("A newer run has commented already: left as it is.");
	return posted.status === "posted" ? posted.url : null;
}
function parseLink(line) {
	const [, url, label] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
	return url !== void 0 && label !== void 0 ? [{
		url,
		label
	}] : [];
}
export { readShown };
