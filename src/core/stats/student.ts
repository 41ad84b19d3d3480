/**
 * Student's t distribution with `degrees` of freedom (any positive number), to about 1e-14 relative in the tails.
 * P(T > t) = ½ I_x(ν/2, ½) with x = ν/(ν + t²), I the regularised incomplete beta function: its power series near 0,
 * its continued fraction beyond (Abramowitz & Stegun 26.5 and 26.7).
 * Infinite degrees are the normal distribution, so that one function serves z and t.
 */
import { normalQuantile, normalSurvival } from './normal.ts';

/** Where the series hands over to the continued fraction, which converges fast for t² > 3. */
const TAIL_SQUARED = 3;
/** Levels of the fraction that reach 1e-16 there. */
const LEVELS = 100;

/** P(T ≤ t). `studentCdf(2, 10)` = 0.9633059826146299. */
export function studentCdf(t: number, degrees: number): number {
  return studentSurvival(-t, degrees);
}

/** P(T > t), accurate in the far tail. `studentSurvival(2.228138851986274, 10)` = 0.025. */
export function studentSurvival(t: number, degrees: number): number {
  if (!(degrees > 0) || Number.isNaN(t)) return Number.NaN;
  if (degrees === Number.POSITIVE_INFINITY) return normalSurvival(t);
  if (t * t <= TAIL_SQUARED) return 0.5 - centre(t, degrees);
  return t < 0 ? 1 - Math.exp(logTail(-t, degrees)) : Math.exp(logTail(t, degrees));
}

/**
 * The t with P(T ≤ t) = p; −∞ at 0, ∞ at 1, NaN outside [0, 1]. `studentQuantile(0.975, 10)` = 2.228138851986274.
 * Newton's method on P − ½ near 0, on log P against log t (concave) in the tails: both converge from any start.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(degrees > 0)) return Number.NaN;
  if (degrees === Number.POSITIVE_INFINITY || !(p > 0 && p < 1)) return normalQuantile(p);
  if (p > 0.5) return -studentQuantile(1 - p, degrees);
  const edge = Math.sqrt(TAIL_SQUARED);
  return p > studentSurvival(edge, degrees) ? centreQuantile(p - 0.5, degrees) : -tailQuantile(p, degrees);
}

/** Density at 0: Γ((ν+1)/2) / (√(νπ) Γ(ν/2)). */
function densityAtZero(degrees: number): number {
  return gammaRatio(degrees / 2) / Math.sqrt(degrees * Math.PI);
}

function logDensity(t: number, degrees: number): number {
  const scaled = Math.abs(t) / Math.sqrt(degrees);
  // The square would overflow in the far tail of few degrees.
  const log = scaled > 1e8 ? 2 * Math.log(scaled) : Math.log1p(scaled * scaled);
  return Math.log(densityAtZero(degrees)) - ((degrees + 1) / 2) * log;
}

/** Γ(a + ½)/Γ(a): the recurrence up to where the expansion of its logarithm in 1/a has full precision. */
function gammaRatio(a: number): number {
  let factor = 1;
  let x = a;
  for (; x < 30; x++) factor *= x / (x + 0.5);
  const v = 1 / (x * x);
  const log = (-1 / 8 + v * (1 / 192 + v * (-1 / 640 + v * (17 / 14336 - (v * 31) / 18432)))) / x;
  return factor * Math.sqrt(x) * Math.exp(log);
}

/** P(0 < T ≤ t), signed: t·f(t)·(1+t²/ν)·Σ (a+½)ₙ/(3/2)ₙ yⁿ with a = ν/2, y = t²/(ν+t²). */
function centre(t: number, degrees: number): number {
  const y = (t * t) / (degrees + t * t);
  let term = 1;
  let total = 1;
  for (let n = 0; term > 1e-17 * total; n++) {
    term *= ((degrees / 2 + 0.5 + n) / (1.5 + n)) * y;
    total += term;
  }
  const power = Math.exp(-((degrees - 1) / 2) * Math.log1p((t * t) / degrees));
  return t * densityAtZero(degrees) * power * total * (1 - y);
}

/**
 * log P(T > t) for t² > 3: ½·t·f(t) over the continued fraction of I_x(a, ½), from the inside out.
 * Didonato & Morris 1992 (TOMS 708), whose terms do not cancel when there are millions of degrees.
 */
function logTail(t: number, degrees: number): number {
  if (t === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const a = degrees / 2;
  const b = 0.5;
  const odds = (t / Math.sqrt(degrees)) ** 2;
  const x = 1 / (1 + odds);
  const y = 1 / (1 + 1 / odds);
  const lambda = (a + b) * y - b;
  const beta = (n: number) =>
    n +
    (n === 0 ? 0 : (n * (b - n) * x) / (a + 2 * n - 1)) +
    ((a + n) / (a + 2 * n + 1)) * (lambda + 1 + n * (1 + y));
  let value = beta(LEVELS);
  for (let n = LEVELS; n > 0; n--) {
    const alpha = ((a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x) / (a + 2 * n - 1) ** 2;
    value = beta(n - 1) + alpha / value;
  }
  return logDensity(t, degrees) + Math.log(t / 2 / value);
}

function centreQuantile(excess: number, degrees: number): number {
  let t = excess / densityAtZero(degrees);
  for (let round = 0; round < 100; round++) {
    const step = (centre(t, degrees) - excess) / Math.exp(logDensity(t, degrees));
    t -= step;
    if (Math.abs(step) <= 1e-15 * Math.abs(t)) break;
  }
  return t;
}

function tailQuantile(p: number, degrees: number): number {
  const logP = Math.log(p);
  let t = Math.max(-normalQuantile(p), Math.sqrt(TAIL_SQUARED));
  for (let round = 0; round < 100; round++) {
    const log = logTail(t, degrees);
    const step = (log - logP) / (t * Math.exp(logDensity(t, degrees) - log));
    t *= Math.exp(step);
    if (Math.abs(step) <= 1e-15) break;
  }
  return t;
}
