/** A page with everything on it: curves, slices, histograms, both graphs, past runs. */
import { curvesOf } from '../../../src/core/curves/curves.ts';
import type { Evaluation } from '../../../src/core/documents/evaluation.ts';
import type { HistoryEntry } from '../../../src/core/documents/history.ts';
import type { Measurement } from '../../../src/core/documents/index.ts';
import type { Comparison, Summary } from '../../../src/core/documents/validation.ts';
import { historyEntryOf } from '../../../src/core/history/history.ts';
import { rule, SAMPLES, type Sample, verdict } from './samples.ts';

const ROWS = 3000;

function curves(): NonNullable<Evaluation['curves']> {
  let state = 5;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const candidate = new Float64Array(ROWS).map(() => random() ** 2);
  const label = candidate.map((p) => Number(random() < p));
  const baseline = candidate.map((p) => Math.min(1, Math.max(0, p + (random() - 0.5) * 0.3)));
  const group = { code: new Int32Array(ROWS).map((_, row) => row >> 2), count: ROWS / 4 };
  const scores = { label, candidate, baseline, weight: null, group };
  return curvesOf(scores, 'binary', 0.95).curves!;
}

const edges = Array.from({ length: 31 }, (_, i) => 4e-5 * 1.06 ** i);
const bell = (middle: number) =>
  edges.slice(1).map((_, i) => Math.round(4000 * Math.exp(-(((i - middle) / 3) ** 2))));
const histograms = [
  { batch: 32, threads: 1, edges, candidate: bell(12), baseline: bell(9), control: bell(10) },
];

const both = (candidate: number, baseline: number) => ({ candidate, baseline });

function graph(name: string): { summary: Summary; comparison: Comparison } {
  const quantization = { share: null, kinds: [] };
  const producer = { name, version: '1' };
  return {
    summary: {
      irVersion: 8,
      opsets: [{ domain: '', version: 17 }],
      producer,
      metadata: [],
      inputs: [],
      outputs: [],
      nodes: 2,
      operators: [{ operator: 'Gemm', count: 2 }],
      parameters: 680,
      bytes: 2720,
      externalBytes: 0,
      multiplyAdds: 624,
      activationBytes: 204,
      quantization,
      notes: [],
      drawing: {
        nodes: [
          { label: name, kind: 'input' },
          { label: 'Gemm', kind: 'operator' },
          { label: 'Relu', kind: 'operator' },
          { label: 'probability', kind: 'output' },
        ],
        edges: [
          { from: 0, to: 1 },
          { from: 1, to: 2 },
          { from: 2, to: 3 },
        ],
      },
    },
    comparison: {
      compatibility: 'compatible',
      signature: [],
      bytes: both(2720, 228),
      parameters: both(680, 57),
      nodes: both(4, 3),
      multiplyAdds: both(624, 25),
      irVersion: both(8, 8),
      producer: { candidate: producer, baseline: producer },
      quantization: { candidate: quantization, baseline: quantization },
      opsets: [],
      operators: [
        { operator: 'Gemm', ...both(2, 1) },
        { operator: name, ...both(1, 0) },
      ],
      weights: {
        added: 1,
        removed: 1,
        changed: 0,
        same: 0,
        unread: 0,
        list: [{ name, candidate: 'float32[24]', baseline: null }],
      },
      baselineDrawing: {
        nodes: [
          { label: name, kind: 'input' },
          { label: 'Gemm', kind: 'operator' },
          { label: `${name} before`, kind: 'operator' },
          { label: 'probability', kind: 'output' },
        ],
        edges: [
          { from: 0, to: 1 },
          { from: 1, to: 2 },
          { from: 2, to: 3 },
        ],
      },
      outputs: null,
      sentences: [`Operators: ${name} 0 → 1.`],
    },
  };
}

const CHURN = {
  rows: ROWS,
  groups: ROWS / 4,
  threshold: 0.5,
  flipRate: 0.03,
  meanShift: 0.05,
  maxShift: 0.4,
  spearman: 0.84,
  kendallTauB: 0.66,
  k: 10,
  overlap: 0.99,
  rbo: 0.92,
  firstChanged: 0.2,
  winTieLoss: [
    { metric: 'logloss', wins: 60, ties: 5, losses: 35 },
    { metric: 'accuracy', wins: 20, ties: 70, losses: 10 },
  ],
};

/** `name` stands wherever a model, a dataset or a policy may put its own words. */
export function pageSample(name = 'conversion', slices = 6): Sample & { readonly history: HistoryEntry[] } {
  const { verdict: base, measurements } = SAMPLES.get('latency')!;
  const foreign = name.slice(0, 4096);
  const interval = (lower: number, upper: number) => ({ lower, upper, confidence: 0.95, method: 'DeLong' });
  const results = ['fail', 'inconclusive', 'pass', 'skipped'] as const;
  const sliced = Array.from({ length: slices }, (_, i) => {
    const delta = -0.03 + 0.01 * (i % 7);
    return rule({
      metric: 'auc',
      model: foreign,
      slice: `${name}=${i}`.slice(-4096),
      result: results[i % 4]!,
      level: i % 5 === 4 ? 'warn' : 'error',
      value: 0.7 + delta,
      baseline: 0.7,
      delta,
      interval: interval(delta - 0.02, delta + 0.02),
      margin: 0.005,
      reason: `auc on ${name}`,
      at: { file: foreign, line: 12 + i, column: 7 },
    });
  });
  const judged = verdict({
    ...base,
    verdict: 'fail',
    exitCode: 1,
    rules: [...base.rules.map((one) => ({ ...one, model: foreign })), ...sliced],
    subjects: base.subjects.map((one) => ({ ...one, model: foreign })),
    reasons: [{ model: foreign, code: 'no-thresholds', message: `Of ${foreign}`.slice(0, 4096) }],
  });
  const documents = measurements.map((document): Measurement => {
    const own = { ...document, model: foreign };
    if (own.schema === 'onnx-gate/validation/v1') return { ...own, ...graph(foreign) };
    if (own.schema === 'onnx-gate/evaluation/v1') return { ...own, churn: CHURN, curves: curves() };
    return { ...own, histograms } as Measurement;
  });
  const history = [1, 2, 3].map((day) => ({
    ...historyEntryOf(judged, '8f3a1c9d2e7b4a60'),
    created: `2026-10-0${day}T09:00:00Z`,
  }));
  return { verdict: judged, measurements: documents, history };
}
