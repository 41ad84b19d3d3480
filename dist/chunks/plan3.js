import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { i as fault, o as throwFaults } from "./errors.js";
import { a as findMetric, c as passPower, l as rowsNeeded, n as judge, s as failPower, t as runReadDocuments } from "./documents2.js";
import { D as studentQuantile, E as detectableDifference, H as modelOf, a as metricIdOf, i as readFlags, n as runPlan, r as checked, w as EITHER_SIDE } from "./plan2.js";
import { a as SMALLEST_MARGIN } from "./image2.js";
import { T as wholeNumber, w as readNumber } from "./table.js";
import { n as renderPlan } from "./plan-text.js";
import { t as planSpec } from "./plan.js";
import { n as createContext } from "./context.js";
import { t as VERSION } from "./version.js";
// src/core/stats/hanley-mcneil.ts
/**
* Standard error of one AUC from its size and the class counts alone (Hanley & McNeil 1982): scores of exponential
* form have Q₁ = A/(2 − A) and Q₂ = 2A²/(1 + A), and
* Var = (A(1 − A) + (m − 1)(Q₁ − A²) + (n − 1)(Q₂ − A²))/(mn). `hanleyMcneil(0.8, 50, 50)` = 0.0445.
*/
function hanleyMcneil(auc, positives, negatives) {
	const q1 = auc / (2 - auc);
	const q2 = 2 * auc * auc / (1 + auc);
	const variance = auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc);
	return Math.sqrt(variance / (positives * negatives));
}
/** Standard error of the difference of two such AUCs on the same rows: SE·√(2(1 − r)) (Hanley & McNeil 1983). */
function aucDifferenceError({ auc, positives, negatives, correlation }) {
	return hanleyMcneil(auc, positives, negatives) * Math.sqrt(2 * (1 - correlation));
}
// src/core/planning/prior.ts
/** What a holdout can be expected to decide about AUC, from its size alone. */
/** What every plan is made for. */
const POWER = .8;
/** Losses that chances are told for, in margins: an equal model, one at the limit, one clearly worse. */
const LOSSES = [
	0,
	1,
	2
];
/**
* 10,000 rows, 5 % positive, AUC 0.75, correlation 0.9, margin 0.002 at 0.95: SE 0.0057, mde 0.0161, 646,263 rows needed.
* The prior has at least one row of each label.
*/
function planPrior(prior) {
	const { rows, auc, correlation, margin, confidence } = prior;
	const positives = positivesOf(prior);
	const standardError = aucDifferenceError({
		auc,
		positives,
		negatives: rows - positives,
		correlation
	});
	const plan = {
		margin,
		standardError,
		confidence
	};
	const chances = LOSSES.map((times) => {
		const loss = times * margin;
		const [pass, fail] = [passPower(plan, -loss), failPower(plan, -loss)];
		return {
			loss,
			pass,
			inconclusive: Math.max(0, 1 - pass - fail),
			fail
		};
	});
	return {
		...prior,
		positives,
		standardError,
		mde: detectableDifference(standardError, confidence, Number.POSITIVE_INFINITY),
		rowsNeeded: rowsNeeded(plan, rows, POWER),
		chances
	};
}
/** Whole rows with label 1. */
function positivesOf({ rows, positiveRate }) {
	return Math.round(rows * positiveRate);
}
// src/core/planning/measured.ts
/** `rule` has a margin; `document` is the evaluation that it was judged by. */
function planRule(rule, document, mode) {
	const measured = findMetric(document, rule.metric, rule.slice);
	const about = {
		model: rule.model,
		metric: rule.metric,
		slice: rule.slice,
		margin: rule.margin
	};
	if (typeof measured === "string") return {
		...about,
		...NOTHING,
		reason: measured
	};
	const groups = rule.slice === null ? document.holdout.groups : null;
	const known = {
		...about,
		...NOTHING,
		rows: measured.n,
		groups
	};
	const { standardError, interval, mde } = measured;
	const reason = whyNothing(measured, rule.margin);
	if (reason !== null || standardError === null || interval === null || rule.margin === null) return {
		...known,
		standardError,
		mde,
		reason
	};
	const plan = {
		margin: rule.margin,
		standardError,
		confidence: mode === "point" ? 0 : interval.confidence,
		degrees: degreesOf(measured, interval.confidence),
		eitherSide: interval.method.endsWith(EITHER_SIDE)
	};
	return {
		...known,
		standardError,
		mde,
		passChance: passPower(plan, 0),
		rowsNeeded: rowsNeeded(plan, measured.n, POWER),
		groupsNeeded: groups === null ? null : rowsNeeded(plan, groups, POWER),
		reason: null
	};
}
const NOTHING = {
	rows: null,
	groups: null,
	standardError: null,
	mde: null,
	passChance: null,
	rowsNeeded: null,
	groupsNeeded: null
};
function whyNothing(measured, margin) {
	if (measured.standardError === null || measured.interval === null) return measured.reason ?? "There was no baseline to compare with.";
	if (margin === null) return "The margin is a share of the baseline, which is undefined.";
	return measured.standardError === 0 ? "Both models answer alike, so nothing can be learned about others." : null;
}
/** Of Student's t that the measurement used: mde = (q at (1 + confidence)/2 + q at 0.8)·SE tells them. */
function degreesOf({ standardError, mde }, confidence) {
	if (!standardError || mde === null) return Number.POSITIVE_INFINITY;
	const steps = (degrees) => studentQuantile((1 + confidence) / 2, degrees) + studentQuantile(POWER, degrees);
	const wanted = mde / standardError;
	if (wanted <= steps(MANY)) return Number.POSITIVE_INFINITY;
	let [low, high] = [0, Math.log(MANY)];
	for (let step = 0; step < 40; step++) {
		const middle = (low + high) / 2;
		if (steps(Math.exp(middle)) > wanted) low = middle;
		else high = middle;
	}
	return Math.exp(high);
}
/** Degrees of freedom from which Student's t is the normal distribution, for planning. */
const MANY = 1e5;
// src/commands/plan-sample.ts
const between = (low, high, example) => ({
	wanted: `a number between ${low} and ${high}`,
	example,
	holds: (value) => value > low && value < high
});
const FLAGS = {
	rows: wholeNumber(2, 0xe8d4a51000, "200000"),
	"positive-rate": between(0, 1, "0.05"),
	auc: between(0, 1, "0.75"),
	correlation: {
		wanted: "a number from 0 to below 1",
		example: "0.9",
		standard: "0.9",
		holds: (value) => value >= 0 && value < 1
	},
	margin: {
		wanted: `a number from ${SMALLEST_MARGIN.toFixed(5)} to below 1`,
		example: "0.002",
		holds: (value) => value >= 1e-5 && value < 1
	},
	confidence: {
		wanted: "a number from 0.5 to 0.999",
		example: "0.95",
		standard: "0.95",
		holds: (value) => value >= .5 && value <= .999
	}
};
/** Throws `usage-invalid` for every flag that is missing or wrong. */
function planFromPrior(flags) {
	const faults = [];
	const read = (name) => {
		const flag = FLAGS[name];
		const text = flags[name] ?? flag.standard;
		if (text !== void 0) return readNumber(name, text, flag, faults);
		const fix = `Add \`--${name} ${flag.example}\`; or plan by an evaluation that is done, with \`--documents .onnx-gate\`.`;
		faults.push({
			code: "usage-invalid",
			message: `--${name} is missing.`,
			fix
		});
		return NaN;
	};
	const prior = {
		rows: read("rows"),
		positiveRate: read("positive-rate"),
		auc: read("auc"),
		correlation: read("correlation"),
		margin: read("margin"),
		confidence: read("confidence")
	};
	throwFaults(faults);
	const positives = positivesOf(prior);
	if (positives < 1 || positives >= prior.rows) {
		const message = `${prior.rows} rows of which a share of ${prior.positiveRate} is positive have ${positives} positive rows; AUC needs rows of both labels.`;
		throw fault("usage-invalid", message, { fix: "Plan for more rows with `--rows`." });
	}
	return {
		schema: "onnx-gate/plan/v1",
		from: "prior",
		...planPrior(prior)
	};
}
/** Throws what reading the policy and the documents throws, and `usage-invalid` when no rule has a margin. */
async function planFromDocuments(inputs, ports) {
	const documents = (await runReadDocuments(inputs.documents, ports)).filter((document) => document.schema === "onnx-gate/evaluation/v1");
	const models = chooseModels(inputs, documents);
	const policy = await policyFor(inputs, models, ports);
	const rules = judge({
		documents,
		policy,
		models,
		scope: ["evaluation"],
		faults: [],
		tool: {
			name: "onnx-gate",
			version: inputs.toolVersion
		},
		created: ports.clock.now().toISOString(),
		policySubject: null
	}).rules.filter((rule) => hasMargin(modelOf(policy, rule.model), rule));
	if (rules.length === 0) throw fault("usage-invalid", `No rule on ${models.slice(0, 10).join(", ")} has a margin to plan for.`, { fix: "Add one to the policy, or name it: `--metric auc:margin=0.002`." });
	const byModel = new Map(documents.map((document) => [document.model, document]));
	return {
		schema: "onnx-gate/plan/v1",
		from: "documents",
		mode: policy.mode,
		rules: rules.map((rule) => planRule(rule, byModel.get(rule.model), policy.mode))
	};
}
/** Every model that was evaluated, or those that were named. */
function chooseModels({ documents: folders, model }, documents) {
	const known = documents.map((document) => document.model);
	if (known.length === 0) throw fault("document-invalid", `No evaluation was found in ${folders.join(", ")}.`, { fix: "Run `onnx-gate evaluate` first." });
	throwFaults(model.filter((name) => !known.includes(name)).map((name) => ({
		code: "usage-invalid",
		message: `There is no evaluation of \`${name.slice(0, 100)}\` in ${folders.join(", ")}.`,
		fix: `There are ${known.slice(0, 10).join(", ")}.`
	})));
	return model.length > 0 ? [...new Set(model)] : known;
}
/** The policy file's rules; or, for every model alike, those of `--metric`. */
async function policyFor(inputs, models, ports) {
	if (inputs.metric.length > 0) {
		const metrics = readFlags({ metric: inputs.metric }).metrics ?? {};
		const bare = checked(Object.fromEntries(models.map((name) => [name, { candidate: name }])), void 0);
		const withRules = models.map((name) => [name, {
			...modelOf(bare, name),
			metrics
		}]);
		return {
			...bare,
			models: Object.fromEntries(withRules)
		};
	}
	const { policy, model } = inputs;
	const plan = await runPlan({
		policy,
		model,
		mode: void 0,
		baseSha: null
	}, ports);
	throwFaults(models.filter((name) => modelOf(plan.policy, name) === void 0).map((name) => ({
		code: "usage-invalid",
		message: `${policy} has no model \`${name.slice(0, 100)}\`, so its margins are not known.`,
		fix: "Choose models with `--model`, or name the margins: `--metric auc:margin=0.002`."
	})));
	return plan.policy;
}
function hasMargin(model, { metric, slice }) {
	const found = Object.entries(model?.metrics ?? {}).find(([key, rule]) => metricIdOf(key, rule) === metric);
	if (!found) return false;
	const [, rule] = found;
	const conditions = slice === null ? rule : rule.slices ?? rule;
	return conditions !== "off" && conditions.margin !== void 0;
}
// src/entry/answers/plan.ts
const answer = async (args, terminal) => {
	const inputs = parseCommandLine(planSpec, args);
	const host = createLocalHost(inputs);
	const { documents, rows, auc, correlation, margin, confidence } = inputs;
	const prior = {
		rows,
		auc,
		correlation,
		margin,
		confidence,
		"positive-rate": inputs["positive-rate"]
	};
	const believed = Object.entries(prior).filter(([, text]) => text !== void 0);
	if (documents.length > 0 && believed.length > 0) {
		const named = believed.map(([name]) => `--${name}`).join(", ");
		throw fault("usage-invalid", `${named} and --documents are two ways to plan.`, { fix: "Leave one of them out; `--metric auc:margin=0.002` sets a margin for documents." });
	}
	const nowhere = {
		out: ".onnx-gate",
		"runtime-path": void 0,
		"runtime-url": void 0
	};
	const report = documents.length > 0 ? await planFromDocuments({
		...inputs,
		toolVersion: VERSION
	}, createContext(host, nowhere)) : planFromPrior(prior);
	host.print(inputs.format === "json" ? JSON.stringify(report, null, 2) : renderPlan(report, terminal));
};
export { answer };
