/** Which files a model takes weights from, as one digest. */
import type { ExternalData } from '../../documents/common.ts';
import { externalLocations, inspectLocations, isSafe, safeFiles } from '../checks/external.ts';
import type { ExternalFiles } from '../external-files.ts';
import type { ModelGraph } from '../graph.ts';
import { byFile, type ExternalPart } from './read.ts';

type Part = Pick<ExternalPart, 'location' | 'bytes' | 'sha256'>;

/** Null for a model that stands alone. */
export async function externalData(parts: readonly Part[]): Promise<ExternalData | null> {
  if (parts.length === 0) return null;
  const lines = [...parts]
    .sort((a, b) => (a.location < b.location ? -1 : 1))
    .map(({ location, sha256 }) => `${sha256}  ${location}\n`);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines.join('')));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    files: parts.length,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    digest: `sha256:${hex}`,
  };
}

/** `whole`: whether all files that the model names could be read. */
export async function readExternalData(
  model: ModelGraph,
  external: ExternalFiles,
): Promise<{ readonly data: ExternalData | null; readonly whole: boolean }> {
  const facts = await inspectLocations(model, external);
  const files = byFile(safeFiles(facts));
  const parts: Part[] = [];
  for (const [{ location, size }] of files) {
    const hashes = await external.scan(location, null, ['sha256']);
    if (hashes?.sha256 !== undefined) parts.push({ location, bytes: size, sha256: hashes.sha256 });
  }
  const whole =
    parts.length === files.length &&
    externalLocations(model).every((location) => isSafe(facts.get(location)));
  return { data: await externalData(parts), whole };
}
