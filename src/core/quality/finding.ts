import type { DataFinding } from '../documents/evaluation.ts';

export function finding(
  check: string,
  level: DataFinding['level'],
  message: string,
  more: { readonly column?: string; readonly value?: number } = {},
): DataFinding {
  return { check, level, message, ...more };
}
