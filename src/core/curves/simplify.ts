/** Long lines with few points. */

export type Point = readonly [x: number, y: number];

/** Visits its points from end to end, the same ones each time: a line of millions is never held. */
export type Line = (visit: (x: number, y: number) => void) => void;

/** Points that the slower step starts from, as a multiple of what is wanted. */
const COARSE = 10;

/**
 * At most `most` of the points, both ends among them, chosen so that the line looks the same: those are dropped whose
 * triangle with its neighbours is smallest (Visvalingam and Whyatt 1993). A line of very many points is thinned before,
 * to the last point of each step of equal length along |dx| + |dy|. `most` at least 2.
 */
export function simplify(whole: Line, most: number): Point[] {
  const line = thinned(whole, most * COARSE);
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

function thinned(line: Line, most: number): readonly Point[] {
  let [steps, whole] = [0, 0];
  alongSteps(line, (length) => {
    steps++;
    whole += length;
  });
  // Few points are all kept.
  const longest = steps < most ? -1 : whole / (most - 2);
  const kept: Point[] = [];
  let gone = 0;
  const end = alongSteps(line, (length, x, y) => {
    if (kept.length === 0 || (gone + length > longest && kept.length < most - 1)) {
      kept.push([x, y]);
      gone = 0;
    }
    gone += length;
  });
  return [...kept, end];
}

/** Visits each step, its length |dx| + |dy| and the point where it starts; returns where the last one ends. */
function alongSteps(line: Line, visit: (length: number, x: number, y: number) => void): Point {
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  line((x, y) => {
    const length = Math.abs(x - lastX) + Math.abs(y - lastY);
    // Nothing leads to the first point.
    if (!Number.isNaN(length)) visit(length, lastX, lastY);
    lastX = x;
    lastY = y;
  });
  return [lastX, lastY];
}

/** Twice the triangle's area; the ends of a line have no triangle and stay. */
function areaAt(line: readonly Point[], a: number, b: number, c: number): number {
  if (a < 0 || c >= line.length) return Number.POSITIVE_INFINITY;
  const [[ax, ay], [bx, by], [cx, cy]] = [line[a]!, line[b]!, line[c]!];
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}
