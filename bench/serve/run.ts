/**
 * `npm run bench:serve -- [SECONDS]`: the built server (`npm run build`) against an empty route and the bare call, and
 * a soak of that many seconds, 600 when left out, 0 for none. Writes result.md beside this file.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dense, logistic } from '../../test/models/small.ts';
import { measureRatios } from './ratios.ts';
import { soak } from './soak.ts';

const WIDTH = 128;
const LAYERS = 12;
/** MiB by which the last minute may be above the second one: what collecting garbage moves. */
const GROWTH = 16;

const seconds = Number(process.argv[2] ?? 600);
if (!Number.isInteger(seconds) || seconds < 0) throw new Error('Usage: npm run bench:serve -- [SECONDS]');
const load = loadavg()[0]!.toFixed(1);
const folder = mkdtempSync(join(tmpdir(), 'onnx-gate-serve-'));
const small = join(folder, 'small.onnx');
const wide = join(folder, 'wide.onnx');
writeFileSync(small, logistic([1, 2, 3, 4, 5, 6, 7, 8]));
writeFileSync(wide, dense(WIDTH, LAYERS));

const { get, post, infer, bare, back, served, start } = await measureRatios(small, wide, WIDTH);
const held = (holds: boolean) => (holds ? 'held' : 'missed');
const rows = [
  ['empty GET route, requests/s', get.toFixed(0), '', ''],
  ['empty POST route, same body, requests/s', post.toFixed(0), '', ''],
  ['infer, batch 1, requests/s', infer.toFixed(0), '', ''],
  ['infer / empty GET', `${((100 * infer) / get).toFixed(0)} %`, '60 %', held(infer >= 0.6 * get)],
  ['infer / empty POST', `${((100 * infer) / post).toFixed(0)} %`, '60 %', held(infer >= 0.6 * post)],
  ['256 rows, bare call, p50', `${bare.toFixed(2)} ms`, '', ''],
  ['the same bytes sent and sent back by an empty route, p50', `${back.toFixed(2)} ms`, '', ''],
  ['256 rows, served in binary form, p50', `${served.toFixed(2)} ms`, '', ''],
  ['served / (bare + bytes sent back)', (served / (bare + back)).toFixed(2), '', ''],
  ['served / bare', (served / bare).toFixed(2), '1.3', held(served <= 1.3 * bare)],
  ['start to ready', `${start.toFixed(2)} s`, '0.5 s', held(start < 0.5)],
];
if (seconds > 0) {
  const soaked = await soak(small, seconds);
  const { most, rate, requests, failed, reloads, before, after } = soaked;
  rows.push(
    [`soak of ${seconds} s: rate, of ${most.toFixed(0)} at most`, `${rate}/s`, '', ''],
    ['requests', `${requests}`, '', ''],
    ['reloads', `${reloads}`, '', ''],
    ['failed', `${failed}`, '0', held(failed === 0)],
    [
      'memory, second minute and last',
      `${before.toFixed(0)}, ${after.toFixed(0)} MiB`,
      `+${GROWTH} MiB`,
      held(after - before <= GROWTH),
    ],
  );
}
rmSync(folder, { recursive: true });
const text = `# The model server

Node ${process.version}, ${process.platform}-${process.arch}, ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, load ${load} before.
Medians of rounds in turns; autocannon with 10 connections, in the process of the bench. Batch 1: 8 features into a logistic regression. 256 rows: ${LAYERS} square
layers of ${WIDTH}. The soak reloads the model each 10 s.

| what | measured | limit | |
| --- | --- | --- | --- |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
writeFileSync(join(import.meta.dirname, 'result.md'), text);
console.log(text);
