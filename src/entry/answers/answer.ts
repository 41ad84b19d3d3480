import type { Palette } from '../../core/report/palette.ts';

export interface Terminal {
  readonly palette: Palette;
  readonly width: number;
}

/**
 * Parses its own flags and prints to standard output. Gives the exit code, 0 when it says nothing of one. Throws
 * FaultError when there is no answer.
 */
export type Answer = (args: readonly string[], terminal: Terminal) => Promise<number | undefined>;
