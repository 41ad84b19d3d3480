import { findingFor, findingOf, isDeadly } from '../core/behaviour/findings.ts';
import type { Finding } from '../core/documents/validation.ts';
import { FaultError } from '../core/errors.ts';
import { formatCount } from '../core/report/format.ts';
import type { Limits, ModelRunner, ModelSession, OpenOptions } from '../ports.ts';

const AS_WRITTEN: OpenOptions = { optimization: 'disabled', strictShapes: false };
const STRICT: OpenOptions = { optimization: 'all', strictShapes: true };
const SERVED: OpenOptions = { optimization: 'all', strictShapes: false };

/**
 * ONNX Runtime 1.30 needs time that grows with the square of the nodes: for 7,500 in blocks of Gemm, Relu and Reshape
 * 6.5 s of processor time without optimisation and 2.7 s with it, and minutes for 50,000.
 */
export const MOST_NODES = 20_000;

export interface Loaded {
  /** At the level that services use; null when the model does not load. The caller disposes of it. */
  readonly session: ModelSession | null;
  readonly findings: readonly Finding[];
}

/**
 * Loads the model as it is written, then as services do, in one process: without and with graph optimisation, the
 * latter strict about declared shapes where it can be. Of very many nodes, only the last. What the engine refuses, dies of or chokes on is a finding.
 * Throws faults that are not the model's.
 */
export async function runLoad(
  { path, limits, nodes }: { readonly path: string; readonly limits: Limits; readonly nodes: number },
  { runner }: { readonly runner: ModelRunner },
): Promise<Loaded> {
  if (nodes > MOST_NODES) {
    const only = await findings(() => runner.open(path, limits, SERVED));
    const message = `${path} has ${nodes} nodes, and was loaded with graph optimisation only.`;
    return only.ok
      ? { session: only.value, findings: [findingFor('load-once', message), ...rewritten(only.value)] }
      : { session: null, findings: only.findings.map((one) => withWays(one, nodes)) };
  }
  const first = await findings(() => runner.open(path, limits, AS_WRITTEN));
  if (first.ok) return finish(path, first.value, []);
  if (first.deadly) return { session: null, findings: first.findings };
  const served = await findings(() => runner.open(path, limits, SERVED));
  if (!served.ok) return { session: null, findings: first.findings };
  const [why] = first.findings;
  const message = `${path} loads with graph optimisation only. ${why?.message ?? ''}`;
  return finish(path, served.value, [findingFor('load-unoptimised', message, { ...detailsOf(why) })]);
}

/** A model of this size is rather slow to load than endless. */
const withWays = (finding: Finding, nodes: number): Finding =>
  finding.check === 'timeout'
    ? {
        ...finding,
        fix: `It has ${formatCount(nodes)} nodes, for which ONNX Runtime needs minutes. Give it time in the policy (\`limits: { seconds: 900 }\`), or judge the file alone (\`validate: { load: false }\`).`,
      }
    : finding;

/** Takes the session over: disposes of it when the model does not load at the level of services. */
async function finish(path: string, session: ModelSession, earlier: readonly Finding[]): Promise<Loaded> {
  const strict = await reopen(session, STRICT);
  if (strict.ok) return { session, findings: [...earlier, ...rewritten(session)] };
  const served = strict.deadly ? strict : await reopen(session, SERVED);
  if (!served.ok) {
    await session[Symbol.asyncDispose]();
    return { session: null, findings: [...earlier, ...served.findings] };
  }
  const [why] = strict.findings;
  const message = `${path} loads, but not when declared shapes are taken at their word. ${why?.message ?? ''}`;
  const declared = findingFor('declared-shapes', message, { ...detailsOf(why) });
  return { session, findings: [...earlier, declared, ...rewritten(session)] };
}

const rewritten = ({ notes = [] }: ModelSession) => notes.map((note) => findingFor('rewritten', note));

async function reopen(session: ModelSession, options: OpenOptions) {
  try {
    return await findings(() => session.reopen(options));
  } catch (error) {
    await session[Symbol.asyncDispose]();
    throw error;
  }
}

const detailsOf = (why: Finding | undefined) => (why?.details === undefined ? {} : { details: why.details });

type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly deadly: boolean };

/** Faults of the model as findings; others are thrown on. */
async function findings<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const found = error.faults.map(findingOf);
    if (found.includes(null)) throw error;
    return { ok: false, findings: found as Finding[], deadly: error.faults.some(isDeadly) };
  }
}
