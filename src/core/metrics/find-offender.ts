/**
 * The first value that is `bad`, with words for where it stands, such as `row 3 (and 7 more of 100)`; or null.
 * With several `columns`, values are row-major and a row is bad once.
 */
export function findOffender(
  values: ArrayLike<number>,
  bad: (value: number) => boolean,
  columns = 1,
): { readonly value: number; readonly where: string } | null {
  let first = -1;
  let lastRow = -1;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (!bad(values[i]!)) continue;
    const row = Math.floor(i / columns);
    if (count === 0) first = i;
    if (row !== lastRow) count++;
    lastRow = row;
  }
  if (count === 0) return null;
  const more = count === 1 ? '' : ` (and ${count - 1} more of ${values.length / columns})`;
  const column = columns === 1 ? '' : `, class ${first % columns},`;
  return { value: values[first]!, where: `row ${Math.floor(first / columns) + 1}${column}${more}` };
}
