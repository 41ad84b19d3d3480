/** The rules of a model: the table, and what is to be said of those that are no plain pass. */
import { detailLines } from '../detail-lines.ts';
import type { ModelView } from '../model-view.ts';
import type { Remark } from '../remarks.ts';
import { detectableText, type RuleView, rowsNeededText } from '../rule-view.ts';
import { rankOf, type Status } from '../status.ts';
import type { StripData } from '../strip.ts';
import { html, type Markup, proseMarkup } from './markup.ts';
import { type Cell, table } from './table.ts';

const MARKS: Readonly<Record<Status, string>> = {
  failed: '✕',
  inconclusive: '?',
  warning: '!',
  skipped: '–',
  passed: '✓',
};

/** A result as a mark and a word: never by colour alone. */
export function pill(status: Status): Markup {
  return html`<span class="pill ${status}"><span aria-hidden="true">${MARKS[status]}</span> ${status}</span>`;
}

interface RuleColumn {
  readonly header: (model: Pick<ModelView, 'confidence'>) => string;
  readonly align: 'left' | 'right' | 'center';
  readonly cell: (rule: RuleView) => Cell;
}

const COLUMNS: readonly RuleColumn[] = [
  { header: () => 'Rule', align: 'left', cell: (rule) => ({ content: ruleName(rule) }) },
  {
    header: () => 'Verdict',
    align: 'left',
    cell: ({ status }) => ({ content: pill(status), sort: rankOf(status) }),
  },
  {
    header: () => 'Candidate',
    align: 'right',
    cell: ({ candidate, result }) => ({ content: candidate, sort: result.value }),
  },
  {
    header: () => 'Baseline',
    align: 'right',
    cell: ({ baseline, result }) => ({ content: baseline, sort: result.baseline }),
  },
  {
    header: () => 'Difference',
    align: 'right',
    cell: ({ difference, result }) => ({ content: difference, sort: result.delta }),
  },
  {
    header: ({ confidence }) => `${confidence} interval`.trim(),
    align: 'right',
    cell: ({ interval, result }) => ({ content: interval, sort: result.interval?.lower ?? null }),
  },
  {
    header: () => 'worse ↔ better',
    align: 'center',
    cell: ({ strip, status }) => ({
      content: strip ? stripSvg(strip, status) : '',
      sort: strip?.delta ?? null,
    }),
  },
  {
    header: () => 'Allowed',
    align: 'right',
    cell: ({ allowed, result }) => ({ content: allowed, sort: result.margin }),
  },
  {
    header: () => 'Detectable',
    align: 'right',
    cell: ({ result }) => ({ content: detectableText(result), sort: result.mde }),
  },
  {
    header: () => 'Rows needed',
    align: 'right',
    cell: ({ result }) => ({ content: rowsNeededText(result), sort: result.rowsNeeded ?? null }),
  },
];

/** Columns in which no rule has anything to say are left out. */
export function ruleTable(
  rules: readonly RuleView[],
  caption: string,
  model: Pick<ModelView, 'confidence'>,
): Markup | null {
  if (rules.length === 0) return null;
  const shown = COLUMNS.filter(({ cell }) => rules.some((rule) => cell(rule).content !== ''));
  return table({
    caption,
    columns: shown.map(({ header, align }) => ({ header: header(model), align })),
    rows: rules.map((rule) => shown.map(({ cell }) => cell(rule))),
  });
}

export function ruleName({ metric, slice }: Pick<RuleView, 'metric' | 'slice'>): Markup {
  return slice === null
    ? html`<code>${metric}</code>`
    : html`<code>${metric}</code> on <code>${slice}</code>`;
}

const STRIP = { width: 132, height: 18 };

/** An interval about no difference, the margin dashed; as the text strip, with places to the pixel. */
function stripSvg({ delta, lower, upper, margin }: StripData, status: Status): Markup {
  const span = Math.max(Math.abs(lower), Math.abs(upper), Math.abs(delta), margin ?? 0) * 1.12;
  const x = (value: number) => {
    const place =
      STRIP.width / 2 + (span > 0 && Number.isFinite(span) ? (value / span) * (STRIP.width / 2) : 0);
    return Number(place.toFixed(1));
  };
  const middle = STRIP.height / 2;
  return html`<svg class="strip ${status}" viewBox="0 0 ${STRIP.width} ${STRIP.height}" aria-hidden="true"><path class="axis" d="M0 ${middle}H${STRIP.width}M${x(0)} 1V${STRIP.height - 1}"/>${
    margin ? html`<path class="margin" d="M${x(-margin)} 1V${STRIP.height - 1}"/>` : null
  }<path class="range" d="M${x(lower)} ${middle}H${x(upper)}"/><circle cx="${x(delta)}" cy="${middle}" r="4"/></svg>`;
}

/** Why a rule is not a plain pass, where the policy asks for it, where the rows lose most. */
export function reasonList(rules: readonly RuleView[]): Markup | null {
  const told = rules.filter(({ status }) => status !== 'passed' && status !== 'skipped');
  if (told.length === 0) return null;
  return html`<ul class="reasons">${told.map(
    (rule) =>
      html`<li class="${rule.status}"><p>${pill(rule.status)} ${ruleName(rule)} ${
        rule.at === null ? null : html`<span class="place">${rule.at}</span>`
      }</p><p>${proseMarkup(rule.reason)}</p>${
        rule.where.length === 0
          ? null
          : html`<details><summary>Where <span>${ruleName(rule)}</span> is worse</summary><ul>${rule.where.map((line) => html`<li>${proseMarkup(line)}</li>`)}</ul></details>`
      }${rule.details.map(engineWords)}</li>`,
  )}</ul>`;
}

export function remarkList(remarks: readonly Remark[]): Markup | null {
  if (remarks.length === 0) return null;
  return html`<ul class="reasons">${remarks.map(
    ({ status, prose, details }) =>
      html`<li class="${status}"><p>${pill(status)} ${proseMarkup(prose)}</p>${details === undefined ? null : engineWords(details)}</li>`,
  )}</ul>`;
}

function engineWords(details: string): Markup {
  return html`<pre tabindex="0">${detailLines(details).join('\n')}</pre>`;
}
