import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { derivedFiles } from '../../scripts/generate.ts';

const root = resolve(import.meta.dirname, '../..');

describe('files derived from src/ (mend with `npm run generate`)', () => {
  const files = derivedFiles();

  it('are found', () => {
    expect([...files.keys()]).toContain('action.yml');
    expect([...files.keys()]).toContain('actions/validate/README.md');
    expect([...files.keys()]).toContain('schemas/verdict.v1.schema.json');
  });

  it.each([...files])('%s is what the sources give', (path, text) => {
    expect(readFileSync(resolve(root, path), 'utf8')).toBe(text);
  });
});
