import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { n as runBindExternal, r as runFindModels } from "./models.js";
import { n as runPlan } from "./plan2.js";
import { t as runResolveHoldout } from "./resolve-holdout.js";
import { n as scoreModel, o as readShard } from "./score-model.js";
import { i as fault } from "./errors.js";
import { t as scoreSpec } from "./score.js";
import { t as createContext } from "./context.js";
// src/entry/answers/score.ts
const answer = async (args) => {
	const inputs = parseCommandLine(scoreSpec, args);
	const shard = readShard(inputs.shard);
	const context = createContext(createLocalHost(inputs), inputs);
	const plan = await runPlan({
		...inputs,
		mode: void 0,
		baseSha: null
	}, context);
	const reports = [];
	for (const [model, given] of plan.models) {
		const { policy } = await runResolveHoldout(given, context);
		const { holdout, candidate, baseline = [] } = policy;
		if (!holdout) throw fault("usage-invalid", `${model} has no holdout to score.`, { fix: "Name its rows and the label: `--holdout rows.parquet --label clicked`, or `holdout:` in the policy." });
		const wanted = {
			candidate,
			baseline: typeof baseline === "string" ? [baseline] : baseline,
			sameModel: inputs["same-model"]
		};
		const pair = await runBindExternal(await runFindModels(wanted, context), context);
		const folder = `${inputs.out}/${model}`;
		const { rows, path, batchRows } = await scoreModel({
			model,
			policy,
			plan,
			pair,
			holdout,
			shard,
			folder
		}, context);
		reports.push({
			model,
			rows,
			batch: batchRows,
			path
		});
	}
	const lines = reports.map(({ model, rows, batch, path }) => {
		return `${model}: ${rows} rows in batches of ${batch} → ${path}`;
	});
	context.host.print(inputs.format === "json" ? JSON.stringify(reports, null, 2) : `${lines.join("\n")}\n`);
};
export { answer };
