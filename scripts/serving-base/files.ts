/** What stands in the serving base, layer by layer: what changes least comes first. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MANIFEST, partsFor } from '../../src/adapters/runtime/manifest.ts';
import type { Target } from '../../src/adapters/runtime/target.ts';
import type { LayerFile } from '../../src/core/image/layer-files.ts';

/** Nobody's, as distroless images have it. */
export const USER = 65532;
export const NODE = 'usr/bin/node';
const HOME = 'opt/onnx-gate';
export const CLI = `/${HOME}/dist/cli.js`;

export interface Layer {
  readonly what: string;
  readonly files: readonly LayerFile[];
}

/** `node`: the binary that goes in. `root`: the checkout, with dist/ and node_modules. Throws when a file is missing. */
export function baseLayers(node: string, root: string, target: Target): Layer[] {
  const ort = ortFiles(root, target);
  const programs = [
    node,
    ...ort.map(({ source }) => source).filter((path) => /\.(node|so)(\.|$)/.test(path)),
  ];
  return [
    { what: 'system libraries', files: [...passwd(), ...libraries(programs)] },
    { what: 'Node.js', files: [{ path: NODE, source: node, executable: true }] },
    { what: 'ONNX Runtime', files: ort },
    { what: 'onnx-gate serve', files: serverFiles(join(root, 'dist')) },
  ];
}

const passwd = (): LayerFile[] => [
  { path: 'etc/group', content: `root:x:0:\nnonroot:x:${USER}:\n` },
  {
    path: 'etc/passwd',
    content: `root:x:0:0:root:/:/none\nnonroot:x:${USER}:${USER}:nonroot:/:/none\n`,
  },
];

/** What the dynamic linker loads for them, under the paths where it looks, itself included. */
export function libraries(programs: readonly string[]): LayerFile[] {
  const found = new Map<string, LayerFile>();
  const own = new Set(programs.map((path) => realpathSync(path)));
  for (const program of programs)
    for (const line of execFileSync('ldd', [program], { encoding: 'utf8' }).split('\n')) {
      if (line.includes('not found')) throw new Error(`${program} needs a library: ${line.trim()}`);
      const path = /(?:=> )?(\/\S+) \(0x/.exec(line)?.[1];
      if (path === undefined || own.has(realpathSync(path))) continue;
      const executable = /\/ld-[^/]*\.so/.test(path);
      found.set(path, { path: path.slice(1), source: realpathSync(path), executable });
    }
  return [...found.values()].sort(byPath);
}

/** The same files that an action keeps of the packages' tarballs. */
function ortFiles(root: string, target: Target) {
  const require = createRequire(join(root, 'package.json'));
  const node = dirname(require.resolve('onnxruntime-node/package.json'));
  const folders = new Map([
    ['onnxruntime-node', node],
    [
      'onnxruntime-common',
      dirname(dirname(dirname(createRequire(join(node, '_.js')).resolve('onnxruntime-common')))),
    ],
  ]);
  return partsFor(MANIFEST, target).flatMap(({ name, keep, proof }) => {
    const folder = folders.get(name);
    if (folder === undefined) return [];
    if (!existsSync(join(folder, proof))) throw new Error(`${folder} lacks ${proof}.`);
    return filesIn(folder)
      .filter((path) => keep(path) && !path.endsWith('.map') && !path.endsWith('.d.ts'))
      .map((path) => ({ path: `${HOME}/node_modules/${name}/${path}`, source: join(folder, path) }));
  });
}

/** The command line, its worker, and all that they load. */
function serverFiles(dist: string): LayerFile[] {
  const wanted = ['cli.js', 'server-worker.js', 'package.json', 'licenses.txt'];
  const chunks = filesIn(join(dist, 'chunks')).map((path) => `chunks/${path}`);
  return [...wanted, ...chunks]
    .map((path) => ({ path: `${HOME}/dist/${path}`, source: join(dist, path) }))
    .sort(byPath);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const byPath = (one: LayerFile, other: LayerFile) => (one.path < other.path ? -1 : 1);
