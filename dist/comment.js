import { r as renderText } from "./chunks/gate2.js";
import { t as commentSpec } from "./chunks/comment.js";
import { n as runStep, r as terminal } from "./chunks/action.js";
import { t as comment } from "./chunks/comment2.js";
// src/entry/github/comment.ts
await runStep(commentSpec, (inputs, host) => comment(inputs, host, ({ verdict, measurements }) => host.print(renderText(verdict, measurements, {
	...terminal,
	files: []
}))));
export {};
