/** What an evaluation says beside its verdict, by the built command: once in the document, once for a person. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evaluation, MetricResult } from '../../src/core/documents/evaluation.ts';
import type { Verdict } from '../../src/core/documents/verdict.ts';
import { seededRandom } from '../../src/core/stats/random.ts';
import { DIST, run } from './run.ts';

const POLICY = `version: 1
models:
  m:
    candidate: none.onnx
    holdout: { source: scores.csv, label: label, group: user, item: item }
    metrics:
      gauc: { margin: 0.01 }
      logloss: { margin: 1% }
      hit@1: { margin: 0.05 }
      ndcg@10[preset=trec_eval]: { margin: 0.01 }
      coverage@1: {}
      exposure_gini@1: {}
      novelty@1: {}
    slices:
      - by: region
        min-rows: 300
        min-positives: 20
  alone:
    candidate: none.onnx
    holdout: { source: scores.csv, label: label }
    metrics:
      accuracy: { margin: 0.02 }
`;

/** 240 users of ten rows; every sixth never buys. In the region `east` the candidate is upside down; `tiny` has 60 rows. */
function scores(): string {
  const { uniform } = seededRandom(3);
  const rows = Array.from({ length: 2400 }, (_, i) => {
    const user = Math.floor(i / 10);
    const label = user % 6 === 0 || uniform() > 0.3 ? 0 : 1;
    const old = 0.15 + 0.3 * label + 0.5 * uniform();
    const region = user < 6 ? 'tiny' : user % 2 === 0 ? 'east' : 'west';
    const now = region === 'east' ? 1 - old : i === 7 ? 1 : old + 0.05 * (uniform() - 0.5);
    return [label, now.toFixed(6), old.toFixed(6), `u${user}`, `item ${i % 90}`, region].join();
  });
  return ['label,new,old,user,item,region', ...rows].join('\n');
}

const cwd = mkdtempSync(join(tmpdir(), 'onnx-gate-test-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

let text = '';
let evaluation: Evaluation;
let alone: Evaluation;
let verdict: Verdict;
const metric = (id: string, slice: string | null = null) =>
  evaluation.metrics.find((one) => one.metric === id && one.slice === slice) as MetricResult;

beforeAll(async () => {
  writeFileSync(join(cwd, 'scores.csv'), scores());
  writeFileSync(join(cwd, 'onnx-gate.yml'), POLICY);
  const evaluate = async (model: string) => {
    const args = `evaluate --scores scores.csv --candidate-score new --baseline-score old --no-color --model ${model}`;
    const { code, stdout, stderr } = await run(join(DIST, 'cli.js'), args.split(' '), { cwd });
    expect(code, stderr).toBe(1);
    const read = (file: string) => JSON.parse(readFileSync(join(cwd, '.onnx-gate', file), 'utf8'));
    return { stdout, document: read(`${model}/evaluation.json`), verdict: read('verdict.json') };
  };
  ({ document: alone } = await evaluate('alone'));
  const whole = await evaluate('m');
  evaluation = whole.document;
  verdict = whole.verdict;
  text = whole.stdout.replaceAll(/\s+/g, ' ');
}, 120_000);

describe('beside its verdict an evaluation has', () => {
  it('the coverage of metrics that leave groups out', () => {
    const { coverage, dropped } = metric('gauc');
    expect(coverage).toBe(1 - dropped.rows / 2400);
    expect(dropped.groups).toBeGreaterThanOrEqual(40);
    expect(text).toMatch(/Not every group counts: gauc \d\d\.\d% of rows, \d+ groups left out/);
    expect(metric('ndcg@10[preset=trec_eval]').coverage).toBe(1);
  });

  it('the probabilities that were clipped', () => {
    expect(metric('logloss').clipped).toEqual({ candidate: 1, baseline: 0 });
    expect(text).toContain('Probabilities clipped: logloss 1 of the candidate, 0 of the baseline.');
  });

  it('the smallest difference that is found, and the rows that the margin needs, for every rule with one', () => {
    const margins = verdict.rules.filter(({ margin }) => margin !== null);
    expect(margins.length).toBeGreaterThan(4);
    for (const rule of margins) {
      expect(rule.mde, rule.id).toBeGreaterThan(0);
      expect(rule.rowsNeeded, rule.id).toBeGreaterThan(0);
    }
    expect(text).toMatch(/Smallest differences found with 80% power: gauc 0\.\d+/);
    expect(text).toMatch(/an equal model passes in 80% of holdouts: gauc [\d,]+ \(2,400 here\)/);
  });

  it('slices that were too small, by name', () => {
    expect(evaluation.slices[0]).toMatchObject({
      measured: ['region=east', 'region=west'],
      suppressed: [{ slice: 'region=tiny', rows: 60, reason: expect.stringContaining('300 are needed') }],
    });
    expect(text).toContain('region=tiny (60 rows; 300 are needed)');
  });

  it('where it is worse: the slice, the groups and the rows that lose most', () => {
    const worse = evaluation.where!.find(({ metric }) => metric === 'logloss')!;
    expect(worse.slices[0]!.slice).toBe('region=east');
    expect(worse.groups).toHaveLength(5);
    expect(worse.rows).toHaveLength(5);
    const [first, second] = worse.rows;
    expect(first!.loss).toBeGreaterThanOrEqual(second!.loss);
    expect(text).toContain('region=east');
    expect(text).toMatch(new RegExp(`row ${first!.row}\\b`));
  });

  it('churn, each part of it', () => {
    const churn = evaluation.churn!;
    for (const share of ['flipRate', 'overlap', 'rbo', 'firstChanged'] as const) {
      expect(churn[share], share).toBeGreaterThan(0);
      expect(churn[share], share).toBeLessThanOrEqual(1);
    }
    expect(churn.meanShift).toBeGreaterThan(0);
    for (const rank of ['spearman', 'kendallTauB'] as const) expect(Math.abs(churn[rank]!)).toBeLessThan(1);
    const { wins, ties, losses } = churn.winTieLoss.find(({ metric }) => metric === 'logloss')!;
    expect(wins + ties + losses).toBe(240);
    expect(losses).toBeGreaterThan(wins);
    expect(text).toMatch(
      /Churn against the baseline: .* by gauc \d+ groups? (is|are) better, \d+ equal, \d+ worse/,
    );
  });

  it('metrics beyond accuracy', () => {
    for (const id of ['coverage@1', 'exposure_gini@1', 'novelty@1']) {
      expect(metric(id).candidate, id).toBeGreaterThan(0);
      expect(metric(id).interval?.method, id).toContain('bootstrap');
    }
  });

  it("Fisher's randomization for queries, McNemar and Wilson for independent answers, by name", () => {
    expect(metric('ndcg@10[preset=trec_eval]').test).toBe('Fisher randomization');
    expect(metric('hit@1').candidateInterval).toMatchObject({ method: 'Wilson', confidence: 0.95 });
    const [accuracy] = alone.metrics;
    expect(accuracy).toMatchObject({
      test: 'McNemar, mid-p',
      candidateInterval: { method: 'Wilson' },
      interval: { method: 'paired t, skewness-corrected' },
    });
    expect(text).toMatch(/Of the candidate alone: hit@1 \[0\.\d+, 0\.\d+\] by Wilson/);
  });
});
