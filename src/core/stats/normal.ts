/**
 * The standard normal distribution, to 3e-15 relative in both tails (measured against values of 40 digits).
 * No fitted tables: a power series near 0, Laplace's continued fraction for Mills' ratio beyond
 * (Abramowitz & Stegun 26.2.11 and 26.2.14).
 */

const ROOT_2PI = Math.sqrt(2 * Math.PI);
const LOG_ROOT_2PI = Math.log(ROOT_2PI);

/** Where the series stops losing no more than a digit to ½ − Φ, and the fraction is short enough. */
const TAIL = 1.5;
/** Levels of the fraction that reach 1e-16 at `TAIL`. */
const LEVELS = 200;

/** P(Z ≤ x). `normalCdf(1.96)` = 0.9750021048517795. */
export function normalCdf(x: number): number {
  return normalSurvival(-x);
}

/** P(Z > x), accurate where `1 - normalCdf(x)` would be 0. `normalSurvival(10)` = 7.619853024160525e-24. */
export function normalSurvival(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return 0;
  if (x < -TAIL) return 1 - normalSurvival(-x);
  return x < TAIL ? 0.5 - centre(x) : density(x) * mills(x);
}

/**
 * The x with P(Z ≤ x) = p; −∞ at 0, ∞ at 1, NaN outside [0, 1]. `normalQuantile(0.975)` = 1.959963984540054.
 * Newton's method on log P (concave, so it converges from the start below) in the tails, on P − ½ near 0.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  return p > 0.0668 ? centreQuantile(p - 0.5) : -tailQuantile(p);
}

function density(x: number): number {
  // The square of the leading bits is exact, so that the tail keeps the digits that x * x would round away.
  const high = Math.trunc(x * 16) / 16;
  return (Math.exp((-high * high) / 2) * Math.exp((-(x - high) * (x + high)) / 2)) / ROOT_2PI;
}

/** P(0 < Z ≤ x) for small |x|, signed: φ(x)·(x + x³/3 + x⁵/(3·5) + …). */
function centre(x: number): number {
  let term = x;
  let total = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(total); k += 2) {
    term *= (x * x) / k;
    total += term;
  }
  return density(x) * total;
}

/** (1 − Φ(x))/φ(x) = 1/(x + 1/(x + 2/(x + 3/(x + …)))) for x ≥ `TAIL`, from the inside out. */
function mills(x: number): number {
  let value = x;
  for (let level = LEVELS; level > 0; level--) value = x + level / value;
  return 1 / value;
}

function centreQuantile(excess: number): number {
  let x = excess * ROOT_2PI;
  for (let round = 0; round < 50; round++) {
    const step = (centre(x) - excess) / density(x);
    x -= step;
    if (Math.abs(step) <= 1e-15 * Math.abs(x)) break;
  }
  return x;
}

function tailQuantile(p: number): number {
  const logP = Math.log(p);
  let x = Math.sqrt(-2 * logP);
  for (let round = 0; round < 50; round++) {
    const ratio = mills(x);
    const step = (Math.log(ratio) - (x * x) / 2 - LOG_ROOT_2PI - logP) * ratio;
    x += step;
    if (Math.abs(step) <= 1e-15 * x) break;
  }
  return x;
}
