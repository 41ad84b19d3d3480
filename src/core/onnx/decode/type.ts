import type { BinaryReader } from '@bufbuild/protobuf/wire';
import type { Dimension, Value, ValueType } from '../graph.ts';
import { add, fields, NONE, nested, readLong } from './fields.ts';

const NO_TYPE: ValueType = { kind: 'none' };

type TensorType = Extract<ValueType, { readonly element: number }>;
type ListType = Extract<ValueType, { readonly of: ValueType }>;
type MapType = Extract<ValueType, { readonly kind: 'map' }>;

const DIMENSION = fields<{ size: Dimension }>({
  1: (dimension, reader) => {
    dimension.size = readLong(reader);
  },
  2: (dimension, reader) => {
    dimension.size = reader.string() || null;
  },
});

const SHAPE = fields<{ dims: readonly Dimension[] }>({
  1: (shape, reader) => {
    shape.dims = add(shape.dims, nested(DIMENSION, { size: null }, reader).size);
  },
});

const TENSOR_TYPE = fields<TensorType>({
  1: (type, reader) => {
    type.element = reader.int32();
  },
  2: (type, reader) => {
    type.shape = nested(SHAPE, { dims: type.shape ?? NONE }, reader).dims;
  },
});

const ELEMENT_TYPE = fields<ListType>({
  1: (type, reader) => {
    type.of = readType(reader, type.of);
  },
});

const MAP_TYPE = fields<MapType>({
  1: (type, reader) => {
    type.key = reader.int32();
  },
  2: (type, reader) => {
    type.value = readType(reader, type.value);
  },
});

/** One of several kinds: the same one again is merged, another one takes its place. */
const again = <T extends ValueType>(type: ValueType, fresh: T): T =>
  type.kind === fresh.kind ? (type as T) : fresh;

const TYPE = fields<{ is: ValueType }>({
  1: (type, reader) => {
    type.is = nested(
      TENSOR_TYPE,
      again<TensorType>(type.is, { kind: 'tensor', element: 0, shape: null }),
      reader,
    );
  },
  4: (type, reader) => {
    type.is = nested(ELEMENT_TYPE, again<ListType>(type.is, { kind: 'sequence', of: NO_TYPE }), reader);
  },
  5: (type, reader) => {
    type.is = nested(MAP_TYPE, again<MapType>(type.is, { kind: 'map', key: 0, value: NO_TYPE }), reader);
  },
  7: (type, reader, wireType) => {
    // OpaqueTypeProto: of operators of one's own.
    reader.skip(wireType);
    type.is = NO_TYPE;
  },
  8: (type, reader) => {
    type.is = nested(
      TENSOR_TYPE,
      again<TensorType>(type.is, { kind: 'sparse', element: 0, shape: null }),
      reader,
    );
  },
  9: (type, reader) => {
    type.is = nested(ELEMENT_TYPE, again<ListType>(type.is, { kind: 'optional', of: NO_TYPE }), reader);
  },
});

const readType = (reader: BinaryReader, before: ValueType): ValueType =>
  nested(TYPE, { is: before }, reader).is;

const VALUE = fields<Value>({
  1: (value, reader) => {
    value.name = reader.string();
  },
  2: (value, reader) => {
    value.type = readType(reader, value.type);
  },
});
export const readValue = (reader: BinaryReader): Value => nested(VALUE, { name: '', type: NO_TYPE }, reader);
