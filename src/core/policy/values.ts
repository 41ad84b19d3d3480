/** The values that the policy file is made of: how each is written, and how it is read. */
import { z } from 'zod';

/** What stands in a fault when a value is not what it should be. */
export interface Expectation {
  /** Ends the sentence "it must be …". */
  readonly expected: string;
  /** A right value, shown as the fix and, in the JSON Schema, to editors. */
  readonly example: unknown;
  /** Why this very value will not do, where the rule needs a reason. */
  readonly explain?: (value: unknown) => string | null;
}

/** By schema. Zod's own messages are for programmers; faults are made from these instead. */
export const expectations = z.registry<Expectation>();

/** Gives a schema its expectation. */
export function expecting<S extends z.ZodType>(
  schema: S,
  expected: string,
  example: unknown,
  explain?: Expectation['explain'],
): S {
  const shown = schema.meta({ examples: [example] });
  expectations.add(shown, explain ? { expected, example, explain } : { expected, example });
  return shown;
}

/** Float32 near-ties move AUC by up to this much from machine to machine (design, section 5). */
export const SMALLEST_MARGIN = 1e-5;

/** Longest text that a document of ours can quote. */
const LONGEST_TEXT = 4096;

export function text(expected: string, example: string) {
  return expecting(z.string().min(1).max(LONGEST_TEXT), expected, example);
}

export function number(expected: string, example: number) {
  return expecting(z.number(), expected, example);
}

export function choice<const T extends readonly [string, ...string[]]>(values: T, example: T[number]) {
  const names = values.map((value) => `\`${value}\``).join(', ');
  return expecting(z.enum(values), values.length > 1 ? `one of ${names}` : names, example);
}

/** Three decimals at most, and not all zero: the smallest percentage is then SMALLEST_MARGIN. */
const PERCENT = /^(?=.*[1-9])\d{1,4}(\.\d{1,3})?%$/;
const DURATION = /^(?=.*[1-9])\d{1,6}(\.\d{1,6})?(us|ms|s)$/;
const MEMORY = /^[1-9]\d{0,5}(Mi|Gi)$/;
/** A model's name becomes a folder, on every operating system. */
export const MODEL_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

export const percent = expecting(
  z.string().regex(PERCENT),
  'a percentage above zero, with three decimals at most and no space before the sign',
  '10%',
);

export const duration = expecting(
  z.string().regex(DURATION),
  'a duration above zero in `us`, `ms` or `s`, without a space',
  '15ms',
);

export const memory = expecting(z.string().regex(MEMORY), 'a whole number of `Mi` or `Gi`', '4Gi');

/** A number, or a percentage of the baseline's value. */
export const margin = expecting(
  z.union([z.number().min(SMALLEST_MARGIN), z.string().regex(PERCENT)]),
  'a number of 0.00001 or more, or a percentage of the baseline such as `1%`, without a space',
  0.002,
  (value) => {
    const amount = typeof value === 'string' ? readPercent(value) : value;
    if (typeof amount !== 'number' || !(amount < SMALLEST_MARGIN)) return null;
    return amount < 0
      ? 'a margin is how much may be lost, so it is never negative'
      : 'float32 near-ties move a metric by 0.00001 from machine to machine, so a smaller margin would fail by chance';
  },
);

function readPercent(value: string): number | null {
  const written = /^(-?\d+(?:\.\d+)?)%$/.exec(value)?.[1];
  return written === undefined ? null : Number(written) / 100;
}

/** `10%` → 0.1. Takes only what the schema accepts. */
export function parsePercent(value: string): number {
  if (!PERCENT.test(value)) throw new RangeError(`not a percentage: ${value}`);
  return Number(value.slice(0, -1)) / 100;
}

const UNITS_PER_SECOND = { us: 1e6, ms: 1e3, s: 1 } as const;

/** `15ms` → 0.015 seconds. Takes only what the schema accepts. */
export function parseDuration(value: string): number {
  const unit = DURATION.exec(value)?.[2] as keyof typeof UNITS_PER_SECOND | undefined;
  if (!unit) throw new RangeError(`not a duration: ${value}`);
  return Number(value.slice(0, -unit.length)) / UNITS_PER_SECOND[unit];
}

const BYTES = { Mi: 2 ** 20, Gi: 2 ** 30 } as const;

/** `2Gi` → 2147483648 bytes. Takes only what the schema accepts. */
export function parseMemory(value: string): number {
  const unit = MEMORY.exec(value)?.[1] as keyof typeof BYTES | undefined;
  if (!unit) throw new RangeError(`not an amount of memory: ${value}`);
  return Number(value.slice(0, -unit.length)) * BYTES[unit];
}
