/** Past verdicts, for trends. */
import type { HistoryEntry } from '../core/documents/history.ts';
import type { Verdict } from '../core/documents/verdict.ts';
import { historyEntryOf, historyLine, parseHistory } from '../core/history/history.ts';
import { plural } from '../core/report/format.ts';
import type { History, Progress } from '../ports.ts';

/** The oldest first. Lines that are none are left out, and told. */
export async function runReadHistory(ports: {
  readonly past: History;
  readonly progress: Progress;
}): Promise<readonly HistoryEntry[]> {
  const { entries, unreadable } = parseHistory(await ports.past.read());
  if (unreadable > 0)
    ports.progress.report(`${plural(unreadable, 'line')} of the history cannot be read; the rest is shown.`);
  return entries;
}

/** Adds the verdict. `commit`: what was judged, where it is known. */
export async function runAppendHistory(
  { verdict, commit }: { readonly verdict: Verdict; readonly commit: string | undefined },
  ports: { readonly past: History },
): Promise<void> {
  await ports.past.append(historyLine(historyEntryOf(verdict, commit ?? null)));
}
