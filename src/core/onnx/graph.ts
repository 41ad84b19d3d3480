/** A model as plain values for checks. Weights are not in it: tensors say where their bytes lie. */

/** A range of the file that holds values of a tensor, on the wire of one TensorProto field. */
export interface Segment {
  /** TensorProto field: 4 float, 5 int32, 6 string, 7 int64, 9 raw, 10 double, 11 uint64. */
  readonly field: number;
  /** 2 for a packed list, raw bytes or one string; otherwise one unpacked value. */
  readonly wireType: number;
  readonly offset: number;
  readonly length: number;
}

export interface Tensor {
  readonly name: string;
  /** TensorProto.DataType; see element-types.ts. */
  readonly type: number;
  /** As written: may be negative or absurd. */
  readonly dims: readonly bigint[];
  readonly segments: readonly Segment[];
  /** Pairs of `external_data` when `data_location` is EXTERNAL, else null. */
  readonly external: ReadonlyMap<string, string> | null;
  /** `external_data` is present although `data_location` says otherwise. */
  readonly strayExternal: boolean;
}

export interface SparseTensor {
  readonly values: Tensor | null;
  readonly indices: Tensor | null;
  readonly dims: readonly bigint[];
}

/** A size, the name of a dynamic dimension, or null for one without a name. */
export type Dimension = bigint | string | null;

export type ValueType =
  | {
      readonly kind: 'tensor' | 'sparse';
      readonly element: number;
      readonly shape: readonly Dimension[] | null;
    }
  | { readonly kind: 'sequence' | 'optional'; readonly of: ValueType }
  | { readonly kind: 'map'; readonly key: number; readonly value: ValueType }
  | { readonly kind: 'none' };

export interface Value {
  readonly name: string;
  readonly type: ValueType;
}

/** An attribute with every field it carries; a sound one carries the field its `type` names. */
export interface Attribute {
  readonly name: string;
  /** AttributeProto.AttributeType; 0 when not set. */
  readonly type: number;
  /** Inside a function: the attribute of the call that stands in for this one. */
  readonly reference: string | null;
  readonly int: bigint | null;
  readonly float: number | null;
  readonly string: string | null;
  /** The first values (see LIST_KEPT). */
  readonly ints: readonly bigint[];
  readonly floats: readonly number[];
  readonly strings: readonly string[];
  /** Values, or bytes of a long string, that stayed in the file. */
  readonly omitted: number;
  readonly tensors: readonly Tensor[];
  readonly sparse: readonly SparseTensor[];
  readonly graphs: readonly Graph[];
}

export interface Node {
  readonly name: string;
  readonly opType: string;
  /** `''` is ai.onnx, also where the file spells it `ai.onnx`. */
  readonly domain: string;
  readonly overload: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly Attribute[];
}

export interface Graph {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly values: readonly Value[];
  readonly initializers: readonly Tensor[];
  readonly sparse: readonly SparseTensor[];
}

export interface Opset {
  /** As written: `''` and `ai.onnx` are both the standard operators. */
  readonly domain: string;
  readonly version: bigint;
}

export interface ModelFunction {
  readonly name: string;
  readonly domain: string;
  readonly overload: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly string[];
  readonly defaults: readonly Attribute[];
  readonly nodes: readonly Node[];
  readonly opsets: readonly Opset[];
}

export interface ModelGraph {
  /** Null when the file does not say. */
  readonly irVersion: bigint | null;
  readonly producer: { readonly name: string; readonly version: string };
  readonly domain: string;
  readonly modelVersion: bigint;
  readonly opsets: readonly Opset[];
  readonly metadata: readonly { readonly key: string; readonly value: string }[];
  /** Null when the file has no graph. */
  readonly graph: Graph | null;
  readonly functions: readonly ModelFunction[];
  /** TrainingInfoProto messages. */
  readonly trainings: number;
}

const NONE: readonly never[] = Object.freeze([]);

/** The key under which a node finds its function. */
export const functionKey = (of: {
  readonly domain: string;
  readonly opType?: string;
  readonly name: string;
  readonly overload: string;
}): string => JSON.stringify([of.domain, of.opType ?? of.name, of.overload]);

export const attributeOf = (node: Node, name: string): Attribute | undefined =>
  node.attributes.find((attribute) => attribute.name === name);

/** The subgraphs of a node, each with the name of its attribute. */
export function subgraphsOf(node: Node): readonly { readonly attribute: string; readonly graph: Graph }[] {
  if (!node.attributes.some(({ graphs }) => graphs.length > 0)) return NONE;
  return node.attributes.flatMap(({ name, graphs }) => graphs.map((graph) => ({ attribute: name, graph })));
}
