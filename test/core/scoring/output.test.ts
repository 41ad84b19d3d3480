import { expect, test } from 'vitest';
import type { FaultError } from '../../../src/core/errors.ts';
import { extractScores } from '../../../src/core/scoring/extract.ts';
import { columnsOf, type OutputPlan, planOutput } from '../../../src/core/scoring/output.ts';
import type { Tensor } from '../../../src/ports.ts';

type Shape = (number | string | null)[];
type Given = [name: string, type: string | null, shape: Shape];
type Choice = { name?: string; class?: number; activation?: 'none' | 'sigmoid' | 'softmax' };

function planned(outputs: Given[], choice: Choice = {}) {
  const infos = outputs.map(([name, type, shape]) => ({ name, type, shape }));
  return planOutput({ inputs: [], outputs: infos }, { activation: 'none', ...choice });
}
function plan(outputs: Given[], choice: Choice = {}): OutputPlan {
  const found = planned(outputs, choice);
  if (!found.ok) throw new Error(found.faults[0]!.message);
  return found.plan;
}
function fault(outputs: Given[], choice: Choice = {}) {
  const found = planned(outputs, choice);
  if (found.ok) throw new Error(`planned ${found.plan.name}`);
  return found.faults[0]!;
}

const LABEL: Given = ['label', 'int64', ['n']];

test.each<[string, Given[], Choice, string]>([
  ['the only one', [['p', 'float32', ['n']]], {}, 'p'],
  ['beside labels', [LABEL, ['probabilities', 'float32', ['n', 2]]], {}, 'probabilities'],
  [
    'the only one that fits',
    [
      ['p', 'float32', ['n', 1]],
      ['hidden', 'float32', ['n', 64]],
    ],
    {},
    'p',
  ],
  [
    'named',
    [
      ['a', 'float32', ['n']],
      ['b', 'float16', ['n', 5]],
    ],
    { name: 'b', class: 4 },
    'b',
  ],
  ['of many classes', [LABEL, ['p', 'float64', ['n', 5]]], { class: 0 }, 'p'],
  ['of an open shape', [['p', 'float32', []]], {}, 'p'],
])('the score is found: %s', (_, outputs, choice, name) => {
  expect(plan(outputs, choice).name).toBe(name);
});

test('several that could be meant are listed, with YAML to paste', () => {
  const found = fault([['sum', 'float32', ['n']], ['product', 'float32', ['n', 1]], LABEL]);
  expect(found.message).toBe(
    'Which output is the score cannot be told: the model has `sum` (float32 [n]), `product` (float32 [n, 1]), `label` (int64 [n]).',
  );
  expect(found.fix).toBe('Name it in the policy:\noutput: { name: sum }');
});

test.each<[Given[], Choice, RegExp, RegExp]>([
  [[['p', 'float32', ['n']]], { name: 'probability' }, /no output `probability`; it has `p`/, /Correct/],
  [[['prob', 'float32', ['n']]], { name: 'probs' }, /no output `probs`/, /Did you mean `prob`/],
  [[LABEL, ['out', null, []]], {}, /`out` is a sequence or a map \(such as ZipMap/, /"zipmap": False/],
  [[LABEL], {}, /`label` holds int64, which are labels/, /probabilities/],
  [[LABEL, ['p', 'float32', ['n']]], { name: 'label' }, /labels and not scores/, /probabilities/],
  [[LABEL, ['p', 'float32', ['n', 5]]], {}, /has 5 columns/, /output: { name: p, class: 1 }/],
  [[['p', 'float32', ['n', 2]]], { class: 2 }, /`output.class` is 2, .* columns 0 to 1/, /counts from 0/],
  [[['p', 'float32', ['n', 1]]], { class: 1 }, /only column 0/, /Leave `class` out/],
  [[['p', 'float32', ['n']]], { activation: 'softmax' }, /softmax of one number is always 1/, /sigmoid/],
  [[['p', 'float32', ['n', 7, 7]]], {}, /has 3 dimensions \[n, 7, 7\]/, /\[batch, 1\]/],
])('%j under %j', (outputs, choice, message, fix) => {
  const found = fault(outputs, choice);
  expect(found.code).toBe('model-signature');
  expect(found.message).toMatch(message);
  expect(found.fix).toMatch(fix);
});

test('without a class: the only column, the second of two; an open width is judged when it is known', () => {
  const open = plan([['p', 'float32', ['n', null]]]);
  expect(columnsOf(open, 1)).toEqual([0]);
  expect(columnsOf(open, 2)).toEqual([1]);
  expect(() => columnsOf(open, 3)).toThrow(/has 3 columns/);
  expect(columnsOf({ ...open, class: 0 }, 2)).toEqual([0]);
});

function extract(given: Partial<OutputPlan>, tensor: Tensor, rows: number, count = rows) {
  const plan = { name: 'p', activation: 'none', class: null, ...given } as const;
  return [...extractScores(plan, tensor, rows, count).scores];
}
const tensor = (shape: number[], ...data: number[]): Tensor => ({
  type: 'float64',
  data: Float64Array.from(data),
  shape,
});

test('scores come from [rows], [rows, 1] and a column of [rows, classes]', () => {
  expect(extract({}, tensor([2], 0.1, 0.2), 2)).toEqual([0.1, 0.2]);
  expect(extract({}, tensor([2, 1], 0.1, 0.2), 2)).toEqual([0.1, 0.2]);
  expect(extract({}, tensor([2, 2], 0.9, 0.1, 0.8, 0.2), 2)).toEqual([0.1, 0.2]);
  expect(extract({ class: 0 }, tensor([2, 3], 1, 2, 3, 4, 5, 6), 2)).toEqual([1, 4]);
});

test('padding is left out', () => {
  expect(extract({}, tensor([4, 1], 1, 2, 2, 2), 4, 2)).toEqual([1, 2]);
});

test('float16 bits are numbers again', () => {
  expect(extract({}, { type: 'float16', data: Uint16Array.of(0x3800, 0x3c00), shape: [2] }, 2)).toEqual([
    0.5, 1,
  ]);
});

test('sigmoid and softmax, by hand: 1/(1+e^-2), and e^1/(e^0+e^1+e^2); large logits do not overflow', () => {
  expect(extract({ activation: 'sigmoid' }, tensor([1], 2), 1)[0]).toBeCloseTo(0.8807970779778823, 15);
  expect(extract({ activation: 'sigmoid' }, tensor([2], -1000, 1000), 2)).toEqual([0, 1]);
  const three = { activation: 'softmax', class: 1 } as const;
  expect(extract(three, tensor([1, 3], 0, 1, 2), 1)[0]).toBeCloseTo(0.24472847105479767, 15);
  expect(extract({ activation: 'softmax' }, tensor([1, 2], 1000, 1000), 1)).toEqual([0.5]);
});

test.each([
  [[1, 1], [0.5]],
  [[3], [1, 2, 3]],
  [[2, 0], []],
])('an output of shape %j for two rows is refused', (shape, data) => {
  try {
    extract({}, tensor(shape, ...data), 2);
    expect.unreachable();
  } catch (error) {
    expect((error as FaultError).faults[0]).toMatchObject({
      code: 'model-signature',
      message: `Output \`p\` came back as [${shape.join(', ')}] for 2 rows.`,
    });
  }
});

test('of several classes every column is a score, row by row', () => {
  const all = planOutput(
    { inputs: [], outputs: [{ name: 'p', type: 'float32', shape: ['n', 3] }] },
    { activation: 'none' },
    true,
  );
  expect(all).toEqual({ ok: true, plan: { name: 'p', activation: 'none', class: 'all' } });
  expect(extract({ class: 'all' }, tensor([2, 3], 1, 2, 3, 4, 5, 6), 2)).toEqual([1, 2, 3, 4, 5, 6]);
  const [a, b, c] = extract({ class: 'all', activation: 'softmax' }, tensor([1, 3], 0, 1, 2), 1);
  expect(a! + b! + c!).toBeCloseTo(1, 15);
  expect(b).toBeCloseTo(0.24472847105479767, 15);
  expect(() => extract({ class: 'all' }, tensor([2, 1], 1, 2), 2)).toThrow(/has one column/);
});

test('one class of several cannot be judged as several', () => {
  const planned = planOutput(
    { inputs: [], outputs: [{ name: 'p', type: 'float32', shape: ['n', 3] }] },
    { activation: 'none', class: 1 },
    true,
  );
  expect(planned.ok ? '' : planned.faults[0]!.message).toContain('`task: multiclass` judges all');
});
