/** Where our static checks and onnx.checker 1.12 (Debian) judge a model differently, and why that is right. */

/** Checks of ours whose errors onnx.checker does not see, with what it misses. */
export const ONLY_OURS: ReadonlyMap<string, string> = new Map([
  [
    'file-malformed',
    'It stops at a zero byte where a field should start, and drops the rest of the file in silence.',
  ],
  ['ir-version', 'It refuses 0, and takes a negative one.'],
  ['opset-range', 'It does not look; a version past 32 bits wraps round to another one.'],
  ['opset-conflict', 'It takes the last import.'],
  [
    'node-name-duplicate',
    'IR.md wants names of nodes unique, and ONNX Runtime refuses others; it does not look.',
  ],
  ['graph-output-duplicate', 'It compares names of inputs and of results of nodes only.'],
  ['function-duplicate', 'It does not look before version 1.23.'],
  ['function-cycle', 'It does not look before version 1.23.'],
  ['function-depth', 'It does not look before version 1.23.'],
  ['function-expansion', 'It does not look at what inlining costs.'],
  ['output-unmade', 'It does not look before version 1.23; ONNX Runtime refuses such a model.'],
  ['external-location', 'CVE-2022-25882: before version 1.13 it follows `..` to any file that exists.'],
  ['external-kind', 'It asks only whether there is something of that name.'],
  ['external-outside', 'It follows symbolic links before version 1.21.'],
  ['external-hardlink', 'It does not look before version 1.21.'],
  ['external-pointer', 'It does not open external data.'],
  ['external-range', 'It does not open external data.'],
  ['external-checksum', 'It does not compare it.'],
  ['external-strings', 'It does not compare type and place.'],
  ['memory-bomb', 'A specification has no limit on memory; a runner of continuous integration has.'],
  ['fold-memory', 'A specification has no limit on memory; a runner of continuous integration has.'],
  ['loop-endless', 'A specification has no limit on time.'],
  ['sparse-dense-size', 'A specification has no limit on memory; ONNX Runtime makes sparse tensors dense.'],
  ['operator-values', 'It sees some of it where shapes are known; kernels that divide by zero it does not.'],
  ['subgraph-arity', 'It does not count inputs and outputs of a body before it infers shapes.'],
  [
    'tree-ensemble',
    'It does not compare the lists of ai.onnx.ml; ONNX Runtime does when it makes the kernel.',
  ],
  [
    'support-vectors',
    'It does not compare the lists of ai.onnx.ml; ONNX Runtime does when it makes the kernel.',
  ],
  ['tensor-type', 'It refuses 0 and takes any other number.'],
  ['tensor-dims', 'It multiplies sizes without looking at sign or overflow before version 1.23.'],
  ['tensor-field', 'It skips the other fields of an external tensor.'],
  ['tensor-size', 'It does not compare bytes with the shape; version 1.23 refuses too few only.'],
]);

export interface OnlyTheirs {
  /** What onnx.checker says. */
  readonly words: RegExp;
  /** ONNX Runtime 1.30 refuses every such model, or accepts those that have no other fault. */
  readonly onnxruntime: 'refuses' | 'accepts';
  readonly reason: string;
}

/** Models that onnx.checker refuses and our static checks do not. */
export const ONLY_THEIRS: readonly OnlyTheirs[] = [
  {
    words:
      /^ValidationError: (No Op registered|Op registered for .* is deprecated|Node \(.* has (in|out)put size|Node \(.*marked single|Required attribute|Unrecognized attribute|Mismatched attribute type|$)/,
    onnxruntime: 'refuses',
    reason: 'The tables of operators are those of the runtime: loading finds it, and says it in a sentence.',
  },
  {
    words: /Field 'type' of 'value_info' is required but missing/,
    onnxruntime: 'accepts',
    reason: 'The type of an output follows from its node. Loading finds an input without one, and names it.',
  },
  {
    words: /Field 'elem_type' of 'type' is required but missing/,
    onnxruntime: 'refuses',
    reason: 'Loading finds it.',
  },
  {
    words: /Field 'shape' of 'type' is required but missing/,
    onnxruntime: 'accepts',
    reason: 'A value without a shape is one of any shape.',
  },
  {
    words: /No opset import for domain 'ai\.onnx'/,
    onnxruntime: 'accepts',
    reason:
      "IR.md has '' and 'ai.onnx' for one domain, and ONNX Runtime takes them so; it compares the text.",
  },
  {
    words: /model with IR version < 3 cannot have opset_import specified/,
    onnxruntime: 'accepts',
    reason: 'The import is there, and no other reading of it is possible.',
  },
  {
    words: /in initializer but not in graph input/,
    onnxruntime: 'accepts',
    reason:
      'Before IR version 4 an initializer was the default of an input; no runtime depends on it any more.',
  },
  {
    words: /Your model ir_version is higher than the checker's/,
    onnxruntime: 'accepts',
    reason: 'The checker is the older one: we know IR version 13.',
  },
  {
    words: /Field 'name' of 'graph' is required to be non-empty/,
    onnxruntime: 'accepts',
    reason: 'Nothing depends on the name: `graph-name` mentions it.',
  },
  {
    words: /single static assignment.*Bad node spec for node/s,
    onnxruntime: 'refuses',
    reason: '`subgraph-shadowing` warns: only some forms are refused, and loading says of which this is.',
  },
  {
    words: /No Opset registered for domain/,
    onnxruntime: 'refuses',
    reason: 'We let a function use what the model imports; loading finds it.',
  },
  {
    words: /FunctionOp imports version/,
    onnxruntime: 'accepts',
    reason:
      'A function may be of another version of the operators than the model: IR.md gives it its own imports.',
  },
];
