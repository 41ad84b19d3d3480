/** Numbers that come as text of flags. */
import type { Fault } from '../core/errors.ts';

/** What a flag must be: `wanted` ends the sentence "it must be …". */
export interface NumberFlag {
  readonly wanted: string;
  readonly example: string;
  holds(value: number): boolean;
}

/** Decimal notation only: `Number` would also read `0x10` and blanks. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number, or NaN with a fault added to `faults`. */
export function readNumber(name: string, text: string, flag: NumberFlag, faults: Fault[]): number {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (flag.holds(value)) return value;
  faults.push({
    code: 'usage-invalid',
    message: `--${name} is \`${text.slice(0, 100)}\`; it must be ${flag.wanted}.`,
    fix: `Write it like \`--${name} ${flag.example}\`.`,
  });
  return Number.NaN;
}

export function wholeNumber(least: number, most: number, example: string): NumberFlag {
  const holds = (value: number) => Number.isInteger(value) && value >= least && value <= most;
  return { wanted: `a whole number from ${least} to ${most}`, example, holds };
}
