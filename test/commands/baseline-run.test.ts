import { describe, expect, it } from 'vitest';
import { runFindBaseline } from '../../src/commands/baseline-run.ts';
import type { RunArtifact } from '../../src/ports.ts';

const sha = (letter: string) => letter.repeat(40);
const artifact = (name: string): RunArtifact => ({ id: 1, name, bytes: 1, digest: null, url: '' });
const run = (id: number, letter: string) => ({
  id,
  commit: sha(letter),
  created: '2026-11-01T00:00:00Z',
  url: '',
});

/** History `a` (the base), `b`, `c`, `d`; what each run left. */
const ports = (runs: readonly (readonly [id: number, letter: string, artifacts: readonly string[]])[]) => ({
  history: {
    ancestors: async (_: string, most: number) => ['a', 'b', 'c', 'd'].map(sha).slice(0, most),
    passedRuns: async () => runs.map(([id, letter]) => run(id, letter)),
  },
  artifacts: {
    list: async (id: number) => runs.find(([one]) => one === id)![2].map(artifact),
    download: async () => new Uint8Array(),
  },
  clock: { now: () => new Date('2026-11-03T12:00:00Z') },
});
const inputs = {
  commit: sha('a'),
  branch: 'main',
  workflow: '.github/workflows/gate.yml',
  artifact: 'model',
  most: 3,
};

describe('runFindBaseline', () => {
  it('takes the run of the base commit, with its age', async () => {
    const found = await runFindBaseline(
      inputs,
      ports([
        [5, 'x', ['model']],
        [4, 'a', ['model']],
        [3, 'b', ['model']],
      ]),
    );
    expect(found).toMatchObject({ run: { id: 4 }, distance: 0, age: 2.5 * 86_400 });
  });

  it('takes the nearest ancestor that passed and still has the artifact', async () => {
    const found = await runFindBaseline(
      inputs,
      ports([
        [4, 'b', []],
        [3, 'b', ['logs']],
        [2, 'c', ['model']],
      ]),
    );
    expect(found).toMatchObject({ run: { id: 2 }, distance: 2 });
  });

  it('looks no further back than it may, nor at commits that are no ancestors', async () => {
    const looking = runFindBaseline(
      { ...inputs, most: 2 },
      ports([
        [9, 'z', ['model']],
        [2, 'd', ['model']],
      ]),
    );
    await expect(looking).rejects.toMatchObject({
      faults: [
        { code: 'reference-unresolved', message: expect.stringContaining('2 runs of it passed on main') },
      ],
    });
  });

  it('says when the artifact has expired', async () => {
    await expect(runFindBaseline(inputs, ports([[4, 'a', []]]))).rejects.toMatchObject({
      faults: [{ message: expect.stringContaining('Run 4 passed, but has no such artifact any more') }],
    });
  });
});
