import { expect, it } from 'vitest';
import { signatureDifferences } from '../../../../src/core/image/probe/signature.ts';

const info = (name: string, shape: (number | string | null)[], type = 'float32') =>
  ({ name, type, shape }) as never;
const offline = { inputs: [info('x', ['batch', 3])], outputs: [info('p', [null, 1])] };

it('takes open sizes for the same, whatever their names', () => {
  expect(
    signatureDifferences({ inputs: [info('x', [null, 3])], outputs: [info('p', ['n', 1])] }, offline),
  ).toEqual([]);
});

it('names what is missing, added or another', () => {
  const served = { inputs: [info('x', [null, 4]), info('y', [1])], outputs: [] };
  expect(signatureDifferences(served, offline)).toEqual([
    'The input "x" is served as float32 [-1,4], and the file has float32 [-1,3].',
    'The input "y" is served, and the file has none of that name.',
    'The output "p" is not served.',
  ]);
});
