import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { i as fault, o as throwFaults } from "./errors.js";
import { c as planPrior, d as rowsNeeded, i as findMetric, l as positivesOf, o as planOf, s as POWER, t as judge, u as passPower } from "./judge2.js";
import { i as readFlags, l as modelOf, n as runPlan, r as checked, s as metricIdOf } from "./plan2.js";
import { a as SMALLEST_MARGIN } from "./image3.js";
import { t as runReadDocuments } from "./documents2.js";
import { n as wholeNumber, t as readNumber } from "./number-flags.js";
import { n as renderPlan } from "./plan-text.js";
import { t as planSpec } from "./plan.js";
import { t as createContext } from "./context.js";
import { t as VERSION } from "./version.js";
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
	const { standardError, mde } = measured;
	const reason = whyNothing(measured, rule.margin);
	if (reason !== null || rule.margin === null) return {
		...known,
		standardError,
		mde,
		reason
	};
	const plan = planOf(measured, rule.margin, mode);
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
