/** Verdicts of several jobs as one, for readers. No verdict is changed: the whole is as good as its worst part. */
import type { Measurement } from '../documents/index.ts';
import type { Verdict } from '../documents/verdict.ts';
import { modelOutcome } from '../gate/overall.ts';
import { VALIDATE } from '../gate/validation-rules.ts';
import { isFault } from '../report/remarks.ts';

/** What one job measured. */
export interface Leg {
  /** Tells jobs of one run apart, such as the values of a matrix; empty for a single job. */
  readonly leg: string;
  readonly verdict: Verdict;
  readonly measurements: readonly Measurement[];
}

/**
 * Of several reports on one model and leg, the newest. The same whatever the order they come in, and merging again
 * changes nothing: writers that race end with one text.
 */
export function mergeLegs(legs: readonly Leg[]): Leg[] {
  const newestFirst = legs.toSorted(
    (a, b) =>
      compared(b.verdict.created, a.verdict.created) || compared(JSON.stringify(a), JSON.stringify(b)),
  );
  const taken = new Set<string>();
  const kept: Leg[] = [];
  for (const one of newestFirst) {
    const models = modelsOf(one.verdict);
    const free = models.filter((model) => !taken.has(keyOf(one.leg, model)));
    // What speaks of no model is out of date once its job has said anything newer.
    const alive = models.length === 0 ? !taken.has(keyOf(one.leg, null)) : free.length > 0;
    if (alive) kept.push(free.length === models.length ? one : restricted(one, free));
    for (const model of [...free, null]) taken.add(keyOf(one.leg, model));
  }
  return kept.sort(
    (a, b) => compared(a.leg, b.leg) || compared(firstModel(a.verdict), firstModel(b.verdict)),
  );
}

/** All legs as one verdict. A model that several legs judged is named with the leg. */
export function mergedVerdict(legs: readonly [Leg, ...Leg[]]): Omit<Leg, 'leg'> {
  const seen = new Set<string>();
  const often = new Set<string>();
  for (const model of legs.flatMap(({ verdict }) => modelsOf(verdict)))
    (seen.has(model) ? often : seen).add(model);
  const named = legs.map((leg) => withLegNames(leg, often));
  const [worst] = legs
    .map(({ verdict }) => verdict)
    .sort(
      (a, b) =>
        RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict) ||
        b.exitCode - a.exitCode ||
        compared(a.created, b.created),
    );
  const reasons = new Map(
    named.flatMap(({ verdict }) => verdict.reasons.map((one) => [JSON.stringify(one), one] as const)),
  );
  return {
    verdict: {
      ...worst!,
      created: legs.map(({ verdict }) => verdict.created).sort()[legs.length - 1]!,
      rules: named.flatMap(({ verdict }) => verdict.rules),
      subjects: named.flatMap(({ verdict }) => verdict.subjects),
      policy: legs.map(({ verdict }) => verdict.policy).find(Boolean) ?? null,
      reasons: [...reasons.values()],
    },
    measurements: named.flatMap(({ measurements }) => measurements),
  };
}

/** The worst first. */
const RANK: readonly Verdict['verdict'][] = ['error', 'fail', 'inconclusive', 'pass'];

export function modelsOf({ rules, subjects, reasons }: Verdict): string[] {
  return [
    ...new Set([
      ...subjects.map(({ model }) => model),
      ...rules.map(({ model }) => model),
      ...reasons.flatMap(({ model }) => (model === null ? [] : [model])),
    ]),
  ].sort();
}

const firstModel = (verdict: Verdict) => modelsOf(verdict)[0] ?? '';
const keyOf = (leg: string, model: string | null) => JSON.stringify([leg, model]);
const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The part of a report that is about some of its models, with the outcome that these have. */
function restricted({ leg, verdict, measurements }: Leg, models: readonly string[]): Leg {
  const about = ({ model }: { readonly model: string }) => models.includes(model);
  const rules = verdict.rules.filter(about);
  const reasons = verdict.reasons.filter(({ model }) => model === null || models.includes(model));
  const outcomes = models.map((name) => {
    const own = rules.filter(({ model }) => model === name);
    const measured = own.some(({ metric }) => metric !== VALIDATE);
    const broken = reasons.some((one) => isFault(one) && (one.model ?? name) === name);
    return broken ? 'error' : modelOutcome(own, verdict.mode, measured);
  });
  const outcome = RANK.find((one) => outcomes.includes(one as 'fail')) ?? 'pass';
  const strict = outcome === 'inconclusive' && verdict.mode === 'strict';
  const exitCode = { error: verdict.exitCode, fail: 1, inconclusive: strict ? 4 : 0, pass: 0 } as const;
  return {
    leg,
    verdict: {
      ...verdict,
      verdict: outcome,
      exitCode: exitCode[outcome],
      rules,
      reasons,
      subjects: verdict.subjects.filter(about),
    },
    measurements: measurements.filter(about),
  };
}

function withLegNames({ leg, verdict, measurements }: Leg, models: ReadonlySet<string>): Omit<Leg, 'leg'> {
  const named = <T extends { readonly model: string | null }>(one: T): T =>
    leg !== '' && one.model !== null && models.has(one.model)
      ? { ...one, model: `${one.model} · ${leg}` }
      : one;
  return {
    verdict: {
      ...verdict,
      rules: verdict.rules.map(named),
      subjects: verdict.subjects.map(named),
      reasons: verdict.reasons.map(named),
    },
    measurements: measurements.map(named),
  };
}
