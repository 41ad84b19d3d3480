/** Runs `ensureRuntime` in a process of its own; argv[2] is JSON: options without `report`, and a manifest. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureRuntime } from '../../../src/adapters/runtime/ensure.ts';
import { source } from './fixture.ts';

const { options, manifest } = JSON.parse(process.argv[2]!);
const runtime = await ensureRuntime({ ...options, report: () => {} }, source(manifest));
const loaded = createRequire(join(runtime.directory, '_.js'))('onnxruntime-node');
process.stdout.write(JSON.stringify({ ...runtime, loaded }));
