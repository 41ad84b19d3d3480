import { a as nearest, i as fault } from "./errors.js";
import { a as yamlName, i as shapeText, n as code, r as list, t as clip } from "./words.js";
import { n as checkMissing, r as elementOf } from "./elements.js";
// src/core/scoring/output.ts
/** float16 arrives as raw bits. */
const FLOATS = /* @__PURE__ */ new Set([
	"float32",
	"float64",
	"float16"
]);
/**
* The output named in `choice`, else the only one of floats that gives one number a row. Integer outputs, such as
* scikit-learn's `label`, are never scores. Faults: `model-signature`.
*/
function planOutput({ outputs }, given, perClass = false) {
	if (perClass && given.class !== void 0) return {
		ok: false,
		faults: [CLASS_OF_MANY]
	};
	const choice = perClass ? {
		...given,
		class: "all"
	} : given;
	const chosen = choice.name === void 0 ? pick(outputs, choice) : find(outputs, choice.name);
	if ("code" in chosen) return {
		ok: false,
		faults: [chosen]
	};
	const problem = misfit(chosen, choice);
	if (problem) return {
		ok: false,
		faults: [problem]
	};
	return {
		ok: true,
		plan: {
			name: chosen.name,
			activation: choice.activation,
			class: choice.class ?? null
		}
	};
}
const CLASS_OF_MANY = {
	code: "model-signature",
	message: "`output.class` chooses one column, and `task: multiclass` judges all of them.",
	fix: "Leave `class` out, or write `task: binary`."
};
/** Most columns of scores that a table is asked to hold. */
const MOST_CLASSES = 1e3;
function find(outputs, name) {
	const names = outputs.map((output) => output.name);
	const [near] = nearest(name, names, 1);
	const found = outputs.find((output) => output.name === name);
	if (found) return found;
	return {
		code: "model-signature",
		message: `The model has no output ${code(name)}; it has ${list(names)}.`,
		fix: near === void 0 ? "Correct `output.name`." : `Did you mean ${code(near)}?`
	};
}
function pick(outputs, choice) {
	const floats = outputs.filter(({ type }) => type !== null && FLOATS.has(type));
	const [first, second] = floats.filter((output) => misfit(output, choice) === null);
	if (first && !second) return first;
	const [only, another] = [
		floats,
		outputs.filter(({ type }) => type === null),
		outputs
	].find((each) => each.length > 0) ?? [];
	if (only && !another) return only;
	const described = outputs.map(({ name, type, shape }) => {
		return `${code(name)} (${type === null ? "not a tensor" : `${clip(type)} ${shapeText(shape)}`})`;
	});
	const example = (first ?? only)?.name ?? "";
	return {
		code: "model-signature",
		message: `Which output is the score cannot be told: the model has ${described.slice(0, 20).join(", ") || "none"}.`,
		fix: `Name it in the policy:\noutput: { name: ${yamlName(example)} }`
	};
}
/** Why an output cannot give one number a row, as far as its declared shape tells. */
function misfit({ name, type, shape }, choice) {
	const refuse = (message, fix) => {
		return {
			code: "model-signature",
			message: `Output ${code(name)} ${message}.`,
			fix
		};
	};
	if (type === null) return refuse("is a sequence or a map (such as ZipMap makes), not a tensor", "Export the model without it: `convert_sklearn(…, options={\"zipmap\": False})`.");
	if (!FLOATS.has(type)) return refuse(`holds ${clip(type)}, which are labels and not scores`, "Name an output of probabilities.");
	if (shape.length > 2) return refuse(`has ${shape.length} dimensions ${shapeText(shape)}`, "Export the model with a score of [batch], [batch, 1] or [batch, classes].");
	const width = shape.length === 2 ? shape[1] : shape.length === 1 ? 1 : null;
	return typeof width === "number" ? widthFault(name, width, choice) : null;
}
function widthFault(name, width, choice) {
	const wrong = (message, fix) => ({
		code: "model-signature",
		message,
		fix
	});
	const title = `Output ${code(name)}`;
	if (choice.activation === "softmax" && width === 1) return wrong(`${title} has one column, and the softmax of one number is always 1.`, "Write `activation: sigmoid`.");
	if (choice.class === "all") {
		if (width < 2) return wrong(`${title} has one column, and several classes need one each.`, "Name the output of all classes, or write `task: binary`.");
		if (width <= MOST_CLASSES) return null;
		return wrong(`${title} has ${width} columns; at most ${MOST_CLASSES} classes are judged.`, "Judge it as a ranking of items, one row each.");
	}
	if ((choice.class ?? null) === null && width > 2) return wrong(`${title} has ${width} columns, and \`output.class\` does not say which is the score.`, `Add it, counted from 0:\noutput: { name: ${yamlName(name)}, class: 1 }`);
	if ((choice.class ?? 0) < width) return null;
	const have = width === 1 ? "only column 0" : `columns 0 to ${width - 1}`;
	return wrong(`\`output.class\` is ${choice.class}, and output ${code(name)} has ${have}.`, width === 1 ? "Leave `class` out." : "Correct `class`; it counts from 0.");
}
/**
* The columns that are scores, for a tensor whose declared shape left their number open. Throws `model-signature`.
*/
function columnsOf({ name, activation, class: wanted }, width) {
	const problem = widthFault(name, width, {
		activation,
		class: wanted
	});
	if (problem) throw fault(problem.code, problem.message, { fix: problem.fix });
	if (wanted === "all") return Array.from({ length: width }, (_, column) => column);
	return [wanted ?? width - 1];
}
// src/core/scoring/columns.ts
/** Types, as SQL names them, whose values are numbers. */
const NUMERIC = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN)$/;
function isNumeric({ type }) {
	return NUMERIC.test(type);
}
/** Lists and arrays, as SQL names them: `FLOAT[]`, `DOUBLE[3][4]`. */
function isList({ type }) {
	return type.endsWith("]");
}
/** How many brackets there are: 2 for a list of vectors. */
function depthOf({ type }) {
	return /(\[\d*\])*$/.exec(type)[0].split("[").length - 1;
}
/** `message` says who wants the column. The fix has the nearest names, else what there is. */
function missingColumn(message, name, columns) {
	const names = columns.map((column) => column.name);
	const near = nearest(name, names).map(code);
	return {
		code: "column-missing",
		message,
		fix: near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `The columns are ${list(names)}.`
	};
}
// src/core/scoring/find-columns.ts
function fromMapping({ name }, entry, { columns, faults, key }) {
	const full = typeof entry === "object" && "columns" in entry ? entry : null;
	const given = full ? full.columns : entry;
	const usual = full?.missing ?? "fail";
	const members = (Array.isArray(given) ? given : [given]).map((each) => {
		if (typeof each === "string") return {
			from: { column: each },
			missing: usual
		};
		const own = "missing" in each ? each.missing : void 0;
		return {
			from: "sql" in each ? { sql: each.sql } : { column: each.column },
			missing: own ?? usual
		};
	});
	for (const { from } of members) faults.push(...misplaced(name, from, columns, key));
	return {
		columns: members.map(({ from }) => from),
		missing: members.map(({ missing }) => missing)
	};
}
/** Of a column among plain ones: it is not there, or it holds lists. */
function misplaced(input, from, columns, key) {
	if ("sql" in from) return [];
	const column = columns.find(({ name }) => name === from.column);
	if (!column) return [missingColumn(`Input ${code(input)} takes the column ${code(from.column)}, which is not in the holdout.`, from.column, columns)];
	if (!isList(column)) return [];
	return [{
		code: "model-signature",
		message: `Column ${code(column.name)} (${clip(column.type)}) holds lists, and \`${key}\` puts it among single values for input ${code(input)}.`,
		fix: `Feed lists to an input of their own: \`${yamlName(input)}: { list: ${yamlName(column.name)} }\`.`
	}];
}
/** Null when a name cannot say enough: the input wants several columns. */
function fromName({ name }, width, context) {
	const { roles, notes, faults } = context;
	const columns = context.columns.filter((column) => column.name !== roles.label);
	const found = (column) => ({
		columns: [{ column }],
		missing: ["fail"]
	});
	if (width !== null && width !== 1) return null;
	if (columns.some((column) => column.name === name)) return found(name);
	const alike = columns.filter((column) => column.name.toLowerCase() === name.toLowerCase());
	if (alike.length === 1) {
		notes.push(`Input ${code(name)} is fed from the column ${code(alike[0].name)}.`);
		return found(alike[0].name);
	}
	if (width === null) return null;
	if (name === roles.label) {
		const fix = "Map it to a feature under `inputs`, or export the model without it.";
		const message = `Input ${code(name)} has the name of the label, which must not be fed to a model.`;
		faults.push({
			code: "column-missing",
			message,
			fix
		});
	} else faults.push(missingColumn(`Input ${code(name)} has no column of its name in the holdout.`, name, columns));
	return found(name);
}
// src/core/scoring/forms.ts
const isSpecial = (entry) => typeof entry === "object" && ("list" in entry || "mask" in entry || "value" in entry);
/** Null: plain columns feed it. `refused`: the fault is in the context. */
function planForm(input, element, entry, signature, inputs, context) {
	if (entry === void 0) return null;
	if (!isSpecial(entry)) {
		const column = typeof entry === "string" && context.columns.find(({ name }) => name === entry);
		return column && isList(column) ? planList(input, element, { list: column.name }, context) : null;
	}
	if ("list" in entry) return planList(input, element, entry, context);
	if ("mask" in entry) return planMask(input, element, entry.mask, signature, inputs, context);
	return planValue(input, element, entry.value, context);
}
function refusal({ name }, { faults }) {
	return (message, fix) => {
		faults.push({
			code: "model-signature",
			message: `Input ${code(name)} ${message}.`,
			fix
		});
		return "refused";
	};
}
function planList(input, element, { list: given, length, pad, truncate, missing = "fail" }, context) {
	const { name, type, shape } = input;
	const refuse = refusal(input, context);
	const from = typeof given === "string" ? { column: given } : given;
	const column = typeof given === "string" ? context.columns.find((one) => one.name === given) : null;
	if (column === void 0) {
		const message = `Input ${code(name)} takes the lists of column ${code(given)}, which is not in the holdout.`;
		context.faults.push(missingColumn(message, given, context.columns));
		return "refused";
	}
	if (shape.length < 2) return refuse(`is ${shapeText(shape)}, one value a row, and lists need [batch, length]`, "Map a plain column or an expression such as `{ sql: \"history[1]\" }`.");
	if (column && !isList(column) && column.type !== "VARCHAR" && column.type !== "JSON") return refuse(`${shapeText(shape)} takes a list a row, and column ${code(column.name)} (${clip(column.type)}) holds single values`, `The columns of lists are ${listColumns(context.columns)}.`);
	const declared = shape.slice(1).map((size) => typeof size === "number" ? size : null);
	if (length !== void 0 && declared[0] !== null && declared[0] !== length) return refuse(`${shapeText(shape)} takes lists of ${declared[0]}, and \`length\` is ${length}`, "Leave `length` out.");
	const sizes = [length ?? declared[0], ...declared.slice(1)];
	const depth = column && isList(column) ? depthOf(column) : sizes.length;
	const flat = depth === 1 && sizes.length > 1;
	if (depth !== sizes.length && !flat) return refuse(`${shapeText(shape)} has ${sizes.length} dimensions a row, and ${code(column.name)} (${clip(column.type)}) has ${depth}`, "Use a column that is as deep, or a flat one with all values of a row.");
	if (flat && sizes.includes(null)) return refuse(`${shapeText(shape)} leaves sizes open, which the flat lists of ${code(column.name)} do not tell`, "Use a column of lists in lists, or export the model with fixed sizes.");
	if (pad !== void 0 && !fitsElement(element, pad)) return refuse(`(${type}) cannot hold \`pad: ${clip(String(pad))}\``, "Fill up with a value of its type.");
	const problem = checkMissing(element, missing);
	if (problem) return refuse(`(${type}) ${problem}, so \`missing: ${missing}\` cannot stand there`, "Use a number of its type, or `missing: fail`.");
	return {
		kind: "list",
		name,
		type,
		requests: [{
			from,
			as: element.as,
			depth
		}],
		sizes,
		flat,
		pad: pad ?? null,
		truncate: truncate ?? null,
		missing
	};
}
function listColumns(columns) {
	const names = columns.filter(isList).map(({ name }) => name);
	return names.length === 0 ? "none" : list(names);
}
function planMask(input, { family }, of, signature, inputs, context) {
	const refuse = refusal(input, context);
	const { columns } = context;
	const entry = inputs !== "auto" && Object.hasOwn(inputs, of) ? inputs[of] : of;
	if (!(typeof entry === "string" && columns.some((one) => one.name === entry && isList(one)) || typeof entry === "object" && "list" in entry) || !signature.inputs.some(({ name }) => name === of)) return refuse(`is the mask of ${code(of)}, which is no input that is fed lists`, "Name an input that has `list:`.");
	if (family === "string" || input.shape.length !== 2) return refuse(`(${input.type} ${shapeText(input.shape)}) cannot be a mask`, "A mask is [batch, length] of numbers or booleans.");
	return {
		kind: "mask",
		name: input.name,
		type: input.type,
		requests: [],
		of
	};
}
function planValue(input, element, value, context) {
	const { name, type, shape } = input;
	const refuse = refusal(input, context);
	if (!fitsElement(element, value)) return refuse(`(${type}) cannot hold \`value: ${clip(String(value))}\``, "Write a value of its type.");
	if (shape.slice(1).some((size) => typeof size !== "number")) return refuse(`${shapeText(shape)} leaves sizes open, which a constant does not tell`, "Export the model with fixed sizes after the batch.");
	return {
		kind: "value",
		name,
		type,
		requests: [],
		value,
		sizes: shape.map((size) => typeof size === "number" ? size : null)
	};
}
/** Whether a constant of the policy is a value of the element type. */
function fitsElement(element, value) {
	if (element.family === "string") return typeof value === "string";
	if (typeof value === "string") return false;
	return element.family === "float" || checkMissing(element, Number(value)) === null;
}
// src/core/scoring/proposal.ts
const MOST_PROPOSED = 1e3;
/** The fault of an input of several columns without a mapping, with YAML to paste or to complete. */
function proposeColumns({ name, shape }, width, columns, roles, taken, key = "inputs") {
	const reserved = /* @__PURE__ */ new Set([
		roles.label,
		roles.group,
		roles.weight
	]);
	const free = columns.filter((column) => isNumeric(column) && !taken.has(column.name) && !reserved.has(column.name)).map((column) => column.name);
	const wants = width === null ? "several columns" : `${width} columns`;
	const have = free.length === 0 ? "the holdout has no numeric column left" : `the holdout has ${free.length} numeric ones left: ${list(free)}`;
	const fits = free.length === width && width <= MOST_PROPOSED;
	const shown = fits ? free : [...free.slice(0, 3), "…"];
	const yaml = `${key}:\n  ${yamlName(name)}: [${shown.map((each) => each === "…" ? each : yamlName(each)).join(", ")}]`;
	const opening = fits ? "If these are the columns, in the order that the model was trained on, write" : `List ${wants} in the order that the model was trained on`;
	return {
		code: "model-signature",
		message: `Input ${code(name)} ${shapeText(shape)} takes ${wants}, and a name cannot say which; ${have}.`,
		fix: `${opening}:\n${yaml}`
	};
}
// src/core/scoring/mapping.ts
/**
* Maps every input. Inputs that a mapping leaves out are matched by name, as under `auto`: exactly, else by the only
* column that differs in case alone. Names in the mapping that this model lacks are `checkMappingNames`'s.
* Faults: `model-signature` (shape, type, number of columns), `column-missing`.
*/
function planInputs(signature, columns, inputs, roles = {}, key = "inputs") {
	const faults = [];
	const notes = [];
	const plans = [];
	const open = [];
	const context = {
		columns,
		roles,
		faults,
		notes,
		key
	};
	for (const input of signature.inputs) {
		const element = checkType(input, faults);
		if (!element) continue;
		const entry = mappingOf(inputs, input.name);
		const special = planForm(input, element, entry ?? listOfThatName(input, context), signature, inputs, context);
		if (special !== null) {
			if (special !== "refused") plans.push(special);
			continue;
		}
		if (!checkRank(input, faults)) continue;
		const width = input.shape.length === 1 ? 1 : sizeOf(input.shape[1]);
		const found = entry ? fromMapping(input, entry, context) : fromName(input, width, context);
		if (!found) open.push({
			input,
			width
		});
		else plans.push(planOf(input, element, width, found, context));
	}
	const taken = new Set(plans.flatMap((plan) => plan.requests).flatMap(({ from }) => columnOf(from)));
	for (const { input, width } of open) faults.push(proposeColumns(input, width, columns, roles, taken, key));
	const fixedBatch = commonBatch(signature, plans, faults);
	if (faults.length > 0) return {
		ok: false,
		faults
	};
	return {
		ok: true,
		plan: {
			inputs: plans,
			fixedBatch,
			notes
		}
	};
}
/** Every column and expression that a plan takes. */
function requestsOf(plan) {
	return plan.inputs.flatMap(({ requests }) => requests);
}
/** Names in the mapping that no model has as an input. */
function checkMappingNames(inputs, signatures, key = "inputs") {
	if (inputs === "auto") return [];
	const known = [...new Set(signatures.flatMap((each) => each.inputs.map(({ name }) => name)))];
	const whose = key === "inputs" ? "the model" : "the baseline";
	return Object.keys(inputs).filter((name) => !known.includes(name)).map((name) => {
		const [near] = nearest(name, known, 1);
		return {
			code: "model-signature",
			message: `\`${key}\` maps ${code(name)}, and ${whose} has no such input.`,
			fix: near === void 0 ? `Its inputs are ${list(known)}.` : `Did you mean ${code(near)}?`
		};
	});
}
function mappingOf(inputs, name) {
	return inputs !== "auto" && Object.hasOwn(inputs, name) ? inputs[name] : void 0;
}
const sizeOf = (size) => typeof size === "number" ? size : null;
const columnOf = (from) => "column" in from ? [from.column] : [];
/** The element, when an input of this type can be fed at all. */
function checkType({ name, type }, faults) {
	const element = type === null ? null : elementOf(type);
	const refuse = (message, fix) => {
		faults.push({
			code: "model-signature",
			message: `Input ${code(name)} ${message}.`,
			fix
		});
		return null;
	};
	if (type === null) return refuse("is a sequence or a map, not a tensor", "Export the model with tensors as inputs.");
	return element ?? refuse(`takes ${clip(type)}, which columns cannot feed`, "Export it with a Cast from float32.");
}
/** Whether columns of plain values can fill a tensor of this shape. */
function checkRank({ name, shape }, faults) {
	const refuse = (message, fix) => {
		faults.push({
			code: "model-signature",
			message: `Input ${code(name)} ${message}.`,
			fix
		});
		return false;
	};
	if (shape.length === 0) return refuse("has no batch dimension: it is a scalar, or its shape was left open", `Give a scalar a constant (\`${yamlName(name)}: { value: 1 }\`), or export the model with a dynamic first dimension, such as [batch, 17].`);
	if (shape.length > 2) {
		const sizes = shape.slice(1);
		const values = sizes.every((size) => typeof size === "number") ? ` and takes ${sizes.reduce((product, size) => product * size, 1)} values a row` : "";
		return refuse(`has ${shape.length} dimensions ${shapeText(shape)}${values}; plain columns feed [batch] and [batch, columns]`, "Give it a column of lists with that many values, or reshape inside the model, behind an input of two dimensions.");
	}
	return true;
}
/** A column of the input's own name that holds lists needs no mapping. */
function listOfThatName({ name }, { columns, roles }) {
	const own = columns.find((column) => column.name === name && name !== roles.label);
	return own && isList(own) ? own.name : void 0;
}
function planOf({ name, type, shape }, element, width, { columns, missing }, context) {
	const { faults } = context;
	if (width !== null && columns.length !== width) faults.push(wrongWidth(name, shape, width, columns.length, context.key));
	for (const each of new Set(missing)) {
		const problem = checkMissing(element, each);
		if (!problem) continue;
		const message = `Input ${code(name)} (${type}) ${problem}, so \`missing: ${each}\` cannot stand there.`;
		faults.push({
			code: "model-signature",
			message,
			fix: "Use a number of its type, or `missing: fail`."
		});
	}
	const requests = columns.map((from) => ({
		from,
		as: element.as
	}));
	return {
		kind: "columns",
		name,
		type,
		rank: shape.length,
		requests,
		missing
	};
}
function wrongWidth(name, shape, width, given, key) {
	const fix = key === "inputs" ? "List them in the order that the model was trained on." : `List those of the baseline apart:\nbaseline-inputs:\n  ${yamlName(name)}: [… ${count(width)} …]`;
	return {
		code: "model-signature",
		message: `Input ${code(name)} ${shapeText(shape)} takes ${count(width)}, and \`inputs\` gives it ${given}.`,
		fix
	};
}
const count = (width) => width === 1 ? "one column" : `${width} columns`;
/** A model exported for one batch size takes that and nothing else. Constants have the size that they have. */
function commonBatch({ inputs }, plans, faults) {
	const constant = new Set(plans.filter(({ kind }) => kind === "value").map(({ name }) => name));
	const fed = inputs.filter(({ name }) => !constant.has(name));
	const sizes = [...new Set(fed.flatMap(({ shape }) => sizeOf(shape[0]) ?? []))];
	if (sizes.length > 1) faults.push({
		code: "model-signature",
		message: `The inputs are fixed to different batch sizes (${sizes.join(", ")}).`,
		fix: "Export the model with a dynamic first dimension."
	});
	return sizes[0] ?? null;
}
export { missingColumn as a, isNumeric as i, planInputs as n, columnsOf as o, requestsOf as r, planOutput as s, checkMappingNames as t };
