import { findingFor } from '../core/behaviour/findings.ts';
import {
  checkMonotonic,
  gridOf,
  judgeMonotonic,
  type Monotonic,
  monotonicFeeds,
} from '../core/behaviour/monotonic.ts';
import type { Finding } from '../core/documents/validation.ts';
import { type Fault, FaultError } from '../core/errors.ts';
import type { OutputChoice } from '../core/policy/schema.ts';
import { extractScores } from '../core/scoring/extract.ts';
import { type OutputPlan, planOutput } from '../core/scoring/output.ts';
import type { Tensors } from '../ports.ts';
import type { Subject } from './behaviour.ts';

/** Moves each declared column over the rows, and judges which way the score goes. */
export async function* tryMonotonic(
  { session, run, feeds }: Pick<Subject, 'session' | 'run' | 'feeds'>,
  declared: readonly Monotonic[],
  choice: OutputChoice,
): AsyncGenerator<readonly Finding[]> {
  if (declared.length === 0) return;
  const planned = planOutput(session.signature, choice);
  if (!planned.ok) {
    yield planned.faults.map(({ message, fix }) =>
      findingFor('monotonic', `\`monotonic\` needs to know the score. ${message}`, {
        ...(fix !== undefined && { fix }),
      }),
    );
    return;
  }
  for (const one of declared) {
    const wrong = checkMonotonic(one, feeds);
    if (wrong) {
      yield [wrong];
      continue;
    }
    const [place] = one.places;
    const tensor = feeds.get(place!.input)!;
    const rows = tensor.shape[0] ?? 1;
    const grid = gridOf(tensor, place!.column);
    const scores: Float64Array[] = [];
    for (const value of grid) {
      const ran = await run(monotonicFeeds(one, feeds, value));
      if (!ran.ok) {
        yield [
          findingFor('monotonic', `\`monotonic\` names \`${one.name}\`: ${ran.fault.message}`, {
            at: place!.input,
          }),
        ];
        break;
      }
      const read = scoresOf(planned.plan, ran.outputs, rows);
      if (!(read instanceof Float64Array)) {
        yield [findingFor('monotonic', `\`monotonic\` needs to know the score. ${read.message}`)];
        return;
      }
      scores.push(read);
    }
    if (scores.length === grid.length) yield judgeMonotonic(one, grid, scores);
  }
}

/** The score of each row; the fault when the output has not one line a row, which only a run can tell. */
function scoresOf(plan: OutputPlan, outputs: Tensors, rows: number): Float64Array | Fault {
  try {
    return extractScores(plan, outputs.get(plan.name)!, rows, rows).scores;
  } catch (error) {
    if (error instanceof FaultError) return error.faults[0];
    throw error;
  }
}
