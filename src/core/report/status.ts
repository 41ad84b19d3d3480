import type { RuleResult } from '../documents/verdict.ts';
import { formatCount } from './format.ts';

/** What a rule comes to in a report, the most important first. `warning` is any miss that does not decide. */
export const STATUSES = ['failed', 'inconclusive', 'warning', 'skipped', 'passed'] as const;
export type Status = (typeof STATUSES)[number];

export function statusOf(rule: Pick<RuleResult, 'result' | 'level'>): Status {
  if (rule.result === 'pass') return 'passed';
  if (rule.result === 'skipped') return 'skipped';
  if (rule.level === 'warn') return 'warning';
  return rule.result === 'fail' ? 'failed' : 'inconclusive';
}

/** Sort key: 0 is read first. */
export function rankOf(status: Status): number {
  return STATUSES.indexOf(status);
}

/** How many rules there are of each status. */
export type Tally = Readonly<Record<Status, number>>;

export function tallyOf(statuses: readonly Status[]): Tally {
  const tally = { failed: 0, inconclusive: 0, warning: 0, skipped: 0, passed: 0 };
  for (const status of statuses) tally[status]++;
  return tally;
}

const TALLIED: Readonly<Record<Status, (count: number) => string>> = {
  failed: (count) => `${formatCount(count)} failed`,
  inconclusive: (count) => `${formatCount(count)} inconclusive`,
  warning: (count) => `${formatCount(count)} ${count === 1 ? 'warning' : 'warnings'}`,
  skipped: (count) => `${formatCount(count)} skipped`,
  passed: (count) => `${formatCount(count)} passed`,
};

/** `2 failed, 3 passed`; empty without rules. */
export function tallyText(tally: Tally): string {
  return STATUSES.filter((status) => tally[status] > 0)
    .map((status) => TALLIED[status](tally[status]))
    .join(', ');
}
