import { clipForeign } from '../documents/foreign.ts';
import type { Finding } from '../documents/validation.ts';
import type { Fault, FaultCode } from '../errors.ts';
import { BEHAVIOUR_CHECKS, type BehaviourCheckId } from './checks.ts';

/** A finding of a row of BEHAVIOUR_CHECKS, with that row's severity and advice unless said otherwise. */
export function findingFor(
  check: BehaviourCheckId,
  message: string,
  more: Partial<Pick<Finding, 'severity' | 'at' | 'fix' | 'details'>> = {},
): Finding {
  const { severity, fix } = BEHAVIOUR_CHECKS[check];
  const { at = null, details } = more;
  return {
    check,
    severity: more.severity ?? severity,
    message: clipForeign(message),
    at: at === null ? null : clipForeign(at),
    fix: clipForeign(more.fix ?? fix),
    ...(details !== undefined && { details: clipForeign(details) }),
  };
}

/** Faults that say something about the model. */
const CHECKS: Partial<Record<FaultCode, BehaviourCheckId>> = {
  'model-rejected': 'load',
  'model-run-rejected': 'run',
  'model-crashed': 'crash',
  'model-timeout': 'timeout',
  'model-memory': 'memory',
  'model-processes': 'processes',
};

/** Faults after which the process is gone. */
const DEADLY: ReadonlySet<FaultCode> = new Set([
  'model-crashed',
  'model-timeout',
  'model-memory',
  'model-processes',
]);

export const isDeadly = ({ code }: Fault): boolean => DEADLY.has(code);

/** What onnxruntime-node says of an element type that it has no name for. */
const UNCARRIED = /^Unsupported data type: \d+/;

/**
 * The finding that a runner's fault is, or null for a fault that says nothing about the model (a missing file, an
 * engine that is not there): throw that on. The signal, the limit and the last words come along in `message` and
 * `details`.
 */
export function findingOf({ code, message, fix, details }: Fault): Finding | null {
  const known = CHECKS[code];
  if (!known) return null;
  const check = known === 'load' && details !== undefined && UNCARRIED.test(details) ? 'untestable' : known;
  return findingFor(check, message, {
    ...(fix !== undefined && { fix }),
    ...(details !== undefined && { details }),
  });
}
