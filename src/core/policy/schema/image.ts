import { z } from 'zod';
import { duration, expecting, memory } from '../values.ts';
import { level } from './words.ts';

/** Rules on the image that serves the model: core/gate/image-rules.ts. */
export const image = expecting(
  z.strictObject({
    tolerance: expecting(z.number().min(0).max(1), 'a number from 0 to 1', 1e-5)
      .default(1e-5)
      .describe(
        'How far a served value may be from the value y of the file: 1e-5 for 1e-5 + 1e-4·|y|; 0 for equal in every bit.',
      ),
    cpus: expecting(z.number().positive().max(1024), 'a number of processors above zero', 2)
      .optional()
      .describe('Processors that it has in production, and in the probe.'),
    memory: memory
      .optional()
      .describe('Memory that it has in production, in `Mi` or `Gi`, and in the probe.'),
    ready: duration.default('60s').describe('Longest time from its start until it is ready.'),
    level,
  }),
  'a group of settings',
  { tolerance: 1e-5, cpus: 2, memory: '2Gi' },
);
