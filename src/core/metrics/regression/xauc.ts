import { argsort } from '../../stats/argsort.ts';
import { functional, scoresOf } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';
import { scoreLevels } from '../score-levels.ts';
import { REGRESSION } from './errors.ts';

/**
 * Share of the pairs of rows with different labels whose scores are in the same order, equal scores counting half; a
 * pair weighs the product of its weights. AUC for labels that are numbers, such as watch time; for labels 0 and 1 it
 * is AUC. Undefined when all labels are the same. Labels 1 2 3, scores 5 9 7: 0.6666666666666666.
 *
 * O(n log n): rows enter by label, and a Fenwick tree over the scores tells the weight below each.
 */
export const xauc: MetricDefinition = {
  ...REGRESSION,
  name: 'xauc',
  title: 'xAUC',
  direction: 'higher',
  conventions: { ties: ['half'] },
  prepare(scores, arm) {
    const { label } = scores;
    const order = argsort(label);
    const { score: levels, of } = scoreLevels(scoresOf(scores, arm));
    const share = (weight: Float64Array | null) => concordance(label, order, of, levels.length, weight);
    return functional(scores, share, `Every row has label ${label[0]}; xAUC needs pairs that differ.`);
  },
};

function concordance(
  label: Float64Array,
  order: Uint32Array,
  level: Uint32Array,
  levels: number,
  weight: Float64Array | null,
): number {
  const tree = new Float64Array(levels + 1);
  const at = new Float64Array(levels);
  let [entered, won, pairs] = [0, 0, 0];
  for (let start = 0, end = 0; start < order.length; start = end) {
    const value = label[order[start]!]!;
    let fresh = 0;
    for (; end < order.length && label[order[end]!] === value; end++) {
      const row = order[end]!;
      const w = weight === null ? 1 : weight[row]!;
      if (w === 0) continue;
      won += w * (weightBelow(tree, level[row]!) + at[level[row]!]! / 2);
      fresh += w;
    }
    pairs += fresh * entered;
    entered += fresh;
    for (let i = start; i < end; i++) {
      const row = order[i]!;
      const w = weight === null ? 1 : weight[row]!;
      if (w === 0) continue;
      at[level[row]!]! += w;
      for (let node = level[row]! + 1; node <= levels; node += node & -node) tree[node]! += w;
    }
  }
  return won / pairs;
}

/** Sum over the levels before `level`. */
function weightBelow(tree: Float64Array, level: number): number {
  let sum = 0;
  for (let node = level; node > 0; node -= node & -node) sum += tree[node]!;
  return sum;
}
