import { z } from 'zod';
import { inArchive } from '../archive.ts';
import { askJson, createdAt, type Finder, fetchFile, Missing } from '../place.ts';
import { headers, needs, repositoryOf } from './api.ts';

const repositorySchema = z.object({ id: z.number(), default_branch: z.string() });
const list = z.object({
  artifacts: z.array(
    z.object({
      id: z.number(),
      expired: z.boolean(),
      created_at: z.string().nullable(),
      archive_download_url: z.url(),
      digest: z.string().nullish(),
      workflow_run: z
        .object({
          id: z.number(),
          head_branch: z.string().nullable(),
          head_sha: z.string(),
          head_repository_id: z.number().nullable(),
        })
        .nullish(),
    }),
  ),
});
/** Newest first, 100 a page: what lies further back has as good as always expired. */
const PAGES = 10;

/**
 * The artifact that the last passing run left at the base commit or before it, where the job knows its base; else the
 * newest of that name that a run on the default branch left. Not those of other branches, and never those of forks:
 * anybody who opens a pull request can upload one of any name.
 */
export const find: Finder<'artifact'> = async ({ repository, name, path }, tools) => {
  const { url, name: owner } = repositoryOf(repository, tools, 'artifact');
  const want = needs(tools, 'actions: read, contents: read');
  const chosen = repository === null ? ((await tools.baselineRun?.(name)) ?? null) : null;
  if (chosen && 'reason' in chosen)
    throw new Missing(
      chosen.reason,
      'Let the workflow run on pushes to the base branch, and upload the model there.',
    );
  const where = chosen ? `${url}/actions/runs/${chosen.run}/artifacts` : `${url}/actions/artifacts`;
  const { id, default_branch } = await askJson(
    tools,
    { url, headers: headers(tools) },
    repositorySchema,
    want,
  );
  let expired = 0;
  let elsewhere = 0;
  for (let page = 1; page <= PAGES; page++) {
    const query = `name=${encodeURIComponent(name)}&per_page=100&page=${page}`;
    const request = { url: `${where}?${query}`, headers: headers(tools) };
    const { artifacts } = await askJson(tools, request, list, want);
    for (const artifact of artifacts) {
      const run = artifact.workflow_run;
      const trusted =
        run?.head_repository_id === id && (chosen !== null || run.head_branch === default_branch);
      if (!trusted) elsewhere++;
      else if (artifact.expired) expired++;
      else {
        const sha256 = /^sha256:([0-9a-f]{64})$/.exec(artifact.digest ?? '')?.[1];
        const archive = await fetchFile(
          tools,
          {
            url: artifact.archive_download_url,
            name: `${name}.zip`,
            headers: headers(tools),
            ...(sha256 && { sha256 }),
          },
          want,
        );
        return inArchive(
          archive.path,
          path,
          {
            where: `artifact ${name}`,
            how: `Write artifact:${name}/PATH.`,
            resolved: `artifact ${artifact.id} of run ${run.id}, commit ${run.head_sha}`,
            ...createdAt(artifact.created_at),
          },
          tools,
        );
      }
    }
    if (artifacts.length < 100) break;
  }
  const others = [
    expired && `${expired} have expired`,
    elsewhere && `${elsewhere} are of other branches or forks`,
  ]
    .filter(Boolean)
    .join(', ');
  throw new Missing(
    `${owner} has no artifact ${name} from its branch ${default_branch}${others && ` (${others})`}`,
    'Let a workflow on that branch upload it, with a longer `retention-days`.',
  );
};
