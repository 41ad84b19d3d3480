import { z } from 'zod';
import {
  askJson,
  choose,
  createdAt,
  encodePath,
  type Finder,
  fetchFile,
  type Located,
  Missing,
  sibling,
  type Tools,
} from '../place.ts';
import { headers, NEEDS, projectUrl } from './api.ts';

const packages = z.array(z.object({ id: z.number(), name: z.string(), version: z.string() }));
const files = z.array(
  z.object({
    id: z.number(),
    file_name: z.string(),
    created_at: z.string(),
    file_sha256: z.string().nullish(),
  }),
);
type Files = z.infer<typeof files>;

/** GitLab packages API ("List packages", "List package files") and its generic packages repository. */
export const find: Finder<'gitlab-package'> = async ({ project, name, version, file }, tools) => {
  const url = projectUrl(project, tools, 'gitlab-package');
  const ask = <T extends z.ZodType>(path: string, schema: T) =>
    askJson(tools, { url: `${url}/${path}`, headers: headers(tools) }, schema, NEEDS);
  const query = `package_type=generic&package_name=${encodeURIComponent(name)}&order_by=created_at&sort=desc&per_page=100`;
  // The name is matched as a part of theirs.
  const versions = (await ask(`packages?${query}`, packages)).filter((one) => one.name === name);
  const chosen = versions.find((one) => version === 'latest' || one.version === version);
  if (!chosen) {
    const known = versions
      .map((one) => one.version)
      .slice(0, 5)
      .join(', ');
    throw new Missing(
      `there is no package ${name} ${version}${known && `; there are versions ${known}`}`,
      known ? undefined : NEEDS,
    );
  }
  const listed = await ask(`packages/${chosen.id}/package_files?per_page=100`, files);
  return fileOf(
    file,
    listed,
    `${url}/packages/generic/${encodePath(`${name}/${chosen.version}`)}`,
    chosen,
    tools,
  );
};

async function fileOf(
  wanted: string,
  listed: Files,
  url: string,
  { name, version }: { readonly name: string; readonly version: string },
  tools: Tools,
): Promise<Located> {
  const path = choose(
    wanted,
    listed.map(({ file_name }) => file_name),
    `package ${name} ${version}`,
    '',
  );
  // Uploading again adds a file of the same name; the server gives the newest.
  const { file_sha256, created_at } = listed
    .filter(({ file_name }) => file_name === path)
    .sort((a, b) => b.id - a.id)[0]!;
  const request = {
    url: `${url}/${encodePath(path)}`,
    name: path,
    headers: headers(tools),
    ...(file_sha256 && { sha256: file_sha256 }),
  };
  const fetched = await fetchFile(tools, request, NEEDS);
  return {
    path: fetched.path,
    resolved: `package ${name} ${version}`,
    ...createdAt(created_at),
    beside: (location) => fileOf(sibling(path, location), listed, url, { name, version }, tools),
  };
}
