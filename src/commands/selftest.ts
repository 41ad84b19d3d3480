/** The gate's own error rates on the user's holdout. */
import { type Fault, fault, throwFaults } from '../core/errors.ts';
import { checkScores } from '../core/metrics/check.ts';
import { checkMetrics } from '../core/metrics/table.ts';
import { metricIdOf } from '../core/policy/metric-id.ts';
import type { ModelPolicy, Policy } from '../core/policy/schema.ts';
import { disagreementOf } from '../core/selftest/disagreement.ts';
import type { SelftestReport } from '../core/selftest/report.ts';
import { casesOf, repeat, summarize } from '../core/selftest/runs.ts';
import { scaleOf } from '../core/selftest/scale.ts';
import { worldOf } from '../core/selftest/world.ts';
import type { Clock, Progress, RowSource, ScoreColumns, Tables } from '../ports.ts';
import { type NumberFlag, readNumber, wholeNumber } from './number-flags.ts';

export interface SelftestSettings {
  readonly repetitions: number;
  readonly seed: number;
  /** In margins, ascending as given. */
  readonly losses: readonly number[];
  readonly seconds: number;
}

const LOSS: NumberFlag = {
  wanted: 'numbers from 0.1 to 100, in margins',
  example: '1,2',
  holds: (value) => value >= 0.1 && value <= 100,
};
const SECONDS: NumberFlag = {
  wanted: 'a number from 1 to 86400',
  example: '300',
  holds: (value) => value >= 1 && value <= 86_400,
};

/** Throws `usage-invalid` for every bad value. */
export function readSelftestSettings(flags: {
  readonly repetitions: string;
  readonly seed: string;
  readonly losses: readonly string[];
  readonly seconds: string;
}): SelftestSettings {
  const faults: Fault[] = [];
  const settings = {
    repetitions: readNumber('repetitions', flags.repetitions, wholeNumber(10, 100_000, '200'), faults),
    seed: readNumber('seed', flags.seed, wholeNumber(0, 2 ** 32 - 1, '1'), faults),
    losses: flags.losses.map((text) => readNumber('losses', text, LOSS, faults)),
    seconds: readNumber('seconds', flags.seconds, SECONDS, faults),
  };
  throwFaults(faults);
  return settings;
}

/**
 * Makes pseudo-models from the baseline's scores (the candidate's where there is no baseline), judges them by the rules
 * with a margin, and counts. Throws what reading the scores throws, all faults of the table, and `usage-invalid` when
 * there is nothing to test. At least one repetition is made, however little time there is.
 */
export async function runSelftest(
  inputs: SelftestSettings & {
    readonly model: string;
    readonly scores: RowSource;
    readonly columns: ScoreColumns;
    readonly metrics: ModelPolicy['metrics'];
    readonly task: ModelPolicy['task'];
    readonly mode: Policy['mode'];
    readonly confidence: number;
  },
  ports: { readonly tables: Tables; readonly clock: Clock; readonly progress: Progress },
): Promise<SelftestReport> {
  const { model, task, mode, confidence, repetitions, seed } = inputs;
  const rules = Object.entries(inputs.metrics).flatMap(([key, rule]) =>
    rule.margin === undefined ? [] : [{ metric: metricIdOf(key, rule), margin: rule.margin }],
  );
  checkTestable(inputs, rules.length);
  const { slices: _, ...scores } = await ports.tables.readScores(inputs.scores, inputs.columns);
  const ids = rules.map(({ metric }) => metric);
  throwFaults([...checkScores(scores, inputs.columns.label, task), ...checkMetrics(ids, scores, task)]);
  const centre = scores.baseline ?? scores.candidate;
  const scale = scaleOf(centre);
  const disagreement = disagreementOf(scores, scale);
  checkSpread(model, disagreement.noise);
  const world = worldOf(scores, scale, disagreement);
  ports.progress.report(`${model}: finding the noise that loses ${inputs.losses.join(', ')} margins`);
  const cases = casesOf(rules, inputs.losses, world, task, seed);
  const started = ports.clock.now().getTime();
  const said: ReturnType<typeof repeat>[] = [];
  // Every case has as many repetitions when time runs out, because each repetition is of all of them.
  while (said.length < repetitions) {
    said.push(repeat(world, cases, { mode, confidence, task }, seed + 1000 + said.length));
    if (said.length % 10 === 0)
      ports.progress.report(
        `${model}: ${said.length} of ${repetitions} repetitions`,
        said.length / repetitions,
      );
    if (ports.clock.now().getTime() - started > inputs.seconds * 1000) break;
  }
  return {
    schema: 'onnx-gate/selftest/v1',
    model,
    mode,
    confidence,
    rows: scores.label.length,
    groups: scores.group?.count ?? null,
    scale: scale.name,
    ...disagreement,
    seed,
    repetitions,
    made: said.length,
    cases: cases.map((one, index) =>
      summarize(
        one,
        said.map((results) => results[index]!),
      ),
    ),
  };
}

function checkTestable({ model, task }: { model: string; task: ModelPolicy['task'] }, rules: number): void {
  if (task === 'multiclass') {
    throw fault('usage-invalid', `${model} has one score per class; the self-test takes one score a row.`, {
      fix: 'Test a binary, regression or ranking model.',
    });
  }
  if (rules === 0) {
    throw fault('usage-invalid', `${model} has no metric with a margin, so there is nothing to test.`, {
      fix: 'Add a margin to the policy, or name one: `--metric auc:margin=0.002`.',
    });
  }
}

function checkSpread(model: string, noise: number): void {
  if (noise > 0) return;
  throw fault(
    'score-invalid',
    `Every row of ${model} has the same score, so no worse model can be made of it.`,
    {
      fix: 'Look at the model: it answers alike, whatever it is asked.',
    },
  );
}
