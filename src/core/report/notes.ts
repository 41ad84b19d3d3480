import type { MetricResult } from '../documents/evaluation.ts';
import type { Measurement } from '../documents/index.ts';
import type { RuleResult, Verdict } from '../documents/verdict.ts';
import { formatCount, formatPercent, formatScore, plural, shortDigest } from './format.ts';
import { type Piece, type Prose, proseOf } from './prose.ts';
import { detectableText, metricName, rowsNeededText } from './rule-view.ts';
import { safeName, safeText } from './safe-text.ts';
import { timingNotes } from './timing-notes.ts';
import { validationNotes } from './validation-notes.ts';

/** Most entries of one note; the documents hold the rest. */
const MOST = 12;

/** How one model's numbers were made: methods, smallest detectable differences, the machine and its noise. */
export function modelNotes(rules: readonly RuleResult[], measurements: readonly Measurement[]): Prose[] {
  const whole = rules.filter(({ slice }) => slice === null);
  return [
    ...methods(whole),
    ...ownIntervals(whole, measurements),
    ...smallestDifferences(whole),
    ...rowsNeeded(whole),
    ...conventions(whole, measurements),
    ...leftOut(whole, measurements),
    ...skipped(rules),
    ...measurements.flatMap((document) =>
      document.schema === 'onnx-gate/validation/v1' ? validationNotes(document) : [],
    ),
    ...measurements.flatMap((document) =>
      document.schema === 'onnx-gate/benchmark/v1' ? timingNotes(document, whole) : [],
    ),
  ];
}

/** What the whole verdict rests on. */
export function verdictNotes(verdict: Verdict, measurements: readonly Measurement[]): Prose[] {
  const engines = new Set(
    measurements.flatMap((document) =>
      document.schema === 'onnx-gate/validation/v1'
        ? [safeText(`${document.runtime.name} ${document.runtime.version}`, 120)]
        : [],
    ),
  );
  const policy: Prose = verdict.policy
    ? [
        'policy ',
        { code: safeName(verdict.policy.path) },
        ' (',
        { code: shortDigest(verdict.policy.digest) },
        ')',
      ]
    : ['no policy file'];
  return [
    [
      ...proseOf([`onnx-gate ${verdict.tool.version}`, ...[...engines].slice(0, MOST)].join(', ')),
      '; ',
      ...policy,
      `, mode ${verdict.mode}; ${verdict.created.slice(0, 16).replace('T', ' ')} UTC.`,
    ],
  ];
}

/** `95% intervals: auc by DeLong; logloss, accuracy by paired t.` */
function methods(rules: readonly RuleResult[]): Prose[] {
  const confidences = new Map<number, Map<string, string[]>>();
  for (const { metric, interval } of rules) {
    if (!interval) continue;
    const users = confidences.get(interval.confidence) ?? new Map<string, string[]>();
    users.set(interval.method, [...(users.get(interval.method) ?? []), metricName(metric)]);
    confidences.set(interval.confidence, users);
  }
  return [...confidences].slice(0, MOST).flatMap(([confidence, users]) =>
    note(
      `${formatPercent(confidence, 0)} intervals: `,
      [...users].map(([method, metrics]) => [
        ...joined(
          metrics.slice(0, MOST).map((metric) => [{ code: metric }]),
          ', ',
        ),
        ' by ',
        ...proseOf(method),
      ]),
    ),
  );
}

/** Of proportions, as `Of the candidate alone: accuracy [0.8580, 0.8687] by Wilson.` */
function ownIntervals(rules: readonly RuleResult[], measurements: readonly Measurement[]): Prose[] {
  const entries = judgedMetrics(rules, measurements).flatMap(({ metric, candidateInterval: own }): Prose[] =>
    own
      ? [
          [
            { code: metricName(metric) },
            ` [${formatScore(own.lower)}, ${formatScore(own.upper)}] by `,
            ...proseOf(own.method),
          ],
        ]
      : [],
  );
  return note('Of the candidate alone: ', entries);
}

/** Of the whole holdout. */
function judgedMetrics(rules: readonly RuleResult[], measurements: readonly Measurement[]): MetricResult[] {
  const judged = new Set(rules.map(({ metric }) => metric));
  return measurements.flatMap((document) =>
    document.schema === 'onnx-gate/evaluation/v1'
      ? document.metrics.filter(({ metric, slice }) => slice === null && judged.has(metric))
      : [],
  );
}

/** Groups that a metric does not define, and probabilities that it clips. */
function leftOut(rules: readonly RuleResult[], measurements: readonly Measurement[]): Prose[] {
  const metrics = judgedMetrics(rules, measurements);
  return [
    ...note(
      'Not every group counts: ',
      metrics.flatMap(({ metric, coverage, dropped }): Prose[] =>
        coverage === undefined || coverage === 1
          ? []
          : [
              [
                { code: metricName(metric) },
                ` ${formatPercent(coverage)} of rows, ${plural(dropped.groups, 'group')} left out`,
              ],
            ],
      ),
    ),
    ...note(
      'Probabilities clipped: ',
      metrics.flatMap(({ metric, clipped }): Prose[] =>
        clipped === undefined
          ? []
          : [
              [
                { code: metricName(metric) },
                ` ${formatCount(clipped.candidate)} of the candidate${clipped.baseline === null ? '' : `, ${formatCount(clipped.baseline)} of the baseline`}`,
              ],
            ],
      ),
    ),
  ];
}

function smallestDifferences(rules: readonly RuleResult[]): Prose[] {
  const entries = rules
    .filter(({ mde }) => mde !== null)
    .map((rule): Prose => [{ code: metricName(rule.metric) }, ` ${detectableText(rule)}`]);
  return note('Smallest differences found with 80% power: ', entries);
}

function rowsNeeded(rules: readonly RuleResult[]): Prose[] {
  const entries = rules.flatMap((rule): Prose[] => {
    const rows = rowsNeededText(rule);
    return rows === '' || rule.n === null
      ? []
      : [[{ code: metricName(rule.metric) }, ` ${rows} (${formatCount(rule.n)} here)`]];
  });
  return note('Rows with which an equal model passes in 80% of holdouts: ', entries);
}

function conventions(rules: readonly RuleResult[], measurements: readonly Measurement[]): Prose[] {
  const entries = judgedMetrics(rules, measurements)
    .filter(({ convention }) => convention !== '')
    .map(
      ({ metric, convention }): Prose => [{ code: metricName(metric) }, ' ', { code: safeName(convention) }],
    );
  return note('Conventions: ', entries);
}

/** Skipped rules say why once, however many share the reason. */
function skipped(rules: readonly RuleResult[]): Prose[] {
  const counts = new Map<string, number>();
  for (const { result, reason } of rules) {
    if (result === 'skipped') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .slice(0, MOST)
    .map(([reason, count]) => [`${plural(count, 'rule')} skipped: `, ...proseOf(reason)]);
}

/** Entries after a title, the first dozen; nothing without entries. */
function note(title: string, entries: readonly Prose[]): Prose[] {
  if (entries.length === 0) return [];
  const more = entries.length - MOST;
  return [[title, ...joined(entries.slice(0, MOST), '; '), more > 0 ? `; and ${more} more.` : '.']];
}

function joined(entries: readonly Prose[], between: string): Piece[] {
  return entries.flatMap((entry, index) => (index === 0 ? [...entry] : [between, ...entry]));
}
