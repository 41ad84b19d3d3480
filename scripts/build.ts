/** Builds dist/: pure JavaScript, unminified so that a reviewer can read it, reproducible to the byte. */
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { thirdPartyLicenses } from './licenses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const ENTRIES = {
  cli: 'src/entry/cli.ts',
  gate: 'src/entry/github/gate.ts',
  validate: 'src/entry/github/validate.ts',
  evaluate: 'src/entry/github/evaluate.ts',
  benchmark: 'src/entry/github/benchmark.ts',
  comment: 'src/entry/github/comment.ts',
  image: 'src/entry/github/image.ts',
  after: 'src/entry/github/after.ts',
  'onnxruntime-child': 'src/adapters/onnxruntime/child.ts',
  'server-worker': 'src/server/worker.ts',
  'resample-thread': 'src/entry/resample-thread.ts',
  'slice-thread': 'src/entry/slice-thread.ts',
};

/** Found at run time by adapters/runtime; never bundled. */
const NATIVE = [/^onnxruntime-(node|common)/, /^@duckdb\//];

const dist = process.argv[2] ?? join(root, 'dist');
const bundle = await rolldown({
  cwd: root,
  input: ENTRIES,
  platform: 'node',
  external: NATIVE,
  // The oldest Node.js of package.json's `engines`: it lacks `await using`.
  transform: { target: 'node20.19', define: { __VERSION__: JSON.stringify(version) } },
});
// Written beside and then swapped: whoever runs the old files meanwhile is not left without any.
const fresh = `${dist}.new`;
rmSync(fresh, { recursive: true, force: true });
const { output } = await bundle.write({
  dir: fresh,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  comments: { legal: true },
});
await bundle.close();

const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
writeFileSync(join(fresh, 'licenses.txt'), thirdPartyLicenses(modules));
// Actions run these files from a checkout whose nearest package.json decides the module system.
writeFileSync(join(fresh, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);

const bytes = output.reduce((sum, file) => sum + statSync(join(fresh, file.fileName)).size, 0);
rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);
console.log(`${dist}: ${output.length} files, ${(bytes / 1e6).toFixed(2)} MB`);
