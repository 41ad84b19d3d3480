/** Every way to show a verdict, one row each. What only one of them needs is loaded for that one. */
import type { HistoryEntry } from '../core/documents/history.ts';
import type { Measurement } from '../core/documents/index.ts';
import type { Verdict } from '../core/documents/verdict.ts';
import { renderMarkdown, SUMMARY_BYTES } from '../core/report/markdown.ts';
import type { Palette } from '../core/report/palette.ts';
import { renderText } from '../core/report/text.ts';
import type { reportSpec } from '../specs/report.ts';
import type { Inputs } from '../specs/spec.ts';

export type Format = Inputs<typeof reportSpec>['format'];

export interface Judged {
  readonly verdict: Verdict;
  readonly measurements: readonly Measurement[];
  readonly commit?: string | undefined;
  readonly history: readonly HistoryEntry[];
}

type Render = (
  judged: Judged,
  terminal: { readonly palette: Palette; readonly width: number },
) => Promise<string>;

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

export const FORMATS: { readonly [F in Format]: Render } = {
  async text({ verdict, measurements, commit }, terminal) {
    return renderText(verdict, measurements, { ...terminal, ...(commit !== undefined && { commit }) });
  },
  async markdown({ verdict, measurements, commit }) {
    return renderMarkdown(verdict, measurements, {
      bytes: SUMMARY_BYTES,
      ...(commit !== undefined && { commit }),
    });
  },
  async html({ verdict, measurements, commit, history }) {
    const { renderHtml, createDraw } = await pageParts();
    return renderHtml(verdict, measurements, createDraw(), {
      history,
      ...(commit !== undefined && { commit }),
    });
  },
  async junit({ verdict }) {
    const { renderJunit } = await import('../core/report/junit.ts');
    return renderJunit(verdict);
  },
  async sarif({ verdict }) {
    const { toSarif } = await import('../core/report/sarif.ts');
    return json(toSarif(verdict));
  },
  async openmetrics({ verdict }) {
    const { renderOpenMetrics } = await import('../core/report/open-metrics.ts');
    return renderOpenMetrics(verdict);
  },
  async json({ verdict, measurements }) {
    return json({ verdict, documents: measurements });
  },
};

/** The charting library is by far the largest part of a report; only pages need it. */
async function pageParts() {
  const [{ renderHtml }, { createDraw }] = await Promise.all([
    import('../core/report/html/page.ts'),
    import('../adapters/charts/draw.ts'),
  ]);
  return { renderHtml, createDraw };
}

export async function renderRuns(history: readonly HistoryEntry[]): Promise<string> {
  const [{ renderDashboard }, { createDraw }] = await Promise.all([
    import('../core/report/html/dashboard.ts'),
    import('../adapters/charts/draw.ts'),
  ]);
  return renderDashboard(history, createDraw());
}
