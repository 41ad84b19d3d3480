/** What was measured, shown where reviewers look. Loaded after the first request has been made. */
import { files } from '../adapters/files.ts';
import { type GithubEvent, isAfterFork } from '../adapters/github/event.ts';
import type { Github } from '../adapters/github/github.ts';
import type { Host } from '../adapters/hosts/host.ts';
import { markerFor, runComment } from '../commands/comment.ts';
import { type DocumentFile, type Legs, runReadLegs } from '../commands/legs.ts';
import { checkResult } from '../core/report/check-run.ts';
import { renderBody } from '../core/report/comment-body.ts';
import { SUMMARY_BYTES } from '../core/report/markdown.ts';
import type { Link } from '../core/report/markdown-details.ts';
import type { CommentThread, OwnComment } from '../ports.ts';
import type { commentSpec } from '../specs/comment.ts';
import type { Inputs } from '../specs/spec.ts';
import { orWarn, runLink } from './check-run.ts';

type CommentInputs = Inputs<typeof commentSpec>;

export interface Found {
  readonly files: readonly DocumentFile[];
  readonly links: readonly Link[];
}

/** Gets the documents, and what readers see. */
export type Print = (read: Legs, markdown: string) => void | Promise<void>;

/** A pull request's comments; null when there is none. */
type Looked = { readonly thread: CommentThread; readonly first: readonly OwnComment[] } | null;

interface Publishing {
  readonly inputs: CommentInputs;
  readonly host: Host;
  readonly github: Github | null;
  readonly looking: Promise<Looked> | null;
  readonly print: Print;
}

/** `show` returns the exit code of the verdict. Throws what `runReadLegs` throws. */
export async function readShown(found: Found, { leg }: CommentInputs, event: GithubEvent) {
  const read = await runReadLegs(found.files, leg ?? '');
  const marker = markerFor(event.workflow, read.legs);
  return { marker, show: (how: Publishing) => show({ found, read, marker, event }, how) };
}

async function show(
  { found, read, marker, event }: { found: Found; read: Legs; marker: string; event: GithubEvent },
  { inputs, host, github, looking, print }: Publishing,
): Promise<number> {
  const { verdict } = read;
  const page = {
    links: [...found.links, ...inputs.links.flatMap(parseLink), ...(event.run ? [runLink(event)] : [])],
    full: `${inputs.out}/verdict.json`,
    fork: isAfterFork(event) || event.pullRequest?.fork === true,
  };
  const file = `${inputs.out}/comment.md`;
  const state = { run: event.run, commit: event.commit, legs: read.legs };
  const { text: body, shown, pages } = await renderBody(state, { ...page, marker });
  await files.write(file, shown);
  await print(read, shown);
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

function parseLink(line: string): Link[] {
  const [, url, label] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
  return url !== undefined && label !== undefined ? [{ url, label }] : [];
}
