import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runLoad } from '../../src/commands/load.ts';
import { withReadableOutputs } from '../../src/commands/readable-outputs.ts';
import { fault } from '../../src/core/errors.ts';
import { fileOf, limits, runner } from '../adapters/onnxruntime/open.ts';
import { unknownOperator, zipMap } from '../models/awkward.ts';
import { divisionOverflow, nestedFunctions } from '../models/hostile.ts';
import { WRONGLY_DECLARED } from '../models/refused.ts';
import { logistic } from '../models/small.ts';

const load = async (bytes: Uint8Array, given = limits, nodes = 1) => {
  const path = fileOf(bytes);
  const ports = { runner: withReadableOutputs(runner, { read: readFile }) };
  const { session, findings } = await runLoad({ path, limits: given, nodes }, ports);
  const signature = session?.signature ?? null;
  await session?.[Symbol.asyncDispose]();
  return { path, signature, findings };
};

describe('runLoad', () => {
  it('finds nothing in a sound model', async () => {
    const { signature, findings } = await load(logistic([1]));
    expect(findings).toEqual([]);
    expect(signature?.inputs).toMatchObject([{ name: 'features' }]);
  });

  it('warns of a model that loads with optimisation only', async () => {
    const path = fileOf(logistic([1]));
    const only: Pick<typeof runner, 'open'> = {
      open: async (file, given, options) => {
        if (options?.optimization === 'disabled')
          throw fault('model-rejected', 'There is no kernel for Frobnicate.', { details: 'NOT_IMPLEMENTED' });
        return runner.open(file, given, options);
      },
    };
    const { session, findings } = await runLoad(
      { path, limits, nodes: 1 },
      { runner: { ...runner, ...only } },
    );
    await session?.[Symbol.asyncDispose]();
    expect(session).not.toBeNull();
    expect(findings).toMatchObject([
      {
        check: 'load-unoptimised',
        severity: 'warning',
        message: `${path} loads with graph optimisation only. There is no kernel for Frobnicate.`,
        details: 'NOT_IMPLEMENTED',
      },
    ]);
  });

  it('loads a model of very many nodes once, as services do, and says so', async () => {
    const [, bytes] = WRONGLY_DECLARED[0]!;
    const { signature, findings } = await load(bytes, limits, 20_001);
    expect(signature).not.toBeNull();
    expect(findings).toMatchObject([{ check: 'load-once', severity: 'info' }]);
    expect((await load(unknownOperator(), limits, 20_001)).findings).toMatchObject([{ check: 'load' }]);
  });

  it('tells a refusal once, with the engine’s own words', async () => {
    const { path, signature, findings } = await load(unknownOperator());
    expect(signature).toBeNull();
    expect(findings).toMatchObject([
      {
        check: 'load',
        severity: 'error',
        message: `ONNX Runtime does not load ${path}: there is no operator Frobnicate in opset 17 (node "Frobnicate_y", Frobnicate).`,
        fix: expect.stringContaining('opset'),
        details: expect.stringContaining('No Op registered for Frobnicate'),
      },
    ]);
  });

  it.each(WRONGLY_DECLARED)(
    'warns of a wrongly declared %s, and the model is open',
    async (_, bytes, reason) => {
      const { signature, findings } = await load(bytes);
      expect(signature).not.toBeNull();
      expect(findings).toMatchObject([
        { check: 'declared-shapes', severity: 'warning', message: expect.stringContaining(reason) },
      ]);
    },
  );

  it('tells a crash under optimisation with its signal', async () => {
    expect(await load(divisionOverflow())).toMatchObject({
      signature: null,
      findings: [{ check: 'crash', severity: 'error', message: expect.stringContaining('SIGFPE') }],
    });
  });

  it('tells a crash while loading as it is written', async () => {
    expect(await load(nestedFunctions())).toMatchObject({
      signature: null,
      findings: [{ check: 'crash', message: expect.stringContaining('SIGSEGV') }],
    });
  });

  it('tells of memory with the limit', async () => {
    const { findings } = await load(logistic([1]), { seconds: 30, memory: 20 * 2 ** 20 });
    expect(findings).toMatchObject([
      { check: 'memory', message: expect.stringContaining('limit is 20 MiB') },
    ]);
  });

  it('reads what lies under a ZipMap, and says so', async () => {
    const { signature, findings } = await load(zipMap());
    expect(signature?.outputs[1]).toMatchObject({ name: 'probabilities', type: 'float32' });
    expect(findings).toMatchObject([
      {
        check: 'rewritten',
        severity: 'info',
        message: expect.stringContaining('`probabilities` is a list of maps'),
      },
    ]);
  });

  it('throws what is not the model’s', async () => {
    await expect(runLoad({ path: 'nowhere.onnx', limits, nodes: 1 }, { runner })).rejects.toMatchObject({
      faults: [{ code: 'file-missing' }],
    });
  });
});
