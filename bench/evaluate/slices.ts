/** `evaluate` of 10 million rows with 50 slices; prints seconds, the peak of its memory, and how many results there are. */
import { availableParallelism } from 'node:os';
import { createSliceMeter } from '../../src/adapters/threads/slice-meter.ts';
import { runEvaluate } from '../../src/commands/evaluate.ts';
import { USUAL_METRICS } from '../../src/core/metrics/usual.ts';
import { measureEntry } from '../../src/core/scoring/measure-slices.ts';
import { seededRandom } from '../../src/core/stats/random.ts';
import type { ScoreTable, Tables } from '../../src/ports.ts';
import { makeRows, SEED } from './rows.ts';

const ROWS = Number(process.argv[2] ?? 10_000_000);
const COLUMNS = ['a', 'b', 'c', 'd', 'e'];
const names = Array.from({ length: 10 }, (_, value) => String(value));
const { uint32 } = seededRandom(SEED + 3);
const table: ScoreTable = {
  ...makeRows(ROWS),
  groupNames: null,
  slices: COLUMNS.map(() => ({ code: Int32Array.from({ length: ROWS }, () => uint32() % 10), names })),
};
const refuse = () => {
  throw new Error('Only scores are read here.');
};
const tables: Tables = {
  open: refuse,
  writeScores: refuse,
  openParts: refuse,
  joinScores: refuse,
  readScores: async () => table,
  profile: refuse,
  countShared: refuse,
  compareColumns: refuse,
  identify: refuse,
  openScoreSums: refuse,
  measureScores: refuse,
};
const slices = createSliceMeter(
  new URL('../../src/entry/slice-thread.ts', import.meta.url),
  availableParallelism(),
  measureEntry,
);
const started = performance.now();
const { metrics } = await runEvaluate(
  {
    toolVersion: '0',
    model: 'bench',
    models: null,
    scores: { files: ['scores.parquet'] },
    columns: { label: 'y', candidate: 'a', baseline: 'b', weight: null, group: null },
    holdout: { source: 'scores.parquet', digest: `sha256:${'0'.repeat(64)}`, label: 'y' },
    metrics: Object.fromEntries(USUAL_METRICS.binary.map((id) => [id, { level: 'error' as const }])),
    task: 'binary',
    slices: COLUMNS.map((by) => ({ by, 'min-rows': 200, 'min-positives': 20, level: 'error' as const })),
    confidence: 0.95,
  },
  { tables, clock: { now: () => new Date() }, files: { read: refuse, write: refuse }, slices },
);
const seconds = (performance.now() - started) / 1000;
const cpu = process.cpuUsage();
console.log(
  JSON.stringify({
    seconds,
    cpu: (cpu.user + cpu.system) / 1e6,
    gib: process.resourceUsage().maxRSS / 2 ** 20,
    results: metrics.length,
  }),
);
