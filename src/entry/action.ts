import picocolors from 'picocolors';
import { readEvent } from '../adapters/github/event.ts';
import { createGithubHost } from '../adapters/hosts/github.ts';
import type { Host } from '../adapters/hosts/host.ts';
import type { GATE_SPECS } from '../specs/index.ts';
import type { CommandSpec, Inputs } from '../specs/spec.ts';
import { withCheckRun } from './check-run.ts';
import { MEASURES } from './commands.ts';
import { createContext } from './context.ts';
import { passGate } from './gate.ts';
import { parseInputs } from './inputs.ts';
import { run } from './run.ts';
import { refuseUntrusted } from './untrusted.ts';

/** GitHub's log shows colours and is this wide on most screens. */
export const terminal = { palette: picocolors.createColors(true), width: 120 };

/** Runs one measuring command as a GitHub action. */
export async function runAction(spec: (typeof GATE_SPECS)[number]): Promise<never> {
  return runStep(spec, async (inputs, host) => {
    const event = readEvent(process.env);
    const documents = 'documents' in inputs ? inputs.documents : [];
    if (documents.length === 0) refuseUntrusted(event, inputs['dangerously-load-untrusted-models']);
    return withCheckRun(inputs, event, host, (announce) =>
      passGate(inputs, MEASURES[spec.name], createContext(host, inputs), { ...terminal, announce }),
    );
  });
}

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
