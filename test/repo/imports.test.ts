import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cycles, importsOf, judgeImport, repositoryImports } from './imports.ts';

const root = resolve(import.meta.dirname, '../..');

describe('the import table of the design', () => {
  const imports = repositoryImports(root, ['src', 'scripts']);

  it('finds the imports', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('is kept by every file', () => {
    expect(imports.map(judgeImport).filter((complaint) => complaint !== null)).toEqual([]);
  });

  it('has no cycles', () => {
    expect(cycles(imports)).toEqual([]);
  });
});

describe('the checker itself', () => {
  const complaint = (file: string, line: string) => importsOf(file, line).map(judgeImport);

  it.each([
    ['src/core/gate/judge.ts', "import { readFileSync } from 'node:fs';"],
    ['src/core/gate/judge.ts', "import { files } from '../../adapters/files.ts';"],
    ['src/core/gate/judge.ts', "const x = await import('node:fs');"],
    ['src/commands/score.ts', "import { files } from '../adapters/files.ts';"],
    ['src/commands/score.ts', "import path from 'node:path';"],
    ['src/commands/score.ts', "import {\n  a,\n  b,\n} from '../entry/run.ts';"],
    ['src/adapters/duckdb/tables.ts', "import { files } from '../files.ts';"],
    ['src/adapters/duckdb/tables.ts', "import { judge } from '../../core/gate/judge.ts';"],
    ['src/adapters/files.ts', "import { createTables } from './duckdb/tables.ts';"],
    ['src/adapters/files.ts', "import ort from 'onnxruntime-node';"],
    ['src/entry/gate.ts', "import { judge } from '../core/gate/judge.ts';"],
    ['src/specs/gate.ts', "import { z } from 'zod';"],
    ['src/elsewhere/x.ts', "import { z } from 'zod';"],
  ])('refuses %s: %s', (file, line) => {
    expect(complaint(file, line)).toEqual([expect.any(String)]);
  });

  it.each([
    ['src/core/gate/judge.ts', "import { z } from 'zod';"],
    ['src/commands/score.ts', "import type { Files } from '../ports.ts';"],
    ['src/adapters/duckdb/tables.ts', "import { fault } from '../../core/errors.ts';"],
    ['src/adapters/oip/datatypes.ts', "import { DATATYPES } from '../../core/protocol/datatypes.ts';"],
    ['src/adapters/duckdb/tables.ts', "import { type Digest } from '../../core/documents/common.ts';"],
    ['src/adapters/duckdb/tables.ts', "import type { DuckDBConnection } from '@duckdb/node-api';"],
    ['src/adapters/duckdb/tables.ts', "import { quote } from './sql.ts';"],
    ['src/entry/gate.ts', "import { runScore } from '../commands/score.ts';"],
  ])('allows %s: %s', (file, line) => {
    expect(complaint(file, line)).toEqual([null]);
  });

  it('sees a cycle', () => {
    const found = cycles([
      { from: 'a', to: 'b', typeOnly: false },
      { from: 'b', to: 'a', typeOnly: false },
      { from: 'b', to: 'c', typeOnly: true },
    ]);
    expect(found).toEqual([['a', 'b', 'a']]);
  });
});
