import { n as FaultError } from "./errors.js";
import { i as renderMarkdown, n as SUMMARY_BYTES } from "./markdown.js";
import { t as renderText } from "./text2.js";
// src/entry/formats.ts
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const FORMATS = {
	async text({ verdict, measurements, commit }, terminal) {
		return renderText(verdict, measurements, {
			...terminal,
			...commit !== void 0 && { commit }
		});
	},
	async markdown({ verdict, measurements, commit }) {
		return renderMarkdown(verdict, measurements, {
			bytes: SUMMARY_BYTES,
			...commit !== void 0 && { commit }
		});
	},
	async html({ verdict, measurements, commit, history }) {
		const { renderHtml, createDraw } = await pageParts();
		return renderHtml(verdict, measurements, createDraw(), {
			history,
			...commit !== void 0 && { commit }
		});
	},
	async junit({ verdict }) {
		const { renderJunit } = await import("./junit.js");
		return renderJunit(verdict);
	},
	async sarif({ verdict }) {
		const { toSarif } = await import("./sarif.js");
		return json(toSarif(verdict));
	},
	async openmetrics({ verdict }) {
		const { renderOpenMetrics } = await import("./open-metrics.js");
		return renderOpenMetrics(verdict);
	},
	async json({ verdict, measurements }) {
		return json({
			verdict,
			documents: measurements
		});
	}
};
/** The charting library is by far the largest part of a report; only pages need it. */
async function pageParts() {
	const [{ renderHtml }, { createDraw }] = await Promise.all([import("./page2.js"), import("./draw.js")]);
	return {
		renderHtml,
		createDraw
	};
}
async function renderRuns(history) {
	const [{ renderDashboard }, { createDraw }] = await Promise.all([import("./dashboard.js"), import("./draw.js")]);
	return renderDashboard(history, createDraw());
}
// src/entry/past.ts
async function readPast(place, host) {
	const { createHistory, runReadHistory } = await parts();
	return runReadHistory({
		past: createHistory(place),
		progress: host
	});
}
/** The history with this verdict in it; empty, with a warning, where it cannot be kept. */
async function addToPast(place, judged, host) {
	const { createHistory, runAppendHistory, runReadHistory } = await parts();
	const past = createHistory(place);
	try {
		await runAppendHistory(judged, { past });
		return await runReadHistory({
			past,
			progress: host
		});
	} catch (error) {
		if (!(error instanceof FaultError)) throw error;
		for (const { message: what, fix = "" } of error.faults) {
			const message = `${what} ${fix}`.trim();
			host.report(message);
			host.annotate([{
				level: "warning",
				title: "onnx-gate: history",
				message
			}]);
		}
		return [];
	}
}
async function parts() {
	const [command, adapter] = await Promise.all([import("./history2.js"), import("./history.js")]);
	return {
		...command,
		...adapter
	};
}
export { renderRuns as i, readPast as n, FORMATS as r, addToPast as t };
