/**
 * exp and log from +, −, × and ÷ alone. IEEE 754 fixes those four to the last bit and leaves `Math.exp` and
 * `Math.log` to the engine, so everything computed with these is the same on every machine and Node version.
 */

/** ln 2 in two parts: the first has enough trailing zeros that its product with a small integer is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * e^x for |x| ≤ 700, within 2 units in the last place.
 * x = k·ln 2 + r with |r| ≤ 0.35, Taylor's series in r, then k doublings or halvings.
 */
export function exp(x: number): number {
  const k = Math.round(x * Math.LOG2E);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let term = 14; term > 0; term--) sum = 1 + (r / term) * sum;
  for (let i = 0; i < k; i++) sum *= 2;
  for (let i = 0; i > k; i--) sum /= 2;
  return sum;
}

/**
 * ln x for x > 0, within 2 units in the last place away from 1.
 * x = m·2^k with m between √½ and √2, then ln m = 2·artanh((m − 1) / (m + 1)) by its series.
 */
export function log(x: number): number {
  let m = x;
  let k = 0;
  for (; m > Math.SQRT2; k++) m /= 2;
  for (; m < Math.SQRT1_2; k--) m *= 2;
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let power = 23; power > 0; power -= 2) sum = sum * square + 1 / power;
  return k * LN2_HIGH + (k * LN2_LOW + 2 * s * sum);
}

/** 1 / (1 + e^−x); beyond ±700 the answer does not change in a double. */
export function sigmoid(x: number): number {
  return 1 / (1 + exp(-Math.min(Math.max(x, -700), 700)));
}
