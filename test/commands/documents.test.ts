import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files } from '../../src/adapters/files.ts';
import { runReadDocuments } from '../../src/commands/documents.ts';
import type { Validation } from '../../src/core/documents/validation.ts';
import { temporaryFolder } from '../temporary.ts';

const validation = (model: string): Validation => ({
  schema: 'onnx-gate/validation/v1',
  tool: { name: 'onnx-gate', version: '0.0.0' },
  created: '2026-01-01T00:00:00.000Z',
  model,
  candidate: { reference: 'm.onnx', digest: `sha256:${'a'.repeat(64)}`, bytes: 1 },
  baseline: null,
  summary: null,
  comparison: null,
  minimumRuntime: null,
  runtime: { name: 'onnxruntime-node', version: '1.30.0' },
  findings: [],
  status: 'pass',
});

function folderWith(documents: Record<string, unknown>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(documents)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

describe('runReadDocuments', () => {
  it('finds measurements at any depth and leaves other files alone', async () => {
    const folder = folderWith({
      'a/validation.json': validation('a'),
      'leg/b/validation.json': validation('b'),
      'verdict.json': { schema: 'onnx-gate/verdict/v1' },
      'a/scores.parquet': 'PAR1',
    });
    const found = await runReadDocuments([folder], { files });
    expect(found.map(({ model }) => model)).toEqual(['a', 'b']);
  });

  it('refuses all that is broken at once', async () => {
    const folder = folderWith({
      'a/validation.json': '{',
      'b/validation.json': { ...validation('b'), extra: 1 },
    });
    await expect(runReadDocuments([folder], { files })).rejects.toMatchObject({
      faults: [
        { code: 'document-invalid', message: expect.stringContaining('is not JSON') },
        { code: 'document-invalid', message: expect.stringContaining('extra') },
      ],
    });
  });

  it('refuses two documents of one kind for one model', async () => {
    const folder = folderWith({ '1/validation.json': validation('a'), '2/validation.json': validation('a') });
    await expect(runReadDocuments([folder], { files })).rejects.toMatchObject({
      faults: [{ message: expect.stringContaining('are both the validation of model `a`') }],
    });
  });

  it('says when there is nothing', async () => {
    await expect(runReadDocuments([folderWith({})], { files })).rejects.toMatchObject({
      faults: [{ code: 'document-invalid', fix: expect.stringContaining('onnx-gate validate') }],
    });
  });
});
