/** From sums over a scores table to what can be said about the difference of two models; no row is needed any more. */
import type { MetricResult } from '../../documents/evaluation.ts';
import type { Fault } from '../../errors.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { wald } from '../../stats/wald.ts';
import { oneClass } from '../functional.ts';
import type { ParsedMetric } from '../id.ts';
import { type Comparison, candidateAlone, undefinedBecause } from '../metric.ts';
import { proportionInterval } from '../own-interval.ts';
import type { Task } from '../prepared.ts';
import { checkMetrics, METRICS, parseMetricId } from '../table.ts';
import type { AreaSums, Feature, FeatureMeans, Linear, ScoreSurvey } from './features.ts';
import { type MeansMetric, OUT_OF_CORE } from './table.ts';

export interface Wanted {
  readonly id: string;
  readonly parsed: ParsedMetric;
}

/** The metrics of these ids. Faults: `metric-unknown`, also for metrics that need all rows at once. */
export function readWanted(
  ids: readonly string[],
  task: Task,
): { readonly wanted: readonly Wanted[]; readonly faults: readonly Fault[] } {
  const none = new Float64Array(0);
  const empty = {
    label: none,
    candidate: none,
    baseline: null,
    weight: null,
    group: { code: new Int32Array(0), count: 0 },
  };
  const faults = [...checkMetrics(ids, empty, task)];
  const wanted = ids.flatMap((id): Wanted[] => {
    const read = parseMetricId(id, task);
    return read.ok ? [{ id, parsed: read.metric }] : [];
  });
  const possible = METRICS.filter(({ name, tasks }) => tasks.includes(task) && OUT_OF_CORE.has(name));
  const names = [...new Set(possible.map(({ name }) => name))];
  for (const { id, parsed } of wanted) {
    if (OUT_OF_CORE.has(parsed.definition.name)) continue;
    faults.push({
      code: 'metric-unknown',
      message: `\`${id}\` needs all rows in memory, and these scores are evaluated out of core.`,
      fix:
        names.length > 0
          ? `Out of core there are ${names.join(', ')}; or evaluate on a larger machine, or with \`--out-of-core never\`.`
          : `No metric of ${task} is computed out of core: evaluate on a larger machine, or with \`--out-of-core never\`.`,
    });
  }
  return { wanted, faults };
}

export function resultOf({ id, parsed }: Wanted, survey: ScoreSurvey, comparison: Comparison): MetricResult {
  const { definition, convention } = parsed;
  return {
    metric: id,
    convention,
    direction: typeof definition.direction === 'object' ? 'lower' : definition.direction,
    slice: null,
    n: survey.used,
    ...comparison,
    dropped: {
      rows: survey.rows - survey.used,
      groups: survey.groups ? survey.groups.all - survey.groups.used : 0,
    },
  };
}

/** AUC and what is linear in it. Without both classes undefined, or 1 where the convention says so. */
export function compareAreas(
  { parsed }: Wanted,
  areas: AreaSums | null,
  survey: ScoreSurvey,
  confidence: number,
): Comparison {
  const { definition, options } = parsed;
  const metric = OUT_OF_CORE.get(definition.name);
  if (metric?.kind !== 'area') throw new TypeError(`${definition.name} is no area`);
  if (areas === null) {
    const reason = oneClass(Float64Array.of(survey.labels.least), definition.title);
    return options.convention.one_class === 'one' ? candidateAlone(1) : undefinedBecause(reason);
  }
  const scaled = (area: number) => metric.scale * area + metric.offset;
  const candidate = scaled(areas.candidate);
  if (areas.baseline === null || areas.spread === null) return candidateAlone(candidate);
  const baseline = scaled(areas.baseline);
  const { standardError, ...rest } = areaSpread(areas.spread, survey);
  const delta = metric.scale * (areas.candidate - areas.baseline);
  const scaledError = standardError === null ? null : metric.scale * standardError;
  return { candidate, baseline, delta, ...wald({ delta, standardError: scaledError, ...rest }, confidence) };
}

const besselFactor = (count: number) => count / (count - 1);

function areaSpread(
  { positive, negative, across }: NonNullable<AreaSums['spread']>,
  { groups }: ScoreSurvey,
) {
  const degrees = groups ? groups.used - 1 : Number.POSITIVE_INFINITY;
  const method = groups ? 'DeLong, clustered (Obuchowski)' : 'DeLong';
  if (positive.units < 2 || negative.units < 2) {
    const reason = groups
      ? `An interval needs two groups with each class; ${positive.units} of ${groups.used} hold a label 1 and ${negative.units} a label 0.`
      : `An interval needs two rows of each class; there are ${positive.units} with label 1 and ${negative.units} with label 0.`;
    return { standardError: null, degrees, method, reason };
  }
  const variance =
    positive.squares * besselFactor(positive.units) +
    negative.squares * besselFactor(negative.units) +
    (groups ? 2 * across * besselFactor(groups.used) : 0);
  return { standardError: Math.sqrt(Math.max(0, variance)), degrees, method, reason: null };
}

/** A metric of means, so far as the first pass over the table tells it. */
export interface MeansComparison {
  readonly candidate: number;
  readonly baseline: number;
  readonly delta: number;
  /** What the second pass must square and add up for the standard error of `delta`. */
  readonly linear: Linear;
  /** McNemar's, where models are right or wrong and rows are independent. */
  readonly test: Pick<Comparison, 'p' | 'test'> | null;
  readonly method: string;
  readonly own: Pick<Comparison, 'candidateInterval'> | null;
}

export function meansMetric({ parsed }: Wanted): MeansMetric | null {
  const metric = OUT_OF_CORE.get(parsed.definition.name);
  return metric?.kind === 'means' ? metric : null;
}

/** `means`: those of the metric's features, in their order. */
export function compareMeans(
  { parsed }: Wanted,
  features: readonly Feature[],
  means: readonly FeatureMeans[],
  survey: ScoreSurvey,
  confidence: number,
): MeansComparison | Comparison {
  const metric = OUT_OF_CORE.get(parsed.definition.name) as MeansMetric;
  const known = metric.undefinedBecause?.(parsed.options, survey) ?? null;
  if (known !== null) return undefinedBecause(known);
  const { direction } = parsed.definition;
  const value = (of: readonly number[]) =>
    metric.value === null ? of[0]! : metric.value(of, parsed.options.convention);
  const ofCandidate = means.map(({ candidate }) => candidate);
  const candidate = value(ofCandidate);
  if (Number.isNaN(candidate))
    return undefinedBecause(metric.reason ?? 'The metric is undefined on these rows.');
  if (!Number.isFinite(candidate)) return undefinedBecause(TOO_LARGE);
  const own = ownInterval(metric, ofCandidate, survey, confidence);
  if (!survey.baseline) return { ...candidateAlone(candidate), ...own };
  const ofBaseline = means.map(({ baseline }) => baseline!);
  const baseline = value(ofBaseline);
  if (!Number.isFinite(baseline))
    return { ...candidateAlone(candidate), ...own, reason: metric.reason ?? TOO_LARGE };
  const judged = (of: number) => (typeof direction === 'object' ? Math.abs(of - direction.target) : of);
  const slope = (of: readonly number[]) =>
    metric.value === null ? [1] : gradient((at) => judged(value(at)), of);
  const terms = (model: 'candidate' | 'baseline', of: readonly number[], sign: 1 | -1) =>
    slope(of).map((factor, k) => ({ feature: features[k]!, model, factor: sign * factor, mean: of[k]! }));
  const linear = { terms: [...terms('candidate', ofCandidate, 1), ...terms('baseline', ofBaseline, -1)] };
  const discordant =
    metric.value === null && !survey.weighted && !survey.groups ? means[0]!.discordant : null;
  const paired =
    metric.value === null ? 'paired t, skewness-corrected' : 'paired t, skewness-corrected, linearised';
  return {
    candidate,
    baseline,
    delta: judged(candidate) - judged(baseline),
    linear,
    test: discordant && mcnemar(discordant.candidateOnly, discordant.baselineOnly),
    method: survey.groups ? `${paired}, clustered` : paired,
    own,
  };
}

/** Of a share of independent unweighted rows; null otherwise, as in core/metrics/own-interval.ts. */
function ownInterval(
  { share }: MeansMetric,
  means: readonly number[],
  { weighted, groups, used }: ScoreSurvey,
  confidence: number,
): MeansComparison['own'] {
  if (!share || weighted || groups) return null;
  const [successes, n] = share(means).map((part) => Math.round(part * used)) as [number, number];
  const interval = proportionInterval({ successes, n }, confidence);
  return interval && { candidateInterval: interval };
}

const TOO_LARGE = 'Labels or scores are too large to compute with; are they in the right unit?';

/** `squares`, `cubes`: Σ over units of the square, and the cube, of the sum of the linear terms in it (core/stats/paired-mean.ts). */
export function concludeMeans(
  { candidate, baseline, delta, test, method, own }: MeansComparison,
  { squares, cubes }: { readonly squares: number; readonly cubes: number },
  survey: ScoreSurvey,
  confidence: number,
): Comparison {
  const units = survey.groups ? survey.groups.used : survey.used;
  const what = survey.groups ? 'groups' : 'rows';
  const estimate =
    units < 2
      ? { standardError: null, degrees: 0, reason: `An interval needs two ${what}; there is ${units}.` }
      : {
          standardError: Math.sqrt((units / (units - 1)) * squares) / survey.weight,
          degrees: units - 1,
          skewness: squares > 0 ? cubes / squares ** 1.5 : 0,
          reason: null,
        };
  const said = wald({ delta, method, ...estimate }, confidence);
  return { candidate, baseline, delta, ...said, ...(said.p !== null && test), ...own };
}

/** Central differences, to about 1e-9 of the slope: an interval needs three digits of it. */
function gradient(of: (at: readonly number[]) => number, at: readonly number[]): number[] {
  return at.map((value, k) => {
    const step = 1e-6 * Math.max(Math.abs(value), 1e-6);
    const moved = (by: number) => of(at.with(k, value + by));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}
