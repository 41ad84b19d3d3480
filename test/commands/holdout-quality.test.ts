import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { files } from '../../src/adapters/files.ts';
import { type EvaluateInputs, runEvaluate } from '../../src/commands/evaluate.ts';
import { evaluation as schema } from '../../src/core/documents/evaluation.ts';
import { put, tables } from '../adapters/duckdb/helpers.ts';
import { temporaryFolder } from '../temporary.ts';

const clock = { now: () => new Date('2027-01-31T12:00:00Z') };
const digest = (letter: string) => `sha256:${letter.repeat(64)}` as const;
const model = (letter: string) => ({
  path: `${letter}.onnx`,
  subject: { reference: `${letter}.onnx`, digest: digest(letter), bytes: 1 },
});

/** 300 rows of 30 users; the candidate answers users 0 to 2 upside down. */
function holdout(folder: string) {
  const rows = Array.from({ length: 300 }, (_, i) => {
    const user = i % 30;
    const label = (i * 7) % 3 === 0 ? 1 : 0;
    const baseline = 0.2 + 0.4 * label + 0.2 * ((i * 0.618) % 1);
    return { user, label, baseline, candidate: user < 3 ? 1 - baseline : baseline, price: i, shop: 4 };
  });
  const names = ['label', 'candidate', 'baseline', 'group', 'slice.shop'];
  const lines = rows.map((r) => [r.label, r.candidate, r.baseline, `user ${r.user}`, r.shop].join());
  const features = rows.map((r) => `${r.price},${r.shop},${r.price < 20 ? '' : 1 + r.price}`);
  return {
    scores: put(folder, 'scores.csv', [names.join(), ...lines].join('\n')),
    table: put(folder, 'holdout.csv', ['price,shop,gap', ...features].join('\n')),
    training: put(folder, 'training.csv', ['price,shop,gap', ...features.slice(40, 70), '-1,4,5'].join('\n')),
  };
}

function evaluate(folder: string, candidate = model('a'), more: Partial<EvaluateInputs> = {}) {
  const paths = holdout(folder);
  return runEvaluate(
    {
      model: 'm',
      toolVersion: '0.1.0',
      models: { candidate, baseline: model('b') },
      scores: { files: [paths.scores] },
      columns: { label: 'label', candidate: 'candidate', baseline: 'baseline', weight: null, group: 'group' },
      holdout: {
        source: 'holdout.csv',
        digest: digest('c'),
        label: 'label',
        table: {
          rows: { files: [paths.table] },
          features: ['price', 'shop', 'gap'],
          training: { files: [paths.training] },
        },
        ledger: { path: join(folder, 'ledgers/ledger.jsonl'), wornAfter: 1 },
      },
      metrics: { logloss: { level: 'error' }, auc: { level: 'error' } },
      task: 'binary',
      slices: [{ by: 'shop', 'min-rows': 1, 'min-positives': 1, level: 'error' }],
      confidence: 0.95,
      ...more,
    },
    { tables, clock, files },
  );
}

test('a document with what is odd about the holdout, and where the candidate loses', async () => {
  const document = await evaluate(temporaryFolder());
  expect(schema.parse(document)).toEqual(document);
  const found = document.data!.map(({ check, level, column, value }) => [check, level, column, value]);
  expect(found).toContainEqual(['holdout-wear', 'info', undefined, 1]);
  expect(found).toContainEqual(['label-balance', 'info', undefined, 1 / 3]);
  expect(found).toContainEqual(['missing-values', 'info', 'gap', 20 / 300]);
  expect(found).toContainEqual(['constant-column', 'warning', 'shop', undefined]);
  expect(found).toContainEqual(['shared-rows', 'warning', undefined, 0.1]);
  expect(document.where!.map(({ metric }) => metric)).toEqual(['logloss', 'auc']);
  for (const { groups, slices, loss } of document.where!) {
    expect(
      groups
        .map(({ group }) => group)
        .slice(0, 3)
        .sort(),
    ).toEqual(['user 0', 'user 1', 'user 2']);
    expect(slices).toEqual([{ slice: 'shop=4', rows: 300, loss: expect.closeTo(loss, 12) }]);
  }
});

test('a holdout wears with every other candidate', async () => {
  const folder = temporaryFolder();
  const wear = async (candidate: string) =>
    (await evaluate(folder, model(candidate))).data!.find(({ check }) => check === 'holdout-wear');
  expect(await wear('a')).toMatchObject({ level: 'info', value: 1 });
  expect(await wear('a')).toMatchObject({ level: 'info', value: 1 });
  expect(await wear('d')).toMatchObject({ level: 'warning', value: 2 });
  const lines = readFileSync(join(folder, 'ledgers/ledger.jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).candidate)).toEqual([digest('a'), digest('d')]);
});

test('other weights beside the same .onnx wear the holdout as another candidate', async () => {
  const folder = temporaryFolder();
  const alone = model('a');
  const beside = (weights: string) => ({
    ...alone,
    subject: { ...alone.subject, external: { files: 1, bytes: 12, digest: digest(weights) } },
  });
  const wear = async (candidate: ReturnType<typeof model>) =>
    (await evaluate(folder, candidate)).data!.find(({ check }) => check === 'holdout-wear')!.value;
  expect(await wear(alone)).toBe(1);
  expect(await wear(beside('e'))).toBe(2);
  expect(await wear(beside('e'))).toBe(2);
  expect(await wear(beside('f'))).toBe(3);
});

test('out of core, the holdout is examined as in memory, and wears', async () => {
  const folder = temporaryFolder();
  const found = async (outOfCore: 'always' | 'never') =>
    (await evaluate(folder, model('a'), { slices: [], outOfCore })).data!;
  const outside = await found('always');
  expect(outside.map(({ check }) => check)).toContain('shared-rows');
  expect(outside).toContainEqual(expect.objectContaining({ check: 'holdout-wear', value: 1 }));
  expect(await found('never')).toEqual(
    expect.arrayContaining(outside.filter(({ check }) => check !== 'out-of-core')),
  );
});
