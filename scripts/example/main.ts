/** `node scripts/example/main.ts [FOLDER]` makes the example's holdout and models again, byte for byte. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { exampleFiles } from './files.ts';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../examples/sessions'));
for (const [path, content] of exampleFiles()) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  console.log(`${target}: ${Buffer.byteLength(content)} bytes`);
}
