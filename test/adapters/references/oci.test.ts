import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Answer, serve } from '../../serve.ts';
import { gzipped, image, type LayerInit, plain, TAR, tar } from './registry.ts';
import { bytesOf, faultOf, MODEL, reader, sha256, WEIGHTS, withExternal } from './tools.ts';

const raw = (
  bytes: Buffer,
  key: string,
  path: string,
  mediaType = 'application/vnd.cncf.model.weight.v1.raw',
): LayerInit => ({ bytes, mediaType, annotations: { [key]: path } });

/** An open registry with one image under the tag `v1`. */
const registry =
  ({ manifest, digest, blobs }: ReturnType<typeof image>): Answer =>
  ({ path }, response) => {
    const at = '/v2/team/model';
    if (path === `${at}/manifests/v1` || path === `${at}/manifests/${digest}`) return response.end(manifest);
    const blob = blobs.get(path.slice(`${at}/blobs/`.length));
    return blob === undefined ? null : Buffer.from(blob);
  };

async function found(layers: readonly LayerInit[], path = '') {
  const made = image(layers);
  const server = await serve(registry(made));
  return {
    ...(await reader().baseline(`oci://${server.host}/team/model:v1${path}`)),
    digest: made.digest,
    host: server.host,
  };
}

describe('what lies in a registry', () => {
  it('a layer of an image that holds /models, with digest and age', async () => {
    const model = await found([
      gzipped(await tar({ 'usr/bin/node': 'node', 'models/old.onnx': 'old' })),
      gzipped(await tar({ './models/conversion/1/model.onnx': MODEL })),
    ]);
    expect(bytesOf(model)).toEqual(MODEL);
    expect(model).toMatchObject({
      resolved: `${model.host}/team/model@${model.digest}`,
      created: '2026-02-03T00:00:00.000Z',
    });
  });

  it('an uncompressed layer, its external data in the same folder', async () => {
    const layer = plain(await tar({ 'models/m.onnx': withExternal('w.bin'), 'models/w.bin': WEIGHTS }));
    const { path } = await found([layer], '#/models/m.onnx');
    expect(bytesOf({ path: join(dirname(path), 'w.bin') })).toEqual(WEIGHTS);
  });

  it.skipIf(typeof zlib.zstdCompressSync !== 'function')('a layer packed with zstd', async () => {
    const bytes = zlib.zstdCompressSync(await tar({ 'models/m.onnx': MODEL }));
    expect(bytesOf(await found([{ bytes, mediaType: `${TAR}+zstd` }]))).toEqual(MODEL);
  });

  it.each(['org.cncf.model.filepath', 'org.cnai.model.filepath'])(
    'a ModelPack (%s), with its external data',
    async (key) => {
      const { path } = await found([
        raw(withExternal('w.bin'), key, 'm.onnx'),
        raw(WEIGHTS, key, 'w.bin'),
        raw(Buffer.from('{}'), key, 'config.json'),
      ]);
      expect(bytesOf({ path: join(dirname(path), 'w.bin') })).toEqual(WEIGHTS);
    },
  );

  it('an ORAS artifact', async () => {
    expect(
      bytesOf(
        await found([raw(MODEL, 'org.opencontainers.image.title', 'm.onnx', 'application/octet-stream')]),
      ),
    ).toEqual(MODEL);
  });

  it('of an index, an image and not its attestation', async () => {
    const made = image([plain(await tar({ 'models/m.onnx': MODEL }))]);
    const attestation = image([]);
    const entry = (digest: string, os: string) => ({
      mediaType: 'x',
      size: 1,
      digest,
      platform: { os, architecture: os === 'unknown' ? 'unknown' : 'arm64' },
    });
    const index = JSON.stringify({
      manifests: [entry(attestation.digest, 'unknown'), entry(made.digest, 'linux')],
    });
    const server = await serve((asked, ...rest) =>
      asked.path.endsWith('/v1') ? index : registry(made)(asked, ...rest),
    );
    const model = await reader().baseline(`oci://${server.host}/team/model:v1`);
    expect(bytesOf(model)).toEqual(MODEL);
    expect(model.resolved).toContain(`@sha256:${sha256(index)}`);
  });

  it.each([
    ['removed by a later layer', { 'models/.wh.m.onnx': '' }, 'a layer removes it'],
    ['in a folder that a later layer empties', { 'models/.wh..wh..opq': '' }, 'a layer removes it'],
    ['a link', { 'models/m.onnx': null }, 'is a symlink, not a file'],
  ])('a model that is %s', async (_, above, why) => {
    const layers = [plain(await tar({ 'models/m.onnx': MODEL })), plain(await tar(above))];
    expect((await faultOf(found(layers, '#models/m.onnx'))).message).toContain(why);
  });

  it('several models, or none', async () => {
    const several = await faultOf(found([plain(await tar({ 'models/a.onnx': 'a', 'models/b.onnx': 'b' }))]));
    expect(several.message).toContain('has 2 files to choose from: it has models/a.onnx, models/b.onnx');
    expect(several.fix).toContain('#PATH');
    expect((await faultOf(found([plain(await tar({ 'models/a.txt': 'a' }))]))).message).toContain(
      'has no .onnx file in its 1 layers',
    );
  });

  it('a damaged layer', async () => {
    const bytes = gzipped(await tar({ 'models/m.onnx': MODEL })).bytes.fill(0, 20, 30);
    expect((await faultOf(found([{ bytes, mediaType: `${TAR}+gzip` }]))).message).toContain(
      'a layer cannot be unpacked',
    );
  });

  it('a manifest or a blob with another digest is not used', async () => {
    const made = image([plain(await tar({ 'models/m.onnx': MODEL }))]);
    const other = image([]);
    const swapped = await serve(({ path }) => (path.includes('/manifests/') ? other.manifest : null));
    expect(await faultOf(reader().baseline(`oci://${swapped.host}/team/model@${made.digest}`))).toMatchObject(
      { code: 'digest-mismatch', message: expect.stringContaining(other.digest) },
    );
    const [layer] = [...made.blobs.keys()].slice(-1);
    const tampered = await serve((asked, ...rest) =>
      asked.path.endsWith(layer!)
        ? Buffer.alloc(Buffer.byteLength(made.blobs.get(layer!)!), 'x')
        : registry(made)(asked, ...rest),
    );
    expect(await faultOf(reader().baseline(`oci://${tampered.host}/team/model:v1`))).toMatchObject({
      code: 'digest-mismatch',
      message: expect.stringContaining(layer!.slice(7)),
    });
  });
});

describe('who may read it', () => {
  const guarded = async (challenge: (realm: string) => string, accepted: string, token?: Answer) => {
    const made = image([plain(await tar({ 'models/m.onnx': MODEL }))]);
    const server = await serve((asked, response, self) => {
      if (asked.path === '/token') return token!(asked, response, self);
      if (asked.headers.authorization === accepted) return registry(made)(asked, response, self);
      return response.writeHead(401, { 'www-authenticate': challenge(`${self.url}/token`) }).end();
    });
    return { server, reference: `oci://${server.host}/team/model:v1` };
  };
  const login = (home: string, config: object) => {
    mkdirSync(join(home, '.docker'), { recursive: true });
    writeFileSync(join(home, '.docker/config.json'), JSON.stringify(config));
  };
  const auth = Buffer.from('me:s3cret').toString('base64');
  const bearer = (realm: string) =>
    `Bearer realm="${realm}",service="registry",scope="repository:team/model:pull"`;

  it('a token for anybody', async () => {
    const { reference, server } = await guarded(bearer, 'Bearer t', ({ query }) =>
      query.get('scope') === 'repository:team/model:pull' ? { token: 't' } : null,
    );
    expect(bytesOf(await reader().baseline(reference))).toEqual(MODEL);
    expect(server.asked.filter(({ path }) => path === '/token')).toHaveLength(1);
  });

  it('a token for who logged in', async () => {
    const { reference, server } = await guarded(bearer, 'Bearer t', ({ headers }, response) =>
      headers.authorization === `Basic ${auth}` ? { access_token: 't' } : response.writeHead(401).end(),
    );
    const { baseline, home } = reader();
    expect((await faultOf(baseline(reference))).fix).toContain(`docker login ${server.host}`);
    login(home, { auths: { [server.host]: { auth } } });
    expect(bytesOf(await baseline(reference))).toEqual(MODEL);
  });

  it('an identity token is exchanged', async () => {
    const { reference, server } = await guarded(bearer, 'Bearer t', ({ method, body }) =>
      method === 'POST' && new URLSearchParams(body).get('refresh_token') === 'r3fresh'
        ? { access_token: 't' }
        : null,
    );
    const { baseline, home } = reader();
    login(home, { auths: { [server.host]: { identitytoken: 'r3fresh' } } });
    expect(bytesOf(await baseline(reference))).toEqual(MODEL);
  });

  it('a password that a credential helper keeps', async () => {
    const { reference, server } = await guarded(() => 'Basic realm="x"', `Basic ${auth}`);
    const bin = reader().home;
    const helper = `#!/bin/sh\nread host\n[ "$1 $host" = "get ${server.host}" ] && echo '{"ServerURL":"x","Username":"me","Secret":"s3cret"}'\n`;
    writeFileSync(join(bin, 'docker-credential-test'), helper, { mode: 0o755 });
    const { baseline, home } = reader({ PATH: `${bin}:${process.env.PATH}` });
    login(home, { credHelpers: { [server.host]: 'test' } });
    expect(bytesOf(await baseline(reference))).toEqual(MODEL);
  });

  it('what is refused names no secret', async () => {
    const { reference, server } = await guarded(() => 'Basic realm="x"', 'Basic other');
    const { baseline, home, told } = reader();
    login(home, { auths: { [server.host]: { auth } } });
    const fault = await faultOf(baseline(reference));
    expect(fault.code).toBe('reference-unreachable');
    expect(JSON.stringify([fault, told])).not.toMatch(new RegExp(`s3cret|${auth}`));
  });
});
