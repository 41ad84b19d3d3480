/** Slices in a report: those that need a reader are rows, the rest is told in a line. */
import type { Measurement } from '../documents/index.ts';
import { plural } from './format.ts';
import type { Piece, Prose } from './prose.ts';
import type { RuleView } from './rule-view.ts';
import { safeName } from './safe-text.ts';

/** Most undecided slices, and most warnings, that stand as rows of their own. */
const MOST_OPEN = 5;
/** Most names in one line. */
const MOST_NAMES = 12;

/**
 * Leaves out the slices that passed, and the undecided ones and warnings beyond the first five; a note per metric says how many they
 * are. `rules` come with the worst first.
 */
export function foldSlices(rules: readonly RuleView[]): {
  shown: RuleView[];
  folded: RuleView[];
  notes: Prose[];
} {
  const shown: RuleView[] = [];
  const folded = new Map<string, RuleView[]>();
  const open = { inconclusive: 0, warning: 0 };
  for (const rule of rules) {
    const { slice, status } = rule;
    const loud = status === 'inconclusive' || status === 'warning';
    if (slice === null || status === 'failed' || (loud && open[status]++ < MOST_OPEN)) shown.push(rule);
    else {
      const key = `${rule.status} ${rule.metric}`;
      folded.set(key, [...(folded.get(key) ?? []), rule]);
    }
  }
  return { shown, folded: [...folded.values()].flat(), notes: [...folded.values()].map(foldedNote) };
}

const WORDS: Readonly<Record<RuleView['status'], string>> = {
  passed: ' passed on ',
  inconclusive: ' could not be decided on ',
  skipped: ' was skipped on ',
  failed: ' failed on ',
  warning: ' warns on ',
};

function foldedNote(rules: readonly RuleView[]): Prose {
  const { metric, status } = rules[0]!;
  return [
    { code: metric },
    WORDS[status],
    `${plural(rules.length, status === 'passed' || status === 'skipped' ? 'slice' : 'more slice')}: `,
    ...names(rules.map(({ slice }) => slice!)),
  ];
}

/** Slices that were too small, one note for each reason's kind of division. */
export function suppressedNotes(measurements: readonly Measurement[]): Prose[] {
  return measurements.flatMap((document): Prose[] =>
    document.schema !== 'onnx-gate/evaluation/v1'
      ? []
      : document.slices
          .filter(({ suppressed }) => suppressed.length > 0)
          .map(({ name, suppressed }) => [
            `${plural(suppressed.length, 'slice')} of `,
            { code: safeName(name) },
            ' too small to judge: ',
            ...names(
              suppressed.map(({ slice }) => safeName(slice)),
              suppressed.map(({ reason }) => ` (${reason})`),
            ),
          ]),
  );
}

function names(all: readonly string[], facts: readonly string[] = []): Piece[] {
  const pieces = all
    .slice(0, MOST_NAMES)
    .flatMap((name, i): Piece[] => [...(i === 0 ? [] : [', ']), { code: name }, facts[i] ?? '']);
  const more = all.length - MOST_NAMES;
  return [...pieces, more > 0 ? ` and ${more} more.` : '.'];
}
