/** The three models of the example. They take the same columns and differ in what they learned. */
import { encode } from './features.ts';
import type { Session } from './generate.ts';
import { trainLogistic } from './logistic.ts';
import { trainMlp } from './mlp.ts';
import { logisticModel, mlpModel } from './onnx.ts';

/**
 * - `baseline`: logistic regression, which misses the true model's products and its square.
 * - `candidate`: a hidden layer on the same columns, which learns them.
 * - `degraded`: the candidate's code on a training export where `discount` was a percentage (15), while the service
 *   and the holdout hold a fraction (0.15). Scaling hides the unit from training, so the weights are the
 *   candidate's; only the stored mean and deviation differ, and every discount served looks like almost none.
 */
export function trainModels(sessions: readonly Session[]): ReadonlyMap<string, Uint8Array> {
  const table = encode(sessions);
  const inPercent = encode(sessions.map((session) => ({ ...session, discount: 100 * session.discount })));
  return new Map([
    ['baseline', logisticModel(table, trainLogistic(table))],
    ['candidate', mlpModel(table, trainMlp(table))],
    ['degraded', mlpModel(inPercent, trainMlp(inPercent))],
  ]);
}
