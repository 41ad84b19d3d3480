import { z } from 'zod';
import { askJson, choose, createdAt, type Finder, fetchFile, type Located, type Tools } from '../place.ts';
import { headers, needs, repositoryOf } from './api.ts';

const release = z.object({
  tag_name: z.string(),
  assets: z.array(
    z.object({
      name: z.string(),
      url: z.url(),
      updated_at: z.string(),
      /** `sha256:…`; older releases have none. */
      digest: z.string().nullish(),
    }),
  ),
});

/** GitHub REST API, "Get the latest release", "Get a release by tag name" and "Get a release asset". */
export const find: Finder<'release'> = async ({ repository, tag, asset }, tools) => {
  const { url, name } = repositoryOf(repository, tools, 'release');
  const want = needs(tools, 'contents: read');
  const which = tag === 'latest' ? 'latest' : `tags/${encodeURIComponent(tag)}`;
  const found = await askJson(
    tools,
    { url: `${url}/releases/${which}`, headers: headers(tools) },
    release,
    want,
  );
  return assetOf(asset, found, `release ${found.tag_name} of ${name}`, tools, want);
};

async function assetOf(
  wanted: string,
  { assets, tag_name }: z.infer<typeof release>,
  where: string,
  tools: Tools,
  want: string,
): Promise<Located> {
  const chosen = choose(
    wanted,
    assets.map(({ name }) => name),
    where,
    '',
  );
  const { name, url, digest, updated_at } = assets.find((one) => one.name === chosen)!;
  const sha256 = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
  const request = {
    url,
    name,
    headers: headers(tools, 'application/octet-stream'),
    ...(sha256 && { sha256 }),
  };
  const { path } = await fetchFile(tools, request, want);
  return {
    path,
    resolved: `release ${tag_name}`,
    ...createdAt(updated_at),
    // Assets have no folders.
    beside: (location) => assetOf(location.split(/[/\\]/).at(-1)!, { assets, tag_name }, where, tools, want),
  };
}
