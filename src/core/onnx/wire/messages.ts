/**
 * How the pre-scan treats each field of onnx.proto (IR 13). A message name is walked into; the rest:
 * - `number`, `numbers`: copied (one varint, or several packed or not) · `float`: copied
 * - `name`: text under the cap on names · `blob`: bytes, left in the file when long · `doc`: left out
 * - `list-*`: values of an attribute, the first ones kept and all counted · `data-*`: weights, never copied
 */
export type Rule =
  | 'number'
  | 'numbers'
  | 'float'
  | 'name'
  | 'blob'
  | 'doc'
  | 'list-floats'
  | 'list-ints'
  | 'list-strings'
  | 'data-32'
  | 'data-64'
  | 'data-varint'
  | 'data-bytes'
  | MessageName;

export type MessageName = keyof typeof FIELDS;

const FIELDS = {
  Model: {
    1: 'number',
    2: 'name',
    3: 'name',
    4: 'name',
    5: 'number',
    6: 'doc',
    7: 'Graph',
    8: 'Opset',
    14: 'Entry',
    20: 'Training',
    25: 'Function',
    26: 'doc',
  },
  Graph: {
    1: 'Node',
    2: 'name',
    5: 'Tensor',
    10: 'doc',
    11: 'Value',
    12: 'Value',
    13: 'Value',
    14: 'Annotation',
    15: 'Sparse',
    16: 'Entry',
  },
  Node: {
    1: 'name',
    2: 'name',
    3: 'name',
    4: 'name',
    5: 'Attribute',
    6: 'doc',
    7: 'name',
    8: 'name',
    9: 'doc',
    10: 'doc',
  },
  Attribute: {
    1: 'name',
    2: 'float',
    3: 'number',
    4: 'blob',
    5: 'Tensor',
    6: 'Graph',
    7: 'list-floats',
    8: 'list-ints',
    9: 'list-strings',
    10: 'Tensor',
    11: 'Graph',
    13: 'doc',
    14: 'Type',
    15: 'Type',
    20: 'number',
    21: 'name',
    22: 'Sparse',
    23: 'Sparse',
  },
  Tensor: {
    1: 'numbers',
    2: 'number',
    3: 'doc',
    4: 'data-32',
    5: 'data-varint',
    6: 'data-bytes',
    7: 'data-varint',
    8: 'name',
    9: 'data-bytes',
    10: 'data-64',
    11: 'data-varint',
    12: 'doc',
    13: 'Entry',
    14: 'number',
    16: 'doc',
  },
  Sparse: { 1: 'Tensor', 2: 'Tensor', 3: 'numbers' },
  Value: { 1: 'name', 2: 'Type', 3: 'doc', 4: 'doc' },
  Type: {
    1: 'TensorType',
    4: 'ElementType',
    5: 'MapType',
    6: 'name',
    7: 'OpaqueType',
    8: 'TensorType',
    9: 'ElementType',
  },
  TensorType: { 1: 'number', 2: 'Shape' },
  ElementType: { 1: 'Type' },
  MapType: { 1: 'number', 2: 'Type' },
  OpaqueType: { 1: 'name', 2: 'name' },
  Shape: { 1: 'Dimension' },
  Dimension: { 1: 'number', 2: 'name', 3: 'name' },
  Opset: { 1: 'name', 2: 'number' },
  Entry: { 1: 'name', 2: 'blob' },
  Annotation: { 1: 'name', 2: 'Entry' },
  Training: { 1: 'doc', 2: 'doc', 3: 'doc', 4: 'doc' },
  Function: {
    1: 'name',
    4: 'name',
    5: 'name',
    6: 'name',
    7: 'Node',
    8: 'doc',
    9: 'Opset',
    10: 'name',
    11: 'Attribute',
    12: 'Value',
    13: 'name',
    14: 'Entry',
  },
} as const;

/** Rules by field number, per message. */
export const MESSAGES: ReadonlyMap<string, ReadonlyMap<number, Rule>> = new Map(
  Object.entries(FIELDS).map(([name, fields]) => [
    name,
    new Map(Object.entries(fields).map(([field, rule]) => [Number(field), rule as Rule])),
  ]),
);

/** Wire types a rule accepts, one bit each: 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes. */
const WIRE_TYPES: ReadonlyMap<string, number> = new Map([
  ['number', 0b1],
  ['numbers', 0b101],
  ['float', 0b100000],
  ['list-floats', 0b100100],
  ['list-ints', 0b101],
  ['data-32', 0b100100],
  ['data-64', 0b110],
  ['data-varint', 0b101],
]);
const LENGTH_DELIMITED = 0b100;

export const accepts = (rule: Rule, wireType: number): boolean =>
  (((WIRE_TYPES.get(rule) ?? LENGTH_DELIMITED) >> wireType) & 1) === 1;

/** Field numbers that the pre-scan adds to the skeleton, above all of onnx.proto. A file's own unknown fields are dropped, so it cannot forge them. */
export const ADDED = { segment: 100, omitted: 101 } as const;
