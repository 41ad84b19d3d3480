import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { r as renderImageText, t as image } from "./image2.js";
import { t as imageSpec } from "./image.js";
// src/entry/answers/image.ts
const answer = async (args) => {
	const inputs = parseCommandLine(imageSpec, args);
	const host = createLocalHost(inputs);
	const made = await image(inputs, host);
	for (const note of made.image.notes) host.report(note);
	host.print(inputs.format === "json" ? made.json : renderImageText(made.image));
	return made.image.untagged === null ? 0 : 1;
};
export { answer };
