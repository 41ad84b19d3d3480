import { sigmoid } from './exact.ts';
import { type Table, WIDTH } from './features.ts';

/** Probability = sigmoid(features · weights + bias). */
export interface Logistic {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Prior precision of each weight. Makes the one-hot groups, which sum to the intercept, solvable. */
const RIDGE = 1;
const STEPS = 8;

/** Logistic regression by Newton's method from zero; converges to 1e-12 in {@link STEPS} steps on such tables. */
export function trainLogistic({ features, label }: Table): Logistic {
  const size = WIDTH + 1;
  const x = new Float64Array(size);
  const beta = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((value, i) => (i < WIDTH ? -RIDGE * value : 0));
    const hessian = Array.from({ length: size }, (_, i) => {
      const row = new Float64Array(size);
      if (i < WIDTH) row[i] = RIDGE;
      return row;
    });
    for (let row = 0; row < label.length; row++) {
      x.set(features.subarray(row * WIDTH, (row + 1) * WIDTH));
      x[WIDTH] = 1;
      let logit = 0;
      for (let i = 0; i < size; i++) logit += x[i]! * beta[i]!;
      const p = sigmoid(logit);
      for (let i = 0; i < size; i++) {
        gradient[i]! += (label[row]! - p) * x[i]!;
        const scaled = p * (1 - p) * x[i]!;
        if (scaled !== 0) for (let j = 0; j <= i; j++) hessian[i]![j]! += scaled * x[j]!;
      }
    }
    const change = solve(hessian, gradient);
    for (let i = 0; i < size; i++) beta[i]! += change[i]!;
  }
  return { weights: beta.subarray(0, WIDTH), bias: beta[WIDTH]! };
}

/** Solves A·x = b for a positive definite A, of which the lower triangle is read, by Cholesky. Overwrites both. */
function solve(a: readonly Float64Array[], b: Float64Array): Float64Array {
  for (let i = 0; i < b.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= a[i]![k]! * a[j]![k]!;
      a[i]![j] = i === j ? Math.sqrt(sum) : sum / a[j]![j]!;
    }
  }
  for (let i = 0; i < b.length; i++) {
    for (let k = 0; k < i; k++) b[i]! -= a[i]![k]! * b[k]!;
    b[i]! /= a[i]![i]!;
  }
  for (let i = b.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < b.length; k++) b[i]! -= a[k]![i]! * b[k]!;
    b[i]! /= a[i]![i]!;
  }
  return b;
}
