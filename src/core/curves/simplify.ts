/** Long lines with few points. */

export type Point = readonly [x: number, y: number];

/** Points that the slower step starts from, as a multiple of what is wanted. */
const COARSE = 10;

/**
 * At most `most` of the points, both ends among them, chosen so that the line looks the same: those are dropped whose
 * triangle with its neighbours is smallest (Visvalingam and Whyatt 1993). A line of very many points is thinned before,
 * to the last point of each step of equal length along |dx| + |dy|. `most` at least 2.
 */
export function simplify(points: readonly Point[], most: number): Point[] {
  const line = thinned(points, most * COARSE);
  // A doubly linked list by index; the smallest triangle is looked for anew each time: the line is short by now.
  const next = line.map((_, i) => i + 1);
  const previous = line.map((_, i) => i - 1);
  const areas = line.map((_, i) => areaAt(line, i - 1, i, i + 1));
  for (let left = line.length; left > most; left--) {
    let smallest = next[0]!;
    for (let i = next[0]!; i < line.length - 1; i = next[i]!) if (areas[i]! < areas[smallest]!) smallest = i;
    const [before, after] = [previous[smallest]!, next[smallest]!];
    next[before] = after;
    previous[after] = before;
    // No smaller than the one just dropped, so that a spike does not lose its sides first and itself then.
    for (const i of [before, after])
      areas[i] = Math.max(areas[smallest]!, areaAt(line, previous[i]!, i, next[i]!));
  }
  const kept: Point[] = [];
  for (let i = 0; i < line.length; i = next[i]!) kept.push(line[i]!);
  return kept;
}

function thinned(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const length = (i: number) =>
    Math.abs(points[i]![0] - points[i - 1]![0]) + Math.abs(points[i]![1] - points[i - 1]![1]);
  let whole = 0;
  for (let i = 1; i < points.length; i++) whole += length(i);
  const step = whole / (most - 2);
  const kept = [points[0]!];
  let gone = 0;
  for (let i = 1; i < points.length - 1; i++) {
    gone += length(i);
    if (gone + length(i + 1) <= step) continue;
    kept.push(points[i]!);
    gone = 0;
    if (kept.length === most - 1) break;
  }
  return [...kept, points.at(-1)!];
}

/** Twice the triangle's area; the ends of a line have no triangle and stay. */
function areaAt(line: readonly Point[], a: number, b: number, c: number): number {
  if (a < 0 || c >= line.length) return Number.POSITIVE_INFINITY;
  const [[ax, ay], [bx, by], [cx, cy]] = [line[a]!, line[b]!, line[c]!];
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}
