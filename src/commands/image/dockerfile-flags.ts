/** Flags that speak of a Dockerfile. */
import type { ImageKind } from '../../core/image/build.ts';
import type { Dockerfile } from '../../core/image/dockerfile.ts';
import type { ImageFlags } from './flags.ts';

/** Null where there is none: flags that only it has are then refused. */
export function readDockerfile(
  flags: ImageFlags,
  kind: ImageKind,
  refuse: (message: string, fix: string) => void,
): Dockerfile | null {
  const { file, engine } = flags;
  if (file === undefined) {
    if (engine !== 'auto' && engine !== 'append')
      refuse(`\`--engine ${engine}\` builds a Dockerfile, and there is none.`, 'Name it with `--file`.');
    for (const flag of ONLY.filter((one) => flags[one] !== undefined && flags[one].length > 0))
      refuse(
        `\`--${flag}\` is for a Dockerfile, and there is none.`,
        'Name it with `--file`, or leave it out.',
      );
    return null;
  }
  if (engine === 'append')
    refuse('`--engine append` builds no Dockerfile.', 'Leave out `--file`, or name another engine.');
  if (flags.base !== undefined)
    refuse('There is a Dockerfile and a base, and one is enough.', 'Leave out `--file` or `--base`.');
  if (kind !== 'serving')
    refuse(`\`--kind ${kind}\` has no Dockerfile.`, 'Leave out `--file`, or choose `--kind serving`.');
  // A value on the command line is seen by everyone on the machine.
  for (const secret of flags.secrets.filter((one) => !/(^|,)(src|source|env)=/.test(one)))
    refuse(
      `--secrets has \`${secret.split(',')[0]!.slice(0, 100)}\`, which names no file and no variable.`,
      'Write `id=token,env=TOKEN` or `id=token,src=path`.',
    );
  return {
    file,
    context: flags.context,
    target: flags.target ?? null,
    buildArgs: flags['build-args'],
    secrets: flags.secrets,
    cacheFrom: flags['cache-from'],
    cacheTo: flags['cache-to'],
    provenance: flags.provenance,
    sbom: flags.sbom,
  };
}

const ONLY = ['target', 'build-args', 'secrets', 'cache-from', 'cache-to'] as const;
