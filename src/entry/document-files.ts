import { files } from '../adapters/files.ts';
import type { DocumentFile } from '../commands/legs.ts';

/** Every file below the folders, named with its folder. */
export async function filesIn(folders: readonly string[]): Promise<DocumentFile[]> {
  const named = await Promise.all(
    folders.map(async (folder) =>
      (await files.list(folder)).map((file): DocumentFile => {
        const path = `${folder}/${file}`;
        return { name: path.replaceAll('\\', '/'), read: () => files.read(path) };
      }),
    ),
  );
  return named.flat();
}
