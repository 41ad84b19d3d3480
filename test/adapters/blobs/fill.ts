/** Puts, finds and evicts in a cache that other processes use too. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createBlobs } from '../../../src/adapters/blobs/blobs.ts';

const [root = '', seed = ''] = process.argv.slice(2);
const blobs = createBlobs({ root, mostBytes: 2_000, inUse: 0 });
for (let i = 0; i < 40; i++) {
  // Every third content is the same in all processes.
  const text = (i % 3 === 0 ? String(i) : `${seed}-${i}`).padEnd(200);
  const digest = `sha256:${createHash('sha256').update(text).digest('hex')}` as const;
  const staged = await blobs.stage();
  writeFileSync(staged, text);
  await blobs.keep(staged, digest, 'a.onnx');
  await blobs.find(digest, 'a.onnx');
}
