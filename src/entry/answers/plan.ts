import { createLocalHost } from '../../adapters/hosts/local.ts';
import { planFromDocuments, planFromPrior } from '../../commands/plan-sample.ts';
import { fault } from '../../core/errors.ts';
import { renderPlan } from '../../core/report/plan-text.ts';
import { planSpec } from '../../specs/plan.ts';
import { parseCommandLine } from '../args.ts';
import { createContext } from '../context.ts';
import { VERSION } from '../version.ts';
import type { Answer } from './answer.ts';

export const answer: Answer = async (args, terminal) => {
  const inputs = parseCommandLine(planSpec, args);
  const host = createLocalHost(inputs);
  const { documents, rows, auc, correlation, margin, confidence } = inputs;
  const prior = { rows, auc, correlation, margin, confidence, 'positive-rate': inputs['positive-rate'] };
  const believed = Object.entries(prior).filter(([, text]) => text !== undefined);
  if (documents.length > 0 && believed.length > 0) {
    const named = believed.map(([name]) => `--${name}`).join(', ');
    throw fault('usage-invalid', `${named} and --documents are two ways to plan.`, {
      fix: 'Leave one of them out; `--metric auc:margin=0.002` sets a margin for documents.',
    });
  }
  // Nothing here needs native parts, nor writes.
  const nowhere = { out: '.onnx-gate', 'runtime-path': undefined, 'runtime-url': undefined };
  const report =
    documents.length > 0
      ? await planFromDocuments({ ...inputs, toolVersion: VERSION }, createContext(host, nowhere))
      : planFromPrior(prior);
  host.print(inputs.format === 'json' ? JSON.stringify(report, null, 2) : renderPlan(report, terminal));
};
