import type { Scores } from '../../../src/core/metrics/scores.ts';

/** Scores from plain lists; groups are given by name, as in a holdout. */
export function scoresOf(parts: {
  label: readonly number[];
  candidate: readonly number[];
  baseline?: readonly number[];
  weight?: readonly number[];
  group?: readonly string[];
  item?: readonly string[];
}): Scores {
  return {
    label: Float64Array.from(parts.label),
    candidate: Float64Array.from(parts.candidate),
    baseline: parts.baseline ? Float64Array.from(parts.baseline) : null,
    weight: parts.weight ? Float64Array.from(parts.weight) : null,
    group: parts.group ? codesOf(parts.group) : null,
    ...(parts.item && { item: itemsOf(parts.item) }),
  };
}

export function codesOf(names: readonly unknown[]): NonNullable<Scores['group']> {
  const codes = new Map<unknown, number>();
  const code = Int32Array.from(names, (name) => {
    if (!codes.has(name)) codes.set(name, codes.size);
    return codes.get(name)!;
  });
  return { code, count: codes.size };
}

export function itemsOf(names: readonly string[]): NonNullable<Scores['item']> {
  return { ...codesOf(names), ids: [...new Set(names)] };
}

/** Ten rows whose metrics are known from scikit-learn 1.2.1: a is the baseline, b the candidate. */
export const GOLDEN = {
  label: [0, 0, 1, 1, 0, 1, 0, 1, 0, 0],
  a: [0.1, 0.4, 0.35, 0.8, 0.4, 0.6, 0.2, 0.4, 0.05, 0.35],
  b: [0.2, 0.3, 0.5, 0.7, 0.6, 0.55, 0.1, 0.45, 0.1, 0.4],
  weight: [1, 2, 1, 1, 0.5, 1, 3, 1, 1, 2],
} as const;
