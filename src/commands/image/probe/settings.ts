/** The policy's `image`, with flags over it. */
import { type Fault, throwFaults } from '../../../core/errors.ts';
import { image as imagePolicy } from '../../../core/policy/schema/image.ts';
import type { ModelPolicy } from '../../../core/policy/schema.ts';
import { parseDuration, parseMemory } from '../../../core/policy/values.ts';
import type { ContainerLimits } from '../../../ports.ts';
import { readNumber, wholeNumber } from '../../number-flags.ts';

export interface ProbeFlags {
  readonly rows: string;
  readonly cpus: string | undefined;
  readonly memory: string | undefined;
  readonly tolerance: string | undefined;
  readonly ready: string | undefined;
}

export interface ProbeSettings {
  readonly rows: number;
  readonly image: NonNullable<ModelPolicy['image']>;
  readonly limits: ContainerLimits;
  readonly readySeconds: number;
}

const MOST_ROWS = 4096;
/** What each must be, to end a sentence, and an example. */
const WANTED = {
  cpus: ['a number of processors above zero', '2'],
  memory: ['a whole number of `Mi` or `Gi`', '512Mi'],
  tolerance: ['a number from 0 to 1', '1e-5'],
  ready: ['a number of `us`, `ms` or `s`', '60s'],
} as const;

/** Throws `usage-invalid` for every bad flag at once. */
export function readProbeSettings(flags: ProbeFlags, policy: ModelPolicy['image']): ProbeSettings {
  const faults: Fault[] = [];
  const rows = readNumber('rows', flags.rows, wholeNumber(1, MOST_ROWS, '64'), faults);
  const { cpus, memory, tolerance, ready } = flags;
  const given = {
    ...policy,
    ...(cpus !== undefined && { cpus: Number(cpus) }),
    ...(memory !== undefined && { memory }),
    ...(tolerance !== undefined && { tolerance: Number(tolerance) }),
    ...(ready !== undefined && { ready }),
  };
  const parsed = imagePolicy.safeParse(given);
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
  for (const [name, [wanted, example]] of Object.entries(WANTED))
    if (wrong.has(name))
      faults.push({
        code: 'usage-invalid',
        message: `--${name} is \`${flags[name as keyof typeof WANTED]?.slice(0, 100)}\`; it must be ${wanted}.`,
        fix: `Write it like \`--${name} ${example}\`.`,
      });
  throwFaults(faults);
  const image = parsed.data!;
  const memoryBytes = image.memory === undefined ? null : parseMemory(image.memory);
  return {
    ...{ rows: rows!, image, readySeconds: parseDuration(image.ready) },
    limits: { cpus: image.cpus ?? null, memory: memoryBytes },
  };
}
