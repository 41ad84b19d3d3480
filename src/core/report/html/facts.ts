/** What a model is beside its scores: files, churn, machine. */
import type { Benchmark } from '../../documents/benchmark.ts';
import type { Evaluation } from '../../documents/evaluation.ts';
import { environmentFacts } from '../environment-facts.ts';
import { formatCount, formatDuration, formatPercent, formatPercentDelta, formatScore } from '../format.ts';
import type { SubjectView } from '../model-view.ts';
import { html, type Markup } from './markup.ts';
import { type Cell, table } from './table.ts';

/** Rows of a table; the document holds the rest. */
const MOST = 200;

export function subjectCards(subjects: readonly SubjectView[]): Markup | null {
  if (subjects.length === 0) return null;
  return html`<dl class="subjects">${subjects.map(
    ({ role, reference, digest, facts }) =>
      html`<div class="card"><dt>${role}</dt><dd><code>${reference}</code></dd><dd class="facts"><code>${digest}</code> ${facts.join(', ')}</dd></div>`,
  )}</dl>`;
}

type Fact = readonly [name: string, value: string];

function factCards(facts: readonly Fact[]): Markup {
  return html`<dl class="facts-grid">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export function churnFacts({ churn }: Evaluation): Markup | null {
  if (!churn) return null;
  const facts = (
    [
      [`Rows on the other side of ${churn.threshold}`, churn.flipRate, formatPercent],
      ['Mean change of a score', churn.meanShift, formatScore],
      ['Largest change of a score', churn.maxShift, formatScore],
      ['Rank correlation (Spearman)', churn.spearman, formatScore],
      ['Rank correlation (Kendall τ-b)', churn.kendallTauB, formatScore],
      [`First ${churn.k} shared`, churn.overlap, formatPercent],
      ['Rank-biased overlap', churn.rbo, formatScore],
      ['Groups whose first row changed', churn.firstChanged, formatPercent],
    ] as const
  ).flatMap(([name, value, format]): Fact[] => (value === null ? [] : [[name, format(value)]]));
  return facts.length === 0
    ? null
    : html`<h3>Churn</h3><p class="lead">How differently the two models answer, whatever the labels say.</p>${factCards(facts)}`;
}

export function environmentMarkup({ environment, arms }: Benchmark): Markup {
  const ratio = (
    one: {
      readonly ratio: number;
      readonly interval: { readonly lower: number; readonly upper: number } | null;
    } | null,
  ): Cell => ({
    content:
      one === null
        ? ''
        : `${formatPercentDelta(one.ratio - 1)}${one.interval ? ` [${formatPercentDelta(one.interval.lower - 1)}, ${formatPercentDelta(one.interval.upper - 1)}]` : ''}`,
    sort: one?.ratio ?? null,
  });
  const time = (value: number | null): Cell => ({
    content: value === null ? '' : formatDuration(value),
    sort: value,
  });
  return html`${table({
    caption: 'Time per call, all that was measured',
    columns: [
      { header: 'Percentile' },
      { header: 'Batch', align: 'right' },
      { header: 'Candidate', align: 'right' },
      { header: 'Baseline', align: 'right' },
      { header: 'Change', align: 'right' },
      { header: 'Control: the baseline against itself', align: 'right' },
      { header: 'Calls', align: 'right' },
    ],
    rows: arms
      .slice(0, MOST)
      .map((arm) => [
        { content: arm.metric },
        { content: formatCount(arm.batch), sort: arm.batch },
        time(arm.candidate),
        time(arm.baseline),
        ratio(arm.ratio === null ? null : { ratio: arm.ratio, interval: arm.interval }),
        ratio(arm.control),
        { content: formatCount(arm.samples), sort: arm.samples },
      ]),
  })}${factCards(environmentFacts(environment))}`;
}
