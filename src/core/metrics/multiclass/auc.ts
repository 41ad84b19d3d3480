import { argsort } from '../../stats/argsort.ts';
import { functional } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';
import { type ClassScores, classScores, MULTICLASS } from './classes.ts';

/**
 * AUC of several classes. `multi=ovr`: of each class against all others by the class's own score; `multi=ovo`: of each
 * pair of classes, the mean of both scores' AUCs (Hand & Till 2001). `average=macro`: the plain mean; `weighted`: by
 * the prevalence of the class, or of the pair. Ties count half. As scikit-learn's `roc_auc_score`, with weights in
 * `ovo` too. Undefined when a class has no rows.
 */
export const auc: MetricDefinition = {
  ...MULTICLASS,
  name: 'auc',
  title: 'AUC',
  conventions: { multi: ['ovr', 'ovo'], average: ['macro', 'weighted'], ties: ['half'] },
  prepare(scores, arm, { convention }) {
    const of = classScores(scores, arm);
    const wins = countWins(scores.label, of);
    const summarise = convention.multi === 'ovo' ? oneVersusOne : oneVersusRest;
    const weighted = convention.average === 'weighted';
    const value = (weight: Float64Array | null) => summarise(wins(weight), of.count, weighted);
    return functional(scores, value, missingClass(scores.label, of.count));
  },
};

function missingClass(label: Float64Array, count: number): string {
  const seen = new Set(label);
  const missing = Array.from({ length: count }, (_, c) => c).find((c) => !seen.has(c));
  return `No row has label ${missing ?? 0}; AUC needs all ${count} classes.`;
}

interface Wins {
  /** [a·K + b]: weight of pairs of a row of a and a row of b in which a's has the higher score of a; ties half. */
  readonly pairs: Float64Array;
  /** Weight of each class. */
  readonly total: Float64Array;
}

/** Sorts each class's scores once. A call costs rows × classes, whatever the convention. */
function countWins(label: Float64Array, { score, count }: ClassScores): (w: Float64Array | null) => Wins {
  const n = label.length;
  const column = (c: number) => Float64Array.from({ length: n }, (_, row) => score[row * count + c]!);
  const orders = Array.from({ length: count }, (_, c) => argsort(column(c)));
  return (weight) => {
    const pairs = new Float64Array(count * count);
    const total = new Float64Array(count);
    for (let row = 0; row < n; row++) total[label[row]!]! += weight === null ? 1 : weight[row]!;
    for (let c = 0; c < count; c++) {
      const order = orders[c]!;
      const below = new Float64Array(count);
      const tied = new Float64Array(count);
      for (let start = 0, end = 0; start < n; start = end) {
        const value = score[order[start]! * count + c]!;
        for (; end < n && score[order[end]! * count + c] === value; end++) {
          const row = order[end]!;
          tied[label[row]!]! += weight === null ? 1 : weight[row]!;
        }
        const own = tied[c]!;
        if (own > 0)
          for (let b = 0; b < count; b++) pairs[c * count + b]! += own * (below[b]! + tied[b]! / 2);
        for (let i = start; i < end; i++) {
          const of = label[order[i]!]!;
          below[of]! += tied[of]!;
          tied[of] = 0;
        }
      }
    }
    return { pairs, total };
  };
}

function oneVersusRest({ pairs, total }: Wins, count: number, weighted: boolean): number {
  const all = total.reduce((sum, w) => sum + w, 0);
  let [sum, weights] = [0, 0];
  for (let a = 0; a < count; a++) {
    let won = 0;
    for (let b = 0; b < count; b++) if (b !== a) won += pairs[a * count + b]!;
    const w = weighted ? total[a]! : 1;
    sum += (w * won) / (total[a]! * (all - total[a]!));
    weights += w;
  }
  return sum / weights;
}

function oneVersusOne({ pairs, total }: Wins, count: number, weighted: boolean): number {
  let [sum, weights] = [0, 0];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const w = weighted ? total[a]! + total[b]! : 1;
      const won = (pairs[a * count + b]! + pairs[b * count + a]!) / 2;
      sum += (w * won) / (total[a]! * total[b]!);
      weights += w;
    }
  }
  return sum / weights;
}
