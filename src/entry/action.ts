import { readEvent } from '../adapters/github/event.ts';
import type { GATE_SPECS } from '../specs/index.ts';
import { withCheckRun } from './check-run.ts';
import { MEASURES } from './commands.ts';
import { runStep, terminal } from './step.ts';
import { refuseUntrusted } from './untrusted.ts';

/** Runs one measuring command as a GitHub action. */
export async function runAction(spec: (typeof GATE_SPECS)[number]): Promise<never> {
  return runStep(spec, async (inputs, host) => {
    const event = readEvent(process.env);
    const documents = 'documents' in inputs ? inputs.documents : [];
    if (documents.length === 0) refuseUntrusted(event, inputs['dangerously-load-untrusted-models']);
    return withCheckRun(inputs, event, host, async (announce) => {
      // Only now: the check run should be seen before the heavy parts are loaded.
      const [{ createContext }, { passGate }] = await Promise.all([
        import('./context.ts'),
        import('./gate.ts'),
      ]);
      return passGate(inputs, MEASURES[spec.name], createContext(host, inputs), { ...terminal, announce });
    });
  });
}
