import type { Part } from '../core/behaviour/golden.ts';
import { readNpz } from '../core/behaviour/vectors/npz.ts';
import { readTensorProto } from '../core/behaviour/vectors/tensor-proto.ts';
import { fault } from '../core/errors.ts';
import type { Files } from '../ports.ts';

/** A golden vector as it is stored; its tensors find their places once the model's signature is known. */
export interface StoredGolden {
  readonly name: string;
  readonly parts: readonly Part[];
}

const PROTO = /^(?:(.*)[\\/])?((?:input|output)_\d+)\.pb$/;

/**
 * Reads the golden vectors below a folder: every `*.npz`, and every folder with `input_0.pb`, `output_0.pb` and so on,
 * such as `test_data_set_0`. Throws `file-missing`, and `file-kind` for an .npz that is none.
 */
export async function runReadGoldens(
  folder: string,
  { files }: { readonly files: Pick<Files, 'list' | 'read'> },
): Promise<readonly StoredGolden[]> {
  const protos = new Map<string, Part[]>();
  const archives: StoredGolden[] = [];
  for (const file of await files.list(folder)) {
    const path = `${folder}/${file}`;
    const [, within = '', place = ''] = PROTO.exec(file) ?? [];
    if (place !== '') {
      const parts = protos.get(within) ?? [];
      parts.push({ place, stored: readTensorProto(await files.read(path)) });
      protos.set(within, parts);
    }
    if (!file.endsWith('.npz')) continue;
    const arrays = await readNpz(await files.read(path));
    if (!arrays) {
      throw fault('file-kind', `${path} is not an archive of NumPy.`, {
        fix: 'Write it with `np.savez(path, **arrays)`, one array for each input and output, by their names.',
      });
    }
    archives.push({ name: file, parts: [...arrays].map(([place, stored]) => ({ place, stored })) });
  }
  return [...[...protos].map(([name, parts]) => ({ name: name === '' ? folder : name, parts })), ...archives];
}
