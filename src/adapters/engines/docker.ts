/** The BuildKit inside a Docker daemon, by a client of before buildx: what `docker save` gives becomes an image of OCI. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import type { Digest } from '../../core/documents/common.ts';
import type { ImageConfig, Manifest } from '../../core/image/oci.ts';
import type { BuiltLayout, DockerfileBuilder, EngineBuild } from '../../ports.ts';
import { commonFlags } from './arguments.ts';
import { command, type Machine, question } from './command.ts';
import { layoutIn } from './layout.ts';
import { inWorkplace, type Workplace } from './workplace.ts';

/** From this version on the client builds only with buildx. */
const WITHOUT = 23;
const NOTE =
  'Docker’s own BuildKit gives files the time of the build: the same inputs give another digest. With buildx they give the same.';

export function dockerArguments(build: EngineBuild, place: Workplace): string[] {
  return ['build', '--iidfile', place.at('id'), ...commonFlags(build), build.context];
}

export function createDocker(machine: Machine): DockerfileBuilder {
  return {
    async missing() {
      const format = '{{.Client.Version}} {{.Server.Version}}';
      const versions = await question(['docker', 'version', '--format', format], machine);
      if (versions === null) return 'no Docker daemon answers';
      return Number.parseInt(versions, 10) < WITHOUT ? null : 'this Docker client builds only with buildx';
    },
    build: (build) =>
      inWorkplace(build.model, async (place) => {
        const env = { ...machine.env, DOCKER_BUILDKIT: '1', BUILDKIT_PROGRESS: 'plain' };
        await command(['docker', ...dockerArguments(build, place)], { ...machine, env });
        const id = (await readFile(place.at('id'), 'utf8')).trim();
        await mkdir(place.at('saved'));
        await command(['docker', 'save', '--output', place.at('saved.tar'), id], machine);
        await command(['tar', '-xf', place.at('saved.tar'), '-C', place.at('saved')], machine);
        return savedLayout(place, build.annotations);
      }),
  };
}

/** Docker's archive has the configuration and the layers, and no manifest that a registry takes. */
async function savedLayout(
  place: Workplace,
  annotations: Readonly<Record<string, string>>,
): Promise<BuiltLayout> {
  const [saved] = JSON.parse(await readFile(place.at('saved', 'manifest.json'), 'utf8')) as [
    { readonly Config: string; readonly Layers: readonly string[] },
  ];
  const config = await readFile(place.at('saved', saved.Config));
  const { rootfs } = JSON.parse(config.toString()) as ImageConfig;
  const layers = await Promise.all(
    rootfs.diff_ids.map(async (digest, at) => {
      const path = place.at('saved', saved.Layers[at]!);
      return { digest, path, size: (await stat(path)).size };
    }),
  );
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
    layers: layers.map(({ digest, size }) => ({
      mediaType: 'application/vnd.oci.image.layer.v1.tar',
      digest,
      size,
    })),
    annotations,
  };
  const text = JSON.stringify(manifest);
  await writeFile(place.at('manifest.json'), text);
  const root = { digest: digestOf(text), mediaType: manifest.mediaType };
  const paths = new Map<Digest, string>([
    ...layers.map(({ digest, path }) => [digest, path] as const),
    [manifest.config.digest, place.at('saved', saved.Config)],
    [root.digest, place.at('manifest.json')],
  ]);
  return layoutIn(place, root, (digest) => paths.get(digest), [NOTE]);
}

const digestOf = (bytes: Uint8Array | string): Digest =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
