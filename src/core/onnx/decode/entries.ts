import type { BinaryReader } from '@bufbuild/protobuf/wire';
import type { Opset } from '../graph.ts';
import { fields, nested, readLong } from './fields.ts';

export interface Entry {
  readonly key: string;
  readonly value: string;
}
const ENTRY = fields<Entry>({
  1: (entry, reader) => {
    entry.key = reader.string();
  },
  2: (entry, reader) => {
    entry.value = reader.string();
  },
});
export const readEntry = (reader: BinaryReader): Entry => nested(ENTRY, { key: '', value: '' }, reader);

const OPSET = fields<Opset>({
  1: (opset, reader) => {
    opset.domain = reader.string();
  },
  2: (opset, reader) => {
    opset.version = readLong(reader);
  },
});
export const readOpset = (reader: BinaryReader): Opset => nested(OPSET, { domain: '', version: 0n }, reader);
