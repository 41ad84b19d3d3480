import type { ListItem, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { cell, code, html, item, list, phrasing, row, strong, text } from './markdown-nodes.ts';
import type { ModelView } from './model-view.ts';
import type { Remark } from './remarks.ts';
import type { RuleView } from './rule-view.ts';
import type { Status } from './status.ts';
import { strip } from './strip.ts';

export const MARKS: Readonly<Record<Status, string>> = {
  failed: '❌',
  inconclusive: '⚠️',
  warning: '⚠️',
  skipped: '➖',
  passed: '✅',
};

const STRIP_WIDTH = 21;

interface RuleColumn {
  readonly header: (model: ModelView) => string;
  readonly align: 'left' | 'right' | 'center';
  /** Null where the rule has nothing to say; a column without any is not shown. */
  readonly cell: (rule: RuleView) => PhrasingContent[] | null;
}

const numbers = (value: string) => (value === '' ? null : [text(value)]);

const COLUMNS: readonly RuleColumn[] = [
  { header: () => 'Rule', align: 'left', cell: ruleName },
  { header: () => 'Candidate', align: 'right', cell: ({ candidate }) => numbers(candidate) },
  { header: () => 'Baseline', align: 'right', cell: ({ baseline }) => numbers(baseline) },
  { header: () => 'Difference', align: 'right', cell: ({ difference }) => numbers(difference) },
  {
    header: ({ confidence }) => `${confidence} interval`.trim(),
    align: 'center',
    // Kept on one line: a narrow page would break an interval in two.
    cell: ({ interval }) => numbers(interval.replaceAll(' ', '\u00a0')),
  },
  {
    header: () => 'worse ↔ better',
    align: 'center',
    cell: ({ strip: data }) => (data ? [code(strip(data, STRIP_WIDTH))] : null),
  },
  {
    header: () => 'Allowed',
    align: 'right',
    cell: ({ allowed }) => numbers(allowed.replaceAll(' ', '\u00a0')),
  },
  {
    header: () => 'Verdict',
    align: 'left',
    cell: ({ status }) => [
      text(`${MARKS[status]}\u00a0`),
      status === 'failed' ? strong(status) : text(status),
    ],
  },
];

/** The columns that say something for this model. */
export function columnsFor({ rules }: ModelView): readonly RuleColumn[] {
  return COLUMNS.filter((column) => rules.some((rule) => column.cell(rule) !== null));
}

export function headerRow(model: ModelView, columns: readonly RuleColumn[]): TableRow {
  return row(columns.map(({ header }) => cell(text(header(model)))));
}

export function ruleRow(rule: RuleView, columns: readonly RuleColumn[]): TableRow {
  return row(columns.map((column): TableCell => cell(...(column.cell(rule) ?? []))));
}

/** Why the rule is not a plain pass; nothing for the rules whose row says it all. */
export function ruleItem(rule: RuleView): ListItem[] {
  if (rule.status === 'passed' || rule.status === 'skipped') return [];
  const place: PhrasingContent[] = rule.at === null ? [] : [text(' ('), code(rule.at), text(')')];
  return [
    item([text(`${MARKS[rule.status]} `), ...ruleName(rule), text(': '), ...phrasing(rule.reason), ...place]),
  ];
}

/** Collapsed: where the failed rules lose. Nothing when none can say. */
export function whereDetails(rules: readonly RuleView[]): RootContent[] {
  const items = rules.flatMap((rule) =>
    rule.where.map((line) => item([...ruleName(rule), text(': '), ...phrasing(line)])),
  );
  if (items.length === 0) return [];
  return [
    html('<details>'),
    html('<summary>Where it is worse</summary>'),
    ...list(items),
    html('</details>'),
  ];
}

export function remarkItem({ status, prose }: Remark): ListItem {
  return item([text(`${MARKS[status]} `), ...phrasing(prose)]);
}

function ruleName({ metric, slice }: RuleView): PhrasingContent[] {
  return slice === null ? [code(metric)] : [code(metric), text(' on '), code(slice)];
}
