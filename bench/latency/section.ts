/** What a part of the benchmark found: Markdown, and the promises that it did not keep. */
import { availableParallelism, cpus, loadavg } from 'node:os';

export interface Section {
  readonly text: string;
  readonly missed: readonly string[];
}

export interface Options {
  /** How many gates of each line; undefined: the part's own number. */
  readonly gates: number | undefined;
  /** Machines of the real part. */
  readonly machines: readonly Machine[];
  /** Where parts write what they must not lose. */
  readonly folder: string;
  readonly log: (text: string) => void;
}

export const MACHINES = ['quiet', 'noisy'] as const;
export type Machine = (typeof MACHINES)[number];

export const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)} %`;

/** Words for numbers that have a limit, marked where they miss it. */
export function createLimits() {
  const missed: string[] = [];
  const limit = (what: string, held: boolean, shown: string): string => {
    if (held) return `${shown} (held)`;
    missed.push(`${what}: ${shown}`);
    return `**${shown}** (missed)`;
  };
  return {
    missed,
    limit,
    falseAlarms: (what: string, fail: number, gates: number) =>
      limit(`false alarms, ${what}`, fail <= gates / 100, `${fail} of ${gates}`),
    found: (what: string, count: number, gates: number) =>
      limit(`found, ${what}`, count >= 0.95 * gates, percent(count / gates)),
  };
}

/** The machine, for the head of a section. */
export const machineText = (): string =>
  `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)} at the start; Node ${process.version}.`;
