import { o as __toESM } from "./rolldown-runtime.js";
import { a as require_picocolors, r as MEASURES, t as run } from "./run.js";
import { a as withCheckRun, p as readEvent } from "./check-run.js";
import { t as createGithubHost } from "./github.js";
import { n as createContext } from "./context.js";
import { n as passGate } from "./gate2.js";
import { t as parseInputs } from "./inputs.js";
import { i as fault } from "./errors.js";
// src/entry/untrusted.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
/**
* A model is input to native code. Where the job holds secrets and a token that writes, one from a pull request is not
* loaded. Throws `untrusted-event`.
*/
function refuseUntrusted(event, allowed) {
	if (allowed) return;
	const { measuring } = event;
	const afterFork = measuring?.event.startsWith("pull_request") === true && measuring.headRepository !== event.repository;
	if (event.name !== "pull_request_target" && !afterFork) return;
	throw fault("untrusted-event", `On \`${event.name}\` this job holds secrets and a token that writes; a pull request’s model is not loaded here.`, { fix: "Measure on `pull_request` and publish on `workflow_run`, as docs/github.md shows. `dangerously-load-untrusted-models: true` loads it all the same, and lets whoever opens a pull request try to run code with your secrets." });
}
// src/entry/action.ts
/** GitHub's log shows colours and is this wide on most screens. */
const terminal = {
	palette: import_picocolors.default.createColors(true),
	width: 120
};
/** Runs one measuring command as a GitHub action. */
async function runAction(spec) {
	return runStep(spec, async (inputs, host) => {
		const event = readEvent(process.env);
		if (("documents" in inputs ? inputs.documents : []).length === 0) refuseUntrusted(event, inputs["dangerously-load-untrusted-models"]);
		return withCheckRun(inputs, event, host, (announce) => passGate(inputs, MEASURES[spec.name], createContext(host, inputs), {
			...terminal,
			announce
		}));
	});
}
/** Inputs from `INPUT_*`, everything else through the runner's protocol. */
async function runStep(spec, body) {
	const host = createGithubHost(process.env, readEvent(process.env).pullRequest);
	return run(host, import_picocolors.default.createColors(false), async () => body(parseInputs(spec, ({ name }) => process.env[`INPUT_${name.toUpperCase()}`], (name) => `\`${name}\``), host));
}
export { runStep as n, terminal as r, runAction as t };
