/** OpenMetrics 1.0 text, of gauges alone, which Prometheus' own text format takes too. */
import type { RuleResult, Verdict } from '../documents/verdict.ts';
import { safeText } from './safe-text.ts';

type Labels = Readonly<Record<string, string>>;

interface Family {
  readonly name: string;
  readonly help: string;
  /** The name ends with it. */
  readonly unit?: 'seconds' | 'ratio';
  readonly samples: (verdict: Verdict) => (readonly [labels: Labels, value: number])[];
}

const VERDICTS = ['pass', 'fail', 'inconclusive', 'error'] as const;

const ofRule = ({ model, metric, slice }: RuleResult): Labels => ({ model, metric, slice: slice ?? '' });

/** A number of each rule with the given unit; rules without it have no sample. */
function numbers(
  unit: RuleResult['unit'],
  of: (rule: RuleResult) => Readonly<Record<string, number | null>>,
  label: string,
) {
  return ({ rules }: Verdict) =>
    rules
      .filter((rule) => rule.unit === unit)
      .flatMap((rule) =>
        Object.entries(of(rule)).flatMap(([name, value]) =>
          value === null ? [] : [[{ ...ofRule(rule), [label]: name }, value] as const],
        ),
      );
}

const arms = ({ value, baseline }: RuleResult) => ({ candidate: value, baseline });
const differences = ({ delta, interval, margin }: RuleResult) => ({
  difference: delta,
  lower: interval?.lower ?? null,
  upper: interval?.upper ?? null,
  margin,
});

const FAMILIES: readonly Family[] = [
  {
    name: 'onnx_gate_verdict',
    help: 'Verdict of the run: 1 for the one that it is.',
    samples: ({ verdict }) => VERDICTS.map((one) => [{ verdict: one }, Number(one === verdict)]),
  },
  {
    name: 'onnx_gate_judged_timestamp_seconds',
    help: 'When the verdict was reached, since the epoch.',
    unit: 'seconds',
    samples: ({ created }) => [[{}, Date.parse(created) / 1000]],
  },
  {
    name: 'onnx_gate_rule',
    help: 'Result of a rule, in a label; always 1.',
    samples: ({ rules }) =>
      rules.map((rule) => [{ ...ofRule(rule), level: rule.level, result: rule.result }, 1]),
  },
  {
    name: 'onnx_gate_metric',
    help: 'Value of a metric for the candidate and the baseline.',
    samples: numbers('score', arms, 'arm'),
  },
  {
    name: 'onnx_gate_metric_difference',
    help: 'Candidate minus baseline, its confidence interval, and the margin that may be lost.',
    samples: numbers('score', differences, 'bound'),
  },
  {
    name: 'onnx_gate_latency_seconds',
    help: 'Time per call of the candidate and the baseline.',
    unit: 'seconds',
    samples: numbers('seconds', arms, 'arm'),
  },
  {
    name: 'onnx_gate_latency_change_ratio',
    help: 'Relative change of the time per call, its confidence interval, and the largest that is allowed.',
    unit: 'ratio',
    samples: numbers('seconds', differences, 'bound'),
  },
];

/** Ends with `# EOF` and a newline. Of samples whose labels read the same, the first stands. */
export function renderOpenMetrics(verdict: Verdict): string {
  const blocks = FAMILIES.flatMap(({ name, help, unit, samples }) => {
    const lines = new Map(
      samples(verdict)
        .toReversed()
        .map(([labels, value]) => [`${name}${labelText(labels)}`, numberText(value)]),
    );
    if (lines.size === 0) return [];
    return [
      `# TYPE ${name} gauge`,
      ...(unit ? [`# UNIT ${name} ${unit}`] : []),
      `# HELP ${name} ${help}`,
      ...[...lines].toReversed().map(([series, value]) => `${series} ${value}`),
    ];
  });
  return `${[...blocks, '# EOF'].join('\n')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };
const LABEL_LENGTH = 1000;

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${safeText(value, LABEL_LENGTH).replace(/[\\"\n]/g, (character) => ESCAPES[character]!)}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
}
