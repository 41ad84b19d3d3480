import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { t as commentSpec } from "./comment.js";
import { t as comment } from "./comment2.js";
// src/entry/answers/comment.ts
const answer = async (args) => {
	const inputs = parseCommandLine(commentSpec, args);
	const host = createLocalHost(inputs);
	return comment(inputs, host, ({ verdict }, markdown) => host.print(inputs.format === "json" ? JSON.stringify(verdict, null, 2) : markdown));
};
export { answer };
