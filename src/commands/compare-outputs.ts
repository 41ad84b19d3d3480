import { findingOf, isDeadly } from '../core/behaviour/findings.ts';
import { compareOutputs } from '../core/behaviour/outputs.ts';
import { joinRows, takeRows } from '../core/behaviour/rows.ts';
import { clipForeign } from '../core/documents/foreign.ts';
import type { OutputsComparison } from '../core/documents/validation.ts';
import { type Fault, FaultError } from '../core/errors.ts';
import { elementOf } from '../core/scoring/elements.ts';
import type { ModelSession, Tensors } from '../ports.ts';

/** A model and what it is given: one or more calls. */
export interface Fed {
  readonly session: ModelSession;
  readonly calls: readonly Tensors[];
  /** Rows of every call where the model fixes them; the last call is then filled up. */
  readonly size: number | null;
}

/**
 * Runs both models on the same rows and compares the outputs that they share. Where the baseline fails, or either
 * refuses the rows, a note says why. Throws the fault that ends the candidate's process, and those that are no model's.
 */
export async function runCompareOutputs(
  candidate: Fed,
  baseline: Fed,
  { on, rows }: Pick<OutputsComparison, 'on' | 'rows'>,
): Promise<OutputsComparison> {
  const names = fetched(candidate.session).filter((name) => fetched(baseline.session).includes(name));
  if (names.length === 0) return uncompared(on, rows, 'the models have no output in common.');
  const now = await attempt(candidate, names, rows);
  if ('code' in now) {
    if (isDeadly(now)) throw new FaultError([now]);
    return uncompared(on, rows, `the candidate refuses the rows. ${now.message}`);
  }
  const before = await attempt(baseline, names, rows);
  if ('code' in before) return uncompared(on, rows, `the baseline does not run. ${before.message}`);
  return { on, rows, ...compareOutputs(now, before, rows) };
}

export function uncompared(on: OutputsComparison['on'], rows: number, why: string): OutputsComparison {
  return { on, rows, list: [], notes: [clipForeign(why)] };
}

const fetched = ({ signature }: ModelSession) =>
  signature.outputs.filter(({ type }) => type !== null && elementOf(type)).map(({ name }) => name);

async function attempt(fed: Fed, names: readonly string[], rows: number): Promise<Tensors | Fault> {
  try {
    return await runAll(fed, names, rows);
  } catch (error) {
    if (!(error instanceof FaultError) || error.faults.some((each) => !findingOf(each))) throw error;
    return error.faults[0];
  }
}

async function runAll(
  { session, calls, size }: Fed,
  names: readonly string[],
  rows: number,
): Promise<Tensors> {
  const parts: Tensors[] = [];
  for (const feeds of calls) parts.push(await session.run(feeds, names));
  if (size === null) return parts[0]!;
  const wanted = Array.from({ length: rows }, (_, i) => i);
  const lines = names.filter((name) => parts.every((part) => part.get(name)!.shape[0] === size));
  return new Map(
    lines.map((name) => [name, takeRows(joinRows(parts.map((part) => part.get(name)!)), wanted)]),
  );
}
