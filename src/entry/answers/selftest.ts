import { createLocalHost } from '../../adapters/hosts/local.ts';
import { runPlan } from '../../commands/plan.ts';
import { readSelftestSettings, runSelftest } from '../../commands/selftest.ts';
import { fault } from '../../core/errors.ts';
import { renderSelftest } from '../../core/report/selftest-text.ts';
import { selftestSpec } from '../../specs/selftest.ts';
import { parseCommandLine } from '../args.ts';
import { createContext } from '../context.ts';
import { externalScores } from '../gate.ts';
import { scoreTable } from '../steps.ts';
import type { Answer } from './answer.ts';

export const answer: Answer = async (args, terminal) => {
  const inputs = parseCommandLine(selftestSpec, args);
  const context = createContext(createLocalHost(inputs), inputs);
  const settings = readSelftestSettings(inputs);
  const scores = externalScores(inputs);
  const plan = await runPlan({ ...inputs, baseSha: null }, context);
  const reports = [];
  for (const [model, { holdout, baseline, metrics, task }] of plan.models) {
    if (!holdout) {
      throw fault('usage-invalid', `${model} has no holdout to test on.`, {
        fix: 'Give it `holdout:` in the policy, or name scores: `--scores scores.parquet --label clicked`.',
      });
    }
    const table = scoreTable(`${inputs.out}/${model}`, holdout, {
      scores,
      baseline: baseline !== undefined,
      perClass: task === 'multiclass',
    });
    const { mode, confidence } = plan.policy;
    const asked = { ...settings, ...table, model, metrics, task, mode, confidence };
    reports.push(await runSelftest(asked, context));
  }
  context.host.print(
    inputs.format === 'json' ? JSON.stringify(reports, null, 2) : renderSelftest(reports, terminal),
  );
};
