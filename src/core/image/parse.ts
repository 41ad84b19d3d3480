/** Manifests and indexes of a registry, which may say anything. */
import { z } from 'zod';
import { type Digest, digest } from '../documents/common.ts';
import { fault } from '../errors.ts';
import type { Index, Manifest } from './oci.ts';

const descriptor = z.looseObject({
  mediaType: z.string(),
  digest: digest.transform((text) => text as Digest),
  size: z.int().nonnegative(),
});
const annotations = z.record(z.string(), z.string()).optional();
const manifest = z.looseObject({
  schemaVersion: z.literal(2),
  config: descriptor,
  layers: z.array(descriptor).max(1000),
  annotations,
});
const index = z.looseObject({
  schemaVersion: z.literal(2),
  manifests: z.array(descriptor).max(1000),
  annotations,
});

/** `image-invalid` for what is neither. `name`: for the sentence. */
export function parseImageDocument(bytes: Uint8Array, name: string): Manifest | Index {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    json = null;
  }
  const parsed = z.union([manifest, index]).safeParse(json);
  if (parsed.success) return parsed.data as unknown as Manifest | Index;
  throw fault('image-invalid', `${name} is neither an image nor an index of images.`, {
    fix: 'Images of schema 1 must be pushed anew with a tool of today.',
  });
}
