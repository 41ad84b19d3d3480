/** Rules on memory and loading: medians of fresh processes, compared as they are. */
import type { Benchmark, Footprint } from '../documents/benchmark.ts';
import type { RuleResult } from '../documents/verdict.ts';
import { parseDuration, parseMemory, parsePercent } from '../policy/values.ts';
import { formatBytes, formatPercentDelta } from '../report/format.ts';
import { type Context, combine, NO_BASELINE, NO_CONDITION, type Part, ROUNDING, ruleOf } from './context.ts';
import { formatDuration } from './words.ts';

/**
 * What is always allowed. The memory of one model in equal processes differs by some 0.2 MB from run to run, and the
 * time to load by a factor of two and more (measured), so that a rule on it wants room.
 */
const MEMORY_FLOOR = 8e6;
const LOAD_FLOOR = 0.1;

/** The rule on memory, which is judged unasked. */
export const MEMORY = 'latency/memory';

interface Quantity {
  /** `resident memory at batch 32`. */
  readonly name: string;
  readonly candidate: number;
  readonly baseline: number | null;
}

interface Conditions {
  readonly max: { readonly value: number; readonly text: string } | null;
  readonly regression: { readonly share: number; readonly text: string } | null;
  readonly floor: number;
  format(value: number): string;
}

/** Memory, always where `latency` is judged and measured; loading where the policy asks. */
export function footprintRules(context: Context): RuleResult[] {
  const { latency } = context.policy;
  if (!latency || !context.benchmark.ok) return [];
  const { footprints } = context.benchmark.document;
  if (!footprints) return [];
  const { memory, load } = latency;
  const ofMemory = judgeAll(context, memoryOf(footprints), {
    max: memory.max === undefined ? null : { value: parseMemory(memory.max), text: memory.max },
    regression: { share: parsePercent(memory['max-regression']), text: memory['max-regression'] },
    floor: MEMORY_FLOOR,
    format: formatBytes,
  });
  const rules = [
    ruleOf(context, MEMORY, ['latency', 'memory'], {
      level: memory.level,
      unit: 'bytes',
      ...ofMemory,
    }),
  ];
  if (!load) return rules;
  const regression = load['max-regression'];
  const ofLoad = judgeAll(context, loadOf(footprints), {
    max: load.max === undefined ? null : { value: parseDuration(load.max), text: load.max },
    regression: regression === undefined ? null : { share: parsePercent(regression), text: regression },
    floor: LOAD_FLOOR,
    format: formatDuration,
  });
  return [
    ...rules,
    ruleOf(context, 'latency/load', ['latency', 'load'], { level: load.level, unit: 'seconds', ...ofLoad }),
  ];
}

type Footprints = NonNullable<Benchmark['footprints']>;

function quantities(footprints: Footprints, what: string, of: (one: Footprint) => number | null): Quantity[] {
  return footprints.flatMap(({ batch, candidate, baseline }) => {
    const ours = of(candidate);
    const theirs = baseline && of(baseline);
    return ours === null ? [] : [{ name: `${what} at batch ${batch}`, candidate: ours, baseline: theirs }];
  });
}

const memoryOf = (footprints: Footprints) => [
  ...quantities(footprints, 'resident memory', ({ resident }) => resident),
  ...quantities(footprints, 'peak memory', ({ peak }) => peak),
];

/** Loading does not depend on the batch size: the first tells. */
const loadOf = (footprints: Footprints) =>
  quantities(
    footprints.slice(0, 1),
    'loading and the first answer',
    ({ load, firstInference }) => load + firstInference,
  );

/** Every quantity keeps to the conditions; the numbers are those of the one that grew most. */
function judgeAll(
  context: Context,
  all: readonly Quantity[],
  conditions: Conditions,
): Part & Partial<RuleResult> {
  const grown = ({ candidate, baseline }: Quantity) => (baseline ? candidate / baseline : 0);
  const [shown] = all.toSorted((a, b) => grown(b) - grown(a) || b.candidate - a.candidate);
  if (!shown) return { result: 'fail', reason: 'It was not measured.' };
  const { max, regression } = conditions;
  const compared = context.benchmark.ok && context.benchmark.document.baseline !== null;
  const parts = [
    ...(max ? all.map((one) => againstMax(one, max, conditions)) : []),
    ...(regression && !compared ? [NO_BASELINE] : []),
    ...(regression && compared ? all.map((one) => againstBaseline(one, regression, conditions)) : []),
  ];
  const [first, ...rest] = parts;
  return {
    value: shown.candidate,
    baseline: shown.baseline,
    delta: shown.baseline ? shown.candidate / shown.baseline - 1 : null,
    margin: regression?.share ?? null,
    bounds: max ? { min: null, max: max.value } : null,
    ...(first ? summed(combine([first, ...rest]), all, conditions) : NO_CONDITION),
  };
}

/** Of what passes, the largest says enough. */
function summed(part: Part, all: readonly Quantity[], { regression, format }: Conditions): Part {
  if (part.result !== 'pass') return part;
  const [worst] = all.toSorted((a, b) => b.candidate - a.candidate);
  const may = regression ? `; it may be at most ${regression.text} above the baseline` : '';
  return { result: 'pass', reason: `${worst!.name} is ${format(worst!.candidate)}${may}.` };
}

function againstMax(one: Quantity, max: { value: number; text: string }, { format }: Conditions): Part {
  const reason = `${one.name} is ${format(one.candidate)}; it may be at most ${max.text}.`;
  return { result: one.candidate <= max.value ? 'pass' : 'fail', reason };
}

function againstBaseline(
  { name, candidate, baseline }: Quantity,
  regression: { share: number; text: string },
  { floor, format }: Conditions,
): Part {
  if (baseline === null) return { result: 'fail', reason: `${name} was not compared with the baseline.` };
  const over = candidate > baseline * (1 + regression.share) + ROUNDING && candidate - baseline > floor;
  const change = formatPercentDelta(candidate / baseline - 1);
  const reason = `${name} is ${format(candidate)}, against ${format(baseline)} (${change}); up to ${regression.text} more, or ${format(floor)}, is allowed.`;
  return { result: over ? 'fail' : 'pass', reason };
}
