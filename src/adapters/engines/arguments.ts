/** Flags that every engine writes alike. */
import type { EngineBuild } from '../../ports.ts';
import type { Workplace } from './workplace.ts';

const each = (flag: string, values: readonly string[]) => values.flatMap((value) => [flag, value]);
const pairs = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).map(([key, value]) => `${key}=${value}`);

/** The name under which a Dockerfile finds the model's files: `COPY --from=model . /`. */
export const modelContext = ({ model }: Workplace) => ['--build-context', `model=${model}`];

export function commonFlags(build: EngineBuild): string[] {
  return [
    ...['--file', build.file],
    ...(build.target === null ? [] : ['--target', build.target]),
    ...(build.platforms.length === 0 ? [] : ['--platform', build.platforms.join(',')]),
    ...each('--build-arg', build.buildArgs),
    ...each('--secret', build.secrets),
    ...each('--cache-from', build.cacheFrom),
    ...each('--label', pairs(build.labels)),
  ];
}

export const cacheTo = ({ cacheTo }: EngineBuild) => each('--cache-to', cacheTo);
export const annotations = ({ annotations }: EngineBuild) => each('--annotation', pairs(annotations));
