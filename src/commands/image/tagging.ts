/** Tags for an image that lies in a registry by its digest: with a passing verdict on it, and without one none. */
import { identityOf } from '../../core/documents/common.ts';
import type { Image } from '../../core/documents/image.ts';
import { parseDocument } from '../../core/documents/index.ts';
import type { Verdict } from '../../core/documents/verdict.ts';
import { fault, throwFaults } from '../../core/errors.ts';
import type { ImageName } from '../../core/image/image-name.ts';
import { makeTags, type TagFacts } from '../../core/image/tags.ts';
import type { Files, ImageRegistries } from '../../ports.ts';

export interface TagWish {
  readonly rules: readonly string[];
  readonly facts: Omit<TagFacts, 'model'>;
  /** Path of the verdict that tags need. */
  readonly verdict: string | null;
}

/** Throws `usage-invalid` for every rule that is wrong. */
export function tagsOf({ rules, facts }: TagWish, model: string): readonly string[] {
  const made = makeTags(rules, { ...facts, model: model.slice('sha256:'.length) });
  if (made.ok) return made.tags;
  throwFaults(made.faults.map((one) => ({ code: 'usage-invalid', ...one })));
  return [];
}

export async function runTag(
  image: Pick<Image, 'digest' | 'candidate'>,
  target: Pick<ImageName, 'registry' | 'repository'>,
  wish: TagWish,
  ports: { readonly files: Files; readonly registries: ImageRegistries },
): Promise<Pick<Image, 'tags' | 'untagged'>> {
  const tags = tagsOf(wish, image.candidate.digest);
  if (tags.length === 0) return { tags: [], untagged: null };
  const untagged = whyNot(image, await readVerdict(wish.verdict!, ports.files), wish.verdict!);
  if (untagged !== null) return { tags: [], untagged };
  const repository = ports.registries.open(target);
  const stored = await repository.manifest(image.digest);
  if (!stored)
    throw fault('registry-failed', `The registry no longer has ${image.digest}.`, {
      fix: 'Look whether something cleans up untagged images, and try again.',
    });
  for (const tag of tags) await repository.put(stored.bytes, stored.mediaType, tag);
  return { tags: [...tags], untagged: null };
}

async function readVerdict(path: string, files: Files): Promise<Verdict> {
  const parsed = parseDocument('verdict', new TextDecoder().decode(await files.read(path)), path);
  if (!parsed.ok) throwFaults(parsed.faults);
  return (parsed as { readonly document: Verdict }).document;
}

/** A verdict on another model, or on another image of this one, says nothing of what is here. */
function whyNot(image: Pick<Image, 'digest' | 'candidate'>, verdict: Verdict, path: string): string | null {
  if (verdict.verdict !== 'pass') return `The verdict in ${path} is \`${verdict.verdict}\`, not \`pass\`.`;
  const identity = identityOf(image.candidate);
  const subject = verdict.subjects.find(({ candidate }) => candidate && identityOf(candidate) === identity);
  if (!subject) return `The verdict in ${path} is about other models: none of them is ${identity}.`;
  if (subject.image && subject.image.digest !== image.digest)
    return `The verdict in ${path} is about another image, ${subject.image.digest}; this one is ${image.digest}.`;
  return null;
}
