/**
 * How much structure a file may hold before anything is decoded. Each entry of a hostile file costs 2 bytes on disk and
 * several hundred in memory once decoded, so counts are capped while the wire is walked. Weights do not count: they stay in the file.
 */
export const CAPS = {
  /** Nested messages. protobuf in C++ (ONNX Runtime) and protobuf-es both stop at 100. */
  depth: { most: 100, what: 'levels of nesting' },
  /** Nodes in graphs, subgraphs and functions together. ONNX Runtime needs 8 s for 50,000; the largest public models have under 100,000. */
  nodes: { most: 250_000, what: 'nodes' },
  /** Attributes of all nodes: 8 a node, four times what convolution has. */
  attributes: { most: 2_000_000, what: 'attributes' },
  /** Tensors anywhere: initializers, attributes, sparse parts. A transformer has about ten a layer. */
  tensors: { most: 500_000, what: 'tensors' },
  /** onnx.checker's own limit. */
  functions: { most: 10_000, what: 'functions' },
  /** Messages of any kind: about 300 bytes each once decoded. A node with its value infos takes about 12. */
  messages: { most: 3_000_000, what: 'messages' },
  /** Node inputs, outputs and names, which are strings of their own: about 100 bytes each. */
  strings: { most: 3_000_000, what: 'names' },
  /** Sizes of one tensor or type. No runtime goes past 64 dimensions. */
  rank: { most: 256, what: 'dimensions of one tensor' },
  /** Bytes of one name. Exporters stay under 1,000; every name is repeated in messages and maps. */
  name: { most: 16_384, what: 'bytes in one name' },
  /** Bytes of all structure kept for decoding, weights and long attributes left out. */
  structure: { most: 256 * 2 ** 20, what: 'bytes of structure' },
} as const satisfies Record<string, { most: number; what: string }>;

export type Cap = keyof typeof CAPS;

/** Values kept of one long attribute (tree ensembles have millions); the rest is counted. */
export const LIST_KEPT = 4096;
/** Bytes kept of one bytes attribute, metadata value or packed list. A longer one stays in the file and is counted. */
export const BLOB_KEPT = 65_536;
