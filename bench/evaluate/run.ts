/** Speed and memory of the statistics behind `evaluate`, against scikit-learn and numpy in one run; writes result.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createResampler } from '../../src/adapters/resampler/resampler.ts';
import { evaluateMetric } from '../../src/core/metrics/table.ts';
import { USUAL_METRICS } from '../../src/core/metrics/usual.ts';
import { areaUnderCurve } from '../../src/core/stats/area.ts';
import { partialResampler } from '../../src/core/stats/curve-bootstrap.ts';
import { delong } from '../../src/core/stats/delong.ts';
import { openPeers, type Peers, type Took } from './peers.ts';
import { makeLists, makeRows, makeUsers, SEED } from './rows.ts';

type Data = ReturnType<typeof makeRows>;
type Timed = () => Promise<Took>;
interface Row {
  readonly work: string;
  readonly who: string;
  readonly took: readonly Took[];
}

const thread = new URL('../../src/entry/resample-thread.ts', import.meta.url);
/** The metric with its interval, as `evaluate` makes it: sorted once, then 1,000 resamples. */
const bootstrap = (data: Data, threads: number) => {
  const resampler = createResampler(thread, threads, partialResampler);
  // A copy, so that nothing is known of it yet.
  return evaluateMetric('auc[interval=bootstrap]', { ...data }, 0.95, {
    seed: SEED,
    resamples: 1000,
    resampler,
  });
};
const results: Row[] = [];
const folder = mkdtempSync(join(tmpdir(), 'bench-evaluate-'));
const started = performance.now();
try {
  await using peers = await openPeers();
  if (peers === null) console.log('No Python with numpy and scikit-learn: their rows are skipped.');
  for (const [rows, repeats] of [
    [100_000, 7],
    [1_000_000, 3],
    [10_000_000, 2],
  ] as const) {
    const data = makeRows(rows);
    await give(peers, data);
    await areas(peers, data, repeats);
    if (rows === 100_000) await resamples(peers, data);
    if (rows === 1_000_000) await manyResamples(data);
    await usual(data);
  }
  const memory = process.resourceUsage().maxRSS / 2 ** 20;
  await groups(peers);
  writeFileSync(join(import.meta.dirname, 'result.md'), report(peers, memory, manySlices()));
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

async function areas(peers: Peers | null, data: Data, repeats: number): Promise<void> {
  const { label, candidate, baseline } = data;
  const n = label.length.toLocaleString('en');
  await compete(`AUC, ${n} rows`, repeats, {
    'onnx-gate': clocked(() => areaUnderCurve(label, candidate, null)),
    ...asked(peers, 'sklearn auc', 'sklearn auc float32', 'numpy packed auc'),
  });
  await compete(`paired DeLong, ${n} rows`, repeats, {
    'onnx-gate': clocked(() => delong(label, candidate, baseline, data)),
    ...asked(peers, 'numpy delong'),
  });
}

async function resamples(peers: Peers | null, data: Data): Promise<void> {
  await compete('1,000 resamples of AUC, 100,000 rows', 3, {
    'onnx-gate': clocked(() => bootstrap(data, 1)),
    'onnx-gate, 2 threads': clocked(() => bootstrap(data, 2)),
    ...asked(peers, 'numpy bootstrap table', 'numpy bootstrap multinomial'),
  });
}

async function manyResamples(data: Data): Promise<void> {
  await compete('1,000 resamples of AUC, 1,000,000 rows', 1, {
    'onnx-gate, 2 threads': clocked(() => bootstrap(data, 2)),
  });
}

/** Both models, with intervals. */
async function usual(data: Data): Promise<void> {
  await compete(`all usual metrics, ${data.label.length.toLocaleString('en')} rows`, 1, {
    'onnx-gate': clocked(() => {
      const fresh = { ...data };
      for (const id of USUAL_METRICS.binary) evaluateMetric(id, fresh, 0.95);
    }),
  });
}

/** Of one model, as the peers have it. */
async function groups(peers: Peers | null): Promise<void> {
  for (const [work, id, data, names] of [
    ['GAUC of 50,000 users, 1,000,000 rows', 'gauc', makeUsers(), ['numpy gauc', 'sklearn gauc']],
    ['nDCG@10 of 6,000 queries, 150,000 rows', 'ndcg@10', makeLists(), ['numpy ndcg', 'sklearn ndcg']],
  ] as const) {
    await give(peers, data);
    const timed = clocked(() =>
      evaluateMetric(id, { ...data, baseline: null }, 0.95, { task: id === 'gauc' ? 'binary' : 'ranking' }),
    );
    await compete(work, 5, { 'onnx-gate': timed, ...asked(peers, ...names) });
  }
}

interface Sliced {
  readonly seconds: number;
  readonly gib: number;
  readonly results: number;
}

/** In a process of its own, whose memory is that of nothing else. */
function manySlices(): Sliced {
  const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'slices.ts')], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  console.log(`50 slices, 10,000,000 rows: ${stdout}`);
  return JSON.parse(stdout);
}

function clocked(work: () => unknown): Timed {
  return async () => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(cpu);
    return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
  };
}

function asked(peers: Peers | null, ...names: string[]): Record<string, Timed> {
  if (peers === null) return {};
  return Object.fromEntries(names.map((name) => [name, () => peers.time(name)]));
}

/** Takes turns, so that a busy spell of the machine meets everybody. With many turns the first is a warm-up. */
async function compete(work: string, repeats: number, all: Record<string, Timed>): Promise<void> {
  const turns = new Map<string, Took[]>(Object.keys(all).map((who) => [who, []]));
  for (let turn = repeats > 2 ? -1 : 0; turn < repeats; turn++) {
    for (const [who, timed] of Object.entries(all)) {
      const one = await timed();
      if (turn >= 0) turns.get(who)!.push(one);
    }
  }
  for (const [who, took] of turns) {
    results.push({ work, who, took });
    console.log(
      `${work} · ${who}: ${took.map(({ wall, cpu }) => `${wall.toPrecision(3)} s (${cpu.toPrecision(3)} cpu)`).join(', ')}`,
    );
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Seconds on the clock of the first row of a work over those of `who`, by turns; null when either was not there. */
function ratio(work: string, who: string, kind: keyof Took = 'wall'): number | null {
  const [ours, theirs] = [
    results.find((row) => row.work === work),
    results.find((row) => row.work === work && row.who === who),
  ];
  if (!ours || !theirs) return null;
  return median(theirs.took.map((one, turn) => one[kind] / ours.took[turn]![kind]));
}

function seconds(work: string, who = 'onnx-gate'): number {
  return median(results.find((row) => row.work === work && row.who === who)!.took.map(({ wall }) => wall));
}

/** What the product promises, and whether it held in this run. */
function promises(memory: number, sliced: Sliced): string {
  const least = (what: string, goal: number, value: number | null) => [
    what,
    `at least ${goal}`,
    value?.toFixed(2) ?? '–',
    value === null ? 'no peer' : value >= goal ? 'held' : '**missed**',
  ];
  const most = (what: string, goal: number, unit: string, value: number) => [
    what,
    `under ${goal} ${unit}`,
    `${value.toFixed(2)} ${unit}`,
    value < goal ? 'held' : '**missed**',
  ];
  const [auc, delongs] = ['AUC, 10,000,000 rows', 'paired DeLong, 10,000,000 rows'];
  const resamples = '1,000 resamples of AUC, 100,000 rows';
  const two = results.find(({ work, who }) => work === resamples && who === 'onnx-gate, 2 threads')!;
  const peer = results.find(({ work, who }) => work === resamples && who.startsWith('numpy bootstrap table'));
  const gauc = 'GAUC of 50,000 users, 1,000,000 rows';
  const ndcg = 'nDCG@10 of 6,000 queries, 150,000 rows';
  const table = [
    least('AUC of 10 million rows, over scikit-learn', 12, ratio(auc, 'sklearn auc')),
    least('AUC of 10 million rows, over the packed numpy sort', 1, ratio(auc, 'numpy packed auc')),
    least('paired DeLong of 10 million rows, over numpy', 6, ratio(delongs, 'numpy delong')),
    least(
      '1,000 resamples at 100,000 rows, one thread, over the best sort-once numpy',
      2.5,
      ratio(resamples, 'numpy bootstrap table'),
    ),
    least(
      'the same on two threads',
      5,
      peer ? median(peer.took.map(({ wall }, turn) => wall / two.took[turn]!.wall)) : null,
    ),
    most(
      '1,000 resamples at 1 million rows, two threads',
      8,
      's',
      seconds('1,000 resamples of AUC, 1,000,000 rows', 'onnx-gate, 2 threads'),
    ),
    least('GAUC, over a numpy loop', 10, ratio(gauc, 'numpy gauc')),
    least('GAUC, over scikit-learn', 10, ratio(gauc, 'sklearn gauc')),
    least('nDCG@10, over a numpy loop', 10, ratio(ndcg, 'numpy ndcg')),
    least('nDCG@10, over scikit-learn', 10, ratio(ndcg, 'sklearn ndcg')),
    most('usual metrics, 50 slices, 10 million rows', 60, 's', sliced.seconds),
    most('its memory', 3, 'GiB', sliced.gib),
    most('memory of all AUC work up to 10 million rows', 1, 'GiB', memory),
  ];
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Cost by size: per row it may grow as the logarithm of the rows. */
function growth(): string {
  return results
    .filter(({ work }) => work.startsWith('all usual metrics'))
    .map(({ work, took }) => {
      const rows = Number(/\d[\d,]*/.exec(work)![0].replaceAll(',', ''));
      const { cpu } = took[0]!;
      return `| ${rows.toLocaleString('en')} | ${cpu.toPrecision(3)} | ${((cpu / rows) * 1e9).toFixed(0)} | ${((cpu / rows / Math.log2(rows)) * 1e9).toFixed(1)} |`;
    })
    .join('\n');
}

function report(peers: Peers | null, memory: number, sliced: Sliced): string {
  const who = peers
    ? `Python ${peers.versions.python}, numpy ${peers.versions.numpy}, scikit-learn ${peers.versions.sklearn}`
    : 'no Python found: peers skipped';
  const rows = results.map(({ work, who, took }) => {
    const ours = results.find((row) => row.work === work)!;
    const over = (kind: keyof Took) =>
      median(took.map((one, turn) => one[kind] / ours.took[turn]![kind])).toFixed(2);
    const typical = (kind: keyof Took) => median(took.map((one) => one[kind])).toPrecision(3);
    return `| ${work} | ${who} | ${typical('wall')} | ${over('wall')} | ${typical('cpu')} | ${over('cpu')} |`;
  });
  return `# Speed and memory of evaluate

\`npm run bench:evaluate\`. Node ${process.versions.node}; ${who}. ${availableParallelism()} cores, ${cpus()[0]!.model.trim()}.
Seed ${SEED}; 5 % positives, float32 probabilities. All take turns in one run of ${((performance.now() - started) / 1000).toFixed(0)} s.
Medians over the turns; "ratio" is the median over the turns of a time divided by that of the first row of the same work.
On a machine that others use too, processor time tells more than the clock. Ours includes compiler and collector threads.

## Promised

| what | goal | measured | |
| --- | --- | --- | --- |
${promises(memory, sliced)}

"50 slices": \`runEvaluate\` over rows in memory, five columns of ten values: metrics with intervals of the whole and of every
slice (${sliced.results} results), churn, quality of the holdout, where it loses; in a process of its own.

## Growth

The usual metrics (${USUAL_METRICS.binary.join(', ')}) of both models with their intervals, processor time.

| rows | s | ns a row | ns a row and log₂ rows |
| --- | --- | --- | --- |
${growth()}

## Turn by turn

| work | who | clock, s | ratio | processor, s | ratio |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

numpy's AUC sorts keys that hold score and label (AVX-512 where the machine has it); its resamples sort once too.
`;
}
