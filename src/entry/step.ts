import picocolors from 'picocolors';
import { readEvent } from '../adapters/github/event.ts';
import { createGithubHost } from '../adapters/hosts/github.ts';
import type { Host } from '../adapters/hosts/host.ts';
import type { CommandSpec, Inputs } from '../specs/spec.ts';
import { parseInputs } from './inputs.ts';
import { run } from './run.ts';

/** GitHub's log shows colours and is this wide on most screens. */
export const terminal = { palette: picocolors.createColors(true), width: 120 };

/** Inputs from `INPUT_*`, everything else through the runner's protocol. */
export async function runStep<S extends CommandSpec>(
  spec: S,
  body: (inputs: Inputs<S>, host: Host) => Promise<number>,
): Promise<never> {
  const host = createGithubHost(process.env, readEvent(process.env).pullRequest);
  return run(host, picocolors.createColors(false), async () =>
    body(
      parseInputs(
        spec,
        ({ name }) => process.env[`INPUT_${name.toUpperCase()}`],
        (name) => `\`${name}\``,
      ),
      host,
    ),
  );
}
