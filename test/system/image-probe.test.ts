/** The whole way: a base made here, a model on it, pushed, pulled, run, asked, stopped. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, type TestContext } from 'vitest';
import type { Image } from '../../src/core/documents/image.ts';
import { sha256 } from '../adapters/references/tools.ts';
import { DIST, run } from '../e2e/run.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { dockerNeeds, podmanEnvironment, startDocker } from './dockerd.ts';
import { missing, needs } from './engine.ts';
import { registryNeeds, startRegistry } from './registry.ts';

const cli = join(DIST, 'cli.js');
const script = join(DIST, '../scripts/serving-base/main.ts');
const env = { SOURCE_DATE_EPOCH: '1800000000' };

/** A folder with a policy of one model, whose image is pushed to a registry on this machine. */
async function pushed() {
  const registry = await startRegistry();
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'click.onnx'), logistic([1, -2]));
  writeFileSync(join(cwd, 'other.onnx'), logistic([1, -2.001]));
  const rows = Array.from({ length: 40 }, (_, i) => `${(i % 7) - 3},${(i % 5) / 5},${i % 3 === 0 ? 1 : 0}`);
  writeFileSync(join(cwd, 'rows.csv'), `a,b,clicked\n${rows.join('\n')}\n`);
  const policy = (candidate: string) =>
    writeFileSync(
      join(cwd, 'onnx-gate.yml'),
      `version: 1\nmodels:\n  click:\n    candidate: ${candidate}\n    holdout: { source: rows.csv, label: clicked }\n    inputs: { features: [a, b] }\n    metrics: { auc: { min: 0 } }\n`,
    );
  policy('click.onnx');
  const { stdout } = await promisify(execFile)(process.execPath, [script, `${registry}/team/base`], {
    env: { ...process.env, ...env },
  });
  const base = stdout.trim();
  expect(base).toMatch(/^127\.0\.0\.1:\d+\/team\/base@sha256:[0-9a-f]{64}$/);
  const built = await run(
    cli,
    ['image', 'click.onnx', '--to', `${registry}/team/click`, '--base', base, '--format', 'json'],
    { cwd, env },
  );
  expect(built.code, built.stderr).toBe(0);
  const file = join(cwd, '.onnx-gate/image.json');
  return { cwd, policy, file };
}

async function probe(cwd: string, runner: string, more: Record<string, string> = {}) {
  const args = ['--runner', runner, '--cpus', '2', '--memory', '1Gi', '--format', 'json'];
  return run(cli, ['image', 'probe', '--model', 'click', ...args], { cwd, env: { ...env, ...more } });
}

/** The image does all that it must. */
function expectSound(document: Image, runner: string) {
  const found = document.probe!;
  expect(found).toMatchObject({
    runner,
    limits: { cpus: 2, memory: 2 ** 30 },
    ready: true,
    signature: [],
    parity: { rows: 40, maxAbs: 0, unequal: 0, reordered: 0 },
    writes: [],
    connections: [],
    stop: { failed: 0, exitCode: 0 },
  });
  expect(found.parity!.cases.map(({ encoding, batch }) => `${encoding} ${batch}`)).toEqual([
    ...['json 1', 'binary 1', 'json 7', 'binary 7', 'json 40', 'binary 40'],
  ]);
  expect(found.parity!.auc!.served).toBe(found.parity!.auc!.offline);
  expect(found.hostile.filter(({ status, ready }) => !ready || status! < 400 || status! > 499)).toEqual([]);
  // No telemetry: nothing that ONNX Runtime could warn of in a container that cannot be written.
  expect(found.stderr.filter((line) => !/is up and loads|answers|Draining/.test(line))).toEqual([]);
}

const documentIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Image;

it('in a chroot: the image answers as its file, bears bad requests and stops without a failed one', async (context) => {
  registryNeeds(context);
  chrootNeeds(context);
  const { cwd, policy, file } = await pushed();
  const good = await probe(cwd, 'chroot');
  expect(good.code, good.stderr).toBe(0);
  const document = documentIn(file);
  expectSound(document, 'chroot');

  // Another file than that of the image is refused; one that claims to be it is found out.
  policy('other.onnx');
  expect((await probe(cwd, 'chroot')).stderr).toContain('is not the file that went into');
  const digest = sha256(readFileSync(join(cwd, 'other.onnx')));
  const claimed = { ...document, candidate: { ...document.candidate, digest: `sha256:${digest}` } };
  writeFileSync(file, JSON.stringify(claimed));
  const bad = await probe(cwd, 'chroot');
  expect(bad.code, bad.stderr).toBe(1);
  expect(JSON.parse(bad.stdout).probe.parity.maxScaled).toBeGreaterThan(1e-5);
}, 600_000);

it('by Docker: the same, without a right that it does not need', async (context) => {
  registryNeeds(context);
  dockerNeeds(context);
  const { cwd, file } = await pushed();
  const docker = await startDocker();
  const good = await probe(cwd, 'docker', docker);
  expect(good.code, good.stderr).toBe(0);
  expectSound(documentIn(file), 'docker');
  // Nobody's user, and nothing to type commands into.
  const { reference } = documentIn(file);
  const inDocker = (...args: string[]) =>
    promisify(execFile)('docker', args, { env: { ...process.env, ...docker } });
  expect((await inDocker('inspect', '--format', '{{.Config.User}}', reference)).stdout.trim()).toBe(
    '65532:65532',
  );
  await expect(
    inDocker('run', '--rm', '--network', 'none', '--entrypoint', '/bin/sh', reference, '-c', 'true'),
  ).rejects.toThrow(/\/bin\/sh: no such file or directory/);
}, 600_000);

it('by podman: the same', async (context) => {
  registryNeeds(context);
  needs(context, 'podman', 'podman', '--version');
  const { cwd, file } = await pushed();
  const good = await probe(cwd, 'podman', podmanEnvironment());
  expect(good.code, good.stderr).toBe(0);
  expectSound(documentIn(file), 'podman');
}, 600_000);

function chrootNeeds(context: TestContext) {
  needs(context, 'unshare', 'unshare', '--version');
  if (process.getuid!() !== 0) missing(context, 'A chroot needs root.');
}
