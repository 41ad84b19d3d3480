import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, serve } from '../../serve.ts';
import { bytesOf, faultOf, MODEL, reader, sha256, WEIGHTS, withExternal } from './tools.ts';

describe('https:', () => {
  const answer: Answer = ({ path }, response) => {
    const files: Record<string, Buffer> = {
      '/a/m.onnx': MODEL,
      '/a/big.onnx': withExternal('w 1.bin'),
      '/a/w 1.bin': WEIGHTS,
    };
    return response.setHeader('last-modified', 'Sun, 01 Mar 2026 00:00:00 GMT').end(files[path] ?? '');
  };

  it('takes the file of that digest, with its age, and shows no query', async () => {
    const server = await serve(answer);
    const { baseline, told } = reader();
    const found = await baseline(`${server.url}/a/m.onnx?sig=s3cret#sha256=${sha256(MODEL)}`);
    expect(bytesOf(found)).toEqual(MODEL);
    expect(found).toMatchObject({
      reference: `${server.url}/a/m.onnx?…#sha256=${sha256(MODEL)}`,
      created: '2026-03-01T00:00:00.000Z',
    });
    expect(server.asked[0]!.query.get('sig')).toBe('s3cret');
    expect(JSON.stringify(told)).not.toContain('s3cret');
  });

  it('takes a name whose `%` escapes nothing as it stands', async () => {
    const server = await serve(({ path }, response) => response.end(path === '/50%off.onnx' ? MODEL : ''));
    const found = await reader().baseline(`${server.url}/50%off.onnx#sha256=${sha256(MODEL)}`);
    expect(bytesOf(found)).toEqual(MODEL);
  });

  it('external data lies beside it', async () => {
    const server = await serve(answer);
    const { path } = await reader().baseline(
      `${server.url}/a/big.onnx#sha256=${sha256(withExternal('w 1.bin'))}`,
    );
    expect(bytesOf({ path: join(dirname(path), 'w 1.bin') })).toEqual(WEIGHTS);
  });

  it('another file is not used, even when there is a second reference', async () => {
    const server = await serve(answer);
    const fault = await faultOf(
      reader().baseline([`${server.url}/a/m.onnx#sha256=${'0'.repeat(64)}`, 'm.onnx']),
    );
    expect(fault.code).toBe('digest-mismatch');
    expect(fault.message).toContain(sha256(MODEL));
    expect(fault.message).toContain('0'.repeat(64));
  });

  it('credentials come from netrc', async () => {
    const server = await serve(({ headers }, response) =>
      headers.authorization === `Basic ${Buffer.from('me:s3cret').toString('base64')}`
        ? MODEL
        : response.writeHead(401).end(),
    );
    const { baseline, home } = reader();
    const reference = `${server.url}/m.onnx#sha256=${sha256(MODEL)}`;
    expect((await faultOf(baseline(reference))).fix).toContain('~/.netrc');
    writeFileSync(
      join(home, '.netrc'),
      `machine other.example login x password y\nmachine ${server.host}\n  login me password s3cret\n`,
    );
    expect(bytesOf(await baseline(reference))).toEqual(MODEL);
  });

  it('a holdout is fetched under its own ending; what others read stays as it is', async () => {
    const server = await serve(() => 'a,b\n1,2\n');
    const reference = `${server.url}/rows.csv#sha256=${sha256('a,b\n1,2\n')}`;
    const [rows, ...rest] = await reader().rows([reference, 'data/*.parquet', 's3://bucket/rows.parquet']);
    expect(rows!.path).toMatch(/rows\.csv$/);
    expect(bytesOf(rows!).toString()).toBe('a,b\n1,2\n');
    expect(rest.map(({ path }) => path)).toEqual(['data/*.parquet', 's3://bucket/rows.parquet']);
  });
});

describe('hf:', () => {
  const SHA = 'a'.repeat(40);
  const hub = async (siblings: object[], token = 'hf_s3cret') => {
    const storage = await serve(() => MODEL);
    const server = await serve(({ path, query, headers }, response) => {
      if (headers.authorization !== `Bearer ${token}`)
        return response
          .writeHead(401, { 'content-type': 'application/json' })
          .end('{"error":"Repository not found"}');
      if (path === '/api/models/o/r/revision/main' && query.has('blobs'))
        return { sha: SHA, lastModified: '2026-04-01T00:00:00.000Z', siblings };
      return path === `/o/r/resolve/${SHA}/onnx/m.onnx`
        ? response.writeHead(302, { location: `${storage.url}/x` }).end()
        : null;
    });
    return { server, storage, env: { HF_ENDPOINT: server.url, HF_TOKEN: token } };
  };
  const model = { rfilename: 'onnx/m.onnx', lfs: { sha256: sha256(MODEL) } };

  it.each(['hf:o/r', 'hf://o/r@main/onnx/m.onnx'])('%s, at the commit of the revision', async (reference) => {
    const { env, storage } = await hub([{ rfilename: 'README.md' }, model]);
    const found = await reader(env).baseline(reference);
    expect(bytesOf(found)).toEqual(MODEL);
    expect(found).toMatchObject({ resolved: `commit ${SHA}`, created: '2026-04-01T00:00:00.000Z' });
    expect(JSON.stringify(storage.asked)).not.toContain('hf_s3cret');
  });

  it('takes the token that was stored by a login', async () => {
    const { env } = await hub([model]);
    const { baseline, home } = reader({ HF_ENDPOINT: env.HF_ENDPOINT });
    expect((await faultOf(baseline('hf:o/r'))).fix).toContain('HF_TOKEN');
    mkdirSync(join(home, '.cache/huggingface'), { recursive: true });
    writeFileSync(join(home, '.cache/huggingface/token'), 'hf_s3cret\n');
    expect(bytesOf(await baseline('hf:o/r'))).toEqual(MODEL);
  });

  it('several models: which one?', async () => {
    const { env } = await hub([model, { rfilename: 'b.onnx' }]);
    const fault = await faultOf(reader(env).baseline('hf:o/r'));
    expect(fault).toMatchObject({
      message: expect.stringContaining('o/r has 2 files to choose from: it has onnx/m.onnx, b.onnx'),
      fix: 'Write hf:o/r/PATH.',
    });
  });
});

describe('mlflow:', () => {
  const mlmodel = 'flavors:\n  onnx:\n    data: model.onnx\n    onnx_version: 1.16.0\n';
  const mlflow =
    (artifacts: (server: { url: string }) => string, description = mlmodel): Answer =>
    ({ path, query, headers }, response, server) => {
      const api = '/api/2.0/mlflow';
      if (headers.authorization !== `Basic ${Buffer.from('me:s3cret').toString('base64')}`)
        return response.writeHead(401).end();
      const version = {
        model_version: { version: '7', run_id: 'f00', creation_timestamp: 1_767_225_600_000 },
      };
      if (path === `${api}/registered-models/alias`)
        return query.get('name') === 'conv' && query.get('alias') === 'champion' ? version : null;
      if (path === `${api}/model-versions/get`) return query.get('version') === '7' ? version : null;
      if (path === `${api}/runs/get`)
        return query.get('run_id') === 'f00'
          ? { run: { info: { run_id: 'f00', artifact_uri: artifacts(server), end_time: 1_767_225_600_000 } } }
          : null;
      if (path === `${api}/model-versions/get-download-uri`) return { artifact_uri: artifacts(server) };
      const files: Record<string, Buffer | string> = {
        MLmodel: description,
        'model.onnx': withExternal('w.bin'),
        'w.bin': WEIGHTS,
      };
      const file = /\/artifacts\/1\/f00\/model\/(.*)$/.exec(path)?.[1] ?? '';
      return files[file] ?? null;
    };
  const env = (server: { url: string }) => ({
    MLFLOW_TRACKING_URI: server.url,
    MLFLOW_TRACKING_USERNAME: 'me',
    MLFLOW_TRACKING_PASSWORD: 's3cret',
  });

  it.each([
    ['mlflow:models:/conv@champion', () => 'mlflow-artifacts:/1/f00/model'],
    [
      'mlflow:models:/conv/7',
      (server: { url: string }) => `${server.url}/api/2.0/mlflow-artifacts/artifacts/1/f00/model`,
    ],
  ])('%s', async (reference, artifacts) => {
    const server = await serve(mlflow(artifacts));
    const found = await reader(env(server)).baseline(reference);
    expect(found).toMatchObject({ resolved: 'version 7, run f00', created: '2026-01-01T00:00:00.000Z' });
    expect(bytesOf({ path: join(dirname(found.path), 'w.bin') })).toEqual(WEIGHTS);
  });

  it.each(['mlflow:runs:/f00/model', 'mlflow:runs:/f00/model/model.onnx'])('%s', async (reference) => {
    const server = await serve(mlflow(() => 'mlflow-artifacts:/1/f00'));
    const found = await reader(env(server)).baseline(reference);
    expect(found).toMatchObject({ resolved: 'run f00', created: '2026-01-01T00:00:00.000Z' });
    expect(bytesOf({ path: join(dirname(found.path), 'w.bin') })).toEqual(WEIGHTS);
  });

  it('a run that is not there, and a path that it does not have', async () => {
    const server = await serve(mlflow(() => 'mlflow-artifacts:/1/f00'));
    const { baseline } = reader(env(server));
    const both = ['mlflow:runs:/0/model', 'mlflow:runs:/f00/other/m.onnx'];
    const { code, message } = await faultOf(baseline(both));
    expect(code).toBe('reference-unresolved');
    for (const reference of both) expect(message).toContain(`${reference}: `);
  });

  it('never takes its credentials to where an artifact claims to be', async () => {
    const other = await serve(() => null);
    const server = await serve(mlflow(() => `${other.url}/1/f00/model`));
    await faultOf(reader(env(server)).baseline('mlflow:models:/conv/7'));
    expect(other.asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it.each([
    ['no server', {}, 'mlflow-artifacts:/1/f00/model', mlmodel, 'MLFLOW_TRACKING_URI'],
    ['no credentials', null, 'mlflow-artifacts:/1/f00/model', mlmodel, 'MLFLOW_TRACKING_TOKEN'],
    ['artifacts elsewhere', undefined, 'dbfs:/x', mlmodel, '--serve-artifacts'],
    [
      'another flavor',
      undefined,
      'mlflow-artifacts:/1/f00/model',
      'flavors: { sklearn: {} }',
      'mlflow.onnx.log_model',
    ],
  ])('%s', async (_, given, artifacts, description, fix) => {
    const server = await serve(mlflow(() => artifacts, description));
    const used = given === undefined ? env(server) : (given ?? { MLFLOW_TRACKING_URI: server.url });
    expect((await faultOf(reader(used).baseline('mlflow:models:/conv/7'))).fix).toContain(fix);
  });
});
