import type { Measurement } from '../documents/index.ts';
import type { Verdict } from '../documents/verdict.ts';
import { clip, padEnd, widthOf, wrap } from './columns.ts';
import { detailLines } from './detail-lines.ts';
import type { ModelView } from './model-view.ts';
import type { Palette } from './palette.ts';
import { leftOutText, pruned, unitsByPriority } from './priority.ts';
import { type Prose, plainText } from './prose.ts';
import type { Remark } from './remarks.ts';
import type { RuleView } from './rule-view.ts';
import { inertLines, safeName, safeText } from './safe-text.ts';
import { tallyText } from './status.ts';
import { hasStrips, paintOf, ruleTable, TEXT_MARKS } from './text-rules.ts';
import { type View, viewOf } from './view.ts';

/** Most things that a terminal is asked to show; more scrolls the verdict away. */
const MOST_UNITS = 200;

const OUTCOMES = {
  pass: { mark: '✓', status: 'passed' },
  fail: { mark: '✗', status: 'failed' },
  inconclusive: { mark: '?', status: 'inconclusive' },
  error: { mark: '✗', status: 'failed' },
} as const;

export interface TextOptions {
  readonly palette: Palette;
  /** Columns of the terminal; 40 at least. */
  readonly width?: number;
  /** What was written, `verdict.json` among it. */
  readonly files?: readonly string[];
  /** The commit that was judged. */
  readonly commit?: string;
}

/** The verdict for a terminal. Ends with a newline. */
export function renderText(
  verdict: Verdict,
  measurements: readonly Measurement[],
  { palette, width = 100, files = [], commit }: TextOptions,
): string {
  const whole = viewOf(verdict, measurements);
  const columns = Math.max(40, width);
  const units = unitsByPriority(whole);
  const view = pruned(whole, units.slice(0, MOST_UNITS));
  const blocks = [
    headline(view, commit, palette, columns),
    view.remarks.flatMap((remark) => remarkLines(remark, palette, columns)),
    ...view.models.map((model) => modelBlock(model, view.models.length === 1, palette, columns)),
    footer(view, palette, columns),
    leftOut(leftOutText(whole, units.slice(MOST_UNITS)), files, columns),
    written(files, palette),
  ];
  return `${inertLines(
    blocks
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
  )}\n`;
}

function headline(
  { headline: { outcome, title, sentence: told } }: View,
  commit: string | undefined,
  palette: Palette,
  width: number,
): string[] {
  const { mark, status } = OUTCOMES[outcome];
  const judged = commit === undefined ? '' : ` Judged at ${safeName(commit.slice(0, 12))}.`;
  return [
    palette.bold(paintOf(status, palette)(`${mark} ${title}`)),
    ...wrap(told + judged, width - 2).map((line) => `  ${line}`),
  ];
}

function modelBlock(model: ModelView, alone: boolean, palette: Palette, width: number): string[] {
  return [
    title(model, alone, palette, width),
    ...subjectLines(model, palette, width),
    ...model.remarks.flatMap((remark) => ['', ...remarkLines(remark, palette, width)]),
    ...(model.rules.length === 0 ? [] : ['', ...ruleTable(model, palette, width)]),
    ...model.rules.flatMap((rule) => reason(rule, palette, width)),
    ...(model.notes.length === 0 ? [] : ['', ...notes(model, palette, width)]),
  ];
}

/** Among several models, each with its own result. */
function title({ name, status, tally }: ModelView, alone: boolean, palette: Palette, width: number): string {
  if (alone) return palette.bold(clip(name, width));
  const told = `  ${tallyText(tally)}`;
  const paint = paintOf(status, palette);
  return `${paint(TEXT_MARKS[status])} ${palette.bold(clip(name, Math.max(20, width - 2 - told.length)))}${palette.dim(told)}`.trimEnd();
}

const ROLE_WIDTH = 'candidate'.length;

/** Role, reference, digest and facts in columns; facts that find no room stand below. */
function subjectLines({ subjects }: ModelView, palette: Palette, width: number): string[] {
  const digests = subjects.map(({ digest }) => digest.replace('sha256:', ''));
  const indent = ROLE_WIDTH + 4;
  const room = width - indent - 2 - Math.max(0, ...digests.map(widthOf));
  const references = subjects.map(({ reference }) => clip(reference, room));
  const widest = Math.max(0, ...references.map(widthOf));
  return subjects.flatMap(({ role, facts: parts }, index) => {
    const facts = parts.join(', ');
    const line = `  ${palette.dim(padEnd(role, ROLE_WIDTH))}  ${padEnd(references[index]!, widest)}  ${palette.dim(digests[index]!)}`;
    const fits = indent + widest + 2 + widthOf(digests[index]!) + 2 + widthOf(facts) <= width;
    return fits ? [`${line}  ${palette.dim(facts)}`] : [line, ' '.repeat(indent) + palette.dim(facts)];
  });
}

/** Why a rule is not a plain pass, and where the policy asks for it. */
function reason(
  { status, metric, slice, reason: why, at, where, details }: RuleView,
  palette: Palette,
  width: number,
): string[] {
  if (status === 'passed' || status === 'skipped') return [];
  const paint = paintOf(status, palette);
  const name = clip(slice === null ? metric : `${metric} on ${slice}`, width - 5 - status.length);
  const place = at === null ? [] : wrap(at, width - 4);
  const beside = at !== null && 4 + widthOf(name) + 1 + status.length + 2 + widthOf(at) <= width;
  return [
    '',
    `  ${paint(TEXT_MARKS[status])} ${palette.bold(name)} ${paint(status)}${beside ? palette.dim(`  ${at}`) : ''}`,
    ...(beside ? [] : place.map((line) => `    ${palette.dim(line)}`)),
    ...sentence(why, '    ', width),
    ...where.flatMap((line) => sentence(line, '    ', width)).map(palette.dim),
    ...details.flatMap((words) => quoted(words, palette, width)),
  ];
}

function remarkLines({ status, prose, details }: Remark, palette: Palette, width: number): string[] {
  const mark = paintOf(status, palette)(TEXT_MARKS[status]);
  const lines = sentence(prose, '    ', width).map((line, index) =>
    index === 0 ? `  ${mark} ${line.trimStart()}` : line,
  );
  return [...lines, ...(details ? quoted(details, palette, width) : [])];
}

/** Most lines of an engine's words about one thing, in the terminal's own lines. */
const MOST_QUOTED = 20;

function quoted(details: string, palette: Palette, width: number): string[] {
  return detailLines(details)
    .flatMap((line) => wrap(line, width - 6))
    .slice(-MOST_QUOTED)
    .map((line) => palette.dim(`    │ ${line}`));
}

function notes(model: ModelView, palette: Palette, width: number): string[] {
  return model.notes.flatMap((note) => sentence(note, '  ', width)).map(palette.dim);
}

function sentence(prose: Prose, indent: string, width: number): string[] {
  return wrap(plainText(prose), width - indent.length).map((line) => indent + line);
}

function footer(view: View, palette: Palette, width: number): string[] {
  const drawn = view.models.some((model) => hasStrips(model, width));
  const legend: Prose[] = drawn
    ? [['│ no difference   ┊ the most that may be lost   ├─●─┤ the interval']]
    : [];
  const notes = [...legend, ...view.notes];
  return notes.flatMap((note) => sentence(note, '', width)).map(palette.dim);
}

function leftOut(what: string, files: readonly string[], width: number): string[] {
  if (what === '') return [];
  const full = files.find((file) => file.endsWith('verdict.json')) ?? 'verdict.json';
  return wrap(`Not shown: ${what}. All of it is in ${safeText(full, 400)}.`, width);
}

function written(files: readonly string[], palette: Palette): string[] {
  if (files.length === 0) return [];
  return [palette.dim('Written'), ...files.map((path) => `  ${palette.cyan(safeText(path, 400, 'middle'))}`)];
}
