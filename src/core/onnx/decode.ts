/** protobuf messages of a skeleton → ModelGraph. */
import { fromBinary } from '@bufbuild/protobuf';
import {
  type AttributeProto,
  type FunctionProto,
  type GraphProto,
  ModelProtoSchema,
  type NodeProto,
  type SparseTensorProto,
  type TensorProto,
  TensorProto_DataLocation,
  type TypeProto,
  type ValueInfoProto,
} from 'onnx-buf';
import type {
  Attribute,
  Dimension,
  Graph,
  ModelFunction,
  ModelGraph,
  Node,
  Opset,
  Segment,
  SparseTensor,
  Tensor,
  Value,
  ValueType,
} from './graph.ts';
import { ADDED } from './wire/messages.ts';

const NONE: readonly never[] = Object.freeze([]);
const decoder = new TextDecoder();

function list<From, To>(items: readonly From[], convert: (item: From) => To): readonly To[] {
  return items.length === 0 ? NONE : Object.freeze(items.map(convert));
}

const frozen = <T>(items: readonly T[]): readonly T[] => (items.length === 0 ? NONE : Object.freeze(items));

/** `''` and `ai.onnx` name the same operators. */
const plainDomain = (domain: string) => (domain === 'ai.onnx' ? '' : domain);

type Notes = readonly { readonly no: number; readonly data: Uint8Array }[] | undefined;

/** The three numbers of each note of one kind that the pre-scan left in a message; the data has a length byte first. */
function notes(unknown: Notes, field: number): readonly (readonly [number, number, number])[] {
  return (unknown ?? [])
    .filter(({ no }) => no === field)
    .map(({ data }) => {
      const view = new DataView(data.buffer, data.byteOffset + data.length - 24, 24);
      return [view.getFloat64(0, true), view.getFloat64(8, true), view.getFloat64(16, true)] as const;
    });
}

/** Decodes what `scanWire` kept. Throws what protobuf-es throws. */
export function decodeModel(skeleton: Uint8Array): ModelGraph {
  const model = fromBinary(ModelProtoSchema, skeleton);
  return Object.freeze({
    irVersion: Object.hasOwn(model, 'irVersion') ? model.irVersion : null,
    producer: Object.freeze({ name: model.producerName, version: model.producerVersion }),
    domain: model.domain,
    modelVersion: model.modelVersion,
    opsets: list(model.opsetImport, toOpset),
    metadata: list(model.metadataProps, ({ key, value }) => Object.freeze({ key, value })),
    graph: model.graph ? toGraph(model.graph) : null,
    functions: list(model.functions, toFunction),
    trainings: model.trainingInfo.length,
  });
}

const toOpset = ({ domain, version }: Opset): Opset => Object.freeze({ domain, version });

function toGraph(graph: GraphProto): Graph {
  return Object.freeze({
    name: graph.name,
    nodes: list(graph.node, toNode),
    inputs: list(graph.input, toValue),
    outputs: list(graph.output, toValue),
    values: list(graph.valueInfo, toValue),
    initializers: list(graph.initializer, toTensor),
    sparse: list(graph.sparseInitializer, toSparse),
  });
}

function toFunction(one: FunctionProto): ModelFunction {
  return Object.freeze({
    name: one.name,
    domain: plainDomain(one.domain),
    overload: one.overload,
    inputs: frozen(one.input),
    outputs: frozen(one.output),
    attributes: frozen(one.attribute),
    defaults: list(one.attributeProto, toAttribute),
    nodes: list(one.node, toNode),
    opsets: list(one.opsetImport, toOpset),
  });
}

function toNode(node: NodeProto): Node {
  return Object.freeze({
    name: node.name,
    opType: node.opType,
    domain: plainDomain(node.domain),
    overload: node.overload,
    inputs: frozen(node.input),
    outputs: frozen(node.output),
    attributes: list(node.attribute, toAttribute),
  });
}

function toAttribute(attribute: AttributeProto): Attribute {
  const has = (field: keyof AttributeProto) => Object.hasOwn(attribute, field);
  const { t, g, sparseTensor } = attribute;
  return Object.freeze({
    name: attribute.name,
    type: attribute.type,
    reference: attribute.refAttrName || null,
    int: has('i') ? attribute.i : null,
    float: has('f') ? attribute.f : null,
    string: has('s') ? decoder.decode(attribute.s) : null,
    ints: frozen(attribute.ints),
    floats: frozen(attribute.floats),
    strings: list(attribute.strings, (bytes) => decoder.decode(bytes)),
    omitted: notes(attribute.$unknown, ADDED.omitted).reduce((sum, [many]) => sum + many, 0),
    tensors: list(t ? [t, ...attribute.tensors] : attribute.tensors, toTensor),
    sparse: list(
      sparseTensor ? [sparseTensor, ...attribute.sparseTensors] : attribute.sparseTensors,
      toSparse,
    ),
    graphs: list(g ? [g, ...attribute.graphs] : attribute.graphs, toGraph),
  });
}

function toTensor(tensor: TensorProto): Tensor {
  const external = tensor.dataLocation === TensorProto_DataLocation.EXTERNAL;
  return Object.freeze({
    name: tensor.name,
    type: tensor.dataType,
    dims: frozen(tensor.dims),
    segments: list(
      notes(tensor.$unknown, ADDED.segment),
      ([kind, offset, length]): Segment =>
        Object.freeze({ field: Math.floor(kind / 8), wireType: kind % 8, offset, length }),
    ),
    external: external ? new Map(tensor.externalData.map(({ key, value }) => [key, value])) : null,
    strayExternal: !external && tensor.externalData.length > 0,
  });
}

function toSparse(sparse: SparseTensorProto): SparseTensor {
  return Object.freeze({
    values: sparse.values ? toTensor(sparse.values) : null,
    indices: sparse.indices ? toTensor(sparse.indices) : null,
    dims: frozen(sparse.dims),
  });
}

function toValue({ name, type }: ValueInfoProto): Value {
  return Object.freeze({ name, type: toType(type) });
}

function toType(type: TypeProto | undefined): ValueType {
  const of = type?.value;
  switch (of?.case) {
    case 'tensorType':
    case 'sparseTensorType':
      return Object.freeze({
        kind: of.case === 'tensorType' ? 'tensor' : 'sparse',
        element: of.value.elemType,
        shape: of.value.shape
          ? list(
              of.value.shape.dim,
              ({ value }): Dimension =>
                value.case === undefined ? null : value.value || (value.case === 'dimValue' ? 0n : null),
            )
          : null,
      });
    case 'sequenceType':
    case 'optionalType':
      return Object.freeze({
        kind: of.case === 'sequenceType' ? 'sequence' : 'optional',
        of: toType(of.value.elemType),
      });
    case 'mapType':
      return Object.freeze({ kind: 'map', key: of.value.keyType, value: toType(of.value.valueType) });
    default:
      return Object.freeze({ kind: 'none' });
  }
}
