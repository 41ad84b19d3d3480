import { execFileSync } from 'node:child_process';
import { linkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runBindExternal, runFindModels } from '../../src/commands/models.ts';
import { identityOf } from '../../src/core/documents/common.ts';
import { faultsOf } from '../adapters/onnxruntime/open.ts';
import { reader, WEIGHTS, withExternal } from '../adapters/references/tools.ts';
import { temporaryFolder } from '../temporary.ts';

const OTHERS = Buffer.from(Float32Array.of(3, 2, 1).buffer);

/** One model in two folders, with the given weights beside each. */
function pairOf(ours: Uint8Array | null, theirs: Uint8Array | null) {
  const place = (weights: Uint8Array | null) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'm.onnx'), withExternal('w.bin'));
    if (weights) writeFileSync(join(folder, 'w.bin'), weights);
    return join(folder, 'm.onnx');
  };
  return { candidate: place(ours), baseline: [place(theirs)], sameModel: false };
}

test('equal bytes with other weights beside them are another model', async () => {
  const { ports } = reader();
  const found = await runFindModels(pairOf(WEIGHTS, OTHERS), ports);
  const { candidate, baseline } = await runBindExternal(found, ports);
  expect(candidate.subject.digest).toBe(baseline?.subject.digest);
  expect(candidate.subject.external).toMatchObject({ files: 1, bytes: 12 });
  expect(identityOf(candidate.subject)).not.toBe(identityOf(baseline!.subject));
});

test('equal bytes with equal weights are the same model', async () => {
  const faults = await faultsOf(runFindModels(pairOf(WEIGHTS, WEIGHTS), reader().ports));
  expect(faults).toMatchObject([{ code: 'same-model' }]);
});

test('weights that cannot be read are not taken for equal', async () => {
  const { ports } = reader();
  const wanted = pairOf(WEIGHTS, null);
  const found = await runFindModels({ ...wanted, candidate: pairOf(null, null).candidate }, ports);
  expect((await runBindExternal(found, ports)).candidate.subject.external).toBeUndefined();
  const linked = pairOf(WEIGHTS, WEIGHTS);
  linkSync(linked.candidate.replace('m.onnx', 'w.bin'), join(temporaryFolder(), 'w.bin'));
  await expect(runFindModels(linked, ports)).resolves.toBeDefined();
});

test('the digest is what sha256sum says, and follows the file', async () => {
  const { ports } = reader();
  const wanted = pairOf(WEIGHTS, OTHERS);
  const cwd = wanted.candidate.replace('m.onnx', '');
  const bound = async () =>
    (await runBindExternal(await runFindModels(wanted, ports), ports)).candidate.subject.external?.digest;
  const told = () =>
    `sha256:${execFileSync('sh', ['-c', 'sha256sum w.bin | LC_ALL=C sort -k 2 | sha256sum'], { cwd, encoding: 'utf8' }).slice(0, 64)}`;
  const first = await bound();
  expect(first).toBe(told());
  writeFileSync(join(cwd, 'w.bin'), Buffer.from(Float32Array.of(7, 7, 7).buffer));
  expect(await bound()).toBe(told());
  expect(await bound()).not.toBe(first);
});
