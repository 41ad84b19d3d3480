import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { EXAMPLE } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'onnx-gate-example-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('the command of the README makes the committed files, byte for byte', () => {
  const script = resolve(import.meta.dirname, '../../scripts/example/main.ts');
  execFileSync(process.execPath, [script, folder]);
  const made = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  expect(made).toEqual([
    'holdout.csv',
    'models/baseline.onnx',
    'models/candidate.onnx',
    'models/degraded.onnx',
  ]);
  for (const path of made) {
    const isSame = readFileSync(join(folder, path)).equals(readFileSync(join(EXAMPLE, path)));
    expect(isSame, path).toBe(true);
  }
});
