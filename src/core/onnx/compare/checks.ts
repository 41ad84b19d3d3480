/** Ids of the findings about differences from the baseline. */
export const COMPARISON_CHECKS = ['signature-breaking', 'signature-changed'] as const;
