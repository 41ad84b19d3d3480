import { z } from 'zod';
import { TARGET } from '../../onnx/targets/target.ts';
import { choice, expecting, text } from '../values.ts';
import { lastDay } from './waiver.ts';

const checkLevel = choice(['error', 'warn', 'off'], 'warn');
const checkName = text('the id of a check', 'unused-initializers');

const ignore = expecting(
  z.strictObject({
    check: checkName.describe('The check whose findings are set aside.'),
    at: text('the name of a node, tensor or input', 'features')
      .optional()
      .describe('Only findings at this place; everywhere when left out.'),
    reason: text('why it may be ignored', 'removed with the next training').describe(
      'Why it may be ignored.',
    ),
    expires: lastDay.describe('The last day on which it is ignored.'),
  }),
  'a group of keys that says what is ignored, why and until when',
  { check: 'unused-initializers', reason: 'removed with the next training', expires: '2027-01-31' },
);

export const validate = expecting(
  z.strictObject({
    preset: choice(['default', 'strict'], 'strict')
      .default('default')
      .describe('`strict` makes every warning of a check an error.'),
    checks: expecting(z.record(z.string(), checkLevel), 'a group of levels, one for each check', {
      'unused-initializers': 'off',
    })
      .default({})
      .describe('A level for single checks: `error`, `warn` or `off`.'),
    ignore: expecting(z.array(ignore).max(1000), 'a list of findings to ignore', [
      { check: 'unused-initializers', reason: 'removed with the next training', expires: '2027-01-31' },
    ])
      .default([])
      .describe('Findings that are known and accepted for a time.'),
    targets: expecting(
      z
        .array(
          expecting(
            z.string().regex(TARGET),
            '`onnxruntime==` and a version such as `1.19`, `onnxruntime-web`, `onnxruntime-web/webgpu`, `onnxruntime-web/webgl`, `triton` or `triton==26.07`, `tensorrt` or `tensorrt==11.0`, or `openvino`',
            'onnxruntime==1.19',
          ),
        )
        .max(20),
      'a list of places where the model must run',
      ['onnxruntime==1.19'],
    )
      .default([])
      .describe(
        'Where the model must run: `onnxruntime==1.19`, `onnxruntime-web/webgpu`, `triton`, `tensorrt`, `openvino`.',
      ),
    load: expecting(z.boolean(), '`true` or `false`', false)
      .default(true)
      .describe('`false` judges the file alone: for models that ONNX Runtime takes too long to load.'),
    behaviour: expecting(z.boolean(), '`true` or `false`', true)
      .default(false)
      .describe('Runs the model on rows of the holdout, or made-up ones, and judges what comes out.'),
    golden: text('a folder', 'models/golden')
      .optional()
      .describe('Folder with golden vectors: `.npz`, or `test_data_set_*/input_*.pb`.'),
    tolerance: expecting(
      z.strictObject({
        relative: expecting(z.number().min(0).max(1), 'a number from 0 to 1', 0.001).describe(
          'Share of the expected value.',
        ),
        absolute: expecting(z.number().min(0), 'a number of at least 0', 0.0000001).describe(
          'Added to that share.',
        ),
      }),
      'a group of two numbers, `relative` and `absolute`',
      { relative: 0.001, absolute: 0.0000001 },
    )
      .optional()
      .describe('How far outputs may be from golden vectors, and a row alone from its batch.'),
    monotonic: expecting(
      z.record(z.string(), choice(['increasing', 'decreasing'], 'decreasing')),
      'a group of directions, one for each column',
      { price: 'decreasing' },
    )
      .default({})
      .describe('Which way the score goes when a column goes up; runs the model.'),
  }),
  'a group of settings',
  { preset: 'strict' },
);
