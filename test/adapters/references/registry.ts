import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { sha256 } from './tools.ts';

export const IMAGE = 'application/vnd.oci.image.manifest.v1+json';
export const TAR = 'application/vnd.oci.image.layer.v1.tar';

export interface LayerInit {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A tar archive of these files; `null` for a symbolic link. */
export async function tar(files: Readonly<Record<string, Buffer | string | null>>): Promise<Buffer> {
  const archive = pack();
  for (const [name, bytes] of Object.entries(files)) {
    if (bytes === null) archive.entry({ name, type: 'symlink', linkname: '/etc/passwd' });
    else archive.entry({ name }, bytes);
  }
  archive.finalize();
  return buffer(archive as unknown as AsyncIterable<Buffer>);
}

export const gzipped = (bytes: Buffer): LayerInit => ({ bytes: gzipSync(bytes), mediaType: `${TAR}+gzip` });
export const plain = (bytes: Buffer): LayerInit => ({ bytes, mediaType: TAR });

const describeBlob = (mediaType: string, bytes: Buffer | string) => ({
  mediaType,
  digest: `sha256:${sha256(bytes)}`,
  size: Buffer.byteLength(bytes),
});

/** A manifest with its configuration, and all blobs by digest. */
export function image(
  layers: readonly LayerInit[],
  configType = 'application/vnd.oci.image.config.v1+json',
  created = '2026-02-03T00:00:00Z',
) {
  const config = JSON.stringify({
    created,
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [] },
  });
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: IMAGE,
    config: describeBlob(configType, config),
    layers: layers.map(({ bytes, mediaType, annotations }) => ({
      ...describeBlob(mediaType, bytes),
      ...(annotations && { annotations }),
    })),
  });
  const blobs = new Map<string, Buffer | string>(
    [config, ...layers.map(({ bytes }) => bytes)].map((bytes) => [`sha256:${sha256(bytes)}`, bytes]),
  );
  return { manifest, digest: `sha256:${sha256(manifest)}`, blobs };
}
