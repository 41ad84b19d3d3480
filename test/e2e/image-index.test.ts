/** A base for several platforms: the model is put on top of each of its images. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '../adapters/references/tools.ts';
import { type FakeRegistry, fakeRegistry } from '../adapters/registry/fake.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, run } from './run.ts';

const OCI = 'application/vnd.oci.image';
const bytesOf = (value: object) => Buffer.from(JSON.stringify(value));
const describing = (mediaType: string, bytes: Buffer) => ({
  mediaType,
  digest: `sha256:${sha256(bytes)}`,
  size: bytes.length,
});

/** Two images and what attests one of them; returns the index's digest. */
function storeIndex({ blobs, manifests }: FakeRegistry): string {
  const keep = (bytes: Buffer, store: Map<string, Buffer>, mediaType: string) => {
    const described = describing(mediaType, bytes);
    store.set(`team/base@${described.digest}`, bytes);
    return described;
  };
  const image = (os: string, architecture: string) => {
    const layer = Buffer.from(`the server for ${architecture}`);
    const rootfs = { type: 'layers', diff_ids: [`sha256:${sha256(layer)}`] };
    const config = bytesOf({ os, architecture, rootfs, config: { Cmd: ['/server'] } });
    const manifest = bytesOf({
      schemaVersion: 2,
      mediaType: `${OCI}.manifest.v1+json`,
      config: keep(config, blobs, `${OCI}.config.v1+json`),
      layers: [keep(layer, blobs, `${OCI}.layer.v1.tar`)],
    });
    return { ...keep(manifest, manifests, `${OCI}.manifest.v1+json`), platform: { os, architecture } };
  };
  const index = bytesOf({
    schemaVersion: 2,
    mediaType: `${OCI}.index.v1+json`,
    manifests: [image('linux', 'amd64'), image('linux', 'arm64'), image('unknown', 'unknown')],
  });
  return keep(index, manifests, `${OCI}.index.v1+json`).digest;
}

async function built(...more: string[]) {
  const registry = await fakeRegistry();
  const base = `${registry.host}/team/base@${storeIndex(registry)}`;
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'click.onnx'), logistic([1, -2]));
  const args = [
    'image',
    'click.onnx',
    '--to',
    `${registry.host}/team/click`,
    '--base',
    base,
    '--format',
    'json',
  ];
  const env = { SOURCE_DATE_EPOCH: '1800000000', DOCKER_CONFIG: cwd };
  const { code, stdout, stderr } = await run(join(DIST, 'cli.js'), [...args, ...more], { cwd, env });
  const image = stdout.startsWith('{') ? JSON.parse(stdout) : null;
  const read = (digest: string) => {
    const of = (store: Map<string, Buffer>) => store.get(`team/click@${digest}`);
    return JSON.parse(String(of(registry.manifests) ?? of(registry.blobs)));
  };
  return { code, said: stderr.replace(/\s+/g, ' '), image, read };
}

it('every image gets the same layer, and the index names the new ones', async () => {
  const { image, read } = await built();
  expect(image).toMatchObject({ form: 'index', imageId: null, platforms: ['linux/amd64', 'linux/arm64'] });
  const { manifests } = read(image.digest);
  expect(manifests.map(({ platform }: { platform: object }) => platform)).toEqual([
    { os: 'linux', architecture: 'amd64' },
    { os: 'linux', architecture: 'arm64' },
  ]);
  const model = image.layers.at(-1);
  expect(model.kind).toBe('model');
  for (const { digest, platform } of manifests) {
    const { layers, config } = read(digest);
    expect(layers).toHaveLength(2);
    expect(layers[1].digest).toBe(model.digest);
    const { rootfs, architecture, config: settings } = read(config.digest);
    expect(architecture).toBe(platform.architecture);
    expect(rootfs.diff_ids).toEqual(layers.map(({ digest }: { digest: string }) => digest));
    expect(settings.Cmd).toEqual(['/server']);
  }
});

it('only the platforms that are asked for, and none that is not there', async () => {
  const { image, read } = await built('--platforms', 'linux/arm64/v8');
  expect(image.platforms).toEqual(['linux/arm64']);
  expect(read(image.digest).manifests).toHaveLength(1);
  const missing = await built('--platforms', 'linux/arm64,linux/s390x');
  expect(missing.code).toBe(2);
  expect(missing.said).toContain('is not for linux/s390x; it is for linux/amd64, linux/arm64');
});
