/** Speed and memory of the statistics behind `evaluate`, against scikit-learn and numpy in one run; writes result.md. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createResampler } from '../../src/adapters/resampler/resampler.ts';
import { areaUnderCurve } from '../../src/core/stats/area.ts';
import { delong } from '../../src/core/stats/delong.ts';
import { openPeers, type Peers, type Took } from './peers.ts';
import { resample } from './resample.ts';
import { makeRows, SEED } from './rows.ts';

type Data = ReturnType<typeof makeRows>;
type Timed = () => Promise<Took>;
interface Row {
  readonly work: string;
  readonly who: string;
  readonly took: readonly Took[];
}

const worker = new URL('./worker.ts', import.meta.url);
const resampler = (threads: number) => createResampler(worker, threads, resample);
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
  }
  writeFileSync(join(import.meta.dirname, 'result.md'), report(peers));
} finally {
  rmSync(folder, { recursive: true });
}

async function give(peers: Peers | null, data: Data): Promise<void> {
  if (peers === null) return;
  for (const name of ['label', 'candidate', 'baseline'] as const) {
    writeFileSync(join(folder, `${name}.f64`), data[name]);
  }
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
  await compete('1,000 resamples of AUC, 100,000 rows', 2, {
    'onnx-gate': clocked(() => resampler(1)(data, 1000, SEED)),
    'onnx-gate, 2 threads': clocked(() => resampler(2)(data, 1000, SEED)),
    ...asked(peers, 'numpy bootstrap table', 'numpy bootstrap multinomial'),
  });
}

async function manyResamples(data: Data): Promise<void> {
  await compete('1,000 resamples of AUC, 1,000,000 rows', 1, {
    'onnx-gate, 2 threads': clocked(() => resampler(2)(data, 1000, SEED)),
  });
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

function report(peers: Peers | null): string {
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
  const memory = (process.resourceUsage().maxRSS / 2 ** 20).toFixed(2);
  return `# Speed and memory of evaluate

\`npm run bench:evaluate\`. Node ${process.versions.node}; ${who}. ${availableParallelism()} cores, ${cpus()[0]!.model.trim()}.
Seed ${SEED}; 5 % positives, float32 probabilities. All take turns in one run of ${((performance.now() - started) / 1000).toFixed(0)} s.
Medians over the turns; "ratio" is the median over the turns of a time divided by that of the first row of the same work.
On a machine that others use too, processor time tells more than the clock. Ours includes compiler and collector threads.

| work | who | clock, s | ratio | processor, s | ratio |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Peak memory of the whole Node process, with the rows of all three sizes made in it: ${memory} GiB.
numpy's AUC sorts keys that hold score and label (AVX-512 where the machine has it); its resamples sort once too.
`;
}
