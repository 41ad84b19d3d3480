import { z } from 'zod';
import { duration, expecting, percent } from '../values.ts';
import { level, wholeNumber } from './words.ts';

export const latencyRule = expecting(
  z.strictObject({
    max: duration.optional().describe('Longest time per call of the candidate that passes, inclusive.'),
    'max-regression': percent
      .optional()
      .describe('The most that the candidate may be slower than the baseline.'),
    level,
  }),
  'a group of conditions',
  { 'max-regression': '10%' },
).meta({ id: 'latencyRule', description: 'What a percentile of the time per call must satisfy.' });

export const latency = expecting(
  z.strictObject({
    batch: expecting(z.array(wholeNumber(32, 1_000_000)).min(1).max(100), 'a list of batch sizes', [1, 32])
      .meta({ uniqueItems: true })
      .default([1, 32])
      .describe('Batch sizes to time, in rows per call.'),
    threads: wholeNumber(1, 1024).default(1).describe('Threads within one call.'),
    launches: wholeNumber(7, 100)
      .default(5)
      .describe('Fresh processes per batch size; the interval is over them, so one has none.'),
    seconds: expecting(z.number().min(0.01).max(60), 'a number from 0.01 to 60', 0.5)
      .default(0.25)
      .describe('Timed seconds per model in each launch.'),
    p50: latencyRule.optional(),
    p95: latencyRule.optional(),
    p99: latencyRule.optional(),
  }),
  'a group of settings',
  { p95: { 'max-regression': '10%' } },
);
