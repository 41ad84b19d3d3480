import type { Tolerance } from '../core/behaviour/compare.ts';
import { findingFor, findingOf, isDeadly } from '../core/behaviour/findings.ts';
import { assembleGolden, type Golden, judgeGolden } from '../core/behaviour/golden.ts';
import {
  judgeFinite,
  judgeMissing,
  judgeOrder,
  judgeRepeat,
  judgeSingles,
  rowOutputs,
} from '../core/behaviour/judge.ts';
import { FILLINGS, type Filling, madeUpInputs } from '../core/behaviour/made-up.ts';
import type { Monotonic } from '../core/behaviour/monotonic.ts';
import { withFloats, withHole } from '../core/behaviour/perturb.ts';
import { batchedInputs, feedsOfRows, rowsOf } from '../core/behaviour/rows.ts';
import type { Finding } from '../core/documents/validation.ts';
import { type Fault, FaultError } from '../core/errors.ts';
import type { OutputChoice } from '../core/policy/schema.ts';
import { elementOf } from '../core/scoring/elements.ts';
import { seededRandom } from '../core/stats/random.ts';
import type { ModelSession, Signature, Tensors } from '../ports.ts';
import type { StoredGolden } from './goldens.ts';
import { tryMonotonic } from './try-monotonic.ts';

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

/** Rows that are run alone: each is a call. */
const MOST_SINGLES = 16;
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

async function* tryRows(
  { session, run, feeds, first, real }: Subject,
  finite: boolean,
  tolerance?: Tolerance,
): AsyncGenerator<readonly Finding[]> {
  const { signature } = session;
  const batched = batchedInputs(signature);
  const rows = batched && rowsOf(feeds, batched);
  if (!batched || !rows || rows < 2) return;
  const batch = rowOutputs(first, rows);
  const name = signature.inputs.find((input) => batched.has(input.name))!.shape[0];
  const pick = (indices: readonly number[]) => run(feedsOfRows(feeds, batched, indices));
  const refused = (count: number, { message, details }: Fault) => {
    // Two dimensions without a name may be different ones; made-up rows need not be rows at all.
    const sure = typeof name === 'string' || real;
    return findingFor('dynamic-dimensions', `${rows} rows run and ${count} does not: ${message}`, {
      at: [...batched][0]!,
      ...(!sure && { severity: 'warning' as const }),
      ...(details !== undefined && { details }),
    });
  };
  const singles: Tensors[] = [];
  for (let row = 0; row < Math.min(rows, MOST_SINGLES); row++) {
    const alone = await pick([row]);
    if (!alone.ok) {
      yield [refused(1, alone.fault)];
      break;
    }
    singles.push(alone.outputs);
  }
  const variant = singles.length === 0 ? [] : judgeSingles(batch, singles, tolerance);
  yield variant;
  const reversed = Array.from({ length: rows }, (_, i) => rows - 1 - i);
  const reordered = await pick(reversed);
  // A row that depends on its batch depends on its place as well: said once.
  if (reordered.ok && variant.length === 0) yield judgeOrder(batch, reordered.outputs, reversed, tolerance);
  if (singles.length > 0 && rows > 2) {
    const fewer = await pick(reversed.slice(1));
    if (!fewer.ok) yield [refused(rows - 1, fewer.fault)];
  }
  const holed = withHole(feeds, batched);
  const ran = holed && (await run(holed));
  if (ran?.ok && finite && variant.length === 0) yield judgeMissing(batch, ran.outputs);
}

/** Doubled, for many models want a multiple of what they halve. */
async function tryOpenSizes({ session, run }: Subject, filling: Filling, seed: number): Promise<Finding[]> {
  const { signature } = session;
  const open = signature.inputs.find(({ shape }) => shape.slice(1).some((size) => typeof size !== 'number'));
  if (!open) return [];
  const other = filling.open * 2;
  const made = madeUpInputs(signature, { ...filling, open: other }, seededRandom(seed).uniform);
  const ran = 'feeds' in made ? await run(made.feeds) : null;
  if (!ran || ran.ok) return [];
  const { message, details } = ran.fault;
  return [
    findingFor(
      'dynamic-dimensions',
      `Inputs run with ${filling.open} in every open dimension but the first, and not with ${other}: ${message}`,
      // Which sizes belong together, only the model's maker knows.
      { at: open.name, severity: 'warning', ...(details !== undefined && { details }) },
    ),
  ];
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
