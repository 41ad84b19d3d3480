/** Rules and faults → the verdict's word and exit code (design, section 5). */
import type { RuleResult, Verdict } from '../documents/verdict.ts';
import { exitCodeOf, type Fault } from '../errors.ts';
import type { Policy } from '../policy/schema.ts';
import { MEMORY } from './footprint-rules.ts';
import { IMAGE } from './image-rules.ts';
import { VALIDATE } from './validation-rules.ts';

const vouches = (metric: string) =>
  metric !== VALIDATE && metric !== MEMORY && metric.split('/')[0] !== IMAGE;

type Outcome = 'pass' | 'fail' | 'inconclusive';

/**
 * One model's outcome. A failed rule fails it. In strict mode an undecided rule leaves it inconclusive. In any mode
 * something must vouch for it: with `measured` (quality or speed were in question) that is a passed rule about those,
 * because a file that merely loads, needs no more memory, or is served as it is may still be worse; else the check of the file. A part of the holdout vouches only
 * where nothing is asked of the whole. Rules at level `warn` do not count.
 */
export function modelOutcome(rules: readonly RuleResult[], mode: Policy['mode'], measured: boolean): Outcome {
  const deciding = rules.filter(({ level }) => level === 'error');
  if (deciding.some(({ result }) => result === 'fail')) return 'fail';
  if (mode === 'strict' && deciding.some(({ result }) => result === 'inconclusive')) return 'inconclusive';
  const asked = deciding.filter(
    ({ metric, result }) => result !== 'skipped' && (!measured || vouches(metric)),
  );
  const whole = asked.filter(({ slice }) => slice === null);
  const vouching = whole.length > 0 ? whole : asked;
  return vouching.some(({ result }) => result === 'pass') ? 'pass' : 'inconclusive';
}

/** All models together: the worst of them, and nothing to judge is no pass. */
export function overall(
  outcomes: readonly Outcome[],
  faults: readonly Fault[],
  mode: Policy['mode'],
): Pick<Verdict, 'verdict' | 'exitCode'> {
  if (faults.length > 0) return { verdict: 'error', exitCode: exitCodeOf(faults) };
  if (outcomes.includes('fail')) return { verdict: 'fail', exitCode: 1 };
  if (outcomes.includes('inconclusive') || outcomes.length === 0)
    return { verdict: 'inconclusive', exitCode: mode === 'strict' ? 4 : 0 };
  return { verdict: 'pass', exitCode: 0 };
}
