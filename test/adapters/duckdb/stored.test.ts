import { join } from 'node:path';
import { create, toBinary } from '@bufbuild/protobuf';
import {
  Field,
  FixedSizeList,
  Float64,
  Int64,
  Table,
  tableFromArrays,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import { TensorProtoSchema } from 'onnx-buf';
import { expect, test } from 'vitest';
import { tensor } from '../../../scripts/onnx/builder.ts';
import { temporaryFolder } from '../../temporary.ts';
import { makeZip } from '../references/make-zip.ts';
import { column, put, readAll, readFaults, tables } from './helpers.ts';

/** A `.npy` file, version 1.0. */
function npy(descr: string, shape: string, data: NodeJS.ArrayBufferView): Uint8Array {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape}), }`.padEnd(117, ' ');
  const length = Buffer.from([header.length + 1, 0]);
  const body = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00', 'latin1'),
    length,
    Buffer.from(`${header}\n`),
    body,
  ]);
}

async function read(files: readonly string[], requests: Parameters<typeof readAll>[1]) {
  await using table = await tables.open({ files });
  return { columns: table.columns, values: await readAll(table, requests) };
}

test('NumPy arrays stand side by side, each a column of its name', async () => {
  const folder = temporaryFolder();
  const files = [
    put(folder, 'x.npy', npy('<f4', '3, 2', Float32Array.of(1, 2, 3, 4, 5, 6))),
    put(folder, 'label.npy', npy('<i8', '3,', BigInt64Array.of(0n, 1n, 1n))),
  ];
  const { columns, values } = await read(files, [
    column('label', 'float64'),
    { ...column('x', 'float32'), depth: 1 },
  ]);
  expect(columns).toEqual([
    { name: 'label', type: 'BIGINT' },
    { name: 'x', type: 'FLOAT[2]' },
  ]);
  expect(values[0]).toEqual([0, 1, 1]);
});

test('the arrays of an .npz are columns of their names, float16 among them', async () => {
  const folder = temporaryFolder();
  const archive = makeZip([
    { name: 'x.npy', bytes: Buffer.from(npy('<f2', '3,', Uint16Array.of(0x3c00, 0xc100, 0x7bff))) },
    { name: 'label.npy', bytes: Buffer.from(npy('|b1', '3,', Uint8Array.of(0, 1, 1))), stored: true },
  ]);
  const { values } = await read(
    [put(folder, 'holdout.npz', archive)],
    [column('x', 'float32'), column('label', 'float64')],
  );
  expect(values).toEqual([
    [1, -2.5, 65504],
    [0, 1, 1],
  ]);
  const [fault] = await readFaults([put(folder, 'none.npz', Buffer.from('no archive'))]);
  expect(fault!.message).toContain('none.npz is not a zip archive, though its name says so');
});

test('ONNX test vectors: tensors of one folder side by side, folders one below the other', async () => {
  const folder = temporaryFolder();
  for (const set of [0, 1]) {
    const name = `test_data_set_${set}`;
    const bytes = (init: ReturnType<typeof tensor>) =>
      toBinary(TensorProtoSchema, create(TensorProtoSchema, init));
    put(folder, `${name}/input_0.pb`, bytes(tensor('x', Float32Array.of(set, 2), [2])));
    put(folder, `${name}/output_0.pb`, bytes(tensor('', Float32Array.of(set + 10, 20), [2])));
  }
  const { values } = await read(
    [join(folder, '*/*.pb')],
    [column('x', 'float32'), column('output_0', 'float64')],
  );
  expect(values).toEqual([
    [0, 2, 1, 2],
    [10, 20, 11, 20],
  ]);
});

test('Arrow IPC: numbers, text, gaps and lists', async () => {
  const folder = temporaryFolder();
  const plain = tableFromArrays({ a: Float64Array.of(1.5, 2), b: BigInt64Array.of(7n, 8n) });
  const list = new FixedSizeList(2, new Field('item', new Float64()));
  const more = new Table({
    a: plain.getChild('a')!,
    b: vectorFromArray([7n, null], new Int64()),
    city: vectorFromArray(['Bern', null]),
    h: vectorFromArray(
      [
        [1, 2],
        [3, 4],
      ],
      list,
    ),
  });
  const file = put(folder, 'h.arrow', tableToIPC(more, 'file'));
  const { columns, values } = await read(
    [file],
    [column('a', 'float64'), column('b', 'int64'), column('city', 'string')],
  );
  expect(columns.map(({ type }) => type)).toEqual(['DOUBLE', 'BIGINT', 'VARCHAR', 'DOUBLE[]']);
  expect(values).toEqual([
    [1.5, 2],
    [7n, null],
    ['Bern', null],
  ]);
});

test('what is wrong with them', async () => {
  const folder = temporaryFolder();
  const x = put(folder, 'x.npy', npy('<f4', '3, 2', Float32Array.of(1, 2, 3, 4, 5, 6)));
  const short = put(folder, 'y.npy', npy('<f4', '2,', Float32Array.of(1, 2)));
  const cut = put(folder, 'cut.npy', npy('<f4', '3,', Float32Array.of(1, 2)));
  const arrow = put(folder, 'h.arrow', 'ARROW1\0\0 and no more');
  expect((await readFaults([x, short]))[0]!.message).toMatch(
    /different numbers of rows: x \[3, 2\], y \[2\]/,
  );
  expect((await readFaults([cut]))[0]!.message).toContain('cut.npy has 8 bytes, which is not float32 [3]');
  expect((await readFaults([arrow]))[0]).toMatchObject({ code: 'holdout-unreadable' });
});
