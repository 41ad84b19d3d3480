import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openByteSource } from '../../../src/adapters/byte-source.ts';
import { createExternalFiles } from '../../../src/adapters/external-files/files.ts';
import { checkModel } from '../../../src/core/onnx/check-model.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = resolve(root, '../shared/realworld/models');
const here = existsSync(folder);
const models = [
  ...(here ? readdirSync(folder).map((name) => join(folder, name)) : []),
  ...readdirSync(join(root, 'examples/sessions/models')).map((name) =>
    join(root, 'examples/sessions/models', name),
  ),
];

async function check(path: string) {
  await using source = await openByteSource(path);
  return await checkModel(source, { path, external: createExternalFiles(path) });
}

describe('models of real exporters', () => {
  it.each(models)('%s has no error', async (path) => {
    const { findings } = await check(path);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.skipIf(!here)('flags the batch that was frozen on purpose', async () => {
    const { findings } = await check(join(folder, 'shopper_mlp_base_static32.onnx'));
    expect(findings.map((one) => one.check)).toEqual(['frozen-batch']);
  });
});
