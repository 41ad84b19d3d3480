import { z } from 'zod';
import { expecting } from '../values.ts';
import { wholeNumber } from './words.ts';

export const scoring = expecting(
  z.strictObject({
    batch: wholeNumber(1024, 1_000_000)
      .optional()
      .describe('Rows per call of a model; by the size of a row when left out.'),
    workers: wholeNumber(2, 64)
      .optional()
      .describe('Processes for each model, at most; as many as there are processors when left out.'),
  }),
  'a group of keys',
  { batch: 1024 },
);
