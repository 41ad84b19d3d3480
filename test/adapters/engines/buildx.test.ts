import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createBuildx } from '../../../src/adapters/engines/buildx.ts';
import type { EngineBuild } from '../../../src/ports.ts';
import { temporaryFolder } from '../../temporary.ts';
import { faultOf, sha256 } from '../references/tools.ts';

/** A `docker` that writes down how it was called, and leaves what buildx leaves: a layout and its metadata. */
const DOCKER = `#!${process.execPath}
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { createHash } = require('node:crypto');
const args = process.argv.slice(2);
if (args[1] === 'version') process.exit(process.env.NO_BUILDX ? 1 : 0);
const after = (flag) => args[args.indexOf(flag) + 1];
const context = after('--build-context').slice('model='.length);
writeFileSync(process.env.LOG, JSON.stringify({ args, epoch: process.env.SOURCE_DATE_EPOCH, context }));
if (process.env.BREAKS) { console.error('#7 ERROR: no such stage'); process.exit(1); }
const layout = /dest=([^,]+)/.exec(after('--output'))[1];
const bytes = '{"schemaVersion":2}';
const digest = createHash('sha256').update(bytes).digest('hex');
mkdirSync(join(layout, 'blobs/sha256'), { recursive: true });
writeFileSync(join(layout, 'blobs/sha256', digest), bytes);
const root = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: 'sha256:' + digest, size: 19 };
writeFileSync(after('--metadata-file'), JSON.stringify({ 'containerimage.descriptor': root }));
`;

function fakeDocker(env: Record<string, string> = {}) {
  const bin = temporaryFolder();
  writeFileSync(join(bin, 'docker'), DOCKER);
  chmodSync(join(bin, 'docker'), 0o755);
  const log = join(bin, 'log.json');
  const told: string[] = [];
  const buildx = createBuildx({
    env: { PATH: bin, LOG: log, ...env },
    report: (line) => void told.push(line),
  });
  return { buildx, told, called: () => JSON.parse(readFileSync(log, 'utf8')) };
}

const build: EngineBuild = {
  file: 'docker/Dockerfile',
  context: '.',
  target: 'serve',
  buildArgs: ['A=1'],
  secrets: ['id=token,env=TOKEN'],
  cacheFrom: ['type=gha'],
  cacheTo: ['type=gha,mode=max'],
  provenance: 'mode=max',
  sbom: 'true',
  platforms: ['linux/amd64', 'linux/arm64'],
  labels: { team: 'search' },
  annotations: { note: 'a b' },
  epoch: 1_800_000_000,
  model: [{ path: 'models/click/config.pbtxt', content: 'name: "click"' }],
};

it('every option becomes a flag of its own, and what it wrote is read by digest', async () => {
  const { buildx, called } = fakeDocker();
  expect(await buildx.missing()).toBeNull();
  const layout = await buildx.build(build);
  const { args, epoch, context } = called();
  const folder = dirname(context);
  expect(epoch).toBe('1800000000');
  expect(args.map((arg: string) => arg.replaceAll(folder, 'DIR'))).toEqual([
    ...['buildx', 'build'],
    ...['--output', 'type=oci,tar=false,dest=DIR/layout,compression=uncompressed,rewrite-timestamp=true'],
    ...['--metadata-file', 'DIR/metadata.json', '--build-context', 'model=DIR/model'],
    ...['--file', 'docker/Dockerfile', '--target', 'serve', '--platform', 'linux/amd64,linux/arm64'],
    ...['--build-arg', 'A=1', '--secret', 'id=token,env=TOKEN', '--cache-from', 'type=gha'],
    ...['--label', 'team=search', '--cache-to', 'type=gha,mode=max', '--annotation', 'note=a b'],
    ...['--provenance=mode=max', '--sbom=true', '.'],
  ]);
  expect(readFileSync(join(context, 'models/click/config.pbtxt'), 'utf8')).toBe('name: "click"');

  const bytes = Buffer.from('{"schemaVersion":2}');
  expect(layout.root.digest).toBe(`sha256:${sha256(bytes)}`);
  expect(Buffer.from(await layout.read(layout.root.digest))).toEqual(bytes);
  const blob = await layout.blob(layout.root.digest);
  expect(blob.bytes).toBe(bytes.length);
  expect(await buffer(blob.open(3))).toEqual(bytes.subarray(3));
  expect(await faultOf(layout.read(`sha256:${'0'.repeat(64)}`))).toMatchObject({ code: 'image-invalid' });

  await layout[Symbol.asyncDispose]();
  expect(existsSync(folder)).toBe(false);
});

it('what does not build is told in its own words, and leaves no folder', async () => {
  const { buildx, called, told } = fakeDocker({ BREAKS: '1' });
  const fault = await faultOf(buildx.build(build));
  expect(fault).toMatchObject({
    code: 'image-invalid',
    message: '`docker buildx build` failed with 1.',
    details: '#7 ERROR: no such stage',
  });
  expect(told).toEqual(['#7 ERROR: no such stage']);
  expect(existsSync(dirname(called().context))).toBe(false);
});

it('is missing where the plugin is, and where there is no docker', async () => {
  expect(await fakeDocker({ NO_BUILDX: '1' }).buildx.missing()).toBe('`docker buildx` is not here');
  const nowhere = createBuildx({ env: { PATH: temporaryFolder() }, report() {} });
  expect(await nowhere.missing()).toBe('`docker buildx` is not here');
});
