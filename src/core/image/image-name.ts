/** `registry/repository:tag@digest`. Source: OCI Distribution Specification 1.1, "Pulling manifests"; Docker's reference grammar. */
import type { Digest } from '../documents/common.ts';

export interface ImageName {
  /** Host, and port where it has one. */
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | null;
  readonly digest: Digest | null;
}

export type ParsedImageName =
  | { readonly ok: true; readonly name: ImageName }
  | { readonly ok: false; readonly message: string; readonly fix: string };

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Docker Hub, which is meant where no registry is named. */
const HUB = 'docker.io';

export function parseImageName(text: string): ParsedImageName {
  const refuse = (message: string, fix: string): ParsedImageName => ({ ok: false, message, fix });
  const shown = `\`${text.slice(0, 200)}\``;
  const [name = '', digest = null, ...more] = text.split('@');
  if (more.length > 0 || (digest !== null && !DIGEST.test(digest)))
    return refuse(
      `${shown} has no SHA-256 digest after its @.`,
      'Write `@sha256:` and 64 hexadecimal digits, or a tag.',
    );
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  // Without a dot, a port or this very name it is the first part of a repository on the hub.
  const named = /[.:]/.test(first) || first === 'localhost';
  const registry = named ? first : HUB;
  const rest = named ? name.slice(slash + 1) : name;
  const colon = rest.lastIndexOf(':');
  const repository = colon < 0 ? rest : rest.slice(0, colon);
  const tag = colon < 0 ? null : rest.slice(colon + 1);
  if (/[A-Z]/.test(repository))
    return refuse(
      `${shown} has capital letters in its repository, which no registry takes.`,
      `Write \`${text.replace(repository, repository.toLowerCase()).slice(0, 200)}\`.`,
    );
  if (!REPOSITORY.test(repository) || repository.length > 255)
    return refuse(
      `${shown} is no image: ${repository === '' ? 'it has no repository' : 'a repository has letters, digits and single `.`, `_`, `-` between them'}.`,
      'Write it like `ghcr.io/team/conversion:1.2`.',
    );
  if (tag !== null && !TAG.test(tag))
    return refuse(
      `${shown} has a tag that no registry takes: letters, digits, \`_\`, \`.\` and \`-\`, 128 at most.`,
      'Choose another tag.',
    );
  const whole = registry === HUB && !repository.includes('/') ? `library/${repository}` : repository;
  return { ok: true, name: { registry, repository: whole, tag, digest: digest as Digest | null } };
}
