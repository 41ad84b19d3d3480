import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, serve } from '../../serve.ts';
import { makeZip } from './make-zip.ts';
import { bytesOf, faultOf, MODEL, reader, sha256, WEIGHTS, withExternal } from './tools.ts';

const TOKEN = 'ghs_s3cret';

/** An API that wants its token, whose files lie on another host that must not get it. */
async function github(answer: Answer, files: Readonly<Record<string, Buffer>>) {
  const storage = await serve(({ path }) => files[path] ?? null);
  const api = await serve((asked, response, server) => {
    if (asked.headers.authorization !== `Bearer ${TOKEN}`) return response.writeHead(404).end();
    const file = /^\/files(\/.*)$/.exec(asked.path)?.[1];
    if (file) return response.writeHead(302, { location: `${storage.url}${file}?sig=s3cret` }).end();
    return answer(asked, response, server);
  });
  const env = { GITHUB_API_URL: api.url, GITHUB_REPOSITORY: 'o/r', GITHUB_TOKEN: TOKEN };
  return { api, storage, env };
}

describe('release:', () => {
  const asset = (server: { url: string }, name: string, digest: string | null) => ({
    name,
    url: `${server.url}/files/${name}`,
    updated_at: '2026-05-01T00:00:00Z',
    digest,
  });
  const release = (digest: string | null) =>
    github(
      ({ path }, _, server) =>
        [
          '/repos/o/r/releases/latest',
          '/repos/o/r/releases/tags/v1/x',
          '/repos/other/one/releases/tags/v2',
        ].includes(path)
          ? {
              tag_name: 'v1',
              assets: [
                asset(server, 'm.onnx', digest),
                asset(server, 'big.onnx', null),
                asset(server, 'w.bin', null),
              ],
            }
          : null,
      { '/m.onnx': MODEL, '/big.onnx': withExternal('w.bin'), '/w.bin': WEIGHTS },
    );

  it.each(['release:latest/m.onnx', 'release:v1/x/m.onnx', 'release:other/one@v2/m.onnx'])(
    '%s',
    async (reference) => {
      const { api, storage, env } = await release(`sha256:${sha256(MODEL)}`);
      const found = await reader(env).baseline(reference);
      expect(bytesOf(found)).toEqual(MODEL);
      expect(found).toMatchObject({ resolved: 'release v1', created: '2026-05-01T00:00:00.000Z' });
      expect(api.asked.at(-1)!.headers.accept).toBe('application/octet-stream');
      expect(JSON.stringify(storage.asked)).not.toContain(TOKEN);
    },
  );

  it('external data lies in another asset', async () => {
    const { env } = await release(null);
    const { path } = await reader(env).baseline('release:latest/big.onnx');
    expect(bytesOf({ path: join(dirname(path), 'w.bin') })).toEqual(WEIGHTS);
  });

  it('an asset with another digest than GitHub says is not used', async () => {
    const { env } = await release(`sha256:${sha256('x')}`);
    expect(await faultOf(reader(env).baseline('release:latest/m.onnx'))).toMatchObject({
      code: 'digest-mismatch',
    });
  });

  it('says what is missing', async () => {
    const { env } = await release(null);
    const fault = (reference: string, more = {}) => faultOf(reader({ ...env, ...more }).baseline(reference));
    expect((await fault('release:latest/n.onnx')).message).toContain(
      'release v1 of o/r has no n.onnx; did you mean m.onnx',
    );
    const refused = await fault('release:latest/m.onnx', { GITHUB_TOKEN: '' });
    expect(refused.fix).toContain('Set GITHUB_TOKEN');
    expect(refused.fix).toContain('contents: read');
    expect((await fault('release:v9/m.onnx')).message).toContain(
      'does not have it, or does not show it to us (404) for /repos/o/r/releases/tags/v9',
    );
    expect((await fault('release:v9/m.onnx', { GITHUB_REPOSITORY: '' })).fix).toContain(
      'release:OWNER/REPO@',
    );
    const wrong = await fault('release:latest/m.onnx', { GITHUB_TOKEN: 'ghs_other' });
    expect(JSON.stringify(wrong)).not.toContain('ghs_other');
  });

  it('a server that does not answer is the environment’s fault', async () => {
    const fault = await faultOf(
      reader({ GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_REPOSITORY: 'o/r' }).baseline(
        'release:latest/m.onnx',
      ),
    );
    expect(fault).toMatchObject({
      code: 'reference-unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

describe('artifact:', () => {
  const zip = makeZip([
    { name: 'out/m.onnx', bytes: MODEL },
    { name: 'out/metrics.json', bytes: '{}' },
    { name: '../../escape.onnx', bytes: 'x' },
  ]);
  const run = { id: 5, head_branch: 'main', head_sha: 'c0ffee', head_repository_id: 1 };
  const artifact = (server: { url: string }, more: object = {}) => ({
    id: 7,
    expired: false,
    created_at: '2026-06-01T00:00:00Z',
    archive_download_url: `${server.url}/files/a.zip`,
    digest: `sha256:${sha256(zip)}`,
    workflow_run: run,
    ...more,
  });
  const host = (list: (server: { url: string }, page: number) => object[], bytes = zip) =>
    github(
      ({ path, query }, _, server) => {
        if (path === '/repos/o/r') return { id: 1, default_branch: 'main' };
        if (path !== '/repos/o/r/actions/artifacts' || query.get('name') !== 'trained') return null;
        return { artifacts: list(server, Number(query.get('page'))) };
      },
      { '/a.zip': bytes },
    );

  it('takes the only model of the newest artifact of the default branch', async () => {
    const { env, storage } = await host((server) => [
      artifact(server, { id: 9, workflow_run: { ...run, head_branch: 'feature' } }),
      // Anybody's fork can have a branch called main.
      artifact(server, { id: 8, workflow_run: { ...run, head_repository_id: 666 } }),
      artifact(server),
    ]);
    const found = await reader(env).baseline('artifact:trained');
    expect(bytesOf(found)).toEqual(MODEL);
    expect(found).toMatchObject({
      resolved: 'artifact 7 of run 5, commit c0ffee',
      created: '2026-06-01T00:00:00.000Z',
    });
    expect(JSON.stringify(storage.asked)).not.toContain(TOKEN);
  });

  it('takes a file by path, from the second page too', async () => {
    const { env } = await host((server, page) =>
      page === 1
        ? Array.from({ length: 100 }, () => artifact(server, { expired: true }))
        : [artifact(server)],
    );
    expect(bytesOf(await reader(env).baseline('artifact:trained/out/metrics.json')).toString()).toBe('{}');
  });

  it('says why none will do', async () => {
    const { env } = await host((server) => [
      artifact(server, { expired: true }),
      artifact(server, { workflow_run: { ...run, head_repository_id: 666 } }),
    ]);
    const fault = await faultOf(reader(env).baseline('artifact:trained'));
    expect(fault.message).toContain(
      'o/r has no artifact trained from its branch main (1 have expired, 1 are of other branches or forks)',
    );
    expect((await faultOf(reader({ ...env, GITHUB_TOKEN: '' }).baseline('artifact:trained'))).fix).toContain(
      'actions: read',
    );
  });

  it('a path out of the archive is not there', async () => {
    const { env } = await host((server) => [artifact(server)]);
    expect((await faultOf(reader(env).baseline('artifact:trained/escape.onnx'))).message).toContain(
      'artifact trained has no escape.onnx',
    );
  });

  it('an archive that was changed on its way is not used', async () => {
    const { env } = await host((server) => [artifact(server)], Buffer.from('other'));
    expect(await faultOf(reader(env).baseline('artifact:trained'))).toMatchObject({
      code: 'digest-mismatch',
    });
  });
});
