import { createLocalHost } from '../../adapters/hosts/local.ts';
import { runInit } from '../../commands/init.ts';
import { nameOf } from '../../commands/plan.ts';
import { fault } from '../../core/errors.ts';
import { initSpec } from '../../specs/init.ts';
import { parseCommandLine } from '../args.ts';
import { createContext } from '../context.ts';
import type { Answer } from './answer.ts';

export const answer: Answer = async (args) => {
  const inputs = parseCommandLine(initSpec, args);
  const { candidate, holdout, label, policy } = inputs;
  if (candidate === undefined || holdout.length === 0) {
    throw fault('usage-invalid', 'A model and a holdout are needed.', {
      fix: 'Write `onnx-gate init model.onnx holdout.parquet`.',
    });
  }
  const context = createContext(createLocalHost(inputs), { ...inputs, out: '.onnx-gate' });
  const wanted = { candidate, files: holdout, label, policy, name: nameOf(candidate) };
  const { text, open } = await runInit(wanted, context);
  const notes = open.map((note) => `  - ${note}\n`).join('');
  const human = `${text}\nWrote ${policy}.${open.length > 0 ? ` Look at this before you use it:\n${notes}` : '\n'}`;
  context.host.print(inputs.format === 'json' ? JSON.stringify({ policy, text, open }, null, 2) : human);
};
