import { n as readEvent } from "./event.js";
import { i as withCheckRun } from "./check-run.js";
import { n as MEASURES } from "./commands.js";
import { n as terminal, t as runStep } from "./step.js";
import { t as refuseUntrusted } from "./untrusted.js";
// src/entry/action.ts
/** Runs one measuring command as a GitHub action. */
async function runAction(spec) {
	return runStep(spec, async (inputs, host) => {
		const event = readEvent(process.env);
		if (("documents" in inputs ? inputs.documents : []).length === 0) refuseUntrusted(event, inputs["dangerously-load-untrusted-models"]);
		return withCheckRun(inputs, event, host, async (announce) => {
			const [{ createContext }, { passGate }] = await Promise.all([import("./context2.js"), import("./gate3.js")]);
			return passGate(inputs, MEASURES[spec.name], createContext(host, inputs), {
				...terminal,
				announce
			});
		});
	});
}
export { runAction as t };
