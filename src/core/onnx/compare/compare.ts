/** Candidate against baseline: what is different, for a person. */
import { clipForeign } from '../../documents/foreign.ts';
import { type Comparison, type Finding, MOST_ENTRIES, type Summary } from '../../documents/validation.ts';
import { comparisonSentences } from './sentences.ts';
import { signatureChanges } from './signature.ts';
import { compareWeights, type Stored } from './weights.ts';

export interface Compared extends Stored {
  readonly summary: Summary;
  /** Bytes of the file and of all beside it. */
  readonly bytes: number;
}

export async function compareModels(candidate: Compared, baseline: Compared): Promise<Comparison> {
  const signature = signatureChanges(candidate.facts, baseline.facts);
  const both = <K extends keyof Summary>(key: K) => ({
    candidate: candidate.summary[key],
    baseline: baseline.summary[key],
  });
  const comparison = {
    compatibility: signature[0]?.level ?? ('compatible' as const),
    signature: signature.slice(0, MOST_ENTRIES),
    bytes: { candidate: candidate.bytes, baseline: baseline.bytes },
    parameters: both('parameters'),
    nodes: both('nodes'),
    multiplyAdds: both('multiplyAdds'),
    irVersion: both('irVersion'),
    producer: both('producer'),
    quantization: both('quantization'),
    opsets: different(
      new Map(candidate.summary.opsets.map(({ domain, version }) => [domain, version])),
      new Map(baseline.summary.opsets.map(({ domain, version }) => [domain, version])),
      null,
    ).map(([domain, one, other]) => ({ domain, candidate: one, baseline: other })),
    operators: different(candidate.facts.operators, baseline.facts.operators, 0).map(
      ([operator, one, other]) => ({ operator: clipForeign(operator), candidate: one, baseline: other }),
    ),
    weights: await compareWeights(candidate, baseline),
    baselineDrawing: baseline.summary.drawing,
    outputs: null,
  };
  return { ...comparison, sentences: comparisonSentences(comparison) };
}

/** The comparison with what both models said, which is known once they have run. */
export function withOutputs(comparison: Comparison, outputs: Comparison['outputs']): Comparison {
  const { sentences: _, ...facts } = { ...comparison, outputs };
  return { ...facts, sentences: comparisonSentences(facts) };
}

/** What callers must know; a breaking change is an error unless the policy says otherwise. */
export function comparisonFindings({ signature }: Comparison): Finding[] {
  return signature.flatMap(({ level, message, at }): Finding[] =>
    level === 'compatible'
      ? []
      : [
          {
            check: level === 'breaking' ? 'signature-breaking' : 'signature-changed',
            severity: level === 'breaking' ? 'error' : 'warning',
            message: clipForeign(message),
            at,
            fix:
              level === 'breaking'
                ? 'Keep the signature of the baseline, or change the callers first and set this check to `warn`.'
                : 'Check the callers.',
          },
        ],
  );
}

function different<V, N>(
  now: ReadonlyMap<string, V>,
  before: ReadonlyMap<string, V>,
  none: N,
): [string, V | N, V | N][] {
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((key): [string, V | N, V | N] => [key, now.get(key) ?? none, before.get(key) ?? none])
    .filter(([, one, other]) => one !== other)
    .slice(0, MOST_ENTRIES);
}
