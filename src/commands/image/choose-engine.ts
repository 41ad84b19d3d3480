/** Which engine builds a Dockerfile here, and why that one. */
import { fault } from '../../core/errors.ts';
import type { BuildImage, BuiltImage, EngineName } from '../../core/image/build.ts';
import {
  DOCKERFILE_ENGINES,
  type Dockerfile,
  type DockerfileEngine,
  unsupported,
} from '../../core/image/dockerfile.ts';
import type { DockerfileBuilders } from '../../ports.ts';

export type ChosenEngine = BuiltImage['engine'] & { readonly name: DockerfileEngine };

/** `asked` null: the first that is here. Throws `engine-missing`, and `usage-invalid` for what it cannot do. */
export async function runChooseEngine(
  dockerfile: Dockerfile,
  { engine: asked, platforms }: Pick<BuildImage, 'engine' | 'platforms'>,
  builders: DockerfileBuilders,
): Promise<ChosenEngine> {
  const chosen = await choose(dockerfile, asked, builders);
  const flags = unsupported(chosen.name, { dockerfile, platforms });
  if (flags.length === 0) return chosen;
  throw fault(
    'usage-invalid',
    `${chosen.name} cannot do what ${flags.map((flag) => `\`--${flag}\``).join(', ')} asks for. ${chosen.why}`,
    { fix: `Install buildx (in a workflow: docker/setup-buildx-action), or leave it out.` },
  );
}

async function choose(
  { file }: Dockerfile,
  asked: EngineName | null,
  builders: DockerfileBuilders,
): Promise<ChosenEngine> {
  const missing: string[] = [];
  for (const name of DOCKERFILE_ENGINES) {
    if (asked !== null && asked !== name) continue;
    const reason = await builders[name].missing();
    if (reason === null) return { name, why: why(name, file, asked, missing) };
    missing.push(reason);
  }
  throw fault('engine-missing', `Nothing here builds ${file}: ${missing.join(', ')}.`, {
    fix: 'Install Docker with buildx, or buildah; without a Dockerfile (`--base`) neither is needed.',
  });
}

function why(name: string, file: string, asked: string | null, missing: readonly string[]): string {
  if (asked !== null) return `\`--engine ${asked}\` was asked for.`;
  const passed = missing.length === 0 ? '' : ` (${missing.join(', ')})`;
  return `There is a Dockerfile, ${file}, and ${name} is the first that can build it${passed}.`;
}
