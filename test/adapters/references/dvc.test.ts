import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { type Asked, serve } from '../../serve.ts';
import { temporaryFolder } from '../../temporary.ts';
import { bytesOf, faultOf, MODEL, md5, reader, sha256, WEIGHTS, withExternal } from './tools.ts';

let folder: string;
const write = (path: string, bytes: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
};
const object = (bytes: Uint8Array | string, directory = false) =>
  `files/md5/${md5(bytes).slice(0, 2)}/${md5(bytes).slice(2)}${directory ? '.dir' : ''}`;
/** As `dvc add` of DVC 3 writes it. */
const tracked = (path: string, bytes: Uint8Array | string) =>
  `outs:\n- md5: ${md5(bytes)}\n  size: ${bytes.length}\n  hash: md5\n  path: ${path}\n`;
const remote = (lines: string) =>
  write('.dvc/config', `[core]\n    remote = store\n['remote "store"']\n${lines}`);

beforeEach(() => {
  folder = temporaryFolder();
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
  write('.dvc/config', '');
  write('models/m.onnx.dvc', tracked('m.onnx', MODEL));
});

it('from the local cache', async () => {
  write(`.dvc/cache/${object(MODEL)}`, MODEL);
  const found = await reader().baseline('dvc:models/m.onnx');
  expect(bytesOf(found)).toEqual(MODEL);
  expect(found.resolved).toBe(`md5 ${md5(MODEL)}`);
});

it('as DVC 2 laid it out: no `hash` in the file, objects at the top', async () => {
  write('models/m.onnx.dvc', `outs:\n- md5: ${md5(MODEL)}\n  path: m.onnx\n`);
  write(`.dvc/cache/${object(MODEL).replace('files/md5/', '')}`, MODEL);
  expect(bytesOf(await reader().baseline('dvc:models/m.onnx'))).toEqual(MODEL);
});

it('a stage’s output in dvc.lock, from a remote that is a folder', async () => {
  write(
    'dvc.lock',
    `schema: '2.0'\nstages:\n  train:\n    cmd: python train.py\n    outs:\n    - path: out/m.onnx\n      hash: md5\n      md5: ${md5(MODEL)}\n      size: 1\n`,
  );
  remote('    url = ../store\n');
  write(`store/${object(MODEL)}`, MODEL);
  expect(bytesOf(await reader().baseline('dvc:out/m.onnx'))).toEqual(MODEL);
});

it('a file of a tracked folder, with its external data, over http with a password of config.local', async () => {
  const big = withExternal('w.bin');
  const listing = JSON.stringify([
    { md5: md5(big), relpath: 'v1/m.onnx' },
    { md5: md5(WEIGHTS), relpath: 'v1/w.bin' },
  ]);
  write('models.dvc', tracked('models', listing).replace(md5(listing), `${md5(listing)}.dir`));
  const objects: Record<string, Uint8Array | string> = {
    [object(big)]: big,
    [object(WEIGHTS)]: WEIGHTS,
    [object(listing, true)]: listing,
  };
  const server = await serve(({ path, headers }, response) => {
    if (headers.authorization !== `Basic ${Buffer.from('me:s3cret').toString('base64')}`)
      return response.writeHead(401).end();
    const bytes = objects[path.slice('/store/'.length)];
    return bytes === undefined ? null : Buffer.from(bytes);
  });
  remote(`    url = ${server.url}/store\n`);
  const refused = await faultOf(reader().baseline('dvc:models/v1/m.onnx'));
  expect(refused.fix).toContain('dvc remote modify --local store user');
  write('.dvc/config.local', `['remote "store"']\n    user = me\n    password = s3cret\n`);
  const { path } = await reader().baseline('dvc:models/v1/m.onnx');
  expect(bytesOf({ path: join(dirname(path), 'w.bin') })).toEqual(WEIGHTS);
  expect((await faultOf(reader().baseline('dvc:models/v1/n.onnx'))).message).toContain(
    'did you mean v1/m.onnx',
  );
});

it('bytes with another MD5 are not used', async () => {
  const server = await serve(() => 'other');
  remote(`    url = ${server.url}\n`);
  expect(await faultOf(reader().baseline('dvc:models/m.onnx'))).toMatchObject({
    code: 'digest-mismatch',
    message: expect.stringContaining(md5('other')),
  });
  // Nor from a cache that somebody has changed.
  write(`.dvc/cache/${object(MODEL)}`, 'other');
  expect(await faultOf(reader().baseline('dvc:models/m.onnx'))).toMatchObject({ code: 'digest-mismatch' });
});

it('from an S3 bucket, signed for each try', async () => {
  const keys = { AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 's3cret', AWS_REGION: 'eu-west-1' };
  const server = await serve((asked, response, { asked: all }) => {
    if (all.length === 1) return response.writeHead(503).end();
    return asked.headers.authorization === expectedSignature(asked, 's3cret') &&
      asked.path === `/bucket/pre fix/${object(MODEL)}`
      ? MODEL
      : response.writeHead(403).end();
  });
  remote(`    url = s3://bucket/pre fix\n    endpointurl = ${server.url}\n`);
  expect(bytesOf(await reader(keys).baseline('dvc:models/m.onnx'))).toEqual(MODEL);
  expect(server.asked).toHaveLength(2);
  const wrong = await faultOf(
    reader({ ...keys, AWS_SECRET_ACCESS_KEY: 'other' }).baseline('dvc:models/m.onnx'),
  );
  expect(wrong).toMatchObject({
    code: 'reference-unreachable',
    fix: expect.stringContaining('AWS_ACCESS_KEY_ID'),
  });
});

/** AWS Signature Version 4, written out from its specification for one GET. */
function expectedSignature({ path, headers }: Asked, secret: string): string {
  const date = headers['x-amz-date'] as string;
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? '';
  const canonical = [
    'GET',
    path.split('/').map(encodeURIComponent).join('/'),
    '',
    ...names.split(';').map((name) => `${name}:${headers[name]}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${date.slice(0, 8)}/eu-west-1/s3/aws4_request`;
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const key = [date.slice(0, 8), 'eu-west-1', 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secret}`,
  );
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha256(canonical)}`).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=AKID/${scope}, SignedHeaders=${names}, Signature=${signature}`;
}

it('of another commit: the baseline while the candidate is being worked on', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  git('init', '-q', '-b', 'main');
  git('add', 'models');
  git('commit', '-qm', 'one');
  write('models/m.onnx.dvc', tracked('m.onnx', 'new'));
  write(`.dvc/cache/${object(MODEL)}`, MODEL);
  write(`.dvc/cache/${object('new')}`, 'new');
  const found = await reader().baseline('dvc:main:models/m.onnx');
  expect(bytesOf(found)).toEqual(MODEL);
  expect(found.resolved).toBe(`md5 ${md5(MODEL)}, commit ${git('rev-parse', 'main')}`);
  expect(found.created).toMatch(/^20/);
  expect((await faultOf(reader().baseline('dvc:gone:models/m.onnx'))).message).toContain(
    'gone is not in this repository',
  );
});

it.each([
  [
    'not tracked',
    'dvc:models/other.onnx',
    '',
    'neither models/other.onnx.dvc nor a .dvc or dvc.lock above it',
  ],
  ['no remote', 'dvc:models/m.onnx', '', 'no remote is set'],
  [
    'a remote that is not configured',
    'dvc:models/m.onnx',
    '[core]\nremote = nowhere\n',
    'the remote nowhere is not configured',
  ],
  [
    'a remote of another kind',
    'dvc:models/m.onnx',
    `[core]\nremote = r\n['remote "r"']\nurl = gs://b/x\n`,
    'the remote r is at gs://, which is not read from here',
  ],
])('%s', async (_, reference, config, why) => {
  write('.dvc/config', config);
  expect((await faultOf(reader().baseline(reference))).message).toContain(why);
});
