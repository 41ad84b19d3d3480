import { z } from 'zod';
import { expecting, margin, number, percent } from '../values.ts';
import { level } from './words.ts';

const conditions = {
  margin: margin
    .optional()
    .describe('The most that may be lost against the baseline: a number, or a percentage of its value.'),
  min: number('a number', 0.7).optional().describe('Smallest value of the candidate that passes, inclusive.'),
  max: number('a number', 1.03).optional().describe('Largest value of the candidate that passes, inclusive.'),
  'max-gain': expecting(z.number().positive(), 'a number above zero', 0.05)
    .optional()
    .describe('An improvement above this fails: too good to be true, often a leak of the label.'),
  'min-coverage': percent
    .optional()
    .describe(
      'Of a metric with a value per group: the least share of rows whose group has one. Below it nothing is decided.',
    ),
};

export const metricRule = expecting(
  z.strictObject({
    ...conditions,
    slices: expecting(
      z.union([z.literal('off'), z.strictObject(conditions)]),
      '`off`, or conditions for slices',
      { margin: 0.02 },
    )
      .optional()
      .describe(
        'What a slice must satisfy, instead of the `margin` above; `off` judges no slice by this metric.',
      ),
    convention: expecting(z.record(z.string(), z.string().max(40)), 'a group of conventions', {
      gain: 'exp2',
    })
      .optional()
      .describe('How the metric is defined where there is a choice, as `ndcg@10[gain=exp2]` has it.'),
    level,
  }),
  'a group of conditions',
  { margin: 0.002 },
).meta({ id: 'metricRule', description: 'What a metric must satisfy. Without conditions it is only shown.' });
