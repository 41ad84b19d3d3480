import type { Step } from './steps.ts';

/** What each command of src/specs measures. */
export const MEASURES = {
  gate: ['validation', 'evaluation', 'benchmark'],
  validate: ['validation'],
  evaluate: ['evaluation'],
  benchmark: ['benchmark'],
} as const satisfies Record<string, readonly Step[]>;
