import type { Image } from '../../../core/documents/image.ts';
import { parseDocument } from '../../../core/documents/index.ts';
import { fault, throwFaults } from '../../../core/errors.ts';
import { type ImageName, parseImageName } from '../../../core/image/image-name.ts';
import type { Files } from '../../../ports.ts';

/** The image that an `image.json` speaks of. Throws `document-invalid`, and `usage-invalid` for one that serves nothing. */
export async function readBuilt(
  path: string,
  { files }: { readonly files: Pick<Files, 'read'> },
): Promise<{ readonly document: Image; readonly image: ImageName }> {
  const parsed = parseDocument('image', new TextDecoder().decode(await files.read(path)), path);
  if (!parsed.ok) throwFaults(parsed.faults);
  const { document } = parsed as { readonly document: Image };
  if (document.kind !== 'serving')
    throw fault('usage-invalid', `${document.reference} holds a model and no server: \`${document.kind}\`.`, {
      fix: 'Build it on a base that serves: `onnx-gate image model.onnx --base … --to …`.',
    });
  const name = parseImageName(document.reference);
  if (name.ok && name.name.digest === document.digest) return { document, image: name.name };
  throw fault(
    'document-invalid',
    `${path} says two things of its image: ${document.reference} and ${document.digest}.`,
    {
      fix: 'Build it again with `onnx-gate image`.',
    },
  );
}
