import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataType, model, node, value } from '../../../scripts/onnx/builder.ts';
import type { ModelSession, OpenOptions } from '../../../src/ports.ts';
import { REFUSED, WRONGLY_DECLARED } from '../../models/refused.ts';
import { identity, logistic } from '../../models/small.ts';
import { faultsOf, fileOf, limits, open, runner, values } from './open.ts';

const AS_WRITTEN: OpenOptions = { optimization: 'disabled', strictShapes: false };
const SERVED: OpenOptions = { optimization: 'all', strictShapes: false };
const STRICT: OpenOptions = { optimization: 'all', strictShapes: true };
const instead = (bytes: Uint8Array) => ({ bytes, external: false });

describe('a refused model', () => {
  let session: ModelSession;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onnx-gate-test-'));
    writeFileSync(join(folder, 'm.onnx'), identity(DataType.FLOAT));
    session = await runner.open(join(folder, 'm.onnx'), limits);
  });
  afterAll(async () => {
    await session[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it.each(REFUSED)('for %s is told in one sentence', async (_, bytes, reason) => {
    const [fault, ...others] = await faultsOf(session.reopen({ ...AS_WRITTEN, instead: instead(bytes) }));
    expect(others).toEqual([]);
    expect(fault.code).toBe('model-rejected');
    expect(fault.message.replace(/^ONNX Runtime does not load \S+: /, '')).toBe(`${reason}.`);
    expect(fault.details).toMatch(/\S{5}/);
  });

  it.each(WRONGLY_DECLARED)('for a wrong %s is refused when that is asked for', async (_, bytes, reason) => {
    await expect(session.reopen({ ...SERVED, instead: instead(bytes) })).resolves.toMatchObject({
      inputs: [{}],
    });
    const [fault] = await faultsOf(session.reopen({ ...STRICT, instead: instead(bytes) }));
    expect(fault.message).toContain(`: ${reason}.`);
  });

  it('leaves the session as it was', async () => {
    await session.reopen({ ...SERVED, instead: instead(logistic([0], 0)) });
    await faultsOf(session.reopen({ ...SERVED, instead: instead(REFUSED[0]![1]) }));
    const feeds = new Map([['features', values('float32', Float32Array.of(3), [1, 1])]]);
    expect((await session.run(feeds, ['probability'])).get('probability')!.data).toEqual(
      Float32Array.of(0.5),
    );
  });
});

describe('a rewritten model', () => {
  const withExternal = (location: string) =>
    model({
      name: 'external',
      input: [value('x', DataType.FLOAT, ['batch'])],
      output: [value('y', DataType.FLOAT, ['batch'])],
      initializer: [
        {
          name: 'w',
          dims: [1n],
          dataType: 1,
          dataLocation: 1,
          externalData: [{ key: 'location', value: location }],
        },
      ],
      node: [node('Mul', ['x', 'w'], ['y'])],
    });
  const feeds = new Map([['x', values('float32', Float32Array.of(2))]]);

  it('finds its external data, and leaves no file behind', async () => {
    const path = fileOf(withExternal('w.bin'));
    writeFileSync(join(dirname(path), 'w.bin'), Float32Array.of(3));
    const session = await open(path);
    await session.reopen({ ...SERVED, instead: { bytes: withExternal('w.bin'), external: true } });
    expect((await session.run(feeds, ['y'])).get('y')!.data).toEqual(Float32Array.of(6));
    expect(readdirSync(dirname(path)).sort()).toEqual(['model.onnx', 'w.bin']);
  });

  it('is called by the name of the original when it is refused', async () => {
    const path = fileOf(identity(DataType.FLOAT));
    const session = await open(path);
    const [fault] = await faultsOf(
      session.reopen({ ...SERVED, instead: { bytes: withExternal('no.bin'), external: true } }),
    );
    expect(fault.message).toContain(
      `ONNX Runtime does not load ${path}: the external data of "w" is missing`,
    );
    expect(fault.fix).toContain('Git LFS');
    expect(readdirSync(dirname(path))).toEqual(['model.onnx']);
  });
});
