/** `docker buildx build`: everything that BuildKit can do. */
import { readFile } from 'node:fs/promises';
import type { BuiltLayout, DockerfileBuilder, EngineBuild } from '../../ports.ts';
import { annotations, cacheTo, commonFlags, modelContext } from './arguments.ts';
import { command, type Machine, question } from './command.ts';
import { layoutIn } from './layout.ts';
import { inWorkplace, type Workplace } from './workplace.ts';

/** Weights hardly shrink; `rewrite-timestamp` gives files the time of SOURCE_DATE_EPOCH too (BuildKit from 0.13). */
const output = (place: Workplace) =>
  `type=oci,tar=false,dest=${place.at('layout')},compression=uncompressed,rewrite-timestamp=true`;

export function buildxArguments(build: EngineBuild, place: Workplace): string[] {
  return [
    ...['buildx', 'build', '--output', output(place), '--metadata-file', place.at('metadata.json')],
    ...modelContext(place),
    ...commonFlags(build),
    ...cacheTo(build),
    ...annotations(build),
    ...[`--provenance=${build.provenance}`, `--sbom=${build.sbom}`],
    build.context,
  ];
}

export function createBuildx(machine: Machine): DockerfileBuilder {
  return {
    missing: async () =>
      (await question(['docker', 'buildx', 'version'], machine)) === null
        ? '`docker buildx` is not here'
        : null,
    build: (build) =>
      inWorkplace(build.model, async (place) => {
        // Buildx hands it to the build as an argument by itself.
        const env = { ...machine.env, SOURCE_DATE_EPOCH: String(build.epoch) };
        await command(['docker', ...buildxArguments(build, place)], { ...machine, env });
        const { 'containerimage.descriptor': root } = JSON.parse(
          await readFile(place.at('metadata.json'), 'utf8'),
        ) as { readonly 'containerimage.descriptor': BuiltLayout['root'] };
        return layoutIn(place, root, (digest) => place.at('layout', 'blobs', ...digest.split(':')));
      }),
  };
}
