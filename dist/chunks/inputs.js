import { a as nearest, o as throwFaults } from "./errors.js";
// src/entry/inputs.ts
/** Text from flags or `INPUT_*` variables to the typed values of a spec. */
const PARSERS = {
	string: (text) => ({ value: text }),
	list: (text) => ({ value: itemsOf(text, /[\n,]/) }),
	lines: (text) => ({ value: itemsOf(text, /\n/) }),
	boolean: (text) => /^(true|True|TRUE)$/.test(text) ? { value: true } : /^(false|False|FALSE)$/.test(text) ? { value: false } : { wanted: "true or false" },
	choice: (text, input) => {
		const choices = input.kind === "choice" ? input.choices : [];
		if (choices.includes(text)) return { value: text };
		const [close] = nearest(text, choices, 1);
		const fix = close ? `Did you mean \`${close}\`?` : input.default && `Leave it out for \`${input.default}\`.`;
		return {
			wanted: `one of ${choices.join(", ")}`,
			...fix && { fix }
		};
	}
};
function itemsOf(text, separator) {
	return text.split(separator).map((item) => item.trim()).filter((item) => item !== "");
}
const ABSENT = {
	string: void 0,
	list: [],
	lines: [],
	boolean: false,
	choice: void 0
};
/**
* Reads every input of `spec`. `read` gives an input's text, or undefined or '' when it was not given.
* `flag` shows a name as the user writes it. Throws `usage-invalid` for all bad values at once, after the `earlier`
* faults of whoever took the text apart.
*/
function parseInputs(spec, read, flag, earlier = []) {
	const faults = [...earlier];
	const values = spec.inputs.map((input) => {
		const text = read(input)?.trim() || input.default;
		if (text === void 0) return [input.name, ABSENT[input.kind]];
		const parsed = PARSERS[input.kind](text, input);
		if ("value" in parsed) return [input.name, parsed.value];
		faults.push({
			code: "usage-invalid",
			message: `${flag(input.name)} is \`${text.slice(0, 100)}\`; it must be ${parsed.wanted}.`,
			fix: parsed.fix ?? input.description
		});
		return [input.name, ABSENT[input.kind]];
	});
	throwFaults(faults);
	return Object.fromEntries(values);
}
export { parseInputs as t };
