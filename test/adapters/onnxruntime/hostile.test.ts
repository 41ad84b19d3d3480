import { describe, expect, it } from 'vitest';
import {
  divisionAtRun,
  divisionOverflow,
  endlessLoop,
  memoryBomb,
  memoryCreep,
  nestedFunctions,
} from '../../models/hostile.ts';
import { faultsOf, fileOf, limits, open, runner, values } from './open.ts';

const one = values('float32', Float32Array.of(1));
const small = { seconds: 60, memory: 600 * 2 ** 20 };

describe('a model that kills the engine', () => {
  it.each([
    ['SIGFPE', divisionOverflow()],
    ['SIGSEGV', nestedFunctions()],
  ])('by %s at load', async (signal, bytes) => {
    const path = fileOf(bytes);
    const [fault] = await faultsOf(runner.open(path, limits));
    expect(fault.code).toBe('model-crashed');
    expect(fault.message).toContain(`ONNX Runtime died of ${signal} while loading ${path}`);
  });

  it('while running is told with the batch, and stays dead', async () => {
    const path = fileOf(divisionAtRun());
    const session = await open(path);
    const run = (x: number) => session.run(new Map([['x', values('int32', Int32Array.of(x))]]), ['y']);
    expect((await run(2)).get('y')!.data).toEqual(Int32Array.of(-(2 ** 30)));
    const faults = await faultsOf(run(-1));
    expect(faults[0].code).toBe('model-crashed');
    expect(faults[0].message).toContain(`ONNX Runtime died of SIGFPE while running batch 2 of ${path}`);
    expect(await faultsOf(run(2))).toEqual(faults);
  });

  it('takes the requests behind it along', async () => {
    const session = await open(divisionAtRun());
    const run = (x: number) => session.run(new Map([['x', values('int32', Int32Array.of(x))]]), ['y']);
    const [first, second] = await Promise.all([faultsOf(run(-1)), faultsOf(run(2))]);
    expect(first[0].message).toContain('batch 1');
    expect(second).toEqual(first);
  });
});

describe('a model beyond its limits', () => {
  it('is stopped when it hangs', async () => {
    const path = fileOf(endlessLoop());
    const session = await open(path, { ...limits, seconds: 2 });
    expect(await faultsOf(session.run(new Map([['x', one]]), ['y']))).toMatchObject([
      {
        code: 'model-timeout',
        message: `ONNX Runtime did not finish running batch 1 of ${path} within 2 s and was stopped.`,
      },
    ]);
  });

  it('is stopped when it grows', async () => {
    const path = fileOf(memoryCreep());
    const session = await open(path, small);
    const x = values('float32', new Float32Array(2 ** 18));
    const [fault] = await faultsOf(session.run(new Map([['x', x]]), ['y']));
    expect(fault.code).toBe('model-memory');
    expect(fault.message).toContain(`while running batch 1 of ${path}`);
    expect(fault.message).toContain('the limit is 600 MiB');
  });

  it.skipIf(process.platform === 'win32')('is stopped for what it holds, whatever it does', async () => {
    const limited = { seconds: 30, memory: 50 * 2 ** 20 };
    const work = async () => (await open(endlessLoop(), limited)).run(new Map([['x', one]]), ['y']);
    const [fault] = await faultsOf(work());
    expect(fault.code).toBe('model-memory');
    expect(fault.message).toMatch(
      /^ONNX Runtime held \d+ MiB of memory while .* and was stopped; the limit is 50 MiB\.$/,
    );
  });

  it.runIf(process.platform === 'linux')('is refused one allocation beyond it, and lives on', async () => {
    const path = fileOf(memoryBomb());
    const session = await open(path, small);
    const run = (size: bigint) =>
      session.run(new Map([['size', values('int64', BigInt64Array.of(size))]]), ['y']);
    const [fault] = await faultsOf(run(2n ** 32n));
    expect(fault.code).toBe('model-memory');
    expect(fault.message).toBe(
      `ONNX Runtime asked for 16,384 MiB at once while running batch 1 of ${path}; the limit is 600 MiB.`,
    );
    expect((await run(1000n)).get('y')!.data).toEqual(Float32Array.of(0));
  });

  it('is stopped while it is timed, too', async () => {
    const path = fileOf(endlessLoop());
    const launch = {
      candidate: { path, feeds: new Map([['x', one]]) },
      baseline: null,
      seed: 1,
      settings: { threads: 1, spinning: true, execution: 'sequential', optimization: 'all' } as const,
      seconds: 0.01,
      minimumCalls: 0,
      callsPerTurn: 2,
    };
    const [fault] = await faultsOf(runner.time(launch, { ...limits, seconds: 2 }));
    expect(fault).toMatchObject({
      code: 'model-timeout',
      message: `ONNX Runtime did not finish timing ${path} within 2 s and was stopped.`,
    });
  });
});
