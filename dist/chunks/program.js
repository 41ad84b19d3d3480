import { o as __toESM } from "./rolldown-runtime.js";
import { n as require_picocolors, t as run } from "./run.js";
import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { n as MEASURES, r as isAnswer, t as ANSWERS } from "./commands.js";
// src/entry/program.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
/** Runs one command of the command line to its end. `choose` throws when there is no such command. */
async function runProgram(choose) {
	const terminal = {
		palette: import_picocolors.default,
		width: process.stdout.columns || 100
	};
	return run(createLocalHost({ quiet: false }), import_picocolors.default, async () => {
		const { spec, args } = choose();
		if (isAnswer(spec)) {
			const { answer } = await ANSWERS[spec.name]();
			return await answer(args, terminal) ?? 0;
		}
		const inputs = parseCommandLine(spec, args);
		const [{ createContext }, { passGate }] = await Promise.all([import("./context2.js"), import("./gate3.js")]);
		const context = createContext(createLocalHost(inputs), inputs);
		return passGate(inputs, MEASURES[spec.name], context, terminal);
	});
}
export { runProgram };
