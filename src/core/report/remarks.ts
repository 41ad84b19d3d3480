import type { Measurement } from '../documents/index.ts';
import type { RuleResult, Verdict } from '../documents/verdict.ts';
import { FAULT_CODES } from '../errors.ts';
import { VALIDATE } from '../gate/validation-rules.ts';
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

/** Most warnings of one document that a report spells out. */
const MOST = 10;

/** Warnings about the holdout. */
export function dataRemarks(document: Measurement): Remark[] {
  if (document.schema !== 'onnx-gate/evaluation/v1') return [];
  const warnings = (document.data ?? []).filter(({ level }) => level === 'warning');
  const shown = warnings.slice(0, MOST).map(
    ({ check, message }): Remark => ({
      status: 'warning',
      prose: [...proseOf(message), ' (', { code: safeName(check) }, ')'],
    }),
  );
  return withRest(shown, warnings.length, 'evaluation.json');
}

/** Warnings only: errors are the reason of the rule `validate`. */
export function findingRemarks(document: Measurement): Remark[] {
  if (document.schema !== 'onnx-gate/validation/v1') return [];
  const warnings = document.findings.filter(({ severity }) => severity === 'warning');
  const shown = warnings.slice(0, MOST).map(
    ({ check, message, at, fix, details }): Remark => ({
      status: 'warning',
      prose: [
        ...proseOf(fix === undefined ? message : `${message} ${fix}`),
        ...(at === null ? [' ('] : [' (at ', { code: safeName(at) }, ', ']),
        { code: safeName(check) },
        ')',
      ],
      ...(details !== undefined && { details }),
    }),
  );
  return withRest(shown, warnings.length, 'validation.json');
}

/** Most errors of the model's check whose raw words are printed: as many as the rule's reason tells. */
const MOST_QUOTED = 3;

/** What an engine said of the errors that failed the rule `validate`. */
export function engineWords({ metric }: RuleResult, measurements: readonly Measurement[]): string[] {
  if (metric !== VALIDATE) return [];
  return measurements
    .flatMap((document) => (document.schema === 'onnx-gate/validation/v1' ? document.findings : []))
    .filter(({ severity }) => severity === 'error')
    .slice(0, MOST_QUOTED)
    .flatMap(({ details }) => details ?? []);
}

function withRest(shown: readonly Remark[], all: number, file: string): Remark[] {
  const more = all - shown.length;
  if (more <= 0) return [...shown];
  return [...shown, { status: 'warning', prose: [`${plural(more, 'more warning')} in ${file}.`] }];
}
