/** Verdicts over time, a JSON line each. */
import { type HistoryEntry, historyEntry, MOST_KEPT_MODELS, MOST_KEPT_RULES } from '../documents/history.ts';
import type { Verdict } from '../documents/verdict.ts';

/** What is kept of a verdict. `commit` in hexadecimal; anything else is not kept. */
export function historyEntryOf(verdict: Verdict, commit: string | null): HistoryEntry {
  const { tool, created, mode, policy, rules, subjects } = verdict;
  return {
    schema: 'onnx-gate/history/v1',
    tool,
    created,
    commit: commit !== null && historyEntry.shape.commit.safeParse(commit).success ? commit : null,
    verdict: verdict.verdict,
    mode,
    policy: policy?.digest ?? null,
    models: subjects.slice(0, MOST_KEPT_MODELS).map(({ model, candidate, baseline, holdout }) => {
      const own = rules.filter((rule) => rule.model === model);
      const slices = { pass: 0, fail: 0, inconclusive: 0, skipped: 0 };
      for (const { slice, result } of own) if (slice !== null) slices[result]++;
      return {
        name: model,
        candidate: candidate?.digest ?? null,
        baseline: baseline?.digest ?? null,
        holdout: holdout?.digest ?? null,
        rules: own
          .filter(({ slice }) => slice === null)
          .slice(0, MOST_KEPT_RULES)
          .map(({ metric, unit, result, level, value, baseline, delta }) => ({
            metric,
            unit,
            result,
            level,
            value,
            baseline,
            delta,
          })),
        slices,
      };
    }),
  };
}

/** One line with its end. */
export function historyLine(entry: HistoryEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/**
 * Entries of any number of files, the oldest first, each once. Lines that are none (of a later version, or cut short by a
 * full disk) are counted, not thrown at: a history must not keep a report from being made.
 */
export function parseHistory(texts: readonly string[]): {
  readonly entries: HistoryEntry[];
  readonly unreadable: number;
} {
  const entries = new Map<string, HistoryEntry>();
  let unreadable = 0;
  for (const line of new Set(texts.flatMap((text) => text.split('\n')))) {
    if (line.trim() === '') continue;
    const entry = parseLine(line);
    if (entry) entries.set(JSON.stringify(entry), entry);
    else unreadable++;
  }
  return {
    entries: [...entries.values()].sort((a, b) => Date.parse(a.created) - Date.parse(b.created)),
    unreadable,
  };
}

function parseLine(line: string): HistoryEntry | null {
  try {
    return historyEntry.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
