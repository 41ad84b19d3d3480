/** The answer of `onnx-gate selftest` for a terminal. */
import type { SelftestReport } from '../selftest/report.ts';
import type { CaseResult, Rate } from '../selftest/runs.ts';
import { type Column, wrap } from './columns.ts';
import { decimalsFor, formatCount, formatPercent, formatScore, plural } from './format.ts';
import { notes, type Terminal, table } from './plan-text.ts';
import { safeName, safeText } from './safe-text.ts';

/** One block per model. Ends with a newline. */
export function renderSelftest(reports: readonly SelftestReport[], terminal: Terminal): string {
  const blocks = reports.map((report) => blockOf(report, terminal).join('\n'));
  const legend = notes(
    [
      'as good: pseudo-models drawn alike; a fail is a false alarm. A loss of 1 margin: a pass is a miss, and 2.5% at most are meant to be (at a confidence of 0.95). Larger losses: a fail is a detection.',
      'bare fails: what a gate that compares the two numbers, without an interval, would have failed. In brackets: Wilson’s 95% interval.',
    ],
    terminal,
  );
  return `${[...blocks, legend.join('\n')].join('\n\n')}\n`;
}

function blockOf(report: SelftestReport, terminal: Terminal): string[] {
  const { palette, width } = terminal;
  const { rows, groups, made, repetitions, mode, seed } = report;
  const units =
    groups === null ? plural(rows, 'row') : `${plural(rows, 'row')} of ${plural(groups, 'group')}`;
  const cut = made < repetitions ? ` of ${formatCount(repetitions)} (out of time)` : '';
  const known = report.cases.filter(({ repetitions: counted }) => counted > 0);
  const unknown = report.cases.filter(({ repetitions: counted }) => counted === 0);
  const right = (header: string, cell: (one: CaseResult) => string): Column => ({
    header,
    align: 'right',
    cells: known.map(cell),
  });
  const columns: Column[] = [
    { header: 'rule', align: 'left', cells: known.map(({ metric }) => safeName(metric, 40)) },
    { header: 'candidate is', align: 'left', cells: known.map(lossWords) },
    right('passes', ({ pass }) => rateText(pass)),
    right('stays open', ({ inconclusive }) => (inconclusive ? formatPercent(inconclusive.rate) : '')),
    right('fails', ({ fail }) => rateText(fail)),
    right('bare fails', ({ bare }) => (bare ? formatPercent(bare.rate) : '')),
  ];
  return [
    palette.bold(
      `${safeName(report.model)}: ${units}, ${plural(made, 'repetition')}${cut}, seed ${seed}, mode ${mode}`,
    ),
    ...(known.length > 0 ? table(columns, palette) : []),
    ...unknown.flatMap((one) =>
      wrap(`${safeName(one.metric, 40)}, ${lossWords(one)}: ${safeText(one.reason ?? '')}`, width),
    ),
    ...notes([disagreementWords(report)], terminal),
  ];
}

function disagreementWords({ correlation, scale, noise, shared, groups }: SelftestReport): string {
  const on = `on the scale of the ${scale === 'log-odds' ? 'log-odds' : 'score'}`;
  const common = groups === null ? '' : `, ${formatPercent(shared, 0)} of its variance common to a group`;
  return correlation === null
    ? `Noise of ${formatScore(noise, 3)} ${on}: a tenth of the scores’ spread, because there are no two different models to measure it by.`
    : `Noise of ${formatScore(noise, 3)} ${on}${common}: pseudo-models disagree as candidate and baseline do (correlation ${formatScore(correlation, 3)}).`;
}

function lossWords({ times, loss }: CaseResult): string {
  if (times === 0) return 'as good';
  const amount = loss === null ? '' : ` (${formatScore(loss, decimalsFor(loss, null, null))})`;
  return `worse by ${times} ${times === 1 ? 'margin' : 'margins'}${amount}`;
}

function rateText(rate: Rate | null): string {
  if (rate === null) return '';
  return `${formatPercent(rate.rate)} [${formatPercent(rate.lower)}, ${formatPercent(rate.upper)}]`;
}
