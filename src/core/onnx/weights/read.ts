/** One pass over all weights: each byte is read once, and none is kept. */
import type { ByteSource } from '../byte-source.ts';
import type { ExternalFacts, ExternalFiles } from '../external-files.ts';
import type { ModelGraph, Tensor } from '../graph.ts';
import { tensorsOf } from '../walks.ts';
import { feeder, rangesOf, type WeightRange } from './ranges.ts';
import { createScanner, type ValueScanner, type ValueStatistics } from './statistics.ts';

/** A file beside the model, as it was read. */
export interface ExternalPart {
  readonly location: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal digits. */
  readonly sha256: string;
  /** SHA-1, where the model names one (`checksum` in onnx.proto). */
  readonly sha1: string | null;
}

export interface Weights {
  /** Of every tensor whose elements lie in one run; others (int32_data, strings) are left out. */
  readonly statistics: ReadonlyMap<Tensor, ValueStatistics>;
  /** Each file once, by the first name that the model gives it. */
  readonly parts: readonly ExternalPart[];
}

/** Bytes read at a time. */
const CHUNK = 2 ** 20;

/** `files`: the facts by location of all that may be read. */
export async function readWeights(
  model: ModelGraph,
  source: ByteSource,
  external: ExternalFiles,
  files: ReadonlyMap<string, ExternalFacts>,
): Promise<Weights> {
  const tensors = tensorsOf(model);
  const scanner = createScanner();
  const { ranges: inside } = rangesOf(tensors.filter((tensor) => tensor.external === null));
  await readInside(source, inside, scanner);
  const beside = await readBeside(tensors, external, files, scanner);
  return {
    statistics: statisticsOf(tensors, [...inside, ...beside.ranges], scanner),
    parts: beside.parts,
  };
}

/** Of the tensors alone that lie in files beside the model. */
export async function readExternalWeights(
  model: ModelGraph,
  external: ExternalFiles,
  files: ReadonlyMap<string, ExternalFacts>,
): Promise<Weights> {
  const tensors = tensorsOf(model);
  const scanner = createScanner();
  const { ranges, parts } = await readBeside(tensors, external, files, scanner);
  return { statistics: statisticsOf(tensors, ranges, scanner), parts };
}

async function readBeside(
  tensors: readonly Tensor[],
  external: ExternalFiles,
  files: ReadonlyMap<string, ExternalFacts>,
  scanner: ValueScanner,
): Promise<{ readonly ranges: readonly WeightRange[]; readonly parts: readonly ExternalPart[] }> {
  const byLocation = new Map<string, Tensor[]>([...files.keys()].map((location) => [location, []]));
  for (const tensor of tensors) byLocation.get(tensor.external?.get('location') ?? '')?.push(tensor);
  const all: WeightRange[] = [];
  const parts: ExternalPart[] = [];
  for (const locations of byFile(files)) {
    const inFile = locations.flatMap(({ location }) => byLocation.get(location)!);
    const { ranges } = rangesOf(inFile);
    for (const range of ranges) all.push(range);
    const checked = inFile.some((tensor) => tensor.external?.has('checksum'));
    const [{ location, size }] = locations;
    const hashes = await external.scan(
      location,
      feeder(ranges, scanner),
      checked ? ['sha256', 'sha1'] : ['sha256'],
    );
    if (hashes?.sha256 === undefined) continue;
    const { sha256, sha1 = null } = hashes;
    parts.push({ location, bytes: size, sha256, sha1 });
  }
  return { ranges: all, parts };
}

/** In the order of the tensors. */
function statisticsOf(
  tensors: readonly Tensor[],
  ranges: readonly WeightRange[],
  scanner: ValueScanner,
): ReadonlyMap<Tensor, ValueStatistics> {
  const results = new Map<Tensor, ValueStatistics>();
  for (const range of ranges) {
    if (range.scan.bytes === 0) continue;
    const statistics = scanner.finish(range.scan);
    for (const tensor of range.tensors) results.set(tensor, statistics);
  }
  const found = tensors.filter((tensor) => results.has(tensor));
  return new Map(found.map((tensor) => [tensor, results.get(tensor)!]));
}

/** By name, of the weights in files beside the model: what two models are compared by. */
export const externalFingerprints = ({ statistics }: Weights): ReadonlyMap<string, string> =>
  new Map(
    [...statistics]
      .filter(([{ external }]) => external !== null)
      .map(([{ name }, { fingerprint, bytes }]) => [name, `${bytes} ${fingerprint}`]),
  );

type Named = { readonly location: string; readonly size: number };

/** Locations that name one file stand together. */
export function byFile(files: ReadonlyMap<string, ExternalFacts>): [Named, ...Named[]][] {
  const found = new Map<string, [Named, ...Named[]]>();
  for (const [location, { file, size }] of files) {
    const same = found.get(file);
    if (same) same.push({ location, size });
    else found.set(file, [{ location, size }]);
  }
  return [...found.values()];
}

/** The next megabyte is read while this one is looked at, in two pieces of memory. */
async function readInside(
  source: ByteSource,
  ranges: readonly WeightRange[],
  scanner: ValueScanner,
): Promise<void> {
  const feed = feeder(ranges, scanner);
  const memory = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)];
  const read = (turn: number, start: number | undefined) =>
    start === undefined ? null : source.read(start, CHUNK, memory[turn % 2]);
  const starts = chunkStarts(ranges);
  let start = starts.next().value;
  let reading = read(0, start);
  for (let turn = 1; reading !== null && start !== undefined; turn++) {
    const bytes = await reading;
    const at = start;
    start = starts.next().value;
    reading = read(turn, start);
    feed(bytes, at);
  }
}

/** A chunk begins where a tensor does, so that large ones are aligned in memory; what lies between is passed over. */
function* chunkStarts(ranges: readonly WeightRange[]): Generator<number, undefined> {
  let done = 0;
  for (const { offset, length } of ranges) {
    if (done < offset) done = offset;
    else if (done >= offset + length) continue;
    for (; done < offset + length; done += CHUNK) yield done;
  }
}
