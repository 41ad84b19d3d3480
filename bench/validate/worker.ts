/** One measurement in a process of its own: `check PATH` or `bare PATH` (a SHA-256 and nothing else); prints JSON. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { openByteSource } from '../../src/adapters/byte-source.ts';
import { createExternalFiles } from '../../src/adapters/external-files/files.ts';
import { checkModel } from '../../src/core/onnx/check-model.ts';

const TASKS: ReadonlyMap<string, (path: string) => Promise<string>> = new Map([
  [
    'check',
    async (path: string) => {
      await using source = await openByteSource(path);
      const { findings } = await checkModel(source, { path, external: createExternalFiles(path) });
      return [...new Set(findings.map(({ check }) => check))].join(', ') || 'passed';
    },
  ],
  [
    'bare',
    async (path: string) => {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) hash.update(chunk);
      return hash.digest('hex');
    },
  ],
]);

const [task = '', path = ''] = process.argv.slice(2);
const peak = () => process.resourceUsage().maxRSS / 1024;
const before = peak();
const began = performance.now();
const outcome = await TASKS.get(task)!(path);
const milliseconds = performance.now() - began;
console.log(JSON.stringify({ milliseconds, mebibytes: peak() - before, outcome }));
