/**
 * Everything that can go wrong, as a closed set of codes. The code says whose fault it is, and so which exit
 * code the process ends with: the user's (2, fix the configuration or the input) or the environment's (3, the
 * network, the engine, the disk). `internal` is ours: exit 3, with a request to report it.
 */
export const FAULT_CODES = {
  'usage-invalid': 'user',
  'policy-missing': 'user',
  'policy-invalid': 'user',
  'file-missing': 'user',
  'file-empty': 'user',
  'file-kind': 'user',
  'reference-unresolved': 'user',
  'digest-mismatch': 'user',
  'same-model': 'user',
  'model-rejected': 'user',
  'model-run-rejected': 'user',
  'model-signature': 'user',
  'model-crashed': 'environment',
  'model-timeout': 'environment',
  'model-memory': 'environment',
  'model-processes': 'environment',
  'holdout-unreadable': 'user',
  'holdout-empty': 'user',
  'column-missing': 'user',
  'column-type': 'user',
  'value-missing': 'user',
  'label-invalid': 'user',
  'weight-invalid': 'user',
  'group-invalid': 'user',
  'score-invalid': 'user',
  'metric-unknown': 'user',
  'document-invalid': 'user',
  'history-unwritable': 'environment',
  'history-unreadable': 'environment',
  'runtime-unavailable': 'environment',
  'reference-unreachable': 'environment',
  'image-invalid': 'user',
  'registry-failed': 'environment',
  'engine-missing': 'environment',
  'file-unreadable': 'environment',
  'file-unwritable': 'environment',
  'untrusted-event': 'user',
  'permission-missing': 'environment',
  'host-failed': 'environment',
  internal: 'internal',
} as const satisfies Record<string, 'user' | 'environment' | 'internal'>;

export type FaultCode = keyof typeof FAULT_CODES;

/** A place in a text file, counted from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that went wrong, in words for the person who has to mend it. */
export interface Fault {
  readonly code: FaultCode;
  /** What happened, with the offending value. One sentence, no trailing newline. */
  readonly message: string;
  /** What to do next. */
  readonly fix?: string;
  readonly at?: Position;
  /** Raw words of an engine, such as the last lines of its stderr. Untrusted text. */
  readonly details?: string;
}

/** Carries faults up to the one `catch` in entry/run.ts. Always throw all that are known, not the first. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly faults: readonly [Fault, ...Fault[]];

  constructor(faults: readonly [Fault, ...Fault[]], options?: ErrorOptions) {
    super(faults.map((fault) => fault.message).join('\n'), options);
    this.faults = faults;
  }
}

/** The error to throw for a single fault. */
export function fault(
  code: FaultCode,
  message: string,
  more: Omit<Fault, 'code' | 'message'> = {},
): FaultError {
  return new FaultError([{ code, message, ...more }]);
}

/** Throws when there is something to throw. */
export function throwFaults(faults: readonly Fault[]): void {
  const [first, ...rest] = faults;
  if (first) throw new FaultError([first, ...rest]);
}

/** 2 when the user can mend every fault, 3 when any of them lies elsewhere (design, section 5). */
export function exitCodeOf(faults: readonly Fault[]): 2 | 3 {
  return faults.every(({ code }) => FAULT_CODES[code] === 'user') ? 2 : 3;
}

/**
 * The names closest to `wanted`, best first, for "did you mean" sentences.
 * Distance: Levenshtein, case-insensitive; kept when at most half of the longer name's length.
 */
export function nearest(wanted: string, names: readonly string[], most = 3): string[] {
  const target = wanted.slice(0, 100).toLowerCase();
  return names
    .map((name) => ({ name, distance: levenshtein(target, name.slice(0, 100).toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(name.length, target.length) / 2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

function levenshtein(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
