import { describe, expect, it, test } from 'vitest';
import type { Parity, Probe } from '../../../src/core/documents/image.ts';
import { DOCUMENTS } from '../../../src/core/documents/index.ts';
import { digestOf, evaluation, image, judged, metric, probe, type Rules } from './samples.ts';

const on = (found: Probe | null, rules: Rules = { image: {} }) =>
  judged(rules, { scope: ['image'], documents: [image(found ? { probe: found } : {})] });
const ruleOf = (found: Probe, id: string, rules?: Rules) =>
  on(found, rules).rules.find((rule) => rule.id === `m/image/${id}`);
const parity = (more: Partial<Parity>): Probe => {
  const sound = probe();
  return { ...sound, parity: { ...sound.parity!, ...more } };
};
const worst = { output: 'p', row: 3, encoding: 'json', batch: 7, served: 0.51, offline: 0.5 } as const;

test('the samples are documents', () => {
  expect(DOCUMENTS.image.safeParse(image({ probe: probe() })).error).toBeUndefined();
});

test('a sound image passes every rule, and the verdict names its digest', () => {
  const verdict = on(probe());
  expect(verdict.rules.map(({ id, result }) => `${id} ${result}`)).toEqual(
    ['ready', 'signature', 'parity', 'order', 'hostile', 'memory', 'isolation', 'stop'].map(
      (id) => `m/image/${id} pass`,
    ),
  );
  expect(verdict.subjects[0]!.image).toEqual({
    reference: `ghcr.io/team/m@${digestOf('d')}`,
    digest: digestOf('d'),
  });
});

it.each<[string, Probe, string, RegExp]>([
  ['too late', probe({ readySeconds: 61 }), 'ready', /Ready after 61\.0 s; it may take 60s\./],
  ['another signature', probe({ signature: ['Output p is FP64.'] }), 'signature', /Output p is FP64\./],
  ['nothing replayed', probe({ parity: null }), 'parity', /No row was replayed/],
  [
    'beyond the tolerance',
    parity({ maxAbs: 0.01, maxScaled: 0.0017, worst }),
    'parity',
    /64 rows a value is off by 0\.01 at most \(output p, row 3, json, batch 7\); allowed is 0\.00001 \+ 0\.0001·\|y\|/,
  ],
  ['NaN on one side', parity({ unequal: 1 }), 'parity', /1 value of 64 rows differ/],
  ['another order', parity({ reordered: 2 }), 'order', /turn around 2 pairs/],
  ['another AUC', parity({ auc: { served: 0.74, offline: 0.75 } }), 'order', /0\.74 as served, 0\.75/],
  [
    'a bad request is answered',
    probe({ hostile: [{ request: 'wrong shape', status: 200, ready: true }] }),
    'hostile',
    /wrong shape got 200/,
  ],
  [
    'a bad request is fatal',
    probe({ hostile: [{ request: 'garbage', status: null, ready: false }] }),
    'hostile',
    /after garbage it was not ready/,
  ],
  ['a file', probe({ writes: ['/etc/x'] }), 'isolation', /it wrote \/etc\/x/],
  ['a call home', probe({ connections: ['192.0.2.1:443'] }), 'isolation', /a connection to 192\.0\.2\.1:443/],
  [
    'lost requests',
    probe({ stop: { requests: 100, failed: 3, exitCode: 0, seconds: 1 } }),
    'stop',
    /3 of 100 requests failed, and it ended with 0/,
  ],
  ['killed', probe({ stop: { requests: 9, failed: 0, exitCode: null, seconds: 30 } }), 'stop', /killed/],
])('%s fails', (_, found, id, reason) => {
  expect(on(found).verdict).toBe('fail');
  expect(ruleOf(found, id)).toMatchObject({ result: 'fail', reason: expect.stringMatching(reason) });
});

test('what was never ready is asked nothing more', () => {
  const { rules } = on(probe({ ready: false, readySeconds: null, parity: null, stderr: ['no model'] }));
  expect(rules).toMatchObject([
    { id: 'm/image/ready', result: 'fail', reason: 'It was never ready. It said: no model' },
  ]);
});

describe('the tolerance', () => {
  it.each([
    [1e-5, 1e-5, 'pass'],
    [1e-5, 1.0001e-5, 'fail'],
    [0, 0, 'pass'],
    [0, 1e-300, 'fail'],
  ] as const)('%d allows a scaled gap of %d: %s', (tolerance, maxScaled, result) => {
    expect(ruleOf(parity({ maxScaled }), 'parity', { image: { tolerance } })).toMatchObject({ result });
  });
});

describe('memory', () => {
  it.each([
    [{ memory: '2Gi', cpus: 2 }, 1e8, 'pass', /held .* at most of 2Gi/],
    [{ memory: '1Gi' }, 1e8, 'fail', /was probed with 2 processors and 2\.00 GiB, not with .* \(1Gi\)/],
    [{ cpus: 4 }, 1e8, 'fail', /not with .* \(4\)/],
    [{ memory: '2Gi' }, 3e9, 'fail', /2\.79 GiB at most of 2Gi/],
    [{}, 1e8, 'pass', /held/],
  ])('%j with %d bytes', (rule, peakMemory, result, reason) => {
    const judged = ruleOf(probe({ peakMemory }), 'memory', { image: rule });
    expect(judged).toMatchObject({ result, reason: expect.stringMatching(reason) });
  });
});

describe('without a probe', () => {
  it('fails where the policy asks, and is nothing where it does not', () => {
    expect(on(null).rules).toMatchObject(
      [{ id: 'm/image', result: 'fail', reason: /was not probed/ }].map((one) => ({
        ...one,
        reason: expect.stringMatching(one.reason),
      })),
    );
    expect(on(null, {}).rules).toEqual([]);
    const missing = judged({ image: {} }, { scope: ['image'] });
    expect(missing.rules).toMatchObject([
      { id: 'm/image', result: 'fail', reason: 'There is no image document.' },
    ]);
  });

  it('is not asked of a run that measures', () => {
    expect(
      judged({ image: {} }, { scope: ['evaluation', 'benchmark', 'validation'] }).rules.map(({ id }) => id),
    ).toEqual(['m/validate']);
  });
});

test('a probe is judged by the usual tolerance where the policy says nothing', () => {
  expect(ruleOf(parity({ maxScaled: 1 }), 'parity', {})).toMatchObject({ result: 'fail', at: null });
});

test('an image does not vouch for the quality of its model', () => {
  const skipped = evaluation([metric({ baseline: null, delta: null, interval: null })], { compared: false });
  const verdict = judged(
    { metrics: { auc: { margin: 0.002 } }, image: {} },
    { scope: ['evaluation', 'image'], documents: [skipped, image({ probe: probe() })] },
  );
  expect(verdict.verdict).toBe('inconclusive');
});

test('an image of another model is a fault', () => {
  const other = image({ candidate: { reference: 'z.onnx', digest: digestOf('f'), bytes: 1 } });
  const verdict = judged(
    { metrics: { auc: { min: 0.1 } } },
    { scope: ['evaluation', 'image'], documents: [evaluation([metric()]), other] },
  );
  expect(verdict).toMatchObject({ verdict: 'error', exitCode: 2 });
  expect(verdict.reasons[0]!.message).toMatch(/about different files: the candidate is .* in the image/);
});
