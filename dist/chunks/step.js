import { o as __toESM } from "./rolldown-runtime.js";
import { n as require_picocolors, t as run } from "./run.js";
import { n as readEvent } from "./event.js";
import { t as createGithubHost } from "./github2.js";
import { t as parseInputs } from "./inputs.js";
// src/entry/step.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
/** GitHub's log shows colours and is this wide on most screens. */
const terminal = {
	palette: import_picocolors.default.createColors(true),
	width: 120
};
/** Inputs from `INPUT_*`, everything else through the runner's protocol. */
async function runStep(spec, body) {
	const host = createGithubHost(process.env, readEvent(process.env).pullRequest);
	return run(host, import_picocolors.default.createColors(false), async () => body(parseInputs(spec, ({ name }) => process.env[`INPUT_${name.toUpperCase()}`], (name) => `\`${name}\``), host));
}
export { terminal as n, runStep as t };
