import { t as isAfterFork } from "./event.js";
import { i as fault } from "./errors.js";
// src/entry/untrusted.ts
/**
* A model is input to native code. Where the job holds secrets and a token that writes, one from a pull request is not
* loaded. Throws `untrusted-event`.
*/
function refuseUntrusted(event, allowed) {
	if (allowed) return;
	if (event.name !== "pull_request_target" && !isAfterFork(event)) return;
	throw fault("untrusted-event", `On \`${event.name}\` this job holds secrets and a token that writes; a pull request’s model is not loaded here.`, { fix: "Measure on `pull_request` and publish on `workflow_run`, as docs/github.md shows. `dangerously-load-untrusted-models: true` loads it all the same, and lets whoever opens a pull request try to run code with your secrets." });
}
export { refuseUntrusted as t };
