import type { Validation } from '../documents/validation.ts';
import type { RuleResult } from '../documents/verdict.ts';
import { type Context, type Part, ruleOf } from './context.ts';
import { clip, plural } from './words.ts';

/** Id of the rule that every model has: it must be valid. */
export const VALIDATE = 'validate';

/** Findings that fit into a sentence. */
const MOST_FINDINGS = 3;

/** The one rule about the file itself. */
export function validationRules(context: Context): RuleResult[] {
  const part = context.validation.ok ? judgeValidation(context.validation.document) : context.validation;
  return [ruleOf(context, VALIDATE, ['candidate'], { result: part.result, reason: part.reason })];
}

function judgeValidation({ findings, status, runtime }: Validation): Part {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (status === 'pass' && errors.length === 0) {
    const warnings = findings.filter(({ severity }) => severity === 'warning').length;
    const rest = warnings > 0 ? `, with ${plural(warnings, 'warning')}` : '';
    const loaded = findings.every(({ check }) => check !== 'not-loaded');
    const what = loaded
      ? `The model loads in ${runtime.name} ${runtime.version}`
      : 'The file is sound, and the model was not loaded';
    return { result: 'pass', reason: `${what}${rest}.` };
  }
  const told = errors.slice(0, MOST_FINDINGS).map(({ message }) => clip(message.replace(/[.\s]+$/, '')));
  const more =
    errors.length > told.length ? [`and ${plural(errors.length - told.length, 'more error')}`] : [];
  const reason = [...told, ...more].join('; ') || 'validation failed without naming an error';
  // Among several, each remedy would have to say which error it is for.
  const fix = errors.length === 1 && errors[0]!.fix !== undefined ? ` ${clip(errors[0]!.fix)}` : '';
  return { result: 'fail', reason: `The model is not valid: ${reason}.${fix}` };
}
