/** What a reader must know before the rules. */
import { clipForeign } from '../documents/foreign.ts';
import type { Measurement } from '../documents/index.ts';
import type { RuleResult, Verdict } from '../documents/verdict.ts';
import type { Fault } from '../errors.ts';
import type { ModelPolicy } from '../policy/schema.ts';
import { measures, type Scope } from './context.ts';
import type { WaiverNote } from './waivers.ts';
import { clip, plural } from './words.ts';

type Reason = Verdict['reasons'][number];

interface Judged {
  readonly model: string;
  readonly rules: readonly RuleResult[];
  readonly documents: readonly Measurement[];
  /** Of its waivers. */
  readonly notes: readonly WaiverNote[];
  /** Undefined when the policy has no such model. */
  readonly policy: ModelPolicy | undefined;
}

/** As many as a verdict holds. */
const MOST = 10_000;

export function reasonsOf(
  models: readonly Judged[],
  faults: readonly { readonly model: string | null; readonly fault: Fault }[],
  scope: readonly Scope[],
): Reason[] {
  const reasons = [
    ...faults.map(({ model, fault }) => faultReason(model, fault)),
    ...(models.length === 0 ? [{ model: null, code: 'no-models', message: 'No model was judged.' }] : []),
    // Of a model with a fault nothing else needs to be known first.
    ...models
      .filter((judged) => faults.every(({ model }) => model !== judged.model))
      .flatMap((judged) => STAMPS.flatMap((stamp) => stamp(judged, scope))),
  ];
  return reasons.slice(0, MOST).map((reason) => ({
    ...reason,
    model: reason.model && clipForeign(reason.model),
    message: clipForeign(reason.message),
  }));
}

function faultReason(model: string | null, { code, message, fix, details, at }: Fault): Reason {
  const place = at ? `${at.file}:${at.line}:${at.column}: ` : '';
  const told = { model, code, message: `${place}${message}${fix === undefined ? '' : ` ${fix}`}` };
  // Of an engine's words the last say what went wrong.
  return details ? { ...told, details: details.slice(-4000) } : told;
}

const STAMPS: readonly ((judged: Judged, scope: readonly Scope[]) => Reason[])[] = [
  noBaseline,
  noThresholds,
  inconclusive,
  ({ model, notes }) => notes.map((note) => ({ model, ...note })),
];

function noBaseline({ model, documents }: Judged, scope: readonly Scope[]): Reason[] {
  const alone = documents.some(
    (document) =>
      (scope.includes('evaluation') && 'compared' in document && !document.compared) ||
      (scope.includes('benchmark') && 'arms' in document && !document.baseline),
  );
  if (!alone) return [];
  const message = `${model} had no baseline to compare with: rules against a baseline were skipped.`;
  return [{ model, code: 'no-baseline', message }];
}

function noThresholds({ model, policy }: Judged, scope: readonly Scope[]): Reason[] {
  if (!policy || !measures(scope) || THRESHOLDS.some((one) => scope.includes(one.scope) && one.any(policy)))
    return [];
  const message = `${model} has no rule that it could fail, so nothing vouches for it. Give it metrics or latency in the policy.`;
  return [{ model, code: 'no-thresholds', message }];
}

/** A rule at level `warn` cannot fail a model, and one without a condition cannot either. */
const THRESHOLDS: readonly { scope: Scope; any(policy: ModelPolicy): boolean }[] = [
  {
    scope: 'evaluation',
    any: ({ metrics, slices }) =>
      Object.values(metrics).some(
        ({ level, slices: own, convention: _, ...conditions }) =>
          level === 'error' &&
          (hasValue(conditions) ||
            (typeof own === 'object' && hasValue(own) && slices.some((slice) => slice.level === 'error'))),
      ),
  },
  {
    scope: 'benchmark',
    any: ({ latency }) =>
      [latency?.p50, latency?.p95, latency?.p99].some((rule) => {
        const { level, ...conditions } = rule ?? {};
        return level === 'error' && hasValue(conditions);
      }),
  },
];

function hasValue(conditions: object): boolean {
  return Object.values(conditions).some((value) => value !== undefined);
}

function inconclusive({ model, rules }: Judged): Reason[] {
  const open = rules.filter(({ result, level }) => result === 'inconclusive' && level === 'error');
  if (open.length === 0) return [];
  const names = open
    .slice(0, 5)
    .map(({ metric, slice }) => (slice === null ? metric : `${metric} on ${clip(slice, 100)}`));
  const more = open.length > names.length ? ` and ${open.length - names.length} more` : '';
  const message = `${plural(open.length, 'rule')} of ${model} could not be decided: ${names.join(', ')}${more}.`;
  return [{ model, code: 'inconclusive', message }];
}
