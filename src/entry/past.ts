/** Past runs: appended to by the gate, read by reports. What goes wrong in the gate's part never changes a verdict. */
import type { Host } from '../adapters/hosts/host.ts';
import type { HistoryEntry } from '../core/documents/history.ts';
import type { Verdict } from '../core/documents/verdict.ts';
import { FaultError } from '../core/errors.ts';

export async function readPast(place: string, host: Host): Promise<readonly HistoryEntry[]> {
  const { createHistory, runReadHistory } = await parts();
  return runReadHistory({ past: createHistory(place), progress: host });
}

/** The history with this verdict in it; empty, with a warning, where it cannot be kept. */
export async function addToPast(
  place: string,
  judged: { readonly verdict: Verdict; readonly commit: string | undefined },
  host: Host,
): Promise<readonly HistoryEntry[]> {
  const { createHistory, runAppendHistory, runReadHistory } = await parts();
  const past = createHistory(place);
  try {
    await runAppendHistory(judged, { past });
    return await runReadHistory({ past, progress: host });
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    for (const { message: what, fix = '' } of error.faults) {
      const message = `${what} ${fix}`.trim();
      host.report(message);
      host.annotate([{ level: 'warning', title: 'onnx-gate: history', message }]);
    }
    return [];
  }
}

async function parts() {
  const [command, adapter] = await Promise.all([
    import('../commands/history.ts'),
    import('../adapters/history/history.ts'),
  ]);
  return { ...command, ...adapter };
}
