import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it; one that is there is fine. Throws as `mkdir` does. Node's own recursive mkdir never
 * returns where the system says of a folder that cannot be made that its parent is missing, as Linux does below /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const parent = dirname(folder);
    const missing = code === 'ENOENT' && !(await stat(parent).catch(() => null));
    if (!missing) throw error;
    await makeFolder(parent);
    await makeFolder(folder);
  }
}
