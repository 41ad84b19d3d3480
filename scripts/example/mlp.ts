import { sigmoid } from './exact.ts';
import { type Table, WIDTH } from './features.ts';
import { randomFrom } from './random.ts';

export const HIDDEN = 24;
const SEED = 3;
const EPOCHS = 8;
const BATCH = 128;
const RATE = 0.008;
const DECAY = 1e-4;

/** Where each array begins in the flat vector of weights. */
const HIDDEN_BIAS = HIDDEN * WIDTH;
const OUT_WEIGHTS = HIDDEN_BIAS + HIDDEN;
const OUT_BIAS = OUT_WEIGHTS + HIDDEN;
const SIZE = OUT_BIAS + 1;

/** Probability = sigmoid(relu(hiddenWeights · features + hiddenBias) · outWeights + outBias). */
export interface Mlp {
  /** Row-major [HIDDEN, WIDTH]. */
  readonly hiddenWeights: Float64Array;
  readonly hiddenBias: Float64Array;
  readonly outWeights: Float64Array;
  readonly outBias: number;
}

/** One hidden layer on log loss: mini-batches, Adam (Kingma, Ba 2015) with a rate that falls to zero in a line. */
export function trainMlp(table: Table): Mlp {
  const random = randomFrom(SEED);
  const rows = table.label.length;
  const weights = new Float64Array(SIZE);
  for (let i = 0; i < HIDDEN_BIAS; i++) weights[i] = random.normal() * Math.sqrt(2 / WIDTH);
  for (let i = OUT_WEIGHTS; i < OUT_BIAS; i++) weights[i] = random.normal() * Math.sqrt(1 / HIDDEN);

  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const gradient = new Float64Array(SIZE);
  const update = adam(weights);
  const steps = EPOCHS * Math.ceil(rows / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = rows - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (let first = 0; first < rows; first += BATCH) {
      const batch = order.subarray(first, first + BATCH);
      for (let i = 0; i < SIZE; i++) gradient[i] = i < HIDDEN_BIAS ? DECAY * weights[i]! : 0;
      for (const row of batch) addGradient(table, row, weights, gradient, 1 / batch.length);
      update(gradient, RATE * (1 - step++ / steps));
    }
  }
  return {
    hiddenWeights: weights.subarray(0, HIDDEN_BIAS),
    hiddenBias: weights.subarray(HIDDEN_BIAS, OUT_WEIGHTS),
    outWeights: weights.subarray(OUT_WEIGHTS, OUT_BIAS),
    outBias: weights[OUT_BIAS]!,
  };
}

/** Adds `share` times the gradient of one row's log loss. */
function addGradient(
  { features, label }: Table,
  row: number,
  weights: Float64Array,
  gradient: Float64Array,
  share: number,
): void {
  const start = row * WIDTH;
  const hidden = new Float64Array(HIDDEN);
  let logit = weights[OUT_BIAS]!;
  for (let unit = 0; unit < HIDDEN; unit++) {
    let sum = weights[HIDDEN_BIAS + unit]!;
    for (let i = 0; i < WIDTH; i++) sum += weights[unit * WIDTH + i]! * features[start + i]!;
    hidden[unit] = Math.max(sum, 0);
    logit += hidden[unit]! * weights[OUT_WEIGHTS + unit]!;
  }
  const error = share * (sigmoid(logit) - label[row]!);
  gradient[OUT_BIAS]! += error;
  for (let unit = 0; unit < HIDDEN; unit++) {
    if (hidden[unit] === 0) continue;
    gradient[OUT_WEIGHTS + unit]! += error * hidden[unit]!;
    const back = error * weights[OUT_WEIGHTS + unit]!;
    gradient[HIDDEN_BIAS + unit]! += back;
    for (let i = 0; i < WIDTH; i++) gradient[unit * WIDTH + i]! += back * features[start + i]!;
  }
}

/** Adam's state for one vector of weights; each call moves them one step. */
function adam(weights: Float64Array): (gradient: Float64Array, rate: number) => void {
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  let meanLeft = 1;
  let squareLeft = 1;
  return (gradient, rate) => {
    meanLeft *= 0.9;
    squareLeft *= 0.999;
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i]!;
      mean[i] = 0.9 * mean[i]! + 0.1 * g;
      square[i] = 0.999 * square[i]! + 0.001 * g * g;
      const size = Math.sqrt(square[i]! / (1 - squareLeft)) + 1e-8;
      weights[i]! -= (rate * (mean[i]! / (1 - meanLeft))) / size;
    }
  };
}
