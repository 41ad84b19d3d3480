/** Reads what was measured, shows it where reviewers look, and ends as the verdict does. */

import { files } from '../adapters/files.ts';
import { type GithubEvent, isAfterFork, readEvent } from '../adapters/github/event.ts';
import type { Github } from '../adapters/github/github.ts';
import type { Host } from '../adapters/hosts/host.ts';
import { runReadArtifacts } from '../commands/artifacts.ts';
import { markerFor, runComment } from '../commands/comment.ts';
import { type DocumentFile, type Legs, runReadLegs } from '../commands/legs.ts';
import { checkResult } from '../core/report/check-run.ts';
import { renderBody } from '../core/report/comment-body.ts';
import { SUMMARY_BYTES } from '../core/report/markdown.ts';
import type { Link } from '../core/report/markdown-details.ts';
import type { commentSpec } from '../specs/comment.ts';
import type { Inputs } from '../specs/spec.ts';
import { orWarn, runLink } from './check-run.ts';
import { filesIn } from './document-files.ts';
import { openGithub } from './github.ts';

type CommentInputs = Inputs<typeof commentSpec>;

/** `print` gets what readers see. Returns the exit code of the verdict, whatever could be published. */
export async function comment(
  inputs: CommentInputs,
  host: Host,
  print: (read: Legs, markdown: string) => void,
): Promise<number> {
  const event = readEvent(process.env);
  const github = await openGithub(event, inputs['github-token'] ?? process.env.GITHUB_TOKEN, host);
  const found = await findDocuments(inputs, event, github);
  const reading = runReadLegs(found.files, inputs.leg ?? '');
  const looking = github && inputs.when !== 'never' ? lookUp(github, event, reading) : null;
  // It fails where it is awaited.
  looking?.catch(() => {});
  const read = await reading;
  const { verdict } = read;
  const page = {
    links: [...found.links, ...inputs.links.flatMap(parseLink), ...(event.run ? [runLink(event)] : [])],
    full: `${inputs.out}/verdict.json`,
    fork: isAfterFork(event) || event.pullRequest?.fork === true,
  };
  const file = `${inputs.out}/comment.md`;
  const state = { run: event.run, commit: event.commit, legs: read.legs };
  const marker = markerFor(event.workflow, read.legs);
  const { text: body, shown, pages } = await renderBody(state, { ...page, marker });
  await files.write(file, shown);
  print(read, shown);
  await host.summary(() => pages(SUMMARY_BYTES));

  const url =
    looking &&
    (await orWarn(host, async () => post({ ...inputs, ...page, state, body }, event, await looking, host)));
  const name = inputs['check-run'];
  if (github && name !== undefined) {
    await orWarn(host, async () =>
      github.checks.complete(await github.checks.start(name), checkResult(verdict, shown)),
    );
  }
  host.output('verdict', verdict.verdict);
  host.output('comment-url', url ?? '');
  host.output('comment-file', file);
  return verdict.exitCode;
}

type Looked = Awaited<ReturnType<typeof lookUp>>;

/** The pull request's comments, asked for while the documents are read. Null when there is no pull request. */
async function lookUp(github: Github, event: GithubEvent, reading: Promise<Legs>) {
  const number = await github.findPullRequest();
  if (number === null) return null;
  const thread = github.thread(number);
  return { thread, first: await thread.find(reading.then(({ legs }) => markerFor(event.workflow, legs))) };
}

/** Null when there is no comment. */
async function post(
  content: Omit<Parameters<typeof runComment>[0], 'workflow'>,
  event: GithubEvent,
  looked: Looked,
  host: Host,
): Promise<string | null> {
  if (looked === null) {
    host.report(`No open pull request has its head at ${event.commit.slice(0, 12)}: no comment.`);
    return null;
  }
  const posted = await runComment({ ...content, workflow: event.workflow }, looked);
  if (posted.status === 'outdated') host.report('A newer run has commented already: left as it is.');
  return posted.status === 'posted' ? posted.url : null;
}

/** After `workflow_run` what that run uploaded, unless folders are named. */
async function findDocuments(
  { documents, artifact }: CommentInputs,
  { measuring }: GithubEvent,
  github: Github | null,
): Promise<{ readonly files: readonly DocumentFile[]; readonly links: readonly Link[] }> {
  if (measuring && github && documents.length === 0) {
    const { files, artifacts } = await runReadArtifacts(measuring.id, artifact, github);
    return { files, links: artifacts.slice(0, 5).map(({ name, url }) => ({ label: name, url })) };
  }
  return { files: await filesIn(documents.length > 0 ? documents : ['.onnx-gate']), links: [] };
}

function parseLink(line: string): Link[] {
  const [, url, label] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
  return url !== undefined && label !== undefined ? [{ url, label }] : [];
}
