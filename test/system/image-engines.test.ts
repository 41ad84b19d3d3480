import { execFileSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DOCUMENTS } from '../../src/core/documents/index.ts';
import { sha256 } from '../adapters/references/tools.ts';
import { DIST, run } from '../e2e/run.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { buildahEnvironment, buildahNeeds, dockerNeeds, startDocker } from './dockerd.ts';
import { registryNeeds, startRegistry } from './registry.ts';

const cli = join(DIST, 'cli.js');
const MODEL = logistic([1, -2]);
const FROM_MODEL = 'FROM scratch\nARG TEAM\nLABEL team=$TEAM\nCOPY --from=model . /\n';

function workplace(dockerfile: string) {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'served/1'), { recursive: true });
  writeFileSync(join(cwd, 'click.onnx'), MODEL);
  writeFileSync(join(cwd, 'served/1/model.onnx'), MODEL);
  writeFileSync(join(cwd, 'Dockerfile'), dockerfile);
  return cwd;
}

async function build(cwd: string, host: string, env: Record<string, string>, ...more: string[]) {
  const args = ['image', 'click.onnx', '--to', `${host}/team/click`, '--file', 'Dockerfile', ...more];
  const { code, stdout, stderr } = await run(cli, [...args, '--format', 'json'], {
    cwd,
    env: { SOURCE_DATE_EPOCH: '1800000000', ...env },
  });
  const image = stdout.startsWith('{') ? DOCUMENTS.image.parse(JSON.parse(stdout)) : null;
  return { code, stderr, said: stderr.replace(/\s+/g, ' '), image };
}

const inspect = (reference: string, ...more: string[]) => {
  const args = ['inspect', '--no-tags', '--tls-verify=false', ...more, `docker://${reference}`];
  return JSON.parse(execFileSync('skopeo', args, { encoding: 'utf8', stdio: 'pipe' }));
};
/** No Docker answers. */
const WITHOUT_DOCKER = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };

it('buildah: where there is no Docker, the same digest in another folder, read back', async (context) => {
  registryNeeds(context);
  buildahNeeds(context);
  const host = await startRegistry();
  const first = workplace(FROM_MODEL);
  const args = ['--build-args', 'TEAM=search', '--labels', 'a=b', '--annotations', 'c=d'];
  const env = { ...buildahEnvironment(), ...WITHOUT_DOCKER };
  const made = await build(first, host, env, ...args);
  expect(made.code, made.stderr).toBe(0);
  expect(made.image).toMatchObject({
    form: 'image',
    kind: 'serving',
    platforms: [expect.stringMatching(/^linux\//)],
    engine: {
      name: 'buildah',
      why: 'There is a Dockerfile, Dockerfile, and buildah is the first that can build it (`docker buildx` is not here, no Docker daemon answers).',
    },
    base: null,
    notes: [],
  });
  const found = inspect(made.image!.reference);
  expect(found.Labels).toMatchObject({
    team: 'search',
    a: 'b',
    'io.onnx-gate.model.digest': `sha256:${sha256(MODEL)}`,
  });
  expect(found.Layers).toEqual(made.image!.layers.map(({ digest }) => digest));
  expect(made.image!.layers.at(-1)!.kind).toBe('model');
  // Weights are not compressed.
  const { layers, annotations } = inspect(made.image!.reference, '--raw');
  expect(layers.at(-1).mediaType).toBe('application/vnd.oci.image.layer.v1.tar');
  expect(annotations).toMatchObject({ c: 'd' });

  const second = workplace(FROM_MODEL);
  utimesSync(join(second, 'click.onnx'), 1, 1);
  const again = await build(second, host, { ...buildahEnvironment(), ...WITHOUT_DOCKER }, ...args);
  expect(again.image).toMatchObject({ digest: made.image!.digest, uploadedBytes: 0 });
});

it('docker: the BuildKit of a daemon, without buildx', async (context) => {
  registryNeeds(context);
  dockerNeeds(context);
  const host = await startRegistry();
  const env = await startDocker();
  const cwd = workplace(
    'FROM scratch\nARG TEAM\nLABEL team=$TEAM\nCOPY Dockerfile /\nCOPY served /models/click\nCOPY Dockerfile /again\n',
  );
  const made = await build(cwd, host, env, '--build-args', 'TEAM=search', '--annotations', 'c=d');
  expect(made.code, made.stderr).toBe(0);
  expect(made.image).toMatchObject({
    engine: { name: 'docker', why: expect.stringContaining('docker is the first that can build it') },
    notes: [expect.stringContaining('the same inputs give another digest')],
    imageId: expect.stringMatching(/^sha256:/),
  });
  expect(inspect(made.image!.reference).Labels).toMatchObject({ team: 'search' });
  expect(made.image!.layers.map(({ kind }) => kind)).toEqual(['build', 'model', 'build']);

  const cannot = await build(cwd, host, env, '--provenance', 'mode=max', '--cache-to', 'type=gha');
  expect(cannot).toMatchObject({ code: 2 });
  expect(cannot.said).toContain('docker cannot do what `--cache-to`, `--provenance` asks for.');
  expect(cannot.said).toContain('Install buildx');

  const elsewhere = await build(workplace('FROM scratch\nCOPY click.onnx /srv/\n'), host, env);
  expect(elsewhere.code).toBe(2);
  expect(elsewhere.said).toMatch(/puts no model at \/models\/click\/1\/model\.onnx/);

  // What was pushed is an image for Docker too.
  const docker = (...args: string[]) =>
    execFileSync('docker', args, { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, ...env } });
  docker('pull', '--quiet', made.image!.reference);
  expect(JSON.parse(docker('inspect', made.image!.reference))[0].Config.Labels).toMatchObject({
    team: 'search',
  });
});

it.for<[string, string, RegExp]>([
  ['nowhere', 'FROM scratch\nCOPY Dockerfile /\n', /puts no model at \/models\/click\/1\/model\.onnx/],
  ['elsewhere', 'FROM scratch\nCOPY click.onnx /srv/\n', /puts no model at/],
  [
    'another one',
    'FROM scratch\nCOPY Dockerfile /models/click/1/model.onnx\n',
    /puts another model \(sha256:\w{64}\) at/,
  ],
])('a Dockerfile that puts the model %s is told', async ([, dockerfile, message], context) => {
  registryNeeds(context);
  buildahNeeds(context);
  const host = await startRegistry();
  const env = { ...buildahEnvironment(), ...WITHOUT_DOCKER };
  const made = await build(workplace(dockerfile), host, env);
  expect(made.code).toBe(2);
  expect(made.said).toMatch(message);
  expect(made.said).toContain('Add `COPY --from=model . /`');
});

it('a Dockerfile that does not build, with the last words of the engine', async (context) => {
  buildahNeeds(context);
  const env = { ...buildahEnvironment(), ...WITHOUT_DOCKER };
  const made = await build(workplace('FROM scratch\nCOPY none /models\n'), 'localhost:1', env);
  expect(made.code).toBe(2);
  expect(made.said).toContain('`buildah build` failed with');
  expect(made.said).toMatch(/none.*no such file or directory/);
});

it('no engine at all, and flags that have none', async () => {
  const cwd = workplace(FROM_MODEL);
  const none = await build(cwd, 'localhost:1', { PATH: cwd });
  expect(none.code).toBe(3);
  expect(none.said).toContain(
    'Nothing here builds Dockerfile: `docker buildx` is not here, no Docker daemon answers, there is no `buildah`.',
  );
  const flags = ['--base', 'a/b', '--secrets', 'id=token', '--kind', 'model'];
  const { said, code } = await build(cwd, 'localhost:1', {}, ...flags);
  expect(code).toBe(2);
  for (const part of [
    'a Dockerfile and a base',
    '`id=token`, which names no file',
    '`--kind model` has no Dockerfile',
  ])
    expect(said).toContain(part);
});
