import { BinaryReader } from '@bufbuild/protobuf/wire';
import type { ModelFunction, ModelGraph } from '../graph.ts';
import { readEntry, readOpset } from './entries.ts';
import { add, type Draft, fields, fill, NONE, nested, readDomain, readLong } from './fields.ts';
import { readAttribute, readGraph, readNode } from './graph.ts';

const FUNCTION = fields<ModelFunction>({
  1: (one, reader) => {
    one.name = reader.string();
  },
  4: (one, reader) => {
    one.inputs = add(one.inputs, reader.string());
  },
  5: (one, reader) => {
    one.outputs = add(one.outputs, reader.string());
  },
  6: (one, reader) => {
    one.attributes = add(one.attributes, reader.string());
  },
  7: (one, reader) => {
    one.nodes = add(one.nodes, readNode(reader));
  },
  9: (one, reader) => {
    one.opsets = add(one.opsets, readOpset(reader));
  },
  10: (one, reader) => {
    one.domain = readDomain(reader);
  },
  11: (one, reader) => {
    one.defaults = add(one.defaults, readAttribute(reader));
  },
  13: (one, reader) => {
    one.overload = reader.string();
  },
});
const readFunction = (reader: BinaryReader): ModelFunction =>
  nested(
    FUNCTION,
    {
      name: '',
      domain: '',
      overload: '',
      inputs: NONE,
      outputs: NONE,
      attributes: NONE,
      defaults: NONE,
      nodes: NONE,
      opsets: NONE,
    },
    reader,
  );

const MODEL = fields<ModelGraph>({
  1: (model, reader) => {
    model.irVersion = readLong(reader);
  },
  2: (model, reader) => {
    model.producer = { ...model.producer, name: reader.string() };
  },
  3: (model, reader) => {
    model.producer = { ...model.producer, version: reader.string() };
  },
  4: (model, reader) => {
    model.domain = reader.string();
  },
  5: (model, reader) => {
    model.modelVersion = readLong(reader);
  },
  7: (model, reader) => {
    model.graph = readGraph(reader, model.graph);
  },
  8: (model, reader) => {
    model.opsets = add(model.opsets, readOpset(reader));
  },
  14: (model, reader) => {
    model.metadata = add(model.metadata, readEntry(reader));
  },
  20: (model, reader, wireType) => {
    reader.skip(wireType);
    model.trainings++;
  },
  25: (model, reader) => {
    model.functions = add(model.functions, readFunction(reader));
  },
});

/** Decodes what `scanWire` kept and so has looked over. Throws what the reader of @bufbuild/protobuf throws. */
export function decodeModel(skeleton: Uint8Array): ModelGraph {
  const model: ModelGraph = {
    irVersion: null,
    producer: { name: '', version: '' },
    domain: '',
    modelVersion: 0n,
    opsets: NONE,
    metadata: NONE,
    graph: null,
    functions: NONE,
    trainings: 0,
  };
  return fill(MODEL, model as Draft<ModelGraph>, new BinaryReader(skeleton), skeleton.length);
}
