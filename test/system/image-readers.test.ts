/** What we push, as Docker and Buildah read it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DOCUMENTS } from '../../src/core/documents/index.ts';
import { DIST, run } from '../e2e/run.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { buildahEnvironment, buildahNeeds, dockerNeeds, startDocker } from './dockerd.ts';
import { registryNeeds, startRegistry } from './registry.ts';

const MODEL = logistic([1, -2]);

type Environment = Readonly<Record<string, string>>;
const tool =
  (program: string, env: Environment) =>
  (...args: string[]) =>
    execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, ...env } }).trim();

/** In a folder of its own, where the model has a name, a time and rights of its own. */
async function push(host: string, env: Environment, ...more: string[]) {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'deep'));
  const file = join(cwd, 'deep', `${Math.random()}.onnx`);
  writeFileSync(file, MODEL, { mode: 0o600 });
  utimesSync(file, 1, Math.floor(Math.random() * 1e9));
  const args = ['image', file, '--name', 'click', '--to', `${host}/team/click`, ...more, '--format', 'json'];
  const { stdout, stderr, code } = await run(join(DIST, 'cli.js'), args, {
    cwd,
    env: { SOURCE_DATE_EPOCH: '1800000000', ...env },
  });
  expect(code, stderr).toBe(0);
  return DOCUMENTS.image.parse(JSON.parse(stdout));
}

/** A base as others push one: layers compressed, a command to start. */
function pushBase(buildah: ReturnType<typeof tool>, host: string, format: string): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'server'), 'a server');
  writeFileSync(join(cwd, 'Dockerfile'), 'FROM scratch\nCOPY server /server\nCMD ["/server"]\n');
  buildah('build', '--quiet', '--tag', 'base', cwd);
  const reference = `docker://${host}/team/base:${format}`;
  buildah('push', '--quiet', '--tls-verify=false', '--format', format, 'base', reference);
  return `${host}/team/base:${format}`;
}

it.for(['oci', 'v2s2'])(
  'on a base in %s: docker pull and buildah from find base and model',
  async (format, context) => {
    for (const needs of [registryNeeds, buildahNeeds, dockerNeeds]) needs(context);
    const host = await startRegistry();
    const buildah = tool('buildah', buildahEnvironment());
    const base = pushBase(buildah, host, format);
    const made = await push(host, {}, '--base', base);
    // A base by tag is resolved, recorded and warned about.
    const pinned = /^The base .*:\w+ is a tag and may move\. Write (.*)@(sha256:\w{64}) to pin it\.$/;
    expect(made.notes).toEqual([expect.stringMatching(pinned)]);
    const [, name, digest] = pinned.exec(made.notes[0]!)!;
    expect(made.base).toEqual({ reference: base, digest });
    const again = await push(host, {}, '--base', `${name}@${digest}`);
    expect(again).toMatchObject({ digest: made.digest, notes: [] });
    const at = '/models/click/1/model.onnx';

    const docker = tool('docker', await startDocker());
    docker('pull', '--quiet', made.reference);
    expect(docker('inspect', '--format', '{{index .RepoDigests 0}}', made.reference)).toBe(made.reference);
    expect(docker('inspect', '--format', '{{.Config.Cmd}}', made.reference)).toBe('[/server]');
    const container = docker('create', made.reference);
    const copy = join(temporaryFolder(), 'model.onnx');
    docker('cp', `${container}:${at}`, copy);
    expect(readFileSync(copy)).toEqual(Buffer.from(MODEL));

    const working = buildah('from', '--quiet', '--tls-verify=false', `docker://${made.reference}`);
    const root = buildah('mount', working);
    expect(readFileSync(join(root, at))).toEqual(Buffer.from(MODEL));
    expect(readFileSync(join(root, 'server'), 'utf8')).toBe('a server');
    buildah('rm', working);
  },
);

it('the same inputs give the same digest wherever they lie; another time, another digest', async (context) => {
  registryNeeds(context);
  const here = await push(await startRegistry(), {});
  const there = await push(await startRegistry(), { TZ: 'Asia/Tokyo', LC_ALL: 'C' });
  expect(there.digest).toBe(here.digest);
  const later = await push(await startRegistry(), { SOURCE_DATE_EPOCH: '1800000001' });
  expect(later.digest).not.toBe(here.digest);
});
