/** Rules that the policy lets be missed for a time. */
import type { RuleResult } from '../documents/verdict.ts';
import type { Waiver } from '../policy/schema.ts';
import { formatScore } from '../report/format.ts';
import { ROUNDING } from './context.ts';
import { clip, exact } from './words.ts';

/** What a reader must know of one waiver. */
export interface WaiverNote {
  readonly code: 'waived' | 'waiver-exceeded' | 'waiver-expired' | 'waiver-unused' | 'waiver-unknown';
  readonly message: string;
}

/** Days before its end from which a waiver says so. */
const SOON = 14;
const MS_PER_DAY = 86_400_000;

/**
 * Applies the waivers of one model. A rule that failed or could not be decided, was measured and misses by no more than
 * the ceiling comes back at level `warn`, with its waiver; its result stays. `lower` tells whether less is better for a
 * metric. `today` is a date such as `2027-01-31`. `complete`: whether every kind of rule was judged, so that a
 * waiver without a rule is one too many.
 */
export function withWaivers(
  rules: readonly RuleResult[],
  waivers: readonly Waiver[],
  about: {
    readonly lower: (metric: string) => boolean;
    readonly today: string;
    readonly complete: boolean;
  },
): { readonly rules: RuleResult[]; readonly notes: WaiverNote[] } {
  const byRule = new Map(rules.map((rule) => [rule.id, rule]));
  const judged = waivers.map((waiver) => ({
    waiver,
    ...judgeWaiver(waiver, byRule.get(waiver.rule), about),
  }));
  const holding = new Map(judged.filter(({ holds }) => holds).map(({ waiver }) => [waiver.rule, waiver]));
  return {
    rules: rules.map((rule) => {
      const waiver = holding.get(rule.id);
      return waiver ? { ...rule, level: 'warn', waiver: recorded(waiver) } : rule;
    }),
    notes: judged.flatMap(({ note }) => note ?? []),
  };
}

function judgeWaiver(
  waiver: Waiver,
  rule: RuleResult | undefined,
  { lower, today, complete }: Parameters<typeof withWaivers>[2],
): { readonly holds: boolean; readonly note: WaiverNote | null } {
  const name = `The waiver of \`${clip(waiver.rule, 200)}\``;
  const silent = (code: WaiverNote['code'], message: string) => ({ holds: false, note: { code, message } });
  if (!rule) {
    if (!complete) return { holds: false, note: null };
    return silent('waiver-unknown', `${name} names no rule of this policy. Mend its id, or remove it.`);
  }
  const missed = rule.result === 'fail' || rule.result === 'inconclusive';
  if (rule.result === 'pass')
    return silent('waiver-unused', `${name} is not needed: the rule passes. Remove it.`);
  if (!missed || rule.level === 'warn') return { holds: false, note: null };
  if (waiver.expires < today)
    return silent('waiver-expired', `${name} expired on ${waiver.expires}, and the rule decides again.`);
  const miss = missOf(rule, lower(rule.metric));
  if (miss === null)
    return silent('waiver-exceeded', `${name} does not hold: what was not measured cannot be waived.`);
  if (miss > waiver.ceiling + ROUNDING)
    return silent(
      'waiver-exceeded',
      `${name} holds up to ${exact(waiver.ceiling)}, and the rule is missed by ${formatScore(miss, 4)}.`,
    );
  const issue = waiver.issue === undefined ? '' : `, issue ${clip(String(waiver.issue), 400)}`;
  const days = Math.round((Date.parse(waiver.expires) - Date.parse(today)) / MS_PER_DAY);
  const soon =
    days > SOON ? '' : ` It ends ${days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`}.`;
  const message = `\`${clip(rule.id, 200)}\` is missed and waived until ${waiver.expires}, up to ${exact(waiver.ceiling)}, by ${clip(waiver.owner, 100)}${issue}: ${clip(waiver.reason.replace(/[.\s]+$/, ''))}.${soon}`;
  return { holds: true, note: { code: 'waived', message } };
}

/** How far a rule is from passing, in the units of its numbers; null where something was not measured. */
function missOf({ delta, margin, value, bounds }: RuleResult, lower: boolean): number | null {
  const { min = null, max = null } = bounds ?? {};
  if (value === null || (margin !== null && delta === null)) return null;
  const loss = delta === null ? null : lower ? delta : -delta;
  const misses = [
    ...(margin === null ? [] : [loss!]),
    ...(min === null ? [] : [min - value]),
    ...(max === null ? [] : [value - max]),
  ];
  const most = Math.max(...misses);
  // Nothing is lost: what was missed is `max-gain`, and the gain is what must stay below the ceiling.
  return most > 0 ? most : loss === null ? null : Math.max(0, -loss);
}

function recorded({ ceiling, reason, owner, issue, expires }: Waiver): NonNullable<RuleResult['waiver']> {
  return { ceiling, reason, owner, issue: issue === undefined ? null : String(issue), expires };
}
