import { describe, it } from 'vitest';
import { expectClose } from '../../stats/relative.ts';
import { BINARY } from '../golden.ts';
import { measure } from '../measure.ts';
import { GOLDEN, scoresOf } from '../sample.ts';

describe.each([
  ['a', { candidate: GOLDEN.a }],
  ['b', { candidate: GOLDEN.b }],
  ['aw', { candidate: GOLDEN.a, weight: GOLDEN.weight }],
  ['bw', { candidate: GOLDEN.b, weight: GOLDEN.weight }],
] as const)('scores %s, as scikit-learn', (name, parts) => {
  const scores = scoresOf({ label: GOLDEN.label, ...parts });
  it.each(Object.entries(BINARY[name]))('%s', (id, expected) => {
    expectClose(measure(id, scores), expected, 1e-12);
  });
});

describe('the golden numbers of the reference', () => {
  const a = scoresOf({ label: GOLDEN.label, candidate: GOLDEN.a });
  it.each([
    ['auc', 0.8541666666666666],
    ['pauc@0.2', 0.7638888888888888],
    ['ap', 0.7928571428571428],
    ['logloss', 0.4532313556437055],
    ['brier', 0.14775],
    ['ne', 0.6734375908485875],
    ['rig', 0.32656240915141255],
  ])('%s', (id, expected) => expectClose(measure(id, a), expected));
});
