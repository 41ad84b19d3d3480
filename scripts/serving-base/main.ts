/**
 * Builds the image that models are put on, without Docker, and pushes it:
 * `npm run serving-base -- REGISTRY/REPOSITORY [NODE]`. NODE: the binary that goes in, the running one by default.
 */
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createBlobs } from '../../src/adapters/blobs/blobs.ts';
import { usualRoom } from '../../src/adapters/blobs/evict.ts';
import { createDownloads } from '../../src/adapters/http/downloads.ts';
import { createAuthorization } from '../../src/adapters/references/oci/authorization.ts';
import { createImageRegistries } from '../../src/adapters/registry/registries.ts';
import { userCache } from '../../src/adapters/runtime/cache.ts';
import { MANIFEST } from '../../src/adapters/runtime/manifest.ts';
import { targetOf, thisMachine } from '../../src/adapters/runtime/target.ts';
import { sourceDate } from '../../src/adapters/source-date.ts';
import { parseImageName } from '../../src/core/image/image-name.ts';
import { baseLayers } from './files.ts';
import { pushBase } from './push.ts';

const [reference, node = process.execPath] = process.argv.slice(2);
const parsed = reference === undefined ? null : parseImageName(reference);
if (!parsed?.ok || process.platform !== 'linux')
  throw new Error('Usage, on Linux: npm run serving-base -- REGISTRY/REPOSITORY [NODE]');

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
const root = resolve(import.meta.dirname, '../..');
const layers = baseLayers(realpathSync(node), root, targetOf(thisMachine()));
const report = (line: string) => console.error(line);
const blobs = createBlobs(usualRoom(`${userCache(process.env)}/files`));
const downloads = createDownloads({ blobs, report });
const registries = createImageRegistries((host, name) =>
  createAuthorization(host, name, { downloads, blobs, env: process.env, report }),
);
const { registry, repository } = parsed.name;
const { digest, sent } = await pushBase(layers, registries.open(parsed.name), {
  architecture: process.arch === 'x64' ? 'amd64' : process.arch,
  epoch: await sourceDate(process.env),
  labels: {
    'org.opencontainers.image.title': 'onnx-gate serving base',
    'org.opencontainers.image.version': version,
    'org.opencontainers.image.licenses': 'Apache-2.0',
    'io.onnx-gate.onnxruntime': MANIFEST.packages['onnxruntime-node']!.version,
  },
});
report(`${sent} bytes sent.`);
console.log(`${registry}/${repository}@${digest}`);
