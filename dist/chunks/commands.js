// src/entry/commands.ts
/** What each command that ends in a verdict measures. */
const MEASURES = {
	gate: [
		"validation",
		"evaluation",
		"benchmark"
	],
	validate: ["validation"],
	evaluate: ["evaluation"],
	benchmark: ["benchmark"]
};
/** Commands that judge nothing: they answer a question, or publish. Each loads when it is asked. */
const ANSWERS = {
	comment: () => import("./comment3.js"),
	score: () => import("./score2.js"),
	init: () => import("./init2.js"),
	report: () => import("./report2.js"),
	plan: () => import("./plan3.js"),
	selftest: () => import("./selftest2.js"),
	image: () => import("./image4.js"),
	"image probe": () => import("./image-probe2.js"),
	serve: () => import("./serve2.js")
};
function isAnswer(spec) {
	return Object.hasOwn(ANSWERS, spec.name);
}
export { MEASURES as n, isAnswer as r, ANSWERS as t };
