import picocolors from 'picocolors';
import { createGithubHost } from '../adapters/hosts/github.ts';
import type { GATE_SPECS } from '../specs/index.ts';
import { MEASURES } from './commands.ts';
import { createContext } from './context.ts';
import { passGate } from './gate.ts';
import { parseInputs } from './inputs.ts';
import { run } from './run.ts';

/** GitHub's log shows colours and is this wide on most screens. */
const terminal = { palette: picocolors.createColors(true), width: 120 };

/** Runs one command as a GitHub action: inputs from `INPUT_*`, everything else through the runner's protocol. */
export async function runAction(spec: (typeof GATE_SPECS)[number]): Promise<never> {
  const host = createGithubHost(process.env);
  return run(host, picocolors.createColors(false), async () => {
    const inputs = parseInputs(
      spec,
      ({ name }) => process.env[`INPUT_${name.toUpperCase()}`],
      (name) => `\`${name}\``,
    );
    return passGate(inputs, MEASURES[spec.name], createContext(host, inputs), terminal);
  });
}
