import { execFileSync } from 'node:child_process';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DOCUMENTS } from '../../src/core/documents/index.ts';
import type { Verdict } from '../../src/core/documents/verdict.ts';
import { sha256 } from '../adapters/references/tools.ts';
import { verdict } from '../core/report/samples.ts';
import { DIST, run } from '../e2e/run.ts';
import { logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { registryNeeds, startRegistry } from './registry.ts';

const cli = join(DIST, 'cli.js');
const digestOf = (bytes: Uint8Array) => `sha256:${sha256(bytes)}`;
const env = { SOURCE_DATE_EPOCH: '1800000000' };
const skopeo = (...args: string[]) => execFileSync('skopeo', args, { encoding: 'utf8', stdio: 'pipe' });

/** A digest that is of nothing here. */
const OTHER = `sha256:${'0'.repeat(64)}`;

async function workshop() {
  const host = await startRegistry();
  const cwd = temporaryFolder();
  const model = logistic([1, -2]);
  writeFileSync(join(cwd, 'click.onnx'), model);
  writeFileSync(join(cwd, 'other.onnx'), logistic([3]));
  const image = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(cli, ['image', ...args, '--format', 'json'], { cwd, env });
    const image = stdout.startsWith('{') ? JSON.parse(stdout) : null;
    if (image) expect(DOCUMENTS.image.safeParse(image).error).toBeUndefined();
    return { code, stderr, image };
  };
  const inspect = (reference: string) =>
    JSON.parse(skopeo('inspect', '--no-tags', '--tls-verify=false', `docker://${reference}`));
  return { host, cwd, model, image, inspect };
}

it('a model on a base, the same digest twice, read back by skopeo and by our own reference', async (context) => {
  registryNeeds(context);
  const { host, cwd, model, image, inspect } = await workshop();
  const base = await image('other.onnx', '--to', `${host}/team/base`);
  expect(base).toMatchObject({ code: 0, image: { form: 'image', tags: [] } });

  const args = ['click.onnx', '--to', `${host}/team/click`, '--base', base.image.reference, '--version', '3'];
  const first = await image(...args, '--labels', 'team=search');
  expect(first.code, first.stderr).toBe(0);
  const found = inspect(first.image.reference);
  expect(found.Layers).toEqual(first.image.layers.map(({ digest }: { digest: string }) => digest));
  expect(found.Layers).toHaveLength(2);
  expect(found.Labels).toMatchObject({ team: 'search', 'io.onnx-gate.model.digest': digestOf(model) });
  // Of the base nothing is sent: it is mounted. The layer is the model and some text, in blocks of 512 bytes.
  expect(first.image.uploadedBytes).toBeLessThan(model.length + 10_000);
  skopeo('copy', '--src-tls-verify=false', `docker://${first.image.reference}`, `oci:${join(cwd, 'copy')}:x`);

  utimesSync(join(cwd, 'click.onnx'), 1, 1);
  const again = await image(...args, '--labels', 'team=search');
  expect(again.image).toMatchObject({ digest: first.image.digest, uploadedBytes: 0 });

  const checked = await run(
    cli,
    [
      'validate',
      `oci://${host}/team/click@${first.image.digest}#models/click/3/model.onnx`,
      '--format',
      'json',
    ],
    { cwd },
  );
  expect(JSON.parse(checked.stdout).subjects[0].candidate.digest).toBe(digestOf(model));
});

it('a ModelPack artifact, one blob for each file', async (context) => {
  registryNeeds(context);
  const { host, cwd, model, image } = await workshop();
  const { image: made } = await image('click.onnx', '--to', `${host}/team/pack`, '--kind', 'modelpack');
  skopeo('copy', '--src-tls-verify=false', `docker://${made.reference}`, `dir:${join(cwd, 'pack')}`);
  const manifest = JSON.parse(readFileSync(join(cwd, 'pack/manifest.json'), 'utf8'));
  expect(manifest.artifactType).toBe('application/vnd.cncf.model.manifest.v1+json');
  const paths = manifest.layers.map((layer: { annotations: object }) => Object.values(layer.annotations)[0]);
  expect(paths).toEqual(['1/model.onnx', 'config.pbtxt', 'model-settings.json']);
  expect(manifest.layers[0].digest).toBe(digestOf(model));
});

it('tags come with a passing verdict on this very model, and with nothing else', async (context) => {
  registryNeeds(context);
  const { host, cwd, model, image } = await workshop();
  const judged = (
    outcome: Verdict['verdict'],
    bytes: Uint8Array,
    image?: { reference: string; digest: string },
  ) => {
    const candidate = { reference: 'click.onnx', digest: digestOf(bytes), bytes: bytes.length };
    const subjects = [{ model: 'click', candidate, baseline: null, holdout: null, ...(image && { image }) }];
    writeFileSync(
      join(cwd, 'verdict.json'),
      JSON.stringify(verdict({ verdict: outcome, subjects, rules: [] })),
    );
  };
  const tagged = () =>
    image(
      'click.onnx',
      '--to',
      `${host}/team/click`,
      '--tags',
      'type=model',
      '--tags',
      '1.2',
      '--verdict',
      'verdict.json',
    );

  judged('fail', model);
  const failed = await tagged();
  expect(failed).toMatchObject({ code: 1, image: { tags: [], untagged: expect.stringContaining('`fail`') } });
  judged('pass', logistic([9]));
  expect((await tagged()).image.untagged).toContain('about other models');
  judged('pass', model, { reference: 'elsewhere', digest: OTHER });
  expect((await tagged()).image.untagged).toContain(`about another image, ${OTHER}`);
  expect(() => skopeo('list-tags', '--tls-verify=false', `docker://${host}/team/click`)).toThrow();

  const { reference, digest } = failed.image;
  judged('pass', model, { reference, digest });
  const passed = await tagged();
  expect(passed).toMatchObject({ code: 0, image: { untagged: null } });
  const { Tags } = JSON.parse(skopeo('list-tags', '--tls-verify=false', `docker://${host}/team/click`));
  expect(Tags.sort()).toEqual(['1.2', `model-${sha256(model).slice(0, 12)}`]);

  const built = ['--built', '.onnx-gate/image.json', '--verdict', 'verdict.json'];
  const later = await image(...built, '--tags', 'stable');
  expect(later).toMatchObject({ code: 0, image: { digest: failed.image.digest, tags: ['stable'] } });
  expect(
    JSON.parse(skopeo('inspect', '--tls-verify=false', `docker://${host}/team/click:stable`)).Digest,
  ).toBe(failed.image.digest);
  expect(await image('click.onnx', ...built)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/Leave out one of the two.*is for tags/s),
  });
});

it('a base for another platform', async (context) => {
  registryNeeds(context);
  const { host, image, inspect } = await workshop();
  const foreign = await image('other.onnx', '--to', `${host}/team/base`, '--platforms', 'linux/s390x');
  const on = (...more: string[]) =>
    image('click.onnx', '--to', `${host}/team/click`, '--base', foreign.image.reference, ...more);
  const noted = await on();
  expect(noted.image.notes).toEqual([
    expect.stringMatching(/is for linux\/s390x, and this machine is linux\/\w+\. Name its platforms with/),
  ]);
  const meant = await on('--platforms', 'linux/s390x');
  expect(meant.image).toMatchObject({ notes: [], platforms: ['linux/s390x'], digest: noted.image.digest });
  expect(inspect(meant.image.reference).Architecture).toBe('s390x');
  expect(await on('--platforms', 'linux/s390x,linux/arm64')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is not for linux/arm64; it is for linux/s390x'),
  });
});

it('says what is wrong before anything is sent', async (context) => {
  registryNeeds(context);
  const { host, image } = await workshop();
  const flags = await image(
    'click.onnx',
    '--to',
    `${host}/Team/Click:1`,
    '--kind',
    'serving',
    '--tags',
    'x',
    '--platforms',
    'x86',
  );
  expect(flags.code).toBe(2);
  for (const part of ['capital letters', 'needs a base', 'need a verdict', '`x86`, which is no platform'])
    expect(flags.stderr).toContain(part);
  const nobase = await image('click.onnx', '--to', `${host}/team/click`, '--base', `${host}/team/none:1`);
  expect(nobase).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no base') });
});

it('a model of many megabytes, and its base from another registry', async (context) => {
  registryNeeds(context);
  const { cwd, image, host } = await workshop();
  const other = await startRegistry();
  const base = await image('other.onnx', '--to', `${other}/team/base`);
  const weights = new Float32Array(20 * 2 ** 20).fill(0.5);
  writeFileSync(join(cwd, 'large.onnx'), logistic(weights as unknown as number[]));
  const pushed = await image('large.onnx', '--to', `${host}/team/large`, '--base', base.image.reference);
  expect(pushed.code, pushed.stderr).toBe(0);
  expect(pushed.image.uploadedBytes).toBeGreaterThan(80 * 2 ** 20);
  skopeo('copy', '--src-tls-verify=false', `docker://${pushed.image.reference}`, `dir:${join(cwd, 'large')}`);
});
