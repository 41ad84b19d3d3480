import { z } from 'zod';
import { expecting, text } from '../values.ts';

/** The day itself counts. */
export const lastDay = expecting(
  z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  'a date written YYYY-MM-DD',
  '2027-01-31',
);

export const waiver = expecting(
  z.strictObject({
    rule: text('the id of a rule, as the verdict has it', 'conversion/ndcg@10').describe(
      'The rule that is waived: `model/metric`, or `model/metric/slice`.',
    ),
    ceiling: expecting(z.number().positive(), 'a number above zero', 0.02).describe(
      'By how much the rule may be missed: the loss against the baseline, or the distance from `min` or `max`.',
    ),
    reason: text('why it may be missed', 'catalogue migration').describe('Why it may be missed.'),
    owner: text('a person or a team', '@search').describe('Who answers for it.'),
    issue: expecting(
      z.union([z.int().positive(), z.string().min(1).max(400)]),
      'the number or address of an issue',
      123,
    )
      .optional()
      .describe('Where it is being mended.'),
    expires: lastDay.describe('The last day on which it holds.'),
  }),
  'a group of keys that says what is waived, how far, why, by whom and until when',
  {
    rule: 'conversion/ndcg@10',
    ceiling: 0.02,
    reason: 'catalogue migration',
    owner: '@search',
    expires: '2027-01-31',
  },
).meta({ id: 'waiver', description: 'A rule that may be missed for a time.' });
