import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files } from '../../src/adapters/files.ts';
import { type PlanInputs, runPlan } from '../../src/commands/plan.ts';
import { USUAL_METRICS } from '../../src/core/metrics/usual.ts';
import { reader } from '../adapters/references/tools.ts';
import { temporaryFolder } from '../temporary.ts';

const POLICY = `
version: 1
mode: strict
limits: { memory: 512Mi }
models:
  click:
    candidate: models/click.onnx
    baseline: [git:main, git:main:old/click.onnx, /elsewhere/click.onnx, old/click.onnx]
    holdout: { source: ['rows/*.csv', '/data/rows.csv'], label: clicked }
    metrics: { auc: { margin: 0.002 } }
  buy:
    candidate: models/buy.onnx
`;

function plan(inputs: Partial<PlanInputs>, text = POLICY) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'ml'));
  const policy = join(folder, 'ml/onnx-gate.yml');
  writeFileSync(policy, text);
  const ports = { files, references: reader().ports.references };
  const planned = runPlan({ policy, model: [], mode: undefined, baseSha: null, ...inputs }, ports);
  return { folder, planned };
}

describe('runPlan', () => {
  it('reads the policy, with paths relative to it', async () => {
    const { folder, planned } = plan({});
    const { models, limits, policy, subject } = await planned;
    const place = (path: string) => `${folder}/ml/${path}`;
    expect([...models.keys()]).toEqual(['click', 'buy']);
    expect(models.get('click')).toMatchObject({
      candidate: place('models/click.onnx'),
      baseline: [
        'git:main',
        `git:main:${place('old/click.onnx')}`,
        '/elsewhere/click.onnx',
        place('old/click.onnx'),
      ],
      holdout: { source: [place('rows/*.csv'), '/data/rows.csv'] },
    });
    expect(limits).toEqual({ seconds: 120, memory: 512 * 1024 ** 2 });
    expect(policy.mode).toBe('strict');
    expect(subject?.digest).toMatch(/^sha256:/);
  });

  it('takes flags over the policy for one model', async () => {
    const { models, policy } = await plan({
      model: ['click'],
      mode: 'guard',
      candidate: 'new.onnx',
      label: 'bought',
      metric: ['logloss:margin=1%'],
    }).planned;
    expect(policy.mode).toBe('guard');
    expect(models.get('click')).toMatchObject({
      candidate: 'new.onnx',
      holdout: { label: 'bought', source: [expect.stringContaining('rows/*.csv'), '/data/rows.csv'] },
      metrics: { logloss: { margin: '1%' } },
    });
  });

  it('stands on flags alone when a candidate has no model’s name', async () => {
    const { models, subject } = await plan({ candidate: 'a/my model.onnx', holdout: ['r.csv'], label: 'y' })
      .planned;
    expect(subject).toBeNull();
    expect([...models.keys()]).toEqual(['my-model']);
    expect(Object.keys(models.get('my-model')!.metrics)).toEqual(USUAL_METRICS.binary);
    expect(models.get('my-model')!.latency).toMatchObject({ batch: [1, 32] });
  });

  it.each<[string, Partial<PlanInputs>, string, string]>([
    ['a model the policy lacks', { model: ['clik'] }, 'has no model `clik`', 'Did you mean `click`?'],
    ['flags for several models', { label: 'y' }, 'Flags describe one model, but 2', 'click, buy'],
    ['a batch size that is none', { model: ['click'], batch: ['x'] }, '--batch is `x`', '--batch 1,32'],
    ['a metric named twice', { model: ['click'], metric: ['auc', 'auc:min=0.5'] }, 'names auc twice', 'Join'],
    ['a holdout without a label', { candidate: 'a.onnx', holdout: ['r.csv'] }, 'label', 'label'],
  ])('refuses %s', async (_, inputs, message, fix) => {
    const error = await plan(inputs).planned.catch((thrown) => thrown);
    expect(error.faults).toHaveLength(1);
    expect(error.faults[0].message).toContain(message);
    expect(error.faults[0].fix).toContain(fix);
  });

  it('tells all faults of the file', async () => {
    const broken = 'version: 2\nmodels:\n  m: { candidat: x }\n';
    const error = await plan({}, broken).planned.catch((thrown) => thrown);
    expect(error.faults.map(({ at }: { at: { line: number } }) => at.line)).toEqual([1, 3]);
  });
});
