import { o as throwFaults } from "./errors.js";
import { t as ELEMENTS } from "./elements.js";
import { a as yamlName, i as shapeText, n as code } from "./words.js";
// src/core/scoring/random-inputs.ts
/**
* Inputs of a model when there is no holdout to take rows from: numbers below one from a seeded generator, zeros for
* whole numbers (a valid index everywhere), empty text. The first dimension is `rows` unless the model fixes it.
* Other open dimensions are in `dimensions` by name, or as `input/axis` where they have none.
* Throws `model-signature` for types and dimensions that cannot be made up.
*/
function randomInputs(signature, rows, random, dimensions = {}) {
	const given = new Map(Object.entries(dimensions));
	const faults = [];
	const tensors = /* @__PURE__ */ new Map();
	for (const { name, type, shape } of signature.inputs) {
		const element = type === null || !Object.hasOwn(ELEMENTS, type) ? null : ELEMENTS[type];
		const keys = shape.map((size, axis) => typeof size === "string" ? size : `${name}/${axis}`);
		const sizes = shape.map((size, i) => typeof size === "number" ? size : i === 0 ? rows : given.get(keys[i]) ?? null);
		const open = sizes.indexOf(null);
		if (!element || open >= 0) {
			faults.push({
				code: "model-signature",
				message: `Input ${code(name)} ${shapeText(shape)} cannot be made up: ${element ? "a dimension other than the first is open" : "it is not a plain tensor"}.`,
				fix: element ? `Name a holdout whose columns feed it, or give the size: \`latency: { dimensions: { ${yamlName(keys[open])}: 16 } }\`.` : "Name a holdout whose columns feed it."
			});
			continue;
		}
		const dims = sizes;
		const data = element.allocate(dims.reduce((product, size) => product * size, 1));
		if (type === "float32" || type === "float64") {
			const numbers = data;
			for (let i = 0; i < numbers.length; i++) numbers[i] = random();
		}
		tensors.set(name, {
			type,
			data,
			shape: dims
		});
	}
	throwFaults(faults);
	return tensors;
}
export { randomInputs as t };
