import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createModelRunner } from '../../../src/adapters/onnxruntime/runner.ts';
import { linuxGauge, posixGauge } from '../../../src/adapters/onnxruntime/watch.ts';
import { endlessLoop } from '../../models/hostile.ts';
import { logistic } from '../../models/small.ts';
import { temporaryFolder } from '../../temporary.ts';
import { child, childrenOf, faultsOf, fileOf, isAlive, limits, natives, root, values } from './open.ts';

const row = new Map([['features', values('float32', Float32Array.of(1, 2), [1, 2])]]);
const linux = describe.runIf(process.platform === 'linux');

/** Opens a model and finds its process, the one child that is new. */
async function openWith(env: NodeJS.ProcessEnv, path = fileOf(logistic([1, 2]))) {
  const before = new Set(childrenOf(process.pid));
  const session = await createModelRunner({ child, natives, env }).open(path, limits);
  onTestFinished(() => session[Symbol.asyncDispose]());
  const [pid, ...others] = childrenOf(process.pid).filter((id) => !before.has(id));
  expect(others).toEqual([]);
  return { session, pid: pid! };
}

linux('the child process', () => {
  it('sees no secret of its parent', async () => {
    const { pid } = await openWith({
      ...process.env,
      LANG: 'C.UTF-8',
      HOME: '/home/somebody',
      GITHUB_TOKEN: 'ghs_secret',
      NODE_OPTIONS: '--max-old-space-size=100',
      NPM_CONFIG_REGISTRY: 'http://user:secret@127.0.0.1/',
    });
    const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .map((line) => line.split('=')[0]!);
    expect(names).toContain('LANG');
    expect(names).toContain('ORT_DISABLE_TELEMETRY');
    const expected =
      /^(|PATH|LANG|LC_\w+|TZ|TMPDIR|TMP|TEMP|LD_LIBRARY_PATH|ORT_DISABLE_TELEMETRY|NODE_CHANNEL_\w+|PWD|OLDPWD|SHLVL|_)$/;
    expect(names.filter((name) => !expected.test(name))).toEqual([]);
  });

  it('leaves no file behind, at home or among the temporary ones', async () => {
    const folder = temporaryFolder();
    const [HOME, TMPDIR] = ['home', 'tmp'].map((name) => join(folder, name)) as [string, string];
    mkdirSync(HOME);
    mkdirSync(TMPDIR);
    // Where ONNX Runtime's telemetry would leave a log, whatever TMPDIR says. Ids of processes come again.
    const logs = () => readdirSync('/tmp').filter((name) => name.startsWith('mat-debug-'));
    const before = new Set(logs());
    const { session, pid } = await openWith({ PATH: process.env.PATH, HOME, TMPDIR });
    await session.run(row, ['probability']);
    await session[Symbol.asyncDispose]();
    expect(readdirSync(HOME)).toEqual([]);
    expect(readdirSync(TMPDIR)).toEqual([]);
    expect(logs().filter((name) => name === `mat-debug-${pid}.log` && !before.has(name))).toEqual([]);
  });

  it('writes no core file and is the first that the kernel may kill', async () => {
    const { pid } = await openWith(process.env);
    expect(readFileSync(`/proc/${pid}/limits`, 'utf8')).toMatch(/^Max core file size +0 +0 /m);
    expect(readFileSync(`/proc/${pid}/oom_score_adj`, 'utf8')).toBe('900\n');
  });

  it('is gone after the session is closed', async () => {
    const { session, pid } = await openWith(process.env);
    expect(isAlive(pid)).toBe(true);
    await session[Symbol.asyncDispose]();
    expect(isAlive(pid)).toBe(false);
    expect(await faultsOf(session.run(row, ['probability']))).toMatchObject([{ code: 'internal' }]);
  });

  it('is gone after a model was refused', async () => {
    const before = childrenOf(process.pid);
    await faultsOf(createModelRunner({ child, natives }).open(fileOf('garbage'), limits));
    expect(childrenOf(process.pid)).toEqual(before);
  });

  it('dies with its parent, even in the middle of a model that never ends', async () => {
    const folder = temporaryFolder();
    const script = join(folder, 'parent.ts');
    writeFileSync(
      script,
      `import { createModelRunner } from ${JSON.stringify(join(root, 'src/adapters/onnxruntime/runner.ts'))};
const runner = createModelRunner({ child: ${JSON.stringify(child)}, natives: async () => ${JSON.stringify(root)} });
const session = await runner.open(${JSON.stringify(fileOf(endlessLoop()))}, { seconds: 600, memory: 2 ** 31 });
session.run(new Map([['x', { type: 'float32', data: Float32Array.of(1), shape: [1] }]]), ['y']);
process.stdout.write('running');`,
    );
    const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void parent.kill('SIGKILL'));
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const [pid] = childrenOf(parent.pid!);
    expect(isAlive(pid!)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(isAlive(pid!)).toBe(false), { timeout: 30_000 });
  });
});

linux('an engine that starts processes', () => {
  const spawning = createModelRunner({
    child: join(import.meta.dirname, 'children/spawning.ts'),
    natives,
  });
  const alive = (argument: string): string[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && isAlive(Number(name)))
      .map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
      .filter((line) => line.startsWith('tail') && line.includes(argument));

  it('is stopped with all of them, in its group or not', async () => {
    const path = fileOf(logistic([1]));
    expect(await faultsOf(spawning.open(path, limits))).toMatchObject([
      {
        code: 'model-processes',
        message: `ONNX Runtime started a process of its own while loading ${path}, and both were stopped.`,
      },
    ]);
    await vi.waitFor(() => expect(alive(path)).toEqual([]));
  });

  it('leaves none that keeps us waiting when it ends by itself', async () => {
    const path = join(temporaryFolder(), 'ends.onnx');
    writeFileSync(path, logistic([1]));
    const [fault] = await faultsOf(spawning.open(path, limits));
    // Which of the two depends on when it is looked at.
    expect(['model-crashed', 'model-processes']).toContain(fault.code);
    await vi.waitFor(() => expect(alive(path)).toEqual([]));
  });

  it.each([linuxGauge, posixGauge])('is seen by %o', async (gaugeOf) => {
    const parent = spawn('sh', ['-c', 'sleep 600 & echo "$!"; wait'], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void process.kill(-parent.pid!, 'SIGKILL'));
    const [told] = (await once(parent.stdout, 'data')) as [Buffer];
    const { memory, started } = await gaugeOf(parent.pid!).look();
    expect(started).toEqual([Number(told)]);
    expect(memory).toBeGreaterThan(2 ** 18);
  });
});

describe('an engine that is not there', () => {
  it('is named with the folder', async () => {
    const folder = temporaryFolder();
    const runner = createModelRunner({ child, natives: async () => folder });
    expect(await faultsOf(runner.engine())).toMatchObject([
      { code: 'runtime-unavailable', message: `There is no onnxruntime-node in ${folder}.` },
    ]);
    const [fault] = await faultsOf(runner.open(fileOf(logistic([1])), limits));
    expect(fault.code).toBe('runtime-unavailable');
    expect(fault.message).toContain(`onnxruntime-node in ${folder} does not load: Cannot find module`);
  });

  it('is told from a child that does not start', async () => {
    const runner = createModelRunner({ child: join(root, 'no-such-child.ts'), natives });
    const [fault] = await faultsOf(runner.open(fileOf(logistic([1])), limits));
    expect(fault).toMatchObject({
      code: 'runtime-unavailable',
      message: 'The process for ONNX Runtime did not start: exit code 1.',
      details: expect.stringContaining('no-such-child.ts'),
    });
  });
});
