import { n as STATIC_CHECKS, r as WIRE_CHECKS } from "./table.js";
// src/core/behaviour/checks.ts
const row = (severity, what, why, fix) => {
	return {
		severity,
		what,
		why,
		fix
	};
};
const DIES = "A server that holds this model dies, hangs or starves in the same way.";
const BEHAVIOUR_CHECKS = {
	load: row("error", "ONNX Runtime refuses the model.", "Nothing can serve it.", "The message names the node; correct it in the exporter."),
	"load-unoptimised": row("warning", "The model loads with graph optimisation only.", "It depends on a fusion that another version or another runtime may not make.", "Replace the operator that has no implementation of its own."),
	"load-once": row("info", "A model of very many nodes was loaded as services do only.", "Its load takes minutes each time; without graph optimisation, and with declared shapes taken at their word, it was not tried.", "Nothing, if it is meant to be so large; exporters that unroll loops write such graphs."),
	"declared-shapes": row("warning", "A declared shape contradicts the inferred one.", "ONNX Runtime warns and goes on; other runtimes and clients believe what is declared.", "Correct the declared shape in the exporter, or leave it open."),
	untestable: row("warning", "The model has inputs or outputs that onnxruntime-node cannot carry.", "The model may be sound, but it cannot be run here.", "Export it with a Cast to float32 there."),
	rewritten: row("info", "The model was changed so that its outputs can be read.", "Numbers in the report are those of the tensor below.", "Export without ZipMap: `convert_sklearn(…, options={\"zipmap\": False})`. Triton and others cannot read it either."),
	crash: row("error", "ONNX Runtime died.", DIES, "Export the model without the operation that does it."),
	timeout: row("error", "ONNX Runtime did not finish.", DIES, "Look for a Loop without an end."),
	memory: row("error", "ONNX Runtime needed too much memory.", DIES, "Use smaller tensors, or raise the limit."),
	processes: row("error", "ONNX Runtime started a process of its own.", "No operator does; the model made the engine run something else.", "Do not load it anywhere, and find out where it comes from."),
	run: row("error", "ONNX Runtime refuses to run the model on rows of the holdout.", "Requests with such rows fail.", "Check the shapes and values that the model takes."),
	inputs: row("info", "No inputs could be made up for the model, so its behaviour was not looked at.", "A check that did not run must not look like one that passed.", "Name a holdout, or store golden vectors beside the model."),
	golden: row("error", "Outputs differ from the golden vectors.", "The file is not the model that was tested, or its operators changed their meaning on the way.", "Compare the versions of exporter and runtime; store the vectors again if the change is meant."),
	"golden-unread": row("warning", "A golden vector could not be used.", "What it should prove is not proved.", "Store inputs and outputs as TensorProto (`input_0.pb`, `output_0.pb`) or as .npz with their names."),
	finite: row("error", "Outputs are NaN or infinite on ordinary inputs.", "Such a score ranks nowhere, and many metrics are undefined with one of them.", "Look for a division by zero, a logarithm of zero or NaN among the weights."),
	deterministic: row("error", "The same inputs give other outputs the second time.", "No measurement of the model can be repeated.", "Export in inference mode (`model.eval()`); remove Random* operators and training-mode Dropout."),
	"batch-invariant": row("warning", "A row scored alone gives another result than in a batch.", "Offline metrics come from batches, requests from single rows.", "Look for a normalisation or a reduction over the first dimension; dynamic quantisation does it as well."),
	"row-order": row("warning", "The result of a row depends on where it stands in the batch.", "Scores depend on who else is scored, or an output does not follow its row.", "Look for operators that work across the first dimension, such as CumSum, Scan or a reshape that mixes it."),
	"dynamic-dimensions": row("error", "A dimension is declared dynamic, and another size fails.", "The service cannot choose its batch size, or requests of another length fail.", "Export with what is dynamic marked so (`dynamic_axes`, `dynamic_shapes`), and look for a constant in Reshape."),
	monotonic: row("error", "An output moves against the declared direction.", "The policy says what more of this input must do.", "Train with a monotone constraint, or correct the declaration."),
	"extreme-values": row("warning", "Very large inputs give NaN or infinite outputs.", "One wrong unit upstream is enough.", "Clip inputs in front of the model, or in it."),
	"missing-values": row("info", "A missing value (NaN) gives a NaN output.", "A request without this feature has no score.", "Fill missing values in front of the model, or in it."),
	"missing-spread": row("error", "A missing value (NaN) in one row changes the results of other rows.", "One bad request spoils all that share its batch.", "Look for a normalisation or a reduction over the first dimension.")
};
// src/core/onnx/compare/checks.ts
/** Ids of the findings about differences from the baseline. */
const COMPARISON_CHECKS = ["signature-breaking", "signature-changed"];
// src/core/onnx/targets/checks.ts
/** Ids of the findings about where a model will run. */
const TARGET_CHECKS = [
	"target-version",
	"target-security",
	"target-batching",
	"target-operators",
	"target-types"
];
// src/core/onnx/check-ids.ts
/** The names that a policy may use for checks. */
/**
* Static checks whose errors kill ONNX Runtime 1.30, hang it, fill the memory or make it read files of others: such a
* model is not loaded at all.
*/
const KEEPS_FROM_LOADING = /* @__PURE__ */ new Set([
	"external-location",
	"external-outside",
	"external-symlink",
	"external-hardlink",
	"function-cycle",
	"function-depth",
	"function-expansion",
	"sparse-dense-size",
	"fold-memory",
	"fold-cost"
]);
/** What no policy turns down: without it, nothing else was checked. */
const FIXED_CHECKS = /* @__PURE__ */ new Set([
	...KEEPS_FROM_LOADING,
	...WIRE_CHECKS.filter(({ severity }) => severity === "error").map(({ id }) => id),
	"graph-missing",
	"not-loaded",
	"load",
	"crash",
	"timeout",
	"memory",
	"processes"
]);
/** Every id of a check. A finding may also be `ignore-expired`, which is about the policy and which no policy turns down. */
const CHECK_IDS = [
	...STATIC_CHECKS.map(({ id }) => id),
	...Object.keys(BEHAVIOUR_CHECKS),
	...COMPARISON_CHECKS,
	...TARGET_CHECKS,
	"not-loaded"
];
export { BEHAVIOUR_CHECKS as i, FIXED_CHECKS as n, KEEPS_FROM_LOADING as r, CHECK_IDS as t };
