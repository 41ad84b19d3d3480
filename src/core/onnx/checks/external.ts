/** External data: where it may lie, and whether it is there. One finding for each file, not for each tensor. */
import type { ExternalFacts, ExternalFiles } from '../external-files.ts';
import { externalRange, locationFault } from '../external-range.ts';
import type { ModelGraph, Tensor } from '../graph.ts';
import { elementCount, rawBytes } from '../tensor-size.ts';
import { externalTensors, tensorsOf } from '../walks.ts';
import { rangesOf } from '../weights/ranges.ts';
import { type CheckContext, type ModelCheck, type Sighting, show, showSome } from './check.ts';

const KNOWN_KEYS = new Set(['location', 'offset', 'length', 'checksum', 'basepath']);
const POINTER = /^(version https:\/\/git-lfs\.github\.com\/spec\/|outs:\s|md5:\s)/;

const locationOf = (tensor: Tensor) => tensor.external?.get('location') ?? '';

/** Every location a model names. */
export const externalLocations = (model: ModelGraph): readonly string[] => [
  ...new Set(externalTensors(model).map(locationOf)),
];

/** Locations looked at on the disk. Real models have one file, or one for each tensor. */
const MOST_LOCATIONS = 10_000;

/** Facts by location, of those that stay in the folder by their name. */
export async function inspectLocations(
  model: ModelGraph,
  external: ExternalFiles,
): Promise<ReadonlyMap<string, ExternalFacts>> {
  const facts = new Map<string, ExternalFacts>();
  for (const location of externalLocations(model).slice(0, MOST_LOCATIONS)) {
    if (locationFault(location) === null) facts.set(location, await external.inspect(location));
  }
  return facts;
}

/** Those that may be read. */
export const safeFiles = (facts: ReadonlyMap<string, ExternalFacts>): ReadonlyMap<string, ExternalFacts> =>
  new Map([...facts].filter(([, fact]) => isSafe(fact)));

export const isSafe = (facts: ExternalFacts | undefined): boolean =>
  facts !== undefined && facts.kind === 'regular' && facts.inside && facts.links <= 1;

/** A row that judges each file by its facts. */
const byFacts =
  (judge: (facts: ExternalFacts) => string | null) =>
  (_: ModelGraph, { facts }: CheckContext): Sighting[] =>
    [...facts].flatMap(([location, fact]) => {
      const wrong = judge(fact);
      return wrong === null ? [] : [{ message: `External data ${show(location)} ${wrong}.`, at: location }];
    });

export const EXTERNAL_CHECKS: readonly ModelCheck[] = [
  {
    id: 'external-location',
    severity: 'error',
    what: "External data is named by a path inside the model's folder.",
    why: 'Otherwise the model reads any file of the machine into its weights, from where its answers leak it.',
    fix: 'Do not load this model with other tools; save it again with its data beside it.',
    others:
      'CVE-2022-25882 (onnx < 1.13), CVE-2024-27318 (< 1.16); onnx.checker and ONNX Runtime refuse it today. onnx 1.12 accepts `a/../../b`.',
    run: (model) =>
      externalLocations(model).flatMap((location) => {
        const wrong = locationFault(location);
        return wrong === null
          ? []
          : [{ message: `External data location ${show(location)} ${wrong}.`, at: location }];
      }),
  },
  {
    id: 'external-missing',
    severity: 'error',
    what: 'Every external file exists.',
    why: 'The model cannot be loaded without its weights.',
    fix: 'Put it beside the model; in CI, check that it is fetched and cached together with it.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: byFacts(({ kind }) => (kind === 'missing' ? 'does not exist' : null)),
  },
  {
    id: 'external-kind',
    severity: 'error',
    what: 'External data is a regular, readable file.',
    why: 'A pipe or a device never ends.',
    fix: 'Put the file itself there.',
    others:
      'onnx.checker 1.12 takes a folder, later ones refuse what is not regular; ONNX Runtime fails to read it.',
    run: byFacts(({ kind }) => KIND_FAULTS.get(kind) ?? null),
  },
  {
    id: 'external-outside',
    severity: 'error',
    what: "No symbolic link leads external data out of the model's folder.",
    why: 'The model reads any file of the machine (CVE-2026-27489, CVE-2026-34447).',
    fix: 'Copy the file into the folder.',
    others: 'onnx.checker ≥ 1.21 refuses any link; ONNX Runtime one that leads out.',
    run: byFacts(({ kind, inside }) =>
      kind !== 'missing' && !inside ? "is a link that leads out of the model's folder" : null,
    ),
  },
  {
    id: 'external-symlink',
    severity: 'warning',
    what: 'External data is no symbolic link, even inside the folder.',
    why: 'Current onnx refuses it, and archives drop or follow it.',
    fix: 'Copy the file there.',
    others: 'onnx.checker ≥ 1.21 refuses it; ONNX Runtime allows it, as the cache of Hugging Face needs.',
    run: byFacts(({ symlink, inside }) => (symlink && inside ? 'is a symbolic link' : null)),
  },
  {
    id: 'external-hardlink',
    severity: 'error',
    what: 'External data has one name on its disk.',
    why: 'A hard link may be another file of the machine, which nothing tells (CVE-2026-34446).',
    fix: 'Copy the file instead of linking it (`cp --reflink=auto`).',
    others: 'onnx.checker ≥ 1.21 refuses it; ONNX Runtime does not look.',
    run: byFacts(({ links }) => (links > 1 ? `is a hard link: it has ${links} names` : null)),
  },
  {
    id: 'external-pointer',
    severity: 'error',
    what: 'External data is no Git LFS or DVC pointer.',
    why: 'The weights were not fetched.',
    fix: 'Run `git lfs pull` or `dvc pull`, or check out with `lfs: true`.',
    others: 'ONNX Runtime complains about offset and length; no tool names the cause.',
    run: byFacts(({ head }) =>
      POINTER.test(new TextDecoder('latin1').decode(head)) ? 'is a pointer, not the weights' : null,
    ),
  },
  {
    id: 'external-range',
    severity: 'error',
    what: 'Offset and length are whole numbers, lie within the file, and fit the shape.',
    why: 'A reader goes past the end, or takes memory for a length of petabytes (CVE-2026-34445).',
    fix: 'Save the model and its data again, together.',
    others: 'ONNX Runtime refuses it by file size; onnx only when loading in Python.',
    run: (model, { facts }) =>
      externalTensors(model).flatMap((tensor) => {
        const wrong = rangeFault(tensor, facts.get(locationOf(tensor)));
        return wrong === null
          ? []
          : [{ message: `External tensor ${show(tensor.name)} ${wrong}.`, at: tensor.name }];
      }),
  },
  {
    id: 'external-overlap',
    severity: 'warning',
    what: 'Two external tensors share all of their bytes or none.',
    why: 'One of them is read from the wrong place; and a small model may have a large file read again and again.',
    fix: 'Save the model and its data again, together.',
    others: 'No other tool looks.',
    run: (model) => {
      const byLocation = new Map<string, Tensor[]>(
        externalLocations(model).map((location) => [location, []]),
      );
      for (const tensor of externalTensors(model)) byLocation.get(locationOf(tensor))!.push(tensor);
      return [...byLocation].flatMap(([location, tensors]) => {
        const names = rangesOf(tensors).overlapping.map(({ name }) => name);
        return names.length === 0
          ? []
          : [{ message: `Tensors overlap others in ${show(location)}: ${showSome(names)}.`, at: names[0]! }];
      });
    },
  },
  {
    id: 'external-keys',
    severity: 'warning',
    what: 'External data uses the keys of onnx.proto: location, offset, length, checksum, basepath.',
    why: 'Older onnx sets any key as a Python attribute (CVE-2026-34445).',
    fix: 'Remove the other keys.',
    others: 'onnx ≥ 1.21 warns; ONNX Runtime ignores them.',
    run: (model) => {
      const keys = new Set(externalTensors(model).flatMap(({ external }) => [...external!.keys()]));
      return [...keys]
        .filter((key) => !KNOWN_KEYS.has(key))
        .map((key) => ({ message: `External data has the unknown key ${show(key)}.`, at: key }));
    },
  },
  {
    id: 'external-checksum',
    severity: 'error',
    what: 'External data has the SHA-1 that the model names for it.',
    why: 'The file is not the one that the model was saved with.',
    fix: 'Fetch the model and its data again, together.',
    others: 'onnx and ONNX Runtime store it, and never compare.',
    run: async (model, context) => {
      const wanted = new Map(
        externalTensors(model).map((tensor) => [locationOf(tensor), tensor.external!.get('checksum')]),
      );
      if (![...wanted.values()].some((checksum) => checksum !== undefined)) return [];
      const { parts } = await context.weights();
      return parts.flatMap(({ location, sha1 }) => {
        const checksum = wanted.get(location);
        return checksum === undefined || checksum.toLowerCase() === sha1
          ? []
          : [
              {
                message: `External data ${show(location)} has the SHA-1 ${sha1}, not ${show(checksum)}.`,
                at: location,
              },
            ];
      });
    },
  },
  {
    id: 'external-stray',
    severity: 'warning',
    what: 'Only tensors marked EXTERNAL carry external_data.',
    why: 'One tool reads the file, another the values in the model.',
    fix: 'Save the model again with the onnx package.',
    others: 'onnx.checker and ONNX Runtime ignore it.',
    run: (model) =>
      tensorsOf(model)
        .filter(({ strayExternal }) => strayExternal)
        .map(({ name }) => ({
          message: `Tensor ${show(name)} has external_data but is not marked EXTERNAL.`,
          at: name,
        })),
  },
  {
    id: 'external-strings',
    severity: 'error',
    what: 'Strings are not stored externally.',
    why: 'They have no fixed size, so no reader can tell them apart.',
    fix: 'Store them in the model.',
    others: 'ONNX Runtime refuses it; onnx.checker 1.12 does not look.',
    run: (model) =>
      externalTensors(model)
        .filter(({ type }) => type === 8)
        .map(({ name }) => ({ message: `External tensor ${show(name)} is of strings.`, at: name })),
  },
];

const KIND_FAULTS: ReadonlyMap<ExternalFacts['kind'], string> = new Map([
  ['folder', 'is a folder'],
  ['other', 'is a pipe, socket or device'],
  ['unreadable', 'cannot be read; check its permissions'],
]);

function rangeFault(tensor: Tensor, facts: ExternalFacts | undefined): string | null {
  const written = tensor.external!;
  const range = externalRange(tensor);
  if (range === null) {
    const clip = (key: string) => show(written.get(key) ?? '0');
    return `has offset ${clip('offset')} and length ${clip('length')}, which cannot be`;
  }
  const count = elementCount(tensor.dims);
  const needed = count === null ? null : rawBytes(tensor.type, count);
  if (needed !== null && BigInt(range.length) !== needed) return `takes ${range.length} bytes, not ${needed}`;
  if (facts === undefined || !isSafe(facts) || range.offset + range.length <= facts.size) return null;
  return `ends at byte ${range.offset + range.length} of a file of ${facts.size}`;
}
