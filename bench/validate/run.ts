/**
 * `npm run bench:validate`: static checks at the limits, against onnx.checker, interleaved. The CLI is the built one
 * (`npm run build`). Writes result.md beside this file; needs about 200 MB of disk for a few minutes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeExternal, writeLarge, writeMany, writeSmall } from './models.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const ROUNDS = 5;
/** Each reads ten gigabytes. */
const LONG_ROUNDS = 3;
/** 40 of 256 MiB. */
const EXTERNAL_TENSORS = 40;

interface Measured {
  readonly milliseconds: number;
  readonly mebibytes: number | null;
  readonly outcome: string;
  readonly version?: string;
}
type Arm = () => Measured;

function output(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', cwd: ROOT });
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const worker = (task: string, path: string): Arm => {
  const args = [join(import.meta.dirname, 'worker.ts'), task, path];
  return () => JSON.parse(output(process.execPath, args)) as Measured;
};
const checker = (path: string): Arm => {
  const args = [join(import.meta.dirname, 'checker.py'), path];
  return () => JSON.parse(output(PYTHON, args)) as Measured;
};
/** A process from start to end; what it says is thrown away. */
const whole = (program: string, args: readonly string[]): Arm => {
  return () => {
    const began = performance.now();
    output(program, args);
    return { milliseconds: performance.now() - began, mebibytes: null, outcome: 'passed' };
  };
};

/** Medians of arms run in turn. */
function race(arms: Readonly<Record<string, Arm>>, rounds: number): Map<string, Measured> {
  const runs = new Map(Object.keys(arms).map((name) => [name, [] as Measured[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, arm] of Object.entries(arms)) runs.get(name)!.push(arm());
  }
  return new Map(
    [...runs].map(([name, all]) => [
      name,
      {
        ...all[0]!,
        milliseconds: median(all.map(({ milliseconds }) => milliseconds)),
        mebibytes: all[0]!.mebibytes === null ? null : median(all.map(({ mebibytes }) => mebibytes!)),
      },
    ]),
  );
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

interface Section {
  readonly title: string;
  readonly note: string;
  readonly limit:
    | { readonly milliseconds: number; readonly mebibytes?: number }
    | { readonly ratio: number; readonly to: string };
  readonly results: Map<string, Measured>;
}

function verdict({ limit, results }: Section): string {
  const [ours] = results.values();
  if (ours === undefined) return '';
  if ('ratio' in limit) {
    const ratio = ours.milliseconds / results.get(limit.to)!.milliseconds;
    return `\nLimit: ${ratio.toFixed(2)} of ${limit.ratio} times ${limit.to}: ${ratio < limit.ratio ? 'held' : '**missed**'}.\n`;
  }
  const time = `${ours.milliseconds.toFixed(0)} ms of ${limit.milliseconds} ms: ${ours.milliseconds < limit.milliseconds ? 'held' : '**missed**'}`;
  if (limit.mebibytes === undefined) return `\nLimit: ${time}.\n`;
  const memory = `${ours.mebibytes!.toFixed(0)} MiB of ${limit.mebibytes} MiB: ${ours.mebibytes! < limit.mebibytes ? 'held' : '**missed**'}`;
  return `\nLimits: ${time}; ${memory}.\n`;
}

function render(section: Section): string {
  const [first] = section.results.values();
  const rows = [...section.results].map(([name, { milliseconds, mebibytes, outcome }]) => {
    const ratio = (milliseconds / first!.milliseconds).toFixed(2);
    return `| ${[name, milliseconds.toFixed(0), ratio, mebibytes?.toFixed(0) ?? '', outcome].join(' | ')} |`;
  });
  return `## ${section.title}

${section.note}

| | median ms | times ours | peak memory added, MiB | outcome |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
${verdict(section)}`;
}

const load = () => loadavg()[0]!.toFixed(1);
const loadBefore = load();
const folder = mkdtempSync(join(tmpdir(), 'bench-validate-'));
try {
  const large = writeLarge(folder);
  const many = writeMany(folder);
  const small = writeSmall(folder);
  const external = writeExternal(folder, EXTERNAL_TENSORS);
  const weights = join(folder, 'weights.bin');
  const megabytes = (path: string) => (statSync(path).size / 1e6).toFixed(1);
  const cli = [join(ROOT, 'dist/cli.js'), 'validate', small, '--quiet', '--out', join(folder, 'out')];

  const sections: Section[] = [
    {
      title: 'A large model',
      note: `${megabytes(large)} MB in one file, 34 nodes. Ours reads every weight by range; onnx.checker is given the path.`,
      limit: { milliseconds: 1000, mebibytes: 60 },
      results: race({ 'static checks': worker('check', large), 'onnx.checker': checker(large) }, ROUNDS),
    },
    {
      title: 'Many nodes',
      note: `50,000 nodes, 20,000 initializers, 10,000 constants, ${megabytes(many)} MB.`,
      limit: { milliseconds: 1000 },
      results: race({ 'static checks': worker('check', many), 'onnx.checker': checker(many) }, ROUNDS),
    },
    {
      title: 'A small model, whole processes',
      note: 'Six nodes. Ours: `onnx-gate validate`, all checks and the load in a child process, documents written. onnx.checker loads nothing.',
      limit: { milliseconds: 600 },
      results: race(
        {
          'onnx-gate validate': whole(process.execPath, cli),
          'python3 with onnx.checker': whole(PYTHON, [join(import.meta.dirname, 'checker.py'), small]),
          'node -e 0': whole(process.execPath, ['-e', '0']),
        },
        ROUNDS,
      ),
    },
    {
      title: 'External data',
      note: `${megabytes(weights)} MB in one sparse file of zeros: it takes no disk, so no disk is measured. The checks read it once, for its SHA-256 and for statistics of the values. onnx.checker only looks whether the file is there.`,
      // Hashing is the limit: reading and statistics are done in its time.
      limit: { ratio: 1.15, to: 'SHA-256 alone' },
      results: race(
        {
          'static checks': worker('check', external),
          'SHA-256 alone': worker('bare', weights),
          'onnx.checker': checker(external),
        },
        LONG_ROUNDS,
      ),
    },
  ];
  const { version } = checker(small)();
  const report = `# Static checks at the limits

Node ${process.version}, ${version}, ${process.platform}-${process.arch}, ${cpus()[0]!.model.trim()}, ${availableParallelism()} cores, load ${loadBefore} before and ${load()} after; medians of ${ROUNDS} rounds (external data: ${LONG_ROUNDS}), interleaved, each in a process of its own, so without a warm compiler. Times are without the start of the process but where it says whole.

${sections.map(render).join('\n')}`;
  writeFileSync(join(import.meta.dirname, 'result.md'), report);
  console.log(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
