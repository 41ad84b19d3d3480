import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { files } from '../../src/adapters/files.ts';
import { runBehaviour } from '../../src/commands/behaviour.ts';
import { runReadGoldens } from '../../src/commands/goldens.ts';
import { faultsOf, open } from '../adapters/onnxruntime/open.ts';
import { makeZip } from '../adapters/references/make-zip.ts';
import { falling } from '../models/misbehaving.ts';
import { temporaryFolder } from '../temporary.ts';

/** An array as NumPy writes it, of float32 in C order. */
function npy(shape: readonly number[], ...data: number[]): Buffer {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`.padEnd(117);
  const lead = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, 118, 0]);
  return Buffer.concat([lead, Buffer.from(`${header}\n`), Buffer.from(Float32Array.from(data).buffer)]);
}

const archive = (...y: number[]) =>
  makeZip([
    { name: 'x.npy', bytes: npy([2, 2], 1, 2, 3, 4) },
    { name: 'y.npy', bytes: npy([2, 1], ...y) },
  ]);

async function checksOf(folder: string) {
  const goldens = await runReadGoldens(folder, { files });
  const usual = { rows: null, monotonic: [], output: { activation: 'none' }, seed: 1 } as const;
  const findings = await runBehaviour(await open(falling()), { ...usual, goldens });
  return findings.filter(({ check }) => check.startsWith('golden')).map(({ message }) => message);
}

test('arrays of an .npz are inputs and outputs by their names, wherever it lies in the folder', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'deeper'));
  writeFileSync(join(folder, 'right.npz'), archive(0, 2));
  writeFileSync(join(folder, 'deeper/wrong.npz'), archive(0, 2.5));
  expect(await checksOf(folder)).toEqual([
    'Golden vector `deeper/wrong.npz`: output `y` is 2 at [1, 0] and should be 2.5 (off by 0.5; 1 of 2 elements differ).',
  ]);
});

test('what is called .npz and is none is told', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.npz'), 'no archive');
  expect(await faultsOf(runReadGoldens(folder, { files }))).toMatchObject([
    { code: 'file-kind', message: `${folder}/a.npz is not an archive of NumPy.` },
  ]);
});
