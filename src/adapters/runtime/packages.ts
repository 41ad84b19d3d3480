/** Looks for installed packages the way Node.js does, without loading any of them. */
import { access, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Part } from './manifest.ts';

/**
 * Why code in `directory` cannot load the parts, or null when it can.
 * `inside`: the packages that we load must be in the folder's own node_modules; `above`: or in one further up.
 * A version other than the pinned one does not do: a verdict names the engine it was made with.
 */
export async function whyUnusable(
  directory: string,
  parts: readonly Part[],
  where: 'inside' | 'above',
): Promise<string | null> {
  const found = new Map<string, string>();
  for (const { name, version, loadedBy, proof } of parts) {
    const loader = loadedBy && found.get(loadedBy);
    const from = loader ? ancestors(loader) : where === 'inside' ? [directory] : ancestors(directory);
    const folder = await firstWith(from, name);
    if (!folder) return `no ${name}`;
    const installed = await versionOf(folder);
    if (installed !== version) return `${name} is ${installed}, needed is ${version}`;
    if (!(await exists(join(folder, proof)))) return `${name} lacks ${proof}`;
    found.set(name, folder);
  }
  return null;
}

/** The real path of the nearest installed package, since links (pnpm) resolve from where they lead. */
async function firstWith(folders: readonly string[], name: string): Promise<string | null> {
  for (const folder of folders) {
    const candidate = join(folder, 'node_modules', name);
    if (await exists(join(candidate, 'package.json'))) return await realpath(candidate);
  }
  return null;
}

async function versionOf(folder: string): Promise<string> {
  try {
    return String(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).version);
  } catch {
    return 'unreadable';
  }
}

/** The folder itself, then each one above it. */
export function ancestors(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}

export async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
