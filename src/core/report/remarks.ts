import type { Measurement } from '../documents/index.ts';
import type { Verdict } from '../documents/verdict.ts';
import { FAULT_CODES } from '../errors.ts';
import { plural } from './format.ts';
import { type Prose, proseOf } from './prose.ts';
import { safeName } from './safe-text.ts';

/** A sentence that stands before the rules. `failed` kept the gate from judging, or the model from loading. */
export interface Remark {
  readonly status: 'failed' | 'warning';
  readonly prose: Prose;
  /** Raw words of an engine, on several lines. */
  readonly details?: string;
}

type Reason = Verdict['reasons'][number];

/** Whether the reason is something that went wrong, rather than something to know. */
export function isFault({ code }: Reason): boolean {
  return Object.hasOwn(FAULT_CODES, code);
}

/** Reasons that the rules do not tell anyway: every undecided rule is shown with a reason of its own. */
export function toldReasons(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(({ code }) => code !== 'inconclusive');
}

export function reasonRemarks(reasons: readonly Reason[]): Remark[] {
  return toldReasons(reasons).map((reason) => ({
    status: isFault(reason) ? 'failed' : 'warning',
    prose: proseOf(reason.message),
    ...(reason.details !== undefined && { details: reason.details }),
  }));
}

/** Most warnings of the model's check that a report spells out. */
const MOST = 10;

/** Warnings only: errors are the reason of the rule `validate`. */
export function findingRemarks(document: Measurement): Remark[] {
  if (document.schema !== 'onnx-gate/validation/v1') return [];
  const warnings = document.findings.filter(({ severity }) => severity === 'warning');
  const shown = warnings
    .slice(0, MOST)
    .map(
      ({ check, message, at, fix }): Prose => [
        ...proseOf(fix === undefined ? message : `${message} ${fix}`),
        ...(at === null ? [' ('] : [' (at ', { code: safeName(at) }, ', ']),
        { code: safeName(check) },
        ')',
      ],
    );
  const more = warnings.length - shown.length;
  const rest: Prose[] = more > 0 ? [[`${plural(more, 'more warning')} in validation.json.`]] : [];
  return [...shown, ...rest].map((prose) => ({ status: 'warning', prose }));
}
