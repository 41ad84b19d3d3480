import { i as safeText, r as safeName } from "./safe-text.js";
import { n as environmentFacts, t as viewOf } from "./view.js";
import { n as escapeMarkup } from "./xml.js";
import { a as formatDuration, c as formatScore, i as formatDelta, l as plural, n as formatBytes, o as formatPercent, r as formatCount, s as formatPercentDelta } from "./format.js";
import { a as rankOf, c as tallyText, n as metricName, o as statusOf, r as rowsNeededText, t as detectableText } from "./rule-view.js";
import { t as renderGraphSvg } from "./graph-svg.js";
import { n as proseOf } from "./prose.js";
import { t as detailLines } from "./detail-lines.js";
// src/core/report/charts/score-charts.ts
const UNIT = [0, 1];
const share = (label) => ({
	label,
	domain: UNIT,
	tick: shortScore
});
/** In the order of the page; none where the document has no curves. */
function scoreCharts({ curves, metrics, churn }) {
	if (!curves) return [];
	const known = (id) => metrics.find(({ metric, slice }) => metric === id && slice === null);
	const told = (id, name) => {
		const { candidate, baseline } = known(id) ?? {};
		if (typeof candidate !== "number") return "";
		const other = typeof baseline === "number" ? `, the baseline ${formatScore(baseline)}` : "";
		return ` ${name}: the candidate ${formatScore(candidate)}${other}.`;
	};
	return [
		...curve(curves, "roc", {
			title: "ROC curve",
			description: `True-positive rate against false-positive rate over all thresholds; nearer to the top left is better.${told("auc", "Area under the curve")}`,
			x: share("False-positive rate"),
			y: share("True-positive rate"),
			diagonal: true
		}),
		...curve(curves, "precisionRecall", {
			title: "Precision–recall curve",
			description: `Precision against recall over all thresholds; nearer to the top right is better.${told("ap", "Average precision")}`,
			x: share("Recall"),
			y: share("Precision"),
			diagonal: false
		}),
		...reliability(curves),
		...groups(churn?.winTieLoss ?? []),
		...distributions(curves)
	];
}
/** Three decimals, without the zeros at their end: as many as a tick needs. */
function shortScore(value) {
	return formatScore(value, [
		0,
		1,
		2
	].find((decimals) => Number(value.toFixed(decimals)) === Number(value.toFixed(3))) ?? 3);
}
function armsOf(curves) {
	const { candidate, baseline } = curves;
	return [...baseline ? [{
		name: "Baseline",
		role: "baseline",
		of: baseline
	}] : [], {
		name: "Candidate",
		role: "candidate",
		of: candidate
	}];
}
function curve(curves, which, more) {
	const series = armsOf(curves).flatMap(({ name, role, of }) => {
		const points = of[which]?.map(([x, y]) => ({
			x,
			y
		}));
		return points && points.length > 0 ? [{
			name,
			role,
			points
		}] : [];
	});
	return series.length === 0 ? [] : [{
		kind: "lines",
		...more,
		dots: false,
		series
	}];
}
function reliability(curves) {
	const series = armsOf(curves).flatMap(({ name, role, of }) => {
		const points = of.reliability?.map(({ score, rate, lower, upper }) => ({
			x: score,
			y: rate,
			lower,
			upper
		}));
		return points && points.length > 0 ? [{
			name,
			role,
			points
		}] : [];
	});
	if (series.length === 0) return [];
	const most = Math.max(...series.flatMap(({ points }) => points.flatMap(({ x, upper }) => [x, upper])));
	const domain = [0, Math.min(1, most * 1.05 || 1)];
	return [{
		kind: "lines",
		title: "Reliability diagram",
		description: `Rate of label 1 against the mean score, in bins of equal weight with ${formatPercent(curves.confidence, 0)} intervals. On the diagonal, scores are the rates they promise; below it they promise too much.`,
		x: {
			...share("Mean score"),
			domain
		},
		y: {
			...share("Rate of label 1"),
			domain
		},
		diagonal: true,
		dots: true,
		series
	}];
}
function groups(all) {
	if (all.length === 0) return [];
	const [first] = all;
	return [{
		kind: "shares",
		title: "Groups won, tied and lost",
		description: `On how many groups the candidate is better than the baseline, equal, or worse. By ${metricName(first.metric)}: ${formatCount(first.wins)} better, ${formatCount(first.ties)} equal, ${formatCount(first.losses)} worse.`,
		x: {
			label: "Share of groups",
			domain: UNIT,
			tick: (value) => formatPercent(value, 0)
		},
		rows: all.slice(0, 12).map(({ metric, wins, ties, losses }) => ({
			name: metricName(metric),
			counts: {
				better: wins,
				equal: ties,
				worse: losses
			}
		}))
	}];
}
const COUNTS = {
	"Scores of rows with label 1": ({ positives }) => positives,
	"Scores of rows with label 0": ({ counts, positives }) => positives && counts.map((count, i) => count - (positives[i] ?? 0)),
	"Scores of all rows": ({ counts, positives }) => positives ? null : counts
};
function distributions(curves) {
	return Object.entries(COUNTS).flatMap(([title, countsOf]) => {
		const series = armsOf(curves).flatMap(({ name, role, of }) => {
			const shares = sharesOf(countsOf(of.scoreHistogram));
			return shares ? [{
				name,
				role,
				shares
			}] : [];
		});
		if (series.length === 0) return [];
		return [{
			kind: "histogram",
			title,
			description: "How the scores of each model are spread, in bars of equal width; each model adds up to 100%.",
			x: {
				label: "Score",
				tick: shortScore
			},
			y: {
				label: "Share of rows",
				tick: shortPercent
			},
			edges: curves.candidate.scoreHistogram.edges,
			series
		}];
	});
}
const shortPercent = (value) => formatPercent(value, Number((value * 100).toFixed(0)) === Number((value * 100).toFixed(1)) ? 0 : 1);
/** Null for none at all. */
function sharesOf(counts) {
	const whole = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
	return counts && whole > 0 ? counts.map((count) => count / whole) : null;
}
// src/core/report/charts/rule-charts.ts
const MOST_SLICES = 30;
const SLICE_NAME = 26;
/** For each metric the slices with an interval, the worst first; the thirty that matter most. */
function sliceCharts(rules) {
	const metrics = /* @__PURE__ */ new Map();
	for (const rule of rules) if (rule.strip && (rule.slice !== null || rules.some(({ metric, slice }) => slice !== null && metric === rule.metric))) metrics.set(rule.metric, [...metrics.get(rule.metric) ?? [], rule]);
	return [...metrics].map(([metric, all]) => {
		const sorted = all.toSorted((a, b) => Number(a.slice !== null) - Number(b.slice !== null) || rankOf(a.status) - rankOf(b.status) || a.strip.delta - b.strip.delta);
		const shown = sorted.slice(0, MOST_SLICES);
		const more = sorted.length - shown.length;
		return {
			kind: "forest",
			title: `${metric} by slice`,
			description: `Difference from the baseline with its interval; right of zero is better, left of the dashed mark loses more than may be lost.${more > 0 ? ` ${plural(more, "more slice")} in the table below.` : ""}`,
			x: {
				label: `Difference in ${metric} (right is better)`,
				tick: shortDelta
			},
			rows: shown.map(({ slice, status, strip }) => ({
				name: slice === null ? "all rows" : safeName(slice, SLICE_NAME),
				status,
				...strip
			}))
		};
	});
}
/** Four decimals, without the zeros at their end. */
function shortDelta(value) {
	const enough = [
		0,
		1,
		2,
		3
	].find((decimals) => Number(value.toFixed(decimals)) === Number(value.toFixed(4)));
	return formatDelta(value, enough ?? 4);
}
const ARMS = [
	{
		name: "Control",
		role: "control"
	},
	{
		name: "Baseline",
		role: "baseline"
	},
	{
		name: "Candidate",
		role: "candidate"
	}
];
function latencyCharts(document) {
	if (document.schema !== "onnx-gate/benchmark/v1") return [];
	return (document.histograms ?? []).flatMap((one) => {
		const series = ARMS.flatMap(({ name, role }) => {
			const shares = sharesOf(one[role]);
			return shares ? [{
				name,
				role,
				shares
			}] : [];
		});
		if (series.length === 0) return [];
		return [{
			kind: "histogram",
			title: `Time per call, batch ${one.batch}`,
			description: `How long calls took with ${plural(one.threads, "thread")}. The control is the baseline against itself: what the machine alone does.`,
			x: {
				label: "Time per call",
				scale: "log",
				tick: formatDuration
			},
			y: {
				label: "Share of calls",
				tick: (value) => formatPercent(value)
			},
			edges: one.edges,
			series
		}];
	});
}
const MOST_TRENDS = 12;
/** The candidate's value of each rule of a model over past runs, two at least. */
function trendCharts(history, model) {
	const trends = /* @__PURE__ */ new Map();
	for (const { created, models } of history) for (const rule of models.find(({ name }) => name === model)?.rules ?? []) {
		const trend = trends.get(rule.metric) ?? {
			unit: rule.unit,
			series: /* @__PURE__ */ new Map()
		};
		trends.set(rule.metric, trend);
		const x = Date.parse(created);
		const add = (role, y, more = {}) => {
			if (y !== null) trend.series.set(role, [...trend.series.get(role) ?? [], {
				x,
				y,
				...more
			}]);
		};
		add("baseline", rule.baseline);
		add("candidate", rule.value, { status: statusOf(rule) });
	}
	return [...trends].filter(([, { series }]) => (series.get("candidate")?.length ?? 0) > 1).slice(0, MOST_TRENDS).map(([metric, { unit, series }]) => {
		const points = series.get("candidate");
		const tick = unit === "seconds" ? formatDuration : (value) => formatScore(value);
		const name = metricName(metric);
		return {
			kind: "lines",
			title: `${name} over ${plural(points.length, "run")}`,
			description: `From ${tick(points[0].y)} to ${tick(points.at(-1).y)}, lowest ${tick(Math.min(...points.map(({ y }) => y)))}, highest ${tick(Math.max(...points.map(({ y }) => y)))}. Dots show how the rule was judged.`,
			x: {
				label: "Run",
				scale: "time",
				tick: dayText
			},
			y: {
				label: name,
				tick
			},
			diagonal: false,
			dots: true,
			series: ARMS.flatMap(({ name: arm, role }) => {
				const found = series.get(role);
				return found ? [{
					name: arm,
					role,
					points: found
				}] : [];
			})
		};
	});
}
const dayText = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 16).replace("T", " ");
// src/core/report/html/markup.ts
const MADE = Symbol("markup");
/** Text and numbers are escaped; null is nothing; lists are joined. */
function html(strings, ...parts) {
	return raw(strings.reduce((text, string, i) => text + render(parts[i - 1] ?? null) + string));
}
/** Only for text of ours, and for drawings whose maker has escaped what is foreign in them. */
function raw(text) {
	return { [MADE]: text };
}
function textOf(markup) {
	return markup[MADE];
}
function render(part) {
	if (part === null) return "";
	if (typeof part === "string") return escapeMarkup(part);
	if (typeof part === "number") return String(part);
	return isList(part) ? part.map(render).join("") : part[MADE];
}
const isList = (part) => Array.isArray(part);
/** Foreign words as code. */
function proseMarkup(prose) {
	return html`${prose.map((piece) => typeof piece === "string" ? piece : html`<code>${piece.code}</code>`)}`;
}
// src/core/report/html/script.ts
/**
* Sorts a table by the button in a column's head. Everything is there without it; the buttons are made here, so that
* none stands around dead where scripts do not run.
*/
const SORT_SCRIPT = `
for (const table of document.querySelectorAll('table.sortable')) {
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, at) => row.cells[at].dataset.sort ?? row.cells[at].textContent.trim();
  heads.forEach((head, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute('aria-sort', 'none');
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') !== 'ascending';
      for (const other of heads) other.setAttribute('aria-sort', 'none');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => {
        const [x, y] = [key(a, at), key(b, at)];
        if (x === '' || y === '') return (x === '') - (y === '');
        const order = isFinite(x) && isFinite(y) ? x - y : x.localeCompare(y, 'en', { numeric: true });
        return up ? order : -order;
      });
      table.tBodies[0].append(...rows);
    });
  });
}
`;
/** Of the script, for the page's Content-Security-Policy; a test computes it anew. */
const SORT_SCRIPT_SHA256 = "HcUc/Yl2UuRT4arVWHthyvqN2Yxp799Xnl6EEISkJyw=";
// src/core/report/html/style.ts
/** The page's style: light and dark, from a telephone to a desk, and on paper. */
const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f5f6f8; --card: #ffffff; --text: #1c2128; --muted: #57606a; --line: #e4e7eb; --soft: #f5f6f8;
  --candidate: #1f5fd6; --baseline: #b3560c; --control: #6e7781;
  --passed: #1a7f37; --failed: #c11c28; --inconclusive: #8a5a00; --skipped: #57606a;
  --passed-soft: #e4f6e9; --failed-soft: #fdebec; --inconclusive-soft: #fdf3dc; --skipped-soft: #eef0f3;
  --shadow: 0 1px 2px rgb(20 25 35 / 6%), 0 4px 16px rgb(20 25 35 / 4%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0e1116; --card: #161b22; --text: #e6eaef; --muted: #9aa4af; --line: #2b323b; --soft: #1d232b;
    --candidate: #6ba4ff; --baseline: #f0a050; --control: #98a2ad;
    --passed: #4cc26a; --failed: #ff7b78; --inconclusive: #e3b341; --skipped: #9aa4af;
    --passed-soft: #12291a; --failed-soft: #331a1d; --inconclusive-soft: #2d2411; --skipped-soft: #232a33;
    --shadow: none;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.page { max-width: 1160px; margin: 0 auto; padding: 28px 24px 64px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 12px; top: 12px; background: var(--card); padding: 8px 12px; z-index: 1; }
a { color: var(--candidate); }
:focus-visible { outline: 2px solid var(--candidate); outline-offset: 2px; border-radius: 4px; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .92em; }
code { unicode-bidi: isolate; overflow-wrap: anywhere; }
pre { margin: 8px 0 0; padding: 10px 12px; background: var(--soft); border-radius: 8px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--muted); }
h1, h2, h3, h4, p, dl, dd, ul, figure { margin: 0; padding: 0; }
h1 { font-size: clamp(1.5rem, 3.2vw, 2.1rem); line-height: 1.2; letter-spacing: -.015em; }
h2 { font-size: 1.35rem; letter-spacing: -.01em; } h2 code { font-size: 1em; font-weight: 650; }
h3 { font-size: 1.08rem; margin: 34px 0 12px; letter-spacing: -.005em; }
h4 { font-size: .95rem; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }

.verdict { position: relative; overflow: hidden; background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 24px 28px 22px; box-shadow: var(--shadow); }
.verdict::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 6px; background: var(--tone); }
.passed { --tone: var(--passed); --tone-soft: var(--passed-soft); } .failed { --tone: var(--failed); --tone-soft: var(--failed-soft); }
.inconclusive, .warning { --tone: var(--inconclusive); --tone-soft: var(--inconclusive-soft); } .skipped { --tone: var(--skipped); --tone-soft: var(--skipped-soft); }
.brand { font-size: .78rem; font-weight: 650; letter-spacing: .08em; text-transform: uppercase; color: var(--muted); margin-bottom: 6px; }
.verdict h1 { color: var(--tone); }
.sentence { font-size: 1.05rem; margin-top: 6px; }
.meta { display: flex; flex-wrap: wrap; gap: 6px 28px; margin-top: 16px; padding-top: 14px; border-top: 1px solid var(--line); font-size: .9rem; }
.meta div { display: flex; gap: 8px; } .meta dt { color: var(--muted); }

nav { margin-top: 16px; } nav ul { display: flex; flex-wrap: wrap; gap: 8px 12px; list-style: none; }
nav li { display: flex; gap: 8px; align-items: center; background: var(--card); border: 1px solid var(--line); border-radius: 999px; padding: 3px 5px 3px 14px; }
.model { margin-top: 40px; } .model > header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; margin-bottom: 14px; } .model > header p { color: var(--muted); }

.pill { display: inline-flex; align-items: center; gap: .4em; white-space: nowrap; border-radius: 999px; padding: 1px 10px; font-size: .82rem; font-weight: 600; color: var(--tone); background: var(--tone-soft); }
.subjects { display: grid; grid-template-columns: repeat(auto-fit, minmax(230px, 1fr)); gap: 12px; margin-bottom: 16px; }
.subjects .card { padding: 12px 16px; } .subjects dt { font-size: .78rem; color: var(--muted); text-transform: uppercase; letter-spacing: .06em; }
.facts { color: var(--muted); font-size: .88rem; }
.facts-grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 210px), 1fr)); padding: 6px 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.facts-grid div { padding: 8px 16px; } .facts-grid dt { font-size: .82rem; color: var(--muted); } .facts-grid dd { font-variant-numeric: tabular-nums; font-weight: 600; overflow-wrap: anywhere; }
.lead { color: var(--muted); margin: -6px 0 10px; }

.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 12px 0; max-width: 100%; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 10px 16px 8px; font-weight: 600; color: var(--text); }
th, td { padding: 8px 12px; border-top: 1px solid var(--line); text-align: left; vertical-align: middle; }
th:first-child, td:first-child { padding-left: 16px; } th:last-child, td:last-child { padding-right: 16px; }
thead th { font-size: .8rem; font-weight: 600; color: var(--muted); white-space: nowrap; background: var(--soft); }
tbody th { font-weight: 500; min-width: 110px; } tbody th:first-child { position: sticky; left: 0; background: var(--card); } td { white-space: nowrap; }
.right { text-align: right; } .center { text-align: center; }
tbody tr:hover { background: var(--soft); }
th button { all: unset; cursor: pointer; font: inherit; color: inherit; } th button::after { content: "↕"; opacity: .45; margin-left: .4em; }
th button:focus-visible { outline: 2px solid var(--candidate); outline-offset: 3px; border-radius: 3px; }
th[aria-sort="ascending"] button::after { content: "↑"; opacity: 1; } th[aria-sort="descending"] button::after { content: "↓"; opacity: 1; }

.strip { width: 132px; height: 18px; display: block; margin: 0 auto; } .strip .axis { stroke: var(--line); stroke-width: 1.5; } .strip .margin { stroke: var(--muted); stroke-width: 1.5; stroke-dasharray: 2 2; }
.strip .range { stroke: var(--tone); stroke-width: 4; stroke-linecap: round; opacity: .4; } .strip circle { fill: var(--tone); }

.reasons { list-style: none; display: grid; gap: 10px; margin: 12px 0; }
.reasons > li { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 10px; padding: 12px 16px; overflow-wrap: anywhere; }
.reasons p + p { margin-top: 6px; } .place { color: var(--muted); font-size: .85rem; }
.reasons details { margin-top: 6px; } .reasons details ul { margin: 6px 0 0 20px; }
summary { cursor: pointer; color: var(--muted); font-size: .88rem; }
.plain-list { padding-left: 20px; } .plain-list li { margin: 3px 0; overflow-wrap: anywhere; } .notes { color: var(--muted); font-size: .92rem; }

.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 360px), 1fr)); gap: 16px; }
figure.card { padding: 16px 18px 12px; min-width: 0; } figure.card { display: flex; flex-direction: column; } figure.card > details { margin-top: auto; } .figures:has(.forest) { grid-template-columns: repeat(auto-fill, minmax(min(100%, 500px), 1fr)); }
figcaption p { color: var(--muted); font-size: .86rem; line-height: 1.45; margin-top: 2px; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: .84rem; margin-top: 8px; } .legend span { display: inline-flex; align-items: center; gap: 6px; } .key { width: 24px; height: 8px; }
.swatch { width: 12px; height: 12px; border-radius: 3px; background: var(--line); } .swatch.better { background: var(--passed); } .swatch.worse { background: var(--failed); }
.chart { margin: 6px 0 4px; color: var(--muted); } .chart svg { display: block; width: 100%; height: auto; max-width: 560px; margin: 0 auto; fill: currentColor; font-family: inherit; } .forest .chart { overflow-x: auto; } .forest .chart svg { min-width: 400px; max-width: 640px; }
figure details .scroll { max-height: 320px; overflow: auto; }
.split { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr)); gap: 0 16px; align-items: start; } .split > * { min-width: 0; }
.graphs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 360px), 1fr)); gap: 16px; }
.graph { margin-top: 4px; } .graph .scroll { border: 0; margin-bottom: 0; max-height: 680px; } .graph svg { display: block; margin: 0 auto; max-width: none; }
.graph svg text { fill: var(--text); } .graph svg path { stroke: var(--muted); } .graph svg rect { fill: var(--soft); stroke: var(--muted); stroke-opacity: .5; } .graph svg .input { stroke: var(--candidate); } .graph svg .output { stroke: var(--passed); } .graph svg .only { fill: var(--inconclusive-soft); stroke: var(--inconclusive); stroke-opacity: 1; stroke-width: 2; }
footer { margin-top: 40px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--muted); font-size: .88rem; }
@media (max-width: 640px) { .page { padding: 14px 12px 48px; } .verdict { padding: 18px 18px 16px 22px; border-radius: 12px; } figure.card { padding: 14px 12px 10px; } }
@media print { body { background: #fff; } .card, .verdict { box-shadow: none; break-inside: avoid; } .scroll { overflow: visible; } }
`;
// \0@oxc-project+runtime@0.156.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
// src/core/report/html/document.ts
var _templateObject;
/** Nothing is loaded, and only the one script runs: foreign text that slipped through could do nothing. */
const POLICY = [
	"default-src 'none'",
	"style-src 'unsafe-inline'",
	"img-src data:",
	`script-src 'sha256-${SORT_SCRIPT_SHA256}'`,
	"base-uri 'none'",
	"form-action 'none'"
].join("; ");
/** The frame of every page. */
function document(title, body) {
	return textOf(html(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
		"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
		"</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>",
		"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">To the report</a>\n<div class=\"page\" id=\"content\">\n",
		"\n</div>\n<script>",
		"<\/script>\n</body>\n</html>\n"
	])), raw(POLICY), title, raw(STYLE), body, raw(SORT_SCRIPT)));
}
// src/core/report/charts/chart.ts
const PARTS = [
	"better",
	"equal",
	"worse"
];
const TABLES = {
	lines: ({ x, y, series }) => {
		const ranged = series.some(({ points }) => points.some(({ lower }) => lower !== void 0));
		return {
			columns: [
				"Model",
				x.label,
				y.label,
				...ranged ? ["Interval"] : []
			],
			rows: series.flatMap(({ name, points }) => points.map((point) => [
				name,
				x.tick(point.x),
				y.tick(point.y),
				...ranged ? [rangeText(point.lower, point.upper, y)] : []
			]))
		};
	},
	histogram: ({ x, y, edges, series }) => ({
		columns: [x.label, ...series.map(({ name }) => `${name}: ${y.label}`)],
		rows: edges.slice(1).map((upper, i) => [`${x.tick(edges[i])} to ${x.tick(upper)}`, ...series.map(({ shares }) => y.tick(shares[i] ?? 0))])
	}),
	forest: ({ x, rows }) => ({
		columns: [
			"Slice",
			x.label,
			"Interval",
			"Most that may be lost",
			"Verdict"
		],
		rows: rows.map(({ name, delta, lower, upper, margin, status }) => [
			name,
			x.tick(delta),
			rangeText(lower, upper, x),
			margin === null ? "" : x.tick(margin),
			status
		])
	}),
	shares: ({ rows }) => ({
		columns: ["Metric", ...PARTS.map((part) => `Groups ${part}`)],
		rows: rows.map(({ name, counts }) => [name, ...PARTS.map((part) => String(counts[part]))])
	})
};
/** The chart's numbers. */
function tableOf(chart) {
	return TABLES[chart.kind](chart);
}
function rangeText(lower, upper, { tick }) {
	return lower === void 0 || upper === void 0 ? "" : `${tick(lower)} to ${tick(upper)}`;
}
// src/core/report/html/table.ts
/** In a box that scrolls sideways, also by keyboard. */
function table({ caption, columns, rows, sortable = true }) {
	const many = sortable && rows.length > 1;
	const align = (at) => columns[at].align ?? "left";
	const cells = (row) => row.map(({ content, sort }, at) => {
		const key = sort === void 0 ? null : html` data-sort="${sort === null ? "" : String(sort)}"`;
		return at === 0 ? html`<th scope="row" class="${align(at)}"${key}>${content}</th>` : html`<td class="${align(at)}"${key}>${content}</td>`;
	});
	return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="${many ? "sortable" : "plain"}">
<caption>${caption}</caption>
<thead><tr>${columns.map(({ header }, at) => html`<th scope="col" class="${align(at)}">${header}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${cells(row)}</tr>\n`)}</tbody>
</table></div>`;
}
// src/core/report/html/figure.ts
/** Rows of the table behind a chart. */
const MOST_ROWS = 1e3;
/** A chart with its title, what it shows, a legend, and its numbers behind it. */
function figure(chart, draw) {
	const { columns, rows } = tableOf(chart);
	return html`<figure class="card ${chart.kind}">
<figcaption><h4>${chart.title}</h4><p>${chart.description}</p></figcaption>
${legend(chart)}
<div class="chart"${chart.kind === "forest" ? html` role="region" tabindex="0" aria-label="${chart.title}, drawn"` : null}>${raw(draw(chart))}</div>
<details><summary>Numbers<span class="unseen"> of ${chart.title}</span></summary>
${table({
		caption: chart.title,
		columns: columns.map((header, at) => ({
			header,
			align: at === 0 ? "left" : "right"
		})),
		rows: rows.slice(0, MOST_ROWS).map((row) => row.map((content) => ({ content }))),
		sortable: false
	})}</details>
</figure>
`;
}
function figures(charts, draw) {
	return charts.length === 0 ? null : html`<div class="figures">${charts.map((chart) => figure(chart, draw))}</div>`;
}
const DASHES = {
	candidate: "",
	baseline: "6 3",
	control: "2 3"
};
function legend(chart) {
	if (chart.kind === "shares") return html`<p class="legend">${[
		"better",
		"equal",
		"worse"
	].map((part) => html`<span><i class="swatch ${part}"></i>${part}</span>`)}</p>`;
	if (chart.kind === "forest") return null;
	return html`<p class="legend">${chart.series.toReversed().map(({ name, role }) => html`<span><svg class="key" viewBox="0 0 24 8" aria-hidden="true"><path d="M0 4H24" stroke="var(--${role})" stroke-width="2.5" stroke-dasharray="${DASHES[role]}"/></svg>${name}</span>`)}</p>`;
}
// src/core/report/html/facts.ts
/** Rows of a table; the document holds the rest. */
const MOST$1 = 200;
function subjectCards(subjects) {
	if (subjects.length === 0) return null;
	return html`<dl class="subjects">${subjects.map(({ role, reference, digest, facts }) => html`<div class="card"><dt>${role}</dt><dd><code>${reference}</code></dd><dd class="facts"><code>${digest}</code> ${facts.join(", ")}</dd></div>`)}</dl>`;
}
function factCards(facts) {
	return html`<dl class="facts-grid">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
function churnFacts({ churn }) {
	if (!churn) return null;
	const facts = [
		[
			`Rows on the other side of ${churn.threshold}`,
			churn.flipRate,
			formatPercent
		],
		[
			"Mean change of a score",
			churn.meanShift,
			formatScore
		],
		[
			"Largest change of a score",
			churn.maxShift,
			formatScore
		],
		[
			"Rank correlation (Spearman)",
			churn.spearman,
			formatScore
		],
		[
			"Rank correlation (Kendall τ-b)",
			churn.kendallTauB,
			formatScore
		],
		[
			`First ${churn.k} shared`,
			churn.overlap,
			formatPercent
		],
		[
			"Rank-biased overlap",
			churn.rbo,
			formatScore
		],
		[
			"Groups whose first row changed",
			churn.firstChanged,
			formatPercent
		]
	].flatMap(([name, value, format]) => value === null ? [] : [[name, format(value)]]);
	return facts.length === 0 ? null : html`<h3>Churn</h3><p class="lead">How differently the two models answer, whatever the labels say.</p>${factCards(facts)}`;
}
function environmentMarkup({ environment, arms }) {
	const ratio = (one) => ({
		content: one === null ? "" : `${formatPercentDelta(one.ratio - 1)}${one.interval ? ` [${formatPercentDelta(one.interval.lower - 1)}, ${formatPercentDelta(one.interval.upper - 1)}]` : ""}`,
		sort: one?.ratio ?? null
	});
	const time = (value) => ({
		content: value === null ? "" : formatDuration(value),
		sort: value
	});
	return html`${table({
		caption: "Time per call, all that was measured",
		columns: [
			{ header: "Percentile" },
			{
				header: "Batch",
				align: "right"
			},
			{
				header: "Candidate",
				align: "right"
			},
			{
				header: "Baseline",
				align: "right"
			},
			{
				header: "Change",
				align: "right"
			},
			{
				header: "Control: the baseline against itself",
				align: "right"
			},
			{
				header: "Calls",
				align: "right"
			}
		],
		rows: arms.slice(0, MOST$1).map((arm) => [
			{ content: arm.metric },
			{
				content: formatCount(arm.batch),
				sort: arm.batch
			},
			time(arm.candidate),
			time(arm.baseline),
			ratio(arm.ratio === null ? null : {
				ratio: arm.ratio,
				interval: arm.interval
			}),
			ratio(arm.control),
			{
				content: formatCount(arm.samples),
				sort: arm.samples
			}
		])
	})}${factCards(environmentFacts(environment))}`;
}
// src/core/report/graph-difference.ts
/**
* What a longest common subsequence of both topological orders leaves over, nodes being the same when kind and label
* are. Quadratic, for drawings of at most `MOST_DRAWN` nodes.
*
* Candidate Gemm, Relu, Gemm against baseline Gemm, Gemm: the Relu (index 1) is the candidate's alone.
*/
function graphDifference(candidate, baseline) {
	const [a, b] = [keysOf(candidate), keysOf(baseline)];
	const longest = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
	for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
	const only = {
		candidate: /* @__PURE__ */ new Set(),
		baseline: /* @__PURE__ */ new Set()
	};
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) if (i < a.length && j < b.length && a[i] === b[j]) {
		i++;
		j++;
	} else if (j === b.length || i < a.length && longest[i + 1][j] >= longest[i][j + 1]) only.candidate.add(i++);
	else only.baseline.add(j++);
	return only;
}
const keysOf = ({ nodes }) => nodes.map(({ kind, label }) => `${kind} ${label}`);
// src/core/report/html/graph.ts
/** Rows of a table; the document holds the rest. */
const MOST = 200;
function graphFacts({ summary, comparison }) {
	if (!summary && !comparison) return null;
	return html`<h3>Graph</h3>${comparison && comparison.sentences.length > 0 ? html`<ul class="plain-list">${comparison.sentences.map((sentence) => html`<li>${proseMarkup(proseOf(sentence))}</li>`)}</ul>` : null}${comparison ? html`<div class="split">${comparisonTables(comparison)}</div>` : null}${summary?.drawing ? drawings(summary.drawing, comparison?.baselineDrawing ?? null) : null}`;
}
const NOTHING = {
	candidate: /* @__PURE__ */ new Set(),
	baseline: /* @__PURE__ */ new Set()
};
function drawings(candidate, baseline) {
	const only = baseline ? graphDifference(candidate, baseline) : NOTHING;
	const differs = only.candidate.size + only.baseline.size > 0;
	if (!baseline || !differs) return drawn(candidate, baseline ? "Graph of both models" : "Graph of the candidate", NOTHING.candidate, "");
	return html`<div class="graphs">${drawn(candidate, "Graph of the candidate", only.candidate, "+")}${drawn(baseline, "Graph of the baseline", only.baseline, "−")}</div>`;
}
/** `only` are the nodes that the other model lacks: filled, signed, and named in words. */
function drawn(drawing, title, only, sign) {
	const names = [...only].map((node) => safeName(drawing.nodes[node].label));
	return html`<figure class="card graph"><figcaption><h4>${title}</h4>${names.length > 0 ? html`<p>Only here (${sign}): ${names.join(", ")}.</p>` : null}</figcaption><div class="scroll" role="region" aria-label="${title}" tabindex="0">${raw(renderGraphSvg(drawing, {
		title,
		only,
		sign
	}))}</div></figure>`;
}
function comparisonTables(comparison) {
	const both = (name, { candidate, baseline }, format = formatCount) => {
		const change = candidate === null || baseline === null || baseline === 0 ? null : candidate / baseline - 1;
		return [
			{ content: name },
			{
				content: candidate === null ? "" : format(candidate),
				sort: candidate
			},
			{
				content: baseline === null ? "" : format(baseline),
				sort: baseline
			},
			{
				content: change === null ? "" : formatPercentDelta(change),
				sort: change
			}
		];
	};
	const columns = (first) => [{ header: first }, ...[
		"Candidate",
		"Baseline",
		"Change"
	].map((header) => ({
		header,
		align: "right"
	}))];
	const { bytes, parameters, nodes, multiplyAdds, operators, weights } = comparison;
	return html`${table({
		caption: "Size and work",
		columns: columns("Of the model"),
		rows: [
			both("Bytes of weights", bytes, formatBytes),
			both("Parameters", parameters),
			both("Nodes", nodes),
			both("Multiply-adds a row", multiplyAdds)
		],
		sortable: false
	})}${operators.length === 0 ? null : table({
		caption: "Operators that differ in number",
		columns: columns("Operator"),
		rows: operators.slice(0, MOST).map(({ operator, ...counts }) => both(safeName(operator), counts))
	})}${weights.list.length === 0 ? null : table({
		caption: "Weights that differ",
		columns: [
			{ header: "Weight" },
			{ header: "Candidate" },
			{ header: "Baseline" }
		],
		rows: weights.list.slice(0, MOST).map(({ name, candidate, baseline }) => [
			{ content: html`<code>${safeName(name)}</code>` },
			{ content: safeText(candidate ?? "none") },
			{ content: safeText(baseline ?? "none") }
		])
	})}`;
}
// src/core/report/html/rules.ts
/** The rules of a model: the table, and what is to be said of those that are no plain pass. */
const MARKS = {
	failed: "✕",
	inconclusive: "?",
	warning: "!",
	skipped: "–",
	passed: "✓"
};
/** A result as a mark and a word: never by colour alone. */
function pill(status) {
	return html`<span class="pill ${status}"><span aria-hidden="true">${MARKS[status]}</span> ${status}</span>`;
}
const COLUMNS = [
	{
		header: () => "Rule",
		align: "left",
		cell: (rule) => ({ content: ruleName(rule) })
	},
	{
		header: () => "Verdict",
		align: "left",
		cell: ({ status }) => ({
			content: pill(status),
			sort: rankOf(status)
		})
	},
	{
		header: () => "Candidate",
		align: "right",
		cell: ({ candidate, result }) => ({
			content: candidate,
			sort: result.value
		})
	},
	{
		header: () => "Baseline",
		align: "right",
		cell: ({ baseline, result }) => ({
			content: baseline,
			sort: result.baseline
		})
	},
	{
		header: () => "Difference",
		align: "right",
		cell: ({ difference, result }) => ({
			content: difference,
			sort: result.delta
		})
	},
	{
		header: ({ confidence }) => `${confidence} interval`.trim(),
		align: "right",
		cell: ({ interval, result }) => ({
			content: interval,
			sort: result.interval?.lower ?? null
		})
	},
	{
		header: () => "worse ↔ better",
		align: "center",
		cell: ({ strip, status }) => ({
			content: strip ? stripSvg(strip, status) : "",
			sort: strip?.delta ?? null
		})
	},
	{
		header: () => "Allowed",
		align: "right",
		cell: ({ allowed, result }) => ({
			content: allowed,
			sort: result.margin
		})
	},
	{
		header: () => "Detectable",
		align: "right",
		cell: ({ result }) => ({
			content: detectableText(result),
			sort: result.mde
		})
	},
	{
		header: () => "Rows needed",
		align: "right",
		cell: ({ result }) => ({
			content: rowsNeededText(result),
			sort: result.rowsNeeded ?? null
		})
	}
];
/** Columns in which no rule has anything to say are left out. */
function ruleTable(rules, caption, model) {
	if (rules.length === 0) return null;
	const shown = COLUMNS.filter(({ cell }) => rules.some((rule) => cell(rule).content !== ""));
	return table({
		caption,
		columns: shown.map(({ header, align }) => ({
			header: header(model),
			align
		})),
		rows: rules.map((rule) => shown.map(({ cell }) => cell(rule)))
	});
}
function ruleName({ metric, slice }) {
	return slice === null ? html`<code>${metric}</code>` : html`<code>${metric}</code> on <code>${slice}</code>`;
}
const STRIP = {
	width: 132,
	height: 18
};
/** An interval about no difference, the margin dashed; as the text strip, with places to the pixel. */
function stripSvg({ delta, lower, upper, margin }, status) {
	const span = Math.max(Math.abs(lower), Math.abs(upper), Math.abs(delta), margin ?? 0) * 1.12;
	const x = (value) => {
		const place = STRIP.width / 2 + (span > 0 && Number.isFinite(span) ? value / span * (STRIP.width / 2) : 0);
		return Number(place.toFixed(1));
	};
	const middle = STRIP.height / 2;
	return html`<svg class="strip ${status}" viewBox="0 0 ${STRIP.width} ${STRIP.height}" aria-hidden="true"><path class="axis" d="M0 ${middle}H${STRIP.width}M${x(0)} 1V${STRIP.height - 1}"/>${margin ? html`<path class="margin" d="M${x(-margin)} 1V${STRIP.height - 1}"/>` : null}<path class="range" d="M${x(lower)} ${middle}H${x(upper)}"/><circle cx="${x(delta)}" cy="${middle}" r="4"/></svg>`;
}
/** Why a rule is not a plain pass, where the policy asks for it, where the rows lose most. */
function reasonList(rules) {
	const told = rules.filter(({ status }) => status !== "passed" && status !== "skipped");
	if (told.length === 0) return null;
	return html`<ul class="reasons">${told.map((rule) => html`<li class="${rule.status}"><p>${pill(rule.status)} ${ruleName(rule)} ${rule.at === null ? null : html`<span class="place">${rule.at}</span>`}</p><p>${proseMarkup(rule.reason)}</p>${rule.where.length === 0 ? null : html`<details><summary>Where <span>${ruleName(rule)}</span> is worse</summary><ul>${rule.where.map((line) => html`<li>${proseMarkup(line)}</li>`)}</ul></details>`}${rule.details.map(engineWords)}</li>`)}</ul>`;
}
function remarkList(remarks) {
	if (remarks.length === 0) return null;
	return html`<ul class="reasons">${remarks.map(({ status, prose, details }) => html`<li class="${status}"><p>${pill(status)} ${proseMarkup(prose)}</p>${details === void 0 ? null : engineWords(details)}</li>`)}</ul>`;
}
function engineWords(details) {
	return html`<pre tabindex="0">${detailLines(details).join("\n")}</pre>`;
}
// src/core/report/html/model.ts
function modelSection(page, at, draw) {
	const { view, measurements, history, name } = page;
	const of = (kind) => measurements.filter((one) => one.schema === `onnx-gate/${kind}/v1`);
	const slices = [...view.rules, ...view.folded].filter(({ slice }) => slice !== null);
	const whole = view.rules.filter(({ slice }) => slice === null);
	const scores = of("evaluation").flatMap(scoreCharts);
	const latency = measurements.flatMap(latencyCharts);
	const trends = trendCharts(history, name);
	return html`<section class="model" id="model-${at}" aria-labelledby="name-${at}">
<header><h2 id="name-${at}"><code>${view.name}</code></h2>${pill(view.status)}<p>${tallyText(view.tally)}</p></header>
${subjectCards(view.subjects)}
${remarkList(view.remarks)}
${ruleTable(whole, "Rules", view)}
${reasonList(view.rules)}
${block("Scores", figures(scores, draw))}
${block("Slices", slices.length === 0 ? null : html`${figures(sliceCharts([...view.rules, ...view.folded]), draw)}${ruleTable(slices, "Rules on slices", view)}${page.leftOut > 0 ? html`<p>${plural(page.leftOut, "more rule")} on slices in <code>verdict.json</code>.</p>` : null}`)}
${of("evaluation").map(churnFacts)}
${block("Latency", of("benchmark").length === 0 ? null : html`${figures(latency, draw)}${of("benchmark").map(environmentMarkup)}`)}
${of("validation").map(graphFacts)}
${block("Past runs", figures(trends, draw))}
${view.notes.length === 0 ? null : html`<h3>How this was measured</h3><ul class="plain-list notes">${view.notes.map((note) => html`<li>${proseMarkup(note)}</li>`)}</ul>`}
</section>
`;
}
function block(title, content) {
	return content === null ? null : html`<h3>${title}</h3>${content}`;
}
// src/core/report/html/page.ts
/** Rules of one model that the page spells out, and models; the verdict has the rest. */
const MOST_RULES = 2e3;
const MOST_MODELS = 200;
const OUTCOMES = {
	pass: "passed",
	fail: "failed",
	inconclusive: "inconclusive",
	error: "failed"
};
/**
* A verdict and its measurements as one page that asks nothing of a network. `draw` makes the charts. Foreign text is
* cleaned by the view and escaped here.
*/
function renderHtml(verdict, measurements, draw, { commit, history = [] } = {}) {
	const view = viewOf(verdict, measurements);
	const { outcome, title, sentence } = view.headline;
	const models = view.models.slice(0, MOST_MODELS).map((model) => {
		const rules = model.rules.slice(0, MOST_RULES);
		const folded = model.folded.slice(0, MOST_RULES - rules.length);
		const leftOut = model.rules.length + model.folded.length - rules.length - folded.length;
		return {
			view: {
				...model,
				rules,
				folded
			},
			name: model.key,
			measurements: measurements.filter((one) => one.model === model.key),
			history,
			leftOut
		};
	});
	const judged = commit === void 0 ? null : html`<div><dt>Commit</dt><dd><code>${safeName(commit.slice(0, 12))}</code></dd></div>`;
	const body = html`<header class="verdict ${OUTCOMES[outcome]}">
<p class="brand">onnx-gate</p>
<h1>${title}</h1>
<p class="sentence">${sentence}</p>
<dl class="meta">${judged}<div><dt>Judged</dt><dd><time datetime="${verdict.created}">${verdict.created.slice(0, 16).replace("T", " ")} UTC</time></dd></div><div><dt>Mode</dt><dd>${verdict.mode}</dd></div>${verdict.policy === null ? null : html`<div><dt>Policy</dt><dd><code>${safeName(verdict.policy.path)}</code></dd></div>`}</dl>
</header>
${contents(models.map(({ view }) => view))}
<main>
${remarkList(view.remarks)}
${models.map((model, at) => modelSection(model, at, draw))}
${view.models.length > models.length ? html`<p>${view.models.length - models.length} more models are in <code>verdict.json</code>.</p>` : null}
</main>
<footer>${view.notes.map((note) => html`<p>${proseMarkup(note)}</p>`)}</footer>`;
	return document(`onnx-gate · ${title}`, body);
}
/** Only where there is a choice. */
function contents(models) {
	if (models.length < 2) return null;
	return html`<nav aria-label="Models"><ul>${models.map(({ name, status }, at) => html`<li><a href="#model-${at}"><code>${name}</code></a> ${pill(status)}</li>`)}</ul></nav>`;
}
export { table as a, trendCharts as c, figures as i, renderHtml as n, document as o, pill as r, html as s, OUTCOMES as t };
