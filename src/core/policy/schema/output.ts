import { z } from 'zod';
import { choice, expecting, text } from '../values.ts';

export const output = expecting(
  z.strictObject({
    name: text('the name of an output of the model', 'probabilities')
      .optional()
      .describe('Which output of the model. Needed when there are several that could be meant.'),
    class: expecting(z.int().min(0), 'a whole number, counted from 0', 1)
      .optional()
      .describe('Which column of the output, counted from 0.'),
    activation: choice(['none', 'sigmoid', 'softmax'], 'sigmoid')
      .default('none')
      .describe('Turns logits into probabilities.'),
  }),
  'a group of keys that choose an output',
  { name: 'probabilities', class: 1 },
);
