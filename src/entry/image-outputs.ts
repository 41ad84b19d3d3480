/** Outputs of the action, by the names that docker/build-push-action and docker/metadata-action gave them. */
import type { Image } from '../core/documents/image.ts';

export function imageOutputs(image: Image): readonly (readonly [name: string, value: string])[] {
  const [name = ''] = image.reference.split('@');
  return [
    ['image', image.reference],
    ['digest', image.digest],
    ['imageid', image.imageId ?? ''],
    ['tags', image.tags.map((tag) => `${name}:${tag}`).join('\n')],
    [
      'metadata',
      JSON.stringify({
        'image.name': name,
        'containerimage.digest': image.digest,
        ...(image.imageId !== null && { 'containerimage.config.digest': image.imageId }),
      }),
    ],
    ['engine', image.engine.name],
    ['uploaded-bytes', String(image.uploadedBytes)],
    ['reused-bytes', String(image.reusedBytes)],
  ];
}
