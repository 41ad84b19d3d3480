import { describe, expect, test } from 'vitest';
import type { Measurement } from '../../../src/core/documents/index.ts';
import type { Fault, FaultCode } from '../../../src/core/errors.ts';
import type { JudgeInput } from '../../../src/core/gate/judge.ts';
import { parsePolicy } from '../../../src/core/policy/parse.ts';
import { policySchema } from '../../../src/core/policy/schema.ts';
import {
  arm,
  benchmark,
  digestOf,
  evaluation,
  judged,
  metric,
  moved,
  type Rules,
  validation,
} from './samples.ts';

const pass = moved(0, -0.001, 0.001);
const open = moved(0, -0.01, 0.01);
const fail = moved(-0.1, -0.11, -0.09);
const M = { margin: 0.002 };
const fault = (code: FaultCode): Fault => ({ code, message: `It is ${code}.`, fix: 'Mend it.' });
const codes = (verdict: { reasons: { code: string }[] }) => verdict.reasons.map(({ code }) => code);
const two = (auc: object, logloss: object): Rules => ({ metrics: { auc, logloss } });
const both = (auc: object, logloss: object): Measurement[] => [
  evaluation([metric(auc), metric({ ...logloss, metric: 'logloss' })]),
];

describe('the word and the exit code', () => {
  type Row = [
    name: string,
    rules: Rules,
    documents: Measurement[],
    mode: 'guard' | 'strict' | 'point',
    verdict: string,
    exit: number,
    reasons: string[],
  ];
  test.each<Row>([
    ['all pass', { metrics: { auc: M } }, [evaluation([pass])], 'guard', 'pass', 0, []],
    ['all pass, strict', { metrics: { auc: M } }, [evaluation([pass])], 'strict', 'pass', 0, []],
    ['one fails', two(M, M), both(pass, fail), 'guard', 'fail', 1, []],
    ['fail beats inconclusive', two(M, M), both(open, fail), 'strict', 'fail', 1, ['inconclusive']],
    ['one undecided', two(M, M), both(pass, open), 'guard', 'pass', 0, ['inconclusive']],
    ['one undecided, strict', two(M, M), both(pass, open), 'strict', 'inconclusive', 4, ['inconclusive']],
    ['all undecided', two(M, M), both(open, open), 'guard', 'inconclusive', 0, ['inconclusive']],
    ['undecided, bare difference', { metrics: { auc: M } }, [evaluation([open])], 'point', 'pass', 0, []],
    ['a warning fails', two(M, { ...M, level: 'warn' }), both(pass, fail), 'strict', 'pass', 0, []],
    ['a warning is undecided', two(M, { ...M, level: 'warn' }), both(pass, open), 'strict', 'pass', 0, []],
    [
      'only warnings',
      { metrics: { auc: { ...M, level: 'warn' } } },
      [evaluation([pass])],
      'guard',
      'inconclusive',
      0,
      ['no-thresholds'],
    ],
    ['no rules', {}, [evaluation([pass])], 'guard', 'inconclusive', 0, ['no-thresholds']],
    ['no rules, strict', {}, [evaluation([pass])], 'strict', 'inconclusive', 4, ['no-thresholds']],
    [
      'a rule without a condition',
      { metrics: { auc: {} } },
      [evaluation([pass])],
      'strict',
      'inconclusive',
      4,
      ['no-thresholds'],
    ],
    [
      'rules for another measurement',
      { latency: { batch: [1], p99: { max: '1s' } } },
      [evaluation([pass])],
      'guard',
      'inconclusive',
      0,
      ['no-thresholds'],
    ],
    ['no document', { metrics: { auc: M } }, [], 'guard', 'fail', 1, []],
  ])('%s', (_name, rules, documents, mode, verdict, exitCode, reasons) => {
    const judgement = judged(rules, { documents, mode });
    expect(judgement).toMatchObject({ verdict, exitCode, mode });
    expect(codes(judgement)).toEqual(reasons);
  });

  const alone = { baseline: null, delta: null, interval: null, mde: null };
  const unpaired = [evaluation([metric(alone)], { compared: false, baseline: null })];
  test.each([
    [{ auc: M }, 'guard', 'inconclusive', 0],
    [{ auc: M }, 'strict', 'inconclusive', 4],
    [{ auc: { ...M, min: 0.7 } }, 'strict', 'pass', 0],
    [{ auc: { ...M, min: 0.8 } }, 'guard', 'fail', 1],
  ] as const)('no baseline: %j in %s is %s', (metrics, mode, verdict, exitCode) => {
    const judgement = judged({ metrics }, { documents: unpaired, mode });
    expect(judgement).toMatchObject({ verdict, exitCode });
    expect(codes(judgement)).toEqual(['no-baseline']);
  });

  test('the mode is the policy’s unless the run says otherwise', () => {
    expect(judged({ metrics: { auc: M } }, { documents: [evaluation([open])] }).mode).toBe('guard');
  });

  test('only the file in question: that it loads is enough', () => {
    expect(judged({}, { scope: ['validation'], documents: [validation()] })).toMatchObject({
      verdict: 'pass',
      reasons: [],
    });
  });

  test('quality in question: that the file loads vouches for nothing', () => {
    const judgement = judged(
      {},
      { scope: ['validation', 'evaluation'], documents: [validation(), evaluation([pass])] },
    );
    expect(judgement.verdict).toBe('inconclusive');
  });

  test('nothing to judge is no pass', () => {
    const judgement = judged({}, { models: [] });
    expect(judgement).toMatchObject({ verdict: 'inconclusive', exitCode: 0, rules: [] });
    expect(codes(judgement)).toEqual(['no-models']);
    expect(judged({}, { models: [], mode: 'strict' }).exitCode).toBe(4);
    expect(judged({}, { scope: [] }).verdict).toBe('inconclusive');
  });
});

describe('faults', () => {
  test.each([
    [['model-signature'], 2],
    [['model-crashed'], 3],
    [['model-signature', 'model-timeout'], 3],
    [['internal'], 3],
  ] as const)('%j ends with exit code %d', (list, exitCode) => {
    const faults = list.map((code) => ({ model: 'm', fault: fault(code) }));
    const judgement = judged({ metrics: { auc: M } }, { documents: [evaluation([fail])], faults });
    expect(judgement).toMatchObject({ verdict: 'error', exitCode });
    expect(judgement.reasons.slice(0, list.length)).toEqual(
      list.map((code) => ({ model: 'm', code, message: `It is ${code}. Mend it.` })),
    );
  });

  test('what a fault kept from being measured is skipped, for that model or for all', () => {
    const rules = { metrics: { auc: M } };
    for (const model of ['m', null])
      expect(judged(rules, { faults: [{ model, fault: fault('internal') }] }).rules).toMatchObject([
        { result: 'skipped', reason: 'Not measured, because of a fault.' },
      ]);
    expect(judged(rules, { faults: [{ model: 'n', fault: fault('internal') }] }).rules).toMatchObject([
      { result: 'fail', reason: 'There is no evaluation document.' },
    ]);
  });

  test('a model that the policy does not have', () => {
    for (const name of ['n', '__proto__', 'constructor', 'toString']) {
      const judgement = judged({}, { models: [name] });
      expect(judgement).toMatchObject({ verdict: 'error', exitCode: 2, rules: [] });
      expect(judgement.reasons).toMatchObject([{ model: name, code: 'usage-invalid' }]);
    }
  });

  test('nor do documents of one model with different weights beside it', () => {
    const external = { files: 1, bytes: 9, digest: digestOf('f') };
    const { candidate } = validation();
    const documents = [validation({ candidate: { ...candidate, external } }), evaluation([pass])];
    const judgement = judged({ metrics: { auc: M } }, { scope: ['validation', 'evaluation'], documents });
    expect(judgement).toMatchObject({ verdict: 'error', exitCode: 2 });
    expect(judgement.reasons[0]?.message).toContain(
      'the candidate is sha256:aaaaaaaaaaaa with sha256:ffffffffffff beside it in the validation and sha256:aaaaaaaaaaaa in the evaluation.',
    );
  });

  test('documents of different files vouch for nothing', () => {
    const other = { reference: 'a.onnx', digest: digestOf('f'), bytes: 9 };
    const documents = [validation({ candidate: other }), evaluation([pass])];
    const judgement = judged({ metrics: { auc: M } }, { scope: ['validation', 'evaluation'], documents });
    expect(judgement).toMatchObject({ verdict: 'error', exitCode: 2 });
    expect(judgement.reasons[0]?.message).toBe(
      'The documents of m are about different files: the candidate is sha256:ffffffffffff in the validation and sha256:aaaaaaaaaaaa in the evaluation. Measure again, all in one run.',
    );
  });
});

describe('documents', () => {
  test('a model that is not valid excuses what could not be measured, and fails', () => {
    const judgement = judged(
      { metrics: { auc: M }, latency: { batch: [1], p99: { max: '1s' } } },
      {
        scope: ['validation', 'evaluation', 'benchmark'],
        documents: [validation({ status: 'fail', summary: null })],
      },
    );
    expect(judgement).toMatchObject({ verdict: 'fail', exitCode: 1 });
    expect(judgement.rules.map(({ result }) => result)).toEqual(['fail', 'skipped', 'skipped']);
  });

  test('it excuses nothing when its own rule is not in question', () => {
    const documents = [validation({ status: 'fail', summary: null })];
    expect(judged({ metrics: { auc: M } }, { documents })).toMatchObject({ verdict: 'fail' });
    expect(judged({ metrics: { auc: M } }, { documents }).rules).toMatchObject([{ result: 'fail' }]);
  });

  test('two of a kind: neither counts', () => {
    const documents = [evaluation([pass]), evaluation([fail])];
    expect(judged({ metrics: { auc: M } }, { documents }).rules).toMatchObject([
      { result: 'fail', reason: 'There are 2 evaluation documents; one is needed.' },
    ]);
  });

  test('another model’s documents are left aside', () => {
    const documents = [evaluation([pass], { model: 'n' })];
    expect(judged({ metrics: { auc: M } }, { documents }).rules).toMatchObject([{ result: 'fail' }]);
  });

  test('what is not in scope is not judged', () => {
    const rules = { metrics: { auc: M }, latency: { batch: [32], p99: { 'max-regression': '10%' } } };
    const documents = [evaluation([pass]), benchmark([arm(3, 2.9, 3.1)])];
    expect(judged(rules, { documents }).rules.map(({ id }) => id)).toEqual(['m/auc']);
    expect(judged(rules, { documents, scope: ['benchmark'] })).toMatchObject({ verdict: 'fail' });
  });

  test('the verdict names the files that were judged', () => {
    const { subjects } = judged({ metrics: { auc: M } }, { documents: [evaluation([pass])] });
    expect(subjects).toEqual([
      {
        model: 'm',
        candidate: { reference: 'a.onnx', digest: digestOf('a'), bytes: 9 },
        baseline: { reference: 'b.onnx', digest: digestOf('b'), bytes: 9 },
        holdout: { source: 'rows.parquet', digest: digestOf('c'), rows: 4000 },
      },
    ]);
    expect(judged({}, {}).subjects).toEqual([{ model: 'm', candidate: null, baseline: null, holdout: null }]);
  });

  test('scores made elsewhere have no files', () => {
    const documents = [evaluation([pass], { candidate: null, baseline: null })];
    expect(judged({ metrics: { auc: M } }, { documents })).toMatchObject({ verdict: 'pass', reasons: [] });
  });
});

test('several models: each by its own rules and documents, in the order asked for; the worst decides', () => {
  const model = (metrics: object) => ({ candidate: 'x', holdout: { source: 's', label: 'y' }, metrics });
  const policy = policySchema.parse({
    version: 1,
    models: { constructor: model({ auc: M }), b: model({ auc: { min: 0.9 } }), 9: model({ auc: M }) },
  });
  const documents = ['constructor', 'b', '9'].map((name) => evaluation([pass], { model: name }));
  const run = (models: string[]) => judged({}, { policy, documents, models });
  expect(run(['b', 'constructor', '9', 'b']).rules.map(({ id }) => id)).toEqual([
    'b/auc',
    'constructor/auc',
    '9/auc',
  ]);
  expect(run(['b', 'constructor', '9']).verdict).toBe('fail');
  expect(run(['constructor', '9']).verdict).toBe('pass');
});

test('rules point to their place in the policy file', () => {
  const text = `version: 1
models:
  m:
    candidate: a.onnx
    holdout: { source: r, label: y }
    metrics:
      auc: { margin: 0.002 }
    latency: { batch: [32], p99: { max: 1s } }
`;
  const parsed = parsePolicy(text, 'onnx-gate.yml');
  if (!parsed.ok) throw new Error('a right policy');
  const more: Partial<JudgeInput> = {
    policy: parsed.policy,
    positions: parsed.positions,
    scope: ['validation', 'evaluation', 'benchmark'],
    documents: [validation(), evaluation([pass]), benchmark([arm(1, 1, 1)])],
    policySubject: { path: 'onnx-gate.yml', digest: digestOf('d') },
  };
  const judgement = judged({}, more);
  expect(judgement.rules.map(({ id, at }) => `${id} ${at?.file}:${at?.line}:${at?.column}`)).toEqual([
    'm/validate onnx-gate.yml:4:5',
    'm/auc onnx-gate.yml:7:7',
    'm/latency/batch=32/p99 onnx-gate.yml:8:29',
  ]);
  expect(judgement.policy).toEqual({ path: 'onnx-gate.yml', digest: digestOf('d') });
});

test('what was undecided is named once for a model', () => {
  const metrics = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`m${i}`, M]));
  const documents = [evaluation(Object.keys(metrics).map((id) => metric({ ...open, metric: id })))];
  expect(judged({ metrics }, { documents }).reasons).toEqual([
    {
      model: 'm',
      code: 'inconclusive',
      message: '7 rules of m could not be decided: m0, m1, m2, m3, m4 and 2 more.',
    },
  ]);
});

test('long foreign text fits into the document', () => {
  const faults = [{ model: 'm', fault: { code: 'internal' as const, message: 'x'.repeat(10_000) } }];
  expect(judged({}, { faults }).reasons[0]?.message).toHaveLength(4096);
});
