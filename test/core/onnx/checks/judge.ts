import { DataType, type GraphInit, model, node, tensor, value } from '../../../../scripts/onnx/builder.ts';
import { bytesSource } from '../../../../src/core/onnx/byte-source.ts';
import { checkModel } from '../../../../src/core/onnx/check-model.ts';
import { type ExternalFacts, noExternalFiles } from '../../../../src/core/onnx/external-files.ts';

/** Findings on a model in memory, as `id: message`. `facts` stand for its external files, by location. */
export async function judge(
  bytes: Uint8Array,
  facts: Readonly<Record<string, Partial<ExternalFacts>>> = {},
): Promise<string[]> {
  const external = {
    ...noExternalFiles,
    inspect: async (location: string): Promise<ExternalFacts> => ({
      ...(await noExternalFiles.inspect(location)),
      ...(facts[location] && { kind: 'regular', links: 1, size: 100, file: location, ...facts[location] }),
    }),
    scan: async () => ({ sha256: 'abcd', sha1: '0123' }),
  };
  const { findings } = await checkModel(bytesSource(bytes), { path: 'm.onnx', external });
  return findings.map(({ check, message }) => `${check}: ${message}`);
}

export const idsOf = (findings: readonly string[]): string[] => findings.map((one) => one.split(':')[0]!);

/** `x` [batch, 2] → Relu → `y`: a graph without a fault, to be changed. */
export const sound = (change: GraphInit = {}): GraphInit => ({
  name: 'g',
  input: [value('x', DataType.FLOAT, ['batch', 2])],
  output: [value('y', DataType.FLOAT, ['batch', 2])],
  node: [node('Relu', ['x'], ['y'])],
  ...change,
});

/** `x` + `w` → `y`, with the given initializer called `w`. */
export const adding = (w: ReturnType<typeof tensor>): Uint8Array =>
  model(sound({ initializer: [w], node: [node('Add', ['x', 'w'], ['y'])] }));

export const longs = (name: string, values: readonly (number | bigint)[], dims = [values.length]) =>
  tensor(name, BigInt64Array.from(values, BigInt), dims);

/** Graph attributes of Loop bodies with the given nodes between condition and state. */
export function loopBody(change: GraphInit = {}): GraphInit {
  return {
    name: 'body',
    input: [
      value('i', DataType.INT64, []),
      value('go-in', DataType.BOOL, []),
      value('s-in', DataType.FLOAT, ['batch', 2]),
    ],
    output: [value('go-out', DataType.BOOL, []), value('s-out', DataType.FLOAT, ['batch', 2])],
    node: [node('Identity', ['go-in'], ['go-out']), node('Relu', ['s-in'], ['s-out'])],
    ...change,
  };
}

export const looping = (trips: bigint, body: GraphInit = loopBody()): Uint8Array =>
  model(
    sound({
      initializer: [longs('times', [trips], []), tensor('go', Uint8Array.of(1), [])],
      node: [node('Loop', ['times', 'go', 'x'], ['y'], { body })],
    }),
  );
