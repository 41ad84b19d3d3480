import { a as nearest } from "./errors.js";
import { t as parseInputs } from "./inputs.js";
import { parseArgs } from "node:util";
// src/adapters/hosts/local.ts
/** Back to the start of the line, and clear it. */
const REWIND = "\r\x1B[K";
/** Columns of the bar. */
const BAR = 20;
function bar(done) {
	const full = Math.round(Math.min(1, Math.max(0, done)) * BAR);
	return `${"█".repeat(full)}${"░".repeat(BAR - full)} `;
}
/** A terminal: results to standard output, everything else to standard error. */
function createLocalHost(options, errors = process.stderr) {
	const live = errors.isTTY === true && process.env.TERM !== "dumb";
	let shown = false;
	const clear = () => {
		if (shown) errors.write(REWIND);
		shown = false;
	};
	const ended = (text) => text.endsWith("\n") ? text : `${text}\n`;
	return {
		pullRequest: null,
		report(message, done) {
			if (options.quiet) return;
			const line = done === void 0 ? message : bar(done) + message;
			errors.write(live ? REWIND + line.slice(0, (errors.columns ?? 80) - 1) : `${message}\n`);
			shown = live;
		},
		print(text) {
			clear();
			process.stdout.write(ended(text));
		},
		fail(text) {
			clear();
			errors.write(ended(text));
		},
		warn(message) {
			clear();
			errors.write(ended(message));
		},
		annotate() {},
		output() {},
		async summary() {}
	};
}
// src/entry/args.ts
/** Flags of a command line to the typed values of a spec. Throws `usage-invalid` for all faults at once. */
function parseCommandLine(spec, args) {
	const offered = spec.inputs.filter(({ actionOnly }) => !actionOnly);
	const known = new Map(offered.map((input) => [input.name, input]));
	const { tokens } = parseArgs({
		args: [...args],
		options: Object.fromEntries(offered.map(({ name, kind }) => [name, { type: kind === "boolean" ? "boolean" : "string" }])),
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	const given = /* @__PURE__ */ new Map();
	const add = (name, text) => given.set(name, [...given.get(name) ?? [], text]);
	const positionals = offered.filter(({ positional }) => positional);
	const faults = [];
	for (const token of tokens) if (token.kind === "positional") {
		const input = isList(positionals[0]) ? positionals[0] : positionals.shift();
		if (input) add(input.name, token.value);
		else faults.push(unexpected(token.value, spec));
	} else if (token.kind === "option") {
		const input = known.get(token.name);
		if (!input) faults.push(unknown(token.rawName, spec, offered));
		else if (input.kind === "boolean") add(token.name, token.value ?? "true");
		else if (token.value === void 0) faults.push(valueless(token.rawName, input));
		else add(token.name, token.value);
	}
	return parseInputs(spec, (input) => isList(input) ? given.get(input.name)?.join("\n") : given.get(input.name)?.at(-1), (name) => `--${name}`, faults);
}
const isList = (input) => input?.kind === "list" || input?.kind === "lines";
function unexpected(value, spec) {
	return {
		code: "usage-invalid",
		message: `\`${value.slice(0, 100)}\` is one argument too many.`,
		fix: `See \`onnx-gate ${spec.name} --help\`.`
	};
}
function unknown(rawName, spec, offered) {
	const names = nearest(rawName.replace(/^-+/, ""), offered.map(({ name }) => name), 1);
	const suggestion = names[0] ? `Did you mean \`--${names[0]}\`? ` : "";
	return {
		code: "usage-invalid",
		message: `\`${rawName.slice(0, 100)}\` is not an option of \`onnx-gate ${spec.name}\`.`,
		fix: `${suggestion}\`onnx-gate ${spec.name} --help\` lists them.`
	};
}
function valueless(rawName, input) {
	const example = input.default ?? (input.kind === "choice" ? input.choices[0] : void 0);
	return {
		code: "usage-invalid",
		message: `\`${rawName}\` needs a value.`,
		fix: example === void 0 ? input.description : `Write, for example, \`${rawName} ${example}\`.`
	};
}
export { createLocalHost as n, parseCommandLine as t };
