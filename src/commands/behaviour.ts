import type { Tolerance } from '../core/behaviour/compare.ts';
import { findingFor, findingOf, isDeadly } from '../core/behaviour/findings.ts';
import { assembleGolden, type Golden, judgeGolden } from '../core/behaviour/golden.ts';
import { judgeFinite, judgeRepeat } from '../core/behaviour/judge.ts';
import { FILLINGS, type Filling, madeUpInputs } from '../core/behaviour/made-up.ts';
import type { Monotonic } from '../core/behaviour/monotonic.ts';
import { withFloats } from '../core/behaviour/perturb.ts';
import { batchedInputs, rowsOf } from '../core/behaviour/rows.ts';
import type { Finding } from '../core/documents/validation.ts';
import { type Fault, FaultError } from '../core/errors.ts';
import type { OutputChoice } from '../core/policy/schema.ts';
import { elementOf } from '../core/scoring/elements.ts';
import { seededRandom } from '../core/stats/random.ts';
import type { ModelSession, Signature, Tensors } from '../ports.ts';
import type { StoredGolden } from './goldens.ts';
import { tryMonotonic } from './try-monotonic.ts';
import { tryOpenSizes, tryRows } from './try-rows.ts';

export interface BehaviourInputs {
  /** A batch of real rows for this model, or null to make some up. */
  readonly rows: Tensors | null;
  /** More of them, for what takes few calls; the same rows when left out. */
  readonly many?: Tensors | null;
  readonly goldens: readonly StoredGolden[];
  /** Of golden vectors, and of a row against its batch; each has its own when left out. */
  readonly tolerance?: Tolerance | undefined;
  readonly monotonic: readonly Monotonic[];
  /** Which number is the score that `monotonic` speaks of. */
  readonly output: OutputChoice;
  /** Of the made-up inputs. */
  readonly seed: number;
  /** Runs something else beside the model, when it has shown that it takes the inputs. What it throws ends the model's run. */
  readonly beside?: (sample: Sample) => Promise<void>;
}

/** Inputs that the model takes. */
export interface Sample {
  readonly feeds: Tensors;
  /** 1 for inputs that are not in rows. */
  readonly rows: number;
}

/** A wrong unit, such as cents for thousands: finite in float32 even when a model squares it twice. */
const EXTREME = 1e6;
/** The largest round number that a float16 holds with room above. */
const EXTREME_HALF = 1e4;

/** One model under examination: how to run it, and on what. */
export interface Subject {
  readonly session: ModelSession;
  readonly run: (feeds: Tensors) => Promise<Attempt>;
  readonly feeds: Tensors;
  /** What the feeds are, in a sentence. */
  readonly on: string;
  readonly real: boolean;
  readonly first: Tensors;
}

export type Attempt =
  | { readonly ok: true; readonly outputs: Tensors }
  | { readonly ok: false; readonly fault: Fault };

/**
 * Runs an opened model on golden vectors and on rows, and judges what comes out: equal to what is stored, finite, the
 * same twice, the same for a row alone as in any batch and order, monotone where that is declared, and finite on large
 * inputs. When the process dies or is stopped, that is a finding and the last one.
 * Throws faults that are not the model's.
 */
export async function runBehaviour(session: ModelSession, inputs: BehaviourInputs): Promise<Finding[]> {
  const found: Finding[] = [];
  try {
    for await (const findings of examine(session, inputs)) found.push(...findings);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const ends = error.faults.map(findingOf);
    if (ends.includes(null)) throw error;
    found.push(...(ends as Finding[]));
  }
  return found;
}

async function* examine(
  session: ModelSession,
  { rows, many, goldens, tolerance, monotonic, output, seed, beside }: BehaviourInputs,
): AsyncGenerator<readonly Finding[]> {
  const { signature } = session;
  const outputs = signature.outputs
    .filter(({ type }) => type !== null && elementOf(type))
    .map(({ name }) => name);
  if (outputs.length === 0) {
    yield [findingFor('untestable', 'The model has no output that onnxruntime-node can fetch.')];
    return;
  }
  const run = (feeds: Tensors) => attempt(session, feeds, outputs);
  for (const { name, parts } of goldens) {
    const { golden, findings } = assembleGolden(name, parts, signature);
    yield findings;
    if (golden) yield await tryGolden(session, golden, tolerance);
  }
  const started = rows ? await startReal(run, rows) : await startMadeUp(session, run, seed);
  if ('finding' in started) {
    yield [started.finding];
    return;
  }
  const subject: Subject = { session, run, ...started };
  const { on, real, first } = subject;
  const unsound = judgeFinite(first, on, 'finite', real ? 'error' : 'warning');
  yield unsound;
  yield await tryTwice(subject);
  await beside?.({ feeds: subject.feeds, rows: countRows(signature, subject.feeds) });
  yield* tryRows(subject, unsound.length === 0, tolerance);
  if (started.filling) yield await tryOpenSizes(subject, started.filling, seed);
  yield* tryMonotonic({ ...subject, feeds: many ?? subject.feeds }, monotonic, output);
  if (unsound.length === 0) yield* tryExtremes(subject);
}

function countRows(signature: Signature, feeds: Tensors): number {
  const batched = batchedInputs(signature);
  return (batched && rowsOf(feeds, batched)) ?? 1;
}

/** A refusal is an answer; an end of the process is thrown. */
async function attempt(session: ModelSession, feeds: Tensors, outputs: readonly string[]): Promise<Attempt> {
  try {
    return { ok: true, outputs: await session.run(feeds, outputs) };
  } catch (error) {
    if (!(error instanceof FaultError) || error.faults.some((each) => isDeadly(each) || !findingOf(each)))
      throw error;
    return { ok: false, fault: error.faults[0] };
  }
}

async function tryGolden(session: ModelSession, golden: Golden, tolerance?: Tolerance): Promise<Finding[]> {
  const ran = await attempt(session, golden.inputs, [...golden.outputs.keys()]);
  if (ran.ok) return judgeGolden(golden, ran.outputs, tolerance);
  return [
    findingFor('golden', `Golden vector \`${golden.name}\`: ${ran.fault.message}`, {
      ...detailsOf(ran.fault),
    }),
  ];
}

const detailsOf = ({ details }: Fault) => (details === undefined ? {} : { details });

type Start =
  | (Pick<Subject, 'feeds' | 'on' | 'real' | 'first'> & { readonly filling: Filling | null })
  | { readonly finding: Finding };

async function startReal(run: Subject['run'], feeds: Tensors): Promise<Start> {
  const ran = await run(feeds);
  if (ran.ok) return { feeds, on: 'rows of the holdout', real: true, first: ran.outputs, filling: null };
  return { finding: findingFor('run', ran.fault.message, { ...detailsOf(ran.fault) }) };
}

async function startMadeUp({ signature }: ModelSession, run: Subject['run'], seed: number): Promise<Start> {
  let why = '';
  for (const filling of FILLINGS) {
    const made = madeUpInputs(signature, filling, seededRandom(seed).uniform);
    if ('why' in made) return { finding: notMade(made.why) };
    const ran = await run(made.feeds);
    if (ran.ok) return { feeds: made.feeds, on: 'made-up inputs', real: false, first: ran.outputs, filling };
    why = ran.fault.message;
  }
  return { finding: notMade(why) };
}

const notMade = (why: string) =>
  findingFor(
    'inputs',
    `No inputs could be made up, so behaviour was not looked at: ${why.replace(/\.$/, '')}.`,
  );

async function tryTwice({ run, feeds, first }: Subject): Promise<Finding[]> {
  const again = await run(feeds);
  return again.ok ? judgeRepeat(first, again.outputs) : [];
}

/** Last, for they are what a model is most likely to die of. */
async function* tryExtremes({ run, feeds }: Subject): AsyncGenerator<readonly Finding[]> {
  for (const sign of [1, -1]) {
    const extreme = withFloats(feeds, sign * EXTREME, sign * EXTREME_HALF);
    const ran = extreme && (await run(extreme));
    if (!ran) continue;
    const on = `inputs that are all ${sign < 0 ? '−' : ''}${EXTREME.toLocaleString('en')}`;
    yield ran.ok
      ? judgeFinite(ran.outputs, on, 'extreme-values')
      : // A refused request is no wrong score.
        [
          findingFor('extreme-values', `On ${on}: ${ran.fault.message}`, {
            severity: 'info',
            ...detailsOf(ran.fault),
          }),
        ];
  }
}
