import type { Subject } from '../documents/common.ts';
import type { Measurement } from '../documents/index.ts';
import type { RuleResult, Verdict } from '../documents/verdict.ts';
import { calibrationNotes, churnNotes } from './churn-note.ts';
import { formatBytes, formatCount, formatPercent, plural, shortDigest } from './format.ts';
import { modelNotes } from './notes.ts';
import type { Prose } from './prose.ts';
import { dataRemarks, engineWords, findingRemarks, isFault, type Remark, reasonRemarks } from './remarks.ts';
import { type Direction, type RuleView, ruleView } from './rule-view.ts';
import { safeName } from './safe-text.ts';
import { foldSlices, suppressedNotes } from './slices.ts';
import { rankOf, type Status, statusOf, type Tally, tallyOf } from './status.ts';
import { whereLines } from './where-lines.ts';

/** One of the files that were judged. `facts` are ours; `reference` is safe to print, not yet escaped. */
export interface SubjectView {
  readonly role: 'candidate' | 'baseline' | 'holdout';
  readonly reference: string;
  readonly digest: string;
  readonly facts: readonly string[];
  /** What the reference stood for, such as a commit or a run; safe to print, not yet escaped. Null: nothing more. */
  readonly resolved: string | null;
  /** `3 days old` when it was judged; empty where nothing says. */
  readonly age: string;
}

export interface ModelView {
  /** As the documents have it. */
  readonly key: string;
  readonly name: string;
  /** The worst of its rules; `failed` too when the gate could not judge it. */
  readonly status: Status;
  readonly tally: Tally;
  readonly subjects: readonly SubjectView[];
  /** Reasons and findings, before the rules. */
  readonly remarks: readonly Remark[];
  /** Failed first. */
  readonly rules: readonly RuleView[];
  /** Rules on slices that a note tells of instead. */
  readonly folded: readonly RuleView[];
  /** `95%` when all intervals share it, else empty. */
  readonly confidence: string;
  readonly notes: readonly Prose[];
  /** Documents with something to draw. */
  readonly drawn: readonly Measurement[];
}

export interface ModelParts {
  readonly rules: readonly RuleResult[];
  readonly reasons: Verdict['reasons'];
  readonly measurements: readonly Measurement[];
  readonly subjects: Verdict['subjects'][number] | null;
  /** When the verdict was reached. */
  readonly created: string;
}

export function modelView(name: string, parts: ModelParts): ModelView {
  const { rules, reasons, measurements } = parts;
  const directions = directionsIn(measurements);
  const views = rules
    .toSorted((a, b) => rankOf(statusOf(a)) - rankOf(statusOf(b)) || undecided(a) - undecided(b))
    .map((rule) => ({
      ...ruleView(rule, directions.get(rule.metric) ?? null),
      where: whereLines(rule, measurements),
      details: engineWords(rule, measurements),
    }));
  const { shown, folded, notes } = foldSlices(views);
  const confidences = new Set(rules.flatMap(({ interval }) => (interval ? [interval.confidence] : [])));
  const [confidence] = confidences;
  return {
    key: name,
    name: safeName(name),
    status: reasons.some(isFault) ? 'failed' : (views[0]?.status ?? 'skipped'),
    tally: tallyOf(views.map(({ status }) => status)),
    subjects: subjectViews(parts),
    remarks: [
      ...reasonRemarks(reasons),
      ...measurements.flatMap(findingRemarks),
      ...measurements.flatMap(dataRemarks),
    ],
    // Skipped rules without a number say nothing that the notes do not.
    rules: views.every(({ status, candidate }) => status === 'skipped' && candidate === '') ? [] : shown,
    folded,
    confidence: confidence !== undefined && confidences.size === 1 ? formatPercent(confidence, 0) : '',
    notes: [
      ...notes,
      ...suppressedNotes(measurements),
      ...churnNotes(measurements),
      ...calibrationNotes(measurements),
      ...modelNotes(rules, measurements),
    ],
    drawn: measurements.some(hasCurve) ? measurements.filter(isDrawn) : [],
  };
}

/** Times alone are no picture: the table of rules says them. They come with a curve. */
function hasCurve(document: Measurement): boolean {
  return document.schema === 'onnx-gate/evaluation/v1' && Boolean(document.curves?.candidate.roc);
}

const isDrawn = (document: Measurement) => hasCurve(document) || document.schema === 'onnx-gate/benchmark/v1';

/** A warning that something is worse stands before one that it might be. */
const undecided = ({ result }: RuleResult) => Number(result === 'inconclusive');

function directionsIn(measurements: readonly Measurement[]): Map<string, Direction> {
  return new Map(
    measurements.flatMap((document) =>
      document.schema === 'onnx-gate/evaluation/v1'
        ? document.metrics.map(({ metric, direction }) => [metric, direction] as const)
        : [],
    ),
  );
}

const besideFacts = ({ external }: Subject): string[] =>
  external
    ? [
        `${formatBytes(external.bytes)} in ${plural(external.files, 'file')} beside it: ${shortDigest(external.digest)}`,
      ]
    : [];

function subjectViews({ subjects, measurements, created }: ModelParts): SubjectView[] {
  if (!subjects) return [];
  const model = (role: 'candidate' | 'baseline', subject: Subject): SubjectView => ({
    role,
    reference: safeName(subject.reference),
    digest: shortDigest(subject.digest),
    facts: [formatBytes(subject.bytes), ...besideFacts(subject)],
    resolved: subject.resolved === undefined ? null : safeName(subject.resolved),
    age: subject.created === undefined ? '' : ageText(subject.created, created),
  });
  const { candidate, baseline, holdout } = subjects;
  return [
    ...(candidate ? [model('candidate', candidate)] : []),
    ...(baseline ? [model('baseline', baseline)] : []),
    ...(holdout
      ? [
          {
            role: 'holdout' as const,
            reference: safeName(holdout.source),
            digest: shortDigest(holdout.digest),
            facts: [plural(holdout.rows, 'row'), ...holdoutFacts(measurements)],
            resolved: null,
            age: '',
          },
        ]
      : []),
  ];
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function ageText(made: string, judged: string): string {
  const age = Date.parse(judged) - Date.parse(made);
  const [unit, size] = UNITS.find(([, one]) => age >= 2 * one) ?? UNITS[2];
  return age >= 0 ? `${plural(Math.floor(age / size), unit)} old` : '';
}

function holdoutFacts(measurements: readonly Measurement[]): string[] {
  const document = measurements.find((one) => one.schema === 'onnx-gate/evaluation/v1');
  if (!document) return [];
  const { positives, groups } = document.holdout;
  return [
    ...(positives === null ? [] : [`${formatCount(positives)} positive`]),
    ...(groups === null ? [] : [plural(groups, 'group')]),
  ];
}
