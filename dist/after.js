import { n as readEvent } from "./chunks/event.js";
import { t as createGithubHost } from "./chunks/github2.js";
import { t as endLeftCheckRun } from "./chunks/check-run.js";
// src/entry/github/after.ts
/** Runs after every action, also when its process was killed. */
const event = readEvent(process.env);
const host = createGithubHost(process.env, event.pullRequest);
await endLeftCheckRun(event, process.env["INPUT_GITHUB-TOKEN"], host);
export {};
