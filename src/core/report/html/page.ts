import type { HistoryEntry } from '../../documents/history.ts';
import type { Measurement } from '../../documents/index.ts';
import type { Verdict } from '../../documents/verdict.ts';
import type { Draw } from '../charts/chart.ts';
import { safeName } from '../safe-text.ts';
import type { Status } from '../status.ts';
import { viewOf } from '../view.ts';
import { document } from './document.ts';
import { html, type Markup, proseMarkup } from './markup.ts';
import { modelSection } from './model.ts';
import { pill, remarkList } from './rules.ts';

export interface HtmlOptions {
  /** The commit that was judged. */
  readonly commit?: string;
  /** Past runs, the oldest first; draws a trend. */
  readonly history?: readonly HistoryEntry[];
}

/** Rules of one model that the page spells out, and models; the verdict has the rest. */
const MOST_RULES = 2000;
const MOST_MODELS = 200;

export const OUTCOMES: Readonly<Record<Verdict['verdict'], Status>> = {
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'inconclusive',
  error: 'failed',
};

/**
 * A verdict and its measurements as one page that asks nothing of a network. `draw` makes the charts. Foreign text is
 * cleaned by the view and escaped here.
 */
export function renderHtml(
  verdict: Verdict,
  measurements: readonly Measurement[],
  draw: Draw,
  { commit, history = [] }: HtmlOptions = {},
): string {
  const view = viewOf(verdict, measurements);
  const { outcome, title, sentence } = view.headline;
  const models = view.models.slice(0, MOST_MODELS).map((model) => {
    const rules = model.rules.slice(0, MOST_RULES);
    const folded = model.folded.slice(0, MOST_RULES - rules.length);
    const leftOut = model.rules.length + model.folded.length - rules.length - folded.length;
    return {
      view: { ...model, rules, folded },
      name: model.key,
      measurements: measurements.filter((one) => one.model === model.key),
      history,
      leftOut,
    };
  });
  const judged =
    commit === undefined
      ? null
      : html`<div><dt>Commit</dt><dd><code>${safeName(commit.slice(0, 12))}</code></dd></div>`;
  const body = html`<header class="verdict ${OUTCOMES[outcome]}">
<p class="brand">onnx-gate</p>
<h1>${title}</h1>
<p class="sentence">${sentence}</p>
<dl class="meta">${judged}<div><dt>Judged</dt><dd><time datetime="${verdict.created}">${verdict.created.slice(0, 16).replace('T', ' ')} UTC</time></dd></div><div><dt>Mode</dt><dd>${verdict.mode}</dd></div>${
    verdict.policy === null
      ? null
      : html`<div><dt>Policy</dt><dd><code>${safeName(verdict.policy.path)}</code></dd></div>`
  }</dl>
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
function contents(models: readonly { readonly name: string; readonly status: Status }[]): Markup | null {
  if (models.length < 2) return null;
  return html`<nav aria-label="Models"><ul>${models.map(
    ({ name, status }, at) => html`<li><a href="#model-${at}"><code>${name}</code></a> ${pill(status)}</li>`,
  )}</ul></nav>`;
}
