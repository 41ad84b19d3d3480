/**
 * Speed and memory of the statistics behind `evaluate`, against scikit-learn and numpy in one run; writes result.md.
 * With names of arms, such as `npm run bench:evaluate -- delong gauc`, those alone, and nothing is written.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createResampler } from '../../src/adapters/threads/resampler.ts';
import { evaluateMetric } from '../../src/core/metrics/table.ts';
import { USUAL_METRICS } from '../../src/core/metrics/usual.ts';
import { areaUnderCurve } from '../../src/core/stats/area.ts';
import { partialResampler, type Resampler } from '../../src/core/stats/curve-bootstrap.ts';
import { delong } from '../../src/core/stats/delong.ts';
import { openPeers, type Peers } from './peers.ts';
import {
  GAUC,
  MANY_RESAMPLES,
  NDCG,
  promises,
  RESAMPLES,
  report,
  type Sliced,
  TWO_THREADS,
} from './report.ts';
import { makeLists, makeRows, makeUsers, SEED } from './rows.ts';
import { asked, clocked, compete, type Row } from './turns.ts';

type Data = ReturnType<typeof makeRows>;
type Arm = (peers: Peers | null, data: Data, repeats: number) => Promise<Row[]>;

/** Each at every size. */
const SIZED: Readonly<Record<string, Arm>> = { auc, delong: pairedDelong, usual };
/** Each with rows of its own. */
const ALONE: Readonly<Record<string, (peers: Peers | null) => Promise<Row[]>>> = { bootstrap, gauc, ndcg };
const ALL = [...Object.keys(SIZED), ...Object.keys(ALONE), 'slices'];
const SIZES = [
  { rows: 100_000, repeats: 7 },
  { rows: 1_000_000, repeats: 3 },
  { rows: 10_000_000, repeats: 2 },
];

const thread = new URL('../../src/entry/resample-thread.ts', import.meta.url);
const oneThread = createResampler(thread, 1, partialResampler);
const twoThreads = createResampler(thread, 2, partialResampler);

const asks = process.argv.slice(2);
const unknown = asks.filter((name) => !ALL.includes(name));
if (unknown.length > 0) throw new Error(`No arm ${unknown.join(', ')}; there are ${ALL.join(', ')}.`);
const wanted = (arms: Readonly<Record<string, unknown>>) =>
  Object.keys(arms).filter((name) => asks.length === 0 || asks.includes(name));

const results: Row[] = [];
const folder = mkdtempSync(join(tmpdir(), 'bench-evaluate-'));
const started = performance.now();
try {
  await using peers = await openPeers();
  if (peers === null) console.log('No Python with numpy and scikit-learn: their rows are skipped.');
  const sized = wanted(SIZED);
  for (const { rows, repeats } of sized.length > 0 ? SIZES : []) {
    const data = makeRows(rows);
    await give(peers, data);
    for (const name of sized) results.push(...(await SIZED[name]!(peers, data, repeats)));
  }
  const memory = sized.length > 0 ? process.resourceUsage().maxRSS / 2 ** 20 : null;
  for (const name of wanted(ALONE)) results.push(...(await ALONE[name]!(peers)));
  const sliced = wanted({ slices: null }).length > 0 ? slices() : null;
  const measured = { rows: results, memory, sliced };
  const seconds = (performance.now() - started) / 1000;
  if (asks.length > 0) console.log(promises(measured));
  else
    writeFileSync(join(import.meta.dirname, 'result.md'), report(measured, peers?.versions ?? null, seconds));
} finally {
  rmSync(folder, { recursive: true });
}

async function give(peers: Peers | null, data: Data): Promise<void> {
  if (peers === null) return;
  for (const name of ['label', 'candidate', 'baseline'] as const) {
    writeFileSync(join(folder, `${name}.f64`), data[name]);
  }
  writeFileSync(join(folder, 'group.f64'), data.group ? Float64Array.from(data.group.code) : data.label);
  await peers.load(folder, data.label.length);
}

function sizeOf({ label }: Data): string {
  return `${label.length.toLocaleString('en')} rows`;
}

function auc(peers: Peers | null, data: Data, repeats: number): Promise<Row[]> {
  return compete(`AUC, ${sizeOf(data)}`, repeats, {
    'onnx-gate': clocked(() => areaUnderCurve(data.label, data.candidate, null)),
    ...asked(peers, 'sklearn auc', 'sklearn auc float32', 'numpy packed auc'),
  });
}

function pairedDelong(peers: Peers | null, data: Data, repeats: number): Promise<Row[]> {
  return compete(`paired DeLong, ${sizeOf(data)}`, repeats, {
    'onnx-gate': clocked(() => delong(data.label, data.candidate, data.baseline, data)),
    ...asked(peers, 'numpy delong'),
  });
}

/** The metric with its interval, as `evaluate` makes it: sorted once, then 1,000 resamples. */
async function bootstrap(peers: Peers | null): Promise<Row[]> {
  const resampled = (data: Data, resampler: Resampler) =>
    clocked(() => {
      // A copy, so that nothing is known of it yet.
      evaluateMetric('auc[interval=bootstrap]', { ...data }, 0.95, { seed: SEED, resampler });
    });
  const data = makeRows(100_000);
  await give(peers, data);
  return [
    ...(await compete(RESAMPLES, 5, {
      'onnx-gate': resampled(data, oneThread),
      [TWO_THREADS]: resampled(data, twoThreads),
      ...asked(peers, 'numpy bootstrap table', 'numpy bootstrap multinomial'),
    })),
    ...(await compete(MANY_RESAMPLES, 1, { [TWO_THREADS]: resampled(makeRows(1_000_000), twoThreads) })),
  ];
}

/** Both models, with intervals. */
function usual(_peers: Peers | null, data: Data): Promise<Row[]> {
  return compete(`all usual metrics, ${sizeOf(data)}`, 1, {
    'onnx-gate': clocked(() => {
      const fresh = { ...data };
      for (const id of USUAL_METRICS.binary) evaluateMetric(id, fresh, 0.95);
    }),
  });
}

/** Of one model, as the peers have it. */
async function gauc(peers: Peers | null): Promise<Row[]> {
  const data = makeUsers();
  await give(peers, data);
  return compete(GAUC, 5, {
    'onnx-gate': clocked(() =>
      evaluateMetric('gauc', { ...data, group: { ...data.group }, baseline: null }, 0.95),
    ),
    ...asked(peers, 'numpy gauc', 'sklearn gauc'),
  });
}

async function ndcg(peers: Peers | null): Promise<Row[]> {
  const data = makeLists();
  await give(peers, data);
  return compete(NDCG, 9, {
    'onnx-gate': clocked(() =>
      evaluateMetric('ndcg@10', { ...data, group: { ...data.group }, baseline: null }, 0.95, {
        task: 'ranking',
      }),
    ),
    ...asked(peers, 'numpy ndcg', 'numpy ndcg, ties as they come', 'sklearn ndcg'),
  });
}

/** In a process of its own, whose memory is that of nothing else. */
function slices(): Sliced {
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'slices.ts')], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  console.log(`50 slices, 10,000,000 rows: ${stdout}`);
  return JSON.parse(stdout);
}
