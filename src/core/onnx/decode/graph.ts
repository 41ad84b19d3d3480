/** Attributes, nodes and graphs, which hold one another. */
import type { BinaryReader } from '@bufbuild/protobuf/wire';
import type { Attribute, Graph, Node, SparseTensor, Tensor } from '../graph.ts';
import { ADDED } from '../wire/messages.ts';
import { add, type Draft, fields, NONE, nested, readDomain, readLong, readNote, several } from './fields.ts';
import { readSparse, readTensor } from './tensor.ts';
import { readValue } from './type.ts';

const decoder = new TextDecoder();

/** With the singular messages, which a file may write in parts; lists come after them whatever the order. */
interface WrittenAttribute extends Attribute {
  readonly tensor: Tensor | null;
  readonly sparseTensor: SparseTensor | null;
  readonly graph: Graph | null;
}

const ATTRIBUTE = fields<WrittenAttribute>({
  1: (attribute, reader) => {
    attribute.name = reader.string();
  },
  2: (attribute, reader) => {
    attribute.float = reader.float();
  },
  3: (attribute, reader) => {
    attribute.int = readLong(reader);
  },
  4: (attribute, reader) => {
    attribute.string = decoder.decode(reader.bytes());
  },
  5: (attribute, reader) => {
    attribute.tensor = readTensor(reader, attribute.tensor);
  },
  6: (attribute, reader) => {
    attribute.graph = readGraph(reader, attribute.graph);
  },
  7: (attribute, reader, wireType) => {
    attribute.floats = several(attribute.floats, reader, wireType, readFloat);
  },
  8: (attribute, reader, wireType) => {
    attribute.ints = several(attribute.ints, reader, wireType, readLong);
  },
  9: (attribute, reader) => {
    attribute.strings = add(attribute.strings, decoder.decode(reader.bytes()));
  },
  10: (attribute, reader) => {
    attribute.tensors = add(attribute.tensors, readTensor(reader));
  },
  11: (attribute, reader) => {
    attribute.graphs = add(attribute.graphs, readGraph(reader));
  },
  20: (attribute, reader) => {
    attribute.type = reader.int32();
  },
  21: (attribute, reader) => {
    attribute.reference = reader.string() || null;
  },
  22: (attribute, reader) => {
    attribute.sparseTensor = readSparse(reader, attribute.sparseTensor);
  },
  23: (attribute, reader) => {
    attribute.sparse = add(attribute.sparse, readSparse(reader));
  },
  [ADDED.omitted]: (attribute, reader) => {
    attribute.omitted += readNote(reader)[0];
  },
});

export function readAttribute(reader: BinaryReader): Attribute {
  const written: Draft<WrittenAttribute> = {
    name: '',
    type: 0,
    reference: null,
    int: null,
    float: null,
    string: null,
    ints: NONE,
    floats: NONE,
    strings: NONE,
    omitted: 0,
    tensors: NONE,
    sparse: NONE,
    graphs: NONE,
    tensor: null,
    sparseTensor: null,
    graph: null,
  };
  nested(ATTRIBUTE, written, reader);
  if (written.tensor) written.tensors = [written.tensor, ...written.tensors];
  if (written.sparseTensor) written.sparse = [written.sparseTensor, ...written.sparse];
  if (written.graph) written.graphs = [written.graph, ...written.graphs];
  return written;
}

const readFloat = (reader: BinaryReader) => reader.float();

const NODE = fields<Node>({
  1: (node, reader) => {
    node.inputs = add(node.inputs, reader.string());
  },
  2: (node, reader) => {
    node.outputs = add(node.outputs, reader.string());
  },
  3: (node, reader) => {
    node.name = reader.string();
  },
  4: (node, reader) => {
    node.opType = reader.string();
  },
  5: (node, reader) => {
    node.attributes = add(node.attributes, readAttribute(reader));
  },
  7: (node, reader) => {
    node.domain = readDomain(reader);
  },
  8: (node, reader) => {
    node.overload = reader.string();
  },
});
export const readNode = (reader: BinaryReader): Node =>
  nested(
    NODE,
    { name: '', opType: '', domain: '', overload: '', inputs: NONE, outputs: NONE, attributes: NONE },
    reader,
  );

const GRAPH = fields<Graph>({
  1: (graph, reader) => {
    graph.nodes = add(graph.nodes, readNode(reader));
  },
  2: (graph, reader) => {
    graph.name = reader.string();
  },
  5: (graph, reader) => {
    graph.initializers = add(graph.initializers, readTensor(reader));
  },
  11: (graph, reader) => {
    graph.inputs = add(graph.inputs, readValue(reader));
  },
  12: (graph, reader) => {
    graph.outputs = add(graph.outputs, readValue(reader));
  },
  13: (graph, reader) => {
    graph.values = add(graph.values, readValue(reader));
  },
  15: (graph, reader) => {
    graph.sparse = add(graph.sparse, readSparse(reader));
  },
});
export const readGraph = (reader: BinaryReader, before: Graph | null = null): Graph =>
  nested(
    GRAPH,
    before ?? {
      name: '',
      nodes: NONE,
      inputs: NONE,
      outputs: NONE,
      values: NONE,
      initializers: NONE,
      sparse: NONE,
    },
    reader,
  );
