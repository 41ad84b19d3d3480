/**
 * P(X ≤ k) for X ~ Binomial(n, p), to about 1e-8 relative in both tails for millions of trials: the terms are summed away from `k`, on the
 * side where they fall. `binomialAtMost(1, 11, 0.5)` = 12/2048 = 0.005859375.
 *
 * `n` a whole number from 0, 0 < p < 1.
 */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return k < n * p ? tail(k, n, p) : 1 - tail(n - k - 1, n, 1 - p);
}

/** P(X ≤ k) below the mean: pmf(k) · (1 + pmf(k − 1)/pmf(k) + …). */
function tail(k: number, n: number, p: number): number {
  const odds = (1 - p) / p;
  let term = 1;
  let total = 1;
  for (let i = k; i > 0 && term > 1e-16 * total; i--) {
    term *= (i * odds) / (n - i + 1);
    total += term;
  }
  const logPmf =
    logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p);
  return Math.min(1, Math.exp(logPmf) * total);
}

/** Stirling's series; the recurrence below where it has full precision. */
function logFactorial(n: number): number {
  let product = 1;
  let x = n;
  for (; x < 16; x++) product *= x + 1;
  const v = 1 / (x * x);
  const series = (1 / 12 - v * (1 / 360 - v * (1 / 1260 - v / 1680))) / x;
  return (x + 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
