/**
 * `npm run bench:comment`: what publishing costs. Whole processes of dist/ against a GitHub on loopback: time to the
 * first request, time for a comment on a hundred models, and how large each action is. Writes result.md beside this file.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { SAMPLES } from '../../test/core/report/samples.ts';
import { environmentOf, triggerOf } from '../../test/github/events.ts';
import { openGithub } from '../../test/github/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
const ROUNDS = 11;
const MODELS = 100;
const FIRST_CALL = 300;
const OWN_TIME = 1000;

const trigger = triggerOf('pull_request');
const folder = mkdtempSync(join(tmpdir(), 'onnx-gate-bench-'));

const usage = join(folder, 'usage.mjs');
const used = join(folder, 'used');
const summary = join(folder, 'summary.md');
writeFileSync(
  usage,
  `import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(${JSON.stringify(used)}, String((user + system) / 1000));
});
`,
);

/** Milliseconds to the first request (null when there was none), to the end, and of processor time. */
async function timed(entry: string, cwd: string, inputs: Readonly<Record<string, string>>) {
  const github = await openGithub();
  writeFileSync(summary, '');
  let first: number | null = null;
  const began = performance.now();
  const push = github.requests.push.bind(github.requests);
  github.requests.push = (...more) => {
    first ??= performance.now() - began;
    return push(...more);
  };
  const child = spawn(
    process.execPath,
    ['--import', usage, ...(entry === '' ? ['-e', '0'] : [join(DIST, `${entry}.js`)])],
    {
      cwd,
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        ...environmentOf(trigger, github.origin),
        GITHUB_EVENT_PATH: join(folder, 'event.json'),
        GITHUB_STEP_SUMMARY: summary,
        'INPUT_GITHUB-TOKEN': 't',
        ...inputs,
      },
    },
  );
  await new Promise((done) => child.on('close', done));
  const total = performance.now() - began;
  await github.stop();
  return { first, total, own: Number(readFileSync(used, 'utf8')), made: github.state.comments.length };
}

/** The failing sample a hundred times, each with its rules, findings, metrics and times. */
function writeHundred(cwd: string): number {
  const { verdict, measurements } = SAMPLES.get('fail')!;
  const arms = SAMPLES.get('latency')!.measurements.filter(
    ({ schema }) => schema === 'onnx-gate/benchmark/v1',
  );
  const names = Array.from({ length: MODELS }, (_, index) => `model-${index}`);
  const named = <T extends { readonly model: string }>(all: readonly T[]) =>
    names.flatMap((model) => all.map((one) => ({ ...one, model })));
  const whole = { ...verdict, rules: named(verdict.rules), subjects: named(verdict.subjects) };
  const files: [string, object][] = [
    ['verdict.json', whole],
    ...named([...measurements, ...arms]).map((one): [string, object] => [
      `${one.model}/${one.schema.split('/')[1]}.json`,
      one,
    ]),
  ];
  for (const [path, content] of files) {
    const file = join(cwd, '.onnx-gate', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content, null, 2));
  }
  return files.length;
}

/** Bytes of an entry with the chunks that it imports, and with those that it may load later. */
function sizes(entry: string): { readonly start: number; readonly all: number } {
  const reach = (pattern: RegExp) => {
    const seen = new Set<string>();
    const visit = (file: string) => {
      // Some chunks quote an import in a comment.
      if (seen.has(file) || !existsSync(file)) return;
      seen.add(file);
      for (const [, target] of readFileSync(file, 'utf8').matchAll(pattern))
        visit(resolve(dirname(file), target!));
    };
    visit(join(DIST, `${entry}.js`));
    return [...seen].reduce((sum, file) => sum + statSync(file).size, 0);
  };
  const direct = /^(?:import|export)[^'"\n]*['"](\.[^'"]+\.js)['"]/gm;
  const any = /(?:^(?:import|export)[^'"\n]*|\bimport\()['"](\.[^'"]+\.js)['"]/gm;
  return { start: reach(direct), all: reach(any) };
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const figures = (values: readonly number[]) =>
  [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(0)).join(' | ');
const held = (value: number, limit: number) => `${value < limit ? 'held' : 'missed'} (limit ${limit} ms)`;

try {
  const load = loadavg()[0]!.toFixed(1);
  writeFileSync(join(folder, 'event.json'), JSON.stringify(trigger.payload));
  const hundred = join(folder, 'hundred');
  const example = join(folder, 'example');
  const documents = writeHundred(hundred);
  cpSync(join(ROOT, 'examples/sessions'), example, { recursive: true });
  // An unknown model ends each measuring action right after its check run: the start is what is timed.
  const early = { 'INPUT_CHECK-RUN': 'onnx-gate', INPUT_MODEL: 'none' };
  const cases = {
    'node -e 0': ['', example, {}],
    gate: ['gate', example, early],
    validate: ['validate', example, early],
    evaluate: ['evaluate', example, early],
    benchmark: ['benchmark', example, early],
    'comment, 100 models': ['comment', hundred, {}],
  } as const;
  const times = new Map(
    Object.keys(cases).map((name) => [
      name,
      { first: [] as number[], total: [] as number[], own: [] as number[] },
    ]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, [entry, cwd, inputs]] of Object.entries(cases)) {
      const { first, total, own, made } = await timed(entry, cwd, inputs);
      if (entry !== '' && first === null) throw new Error(`${name} sent no request`);
      if (entry === 'comment' && made !== 1) throw new Error(`${made} comments were made`);
      if (first !== null) times.get(name)!.first.push(first);
      times.get(name)!.total.push(total);
      times.get(name)!.own.push(own);
    }
  }
  const starts = [...times].filter(([, { first }]) => first.length > 0);
  const entries = ['gate', 'validate', 'evaluate', 'benchmark', 'comment', 'after', 'cli'];
  const hundredTimes = times.get('comment, 100 models')!;
  const report = `# Publishing, whole processes, milliseconds

Node ${process.version}, ${process.platform}-${process.arch}, ${cpus()[0]!.model.trim()}, ${availableParallelism()} cores, load ${load}; ${ROUNDS} rounds, interleaved; GitHub is a server on loopback in the measuring process.

\`node -e 0\` takes ${figures(times.get('node -e 0')!.total)} (least | median | most).

## From the start of the process to its first API call

| action | least | median | most | median below ${FIRST_CALL} ms |
| --- | --- | --- | --- | --- |
${starts
  .map(([name, { first }]) => `| ${name} | ${figures(first)} | ${held(median(first), FIRST_CALL)} |`)
  .join('\n')}

## A comment on ${MODELS} models (${documents} documents), from start to exit

| | least | median | most | median below ${OWN_TIME} ms |
| --- | --- | --- | --- | --- |
| processor time, the process as a whole | ${figures(hundredTimes.own)} | ${held(median(hundredTimes.own), OWN_TIME)} |
| wall clock, waiting for the server included | ${figures(hundredTimes.total)} | |

## Sizes, KB

| entry | loaded at the start | with what may be loaded later |
| --- | --- | --- |
${entries.map((entry) => `| ${entry} | ${(sizes(entry).start / 1000).toFixed(0)} | ${(sizes(entry).all / 1000).toFixed(0)} |`).join('\n')}
`;
  writeFileSync(join(import.meta.dirname, 'result.md'), report);
  console.log(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
