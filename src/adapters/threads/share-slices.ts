import type { SliceJob } from '../../core/scoring/measure-slices.ts';
import type { SharedJob } from './serve-slices.ts';
import { sharedCodes, sharedDoubles } from './shared-arrays.ts';

/** The job with its rows in memory that threads share. */
export function shareJob(job: SliceJob): SharedJob {
  const { scores } = job;
  const { weight, baseline, group, item } = scores;
  return {
    job: {
      ...job,
      scores: {
        ...(scores.classes !== undefined && { classes: scores.classes }),
        label: sharedDoubles(scores.label),
        candidate: sharedDoubles(scores.candidate),
        baseline: baseline && sharedDoubles(baseline),
        weight: weight && sharedDoubles(weight),
        group: group && { ...group, code: sharedCodes(group.code) },
        ...(item && { item: { ...item, code: sharedCodes(item.code) } }),
      },
      entries: job.entries.map((slices) => slices.map(({ id, rows }) => ({ id, rows: sharedCodes(rows) }))),
    },
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
}
