import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Fault } from '../../../src/core/errors.ts';
import { parsePolicy } from '../../../src/core/policy/parse.ts';
import { HOLDOUT, policy } from './samples.ts';

const faultsOf = (text: string): Fault[] => {
  const result = parsePolicy(text, 'onnx-gate.yml');
  return result.ok ? [] : result.faults;
};
const lines = (faults: readonly Fault[]): string[] =>
  faults.map(({ at, message, fix }) => `${at?.file}:${at?.line}:${at?.column} ${message}\n    ${fix}`);

test('reads a policy and fills in what it leaves out', () => {
  const result = parsePolicy(
    policy(HOLDOUT, 'metrics: { auc: { margin: 1%, min: 0.7 } }', 'latency: { p99: { max: 15ms } }'),
    'onnx-gate.yml',
  );
  expect(result).toMatchObject({
    ok: true,
    policy: {
      version: 1,
      mode: 'guard',
      confidence: 0.95,
      limits: { seconds: 120, memory: '4Gi' },
      models: {
        m: {
          candidate: 'm.onnx',
          holdout: { source: 'rows.parquet', label: 'y' },
          inputs: 'auto',
          output: { activation: 'none' },
          task: 'binary',
          metrics: { auc: { margin: '1%', min: 0.7, level: 'error' } },
          latency: { batch: [1, 32], threads: 1, p99: { max: '15ms', level: 'error' } },
        },
      },
    },
  });
});

test('every fault of a file at once, in its order, each with what to write instead', async () => {
  const text = readFileSync(new URL('golden/mistakes.yml', import.meta.url), 'utf8');
  const told = lines(faultsOf(text));
  expect(told.length).toBeGreaterThan(25);
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('golden/mistakes.txt');
});

/** What breaks, and a part of the only fault that it makes. */
const SINGLE: readonly [name: string, text: string, position: string, message: string, fix: string][] = [
  ['empty file', '', '1:1', 'onnx-gate.yml is empty', 'version: 1'],
  ['a model', '\b\b:\0version', '1:1', 'onnx-gate.yml is not text in UTF-8', 'the right file'],
  ['only a comment', '# nothing\n', '1:1', 'onnx-gate.yml is empty', 'version: 1'],
  ['a list', '- 1\n', '1:1', 'The policy is [1]', 'version: 1'],
  ['a sentence', 'hello\n', '1:1', 'The policy is "hello"', 'version: 1'],
  ['no models', 'version: 1\nmodels: {}\n', '2:1', '`models` names no model', 'candidate'],
  ['models without a value', 'version: 1\nmodels:\n', '2:1', 'models has no value', 'conversion'],
  [
    'no version',
    policy().replace('version: 1\n', ''),
    '1:1',
    'The policy has no `version`',
    'Add `version: 1`',
  ],
  ['newer version', policy().replace('1', '2'), '1:10', 'version is 2', 'version: 1'],
  ['version as text', policy().replace('1', '"1"'), '1:10', 'version is "1"', 'version: 1'],
  [
    'a key that will come',
    policy('waivers: []'),
    '5:5',
    '`waivers` is not a key in models.m',
    'Allowed here',
  ],
  [
    'a key nearly right',
    policy('basline: a.onnx'),
    '5:5',
    '`basline` is not a key',
    'Did you mean `baseline`?',
  ],
  ['a key that objects have', policy('constructor: 1'), '5:5', '`constructor` is not a key', 'Allowed here'],
  ['the key __proto__', policy('__proto__: 1'), '5:5', '`__proto__` is not a key', 'Allowed here'],
  [
    'no candidate',
    policy().replace('candidate: m.onnx', 'task: binary'),
    '3:3',
    'models.m has no `candidate`',
    'Add',
  ],
  [
    'empty candidate',
    policy().replace('m.onnx', '""'),
    '4:16',
    'models.m.candidate is ""',
    'models/conversion.onnx',
  ],
  ['baseline is empty', policy('baseline: []'), '5:5', 'models.m.baseline is []', 'git:origin/main'],
  [
    'baseline with a number',
    policy('baseline: [a.onnx, 3]'),
    '5:24',
    'models.m.baseline[1] is 3',
    'git:origin/main',
  ],
  ['bad mode', `mode: lax\n${policy()}`, '1:7', 'mode is "lax": it must be one of `guard`', 'guard'],
  ['bad confidence', `confidence: 95\n${policy()}`, '1:13', 'from 0.5 to 0.999', 'confidence: 0.95'],
  ['NaN', `confidence: .nan\n${policy()}`, '1:13', 'confidence is .nan', 'confidence: 0.95'],
  ['infinity', `limits: { seconds: .inf }\n${policy()}`, '1:20', 'seconds is .inf', 'seconds: 120'],
  ['memory', `limits: { memory: 4GB }\n${policy()}`, '1:19', 'limits.memory is "4GB"', 'memory: 4Gi'],
  [
    'neither source nor query',
    policy('holdout: { label: y }'),
    '5:5',
    'does not say where its rows are',
    'source',
  ],
  ['both', policy('holdout: { label: y, source: a.csv, query: SELECT 1 }'), '5:41', 'has both', 'Keep one'],
  [
    'no label',
    policy('holdout: { source: a.csv }'),
    '5:5',
    'models.m.holdout has no `label`',
    'label: purchased',
  ],
  ['metrics, no holdout', policy('metrics: { auc: { min: 0.7 } }'), '5:5', 'no `holdout` to measure', 'Add'],
  [
    'unknown metric',
    policy(HOLDOUT, 'metrics: { acc: {} }'),
    '6:16',
    'no metric "acc"',
    'Did you mean `auc`?',
  ],
  ['far metric', policy(HOLDOUT, 'metrics: { x: {} }'), '6:16', 'no metric "x"', 'Metrics of binary are auc'],
  [
    'metric __proto__',
    policy(HOLDOUT, 'metrics: { __proto__: {} }'),
    '6:16',
    'no metric "__proto__"',
    'Metrics of binary',
  ],
  [
    'metric constructor',
    policy(HOLDOUT, 'metrics: { constructor: {} }'),
    '6:16',
    'no metric "constructor"',
    'Metrics of binary',
  ],
  [
    'tiny margin',
    policy(HOLDOUT, 'metrics: { auc: { margin: 9e-6 } }'),
    '6:31',
    'float32 near-ties',
    '0.002',
  ],
  [
    'tiny share',
    policy(HOLDOUT, 'metrics: { auc: { margin: 0.0001% } }'),
    '6:31',
    'float32 near-ties',
    '0.002',
  ],
  ['zero margin', policy(HOLDOUT, 'metrics: { auc: { margin: 0 } }'), '6:31', 'float32 near-ties', '0.002'],
  [
    'negative margin',
    policy(HOLDOUT, 'metrics: { auc: { margin: -0.1 } }'),
    '6:31',
    'never negative',
    '0.002',
  ],
  ['negative share', policy(HOLDOUT, 'metrics: { auc: { margin: -1% } }'), '6:31', 'never negative', '0.002'],
  [
    'margin as words',
    policy(HOLDOUT, 'metrics: { auc: { margin: small } }'),
    '6:31',
    'is "small": it must be',
    '0.002',
  ],
  [
    'margin as a switch',
    policy(HOLDOUT, 'metrics: { auc: { margin: true } }'),
    '6:31',
    'is true: it must be',
    '0.002',
  ],
  [
    'crossed bounds',
    policy(HOLDOUT, 'metrics: { auc: { min: 0.9, max: 0.8 } }'),
    '6:28',
    'nothing can pass',
    'Exchange',
  ],
  [
    'no gain allowed',
    policy(HOLDOUT, 'metrics: { auc: { max-gain: 0 } }'),
    '6:33',
    'a number above zero',
    '0.05',
  ],
  [
    'no rule',
    policy(HOLDOUT, 'metrics: { auc: }'),
    '6:16',
    'models.m.metrics.auc has no value',
    'margin: 0.002',
  ],
  [
    'duration',
    policy('latency: { p99: { max: 15 } }'),
    '5:28',
    'p99.max is 15: it must be a duration',
    'max: 15ms',
  ],
  [
    'percentage',
    policy('latency: { p99: { max-regression: 0.1 } }'),
    '5:39',
    'is 0.1: it must be a perc',
    '10%',
  ],
  [
    'swapped times',
    policy('latency: { p50: { max: 2s }, p99: { max: 9ms } }'),
    '5:46',
    'never the longer',
    'Exchange',
  ],
  ['batch 0', policy('latency: { batch: [0] }'), '5:24', 'batch[0] is 0: it must be a whole number', '32'],
  ['batch twice', policy('latency: { batch: [8, 8] }'), '5:27', 'has 8 twice', 'Keep one'],
  ['inputs', policy('inputs: { a: 5 }'), '5:18', 'models.m.inputs.a is 5: it must be a column', 'columns'],
  [
    'sql typo',
    policy('inputs: { a: { sq: x, sql: x } }'),
    '5:20',
    '`sq` is not a key in',
    'Did you mean `sql`?',
  ],
  [
    'missing rule',
    policy('inputs: { a: { columns: [b], missing: zero } }'),
    '5:43',
    'one of `fail`, `nan`',
    'nan',
  ],
  ['input __proto__', policy('inputs: { __proto__: a }'), '5:15', 'cannot be mapped', 'Rename'],
  ['activation', policy('output: { activation: tanh }'), '5:27', 'is "tanh"', 'sigmoid'],
  ['task', policy('task: rank'), '5:11', 'is "rank": it must be one of `binary`', 'binary'],
  [
    'a ranking without lists',
    policy(HOLDOUT, 'task: ranking'),
    '5:5',
    'models.m.holdout has no `group`',
    'group: query_id',
  ],
  [
    'name with a slash',
    policy().replace('m:', 'a/b:'),
    '3:3',
    '"a/b" cannot be the name of a model',
    'Use letters',
  ],
  [
    'name with dots',
    policy().replace('m:', '..:'),
    '3:3',
    '".." cannot be the name of a model',
    'Use letters',
  ],
  [
    'name __proto__',
    policy().replace('m:', '__proto__:'),
    '3:3',
    '"__proto__" cannot be the name',
    'Use letters',
  ],
  [
    'long name',
    policy().replace('m:', `${'m'.repeat(101)}:`),
    '3:3',
    'cannot be the name of a model',
    '100 at most',
  ],
  [
    'names that fold',
    `${policy()}  M: { candidate: m.onnx }\n`,
    '5:3',
    'differ only in upper and lower case',
    'Rename',
  ],
  ['key twice', policy('task: binary', 'task: binary'), '6:5', '"task" is given twice', 'Keep one'],
  ['a tab', 'version: 1\nmodels:\n\tm: 1\n', '3:1', 'a tab is used to indent', 'spaces'],
  ['a missing bracket', policy('baseline: [a'), '6:1', 'not YAML that can be read', 'bracket'],
  ['two documents', `${policy()}---\na: 1\n`, '5:1', 'second document', 'Keep one'],
  ['a tag', policy('baseline: !env X'), '5:15', 'a tag', 'Remove'],
  ['unknown anchor', policy('baseline: *b'), '5:15', '"*b" refers to nothing', 'Write'],
  ['an anchor in itself', policy('inputs: &x { a: *x }'), '5:21', '"*x" refers to nothing', 'Write'],
  ['a key that is a map', policy('? { a: 1 }', ': 2'), '5:7', 'not plain text', 'plain key'],
  ['too many characters', `#${'x'.repeat(2 ** 20)}`, '1:1', 'has 1048577 characters', 'several policies'],
];

test.each(SINGLE)('%s', (_name, text, position, message, fix) => {
  const [first, ...others] = faultsOf(text);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ code: 'policy-invalid', at: { file: 'onnx-gate.yml' } });
  expect(`${first?.at?.line}:${first?.at?.column}`).toBe(position);
  expect(first?.message).toContain(message);
  expect(first?.fix).toContain(fix);
});
test.each(SINGLE)('%s: in our words, with a place and a fix', (_name, text) => {
  for (const { message, fix, at } of faultsOf(text)) {
    expect(message).toMatch(/^.{5,600}\.$/u);
    expect(message).not.toMatch(/Invalid|expected|received|unrecognized|undefined|Too (small|big)|zod/i);
    expect(fix).toMatch(/^[A-Z].{3,}[.?]$/);
    expect(at?.line).toBeGreaterThan(0);
    expect(at?.column).toBeGreaterThan(0);
  }
});

test('several models and metrics are each checked, whatever is wrong beside them', () => {
  const text = `version: 3
models:
  "a b": { candidate: 1, metrics: { auk: { min: 2, max: 1 } } }
  c: []
`;
  expect(faultsOf(text).map(({ message }) => message)).toEqual([
    expect.stringContaining('version is 3'),
    expect.stringContaining('"a b" cannot be the name'),
    expect.stringContaining('candidate is 1'),
    expect.stringContaining('has metrics, but no `holdout`'),
    expect.stringContaining('There is no metric "auk"'),
    expect.stringContaining('nothing can pass'),
    expect.stringContaining('models.c is []'),
  ]);
});

test('models and inputs may be called as objects are built', () => {
  const text = 'version: 1\nmodels: { constructor: { candidate: a.onnx, inputs: { toString: price } } }\n';
  const result = parsePolicy(text, 'p.yml');
  expect(result.ok && Object.entries(result.policy.models)).toMatchObject([
    ['constructor', { candidate: 'a.onnx', inputs: { toString: 'price' } }],
  ]);
});

test('anchors and merge-free aliases work; a fault in one is shown where it is written', () => {
  const text = `version: 1
models:
  a: { candidate: a.onnx, holdout: &rows { source: r.csv, label: y }, metrics: &rules { auc: { min: x } } }
  b: { candidate: b.onnx, holdout: *rows, metrics: *rules }
`;
  expect(lines(faultsOf(text)).map((line) => line.split(':')[1])).toEqual(['3', '3']);
  const result = parsePolicy(text.replace('min: x', 'min: 0.7'), 'p.yml');
  expect(result.ok && result.policy.models.b?.holdout).toMatchObject({ label: 'y' });
});

test('YAML 1.1 cannot be asked for: `yes` stays text', () => {
  const text = `%YAML 1.1\n---\n${policy('holdout: { source: a.csv, label: yes }')}`;
  const result = parsePolicy(text, 'p.yml');
  expect(result.ok && result.policy.models.m?.holdout?.label).toBe('yes');
});

test('control and direction marks of the file do not reach a message', () => {
  const [fault] = faultsOf(policy('"a\\u202e\\u0007\\u200b": 1'));
  expect(`${fault?.message}${fault?.fix}`).not.toMatch(/[\u0000-\u001f\u200b-\u202e]/);
  expect(fault?.message).toContain('\\u202e');
});

test('long foreign text is cut', () => {
  const [fault] = faultsOf(policy(`task: ${'x'.repeat(10_000)}`));
  expect(fault?.message.length).toBeLessThan(250);
});

test.each([
  ['brackets', '['.repeat(100_000)],
  ['indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  ['a thousand unknown keys', Array.from({ length: 1000 }, (_, i) => `k${i}: 1`).join('\n')],
  ['thousands of aliases', `a: &a 1\nb: [${'*a , '.repeat(50_000)}]`],
])('a hostile file is refused with few words: %s', (_name, text) => {
  const faults = faultsOf(text);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.length).toBeLessThan(1000);
  expect(lines(faults).join('').length).toBeLessThan(100_000);
});

test('a hundred faults are enough, and the last says that there are more', () => {
  const faults = faultsOf(Array.from({ length: 1000 }, (_, i) => `k${i}: 1`).join('\n'));
  expect(faults).toHaveLength(101);
  expect(faults.some(({ message }) => message === 'There are more than 100 faults.')).toBe(true);
});

test('aliases within aliases are refused before they are written out', () => {
  const text = `a: &a [1,1,1,1,1,1,1,1,1,1]\n${bomb(9)}`;
  expect(lines(faultsOf(text))).toEqual([
    'onnx-gate.yml:1:1 The file has more than 100000 values, with `*` references written out.\n    Split the models over several policies, and do not nest `*` references.',
  ]);
});

test('one large value, repeated, is refused as well', () => {
  const large = Array.from({ length: 2000 }, (_, i) => `k${i}: 1`).join(', ');
  const text = `models:\n  a: &x { ${large} }\n${Array.from({ length: 60 }, (_, i) => `  b${i}: *x\n`).join('')}`;
  expect(lines(faultsOf(text))).toEqual([expect.stringContaining('more than 100000 values')]);
});

function bomb(levels: number): string {
  const names = 'abcdefghijklmnop';
  return Array.from({ length: levels }, (_, i) => {
    const uses = Array.from({ length: 10 }, () => `*${names[i]}`).join(',');
    return `${names[i + 1]}: &${names[i + 1]} [${uses}]`;
  }).join('\n');
}

test('positions: of the key, of a list item, and of what is nearest', () => {
  const result = parsePolicy(
    policy('baseline: [a.onnx, b.onnx]', HOLDOUT, 'metrics:', '  auc: { min: 0.7 }'),
    'p.yml',
  );
  if (!result.ok) throw new Error('a right policy');
  const at = (...path: (string | number)[]) => {
    const { file, line, column } = result.positions.at(path);
    return `${file}:${line}:${column}`;
  };
  expect(at('models', 'm', 'metrics', 'auc')).toBe('p.yml:8:7');
  expect(at('models', 'm', 'metrics', 'auc', 'min')).toBe('p.yml:8:14');
  expect(at('models', 'm', 'metrics', 'logloss')).toBe('p.yml:7:5');
  expect(at('models', 'm', 'baseline', 1)).toBe('p.yml:5:24');
  expect(at('models', 'm', 'latency', 'p99')).toBe('p.yml:3:3');
  expect(at()).toBe('p.yml:1:1');
});
