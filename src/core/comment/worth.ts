import type { Verdict } from '../documents/verdict.ts';
import { statusOf } from '../report/status.ts';

/** When a pull request gets a comment. One that exists is kept up to date, whatever this says, but for `never`. */
export const WHEN = ['always', 'on-change', 'on-failure', 'never'] as const;
export type When = (typeof WHEN)[number];

const WORTH: { readonly [W in When]: (verdict: Verdict) => boolean } = {
  always: () => true,
  'on-change': (verdict) =>
    verdict.verdict !== 'pass' || verdict.reasons.length > 0 || verdict.rules.some(changed),
  'on-failure': ({ verdict }) => verdict !== 'pass',
  never: () => false,
};

export function worthComment(when: When, verdict: Verdict): boolean {
  return WORTH[when](verdict);
}

/** A rule that did not hold, or a difference from the baseline that is not chance. */
function changed(rule: Verdict['rules'][number]): boolean {
  const status = statusOf(rule);
  if (status !== 'passed' && status !== 'skipped') return true;
  const { interval } = rule;
  return interval !== null && (interval.lower > 0 || interval.upper < 0);
}
