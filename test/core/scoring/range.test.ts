import { expect, test } from 'vitest';
import type { FaultError } from '../../../src/core/errors.ts';
import { type Scale, watchRange } from '../../../src/core/scoring/range.ts';

const NEEDED: Scale = { probabilities: true, neededBy: ['logloss', 'ece'] };
const FREE: Scale = { probabilities: true, neededBy: [] };

function see(scores: number[], classes: number, scale: Scale, activation: 'none' | 'sigmoid' = 'none') {
  const watch = watchRange('The candidate', { activation }, scale);
  // Two calls, as of two batches.
  const middle = Math.ceil(scores.length / classes / 2) * classes;
  try {
    watch.see(Float64Array.from(scores.slice(0, middle)), classes, 0);
    watch.see(Float64Array.from(scores.slice(middle)), classes, middle / classes);
  } catch (error) {
    return (error as FaultError).faults.map(({ message, fix }) => `${message} ${fix}`);
  }
  return watch.notes();
}

test('a fault names row, value, metrics and what to write', () => {
  expect(see([0, 1, 0.5, -0.25], 1, NEEDED)).toEqual([
    "The candidate's score in row 4 is -0.25, but logloss and ece need probabilities from 0 to 1. If the model gives logits, write `output: { activation: sigmoid }`; `auc` takes any score.",
  ]);
  expect(see([0.5, 0.5, 0.25, 0.25], 2, NEEDED)).toEqual([
    "The candidate's scores in row 2 add up to 0.5, but logloss and ece need probabilities from 0 to 1 that add up to 1. If the model gives logits, write `output: { activation: softmax }`; `accuracy` takes any scores.",
  ]);
  expect(see([2, -1], 2, NEEDED)[0]).toContain('score in row 1 is 2, but');
});

test('without a metric that needs them it is a note, with the number of rows', () => {
  expect(see([3, 0.5, 0.5, 4], 1, FREE)).toEqual([
    "The candidate's score in row 1 is 3, and 2 rows in all hold no probabilities. If the model gives logits, write `output: { activation: sigmoid }`.",
  ]);
  expect(see([0.5, 0.25], 2, FREE)[0]).toContain('activation: softmax');
});

test('rows of NaN and infinity are counted, of whatever scale', () => {
  const any: Scale = { probabilities: false, neededBy: [] };
  const words = "The candidate's scores are NaN or infinite in 2 rows, first in row 2.";
  for (const scale of [any, FREE, NEEDED])
    expect(see([0, Number.NaN, 1, Number.POSITIVE_INFINITY], 1, scale)).toEqual([words]);
  expect(see([0, 1, Number.NaN, 1], 2, NEEDED)).toEqual([
    "The candidate's scores are NaN or infinite in 1 row, first in row 2.",
  ]);
});

test('what is within bounds, or of no bounds, is not mentioned', () => {
  expect(see([0, 1, 0.5], 1, NEEDED)).toEqual([]);
  // float16 rounds.
  expect(see([0.501, 0.5], 2, NEEDED)).toEqual([]);
  expect(see([7, -7], 1, { probabilities: false, neededBy: [] })).toEqual([]);
});
