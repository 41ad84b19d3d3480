/** A difference and its interval, with better above zero whatever the metric's direction. */
export interface StripData {
  readonly delta: number;
  readonly lower: number;
  readonly upper: number;
  /** The most that may be lost; null where nothing says. */
  readonly margin: number | null;
}

/**
 * Draws the interval on a line whose middle `│` is no difference and whose `┊` is the margin; right is better.
 * `··├─●─┤···┊·│········` lost more than the margin. Distances are rounded, the order of the marks is exact:
 * an end left of `┊` misses the margin. `width` is odd and at least 9.
 */
export function strip({ delta, lower, upper, margin }: StripData, width: number): string {
  const half = (width - 1) / 2;
  const span = Math.max(Math.abs(lower), Math.abs(upper), Math.abs(delta), margin ?? 0) * 1.08;
  const scale = span > 0 && Number.isFinite(span) ? half / span : 0;
  const within = (column: number, low: number, high: number) => Math.min(high, Math.max(low, column));
  // Two columns from zero, so that an interval between the two has a place to be seen in.
  const edge = margin ? within(Math.round(-margin * scale), 1 - half, -2) : null;
  const columnOf = (value: number) => {
    const column = within(Math.round(value * scale), -half, half);
    if (edge !== null && value < -margin!) return Math.min(column, edge - 1);
    if (value < 0) return within(column, edge === null ? -half : edge + 1, -1);
    return value > 0 ? Math.max(column, 1) : 0;
  };
  const cells = new Array<string>(width).fill('·');
  const draw = (column: number, mark: string) => {
    cells[column + half] = mark;
  };
  for (let column = columnOf(lower); column <= columnOf(upper); column++) draw(column, '─');
  draw(0, '│');
  if (edge !== null) draw(edge, '┊');
  draw(columnOf(lower), '├');
  draw(columnOf(upper), '┤');
  draw(columnOf(delta), '●');
  return cells.join('');
}
