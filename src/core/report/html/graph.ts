/** The graphs of both models, and what is different between them. */
import type { Comparison, Drawing, Validation } from '../../documents/validation.ts';
import { formatBytes, formatCount, formatPercentDelta } from '../format.ts';
import { type GraphDifference, graphDifference } from '../graph-difference.ts';
import { renderGraphSvg } from '../graph-svg.ts';
import { proseOf } from '../prose.ts';
import { safeName, safeText } from '../safe-text.ts';
import { html, type Markup, proseMarkup, raw } from './markup.ts';
import { type Cell, table } from './table.ts';

/** Rows of a table; the document holds the rest. */
const MOST = 200;

export function graphFacts({ summary, comparison }: Validation): Markup | null {
  if (!summary && !comparison) return null;
  return html`<h3>Graph</h3>${
    comparison && comparison.sentences.length > 0
      ? html`<ul class="plain-list">${comparison.sentences.map((sentence) => html`<li>${proseMarkup(proseOf(sentence))}</li>`)}</ul>`
      : null
  }${comparison ? html`<div class="split">${comparisonTables(comparison)}</div>` : null}${
    summary?.drawing ? drawings(summary.drawing, comparison?.baselineDrawing ?? null) : null
  }`;
}

const NOTHING: GraphDifference = { candidate: new Set(), baseline: new Set() };

function drawings(candidate: Drawing, baseline: Drawing | null): Markup {
  const only = baseline ? graphDifference(candidate, baseline) : NOTHING;
  const differs = only.candidate.size + only.baseline.size > 0;
  if (!baseline || !differs)
    return drawn(
      candidate,
      baseline ? 'Graph of both models' : 'Graph of the candidate',
      NOTHING.candidate,
      '',
    );
  return html`<div class="graphs">${drawn(candidate, 'Graph of the candidate', only.candidate, '+')}${drawn(baseline, 'Graph of the baseline', only.baseline, '−')}</div>`;
}

/** `only` are the nodes that the other model lacks: filled, signed, and named in words. */
function drawn(drawing: Drawing, title: string, only: ReadonlySet<number>, sign: string): Markup {
  const names = [...only].map((node) => safeName(drawing.nodes[node]!.label));
  return html`<figure class="card graph"><figcaption><h4>${title}</h4>${
    names.length > 0 ? html`<p>Only here (${sign}): ${names.join(', ')}.</p>` : null
  }</figcaption><div class="scroll" role="region" aria-label="${title}" tabindex="0">${raw(
    renderGraphSvg(drawing, { title, only, sign }),
  )}</div></figure>`;
}

function comparisonTables(comparison: Comparison): Markup {
  const both = (
    name: string,
    { candidate, baseline }: { readonly candidate: number | null; readonly baseline: number | null },
    format = formatCount,
  ): Cell[] => {
    const change =
      candidate === null || baseline === null || baseline === 0 ? null : candidate / baseline - 1;
    return [
      { content: name },
      { content: candidate === null ? '' : format(candidate), sort: candidate },
      { content: baseline === null ? '' : format(baseline), sort: baseline },
      { content: change === null ? '' : formatPercentDelta(change), sort: change },
    ];
  };
  const columns = (first: string) => [
    { header: first },
    ...['Candidate', 'Baseline', 'Change'].map((header) => ({ header, align: 'right' as const })),
  ];
  const { bytes, parameters, nodes, multiplyAdds, operators, weights } = comparison;
  return html`${table({
    caption: 'Size and work',
    columns: columns('Of the model'),
    rows: [
      both('Bytes of weights', bytes, formatBytes),
      both('Parameters', parameters),
      both('Nodes', nodes),
      both('Multiply-adds a row', multiplyAdds),
    ],
    sortable: false,
  })}${
    operators.length === 0
      ? null
      : table({
          caption: 'Operators that differ in number',
          columns: columns('Operator'),
          rows: operators.slice(0, MOST).map(({ operator, ...counts }) => both(safeName(operator), counts)),
        })
  }${
    weights.list.length === 0
      ? null
      : table({
          caption: 'Weights that differ',
          columns: [{ header: 'Weight' }, { header: 'Candidate' }, { header: 'Baseline' }],
          rows: weights.list
            .slice(0, MOST)
            .map(({ name, candidate, baseline }) => [
              { content: html`<code>${safeName(name)}</code>` },
              { content: safeText(candidate ?? 'none') },
              { content: safeText(baseline ?? 'none') },
            ]),
        })
  }`;
}
