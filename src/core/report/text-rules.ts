import { type Column, clip, columnWidth, tableLines } from './columns.ts';
import type { ModelView } from './model-view.ts';
import type { Palette } from './palette.ts';
import type { RuleView } from './rule-view.ts';
import type { Status } from './status.ts';
import { strip } from './strip.ts';

export const TEXT_MARKS: Readonly<Record<Status, string>> = {
  failed: '✗',
  inconclusive: '?',
  warning: '!',
  skipped: '-',
  passed: '✓',
};

const COLOURS: Readonly<Record<Status, keyof Palette>> = {
  failed: 'red',
  inconclusive: 'yellow',
  warning: 'yellow',
  skipped: 'dim',
  passed: 'green',
};

export function paintOf(status: Status, palette: Palette): (text: string) => string {
  return palette[COLOURS[status]];
}

const STRIP = { least: 11, most: 25 };
const RULE_NAME = { least: 12, most: 40 };
const INDENT = '  ';
/** Blanks between two columns. */
const GAP = 2;

type Name = 'mark' | 'rule' | 'candidate' | 'baseline' | 'difference' | 'interval' | 'strip' | 'allowed';

/** What a narrow terminal goes without, tried in this order. */
const WITHOUT: readonly (readonly Name[])[] = [
  [],
  ['interval'],
  ['interval', 'allowed'],
  ['interval', 'allowed', 'strip'],
  ['interval', 'allowed', 'strip', 'baseline'],
];

/** Whether the table of the model has room for strips. */
export function hasStrips(model: ModelView, width: number): boolean {
  return layout(model, width).some(({ name }) => name === 'strip');
}

function layout(model: ModelView, width: number): NamedColumn[] {
  const all = textColumns(model);
  const layouts = WITHOUT.map((names) => all.filter(({ name }) => !names.includes(name)));
  const room = width - INDENT.length;
  return layouts.find((columns) => leastWidth(columns, model.rules) <= room) ?? layouts.at(-1)!;
}

/** The rules of a model as aligned lines, within `width` where a terminal has room for numbers at all. */
export function ruleTable(model: ModelView, palette: Palette, width: number): string[] {
  const columns = filled(layout(model, width), model.rules, width - INDENT.length);
  return tableLines(columns, (cell, row, column) => {
    if (row < 0) return palette.dim(cell);
    const { status } = model.rules[row]!;
    const painted = column.name === 'mark' || column.name === 'strip' || column.name === 'difference';
    return painted ? paintOf(status, palette)(cell) : status === 'skipped' ? palette.dim(cell) : cell;
  }).map((line) => (INDENT + line).trimEnd());
}

interface NamedColumn extends Column {
  readonly name: Name;
}

function textColumns({ rules, confidence }: ModelView): NamedColumn[] {
  const column = (
    name: Name,
    header: string,
    align: Column['align'],
    cells: readonly string[],
  ): NamedColumn => ({
    name,
    header,
    align,
    cells,
  });
  const numbers = (name: Name, header: string, cellOf: (rule: RuleView) => string): NamedColumn[] => {
    const cells = rules.map(cellOf);
    if (cells.every((cell) => cell === '')) return [];
    return [column(name, header, 'right', cells)];
  };
  const drawn = rules.some((rule) => rule.strip !== null);
  return [
    column(
      'mark',
      ' ',
      'left',
      rules.map(({ status }) => TEXT_MARKS[status]),
    ),
    column('rule', 'rule', 'left', rules.map(ruleName)),
    ...numbers('candidate', 'candidate', (rule) => rule.candidate),
    ...numbers('baseline', 'baseline', (rule) => rule.baseline),
    ...numbers('difference', 'difference', (rule) => rule.difference),
    ...numbers('interval', `${confidence} interval`.trim(), (rule) => rule.interval),
    ...(drawn
      ? [
          column(
            'strip',
            '',
            'left',
            rules.map(() => ''),
          ),
        ]
      : []),
    ...numbers('allowed', 'allowed', (rule) => rule.allowed),
  ];
}

const ruleName = ({ metric, slice }: RuleView) => (slice === null ? metric : `${metric} on ${slice}`);

/** With the shortest strip and the shortest name that still say something. */
function leastWidth(columns: readonly NamedColumn[], rules: readonly RuleView[]): number {
  return widthWith(columns, STRIP.least, Math.min(nameWidth(columns), nameNeeded(rules)));
}

/** Names are cut to what the layout needs to keep its strip, but not beyond recognition. */
function nameNeeded(rules: readonly RuleView[]): number {
  return rules.some(({ slice }) => slice !== null) ? 2 * RULE_NAME.least : RULE_NAME.least;
}

function nameWidth(columns: readonly NamedColumn[]): number {
  const rule = columns.find(({ name }) => name === 'rule');
  return Math.min(RULE_NAME.most, rule ? columnWidth(rule) : 0);
}

function widthWith(columns: readonly NamedColumn[], stripWidth: number, ruleWidth: number): number {
  const widths = columns.map((column) =>
    column.name === 'strip' ? stripWidth : column.name === 'rule' ? ruleWidth : columnWidth(column),
  );
  return widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1);
}

/** Gives the names what they want and the strip the rest. */
function filled(columns: readonly NamedColumn[], rules: readonly RuleView[], room: number): NamedColumn[] {
  const drawn = columns.some(({ name }) => name === 'strip');
  const spare = room - widthWith(columns, drawn ? STRIP.least : 0, 0);
  const ruleWidth = Math.max(RULE_NAME.least, Math.min(nameWidth(columns), spare));
  const rest = Math.min(STRIP.most, STRIP.least + Math.max(0, spare - ruleWidth));
  const stripWidth = rest % 2 === 1 ? rest : rest - 1;
  return columns.map((column) => {
    if (column.name === 'rule')
      return { ...column, cells: column.cells.map((name) => clip(name, ruleWidth)) };
    if (column.name !== 'strip') return column;
    const header = `worse${' '.repeat(Math.max(1, stripWidth - 'worsebetter'.length))}better`;
    const cells = rules.map((rule) => (rule.strip ? strip(rule.strip, stripWidth) : ''));
    return { ...column, header: stripWidth < header.length ? 'better →' : header, cells };
  });
}
