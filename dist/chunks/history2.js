import { l as datetime, n as foreign, s as tool, t as digest } from "./common.js";
import { S as string, g as literal, h as int, p as array, x as strictObject } from "./schemas.js";
import { n as verdict, t as ruleResult } from "./verdict.js";
import { l as plural } from "./format.js";
const digestOrNull = digest.nullable();
/** One verdict as a line of a history: what a trend is drawn from. */
const historyEntry = strictObject({
	schema: literal("onnx-gate/history/v1"),
	tool,
	created: datetime(),
	/** The commit that was judged, where the host told. */
	commit: string().regex(/^[0-9a-f]{7,64}$/).nullable(),
	verdict: verdict.shape.verdict,
	mode: verdict.shape.mode,
	policy: digestOrNull,
	models: array(strictObject({
		name: foreign,
		candidate: digestOrNull,
		baseline: digestOrNull,
		holdout: digestOrNull,
		/** Rules about all rows, in the verdict's order. */
		rules: array(ruleResult.pick({
			metric: true,
			unit: true,
			result: true,
			level: true,
			value: true,
			baseline: true,
			delta: true
		})).max(200),
		/** Rules about slices, by result. */
		slices: strictObject({
			pass: int().nonnegative(),
			fail: int().nonnegative(),
			inconclusive: int().nonnegative(),
			skipped: int().nonnegative()
		})
	})).max(200)
});
// src/core/history/history.ts
/** Verdicts over time, a JSON line each. */
/** What is kept of a verdict. `commit` in hexadecimal; anything else is not kept. */
function historyEntryOf(verdict, commit) {
	const { tool, created, mode, policy, rules, subjects } = verdict;
	return {
		schema: "onnx-gate/history/v1",
		tool,
		created,
		commit: commit !== null && historyEntry.shape.commit.safeParse(commit).success ? commit : null,
		verdict: verdict.verdict,
		mode,
		policy: policy?.digest ?? null,
		models: subjects.slice(0, 200).map(({ model, candidate, baseline, holdout }) => {
			const own = rules.filter((rule) => rule.model === model);
			const slices = {
				pass: 0,
				fail: 0,
				inconclusive: 0,
				skipped: 0
			};
			for (const { slice, result } of own) if (slice !== null) slices[result]++;
			return {
				name: model,
				candidate: candidate?.digest ?? null,
				baseline: baseline?.digest ?? null,
				holdout: holdout?.digest ?? null,
				rules: own.filter(({ slice }) => slice === null).slice(0, 200).map(({ metric, unit, result, level, value, baseline, delta }) => ({
					metric,
					unit,
					result,
					level,
					value,
					baseline,
					delta
				})),
				slices
			};
		})
	};
}
/** One line with its end. */
function historyLine(entry) {
	return `${JSON.stringify(entry)}\n`;
}
/**
* Entries of any number of files, the oldest first, each once. Lines that are none (of a later version, or cut short by a
* full disk) are counted, not thrown at: a history must not keep a report from being made.
*/
function parseHistory(texts) {
	const entries = /* @__PURE__ */ new Map();
	let unreadable = 0;
	for (const line of new Set(texts.flatMap((text) => text.split("\n")))) {
		if (line.trim() === "") continue;
		const entry = parseLine(line);
		if (entry) entries.set(JSON.stringify(entry), entry);
		else unreadable++;
	}
	return {
		entries: [...entries.values()].sort((a, b) => Date.parse(a.created) - Date.parse(b.created)),
		unreadable
	};
}
function parseLine(line) {
	try {
		return historyEntry.safeParse(JSON.parse(line)).data ?? null;
	} catch {
		return null;
	}
}
// src/commands/history.ts
/** The oldest first. Lines that are none are left out, and told. */
async function runReadHistory(ports) {
	const { entries, unreadable } = parseHistory(await ports.past.read());
	if (unreadable > 0) ports.progress.report(`${plural(unreadable, "line")} of the history cannot be read; the rest is shown.`);
	return entries;
}
/** Adds the verdict. `commit`: what was judged, where it is known. */
async function runAppendHistory({ verdict, commit }, ports) {
	await ports.past.append(historyLine(historyEntryOf(verdict, commit ?? null)));
}
export { runAppendHistory, runReadHistory };
