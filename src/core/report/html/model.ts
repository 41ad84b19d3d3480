/** One model's part of the page. */
import type { HistoryEntry } from '../../documents/history.ts';
import type { DocumentByKind, DocumentKind, Measurement } from '../../documents/index.ts';
import type { Draw } from '../charts/chart.ts';
import { latencyCharts, sliceCharts, trendCharts } from '../charts/rule-charts.ts';
import { scoreCharts } from '../charts/score-charts.ts';
import { plural } from '../format.ts';
import type { ModelView } from '../model-view.ts';
import { tallyText } from '../status.ts';
import { churnFacts, environmentMarkup, subjectCards } from './facts.ts';
import { figures } from './figure.ts';
import { graphFacts } from './graph.ts';
import { html, type Markup, proseMarkup } from './markup.ts';
import { pill, reasonList, remarkList, ruleTable } from './rules.ts';

export interface ModelPage {
  readonly view: ModelView;
  /** Its name in the documents. */
  readonly name: string;
  readonly measurements: readonly Measurement[];
  readonly history: readonly HistoryEntry[];
  /** Rules on slices that the page leaves out. */
  readonly leftOut: number;
}

export function modelSection(page: ModelPage, at: number, draw: Draw): Markup {
  const { view, measurements, history, name } = page;
  const of = <K extends Exclude<DocumentKind, 'verdict'>>(kind: K) =>
    measurements.filter((one) => one.schema === `onnx-gate/${kind}/v1`) as DocumentByKind[K][];
  const slices = [...view.rules, ...view.folded].filter(({ slice }) => slice !== null);
  const whole = view.rules.filter(({ slice }) => slice === null);
  const scores = of('evaluation').flatMap(scoreCharts);
  const latency = measurements.flatMap(latencyCharts);
  const trends = trendCharts(history, name);
  return html`<section class="model" id="model-${at}" aria-labelledby="name-${at}">
<header><h2 id="name-${at}"><code>${view.name}</code></h2>${pill(view.status)}<p>${tallyText(view.tally)}</p></header>
${subjectCards(view.subjects)}
${remarkList(view.remarks)}
${ruleTable(whole, 'Rules', view)}
${reasonList(view.rules)}
${block('Scores', figures(scores, draw))}
${block(
  'Slices',
  slices.length === 0
    ? null
    : html`${figures(sliceCharts([...view.rules, ...view.folded]), draw)}${ruleTable(slices, 'Rules on slices', view)}${
        page.leftOut > 0
          ? html`<p>${plural(page.leftOut, 'more rule')} on slices in <code>verdict.json</code>.</p>`
          : null
      }`,
)}
${of('evaluation').map(churnFacts)}
${block('Latency', of('benchmark').length === 0 ? null : html`${figures(latency, draw)}${of('benchmark').map(environmentMarkup)}`)}
${of('validation').map(graphFacts)}
${block('Past runs', figures(trends, draw))}
${
  view.notes.length === 0
    ? null
    : html`<h3>How this was measured</h3><ul class="plain-list notes">${view.notes.map((note) => html`<li>${proseMarkup(note)}</li>`)}</ul>`
}
</section>
`;
}

function block(title: string, content: Markup | null): Markup | null {
  return content === null ? null : html`<h3>${title}</h3>${content}`;
}
