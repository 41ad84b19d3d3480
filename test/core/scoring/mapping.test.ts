import { expect, test } from 'vitest';
import { checkMappingNames, type Inputs, planInputs, requestsOf } from '../../../src/core/scoring/mapping.ts';
import type { Signature } from '../../../src/ports.ts';

type Shape = (number | string | null)[];
const signature = (...inputs: [name: string, type: string | null, shape: Shape][]): Signature => ({
  inputs: inputs.map(([name, type, shape]) => ({ name, type, shape })),
  outputs: [],
});
const columns = (text: string) =>
  text.split(' ').map((each) => {
    const [name = '', type = 'DOUBLE'] = each.split(':');
    return { name, type };
  });
const HOLDOUT = columns('user_id:BIGINT price age:INTEGER city:VARCHAR paid:BOOLEAN clicked:INTEGER');
const ROLES = { label: 'clicked', group: 'user_id' };

function plan(given: Signature, inputs: Inputs = 'auto') {
  const planned = planInputs(given, HOLDOUT, inputs, ROLES);
  if (!planned.ok) throw new Error(planned.faults.map(({ message }) => message).join('\n'));
  return planned.plan;
}

function faults(given: Signature, inputs: Inputs = 'auto', holdout = HOLDOUT) {
  const planned = planInputs(given, holdout, inputs, ROLES);
  return planned.ok ? [] : planned.faults;
}

test('auto: by exact name, for [batch] and [batch, 1], each in its own element type', () => {
  const found = plan(
    signature(
      ['price', 'float32', ['n']],
      ['age', 'int64', ['n', 1]],
      ['city', 'string', [null, 1]],
      ['user_id', 'int32', [null]],
      ['paid', 'bool', ['n']],
    ),
  );
  expect(found.inputs.map((input) => [input.name, input.kind === 'columns' && input.rank])).toEqual([
    ['price', 1],
    ['age', 2],
    ['city', 2],
    ['user_id', 1],
    ['paid', 1],
  ]);
  expect(requestsOf(found)).toEqual([
    { from: { column: 'price' }, as: 'float32' },
    { from: { column: 'age' }, as: 'int64' },
    { from: { column: 'city' }, as: 'string' },
    { from: { column: 'user_id' }, as: 'int64' },
    { from: { column: 'paid' }, as: 'int64' },
  ]);
  expect(found).toMatchObject({ fixedBatch: null, notes: [] });
});

test('auto: a column that differs in case alone is taken when it is the only one, and told', () => {
  const given = signature(['Price', 'float32', ['n']]);
  expect(plan(given).notes).toEqual(['Input `Price` is fed from the column `price`.']);
  expect(requestsOf(plan(given))[0]!.from).toEqual({ column: 'price' });
  const [fault] = faults(given, 'auto', columns('PRICE price'));
  expect(fault).toMatchObject({ code: 'column-missing', fix: 'Did you mean `PRICE` or `price`?' });
});

test('auto: an input without a column has its nearest names', () => {
  expect(faults(signature(['prise', 'float32', ['n']], ['q', 'float32', ['n', 1]]))).toEqual([
    {
      code: 'column-missing',
      message: 'Input `prise` has no column of its name in the holdout.',
      fix: 'Did you mean `price`?',
    },
    {
      code: 'column-missing',
      message: 'Input `q` has no column of its name in the holdout.',
      fix: 'The columns are `user_id`, `price`, `age`, `city`, `paid`.',
    },
  ]);
});

test('auto never feeds the label to a model', () => {
  const [fault, ...more] = faults(signature(['clicked', 'float32', ['n']]));
  expect(more).toEqual([]);
  expect(fault!.message).toBe('Input `clicked` has the name of the label, which must not be fed to a model.');
});

test('auto on a matrix: when the numbers left are as many, the YAML is complete', () => {
  const given = signature(['age', 'int64', ['n']], ['x', 'float32', ['n', 2]]);
  const [fault, ...more] = faults(given);
  expect(more).toEqual([]);
  expect(fault!.message).toBe(
    'Input `x` [n, 2] takes 2 columns, and a name cannot say which; the holdout has 2 numeric ones left: `price`, `paid`.',
  );
  expect(fault!.fix).toBe(
    'If these are the columns, in the order that the model was trained on, write:\ninputs:\n  x: [price, paid]',
  );
});

test('auto on a matrix: else the YAML is begun, with names quoted where YAML wants it', () => {
  const odd = columns('yes a:b:c:DOUBLE clicked').map((each, i) =>
    i === 1 ? { ...each, name: 'a: b' } : each,
  );
  const [fault] = faults(signature(['x y', 'float32', ['n', 17]]), 'auto', [
    ...odd.map(({ name }) => ({ name, type: 'DOUBLE' })),
  ]);
  expect(fault!.fix).toBe(
    'List 17 columns in the order that the model was trained on:\ninputs:\n  x y: ["yes", "a: b", …]',
  );
  const [bare] = faults(signature(['x', 'float32', ['n', 3]]), 'auto', columns('city:VARCHAR'));
  expect(bare!.message).toMatch(/the holdout has no numeric column left\.$/);
});

test('a matrix of open width needs a mapping too', () => {
  const given = signature(['x', 'float32', ['n', 'features']]);
  expect(faults(given)[0]!.message).toMatch(/^Input `x` \[n, features\] takes several columns/);
  expect(requestsOf(plan(given, { x: ['price', 'age'] })).length).toBe(2);
});

test('mappings: a column, an expression, a list, a list with its own rule; the rest by name', () => {
  const given = signature(
    ['a', 'float32', ['n']],
    ['b', 'float64', ['n', 1]],
    ['c', 'float16', ['n', 2]],
    ['d', 'int64', ['n', 2]],
    ['age', 'float32', ['n']],
  );
  const found = plan(given, {
    a: 'price',
    b: { sql: 'ln(1 + price)' },
    c: ['price', { sql: 'age / 10' }],
    d: { columns: ['age', 'user_id'], missing: 0 },
  });
  expect(requestsOf(found)).toEqual([
    { from: { column: 'price' }, as: 'float32' },
    { from: { sql: 'ln(1 + price)' }, as: 'float64' },
    { from: { column: 'price' }, as: 'float64' },
    { from: { sql: 'age / 10' }, as: 'float64' },
    { from: { column: 'age' }, as: 'int64' },
    { from: { column: 'user_id' }, as: 'int64' },
    { from: { column: 'age' }, as: 'float32' },
  ]);
  expect(found.inputs.map((input) => input.kind === 'columns' && input.missing)).toEqual([
    ['fail'],
    ['fail'],
    ['fail', 'fail'],
    [0, 0],
    ['fail'],
  ]);
});

test('every fault of every input comes at once', () => {
  const given = signature(
    ['x', 'float32', ['n', 3]],
    ['image', 'float32', ['n', 3, 224, 224]],
    ['temperature', 'float32', []],
    ['tokens', 'bfloat16', ['n', 8]],
    ['map', null, []],
    ['age', 'int64', ['n']],
    ['y', 'float32', ['n']],
  );
  const found = faults(given, {
    x: ['price', 'agee'],
    age: { columns: ['age'], missing: 'nan' },
    y: ['price', 'age'],
  });
  expect(found.map(({ message }) => message)).toEqual([
    'Input `x` takes the column `agee`, which is not in the holdout.',
    'Input `x` [n, 3] takes 3 columns, and `inputs` gives it 2.',
    'Input `image` has 4 dimensions [n, 3, 224, 224] and takes 150528 values a row; plain columns feed [batch] and [batch, columns].',
    'Input `temperature` has no batch dimension: it is a scalar, or its shape was left open.',
    'Input `tokens` takes bfloat16, which columns cannot feed.',
    'Input `map` is a sequence or a map, not a tensor.',
    'Input `age` (int64) takes whole numbers, so `missing: nan` cannot stand there.',
    'Input `y` [n] takes one column, and `inputs` gives it 2.',
  ]);
});

test.each([
  ['int8', 200, 'takes a smaller range'],
  ['int64', 0.5, 'takes whole numbers'],
  ['uint8', -1, 'takes a smaller range'],
  ['bool', 2, 'takes a smaller range'],
  ['string', 0, 'takes text'],
] as const)('a value for missing ones that %s cannot hold: %d', (type, missing, words) => {
  const [fault] = faults(signature(['x', type, ['n']]), { x: { columns: ['age'], missing } });
  expect(fault!.message).toContain(words);
});

test('a fixed batch is the plan’s; two different ones are a fault', () => {
  const fixed = signature(['price', 'float32', [32, 1]], ['age', 'float32', ['n']]);
  expect(plan(fixed).fixedBatch).toBe(32);
  const [fault] = faults(signature(['price', 'float32', [32]], ['age', 'float32', [16]]));
  expect(fault!.message).toBe('The inputs are fixed to different batch sizes (32, 16).');
});

test('names in the mapping are held against the inputs of all models', () => {
  const one = signature(['features', 'float32', ['n', 2]]);
  const two = signature(['item', 'int64', ['n']]);
  const inputs = { features: ['price', 'age'], item: 'user_id' };
  expect(checkMappingNames(inputs, [one, two])).toEqual([]);
  expect(checkMappingNames('auto', [one])).toEqual([]);
  expect(checkMappingNames({ feature: 'age', zzz: 'age' }, [one])).toEqual([
    {
      code: 'model-signature',
      message: '`inputs` maps `feature`, and the model has no such input.',
      fix: 'Did you mean `features`?',
    },
    {
      code: 'model-signature',
      message: '`inputs` maps `zzz`, and the model has no such input.',
      fix: 'Its inputs are `features`.',
    },
  ]);
});

test('names are never looked up on a prototype', () => {
  const given = signature(['constructor', 'float32', ['n']], ['__proto__', 'float32', ['n']]);
  expect(faults(given, {}).length).toBe(2);
});
