import type { Benchmark, Profiled } from '../documents/benchmark.ts';

type Profile = NonNullable<Benchmark['profile']>;

/** Operators by kind, as ONNX Runtime ran them. */
export interface Ran {
  readonly nodes: number;
  readonly operators: readonly { readonly operator: string; readonly seconds: number }[];
}

/** One model run as its file has it, and optimised. */
export interface ProfiledModel {
  readonly written: Ran;
  readonly optimized: Ran;
}

/** Kinds of operator that a document lists. */
const MOST = 10;

/**
 * Where the time goes: of each kind of operator its share of the time in operators, those first whose share changed
 * most (of a candidate alone, the largest), and the kinds that only the optimiser made, such as `FusedGemm`.
 */
export function compareProfiles(
  candidate: ProfiledModel,
  baseline: ProfiledModel | null,
): Omit<Profile, 'batch'> {
  const ours = sharesOf(candidate.optimized);
  const theirs = baseline && sharesOf(baseline.optimized);
  const names = new Set([...ours.keys(), ...(theirs?.keys() ?? [])]);
  const change = (operator: string) => Math.abs((ours.get(operator) ?? 0) - (theirs?.get(operator) ?? 0));
  return {
    candidate: summaryOf(candidate),
    baseline: baseline && summaryOf(baseline),
    operators: [...names]
      .sort((a, b) => change(b) - change(a) || (a < b ? -1 : 1))
      .slice(0, MOST)
      .map((operator) => ({
        operator: operator.slice(0, 4096),
        candidate: ours.get(operator) ?? 0,
        baseline: theirs && (theirs.get(operator) ?? 0),
      })),
  };
}

function sharesOf({ operators }: Ran): Map<string, number> {
  const total = operators.reduce((sum, { seconds }) => sum + seconds, 0);
  return new Map(
    operators.map(({ operator, seconds }) => [operator, total > 0 ? Math.min(1, seconds / total) : 0]),
  );
}

function summaryOf({ written, optimized }: ProfiledModel): Profiled {
  const before = new Set(written.operators.map(({ operator }) => operator));
  const made = optimized.operators.map(({ operator }) => operator).filter((name) => !before.has(name));
  return {
    nodes: optimized.nodes,
    written: written.nodes,
    made: made
      .toSorted()
      .slice(0, 100)
      .map((name) => name.slice(0, 4096)),
  };
}
