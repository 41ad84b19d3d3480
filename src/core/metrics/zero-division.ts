/** What 0/0 is, such as the precision of a model that never says 1. scikit-learn has 0, with a warning. */
export const ZERO_DIVISION = { zero_division: ['0', '1', 'undefined'] } as const;

export function divide(part: number, whole: number, convention: Readonly<Record<string, string>>): number {
  // Of 'undefined' `Number` makes NaN.
  return whole === 0 ? Number(convention.zero_division) : part / whole;
}
