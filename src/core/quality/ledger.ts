/** The ledger of a holdout: one JSON line for each candidate that it has judged. */
import { z } from 'zod';
import { digest, identityOf } from '../documents/common.ts';
import type { DataFinding } from '../documents/evaluation.ts';
import { formatCount, formatPercent, plural } from '../report/format.ts';
import { finding } from './finding.ts';

const entry = z.object({
  schema: z.literal('onnx-gate/holdout-ledger/v1'),
  created: z.iso.datetime(),
  model: z.string().max(4096),
  holdout: digest,
  candidate: digest,
  /** Of the weights beside the candidate, where it has some: other ones make another candidate. */
  external: digest.optional(),
});
export type LedgerEntry = z.infer<typeof entry>;

const candidateOf = ({ candidate, external }: LedgerEntry): string =>
  identityOf({ digest: candidate, external: external === undefined ? undefined : { digest: external } });

export interface Judged {
  /** The ledger with this candidate in it; null when it was already there. Other lines stay as they were. */
  readonly text: string | null;
  readonly findings: readonly DataFinding[];
}

/**
 * Notes that `next.holdout` has judged `next.candidate`, once, however often it does.
 *
 * Why holdouts wear out: whoever keeps the better of what a holdout has judged fits the holdout by hand. When k
 * candidates are each let through by luck with probability α, the one-sided error of the interval, some one gets through with
 * 1 − (1 − α)^k; when later candidates are chosen by what earlier ones scored, it is no better (Dwork et al. 2015, The
 * reusable holdout, Science 349:636). 95 % intervals and 100 candidates: 92 %.
 */
export function recordJudged(
  ledger: string,
  next: LedgerEntry,
  wornAfter: number,
  confidence: number,
): Judged {
  const seen = new Set<string>();
  const damaged: number[] = [];
  for (const [at, line] of ledger.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readEntry(line);
    if (read === null) damaged.push(at + 1);
    else if (read.holdout === next.holdout) seen.add(candidateOf(read));
  }
  const known = seen.has(candidateOf(next));
  seen.add(candidateOf(next));
  const whole = ledger === '' || ledger.endsWith('\n') ? ledger : `${ledger}\n`;
  return {
    text: known ? null : `${whole}${JSON.stringify(next)}\n`,
    findings: [wear(seen.size, wornAfter, confidence), ...(damaged.length > 0 ? [unread(damaged)] : [])],
  };
}

function readEntry(line: string): LedgerEntry | null {
  try {
    const parsed = entry.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function wear(candidates: number, wornAfter: number, confidence: number): DataFinding {
  const said = `This holdout has judged ${plural(candidates, 'candidate')}, this one included`;
  if (candidates <= wornAfter) return finding('holdout-wear', 'info', `${said}.`, { value: candidates });
  const lucky = 1 - (1 - (1 - confidence) / 2) ** candidates;
  return finding(
    'holdout-wear',
    'warning',
    `${said}, more than the ${formatCount(wornAfter)} after which it counts as worn out: of so many, one that is just too bad is let through by luck with a probability of ${formatPercent(lucky, 0)}. Collect fresh rows.`,
    { value: candidates },
  );
}

function unread(lines: readonly number[]): DataFinding {
  const more = lines.length > 1 ? ` and ${plural(lines.length - 1, 'more line')}` : '';
  return finding(
    'ledger-damaged',
    'warning',
    `Line ${lines[0]}${more} of the holdout's ledger cannot be read and was not counted. Mend or delete it.`,
    { value: lines.length },
  );
}
