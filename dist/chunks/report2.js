import { t as files } from "./files.js";
import { n as createLocalHost, t as parseCommandLine } from "./args.js";
import { t as runReadLegs } from "./legs.js";
import { i as fault } from "./errors.js";
import { t as reportSpec } from "./report.js";
import { t as filesIn } from "./document-files.js";
import { i as renderRuns, n as readPast, r as FORMATS } from "./past.js";
// src/entry/answers/report.ts
const answer = async (args, terminal) => {
	const inputs = parseCommandLine(reportSpec, args);
	const host = createLocalHost(inputs);
	const { documents, history: place, format, output, commit } = inputs;
	if (documents.length === 0 && place === void 0) throw fault("usage-invalid", "There is nothing to report on.", { fix: "Name the folder of a run, such as `.onnx-gate`, or past runs with `--history`." });
	const history = place === void 0 ? [] : await readPast(place, host);
	const text = documents.length === 0 ? await ofHistory(history, format) : await FORMATS[format]({
		...await runReadLegs(await filesIn(documents), ""),
		commit,
		history
	}, terminal);
	if (output === void 0) host.print(text);
	else await files.write(output, text);
};
async function ofHistory(history, format) {
	if (format === "html") return renderRuns(history);
	if (format === "json") return `${JSON.stringify(history, null, 2)}\n`;
	throw fault("usage-invalid", `Past runs alone cannot be shown as ${format}.`, { fix: "Use `--format html` or `--format json`, or name the folder of a run too." });
}
export { answer };
