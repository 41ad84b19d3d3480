import type { PhrasingContent, RootContent } from 'mdast';
import type { Measurement } from '../documents/index.ts';
import type { Verdict } from '../documents/verdict.ts';
import { byteLength, fitted } from './budget.ts';
import { details, type Link, linkLine, noteItem } from './markdown-details.ts';
import { code, list, markdownOf, paragraph, rowMarkdown, text } from './markdown-nodes.ts';
import {
  columnsFor,
  headerRow,
  MARKS,
  remarkItem,
  ruleItem,
  ruleRow,
  whereDetails,
} from './markdown-rules.ts';
import { chartDetails } from './mermaid.ts';
import type { ModelView, SubjectView } from './model-view.ts';
import { leftOutText, pruned, type Unit, unitsByPriority } from './priority.ts';
import { safeName } from './safe-text.ts';
import { type View, viewOf } from './view.ts';

/** Bytes that a comment and a check run may take (design, section 7). */
export const COMMENT_BYTES = 60_000;
/** Bytes that a job summary may take. */
export const SUMMARY_BYTES = 900 * 1024;

const OUTCOME_MARKS = { pass: '✅', fail: '❌', inconclusive: '⚠️', error: '❌' } as const;

const FORK =
  ' This pull request comes from a fork: its own workflow measured, and whoever opened it can change how.';

export interface MarkdownOptions {
  /** Where the whole verdict lies: named when something was left out. */
  readonly full?: string;
  /** The commit that was judged. */
  readonly commit?: string;
  /** Whether a fork's own workflow run measured: readers should know whose numbers these are. */
  readonly fork?: boolean;
  readonly links?: readonly Link[];
}

/**
 * The body of a comment or a job summary. What does not fit is left out whole, the least important first, and the
 * text says what and where it is. Throws RangeError when not even the headline fits.
 */
export function renderMarkdown(
  verdict: Verdict,
  measurements: readonly Measurement[],
  { bytes = COMMENT_BYTES, ...options }: MarkdownOptions & { readonly bytes?: number } = {},
): string {
  return markdownPages(verdict, measurements, options)(bytes);
}

/**
 * `renderMarkdown` for several sizes: each part is weighed once, and sizes that leave out the same share one text.
 * The function takes the UTF-8 bytes that the text may take.
 */
export function markdownPages(
  verdict: Verdict,
  measurements: readonly Measurement[],
  options: MarkdownOptions = {},
): (bytes: number) => string {
  const view = viewOf(verdict, measurements);
  const units = unitsByPriority(view);
  const weight = kept(weigher(view));
  const pageOf = kept((count: number) =>
    page(pruned(view, units.slice(0, count)), leftOutText(view, units.slice(count)), options),
  );
  return (bytes) => {
    const body = fitted(units, weight, bytes, pageOf);
    if (body !== null) return body;
    throw new RangeError(`${bytes} bytes cannot hold the headline of a verdict`);
  };
}

/** `compute`, which is asked once for each argument. */
function kept<A, R>(compute: (argument: A) => R): (argument: A) => R {
  const known = new Map<A, R>();
  return (argument) => {
    if (!known.has(argument)) known.set(argument, compute(argument));
    return known.get(argument)!;
  };
}

function page(view: View, leftOut: string, options: MarkdownOptions): string {
  const { outcome, title, sentence } = view.headline;
  const commit =
    options.commit === undefined
      ? []
      : [text(' Judged at '), code(safeName(options.commit.slice(0, 12))), text('.')];
  return markdownOf([
    { type: 'heading', depth: 2, children: [text(`${OUTCOME_MARKS[outcome]} onnx-gate · ${title}`)] },
    paragraph(text(sentence), ...commit, ...(options.fork ? [text(FORK)] : [])),
    ...list(view.remarks.map(remarkItem)),
    ...view.models.flatMap((model) => section(model, view.models.length === 1)),
    ...details(view),
    ...(leftOut === '' ? [] : [leftOutParagraph(leftOut, options.full ?? 'verdict.json')]),
    ...linkLine(options.links ?? []),
  ]);
}

function leftOutParagraph(leftOut: string, full: string): RootContent {
  return paragraph(
    text(`Left out here for size: ${leftOut}. All of it is in `),
    code(safeName(full)),
    text('.'),
  );
}

function section(model: ModelView, alone: boolean): RootContent[] {
  return [
    heading(model, alone),
    ...subjectLine(model),
    ...list(model.remarks.map(remarkItem)),
    ...table(model),
    ...list(model.rules.flatMap(ruleItem)),
    ...whereDetails(model.rules),
    ...chartDetails(model.drawn),
  ];
}

/** Among several models each shows its own result. */
function heading({ name, status }: ModelView, alone: boolean): RootContent {
  const mark = alone ? [] : [text(`${MARKS[status]} `)];
  return { type: 'heading', depth: 3, children: [...mark, code(name)] };
}

function subjectLine({ subjects }: ModelView): RootContent[] {
  return subjects.length === 0 ? [] : [paragraph(...subjects.flatMap(subjectPhrases), text('.'))];
}

const JOINTS = { candidate: '', baseline: ' against ', holdout: ' on ' } as const;

/** `a.onnx` (digest) against `b.onnx` (digest) on 4,932 rows of `holdout.csv` (digest; 763 positive). */
function subjectPhrases({ role, reference, digest, facts, resolved, age }: SubjectView): PhrasingContent[] {
  const [rows = '', ...more] = role === 'holdout' ? facts : [];
  const amount = rows === '' ? '' : `${rows} of `;
  const known = [...more, age].filter(Boolean).join(', ');
  return [
    text(JOINTS[role] + amount),
    code(reference),
    text(' ('),
    code(digest),
    ...(resolved === null ? [] : [text('; '), code(resolved)]),
    text(known === '' ? ')' : `; ${known})`),
  ];
}

function table(model: ModelView): RootContent[] {
  if (model.rules.length === 0) return [];
  const columns = columnsFor(model);
  const rows = model.rules.map((rule) => ruleRow(rule, columns));
  return [
    {
      type: 'table',
      align: columns.map(({ align }) => align),
      children: [headerRow(model, columns), ...rows],
    },
  ];
}

/** UTF-8 bytes that a unit adds to the page, nearly. */
function weigher(view: View): (unit: Unit) => number {
  const alone = view.models.length === 1;
  const columns = view.models.map(columnsFor);
  const blocks = (...content: RootContent[]) => byteLength(markdownOf(content)) + 1;
  return ({ kind, model: at, index }) => {
    const model = view.models[at];
    if (kind === 'note')
      return blocks(...list([noteItem((model ?? view).notes[index]!, alone || !model ? null : model.name)]));
    if (kind === 'remark' || !model) return blocks(...list([remarkItem((model ?? view).remarks[index]!)]));
    if (kind === 'model')
      return blocks(heading(model, alone), ...table({ ...model, rules: model.rules.slice(0, 1) }));
    if (kind === 'charts') return blocks(...chartDetails(model.drawn));
    if (kind === 'subjects') return blocks(...subjectLine(model));
    const rule = model.rules[index]!;
    return (
      byteLength(rowMarkdown(ruleRow(rule, columns[at]!))) +
      1 +
      byteLength(markdownOf([...list(ruleItem(rule)), ...whereDetails([rule])]))
    );
  };
}
