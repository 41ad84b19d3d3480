/** The import table of the design (section 3) as data, and a checker of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface Import {
  /** Relative to the repository, `/` between folders. */
  readonly from: string;
  /** A path in the repository, or a package as it was written. */
  readonly to: string;
  readonly typeOnly: boolean;
}

type Allowed = (to: string, one: Import) => boolean;
const under =
  (...folders: string[]): Allowed =>
  (to) =>
    folders.some((folder) => to === folder || to.startsWith(`${folder}/`));
const types =
  (...folders: string[]): Allowed =>
  (to, { typeOnly }) =>
    typeOnly && under(...folders)(to, { from: '', to, typeOnly });
const packages =
  (...names: string[]): Allowed =>
  (to) =>
    names.some((name) => to === name || to.startsWith(`${name}/`));
const outside: Allowed = (to) => !to.startsWith('src/');
/** An adapter is a file or a folder of src/adapters; it sees its own folder only. */
const sameAdapter: Allowed = (to, { from }) =>
  from.split('/').length > 3 && to.startsWith(from.split('/').slice(0, 3).join('/'));

const PURE_PACKAGES = [
  'zod',
  'yaml',
  'onnx-buf',
  '@bufbuild/protobuf',
  'mdast-util-to-markdown',
  'mdast-util-gfm',
];

/** First room whose folder holds the file. Each file may import what one of the predicates allows. */
const ROOMS: readonly (readonly [string, readonly Allowed[]])[] = [
  [
    'src/core',
    [
      under('src/core'),
      packages(...PURE_PACKAGES),
      (to, { typeOnly }) => typeOnly && (to === 'mdast' || to === 'sarif'),
    ],
  ],
  ['src/specs', [under('src/specs'), types('src/core')]],
  ['src/ports.ts', [types('src/core', 'src/ports')]],
  ['src/ports', [types('src/core', 'src/ports'), (to, one) => one.typeOnly && outside(to, one)]],
  ['src/commands', [under('src/commands', 'src/core'), types('src/specs', 'src/ports.ts')]],
  [
    'src/server',
    [under('src/server', 'src/core', 'src/adapters/onnxruntime'), types('src/ports.ts'), outside],
  ],
  [
    'src/adapters',
    [
      sameAdapter,
      types('src/core', 'src/ports.ts'),
      under('src/core/errors.ts', 'src/core/protocol'),
      // Small things that several need.
      under('src/adapters/make-folder.ts', 'src/adapters/this-machine.ts', 'src/adapters/stray-digest.ts'),
      outside,
    ],
  ],
  [
    'src/entry',
    [
      under(
        'src/entry',
        'src/specs',
        'src/commands',
        'src/adapters',
        'src/server',
        'src/core/errors.ts',
        'src/core/report',
      ),
      types('src/core', 'src/ports.ts'),
      outside,
    ],
  ],
  ['scripts', [under('scripts', 'src/specs', 'src/core', 'src/adapters'), types('src/ports.ts'), outside]],
];

/** Native packages and the one adapter folder that may import each (design, section 3). */
const NATIVE: Readonly<Record<string, string>> = {
  'onnxruntime-node': 'src/adapters/onnxruntime',
  'onnxruntime-common': 'src/adapters/onnxruntime',
  '@duckdb/node-api': 'src/adapters/duckdb',
};

/** The import of `one` against the table: null when allowed. */
export function judgeImport(one: Import): string | null {
  const native = Object.keys(NATIVE).find((name) => packages(name)(one.to, one));
  if (native && !one.from.startsWith(NATIVE[native]!))
    return `${one.from} imports ${one.to}: only ${NATIVE[native]} may`;
  const room = ROOMS.find(([folder]) => under(folder)(one.from, one));
  if (!room) return `${one.from} is in no room of the design`;
  return room[1].some((allows) => allows(one.to, one))
    ? null
    : `${one.from} imports ${one.to}: ${room[0]} may not`;
}

const IMPORT =
  /^\s*(?:(?<kind>import|export)\s+(?<type>type\s)?(?<names>[^;'"]*?)\sfrom\s+|import\s+)['"](?<static>[^'"]+)['"]|(?<!\w)import\(\s*['"](?<dynamic>[^'"]+)['"]\s*\)/gm;

/** Every import of a TypeScript source. `import { type A, type B }` counts as type-only. */
export function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(({ groups }) => {
    const target = (groups!.static ?? groups!.dynamic)!;
    const names = groups!.names
      ?.trim()
      .replace(/^\{|\}$/g, '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const allTypes =
      names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type '));
    const to = target.startsWith('.') ? resolve('/', dirname(file), target).slice(1) : target;
    return { from: file, to, typeOnly: groups!.type !== undefined || allTypes };
  });
}

/** Imports of every TypeScript file below the folders of `root`. */
export function repositoryImports(root: string, folders: readonly string[]): Import[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => relative(root, join(root, folder, name)).replaceAll('\\', '/'))
      .flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8'))),
  );
}

/** The files of each import cycle that is not made of types alone. */
export function cycles(imports: readonly Import[]): string[][] {
  const graph = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports)
    if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
  const found: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, path: readonly string[]) => {
    if (state.get(file) === 'open') found.push([...path.slice(path.indexOf(file)), file]);
    if (state.has(file)) return;
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
