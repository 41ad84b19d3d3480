import { describe, expect, it } from 'vitest';
import { policyChanges } from '../../../src/core/policy/changes.ts';
import { parsePolicy } from '../../../src/core/policy/parse.ts';

const BASE = `
version: 1
mode: strict
models:
  m:
    candidate: m.onnx
    holdout: { source: rows.parquet, label: y }
    metrics:
      auc: { margin: 0.002, min: 0.7 }
      logloss: { margin: 1% }
    slices: [{ by: region, min-rows: 500 }]
    latency: { batch: [1], p99: { max: 15ms, max-regression: 10% } }
    validate: { checks: { unused-initializers: warn }, targets: [onnxruntime==1.19] }
`;

function read(text: string) {
  const parsed = parsePolicy(text, 'onnx-gate.yml');
  if (!parsed.ok) throw new Error(parsed.faults.map(({ message }) => message).join('\n'));
  return parsed.policy;
}

/** What replacing one text by another does. */
function edited(from: string, to: string): string[] {
  expect(BASE).toContain(from);
  return policyChanges(read(BASE), read(BASE.replace(from, to))).map(
    ({ effect, path, before, after }) => `${effect} ${path}: ${before} → ${after}`,
  );
}

describe('an edit of the policy', () => {
  it('of nothing changes nothing', () => {
    expect(policyChanges(read(BASE), read(`# a comment\n${BASE}`))).toEqual([]);
  });

  it.each([
    ['margin: 0.002', 'margin: 0.01', 'loosens models.m.metrics.auc.margin: 0.002 → 0.01'],
    ['margin: 0.002', 'margin: 0.001', 'tightens models.m.metrics.auc.margin: 0.002 → 0.001'],
    ['margin: 1%', 'margin: 2%', 'loosens models.m.metrics.logloss.margin: 1% → 2%'],
    ['margin: 1%', 'margin: 0.01', 'changes models.m.metrics.logloss.margin: 1% → 0.01'],
    ['min: 0.7 ', 'min: 0.8 ', 'tightens models.m.metrics.auc.min: 0.7 → 0.8'],
    [', min: 0.7', '', 'loosens models.m.metrics.auc.min: 0.7 → null'],
    ['margin: 1% ', 'margin: 1%, max: 0.4 ', 'tightens models.m.metrics.logloss.max: null → 0.4'],
    ['margin: 1% ', 'margin: 1%, level: warn ', 'loosens models.m.metrics.logloss.level: error → warn'],
    [
      '      logloss: { margin: 1% }\n',
      '',
      'loosens models.m.metrics.logloss: { margin: 1%, level: error } → null',
    ],
    ['max: 15ms', 'max: 0.02s', 'loosens models.m.latency.p99.max: 15ms → 0.02s'],
    ['max-regression: 10%', 'max-regression: 5%', 'tightens models.m.latency.p99.max-regression: 10% → 5%'],
    ['min-rows: 500', 'min-rows: 5000', 'loosens models.m.slices.region.min-rows: 500 → 5000'],
    [
      'unused-initializers: warn',
      'unused-initializers: off',
      'loosens models.m.validate.checks.unused-initializers: warn → off',
    ],
    [
      'targets: [onnxruntime==1.19]',
      'targets: []',
      'loosens models.m.validate.targets."onnxruntime==1.19": onnxruntime==1.19 → null',
    ],
    [
      'targets: [onnxruntime==1.19]',
      'targets: [onnxruntime==1.19], tolerance: { relative: 0.1, absolute: 1 }',
      'changes models.m.validate.tolerance: null → { relative: 0.1, absolute: 1 }',
    ],
    [
      'targets: [onnxruntime==1.19]',
      'targets: [onnxruntime==1.19], load: false',
      'loosens models.m.validate.load: true → false',
    ],
    ['mode: strict', 'mode: guard', 'loosens mode: strict → guard'],
    ['mode: strict', 'mode: point', 'changes mode: strict → point'],
    [
      'source: rows.parquet',
      'source: other.parquet',
      'changes models.m.holdout.source: rows.parquet → other.parquet',
    ],
  ])('%s → %s', (from, to, change) => {
    expect(edited(from, to)).toEqual([change]);
  });

  it('that takes a slice away, or a percentile, loosens', () => {
    expect(edited('slices: [{ by: region, min-rows: 500 }]', 'slices: []')[0]).toMatch(
      /^loosens models\.m\.slices\.region: /,
    );
    expect(edited(', p99: { max: 15ms, max-regression: 10% }', '')[0]).toMatch(
      /^loosens models\.m\.latency\.p99: /,
    );
  });

  it('that adds a waiver loosens, and its removal tightens', () => {
    const waived = `${BASE}waivers: [{ rule: m/auc, ceiling: 0.02, reason: r, owner: o, expires: 2027-01-31 }]`;
    const [one] = policyChanges(read(BASE), read(waived));
    expect(one).toMatchObject({ effect: 'loosens', path: expect.stringContaining('waivers') });
    expect(policyChanges(read(waived), read(BASE))).toMatchObject([{ effect: 'tightens' }]);
    const longer = waived.replace('2027-01-31', '2028-01-31');
    expect(policyChanges(read(waived), read(longer))).toMatchObject([
      { effect: 'loosens', before: '2027-01-31' },
    ]);
  });

  it('tells what loosens first', () => {
    const both = BASE.replace('margin: 0.002', 'margin: 0.001').replace('max: 15ms', 'max: 20ms');
    expect(policyChanges(read(BASE), read(both)).map(({ effect }) => effect)).toEqual([
      'loosens',
      'tightens',
    ]);
  });
});
