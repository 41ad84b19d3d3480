import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { n as runPlan, s as metricIdOf } from "./plan2.js";
import { i as fault, o as throwFaults } from "./errors.js";
import { i as checkScores, r as scoreTable, t as externalScores } from "./gate2.js";
import { a as evaluateMetric, i as checkMetrics, o as parseMetricId, v as wilson } from "./measure-slices2.js";
import { a as judgeMetric, n as absoluteMargin, r as factsOf } from "./judge2.js";
import { o as seededRandom } from "./curve-bootstrap.js";
import { n as wholeNumber, t as readNumber } from "./number-flags.js";
import { o as wrap } from "./columns.js";
import { c as formatScore, l as plural, o as formatPercent, r as formatCount, t as decimalsFor } from "./format.js";
import { r as table, t as notes } from "./plan-text.js";
import { i as safeText, r as safeName } from "./safe-text.js";
import { t as selftestSpec } from "./selftest.js";
import { t as createContext } from "./context.js";
// src/core/selftest/disagreement.ts
/** Noise where nothing says how much, in standard deviations of the scores. */
const UNKNOWN = .1;
/**
* The candidate's scores are brought to the baseline's mean and spread first, so that a different calibration is no
* disagreement: noise = s·√(1 − r), s the baseline's standard deviation and r the correlation. `shared` is the variance
* component of groups in the one-way analysis of variance of the differences.
*/
function disagreementOf(scores, scale) {
	const first = standardized((scores.baseline ?? scores.candidate).map(scale.to));
	const difference = (scores.baseline === null ? null : standardized(scores.candidate.map(scale.to)))?.values.map((value, row) => value - first.values[row]) ?? null;
	const spread = difference === null ? 0 : meanSquare(difference);
	if (difference === null || spread < 1e-12) return {
		noise: UNKNOWN * first.deviation,
		shared: 0,
		correlation: null
	};
	return {
		noise: first.deviation * Math.sqrt(spread / 2),
		shared: scores.group === null ? 0 : sharedBy(difference, scores.group),
		correlation: 1 - spread / 2
	};
}
function standardized(values) {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const centred = values.map((value) => value - mean);
	const deviation = Math.sqrt(meanSquare(centred));
	return {
		values: deviation > 0 ? centred.map((value) => value / deviation) : centred,
		deviation
	};
}
function meanSquare(values) {
	return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}
/** Intraclass correlation by the method of moments, for groups of unequal size; within [0, 1]. */
function sharedBy(values, { code, count }) {
	const size = new Float64Array(count);
	const sum = new Float64Array(count);
	for (const [row, value] of values.entries()) {
		size[code[row]]++;
		sum[code[row]] += value;
	}
	const rows = values.length;
	const mean = sum.reduce((total, one) => total + one, 0) / rows;
	if (count < 2 || rows <= count) return 0;
	let [between, squares] = [0, 0];
	for (let group = 0; group < count; group++) {
		between += size[group] * (sum[group] / size[group] - mean) ** 2;
		squares += size[group] ** 2;
	}
	const within = (values.reduce((all, value) => all + (value - mean) ** 2, 0) - between) / (rows - count);
	const perGroup = (rows - squares / rows) / (count - 1);
	const component = Math.max(0, (between / (count - 1) - within) / perGroup);
	return component === 0 ? 0 : component / (component + within);
}
// src/core/stats/normal-deviates.ts
/** Standard normal numbers by the polar method (Marsaglia & Bray 1964), two from each accepted pair. */
function normalDeviates({ uniform }) {
	let spare = null;
	return () => {
		if (spare !== null) {
			const kept = spare;
			spare = null;
			return kept;
		}
		for (;;) {
			const x = 2 * uniform() - 1;
			const y = 2 * uniform() - 1;
			const square = x * x + y * y;
			if (square >= 1 || square === 0) continue;
			const scale = Math.sqrt(-2 * Math.log(square) / square);
			spare = y * scale;
			return x * scale;
		}
	};
}
// src/core/selftest/world.ts
function worldOf(scores, scale, disagreement) {
	return {
		scores,
		centre: (scores.baseline ?? scores.candidate).map(scale.to),
		scale,
		disagreement,
		members: scores.group && membersOf(scores.group)
	};
}
/**
* As many units as the world has, drawn with replacement: rows, or whole groups. A unit that comes twice is two units,
* each with errors of its own. The same for one seed.
*/
function draw(world, seed) {
	const random = seededRandom(seed);
	const { picked, group } = pickUnits(world, random);
	const take = (values) => Float64Array.from(picked, (row) => values[row]);
	const { label, weight, item } = world.scores;
	const normal = normalDeviates(random);
	const centre = take(world.centre);
	const own = () => errorsOf(group, centre.length, world.disagreement.shared, normal);
	return {
		rows: {
			label: take(label),
			candidate: centre,
			baseline: centre,
			weight: weight && take(weight),
			group,
			...item && { item: {
				...item,
				code: Int32Array.from(picked, (row) => item.code[row])
			} }
		},
		centre,
		candidateError: own(),
		baselineError: own()
	};
}
/** Errors of one model about the world's own rows: for finding how much noise loses how much. */
function wholeErrors({ scores, centre, disagreement }, seed) {
	return errorsOf(scores.group, centre.length, disagreement.shared, normalDeviates(seededRandom(seed)));
}
/** Scores of the pseudo-models: the centre with `noise` times each model's error. */
function pseudoModels(drawn, { scale, disagreement }, candidateNoise) {
	return {
		...drawn.rows,
		candidate: withNoise(drawn.centre, drawn.candidateError, candidateNoise, scale),
		baseline: withNoise(drawn.centre, drawn.baselineError, disagreement.noise, scale)
	};
}
function withNoise(centre, error, noise, scale) {
	return centre.map((value, row) => scale.from(value + noise * error[row]));
}
function pickUnits({ members, centre }, random) {
	const below = (count) => Math.floor(random.uniform() * count);
	if (members === null) return {
		picked: Int32Array.from(centre, () => below(centre.length)),
		group: null
	};
	const units = members.map(() => members[below(members.length)]);
	const rows = units.reduce((sum, { length }) => sum + length, 0);
	const picked = new Int32Array(rows);
	const code = new Int32Array(rows);
	let at = 0;
	for (const [unit, own] of units.entries()) {
		picked.set(own, at);
		code.fill(unit, at, at + own.length);
		at += own.length;
	}
	return {
		picked,
		group: {
			code,
			count: units.length
		}
	};
}
/** Of variance 1, of which rows of one group have `shared` in common. */
function errorsOf(group, rows, shared, normal) {
	const own = Float64Array.from({ length: rows }, normal);
	if (group === null || shared === 0) return own;
	const common = Float64Array.from({ length: group.count }, normal);
	const [ofGroup, ofRow] = [Math.sqrt(shared), Math.sqrt(1 - shared)];
	return own.map((value, row) => ofGroup * common[group.code[row]] + ofRow * value);
}
function membersOf({ code, count }) {
	const size = new Int32Array(count);
	for (const group of code) size[group]++;
	const members = Array.from(size, (length) => new Int32Array(length));
	size.fill(0);
	for (const [row, group] of code.entries()) members[group][size[group]++] = row;
	return members.filter(({ length }) => length > 0);
}
// src/core/selftest/injection.ts
/**
* Draws of errors that the loss is averaged over, each taken with both signs; the same for every amount of noise, so
* that most of their luck cancels.
*/
const DRAWS = 16;
const SIGNS = [1, -1];
/** Halvings of the range of noise, and doublings to find one. */
const STEPS = 12;
const DOUBLINGS = 12;
/** Null where the metric is undefined on these rows. `seed` decides the errors. */
function qualityOf(id, task, world, seed) {
	const goodness = goodnessOf(id, task);
	const draws = Array.from({ length: DRAWS }, (_, index) => wholeErrors(world, seed + index));
	const values = (noise) => draws.flatMap((error) => SIGNS.map((sign) => {
		const candidate = withNoise(world.centre, error, sign * noise, world.scale);
		return evaluateMetric(id, {
			...world.scores,
			candidate,
			baseline: null
		}, .95, { task }).candidate;
	}));
	const own = values(world.disagreement.noise);
	if (own.some((value) => value === null)) return null;
	const mean = (all) => all.reduce((sum, value) => sum + goodness(value ?? NaN), 0) / all.length;
	const start = mean(own);
	return {
		baseline: own.reduce((sum, value) => sum + value, 0) / own.length,
		noiseFor: (loss) => search(world, (noise) => start - mean(values(noise)), loss)
	};
}
function search({ disagreement }, lost, loss) {
	let low = disagreement.noise;
	let high = low;
	for (let step = 0; lost(high) < loss; step++) {
		if (step === DOUBLINGS) return null;
		low = high;
		high *= 2;
	}
	for (let step = 0; step < STEPS; step++) {
		const middle = (low + high) / 2;
		if (lost(middle) < loss) low = middle;
		else high = middle;
	}
	return high;
}
/** From the metric's value to one where up is better. */
function goodnessOf(id, task) {
	const parsed = parseMetricId(id, task);
	if (!parsed.ok) throw new Error("unreachable: metrics were checked");
	const { direction } = parsed.metric.definition;
	if (direction === "higher") return (value) => value;
	if (direction === "lower") return (value) => -value;
	return (value) => -Math.abs(value - direction.target);
}
// src/core/selftest/runs.ts
/** The gate judged by pseudo-models whose truth is known. */
/** The pseudo-candidates of each rule: an equal one, and one for each of `losses`, in margins. */
function casesOf(rules, losses, world, task, seed) {
	return rules.flatMap(({ metric, margin }) => {
		const quality = qualityOf(metric, task, world, seed);
		const amount = quality && absoluteMargin(margin, quality.baseline);
		return [0, ...losses].map((times) => {
			const loss = amount === null ? null : times * amount;
			return {
				metric,
				margin,
				times,
				loss,
				noise: quality === null || loss === null ? null : times === 0 ? world.disagreement.noise : quality.noiseFor(loss)
			};
		});
	});
}
/** All cases on one resample. Null for those that have no pseudo-candidate. */
function repeat(world, cases, judge, seed) {
	const drawn = draw(world, seed);
	return cases.map((one) => one.noise === null ? null : judged(one, one.noise, drawn, world, judge));
}
function judged({ metric, margin }, noise, drawn, world, { mode, confidence, task }) {
	const measured = evaluateMetric(metric, pseudoModels(drawn, world, noise), confidence, { task });
	const facts = factsOf(measured, { margin }, {
		mode,
		confidence
	}, true);
	const { result } = judgeMetric(facts);
	const { delta } = measured;
	const loss = delta === null ? null : measured.direction === "higher" ? -delta : delta;
	return {
		result: result === "skipped" ? "inconclusive" : result,
		bare: loss !== null && facts.margin !== null && loss > facts.margin,
		loss
	};
}
/** Rates over the repetitions of one case. */
function summarize({ noise, ...one }, said) {
	const all = said.filter((entry) => entry !== null);
	if (noise === null || all.length === 0) {
		const reason = one.loss === null ? "The metric is undefined on these rows." : "No amount of noise loses so much by this metric.";
		const none = {
			pass: null,
			inconclusive: null,
			fail: null,
			bare: null,
			meanLoss: null
		};
		return {
			...one,
			repetitions: 0,
			...none,
			reason
		};
	}
	const rate = (holds) => rateOf(all.filter(holds).length, all.length);
	const losses = all.flatMap(({ loss }) => loss === null ? [] : [loss]);
	return {
		...one,
		repetitions: all.length,
		pass: rate(({ result }) => result === "pass"),
		inconclusive: rate(({ result }) => result === "inconclusive"),
		fail: rate(({ result }) => result === "fail"),
		bare: rate(({ bare }) => bare),
		meanLoss: losses.length === 0 ? null : losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
		reason: null
	};
}
const CONFIDENCE = .95;
function rateOf(count, n) {
	return {
		count,
		rate: count / n,
		...wilson(count, n, CONFIDENCE)
	};
}
// src/core/selftest/scale.ts
/** A probability nearer to 0 or 1 has no log-odds of use. */
const EDGE = 1e-9;
const LOG_ODDS = {
	name: "log-odds",
	to(score) {
		const kept = Math.min(.999999999, Math.max(EDGE, score));
		return Math.log(kept / (1 - kept));
	},
	from: (value) => 1 / (1 + Math.exp(-value))
};
const AS_IT_IS = {
	name: "score",
	to: (score) => score,
	from: (value) => value
};
/** Log-odds for numbers that are all in [0, 1], so that they stay probabilities; else the scores themselves. */
function scaleOf(scores) {
	return scores.every((score) => score >= 0 && score <= 1) ? LOG_ODDS : AS_IT_IS;
}
// src/commands/selftest.ts
/** The gate's own error rates on the user's holdout. */
const LOSS = {
	wanted: "numbers from 0.1 to 100, in margins",
	example: "1,2",
	holds: (value) => value >= .1 && value <= 100
};
const SECONDS = {
	wanted: "a number from 1 to 86400",
	example: "300",
	holds: (value) => value >= 1 && value <= 86400
};
/** Throws `usage-invalid` for every bad value. */
function readSelftestSettings(flags) {
	const faults = [];
	const settings = {
		repetitions: readNumber("repetitions", flags.repetitions, wholeNumber(10, 1e5, "200"), faults),
		seed: readNumber("seed", flags.seed, wholeNumber(0, 2 ** 32 - 1, "1"), faults),
		losses: flags.losses.map((text) => readNumber("losses", text, LOSS, faults)),
		seconds: readNumber("seconds", flags.seconds, SECONDS, faults)
	};
	throwFaults(faults);
	return settings;
}
/**
* Makes pseudo-models from the baseline's scores (the candidate's where there is no baseline), judges them by the rules
* with a margin, and counts. Throws what reading the scores throws, all faults of the table, and `usage-invalid` when
* there is nothing to test. At least one repetition is made, however little time there is.
*/
async function runSelftest(inputs, ports) {
	const { model, task, mode, confidence, repetitions, seed } = inputs;
	const rules = Object.entries(inputs.metrics).flatMap(([key, rule]) => rule.margin === void 0 ? [] : [{
		metric: metricIdOf(key, rule),
		margin: rule.margin
	}]);
	checkTestable(inputs, rules.length);
	const { slices: _, ...scores } = await ports.tables.readScores(inputs.scores, inputs.columns);
	const ids = rules.map(({ metric }) => metric);
	throwFaults([...checkScores(scores, inputs.columns.label, task), ...checkMetrics(ids, scores, task)]);
	const scale = scaleOf(scores.baseline ?? scores.candidate);
	const disagreement = disagreementOf(scores, scale);
	checkSpread(model, disagreement.noise);
	const world = worldOf(scores, scale, disagreement);
	ports.progress.report(`${model}: finding the noise that loses ${inputs.losses.join(", ")} margins`);
	const cases = casesOf(rules, inputs.losses, world, task, seed);
	const started = ports.clock.now().getTime();
	const said = [];
	while (said.length < repetitions) {
		said.push(repeat(world, cases, {
			mode,
			confidence,
			task
		}, seed + 1e3 + said.length));
		if (said.length % 10 === 0) ports.progress.report(`${model}: ${said.length} of ${repetitions} repetitions`, said.length / repetitions);
		if (ports.clock.now().getTime() - started > inputs.seconds * 1e3) break;
	}
	return {
		schema: "onnx-gate/selftest/v1",
		model,
		mode,
		confidence,
		rows: scores.label.length,
		groups: scores.group?.count ?? null,
		scale: scale.name,
		...disagreement,
		seed,
		repetitions,
		made: said.length,
		cases: cases.map((one, index) => summarize(one, said.map((results) => results[index])))
	};
}
function checkTestable({ model, task }, rules) {
	if (task === "multiclass") throw fault("usage-invalid", `${model} has one score per class; the self-test takes one score a row.`, { fix: "Test a binary, regression or ranking model." });
	if (rules === 0) throw fault("usage-invalid", `${model} has no metric with a margin, so there is nothing to test.`, { fix: "Add a margin to the policy, or name one: `--metric auc:margin=0.002`." });
}
function checkSpread(model, noise) {
	if (noise > 0) return;
	throw fault("score-invalid", `Every row of ${model} has the same score, so no worse model can be made of it.`, { fix: "Look at the model: it answers alike, whatever it is asked." });
}
// src/core/report/selftest-text.ts
/** One block per model. Ends with a newline. */
function renderSelftest(reports, terminal) {
	const blocks = reports.map((report) => blockOf(report, terminal).join("\n"));
	const legend = notes(["as good: pseudo-models drawn alike; a fail is a false alarm. A loss of 1 margin: a pass is a miss, and 2.5% at most are meant to be (at a confidence of 0.95). Larger losses: a fail is a detection.", "bare fails: what a gate that compares the two numbers, without an interval, would have failed. In brackets: Wilson’s 95% interval."], terminal);
	return `${[...blocks, legend.join("\n")].join("\n\n")}\n`;
}
function blockOf(report, terminal) {
	const { palette, width } = terminal;
	const { rows, groups, made, repetitions, mode, seed } = report;
	const units = groups === null ? plural(rows, "row") : `${plural(rows, "row")} of ${plural(groups, "group")}`;
	const cut = made < repetitions ? ` of ${formatCount(repetitions)} (out of time)` : "";
	const known = report.cases.filter(({ repetitions: counted }) => counted > 0);
	const unknown = report.cases.filter(({ repetitions: counted }) => counted === 0);
	const right = (header, cell) => ({
		header,
		align: "right",
		cells: known.map(cell)
	});
	const columns = [
		{
			header: "rule",
			align: "left",
			cells: known.map(({ metric }) => safeName(metric, 40))
		},
		{
			header: "candidate is",
			align: "left",
			cells: known.map(lossWords)
		},
		right("passes", ({ pass }) => rateText(pass)),
		right("stays open", ({ inconclusive }) => inconclusive ? formatPercent(inconclusive.rate) : ""),
		right("fails", ({ fail }) => rateText(fail)),
		right("bare fails", ({ bare }) => bare ? formatPercent(bare.rate) : "")
	];
	return [
		palette.bold(`${safeName(report.model)}: ${units}, ${plural(made, "repetition")}${cut}, seed ${seed}, mode ${mode}`),
		...known.length > 0 ? table(columns, palette) : [],
		...unknown.flatMap((one) => wrap(`${safeName(one.metric, 40)}, ${lossWords(one)}: ${safeText(one.reason ?? "")}`, width)),
		...notes([disagreementWords(report)], terminal)
	];
}
function disagreementWords({ correlation, scale, noise, shared, groups }) {
	const on = `on the scale of the ${scale === "log-odds" ? "log-odds" : "score"}`;
	const common = groups === null ? "" : `, ${formatPercent(shared, 0)} of its variance common to a group`;
	return correlation === null ? `Noise of ${formatScore(noise, 3)} ${on}: a tenth of the scores’ spread, because there are no two different models to measure it by.` : `Noise of ${formatScore(noise, 3)} ${on}${common}: pseudo-models disagree as candidate and baseline do (correlation ${formatScore(correlation, 3)}).`;
}
function lossWords({ times, loss }) {
	if (times === 0) return "as good";
	const amount = loss === null ? "" : ` (${formatScore(loss, decimalsFor(loss, null, null))})`;
	return `worse by ${times} ${times === 1 ? "margin" : "margins"}${amount}`;
}
function rateText(rate) {
	if (rate === null) return "";
	return `${formatPercent(rate.rate)} [${formatPercent(rate.lower)}, ${formatPercent(rate.upper)}]`;
}
// src/entry/answers/selftest.ts
const answer = async (args, terminal) => {
	const inputs = parseCommandLine(selftestSpec, args);
	const context = createContext(createLocalHost(inputs), inputs);
	const settings = readSelftestSettings(inputs);
	const scores = externalScores(inputs);
	const plan = await runPlan({
		...inputs,
		baseSha: null
	}, context);
	const reports = [];
	for (const [model, { holdout, baseline, metrics, task }] of plan.models) {
		if (!holdout) throw fault("usage-invalid", `${model} has no holdout to test on.`, { fix: "Give it `holdout:` in the policy, or name scores: `--scores scores.parquet --label clicked`." });
		const table = scoreTable(`${inputs.out}/${model}`, holdout, {
			scores,
			baseline: baseline !== void 0,
			perClass: task === "multiclass"
		});
		const { mode, confidence } = plan.policy;
		const asked = {
			...settings,
			...table,
			model,
			metrics,
			task,
			mode,
			confidence
		};
		reports.push(await runSelftest(asked, context));
	}
	context.host.print(inputs.format === "json" ? JSON.stringify(reports, null, 2) : renderSelftest(reports, terminal));
};
export { answer };
