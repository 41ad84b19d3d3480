import querystring from 'node:querystring';
import { netrcAuthorization } from './netrc.ts';
import { encodePath, type Finder, fetchFile, type Located, type Tools } from './place.ts';

const NEEDS =
  'Put a line `machine HOST login USER password PASSWORD` for that host into ~/.netrc (or the file that NETRC names).';

export const find: Finder<'https'> = async ({ url, sha256 }, tools) => {
  const { host, pathname } = new URL(url);
  const located = await at(url, sha256, tools);
  if (sha256 === null) {
    tools.report(
      `Warning: ${host}${pathname} was taken as the server gave it. To make sure that it stays the same file, add #sha256=${located.digest.slice('sha256:'.length)}`,
    );
  }
  return located;
};

async function at(url: string, sha256: string | null, tools: Tools): Promise<Located & { digest: string }> {
  const { host, pathname } = new URL(url);
  const authorization = await netrcAuthorization(host, tools.env);
  const headers = async () => (authorization === null ? {} : { authorization });
  // A `%` that escapes nothing is one of the name.
  const name = querystring.unescape(pathname.split('/').at(-1)!);
  const file = await fetchFile(tools, { url, headers, name, ...(sha256 !== null && { sha256 }) }, NEEDS);
  return {
    ...file,
    beside: (location) => {
      const next = new URL(url);
      next.pathname = new URL(encodePath(location.replaceAll('\\', '/')), url).pathname;
      return at(next.href, null, tools);
    },
  };
}
