import { z } from 'zod';
import { choice, expecting } from '../values.ts';

export const level = choice(['error', 'warn'], 'warn')
  .default('error')
  .describe('`warn` is shown and never decides.');

export const wholeNumber = (example: number, most: number) =>
  expecting(z.int().min(1).max(most), `a whole number from 1 to ${most}`, example);
