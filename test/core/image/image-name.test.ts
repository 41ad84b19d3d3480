import { describe, expect, it } from 'vitest';
import { parseImageName } from '../../../src/core/image/image-name.ts';

const digest = `sha256:${'a1'.repeat(32)}`;

describe('an image’s name', () => {
  it.each([
    ['ghcr.io/team/conversion:1.2', 'ghcr.io', 'team/conversion', '1.2', null],
    ['localhost:5000/m', 'localhost:5000', 'm', null, null],
    ['localhost/m:latest', 'localhost', 'm', 'latest', null],
    [`registry.example:443/a/b/c@${digest}`, 'registry.example:443', 'a/b/c', null, digest],
    [`ghcr.io/a/b:1@${digest}`, 'ghcr.io', 'a/b', '1', digest],
    ['busybox', 'docker.io', 'library/busybox', null, null],
    ['team/model:v1', 'docker.io', 'team/model', 'v1', null],
  ])('%s', (text, registry, repository, tag, digest) => {
    expect(parseImageName(text)).toEqual({ ok: true, name: { registry, repository, tag, digest } });
  });

  it.each([
    ['ghcr.io/Team/Model:1', /capital letters/, /ghcr\.io\/team\/model:1/],
    ['ghcr.io/team/model:', /tag that no registry takes/, /another tag/],
    ['ghcr.io/team/model:a b', /tag that no registry takes/, /another tag/],
    ['ghcr.io/', /has no repository/, /ghcr\.io\/team\/conversion/],
    ['ghcr.io/team//model', /is no image/, /ghcr\.io/],
    ['ghcr.io/team/model@sha256:1234', /no SHA-256 digest/, /64 hexadecimal/],
    [`ghcr.io/${'a'.repeat(300)}`, /is no image/, /like/],
    ['ghcr.io/../model', /is no image/, /like/],
  ])('%s is refused', (text, message, fix) => {
    expect(parseImageName(text)).toEqual({
      ok: false,
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    });
  });
});
