import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import {
  askJson,
  choose,
  createdAt,
  encodePath,
  type Finder,
  fetchFile,
  type Located,
  sibling,
  type Tools,
  variable,
} from './place.ts';

const info = z.object({
  sha: z.string().regex(/^[0-9a-f]{40,64}$/),
  lastModified: z.string().optional(),
  siblings: z.array(z.object({ rfilename: z.string(), lfs: z.object({ sha256: z.string() }).nullish() })),
});
type Info = z.infer<typeof info>;

const NEEDS =
  'Set HF_TOKEN to a token that may read the repository; gated ones ask to accept their terms on the website first.';

/** Hugging Face Hub API: a file of a repository, by the commit that the revision stands for just now. */
export const find: Finder<'hf'> = async ({ kind, repository, revision, path }, tools) => {
  const endpoint = (variable(tools.env, 'HF_ENDPOINT') ?? 'https://huggingface.co').replace(/\/$/, '');
  const token = variable(tools.env, 'HF_TOKEN') ?? (await storedToken(tools.env));
  const headers = async (): Promise<Record<string, string>> =>
    token ? { authorization: `Bearer ${token}` } : {};
  const url = `${endpoint}/api/${kind}/${repository}/revision/${encodeURIComponent(revision)}?blobs=true`;
  const known = await askJson(tools, { url, headers }, info, NEEDS);
  const files = `${endpoint}/${kind === 'datasets' ? 'datasets/' : ''}${repository}/resolve/${known.sha}`;
  return fileOf(path, known, { files, headers, repository }, tools);
};

interface Source {
  readonly files: string;
  readonly headers: () => Promise<Record<string, string>>;
  readonly repository: string;
}

async function fileOf(wanted: string | null, known: Info, source: Source, tools: Tools): Promise<Located> {
  const names = known.siblings.map(({ rfilename }) => rfilename);
  const name = choose(wanted, names, source.repository, `Write hf:${source.repository}/PATH.`);
  const sha256 = known.siblings.find(({ rfilename }) => rfilename === name)!.lfs?.sha256;
  const url = `${source.files}/${encodePath(name)}`;
  const file = await fetchFile(
    tools,
    { url, name, headers: source.headers, ...(sha256 && { sha256 }) },
    NEEDS,
  );
  return {
    path: file.path,
    resolved: `commit ${known.sha}`,
    ...createdAt(known.lastModified),
    beside: (location) => fileOf(sibling(name, location), known, source, tools),
  };
}

/** Where `hf auth login` leaves it. */
async function storedToken(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const home =
    variable(env, 'HF_HOME') ??
    join(variable(env, 'HOME', 'USERPROFILE') ?? homedir(), '.cache', 'huggingface');
  const text = await readFile(variable(env, 'HF_TOKEN_PATH') ?? join(home, 'token'), 'utf8').catch(() => '');
  return text.trim() || undefined;
}
