/** Broken models made from sound ones: bytes and structure, by chance that a seed decides. */
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { type GraphProto, type ModelProto, ModelProtoSchema } from 'onnx-buf';
import type { Random } from '../../src/core/stats/random.ts';

/** Numbers at the edges of what sizes, counts and indices may be. */
const EDGES = [
  0n,
  -1n,
  1n,
  2n,
  127n,
  128n,
  255n,
  65_536n,
  2n ** 31n - 1n,
  -(2n ** 31n),
  2n ** 62n,
  -(2n ** 63n),
];

/** A pick of one; undefined from an empty list. */
const pick = <T>(random: Random, from: readonly T[]): T | undefined =>
  from[Math.floor(random.uniform() * from.length)];
const below = (random: Random, limit: number) => Math.floor(random.uniform() * limit);

type ByteMutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const BYTES: readonly ByteMutation[] = [
  function flip(bytes, random) {
    const out = bytes.slice();
    for (let i = 0; i <= below(random, 3); i++) out[below(random, out.length)]! ^= 1 << below(random, 8);
    return out;
  },
  function overwrite(bytes, random) {
    const out = bytes.slice();
    for (let i = 0; i <= below(random, 3); i++)
      out[below(random, out.length)] = pick(random, [0, 1, 127, 128, 255])!;
    return out;
  },
  function cut(bytes, random) {
    return bytes.slice(0, below(random, bytes.length));
  },
  function remove(bytes, random) {
    const at = below(random, bytes.length);
    return spliced(bytes, at, Math.min(bytes.length, at + 1 + below(random, 16)), new Uint8Array());
  },
  function repeat(bytes, random) {
    const at = below(random, bytes.length);
    const piece = bytes.slice(at, at + 1 + below(random, 64));
    const to = below(random, bytes.length);
    return spliced(bytes, to, to, piece);
  },
  function twice(bytes) {
    return spliced(bytes, bytes.length, bytes.length, bytes);
  },
];

function spliced(bytes: Uint8Array, from: number, to: number, piece: Uint8Array): Uint8Array {
  const out = new Uint8Array(from + piece.length + bytes.length - to);
  out.set(bytes.subarray(0, from));
  out.set(piece, from);
  out.set(bytes.subarray(to), from + piece.length);
  return out;
}

type Structure = (graph: GraphProto, random: Random, model: ModelProto) => void;

const STRUCTURE: readonly Structure[] = [
  function renameInput(graph, random) {
    const node = pick(random, graph.node);
    const names = graph.node.flatMap(({ output }) => output);
    if (node?.input.length)
      node.input[below(random, node.input.length)] = pick(random, [...names, '', '__proto__'])!;
  },
  function dropNode(graph, random) {
    graph.node.splice(below(random, graph.node.length), 1);
  },
  function repeatNode(graph, random) {
    const node = pick(random, graph.node);
    if (node) graph.node.push(node);
  },
  function swapNodes(graph, random) {
    const [a, b] = [below(random, graph.node.length), below(random, graph.node.length)];
    const [one, other] = [graph.node[a], graph.node[b]];
    if (one && other) [graph.node[a], graph.node[b]] = [other, one];
  },
  function anotherOperator(graph, random) {
    const node = pick(random, graph.node);
    if (node)
      node.opType = pick(random, [
        'Relu',
        'MatMul',
        'Loop',
        'If',
        'ConstantOfShape',
        'Expand',
        'Reshape',
        'Mystery',
        '',
      ])!;
  },
  function anotherDomain(graph, random) {
    const node = pick(random, graph.node);
    if (node) node.domain = pick(random, ['ai.onnx', 'ai.onnx.ml', 'com.microsoft', 'com.example'])!;
  },
  function resizeWeight(graph, random) {
    const tensor = pick(random, graph.initializer);
    if (tensor?.dims.length) tensor.dims[below(random, tensor.dims.length)] = pick(random, EDGES)!;
  },
  function retypeWeight(graph, random) {
    const tensor = pick(random, graph.initializer);
    if (tensor) tensor.dataType = below(random, 30);
  },
  function shortenWeight(graph, random) {
    const tensor = pick(random, graph.initializer);
    if (tensor) tensor.rawData = tensor.rawData.slice(0, below(random, tensor.rawData.length + 1));
  },
  function externalWeight(graph, random) {
    const tensor = pick(random, graph.initializer);
    if (!tensor) return;
    const entries: [string, string][] = [
      [
        'location',
        pick(random, ['../../etc/passwd', '/etc/passwd', 'weights.bin', '', '*/_ORT_MEM_ADDR_/*'])!,
      ],
      ['offset', String(pick(random, EDGES))],
      ['length', String(pick(random, EDGES))],
    ];
    tensor.dataLocation = 1;
    tensor.rawData = new Uint8Array();
    tensor.externalData = entries.map(([key, value]) => ({
      $typeName: 'onnx.StringStringEntryProto',
      key,
      value,
    }));
  },
  function anotherNumber(graph, random) {
    const attribute = pick(
      random,
      graph.node.flatMap((node) => node.attribute),
    );
    if (!attribute) return;
    if (attribute.ints.length > 0)
      attribute.ints[below(random, attribute.ints.length)] = pick(random, EDGES)!;
    else attribute.i = pick(random, EDGES)!;
  },
  function anotherAttributeType(graph, random) {
    const attribute = pick(
      random,
      graph.node.flatMap((node) => node.attribute),
    );
    if (attribute) attribute.type = below(random, 16);
  },
  function resizeValue(graph, random) {
    const value = pick(random, [...graph.input, ...graph.output]);
    const shape = value?.type?.value.case === 'tensorType' ? value.type.value.value.shape : undefined;
    const dim = shape && pick(random, shape.dim);
    if (dim) dim.value = { case: 'dimValue', value: pick(random, EDGES)! };
  },
  function retypeValue(graph, random) {
    const value = pick(random, [...graph.input, ...graph.output]);
    if (value?.type?.value.case === 'tensorType') value.type.value.value.elemType = below(random, 30);
  },
  function renameValue(graph, random) {
    const value = pick(random, [...graph.input, ...graph.output]);
    if (value) value.name = pick(random, ['', '__proto__', '::error::x', '\u202Ex', 'x'.repeat(5000)])!;
  },
  function anotherOpset(_, random, model) {
    const opset = pick(random, model.opsetImport);
    if (opset) opset.version = pick(random, [...EDGES, 7n, 12n, 21n])!;
  },
  function dropOpset(_, random, model) {
    model.opsetImport.splice(below(random, model.opsetImport.length), 1);
  },
  function anotherIr(_, random, model) {
    model.irVersion = pick(random, EDGES)!;
  },
  function nestGraph(graph, random) {
    const attribute = pick(
      random,
      graph.node.flatMap((node) => node.attribute),
    );
    if (!attribute) return;
    attribute.type = 5;
    attribute.g = structuredClone(graph);
  },
];

/** One of the seeds, with one to three things wrong. */
export function mutate(seeds: readonly Uint8Array[], random: Random): Uint8Array {
  let bytes = pick(random, seeds)!;
  const rounds = 1 + below(random, 3);
  for (let i = 0; i < rounds && bytes.length > 0; i++)
    bytes = random.uniform() < 0.5 ? pick(random, BYTES)!(bytes, random) : restructured(bytes, random);
  return bytes;
}

/** Left as it is when it can no longer be decoded. */
function restructured(bytes: Uint8Array, random: Random): Uint8Array {
  try {
    const model = fromBinary(ModelProtoSchema, bytes);
    if (model.graph) pick(random, STRUCTURE)!(model.graph, random, model);
    return toBinary(ModelProtoSchema, model);
  } catch {
    return bytes;
  }
}
