import { expect, it } from 'vitest';
import { graphDifference } from '../../../src/core/report/graph-difference.ts';

const drawing = (text: string) => ({
  nodes: text
    .split(' ')
    .map((label, at) => ({ label, kind: at === 0 ? ('input' as const) : ('operator' as const) })),
  edges: [],
});

it.each([
  ['x Gemm Relu Gemm', 'x Gemm Gemm', [2], []],
  ['x Gemm Gemm', 'x Gemm Relu Gemm', [], [2]],
  ['x Gemm Relu', 'x Gemm Relu', [], []],
  ['x Gemm Sigmoid Gemm Sigmoid', 'x Gemm Relu Gemm Sigmoid', [2], [2]],
  ['y Gemm', 'x Gemm', [0], [0]],
  // An input and an operator of one name are not the same.
  ['Relu Gemm', 'Gemm Gemm', [0], [0]],
  ['x', 'x Add Mul', [], [1, 2]],
])('%s against %s', (candidate, baseline, added, removed) => {
  const { candidate: one, baseline: other } = graphDifference(drawing(candidate), drawing(baseline));
  expect([[...one], [...other]]).toEqual([added, removed]);
});
