import { execFileSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const root = resolve(import.meta.dirname, '../..');

test.skipIf(!hasPython).each(['score_spark.py', 'score_ray.py'])('%s is Python', (name) => {
  const env = { ...process.env, PYTHONPYCACHEPREFIX: temporaryFolder() };
  const file = resolve(root, 'examples/batch-scoring', name);
  expect(() => execFileSync('python3', ['-m', 'py_compile', file], { env, stdio: 'pipe' })).not.toThrow();
});
