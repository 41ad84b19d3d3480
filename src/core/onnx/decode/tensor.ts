import type { BinaryReader } from '@bufbuild/protobuf/wire';
import type { SparseTensor, Tensor } from '../graph.ts';
import { ADDED } from '../wire/messages.ts';
import { type Entry, readEntry } from './entries.ts';
import { add, type Draft, fields, NONE, nested, readLong, readNote, several } from './fields.ts';

/** TensorProto.DataLocation. */
const EXTERNAL = 1;

/** With what decides `external`, which comes in any order. */
interface WrittenTensor extends Tensor {
  readonly location: number;
  readonly entries: readonly Entry[];
}

const TENSOR = fields<WrittenTensor>({
  1: (tensor, reader, wireType) => {
    tensor.dims = several(tensor.dims, reader, wireType, readLong);
  },
  2: (tensor, reader) => {
    tensor.type = reader.int32();
  },
  8: (tensor, reader) => {
    tensor.name = reader.string();
  },
  13: (tensor, reader) => {
    tensor.entries = add(tensor.entries, readEntry(reader));
  },
  14: (tensor, reader) => {
    tensor.location = reader.int32();
  },
  [ADDED.segment]: (tensor, reader) => {
    const [kind, offset, length] = readNote(reader);
    const segment = { field: Math.floor(kind / 8), wireType: kind % 8, offset, length };
    tensor.segments = add(tensor.segments, segment);
  },
});

export function readTensor(reader: BinaryReader, before: Tensor | null = null): Tensor {
  const written: Draft<WrittenTensor> = (before as WrittenTensor | null) ?? {
    name: '',
    type: 0,
    dims: NONE,
    segments: NONE,
    external: null,
    strayExternal: false,
    location: 0,
    entries: NONE,
  };
  nested(TENSOR, written, reader);
  const external = written.location === EXTERNAL;
  written.external = external ? new Map(written.entries.map(({ key, value }) => [key, value])) : null;
  written.strayExternal = !external && written.entries.length > 0;
  return written;
}

const SPARSE = fields<SparseTensor>({
  1: (sparse, reader) => {
    sparse.values = readTensor(reader, sparse.values);
  },
  2: (sparse, reader) => {
    sparse.indices = readTensor(reader, sparse.indices);
  },
  3: (sparse, reader, wireType) => {
    sparse.dims = several(sparse.dims, reader, wireType, readLong);
  },
});
export const readSparse = (reader: BinaryReader, before: SparseTensor | null = null): SparseTensor =>
  nested(SPARSE, before ?? { values: null, indices: null, dims: NONE }, reader);
