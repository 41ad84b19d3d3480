import { i as fault, o as throwFaults } from "./errors.js";
import { t as _usingCtx } from "./usingCtx.js";
import { o as seededRandom } from "./curve-bootstrap.js";
import { r as list } from "./words.js";
import { n as planInputs } from "./mapping.js";
import { c as inputsAt, l as packInputs, s as checkNames, u as readsOf } from "./resolve-holdout.js";
import { t as randomInputs } from "./random-inputs.js";
import { t as judge } from "./judge2.js";
// src/commands/feeds.ts
/**
* Makes the tensors that each model is timed on: the first rows of the holdout, the same for all models, or made-up
* inputs for all when there is no holdout or when it lacks inputs that are matched by name. Throws what planning and
* packing throw, `holdout-empty` when the largest batch has more rows than the holdout, and `model-signature` for a
* batch that a model does not take.
*/
async function runMakeFeeds(inputs, ports) {
	return runFeedSignatures(await Promise.all(inputs.models.map(async (path) => {
		try {
			var _usingCtx$1 = _usingCtx();
			return _usingCtx$1.a(await ports.runner.open(path, inputs.limits)).signature;
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	})), inputs, ports);
}
/** The same for models that are open already, or behind an endpoint. */
async function runFeedSignatures(signatures, inputs, ports) {
	try {
		var _usingCtx3 = _usingCtx();
		const madeUp = (note) => {
			throwFaults(signatures.flatMap((each) => fixedBatchFaults(fixedBatchOf(each), inputs.batches)));
			const feedsOf = (batch) => signatures.map((each) => randomInputs(each, batch, seededRandom(1).uniform, inputs.dimensions));
			feedsOf(inputs.batches[0]);
			return {
				feedsOf,
				notes: [note]
			};
		};
		if (inputs.rows === null) return madeUp("Timed on made-up inputs: there is no holdout.");
		const table = _usingCtx3.a(await ports.tables.open(inputs.rows.source));
		const lacking = inputs.inputs === "auto" && inputs["baseline-inputs"] === void 0 ? unmatched(signatures, table, inputs.rows) : [];
		if (lacking.length > 0) return madeUp(`Timed on made-up inputs: the holdout has no column for ${list(lacking)}.`);
		const largest = Math.max(...inputs.batches);
		if (table.rows < largest) throw fault("holdout-empty", `The holdout has ${table.rows} rows; a batch of ${largest} needs as many.`, { fix: "Time smaller batches (`latency: { batch: [1] }`) or give more rows." });
		const heads = await readHeads(table, signatures, inputs, inputs.rows, inputs.batches);
		const feedsOf = (batch) => heads.map(({ plan, head }) => packInputs(plan, head.columns, {
			first: 0,
			from: 0,
			count: batch
		}));
		return {
			feedsOf,
			notes: []
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** Inputs of any model that no column is matched with, and those of a shape that columns cannot have. */
function unmatched(signatures, table, roles) {
	const lacking = signatures.flatMap(({ inputs }) => inputs.filter((input) => {
		const alone = planInputs({
			inputs: [input],
			outputs: []
		}, table.columns, "auto", roles);
		return input.shape.length > 2 || !alone.ok && alone.faults.some(({ code }) => code === "column-missing");
	}));
	return [...new Set(lacking.map(({ name }) => name))];
}
/** The number of rows that all inputs of a model fix, or null. */
function fixedBatchOf({ inputs }) {
	const [rows, ...others] = new Set(inputs.map(({ shape }) => shape[0]));
	return typeof rows === "number" && others.length === 0 ? rows : null;
}
function fixedBatchFaults(fixedBatch, batches) {
	const other = batches.find((batch) => fixedBatch !== null && batch !== fixedBatch);
	if (other === void 0) return [];
	return [{
		code: "model-signature",
		message: `A batch of ${other} cannot be timed: the model takes exactly ${fixedBatch} rows.`,
		fix: `Time that size (\`latency: { batch: [${fixedBatch}] }\`), or export the model with a dynamic first dimension.`
	}];
}
async function readHeads(table, signatures, mappings, roles, batches) {
	const faults = checkNames(mappings, signatures);
	const plans = signatures.flatMap((signature, place) => {
		const { inputs, key } = inputsAt(mappings, place);
		const planned = planInputs(signature, table.columns, inputs, roles, key);
		if (planned.ok) return [planned.plan];
		faults.push(...planned.faults);
		return [];
	});
	for (const { fixedBatch } of plans) faults.push(...fixedBatchFaults(fixedBatch, batches));
	throwFaults(faults);
	const heads = [];
	for (const plan of plans) heads.push({
		plan,
		head: await firstBatch(table, readsOf(plan), Math.max(...batches))
	});
	return heads;
}
/** The first `rows` rows, or all where there are fewer. Throws `holdout-empty`. */
async function firstBatch(table, requests, rows) {
	for await (const batch of table.read(requests, rows)) return batch;
	throw fault("holdout-empty", "The holdout gave no rows.", { fix: "Check its source." });
}
// src/commands/judge.ts
/** Judges what was measured by the plan's policy. `scope`: the kinds of document that this run answers for. */
function runJudge(inputs, ports) {
	const { plan } = inputs;
	const verdict = judge({
		documents: inputs.documents,
		faults: inputs.faults,
		scope: inputs.scope,
		policy: plan.policy,
		...plan.positions && { positions: plan.positions },
		models: [...plan.models.keys()],
		tool: {
			name: "onnx-gate",
			version: inputs.toolVersion
		},
		created: ports.clock.now().toISOString(),
		policySubject: plan.subject
	});
	return {
		...verdict,
		reasons: [...plan.notes, ...verdict.reasons]
	};
}
export { runMakeFeeds as i, firstBatch as n, runFeedSignatures as r, runJudge as t };
