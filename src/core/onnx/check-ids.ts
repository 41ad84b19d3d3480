/** The names that a policy may use for checks. */
import { BEHAVIOUR_CHECKS } from '../behaviour/checks.ts';
import { STATIC_CHECKS } from './checks/table.ts';
import { WIRE_CHECKS } from './checks/wire.ts';
import { COMPARISON_CHECKS } from './compare/checks.ts';
import { TARGET_CHECKS } from './targets/checks.ts';

/**
 * Static checks whose errors kill ONNX Runtime 1.30, hang it, fill the memory or make it read files of others: such a
 * model is not loaded at all.
 */
export const KEEPS_FROM_LOADING: ReadonlySet<string> = new Set([
  'external-location',
  'external-outside',
  'external-symlink',
  'external-hardlink',
  'function-cycle',
  'function-depth',
  'function-expansion',
  'sparse-dense-size',
  'fold-memory',
  'fold-cost',
]);

/** What no policy turns down: without it, nothing else was checked. */
export const FIXED_CHECKS: ReadonlySet<string> = new Set([
  ...KEEPS_FROM_LOADING,
  ...WIRE_CHECKS.filter(({ severity }) => severity === 'error').map(({ id }) => id),
  'graph-missing',
  'not-loaded',
  'load',
  'crash',
  'timeout',
  'memory',
  'processes',
]);

/** Every id of a check. A finding may also be `ignore-expired`, which is about the policy and which no policy turns down. */
export const CHECK_IDS: readonly string[] = [
  ...STATIC_CHECKS.map(({ id }) => id),
  ...Object.keys(BEHAVIOUR_CHECKS),
  ...COMPARISON_CHECKS,
  ...TARGET_CHECKS,
  'not-loaded',
];
