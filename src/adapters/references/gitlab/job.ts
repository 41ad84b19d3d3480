import { z } from 'zod';
import {
  createdAt,
  encodePath,
  type Finder,
  fetchFile,
  type Located,
  Missing,
  missing,
  readJson,
  sibling,
  type Tools,
} from '../place.ts';
import { headers, NEEDS, projectUrl } from './api.ts';

const pipelines = z.array(z.object({ id: z.number(), sha: z.string() }));
const jobs = z.array(z.object({ id: z.number(), name: z.string(), finished_at: z.string().nullish() }));

/** Where one job's artifacts lie, and what is known of the job. */
interface Job {
  readonly url: (path: string) => string;
  readonly resolved: string;
  readonly created?: string;
}

/** GitLab job artifacts API: one file of the newest successful pipeline of a branch or tag. */
export const find: Finder<'gitlab-job'> = async ({ project, ref, job, path }, tools) => {
  const url = projectUrl(project, tools, 'gitlab-job');
  return fileOf(path, (await identified(url, ref, job, tools)) ?? byName(url, ref, job), tools);
};

/** Null where the token may read artifacts but not pipelines, as a job's own token. */
async function identified(url: string, ref: string, job: string, tools: Tools): Promise<Job | null> {
  const pipelineQuery = `ref=${encodeURIComponent(ref)}&status=success&order_by=id&sort=desc&per_page=1`;
  const found = await askOrNull(`${url}/pipelines?${pipelineQuery}`, pipelines, tools);
  if (found === null) return null;
  const [pipeline] = found;
  if (!pipeline) throw new Missing(`there is no successful pipeline for ${ref}`);
  const listed = await askOrNull(
    `${url}/pipelines/${pipeline.id}/jobs?scope[]=success&per_page=100`,
    jobs,
    tools,
  );
  if (listed === null) return null;
  const chosen = listed.find(({ name }) => name === job);
  if (!chosen) {
    const names = listed
      .map(({ name }) => name)
      .slice(0, 10)
      .join(', ');
    throw new Missing(`pipeline ${pipeline.id} of ${ref} has no successful job ${job}; it has ${names}`);
  }
  return {
    url: (path) => `${url}/jobs/${chosen.id}/artifacts/${encodePath(path)}`,
    resolved: `job ${chosen.id} of pipeline ${pipeline.id}, commit ${pipeline.sha}`,
    ...createdAt(chosen.finished_at),
  };
}

const byName = (url: string, ref: string, job: string): Job => ({
  url: (path) =>
    `${url}/jobs/artifacts/${encodePath(ref)}/raw/${encodePath(path)}?job=${encodeURIComponent(job)}`,
  resolved: `job ${job} of the newest successful pipeline for ${ref}`,
});

async function askOrNull<T extends z.ZodType>(
  url: string,
  schema: T,
  tools: Tools,
): Promise<z.infer<T> | null> {
  const answer = await tools.downloads.ask({ url, headers: headers(tools) });
  if (answer.ok) return readJson(answer.text, schema, new URL(url));
  if (answer.status !== null && [401, 403, 404].includes(answer.status)) return null;
  throw missing(answer, NEEDS);
}

async function fileOf(path: string, job: Job, tools: Tools): Promise<Located> {
  const { path: local, created } = await fetchFile(
    tools,
    { url: job.url(path), name: path, headers: headers(tools) },
    NEEDS,
  );
  return {
    path: local,
    resolved: job.resolved,
    ...(created !== undefined && { created }),
    ...(job.created !== undefined && { created: job.created }),
    beside: (location) => fileOf(sibling(path, location), job, tools),
  };
}
