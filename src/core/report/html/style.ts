/** The page's style: light and dark, from a telephone to a desk, and on paper. */
export const STYLE = `
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
