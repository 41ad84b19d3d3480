/** Caps on what a run of untrusted code hands over. What one artifact may hold is in test/e2e/events.test.ts. */
import { expect, it } from 'vitest';
import { runReadArtifacts } from '../../src/commands/artifacts.ts';
import { runReadLegs } from '../../src/commands/legs.ts';
import type { RunArtifact, RunArtifacts } from '../../src/ports.ts';
import { documentsOf, zipOf } from '../github/documents.ts';

/** Artifacts of run 41 by name, the later ones the newer. */
function artifactsOf(zips: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  const list = zips.map(([name, { length }], index): RunArtifact => {
    return { id: index + 1, name, bytes: length, digest: null, url: '' };
  });
  const downloaded: number[] = [];
  const artifacts: RunArtifacts = {
    list: async () => list,
    async download({ id }) {
      downloaded.push(id);
      return zips[id - 1]![1];
    },
  };
  return { artifacts, downloaded };
}

const one = zipOf(documentsOf('pass'));
const read = async (zips: Parameters<typeof artifactsOf>[0], pattern = 'onnx-gate*') =>
  runReadArtifacts(41, pattern, artifactsOf(zips));

it.each([
  [
    '101 artifacts',
    Array.from({ length: 101 }, (_, i) => [`onnx-gate-${i}`, one] as const),
    'at most 100 are read',
  ],
  [
    'an artifact of 10,001 entries',
    [['onnx-gate', zipOf(Array.from({ length: 10_001 }, (_, i) => [`${i}.json`, '{}'] as const))] as const],
    'no zip file of at most 10000 entries',
  ],
  [
    'artifacts that are small alone and not together',
    Array.from(
      { length: 5 },
      (_, i) => [`onnx-gate-${i}`, zipOf([['a.json', ' '.repeat(30 * 2 ** 20)]])] as const,
    ),
    'unpacks to more than',
  ],
  ['a name that the pattern only seems to fit', [['onnx-gate.json', one] as const], 'has no artifact called'],
])('refuses %s', async (_, zips, words) => {
  const pattern = zips[0]![0] === 'onnx-gate.json' ? 'onnx-gate?json' : 'onnx-gate*';
  await expect(read(zips, pattern)).rejects.toMatchObject({
    faults: [{ code: 'document-invalid', message: expect.stringContaining(words) }],
  });
});

it('refuses 5,001 documents before reading one', async () => {
  let opened = 0;
  const files = Array.from({ length: 5001 }, (_, i) => ({
    name: `${i}/verdict.json`,
    read: async () => new Uint8Array(++opened),
  }));
  await expect(runReadLegs(files, '')).rejects.toMatchObject({
    faults: [{ message: expect.stringContaining('5001 documents') }],
  });
  expect(opened).toBe(0);
});

it('refuses a document of more than 32 MiB without parsing it', async () => {
  const files = [{ name: 'verdict.json', read: async () => new Uint8Array(2 ** 25 + 1) }];
  await expect(runReadLegs(files, '')).rejects.toMatchObject({
    faults: [{ message: expect.stringContaining('33554433 bytes') }],
  });
});

it('takes the newest of a name, and of an artifact only what its pattern names', async () => {
  const ports = artifactsOf([
    ['onnx-gate', zipOf(documentsOf('fail'))],
    ['models', one],
    ['onnx-gate', one],
  ]);
  const { files } = await runReadArtifacts(41, 'onnx-gate', ports);
  expect(ports.downloaded).toEqual([3]);
  expect((await runReadLegs(files, '')).verdict.verdict).toBe('pass');
});
