/** Flags of `serve` → numbers. */
import { type Fault, throwFaults } from '../core/errors.ts';
import { type NumberFlag, readNumber, wholeNumber } from './number-flags.ts';

const SECONDS: NumberFlag = {
  wanted: 'seconds from 0 to 86400',
  example: '10',
  holds: (value) => value >= 0 && value <= 86_400,
};
const SOME_SECONDS: NumberFlag = {
  ...SECONDS,
  wanted: 'seconds from 0.1 to 86400',
  holds: (value) => value >= 0.1 && value <= 86_400,
};

const FLAGS = {
  port: wholeNumber(0, 65_535, '8080'),
  workers: wholeNumber(1, 256, '2'),
  'batch-rows': wholeNumber(1, 1_000_000, '64'),
  queue: wholeNumber(1, 1_000_000, '256'),
  'max-rows': wholeNumber(1, 10_000_000, '4096'),
  'max-body': wholeNumber(1, 4096, '64'),
  timeout: SOME_SECONDS,
  watch: SOME_SECONDS,
  drain: SECONDS,
  exit: SECONDS,
} as const satisfies Record<string, NumberFlag>;

type Name = keyof typeof FLAGS;

/** Undefined where a flag was left out. Throws `usage-invalid` for every bad value at once. */
export function readServeSettings(flags: Readonly<Record<Name, string | undefined>>) {
  const faults: Fault[] = [];
  const read = (name: Name) =>
    flags[name] === undefined ? undefined : readNumber(name, flags[name], FLAGS[name], faults);
  const settings = Object.fromEntries(Object.keys(FLAGS).map((name) => [name, read(name as Name)]));
  throwFaults(faults);
  return settings as Readonly<Record<Name, number | undefined>>;
}
