/** Layers → an image in a registry, by its digest. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { layers as packer } from '../../src/adapters/registry/layers.ts';
import type { Digest } from '../../src/core/documents/common.ts';
import { timeOf } from '../../src/core/image/build.ts';
import { jsonBytes, MEDIA } from '../../src/core/image/oci.ts';
import type { Blob, ImageRepository } from '../../src/ports.ts';
import { CLI, type Layer, NODE, USER } from './files.ts';

const PORT = 8080;

export interface Pushed {
  readonly digest: Digest;
  readonly sent: number;
}

/** `architecture` as images name it. `epoch`: seconds, of every file and of the image. */
export async function pushBase(
  layers: readonly Layer[],
  repository: ImageRepository,
  { architecture, epoch, labels }: { architecture: string; epoch: number; labels: Record<string, string> },
): Promise<Pushed> {
  const folder = await mkdtemp(join(tmpdir(), 'serving-base-'));
  try {
    const packed = [];
    let sent = 0;
    for (const [i, { what, files }] of layers.entries()) {
      const layer = await packer.pack(files, epoch);
      const blob = await compressed(layer, join(folder, `${i}.tar.gz`));
      sent += await repository.ensure(blob);
      packed.push({ what, diff: layer.digest, blob });
    }
    const created = timeOf(epoch);
    const bytes = jsonBytes({
      ...{ created, architecture, os: 'linux' },
      config: {
        User: `${USER}:${USER}`,
        ExposedPorts: { [`${PORT}/tcp`]: {} },
        Env: ['PATH=/usr/bin', 'NODE_ENV=production', 'ORT_DISABLE_TELEMETRY=1'],
        Entrypoint: [`/${NODE}`, CLI, 'serve'],
        Cmd: ['/models'],
        WorkingDir: '/',
        Labels: labels,
        StopSignal: 'SIGTERM',
      },
      rootfs: { type: 'layers', diff_ids: packed.map(({ diff }) => diff) },
      history: packed.map(({ what }) => ({ created, created_by: 'scripts/serving-base', comment: what })),
    });
    const config = await repository.keep(bytes);
    const manifest = jsonBytes({
      ...{ schemaVersion: 2, mediaType: MEDIA.manifest },
      config: { mediaType: MEDIA.config, digest: config.digest, size: bytes.length },
      layers: packed.map(({ blob: { digest, bytes } }) => ({
        ...{ mediaType: `${MEDIA.layer}+gzip`, digest, size: bytes },
      })),
    });
    return { digest: await repository.put(manifest, MEDIA.manifest, null), sent: sent + config.sent };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Programs shrink to a third. The same bytes again with the same Node.js. */
async function compressed(layer: Blob, file: string): Promise<Blob> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(layer.open(0), createGzip({ level: 6 }), counted, createWriteStream(file));
  return {
    ...{ digest: `sha256:${hash.digest('hex')}`, bytes },
    open: (start) => createReadStream(file, { start }),
  };
}
