import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { policyJsonSchema } from '../../../src/core/policy/json-schema.ts';
import { parsePolicy } from '../../../src/core/policy/parse.ts';
import { HOLDOUT, policy } from './samples.ts';

const schema = policyJsonSchema() as Record<string, unknown>;
const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
}).compile(schema);

test('says what it is', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: expect.stringMatching(/^https:\/\/.*onnx-gate\.schema\.json$/),
    title: 'onnx-gate policy',
  });
});

test('describes every key and completes the known metrics', () => {
  const undescribed: string[] = [];
  const metrics: string[][] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, property] of Object.entries((node as { properties?: object }).properties ?? {})) {
      if (!('description' in property) && !('$ref' in property)) undescribed.push(`${path}.${name}`);
      if (name === 'metrics') metrics.push(Object.keys(property.properties));
    }
    for (const [key, child] of Object.entries(node)) walk(child, `${path}/${key}`);
  };
  walk(schema, '#');
  expect(undescribed).toEqual([]);
  expect(metrics[0]).toEqual(expect.arrayContaining(['auc', 'logloss', 'accuracy']));
});

/** Files that both must accept, and files that both must refuse. */
const SAMPLES: readonly [text: string, right: boolean][] = [
  [policy(), true],
  [policy(HOLDOUT), true],
  [policy(HOLDOUT, 'metrics: { auc: { margin: 0.002, min: 0, max: 1, max-gain: 0.1, level: warn } }'), true],
  [policy(HOLDOUT, 'metrics: { auc: { margin: 0.001% }, logloss: {} }'), true],
  [policy('holdout: { query: SELECT 1, label: y, group: g, weight: w }'), true],
  [policy('holdout: { source: [a, b], label: y }'), true],
  [policy('baseline: [a.onnx, "git:origin/main"]'), true],
  [policy('inputs: auto'), true],
  [policy('inputs: { a: x, b: [x, { sql: y }], c: { sql: z }, d: { columns: [x], missing: -1 } }'), true],
  [policy('output: { name: p, class: 0, activation: softmax }', 'task: binary'), true],
  [
    policy('latency: { batch: [1, 1000], threads: 2, p50: { max: 1.5ms }, p99: { max-regression: 250% } }'),
    true,
  ],
  [`mode: strict\nconfidence: 0.999\nlimits: { seconds: 0.5, memory: 512Mi }\n${policy()}`, true],
  ['version: 1\nmodels: {}\n', false],
  ['models: { m: { candidate: a } }\n', false],
  ['version: 2\nmodels: { m: { candidate: a } }\n', false],
  ['version: 1\nmodels: { a b: { candidate: a } }\n', false],
  ['version: 1\nmodels: { .a: { candidate: a } }\n', false],
  ['version: 1\nmodels: { m: { candidate: "" } }\n', false],
  ['version: 1\nmodels: { m: {} }\n', false],
  ['- 1\n', false],
  [policy('slices: []'), false],
  [
    policy(HOLDOUT, 'slices: [{ by: a }, { by: [a, b], min-rows: 5, min-positives: 0 }, { where: a > 1 }]'),
    true,
  ],
  [policy(HOLDOUT, 'slices: [{ by: a, where: b }]'), false],
  [policy(HOLDOUT, 'slices: [{ min-rows: 5 }]'), false],
  [policy(HOLDOUT, 'slices: [{ by: [] }]'), false],
  [policy(HOLDOUT, 'metrics: { auc: { slices: off } }'), true],
  [policy(HOLDOUT, 'metrics: { auc: { slices: { margin: 0.01 } } }'), true],
  [policy(HOLDOUT, 'metrics: { auc: { slices: on } }'), false],
  [policy(HOLDOUT, 'metrics: { auc: {}, ndcg@10: {}, "ndcg@10[gain=exp2]": {} }'), true],
  [policy('metrics: {}'), false],
  [policy('baseline: []'), false],
  [policy('holdout: { label: y }'), false],
  [policy('holdout: { label: y, source: a, query: b }'), false],
  [policy(HOLDOUT, 'metrics: { auk: {} }'), false],
  [policy(HOLDOUT, 'metrics: { auc: null }'), false],
  [policy(HOLDOUT, 'metrics: { auc: { margin: 0.000009 } }'), false],
  [policy(HOLDOUT, 'metrics: { auc: { margin: 0.0001% } }'), false],
  [policy(HOLDOUT, 'metrics: { auc: { margin: 0% } }'), false],
  [policy(HOLDOUT, 'metrics: { auc: { max-gain: 0 } }'), false],
  [policy(HOLDOUT, 'metrics: { auc: { level: info } }'), false],
  [policy('inputs: { a: { sql: x, columns: [y] } }'), false],
  [policy('inputs: { a: [] }'), false],
  [policy('inputs: manual'), false],
  [policy('latency: { batch: [] }'), false],
  [policy('latency: { batch: [1, 1] }'), false],
  [policy('latency: { batch: [1.5] }'), false],
  [policy('latency: { threads: 0 }'), false],
  [policy('latency: { p99: { max: 0ms } }'), false],
  [policy('latency: { p90: { max: 1ms } }'), false],
  [policy('output: { class: -1 }'), false],
  [`confidence: 1\n${policy()}`, false],
  [`limits: { memory: 4GB }\n${policy()}`, false],
];

test.each(SAMPLES)('the schema and the parser agree on %j', (text, right) => {
  expect({ schema: validate(parse(text)), parser: parsePolicy(text, 'p.yml').ok }).toEqual({
    schema: right,
    parser: right,
  });
});

test.each([
  policy(HOLDOUT, 'metrics: { auc: { min: 2, max: 1 } }'),
  policy('latency: { p50: { max: 2s }, p99: { max: 1s } }'),
  'version: 1\nmodels: { a: { candidate: x }, A: { candidate: x } }\n',
])('what only the parser can see: %j', (text) => {
  expect({ schema: validate(parse(text)), parser: parsePolicy(text, 'p.yml').ok }).toEqual({
    schema: true,
    parser: false,
  });
});
