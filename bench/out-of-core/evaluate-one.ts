/**
 * Evaluates one scores table in this process, and prints what it took and found as JSON. Arguments: file, `grouped` or
 * `rows`, `always` or `never` out of core, MiB for the engine.
 */

import { createTables } from '../../src/adapters/duckdb/tables.ts';
import { runEvaluate } from '../../src/commands/evaluate.ts';
import { tensorFiles } from '../../src/commands/tensor-files.ts';

const [file, units, outOfCore, memory] = process.argv.slice(2);
const tables = createTables({
  natives: async () => new URL('../..', import.meta.url).pathname,
  decode: tensorFiles,
  memory: Number(memory) * 2 ** 20,
});
const started = performance.now();
const { metrics, holdout } = await runEvaluate(
  {
    model: 'bench',
    toolVersion: '0',
    models: null,
    scores: { files: [file!] },
    columns: {
      label: 'label',
      candidate: 'candidate',
      baseline: 'baseline',
      weight: null,
      group: units === 'grouped' ? 'user' : null,
    },
    holdout: { source: file!, digest: `sha256:${'0'.repeat(64)}`, label: 'label' },
    metrics: Object.fromEntries(
      ['auc', 'logloss', 'brier', 'copc', 'accuracy'].map((id) => [id, { level: 'error' as const }]),
    ),
    task: 'binary',
    slices: [],
    confidence: 0.95,
    outOfCore: outOfCore as 'always' | 'never',
  },
  {
    tables,
    clock: { now: () => new Date(0) },
    files: { read: async () => new Uint8Array(), write: async () => {} },
  },
);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    seconds: (performance.now() - started) / 1000,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    resident: maxRSS * 1024,
    rows: holdout.rows,
    found: {
      auc: metrics[0]!.candidate,
      delta: metrics[0]!.delta,
      standardError: metrics[0]!.standardError,
    },
  }),
);
