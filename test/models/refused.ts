/** Models that ONNX Runtime 1.30 refuses, each for one reason. */
import { DataType, type GraphInit, model, node, tensor, value } from '../../scripts/onnx/builder.ts';

type Nodes = NonNullable<GraphInit['node']>;
type More = Parameters<typeof model>[1];

const float = (name: string, shape: (number | string)[] = ['batch']) => value(name, DataType.FLOAT, shape);
const three = tensor('w', Float32Array.of(1, 2, 3), [3]);
const imports = (...more: { domain: string; version: bigint }[]) => ({
  opsetImport: [{ domain: '', version: 17n }, ...more],
});

/** `x` → `y`, float [batch], through these nodes. */
const through = (nodes: Nodes, more: Partial<GraphInit> = {}, rest: More = {}) =>
  model({ name: 'g', input: [float('x')], output: [float('y')], node: nodes, ...more } as GraphInit, rest);
const relu = (more: Partial<GraphInit> = {}, rest: More = {}) =>
  through([node('Relu', ['x'], ['y'])], more, rest);
const plusW = (w: object) => through([node('Add', ['x', 'w'], ['y'])], { initializer: [w] });
const external = (location: string) =>
  plusW({
    name: 'w',
    dims: [3n],
    dataType: 1,
    dataLocation: 1,
    externalData: [{ key: 'location', value: location }],
  });
const custom = (rest: More) => through([{ ...node('Foo', ['x'], ['y']), domain: 'my.ops' }], {}, rest);
const recursive = { ...node('f', ['x'], ['y']), domain: 'n' };

/** Name, bytes, and what we say after "ONNX Runtime does not load <path>: ". */
export const REFUSED: readonly [name: string, bytes: Uint8Array, reason: string][] = [
  [
    'no protobuf',
    new TextEncoder().encode('this is not a model'),
    'it is not an ONNX file, or one that was cut short or damaged',
  ],
  ['cut short', relu().slice(0, 60), 'it is not an ONNX file, or one that was cut short or damaged'],
  ['no graph', new Uint8Array(), 'it holds no graph'],
  ['empty graph', model({ name: 'g' }), 'its graph is empty'],
  [
    'unknown operator',
    through([node('Frobnicate', ['x'], ['y'])]),
    'there is no operator Frobnicate in opset 17 (node "Frobnicate_y", Frobnicate)',
  ],
  [
    'removed operator',
    through([node('Upsample', ['x', 'w'], ['y'])], { initializer: [three] }),
    'the operator Upsample was removed from ONNX before opset 17 (node "Upsample_y", Upsample)',
  ],
  [
    'domain not imported',
    custom({}),
    'it uses operators of domain "my.ops", and opset_import does not name it (node "Foo_y", Foo)',
  ],
  [
    'custom operator',
    custom(imports({ domain: 'my.ops', version: 1n })),
    'there is no operator Foo of domain "my.ops"',
  ],
  [
    'dangling input',
    through([node('Relu', ['nope'], ['y'])]),
    'a node reads "nope", which is no input, no initializer and no output of a node',
  ],
  ['output not made', through([node('Relu', ['x'], ['z'])]), 'no node makes the output "y"'],
  [
    'one name for two nodes',
    through([node('Relu', ['x'], ['a']), { ...node('Neg', ['a'], ['y']), name: 'Relu_a' }]),
    'two nodes are called "Relu_a"',
  ],
  [
    'one output of two nodes',
    through([node('Relu', ['x'], ['y']), node('Neg', ['x'], ['y'])]),
    '"y" is defined twice',
  ],
  ['one input twice', relu({ input: [float('x'), float('x')] }), '"x" is defined twice'],
  [
    'cycle',
    through([node('Add', ['x', 'b'], ['a']), node('Relu', ['a'], ['b']), node('Neg', ['a'], ['y'])]),
    'its nodes feed each other in a circle',
  ],
  [
    'opset of the future',
    relu({}, { opsetImport: [{ domain: '', version: 99n }] }),
    'it uses opset 99 of ai.onnx, and this ONNX Runtime knows opsets up to 26',
  ],
  ['no opset', relu({}, { opsetImport: [] }), 'it does not name its opset (opset_import is empty)'],
  [
    'IR version of the future',
    relu({}, { irVersion: 99n }),
    'its IR version is 99, and this ONNX Runtime reads versions up to 13',
  ],
  [
    'initializer cut short',
    plusW({ ...three, dims: [4n] }),
    'initializer "w" has not as many bytes as its shape and type need',
  ],
  [
    'negative dimension',
    plusW({ ...three, dims: [-3n] }),
    'an initializer has a dimension that is negative or too large',
  ],
  [
    'unknown element type',
    plusW({ ...three, dataType: 77 }),
    'initializer "w" has an element type that does not exist',
  ],
  [
    'external data escapes',
    external('../../etc/passwd'),
    `the external data of "w" lies outside the model's folder: "../../etc/passwd"`,
  ],
  ['external data absolute', external('/etc/passwd'), 'the external data of "w" has an absolute path'],
  [
    'two types for one',
    plusW(tensor('w', BigInt64Array.of(1n), [1])),
    'Add is given float32 and int64, which must be of one type (node "Add_y")',
  ],
  [
    'type not taken',
    through([node('And', ['x', 'x'], ['y'])]),
    'And does not take float32, which "x" is (node "And_y")',
  ],
  [
    'type declared wrongly',
    relu({ output: [value('y', DataType.INT64, ['batch'])] }),
    '"y" is declared as int64, and node "Relu_y" makes float32',
  ],
  [
    'shapes that do not multiply',
    through([node('MatMul', ['x', 'w'], ['y'])], {
      input: [float('x', ['batch', 4])],
      output: [float('y', ['batch', 1])],
      initializer: [{ ...three, dims: [3n, 1n] }],
    }),
    'Incompatible dimensions for matrix multiplication (node "MatMul_y", MatMul)',
  ],
  [
    'axis',
    through([node('Softmax', ['x'], ['y'], { axis: 9n })], {
      input: [float('x', [2, 3])],
      output: [float('y', [2, 3])],
    }),
    `'axis' must be in [-2 , 1]. Its actual value is: 9 (node "Softmax_y", Softmax)`,
  ],
  [
    'too few inputs',
    through([node('Add', ['x'], ['y'])]),
    'Add takes 2 inputs and has 1 (node "Add_y", Add)',
  ],
  [
    'unknown attribute',
    through([node('Relu', ['x'], ['y'], { foo: 3n })]),
    'Relu has no attribute "foo" in this opset (node "Relu_y", Relu)',
  ],
  [
    'missing attribute',
    through([node('Cast', ['x'], ['y'])]),
    'the attribute "to" is missing (node "Cast_y", Cast)',
  ],
  [
    'attribute of another type',
    through([node('Cast', ['x'], ['y'], { to: 1.5 })]),
    'the attribute "to" is FLOAT and must be INT (node "Cast_y", Cast)',
  ],
  [
    'no kernel',
    relu({}, { opsetImport: [{ domain: '', version: 1n }], irVersion: 3n }),
    'it has no CPU implementation of Relu as of opset 1 for these types (node "Relu_y")',
  ],
  [
    'locale',
    model({
      name: 'g',
      input: [value('x', DataType.STRING, ['b'])],
      output: [value('y', DataType.STRING, ['b'])],
      node: [node('StringNormalizer', ['x'], ['y'], { locale: 'xx_YY', case_change_action: 'LOWER' })],
    }),
    'a StringNormalizer needs the locale "xx_YY", which this machine does not have',
  ],
  [
    'recursive function',
    through(
      [recursive],
      {},
      {
        ...imports({ domain: 'n', version: 1n }),
        functions: [
          {
            name: 'f',
            domain: 'n',
            input: ['x'],
            output: ['y'],
            ...imports({ domain: 'n', version: 1n }),
            node: [recursive],
          },
        ],
      },
    ),
    'its functions call each other in a circle: "n:f -> n:f"',
  ],
  ['input without a type', relu({ input: [{ name: 'x' }] }), 'the input "x" has no type'],
];

/** Refused only when declared shapes are taken at their word. */
export const WRONGLY_DECLARED: readonly [name: string, bytes: Uint8Array, reason: string][] = [
  [
    'size',
    relu({ input: [float('x', [2, 3])], output: [float('y', [7, 7])] }),
    '"y" is declared with size 7 in dimension 0, and node "Relu_y" makes 2',
  ],
  [
    'rank',
    relu({ input: [float('x', [2, 3])], output: [float('y', [7])] }),
    '"y" is declared with 1 dimensions, and node "Relu_y" makes 2',
  ],
];
