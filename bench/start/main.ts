/**
 * `npm run bench:start`: how long the CLI takes to say what it is, against Node.js doing nothing, interleaved.
 * Writes result.md beside this file.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const ROUNDS = 21;

const COMMANDS = {
  'node -e 0': ['-e', '0'],
  'onnx-gate --help': [join(ROOT, 'dist/cli.js'), '--help'],
  'onnx-gate gate --help': [join(ROOT, 'dist/cli.js'), 'gate', '--help'],
  'an unknown flag, refused': [join(ROOT, 'dist/cli.js'), 'gate', '--unknown'],
} as const;

function milliseconds(args: readonly string[]): number {
  const began = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore', cwd: ROOT });
  return Number(process.hrtime.bigint() - began) / 1e6;
}

const times = new Map(Object.keys(COMMANDS).map((name) => [name, [] as number[]]));
const load = loadavg()[0]!.toFixed(1);
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of Object.entries(COMMANDS)) times.get(name)!.push(milliseconds(args));
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const floor = median(times.get('node -e 0')!);
const rows = [...times].map(([name, values]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const figures = [sorted[0]!, median(values), sorted.at(-1)!].map((value) => value.toFixed(0));
  return `| ${[name, ...figures, (median(values) / floor).toFixed(2)].join(' | ')} |`;
});
const report = `# Start-up, whole processes, milliseconds

Node ${process.version}, ${process.platform}-${process.arch}, ${cpus()[0]!.model.trim()}, ${availableParallelism()} cores, load ${load}; ${ROUNDS} rounds, interleaved.

| command | least | median | most | median / node -e 0 |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
writeFileSync(join(import.meta.dirname, 'result.md'), report);
console.log(report);
