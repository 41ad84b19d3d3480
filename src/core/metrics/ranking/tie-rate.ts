import type { Arm } from '../prepared.ts';
import { type GroupedScores, groupedOrder } from './grouped-order.ts';

/**
 * Of the neighbours in the ranked lists of one model, the share with equal scores; 0 without neighbours. Above 1 % the
 * convention `ties` begins to matter. Scores .5 .5 .1 in one group: .5.
 */
export function tieRate(scores: GroupedScores, arm: Arm): number {
  const { starts, runEnds } = groupedOrder(scores, arm);
  let neighbours = 0;
  let tied = 0;
  for (let group = 0; group < scores.group.count; group++) {
    const to = starts[group + 1]!;
    for (let place = starts[group]!; place + 1 < to; place++) {
      neighbours++;
      if (runEnds[place]! > place + 1) tied++;
    }
  }
  return neighbours === 0 ? 0 : tied / neighbours;
}
