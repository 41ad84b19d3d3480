/** The machine that we run on. */
import type { Benchmark } from '../core/documents/benchmark.ts';

export interface Clock {
  /** The current instant, for `created` fields. */
  now(): Date;
}

/** What a stored benchmark needs to be read years later. */
export interface Machine {
  describe(): Omit<Benchmark['environment'], 'runtime' | 'throttled' | 'steal' | 'interruptions' | 'noise'>;
  /** Counters since the machine or the container started; null where the system has none. */
  counters(): MachineCounters;
}

export interface MachineCounters {
  /** Seconds of all processors together: in total, and taken away by the hypervisor. */
  readonly processors: { readonly total: number; readonly stolen: number } | null;
  /** Seconds that the container was held back by its quota. */
  readonly throttled: number | null;
}

/** Time as it passes, in seconds from some moment. */
export interface Pace {
  now(): number;
  /** Resolves at once for what has passed. */
  until(at: number): Promise<void>;
}

/** Long work says where it is: a line on a terminal, plain lines in CI. */
export interface Progress {
  /** `done` is the share of the work, 0 to 1, where the whole is known: a bar on a terminal. */
  report(message: string, done?: number): void;
}
