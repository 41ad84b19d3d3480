// src/adapters/stray-digest.ts
/** What to do about a path that was given the digest of an address; null where it was not. */
function strayDigest(path) {
	const file = /^(.+)#sha256[=:]/is.exec(path)?.[1];
	if (file === void 0) return null;
	return `Leave \`#sha256=…\` away: addresses take a digest, and ${file} is a path.`;
}
export { strayDigest as t };
