/** Charts as Mermaid, which GitHub draws in comments and summaries. Our numbers and words only: no foreign text. */
import type { Code, RootContent, TableRow } from 'mdast';
import type { Arm } from '../documents/benchmark.ts';
import type { Measurement } from '../documents/index.ts';
import { formatDuration, formatScore } from './format.ts';
import { cell, html, row, text } from './markdown-nodes.ts';

/** Points of a line; more do not show at the size that GitHub draws. */
const STEPS = 10;
const MOST_ARMS = 8;

/** ROC curves and times per call of one model, collapsed, each with its numbers as a table below. */
export function chartDetails(measurements: readonly Measurement[]): RootContent[] {
  const blocks = measurements.flatMap((document) =>
    document.schema === 'onnx-gate/evaluation/v1'
      ? rocBlocks(document.curves)
      : document.schema === 'onnx-gate/benchmark/v1'
        ? latencyBlocks(document.arms)
        : [],
  );
  if (blocks.length === 0) return [];
  return [html('<details>'), html('<summary>Charts</summary>'), ...blocks, html('</details>')];
}

type CurvesOf = Extract<Measurement, { schema: 'onnx-gate/evaluation/v1' }>['curves'];

function rocBlocks(curves: CurvesOf): RootContent[] {
  const lines = [curves?.candidate.roc, curves?.baseline?.roc].filter(
    (line) => line !== null && line !== undefined,
  );
  if (lines.length === 0) return [];
  const at = Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS);
  const heights = lines.map((line) => at.map((x) => heightAt(line, x)));
  const [candidate, baseline] = heights;
  return [
    mermaid([
      'xychart-beta',
      '  title "ROC: true-positive rate by false-positive rate"',
      '  x-axis "False-positive rate" 0 --> 1',
      '  y-axis "True-positive rate" 0 --> 1',
      ...heights.map((line) => `  line [${line.map((y) => y.toFixed(4)).join(', ')}]`),
    ]),
    table(
      ['False-positive rate', 'Candidate', ...(baseline ? ['Baseline'] : [])],
      at.map((x, i) => [
        formatScore(x, 1),
        formatScore(candidate![i]!),
        ...(baseline ? [formatScore(baseline[i]!)] : []),
      ]),
    ),
  ];
}

/** Where the line stands at `x`; the highest of a vertical step. */
function heightAt(line: readonly (readonly [number, number])[], x: number): number {
  const last = line.findLastIndex((point) => point[0] <= x);
  const [before, after] = [line[Math.max(0, last)]!, line[last + 1]];
  if (!after || after[0] === before[0]) return before[1];
  return before[1] + ((x - before[0]) / (after[0] - before[0])) * (after[1] - before[1]);
}

function latencyBlocks(all: readonly Arm[]): RootContent[] {
  const arms = all.slice(0, MOST_ARMS);
  if (arms.length === 0) return [];
  const compared = arms.every(({ baseline }) => baseline !== null);
  const microseconds = (seconds: number) => (seconds * 1e6).toFixed(2);
  const names = arms.map(({ metric, batch }) => `${metric} batch ${batch}`);
  return [
    mermaid([
      'xychart-beta',
      `  title "Time per call: candidate${compared ? ' as bars, baseline as line' : ''}"`,
      `  x-axis [${names.map((name) => `"${name}"`).join(', ')}]`,
      '  y-axis "Microseconds"',
      `  bar [${arms.map(({ candidate }) => microseconds(candidate)).join(', ')}]`,
      ...(compared ? [`  line [${arms.map(({ baseline }) => microseconds(baseline!)).join(', ')}]`] : []),
    ]),
    table(
      ['Time per call', 'Candidate', ...(compared ? ['Baseline'] : [])],
      arms.map(({ candidate, baseline }, i) => [
        names[i]!,
        formatDuration(candidate),
        ...(compared ? [formatDuration(baseline!)] : []),
      ]),
    ),
  ];
}

function mermaid(lines: readonly string[]): Code {
  return { type: 'code', lang: 'mermaid', value: lines.join('\n') };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): RootContent {
  const rowOf = (cells: readonly string[]): TableRow => row(cells.map((one) => cell(text(one))));
  return { type: 'table', align: head.map(() => 'right'), children: [rowOf(head), ...rows.map(rowOf)] };
}
