import type { RuleResult, Verdict } from '../documents/verdict.ts';
import { plural } from './format.ts';
import { isFault, toldReasons } from './remarks.ts';
import { annotationText, safeName } from './safe-text.ts';
import { type Status, statusOf } from './status.ts';

/** A remark that a CI host puts on a line of a file, or on the run. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** At most 255 characters. */
  readonly title: string;
  /** One line, at most 4,096 characters. */
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Most of one level that GitHub shows for a step. */
const MOST = 10;
const LEVELS = ['error', 'warning', 'notice'] as const;

/** Failed and inconclusive rules and the reasons of a verdict. What keeps a model from shipping is an error. */
export function allAnnotations(verdict: Verdict): Annotation[] {
  return [
    ...toldReasons(verdict.reasons).map(ofReason),
    ...verdict.rules.flatMap((rule) => ofRule(rule, verdict.mode)),
  ];
}

/** As many as a step may have: of more than ten of a level, the tenth says how many more. */
export function toAnnotations(verdict: Verdict): Annotation[] {
  const all = allAnnotations(verdict);
  return LEVELS.flatMap((level) => limited(all.filter((one) => one.level === level)));
}

function ofReason(reason: Verdict['reasons'][number]): Annotation {
  const { model, code, message } = reason;
  return {
    level: isFault(reason) ? 'error' : code === 'no-baseline' ? 'notice' : 'warning',
    title: `${model === null ? 'onnx-gate' : safeName(model, 60)}: ${safeName(code, 40)}`,
    message: annotationText(message),
  };
}

function ofRule(rule: RuleResult, mode: Verdict['mode']): Annotation[] {
  const status = statusOf(rule);
  const level = levelOf(status, mode);
  if (level === null) return [];
  const place = rule.at === null ? {} : { file: rule.at.file, line: rule.at.line, column: rule.at.column };
  return [
    { level, title: `${safeName(rule.id, 100)}: ${status}`, message: annotationText(rule.reason), ...place },
  ];
}

function levelOf(status: Status, mode: Verdict['mode']): Annotation['level'] | null {
  if (status === 'passed' || status === 'skipped') return null;
  return status === 'failed' || (status === 'inconclusive' && mode === 'strict') ? 'error' : 'warning';
}

function limited(annotations: readonly Annotation[]): Annotation[] {
  if (annotations.length <= MOST) return [...annotations];
  const shown = annotations.slice(0, MOST - 1);
  const more = annotations.length - shown.length;
  const { level } = annotations[0]!;
  return [
    ...shown,
    {
      level,
      title: `onnx-gate: ${plural(more, `more ${level}`)}`,
      message: 'All of them are in the report and in verdict.json.',
    },
  ];
}
