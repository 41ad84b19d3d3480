import { type GroupedScores, groupStarts } from './grouped-order.ts';

/** How much of a holdout stands behind a per-group metric. */
export interface GroupCoverage {
  /** Groups with rows. */
  readonly groups: number;
  readonly droppedGroups: number;
  readonly rows: number;
  readonly droppedRows: number;
  /** Share of rows whose group has a value; 0 without rows. */
  readonly coverage: number;
}

/** What a metric leaves out. `values`: one per group, NaN where the metric is not defined (`Prepared` of kind `groups`). */
export function groupCoverage({ group }: Pick<GroupedScores, 'group'>, values: Float64Array): GroupCoverage {
  const starts = groupStarts(group);
  let groups = 0;
  let droppedGroups = 0;
  let droppedRows = 0;
  for (let code = 0; code < group.count; code++) {
    const size = starts[code + 1]! - starts[code]!;
    if (size === 0) continue;
    groups++;
    if (!Number.isNaN(values[code]!)) continue;
    droppedGroups++;
    droppedRows += size;
  }
  const rows = group.code.length;
  return {
    groups,
    droppedGroups,
    rows,
    droppedRows,
    coverage: rows === 0 ? 0 : (rows - droppedRows) / rows,
  };
}
