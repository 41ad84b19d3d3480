import { createLocalHost } from '../../adapters/hosts/local.ts';
import { runBindExternal, runFindModels } from '../../commands/models.ts';
import { runPlan } from '../../commands/plan.ts';
import { runResolveHoldout } from '../../commands/resolve-holdout.ts';
import { readShard } from '../../commands/shard.ts';
import { fault } from '../../core/errors.ts';
import { scoreSpec } from '../../specs/score.ts';
import { parseCommandLine } from '../args.ts';
import { createContext } from '../context.ts';
import { scoreModel } from '../score-model.ts';
import type { Answer } from './answer.ts';

export const answer: Answer = async (args) => {
  const inputs = parseCommandLine(scoreSpec, args);
  const shard = readShard(inputs.shard);
  const context = createContext(createLocalHost(inputs), inputs);
  const plan = await runPlan({ ...inputs, mode: undefined, baseSha: null }, context);
  const reports = [];
  for (const [model, given] of plan.models) {
    const { policy } = await runResolveHoldout(given, context);
    const { holdout, candidate, baseline = [] } = policy;
    if (!holdout) {
      throw fault('usage-invalid', `${model} has no holdout to score.`, {
        fix: 'Name its rows and the label: `--holdout rows.parquet --label clicked`, or `holdout:` in the policy.',
      });
    }
    const references = typeof baseline === 'string' ? [baseline] : baseline;
    const wanted = { candidate, baseline: references, sameModel: inputs['same-model'] };
    const pair = await runBindExternal(await runFindModels(wanted, context), context);
    const folder = `${inputs.out}/${model}`;
    const { rows, path, batchRows } = await scoreModel(
      { model, policy, plan, pair, holdout, shard, folder },
      context,
    );
    reports.push({ model, rows, batch: batchRows, path });
  }
  const lines = reports.map(({ model, rows, batch, path }) => {
    return `${model}: ${rows} rows in batches of ${batch} → ${path}`;
  });
  context.host.print(inputs.format === 'json' ? JSON.stringify(reports, null, 2) : `${lines.join('\n')}\n`);
};
