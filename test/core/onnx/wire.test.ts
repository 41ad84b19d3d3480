import { describe, expect, it } from 'vitest';
import { model, node, tensor, value } from '../../../scripts/onnx/builder.ts';
import { bytesSource } from '../../../src/core/onnx/byte-source.ts';
import { parseModel } from '../../../src/core/onnx/check-model.ts';
import { WIRE_CHECKS } from '../../../src/core/onnx/checks/wire.ts';
import { CAPS } from '../../../src/core/onnx/wire/caps.ts';
import { ADDED } from '../../../src/core/onnx/wire/messages.ts';
import { scanWire } from '../../../src/core/onnx/wire/scan.ts';
import { adding, idsOf, judge, loopBody, sound } from './checks/judge.ts';

const concat = (...parts: readonly (Uint8Array | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** A length-delimited field. */
function field(number: number, content: Uint8Array | readonly number[]): Uint8Array {
  const length: number[] = [];
  let rest = content.length;
  for (; rest > 127; rest >>>= 7) length.push((rest & 127) | 128);
  const tag = (number << 3) | 2;
  const out = new Uint8Array((tag > 127 ? 2 : 1) + length.length + 1 + content.length);
  out.set([...(tag > 127 ? [(tag & 127) | 128, tag >> 7] : [tag]), ...length, rest]);
  out.set(content, out.length - content.length);
  return out;
}
/** Raw bytes of a model around a graph's raw bytes. */
const around = (graph: Uint8Array | readonly number[]) =>
  concat([8, 8], field(8, [0x10, 17]), field(7, graph));
const repeat = (bytes: readonly number[], times: number) => {
  const out = new Uint8Array(bytes.length * times);
  for (let i = 0; i < times; i++) out.set(bytes, i * bytes.length);
  return out;
};
/** `around`, for graphs too large to spread. */
function aroundLarge(graph: Uint8Array): Uint8Array {
  const body = field(7, graph);
  const out = new Uint8Array(body.length + 2);
  out.set([8, 8]);
  out.set(body, 2);
  return out;
}

const plain = model(sound({ initializer: [], docString: 'a\nb\nc\nd' }));
const weighty = adding(
  tensor(
    'w',
    Float32Array.from({ length: 64 }, (_, i) => -i / 3),
    [32, 2],
  ),
);
const crlf = (bytes: Uint8Array) =>
  Uint8Array.from([...bytes].flatMap((byte) => (byte === 10 ? [13, 10] : [byte])));
const asText = (bytes: Uint8Array) => new TextEncoder().encode(new TextDecoder().decode(bytes));
const nested = (levels: number) => {
  let graph: Uint8Array = field(2, [65]);
  // A graph in an attribute of a node: three levels each.
  for (let i = 0; i < levels; i++) graph = field(1, field(5, field(6, graph)));
  return around(graph);
};

const BROKEN: readonly (readonly [id: string, bytes: Uint8Array, words: string])[] = [
  ['file-kind', new TextEncoder().encode('<html>'), 'HTML'],
  ['file-text-damage', crlf(plain), 'carriage return'],
  ['file-text-damage', asText(weighty), 'replacement character'],
  ['file-truncated', weighty.subarray(0, weighty.length - 10), 'more were announced'],
  ['file-malformed', around([0x0f]), 'wire type 7'],
  ['file-malformed', around(concat([0x0a, 0x20], [1, 2])), 'longer than what holds it'],
  ['file-malformed', around([0x08, 1]), 'field 1 of GraphProto has wire type 0'],
  ['file-malformed', around([0x00]), 'field number 0'],
  ['file-malformed', around(repeat([0xff], 12)), 'does not end'],
  ['file-limits', nested(40), 'levels of nesting'],
  ['file-limits', aroundLarge(repeat([0x0a, 0], 1_000_000)), '250000 nodes'],
  ['file-limits', aroundLarge(repeat([0x2a, 0], 1_000_000)), '500000 tensors'],
  ['file-limits', aroundLarge(field(1, repeat([0x0a, 0], 4_000_000))), 'names'],
  ['file-limits', around(field(1, field(4, repeat([65], 1_000_000)))), 'bytes in one name'],
  ['file-limits', around(field(5, repeat([8, 1], 300))), 'dimensions of one tensor'],
  ['file-concatenated', concat(plain, plain), '2 graphs'],
  ['file-unknown-fields', concat(plain, field(99, [1, 2])), '"ModelProto.99" 1 times'],
];

/** For each row a file that comes near to what it looks for, and is sound. */
const NEAREST: Readonly<Record<string, Uint8Array>> = {
  'file-kind': model(sound({ docString: '<html>' }), { producerName: 'PK\x03\x04' }),
  'file-text-damage': model(sound({ docString: 'a\r\nb\r\nc\r\n\ufffd\ufffd' })),
  'file-truncated': weighty,
  'file-malformed': concat(plain, field(14, [])),
  'file-limits': around(field(1, field(4, repeat([65], 16_384)))),
  // protobuf merges other fields that occur twice, and so may we.
  'file-concatenated': concat(plain, field(2, [65])),
  'file-unknown-fields': concat(plain, field(26, [])),
};

describe('the wire', () => {
  it.each(BROKEN)('%s: %#', async (id, bytes, words) => {
    const findings = (await judge(bytes)).filter((one) => one.startsWith(`${id}:`));
    expect(findings.join('\n')).toContain(words);
  });

  it.each(Object.entries(NEAREST))('%s says nothing of what is right, if only just', async (id, bytes) => {
    expect((await judge(bytes)).filter((one) => one.startsWith(`${id}:`))).toEqual([]);
  });

  it('tells of a file that protobuf cannot read for its size', () => {
    const check = WIRE_CHECKS.find(({ id }) => id === 'file-size')!;
    const of = (size: number) => {
      const report = { wrongKind: null, scan: null, damage: null, size, undecodable: null };
      return [...(check.run(report, undefined as never) as Iterable<{ message: string }>)];
    };
    expect(of(2 ** 31 - 1)).toEqual([]);
    expect(of(2 ** 31)).toEqual([{ message: 'The file has 2147483648 bytes.', at: null }]);
  });

  it('has a broken file and a sound one for every row', () => {
    const ids = WIRE_CHECKS.map(({ id }) => id).filter((id) => id !== 'file-size');
    expect(ids.filter((id) => !BROKEN.some(([covered]) => covered === id))).toEqual([]);
    expect(Object.keys(NEAREST).sort()).toEqual(ids.sort());
  });

  it('lets subgraphs nest as deep as protobuf does', async () => {
    expect(idsOf(await judge(nested(31))).filter((id) => id.startsWith('file-'))).toEqual([]);
  });

  it.each(Array.from({ length: 40 }, (_, i) => i))(
    'names the cause when the file ends after %# fortieths',
    async (part) => {
      const cut = weighty.subarray(0, Math.floor((weighty.length * part) / 40));
      const found = idsOf(await judge(cut));
      expect(found.length).toBeGreaterThan(0);
      expect(['file-kind', 'file-truncated', 'graph-missing', 'file-malformed', 'ir-version']).toContain(
        found[0],
      );
    },
  );

  it('does not let a file forge where weights lie', async () => {
    const forged = concat([...field(8, [119])], [0x10, 1], field(ADDED.segment, repeat([255], 24)));
    const { graph } = await parseModel(bytesSource(around(field(5, forged))), 'm.onnx');
    expect(graph?.graph?.initializers[0]).toMatchObject({ name: 'w', segments: [] });
  });

  it('reads the structure of a file by range, and not its weights', async () => {
    const large = adding(tensor('w', new Float32Array(2 ** 20).fill(1), [2 ** 19, 2]));
    const source = bytesSource(large);
    let read = 0;
    const counting = {
      size: source.size,
      read: async (offset: number, length: number) => {
        read += length;
        return source.read(offset, length);
      },
    };
    const { skeleton } = await scanWire(counting);
    expect(read).toBeLessThan(600_000);
    expect(skeleton.length).toBeLessThan(1000);
  });

  it('finds weights far beyond 4 GiB', async () => {
    const start = field(8, [119]);
    const far = 5 * 2 ** 30;
    const varint = (size: number) => {
      const bytes: number[] = [];
      for (let rest = size; ; rest = Math.floor(rest / 128)) {
        bytes.push(rest >= 128 ? (rest % 128) + 128 : rest);
        if (rest < 128) return bytes;
      }
    };
    const raw = concat(start, [0x4a], varint(far));
    const graphHead = concat([0x2a], varint(raw.length + far));
    const tail = concat(field(2, [71]));
    const head = concat(
      [8, 8, 0x3a],
      varint(graphHead.length + raw.length + far + tail.length),
      graphHead,
      raw,
    );
    const size = head.length + far + tail.length;
    const source = {
      size,
      read: async (offset: number, length: number) =>
        Uint8Array.from({ length: Math.min(length, size - offset) }, (_, i) => {
          const at = offset + i;
          return at < head.length ? head[at]! : at >= head.length + far ? tail[at - head.length - far]! : 0;
        }),
    };
    const { graph } = await parseModel(source, 'm.onnx');
    expect(graph?.graph?.name).toBe('G');
    expect(graph?.graph?.initializers[0]?.segments).toEqual([
      { field: 9, wireType: 2, offset: head.length, length: far },
    ]);
  });

  it('keeps the first values of a long attribute, and counts the rest', async () => {
    const floats = Array.from({ length: 5000 }, (_, i) => i);
    const bytes = model(sound({ node: [node('Relu', ['x'], ['y'], { floats })] }));
    const { graph } = await parseModel(bytesSource(bytes), 'm.onnx');
    expect(graph?.graph?.nodes[0]?.attributes[0]).toMatchObject({ omitted: 5000 - 4096 });
    expect(graph?.graph?.nodes[0]?.attributes[0]?.floats.at(-1)).toBe(4095);
  });

  it('judges subgraphs, and never throws on random damage', async () => {
    const bytes = model(
      sound({
        node: [node('Loop', ['', '', 'x'], ['y'], { body: loopBody() })],
        valueInfo: [value('v', 1, [1])],
      }),
    );

    let state = 1;
    for (let i = 0; i < 500; i++) {
      const mutant = Uint8Array.from(bytes);
      for (let j = 0; j < 3; j++) {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        mutant[(state >>> 8) % mutant.length] = state >>> 24;
      }
      await judge(mutant);
    }
    expect(CAPS.depth.most).toBe(100);
  });
});
