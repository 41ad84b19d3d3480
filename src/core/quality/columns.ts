/** What the columns that feed the models say about a holdout. */
import type { DataFinding } from '../documents/evaluation.ts';
import { clipForeign } from '../documents/foreign.ts';
import { formatCount, formatPercent, plural } from '../report/format.ts';
import { code } from '../scoring/words.ts';
import { finding } from './finding.ts';

/** Columns that are looked at. */
export const MOST_COLUMNS = 300;
/** A column that is missing in most rows tells little about what its values do. */
const MOSTLY = 0.5;
/** Of rows that were trained on. */
const MANY_SHARED = 0.01;

/** As the tables give it. */
interface Profile {
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly missing: number;
    readonly min: string | null;
    readonly constant: boolean;
  }[];
}

export function columnFindings({ rows, columns }: Profile): DataFinding[] {
  return columns.flatMap(({ name, missing, min, constant }): DataFinding[] => {
    const column = clipForeign(name);
    const share = rows === 0 ? 0 : missing / rows;
    if (missing === rows) {
      return [
        finding('missing-values', 'warning', `${code(name)} has no value in any row.`, { column, value: 1 }),
      ];
    }
    const gaps = finding(
      'missing-values',
      share >= MOSTLY ? 'warning' : 'info',
      `${code(name)} has no value in ${formatCount(missing)} of ${plural(rows, 'row')} (${formatPercent(share, 2)}).`,
      { column, value: share },
    );
    const alike = finding(
      'constant-column',
      'warning',
      `${code(name)} is ${code(min ?? '')} in every row${missing > 0 ? ' that has a value' : ''}: the holdout does not show what it does.`,
      { column },
    );
    return [...(missing > 0 ? [gaps] : []), ...(constant && rows > 1 ? [alike] : [])];
  });
}

export function sharedFinding(shared: number, rows: number, columns: number): DataFinding {
  const share = rows === 0 ? 0 : shared / rows;
  const said = `${formatCount(shared)} of ${plural(rows, 'row')} (${formatPercent(share, 2)}) have the same values in ${columns === 1 ? 'the feature column' : `all ${formatCount(columns)} feature columns`} as a row that was trained on`;
  return share >= MANY_SHARED
    ? finding('shared-rows', 'warning', `${said}: a model is flattered by what it has seen.`, {
        value: share,
      })
    : finding('shared-rows', 'info', `${said}.`, { value: share });
}
