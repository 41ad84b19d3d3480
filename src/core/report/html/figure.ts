import { type Chart, type Draw, type Role, tableOf } from '../charts/chart.ts';
import { html, type Markup, raw } from './markup.ts';
import { table } from './table.ts';

/** Rows of the table behind a chart. */
const MOST_ROWS = 1000;

/** A chart with its title, what it shows, a legend, and its numbers behind it. */
export function figure(chart: Chart, draw: Draw): Markup {
  const { columns, rows } = tableOf(chart);
  return html`<figure class="card ${chart.kind}">
<figcaption><h4>${chart.title}</h4><p>${chart.description}</p></figcaption>
${legend(chart)}
<div class="chart"${chart.kind === 'forest' ? html` role="region" tabindex="0" aria-label="${chart.title}, drawn"` : null}>${raw(draw(chart))}</div>
<details><summary>Numbers<span class="unseen"> of ${chart.title}</span></summary>
${table({
  caption: chart.title,
  columns: columns.map((header, at) => ({ header, align: at === 0 ? 'left' : 'right' })),
  rows: rows.slice(0, MOST_ROWS).map((row) => row.map((content) => ({ content }))),
  sortable: false,
})}</details>
</figure>
`;
}

export function figures(charts: readonly Chart[], draw: Draw): Markup | null {
  return charts.length === 0
    ? null
    : html`<div class="figures">${charts.map((chart) => figure(chart, draw))}</div>`;
}

const DASHES: Readonly<Record<Role, string>> = { candidate: '', baseline: '6 3', control: '2 3' };

function legend(chart: Chart): Markup | null {
  if (chart.kind === 'shares')
    return html`<p class="legend">${(['better', 'equal', 'worse'] as const).map((part) => html`<span><i class="swatch ${part}"></i>${part}</span>`)}</p>`;
  if (chart.kind === 'forest') return null;
  return html`<p class="legend">${chart.series
    .toReversed()
    .map(
      ({ name, role }) =>
        html`<span><svg class="key" viewBox="0 0 24 8" aria-hidden="true"><path d="M0 4H24" stroke="var(--${role})" stroke-width="2.5" stroke-dasharray="${DASHES[role]}"/></svg>${name}</span>`,
    )}</p>`;
}
