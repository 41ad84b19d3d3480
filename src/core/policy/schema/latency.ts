import { z } from 'zod';
import { choice, duration, expecting, memory, percent } from '../values.ts';
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

/** Floors of these two are constants: core/gate/footprint-rules.ts. */
const memoryRule = expecting(
  z.strictObject({
    max: memory.optional().describe('Most memory of the process that passes, in `Mi` or `Gi`.'),
    'max-regression': percent
      .default('10%')
      .describe('The most that it may be above the baseline; 8 MB are always allowed.'),
    level,
  }),
  'a group of conditions',
  { 'max-regression': '10%' },
).meta({ id: 'memoryRule', description: 'What resident and peak memory must satisfy.' });

export const latency = expecting(
  z.strictObject({
    batch: expecting(z.array(wholeNumber(32, 1_000_000)).min(1).max(100), 'a list of batch sizes', [1, 32])
      .meta({ uniqueItems: true })
      .default([1, 32])
      .describe('Batch sizes to time, in rows per call.'),
    dimensions: expecting(
      z.record(z.string(), wholeNumber(10, 1_000_000)),
      'a group of sizes, one for each open dimension',
      { sequence: 64 },
    )
      .default({})
      .describe('Sizes of open dimensions other than the batch, by name, for inputs that are made up.'),
    threads: wholeNumber(1, 1024).default(1).describe('Threads within one call.'),
    spinning: z.boolean().default(true).describe('Whether idle threads of a call wait by spinning.'),
    execution: choice(['sequential', 'parallel'], 'sequential')
      .default('sequential')
      .describe('Whether independent branches of a model run at the same time.'),
    optimization: choice(['disabled', 'basic', 'extended', 'all'], 'all')
      .default('all')
      .describe('How far ONNX Runtime optimises the graph.'),
    launches: wholeNumber(7, 100)
      .default(7)
      .describe(
        'Fresh processes per batch size; the interval is over them. Fewer are made when all is clear, up to three times as many while it is not.',
      ),
    'max-time': duration
      .default('120s')
      .describe('No launch begins that would end after this long, all batch sizes together.'),
    floor: duration
      .default('20us')
      .describe('A slowdown of fewer seconds per call counts as nothing; neither does one below 2%.'),
    clients: expecting(z.int().min(0).max(64), 'a whole number from 0 to 64', 4)
      .optional()
      .describe(
        'Most clients at once when throughput is measured; the machine’s cores by default, 0 for none.',
      ),
    seconds: expecting(z.number().min(0.01).max(60), 'a number from 0.01 to 60', 0.5)
      .default(0.2)
      .describe('Timed seconds per model in each launch.'),
    endpoint: expecting(
      z.string().min(1).max(2000),
      'the address of a served model',
      'http://127.0.0.1:8000/v2/models/click',
    )
      .optional()
      .describe(
        'A served model to load as well: Open Inference Protocol (`…/v2/models/NAME`) or TensorFlow Serving (`…/v1/models/NAME`).',
      ),
    rate: expecting(z.number().positive().max(1e6), 'a number of requests per second', 200)
      .optional()
      .describe('Requests per second to the endpoint; 50 % and 80 % of its maximum by default.'),
    tensors: choice(['auto', 'json', 'bytes'], 'auto')
      .default('auto')
      .describe('How tensors travel to the endpoint; as bytes where it says that it takes them.'),
    p50: latencyRule.optional(),
    p95: latencyRule.optional(),
    p99: latencyRule.optional(),
    memory: memoryRule
      .default({ 'max-regression': '10%', level: 'error' })
      .describe('Rule on resident and peak memory.'),
    load: latencyRule
      .optional()
      .describe(
        'Rule on the time from loading the model to its first answer; 100 ms more are always allowed.',
      ),
  }),
  'a group of settings',
  { p95: { 'max-regression': '10%' } },
);
