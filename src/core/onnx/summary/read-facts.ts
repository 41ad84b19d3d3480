/** ModelGraph → ModelFacts. */
import type { ByteSource } from '../byte-source.ts';
import { ELEMENT_TYPES, elementTypeName } from '../element-types.ts';
import {
  type Attribute,
  attributeOf,
  type ModelGraph,
  type Node,
  type Segment,
  type Tensor,
  type Value,
} from '../graph.ts';
import { nodeLists } from '../walks.ts';
import { elementsOf, type ModelFacts, type NodeFacts, type ValueFacts, type WeightFacts } from './facts.ts';

/** Shorter lists in attributes are settings, not weights. */
const LEAST_LIST = 16;
/** Longest tensor that is read as a shape: 64 sizes of ten bytes. */
const SHAPE_BYTES = 640;
/** Constants that are read as shapes; a model with more is not a small one. */
const MOST_SHAPES = 10_000;

const INT64 = 7;
/** TensorProto.int64_data. */
const INT64_FIELD = 7;
/** TensorProto.raw_data. */
const RAW_FIELD = 9;

/** Reads nothing of the file but small int64 tensors, which may be shapes. */
export async function readFacts(model: ModelGraph, source: ByteSource): Promise<ModelFacts> {
  const graph = model.graph;
  const budget = { shapes: MOST_SHAPES };
  const weights: WeightFacts[] = [];
  for (const [name, tensor] of namedTensors(model))
    weights.push(await tensorWeight(name, tensor, source, budget));
  const initializers = new Set(graph?.initializers.map(({ name }) => name));
  const inputs = (graph?.inputs ?? []).filter(({ name }) => !initializers.has(name));
  return {
    irVersion: exact(model.irVersion ?? 0n),
    opsets: model.opsets.map(({ domain, version }) => ({ domain, version: exact(version) })),
    producer: model.producer,
    metadata: model.metadata,
    inputs: inputs.map(valueFacts),
    outputs: (graph?.outputs ?? []).map(valueFacts),
    values: new Map((graph?.values ?? []).map((value) => [value.name, valueFacts(value)])),
    nodes: (graph?.nodes ?? []).map(nodeFacts),
    operators: countOperators(model),
    weights: [...weights, ...(graph?.nodes ?? []).flatMap(listWeights)],
  };
}

/** Initializers, also those of subgraphs, and the tensors of Constant nodes beside them. */
function namedTensors(model: ModelGraph): [string, Tensor][] {
  const found: [string, Tensor][] = [];
  for (const { nodes, graph } of nodeLists(model)) {
    if (!graph) continue;
    for (const tensor of graph.initializers) found.push([tensor.name, tensor]);
    for (const { values } of graph.sparse) if (values) found.push([values.name, values]);
    for (const node of nodes) {
      const constant = node.opType === 'Constant' ? attributeOf(node, 'value')?.tensors[0] : undefined;
      if (constant) found.push([node.outputs[0] ?? '', constant]);
    }
  }
  return found;
}

async function tensorWeight(
  name: string,
  tensor: Tensor,
  source: ByteSource,
  budget: { shapes: number },
): Promise<WeightFacts> {
  const shape = tensor.dims.map((size) => Math.max(-1, exact(size)));
  const elements = elementsOf(shape) ?? 0;
  const bits = ELEMENT_TYPES.get(tensor.type)?.bits;
  const { segments } = tensor;
  const stored = segments.reduce((sum, { length }) => sum + length, 0);
  const readable = tensor.type === INT64 && stored > 0 && stored <= SHAPE_BYTES && budget.shapes-- > 0;
  return {
    name,
    type: elementTypeName(tensor.type),
    shape,
    bytes: tensor.external && bits ? bounded(Math.ceil((elements * bits) / 8)) : stored,
    external: tensor.external !== null,
    segments,
    list: null,
    integers: readable ? await integersOf(segments, elements, source) : null,
  };
}

async function integersOf(
  segments: readonly Segment[],
  elements: number,
  source: ByteSource,
): Promise<readonly number[] | null> {
  const found: number[] = [];
  for (const { field, offset, length } of segments) {
    const bytes = await source.read(offset, length);
    if (field === RAW_FIELD) found.push(...little(bytes));
    else if (field === INT64_FIELD) found.push(...varints(bytes));
    else return null;
  }
  return found.length === elements ? found : null;
}

function little(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length >> 3 }, (_, i) => Number(view.getBigInt64(i * 8, true)));
}

function varints(bytes: Uint8Array): number[] {
  const found: number[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 127) << shift;
    shift += 7n;
    if (byte < 128) {
      found.push(Number(BigInt.asIntN(64, value)));
      value = 0n;
      shift = 0n;
    }
  }
  return found;
}

/** Tree ensembles and linear models keep what they learnt in attributes. */
function listWeights(node: Node): WeightFacts[] {
  const kept = (attribute: Attribute) => {
    if (attribute.floats.length > 0) return { type: 'float32', bits: 32, values: attribute.floats };
    if (attribute.ints.length > 0) return { type: 'int64', bits: 64, values: attribute.ints };
    return { type: 'string', bits: 0, values: attribute.strings };
  };
  return node.attributes.flatMap((attribute): WeightFacts[] => {
    const { type, bits, values } = kept(attribute);
    const length = values.length + attribute.omitted;
    if (values.length < LEAST_LIST) return [];
    return [
      {
        name: `${node.name || node.outputs[0] || node.opType}.${attribute.name}`,
        type,
        shape: [length],
        bytes: (length * bits) / 8,
        external: false,
        segments: [],
        list: attribute.omitted > 0 ? null : values.join(','),
        integers: null,
      },
    ];
  });
}

function countOperators(model: ModelGraph): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { nodes } of nodeLists(model))
    for (const node of nodes) {
      const name = operatorOf(node);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return counts;
}

const operatorOf = ({ domain, opType }: Node) => (domain === '' ? opType : `${domain}::${opType}`);

function nodeFacts(node: Node): NodeFacts {
  return {
    name: node.name,
    operator: operatorOf(node),
    inputs: node.inputs,
    outputs: node.outputs,
    ints(name) {
      const attribute = attributeOf(node, name);
      if (!attribute) return null;
      return (attribute.int === null ? attribute.ints : [attribute.int]).map(exact);
    },
  };
}

function valueFacts({ name, type }: Value): ValueFacts {
  if (type.kind !== 'tensor') return { name, type: null, shape: null };
  const shape = type.shape?.map((size) => (typeof size === 'bigint' ? exact(size) : size)) ?? null;
  return { name, type: elementTypeName(type.element), shape };
}

/** As a number, held within those that are exact. */
function exact(value: bigint): number {
  return bounded(Number(value));
}

function bounded(value: number): number {
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value));
}
