import { a as formatDuration, c as formatScore, l as plural, n as formatBytes, o as formatPercent, r as formatCount, s as formatPercentDelta, u as shortDigest } from "./format.js";
import { a as rankOf, c as tallyText, d as findingRemarks, f as isFault, i as ruleView, l as dataRemarks, n as metricName, o as statusOf, p as reasonRemarks, r as rowsNeededText, s as tallyOf, t as detectableText, u as engineWords } from "./rule-view.js";
import { n as proseOf } from "./prose.js";
import { i as safeText, r as safeName } from "./safe-text.js";
// src/core/report/headline.ts
/** Reasons that stand in the headline, because without them it would say too much. */
const STAMPS = {
	"no-baseline": "no baseline",
	"no-thresholds": "no thresholds"
};
const WORDS$1 = {
	pass: "Passed",
	fail: "Failed",
	inconclusive: "Inconclusive",
	error: "Could not judge"
};
function headlineOf(verdict, tally) {
	const outcome = verdict.verdict;
	const count = {
		pass: 0,
		fail: tally.failed,
		inconclusive: tally.inconclusive,
		error: 0
	}[outcome];
	const named = count > 0 ? `${WORDS$1[outcome]}: ${count} of ${plural(verdict.rules.length, "rule")}` : WORDS$1[outcome];
	const open = outcome === "pass" ? tallyText({
		...tally,
		skipped: 0,
		passed: 0
	}).split(", ") : [];
	const stamps = verdict.reasons.flatMap(({ code }) => Object.hasOwn(STAMPS, code) ? [STAMPS[code]] : []);
	const tallied = tallyText(tally);
	return {
		outcome,
		title: [
			named,
			...open.filter(Boolean),
			...new Set(stamps)
		].join(" · "),
		sentence: [tallied && `${tallied}.`, consequence(verdict)].filter(Boolean).join(" ")
	};
}
function consequence({ verdict, mode, exitCode, rules }) {
	if (verdict === "error") return "The gate could not measure all that it judges by, so nothing may ship on its word.";
	if (rules.length === 0) return "There was nothing to judge by, so this is no blessing.";
	if (verdict === "pass") return "This may ship.";
	if (verdict === "fail") return "This must not ship.";
	return exitCode === 0 ? `Nothing proves this good enough; mode ${mode} lets it through with a warning.` : `Nothing proves this good enough, and mode ${mode} asks for proof.`;
}
// src/core/report/churn-note.ts
/** Whether scores are the rates that they promise, by the bins of the reliability diagram. */
function calibrationNotes(measurements) {
	return measurements.flatMap((document) => {
		const curves = document.schema === "onnx-gate/evaluation/v1" ? document.curves : void 0;
		const told = [["candidate", curves?.candidate.reliability], ["baseline", curves?.baseline?.reliability]].flatMap(([name, bins]) => bins && bins.length > 0 ? [`${name} ${bins.filter(({ score, lower, upper }) => score < lower || score > upper).length} of ${bins.length}`] : []);
		return told.length === 0 ? [] : [[`Calibration, bins whose mean score is outside the interval of their rate: ${told.join(", ")}.`]];
	});
}
/** How differently the two models answer, whatever the labels say; nothing without a baseline. */
function churnNotes(measurements) {
	return measurements.flatMap((document) => {
		const churn = document.schema === "onnx-gate/evaluation/v1" ? document.churn : null;
		if (churn === null) return [];
		const facts = FACTS.flatMap((fact) => fact(churn) ?? []);
		return facts.length === 0 ? [] : [[`Churn against the baseline: ${facts.join("; ")}.`]];
	});
}
const FACTS = [
	({ flipRate, threshold }) => flipRate === null || threshold === null ? null : `${formatPercent(flipRate)} of rows on the other side of ${threshold}`,
	({ meanShift, maxShift }) => meanShift === null || maxShift === null ? null : `scores differ by ${formatScore(meanShift)} on average, ${formatScore(maxShift)} at most`,
	({ spearman }) => spearman === null ? null : `rank correlation ${formatScore(spearman, 3)} (Spearman)`,
	({ overlap, k }) => overlap === null ? null : `the first ${k} of a group share ${formatPercent(overlap)} of their rows`,
	({ firstChanged }) => firstChanged === null ? null : `the first row is another one in ${formatPercent(firstChanged)} of groups`,
	({ winTieLoss: [first] }) => first === void 0 ? null : `by ${metricName(first.metric)} ${plural(first.wins, "group")} ${first.wins === 1 ? "is" : "are"} better, ${formatCount(first.ties)} equal, ${formatCount(first.losses)} worse`
];
// src/core/report/environment-facts.ts
/** What the system does not tell is left out, and so is what documents of earlier versions lack. */
function environmentFacts(environment) {
	const { cpu, cores, governor, container, load, throttled, steal, interruptions, noise } = environment;
	const known = (value, format) => value === null || value === void 0 ? null : format(value);
	return [
		["Processor", safeName(cpu)],
		["Cores", formatCount(cores)],
		["Governor", known(governor, safeName)],
		["Limits of the container", container === void 0 ? null : containerText(container)],
		["Load when it began", load === null ? "not known" : formatScore(load, 1)],
		["Held back by the container", known(throttled, formatDuration)],
		["Time taken by the hypervisor", known(steal, formatPercent)],
		["Interruptions per second", known(interruptions, (each) => formatScore(each, 1))],
		["Noise of p95", known(noise, formatPercent)],
		["Platform", safeName(environment.platform)],
		["Runtime", safeName(environment.runtime)],
		["Node.js", safeName(environment.node)]
	].flatMap(([name, value]) => value === null ? [] : [[name, value]]);
}
/** `2 processors, 4.00 GiB`. */
function containerText(container) {
	const { cpus = null, memory = null } = container ?? {};
	const limits = [...cpus === null ? [] : [cpus === 1 ? "1 processor" : `${Number(cpus.toPrecision(3))} processors`], ...memory === null ? [] : [formatBytes(memory)]];
	return limits.length === 0 ? "none" : limits.join(", ");
}
// src/core/report/timing-notes.ts
/** Kinds of operator that a report names; the document holds more. */
const OPERATORS = 3;
function timingNotes(document, rules) {
	return [
		machine(document, rules),
		...control(document, rules),
		...alone(document),
		...profile(document),
		...endpoint(document),
		...(document.notes ?? []).map((text) => proseOf(text))
	];
}
function judgedArms({ arms }, rules) {
	const judged = new Set(rules.map(({ metric }) => metric));
	return arms.filter(({ batch, metric }) => judged.has(`latency/batch=${batch}/${metric}`));
}
/** The machine, and the effort. */
function machine(document, rules) {
	const { environment, settings } = document;
	const { cpu, cores, platform, node, load, governor, container, steal, throttled } = environment;
	const { interruptions, noise } = environment;
	const arms = judgedArms(document, rules);
	const calls = Math.min(...arms.map(({ samples }) => samples));
	const launches = Math.min(...arms.map((one) => one.launches));
	const parts = [
		`Timed on ${cpu}, ${plural(cores, "core")}${load === null ? "" : `, load ${formatScore(load, 1)}`}`,
		...governor ? [`governor ${governor}`] : [],
		...container ? [`container of ${containerText(container)}`] : [],
		`${platform}, Node ${node}`,
		...settings ? [settingsText(settings)] : [],
		...arms.length === 0 ? [] : [`at least ${plural(calls, "call")} of each model in ${launches === 1 ? "1 launch" : `${launches} launches`}`],
		...noise == null ? [] : [`noise of p95 ${formatPercent(noise)}`],
		...interruptions == null ? [] : [`${formatScore(interruptions, 1)} interruptions a second`],
		...steal && steal >= .001 ? [`${formatPercent(steal)} of the time taken by the hypervisor`] : [],
		...throttled ? [`held back by the container for ${formatDuration(throttled)}`] : []
	];
	return proseOf(`${parts.join("; ")}.`);
}
function settingsText({ threads, spinning, execution, optimization }) {
	const waiting = threads === 1 ? "" : spinning ? " that spin while idle" : " that sleep while idle";
	return `${plural(threads, "thread")}${waiting}, ${execution}, optimisations: ${optimization}`;
}
/** What the machine's noise alone does to the times that were judged. */
function control(document, rules) {
	return sentence("The baseline against itself: ", judgedArms(document, rules).flatMap(({ metric, batch, control }) => {
		if (!control) return [];
		const { ratio, interval } = control;
		const range = interval ? ` [${formatPercentDelta(interval.lower - 1)}, ${formatPercentDelta(interval.upper - 1)}]` : "";
		return [`${metric} batch ${batch} ${formatPercentDelta(ratio - 1)}${range}`];
	}));
}
/** Each model alone, at the first batch size; the baseline's in brackets. */
function alone({ footprints, throughput }) {
	const [one] = footprints ?? [];
	if (!one) return [];
	const both = (format, candidate, baseline) => `${candidate === null ? "unknown" : format(candidate)}${baseline == null ? "" : ` (baseline ${format(baseline)})`}`;
	const { candidate, baseline } = one;
	const rate = (value) => `${formatCount(value)} calls/s`;
	return sentence(`Alone, batch ${one.batch}: `, [
		`load ${both(formatDuration, candidate.load, baseline?.load)}`,
		`first inference ${both(formatDuration, candidate.firstInference, baseline?.firstInference)}`,
		`start of the process to the first answer ${both(formatDuration, candidate.firstAnswer, baseline?.firstAnswer)}`,
		`memory ${both(formatBytes, candidate.resident, baseline?.resident)}`,
		`peak ${both(formatBytes, candidate.peak, baseline?.peak)}`,
		...(throughput ?? []).filter(({ batch }) => batch === one.batch).map((each) => `${plural(each.clients, "client")} ${both(rate, each.candidate, each.baseline)}`)
	]);
}
function profile({ profile }) {
	if (!profile) return [];
	const percent = (share) => formatPercent(share, 0);
	const operators = profile.operators.slice(0, OPERATORS).map(({ operator, candidate, baseline }) => [{ code: safeName(operator) }, ` ${percent(candidate)}${baseline === null ? "" : ` (baseline ${percent(baseline)})`}`]);
	const ours = new Set(profile.candidate.made);
	const theirs = new Set(profile.baseline?.made ?? []);
	const only = (whose, names) => names.slice(0, OPERATORS).map((name) => [`only in the ${whose} the optimiser made `, { code: safeName(name) }]);
	const entries = profile.baseline ? [
		...operators,
		...only("candidate", [...ours].filter((name) => !theirs.has(name))),
		...only("baseline", [...theirs].filter((name) => !ours.has(name)))
	] : operators;
	if (entries.length === 0) return [];
	const pieces = entries.flatMap((entry, i) => i === 0 ? [...entry] : ["; ", ...entry]);
	return [[
		`Where the time goes, batch ${profile.batch}: `,
		...pieces,
		"."
	]];
}
/** A line per batch size. */
function endpoint({ endpoint }) {
	if (!endpoint) return [];
	const time = (seconds) => seconds === null ? "unknown" : formatDuration(seconds);
	const { url, server, tensors } = endpoint;
	return endpoint.loads.map(({ batch, maximum, open }) => {
		const rates = open.map(({ rate, p50, p95, p99, failed }) => `at ${formatCount(rate)} requests/s p50 ${time(p50)}, p95 ${time(p95)}, p99 ${time(p99)}${failed > 0 ? `, ${formatCount(failed)} failed` : ""}`);
		const rest = [`at most ${formatCount(maximum)} requests/s`, ...rates].join("; ");
		return [
			"Served at ",
			{ code: safeName(url) },
			" by ",
			{ code: safeName(server) },
			`, ${tensors}, batch ${batch}: ${rest}. Times are from when each request was due.`
		];
	});
}
function sentence(title, entries) {
	if (entries.length === 0) return [];
	const shown = entries.slice(0, 12);
	const more = entries.length - shown.length;
	return [proseOf(`${title}${shown.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`)];
}
// src/core/report/validation-notes.ts
/** Operators that the note names. */
const MOST_OPERATORS = 4;
/** Of the notes on what was done; a model has one `rewritten` for each output. */
const MOST_TOLD = 5;
/** Notes on what was not done, or done to another model than the file: nobody may take the verdict for more than it is. */
const TOLD = /* @__PURE__ */ new Set([
	"not-loaded",
	"load-once",
	"rewritten",
	"inputs"
]);
/** What the model is, where it runs, and what is different from the baseline. */
function validationNotes({ summary, findings, comparison, minimumRuntime }) {
	return [
		...summary ? [model(summary)] : [],
		...minimumRuntime ? [proseOf(`Needs ${minimumRuntime.name} ${minimumRuntime.version} or newer: ${minimumRuntime.reason}.`)] : [],
		...findings.filter(({ check, severity }) => severity === "info" && TOLD.has(check)).slice(0, MOST_TOLD).map(({ message }) => proseOf(message)),
		...comparison && comparison.sentences.length > 0 ? [["Against the baseline:", ...comparison.sentences.flatMap((one) => [" ", ...proseOf(one)])]] : []
	];
}
/** `Candidate: 41 parameters (164 B) in 3 nodes: 2 × Gemm, 1 × Relu; 32 multiply-adds and 64 B of memory a row.` */
function model({ parameters, bytes, externalBytes, nodes, operators, ...summary }) {
	const named = operators.slice(0, MOST_OPERATORS).flatMap(({ operator, count }, index) => {
		return [`${index === 0 ? ": " : ", "}${formatCount(count)} × `, { code: safeName(operator, 60) }];
	});
	const more = operators.length > MOST_OPERATORS ? [`, and ${operators.length - MOST_OPERATORS} more kinds`] : [];
	const { multiplyAdds, activationBytes, quantization } = summary;
	const costs = [multiplyAdds === null ? "" : plural(multiplyAdds, "multiply-add"), activationBytes === null ? "" : `${formatBytes(activationBytes)} of memory`].filter(Boolean);
	const share = quantization.share;
	return [
		`Candidate: ${plural(parameters, "parameter")} (${formatBytes(bytes + externalBytes)}) in ${plural(nodes, "node")}`,
		...named,
		...more,
		costs.length > 0 ? `; ${costs.join(" and ")} a row` : "",
		share ? `; ${formatPercent(share, 0)} of the weights are quantised` : "",
		"."
	];
}
// src/core/report/notes.ts
/** Most entries of one note; the documents hold the rest. */
const MOST = 12;
/** How one model's numbers were made: methods, smallest detectable differences, the machine and its noise. */
function modelNotes(rules, measurements) {
	const whole = rules.filter(({ slice }) => slice === null);
	return [
		...methods(whole),
		...ownIntervals(whole, measurements),
		...smallestDifferences(whole),
		...rowsNeeded(whole),
		...conventions(whole, measurements),
		...leftOut(whole, measurements),
		...skipped(rules),
		...measurements.flatMap((document) => document.schema === "onnx-gate/validation/v1" ? validationNotes(document) : []),
		...measurements.flatMap((document) => document.schema === "onnx-gate/benchmark/v1" ? timingNotes(document, whole) : [])
	];
}
/** What the whole verdict rests on. */
function verdictNotes(verdict, measurements) {
	const engines = new Set(measurements.flatMap((document) => document.schema === "onnx-gate/validation/v1" ? [safeText(`${document.runtime.name} ${document.runtime.version}`, 120)] : []));
	const policy = verdict.policy ? [
		"policy ",
		{ code: safeName(verdict.policy.path) },
		" (",
		{ code: shortDigest(verdict.policy.digest) },
		")"
	] : ["no policy file"];
	return [[
		...proseOf([`onnx-gate ${verdict.tool.version}`, ...[...engines].slice(0, MOST)].join(", ")),
		"; ",
		...policy,
		`, mode ${verdict.mode}; ${verdict.created.slice(0, 16).replace("T", " ")} UTC.`
	]];
}
/** `95% intervals: auc by DeLong; logloss, accuracy by paired t.` */
function methods(rules) {
	const confidences = /* @__PURE__ */ new Map();
	for (const { metric, interval } of rules) {
		if (!interval) continue;
		const users = confidences.get(interval.confidence) ?? /* @__PURE__ */ new Map();
		users.set(interval.method, [...users.get(interval.method) ?? [], metricName(metric)]);
		confidences.set(interval.confidence, users);
	}
	return [...confidences].slice(0, MOST).flatMap(([confidence, users]) => note(`${formatPercent(confidence, 0)} intervals: `, [...users].map(([method, metrics]) => [
		...joined(metrics.slice(0, MOST).map((metric) => [{ code: metric }]), ", "),
		" by ",
		...proseOf(method)
	])));
}
/** Of proportions, as `Of the candidate alone: accuracy [0.8580, 0.8687] by Wilson.` */
function ownIntervals(rules, measurements) {
	return note("Of the candidate alone: ", judgedMetrics(rules, measurements).flatMap(({ metric, candidateInterval: own }) => own ? [[
		{ code: metricName(metric) },
		` [${formatScore(own.lower)}, ${formatScore(own.upper)}] by `,
		...proseOf(own.method)
	]] : []));
}
/** Of the whole holdout. */
function judgedMetrics(rules, measurements) {
	const judged = new Set(rules.map(({ metric }) => metric));
	return measurements.flatMap((document) => document.schema === "onnx-gate/evaluation/v1" ? document.metrics.filter(({ metric, slice }) => slice === null && judged.has(metric)) : []);
}
/** Groups that a metric does not define, and probabilities that it clips. */
function leftOut(rules, measurements) {
	const metrics = judgedMetrics(rules, measurements);
	return [...note("Not every group counts: ", metrics.flatMap(({ metric, coverage, dropped }) => coverage === void 0 || coverage === 1 ? [] : [[{ code: metricName(metric) }, ` ${formatPercent(coverage)} of rows, ${plural(dropped.groups, "group")} left out`]])), ...note("Probabilities clipped: ", metrics.flatMap(({ metric, clipped }) => clipped === void 0 ? [] : [[{ code: metricName(metric) }, ` ${formatCount(clipped.candidate)} of the candidate${clipped.baseline === null ? "" : `, ${formatCount(clipped.baseline)} of the baseline`}`]]))];
}
function smallestDifferences(rules) {
	return note("Smallest differences found with 80% power: ", rules.filter(({ mde }) => mde !== null).map((rule) => [{ code: metricName(rule.metric) }, ` ${detectableText(rule)}`]));
}
function rowsNeeded(rules) {
	return note("Rows with which an equal model passes in 80% of holdouts: ", rules.flatMap((rule) => {
		const rows = rowsNeededText(rule);
		return rows === "" || rule.n === null ? [] : [[{ code: metricName(rule.metric) }, ` ${rows} (${formatCount(rule.n)} here)`]];
	}));
}
function conventions(rules, measurements) {
	return note("Conventions: ", judgedMetrics(rules, measurements).filter(({ convention }) => convention !== "").map(({ metric, convention }) => [
		{ code: metricName(metric) },
		" ",
		{ code: safeName(convention) }
	]));
}
/** Skipped rules say why once, however many share the reason. */
function skipped(rules) {
	const counts = /* @__PURE__ */ new Map();
	for (const { result, reason } of rules) if (result === "skipped") counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts].slice(0, MOST).map(([reason, count]) => [`${plural(count, "rule")} skipped: `, ...proseOf(reason)]);
}
/** Entries after a title, the first dozen; nothing without entries. */
function note(title, entries) {
	if (entries.length === 0) return [];
	const more = entries.length - MOST;
	return [[
		title,
		...joined(entries.slice(0, MOST), "; "),
		more > 0 ? `; and ${more} more.` : "."
	]];
}
function joined(entries, between) {
	return entries.flatMap((entry, index) => index === 0 ? [...entry] : [between, ...entry]);
}
// src/core/report/slices.ts
/** Most undecided slices, and most warnings, that stand as rows of their own. */
const MOST_OPEN = 5;
/** Most names in one line. */
const MOST_NAMES = 12;
/**
* Leaves out the slices that passed, and the undecided ones and warnings beyond the first five; a note per metric says how many they
* are. `rules` come with the worst first.
*/
function foldSlices(rules) {
	const shown = [];
	const folded = /* @__PURE__ */ new Map();
	const open = {
		inconclusive: 0,
		warning: 0
	};
	for (const rule of rules) {
		const { slice, status } = rule;
		if (slice === null || status === "failed" || (status === "inconclusive" || status === "warning") && open[status]++ < MOST_OPEN) shown.push(rule);
		else {
			const key = `${rule.status} ${rule.metric}`;
			folded.set(key, [...folded.get(key) ?? [], rule]);
		}
	}
	return {
		shown,
		folded: [...folded.values()].flat(),
		notes: [...folded.values()].map(foldedNote)
	};
}
const WORDS = {
	passed: " passed on ",
	inconclusive: " could not be decided on ",
	skipped: " was skipped on ",
	failed: " failed on ",
	warning: " warns on "
};
function foldedNote(rules) {
	const { metric, status } = rules[0];
	return [
		{ code: metric },
		WORDS[status],
		`${plural(rules.length, status === "passed" || status === "skipped" ? "slice" : "more slice")}: `,
		...names(rules.map(({ slice }) => slice))
	];
}
/** Slices that were too small, one note for each reason's kind of division. */
function suppressedNotes(measurements) {
	return measurements.flatMap((document) => document.schema !== "onnx-gate/evaluation/v1" ? [] : document.slices.filter(({ suppressed }) => suppressed.length > 0).map(({ name, suppressed }) => [
		`${plural(suppressed.length, "slice")} of `,
		{ code: safeName(name) },
		" too small to judge: ",
		...names(suppressed.map(({ slice }) => safeName(slice)), suppressed.map(({ reason }) => ` (${reason})`))
	]));
}
function names(all, facts = []) {
	const pieces = all.slice(0, MOST_NAMES).flatMap((name, i) => [
		...i === 0 ? [] : [", "],
		{ code: name },
		facts[i] ?? ""
	]);
	const more = all.length - MOST_NAMES;
	return [...pieces, more > 0 ? ` and ${more} more.` : "."];
}
// src/core/report/where-lines.ts
const LONGEST_NAME = 60;
/** Of rules on all rows that failed; none for others. */
function whereLines(rule, measurements) {
	if (rule.result !== "fail" || rule.slice !== null) return [];
	const where = measurements.flatMap((document) => document.schema === "onnx-gate/evaluation/v1" ? (document.where ?? []).filter(({ metric }) => metric === rule.metric) : [])[0];
	return where ? [
		...slices(where),
		...groups(where),
		...rows(where)
	] : [];
}
/** `Slices that lose most: `region=3` 61.0% of the loss (812 rows); …` */
function slices({ slices: worst, loss, method }) {
	return entries(method === "sum" ? "Slices that lose most, in shares of the loss: " : "The loss that goes away without a slice: ", worst.map((one) => [{ code: safeName(one.slice) }, ` ${formatPercent(one.loss / loss)} (${plural(one.rows, "row")})`]));
}
function groups({ groups: worst, loss }) {
	return entries("Groups that lose most: ", worst.map((one) => [{ code: safeName(one.group, LONGEST_NAME) }, ` ${formatPercent(one.loss / loss)} (${plural(one.rows, "row")})`]));
}
function rows({ rows: worst }) {
	return entries("Worst rows, baseline → candidate: ", worst.map(({ row, label, baseline, candidate }) => [`row ${row} (label ${formatScore(label, Number.isInteger(label) ? 0 : 4)}) ${formatScore(baseline)} → ${formatScore(candidate)}`]));
}
function entries(title, worst) {
	if (worst.length === 0) return [];
	return [[
		title,
		...worst.flatMap((entry, i) => i === 0 ? [...entry] : ["; ", ...entry]),
		"."
	]];
}
// src/core/report/model-view.ts
function modelView(name, parts) {
	const { rules, reasons, measurements } = parts;
	const directions = directionsIn(measurements);
	const views = rules.toSorted((a, b) => rankOf(statusOf(a)) - rankOf(statusOf(b)) || undecided(a) - undecided(b)).map((rule) => ({
		...ruleView(rule, directions.get(rule.metric) ?? null),
		where: whereLines(rule, measurements),
		details: engineWords(rule, measurements)
	}));
	const { shown, folded, notes } = foldSlices(views);
	const confidences = new Set(rules.flatMap(({ interval }) => interval ? [interval.confidence] : []));
	const [confidence] = confidences;
	return {
		key: name,
		name: safeName(name),
		status: reasons.some(isFault) ? "failed" : views[0]?.status ?? "skipped",
		tally: tallyOf(views.map(({ status }) => status)),
		subjects: subjectViews(parts),
		remarks: [
			...reasonRemarks(reasons),
			...measurements.flatMap(findingRemarks),
			...measurements.flatMap(dataRemarks)
		],
		rules: views.every(({ status, candidate }) => status === "skipped" && candidate === "") ? [] : shown,
		folded,
		confidence: confidence !== void 0 && confidences.size === 1 ? formatPercent(confidence, 0) : "",
		notes: [
			...notes,
			...suppressedNotes(measurements),
			...churnNotes(measurements),
			...calibrationNotes(measurements),
			...modelNotes(rules, measurements)
		],
		drawn: measurements.some(hasCurve) ? measurements.filter(isDrawn) : []
	};
}
/** Times alone are no picture: the table of rules says them. They come with a curve. */
function hasCurve(document) {
	return document.schema === "onnx-gate/evaluation/v1" && Boolean(document.curves?.candidate.roc);
}
const isDrawn = (document) => hasCurve(document) || document.schema === "onnx-gate/benchmark/v1";
/** A warning that something is worse stands before one that it might be. */
const undecided = ({ result }) => Number(result === "inconclusive");
function directionsIn(measurements) {
	return new Map(measurements.flatMap((document) => document.schema === "onnx-gate/evaluation/v1" ? document.metrics.map(({ metric, direction }) => [metric, direction]) : []));
}
const besideFacts = ({ external }) => external ? [`${formatBytes(external.bytes)} in ${plural(external.files, "file")} beside it: ${shortDigest(external.digest)}`] : [];
function subjectViews({ subjects, measurements, created }) {
	if (!subjects) return [];
	const model = (role, subject) => ({
		role,
		reference: safeName(subject.reference),
		digest: shortDigest(subject.digest),
		facts: [formatBytes(subject.bytes), ...besideFacts(subject)],
		resolved: subject.resolved === void 0 ? null : safeName(subject.resolved),
		age: subject.created === void 0 ? "" : ageText(subject.created, created)
	});
	const { candidate, baseline, holdout } = subjects;
	return [
		...candidate ? [model("candidate", candidate)] : [],
		...baseline ? [model("baseline", baseline)] : [],
		...holdout ? [{
			role: "holdout",
			reference: safeName(holdout.source),
			digest: shortDigest(holdout.digest),
			facts: [plural(holdout.rows, "row"), ...holdoutFacts(measurements)],
			resolved: null,
			age: ""
		}] : []
	];
}
const UNITS = [
	["day", 864e5],
	["hour", 36e5],
	["minute", 6e4]
];
function ageText(made, judged) {
	const age = Date.parse(judged) - Date.parse(made);
	const [unit, size] = UNITS.find(([, one]) => age >= 2 * one) ?? UNITS[2];
	return age >= 0 ? `${plural(Math.floor(age / size), unit)} old` : "";
}
function holdoutFacts(measurements) {
	const document = measurements.find((one) => one.schema === "onnx-gate/evaluation/v1");
	if (!document) return [];
	const { positives, groups } = document.holdout;
	return [...positives === null ? [] : [`${formatCount(positives)} positive`], ...groups === null ? [] : [plural(groups, "group")]];
}
// src/core/report/view.ts
function viewOf(verdict, measurements) {
	const names = /* @__PURE__ */ new Set([
		...verdict.subjects.map(({ model }) => model),
		...verdict.rules.map(({ model }) => model),
		...verdict.reasons.flatMap(({ model }) => model === null ? [] : [model])
	]);
	const rules = groupedBy(verdict.rules, ({ model }) => model);
	const reasons = groupedBy(verdict.reasons, ({ model }) => model);
	const documents = groupedBy(measurements, ({ model }) => model);
	const subjects = new Map(verdict.subjects.map((subject) => [subject.model, subject]));
	const models = [...names].map((name) => modelView(name, {
		rules: rules.get(name) ?? [],
		reasons: reasons.get(name) ?? [],
		measurements: documents.get(name) ?? [],
		subjects: subjects.get(name) ?? null,
		created: verdict.created
	}));
	return {
		headline: headlineOf(verdict, tallyOf(verdict.rules.map(statusOf))),
		remarks: reasonRemarks(reasons.get(null) ?? []),
		models: models.sort((a, b) => rankOf(a.status) - rankOf(b.status)),
		notes: verdictNotes(verdict, measurements)
	};
}
/** `Map.groupBy`, which Node 20 lacks. */
function groupedBy(values, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}
export { environmentFacts as n, headlineOf as r, viewOf as t };
