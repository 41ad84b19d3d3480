#!/usr/bin/env node
import { a as nearest, n as FaultError } from "./chunks/errors.js";
import { t as benchmarkSpec } from "./chunks/benchmark.js";
import { t as commentSpec } from "./chunks/comment.js";
import { t as evaluateSpec } from "./chunks/evaluate.js";
import { t as gateSpec } from "./chunks/gate.js";
import { t as imageSpec } from "./chunks/image.js";
import { t as imageProbeSpec } from "./chunks/image-probe.js";
import { t as initSpec } from "./chunks/init.js";
import { t as planSpec } from "./chunks/plan.js";
import { t as reportSpec } from "./chunks/report.js";
import { t as scoreSpec } from "./chunks/score.js";
import { t as selftestSpec } from "./chunks/selftest.js";
import { t as serveSpec } from "./chunks/serve.js";
import { t as validateSpec } from "./chunks/validate.js";
import { t as VERSION } from "./chunks/version.js";
/** Every command, in the order that `--help` lists them. */
const SPECS = [
	...[
		gateSpec,
		validateSpec,
		evaluateSpec,
		benchmarkSpec
	],
	scoreSpec,
	reportSpec,
	commentSpec,
	initSpec,
	planSpec,
	selftestSpec,
	imageSpec,
	imageProbeSpec,
	serveSpec
];
// src/entry/help.ts
const WIDTH = 100;
/** What `onnx-gate --help` prints. */
function programHelp() {
	return [
		"onnx-gate decides whether an ONNX model may ship, and shows why.",
		"",
		"Usage: onnx-gate COMMAND [options]",
		"",
		"Commands:",
		...rows(SPECS.map(({ name, description }) => [name, description])),
		"",
		"Options:",
		...rows([
			["--help", "This page; after a command, that command’s."],
			["--version", "The version."],
			["--no-color", "Plain text; so does the variable NO_COLOR."]
		]),
		"",
		"Exit codes:",
		...rows([
			["0", "passed, warnings included"],
			["1", "the gate failed"],
			["2", "the configuration or the input is wrong"],
			["3", "the environment failed: network, engine, permission"],
			["4", "inconclusive, where the policy says that this fails"]
		]),
		""
	].join("\n");
}
/** What `onnx-gate COMMAND --help` prints. */
function commandHelp(spec) {
	const offered = spec.inputs.filter(({ actionOnly }) => !actionOnly);
	const positionals = offered.filter(({ positional }) => positional).map(({ name, kind }) => `[${name.toUpperCase()}${kind === "list" ? "…" : ""}]`);
	return [
		spec.description,
		"",
		`Usage: ${[
			"onnx-gate",
			spec.name,
			...positionals,
			"[options]"
		].join(" ")}`,
		"",
		"Options:",
		...rows(offered.map((input) => [flagOf(input), describe(input)])),
		"",
		"Examples:",
		...spec.examples.map((example) => `  onnx-gate ${example}`),
		""
	].join("\n");
}
function flagOf(input) {
	if (input.kind === "boolean") return `--${input.name}`;
	return `--${input.name} ${input.kind === "list" || input.kind === "lines" ? `${input.name.toUpperCase()}…` : input.name.toUpperCase()}`;
}
function describe(input) {
	const choices = input.kind === "choice" ? ` One of ${input.choices.join(", ")}.` : "";
	const standard = input.default === void 0 ? "" : ` Default: ${input.default}.`;
	return `${input.description.replaceAll("`", "")}${choices}${standard}`;
}
/** Two columns, the second wrapped. */
function rows(pairs) {
	const left = Math.max(...pairs.map(([name]) => name.length)) + 4;
	return pairs.flatMap(([name, description]) => wrap(description, WIDTH - left).map((line, i) => `${i === 0 ? `  ${name}`.padEnd(left) : " ".repeat(left)}${line}`));
}
function wrap(text, width) {
	const lines = [""];
	for (const word of text.split(" ")) {
		const line = lines.at(-1);
		if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
	}
	return lines;
}
// src/entry/cli.ts
const GLOBAL_FLAGS = ["--no-color", "--color"];
const args = process.argv.slice(2).filter((arg) => !GLOBAL_FLAGS.includes(arg));
const [name = "--help", ...rest] = args;
const spec = specOf(args);
if (name === "--version" || name === "-v") console.log(VERSION);
else if (name === "--help" || name === "-h" || name === "help") {
	const about = specOf(rest);
	process.stdout.write(about ? commandHelp(about) : programHelp());
} else if (spec && rest.some((arg) => arg === "--help" || arg === "-h")) process.stdout.write(commandHelp(spec));
else {
	const { runProgram } = await import("./chunks/program.js");
	await runProgram(() => spec ? {
		spec,
		args: args.slice(wordsOf(spec))
	} : raiseUnknown(name));
}
/** A name of two words is more than its first one. */
function specOf(words) {
	return SPECS.filter((one) => one.name === words.slice(0, wordsOf(one)).join(" ")).sort((a, b) => wordsOf(b) - wordsOf(a))[0];
}
function wordsOf({ name }) {
	return name.split(" ").length;
}
function raiseUnknown(given) {
	const [suggestion] = nearest(given, SPECS.map((one) => one.name), 1);
	const message = `\`${given.slice(0, 100)}\` is not a command of onnx-gate.`;
	const fix = `${suggestion ? `Did you mean \`${suggestion}\`? ` : ""}\`onnx-gate --help\` lists them.`;
	throw new FaultError([{
		code: "usage-invalid",
		message,
		fix
	}]);
}
export {};
