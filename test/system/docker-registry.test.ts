import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { gzipped, image, type LayerInit, tar } from '../adapters/references/registry.ts';
import { bytesOf, MODEL, reader, sha256, WEIGHTS, withExternal } from '../adapters/references/tools.ts';
import { temporaryFolder } from '../temporary.ts';
import { registryNeeds, startRegistry } from './registry.ts';

async function push(
  host: string,
  repository: string,
  tag: string,
  made: ReturnType<typeof image>,
): Promise<void> {
  for (const [digest, bytes] of made.blobs) {
    const begun = await fetch(`http://${host}/v2/${repository}/blobs/uploads/`, { method: 'POST' });
    const place = new URL(begun.headers.get('location')!);
    place.searchParams.set('digest', digest);
    expect((await fetch(place, { method: 'PUT', body: Buffer.from(bytes) })).status).toBe(201);
  }
  const headers = { 'content-type': 'application/vnd.oci.image.manifest.v1+json' };
  const url = `http://${host}/v2/${repository}/manifests/${tag}`;
  expect((await fetch(url, { method: 'PUT', headers, body: made.manifest })).status).toBe(201);
}

it('an image, a ModelPack and an ORAS artifact in a real registry', async (context) => {
  registryNeeds(context);
  const host = await startRegistry();
  const served = image([
    gzipped(
      await tar({
        'models/conversion/1/model.onnx': withExternal('w.bin'),
        'models/conversion/1/w.bin': WEIGHTS,
      }),
    ),
  ]);
  await push(host, 'team/served', 'production', served);
  const found = await reader().baseline(`oci://${host}/team/served:production`);
  expect(found).toMatchObject({
    resolved: `${host}/team/served@${served.digest}`,
    created: '2026-02-03T00:00:00.000Z',
  });
  expect(bytesOf({ path: join(dirname(found.path), 'w.bin') })).toEqual(WEIGHTS);
  expect(
    bytesOf(
      await reader().baseline(`oci://${host}/team/served@${served.digest}#models/conversion/1/model.onnx`),
    ),
  ).toEqual(withExternal('w.bin'));

  const layer = (key: string, mediaType: string): LayerInit => ({
    bytes: MODEL,
    mediaType,
    annotations: { [key]: 'model.onnx' },
  });
  await push(
    host,
    'team/pack',
    'v1',
    image(
      [layer('org.cncf.model.filepath', 'application/vnd.cncf.model.weight.v1.raw')],
      'application/vnd.cncf.model.config.v1+json',
    ),
  );
  expect(bytesOf(await reader().baseline(`oci://${host}/team/pack:v1`))).toEqual(MODEL);
  await push(
    host,
    'team/oras',
    'v1',
    image(
      [layer('org.opencontainers.image.title', 'application/octet-stream')],
      'application/vnd.oci.empty.v1+json',
    ),
  );
  expect(bytesOf(await reader().baseline(`oci://${host}/team/oras:v1`))).toEqual(MODEL);
});

it('what skopeo copied there, and its digest', async (context) => {
  registryNeeds(context);
  const host = await startRegistry();
  const made = image([gzipped(await tar({ 'models/m.onnx': MODEL }))]);
  const layout = temporaryFolder();
  mkdirSync(join(layout, 'blobs/sha256'), { recursive: true });
  for (const bytes of [...made.blobs.values(), made.manifest])
    writeFileSync(join(layout, 'blobs/sha256', sha256(bytes)), bytes);
  writeFileSync(join(layout, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  const entry = {
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: made.digest,
    size: made.manifest.length,
  };
  writeFileSync(join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [entry] }));
  const insecure = '--insecure-policy';
  execFileSync('skopeo', [
    insecure,
    'copy',
    '-q',
    '--dest-tls-verify=false',
    `oci:${layout}`,
    `docker://${host}/team/copied:v1`,
  ]);
  const found = await reader().baseline(`oci://${host}/team/copied:v1`);
  expect(bytesOf(found)).toEqual(MODEL);
  const said = execFileSync(
    'skopeo',
    ['inspect', '--tls-verify=false', '--format', '{{.Digest}}', `docker://${host}/team/copied:v1`],
    { encoding: 'utf8' },
  );
  expect(found.resolved).toBe(`${host}/team/copied@${said.trim()}`);
});
