/** Outputs that are not tensors, but were tensors one node before: ZipMap and SequenceConstruct. */
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  TensorProto_DataType as DataType,
  type GraphProto,
  TensorProto_DataLocation as Location,
  type NodeProto,
  NodeProtoSchema,
  OperatorSetIdProtoSchema,
  type TensorProto,
  TensorProtoSchema,
  TensorShapeProtoSchema,
  type TypeProto_Tensor,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from 'onnx-buf';
import { clip, code, list } from '../../scoring/words.ts';
import { messageOf, type Piece, pieceOf, piecesOf } from './pieces.ts';

/** Field numbers of onnx.proto. */
const MODEL = { graph: 7, opsetImport: 8 } as const;
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 } as const;

/** Identity exists in every opset; this one is for models that import none of ai.onnx. */
const OPSET = 13n;

export interface Rewriting {
  readonly bytes: Uint8Array;
  /** Whether weights lie in other files, so that the bytes can be loaded from the model's own folder only. */
  readonly external: boolean;
  /** What was done, one sentence for each output. */
  readonly notes: readonly string[];
}

/** An output in its new form: `from` is a tensor in the graph, `to` the name of a new output. */
interface Exposed {
  readonly from: string;
  readonly to: string;
  readonly type: Pick<TypeProto_Tensor, 'elemType' | 'shape'>;
}

interface Change {
  readonly exposed: readonly Exposed[];
  readonly note: string;
}

/**
 * The model with an Identity in the place of every ZipMap (the scores of a classifier as a list of maps) that makes a
 * graph output, under the same name; and with one output for each part, `name_0` and so on, in the place of a
 * SequenceConstruct. Everything else keeps its bytes and its order. Null when there is nothing of the kind, or when
 * the bytes are no model.
 */
export function rewriteOutputs(bytes: Uint8Array): Rewriting | null {
  try {
    return rewrite(bytes);
  } catch {
    // protobuf-es throws plain errors for bytes that are no message, or nested deeper than it reads.
    return null;
  }
}

function rewrite(bytes: Uint8Array): Rewriting | null {
  const model = piecesOf(bytes);
  const graphs = model.filter(({ field }) => field === MODEL.graph);
  const [graph] = graphs;
  // Two graphs in one file are merged by every reader; that is a defect to report, not to build upon.
  if (!graph || graphs.length > 1) return null;
  const pieces = piecesOf(graph.body);
  const view = viewOf(pieces);
  const changes = new Map<Piece, Change>();
  for (const [piece, node] of view.nodes) {
    const change = changeOf(node, view);
    if (change) changes.set(piece, change);
  }
  if (changes.size === 0) return null;
  const byOutput = new Map(
    [...changes].map(([piece, { exposed }]) => [view.nodes.get(piece)!.output[0]!, exposed]),
  );
  const rewritten = pieces.flatMap((piece) => {
    const change = changes.get(piece);
    if (change) return change.exposed.map((one, i) => identity(view.nodes.get(piece)!, one, i));
    const exposed = piece.field === GRAPH.output ? byOutput.get(view.outputs.get(piece)!.name) : undefined;
    return exposed ? exposed.map(output) : [piece];
  });
  const whole = model.map((piece) => (piece === graph ? pieceOf(MODEL.graph, messageOf(rewritten)) : piece));
  return {
    bytes: messageOf(importsStandard(model) ? whole : [...whole, standardImport()]),
    external: view.external,
    notes: [...changes.values()].map(({ note }) => note),
  };
}

interface View {
  readonly nodes: ReadonlyMap<Piece, NodeProto>;
  readonly outputs: ReadonlyMap<Piece, ValueInfoProto>;
  readonly infos: ReadonlyMap<string, ValueInfoProto>;
  readonly producers: ReadonlyMap<string, NodeProto>;
  readonly read: ReadonlySet<string>;
  readonly external: boolean;
}

function viewOf(pieces: readonly Piece[]): View {
  const infoOf = (piece: Piece): [Piece, ValueInfoProto] => [
    piece,
    fromBinary(ValueInfoProtoSchema, piece.body),
  ];
  const of = (...fields: number[]) => pieces.filter(({ field }) => fields.includes(field));
  const nodes = new Map(of(GRAPH.node).map((piece) => [piece, fromBinary(NodeProtoSchema, piece.body)]));
  const outputs = new Map(of(GRAPH.output).map(infoOf));
  const infos = [...of(GRAPH.input, GRAPH.valueInfo).map(infoOf), ...outputs];
  const all = [...nodes.values()];
  return {
    nodes,
    outputs,
    infos: new Map(infos.map(([, info]) => [info.name, info])),
    producers: new Map(all.flatMap((node) => node.output.map((name) => [name, node] as const))),
    read: new Set(all.flatMap(({ input }) => input)),
    external:
      all.some(nodeIsExternal) ||
      of(GRAPH.initializer).some(({ body }) => isExternal(fromBinary(TensorProtoSchema, body))),
  };
}

const isExternal = ({ dataLocation }: TensorProto) => dataLocation === Location.EXTERNAL;
const nodeIsExternal = ({ attribute }: NodeProto): boolean =>
  attribute.some(({ t, tensors, g, graphs }) => {
    return (
      [...(t ? [t] : []), ...tensors].some(isExternal) || [...(g ? [g] : []), ...graphs].some(graphIsExternal)
    );
  });
const graphIsExternal = ({ initializer, node }: GraphProto): boolean =>
  initializer.some(isExternal) || node.some(nodeIsExternal);

/** What becomes of a node, or null when it stays. */
function changeOf(node: NodeProto, view: View): Change | null {
  const [name = ''] = node.output;
  const declared = [...view.outputs.values()].find((output) => output.name === name);
  if (!declared || view.read.has(name)) return null;
  if (node.opType === 'ZipMap' && node.domain === 'ai.onnx.ml') return ofZipMap(node, name, view);
  const isSequence = node.opType === 'SequenceConstruct' && (node.domain === '' || node.domain === 'ai.onnx');
  return isSequence ? ofSequence(node, name, declared, view) : null;
}

function ofZipMap(node: NodeProto, to: string, view: View): Change {
  const [from = ''] = node.input;
  const labels = node.attribute.flatMap(({ ints, strings }) => [
    ...ints.map(String),
    ...strings.map((bytes) => new TextDecoder().decode(bytes)),
  ]);
  const shape = shapeOf(from, view, labels.length);
  const classes = labels.length === 0 ? '' : `, one column for each class: ${list(labels, 10)}`;
  return {
    exposed: [{ from, to, type: { elemType: DataType.FLOAT, ...(shape && { shape }) } }],
    note: `Output ${code(to)} is a list of maps (ZipMap), which onnxruntime-node cannot read. Its tensor ${code(from)} is read instead${classes}.`,
  };
}

/** Always [rows, classes], by the specification of ai.onnx.ml. */
const CLASSIFIERS = new Set(['LinearClassifier', 'TreeEnsembleClassifier', 'SVMClassifier']);
/** Of the shape of their first input. */
const ELEMENTWISE = new Set(['Normalizer', 'Identity', 'Cast', 'Softmax', 'Sigmoid']);

/** As declared, or as its producer must make it; undefined leaves it to ONNX Runtime. */
function shapeOf(name: string, view: View, classes: number): TypeProto_Tensor['shape'] {
  let from = name;
  for (let steps = 0; steps < 10; steps++) {
    const type = view.infos.get(from)?.type?.value;
    if (type?.case === 'tensorType' && type.value.shape) return type.value.shape;
    const producer = view.producers.get(from);
    if (producer && CLASSIFIERS.has(producer.opType) && producer.output[1] === from && classes > 0) {
      return rowsOf(classes);
    }
    if (!producer || !ELEMENTWISE.has(producer.opType)) return undefined;
    from = producer.input[0] ?? '';
  }
  return undefined;
}

const rowsOf = (width: number) =>
  create(TensorShapeProtoSchema, { dim: [{}, { value: { case: 'dimValue', value: BigInt(width) } }] });

function ofSequence({ input }: NodeProto, name: string, declared: ValueInfoProto, view: View): Change | null {
  const type = declared.type?.value;
  const element = type?.case === 'sequenceType' ? type.value.elemType?.value : undefined;
  const names = input.map((_, i) => `${name}_${i}`);
  const taken = (one: string) => view.producers.has(one) || view.infos.has(one);
  if (element?.case !== 'tensorType' || input.length === 0 || names.some(taken)) return null;
  const { elemType } = element.value;
  return {
    exposed: input.map((from, i) => {
      const shape = shapeOf(from, view, 0);
      return { from, to: names[i]!, type: { elemType, ...(shape && { shape }) } };
    }),
    note: `Output ${code(name)} is a sequence of ${input.length} tensors, which onnxruntime-node cannot read. They are read one by one: ${list(names, 10)}.`,
  };
}

function identity({ name }: NodeProto, { from, to }: Exposed, i: number): Piece {
  const node = create(NodeProtoSchema, {
    opType: 'Identity',
    input: [from],
    output: [to],
    name: i === 0 || name === '' ? name : `${clip(name, 200)}_${i}`,
  });
  return pieceOf(GRAPH.node, toBinary(NodeProtoSchema, node));
}

function output({ to, type }: Exposed): Piece {
  const info = create(ValueInfoProtoSchema, {
    name: to,
    type: { value: { case: 'tensorType', value: type } },
  });
  return pieceOf(GRAPH.output, toBinary(ValueInfoProtoSchema, info));
}

const importsStandard = (model: readonly Piece[]) =>
  model
    .filter(({ field }) => field === MODEL.opsetImport)
    .map(({ body }) => fromBinary(OperatorSetIdProtoSchema, body).domain)
    .some((domain) => domain === '' || domain === 'ai.onnx');

const standardImport = () =>
  pieceOf(
    MODEL.opsetImport,
    toBinary(OperatorSetIdProtoSchema, create(OperatorSetIdProtoSchema, { domain: '', version: OPSET })),
  );
