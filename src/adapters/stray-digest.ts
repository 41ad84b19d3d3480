/** What to do about a path that was given the digest of an address; null where it was not. */
export function strayDigest(path: string): string | null {
  const file = /^(.+)#sha256[=:]/is.exec(path)?.[1];
  if (file === undefined) return null;
  return `Leave \`#sha256=…\` away: addresses take a digest, and ${file} is a path.`;
}
