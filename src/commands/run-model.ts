/** A loaded model, run on golden vectors and rows and beside its baseline. */
import { declaredMonotonic, placesOfPlan, placesOfSignature } from '../core/behaviour/declared.ts';
import { findingOf } from '../core/behaviour/findings.ts';
import type { Finding, OutputsComparison } from '../core/documents/validation.ts';
import { FaultError, throwFaults } from '../core/errors.ts';
import type { PolicyPositions } from '../core/policy/positions.ts';
import type { ValidatePolicy } from '../core/policy/schema.ts';
import type { Mappings } from '../core/scoring/mappings.ts';
import type { Files, Limits, ModelRunner, ModelSession, Tables } from '../ports.ts';
import { runBehaviour, type Sample } from './behaviour.ts';
import { runCompareOutputs, uncompared } from './compare-outputs.ts';
import type { FeedRows } from './feeds.ts';
import { type FirstRows, runReadFirstRows } from './first-rows.ts';
import { runReadGoldens } from './goldens.ts';

export interface RunInputs extends Mappings {
  /** The model's name in the policy, and where in the file things stand. */
  readonly model: string;
  readonly positions: PolicyPositions | undefined;
  /** Path of the baseline. */
  readonly baseline: string | null;
  /** Null: inputs are made up. */
  readonly rows: FeedRows | null;
  readonly golden: string | undefined;
  readonly tolerance: ValidatePolicy['tolerance'];
  readonly monotonic: ValidatePolicy['monotonic'];
  readonly limits: Limits;
}

export interface Ran {
  readonly findings: readonly Finding[];
  /** Null without a baseline, and when the candidate ran on nothing. */
  readonly outputs: OutputsComparison | null;
}

interface Ports {
  readonly runner: ModelRunner;
  readonly tables: Tables;
  readonly files: Pick<Files, 'list' | 'read'>;
}

/** Rows for what calls the model again and again. */
const FEW_ROWS = 8;
/** Rows for what takes a call or two. */
const MANY_ROWS = 256;

/**
 * Judges what the model says, and compares it with what the baseline says to the same rows.
 * Throws faults of the policy, of the holdout and of the golden vectors: what is wrong around the models.
 */
export async function runModel(session: ModelSession, inputs: RunInputs, ports: Ports): Promise<Ran> {
  const goldens = inputs.golden === undefined ? [] : await runReadGoldens(inputs.golden, ports);
  await using baseline = await openBaseline(inputs, ports);
  const [own, others] = await readRows(session, baseline, inputs, ports);
  const { monotonic, faults } = declaredMonotonic(
    inputs.monotonic,
    own ? placesOfPlan(own.plan) : placesOfSignature(session.signature, inputs.inputs),
    inputs.model,
    inputs.positions,
  );
  throwFaults(faults);
  let outputs: OutputsComparison | null = null;
  const findings = await runBehaviour(session, {
    rows: own?.feeds(FEW_ROWS)[0] ?? null,
    many: own?.feeds(MANY_ROWS)[0] ?? null,
    goldens,
    tolerance: inputs.tolerance && { rtol: inputs.tolerance.relative, atol: inputs.tolerance.absolute },
    monotonic,
    output: inputs.output,
    seed: 1,
    async beside(sample) {
      outputs = baseline && (await compare(session, baseline, own, others, sample));
    },
  });
  return { findings, outputs };
}

type Baseline = AsyncDisposable & ({ readonly session: ModelSession } | { readonly why: string });

/** A baseline that does not load is told of, and no fault of the candidate. */
async function openBaseline({ baseline, limits }: RunInputs, { runner }: Ports): Promise<Baseline | null> {
  if (baseline === null) return null;
  try {
    const session = await runner.open(baseline, limits);
    return { session, [Symbol.asyncDispose]: () => session[Symbol.asyncDispose]() };
  } catch (error) {
    if (!(error instanceof FaultError) || error.faults.some((each) => !findingOf(each))) throw error;
    return {
      why: `the baseline does not load. ${error.faults[0].message}`,
      [Symbol.asyncDispose]: async () => {},
    };
  }
}

type Others = FirstRows | { readonly why: string } | null;

/** For the candidate, which must be fed, and for the baseline, which may not. */
async function readRows(
  session: ModelSession,
  baseline: Baseline | null,
  { rows, ...mappings }: RunInputs,
  ports: Ports,
): Promise<readonly [FirstRows | null, Others]> {
  if (!rows) return [null, null];
  const signatures = [session, ...(baseline && 'session' in baseline ? [baseline.session] : [])];
  const wanted = { rows, mappings, most: MANY_ROWS };
  const [own, others] = await runReadFirstRows(
    wanted,
    signatures.map(({ signature }) => signature),
    ports,
  );
  if (!own!.ok) throwFaults(own!.faults);
  if (!own!.ok) throw new Error('unreachable: what cannot be planned has faults');
  if (!others) return [own!.plan, null];
  const why = others.ok ? '' : `the rows do not feed the baseline. ${others.faults[0]!.message}`;
  return [own!.plan, others.ok ? others.plan : { why }];
}

async function compare(
  session: ModelSession,
  baseline: Baseline,
  own: FirstRows | null,
  others: Others,
  { feeds, rows }: Sample,
): Promise<OutputsComparison> {
  const on = own ? 'holdout' : 'made up';
  const count = own ? Math.min(MANY_ROWS, own.rows) : rows;
  if ('why' in baseline) return uncompared(on, count, baseline.why);
  if (others && 'why' in others) return uncompared(on, count, others.why);
  const fed = (of: ModelSession, read: FirstRows | null) => {
    if (read) return { session: of, calls: read.feeds(count), size: read.plan.fixedBatch };
    // What only the candidate takes is left out; what only the baseline takes is missing, and it says so.
    const known = new Set(of.signature.inputs.map(({ name }) => name));
    return { session: of, calls: [new Map([...feeds].filter(([name]) => known.has(name)))], size: null };
  };
  return runCompareOutputs(fed(session, own), fed(baseline.session, others), { on, rows: count });
}
