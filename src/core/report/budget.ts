const encoder = new TextEncoder();

/** UTF-8 bytes: what the platforms count. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** How far the sum of the parts may be from the whole: blank lines between blocks, a list's marks. */
const SLACK = 1.02;

/** Parts after which the rest is guessed: what comes first is seldom the lighter half. */
const SAMPLE = 200;

/**
 * The longest rendering of a prefix of `units` that takes at most `budget` bytes, or null when not even the empty
 * one does. Parts are weighed one by one, so a hundred thousand that cannot fit cost no more than those that do; where
 * the first of them promise that all will fit with ease, all are rendered at once.
 */
export function fitted<T>(
  units: readonly T[],
  weigh: (unit: T) => number,
  budget: number,
  render: (count: number) => string,
): string | null {
  const empty = byteLength(render(0));
  if (empty > budget) return null;
  let weight = empty;
  const weights: number[] = [];
  for (const unit of units) {
    weights.push(weigh(unit));
    weight += weights.at(-1)!;
    if (weight > budget * SLACK) break;
    if (weights.length === SAMPLE && (weight / SAMPLE) * units.length < budget / 2) {
      const whole = render(units.length);
      if (byteLength(whole) <= budget) return whole;
    }
  }
  // From the weighed prefix downwards, by as many parts as the excess weighs.
  let count = weights.length;
  for (;;) {
    const text = render(count);
    let excess = byteLength(text) - budget;
    if (excess <= 0) return text;
    while (excess > 0 && count > 0) excess -= Math.max(1, weights[--count]!);
  }
}
