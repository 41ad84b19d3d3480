import { ATTRIBUTE_CHECKS } from './attributes.ts';
import { BEHAVIOUR_CHECKS } from './behaviour.ts';
import type { Check, ModelCheck } from './check.ts';
import { EXTERNAL_CHECKS } from './external.ts';
import { MEMORY_CHECKS } from './memory.ts';
import { NAME_CHECKS } from './names.ts';
import { OPERATOR_VALUE_CHECKS } from './operator-values.ts';
import { OPSET_CHECKS } from './opsets.ts';
import { SPARSE_CHECKS } from './sparse.ts';
import { SPECIFICATION_CHECKS } from './specification.ts';
import { STRUCTURE_CHECKS } from './structure.ts';
import { SUBGRAPH_CHECKS } from './subgraphs.ts';
import { SUPPORT_VECTOR_CHECKS } from './support-vectors.ts';
import { TENSOR_CHECKS } from './tensors.ts';
import { TREE_CHECKS } from './trees.ts';
import { WEIGHT_CHECKS } from './weights.ts';
import { WIRE_CHECKS } from './wire.ts';

/** Checks over a decoded model, cheapest first; those that read weights come last. */
export const MODEL_CHECKS: readonly ModelCheck[] = [
  ...SPECIFICATION_CHECKS,
  ...OPSET_CHECKS,
  ...NAME_CHECKS,
  ...ATTRIBUTE_CHECKS,
  ...STRUCTURE_CHECKS,
  ...SUBGRAPH_CHECKS,
  ...TREE_CHECKS,
  ...SUPPORT_VECTOR_CHECKS,
  ...OPERATOR_VALUE_CHECKS,
  ...EXTERNAL_CHECKS,
  ...BEHAVIOUR_CHECKS,
  ...MEMORY_CHECKS,
  ...TENSOR_CHECKS,
  ...SPARSE_CHECKS,
  ...WEIGHT_CHECKS,
];

/** Every static check there is, for documentation and for the names a policy may use. */
export const STATIC_CHECKS: readonly Omit<Check<never>, 'run'>[] = [...WIRE_CHECKS, ...MODEL_CHECKS];
