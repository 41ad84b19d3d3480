import type { FeedPlan, InputPlan } from './mapping.ts';
import type { ReadRequest } from './types.ts';

/** What is read for a plan, in the order that `packInputs` takes. */
export const readsOf = (plan: FeedPlan): ReadRequest[] => plan.inputs.flatMap(readsOfInput);

/** Several columns of numbers are read side by side, as their tensor wants them. */
export function readsOfInput({ kind, requests }: InputPlan): readonly ReadRequest[] {
  const [first, ...rest] = requests;
  if (kind !== 'columns' || rest.length === 0 || first!.as === 'string') return requests;
  return [{ side: requests.map(({ from }) => from), as: first!.as }];
}
