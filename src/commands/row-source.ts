import type { ModelPolicy } from '../core/policy/schema.ts';
import { parsePercent } from '../core/policy/values.ts';
import type { RowSource } from '../ports.ts';

/** Where a holdout's rows are, and which of them count. */
export function rowSourceOf(holdout: NonNullable<ModelPolicy['holdout']>): RowSource {
  const { query, source = [], where, sample, seed, limit, 'install-extensions': install } = holdout;
  const size = typeof sample === 'string' ? parsePercent(sample) : sample;
  const selection = {
    ...(install && { install }),
    ...(where !== undefined && { where }),
    // 100 % are no sample; a whole number is a number of rows.
    ...(size !== undefined && sample !== '100%' && { sample: { size, seed } }),
    ...(limit !== undefined && { limit }),
  };
  if (query !== undefined) return { query, ...selection };
  return { files: typeof source === 'string' ? [source] : source, ...selection };
}
