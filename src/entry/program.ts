import picocolors from 'picocolors';
import { createLocalHost } from '../adapters/hosts/local.ts';
import type { SPECS } from '../specs/index.ts';
import { parseCommandLine } from './args.ts';
import { ANSWERS, isAnswer, MEASURES } from './commands.ts';
import { run } from './run.ts';

/** Runs one command of the command line to its end. `choose` throws when there is no such command. */
export async function runProgram(
  choose: () => { readonly spec: (typeof SPECS)[number]; readonly args: readonly string[] },
): Promise<never> {
  const terminal = { palette: picocolors, width: process.stdout.columns || 100 };
  return run(createLocalHost({ quiet: false }), picocolors, async () => {
    const { spec, args } = choose();
    if (isAnswer(spec)) {
      const { answer } = await ANSWERS[spec.name]();
      return (await answer(args, terminal)) ?? 0;
    }
    const inputs = parseCommandLine(spec, args);
    // Only now is there work to load the rest for.
    const [{ createContext }, { passGate }] = await Promise.all([
      import('./context.ts'),
      import('./gate.ts'),
    ]);
    const context = createContext(createLocalHost(inputs), inputs);
    return passGate(inputs, MEASURES[spec.name], context, terminal);
  });
}
