/** Buildah, where there is no Docker. Its storage and isolation are set by its own variables (`STORAGE_DRIVER`, `BUILDAH_ISOLATION`). */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { BuiltLayout, DockerfileBuilder, EngineBuild } from '../../ports.ts';
import { annotations, cacheTo, commonFlags, modelContext } from './arguments.ts';
import { command, type Machine, question } from './command.ts';
import { layoutIn } from './layout.ts';
import { inWorkplace, type Workplace } from './workplace.ts';

export function buildahArguments(build: EngineBuild, place: Workplace): string[] {
  return [
    ...['build', '--iidfile', place.at('id'), '--timestamp', String(build.epoch)],
    // Never squashed: a model in a layer of its own is all that the next push sends.
    '--layers',
    ...modelContext(place),
    ...commonFlags(build),
    ...cacheTo(build),
    ...annotations(build),
    build.context,
  ];
}

export function createBuildah(machine: Machine): DockerfileBuilder {
  return {
    missing: async () =>
      (await question(['buildah', '--version'], machine)) === null ? 'there is no `buildah`' : null,
    build: (build) =>
      inWorkplace(build.model, async (place) => {
        await command(['buildah', ...buildahArguments(build, place)], machine);
        const id = (await readFile(place.at('id'), 'utf8')).trim();
        // Weights hardly shrink. To a folder: the transport for layouts would compress them, whatever is asked.
        const to = `dir:${place.at('image')}`;
        await command(['buildah', 'push', '--quiet', '--disable-compression', id, to], machine);
        const manifest = await readFile(place.at('image', 'manifest.json'));
        const root = {
          digest: `sha256:${createHash('sha256').update(manifest).digest('hex')}` as const,
          mediaType: (JSON.parse(manifest.toString()) as BuiltLayout['root']).mediaType,
        };
        return layoutIn(place, root, (digest) =>
          place.at('image', digest === root.digest ? 'manifest.json' : digest.slice('sha256:'.length)),
        );
      }),
  };
}
