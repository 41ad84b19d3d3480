/** Ids of the findings about where a model will run. */
export const TARGET_CHECKS = [
  'target-version',
  'target-security',
  'target-batching',
  'target-operators',
  'target-types',
] as const;
