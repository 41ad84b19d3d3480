/** docker/Dockerfile, built by Docker as it is committed. The images it starts from are not here: stand-ins have their names. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { libraries } from '../../scripts/serving-base/files.ts';
import { DIST, ROOT, run } from '../e2e/run.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { dockerNeeds, startDocker } from './dockerd.ts';
import { registryNeeds, startRegistry } from './registry.ts';

const cli = join(DIST, 'cli.js');
const SOURCE_DATE_EPOCH = '1800000000';
/** What its commands and npm run. */
const TOOLS = ['sh', 'cp', 'mkdir', 'env'].map((name) => [`bin/${name}`, `/bin/${name}`] as const);
const CERTIFICATES = 'etc/ssl/certs/ca-certificates.crt';

/** A root file system of programs of this machine, where an image has them, and of what they and `more` load. */
function rootOf(
  programs: readonly (readonly [path: string, source: string])[],
  more: readonly string[] = [],
): string {
  const root = temporaryFolder();
  const files = libraries([...programs.map(([, source]) => source), ...more]).flatMap((file) =>
    'source' in file ? [[file.path, file.source] as const] : [],
  );
  for (const [path, source] of [...programs, ...files]) copy(source, join(root, path));
  mkdirSync(join(root, 'tmp'));
  // Temporary folders are their maker's alone.
  chmodSync(root, 0o755);
  return root;
}

function copy(source: string, place: string) {
  mkdirSync(dirname(place), { recursive: true });
  cpSync(realpathSync(source), place, { recursive: true });
}

it('is built, takes a model, and its image stands the probe', async (context) => {
  registryNeeds(context);
  dockerNeeds(context);
  const host = await startRegistry();
  const env = await startDocker();
  const docker = (...args: string[]) =>
    execFileSync('docker', args, {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, ...env, DOCKER_BUILDKIT: '1' },
    });
  const standIn = (name: string, root: string, ...changes: string[]) => {
    const archive = join(temporaryFolder(), 'root.tar');
    execFileSync('tar', ['-C', root, '-cf', archive, '.']);
    docker('import', ...changes.flatMap((change) => ['--change', change]), archive, name);
  };

  const node = process.execPath;
  const slim = rootOf([...TOOLS, ['usr/local/bin/node', node]]);
  const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
  copy(join(dirname(realpathSync(npm)), '..'), join(slim, 'usr/local/lib/node_modules/npm'));
  writeFileSync(
    join(slim, 'bin/npm'),
    '#!/bin/sh\nexec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"\n',
    { mode: 0o755 },
  );
  copy(process.env.NODE_EXTRA_CA_CERTS ?? `/${CERTIFICATES}`, join(slim, CERTIFICATES));
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8', cwd: ROOT }).trim();
  standIn(
    'node:24-bookworm-slim',
    slim,
    'ENV PATH=/usr/local/bin:/usr/bin:/bin',
    `ENV NODE_EXTRA_CA_CERTS=/${CERTIFICATES} npm_config_cafile=/${CERTIFICATES} npm_config_registry=${registry}`,
  );
  const natives = join(ROOT, 'node_modules/onnxruntime-node/bin/napi-v6/linux', process.arch);
  const loaders = readdirSync(natives).map((name) => join(natives, name));
  standIn('gcr.io/distroless/nodejs24-debian12:nonroot', rootOf([['nodejs/bin/node', node]], loaders));

  const base = `${host}/team/base:1`;
  docker('build', '--network', 'host', '--file', join(ROOT, 'docker/Dockerfile'), '--tag', base, ROOT);
  docker('push', base);

  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'click.onnx'), logistic([1, -2]));
  writeFileSync(join(cwd, 'rows.csv'), 'a,b,clicked\n1,2,1\n0,1,0\n3,1,1\n-1,2,0\n');
  writeFileSync(
    join(cwd, 'onnx-gate.yml'),
    'version: 1\nmodels:\n  click:\n    candidate: click.onnx\n    holdout: { source: rows.csv, label: clicked }\n    inputs: { features: [a, b] }\n    metrics: { auc: { min: 0 } }\n',
  );
  const ours = (...args: string[]) =>
    run(cli, ['image', ...args], { cwd, env: { SOURCE_DATE_EPOCH, ...env } });
  const made = await ours('click.onnx', '--to', `${host}/team/click`, '--base', base);
  expect(made.code, made.stderr).toBe(0);
  const limits = ['--memory', '1Gi', '--cpus', '2'];
  const probed = await ours('probe', '--runner', 'docker', '--model', 'click', ...limits, '--format', 'json');
  expect(probed.code, probed.stdout + probed.stderr).toBe(0);
  expect(JSON.parse(probed.stdout).probe).toMatchObject({
    ready: true,
    signature: [],
    parity: { rows: 4, maxAbs: 0 },
    writes: [],
    connections: [],
    stop: { failed: 0, exitCode: 0 },
  });
}, 600_000);
