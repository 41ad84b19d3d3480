import { t as commentSpec } from "./chunks/comment.js";
import { t as comment } from "./chunks/comment2.js";
import { n as terminal, t as runStep } from "./chunks/step.js";
// src/entry/github/comment.ts
await runStep(commentSpec, (inputs, host) => comment(inputs, host, async ({ verdict, measurements }) => {
	const { renderText } = await import("./chunks/text3.js");
	host.print(renderText(verdict, measurements, {
		...terminal,
		files: []
	}));
}));
export {};
