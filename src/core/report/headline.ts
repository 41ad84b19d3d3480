import type { Verdict } from '../documents/verdict.ts';
import { plural } from './format.ts';
import type { Tally } from './status.ts';
import { tallyText } from './status.ts';

type Outcome = Verdict['verdict'];

/** What the whole page says first: a few words of ours, never a foreign one. */
export interface Headline {
  readonly outcome: Outcome;
  /** `Failed: 2 of 6 rules`. */
  readonly title: string;
  /** `2 failed, 4 passed. This must not ship.` */
  readonly sentence: string;
}

/** Reasons that stand in the headline, because without them it would say too much. */
const STAMPS: Readonly<Record<string, string>> = {
  'no-baseline': 'no baseline',
  'no-thresholds': 'no thresholds',
};

const WORDS = {
  pass: 'Passed',
  fail: 'Failed',
  inconclusive: 'Inconclusive',
  error: 'Could not judge',
} as const;

export function headlineOf(verdict: Verdict, tally: Tally): Headline {
  const outcome = verdict.verdict;
  const count = { pass: 0, fail: tally.failed, inconclusive: tally.inconclusive, error: 0 }[outcome];
  const named =
    count > 0 ? `${WORDS[outcome]}: ${count} of ${plural(verdict.rules.length, 'rule')}` : WORDS[outcome];
  // A pass that is not the whole story says so at once.
  const open = outcome === 'pass' ? tallyText({ ...tally, skipped: 0, passed: 0 }).split(', ') : [];
  const stamps = verdict.reasons.flatMap(({ code }) => (Object.hasOwn(STAMPS, code) ? [STAMPS[code]!] : []));
  const tallied = tallyText(tally);
  return {
    outcome,
    title: [named, ...open.filter(Boolean), ...new Set(stamps)].join(' · '),
    sentence: [tallied && `${tallied}.`, consequence(verdict)].filter(Boolean).join(' '),
  };
}

function consequence({ verdict, mode, exitCode, rules }: Verdict): string {
  if (verdict === 'error')
    return 'The gate could not measure all that it judges by, so nothing may ship on its word.';
  if (rules.length === 0) return 'There was nothing to judge by, so this is no blessing.';
  if (verdict === 'pass') return 'This may ship.';
  if (verdict === 'fail') return 'This must not ship.';
  return exitCode === 0
    ? `Nothing proves this good enough; mode ${mode} lets it through with a warning.`
    : `Nothing proves this good enough, and mode ${mode} asks for proof.`;
}
